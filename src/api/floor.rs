//! How good a plan can be at most, found beside the search.

use serde::Serialize;

use crate::model::Problem;
use crate::optimizer::{Bound, LowerBound};

/// The bound is begun when this part of the steps is done, so that the first plan is not kept waiting; our choice.
const BEGIN_AFTER: u64 = 50;

/// What no plan can undercut.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlanLimits {
    /// No plan costs less in unplaced sessions, empty seats and minutes short of weekly minimums, cents.
    pub unplaced_cents: i64,
    /// Percent by which a plan could cost less than this one at most, rounded up to a tenth.
    pub gap_percent: f64,
    /// The same in words.
    pub text: String,
    /// The relaxation that gives the bounds.
    pub relaxation: String,
}

impl PlanLimits {
    /// What a bound says about a plan of this cost, cents.
    pub fn new(bound: LowerBound, cost: i64) -> Self {
        let gap = bound.gap_per_mille(cost);
        Self {
            unplaced_cents: bound.level_one,
            gap_percent: gap as f64 / 10.0,
            text: match gap {
                0 => "no plan is better".into(),
                gap => format!("no plan can be more than {}.{} % better", gap / 10, gap % 10),
            },
            relaxation: Bound::RELAXATION.into(),
        }
    }
}

/// A bound that rises beside a search: as many rounds of its usual number as the search has done of its steps.
#[derive(Default)]
pub(super) struct Floor {
    bound: Option<Bound>,
    rounds: u64,
}

impl Floor {
    /// Does the rounds that are due after so many steps of so many. The same steps give the same bound, however they
    /// are cut up.
    pub fn keep_up(&mut self, problem: &Problem, step: u64, steps: u64) {
        if step < steps.div_ceil(BEGIN_AFTER) {
            return;
        }
        let bound = self.bound.get_or_insert_with(|| Bound::new(problem));
        let share = u128::from(step.min(steps)) * u128::from(bound.usual_rounds()) / u128::from(steps.max(1));
        let due = u64::try_from(share).unwrap_or(0);
        bound.advance(due.saturating_sub(self.rounds));
        self.rounds = due.max(self.rounds);
    }

    /// What has been proved.
    pub fn value(&mut self, problem: &Problem) -> LowerBound {
        self.bound.get_or_insert_with(|| Bound::new(problem)).value()
    }
}
