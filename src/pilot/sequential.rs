//! Looking more than once: bounds for planned looks, and intervals that hold at any time.

use serde::{Deserialize, Serialize};

use crate::stats::{normal_cdf, normal_quantile};

/// How the chance of a false alarm is spent over planned looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Spending {
    /// Hardly any early: like the bounds of O'Brien and Fleming.
    ObrienFleming,
    /// About evenly: like the bounds of Pocock.
    Pocock,
}

impl Spending {
    /// What is spent on one side by this share of the information, of `alpha` on that side.
    ///
    /// # References
    /// Lan and DeMets 1983, Biometrika 70:659, doi:10.1093/biomet/70.3.659.
    pub fn spent(self, alpha: f64, share: f64) -> f64 {
        let share = share.clamp(0.0, 1.0);
        match self {
            _ if share == 0.0 => 0.0,
            Self::ObrienFleming => 2.0 * normal_cdf(normal_quantile(0.5 * alpha) / libm::sqrt(share)),
            Self::Pocock => alpha * libm::log(1.0 + (std::f64::consts::E - 1.0) * share),
        }
    }
}

/// Points of the grid on which the process is followed; Simpson's rule. Our choice: bounds within 1e-6.
const POINTS: usize = 401;
/// Bounds beyond this are as good as none.
const FARTHEST: f64 = 12.0;

/// Where the process stands at a look without having crossed a bound: density on a grid of scores (z times the root of
/// the information).
struct Standing {
    edge: f64,
    density: Vec<f64>,
    share: f64,
}

impl Standing {
    fn place(&self, at: usize) -> f64 {
        self.edge * (2.0 * at as f64 / (POINTS - 1) as f64 - 1.0)
    }

    /// Integral of the density times a function, by Simpson's rule.
    fn integral(&self, function: impl Fn(f64) -> f64) -> f64 {
        let width = 2.0 * self.edge / (POINTS - 1) as f64;
        let weighted = self.density.iter().enumerate().map(|(at, density)| {
            let weight = match at {
                0 => 1.0,
                at if at == POINTS - 1 => 1.0,
                at if at % 2 == 1 => 4.0,
                _ => 2.0,
            };
            weight * density * function(self.place(at))
        });
        weighted.sum::<f64>() * width / 3.0
    }
}

/// Chances of crossing at the next look beyond `edge` above and below, with this drift per unit of information.
fn crossing(before: Option<&Standing>, share: f64, edge: f64, drift: f64) -> (f64, f64) {
    let past = before.map_or(0.0, |standing| standing.share);
    let root = libm::sqrt(share - past);
    let middle = drift * (share - past);
    let above = |s: f64| normal_cdf((s + middle - edge) / root);
    let below = |s: f64| normal_cdf((-edge - s - middle) / root);
    match before {
        None => (above(0.0), below(0.0)),
        Some(standing) => (standing.integral(above), standing.integral(below)),
    }
}

/// The standing after the next look within `edge`.
fn advance(before: Option<&Standing>, share: f64, edge: f64, drift: f64) -> Standing {
    let past = before.map_or(0.0, |standing| standing.share);
    let (step, root) = (share - past, libm::sqrt(share - past));
    let kernel = |from: f64, to: f64| {
        let z = (to - from - drift * step) / root;
        libm::exp(-0.5 * z * z) / (root * libm::sqrt(std::f64::consts::TAU))
    };
    let mut next = Standing {
        edge,
        density: Vec::with_capacity(POINTS),
        share,
    };
    for at in 0..POINTS {
        let to = next.place(at);
        next.density.push(match before {
            None => kernel(0.0, to),
            Some(standing) => standing.integral(|from| kernel(from, to)),
        });
    }
    next
}

/// The bounds on the z scale for looks at these shares of the information (rising, the last at most 1), two-sided with
/// `alpha` in all; half of it is spent on each side.
///
/// # References
/// Armitage, McPherson and Rowe 1969, doi:10.2307/2343787 (the recursion); Jennison and Turnbull 2000, chapter 19.
pub fn bounds(shares: &[f64], alpha: f64, spending: Spending) -> Vec<f64> {
    let (mut bounds, mut before, mut spent) = (Vec::new(), None, 0.0);
    for &share in shares {
        let total = spending.spent(0.5 * alpha, share);
        let wanted = total - spent;
        let root = libm::sqrt(share);
        let (mut low, mut high) = (0.0, FARTHEST);
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if crossing(before.as_ref(), share, middle * root, 0.0).0 > wanted {
                low = middle;
            } else {
                high = middle;
            }
        }
        let bound = 0.5 * (low + high);
        bounds.push(bound);
        if bounds.len() < shares.len() {
            before = Some(advance(before.as_ref(), share, bound * root, 0.0));
            spent = total;
        }
    }
    bounds
}

