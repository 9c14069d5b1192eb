//! Sets of minutes as sorted, disjoint, half-open intervals.

use crate::model::calendar::{DAY_MIN, Date, WeekHours};
use crate::model::problem::Interval;
use crate::order::Arrange;

/// The same set, sorted and with touching intervals joined; empty intervals are dropped.
pub(crate) fn tidy(mut intervals: Vec<Interval>) -> Vec<Interval> {
    intervals.retain(|interval| interval.0 < interval.1);
    intervals.arrange();
    let mut joined: Vec<Interval> = Vec::with_capacity(intervals.len());
    for interval in intervals {
        match joined.last_mut() {
            Some(last) if interval.0 <= last.1 => last.1 = last.1.max(interval.1),
            _ => joined.push(interval),
        }
    }
    joined
}

/// What lies in both sets.
pub(crate) fn intersect(a: &[Interval], b: &[Interval]) -> Vec<Interval> {
    let (mut i, mut j, mut both) = (0, 0, Vec::new());
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let common = (x.0.max(y.0), x.1.min(y.1));
        if common.0 < common.1 {
            both.push(common);
        }
        if x.1 < y.1 { i += 1 } else { j += 1 }
    }
    both
}

/// What lies in `a` but not in `b`.
pub(crate) fn subtract(a: &[Interval], b: &[Interval]) -> Vec<Interval> {
    let mut rest = Vec::with_capacity(a.len());
    for &(mut from, to) in a {
        for &(gap_from, gap_to) in b {
            if gap_to <= from {
                continue;
            }
            if gap_from >= to {
                break;
            }
            if from < gap_from {
                rest.push((from, gap_from));
            }
            from = from.max(gap_to);
        }
        if from < to {
            rest.push((from, to));
        }
    }
    rest
}

/// What of the set lies in `[from, to)`.
pub(crate) fn clip(a: &[Interval], from: i32, to: i32) -> Vec<Interval> {
    intersect(a, &[(from, to)])
}

/// Total length, minutes.
pub(crate) fn length(a: &[Interval]) -> i32 {
    a.iter().map(|interval| interval.1 - interval.0).sum()
}

/// Weekly hours laid over `num_days` days from `start`; windows that touch at midnight are joined.
pub(crate) fn spread(hours: &WeekHours, start: Date, num_days: usize) -> Vec<Interval> {
    let first = start.weekday() as usize;
    let mut windows = Vec::new();
    for day in 0..num_days {
        let weekday = crate::model::calendar::Weekday::from_index(first + day);
        let midnight = day as i32 * DAY_MIN;
        windows.extend(hours.on(weekday).map(|(from, to)| (midnight + from, midnight + to)));
    }
    tidy(windows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_combined() {
        let a = tidy(vec![(50, 60), (0, 10), (10, 20), (30, 30)]);
        assert_eq!(a, [(0, 20), (50, 60)]);
        assert_eq!(intersect(&a, &[(5, 55)]), [(5, 20), (50, 55)]);
        assert_eq!(subtract(&a, &[(5, 6), (15, 52)]), [(0, 5), (6, 15), (52, 60)]);
        assert_eq!(subtract(&a, &[(0, 60)]), []);
        assert_eq!(clip(&a, 10, 51), [(10, 20), (50, 51)]);
        assert_eq!(length(&a), 30);
    }

    #[test]
    fn hours_are_laid_over_days() {
        let monday: Date = "2026-11-23".parse().unwrap();
        let hours: WeekHours = "Mon 22:00-24:00; Tue 00:00-06:00; Wed 09:00-10:00".parse().unwrap();
        assert_eq!(spread(&hours, monday, 3), [(1320, 1800), (3420, 3480)]);
        assert_eq!(spread(&hours, monday.plus_days(2), 1), [(540, 600)]);
    }
}
