//! A plan seen beside its problem: only what is well-formed, in numbers that cannot overflow.

use super::{Found, Resource, Rule};
use crate::model::plan::Plan;
use crate::model::problem::{Choice, Interval, Placement, Problem, Session};

/// A placement whose indices all exist. Times are 64-bit, so that sums with any start of a plan stay exact.
pub(super) struct Placed<'a> {
    pub(super) idx: u32,
    pub(super) session: &'a Session,
    pub(super) placement: &'a Placement,
    pub(super) choice: &'a Choice,
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) day: i64,
}

/// A seat whose session exists.
#[derive(Clone, Copy)]
pub(super) struct Seat {
    /// Index of the seat order.
    pub(super) order: usize,
    pub(super) patient: u32,
    pub(super) session: u32,
}

/// The well-formed part of a plan.
pub(super) struct View<'a> {
    pub(super) problem: &'a Problem,
    /// By session index.
    placed: Vec<Option<Placed<'a>>>,
    /// By seat order, then as in the plan.
    pub(super) seats: Vec<Seat>,
}

impl<'a> View<'a> {
    /// Reads a plan and reports what is malformed.
    pub(super) fn new(problem: &'a Problem, plan: &'a Plan, found: &mut Found) -> Self {
        if plan.placements.len() != problem.sessions.len() {
            let difference = plan.placements.len().abs_diff(problem.sessions.len());
            found.add(Rule::Malformed, Vec::new(), None, difference as i64);
        }
        if plan.seats.len() != problem.seat_orders.len() {
            let difference = plan.seats.len().abs_diff(problem.seat_orders.len());
            found.add(Rule::Malformed, Vec::new(), None, difference as i64);
        }
        let mut placed: Vec<Option<Placed>> = Vec::with_capacity(problem.sessions.len());
        for idx in 0..problem.sessions.len() {
            let placement = plan.placements.get(idx).and_then(Option::as_ref);
            let well_formed = placement.map(|placement| read(problem, idx as u32, placement));
            if let Some(None) = well_formed {
                found.one(Rule::Malformed, idx as u32, None, 0);
            }
            placed.push(well_formed.flatten());
        }
        let seats = read_seats(problem, plan, found);
        Self { problem, placed, seats }
    }

    /// Every placed session, by index.
    pub(super) fn placed(&self) -> impl Iterator<Item = &Placed<'a>> {
        self.placed.iter().flatten()
    }

    /// One session, if it is placed.
    pub(super) fn session(&self, idx: u32) -> Option<&Placed<'a>> {
        self.placed.get(idx as usize).and_then(Option::as_ref)
    }

    /// Seats whose session is placed.
    pub(super) fn placed_seats(&self) -> impl Iterator<Item = (Seat, &Placed<'a>)> {
        self.seats
            .iter()
            .filter_map(|&seat| self.session(seat.session).map(|placed| (seat, placed)))
    }
}

/// The day of a moment; whatever lies before the horizon counts to its first day.
pub(super) fn day_of(problem: &Problem, minute: i64) -> i64 {
    minute.max(0) / i64::from(problem.day_min.max(1))
}

fn read<'a>(problem: &'a Problem, idx: u32, placement: &'a Placement) -> Option<Placed<'a>> {
    let session = problem.sessions.get(idx as usize)?;
    let choice = session.choices.get(usize::from(placement.choice))?;
    let room_exists = placement.room.is_none_or(|room| (room as usize) < problem.rooms.len());
    let clinicians_exist = placement
        .parts
        .iter()
        .all(|part| (part.clinician as usize) < problem.clinicians.len());
    if !room_exists || !clinicians_exist || placement.parts.len() != session.parts.len() {
        return None;
    }
    let start = i64::from(placement.start);
    Some(Placed {
        idx,
        session,
        placement,
        choice,
        start,
        end: start + i64::from(session.minutes),
        day: day_of(problem, start),
    })
}

fn read_seats(problem: &Problem, plan: &Plan, found: &mut Found) -> Vec<Seat> {
    let mut seats = Vec::new();
    for (order, (wanted, given)) in problem.seat_orders.iter().zip(&plan.seats).enumerate() {
        let (known, unknown): (Vec<u32>, Vec<u32>) = given
            .iter()
            .partition(|&&session| (session as usize) < problem.sessions.len());
        if !unknown.is_empty() {
            let patient = Some(Resource::Patient(wanted.patient));
            found.add(Rule::Malformed, Vec::new(), patient, unknown.len() as i64);
        }
        seats.extend(known.into_iter().map(|session| Seat {
            order,
            patient: wanted.patient,
            session,
        }));
    }
    seats
}

/// Minutes of `[from, to)` outside the interval that holds most of it; `None` if one of them holds it whole.
pub(super) fn outside(windows: &[Interval], from: i64, to: i64) -> Option<i64> {
    let mut least = to - from;
    for &(open, close) in windows {
        let (open, close) = (i64::from(open), i64::from(close));
        if open <= from && to <= close {
            return None;
        }
        least = least.min((to - from) - (to.min(close) - from.max(open)).max(0));
    }
    Some(least)
}
