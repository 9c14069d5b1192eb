//! The yearly rates at which a stream of money is worth nothing.

/// Least and greatest yearly rate that is looked for: 99 % lost, and a hundredfold and one. Our choice.
pub const INTERNAL_RATE_RANGE: (f64, f64) = (-0.99, 100.0);

/// Every internal rate of return of `net` (month 0 first) within [`INTERNAL_RATE_RANGE`], ascending: the yearly rates at
/// which the present value by [`super::npv`] is 0. A stream whose sign changes once has one at most; with several changes
/// of sign there may be several, or none. A stream of zeros has none.
///
/// The present value is a polynomial in the discount of one month. Between two neighboring points where its slope is 0 it
/// has at most one root, so the roots of the derivatives lead to all of them. `exact` is the present value, in the unit
/// of `net`, that counts as 0 where the value touches 0 without crossing it.
///
/// # References
/// Several rates of one stream: Lorie and Savage 1955, doi:10.1086/294261.
pub fn internal_rates(net: &[f64], exact: f64) -> Vec<f64> {
    if net.iter().all(|amount| amount.abs() <= exact) {
        return Vec::new();
    }
    let monthly = |yearly: f64| libm::pow(1.0 + yearly, -1.0 / 12.0);
    let (least, most) = INTERNAL_RATE_RANGE;
    let discounts = roots(net, monthly(most), monthly(least), exact);
    let yearly = discounts.iter().rev().map(|discount| libm::pow(*discount, -12.0) - 1.0);
    yearly.collect()
}

/// Real roots of a polynomial, lowest power first, within an interval, ascending.
fn roots(polynomial: &[f64], from: f64, to: f64, exact: f64) -> Vec<f64> {
    if polynomial.len() < 2 {
        return Vec::new();
    }
    let slope: Vec<f64> = (1..)
        .zip(&polynomial[1..])
        .map(|(power, a)| f64::from(power) * a)
        .collect();
    let largest = slope.iter().fold(0.0_f64, |most, a| most.max(a.abs()));
    if largest == 0.0 {
        return Vec::new();
    }
    // Only where the slope is 0 is wanted, so its scale is free.
    let slope: Vec<f64> = slope.iter().map(|a| a / largest).collect();
    let value = |x: f64| polynomial.iter().rev().fold(0.0, |sum, a| sum * x + a);
    let mut bends = vec![from];
    bends.extend(roots(&slope, from, to, 0.0));
    bends.push(to);
    let mut found: Vec<f64> = Vec::new();
    for pair in bends.windows(2) {
        let (mut low, mut high) = (pair[0], pair[1]);
        let (at_low, at_high) = (value(low), value(high));
        if at_low.abs() <= exact {
            found.push(low);
        } else if at_high.abs() > exact && (at_low < 0.0) != (at_high < 0.0) {
            for _ in 0..200 {
                let middle = 0.5 * (low + high);
                if (value(middle) < 0.0) == (at_low < 0.0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            found.push(0.5 * (low + high));
        }
    }
    if value(to).abs() <= exact {
        found.push(to);
    }
    found.dedup_by(|b, a| (*b - *a).abs() < 1e-9);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::npv;

    fn near(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len(), "{found:?} for {expected:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-6, "{found} for {expected}");
        }
    }

    /// Amounts at whole years.
    fn years(amounts: &[f64]) -> Vec<f64> {
        let mut net = vec![0.0; 12 * (amounts.len() - 1) + 1];
        for (year, amount) in amounts.iter().enumerate() {
            net[12 * year] = *amount;
        }
        net
    }

    #[test]
    fn one_change_of_sign_has_one_rate() {
        near(&internal_rates(&years(&[-1_000.0, 1_100.0]), 0.005), &[0.10]);
        // -100, 60, 72: 60 / 1.2 + 72 / 1.44 = 50 + 50.
        near(&internal_rates(&years(&[-100.0, 60.0, 72.0]), 0.005), &[0.20]);
        near(&internal_rates(&years(&[-1_000.0, 500.0]), 0.005), &[-0.50]);
        // 1 % a month, twelve times.
        let mut monthly = vec![0.0; 13];
        (monthly[0], monthly[12]) = (-1_000.0, 1_000.0 * libm::pow(1.01, 12.0));
        near(&internal_rates(&monthly, 0.005), &[libm::pow(1.01, 12.0) - 1.0]);
    }

    #[test]
    fn several_changes_of_sign_have_several_rates_or_none() {
        // -100 (1 - 1.1 x)(1 - 1.3 x) = -100 + 240 x - 143 x^2.
        near(&internal_rates(&years(&[-100.0, 240.0, -143.0]), 0.005), &[0.10, 0.30]);
        // -100 (1 - 1.2 x)^2 touches 0.
        near(&internal_rates(&years(&[-100.0, 240.0, -144.0]), 0.005), &[0.20]);
        near(&internal_rates(&years(&[-100.0, 200.0, -150.0]), 0.005), &[]);
    }

    #[test]
    fn nothing_to_gain_or_to_lose_has_no_rate() {
        for net in [vec![], vec![0.0; 13], vec![5.0, 6.0, 7.0], vec![-1.0, -2.0]] {
            near(&internal_rates(&net, 0.005), &[]);
        }
        // A cent out, a million back after a month: beyond the range.
        near(&internal_rates(&[-1.0, 1e8], 0.5), &[]);
    }

    #[test]
    fn the_value_is_zero_at_every_rate() {
        let net: Vec<f64> = (0..37)
            .map(|month| match month {
                0 => -9_000_000.0,
                20 => -4_000_000.0,
                _ => 300_000.0 + 7_000.0 * f64::from(month % 5),
            })
            .collect();
        let found = internal_rates(&net, 0.5);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(npv(found[0], &net).unwrap().abs() < 1.0);
    }
}
