//! Free and busy time: what a clinician has besides, as absences.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::component::Component;
use super::lines::lines;
use super::meaning::clinician;
use super::moments::{End, Moment, Zones, length, moment};
use crate::error::Issue;
use crate::import::draft::Draft;
use crate::import::json::read_row;
use crate::import::references::collect;
use crate::model::calendar::DateTime;
use crate::model::columns::{self, fold};
use crate::model::icalendar::{BOOKED, CLINICIAN};
use crate::order::Arrange;

/// Minutes between two instants, by the clocks of the site.
type Stretch = (DateTime, DateTime);

/// Reads the free and busy time of a calendar. Busy time becomes an absence, unless it is that of a session that is
/// known. Where only free time is told, the rest of the time that the entry tells of is an absence.
pub(super) fn read(calendar: &Component, zones: &Zones, file: &str, draft: &mut Draft) {
    let entries = calendar.inside.iter().filter(|component| component.name == "VFREEBUSY");
    for (at, entry) in entries.enumerate() {
        let number = at + 1;
        if entry.text(BOOKED).is_some_and(|text| fold(&text) == "true") {
            continue;
        }
        let own: Option<String> = entry.text(CLINICIAN).and_then(|text| serde_json::from_str(&text).ok());
        let names = collect(&draft.rows);
        let found = match own {
            Some(id) => [id].into(),
            None => clinician(&names, entry, calendar, file),
        };
        let mut whose = found.into_iter();
        let (Some(id), None) = (whose.next(), whose.next()) else {
            let cause = "it is not clear whose free and busy time this is";
            let action = "name one clinician by id or name as ATTENDEE or as the calendar; it was left out";
            let issue = Issue::error("calendar.no_match", file, cause, action);
            draft.issues.push(issue.row(number).field("ATTENDEE"));
            continue;
        };
        let (busy, free) = stretches(entry, zones, (file, number), draft);
        let away = match (busy.is_empty(), span(entry, zones)) {
            (true, Some(span)) if !free.is_empty() => outside(span, free),
            _ => busy,
        };
        let known = sessions(draft, &id);
        let Some(table) = columns::table("absences") else {
            return;
        };
        for (from, until) in away {
            let is_known = known.iter().any(|session| session.0 <= from && until <= session.1);
            if from < until && !is_known {
                let row = json!({
                    "what": "clinician", "id": id, "from": from.to_string(), "until": until.to_string(),
                    "reason": "busy",
                });
                read_row(table, number, row, draft);
            }
        }
    }
}

/// Busy and free time of an entry.
fn stretches(
    entry: &Component,
    zones: &Zones,
    (file, number): (&str, usize),
    draft: &mut Draft,
) -> (Vec<Stretch>, Vec<Stretch>) {
    let (mut busy, mut free) = (Vec::new(), Vec::new());
    for line in entry.all("FREEBUSY") {
        let is_free = line
            .param("FBTYPE")
            .is_some_and(|kind| kind.eq_ignore_ascii_case("FREE"));
        for period in line.value.split(',') {
            match stretch(period, zones) {
                Some(stretch) if is_free => free.push(stretch),
                Some(stretch) => busy.push(stretch),
                None => {
                    let action = "correct it to start/end or start/duration; the period was left out";
                    let issue = Issue::error("calendar.wrong_date", file, "this is no period of time", action);
                    draft.issues.push(issue.row(number).field("FREEBUSY"));
                }
            }
        }
    }
    (busy, free)
}

fn stretch(period: &str, zones: &Zones) -> Option<Stretch> {
    let (from, until) = period.split_once('/')?;
    let read = |text: &str| -> Option<Moment> { moment(lines(&format!("X:{text}")).0.first()?) };
    let from = read(from)?;
    let end = match length(until) {
        Some(length) => End::After(length),
        None => End::At(read(until)?),
    };
    let start: Timestamp = zones.instant(&from)?;
    let minutes = i32::try_from(zones.minutes(&from, &end)?).ok()?;
    let until = start.checked_add(jiff::Span::new().minutes(minutes)).ok()?;
    Some((DateTime(zones.civil_at(start)?), DateTime(zones.civil_at(until)?)))
}

/// The time that an entry tells of.
fn span(entry: &Component, zones: &Zones) -> Option<Stretch> {
    let at = |name: &str| zones.civil(&moment(entry.line(name)?)?).map(DateTime);
    Some((at("DTSTART")?, at("DTEND")?))
}

/// What of a span is not free.
fn outside(span: Stretch, mut free: Vec<Stretch>) -> Vec<Stretch> {
    free.arrange();
    let (mut rest, mut from) = (Vec::new(), span.0);
    for (begins, ends) in free {
        if from < begins.min(span.1) {
            rest.push((from, begins.min(span.1)));
        }
        from = from.max(ends);
    }
    if from < span.1 {
        rest.push((from, span.1));
    }
    rest
}

/// When a clinician is in sessions that are known.
fn sessions(draft: &Draft, clinician: &str) -> Vec<Stretch> {
    let rows = draft.rows.get("appointments").map_or(&[][..], Vec::as_slice);
    let session = |values: &[(&'static str, Value)]| -> Option<Stretch> {
        let value = |field: &str| values.iter().find(|(name, _)| *name == field).map(|(_, value)| value);
        let takes_part = value("clinicians")?.as_array()?.iter().any(|id| id == clinician);
        let start: DateTime = value("start")?.as_str()?.parse().ok()?;
        let minutes = i32::try_from(value("minutes")?.as_i64()?).ok()?;
        takes_part.then(|| (start, start.plus_minutes(minutes)))
    };
    rows.iter().filter_map(|row| session(&row.values)).collect()
}
