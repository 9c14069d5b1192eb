//! How far two things rise together, whatever their scale.

use crate::order::Arrange;

/// Spearman's rank correlation of pairs, -1 to 1; equal values share the middle of their ranks. `None` below three pairs,
/// for lists of different length, or where one of them never varies.
///
/// # References
/// Spearman 1904, doi:10.2307/1412159.
pub fn rank_correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    if a.len() != b.len() || a.len() < 3 {
        return None;
    }
    let (a, b) = (ranks(a), ranks(b));
    let middle = (a.len() as f64 + 1.0) / 2.0;
    let product = |x: &[f64], y: &[f64]| -> f64 { x.iter().zip(y).map(|(x, y)| (x - middle) * (y - middle)).sum() };
    let spread = libm::sqrt(product(&a, &a) * product(&b, &b));
    (spread > 0.0).then(|| (product(&a, &b) / spread).clamp(-1.0, 1.0))
}

/// Ranks from 1, the middle one where values are equal.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.arrange_by(|&x, &y| values[x].total_cmp(&values[y]));
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    while from < order.len() {
        let same = order[from..]
            .iter()
            .take_while(|&&at| values[at] == values[order[from]]);
        let to = from + same.count().max(1);
        for &at in &order[from..to] {
            ranks[at] = (from + to + 1) as f64 / 2.0;
        }
        from = to;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::rank_correlation;

    #[test]
    fn two_pairs_or_lists_of_different_length_say_nothing() {
        assert_eq!(rank_correlation(&[1.0, 2.0], &[1.0, 2.0]), None);
        assert_eq!(rank_correlation(&[1.0, 2.0, 3.0], &[1.0, 2.0]), None);
    }

    #[test]
    fn by_hand() {
        assert_eq!(rank_correlation(&[1.0, 2.0, 3.0], &[10.0, 100.0, 1_000.0]), Some(1.0));
        assert_eq!(rank_correlation(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), Some(-1.0));
        // Squares of differences of ranks: 0, 1, 1, 0, so 1 - 6 * 2 / (4 * 15).
        let found = rank_correlation(&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 2.0, 4.0]).unwrap();
        assert!((found - 0.8).abs() < 1e-12);
        // Ranks 1, 2.5, 2.5 and 1, 2, 3: 1.5 / sqrt(1.5 * 2).
        let tied = rank_correlation(&[1.0, 5.0, 5.0], &[1.0, 2.0, 3.0]).unwrap();
        assert!((tied - 1.5 / libm::sqrt(3.0)).abs() < 1e-12);
        assert_eq!(rank_correlation(&[1.0, 1.0, 1.0], &[1.0, 2.0, 3.0]), None);
        assert_eq!(rank_correlation(&[1.0, 2.0], &[1.0, 2.0]), None);
    }
}
