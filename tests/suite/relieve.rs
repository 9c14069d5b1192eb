//! Less work for somebody: who takes over, what it costs, and what later plans hold.

use rosterwell::api::{self, Desk};
use rosterwell::model::calendar::Weekday;
use rosterwell::model::clinic::LoadCap;
use rosterwell::model::{Clinic, build};
use serde_json::{Value, json};

use super::clinics::{appointment, day, hours, moment, two_clinicians_three_visits};

/// Monday 23 November 2026, 07:00. Ana has three talks on Monday, 08:00 to 11:30 with notes; Ben has none.
fn clinic() -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.as_of = moment(0, 7, 0);
    for (number, patient) in ["p1", "p2", "p3"].into_iter().enumerate() {
        let mut row = appointment(
            &format!("a{number}"),
            patient,
            moment(0, 8, 0).plus_minutes(70 * number as i32),
        );
        row.clinicians = vec!["ana".into()];
        clinic.appointments.push(row);
        clinic.patients[number].preferred_clinicians = vec!["ana".into()];
    }
    clinic
}

fn relieve(clinic: &Clinic, request: Value) -> (Desk, Value) {
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    let reply = api::run(&mut desk, "relieve", &request.to_string()).unwrap();
    let reply = serde_json::from_str(&reply).unwrap();
    (desk, reply)
}

fn keys(rows: &Value) -> usize {
    rows.as_array().unwrap().len()
}

