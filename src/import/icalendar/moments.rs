//! Dates, times, durations and periods of iCalendar, and the zones that they stand in [RFC 5545, 3.3].

use std::collections::BTreeMap;

use jiff::civil;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::component::Component;
use super::lines::Line;
use super::recurrence::{Rule, Span as Window};
use crate::model::zones::zone;
use crate::order::Arrange;

/// Most changes of the clocks that are read of one zone of a file.
const MAX_ONSETS: usize = 4_000;

/// What a moment is said in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clock {
    /// The clocks of the site: floating times and dates.
    Site,
    /// Universal time.
    Utc,
    /// A zone of the file or a name of the IANA.
    Zone(String),
}

/// A moment as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) at: civil::DateTime,
    pub(super) clock: Clock,
    /// True if it is a date without a time.
    pub(super) is_date: bool,
}

/// The moments of a line that may hold several, such as `EXDATE`; of periods their starts.
pub(super) fn moments(line: &Line) -> Option<Vec<Moment>> {
    let values = line.value.split(',');
    values
        .map(|value| moment_of(value.split('/').next().unwrap_or_default(), line))
        .collect()
}

/// The moment of a line that holds one.
pub(super) fn moment(line: &Line) -> Option<Moment> {
    moment_of(&line.value, line)
}

fn moment_of(text: &str, line: &Line) -> Option<Moment> {
    let text = text.trim();
    let (text, is_utc) = text.strip_suffix(['Z', 'z']).map_or((text, false), |text| (text, true));
    let (date, time) = text
        .split_once(['T', 't'])
        .map_or((text, None), |(date, time)| (date, Some(time)));
    let digits = |text: &str, len: usize| -> Option<Vec<i16>> {
        let is_plain = text.len() == len && text.bytes().all(|letter| letter.is_ascii_digit());
        is_plain.then(|| text.bytes().map(|letter| i16::from(letter - b'0')).collect())
    };
    let number = |digits: &[i16]| digits.iter().fold(0_i16, |sum, digit| sum * 10 + digit);
    let date = digits(date, 8)?;
    let date = civil::Date::new(number(&date[..4]), number(&date[4..6]) as i8, number(&date[6..]) as i8).ok()?;
    let Some(time) = time else {
        return Some(Moment {
            at: date.at(0, 0, 0, 0),
            clock: Clock::Site,
            is_date: true,
        });
    };
    let time = digits(time, 6).or_else(|| digits(&format!("{time}00"), 6))?;
    // A leap second is the last one of its minute here.
    let second = number(&time[4..]).min(59) as i8;
    let time = civil::Time::new(number(&time[..2]) as i8, number(&time[2..4]) as i8, second, 0).ok()?;
    let clock = match line.param("TZID") {
        _ if is_utc => Clock::Utc,
        Some(zone) if !zone.trim().is_empty() => Clock::Zone(zone.trim().into()),
        _ => Clock::Site,
    };
    Some(Moment {
        at: date.to_datetime(time),
        clock,
        is_date: false,
    })
}

/// A duration such as `PT1H30M` or `-P2D`: whole days apart from seconds, since a day is what the calendar says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) days: i32,
    pub(super) seconds: i64,
}

/// Reads a duration.
pub(super) fn length(text: &str) -> Option<Length> {
    let text = text.trim();
    let (text, sign) = text.strip_prefix('-').map_or((text, 1), |text| (text, -1));
    let text = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let (mut days, mut seconds, mut number) = (0_i32, 0_i64, String::new());
    let (mut in_time, mut count) = (false, 0);
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            number.push(letter);
            continue;
        }
        if letter == 'T' && number.is_empty() {
            in_time = true;
            continue;
        }
        let amount: i32 = std::mem::take(&mut number)
            .parse()
            .ok()
            .filter(|amount| *amount <= 1_000_000)?;
        match (letter, in_time) {
            ('W', false) => days += 7 * amount,
            ('D', false) => days += amount,
            ('H', true) => seconds += 3_600 * i64::from(amount),
            ('M', true) => seconds += 60 * i64::from(amount),
            ('S', true) => seconds += i64::from(amount),
            _ => return None,
        }
        count += 1;
    }
    (count > 0 && number.is_empty()).then_some(Length {
        days: sign * days,
        seconds: i64::from(sign) * seconds,
    })
}

/// The zones of a file, and the clocks of the site.
pub(super) struct Zones {
    site: TimeZone,
    site_name: String,
    own: BTreeMap<String, Vec<Onset>>,
}

/// From when on clocks show what.
struct Onset {
    at: Timestamp,
    offset: jiff::tz::Offset,
}

impl Zones {
    /// The clocks of the site, by its IANA name.
    pub(super) fn new(site: &str) -> Self {
        Self {
            site: zone(site).unwrap_or(TimeZone::UTC),
            site_name: site.into(),
            own: BTreeMap::new(),
        }
    }

    /// Adds the zones that a calendar explains. Names of the IANA keep the rule that this build knows.
    pub(super) fn add(&mut self, calendar: &Component) {
        for component in calendar.inside.iter().filter(|component| component.name == "VTIMEZONE") {
            if let Some(name) = component.text("TZID").filter(|name| iana(name).is_none()) {
                self.own.insert(name, onsets(component));
            }
        }
    }

    /// True if the zone of a moment is known.
    pub(super) fn knows(&self, moment: &Moment) -> bool {
        match &moment.clock {
            Clock::Zone(name) => iana(name).is_some() || self.own.get(name).is_some_and(|onsets| !onsets.is_empty()),
            _ => true,
        }
    }

