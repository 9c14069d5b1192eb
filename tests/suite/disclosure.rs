//! Lists that leave the clinic: hand-worked rows, and nobody in any of them whose consent does not hold.

use rosterwell::api::{Desk, run};
use rosterwell::disclosure::billing;
use rosterwell::model::Clinic;
use rosterwell::model::clinic::{
    Appointment, Attendance, Authorization, Billing, Channel, Consent, Contact, DisclosurePurpose, Kind, Modality,
    Status, Unit,
};
use rosterwell::model::rules::RuleOverride;
use rosterwell::rng::Rng;
use serde_json::{Value, json};

use crate::clinics::{consent, day, hours, moment, patient, service, two_clinicians_three_visits};

fn all_purposes(patient: &str) -> Consent {
    Consent {
        purposes: DisclosurePurpose::ALL.to_vec(),
        channel: Some(Channel::Text),
        ..consent(patient, DisclosurePurpose::Billing)
    }
}

/// Three patients with full consent, now Tuesday noon of the test week.
fn clinic() -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.as_of = moment(1, 12, 0);
    clinic.services.push(service("family", Kind::Family, 60));
    clinic.services.push(service("relapse", Kind::Group, 90));
    clinic.consents = ["p1", "p2", "p3"].map(all_purposes).to_vec();
    clinic
}

fn session(id: &str, patient: &str, service: &str, (day, hour): (i32, i32), minutes: i32) -> Appointment {
    Appointment {
        patient: Some(patient.into()),
        clinicians: vec!["ana".into()],
        status: if day < 1 { Status::Completed } else { Status::Booked },
        ..Appointment::booked(id, service, Modality::InPerson, moment(day, hour, 0), minutes)
    }
}

fn disclose(clinic: &Clinic, request: Value) -> Value {
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    let reply = run(&mut desk, "disclose", &request.to_string());
    reply.map_or_else(
        |error| json!({ "code": error.code }),
        |reply| serde_json::from_str(&reply).unwrap(),
    )
}

/// Some columns of every row, joined.
fn columns(reply: &Value, names: &[&str]) -> Vec<String> {
    let header: Vec<&str> = reply["header"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    let places: Vec<usize> = names
        .iter()
        .map(|name| header.iter().position(|known| known == name).unwrap())
        .collect();
    let rows = reply["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        places
            .iter()
            .map(|at| row[at].as_str().unwrap())
            .collect::<Vec<_>>()
            .join(" ")
    })
    .collect()
}

fn reasons(reply: &Value) -> Vec<String> {
    let rows = reply["left_out"].as_array().unwrap().iter();
    rows.map(|row| {
        format!(
            "{} {}",
            row["session"].as_str().unwrap(),
            row["reason"].as_str().unwrap()
        )
    })
    .collect()
}

#[test]
fn reminders_say_who_when_and_how() {
    let mut clinic = clinic();
    clinic.appointments = vec![
        session("past", "p1", "talk", (1, 9), 60),
        session("soon", "p1", "talk", (2, 9), 60),
        session("far", "p1", "talk", (9, 9), 60),
        session("other", "p2", "talk", (3, 10), 45),
        session("off", "p2", "talk", (3, 14), 45),
    ];
    clinic.appointments[4].status = Status::Cancelled;
    clinic.consents[1].until = Some(day(2));
    let reply = disclose(&clinic, json!({"list": "reminders"}));
    let wanted = ["patient", "date", "time", "minutes", "channel", "consent"];
    assert_eq!(columns(&reply, &wanted), ["p1 2026-11-25 09:00 60 text consent-p1"]);
    assert_eq!(reasons(&reply), ["other consent `consent-p2` expired on 2026-11-25"]);
    assert!(reply.get("notice").is_none());

    clinic.settings.part2 = true;
    let reply = disclose(&clinic, json!({"list": "reminders"}));
    let csv = reply["files"][0]["text"].as_str().unwrap();
    assert_eq!(csv.matches("42 CFR part 2 prohibits").count(), 1, "{csv}");
    assert_eq!(reply["files"][0]["name"], "list-1.csv");
}

