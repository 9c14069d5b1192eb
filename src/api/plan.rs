//! `plan`: the optimizer as a task, from any starting point, with everything there is to say about the result.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::check::document;
use super::desk::Desk;
use super::explain::{Unplaced, unplaced};
use super::reply::{CostLine, broken_rules, cost_lines};
use super::task::{Progress, Stepped, Task};
use super::to_json;
use crate::error::{Error, Result};
use crate::model::document::{PlannedPlace, PlannedSession};
use crate::model::problem::Session;
use crate::model::{self, Plan, PlanDocument, Problem};
use crate::optimizer::{Params, Solver, evaluate, lower_bound};
use crate::order::IntoOrdered;

/// A better plan is shown at most about this many times in a run; our choice.
const SHOWS_PER_RUN: u64 = 50;

/// Most clashes of locks named in one message; our choice.
const MAX_CLASHES_NAMED: usize = 5;

/// Most steps of one run; our choice: an hour or so on a laptop.
const MAX_STEPS: u64 = 100_000_000;

/// Where a run begins.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Start {
    /// From today's schedule: what breaks a rule is placed anew.
    #[default]
    Published,
    /// From nothing.
    Empty,
    /// From this plan.
    Plan(PlanDocument),
}

/// Request of `plan`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct PlanRequest {
    /// Where the run begins.
    pub start: Start,
    /// Keys of sessions that stay where the start has them, besides those the clinic has locked.
    pub locks: Vec<String>,
    /// Steps of the run, 1 to 100,000,000.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub steps: Option<u64>,
    /// Seed, 0 to 2^53 - 1; the clinic's if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub seed: Option<u64>,
}

/// What a run shows meanwhile.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlanNews {
    /// Sessions placed.
    pub placed: usize,
    /// Sessions that want a place and have none.
    pub unplaced: usize,
    /// Cost of the best plan so far.
    pub costs: Vec<CostLine>,
    /// The best plan so far, every now and then; it has passed the checker.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub best: Option<PlanDocument>,
}

/// Reply of `plan`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlanReply {
    /// The plan; the independent checker accepts it.
    pub plan: PlanDocument,
    /// Its cost by term.
    pub costs: Vec<CostLine>,
    /// What stays unplaced, sessions and seats, each with its reason.
    pub unplaced: Vec<Unplaced>,
    /// No plan costs less than this, cents (`optimizer::lower_bound` says which relaxation gives it).
    pub bound: i64,
    /// What differs from today's schedule.
    pub changes: Vec<Change>,
    /// SHA-256 of the plan, hex.
    pub hash: String,
    /// Steps done; the same number with the same seed gives the same plan.
    pub steps: u64,
    /// Seed used.
    pub seed: u64,
}

/// One session that is elsewhere, or with others, than in today's schedule.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Change {
    /// Session key.
    pub session: String,
    /// Where it is today; absent if nowhere.
    pub from: Option<PlannedPlace>,
    /// Where the plan has it; absent if nowhere.
    pub to: Option<PlannedPlace>,
    /// Patients who get a seat.
    pub joined: Vec<String>,
    /// Patients who lose their seat.
    pub left: Vec<String>,
}

/// Starts a run.
///
/// # Errors
/// `desk.empty`, `plan.unknown_reference`, `plan.locks_clash`, `request.wrong_value`.
pub fn plan(desk: &Desk, request: PlanRequest) -> Result<Box<dyn Task>> {
    let given = desk.problem()?;
    let steps = request.steps.unwrap_or(Params::default().steps);
    if !(1..=MAX_STEPS).contains(&steps) {
        return Err(Error::new("request.wrong_value", format!("expected 1 to {MAX_STEPS}")).at("steps"));
    }
    let params = Params {
        seed: request.seed.unwrap_or(desk.clinic()?.settings.seed),
        steps,
        ..Params::default()
    };
    let start = match &request.start {
        Start::Published => Some(Plan::published(&given)),
        Start::Empty => None,
        Start::Plan(document) => Some(document.to_plan(&given)?),
    };
    let problem = with_locks(&given, start.as_ref(), &request.locks)?;
    check_locks(&problem)?;
    Ok(Box::new(PlanTask::new(given, problem, params, start)))
}

/// The problem with more sessions locked where `start` has them.
fn with_locks(problem: &Arc<Problem>, start: Option<&Plan>, locks: &[String]) -> Result<Arc<Problem>> {
    if locks.is_empty() {
        return Ok(Arc::clone(problem));
    }
    let mut locked = Problem::clone(problem);
    for (row, key) in locks.iter().enumerate() {
        let place = start.and_then(|start| {
            let idx = problem.sessions.iter().position(|session| session.key == *key)?;
            Some((idx, start.placements.get(idx)?.clone()?))
        });
        let Some((idx, placement)) = place else {
            let message = "only a session that the start has placed can be locked";
            return Err(Error::new("plan.unknown_reference", message).at(format!("locks[{row}]")));
        };
        locked.sessions[idx].locked = true;
        locked.sessions[idx].published = Some(placement);
    }
    Ok(Arc::new(locked))
}

