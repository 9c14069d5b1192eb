//! Workload strain: parts that can be counted by hand, bands, trends, surveys beside it.

use proptest::prelude::*;
use rosterwell::api::workload::{StrainWarning, WorkloadReply, WorkloadRequest, workload};
use rosterwell::api::{self, Desk};
use rosterwell::kpi::{PersonStrain, StrainBand, StrainComponent};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::{Party, Status, Survey};
use rosterwell::model::rules::{RuleOverride, Rules};
use rosterwell::stats::monotone_trend;
use serde_json::Value;

use super::clinics::{appointment, day, moment, staff_day, two_clinicians_three_visits};

fn ask(clinic: &Clinic, request: WorkloadRequest) -> WorkloadReply {
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    workload(&mut desk, request).unwrap()
}

fn everyone() -> WorkloadRequest {
    WorkloadRequest {
        clinicians: vec!["*".into()],
        ..WorkloadRequest::default()
    }
}

/// Twelve weeks before Monday 23 November 2026 in which Ana works `hours(week)` on each of five days, and Ben eight.
fn worked(hours: impl Fn(i32) -> i32) -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.as_of = moment(0, 7, 0);
    for week in 0..12 {
        for weekday in 0..5 {
            let date = day(7 * (week - 12) + weekday);
            clinic.staff_days.push(staff_day("ana", date, 60 * hours(week)));
            clinic.staff_days.push(staff_day("ben", date, 480));
        }
    }
    clinic
}

fn amount(strain: &PersonStrain, id: &str) -> Option<f64> {
    strain.parts.iter().find(|part| part.id == id).unwrap().amount
}

#[test]
fn parts_are_counted_and_sum_to_the_index() {
    let mut clinic = worked(|_| 11);
    for row in &mut clinic.staff_days {
        row.after_hours_min = 30;
    }
    let reply = ask(&clinic, everyone());
    let ana = reply.clinicians[0].recent.as_ref().unwrap();
    // 55 h a week; five days of 11 h; 2.5 h of notes after work a week.
    assert_eq!(amount(ana, "overtime"), Some(15.0));
    assert_eq!(amount(ana, "long_days"), Some(1.0));
    assert_eq!(amount(ana, "after_hours"), Some(2.5));
    assert_eq!(amount(ana, "days_in_row"), Some(0.0));
    assert_eq!(amount(ana, "short_rest"), None, "no session was ever booked");
    // Known: weights 2, 2, 1 and 1; levels 1, 1, 0.5 and 0.
    assert!((ana.index.unwrap() - 100.0 * 4.5 / 6.0).abs() < 1e-9);
    assert_eq!(ana.band, Some(StrainBand::High));
    let ben = reply.clinicians[1].recent.as_ref().unwrap();
    assert!((ben.index.unwrap() - 100.0 * 0.5 / 6.0).abs() < 1e-9);
    assert_eq!(ben.band, Some(StrainBand::Usual));
    for strain in [ana, ben, &reply.team.recent] {
        let sum: f64 = strain.parts.iter().map(|part| part.points).sum();
        assert!((sum - strain.index.unwrap()).abs() < 1e-9);
    }
    // The team is the mean of every part.
    assert!((reply.team.recent.index.unwrap() - 100.0 * (1.0 + 1.0 + 0.5) / 6.0).abs() < 1e-9);
    assert_eq!((reply.team.recent_bands.usual, reply.team.recent_bands.high), (1, 1));
}

