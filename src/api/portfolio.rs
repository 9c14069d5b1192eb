//! `round` and `exchange`: a run of `plan` with several workers, for those who have a place for each: a page starts one
//! `round` in each of its workers and asks `exchange` what comes next, until that gives the reply.
//!
//! Nothing that is kept between two requests matters to what they find: a round that was lost is done again elsewhere,
//! with the same outcome. What is kept only saves time: the request made ready, and the bound that rises beside the
//! rounds of the first worker.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::floor::Floor;
use super::plan::{Board, Job, PlanReply, PlanRequest, Teller, steps_apart};
use super::task::{Progress, Stepped, Task};
use super::to_json;
use crate::error::{Error, Result};
use crate::optimizer::portfolio::{self, Member, Round};

/// Request of `round` and of `exchange`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ShareRequest {
    /// The run, the same in all its requests.
    pub run: PlanRequest,
    /// For `round` the one worker whose next round it is, as `exchange` gave it; for `exchange` all workers after a
    /// round, in their order, or none to begin with.
    pub members: Vec<Member>,
    /// True to end the run here with the best plan so far; for `exchange`.
    #[serde(default)]
    pub stop: bool,
}

/// Reply of `round` and of `exchange`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ShareReply {
    /// From `round` the worker after it; from `exchange` the workers before their next round, or none if the run is
    /// over.
    pub members: Vec<Member>,
    /// The reply of the run when it is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub done: Option<PlanReply>,
}

/// A run that takes place here, or some of it.
#[derive(Clone)]
pub(super) struct Run {
    request: PlanRequest,
    job: Arc<Job>,
    floor: Rc<RefCell<Floor>>,
}

impl Run {
    /// The run of a request on the open clinic: that of its last round, if there was one.
    fn of(desk: &Desk, request: PlanRequest) -> Result<Self> {
        let mut kept = desk.run.borrow_mut();
        if let Some(run) = kept.as_ref().filter(|run| run.request == request) {
            return Ok(run.clone());
        }
        let job = Arc::new(Job::new(desk, &request)?);
        let floor = Rc::default();
        Ok(kept.insert(Self { request, job, floor }).clone())
    }
}

impl std::fmt::Debug for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Run")
            .field("request", &self.request)
            .finish_non_exhaustive()
    }
}

/// What comes after a round, or before the first.
///
/// # Errors
/// As `plan`, and `request.wrong_value` if the members are not those of the run.
pub fn exchange(desk: &mut Desk, request: ShareRequest) -> Result<ShareReply> {
    let Run { job, floor, .. } = Run::of(desk, request.run)?;
    let mut members = request.members;
    if members.is_empty() && !request.stop {
        let members = portfolio::members(job.workers);
        return Ok(ShareReply { members, done: None });
    }
    let all = (0..job.workers).eq(members.iter().map(|member| member.worker));
    let round = members.first().map_or(0, |member| member.round);
    if !all || round == 0 || members.iter().any(|member| member.round != round) {
        let message = "expected every worker once, in order, each after the same round";
        return Err(Error::new("request.wrong_value", message).at("members"));
    }
    if !request.stop && portfolio::exchange(&mut members) {
        return Ok(ShareReply { members, done: None });
    }
    desk.run.take();
    let (_, plan) = portfolio::polished(&job.problem, &job.params, &members);
    let steps = members.iter().map(|member| member.step).sum();
    let all_steps = job.params.steps * u64::from(job.workers);
    let bound = floor.borrow_mut().value(&job.problem, steps, all_steps);
    Ok(ShareReply {
        members: Vec::new(),
        done: Some(job.reply(Some(&plan), steps, Some(bound))?),
    })
}

struct RoundTask {
    job: Arc<Job>,
    run: Stepped<RoundBoard>,
    teller: Teller,
}

#[derive(Default)]
struct RoundBoard {
    search: Board,
    member: Option<Member>,
}

/// Starts one worker's next round.
///
/// # Errors
/// As `plan`, and `request.wrong_value` if there is not exactly one member.
pub fn round(desk: &Desk, request: ShareRequest) -> Result<Box<dyn Task>> {
    let Run { job, floor, .. } = Run::of(desk, request.run)?;
    let mut members = request.members;
    let (Some(member), true) = (members.pop(), members.is_empty()) else {
        return Err(Error::new("request.wrong_value", "expected one worker").at("members"));
    };
    let input = Arc::clone(&job);
    let run = Stepped::new(RoundBoard::default(), async move |pace, board| {
        let apart = steps_apart(&input.params);
        let is_first = member.worker == 0;
        let mut round = Round::new(&input.problem, &input.params, input.start.as_ref(), member);
        let mut more = true;
        while more {
            let steps = pace.steps().await;
            let mut board = board.borrow_mut();
            more = !board.search.stop && round.advance(steps);
            let progress = round.progress();
            if is_first {
                // The others are about as far.
                let mut floor = floor.borrow_mut();
                floor.keep_up(&input.problem, progress.step, input.params.steps);
            }
            board
                .search
                .post(progress.step, progress.cost_cents, apart, false, || round.best());
        }
        board.borrow_mut().member = Some(round.finish());
    });
    Ok(Box::new(RoundTask {
        job,
        run,
        teller: Teller::default(),
    }))
}

impl Task for RoundTask {
    fn advance(&mut self, steps: u64) -> Result<Progress> {
        let more = self.run.advance(steps);
        let board = self.run.board();
        Ok(Progress {
            news: self.teller.news(&self.job, &board.search)?,
            step: board.search.step,
            steps: self.job.params.steps,
            done: !more,
        })
    }

    fn finish(mut self: Box<Self>) -> Result<String> {
        self.run.board_mut().search.stop = true;
        self.run.advance(1);
        let members = self.run.board_mut().member.take().into_iter().collect();
        to_json(&ShareReply { members, done: None })
    }
}
