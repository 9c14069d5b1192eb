//! Intervals from the errors that were made: conformal, pooled over all series of a clinic.
//!
//! An interval holds what a forecast missed by in the past, in units of how hard its series is to forecast. No
//! distribution is assumed; what is assumed is that the coming weeks are as hard as the past ones.

use crate::order::Arrange;

/// Steps on each side whose errors count for a step as well (our choice).
const NEIGHBORS: usize = 2;
/// When there are too few errors for a level, the greatest counts this many times (our choice).
const TOO_FEW: f64 = 1.25;

/// Absolute errors over the scale of their series, by step ahead.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    /// In order of size; what lies within the neighborhood of a step, step 1 first.
    by_step: Vec<Vec<f64>>,
}

/// Half of an interval, in units of the series' scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Width {
    /// Half its width.
    pub half: f64,
    /// There were not enough errors for the level, or none so far ahead: it was made wider.
    pub widened: bool,
}

impl Pool {
    /// From lists of scaled errors, each beginning with step 1.
    pub fn new<'a>(paths: impl Iterator<Item = &'a [f64]>, horizon: usize) -> Self {
        let mut steps = vec![Vec::new(); horizon];
        for path in paths {
            for (step, error) in steps.iter_mut().zip(path) {
                step.push(error.abs());
            }
        }
        let by_step = (0..horizon)
            .map(|at| {
                // No errors of its own: nothing is known that far ahead.
                let near = at.saturating_sub(NEIGHBORS)..(at + NEIGHBORS + 1).min(horizon);
                let mut pooled = if steps[at].is_empty() {
                    Vec::new()
                } else {
                    steps[near].concat()
                };
                pooled.arrange_by(f64::total_cmp);
                pooled
            })
            .collect();
        Self { by_step }
    }

    /// Steps ahead for which there are errors.
    pub fn reach(&self) -> usize {
        self.by_step.iter().take_while(|step| !step.is_empty()).count()
    }

    /// Half of the interval `step` (from 1) ahead that holds a new value with the probability `level`; `None` without
    /// any error. Beyond the reach it grows with the root of the step, as for a value that wanders.
    ///
    /// # References
    /// Split conformal prediction: Papadopoulos, Proedrou, Vovk and Gammerman 2002, doi:10.1007/3-540-36755-1_29; the
    /// rank is that of Lei, G'Sell, Rinaldo, Tibshirani and Wasserman 2018, doi:10.1080/01621459.2017.1307116.
    pub fn width(&self, step: usize, level: f64) -> Option<Width> {
        let reach = self.reach();
        let known = step.clamp(1, reach.max(1));
        let errors = self.by_step.get(known - 1).filter(|errors| !errors.is_empty())?;
        let rank = libm::ceil((errors.len() + 1) as f64 * level) as usize;
        let enough = rank <= errors.len();
        let half = match enough {
            true => errors[rank.max(1) - 1],
            false => errors[errors.len() - 1] * TOO_FEW,
        };
        let beyond = libm::sqrt(step.max(known) as f64 / known as f64);
        Some(Width {
            half: half * beyond,
            widened: !enough || step > known,
        })
    }
}

/// How hard a history is to forecast: the mean change from season to season, from period to period if it is shorter
/// than two seasons; the root of its mean, as of chance arrivals, if it never changes.
pub fn scale(history: &[f64], season: usize) -> f64 {
    let lag = if history.len() >= 2 * season { season.max(1) } else { 1 };
    let changes: Vec<f64> = history
        .iter()
        .zip(history.iter().skip(lag))
        .map(|(a, b)| (a - b).abs())
        .collect();
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    match mean(&changes) {
        scale if scale > 0.0 => scale,
        _ => libm::sqrt(mean(history).max(0.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_by_hand() {
        // Nine errors 1 to 9 at one step: 80 % is rank ceil(10 x 0.8) = 8, 95 % would be rank 10 of 9.
        let paths: Vec<Vec<f64>> = (1..=9).map(|error| vec![f64::from(error)]).collect();
        let pool = Pool::new(paths.iter().map(Vec::as_slice), 4);
        let width = |step, level| pool.width(step, level).unwrap();
        assert_eq!(
            width(1, 0.8),
            Width {
                half: 8.0,
                widened: false
            }
        );
        assert_eq!(
            width(1, 0.95),
            Width {
                half: 11.25,
                widened: true
            }
        );
        assert_eq!(
            width(4, 0.8),
            Width {
                half: 16.0,
                widened: true
            }
        );
        assert_eq!((pool.reach(), Pool::default().width(1, 0.8)), (1, None));
    }

    #[test]
    fn scales_by_hand() {
        assert_eq!(scale(&[1.0, 3.0, 6.0], 1), 2.5);
        assert_eq!(scale(&[1.0, 5.0, 2.0, 8.0], 2), 2.0);
        assert_eq!(scale(&[9.0; 4], 1), 3.0);
        assert_eq!(scale(&[], 1), 0.0);
    }
}
