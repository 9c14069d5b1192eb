//! What a plan leaves free on each of its days: in all, and in pieces that somebody can be seen in.

use std::collections::BTreeMap;

use super::STEP_MIN;
use crate::api::attendance::SessionExpectation;
use crate::kpi::span::{minutes, union, without};
use crate::model::calendar::{DAY_MIN, Date, DateTime, Weekday};
use crate::model::problem::{ANYWHERE, Duty, Interval, Place};
use crate::model::{Plan, Problem};
use crate::order::{Arrange, IntoOrdered};
use crate::predict::freed;

/// A day of the plan.
pub(super) struct PlanDay {
    pub(super) date: Date,
    /// Clinicians' minutes, as the limit of a plan counts them.
    pub(super) capacity: i32,
    pub(super) booked: i32,
    /// Lunch and ways.
    pub(super) overhead: i32,
    /// Minutes without lunch, from which the plan is to keep some.
    time: i32,
    /// Minutes that the plan is to keep free.
    pub(super) kept: i32,
    /// Arrivals of the usual length that fit between the sessions.
    pub(super) fits: i32,
    /// Chances of so many steps becoming free and being of use.
    pub(super) freed: Vec<f64>,
    /// Minutes expected to become free, all of them.
    pub(super) expected: f64,
}

impl PlanDay {
    /// Minutes that are left.
    pub(super) fn free(&self) -> i32 {
        self.capacity - self.booked - self.overhead
    }
}

/// What one clinician is busy with.
struct Busy {
    from: i32,
    to: i32,
    place: Place,
}

/// The days of a plan that have not begun.
pub(super) fn plan_days(
    (problem, plan): (&Problem, &Plan),
    sessions: &[SessionExpectation],
    share: f64,
    usual_min: i32,
    as_of: DateTime,
) -> Vec<PlanDay> {
    let Some(start) = problem.start else {
        return Vec::new();
    };
    let now = as_of.minutes_since(start);
    let busy = busy(problem, plan);
    let mut days: BTreeMap<u16, PlanDay> = BTreeMap::new();
    for duty in &problem.duties {
        let date = start.plus_days(i32::from(duty.day));
        if duty.windows.first().is_none_or(|window| window.0 < now) {
            continue;
        }
        let day = days.entry(duty.day).or_insert_with(|| PlanDay {
            date,
            capacity: 0,
            booked: 0,
            overhead: 0,
            time: 0,
            kept: 0,
            fits: 0,
            freed: Vec::new(),
            expected: 0.0,
        });
        let own = busy.get(&(duty.clinician, duty.day)).map_or(&[][..], Vec::as_slice);
        add(problem, duty, own, usual_min, day);
    }
    let lengths = clinicians_minutes(problem);
    for (at, day) in &mut days {
        let limit = problem.rules.day_limits_min.get(usize::from(*at));
        day.kept = day.time - limit.copied().unwrap_or(day.time).min(day.time);
        let (mut usable, mut expected) = (Vec::new(), 0.0);
        for session in sessions.iter().filter(|session| session.start.date() == day.date) {
            let minutes = lengths.get(session.session.as_str()).copied().unwrap_or(0);
            let chance = stays_empty(session);
            usable.push(((f64::from(minutes) * share / f64::from(STEP_MIN)) as usize, chance));
            expected += f64::from(minutes) * chance;
        }
        (day.freed, day.expected) = (freed(&usable), expected);
    }
    days.into_values().collect()
}

/// The day of that weekday on which the least becomes free.
pub(super) fn least_freed(days: &[PlanDay], weekday: Weekday) -> Option<&PlanDay> {
    let days = days.iter().filter(|day| day.date.weekday() == weekday);
    days.min_by(|a, b| a.expected.total_cmp(&b.expected))
}

