//! Raises the bound: an auction moves the prices, and every few rounds the bound at their running mean is found.
//!
//! In a round, sessions, courses and groups come one after the other, each takes what is cheapest for it just then, and
//! what it takes gets dearer at once; after the round, everything gets cheaper by what there is of it. That is an
//! incremental subgradient method (Nedić and Bertsekas 2001, doi:10.1137/S1052623499362111): where all sessions at once
//! would choose the same cheap hour, here each sees what those before it chose. The last prices of such a walk swing;
//! their mean does not.

use super::fill::Filling;
use super::relaxation::Relaxation;

/// Rounds from one look at the bound to the next; our choice, as all that follows, by measurement on treatment weeks.
const ROUNDS_PER_LOOK: u64 = 4;
/// The first pace, as a part of what a session is worth on average.
const FIRST_PACE: i64 = 20;
/// The pace falls to so many percent when the bound has risen too little at two looks in a row.
const SLOWER_PERCENT: [i64; 4] = [88, 92, 95, 97];
/// Too little is less than this part of the bound.
const SMALL_GAIN: i64 = 100;
/// When the pace has fallen this far, prices go back to the best and the next cycle begins.
const CYCLE_DEPTH: i64 = 200;
/// When it has fallen this far for the first time, smaller cells take over.
const COARSE_DEPTH: i64 = 4;
/// They begin at this part of the first pace.
const FINER_PACE: i64 = 2;
/// Each cycle begins at this part of the pace at which the one before it began.
const CYCLE_PACE: i64 = 3;
/// Rounds in which only the prices of ways move.
const WAY_ROUNDS: u64 = 200;
/// Weight of the newest prices in the mean, as a part.
const MEAN_OF: i64 = 4;

/// A walk over prices that remembers where the bound was best.
#[derive(Debug, Clone)]
pub(super) struct Ascent {
    relaxation: Relaxation,
    /// The same with smaller cells, to go on with.
    finer: Option<Relaxation>,
    filling: Filling,
    /// Running mean of the prices.
    mean: Vec<i64>,
    best: Vec<i64>,
    best_value: i64,
    level_one: i64,
    /// How far a price moves for a unit taken, now and at the start of this cycle, parts of a cent.
    pace: i64,
    top_pace: i64,
    cycle: usize,
    /// Looks in a row at which the bound has risen too little.
    stalled: u32,
    step: u64,
}

impl Ascent {
    pub fn new(relaxation: Relaxation, finer: Option<Relaxation>) -> Self {
        let pace = first_pace(&relaxation);
        let mut ascent = Self {
            mean: relaxation.prices.value.clone(),
            best: relaxation.prices.value.clone(),
            relaxation,
            finer,
            filling: Filling::default(),
            best_value: i64::MIN,
            level_one: i64::MIN,
            pace,
            top_pace: pace,
            cycle: 0,
            stalled: 0,
            step: 0,
        };
        ascent.look();
        ascent
    }

    /// One round; false once there is nothing left to gain.
    pub fn round(&mut self) -> bool {
        if self.cycle >= SLOWER_PERCENT.len() {
            return false;
        }
        self.step += 1;
        // Ways first, alone: their prices are of another scale, and a good start for the others.
        let only_ways = self.step <= WAY_ROUNDS && !self.relaxation.ends.is_empty();
        if self.relaxation.prices.only_ways && !only_ways {
            self.begin_cycle();
        }
        self.relaxation.prices.only_ways = only_ways;
        self.relaxation.auction(&mut self.filling, self.pace);
        for (mean, value) in self.mean.iter_mut().zip(&self.relaxation.prices.value) {
            *mean += (value - *mean) / MEAN_OF;
        }
        if self.step.is_multiple_of(ROUNDS_PER_LOOK) {
            let before = self.best_value;
            self.look();
            match only_ways {
                true => self.pace = self.top_pace * (WAY_ROUNDS - self.step) as i64 / WAY_ROUNDS as i64 + 1,
                false => self.slow_down(self.best_value.saturating_sub(before)),
            }
        }
        true
    }

    /// Finds the bound at the mean prices.
    fn look(&mut self) {
        std::mem::swap(&mut self.mean, &mut self.relaxation.prices.value);
        let value = self.relaxation.fill(&mut self.filling, true);
        if value > self.best_value {
            self.best_value = value;
            self.best.clone_from(&self.relaxation.prices.value);
        }
        std::mem::swap(&mut self.mean, &mut self.relaxation.prices.value);
    }

    fn slow_down(&mut self, gained: i64) {
        self.stalled = if gained > self.best_value.max(0) / SMALL_GAIN {
            0
        } else {
            self.stalled + 1
        };
        if self.stalled < 2 {
            return;
        }
        self.stalled = 0;
        self.pace = self.pace * SLOWER_PERCENT[self.cycle] / 100;
        if self.pace <= self.top_pace / COARSE_DEPTH {
            self.refine();
        }
        if self.pace <= self.top_pace / CYCLE_DEPTH {
            self.cycle += 1;
            self.top_pace /= CYCLE_PACE;
            self.begin_cycle();
        }
    }

    /// Goes on with smaller cells, if there are any.
    fn refine(&mut self) {
        if let Some(mut finer) = self.finer.take() {
            self.relaxation.prices.value.clone_from(&self.best);
            finer.carry(&self.relaxation);
            self.relaxation = finer;
            self.best.clone_from(&self.relaxation.prices.value);
            self.mean.clone_from(&self.best);
            self.pace = self.top_pace / FINER_PACE;
        }
    }

    fn begin_cycle(&mut self) {
        self.pace = self.top_pace;
        self.relaxation.prices.value.clone_from(&self.best);
        self.mean.clone_from(&self.best);
    }

    /// The best bound so far, parts of a cent.
    pub fn value(&self) -> i64 {
        self.best_value
    }

    /// The bound on costs of level one at the best prices, parts of a cent.
    pub fn level_one(&mut self) -> i64 {
        let mut prices = self.best.clone();
        std::mem::swap(&mut prices, &mut self.relaxation.prices.value);
        self.relaxation.prices.drop_soft();
        let value = self.relaxation.fill(&mut self.filling, false);
        std::mem::swap(&mut prices, &mut self.relaxation.prices.value);
        self.level_one = self.level_one.max(value);
        self.level_one
    }
}

fn first_pace(relaxation: &Relaxation) -> i64 {
    relaxation.mean_worth() / FIRST_PACE
}
