//! Series: the examples of RFC 5545, 3.8.5.3, and a law against looking at every day.

use rosterwell::model::Clinic;
use rosterwell::model::calendar::{Date, DateTime, Weekday};
use rosterwell::rng::Rng;

use super::{clinic, codes, event, read, wrapped};
use crate::clinics::day;

/// The days on which Ana's leave falls, read with the horizon at a date.
fn days(lines: &str, horizon: &str) -> Vec<String> {
    let mut clinic = clinic();
    clinic.settings.horizon_start = horizon.parse().unwrap();
    let text = event(&format!(
        "UID:s\nSUMMARY:Leave\nORGANIZER;CN=ana:invalid:nomail\nDURATION:PT30M\n{lines}"
    ));
    let read = read(&clinic, "c.ics", &text);
    read.clinic.absences.iter().map(|row| row.from.to_string()).collect()
}

/// Dates as `9-2 9-3 10-1`, in the year of each case.
fn short(found: &[String], year: &str) -> String {
    let cut = |text: &String| {
        assert!(text.ends_with("T09:00"), "{text}");
        let (of, rest) = text[..10].split_once('-').unwrap();
        let (month, date) = rest.split_once('-').unwrap();
        let number = |text: &str| text.parse::<i32>().unwrap();
        let ahead = number(of) - number(year);
        format!(
            "{}{}-{}",
            if ahead == 0 {
                String::new()
            } else {
                format!("+{ahead}:")
            },
            number(month),
            number(date)
        )
    };
    found.iter().map(cut).collect::<Vec<_>>().join(" ")
}

#[test]
fn series_fall_on_the_days_that_the_standard_gives() {
    // Start, rule, horizon and the days: the examples of the standard, as far as they lie within half a year.
    let cases = [
        (
            "19970902",
            "FREQ=DAILY;COUNT=10",
            "9-2 9-3 9-4 9-5 9-6 9-7 9-8 9-9 9-10 9-11",
        ),
        ("19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", "9-2 9-12 9-22 10-2 10-12"),
        (
            "19970902",
            "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
            "9-2 9-4 9-9 9-11 9-16 9-18 9-23 9-25 9-30 10-2",
        ),
        (
            "19970902",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
            "9-2 9-4 9-16 9-18 9-30 10-2 10-14 10-16",
        ),
        ("19970905", "FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "9-5 10-3 11-7 12-5"),
        (
            "19970907",
            "FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU",
            "9-7 9-28 11-2 11-30",
        ),
        ("19970922", "FREQ=MONTHLY;COUNT=4;BYDAY=-2MO", "9-22 10-20 11-17 12-22"),
        (
            "19970928",
            "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4",
            "9-28 10-29 11-28 12-29",
        ),
        (
            "19970902",
            "FREQ=MONTHLY;COUNT=6;BYMONTHDAY=2,15",
            "9-2 9-15 10-2 10-15 11-2 11-15",
        ),
        (
            "19970930",
            "FREQ=MONTHLY;COUNT=6;BYMONTHDAY=1,-1",
            "9-30 10-1 10-31 11-1 11-30 12-1",
        ),
        (
            "19970902",
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;COUNT=7",
            "9-2 9-9 9-16 9-23 9-30 11-4 11-11",
        ),
        (
            "19970913",
            "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=4",
            "9-13 10-11 11-8 12-13",
        ),
        (
            "19970904",
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
            "9-4 10-7 11-6",
        ),
        (
            "19970929",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4",
            "9-29 10-30 11-27 12-30",
        ),
        (
            "19970805",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            "8-5 8-10 8-19 8-24",
        ),
        (
            "19970805",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "8-5 8-17 8-19 8-31",
        ),
        ("19970831", "FREQ=MONTHLY;COUNT=4", "8-31 10-31 12-31 +1:1-31"),
    ];
    for (start, rule, expected) in cases {
        let found = days(
            &format!("DTSTART;TZID=America/New_York:{start}T090000\nRRULE:{rule}"),
            "1997-09-15",
        );
        assert_eq!(short(&found, "1997"), expected, "{rule}");
    }
    let yearly = [
        ("19970519", "FREQ=YEARLY;BYDAY=20MO", "1999-04-01", "5-17"),
        (
            "19970610",
            "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
            "2000-06-15",
            "6-10 7-10",
        ),
        (
            "19970313",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
            "1998-03-01",
            "3-5 3-12 3-19 3-26",
        ),
        ("19960229", "FREQ=YEARLY", "2004-02-01", "2-29"),
        (
            "19961105",
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
            "2004-10-01",
            "11-2",
        ),
    ];
    for (start, rule, horizon, expected) in yearly {
        let found = days(&format!("DTSTART:{start}T090000\nRRULE:{rule}"), horizon);
        assert_eq!(short(&found, &horizon[..4]), expected, "{rule}");
    }
}

#[test]
fn dates_are_added_and_taken_out() {
    let lines = "DTSTART:20261123T090000\nRRULE:FREQ=DAILY;COUNT=5\nEXDATE:20261124T090000,20261125T090000\nRDATE:20261130T090000";
    assert_eq!(short(&days(lines, "2026-11-23"), "2026"), "11-23 11-26 11-27 11-30");
    // A date takes out what lies on it; universal time is that of the site here.
    let lines =
        "DTSTART:20261123T090000\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE;VALUE=DATE:20261124\nEXDATE:20261126T140000Z";
    assert_eq!(short(&days(lines, "2026-11-23"), "2026"), "11-23 11-25");
}

#[test]
fn a_series_stays_at_its_time_when_clocks_change() {
    let found = days(
        "DTSTART;TZID=America/New_York:20261026T090000\nRRULE:FREQ=WEEKLY;COUNT=3",
        "2026-11-23",
    );
    assert_eq!(short(&found, "2026"), "10-26 11-2 11-9");
    // Nine o'clock of Berlin is three and four in New York: its summer time ends a week earlier.
    let found = days(
        "DTSTART;TZID=Europe/Berlin:20261019T090000\nRRULE:FREQ=WEEKLY;COUNT=3",
        "2026-11-23",
    );
    assert_eq!(found, ["2026-10-19T03:00", "2026-10-26T04:00", "2026-11-02T03:00"]);
}

#[test]
fn a_zone_of_the_file_is_read_by_its_own_rules() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Eastern Standard Time\nBEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE";
    let leave = |start: &str| {
        format!(
            "BEGIN:VEVENT\nUID:{start}\nSUMMARY:Leave\nORGANIZER;CN=ana:invalid:nomail\nDTSTART;TZID=Eastern Standard Time:{start}\nDURATION:PT1H\nEND:VEVENT"
        )
    };
    let mut clinic = clinic();
    clinic.settings.time_zone = "Europe/Berlin".into();
    // Winter, summer, an hour that is skipped (read as before the change), and one that comes twice (the first).
    for (start, expected) in [
        ("20261123T090000", "2026-11-23T15:00"),
        ("20260720T090000", "2026-07-20T15:00"),
        ("20260316T090000", "2026-03-16T14:00"),
        ("20260308T023000", "2026-03-08T08:30"),
        ("20261101T013000", "2026-11-01T06:30"),
    ] {
        let read = read(&clinic, "c.ics", &wrapped(&format!("{zone}\n{}", leave(start))));
        assert_eq!(read.clinic.absences[0].from.to_string(), expected, "{:?}", read.issues);
    }
    let unknown = read(&clinic, "c.ics", &wrapped(&leave("20261123T090000")));
    assert_eq!(
        (codes(&unknown.issues), unknown.clinic.absences.len()),
        (vec!["calendar.unknown_zone"], 0)
    );
}

