//! Small instances worked out by hand.

use rosterwell::model::problem::{Assigned, Placement};
use rosterwell::model::{Plan, check};
use rosterwell::optimizer::{Params, evaluate, solve};
use serde_json::{Value, json};

use super::{Scale, format, plan::Routes, problem, thousandths};

/// One caregiver can do only the first service, the other only the second. `a` is late whoever comes first; the second
/// service of `b` must start 20 to 30 minutes after the first.
fn pair() -> Value {
    json!({
        "distances": [[0.0, 10.004, 6.5], [10.004, 0.0, 4.25], [6.5, 4.25, 0.0]],
        "terminal_points": [{"id": "d", "distance_matrix_index": 0}],
        "caregivers": [
            {"id": "c1", "abilities": ["s1"], "departing_point": "d", "arrival_point": "d"},
            {"id": "c2", "abilities": ["s2"], "departing_point": "d", "arrival_point": "d"},
        ],
        "services": [{"id": "s1", "default_duration": 10}, {"id": "s2", "default_duration": 7.5}],
        "patients": [
            {
                "id": "a",
                "distance_matrix_index": 1,
                "required_services": [{"service": "s1"}],
                "time_windows": [{"start": 0, "end": 5}],
            },
            {
                "id": "b",
                "distance_matrix_index": 2,
                "required_services": [{"service": "s1", "duration": 5}, {"service": "s2"}],
                "time_windows": [{"start": 30, "end": 40}],
                "synchronization": {"type": "sequential", "distance": {"min": 20, "max": 30}},
            },
        ],
    })
}

/// The same in the other layout.
fn pair_of_the_paper() -> Value {
    json!({
        "distances": [[0.0, 10.004, 6.5], [10.004, 0.0, 4.25], [6.5, 4.25, 0.0]],
        "central_offices": [{"id": "d"}],
        "caregivers": [{"id": "c1", "abilities": ["s1"]}, {"id": "c2", "abilities": ["s2"]}],
        "services": [{"id": "s1", "default_duration": 10}, {"id": "s2", "default_duration": 7.5}],
        "patients": [
            {"id": "a", "required_caregivers": [{"service": "s1"}], "time_window": [0, 5]},
            {
                "id": "b",
                "required_caregivers": [{"service": "s1", "duration": 5}, {"service": "s2"}],
                "time_window": [30, 40],
                "synchronization": {"type": "sequential", "distance": [20, 30]},
            },
        ],
    })
}

fn read(instance: &Value) -> format::Instance {
    format::read(&instance.to_string()).unwrap_or_else(|message| panic!("{message}"))
}

/// For every patient the caregiver and planned start of each service.
fn plan(patients: &[&[(u32, i32)]]) -> Plan {
    let placement = |parts: &&[(u32, i32)]| {
        let assigned = parts.iter().map(|&(clinician, start)| Assigned { clinician, start });
        Some(Placement {
            start: parts[0].1,
            choice: 0,
            room: None,
            parts: assigned.collect(),
        })
    };
    Plan {
        placements: patients.iter().map(placement).collect(),
        seats: Vec::new(),
    }
}

#[test]
fn the_best_plan_of_a_pair_is_found_and_costs_what_it_should() {
    for layout in [pair(), pair_of_the_paper()] {
        let instance = read(&layout);
        let scale = Scale::of(&instance);
        let problem = problem(&instance, scale);
        let params = Params {
            steps: 50,
            ..Params::default()
        };
        let (plan, _) = solve(&problem, &params, None);
        assert_eq!(check(&problem, &plan), []);
        let costs = Routes::new(&instance, &plan).unwrap().costs();
        // a from 10.004 on, 5.004 late; b from 30 and, 20 later, from 50 on, 10 late.
        assert_eq!(thousandths(costs.travel), 10.004 + 4.25 + 6.5 + 2.0 * 6.5);
        assert_eq!(thousandths(costs.tardiness), 15.004);
        assert_eq!(thousandths(costs.highest), 10.0);
        assert_eq!(thousandths(costs.total()), 19.586);
        // The optimizer knows the way of 10.004 as 10.01: once as travel, once as tardiness.
        assert_eq!(evaluate(&problem, &plan).total(), 5_877);
    }
}

