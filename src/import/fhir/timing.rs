//! Hours that return every week, and Timing to sessions a week.

use crate::model::calendar::{DAY_MIN, Date, Weekday};
use crate::model::fhir::day_of;

use super::complete::hours_text;
use super::context::Context;
use super::element::Element;

/// Windows of `hoursOfOperation` and `availableTime` as hours of the week; `names` are those of the first and last
/// minute. Hours that pass midnight are two windows; a window without times is all day, one without days every day.
pub(super) fn hours(windows: &[Element], names: [&'static str; 2]) -> Option<String> {
    let mut all = Vec::new();
    for window in windows {
        let minutes = names.map(|name| window.text(name).and_then(minute));
        let (from, to) = match (window.flag("allDay"), minutes) {
            (Some(true), _) | (_, [None, None]) => (0, DAY_MIN),
            (_, [from, to]) => (from.unwrap_or(0), to.unwrap_or(DAY_MIN)),
        };
        let days: Vec<Weekday> = window.texts("daysOfWeek").into_iter().filter_map(day_of).collect();
        let days = if days.is_empty() { Weekday::ALL.to_vec() } else { days };
        all.extend(days.into_iter().flat_map(|day| on_day(day, from, to)));
    }
    hours_text(all)
}

/// A window of a day; one that ends before it begins goes on the next day.
pub(super) fn on_day(day: Weekday, from: i32, to: i32) -> Vec<(Weekday, i32, i32)> {
    let next = Weekday::from_index(day as usize + 1);
    let windows = if from < to {
        vec![(day, from, to)]
    } else {
        vec![(day, from, DAY_MIN), (next, 0, to)]
    };
    windows.into_iter().filter(|window| window.1 < window.2).collect()
}

/// The minute of the day of `08:30:00`.
pub(super) fn minute(text: &str) -> Option<i32> {
    let mut parts = text.split(':').map(|part| part.parse::<i32>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    ((0..=24).contains(&hour) && (0..60).contains(&minute)).then(|| (hour * 60 + minute).min(DAY_MIN))
}

/// How often and how long.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Frequency {
    pub(super) per_week: Option<i64>,
    pub(super) minutes: Option<i64>,
    pub(super) min_days_between: Option<i64>,
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
    pub(super) hours: Option<String>,
}

/// Days of a unit of time [R4, units-of-time]; none for what is shorter than a day.
fn days_of(unit: &str) -> Option<f64> {
    match unit {
        "d" => Some(1.0),
        "wk" => Some(7.0),
        "mo" => Some(365.25 / 12.0),
        "a" => Some(365.25),
        _ => None,
    }
}

/// Sessions a week of the codes for timings that return [R4, timing-abbreviation].
fn of_code(code: &str) -> Option<f64> {
    Some(match code {
        "QD" | "AM" | "PM" | "BED" => 7.0,
        "BID" => 14.0,
        "TID" => 21.0,
        "QID" => 28.0,
        "QOD" => 3.5,
        "WK" => 1.0,
        "MO" => 12.0 / 365.25 * 7.0,
        _ => return None,
    })
}

/// Reads a Timing.
pub(super) fn read(cx: &mut Context, timing: &Element) -> Frequency {
    let mut found = Frequency::default();
    let repeat = timing.child("repeat");
    let code = timing.child("code");
    let mut rate = ["QD", "AM", "PM", "BED", "BID", "TID", "QID", "QOD", "WK", "MO"]
        .into_iter()
        .find(|name| code.is_some_and(|code| code.has_code(name)))
        .and_then(of_code);
    let events = timing.texts("event");
    if let Some(repeat) = repeat {
        bounds(cx, &repeat, &mut found);
        rate = rate_of(&repeat).or(rate);
        found.minutes = minutes(&repeat);
        found.hours = clock_hours(&repeat, found.minutes);
        if found.until.is_none()
            && let (Some(count), Some(from), Some(rate)) = (repeat.whole("count"), found.from, rate)
            && rate > 0.0
        {
            let days = libm::ceil(count as f64 / rate * 7.0).clamp(1.0, 36_500.0);
            found.until = Some(from.plus_days(days as i32 - 1));
        }
    } else if !events.is_empty() && rate.is_none() {
        let days: Vec<Date> = events
            .iter()
            .filter_map(|text| cx.moment_text(text).map(|moment| moment.date()))
            .collect();
        if let (Some(&first), Some(&last)) = (days.iter().min(), days.iter().max()) {
            (found.from, found.until) = (Some(first), Some(last));
            let weeks = f64::from(last.days_since(first) / 7 + 1);
            rate = Some(days.len() as f64 / weeks);
        }
    }
    if let Some(rate) = rate.filter(|rate| *rate > 0.0) {
        found.per_week = Some(libm::ceil(rate - 1e-9).max(1.0) as i64);
        // Less often than every week: once a week at most, with as many days between as it says.
        if rate < 0.95 {
            found.min_days_between = Some((libm::floor(7.0 / rate) as i64).min(28));
            cx.count(
                "fhir.rarer_than_weekly",
                "a frequency below once a week is kept as days between sessions".into(),
                "check the orders concerned",
            );
        }
    }
    found
}

fn rate_of(repeat: &Element) -> Option<f64> {
    let days = repeat.texts("dayOfWeek").len() as f64;
    let times = repeat.texts("timeOfDay").len().max(1) as f64;
    let frequency = repeat.number("frequency").and_then(serde_json::Number::as_f64);
    let period = repeat
        .number("period")
        .and_then(serde_json::Number::as_f64)
        .filter(|period| *period > 0.0);
    let unit = repeat.text("periodUnit").and_then(days_of);
    match (frequency, period, unit) {
        // The days say how often within the week.
        (None, _, _) if days > 0.0 => {
            let weeks = period
                .zip(unit)
                .map_or(1.0, |(period, unit)| (period * unit / 7.0).max(1.0));
            Some(days * times / weeks)
        }
        (frequency, Some(period), Some(unit)) => {
            let rate = frequency.unwrap_or(1.0) / (period * unit) * 7.0;
            // Daily on some days of the week only.
            Some(if days > 0.0 && unit < 7.0 {
                rate * days / 7.0
            } else {
                rate
            })
        }
        _ => None,
    }
}

fn minutes(repeat: &Element) -> Option<i64> {
    let length = repeat.number("duration").and_then(serde_json::Number::as_f64)?;
    let minutes = match repeat.text("durationUnit")? {
        "min" => length,
        "h" => length * 60.0,
        _ => return None,
    };
    (1.0..=1440.0).contains(&minutes).then(|| libm::round(minutes) as i64)
}

/// The clock windows of certain days or times.
fn clock_hours(repeat: &Element, minutes: Option<i64>) -> Option<String> {
    let days: Vec<Weekday> = repeat.texts("dayOfWeek").into_iter().filter_map(day_of).collect();
    let times: Vec<i32> = repeat.texts("timeOfDay").into_iter().filter_map(minute).collect();
    let length = minutes.and_then(|minutes| i32::try_from(minutes).ok());
    let windows: Vec<(i32, i32)> = match length {
        Some(length) if !times.is_empty() => times.iter().map(|&from| (from, (from + length).min(DAY_MIN))).collect(),
        _ if days.is_empty() => return None,
        _ => vec![(0, DAY_MIN)],
    };
    let days = if days.is_empty() { Weekday::ALL.to_vec() } else { days };
    let all = days
        .into_iter()
        .flat_map(|day| windows.iter().flat_map(move |&(from, to)| on_day(day, from, to)));
    hours_text(all.collect())
}

fn bounds(cx: &mut Context, repeat: &Element, found: &mut Frequency) {
    if let Some(period) = repeat.child("boundsPeriod") {
        found.from = cx.date(&period, "start");
        found.until = cx.date(&period, "end");
    }
    if let (Some(length), Some(from)) = (repeat.child("boundsDuration"), found.from) {
        let days = length.text("code").and_then(days_of);
        let count = length.number("value").and_then(serde_json::Number::as_f64);
        if let (Some(days), Some(count)) = (days, count) {
            found.until = Some(from.plus_days(libm::ceil(days * count).clamp(1.0, 36_500.0) as i32 - 1));
        }
    }
}
