//! What if: a clinic with changes, planned anew, lived through, and counted in money by month.
//!
//! - [`change`] and [`lever`]: what can be turned. [`edits`]: what it makes of the clinic, and the table of all levers.
//! - [`inputs`]: joint draws of everything uncertain.
//! - [`history`] and [`assumptions`]: what the clinic's records say, and what is taken for granted.
//! - [`week`]: a plan in numbers. [`life`]: one such week with no-shows and sick calls. [`money`]: dollars by month.
//! - [`accounts`]: what it returns, and who receives it. [`drivers`]: what each change does, and what matters most.
//! - [`run`]: the whole, advanced in steps. [`report`]: what comes out.
//!
//! It is no forecast: weeks are drawn from the clinic's own past. See `docs/scenarios.md`.

pub mod accounts;
pub mod assumptions;
pub mod change;
pub mod claims;
pub mod draw;
pub mod drivers;
pub mod edits;
pub mod history;
pub mod inputs;
mod joint;
pub mod lever;
pub mod life;
mod limits;
pub mod money;
pub mod payers;
pub mod presets;
mod probes;
pub mod replan;
pub mod report;
pub mod rollout;
pub mod run;
pub mod templates;
mod text;
pub mod totals;
pub mod week;

pub use change::Change;
pub use edits::apply;
pub use lever::Lever;
pub use report::ScenarioReport;
pub use run::{Run, ScenarioNews, ScenarioRequest};
