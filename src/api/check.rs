//! `check` and `published`: what the independent checker says of a plan, or of today's schedule.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::open::EmptyRequest;
use super::reply::{BrokenRule, CostLine, broken_rules, cost_lines};
use crate::error::{Error, Result};
use crate::model::check::conflicts;
use crate::model::{self, Plan, PlanDocument, Problem};
use crate::optimizer;

/// Request of `check`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CheckRequest {
    /// The plan to be checked.
    pub plan: PlanDocument,
}

/// Reply of `check`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CheckReply {
    /// Every broken rule; empty if the plan can be used.
    pub violations: Vec<BrokenRule>,
    /// How many conflicts they amount to: each rule once for each pair of sessions, or single session (indicator K12).
    pub conflicts: usize,
}

/// Reply of `published`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PublishedReply {
    /// Today's schedule, with whatever is wrong in it.
    pub plan: PlanDocument,
    /// Its cost by term.
    pub costs: Vec<CostLine>,
    /// Every hard rule it breaks.
    pub violations: Vec<BrokenRule>,
    /// How many conflicts they amount to: each rule once for each pair of sessions, or single session (indicator K12).
    pub conflicts: usize,
}

/// Every hard rule that a plan breaks.
///
/// # Errors
/// `desk.empty`, `plan.unknown_reference`.
pub fn check(desk: &mut Desk, request: CheckRequest) -> Result<CheckReply> {
    let problem = desk.problem()?;
    let plan = request.plan.to_plan(&problem)?;
    let violations = model::check(&problem, &plan);
    Ok(CheckReply {
        violations: broken_rules(&problem, &violations),
        conflicts: conflicts(&violations),
    })
}

/// Today's schedule as a plan.
///
/// # Errors
/// `desk.empty`.
pub fn published(desk: &mut Desk, _: EmptyRequest) -> Result<PublishedReply> {
    let problem = desk.problem()?;
    let plan = Plan::published(&problem);
    let violations = model::check(&problem, &plan);
    Ok(PublishedReply {
        plan: document(&problem, &plan)?,
        costs: cost_lines(&optimizer::evaluate(&problem, &plan)),
        violations: broken_rules(&problem, &violations),
        conflicts: conflicts(&violations),
    })
}

/// A plan in the words of the clinic.
///
/// # Errors
/// `plan.no_calendar`: the problem is not built from a clinic.
pub(crate) fn document(problem: &Problem, plan: &Plan) -> Result<PlanDocument> {
    PlanDocument::new(problem, plan).ok_or_else(|| Error::new("plan.no_calendar", "this problem has no calendar dates"))
}
