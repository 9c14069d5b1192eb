//! A view of what happened, from the clinic's tables.

use std::collections::{BTreeMap, BTreeSet};

use super::clock::Zone;
use super::event::{Class, ClinicianDay, Event, Seat, Share};
use super::value::IndicatorBasis;
use super::view::{Index, IndicatorOptions, View};
use crate::model::Clinic;
use crate::model::calendar::DateTime;
use crate::model::clinic::{Appointment, Attendance, Party, Status};
use crate::model::rules::Rules;
use crate::order::{Arrange, IntoOrdered};

/// What a row says about its end: status, when and by whom it was changed, whether another row replaces it, and when
/// that one starts.
struct Ending {
    status: Status,
    changed: Option<DateTime>,
    changed_by: Option<Party>,
    moved: bool,
    moved_to: Option<DateTime>,
}

/// What is needed to classify a row.
struct Judge<'a> {
    clinic: &'a Clinic,
    zone: Zone,
    /// Starts of the rows that replace others, by id.
    replacements: BTreeMap<&'a str, DateTime>,
}

impl Judge<'_> {
    /// True if the change came with less notice than the setting.
    fn is_late(&self, changed: DateTime, start: DateTime) -> bool {
        self.zone.elapsed(changed, start) < i64::from(self.clinic.settings.late_cancel_hours) * 60
    }

    /// The class of a row; `None` if it counts in nothing.
    fn class(&self, start: DateTime, ending: &Ending) -> Option<Class> {
        Some(match ending.status {
            Status::Proposed | Status::Waitlist | Status::Void => return None,
            Status::Completed => Class::Completed,
            Status::NoShow => Class::NoShow,
            Status::Missed => Class::Missed,
            Status::Booked if start < self.clinic.settings.as_of => Class::Unresolved,
            Status::Booked => Class::Open,
            Status::Cancelled => self.cancelled(start, ending),
        })
    }

    fn cancelled(&self, start: DateTime, ending: &Ending) -> Class {
        let by_patient = matches!(ending.changed_by, None | Some(Party::Patient));
        match ending.changed {
            _ if !by_patient && !ending.moved => Class::ProviderCancel,
            None => Class::Unresolved,
            Some(changed) if !self.is_late(changed, start) => Class::EarlyCancel,
            Some(_) if by_patient => Class::LateCancel,
            Some(_) => Class::ProviderCancel,
        }
    }

    /// Who changed it too late: too short before it was to begin, or before it begins now.
    fn late_change(&self, start: DateTime, ending: &Ending) -> Option<Party> {
        let changed = ending.changed.filter(|_| ending.status == Status::Cancelled)?;
        let known_by = ending.moved_to.map_or(start, |moved_to| moved_to.min(start));
        self.is_late(changed, known_by)
            .then(|| ending.changed_by.unwrap_or(Party::Patient))
    }

    fn ending_of(&self, row: &Appointment) -> Ending {
        let replacement = row.replaced_by.as_deref();
        Ending {
            status: row.status,
            changed: row.changed,
            changed_by: row.changed_by,
            moved: replacement.is_some(),
            moved_to: replacement.and_then(|id| self.replacements.get(id).copied()),
        }
    }
}

/// A seat ends as its row says; one that is still booked shares the end of a session that was cancelled or missed.
fn seat_ending(judge: &Judge, session: &Appointment, seat: &Attendance) -> Ending {
    let own = seat.status != Status::Booked || !matches!(session.status, Status::Cancelled | Status::Missed);
    match own {
        true => Ending {
            status: seat.status,
            changed: seat.changed,
            changed_by: seat.changed_by,
            moved: false,
            moved_to: None,
        },
        false => judge.ending_of(session),
    }
}

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
    let replacing: BTreeSet<&str> = clinic
        .appointments
        .iter()
        .filter_map(|row| row.replaced_by.as_deref())
        .into_set();
    let judge = Judge {
        clinic,
        zone: view.zone.clone(),
        replacements: clinic
            .appointments
            .iter()
            .filter(|row| replacing.contains(row.id.as_str()))
            .map(|row| (row.id.as_str(), row.start))
            .into_map(),
    };
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
    let ending = judge.ending_of(row);
    let class = judge.class(row.start, &ending)?;
    let start = view.minute(row.start);
    let travel = row.travel_min.unwrap_or(0);
    let share = |id: &String| {
        let clinician = view.index.clinicians.get(id.as_str())?;
        Some(Share {
            clinician,
            start,
            minutes: row.minutes,
            travel,
        })
    };
    let own = row.patient.as_ref().and_then(|id| view.index.patients.get(id.as_str()));
    let own = own.map(|&patient| Seat {
        patient,
        class,
        late_change: judge.late_change(row.start, &ending),
    });
    let mut taken: Vec<Seat> = seats
        .iter()
        .filter_map(|seat| {
            let ending = seat_ending(judge, row, seat);
            Some(Seat {
                patient: view.index.patients.get(seat.patient.as_str())?,
                class: judge.class(row.start, &ending)?,
                late_change: judge.late_change(row.start, &ending),
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
        shares: row.clinicians.iter().filter_map(share).collect(),
        seats: taken,
        row: Some(row),
    })
}

/// The clinician-days of the staff days, by clinician and day. Hours worked are paid hours without leave.
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
                worked: row.paid_min - row.leave_min,
                after_hours: Some(row.after_hours_min),
                miles: row.miles,
            })
        })
        .collect();
    days.arrange_by(|a, b| (&a.clinician.id, a.day).cmp(&(&b.clinician.id, b.day)));
    days
}
