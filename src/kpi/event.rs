//! The things that are counted: sessions with their class, seats, clinician-days.

use crate::model::clinic::{Appointment, Clinician, Kind, Modality, Party, Patient, Service};

pub(crate) use crate::model::outcome::Class;

/// One clinician's share of a session.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Share<'a> {
    pub(crate) clinician: &'a Clinician,
    /// Start, minutes from the origin.
    pub(crate) start: i32,
    pub(crate) minutes: i32,
    /// Minutes on the way to it.
    pub(crate) travel: i32,
}

/// One patient in a session.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat<'a> {
    pub(crate) patient: &'a Patient,
    pub(crate) class: Class,
    /// Who cancelled or moved it later than the setting allows; only of what happened.
    pub(crate) late_change: Option<Party>,
}

/// A session, past or planned.
#[derive(Debug, Clone)]
pub(crate) struct Event<'a> {
    /// Appointment id or session key.
    pub(crate) id: &'a str,
    pub(crate) service: &'a Service,
    /// Fewest and most patients of a group.
    pub(crate) capacity: Option<(i32, i32)>,
    /// Start, minutes from the origin.
    pub(crate) start: i32,
    pub(crate) minutes: i32,
    pub(crate) modality: Modality,
    pub(crate) room: Option<&'a str>,
    pub(crate) class: Class,
    pub(crate) shares: Vec<Share<'a>>,
    pub(crate) seats: Vec<Seat<'a>>,
    /// The row it comes from, for what only the past can tell.
    pub(crate) row: Option<&'a Appointment>,
}

impl Event<'_> {
    /// First minute after it.
    pub(crate) fn end(&self) -> i32 {
        self.start + self.minutes
    }

    /// True for what a patient would call a visit: everything but cover of a place.
    pub(crate) fn is_visit(&self) -> bool {
        self.service.kind != Kind::Shift
    }

    /// Minutes of all its clinicians together.
    pub(crate) fn clinician_minutes(&self) -> i64 {
        self.shares.iter().map(|share| i64::from(share.minutes)).sum()
    }

    /// The id of one of its seats.
    pub(crate) fn seat_id(&self, seat: &Seat) -> String {
        match self.service.kind {
            Kind::Group => format!("{}/{}", self.id, seat.patient.id),
            _ => self.id.into(),
        }
    }
}

/// What one clinician's day amounts to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ClinicianDay<'a> {
    pub(crate) clinician: &'a Clinician,
    /// Days from the origin.
    pub(crate) day: i32,
    pub(crate) paid: i32,
    pub(crate) leave: i32,
    pub(crate) meeting: i32,
    pub(crate) protected: i32,
    pub(crate) travel: i32,
    /// Minutes worked: what overtime is counted from.
    pub(crate) worked: i32,
    /// Documentation outside paid time; `None` if it cannot be known.
    pub(crate) after_hours: Option<i32>,
    pub(crate) miles: f64,
}
