//! Questions about a plan that stands: where else a session could go, what its place costs, why something is not
//! placed and what would let it in. Every answer is found by trying it on the plan itself.

mod excerpt;
mod unblock;
mod why;

use std::cell::OnceCell;
use std::rc::Rc;

use crate::model::check::{Violation, check};
use crate::model::problem::{Placement, Problem};
use crate::model::remedy::new_faults;
use crate::model::{Costs, Plan};
use crate::rng::Rng;

use super::evaluate::evaluate;
use super::insert::{Only, Search};
use super::repair::{go_home, load};
use super::state::{Candidate, State};
pub use unblock::Unblock;

/// Sessions that are tried as ones that could move for another. Our choice: what an answer at once allows.
const MOST_MOVED_FOR_ALTERNATIVES: usize = 40;

/// Another place for a session, with the plan that has it there.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// Where.
    pub placement: Placement,
    /// For a group session: the seat orders that keep or get a seat.
    pub members: Vec<u32>,
    /// Another session that makes way, with its new place; mostly none.
    pub moved: Vec<(u32, Placement)>,
    /// What the plan's cost changes by, by term, cents.
    pub change: Costs,
}

/// Why a session is not placed.
#[derive(Debug, Clone)]
pub enum Obstacle {
    /// It could be placed, but that would cost more than leaving it out, by this many cents.
    Dearer(i64),
    /// Nobody who may take it works at a time when it may take place.
    Nobody,
    /// It would fit here, were it not for these rules: the fewest that were found to block it.
    Rules {
        /// Where it would fit.
        placement: Placement,
        /// The rules it breaks there.
        violations: Vec<Violation>,
        /// True if no smaller set of rules was found to block it, all of them having been tried; false if only each
        /// rule of this one is needed.
        smallest: bool,
    },
}

/// Why a wanted seat is not given: how many of the group sessions that would do fail for each reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SeatObstacles {
    /// The session does not take place.
    pub not_running: usize,
    /// It is full.
    pub full: usize,
    /// It lies outside the patient's hours.
    pub outside_hours: usize,
    /// The patient is in another session then.
    pub busy: usize,
    /// Too close to another seat of the same order.
    pub too_close: usize,
    /// No units are left, or the authorization does not cover the day.
    pub unauthorized: usize,
    /// A patient who must be apart is in it, or one who must come along cannot.
    pub pairs: usize,
}

/// Rules that can be set aside to see whether they are what blocks a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Relaxation {
    Rooms,
    Equipment,
    Authorization,
    Spacing,
    Order,
    Patient,
    Limits,
    Clinician,
}

/// In the order in which they are tried: what is easiest to change first. Our choice.
const RELAXATIONS: [Relaxation; 8] = [
    Relaxation::Rooms,
    Relaxation::Equipment,
    Relaxation::Spacing,
    Relaxation::Order,
    Relaxation::Authorization,
    Relaxation::Limits,
    Relaxation::Patient,
    Relaxation::Clinician,
];

/// A plan, taken over for questions.
pub struct Advisor<'p> {
    state: State<'p>,
    plan: Plan,
    /// What the plan breaks as it is, once somebody has asked.
    faults: OnceCell<Rc<[Violation]>>,
    rng: Rng,
}

impl<'p> Advisor<'p> {
    /// Takes a plan over. What breaks a rule in it is left aside: questions are answered for the rest.
    pub fn new(problem: &'p Problem, plan: &Plan) -> Self {
        let rng = Rng::stream(0, "advisor", 0);
        let mut state = load(problem, plan);
        go_home(&mut state, plan);
        Self {
            state,
            plan: plan.clone(),
            faults: OnceCell::new(),
            rng,
        }
    }

    /// What the plan breaks as it is.
    fn faults(&self) -> Rc<[Violation]> {
        let find = || check(self.state.layout.problem, &self.plan).into();
        Rc::clone(self.faults.get_or_init(find))
    }

