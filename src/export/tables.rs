//! A clinic as raw tables: the same tables and columns for CSV files and workbooks.

use serde_json::Value;

use crate::error::{Error, Result};
use crate::model::Clinic;
use crate::model::calendar::clock;
use crate::model::columns::{Column, Fallback, TABLES, Table, Type, for_rows, num_rows};
use crate::model::raw::{Cell, RawTable, RawTables, guard, join_list};

/// Every table that has rows, with its header.
///
/// # Errors
/// A number in the clinic that is not finite.
pub fn clinic_tables(clinic: &Clinic) -> Result<RawTables> {
    let filled = TABLES.iter().filter(|table| num_rows(clinic, table.name) > 0);
    let tables = filled.map(|table| clinic_table(clinic, table)).collect::<Result<_>>()?;
    Ok(RawTables { tables })
}

/// Every table with its header and no rows.
pub fn empty_tables() -> RawTables {
    let tables = TABLES
        .iter()
        .map(|table| raw_table(table, vec![table_header(table)]))
        .collect();
    RawTables { tables }
}

/// The document itself, as it is stored.
///
/// # Errors
/// A number in the clinic that is not finite.
pub fn clinic_json(clinic: &Clinic) -> Result<String> {
    serde_json::to_string_pretty(clinic).map_err(|error| unwritable("", &error.to_string()))
}

fn clinic_table(clinic: &Clinic, table: &Table) -> Result<RawTable> {
    let mut rows = vec![table_header(table)];
    for_rows(clinic, table.name, |row| rows.push(row_cells(&row, table)))
        .map_err(|cause| unwritable(table.name, &cause))?;
    Ok(raw_table(table, rows))
}

/// The cells of a row, given as a JSON object.
pub fn row_cells(row: &Value, table: &Table) -> Vec<Cell> {
    let columns = table.columns.iter();
    columns
        .map(|column| cell(row.get(column.name), table, column))
        .collect()
}

fn raw_table(table: &Table, rows: Vec<Vec<Cell>>) -> RawTable {
    RawTable {
        name: table.name.into(),
        rows,
        ..RawTable::default()
    }
}

/// The names of a table's columns in files.
pub fn table_header(table: &Table) -> Vec<Cell> {
    table.columns.iter().map(|column| Cell::text(column.header)).collect()
}

fn unwritable(table: &str, cause: &str) -> Error {
    Error::new("export.unwritable", format!("the clinic cannot be written: {cause}")).at(table)
}

/// The cell of a field; optional fields that are absent are empty.
fn cell(value: Option<&Value>, table: &Table, column: &Column) -> Cell {
    let Some(value) = value.filter(|value| !value.is_null()) else {
        return Cell::Empty;
    };
    match (&column.kind, value) {
        (Type::Money { .. }, Value::Number(cents)) => Cell::Number(cents.as_f64().unwrap_or(0.0) / 100.0),
        (Type::Clock, _) => Cell::Text(clock(
            value
                .as_i64()
                .and_then(|minute| i32::try_from(minute).ok())
                .unwrap_or(0),
        )),
        (Type::Date | Type::DateTime, Value::String(moment)) => Cell::Moment { moment: moment.clone() },
        (Type::Hours, Value::String(hours)) if hours.is_empty() => Cell::Text("none".into()),
        // The reader fills an empty cell where there is a fallback or, in the settings, a default; not an apostrophe.
        (Type::List(_), Value::Array(items)) if items.is_empty() => match column.fallback {
            Fallback::None if table.name != "settings" => Cell::Empty,
            _ => Cell::Text(guard("")),
        },
        (Type::List(_), Value::Array(items)) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                .collect();
            Cell::Text(guard(&join_list(&items)))
        }
        (_, Value::Bool(yes)) => Cell::Text(if *yes { "yes" } else { "no" }.into()),
        (_, Value::Number(number)) => Cell::Number(number.as_f64().unwrap_or(0.0)),
        (_, Value::String(text)) => Cell::Text(guard(text)),
        _ => Cell::Empty,
    }
}
