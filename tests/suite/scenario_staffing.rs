//! The smallest staffing that meets targets: on a clinic small enough to count by hand, and its laws.

use rosterwell::api::{self, Desk};
use rosterwell::scenario::staffing_report::StaffingReport;
use rosterwell::scenario::staffing_request::{StaffingMeasure, StaffingTarget};
use rosterwell::scenario::{Staffing, StaffingRequest};
use serde_json::json;

use crate::scenario::tiny;

fn target(measure: StaffingMeasure, value: f64) -> StaffingTarget {
    StaffingTarget { measure, value }
}

fn small(targets: Vec<StaffingTarget>) -> StaffingRequest {
    StaffingRequest {
        targets,
        step: 0.2,
        most: 4.0,
        first_steps: 300,
        plan_steps: 100,
        ..StaffingRequest::default()
    }
}

fn found(patients: usize, request: StaffingRequest) -> StaffingReport {
    let mut search = Staffing::new(&tiny(patients), request).unwrap();
    while search.advance(1_000).unwrap() {}
    search.report().unwrap()
}

/// Fifteen sessions fit with one counselor of fifteen hours; a fifth of one more holds three.
#[test]
fn as_many_hours_as_are_missing() {
    for (patients, share, fte) in [
        (15, 1.0, 0.0),
        (18, 1.0, 0.2),
        (21, 1.0, 0.4),
        (20, 0.9, 0.2),
        (30, 1.0, 1.0),
    ] {
        let report = found(patients, small(vec![target(StaffingMeasure::Placed, share)]));
        let best = report.best.as_ref().unwrap();
        assert!(report.reached && report.certain, "{patients}");
        assert!((best.fte - fte).abs() < 1e-9, "{patients} patients, {share}: {best:?}");
        assert!(best.meets && best.values[0] >= share - 1e-9);
        // Fifteen hours of 30.00 with 30 % on top, in 52.1775 weeks a year, for one.
        let year = (1.0 + fte) * 15.0 * 3_000.0 * 1.3 * 146_097.0 / 400.0 / 7.0;
        assert!(
            (best.cost_year_cents - year).abs() <= 1.0,
            "{} for {year}",
            best.cost_year_cents
        );
    }
}

#[test]
fn one_step_fewer_was_planned_and_misses_a_target() {
    let report = found(24, small(vec![target(StaffingMeasure::Placed, 1.0)]));
    let best = report.best.unwrap();
    let fewer = report
        .points
        .iter()
        .find(|point| (point.fte - (best.fte - 0.2)).abs() < 1e-9)
        .unwrap();
    assert!(!fewer.meets && fewer.met == [false]);
    assert_eq!(report.today.fte, 0.0);
    assert_eq!(report.plans as usize, report.points.len());
    for point in report.points.iter().filter(|point| point.frontier) {
        let beats = |other: &&rosterwell::scenario::staffing_report::StaffingPoint| {
            other.placed > point.placed && other.cost_year_cents <= point.cost_year_cents
        };
        assert!(!report.points.iter().any(|other| beats(&other)));
    }
}

#[test]
fn more_demand_never_needs_fewer_people() {
    let fte = |demand| {
        let request = StaffingRequest {
            demand,
            ..small(vec![target(StaffingMeasure::Placed, 1.0)])
        };
        found(20, request).best.unwrap().fte
    };
    let needed = [-0.5, 0.0, 0.2, 0.4].map(fte);
    assert!(needed.windows(2).all(|pair| pair[0] <= pair[1]), "{needed:?}");
    assert_eq!(needed[0], 0.0);
}

#[test]
fn what_people_cannot_bring_about_is_said() {
    // Nobody who is hired takes the strain of Ann's own week below what it is.
    let request = StaffingRequest {
        most: 0.4,
        ..small(vec![target(StaffingMeasure::Placed, 1.0)])
    };
    let report = found(60, request);
    assert!(!report.reached && report.certain && report.best.is_none());
    assert!(report.points.iter().all(|point| point.fte <= 0.4 + 1e-9));
    // Plans that are used up are no answer either way.
    let request = StaffingRequest {
        plans: 2,
        ..small(vec![target(StaffingMeasure::Placed, 1.0)])
    };
    let report = found(60, request);
    assert!(!report.reached && !report.certain);
    assert_eq!(report.plans, 2);
}

#[test]
fn steps_cut_up_differently_find_the_same() {
    let targets = || {
        vec![
            target(StaffingMeasure::Placed, 1.0),
            target(StaffingMeasure::HighStrain, 1.0),
        ]
    };
    let mut by_one = Staffing::new(&tiny(22), small(targets())).unwrap();
    while by_one.advance(1).unwrap() {}
    assert_eq!(by_one.report().unwrap(), found(22, small(targets())));
    let (step, steps) = by_one.progress();
    assert_eq!(step, steps);
}

#[test]
fn every_fault_of_a_request_is_told_at_once() {
    let request = StaffingRequest {
        targets: vec![target(StaffingMeasure::Placed, 2.0)],
        disciplines: vec!["nobody".into()],
        step: 0.0,
        plans: 0,
        demand: f64::NAN,
        ..StaffingRequest::default()
    };
    let error = Staffing::new(&tiny(3), request).err().unwrap();
    assert_eq!(error.code, "scenario.wrong_request");
    for part in [
        "request.step",
        "request.plans",
        "request.demand",
        "targets[0].value",
        "disciplines[0]",
    ] {
        assert!(error.message.contains(part), "{part} in {}", error.message);
    }
}

#[test]
fn the_operation_answers_in_json() {
    let mut desk = Desk::default();
    let clinic = serde_json::to_value(tiny(18)).unwrap();
    api::run(&mut desk, "open", &json!({ "clinic": clinic }).to_string()).unwrap();
    let request = json!({
        "targets": [{"measure": "placed", "value": 1.0}, {"measure": "third_next_available", "value": 7.0}],
        "step": 0.2, "first_steps": 300, "plan_steps": 100,
    });
    let reply = api::run(&mut desk, "staffing", &request.to_string()).unwrap();
    let reply: serde_json::Value = serde_json::from_str(&reply).unwrap();
    assert_eq!(reply["best"]["hires"], json!([{"discipline": "counselor", "fte": 0.2}]));
    assert_eq!(reply["reached"], true);
}
