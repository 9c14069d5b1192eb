//! `kpis` and `compare`: every indicator of a period or a plan, and of two plans side by side.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::error::{Error, Result};
use crate::kpi::{self, Breakdown, Comparison, Grouping, Indicator, IndicatorBasis, IndicatorOptions, Trend, View};
use crate::model::calendar::DateTime;
use crate::model::{Clinic, Plan, PlanDocument, Problem};

/// Request of `kpis`. With `plan`: of that plan. With `from` or `to`: of what happened. With neither: of today's
/// schedule.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct KpisRequest {
    /// A plan of the open clinic.
    pub plan: Option<PlanDocument>,
    /// First moment of the past; 26 weeks before `to` if absent.
    pub from: Option<DateTime>,
    /// First moment after it; the document's moment if absent.
    pub to: Option<DateTime>,
    /// Ids of indicators; all if empty.
    pub ids: Vec<String>,
    /// Choices that the definitions leave open.
    pub options: IndicatorOptions,
    /// Whole workweeks of a trend before the end of the period, or before the document's moment for a plan, 0 to 104;
    /// none if 0.
    pub trend_weeks: u32,
    /// What patients are grouped by; no groups if absent.
    pub by: Option<Grouping>,
}

impl KpisRequest {
    /// True if no period of the past is asked for.
    ///
    /// # Errors
    /// `kpis.plan_and_period`: both are asked for.
    pub(super) fn is_of_plan(&self) -> Result<bool> {
        let of_past = self.from.is_some() || self.to.is_some();
        match of_past && self.plan.is_some() {
            true => Err(Error::new(
                "kpis.plan_and_period",
                "a plan has its own period: leave out either the plan or `from` and `to`",
            )),
            false => Ok(!of_past),
        }
    }
}

/// Reply of `kpis`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct KpisReply {
    /// What they were computed from.
    pub basis: IndicatorBasis,
    /// First moment of the period.
    pub from: DateTime,
    /// First moment after it.
    pub to: DateTime,
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// Currency of amounts of money, ISO 4217.
    pub currency: String,
    /// The indicators, computed or not.
    pub indicators: Vec<Indicator>,
    /// The indicators week by week, if a trend was asked for; those with a value in at least one week.
    pub trends: Vec<Trend>,
    /// The indicators that count patients by groups of them, if asked for.
    pub breakdowns: Vec<Breakdown>,
}

/// Request of `compare`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct CompareRequest {
    /// The plan before; today's schedule if absent.
    pub before: Option<PlanDocument>,
    /// The plan after.
    pub after: Option<PlanDocument>,
    /// Ids of indicators; all if empty.
    pub ids: Vec<String>,
    /// Choices that the definitions leave open.
    pub options: IndicatorOptions,
}

/// Reply of `compare`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CompareReply {
    /// Both readings, row by row and whole.
    pub comparison: Comparison,
    /// The same as plain text, for a terminal.
    pub table: String,
}

/// Weeks of history that are read if the request does not say. Our choice: half a year.
const HISTORY_WEEKS: i32 = 26;

/// Every indicator of what happened, of a plan, or of today's schedule.
///
/// # Errors
/// `desk.empty`; `kpis.unknown_id`, `kpis.empty_period`, `kpis.plan_and_period`; `request.wrong_value`;
/// `plan.unknown_reference`.
pub fn kpis(desk: &mut Desk, request: KpisRequest) -> Result<KpisReply> {
    known(&request.ids)?;
    if request.trend_weeks > kpi::MAX_TREND_WEEKS {
        let message = format!("expected 0 to {}", kpi::MAX_TREND_WEEKS);
        return Err(Error::new("request.wrong_value", message).at("trend_weeks"));
    }
    let clinic = desk.clinic()?;
    if request.is_of_plan()? {
        let settings = &clinic.settings;
        let from = settings.horizon_start;
        let to = from.plus_days(settings.horizon_days);
        let (problem, plan) = planned(desk, request.plan.as_ref())?;
        let view = View::plan(clinic, &problem, &plan, request.options.clone());
        return Ok(reply(
            &view,
            (from.at_minute(0), to.at_minute(0)),
            settings.as_of,
            &request,
        ));
    }
    let (from, to) = period(clinic, &request)?;
    let view = View::history(clinic, from, to, request.options.clone());
    Ok(reply(&view, (from, to), to, &request))
}

/// The same indicators of two plans, side by side.
///
/// # Errors
/// `desk.empty`; `kpis.unknown_id`; `compare.nothing`; `plan.unknown_reference`.
pub fn compare(desk: &mut Desk, request: CompareRequest) -> Result<CompareReply> {
    known(&request.ids)?;
    let Some(after) = &request.after else {
        return Err(Error::new("compare.nothing", "give the plan to compare with today's schedule").at("after"));
    };
    let comparison = kpi::compare(
        of_plan(desk, request.before.as_ref(), &request.ids, &request.options)?,
        of_plan(desk, Some(after), &request.ids, &request.options)?,
    );
    let table = kpi::table(&comparison);
    Ok(CompareReply { comparison, table })
}

fn of_plan(
    desk: &Desk,
    document: Option<&PlanDocument>,
    ids: &[String],
    options: &IndicatorOptions,
) -> Result<Vec<Indicator>> {
    let (problem, plan) = planned(desk, document)?;
    let view = View::plan(desk.clinic()?, &problem, &plan, options.clone());
    Ok(kpi::indicators(&view, ids))
}

/// The problem with the plan that is asked about: the one given, else today's schedule.
pub(super) fn planned(desk: &Desk, document: Option<&PlanDocument>) -> Result<(Arc<Problem>, Plan)> {
    let problem = desk.problem()?;
    let plan = match document {
        Some(document) => document.to_plan(&problem)?,
        None => Plan::published(&problem),
    };
    Ok((problem, plan))
}

/// Everything that is asked about a view; the trend ends with `trend_end`.
fn reply(view: &View, period: (DateTime, DateTime), trend_end: DateTime, request: &KpisRequest) -> KpisReply {
    let clinic = view.clinic();
    let trends = match request.trend_weeks {
        0 => Vec::new(),
        weeks => {
            let past = View::history(clinic, period.0.min(trend_end), trend_end, request.options.clone());
            kpi::trends(past, &request.ids, weeks)
        }
    };
    let by_group = |by| kpi::breakdowns(view, &request.ids, by);
    KpisReply {
        basis: view.basis(),
        from: period.0,
        to: period.1,
        synthetic: clinic.settings.synthetic,
        currency: clinic.settings.currency.clone(),
        indicators: kpi::indicators(view, &request.ids),
        trends,
        breakdowns: request.by.map(by_group).unwrap_or_default(),
    }
}

fn known(ids: &[String]) -> Result<()> {
    match ids.iter().position(|id| kpi::definition(id).is_none()) {
        None => Ok(()),
        Some(at) => Err(Error::new(
            "kpis.unknown_id",
            "there is no such indicator; ids are K1 to K40 and P1 to P3",
        )
        .at(format!("ids[{at}]"))),
    }
}

/// The period of the past that is asked for.
pub(super) fn period(clinic: &Clinic, request: &KpisRequest) -> Result<(DateTime, DateTime)> {
    let to = request.to.unwrap_or(clinic.settings.as_of);
    let from = request
        .from
        .unwrap_or_else(|| to.date().plus_days(-7 * HISTORY_WEEKS).at_minute(0));
    if from >= to {
        return Err(Error::new("kpis.empty_period", "`from` must lie before `to`").at("from"));
    }
    Ok((from, to))
}
