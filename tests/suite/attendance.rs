//! Who is expected to come: the operation on clinics with known truth, on samples, and on histories that are too short.

use rosterwell::api::Desk;
use rosterwell::attendance::Attendance;
use rosterwell::model::Clinic;
use rosterwell::model::clinic::Status;
use rosterwell::model::outcome::Class;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use rosterwell::stats;
use serde_json::{Value, json};

use crate::attended::{Attended, Causes, Truth, clinic};
use crate::desk::run;

fn spec(causes: Causes) -> Attended {
    Attended {
        causes,
        patients: 300,
        weeks: 40,
        weekly: 0.8,
        seed: 2,
    }
}

fn ask(clinic: &Clinic, request: Value) -> Value {
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    run(&mut desk, "attendance", request)
}

fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value, field: &str) -> f64 {
    value[field]
        .as_f64()
        .unwrap_or_else(|| panic!("no number `{field}` in {value}"))
}

/// Every patient of every session.
fn seats(reply: &Value) -> Vec<&Value> {
    list(reply, "sessions")
        .iter()
        .flat_map(|session| list(session, "patients"))
        .collect()
}

fn no_show(reply: &Value) -> &Value {
    list(reply, "outcomes")
        .iter()
        .find(|row| row["outcome"] == "no_show")
        .unwrap()
}

/// Area under the curve of the true chances on the visits that were held out.
fn best_auc(clinic: &Clinic, truth: &Truth, held_out: usize) -> f64 {
    let table = Attendance::table(clinic, 104);
    let asked: Vec<(f64, bool)> = table
        .iter()
        .filter(|row| matches!(row.2, Class::Completed | Class::NoShow))
        .map(|row| (truth[&(row.0.to_owned(), row.1)], row.2 == Class::NoShow))
        .collect();
    stats::auc(&asked[asked.len() - held_out..]).unwrap()
}

#[test]
fn the_model_comes_near_the_truth_and_is_calibrated() {
    for causes in [Causes::Recorded, Causes::Drifting] {
        let (clinic, truth) = clinic(spec(causes));
        let reply = ask(&clinic, json!({}));
        let report = no_show(&reply);
        assert_eq!(report["source"], "model", "{report}");
        let found = &report["evaluation"];
        let held_out = found["n"].as_u64().unwrap() as usize;
        let best = best_auc(&clinic, &truth, held_out);
        let auc = number(&found["model"], "auc");
        // A third of the history of the benchmark, where 0.01 must hold.
        assert!(auc > best - 0.02, "{causes:?}: {auc} of {best}");
        assert!(
            number(&found["model"], "calibration_error") < 0.03,
            "{causes:?}: {found}"
        );
        assert!(number(&found["model"], "log_loss") < number(&found["baseline"], "log_loss"));
        let calibrated: u64 = list(&found["model"], "calibration")
            .iter()
            .map(|row| row["n"].as_u64().unwrap())
            .sum();
        assert_eq!(calibrated as usize, held_out);
    }
}

#[test]
fn where_nothing_matters_the_rate_by_service_is_used_and_that_is_said() {
    let (clinic, _) = clinic(spec(Causes::Nothing));
    let reply = ask(&clinic, json!({}));
    let report = no_show(&reply);
    assert_eq!(report["source"], "baseline", "{report}");
    assert!(
        report["statement"].as_str().unwrap().contains("is used instead"),
        "{report}"
    );
    assert!(list(report, "effects").is_empty());
}

#[test]
fn contributions_sum_to_the_score_and_chances_to_one() {
    let mut contributions = 0;
    for kind in SampleKind::ALL {
        let clinic = sample(&SampleRequest {
            kind,
            clinicians: 12,
            ..SampleRequest::default()
        });
        let reply = ask(&clinic, json!({"explain": ["*"], "help_from": 0.0}));
        for seat in seats(&reply) {
            let lost = ["provider_cancel", "late_cancel", "no_show"].map(|field| number(seat, field));
            let sum = number(seat, "attends") + lost.iter().sum::<f64>();
            assert!((sum - 1.0).abs() < 1e-9, "{seat}");
            let mut left = 1.0;
            for (score, lost) in list(seat, "scores").iter().zip(lost) {
                let p = number(score, "probability");
                assert!((left * p - lost).abs() < 1e-9, "{seat}");
                left -= lost;
                assert!((0.0..=p).contains(&number(score, "low")) && (p..=1.0).contains(&number(score, "high")));
                let parts = list(score, "contributions");
                contributions += parts.len();
                let sum: f64 = parts.iter().map(|part| number(part, "log_odds")).sum();
                let log_odds = (p / (1.0 - p)).ln();
                assert!(
                    (number(score, "base_log_odds") + sum - log_odds).abs() < 1e-9,
                    "{score}"
                );
            }
            assert!(list(seat, "help").iter().any(|help| help["kind"] == "call"), "{seat}");
        }
        let attend: f64 = seats(&reply).iter().map(|seat| number(seat, "attends")).sum();
        assert!((attend - number(&reply["expected"], "attend")).abs() < 1e-6);
        let by_day: f64 = list(&reply, "days")
            .iter()
            .map(|day| number(&day["expected"], "attend"))
            .sum();
        assert!((attend - by_day).abs() < 1e-6);
        for session in list(&reply, "sessions") {
            let (held, attend) = (number(session, "held"), number(session, "attend"));
            assert!((0.0..=1.0).contains(&held) && held <= attend + 1e-9, "{session}");
        }
    }
    assert!(contributions > 1_000, "{contributions}");
}

