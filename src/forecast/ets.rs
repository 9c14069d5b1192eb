//! Exponential smoothing in state-space form: error additive or multiplicative, trend none, straight or damped, season
//! none, additive or multiplicative; the form with the least corrected information criterion is used.

use super::season::Join;
use super::simplex::{Limits, minimize};

mod start;

/// Longest season that is smoothed: every phase is a parameter of its own (as R and statsforecast do).
pub const LONGEST_SEASON: usize = 24;
/// Least and greatest smoothing weight, and damping (as R's `ets`).
const WEIGHT: (f64, f64) = (1e-4, 0.9999);
const DAMPING: (f64, f64) = (0.8, 0.98);
/// The weight of the level from which the search sets out, divided by the season. The slope's weight stays below it:
/// a slope that learns faster than that chases noise (our choice; the bound that statsforecast works with).
const FIRST_ALPHA: f64 = 0.2;

const LIMITS: Limits = Limits {
    steps: 1_000,
    tolerance: 1e-4,
};

/// How the trend goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// There is none.
    None,
    /// By the same amount every period.
    Linear,
    /// By less and less.
    Damped,
}

/// One form of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Errors grow with the level.
    pub multiplicative_error: bool,
    /// Trend.
    pub trend: Trend,
    /// How the season joins, if there is one.
    pub season: Option<Join>,
}

/// A fitted form.
#[derive(Debug, Clone)]
pub struct Ets {
    /// Its form.
    pub form: Form,
    /// Corrected information criterion of Akaike.
    pub aicc: f64,
    /// Minus twice the logarithm of the likelihood, without constants.
    pub deviance: f64,
    weights: Weights,
    state: State,
}

#[derive(Debug, Clone, Copy)]
struct Weights {
    alpha: f64,
    beta: f64,
    gamma: f64,
    phi: f64,
}

#[derive(Debug, Clone)]
struct State {
    level: f64,
    slope: f64,
    /// By phase, that of the next value at `phase`.
    season: Vec<f64>,
    phase: usize,
}

impl Ets {
    /// The best form for a history, with a season of this length (none if it is 1 or longer than
    /// [`LONGEST_SEASON`]); `None` if the history is too short for any form.
    ///
    /// # References
    /// Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing, chapters 2, 5 and 7,
    /// doi:10.1007/978-3-540-71918-2.
    pub fn choose(history: &[f64], season: usize) -> Option<Self> {
        Self::choose_among(history, season, |_| true)
    }

    /// The best form without a season.
    pub(super) fn choose_trend(history: &[f64]) -> Option<Self> {
        Self::choose_among(history, 1, |form| form.season.is_none())
    }

    fn choose_among(history: &[f64], season: usize, wanted: fn(&Form) -> bool) -> Option<Self> {
        let seasonal = (2..=LONGEST_SEASON).contains(&season) && history.len() > season;
        let positive = history.iter().all(|&value| value > 0.0);
        let mut best: Option<Self> = None;
        for form in Form::family().filter(wanted) {
            let fits = (seasonal || form.season.is_none())
                && (positive || !(form.multiplicative_error || form.season == Some(Join::Multiplicative)));
            let fitted = fits.then(|| Self::fit(form, history, season)).flatten();
            best = match (best, fitted) {
                (Some(best), Some(new)) if new.aicc < best.aicc => Some(new),
                (None, new) => new,
                (best, _) => best,
            };
        }
        best
    }

    /// One form with its likeliest weights and first state.
    pub fn fit(form: Form, history: &[f64], season: usize) -> Option<Self> {
        let season = if form.season.is_some() { season } else { 1 };
        let (point, bounds) = start::start(&form, history, season)?;
        // One more parameter is the variance.
        let count = point.len() as f64 + 1.0;
        let room = history.len() as f64 - count - 1.0;
        if room < 1.0 {
            return None;
        }
        let mut scratch = State {
            level: 0.0,
            slope: 0.0,
            season: vec![0.0; season],
            phase: 0,
        };
        let mut objective = |point: &[f64]| match unpack(&form, point, &mut scratch) {
            Some(weights) => run(&form, &weights, &mut scratch, history),
            None => f64::INFINITY,
        };
        let (point, deviance) = minimize(&point, &bounds, &LIMITS, &mut objective);
        let weights = unpack(&form, &point, &mut scratch)?;
        run(&form, &weights, &mut scratch, history);
        let aicc = deviance + 2.0 * count + 2.0 * count * (count + 1.0) / room;
        aicc.is_finite().then_some(Self {
            form,
            aicc,
            deviance,
            weights,
            state: scratch,
        })
    }

    /// The next values.
    #[must_use]
    pub fn ahead(&self, horizon: usize) -> Vec<f64> {
        let State {
            level, slope, phase, ..
        } = self.state;
        let (mut damped, mut growth) = (1.0, 0.0);
        let next = |at: usize| {
            damped *= self.weights.phi;
            growth += damped;
            let value = level + growth * slope;
            let season = self.state.season[(phase + at) % self.state.season.len()];
            self.form.season.map_or(value, |join| join.with(value, season))
        };
        (0..horizon).map(next).collect()
    }
}

impl Form {
    /// Every form, simple ones first. A multiplicative season with additive errors is left out: it is unstable.
    pub fn family() -> impl Iterator<Item = Self> {
        let seasons = [None, Some(Join::Additive), Some(Join::Multiplicative)];
        let trends = [Trend::None, Trend::Linear, Trend::Damped];
        [false, true].into_iter().flat_map(move |multiplicative_error| {
            trends.into_iter().flat_map(move |trend| {
                seasons.into_iter().filter_map(move |season| {
                    let stable = multiplicative_error || season != Some(Join::Multiplicative);
                    stable.then_some(Self {
                        multiplicative_error,
                        trend,
                        season,
                    })
                })
            })
        })
    }
}

