//! `plan`: the optimizer as a task, from any starting point, with everything there is to say about the result.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::check::document;
use super::desk::Desk;
use super::explain::{Unplaced, unplaced};
use super::floor::{Floor, PlanLimits};
use super::reply::{CostLine, broken_rules, cost_lines};
use super::task::{Pace, Progress, Stepped, Task};
use super::{to_json, to_value};
use crate::error::{Error, Result};
use crate::model::difference::{ChangeKind, shares_moved};
use crate::model::document::{PlannedPlace, PlannedSession};
use crate::model::problem::Session;
use crate::model::{self, Plan, PlanDocument, Problem};
use crate::optimizer::portfolio::{self, MAX_WORKERS, Round};
use crate::optimizer::{LowerBound, Params, Solver, evaluate, lower_bound};
use crate::order::IntoOrdered;

/// A better plan is shown at most about this many times in a run; our choice.
const SHOWS_PER_RUN: u64 = 50;

/// Most clashes of locks named in one message; our choice.
const MAX_CLASHES_NAMED: usize = 5;

/// Most steps of one run; our choice: an hour or so on a laptop.
const MAX_STEPS: u64 = 100_000_000;

/// Where a run begins.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct PlanRequest {
    /// Where the run begins.
    pub start: Start,
    /// Keys of sessions that stay where the start has them, besides those the clinic has locked.
    pub locks: Vec<String>,
    /// Steps of the run, or of each of its workers, 1 to 100,000,000.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub steps: Option<u64>,
    /// Seed, 0 to 2^53 - 1; the clinic's if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub seed: Option<u64>,
    /// Workers that search together, 1 to 16, each with all the steps; 1 if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub workers: Option<u32>,
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
    /// No plan costs less than this, cents.
    pub bound: i64,
    /// How much better a plan could be at most, and what says so.
    pub limits: PlanLimits,
    /// What differs from today's schedule.
    pub changes: Vec<Change>,
    /// How many of the changes are of each kind.
    pub changed: ChangeCounts,
    /// SHA-256 of the plan, hex.
    pub hash: String,
    /// Steps done, by all workers together.
    pub steps: u64,
    /// Seed used. The same request with the same seed, steps and workers gives the same plan.
    pub seed: u64,
    /// Workers that searched together.
    pub workers: u32,
}

/// Changes by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ChangeCounts {
    /// Sessions with another start or clinician.
    pub moved: usize,
    /// Clinicians' shares of those that have another start or clinician: as often is the cost term `change` charged.
    pub shares: usize,
    /// Sessions with another way of meeting and nothing else of the above.
    pub way: usize,
    /// Sessions with another room and nothing else of the above.
    pub room: usize,
    /// Sessions that had no place.
    pub placed: usize,
    /// Sessions that have no place any more.
    pub removed: usize,
    /// Sessions in which only seats are given to others.
    pub seats: usize,
}

impl ChangeCounts {
    /// Counts a list.
    fn of(changes: &[Change]) -> Self {
        let count = |kind| changes.iter().filter(|change| change.kind == kind).count();
        let places = changes
            .iter()
            .filter_map(|change| change.from.as_ref().zip(change.to.as_ref()));
        Self {
            moved: count(ChangeKind::Moved),
            shares: places.map(|(from, to)| shares_moved(from, to)).sum(),
            way: count(ChangeKind::Way),
            room: count(ChangeKind::Room),
            placed: count(ChangeKind::Placed),
            removed: count(ChangeKind::Removed),
            seats: count(ChangeKind::Seats),
        }
    }
}

/// One session that is elsewhere, or with others, than in today's schedule.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Change {
    /// Session key.
    pub session: String,
    /// What differs.
    pub kind: ChangeKind,
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
    Ok(Box::new(PlanTask::new(Job::new(desk, &request)?)))
}

/// A request made ready: everything that a search needs, however many take part in it.
pub(super) struct Job {
    /// As the clinic has it: changes and costs are counted against this.
    pub given: Arc<Problem>,
    /// With the locks of the request: the plan is checked against this.
    pub problem: Arc<Problem>,
    pub params: Params,
    pub start: Option<Plan>,
    pub workers: u32,
}

