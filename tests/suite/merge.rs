//! Files into a clinic that is there: twice the same file changes nothing, every row is accounted for, and what is only
//! likely to be the same is done only if somebody says so.

use rosterwell::api::{self, Desk};
use rosterwell::export::{clinic_tables, csv_text};
use rosterwell::import::merge::{Choices, Merged, Outcome, merge};
use rosterwell::import::{Content, Options, Source};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::Status;
use rosterwell::model::columns::{TABLES, num_rows};
use rosterwell::rng::Rng;
use serde_json::json;

use crate::clinics::{KINDS, sample_clinic, two_clinicians_three_visits};
use crate::desk::run;

fn source(name: &str, text: &str) -> Source {
    Source {
        name: name.into(),
        table: None,
        content: Content::Text(text.into()),
    }
}

/// Every table of a clinic as a CSV file.
fn files(clinic: &Clinic) -> Vec<Source> {
    let tables = clinic_tables(clinic).unwrap().tables;
    tables
        .iter()
        .map(|table| source(&format!("{}.csv", table.name), &csv_text(table)))
        .collect()
}

fn merged(present: &Clinic, sources: &[Source], answers: &[(&str, bool)]) -> Merged {
    let choices = Choices {
        answers: answers.iter().map(|&(id, yes)| (id.to_string(), yes)).collect(),
        tolerance_min: 10,
    };
    merge(present, sources, &Options::default(), &choices)
}

fn count(merged: &Merged, table: &str, outcome: Outcome) -> usize {
    merged
        .rows
        .iter()
        .filter(|row| row.table == table && row.outcome == outcome)
        .count()
}

#[test]
fn a_clinic_merged_with_itself_stays_the_same() {
    for seed in 0..12_u64 {
        let clinic = sample_clinic(KINDS[seed as usize % KINDS.len()], 5, seed);
        let outcome = merged(&clinic, &files(&clinic), &[]);
        assert_eq!(outcome.clinic, clinic, "seed {seed}");
        for row in &outcome.rows {
            let expected = if row.table == "settings" {
                Outcome::Kept
            } else {
                Outcome::Same
            };
            assert_eq!(row.outcome, expected, "seed {seed}: {row:?}");
        }
        for table in TABLES {
            let reported = outcome.rows.iter().filter(|row| row.table == table.name).count();
            assert_eq!(reported, num_rows(&clinic, table.name), "seed {seed}: {}", table.name);
        }
    }
}

/// Random rows are taken out of a clinic, or given other values: merging the whole brings back just that.
#[test]
fn what_is_missing_is_added_and_what_differs_is_changed() {
    for seed in 0..12_u64 {
        let whole = sample_clinic(KINDS[seed as usize % KINDS.len()], 5, seed);
        let mut rng = Rng::stream(seed, "merge", 0);
        let mut present = whole.clone();
        let (mut gone, mut other) = (0, 0);
        present.appointments.retain(|_| {
            let keep = rng.chance(0.9);
            gone += usize::from(!keep);
            keep
        });
        for row in &mut present.appointments {
            if rng.chance(0.05) {
                row.minutes += 5;
                other += 1;
            }
        }
        let mut patients = 0;
        for row in &mut present.patients {
            if rng.chance(0.2) {
                row.acuity = (row.acuity + 1) % 5;
                patients += 1;
            }
        }
        let outcome = merged(&present, &files(&whole), &[]);
        assert_eq!(count(&outcome, "appointments", Outcome::Added), gone, "seed {seed}");
        assert_eq!(count(&outcome, "appointments", Outcome::Changed), other, "seed {seed}");
        assert_eq!(count(&outcome, "patients", Outcome::Changed), patients, "seed {seed}");
        let sorted = |clinic: &Clinic| {
            let mut clinic = clinic.clone();
            clinic.appointments.sort_by(|a, b| a.id.cmp(&b.id));
            clinic
        };
        assert_eq!(sorted(&outcome.clinic), sorted(&whole), "seed {seed}");
        let again = merged(&present, &files(&whole), &[]);
        assert_eq!(again, outcome, "the same clinic and files give the same result");
    }
}

