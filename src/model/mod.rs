//! The domain as plain data: the clinic's tables, the problem made of them, the plan that answers it.

pub mod build;
pub mod calendar;
pub mod check;
pub mod clinic;
pub mod columns;
pub mod condition;
pub mod consent;
pub mod difference;
pub mod disruption;
pub mod document;
pub mod elapsed;
pub mod fhir;
pub mod icalendar;
pub mod limits;
pub mod outcome;
pub mod plan;
pub mod problem;
pub mod raw;
pub mod remedy;
pub mod rules;
mod shape;
pub mod validate;
pub mod weights;
pub mod zones;

pub use build::{Built, build};
pub use check::{Rule, Violation, check};
pub use clinic::Clinic;
pub use document::PlanDocument;
pub use plan::Plan;
pub use problem::Problem;
pub use validate::validate;
pub use weights::{CostTerm, Costs};
