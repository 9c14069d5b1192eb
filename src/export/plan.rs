//! A plan, what it changes, and a list of issues as tables for people to work through.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::error::Issue;
use crate::model::PlanDocument;
use crate::model::difference::ChangeKind;
use crate::model::document::{PlannedPlace, PlannedSession};
use crate::model::raw::{Cell, RawTable, guard, join_list};
use crate::order::IntoOrdered;

const PLAN_HEADER: [&str; 11] = [
    "session",
    "kind",
    "service",
    "patients",
    "start",
    "minutes",
    "clinicians",
    "offsets",
    "modality",
    "room",
    "locked",
];
const CHANGE_HEADER: [&str; 12] = [
    "session",
    "change",
    "service",
    "patients",
    "old_start",
    "new_start",
    "old_clinicians",
    "new_clinicians",
    "old_room",
    "new_room",
    "old_modality",
    "new_modality",
];
const ISSUE_HEADER: [&str; 8] = ["severity", "table", "row", "id", "field", "cause", "action", "code"];

/// One row per session of the plan; sessions that are not placed have no start.
pub fn plan_table(plan: &PlanDocument) -> RawTable {
    table("plan", &PLAN_HEADER, plan.sessions.iter().map(plan_row))
}

/// One row per session that differs from before, by [`ChangeKind`], in the order of the new plan.
pub fn changes_table(before: &PlanDocument, after: &PlanDocument) -> RawTable {
    let old: BTreeMap<&str, &PlannedSession> = before
        .sessions
        .iter()
        .map(|session| (session.session.as_str(), session))
        .into_map();
    let rows = after.sessions.iter().filter_map(|session| {
        let old = old.get(session.session.as_str()).copied();
        let kind = match old {
            Some(old) => ChangeKind::between(old, session)?,
            None => session.place.as_ref().map(|_| ChangeKind::Placed)?,
        };
        Some(change_row(
            &word(&kind),
            old.and_then(|old| old.place.as_ref()),
            session,
        ))
    });
    table("changes", &CHANGE_HEADER, rows)
}

/// One row per issue.
pub fn issues_table(issues: &[Issue]) -> RawTable {
    let row = |issue: &Issue| {
        let optional = |text: &Option<String>| text.as_deref().map_or(Cell::Empty, text_cell);
        vec![
            text_cell(&word(&issue.severity)),
            text_cell(&issue.table),
            issue.row.map_or(Cell::Empty, |row| Cell::Number(f64::from(row))),
            optional(&issue.id),
            optional(&issue.field),
            text_cell(&issue.cause),
            text_cell(&issue.action),
            text_cell(&issue.code),
        ]
    };
    table("issues", &ISSUE_HEADER, issues.iter().map(row))
}

fn table(name: &str, header: &[&str], rows: impl Iterator<Item = Vec<Cell>>) -> RawTable {
    let header = header.iter().map(|&name| Cell::text(name)).collect();
    RawTable {
        name: name.into(),
        rows: std::iter::once(header).chain(rows).collect(),
        ..RawTable::default()
    }
}

fn plan_row(session: &PlannedSession) -> Vec<Cell> {
    let place = session.place.as_ref();
    vec![
        text_cell(&session.session),
        text_cell(&word(&session.kind)),
        text_cell(&session.service),
        list_cell(&session.patients),
        start_cell(place),
        Cell::Number(f64::from(session.minutes)),
        clinicians_cell(place),
        place.map_or(Cell::Empty, |place| {
            list_cell(&place.offsets.iter().map(i32::to_string).collect::<Vec<_>>())
        }),
        place.map_or(Cell::Empty, |place| text_cell(&word(&place.modality))),
        room_cell(place),
        text_cell(if session.locked { "yes" } else { "no" }),
    ]
}

fn change_row(change: &str, before: Option<&PlannedPlace>, session: &PlannedSession) -> Vec<Cell> {
    let after = session.place.as_ref();
    let modality = |place: Option<&PlannedPlace>| place.map_or(Cell::Empty, |place| text_cell(&word(&place.modality)));
    vec![
        text_cell(&session.session),
        text_cell(change),
        text_cell(&session.service),
        list_cell(&session.patients),
        start_cell(before),
        start_cell(after),
        clinicians_cell(before),
        clinicians_cell(after),
        room_cell(before),
        room_cell(after),
        modality(before),
        modality(after),
    ]
}

fn text_cell(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(guard(text))
    }
}

fn list_cell(items: &[String]) -> Cell {
    text_cell(&join_list(items))
}

fn start_cell(place: Option<&PlannedPlace>) -> Cell {
    place.map_or(Cell::Empty, |place| Cell::Moment {
        moment: place.start.to_string(),
    })
}

fn clinicians_cell(place: Option<&PlannedPlace>) -> Cell {
    place.map_or(Cell::Empty, |place| list_cell(&place.clinicians))
}

fn room_cell(place: Option<&PlannedPlace>) -> Cell {
    let room = place.and_then(|place| place.room.as_deref());
    room.map_or(Cell::Empty, text_cell)
}

/// The word that the document uses for a choice.
fn word(choice: &impl Serialize) -> String {
    match serde_json::to_value(choice) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}