/// Chance that no patient comes, or all cancel late. What the clinic itself cancels leaves nobody's time free: then
/// there is no clinician.
fn stays_empty(session: &SessionExpectation) -> f64 {
    if session.patients.is_empty() {
        return 0.0;
    }
    let seats = session.patients.iter();
    seats
        .map(|seat| (seat.no_show + seat.late_cancel).clamp(0.0, 1.0))
        .product()
}

/// Minutes of all clinicians of each session.
fn clinicians_minutes(problem: &Problem) -> BTreeMap<&str, i32> {
    let sessions = problem.sessions.iter();
    let minutes = sessions.map(|session| {
        let parts = session.parts.iter().map(|part| part.minutes);
        (session.key.as_str(), parts.sum())
    });
    minutes.into_map()
}

/// What every clinician is busy with, by day, in order of time.
fn busy(problem: &Problem, plan: &Plan) -> BTreeMap<(u32, u16), Vec<Busy>> {
    let mut busy: BTreeMap<(u32, u16), Vec<Busy>> = BTreeMap::new();
    for (session, placement) in problem.sessions.iter().zip(&plan.placements) {
        let Some(placement) = placement else { continue };
        let choice = session.choices.get(usize::from(placement.choice));
        for (part, share) in session.parts.iter().zip(&placement.parts) {
            let Ok(day) = u16::try_from(share.start.div_euclid(DAY_MIN)) else {
                continue;
            };
            busy.entry((share.clinician, day)).or_default().push(Busy {
                from: share.start - part.before,
                to: share.start + part.minutes + part.after,
                place: choice.map_or(ANYWHERE, |choice| choice.place),
            });
        }
    }
    for own in busy.values_mut() {
        own.arrange_by_key(|item| (item.from, item.to));
    }
    busy
}

/// Adds one clinician's day.
fn add(problem: &Problem, duty: &Duty, busy: &[Busy], usual_min: i32, day: &mut PlanDay) {
    let capacity = (minutes(&duty.windows) as i32).min(duty.max_work_min);
    let (taken, ways) = taken(problem, duty, busy);
    let mut pieces = without(&duty.windows, &taken);
    if let Some(lunch) = duty.lunch {
        cut_lunch(&mut pieces, (lunch.from, lunch.to), lunch.minutes);
    }
    let booked: i32 = busy.iter().map(|item| item.to - item.from).sum();
    let overhead = capacity - duty.time_min() + ways;
    let fits: i32 = pieces.iter().map(|piece| (piece.1 - piece.0) / usual_min).sum();
    day.capacity += capacity;
    day.time += duty.time_min();
    day.booked += booked;
    day.overhead += overhead;
    day.fits += fits.min((capacity - booked - overhead).max(0) / usual_min);
}

/// When a clinician is busy or under way, and how many minutes the ways take.
fn taken(problem: &Problem, duty: &Duty, busy: &[Busy]) -> (Vec<Interval>, i32) {
    let (mut here, mut ways) = (duty.start_place, 0);
    let mut taken = Vec::with_capacity(busy.len() + 1);
    for item in busy {
        let there = if item.place == ANYWHERE { here } else { item.place };
        let way = problem.travel.minutes(here, there);
        taken.push((item.from - way, item.to));
        (here, ways) = (there, ways + way);
    }
    if let Some(last) = busy.last() {
        let way = problem.travel.minutes(here, duty.end_place);
        taken.push((last.to, last.to + way));
        ways += way;
    }
    (union(taken), ways)
}

/// Takes lunch out of the piece that has the most room for it; of none if none has.
fn cut_lunch(pieces: &mut Vec<Interval>, (from, to): Interval, minutes: i32) {
    let room = |piece: &Interval| piece.1.min(to) - piece.0.max(from);
    let Some(widest) = pieces
        .iter()
        .copied()
        .max_by_key(room)
        .filter(|piece| room(piece) >= minutes)
    else {
        return;
    };
    let begin = widest.0.max(from);
    *pieces = without(pieces, &[(begin, begin + minutes)]);
}
