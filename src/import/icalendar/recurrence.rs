//! Recurrence rules: which days a series falls on [RFC 5545, 3.3.10].
//!
//! Works on civil days; the time of day is that of the first occurrence. Hours, minutes, week numbers and days of the
//! year as parts of a rule are refused by name: no schedule of sessions was seen that needs them.

use jiff::civil::{self, DateTime};

use super::lines::Line;
use super::moments::{Moment, moment};
use crate::model::calendar::{Date, Weekday};
use crate::order::Arrange;

/// Periods (days, weeks, months, years) that one series is followed through. Our choice: 130 years of days.
pub(super) const MAX_PERIODS: i32 = 48_000;

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    frequency: Frequency,
    interval: i32,
    count: Option<usize>,
    until: Option<Moment>,
    /// Ordinal (0 = every one) and day of the week.
    by_day: Vec<(i32, Weekday)>,
    by_month_day: Vec<i32>,
    by_month: Vec<i32>,
    by_set_pos: Vec<i32>,
    week_start: Weekday,
}

/// Moments from the first to the second, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: DateTime,
    pub(super) to: DateTime,
}

/// The occurrences of a series within a span.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Expanded {
    /// In order, each once.
    pub(super) moments: Vec<DateTime>,
    /// True if there are more than were wanted, or the series was too long to follow.
    pub(super) is_cut: bool,
}