    /// Up to `count` other places for a session, cheapest first, no two with the same clinician on the same day, none
    /// where it is now. If there are fewer, places that another session can leave for one of its own; they come last.
    /// The checker has been asked about every one. The plan is unchanged. Empty if it is locked, or if others of the
    /// day depend on where it is.
    pub fn alternatives(&mut self, session: usize, count: usize) -> Vec<Alternative> {
        let problem = self.state.layout.problem;
        if problem.sessions[session].locked {
            return Vec::new();
        }
        let members = self.state.members[session].clone();
        let was_placed = self.state.placed[session].is_some();
        if was_placed && !self.state.take(session) {
            return Vec::new();
        }
        self.state.commit();
        let now = evaluate(problem, &self.plan);
        let before = self.faults();
        let mut found: Vec<Alternative> = Vec::new();
        for candidate in self.candidates(session) {
            if found.len() >= count {
                break;
            }
            if let Some(alternative) = self.try_out(session, &candidate, &members, &now, &before) {
                found.push(alternative);
            }
        }
        found.sort_by_key(|alternative| alternative.change.total());
        if found.len() < count {
            self.with_one_moved(session, count, &members, (&now, &before), &mut found);
        }
        if was_placed {
            self.put_back(session, &members);
        }
        found
    }

    /// The cheapest place of every day and clinician for a session that is not placed, cheapest first.
    fn candidates(&mut self, session: usize) -> Vec<Candidate> {
        let first = self.state.layout.first_part[session] as usize;
        let offers = self.state.index.offers(first).iter();
        let who: Vec<(u32, u32)> = offers.map(|offer| (offer.clinician, offer.days)).collect();
        let mut candidates: Vec<Candidate> = Vec::new();
        for day in 0..self.state.layout.problem.num_days {
            for &(clinician, _) in who.iter().filter(|(_, days)| days >> day & 1 == 1) {
                let mut search = Search::every(&mut self.rng, Only::DayWith(day, clinician));
                candidates.extend(self.state.best_place(session, &mut search));
            }
        }
        candidates.sort_by_key(|candidate| (candidate.delta, candidate.placed.start, candidate.parts[0].clinician));
        candidates
    }

    /// Puts a session back where the plan has it, with its seats.
    fn put_back(&mut self, session: usize, members: &[u32]) {
        let home = self.plan.placements[session].clone();
        match home.and_then(|home| self.state.place_at(session, &home)) {
            Some(candidate) => {
                self.state.put(session, &candidate);
                for &order in members {
                    self.state.try_seat(order as usize, session);
                }
                self.state.commit();
            }
            None => {
                self.state = load(self.state.layout.problem, &self.plan);
                go_home(&mut self.state, &self.plan);
            }
        }
    }

    /// Places that one other session can leave, cheapest first, until there are `count` alternatives.
    fn with_one_moved(
        &mut self,
        session: usize,
        count: usize,
        members: &[u32],
        (now, before): (&Costs, &[Violation]),
        found: &mut Vec<Alternative>,
    ) {
        let cost = self.state.cost();
        let mut ways: Vec<(i64, Vec<(u32, Placement)>)> = Vec::new();
        let in_the_way = self.state.in_the_way(session, false, &mut self.rng);
        for (other, only) in in_the_way.into_iter().take(MOST_MOVED_FOR_ALTERNATIVES) {
            if self.move_for(session, other, only, members) {
                let both = [session as u32, other].map(|idx| {
                    let place = self.state.placement_of(idx as usize);
                    place.map(|place| (idx, place))
                });
                let delta = self.state.cost() - cost;
                ways.push((delta, both.into_iter().flatten().collect()));
            }
            self.state.undo();
        }
        ways.sort_by_key(|way| way.0);
        for (_, places) in ways {
            let [(_, own), other] = places.as_slice() else { continue };
            if found.len() >= count {
                return;
            }
            if found
                .iter()
                .any(|known| self.same_day_and_clinician(&known.placement, own))
            {
                continue;
            }
            let alternative = self.judged(session, own.clone(), members.to_vec(), vec![other.clone()], now, before);
            found.extend(alternative);
        }
    }

    fn same_day_and_clinician(&self, a: &Placement, b: &Placement) -> bool {
        let problem = self.state.layout.problem;
        let who = |placement: &Placement| placement.parts.first().map(|part| part.clinician);
        (problem.day_of(a.start), who(a)) == (problem.day_of(b.start), who(b))
    }

    /// Takes another session out, places this one and then the other elsewhere; false if that cannot be. To be undone.
    fn move_for(&mut self, session: usize, other: u32, only: Only, members: &[u32]) -> bool {
        let other = other as usize;
        let theirs = self.state.members[other].clone();
        if !self.state.take(other) {
            return false;
        }
        let Some(candidate) = self.state.best_place(session, &mut Search::every(&mut self.rng, only)) else {
            return false;
        };
        self.state.put(session, &candidate);
        for &order in members {
            self.state.try_seat(order as usize, session);
        }
        let home = self.plan.placements[other].clone();
        let is_free = home.is_some_and(|home| self.state.place_at(other, &home).is_some());
        let mut search = Search::every(&mut self.rng, Only::Any);
        let elsewhere = self.state.best_place(other, &mut search).filter(|_| !is_free);
        let Some(candidate) = elsewhere else {
            return false;
        };
        self.state.put(other, &candidate);
        for &order in &theirs {
            self.state.try_seat(order as usize, other);
        }
        self.state.members[other].len() == theirs.len() && self.state.members[session].len() == members.len()
    }

