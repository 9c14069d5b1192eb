//! The pack of a quarter: its days, what the log says of it, what the rules do in it.

use rosterwell::api::{Desk, run};
use serde_json::{Value, json};

fn entry(sequence: u64, time: &str, offset_min: i32, action: &str, rule_packs: &str) -> Value {
    json!({
        "version": 1, "sequence": sequence, "time": time, "offset_min": offset_min, "user": "director", "action": action,
        "reason": if action == "override" { Some("asked for by the patient") } else { None },
        "object": "0123456789abcdef", "rule_packs": rule_packs, "build": "b", "previous": "", "hash": "",
    })
}

fn opened() -> Desk {
    let mut desk = Desk::default();
    let request = json!({"kind": "outpatient_rehabilitation", "clinicians": 6, "seed": 2, "weeks": 26});
    run(&mut desk, "sample", &request.to_string()).unwrap();
    desk
}

fn pack(desk: &mut Desk, request: Value) -> Value {
    serde_json::from_str(&run(desk, "governance", &request.to_string()).unwrap()).unwrap()
}

#[test]
fn a_quarter_is_thirteen_whole_workweeks_before_this_one() {
    let mut desk = opened();
    let found = pack(&mut desk, json!({}));
    // The sample stands on Friday 20 November 2026; its workweek begins on Monday the 16th.
    assert_eq!(
        [&found["before"], &found["from"], &found["until"]],
        ["2026-05-18", "2026-08-17", "2026-11-16"]
    );
    assert_eq!(found["synthetic"], true);
    assert_eq!(found["trends"][0]["points"].as_array().unwrap().len(), 13);
    let request = json!({"from": "2026-08-17T00:00", "to": "2026-11-16T00:00"});
    let kpis: Value = serde_json::from_str(&run(&mut desk, "kpis", &request.to_string()).unwrap()).unwrap();
    let by_id = |rows: &Value, id: &str| {
        rows.as_array()
            .unwrap()
            .iter()
            .find(|row| row["id"] == id)
            .cloned()
            .unwrap()
    };
    for id in ["K1", "K9", "K14", "K29"] {
        assert_eq!(
            by_id(&found["indicators"], id)["after"],
            by_id(&kpis["indicators"], id)["text"],
            "{id}"
        );
    }
    let limits = found["limits"].to_string();
    assert!(limits.contains("no audit log was given"), "{limits}");
}

#[test]
fn the_log_of_the_quarter_is_counted_on_the_users_clock() {
    let mut desk = opened();
    let entries = json!([
        entry(1, "2026-08-16T23:30:00Z", 0, "solve", "base, us-2025"),
        // Half past midnight on the user's clock: the first moment of the quarter.
        entry(2, "2026-08-16T23:30:00Z", 60, "solve", "base, us-2025"),
        entry(3, "2026-10-01T10:00:00Z", 0, "override", "base, us-2025"),
        entry(4, "2026-10-02T10:00:00Z", 0, "solve", "base, us-2026"),
        entry(5, "2026-11-15T23:59:00Z", 0, "accept", "base, us-2026"),
        entry(6, "2026-11-16T00:00:00Z", 0, "override", "base, us-2026"),
    ]);
    let found = pack(&mut desk, json!({"entries": entries}));
    assert_eq!(
        found["actions"],
        json!([{"action": "solve", "count": 2}, {"action": "accept", "count": 1}, {"action": "override", "count": 1}])
    );
    let overrides = found["overrides"].as_array().unwrap();
    assert_eq!(overrides.len(), 1);
    assert_eq!(overrides[0]["sequence"], 3);
    assert_eq!(overrides[0]["reason"], "asked for by the patient");
    assert_eq!(
        found["pack_changes"],
        json!([{"sequence": 4, "time": "2026-10-02T10:00:00Z", "before": "base, us-2025", "after": "base, us-2026"}])
    );
    let wrong = json!({"entries": [entry(1, "yesterday", 0, "solve", "")]}).to_string();
    let error = run(&mut desk, "governance", &wrong).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.path.as_str()),
        ("governance.time", "entries[0].time")
    );
    let empty = json!({"from": "2026-11-16", "until": "2026-11-16"}).to_string();
    assert_eq!(
        run(&mut desk, "governance", &empty).unwrap_err().code,
        "governance.empty_period"
    );
}

#[test]
fn rules_that_change_in_the_quarter_are_told() {
    let mut desk = opened();
    let mut clinic = serde_json::to_value(desk.clinic().unwrap()).unwrap();
    clinic["rules"] = json!([{"rule": "mileage.cents_per_mile", "value": 60.0, "reason": "agreed in 2024"}]);
    run(&mut desk, "open", &json!({"clinic": clinic}).to_string()).unwrap();
    let found = pack(&mut desk, json!({"from": "2025-11-01", "until": "2026-02-01"}));
    assert_eq!(
        found["own_rules"],
        json!([{"rule": "mileage.cents_per_mile", "value": 60.0, "pack_value": 72.5, "reason": "agreed in 2024"}])
    );
    let dated = found["dated_rules"].as_array().unwrap();
    let mileage: Vec<&Value> = dated
        .iter()
        .filter(|row| row["rule"] == "mileage.cents_per_mile")
        .collect();
    // The mileage of 2025 ended and that of 2026 began [IRS26].
    let dates: Vec<(&Value, &Value)> = mileage.iter().map(|row| (&row["from"], &row["until"])).collect();
    assert!(dates.iter().any(|(from, _)| **from == "2026-01-01"), "{dates:?}");
    let quiet = pack(&mut desk, json!({"from": "2026-03-02", "until": "2026-06-01"}));
    assert!(
        quiet["dated_rules"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["rule"] != "mileage.cents_per_mile")
    );
}