impl Rule {
    /// Reads `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`.
    ///
    /// # Errors
    /// What is wrong with it, or which part of it is not supported.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut rule = Self {
            frequency: Frequency::Daily,
            interval: 1,
            count: None,
            until: None,
            by_day: Vec::new(),
            by_month_day: Vec::new(),
            by_month: Vec::new(),
            by_set_pos: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut has_frequency = false;
        for part in text.trim().split(';').filter(|part| !part.trim().is_empty()) {
            let (key, value) = part.split_once('=').ok_or("a part has no value")?;
            let (key, value) = (key.trim().to_ascii_uppercase(), value.trim().to_ascii_uppercase());
            match &*key {
                "FREQ" => {
                    has_frequency = true;
                    rule.frequency = match &*value {
                        "DAILY" => Frequency::Daily,
                        "WEEKLY" => Frequency::Weekly,
                        "MONTHLY" => Frequency::Monthly,
                        "YEARLY" => Frequency::Yearly,
                        _ => return Err("only FREQ=DAILY, WEEKLY, MONTHLY and YEARLY are supported".into()),
                    };
                }
                "INTERVAL" => rule.interval = number(&value, 1, 10_000)?,
                "COUNT" => rule.count = Some(number(&value, 1, 1_000_000)? as usize),
                "UNTIL" => {
                    let (line, _) = super::lines::lines(&format!("UNTIL:{value}"));
                    rule.until = Some(line.first().and_then(moment).ok_or("UNTIL is no date")?);
                }
                "BYDAY" => rule.by_day = value.split(',').map(ordinal_day).collect::<Result<_, _>>()?,
                "BYMONTHDAY" => rule.by_month_day = numbers(&value, 31, true)?,
                "BYMONTH" => rule.by_month = numbers(&value, 12, false)?,
                "BYSETPOS" => rule.by_set_pos = numbers(&value, 366, true)?,
                "WKST" => rule.week_start = weekday(&value).ok_or("WKST is no day of the week")?,
                _ => return Err(format!("`{}` is not supported", super::super::cells::excerpt(&key))),
            }
        }
        if !has_frequency {
            return Err("there is no FREQ".into());
        }
        Ok(rule)
    }

    /// The last moment of the rule on the clocks that its first one stands in; a date counts to its end.
    pub(super) fn until_on(&self, convert: impl Fn(&Moment) -> Option<DateTime>) -> Option<DateTime> {
        let until = self.until.as_ref()?;
        if until.is_date {
            return Some(until.at.date().at(23, 59, 59, 0));
        }
        convert(until)
    }

    /// The occurrences within a span, at most `limit`; `start` is always one of the series. The caller ends the span at
    /// [`Rule::until_on`].
    pub(super) fn expand(&self, start: DateTime, span: Span, limit: usize) -> Expanded {
        let mut found = Expanded::default();
        let mut count = 0;
        let mut keep = |moment: DateTime, found: &mut Expanded| {
            count += 1;
            if moment > span.to || self.count.is_some_and(|most| count > most) {
                return false;
            }
            if moment >= span.from {
                found.is_cut = found.moments.len() >= limit;
                if found.is_cut {
                    return false;
                }
                found.moments.push(moment);
            }
            true
        };
        if !keep(start, &mut found) {
            return found;
        }
        // Without a count nothing depends on what lies before the span.
        let first = if self.count.is_some() {
            0
        } else {
            self.periods_before(start, span.from)
        };
        for step in 0..=MAX_PERIODS {
            let Some((begins, days)) = self.period(start, first.saturating_add(step)) else {
                return found;
            };
            if begins.0.to_datetime(civil::Time::MIN) > span.to {
                return found;
            }
            for day in days {
                let moment = day.0.to_datetime(start.time());
                if moment > start && !keep(moment, &mut found) {
                    return found;
                }
            }
        }
        found.is_cut = true;
        found
    }

    /// Periods that lie whole before a moment.
    fn periods_before(&self, start: DateTime, moment: DateTime) -> i32 {
        let days = Date(moment.date()).days_since(Date(start.date())).max(0);
        let longest = match self.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => 31,
            Frequency::Yearly => 366,
        };
        (days / longest / self.interval - 1).max(0)
    }

    /// The first day of the period that lies `step` intervals after that of the start, and the days of it that the rule
    /// names, in order; `None` beyond the end of time.
    fn period(&self, start: DateTime, step: i32) -> Option<(Date, Vec<Date>)> {
        let start = Date(start.date());
        let ahead = step.checked_mul(self.interval)?;
        let (begins, mut days) = match self.frequency {
            Frequency::Daily => {
                let day = ahead_of(start, ahead)?;
                (day, vec![day])
            }
            Frequency::Weekly => {
                let into = (start.weekday() as i32 - self.week_start as i32).rem_euclid(7);
                let first = ahead_of(start, ahead.checked_mul(7)?.checked_sub(into)?)?;
                (first, (0..7).map(|day| first.plus_days(day)).collect())
            }
            Frequency::Monthly => {
                let months = i32::from(start.0.month()) - 1 + ahead;
                let year = i16::try_from(i32::from(start.0.year()).checked_add(months.div_euclid(12))?).ok()?;
                let first = month_begins(year, months.rem_euclid(12) + 1)?;
                (first, self.days_of_month(first, start))
            }
            Frequency::Yearly => {
                let year = i16::try_from(i32::from(start.0.year()).checked_add(ahead)?).ok()?;
                (month_begins(year, 1)?, self.days_of_year(year, start))
            }
        };
        match self.frequency {
            Frequency::Daily => {
                days.retain(|day| self.is_month(day) && self.is_month_day(*day) && self.is_weekday(*day))
            }
            Frequency::Weekly if self.by_day.is_empty() => {
                days.retain(|day| self.is_month(day) && day.weekday() == start.weekday());
            }
            Frequency::Weekly => days.retain(|day| self.is_month(day) && self.is_weekday(*day)),
            Frequency::Monthly | Frequency::Yearly => days.retain(|day| self.is_month(day)),
        }
        days.arrange();
        days.dedup();
        if !self.by_set_pos.is_empty() {
            let at = |place: &i32| {
                let back = days.len().checked_sub(place.unsigned_abs() as usize);
                let place = if *place > 0 { Some(*place as usize - 1) } else { back };
                place.and_then(|place| days.get(place)).copied()
            };
            days = self.by_set_pos.iter().filter_map(at).collect();
            days.arrange();
            days.dedup();
        }
        Some((begins, days))
    }

    fn days_of_month(&self, first: Date, start: Date) -> Vec<Date> {
        let len = i32::from(first.0.days_in_month());
        let all = || (0..len).map(|day| first.plus_days(day));
        match (self.by_month_day.is_empty(), self.by_day.is_empty()) {
            (true, true) => all().filter(|day| day.0.day() == start.0.day()).collect(),
            (false, _) => all()
                .filter(|day| self.is_month_day(*day) && self.is_weekday(*day))
                .collect(),
            (true, false) => self.ordinal_days(first, len),
        }
    }

    fn days_of_year(&self, year: i16, start: Date) -> Vec<Date> {
        let by_year = self.by_month.is_empty() && self.by_month_day.is_empty() && !self.by_day.is_empty();
        let Some(first) = month_begins(year, 1) else {
            return Vec::new();
        };
        if by_year {
            return self.ordinal_days(first, i32::from(first.0.days_in_year()));
        }
        let alone = self.by_month.is_empty() && self.by_month_day.is_empty();
        let months = (1..=12).filter(|month| !alone || *month == i32::from(start.0.month()));
        let firsts = months.filter_map(|month| month_begins(year, month));
        firsts.flat_map(|first| self.days_of_month(first, start)).collect()
    }

    /// The days of the week of the rule within `len` days: every one, the nth, or the nth from the end.
    fn ordinal_days(&self, first: Date, len: i32) -> Vec<Date> {
        let mut days = Vec::new();
        for &(ordinal, weekday) in &self.by_day {
            let offset = (weekday as i32 - first.weekday() as i32).rem_euclid(7);
            let count = (len - offset + 6) / 7;
            let nth = |at: i32| first.plus_days(offset + 7 * at);
            match ordinal {
                0 => days.extend((0..count).map(nth)),
                1.. if ordinal <= count => days.push(nth(ordinal - 1)),
                ..0 if -ordinal <= count => days.push(nth(count + ordinal)),
                _ => {}
            }
        }
        days
    }

    fn is_month(&self, day: &Date) -> bool {
        self.by_month.is_empty() || self.by_month.contains(&i32::from(day.0.month()))
    }

    fn is_month_day(&self, day: Date) -> bool {
        let (at, len) = (i32::from(day.0.day()), i32::from(day.0.days_in_month()));
        self.by_month_day.is_empty()
            || self
                .by_month_day
                .iter()
                .any(|&wanted| wanted == at || len + 1 + wanted == at)
    }

    fn is_weekday(&self, day: Date) -> bool {
        self.by_day.is_empty() || self.by_day.iter().any(|&(_, wanted)| wanted == day.weekday())
    }
}