    /// What the place of a session costs: the cost of the plan less that of the plan without it, by term. What
    /// leaving it out would cost is negative: that much is saved.
    pub fn cost_of(&self, session: usize) -> Costs {
        let problem = self.state.layout.problem;
        let mut costs = evaluate(problem, &self.plan);
        let without = evaluate(problem, &self.without(session));
        for (cost, before) in costs.0.iter_mut().zip(without.0) {
            *cost -= before;
        }
        costs
    }

    /// Why an order has fewer seats than it wants.
    pub fn why_no_seat(&self, order: usize) -> SeatObstacles {
        let problem = self.state.layout.problem;
        let mut counts = SeatObstacles::default();
        for &session in &problem.seat_orders[order].options {
            if !self.state.seats[order].contains(&session) {
                self.state.count_seat_obstacle(order, session as usize, &mut counts);
            }
        }
        counts
    }

    /// The cheapest place under the rules in force, for a session that is not placed.
    fn best(&mut self, session: usize) -> Option<Candidate> {
        if self.state.placed[session].is_some() {
            return None;
        }
        self.state
            .best_place(session, &mut Search::every(&mut self.rng, Only::Any))
    }

    /// The plan without a session and its seats.
    fn without(&self, session: usize) -> Plan {
        let mut plan = self.plan.clone();
        plan.placements[session] = None;
        for seats in &mut plan.seats {
            seats.retain(|&other| other as usize != session);
        }
        plan
    }

    /// The plan with a session somewhere else, with whoever of its members can come.
    fn try_out(
        &mut self,
        session: usize,
        candidate: &Candidate,
        members: &[u32],
        now: &Costs,
        before: &[Violation],
    ) -> Option<Alternative> {
        self.state.put(session, candidate);
        for &order in members {
            self.state.try_seat(order as usize, session);
        }
        let placement = self.state.placement_of(session);
        let kept = self.state.members[session].clone();
        self.state.undo();
        let placement = placement?;
        let same = self.plan.placements[session]
            .as_ref()
            .is_some_and(|current| current.start == placement.start && current.parts == placement.parts);
        if same {
            return None;
        }
        self.judged(session, placement, kept, Vec::new(), now, before)
    }

    /// The alternative with what it costs, if the checker has nothing new against it.
    fn judged(
        &self,
        session: usize,
        placement: Placement,
        members: Vec<u32>,
        moved: Vec<(u32, Placement)>,
        now: &Costs,
        before: &[Violation],
    ) -> Option<Alternative> {
        let problem = self.state.layout.problem;
        let mut plan = self.without(session);
        plan.placements[session] = Some(placement.clone());
        for &order in &members {
            let seats = &mut plan.seats[order as usize];
            seats.push(session as u32);
            seats.sort_unstable();
        }
        for (other, place) in &moved {
            plan.placements[*other as usize] = Some(place.clone());
        }
        let concerns = |fault: &Violation| {
            let mut sessions = fault.sessions.iter();
            sessions.any(|&idx| idx as usize == session || moved.iter().any(|other| other.0 == idx))
        };
        let mut changed = vec![session];
        changed.extend(moved.iter().map(|other| other.0 as usize));
        let faults = new_faults(problem, &self.excerpt(&plan, &changed), before);
        if faults.iter().any(concerns) {
            return None;
        }
        let mut change = evaluate(problem, &plan);
        for (cost, before) in change.0.iter_mut().zip(now.0) {
            *cost -= before;
        }
        Some(Alternative {
            placement,
            members,
            moved,
            change,
        })
    }

    /// A candidate as a placement.
    fn placement(&self, candidate: &Candidate) -> Placement {
        let pool = self.state.index.room_pools.get(candidate.placed.room_pool as usize);
        Placement {
            start: candidate.placed.start,
            choice: candidate.placed.choice,
            room: pool.and_then(|pool| pool.rooms.first().copied()),
            parts: candidate.parts[..candidate.num_parts]
                .iter()
                .map(|seat| crate::model::problem::Assigned {
                    clinician: seat.clinician,
                    start: seat.start,
                })
                .collect(),
        }
    }
}
