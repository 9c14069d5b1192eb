//! Whether a short series rises or falls, without a model of it.

use super::distribution::normal_cdf;
use super::spread::median;

/// What a series does over time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MonotoneTrend {
    /// Median of the slopes between all pairs of points, per step.
    pub slope: f64,
    /// Pairs that rise less pairs that fall.
    pub s: i64,
    /// Chance of rising at least so steadily if nothing but chance were at work and points were independent; by the
    /// normal approximation, corrected for ties.
    pub p_rising: f64,
}

/// The trend of values at their steps; `None` for fewer than 4 or if all are equal.
///
/// # References
/// Mann 1945, Econometrica 13:245; Kendall 1970, Rank Correlation Methods (ties); Sen 1968, J Am Stat Assoc 63:1379.
pub fn monotone_trend(points: &[(i32, f64)]) -> Option<MonotoneTrend> {
    let n = points.len();
    if n < 4 {
        return None;
    }
    let (mut s, mut slopes) = (0_i64, Vec::with_capacity(n * (n - 1) / 2));
    for (at, &(from, before)) in points.iter().enumerate() {
        for &(to, after) in points.iter().skip(at + 1) {
            s += i64::from(after > before) - i64::from(after < before);
            slopes.push((after - before) / f64::from((to - from).max(1)));
        }
    }
    let square = |count: usize| (count * count.saturating_sub(1) * (2 * count + 5)) as f64;
    let ties = |value: f64| points.iter().filter(|point| point.1 == value).count();
    // Each value of a tie of t adds a t-th of the tie's share.
    let tied: f64 = points
        .iter()
        .map(|&(_, value)| square(ties(value)) / ties(value) as f64)
        .sum();
    let variance = (square(n) - tied) / 18.0;
    if variance <= 0.0 {
        return None;
    }
    Some(MonotoneTrend {
        slope: median(&slopes)?,
        s,
        p_rising: normal_cdf(-(s as f64) / libm::sqrt(variance)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(values: &[f64]) -> Vec<(i32, f64)> {
        (0..).zip(values.iter().copied()).collect()
    }

    #[test]
    fn worked_by_hand() {
        // Four rising points: S = 6, variance = 4 * 3 * 13 / 18 = 26 / 3.
        let rising = monotone_trend(&series(&[1.0, 2.0, 3.0, 5.0])).unwrap();
        assert_eq!(rising.s, 6);
        // Of the slopes 1, 1, 1, 4/3, 3/2 and 2.
        assert!((rising.slope - 7.0 / 6.0).abs() < 1e-15);
        let z = 6.0 / libm::sqrt(26.0 / 3.0);
        assert!((rising.p_rising - normal_cdf(-z)).abs() < 1e-15);
        // A tie of two: 2 * 1 * 9 / 18 = 1 less.
        let tied = monotone_trend(&series(&[1.0, 1.0, 2.0, 3.0])).unwrap();
        let z = 5.0 / libm::sqrt(26.0 / 3.0 - 1.0);
        assert!((tied.p_rising - normal_cdf(-z)).abs() < 1e-15);
        assert_eq!(monotone_trend(&series(&[2.0; 8])), None);
        assert_eq!(monotone_trend(&series(&[1.0, 2.0, 3.0])), None);
    }

    #[test]
    fn missing_steps_stretch_the_slope() {
        let points = [(0, 0.0), (2, 2.0), (4, 4.0), (10, 10.0)];
        assert_eq!(monotone_trend(&points).unwrap().slope, 1.0);
    }
}
