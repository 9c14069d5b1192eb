//! What the plan has become: how far it is from the one that was.

use crate::model::Plan;

use super::super::finish::to_plan;
use super::super::span::lateness;
use super::super::state::Placed;
use super::{Proposal, Rank, Repair, WANDERS, go_home, load};

impl Repair<'_> {
    pub(super) fn has_begun(&self, session: usize) -> bool {
        let was = self.damage.plan.placements[session].as_ref();
        was.is_some_and(|was| was.start < self.damage.now)
    }

    pub(super) fn seats_due(&self, order: usize) -> usize {
        if self.damage.orders.contains(&(order as u32)) {
            return self.damage.problem.seat_orders[order].count.max(0) as usize;
        }
        let seats = self.damage.plan.seats[order].iter();
        seats.filter(|&&session| !self.has_begun(session as usize)).count()
    }

    pub(super) fn seats_held(&self, order: usize) -> usize {
        let seats = self.state.seats[order].iter();
        seats.filter(|&&session| !self.has_begun(session as usize)).count()
    }

    /// True if a session that is placed is not where it was, apart from its room.
    pub(super) fn has_moved(&self, session: usize) -> bool {
        let Some(was) = &self.damage.plan.placements[session] else {
            return false;
        };
        let parts = self.state.layout.parts_of(session);
        let same = |placed: &Placed| {
            placed.choice == was.choice
                && self.state.part_start[parts.start] == was.start
                && parts.clone().zip(&was.parts).all(|(part, was)| {
                    self.state.clinicians[part] == was.clinician && self.state.part_start[part] == was.start
                })
        };
        self.state.placed[session].as_ref().is_some_and(|placed| !same(placed))
    }

    pub(super) fn is_in_another_room(&self, session: usize) -> bool {
        let was = self.damage.plan.placements[session].as_ref().and_then(|was| was.room);
        let pool = was.and_then(|room| self.state.index.pool_of_room.get(room as usize));
        pool.zip(self.state.placed[session])
            .is_some_and(|(&pool, placed)| pool != placed.room_pool)
    }

    pub(super) fn rank_now(&self) -> Rank {
        let problem = self.damage.problem;
        let mut rank = Rank {
            cents: self.state.cost(),
            ..Rank::default()
        };
        for (session, entry) in problem.sessions.iter().enumerate() {
            let was = self.damage.plan.placements[session].is_some();
            if entry.locked || !(was || self.is_new[session]) {
                continue;
            }
            if self.state.placed[session].is_none() {
                rank.lost += 1;
                rank.mandated_lost += usize::from(entry.mandated);
            } else if self.has_moved(session) {
                rank.moved += 1;
            } else if was && self.is_in_another_room(session) {
                rank.rooms += 1;
            }
            rank.late_min += i64::from(self.late_min(session));
        }
        for (order, entry) in problem.seat_orders.iter().enumerate() {
            let lost = self
                .seats_wanted
                .get(order)
                .map_or(0, |&due| due.saturating_sub(self.seats_held(order)));
            rank.lost += lost;
            rank.mandated_lost += if entry.mandated { lost } else { 0 };
            if !self.damage.orders.contains(&(order as u32)) {
                let seats = self.state.seats[order].iter();
                rank.moved += seats
                    .filter(|seat| !self.damage.plan.seats[order].contains(seat))
                    .count();
            }
        }
        rank
    }

    /// Minutes that a new session is late.
    pub(super) fn late_min(&self, session: usize) -> i32 {
        if !self.is_new[session] || self.state.placed[session].is_none() {
            return 0;
        }
        let (from, to) = self.state.times(session);
        lateness(
            self.damage.problem,
            &self.damage.problem.sessions[session].due,
            from,
            to,
        )
    }

    pub(super) fn plan_now(&self) -> Plan {
        let state = &self.state;
        let mut plan = to_plan(
            &state.layout,
            &state.index,
            &state.placed,
            &state.clinicians,
            &state.part_start,
            &state.seats,
        );
        // What has begun stays as it was, also where it breaks a rule by itself.
        for session in 0..plan.placements.len() {
            if self.has_begun(session) {
                plan.placements[session].clone_from(&self.damage.plan.placements[session]);
            }
        }
        for (seats, was) in plan.seats.iter_mut().zip(&self.damage.plan.seats) {
            seats.extend(was.iter().filter(|&&session| self.has_begun(session as usize)));
            seats.sort_unstable();
            seats.dedup();
        }
        plan
    }

    pub(super) fn keep(&mut self, rank: Rank) {
        self.best = Some(Proposal {
            plan: self.plan_now(),
            rank,
        });
    }

    /// Goes on from the best plan of this attempt.
    pub(super) fn resume_best(&mut self) {
        let plan = self.best.as_ref().map_or(&self.start, |best| &best.plan);
        self.state = load(self.damage.problem, plan);
        go_home(&mut self.state, plan);
        self.rank = self.rank_now();
    }

    /// Ends a trial: what is better stays, anything else is taken back. A `wander`ing one may also end in what loses no
    /// more than the best plan, now and then: then something else is lost, or moves.
    pub(super) fn judge(&mut self, wander: bool) -> bool {
        let rank = self.settle();
        let better = rank < self.rank;
        let lost = self.best.as_ref().map_or(usize::MAX, |best| best.rank.lost);
        let stays = better || wander && (rank == self.rank || rank.lost <= lost && self.rng.chance(WANDERS));
        if !stays {
            self.state.undo();
            return better;
        }
        if self.best.as_ref().is_none_or(|best| rank < best.rank) {
            self.keep(rank);
        }
        self.state.commit();
        self.rank = rank;
        better
    }
}
