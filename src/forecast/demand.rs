//! The clinic's demand as weekly series, one for each measure, service and site, with holidays and closures.

use std::collections::BTreeMap;

use super::holidays::{Effect, is_federal_holiday, week_share};
use super::records::{ANY, Event, Measure, events};
use super::run::{FEWEST_PERIODS, Outlooks, Series};
use crate::model::Clinic;
use crate::model::calendar::{DAY_MIN, Date};
use crate::model::clinic::{Absence, Absentee};
use crate::order::IntoOrdered;

/// Oldest week that is read (our choice: six years tell six seasons).
const MOST_WEEKS: i32 = 312;
/// The season of weeks: a year.
const YEAR: usize = 52;
/// Weeks from which it is read what a session takes (our choice: half a year).
const RECENT_WEEKS: i32 = 26;

/// Weekly demand of a service at a site.
#[derive(Debug, Clone)]
pub struct Line {
    /// What is counted.
    pub measure: Measure,
    /// Row of the service.
    pub service: usize,
    /// Site id; empty if unknown.
    pub site: String,
    /// Who gives most of it.
    pub discipline: String,
    /// First week of the history.
    pub first_week: Date,
    /// Units wanted by week.
    pub values: Vec<f64>,
    /// How much of a usual week every week is, to the end of the time ahead.
    pub calendar: Vec<f64>,
    /// Clinicians' hours that one unit takes, by discipline.
    pub hours: Vec<(String, f64)>,
    /// Share of units given at a home, and the mean minutes on the way to one.
    pub home: (f64, f64),
}

impl Line {
    /// False if the history is too short for any forecast; the level is then held.
    pub fn is_long_enough(&self) -> bool {
        self.values.len() >= FEWEST_PERIODS
    }

    /// For the forecast.
    pub fn series(&self) -> Series {
        Series {
            values: self.values.clone(),
            seasons: vec![YEAR],
            calendar: self.calendar.clone(),
        }
    }
}

/// A week that is not like the others.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SpecialDay {
    /// The day.
    pub date: Date,
    /// `holiday` or `closure`.
    pub kind: String,
    /// Site id, for a closure.
    pub site: Option<String>,
}

/// Everything read from the tables.
#[derive(Debug, Clone)]
pub struct Demand {
    /// The series, by measure, service and site.
    pub lines: Vec<Line>,
    /// First day of the first week ahead that is shown.
    pub first_ahead: Date,
    /// Weeks between the history and the first one that is shown: the running week, unless it has just begun.
    pub running: usize,
    /// Holidays and closures in the time ahead.
    pub special_days: Vec<SpecialDay>,
    /// Shares of a usual day: referrals and visits on holidays, then on closed days.
    pub effects: [(Measure, &'static str, Effect, f64); 4],
    /// Home visits without a recorded way.
    pub unrecorded_ways: usize,
}

/// Sums of one series.
#[derive(Debug, Clone)]
struct Tally<'c> {
    weeks: Vec<f64>,
    /// Of the recent weeks.
    minutes: BTreeMap<&'c str, f64>,
    units: f64,
    home_units: f64,
    ways: f64,
    way_minutes: f64,
}

/// Days of the clinic, seen from the first day of the week of `as_of`.
struct Days {
    end: Date,
    /// Weeks read, by measure.
    weeks: [i32; 2],
}

impl Days {
    fn of(clinic: &Clinic, events: &[Event]) -> Self {
        let settings = &clinic.settings;
        let today = settings.as_of.date();
        let end = today.plus_days(-settings.days_into_week(today));
        let weeks = [Measure::Referrals, Measure::Visits].map(|measure| {
            let of = events.iter().filter(|event| event.measure == measure);
            let first = of.map(|event| event.date.days_since(end).div_euclid(7)).min();
            // The first week on record may have begun before the records did.
            first.map_or(0, |first| (-first - 1).clamp(0, MOST_WEEKS))
        });
        Self { end, weeks }
    }

