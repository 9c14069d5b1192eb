//! Who treats whom: continuity, fit, what a patient must have, how many and how much one clinician can take.

use rosterwell::model::CostTerm;
use rosterwell::model::clinic::{Clinic, License};

use super::{Row, assert_exact, built, clinic, set_price, set_usual};
use crate::clinics::{day, hours, order};

/// Ana at the hour that the patient would rather have, Ben at the next one.
fn ana_or_ben() -> Clinic {
    let mut clinic = clinic(
        &[("ana", "Mon 09:00-10:00"), ("ben", "Mon 10:00-11:00")],
        &[("p", "Mon 09:00-11:00")],
    );
    clinic.patients[0].preferred_hours = Some(hours("Mon 09:00-10:00"));
    clinic
}

/// Two patients whose usual clinician is Ana, and Ben.
fn two_with_ana() -> Clinic {
    let mut clinic = clinic(
        &[("ana", "Mon 09:00-11:00"), ("ben", "Mon 09:00-11:00")],
        &[("p", "Mon 09:00-11:00"), ("q", "Mon 09:00-11:00")],
    );
    set_usual(&mut clinic, "ana");
    clinic
}

/// A visit of a counselor and a nurse; they can both come on Monday, one after the other, and on Tuesday at once.
fn two_at_a_visit() -> Clinic {
    let mut clinic = clinic(
        &[
            ("ana", "Mon 09:00-10:00; Tue 09:00-10:00"),
            ("ben", "Mon 10:00-11:00; Tue 09:00-10:00"),
        ],
        &[("p", "Mon-Tue 09:00-11:00")],
    );
    clinic.services[0].discipline = Some("counselor".into());
    clinic.clinicians[1].discipline = "nurse".into();
    clinic.clinicians[1].skills = vec!["wounds".into()];
    clinic.patients[0].preferred_hours = Some(hours("Mon 09:00-11:00"));
    clinic.orders[0].second_skill = Some("wounds".into());
    clinic
}

