//! The log for others: lines of JSON that can be verified again, and a table for spreadsheets.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Head};
use super::log::{MAX_ENTRIES, StoredLog};
use crate::error::{Error, Issue, Result};
use crate::model::raw::{Cell, RawTable, guard};

/// Most bytes of lines that are read; our choice: a full log with room to spare.
pub const MAX_LINES_BYTES: usize = 32 << 20;

/// One line of the file: an entry, or the head that was signed after it.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Entry(Entry),
    Head(Head),
}

/// The log as lines of JSON: entries in their order, then the signed heads.
///
/// # Errors
/// `reply.not_json`: never for a log of this crate.
pub fn to_lines(log: &StoredLog) -> Result<String> {
    let entries = log.entries.iter().map(serde_json::to_string);
    let heads = log.heads.iter().map(serde_json::to_string);
    let mut text = String::new();
    for line in entries.chain(heads) {
        text.push_str(&line.map_err(|_| Error::new("reply.not_json", "the log holds a number that JSON cannot"))?);
        text.push('\n');
    }
    Ok(text)
}

/// Reads such lines back. A line that cannot be read is an issue and left out: verification then names its place.
///
/// # Errors
/// `audit.not_a_log` if no line is one of a log, `audit.too_large`.
pub fn from_lines(text: &str) -> Result<(StoredLog, Vec<Issue>)> {
    if text.len() > MAX_LINES_BYTES || text.lines().count() > 4 * MAX_ENTRIES {
        return Err(Error::new("audit.too_large", "this is longer than a log can be"));
    }
    let mut log = StoredLog::default();
    let mut issues = Vec::new();
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        match serde_json::from_str(line) {
            _ if line.trim().is_empty() => {}
            Ok(Line::Entry(entry)) => log.entries.push(entry),
            Ok(Line::Head(head)) => log.heads.push(head),
            Err(_) => issues.push(
                Issue::error(
                    "audit.line",
                    "log",
                    "the line is not an entry of a log",
                    "compare it with another copy of the log",
                )
                .row(number + 1),
            ),
        }
    }
    if log.entries.is_empty() && log.heads.is_empty() {
        return Err(Error::new(
            "audit.not_a_log",
            "this is not the log of a document, as lines of JSON",
        ));
    }
    Ok((log, issues))
}

const COLUMNS: [&str; 14] = [
    "sequence",
    "time",
    "offset_min",
    "user",
    "action",
    "object",
    "before",
    "after",
    "reason",
    "rule_packs",
    "build",
    "seed",
    "previous",
    "hash",
];

/// The entries as a table, a row each.
pub fn to_table(log: &StoredLog) -> RawTable {
    let header = COLUMNS.iter().map(|name| Cell::text(*name)).collect();
    let rows = std::iter::once(header).chain(log.entries.iter().map(row));
    RawTable {
        name: "audit_log".into(),
        rows: rows.collect(),
        ..RawTable::default()
    }
}

fn row(entry: &Entry) -> Vec<Cell> {
    let number = |value: String| Cell::text(value);
    let text = |value: &str| match value {
        "" => Cell::Empty,
        value => Cell::text(guard(value)),
    };
    let optional = |value: &Option<String>| text(value.as_deref().unwrap_or_default());
    vec![
        number(entry.sequence.to_string()),
        text(&entry.time),
        number(entry.offset_min.to_string()),
        text(&entry.user),
        text(entry.action.name()),
        optional(&entry.object),
        optional(&entry.before),
        optional(&entry.after),
        optional(&entry.reason),
        text(&entry.rule_packs),
        text(&entry.build),
        entry.seed.map_or(Cell::Empty, |seed| number(seed.to_string())),
        text(&entry.previous),
        text(&entry.hash),
    ]
}
