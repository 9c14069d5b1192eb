//! Tables in Markdown, and the places in a document where they are kept: between `<!-- begin NAME -->` and
//! `<!-- end NAME -->`, each on a line of its own.

use crate::Result;

/// A table; the first column stands left, the others right.
pub(super) struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new<T: Into<String>>(head: impl IntoIterator<Item = T>) -> Self {
        Self {
            head: head.into_iter().map(Into::into).collect(),
            rows: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// The table without the columns in which nothing stands.
    pub(super) fn markdown(&self) -> String {
        let filled = |column: &usize| {
            self.rows
                .iter()
                .any(|row| row.get(*column).is_some_and(|cell| !cell.is_empty()))
        };
        let columns: Vec<usize> = (0..self.head.len()).filter(filled).collect();
        let line = |row: &Vec<String>| {
            let cells = columns.iter().map(|&column| row.get(column).map_or("", String::as_str));
            format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
        };
        let mut text = line(&self.head);
        text.push_str("|---|");
        text.push_str(&"--:|".repeat(columns.len().saturating_sub(1)));
        text.push('\n');
        text.extend(self.rows.iter().map(line));
        text
    }
}

/// The document with what stands between the markers of `name` replaced.
///
/// # Errors
/// The markers are missing.
pub(super) fn replaced(document: &str, name: &str, body: &str) -> Result<String> {
    let (begin, end) = (format!("<!-- begin {name} -->\n"), format!("<!-- end {name} -->"));
    let missing = || format!("the document has no `{}` with `{end}` after it", begin.trim_end());
    let (before, rest) = document.split_once(&begin).ok_or_else(missing)?;
    let (_, after) = rest.split_once(&end).ok_or_else(missing)?;
    Ok(format!("{before}{begin}\n{}\n\n{end}{after}", body.trim()))
}

/// A whole number with a comma before every third digit.
pub(super) fn grouped(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0.0 && digits != "0" {
        format!("-{text}")
    } else {
        text
    }
}

/// A number with up to so many digits after the point, none that are zero at the end.
pub(super) fn short(number: f64, digits: usize) -> String {
    let text = format!("{number:.digits$}");
    if !text.contains('.') {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_markers_changes() {
        let document = "a\n<!-- begin x -->\nold\n<!-- end x -->\nb <!-- begin y -->\n<!-- end y -->\n";
        let new = replaced(document, "x", "new\n").unwrap();
        assert_eq!(
            new,
            "a\n<!-- begin x -->\n\nnew\n\n<!-- end x -->\nb <!-- begin y -->\n<!-- end y -->\n"
        );
        assert_eq!(replaced(&new, "x", "new"), Ok(new.clone()));
        assert!(replaced(document, "z", "").unwrap_err().contains("begin z"));
    }

    #[test]
    fn empty_columns_are_left_out() {
        let mut table = Table::new(["a", "b", "c"]);
        table.add(vec!["1".into(), String::new(), "3".into()]);
        assert_eq!(table.markdown(), "| a | c |\n|---|--:|\n| 1 | 3 |\n");
    }

    #[test]
    fn numbers_are_written_for_people() {
        for (number, text) in [
            (0.0, "0"),
            (999.4, "999"),
            (1_000.0, "1,000"),
            (-1_234_567.0, "-1,234,567"),
        ] {
            assert_eq!(grouped(number), text);
        }
        for (number, text) in [(5.0, "5"), (0.50, "0.5"), (827.3, "827.3"), (100.0, "100")] {
            assert_eq!(short(number, 2), text);
        }
        assert_eq!(short(100.0, 0), "100");
    }
}