/// The bands of visits that began before a moment.
fn early(clinic: &Clinic, cut: &str) -> Vec<(String, String, Vec<u16>)> {
    let cut = cut.parse().unwrap();
    let table = Attendance::table(clinic, 104);
    let rows = table.iter().filter(|row| row.1 < cut);
    rows.map(|row| (row.0.to_owned(), row.1.to_string(), row.3.clone()))
        .collect()
}

#[test]
fn nothing_is_used_that_was_not_known_at_booking() {
    let (mut clinic, _) = clinic(spec(Causes::Recorded));
    let before = early(&clinic, "2026-09-01T00:00");
    assert!(before.len() > 1_000);
    // What becomes of everything later turns around; people are admitted, discharged, renamed, moved to another phase.
    for row in &mut clinic.appointments {
        if row.start >= "2026-09-01T00:00".parse().unwrap() {
            row.status = match row.status {
                Status::Completed => Status::NoShow,
                Status::NoShow => Status::Completed,
                other => other,
            };
        }
    }
    for patient in &mut clinic.patients {
        patient.phase = rosterwell::model::clinic::Phase::Maintenance;
        patient.discharged = Some("2026-09-02".parse().unwrap());
        patient.languages = vec!["fr".into()];
        patient.equity_group = Some("Z".into());
        patient.acuity = 4;
    }
    assert_eq!(early(&clinic, "2026-09-01T00:00"), before);
}

#[test]
fn a_visit_sees_the_outcomes_before_its_booking_and_no_others() {
    let (mut clinic, _) = clinic(Attended {
        patients: 1,
        weeks: 3,
        weekly: 1.0,
        ..spec(Causes::Nothing)
    });
    clinic
        .appointments
        .retain(|row| row.status == Status::Completed || row.status == Status::NoShow);
    clinic.appointments.truncate(1);
    let mut row = clinic.appointments[0].clone();
    clinic.appointments.clear();
    row.status = Status::NoShow;
    for (id, start, booked, status) in [
        ("a", "2026-10-01T09:00", "2026-09-30T09:00", Status::NoShow),
        ("b", "2026-10-08T09:00", "2026-09-30T10:00", Status::Completed),
        ("c", "2026-10-15T09:00", "2026-10-01T10:00", Status::Completed),
        ("d", "2026-10-22T09:00", "2026-10-08T09:00", Status::Completed),
        ("e", "2026-10-29T09:00", "2026-10-08T09:01", Status::Completed),
    ] {
        row.id = id.into();
        row.start = start.parse().unwrap();
        row.confirmed = Some(booked.parse().unwrap());
        row.status = status;
        clinic.appointments.push(row.clone());
    }
    let table = Attendance::table(&clinic, 104);
    // Visits before the booking that took place (stage), and the share missed: none, none, 1 of 1, the same, 1 of 2.
    let found: Vec<(u16, u16)> = table.iter().map(|row| (row.3[7], row.3[8])).collect();
    assert_eq!(found, [(0, 0), (0, 0), (0, 6), (0, 6), (1, 7 - 1)]);
    // Lead: 1, 8, 14, 14 and 21 days.
    let leads: Vec<u16> = table.iter().map(|row| row.3[0]).collect();
    assert_eq!(leads, [1, 4, 4, 4, 5]);
}

#[test]
fn short_history_falls_back_and_none_predicts_nothing() {
    let (mut clinic, _) = clinic(Attended {
        weeks: 6,
        ..spec(Causes::Recorded)
    });
    let reply = ask(&clinic, json!({}));
    for report in list(&reply, "outcomes") {
        assert_eq!(report["source"], "baseline", "{report}");
        assert!(
            report["statement"].as_str().unwrap().starts_with("too little history"),
            "{report}"
        );
    }
    assert!(!seats(&reply).is_empty() && list(&reply, "groups").is_empty());
    let as_of = clinic.settings.as_of;
    clinic.appointments.retain(|row| row.start >= as_of);
    let reply = ask(&clinic, json!({}));
    assert!(
        list(&reply, "outcomes")
            .iter()
            .all(|report| report["source"] == "nothing"),
        "{reply}"
    );
    assert!(seats(&reply).is_empty());
    let reply = ask(&Clinic::default(), json!({}));
    assert_eq!(reply["history"]["visits"], 0);
}

