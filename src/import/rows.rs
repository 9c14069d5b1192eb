//! A raw table to draft rows: header, how each column is to be read, then row by row.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::error::{Issue, Severity};
use crate::model::columns::{Column, Fallback, Table, Type};
use crate::model::raw::{Cell, RawTable};

use super::cells::{self, Reading, Remark, Wrong, convert};
use super::draft::{Draft, DraftRow};
use super::headers::{Confidence, Header, Match, Part, given_match, header_row, match_header};
use super::moments::{self, DateOrder, NotAMoment};
use super::numbers::{self, DecimalMark};
use super::read::{ColumnMatch, Options};

/// Cells that a reply shows of each column. Our choice.
const SAMPLES: usize = 5;
/// Letters of such a cell. Our choice.
const SAMPLE_CHARS: usize = 60;

/// Reads one table into the draft and reports how its columns were matched.
pub(super) fn read_table(
    raw: &RawTable,
    table: &'static Table,
    file: &str,
    options: &Options,
    draft: &mut Draft,
    columns: &mut Vec<ColumnMatch>,
) {
    let head = header_row(raw, table);
    let Some(names) = raw.rows.get(head).filter(|row| row.iter().any(|cell| !cell.is_blank())) else {
        draft.issues.push(Issue::warning(
            "table.empty",
            table.name,
            format!("{} holds no header and no rows", cells::excerpt(file)),
            "check that the right file was chosen",
        ));
        return;
    };
    let header = match_header(names, table, &|name| options.given(table, name));
    report_columns(raw, table, file, head, &header, draft, columns);
    let rows = raw.rows.get(head + 1..).unwrap_or_default();
    if rows.iter().all(|row| row.iter().all(Cell::is_blank)) {
        draft
            .issues
            .push(note("table.no_rows", table, "there is a header but no row below it"));
    }
    let missing = missing_columns(table, &header);
    if !missing.is_empty() && table.name != "settings" {
        for column in missing {
            draft.issues.push(
                Issue::error(
                    "table.missing_column",
                    table.name,
                    format!("no column is `{}`: {}", column.header, column.meaning),
                    format!(
                        "add a column `{}` or say which one it is; no row can be used without it",
                        column.header
                    ),
                )
                .field(column.name),
            );
        }
        let filled = rows
            .iter()
            .filter(|row| row.is_empty() || row.iter().any(|cell| !cell.is_blank()));
        draft.leave_out(table, filled.count());
        return;
    }
    let readings = readings(rows, raw, table, &header, options, draft);
    let mut reader = RowReader {
        table,
        header: &header,
        readings,
        width: names.len(),
        remarks: BTreeMap::new(),
    };
    for (place, cells) in rows.iter().enumerate() {
        reader.read(place + 1, cells, draft);
    }
    reader.report(draft);
}

fn note(code: &str, table: &Table, cause: &str) -> Issue {
    Issue {
        severity: Severity::Note,
        ..Issue::warning(code, table.name, cause, "nothing to do if that is so")
    }
}

