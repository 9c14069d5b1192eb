//! A table edited as text: what is shown is what a file would hold, rows that fit are taken, others say why, and nothing
//! that other rows name disappears.

use proptest::prelude::*;
use rosterwell::api::{self, Desk};
use rosterwell::model::Clinic;
use rosterwell::model::columns::TABLES;
use rosterwell::sample::SampleKind;
use serde_json::{Value, json};

use crate::clinics::{KINDS, sample_clinic, two_clinicians_three_visits};
use crate::desk::run;

fn desk_with(clinic: &Clinic) -> Desk {
    let mut desk = Desk::default();
    run(&mut desk, "open", json!({ "clinic": clinic }));
    desk
}

fn document(desk: &mut Desk) -> Value {
    run(desk, "document", json!({}))["clinic"].clone()
}

fn rows(desk: &mut Desk, table: &str) -> Value {
    run(desk, "rows", json!({"table": table, "count": 10_000}))
}

fn cells(reply: &Value, at: usize) -> Vec<String> {
    let cells = reply["rows"][at]["cells"].as_array().unwrap();
    cells.iter().map(|cell| cell.as_str().unwrap().to_owned()).collect()
}

/// The place of a column.
fn column(reply: &Value, field: &str) -> usize {
    let columns = reply["columns"].as_array().unwrap();
    columns.iter().position(|column| column["field"] == field).unwrap()
}

/// The cells of a row with one of them changed.
fn with(reply: &Value, at: usize, field: &str, text: &str) -> Vec<String> {
    let mut cells = cells(reply, at);
    cells[column(reply, field)] = text.into();
    cells
}

#[test]
fn every_row_of_every_table_written_back_as_it_is_shown_changes_nothing() {
    for kind in KINDS {
        let mut desk = desk_with(&sample_clinic(kind, 5, 3));
        let before = document(&mut desk);
        for table in TABLES {
            let shown = rows(&mut desk, table.name);
            let all = shown["rows"].as_array().unwrap();
            assert_eq!(shown["found"], all.len());
            let sent: Vec<Value> = all.iter().take(400).cloned().collect();
            let reply = run(&mut desk, "edit_rows", json!({"table": table.name, "rows": sent}));
            assert_eq!(reply["wrong"], json!([]), "{kind:?} {}", table.name);
            assert_eq!(
                (&reply["changed"], &reply["added"]),
                (&json!(0), &json!(0)),
                "{}",
                table.name
            );
        }
        assert_eq!(document(&mut desk), before);
    }
}

#[test]
fn a_row_that_fits_is_taken_and_one_that_does_not_says_why_and_stays() {
    let mut desk = desk_with(&two_clinicians_three_visits());
    let shown = rows(&mut desk, "patients");
    let named = with(&shown, 0, "name", "Zoë O'Hara");
    let wrong = with(&shown, 1, "phase", "sideways");
    let reply = run(
        &mut desk,
        "edit_rows",
        json!({"table": "patients", "rows": [{"row": 0, "cells": named}, {"row": 1, "cells": wrong}]}),
    );
    assert_eq!(reply["changed"], 1);
    let said = reply["wrong"].as_array().unwrap();
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!((&said[0]["at"], &said[0]["field"]), (&json!(1), &json!("phase")));
    let after = rows(&mut desk, "patients");
    assert_eq!(cells(&after, 0)[column(&after, "name")], "Zoë O'Hara");
    assert_eq!(cells(&after, 1), cells(&shown, 1));
}

#[test]
fn a_new_row_gets_an_id_and_names_become_ids() {
    let clinic = two_clinicians_three_visits();
    let mut desk = desk_with(&clinic);
    let shown = rows(&mut desk, "orders");
    let mut new = cells(&shown, 0);
    new[column(&shown, "id")] = String::new();
    new[column(&shown, "patient")] = clinic.patients[1].name.to_uppercase();
    let reply = run(
        &mut desk,
        "edit_rows",
        json!({"table": "orders", "rows": [{"cells": new}]}),
    );
    assert_eq!((&reply["added"], &reply["wrong"]), (&json!(1), &json!([])));
    let orders = document(&mut desk)["orders"].clone();
    let last = orders.as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["patient"], clinic.patients[1].id.as_str());
    let id = last["id"].as_str().unwrap();
    assert!(!id.is_empty() && clinic.orders.iter().all(|order| order.id != id));
}

#[test]
fn what_is_not_there_cannot_be_named() {
    let mut desk = desk_with(&two_clinicians_three_visits());
    let before = document(&mut desk);
    let shown = rows(&mut desk, "orders");
    let cells = with(&shown, 0, "patient", "nobody");
    let reply = run(
        &mut desk,
        "edit_rows",
        json!({"table": "orders", "rows": [{"row": 0, "cells": cells}]}),
    );
    assert_eq!(reply["wrong"][0]["field"], "patient");
    assert!(reply["wrong"][0]["cause"].as_str().unwrap().contains("`patients`"));
    assert_eq!(document(&mut desk), before);
}

