//! Distributions that tests and intervals need: normal, Student's t, chi-squared, binomial.

use super::proportion::{Z95, wilson_at};

/// The standard normal distribution function.
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// The quantile of the standard normal distribution at `p`; infinite at 0 and 1.
///
/// A rational start (Abramowitz and Stegun 1964, 26.2.23) is improved by Halley's method to the last digits.
pub fn normal_quantile(p: f64) -> f64 {
    if p <= 0.0 || p >= 1.0 {
        return if p <= 0.0 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let tail = p.min(1.0 - p);
    let t = libm::sqrt(-2.0 * libm::log(tail));
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut x = above / below - t;
    for _ in 0..4 {
        let density = libm::exp(-0.5 * x * x) / libm::sqrt(std::f64::consts::TAU);
        let step = (normal_cdf(x) - tail) / density;
        x -= step / (1.0 + 0.5 * x * step);
    }
    if p < 0.5 { x } else { -x }
}

/// The regularized incomplete beta function, by the continued fraction of Didonato and Morris (1992, ACM Trans Math
/// Softw 18:360, doi:10.1145/131766.131776) with the method of Lentz.
pub fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_cdf(1.0 - x, b, a);
    }
    let gammas = libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b);
    let front = libm::exp(gammas + a * libm::log(x) + b * libm::log1p(-x)) / a;
    let guard = |value: f64| if libm::fabs(value) < 1e-300 { 1e-300 } else { value };
    let mut d = 1.0 / guard(1.0 - (a + b) * x / (a + 1.0));
    let (mut c, mut fraction) = (1.0, d);
    for step in 1..2_000 {
        let m = f64::from(step);
        for term in [
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        ] {
            d = 1.0 / guard(1.0 + term * d);
            c = guard(1.0 + term / c);
            fraction *= c * d;
        }
        if libm::fabs(c * d - 1.0) < 1e-16 {
            break;
        }
    }
    (front * fraction).clamp(0.0, 1.0)
}

