//! `View`: what the formulas read, whether it happened or is planned.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::event::{Class, ClinicianDay, Event};
use super::span::{self, Span};
use super::value::IndicatorBasis;
use crate::model::build::decisions::InForce;
use crate::model::calendar::{DAY_MIN, Date, DateTime, WeekHours};
use crate::model::clinic::{Absentee, Clinician, Group, Patient, Room, Service};
use crate::model::elapsed::Zone;
use crate::model::rules::Rules;
use crate::model::{Clinic, Plan, Problem};
use crate::order::IntoOrdered;

/// Choices that the definitions leave to the clinic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct IndicatorOptions {
    /// Leave is taken out of bookable time.
    pub leave_out_leave: bool,
    /// Meetings and training are taken out of bookable time.
    pub leave_out_meetings: bool,
    /// Time protected for documentation is taken out of bookable time.
    pub leave_out_protected: bool,
    /// Lowest satisfaction score that counts as top box.
    pub top_box: f64,
    /// Fewest answers for which survey figures are shown.
    pub hide_below: u32,
    /// When the changes of a plan reach patients and staff; the document's moment if absent. Late changes are counted
    /// from it.
    pub announced: Option<DateTime>,
}

impl Default for IndicatorOptions {
    fn default() -> Self {
        Self {
            leave_out_leave: true,
            leave_out_meetings: true,
            leave_out_protected: true,
            // Our choice: the best of five answers.
            top_box: 5.0,
            // Our choice, as is usual for staff surveys: four answers can be told apart by a manager.
            hide_below: 5,
            announced: None,
        }
    }
}

/// Rows by id.
#[derive(Debug, Clone)]
pub(crate) struct Index<'a> {
    pub(crate) services: BTreeMap<&'a str, &'a Service>,
    pub(crate) clinicians: BTreeMap<&'a str, &'a Clinician>,
    pub(crate) patients: BTreeMap<&'a str, &'a Patient>,
    pub(crate) groups: BTreeMap<&'a str, &'a Group>,
    pub(crate) rooms: BTreeMap<&'a str, &'a Room>,
}

impl<'a> Index<'a> {
    pub(crate) fn new(clinic: &'a Clinic) -> Self {
        Self {
            services: clinic.services.iter().map(|row| (row.id.as_str(), row)).into_map(),
            clinicians: clinic.clinicians.iter().map(|row| (row.id.as_str(), row)).into_map(),
            patients: clinic.patients.iter().map(|row| (row.id.as_str(), row)).into_map(),
            groups: clinic.groups.iter().map(|row| (row.id.as_str(), row)).into_map(),
            rooms: clinic.rooms.iter().map(|row| (row.id.as_str(), row)).into_map(),
        }
    }
}

/// One stretch of time, of the past or of a plan, ready to be counted.
#[derive(Debug)]
pub struct View<'a> {
    pub(crate) clinic: &'a Clinic,
    pub(crate) options: IndicatorOptions,
    pub(crate) basis: IndicatorBasis,
    pub(crate) index: Index<'a>,
    pub(crate) zone: Zone,
    /// Midnight of this date is minute 0.
    pub(crate) origin: Date,
    /// The period, minutes from the origin.
    pub(crate) period: Span,
    /// What is known is known up to this minute: the document's moment, or the end of a plan.
    pub(crate) now: i32,
    /// Every session that is known, by start, in the period or not.
    pub(crate) events: Vec<Event<'a>>,
    /// Every clinician-day that is known, by clinician id and day, in the period or not.
    pub(crate) days: Vec<ClinicianDay<'a>>,
    /// The rules in force on the first day of the horizon.
    pub(crate) rules: Rules,
    /// True if a travel time is an estimate.
    pub(crate) travel_estimated: bool,
    /// False if only some patients are in the view.
    pub(crate) everyone: bool,
    /// What was accepted of acuity.
    pub(crate) decided: InForce<'a>,
    /// The problem and the plan, for what only a schedule ahead can tell.
    pub(crate) planned: Option<(&'a Problem, &'a Plan)>,
}