impl Job {
    /// # Errors
    /// As [`plan`].
    pub fn new(desk: &Desk, request: &PlanRequest) -> Result<Self> {
        let given = desk.problem()?;
        let within = |value: u64, most: u64, path: &str| match (1..=most).contains(&value) {
            true => Ok(value),
            false => Err(Error::new("request.wrong_value", format!("expected 1 to {most}")).at(path)),
        };
        let steps = within(request.steps.unwrap_or(Params::default().steps), MAX_STEPS, "steps")?;
        let workers = request.workers.unwrap_or(1);
        within(u64::from(workers), u64::from(MAX_WORKERS), "workers")?;
        let start = match &request.start {
            Start::Published => Some(Plan::published(&given)),
            Start::Empty => None,
            Start::Plan(document) => Some(document.to_plan(&given)?),
        };
        let problem = with_locks(&given, start.as_ref(), &request.locks)?;
        check_locks(&problem)?;
        Ok(Self {
            params: Params {
                seed: request.seed.unwrap_or(desk.clinic()?.settings.seed),
                steps,
                ..Params::default()
            },
            given,
            problem,
            start,
            workers,
        })
    }

    /// The reply for a plan, once the checker accepts it. A bound that was not found beside the search is found now.
    ///
    /// # Errors
    /// `plan.rejected`.
    pub fn reply(&self, best: Option<&Plan>, steps: u64, bound: Option<LowerBound>) -> Result<PlanReply> {
        let best = best.filter(|plan| model::check(&self.problem, plan).is_empty());
        let Some(best) = best else {
            let message = "the plan that was found breaks a hard rule and is not shown; please report this";
            return Err(Error::new("plan.rejected", message));
        };
        let plan = document(&self.given, best)?;
        let costs = evaluate(&self.given, best);
        let bound = bound.unwrap_or_else(|| lower_bound(&self.problem));
        let changes = changes(&document(&self.given, &Plan::published(&self.given))?, &plan);
        Ok(PlanReply {
            costs: cost_lines(&costs),
            unplaced: unplaced(&self.problem, best),
            bound: bound.total,
            limits: PlanLimits::new(bound, costs.total()),
            changed: ChangeCounts::of(&changes),
            changes,
            hash: plan.hash.clone(),
            steps,
            seed: self.params.seed,
            workers: self.workers,
            plan,
        })
    }
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

/// What a search has reached.
#[derive(Default)]
pub(super) struct Board {
    pub step: u64,
    /// The best plan when one was last due to be shown, or at the end.
    best: Option<Best>,
    /// Set to end the work at its next turn.
    pub stop: bool,
    /// What no plan can undercut, once the search is over.
    bound: Option<LowerBound>,
}

struct Best {
    plan: Plan,
    /// What the search counts, cents, against the problem with the locks of the request.
    cents: i64,
    step: u64,
}

impl Board {
    /// Says what has been reached after `step` steps: every now and then, and `last` in any case.
    pub fn post(&mut self, step: u64, cents: i64, apart: u64, last: bool, plan: impl FnOnce() -> Plan) {
        self.step = step;
        let due = self
            .best
            .as_ref()
            .is_none_or(|best| (last || step >= best.step + apart) && cents < best.cents);
        if due {
            let plan = plan();
            self.best = Some(Best { plan, cents, step });
        }
    }

    /// The best plan that was posted.
    pub fn plan(&self) -> Option<&Plan> {
        self.best.as_ref().map(|best| &best.plan)
    }
}

/// What is told of a search on the way.
#[derive(Default)]
pub(super) struct Teller {
    /// Step of the plan shown last, with what is told about it.
    shown: Option<(u64, PlanNews)>,
}

impl Teller {
    /// What is new since the last time; the plan goes with it if the checker accepts it.
    pub fn news(&mut self, job: &Job, board: &Board) -> Result<Value> {
        let Some(best) = &board.best else {
            return Ok(Value::Null);
        };
        if self.shown.as_ref().is_none_or(|(step, _)| *step != best.step) {
            let accepted = model::check(&job.problem, &best.plan).is_empty();
            let mut news = PlanNews {
                placed: best.plan.placements.iter().flatten().count(),
                unplaced: count_unplaced(&job.given, &best.plan),
                costs: cost_lines(&evaluate(&job.given, &best.plan)),
                best: accepted.then(|| document(&job.given, &best.plan)).transpose()?,
            };
            let value = to_value(&news)?;
            news.best = None;
            self.shown = Some((best.step, news));
            return Ok(value);
        }
        self.shown.as_ref().map_or(Ok(Value::Null), |(_, news)| to_value(news))
    }
}

/// Steps between two plans that are shown.
pub(super) fn steps_apart(params: &Params) -> u64 {
    params.steps / SHOWS_PER_RUN
}

pub(super) struct PlanTask {
    pub job: Arc<Job>,
    run: Stepped<Board>,
    teller: Teller,
}

impl PlanTask {
    /// A run that has not begun.
    pub fn new(job: Job) -> Self {
        let job = Arc::new(job);
        let input = Arc::clone(&job);
        let run = Stepped::new(Board::default(), async move |pace, board| match input.workers {
            1 => alone(&input, &pace, &board).await,
            _ => together(&input, &pace, &board).await,
        });
        Self {
            job,
            run,
            teller: Teller::default(),
        }
    }

