//! How long people wait, and what it takes to place them.

use std::collections::BTreeMap;

use super::event::Class;
use super::outcome::{Computed, Outcome, Tally, needs_history, none, nothing, rows};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::calendar::DateTime;
use crate::model::clinic::Referral;
use crate::order::Arrange;
use crate::stats;

/// The initial visit is due within 48 hours [484.55]; intake within 48 hours is also the attendance target [FEST].
const FIRST_VISIT_HOURS: f64 = 48.0;

/// An emergency is to start within 30 minutes (our choice).
const EMERGENCY_MIN: i64 = 30;

/// Start of the first visit of a referral: as recorded, or as planned.
fn first_visit(view: &View, referral: &Referral) -> Option<DateTime> {
    let recorded = referral.first_visit.filter(|&visit| view.minute(visit) < view.now);
    if recorded.is_some() || view.is_history() {
        return recorded;
    }
    let patient = referral.patient.as_deref()?;
    // What is booked between the document's moment and the horizon is as good as planned.
    let today = view.minute(view.clinic.settings.as_of);
    let planned = view
        .events
        .iter()
        .filter(|event| event.start >= today && event.is_visit() && view.is_done(event.class))
        .find(|event| event.seats.iter().any(|seat| seat.patient.id == patient))?;
    Some(view.origin.at_minute(planned.start))
}

/// True if a referral belongs to the period: it came in then, or it is still open when a plan is made.
fn is_asked(view: &View, referral: &Referral) -> bool {
    let asked = match view.is_history() {
        true => view.covers(view.minute(referral.requested)),
        false => referral.first_visit.is_none() && referral.closed.is_none(),
    };
    asked && view.includes(referral.patient.as_deref())
}

/// K3.
pub(super) fn first_visit_wait(view: &View) -> Computed {
    let (mut waits, mut done) = (Vec::new(), Vec::new());
    let (mut within, mut undecided, mut closed) = (Tally::default(), 0, 0);
    let mut asked: Vec<&Referral> = view.clinic.referrals.iter().filter(|row| is_asked(view, row)).collect();
    asked.arrange_by_key(|row| (row.requested, &row.id));
    for referral in asked {
        let hours_until = |moment| view.zone.elapsed(referral.requested, moment) as f64 / 60.0;
        let visit = first_visit(view, referral).map(hours_until);
        let end = referral.closed.filter(|&end| view.minute(end) < view.now);
        let watched = hours_until(end.unwrap_or(view.origin.at_minute(view.now)));
        match visit {
            Some(hours) => {
                waits.push(hours);
                done.push(referral.id.clone());
                within.add(hours <= FIRST_VISIT_HOURS, &referral.id);
            }
            None if watched > FIRST_VISIT_HOURS => within.add(false, &referral.id),
            None if end.is_some() => closed += 1,
            None => undecided += 1,
        }
    }
    let decided = rows("referrals", done);
    let hits = (within.hits() as f64, within.all() as f64);
    let Some(outcome) = Outcome::times(&waits) else {
        return Err(nothing("referrals with a first visit"));
    };
    Ok(outcome
        .share("within 48 h", hits.0, hits.1)
        .note(
            !view.zone.is_known(),
            "hours on the clock: the time zone's daylight-saving rule is not known here",
        )
        .left_out("open for less than 48 h: not decided yet", undecided)
        .left_out("closed within 48 h without a visit", closed)
        .over("referrals", decided.ids.clone())
        .under("referrals", decided.ids))
}

/// Hours from a patient's first referral of the period to the first visit, or as long as it has been watched without
/// one: to its closing or to now.
pub(super) fn waits_of_patients<'v>(view: &'v View) -> BTreeMap<&'v str, f64> {
    let mut asked: Vec<&Referral> = view.clinic.referrals.iter().filter(|row| is_asked(view, row)).collect();
    asked.arrange_by_key(|row| (row.requested, &row.id));
    let mut waits = BTreeMap::new();
    for referral in asked {
        let Some(patient) = referral
            .patient
            .as_deref()
            .filter(|id| view.index.patients.contains_key(id))
        else {
            continue;
        };
        let closed = referral.closed.filter(|&end| view.minute(end) < view.now);
        let end = first_visit(view, referral).or(closed);
        let end = end.unwrap_or(view.origin.at_minute(view.now));
        let hours = view.zone.elapsed(referral.requested, end) as f64 / 60.0;
        waits.entry(patient).or_insert(hours);
    }
    waits
}

