//! The optimizer, a crate of its own because it is compiled for speed and everything else for size.
//!
//! The crate `rosterwell` shows it as its module `optimizer`.

#[path = "mod.rs"]
pub mod optimizer;

pub use rosterwell_base::{Error, Issue, Result, Severity, error, model, order, rng, stats};
