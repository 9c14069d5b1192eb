//! The command: files in, files out, errors as JSON with exit code 1.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

/// A folder of its own for each test, emptied when it begins.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(folder: &PathBuf, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rosterwell"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

#[test]
fn a_saved_clinic_is_opened_by_the_next_command() {
    let folder = folder("command-save");
    std::fs::write(
        folder.join("clinic.json"),
        r#"{"settings": null}"#.replace("null", &settings()),
    )
    .unwrap();
    std::fs::write(folder.join("request.json"), r#"{"clinic": {}}"#).unwrap();
    let first = run(
        &folder,
        &[
            "validate",
            "--clinic",
            "clinic.json",
            "--out",
            "first.json",
            "--save",
            "saved.json",
        ],
    );
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
    let again = run(&folder, &["validate", "--clinic", "saved.json", "--out", "again.json"]);
    assert!(again.status.success());
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    assert_eq!(read("first.json"), read("again.json"));
    let carried = run(&folder, &["validate", "--request", "request.json"]);
    let reply: Value = serde_json::from_slice(&carried.stdout).unwrap();
    assert_eq!(reply["summary"]["horizon_days"], 7);
}

fn settings() -> String {
    serde_json::to_string(&rosterwell::model::Clinic::default().settings).unwrap()
}

#[test]
fn failures_are_json_with_a_code() {
    let folder = folder("command-fail");
    std::fs::write(folder.join("broken.json"), "{").unwrap();
    for (arguments, code) in [
        (&["nothing"][..], "operation.unknown"),
        (&["validate"], "desk.empty"),
        (&["validate", "--clinic"], "command.usage"),
        (&["validate", "--color", "red"], "command.usage"),
        (&["validate", "--clinic", "absent.json"], "command.read"),
        (&["validate", "--clinic", "broken.json"], "request.not_json"),
        (&["validate", "--request", "broken.json"], "request.not_json"),
    ] {
        let output = run(&folder, arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(error["code"], code, "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn help_names_every_operation() {
    let output = run(&folder("command-help"), &["--help"]);
    let text = String::from_utf8(output.stdout).unwrap();
    for operation in rosterwell::api::operations() {
        assert!(text.contains(&format!("\n  {} ", operation.name)), "{}", operation.name);
    }
}

#[test]
fn a_table_is_plain_text() {
    let folder = folder("command-table");
    let clinic = r#"{"settings": null}"#.replace("null", &settings());
    std::fs::write(folder.join("clinic.json"), clinic).unwrap();
    let published = run(&folder, &["published", "--clinic", "clinic.json"]);
    let published: Value = serde_json::from_slice(&published.stdout).unwrap();
    let request = serde_json::json!({ "after": published["plan"], "ids": ["P2", "K40"] });
    std::fs::write(folder.join("request.json"), request.to_string()).unwrap();
    let options = ["--clinic", "clinic.json", "--request", "request.json", "--table"];
    let compared = run(&folder, &[&["compare"], &options[..]].concat());
    let text = String::from_utf8(compared.stdout).unwrap();
    assert!(text.starts_with("id ") && text.contains("\nP2 "), "{text}");
    let none = run(&folder, &["validate", "--clinic", "clinic.json", "--table"]);
    assert!(String::from_utf8_lossy(&none.stderr).contains("command.usage"));
}

#[test]
fn tables_of_a_reply_become_a_workbook() {
    let folder = folder("command-workbook");
    let request = |name: &str, request: Value| std::fs::write(folder.join(name), request.to_string()).unwrap();
    request(
        "sample.json",
        serde_json::json!({ "kind": "home_health", "clinicians": 2, "weeks": 1 }),
    );
    let sampled = run(
        &folder,
        &["sample", "--request", "sample.json", "--save", "clinic.json"],
    );
    assert!(sampled.status.success(), "{}", String::from_utf8_lossy(&sampled.stderr));
    for (what, sheet) in [
        ("clinic", "clinicians"),
        ("plan", "changes"),
        ("issues", "issues"),
        ("template", "rooms"),
    ] {
        request("request.json", serde_json::json!({ "what": what, "format": "tables" }));
        let options = [
            "--clinic",
            "clinic.json",
            "--request",
            "request.json",
            "--out",
            "out.xlsx",
        ];
        let written = run(&folder, &[&["export"], &options[..]].concat());
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        let bytes = std::fs::read(folder.join("out.xlsx")).unwrap();
        let read = rosterwell::import::workbook::read_workbook(&bytes);
        assert!(read.issues.is_empty(), "{what}: {:?}", read.issues);
        let sheets: Vec<&str> = read.tables.tables.iter().map(|table| table.name.as_str()).collect();
        assert!(sheets.contains(&sheet), "{what}: {sheets:?}");
    }
    let options = ["--clinic", "clinic.json", "--out", "none.xlsx"];
    let none = run(&folder, &[&["validate"], &options[..]].concat());
    assert!(String::from_utf8_lossy(&none.stderr).contains("command.usage"));
    assert!(!folder.join("none.xlsx").exists());
}

#[test]
fn the_money_of_a_scenario_becomes_a_workbook_of_formulas() {
    let folder = folder("command-scenario-workbook");
    let request = |name: &str, request: Value| std::fs::write(folder.join(name), request.to_string()).unwrap();
    request(
        "sample.json",
        serde_json::json!({ "kind": "home_health", "clinicians": 2, "weeks": 1 }),
    );
    run(
        &folder,
        &["sample", "--request", "sample.json", "--save", "clinic.json"],
    );
    request(
        "changes.json",
        serde_json::json!({
            "changes": [{ "lever": { "price": {} }, "value": 0.1 }],
            "months": 12, "draws": 3, "runs": 2, "levels": 1, "first_steps": 50, "plan_steps": 20,
        }),
    );
    let options = [
        "--clinic",
        "clinic.json",
        "--request",
        "changes.json",
        "--out",
        "money.xlsx",
    ];
    let written = run(&folder, &[&["scenario"], &options[..]].concat());
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let bytes = std::fs::read(folder.join("money.xlsx")).unwrap();
    let read = rosterwell::import::workbook::read_workbook(&bytes);
    let sheets: Vec<&str> = read.tables.tables.iter().map(|table| table.name.as_str()).collect();
    let wanted = ["Read me", "Assumptions", "Run", "Monthly", "Outcome", "Compare"];
    assert!(wanted.iter().all(|name| sheets.contains(name)), "{sheets:?}");
}

#[test]
fn files_come_in_and_go_out_as_fhir() {
    let folder = folder("command-fhir");
    std::fs::write(
        folder.join("request.json"),
        r#"{"clinicians": 3, "weeks": 1, "kind": "home_health"}"#,
    )
    .unwrap();
    let made = run(
        &folder,
        &["sample", "--request", "request.json", "--save", "first.json"],
    );
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    std::fs::write(folder.join("export.json"), r#"{"what": "clinic", "format": "ndjson"}"#).unwrap();
    let out = run(
        &folder,
        &[
            "export",
            "--clinic",
            "first.json",
            "--request",
            "export.json",
            "--files",
            "out",
        ],
    );
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let read = run(
        &folder,
        &["import", "--file", "out/clinic.ndjson", "--save", "second.json"],
    );
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    assert!(text("out/clinic.ndjson").lines().count() > 20);
    assert_eq!(text("first.json"), text("second.json"));
    // Bytes that are no UTF-8 go in too.
    std::fs::write(folder.join("sites.csv"), b"id,name,hours\nn,Caf\xE9,Mon 08:00-09:00\n").unwrap();
    let latin = run(&folder, &["import", "--file", "sites.csv", "--save", "third.json"]);
    assert!(latin.status.success(), "{}", String::from_utf8_lossy(&latin.stderr));
    assert!(text("third.json").contains("Café"));
    let none = run(&folder, &["validate", "--clinic", "first.json", "--files", "out"]);
    assert!(!none.status.success());
}
