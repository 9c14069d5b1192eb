//! Intervals for proportions.

/// The 97.5 % point of the standard normal distribution: two-sided 95 %.
pub const Z95: f64 = 1.959_963_984_540_054;

/// The Wilson 95 % score interval of `hits` out of `n`, as (low, high) within 0..=1. `None` if `n` is 0 or `hits`
/// is more than `n`.
///
/// # References
/// Wilson 1927, J Am Stat Assoc 22:209, doi:10.1080/01621459.1927.10502953.
pub fn wilson(hits: u64, n: u64) -> Option<(f64, f64)> {
    wilson_at(hits as f64, n as f64, Z95)
}

/// [`wilson`] at any level: `z` is the point of the standard normal distribution beyond which half of the rest lies.
pub fn wilson_at(hits: f64, n: f64, z: f64) -> Option<(f64, f64)> {
    if n <= 0.0 || hits > n || hits < 0.0 {
        return None;
    }
    let (p, z2) = (hits / n, z * z);
    let center = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = z * libm::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n)) / (1.0 + z2 / n);
    // Rounding can put the bound of 0/n or n/n a hair outside of the point, which it must bracket.
    Some(((center - half).clamp(0.0, p), (center + half).clamp(p, 1.0)))
}

#[cfg(test)]
mod tests {
    use super::{Z95, wilson, wilson_at};

    #[test]
    fn there_are_no_fewer_hits_than_none() {
        assert_eq!(wilson_at(-1.0, 5.0, Z95), None);
    }

    #[test]
    fn agrees_with_published_values() {
        for (hits, n, low, high) in [
            (18, 100, 0.117, 0.267),
            (3, 10, 0.108, 0.603),
            // Newcombe 1998 (doi:10.1002/(SICI)1097-0258(19980430)17:8<857), table I, method 3.
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let (a, b) = wilson(hits, n).unwrap();
            let tolerance = if n == 100 || n == 10 { 5e-4 } else { 5e-5 };
            assert!(
                (a - low).abs() < tolerance && (b - high).abs() < tolerance,
                "{hits}/{n}: {a} {b}"
            );
        }
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(2, 1), None);
        assert_eq!(wilson(7, 7).unwrap().1, 1.0);
    }
}
