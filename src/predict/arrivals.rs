//! What came without a plan: emergencies, and those who were seen on the day on which they asked.
//!
//! Emergencies are those of the indicator K23: appointments marked so and emergency referrals, once for the same moment
//! and patient. An arrival on a day on which nobody worked counts on the next day on which somebody did.

use std::collections::{BTreeMap, BTreeSet};

use super::counts::DayCount;
use crate::model::Clinic;
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Appointment, Kind, Service, Status};
use crate::order::{Arrange, IntoOrdered};

/// Where an arrival is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// An emergency.
    Emergency,
    /// Seen on the day on which they asked.
    WalkIn,
}

/// One arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrival<'c> {
    /// When it was asked for.
    pub asked: DateTime,
    /// Minutes of a clinician that it takes, with those before and after, and the way to it where one is recorded.
    pub minutes: i32,
    /// Discipline of the service, if it names one.
    pub discipline: Option<&'c str>,
    /// What it is.
    pub origin: Origin,
}

/// What came in a stretch of days.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrivals<'c> {
    /// First day.
    pub from: Date,
    /// Days on which somebody worked, in order.
    pub days: Vec<Date>,
    /// The arrivals, by moment.
    pub rows: Vec<Arrival<'c>>,
}

impl<'c> Arrivals<'c> {
    /// The arrivals of so many weeks before `as_of`; of the clinic's own first day if that is later.
    pub fn of(clinic: &'c Clinic, weeks: i32, walk_ins: bool) -> Self {
        let today = clinic.settings.as_of.date();
        let from = today.plus_days(-7 * weeks);
        let past = |date: Date| from <= date && date < today;
        let mut days: BTreeSet<Date> = BTreeSet::new();
        let held = |row: &&Appointment| !matches!(row.status, Status::Void | Status::Cancelled) && !row.emergency;
        for row in clinic.appointments.iter().filter(held) {
            days.insert(row.start.date());
        }
        for row in clinic.staff_days.iter().filter(|row| row.paid_min > row.leave_min) {
            days.insert(row.date);
        }
        days.retain(|&date| past(date));
        let services: BTreeMap<&str, &Service> = clinic.services.iter().map(|row| (&*row.id, row)).into_map();
        let mut rows = emergencies(clinic, &services);
        if walk_ins {
            add_walk_ins(clinic, &services, &mut rows);
        }
        let mut rows: Vec<Arrival> = rows.into_values().filter(|row| past(row.asked.date())).collect();
        rows.arrange_by_key(|row| row.asked);
        Self {
            from,
            days: days.into_iter().collect(),
            rows,
        }
    }

    /// Arrivals of each day on which somebody worked.
    pub fn counts(&self) -> Vec<DayCount> {
        let mut counts: BTreeMap<Date, u32> = self.days.iter().map(|&date| (date, 0)).into_map();
        for row in &self.rows {
            if let Some((_, count)) = counts.range_mut(row.asked.date()..).next() {
                *count += 1;
            }
        }
        let days = counts.into_iter();
        days.map(|(date, count)| DayCount {
            weekday: date.weekday() as usize,
            count,
        })
        .collect()
    }

    /// Chances of the lengths of an arrival, by steps of so many minutes, rounded up.
    pub fn lengths(&self, step_min: i32) -> Vec<f64> {
        let mut chances = Vec::new();
        for row in &self.rows {
            let steps = (row.minutes.max(1) + step_min - 1) / step_min;
            let at = steps as usize;
            if chances.len() <= at {
                chances.resize(at + 1, 0.0);
            }
            chances[at] += 1.0 / self.rows.len() as f64;
        }
        chances
    }

    /// Minutes that half of the arrivals do not exceed; at least 1.
    pub fn usual_min(&self) -> i32 {
        let mut minutes: Vec<i32> = self.rows.iter().map(|row| row.minutes).collect();
        minutes.arrange();
        minutes
            .get(minutes.len().saturating_sub(1) / 2)
            .map_or(1, |&usual| usual.max(1))
    }

    /// The first and the second half of the days, with their arrivals.
    pub fn halves(&self) -> (Self, Self) {
        let (early, late) = self.days.split_at(self.days.len() / 2);
        let cut = late.first().copied().unwrap_or(self.from);
        let part = |days: &[Date], is_late: bool| Self {
            from: if is_late { cut } else { self.from },
            days: days.to_vec(),
            rows: self
                .rows
                .iter()
                .filter(|row| (row.asked.date() >= cut) == is_late)
                .copied()
                .collect(),
        };
        (part(early, false), part(late, true))
    }
}

type Found<'c> = BTreeMap<(DateTime, &'c str), Arrival<'c>>;

fn minutes_of(service: &Service, minutes: i32) -> i32 {
    let around = service.before_min.saturating_add(service.after_min);
    minutes.saturating_add(around).clamp(1, 1_440)
}

fn emergencies<'c>(clinic: &'c Clinic, services: &BTreeMap<&str, &'c Service>) -> Found<'c> {
    let mut found = Found::new();
    for row in clinic.referrals.iter().filter(|row| row.emergency) {
        let Some(service) = services.get(row.service.as_str()) else {
            continue;
        };
        let arrival = Arrival {
            asked: row.requested,
            minutes: minutes_of(service, service.minutes),
            discipline: service.discipline.as_deref(),
            origin: Origin::Emergency,
        };
        found.insert((row.requested, row.patient.as_deref().unwrap_or(&row.id)), arrival);
    }
    for row in clinic.appointments.iter().filter(|row| row.emergency) {
        insert(
            &mut found,
            services,
            row,
            row.requested.unwrap_or(row.start),
            Origin::Emergency,
        );
    }
    found
}

/// Seen on the day on which they asked: not moved there, and not a seat in a group.
fn add_walk_ins<'c>(clinic: &'c Clinic, services: &BTreeMap<&str, &'c Service>, found: &mut Found<'c>) {
    let moved: BTreeSet<&str> = clinic
        .appointments
        .iter()
        .filter_map(|row| row.replaced_by.as_deref())
        .into_set();
    for row in clinic.appointments.iter().filter(|row| !row.emergency) {
        let Some(asked) = row.requested.or(row.confirmed) else {
            continue;
        };
        let came = matches!(row.status, Status::Completed | Status::NoShow | Status::Missed);
        if came && asked.date() == row.start.date() && !moved.contains(row.id.as_str()) {
            insert(found, services, row, asked, Origin::WalkIn);
        }
    }
}

/// What is recorded for the same moment and patient is the same arrival.
fn insert<'c>(
    found: &mut Found<'c>,
    services: &BTreeMap<&str, &'c Service>,
    row: &'c Appointment,
    asked: DateTime,
    origin: Origin,
) {
    let Some(service) = services.get(row.service.as_str()) else {
        return;
    };
    let seen = !matches!(service.kind, Kind::Group | Kind::Shift) && row.status != Status::Void;
    if let Some(patient) = row.patient.as_deref().filter(|_| seen) {
        found.entry((asked, patient)).or_insert(Arrival {
            asked,
            minutes: minutes_of(service, row.minutes.saturating_add(row.travel_min.unwrap_or(0).max(0))),
            discipline: service.discipline.as_deref(),
            origin,
        });
    }
}