#[test]
fn an_id_is_the_rows_alone_and_stays_while_others_name_it() {
    let clinic = two_clinicians_three_visits();
    let mut desk = desk_with(&clinic);
    let before = document(&mut desk);
    let shown = rows(&mut desk, "patients");
    let second = shown["rows"][1]["cells"][column(&shown, "id")]
        .as_str()
        .unwrap()
        .to_owned();
    let edits = [with(&shown, 0, "id", &second), with(&shown, 0, "id", "another")];
    for (cells, cause) in edits
        .into_iter()
        .zip(["another row has this id", "rows of `orders` name the row"])
    {
        let reply = run(
            &mut desk,
            "edit_rows",
            json!({"table": "patients", "rows": [{"row": 0, "cells": cells}]}),
        );
        let causes: Vec<&str> = reply["wrong"]
            .as_array()
            .unwrap()
            .iter()
            .map(|wrong| wrong["cause"].as_str().unwrap())
            .collect();
        assert!(causes.iter().any(|text| text.contains(cause)), "{causes:?}");
    }
    let mut new = cells(&shown, 0);
    new[column(&shown, "id")] = "fourth".into();
    let twice = json!({"table": "patients", "rows": [{"cells": new}, {"cells": new}]});
    let reply = run(&mut desk, "edit_rows", twice);
    assert_eq!((&reply["added"], &reply["wrong"][0]["at"]), (&json!(1), &json!(1)));
    let place = clinic.patients.len();
    let reply = run(&mut desk, "edit_rows", json!({"table": "patients", "remove": [place]}));
    assert_eq!(reply["removed"], 1);
    assert_eq!(document(&mut desk), before);
}

#[test]
fn a_row_that_others_name_is_not_removed() {
    let mut desk = desk_with(&two_clinicians_three_visits());
    let reply = run(&mut desk, "edit_rows", json!({"table": "patients", "remove": [0]}));
    assert_eq!(
        (&reply["removed"], &reply["wrong"][0]["removal"]),
        (&json!(0), &json!(true))
    );
    let reply = run(&mut desk, "edit_rows", json!({"table": "settings", "remove": [0]}));
    assert_eq!(reply["removed"], 0);
}

#[test]
fn rows_are_found_by_a_word_and_listed_in_parts() {
    let mut desk = desk_with(&sample_clinic(SampleKind::AddictionTreatment, 6, 9));
    let all = rows(&mut desk, "orders");
    let part = run(&mut desk, "rows", json!({"table": "orders", "from": 2, "count": 3}));
    assert_eq!(part["found"], all["found"]);
    assert_eq!(
        part["rows"].as_array().unwrap()[..],
        all["rows"].as_array().unwrap()[2..5]
    );
    let id = all["rows"][4]["cells"][column(&all, "id")].as_str().unwrap().to_owned();
    let found = run(
        &mut desk,
        "rows",
        json!({"table": "orders", "find": id.to_uppercase(), "count": 10_000}),
    );
    assert!(found["rows"].as_array().unwrap().iter().any(|row| row["row"] == 4));
    assert!(found["found"].as_u64() < all["found"].as_u64());
}

#[test]
fn a_request_that_cannot_be_meant_changes_nothing() {
    let mut desk = desk_with(&two_clinicians_three_visits());
    for (operation, request, code) in [
        ("rows", json!({"table": "nothing", "count": 1}), "rows.no_table"),
        ("rows", json!({"table": "rooms", "count": 10_001}), "rows.too_many"),
        ("edit_rows", json!({"table": "rooms", "remove": [99]}), "rows.no_row"),
        (
            "edit_rows",
            json!({"table": "rooms", "rows": [{"row": 7, "cells": []}]}),
            "rows.no_row",
        ),
    ] {
        let error = api::run(&mut desk, operation, &request.to_string()).unwrap_err();
        assert_eq!(error.code, code);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// Whatever is typed anywhere: a row is taken and then reads back as itself, or it is refused and stays.
    #[test]
    fn any_text_in_any_cell_is_taken_or_refused(
        table in 0..TABLES.len(),
        at in 0_usize..50,
        place in 0_usize..40,
        text in prop_oneof!["[ -~]{0,12}", "\\PC{0,6}", "-?[0-9]{1,6}([.,][0-9]{1,2})?", "[0-9]{1,2}/[0-9]{1,2}/2026", "Mon-Fri 0[0-9]:00-1[0-9]:00"],
    ) {
        let mut desk = desk_with(&sample_clinic(SampleKind::HomeHealth, 3, 2));
        let table = TABLES[table].name;
        let shown = rows(&mut desk, table);
        let all = shown["rows"].as_array().unwrap();
        if all.is_empty() {
            return Ok(());
        }
        let row = at % all.len();
        let mut cells = cells(&shown, row);
        let place = place % cells.len();
        cells[place] = text;
        let before = document(&mut desk);
        let reply = run(&mut desk, "edit_rows", json!({"table": table, "rows": [{"row": row, "cells": cells}]}));
        let refused = !reply["wrong"].as_array().unwrap().is_empty();
        if refused {
            prop_assert_eq!(document(&mut desk), before);
            return Ok(());
        }
        let after = rows(&mut desk, table);
        let again = json!({"table": table, "rows": [after["rows"][row]]});
        let reply = run(&mut desk, "edit_rows", again);
        prop_assert_eq!(&reply["wrong"], &json!([]));
        prop_assert_eq!(&reply["changed"], &json!(0));
    }
}
