//! Sums, quantiles and measures of spread. Every function sorts a copy first, so the order of the input never
//! reaches the result, not even its last bit.

use crate::order::Arrange;

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.arrange_by(f64::total_cmp);
    values
}

/// The sum; 0 of nothing.
pub fn sum(values: &[f64]) -> f64 {
    sorted(values).iter().sum()
}

/// The arithmetic mean; `None` of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| sum(values) / values.len() as f64)
}

/// Mean and variance (divided by n - 1); `None` with fewer than two values.
pub fn mean_variance(values: &[f64]) -> Option<(f64, f64)> {
    let average = mean(values).filter(|_| values.len() > 1)?;
    let squares: Vec<f64> = values.iter().map(|x| (x - average) * (x - average)).collect();
    Some((average, sum(&squares) / (values.len() - 1) as f64))
}

/// The quantile at `p` (0..=1), linear between order statistics: type 7 of Hyndman and Fan 1996
/// (doi:10.1080/00031305.1996.10473566), the default of R and NumPy. `None` of nothing or of a `p` outside 0..=1.
pub fn quantile(values: &[f64], p: f64) -> Option<f64> {
    if values.is_empty() || !(0.0..=1.0).contains(&p) {
        return None;
    }
    let values = sorted(values);
    let place = p * (values.len() - 1) as f64;
    let below = libm::floor(place) as usize;
    let above = (below + 1).min(values.len() - 1);
    Some(values[below] + (place - below as f64) * (values[above] - values[below]))
}

/// The median, [`quantile`] at one half.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The population coefficient of variation: standard deviation (divided by n) over mean. `None` of nothing or if the
/// mean is 0.
pub fn coefficient_of_variation(values: &[f64]) -> Option<f64> {
    let average = mean(values).filter(|&average| average != 0.0)?;
    let squares: Vec<f64> = values.iter().map(|x| (x - average) * (x - average)).collect();
    Some(libm::sqrt(sum(&squares) / values.len() as f64) / average)
}

/// The Gini coefficient of non-negative amounts: mean absolute difference over twice the mean, 0 = all equal, at most
/// (n - 1)/n. `None` of nothing or if all are 0.
///
/// # References
/// Gini 1912; the sorted form is in Sen 1973, On Economic Inequality, section 2.
pub fn gini(values: &[f64]) -> Option<f64> {
    let total = sum(values);
    if total <= 0.0 {
        return None;
    }
    let count = values.len() as f64;
    let ranked: Vec<f64> = sorted(values)
        .iter()
        .enumerate()
        .map(|(rank, x)| (2.0 * (rank as f64 + 1.0) - count - 1.0) * x)
        .collect();
    Some(sum(&ranked) / (count * total))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: Option<f64>, b: f64) {
        assert!(a.is_some_and(|a| (a - b).abs() < 1e-9), "{a:?} is not {b}");
    }

    #[test]
    fn quantiles_are_type_seven() {
        // R: quantile(c(15, 20, 35, 40, 50), c(.05, .3, .4, .5, .9, 1), type = 7)
        let values = [35.0, 15.0, 50.0, 20.0, 40.0];
        for (p, value) in [
            (0.05, 16.0),
            (0.3, 23.0),
            (0.4, 29.0),
            (0.5, 35.0),
            (0.9, 46.0),
            (1.0, 50.0),
        ] {
            near(quantile(&values, p), value);
        }
        near(median(&[10.0, 12.0, 50.0]), 12.0);
        assert_eq!(median(&[]), None);
        assert_eq!(quantile(&values, 1.1), None);
    }

    #[test]
    fn spread_by_hand() {
        // 10, 14, 12: mean 12, squares 4 + 4 + 0, sqrt(8/3) / 12.
        near(
            coefficient_of_variation(&[10.0, 14.0, 12.0]),
            libm::sqrt(8.0 / 3.0) / 12.0,
        );
        assert_eq!(coefficient_of_variation(&[1.0, -1.0]), None);
        // 1, 3: the mean absolute difference over all four ordered pairs is 1, twice the mean is 4.
        near(gini(&[3.0, 1.0]), 0.25);
        near(gini(&[5.0, 5.0, 5.0]), 0.0);
        near(gini(&[0.0, 0.0, 0.0, 8.0]), 0.75);
        assert_eq!(gini(&[0.0, 0.0]), None);
        assert_eq!(gini(&[]), None);
    }

    #[test]
    fn order_does_not_reach_the_last_bit() {
        let values = [0.1, 0.7, 1e16, 0.3, -1e16, 0.2];
        let mut turned = values;
        turned.reverse();
        assert_eq!(sum(&values).to_bits(), sum(&turned).to_bits());
    }
}
