//! What a clinician-day costs and amounts to, summed up over stops in a row.
//!
//! A [`Span`] knows enough about its stops that two spans can be joined, and a whole day closed, without looking at a
//! stop again. So the cost of a day with one more stop is that of the stops before, the new one and the stops after,
//! joined: the same sums as for a day counted from its first stop to its last, whoever asks.

use crate::model::problem::{Duty, Interval, Place, Problem};
use crate::model::{CostTerm, Costs};

use super::layout::{Layout, PartInfo};

/// Amounts of money: one sum, or a breakdown by term.
pub(super) trait Amount: Copy + Default {
    fn add(&mut self, term: CostTerm, cents: i64);
    fn join(&mut self, other: &Self);
}

impl Amount for i64 {
    #[inline]
    fn add(&mut self, _: CostTerm, cents: i64) {
        *self += cents;
    }

    #[inline]
    fn join(&mut self, other: &Self) {
        *self += other;
    }
}

impl Amount for Costs {
    fn add(&mut self, term: CostTerm, cents: i64) {
        self[term] += cents;
    }

    fn join(&mut self, other: &Self) {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum += more;
        }
    }
}

/// One commitment of a clinician-day: a part with its start and the place where it finds the clinician.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    /// Flat part index.
    pub part: u32,
    /// Start, minutes.
    pub start: i32,
    /// Latest start for which everything after it still fits. Equal to `start` when `pinned`.
    pub latest: i32,
    /// Minutes before the start, not available to others.
    pub before: i32,
    /// Minutes from the start until the clinician is free again.
    pub length: i32,
    /// Minutes of way from the stop before, or from where the day starts.
    pub way: i32,
    /// The choice's place.
    pub place: Place,
    /// Where the clinician is: `place`, or for a session anywhere, wherever the stop before was.
    pub at: Place,
    /// True if the start may not shift.
    pub pinned: bool,
}

impl Stop {
    /// A stop that still has to find its place in a day.
    pub fn new(layout: &Layout<'_>, part: u32, start: i32, place: Place, pinned: bool) -> Self {
        let info = layout.part(part);
        Self {
            part,
            start,
            latest: start,
            before: info.before,
            length: info.length,
            way: 0,
            place,
            at: place,
            pinned,
        }
    }

    /// When the clinician is free again.
    #[inline]
    pub fn free_from(&self) -> i32 {
        self.start + self.length
    }
}

/// What a clinician-day amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Measure {
    /// Cost of the day by itself, cents; 0 where costs are broken down by term.
    pub cents: i64,
    /// Worked minutes: from the first commitment (or departure, if the commute is paid) to the last (or return),
    /// without the lunch gap.
    pub worked: i32,
    /// Booked minutes: parts with their minutes before and after.
    pub booked: i32,
    /// Minutes that nobody else can have: booked ones and those on the way, from the day's start place to its end.
    pub taken: i32,
    /// Tenths of points.
    pub points: i32,
    /// Acuity points.
    pub acuity: i32,
    /// Burdens: parts in the evening or on a burdened day.
    pub burdens: i32,
    /// Stops that follow another one without a short break between.
    pub tight: i32,
    /// Longest single wait, minutes.
    pub longest_wait: i32,
    /// Minutes of waiting that are gone if the day begins later without anybody being late or missing lunch.
    pub saved: i32,
    /// Idle minutes within the regular hours: before leaving, waiting, after returning.
    pub idle: i32,
    /// Latest lateness, minutes.
    pub latest_late: i32,
    /// First and last minute of working time, with the way to and from work if it is paid; (0, 0) without commitments.
    pub busy: Interval,
    /// Worked minutes and working time that the limits must allow: those of the day, and if it is timed, also those it
    /// has while it is not.
    pub worked_at_most: i32,
    pub busy_at_most: Interval,
}

