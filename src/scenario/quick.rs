//! A first estimate, before any draw is done: today's week, planned quickly under cautious, likely and hopeful changes.

use super::batch::Batch;
use super::change::Change;
use super::draw::Setting;
use super::inputs::Input;
use super::joint::draw;
use super::limits::Limits;
use super::probes::varying;
use super::replan::Planner;
use crate::order::Arrange;
use crate::stats::{normal_cdf, normal_quantile};

/// Optimizer steps of each plan at most. Our choice.
const PLAN_STEPS: u32 = 40;
/// Optimizer steps of the plan from which they start, at most. Our choice.
const FIRST_STEPS: u32 = 120;
/// Replications. Our choice.
const RUNS: u32 = 4;
/// Plans from which on an estimate is not quick any more. Our choice.
const MOST_PLANS: usize = 12;

/// The draws of a first estimate; `None` where it would take too many plans.
///
/// All changes have the same rank: the one at which a sum of as many equally weighty ones, tied together as in the joint
/// draws, has its P10, P50 or P90. Everything else is in the middle of its range.
pub(super) fn quick(
    changes: &[Change],
    inputs: &[Input],
    setting: &Setting,
    planner: &Planner,
    limits: &Limits,
) -> Option<Batch> {
    let uncertain = varying(changes, inputs).into_iter().filter(|at| *at < changes.len());
    let ranks = common_ranks(uncertain.count(), setting.assumptions.value("rank_correlation"));
    let draws = ranks.map(|rank| {
        let mut all = vec![0.5; inputs.len()];
        all[..changes.len()].fill(rank);
        draw(changes, inputs, &all)
    });
    let limits = Limits {
        runs: limits.runs.min(RUNS),
        first_steps: limits.first_steps.min(FIRST_STEPS),
        plan_steps: limits.plan_steps.min(PLAN_STEPS),
        ..*limits
    };
    let planner = planner.at_today(u64::from(limits.plan_steps));
    let batch = Batch::new(draws.into(), planner, setting.months, &limits);
    (batch.plans() <= MOST_PLANS).then_some(batch)
}

/// Net benefit, conservative, likely and aggressive, once all three draws are done.
pub(super) fn nets(batch: &Batch) -> Option<[f64; 3]> {
    let nets: Option<Vec<f64>> = batch.outcomes.iter().map(|done| Some(done.as_ref()?.net)).collect();
    let mut nets: [f64; 3] = nets?.try_into().ok()?;
    nets.arrange_by(f64::total_cmp);
    Some(nets)
}

/// The rank that each of `count` inputs has where their sum is at P10, P50 and P90, if all weigh the same, are normal and
/// have this rank correlation.
fn common_ranks(count: usize, rank_correlation: f64) -> [f64; 3] {
    let count = count.max(1) as f64;
    let correlation = 2.0 * libm::sin(std::f64::consts::PI * rank_correlation / 6.0);
    let apart = normal_quantile(0.9) * libm::sqrt((1.0 + (count - 1.0) * correlation) / count);
    [normal_cdf(-apart), 0.5, normal_cdf(apart)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_independent_inputs_are_never_all_at_their_ends() {
        let near = |found: [f64; 3], low: f64| {
            assert!((found[0] - low).abs() < 1e-9, "{found:?}");
            assert!(found[1] == 0.5 && (found[0] + found[2] - 1.0).abs() < 1e-12);
        };
        near(common_ranks(1, 0.3), 0.1);
        near(common_ranks(0, 0.0), 0.1);
        // Four independent ones: each half as far from the middle as one alone.
        near(common_ranks(4, 0.0), normal_cdf(-0.5 * normal_quantile(0.9)));
        assert!(common_ranks(4, 0.3)[0] < common_ranks(4, 0.0)[0]);
    }
}
