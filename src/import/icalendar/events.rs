//! Events to happenings: series taken apart, single occurrences that were changed or left out, the newest version of
//! each.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::component::Component;
use super::lines::Line;
use super::moments::{Clock, End, Moment, Zones, length, moment, moments};
use super::recurrence::{Span, rule};
use super::{MAX_OCCURRENCES, note};
use crate::error::Issue;
use crate::order::Arrange;

/// Something at one time.
#[derive(Debug, Clone)]
pub(super) struct Happening<'a> {
    pub(super) event: &'a Component,
    /// 1-based number of the event in its calendar.
    pub(super) number: usize,
    pub(super) uid: String,
    /// Which occurrence of a series it is, by the time that the rule gave it.
    pub(super) occurrence: Option<DateTime>,
    /// By the clocks of the site.
    pub(super) start: DateTime,
    /// Absent if the event does not say.
    pub(super) minutes: Option<i64>,
    pub(super) is_date: bool,
    pub(super) is_cancelled: bool,
}

/// What came of the events of a calendar.
#[derive(Default)]
pub(super) struct Happenings<'a> {
    pub(super) list: Vec<Happening<'a>>,
    pub(super) issues: Vec<Issue>,
}

/// The versions of one series: the whole of it, and single occurrences by their instant.
#[derive(Default)]
struct Series<'a> {
    whole: Option<(usize, &'a Component)>,
    changed: BTreeMap<Timestamp, (usize, &'a Component)>,
}

struct Reader<'a, 'z> {
    zones: &'z Zones,
    span: Span,
    file: &'z str,
    is_cancelling: bool,
    found: Happenings<'a>,
}

/// Everything that happens in a calendar. Of series only what lies in the span; `left` occurrences at most.
pub(super) fn happenings<'a>(
    calendar: &'a Component,
    zones: &Zones,
    span: Span,
    (file, left): (&str, &mut usize),
) -> Happenings<'a> {
    let mut reader = Reader {
        zones,
        span,
        file,
        is_cancelling: calendar
            .text("METHOD")
            .is_some_and(|method| method.trim().eq_ignore_ascii_case("CANCEL")),
        found: Happenings::default(),
    };
    let mut order: Vec<String> = Vec::new();
    let mut all: BTreeMap<String, Series> = BTreeMap::new();
    let events = calendar.inside.iter().filter(|component| component.name == "VEVENT");
    for (at, event) in events.enumerate() {
        let number = at + 1;
        // An event without an id is one of its own.
        let uid = event.text("UID").unwrap_or_else(|| format!("\u{0}{number}"));
        if !all.contains_key(&uid) {
            order.push(uid.clone());
        }
        let series = all.entry(uid).or_default();
        reader.sort_in(series, number, event);
    }
    for uid in order {
        if let Some(series) = all.remove(&uid) {
            reader.expand(&uid, &series, left);
        }
    }
    reader.found
}

