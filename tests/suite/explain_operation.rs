//! `explain` and `alternatives` as the page calls them: every way and every place they offer can be carried out.

use std::sync::OnceLock;

use rosterwell::api::{self, Desk};
use serde_json::{Value, json};

use crate::desk::run;

/// A clinic with a plan, and what it does not place.
struct Planned {
    clinic: String,
    plan: Value,
    unplaced: Vec<Value>,
}

/// Sample clinics with too little of everything, planned.
fn planned() -> &'static [Planned] {
    static PLANNED: OnceLock<Vec<Planned>> = OnceLock::new();
    PLANNED.get_or_init(|| {
        let kinds = ["addiction_treatment", "outpatient_rehabilitation", "home_health"];
        kinds.iter().map(|kind| plan_of(kind)).collect()
    })
}

fn plan_of(kind: &str) -> Planned {
    let mut desk = Desk::default();
    run(
        &mut desk,
        "sample",
        json!({"kind": kind, "clinicians": 10, "seed": 5, "weeks": 3}),
    );
    let mut clinic = run(&mut desk, "document", json!({}))["clinic"].take();
    // Fewer hours, fewer rooms: something stays out.
    let mut number = 0;
    clinic["rooms"].as_array_mut().unwrap().retain(|_| {
        number += 1;
        number % 3 > 0
    });
    for row in clinic["clinicians"].as_array_mut().unwrap().iter_mut().step_by(3) {
        row["hours"] = json!("Mon-Thu 09:00-13:00");
    }
    for row in clinic["appointments"].as_array_mut().unwrap() {
        row["freedom"] = json!("movable");
    }
    run(&mut desk, "open", json!({"clinic": clinic}));
    let reply = run(&mut desk, "plan", json!({"steps": 200}));
    let clinic = clinic.to_string();
    let unplaced = reply["unplaced"].as_array().unwrap().clone();
    Planned {
        clinic,
        plan: reply["plan"].clone(),
        unplaced,
    }
}

