//! What payers and levels of care ask for: authorized sessions, weekly hours, visits of a payment period.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Class, Event};
use super::outcome::{Computed, Tally, none};
use super::view::View;
use crate::model::build::units_of;
use crate::model::calendar::{DAY_MIN, Date};
use crate::model::clinic::{Authorization, Modality, Patient, Phase, Unit};
use crate::order::{Arrange, IntoOrdered};

/// An authorization with what is left of it.
struct Ledger<'v> {
    row: &'v Authorization,
    left: i32,
    days: BTreeSet<i32>,
}

impl Ledger<'_> {
    fn covers(&self, view: &View, event: &Event) -> bool {
        let date = view.date(event.start);
        self.row.from <= date && date <= self.row.until && self.row.services.contains(&event.service.id)
    }

    /// Draws the units of a session; false, with nothing drawn, if there are not enough.
    fn draw(&mut self, event: &Event) -> bool {
        let day = event.start.div_euclid(DAY_MIN);
        if self.row.unit == Unit::Day && self.days.contains(&day) {
            return true;
        }
        let wanted = units_of(self.row.unit, event.minutes);
        let enough = wanted <= self.left;
        if enough {
            self.left -= wanted;
            self.days.insert(day);
        }
        enough
    }
}

/// Authorizations by patient; of several the one that ends first is used first.
fn ledgers<'v>(view: &'v View) -> BTreeMap<&'v str, Vec<Ledger<'v>>> {
    let mut by_patient: BTreeMap<&str, Vec<Ledger>> = BTreeMap::new();
    for row in &view.clinic.authorizations {
        by_patient.entry(&row.patient).or_default().push(Ledger {
            row,
            left: row.units - row.used,
            days: BTreeSet::new(),
        });
    }
    for of_patient in by_patient.values_mut() {
        of_patient.arrange_by_key(|ledger| (ledger.row.until, ledger.row.from, ledger.row.units, &ledger.row.id));
    }
    by_patient
}

/// K18.
pub(super) fn authorized(view: &View) -> Computed {
    let mut ledgers = ledgers(view);
    let first_day: BTreeMap<&str, Date> = ledgers
        .iter()
        .filter_map(|(&patient, rows)| Some((patient, rows.iter().map(|ledger| ledger.row.from).min()?)))
        .into_map();
    let (mut tally, mut on_file) = (Tally::default(), 0);
    for event in view.events.iter().filter(|event| event.service.needs_authorization) {
        for seat in event.seats.iter().filter(|seat| view.is_done(seat.class)) {
            let of_patient = ledgers.get_mut(seat.patient.id.as_str());
            let valid = of_patient.is_some_and(|ledgers| {
                let mut covering = ledgers.iter_mut().filter(|ledger| ledger.covers(view, event));
                covering.any(|ledger| ledger.draw(event))
            });
            if view.covers(event.start) {
                tally.add(valid, event.seat_id(seat));
                let first = first_day.get(seat.patient.id.as_str());
                on_file += usize::from(first.is_some_and(|&first| first <= view.date(event.start)));
            }
        }
    }
    let (hits, before) = (tally.hits() as f64, tally.all() - on_file);
    Ok(tally
        .proportion(view.session_table(), "sessions that need an authorization")?
        .share("of sessions since the patient's first authorization on file", hits, on_file as f64)
        .note(
            before > 0,
            "some sessions lie before the patient's first authorization on file: earlier ones may be missing from the tables",
        ))
}

/// Weekly minimum of a patient, minutes; 0 if there is none.
fn minimum(view: &View, patient: &Patient) -> f64 {
    let by_phase = match patient.phase {
        Phase::IntensiveOutpatient => Some("2.1"),
        Phase::PartialHospitalization => Some("2.5"),
        _ => None,
    };
    let of_level = |level: &str| view.rule(&format!("level.{level}.minimum_week_hours"));
    patient
        .minimum_week_hours
        .or_else(|| {
            patient
                .level_of_care
                .as_deref()
                .map_or_else(|| by_phase.and_then(of_level), of_level)
        })
        .unwrap_or(0.0)
        * 60.0
}

/// True if a patient is in care on all seven days of a week, and neither admitted nor discharged in it.
fn is_full_week(view: &View, patient: &Patient, week: i32) -> bool {
    let (first, last) = (view.origin.plus_days(week), view.origin.plus_days(week + 6));
    patient.admitted.is_none_or(|date| date < first) && patient.discharged.is_none_or(|date| date > last)
}

/// K19.
pub(super) fn service_hours(view: &View) -> Computed {
    let weeks = view.whole_weeks();
    if weeks.is_empty() {
        return Err(none(
            "no whole workweek lies in the period",
            "a period of at least one workweek",
        ));
    }
    let mut received: BTreeMap<(&str, i32), i64> = BTreeMap::new();
    for event in view.sessions().filter(|event| event.service.counts_to_minimum) {
        let week = view.week_of(event.start.div_euclid(DAY_MIN));
        for seat in event.seats.iter().filter(|seat| view.is_done(seat.class)) {
            *received.entry((&seat.patient.id, week)).or_default() += i64::from(event.minutes);
        }
    }
    let mut tally = Tally::default();
    for patient in view.index.patients.values() {
        let wanted = minimum(view, patient);
        for &week in weeks
            .iter()
            .filter(|&&week| wanted > 0.0 && is_full_week(view, patient, week))
        {
            let minutes = received.get(&(patient.id.as_str(), week)).copied().unwrap_or(0);
            tally.add(
                minutes as f64 >= wanted,
                format!("{} {}", patient.id, view.origin.plus_days(week)),
            );
        }
    }
    Ok(tally
        .proportion("patients", "full weeks of patients with a weekly minimum")?
        .note(
            view.is_history(),
            "by the level of care as it stands now: earlier levels are not in the tables",
        ))
}

/// K34.
pub(super) fn few_visits(view: &View) -> Computed {
    let today = view.date(view.minute(view.clinic.settings.as_of).min(view.period.1 - 1));
    let mut open: Vec<_> = view
        .clinic
        .care_periods
        .iter()
        .filter(|row| row.from <= today && today <= row.until)
        .collect();
    open.arrange_by_key(|row| (row.from, &row.patient));
    let mut tally = Tally::default();
    for row in open {
        let visits = view.events.iter().filter(|event| {
            let date = view.date(event.start);
            event.modality == Modality::Home
                && row.from <= date
                && date <= row.until
                && event
                    .seats
                    .iter()
                    .any(|seat| seat.patient.id == row.patient && matches!(seat.class, Class::Completed | Class::Open))
        });
        tally.add(
            (visits.count() as i64) < i64::from(row.threshold),
            format!("{} {}", row.patient, row.from),
        );
    }
    tally.proportion("care_periods", "open payment periods")
}