#[test]
fn single_occurrences_are_changed_and_the_newest_version_counts() {
    let head = "SUMMARY:Leave\nORGANIZER;CN=ana:invalid:nomail\nDURATION:PT30M\nUID:s";
    let events = [
        format!("{head}\nDTSTART:20261123T090000\nRRULE:FREQ=DAILY;COUNT=4\nSEQUENCE:2"),
        format!("{head}\nDTSTART:20261201T090000\nRRULE:FREQ=DAILY;COUNT=4\nSEQUENCE:1"),
        format!("{head}\nRECURRENCE-ID:20261124T090000\nDTSTART:20261124T110000"),
        format!("{head}\nRECURRENCE-ID:20261125T090000\nDTSTART:20261125T090000\nSTATUS:CANCELLED"),
        format!("{head}\nRECURRENCE-ID:20261126T090000\nDTSTART:20261126T120000\nSEQUENCE:3"),
        format!("{head}\nRECURRENCE-ID:20261126T090000\nDTSTART:20261126T130000\nSEQUENCE:4"),
    ];
    let text: Vec<String> = events
        .iter()
        .map(|event| format!("BEGIN:VEVENT\n{event}\nEND:VEVENT"))
        .collect();
    let read = read(&clinic(), "c.ics", &wrapped(&text.join("\n")));
    let found: Vec<String> = read.clinic.absences.iter().map(|row| row.from.to_string()).collect();
    assert_eq!(found, ["2026-11-23T09:00", "2026-11-24T11:00", "2026-11-26T13:00"]);
    let expected = [
        "calendar.older_version",
        "calendar.older_version",
        "calendar.takes_no_time",
    ];
    assert_eq!(codes(&read.issues), expected);
}

