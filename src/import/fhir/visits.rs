//! Encounter to what took place: with its Appointment, alone, or as an inpatient stay.

use serde_json::Value;

use crate::model::fhir::{ACT_CODE, VISIT_CLASS, VISIT_STATUS, word_of};

use super::context::Context;
use super::element::Element;
use super::people::is_clinician;
use super::places::{Hint, service_of};
use super::row::Row;
use super::schedule::minutes_between;

/// Classes of stays in hospital [R4, v3-ActEncounterCode].
const STAYS: [&str; 4] = ["IMP", "ACUTE", "NONAC", "OBSENC"];

/// A stay, or a visit.
pub(super) fn encounter(cx: &mut Context, element: &Element) {
    let class = element.child("class");
    let code = class.and_then(|class| class.text("code"));
    let system = class.and_then(|class| class.text("system"));
    let code = code
        .filter(|_| system.is_none_or(|system| system == ACT_CODE))
        .unwrap_or_default();
    if STAYS.contains(&code) {
        stay(cx, element);
    } else if code == "EMER" || code == "PRENC" {
        cx.count(
            "fhir.not_used",
            "emergency departments and visits before admission are not planned".into(),
            "nothing",
        );
    } else {
        visit(cx, element, code);
    }
}

fn stay(cx: &mut Context, element: &Element) {
    let status = element.text("status").unwrap_or_default();
    if ["planned", "cancelled", "entered-in-error"].contains(&status) {
        cx.count(
            "fhir.not_active",
            "it is planned, cancelled or an error".into(),
            "nothing",
        );
        return;
    }
    let mut row = cx.start("stays", element);
    row.set("patient", cx.id_of(element, "subject", &["Patient"]));
    if let Some(period) = element.child("period") {
        row.set("admitted", cx.date(&period, "start").map(|date| date.to_string()));
        row.set("discharged", cx.date(&period, "end").map(|date| date.to_string()));
    }
    cx.keep("stays", row);
}

/// Start and length of what took place; of the period, else of the length that is told.
fn times(cx: &mut Context, element: &Element) -> (Option<String>, Option<i64>) {
    let period = element.child("period");
    let start = period.and_then(|period| cx.time(&period, "start"));
    let end = period.and_then(|period| cx.time(&period, "end"));
    let between = start.zip(end).map(|(start, end)| minutes_between(start, end));
    let length = element
        .child("length")
        .filter(|length| length.text("code") == Some("min"));
    let minutes = between
        .filter(|minutes| *minutes > 0)
        .or_else(|| length?.whole("value"));
    (start.map(|start| start.to_string()), minutes)
}

fn visit(cx: &mut Context, element: &Element, class: &str) {
    let status = element.text("status").and_then(|code| word_of(VISIT_STATUS, code));
    let modality = word_of(VISIT_CLASS, class);
    let (start, minutes) = times(cx, element);
    let booked = element
        .first("appointment")
        .and_then(|appointment| cx.resolve(&appointment));
    if let Some(row) = booked.and_then(|booked| cx.row("appointments", &booked.id)) {
        // What took place counts, not what was booked.
        let actual = [
            ("status", status.map(Value::from)),
            ("start", start.map(Value::from)),
            ("minutes", minutes.map(Value::from)),
            ("modality", modality.map(Value::from)),
        ];
        for (column, value) in actual {
            if let Some(value) = value {
                row.replace(column, value);
            }
        }
        return;
    }
    if start.is_none() {
        cx.count("fhir.no_start", "it has no start".into(), "nothing: it was left out");
        return;
    }
    let mut row = cx.start("appointments", element);
    row.set("start", start);
    row.set("minutes", minutes);
    row.set("status", status);
    row.set("modality", modality);
    row.set("patient", cx.id_of(element, "subject", &["Patient"]));
    let mut concepts: Vec<Element> = element.child("serviceType").into_iter().collect();
    concepts.extend(element.all("type"));
    let hint = Hint {
        is_group: false,
        minutes,
    };
    row.set("service", service_of(cx, &concepts, Some(hint)));
    people_and_room(cx, element, &mut row);
    cx.keep("appointments", row);
}

fn people_and_room(cx: &mut Context, element: &Element, row: &mut Row) {
    let mut clinicians = Vec::new();
    for participant in element.all("participant") {
        let who = participant.child("individual").and_then(|who| cx.resolve(&who));
        clinicians.extend(who.filter(is_clinician).map(|who| Value::from(who.id)));
    }
    row.set("clinicians", Some(Value::Array(clinicians)));
    for place in element.all("location") {
        let place = place.child("location").and_then(|place| cx.resolve(&place));
        row.set(
            "room",
            place.filter(|place| place.table == Some("rooms")).map(|place| place.id),
        );
    }
    let order = element.all("basedOn").into_iter().find_map(|order| cx.resolve(&order));
    row.set(
        "order",
        order
            .filter(|order| order.table == Some("orders"))
            .map(|order| order.id),
    );
}
