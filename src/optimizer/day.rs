//! A clinician-day as an ordered route: when each stop is, what the day costs, and what it would cost with one more.

use crate::model::CostTerm;
use crate::model::problem::{ANYWHERE, Place};

use super::layout::{Layout, last_start, next_start};
use super::slots::Slots as _;
use super::span::{Measure, Span, Stop, empty_day, punctual_min};

/// The stops of one clinician-day, in order of time, with what they cost.
#[derive(Debug, Clone, Default)]
pub(super) struct Day {
    pub stops: Vec<Stop>,
    /// The stops as they are timed, if that differs.
    pub timed: Vec<Stop>,
    pub measure: Measure,
    /// The same with every stop as early as it can be.
    pub earliest: Measure,
    /// Longest time between two stops, or at an end of the day, if all others make way as far as they can.
    pub longest_gap: i32,
    /// Free minutes between stops.
    pub idle: i32,
    /// The gaps before, between and behind the stops.
    pub passages: Vec<Passage>,
    /// The day up to and with each stop, as far as that is still true.
    ahead: Vec<Span<i64>>,
    /// The day from each stop on, last stop first, as far as that is still true.
    behind: Vec<Span<i64>>,
    /// Stops at either end whose times, ways and latest starts are still true.
    kept_ahead: usize,
    kept_behind: usize,
}

/// What is asked of a gap between two stops, or before the first or behind the last, all the time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage {
    /// When the clinician is free, and must leave for what is behind at the latest.
    pub free_from: i32,
    pub must_leave: i32,
    /// Where the clinician is, and where what is behind takes place; [`ANYWHERE`] if wherever the clinician is then.
    pub from: Place,
    pub to: Place,
    /// Minutes of way as it is, and free minutes between two stops, or -1.
    pub way: i32,
    pub free: i32,
    /// Minutes that what is behind can begin later at all, and without being late; negative if it is late already.
    pub slack: i32,
    pub punctual: i32,
    /// True if there is no stop in the day.
    pub is_whole_day: bool,
}

impl Day {
    /// A day without stops.
    pub fn empty(layout: &Layout<'_>, duty: usize) -> Self {
        let measure = with_cents(empty_day(layout.problem, layout.duty(duty)));
        let mut day = Self {
            measure,
            earliest: measure,
            longest_gap: i32::MAX,
            ..Self::default()
        };
        day.find_passages(layout, duty);
        day
    }

    /// The same day with nothing in it: to ask what could be there if the clinician were free.
    pub fn cleared(&self, layout: &Layout<'_>, duty: usize) -> Self {
        let mut day = Self {
            measure: self.measure,
            earliest: self.earliest,
            ..Self::default()
        };
        day.find_passages(layout, duty);
        day
    }

    /// Becomes like another day.
    pub fn take_after(&mut self, other: &Self) {
        let mut lists = std::mem::take(self);
        lists.stops.clone_from(&other.stops);
        lists.timed.clone_from(&other.timed);
        lists.passages.clone_from(&other.passages);
        lists.ahead.clone_from(&other.ahead);
        lists.behind.clone_from(&other.behind);
        *self = Self {
            stops: lists.stops,
            timed: lists.timed,
            passages: lists.passages,
            ahead: lists.ahead,
            behind: lists.behind,
            ..*other
        };
    }

    /// The stops when they really are.
    pub fn timed(&self) -> &[Stop] {
        if self.timed.is_empty() {
            &self.stops
        } else {
            &self.timed
        }
    }

    /// Adds a stop before the one at `position`; to be followed by [`Day::schedule`] and a count.
    pub fn insert(&mut self, position: usize, stop: Stop) {
        self.disturb(position, self.stops.len() - position);
        self.stops.insert(position, stop);
    }

    /// Takes the stop of a part out; to be followed by [`Day::schedule`] and a count.
    pub fn remove(&mut self, part: u32) -> Option<Stop> {
        let position = self.stops.iter().position(|stop| stop.part == part)?;
        self.disturb(position, self.stops.len() - position - 1);
        Some(self.stops.remove(position))
    }

    /// The stop at `position`, to be changed; to be followed by [`Day::schedule`] and a count.
    pub fn stop_mut(&mut self, position: usize) -> &mut Stop {
        self.disturb(position, self.stops.len() - position - 1);
        &mut self.stops[position]
    }

