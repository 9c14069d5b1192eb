//! Tables as they stand in files, before anything is understood: a name and rows of cells.
//!
//! Readers of CSV text and of workbooks produce them, the core maps and checks them; writers get them from the core.
//! So a workbook module needs to know nothing about clinics. Here are also the two conventions of text in cells that
//! reader and writer must share: the guard against formulas, and lists.

use serde::{Deserialize, Serialize};

/// The tables of one file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RawTables {
    /// In the order of the file.
    pub tables: Vec<RawTable>,
}

/// One table of a file: the rows of a sheet, the header among them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RawTable {
    /// Name of the sheet or file.
    pub name: String,
    /// Every row from the top, header included. Rows may differ in length.
    pub rows: Vec<Vec<Cell>>,
    /// True if the sheet is hidden in its workbook; it is read like any other, and the reader says so.
    #[serde(default)]
    pub hidden: bool,
    /// True if the file separates fields by semicolons, as programs do where the decimal mark is a comma.
    #[serde(default)]
    pub decimal_comma: bool,
}

/// One cell with the type that the file gives it. CSV knows only text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(untagged)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, as it stands.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    YesNo(bool),
    /// A date, a time or both, as ISO 8601 text.
    Moment {
        /// `2026-11-23`, `2026-11-23T09:30:00` or `09:30:00`.
        moment: String,
    },
    /// The failed result of a formula.
    Error {
        /// For example `#REF!`.
        error: String,
    },
}

impl Cell {
    /// A text cell; empty text is an empty cell.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// True if the cell holds nothing but space.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The cell as a person reads it.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::YesNo(yes) => if *yes { "yes" } else { "no" }.into(),
            Self::Moment { moment } => moment.clone(),
            Self::Error { error } => error.clone(),
        }
    }
}

/// First characters that make a spreadsheet program take text for a formula, and their full-width forms.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Text as it is written to a file: with a leading apostrophe if a spreadsheet would otherwise calculate it, or if a
/// reader would otherwise trim it. Empty text that is meant is an apostrophe alone.
pub fn guard(text: &str) -> String {
    let at_risk = text.is_empty() || text.starts_with('\'') || text.starts_with(FORMULA_STARTS) || text.trim() != text;
    if at_risk { format!("'{text}") } else { text.into() }
}

/// The text that was meant: what follows a leading apostrophe exactly, anything else without space around it.
pub fn unguard(text: &str) -> &str {
    let trimmed = text.trim();
    match text.strip_prefix('\'') {
        Some(literal) => literal,
        None => trimmed,
    }
}

/// True if the text says by a leading apostrophe that it is meant as it stands.
pub fn is_literal(text: &str) -> bool {
    text.starts_with('\'')
}

const LIST_SEPARATORS: [char; 4] = [';', ',', '|', '\n'];

/// Items as one text: `a; b; c`. An item that holds a separator, a quote or outer space, or is empty, stands in
/// double quotes, its own quotes doubled.
pub fn join_list(items: &[String]) -> String {
    let quoted = |item: &String| {
        let plain = !item.is_empty() && !item.contains(LIST_SEPARATORS) && !item.contains('"') && item.trim() == item;
        if plain {
            item.clone()
        } else {
            format!("\"{}\"", item.replace('"', "\"\""))
        }
    };
    items.iter().map(quoted).collect::<Vec<_>>().join("; ")
}

/// The items of a text written as a list; commas, bars and line ends separate too. Empty items are skipped unless
/// they are quoted.
pub fn split_list(text: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (item, after) = if rest.starts_with('"') {
            let (item, after) = quoted_item(rest);
            (Some(item), after)
        } else {
            let end = rest.find(LIST_SEPARATORS).unwrap_or(rest.len());
            let (item, after) = rest.split_at(end);
            let item = item.trim();
            ((!item.is_empty()).then(|| item.to_string()), after)
        };
        items.extend(item);
        rest = after.trim_start_matches(|letter: char| letter != '\n' && letter.is_whitespace());
        rest = rest.strip_prefix(LIST_SEPARATORS).unwrap_or(rest).trim_start();
    }
    items
}

/// A quoted item at the start of `text`, and what follows its closing quote (or nothing, if it is not closed).
fn quoted_item(text: &str) -> (String, &str) {
    let mut item = String::new();
    let mut rest = text.strip_prefix('"').unwrap_or(text);
    loop {
        let Some((before, after)) = rest.split_once('"') else {
            item.push_str(rest);
            return (item, "");
        };
        item.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                item.push('"');
                rest = more;
            }
            None => return (item, after),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_guarded_and_read_back() {
        for text in [
            "=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "'x", " x", "x ", "",
        ] {
            assert_eq!(guard(text), format!("'{text}"));
            assert_eq!(unguard(&guard(text)), text);
        }
        assert_eq!(guard("a=b"), "a=b");
        assert_eq!(unguard("  plain "), "plain");
    }

    #[test]
    fn lists_read_as_people_write_them() {
        let rows: [(&str, &[&str]); 6] = [
            ("", &[]),
            ("a; b;c", &["a", "b", "c"]),
            ("LPC, CADC | RN\nPT", &["LPC", "CADC", "RN", "PT"]),
            (" ;; a ;", &["a"]),
            ("\"a;b\"; \"\"", &["a;b", ""]),
            ("\"open", &["open"]),
        ];
        for (text, items) in rows {
            assert_eq!(split_list(text), items, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_list_reads_back(items in proptest::collection::vec(any::<String>(), 0..5)) {
            let written = guard(&join_list(&items));
            prop_assert_eq!(split_list(unguard(&written)), items);
        }

        #[test]
        fn any_text_reads_back(text in any::<String>()) {
            let written = guard(&text);
            prop_assert_eq!(unguard(&written), text);
        }
    }
}