impl Measure {
    /// What a day amounts to that falls back to `other` when something in it changes.
    pub fn reaching(self, other: &Self) -> Self {
        Self {
            worked_at_most: self.worked.max(other.worked),
            busy_at_most: (self.busy.0.min(other.busy.0), self.busy.1.max(other.busy.1)),
            ..self
        }
    }
}

/// Free minutes between stops.
#[derive(Debug, Clone, Copy, Default)]
struct Waits {
    total: i32,
    /// Longest of one gap, the lunch gap aside.
    longest: i32,
    /// Longest free stretch within the lunch interval, and all the free minutes of its gap. The first of equals.
    lunch_gap: i32,
    lunch_gap_free: i32,
}

impl Waits {
    #[inline]
    fn join(&mut self, other: &Self) {
        self.total += other.total;
        let not_lunch = if other.lunch_gap > self.lunch_gap {
            let before = self.lunch_gap_free;
            (self.lunch_gap, self.lunch_gap_free) = (other.lunch_gap, other.lunch_gap_free);
            before
        } else {
            other.lunch_gap_free
        };
        self.longest = self.longest.max(other.longest).max(not_lunch);
    }
}

/// Runs of sessions without a break: the first and the last one can still grow when spans are joined.
#[derive(Debug, Clone, Copy)]
struct Runs {
    /// End of the first run; the end of the span if it is also the last.
    first_until: i32,
    /// Start of the last run; the start of the span if it is also the first.
    last_from: i32,
    /// False if the first run is the last.
    broken: bool,
}

/// Some stops of a clinician-day in a row. `A` is what costs are added up in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span<A> {
    cents: A,
    /// From the first busy minute to the last.
    begin: i32,
    end: i32,
    first_at: Place,
    last_at: Place,
    /// Recovery minutes that should follow the last stop.
    recovery: i32,
    waits: Waits,
    runs: Runs,
    booked: i32,
    points: i32,
    acuity: i32,
    burdens: i32,
    /// Stops that follow another one without a short break between.
    tight: i32,
    latest_late: i32,
    /// Minutes that its begin can be later without making a stop late or taking more than waiting from it.
    delay: i32,
}

impl<A: Amount> Span<A> {
    /// A single stop.
    #[inline]
    pub fn of(layout: &Layout<'_>, duty: &Duty, stop: &Stop) -> Self {
        let part = layout.part(stop.part);
        let mut cents = A::default();
        let latest_late = own_terms(layout, duty, stop, part, &mut cents);
        let (begin, end) = (stop.start - stop.before, stop.free_from());
        Self {
            cents,
            begin,
            end,
            first_at: stop.at,
            last_at: stop.at,
            recovery: part.recovery,
            waits: Waits::default(),
            runs: Runs {
                first_until: end,
                last_from: begin,
                broken: false,
            },
            booked: end - begin,
            points: part.points,
            acuity: part.acuity,
            burdens: i32::from(is_burden(layout.problem, duty, stop.start)),
            tight: 0,
            latest_late,
            delay: may_wait(layout, stop, part),
        }
    }

    /// Free minutes between its stops.
    pub fn free(&self) -> i32 {
        self.waits.total
    }

    /// Puts a stop behind it: [`Span::append`] for a single stop, which the search does most of the time.
    #[inline]
    pub fn push(&mut self, layout: &Layout<'_>, duty: &Duty, stop: &Stop) {
        let problem = layout.problem;
        let part = layout.part(stop.part);
        let (begin, end) = (stop.start - stop.before, stop.free_from());
        let late = own_terms(layout, duty, stop, part, &mut self.cents);
        let free = self.cross(problem, duty, begin, stop.at, stop.way, may_wait(layout, stop, part));
        if free >= problem.rules.break_min {
            if self.runs.broken {
                long_run(problem, self.end - self.runs.last_from, &mut self.cents);
            }
            (self.runs.last_from, self.runs.broken) = (begin, true);
        } else if !self.runs.broken {
            self.runs.first_until = end;
        }
        self.end = end;
        self.last_at = stop.at;
        self.recovery = part.recovery;
        self.booked += end - begin;
        self.points += part.points;
        self.acuity += part.acuity;
        self.burdens += i32::from(is_burden(problem, duty, stop.start));
        self.latest_late = self.latest_late.max(late);
    }

