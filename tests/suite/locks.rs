//! What a user has locked stays, or is refused by name.

use rosterwell::api::{self, Desk};
use serde_json::{Value, json};

use crate::desk::run;

fn sample() -> Desk {
    let mut desk = Desk::default();
    let request = json!({"kind": "addiction_treatment", "clinicians": 8, "seed": 1});
    run(&mut desk, "sample", request);
    desk
}

fn plan(desk: &Desk, locks: &[&str]) -> Result<Value, rosterwell::Error> {
    let request = json!({"steps": 200, "locks": locks}).to_string();
    let mut task = api::start(desk, "plan", &request)?;
    while !task.advance(1_000)?.done {}
    Ok(serde_json::from_str(&task.finish()?).unwrap())
}

/// Sessions that break some rule today.
fn at_fault(published: &Value) -> Vec<&str> {
    let rules = published["violations"].as_array().unwrap().iter();
    let sessions = rules.flat_map(|rule| rule["sessions"].as_array().unwrap());
    sessions.map(|session| session.as_str().unwrap()).collect()
}

#[test]
fn locks_that_clash_are_refused_by_name() {
    let mut desk = sample();
    let published = run(&mut desk, "published", json!({}));
    let rules = published["violations"].as_array().unwrap();
    let broken_by = |key: &Value| {
        rules
            .iter()
            .filter(|rule| rule["sessions"].as_array().unwrap().contains(key))
            .count()
    };
    // Two sessions at once, each of which breaks no other rule.
    let clash = rules.iter().find(|rule| {
        let sessions = rule["sessions"].as_array().unwrap();
        rule["rule"] == "clinician_overlap" && sessions.len() == 2 && sessions.iter().all(|key| broken_by(key) == 1)
    });
    let clash = clash.unwrap();
    let locks = [
        clash["sessions"][0].as_str().unwrap(),
        clash["sessions"][1].as_str().unwrap(),
    ];
    let error = plan(&desk, &locks).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.path.as_str()),
        ("plan.locks_clash", "locks")
    );
    assert!(locks.iter().all(|key| error.message.contains(key)), "{}", error.message);
    let alone = plan(&desk, &locks[..1]);
    assert!(alone.is_ok(), "one of them alone can stay: {:?}", alone.err());
}

#[test]
fn what_is_locked_off_the_grid_stays_to_the_minute() {
    let mut desk = sample();
    let published = run(&mut desk, "published", json!({}));
    let faults = at_fault(&published);
    let document = run(&mut desk, "document", json!({}))["clinic"].take();
    let mut kinds = std::collections::BTreeSet::new();
    for session in published["plan"]["sessions"].as_array().unwrap() {
        let (key, place) = (session["session"].as_str().unwrap(), &session["place"]);
        let modality = place["modality"].as_str().unwrap_or_default();
        if place.is_null() || faults.contains(&key) || session["patients"].as_array().unwrap().len() != 1 {
            continue;
        }
        let mut moved = document.clone();
        let start = place["start"].as_str().unwrap().to_owned();
        let later = start[..start.len() - 1].to_owned() + "2";
        let appointments = moved["appointments"].as_array_mut().unwrap();
        let same = |row: &&mut Value| row["start"] == start.as_str() && row["patient"] == session["patients"][0];
        let Some(row) = appointments.iter_mut().find(same) else {
            continue;
        };
        row["start"] = json!(later);
        row["freedom"] = json!("locked");
        let mut other = Desk::default();
        run(&mut other, "open", json!({"clinic": moved}));
        if at_fault(&run(&mut other, "published", json!({}))).contains(&key) || !kinds.insert(modality.to_owned()) {
            continue;
        }
        let reply = plan(&other, &[]).unwrap();
        let sessions = reply["plan"]["sessions"].as_array().unwrap();
        let kept = sessions.iter().find(|session| session["session"] == key).unwrap();
        assert_eq!(kept["place"]["start"], later.as_str(), "{key}, {modality}");
    }
    // Sessions in rooms start on the grid; a call may be at any minute.
    assert!(!kinds.is_empty());
}
