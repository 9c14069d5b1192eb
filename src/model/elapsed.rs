//! Elapsed minutes between two civil moments, across daylight-saving changes.

use jiff::tz::TimeZone;

use super::calendar::DateTime;

/// Zones by the rules in force today, as POSIX strings (IANA tz database, public domain). The United States' rule
/// holds since 2007, the European Union's since 1996.
const ZONES: &[(&str, &str)] = &[
    ("UTC", "UTC0"),
    ("Etc/UTC", "UTC0"),
    ("America/New_York", "EST5EDT,M3.2.0,M11.1.0"),
    ("America/Detroit", "EST5EDT,M3.2.0,M11.1.0"),
    ("America/Toronto", "EST5EDT,M3.2.0,M11.1.0"),
    ("America/Indiana/Indianapolis", "EST5EDT,M3.2.0,M11.1.0"),
    ("America/Chicago", "CST6CDT,M3.2.0,M11.1.0"),
    ("America/Denver", "MST7MDT,M3.2.0,M11.1.0"),
    ("America/Boise", "MST7MDT,M3.2.0,M11.1.0"),
    ("America/Phoenix", "MST7"),
    ("America/Los_Angeles", "PST8PDT,M3.2.0,M11.1.0"),
    ("America/Anchorage", "AKST9AKDT,M3.2.0,M11.1.0"),
    ("America/Halifax", "AST4ADT,M3.2.0,M11.1.0"),
    ("America/Puerto_Rico", "AST4"),
    ("Pacific/Honolulu", "HST10"),
    ("Europe/London", "GMT0BST,M3.5.0/1,M10.5.0"),
    ("Europe/Dublin", "GMT0IST,M3.5.0/1,M10.5.0"),
    ("Europe/Lisbon", "WET0WEST,M3.5.0/1,M10.5.0"),
    ("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Paris", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Madrid", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Rome", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Amsterdam", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Brussels", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Vienna", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Zurich", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Stockholm", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Oslo", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Copenhagen", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Warsaw", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Helsinki", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    ("Australia/Sydney", "AEST-10AEDT,M10.1.0,M4.1.0/3"),
    ("Australia/Brisbane", "AEST-10"),
    ("Pacific/Auckland", "NZST-12NZDT,M9.5.0,M4.1.0/3"),
];

/// The zone of the clinic, if its rules are known here.
#[derive(Debug, Clone)]
pub struct Zone(Option<TimeZone>);

impl Zone {
    /// The zone of this IANA name.
    pub fn new(name: &str) -> Self {
        let rule = ZONES.iter().find(|zone| zone.0 == name);
        Self(rule.and_then(|(_, posix)| TimeZone::posix(posix).ok()))
    }

    /// True if daylight saving is taken into account.
    pub fn is_known(&self) -> bool {
        self.0.is_some()
    }

    /// Minutes that pass from one moment to another, negative if the second is earlier; civil minutes if the zone is
    /// not known. A moment that the clock shows twice is the first of the two.
    pub fn elapsed(&self, from: DateTime, to: DateTime) -> i64 {
        let civil = i64::from(to.minutes_since(from.date())) - i64::from(from.minute_of_day());
        let second = |moment: DateTime| {
            let zone = self.0.clone()?;
            Some(zone.to_zoned(moment.0).ok()?.timestamp().as_second())
        };
        second(from)
            .zip(second(to))
            .map_or(civil, |(from, to)| (to - from) / 60)
    }
}

#[cfg(test)]
mod tests {
    use super::{ZONES, Zone};

    #[test]
    fn knows_the_changes_of_the_clock() {
        for (zone, from, to, minutes) in [
            // 8 March 2026: 02:00 becomes 03:00. 1 November 2026: 02:00 becomes 01:00.
            ("America/New_York", "2026-03-07T12:00", "2026-03-08T12:00", 23 * 60),
            ("America/New_York", "2026-10-31T12:00", "2026-11-01T12:00", 25 * 60),
            ("America/Phoenix", "2026-03-07T12:00", "2026-03-08T12:00", 24 * 60),
            ("Europe/Berlin", "2026-03-28T12:00", "2026-03-29T12:00", 23 * 60),
            ("Mars/Olympus", "2026-03-07T12:00", "2026-03-08T12:00", 24 * 60),
            ("UTC", "2026-03-08T12:00", "2026-03-08T11:30", -30),
        ] {
            let found = Zone::new(zone).elapsed(from.parse().unwrap(), to.parse().unwrap());
            assert_eq!(found, minutes, "{zone}");
        }
        assert!(ZONES.iter().all(|(name, _)| Zone::new(name).is_known()));
    }
}
