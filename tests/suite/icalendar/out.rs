//! Calendars for others: neutral, and nobody in them without consent.

use rosterwell::api::{Desk, run};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::{Appointment, Attendance, DisclosurePurpose, Modality, Status};
use serde_json::{Value, json};

use super::{clinic, read};
use crate::clinics::{consent, moment};

fn booked() -> Clinic {
    let mut clinic = clinic();
    let session = |id: &str, service: &str, day: i32, hour: i32| Appointment {
        clinicians: vec!["ana".into()],
        room: Some("office".into()),
        ..Appointment::booked(id, service, Modality::InPerson, moment(day, hour, 0), 60)
    };
    clinic.appointments = vec![
        Appointment {
            patient: Some("p1".into()),
            ..session("a1", "talk", 1, 9)
        },
        Appointment {
            patient: Some("p2".into()),
            ..session("a2", "talk", 1, 10)
        },
        Appointment {
            group: Some("relapse".into()),
            clinicians: vec!["ben".into(), "ana".into()],
            part_after_min: vec![0, 30],
            part_minutes: vec![60, 30],
            ..session("a3", "relapse", 3, 9)
        },
        Appointment {
            patient: Some("p1".into()),
            status: Status::Proposed,
            ..session("a4", "talk", 4, 9)
        },
    ];
    clinic.attendances = vec![Attendance {
        appointment: "a3".into(),
        patient: "p1".into(),
        order: None,
        status: Status::Booked,
        changed: None,
        changed_by: None,
    }];
    clinic.settings.part2 = true;
    clinic
}

fn ask(clinic: &Clinic, request: Value) -> Value {
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    let reply = run(&mut desk, "calendar", &request.to_string());
    reply.map_or_else(
        |error| json!({ "code": error.code }),
        |reply| serde_json::from_str(&reply).unwrap(),
    )
}

fn text(reply: &Value) -> String {
    reply["text"].as_str().unwrap().replace("\r\n ", "")
}

#[test]
fn calendars_for_others_tell_when_and_where_and_no_more() {
    let clinic = booked();
    let reply = ask(&clinic, json!({"of": "clinician", "id": "ana"}));
    let text = text(&reply);
    assert_eq!(
        (reply["count"].as_i64(), reply["name"].as_str()),
        (Some(3), Some("calendar.ics"))
    );
    for hidden in [
        "p1",
        "p2",
        "talk",
        "Counseling",
        "relapse",
        "X-ROSTERWELL",
        "a1",
        "part 2",
    ] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    for line in [
        "SUMMARY:Appointment",
        "LOCATION:Office 1",
        "DTSTART;TZID=America/New_York:20261124T090000",
        "DURATION:PT60M",
        "STATUS:CONFIRMED",
        "TZID:America/New_York",
        "TZOFFSETTO:-0500",
    ] {
        assert!(text.contains(&format!("{line}\r\n")), "{line} not in {text}");
    }
    let mut named = clinic.clone();
    named.settings.neutral_titles = false;
    assert!(self::text(&ask(&named, json!({"of": "room", "id": "office"}))).contains("SUMMARY:Counseling"));
    // The same row has the same id in every calendar; a later one is newer.
    let line = |text: &str, name: &str| text.lines().find(|line| line.starts_with(name)).unwrap().to_string();
    let later = self::text(&ask(&clinic, json!({"of": "clinic", "now": "2026-11-30T09:00"})));
    assert_eq!(line(&text, "UID"), line(&later, "UID"));
    let sequence = |text: &str| line(text, "SEQUENCE")[9..].parse::<i64>().unwrap();
    assert!(sequence(&later) > sequence(&text));
}

#[test]
fn a_patient_has_a_calendar_only_with_consent() {
    let mut clinic = booked();
    let ask = |clinic: &Clinic| ask(clinic, json!({"of": "patient", "id": "p1"}));
    let refused = ask(&clinic);
    assert_eq!(
        (refused["count"].as_i64(), refused["left_out"].as_array().unwrap().len()),
        (Some(0), 2)
    );
    clinic.consents = vec![consent("p1", DisclosurePurpose::Reminders)];
    assert_eq!(ask(&clinic)["count"], 2);
    // Consent that ends between the two sessions covers the first.
    clinic.consents[0].until = Some("2026-11-25".parse().unwrap());
    let reply = ask(&clinic);
    assert_eq!(
        (reply["count"].as_i64(), reply["left_out"][0]["session"].as_str()),
        (Some(1), Some("a3"))
    );
    clinic.consents[0].revoked = Some(moment(0, 8, 0));
    let reply = ask(&clinic);
    assert_eq!(reply["count"], 0);
    assert_eq!(
        reply["left_out"][0]["reason"],
        "consent `consent-p1` was revoked on 2026-11-23T08:00"
    );
}

#[test]
fn booked_time_is_told_as_one_stretch_and_comes_back_as_nothing_new() {
    let clinic = booked();
    let reply = ask(&clinic, json!({"of": "clinician", "id": "ana", "busy": true}));
    let text = text(&reply);
    let stretches: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("FREEBUSY;FBTYPE=BUSY:"))
        .collect();
    // 9 to 11 on Tuesday are two sessions; of the group Ana has the second half.
    assert_eq!(
        stretches,
        ["20261124T140000Z/20261124T160000Z", "20261126T143000Z/20261126T150000Z"]
    );
    assert_eq!(read(&clinic, "busy.ics", &text).clinic, clinic);
}

#[test]
fn what_cannot_be_written_is_said() {
    let clinic = booked();
    for (request, code) in [
        (json!({"of": "room"}), "calendar.no_id"),
        (json!({"of": "room", "id": "cellar"}), "calendar.not_there"),
        (
            json!({"of": "patient", "id": "p1", "complete": true}),
            "calendar.patient_complete",
        ),
        (
            json!({"of": "room", "id": "office", "busy": true}),
            "calendar.busy_of_clinicians",
        ),
    ] {
        assert_eq!(ask(&clinic, request)["code"], code);
    }
    let mut nowhere = clinic.clone();
    nowhere.settings.time_zone = "Mars/Olympus".into();
    assert_eq!(ask(&nowhere, json!({"of": "clinic"}))["code"], "calendar.time_zone");
    let mut doubled = clinic;
    doubled.appointments.push(doubled.appointments[0].clone());
    let reply = ask(&doubled, json!({"of": "clinic", "complete": true}));
    assert_eq!(
        (reply["count"].as_i64(), reply["left_out"].as_array().unwrap().len()),
        (Some(4), 1)
    );
    assert!(text(&reply).contains("DESCRIPTION:42 CFR part 2 prohibits"));
}
