//! The Theta method: a line through the whole history and an exponentially smoothed curve, averaged.
//!
//! Four forms are fitted and the one with the least squared error one step ahead is used: with the curve bent by the
//! standard theta of 2 or by the best one, and with a line that is fixed or that moves with the data.

use super::season::{Join, classical, is_seasonal};
use super::simplex::{Limits, minimize};

/// First errors that do not count: the line is not yet known then (as Fiorucci and others).
const WARM_UP: usize = 3;
/// Least and greatest smoothing weight (as Fiorucci and others).
const ALPHA: (f64, f64) = (0.1, 0.99);
/// A season factor below this would blow up what is divided by it; the season is then added instead.
const LEAST_FACTOR: f64 = 0.01;

const LIMITS: Limits = Limits {
    steps: 1_000,
    tolerance: 1e-4,
};

/// A form of the method.
#[derive(Debug, Clone, Copy)]
struct Form {
    /// The line moves with the data.
    dynamic: bool,
    /// Theta is found, not 2.
    optimized: bool,
}

const FORMS: [Form; 4] = [
    Form {
        dynamic: false,
        optimized: false,
    },
    Form {
        dynamic: false,
        optimized: true,
    },
    Form {
        dynamic: true,
        optimized: false,
    },
    Form {
        dynamic: true,
        optimized: true,
    },
];

/// The forecast of the next `horizon` values; a season of that length is taken out first if the history shows one.
/// Needs at least 4 values; repeats the last value of fewer.
///
/// # References
/// Assimakopoulos and Nikolopoulos 2000, doi:10.1016/S0169-2070(00)00066-2; Fiorucci, Pellegrini, Louzada,
/// Petropoulos and Koehler 2016, doi:10.1016/j.ijforecast.2016.02.005.
pub fn theta(history: &[f64], season: usize, horizon: usize) -> Vec<f64> {
    if history.len() <= WARM_UP {
        return super::seasonal_naive(history, 1, horizon);
    }
    if !is_seasonal(history, season) {
        return without_season(history, horizon);
    }
    let (factors, join) = factors(history, season);
    let rest: Vec<f64> = history
        .iter()
        .enumerate()
        .map(|(at, &value)| join.without(value, factors[at % season]))
        .collect();
    without_season(&rest, horizon)
        .into_iter()
        .zip(history.len()..)
        .map(|(value, at)| join.with(value, factors[at % season]))
        .collect()
}

/// Factors if every value is positive and none of them comes near 0, else what is to be added.
fn factors(history: &[f64], season: usize) -> (Vec<f64>, Join) {
    if history.iter().all(|&value| value > 0.0) {
        let factors = classical(history, season, Join::Multiplicative);
        if factors.iter().all(|&factor| factor >= LEAST_FACTOR) {
            return (factors, Join::Multiplicative);
        }
    }
    (classical(history, season, Join::Additive), Join::Additive)
}

fn without_season(values: &[f64], horizon: usize) -> Vec<f64> {
    let fits = FORMS.map(|form| fit(form, values));
    let best = fits.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    match best {
        Some((state, error)) if error.is_finite() => state.clone().ahead(horizon),
        _ => super::seasonal_naive(values, 1, horizon),
    }
}

/// Where the method stands after some values.
#[derive(Debug, Clone)]
struct State {
    form: Form,
    alpha: f64,
    theta: f64,
    /// Values seen.
    seen: usize,
    level: f64,
    mean: f64,
    intercept: f64,
    slope: f64,
    /// (1 - alpha) to the number of values seen.
    fading: f64,
}

impl State {
    /// After the first value; the line of a form that is not dynamic is that of all `values`.
    fn begin(form: Form, line: (f64, f64), first: f64, [level, alpha, theta]: [f64; 3]) -> Self {
        let (intercept, slope) = if form.dynamic { (first, 0.0) } else { line };
        Self {
            form,
            alpha,
            theta,
            seen: 1,
            level: alpha * first + (1.0 - alpha) * level,
            mean: first,
            intercept,
            slope,
            fading: 1.0 - alpha,
        }
    }