/// Weights from the parameters in their order: alpha, beta, gamma, phi, level, slope, season; the first state goes to
/// `state`. `None` if they contradict each other.
fn unpack(form: &Form, point: &[f64], state: &mut State) -> Option<Weights> {
    let mut rest = point.iter().copied();
    let alpha = rest.next()?;
    let beta = if form.trend == Trend::None { 0.0 } else { rest.next()? };
    let gamma = if form.season.is_none() { 0.0 } else { rest.next()? };
    let phi = if form.trend == Trend::Damped { rest.next()? } else { 1.0 };
    // The usual region, in which every weight is one of averages.
    if beta > alpha || gamma > 1.0 - alpha {
        return None;
    }
    state.level = rest.next()?;
    state.slope = if form.trend == Trend::None { 0.0 } else { rest.next()? };
    state.phase = 0;
    if let Some(join) = form.season {
        let last = state.season.len() - 1;
        let mut sum = 0.0;
        for (phase, value) in state.season[..last].iter_mut().zip(rest) {
            *phase = value;
            sum += value;
        }
        // Phases sum to 0, or average 1.
        state.season[last] = match join {
            Join::Additive => -sum,
            Join::Multiplicative => last as f64 + 1.0 - sum,
        };
        if join == Join::Multiplicative && state.season.iter().any(|&factor| factor <= 0.0) {
            return None;
        }
    }
    Some(Weights {
        alpha,
        beta,
        gamma,
        phi,
    })
}

/// Goes through the history; the state is then that after it. Minus twice the logarithm of the likelihood.
fn run(form: &Form, weights: &Weights, state: &mut State, history: &[f64]) -> f64 {
    /// Nothing is divided by less.
    const TINY: f64 = 1e-10;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let (mut squares, mut logs) = (0.0, 0.0);
    let slope_share = weights.beta / weights.alpha;
    for &value in history {
        let damped = weights.phi * state.slope;
        let base = state.level + damped;
        let season = state.season[state.phase];
        let (expected, without) = match form.season {
            None => (base, value),
            Some(Join::Additive) => (base + season, value - season),
            Some(Join::Multiplicative) => (base * season, value / away_from_zero(season)),
        };
        let mut error = value - expected;
        if form.multiplicative_error {
            let expected = away_from_zero(expected);
            error /= expected;
            logs += libm::log(expected.abs());
        }
        squares += error * error;
        let level = base + weights.alpha * (without - base);
        if form.trend != Trend::None {
            state.slope = damped + slope_share * (level - state.level - damped);
        }
        state.level = level;
        if let Some(join) = form.season {
            let told = match join {
                Join::Additive => value - base,
                Join::Multiplicative => value / away_from_zero(base),
            };
            state.season[state.phase] = season + weights.gamma * (told - season);
            state.phase = (state.phase + 1) % state.season.len();
        }
    }
    let count = history.len() as f64;
    // A perfect fit has no logarithm; it is as good as any that leaves next to nothing.
    count * libm::log(squares.max(f64::MIN_POSITIVE)) + if form.multiplicative_error { 2.0 * logs } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_has_fifteen_forms() {
        assert_eq!(Form::family().count(), 15);
        assert_eq!(Form::family().filter(|form| form.season.is_none()).count(), 6);
    }

    #[test]
    fn one_step_by_hand() {
        // Level 10, slope 2, alpha 0.5, beta 0.2: 12 is expected, 16 comes. Level 14, slope 2 + 0.4 (4 - 2) = 2.8.
        let form = Form {
            multiplicative_error: false,
            trend: Trend::Linear,
            season: None,
        };
        let mut state = State {
            level: 0.0,
            slope: 0.0,
            season: vec![0.0],
            phase: 0,
        };
        let weights = unpack(&form, &[0.5, 0.2, 10.0, 2.0], &mut state).unwrap();
        let deviance = run(&form, &weights, &mut state, &[16.0]);
        assert!((deviance - libm::log(16.0)).abs() < 1e-12);
        assert!((state.level - 14.0).abs() < 1e-12 && (state.slope - 2.8).abs() < 1e-12);
        // Multiplicative: the error is 4/12, the likelihood pays for the logarithm of 12.
        let form = Form {
            multiplicative_error: true,
            ..form
        };
        let weights = unpack(&form, &[0.5, 0.2, 10.0, 2.0], &mut state).unwrap();
        let deviance = run(&form, &weights, &mut state, &[16.0]);
        assert!((deviance - libm::log(1.0 / 9.0) - 2.0 * libm::log(12.0)).abs() < 1e-12);
    }

    #[test]
    fn a_line_is_continued_and_weights_stay_in_their_region() {
        let line: Vec<f64> = (0..30).map(|at| 20.0 + 3.0 * f64::from(at)).collect();
        let ahead = Ets::choose(&line, 1).unwrap().ahead(3);
        for (value, expected) in ahead.iter().zip([110.0, 113.0, 116.0]) {
            assert!((value - expected).abs() < 0.5, "{ahead:?}");
        }
        let mut state = State {
            level: 0.0,
            slope: 0.0,
            season: vec![0.0],
            phase: 0,
        };
        let form = Ets::choose(&line, 1).unwrap().form;
        assert_ne!(form.trend, Trend::None);
        let contradiction = [0.1, 0.2, 0.9, 1.0, 1.0];
        assert!(unpack(&form, &contradiction, &mut state).is_none());
    }
}
