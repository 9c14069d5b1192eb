//! Which column of a file is which field: by name, by what other programs call it, by near-identical spelling.

use serde::{Deserialize, Serialize};

use crate::model::columns::{Column, TABLES, Table, Type, fold};
use crate::model::raw::{Cell, RawTable};

use super::limits::MAX_HEADER_ROW;

/// How sure a match is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Not matched, or matched worse than another column.
    None,
    /// The spelling differs by a letter.
    Similar,
    /// Another program's name for the field.
    Synonym,
    /// The field's own name.
    Name,
    /// Set in the request.
    Given,
}

/// What of the field the column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// All of it.
    Whole,
    /// The date of a date and time.
    Date,
    /// The time of a date and time.
    Time,
    /// The end of a session, from which its length follows.
    End,
}

/// A column of a file and the field it holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Match {
    pub(super) column: &'static Column,
    pub(super) part: Part,
    pub(super) in_hours: bool,
    pub(super) in_cents: bool,
    pub(super) confidence: Confidence,
}

/// The matches of a header, by place; a place that lost against a better one is in `duplicates` with the winner.
pub(super) struct Header {
    pub(super) matches: Vec<Option<Match>>,
    pub(super) duplicates: Vec<(usize, usize)>,
}

const END_NAMES: [&str; 10] = [
    "end",
    "endtime",
    "apptend",
    "appointmentend",
    "finish",
    "finishtime",
    "scheduledend",
    "enddatetime",
    "timeout",
    "to",
];
const HOUR_WORDS: [&str; 4] = ["hours", "hrs", "hr", "hour"];
const MINUTE_WORDS: [&str; 4] = ["min", "mins", "minutes", "minute"];

/// Letters of a header that count. Our choice: longer ones are no names.
const MAX_HEADER_CHARS: usize = 200;

