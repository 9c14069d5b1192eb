//! Ways in which the coming weeks may go, all series together: what sums over weeks and services are made of.
//!
//! At every step a path's value is one of the interval's quantiles. Which paths are high together, from week to week
//! and from service to service, is as it was in the errors of the past: a moment is drawn, and the errors of all
//! series from that moment on give the order of the paths.

use super::run::Outlooks;
use crate::order::Arrange;
use crate::rng::Rng;

/// Chance that is added to a past error so that paths from the same moment differ, in standard deviations of all
/// errors (our choice).
const BLUR: f64 = 0.5;

/// Values by series, path and step.
#[derive(Debug, Clone, PartialEq)]
pub struct Paths {
    values: Vec<Vec<Vec<f64>>>,
    count: usize,
    horizon: usize,
}

impl Paths {
    /// So many paths of all series; the same seed gives the same paths.
    ///
    /// # References
    /// The order of past errors: Schaake shuffle, Clark, Gangopadhyay, Hay, Rajagopalan and Wilby 2004,
    /// doi:10.1175/1525-7541(2004)005<0243:TSSAMF>2.0.CO;2.
    #[must_use]
    pub fn draw(outlooks: &Outlooks, count: usize, seed: u64) -> Self {
        let ages = ages(outlooks);
        let values = (0..outlooks.each.len()).map(|series| {
            let templates: Vec<Vec<f64>> = (0..count)
                .map(|path| template(outlooks, &ages, series, path as u64, seed))
                .collect();
            shuffled(outlooks, series, &templates)
        });
        Self {
            values: values.collect(),
            count,
            horizon: outlooks.horizon,
        }
    }

    /// Sums over series with these weights, by path and step.
    #[must_use]
    pub fn weighted(&self, weights: &[(usize, f64)]) -> Vec<Vec<f64>> {
        let mut sums = vec![vec![0.0; self.horizon]; self.count];
        for &(series, weight) in weights {
            for (sums, path) in sums.iter_mut().zip(&self.values[series]) {
                for (sum, value) in sums.iter_mut().zip(path) {
                    *sum += weight * value;
                }
            }
        }
        sums
    }
}

/// Moments of the past from which errors of the whole horizon are known, or the oldest one.
fn ages(outlooks: &Outlooks) -> Vec<usize> {
    let mut ages: Vec<usize> = outlooks.past.iter().flatten().map(|look| look.age).collect();
    ages.arrange();
    ages.dedup();
    let whole: Vec<usize> = ages.iter().copied().filter(|&age| age >= outlooks.horizon).collect();
    if whole.is_empty() {
        ages.into_iter().next_back().into_iter().collect()
    } else {
        whole
    }
}

/// Errors of one series as they might come: those after a moment of the past that all series share in this path, or
/// their mirror image, blurred; where nothing is known that far ahead they wander.
fn template(outlooks: &Outlooks, ages: &[usize], series: usize, path: u64, seed: u64) -> Vec<f64> {
    let mut shared = Rng::stream(seed, "path", path);
    let age = shared.pick(ages).copied();
    let sign = if shared.chance(0.5) { 1.0 } else { -1.0 };
    let mut own = Rng::stream(seed, "path of a series", (path << 20) | series as u64);
    let look = age.and_then(|age| outlooks.past[series].iter().find(|look| look.age == age));
    let errors = look.map(|look| look.scaled_errors()).unwrap_or_default();
    let (mut last, mut template) = (0.0, Vec::with_capacity(outlooks.horizon));
    for step in 0..outlooks.horizon {
        last = match errors.get(step) {
            Some(error) => sign * error,
            None => last + BLUR * own.normal(),
        };
        template.push(last + BLUR * own.normal());
    }
    template
}

/// Quantiles in the order of the templates, step by step.
fn shuffled(outlooks: &Outlooks, series: usize, templates: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let count = templates.len();
    let mut values = vec![vec![0.0; outlooks.horizon]; count];
    let mut order: Vec<usize> = (0..count).collect();
    for step in 0..outlooks.horizon {
        order.arrange_by(|&a, &b| templates[a][step].total_cmp(&templates[b][step]));
        for (rank, &path) in order.iter().enumerate() {
            let p = (rank as f64 + 0.5) / count as f64;
            values[path][step] = outlooks.quantile(series, step + 1, p);
        }
    }
    values
}
