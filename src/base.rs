//! The lower layers: the model, its rules and its checker, and what everything counts with. A crate of its own
//! because the optimizer, which rests on it, is one.
//!
//! The crate `rosterwell` shows these modules as its own.

pub mod error;
pub mod model;
pub mod order;
pub mod rng;
pub mod stats;

pub use error::{Error, Issue, Result, Severity};
