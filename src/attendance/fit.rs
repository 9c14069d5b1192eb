//! An additive logistic regression on bands: every band of every factor has a weight that is pulled toward the clinic's
//! mean, the harder the less the factor turns out to matter.
//!
//! The log odds are an intercept plus one weight per factor. Weights have a normal prior of mean 0 and one variance per
//! factor, which makes the fit a ridge regression with a penalty per factor (le Cessie and van Houwelingen 1992), or, in
//! other words, a model with random intercepts for service, site and every other factor. The penalties are found with
//! the weights, by the update of Fellner and Schall as Wood and Fasiolo generalized it.
//!
//! # References
//! le Cessie and van Houwelingen 1992, Appl Stat 41:191, doi:10.2307/2347628.
//! Wood and Fasiolo 2017, Biometrics 73:1071, doi:10.1111/biom.12666.

use super::bands::{Bands, FACTORS};
use crate::stats::Cholesky;

/// Rounds after which the fit stands whatever moves still; our choice, several times what is needed.
const MAX_ROUNDS: usize = 60;
/// Penalties stand when no weight moves by more than this, and the fit when none moves by more than that. Our choice: a
/// thousandth of log odds is far below what data can tell.
const STEADY: f64 = 1e-3;
const SETTLED: f64 = 1e-9;
/// Range of a penalty: a standard deviation of band weights from 0.01 to 2 on the scale of log odds. Our choice.
const PENALTIES: (f64, f64) = (0.25, 10_000.0);

/// The logistic function.
pub(super) fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}

/// Log odds of a probability.
pub(super) fn log_odds(p: f64) -> f64 {
    libm::log(p / (1.0 - p))
}

/// Where the weights of each factor lie; the intercept is last.
#[derive(Debug, Clone)]
struct Columns {
    first: [usize; FACTORS + 1],
}

impl Columns {
    fn new(sizes: &[usize; FACTORS]) -> Self {
        let mut first = [0; FACTORS + 1];
        for (at, size) in sizes.iter().enumerate() {
            first[at + 1] = first[at] + size;
        }
        Self { first }
    }

    /// Number of columns with the intercept.
    fn count(&self) -> usize {
        self.first[FACTORS] + 1
    }

    fn of(&self, factor: usize) -> std::ops::Range<usize> {
        self.first[factor]..self.first[factor + 1]
    }

    /// Columns of a row, ascending.
    fn row(&self, bands: &Bands) -> [usize; FACTORS + 1] {
        let mut columns = [self.first[FACTORS]; FACTORS + 1];
        for (at, &band) in bands.iter().enumerate() {
            columns[at] = self.first[at] + usize::from(band);
        }
        columns
    }
}

/// What was learned.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    columns: Columns,
    /// Weights of all bands, then the intercept.
    weights: Vec<f64>,
    /// Covariance of the weights, row by row.
    covariance: Vec<f64>,
    /// Mean weight of each factor over the rows that were learned from.
    pub(super) means: [f64; FACTORS],
    /// Rows of each band.
    pub(super) rows: Vec<u32>,
}

impl Fit {
    /// Learns from rows of bands and whether it happened. `sizes` is the number of bands of each factor.
    pub(super) fn new(rows: &[(Bands, bool)], sizes: &[usize; FACTORS]) -> Option<Self> {
        let columns = Columns::new(sizes);
        let (count, hits) = (rows.len() as f64, rows.iter().filter(|row| row.1).count() as f64);
        let mut weights = vec![0.0; columns.count()];
        *weights.last_mut()? = log_odds((hits + 0.5) / (count + 1.0));
        let mut present = vec![0_u32; columns.count()];
        for (bands, _) in rows {
            for column in columns.row(bands) {
                present[column] += 1;
            }
        }
        let mut penalties = [10.0; FACTORS];
        let (mut covariance, mut steady) = (Vec::new(), false);
        for _ in 0..MAX_ROUNDS {
            let (slope, curvature) = derivatives(rows, &columns, &weights, &penalties);
            let factor = Cholesky::new(curvature, columns.count())?;
            let mut step = factor.solve(&slope);
            // A damped step cannot overshoot into log odds where nothing curves any more.
            let longest = step.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
            if longest > 2.0 {
                step.iter_mut().for_each(|x| *x *= 2.0 / longest);
            }
            for (weight, x) in weights.iter_mut().zip(&step) {
                *weight += x;
            }
            covariance = factor.inverse();
            steady |= longest < STEADY;
            if !steady {
                update(&mut penalties, &columns, &weights, &covariance, &present);
            } else if longest < SETTLED {
                break;
            }
        }
        let mut means = [0.0; FACTORS];
        for (factor, mean) in means.iter_mut().enumerate() {
            let sum: f64 = columns.of(factor).map(|at| weights[at] * f64::from(present[at])).sum();
            *mean = sum / count.max(1.0);
        }
        Some(Self {
            columns,
            weights,
            covariance,
            means,
            rows: present,
        })
    }

