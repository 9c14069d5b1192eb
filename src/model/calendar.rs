//! Civil dates, times of the week and clock windows, as they stand in the tables.
//!
//! Inside the engines time is an integer number of minutes of site time from the start of the horizon; here are the
//! types that enter and leave: dates, date-times without a zone, and weekly hours such as `Mon-Fri 08:00-16:30`.

use std::fmt;
use std::str::FromStr;

use crate::order::Arrange;
use jiff::civil;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Minutes in a civil day.
pub const DAY_MIN: i32 = 1440;

/// A civil date, written `2026-11-23`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Date(pub civil::Date);

/// A civil date and time at the site, to the minute, written `2026-11-23T09:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(pub civil::DateTime);

impl Date {
    /// The date `days` later (or earlier, if negative), held within the years -9999 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        // The span of all dates; more days than that is refused by the library.
        let days = days.clamp(-7_304_484, 7_304_484);
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// Days from `earlier` to this date; negative if it lies after.
    pub fn days_since(self, earlier: Self) -> i32 {
        earlier.0.until(self.0).map_or(0, |span| span.get_days())
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::from_index(self.0.weekday().to_monday_zero_offset() as usize)
    }

    /// The moment `minute` minutes after midnight of this date; later dates if it is 1440 or more.
    pub fn at_minute(self, minute: i32) -> DateTime {
        let day = self.plus_days(minute.div_euclid(DAY_MIN));
        let rest = minute.rem_euclid(DAY_MIN);
        DateTime(day.0.at((rest / 60) as i8, (rest % 60) as i8, 0, 0))
    }
}

impl DateTime {
    /// The date of this moment.
    pub fn date(self) -> Date {
        Date(self.0.date())
    }

    /// Minutes since midnight of its date, 0..1440.
    pub fn minute_of_day(self) -> i32 {
        i32::from(self.0.hour()) * 60 + i32::from(self.0.minute())
    }

    /// Minutes of civil time since midnight of `start`; negative if it lies before. Held within the range of `i32`
    /// (about 4,000 years).
    pub fn minutes_since(self, start: Date) -> i32 {
        let days = self.date().days_since(start);
        days.saturating_mul(DAY_MIN).saturating_add(self.minute_of_day())
    }

    /// This moment, `minutes` later (or earlier).
    #[must_use]
    pub fn plus_minutes(self, minutes: i32) -> Self {
        self.date().at_minute(self.minute_of_day().saturating_add(minutes))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}", self.0.date(), self.0.hour(), self.0.minute())
    }
}

impl FromStr for Date {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        text.trim()
            .parse()
            .map(Self)
            .map_err(|_| "not a date like 2026-11-23".into())
    }
}

impl FromStr for DateTime {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let moment: civil::DateTime = text
            .trim()
            .parse()
            .map_err(|_| String::from("not a date and time like 2026-11-23T09:30"))?;
        if moment.second() != 0 || moment.subsec_nanosecond() != 0 {
            return Err("seconds are not used: give hours and minutes".into());
        }
        Ok(Self(moment))
    }
}

/// Serialises a type through `Display` and `FromStr`, and describes it as a string with a pattern.
macro_rules! as_text {
    ($type:ident, $pattern:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?
                    .parse()
                    .map_err(serde::de::Error::custom)
            }
        }
        text_schema!($type, $pattern);
    };
}

/// Schema and TypeScript description of a type that is written as text.
macro_rules! text_schema {
    ($type:ident, $pattern:literal) => {
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
        #[cfg(feature = "schema")]
        impl ts_rs::TS for $type {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;
            fn name(_: &ts_rs::Config) -> String {
                "string".into()
            }
            fn inline(_: &ts_rs::Config) -> String {
                "string".into()
            }
        }
    };
}

as_text!(DateTime, r"^\d{4}-\d\d-\d\dT\d\d:\d\d$");
text_schema!(Date, r"^\d{4}-\d\d-\d\d$");
as_text!(
    WeekHours,
    r"^((Mon|Tue|Wed|Thu|Fri|Sat|Sun)(-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))? \d\d:\d\d-\d\d:\d\d(; )?)*$"
);

/// A day of the week, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[allow(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Mon,
        Self::Tue,
        Self::Wed,
        Self::Thu,
        Self::Fri,
        Self::Sat,
        Self::Sun,
    ];

    /// The weekday at `index % 7`, Monday is 0.
    pub fn from_index(index: usize) -> Self {
        Self::ALL[index % 7]
    }

    fn parse(text: &str) -> Option<Self> {
        let key = text.trim().get(..3)?.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|day| format!("{day:?}").to_ascii_lowercase() == key)
    }
}

/// Clock windows that return every week, sorted by weekday and start, not overlapping.
///
/// Written `Mon-Fri 08:00-16:30; Sat 09:00-12:00`. A window may end at `24:00`; one that passes midnight is written
/// as two. Empty text means no hours at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekHours(Vec<(Weekday, i32, i32)>);

