//! Workload strain: what the schedule asks of people. An index of visible parts, never a probability of anything.

use std::collections::BTreeMap;

use super::event::Event;
use super::outcome::{Computed, Outcome, none};
use super::value::IndicatorUnit;
use super::view::View;
use super::workload::commitments;
use crate::stats;

/// One part of the index.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StrainComponent {
    /// What it is.
    pub name: &'static str,
    /// Its weight, more than 0.
    pub weight: f64,
    /// 0 = none of it, 1 = as much as is counted; `None` if it is not known.
    pub level: Option<f64>,
}

/// 100 times the weighted mean of the levels that are known; `None` if none is.
pub fn strain_index(components: &[StrainComponent]) -> Option<f64> {
    let known = components
        .iter()
        .filter_map(|part| Some((part.weight, part.level?.clamp(0.0, 1.0))));
    let (weights, weighted): (Vec<f64>, Vec<f64>) = known.map(|(weight, level)| (weight, weight * level)).unzip();
    let total = stats::sum(&weights);
    (total > 0.0).then(|| 100.0 * stats::sum(&weighted) / total)
}

/// Hours a week above 40 at which the overtime part is full: the step at 12 hours [BAE].
const FULL_OVERTIME_HOURS: f64 = 12.0;
/// A day longer than this is long [STIM].
const LONG_DAY_MIN: i32 = 600;
/// After-hours documentation a week at which its part is full [KLAS].
const FULL_AFTER_HOURS: f64 = 5.0;

/// What one clinician's days of the period amount to.
#[derive(Default)]
struct Load {
    worked: i64,
    after_hours: Option<i64>,
    days: usize,
    long_days: usize,
}

fn loads<'v>(view: &'v View) -> BTreeMap<&'v str, Load> {
    let mut loads: BTreeMap<&str, Load> = BTreeMap::new();
    for day in view.clinician_days().filter(|day| day.worked > 0) {
        let load = loads.entry(&day.clinician.id).or_default();
        load.worked += i64::from(day.worked);
        load.days += 1;
        load.long_days += usize::from(day.worked > LONG_DAY_MIN);
        if let Some(minutes) = day.after_hours {
            *load.after_hours.get_or_insert(0) += i64::from(minutes);
        }
    }
    loads
}

/// The mean of a level over clinicians.
fn team(loads: &BTreeMap<&str, Load>, level: impl Fn(&Load) -> Option<f64>) -> Option<f64> {
    let levels: Vec<f64> = loads
        .values()
        .filter_map(level)
        .map(|level| level.clamp(0.0, 1.0))
        .collect();
    stats::mean(&levels)
}

/// The share of pairs of neighboring commitments with less than a short break between them [ALBU].
fn without_break(view: &View) -> Option<f64> {
    let least = view.rule("break.minutes").unwrap_or(0.0) as i32;
    let (mut pairs, mut tight) = (0, 0);
    for spans in commitments(view).values() {
        for pair in spans.windows(2) {
            let [before, next] = pair else { continue };
            pairs += 1;
            tight += usize::from(next.0 - next.2 - before.1 < least);
        }
    }
    (pairs > 0).then(|| tight as f64 / pairs as f64)
}

/// The share of visits with a high-acuity patient or a demanding service.
fn high_acuity(view: &View) -> Option<f64> {
    let high = view.rule("acuity.high").unwrap_or(f64::MAX);
    let demanding = |event: &&Event| {
        let severe = event.seats.iter().any(|seat| f64::from(seat.patient.acuity) >= high);
        event.service.high_acuity || severe
    };
    let all = view.visits().count();
    (all > 0).then(|| view.visits().filter(demanding).count() as f64 / all as f64)
}

/// Patients in care as a share of the cap, over clinicians who have one.
fn caseload(view: &View) -> Option<f64> {
    let mut seen: BTreeMap<&str, std::collections::BTreeSet<&str>> = BTreeMap::new();
    for event in view.visits() {
        for share in &event.shares {
            let patients = event.seats.iter().map(|seat| seat.patient.id.as_str());
            seen.entry(&share.clinician.id).or_default().extend(patients);
        }
    }
    let shares: Vec<f64> = view
        .clinic
        .clinicians
        .iter()
        .filter_map(|row| {
            let cap = f64::from(row.caseload_cap.filter(|&cap| cap > 0)?);
            let patients = seen.get(row.id.as_str()).map_or(0, |patients| patients.len());
            Some((patients as f64 / cap).min(1.0))
        })
        .collect();
    stats::mean(&shares)
}

/// K25. Weights are our choice: the parts with the strongest published link count double, caseload half [JOHN][GREEN].
pub(super) fn strain(view: &View) -> Computed {
    let loads = loads(view);
    let weeks = view.weeks();
    let weekly = |minutes: i64| minutes as f64 / 60.0 / weeks;
    let part = |name, weight, level| StrainComponent { name, weight, level };
    let parts = [
        part(
            "hours above 40 a week",
            2.0,
            team(&loads, |load| Some((weekly(load.worked) - 40.0) / FULL_OVERTIME_HOURS)),
        ),
        part(
            "days above 10 hours",
            2.0,
            team(&loads, |load| Some(load.long_days as f64 / load.days as f64)),
        ),
        part(
            "after-hours documentation",
            1.0,
            team(&loads, |load| {
                load.after_hours.map(|minutes| weekly(minutes) / FULL_AFTER_HOURS)
            }),
        ),
        part("sessions without a break between", 1.0, without_break(view)),
        part("high-acuity visits", 1.0, high_acuity(view)),
        part("caseload against its cap", 0.5, caseload(view)),
    ];
    let index = strain_index(&parts).ok_or_else(|| {
        none(
            "none of the parts is known",
            "staff days, visits or caseload caps in the period",
        )
    })?;
    let mut outcome = Outcome::plain(index, loads.len());
    for part in &parts {
        outcome = outcome
            .figure(part.name, IndicatorUnit::Share, part.level)
            .note(part.level.is_none(), &format!("not known: {}", part.name));
    }
    Ok(outcome.note(true, "of the whole team; not a probability of burnout"))
}