const ROWS: &[Row] = &[
    Row {
        name: "the usual clinician at an hour that is less liked",
        problem: |on| {
            let mut clinic = ana_or_ben();
            if on {
                set_usual(&mut clinic, "ben");
            }
            built(&clinic)
        },
    },
    Row {
        name: "one clinician for both sessions of a patient",
        problem: |on| {
            let mut clinic = clinic(
                &[("ana", "Mon-Tue 09:00-10:00"), ("ben", "Wed 09:00-10:00")],
                &[("p", "Mon-Wed 09:00-10:00")],
            );
            clinic.patients[0].preferred_hours = Some(hours("Mon 09:00-10:00; Wed 09:00-10:00"));
            clinic.orders[0].per_week = 2;
            set_price(&mut clinic, CostTerm::Handoff, if on { 1_000 } else { 0 });
            built(&clinic)
        },
    },
    Row {
        name: "the specialist at an hour that is less liked",
        problem: |on| {
            let mut clinic = ana_or_ben();
            clinic.clinicians[1].specializations = vec!["trauma".into()];
            clinic.patients[0].needs = if on { vec!["trauma".into()] } else { Vec::new() };
            built(&clinic)
        },
    },
    Row {
        name: "a language that must be",
        problem: |on| {
            let mut clinic = ana_or_ben();
            clinic.clinicians[1].languages = vec!["es".into(), "en".into()];
            clinic.patients[0].languages = vec![if on { "es" } else { "en" }.into()];
            clinic.patients[0].language_required = true;
            built(&clinic)
        },
    },
    Row {
        name: "a language that is wished for",
        problem: |on| {
            let mut clinic = ana_or_ben();
            clinic.patients[0].preferred_hours = None;
            clinic.clinicians[1].languages = vec!["es".into(), "en".into()];
            clinic.patients[0].languages = vec![if on { "es" } else { "en" }.into()];
            set_usual(&mut clinic, "ana");
            set_price(&mut clinic, CostTerm::Continuity, 300);
            built(&clinic)
        },
    },
    Row {
        name: "a gender that must be",
        problem: |on| {
            let mut clinic = ana_or_ben();
            clinic.clinicians[1].gender = Some("m".into());
            clinic.patients[0].clinician_gender = on.then(|| "m".into());
            clinic.patients[0].clinician_gender_required = true;
            built(&clinic)
        },
    },
    Row {
        name: "a clinician who is barred",
        problem: |on| {
            let mut clinic = ana_or_ben();
            clinic.patients[0].barred_clinicians = if on { vec!["ana".into()] } else { Vec::new() };
            built(&clinic)
        },
    },
    Row {
        name: "a discipline",
        problem: |on| {
            let mut clinic = ana_or_ben();
            clinic.clinicians[1].discipline = "nurse".into();
            clinic.services[0].discipline = on.then(|| "nurse".into());
            built(&clinic)
        },
    },
    Row {
        name: "a license that ends on Monday",
        problem: |on| {
            let mut clinic = clinic(&[("ana", "Mon-Tue 09:00-10:00")], &[("p", "Mon-Tue 09:00-10:00")]);
            clinic.patients[0].preferred_hours = Some(hours("Tue 09:00-10:00"));
            clinic.services[0].skill = Some("cbt".into());
            clinic.licenses = vec![License {
                clinician: "ana".into(),
                skill: "cbt".into(),
                from: None,
                until: Some(day(if on { 0 } else { 1 })),
            }];
            built(&clinic)
        },
    },
    Row {
        name: "a caseload that is full",
        problem: |on| {
            let mut clinic = two_with_ana();
            clinic.clinicians[0].caseload_cap = Some(if on { 1 } else { 2 });
            built(&clinic)
        },
    },
    Row {
        name: "a caseload counts patients, not sessions",
        problem: |on| {
            let mut clinic = two_with_ana();
            clinic.clinicians[0].caseload_cap = Some(1);
            // The second patient has one session, or both have one.
            clinic.clinicians[0].hours = hours("Mon 09:00-12:00");
            clinic.patients[0].hours = hours("Mon 09:00-12:00");
            clinic.orders[0].patient = if on { "p" } else { "q" }.into();
            clinic.orders.push(order("again", "p", "talk"));
            built(&clinic)
        },
    },
    Row {
        name: "points of a week",
        problem: |on| {
            let mut clinic = two_with_ana();
            clinic.services[0].points = 1.0;
            clinic.clinicians[0].points_week_cap = Some(if on { 1.5 } else { 2.0 });
            built(&clinic)
        },
    },
    Row {
        name: "points of a day",
        problem: |on| {
            let mut clinic = two_with_ana();
            clinic.services[0].points = 1.0;
            let mut problem = built(&clinic);
            problem.duties[0].points_cap = if on { 15 } else { 20 };
            problem
        },
    },
    Row {
        name: "two clinicians at once",
        problem: |on| {
            let mut clinic = two_at_a_visit();
            clinic.orders[0].second_after_max = if on { 0 } else { 60 };
            clinic.orders[0].second_minutes = Some(60);
            let mut problem = built(&clinic);
            // The patient is there for both in either case.
            problem.sessions.iter_mut().for_each(|session| session.minutes = 60);
            problem
        },
    },
    Row {
        name: "two clinicians one after the other",
        problem: |on| {
            let mut clinic = two_at_a_visit();
            let after = if on { 60 } else { 0 };
            (clinic.orders[0].second_after_min, clinic.orders[0].second_after_max) = (after, after);
            built(&clinic)
        },
    },
    Row {
        name: "the second clinician stays for half an hour",
        problem: |on| {
            let mut clinic = two_at_a_visit();
            clinic.clinicians[0].hours = hours("Mon 09:00-11:00; Tue 09:00-10:00");
            clinic.clinicians[1].hours = hours("Mon 10:00-10:30; Tue 09:00-10:00");
            clinic.orders[0].second_minutes = on.then_some(30);
            built(&clinic)
        },
    },
];

#[test]
fn who_treats_whom() {
    assert_exact(ROWS);
}