impl<'a> Reader<'a, '_> {
    fn issue(&mut self, issue: Issue, number: usize, field: &str) {
        let issue = issue.row(number);
        self.found
            .issues
            .push(if field.is_empty() { issue } else { issue.field(field) });
    }

    /// Puts an event into its series, in place of an older version of the same.
    fn sort_in(&mut self, series: &mut Series<'a>, number: usize, event: &'a Component) {
        let known = match event.line("RECURRENCE-ID") {
            None => &mut series.whole,
            Some(line) => {
                let Some(instant) = moment(line).and_then(|moment| self.zones.instant(&moment)) else {
                    self.wrong_date(number, "RECURRENCE-ID");
                    return;
                };
                if line.param("RANGE").is_some() {
                    let cause = "the change is meant for this and all later occurrences, which is not supported";
                    let action = "check the later occurrences: only this one was changed";
                    let issue = Issue::warning("calendar.later_occurrences", self.file, cause, action);
                    self.issue(issue, number, "RECURRENCE-ID");
                }
                let entry = series.changed.entry(instant);
                if let std::collections::btree_map::Entry::Vacant(vacant) = entry {
                    vacant.insert((number, event));
                    return;
                }
                let Some(known) = series.changed.get_mut(&instant) else {
                    return;
                };
                let (older, kept) = (known.0, newer(*known, (number, event)));
                *known = kept;
                self.older_version(if kept.0 == number { older } else { number });
                return;
            }
        };
        match *known {
            None => *known = Some((number, event)),
            Some(older) => {
                let kept = newer(older, (number, event));
                *known = Some(kept);
                self.older_version(if kept.0 == number { older.0 } else { number });
            }
        }
    }

    fn older_version(&mut self, number: usize) {
        let cause = "a newer version of the same event is in the file";
        self.issue(
            note(
                "calendar.older_version",
                self.file,
                cause,
                "nothing: the newer one was read",
            ),
            number,
            "",
        );
    }

    fn wrong_date(&mut self, number: usize, field: &str) {
        let action = "correct it to a form like 20261123T093000; the event was left out";
        let issue = Issue::error("calendar.wrong_date", self.file, "this is no date or time", action);
        self.issue(issue, number, field);
    }

    fn expand(&mut self, uid: &str, series: &Series<'a>, left: &mut usize) {
        let mut replaced: BTreeSet<Timestamp> = BTreeSet::new();
        if let Some((number, event)) = series.whole
            && let Some(start) = self.start(number, event)
        {
            let repeats = event.line("RRULE").is_some() || event.line("RDATE").is_some();
            if repeats {
                let starts = self.starts((number, event), &start, left);
                for at in starts {
                    let occurrence = Moment { at, ..start.clone() };
                    let is_near = |at: DateTime| self.span.from <= at && at < self.span.to;
                    if !self.zones.civil(&occurrence).is_some_and(is_near) {
                        continue;
                    }
                    let instant = self.zones.instant(&occurrence);
                    if let Some(instant) = instant.filter(|instant| series.changed.contains_key(instant)) {
                        replaced.insert(instant);
                        continue;
                    }
                    self.keep(uid, (number, event), (&start, &occurrence), Some(at));
                }
            } else {
                self.keep(uid, (number, event), (&start, &start), None);
            }
        }
        for (instant, &(number, event)) in &series.changed {
            let Some(start) = self.start(number, event) else {
                continue;
            };
            let original = self.zones.civil_at(*instant);
            let is_near = original.is_some_and(|at| self.span.from <= at && at <= self.span.to);
            if series.whole.is_none() || replaced.contains(instant) || is_near {
                self.keep(uid, (number, event), (&start, &start), original);
            }
        }
    }

    fn start(&mut self, number: usize, event: &Component) -> Option<Moment> {
        let start = event.line("DTSTART").and_then(moment);
        let Some(start) = start else {
            self.wrong_date(number, "DTSTART");
            return None;
        };
        if !self.zones.knows(&start) {
            let cause = "the file does not explain this time zone, and it is no IANA name";
            let action = "export with time zones, or in the clinic's own; the event was left out";
            self.issue(
                Issue::error("calendar.unknown_zone", self.file, cause, action),
                number,
                "DTSTART",
            );
            return None;
        }
        Some(start)
    }

    /// The starts of a series within the span, on the clocks of its first one, without those left out.
    fn starts(&mut self, (number, event): (usize, &Component), start: &Moment, left: &mut usize) -> Vec<DateTime> {
        let on_clock = |moment: &Moment| self.on_clock(start, moment);
        let day = jiff::Span::new().days(1);
        let near = Span {
            from: self.span.from.saturating_sub(day),
            to: self.span.to.saturating_add(day),
        };
        let mut starts = Vec::new();
        let mut is_cut = false;
        let mut wrong = Vec::new();
        let limit = MAX_OCCURRENCES.min(*left);
        if event.line("RRULE").is_none() && near.from <= start.at && start.at <= near.to {
            starts.push(start.at);
        }
        for line in event.all("RRULE") {
            match rule(line) {
                Ok(rule) => {
                    let to = rule.until_on(on_clock).map_or(near.to, |until| until.min(near.to));
                    let found = rule.expand(start.at, Span { to, ..near }, limit);
                    is_cut |= found.is_cut;
                    starts.extend(found.moments);
                }
                Err(cause) => wrong.push(cause),
            }
        }
        let listed = |name: &str| -> Vec<Moment> { event.all(name).filter_map(moments).flatten().collect() };
        starts.extend(
            listed("RDATE")
                .iter()
                .filter_map(on_clock)
                .filter(|at| near.from <= *at && *at <= near.to),
        );
        let out = listed("EXDATE");
        let days: BTreeSet<_> = out
            .iter()
            .filter(|moment| moment.is_date)
            .map(|moment| moment.at.date())
            .collect();
        let out: BTreeSet<_> = out
            .iter()
            .filter(|moment| !moment.is_date)
            .filter_map(on_clock)
            .collect();
        starts.retain(|at| !out.contains(at) && !days.contains(&at.date()));
        starts.arrange();
        starts.dedup();
        is_cut |= starts.len() > limit;
        starts.truncate(limit);
        *left -= starts.len();
        for cause in wrong {
            let action = "enter the occurrences one by one; the series was left out";
            self.issue(
                Issue::error("calendar.wrong_rule", self.file, cause, action),
                number,
                "RRULE",
            );
        }
        if is_cut {
            let cause =
                format!("the series has more than {MAX_OCCURRENCES} occurrences here, or the file has too many");
            let action = "shorten it; the later occurrences were left out";
            self.issue(
                Issue::warning("calendar.too_many_occurrences", self.file, cause, action),
                number,
                "RRULE",
            );
        }
        starts
    }

    /// A moment on the clocks of another one.
    fn on_clock(&self, like: &Moment, moment: &Moment) -> Option<DateTime> {
        if moment.clock == like.clock || moment.clock == Clock::Site && moment.is_date {
            return Some(moment.at);
        }
        self.zones.shown(&like.clock, self.zones.instant(moment)?)
    }

    fn keep(
        &mut self,
        uid: &str,
        (number, event): (usize, &'a Component),
        (first, start): (&Moment, &Moment),
        occurrence: Option<DateTime>,
    ) {
        let end = match (event.line("DTEND"), event.line("DURATION")) {
            (Some(line), _) => moment(line).map(End::At),
            (None, Some(line)) => length(&line.value).map(End::After),
            (None, None) if start.is_date => Some(End::After(super::moments::Length { days: 1, seconds: 0 })),
            (None, None) => None,
        };
        if end.is_none() && (event.line("DTEND").is_some() || event.line("DURATION").is_some()) {
            self.wrong_date(number, "DTEND");
            return;
        }
        let Some(at) = self.zones.civil(start) else {
            self.wrong_date(number, "DTSTART");
            return;
        };
        let is_cancelled = self.is_cancelling || status(event).as_deref() == Some("CANCELLED");
        // All occurrences are as long as the first.
        let minutes = end.and_then(|end| self.zones.minutes(first, &end));
        self.found.list.push(Happening {
            event,
            number,
            uid: uid.trim_start_matches('\u{0}').into(),
            occurrence,
            start: at,
            minutes,
            is_date: start.is_date,
            is_cancelled,
        });
    }
}

/// The status of an event, upper case.
pub(super) fn status(event: &Component) -> Option<String> {
    event.text("STATUS").map(|status| status.trim().to_ascii_uppercase())
}

/// The newer of two versions: the higher sequence, then the later stamp, then the later one in the file.
fn newer<'a>(a: (usize, &'a Component), b: (usize, &'a Component)) -> (usize, &'a Component) {
    let age = |(number, event): (usize, &Component)| {
        let sequence: i64 = event
            .text("SEQUENCE")
            .and_then(|text| text.trim().parse().ok())
            .unwrap_or(0);
        let stamp = |name: &str| {
            event
                .line(name)
                .and_then(|line: &Line| moment(line))
                .map(|moment| moment.at)
        };
        (sequence, stamp("LAST-MODIFIED").or_else(|| stamp("DTSTAMP")), number)
    };
    if age(b) >= age(a) { b } else { a }
}