impl Planned {
    fn desk(&self) -> Desk {
        let mut desk = Desk::default();
        api::run(&mut desk, "open", &format!(r#"{{"clinic": {}}}"#, self.clinic)).unwrap();
        desk
    }
}

/// Carries out actions: the clinic's on the desk, the plan's on the plan.
fn carry_out(desk: &mut Desk, plan: &Value, actions: &[Value]) -> Value {
    let of_plan =
        |action: &&Value| ["move_session", "take_seat", "cancel_session"].contains(&action["kind"].as_str().unwrap());
    let mut plan = plan.clone();
    let rest: Vec<&Value> = actions.iter().filter(|action| !of_plan(action)).collect();
    if !rest.is_empty() {
        run(desk, "amend", json!({"actions": rest}));
    }
    for action in actions.iter().filter(of_plan) {
        let rows = plan["sessions"].as_array_mut().unwrap();
        let row = rows.iter_mut().find(|row| row["session"] == action["session"]);
        let row = row.unwrap_or_else(|| panic!("{action}"));
        match action["kind"].as_str().unwrap() {
            "move_session" => row["place"] = action["place"].clone(),
            _ => row["patients"].as_array_mut().unwrap().push(action["patient"].clone()),
        }
    }
    plan
}

#[test]
fn every_way_to_let_something_in_can_be_carried_out() {
    let (mut ways, mut kinds, mut asked, mut faults) = (0, std::collections::BTreeSet::new(), 0, Vec::new());
    for planned in planned() {
        let mut desk = planned.desk();
        for entry in planned.unplaced.iter().take(12) {
            asked += 1;
            let request = json!({"plan": planned.plan, "session": entry["session"]});
            let reply = run(&mut desk, "explain", request);
            let told = &reply["unplaced"];
            assert!(!told["reason"].as_str().unwrap().is_empty());
            for way in told["unblocks"].as_array().unwrap() {
                ways += 1;
                let actions = way["actions"].as_array().unwrap();
                kinds.extend(actions.iter().map(|action| action["kind"].as_str().unwrap().to_owned()));
                let mut amended = planned.desk();
                let plan = carry_out(&mut amended, &planned.plan, actions);
                let checked = run(&mut amended, "check", json!({"plan": plan}));
                if checked["violations"] != json!([]) {
                    faults.push(format!(
                        "{}: {}\n  {}",
                        entry["session"], way["text"], checked["violations"]
                    ));
                }
            }
        }
    }
    println!("{asked} asked, {ways} ways: {kinds:?}");
    assert!(faults.is_empty(), "{} of {ways}\n{}", faults.len(), faults.join("\n"));
    assert!(asked > 20 && ways > 30 && kinds.len() >= 4, "{asked} {ways} {kinds:?}");
}

#[test]
fn other_places_are_distinct_ranked_and_accepted() {
    let (mut asked, mut found, mut with_moves) = (0, 0, 0);
    for planned in planned() {
        let mut desk = planned.desk();
        let sessions = planned.plan["sessions"].as_array().unwrap();
        let open = |row: &&Value| row["place"].is_object() && row["locked"] == false;
        for session in sessions.iter().filter(open).step_by(17) {
            asked += 1;
            let reply = run(
                &mut desk,
                "alternatives",
                json!({"plan": planned.plan, "session": session["session"]}),
            );
            let list = reply["alternatives"].as_array().unwrap();
            found += list.len();
            let mut seen = Vec::new();
            for place in list {
                let moves = place["moves"].as_array().unwrap();
                with_moves += moves.len();
                let mut actions: Vec<Value> = moves
                    .iter()
                    .map(|moved| json!({"kind": "move_session", "session": moved["session"], "place": moved["to"]}))
                    .collect();
                actions.push(json!({"kind": "move_session", "session": session["session"], "place": place["place"]}));
                let mut plan = carry_out(&mut desk, &planned.plan, &actions);
                if session["kind"] == "group" {
                    let rows = plan["sessions"].as_array_mut().unwrap();
                    let row = rows
                        .iter_mut()
                        .find(|row| row["session"] == session["session"])
                        .unwrap();
                    row["patients"] = place["patients"].clone();
                }
                let checked = run(&mut desk, "check", json!({"plan": plan}));
                assert_eq!(checked["violations"], json!([]), "{place}");
                let day = place["place"]["start"].as_str().unwrap()[..10].to_owned();
                let who = place["place"]["clinicians"][0].clone();
                assert!(!seen.contains(&(day.clone(), who.clone())), "{list:?}");
                seen.push((day, who));
            }
            let plain = list.iter().filter(|place| place["moves"] == json!([]));
            let costs: Vec<i64> = plain.map(|place| place["delta_cents"].as_i64().unwrap()).collect();
            assert!(costs.is_sorted(), "{costs:?}");
        }
    }
    println!("{asked} asked, {found} places, {with_moves} with another session moved");
    assert!(asked > 20 && found > 2 * asked, "{asked} {found}");
}

#[test]
fn a_new_request_gets_places_and_can_be_booked() {
    let planned = &planned()[1];
    let mut desk = planned.desk();
    let clinic: Value = serde_json::from_str(&planned.clinic).unwrap();
    let order = clinic["orders"]
        .as_array()
        .unwrap()
        .iter()
        .find(|order| order["groups"].is_null())
        .unwrap();
    let asked = json!({"patient": order["patient"], "service": order["service"], "from": "2026-11-24"});
    let reply = run(
        &mut desk,
        "alternatives",
        json!({"plan": planned.plan, "request": asked, "count": 3}),
    );
    let list = reply["alternatives"].as_array().unwrap();
    for place in list {
        let mut booked = planned.desk();
        let mut plan = carry_out(&mut booked, &planned.plan, place["actions"].as_array().unwrap());
        let key = format!("{}/w0/1", place["actions"][0]["order"]["id"].as_str().unwrap());
        let row = json!({"session": key, "kind": "individual", "service": order["service"],
            "patients": [order["patient"]], "minutes": 30, "locked": false, "place": place["place"]});
        plan["sessions"].as_array_mut().unwrap().push(row);
        for moved in place["moves"].as_array().unwrap() {
            let actions = [json!({"kind": "move_session", "session": moved["session"], "place": moved["to"]})];
            plan = carry_out(&mut booked, &plan, &actions);
        }
        let checked = run(&mut booked, "check", json!({"plan": plan}));
        let rules: Vec<&Value> = checked["violations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| &row["rule"])
            .collect();
        assert!(rules.is_empty(), "{place} {checked}");
    }
    assert!(
        !list.is_empty() || !reply["blocked"].as_array().unwrap().is_empty(),
        "{reply}"
    );
}

#[test]
fn the_next_best_place_is_the_first_alternative() {
    let planned = &planned()[0];
    let mut desk = planned.desk();
    let sessions = planned.plan["sessions"].as_array().unwrap();
    let session = sessions
        .iter()
        .find(|row| row["place"].is_object() && row["locked"] == false)
        .unwrap();
    let request = json!({"plan": planned.plan, "session": session["session"]});
    let explained = run(&mut desk, "explain", request.clone());
    let others = run(&mut desk, "alternatives", request);
    assert_eq!(explained["next_best"]["place"], others["alternatives"][0]["place"]);
}

#[test]
fn wrong_questions_say_what_is_wrong() {
    let planned = &planned()[0];
    let mut desk = planned.desk();
    for (operation, more, path) in [
        ("alternatives", json!({"session": "none"}), "session"),
        ("alternatives", json!({}), "session"),
        (
            "alternatives",
            json!({"session": "a", "request": {"patient": "p", "service": "s"}}),
            "session",
        ),
        (
            "alternatives",
            json!({"request": {"patient": "p", "service": "s", "minutes": 0}}),
            "request",
        ),
        ("explain", json!({"session": "none"}), "session"),
    ] {
        let mut request = more.clone();
        request["plan"] = planned.plan.clone();
        let error = api::run(&mut desk, operation, &request.to_string()).unwrap_err();
        assert_eq!(error.path, path, "{operation} {more}: {error}");
    }
    let mut request = json!({"request": {"patient": "p", "service": "s", "minutes": 0, "from": "2020-01-01"}});
    request["plan"] = planned.plan.clone();
    let error = api::run(&mut desk, "alternatives", &request.to_string()).unwrap_err();
    for fault in ["patient:", "service:", "minutes:", "from:"] {
        assert!(error.message.contains(fault), "{error}");
    }
}
