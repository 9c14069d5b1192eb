//! `surface`: a response surface of sliders, fitted to re-plans, as a task. `estimate`: what it says, at once.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::task::{Progress, Task};
use super::{to_json, to_value};
use crate::error::{Error, Result};
use crate::scenario::goal::{Goal, GoalPoint};
use crate::scenario::surface::{Guess, Surface};
use crate::scenario::{SurfaceRequest, SurfaceStudy};

/// Starts the surface of the open clinic. Its steps are optimizer steps; one planned week is never cut.
///
/// # Errors
/// `desk.empty`, `scenario.wrong_request`, `scenario.nothing_to_plan`.
pub fn surface(desk: &Desk, request: SurfaceRequest) -> Result<Box<dyn Task>> {
    Ok(Box::new(SurfaceTask(SurfaceStudy::new(desk.clinic()?, request)?)))
}

struct SurfaceTask(SurfaceStudy);

impl Task for SurfaceTask {
    fn advance(&mut self, steps: u64) -> Result<Progress> {
        let more = self.0.advance(steps)?;
        let (step, steps) = self.0.run().progress();
        Ok(Progress {
            step,
            steps,
            done: !more,
            news: to_value(&self.0.run().news())?,
        })
    }

    fn finish(mut self: Box<Self>) -> Result<String> {
        // Stopped before there is a surface: the fewest points that make one are finished.
        while self.0.report().is_none() && self.0.advance(1)? {}
        let report = self.0.report();
        to_json(&report.ok_or_else(|| Error::new("scenario.stopped", "too few positions were planned"))?)
    }
}

/// Request of `estimate`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EstimateRequest {
    /// A surface, as `surface` gives it.
    pub surface: Surface,
    /// A value for each of its sliders, in the unit of the lever.
    pub values: Vec<f64>,
    /// What has to be reached, if that is asked as well.
    #[serde(default)]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub goal: Option<Goal>,
}

/// Reply of `estimate`: no re-plan, an estimate with the band that its error keeps to 8 times in 10.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EstimateReply {
    /// By outcome.
    pub estimates: Vec<Guess>,
    /// Where the goal is reached, if one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub goal: Option<Vec<GoalPoint>>,
}

/// What a surface says. No clinic has to be open.
///
/// # Errors
/// `surface.wrong_value`, `surface.wrong_goal`, `surface.broken`.
pub fn estimate(_: &mut Desk, request: EstimateRequest) -> Result<EstimateReply> {
    Ok(EstimateReply {
        estimates: request.surface.at(&request.values)?,
        goal: match &request.goal {
            Some(goal) => Some(request.surface.goal(&request.values, goal)?),
            None => None,
        },
    })
}
