//! What a period asks of each clinician, counted once for everything that shows strain.

use std::collections::{BTreeMap, BTreeSet};

use crate::kpi::event::{Class, Event, Seat};
use crate::kpi::view::View;
use crate::kpi::workload::commitments;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::Party;

/// Hours of a week that are no overtime [FLSA54].
const WEEK_MIN: i64 = 2_400;
/// A day longer than this is long [STIM], unless the rule `strain.day_warn_hours` says otherwise.
const LONG_DAY_HOURS: f64 = 10.0;
/// Rest between two days that is not short (Directive 2003/88/EC, art. 3).
const REST_MIN: i32 = 660;
/// Night time, minutes of the day, and how much of it makes night work (Directive 2003/88/EC, art. 2 and national rules).
const NIGHT: (i32, i32) = (23 * 60, 30 * 60);
const NIGHT_WORK_MIN: i32 = 180;
/// Days in a row that are usual. Our choice: the workweek.
const USUAL_DAYS_IN_ROW: i32 = 5;

/// What one clinician's days of a period amount to.
#[derive(Debug, Default)]
pub(super) struct Load {
    /// Minutes worked by workweek.
    worked: BTreeMap<i32, i64>,
    after_hours: Option<i64>,
    /// Days worked.
    days: BTreeSet<i32>,
    long_days: usize,
    /// Pairs of neighboring commitments, and those without a short break between them.
    pairs: usize,
    tight: usize,
    /// Nights between two days of work in a row, and those that are short.
    rests: usize,
    short_rests: usize,
    night_days: usize,
    committed_days: usize,
    visits: usize,
    demanding: usize,
    /// Sessions, and those that the clinic cancelled or moved late; only of what happened.
    sessions: usize,
    churned: Option<usize>,
    patients: BTreeSet<String>,
    cap: Option<i32>,
}

impl Load {
    /// Minutes worked.
    pub(super) fn worked_min(&self) -> i64 {
        self.worked.values().sum()
    }

    fn weekly(&self, minutes: i64) -> Option<f64> {
        (!self.worked.is_empty()).then(|| minutes as f64 / 60.0 / self.worked.len() as f64)
    }

    /// Hours above 40, each workweek by itself, a week with work.
    pub(super) fn overtime_hours(&self) -> Option<f64> {
        self.weekly(self.worked.values().map(|minutes| (minutes - WEEK_MIN).max(0)).sum())
    }

    pub(super) fn long_days(&self) -> Option<f64> {
        share(self.long_days, self.days.len())
    }

    /// Hours of documentation after work, a week with work.
    pub(super) fn after_hours(&self) -> Option<f64> {
        self.weekly(self.after_hours?)
    }

    pub(super) fn short_rests(&self) -> Option<f64> {
        share(self.short_rests, self.rests)
    }

    /// The longest run of days worked, above the usual one.
    pub(super) fn days_beyond_five(&self) -> Option<f64> {
        let (mut longest, mut run, mut before) = (0, 0, None);
        for &day in &self.days {
            run = if before == Some(day - 1) { run + 1 } else { 1 };
            (longest, before) = (longest.max(run), Some(day));
        }
        (longest > 0).then(|| f64::from((longest - USUAL_DAYS_IN_ROW).max(0)))
    }

    pub(super) fn nights(&self) -> Option<f64> {
        share(self.night_days, self.committed_days)
    }

    pub(super) fn without_break(&self) -> Option<f64> {
        share(self.tight, self.pairs)
    }

    pub(super) fn demanding(&self) -> Option<f64> {
        share(self.demanding, self.visits)
    }

    pub(super) fn churn(&self) -> Option<f64> {
        share(self.churned?, self.sessions)
    }

    /// Patients seen as a share of the cap.
    pub(super) fn caseload(&self) -> Option<f64> {
        share(self.patients.len(), usize::try_from(self.cap?).ok()?)
    }
}

fn share(part: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| part as f64 / all as f64)
}

