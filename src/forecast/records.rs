//! What the clinic's tables say about past demand: every referral and every session that was wanted, with the day,
//! the place and the clinicians' time that it takes.

use std::collections::BTreeMap;

use crate::model::Clinic;
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Appointment, Party, Service, Status};
use crate::order::IntoOrdered;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Requests for care that came in.
    Referrals,
    /// Sessions that were wanted, group seats one by one: kept or not, but not those that were moved.
    Visits,
}

/// One thing that was wanted.
#[derive(Debug, Clone)]
pub(super) struct Event<'c> {
    pub measure: Measure,
    /// Row of the service.
    pub service: usize,
    pub site: &'c str,
    pub date: Date,
    /// Units wanted: seats of a group session, else 1.
    pub amount: f64,
    /// Clinicians' minutes it takes by discipline, everything included; nothing if it was called off in time.
    pub minutes: Vec<(&'c str, f64)>,
    /// Given at the patient's home.
    pub home: bool,
    /// Minutes on the way to it, if recorded.
    pub travel: Option<f64>,
}

/// Longest time of one session that is believed, minutes.
const LONGEST: i32 = 24 * 60;

/// Every event before `as_of`, in the order of the tables.
pub(super) fn events(clinic: &Clinic) -> Vec<Event<'_>> {
    let services = places(clinic.services.iter().map(|row| row.id.as_str()));
    let sites = Sites::of(clinic);
    let as_of = clinic.settings.as_of;
    let mut found = Vec::new();
    for row in clinic.referrals.iter().filter(|row| row.requested < as_of) {
        if let Some(&service) = services.get(row.service.as_str()) {
            found.push(Event {
                measure: Measure::Referrals,
                service,
                site: &row.site,
                date: row.requested.date(),
                amount: 1.0,
                minutes: Vec::new(),
                home: false,
                travel: None,
            });
        }
    }
    let mut seats: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    let starts = clinic
        .appointments
        .iter()
        .map(|row| (row.id.as_str(), row.start))
        .into_map();
    for row in &clinic.attendances {
        let Some(&start) = starts.get(row.appointment.as_str()) else {
            continue;
        };
        let entry = seats.entry(&row.appointment).or_default();
        if is_wanted(row.status) {
            entry.0 += 1.0;
            let called_off = called_off(clinic, row.status, start, row.changed, row.changed_by);
            entry.1 += f64::from(u8::from(!called_off));
        }
    }
    let disciplines = clinic
        .clinicians
        .iter()
        .map(|row| (row.id.as_str(), row.discipline.as_str()))
        .into_map();
    for row in clinic.appointments.iter().filter(|row| row.start < as_of) {
        let Some(&service) = services.get(row.service.as_str()) else {
            continue;
        };
        let group = seats.get(row.id.as_str()).copied();
        let amount = match group {
            Some((wanted, _)) => wanted,
            None => f64::from(u8::from(is_wanted(row.status) && row.replaced_by.is_none())),
        };
        if amount == 0.0 {
            continue;
        }
        let off = match group {
            // A group is held as long as somebody is expected.
            Some((_, expected)) => expected == 0.0,
            None => called_off(clinic, row.status, row.start, row.changed, row.changed_by),
        };
        let of = &clinic.services[service];
        found.push(Event {
            measure: Measure::Visits,
            service,
            site: sites.of_appointment(row),
            date: row.start.date(),
            amount,
            minutes: if off {
                Vec::new()
            } else {
                minutes(row, of, &disciplines)
            },
            home: row.modality == crate::model::clinic::Modality::Home,
            travel: row.travel_min.map(f64::from),
        });
    }
    found
}

fn places<'c>(ids: impl Iterator<Item = &'c str>) -> BTreeMap<&'c str, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).into_map()
}

fn is_wanted(status: Status) -> bool {
    !matches!(status, Status::Proposed | Status::Waitlist | Status::Void)
}

/// Cancelled by the patient with so much notice that the time could be given to somebody else.
fn called_off(clinic: &Clinic, status: Status, start: DateTime, changed: Option<DateTime>, by: Option<Party>) -> bool {
    status == Status::Cancelled
        && by.unwrap_or(Party::Patient) == Party::Patient
        && changed.is_some_and(|changed| {
            let notice = start.minutes_since(changed.date()) - changed.minute_of_day();
            notice >= clinic.settings.late_cancel_hours.saturating_mul(60)
        })
}

/// Minutes of every clinician who takes part: before, session, after, documentation and the way there.
fn minutes<'c>(
    row: &'c Appointment,
    service: &'c Service,
    disciplines: &BTreeMap<&str, &'c str>,
) -> Vec<(&'c str, f64)> {
    let parts = [
        service.before_min,
        row.minutes,
        service.after_min,
        row.documentation_min.unwrap_or(service.documentation_min),
        row.travel_min.unwrap_or(0),
    ];
    let minutes: f64 = parts.iter().map(|&part| f64::from(part.clamp(0, LONGEST))).sum();
    let usual = service.discipline.as_deref().unwrap_or(ANY);
    if row.clinicians.is_empty() {
        return vec![(usual, minutes)];
    }
    let discipline = |id: &String| disciplines.get(id.as_str()).copied().unwrap_or(usual);
    row.clinicians.iter().map(|id| (discipline(id), minutes)).collect()
}

/// The discipline of what nobody in particular has to give.
pub(super) const ANY: &str = "any";

/// Where things take place.
struct Sites<'c> {
    rooms: BTreeMap<&'c str, &'c str>,
    groups: BTreeMap<&'c str, &'c str>,
    shifts: BTreeMap<&'c str, &'c str>,
    patients: BTreeMap<&'c str, &'c str>,
    clinicians: BTreeMap<&'c str, &'c str>,
}

impl<'c> Sites<'c> {
    fn of(clinic: &'c Clinic) -> Self {
        Self {
            rooms: clinic
                .rooms
                .iter()
                .map(|row| (row.id.as_str(), row.site.as_str()))
                .into_map(),
            groups: clinic
                .groups
                .iter()
                .map(|row| (row.id.as_str(), row.site.as_str()))
                .into_map(),
            shifts: clinic
                .shifts
                .iter()
                .map(|row| (row.id.as_str(), row.site.as_str()))
                .into_map(),
            patients: clinic
                .patients
                .iter()
                .map(|row| (row.id.as_str(), row.site.as_str()))
                .into_map(),
            clinicians: clinic
                .clinicians
                .iter()
                .map(|row| (row.id.as_str(), row.site.as_str()))
                .into_map(),
        }
    }

    /// Of the room, the group, the shift, the patient or the first clinician, whatever is known first.
    fn of_appointment(&self, row: &Appointment) -> &'c str {
        let of = |known: &BTreeMap<&'c str, &'c str>, id: Option<&String>| known.get(id?.as_str()).copied();
        of(&self.rooms, row.room.as_ref())
            .or_else(|| of(&self.groups, row.group.as_ref()))
            .or_else(|| of(&self.shifts, row.shift.as_ref()))
            .or_else(|| of(&self.patients, row.patient.as_ref()))
            .or_else(|| of(&self.clinicians, row.clinicians.first()))
            .unwrap_or_default()
    }
}
