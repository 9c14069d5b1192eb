//! Schedule and Slot to absences and hours, Appointment and AppointmentResponse to appointments and seats.

use serde_json::Value;

use crate::model::calendar::{DAY_MIN, DateTime};
use crate::model::fhir::{APPOINTMENT_TYPE, CANCELLATION, CANCELLED_BY, STATUS, word_of};

use super::complete::hours_text;
use super::context::Context;
use super::element::Element;
use super::people::is_clinician;
use super::places::{Hint, service_of};
use super::row::{Row, Target};
use super::timing::on_day;

/// Whose schedule it is.
pub(super) fn schedule(cx: &mut Context, element: &Element) {
    if element.flag("active") == Some(false) {
        cx.count("fhir.not_active", "it is not active any more".into(), "nothing");
        return;
    }
    let actors = element.all("actor");
    let actors = actors.iter().filter_map(|actor| cx.resolve(actor)).collect();
    let here = cx.here();
    cx.schedules.insert(here, actors);
}

/// Time that is not available becomes an absence; free and busy time says when somebody works who has no hours yet.
pub(super) fn slot(cx: &mut Context, element: &Element) {
    let schedule = element.child("schedule").and_then(|schedule| cx.place_of(&schedule));
    let actors = schedule
        .and_then(|at| cx.schedules.get(&at))
        .cloned()
        .unwrap_or_default();
    let (start, end) = (cx.time(element, "start"), cx.time(element, "end"));
    let (Some(start), Some(end)) = (start, end) else {
        cx.count("fhir.nobody", "it has no start or no end".into(), "give both");
        return;
    };
    match element.text("status") {
        Some("busy-unavailable") => {
            for (what, id) in actors.iter().filter_map(absentee) {
                let values = vec![("what", what.into()), ("id", id.into())];
                let mut row = Row::made(cx.here(), values);
                row.set("from", Some(start.to_string()));
                row.set("until", Some(end.to_string()));
                cx.keep("absences", row);
            }
        }
        Some("free" | "busy" | "busy-tentative") => {
            for actor in actors.iter().filter(|actor| is_clinician(actor)) {
                works(cx, &actor.id, start, end);
            }
        }
        _ => cx.count(
            "fhir.not_used",
            "its status says nothing of a schedule".into(),
            "nothing",
        ),
    }
}

/// What of ours is away.
fn absentee(actor: &Target) -> Option<(&'static str, String)> {
    let what = match (actor.kind.as_str(), actor.table) {
        ("Practitioner" | "PractitionerRole", _) => "clinician",
        ("Patient", _) => "patient",
        ("Location", Some("rooms")) => "room",
        ("Location", Some("sites")) => "site",
        _ => return None,
    };
    Some((what, actor.id.clone()))
}

/// Hours of a week in which a clinician has a slot, for one of whom nothing else says them.
fn works(cx: &mut Context, clinician: &str, start: DateTime, end: DateTime) {
    let Some(row) = cx.row("clinicians", clinician).filter(|row| !row.is_ours()) else {
        return;
    };
    let is_from_slots = row.text("hours").is_none() || row.get(FROM_SLOTS).is_some();
    let minutes = end.minutes_since(start.date());
    if !is_from_slots || minutes <= start.minute_of_day() || minutes > 2 * DAY_MIN {
        return;
    }
    let known = row
        .text("hours")
        .and_then(|text| text.parse::<crate::model::calendar::WeekHours>().ok());
    let mut windows = known.map(|hours| hours.windows().to_vec()).unwrap_or_default();
    windows.extend(on_day(
        start.date().weekday(),
        start.minute_of_day(),
        end.minute_of_day(),
    ));
    if let Some(hours) = hours_text(windows) {
        row.replace("hours", hours);
        row.replace(FROM_SLOTS, true);
    }
}

/// Marks hours that were made of slots; no column, so nothing of it is kept.
const FROM_SLOTS: &str = "hours from slots";

/// Who takes part.
#[derive(Default)]
struct Parties {
    patients: Vec<(String, Row)>,
    clinicians: Vec<Value>,
    room: Option<String>,
    at_home: bool,
}

/// A session of the schedule.
pub(super) fn appointment(cx: &mut Context, element: &Element) {
    let mut row = cx.start("appointments", element);
    let id = row.text("id").map(String::from).unwrap_or_default();
    let parties = parties(cx, element, &id);
    let start = cx.time(element, "start");
    let end = cx.time(element, "end");
    if start.is_none() && row.get("start").is_none() {
        cx.count(
            "fhir.no_start",
            "it has no start yet".into(),
            "nothing: it was left out until it has one",
        );
        return;
    }
    row.set("start", start.map(|start| start.to_string()));
    row.set("minutes", element.whole("minutesDuration"));
    if !row.is_ours()
        && let (Some(start), Some(end)) = (start, end)
    {
        row.set("minutes", Some(minutes_between(start, end)));
    }
    status(cx, element, &mut row);
    let hint = Hint {
        is_group: parties.patients.len() > 1,
        minutes: row.get("minutes").and_then(Value::as_i64),
    };
    let mut concepts = element.all("serviceType");
    if !row.is_ours() {
        concepts.extend(element.all("specialty"));
        concepts.extend(element.child("appointmentType"));
        concepts.extend(element.all("serviceCategory"));
    }
    row.set(
        "service",
        service_of(cx, &concepts, Some(hint).filter(|_| row.get("service").is_none())),
    );
    row.set(
        "confirmed",
        cx.time(element, "created").map(|moment| moment.to_string()),
    );
    let order = element.all("basedOn").into_iter().find_map(|order| cx.resolve(&order));
    row.set(
        "order",
        order
            .filter(|order| order.table != Some("referrals"))
            .map(|order| order.id),
    );
    let kind = element.child("appointmentType");
    let is_emergency = kind.is_some_and(|kind| kind.code(APPOINTMENT_TYPE) == Some("EMERGENCY"));
    row.set("emergency", is_emergency.then_some(true));
    row.set("room", parties.room);
    row.set("modality", parties.at_home.then_some("home"));
    let seats = take_patients(&mut row, parties.patients);
    row.set("clinicians", Some(Value::Array(parties.clinicians)));
    cx.keep("appointments", row);
    for seat in seats {
        cx.keep("attendances", seat);
    }
}

