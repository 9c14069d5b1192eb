//! Two groups of units compared: means, ranks, all rearrangements, with and without the time before.

use crate::order::Arrange;
use crate::rng::Rng;
use crate::stats::{self, mean_variance};

/// A difference with what it takes to judge it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// New less usual.
    pub estimate: f64,
    /// Standard error.
    pub error: f64,
    /// Degrees of freedom; infinite for a normal reference.
    pub df: f64,
    /// Two-sided p-value.
    pub p: f64,
}

impl Effect {
    /// An estimate judged by Student's t with `df` degrees of freedom.
    pub fn new(estimate: f64, error: f64, df: f64) -> Option<Self> {
        let judged = error > 0.0 && error.is_finite() && df > 0.0;
        judged.then(|| Self {
            estimate,
            error,
            df,
            p: stats::t_two_sided(estimate / error, df),
        })
    }

    /// The interval at this level of confidence.
    pub fn interval(&self, confidence: f64) -> (f64, f64) {
        let half = self.error * stats::t_critical(1.0 - confidence, self.df);
        (self.estimate - half, self.estimate + half)
    }
}

/// Welch's comparison of two means. `None` with fewer than two values on a side, or if nothing varies.
///
/// # References
/// Welch 1947, Biometrika 34:28, doi:10.1093/biomet/34.1-2.28.
pub fn welch(new: &[f64], usual: &[f64]) -> Option<Effect> {
    let ((mean_new, var_new), (mean_usual, var_usual)) = (mean_variance(new)?, mean_variance(usual)?);
    let (n, m) = (new.len() as f64, usual.len() as f64);
    let (a, b) = (var_new / n, var_usual / m);
    let df = (a + b) * (a + b) / (a * a / (n - 1.0) + b * b / (m - 1.0));
    Effect::new(mean_new - mean_usual, libm::sqrt(a + b), df)
}

/// The paired comparison of values after with values before. `None` with fewer than two pairs, or if no change varies.
///
/// # References
/// Student 1908, Biometrika 6:1, doi:10.1093/biomet/6.1.1.
pub fn paired(after: &[f64], before: &[f64]) -> Option<Effect> {
    let changes: Vec<f64> = after.iter().zip(before).map(|(a, b)| a - b).collect();
    let (mean, variance) = mean_variance(&changes)?;
    let n = changes.len() as f64;
    Effect::new(mean, libm::sqrt(variance / n), n - 1.0)
}

/// Hedges' g: the difference in standard deviations, with the correction for small samples.
///
/// # References
/// Hedges 1981, J Educ Stat 6:107, doi:10.3102/10769986006002107 (exact correction).
pub fn hedges_g(new: &[f64], usual: &[f64]) -> Option<f64> {
    let ((mean_new, var_new), (mean_usual, var_usual)) = (mean_variance(new)?, mean_variance(usual)?);
    let (a, b) = (new.len() as f64 - 1.0, usual.len() as f64 - 1.0);
    let df = a + b;
    let pooled = libm::sqrt((a * var_new + b * var_usual) / df);
    let correction = libm::exp(libm::lgamma(0.5 * df) - libm::lgamma(0.5 * (df - 1.0))) / libm::sqrt(0.5 * df);
    (pooled > 0.0).then(|| correction * (mean_new - mean_usual) / pooled)
}

/// The values less what the time before tells of them: CUPED. One slope for both arms, found from both together, so that
/// the arms stay comparable.
///
/// # References
/// Deng, Xu, Kohavi and Walker 2013, WSDM, doi:10.1145/2433396.2433413.
pub fn cuped(values: &[f64], before: &[f64]) -> Option<Vec<f64>> {
    let (mean, variance) = mean_variance(before)?;
    let average = stats::mean(values)?;
    let products: Vec<f64> = values
        .iter()
        .zip(before)
        .map(|(y, x)| (y - average) * (x - mean))
        .collect();
    let slope = stats::sum(&products) / (before.len() - 1) as f64 / variance;
    let adjusted = values.iter().zip(before).map(|(y, x)| y - slope * (x - mean));
    slope.is_finite().then(|| adjusted.collect())
}

