//! From the clinic's tables to the problem of one planning horizon.

use super::{Clinic, Problem};
use crate::error::Issue;

/// A problem, and what was found on the way to it.
#[derive(Debug, Default)]
pub struct Built {
    /// The problem, made of the rows that can be used.
    pub problem: Problem,
    /// Everything found wrong or doubtful.
    pub issues: Vec<Issue>,
}

/// The problem of a clinic.
pub fn build(clinic: &Clinic) -> Built {
    let problem = Problem {
        start: Some(clinic.settings.horizon_start),
        ..Problem::default()
    };
    Built {
        problem,
        issues: Vec::new(),
    }
}
