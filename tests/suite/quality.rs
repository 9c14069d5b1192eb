//! The data-quality report: every fault that is planted into a clean clinic is found, at its row, and nothing in a
//! clean clinic is called an error; what a click mends is gone afterwards.

use rosterwell::api::Desk;
use rosterwell::model::Clinic;
use rosterwell::model::calendar::WeekHours;
use rosterwell::model::clinic::{Authorization, License, Phase, Room, StaffDay, Status, Unit};
use rosterwell::quality::{Finding, Grade, Kind, examine};
use rosterwell::rng::Rng;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::json;

use crate::clinics::{KINDS, sample_clinic};
use crate::desk::run;

const DAYS: i32 = 60;

/// What a planted fault is: the kind that must be found, and a table and id that it must name.
type Planted = (Kind, &'static str, String);

/// Plants a fault of a kind; `None` if the clinic has nothing to plant it in.
fn plant(kind: Kind, clinic: &mut Clinic, rng: &mut Rng) -> Option<Planted> {
    let today = clinic.settings.as_of.date();
    let past = |clinic: &Clinic| -> Vec<usize> {
        let rows = clinic.appointments.iter().enumerate();
        rows.filter(|(_, row)| row.status == Status::Completed && row.patient.is_some() && row.start.date() < today)
            .map(|(at, _)| at)
            .collect()
    };
    let in_care = |clinic: &Clinic, phase: Option<Phase>| -> Vec<usize> {
        let rows = clinic.patients.iter().enumerate();
        let is_in = |row: &rosterwell::model::clinic::Patient| {
            row.discharged.is_none() && row.admitted.is_none_or(|day| day <= today)
        };
        rows.filter(|(_, row)| is_in(row) && phase.is_none_or(|phase| row.phase == phase))
            .map(|(at, _)| at)
            .collect()
    };
    match kind {
        Kind::SimilarRooms => {
            let row = rng.pick(&clinic.rooms)?.clone();
            let id = format!("{}-again", row.id);
            let name = format!(" {}", row.name.to_uppercase());
            clinic.rooms.push(Room {
                id: id.clone(),
                name,
                ..row
            });
            Some((kind, "rooms", id))
        }
        Kind::SimilarServices => {
            let row = rng.pick(&clinic.services)?.clone();
            let id = format!("{}-again", row.id);
            let name = format!("{}.", row.name);
            clinic.services.push(rosterwell::model::clinic::Service {
                id: id.clone(),
                name,
                ..row
            });
            Some((kind, "services", id))
        }
        Kind::SimilarSkills => {
            let holders: Vec<usize> = (0..clinic.clinicians.len())
                .filter(|&at| clinic.clinicians[at].skills.iter().any(|skill| skill.len() > 4))
                .collect();
            let row = &mut clinic.clinicians[*rng.pick(&holders)?];
            let skill = row.skills.iter_mut().find(|skill| skill.len() > 4)?;
            *skill = format!("{}x", skill);
            Some((kind, "clinicians", row.id.clone()))
        }
        Kind::SimilarDisciplines => {
            let at = rng.below(clinic.clinicians.len());
            let row = &mut clinic.clinicians[at];
            row.discipline = row.discipline.to_uppercase();
            let id = row.id.clone();
            let word = row.discipline.to_lowercase();
            let still_used = clinic.clinicians.iter().any(|row| row.discipline == word)
                || clinic.services.iter().any(|row| row.discipline.as_ref() == Some(&word));
            still_used.then_some((kind, "clinicians", id))
        }
        Kind::LongSession => {
            let at = *rng.pick(&past(clinic))?;
            clinic.appointments[at].minutes = 540;
            Some((kind, "appointments", clinic.appointments[at].id.clone()))
        }
        Kind::ManyVisits => {
            let row = clinic.appointments[*rng.pick(&past(clinic))?].clone();
            for number in 0..25 {
                let mut more = row.clone();
                more.id = format!("{}-{number}", row.id);
                more.start = row.start.date().at_minute(number * 20);
                more.minutes = 15;
                more.documentation_min = None;
                clinic.appointments.push(more);
            }
            Some((kind, "appointments", format!("{}-3", row.id)))
        }
        Kind::DocumentationBeyondDay => {
            let at = *rng.pick(&past(clinic))?;
            let row = &mut clinic.appointments[at];
            row.documentation_min = Some(1440);
            Some((kind, "appointments", row.id.clone()))
        }
        Kind::WrongOrder => {
            let at = *rng.pick(&in_care(clinic, None))?;
            let row = &mut clinic.patients[at];
            row.admitted = Some(today);
            row.discharged = Some(today.plus_days(-20));
            Some((kind, "patients", row.id.clone()))
        }
        Kind::PartsBeyondPaid => {
            let clinician = rng.pick(&clinic.clinicians)?.id.clone();
            clinic.staff_days.push(StaffDay {
                clinician: clinician.clone(),
                date: today,
                paid_min: 480,
                worked_min: None,
                leave_min: 300,
                meeting_min: 200,
                protected_min: 0,
                travel_min: 0,
                after_hours_min: 0,
                miles: 0.0,
            });
            Some((kind, "staff_days", clinician))
        }
        Kind::MissingLevel => {
            let at = *rng.pick(&in_care(clinic, Some(Phase::IntensiveOutpatient)))?;
            let row = &mut clinic.patients[at];
            row.level_of_care = None;
            Some((kind, "patients", row.id.clone()))
        }
        Kind::LevelDiffers => {
            let at = *rng.pick(&in_care(clinic, Some(Phase::Outpatient)))?;
            let row = &mut clinic.patients[at];
            row.level_of_care = Some("2.5".into());
            Some((kind, "patients", row.id.clone()))
        }
        Kind::StalePhase => {
            let seen = |clinic: &Clinic, id: &str| {
                let done = past(clinic).into_iter();
                done.filter(|&at| clinic.appointments[at].patient.as_deref() == Some(id))
                    .count()
            };
            let known: Vec<usize> = in_care(clinic, None)
                .into_iter()
                .filter(|&at| seen(clinic, &clinic.patients[at].id) > 6)
                .collect();
            let at = *rng.pick(&known)?;
            let row = &mut clinic.patients[at];
            row.phase = Phase::Evaluation;
            Some((kind, "patients", row.id.clone()))
        }
        Kind::LicenseExpired | Kind::LicenseExpiring => {
            let clinician = rng.pick(&clinic.clinicians)?.id.clone();
            let days = if kind == Kind::LicenseExpired { -3 } else { 9 };
            clinic.licenses.push(License {
                clinician: clinician.clone(),
                skill: "night_cover".into(),
                from: None,
                until: Some(today.plus_days(days)),
            });
            Some((kind, "licenses", clinician))
        }
        Kind::NoHours => {
            let at = rng.below(clinic.clinicians.len());
            let row = &mut clinic.clinicians[at];
            row.hours = WeekHours::default();
            Some((kind, "clinicians", row.id.clone()))
        }
        Kind::AuthorizationsOverlap | Kind::UnitsUsedUp => {
            let needing: Vec<&str> = clinic
                .services
                .iter()
                .filter(|row| row.needs_authorization)
                .map(|row| &*row.id)
                .collect();
            let orders: Vec<usize> = (0..clinic.orders.len())
                .filter(|&at| needing.contains(&&*clinic.orders[at].service) && clinic.orders[at].until >= today)
                .collect();
            let order = clinic.orders[*rng.pick(&orders)?].clone();
            let row = |id: &str, days: (i32, i32), units: i32| Authorization {
                id: id.into(),
                patient: order.patient.clone(),
                payer: "Planted".into(),
                services: vec![order.service.clone()],
                unit: Unit::Visit,
                units,
                used: units.min(0).abs(),
                from: today.plus_days(days.0),
                until: today.plus_days(days.1),
            };
            clinic.authorizations.retain(|row| row.patient != order.patient);
            if kind == Kind::UnitsUsedUp {
                let used = Authorization {
                    used: 12,
                    ..row("planted", (-30, 30), 12)
                };
                clinic.authorizations.push(used);
            } else {
                clinic.authorizations.push(row("planted-1", (-30, 30), 500));
                clinic.authorizations.push(row("planted", (10, 60), 500));
            }
            Some((kind, "authorizations", "planted".into()))
        }
        Kind::UnresolvedPast => {
            let at = *rng.pick(&past(clinic))?;
            let row = &mut clinic.appointments[at];
            row.status = Status::Booked;
            row.start = clinic.settings.as_of.plus_minutes(-3 * 1440);
            Some((kind, "appointments", row.id.clone()))
        }
        Kind::SameSessionTwice => {
            let row = clinic.appointments[*rng.pick(&past(clinic))?].clone();
            let id = format!("{}-again", row.id);
            clinic
                .appointments
                .push(rosterwell::model::clinic::Appointment { id: id.clone(), ..row });
            Some((kind, "appointments", id))
        }
        Kind::SuddenShift => {
            // Half a year in which every day is alike, of which the last ten weeks of one service are lost.
            let row = clinic.appointments[*rng.pick(&past(clinic))?].clone();
            let monday = today.plus_days(-clinic.settings.days_into_week(today));
            clinic.appointments.retain(|other| other.service != row.service);
            for day in 1..=182 {
                let date = monday.plus_days(-day);
                for number in 0..2 {
                    if day > 70 {
                        clinic.appointments.push(rosterwell::model::clinic::Appointment {
                            id: format!("shift-{day}-{number}"),
                            start: date.at_minute(540 + 60 * number),
                            ..row.clone()
                        });
                    }
                }
            }
            Some((kind, "services", row.service))
        }
    }
}

fn is_found(findings: &[Finding], (kind, table, id): &Planted) -> bool {
    findings
        .iter()
        .filter(|found| found.kind == *kind)
        .any(|found| found.rows.iter().any(|row| row.table == *table && row.id == *id))
}

/// A sample without what its people have left unresolved, so that a planted fault is the only one of its kind.
fn clean(kind: SampleKind, seed: u64) -> Clinic {
    let mut clinic = sample(&SampleRequest {
        kind,
        clinicians: 8,
        seed,
        weeks: Some(10),
    });
    let now = clinic.settings.as_of;
    for row in &mut clinic.appointments {
        if row.status == Status::Booked && row.start < now {
            row.status = Status::Completed;
        }
    }
    clinic
}

#[test]
fn every_planted_fault_is_found() {
    let mut planted = vec![0; Kind::ALL.len()];
    for seed in 0..30 {
        let clinic = clean(KINDS[seed as usize % KINDS.len()], seed);
        let before = examine(&clinic, DAYS).findings;
        for (at, &kind) in Kind::ALL.iter().enumerate() {
            let mut rng = Rng::stream(seed, "plant", at as u64);
            let mut faulty = clinic.clone();
            let Some(fault) = plant(kind, &mut faulty, &mut rng) else {
                continue;
            };
            if is_found(&before, &fault) {
                continue;
            }
            let findings = examine(&faulty, DAYS).findings;
            assert!(
                is_found(&findings, &fault),
                "seed {seed}: {fault:?} was not found: {findings:#?}"
            );
            planted[at] += 1;
        }
    }
    for (kind, count) in Kind::ALL.iter().zip(planted) {
        assert!(count >= 5, "{kind:?} was planted {count} times only");
    }
}

#[test]
fn a_clean_clinic_has_no_errors() {
    for kind in KINDS {
        for seed in 0..40 {
            for finding in examine(&clean(kind, seed), DAYS).findings {
                assert!(finding.grade != Grade::Error, "{kind:?} {seed}: {finding:?}");
            }
        }
    }
}

/// The first mend of every finding that has one makes the finding go away, and brings no error of its own.
#[test]
fn a_mend_mends_what_was_found() {
    let mut mended = vec![0; Kind::ALL.len()];
    for seed in 0..12 {
        let clinic = clean(KINDS[seed as usize % KINDS.len()], seed);
        for (at, &kind) in Kind::ALL.iter().enumerate() {
            let mut faulty = clinic.clone();
            let Some(fault) = plant(kind, &mut faulty, &mut Rng::stream(seed, "plant", at as u64)) else {
                continue;
            };
            let mut desk = Desk::default();
            run(&mut desk, "open", json!({"clinic": faulty}));
            let reply = run(&mut desk, "quality", json!({}));
            let list = reply["findings"].as_array().unwrap();
            let kind_name = serde_json::to_value(kind).unwrap();
            let names = |found: &&serde_json::Value| {
                let rows = found["rows"].as_array().unwrap().iter();
                found["kind"] == kind_name && rows.clone().any(|row| row["id"] == fault.2.as_str())
            };
            let found = list.iter().find(names).unwrap();
            let Some(mend) = found["mends"].as_array().unwrap().first() else {
                continue;
            };
            run(&mut desk, "mend", json!({"mends": [mend]}));
            let after = run(&mut desk, "quality", json!({}));
            let left = after["findings"].as_array().unwrap();
            assert!(!left.contains(found), "seed {seed}: {found:#}");
            let errors = |list: &[serde_json::Value]| list.iter().filter(|found| found["grade"] == "error").count();
            assert!(errors(left) <= errors(list), "seed {seed}: {found:#}");
            mended[at] += 1;
        }
    }
    let without: Vec<&Kind> = Kind::ALL
        .iter()
        .zip(&mended)
        .filter(|(_, count)| **count == 0)
        .map(|(kind, _)| kind)
        .collect();
    let expected = [
        Kind::ManyVisits,
        Kind::PartsBeyondPaid,
        Kind::StalePhase,
        Kind::LicenseExpired,
        Kind::LicenseExpiring,
        Kind::UnitsUsedUp,
        Kind::SuddenShift,
    ];
    assert_eq!(without, expected.iter().collect::<Vec<_>>());
}

#[test]
fn wrong_mends_change_nothing() {
    let mut desk = Desk::default();
    let clinic = sample_clinic(SampleKind::AddictionTreatment, 4, 1);
    let (room, patient) = (clinic.rooms[0].id.clone(), clinic.patients[0].id.clone());
    run(&mut desk, "open", json!({"clinic": clinic}));
    let before = run(&mut desk, "document", json!({}));
    for mend in [
        json!({"kind": "one_room", "keep": room, "drop": "nowhere"}),
        json!({"kind": "one_room", "keep": room, "drop": room}),
        json!({"kind": "one_service", "keep": "a", "drop": "b"}),
        json!({"kind": "one_spelling", "word": "skill", "from": "nothing", "to": "x"}),
        json!({"kind": "close_sessions", "appointments": ["none"], "as_what": "void"}),
        json!({"kind": "clear_documentation", "appointments": []}),
        json!({"kind": "end_authorization", "authorization": "none", "until": "2026-01-01"}),
        json!({"kind": "remove_authorization", "authorization": "none"}),
        json!({"kind": "swap_care_dates", "patient": "none"}),
        json!({"kind": "set_levels", "levels": [{"patient": "none", "level": "1"}]}),
        json!({"kind": "site_hours", "who": "clinician", "ids": ["none"]}),
    ] {
        let good = json!({"kind": "set_levels", "levels": [{"patient": patient, "level": "9"}]});
        let request = json!({"mends": [good, mend]}).to_string();
        let error = rosterwell::api::run(&mut desk, "mend", &request).unwrap_err();
        assert_eq!((&*error.code, &*error.path), ("amend.wrong_action", "mends"), "{mend}");
        assert!(error.message.starts_with("mends[1]"), "{error}");
        assert_eq!(before, run(&mut desk, "document", json!({})), "{mend}");
    }
    let error = rosterwell::api::run(&mut desk, "quality", r#"{"expiring_days": -1}"#).unwrap_err();
    assert_eq!((&*error.code, &*error.path), ("request.wrong_value", "expiring_days"));
}