#[test]
fn wrong_and_endless_rules_are_told() {
    let case = |rule: &str| {
        let text = event(&format!(
            "UID:s\nSUMMARY:Leave\nORGANIZER;CN=ana:invalid:nomail\nDURATION:PT30M\nDTSTART:20261123T090000\nRRULE:{rule}"
        ));
        let read = read(&clinic(), "c.ics", &text);
        (codes(&read.issues).join(" "), read.clinic.absences.len())
    };
    for rule in [
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=9,10",
        "COUNT=3",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;BYMONTH=13",
    ] {
        assert_eq!(case(rule), ("calendar.wrong_rule".into(), 0), "{rule}");
    }
    // Half a year ahead of the horizon, and no further.
    assert_eq!(case("FREQ=DAILY"), (String::new(), 183));
    assert_eq!(case("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), (String::new(), 1));
    // A series that never comes to where it would be read is given up after so many periods.
    let ancient = event(
        "UID:s\nSUMMARY:Leave\nORGANIZER;CN=ana:invalid:nomail\nDURATION:PT30M\nDTSTART:00010101T090000\nRRULE:FREQ=DAILY;COUNT=1000000",
    );
    assert_eq!(
        codes(&read(&clinic(), "c.ics", &ancient).issues),
        ["calendar.too_many_occurrences"]
    );
}

/// A day of a rule without counting periods: everything the rule says is asked of the day itself.
fn is_in(rule: &Plain, start: Date, date: Date) -> bool {
    let days = date.days_since(start);
    let month = |date: Date| i32::from(date.0.year()) * 12 + i32::from(date.0.month()) - 1;
    let monday = |date: Date| date.plus_days(-(date.weekday() as i32));
    let in_step = match rule.frequency {
        "DAILY" => days % rule.interval == 0,
        "WEEKLY" => monday(date).days_since(monday(start)) / 7 % rule.interval == 0,
        _ => (month(date) - month(start)) % rule.interval == 0,
    };
    let by_day = match (rule.frequency, rule.ordinal) {
        _ if rule.days.is_empty() => match rule.frequency {
            "WEEKLY" => date.weekday() == start.weekday(),
            "MONTHLY" => date.0.day() == start.0.day(),
            _ => true,
        },
        ("MONTHLY", ordinal) if ordinal > 0 => {
            rule.days.contains(&date.weekday()) && (i32::from(date.0.day()) - 1) / 7 + 1 == rule.ordinal
        }
        ("MONTHLY", ordinal) if ordinal < 0 => {
            let left = i32::from(date.0.days_in_month()) - i32::from(date.0.day());
            rule.days.contains(&date.weekday()) && left / 7 + 1 == -rule.ordinal
        }
        _ => rule.days.contains(&date.weekday()),
    };
    let by_month = rule.months.is_empty() || rule.months.contains(&i32::from(date.0.month()));
    date == start || date > start && in_step && by_day && by_month
}

struct Plain {
    frequency: &'static str,
    interval: i32,
    ordinal: i32,
    days: Vec<Weekday>,
    months: Vec<i32>,
}

impl Plain {
    fn any(rng: &mut Rng) -> Self {
        let frequency = ["DAILY", "WEEKLY", "MONTHLY"][rng.below(3)];
        Self {
            frequency,
            interval: rng.between(1, 4),
            ordinal: if frequency == "MONTHLY" {
                [0, 1, 2, 4, 5, -1, -2, -5][rng.below(8)]
            } else {
                0
            },
            days: Weekday::ALL.into_iter().filter(|_| rng.chance(0.3)).collect(),
            months: (1..=12).filter(|_| rng.chance(0.1)).collect(),
        }
    }

    fn text(&self) -> String {
        let mut text = format!("FREQ={};INTERVAL={}", self.frequency, self.interval);
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let ordinal = if self.ordinal == 0 {
            String::new()
        } else {
            self.ordinal.to_string()
        };
        let days: Vec<String> = self
            .days
            .iter()
            .map(|day| format!("{ordinal}{}", names[*day as usize]))
            .collect();
        if !days.is_empty() {
            text.push_str(&format!(";BYDAY={}", days.join(",")));
        }
        let months: Vec<String> = self.months.iter().map(i32::to_string).collect();
        if !months.is_empty() {
            text.push_str(&format!(";BYMONTH={}", months.join(",")));
        }
        text
    }
}

#[test]
fn series_are_what_looking_at_every_day_gives() {
    let mut clinic: Clinic = clinic();
    clinic.settings.horizon_start = day(0);
    let mut found = 0;
    for seed in 0..400 {
        let mut rng = Rng::stream(seed, "series", 0);
        let rule = Plain::any(&mut rng);
        let start = day(rng.between(-900, 100));
        let at = DateTime(start.0.at(9, 0, 0, 0));
        let line = format!(
            "DTSTART:{}T090000\nRRULE:{}",
            start.to_string().replace('-', ""),
            rule.text()
        );
        let expected: Vec<String> = (-183..=182)
            .map(day)
            .filter(|date| is_in(&rule, start, *date))
            .map(|date| date.at_minute(540).to_string())
            .collect();
        assert_eq!(days(&line, "2026-11-23"), expected, "{seed}: {at} {}", rule.text());
        found += expected.len();
    }
    assert!(found > 2_000, "{found}");
}
