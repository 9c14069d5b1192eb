//! Rows to the draft: in their order, with what R4 does not hold filled in, each value checked against its column.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::error::Issue;
use crate::model::calendar::WeekHours;
use crate::model::columns::{Column, Fallback, TABLES, Table, Type, table};
use crate::model::raw::Cell;
use crate::order::Arrange;

use super::super::cells::{Reading, check, convert};
use super::super::draft::{Draft, DraftRow};
use super::super::limits::MAX_ROWS;
use super::context::Context;
use super::row::Row;

/// What stands for a value that R4 has no place for and that a row needs, beside the fallbacks of the columns. All are
/// our choice: a room for a patient and one more; an hour; nobody's pay; the hours of a patient; the schedule and nothing else of what a consent is about.
const STAND_INS: &[(&str, &str, &str)] = &[
    ("rooms", "seats", "2"),
    ("services", "minutes", "60"),
    ("clinicians", "discipline", "clinician"),
    ("clinicians", "pay_cents_hour", "0"),
    ("contacts", "hours", "Mon-Fri 08:00-18:00"),
    ("contacts", "relation", "family"),
    ("consents", "what", "schedule"),
];

/// The id of the site of a clinic that names none.
const ONLY_SITE: &str = "site";

/// Hands everything over.
pub(super) fn finish(mut cx: Context, draft: &mut Draft) {
    place_at_site(&mut cx);
    if let Some(values) = cx.settings().filter(|values| !values.is_empty()) {
        cx.rows.insert("settings", vec![Row::made(0, values)]);
    }
    let rows = std::mem::take(&mut cx.rows);
    for (name, mut rows) in rows {
        let Some(table) = table(name) else { continue };
        if rows.iter().any(|row| row.place.is_some()) {
            rows.arrange_by_key(|row| row.place.unwrap_or(u64::MAX));
        }
        if rows.len() > MAX_ROWS {
            let left_out = rows.len() - MAX_ROWS;
            cx.issue(Issue::error(
                "table.too_many_rows",
                name,
                format!("there are more than {MAX_ROWS} rows"),
                format!("import less history; {left_out} rows were left out"),
            ));
            draft.leave_out(table, left_out);
            rows.truncate(MAX_ROWS);
        }
        let mut filled = BTreeMap::new();
        for (at, row) in rows.into_iter().enumerate() {
            keep(&cx, table, at + 1, row, &mut filled, draft);
        }
        for (column, count) in filled {
            cx.note(
                Issue::warning(
                    "fhir.filled_in",
                    name,
                    format!("{count} rows say nothing of it and were given a usual value"),
                    "check it: the resources have no place for it, or left it out",
                )
                .field(column),
            );
        }
    }
    draft.issues.extend(cx.counted());
}

/// Gives everything that needs a site the first one, and makes one if there is none.
fn place_at_site(cx: &mut Context) {
    let has_site = |table: &Table| table.column("site").is_some_and(|column| column.required);
    let first = cx.rows.get("sites").and_then(|sites| sites.first());
    let known = first.and_then(|row| row.text("id")).map(String::from);
    let mut needed = false;
    for table in TABLES.iter().filter(|table| has_site(table)) {
        for row in cx
            .rows
            .get_mut(table.name)
            .into_iter()
            .flatten()
            .filter(|row| !row.is_ours())
        {
            needed |= row.get("site").is_none();
            row.set("site", Some(known.as_deref().unwrap_or(ONLY_SITE)));
        }
    }
    if needed && known.is_none() {
        let name = cx
            .organizations
            .values()
            .next()
            .cloned()
            .unwrap_or_else(|| ONLY_SITE.into());
        let values = vec![("id", ONLY_SITE.into()), ("name", name.into())];
        cx.keep("sites", Row::made(0, values));
        cx.note(Issue::warning(
            "fhir.site_made",
            "sites",
            "no Location of type site is in the files; one site was made for everything",
            "add its Location, or correct it",
        ));
    }
}

fn keep(
    cx: &Context,
    table: &'static Table,
    at: usize,
    mut row: Row,
    filled: &mut BTreeMap<&'static str, usize>,
    draft: &mut Draft,
) {
    let id = row.text("id").map(String::from);
    let from = cx
        .found
        .pieces
        .get(row.piece)
        .map_or_else(String::new, |piece| piece.label());
    let issue = |code: &str, cause: String, action: &str, field: &str| {
        let issue = Issue::error(code, table.name, format!("{from}: {cause}"), action)
            .row(at)
            .field(field);
        Issue {
            id: id.clone(),
            ..issue
        }
    };
    let mut values = Vec::with_capacity(row.values.len());
    let (mut is_usable, mut issues, mut assumed) = (true, Vec::new(), Vec::new());
    for column in table.columns {
        let place = row.values.iter().position(|(name, _)| *name == column.name);
        let value = place.map(|place| row.values.swap_remove(place).1);
        let needed = column.required && table.name != "settings";
        if value.is_none() {
            assumed.push(column.name);
        }
        match value.or_else(|| stand_in(table, column, at, id.as_deref(), &row, filled).filter(|_| needed)) {
            None if needed => {
                is_usable = false;
                let action = format!("fill `{}`: {}", column.header, column.meaning);
                issues.push(issue(
                    "row.missing_value",
                    "a value is missing that every row needs".into(),
                    &action,
                    column.name,
                ));
            }
            None => {}
            Some(value) => match check(&value, &column.kind) {
                Ok(value) => values.push((column.name, value)),
                Err(wrong) => {
                    is_usable &= !needed;
                    issues.push(issue(wrong.code, wrong.cause, &wrong.action, column.name));
                }
            },
        }
    }
    if is_usable {
        let row = DraftRow {
            row: at,
            values,
            assumed,
            from_cells: false,
        };
        draft.keep(table, row);
    } else {
        draft.leave_out(table, 1);
    }
    draft.issues.extend(issues);
}

/// What stands for a value that is not there.
fn stand_in(
    table: &'static Table,
    column: &'static Column,
    at: usize,
    id: Option<&str>,
    row: &Row,
    filled: &mut BTreeMap<&'static str, usize>,
) -> Option<Value> {
    if row.is_ours() || !column.required {
        return None;
    }
    let ours = STAND_INS
        .iter()
        .find(|(name, field, _)| (*name, *field) == (table.name, column.name))
        .map(|(_, _, text)| *text);
    let text = match (ours, column.fallback) {
        (Some(text), _) | (None, Fallback::Text(text)) => text,
        (None, Fallback::Id) => return id.map(Value::from),
        (None, Fallback::RowNumber) => return Some(format!("{}-{at}", table.name).into()),
        (None, Fallback::None) if matches!(column.kind, Type::List(_)) => return Some(Value::Array(Vec::new())),
        (None, Fallback::None) => return None,
    };
    *filled.entry(column.name).or_default() += 1;
    convert(&Cell::text(text), &column.kind, Reading::default(), &mut Vec::new())
        .ok()
        .flatten()
}

/// Hours of the week as they are kept; none if there are none.
pub(super) fn hours_text(windows: Vec<(crate::model::calendar::Weekday, i32, i32)>) -> Option<String> {
    let hours = WeekHours::new(windows).ok().filter(|hours| !hours.is_empty())?;
    Some(hours.to_string())
}