/// Refuses locks that break a rule by themselves, whatever is planned around them.
fn check_locks(problem: &Problem) -> Result<()> {
    let locked = |session: &Session| session.published.clone().filter(|_| session.locked);
    let alone = Plan {
        placements: problem.sessions.iter().map(locked).collect(),
        seats: vec![Vec::new(); problem.seat_orders.len()],
    };
    let violations = model::check(problem, &alone);
    if violations.is_empty() {
        return Ok(());
    }
    let broken = broken_rules(problem, &violations);
    let named: Vec<&str> = broken
        .iter()
        .take(MAX_CLASHES_NAMED)
        .map(|rule| rule.text.as_str())
        .collect();
    let more = match broken.len() - named.len() {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    let message = format!(
        "what is locked breaks a rule by itself: {}{more}; unlock one session of each",
        named.join("; ")
    );
    Err(Error::new("plan.locks_clash", message).at("locks"))
}

/// What the solver has reached.
#[derive(Default)]
struct Board {
    step: u64,
    /// The best plan when one was last due to be shown, or at the end.
    best: Option<Best>,
    /// Set to end the work at its next turn.
    stop: bool,
}

struct Best {
    plan: Plan,
    /// What the search counts, cents, against the problem with the locks of the request.
    cents: i64,
    step: u64,
}

struct PlanTask {
    /// As the clinic has it: changes and costs are counted against this.
    given: Arc<Problem>,
    /// With the locks of the request: the plan is checked against this.
    problem: Arc<Problem>,
    params: Params,
    run: Stepped<Board>,
    /// Step of the plan shown last, with what is told about it.
    shown: Option<(u64, PlanNews)>,
}

impl PlanTask {
    fn new(given: Arc<Problem>, problem: Arc<Problem>, params: Params, start: Option<Plan>) -> Self {
        let (input, settings) = (Arc::clone(&problem), params.clone());
        let run = Stepped::new(Board::default(), async move |pace, board| {
            let apart = settings.steps / SHOWS_PER_RUN;
            let mut solver = Solver::new(&input, settings, start.as_ref());
            let mut more = true;
            while more {
                let steps = pace.steps().await;
                more = if board.borrow().stop {
                    solver.polish();
                    false
                } else {
                    solver.advance(steps)
                };
                let (progress, mut board) = (solver.progress(), board.borrow_mut());
                board.step = progress.step;
                let due = board.best.as_ref().is_none_or(|best| {
                    let is_time = !more || progress.step >= best.step + apart;
                    is_time && best.cents != progress.cost_cents
                });
                if due {
                    board.best = Some(Best {
                        plan: solver.best(),
                        cents: progress.cost_cents,
                        step: progress.step,
                    });
                }
            }
        });
        Self {
            given,
            problem,
            params,
            run,
            shown: None,
        }
    }

    /// What is new since the last time; the plan goes with it if the checker accepts it.
    fn news(&mut self) -> Result<Value> {
        let board = self.run.board();
        let Some(best) = &board.best else {
            return Ok(Value::Null);
        };
        if self.shown.as_ref().is_none_or(|(step, _)| *step != best.step) {
            let accepted = model::check(&self.problem, &best.plan).is_empty();
            let mut news = PlanNews {
                placed: best.plan.placements.iter().flatten().count(),
                unplaced: count_unplaced(&self.given, &best.plan),
                costs: cost_lines(&evaluate(&self.given, &best.plan)),
                best: accepted.then(|| document(&self.given, &best.plan)).transpose()?,
            };
            let value = to_value(&news)?;
            news.best = None;
            self.shown = Some((best.step, news));
            return Ok(value);
        }
        self.shown.as_ref().map_or(Ok(Value::Null), |(_, news)| to_value(news))
    }
}

fn to_value(news: &PlanNews) -> Result<Value> {
    serde_json::to_value(news).map_err(|_| Error::new("reply.not_json", "the progress holds a number that JSON cannot"))
}

impl Task for PlanTask {
    fn advance(&mut self, steps: u64) -> Result<Progress> {
        let more = self.run.advance(steps);
        Ok(Progress {
            news: self.news()?,
            step: self.run.board().step,
            steps: self.params.steps,
            done: !more,
        })
    }

    fn finish(mut self: Box<Self>) -> Result<String> {
        self.run.board_mut().stop = true;
        self.run.advance(1);
        let board = self.run.board();
        let best = board.best.as_ref().map(|best| &best.plan);
        let best = best.filter(|plan| model::check(&self.problem, plan).is_empty());
        let Some(best) = best else {
            let message = "the plan that was found breaks a hard rule and is not shown; please report this";
            return Err(Error::new("plan.rejected", message));
        };
        let plan = document(&self.given, best)?;
        to_json(&PlanReply {
            costs: cost_lines(&evaluate(&self.given, best)),
            unplaced: unplaced(&self.problem, best),
            bound: lower_bound(&self.problem),
            changes: changes(&document(&self.given, &Plan::published(&self.given))?, &plan),
            hash: plan.hash.clone(),
            steps: board.step,
            seed: self.params.seed,
            plan,
        })
    }
}

/// Sessions that want a place and have none. A group session without seats given is not missed.
fn count_unplaced(problem: &Problem, plan: &Plan) -> usize {
    let sessions = problem.sessions.iter().zip(&plan.placements);
    sessions
        .filter(|(session, placement)| placement.is_none() && session.unplaced_cents > 0)
        .count()
}

/// What differs between two documents of the same problem.
fn changes(before: &PlanDocument, after: &PlanDocument) -> Vec<Change> {
    let pairs = before.sessions.iter().zip(&after.sessions);
    pairs.filter_map(|(before, after)| change(before, after)).collect()
}

fn change(before: &PlannedSession, after: &PlannedSession) -> Option<Change> {
    let seats_before: BTreeSet<&String> = before.patients.iter().into_set();
    let seats_after: BTreeSet<&String> = after.patients.iter().into_set();
    if before.place == after.place && seats_before == seats_after {
        return None;
    }
    Some(Change {
        session: after.session.clone(),
        from: before.place.clone(),
        to: after.place.clone(),
        joined: seats_after.difference(&seats_before).map(|&id| id.clone()).collect(),
        left: seats_before.difference(&seats_after).map(|&id| id.clone()).collect(),
    })
}
