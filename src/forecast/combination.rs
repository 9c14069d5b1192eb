//! All methods side by side, and their mean, which is what is forecast.

use super::{Ets, mstl, seasonal_naive, theta};

/// What every method says about the next periods.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// The last season again: the baseline.
    pub naive: Vec<f64>,
    /// Exponential smoothing.
    pub ets: Option<Vec<f64>>,
    /// Theta.
    pub theta: Vec<f64>,
    /// Seasonal decomposition; none if no season fits twice into the history.
    pub mstl: Option<Vec<f64>>,
    /// The mean of those that there are, never below 0: the forecast.
    pub mean: Vec<f64>,
}

/// Every method on one history. `seasons` are the seasons there may be, in periods; the longest is that of the
/// baseline. A history of nothing gives zeros.
///
/// # References
/// The plain mean is hard to beat: Petropoulos and Svetunkov 2020, doi:10.1016/j.ijforecast.2019.01.006.
pub fn points(history: &[f64], seasons: &[usize], horizon: usize) -> Points {
    let longest = seasons.iter().copied().max().unwrap_or(1);
    let naive = seasonal_naive(history, longest, horizon);
    if history.windows(2).all(|pair| pair[0] == pair[1]) {
        return Points {
            ets: Some(naive.clone()),
            theta: naive.clone(),
            mstl: None,
            mean: naive.iter().map(|value| value.max(0.0)).collect(),
            naive,
        };
    }
    let unit = unit(history);
    let history: Vec<f64> = history.iter().map(|value| value / unit).collect();
    let in_theirs = |points: Vec<f64>| points.into_iter().map(|value| value * unit).collect();
    let ets = Ets::choose(&history, longest).map(|fitted| in_theirs(fitted.ahead(horizon)));
    let theta = in_theirs(theta(&history, longest, horizon));
    let mstl = mstl(&history, seasons, horizon).map(in_theirs);
    let all: Vec<&Vec<f64>> = ets.iter().chain([&theta]).chain(&mstl).collect();
    let mean = (0..horizon)
        .map(|at| all.iter().map(|points| points[at]).sum::<f64>() / all.len() as f64)
        .map(|value| value.max(0.0))
        .collect();
    Points {
        naive,
        ets,
        theta,
        mstl,
        mean,
    }
}

/// The power of two in which the largest value is 64 to 128. Methods are fitted in it, so that counts in twice the unit
/// take exactly the same way to twice the forecast: searches stop at an absolute tolerance, and the last digit of a
/// logarithm can decide between two forms that are alike.
fn unit(history: &[f64]) -> f64 {
    const LARGEST: i32 = 7;
    let largest = history.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
    libm::ldexp(1.0, libm::frexp(largest).1 - LARGEST)
}
