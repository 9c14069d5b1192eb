//! `solve`: the optimizer on a problem as such, for those who build problems of their own: benchmarks, other models.

use serde::{Deserialize, Serialize};

use super::reply::{CostLine, cost_lines};
use super::task::{Progress, Stepped, Task};
use super::{Desk, to_json, to_value};
use crate::error::{Error, Result};
use crate::model::{self, Plan, Problem};
use crate::optimizer::{Params, Solver, evaluate};

/// Request of `solve`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SolveRequest {
    /// The problem.
    pub problem: Problem,
    /// Steps of the run.
    pub steps: u64,
    /// Seed, 0 to 2^53 - 1.
    pub seed: u64,
}

/// What a run shows meanwhile.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SolveNews {
    /// Cost of the best plan so far, cents.
    pub cents: i64,
    /// Sessions it leaves out.
    pub unplaced: usize,
}

/// Reply of `solve`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SolveReply {
    /// The plan; the independent checker accepts it.
    pub plan: Plan,
    /// Its cost by term.
    pub costs: Vec<CostLine>,
    /// SHA-256 of the plan, hex.
    pub hash: String,
    /// Steps done.
    pub steps: u64,
}

/// What the solver has reached.
#[derive(Default)]
struct Board {
    step: u64,
    cents: i64,
    unplaced: usize,
    plan: Plan,
}

struct SolveTask {
    problem: std::sync::Arc<Problem>,
    steps: u64,
    run: Stepped<Board>,
}

/// Starts a run.
///
/// # Errors
/// `problem.malformed`: an index or a length that does not fit the rest.
pub fn solve(_: &Desk, request: SolveRequest) -> Result<Box<dyn Task>> {
    request
        .problem
        .check_shape()
        .map_err(|message| Error::new("problem.malformed", message).at("problem"))?;
    let problem = std::sync::Arc::new(request.problem);
    let params = Params {
        seed: request.seed,
        steps: request.steps,
        ..Params::default()
    };
    let input = std::sync::Arc::clone(&problem);
    let run = Stepped::new(Board::default(), async move |pace, board| {
        let mut solver = Solver::new(&input, params, None);
        let mut more = true;
        while more {
            more = solver.advance(pace.steps().await);
            let progress = solver.progress();
            let mut board = board.borrow_mut();
            if board.step == 0 || progress.cost_cents < board.cents || !more {
                board.plan = solver.best();
            }
            (board.step, board.cents, board.unplaced) = (progress.step, progress.cost_cents, progress.unplaced);
        }
    });
    Ok(Box::new(SolveTask {
        problem,
        steps: request.steps,
        run,
    }))
}

impl Task for SolveTask {
    fn advance(&mut self, steps: u64) -> Result<Progress> {
        let more = self.run.advance(steps);
        let board = self.run.board();
        let news = SolveNews {
            cents: board.cents,
            unplaced: board.unplaced,
        };
        Ok(Progress {
            step: board.step,
            steps: self.steps,
            done: !more,
            news: to_value(&news)?,
        })
    }

    fn finish(mut self: Box<Self>) -> Result<String> {
        if self.run.board().step == 0 {
            self.run.advance(1);
        }
        let board = self.run.board();
        if !model::check(&self.problem, &board.plan).is_empty() {
            return Err(Error::new(
                "plan.rejected",
                "the plan that was found breaks a hard rule and is not shown",
            ));
        }
        to_json(&SolveReply {
            costs: cost_lines(&evaluate(&self.problem, &board.plan)),
            hash: board.plan.hash(),
            steps: board.step,
            plan: board.plan.clone(),
        })
    }
}
