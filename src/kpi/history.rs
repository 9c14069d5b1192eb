//! A view of what happened, from the clinic's tables.

use std::collections::BTreeMap;

use super::event::{ClinicianDay, Event, Seat, Share};
use super::value::IndicatorBasis;
use super::view::{Index, IndicatorOptions, View};
use crate::model::Clinic;
use crate::model::build::decisions::InForce;
use crate::model::calendar::DateTime;
use crate::model::clinic::{Appointment, Attendance};
use crate::model::elapsed::Zone;
use crate::model::outcome::Judge;
use crate::model::rules::Rules;
use crate::order::Arrange;

impl<'a> View<'a> {
    /// A view of the clinic's history over `[from, to)`. Rows that name something unknown are not in it.
    pub fn history(clinic: &'a Clinic, from: DateTime, to: DateTime, options: IndicatorOptions) -> Self {
        let origin = clinic.settings.horizon_start;
        let mut view = View {
            clinic,
            options,
            basis: IndicatorBasis::History,
            index: Index::new(clinic),
            zone: Zone::new(&clinic.settings.time_zone),
            origin,
            period: (from.minutes_since(origin), to.minutes_since(origin)),
            now: clinic.settings.as_of.minutes_since(origin),
            events: Vec::new(),
            days: Vec::new(),
            rules: Rules::of(clinic),
            travel_estimated: false,
            everyone: true,
            decided: InForce::of(clinic),
            planned: None,
        };
        view.events = past_events(&view);
        view.days = past_days(&view);
        view
    }
}

/// The events of the appointments, in order of time.
pub(crate) fn past_events<'a>(view: &View<'a>) -> Vec<Event<'a>> {
    let clinic = view.clinic;
    let judge = Judge::new(clinic);
    let mut seats: BTreeMap<&str, Vec<&Attendance>> = BTreeMap::new();
    for seat in &clinic.attendances {
        seats.entry(&seat.appointment).or_default().push(seat);
    }
    let nobody = Vec::new();
    let mut events: Vec<Event> = clinic
        .appointments
        .iter()
        .filter_map(|row| event(view, &judge, row, seats.get(row.id.as_str()).unwrap_or(&nobody)))
        .collect();
    events.arrange_by(|a, b| (a.start, a.minutes, a.id).cmp(&(b.start, b.minutes, b.id)));
    events
}

fn event<'a>(view: &View<'a>, judge: &Judge, row: &'a Appointment, seats: &[&'a Attendance]) -> Option<Event<'a>> {
    let (class, late_change) = judge.session(row)?;
    let start = view.minute(row.start);
    let share = |(at, id): (usize, &String)| {
        let clinician = view.index.clinicians.get(id.as_str())?;
        let (after, minutes, travel) = row.part(at);
        Some(Share {
            clinician,
            start: start + after,
            minutes,
            travel,
        })
    };
    let own = row.patient.as_ref().and_then(|id| view.index.patients.get(id.as_str()));
    let own = own.map(|&patient| Seat {
        patient,
        class,
        late_change,
    });
    let mut taken: Vec<Seat> = seats
        .iter()
        .filter_map(|seat| {
            let patient = view.index.patients.get(seat.patient.as_str())?;
            let (class, late_change) = judge.seat(row, seat)?;
            Some(Seat {
                patient,
                class,
                late_change,
            })
        })
        .collect();
    taken.extend(own);
    taken.arrange_by(|a, b| a.patient.id.cmp(&b.patient.id));
    Some(Event {
        id: &row.id,
        service: view.index.services.get(row.service.as_str())?,
        capacity: row
            .group
            .as_ref()
            .and_then(|id| view.index.groups.get(id.as_str()))
            .map(|group| (group.min, group.max)),
        start,
        minutes: row.minutes,
        modality: row.modality,
        room: row.room.as_deref(),
        class,
        shares: row.clinicians.iter().enumerate().filter_map(share).collect(),
        seats: taken,
        row: Some(row),
    })
}

/// The clinician-days of the staff days, by clinician and day. Hours worked are those on record, or else paid hours
/// without leave.
fn past_days<'a>(view: &View<'a>) -> Vec<ClinicianDay<'a>> {
    let mut days: Vec<ClinicianDay> = view
        .clinic
        .staff_days
        .iter()
        .filter_map(|row| {
            Some(ClinicianDay {
                clinician: view.index.clinicians.get(row.clinician.as_str())?,
                day: row.date.days_since(view.origin),
                paid: row.paid_min,
                leave: row.leave_min,
                meeting: row.meeting_min,
                protected: row.protected_min,
                travel: row.travel_min,
                worked: row.worked_min.unwrap_or(row.paid_min - row.leave_min),
                after_hours: Some(row.after_hours_min),
                miles: row.miles,
            })
        })
        .collect();
    days.arrange_by(|a, b| (&a.clinician.id, a.day).cmp(&(&b.clinician.id, b.day)));
    days
}
