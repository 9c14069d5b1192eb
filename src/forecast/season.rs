//! Is there a season, and what is it: the test on the autocorrelation, and classical decomposition.

/// How a season joins the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// Added to it.
    Additive,
    /// Multiplied with it.
    Multiplicative,
}

impl Join {
    /// The rest with the season.
    pub(super) fn with(self, rest: f64, season: f64) -> f64 {
        match self {
            Self::Additive => rest + season,
            Self::Multiplicative => rest * season,
        }
    }

    /// The value without the season.
    pub(super) fn without(self, value: f64, season: f64) -> f64 {
        match self {
            Self::Additive => value - season,
            Self::Multiplicative => value / season,
        }
    }
}

/// The quantile of the standard normal distribution at 95 %: the test has a level of 10 %, two-sided.
const Z90: f64 = 1.644_853_626_951_472_6;

/// True if the autocorrelation at `season` is larger than chance explains at a level of 10 %. Needs two seasons.
///
/// # References
/// Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016, section 3.2, doi:10.1016/j.ijforecast.2016.02.005; the
/// standard error is Bartlett's 1946, doi:10.2307/2983611.
pub fn is_seasonal(values: &[f64], season: usize) -> bool {
    if season < 4 || values.len() < 2 * season {
        return false;
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let lagged = |lag: usize| -> f64 {
        let pairs = values.iter().zip(&values[lag..]);
        pairs.map(|(a, b)| (a - mean) * (b - mean)).sum()
    };
    let variance = lagged(0);
    if variance <= 0.0 {
        return false;
    }
    let squares: f64 = (1..season).map(|lag| lagged(lag) / variance).map(|r| r * r).sum();
    let error = libm::sqrt((1.0 + 2.0 * squares) / count);
    (lagged(season) / variance).abs() / error > Z90
}

/// The season of each phase, the first value's first: means over the years of what is left when the centered moving
/// average of one season is taken away, made to sum to 0, or to average 1. Needs two seasons.
///
/// # References
/// Macaulay 1931, The Smoothing of Time Series; as `decompose` of R.
pub(super) fn classical(values: &[f64], season: usize, join: Join) -> Vec<f64> {
    let half = season / 2;
    let mut sums = vec![(0.0, 0.0); season];
    for at in half..values.len().saturating_sub(half) {
        let around = &values[at - half..=at + half];
        let mut trend: f64 = around.iter().sum();
        if season.is_multiple_of(2) {
            // An even season has its two ends half.
            trend -= 0.5 * (around[0] + around[2 * half]);
        }
        let sum = &mut sums[at % season];
        sum.0 += join.without(values[at], trend / season as f64);
        sum.1 += 1.0;
    }
    let none = if join == Join::Additive { 0.0 } else { 1.0 };
    let means: Vec<f64> = sums
        .iter()
        .map(|&(sum, count)| if count > 0.0 { sum / count } else { none })
        .collect();
    let mean = means.iter().sum::<f64>() / season as f64;
    means.iter().map(|&value| join.without(value, mean)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pure_season_is_found_whole() {
        let season = [-3.0, 1.0, 4.0, -2.0];
        let values: Vec<f64> = (0..20).map(|at| 10.0 + 0.5 * at as f64 + season[at % 4]).collect();
        for (found, season) in classical(&values, 4, Join::Additive).iter().zip(season) {
            assert!((found - season).abs() < 1e-9, "{found} is not {season}");
        }
        assert!(is_seasonal(&values, 4));
        let ratios = [0.5, 1.5, 1.0];
        let values: Vec<f64> = (0..12).map(|at| 8.0 * ratios[at % 3]).collect();
        for (found, ratio) in classical(&values, 3, Join::Multiplicative).iter().zip(ratios) {
            assert!((found - ratio).abs() < 1e-9, "{found} is not {ratio}");
        }
    }

    #[test]
    fn too_short_or_constant_has_no_season() {
        assert!(!is_seasonal(&[1.0, 2.0, 3.0, 1.0, 2.0, 3.0, 1.0], 4));
        assert!(!is_seasonal(&[5.0; 30], 4));
    }
}
