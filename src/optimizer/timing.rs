//! When the stops of a clinician-day really begin, once it is known which they are.
//!
//! While places are compared every visit that floats begins as early as it can, so that all room is seen. At the end of
//! a step the days it has touched are timed: leaving later takes waiting out of the day (the forward slack of
//! Savelsbergh 1992, doi:10.1287/ijoc.4.2.146), and a visit that waits for lunch to be taken can be cheaper than a
//! missed lunch. The cheapest of these timings is kept.

use crate::model::CostTerm;

use super::day::next_float;
use super::layout::{Layout, floor_to};
use super::span::{Measure, Stop, measure_day, punctual_min};
use super::state::State;

impl State<'_> {
    /// About what timing the days touched since the last commit can save at most: all waiting, all lunches missed, and
    /// what the worst days cost.
    pub(super) fn timing_saves_at_most(&self) -> i64 {
        let prices = &self.layout.problem.prices;
        let mut cents = 0;
        let mut at = 0;
        while let Some(duty) = self.touched(at) {
            let day = &self.days[duty];
            if self.can_be_timed(duty) {
                cents += i64::from(day.idle) * prices[CostTerm::Waiting]
                    + prices[CostTerm::MissedLunch]
                    + self.guide.most_saved(&day.measure);
            }
            at += 1;
        }
        cents
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

    fn time_day(&mut self, duty: usize) {
        let stops = &self.days[duty].stops;
        if !self.can_be_timed(duty) || stops.iter().all(|stop| stop.latest == stop.start) {
            return;
        }
        let (mut trial, mut best) = (std::mem::take(&mut self.scratch), Vec::new());
        let mut found: Option<(i64, Measure)> = None;
        let lunch_at = lunch_position(&self.layout, duty, stops);
        for variant in 0..=stops.len() {
            trial.clone_from(&self.days[duty].stops);
            let fits = match lunch_at {
                // Lunch is taken, or nobody needs it, or it is taken outside.
                _ if variant == 0 => leave_later(&self.layout, duty, &mut trial, lunch_at),
                None if variant < trial.len() => {
                    let waits = wait_for_lunch(&self.layout, duty, &mut trial, variant);
                    if waits {
                        leave_later(&self.layout, duty, &mut trial, Some(variant));
                    }
                    waits
                }
                _ => break,
            };
            if !fits {
                continue;
            }
            let (measure, cents) = measure_day::<i64>(&self.layout, self.layout.duty(duty), &trial);
            let measure = Measure { cents, ..measure }.reaching(&self.days[duty].earliest);
            let Some(change) = self.delta(duty, &measure) else {
                continue;
            };
            if change < found.map_or(0, |found| found.0) {
                found = Some((change, measure));
                std::mem::swap(&mut trial, &mut best);
            }
        }
        self.scratch = trial;
        if let Some((_, measure)) = found {
            for stop in &best {
                self.part_start[stop.part as usize] = stop.start;
            }
            let old = std::mem::replace(&mut self.days[duty].measure, measure);
            self.replace_measure(duty, &old, &measure);
            self.days[duty].timed = best;
        }
    }
}

/// The stop before which lunch is taken, if it is.
fn lunch_position(layout: &Layout<'_>, duty: usize, stops: &[Stop]) -> Option<usize> {
    let lunch = layout.duty(duty).lunch?;
    let free = |at: usize| {
        let (stop, next) = (&stops[at - 1], &stops[at]);
        lunch.free_between(stop.free_from(), next.start - next.before, next.way)
    };
    let longest = (1..stops.len()).max_by_key(|&at| (free(at), std::cmp::Reverse(at)))?;
    (lunch.taken(free(longest)) > 0).then_some(longest)
}

/// Lets the day begin later by what takes waiting out of it without making anybody late or touching the gap before
/// `lunch`. False if nothing can be gained.
fn leave_later(layout: &Layout<'_>, duty: usize, stops: &mut [Stop], lunch: Option<usize>) -> bool {
    let (mut waiting, mut slack) = (0, i32::MAX);
    for at in 0..stops.len() {
        if lunch == Some(at) {
            break;
        }
        if at > 0 {
            waiting += wait_before(stops, at);
        }
        slack = slack.min(waiting.saturating_add(slack_of(layout, &stops[at])));
        if slack == 0 {
            return false;
        }
    }
    let delay = floor_to(slack.min(waiting), layout.problem.grid);
    delay > 0 && begin_at(layout, duty, stops, 0, stops[0].start + delay)
}

fn wait_before(stops: &[Stop], at: usize) -> i32 {
    (stops[at].start - stops[at].before - stops[at - 1].free_from() - stops[at].way).max(0)
}

/// Minutes that a stop can begin later without being later than it is.
fn slack_of(layout: &Layout<'_>, stop: &Stop) -> i32 {
    let free = stop.latest - stop.start;
    if free == 0 {
        return 0;
    }
    free.min(punctual_min(layout, layout.part(stop.part), stop.start).max(0))
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
