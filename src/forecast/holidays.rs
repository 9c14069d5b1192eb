//! Public holidays, and how much of a usual week is left in a week with one.

use crate::model::calendar::{Date, Weekday};

/// Day of a month that depends on the weekday: month, weekday, which one (5 = the last).
const MOVING: [(i8, Weekday, i32); 6] = [
    (1, Weekday::Mon, 3),
    (2, Weekday::Mon, 3),
    (5, Weekday::Mon, 5),
    (9, Weekday::Mon, 1),
    (10, Weekday::Mon, 2),
    (11, Weekday::Thu, 4),
];

/// Month and day of the others.
const FIXED: [(i8, i8); 5] = [(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)];

/// True on a public holiday of the federal government of the United States, as observed: one on a Saturday counts on
/// the Friday before, one on a Sunday on the Monday after.
///
/// # References
/// 5 U.S.C. 6103(a) and (b); Executive Order 11582 for Sundays.
pub fn is_federal_holiday(date: Date) -> bool {
    let day = date.0;
    let moving = MOVING.iter().any(|&(month, weekday, nth)| {
        let last = day.days_in_month() - day.day() < 7;
        let number = i32::from((day.day() - 1) / 7) + 1;
        day.month() == month && date.weekday() == weekday && if nth == 5 { last } else { number == nth }
    });
    let fixed = |date: Date| FIXED.contains(&(date.0.month(), date.0.day()));
    let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    moving
        || (fixed(date) && !weekend)
        || (date.weekday() == Weekday::Fri && fixed(date.plus_days(1)))
        || (date.weekday() == Weekday::Mon && fixed(date.plus_days(-1)))
}

/// What comes on special days, against what comes on the same weekday as a rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Special days in the history.
    pub days: usize,
    /// What came on them.
    pub came: f64,
    /// What usually comes on as many such weekdays.
    pub usual: f64,
}

/// Usual amounts that weigh as much as what is believed beforehand (our choice).
const PRIOR: f64 = 10.0;

impl Effect {
    /// Nothing is known yet.
    pub const NONE: Self = Self {
        days: 0,
        came: 0.0,
        usual: 0.0,
    };

    /// The share of a usual day that a special day brings, 0 to 1; with little evidence near what was `believed`.
    pub fn share(&self, believed: f64) -> f64 {
        ((self.came + PRIOR * believed) / (self.usual + PRIOR)).clamp(0.0, 1.0)
    }

    /// Adds a special day.
    pub fn add(&mut self, came: f64, usual: f64) {
        self.days += 1;
        self.came += came;
        self.usual += usual;
    }
}

/// How much of a usual week is left when every day brings that share of what it usually does.
pub(super) fn week_share(usual: &[f64; 7], shares: &[f64; 7]) -> f64 {
    let whole: f64 = usual.iter().sum();
    if whole <= 0.0 {
        return 1.0;
    }
    usual
        .iter()
        .zip(shares)
        .map(|(usual, share)| usual * share)
        .sum::<f64>()
        / whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_holidays_of_2026_and_2027() {
        let found: Vec<String> = (0..730)
            .map(|day| Date(jiff::civil::date(2026, 1, 1)).plus_days(day))
            .filter(|&day| is_federal_holiday(day))
            .map(|day| day.to_string())
            .collect();
        // As published by the U.S. Office of Personnel Management.
        let published = [
            "2026-01-01",
            "2026-01-19",
            "2026-02-16",
            "2026-05-25",
            "2026-06-19",
            "2026-07-03",
            "2026-09-07",
            "2026-10-12",
            "2026-11-11",
            "2026-11-26",
            "2026-12-25",
            "2027-01-01",
            "2027-01-18",
            "2027-02-15",
            "2027-05-31",
            "2027-06-18",
            "2027-07-05",
            "2027-09-06",
            "2027-10-11",
            "2027-11-11",
            "2027-11-25",
            "2027-12-24",
            "2027-12-31",
        ];
        assert_eq!(found, published);
    }

    #[test]
    fn a_holiday_by_hand() {
        // Nobody came on a day on which 10 usually do: half of it is believed.
        let mut effect = Effect::NONE;
        effect.add(0.0, 10.0);
        assert_eq!((effect.share(1.0), effect.share(0.0)), (0.5, 0.0));
        // Half of a fifth of the week is missing.
        let usual = [10.0, 10.0, 10.0, 10.0, 10.0, 0.0, 0.0];
        let monday = [0.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0];
        assert!((week_share(&usual, &monday) - 0.9).abs() < 1e-12);
        assert_eq!(week_share(&[0.0; 7], &monday), 1.0);
    }
}
