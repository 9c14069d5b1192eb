//! `day_sheets`: a day of a plan on paper, one page for each clinician, room or group.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::error::{Error, Result};
use crate::export::{DaySheet, SheetBy, day_sheets as sheets};
use crate::model::calendar::{Date, DateTime};
use crate::model::{Plan, PlanDocument, consent};

/// Request of `day_sheets`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DaySheetsRequest {
    /// The plan; today's schedule if absent.
    #[serde(default)]
    pub plan: Option<PlanDocument>,
    /// The day.
    pub day: Date,
    /// What has a page of its own.
    pub by: SheetBy,
    /// True to show patients and services as they are called in the tables; initials and kinds of session otherwise.
    #[serde(default)]
    pub names: bool,
}

/// Reply of `day_sheets`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DaySheetsReply {
    /// What the clinic is called.
    pub clinic: String,
    /// True if people and events were generated.
    pub synthetic: bool,
    /// The day.
    pub day: Date,
    /// SHA-256 of the plan: two sheets with the same belong together.
    pub plan: String,
    /// The moment that the clinic describes.
    pub as_of: DateTime,
    /// The notice that goes with records under 42 CFR part 2, if the settings ask for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// The pages, by title.
    pub sheets: Vec<DaySheet>,
}

/// The sheets of a day.
///
/// # Errors
/// `desk.empty`; `plan.unknown_reference` for a plan of another clinic; `plan.no_calendar`.
pub fn day_sheets(desk: &mut Desk, request: DaySheetsRequest) -> Result<DaySheetsReply> {
    let problem = desk.problem()?;
    let plan = match &request.plan {
        Some(given) => given.to_plan(&problem)?,
        None => Plan::published(&problem),
    };
    let plan =
        PlanDocument::new(&problem, &plan).ok_or_else(|| Error::new("plan.no_calendar", "this clinic has no dates"))?;
    let clinic = desk.clinic()?;
    Ok(DaySheetsReply {
        clinic: clinic.settings.name.clone(),
        synthetic: clinic.settings.synthetic,
        day: request.day,
        as_of: clinic.settings.as_of,
        notice: consent::notice(&clinic.settings).map(String::from),
        sheets: sheets(clinic, &plan, request.day, request.by, request.names),
        plan: plan.hash,
    })
}
