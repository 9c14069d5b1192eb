//! `repair` and `amend` as the page calls them: events in the words of the clinic, proposals that can be carried out.

use std::sync::OnceLock;

use rosterwell::api::{self, Desk};
use serde_json::{Value, json};

use crate::desk::run;

/// A sample clinic with a plan that breaks no rule, as texts.
fn planned() -> &'static (String, Value) {
    static PLANNED: OnceLock<(String, Value)> = OnceLock::new();
    PLANNED.get_or_init(|| {
        let mut desk = Desk::default();
        run(
            &mut desk,
            "sample",
            json!({"kind": "addiction_treatment", "clinicians": 12, "seed": 6, "weeks": 4}),
        );
        let reply = run(&mut desk, "plan", json!({"steps": 300}));
        let clinic = run(&mut desk, "document", json!({}))["clinic"].to_string();
        (clinic, reply["plan"].clone())
    })
}

fn desk() -> Desk {
    let mut desk = Desk::default();
    api::run(&mut desk, "open", &format!(r#"{{"clinic": {}}}"#, planned().0)).unwrap();
    desk
}

fn repair(events: Value) -> Value {
    let request = json!({"plan": planned().1, "now": "2026-11-24T10:00", "events": events, "steps": 400});
    run(&mut desk(), "repair", request)
}

/// A clinician with several sessions on Tuesday afternoon, and one of the patients.
fn busy_clinician() -> (String, String) {
    let sessions = planned().1["sessions"].as_array().unwrap();
    let mut counts: Vec<(usize, String, String)> = Vec::new();
    for session in sessions.iter().filter(|session| session["kind"] == "individual") {
        let (Some(start), Some(who)) = (
            session["place"]["start"].as_str(),
            session["place"]["clinicians"][0].as_str(),
        ) else {
            continue;
        };
        if start > "2026-11-24T12:00" && start < "2026-11-24T23:00" && session["locked"] == false {
            match counts.iter_mut().find(|count| count.1 == who) {
                Some(count) => count.0 += 1,
                None => counts.push((1, who.into(), session["patients"][0].as_str().unwrap().into())),
            }
        }
    }
    let (_, who, patient) = counts.into_iter().max().unwrap();
    (who, patient)
}

/// The plan with the moves of a proposal carried out.
fn carried_out(plan: &Value, proposal: &Value) -> Value {
    let mut plan = plan.clone();
    let rows = plan["sessions"].as_array_mut().unwrap();
    for change in proposal["moves"].as_array().unwrap() {
        let at = rows.iter().position(|row| row["session"] == change["session"]);
        let at = at.unwrap_or_else(|| {
            rows.push(
                json!({"session": change["session"], "kind": "individual", "service": "", "patients": [],
                "minutes": 0, "locked": false}),
            );
            rows.len() - 1
        });
        match &change["to"] {
            Value::Null => drop(rows[at].as_object_mut().unwrap().remove("place")),
            place => rows[at]["place"] = place.clone(),
        }
        let patients = rows[at]["patients"].as_array_mut().unwrap();
        let left = change["left"].as_array().unwrap();
        patients.retain(|patient| !left.contains(patient));
        patients.extend(change["joined"].as_array().unwrap().iter().cloned());
        if rows[at]["place"].is_null() && rows[at]["kind"] == "group" {
            rows[at]["patients"] = json!([]);
        }
    }
    plan
}

/// Where everything is that has a place.
fn places(plan: &Value) -> Vec<(&Value, &Value)> {
    let rows = plan["sessions"].as_array().unwrap().iter();
    let placed = rows.filter(|row| !row["place"].is_null());
    let mut places: Vec<_> = placed.map(|row| (&row["session"], &row["place"])).collect();
    places.sort_by_key(|(session, _)| session.as_str());
    places
}

/// Every proposal can be carried out, and the checker has nothing against what that gives in the amended clinic.
fn assert_complete(reply: &Value) {
    for proposal in reply["proposals"].as_array().unwrap() {
        let mut desk = desk();
        let mut actions = reply["actions"].as_array().unwrap().clone();
        actions.extend(proposal["actions"].as_array().unwrap().iter().cloned());
        run(&mut desk, "amend", json!({"actions": actions}));
        let plan = carried_out(&planned().1, proposal);
        let checked = run(&mut desk, "check", json!({"plan": plan}));
        assert_eq!(checked["violations"], json!([]), "{proposal}");
        let checked = run(&mut desk, "check", json!({"plan": proposal["plan"]}));
        assert_eq!(checked["violations"], json!([]), "{proposal}");
        assert_eq!(places(&proposal["plan"]), places(&plan));
        for change in proposal["moves"].as_array().unwrap() {
            for place in [&change["from"], &change["to"]] {
                let start = place["start"].as_str().unwrap_or("2026-11-24T10:00");
                assert!(start >= "2026-11-24T10:00", "{change}");
            }
        }
        let moves = proposal["moves"].as_array().unwrap();
        assert_eq!(
            proposal["told"].as_array().unwrap().is_empty(),
            moves.is_empty(),
            "{proposal}"
        );
    }
}

#[test]
fn a_sick_clinicians_sessions_find_other_places() {
    let (who, _) = busy_clinician();
    let sick = json!({"kind": "sick", "clinician": who, "from": "2026-11-24T11:00", "until": "2026-11-25T00:00"});
    let reply = repair(json!([sick]));
    assert!(!reply["affected"].as_array().unwrap().is_empty(), "{reply}");
    assert!(!reply["proposals"].as_array().unwrap().is_empty(), "{reply}");
    assert_complete(&reply);
    let first = &reply["proposals"][0];
    for change in first["moves"].as_array().unwrap() {
        let at = change["to"]["start"].as_str().unwrap_or("");
        let theirs = change["to"]["clinicians"]
            .as_array()
            .is_some_and(|list| list.contains(&json!(who)));
        assert!(!theirs || at >= "2026-11-25", "{change}");
    }
}

#[test]
fn an_emergency_gets_a_place_and_is_booked() {
    let mut sessions = planned().1["sessions"].as_array().unwrap().iter();
    let known = sessions.find(|row| row["kind"] == "individual").unwrap();
    let event = json!({"kind": "emergency", "patient": known["patients"][0], "service": known["service"],
        "by": "2026-11-24T12:00"});
    let reply = repair(json!([event]));
    assert_eq!(reply["affected"].as_array().unwrap().len(), 1, "{reply}");
    assert!(reply["proposals"].as_array().unwrap().len() >= 2, "{reply}");
    assert_complete(&reply);
    let first = &reply["proposals"][0];
    assert_eq!((&first["late_min"], &first["mandated_lost"]), (&json!(0), &json!(0)));
    assert_eq!(first["actions"][0]["appointment"]["emergency"], true);
}

#[test]
fn a_closed_room_and_a_clinician_who_is_late_are_repaired_together() {
    let (who, _) = busy_clinician();
    let rooms = planned().1["sessions"].as_array().unwrap();
    let room = rooms.iter().find_map(|row| {
        let tuesday = row["place"]["start"].as_str()?.starts_with("2026-11-24T13");
        row["place"]["room"].as_str().filter(|_| tuesday)
    });
    let reply = repair(json!([
        {"kind": "room_closed", "room": room.unwrap(), "from": "2026-11-24T12:00", "until": "2026-11-25T00:00"},
        {"kind": "late", "clinician": who, "minutes": 40},
    ]));
    assert!(!reply["affected"].as_array().unwrap().is_empty(), "{reply}");
    assert_complete(&reply);
}

#[test]
fn an_admission_is_put_into_the_rest_of_the_week() {
    let clinic: Value = serde_json::from_str(&planned().0).unwrap();
    let mut patient = clinic["patients"][0].clone();
    patient["id"] = json!("newcomer");
    patient["admitted"] = json!("2026-11-25");
    patient["discharged"] = Value::Null;
    let order = clinic["orders"]
        .as_array()
        .unwrap()
        .iter()
        .find(|order| order["patient"] == clinic["patients"][0]["id"]);
    let mut order = order.unwrap().clone();
    order["id"] = json!("newcomer-order");
    order["patient"] = json!("newcomer");
    (order["from"], order["until"]) = (json!("2026-11-25"), json!("2026-12-31"));
    let authorization = json!({"id": "granted", "patient": "newcomer", "payer": "p", "services": [order["service"]],
        "unit": "visit", "units": 20, "from": "2026-11-25", "until": "2026-12-31"});
    let reply = repair(json!([
        {"kind": "admission", "patient": patient, "orders": [order], "authorizations": [authorization]}
    ]));
    assert_complete(&reply);
    let first = &reply["proposals"][0];
    let new = first["moves"].as_array().unwrap().iter().filter(|change| {
        let joined = change["joined"].as_array().unwrap().contains(&json!("newcomer"));
        joined || change["session"].as_str().unwrap().starts_with("newcomer-order")
    });
    assert!(new.count() > 0, "{first}");
}

#[test]
fn nothing_has_to_change_for_what_concerns_nobody() {
    let (who, _) = busy_clinician();
    let sick = json!({"kind": "sick", "clinician": who, "from": "2026-11-28T00:00", "until": "2026-11-29T00:00"});
    let reply = repair(json!([sick]));
    assert_eq!((&reply["proposals"], &reply["affected"]), (&json!([]), &json!([])));
    assert_eq!(reply["actions"][0]["kind"], "add_absence");
}

#[test]
fn wrong_events_are_all_named() {
    let request = |events: Value| json!({"now": "2026-11-24T10:00", "events": events}).to_string();
    let rows = [
        (
            json!([{"kind": "sick", "clinician": "nobody", "from": "2026-11-24T12:00", "until": "2026-11-24T11:00"},
                {"kind": "late", "clinician": "nobody", "minutes": 0}]),
            vec![
                "events[0].clinician",
                "events[0].until",
                "events[1].clinician",
                "events[1].minutes",
            ],
        ),
        (
            json!([{"kind": "emergency", "patient": "nobody", "service": "nothing", "by": "2026-11-24T09:00"}]),
            vec!["events[0].patient", "events[0].service", "events[0].by"],
        ),
        (
            json!([{"kind": "room_closed", "room": "none", "from": "2026-11-24T12:00", "until": "2026-11-24T13:00"}]),
            vec!["events[0].room"],
        ),
        (json!([{"kind": "admission", "orders": []}]), vec!["events[0].orders"]),
    ];
    for (events, places) in rows {
        let error = api::run(&mut desk(), "repair", &request(events)).unwrap_err();
        assert_eq!(
            (error.code.as_str(), error.path.as_str()),
            ("repair.wrong_event", "events")
        );
        for place in places {
            assert!(error.message.contains(place), "{place}: {}", error.message);
        }
    }
    for (request, path) in [
        (r#"{"proposals": 0}"#, "proposals"),
        (r#"{"steps": 0}"#, "steps"),
        (r#"{"locks": ["none"]}"#, "locks"),
        (r#"{"events": [{"kind": "flood"}]}"#, "events[0]"),
    ] {
        let error = api::run(&mut desk(), "repair", request).unwrap_err();
        assert!(error.path.starts_with(path), "{request}: {error}");
    }
}

#[test]
fn wrong_actions_are_all_named_and_change_nothing() {
    let mut desk = desk();
    let before = run(&mut desk, "document", json!({}));
    let actions = json!([
        {"kind": "clinician_hours", "clinician": "nobody", "from": "2026-11-24T17:00", "until": "2026-11-24T18:00"},
        {"kind": "add_room", "like": "none"},
        {"kind": "raise_limit", "clinician": "nobody", "limit": "caseload", "by": 0},
        {"kind": "cancel_session", "session": "any"},
    ]);
    let error = api::run(&mut desk, "amend", &json!({"actions": actions}).to_string()).unwrap_err();
    assert_eq!(error.code, "amend.wrong_action");
    for row in 0..4 {
        assert!(error.message.contains(&format!("actions[{row}]")), "{error}");
    }
    assert_eq!(before, run(&mut desk, "document", json!({})));
}

#[test]
fn the_same_steps_and_seed_give_the_same_proposals_however_they_are_cut_up() {
    let (who, _) = busy_clinician();
    let sick = json!({"kind": "sick", "clinician": who, "from": "2026-11-24T11:00", "until": "2026-11-25T00:00"});
    let request = json!({"plan": planned().1, "now": "2026-11-24T10:00", "events": [sick], "steps": 100}).to_string();
    let desk = desk();
    let mut replies = Vec::new();
    for portion in [1, 7, 1_000] {
        let mut task = api::start(&desk, "repair", &request).unwrap();
        while !task.advance(portion).unwrap().done {}
        replies.push(task.finish().unwrap());
    }
    assert!(replies.iter().all(|reply| *reply == replies[0]));
    let mut task = api::start(&desk, "repair", &request).unwrap();
    let progress = task.advance(1).unwrap();
    assert!(
        progress.news["first"]["moves"]
            .as_array()
            .is_some_and(|moves| !moves.is_empty())
    );
}