    /// Puts another one behind it.
    pub fn append(&mut self, problem: &Problem, duty: &Duty, next: &Self) {
        self.cents.join(&next.cents);
        let way = problem.travel.minutes(self.last_at, next.first_at);
        let free = self.cross(problem, duty, next.begin, next.first_at, way, next.delay);
        self.runs = self.runs_with(problem, next, free);
        self.waits.join(&next.waits);
        self.end = next.end;
        self.last_at = next.last_at;
        self.recovery = next.recovery;
        self.booked += next.booked;
        self.points += next.points;
        self.acuity += next.acuity;
        self.burdens += next.burdens;
        self.tight += next.tight;
        self.latest_late = self.latest_late.max(next.latest_late);
    }

    /// Charges what lies between its last stop and what begins next, with the minutes of way, and gives the free minutes
    /// of it: nobody has a break or recovers on the way.
    #[inline]
    fn cross(&mut self, problem: &Problem, duty: &Duty, begin: i32, at: Place, way: i32, delay: i32) -> i32 {
        let prices = &problem.prices;
        let cents = &mut self.cents;
        charge_way(problem, (self.last_at, at), way, cents);
        let free = begin - self.end - way;
        if free > 0 && free < problem.rules.shortest_session_min {
            cents.add(
                CostTerm::FragmentedIdle,
                i64::from(free) * prices[CostTerm::FragmentedIdle],
            );
        }
        if self.recovery > free {
            cents.add(
                CostTerm::Recovery,
                i64::from(self.recovery - free) * prices[CostTerm::Recovery],
            );
        }
        self.tight += i32::from(free < problem.rules.break_min);
        let lunch = duty.lunch.map_or(0, |lunch| lunch.free_between(self.end, begin, way));
        let kept = match duty.lunch {
            Some(rule) if rule.taken(lunch) > 0 => lunch - rule.minutes,
            _ => delay.saturating_add(free),
        };
        self.delay = self.delay.min(self.waits.total + kept);
        if lunch > 0 {
            self.waits.join(&Waits {
                total: free,
                longest: 0,
                lunch_gap: lunch,
                lunch_gap_free: free,
            });
        } else {
            self.waits.total += free;
            self.waits.longest = self.waits.longest.max(free);
        }
        free
    }

    /// The runs of this span and the next; those that can no longer grow are charged.
    #[inline]
    fn runs_with(&mut self, problem: &Problem, next: &Self, free: i32) -> Runs {
        let (a, b) = (self.runs, next.runs);
        let cents = &mut self.cents;
        if free >= problem.rules.break_min {
            if a.broken {
                long_run(problem, self.end - a.last_from, cents);
            }
            if b.broken {
                long_run(problem, b.first_until - next.begin, cents);
            }
            return Runs {
                first_until: a.first_until,
                last_from: b.last_from,
                broken: true,
            };
        }
        if a.broken && b.broken {
            long_run(problem, b.first_until - a.last_from, cents);
        }
        Runs {
            first_until: if a.broken { a.first_until } else { b.first_until },
            last_from: if b.broken { b.last_from } else { a.last_from },
            broken: a.broken || b.broken,
        }
    }