/// The loads of everyone who worked or had a session in the period, by clinician id.
pub(super) fn loads<'v>(view: &'v View) -> BTreeMap<&'v str, Load> {
    let mut loads: BTreeMap<&str, Load> = BTreeMap::new();
    let long = view.rule("strain.day_warn_hours").unwrap_or(LONG_DAY_HOURS) * 60.0;
    for day in view.clinician_days().filter(|day| day.worked > 0) {
        let load = loads.entry(&day.clinician.id).or_default();
        *load.worked.entry(view.week_of(day.day)).or_default() += i64::from(day.worked);
        load.days.insert(day.day);
        load.long_days += usize::from(f64::from(day.worked) > long);
        if let Some(minutes) = day.after_hours {
            *load.after_hours.get_or_insert(0) += i64::from(minutes);
        }
    }
    count_commitments(view, &mut loads);
    count_sessions(view, &mut loads);
    for (id, load) in &mut loads {
        let row = view.index.clinicians.get(id);
        load.cap = row.and_then(|row| row.caseload_cap.filter(|&cap| cap > 0));
    }
    loads
}

/// Breaks, rests and nights, from when the commitments of each day begin and end.
fn count_commitments<'v>(view: &'v View, loads: &mut BTreeMap<&'v str, Load>) {
    let least = view.rule("break.minutes").unwrap_or(0.0) as i32;
    let days = commitments(view);
    for (&(clinician, day), spans) in &days {
        let load = loads.entry(clinician).or_default();
        load.committed_days += 1;
        for [before, next] in spans.array_windows() {
            load.pairs += 1;
            load.tight += usize::from(next.0 - next.2 - before.1 < least);
        }
        let end = spans.iter().map(|span| span.1).max();
        let next = days.get(&(clinician, day + 1)).and_then(|spans| spans.first());
        if let (Some(end), Some(next)) = (end, next) {
            load.rests += 1;
            load.short_rests += usize::from(next.0 - next.2 - end < REST_MIN);
        }
        let by_night: i32 = spans.iter().map(|span| night_minutes(span.0, span.1)).sum();
        load.night_days += usize::from(by_night >= NIGHT_WORK_MIN);
    }
}

/// Minutes of a stretch that lie in the night, of the evening before or after.
fn night_minutes(from: i32, to: i32) -> i32 {
    let first = from.div_euclid(DAY_MIN) - 1;
    let of_day = |day: i32| {
        let (begin, end) = (day * DAY_MIN + NIGHT.0, day * DAY_MIN + NIGHT.1);
        (to.min(end) - from.max(begin)).max(0)
    };
    (first..=to.div_euclid(DAY_MIN)).map(of_day).sum()
}

/// Case mix and schedule churn.
fn count_sessions<'v>(view: &'v View, loads: &mut BTreeMap<&'v str, Load>) {
    let high = view.rule("acuity.high").unwrap_or(f64::MAX);
    for event in view.sessions().filter(|event| event.is_visit()) {
        let done = view.is_done(event.class);
        let demanding = is_demanding(view, event, high);
        let churned = event.seats.iter().any(|seat| seat.late_change == Some(Party::Clinic));
        for share in &event.shares {
            let load = loads.entry(&share.clinician.id).or_default();
            if view.is_history() && event.class != Class::Unresolved {
                load.sessions += 1;
                *load.churned.get_or_insert(0) += usize::from(churned);
            }
            if done {
                load.visits += 1;
                load.demanding += usize::from(demanding);
                load.patients
                    .extend(event.seats.iter().map(|seat| seat.patient.id.clone()));
            }
        }
    }
}

/// True for a demanding service or a high-acuity patient.
fn is_demanding(view: &View, event: &Event, high: f64) -> bool {
    let acuity = |seat: &Seat| f64::from(view.acuity(seat.patient, event.start));
    let severe = event.seats.iter().any(|seat| acuity(seat) >= high);
    event.service.high_acuity || severe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nights_are_cut_out_of_a_shift() {
        for (from, to, night) in [
            (22 * 60, 31 * 60, 7 * 60),
            (8 * 60, 17 * 60, 0),
            (0, 4 * 60, 4 * 60),
            (DAY_MIN + 60, DAY_MIN + 120, 60),
            (20 * 60, 24 * 60, 60),
        ] {
            assert_eq!(night_minutes(from, to), night, "{from} to {to}");
        }
    }

    #[test]
    fn overtime_is_counted_by_week_and_days_in_a_row_beyond_five() {
        let load = Load {
            worked: [(0, 3_000), (7, 1_800)].into(),
            days: [0, 1, 2, 3, 4, 5, 7].into(),
            ..Load::default()
        };
        // 10 h above 40 in one of two weeks; the short week gives nothing back.
        assert_eq!(load.overtime_hours(), Some(5.0));
        assert_eq!(load.days_beyond_five(), Some(1.0));
        assert_eq!(Load::default().overtime_hours(), None);
    }
}