#[test]
fn small_groups_are_hidden() {
    let (mut clinic, _) = clinic(spec(Causes::Recorded));
    for (at, patient) in clinic.patients.iter_mut().enumerate() {
        patient.equity_group = Some(
            if at < 5 {
                "few"
            } else if at < 60 {
                "some"
            } else {
                "many"
            }
            .into(),
        );
    }
    let reply = ask(&clinic, json!({}));
    let groups = list(&reply, "groups");
    let report = groups.iter().find(|report| report["by"] == "equity_group").unwrap();
    let hidden: Vec<(&str, bool)> = list(report, "cells")
        .iter()
        .map(|cell| (cell["group"].as_str().unwrap(), cell["hidden"].as_bool().unwrap()))
        .collect();
    // The smallest group that could be shown hides with the few, who could be worked out otherwise.
    assert_eq!(hidden, [("few", true), ("many", false), ("some", true)]);
    assert!(
        list(report, "cells")
            .iter()
            .all(|cell| cell["hidden"].as_bool().unwrap() != cell["figures"].is_object())
    );
}

#[test]
fn help_is_offered_and_a_nearer_slot_goes_with_less_missing() {
    let (clinic, _) = clinic(spec(Causes::Recorded));
    let reply = ask(&clinic, json!({"help_from": 0.2}));
    let all = seats(&reply);
    let offered: Vec<&Value> = all.iter().flat_map(|seat| list(seat, "help")).collect();
    for kind in ["nearer_slot", "video", "ride", "call"] {
        assert!(offered.iter().any(|help| help["kind"] == kind), "{kind}");
    }
    for seat in &all {
        let missing = number(seat, "no_show") + number(seat, "late_cancel");
        assert_eq!(list(seat, "help").is_empty(), missing < 0.2, "{seat}");
        for help in list(seat, "help") {
            assert!(
                help["missing_then"].as_f64().is_none_or(|then| then < missing),
                "{seat}"
            );
        }
    }
}

#[test]
fn the_same_clinic_gives_the_same_bytes() {
    let clinic = sample(&SampleRequest::default());
    let request = json!({"explain": ["*"]});
    assert_eq!(
        ask(&clinic, request.clone()).to_string(),
        ask(&clinic, request).to_string()
    );
}

#[test]
fn wrong_requests_are_refused() {
    let mut desk = Desk::default();
    desk.open(Clinic::default());
    for (request, path) in [
        (r#"{"weeks": 0}"#, "weeks"),
        (r#"{"weeks": 105}"#, "weeks"),
        (r#"{"help_from": 1.5}"#, "help_from"),
    ] {
        let error = rosterwell::api::run(&mut desk, "attendance", request).unwrap_err();
        assert_eq!(
            (error.code.as_str(), error.path.as_str()),
            ("request.wrong_value", path)
        );
    }
}

#[test]
fn odd_tables_are_no_reason_to_stop() {
    let (good, _) = clinic(Attended {
        patients: 60,
        weeks: 20,
        ..spec(Causes::Recorded)
    });
    let tries: [fn(&mut Clinic); 9] = [
        |clinic| clinic.settings.as_of = "-009999-01-01T00:00".parse().unwrap(),
        |clinic| clinic.settings.as_of = "9999-12-31T23:59".parse().unwrap(),
        |clinic| clinic.settings.horizon_start = "9999-12-30".parse().unwrap(),
        |clinic| {
            clinic
                .appointments
                .iter_mut()
                .for_each(|row| row.start = "-009999-01-01T00:00".parse().unwrap())
        },
        |clinic| {
            clinic
                .appointments
                .iter_mut()
                .for_each(|row| row.confirmed = "9999-12-31T23:59".parse().ok())
        },
        |clinic| clinic.appointments.iter_mut().for_each(|row| row.confirmed = None),
        |clinic| clinic.patients.iter_mut().for_each(|row| row.latitude = Some(f64::NAN)),
        |clinic| (clinic.services.clear(), clinic.sites.clear()).0,
        |clinic| clinic.appointments.iter_mut().for_each(|row| row.clinicians.clear()),
    ];
    for (at, make_odd) in tries.iter().enumerate() {
        let mut odd = good.clone();
        make_odd(&mut odd);
        let reply = ask(&odd, json!({"explain": ["*"]}));
        assert_eq!(list(&reply, "outcomes").len(), 3, "{at}");
    }
}
