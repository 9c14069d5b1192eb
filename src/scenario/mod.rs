//! What if: a clinic with changes, planned anew, lived through, and counted in money by month.
//!
//! - [`change`] and [`lever`]: what can be turned. [`edits`]: what it makes of the clinic, and the table of all levers.
//! - [`inputs`]: joint draws of everything uncertain.
//! - [`history`] and [`assumptions`]: what the clinic's records say, and what is taken for granted.
//! - [`week`] and [`sessions`]: a plan in numbers. [`life`]: one such week with no-shows and sick calls.
//! - [`draw`]: how everything turns out. [`horizon`]: its months, lived through. [`money`]: dollars by month.
//! - [`accounts`]: what it returns, and who receives it. [`drivers`]: what each change does, and what matters most.
//! - [`run`]: the whole, advanced in steps, in [`batch`]es of draws; [`quick`]: a first estimate. [`report`]: what comes out.
//! - [`staffing`]: the smallest staffing that meets targets, by re-plans. [`access`]: what it is measured by.
//! - [`surface`]: an instant estimate. [`goal`]: goal seek on it. [`surface_study`]: the re-plans it is fitted to and held against.
//!
//! It is no forecast: weeks are drawn from the clinic's own past. See `docs/scenarios.md`.

pub mod access;
pub mod accounts;
pub mod assumptions;
mod batch;
pub mod change;
pub mod claims;
pub mod draw;
pub mod drivers;
pub mod edits;
pub mod goal;
pub mod history;
mod horizon;
pub mod inputs;
mod joint;
pub mod lever;
pub mod life;
mod limits;
pub mod money;
pub mod payers;
pub mod presets;
mod probes;
mod quick;
pub mod replan;
pub mod report;
pub mod rollout;
pub mod run;
pub mod sessions;
pub mod staffing;
pub mod staffing_report;
pub mod staffing_request;
pub mod surface;
pub mod surface_study;
pub mod templates;
mod terms;
mod text;
pub mod totals;
pub mod week;

pub use change::Change;
pub use edits::apply;
pub use lever::Lever;
pub use report::ScenarioReport;
pub use run::{Run, ScenarioNews, ScenarioRequest};
pub use staffing::Staffing;
pub use staffing_request::StaffingRequest;
pub use surface_study::{SurfaceRequest, SurfaceStudy};
