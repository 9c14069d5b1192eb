//! iCalendar [RFC 5545]: events to appointments and absences, free and busy time to absences.
//!
//! A calendar says little of what a clinic keeps. What this program wrote itself comes back exactly, by its own
//! properties; of other calendars titles, places and people are looked up among the rows of the other files by id or
//! name. What fits no row, or more than one, is an issue and no row: nothing is guessed.

mod busy;
mod component;
mod events;
mod lines;
mod meaning;
mod moments;
mod own;
mod recurrence;

use serde_json::Value;

use super::draft::Draft;
use crate::error::{Issue, Severity};
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::Settings;
use crate::model::columns;
use crate::model::zones::posix_rule;
use moments::Zones;
use recurrence::Span;

/// Entries of one file: ten years of a clinic with 50 sessions a day. Our choice.
pub(super) const MAX_COMPONENTS: usize = 200_000;
/// Depth to which entries are nested; alarms and zones need 3.
pub(super) const MAX_DEPTH: usize = 8;
/// Occurrences of one series that are read. Our choice: five times a year of days.
pub(super) const MAX_OCCURRENCES: usize = 2_000;
/// Occurrences of all series of a file that are read. Our choice.
pub(super) const MAX_ALL_OCCURRENCES: usize = 200_000;
/// Days before the planned days from which the occurrences of a series are read: half a year of history. Our choice.
const DAYS_BEFORE: i32 = 183;
/// Days after the first planned day to which they are read: half a year ahead. Our choice.
const DAYS_AFTER: i32 = 183;

/// True if a text begins as a calendar does.
pub(super) fn is_calendar(start: &str) -> bool {
    let first = start.as_bytes().get(..15);
    first.is_some_and(|first| first.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"))
}

/// Reads calendars, with name and text, into the draft of what the other files hold.
pub(super) fn read(calendars: &[(String, String)], draft: &mut Draft) {
    for (file, text) in calendars {
        let mut issues = Vec::new();
        let calendars = component::components(text, file, &mut issues);
        draft.issues.extend(issues);
        let mut left = MAX_ALL_OCCURRENCES;
        let is_calendar = |calendar: &&component::Component| calendar.name == "VCALENDAR";
        for calendar in calendars.iter().filter(is_calendar) {
            let site = Site::of(draft, calendar, file);
            let mut zones = Zones::new(&site.zone);
            zones.add(calendar);
            let found = events::happenings(calendar, &zones, site.span, (file, &mut left));
            draft.issues.extend(found.issues);
            let (own, foreign): (Vec<_>, Vec<_>) = found.list.into_iter().partition(own::is_own);
            own::read(&own, draft);
            meaning::read(&foreign, (calendar, file), draft);
            busy::read(calendar, &zones, file, draft);
        }
    }
}

/// What of the settings a calendar is read by.
struct Site {
    zone: String,
    span: Span,
}

impl Site {
    /// As the settings of the other files say; without settings the clinic takes the zone of the calendar.
    fn of(draft: &mut Draft, calendar: &component::Component, file: &str) -> Self {
        let setting = |draft: &Draft, field: &str| {
            let rows = draft.rows.get("settings").map_or(&[][..], Vec::as_slice);
            let mut values = rows.iter().rev().flat_map(|row| &row.values);
            let value = values.find(|(name, _)| *name == field);
            value.and_then(|(_, value)| value.as_str()).map(String::from)
        };
        let usual = Settings::default();
        let theirs = calendar.text("X-WR-TIMEZONE").filter(|name| posix_rule(name).is_some());
        let zone = match (setting(draft, "time_zone"), theirs) {
            (Some(zone), _) => zone,
            (None, Some(zone)) => {
                let mut settings = serde_json::to_value(&usual).unwrap_or_default();
                settings["time_zone"] = Value::from(zone.clone());
                if let Some(table) = columns::table("settings") {
                    super::json::read_row(table, 1, settings, draft);
                }
                let cause = "no other file says in which time zone the clinic is: that of the calendar was taken";
                draft
                    .issues
                    .push(note("calendar.time_zone", file, cause, "check the settings"));
                zone
            }
            (None, None) => usual.time_zone.clone(),
        };
        let start = setting(draft, "horizon_start").and_then(|day| day.parse().ok());
        let start: Date = start.unwrap_or(usual.horizon_start);
        let midnight = |days: i32| -> DateTime { start.plus_days(days).at_minute(0) };
        Self {
            zone,
            span: Span {
                from: midnight(-DAYS_BEFORE).0,
                to: midnight(DAYS_AFTER).0,
            },
        }
    }
}

fn note(code: &str, file: &str, cause: impl Into<String>, action: impl Into<String>) -> Issue {
    Issue {
        severity: Severity::Note,
        ..Issue::warning(code, file, cause, action)
    }
}
