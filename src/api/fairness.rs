//! `fairness`: whether groups of patients are served alike, in what happened or in a plan.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::kpis::{KpisRequest, period, planned};
use crate::error::Result;
use crate::kpi::{FairnessReport, Grouping, IndicatorOptions, View, fairness as read};
use crate::model::PlanDocument;
use crate::model::calendar::DateTime;

/// Request of `fairness`. With `plan`: of that plan. With neither plan nor period: of the last 26 weeks.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct FairnessRequest {
    /// A plan of the open clinic.
    pub plan: Option<PlanDocument>,
    /// First moment of the past; 26 weeks before `to` if absent.
    pub from: Option<DateTime>,
    /// First moment after it; the document's moment if absent.
    pub to: Option<DateTime>,
    /// What patients are grouped by; the group that the clinic keeps for it if absent.
    pub by: Option<Grouping>,
    /// Within which groups patients are compared; with everyone if absent.
    pub within: Option<Grouping>,
}

/// Reply of `fairness`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FairnessReply {
    /// First moment of the period.
    pub from: DateTime,
    /// First moment after it.
    pub to: DateTime,
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// What was found.
    pub report: FairnessReport,
}

/// The report of a period of the past, or of a plan.
///
/// # Errors
/// `desk.empty`; `kpis.empty_period`, `kpis.plan_and_period`; `plan.unknown_reference`.
pub fn fairness(desk: &mut Desk, request: FairnessRequest) -> Result<FairnessReply> {
    let by = request.by.unwrap_or(Grouping::EquityGroup);
    let clinic = desk.clinic()?;
    let settings = &clinic.settings;
    let wanted = KpisRequest {
        plan: request.plan,
        from: request.from,
        to: request.to,
        ..KpisRequest::default()
    };
    let (from, to, report) = if wanted.is_of_plan()? && wanted.plan.is_some() {
        let (problem, plan) = planned(desk, wanted.plan.as_ref())?;
        let view = View::plan(clinic, &problem, &plan, IndicatorOptions::default());
        let from = settings.horizon_start;
        let to = from.plus_days(settings.horizon_days);
        (from.at_minute(0), to.at_minute(0), read(&view, by, request.within))
    } else {
        let (from, to) = period(clinic, &wanted)?;
        let view = View::history(clinic, from, to, IndicatorOptions::default());
        (from, to, read(&view, by, request.within))
    };
    Ok(FairnessReply {
        from,
        to,
        synthetic: settings.synthetic,
        report,
    })
}
