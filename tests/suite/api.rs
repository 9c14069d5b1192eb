//! The operations as everyone outside calls them: names and JSON.

use rosterwell::api::{self, Desk};
use serde_json::{Value, json};
use std::collections::BTreeSet;

use crate::desk::run;

fn code(desk: &mut Desk, operation: &str, request: &str) -> (String, String) {
    let error = api::run(desk, operation, request).unwrap_err();
    (error.code, error.path)
}

#[test]
fn names_are_unique_and_in_the_help() {
    let mut names = BTreeSet::new();
    for operation in api::operations() {
        assert!(names.insert(operation.name), "{}", operation.name);
        assert!(
            !operation.summary.is_empty() && operation.summary.len() < 100,
            "{}",
            operation.name
        );
    }
}

#[test]
fn wrong_requests_say_where() {
    let mut desk = Desk::default();
    for (operation, request, expected, path) in [
        ("nothing", "{}", "operation.unknown", ""),
        ("validate", "{}", "desk.empty", ""),
        ("validate", "[", "request.not_json", ""),
        ("validate", r#"{"colour": 1}"#, "request.unknown_field", "colour"),
        (
            "open",
            r#"{"clinic": {"settings": 3}}"#,
            "request.wrong_value",
            "clinic.settings",
        ),
        (
            "open",
            r#"{"clinic": {"sites": [{"id": "a"}]}}"#,
            "request.missing_field",
            "clinic.sites[0]",
        ),
        (
            "open",
            r#"{"clinic": {"format": "rosterwell-clinic/999"}}"#,
            "document.format",
            "clinic.format",
        ),
        (
            "check",
            r#"{"plan": {"format": "rosterwell-plan/1"}}"#,
            "request.missing_field",
            "plan",
        ),
    ] {
        assert_eq!(
            code(&mut desk, operation, request),
            (expected.into(), path.into()),
            "{operation} {request}"
        );
    }
}

#[test]
fn a_document_goes_in_and_comes_out_the_same() {
    let mut desk = Desk::default();
    let clinic = json!({"settings": serde_json::to_value(rosterwell::model::Clinic::default().settings).unwrap()});
    let opened = run(&mut desk, "open", json!({"clinic": clinic}));
    assert_eq!(opened["summary"]["horizon_days"], 7);
    let document = run(&mut desk, "document", json!({}));
    let again = run(&mut desk, "open", document.clone());
    assert_eq!(opened, again);
    assert_eq!(document, run(&mut desk, "document", json!({})));
}

#[test]
fn only_long_operations_are_started() {
    let mut desk = Desk::default();
    run(&mut desk, "open", json!({"clinic": {}}));
    assert_eq!(
        api::start(&desk, "validate", "{}").err().unwrap().code,
        "operation.not_a_task"
    );
    let mut task = api::start(&desk, "plan", r#"{"steps": 100}"#).unwrap();
    assert!(!task.advance(60).unwrap().done);
    let progress = task.advance(60).unwrap();
    assert_eq!((progress.step, progress.steps, progress.done), (100, 100, true));
    let reply: Value = serde_json::from_str(&task.finish().unwrap()).unwrap();
    assert_eq!(reply["steps"], 100);
}

#[test]
fn a_task_that_is_ended_early_keeps_what_it_has() {
    let mut desk = Desk::default();
    run(&mut desk, "open", json!({"clinic": {}}));
    let mut task = api::start(&desk, "plan", r#"{"steps": 100}"#).unwrap();
    task.advance(30).unwrap();
    let reply: Value = serde_json::from_str(&task.finish().unwrap()).unwrap();
    assert_eq!(reply["steps"], 30);
    for (request, path) in [(r#"{"steps": 0}"#, "steps"), (r#"{"locks": ["none"]}"#, "locks[0]")] {
        assert_eq!(api::start(&desk, "plan", request).err().unwrap().path, path);
    }
}

#[test]
fn changes_are_counted_by_the_rule_by_which_they_are_charged() {
    let mut desk = Desk::default();
    let sample = json!({"kind": "addiction_treatment", "clinicians": 8, "seed": 2});
    run(&mut desk, "sample", sample);
    let reply = run(&mut desk, "plan", json!({"steps": 300, "seed": 1}));
    let changes = reply["changes"].as_array().unwrap();
    let changed = &reply["changed"];
    for kind in ["placed", "removed", "moved", "way", "room", "seats"] {
        let listed = changes.iter().filter(|change| change["kind"] == kind).count();
        assert_eq!(changed[kind], listed, "{kind}");
    }
    let costs = reply["costs"].as_array().unwrap();
    let charged = costs.iter().find(|line| line["term"] == "change");
    let price = rosterwell::model::CostTerm::Change.default_price().0;
    let shares = changed["shares"].as_i64().unwrap();
    assert!(shares > 0 && changed["moved"].as_i64().unwrap() <= shares);
    assert_eq!(charged.unwrap()["cents"], price * shares);
}
