//! A raw table as CSV: UTF-8 with a byte order mark (so that spreadsheets know), commas, every field quoted, CRLF.

use crate::model::raw::{Cell, RawTable};

/// The text of a CSV file with this table.
pub fn csv_text(table: &RawTable) -> String {
    let mut text = String::from("\u{feff}");
    for row in &table.rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            push_quoted(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn push_quoted(text: &mut String, cell: &Cell) {
    text.push('"');
    match cell {
        Cell::Text(value) => text.push_str(&value.replace('"', "\"\"")),
        other => text.push_str(&other.shown().replace('"', "\"\"")),
    }
    text.push('"');
}
