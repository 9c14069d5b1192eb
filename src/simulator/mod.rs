//! A clinic that lives: patients who come or stay away, sick calls, closures and emergencies, day by day, under a
//! scheduling policy that can be exchanged.
//!
//! - [`agenda`]: the event calendar. [`streams`]: luck by name, so that two policies meet the same;
//!   [`answers`]: what people say when they are asked.
//! - [`rates`]: how often things happen, from the clinic's past. [`emergencies`], [`newcomers`]: who calls.
//! - [`policy`]: what a clinic does about it; [`human`]: what a front desk does, [`rules`]: what rules do. [`live`]: the days of the horizon.
//!   `ledger` and `sheets`: the rows they leave. [`weeks`]: from one week to the next.
//! - [`study`]: policies beside each other over replications; [`request`], [`reply`], [`measures`]: in and out.
//!   [`claims`]: what is claimed in circulation beside it.
//!
//! It is no forecast and counts nothing itself: what happened is written into the tables of the clinic and counted
//! by [`kpi`](crate::kpi) like any past.

pub mod agenda;
pub mod answers;
pub mod claims;
pub mod emergencies;
mod fit;
pub mod human;
mod ledger;
pub mod live;
pub mod measures;
pub mod newcomers;
mod opening;
mod patients;
pub mod policy;
pub mod rates;
pub mod reply;
pub mod request;
pub mod rules;
mod seats;
mod sheets;
pub mod streams;
pub mod study;
mod to_come;
pub mod weeks;

pub use agenda::Agenda;
pub use answers::Answers;
pub use human::{Habits, Human};
pub use live::{Life, Lived, live};
pub use policy::{CancelOnly, News, Optimized, Policy, Recall, Situation};
pub use rates::{Comings, Rates};
pub use reply::{ReadFrom, SimulateNews, SimulateReply, Simulated};
pub use request::{PolicyName, SimulateRequest};
pub use rules::ByRules;
pub use streams::{Luck, Streams};
pub use study::Study;
