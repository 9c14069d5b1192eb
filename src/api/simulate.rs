//! `simulate`: weeks of the open clinic lived through under scheduling policies, again and again, as a task.

use super::desk::Desk;
use super::task::{Progress, Task};
use super::{to_json, to_value};
use crate::error::Result;
use crate::simulator::{SimulateRequest, Study};

/// Starts a simulation of the open clinic. A step is one event of one life; progress counts thousandths of lives.
///
/// # Errors
/// `desk.empty`; `simulate.out_of_range`, `simulate.wrong_policies`, `simulate.nothing_to_live`.
pub fn simulate(desk: &Desk, request: SimulateRequest) -> Result<Box<dyn Task>> {
    Ok(Box::new(SimulateTask(Study::new(desk.clinic()?, request)?)))
}

struct SimulateTask(Study);

impl Task for SimulateTask {
    fn advance(&mut self, steps: u64) -> Result<Progress> {
        let mut more = true;
        for _ in 0..steps {
            more = self.0.advance();
            if !more {
                break;
            }
        }
        let (step, steps) = self.0.progress();
        Ok(Progress {
            step,
            steps,
            done: !more,
            news: to_value(&self.0.news())?,
        })
    }

    fn finish(mut self: Box<Self>) -> Result<String> {
        // Stopped before the first replication: there is nothing to show yet, so the first one is finished.
        while !self.0.has_values() && self.0.advance() {}
        to_json(&self.0.report())
    }
}
