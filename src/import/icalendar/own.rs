//! Events that this program wrote: every field of the appointment and its seats.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::events::Happening;
use crate::import::draft::Draft;
use crate::import::json::read_row;
use crate::model::calendar::DateTime;
use crate::model::columns;
use crate::model::icalendar::{ID, SEAT, property};

/// True if the event says which appointment it is.
pub(super) fn is_own(happening: &Happening) -> bool {
    happening.event.line(ID).is_some()
}

/// Reads them into the draft. An appointment that the other files have too is taken from the calendar.
pub(super) fn read(happenings: &[Happening], draft: &mut Draft) {
    let (Some(table), Some(seats)) = (columns::table("appointments"), columns::table("attendances")) else {
        return;
    };
    let ids: BTreeSet<String> = happenings.iter().filter_map(id).collect();
    replace(&ids, draft);
    for happening in happenings {
        let mut row = Map::new();
        for column in table.columns {
            if let Some(value) = happening
                .event
                .line(&property(column.name))
                .map(|line| json(&line.text()))
            {
                row.insert(column.name.into(), value);
            }
        }
        let id = row.get("id").cloned().unwrap_or_default();
        // What people move and cancel in their calendars.
        row.insert("start".into(), Value::from(DateTime(happening.start).to_string()));
        row.insert("minutes".into(), happening.minutes.map_or(Value::Null, Value::from));
        let is_off = row
            .get("status")
            .is_some_and(|status| status == "cancelled" || status == "void");
        if happening.is_cancelled && !is_off {
            row.insert("status".into(), "cancelled".into());
        }
        read_row(table, happening.number, Value::Object(row), draft);
        for seat in happening.event.all(SEAT) {
            let mut seat = match json(&seat.text()) {
                Value::Object(seat) => seat,
                _ => Map::new(),
            };
            seat.insert("appointment".into(), id.clone());
            read_row(seats, happening.number, Value::Object(seat), draft);
        }
    }
}

fn id(happening: &Happening) -> Option<String> {
    let line = happening.event.line(ID)?;
    json(&line.text()).as_str().map(String::from)
}

/// A value as it was written; what is no JSON is text that somebody typed.
fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}

/// Takes appointments and their seats out of the draft, which the calendar has anew.
pub(super) fn replace(ids: &BTreeSet<String>, draft: &mut Draft) {
    for (table, field) in [("appointments", "id"), ("attendances", "appointment")] {
        let rows = draft.rows.get_mut(table).into_iter();
        rows.for_each(|rows| {
            rows.retain(|row| {
                let mut values = row.values.iter();
                let id = values
                    .find(|(name, _)| *name == field)
                    .and_then(|(_, value)| value.as_str());
                !id.is_some_and(|id| ids.contains(id))
            });
        });
    }
}
