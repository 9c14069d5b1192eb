//! Giving places back: where a session was, or where it is cheapest; seats; and going home.

use crate::model::problem::Placement;

use super::super::insert::{Only, Search};
use super::super::state::Candidate;
use super::{ORDERS, Phase, Rank, Repair};

impl Repair<'_> {
    pub(super) fn put_back_in_order(&mut self, order: usize) {
        let mut sessions = self.wanted.clone();
        match order {
            0 => {}
            1 => sessions.reverse(),
            _ => self.rng.shuffle(&mut sessions),
        }
        for &session in &sessions {
            self.place(session as usize, order > 1);
        }
        let rank = self.settle();
        if self.best.as_ref().is_none_or(|best| rank < best.rank) {
            self.keep(rank);
        }
        self.state.undo();
        let enough = sessions.len() < 2 && self.barred.is_empty() || order + 1 == ORDERS;
        self.phase = Phase::Direct(order + 1);
        if enough {
            self.resume_best();
            self.list_trials();
        }
    }

    /// Puts a session where it was, or where it is cheapest, with those of its members who can come.
    pub(super) fn place(&mut self, session: usize, blink: bool) -> bool {
        if self.state.placed[session].is_some() {
            return true;
        }
        let home = self.damage.plan.placements[session].as_ref();
        let home = home.filter(|home| !self.is_barred(session, home));
        let candidate = home.and_then(|home| {
            let in_its_room = self.state.place_at(session, home);
            in_its_room.or_else(|| {
                self.state.place_at(
                    session,
                    &Placement {
                        room: None,
                        ..home.clone()
                    },
                )
            })
        });
        match candidate.or_else(|| self.cheapest(session, Only::Any, blink)) {
            Some(candidate) => {
                self.put(session, &candidate);
                true
            }
            None => false,
        }
    }

    pub(super) fn put(&mut self, session: usize, candidate: &Candidate) {
        self.state.put(session, candidate);
        for at in 0..self.members[session].len() {
            let order = self.members[session][at] as usize;
            self.state.try_seat(order, session);
        }
    }

    pub(super) fn cheapest(&mut self, session: usize, only: Only, blink: bool) -> Option<Candidate> {
        if self.barred.iter().any(|barred| barred.0 as usize == session) {
            return self.cheapest_of_the_rest(session, only);
        }
        let mut search = match blink {
            true => Search::blinking(&mut self.rng),
            false => Search::every(&mut self.rng, only),
        };
        self.state.best_place(session, &mut search)
    }

    /// The cheapest place of a session but for those that are barred.
    pub(super) fn cheapest_of_the_rest(&mut self, session: usize, only: Only) -> Option<Candidate> {
        let first = self.state.layout.first_part[session] as usize;
        let clinicians: Vec<u32> = self
            .state
            .index
            .offers(first)
            .iter()
            .map(|offer| offer.clinician)
            .collect();
        let mut best: Option<Candidate> = None;
        for day in 0..self.damage.problem.num_days {
            for &clinician in &clinicians {
                let wanted = match only {
                    Only::Any => true,
                    Only::Day(wanted) => wanted == day,
                    Only::DayWith(wanted, who) => (wanted, who) == (day, clinician),
                };
                if !wanted || self.barred.contains(&(session as u32, clinician, day)) {
                    continue;
                }
                let mut search = Search::every(&mut self.rng, Only::DayWith(day, clinician));
                let found = self.state.best_place(session, &mut search);
                if let Some(found) = found.filter(|found| best.is_none_or(|best| found.delta < best.delta)) {
                    best = Some(found);
                }
            }
        }
        best
    }

    pub(super) fn is_barred(&self, session: usize, placement: &Placement) -> bool {
        let day = self.damage.problem.day_of(placement.start);
        let first = placement.parts.first().map_or(u32::MAX, |part| part.clinician);
        self.barred.contains(&(session as u32, first, day))
    }

    /// Gives lost seats away, sends home what need not have moved, and says what the plan has become.
    pub(super) fn settle(&mut self) -> Rank {
        for session in 0..self.damage.problem.sessions.len() {
            if self.state.placed[session].is_some() && self.has_moved(session) {
                self.send_home(session);
            }
        }
        for order in 0..self.seats_wanted.len() {
            if self.seats_held(order) < self.seats_wanted[order] {
                self.fill(order);
            }
        }
        self.state.flush();
        self.rank_now()
    }

    /// Puts a session that has moved back to where it was, if that has become possible.
    pub(super) fn send_home(&mut self, session: usize) {
        let Some(home) = &self.damage.plan.placements[session] else {
            return;
        };
        if self.is_barred(session, home) || self.damage.problem.sessions[session].windows.is_empty() {
            return;
        }
        let Some(away) = self.state.placement_of(session) else {
            return;
        };
        if self.state.take(session) {
            let back = self.state.place_at(session, home);
            let candidate = back.or_else(|| self.state.place_at(session, &away));
            if let Some(candidate) = candidate {
                self.put(session, &candidate);
            }
        }
    }

    pub(super) fn fill(&mut self, order: usize) {
        let options = &self.damage.problem.seat_orders[order].options;
        for &session in options {
            if self.seats_held(order) >= self.seats_wanted[order] {
                return;
            }
            if self.state.placed[session as usize].is_some() && !self.has_begun(session as usize) {
                self.state.try_seat(order, session as usize);
            }
        }
    }
}
