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

/// A bound that rises beside a search: as many rounds of its usual number as the search has done of its steps, a few at
/// a time so that nobody waits for it, and in the end those that are still due. The same steps give the same bound,
/// however they are cut up.
#[derive(Default)]
pub(super) struct Floor {
    bound: Option<Bound>,
    rounds: u64,
}

impl Floor {
    /// Does some of what is due after so many steps of so many.
    pub fn keep_up(&mut self, problem: &Problem, step: u64, steps: u64) {
        if step < steps.div_ceil(BEGIN_AFTER) {
            return;
        }
        let bound = self.bound.get_or_insert_with(|| Bound::begin(problem));
        if bound.is_ready() {
            let due = due(bound, step, steps).saturating_sub(self.rounds);
            let rounds = due.min(bound.few_rounds());
            bound.advance(rounds);
            self.rounds += rounds;
        } else {
            bound.prepare(problem);
        }
    }

    /// What has been proved after so many steps of so many, with whatever was due and has not been done.
    pub fn value(&mut self, problem: &Problem, step: u64, steps: u64) -> LowerBound {
        let bound = self.bound.get_or_insert_with(|| Bound::begin(problem));
        while bound.prepare(problem) {}
        let due = due(bound, step, steps).saturating_sub(self.rounds);
        bound.advance(due);
        self.rounds += due;
        bound.value()
    }
}

/// Rounds that are due.
fn due(bound: &Bound, step: u64, steps: u64) -> u64 {
    let share = u128::from(step.min(steps)) * u128::from(bound.usual_rounds()) / u128::from(steps.max(1));
    u64::try_from(share).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Floor;
    use crate::model;
    use crate::sample::{SampleRequest, sample};

    #[test]
    fn the_bound_depends_on_the_steps_and_not_on_how_they_are_cut_up() {
        let request = SampleRequest {
            clinicians: 6,
            ..SampleRequest::default()
        };
        let problem = model::build(&sample(&request)).problem;
        let steps = 1_000;
        for end in [0, 10, 500, 1_000] {
            let at_once = Floor::default().value(&problem, end, steps);
            for slice in [3, 170, 999] {
                let mut floor = Floor::default();
                let mut step = 0;
                while step < end {
                    step = end.min(step + slice);
                    floor.keep_up(&problem, step, steps);
                }
                assert_eq!(
                    floor.value(&problem, end, steps),
                    at_once,
                    "{end} steps in slices of {slice}"
                );
            }
        }
        assert!(Floor::default().value(&problem, steps, steps).total > 0);
    }
}