#[test]
fn rest_breaks_case_mix_and_churn_come_from_the_sessions() {
    let mut clinic = worked(|_| 8);
    clinic.patients[0].acuity = 4;
    clinic.clinicians[0].caseload_cap = Some(4);
    let mut add = |id: &str, patient: &str, start, minutes| {
        let mut row = appointment(id, patient, start);
        row.clinicians = vec!["ana".into()];
        (row.minutes, row.status) = (minutes, Status::Completed);
        clinic.appointments.push(row);
    };
    // Monday: two sessions five minutes apart (ten are kept after each), the second until 22:00; Tuesday from 08:00.
    add("a", "p1", moment(-7, 19, 45), 60);
    add("b", "p2", moment(-7, 21, 0), 50);
    add("c", "p2", moment(-6, 8, 0), 60);
    // Wednesday: four hours of the night.
    add("d", "p2", moment(-5, 22, 0), 300);
    let mut late = appointment("e", "p3", moment(-4, 9, 0));
    late.clinicians = vec!["ana".into()];
    (late.status, late.changed, late.changed_by) = (Status::Cancelled, Some(moment(-4, 7, 0)), Some(Party::Clinic));
    clinic.appointments.push(late);
    let reply = ask(&clinic, everyone());
    let ana = reply.clinicians[0].recent.as_ref().unwrap();
    // 20:45 + 10 until 21:00: five minutes. 22:00 until 08:00: ten hours, one of two rests between days in a row.
    assert_eq!(amount(ana, "no_break"), Some(1.0));
    assert_eq!(amount(ana, "short_rest"), Some(0.5));
    assert_eq!(amount(ana, "nights"), Some(1.0 / 3.0));
    assert_eq!(amount(ana, "high_acuity"), Some(0.25));
    assert_eq!(amount(ana, "churn"), Some(0.2));
    assert_eq!(amount(ana, "caseload"), Some(0.5));
}

#[test]
fn bands_come_from_the_index_or_from_one_part_that_stands_out() {
    let rules = Rules::of(&Clinic::default());
    let part = |weight: f64, level: f64| StrainComponent {
        name: "part",
        weight,
        level: Some(level),
    };
    for (index, parts, band) in [
        (10.0, vec![part(2.0, 0.4), part(1.0, 0.9)], StrainBand::Usual),
        (25.0, vec![], StrainBand::Raised),
        (10.0, vec![part(2.0, 0.5)], StrainBand::Raised),
        (10.0, vec![part(1.0, 1.0)], StrainBand::Raised),
        (10.0, vec![part(0.5, 1.0)], StrainBand::Usual),
        (10.0, vec![part(2.0, 1.0)], StrainBand::High),
        (50.0, vec![], StrainBand::High),
    ] {
        assert_eq!(StrainBand::of(&rules, index, &parts), band, "{index}, {parts:?}");
    }
}

#[test]
fn a_weight_of_the_clinic_changes_only_its_part() {
    let mut clinic = worked(|_| 11);
    let before = ask(&clinic, everyone());
    clinic.rules.push(RuleOverride {
        rule: "strain.long_days_weight".into(),
        value: 0.0,
        reason: "we work four long days by agreement".into(),
    });
    let after = ask(&clinic, everyone());
    let parts = |reply: &WorkloadReply| reply.clinicians[0].recent.clone().unwrap().parts;
    for (before, after) in parts(&before).iter().zip(parts(&after)) {
        assert_eq!((before.amount, before.level), (after.amount, after.level));
        assert_eq!(before.weight == after.weight, after.id != "long_days");
    }
}

#[test]
fn a_steady_rise_is_told_and_a_level_load_is_not() {
    let reply = ask(&worked(|week| 7 + week / 3), everyone());
    let ana = &reply.clinicians[0];
    assert!(ana.trend.unwrap().p_rising < 0.05 && ana.trend.unwrap().points_per_week > 0.0);
    assert!(ana.warnings.contains(&StrainWarning::Rising), "{:?}", ana.trend);
    assert!(reply.clinicians[1].warnings.is_empty() && reply.clinicians[1].trend.is_none());
    let high = ask(&worked(|week| if week >= 10 { 11 } else { 8 }), everyone());
    assert!(high.clinicians[0].warnings.contains(&StrainWarning::HighWeeks));
    assert_eq!(high.team.warned, 1);
}

#[test]
fn a_plan_that_asks_more_than_the_last_weeks_is_told() {
    let mut clinic = worked(|_| 8);
    clinic.clinicians[0].max_day_min = 900;
    clinic.clinicians[0].max_week_min = 4_500;
    for weekday in 0..5 {
        for (number, hour) in [7, 19].into_iter().enumerate() {
            let mut row = appointment(&format!("x{weekday}{number}"), "p1", moment(weekday, hour, 0));
            row.clinicians = vec!["ana".into()];
            clinic.appointments.push(row);
        }
    }
    let reply = ask(&clinic, everyone());
    assert_eq!(reply.clinicians[0].ahead.as_ref().unwrap().band, Some(StrainBand::High));
    assert_eq!(reply.clinicians[0].warnings, [StrainWarning::MoreAhead]);
}

