//! `scenario`: changes to the clinic, planned anew and counted in money by month, as a task.

use super::desk::Desk;
use super::task::{Progress, Task};
use super::{to_json, to_value};
use crate::error::{Error, Result};
use crate::scenario::{Run, ScenarioRequest};

/// Starts a scenario of the open clinic. Its steps are optimizer steps; one planned week is never cut.
///
/// # Errors
/// `desk.empty`, `scenario.wrong_request`.
pub fn scenario(desk: &Desk, request: ScenarioRequest) -> Result<Box<dyn Task>> {
    Ok(Box::new(ScenarioTask(Run::new(desk.clinic()?, request)?)))
}

struct ScenarioTask(Run);

impl Task for ScenarioTask {
    fn advance(&mut self, steps: u64) -> Result<Progress> {
        let more = self.0.advance(steps)?;
        let (step, steps) = self.0.progress();
        Ok(Progress {
            step,
            steps,
            done: !more,
            news: to_value(&self.0.news())?,
        })
    }

    fn finish(mut self: Box<Self>) -> Result<String> {
        // Stopped before the first draw: there is nothing to show yet, so the first one is finished.
        while self.0.report().is_none() && self.0.advance(1)? {}
        let report = self.0.report();
        to_json(&report.ok_or_else(|| Error::new("scenario.stopped", "no draw was finished"))?)
    }
}