    pub(super) fn intercept(&self) -> f64 {
        self.weights[self.columns.first[FACTORS]]
    }

    /// The weight of a band.
    pub(super) fn weight(&self, factor: usize, band: u16) -> f64 {
        self.weights[self.columns.first[factor] + usize::from(band)]
    }

    /// Rows of a band that were learned from.
    pub(super) fn rows_of(&self, factor: usize, band: usize) -> u32 {
        self.rows[self.columns.first[factor] + band]
    }

    /// Log odds of a row.
    pub(super) fn log_odds(&self, bands: &Bands) -> f64 {
        self.columns.row(bands).iter().map(|&at| self.weights[at]).sum()
    }

    /// Variance of the log odds of a row.
    pub(super) fn variance(&self, bands: &Bands) -> f64 {
        let (row, size) = (self.columns.row(bands), self.columns.count());
        let pairs = row
            .iter()
            .flat_map(|&a| row.iter().map(move |&b| self.covariance[a * size + b]));
        pairs.sum::<f64>().max(0.0)
    }
}

/// Slope of the penalized log likelihood, and its curvature with the sign turned.
fn derivatives(
    rows: &[(Bands, bool)],
    columns: &Columns,
    weights: &[f64],
    penalties: &[f64; FACTORS],
) -> (Vec<f64>, Vec<f64>) {
    let size = columns.count();
    let (mut slope, mut curvature) = (vec![0.0; size], vec![0.0; size * size]);
    for (bands, happened) in rows {
        let row = columns.row(bands);
        let p = probability(row.iter().map(|&at| weights[at]).sum());
        let (rest, spread) = (f64::from(u8::from(*happened)) - p, p * (1.0 - p));
        for (at, &a) in row.iter().enumerate() {
            slope[a] += rest;
            // Columns ascend, so this fills the lower triangle.
            for &b in &row[..=at] {
                curvature[a * size + b] += spread;
            }
        }
    }
    for (factor, &penalty) in penalties.iter().enumerate() {
        for at in columns.of(factor) {
            slope[at] -= penalty * weights[at];
            curvature[at * size + at] += penalty;
        }
    }
    (slope, curvature)
}

/// One update of each penalty: the weights' effective number over their sum of squares. Bands without rows tell nothing.
fn update(penalties: &mut [f64; FACTORS], columns: &Columns, weights: &[f64], covariance: &[f64], present: &[u32]) {
    let size = columns.count();
    for (factor, penalty) in penalties.iter_mut().enumerate() {
        let bands = || columns.of(factor).filter(|&at| present[at] > 0);
        let trace: f64 = bands().map(|at| covariance[at * size + at]).sum();
        let squares: f64 = bands().map(|at| weights[at] * weights[at]).sum();
        let effective = (bands().count() as f64 - *penalty * trace).max(0.0);
        *penalty = (effective / squares.max(1e-12)).clamp(PENALTIES.0, PENALTIES.1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    fn sizes() -> [usize; FACTORS] {
        let mut sizes = [1; FACTORS];
        (sizes[0], sizes[1]) = (3, 5);
        sizes
    }

    #[test]
    fn finds_effects_and_shrinks_what_has_none() {
        let mut rng = Rng::new(3);
        let truth = [-0.8, 0.0, 0.8];
        let rows: Vec<(Bands, bool)> = (0..20_000)
            .map(|_| {
                let mut bands = [0; FACTORS];
                (bands[0], bands[1]) = (rng.below(3) as u16, rng.below(5) as u16);
                let happened = rng.chance(probability(-1.5 + truth[usize::from(bands[0])]));
                (bands, happened)
            })
            .collect();
        let fit = Fit::new(&rows, &sizes()).unwrap();
        for (at, expected) in truth.iter().enumerate() {
            let found = fit.weight(0, at as u16) - fit.weight(0, 1);
            assert!((found - expected).abs() < 0.12, "{at}: {found}");
        }
        assert!((0..5).all(|band| fit.weight(1, band).abs() < 0.05));
        // The intercept of a logistic regression makes predicted and observed sums equal.
        let predicted: f64 = rows.iter().map(|row| probability(fit.log_odds(&row.0))).sum();
        let observed = rows.iter().filter(|row| row.1).count() as f64;
        assert!((predicted - observed).abs() < 1e-3, "{predicted} {observed}");
    }

    #[test]
    fn a_band_that_separates_stays_finite_and_an_empty_one_stays_at_the_mean() {
        let rows: Vec<(Bands, bool)> = (0..40)
            .map(|at| {
                let mut bands = [0; FACTORS];
                bands[0] = u16::from(at % 4 == 0);
                (bands, at % 4 == 0)
            })
            .collect();
        let fit = Fit::new(&rows, &sizes()).unwrap();
        assert!(fit.weight(0, 1) > 1.0 && fit.weight(0, 1) < 10.0);
        assert!(fit.weight(0, 2).abs() < 1e-9);
        assert!(fit.variance(&rows[0].0).is_finite());
    }
}
