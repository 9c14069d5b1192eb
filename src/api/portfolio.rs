//! `round` and `exchange`: a run of `plan` with several workers, for those who have a place for each: a page starts one
//! `round` in each of its workers and asks `exchange` what comes next, until that gives the reply.
//!
//! Nothing is kept between two requests: a round that was lost is done again elsewhere, with the same outcome.

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

/// What comes after a round, or before the first.
///
/// # Errors
/// As `plan`, and `request.wrong_value` if the members are not those of the run.
pub fn exchange(desk: &mut Desk, request: ShareRequest) -> Result<ShareReply> {
    let job = Job::new(desk, &request.run)?;
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
    let (_, plan) = portfolio::polished(&job.problem, &job.params, &members);
    let steps = members.iter().map(|member| member.step).sum();
    let mut floor = Floor::default();
    floor.keep_up(&job.problem, steps, job.params.steps * u64::from(job.workers));
    let bound = floor.value(&job.problem);
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
    let job = Arc::new(Job::new(desk, &request.run)?);
    let mut members = request.members;
    let (Some(member), true) = (members.pop(), members.is_empty()) else {
        return Err(Error::new("request.wrong_value", "expected one worker").at("members"));
    };
    let input = Arc::clone(&job);
    let run = Stepped::new(RoundBoard::default(), async move |pace, board| {
        let apart = steps_apart(&input.params);
        let mut round = Round::new(&input.problem, &input.params, input.start.as_ref(), member);
        let mut more = true;
        while more {
            let steps = pace.steps().await;
            let mut board = board.borrow_mut();
            more = !board.search.stop && round.advance(steps);
            let progress = round.progress();
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
