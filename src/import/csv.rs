//! Delimited text to a raw table: finds the separator, keeps every row it can, reports the others.

use csv::{ReaderBuilder, StringRecord};

use crate::error::Issue;
use crate::model::raw::{Cell, RawTable};

use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS};

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Records that decide on the separator. Our choice.
const SAMPLE_RECORDS: usize = 20;
/// Bytes that decide on the separator. Our choice.
const SAMPLE_BYTES: usize = 64 << 10;
/// Unclosed quotes that are skipped before the rest of the file is given up. Our choice.
const MAX_UNCLOSED: usize = 20;

/// Reads delimited text. `file` is the name in issues.
pub(super) fn read(text: &str, file: &str) -> (RawTable, Vec<Issue>) {
    let mut issues = Vec::new();
    let (separator, text) = separator_of(text);
    let mut table = RawTable {
        name: file.into(),
        decimal_comma: separator == b';',
        ..RawTable::default()
    };
    let mut rest = text;
    for _ in 0..MAX_UNCLOSED {
        let Some((before, line, after)) = split_at_unclosed(rest, separator) else {
            read_records(rest, separator, file, &mut table, &mut issues);
            return (table, issues);
        };
        read_records(before, separator, file, &mut table, &mut issues);
        issues.push(
            Issue::error(
                "row.unclosed_quote",
                file,
                "a quotation mark opens here and never closes",
                format!("close it or double it; this line of {} bytes was left out", line.len()),
            )
            .row(table.rows.len().max(1)),
        );
        // The broken row keeps its number, so that later rows are found where they stand.
        table.rows.push(Vec::new());
        rest = after;
    }
    issues.push(Issue::error(
        "file.unclosed_quotes",
        file,
        format!("more than {MAX_UNCLOSED} quotation marks never close"),
        "export the file again; rows after this were left out",
    ));
    (table, issues)
}

fn read_records(text: &str, separator: u8, file: &str, table: &mut RawTable, issues: &mut Vec<Issue>) {
    let mut reader = reader(text, separator);
    let mut record = StringRecord::new();
    let mut cells = 0;
    // Text in memory cannot fail to be read: it is valid UTF-8 and rows may differ in length.
    while reader.read_record(&mut record).unwrap_or(false) {
        cells += record.len();
        if table.rows.len() > MAX_ROWS || cells > MAX_CELLS {
            issues.push(Issue::error(
                "table.too_many_rows",
                file,
                format!("the file has more than {MAX_ROWS} rows or {MAX_CELLS} cells"),
                "split it, for example by year; rows after this were left out",
            ));
            return;
        }
        if record.len() > MAX_COLUMNS {
            issues.push(
                Issue::error(
                    "row.too_many_columns",
                    file,
                    format!("the row has {} columns", record.len()),
                    format!("the most is {MAX_COLUMNS}: check the separator; the row was left out"),
                )
                .row(table.rows.len().max(1)),
            );
            table.rows.push(Vec::new());
            continue;
        }
        table.rows.push(record.iter().map(Cell::text).collect());
    }
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

/// The separator, and the text without a first line `sep=;` that some programs write.
fn separator_of(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once(['\n', '\r']).unwrap_or((text, ""));
    if let Some(&[separator]) = first.strip_prefix("sep=").map(str::as_bytes) {
        return (separator, rest.trim_start_matches(['\n', '\r']));
    }
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = text.get(..end).unwrap_or(text);
    let cut = sample.len() < text.len();
    let best = SEPARATORS
        .into_iter()
        .enumerate()
        .max_by_key(|&(place, separator)| (score(sample, cut, separator), std::cmp::Reverse(place)));
    (best.map_or(b',', |(_, separator)| separator), text)
}

/// How well a separator explains the text: fields that stand in rows as long as the first, less those in others. One
/// row that is far too long weighs no more against it than any other odd row. The last record of a sample that is `cut`
/// says nothing.
fn score(sample: &str, cut: bool, separator: u8) -> i64 {
    let mut reader = reader(sample, separator);
    let mut record = StringRecord::new();
    let (mut width, mut score, mut last) = (0, 0_i64, 0_i64);
    let mut records = 0;
    while reader.read_record(&mut record).unwrap_or(false) {
        score += std::mem::take(&mut last);
        records += 1;
        if records > SAMPLE_RECORDS {
            return score;
        }
        if record.len() < 2 {
            continue;
        }
        width = if width == 0 { record.len() } else { width };
        let fields = record.len().min(width).min(MAX_COLUMNS) as i64;
        last = if record.len() == width { 2 * fields } else { -fields };
    }
    if cut { score } else { score + last }
}

/// If a quoted field never closes: the text before its line, that line, and the text after it.
fn split_at_unclosed(text: &str, separator: u8) -> Option<(&str, &str, &str)> {
    let bytes = text.as_bytes();
    let (mut in_quotes, mut field_start, mut opened, mut record_start) = (false, true, 0, 0);
    let mut opened_record = 0;
    let mut place = 0;
    while let Some(&byte) = bytes.get(place) {
        if in_quotes {
            if byte == b'"' {
                if bytes.get(place + 1) == Some(&b'"') {
                    place += 1;
                } else {
                    in_quotes = false;
                }
            }
        } else if byte == b'"' && field_start {
            (in_quotes, opened, opened_record) = (true, place, record_start);
        }
        if !in_quotes && (byte == b'\n' || byte == b'\r') {
            record_start = place + 1;
        }
        field_start = !in_quotes && (byte == separator || byte == b'\n' || byte == b'\r');
        place += 1;
    }
    if !in_quotes {
        return None;
    }
    let line_end = bytes
        .get(opened..)
        .and_then(|rest| rest.iter().position(|&byte| byte == b'\n' || byte == b'\r'))
        .map_or(text.len(), |length| opened + length + 1);
    Some((
        text.get(..opened_record)?,
        text.get(opened_record..line_end)?,
        text.get(line_end..)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<Vec<String>> {
        let (table, _) = read(text, "x");
        table
            .rows
            .iter()
            .map(|row| row.iter().map(Cell::shown).collect())
            .collect()
    }

    #[test]
    fn separators_and_line_ends() {
        let expected = vec![vec!["id", "name"], vec!["a", "b, c"], vec!["d", "e"]];
        for text in [
            "id,name\na,\"b, c\"\nd,e\n",
            "id;name\r\na;b, c\r\nd;e",
            "id\tname\ra\tb, c\rd\te\r",
            "sep=|\nid|name\na|b, c\nd|e",
            "id|name\n\na|b, c\n\nd|e",
        ] {
            assert_eq!(shown(text), expected, "{text:?}");
        }
        assert!(read("id;x\n1;2,5", "x").0.decimal_comma);
        assert_eq!(shown("a,\"x\ny\"\"z\"\n"), vec![vec!["a", "x\ny\"z"]]);
        assert_eq!(shown(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn an_unclosed_quote_costs_its_line_only() {
        let (table, issues) = read("id,name\na,b\nc,\"open\nd,e\nf,g\n", "x");
        assert_eq!(table.rows.len(), 5);
        assert_eq!(table.rows[3], [Cell::text("d"), Cell::text("e")]);
        assert_eq!(issues[0].code, "row.unclosed_quote");
        assert_eq!(issues[0].row, Some(2));
    }
}