#[test]
fn one_takes_over_what_the_other_may_no_longer_do() {
    let request = json!({ "clinician": "ana", "week_min": 140, "steps": 2_000 });
    let (mut desk, reply) = relieve(&clinic(), request);
    let (ana, ben) = (&reply["people"][0], &reply["people"][1]);
    assert_eq!((&ana["clinician"], &ben["clinician"]), (&json!("ana"), &json!("ben")));
    assert_eq!(ana["before_min"], 210);
    assert!(ana["after_min"].as_i64().unwrap() <= 140);
    assert_eq!((keys(&ana["lost"]), keys(&ana["gained"])), (1, 0));
    assert_eq!((keys(&ben["lost"]), keys(&ben["gained"])), (0, 1));
    assert_eq!((&ben["before_min"], &ben["after_min"]), (&json!(0), &json!(70)));
    assert_eq!(ana["lost"], ben["gained"]);
    assert_eq!(keys(&reply["dropped"]), 0);
    let sum: i64 = reply["costs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["cents"].as_i64().unwrap())
        .sum();
    assert_eq!(reply["delta_cents"], sum);
    let continuity = reply["costs"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["term"] == "continuity");
    assert!(
        continuity.unwrap()["cents"].as_i64() > Some(0),
        "the patient loses the usual clinician"
    );
    assert_eq!(
        (&reply["cap"]["from"], &reply["cap"]["until"]),
        (&json!("2026-11-23"), &json!("2026-12-20"))
    );
    // Nothing was changed until it is accepted; then every plan holds the cap.
    assert_eq!(desk.problem().unwrap().clinicians[0].max_week_min, 2_700);
    api::run(&mut desk, "amend", &json!({ "actions": [reply["accept"]] }).to_string()).unwrap();
    assert_eq!(desk.problem().unwrap().clinicians[0].max_week_min, 140);
    let checked = api::run(&mut desk, "check", &json!({ "plan": reply["plan"] }).to_string()).unwrap();
    let checked: Value = serde_json::from_str(&checked).unwrap();
    assert_eq!(checked["violations"], json!([]));
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let mut desk = Desk::default();
    desk.open(clinic());
    let request = json!({ "clinician": "ana", "week_min": 70, "steps": 1_000, "seed": 7 }).to_string();
    let first = api::run(&mut desk, "relieve", &request).unwrap();
    assert_eq!(first, api::run(&mut desk, "relieve", &request).unwrap());
}

#[test]
fn what_nobody_can_take_over_is_named_with_its_reason() {
    let mut clinic = clinic();
    clinic.clinicians[1].hours = hours("Tue 08:00-08:30");
    let (_, reply) = relieve(&clinic, json!({ "clinician": "ana", "week_min": 0, "steps": 1_000 }));
    assert_eq!(keys(&reply["dropped"]), 3);
    for row in reply["dropped"].as_array().unwrap() {
        assert!(!row["reason"].as_str().unwrap().is_empty() && keys(&row["patients"]) == 1);
    }
    assert_eq!(reply["people"][0]["after_min"], 0);
    assert!(reply["delta_cents"].as_i64() > reply["extra_cents"].as_i64());
}

#[test]
fn others_stay_where_they_are_unless_they_may_move() {
    let mut clinic = clinic();
    clinic.patients.push(super::clinics::patient("p4"));
    clinic.orders.push(super::clinics::order("o4", "p4", "talk"));
    let mut row = appointment("b", "p4", moment(0, 13, 0));
    row.clinicians = vec!["ben".into()];
    clinic.appointments.push(row);
    let (_, reply) = relieve(&clinic, json!({ "clinician": "ana", "week_min": 140, "steps": 2_000 }));
    let moved = reply["changes"].as_array().unwrap();
    assert!(
        moved
            .iter()
            .all(|change| !change["session"].as_str().unwrap().starts_with("o4")),
        "{moved:?}"
    );
}

#[test]
fn a_cap_on_part_of_a_week_holds_on_its_days() {
    let mut clinic = two_clinicians_three_visits();
    clinic.load_caps.push(LoadCap {
        clinician: "ana".into(),
        from: day(2),
        until: day(20),
        week_min: 1_000,
        reason: None,
    });
    let built = build(&clinic);
    let most: Vec<i32> = built
        .problem
        .duties
        .iter()
        .filter(|duty| duty.clinician == 0)
        .map(|duty| duty.max_work_min)
        .collect();
    // Wednesday to Friday are three of five days of nine hours: 600 of 1,000 minutes, 200 a day.
    assert_eq!(most, [540, 540, 200, 200, 200]);
    assert_eq!(built.problem.clinicians[0].max_week_min, 2_700);
    assert_eq!(day(0).weekday(), Weekday::Mon);
    clinic.load_caps[0].from = day(-7);
    let built = build(&clinic);
    assert_eq!(built.problem.clinicians[0].max_week_min, 1_000);
    assert!(built.problem.duties.iter().all(|duty| duty.max_work_min == 540));
}

#[test]
fn bad_rows_and_requests_say_what_to_do() {
    let cap = |clinician: &str, from: i32, until: i32, week_min: i32| LoadCap {
        clinician: clinician.into(),
        from: day(from),
        until: day(until),
        week_min,
        reason: None,
    };
    for (row, code, field) in [
        (cap("nobody", 0, 6, 600), "row.unknown_reference", "clinician"),
        (cap("ana", 6, 0, 600), "row.reversed_dates", "until"),
        (cap("ana", 0, 6, -1), "row.out_of_range", "week_min"),
    ] {
        let mut clinic = two_clinicians_three_visits();
        clinic.load_caps.push(row);
        let built = build(&clinic);
        let found = built.issues.iter().find(|issue| issue.table == "load_caps").unwrap();
        assert_eq!((found.code.as_str(), found.field.as_deref()), (code, Some(field)));
        assert_eq!(
            built.problem.clinicians[0].max_week_min, 2_700,
            "a faulty row changes nothing"
        );
    }
    let mut desk = Desk::default();
    desk.open(clinic());
    for (request, code) in [
        (json!({ "clinician": "nobody" }), "workload.unknown_clinician"),
        (json!({ "clinician": "ana", "weeks": 0 }), "request.wrong_value"),
        (json!({ "clinician": "ana", "week_min": -1 }), "request.wrong_value"),
        (
            json!({ "clinician": "ana", "from": "2027-03-01" }),
            "workload.cap_outside",
        ),
    ] {
        let error = api::run(&mut desk, "relieve", &request.to_string()).unwrap_err();
        assert_eq!(error.code, code);
    }
}
