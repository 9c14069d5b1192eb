//! Whether one group's values tend to lie above those of all others, whatever the shape of their distribution.

use std::collections::BTreeMap;

use super::distribution::normal_cdf;
use crate::order::Arrange;

/// One person's value, for [`rank_sum`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    /// The value; of equal values each has the middle rank.
    pub value: f64,
    /// True if the person belongs to the group that is asked about.
    pub inside: bool,
    /// Within which persons are compared: 0 for everyone if nothing is held equal.
    pub stratum: u32,
}

/// What [`rank_sum`] finds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankSum {
    /// Standard normal deviate; above 0 if the group's values lie higher.
    pub z: f64,
    /// Chance of a deviate at least as far from 0 if the group made no difference, two-sided.
    pub p: f64,
    /// Chance that a person of the group has a higher value than another one of the same stratum, ties counting half.
    pub superiority: f64,
}

/// The rank-sum test of a group against everyone else, with the middle ranks of equal values, compared within strata: each
/// stratum's rank sum is divided by one more than its size. With one stratum it is the test of Wilcoxon, Mann and Whitney
/// in its normal approximation, without correction for continuity. `None` if in no stratum both sides have somebody and
/// the values vary.
///
/// # References
/// Mann and Whitney 1947, doi:10.1214/aoms/1177730491; van Elteren 1960, Bull Inst Int Stat 37:351; ties: Lehmann 1975,
/// Nonparametrics, section 1.4.
pub fn rank_sum(people: &[Ranked]) -> Option<RankSum> {
    let mut strata: BTreeMap<u32, Vec<Ranked>> = BTreeMap::new();
    for person in people {
        strata.entry(person.stratum).or_default().push(*person);
    }
    let (mut above, mut variance, mut wins, mut pairs) = (0.0, 0.0, 0.0, 0.0);
    for mut rows in strata.into_values() {
        rows.arrange_by(|a, b| a.value.total_cmp(&b.value));
        let n = rows.len() as f64;
        let inside = rows.iter().filter(|row| row.inside).count() as f64;
        let outside = n - inside;
        if inside == 0.0 || outside == 0.0 {
            continue;
        }
        let (mut rank_total, mut ties, mut from) = (0.0, 0.0, 0);
        while let Some(first) = rows.get(from) {
            let same = rows[from..].iter().take_while(|row| row.value == first.value);
            let (count, own) = same.fold((0.0, 0.0), |(count, own), row| {
                (count + 1.0, own + f64::from(row.inside))
            });
            rank_total += own * (from as f64 + (count + 1.0) / 2.0);
            ties += count * count * count - count;
            from += count as usize;
        }
        let weight = 1.0 / (n + 1.0);
        above += weight * (rank_total - inside * (n + 1.0) / 2.0);
        variance += weight * weight * inside * outside / 12.0 * (n + 1.0 - ties / (n * (n - 1.0)));
        wins += rank_total - inside * (inside + 1.0) / 2.0;
        pairs += inside * outside;
    }
    if variance <= 0.0 {
        return None;
    }
    let z = above / libm::sqrt(variance);
    Some(RankSum {
        z,
        p: (2.0 * normal_cdf(-z.abs())).min(1.0),
        superiority: wins / pairs,
    })
}

/// p values adjusted so that the chance of even one false finding among all stays below the level: in the order given.
///
/// # References
/// Holm 1979, Scand J Stat 6:65, doi:10.2307/4615733.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.arrange_by(|&a, &b| p[a].total_cmp(&p[b]));
    let mut adjusted = vec![1.0; p.len()];
    let mut least: f64 = 0.0;
    for (place, &at) in order.iter().enumerate() {
        least = least.max(p[at] * (p.len() - place) as f64).min(1.0);
        adjusted[at] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(inside: &[f64], outside: &[f64], stratum: u32) -> Vec<Ranked> {
        let of = |values: &[f64], inside| {
            let ranked = values.iter().map(move |&value| Ranked { value, inside, stratum });
            ranked.collect::<Vec<_>>()
        };
        [of(inside, true), of(outside, false)].concat()
    }

    #[test]
    fn by_hand() {
        // Ranks of the group 2, 4, 5 among six: sum 11, expected 10.5, variance 3 * 3 * 7 / 12.
        let found = rank_sum(&people(&[2.0, 4.0, 5.0], &[1.0, 3.0, 6.0], 0)).unwrap();
        assert!((found.z - 0.5 / libm::sqrt(5.25)).abs() < 1e-12);
        // Of nine pairs the group wins 1 + 2 + 2.
        assert!((found.superiority - 5.0 / 9.0).abs() < 1e-12);
        // Ties: values 1, 1 | 1, 2. Middle rank 2 for three, 4. Group 4, expected 5; variance 2 * 2 / 12 * (5 - 24 / 12).
        let tied = rank_sum(&people(&[1.0, 1.0], &[1.0, 2.0], 0)).unwrap();
        assert!((tied.z + 1.0).abs() < 1e-12, "{tied:?}");
        assert!((tied.superiority - 0.25).abs() < 1e-12);
        // One pair of 25 won: (1 - 12.5) / sqrt(25 * 11 / 12) = -2.40227.
        let asked = rank_sum(&people(&[1.0, 2.0, 3.0, 4.0, 5.0], &[6.0, 7.0, 8.0, 9.0, 4.5], 0)).unwrap();
        assert!((asked.p - 0.016_293_6).abs() < 1e-7, "{asked:?}");
    }

    #[test]
    fn a_stratum_with_one_group_alone_says_nothing() {
        let both = people(&[1.0, 4.0], &[2.0, 3.0, 5.0], 0);
        let mut more = both.clone();
        more.extend(people(&[9.0], &[], 1));
        more.extend(people(&[], &[0.0], 2));
        assert!(rank_sum(&both).is_some());
        assert_eq!(rank_sum(&more), rank_sum(&both));
    }

    #[test]
    fn strata_are_compared_within() {
        // Between the strata everything differs, within them nothing does.
        let mixed = [people(&[1.0], &[1.0, 1.0], 0), people(&[9.0, 9.0], &[9.0], 1)].concat();
        assert_eq!(rank_sum(&mixed), None);
        let one = people(&[2.0, 3.0], &[1.0, 0.0], 0);
        let two = one.iter().map(|row| Ranked {
            stratum: 1,
            value: row.value + 50.0,
            ..*row
        });
        let both: Vec<Ranked> = one.iter().copied().chain(two).collect();
        let (alone, together) = (rank_sum(&one).unwrap(), rank_sum(&both).unwrap());
        assert!((together.z - alone.z * libm::sqrt(2.0)).abs() < 1e-12);
        assert_eq!(together.superiority, 1.0);
        assert_eq!(rank_sum(&people(&[1.0], &[], 0)), None);
    }

    #[test]
    fn holm_by_hand() {
        let found = holm(&[0.01, 0.04, 0.03, 0.005]);
        for (found, expected) in found.iter().zip([0.03, 0.06, 0.06, 0.02]) {
            assert!((found - expected).abs() < 1e-12);
        }
        assert_eq!(holm(&[]), Vec::<f64>::new());
    }
}