/// K20.
pub(super) fn scheduling_time(view: &View) -> Computed {
    if !view.is_history() {
        return Err(needs_history());
    }
    let rows: Vec<_> = view
        .clinic
        .scheduling_work
        .iter()
        .filter(|row| view.covers_date(row.week))
        .collect();
    let mut weeks: Vec<String> = rows.iter().map(|row| row.week.to_string()).collect();
    weeks.arrange();
    weeks.dedup();
    let hours: Vec<f64> = rows.iter().map(|row| row.hours).collect();
    Ok(Outcome::ratio(
        stats::sum(&hours),
        weeks.len() as f64,
        rows.len(),
        "weeks with reported scheduling work",
    )?
    .note(true, "self-reported")
    .under("scheduling_work", weeks))
}

/// K21.
pub(super) fn placement_time(view: &View) -> Computed {
    if !view.is_history() {
        return Err(needs_history());
    }
    let (mut minutes, mut ids, mut odd) = (Vec::new(), Vec::new(), 0);
    for event in view.sessions() {
        let Some((asked, agreed)) = event.row.and_then(|row| row.requested.zip(row.confirmed)) else {
            continue;
        };
        match view.zone.elapsed(asked, agreed) {
            taken if taken < 0 => odd += 1,
            taken => {
                minutes.push(taken as f64);
                ids.push(event.id.to_string());
            }
        }
    }
    let outcome = Outcome::times(&minutes).ok_or_else(|| nothing("sessions with a request and a confirmation"))?;
    Ok(outcome
        .left_out("confirmed before it was requested", odd)
        .under("appointments", ids))
}

/// An emergency: when it was asked for, when it started.
type Emergencies<'v> = BTreeMap<(DateTime, &'v str), (Option<DateTime>, String)>;

fn emergencies<'v>(view: &'v View) -> Emergencies<'v> {
    let mut found: Emergencies = BTreeMap::new();
    for row in view
        .clinic
        .referrals
        .iter()
        .filter(|row| row.emergency && view.covers(view.minute(row.requested)))
    {
        let who = row.patient.as_deref().unwrap_or(&row.id);
        found.insert((row.requested, who), (row.first_visit, format!("referrals {}", row.id)));
    }
    for event in view.sessions() {
        let Some(row) = event.row.filter(|row| row.emergency) else {
            continue;
        };
        let (Some(asked), Some(patient)) = (row.requested, row.patient.as_deref()) else {
            continue;
        };
        let placed = !matches!(event.class, Class::ProviderCancel | Class::Missed);
        let start = placed.then_some(row.start);
        let entry = found
            .entry((asked, patient))
            .or_insert((None, format!("appointments {}", row.id)));
        entry.0 = [entry.0, start].into_iter().flatten().min();
    }
    found
}

/// K23.
pub(super) fn emergency_placement(view: &View) -> Computed {
    if !view.is_history() {
        return Err(needs_history());
    }
    let (mut minutes, mut tally) = (Vec::new(), Tally::default());
    for ((asked, _), (start, id)) in emergencies(view) {
        let taken = start.map(|start| view.zone.elapsed(asked, start));
        minutes.extend(taken.map(|taken| taken as f64));
        tally.add(taken.is_some_and(|taken| taken <= EMERGENCY_MIN), id);
    }
    let unplaced = tally.all() - minutes.len();
    Ok(tally
        .proportion("appointments, referrals", "emergency requests")?
        .with_quantiles(&minutes)
        .figure(
            "median of those placed",
            IndicatorUnit::Minutes,
            stats::median(&minutes),
        )
        .figure("never placed", IndicatorUnit::Number, unplaced as f64))
}

/// K39: formulas are in [`crate::stats`]; there is no forecast among the tables.
pub(super) fn forecast_error(_: &View) -> Computed {
    Err(none(
        "there is no forecast in the clinic's data",
        "a forecast made before the period, with its intervals",
    ))
}

/// K40: formulas are in [`crate::stats`]; there are no predictions among the tables.
pub(super) fn calibration(_: &View) -> Computed {
    Err(none(
        "there are no predictions in the clinic's data",
        "predicted probabilities made before the visits they are about",
    ))
}