/// A date some days later, within the years that dates have.
fn ahead_of(date: Date, days: i32) -> Option<Date> {
    date.0
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()
        .map(Date)
}

fn month_begins(year: i16, month: i32) -> Option<Date> {
    civil::Date::new(year, i8::try_from(month).ok()?, 1).ok().map(Date)
}

fn weekday(text: &str) -> Option<Weekday> {
    let at = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        .iter()
        .position(|name| *name == text)?;
    Some(Weekday::from_index(at))
}

fn ordinal_day(text: &str) -> Result<(i32, Weekday), String> {
    let text = text.trim();
    let split = text
        .len()
        .checked_sub(2)
        .filter(|at| text.is_char_boundary(*at))
        .ok_or("BYDAY is no day")?;
    let (ordinal, day) = text.split_at(split);
    let day = weekday(day).ok_or("BYDAY is no day of the week")?;
    let ordinal = if ordinal.is_empty() { 0 } else { signed(ordinal, 53)? };
    Ok((ordinal, day))
}

fn numbers(text: &str, most: i32, may_be_negative: bool) -> Result<Vec<i32>, String> {
    let read = |text: &str| {
        if may_be_negative {
            signed(text, most)
        } else {
            number(text, 1, most)
        }
    };
    text.split(',').map(|text| read(text.trim())).collect()
}

fn signed(text: &str, most: i32) -> Result<i32, String> {
    let value = number(text.strip_prefix(['+', '-']).unwrap_or(text), 1, most)?;
    Ok(if text.starts_with('-') { -value } else { value })
}

fn number(text: &str, least: i32, most: i32) -> Result<i32, String> {
    let value = text.parse().ok().filter(|value| (least..=most).contains(value));
    value.ok_or_else(|| format!("expected a whole number from {least} to {most}"))
}

/// The rule of a line.
///
/// # Errors
/// As [`Rule::parse`].
pub(super) fn rule(line: &Line) -> Result<Rule, String> {
    Rule::parse(&line.value)
}