/// The shift of Hodges and Lehmann: the median of all differences of one value of each side.
///
/// # References
/// Hodges and Lehmann 1963, Ann Math Stat 34:598, doi:10.1214/aoms/1177704172.
pub fn hodges_lehmann(new: &[f64], usual: &[f64]) -> Option<f64> {
    let pairs: Vec<f64> = new.iter().flat_map(|x| usual.iter().map(move |y| x - y)).collect();
    stats::median(&pairs)
}

/// A p-value from rearrangements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Permuted {
    /// Two-sided: rearrangements whose difference of means is at least as far from 0.
    pub p: f64,
    /// Rearrangements looked at.
    pub count: u64,
    /// True if these were all there are.
    pub exact: bool,
}

/// Most rearrangements that are all looked at, and how many are drawn if there are more. Our choice; 9,999 drawn put the
/// p-value within 0.005.
const MOST_ALL: u64 = 20_000;
const DRAWN: u64 = 9_999;

/// The permutation test of a difference of means: units change arms in every way, or in ways drawn from a seed.
/// `None` without values on both sides.
///
/// # References
/// Fisher 1935, The Design of Experiments; drawn: Phipson and Smyth 2010, doi:10.2202/1544-6115.1585 ((b + 1) / (m + 1)).
pub fn permutation(new: &[f64], usual: &[f64], seed: u64) -> Option<Permuted> {
    let (chosen, all) = (new.len(), new.len() + usual.len());
    if new.is_empty() || usual.is_empty() {
        return None;
    }
    let mut values: Vec<f64> = new.iter().chain(usual).copied().collect();
    let total = stats::sum(&values);
    let far = |sum: f64| libm::fabs(sum / chosen as f64 - (total - sum) / (all - chosen) as f64);
    let scale = values.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    // Sums of the same values in another order differ in the last digits.
    let limit = far(stats::sum(new)) - 1e-9 * scale;
    if let Some(count) = ways(all as u64, chosen as u64) {
        values.arrange_by(f64::total_cmp);
        let mut hits = 0;
        let mut picked: Vec<usize> = (0..chosen).collect();
        loop {
            hits += u64::from(far(picked.iter().map(|&at| values[at]).sum()) >= limit);
            if !next(&mut picked, all) {
                break;
            }
        }
        return Some(Permuted {
            p: hits as f64 / count as f64,
            count,
            exact: true,
        });
    }
    let mut rng = Rng::stream(seed, "permutation", all as u64);
    let mut hits = 0;
    for _ in 0..DRAWN {
        // The first places of a random order are enough.
        for at in 0..chosen {
            values.swap(at, at + rng.below(all - at));
        }
        hits += u64::from(far(values[..chosen].iter().sum()) >= limit);
    }
    Some(Permuted {
        p: (hits + 1) as f64 / (DRAWN + 1) as f64,
        count: DRAWN,
        exact: false,
    })
}

/// Ways to choose, if there are not too many.
fn ways(all: u64, chosen: u64) -> Option<u64> {
    let mut count = 1_u64;
    for step in 1..=chosen.min(all - chosen) {
        count = count * (all + 1 - step) / step;
        if count > MOST_ALL {
            return None;
        }
    }
    Some(count)
}

/// The next choice of places in order; false after the last.
fn next(picked: &mut [usize], all: usize) -> bool {
    let count = picked.len();
    let Some(at) = (0..count).rev().find(|&at| picked[at] < all - count + at) else {
        return false;
    };
    picked[at] += 1;
    for after in at + 1..count {
        picked[after] = picked[after - 1] + 1;
    }
    true
}

/// Most events whose ratio is found exactly. Our choice: it takes some milliseconds.
const MOST_EVENTS: u64 = 1_000_000;

/// A ratio of two rates of events.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateRatio {
    /// Rate of the first over rate of the second; infinite if the second has no events.
    pub ratio: f64,
    /// Exact interval, conditional on the sum of events.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Exact two-sided p-value, conditional on the sum of events.
    pub p: f64,
}

