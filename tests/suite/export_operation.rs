//! The operation `export`: what is written in which form, and what a plan and its changes look like.

use rosterwell::Error;
use rosterwell::api::{Desk, run};
use serde_json::{Value, from_str, json};

use crate::clinics::*;
use crate::desk;

/// A clinic with three sessions, one of them booked, and with a name that looks like a formula.
fn desk_with_an_issue() -> Desk {
    let mut clinic = two_clinicians_three_visits();
    clinic.appointments = vec![appointment("x", "p1", moment(0, 9, 0))];
    clinic.patients[1].name = "=1+1".into();
    let mut desk = Desk::default();
    desk.open(clinic);
    desk
}

fn exported(desk: &mut Desk, what: &str, format: &str) -> Result<Value, Error> {
    let request = json!({ "what": what, "format": format }).to_string();
    run(desk, "export", &request).map(|reply| from_str(&reply).unwrap())
}

#[test]
fn everything_is_written_in_every_form_that_it_has() {
    // What, its tables, its JSON file (none for a template).
    let cases: [(&str, &[&str], Option<&str>); 4] = [
        (
            "clinic",
            &[
                "settings",
                "sites",
                "rooms",
                "clinicians",
                "patients",
                "services",
                "orders",
                "appointments",
            ],
            Some("clinic.json"),
        ),
        ("plan", &["plan", "changes"], Some("plan.json")),
        ("issues", &["issues"], Some("issues.json")),
        ("template", &["settings", "clinicians", "stays"], None),
    ];
    let names = |list: &Value| -> Vec<String> {
        let rows = list.as_array().unwrap().iter();
        rows.map(|row| row["name"].as_str().unwrap().to_string()).collect()
    };
    let mut desk = desk_with_an_issue();
    for (what, tables, json) in cases {
        let as_tables = exported(&mut desk, what, "tables").unwrap();
        assert_eq!(as_tables["files"], json!([]), "{what}");
        let found = names(&as_tables["tables"]["tables"]);
        assert!(
            tables.iter().all(|&table| found.iter().any(|name| name == table)),
            "{what}: {found:?}"
        );
        let as_csv = exported(&mut desk, what, "csv").unwrap();
        let files: Vec<String> = found.iter().map(|name| format!("{name}.csv")).collect();
        assert_eq!(names(&as_csv["files"]), files, "{what}");
        assert_eq!(as_csv["tables"], Value::Null, "{what}");
        match (exported(&mut desk, what, "json"), json) {
            (Ok(reply), Some(name)) => assert_eq!(names(&reply["files"]), [name], "{what}"),
            (Err(error), None) => assert_eq!((&*error.code, &*error.path), ("export.format", "format"), "{what}"),
            (reply, _) => panic!("{what}: {reply:?}"),
        }
        let empty = exported(&mut Desk::default(), what, "csv").map(drop);
        let expected = if what == "template" {
            None
        } else {
            Some("desk.empty".to_string())
        };
        assert_eq!(empty.err().map(|error| error.code), expected, "{what}");
    }
}

#[test]
fn a_plan_is_written_with_what_it_changes() {
    let mut desk = desk_with_an_issue();
    let published = desk::run(&mut desk, "published", json!({}));
    let mut plan = published["plan"].clone();
    let mut sessions = plan["sessions"].as_array_mut().unwrap().iter_mut();
    let moved = sessions.find(|session| session["place"].is_object()).unwrap();
    moved["place"]["start"] = "2026-11-24T10:00".into();
    let request = json!({ "what": "plan", "format": "csv", "plan": plan });
    let reply = desk::run(&mut desk, "export", request.clone());
    let text = |at: usize| reply["files"][at]["text"].as_str().unwrap();
    assert_eq!(
        text(0).lines().count(),
        1 + 3,
        "a header and three sessions: {}",
        text(0)
    );
    assert_eq!(text(1).lines().count(), 2, "{}", text(1));
    assert!(
        text(1).contains("\"moved\"") && text(1).contains("2026-11-24T10:00"),
        "{}",
        text(1)
    );
    // A plan of another clinic is refused.
    let mut other = Desk::default();
    other.open(rosterwell::model::Clinic::default());
    assert_eq!(
        run(&mut other, "export", &request.to_string()).unwrap_err().code,
        "plan.unknown_reference"
    );
}

#[test]
fn issues_are_written_with_their_place_and_without_formulas() {
    let mut desk = desk_with_an_issue();
    let reply = exported(&mut desk, "issues", "csv").unwrap();
    let text = reply["files"][0]["text"].as_str().unwrap();
    assert!(
        text.contains("text.formula") && text.contains("\"patients\",\"2\""),
        "{text}"
    );
    assert!(!text.contains(",\"="), "{text}");
}