/// What a file does not say stays as it is.
#[test]
fn a_column_that_is_not_there_changes_nothing() {
    let mut clinic = two_clinicians_three_visits();
    clinic.patients[0].telehealth = true;
    clinic.patients[0].needs = vec!["trauma".into()];
    let header = "id,name,phase,site,hours\n";
    let row = format!("p1,New name,outpatient,main,{}\n", clinic.patients[0].hours);
    let outcome = merged(&clinic, &[source("patients.csv", &format!("{header}{row}"))], &[]);
    let patient = &outcome.clinic.patients[0];
    assert_eq!(
        (&*patient.name, patient.telehealth, &*patient.needs),
        ("New name", true, &["trauma".to_string()][..])
    );
    let fields: Vec<&str> = outcome.rows[0].fields.iter().map(|change| &*change.field).collect();
    assert_eq!(fields, ["name"]);
}

#[test]
fn people_of_one_name_are_one_person_only_if_somebody_says_so() {
    let mut clinic = two_clinicians_three_visits();
    clinic.patients[0].name = "José Núñez".into();
    let hours = clinic.patients[0].hours.to_string();
    let name = "JOSE\u{301} N\u{200B}u\u{301}n\u{303}ez";
    let text = format!("id,name,phase,site,hours\n9001,{name},outpatient,main,{hours}\n");
    let orders = "id,patient,service,per_week,from,until\no9,9001,talk,1,2026-11-23,2026-12-20\n";
    let sources = [source("patients.csv", &text), source("orders.csv", orders)];
    let apart = merged(&clinic, &sources, &[]);
    assert_eq!(apart.pairs.len(), 1, "{:?}", apart.pairs);
    let question = &apart.pairs[0];
    assert_eq!(
        (&*question.incoming, &*question.present, question.usual, question.same),
        ("9001", "p1", false, false)
    );
    assert_eq!(apart.clinic.patients.len(), 4);
    let same = merged(&clinic, &sources, &[(&question.id, true)]);
    assert_eq!(same.clinic.patients.len(), 3);
    let order = same.clinic.orders.iter().find(|row| row.id == "o9").unwrap();
    assert_eq!(
        order.patient, "p1",
        "what names the row of the file means the row that is there"
    );
}

#[test]
fn sessions_without_ids_are_found_by_people_and_start() {
    let clinic = two_clinicians_three_visits();
    let header = "patient,clinicians,service,start,minutes,modality,status\n";
    let first = "p1,ana,talk,2026-11-24 09:00,60,in_person,booked\np2,ana,talk,2026-11-24 10:00,60,in_person,booked\n";
    let once = merged(&clinic, &[source("appointments.csv", &format!("{header}{first}"))], &[]);
    assert_eq!(count(&once, "appointments", Outcome::Added), 2);
    // The same again, one done, one five minutes later, and one that is new although its row has the number of another.
    let second = "p3,ben,talk,2026-11-25 09:00,60,in_person,booked\np1,ana,talk,2026-11-24 09:00,60,in_person,completed\n\
                  p2,ana,talk,2026-11-24 10:05,60,in_person,booked\n";
    let sources = [source("appointments.csv", &format!("{header}{second}"))];
    let twice = merged(&once.clinic, &sources, &[]);
    let outcomes: Vec<Outcome> = twice.rows.iter().map(|row| row.outcome).collect();
    assert_eq!(outcomes, [Outcome::Added, Outcome::Changed, Outcome::Changed]);
    assert_eq!(twice.clinic.appointments.len(), 3);
    assert_eq!(twice.clinic.appointments[0].status, Status::Completed);
    let ids: std::collections::BTreeSet<&str> = twice.clinic.appointments.iter().map(|row| &*row.id).collect();
    assert_eq!(ids.len(), 3, "{ids:?}");
    assert_eq!(twice.pairs.len(), 1);
    assert!(
        twice.pairs[0].usual && twice.pairs[0].what.contains("5 minutes apart"),
        "{:?}",
        twice.pairs
    );
    let apart = merged(&once.clinic, &sources, &[(&twice.pairs[0].id, false)]);
    assert_eq!(apart.clinic.appointments.len(), 4);
}