/// Compares events per exposure. Given their sum, the events of one side are binomial. `None` without events or exposure, or with more than a
/// million events.
///
/// # References
/// Przyborowski and Wilenski 1940, Biometrika 31:313, doi:10.1093/biomet/31.3-4.313; interval from Clopper and Pearson.
pub fn rate_ratio(new: (u64, f64), usual: (u64, f64), confidence: f64) -> Option<RateRatio> {
    let (events, exposures) = (new.0 + usual.0, new.1 + usual.1);
    if events == 0 || events > MOST_EVENTS || new.1 <= 0.0 || usual.1 <= 0.0 {
        return None;
    }
    let (low, high) = stats::clopper_pearson(new.0, events, confidence)?;
    let ratio = |share: f64| {
        if share >= 1.0 {
            f64::INFINITY
        } else {
            share / (1.0 - share) * usual.1 / new.1
        }
    };
    Some(RateRatio {
        ratio: ratio(new.0 as f64 / events as f64),
        low: ratio(low),
        high: ratio(high),
        p: stats::binomial_two_sided(new.0, events, new.1 / exposures)?,
    })
}

/// The score test that two proportions are the same, with the pooled variance: two-sided p-value.
pub fn proportions_differ(a: (f64, f64), b: (f64, f64)) -> Option<f64> {
    let pooled = (a.0 + b.0) / (a.1 + b.1);
    let variance = pooled * (1.0 - pooled) * (1.0 / a.1 + 1.0 / b.1);
    let difference = a.0 / a.1 - b.0 / b.1;
    (variance > 0.0).then(|| stats::chi_squared_1(difference * difference / variance))
}

/// The adjusted p-values of Holm, in the order given.
///
/// # References
/// Holm 1979, Scand J Stat 6:65.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let order = ascending(p);
    let (mut adjusted, mut most) = (vec![1.0; p.len()], 0.0_f64);
    for (rank, &at) in order.iter().enumerate() {
        most = most.max(((p.len() - rank) as f64 * p[at]).min(1.0));
        adjusted[at] = most;
    }
    adjusted
}

/// The adjusted p-values of Benjamini and Hochberg, in the order given.
///
/// # References
/// Benjamini and Hochberg 1995, J R Stat Soc B 57:289, doi:10.1111/j.2517-6161.1995.tb02031.x.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let order = ascending(p);
    let (mut adjusted, mut least) = (vec![1.0; p.len()], 1.0_f64);
    for (rank, &at) in order.iter().enumerate().rev() {
        least = least.min(p.len() as f64 / (rank + 1) as f64 * p[at]);
        adjusted[at] = least;
    }
    adjusted
}

fn ascending(p: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.arrange_by(|&a, &b| p[a].total_cmp(&p[b]));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rearrangement_comes_once() {
        let mut picked = vec![0, 1];
        let mut seen = vec![picked.clone()];
        while next(&mut picked, 4) {
            seen.push(picked.clone());
        }
        assert_eq!(seen, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
        assert_eq!(ways(10, 5), Some(252));
        assert_eq!(ways(40, 20), None);
    }

    #[test]
    fn by_hand() {
        // 1, 2 against 3, 4: of six ways two are as far apart.
        let found = permutation(&[1.0, 2.0], &[3.0, 4.0], 1).unwrap();
        assert_eq!((found.p, found.count, found.exact), (2.0 / 6.0, 6, true));
        assert_eq!(hodges_lehmann(&[1.0, 2.0], &[3.0, 4.0]), Some(-2.0));
        let close = |found: Vec<f64>, expected: &[f64]| {
            assert!(
                found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12),
                "{found:?}"
            );
        };
        close(holm(&[0.01, 0.04, 0.03]), &[0.03, 0.06, 0.06]);
        close(benjamini_hochberg(&[0.01, 0.04, 0.03]), &[0.03, 0.04, 0.04]);
        assert!(holm(&[]).is_empty());
        assert_eq!(welch(&[1.0], &[2.0, 3.0]), None);
        assert_eq!(welch(&[1.0, 1.0], &[2.0, 2.0]), None);
        assert_eq!(rate_ratio((0, 1.0), (0, 1.0), 0.95), None);
    }
}