    /// Only so many stops at either end are still as they were scheduled and counted.
    fn disturb(&mut self, ahead: usize, behind: usize) {
        self.kept_ahead = self.kept_ahead.min(ahead);
        self.kept_behind = self.kept_behind.min(behind);
        self.ahead.truncate(ahead);
        self.behind.truncate(behind);
    }

    /// Schedules what has been disturbed; false if the stops do not all fit. Gives the positions of the stops whose
    /// start may have changed.
    pub fn schedule(&mut self, layout: &Layout<'_>, duty: usize) -> Option<std::ops::Range<usize>> {
        let len = self.stops.len();
        let disturbed = self.kept_ahead..(len - self.kept_behind).max(self.kept_ahead);
        let changed = reschedule(layout, duty, &mut self.stops, disturbed)?;
        self.disturb(changed.start, len - changed.end);
        (self.kept_ahead, self.kept_behind) = (len, len);
        Some(changed)
    }

    /// Counts the day anew after its stops have changed.
    pub fn count(&mut self, layout: &Layout<'_>, duty: usize) -> Measure {
        let (problem, entry) = (layout.problem, layout.duty(duty));
        for stop in &self.stops[self.ahead.len()..] {
            let joined = match self.ahead.last() {
                Some(day) => {
                    let mut day = *day;
                    day.push(layout, entry, stop);
                    day
                }
                None => Span::of(layout, entry, stop),
            };
            self.ahead.push(joined);
        }
        for stop in self.stops[..self.stops.len() - self.behind.len()].iter().rev() {
            let mut joined = Span::of(layout, entry, stop);
            if let Some(day) = self.behind.last() {
                joined.append(problem, entry, day);
            }
            self.behind.push(joined);
        }
        self.idle = self.ahead.last().map_or(0, Span::free);
        self.find_longest_gap(layout, duty);
        with_cents(match self.ahead.last() {
            Some(day) => day.close(problem, entry),
            None => empty_day(problem, entry),
        })
    }

    /// [`Day::count`] where nothing but the way costs anything and nothing but points is limited.
    pub fn count_ways(&mut self, layout: &Layout<'_>, duty: usize) -> Measure {
        let (travel, entry, prices) = (&layout.problem.travel, layout.duty(duty), &layout.problem.prices);
        let mut measure = Measure::default();
        let (mut way, mut distance, mut at) = (0, 0, entry.start_place);
        for stop in &self.stops {
            way += stop.way;
            distance += travel.distance(at, stop.at);
            measure.booked += stop.before + stop.length;
            measure.points += layout.part(stop.part).points;
            at = stop.at;
        }
        if let (Some(first), Some(last)) = (self.stops.first(), self.stops.last()) {
            way += travel.minutes(at, entry.end_place);
            distance += travel.distance(at, entry.end_place);
            measure.taken = measure.booked + way;
            measure.busy = (first.start - first.before, last.free_from());
        }
        measure.cents = i64::from(way) * prices[CostTerm::Travel] + i64::from(distance) * prices[CostTerm::Mileage];
        self.find_longest_gap(layout, duty);
        measure
    }

    /// The day from the stop at `position` on.
    #[inline]
    fn behind_from(&self, position: usize) -> &Span<i64> {
        &self.behind[self.stops.len() - 1 - position]
    }

    fn find_longest_gap(&mut self, layout: &Layout<'_>, duty: usize) {
        let windows = &layout.duty(duty).windows;
        let (from, until) = (
            windows.first().map_or(0, |first| first.0),
            windows.last().map_or(0, |last| last.1),
        );
        let mut free_from = from;
        self.longest_gap = 0;
        for stop in &self.stops {
            self.longest_gap = self.longest_gap.max(stop.latest - stop.before - free_from);
            free_from = stop.free_from();
        }
        self.longest_gap = self.longest_gap.max(until - free_from);
    }

