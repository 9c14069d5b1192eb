//! Numerics that more than one folder needs: intervals, quantiles, spread, survival, continuity, money over time,
//! accuracy of forecasts and predictions.
//!
//! Plain functions of plain numbers, each with its source and a hand-checked test. Nothing here knows a clinic, and
//! nothing gives a number where none is defined: an empty input or a zero denominator gives `None`.

mod accuracy;
mod continuity;
mod finance;
mod proportion;
mod spread;
mod survival;

pub use accuracy::{Calibration, ReliabilityBin, brier, calibration, coverage, mase, wape};
pub use continuity::{bice_boxerman, usual_provider};
pub use finance::{npv, payback_month, roi};
pub use proportion::{Z95, wilson};
pub use spread::{coefficient_of_variation, gini, mean, median, quantile, sum};
pub use survival::{Observed, kaplan_meier_median};