/// Minutes from one moment to another, within the range of [`DateTime::minutes_since`].
pub(super) fn minutes_between(start: DateTime, end: DateTime) -> i64 {
    i64::from(end.minutes_since(start.date())) - i64::from(start.minute_of_day())
}

/// One patient alone is the appointment's; seats of ours, and those of several patients, stay seats.
fn take_patients(row: &mut Row, patients: Vec<(String, Row)>) -> Vec<Row> {
    let (seats, single): (Vec<_>, Vec<_>) = patients.into_iter().partition(|(_, seat)| seat.is_ours());
    let mut seats: Vec<Row> = seats.into_iter().map(|(_, seat)| seat).collect();
    match single.len() {
        0 => {}
        1 => row.set("patient", single.into_iter().next().map(|(id, _)| id)),
        _ => {
            let status = row.text("status").map(String::from);
            seats.extend(single.into_iter().map(|(_, mut seat)| {
                seat.set("status", status.as_deref());
                seat
            }));
        }
    }
    seats
}

fn parties(cx: &mut Context, element: &Element, appointment: &str) -> Parties {
    let mut found = Parties::default();
    for participant in element.all("participant") {
        let mut seat = cx.inner("attendances", &participant);
        let actor = participant.child("actor").and_then(|actor| cx.resolve(&actor));
        let has_declined = participant.text("status") == Some("declined");
        match actor {
            Some(actor) if actor.kind == "Patient" => {
                seat.set("appointment", Some(appointment));
                seat.set("patient", Some(actor.id.as_str()));
                let cancelled = (has_declined && !seat.is_ours()).then_some("cancelled");
                seat.set("status", cancelled);
                found.patients.push((actor.id, seat));
            }
            None if seat.is_ours() => {
                seat.set("appointment", Some(appointment));
                found.patients.push((String::new(), seat));
            }
            Some(actor) if is_clinician(&actor) && !has_declined => found.clinicians.push(actor.id.into()),
            Some(actor) if actor.kind == "Location" => match actor.table {
                Some("sites") => {}
                Some("rooms") => found.room = found.room.or(Some(actor.id)),
                _ => found.at_home |= is_home(cx, &participant),
            },
            _ => {}
        }
    }
    found
}

/// True if the place is somebody's house.
fn is_home(cx: &Context, participant: &Element) -> bool {
    let at = participant.child("actor").and_then(|actor| cx.place_of(&actor));
    at.is_some_and(|at| super::places::is_house(cx, at))
}

/// What became of it, who cancelled it and when.
fn status(cx: &mut Context, element: &Element, row: &mut Row) {
    let code = element.text("status");
    if !row.is_ours() || row.get("status").is_none() {
        row.set("status", code.and_then(|code| word_of(STATUS, code)));
    }
    if row.text("status") != Some("cancelled") {
        return;
    }
    let reason = element.child("cancelationReason");
    let who = reason.and_then(|reason| reason.code(CANCELLATION));
    // `pat-crs` and its like are reasons of the patient.
    row.set(
        "changed_by",
        who.and_then(|code| word_of(CANCELLED_BY, code.get(..code.find('-').unwrap_or(code.len()))?)),
    );
    if !row.is_ours() {
        let updated = element.child("meta").and_then(|meta| cx.time(&meta, "lastUpdated"));
        row.set("changed", updated.map(|moment| moment.to_string()));
    }
}

/// What somebody answered: a patient who accepts makes a proposal booked, one who declines cancels.
pub(super) fn response(cx: &mut Context, element: &Element) {
    let answer = element.text("participantStatus");
    let appointment = cx.id_of(element, "appointment", &["Appointment"]);
    let actor = element.child("actor").and_then(|actor| cx.resolve(&actor));
    let (Some(appointment), Some(actor)) = (appointment, actor) else {
        cx.count("fhir.nobody", "it names no appointment or nobody".into(), "give both");
        return;
    };
    let (is_patient, answer) = (actor.kind == "Patient", answer.unwrap_or_default());
    if !is_patient || !["accepted", "declined"].contains(&answer) {
        cx.count(
            "fhir.not_used",
            "only a patient's yes or no changes an appointment".into(),
            "nothing",
        );
        return;
    }
    let seats = cx.rows.get_mut("attendances").into_iter().flatten();
    let is_seat =
        |row: &&mut Row| row.text("appointment") == Some(&appointment) && row.text("patient") == Some(&actor.id);
    let seat = seats.filter(|row| !row.is_ours()).find(is_seat);
    if let Some(seat) = seat {
        reply(seat, answer);
    } else if let Some(row) = cx.row("appointments", &appointment)
        && row.text("patient") == Some(&actor.id)
    {
        reply(row, answer);
    }
}

fn reply(row: &mut Row, answer: &str) {
    match (answer, row.text("status")) {
        ("accepted", Some("proposed" | "waitlist")) => row.replace("status", "booked"),
        ("declined", Some("proposed" | "waitlist" | "booked")) => {
            row.replace("status", "cancelled");
            row.replace("changed_by", "patient");
        }
        _ => {}
    }
}