/// Words of a header: split at punctuation, space and inner capitals; `#` is an id.
fn words(header: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut was_lower = false;
    for letter in header.chars().take(MAX_HEADER_CHARS) {
        if letter == '#' {
            words.push("id".into());
        }
        if !letter.is_alphanumeric() || (was_lower && letter.is_uppercase()) {
            words.push(String::new());
        }
        was_lower = letter.is_lowercase();
        if letter.is_alphanumeric()
            && let Some(last) = words.last_mut()
        {
            last.extend(letter.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The best field for one header.
fn best(header: &str, table: &Table) -> Option<Match> {
    let words = words(header);
    let key = words.concat();
    if key.is_empty() {
        return None;
    }
    let found = |column: &'static Column, confidence| {
        let is_name = key == fold(column.name);
        let has = |units: &[&str]| words.iter().any(|word| units.contains(&word.as_str()));
        let counts_minutes = matches!(column.kind, Type::Minutes { .. });
        Match {
            column,
            part: part_of(column, &words),
            in_hours: counts_minutes && !is_name && has(&HOUR_WORDS) && !has(&MINUTE_WORDS),
            in_cents: is_name && column.name != column.header && matches!(column.kind, Type::Money { .. }),
            confidence,
        }
    };
    let columns = || table.columns.iter();
    if let Some(column) = columns().find(|column| fold(column.name) == key || fold(column.header) == key) {
        return Some(found(column, Confidence::Name));
    }
    let bare: String = words
        .iter()
        .filter(|word| !is_filler(word))
        .map(String::as_str)
        .collect();
    let is_synonym = |column: &&Column, key: &str| column.synonyms.iter().any(|synonym| fold(synonym) == key);
    for key in [&key, &bare] {
        if let Some(column) = columns().find(|column| is_synonym(column, key)) {
            return Some(found(column, Confidence::Synonym));
        }
    }
    if table.name == "appointments" && END_NAMES.contains(&key.as_str()) {
        let column = table.column("minutes")?;
        return Some(Match {
            part: Part::End,
            ..found(column, Confidence::Synonym)
        });
    }
    if let Some(column) = columns().find(|column| fold(column.name) == bare || fold(column.header) == bare) {
        return Some(found(column, Confidence::Synonym));
    }
    let mut near = columns().filter(|column| {
        let names = [column.name, column.header]
            .into_iter()
            .chain(column.synonyms.iter().copied());
        names.map(fold).any(|name| is_one_off(&name, &key))
    });
    match (near.next(), near.next()) {
        (Some(column), None) => Some(found(column, Confidence::Similar)),
        _ => None,
    }
}

fn is_filler(word: &str) -> bool {
    HOUR_WORDS.contains(&word) || MINUTE_WORDS.contains(&word) || ["of", "the", "usd", "h", "m"].contains(&word)
}

fn part_of(column: &Column, words: &[String]) -> Part {
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    match column.kind {
        Type::DateTime if has(&["date", "day", "dos"]) && !has(&["time"]) => Part::Date,
        Type::DateTime if has(&["time"]) && !has(&["date", "day"]) => Part::Time,
        _ => Part::Whole,
    }
}

/// True if one letter added, dropped or replaced makes one text the other; only for names of five letters and more.
fn is_one_off(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 5 || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(x, y)| x == y).count();
    let skip = usize::from(short.len() == long.len());
    short.iter().skip(same + skip).eq(long.iter().skip(same + 1))
}

/// Matches every header; where two columns want the same field, the surer one has it. A date and a time share one.
pub(super) fn match_header(header: &[Cell], table: &Table, given: &dyn Fn(&str) -> Option<Option<Match>>) -> Header {
    let names: Vec<String> = header
        .iter()
        .map(|cell| {
            cell.shown()
                .trim()
                .trim_start_matches('\'')
                .chars()
                .take(MAX_HEADER_CHARS)
                .collect()
        })
        .collect();
    let mut matches: Vec<Option<Match>> = names
        .iter()
        .map(|name| given(name).unwrap_or_else(|| best(name, table)))
        .collect();
    let mut duplicates = Vec::new();
    for loser in 0..matches.len() {
        let Some(mine) = matches.get(loser).copied().flatten() else {
            continue;
        };
        let rank = |place: usize, found: &Match| {
            let is_id = words(names.get(place).map_or("", String::as_str))
                .iter()
                .any(|word| word == "id" || word == "mrn");
            (
                found.confidence,
                found.part != Part::End,
                is_id,
                std::cmp::Reverse(place),
            )
        };
        let better = matches.iter().enumerate().find(|(place, other)| {
            *place != loser
                && other.is_some_and(|other| {
                    other.column.name == mine.column.name
                        && !is_date_and_time(mine.part, other.part)
                        && rank(*place, &other) > rank(loser, &mine)
                })
        });
        if let Some((winner, _)) = better {
            duplicates.push((loser, winner));
        }
    }
    for &(loser, _) in &duplicates {
        if let Some(place) = matches.get_mut(loser) {
            *place = None;
        }
    }
    only_parts_that_pair(&mut matches);
    Header { matches, duplicates }
}

fn is_date_and_time(a: Part, b: Part) -> bool {
    matches!((a, b), (Part::Date, Part::Time) | (Part::Time, Part::Date))
}

/// A date column without a time column beside it (or the reverse) holds the whole field.
fn only_parts_that_pair(matches: &mut [Option<Match>]) {
    let all: Vec<(&'static str, Part)> = matches
        .iter()
        .flatten()
        .map(|found| (found.column.name, found.part))
        .collect();
    for found in matches.iter_mut().flatten() {
        let is_paired = all
            .iter()
            .any(|&(name, part)| name == found.column.name && is_date_and_time(part, found.part));
        if matches!(found.part, Part::Date | Part::Time) && !is_paired {
            found.part = Part::Whole;
        }
    }
}

/// The match that a request asks for: this column holds that field.
pub(super) fn given_match(header: &str, column: &'static Column) -> Match {
    let words = words(header);
    let has = |units: &[&str]| words.iter().any(|word| units.contains(&word.as_str()));
    Match {
        column,
        part: part_of(column, &words),
        in_hours: matches!(column.kind, Type::Minutes { .. }) && has(&HOUR_WORDS) && !has(&MINUTE_WORDS),
        in_cents: false,
        confidence: Confidence::Given,
    }
}

/// The table that a file or sheet name stands for.
pub(super) fn table_of_name(name: &str) -> Option<&'static Table> {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    let key = fold(stem);
    let is_called =
        |table: &&Table, key: &str| fold(table.name) == key || table.synonyms.iter().any(|name| fold(name) == key);
    if let Some(table) = TABLES.iter().find(|table| is_called(table, &key)) {
        return Some(table);
    }
    // `clinicians (1)`, `2026 export staff`: the one table whose name is among the words.
    let words = words(stem);
    let mut named = TABLES
        .iter()
        .filter(|table| words.iter().any(|word| is_called(table, word)));
    match (named.next(), named.next()) {
        (Some(table), None) => Some(table),
        _ => None,
    }
}

/// The table whose columns explain a header best: all it needs is there, and most of the header is explained.
pub(super) fn table_of_header(raw: &RawTable) -> Option<&'static Table> {
    let mut best: Option<(usize, &'static Table)> = None;
    let mut is_tied = false;
    for table in TABLES {
        let row = header_row(raw, table);
        let Some(header) = raw.rows.get(row) else { continue };
        let found = match_header(header, table, &|_| None);
        let count = found.matches.iter().flatten().count();
        let has = |field: &str| found.matches.iter().flatten().any(|found| found.column.name == field);
        let complete = table
            .columns
            .iter()
            .filter(|column| column.required && column.fallback == crate::model::columns::Fallback::None)
            .all(|column| has(column.name));
        let filled = header.iter().filter(|cell| !cell.is_blank()).count();
        if !complete || count * 2 < filled || count < 2 {
            continue;
        }
        match best {
            Some((most, _)) if most > count => {}
            Some((most, _)) if most == count => is_tied = true,
            _ => (best, is_tied) = (Some((count, table)), false),
        }
    }
    best.filter(|_| !is_tied).map(|(_, table)| table)
}

/// The row that holds the header: of the first ones, that with the most matches; else the first that is not blank.
pub(super) fn header_row(raw: &RawTable, table: &Table) -> usize {
    let count = |row: &[Cell]| {
        let sure = |cell: &Cell| best(&cell.shown(), table).is_some_and(|found| found.confidence > Confidence::Similar);
        row.iter()
            .take(200)
            .filter(|cell| matches!(cell, Cell::Text(_)) && sure(cell))
            .count()
    };
    let first = raw
        .rows
        .iter()
        .position(|row| row.iter().any(|cell| !cell.is_blank()))
        .unwrap_or(0);
    let rows = raw.rows.iter().enumerate().skip(first).take(MAX_HEADER_ROW);
    let best = rows.map(|(place, row)| (count(row), std::cmp::Reverse(place))).max();
    match best {
        Some((matched, std::cmp::Reverse(place))) if matched >= 2 => place,
        _ => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::columns::table;

    fn fields(table_name: &str, header: &[&str]) -> String {
        let cells: Vec<Cell> = header.iter().map(|&name| Cell::text(name)).collect();
        let found = match_header(&cells, table(table_name).unwrap(), &|_| None);
        let shown = found.matches.iter().map(|found| match found {
            None => "-".into(),
            Some(found) => format!(
                "{}{}",
                found.column.name,
                if found.part == Part::Whole { "" } else { "*" }
            ),
        });
        shown.collect::<Vec<String>>().join(" ")
    }

    #[test]
    fn names_of_other_programs() {
        let rows: [(&str, &[&str], &str); 8] = [
            (
                "appointments",
                &[
                    "Appt ID",
                    "Therapist",
                    "Client",
                    "Appt Date",
                    "Appt Time",
                    "Duration (min)",
                ],
                "id clinicians patient start* start* minutes",
            ),
            (
                "appointments",
                &["Start Time", "End Time", "Provider ID", "Provider Name"],
                "start minutes* clinicians -",
            ),
            ("appointments", &["ID", "id", "STATUS", "Statuss"], "id - status -"),
            (
                "clinicians",
                &["Staff ID", "Weekly Hours", "contract_week_min", "Pay per hour"],
                "id - contract_week_min pay_cents_hour",
            ),
            (
                "clinicians",
                &["staffId", "Job-Title", "Dicipline", "Shoe size"],
                "id discipline - -",
            ),
            ("clinicians", &["Dicipline"], "discipline"),
            (
                "authorizations",
                &["Auth #", "Payor", "Units Approved", "Effective Date", "Expiration Date"],
                "id payer units from until",
            ),
            (
                "staff_days",
                &["Employee", "Work Date", "Regular Hours", "PTO Hours"],
                "clinician date paid_min leave_min",
            ),
        ];
        for (name, header, expected) in rows {
            assert_eq!(fields(name, header), expected, "{name} {header:?}");
        }
    }

    #[test]
    fn units_in_headers() {
        let table = table("clinicians").unwrap();
        let unit = |header: &str| best(header, table).map(|found| (found.column.name, found.in_hours, found.in_cents));
        assert_eq!(unit("Hours per week"), Some(("contract_week_min", true, false)));
        assert_eq!(unit("contract_week_min"), Some(("contract_week_min", false, false)));
        assert_eq!(unit("pay_cents_hour"), Some(("pay_cents_hour", false, true)));
        assert_eq!(unit("Hourly rate"), Some(("pay_cents_hour", false, false)));
    }

    #[test]
    fn files_are_named_loosely() {
        let rows = [
            ("clinicians.csv", Some("clinicians")),
            ("C:\\export\\Staff.CSV", Some("clinicians")),
            ("2026 clients (1).xlsx", Some("patients")),
            ("Care Periods", Some("care_periods")),
            ("data.csv", None),
        ];
        for (name, expected) in rows {
            assert_eq!(table_of_name(name).map(|table| table.name), expected, "{name}");
        }
    }
}