    /// The place of a day in the series of its measure; `None` outside.
    fn week(&self, measure: Measure, date: Date) -> Option<usize> {
        let week = date.days_since(self.end).div_euclid(7) + self.weeks[measure as usize];
        usize::try_from(week)
            .ok()
            .filter(|&week| week < self.weeks[measure as usize] as usize)
    }
}

/// Reads the tables; `weeks` are shown ahead, `holidays` are added to the public ones.
pub fn read(clinic: &Clinic, weeks: usize, holidays: &[Date]) -> Demand {
    let events = events(clinic);
    let days = Days::of(clinic, &events);
    let as_of = clinic.settings.as_of;
    let running = usize::from(as_of.minutes_since(days.end) > 0);
    let calendar = Calendar::of(clinic, holidays);
    let profile = Profile::of(&events, &days);
    let effects = profile.effects(&events, &days, &calendar);
    let mut tallies: BTreeMap<(Measure, usize, &str), Tally> = BTreeMap::new();
    let mut unrecorded_ways = 0;
    for event in &events {
        let Some(week) = days.week(event.measure, event.date) else {
            continue;
        };
        let tally = tallies
            .entry((event.measure, event.service, event.site))
            .or_insert_with(|| Tally::new(days.weeks[event.measure as usize] as usize));
        tally.add(event, week);
        unrecorded_ways += usize::from(event.home && event.travel.is_none());
    }
    let lines = tallies.into_iter().map(|((measure, service, site), tally)| {
        let begin = tally.weeks.iter().position(|&units| units > 0.0).unwrap_or(0);
        let first_week = days.end.plus_days(7 * (begin as i32 - days.weeks[measure as usize]));
        let shown = tally.weeks.len() - begin + running + weeks;
        let shares = |kind: &str| {
            let found = effects.iter().find(|effect| effect.0 == measure && effect.1 == kind);
            found.map_or(1.0, |effect| effect.3)
        };
        let (holiday, closed) = (shares(HOLIDAY), shares(CLOSURE));
        let calendar = (0..shown).map(|week| {
            let first = first_week.plus_days(7 * week as i32);
            let share = [0, 1, 2, 3, 4, 5, 6].map(|day| match calendar.kind(first.plus_days(day), site) {
                Some(HOLIDAY) => holiday,
                Some(_) => closed,
                None => 1.0,
            });
            week_share(&profile.usual[measure as usize], &share)
        });
        Line {
            measure,
            service,
            site: site.to_owned(),
            discipline: discipline(clinic, service, &tally),
            first_week,
            calendar: calendar.collect(),
            hours: tally.hours(),
            home: tally.home(),
            values: tally.weeks[begin..].to_vec(),
        }
    });
    let first_ahead = days.end.plus_days(7 * running as i32);
    Demand {
        lines: lines.collect(),
        special_days: calendar.special(clinic, first_ahead, weeks),
        first_ahead,
        running,
        effects,
        unrecorded_ways,
    }
}

impl<'c> Tally<'c> {
    fn new(weeks: usize) -> Self {
        Self {
            weeks: vec![0.0; weeks],
            minutes: BTreeMap::new(),
            units: 0.0,
            home_units: 0.0,
            ways: 0.0,
            way_minutes: 0.0,
        }
    }

    fn add(&mut self, event: &Event<'c>, week: usize) {
        self.weeks[week] += event.amount;
        if week as i32 + RECENT_WEEKS < self.weeks.len() as i32 {
            return;
        }
        self.units += event.amount;
        for &(discipline, minutes) in &event.minutes {
            *self.minutes.entry(discipline).or_default() += minutes;
        }
        self.home_units += if event.home { event.amount } else { 0.0 };
        if let Some(minutes) = event.travel.filter(|_| event.home) {
            self.ways += 1.0;
            self.way_minutes += minutes;
        }
    }

