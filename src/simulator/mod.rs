//! A clinic that lives: patients who come or stay away, sick calls, closures and emergencies, day by day, under a
//! scheduling policy that can be exchanged.
//!
//! - [`agenda`]: the event calendar. [`streams`]: luck by name, so that two policies meet the same.
//! - [`rates`]: how often things happen, from the clinic's past. [`emergencies`]: who needs care at once.
//! - [`policy`]: what a clinic does about it; [`human`]: what a front desk does. [`live`]: the days of the horizon.
//!   `ledger` and `sheets`: the rows they leave.
//!
//! It is no forecast and counts nothing itself: what happened is written into the tables of the clinic and counted
//! by [`kpi`](crate::kpi) like any past.

pub mod agenda;
pub mod emergencies;
pub mod human;
mod ledger;
pub mod live;
mod opening;
mod patients;
pub mod policy;
pub mod rates;
mod sheets;
pub mod streams;

pub use agenda::Agenda;
pub use human::{Habits, Human};
pub use live::{Lived, live};
pub use policy::{CancelOnly, News, Optimized, Policy, Recall, Situation};
pub use rates::{Comings, Rates};
pub use streams::{Luck, Streams};
