//! Courses of treatment: patterns, weekly minimums, authorizations, order, priority, what was promised.

use rosterwell::model::CostTerm;
use rosterwell::model::clinic::{Authorization, Clinic, Contact, Freedom, Kind, Unit};

use super::{Row, assert_exact, built, clinic, plain, set_price, set_rule, set_usual};
use crate::clinics::{appointment, day, family_consent, hours, moment};

fn authorization(id: &str, unit: Unit, units: i32, from: i32, until: i32) -> Authorization {
    Authorization {
        id: id.into(),
        patient: "p".into(),
        payer: "plan".into(),
        services: vec!["talk".into()],
        unit,
        units,
        used: 0,
        from: day(from),
        until: day(until),
    }
}

/// A patient with two talks a week, by Ana on Monday and Tuesday or by Ben on any day.
fn twice_a_week() -> Clinic {
    let mut clinic = clinic(
        &[("ana", "Mon-Tue 09:00-10:00"), ("ben", "Mon-Thu 09:00-10:00")],
        &[("p", "Mon-Thu 09:00-10:00")],
    );
    clinic.orders[0].per_week = 2;
    set_usual(&mut clinic, "ana");
    clinic
}

/// Two patients for one hour of one clinician; the second one is less ill.
fn one_hour_for_two() -> Clinic {
    let mut clinic = clinic(
        &[("ana", "Mon 09:00-10:00")],
        &[("p", "Mon 09:00-10:00"), ("q", "Mon 09:00-10:00")],
    );
    clinic.patients[0].acuity = 1;
    clinic
}

/// A patient who can come on Monday, 09:00 to 12:00, and likes to be first.
fn early_patient() -> Clinic {
    let mut clinic = clinic(&[("ana", "Mon 09:00-12:00")], &[("p", "Mon 09:00-12:00")]);
    clinic.patients[0].preferred_hours = Some(hours("Mon 09:00-10:00"));
    clinic
}