    /// Lists the gaps anew after the stops have changed.
    pub fn find_passages(&mut self, layout: &Layout<'_>, duty: usize) {
        let entry = layout.duty(duty);
        let (from, until) = match (entry.windows.first(), entry.windows.last()) {
            (Some(first), Some(last)) => (first.0, last.1),
            _ => (0, -1),
        };
        self.passages.clear();
        let (mut free_from, mut at) = (from, entry.start_place);
        for stop in &self.stops {
            let free = stop.start - stop.before - free_from - stop.way;
            self.passages.push(Passage {
                free_from,
                must_leave: stop.latest - stop.before,
                from: at,
                to: stop.place,
                way: stop.way,
                free: if self.passages.is_empty() { -1 } else { free },
                is_whole_day: false,
                slack: stop.latest - stop.start,
                punctual: punctual_min(layout, layout.part(stop.part), stop.start),
            });
            (free_from, at) = (stop.free_from(), stop.at);
        }
        let is_empty = self.stops.is_empty();
        self.passages.push(Passage {
            free_from,
            must_leave: until,
            from: at,
            to: entry.end_place,
            way: if is_empty {
                0
            } else {
                layout.problem.travel.minutes(at, entry.end_place)
            },
            free: -1,
            is_whole_day: is_empty,
            slack: 0,
            punctual: i32::MAX,
        });
    }

    /// Takes the slots of all stops out of `free`, in which are those in which the clinician works. False if a stop
    /// floats or is not on the grid: then slots do not tell where there is room.
    pub fn clear_slots(&self, layout: &Layout<'_>, duty: usize, free: &mut [u64]) -> bool {
        let (clock, day) = (layout.clock, layout.duty(duty).day as usize);
        self.stops.iter().all(|stop| {
            let from = clock.slot(day, stop.start - stop.before);
            let slots = layout.part(stop.part).slots.filter(|_| stop.pinned);
            let on_grid = slots.filter(|_| clock.minute(day, from) == stop.start - stop.before);
            if let Some((_, length)) = on_grid {
                free.clear_range(from, from + length);
            }
            on_grid.is_some()
        })
    }

    /// What the day would be with one more stop before the one at `position`; `None` if they do not all fit. The stops
    /// behind it are looked at only as far as they shift.
    pub fn with_stop(&self, layout: &Layout<'_>, duty: usize, position: usize, stop: &Stop) -> Option<Measure> {
        let (problem, entry) = (layout.problem, layout.duty(duty));
        let (first, last) = (entry.windows.first()?, entry.windows.last()?);
        let (mut free, mut at) = match position.checked_sub(1).map(|before| &self.stops[before]) {
            Some(stop) => (stop.free_from(), stop.at),
            None => (first.0, entry.start_place),
        };
        let mut placed = *stop;
        if !arrive(layout, duty, &mut placed, free, at) {
            return None;
        }
        let mut day = match position.checked_sub(1) {
            Some(before) => {
                let mut day = self.ahead[before];
                day.push(layout, entry, &placed);
                day
            }
            None => Span::of(layout, entry, &placed),
        };
        (free, at) = (placed.free_from(), placed.at);
        for (idx, old) in self.stops.iter().enumerate().skip(position) {
            let mut next = *old;
            if !arrive(layout, duty, &mut next, free, at) {
                return None;
            }
            if next.start == old.start && next.at == old.at {
                day.append(problem, entry, self.behind_from(idx));
                return Some(with_cents(day.close(problem, entry)));
            }
            day.push(layout, entry, &next);
            (free, at) = (next.free_from(), next.at);
        }
        let back = free + problem.travel.minutes(at, entry.end_place);
        (back <= last.1).then(|| with_cents(day.close(problem, entry)))
    }
}

fn with_cents((measure, cents): (Measure, i64)) -> Measure {
    Measure { cents, ..measure }
}

/// Puts a stop behind what ends at `free` and `at`; false if it does not fit.
#[inline]
fn arrive(layout: &Layout<'_>, duty: usize, stop: &mut Stop, free: i32, at: Place) -> bool {
    stop.at = if stop.place == ANYWHERE { at } else { stop.place };
    stop.way = layout.problem.travel.minutes(at, stop.at);
    let earliest = free + stop.way + stop.before;
    if stop.pinned {
        return earliest <= stop.start;
    }
    match next_float(layout, duty, stop.part, earliest) {
        Some(start) => {
            stop.start = start;
            true
        }
        None => false,
    }
}

/// Sets where, how early and how late each stop of a duty is; false if they do not all fit.
pub(super) fn schedule(layout: &Layout<'_>, duty: usize, stops: &mut [Stop]) -> bool {
    let all = 0..stops.len();
    reschedule(layout, duty, stops, all).is_some()
}