    /// Ends the run and says what it has reached.
    ///
    /// # Errors
    /// `plan.rejected`.
    pub fn reply(mut self) -> Result<PlanReply> {
        self.run.board_mut().stop = true;
        self.run.advance(1);
        let board = self.run.board();
        self.job.reply(board.plan(), board.step, board.bound)
    }
}

/// One search.
async fn alone(job: &Job, pace: &Pace, board: &RefCell<Board>) {
    let apart = steps_apart(&job.params);
    let mut solver = Solver::new(&job.problem, job.params.clone(), job.start.as_ref());
    let mut floor = Floor::default();
    let mut more = true;
    while more {
        let steps = pace.steps().await;
        more = if board.borrow().stop {
            solver.polish();
            false
        } else {
            solver.advance(steps)
        };
        let progress = solver.progress();
        floor.keep_up(&job.problem, progress.step, job.params.steps);
        let mut board = board.borrow_mut();
        board.post(progress.step, progress.cost_cents, apart, !more, || solver.best());
    }
    let step = solver.progress().step;
    board.borrow_mut().bound = Some(floor.value(&job.problem, step, job.params.steps));
}

/// Several searches, one after another in each round: what workers elsewhere do side by side.
async fn together(job: &Job, pace: &Pace, board: &RefCell<Board>) {
    let apart = steps_apart(&job.params) * u64::from(job.workers);
    let all_steps = job.params.steps * u64::from(job.workers);
    let mut members = portfolio::members(job.workers);
    let mut floor = Floor::default();
    let mut more = true;
    while more {
        for idx in 0..members.len() {
            if board.borrow().stop {
                break;
            }
            let others: u64 = members.iter().map(|member| member.step).sum::<u64>() - members[idx].step;
            let mut round = Round::new(&job.problem, &job.params, job.start.as_ref(), members[idx].clone());
            while more {
                let steps = pace.steps().await;
                more = !board.borrow().stop && round.advance(steps);
                let progress = round.progress();
                floor.keep_up(&job.problem, others + progress.step, all_steps);
                let mut board = board.borrow_mut();
                board.post(others + progress.step, progress.cost_cents, apart, false, || {
                    round.best()
                });
            }
            members[idx] = round.finish();
            more = true;
        }
        more = !board.borrow().stop && portfolio::exchange(&mut members);
    }
    let (cents, plan) = portfolio::polished(&job.problem, &job.params, &members);
    let step = members.iter().map(|member| member.step).sum();
    let mut board = board.borrow_mut();
    // What the workers have in the end, also where it costs the same as what was told on the way.
    board.step = step;
    board.best = Some(Best { plan, cents, step });
    board.bound = Some(floor.value(&job.problem, step, all_steps));
}

impl Task for PlanTask {
    fn advance(&mut self, steps: u64) -> Result<Progress> {
        let more = self.run.advance(steps);
        let board = self.run.board();
        Ok(Progress {
            news: self.teller.news(&self.job, &board)?,
            step: board.step,
            steps: self.job.params.steps * u64::from(self.job.workers),
            done: !more,
        })
    }

    fn finish(self: Box<Self>) -> Result<String> {
        to_json(&self.reply()?)
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
pub(super) fn changes(before: &PlanDocument, after: &PlanDocument) -> Vec<Change> {
    let pairs = before.sessions.iter().zip(&after.sessions);
    pairs.filter_map(|(before, after)| change(before, after)).collect()
}

fn change(before: &PlannedSession, after: &PlannedSession) -> Option<Change> {
    let kind = ChangeKind::between(before, after)?;
    let seats_before: BTreeSet<&String> = before.patients.iter().into_set();
    let seats_after: BTreeSet<&String> = after.patients.iter().into_set();
    Some(Change {
        session: after.session.clone(),
        kind,
        from: before.place.clone(),
        to: after.place.clone(),
        joined: seats_after.difference(&seats_before).map(|&id| id.clone()).collect(),
        left: seats_before.difference(&seats_after).map(|&id| id.clone()).collect(),
    })
}