const ROWS: &[Row] = &[
    Row {
        name: "three times a week with a free day between",
        problem: |on| {
            let mut clinic = clinic(
                &[("ana", "Mon-Wed 09:00-10:00"), ("ben", "Mon-Fri 09:00-10:00")],
                &[("p", "Mon-Fri 09:00-10:00")],
            );
            clinic.orders[0].per_week = 3;
            clinic.orders[0].min_days_between = if on { 2 } else { 1 };
            set_usual(&mut clinic, "ana");
            built(&clinic)
        },
    },
    Row {
        name: "not twice on one day",
        problem: |on| {
            let mut clinic = clinic(
                &[("ana", "Mon 09:00-11:00"), ("ben", "Tue 09:00-11:00")],
                &[("p", "Mon-Tue 09:00-11:00")],
            );
            clinic.orders[0].per_week = 2;
            clinic.orders[0].min_days_between = i32::from(on);
            set_usual(&mut clinic, "ana");
            built(&clinic)
        },
    },
    Row {
        name: "days between hold from one week to the next",
        problem: |on| {
            let days = "Mon 09:00-10:00; Fri 09:00-10:00";
            let mut clinic = clinic(&[("ana", days), ("ben", days)], &[("p", days)]);
            clinic.settings.horizon_days = 14;
            clinic.orders[0].min_days_between = if on { 5 } else { 0 };
            set_usual(&mut clinic, "ana");
            for (from, until) in [(0, 1), (11, 12)] {
                let mut absence = crate::clinics::away(rosterwell::model::clinic::Absentee::Clinician, "ana");
                (absence.from, absence.until) = (moment(from, 0, 0), moment(until, 0, 0));
                clinic.absences.push(absence);
            }
            built(&clinic)
        },
    },
    Row {
        name: "the weekly minimum of a level of care",
        problem: |on| {
            let mut clinic = one_hour_for_two();
            clinic.patients[1].level_of_care = on.then(|| "2.1".into());
            built(&clinic)
        },
    },
    Row {
        name: "minutes count toward the minimum of the week in which they lie",
        problem: |on| {
            let mut clinic = clinic(&[("ana", "Mon 09:00-11:00")], &[("p", "Mon 09:00-11:00")]);
            clinic.orders[0].per_week = 2;
            clinic.patients[0].minimum_week_hours = on.then_some(2.0);
            set_price(&mut clinic, CostTerm::Unplaced, 0);
            // Two runs of an hour are a long one, which costs more than one session brings.
            set_rule(&mut clinic, "run.max_minutes", 60.0);
            set_price(&mut clinic, CostTerm::LongRun, 1);
            built(&clinic)
        },
    },
    Row {
        name: "authorizations that follow each other",
        problem: |on| {
            let mut clinic = twice_a_week();
            clinic.services[0].needs_authorization = on;
            clinic.authorizations = vec![
                authorization("first", Unit::Visit, 1, 0, 1),
                authorization("second", Unit::Visit, 1, 2, 30),
            ];
            built(&clinic)
        },
    },
    Row {
        name: "quarters of an hour run out",
        problem: |on| {
            let mut clinic = twice_a_week();
            clinic.services[0].needs_authorization = true;
            clinic.authorizations = vec![authorization("all", Unit::Quarter, if on { 7 } else { 8 }, 0, 30)];
            built(&clinic)
        },
    },
    Row {
        name: "two sessions on one day draw one day",
        problem: |on| {
            let mut clinic = twice_a_week();
            clinic.clinicians[1].hours = hours("Mon 10:00-11:00");
            clinic.patients[0].hours = hours("Mon-Thu 09:00-11:00");
            clinic.services[0].needs_authorization = on;
            clinic.authorizations = vec![authorization("days", Unit::Day, 1, 0, 30)];
            built(&clinic)
        },
    },
    Row {
        name: "the higher priority comes first",
        problem: |on| {
            let mut clinic = one_hour_for_two();
            clinic.orders[1].priority = on.then_some(5);
            built(&clinic)
        },
    },
    Row {
        name: "what is mandated comes first",
        problem: |on| {
            let mut clinic = one_hour_for_two();
            clinic.orders[1].mandated = on;
            built(&clinic)
        },
    },
    Row {
        name: "one order after another",
        problem: |on| {
            let mut clinic = early_patient();
            let mut first = crate::clinics::order("first", "p", "talk");
            first.hours = Some(hours("Mon 10:00-12:00"));
            clinic.orders[0].after = on.then(|| "first".into());
            clinic.orders.push(first);
            built(&clinic)
        },
    },
    Row {
        name: "due before the hours that the patient would rather have",
        problem: |on| {
            let mut clinic = early_patient();
            clinic.patients[0].preferred_hours = Some(hours("Mon 11:00-12:00"));
            clinic.orders[0].due_by = on.then(|| moment(0, 10, 0));
            set_price(&mut clinic, CostTerm::Lateness, 20);
            built(&clinic)
        },
    },
    Row {
        name: "a family session when the family can",
        problem: |on| {
            let mut clinic = early_patient();
            clinic.services[0] = plain("talk", Kind::Family, 60);
            clinic.consents = vec![family_consent("p")];
            clinic.contacts = vec![Contact {
                id: "aunt".into(),
                patient: "p".into(),
                relation: "aunt".into(),
                hours: hours("Mon 10:30-12:00"),
                required: on,
            }];
            built(&clinic)
        },
    },
    Row {
        name: "hours of the order, narrower than the patient's",
        problem: |on| {
            let mut clinic = early_patient();
            clinic.orders[0].hours = on.then(|| hours("Mon 10:30-12:00"));
            built(&clinic)
        },
    },
    Row {
        name: "another start than in the published plan",
        problem: |on| {
            let mut clinic = early_patient();
            clinic.appointments = vec![appointment("a", "p", moment(0, 10, 30))];
            clinic.appointments[0].room = None;
            set_price(&mut clinic, CostTerm::Change, if on { 1_600 } else { 0 });
            built(&clinic)
        },
    },
    Row {
        name: "what is locked stays",
        problem: |on| {
            let mut clinic = early_patient();
            clinic.appointments = vec![appointment("a", "p", moment(0, 10, 30))];
            clinic.appointments[0].room = None;
            set_price(&mut clinic, CostTerm::Change, 0);
            clinic.appointments[0].freedom = if on { Freedom::Locked } else { Freedom::Movable };
            built(&clinic)
        },
    },
];

#[test]
fn courses_of_treatment() {
    assert_exact(ROWS);
}
