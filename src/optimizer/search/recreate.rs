//! Putting back what a step has taken out, in one of several orders.

use super::super::insert::{Only, Search};
use super::Solver;

/// Sessions that are not placed, and seats that are missing, that are tried again in each step, at most. Our choice by
/// measurement.
const MAX_RETRIED: usize = 2;
/// How often what was taken out must not go back to the very place that it had: without it, more than half of the steps
/// in a full week put everything back as it was. Not for visits that float, whose times follow from their route. Our
/// choice by measurement.
const BARRED: f64 = 0.3;

/// What became of a plan from which something was taken out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Recreated {
    /// What has a place is back in it.
    Whole,
    /// Given up on the way: it can only cost more than is accepted.
    Hopeless,
}

impl Solver<'_> {
    /// Puts back what was taken out, and tries something else that is not placed. Gives up as soon as the plan costs
    /// `threshold`, if there is one, without the price of what is still out.
    pub(super) fn recreate(&mut self, removed: &[u32], threshold: Option<f64>) -> Recreated {
        let mut keys = std::mem::take(&mut self.keys);
        keys.clear();
        let order = self.rng.below(16);
        keys.extend(removed.iter().map(|&session| (0, session)));
        let open = self.state.unplaced.len();
        if open > removed.len() {
            for _ in 0..MAX_RETRIED.min(open) {
                let session = self.state.unplaced[self.rng.below(open)];
                if !keys.iter().any(|key| key.1 == session) {
                    keys.push((0, session));
                }
            }
        }
        for key in &mut keys {
            key.0 = self.sort_key(order, key.1 as usize);
        }
        keys.sort_unstable();
        let mut out = keys.iter().map(|key| self.price_of_leaving_out(key.1)).sum::<i64>();
        let mut outcome = Recreated::Whole;
        for &(_, session) in &keys {
            out -= self.price_of_leaving_out(session);
            if self.state.placed[session as usize].is_none() {
                self.bar(session);
                self.insert(session as usize, true);
                self.state.barred = None;
            }
            if threshold.is_some_and(|threshold| (self.state.guided_cost() - out) as f64 >= threshold) {
                outcome = Recreated::Hopeless;
                break;
            }
        }
        self.keys = keys;
        if outcome == Recreated::Whole {
            self.refill();
            self.state.end_empty_groups();
        }
        outcome
    }

    /// Sends a session now and then to another place than the one that it had before this step.
    fn bar(&mut self, session: u32) {
        if !self.state.index.floats[session as usize] && self.rng.chance(BARRED) {
            self.state.barred = self.state.place_before(session);
        }
    }

    fn price_of_leaving_out(&self, session: u32) -> i64 {
        self.state.layout.session(session as usize).unplaced_cents
    }

    /// In which order sessions are put back: at random, by what they cost unplaced, by how far, by how little room
    /// they have, by when (the orders of Christiaens and Vanden Berghe 2020, with priority in place of demand).
    fn sort_key(&mut self, order: usize, session: usize) -> i64 {
        let problem = self.state.layout.problem;
        let entry = &problem.sessions[session];
        let noise = (self.rng.bits() >> 40) as i64;
        let far = || {
            let duty = problem.duties.first();
            let place = entry.choices.first().map_or(0, |choice| choice.place);
            duty.map_or(0, |duty| i64::from(problem.travel.minutes(duty.start_place, place)))
        };
        let room = || {
            entry
                .windows
                .iter()
                .map(|window| i64::from(window.1 - window.0))
                .sum::<i64>()
        };
        let size = entry
            .parts
            .iter()
            .map(|part| i64::from(part.points.max(part.minutes)))
            .sum::<i64>();
        match order {
            0..=3 => noise,
            4..=5 => -(entry.unplaced_cents * (noise | 1)) >> 12,
            6..=7 => -entry.unplaced_cents / 16 - size,
            8..=9 => -far(),
            10 => far(),
            11..=12 => room(),
            13..=14 => entry.windows.first().map_or(0, |window| i64::from(window.0)),
            _ => -entry.windows.last().map_or(0, |window| i64::from(window.1)),
        }
    }

    /// Puts one session where it is cheapest, if that is cheaper than leaving it out.
    pub(super) fn insert(&mut self, session: usize, blink: bool) -> bool {
        let mut search = match blink {
            true => Search::blinking(&mut self.rng),
            false => Search::every(&mut self.rng, Only::Any),
        };
        let Some(candidate) = self.state.best_place(session, &mut search) else {
            return false;
        };
        let entry = self.state.layout.session(session);
        let day = candidate.placed.day as usize;
        let relieved = entry.patient.filter(|_| entry.counts_to_minimum);
        let relief = relieved.map_or(0, |patient| {
            self.state.minimum_saved(patient as usize, day, entry.minutes)
        });
        if candidate.delta >= entry.unplaced_cents + relief {
            return false;
        }
        if entry.seats.is_none() {
            self.state.put(session, &candidate);
            return true;
        }
        let before = self.state.guided_cost();
        self.state.put(session, &candidate);
        self.state.fill_seats(session, &mut self.rng);
        // Not everybody whose seat was counted on may get one.
        self.state.guided_cost() <= before || !self.state.take(session)
    }

    /// Tries to fill seats: those that this step has taken away, and some others that are missing.
    fn refill(&mut self) {
        if self.state.seats_missing == 0 {
            return;
        }
        let mut orders = std::mem::take(&mut self.orders);
        orders.clear();
        self.state.unseated(&mut orders);
        let all = self.state.seats.len();
        orders.extend((0..MAX_RETRIED.min(all)).map(|_| self.rng.below(all) as u32));
        for &order in &orders {
            let wanted = self.state.layout.problem.seat_orders[order as usize].count;
            if (self.state.seats[order as usize].len() as i32) < wanted {
                self.state.fill_order(order as usize, &mut self.rng);
            }
        }
        self.orders = orders;
    }
}
