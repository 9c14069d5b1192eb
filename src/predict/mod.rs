//! Scores and rates made of the clinic's own records, each with its method and its limits: how much time unplanned
//! arrivals take, and how much of a day to keep free for them.

mod arrivals;
mod compound;
mod counts;

pub use arrivals::{Arrival, Arrivals, Origin};
pub use compound::{chance_of, compound, freed, shortest_reserve};
pub use counts::{Counts, DayCount, Fit, fit};
