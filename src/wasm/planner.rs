//! The one class of the modules that speak operations.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::clock::now_ms;
use super::error::{to_js, to_value};
use crate::api::{self, Desk, Progress, Task};
use crate::error::Error;

/// Steps between two looks at the clock: a few milliseconds of work.
const STEPS_PER_LOOK: u64 = 16;

/// Largest seed: integers up to it are exact in JavaScript.
const MAX_SEED: u64 = (1 << 53) - 1;

/// Where the types that the declarations name come from.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "import type { Progress } from \"./types.js\";";

/// An open clinic, and the task under way on it.
#[wasm_bindgen]
pub struct Planner {
    desk: Desk,
    task: Option<Box<dyn Task>>,
}

/// An operation, for those who want to know what there is.
#[derive(Serialize)]
struct OperationName {
    name: &'static str,
    summary: &'static str,
    task: bool,
}

impl Default for Planner {
    fn default() -> Self {
        Self::new()
    }
}

#[wasm_bindgen]
impl Planner {
    /// Nothing open, nothing under way.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self {
            desk: Desk::with_entropy(Box::new(entropy)),
            task: None,
        }
    }

    /// Carries out an operation to its end: request and reply as JSON text.
    ///
    /// # Errors
    /// `RosterwellError` with `code` and `path`.
    pub fn run(&mut self, operation: &str, request_json: &str) -> Result<String, js_sys::Error> {
        api::run(&mut self.desk, operation, request_json).map_err(|error| to_js(&error))
    }

    /// How often a clinic has been opened or changed. Who holds two modules tells by it which of them has the newer one.
    #[must_use]
    pub fn revision(&self) -> u32 {
        self.desk.revision()
    }

    /// Starts a long operation in place of the one under way.
    ///
    /// # Errors
    /// As [`Planner::run`].
    pub fn start(&mut self, operation: &str, request_json: &str) -> Result<(), js_sys::Error> {
        self.task = None;
        self.task = Some(api::start(&self.desk, operation, request_json).map_err(|error| to_js(&error))?);
        Ok(())
    }

    /// Does up to `steps` steps of the task; its progress.
    ///
    /// # Errors
    /// As [`Planner::run`]; `task.none` if none is under way.
    #[wasm_bindgen(unchecked_return_type = "Progress")]
    pub fn advance(&mut self, steps: u32) -> Result<JsValue, js_sys::Error> {
        let progress = self.advance_by(steps.into())?;
        to_value(&progress)
    }

    /// Does steps of the task for about `milliseconds`; its progress. How far one gets depends on the machine, what
    /// is found after so many steps does not.
    ///
    /// # Errors
    /// As [`Planner::advance`].
    #[wasm_bindgen(js_name = advanceFor, unchecked_return_type = "Progress")]
    pub fn advance_for(&mut self, milliseconds: f64) -> Result<JsValue, js_sys::Error> {
        let end = now_ms() + milliseconds;
        let mut progress = self.advance_by(STEPS_PER_LOOK)?;
        // A plan that is shown in the middle of a slice is not lost when the slice goes on.
        while !progress.done && progress.news.get("best").is_none() && now_ms() < end {
            progress = self.advance_by(STEPS_PER_LOOK)?;
        }
        to_value(&progress)
    }

    /// Ends the task, here and now if it is not done; the reply, for what it has reached, as JSON text.
    ///
    /// # Errors
    /// As [`Planner::advance`].
    pub fn finish(&mut self) -> Result<String, js_sys::Error> {
        let task = self.task.take().ok_or_else(no_task)?;
        task.finish().map_err(|error| to_js(&error))
    }

    /// Drops the task without a reply. To keep what it has reached, call `finish`.
    pub fn cancel(&mut self) {
        self.task = None;
    }

    fn advance_by(&mut self, steps: u64) -> Result<Progress, js_sys::Error> {
        let task = self.task.as_mut().ok_or_else(no_task)?;
        task.advance(steps).map_err(|error| to_js(&error))
    }
}

/// The browser's source of randomness.
fn entropy(bytes: &mut [u8]) -> crate::error::Result<()> {
    getrandom::fill(bytes).map_err(|_| Error::new("seed.unavailable", "the browser gives no random numbers"))
}

fn no_task() -> js_sys::Error {
    to_js(&Error::new("task.none", "no task is under way: start one first"))
}

/// Every operation: name, one line, whether it is started or run.
///
/// # Errors
/// None in practice.
#[wasm_bindgen(unchecked_return_type = "{ name: string; summary: string; task: boolean }[]")]
pub fn operations() -> Result<JsValue, js_sys::Error> {
    let names: Vec<OperationName> = api::operations()
        .map(|operation| OperationName {
            name: operation.name,
            summary: operation.summary,
            task: operation.is_task(),
        })
        .collect();
    to_value(&names)
}

/// A seed that nobody has chosen, 0 to 2^53 - 1, from the browser's source of randomness. The only use of chance
/// from outside: it goes into a request and comes back with the result.
///
/// # Errors
/// `seed.unavailable`: the host has no such source.
#[wasm_bindgen(js_name = freshSeed)]
pub fn fresh_seed() -> Result<f64, js_sys::Error> {
    let bits = getrandom::u64().map_err(|_| {
        to_js(&Error::new(
            "seed.unavailable",
            "the browser gives no random numbers: choose a seed",
        ))
    })?;
    Ok((bits & MAX_SEED) as f64)
}