    fn hours(&self) -> Vec<(String, f64)> {
        let per_unit = |minutes: &f64| minutes / 60.0 / self.units;
        let each = self.minutes.iter().filter(|_| self.units > 0.0);
        each.map(|(discipline, minutes)| ((*discipline).to_owned(), per_unit(minutes)))
            .collect()
    }

    fn home(&self) -> (f64, f64) {
        let share = |above: f64, below: f64| if below > 0.0 { above / below } else { 0.0 };
        (share(self.home_units, self.units), share(self.way_minutes, self.ways))
    }
}

/// The service's own, else that of those who spend most time on it.
fn discipline(clinic: &Clinic, service: usize, tally: &Tally) -> String {
    if let Some(own) = &clinic.services[service].discipline {
        return own.clone();
    }
    let most = tally
        .minutes
        .iter()
        .max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0)));
    most.map_or(ANY, |(discipline, _)| discipline).to_owned()
}

const HOLIDAY: &str = "holiday";
const CLOSURE: &str = "closure";

/// Which days are special.
struct Calendar<'c> {
    closures: Vec<&'c Absence>,
    federal: bool,
    own: std::collections::BTreeSet<Date>,
}

impl<'c> Calendar<'c> {
    fn of(clinic: &'c Clinic, holidays: &[Date]) -> Self {
        Self {
            closures: clinic
                .absences
                .iter()
                .filter(|row| row.what == Absentee::Site)
                .collect(),
            // The holidays of the United States come with their rules.
            federal: clinic.settings.rule_packs.iter().any(|pack| pack.starts_with("us-")),
            own: holidays.iter().copied().into_set(),
        }
    }

    fn kind(&self, date: Date, site: &str) -> Option<&'static str> {
        let noon = date.at_minute(DAY_MIN / 2);
        let closed = self
            .closures
            .iter()
            .any(|row| row.id == site && row.from <= noon && noon < row.until);
        let holiday = || self.own.contains(&date) || (self.federal && is_federal_holiday(date));
        if closed {
            Some(CLOSURE)
        } else {
            holiday().then_some(HOLIDAY)
        }
    }

    /// Of the weeks ahead.
    fn special(&self, clinic: &Clinic, first: Date, weeks: usize) -> Vec<SpecialDay> {
        let mut found = Vec::new();
        for date in (0..7 * weeks as i32).map(|day| first.plus_days(day)) {
            if self.kind(date, "") == Some(HOLIDAY) {
                found.push(SpecialDay {
                    date,
                    kind: HOLIDAY.into(),
                    site: None,
                });
            }
            for site in clinic
                .sites
                .iter()
                .filter(|site| self.kind(date, &site.id) == Some(CLOSURE))
            {
                found.push(SpecialDay {
                    date,
                    kind: CLOSURE.into(),
                    site: Some(site.id.clone()),
                });
            }
        }
        found
    }
}

/// Mean amount of every weekday from the first of the week on, by measure.
struct Profile {
    usual: [[f64; 7]; 2],
}

impl Profile {
    fn of(events: &[Event], days: &Days) -> Self {
        let mut usual = [[0.0; 7]; 2];
        for event in events
            .iter()
            .filter(|event| days.week(event.measure, event.date).is_some())
        {
            let day = event.date.days_since(days.end).rem_euclid(7) as usize;
            usual[event.measure as usize][day] += event.amount / f64::from(days.weeks[event.measure as usize]);
        }
        Self { usual }
    }

