//! What was agreed and what became of it, in the rows of the clinic's own tables.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Appointment, Attendance, Party, Status};
use crate::model::document::PlannedPlace;
use crate::model::problem::{Placement, Problem};
use crate::model::{Clinic, Plan};
use crate::order::IntoOrdered;

/// The rows of the horizon, from publication on. A session that is moved closes its row and opens another.
#[derive(Debug, Clone)]
pub(super) struct Ledger {
    pub(super) rows: Vec<Appointment>,
    pub(super) seats: Vec<Attendance>,
    /// Session of each row.
    pub(super) sessions: Vec<u32>,
    /// The row of a session that has not ended, by session.
    open: BTreeMap<u32, usize>,
    /// Sessions that have ended: their places stay in the plan, their rows are written.
    ended: BTreeSet<u32>,
    /// Seat rows by seat order and row.
    seat_rows: BTreeMap<(u32, usize), usize>,
    /// Group and shift of a session, from the clinic's tables.
    belongs: Vec<(Option<String>, Option<String>)>,
    /// When each order was asked for.
    requested: BTreeMap<String, DateTime>,
    start: Date,
}

/// True if both mean the same to patients and staff: another room is told at the door.
fn same(a: &Placement, b: &Placement) -> bool {
    a.start == b.start && a.choice == b.choice && a.parts == b.parts
}

impl Ledger {
    pub(super) fn new(clinic: &Clinic, problem: &Problem, start: Date) -> Self {
        // Keys of groups and shifts are their ids, the week or day, and a number.
        let owner = |key: &str| key.rsplitn(3, '/').nth(2).unwrap_or_default().to_owned();
        let belongs = problem.sessions.iter().map(|session| {
            let id = owner(&session.key);
            let group = clinic.groups.iter().any(|row| row.id == id && session.seats.is_some());
            let shift = clinic
                .shifts
                .iter()
                .any(|row| row.id == id && session.order.is_none() && !group);
            (group.then(|| id.clone()), shift.then_some(id))
        });
        let requested = clinic
            .orders
            .iter()
            .filter_map(|row| Some((row.id.clone(), row.requested?)));
        Self {
            rows: Vec::new(),
            seats: Vec::new(),
            sessions: Vec::new(),
            open: BTreeMap::new(),
            ended: BTreeSet::new(),
            seat_rows: BTreeMap::new(),
            belongs: belongs.collect(),
            requested: requested.into_map(),
            start,
        }
    }

    /// When an order was asked for, if that is known.
    pub(super) fn requested(&self, order: &str) -> Option<DateTime> {
        self.requested.get(order).copied()
    }

    /// Writes what a plan changes at a moment: rows closed by the clinic, rows opened.
    pub(super) fn follow(&mut self, problem: &Problem, was: &Plan, is: &Plan, now: DateTime) {
        let minute = now.minutes_since(self.start);
        for session in 0..problem.sessions.len() {
            let key = session as u32;
            match (self.open.get(&key).copied(), &is.placements[session]) {
                // What began before the first moment stands in the clinic's tables already.
                (None, Some(place)) if place.start >= minute && !self.ended.contains(&key) => {
                    self.book(problem, key, place, now);
                }
                (Some(_), None) => {
                    self.cancel(key, now, Party::Clinic);
                }
                (Some(row), Some(place)) => {
                    let before = was.placements[session].as_ref();
                    if before.is_some_and(|before| same(before, place)) {
                        self.rows[row].room = room(problem, place);
                    } else {
                        self.cancel(key, now, Party::Clinic);
                        let new = self.book(problem, key, place, now);
                        self.rows[row].replaced_by = Some(self.rows[new].id.clone());
                    }
                }
                (None, _) => {}
            }
        }
        self.follow_seats(problem, is, now);
    }

    fn follow_seats(&mut self, problem: &Problem, is: &Plan, now: DateTime) {
        for (order, sessions) in (0_u32..).zip(&is.seats) {
            for session in sessions {
                let Some(&row) = self.open.get(session) else { continue };
                if self.seat_rows.contains_key(&(order, row)) {
                    continue;
                }
                let wanted = &problem.seat_orders[order as usize];
                self.seat_rows.insert((order, row), self.seats.len());
                self.seats.push(Attendance {
                    appointment: self.rows[row].id.clone(),
                    patient: problem.patients[wanted.patient as usize].id.clone(),
                    order: Some(wanted.order.clone()),
                    status: Status::Booked,
                    changed: None,
                    changed_by: None,
                });
            }
        }
        let lost: Vec<usize> = self
            .seat_rows
            .iter()
            .filter(|((order, row), _)| {
                let session = self.sessions[*row];
                self.open.get(&session) == Some(row) && !is.seats[*order as usize].contains(&session)
            })
            .map(|(_, &seat)| seat)
            .collect();
        for seat in lost {
            close_seat(&mut self.seats[seat], now, Party::Clinic);
        }
    }

    /// Opens a row.
    fn book(&mut self, problem: &Problem, session: u32, place: &Placement, now: DateTime) -> usize {
        let entry = &problem.sessions[session as usize];
        let (group, shift) = self.belongs[session as usize].clone();
        let planned = PlannedPlace::from_day(problem, entry, place, self.start);
        let requested = entry
            .order
            .as_ref()
            .and_then(|order| self.requested.get(order).copied());
        let id = format!("s{}-{}", self.start, self.rows.len() + 1);
        self.rows.push(Appointment {
            group,
            shift,
            requested,
            confirmed: requested.map(|_| now),
            ..planned.booked(problem, entry, &id)
        });
        self.sessions.push(session);
        self.open.insert(session, self.rows.len() - 1);
        self.rows.len() - 1
    }

    /// Closes the row of a session.
    pub(super) fn cancel(&mut self, session: u32, now: DateTime, by: Party) {
        if let Some(row) = self.open.remove(&session) {
            let row = &mut self.rows[row];
            (row.status, row.changed, row.changed_by) = (Status::Cancelled, Some(now), Some(by));
        }
    }

    /// A patient gives a seat back.
    pub(super) fn give_back(&mut self, order: u32, session: u32, now: DateTime) {
        let row = self.open.get(&session).copied();
        if let Some(&seat) = row.and_then(|row| self.seat_rows.get(&(order, row))) {
            close_seat(&mut self.seats[seat], now, Party::Patient);
        }
    }

    /// Ends a session; its row, to be filled in.
    pub(super) fn end(&mut self, session: u32, status: Status) -> Option<&mut Appointment> {
        let row = &mut self.rows[self.open.remove(&session)?];
        self.ended.insert(session);
        row.status = status;
        Some(row)
    }

    /// Ends a seat of a session that has not ended.
    pub(super) fn end_seat(&mut self, order: u32, session: u32, status: Status) {
        let row = self.open.get(&session).copied();
        if let Some(&seat) = row.and_then(|row| self.seat_rows.get(&(order, row))) {
            self.seats[seat].status = status;
        }
    }
}

fn close_seat(seat: &mut Attendance, now: DateTime, by: Party) {
    if seat.status == Status::Booked {
        (seat.status, seat.changed, seat.changed_by) = (Status::Cancelled, Some(now), Some(by));
    }
}

fn room(problem: &Problem, place: &Placement) -> Option<String> {
    place.room.map(|room| problem.rooms[room as usize].id.clone())
}
