//! Time zones: which civil times do not exist, or exist twice, where the clinic is.
//!
//! The table `zones.txt` gives for each IANA name the POSIX rule that holds from now on, so nothing of the machine or
//! the browser is read. Past changes of law are not in it; it serves plans of the coming weeks.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::tz::{AmbiguousOffset, TimeZone};

use super::calendar::DateTime;
use crate::order::IntoOrdered;

/// How often a civil time happens on the clocks of a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occurs {
    /// Once, as a rule.
    Once,
    /// Never: clocks are put forward over it.
    Never,
    /// Twice: clocks are put back over it.
    Twice,
}

/// The POSIX rule of an IANA name, for example `EST5EDT,M3.2.0,M11.1.0`; `None` for a name that is not known.
pub fn posix_rule(name: &str) -> Option<&'static str> {
    static ZONES: OnceLock<BTreeMap<&'static str, &'static str>> = OnceLock::new();
    let zones = ZONES.get_or_init(|| {
        let lines = include_str!("zones.txt").lines().filter(|line| !line.starts_with('#'));
        let names = lines.filter_map(|line| line.split_once(' '));
        names
            .flat_map(|(rule, names)| names.split(' ').map(move |name| (name, rule)))
            .into_map()
    });
    zones.get(name).copied()
}

/// The zone of an IANA name.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::posix(posix_rule(name)?).ok()
}

/// How often this civil time happens in the zone.
pub fn occurs(zone: &TimeZone, moment: DateTime) -> Occurs {
    match zone.to_ambiguous_timestamp(moment.0).offset() {
        AmbiguousOffset::Unambiguous { .. } => Occurs::Once,
        AmbiguousOffset::Gap { .. } => Occurs::Never,
        AmbiguousOffset::Fold { .. } => Occurs::Twice,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_can_be_read() {
        let mut count = 0;
        for line in include_str!("zones.txt").lines().filter(|line| !line.starts_with('#')) {
            for name in line.split(' ').skip(1) {
                assert!(zone(name).is_some(), "{name}");
                count += 1;
            }
        }
        assert!(count > 590, "{count} names");
        assert_eq!(posix_rule("Mars/Olympus"), None);
    }

    #[test]
    fn clocks_change() {
        // Name, civil time, how often. Spring and autumn, north and south, and zones off the hour.
        let cases = [
            ("America/New_York", "2027-03-14T02:30", Occurs::Never),
            ("America/New_York", "2027-03-14T03:00", Occurs::Once),
            ("America/New_York", "2026-11-01T01:30", Occurs::Twice),
            ("America/Phoenix", "2027-03-14T02:30", Occurs::Once),
            ("Europe/Berlin", "2027-03-28T02:30", Occurs::Never),
            ("Europe/Dublin", "2026-10-25T01:30", Occurs::Twice),
            ("Australia/Lord_Howe", "2026-10-04T02:15", Occurs::Never),
            ("Pacific/Chatham", "2027-04-04T03:00", Occurs::Twice),
            ("Pacific/Chatham", "2026-09-27T03:00", Occurs::Never),
            ("Asia/Kathmandu", "2026-11-23T02:30", Occurs::Once),
            ("UTC", "2027-03-14T02:30", Occurs::Once),
        ];
        for (name, moment, expected) in cases {
            let zone = zone(name).expect(name);
            assert_eq!(occurs(&zone, moment.parse().unwrap()), expected, "{name} {moment}");
        }
    }
}
