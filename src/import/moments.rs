//! Dates and times as other programs write them.

use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::model::calendar::{DAY_MIN, Date};

/// Which number comes first in `3/4/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// March 4.
    MonthFirst,
    /// April 3.
    DayFirst,
}

/// Why a text is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotAMoment {
    /// It is something else, or there is no such date.
    Text,
    /// Month and day cannot be told apart.
    Ambiguous,
    /// It carries a time zone; times here are civil time at the site.
    Zone,
}

/// What a text says: a date, a time of day in minutes, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Moment {
    pub(super) date: Option<Date>,
    pub(super) minute: Option<i32>,
    pub(super) had_seconds: bool,
}

/// Reads a date, a time, or a date followed by a time.
pub(super) fn parse(text: &str, order: Option<DateOrder>) -> Result<Moment, NotAMoment> {
    let (date, time) = split(text.trim());
    let mut moment = Moment::default();
    if !date.is_empty() {
        moment.date = Some(parse_date(date, order)?);
    }
    if !time.is_empty() {
        (moment.minute, moment.had_seconds) = parse_time(time).map(|(minute, seconds)| (Some(minute), seconds))?;
    }
    if date.is_empty() && time.is_empty() {
        return Err(NotAMoment::Text);
    }
    Ok(moment)
}