/// The chance that the bounds are crossed by each look if the z value at full information is `drift` on average.
pub fn power_by_look(shares: &[f64], bounds: &[f64], drift: f64) -> Vec<f64> {
    let (mut powers, mut before, mut sum): (Vec<f64>, Option<Standing>, f64) = (Vec::new(), None, 0.0);
    for (&share, &bound) in shares.iter().zip(bounds) {
        let edge = bound * libm::sqrt(share);
        let (above, below) = crossing(before.as_ref(), share, edge, drift);
        sum += above + below;
        powers.push(sum.clamp(0.0, 1.0));
        if powers.len() < shares.len() {
            before = Some(advance(before.as_ref(), share, edge, drift));
        }
    }
    powers
}

/// An interval, with its p-value, that holds however often one looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AlwaysValid {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// p-value that may be looked at any time.
    pub p: f64,
}

/// The confidence sequence of the normal mixture at an estimate with this standard error, tightest when the error is
/// `planned_error`; and the p-value of the mixture sequential probability ratio test, which is the same mixture.
///
/// It holds as the number of units grows; with a handful of units the errors themselves are rough, and it is as rough.
///
/// # References
/// Robbins 1970, Ann Math Stat 41:1397, doi:10.1214/aoms/1177696786 (the mixture); Johari, Koomen, Pekelis and Walsh 2022,
/// Oper Res 70:1806, doi:10.1287/opre.2021.2135 (p-values); Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024, Ann Stat
/// 52:2613, doi:10.1214/24-AOS2408 (estimated errors, and the choice of the mixture's width).
pub fn always_valid(estimate: f64, error: f64, planned_error: f64, alpha: f64) -> Option<AlwaysValid> {
    if !(error > 0.0 && planned_error > 0.0) {
        return None;
    }
    let (v, least) = (error * error, planned_error * planned_error);
    let width = -2.0 * libm::log(alpha);
    let mixture = least * (width + libm::log(width + 1.0));
    let growth = libm::log((v + mixture) / v);
    let half = libm::sqrt(v * (v + mixture) / mixture * (growth + width));
    let log_ratio = -0.5 * growth + estimate * estimate * mixture / (2.0 * v * (v + mixture));
    Some(AlwaysValid {
        low: estimate - half,
        high: estimate + half,
        p: libm::exp(-log_ratio).min(1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_bounds() {
        // Three even looks, two-sided 0.05: Lan and DeMets' version of O'Brien and Fleming.
        let thirds = [1.0 / 3.0, 2.0 / 3.0, 1.0];
        let found = bounds(&thirds, 0.05, Spending::ObrienFleming);
        for (bound, published) in found.iter().zip([3.7103, 2.5114, 1.9930]) {
            assert!((bound - published).abs() < 5e-5, "{found:?}");
        }
        // Pocock type, five even looks (Reboussin et al. 2000, doi:10.1016/s0197-2456(00)00057-x).
        let fifths = [0.2, 0.4, 0.6, 0.8, 1.0];
        let found = bounds(&fifths, 0.05, Spending::Pocock);
        for (bound, published) in found.iter().zip([2.4380, 2.4268, 2.4101, 2.3966, 2.3859]) {
            assert!((bound - published).abs() < 1e-3, "{found:?}");
        }
        let one = bounds(&[1.0], 0.05, Spending::Pocock);
        assert!((one[0] - 1.959_964).abs() < 1e-6);
    }

    #[test]
    fn what_is_spent_is_the_chance_to_cross() {
        for spending in [Spending::ObrienFleming, Spending::Pocock] {
            let shares = [0.25, 0.6, 1.0];
            let crossed = power_by_look(&shares, &bounds(&shares, 0.05, spending), 0.0);
            for (share, chance) in shares.iter().zip(&crossed) {
                assert!(
                    (chance - 2.0 * spending.spent(0.025, *share)).abs() < 1e-6,
                    "{crossed:?}"
                );
            }
        }
    }

    #[test]
    fn the_interval_excludes_zero_when_the_p_value_is_small() {
        for estimate in [0.1, 0.5, 1.0, 3.0, 4.0] {
            let found = always_valid(estimate, 1.0, 0.8, 0.05).unwrap();
            assert_eq!(found.low > 0.0, found.p < 0.05, "{found:?}");
            assert!(found.high - found.low > 2.0 * 1.96);
        }
        assert_eq!(always_valid(1.0, 0.0, 1.0, 0.05), None);
    }
}
