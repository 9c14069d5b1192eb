//! Numerics that more than one folder needs: intervals, quantiles, spread, survival, continuity, money over time,
//! accuracy of forecasts and predictions.
//!
//! Plain functions of plain numbers, each with its source and a hand-checked test. Nothing here knows a clinic, and
//! nothing gives a number where none is defined: an empty input or a zero denominator gives `None`.

mod accuracy;
mod continuity;
mod disclosure;
mod distribution;
mod finance;
mod internal_rate;
mod linear;
mod monotone;
mod proportion;
mod rank_correlation;
mod rank_sum;
mod spread;
mod survival;

pub use accuracy::{Calibration, ReliabilityBin, auc, brier, calibration, coverage, log_loss, mase, wape};
pub use continuity::{bice_boxerman, usual_provider};
pub use disclosure::{HIDE_PEOPLE_BELOW, hidden};
pub use distribution::{
    beta_cdf, beta_quantile, binomial_two_sided, chi_squared_1, clopper_pearson, newcombe, normal_cdf, normal_quantile,
    t_critical, t_power, t_two_sided,
};
pub use finance::{npv, payback_month, roi};
pub use internal_rate::{INTERNAL_RATE_RANGE, internal_rates};
pub use linear::Cholesky;
pub use monotone::{MonotoneTrend, monotone_trend};
pub use proportion::{Z95, wilson, wilson_at};
pub use rank_correlation::rank_correlation;
pub use rank_sum::{RankSum, Ranked, holm, rank_sum};
pub use spread::{coefficient_of_variation, gini, mean, mean_variance, median, quantile, sum};
pub use survival::{Observed, kaplan_meier_median};
