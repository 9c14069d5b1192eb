//! How clinicians' time is used: visits, travel, documentation, utilization, idle, direct care, points.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{ClinicianDay, Event};
use super::outcome::{Computed, Outcome, needs_history, none};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::{Billing, Kind};
use crate::order::{Arrange, IntoOrdered};
use crate::stats;

/// Paid minutes from which a day without visits is a clinician-day (definition of visits per day).
const WORKED_DAY_MIN: i32 = 240;

/// Bookable minutes may not be exceeded; above this the data is wrong.
const FULL: f64 = 1.0;

fn no_staff_days() -> super::NotComputable {
    none(
        "no paid time is known for the period",
        "rows in `staff_days`, or clinicians with contract hours",
    )
}

/// Ids of clinician-days.
fn day_ids<'v>(view: &'v View, days: impl Iterator<Item = &'v ClinicianDay<'v>>) -> Vec<String> {
    days.map(|day| view.day_id(&day.clinician.id, day.day)).collect()
}

fn ids<'v>(events: &[&Event<'v>]) -> Vec<String> {
    events.iter().map(|event| event.id.into()).collect()
}

/// Clinician-days: with a visit, or paid for at least half a day.
pub(super) fn worked_days<'v>(view: &'v View) -> BTreeSet<(&'v str, i32)> {
    let visited = view.visits().flat_map(|event| {
        let day = event.start.div_euclid(DAY_MIN);
        event.shares.iter().map(move |share| (share.clinician.id.as_str(), day))
    });
    let paid = view
        .clinician_days()
        .filter(|day| day.paid - day.leave >= WORKED_DAY_MIN)
        .map(|day| (day.clinician.id.as_str(), day.day));
    visited.chain(paid).into_set()
}

/// K1.
pub(super) fn visits_per_day(view: &View) -> Computed {
    let visits: Vec<&Event> = view.visits().collect();
    let count: usize = visits.iter().map(|event| event.shares.len()).sum();
    let days = worked_days(view);
    Ok(Outcome::ratio(
        count as f64,
        days.len() as f64,
        count,
        "clinician-days with a visit or half a day's pay",
    )?
    .note(!view.is_history(), "booked visits of the plan")
    .over(view.session_table(), ids(&visits))
    .under(
        "staff_days",
        days.into_iter().map(|(clinician, day)| view.day_id(clinician, day)),
    ))
}

/// K2.
pub(super) fn travel_share(view: &View) -> Computed {
    let travel: i64 = view.clinician_days().map(|day| i64::from(day.travel)).sum();
    let paid = view.paid();
    if paid == 0 {
        return Err(no_staff_days());
    }
    let traveling = view.clinician_days().filter(|day| day.travel > 0);
    Ok(
        Outcome::ratio(travel as f64, paid as f64, view.clinician_days().count(), "paid time")?
            .note(
                view.travel_estimated,
                "some travel times are estimates from coordinates",
            )
            .over("staff_days", day_ids(view, traveling))
            .under("staff_days", day_ids(view, view.clinician_days())),
    )
}

/// K4.
pub(super) fn documentation(view: &View) -> Computed {
    if !view.is_history() {
        return Err(needs_history());
    }
    let visits: Vec<&Event> = view.visits().collect();
    let recorded: Vec<&Event> = visits
        .iter()
        .copied()
        .filter(|event| minutes_recorded(event).is_some())
        .collect();
    let minutes: Vec<f64> = recorded
        .iter()
        .filter_map(|event| minutes_recorded(event))
        .map(f64::from)
        .collect();
    let total = stats::sum(&minutes);
    let after: i32 = recorded.iter().filter_map(|event| event.row?.after_hours_min).sum();
    Ok(Outcome::ratio(
        total,
        recorded.len() as f64,
        recorded.len(),
        "completed visits with recorded documentation",
    )?
    .with_quantiles(&minutes)
    .share("share of visits recorded", recorded.len() as f64, visits.len() as f64)
    .share("share after hours", f64::from(after), total)
    .left_out(
        "completed visit without a recorded value",
        visits.len() - recorded.len(),
    )
    .under("appointments", ids(&recorded)))
}

fn minutes_recorded(event: &Event) -> Option<i32> {
    event.row?.documentation_min
}

fn is_billable(event: &Event) -> bool {
    event.is_visit() && event.service.billing != Billing::None
}

fn minutes_of(events: &[&Event]) -> f64 {
    events.iter().map(|event| event.clinician_minutes()).sum::<i64>() as f64
}

/// K14.
pub(super) fn utilization(view: &View) -> Computed {
    let options = &view.options;
    let bookable: i64 = view
        .clinician_days()
        .map(|day| {
            let out = i32::from(options.leave_out_leave) * day.leave
                + i32::from(options.leave_out_meetings) * day.meeting
                + i32::from(options.leave_out_protected) * day.protected;
            i64::from((day.paid - out).max(0))
        })
        .sum();
    let booked: Vec<&Event> = view
        .sessions()
        .filter(|event| is_billable(event) && event.class.is_booked())
        .collect();
    let delivered: Vec<&Event> = booked
        .iter()
        .copied()
        .filter(|event| view.is_done(event.class))
        .collect();
    if bookable == 0 {
        return Err(no_staff_days());
    }
    let (booked_min, delivered_min) = (minutes_of(&booked), minutes_of(&delivered));
    let share = booked_min / bookable as f64;
    let outcome = Outcome::ratio(booked_min, bookable as f64, booked.len(), "bookable time")?
        .note(
            share > FULL,
            "more than all bookable time: appointments and staff days do not fit together",
        )
        .over(view.session_table(), ids(&booked))
        .under("staff_days", day_ids(view, view.clinician_days()));
    Ok(match view.is_history() {
        true => outcome.share("delivered", delivered_min, bookable as f64),
        false => outcome,
    })
}

