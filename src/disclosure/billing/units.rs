//! Units of timed codes.

use crate::order::Arrange;

/// How a payer counts units of several timed codes on one day [8MIN].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitRule {
    /// Medicare: the minutes of all codes together make the units.
    EightMinute,
    /// Other payers: each code by itself.
    Midpoint,
}

/// Units of so many minutes: whole units, and one more from the threshold on.
pub fn units(minutes: i32, unit: i32, threshold: i32) -> i32 {
    let unit = unit.max(1);
    minutes.max(0) / unit + i32::from(minutes.max(0) % unit >= threshold.clamp(1, unit))
}

/// The units of each of several codes, given their minutes in all. Under the 8-minute rule every code has its whole units
/// first; what the sum gives beyond them goes to the codes with most minutes left over, of equal ones to that with most
/// minutes in all, then to the first.
pub fn shared_units(minutes: &[i32], rule: UnitRule, unit: i32, threshold: i32) -> Vec<i32> {
    if rule == UnitRule::Midpoint {
        return minutes.iter().map(|&minutes| units(minutes, unit, threshold)).collect();
    }
    let unit = unit.max(1);
    let mut shares: Vec<i32> = minutes.iter().map(|minutes| minutes.max(&0) / unit).collect();
    let total = minutes
        .iter()
        .fold(0_i32, |sum, minutes| sum.saturating_add((*minutes).max(0)));
    let mut left = units(total, unit, threshold) - shares.iter().sum::<i32>();
    let mut order: Vec<usize> = (0..minutes.len()).collect();
    order.arrange_by_key(|&at| {
        (
            std::cmp::Reverse(minutes[at].max(0) % unit),
            std::cmp::Reverse(minutes[at]),
            at,
        )
    });
    for at in order {
        if left > 0 && minutes[at] > 0 {
            shares[at] += 1;
            left -= 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The row of the domain guide, 3.3.
    #[test]
    fn the_eight_minute_rule_by_hand() {
        for (minutes, expected) in [
            (0, 0),
            (7, 0),
            (8, 1),
            (22, 1),
            (23, 2),
            (37, 2),
            (38, 3),
            (53, 4),
            (68, 5),
            (83, 6),
        ] {
            assert_eq!(units(minutes, 15, 8), expected, "{minutes} minutes");
        }
    }

    #[test]
    fn codes_share_the_units_of_their_sum() {
        // 24 + 23 = 47 minutes are 3 units: one whole each, the third to the one with 9 left over.
        // 33 + 7 = 40 are 3: two whole, and 7 left over are more than 3. 7 + 7 = 14 are 1, to the first.
        // 20 + 20 + 20 = 60 are 4: one each, the fourth to the first. By themselves: 2 + 2, 2 + 0, 0 + 0, 1 + 1 + 1.
        for (minutes, medicare, midpoint) in [
            (vec![24, 23], vec![2, 1], vec![2, 2]),
            (vec![33, 7], vec![2, 1], vec![2, 0]),
            (vec![7, 7], vec![1, 0], vec![0, 0]),
            (vec![20, 20, 20], vec![2, 1, 1], vec![1, 1, 1]),
            (vec![], vec![], vec![]),
            (vec![0, 38], vec![0, 3], vec![0, 3]),
        ] {
            assert_eq!(
                shared_units(&minutes, UnitRule::EightMinute, 15, 8),
                medicare,
                "{minutes:?}"
            );
            assert_eq!(
                shared_units(&minutes, UnitRule::Midpoint, 15, 8),
                midpoint,
                "{minutes:?}"
            );
        }
    }

    #[test]
    fn shares_sum_to_the_units_of_the_sum() {
        for a in 0..70 {
            for b in 0..70 {
                let shares = shared_units(&[a, b], UnitRule::EightMinute, 15, 8);
                assert_eq!(shares.iter().sum::<i32>(), units(a + b, 15, 8), "{a} + {b}");
            }
        }
    }
}
