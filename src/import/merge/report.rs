//! The merge as a table: every row of every file, what became of it, and when.

use crate::model::calendar::DateTime;
use crate::model::raw::{Cell, RawTable, guard};

use super::super::read::Source;
use super::{Merged, Outcome};

const HEADER: [&str; 7] = ["file", "row", "table", "key", "outcome", "fields", "imported"];

/// One line for every row that was read. Rows that could not be read are in the issues.
///
/// `at`: when the import was made, if the caller knows.
pub fn report_table(merged: &Merged, sources: &[Source], at: Option<DateTime>) -> RawTable {
    let text = |text: &str| {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(guard(text))
        }
    };
    let header = HEADER.iter().map(|&name| Cell::text(name)).collect();
    let lines = merged.rows.iter().map(|row| {
        let file = sources.get(row.origin.file).map_or("", |source| source.name.as_str());
        let fields: Vec<String> = row
            .fields
            .iter()
            .map(|change| format!("{}: {} > {}", change.field, change.before, change.after))
            .collect();
        vec![
            text(file),
            Cell::Number(row.origin.row as f64),
            text(row.table),
            text(&row.key),
            text(word(row.outcome)),
            text(&fields.join("; ")),
            at.map_or(Cell::Empty, |at| Cell::Moment { moment: at.to_string() }),
        ]
    });
    RawTable {
        name: "merge_report".into(),
        rows: std::iter::once(header).chain(lines).collect(),
        ..RawTable::default()
    }
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Added => "added",
        Outcome::Same => "same",
        Outcome::Changed => "changed",
        Outcome::Seated => "seat of a group session",
        Outcome::Kept => "not taken: the settings of the open clinic stay",
        Outcome::LeftOut => "left out",
    }
}
