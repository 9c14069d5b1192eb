//! Takes a session exactly where a plan has it, on the grid or not, if every rule allows it there.

use crate::model::problem::{Choice, Placement};

use super::advisor::Relaxation;
use super::slots::Slots as _;
use super::span::{Stop, within};
use super::state::{Candidate, MAX_PARTS, Placed, Seat, State};

impl State<'_> {
    /// The candidate that is exactly this placement (the room's pool, not the room by name), if it fits. A visit that
    /// floats keeps its place in the order of the day.
    pub(super) fn place_at(&mut self, session: usize, placement: &Placement) -> Option<Candidate> {
        let problem = self.layout.problem;
        let entry = self.layout.session(session);
        let day = problem.day_of(placement.start);
        if placement.start < 0 || day >= problem.num_days || placement.parts.len() != entry.parts.len() {
            return None;
        }
        if !self.day_allows(session, day) || !self.grid_allows(session, placement) {
            return None;
        }
        self.flush();
        let alone = entry
            .patient
            .is_none_or(|patient| self.is_free_day(patient as usize, day));
        let held = entry
            .patient
            .filter(|_| !alone)
            .and_then(|patient| self.hold(patient as usize, day));
        let pinned = !(self.index.floats[session] && alone);
        let candidate = self.candidate_at(session, day, placement, pinned);
        if let Some(held) = held {
            self.release(held);
        }
        candidate
    }

    fn candidate_at(&self, session: usize, day: usize, placement: &Placement, pinned: bool) -> Option<Candidate> {
        let entry = self.layout.session(session);
        let choice = entry.choices.get(placement.choice as usize)?;
        if pinned && !self.time_allows(session, placement.start) {
            return None;
        }
        let (room_pool, room_cents) = self.room_of(session, day, choice, placement)?;
        let mut parts = [Seat::default(); MAX_PARTS];
        let mut delta = choice.second_choice + room_cents;
        for own in 0..placement.parts.len() {
            let (seat, cents) = self.seat_at(session, own, day, placement, pinned)?;
            parts[own] = seat;
            delta += cents;
        }
        Some(Candidate {
            placed: Placed {
                start: placement.start,
                day: day as u16,
                choice: placement.choice,
                room_pool,
            },
            pinned,
            num_parts: placement.parts.len(),
            parts,
            delta,
            spare: 0,
        })
    }

    /// True if what shares anything with others starts on the grid; what is locked stays where it is.
    fn grid_allows(&self, session: usize, placement: &Placement) -> bool {
        let entry = self.layout.session(session);
        let choice = entry.choices.get(placement.choice as usize);
        let takes_slots = choice.is_some_and(|choice| choice.equipment.is_some() || !choice.room_classes.is_empty());
        let is_shared = entry.seats.is_some() || entry.parts.len() > 1 || takes_slots;
        entry.locked || !is_shared || placement.start % self.layout.problem.grid.max(1) == 0
    }

    /// True if the session's windows, its patient and the sessions before and after it allow this start.
    fn time_allows(&self, session: usize, start: i32) -> bool {
        let entry = self.layout.session(session);
        let end = start + entry.minutes;
        let (earliest, latest_end) = self.order_window(session);
        let is_busy = |patient: u32| {
            self.attends[patient as usize].iter().any(|&other| {
                let (from, to) = self.times(other as usize);
                from < end && start < to
            })
        };
        within(&entry.windows, start, end)
            && (self.is_relaxed(Relaxation::Order) || earliest <= start && end <= latest_end)
            && !entry.patient.is_some_and(is_busy)
    }

    /// The room pool with its price, `u16::MAX` if no room is needed; `None` if room or equipment are not to be had.
    fn room_of(&self, session: usize, day: usize, choice: &Choice, placement: &Placement) -> Option<(u16, i64)> {
        let problem = self.layout.problem;
        let minutes = self.layout.session(session).minutes;
        let (from, to) = (placement.start, placement.start + minutes);
        let slots = self.layout.clock.cover(day, from, to);
        let is_free = |free: &[u64]| (slots.0..slots.1).all(|slot| free.has(slot as i32));
        if let Some(pool) = choice.equipment {
            let hours = &problem.equipment[pool as usize].open;
            if !is_free(self.equipment.free(pool as usize, day)) || !within(hours, from, to) {
                return None;
            }
        }
        if choice.room_classes.is_empty() {
            return Some((u16::MAX, 0));
        }
        let wanted = placement
            .room
            .and_then(|room| self.index.pool_of_room.get(room as usize));
        choice.room_classes.iter().enumerate().find_map(|(rank, &class)| {
            let hours = &problem.room_classes[class as usize].open;
            let mut pools = self.index.pools_of_class[class as usize].iter();
            let pool = pools.find(|&pool| {
                wanted.is_none_or(|wanted| wanted == pool)
                    && is_free(self.rooms.free(*pool as usize, day))
                    && within(hours, from, to)
            })?;
            Some((*pool, if rank > 0 { choice.second_room } else { 0 }))
        })
    }

    /// One clinician's share of the placement, with what it adds to the plan's cost.
    fn seat_at(
        &self,
        session: usize,
        own: usize,
        day: usize,
        placement: &Placement,
        pinned: bool,
    ) -> Option<(Seat, i64)> {
        let entry = self.layout.session(session);
        let assigned = placement.parts.get(own)?;
        let (earliest, latest) = if own == 0 { (0, 0) } else { entry.parts[own].offset };
        let offset = assigned.start.checked_sub(placement.start)?;
        let twice = placement.parts[..own]
            .iter()
            .any(|part| part.clinician == assigned.clinician);
        if twice || !(earliest..=latest).contains(&offset) {
            return None;
        }
        let flat = self.layout.first_part[session] + own as u32;
        let offers = self.index.offers(flat as usize);
        let offer = offers.iter().find(|offer| offer.clinician == assigned.clinician)?;
        let base = self.cost_of_offer(session, day, placement.choice as usize, offer)?;
        let duty = self.layout.duty_of(assigned.clinician, day)?;
        let info = self.layout.part(flat);
        let hours = &self.layout.duty(duty).windows;
        if pinned && !within(hours, assigned.start - info.before, assigned.start + info.length) {
            return None;
        }
        let place = entry.choices[placement.choice as usize].place;
        let stop = Stop::new(&self.layout, flat, assigned.start, place, pinned);
        let day = &self.days[duty];
        let stops = &day.stops;
        // Behind everything that begins no later, if that fits: visits that float may begin earlier than planned.
        let first = stops.partition_point(|stop| stop.latest < assigned.start);
        let last = stops.partition_point(|stop| stop.start <= assigned.start);
        (first..=last.max(first)).rev().find_map(|position| {
            let cents = self.cost_of_stop(duty, day, position, &stop)?;
            let seat = Seat {
                duty: duty as u32,
                clinician: assigned.clinician,
                position: position as u32,
                start: assigned.start,
            };
            Some((seat, base + cents))
        })
    }
}