/// What `3/4/2026` and its kind prove about the order, if anything.
pub(super) fn evidence(text: &str) -> Option<DateOrder> {
    let (first, second) = day_and_month(split(text.trim()).0)?;
    match (first > 12, second > 12) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// The text before the time of day, and the time of day, which is known by its colon.
fn split(text: &str) -> (&str, &str) {
    let Some(colon) = text.find(':') else {
        return (text, "");
    };
    let before = text.get(..colon).unwrap_or_default();
    let start = before.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let (date, time) = text.split_at(start);
    (date.trim_end_matches(['T', 't', ',', ' ', '\u{a0}']), time)
}

fn parts(date: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = date
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    // The name of the weekday says nothing new.
    let is_weekday = |part: &&str| part.chars().all(char::is_alphabetic) && month(part).is_none();
    if parts.len() == 4 && parts.first().is_some_and(is_weekday) {
        parts.remove(0);
    }
    parts
}

/// The first two numbers of a date that ends with a year and has no month name.
fn day_and_month(date: &str) -> Option<(u32, u32)> {
    let parts = parts(date);
    let &[first, second, _year] = parts.as_slice() else {
        return None;
    };
    if first.len() > 2 {
        return None;
    }
    Some((first.parse().ok()?, second.parse().ok()?))
}

fn parse_date(date: &str, order: Option<DateOrder>) -> Result<Date, NotAMoment> {
    let parts = parts(date);
    let number = |text: &str| text.parse::<i16>().ok();
    let year = |text: &str| {
        let value = number(text)?;
        // Two digits are this century: no date here lies before 2000.
        match text.len() {
            2 => Some(2000 + value),
            4 => Some(value),
            _ => None,
        }
    };
    let found = match *parts.as_slice() {
        [all] if all.len() == 8 && all.is_ascii() => {
            let (year, rest) = all.split_at(4);
            let (month, day) = rest.split_at(2);
            Some((number(year), number(month), number(day)))
        }
        [first, second, third] if first.len() == 4 => {
            let middle = month(second).or_else(|| number(second));
            Some((number(first), middle, number(third)))
        }
        [first, second, third] => match (month(first), month(second)) {
            (Some(month), None) => Some((year(third), Some(month), number(second))),
            (None, Some(month)) => Some((year(third), Some(month), number(first))),
            _ => {
                let order = order.or_else(|| evidence(date));
                let (a, b) = (number(first), number(second));
                match order {
                    Some(DateOrder::MonthFirst) => Some((year(third), a, b)),
                    Some(DateOrder::DayFirst) => Some((year(third), b, a)),
                    None if a == b => Some((year(third), a, b)),
                    None if a.is_some() && b.is_some() && year(third).is_some() => return Err(NotAMoment::Ambiguous),
                    None => None,
                }
            }
        },
        _ => None,
    };
    let Some((Some(year), Some(month), Some(day))) = found else {
        return Err(NotAMoment::Text);
    };
    let (month, day) = (i8::try_from(month), i8::try_from(day));
    let (Ok(month), Ok(day)) = (month, day) else {
        return Err(NotAMoment::Text);
    };
    civil::Date::new(year, month, day)
        .map(Date)
        .map_err(|_| NotAMoment::Text)
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

fn month(text: &str) -> Option<i16> {
    let key = text.get(..3)?.to_ascii_lowercase();
    let place = MONTHS.iter().position(|&name| name == key)?;
    i16::try_from(place + 1).ok()
}

/// Minute of the day, and whether seconds were dropped.
fn parse_time(text: &str) -> Result<(i32, bool), NotAMoment> {
    let lower = text.to_ascii_lowercase().replace('.', ":");
    let clock_end = lower
        .find(|letter: char| !letter.is_ascii_digit() && letter != ':')
        .unwrap_or(lower.len());
    let (clock, suffix) = lower.split_at(clock_end);
    let afternoon = match suffix.trim().trim_matches(':') {
        "" => None,
        "am" | "a" | "a:m" => Some(false),
        "pm" | "p" | "p:m" => Some(true),
        zone if zone == "z" || zone.starts_with(['+', '-']) => return Err(NotAMoment::Zone),
        _ => return Err(NotAMoment::Text),
    };
    let mut numbers = clock.split(':').map(|part| part.parse::<i32>().ok());
    let (Some(Some(mut hour)), Some(Some(minute))) = (numbers.next(), numbers.next()) else {
        return Err(NotAMoment::Text);
    };
    let seconds = match numbers.next() {
        None => 0,
        Some(Some(seconds)) if (0..60).contains(&seconds) => seconds,
        Some(_) => return Err(NotAMoment::Text),
    };
    if let Some(afternoon) = afternoon {
        if !(1..=12).contains(&hour) {
            return Err(NotAMoment::Text);
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
    }
    let total = hour.saturating_mul(60).saturating_add(minute);
    if !(0..60).contains(&minute) || !(0..=DAY_MIN).contains(&total) {
        return Err(NotAMoment::Text);
    }
    Ok((total, seconds != 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_ways_to_write_a_moment() {
        use DateOrder::{DayFirst, MonthFirst};
        let rows = [
            ("2026-11-03", None, "2026-11-03 -"),
            ("2026-11-03T09:30", None, "2026-11-03 570"),
            ("2026-11-03 09:30:00", None, "2026-11-03 570"),
            ("2026/11/3 9:30 PM", None, "2026-11-03 1290"),
            ("20261103", None, "2026-11-03 -"),
            ("11/3/2026", Some(MonthFirst), "2026-11-03 -"),
            ("11/3/2026", Some(DayFirst), "2026-03-11 -"),
            ("11/23/26 9:30am", None, "2026-11-23 570"),
            ("23.11.2026 14:00", None, "2026-11-23 840"),
            ("5/5/2026", None, "2026-05-05 -"),
            ("Nov 3, 2026, 12:00 AM", None, "2026-11-03 0"),
            ("3-Nov-2026", None, "2026-11-03 -"),
            ("Tue 11/24/2026", None, "2026-11-24 -"),
            ("12:05 p.m.", None, "- 725"),
            ("24:00", None, "- 1440"),
            ("9999-12-31", None, "9999-12-31 -"),
        ];
        for (text, order, expected) in rows {
            let moment = parse(text, order).unwrap_or_else(|error| panic!("{text}: {error:?}"));
            let date = moment.date.map_or("-".into(), |date| date.to_string());
            let minute = moment.minute.map_or("-".into(), |minute| minute.to_string());
            assert_eq!(format!("{date} {minute}"), expected, "{text}");
        }
        let wrong = [
            ("11/3/2026", NotAMoment::Ambiguous),
            ("2026-02-29", NotAMoment::Text),
            ("2026-11-03T09:30Z", NotAMoment::Zone),
            ("2026-11-03T09:30:00-05:00", NotAMoment::Zone),
            ("13:00 pm", NotAMoment::Text),
            ("25:00", NotAMoment::Text),
            ("soon", NotAMoment::Text),
            ("", NotAMoment::Text),
            (":", NotAMoment::Text),
            ("99/99/99", NotAMoment::Text),
            ("é1/2/2026", NotAMoment::Text),
        ];
        for (text, error) in wrong {
            assert_eq!(parse(text, None), Err(error), "{text}");
        }
        assert_eq!(evidence("13/1/2026 9:00"), Some(DayFirst));
        assert_eq!(evidence("1/13/2026"), Some(MonthFirst));
        assert_eq!(evidence("1/2/2026"), None);
    }
}
