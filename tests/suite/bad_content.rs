//! Content that nobody would enter on purpose, from the import of a document to a plan and an export: a clear message,
//! nothing else lost, no panic, and whatever comes out has passed the checker.

use rosterwell::api::{Desk, run};
use rosterwell::export;
use rosterwell::model::Clinic;
use rosterwell::model::clinic::{Absentee, PairRule};
use serde_json::{Value, json};

use crate::clinics::*;

/// How a good document is spoiled.
enum Edit {
    Clinic(fn(&mut Clinic)),
    Document(fn(&mut Value)),
}

/// One case: its number and name, what is done, the code that must be reported (empty if nothing is wrong).
type Case = (&'static str, Edit, &'static str);

fn start_in_autumn(clinic: &mut Clinic, zone: &str, moment: &str) {
    clinic.settings.time_zone = zone.into();
    clinic
        .appointments
        .push(appointment("x", "p1", moment.parse().unwrap()));
}

#[rustfmt::skip]
fn cases() -> Vec<Case> {
    use Edit::{Clinic, Document};
    vec![
        ("41 markup as a name", Clinic(|c| c.patients[0].name = "<img src=x onerror=alert(1)>".into()), ""),
        ("42 a formula as a name", Clinic(|c| c.patients[0].name = "=HYPERLINK(\"http://x\")".into()), "text.formula"),
        ("43 right-to-left override", Clinic(|c| c.patients[0].name = "p\u{202E}1".into()), "text.direction"),
        ("43 zero-width characters", Clinic(|c| c.patients[0].name = "p\u{200B}1".into()), "text.invisible"),
        ("44 a name of 10,000 characters", Clinic(|c| c.patients[2].name = "x".repeat(10_000)), "row.text_too_long"),
        ("45 emoji and combining marks", Clinic(|c| c.patients[0].name = "👩\u{200D}⚕\u{FE0F} Zoe\u{308}".into()), ""),
        ("46 two people of one name", Clinic(|c| c.clinicians[1].name = "ana".into()), "row.twin_name"),
        ("46 names that differ in case", Clinic(|c| c.clinicians[1].name = "ANA".into()), "row.twin_name"),
        ("46 names in two Unicode forms", Clinic(|c| {
            c.clinicians[0].name = "Jos\u{e9}".into();
            c.clinicians[1].name = "Jose\u{301}".into();
        }), "row.twin_name"),
        ("47 an empty name", Clinic(|c| c.patients[0].name = String::new()), "row.empty_name"),
        ("48 a clinician without hours", Clinic(|c| c.clinicians[1].hours = hours("")), "clinician.no_hours"),
        ("48 a clinician without skills", Clinic(|c| {
            c.services[0].skill = Some("cbt".into());
            c.clinicians[0].skills = vec!["cbt".into()];
            c.clinicians[1].skills.clear();
        }), "clinician.no_skills"),
        ("49 a session longer than the day", Clinic(|c| c.orders[2].minutes = Some(1_500)), "cell.out_of_range"),
        ("49 a session longer than any working time", Clinic(|c| c.services[0].minutes = 700), "service.too_long"),
        ("50 start equals end", Clinic(|c| {
            c.absences.push(away(Absentee::Clinician, "ana"));
            c.absences[0].until = c.absences[0].from;
        }), "row.reversed_dates"),
        ("50 end before start", Clinic(|c| c.orders[2].until = "2025-12-31".parse().unwrap()), "row.reversed_dates"),
        ("51 a session across midnight",
            Clinic(|c| c.appointments.push(appointment("x", "p1", moment(0, 23, 30)))), "appointment.past_midnight"),
        ("52 02:30 on the spring day", Clinic(|c| start_in_autumn(c, "America/New_York", "2026-03-08T02:30")), "time.skipped"),
        ("52 01:30 twice in autumn", Clinic(|c| start_in_autumn(c, "America/New_York", "2026-11-01T01:30")), "time.twice"),
        ("52 a zone of 45 minutes", Clinic(|c| start_in_autumn(c, "Pacific/Chatham", "2026-09-27T03:00")), "time.skipped"),
        ("53 29 February", Clinic(|c| c.patients[0].admitted = Some("2024-02-29".parse().unwrap())), ""),
        ("53 29 February of no leap year",
            Document(|d| d["patients"][2]["admitted"] = json!("2026-02-29")), "cell.not_a_date"),
        ("53 the year 9999", Clinic(|c| c.orders[0].until = "9999-12-31".parse().unwrap()), "date.placeholder"),
        ("53 the year 1900", Clinic(|c| c.patients[0].admitted = Some("1900-01-01".parse().unwrap())), "date.placeholder"),
        ("54 a negative duration", Clinic(|c| c.orders[2].minutes = Some(-60)), "cell.out_of_range"),
        ("54 a fractional duration", Document(|d| d["orders"][2]["minutes"] = json!(12.5)), "cell.not_whole"),
        ("55 a group of 0", Clinic(|c| { *c = with_a_group(); c.groups[0].max = 0; }), "row.out_of_range"),
        ("55 a group of 1", Clinic(|c| { *c = with_a_group(); (c.groups[0].max, c.groups[0].target) = (1, 1); }), "group.of_one"),
        ("55 a group of 10,000", Clinic(|c| { *c = with_a_group(); c.groups[0].max = 10_000; }), "row.out_of_range"),
        ("56 preferred and barred", Clinic(|c| {
            c.patients[0].preferred_clinicians = vec!["ana".into()];
            c.patients[0].barred_clinicians = vec!["ana".into()];
        }), "patient.contradiction"),
        ("56 together and apart", Clinic(|c| c.pairs = vec![
            pair("p1", "p2", PairRule::Together), pair("p2", "p1", PairRule::Apart),
        ]), "pair.contradiction"),
        ("57 orders that wait for each other", Clinic(|c| {
            c.orders.iter_mut().for_each(|order| order.patient = "p1".into());
            c.orders[0].after = Some("o2".into());
            c.orders[1].after = Some("o1".into());
        }), "order.circular"),
        ("58 an unknown person", Clinic(|c| c.patients[0].barred_clinicians = vec!["zoe".into()]), "row.unknown_reference"),
        ("58 an unknown room", Clinic(|c| c.absences.push(away(Absentee::Room, "attic"))), "row.unknown_reference"),
        ("59 ten times the capacity", Clinic(|c| {
            c.orders = (0..30).map(|number| order(&format!("many{number}"), "p1", "talk")).collect();
            c.orders.iter_mut().for_each(|order| order.per_week = 35);
        }), "demand.tenfold"),
        ("60 everybody absent", Clinic(|c| {
            c.absences = vec![away(Absentee::Clinician, "ana"), away(Absentee::Clinician, "ben")];
        }), "clinic.nobody_there"),
    ]
}