#[test]
fn family_is_invited_in_its_own_hours_with_consent() {
    let mut clinic = clinic();
    let contact = |id: &str, patient: &str, times: &str| Contact {
        id: id.into(),
        patient: patient.into(),
        relation: "partner".into(),
        hours: hours(times),
        required: false,
    };
    clinic.contacts = vec![
        contact("k1", "p1", "Wed 08:00-12:00"),
        contact("k2", "p1", "Wed 09:30-12:00"),
        contact("k3", "p2", "Wed 08:00-12:00"),
    ];
    clinic.consents[1].contact = Some("k9".into());
    clinic.appointments = vec![
        session("f1", "p1", "family", (2, 9), 60),
        session("f2", "p2", "family", (2, 9), 60),
        session("f3", "p3", "family", (2, 9), 60),
        session("t1", "p1", "talk", (2, 11), 60),
    ];
    let reply = disclose(&clinic, json!({"list": "family"}));
    assert_eq!(columns(&reply, &["contact", "date", "time"]), ["k1 2026-11-25 09:00"]);
    assert_eq!(
        reasons(&reply),
        [
            "f1 contact `k2` has no time then",
            "f2 contact `k3`: there is no consent for it",
            "f3 the patient has no contacts"
        ]
    );
    let files = reply["files"].as_array().unwrap();
    let names: Vec<&str> = files.iter().map(|file| file["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["list-2.csv", "invitation-1.txt", "invitation-1.ics"]);
    assert_eq!(
        files[1]["text"],
        "You are invited to an appointment on Wed, 2026-11-25, at 09:00, in person. It takes 60 minutes. Please say whether you can come."
    );
    let calendar = files[2]["text"].as_str().unwrap();
    assert!(calendar.contains("SUMMARY:Appointment") && !calendar.contains("p1") && !calendar.contains("family"));
}

#[test]
fn visits_have_the_six_fields() {
    let mut clinic = clinic();
    clinic.services[0].billing_code = Some("G0299".into());
    let home = |id: &str, patient: &str| Appointment {
        modality: Modality::Home,
        clinicians: vec!["ana".into(), "ben".into()],
        part_after_min: vec![0, 15],
        part_minutes: vec![60, 30],
        ..session(id, patient, "talk", (0, 9), 60)
    };
    clinic.appointments = vec![
        home("v1", "p1"),
        home("v2", "p2"),
        session("v3", "p3", "talk", (0, 9), 60),
    ];
    clinic.patients[0].latitude = Some(40.5);
    clinic.patients[0].longitude = Some(-75.25);
    clinic.consents[1].signed = false;
    let reply = disclose(&clinic, json!({"list": "visits"}));
    let wanted = [
        "service",
        "recipient",
        "date",
        "place",
        "provider",
        "start",
        "end",
        "times",
    ];
    assert_eq!(
        columns(&reply, &wanted),
        [
            "G0299 p1 2026-11-23 home; 40.50000, -75.25000 ana 09:00 10:00 scheduled",
            "G0299 p1 2026-11-23 home; 40.50000, -75.25000 ben 09:15 09:45 scheduled",
        ]
    );
    assert_eq!(reasons(&reply), ["v2 consent `consent-p2` is not signed"]);
}

/// What is suggested for sessions of one patient on one day, given code, way of billing and minutes of each.
fn suggested(sessions: &[(&str, Billing, i32)], edit: impl Fn(&mut Clinic)) -> Vec<String> {
    let mut clinic = clinic();
    clinic.services.clear();
    for (at, (code, billing, minutes)) in sessions.iter().enumerate() {
        let mut row = service(&format!("s{at}"), Kind::Individual, *minutes);
        row.billing = *billing;
        row.billing_code = Some((*code).into());
        clinic.services.push(row);
        clinic.appointments.push(session(
            &format!("a{at}"),
            "p1",
            &format!("s{at}"),
            (0, 8 + at as i32),
            *minutes,
        ));
    }
    edit(&mut clinic);
    let reply = disclose(&clinic, json!({"list": "billing"}));
    columns(&reply, &["units", "suggested_code", "suggested_units", "differs"])
}

#[test]
fn codes_follow_the_minutes() {
    let one = |code: &str, billing: Billing, minutes: i32| suggested(&[(code, billing, minutes)], |_| {})[0].clone();
    for (code, minutes, expected) in [
        ("90834", 15, "1  0 yes"),
        ("90834", 16, "1 90832 1 yes"),
        ("90832", 37, "1 90832 1 no"),
        ("90832", 38, "1 90834 1 yes"),
        ("90834", 52, "1 90834 1 no"),
        ("90834", 53, "1 90837 1 yes"),
        ("90847", 25, "1  0 yes"),
        ("90847", 26, "1 90847 1 no"),
        ("90853", 90, "1 90853 1 no"),
        ("H0005", 60, "1 H0005 1 no"),
        ("X9999", 60, "1 X9999 1 no"),
    ] {
        assert_eq!(one(code, Billing::Visit, minutes), expected, "{code} {minutes}");
    }
    for (minutes, units) in [(8, 1), (22, 1), (23, 2), (37, 2), (38, 3), (53, 4), (68, 5), (83, 6)] {
        assert_eq!(
            one("H0004", Billing::Quarter, minutes),
            format!("{units} H0004 {units} no")
        );
        assert_eq!(
            one("G0299", Billing::Quarter, minutes),
            format!("{units} G0299 {units} no")
        );
        assert_eq!(
            one("97110", Billing::Quarter, minutes),
            format!("{units} 97110 {units} no")
        );
    }
    assert_eq!(one("H0004", Billing::Quarter, 7), "0  0 yes");
}

#[test]
fn timed_codes_of_a_day_share_their_units_by_the_payers_rule() {
    let two = [("97110", Billing::Quarter, 24), ("97140", Billing::Quarter, 23)];
    // 47 minutes are three units; each alone would have two.
    assert_eq!(suggested(&two, |_| {}), ["2 97110 2 no", "2 97140 1 yes"]);
    let midpoint = |clinic: &mut Clinic| {
        clinic.rules.push(RuleOverride {
            rule: "units.midpoint".into(),
            value: 1.0,
            reason: "our payer".into(),
        });
    };
    assert_eq!(suggested(&two, midpoint), ["2 97110 2 no", "2 97140 2 no"]);
    // The same code twice: 10 and 12 minutes are 22, one unit, with the first.
    let same = [("97110", Billing::Quarter, 10), ("97110", Billing::Quarter, 12)];
    assert_eq!(suggested(&same, |_| {}), ["1 97110 1 no", "1 97110 0 yes"]);
}

#[test]
fn days_count_where_a_day_is_the_unit() {
    let day_program = [("H0035", Billing::PerDiem, 60), ("H0035", Billing::PerDiem, 120)];
    assert_eq!(suggested(&day_program, |_| {}), ["1 H0035 1 no", "0 H0035 0 no"]);
    let intensive = [("H0015", Billing::PerDiem, 90), ("H0015", Billing::PerDiem, 90)];
    // Three hours on one day only: three days are wanted.
    assert_eq!(suggested(&intensive, |_| {}), ["1  0 yes", "0  0 yes"]);
    let three_days = |clinic: &mut Clinic| {
        clinic.settings.as_of = moment(4, 12, 0);
        for day in 1..3 {
            for at in 0..2 {
                let mut row = session(&format!("b{day}{at}"), "p1", &format!("s{at}"), (day, 8 + at), 90);
                row.status = Status::Completed;
                clinic.appointments.push(row);
            }
        }
    };
    let expected = ["1 H0015 1 no", "0 H0015 0 no"].repeat(3);
    assert_eq!(suggested(&intensive, three_days), expected);
}

#[test]
fn authorizations_are_drawn_in_the_order_of_time() {
    let mut clinic = clinic();
    clinic.services[0].needs_authorization = true;
    clinic.services[0].billing = Billing::Visit;
    clinic.services[0].billing_code = Some("90837".into());
    let grant = |id: &str, patient: &str, from: i32, until: i32| Authorization {
        id: id.into(),
        patient: patient.into(),
        payer: "payer".into(),
        services: vec!["talk".into()],
        unit: Unit::Visit,
        units: 2,
        used: 0,
        from: day(from),
        until: day(until),
    };
    clinic.authorizations = vec![grant("g1", "p1", -9, 9), grant("g2", "p2", -9, -3)];
    clinic.appointments = vec![
        session("a1", "p1", "talk", (-4, 9), 60),
        session("a2", "p1", "talk", (-2, 9), 60),
        session("a3", "p1", "talk", (-1, 9), 60),
        session("b1", "p2", "talk", (-1, 9), 60),
        session("c1", "p3", "talk", (-1, 9), 60),
    ];
    let reply = disclose(&clinic, json!({"list": "billing", "from": "2026-11-20"}));
    assert_eq!(
        columns(&reply, &["session", "authorization", "state", "units_left"]),
        [
            "a2 g1 in force 0",
            "a3 g1 used up 0",
            "b1  expired ",
            "c1  no authorization "
        ]
    );
}

#[test]
fn the_table_of_the_documentation_is_what_is_counted() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/disclosures.md")).unwrap();
    let row = |line: &str| -> Option<(i32, i32)> {
        let (minutes, count) = line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")?;
        Some((minutes.parse().ok()?, count.parse().ok()?))
    };
    let rows: Vec<(i32, i32)> = text.lines().filter_map(row).collect();
    assert_eq!(rows.len(), 9);
    for (minutes, count) in rows {
        assert_eq!(billing::units(minutes, 15, 8), count, "{minutes} minutes");
    }
}

#[test]
fn wrong_days_are_refused() {
    let clinic = clinic();
    for request in [
        json!({"list": "billing", "from": "2026-11-24", "until": "2026-11-20"}),
        json!({"list": "billing", "from": "2020-11-24"}),
    ] {
        assert_eq!(disclose(&clinic, request)["code"], "disclose.days");
    }
}

/// A schedule of every kind around now, and consents of every fate.
fn generated(seed: u64) -> Clinic {
    let mut rng = Rng::stream(seed, "disclosure", 0);
    let mut clinic = clinic();
    clinic.settings.part2 = rng.chance(0.5);
    clinic.settings.neutral_titles = rng.chance(0.5);
    clinic.services.iter_mut().for_each(|row| {
        row.billing = Billing::Visit;
        row.billing_code = Some("90837".into());
    });
    clinic.consents.clear();
    let ids: Vec<String> = (0..12).map(|at| format!("secret{at}x")).collect();
    clinic.patients = ids.iter().map(|id| patient(id)).collect();
    clinic.contacts.clear();
    for (at, id) in ids.iter().enumerate() {
        clinic.contacts.push(Contact {
            id: format!("kin{at}"),
            patient: id.clone(),
            relation: "partner".into(),
            hours: hours("Mon-Sun 00:00-24:00"),
            required: false,
        });
        for _ in 0..rng.below(3) {
            let mut row = all_purposes(id);
            row.id = format!("paper{}", rng.below(1_000));
            match rng.below(5) {
                0 => row.revoked = Some(moment(rng.between(-5, 20), 8, 0)),
                1 => row.until = Some(day(rng.between(-5, 0))),
                2 => row.signed = false,
                3 => row.given = day(rng.between(2, 9)),
                _ => {}
            }
            clinic.consents.push(row);
        }
    }
    for number in 0..40 {
        let service = ["talk", "family", "relapse"][rng.below(3)];
        let who = ids[rng.below(ids.len())].clone();
        let mut row = session(
            &format!("row{number}"),
            &who,
            service,
            (rng.between(-5, 7), rng.between(8, 16)),
            60,
        );
        row.modality = [Modality::Home, Modality::InPerson][rng.below(2)];
        if service == "relapse" {
            row.patient = None;
            clinic.attendances.push(Attendance {
                appointment: row.id.clone(),
                patient: who,
                order: None,
                status: row.status,
                changed: None,
                changed_by: None,
            });
        }
        clinic.appointments.push(row);
    }
    clinic
}

/// True if nothing may be told of a patient now, by the words of the rule alone.
fn is_closed(clinic: &Clinic, patient: &str) -> bool {
    let now = clinic.settings.as_of.date();
    let mut own = clinic.consents.iter().filter(|row| row.patient == patient);
    !own.any(|row| {
        row.signed && row.revoked.is_none() && row.given <= now && row.until.is_none_or(|until| now <= until)
    })
}

#[test]
fn nobody_whose_consent_does_not_hold_is_in_any_file() {
    let (mut closed, mut shown) = (0, 0);
    for seed in 0..150 {
        let clinic = generated(seed);
        let mut out = Vec::new();
        for list in ["reminders", "family", "visits", "billing"] {
            let reply = disclose(&clinic, json!({"list": list}));
            out.push(reply["rows"].to_string());
            let files = reply["files"].as_array().unwrap().iter();
            out.extend(files.map(|file| format!("{}{}", file["name"], file["text"])));
        }
        let mut desk = Desk::default();
        desk.open(clinic.clone());
        let mut calendar = |request: Value| {
            let reply = run(&mut desk, "calendar", &request.to_string()).unwrap();
            let reply: Value = serde_json::from_str(&reply).unwrap();
            out.push(reply["text"].as_str().unwrap().replace("\r\n ", ""));
        };
        calendar(json!({"of": "clinic"}));
        calendar(json!({"of": "clinic", "busy": true}));
        calendar(json!({"of": "clinician", "id": "ana"}));
        for (at, patient) in clinic.patients.iter().enumerate() {
            let kin = format!("kin{at}\"");
            let found = out
                .iter()
                .filter(|text| text.contains(&patient.id) || text.contains(&kin))
                .count();
            if is_closed(&clinic, &patient.id) {
                assert_eq!(found, 0, "{seed}: {}", patient.id);
                closed += 1;
            } else {
                shown += found;
            }
        }
    }
    assert!(closed > 300 && shown > 300, "{closed} {shown}");
}

#[test]
fn a_consent_taken_back_empties_the_lists_at_once() {
    let mut clinic = clinic();
    clinic.appointments = vec![session("a1", "p1", "talk", (2, 9), 60)];
    let rows = |clinic: &Clinic| columns(&disclose(clinic, json!({"list": "reminders"})), &["patient"]).len();
    assert_eq!(rows(&clinic), 1);
    // Whatever the clock of the machine says of the moment.
    for at in [moment(0, 8, 0), moment(1, 12, 0), moment(5, 8, 0)] {
        clinic.consents[0].revoked = Some(at);
        assert_eq!(rows(&clinic), 0);
    }
}

#[test]
fn the_action_revokes_once() {
    let mut desk = Desk::default();
    desk.open(clinic());
    let id = clinic().consents[0].id.clone();
    let action = json!({"kind": "revoke_consent", "consent": id, "at": "2026-03-03T12:00"});
    let request = json!({ "actions": [action] }).to_string();
    run(&mut desk, "amend", &request).unwrap();
    let again = run(&mut desk, "amend", &request).unwrap_err();
    assert_eq!(
        (&*again.code, &*again.message),
        (
            "amend.wrong_action",
            "actions[0]: the clinic has no such consent that is not revoked"
        )
    );
    let document: Value = serde_json::from_str(&run(&mut desk, "document", "{}").unwrap()).unwrap();
    assert_eq!(document["clinic"]["consents"][0]["revoked"], "2026-03-03T12:00");
}
