//! The table of `docs/fhir.md` against what is written: every column stands where the table says, or in our extension.

use std::collections::{BTreeMap, BTreeSet};

use rosterwell::export::fhir::{FhirForm, clinic_fhir};
use rosterwell::model::Clinic;
use rosterwell::model::columns::{Column, TABLES, Table, Type, push_row};
use serde_json::{Map, Value, json};

/// An ordinary value of a column, in a row of which there is one in each table.
fn value(table: &Table, column: &Column, kind: &Type) -> Value {
    match (table.name, column.name) {
        ("clinicians", "gender") => return json!("female"),
        ("orders", "priority") => return json!(4),
        ("appointments", "status") => return json!("cancelled"),
        ("appointments", "changed_by") => return json!("patient"),
        ("absences", "what") => return json!("clinician"),
        ("absences", "id") => return json!("clinicians-1"),
        ("settings", "time_zone") => return json!("America/New_York"),
        _ => {}
    }
    match kind {
        Type::Text => json!("words"),
        Type::Id => json!(format!("{}-1", table.name.replace('_', "-"))),
        Type::Reference(tables) => json!(format!("{}-1", tables[0])),
        Type::Integer { min, .. } | Type::Minutes { min, .. } => json!(min + 1),
        Type::Clock => json!(60),
        Type::Decimal { .. } => json!(1.5),
        Type::Money { .. } => json!(100),
        Type::YesNo => json!(true),
        Type::Choice(choices) => json!(choices[0].name),
        Type::Date => json!("2026-11-23"),
        Type::DateTime => json!("2026-11-23T09:30"),
        Type::Hours => json!("Mon-Fri 08:00-16:30"),
        Type::List(of) => json!([value(table, column, of)]),
    }
}

fn full_clinic() -> Clinic {
    let mut clinic = Clinic::default();
    for table in TABLES {
        let fields: Map<String, Value> = table
            .columns
            .iter()
            .map(|column| (column.name.to_string(), value(table, column, &column.kind)))
            .collect();
        push_row(&mut clinic, table.name, &Value::Object(fields)).unwrap();
    }
    clinic
}

/// Columns that stand in our extensions, and elements that are there, as paths.
fn walk(value: &Value, path: &str, extended: &mut BTreeSet<String>, elements: &mut BTreeSet<String>) {
    elements.insert(path.to_string());
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, path, extended, elements)),
        Value::Object(fields) => {
            let url = fields.get("url").and_then(Value::as_str).unwrap_or_default();
            if let Some(table) = url.strip_prefix("https://rosterwell.example/fhir/table/") {
                for part in fields["extension"].as_array().unwrap() {
                    extended.insert(format!("{table}.{}", part["url"].as_str().unwrap()));
                }
                return;
            }
            for (name, field) in fields {
                walk(field, &format!("{path}.{name}"), extended, elements);
            }
        }
        _ => {}
    }
}

#[test]
fn the_table_of_the_page_is_what_is_written() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/fhir.md")).unwrap();
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [column, element] = cells.as_slice() else {
            return None;
        };
        let bare = |cell: &str| Some(cell.strip_prefix('`')?.strip_suffix('`')?.to_string());
        Some((bare(column)?, bare(element)?))
    });
    let page: BTreeMap<String, String> = rows.collect();
    assert!(page.len() > 80, "{}", page.len());

    let (mut extended, mut elements) = (BTreeSet::new(), BTreeSet::new());
    for line in clinic_fhir(&full_clinic(), FhirForm::Ndjson).unwrap().lines() {
        let resource: Value = serde_json::from_str(line).unwrap();
        let kind = resource["resourceType"].as_str().unwrap().to_string();
        walk(&resource, &kind, &mut extended, &mut elements);
    }
    let mut wrong = Vec::new();
    for table in TABLES {
        for column in table.columns {
            let name = format!("{}.{}", table.name, column.name);
            match (page.get(&name), extended.contains(&name)) {
                (None, false) if column.kind != Type::Id => {
                    wrong.push(format!("{name} stands in an element, and the page has none"))
                }
                (Some(_), true) => wrong.push(format!("{name} stands in our extension")),
                (Some(element), false) if !elements.contains(element) => {
                    wrong.push(format!("{name}: there is no {element}"))
                }
                _ => {}
            }
        }
    }
    for name in page.keys() {
        let (table, column) = name.split_once('.').unwrap();
        let known = TABLES
            .iter()
            .find(|known| known.name == table)
            .and_then(|known| known.column(column));
        if known.is_none() {
            wrong.push(format!("{name} is no column"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
