//! What every method has to beat: the last season again, or the last value again.

/// The value of one season ago, season after season; the last value with a `season` of 1 or one longer than the
/// history. Zeros of an empty history.
pub fn seasonal_naive(history: &[f64], season: usize, horizon: usize) -> Vec<f64> {
    let season = if (1..=history.len()).contains(&season) {
        season
    } else {
        1
    };
    let last = &history[history.len().saturating_sub(season)..];
    let ahead = last.iter().copied().cycle().chain(std::iter::repeat(0.0));
    ahead.take(horizon).collect()
}

#[cfg(test)]
mod tests {
    use super::seasonal_naive;

    #[test]
    fn the_last_season_comes_again() {
        assert_eq!(seasonal_naive(&[9.0, 1.0, 2.0, 3.0], 3, 5), [1.0, 2.0, 3.0, 1.0, 2.0]);
        assert_eq!(seasonal_naive(&[4.0, 5.0], 1, 2), [5.0, 5.0]);
        assert_eq!(seasonal_naive(&[4.0, 5.0], 52, 2), [5.0, 5.0]);
        assert_eq!(seasonal_naive(&[], 4, 2), [0.0, 0.0]);
    }
}
