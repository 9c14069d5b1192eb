//! Groups: who sits in which, when, where, and who leads them.

use rosterwell::model::CostTerm;
use rosterwell::model::clinic::{Clinic, Kind, PairRule};

use super::{Row, assert_exact, built, clinic, plain, set_price};
use crate::clinics::{group, hours, order, pair, room};

/// A group of an hour once a week, led by Ana on Monday or Tuesday, for patients who want nothing else.
fn one_group(patients: &[(&str, &str)]) -> Clinic {
    let mut clinic = clinic(&[("ana", "Mon-Tue 09:00-10:00")], patients);
    clinic.services.push(plain("circle", Kind::Group, 60));
    clinic.orders.clear();
    for (id, _) in patients {
        clinic.orders.push(order(&format!("seat-{id}"), id, "circle"));
    }
    let mut only = group("relapse", "circle");
    (only.per_week, only.min, only.target, only.max) = (1, 1, 2, 3);
    clinic.groups = vec![only];
    clinic
}

/// The same with a talk that Ana has to have with one of the patients, on Tuesday.
fn a_group_and_a_talk() -> Clinic {
    let mut clinic = one_group(&[("p", "Mon-Tue 09:00-10:00")]);
    let mut talk = order("talk", "p", "talk");
    talk.hours = Some(hours("Tue 09:00-10:00"));
    clinic.orders.push(talk);
    clinic
}

/// Two occurrences of a group: the first patient can come on Monday only, the second has a talk then.
fn two_occurrences() -> Clinic {
    let mut clinic = one_group(&[("p", "Mon 09:00-10:00"), ("q", "Mon-Tue 09:00-10:00")]);
    clinic.groups[0].per_week = 2;
    clinic.clinicians.push(crate::clinics::clinician("ben"));
    clinic.clinicians[1].hours = hours("Mon 09:00-10:00");
    let mut talk = order("talk", "q", "talk");
    talk.hours = Some(hours("Mon 09:00-10:00"));
    clinic.orders.push(talk);
    clinic
}

const ROWS: &[Row] = &[
    Row {
        name: "seats are given by priority when there are not enough",
        problem: |on| {
            let everyday = "Mon-Tue 09:00-10:00";
            let mut clinic = one_group(&[("p", everyday), ("q", everyday), ("r", everyday)]);
            clinic.orders[1].priority = Some(1);
            clinic.groups[0].max = if on { 2 } else { 3 };
            built(&clinic)
        },
    },
    Row {
        name: "a group that is too small to be worth it",
        problem: |on| {
            let mut clinic = one_group(&[("p", "Mon 09:00-10:00")]);
            clinic.groups[0].min = if on { 2 } else { 1 };
            set_price(&mut clinic, CostTerm::EmptySeat, 500);
            built(&clinic)
        },
    },
    Row {
        name: "when most of those who want it can come",
        problem: |on| {
            let mut clinic = one_group(&[
                ("p", "Mon 09:00-10:00"),
                ("q", if on { "Tue 09:00-10:00" } else { "Mon 09:00-10:00" }),
                ("r", "Tue 09:00-10:00"),
            ]);
            clinic.patients[0].acuity = 0;
            built(&clinic)
        },
    },
    Row {
        name: "a facilitator with the skill",
        problem: |on| {
            let mut clinic = a_group_and_a_talk();
            clinic.clinicians.push(crate::clinics::clinician("ben"));
            clinic.clinicians[1].hours = hours("Tue 09:00-10:00");
            clinic.clinicians[1].skills = vec!["circles".into()];
            clinic.services[0].skill = Some("cbt".into());
            clinic.services[1].skill = on.then(|| "circles".into());
            // On Monday the patient is away: only Tuesday is left for the seat too.
            clinic.patients[0].hours = hours("Mon-Tue 09:00-10:00");
            built(&clinic)
        },
    },
    Row {
        name: "a co-leader who is there on Tuesday only",
        problem: |on| {
            let mut clinic = a_group_and_a_talk();
            clinic.clinicians.push(crate::clinics::clinician("ben"));
            clinic.clinicians[1].hours = hours(if on { "Tue 09:00-10:00" } else { "Mon-Tue 09:00-10:00" });
            clinic.clinicians[1].skills = vec!["circles".into()];
            clinic.services[0].skill = Some("cbt".into());
            clinic.groups[0].co_leader_skill = Some("circles".into());
            built(&clinic)
        },
    },
    Row {
        name: "a room that is large enough",
        problem: |on| {
            let mut clinic = a_group_and_a_talk();
            clinic.services[0].room_features = Vec::new();
            clinic.rooms = vec![room("office", if on { 2 } else { 3 }), room("hall", 12)];
            clinic.rooms[1].hours = Some(hours("Tue 09:00-10:00"));
            built(&clinic)
        },
    },
    Row {
        name: "patients who must sit together",
        problem: |on| {
            let mut clinic = two_occurrences();
            clinic.pairs = if on {
                vec![pair("p", "q", PairRule::Together)]
            } else {
                Vec::new()
            };
            built(&clinic)
        },
    },
    Row {
        name: "patients who must not sit together",
        problem: |on| {
            let mut clinic = one_group(&[("p", "Mon-Tue 09:00-10:00"), ("q", "Mon-Tue 09:00-10:00")]);
            clinic.pairs = if on {
                vec![pair("q", "p", PairRule::Apart)]
            } else {
                Vec::new()
            };
            built(&clinic)
        },
    },
    Row {
        name: "seats of one order with a day between",
        problem: |on| {
            let mut clinic = one_group(&[("p", "Mon-Wed 09:00-10:00")]);
            clinic.clinicians[0].hours = hours("Mon-Wed 09:00-10:00");
            clinic.groups[0].per_week = 2;
            clinic.orders[0].per_week = 2;
            clinic.orders[0].min_days_between = if on { 2 } else { 1 };
            let mut talk = order("talk", "p", "talk");
            talk.hours = Some(hours("Wed 09:00-10:00"));
            clinic.orders.push(talk);
            built(&clinic)
        },
    },
    Row {
        name: "a seat counts toward the weekly minimum",
        problem: |on| {
            let everyday = "Mon 09:00-10:00";
            let mut clinic = one_group(&[("p", everyday), ("q", everyday)]);
            (clinic.groups[0].target, clinic.groups[0].max) = (1, 1);
            clinic.patients[0].acuity = 1;
            clinic.patients[1].minimum_week_hours = on.then_some(1.0);
            built(&clinic)
        },
    },
];

#[test]
fn groups() {
    assert_exact(ROWS);
}
