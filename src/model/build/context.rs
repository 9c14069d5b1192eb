//! What every part of the build needs: the usable rows, the horizon, its weeks, absences, prices and rules.

use std::collections::BTreeMap;

use super::intervals::{clip, spread, subtract, tidy};
use super::rows::{Index, Rows};
use crate::error::Issue;
use crate::model::calendar::{DAY_MIN, Date, DateTime, WeekHours};
use crate::model::clinic::{Absentee, Clinic, Settings};
use crate::model::limits;
use crate::model::problem::Interval;
use crate::model::rules::Rules;
use crate::model::weights::{CostTerm, Costs};
use crate::order::Arrange;

/// The horizon and the rows from which the problem is made.
pub(crate) struct Context<'c> {
    pub(crate) clinic: &'c Clinic,
    pub(crate) rows: Rows<'c>,
    pub(crate) rules: Rules,
    pub(crate) prices: Costs,
    /// First day.
    pub(crate) start: Date,
    pub(crate) num_days: usize,
    /// End of the last day, minutes.
    pub(crate) end: i32,
    /// `as_of`, held within the horizon: nothing new is placed before it.
    pub(crate) now: i32,
    pub(crate) grid: i32,
    pub(crate) weeks: Vec<Week>,
    absences: BTreeMap<Absentee, BTreeMap<&'c str, Vec<Interval>>>,
}

/// A workweek that the horizon touches.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Week {
    /// Its first day, counted from the horizon's; negative if the horizon starts within it.
    pub(crate) first: i32,
    /// First day within the horizon.
    pub(crate) from: usize,
    /// First day after, within the horizon.
    pub(crate) to: usize,
}

impl<'c> Context<'c> {
    pub(crate) fn new(clinic: &'c Clinic, issues: &mut Vec<Issue>) -> Self {
        let settings = &clinic.settings;
        let num_days = in_range(
            "horizon_days",
            settings.horizon_days,
            1,
            limits::MAX_HORIZON_DAYS,
            issues,
        ) as usize;
        let grid = if [1, 5, 10, 15, 30].contains(&settings.grid_min) {
            settings.grid_min
        } else {
            let cause = format!("{} minutes is not a planning grid; 5 is used", settings.grid_min);
            issues.push(setting("grid_min", cause, "choose 5, 10, 15 or 30"));
            5
        };
        let start = settings.horizon_start;
        let end = num_days as i32 * DAY_MIN;
        let rows = Rows::screen(clinic, issues);
        Self {
            clinic,
            rules: Rules::of(clinic),
            prices: prices(clinic, issues),
            start,
            num_days,
            end,
            now: settings.as_of.minutes_since(start).clamp(0, end),
            grid,
            weeks: weeks(settings, start, num_days),
            absences: absences(clinic, &rows, start, end),
            rows,
        }
    }

    /// A moment, minutes from the start of the horizon.
    pub(crate) fn minute(&self, moment: DateTime) -> i32 {
        moment.minutes_since(self.start)
    }

    /// Weekly hours laid over the horizon.
    pub(crate) fn spread(&self, hours: &WeekHours) -> Vec<Interval> {
        spread(hours, self.start, self.num_days)
    }

    /// When someone or something is away, within the horizon and the day before and after.
    pub(crate) fn away(&self, what: Absentee, id: &str) -> &[Interval] {
        let of_kind = self.absences.get(&what).and_then(|of_kind| of_kind.get(id));
        of_kind.map_or(&[], Vec::as_slice)
    }

    /// Weekly hours laid over the horizon, without absences.
    pub(crate) fn present(&self, hours: &WeekHours, what: Absentee, id: &str) -> Vec<Interval> {
        subtract(&self.spread(hours), self.away(what, id))
    }

    /// The week of a day of the horizon.
    pub(crate) fn week_of(&self, day: usize) -> usize {
        self.weeks.iter().position(|week| day < week.to).unwrap_or(0)
    }

