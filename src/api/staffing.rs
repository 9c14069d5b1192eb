//! `staffing`: the smallest staffing that meets targets, by planning the week anew, as a task.

use super::desk::Desk;
use super::task::{Progress, Task};
use super::{to_json, to_value};
use crate::error::{Error, Result};
use crate::scenario::{Staffing, StaffingRequest};

/// Starts a search for the smallest staffing of the open clinic. Its steps are optimizer steps; one planned week is never cut.
///
/// # Errors
/// `desk.empty`, `scenario.wrong_request`, `scenario.nothing_to_plan`.
pub fn staffing(desk: &Desk, request: StaffingRequest) -> Result<Box<dyn Task>> {
    Ok(Box::new(StaffingTask(Staffing::new(desk.clinic()?, request)?)))
}

struct StaffingTask(Staffing);

impl Task for StaffingTask {
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
        // Stopped before the first plan: there is nothing to show yet, so that one is finished.
        while self.0.report().is_none() && self.0.advance(1)? {}
        let report = self.0.report();
        to_json(&report.ok_or_else(|| Error::new("scenario.stopped", "no week was planned"))?)
    }
}