/// K15.
pub(super) fn billable_hours(view: &View) -> Computed {
    let billed: Vec<&Event> = view.visits().filter(|event| is_billable(event)).collect();
    let paid = view.paid();
    if paid == 0 {
        return Err(no_staff_days());
    }
    // 40 hours are one full-time week.
    Ok(Outcome::ratio(
        minutes_of(&billed) / 60.0,
        paid as f64 / 60.0 / 40.0,
        billed.len(),
        "paid time",
    )?
    .note(!view.is_history(), "booked hours of the plan")
    .over(view.session_table(), ids(&billed))
    .under("staff_days", day_ids(view, view.clinician_days())))
}

/// K24.
pub(super) fn direct_care(view: &View) -> Computed {
    let visits: Vec<&Event> = view.visits().collect();
    let paid = view.paid();
    if paid == 0 {
        return Err(no_staff_days());
    }
    Ok(
        Outcome::ratio(minutes_of(&visits), paid as f64, visits.len(), "paid time")?
            .note(!view.is_history(), "booked minutes of the plan")
            .over(view.session_table(), ids(&visits))
            .under("staff_days", day_ids(view, view.clinician_days())),
    )
}

/// K35.
pub(super) fn points_per_day(view: &View) -> Computed {
    let visits: Vec<&Event> = view.visits().collect();
    let points: Vec<f64> = visits
        .iter()
        .flat_map(|event| event.shares.iter().map(|_| event.service.points))
        .collect();
    let days = worked_days(view);
    Ok(
        Outcome::ratio(stats::sum(&points), days.len() as f64, visits.len(), "clinician-days")?
            .over(view.session_table(), ids(&visits))
            .under(
                "staff_days",
                days.into_iter().map(|(clinician, day)| view.day_id(clinician, day)),
            ),
    )
}

/// One clinician's commitments of a day: start with the minutes before, end with those after, way to it, id.
pub(super) type Commitment<'v> = (i32, i32, i32, &'v str);

pub(super) fn commitments<'v>(view: &'v View) -> BTreeMap<(&'v str, i32), Vec<Commitment<'v>>> {
    let mut of_day: BTreeMap<(&str, i32), Vec<Commitment>> = BTreeMap::new();
    for event in view.sessions().filter(|event| event.class.is_booked()) {
        for share in &event.shares {
            let span = (
                share.start - event.service.before_min,
                share.start + share.minutes + event.service.after_min,
                share.travel,
                event.id,
            );
            let day = event.start.div_euclid(DAY_MIN);
            of_day.entry((&share.clinician.id, day)).or_default().push(span);
        }
    }
    of_day.values_mut().for_each(|spans| spans.arrange());
    of_day
}

/// Gaps of one day, as (from, to) without the way to the next commitment.
fn gaps(spans: &[Commitment]) -> Vec<(i32, i32)> {
    let mut end = i32::MIN;
    let mut found = Vec::new();
    for &(from, to, travel, _) in spans {
        if end > i32::MIN && from - travel > end {
            found.push((end, from - travel));
        }
        end = end.max(to);
    }
    found
}

/// True for a gap that serves as lunch break: as long as one, within the lunch hours.
fn is_lunch(view: &View, gap: (i32, i32)) -> bool {
    let rule = |id| view.rule(id).unwrap_or(0.0) as i32;
    let midnight = gap.0.div_euclid(DAY_MIN) * DAY_MIN;
    let within = gap.1.min(midnight + rule("lunch.to")) - gap.0.max(midnight + rule("lunch.from"));
    within >= rule("lunch.minutes").max(1)
}

/// K17.
pub(super) fn fragmented_idle(view: &View) -> Computed {
    let bookable = view
        .clinic
        .services
        .iter()
        .filter(|service| service.kind != Kind::Shift);
    let Some(shortest) = bookable.map(|service| service.minutes).min() else {
        return Err(none("there is no service to book", "rows in `services`"));
    };
    let (mut idle, mut days) = (0, Vec::new());
    for ((clinician, day), spans) in commitments(view) {
        let mut gaps = gaps(&spans);
        if let Some(lunch) = gaps.iter().position(|&gap| is_lunch(view, gap)) {
            gaps.remove(lunch);
        }
        let short: i32 = gaps.iter().map(|gap| gap.1 - gap.0).filter(|&gap| gap < shortest).sum();
        if short > 0 {
            days.push(view.day_id(clinician, day));
        }
        idle += i64::from(short);
    }
    let paid = view.paid();
    if paid == 0 {
        return Err(no_staff_days());
    }
    Ok(Outcome::ratio(idle as f64, paid as f64, days.len(), "paid time")?
        .figure("fragmented idle", IndicatorUnit::Minutes, idle as f64)
        .figure("shortest bookable session", IndicatorUnit::Minutes, f64::from(shortest))
        .over("staff_days", days)
        .under("staff_days", day_ids(view, view.clinician_days())))
}
