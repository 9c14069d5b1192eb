//! The workbook module: bytes and tables cross, in Node. What is read and written is tested natively.
#![cfg(all(target_arch = "wasm32", target_os = "unknown", feature = "workbook"))]
#![allow(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

use rosterwell::wasm::{read_workbook, write_workbook};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn tables_come_back_from_the_bytes_of_a_workbook() {
    let rows = json!([["id", "name", "seats"], ["r1", "=1+1", 12.0], ["r2", "Zoë <b>", null]]);
    let tables = json!({ "tables": [{ "name": "rooms", "rows": rows }] });
    let bytes = write_workbook(&tables.to_string()).unwrap();
    assert_eq!(&bytes[..2], b"PK");
    let read: Value = serde_json::from_str(&read_workbook(&bytes).unwrap()).unwrap();
    let sheets = read["tables"]["tables"].as_array().unwrap();
    let rooms = sheets.iter().find(|sheet| sheet["name"] == "rooms").unwrap();
    assert_eq!(rooms["rows"][0], json!(["id", "name", "seats"]));
    assert_eq!(rooms["rows"][1][2], json!(12.0));
    assert!(rooms["rows"][1][1].as_str().unwrap().ends_with("=1+1"));
    assert_eq!(rooms["rows"][2][1], "Zoë <b>");
}

#[wasm_bindgen_test]
fn what_is_no_workbook_is_an_issue_and_wrong_tables_are_an_error() {
    let read: Value = serde_json::from_str(&read_workbook(b"id,name\n").unwrap()).unwrap();
    assert_eq!(read["tables"]["tables"], json!([]));
    assert_eq!(read["issues"].as_array().unwrap().len(), 1);
    let error: JsValue = write_workbook("{").unwrap_err().into();
    assert_eq!(
        js_sys::Reflect::get(&error, &"code".into()).unwrap(),
        "request.not_json"
    );
}
