//! What this planner writes beside the elements of R4: the values of a row, column by column.

use serde_json::Value;

use crate::model::columns::{self, Column, Type};
use crate::model::fhir::{EMPTY_LIST, EMPTY_TEXT, ROW, table_url};

use super::context::Context;
use super::element::Element;

/// A row's place in its table, and its values.
pub(super) type Own = (Option<u64>, Vec<(&'static str, Value)>);

/// What our extension on an element says of a row of this table.
pub(super) fn read(cx: &mut Context, element: &Element, table: &str) -> Option<Own> {
    let table = columns::table(table)?;
    let extension = element.extension(&table_url(table.name))?;
    let mut place = Some(u64::MAX);
    let mut values: Vec<(&'static str, Value)> = Vec::new();
    for part in extension.all("extension") {
        let Some(url) = part.text("url") else { continue };
        if url == ROW {
            place = part.choice("value").and_then(|(_, value)| value.as_u64()).or(place);
            continue;
        }
        let Some(column) = table.column(url) else {
            cx.count(
                "fhir.unknown_column",
                "an extension of ours names no column".into(),
                "nothing, if it is newer",
            );
            continue;
        };
        let is_list = matches!(column.kind, Type::List(_));
        let value = value(cx, &part, column);
        let list = values.iter_mut().find(|(name, _)| *name == column.name);
        match (is_list, list, value) {
            (_, _, None) => {}
            (true, Some((_, Value::Array(items))), Some(value)) => items.push(value),
            (true, None, Some(value)) => {
                let items = if value.is_null() { Vec::new() } else { vec![value] };
                values.push((column.name, Value::Array(items)));
            }
            (false, Some(_), _) | (true, Some(_), _) => {}
            (false, None, Some(value)) => values.push((column.name, value)),
        }
    }
    Some((place, values))
}

/// One value; null for a list that is empty.
fn value(cx: &mut Context, part: &Element, column: &Column) -> Option<Value> {
    if part.extension(EMPTY_TEXT).is_some() {
        return Some(Value::from(""));
    }
    if part.extension(EMPTY_LIST).is_some() {
        return Some(Value::Null);
    }
    let (name, value) = part.choice("value")?;
    match name {
        "valueReference" => {
            let reference = part.child("valueReference")?;
            cx.resolve(&reference).map(|target| target.id.into())
        }
        "valueDateTime" => cx.moment_text(value.as_str()?).map(|moment| moment.to_string().into()),
        _ if column.kind == Type::DateTime => value.as_str().map(Value::from),
        _ => Some(value.clone()),
    }
}
