//! When the stops of a clinician-day really begin, once it is known which they are.
//!
//! While places are compared every visit that floats begins as early as it can, so that all room is seen. At the end of
//! a step the days it has touched are timed: leaving later takes waiting out of the day (the forward slack of
//! Savelsbergh 1992, doi:10.1287/ijoc.4.2.146), and a visit that waits for lunch to be taken can be cheaper than a
//! missed lunch. So every delay that can be the best is tried, with lunch in every gap; the cheapest timing is kept. Then
//! breaks are tried one after another, and kept where they cost less than to have none.

use crate::model::CostTerm;

use super::day::next_float;
use super::layout::{Layout, floor_to};
use super::span::{Measure, Stop, measure_day, punctual_min};
use super::state::State;

impl State<'_> {
    /// About what timing the days touched since the last commit can save at most: the waiting that is gone if each day
    /// begins as late as it can, lunches and breaks missed, and what the worst days cost.
    pub(super) fn timing_saves_at_most(&self) -> i64 {
        let touched = (0..).map_while(|at| self.touched(at));
        touched
            .filter(|&duty| self.can_be_timed(duty))
            .map(|duty| self.day_saves_at_most(duty))
            .sum()
    }

    fn day_saves_at_most(&self, duty: usize) -> i64 {
        let day = &self.days[duty];
        let prices = &self.layout.problem.prices;
        let (mut waits, mut most) = (0, i32::MAX);
        for (at, stop) in day.stops.iter().enumerate() {
            if at > 0 {
                let (until, next, way) = passage(&day.stops, at);
                waits += (next - until - way).max(0);
            }
            most = most.min(waits.saturating_add(self.may_wait(stop)));
        }
        i64::from(most.min(waits)) * prices[CostTerm::Waiting]
            + if self.has_no_lunch_between(duty) {
                prices[CostTerm::MissedLunch]
            } else {
                0
            }
            + self.breaks_missed(&day.stops) as i64 * prices[CostTerm::ShortBreak]
            + self.guide.most_saved(&day.measure)
    }

    /// True if lunch is part of a day and fits between no two stops of it.
    pub(super) fn has_no_lunch_between(&self, duty: usize) -> bool {
        let stops = self.days[duty].timed();
        self.layout.duty(duty).lunch.is_some_and(|lunch| {
            (1..stops.len()).all(|at| {
                let (until, next, way) = passage(stops, at);
                lunch.taken(lunch.free_between(until, next, way)) == 0
            })
        })
    }

    /// Minutes that a stop can begin later, unless that would cost more than waiting does.
    pub(super) fn may_wait(&self, stop: &Stop) -> i32 {
        let free = stop.latest - stop.start;
        match free > 0 && !self.late_can_pay() {
            true => free.min(self.punctual_for(stop)),
            false => free,
        }
    }

    /// Minutes that a stop can begin later without being late, or later than it is.
    pub(super) fn punctual_for(&self, stop: &Stop) -> i32 {
        punctual_min(&self.layout, self.layout.part(stop.part), stop.start).max(0)
    }

    /// True if being late costs less than waiting.
    pub(super) fn late_can_pay(&self) -> bool {
        let prices = &self.layout.problem.prices;
        prices[CostTerm::Lateness] < prices[CostTerm::Waiting]
    }

    /// Times all days touched since the last commit.
    pub(super) fn time_days(&mut self) {
        self.flush();
        let mut at = 0;
        while let Some(duty) = self.touched(at) {
            self.time_day(duty);
            at += 1;
        }
    }

    /// Times all days.
    pub(super) fn time_all_days(&mut self) {
        for duty in 0..self.days.len() {
            self.time_day(duty);
        }
    }

    /// True if timing can change what a day costs.
    fn can_be_timed(&self, duty: usize) -> bool {
        !self.on_grid[duty] && !self.index.linear && self.days[duty].stops.len() > 1
    }

    /// Stops that follow another one without the break that is wanted between.
    fn breaks_missed(&self, stops: &[Stop]) -> usize {
        let wanted = self.wanted_break();
        let is_missed = |&at: &usize| {
            let (until, next, way) = passage(stops, at);
            next - until - way < wanted
        };
        if wanted == 0 {
            0
        } else {
            (1..stops.len()).filter(is_missed).count()
        }
    }

    /// True if there is no waiting in a day but for lunch, and no break is missed.
    fn waits_for_nothing(&self, duty: usize) -> bool {
        let day = &self.days[duty];
        day.earliest.longest_wait == 0 && !self.has_no_lunch_between(duty) && self.breaks_missed(&day.stops) == 0
    }

    /// Times one day.
    pub(super) fn time_day(&mut self, duty: usize) {
        let stops = &self.days[duty].stops;
        if !self.can_be_timed(duty)
            || self.waits_for_nothing(duty)
            || stops.iter().all(|stop| stop.latest == stop.start)
        {
            return;
        }
        let mut timing = std::mem::take(&mut self.timing);
        timing.forget(0);
        self.time(duty, stops, &mut timing);
        if let Some(measure) = timing.measure {
            for stop in &timing.stops {
                self.part_start[stop.part as usize] = stop.start;
            }
            let old = std::mem::replace(&mut self.days[duty].measure, measure);
            self.replace_measure(duty, &old, &measure);
            self.days[duty].timed.clone_from(&timing.stops);
        }
        self.timing = timing;
    }

    /// What the plan would cost more, about, if the stops of a day were these, as early as they can be, and the day were
    /// then timed.
    pub(super) fn cost_if_timed(&mut self, duty: usize, stops: &[Stop]) -> Option<i64> {
        let now = self.delta(duty, &self.days[duty].measure)?;
        let mut timing = std::mem::take(&mut self.timing);
        timing.forget(i64::MAX);
        self.compare(duty, stops, &mut timing);
        if self.can_be_timed(duty) {
            self.time(duty, stops, &mut timing);
        }
        let found = timing.measure.map(|_| timing.change - now);
        self.timing = timing;
        found
    }

    /// Finds the cheapest timing of stops that are as early as they can be.
    fn time(&self, duty: usize, stops: &[Stop], timing: &mut Timing) {
        let mut waiting = std::mem::take(&mut timing.waiting);
        for before in 0..stops.len() {
            waiting.clear();
            waiting.extend_from_slice(stops);
            if before > 0 {
                if !wait_for_lunch(&self.layout, duty, &mut waiting, before) {
                    continue;
                }
                self.compare(duty, &waiting, timing);
            }
            self.leave_later(duty, &waiting, timing);
        }
        waiting.clear();
        waiting.extend_from_slice(if timing.measure.is_some() { &timing.stops } else { stops });
        self.take_breaks(duty, &mut waiting, timing);
        timing.waiting = waiting;
    }

    /// Lets stops wait for a break before them, the first one first, wherever that makes the day cheaper.
    fn take_breaks(&self, duty: usize, stops: &mut Vec<Stop>, timing: &mut Timing) {
        if self.breaks_missed(stops) == 0 {
            return;
        }
        let mut trial = std::mem::take(&mut timing.trial);
        for at in 1..stops.len() {
            trial.clone_from(stops);
            if wait_for_break(&self.layout, duty, &mut trial, at) {
                let before = timing.change;
                self.compare(duty, &trial, timing);
                if timing.change < before {
                    std::mem::swap(stops, &mut trial);
                }
            }
        }
        timing.trial = trial;
    }

    /// Tries all delays of the start of a day that can be the best: those that take its waiting out, make a stop late, or
    /// leave just enough time for lunch.
    fn leave_later(&self, duty: usize, stops: &[Stop], timing: &mut Timing) {
        let (mut delays, mut trial) = (std::mem::take(&mut timing.delays), std::mem::take(&mut timing.trial));
        delays.clear();
        let lunch = self.layout.duty(duty).lunch;
        let late_can_pay = self.late_can_pay();
        let (mut waits, mut most) = (0, i32::MAX);
        for at in 0..stops.len() {
            if at > 0 {
                let (until, next, way) = passage(stops, at);
                if let Some(latest) = lunch
                    .and_then(|lunch| lunch.latest(next, way))
                    .filter(|&latest| latest > until)
                {
                    delays.push(waits + latest - until);
                }
                waits += (next - until - way).max(0);
            }
            let stop = &stops[at];
            most = most.min(waits.saturating_add(self.may_wait(stop)));
            if late_can_pay {
                delays.push(waits.saturating_add(self.punctual_for(stop)));
            }
        }
        let most = most.min(waits);
        delays.push(most);
        delays.sort_unstable();
        delays.dedup();
        let grid = self.layout.problem.grid;
        let mut before = i64::MAX;
        for &delay in delays.iter().filter(|&&delay| delay <= most) {
            let delay = floor_to(delay, grid);
            trial.clear();
            trial.extend_from_slice(stops);
            if delay > 0 && begin_at(&self.layout, duty, &mut trial, 0, stops[0].start + delay) {
                let change = self.compare(duty, &trial, timing);
                // From here on more is late, or no lunch is left.
                if change > before {
                    break;
                }
                before = change;
            }
        }
        (timing.delays, timing.trial) = (delays, trial);
    }

    /// Keeps a timing if it is the cheapest so far. Gives what it costs more than none.
    fn compare(&self, duty: usize, stops: &[Stop], timing: &mut Timing) -> i64 {
        let (measure, cents) = measure_day::<i64>(&self.layout, self.layout.duty(duty), stops);
        let measure = Measure { cents, ..measure }.reaching(&self.days[duty].earliest);
        let Some(change) = self.delta(duty, &measure) else {
            return i64::MAX;
        };
        if change < timing.change {
            timing.change = change;
            timing.measure = Some(measure);
            timing.stops.clear();
            timing.stops.extend_from_slice(stops);
        }
        change
    }
}