/// The point at which a rising function of 0..=1 reaches `p`, by bisection.
fn inverse(p: f64, function: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if function(middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// The quantile of the beta distribution at `p`.
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    inverse(p, |x| beta_cdf(x, a, b))
}

/// The chance that a Student t of `df` degrees of freedom is farther from 0 than `t`, on either side.
pub fn t_two_sided(t: f64, df: f64) -> f64 {
    if df.is_infinite() {
        return 2.0 * normal_cdf(-libm::fabs(t));
    }
    if !t.is_finite() {
        return 0.0;
    }
    beta_cdf(df / (df + t * t), 0.5 * df, 0.5)
}

/// The point that a Student t of `df` degrees of freedom exceeds, on either side together, with chance `alpha`.
pub fn t_critical(alpha: f64, df: f64) -> f64 {
    if df.is_infinite() {
        return -normal_quantile(0.5 * alpha);
    }
    // t² = df (1 - x) / x, with x beta-distributed.
    let x = beta_quantile(alpha, 0.5 * df, 0.5);
    libm::sqrt(df * (1.0 - x) / x)
}

/// The chance that a chi-squared of 1 degree of freedom exceeds `x`.
pub fn chi_squared_1(x: f64) -> f64 {
    libm::erfc(libm::sqrt(0.5 * x.max(0.0)))
}

/// The chance that the absolute value of a noncentral t of `df` degrees of freedom and this noncentrality exceeds
/// `critical`: the power of a two-sided t-test. Integrated over the scale by Simpson's rule.
pub fn t_power(noncentrality: f64, critical: f64, df: f64) -> f64 {
    let beyond =
        |scale: f64| normal_cdf(noncentrality - critical * scale) + normal_cdf(-noncentrality - critical * scale);
    if df > 1e6 {
        return beyond(1.0);
    }
    // The scale is sqrt(chi² / df); its density in logs.
    let constant = libm::log(2.0) + 0.5 * df * libm::log(0.5 * df) - libm::lgamma(0.5 * df);
    let density = |s: f64| libm::exp(constant + (df - 1.0) * libm::log(s) - 0.5 * df * s * s);
    let spread = 12.0 / libm::sqrt(2.0 * df);
    let (low, high) = ((1.0 - spread).max(1e-9), 1.0 + spread);
    let parts = 2_000;
    let width = (high - low) / f64::from(parts);
    let weighted = (0..=parts).map(|at| {
        let weight = match at {
            0 => 1.0,
            at if at == parts => 1.0,
            at if at % 2 == 1 => 4.0,
            _ => 2.0,
        };
        let s = low + width * f64::from(at);
        weight * density(s) * beyond(s)
    });
    (weighted.sum::<f64>() * width / 3.0).clamp(0.0, 1.0)
}

/// The exact interval of Clopper and Pearson for `hits` of `n` at this level of confidence. `None` if `n` is 0 or `hits`
/// is more than `n`.
///
/// # References
/// Clopper and Pearson 1934, Biometrika 26:404, doi:10.1093/biomet/26.4.404.
pub fn clopper_pearson(hits: u64, n: u64, confidence: f64) -> Option<(f64, f64)> {
    if n == 0 || hits > n {
        return None;
    }
    let (k, all, tail) = (hits as f64, n as f64, 0.5 * (1.0 - confidence));
    let low = if hits == 0 {
        0.0
    } else {
        beta_quantile(tail, k, all - k + 1.0)
    };
    let high = if hits == n {
        1.0
    } else {
        beta_quantile(1.0 - tail, k + 1.0, all - k)
    };
    Some((low, high))
}

/// The exact two-sided p-value of `hits` of `n` against a chance `p`: outcomes that are no likelier than the one that
/// came, together. `None` if `hits` is more than `n`.
pub fn binomial_two_sided(hits: u64, n: u64, p: f64) -> Option<f64> {
    if hits > n {
        return None;
    }
    let all = n as f64;
    let log_of = |k: u64| {
        let k = k as f64;
        let ways = libm::lgamma(all + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(all - k + 1.0);
        ways + k * libm::log(p) + (all - k) * libm::log1p(-p)
    };
    // Outcomes that are as likely but for rounding count too.
    let limit = log_of(hits) + 1e-7;
    let sum: f64 = (0..=n).map(log_of).filter(|&own| own <= limit).map(libm::exp).sum();
    Some(sum.min(1.0))
}

/// The interval of Newcombe for the difference of two proportions, from their Wilson intervals at 95 %: (difference,
/// low, high).
///
/// # References
/// Newcombe 1998, Stat Med 17:873, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, method 10.
pub fn newcombe(a: (f64, f64), b: (f64, f64)) -> Option<(f64, f64, f64)> {
    let ((low_a, high_a), (low_b, high_b)) = (wilson_at(a.0, a.1, Z95)?, wilson_at(b.0, b.1, Z95)?);
    let (p_a, p_b) = (a.0 / a.1, b.0 / b.1);
    let difference = p_a - p_b;
    let root = |x: f64, y: f64| libm::sqrt(x * x + y * y);
    Some((
        difference,
        difference - root(p_a - low_a, high_b - p_b),
        difference + root(high_a - p_a, p_b - low_b),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
    }

    #[test]
    fn the_ends_of_every_scale_are_exact() {
        assert_eq!(normal_quantile(0.0), f64::NEG_INFINITY);
        assert_eq!(normal_quantile(1.0), f64::INFINITY);
        assert_eq!((beta_cdf(0.0, 2.0, 3.0), beta_cdf(1.0, 2.0, 3.0)), (0.0, 1.0));
        assert_eq!(t_two_sided(f64::INFINITY, 5.0), 0.0);
        // Without end of degrees of freedom a Student t is normal.
        near(t_two_sided(1.96, f64::INFINITY), 2.0 * normal_cdf(-1.96), 1e-15);
        near(t_critical(0.05, f64::INFINITY), 1.959_963_984_540_054, 1e-12);
        near(t_power(2.8, 1.96, 2e6), t_power(2.8, 1.96, 9e5), 1e-5);
    }

    #[test]
    fn there_are_no_more_hits_than_tries() {
        assert_eq!(clopper_pearson(1, 0, 0.95), None);
        assert_eq!(clopper_pearson(0, 0, 0.95), None);
        assert_eq!(clopper_pearson(6, 5, 0.95), None);
        assert_eq!(binomial_two_sided(6, 5, 0.5), None);
    }

    #[test]
    fn values_of_tables() {
        near(normal_quantile(0.975), Z95, 1e-13);
        near(normal_quantile(1e-12), -7.034_483_825_366_25, 1e-10);
        near(normal_cdf(normal_quantile(0.3)), 0.3, 1e-15);
        assert_eq!(normal_quantile(0.0), f64::NEG_INFINITY);
        // Student's table: 12.706, 2.776, 2.228, 1.980.
        for (df, t) in [(1.0, 12.706), (4.0, 2.776), (10.0, 2.228), (120.0, 1.980)] {
            near(t_critical(0.05, df), t, 5e-4);
            near(t_two_sided(t_critical(0.05, df), df), 0.05, 1e-12);
        }
        near(chi_squared_1(3.841_458_820_694_124), 0.05, 1e-12);
        near(beta_cdf(0.3, 2.0, 5.0), 0.579_825, 1e-9);
    }

    #[test]
    fn newcombe_by_his_own_examples() {
        // Table II of the paper, method 10: 56/70 - 48/80 and 10/10 - 0/10.
        let (difference, low, high) = newcombe((56.0, 70.0), (48.0, 80.0)).unwrap();
        near(difference, 0.2, 1e-12);
        near(low, 0.0524, 5e-5);
        near(high, 0.3339, 5e-5);
        let (_, low, high) = newcombe((10.0, 10.0), (0.0, 10.0)).unwrap();
        near(low, 0.6075, 5e-5);
        near(high, 1.0, 1e-12);
        assert!(newcombe((1.0, 0.0), (1.0, 2.0)).is_none());
    }
}