    /// What special days bring, beside what as many days of the same weekday, site and measure usually do.
    fn effects(&self, events: &[Event], days: &Days, calendar: &Calendar) -> [(Measure, &'static str, Effect, f64); 4] {
        let mut sites: BTreeMap<&str, [f64; 2]> = BTreeMap::new();
        let mut whole = [0.0; 2];
        let mut came: BTreeMap<(Measure, &str, Date), f64> = BTreeMap::new();
        for event in events
            .iter()
            .filter(|event| days.week(event.measure, event.date).is_some())
        {
            sites.entry(event.site).or_default()[event.measure as usize] += event.amount;
            whole[event.measure as usize] += event.amount;
            *came.entry((event.measure, event.site, event.date)).or_default() += event.amount;
        }
        // What is believed beforehand: a holiday is a day like any other; a closed day has no visits, but referrals.
        let believed = [
            (Measure::Referrals, HOLIDAY, 1.0),
            (Measure::Visits, HOLIDAY, 1.0),
            (Measure::Referrals, CLOSURE, 1.0),
            (Measure::Visits, CLOSURE, 0.0),
        ];
        believed.map(|(measure, kind, believed)| {
            let at = measure as usize;
            let mut effect = Effect::NONE;
            for (&site, amounts) in sites.iter().filter(|_| whole[at] > 0.0) {
                for day in -7 * days.weeks[at]..0 {
                    let date = days.end.plus_days(day);
                    if calendar.kind(date, site) == Some(kind) {
                        let usual = self.usual[at][day.rem_euclid(7) as usize] * amounts[at] / whole[at];
                        effect.add(came.get(&(measure, site, date)).copied().unwrap_or(0.0), usual);
                    }
                }
            }
            (measure, kind, effect, effect.share(believed))
        })
    }
}

impl Demand {
    /// Why a series has no forecast.
    pub fn refusal(&self, line: &Line) -> String {
        format!(
            "forecasts need {FEWEST_PERIODS} full weeks of history, here are {}; the mean of what came is held",
            line.values.len()
        )
    }

    /// What the forecast rests on.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = vec![
            "every forecast is the mean of exponential smoothing, Theta and, from two years of history on, seasonal \
             decomposition; the bands come from what the same forecast missed by in the past, all services together"
                .to_owned(),
        ];
        if self.running > 0 {
            notes.push(
                "the running week is forecast too but not shown: the first week shown is the next full one".into(),
            );
        }
        for (measure, kind, effect, share) in &self.effects {
            if effect.days == 0 {
                continue;
            }
            let what = match measure {
                Measure::Referrals => "referrals",
                Measure::Visits => "sessions",
            };
            let days = match *kind {
                HOLIDAY => "public holidays",
                _ => "days on which a site was closed",
            };
            notes.push(format!(
                "on {} {days} of each site's history {:.0} {what} were wanted where {:.0} are usual: such a day counts \
                 {:.0} % of a usual one",
                effect.days,
                effect.came,
                effect.usual,
                share * 100.0
            ));
        }
        notes
    }

    /// What is doubtful.
    pub fn warnings(&self, outlooks: &Outlooks) -> Vec<String> {
        let mut warnings = Vec::new();
        if !self.lines.iter().any(Line::is_long_enough) {
            let most = self.lines.iter().map(|line| line.values.len()).max().unwrap_or(0);
            warnings.push(format!(
                "forecasts need {FEWEST_PERIODS} full weeks of referrals or visits; there are {most}"
            ));
        }
        let short = self.lines.iter().filter(|line| !line.is_long_enough()).count();
        if short > 0 {
            warnings.push(format!(
                "{short} of {} series are too short for a forecast: their mean is held, without a band",
                self.lines.len()
            ));
        }
        let no_year = outlooks
            .each
            .iter()
            .filter(|outlook| outlook.history < 2 * YEAR)
            .count();
        if no_year > 0 {
            warnings.push(format!(
                "{no_year} of {} forecasts rest on less than two years: they know no season of the year",
                outlooks.each.len()
            ));
        }
        let reach = outlooks.pool.reach();
        if !outlooks.each.is_empty() && reach < outlooks.horizon {
            warnings.push(format!(
                "the history allows to try {reach} weeks ahead at most: beyond that the bands are widened by rule, not by \
                 experience"
            ));
        }
        if self.unrecorded_ways > 0 {
            warnings.push(format!(
                "{} home visits have no recorded way: their hours count without it",
                self.unrecorded_ways
            ));
        }
        warnings
    }
}