impl WeekHours {
    /// From windows (weekday, from minute, to minute); touching and overlapping ones are joined.
    ///
    /// # Errors
    /// A window that is empty, reversed or outside the day.
    pub fn new(mut windows: Vec<(Weekday, i32, i32)>) -> Result<Self, String> {
        for &(day, from, to) in &windows {
            if !(0 <= from && from < to && to <= DAY_MIN) {
                return Err(format!(
                    "{day:?} {}-{} is not a window within one day",
                    clock(from),
                    clock(to)
                ));
            }
        }
        windows.arrange();
        let mut joined: Vec<(Weekday, i32, i32)> = Vec::with_capacity(windows.len());
        for window in windows {
            match joined.last_mut() {
                Some(last) if last.0 == window.0 && window.1 <= last.2 => last.2 = last.2.max(window.2),
                _ => joined.push(window),
            }
        }
        Ok(Self(joined))
    }

    /// The same window on each of these days.
    ///
    /// # Panics
    /// If the window is not within one day; for fixed windows in code.
    #[must_use]
    pub fn daily(days: &[Weekday], from: i32, to: i32) -> Self {
        Self::new(days.iter().map(|&day| (day, from, to)).collect()).expect("window lies within one day")
    }

    /// All windows, sorted.
    pub fn windows(&self) -> &[(Weekday, i32, i32)] {
        &self.0
    }

    /// The windows of one weekday, as minutes of the day.
    pub fn on(&self, day: Weekday) -> impl Iterator<Item = (i32, i32)> + '_ {
        self.0
            .iter()
            .filter(move |window| window.0 == day)
            .map(|window| (window.1, window.2))
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Total minutes a week.
    pub fn minutes(&self) -> i32 {
        self.0.iter().map(|window| window.2 - window.1).sum()
    }
}

/// A minute of the day as `09:30`.
pub fn clock(minute: i32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn parse_clock(text: &str) -> Option<i32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    if minutes.len() != 2 || hours.is_empty() || hours.len() > 2 {
        return None;
    }
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let minute = hours * 60 + minutes;
    ((0..60).contains(&minutes) && (0..=DAY_MIN).contains(&minute)).then_some(minute)
}

impl fmt::Display for WeekHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of_day: Vec<Vec<(i32, i32)>> = Weekday::ALL.iter().map(|&day| self.on(day).collect()).collect();
        let (mut day, mut first) = (0, true);
        while day < 7 {
            let mut last = day;
            while last < 6 && of_day[last + 1] == of_day[day] {
                last += 1;
            }
            for &(from, to) in &of_day[day] {
                let gap = if first { "" } else { "; " };
                first = false;
                let (a, b) = (Weekday::ALL[day], Weekday::ALL[last]);
                if last > day {
                    write!(f, "{gap}{a:?}-{b:?} {}-{}", clock(from), clock(to))?;
                } else {
                    write!(f, "{gap}{a:?} {}-{}", clock(from), clock(to))?;
                }
            }
            day = last + 1;
        }
        Ok(())
    }
}

impl FromStr for WeekHours {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let mut windows = Vec::new();
        for item in text.split([';', '\n']).map(str::trim).filter(|item| !item.is_empty()) {
            let wrong = || format!("`{item}` is not like `Mon-Fri 08:00-16:30`");
            let (days, hours) = item.rsplit_once(' ').ok_or_else(wrong)?;
            let (from, to) = hours.split_once('-').ok_or_else(wrong)?;
            let (from, to) = (parse_clock(from).ok_or_else(wrong)?, parse_clock(to).ok_or_else(wrong)?);
            for span in days.split(',') {
                let (a, b) = span.split_once('-').unwrap_or((span, span));
                let (a, b) = (
                    Weekday::parse(a).ok_or_else(wrong)?,
                    Weekday::parse(b).ok_or_else(wrong)?,
                );
                let length = (b as usize + 7 - a as usize) % 7;
                windows.extend((0..=length).map(|step| (Weekday::from_index(a as usize + step), from, to)));
            }
        }
        Self::new(windows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_read_back() {
        for text in [
            "",
            "Mon-Fri 08:00-16:30",
            "Mon-Wed 08:00-12:00; Mon-Wed 13:00-17:00; Sat 09:00-12:00",
            "Sun 00:00-24:00",
        ] {
            assert_eq!(text.parse::<WeekHours>().expect(text).to_string(), text);
        }
        assert_eq!(
            "mon,wed 8:00-9:00; Mon 09:00-10:00"
                .parse::<WeekHours>()
                .unwrap()
                .to_string(),
            "Mon 08:00-10:00; Wed 08:00-09:00"
        );
        assert_eq!("Fri-Mon 08:00-09:00".parse::<WeekHours>().unwrap().minutes(), 240);
        for text in [
            "Mon",
            "Mon 9-10",
            "Xyz 09:00-10:00",
            "Mon 10:00-10:00",
            "Mon 22:00-02:00",
            "Mon 10:60-11:00",
        ] {
            assert!(text.parse::<WeekHours>().is_err(), "{text}");
        }
    }

    #[test]
    fn moments_count_minutes() {
        let start: Date = "2026-11-23".parse().unwrap();
        let moment: DateTime = "2026-11-24T09:30".parse().unwrap();
        assert_eq!(moment.minutes_since(start), 1440 + 570);
        assert_eq!(start.at_minute(1440 + 570), moment);
        assert_eq!(start.at_minute(-30).to_string(), "2026-11-22T23:30");
        assert_eq!(start.plus_days(i32::MAX).to_string(), "9999-12-31");
        assert_eq!(start.plus_days(i32::MIN).to_string(), "-009999-01-01");
        assert_eq!(start.weekday(), Weekday::Mon);
        assert!("2026-02-29T10:00".parse::<DateTime>().is_err());
    }
}