    /// The minutes of a week that lie within the horizon.
    pub(crate) fn span(&self, week: usize) -> Interval {
        let week = &self.weeks[week];
        (week.from as i32 * DAY_MIN, week.to as i32 * DAY_MIN)
    }

    /// The part of the horizon between two dates, both included.
    pub(crate) fn between(&self, from: Option<Date>, until: Option<Date>) -> Interval {
        let day = |date: Date| date.days_since(self.start).clamp(-1, self.num_days as i32);
        let first = from.map_or(0, |date| day(date).max(0) * DAY_MIN);
        let last = until.map_or(self.end, |date| (day(date) + 1) * DAY_MIN);
        (first, last.min(self.end))
    }

    /// The days of the horizon between two dates, one bit each.
    pub(crate) fn day_bits(&self, from: Option<Date>, until: Option<Date>) -> u32 {
        let (from, to) = self.between(from, until);
        (from / DAY_MIN..to / DAY_MIN).fold(0, |bits, day| bits | 1 << day)
    }

    /// Price of one unit of a cost term, cents.
    pub(crate) fn price(&self, term: CostTerm) -> i64 {
        self.prices[term]
    }
}

/// The rows of an index in table order.
pub(crate) fn in_order(index: &Index) -> Vec<usize> {
    let mut rows: Vec<usize> = index.values().copied().collect();
    rows.arrange();
    rows
}

fn setting(field: &str, cause: String, action: &str) -> Issue {
    Issue::error("settings.out_of_range", "settings", cause, action)
        .row(1)
        .field(field)
}

fn in_range(field: &str, value: i32, low: i32, high: i32, issues: &mut Vec<Issue>) -> i32 {
    let held = value.clamp(low, high);
    if held != value {
        let cause = format!("{value} is not between {low} and {high}; {held} is used");
        issues.push(setting(field, cause, "correct the setting"));
    }
    held
}

fn prices(clinic: &Clinic, issues: &mut Vec<Issue>) -> Costs {
    let mut prices = Costs::default();
    for term in CostTerm::ALL {
        prices[term] = term.default_price().0;
    }
    for (number, weight) in clinic.weights.iter().enumerate() {
        let held = weight.cents.clamp(0, 10_000_000);
        if held != weight.cents {
            let cause = format!("{} cents is not between 0 and 10000000; {held} is used", weight.cents);
            let issue = Issue::error("row.out_of_range", "weights", cause, "correct the price");
            issues.push(issue.row(number + 1).field("cents"));
        }
        prices[weight.term] = held;
    }
    prices
}

fn weeks(settings: &Settings, start: Date, num_days: usize) -> Vec<Week> {
    let mut weeks = Vec::new();
    let mut first = -settings.days_into_week(start);
    while first < num_days as i32 {
        weeks.push(Week {
            first,
            from: first.max(0) as usize,
            to: (first + 7).min(num_days as i32) as usize,
        });
        first += 7;
    }
    weeks
}

fn absences<'c>(
    clinic: &'c Clinic,
    rows: &Rows<'c>,
    start: Date,
    end: i32,
) -> BTreeMap<Absentee, BTreeMap<&'c str, Vec<Interval>>> {
    let mut away: BTreeMap<Absentee, BTreeMap<&'c str, Vec<Interval>>> = BTreeMap::new();
    for absence in &clinic.absences {
        let index = match absence.what {
            Absentee::Clinician => &rows.clinicians,
            Absentee::Patient => &rows.patients,
            Absentee::Room => &rows.rooms,
            Absentee::Site => &rows.sites,
            Absentee::Equipment => &rows.equipment,
        };
        if index.contains_key(absence.id.as_str()) {
            let interval = (absence.from.minutes_since(start), absence.until.minutes_since(start));
            away.entry(absence.what)
                .or_default()
                .entry(&absence.id)
                .or_default()
                .push(interval);
        }
    }
    for intervals in away.values_mut().flat_map(BTreeMap::values_mut) {
        *intervals = clip(&tidy(std::mem::take(intervals)), -DAY_MIN, end + DAY_MIN);
    }
    away
}