impl<'a> View<'a> {
    /// The clinic it is of.
    pub fn clinic(&self) -> &'a Clinic {
        self.clinic
    }

    /// What it is made from.
    pub fn basis(&self) -> IndicatorBasis {
        self.basis
    }

    /// The same view of some patients only: their seats, without sessions in which none of them has one.
    pub(crate) fn of_patients(&self, patients: &BTreeSet<&str>) -> View<'a> {
        let mut events = self.events.clone();
        for event in &mut events {
            event.seats.retain(|seat| patients.contains(seat.patient.id.as_str()));
        }
        events.retain(|event| !event.seats.is_empty());
        self.with_patients(patients, events)
    }

    /// The same view of some patients only, with these events.
    pub(crate) fn with_patients(&self, patients: &BTreeSet<&str>, events: Vec<Event<'a>>) -> View<'a> {
        let mut index = self.index.clone();
        index.patients.retain(|id, _| patients.contains(id));
        View {
            clinic: self.clinic,
            options: self.options.clone(),
            basis: self.basis,
            index,
            zone: self.zone.clone(),
            origin: self.origin,
            period: self.period,
            now: self.now,
            events,
            days: Vec::new(),
            rules: self.rules.clone(),
            travel_estimated: self.travel_estimated,
            everyone: false,
            decided: self.decided.clone(),
            planned: self.planned,
        }
    }

    /// True for a row of this patient, if all are in the view or this one is.
    pub(crate) fn includes(&self, patient: Option<&str>) -> bool {
        self.everyone || patient.is_some_and(|id| self.index.patients.contains_key(id))
    }

    /// A patient's acuity, 0 to 4, at a session that starts at this minute: the accepted one since it was accepted, in a
    /// plan in any case; before, the one of the table.
    pub(crate) fn acuity(&self, patient: &Patient, start: i32) -> i32 {
        let decision = self.decided.patients.get(patient.id.as_str());
        let holds = decision.filter(|row| !self.is_history() || self.minute(row.decided) <= start);
        let level = holds.and_then(|row| row.acuity).filter(|level| (0..=4).contains(level));
        level.unwrap_or(patient.acuity).clamp(0, 4)
    }

    /// The minute of a moment.
    pub(crate) fn minute(&self, moment: DateTime) -> i32 {
        moment.minutes_since(self.origin)
    }

    /// The date of a minute.
    pub(crate) fn date(&self, minute: i32) -> Date {
        self.origin.plus_days(minute.div_euclid(DAY_MIN))
    }

    /// True if a minute lies in the period.
    pub(crate) fn covers(&self, minute: i32) -> bool {
        self.period.0 <= minute && minute < self.period.1
    }

    /// True if a date lies in the period.
    pub(crate) fn covers_date(&self, date: Date) -> bool {
        self.covers(date.days_since(self.origin) * DAY_MIN)
    }

    /// Sessions of the period, of any class.
    pub(crate) fn sessions(&self) -> impl Iterator<Item = &Event<'a>> {
        self.events.iter().filter(|event| self.covers(event.start))
    }

    /// True for the class that counts as delivered: completed, and in a plan booked too.
    pub(crate) fn is_done(&self, class: Class) -> bool {
        class == Class::Completed || (class == Class::Open && !self.is_history())
    }

    /// Visits of the period that took place, or are planned.
    pub(crate) fn visits(&self) -> impl Iterator<Item = &Event<'a>> {
        self.sessions()
            .filter(|event| event.is_visit() && self.is_done(event.class))
    }

    /// Clinician-days of the period.
    pub(crate) fn clinician_days(&self) -> impl Iterator<Item = &ClinicianDay<'a>> {
        self.days.iter().filter(|day| self.covers(day.day * DAY_MIN))
    }

    /// Paid minutes of the period.
    pub(crate) fn paid(&self) -> i64 {
        self.clinician_days().map(|day| i64::from(day.paid)).sum()
    }

    /// The value of a rule of the packs in force.
    pub(crate) fn rule(&self, id: &str) -> Option<f64> {
        self.rules.value(id)
    }

    /// True for what happened.
    pub(crate) fn is_history(&self) -> bool {
        self.basis == IndicatorBasis::History
    }

    /// The table that sessions stand in.
    pub(crate) fn session_table(&self) -> &'static str {
        match self.basis {
            IndicatorBasis::History => "appointments",
            IndicatorBasis::Plan => "sessions",
        }
    }

    /// The name of a clinician-day in a drill-down.
    pub(crate) fn day_id(&self, clinician: &str, day: i32) -> String {
        format!("{clinician} {}", self.origin.plus_days(day))
    }

    /// The workweek of a day: days from the origin to the week's first day.
    pub(crate) fn week_of(&self, day: i32) -> i32 {
        day - self.clinic.settings.days_into_week(self.origin.plus_days(day))
    }

    /// The first days of the workweeks that lie in the period with all seven days.
    pub(crate) fn whole_weeks(&self) -> Vec<i32> {
        let (from, to) = (
            self.period.0.div_euclid(DAY_MIN) + i32::from(self.period.0.rem_euclid(DAY_MIN) > 0),
            self.period.1.div_euclid(DAY_MIN),
        );
        let week = self.week_of(from);
        let first = if week < from { week + 7 } else { week };
        (first..=to - 7).step_by(7).collect()
    }

    /// Length of the period in weeks.
    pub(crate) fn weeks(&self) -> f64 {
        f64::from(self.period.1 - self.period.0) / f64::from(7 * DAY_MIN)
    }

    /// When someone or something is away.
    pub(crate) fn absences(&self, what: Absentee, id: &str) -> Vec<Span> {
        let rows = self
            .clinic
            .absences
            .iter()
            .filter(|row| row.what == what && row.id == id);
        span::union(
            rows.map(|row| (self.minute(row.from), self.minute(row.until)))
                .collect(),
        )
    }

    /// Weekly hours laid over the days that touch a stretch of time, cut to it.
    pub(crate) fn hours_in(&self, hours: &WeekHours, within: Span) -> Vec<Span> {
        let days = within.0.div_euclid(DAY_MIN)..=within.1.div_euclid(DAY_MIN);
        let spans = days.flat_map(|day| {
            let weekday = self.origin.plus_days(day).weekday();
            hours
                .on(weekday)
                .map(move |(from, to)| (day * DAY_MIN + from, day * DAY_MIN + to))
        });
        span::common(&span::union(spans.collect()), &[within])
    }
}
