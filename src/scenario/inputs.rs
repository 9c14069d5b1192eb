//! Joint draws of everything that is not certain. Each input has a stream of its own, so adding one never shifts
//! the numbers of another; a common factor makes them rise and fall together (Gaussian copula).

use serde::{Deserialize, Serialize};

use crate::rng::Rng;
use crate::stats::{self, normal_cdf};

/// One uncertain input: a triangular distribution over its cautious, most likely and hopeful value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Input {
    /// Name; seeds its stream.
    pub name: String,
    /// Cautious end: rank 0.
    pub low: f64,
    /// Most likely value.
    pub likely: f64,
    /// Hopeful end: rank 1. May be below `low`.
    pub high: f64,
    /// True if its rank follows the common factor of the scenario's changes.
    pub shared: bool,
}

impl Input {
    /// The value at a rank from 0 (cautious end) to 1 (hopeful end).
    pub fn at(&self, rank: f64) -> f64 {
        triangle(self.low, self.likely, self.high, rank)
    }
}

/// The quantile at `rank` of the triangular distribution from `low` over `likely` to `high`; `high` may be the smaller.
pub fn triangle(low: f64, likely: f64, high: f64, rank: f64) -> f64 {
    let span = high - low;
    if span == 0.0 {
        return likely;
    }
    let rank = rank.clamp(0.0, 1.0);
    let peak = ((likely - low) / span).clamp(0.0, 1.0);
    if rank < peak {
        low + span * libm::sqrt(rank * peak)
    } else {
        high - span * libm::sqrt((1.0 - rank) * (1.0 - peak))
    }
}

/// Ranks of all inputs in all draws, `[draw][input]`, each in (0, 1).
///
/// `rank_correlation` (Spearman, 0 to 0.95) holds between any two shared inputs. Every margin is stratified before it
/// is mixed (Latin hypercube), so that few draws cover the range evenly.
///
/// # References
/// Gaussian copula and its rank correlation: Pearson 1907, s = 6/pi asin(r/2). Stratified margins: McKay, Beckman and
/// Conover 1979, doi:10.2307/1268522.
pub fn ranks(inputs: &[Input], draws: usize, rank_correlation: f64, seed: u64) -> Vec<Vec<f64>> {
    let weight = 2.0 * libm::sin(std::f64::consts::PI * rank_correlation.clamp(0.0, 0.95) / 6.0);
    let common = stratified(seed, "common factor", draws);
    let own: Vec<Vec<f64>> = inputs
        .iter()
        .map(|input| stratified(seed, &input.name, draws))
        .collect();
    (0..draws)
        .map(|draw| {
            inputs
                .iter()
                .zip(&own)
                .map(|(input, own)| {
                    if !input.shared || weight == 0.0 {
                        return own[draw];
                    }
                    let together = libm::sqrt(weight) * normal_quantile(common[draw]);
                    normal_cdf(together + libm::sqrt(1.0 - weight) * normal_quantile(own[draw]))
                })
                .collect()
        })
        .collect()
}

/// `draws` numbers in (0, 1), one in each of as many equal strata, in the random order of the named stream.
pub(super) fn stratified(seed: u64, name: &str, draws: usize) -> Vec<f64> {
    let mut rng = Rng::stream(seed, name, draws as u64);
    let mut strata: Vec<usize> = (0..draws).collect();
    rng.shuffle(&mut strata);
    strata
        .into_iter()
        .map(|stratum| (stratum as f64 + rng.unit()) / draws as f64)
        .collect()
}

/// Standard normal quantile for `p` in (0, 1), to about 1e-15.
///
/// Newton steps on the distribution function, from a start by bisection.
pub fn normal_quantile(p: f64) -> f64 {
    if p <= 0.0 || p >= 1.0 {
        return if p <= 0.0 { -38.0 } else { 38.0 };
    }
    if p > 0.5 {
        return -normal_quantile(1.0 - p);
    }
    let (mut from, mut to) = (-38.0, 0.0);
    for _ in 0..20 {
        let middle = 0.5 * (from + to);
        if normal_cdf(middle) < p {
            from = middle;
        } else {
            to = middle;
        }
    }
    let mut z = 0.5 * (from + to);
    for _ in 0..3 {
        let density = libm::exp(-0.5 * z * z) / libm::sqrt(std::f64::consts::TAU);
        if density == 0.0 {
            break;
        }
        z -= (normal_cdf(z) - p) / density;
    }
    z
}

/// Mean and standard deviation (n - 1); 0 deviation below two values.
pub fn moments(values: &[f64]) -> (f64, f64) {
    match stats::mean_variance(values) {
        Some((mean, variance)) => (mean, libm::sqrt(variance)),
        None => (stats::mean(values).unwrap_or(0.0), 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(name: &str) -> Input {
        Input {
            name: name.into(),
            low: 0.0,
            likely: 1.0,
            high: 4.0,
            shared: true,
        }
    }

    #[test]
    fn normal_matches_published_values() {
        // NIST/SEMATECH e-Handbook, table of the normal distribution.
        for (z, p) in [
            (1.959_963_984_540_054, 0.975),
            (-1.281_551_565_544_601, 0.1),
            (0.0, 0.5),
        ] {
            assert!((normal_quantile(p) - z).abs() < 1e-12, "{p}");
            assert!((normal_cdf(z) - p).abs() < 1e-14, "{z}");
        }
        assert!((normal_quantile(1e-10) + 6.361_340_902_404_056).abs() < 1e-9);
    }

    #[test]
    fn triangle_has_its_ends_and_mode() {
        let input = input("a");
        assert_eq!(input.at(0.0), 0.0);
        assert_eq!(input.at(1.0), 4.0);
        assert!((input.at(0.25) - 1.0).abs() < 1e-12);
        // Median of the triangle (0, 1, 4): 4 - sqrt(4 * 3 / 2).
        assert!((input.at(0.5) - (4.0 - libm::sqrt(6.0))).abs() < 1e-12);
        let reversed = Input {
            low: -0.03,
            likely: -0.08,
            high: -0.15,
            ..input
        };
        assert!((reversed.at(0.0) + 0.03).abs() < 1e-12);
        assert!((reversed.at(1.0) + 0.15).abs() < 1e-12);
        assert!(reversed.at(0.3) > reversed.at(0.6));
    }

    #[test]
    fn copula_has_the_rank_correlation_asked_for() {
        let inputs = [input("a"), input("b")];
        let draws = ranks(&inputs, 4_000, 0.5, 3);
        let mean = |input: usize| draws.iter().map(|draw| draw[input]).sum::<f64>() / 4_000.0;
        assert!((mean(0) - 0.5).abs() < 0.01);
        let covariance = draws.iter().map(|draw| (draw[0] - 0.5) * (draw[1] - 0.5)).sum::<f64>() / 4_000.0;
        assert!((covariance * 12.0 - 0.5).abs() < 0.04, "{}", covariance * 12.0);
    }

    #[test]
    fn another_input_does_not_shift_the_first() {
        let one = ranks(&[input("a")], 25, 0.3, 9);
        let two = ranks(&[input("b"), input("a")], 25, 0.3, 9);
        for (one, two) in one.iter().zip(&two) {
            assert_eq!(one[0], two[1]);
        }
    }
}
