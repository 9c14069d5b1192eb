//! Where the search for weights and first states of exponential smoothing sets out.

use super::super::season::{Join, classical};
use super::{DAMPING, FIRST_ALPHA, Form, Trend, WEIGHT};

/// Seasons from which the first phases come from a decomposition; below, from a harmonic curve (as R's `ets`).
const SEASONS_TO_DECOMPOSE: usize = 3;
/// Values at the beginning from which level and slope come, at least.
const FIRST_VALUES: usize = 10;
/// Least factor of a phase.
const LEAST_FACTOR: f64 = 0.01;

/// Parameters and their bounds.
type Start = (Vec<f64>, Vec<(f64, f64)>);

/// Parameters in the order of `unpack`, and their bounds; `None` of too little history.
///
/// # References
/// Hyndman, Koehler, Snyder and Grose 2002, section 3.1, doi:10.1016/S0169-2070(01)00110-8.
pub(super) fn start(form: &Form, history: &[f64], season: usize) -> Option<Start> {
    if history.len() < 4 {
        return None;
    }
    let within = |(low, high): (f64, f64), share: f64| low + share * (high - low);
    let alpha = within(WEIGHT, FIRST_ALPHA / season as f64);
    let (mut point, mut bounds) = (vec![alpha], vec![WEIGHT]);
    if form.trend != Trend::None {
        let weight = (WEIGHT.0, alpha);
        point.push(within(weight, 0.1));
        bounds.push(weight);
    }
    if form.season.is_some() {
        let weight = (WEIGHT.0, 1.0 - alpha);
        point.push(within(weight, 0.05));
        bounds.push(weight);
    }
    if form.trend == Trend::Damped {
        point.push(within(DAMPING, 0.99));
        bounds.push(DAMPING);
    }
    let (phases, rest) = match form.season {
        None => (Vec::new(), history.to_vec()),
        Some(join) => seasons(history, season, join)?,
    };
    point.extend(level_and_slope(form, &rest, season));
    // The last phase follows from the others.
    point.extend(phases.iter().take(season.saturating_sub(1)));
    bounds.resize(point.len(), (f64::NEG_INFINITY, f64::INFINITY));
    Some((point, bounds))
}

/// The mean of the first values without the season; with a trend, the line through them.
fn level_and_slope(form: &Form, rest: &[f64], season: usize) -> Vec<f64> {
    let first = &rest[..rest.len().min(FIRST_VALUES.max(2 * season))];
    if form.trend == Trend::None {
        return vec![first.iter().sum::<f64>() / first.len() as f64];
    }
    let (mut level, mut slope) = line(first);
    if (level + slope).abs() < 1e-8 {
        // Multiplicative errors are relative to this sum.
        level *= 1.0 + 1e-3;
        slope *= 1.0 - 1e-3;
    }
    vec![level, slope]
}

/// Intercept at 0 and slope of the least-squares line at 1, 2, 3…
fn line(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let (mean, middle) = (values.iter().sum::<f64>() / count, (count + 1.0) / 2.0);
    let (mut above, mut below) = (0.0, 0.0);
    for (value, at) in values.iter().zip(1..) {
        let from = f64::from(at) - middle;
        above += from * (value - mean);
        below += from * from;
    }
    let slope = if below > 0.0 { above / below } else { 0.0 };
    (mean - slope * middle, slope)
}

/// First phases, and the history without its season.
fn seasons(history: &[f64], season: usize, join: Join) -> Option<(Vec<f64>, Vec<f64>)> {
    let count = history.len();
    let at_least = |factor: f64| match join {
        Join::Additive => factor,
        Join::Multiplicative => factor.max(LEAST_FACTOR),
    };
    if count >= SEASONS_TO_DECOMPOSE * season {
        let phases = classical(history, season, join);
        let rest = history.iter().enumerate();
        let rest = rest.map(|(at, &value)| join.without(value, at_least(phases[at % season])));
        let rest = rest.collect();
        return Some((phases.into_iter().map(at_least).collect(), rest));
    }
    let (level, slope) = line_beside_a_wave(history, season)?;
    let trend = |at: usize| level + slope * (at as f64 + 1.0);
    let phases = (0..season).map(|at| at_least(join.without(history[at], trend(at))));
    // What is left is the line itself.
    Some((phases.collect(), (0..count).map(trend).collect()))
}

/// Intercept and slope of the line in a least-squares fit of a line and one harmonic wave.
fn line_beside_a_wave(history: &[f64], season: usize) -> Option<(f64, f64)> {
    let mut normal = [[0.0; 5]; 4];
    for (at, &value) in history.iter().enumerate() {
        let time = at as f64 + 1.0;
        let turn = std::f64::consts::TAU * time / season as f64;
        let row = [1.0, time, libm::sin(turn), libm::cos(turn), value];
        for (equation, weight) in normal.iter_mut().zip(row) {
            for (cell, x) in equation.iter_mut().zip(row) {
                *cell += weight * x;
            }
        }
    }
    let solution = solved(normal)?;
    Some((solution[0], solution[1]))
}

/// Four linear equations by elimination with pivots; `None` if they have no single solution.
fn solved(mut rows: [[f64; 5]; 4]) -> Option<[f64; 4]> {
    for column in 0..4 {
        let pivot = (column..4).max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()))?;
        rows.swap(column, pivot);
        if rows[column][column].abs() < 1e-9 {
            return None;
        }
        let leading = rows[column];
        for (at, row) in rows.iter_mut().enumerate() {
            if at != column {
                let factor = row[column] / leading[column];
                for (cell, lead) in row.iter_mut().zip(leading) {
                    *cell -= factor * lead;
                }
            }
        }
    }
    Some([0, 1, 2, 3].map(|at| rows[at][4] / rows[at][at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_beside_a_wave_is_found() {
        let values: Vec<f64> = (1..=20)
            .map(f64::from)
            .map(|t| 5.0 + 0.5 * t + 3.0 * libm::sin(std::f64::consts::TAU * t / 12.0))
            .collect();
        let (level, slope) = line_beside_a_wave(&values, 12).unwrap();
        assert!(
            (level - 5.0).abs() < 1e-9 && (slope - 0.5).abs() < 1e-9,
            "{level} {slope}"
        );
        // A wave of two values is no wave: its sine is 0 everywhere.
        assert!(line_beside_a_wave(&values, 1).is_none());
        let (level, slope) = line(&[3.0, 5.0, 7.0]);
        assert!((level - 1.0).abs() < 1e-12 && (slope - 2.0).abs() < 1e-12);
    }
}
