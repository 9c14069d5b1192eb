//! Going on from a plan that this search has made: exactly as it was, whatever the search would have made of it anew.

use std::collections::BTreeMap;

use crate::model::problem::Placement;
use crate::model::{Plan, check};

use super::span::Stop;
use super::state::{MAX_PARTS, NONE, Placed, State};

impl State<'_> {
    /// Fills an empty state with a plan. One that breaks a rule is taken over as far as it fits.
    pub(super) fn restore(&mut self, plan: &Plan) {
        if !check(self.layout.problem, plan).is_empty() {
            self.load_locked();
            self.load(plan);
            return;
        }
        let attended = self.attended(plan);
        let start = |&idx: &usize| plan.placements[idx].as_ref().map(|placement| placement.start);
        let mut sessions: Vec<usize> = (0..plan.placements.len()).collect();
        sessions.sort_by_key(|idx| (start(idx), *idx));
        for session in sessions {
            if let Some(placement) = &plan.placements[session] {
                self.put_back(session, placement, &attended);
            }
        }
        for duty in 0..self.days.len() {
            if !self.days[duty].stops.is_empty() {
                self.refresh_within_limits(duty);
            }
        }
        for (order, sessions) in plan.seats.iter().enumerate() {
            for &session in sessions {
                self.seat(order, session as usize);
            }
        }
        self.time_all_days();
        self.commit();
    }

    /// Sessions of each patient on each day.
    fn attended(&self, plan: &Plan) -> BTreeMap<(u32, usize), u32> {
        let problem = self.layout.problem;
        let mut attended = BTreeMap::new();
        let mut count = |patient: u32, session: usize| {
            if let Some(placement) = &plan.placements[session] {
                *attended.entry((patient, problem.day_of(placement.start))).or_default() += 1;
            }
        };
        for (session, entry) in problem.sessions.iter().enumerate() {
            if let Some(patient) = entry.patient {
                count(patient, session);
            }
        }
        for (order, sessions) in problem.seat_orders.iter().zip(&plan.seats) {
            sessions
                .iter()
                .for_each(|&session| count(order.patient, session as usize));
        }
        attended
    }

    /// Puts a session where it was. Stops are added in the order of time, and their days counted when all are there.
    fn put_back(&mut self, session: usize, placement: &Placement, attended: &BTreeMap<(u32, usize), u32>) {
        let problem = self.layout.problem;
        let entry = &problem.sessions[session];
        let day = problem.day_of(placement.start);
        let alone = entry
            .patient
            .is_none_or(|patient| attended.get(&(patient, day)) == Some(&1));
        let pinned = !(self.index.floats[session] && alone);
        let place = entry.choices[placement.choice as usize].place;
        let first = self.layout.first_part[session];
        let mut clinicians = [NONE; MAX_PARTS];
        for (own, part) in placement.parts.iter().enumerate() {
            let Some(duty) = self.layout.duty_of(part.clinician, day) else {
                continue;
            };
            let stop = Stop::new(&self.layout, first + own as u32, part.start, place, pinned);
            let stops = &self.days[duty].stops;
            let position = stops.partition_point(|other| other.start <= stop.start);
            self.days[duty].insert(position, stop);
            self.part_start[first as usize + own] = part.start;
            clinicians[own] = part.clinician;
        }
        let room_pool = placement
            .room
            .map_or(u16::MAX, |room| self.index.pool_of_room[room as usize]);
        let placed = Placed {
            start: placement.start,
            day: day as u16,
            choice: placement.choice,
            room_pool,
        };
        self.remember(session, placed, &clinicians);
        self.count_session(session, 1);
    }
}