    /// What is expected next.
    fn expected(&self) -> f64 {
        let curve = (1.0 - self.fading * (1.0 - self.alpha)) / self.alpha;
        self.level + (1.0 - 1.0 / self.theta) * (self.intercept * self.fading + self.slope * curve)
    }

    fn see(&mut self, value: f64) {
        let seen = self.seen as f64;
        self.level = self.alpha * value + (1.0 - self.alpha) * self.level;
        if self.form.dynamic {
            let step = value - self.mean;
            self.mean += step / (seen + 1.0);
            // The least-squares line of what was seen, kept up to date as in Fiorucci and others.
            self.slope = ((seen - 1.0) * self.slope + 6.0 * step / (seen + 1.0)) / (seen + 2.0);
            self.intercept = self.mean - self.slope * (seen + 2.0) / 2.0;
        }
        self.seen += 1;
        self.fading *= 1.0 - self.alpha;
    }

    /// The next values, each taken for seen when the one after it is expected.
    fn ahead(mut self, horizon: usize) -> Vec<f64> {
        let next = |_| {
            let value = self.expected();
            self.see(value);
            value
        };
        (0..horizon).map(next).collect()
    }
}

/// The form with its best parameters after all values, and its mean squared error.
fn fit(form: Form, values: &[f64]) -> (State, f64) {
    let line = line(values);
    let theta_bounds = if form.optimized { (1.0, 1e10) } else { (2.0, 2.0) };
    let bounds = [(-1e10, 1e10), ALPHA, theta_bounds];
    let free = if form.optimized { 3 } else { 2 };
    let parameters = |point: &[f64]| [point[0], point[1], point.get(2).copied().unwrap_or(2.0)];
    let mut objective = |point: &[f64]| run(State::begin(form, line, values[0], parameters(point)), values).1;
    let start = [values[0] / 2.0, 0.5, 2.0];
    let (point, _) = minimize(&start[..free], &bounds[..free], &LIMITS, &mut objective);
    run(State::begin(form, line, values[0], parameters(&point)), values)
}

fn run(mut state: State, values: &[f64]) -> (State, f64) {
    let mut squares = 0.0;
    for (at, &value) in values.iter().enumerate().skip(1) {
        let error = value - state.expected();
        if at >= WARM_UP {
            squares += error * error;
        }
        state.see(value);
    }
    let scale = values.iter().map(|value| value.abs()).sum::<f64>() / values.len() as f64;
    // Relative to the mean value, so that the search ends alike on every scale.
    (state, squares / scale.max(f64::MIN_POSITIVE))
}

/// Intercept and slope of the least-squares line at times 1, 2, 3…
fn line(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let weighted: f64 = values.iter().zip(1..).map(|(value, at)| value * f64::from(at)).sum();
    let slope = 6.0 * (2.0 * weighted / count - (1.0 + count) * mean) / (count * count - 1.0);
    (mean - slope * (count + 1.0) / 2.0, slope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_that_of_least_squares() {
        let values: Vec<f64> = (1..=9).map(|at| 3.0 + 2.0 * f64::from(at)).collect();
        let (intercept, slope) = line(&values);
        assert!((intercept - 3.0).abs() < 1e-9 && (slope - 2.0).abs() < 1e-9);
    }

    #[test]
    fn the_moving_line_ends_at_the_line_of_all_values() {
        let values = [4.0, 7.0, 5.0, 9.0, 8.0, 12.0, 10.0];
        let form = Form {
            dynamic: true,
            optimized: false,
        };
        let state = run(State::begin(form, (0.0, 0.0), values[0], [2.0, 0.5, 2.0]), &values).0;
        let (intercept, slope) = line(&values);
        assert!((state.slope - slope).abs() < 1e-9, "{} is not {slope}", state.slope);
        assert!((state.intercept - intercept).abs() < 1e-9);
    }

    #[test]
    fn a_constant_stays_and_little_is_repeated() {
        for value in theta(&[5.0; 12], 1, 4) {
            assert!((value - 5.0).abs() < 1e-3, "{value}");
        }
        assert_eq!(theta(&[1.0, 2.0], 1, 2), [2.0, 2.0]);
    }
}
