//! A row on its way into a resource: what has found its place is taken out of it.

use serde_json::{Map, Value, json};

use crate::model::calendar::{DateTime, WeekHours, clock};
use crate::model::columns::Table;
use crate::model::fhir::{day_code, is_string, windows};

use super::Context;

/// One row.
pub(super) struct Row {
    pub(super) table: &'static Table,
    /// Its place in the table, from 0.
    pub(super) at: usize,
    /// What has found no place yet.
    pub(super) fields: Map<String, Value>,
}

impl Row {
    /// A text of the row.
    pub(super) fn text(&self, column: &str) -> Option<&str> {
        self.fields.get(column)?.as_str()
    }

    /// A text that may stand in a string, taken out.
    pub(super) fn take_string(&mut self, column: &str) -> Option<String> {
        let text = self.text(column).filter(|text| is_string(text))?.to_string();
        self.fields.remove(column);
        Some(text)
    }

    /// A date, taken out.
    pub(super) fn take_date(&mut self, column: &str) -> Option<String> {
        let text = self.text(column).filter(|text| text.len() == 10)?.to_string();
        self.fields.remove(column);
        Some(text)
    }

    /// Two dates as a period, as far as there are any, taken out.
    pub(super) fn take_period(&mut self, from: &str, until: &str) -> Option<Value> {
        let mut period = Map::new();
        put(&mut period, "start", self.take_date(from));
        put(&mut period, "end", self.take_date(until));
        (!period.is_empty()).then_some(Value::Object(period))
    }

    /// A moment as an instant, taken out if it reads back.
    pub(super) fn take_instant(&mut self, column: &str, cx: &Context) -> Option<String> {
        let instant = cx.instant(self.moment(column)?)?;
        self.fields.remove(column);
        Some(instant)
    }

    /// A moment of the row.
    pub(super) fn moment(&self, column: &str) -> Option<DateTime> {
        self.text(column)?.parse().ok()
    }

    /// A reference to another row, taken out.
    pub(super) fn take_reference(&mut self, column: &str, cx: &Context) -> Option<Value> {
        let reference = cx.targets.named_by(self.table.column(column)?, self.text(column)?)?;
        self.fields.remove(column);
        Some(reference)
    }

    /// References to other rows, taken out if all of them can be written.
    pub(super) fn take_references(&mut self, column: &str, cx: &Context) -> Vec<Value> {
        let Some(definition) = self.table.column(column) else {
            return Vec::new();
        };
        let ids = self.fields.get(column).and_then(Value::as_array);
        let references: Option<Vec<Value>> = ids
            .into_iter()
            .flatten()
            .map(|id| cx.targets.named_by(definition, id.as_str()?))
            .collect();
        let references = references.unwrap_or_default();
        if !references.is_empty() {
            self.fields.remove(column);
        }
        references
    }

    /// Texts, taken out if all of them fit.
    pub(super) fn take_texts(&mut self, column: &str, fits: fn(&str) -> bool) -> Vec<String> {
        let items = self.fields.get(column).and_then(Value::as_array);
        let texts: Vec<String> = items
            .into_iter()
            .flatten()
            .filter_map(|item| item.as_str().map(String::from))
            .collect();
        if texts.is_empty() || !texts.iter().all(|text| fits(text)) {
            return Vec::new();
        }
        self.fields.remove(column);
        texts
    }

    /// A whole number.
    pub(super) fn number(&self, column: &str) -> Option<i64> {
        self.fields.get(column)?.as_i64()
    }

    /// Hours of the week as R4 gives them, taken out; `names` are those of the first and last minute.
    pub(super) fn take_hours(&mut self, column: &str, names: [&str; 2]) -> Vec<Value> {
        let hours = self.text(column).and_then(|text| text.parse::<WeekHours>().ok());
        let Some(hours) = hours.filter(|hours| !hours.is_empty()) else {
            return Vec::new();
        };
        self.fields.remove(column);
        let time = |minute: i32| format!("{}:00", clock(minute % 1440));
        let window = |(days, from, to): (Vec<_>, i32, i32)| {
            let days: Vec<&str> = days.into_iter().map(day_code).collect();
            match (from, to) {
                (0, 1440) => json!({ "daysOfWeek": days, "allDay": true }),
                _ => json!({ "daysOfWeek": days, names[0]: time(from), names[1]: time(to) }),
            }
        };
        windows(&hours).into_iter().map(window).collect()
    }

    /// The place of the row that this one stands within, if the column names one of that table.
    pub(super) fn host(&self, cx: &Context, table: &str, column: &str) -> Option<usize> {
        let is_other = self.table.name == "absences" && self.text("what") != Some("clinician");
        let id = self.text(column).filter(|_| !is_other)?;
        cx.targets.row(table, id)
    }
}

/// Puts a field into a body, if there is one.
pub(super) fn put(body: &mut Map<String, Value>, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        body.insert(name.into(), value.into());
    }
}

/// Puts a list into a body, if it holds anything.
pub(super) fn put_all(body: &mut Map<String, Value>, name: &str, items: Vec<Value>) {
    if !items.is_empty() {
        body.insert(name.into(), Value::Array(items));
    }
}
