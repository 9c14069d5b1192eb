//! Several workers on one problem: each searches with random numbers of its own, and after every round the one that
//! stands worst goes on from where the best one stands.
//!
//! A run is cut into rounds of so many steps. What a worker does in a round depends on the problem, the request and its
//! [`Member`] alone, and [`exchange`] on nothing but all members after a round. So it does not matter who carries a
//! round out, where, how fast, in which order, or how often it had to be begun anew.

use serde::{Deserialize, Serialize};

use crate::model::{Plan, Problem, check};
use crate::rng::Rng;

use super::evaluate::evaluate;
use super::params::{Params, Progress};
use super::search::Solver;

/// Rounds of a run. Our choice by measurement.
pub const NUM_ROUNDS: u32 = 16;

/// Most workers of a run; our choice.
pub const MAX_WORKERS: u32 = 16;

/// Where a worker stands between two rounds: all there is to know to go on from there.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default)]
pub struct Member {
    /// Which worker, from 0.
    pub worker: u32,
    /// Rounds done; before the first one there is nothing in the fields below.
    pub round: u32,
    /// Steps done.
    pub step: u64,
    /// Temperature at the start and at the end of its run, in 1/1024 of a cent.
    pub temperatures: [i64; 2],
    /// The plan that it goes on from, with its cost in cents.
    pub current: (i64, Plan),
    /// The best plan that it has seen, with its cost in cents.
    pub best: (i64, Plan),
}

/// The members of a run before their first round.
pub fn members(workers: u32) -> Vec<Member> {
    let member = |worker| Member {
        worker,
        ..Member::default()
    };
    (0..workers.clamp(1, MAX_WORKERS)).map(member).collect()
}

/// One worker's round under way.
pub struct Round<'p> {
    solver: Solver<'p>,
    member: Member,
    /// The step before which the round ends.
    until: u64,
}

impl<'p> Round<'p> {
    /// The next round of `member`, in a run of `params` from `start`, or from nothing.
    pub fn new(problem: &'p Problem, params: &Params, start: Option<&Plan>, member: Member) -> Self {
        let rng = stream(params, &member);
        let solver = match member.round {
            0 => Solver::begun(problem, params.clone(), start, rng),
            _ => {
                let (plan, step) = (&member.current.1, member.step);
                Solver::resumed(problem, params.clone(), plan, step, member.temperatures, rng)
            }
        };
        let until = match member.round + 1 {
            next if next < NUM_ROUNDS => params.steps * u64::from(next) / u64::from(NUM_ROUNDS),
            _ => params.steps,
        };
        Self { solver, member, until }
    }

    /// Does up to `steps` steps of the round; true while there is more to do.
    pub fn advance(&mut self, steps: u64) -> bool {
        let step = self.solver.progress().step;
        self.solver.search(self.until.min(step.saturating_add(steps)));
        self.solver.progress().step < self.until
    }

    /// Where the worker stands, as if the round were all there was.
    pub fn progress(&self) -> Progress {
        self.solver.progress()
    }

    /// The best plan of the round so far; the checker accepts it at any time.
    pub fn best(&self) -> Plan {
        self.solver.best()
    }

    /// Ends the round, here and now if it is not done.
    pub fn finish(self) -> Member {
        let Member {
            worker, round, best, ..
        } = self.member;
        let Progress { step, cost_cents, .. } = self.solver.progress();
        Member {
            worker,
            round: round + 1,
            step,
            temperatures: self.solver.temperatures(),
            current: self.solver.current(),
            best: match round > 0 && best.0 <= cost_cents {
                true => best,
                false => (cost_cents, self.solver.best()),
            },
        }
    }
}

/// The random numbers of a member's next round. The first worker begins as a run of its own would.
fn stream(params: &Params, member: &Member) -> Rng {
    match (member.worker, member.round) {
        (0, 0) => Rng::stream(params.seed, "optimizer", 0),
        (worker, round) => Rng::stream(params.seed, "round", u64::from(worker) << 32 | u64::from(round)),
    }
}

/// After a round of all members: who stands worst goes on from where the best one stands; of equals, the first is the
/// better. True while there are rounds to do.
pub fn exchange(members: &mut [Member]) -> bool {
    let order = |idx: &usize| (members[*idx].current.0, *idx);
    let (first, last) = (
        (0..members.len()).min_by_key(order),
        (0..members.len()).max_by_key(order),
    );
    if let (Some(first), Some(last)) = (first, last) {
        members[last].current = members[first].current.clone();
    }
    members.iter().any(|member| member.round < NUM_ROUNDS)
}

/// The best plan of all members with its cost, after one more look for places for whatever it lacks. Of equal plans it
/// is that of the first worker.
pub fn polished(problem: &Problem, params: &Params, members: &[Member]) -> (i64, Plan) {
    let done = members.iter().filter(|member| member.round > 0);
    let best = done.min_by_key(|member| member.best.0);
    let plan = best.map_or_else(|| Plan::empty(problem), |member| member.best.1.clone());
    let rng = Rng::stream(params.seed, "polish", 0);
    let mut solver = Solver::resumed(problem, params.clone(), &plan, params.steps, [1, 1], rng);
    solver.construct();
    let cents = solver.progress().cost_cents;
    // A plan that comes from elsewhere is not taken at its word.
    let known = check(problem, &plan)
        .is_empty()
        .then(|| evaluate(problem, &plan).total());
    match known {
        Some(known) if known <= cents => (known, plan),
        _ => (cents, solver.best()),
    }
}
