//! Seasonal and trend decomposition by local regression, with one or several seasons, and the forecast from it: the
//! last year of every season again, on what exponential smoothing makes of the rest.

use super::ets::Ets;
use super::loess::Loess;

/// Rounds of the inner loop (as the program published with STL uses without outer loop).
const ROUNDS: usize = 5;
/// Rounds over several seasons (Bandara and others).
const SEASON_ROUNDS: usize = 2;
/// Window over the years for the first season; 4 more for every further one (Bandara and others: 7 + 4 i).
const FIRST_WINDOW: usize = 11;
const NEXT_WINDOW: usize = 4;

/// A series taken apart: trend and every season together with the remainder give the series.
#[derive(Debug, Clone)]
pub struct Decomposition {
    /// Slow movement.
    pub trend: Vec<f64>,
    /// Movement within each season, in the order of the seasons.
    pub seasonal: Vec<Vec<f64>>,
}

/// Seasons, each at least 2 and at most half of the history, shortest first.
///
/// # References
/// Cleveland, Cleveland, McRae and Terpenning 1990, STL, Journal of Official Statistics 6:3; Bandara, Hyndman and
/// Bergmeir 2021, MSTL, arXiv:2107.13462.
pub fn decompose(values: &[f64], seasons: &[usize]) -> Decomposition {
    let mut found = Decomposition {
        trend: Vec::new(),
        seasonal: vec![vec![0.0; values.len()]; seasons.len()],
    };
    let mut rest = values.to_vec();
    let rounds = if seasons.len() == 1 { 1 } else { SEASON_ROUNDS };
    for _ in 0..rounds {
        for (at, &season) in seasons.iter().enumerate() {
            for (rest, own) in rest.iter_mut().zip(&found.seasonal[at]) {
                *rest += own;
            }
            let (seasonal, trend) = stl(&rest, season, FIRST_WINDOW + NEXT_WINDOW * at);
            for (rest, own) in rest.iter_mut().zip(&seasonal) {
                *rest -= own;
            }
            found.seasonal[at] = seasonal;
            found.trend = trend;
        }
    }
    found
}

/// The forecast; `None` without a season that fits twice into the history.
pub fn mstl(history: &[f64], seasons: &[usize], horizon: usize) -> Option<Vec<f64>> {
    let fitting: Vec<usize> = seasons
        .iter()
        .copied()
        .filter(|&season| season >= 2 && 2 * season <= history.len())
        .collect();
    if fitting.is_empty() {
        return None;
    }
    let found = decompose(history, &fitting);
    let mut rest = history.to_vec();
    for seasonal in &found.seasonal {
        for (rest, own) in rest.iter_mut().zip(seasonal) {
            *rest -= own;
        }
    }
    let mut ahead = Ets::choose_trend(&rest)?.ahead(horizon);
    for (seasonal, &season) in found.seasonal.iter().zip(&fitting) {
        for (value, again) in ahead.iter_mut().zip(super::seasonal_naive(seasonal, season, horizon)) {
            *value += again;
        }
    }
    Some(ahead)
}

/// Season and trend of a series with one season.
fn stl(values: &[f64], season: usize, window: usize) -> (Vec<f64>, Vec<f64>) {
    let count = values.len();
    let odd = |length: usize| length | 1;
    let wide = 1.5 * season as f64 / (1.0 - 1.5 / window as f64);
    let over_years = Loess::new(odd(window), false);
    let low_pass = Loess::new(odd(season + 1), true);
    let slow = Loess::new(odd(libm::ceil(wide) as usize), true);
    let (mut seasonal, mut trend) = (vec![0.0; count], vec![0.0; count]);
    for _ in 0..ROUNDS {
        let detrended: Vec<f64> = values.iter().zip(&trend).map(|(value, trend)| value - trend).collect();
        let cycle = smoothed_by_phase(&detrended, season, &over_years);
        let low = low_pass.smooth(&moving_mean(&moving_mean(&moving_mean(&cycle, season), season), 3));
        for (at, seasonal) in seasonal.iter_mut().enumerate() {
            *seasonal = cycle[season + at] - low[at];
        }
        let without: Vec<f64> = values.iter().zip(&seasonal).map(|(value, own)| value - own).collect();
        trend = slow.smooth(&without);
    }
    (seasonal, trend)
}

/// Every phase smoothed over the years, with a season more before and after.
fn smoothed_by_phase(values: &[f64], season: usize, loess: &Loess) -> Vec<f64> {
    let mut cycle = vec![0.0; values.len() + 2 * season];
    for phase in 0..season {
        let years: Vec<f64> = values.iter().skip(phase).step_by(season).copied().collect();
        let smooth = loess.smooth(&years);
        let before = loess.at(&years, -1.0).unwrap_or(smooth[0]);
        let after = loess.at(&years, years.len() as f64).unwrap_or(smooth[years.len() - 1]);
        let all = [before].into_iter().chain(smooth).chain([after]);
        for (cell, value) in cycle.iter_mut().skip(phase).step_by(season).zip(all) {
            *cell = value;
        }
    }
    cycle
}

fn moving_mean(values: &[f64], window: usize) -> Vec<f64> {
    values
        .windows(window)
        .map(|around| around.iter().sum::<f64>() / window as f64)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_give_the_whole_and_a_pure_season_comes_again() {
        let season = [3.0, -1.0, -4.0, 2.0];
        let series = |slope: f64| -> Vec<f64> { (0..40).map(|at| 50.0 + slope * at as f64 + season[at % 4]).collect() };
        // Seasons are smoothed by constants, so on a slope each round of the inner loop only comes nearer to them.
        for (slope, near) in [(0.0, 1e-9), (0.25, 1e-3)] {
            let values = series(slope);
            let found = decompose(&values, &[4]);
            for at in 0..40 {
                assert!((found.seasonal[0][at] - season[at % 4]).abs() < near);
                assert!((found.trend[at] + found.seasonal[0][at] - values[at]).abs() < near);
            }
        }
        let values = series(0.25);
        let ahead = mstl(&values, &[4, 90], 4).unwrap();
        for (at, value) in ahead.iter().enumerate() {
            let expected = 50.0 + 0.25 * (40 + at) as f64 + season[at % 4];
            assert!((value - expected).abs() < 0.05, "{value} is not {expected}");
        }
        assert_eq!(mstl(&values, &[30], 4), None);
    }
}
