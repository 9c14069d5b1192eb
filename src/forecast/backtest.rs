//! The same forecast at earlier moments, when less was known, beside what came.

use std::collections::BTreeMap;

use super::Points;
use super::conformal::Pool;
use super::run::FEWEST_PERIODS;
use super::shift::Shift;

/// Earlier moments looked at, at most (our choice: what a forecast may cost).
const LOOKS: usize = 10;
/// Periods between two of them, at most (our choice).
const LONGEST_STEP: usize = 8;
/// The interval whose share of hits is counted.
const LEVEL: f64 = 0.8;

/// A forecast from the first periods only, beside what came.
#[derive(Debug, Clone)]
pub struct Look {
    /// Periods from then until the end of the history.
    pub age: usize,
    /// How hard the series was to forecast by what was known then.
    pub scale: f64,
    /// What came, as far as it is known.
    pub came: Vec<f64>,
    /// What would have been said.
    pub points: Points,
    /// Changes of level that would have been evened out.
    pub shifts: Vec<Shift>,
}

impl Look {
    /// What came less what was forecast, in units of the scale; 0 where the scale is 0.
    pub fn scaled_errors(&self) -> Vec<f64> {
        let errors = self.came.iter().zip(&self.points.mean);
        errors
            .map(|(came, said)| {
                if self.scale > 0.0 {
                    (came - said) / self.scale
                } else {
                    0.0
                }
            })
            .collect()
    }
}

/// Numbers of known periods at the earlier moments, oldest first. Two seasons are kept to learn from if that leaves
/// a horizon to look at, else half of the history.
pub(super) fn origins(count: usize, season: usize, horizon: usize) -> Vec<usize> {
    let least = match count >= 2 * season + horizon {
        true => (2 * season).max(FEWEST_PERIODS),
        false => FEWEST_PERIODS.max(count / 2),
    };
    let room = count.saturating_sub(least);
    let step = (room / LOOKS).clamp(1, LONGEST_STEP);
    let looks = (room / step).min(LOOKS);
    (1..=looks).rev().map(|back| count - back * step).collect()
}

/// How well a series would have been forecast.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Backtest {
    /// Earlier moments.
    pub looks: usize,
    /// Forecast values that could be compared with what came.
    pub compared: usize,
    /// Mean absolute error of the forecast.
    pub error: Option<f64>,
    /// The same of the baseline, the last season again.
    pub naive_error: Option<f64>,
    /// The same as `error` in units of the scale at each moment (mean absolute scaled error).
    pub mase: Option<f64>,
    /// Sum of absolute errors over the sum of what came.
    pub wape: Option<f64>,
    /// Values that could be compared with an interval from still earlier errors.
    pub intervals: usize,
    /// Of these: within the 80 % interval.
    pub inside: usize,
}

impl Backtest {
    /// Of one series' looks; intervals are made of the errors of all series that were known at each moment.
    pub(super) fn of(own: &[Look], known: &Known) -> Self {
        let mut found = Self {
            looks: own.len(),
            ..Self::default()
        };
        let (mut error, mut naive, mut scaled, mut scalable, mut came_in_all) = (0.0, 0.0, 0.0, 0, 0.0);
        for look in own {
            for (at, &came) in look.came.iter().enumerate() {
                error += (came - look.points.mean[at]).abs();
                naive += (came - look.points.naive[at]).abs();
                came_in_all += came;
                found.compared += 1;
            }
            if look.scale > 0.0 {
                scaled += look.scaled_errors().iter().map(|error| error.abs()).sum::<f64>();
                scalable += look.came.len();
            }
            let (intervals, inside) = known.hits(look);
            found.intervals += intervals;
            found.inside += inside;
        }
        let count = found.compared as f64;
        found.error = (count > 0.0).then(|| error / count);
        found.naive_error = (count > 0.0).then(|| naive / count);
        found.mase = (scalable > 0).then(|| scaled / scalable as f64);
        found.wape = (came_in_all > 0.0).then(|| error / came_in_all);
        found
    }

    /// By how much the error is below that of the baseline, as a share of it; negative if it is above.
    pub fn gain(&self) -> Option<f64> {
        let (error, naive) = (self.error?, self.naive_error?);
        (naive > 0.0).then(|| 1.0 - error / naive)
    }
}

/// The errors of all series that were known at each moment, by its age.
pub(super) struct Known(BTreeMap<usize, Pool>);

impl Known {
    pub(super) fn of(all: &[Vec<Look>], horizon: usize) -> Self {
        let looks = || all.iter().flatten();
        let mut pools = BTreeMap::new();
        for look in looks() {
            pools.entry(look.age).or_insert_with(|| {
                let earlier = looks().filter(|other| other.age > look.age);
                let known: Vec<Vec<f64>> = earlier
                    .map(|other| {
                        let mut errors = other.scaled_errors();
                        errors.truncate(other.age - look.age);
                        errors
                    })
                    .collect();
                Pool::new(known.iter().map(Vec::as_slice), horizon)
            });
        }
        Self(pools)
    }

    /// Values of a look that have an interval from errors known by then, and how many lie within.
    fn hits(&self, look: &Look) -> (usize, usize) {
        let (mut intervals, mut inside) = (0, 0);
        let Some(pool) = self.0.get(&look.age) else {
            return (0, 0);
        };
        for (at, error) in look.scaled_errors().iter().enumerate().take(pool.reach()) {
            if let Some(width) = pool.width(at + 1, LEVEL) {
                intervals += 1;
                inside += usize::from(error.abs() <= width.half);
            }
        }
        (intervals, inside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_spread_over_the_past() {
        assert_eq!(origins(208, 52, 26), [128, 136, 144, 152, 160, 168, 176, 184, 192, 200]);
        assert_eq!(origins(30, 12, 6), [24, 25, 26, 27, 28, 29]);
        // Too short for two seasons: half is kept.
        assert_eq!(
            origins(26, 52, 13),
            [16, 17, 18, 19, 20, 21, 22, 23, 24, 25][..].to_vec()
        );
        assert_eq!(origins(9, 52, 4), [8]);
        assert!(origins(8, 52, 4).is_empty());
    }

    #[test]
    fn errors_by_hand() {
        let line = |value: f64| vec![value; 2];
        let points = Points {
            naive: line(14.0),
            ets: None,
            theta: line(12.0),
            mstl: None,
            mean: line(12.0),
        };
        let look = |age, came: &[f64]| Look {
            age,
            scale: 2.0,
            came: came.to_vec(),
            points: points.clone(),
            shifts: Vec::new(),
        };
        // Errors -2, 0 and 4: mean 2, in units of 2: 1; of the baseline 4, 2, 2: 8/3. Came 10 + 12 + 16.
        let looks = vec![look(2, &[10.0, 12.0]), look(1, &[16.0])];
        let found = Backtest::of(&looks, &Known::of(std::slice::from_ref(&looks), 2));
        assert_eq!((found.looks, found.compared), (2, 3));
        assert_eq!((found.error, found.mase), (Some(2.0), Some(1.0)));
        assert!((found.gain().unwrap() - 0.25).abs() < 1e-12);
        assert!((found.wape.unwrap() - 6.0 / 38.0).abs() < 1e-12);
        // Only the first error was known at the second moment: 1 of 1, at 80 % made 1.25 times as wide; 2 is outside.
        assert_eq!((found.intervals, found.inside), (1, 0));
    }
}
