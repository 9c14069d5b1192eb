//! `day_check`: what is planted is found, what is offered helps.

use rosterwell::api::{self, Desk};
use serde_json::{Value, json};

use crate::desk::run;

const DAY: &str = "2026-11-24";

/// A sample with its own faults, and a few more on Tuesday; with the ids that the faults concern.
fn faulty() -> (Desk, Value) {
    let mut desk = Desk::default();
    let request = json!({"kind": "addiction_treatment", "clinicians": 10, "seed": 4, "weeks": 3});
    run(&mut desk, "sample", request);
    let mut clinic = run(&mut desk, "document", json!({}))["clinic"].take();
    let rows = clinic["appointments"].as_array().unwrap().clone();
    let today = |row: &&Value| row["start"].as_str().unwrap().starts_with(DAY) && row["status"] == "booked";
    let mut single = rows.iter().filter(today).filter(|row| row["patient"].is_string());
    let (first, second) = (single.next().unwrap().clone(), single.next().unwrap().clone());
    let who = first["clinicians"][0].clone();
    let at = |table: &str, id: &Value, clinic: &Value| {
        let rows = clinic[table].as_array().unwrap();
        rows.iter().position(|row| row["id"] == *id).unwrap()
    };
    let patient = at("patients", &first["patient"], &clinic);
    clinic["patients"][patient]["languages"] = json!(["tlh"]);
    let mut supervisor = clinic["clinicians"][at("clinicians", &who, &clinic)].clone();
    supervisor["id"] = json!("chief");
    supervisor["hours"] = json!("Sat 09:00-10:00");
    clinic["clinicians"].as_array_mut().unwrap().push(supervisor);
    let row = at("clinicians", &who, &clinic);
    clinic["clinicians"][row]["supervisor"] = json!("chief");
    clinic["licenses"]
        .as_array_mut()
        .unwrap()
        .push(json!({"clinician": who, "skill": "planted", "until": "2026-11-30"}));
    let unconfirmed = at("appointments", &second["id"], &clinic);
    clinic["appointments"][unconfirmed]
        .as_object_mut()
        .unwrap()
        .remove("confirmed");
    let mut lost = second.clone();
    (lost["id"], lost["clinicians"]) = (json!("lost"), json!([]));
    clinic["appointments"].as_array_mut().unwrap().push(lost);
    run(&mut desk, "open", json!({"clinic": clinic}));
    (desk, clinic)
}

fn kinds(reply: &Value) -> Vec<String> {
    let findings = reply["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| finding["kind"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_is_planted_is_found() {
    let (mut desk, _) = faulty();
    let reply = run(&mut desk, "day_check", json!({"day": DAY}));
    let kinds = kinds(&reply);
    for kind in [
        "interpreter",
        "supervision",
        "license_ends",
        "unconfirmed",
        "no_clinician",
    ] {
        assert!(kinds.iter().any(|known| known == kind), "{kind}: {kinds:?}");
    }
    let urgency = |finding: &Value| {
        ["blocks", "risk", "note"]
            .iter()
            .position(|name| finding["urgency"] == *name)
    };
    let findings = reply["findings"].as_array().unwrap();
    assert!(findings.is_sorted_by_key(urgency), "{findings:?}");
}

#[test]
fn every_broken_rule_of_the_day_is_told_and_none_of_another_day() {
    let (mut desk, _) = faulty();
    let published = run(&mut desk, "published", json!({}));
    let on_day = |key: &Value| {
        let sessions = published["plan"]["sessions"].as_array().unwrap();
        let row = sessions.iter().find(|row| row["session"] == *key).unwrap();
        row["place"]["start"]
            .as_str()
            .is_some_and(|start| start.starts_with(DAY))
    };
    let violations = published["violations"].as_array().unwrap().iter();
    let expected = violations
        .filter(|row| row["sessions"].as_array().unwrap().iter().any(on_day))
        .count();
    let reply = run(&mut desk, "day_check", json!({"day": DAY}));
    let findings = reply["findings"].as_array().unwrap().iter();
    let found = findings
        .filter(|row| row["urgency"] == "blocks" && row["kind"] != "no_clinician")
        .count();
    assert_eq!((expected, expected > 0), (found, true));
}

#[test]
fn what_is_offered_leaves_fewer_faults() {
    let (mut desk, _) = faulty();
    let published = run(&mut desk, "published", json!({}));
    let before = published["violations"].as_array().unwrap().len();
    let reply = run(&mut desk, "day_check", json!({"day": DAY}));
    let findings = reply["findings"].as_array().unwrap().iter();
    let mut offered = 0;
    for proposal in findings.filter_map(|finding| finding.get("proposal")) {
        offered += 1;
        let mut plan = published["plan"].clone();
        for action in proposal["actions"].as_array().unwrap() {
            let rows = plan["sessions"].as_array_mut().unwrap();
            let row = rows.iter_mut().find(|row| row["session"] == action["session"]).unwrap();
            row["place"] = action["place"].clone();
        }
        let checked = run(&mut desk, "check", json!({"plan": plan}));
        let after = checked["violations"].as_array().unwrap().len();
        assert!(after < before, "{before} to {after}: {proposal}");
    }
    assert!(offered > 0, "{reply}");
}

#[test]
fn what_has_begun_is_left_out_and_a_day_outside_is_refused() {
    let (mut desk, _) = faulty();
    let all = run(&mut desk, "day_check", json!({"day": DAY}));
    let rest = run(&mut desk, "day_check", json!({"day": DAY, "now": "2026-11-24T23:59"}));
    assert!(all["sessions"].as_u64().unwrap() > 10, "{}", all["sessions"]);
    assert_eq!(rest["sessions"], 0);
    let error = api::run(&mut desk, "day_check", r#"{"day": "2020-01-01"}"#).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.path.as_str()),
        ("request.wrong_value", "day")
    );
}
