//! The list of columns as a page of documentation.

use std::fmt::Write;

use super::{Column, Fallback, TABLES};

/// The text of `docs/tables.md`: every table with its columns. A test checks that the file is current.
pub fn tables_markdown() -> String {
    let mut page = String::from(
        "# Tables\n\n\
         The same tables, by the same names, are the sheets of the workbook, the CSV files and the keys of the JSON \
         document. Columns may stand in any order and under the names that other programs use; case, spaces and \
         punctuation do not matter. Text that begins with an apostrophe is taken as it stands after the apostrophe.\n\n\
         This page is written by the program from its own list of columns.\n",
    );
    for table in TABLES {
        // Writing to a string cannot fail.
        let _ = write!(
            page,
            "\n## {}\n\n{}. Also read as: {}.\n\n",
            table.name,
            sentence(table.meaning),
            listed(table.synonyms)
        );
        page.push_str("| column | holds | needed | means | also called |\n|---|---|---|---|---|\n");
        for column in table.columns {
            page.push_str(&line(column));
        }
    }
    page
}

fn line(column: &Column) -> String {
    let field = if column.name == column.header {
        String::new()
    } else {
        format!(" (`{}` in JSON)", column.name)
    };
    let needed = match (column.required, column.fallback) {
        (false, _) => String::new(),
        (true, Fallback::None) => "yes".into(),
        (true, Fallback::Text(text)) => format!("else `{text}`"),
        (true, Fallback::Id) => "else the id".into(),
        (true, Fallback::RowNumber) => "else numbered".into(),
    };
    format!(
        "| `{}`{field} | {} | {needed} | {} | {} |\n",
        column.header,
        column.kind.describe(),
        column.meaning,
        listed(column.synonyms)
    )
}

fn listed(names: &[&str]) -> String {
    if names.is_empty() { "-".into() } else { names.join(", ") }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
