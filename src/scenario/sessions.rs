//! The sessions that a plan holds, in flat arrays: written once for a planned week, read in every week lived through.

use std::collections::BTreeMap;
use std::ops::Range;

use super::edits::text_key;
use super::payers::Payers;
use crate::model::build::quarter_units;
use crate::model::clinic::{Billing, Clinic};
use crate::model::problem::{Placement, Problem};
use crate::rng::stream_key;

/// One session that takes place if the clinicians it needs are well; or several of the same service, length and billing, each
/// of one patient with one clinician, who are most and are lived through together.
#[derive(Debug, Clone)]
pub struct Held {
    /// True for several: each seat is a session of its own, given by the clinician at the same place among the shares.
    pub several: bool,
    /// Service, by index in the clinic.
    pub service: usize,
    /// True if it is billed at all.
    pub billable: bool,
    /// Units that a seat which is kept is billed for.
    pub units: Units,
    /// Seats there are, for a group; 0 otherwise.
    pub capacity: u32,
    /// Minutes of all clinicians of a session together.
    pub minutes: i32,
    /// Who comes, by index in [`Sessions::seats`].
    pub seats: Range<usize>,
    /// Who gives it, by index in [`Sessions::shares`].
    pub shares: Range<usize>,
}

/// What a kept seat is billed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Units {
    /// So many units.
    Each(u32),
    /// One unit for a patient, service and day, however many seats are kept.
    OncePerDay,
}

impl Units {
    /// Of a session of a billing rule and length.
    pub fn of(billing: Billing, minutes: i32) -> Self {
        match billing {
            Billing::None => Self::Each(0),
            Billing::Visit => Self::Each(1),
            Billing::Quarter => Self::Each(u32::try_from(quarter_units(minutes)).unwrap_or(0)),
            Billing::PerDiem => Self::OncePerDay,
        }
    }
}

/// One patient's place in a session, beside its luck.
#[derive(Debug, Clone, Copy)]
pub struct Seat {
    /// Patient, service and day together, by number from 0; what is billed once per day is billed once for each.
    pub stay: usize,
    /// Who pays, by index in [`Sessions::payers`]; `None` if no authorization says so.
    pub payer: Option<usize>,
    /// Place of the patient in the order in which patients move to another payer, 0 to 1.
    pub rank: f64,
}

/// The sessions of a planned week.
#[derive(Debug, Clone, Default)]
pub struct Sessions {
    /// Sessions.
    pub held: Vec<Held>,
    /// What the luck of each seat is drawn by: the same wherever session and patient are the same.
    pub seats: Vec<u64>,
    /// What else there is to a seat.
    pub details: Vec<Seat>,
    /// Clinician-day, by index in [`Self::days`], and minutes of each clinician's part of a session.
    pub shares: Vec<(usize, i32)>,
    /// What the luck of each clinician-day with sessions is drawn by: the same wherever person and day are the same.
    pub days: Vec<u64>,
    /// How many stays there are.
    pub stays: usize,
    /// Payers by name.
    pub payers: Vec<String>,
}

/// Sessions of one patient with one clinician that are lived through together: seat, what else there is to it, share.
type Several = Vec<(u64, Seat, (usize, i32))>;

/// Sessions while they are written.
pub(super) struct Writer<'a> {
    clinic: &'a Clinic,
    problem: &'a Problem,
    payers: Payers,
    days: BTreeMap<(u32, usize), usize>,
    stays: BTreeMap<(u32, usize, usize), usize>,
    /// By service, units, minutes, and whether they are billed at all.
    alike: BTreeMap<(usize, Units, i32, bool), Several>,
    sessions: Sessions,
}

impl<'a> Writer<'a> {
    pub(super) fn new(clinic: &'a Clinic, problem: &'a Problem) -> Self {
        Self {
            clinic,
            problem,
            payers: Payers::of(clinic, problem),
            days: BTreeMap::new(),
            stays: BTreeMap::new(),
            alike: BTreeMap::new(),
            sessions: Sessions::default(),
        }
    }

    /// Adds a session of the problem that has a place and these patients.
    pub(super) fn add(&mut self, at: usize, service: usize, placement: &Placement, patients: &[u32]) {
        let problem = self.problem;
        let session = &problem.sessions[at];
        let billing = self.clinic.services[service].billing;
        let day = self.problem.day_of(placement.start);
        let seats: Vec<(u64, Seat)> = patients
            .iter()
            .map(|&patient| self.seat(&session.key, patient, service, day))
            .collect();
        let parts = session.parts.iter().zip(&placement.parts);
        let shares: Vec<(usize, i32)> = parts
            .map(|(part, given)| (self.clinician_day(given.clinician, day), part.minutes))
            .collect();
        let held = Held {
            several: false,
            service,
            billable: billing != Billing::None,
            units: Units::of(billing, session.minutes),
            capacity: session.seats.map_or(0, |seats| u32::try_from(seats.max).unwrap_or(0)),
            minutes: shares.iter().map(|(_, minutes)| minutes).sum(),
            seats: 0..0,
            shares: 0..0,
        };
        match (&seats[..], &shares[..]) {
            (&[(luck, seat)], &[share]) if held.capacity == 0 && held.units != Units::OncePerDay => {
                let key = (service, held.units, held.minutes, held.billable);
                self.alike.entry(key).or_default().push((luck, seat, share));
            }
            _ => self.sessions.push(held, seats, shares),
        }
    }

    fn seat(&mut self, session: &str, patient: u32, service: usize, day: usize) -> (u64, Seat) {
        let id = text_key(&self.problem.patients[patient as usize].id);
        let next = self.stays.len();
        let seat = Seat {
            stay: *self.stays.entry((patient, service, day)).or_insert(next),
            payer: self.payers.of_session(patient, service),
            rank: self.payers.rank(patient),
        };
        (
            stream_key(0, "attendance", text_key(session) ^ id.rotate_left(32)),
            seat,
        )
    }

    fn clinician_day(&mut self, clinician: u32, day: usize) -> usize {
        let days = &mut self.sessions.days;
        *self.days.entry((clinician, day)).or_insert_with(|| {
            let id = &self.problem.clinicians[clinician as usize].id;
            days.push(stream_key(day as u64, "sick", text_key(id)));
            days.len() - 1
        })
    }

    pub(super) fn finish(mut self) -> Sessions {
        for ((service, units, minutes, billable), all) in self.alike {
            let held = Held {
                several: true,
                service,
                billable,
                units,
                capacity: 0,
                minutes,
                seats: 0..0,
                shares: 0..0,
            };
            let (mut seats, mut shares) = (Vec::new(), Vec::new());
            for (luck, seat, share) in all {
                seats.push((luck, seat));
                shares.push(share);
            }
            self.sessions.push(held, seats, shares);
        }
        self.sessions.stays = self.stays.len();
        self.sessions.payers = self.payers.names();
        self.sessions
    }
}

impl Sessions {
    fn push(&mut self, held: Held, seats: Vec<(u64, Seat)>, shares: Vec<(usize, i32)>) {
        let (seat, share) = (self.seats.len(), self.shares.len());
        for (luck, detail) in seats {
            self.seats.push(luck);
            self.details.push(detail);
        }
        self.shares.extend(shares);
        self.held.push(Held {
            seats: seat..self.seats.len(),
            shares: share..self.shares.len(),
            ..held
        });
    }
}