    /// The instant of a moment. A time that the clocks skip is read as if they had not yet been put forward; of one
    /// that they show twice, the first [RFC 5545, 3.3.5].
    pub(super) fn instant(&self, moment: &Moment) -> Option<Timestamp> {
        let in_zone = |zone: &TimeZone| zone.to_ambiguous_timestamp(moment.at).compatible().ok();
        match &moment.clock {
            Clock::Site => in_zone(&self.site),
            Clock::Utc => in_zone(&TimeZone::UTC),
            Clock::Zone(name) => match iana(name) {
                Some(zone) => in_zone(&zone),
                None => {
                    let onsets = self.own.get(name)?;
                    onsets.iter().enumerate().find_map(|(at, onset)| {
                        let instant = onset.offset.to_timestamp(moment.at).ok()?;
                        let next = onsets.get(at + 1);
                        let begun = at == 0 || onset.at <= instant;
                        let over = next.is_some_and(|next| next.at <= instant);
                        // In a gap no offset fits: the one before it holds.
                        let skipped = next.is_some_and(|next| {
                            next.offset
                                .to_timestamp(moment.at)
                                .is_ok_and(|instant| instant < next.at)
                        });
                        (begun && (!over || skipped)).then_some(instant)
                    })
                }
            },
        }
    }

    /// What clocks show at an instant.
    pub(super) fn shown(&self, clock: &Clock, instant: Timestamp) -> Option<civil::DateTime> {
        match clock {
            Clock::Site => Some(self.site.to_datetime(instant)),
            Clock::Utc => Some(TimeZone::UTC.to_datetime(instant)),
            Clock::Zone(name) => match iana(name) {
                Some(zone) => Some(zone.to_datetime(instant)),
                None => {
                    let onsets = self.own.get(name)?;
                    let onset = onsets
                        .iter()
                        .rev()
                        .find(|onset| onset.at <= instant)
                        .or(onsets.first())?;
                    Some(onset.offset.to_datetime(instant))
                }
            },
        }
    }

    /// What the clocks of the site show at a moment, without seconds. A time on them stays what it is, also one that
    /// they skip or show twice.
    pub(super) fn civil(&self, moment: &Moment) -> Option<civil::DateTime> {
        let at = match &moment.clock {
            Clock::Site => moment.at,
            Clock::Zone(name) if *name == self.site_name => moment.at,
            _ => self.site.to_datetime(self.instant(moment)?),
        };
        at.with().second(0).subsec_nanosecond(0).build().ok()
    }

    /// The same at an instant.
    pub(super) fn civil_at(&self, instant: Timestamp) -> Option<civil::DateTime> {
        let at = self.site.to_datetime(instant);
        at.with().second(0).subsec_nanosecond(0).build().ok()
    }

    /// Minutes from a moment to an end, or over a length, as clocks run.
    pub(super) fn minutes(&self, from: &Moment, end: &End) -> Option<i64> {
        let start = self.instant(from)?;
        let end = match end {
            End::At(end) => self.instant(end)?,
            End::After(length) => {
                let at = from.at.checked_add(Span::new().try_days(length.days).ok()?).ok()?;
                let day = self.instant(&Moment { at, ..from.clone() })?;
                day.checked_add(Span::new().try_seconds(length.seconds).ok()?).ok()?
            }
        };
        Some((end.as_second() - start.as_second()).div_euclid(60))
    }
}

/// How the end of something is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    At(Moment),
    After(Length),
}

/// The zone of an IANA name, also with something in front of it, as some programs write it.
fn iana(name: &str) -> Option<TimeZone> {
    let parts: Vec<&str> = name.trim_matches('/').split('/').collect();
    (0..parts.len().min(6)).find_map(|from| zone(&parts[from..].join("/")))
}

/// Every change of the clocks that a zone of the file tells of, in order.
fn onsets(zone: &Component) -> Vec<Onset> {
    let mut all = Vec::new();
    for part in &zone.inside {
        let offset = |name: &str| part.line(name).and_then(|line| offset(&line.value));
        let (Some(before), Some(offset), Some(start)) = (
            offset("TZOFFSETFROM"),
            offset("TZOFFSETTO"),
            part.line("DTSTART").and_then(moment),
        ) else {
            continue;
        };
        let mut starts = vec![start.at];
        for line in part.all("RDATE") {
            starts.extend(moments(line).into_iter().flatten().map(|moment| moment.at));
        }
        if let Some(rule) = part.line("RRULE").and_then(|line| Rule::parse(&line.value).ok()) {
            let last = civil::date(2100, 1, 1).at(0, 0, 0, 0);
            let until = rule.until_on(|moment| match moment.clock {
                Clock::Utc => Some(before.to_datetime(TimeZone::UTC.to_timestamp(moment.at).ok()?)),
                _ => Some(moment.at),
            });
            let window = Window {
                from: start.at,
                to: until.map_or(last, |until| until.min(last)),
            };
            starts.extend(rule.expand(start.at, window, MAX_ONSETS).moments);
        }
        for at in starts {
            if let Ok(at) = before.to_timestamp(at) {
                all.push(Onset { at, offset });
            }
        }
    }
    all.arrange_by_key(|onset| onset.at);
    all
}

/// An offset such as `-0500`.
fn offset(text: &str) -> Option<jiff::tz::Offset> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let is_plain = matches!(digits.len(), 4 | 6) && digits.bytes().all(|letter| letter.is_ascii_digit());
    let number: i32 = digits.get(..4)?.parse().ok().filter(|_| is_plain)?;
    jiff::tz::Offset::from_seconds(sign * (number / 100 * 3_600 + number % 100 * 60)).ok()
}