/// [`schedule`] where the stops outside `disturbed` had been scheduled before those in it were put in, taken out or
/// changed. Gives all positions at which something is not as it was but for how late it can be; `None` if the stops do
/// not all fit.
pub(super) fn reschedule(
    layout: &Layout<'_>,
    duty: usize,
    stops: &mut [Stop],
    disturbed: std::ops::Range<usize>,
) -> Option<std::ops::Range<usize>> {
    let entry = layout.duty(duty);
    let (Some(&(from, _)), Some(&(_, until))) = (entry.windows.first(), entry.windows.last()) else {
        return stops.is_empty().then_some(0..0);
    };
    let (mut free, mut at) = match disturbed.start.checked_sub(1).map(|before| &stops[before]) {
        Some(stop) => (stop.free_from(), stop.at),
        None => (from, entry.start_place),
    };
    let mut end = stops.len();
    for (idx, stop) in stops.iter_mut().enumerate().skip(disturbed.start) {
        let was = *stop;
        if !arrive(layout, duty, stop, free, at) {
            return None;
        }
        if idx >= disturbed.end && stop.start == was.start && stop.at == was.at {
            end = idx;
            break;
        }
        (free, at) = (stop.free_from(), stop.at);
    }
    let (mut limit, mut at) = match stops.get(end) {
        Some(next) => (next.latest - next.before, next.at),
        None => (until, entry.end_place),
    };
    for (idx, stop) in stops[..end].iter_mut().enumerate().rev() {
        let latest = limit - layout.problem.travel.minutes(stop.at, at) - stop.length;
        let latest = if stop.pinned {
            latest.min(stop.start)
        } else {
            last_float(layout, duty, stop.part, latest)?
        };
        if latest < stop.start {
            return None;
        }
        if idx < disturbed.start && latest == stop.latest {
            break;
        }
        stop.latest = latest;
        limit = latest - stop.before;
        at = stop.at;
    }
    Some(disturbed.start..end)
}

/// The earliest start of a floating part at or after `from`.
#[inline]
pub(super) fn next_float(layout: &Layout<'_>, duty: usize, part: u32, from: i32) -> Option<i32> {
    let info = layout.part(part);
    if let (Some(window), &[hours]) = (info.window, layout.duty(duty).windows.as_slice()) {
        let start = from.max(window.0).max(hours.0 + info.before);
        return (start + info.minutes <= window.1 && start + info.length <= hours.1).then_some(start);
    }
    // What begins after midnight belongs to the next day, also where the hours of a night reach into it.
    meet(layout, duty, part, from, next_start).filter(|&start| start < end_of_day(layout, duty))
}

/// The latest start of a floating part at or before `until`.
fn last_float(layout: &Layout<'_>, duty: usize, part: u32, until: i32) -> Option<i32> {
    let info = layout.part(part);
    if let (Some(window), &[hours]) = (info.window, layout.duty(duty).windows.as_slice()) {
        let start = until.min(window.1 - info.minutes).min(hours.1 - info.length);
        return (start >= window.0 && start >= hours.0 + info.before).then_some(start);
    }
    let until = until.min(end_of_day(layout, duty) - 1);
    meet(layout, duty, part, until, last_start)
}

/// The midnight that ends the day of a duty.
fn end_of_day(layout: &Layout<'_>, duty: usize) -> i32 {
    (i32::from(layout.duty(duty).day) + 1) * layout.problem.day_min
}

/// The first start, in one direction of time, that the windows of both the session and the duty allow.
#[inline]
fn meet(
    layout: &Layout<'_>,
    duty: usize,
    part: u32,
    from: i32,
    step: impl Fn(&[(i32, i32)], i32, i32, i32, i32) -> Option<i32>,
) -> Option<i32> {
    let info = layout.part(part);
    let grid = layout.problem.grid;
    let session = layout.session(info.session as usize);
    let windows = &layout.duty(duty).windows;
    let mut start = from;
    loop {
        let by_session = step(&session.windows, 0, info.minutes, start, grid)?;
        let by_duty = step(windows, info.before, info.length, by_session, grid)?;
        if by_duty == by_session {
            return Some(by_duty);
        }
        start = by_duty;
    }
}
