//! Demand over time: how much comes in the next weeks, how sure that is, and whether the clinic has the hours for it.
//!
//! Every number is the plain mean of three methods, each with its paper: exponential smoothing ([`Ets`]), [`theta`]
//! and seasonal decomposition ([`mstl`]); [`seasonal_naive`] is the baseline that has to be beaten. Intervals come
//! from what the same forecast would have missed by in the past ([`Pool`]), not from a model; sums over weeks and
//! services from [`Paths`]. [`Run`] does all of this for series that are given as numbers.
//!
//! Nothing here knows why demand changes: a new referrer, a competitor or a fee schedule is seen when it is in the
//! weeks that have passed.
//!
//! ```
//! use rosterwell::forecast::{Run, Series};
//!
//! let values = [12.0, 15.0, 11.0, 14.0, 16.0, 13.0, 12.0, 15.0, 14.0, 13.0, 12.0, 16.0].to_vec();
//! let series = Series { values, ..Series::default() };
//! let outlooks = Run::new(vec![series], 4).unwrap().finish();
//! assert!((outlooks.each[0].points.mean[3] - 13.6).abs() < 1.5);
//! assert!(outlooks.quantile(0, 4, 0.9) > outlooks.quantile(0, 1, 0.5));
//! ```

mod backtest;
mod combination;
mod conformal;
mod demand;
mod ets;
mod holidays;
mod loess;
mod naive;
mod paths;
mod records;
mod report;
mod run;
mod season;
mod shift;
mod simplex;
mod staffing;
mod stl;
mod theta;

pub use backtest::{Backtest, Look};
pub use combination::{Points, points};
pub use conformal::{Pool, Width, scale};
pub use demand::{Demand, Line, SpecialDay, read};
pub use ets::{Ets, Form, Trend};
pub use holidays::{Effect, is_federal_holiday};
pub use naive::seasonal_naive;
pub use paths::Paths;
pub use records::Measure;
pub use report::{Ahead, BacktestLine, Fan, MethodLine, ShiftLine};
pub use run::{FEWEST_PERIODS, MOST_AHEAD, Outlook, Outlooks, Run, Series};
pub use season::{Join, is_seasonal};
pub use shift::{Shift, leveled};
pub use staffing::{Capacity, Closing, Course, DisciplineAhead, Plan, Prices, Total, staffing};
pub use stl::{Decomposition, decompose, mstl};
pub use theta::theta;