#[test]
fn rows_at_one_time_become_a_group_session_only_if_somebody_says_so() {
    let clinic = two_clinicians_three_visits();
    let text = "id,patient,clinicians,service,start,minutes,modality,status\n\
                a,p1,ana,talk,2026-11-24 09:00,60,in_person,completed\n\
                b,p2,ana,talk,2026-11-24 09:00,60,in_person,no_show\n\
                c,p3,ana,talk,2026-11-24 09:00,60,in_person,completed\n\
                d,p3,ben,talk,2026-11-24 11:00,60,in_person,booked\n";
    let sources = [source("appointments.csv", text)];
    let apart = merged(&clinic, &sources, &[]);
    assert_eq!(apart.clinic.appointments.len(), 4);
    assert_eq!(apart.groups.len(), 1);
    let question = &apart.groups[0];
    assert_eq!(
        (&*question.patients, question.merged),
        (&["p1".into(), "p2".into(), "p3".to_string()][..], false)
    );
    assert_eq!(question.origins.len(), 3);
    let one = merged(&clinic, &sources, &[(&question.id, true)]);
    assert_eq!(one.clinic.appointments.len(), 2);
    let session = &one.clinic.appointments[0];
    assert_eq!(
        (&*session.id, session.patient.as_deref(), session.status),
        ("a", None, Status::Completed)
    );
    let seats: Vec<(&str, &str, Status)> = one
        .clinic
        .attendances
        .iter()
        .map(|row| (&*row.appointment, &*row.patient, row.status))
        .collect();
    let (done, missed) = (Status::Completed, Status::NoShow);
    assert_eq!(seats, [("a", "p1", done), ("a", "p2", missed), ("a", "p3", done)]);
    assert_eq!(
        count(&one, "appointments", Outcome::Seated),
        2,
        "no row is lost without a word"
    );
    // The same file again finds every seat, and asks nothing.
    let again = merged(&one.clinic, &sources, &[]);
    assert_eq!(again.clinic, one.clinic);
    assert_eq!(again.groups, []);
    // Moved by an hour, it is a question again, and a patient's row is never written over the session.
    let moved = [source("appointments.csv", &text.replace("09:00", "08:00"))];
    let apart = merged(&one.clinic, &moved, &[]);
    assert_eq!(apart.groups.len(), 1);
    assert_eq!(apart.clinic.appointments[0], one.clinic.appointments[0]);
    let together = merged(&one.clinic, &moved, &[(&apart.groups[0].id, true)]);
    assert_eq!(together.clinic.appointments.len(), 2);
    assert_eq!(together.clinic.appointments[0].start.to_string(), "2026-11-24T08:00");
    assert_eq!(together.clinic.attendances, one.clinic.attendances);
}

#[test]
fn every_row_is_accounted_for() {
    let clinic = two_clinicians_three_visits();
    let text = "id,name,phase,site,hours,acuity\n\
                p1,Ana,outpatient,main,Mon 08:00-12:00,1\n\
                p8,,outpatient,main,Mon 08:00-12:00,1\n\
                p9,Zoe,outpatient,main,Mon 08:00-12:00,ninety\n";
    let mut desk = Desk::default();
    run(&mut desk, "open", json!({"clinic": clinic}));
    let import = json!({"files": [{"name": "patients.csv", "text": text}], "preview": true});
    let before = run(&mut desk, "document", json!({}));
    let request = json!({"import": import, "at": "2026-11-23T08:00"});
    let preview = run(&mut desk, "merge", request.clone());
    assert_eq!(
        before,
        run(&mut desk, "document", json!({})),
        "a preview changes nothing"
    );
    let of = &preview["counts"][0];
    assert_eq!(
        (&of["added"], &of["changed"], &of["left_out"]),
        (&json!(1), &json!(1), &json!(1))
    );
    assert_eq!(
        preview["issues"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|issue| issue["row"] == 3)
            .count(),
        1
    );
    let report = preview["report"]["text"].as_str().unwrap();
    assert!(
        report.contains(r#""patients.csv","1","patients","p1","changed""#) && report.contains("2026-11-23T08:00"),
        "{report}"
    );
    let mut request = request;
    request["import"]["preview"] = json!(false);
    let done = run(&mut desk, "merge", request.clone());
    assert_eq!(done["opened"], true);
    assert_eq!(done["report"], preview["report"]);
    let after = run(&mut desk, "document", json!({}));
    assert_eq!(after["clinic"]["patients"].as_array().unwrap().len(), 4);

    let mut wrong = request.clone();
    wrong["tolerance_min"] = json!(61);
    let error = api::run(&mut desk, "merge", &wrong.to_string()).unwrap_err();
    assert_eq!((&*error.code, &*error.path), ("request.wrong_value", "tolerance_min"));
    request["answers"] = json!([{"id": "x", "yes": true}]);
    let reply = run(&mut desk, "merge", request);
    let codes: Vec<&str> = reply["issues"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|issue| issue["code"].as_str())
        .collect();
    assert!(codes.contains(&"import.unknown_question"), "{codes:?}");
}
