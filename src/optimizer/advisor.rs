//! Questions about a plan that stands: where else a session could go, what its place costs, why something is not
//! placed and what would let it in. Every answer is found by trying it on the plan itself.

use crate::model::check::{Violation, check};
use crate::model::problem::{Placement, Problem};
use crate::model::{Costs, Plan};
use crate::rng::Rng;

use super::evaluate::evaluate;
use super::insert::{Only, Search};
use super::layout::Layout;
use super::state::{Candidate, State};

/// Another place for a session, with the plan that has it there.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// Where.
    pub placement: Placement,
    /// For a group session: the seat orders that keep or get a seat.
    pub members: Vec<u32>,
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
    rng: Rng,
}

impl<'p> Advisor<'p> {
    /// Takes a plan over. What breaks a rule in it is left aside: questions are answered for the rest.
    pub fn new(problem: &'p Problem, plan: &Plan) -> Self {
        let rng = Rng::stream(0, "advisor", 0);
        let mut state = State::new(Layout::new(problem));
        state.load_locked();
        state.load(plan);
        Self {
            state,
            plan: plan.clone(),
            rng,
        }
    }

    /// Up to `count` other places for a session, cheapest first, no two with the same clinician on the same day, none
    /// where it is now. The plan is unchanged. Empty if it is locked, or if others of the day depend on where it is.
    pub fn alternatives(&mut self, session: usize, count: usize) -> Vec<Alternative> {
        let problem = self.state.layout.problem;
        let entry = &problem.sessions[session];
        if entry.locked {
            return Vec::new();
        }
        let members = self.state.members[session].clone();
        if self.state.placed[session].is_some() && !self.state.take(session) {
            return Vec::new();
        }
        let mut candidates: Vec<Candidate> = Vec::new();
        let clinicians: Vec<u32> = entry.parts.first().map_or_else(Vec::new, |part| {
            part.eligible.iter().map(|eligible| eligible.clinician).collect()
        });
        for day in 0..problem.num_days {
            for &clinician in &clinicians {
                let mut search = Search::every(&mut self.rng, Only::DayWith(day, clinician));
                candidates.extend(self.state.best_place(session, &mut search));
            }
        }
        candidates.sort_by_key(|candidate| (candidate.delta, candidate.placed.start, candidate.parts[0].clinician));
        let mut found: Vec<Alternative> = Vec::new();
        let now = evaluate(problem, &self.plan);
        for candidate in candidates {
            if found.len() >= count {
                break;
            }
            let Some(placement) = self.placement(session, &candidate) else {
                continue;
            };
            let same = self.plan.placements[session]
                .as_ref()
                .is_some_and(|current| current.start == placement.start && current.parts == placement.parts);
            if !same {
                found.push(self.try_out(session, &candidate, placement, &members, &now));
            }
        }
        self.state.undo();
        found.sort_by_key(|alternative| alternative.change.total());
        found
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

    /// Why a session is not placed.
    pub fn why_not(&mut self, session: usize) -> Obstacle {
        if let Some(candidate) = self.best(session) {
            let left_out = self.state.layout.session(session).unplaced_cents;
            return Obstacle::Dearer((candidate.delta - left_out).max(0));
        }
        for first in 0..RELAXATIONS.len() {
            if let Some(obstacle) = self.relaxed(session, &RELAXATIONS[first..=first]) {
                return obstacle;
            }
        }
        for (idx, &first) in RELAXATIONS.iter().enumerate() {
            for &second in &RELAXATIONS[idx + 1..] {
                if let Some(obstacle) = self.relaxed(session, &[first, second]) {
                    return obstacle;
                }
            }
        }
        self.relaxed(session, &RELAXATIONS).unwrap_or(Obstacle::Nobody)
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

    /// Where the session would fit with some rules set aside, and what it then breaks.
    fn relaxed(&mut self, session: usize, rules: &[Relaxation]) -> Option<Obstacle> {
        self.state.relaxed = rules.iter().fold(0, |bits, &rule| bits | 1 << rule as u8);
        let candidate = self.best(session);
        self.state.relaxed = 0;
        let candidate = candidate?;
        let placement = self
            .placement(session, &candidate)
            .unwrap_or_else(|| self.any_room(session, &candidate));
        let mut plan = self.plan.clone();
        plan.placements[session] = Some(placement.clone());
        let before = check(self.state.layout.problem, &self.plan);
        let violations: Vec<Violation> = check(self.state.layout.problem, &plan)
            .into_iter()
            .filter(|violation| violation.sessions.contains(&(session as u32)) && !before.contains(violation))
            .collect();
        Some(Obstacle::Rules { placement, violations })
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

    fn try_out(
        &mut self,
        session: usize,
        candidate: &Candidate,
        placement: Placement,
        members: &[u32],
        now: &Costs,
    ) -> Alternative {
        let mut plan = self.without(session);
        plan.placements[session] = Some(placement.clone());
        let mut kept = Vec::new();
        if !members.is_empty() {
            // Whoever can come at the new time keeps the seat.
            self.state.put(session, candidate);
            for &order in members {
                self.state.try_seat(order as usize, session);
            }
            kept.clone_from(&self.state.members[session]);
            self.state.take(session);
            for &order in &kept {
                let seats = &mut plan.seats[order as usize];
                seats.push(session as u32);
                seats.sort_unstable();
            }
        }
        let mut change = evaluate(self.state.layout.problem, &plan);
        for (cost, before) in change.0.iter_mut().zip(now.0) {
            *cost -= before;
        }
        Alternative {
            placement,
            members: kept,
            change,
        }
    }

    /// The candidate as a placement, in a room that the plan leaves free; `None` if there is none.
    fn placement(&self, session: usize, candidate: &Candidate) -> Option<Placement> {
        let mut placement = self.roomless(candidate);
        if candidate.placed.room_pool != u16::MAX {
            placement.room = Some(self.free_room(session, candidate)?);
        }
        Some(placement)
    }

    fn any_room(&self, _session: usize, candidate: &Candidate) -> Placement {
        let rooms = &self.state.layout.problem.rooms;
        let class = self.state.index.class_of(candidate.placed.room_pool);
        let mut placement = self.roomless(candidate);
        placement.room = rooms
            .iter()
            .position(|room| Some(room.class) == class)
            .map(|room| room as u32);
        placement
    }

    fn roomless(&self, candidate: &Candidate) -> Placement {
        Placement {
            start: candidate.placed.start,
            choice: candidate.placed.choice,
            room: None,
            parts: candidate.parts[..candidate.num_parts]
                .iter()
                .map(|seat| crate::model::problem::Assigned {
                    clinician: seat.clinician,
                    start: seat.start,
                })
                .collect(),
        }
    }

    fn free_room(&self, session: usize, candidate: &Candidate) -> Option<u32> {
        let problem = self.state.layout.problem;
        let whole = |minute: i32| super::layout::ceil_to(minute, problem.grid);
        let class = self.state.index.class_of(candidate.placed.room_pool);
        let from = candidate.placed.start;
        let to = whole(from + problem.sessions[session].minutes);
        let is_free = |room: u32| {
            self.plan.placements.iter().enumerate().all(|(other, placement)| {
                other == session
                    || placement.as_ref().is_none_or(|placement| {
                        placement.room != Some(room)
                            || whole(placement.start + problem.sessions[other].minutes) <= from
                            || to <= placement.start
                    })
            })
        };
        (0..problem.rooms.len() as u32)
            .filter(|&room| Some(problem.rooms[room as usize].class) == class)
            .find(|&room| is_free(room))
    }
}
