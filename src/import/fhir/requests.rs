//! ServiceRequest to orders and referrals, the activities of a CarePlan to orders.

use serde_json::Value;

use crate::model::fhir::{PRIORITY, table_url, word_of};

use super::context::Context;
use super::element::Element;
use super::places::{Hint, service_of};
use super::row::Row;
use super::timing::{self, Frequency};

/// Days that an order lasts whose end nobody gives. Our choice: half a year.
const OPEN_DAYS: i32 = 182;

/// Kinds of requests that are not sessions of care [SNOMED CT]: laboratory, imaging, surgery.
const OTHER_CARE: [&str; 3] = ["108252007", "363679005", "387713003"];

/// An order, if it says when or how often; else a referral.
pub(super) fn request(cx: &mut Context, element: &Element) {
    let categories = element.all("category");
    let own = categories.iter().find_map(|category| category.code(&table_url("")));
    let is_live = |status: &str| ["active", "on-hold", "completed"].contains(&status);
    let is_order = element
        .text("intent")
        .is_none_or(|intent| intent.ends_with("order") || intent == "plan");
    let is_other = || {
        OTHER_CARE
            .iter()
            .any(|code| categories.iter().any(|category| category.has_code(code)))
    };
    if own.is_none() && (!element.text("status").is_none_or(is_live) || !is_order) {
        cx.count(
            "fhir.not_active",
            "it is a draft, withdrawn or no order".into(),
            "nothing",
        );
    } else if own.is_none() && is_other() {
        cx.count(
            "fhir.not_used",
            "laboratory, imaging and surgery are not planned".into(),
            "nothing",
        );
    } else if own == Some("orders") || (own.is_none() && has_times(element)) {
        order(cx, element);
    } else {
        referral(cx, element);
    }
}

fn has_times(element: &Element) -> bool {
    let occurrence = ["occurrenceTiming", "occurrencePeriod"];
    occurrence.iter().any(|name| element.child(name).is_some()) || element.text("occurrenceDateTime").is_some()
}

fn order(cx: &mut Context, element: &Element) {
    let mut row = cx.start("orders", element);
    row.set("patient", cx.id_of(element, "subject", &["Patient"]));
    let mut found = occurrence(cx, element);
    if found.per_week.is_none() {
        found.per_week = visits(element, &found);
    }
    let hint = Hint {
        is_group: false,
        minutes: found.minutes,
    };
    let service = element
        .child("code")
        .and_then(|code| service_of(cx, &[code], Some(hint)));
    row.set("service", service);
    row.set(
        "priority",
        element
            .text("priority")
            .and_then(|code| word_of(PRIORITY, code))
            .and_then(whole),
    );
    row.set(
        "requested",
        cx.time(element, "authoredOn").map(|moment| moment.to_string()),
    );
    fill(cx, &mut row, found);
    cx.keep("orders", row);
}

fn whole(text: &str) -> Option<i64> {
    text.parse().ok()
}

fn occurrence(cx: &mut Context, element: &Element) -> Frequency {
    if let Some(timing) = element.child("occurrenceTiming") {
        return timing::read(cx, &timing);
    }
    if let Some(period) = element.child("occurrencePeriod") {
        let (from, until) = (cx.date(&period, "start"), cx.date(&period, "end"));
        return Frequency {
            from,
            until,
            ..Frequency::default()
        };
    }
    let day = cx.date(element, "occurrenceDateTime");
    Frequency {
        per_week: day.map(|_| 1),
        from: day,
        until: day,
        ..Frequency::default()
    }
}

/// So many visits over the weeks of the order.
fn visits(element: &Element, found: &Frequency) -> Option<i64> {
    let quantity = element.child("quantityQuantity")?.whole("value")?;
    let days = i64::from(found.until?.days_since(found.from?)) + 1;
    let weeks = (days + 6) / 7;
    (weeks > 0 && quantity > 0).then(|| quantity.saturating_add(weeks - 1) / weeks)
}

/// What the times say, as columns. An order of ours is complete already.
fn fill(cx: &mut Context, row: &mut Row, found: Frequency) {
    row.set("per_week", found.per_week);
    row.set("from", found.from.map(|date| date.to_string()));
    row.set("until", found.until.map(|date| date.to_string()));
    row.set("minutes", found.minutes);
    if row.is_ours() {
        return;
    }
    row.set("min_days_between", found.min_days_between);
    row.set("hours", found.hours);
    let asked = row.text("requested").and_then(|text| text.get(..10)).map(String::from);
    row.set("from", asked);
    if row.get("until").is_none()
        && let Some(from) = row
            .text("from")
            .and_then(|text| text.parse::<crate::model::calendar::Date>().ok())
    {
        row.set("until", Some(from.plus_days(OPEN_DAYS - 1).to_string()));
        cx.count(
            "fhir.open_ended",
            format!("an order without an end is kept for {OPEN_DAYS} days"),
            "give its end",
        );
    }
}

fn referral(cx: &mut Context, element: &Element) {
    let mut row = cx.start("referrals", element);
    row.set("patient", cx.id_of(element, "subject", &["Patient"]));
    let hint = Hint {
        is_group: false,
        minutes: None,
    };
    let service = element
        .child("code")
        .and_then(|code| service_of(cx, &[code], Some(hint)));
    row.set("service", service);
    row.set(
        "requested",
        cx.time(element, "authoredOn").map(|moment| moment.to_string()),
    );
    let site = element.first("locationReference").and_then(|place| cx.resolve(&place));
    row.set(
        "site",
        site.filter(|target| target.kind == "Location").map(|target| target.id),
    );
    let is_urgent = element.text("priority").is_some_and(|priority| priority != "routine");
    row.set("emergency", is_urgent.then_some(true));
    cx.keep("referrals", row);
}

/// Orders that a plan of care holds itself; those that it only names are read where they stand.
pub(super) fn plan(cx: &mut Context, element: &Element) {
    if element
        .text("status")
        .is_some_and(|status| !["active", "on-hold", "completed"].contains(&status))
    {
        cx.count(
            "fhir.not_active",
            "it is a draft, withdrawn or an error".into(),
            "nothing",
        );
        return;
    }
    let patient = cx.id_of(element, "subject", &["Patient"]);
    let period = element.child("period");
    let from = period.and_then(|period| cx.date(&period, "start"));
    let until = period.and_then(|period| cx.date(&period, "end"));
    for (at, activity) in element.all("activity").into_iter().enumerate() {
        let Some(detail) = activity.child("detail") else {
            continue;
        };
        let is_session = detail
            .text("kind")
            .is_none_or(|kind| ["ServiceRequest", "Appointment"].contains(&kind));
        let is_over = detail
            .text("status")
            .is_some_and(|status| ["cancelled", "stopped", "entered-in-error"].contains(&status));
        let Some(timing) = detail.child("scheduledTiming").filter(|_| is_session && !is_over) else {
            cx.count(
                "fhir.activity_not_read",
                "an activity is no session or says no times".into(),
                "nothing",
            );
            continue;
        };
        let mut found = timing::read(cx, &timing);
        (found.from, found.until) = (found.from.or(from), found.until.or(until));
        let hint = Hint {
            is_group: false,
            minutes: found.minutes,
        };
        let service = detail
            .child("code")
            .and_then(|code| service_of(cx, &[code], Some(hint)));
        let id = format!("{}-{}", cx.id(), at + 1);
        let mut row = Row::made(cx.here(), vec![("id", Value::from(id))]);
        row.set("patient", patient.as_deref());
        row.set("service", service);
        fill(cx, &mut row, found);
        cx.keep("orders", row);
    }
}