    /// The whole day, with the ways from and to its ends.
    pub fn close(&self, problem: &Problem, duty: &Duty) -> (Measure, A) {
        let prices = &problem.prices;
        let mut cents = self.cents;
        let mut add_way = |from: Place, to: Place| {
            let way = problem.travel.minutes(from, to);
            charge_way(problem, (from, to), way, &mut cents);
            way
        };
        let departure = self.begin - add_way(duty.start_place, self.first_at);
        let back = self.end + add_way(self.last_at, duty.end_place);
        if self.runs.broken {
            long_run(problem, self.runs.first_until - self.begin, &mut cents);
        }
        long_run(problem, self.end - self.runs.last_from, &mut cents);
        let waits = &self.waits;
        let lunch_taken = duty.lunch.map_or(0, |lunch| lunch.taken(waits.lunch_gap));
        // Lunch before leaving or after coming back is neither work nor waiting.
        let lunch_outside = duty.lunch.map_or(0, |lunch| {
            // Who is back before lunch needs none, unless everybody has to have one.
            let after = if lunch.counts_unused && back < lunch.from {
                0
            } else {
                lunch.to - back.max(lunch.from)
            };
            lunch.taken(after.max(departure.min(lunch.to) - lunch.from))
        });
        let waiting = waits.total - lunch_taken;
        cents.add(CostTerm::Waiting, i64::from(waiting) * prices[CostTerm::Waiting]);
        cents.add(
            CostTerm::ShortBreak,
            i64::from(self.tight) * prices[CostTerm::ShortBreak],
        );
        if duty.lunch.is_some() && lunch_taken + lunch_outside == 0 {
            cents.add(CostTerm::MissedLunch, prices[CostTerm::MissedLunch]);
        }
        let (from, to) = duty.regular;
        let extra = (from.min(back) - departure).max(0) + (back - to.max(departure)).max(0);
        cents.add(CostTerm::ExtraTime, i64::from(extra) * prices[CostTerm::ExtraTime]);
        let busy = if duty.commute_paid {
            (departure, back)
        } else {
            (self.begin, self.end)
        };
        let worked = busy.1 - busy.0 - lunch_taken;
        let measure = Measure {
            cents: 0,
            worked,
            worked_at_most: worked,
            busy_at_most: busy,
            booked: self.booked,
            taken: back - departure - waits.total,
            points: self.points,
            acuity: self.acuity,
            burdens: self.burdens,
            tight: self.tight,
            longest_wait: waits.longest.max(waits.lunch_gap_free - lunch_taken),
            idle: (departure - from).max(0) + waiting + (to - back).max(0)
                - if lunch_taken == 0 { lunch_outside } else { 0 },
            latest_late: self.latest_late,
            saved: waiting.min(self.delay).max(0),
            busy,
        };
        (measure, cents)
    }
}

/// A day without stops.
pub(super) fn empty_day<A: Amount>(problem: &Problem, duty: &Duty) -> (Measure, A) {
    let mut cents = A::default();
    if duty.lunch.is_some_and(|lunch| lunch.counts_unused) {
        cents.add(CostTerm::MissedLunch, problem.prices[CostTerm::MissedLunch]);
    }
    let measure = Measure {
        idle: duty.regular.1 - duty.regular.0,
        ..Measure::default()
    };
    (measure, cents)
}

/// A day with these stops, in order of time.
pub(super) fn measure_day<A: Amount>(layout: &Layout<'_>, duty: &Duty, stops: &[Stop]) -> (Measure, A) {
    let Some((first, others)) = stops.split_first() else {
        return empty_day(layout.problem, duty);
    };
    let mut day = Span::of(layout, duty, first);
    others.iter().for_each(|stop| day.push(layout, duty, stop));
    day.close(layout.problem, duty)
}

/// Charges the way between two places, with its minutes.
#[inline]
fn charge_way<A: Amount>(problem: &Problem, (from, to): (Place, Place), way: i32, cents: &mut A) {
    let (travel, prices) = (&problem.travel, &problem.prices);
    cents.add(CostTerm::Travel, i64::from(way) * prices[CostTerm::Travel]);
    if !travel.distance.is_empty() {
        let distance = travel.distance(from, to);
        cents.add(CostTerm::Mileage, i64::from(distance) * prices[CostTerm::Mileage]);
    }
}

