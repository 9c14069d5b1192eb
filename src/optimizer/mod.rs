//! One engine for home visits, clinic sessions, groups, family sessions, telehealth and shifts, in any mix.
//!
//! [`Solver`] takes sessions out of the plan and puts them back where they are cheapest, accepts what is better and,
//! less and less often, what is a little worse (ruin and recreate under simulated annealing). A clinician-day is an
//! ordered route: home visits float in it between an earliest and a latest start, sessions that share a room or a
//! person have an exact start. Hard rules filter places; costs are sums of [`CostTerm`](crate::model::CostTerm)s.
//!
//! The result depends on problem, parameters and seed only: integers decide, steps are the budget, no clock is read.

mod advisor;
mod bound;
mod counts;
mod day;
mod duties;
mod eject;
mod evaluate;
mod exact;
mod finish;
mod gaps;
mod groups;
mod index;
mod insert;
mod layout;
mod load;
mod occupancy;
mod open;
mod params;
mod patients;
pub mod portfolio;
mod pull;
mod quote;
mod repair;
mod restore;
mod ruin;
mod search;
mod shift;
mod slots;
mod span;
mod state;
mod temperature;
mod terms;
mod timing;
mod undo;

pub use advisor::{Advisor, Alternative, Obstacle, SeatObstacles, Unblock};
pub use bound::{Bound, LowerBound, bound_at_random_prices, lower_bound};
pub use evaluate::{Evaluation, evaluate, evaluation};
pub use params::{Params, Progress};
pub use repair::{Damage, Proposal, Rank, Repair, RepairParams};
pub use search::Solver;

use crate::model::{Costs, Plan, Problem};

/// Runs to the end and gives the best plan with its cost.
pub fn solve(problem: &Problem, params: &Params, start: Option<&Plan>) -> (Plan, Costs) {
    let mut solver = Solver::new(problem, params.clone(), start);
    while solver.advance(u64::MAX) {}
    let plan = solver.best();
    let costs = evaluate(problem, &plan);
    (plan, costs)
}
