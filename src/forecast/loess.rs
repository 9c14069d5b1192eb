//! Local regression on evenly spaced values, the smoother inside STL.

/// A smoother over a window of values with tricube weights.
#[derive(Debug, Clone)]
pub(super) struct Loess {
    /// Values in the window, odd.
    window: usize,
    /// Fits lines; otherwise means.
    linear: bool,
    /// Weights of a window around its middle: the same for every value far from both ends.
    kernel: Vec<f64>,
}

impl Loess {
    /// # References
    /// Cleveland, Cleveland, McRae and Terpenning 1990, STL, Journal of Official Statistics 6:3, section 2.
    pub(super) fn new(window: usize, linear: bool) -> Self {
        let half = window / 2;
        let mut kernel = vec![0.0; window];
        weigh(&mut kernel, half as f64, half as f64);
        let sum: f64 = kernel.iter().sum();
        kernel.iter_mut().for_each(|weight| *weight /= sum);
        Self { window, linear, kernel }
    }

    /// Every value smoothed.
    pub(super) fn smooth(&self, values: &[f64]) -> Vec<f64> {
        let (count, half) = (values.len(), self.window / 2);
        let at = |at: usize| {
            if at >= half && at + half < count {
                // In the middle of its window a line says what the mean says.
                let around = &values[at - half..=at + half];
                return around
                    .iter()
                    .zip(&self.kernel)
                    .map(|(value, weight)| value * weight)
                    .sum();
            }
            self.at(values, at as f64).unwrap_or(values[at])
        };
        (0..count).map(at).collect()
    }

    /// The curve at a place, which may lie outside; `None` if no value has weight there.
    pub(super) fn at(&self, values: &[f64], place: f64) -> Option<f64> {
        let count = values.len();
        let first = match self.window >= count {
            true => 0,
            false => (place.max(0.0) as usize)
                .saturating_sub(self.window / 2)
                .min(count - self.window),
        };
        let near = &values[first..(first + self.window).min(count)];
        let place = place - first as f64;
        let mut reach = place.max(near.len() as f64 - 1.0 - place);
        if self.window > count {
            reach += ((self.window - count) / 2) as f64;
        }
        let mut weights = vec![0.0; near.len()];
        weigh(&mut weights, place, reach);
        let sum: f64 = weights.iter().sum();
        if sum <= 0.0 {
            return None;
        }
        weights.iter_mut().for_each(|weight| *weight /= sum);
        if self.linear && reach > 0.0 {
            tilt(&mut weights, place, count as f64 - 1.0);
        }
        Some(near.iter().zip(&weights).map(|(value, weight)| value * weight).sum())
    }
}

/// Tricube weights of places 0, 1, 2… around `place`, 0 from `reach` on.
fn weigh(weights: &mut [f64], place: f64, reach: f64) {
    for (at, weight) in weights.iter_mut().enumerate() {
        let distance = (at as f64 - place).abs();
        // The margins keep rounding from deciding at both ends, as in the published program.
        *weight = if distance > 0.999 * reach {
            0.0
        } else if distance > 0.001 * reach {
            let cube = libm::pow(distance / reach, 3.0);
            (1.0 - cube) * (1.0 - cube) * (1.0 - cube)
        } else {
            1.0
        };
    }
}

/// Weights of a mean become those of a line, evaluated at `place`, unless all weight is at one point.
fn tilt(weights: &mut [f64], place: f64, range: f64) {
    let center: f64 = weights.iter().enumerate().map(|(at, weight)| at as f64 * weight).sum();
    let spread: f64 = weights
        .iter()
        .enumerate()
        .map(|(at, weight)| weight * (at as f64 - center) * (at as f64 - center))
        .sum();
    if libm::sqrt(spread) > 0.001 * range {
        let lean = (place - center) / spread;
        for (at, weight) in weights.iter_mut().enumerate() {
            *weight *= lean * (at as f64 - center) + 1.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_its_own_curve() {
        let values: Vec<f64> = (0..20).map(|at| 2.0 + 3.0 * f64::from(at)).collect();
        for window in [5, 11, 31] {
            let loess = Loess::new(window, true);
            for (smooth, value) in loess.smooth(&values).iter().zip(&values) {
                assert!((smooth - value).abs() < 1e-9, "{window}: {smooth} is not {value}");
            }
            let outside = loess.at(&values, 20.0).unwrap();
            assert!((outside - 62.0).abs() < 1e-9, "{window}: {outside}");
        }
    }

    #[test]
    fn three_values_by_hand() {
        // Window 3, mean: the neighbors are at 1 of 1, so they have no weight, and every value stays.
        assert_eq!(Loess::new(3, false).smooth(&[1.0, 5.0, 2.0, 8.0])[1..3], [5.0, 2.0]);
        // Window 5: neighbors at a half weigh (1 - 1/8)^3 = 343/512.
        let loess = Loess::new(5, false);
        let expected = (8.0 + 343.0 / 512.0 * (4.0 + 12.0)) / (1.0 + 2.0 * 343.0 / 512.0);
        assert!((loess.smooth(&[0.0, 4.0, 8.0, 12.0, 99.0])[2] - expected).abs() < 1e-12);
    }
}