/// The cheapest timing of a day so far, and room to try others.
#[derive(Default)]
pub(super) struct Timing {
    /// What it costs more than the stops as early as they can be.
    change: i64,
    measure: Option<Measure>,
    stops: Vec<Stop>,
    waiting: Vec<Stop>,
    trial: Vec<Stop>,
    delays: Vec<i32>,
}

impl Timing {
    /// Nothing is found yet; only what costs less than `change` counts.
    fn forget(&mut self, change: i64) {
        self.change = change;
        self.measure = None;
    }
}

/// Between the stop at `at` and the one before: when one is free, when the other takes its time, and the way.
pub(super) fn passage(stops: &[Stop], at: usize) -> (i32, i32, i32) {
    (
        stops[at - 1].free_from(),
        stops[at].start - stops[at].before,
        stops[at].way,
    )
}

/// Lets the stop at `position` wait until lunch has been taken before it. False if that does not fit.
fn wait_for_lunch(layout: &Layout<'_>, duty: usize, stops: &mut [Stop], position: usize) -> bool {
    let Some(lunch) = layout.duty(duty).lunch else {
        return false;
    };
    let (before, stop) = (stops[position - 1].free_from(), stops[position]);
    let begin = (before + stop.way).max(lunch.from) + lunch.minutes;
    begin > stop.start - stop.before
        && lunch.taken(lunch.free_between(before, begin, stop.way)) > 0
        && begin_at(layout, duty, stops, position, begin + stop.before)
}

/// Lets the stop at `position` wait until there has been a short break before it. False if that does not fit, or if
/// there is one.
fn wait_for_break(layout: &Layout<'_>, duty: usize, stops: &mut [Stop], position: usize) -> bool {
    let (until, next, way) = passage(stops, position);
    let begin = until + way + layout.problem.rules.break_min;
    begin > next && begin_at(layout, duty, stops, position, begin + stops[position].before)
}

/// Lets the stop at `position` begin at `start` or as soon as it then may, and those behind it follow. False if they do
/// not fit.
fn begin_at(layout: &Layout<'_>, duty: usize, stops: &mut [Stop], position: usize, start: i32) -> bool {
    let mut earliest = start;
    for at in position..stops.len() {
        let stop = &mut stops[at];
        if earliest > stop.start {
            let moved = match stop.pinned {
                true => None,
                false => next_float(layout, duty, stop.part, earliest),
            };
            match moved.filter(|&start| start <= stop.latest) {
                Some(start) => stop.start = start,
                None => return false,
            }
        } else {
            return true;
        }
        let free = stop.free_from();
        if let Some(next) = stops.get(at + 1) {
            earliest = free + next.way + next.before;
        }
    }
    true
}