#[test]
fn people_are_shown_one_by_one_only_if_asked_for() {
    let clinic = worked(|_| 8);
    let reply = ask(&clinic, WorkloadRequest::default());
    assert!(reply.clinicians.is_empty() && reply.disciplines.is_empty());
    assert_eq!(reply.team.weeks.len(), 12);
    let mut desk = Desk::default();
    desk.open(clinic);
    for (request, code) in [
        (r#"{"clinicians": ["nobody"]}"#, "workload.unknown_clinician"),
        (r#"{"weeks": 3}"#, "request.wrong_value"),
        (r#"{"weeks": 105}"#, "request.wrong_value"),
    ] {
        assert_eq!(api::run(&mut desk, "workload", request).unwrap_err().code, code);
    }
}

#[test]
fn surveys_stand_beside_the_index_by_instrument() {
    let mut clinic = worked(|_| 8);
    let before = ask(&clinic, everyone());
    let mut answer = |instrument: &str, respondent: &str, date: i32, score: f64| {
        clinic.surveys.push(Survey {
            date: day(date),
            instrument: instrument.into(),
            respondent: respondent.into(),
            score,
        });
    };
    for score in [1.0, 2.0, 3.0, 4.0, 4.0] {
        answer("mini_z", "staff", -10, score);
    }
    answer("pfi", "staff", -10, 4.0);
    answer("mini_z", "patient", -10, 5.0);
    let reply = ask(&clinic, everyone());
    assert_eq!(reply.surveys.len(), 2);
    let (mini_z, pfi) = (&reply.surveys[0], &reply.surveys[1]);
    assert_eq!((mini_z.answers, mini_z.mean), (Some(5), Some(2.8)));
    assert_eq!((mini_z.cut_off, mini_z.at_or_above), (Some(3.0), Some(0.6)));
    assert_eq!(
        (pfi.answers, pfi.mean, pfi.at_or_above),
        (None, None, None),
        "one answer is hidden"
    );
    // The index is what it was.
    assert_eq!(reply.clinicians[0].recent, before.clinicians[0].recent);
}

#[test]
fn trends_equal_those_of_scipy() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/strain.json");
    let cases: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    for case in cases["trends"].as_array().unwrap() {
        let values = case["values"]
            .as_array()
            .unwrap()
            .iter()
            .map(|value| value.as_f64().unwrap());
        let found = monotone_trend(&(0..).zip(values).collect::<Vec<_>>()).unwrap();
        let (p, slope) = (case["p_rising"].as_f64().unwrap(), case["slope"].as_f64().unwrap());
        assert!((found.p_rising / p - 1.0).abs() < 1e-9, "{} and {p}", found.p_rising);
        assert!((found.slope - slope).abs() < 1e-9, "{} and {slope}", found.slope);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn more_hours_never_lower_the_index(hours in 4_i32..15, more in 1_i32..4) {
        let index = |hours: i32| ask(&worked(|_| hours), everyone()).clinicians[0].recent.as_ref().unwrap().index.unwrap();
        let (less, more) = (index(hours), index(hours + more));
        prop_assert!(less <= more && (0.0..=100.0).contains(&more));
    }

    #[test]
    fn a_trend_turned_round_is_the_opposite(values in prop::collection::vec(0_i32..40, 4..20)) {
        let forward: Vec<(i32, f64)> = (0..).zip(values.iter().map(|&value| f64::from(value))).collect();
        let back: Vec<(i32, f64)> = (0..).zip(values.iter().rev().map(|&value| f64::from(value))).collect();
        let (forward, back) = (monotone_trend(&forward), monotone_trend(&back));
        prop_assert_eq!(forward.is_some(), back.is_some());
        if let (Some(forward), Some(back)) = (forward, back) {
            prop_assert_eq!(forward.s, -back.s);
            prop_assert!((forward.slope + back.slope).abs() < 1e-12);
            prop_assert!((forward.p_rising + back.p_rising - 1.0).abs() < 1e-12);
        }
    }
}
