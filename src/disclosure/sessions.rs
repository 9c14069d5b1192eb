//! The sessions of a clinic with their seats, in the order of time.

use std::collections::BTreeMap;

use crate::model::Clinic;
use crate::model::clinic::{Appointment, Attendance, Clinician, Room, Service, Status};
use crate::order::{Arrange, IntoOrdered};

/// One patient's part in a session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Visit<'c> {
    pub(super) row: &'c Appointment,
    pub(super) service: &'c Service,
    pub(super) patient: &'c str,
    pub(super) status: Status,
}

/// The rows of a clinic by id.
pub(super) struct Index<'c> {
    pub(super) clinic: &'c Clinic,
    services: BTreeMap<&'c str, &'c Service>,
    rooms: BTreeMap<&'c str, &'c Room>,
    clinicians: BTreeMap<&'c str, &'c Clinician>,
}

impl<'c> Index<'c> {
    pub(super) fn new(clinic: &'c Clinic) -> Self {
        Self {
            clinic,
            services: clinic.services.iter().map(|row| (&*row.id, row)).into_map(),
            rooms: clinic.rooms.iter().map(|row| (&*row.id, row)).into_map(),
            clinicians: clinic.clinicians.iter().map(|row| (&*row.id, row)).into_map(),
        }
    }

    /// What a room is called.
    pub(super) fn room(&self, id: Option<&str>) -> &'c str {
        id.and_then(|id| self.rooms.get(id)).map_or("", |row| &row.name)
    }

    pub(super) fn clinician(&self, id: &str) -> Option<&'c Clinician> {
        self.clinicians.get(id).copied()
    }

    /// Every patient's part in every session of a service that is known.
    pub(super) fn visits(&self) -> Vec<Visit<'c>> {
        let mut seats: BTreeMap<&str, Vec<&Attendance>> = BTreeMap::new();
        for seat in &self.clinic.attendances {
            seats.entry(&seat.appointment).or_default().push(seat);
        }
        let mut visits = Vec::new();
        for row in &self.clinic.appointments {
            let Some(&service) = self.services.get(&*row.service) else {
                continue;
            };
            let visit = |patient: &'c str, status: Status| Visit {
                row,
                service,
                patient,
                status,
            };
            visits.extend(row.patient.iter().map(|patient| visit(patient, row.status)));
            let seats = seats.get(&*row.id).into_iter().flatten();
            visits.extend(seats.map(|seat| visit(&seat.patient, of_seat(row.status, seat.status))));
        }
        visits.arrange_by_key(|visit| (visit.row.start, &visit.row.id, visit.patient));
        visits
    }
}

/// A seat takes place as its session does, and is only booked as long as that is.
fn of_seat(session: Status, seat: Status) -> Status {
    match (session, seat) {
        (Status::Booked, Status::Completed) => Status::Booked,
        (Status::Completed | Status::Booked, seat) => seat,
        (session, _) => session,
    }
}