fn missing_columns(table: &'static Table, header: &Header) -> Vec<&'static Column> {
    let has = |column: &Column| {
        header
            .matches
            .iter()
            .flatten()
            .any(|found| found.column.name == column.name)
    };
    let wanted = |column: &&Column| column.required && column.fallback == Fallback::None && !has(column);
    table.columns.iter().filter(wanted).collect()
}

fn report_columns(
    raw: &RawTable,
    table: &'static Table,
    file: &str,
    head: usize,
    header: &Header,
    draft: &mut Draft,
    columns: &mut Vec<ColumnMatch>,
) {
    let names: Vec<String> = raw.rows.get(head).into_iter().flatten().map(Cell::shown).collect();
    for (place, name) in names.iter().enumerate() {
        let below = raw.rows.iter().skip(head + 1).filter_map(|row| row.get(place));
        if name.trim().is_empty() {
            let count = below.filter(|cell| !cell.is_blank()).count();
            if count > 0 {
                draft.issues.push(Issue::warning(
                    "column.unnamed",
                    table.name,
                    format!("column {} has {count} values but no name", place + 1),
                    "it was left out; give it a name if it is needed",
                ));
            }
            continue;
        }
        let found = header.matches.get(place).copied().flatten();
        let samples = below.filter(|cell| !cell.is_blank()).take(SAMPLES);
        columns.push(ColumnMatch {
            file: file.into(),
            table: table.name.into(),
            column: name.chars().take(SAMPLE_CHARS).collect(),
            field: found.map(|found| found.column.name.into()),
            part: found.map_or(Part::Whole, |found| found.part),
            in_hours: found.is_some_and(|found| found.in_hours),
            confidence: found.map_or(Confidence::None, |found| found.confidence),
            samples: samples
                .map(|cell| cell.shown().chars().take(SAMPLE_CHARS).collect())
                .collect(),
        });
        let winner = header.duplicates.iter().find(|(loser, _)| *loser == place);
        if let Some(winner) = winner.and_then(|(_, winner)| names.get(*winner)) {
            draft.issues.push(Issue::warning(
                "column.duplicate",
                table.name,
                format!("{} holds the same as {}", cells::excerpt(name), cells::excerpt(winner)),
                "this column was left out; say in the import if it is the right one",
            ));
        } else if found.is_none() {
            draft.issues.push(Issue::warning(
                "column.unknown",
                table.name,
                format!("{} is no column of this table", cells::excerpt(name)),
                "this column was left out; say in the import what it holds, if it is needed",
            ));
        }
    }
}

/// How each column is to be read, from what its cells prove together.
fn readings(
    rows: &[Vec<Cell>],
    raw: &RawTable,
    table: &'static Table,
    header: &Header,
    options: &Options,
    draft: &mut Draft,
) -> Vec<Reading> {
    let texts = |place: usize| {
        rows.iter().filter_map(move |row| match row.get(place) {
            Some(Cell::Text(text)) => Some(text.as_str()),
            _ => None,
        })
    };
    let is_number = |found: &Match| {
        matches!(
            found.column.kind,
            Type::Integer { .. } | Type::Decimal { .. } | Type::Money { .. } | Type::Minutes { .. }
        )
    };
    let mut proven = Vec::new();
    for (place, found) in header.matches.iter().enumerate() {
        if found.is_some_and(|found| is_number(&found)) {
            proven.extend(texts(place).filter_map(numbers::evidence));
        }
    }
    let usual = raw.decimal_comma.then_some(DecimalMark::Comma);
    let mark = options.decimal.or(match proven.first() {
        Some(first) if proven.iter().all(|mark| mark == first) => Some(*first),
        Some(_) => None,
        None => usual,
    });
    let mut readings = Vec::with_capacity(header.matches.len());
    for (place, found) in header.matches.iter().enumerate() {
        let mut reading = Reading {
            mark,
            ..Reading::default()
        };
        if let Some(found) = found {
            (reading.in_hours, reading.in_cents) = (found.in_hours, found.in_cents);
            let holds_dates = matches!(found.column.kind, Type::Date | Type::DateTime) || found.part == Part::End;
            if holds_dates {
                reading.order = options.dates;
            }
            if holds_dates && options.dates.is_none() {
                (reading.order, reading.is_open) = date_order(texts(place), table, found.column, draft);
            }
        }
        readings.push(reading);
    }
    readings
}

/// The order that the dates of a column prove together, or true and an issue if they leave it open.
fn date_order<'a>(
    texts: impl Iterator<Item = &'a str> + Clone,
    table: &Table,
    column: &Column,
    draft: &mut Draft,
) -> (Option<DateOrder>, bool) {
    let mut proven = texts.clone().filter_map(moments::evidence);
    if let Some(first) = proven.next() {
        if proven.all(|order| order == first) {
            return (Some(first), false);
        }
        draft.issues.push(
            Issue::warning(
                "column.mixed_dates",
                table.name,
                "some dates begin with the day and some with the month",
                "export the column again with dates like 2026-11-23",
            )
            .field(column.name),
        );
        return (None, false);
    }
    let mut open = texts.filter(|text| moments::parse(text, None) == Err(NotAMoment::Ambiguous));
    let Some(example) = open.next() else {
        return (None, false);
    };
    let count = open.count() + 1;
    draft.issues.push(
        Issue::error(
            "column.ambiguous_dates",
            table.name,
            format!(
                "day and month of {} cannot be told apart in {count} rows",
                cells::excerpt(example)
            ),
            "say in the import which comes first, or export dates like 2026-11-23; these rows were left out",
        )
        .field(column.name),
    );
    (None, true)
}

