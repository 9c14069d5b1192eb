//! Rosterwell plans sessions, visits and staffing for health-recovery care.
//!
//! One data model ([`model`]) and one set of counting rules serve the optimizer, the indicators and the scenarios.
//! See `ARCHITECTURE.md` for the map.

pub mod api;
pub mod attendance;
pub mod audit;
pub mod disclosure;
pub mod export;
pub mod forecast;
pub mod import;
pub mod kpi;
pub mod pilot;
pub mod predict;
pub mod quality;
pub mod reconcile;
pub mod sample;
pub mod scenario;
pub mod simulator;
pub mod triage;
pub mod vault;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
pub mod wasm;

pub use rosterwell_optimizer::{Error, Issue, Result, Severity, error, model, optimizer, order, rng, stats};
