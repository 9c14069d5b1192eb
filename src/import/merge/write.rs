//! Rows into the clinic, one by one: new, the same, or a change of what is there.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::error::Issue;
use crate::model::Clinic;
use crate::model::columns::{num_rows, push_row, put_row, row};
use crate::order::Arrange;

use super::incoming::{Incoming, Row};
use super::keys::joined;
use super::{FieldChange, Outcome, RowReport};

/// What tells the rows of a table without ids apart. Rows of a table that is not listed are the same if all of it is.
const KEYS: [(&str, &[&str]); 16] = [
    ("weights", &["term"]),
    ("rules", &["rule"]),
    ("licenses", &["clinician", "skill", "from"]),
    ("absences", &["what", "id", "from"]),
    ("pairs", &["patient_a", "patient_b"]),
    ("attendances", &["appointment", "patient"]),
    ("travel", &["from", "to"]),
    ("staff_days", &["clinician", "date"]),
    ("scheduling_work", &["week"]),
    ("scores", &["patient", "measure", "date"]),
    ("stays", &["patient", "admitted"]),
    ("departures", &["clinician", "date"]),
    ("headcounts", &["date"]),
    ("care_periods", &["patient", "from"]),
    ("load_caps", &["clinician", "from"]),
    ("reserves", &["weekday"]),
];

/// Writes the rows: the clinic, what became of each row, and why some could not be written.
pub(super) fn write(present: &Clinic, incoming: Incoming) -> (Clinic, Vec<RowReport>, Vec<Issue>) {
    let mut writer = Writer {
        clinic: present.clone(),
        places: BTreeMap::new(),
        issues: Vec::new(),
    };
    let mut rows = incoming.rows;
    // Seats that were made of appointments stand behind them; tables are written in their order.
    let place = |row: &Row| {
        crate::model::columns::TABLES
            .iter()
            .position(|table| table.name == row.table.name)
    };
    rows.arrange_by_key(place);
    let reports = rows.iter().map(|row| writer.put(row)).collect();
    (writer.clinic, reports, writer.issues)
}

/// Places of the rows of a table by their key; several for rows that are the same in everything.
type Places = BTreeMap<String, Vec<usize>>;

struct Writer {
    clinic: Clinic,
    places: BTreeMap<&'static str, Places>,
    issues: Vec<Issue>,
}

impl Writer {
    fn put(&mut self, incoming: &Row) -> RowReport {
        let table = incoming.table.name;
        let report = |key: String, outcome: Outcome, fields: Vec<FieldChange>| RowReport {
            table,
            origin: incoming.origin,
            key,
            outcome,
            fields,
        };
        if incoming.is_seated {
            return report(
                incoming.text("id").unwrap_or_default().into(),
                Outcome::Seated,
                Vec::new(),
            );
        }
        if table == "settings" {
            return report(String::new(), Outcome::Kept, Vec::new());
        }
        // As the clinic would hold it by itself: every value in its usual form, what is not said at its default.
        let mut alone = Clinic::default();
        let said: Map<String, Value> = incoming
            .values
            .iter()
            .map(|(field, value)| ((*field).into(), value.clone()))
            .collect();
        let new = match push_row(&mut alone, table, &Value::Object(said.clone())) {
            Ok(()) => row(&alone, table, 0).unwrap_or_default(),
            Err(cause) => return self.refuse(incoming, &cause, report),
        };
        let key = key_of(table, &new);
        let shown = shown_key(table, &new);
        let Some(at) = self.place_of(table, &key) else {
            if let Err(cause) = push_row(&mut self.clinic, table, &new) {
                return self.refuse(incoming, &cause, report);
            }
            // A row that is the same in everything as one of this import is another one: it is not looked for again.
            if is_keyed(table) {
                let place = num_rows(&self.clinic, table) - 1;
                self.index(table).entry(key).or_default().push(place);
            }
            return report(shown, Outcome::Added, Vec::new());
        };
        let before = row(&self.clinic, table, at).unwrap_or_default();
        let mut merged = before.clone();
        if let Value::Object(fields) = &mut merged {
            let said = said
                .into_iter()
                .filter(|(field, _)| !incoming.assumed.contains(&field.as_str()));
            fields.extend(said);
        }
        if let Err(cause) = put_row(&mut self.clinic, table, at, &merged) {
            return self.refuse(incoming, &cause, report);
        }
        let after = row(&self.clinic, table, at).unwrap_or_default();
        let fields = differences(incoming, &before, &after);
        let outcome = if fields.is_empty() {
            Outcome::Same
        } else {
            Outcome::Changed
        };
        report(shown, outcome, fields)
    }

    fn refuse(
        &mut self,
        incoming: &Row,
        cause: &str,
        report: impl Fn(String, Outcome, Vec<FieldChange>) -> RowReport,
    ) -> RowReport {
        let table = incoming.table.name;
        let issue = Issue::error("row.unreadable", table, cause.to_lowercase(), "correct the row");
        self.issues.push(issue.row(incoming.origin.row));
        report(
            incoming.text("id").unwrap_or_default().into(),
            Outcome::LeftOut,
            Vec::new(),
        )
    }

    fn index(&mut self, table: &'static str) -> &mut Places {
        let clinic = &self.clinic;
        self.places.entry(table).or_insert_with(|| {
            let mut places = Places::new();
            for at in 0..num_rows(clinic, table) {
                if let Some(row) = row(clinic, table, at) {
                    places.entry(key_of(table, &row)).or_default().push(at);
                }
            }
            places
        })
    }

    /// Where a row of this key stands. Of ids the last row counts, as everywhere; rows that are the same in everything
    /// are taken one after the other.
    fn place_of(&mut self, table: &'static str, key: &str) -> Option<usize> {
        let places = self.index(table).get_mut(key)?;
        if is_keyed(table) {
            places.last().copied()
        } else if places.is_empty() {
            None
        } else {
            Some(places.remove(0))
        }
    }
}

fn fields_of(table: &str) -> Option<&'static [&'static str]> {
    if let Some((_, fields)) = KEYS.iter().find(|(name, _)| *name == table) {
        return Some(fields);
    }
    let has_id = crate::model::columns::table(table).is_some_and(|table| table.column("id").is_some());
    has_id.then_some(&["id"])
}

fn is_keyed(table: &str) -> bool {
    fields_of(table).is_some()
}

fn key_of(table: &str, row: &Value) -> String {
    match fields_of(table) {
        Some(fields) => {
            let texts: Vec<String> = fields.iter().map(|field| in_words(row.get(field))).collect();
            joined(&texts.iter().map(String::as_str).collect::<Vec<_>>())
        }
        None => row.to_string(),
    }
}

/// The key for people.
fn shown_key(table: &str, row: &Value) -> String {
    let Some(fields) = fields_of(table) else {
        return String::new();
    };
    fields
        .iter()
        .map(|field| in_words(row.get(field)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A value as a person reads it.
fn in_words(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => items
            .iter()
            .map(|item| in_words(Some(item)))
            .collect::<Vec<_>>()
            .join("; "),
        Some(other) => other.to_string(),
    }
}

fn differences(incoming: &Row, before: &Value, after: &Value) -> Vec<FieldChange> {
    let names = incoming.table.columns.iter().map(|column| column.name);
    names
        .filter(|name| before.get(name) != after.get(name))
        .map(|name| FieldChange {
            field: name.into(),
            before: in_words(before.get(name)),
            after: in_words(after.get(name)),
        })
        .collect()
}
