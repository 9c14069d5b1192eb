//! Response surfaces against the re-plans that they stand for.

use rosterwell::api::{self, Desk};
use rosterwell::model::Clinic;
use rosterwell::sample::{SampleRequest, sample};
use rosterwell::scenario::surface_study::SurfaceReport;
use rosterwell::scenario::{Change, Lever, SurfaceRequest, SurfaceStudy};
use serde_json::{Value, json};

use crate::scenario::{finished, hire, small, tiny, without_chance};

fn slider(lever: Lever, low: f64, high: f64) -> Change {
    Change {
        low: Some(low),
        high: Some(high),
        ..Change::new(lever, (low + high) / 2.0)
    }
}

fn price() -> Change {
    slider(Lever::Price { service: None }, -0.2, 0.3)
}

fn pay() -> Change {
    slider(Lever::Pay { discipline: None }, -0.1, 0.2)
}

fn hires() -> Change {
    slider(hire(1.0).lever, 0.0, 1.0)
}

fn request(changes: Vec<Change>) -> SurfaceRequest {
    SurfaceRequest {
        changes,
        points: 16,
        unseen: 6,
        months: 12,
        runs: 3,
        levels: 1,
        first_steps: 300,
        plan_steps: 100,
        assumptions: without_chance(),
        ..SurfaceRequest::default()
    }
}

fn fitted(clinic: &Clinic, request: SurfaceRequest) -> SurfaceReport {
    let mut study = SurfaceStudy::new(clinic, request).unwrap();
    while study.advance(1_000).unwrap() {}
    study.report().unwrap()
}

fn net(report: &SurfaceReport, values: &[f64]) -> f64 {
    report.surface.at(values).unwrap()[0].value
}

#[test]
fn what_is_linear_is_met_to_the_cent() {
    let report = fitted(&tiny(20), request(vec![price(), pay()]));
    assert!(report.complete);
    assert_eq!((report.points, report.unseen), (17, 6));
    // Fifteen sessions of 100.00 and fifteen hours of 30.00 a week, in twelve months: 78,266.25 and 23,479.88.
    let expected = |price: f64, pay: f64| 7_826_625.0 * price - 2_347_987.5 * pay;
    for (price, pay) in [(0.0, 0.0), (0.1, 0.0), (0.3, -0.1), (-0.2, 0.2)] {
        let found = net(&report, &[price, pay]);
        assert!(
            (found - expected(price, pay)).abs() < 100.0,
            "{found} for {price}, {pay}"
        );
    }
    let check = &report.checks[0];
    assert!(
        check.id == "net_cents" && check.rmse < 50.0 && check.spread > 100_000.0,
        "{check:?}"
    );
}

/// Seven of ten re-plans of a real week that the surface has not seen lie near it, and none far off.
#[test]
fn unseen_plans_of_a_sample_lie_near_the_surface() {
    let clinic = sample(&SampleRequest {
        clinicians: 8,
        weeks: Some(8),
        ..SampleRequest::default()
    });
    let discipline = clinic.clinicians[0].discipline.clone();
    let lever = Lever::Hire {
        discipline,
        site: None,
        lead_days: Some(0),
    };
    let request = SurfaceRequest {
        points: 30,
        unseen: 10,
        assumptions: Vec::new(),
        ..request(vec![
            slider(lever, 0.0, 3.0),
            slider(Lever::NoShow { service: None }, -0.4, 0.2),
            slider(Lever::Demand, -0.2, 0.3),
        ])
    };
    let report = fitted(&clinic, request);
    let check = &report.checks[0];
    assert!(check.rmse < 0.35 * check.spread, "{check:?}");
    assert!(check.worst < check.spread, "{check:?}");
    let band = report.surface.outcomes[0].band;
    assert!(band > 0.0 && band < check.spread, "{band} {check:?}");
}

#[test]
fn a_surface_says_what_the_scenario_says() {
    let report = fitted(&tiny(20), request(vec![hires(), price()]));
    let mut small = small(vec![Change::new(hires().lever, 1.0), Change::new(price().lever, 0.1)]);
    small.assumptions = without_chance();
    let scenario = finished(&tiny(20), small);
    let truth = scenario.cases[1].net_cents.mean;
    let outcome = &report.surface.at(&[1.0, 0.1]).unwrap()[0];
    // Hiring places whole sessions: a staircase, which a smooth surface only follows.
    assert!(
        (outcome.value - truth).abs() < 4.0 * report.checks[0].rmse + outcome.high - outcome.value,
        "{outcome:?} {truth}"
    );
    assert!(net(&report, &[0.0, 0.0]).abs() <= report.surface.outcomes[0].band * 4.0);
}

#[test]
fn another_slider_does_not_move_the_positions_of_the_first() {
    let at = |changes| fitted(&tiny(16), request(changes)).surface.outcomes[0].linear.clone();
    let alone = at(vec![price()]);
    // What does nothing leaves the slope of the first as it was, because positions and luck are the same.
    let nothing = slider(Lever::Readmission, -0.3, 0.3);
    let both = at(vec![nothing, price()]);
    assert!(
        (alone[0] - both[1]).abs() < 1.0 && both[0].abs() < 1.0,
        "{alone:?} {both:?}"
    );
}

#[test]
fn a_stopped_study_fits_what_it_has() {
    let mut study = SurfaceStudy::new(&tiny(16), request(vec![price()])).unwrap();
    assert!(study.report().is_none());
    while study.report().is_none() {
        assert!(study.advance(1).unwrap());
    }
    let report = study.report().unwrap();
    assert!(!report.complete && report.checks.is_empty());
    assert_eq!((report.points, report.unseen), (4, 0));
}

#[test]
fn the_operations_answer_in_json() {
    let mut desk = Desk::default();
    let run = |desk: &mut Desk, name: &str, request: Value| -> Value {
        serde_json::from_str(&api::run(desk, name, &request.to_string()).unwrap()).unwrap()
    };
    run(
        &mut desk,
        "open",
        json!({"clinic": serde_json::to_value(tiny(16)).unwrap()}),
    );
    let sizes = json!({
        "changes": [{"lever": {"price": {}}, "value": 0.0, "low": -0.1, "high": 0.2}],
        "points": 8, "unseen": 2, "months": 12, "runs": 2, "levels": 1, "first_steps": 200, "plan_steps": 50,
    });
    let report = run(&mut desk, "surface", sizes);
    let surface = &report["surface"];
    let reply = run(&mut desk, "estimate", json!({"surface": surface, "values": [0.1]}));
    let first = &reply["estimates"][0];
    assert_eq!(first["id"], "net_cents");
    assert!(first["value"].as_f64().unwrap() > 0.0);
    // What is estimated for a tenth more is reached at a tenth more.
    let goal = json!({"outcome": "net_cents", "reach": first["value"], "slider": 0});
    let reply = run(
        &mut desk,
        "estimate",
        json!({"surface": surface, "values": [0.0], "goal": goal}),
    );
    assert!(
        (reply["goal"][0]["values"][0].as_f64().unwrap() - 0.1).abs() < 1e-6,
        "{reply}"
    );
    let wrong = json!({"surface": surface, "values": [0.5]}).to_string();
    let error = api::run(&mut desk, "estimate", &wrong).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.path.as_str()),
        ("surface.wrong_value", "values[0]")
    );
    let none = api::run(&mut desk, "surface", r#"{"points": 3}"#).unwrap_err();
    assert!(
        none.message.contains("request.changes") && none.message.contains("request.points"),
        "{none:?}"
    );
}