/// The reply of an operation that must not fail.
fn reply(desk: &mut Desk, operation: &str, request: &Value, case: &str) -> Value {
    let text = run(desk, operation, &request.to_string());
    let text = text.unwrap_or_else(|error| panic!("{case}: {operation}: {error:?}"));
    serde_json::from_str(&text).unwrap()
}

fn codes(reply: &Value) -> Vec<String> {
    let lists = ["issues", "clinic_issues"]
        .iter()
        .filter_map(|name| reply[name].as_array());
    lists
        .flatten()
        .map(|issue| issue["code"].as_str().unwrap_or_default().to_string())
        .collect()
}

/// The document of a case, spoiled.
fn document(edit: &Edit) -> (Clinic, Value) {
    let mut clinic = two_clinicians_three_visits();
    if let Edit::Clinic(edit) = edit {
        edit(&mut clinic);
    }
    let mut document: Value = serde_json::from_str(&export::clinic_json(&clinic).unwrap()).unwrap();
    if let Edit::Document(edit) = edit {
        edit(&mut document);
    }
    (clinic, document)
}

/// What is said of each case; nothing if nothing is wrong.
pub(crate) fn messages() -> Vec<(&'static str, String)> {
    let said = |(case, edit, code): Case| {
        let file = json!({ "files": [{ "name": "clinic.json", "text": document(&edit).1.to_string() }] });
        let imported = reply(&mut Desk::default(), "import", &file, case);
        let lists = ["issues", "clinic_issues"].map(|name| imported[name].as_array().cloned().unwrap_or_default());
        let issue = lists.concat().into_iter().find(|issue| issue["code"] == code);
        let text = |issue: &Value, field: &str| issue[field].as_str().unwrap_or_default().to_owned();
        let message = issue.map(|issue| format!("{}: {}", text(&issue, "cause"), text(&issue, "action")));
        (case, message.unwrap_or_default())
    };
    cases().into_iter().map(said).collect()
}

#[test]
fn odd_content_is_reported_planned_around_and_written_again() {
    for (case, edit, code) in cases() {
        let (clinic, document) = document(&edit);
        let mut desk = Desk::default();
        let file = json!({ "files": [{ "name": "clinic.json", "text": document.to_string() }] });
        let imported = reply(&mut desk, "import", &file, case);
        assert_eq!(imported["opened"], true, "{case}");
        let found = codes(&imported);
        match code {
            "" => assert!(found.is_empty(), "{case}: {found:?}"),
            code => assert!(found.iter().any(|found| found == code), "{case}: {found:?}"),
        }
        // The rows beside the bad one are kept.
        let kept = |table: &str| rosterwell::model::columns::num_rows(desk.clinic().unwrap(), table);
        assert!(kept("clinicians") == 2 && kept("patients") >= 2, "{case}");

        let planned = reply(&mut desk, "plan", &json!({ "steps": 30 }), case);
        let checked = reply(&mut desk, "check", &json!({ "plan": planned["plan"] }), case);
        assert_eq!(checked["violations"], json!([]), "{case}");
        reply(&mut desk, "kpis", &json!({ "plan": planned["plan"] }), case);
        reply(&mut desk, "kpis", &json!({ "to": clinic.settings.as_of }), case);
        reply(
            &mut desk,
            "export",
            &json!({ "what": "plan", "format": "csv", "plan": planned["plan"] }),
            case,
        );
        let written = reply(&mut desk, "export", &json!({ "what": "clinic", "format": "csv" }), case);
        let is_formula = |text: &str| {
            text.split("\r\n")
                .any(|line| line.starts_with("\"=") || line.contains(",\"="))
        };
        for file in written["files"].as_array().unwrap() {
            assert!(!is_formula(file["text"].as_str().unwrap()), "{case}");
        }
        let before = serde_json::to_value(desk.clinic().unwrap()).unwrap();
        let mut again = Desk::default();
        reply(&mut again, "import", &json!({ "files": written["files"] }), case);
        assert_eq!(serde_json::to_value(again.clinic().unwrap()).unwrap(), before, "{case}");
    }
}

#[test]
fn every_number_from_41_to_60_has_its_case() {
    let cases = cases();
    for number in 41..=60 {
        let found = cases.iter().any(|case| case.0.starts_with(&format!("{number} ")));
        assert!(found, "{number}");
    }
}
