//! What R4 has no place for, column by column: one extension for each row, with one within it for each value.

use serde_json::{Value, json};

use crate::model::columns::{Column, Type};
use crate::model::fhir::{EMPTY_LIST, EMPTY_TEXT, ROW, table_url};

use super::{Context, row::Row};

/// The extension of what is left of a row. It says which row of its table it was, so that the order reads back.
pub(super) fn of(row: Row, cx: &Context) -> Value {
    let mut values = vec![json!({ "url": ROW, "valueUnsignedInt": row.at + 1 })];
    for column in row.table.columns {
        let Some(value) = row.fields.get(column.name) else {
            continue;
        };
        // What a row leaves out is no, or an empty list; zero may be more than nothing, and settings differ.
        if !column.required && row.table.name != "settings" && is_default(value) {
            continue;
        }
        match (&column.kind, value) {
            (Type::List(of), Value::Array(items)) => {
                values.extend(items.iter().map(|item| one(column, of, item, &row, cx)));
                if items.is_empty() {
                    values.push(mark(column, EMPTY_LIST));
                }
            }
            (kind, value) => values.push(one(column, kind, value, &row, cx)),
        }
    }
    json!({ "url": table_url(row.table.name), "extension": values })
}

fn is_default(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

fn mark(column: &Column, what: &str) -> Value {
    json!({ "url": column.name, "extension": [{ "url": what, "valueBoolean": true }] })
}

fn one(column: &Column, kind: &Type, value: &Value, row: &Row, cx: &Context) -> Value {
    let Some(text) = value.as_str() else {
        let name = match (kind, value.as_i64()) {
            (Type::YesNo, _) => "valueBoolean",
            (Type::Decimal { .. }, _) => "valueDecimal",
            (_, Some(number)) if i32::try_from(number).is_ok() => "valueInteger",
            _ => "valueDecimal",
        };
        return json!({ "url": column.name, name: value });
    };
    if text.is_empty() {
        return mark(column, EMPTY_TEXT);
    }
    let reference = || cx.targets.named_by(column, text);
    let instant = || cx.instant(text.parse().ok()?);
    match kind {
        Type::Reference(_) => match reference() {
            Some(reference) => json!({ "url": column.name, "valueReference": reference }),
            None => json!({ "url": column.name, "valueString": text }),
        },
        Type::Choice(_) => json!({ "url": column.name, "valueCode": text }),
        Type::Date if text.len() == 10 => json!({ "url": column.name, "valueDate": text }),
        // The settings say what the zone is: their own times cannot wait for it.
        Type::DateTime if row.table.name != "settings" => match instant() {
            Some(instant) => json!({ "url": column.name, "valueDateTime": instant }),
            None => json!({ "url": column.name, "valueString": text }),
        },
        _ => json!({ "url": column.name, "valueString": text }),
    }
}
