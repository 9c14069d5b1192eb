//! What a clinician-day costs and amounts to, summed up over stops in a row.
//!
//! A [`Span`] knows enough about its stops that two spans can be joined, and a whole day closed, without looking at a
//! stop again. So the cost of a day with one more stop is that of the stops before, the new one and the stops after,
//! joined: the same sums as for a day counted from its first stop to its last, whoever asks.

use crate::model::problem::{Duty, Interval, Place, Problem};
use crate::model::{CostTerm, Costs};

use super::layout::Layout;

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
    /// Tenths of points.
    pub points: i32,
    /// Acuity points.
    pub acuity: i32,
    /// Burdens: parts in the evening or on a burdened day.
    pub burdens: i32,
    /// Longest single wait, minutes.
    pub longest_wait: i32,
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
    latest_late: i32,
}

impl<A: Amount> Span<A> {
    /// A single stop.
    #[inline]
    pub fn of(layout: &Layout<'_>, duty: &Duty, stop: &Stop) -> Self {
        let problem = layout.problem;
        let part = layout.part(stop.part);
        let mut cents = A::default();
        let mut late = 0;
        let end_of_part = stop.start + part.minutes;
        if !part.is_plain {
            late = own_terms(layout, duty, stop, end_of_part, &mut cents);
        }
        if !duty.preferred.is_empty() && !within(&duty.preferred, stop.start, end_of_part) {
            cents.add(CostTerm::Preference, problem.prices[CostTerm::Preference]);
        }
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
            burdens: i32::from(is_burden(problem, duty, stop.start)),
            latest_late: late,
        }
    }

    /// Free minutes between its stops.
    pub fn free(&self) -> i32 {
        self.waits.total
    }

    /// This span with another one after it.
    pub fn then(&self, problem: &Problem, duty: &Duty, next: &Self) -> Self {
        let prices = &problem.prices;
        let mut joined = *self;
        let cents = &mut joined.cents;
        cents.join(&next.cents);
        let way = add_way(problem, self.last_at, next.first_at, cents);
        let gap = next.begin - self.end;
        let free = gap - way;
        if free > 0 && free < problem.rules.shortest_session_min {
            cents.add(
                CostTerm::FragmentedIdle,
                i64::from(free) * prices[CostTerm::FragmentedIdle],
            );
        }
        if self.recovery > gap {
            cents.add(
                CostTerm::Recovery,
                i64::from(self.recovery - gap) * prices[CostTerm::Recovery],
            );
        }
        joined.runs = self.runs_with(problem, next, gap, cents);
        let lunch = duty
            .lunch
            .map_or(0, |lunch| lunch.free_between(self.end, next.begin, way));
        joined.waits.join(&if lunch > 0 {
            Waits {
                total: free,
                longest: 0,
                lunch_gap: lunch,
                lunch_gap_free: free,
            }
        } else {
            Waits {
                total: free,
                longest: free.max(0),
                lunch_gap: 0,
                lunch_gap_free: 0,
            }
        });
        joined.waits.join(&next.waits);
        joined.end = next.end;
        joined.last_at = next.last_at;
        joined.recovery = next.recovery;
        joined.booked += next.booked;
        joined.points += next.points;
        joined.acuity += next.acuity;
        joined.burdens += next.burdens;
        joined.latest_late = self.latest_late.max(next.latest_late);
        joined
    }

    /// The runs of this span and the next; those that can no longer grow are charged.
    #[inline]
    fn runs_with(&self, problem: &Problem, next: &Self, gap: i32, cents: &mut A) -> Runs {
        let (a, b) = (self.runs, next.runs);
        if gap >= problem.rules.break_min {
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
        let departure = self.begin - add_way(problem, duty.start_place, self.first_at, &mut cents);
        let back = self.end + add_way(problem, self.last_at, duty.end_place, &mut cents);
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
            points: self.points,
            acuity: self.acuity,
            burdens: self.burdens,
            longest_wait: waits.longest.max(waits.lunch_gap_free - lunch_taken),
            idle: (departure - from).max(0) + waiting + (to - back).max(0)
                - if lunch_taken == 0 { lunch_outside } else { 0 },
            latest_late: self.latest_late,
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
    let spans = stops.iter().map(|stop| Span::of(layout, duty, stop));
    spans
        .reduce(|day, next| day.then(layout.problem, duty, &next))
        .map_or_else(
            || empty_day(layout.problem, duty),
            |day| day.close(layout.problem, duty),
        )
}

/// Charges the way between two places and gives its minutes.
#[inline]
fn add_way<A: Amount>(problem: &Problem, from: Place, to: Place, cents: &mut A) -> i32 {
    let (travel, prices) = (&problem.travel, &problem.prices);
    let way = travel.minutes(from, to);
    cents.add(CostTerm::Travel, i64::from(way) * prices[CostTerm::Travel]);
    if !travel.distance.is_empty() {
        let distance = travel.distance(from, to);
        cents.add(CostTerm::Mileage, i64::from(distance) * prices[CostTerm::Mileage]);
    }
    way
}

/// What the start of a stop costs by itself; gives its lateness.
fn own_terms<A: Amount>(layout: &Layout<'_>, duty: &Duty, stop: &Stop, end: i32, cents: &mut A) -> i32 {
    let problem = layout.problem;
    let part = layout.part(stop.part);
    let session = layout.session(part.session as usize);
    let late = lateness(problem, &session.due, stop.start, end);
    cents.add(CostTerm::Lateness, i64::from(late) * problem.prices[CostTerm::Lateness]);
    if part.is_first && !session.preferred.is_empty() && !within(&session.preferred, stop.start, stop.start + 1) {
        cents.add(CostTerm::Preference, problem.prices[CostTerm::Preference]);
    }
    let own = (stop.part - layout.first_part[part.session as usize]) as usize;
    let published = session
        .published
        .as_ref()
        .and_then(|published| published.parts.get(own));
    if published.is_some_and(|was| was.clinician != duty.clinician || was.start != stop.start) {
        cents.add(CostTerm::Change, problem.prices[CostTerm::Change]);
    }
    late
}

/// Minutes that a part of a session is late: after the end of the last due interval that has opened by its start.
pub(super) fn lateness(problem: &Problem, due: &[Interval], start: i32, end: i32) -> i32 {
    let Some(current) = due.iter().rev().find(|interval| interval.0 <= start).or(due.first()) else {
        return 0;
    };
    let moment = if problem.rules.late_at_end { end } else { start };
    (moment - current.1).max(0)
}

/// True if `[from, to)` lies in one of the intervals.
pub(super) fn within(intervals: &[Interval], from: i32, to: i32) -> bool {
    intervals.iter().any(|interval| interval.0 <= from && to <= interval.1)
}

fn is_burden(problem: &Problem, duty: &Duty, start: i32) -> bool {
    duty.burden || start.rem_euclid(problem.day_min) >= problem.rules.evening_from
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