#[test]
fn a_service_waits_for_the_other_one() {
    let mut instance = pair();
    // c2 is at b from 30 until 37.5 and reaches a at 41.75; the first service there starts at most 2 earlier.
    instance["patients"][0]["required_services"] = json!([{"service": "s1"}, {"service": "s2"}]);
    instance["patients"][0]["synchronization"] = json!({"type": "sequential", "distance": [0, 2]});
    instance["patients"][1]["required_services"] = json!([{"service": "s2"}]);
    let instance = read(&instance);
    let planned = plan(&[&[(0, 5_000), (1, 5_100)], &[(1, 4_000)]]);
    let routes = Routes::new(&instance, &planned).unwrap();
    let document = routes.document();
    let start = |route: usize, stop: usize| document["routes"][route]["locations"][stop]["arrival_time"].as_f64();
    assert_eq!([start(1, 0), start(1, 1), start(0, 0)], [30.0, 41.75, 39.75].map(Some));
    let costs = routes.costs();
    assert_eq!(thousandths(costs.tardiness), 36.75 + 34.75);
    assert_eq!(thousandths(costs.highest), 36.75);
    assert_eq!(thousandths(costs.travel), 20.008 + 20.754);
}

#[test]
fn routes_that_wait_for_each_other_have_no_times() {
    let mut instance = pair();
    for patient in 0..2 {
        instance["patients"][patient]["required_services"] = json!([{"service": "s1"}, {"service": "s2"}]);
        instance["patients"][patient]["synchronization"] = json!({"type": "simultaneous"});
    }
    let instance = read(&instance);
    let circle = plan(&[&[(0, 100), (1, 200)], &[(0, 200), (1, 100)]]);
    assert!(Routes::new(&instance, &circle).is_err());
    let in_order = plan(&[&[(0, 100), (1, 100)], &[(0, 200), (1, 200)]]);
    assert!(Routes::new(&instance, &in_order).is_ok());
}

#[test]
fn whole_minutes_stay_whole() {
    let mut instance = pair();
    assert_eq!(Scale::of(&read(&instance)).0, 100.0);
    instance["distances"] = json!([[0, 10, 6], [10, 0, 4], [6, 4, 0]]);
    instance["services"][1]["default_duration"] = json!(7);
    instance["patients"][1]["time_windows"][0]["start"] = json!(29.999_999_999_999_996);
    let instance = read(&instance);
    let scale = Scale::of(&instance);
    assert_eq!(scale.0, 1.0);
    let problem = problem(&instance, scale);
    assert_eq!(problem.sessions[1].due, [(30, 40)]);
    assert_eq!(problem.sessions[1].parts[1].offset, (20, 30));
    assert_eq!(problem.travel.minutes[..3], [0, 10, 6]);
}

#[test]
fn what_does_not_fit_together_is_said() {
    for (place, value, said) in [
        ("/distances/0", json!([0.0]), "not square"),
        ("/patients/0/distance_matrix_index", json!(3), "`a` has no distances"),
        ("/patients/0/time_windows", json!([]), "`a` has 0 time windows"),
        ("/patients/0/required_services", json!([]), "`a` asks for neither"),
        ("/patients/1/synchronization/type", json!("soon"), "`b` does not say"),
        ("/caregivers/0/departing_point", json!("x"), "`c1` starts or ends"),
        ("/services/0/id", json!("s3"), "`s1` has no duration"),
    ] {
        let mut instance = pair();
        if let Some(old) = instance.pointer_mut(place) {
            *old = value;
        }
        let message = format::read(&instance.to_string()).err().unwrap_or_default();
        assert!(message.contains(said), "{place}: {message}");
    }
}