struct RowReader<'a> {
    table: &'static Table,
    header: &'a Header,
    readings: Vec<Reading>,
    width: usize,
    /// By field and kind of remark: how often, and the first row.
    remarks: BTreeMap<(&'static str, RemarkKind), (usize, usize)>,
}

/// A remark about a column: something done to values, or a fallback used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum RemarkKind {
    Value(Remark),
    Fallback,
}

impl RowReader<'_> {
    fn read(&mut self, row: usize, cells: &[Cell], draft: &mut Draft) {
        if cells.is_empty() {
            // The reader of the file has reported this row.
            draft.leave_out(self.table, 1);
            return;
        }
        if cells.iter().all(Cell::is_blank) {
            return;
        }
        let mut wrongs: Vec<(Option<&'static str>, Wrong)> = Vec::new();
        if cells.iter().skip(self.width).any(|cell| !cell.is_blank()) {
            wrongs.push((None, too_long(cells.len(), self.width)));
        }
        let mut values: Vec<(&'static str, Value)> = Vec::new();
        let mut assumed = Vec::new();
        for column in self.table.columns {
            let mut remarks = Vec::new();
            match self.value(column, cells, &values, &mut remarks) {
                Ok(Some(value)) => values.push((column.name, value)),
                Ok(None) => match self.stand_in(column, row, &values) {
                    Ok(Some(value)) => {
                        values.push((column.name, value));
                        assumed.push(column.name);
                    }
                    Ok(None) => {}
                    Err(wrong) => wrongs.push((Some(column.name), wrong)),
                },
                Err(wrong) => wrongs.push((Some(column.name), wrong)),
            }
            for remark in remarks {
                self.remark(column.name, RemarkKind::Value(remark), row);
            }
        }
        let kept = DraftRow {
            row,
            values,
            from_cells: true,
            assumed,
        };
        if wrongs.is_empty() {
            draft.keep(self.table, kept);
            return;
        }
        draft.leave_out(self.table, 1);
        for (field, wrong) in wrongs {
            self.report_wrong(row, kept.id(), field, wrong, draft);
        }
    }

    fn report_wrong(&self, row: usize, id: Option<&str>, field: Option<&'static str>, wrong: Wrong, draft: &mut Draft) {
        if wrong.code == "cell.ambiguous_date" && self.is_open(field) {
            return;
        }
        let mut issue = Issue::error(wrong.code, self.table.name, wrong.cause, wrong.action).row(row);
        issue.field = field.map(String::from);
        issue.id = id.map(String::from);
        draft.issues.push(issue);
    }

    /// True if the dates of this field were reported as ambiguous for the column as a whole.
    fn is_open(&self, field: Option<&'static str>) -> bool {
        let columns = self.header.matches.iter().zip(&self.readings);
        columns
            .filter_map(|(found, reading)| found.map(|found| (found.column.name, reading.is_open)))
            .any(|(name, is_open)| is_open && Some(name) == field)
    }

    /// The value of a field from the one or two cells that hold it.
    fn value(
        &self,
        column: &'static Column,
        cells: &[Cell],
        before: &[(&'static str, Value)],
        remarks: &mut Vec<Remark>,
    ) -> Result<Option<Value>, Wrong> {
        let held = |part: Part| {
            let place =
                self.header.matches.iter().position(|found| {
                    found.is_some_and(|found| found.column.name == column.name && found.part == part)
                })?;
            Some((
                cells.get(place).unwrap_or(&Cell::Empty),
                self.readings.get(place).copied().unwrap_or_default(),
            ))
        };
        if let (Some((date, reading)), Some((time, _))) = (held(Part::Date), held(Part::Time)) {
            return cells::combine(date, time, reading, remarks);
        }
        if let Some((cell, reading)) = held(Part::Whole) {
            let value = convert(cell, &column.kind, reading, remarks)?;
            if value.is_some() {
                return Ok(value);
            }
        }
        match held(Part::End) {
            Some((cell, reading)) => {
                let start = before
                    .iter()
                    .find(|(field, _)| *field == "start")
                    .and_then(|(_, value)| value.as_str());
                cells::length_until(cell, start, &column.kind, reading)
            }
            None => Ok(None),
        }
    }

    /// What stands for a value that is not there.
    fn stand_in(
        &mut self,
        column: &'static Column,
        row: usize,
        before: &[(&'static str, Value)],
    ) -> Result<Option<Value>, Wrong> {
        if !column.required || self.table.name == "settings" {
            return Ok(None);
        }
        let text = match column.fallback {
            Fallback::Text(text) => text.to_string(),
            Fallback::RowNumber => format!("{}-{row}", self.table.name),
            Fallback::Id => {
                let id = before
                    .iter()
                    .find(|(field, _)| *field == "id")
                    .and_then(|(_, value)| value.as_str());
                let Some(id) = id else { return Ok(None) };
                id.to_string()
            }
            Fallback::None if matches!(column.kind, Type::List(_)) => return Ok(Some(Value::Array(Vec::new()))),
            Fallback::None => {
                return Err(Wrong {
                    code: "row.missing_value",
                    cause: "a value is missing that every row needs".into(),
                    action: format!("fill `{}`: {}", column.header, column.meaning),
                });
            }
        };
        self.remark(column.name, RemarkKind::Fallback, row);
        if matches!(column.fallback, Fallback::Text(_)) {
            return convert(&Cell::text(text), &column.kind, Reading::default(), &mut Vec::new());
        }
        Ok(Some(Value::from(text)))
    }

    fn remark(&mut self, field: &'static str, kind: RemarkKind, row: usize) {
        self.remarks.entry((field, kind)).or_insert((0, row)).0 += 1;
    }

    fn report(&self, draft: &mut Draft) {
        for (&(field, kind), &(count, first)) in &self.remarks {
            let (code, severity, cause, action) = describe(self.table, field, kind, count);
            draft.issues.push(
                Issue {
                    severity,
                    ..Issue::warning(code, self.table.name, cause, action)
                }
                .row(first)
                .field(field),
            );
        }
    }
}

fn too_long(cells: usize, width: usize) -> Wrong {
    Wrong {
        code: "row.too_many_cells",
        cause: format!("the row has {cells} cells, the header {width}"),
        action: "put text that holds the separator in quotation marks".into(),
    }
}

fn describe(
    table: &Table,
    field: &str,
    kind: RemarkKind,
    count: usize,
) -> (&'static str, Severity, String, &'static str) {
    let rows = if count == 1 {
        "1 row, this one".into()
    } else {
        format!("{count} rows, first in this one")
    };
    match kind {
        RemarkKind::Fallback => {
            let used = match table.column(field).map(|column| column.fallback) {
                Some(Fallback::Text(text)) => format!("`{text}`"),
                Some(Fallback::Id) => "the id".into(),
                _ => "a number".into(),
            };
            let cause = format!("no value in {rows}; {used} was used");
            (
                "column.fallback",
                Severity::Warning,
                cause,
                "add the column if that is not so",
            )
        }
        RemarkKind::Value(Remark::Seconds) => (
            "column.seconds",
            Severity::Note,
            format!("seconds were cut in {rows}"),
            "nothing: times are whole minutes",
        ),
        RemarkKind::Value(Remark::NoTime) => (
            "column.no_time",
            Severity::Warning,
            format!("a date without a time in {rows}; midnight was used"),
            "add the time if it matters",
        ),
        RemarkKind::Value(Remark::CutTime) => (
            "column.cut_time",
            Severity::Note,
            format!("a time of day was cut in {rows}"),
            "nothing: only the date counts here",
        ),
        RemarkKind::Value(Remark::DayNumber) => (
            "column.day_number",
            Severity::Warning,
            format!("a plain number was read as a spreadsheet date in {rows}"),
            "format the column as a date",
        ),
        RemarkKind::Value(Remark::LongNumber) => (
            "column.long_number",
            Severity::Warning,
            format!("an id is kept as a number of more than 15 digits in {rows}"),
            "format the column as text: spreadsheets change the last digits of long numbers",
        ),
    }
}

impl Options {
    /// What the request says about a column: nothing, that it is to be left out, or which field it holds.
    fn given(&self, table: &'static Table, name: &str) -> Option<Option<Match>> {
        let key = crate::model::columns::fold(name);
        let choice = self
            .mapping
            .iter()
            .find(|choice| choice.table == table.name && crate::model::columns::fold(&choice.column) == key)?;
        let Some(field) = &choice.field else { return Some(None) };
        table.column(field).map(|column| Some(given_match(name, column)))
    }
}
