//! What is open: the clinic, and the problem built from it.

use std::cell::RefCell;
use std::sync::Arc;

use super::keeper::{Keeper, Source};
use super::portfolio::Run;

use crate::error::{Error, Issue, Result};
use crate::model::{self, Clinic, Problem};

/// The open clinic with the problem built from it and every issue found on the way. Starts empty.
#[derive(Debug, Default)]
pub struct Desk {
    open: Option<Open>,
    revision: u32,
    /// What is kept of a run between two of its rounds, so that it need not be made anew. No reply depends on whether
    /// it is there.
    pub(super) run: RefCell<Option<Run>>,
    /// Keys and audit log.
    pub(super) keeper: Keeper,
}

#[derive(Debug)]
struct Open {
    clinic: Clinic,
    problem: Arc<Problem>,
    issues: Vec<Issue>,
}

impl Desk {
    /// An empty desk with a source of random bytes, for keys: the one thing that no request brings along.
    pub fn with_entropy(source: Source) -> Self {
        Self {
            keeper: Keeper::new(source),
            ..Self::default()
        }
    }

    /// Opens a clinic in place of what was open, and builds its problem.
    pub fn open(&mut self, clinic: Clinic) {
        let built = model::build(&clinic);
        let issues = model::validate::findings(&clinic, &built);
        self.run.take();
        self.revision = self.revision.wrapping_add(1);
        self.open = Some(Open {
            clinic,
            problem: Arc::new(built.problem),
            issues,
        });
    }

    /// How often a clinic has been opened or changed: another number, perhaps another clinic.
    #[must_use]
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// The open clinic.
    ///
    /// # Errors
    /// `desk.empty`: nothing is open.
    pub fn clinic(&self) -> Result<&Clinic> {
        self.opened().map(|open| &open.clinic)
    }

    /// The problem of the open clinic. Shared, so that a task can outlive the next `open`.
    ///
    /// # Errors
    /// `desk.empty`: nothing is open.
    pub fn problem(&self) -> Result<Arc<Problem>> {
        self.opened().map(|open| Arc::clone(&open.problem))
    }

    /// Everything found wrong or doubtful in the open clinic.
    ///
    /// # Errors
    /// `desk.empty`: nothing is open.
    pub fn issues(&self) -> Result<&[Issue]> {
        self.opened().map(|open| open.issues.as_slice())
    }

    fn opened(&self) -> Result<&Open> {
        self.open
            .as_ref()
            .ok_or_else(|| Error::new("desk.empty", "no clinic is open: open, import or sample one first"))
    }
}