/// What the start of a stop costs by itself; gives its lateness.
#[inline]
fn own_terms<A: Amount>(layout: &Layout<'_>, duty: &Duty, stop: &Stop, part: &PartInfo, cents: &mut A) -> i32 {
    let prices = &layout.problem.prices;
    let mut late = 0;
    if !part.is_plain {
        late = late_min(layout, part, stop.start);
        cents.add(CostTerm::Lateness, i64::from(late) * prices[CostTerm::Lateness]);
        let session = layout.session(part.session as usize);
        if part.is_wished && !within(&session.preferred, stop.start, stop.start + 1) {
            cents.add(CostTerm::Preference, prices[CostTerm::Preference]);
        }
        if let Some(published) = &session.published {
            let own = (stop.part - layout.first_part[part.session as usize]) as usize;
            let was = published.parts.get(own);
            if was.is_some_and(|was| was.clinician != duty.clinician || was.start != stop.start) {
                cents.add(CostTerm::Change, prices[CostTerm::Change]);
            }
        }
    }
    if !duty.preferred.is_empty() && !within(&duty.preferred, stop.start, stop.start + part.minutes) {
        cents.add(CostTerm::Preference, prices[CostTerm::Preference]);
    }
    late
}

/// Minutes that a stop can begin later by itself, without being late.
#[inline]
fn may_wait(layout: &Layout<'_>, stop: &Stop, part: &PartInfo) -> i32 {
    match part.window {
        Some(window) if !stop.pinned => (window.1 - part.minutes - stop.start)
            .min(punctual_min(layout, part, stop.start))
            .max(0),
        _ => 0,
    }
}

/// Minutes that a part is late.
#[inline]
pub(super) fn late_min(layout: &Layout<'_>, part: &PartInfo, start: i32) -> i32 {
    punctual_min(layout, part, start).min(0).abs()
}

/// Minutes that a part could begin later without being late; negative if it is late. It is late after the end of the
/// last due interval that has opened by its start.
#[inline]
pub(super) fn punctual_min(layout: &Layout<'_>, part: &PartInfo, start: i32) -> i32 {
    let by = match part.due_by {
        Some(i32::MAX) => return i32::MAX,
        Some(by) => by,
        None => due_by(&layout.session(part.session as usize).due, start),
    };
    let at_end = layout.problem.rules.late_at_end;
    by - start - if at_end { part.minutes } else { 0 }
}

/// Minutes that something due at these times is late.
pub(super) fn lateness(problem: &Problem, due: &[Interval], start: i32, end: i32) -> i32 {
    let moment = if problem.rules.late_at_end { end } else { start };
    (moment - due_by(due, start)).max(0)
}

fn due_by(due: &[Interval], start: i32) -> i32 {
    let current = due.iter().rev().find(|interval| interval.0 <= start);
    current.or(due.first()).map_or(i32::MAX / 2, |current| current.1)
}

/// True if `[from, to)` lies in one of the intervals.
pub(super) fn within(intervals: &[Interval], from: i32, to: i32) -> bool {
    intervals.iter().any(|interval| interval.0 <= from && to <= interval.1)
}

#[inline]
fn is_burden(problem: &Problem, duty: &Duty, start: i32) -> bool {
    let mut of_day = start - i32::from(duty.day) * problem.day_min;
    if !(0..problem.day_min).contains(&of_day) {
        of_day = start.rem_euclid(problem.day_min);
    }
    duty.burden || of_day >= problem.rules.evening_from
}

#[inline]
fn long_run<A: Amount>(problem: &Problem, length: i32, cents: &mut A) {
    let most = problem.rules.max_run_min;
    if most > 0 && length > most {
        cents.add(
            CostTerm::LongRun,
            i64::from(length - most) * problem.prices[CostTerm::LongRun],
        );
    }
}
