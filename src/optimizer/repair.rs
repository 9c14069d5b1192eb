//! Repair: a plan after something has happened, with as few changes as possible.
//!
//! The search's own state with everything exact: what has to go looks for a new place at the least cost, in several
//! orders; if something stays out or comes too late, single sessions, then two, make way for it; then whatever is in
//! the way of a random place is taken out, as in the search. A change is kept if the plan's [`Rank`] falls: first what
//! is lost, then what moves, then cost. Further proposals do without a place that the earlier ones have used.

mod places;
mod rank;
mod trials;

use crate::model::Plan;
use crate::model::problem::Problem;
use crate::rng::Rng;

use super::insert::Only;
use super::layout::Layout;
use super::state::State;

/// Orders in which what has to go is put back. Our choice.
const ORDERS: usize = 8;
/// Most trials with one or two sessions that make way, in one proposal. Our choice by measurement.
const MOST_TRIALS: usize = 600;
/// Rounds at random while something is lost or late, and when only cost is left. Our choice by measurement.
const ROUNDS_FOR_PLACES: u64 = 200;
const ROUNDS_FOR_COST: u64 = 30;
/// How often a round ends in a plan that is no better and loses no more. Our choice.
const WANDERS: f64 = 0.2;
/// Where there are only so many sessions a round costs next to nothing, and there are more. Our choice.
const FEW_SESSIONS: usize = 100;
const ROUNDS_OF_FEW: u64 = 2_000;
/// Places at random that are tried for one session. Our choice.
const PLACES_TRIED: usize = 6;
/// Up to so many sessions all pairs of them are tried as ones that make way together. Our choice.
const ALL_PAIRS_BELOW: usize = 14;

/// What a repair may use.
#[derive(Debug, Clone)]
pub struct RepairParams {
    /// Seed of every random choice.
    pub seed: u64,
    /// Steps (trials) of the whole run.
    pub steps: u64,
    /// Proposals that are wanted.
    pub proposals: usize,
}

/// How far a plan is from the one that was: smaller is better, from the first field on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Rank {
    /// Mandated sessions and seats that were placed, or are new, and have no place.
    pub mandated_lost: usize,
    /// All sessions and seats of that sort.
    pub lost: usize,
    /// Minutes that urgent new sessions are late.
    pub late_min: i64,
    /// Sessions at another time, with other clinicians or in another way, and seats in another group session.
    pub moved: usize,
    /// Sessions that only change rooms.
    pub rooms: usize,
    /// What the plan costs, cents.
    pub cents: i64,
}

/// A repaired plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The plan.
    pub plan: Plan,
    /// How far it is from the one that was.
    pub rank: Rank,
}

/// What is to be repaired.
#[derive(Debug, Clone, Copy)]
pub struct Damage<'a> {
    /// The problem as it is now, from [`disrupt`](crate::model::disruption::disrupt).
    pub problem: &'a Problem,
    /// The plan that was, for this problem.
    pub plan: &'a Plan,
    /// The minute before which nothing can be changed.
    pub now: i32,
    /// Sessions that the plan does not have and that are wanted.
    pub sessions: &'a [u32],
    /// Seat orders that the plan knows nothing of.
    pub orders: &'a [u32],
}

#[derive(Clone, Copy)]
enum Trial {
    /// One session makes way for another.
    One { session: u32, other: u32, only: Only },
    /// The one that makes way needs a third to make way for it.
    Chain {
        session: u32,
        other: u32,
        only: Only,
        third: u32,
        only_third: Only,
    },
    /// Two make way.
    Both {
        session: u32,
        other: u32,
        third: u32,
        only: Only,
    },
}

enum Phase {
    Direct(usize),
    Trials,
    Random(u64),
    Done,
}

/// A repair under way.
pub struct Repair<'p> {
    state: State<'p>,
    damage: Damage<'p>,
    params: RepairParams,
    rng: Rng,
    step: u64,
    phase: Phase,
    /// Sessions that have to find a place.
    wanted: Vec<u32>,
    is_new: Vec<bool>,
    /// Seats that each order is to have in sessions that have not begun.
    seats_wanted: Vec<usize>,
    /// Seat orders that sat in each group session.
    members: Vec<Vec<u32>>,
    start: Plan,
    rank: Rank,
    best: Option<Proposal>,
    found: Vec<Proposal>,
    /// Places that the next proposal does without: session, clinician, day.
    barred: Vec<(u32, u32, usize)>,
    attempts: usize,
    steps_for_attempt: u64,
    trials: Vec<Trial>,
    next_trial: usize,
    with_pairs: bool,
}

impl<'p> Repair<'p> {
    /// Takes over what can stay.
    pub fn new(damage: Damage<'p>, params: RepairParams) -> Self {
        let problem = damage.problem;
        let mut state = load(problem, damage.plan);
        let mut is_new = vec![false; problem.sessions.len()];
        for &session in damage.sessions {
            is_new[session as usize] = true;
        }
        go_home(&mut state, damage.plan);
        let wanted = (0..problem.sessions.len() as u32).filter(|&session| {
            let idx = session as usize;
            let was = damage.plan.placements[idx].is_some() && !problem.sessions[idx].locked;
            (was || is_new[idx]) && state.placed[idx].is_none()
        });
        let mut wanted: Vec<u32> = wanted.collect();
        wanted.sort_by_key(|&session| {
            let entry = &problem.sessions[session as usize];
            let room: i64 = entry.windows.iter().map(|window| i64::from(window.1 - window.0)).sum();
            let first = (!is_new[session as usize], entry.seats.is_none(), !entry.mandated);
            (first, std::cmp::Reverse(entry.unplaced_cents), room, session)
        });
        let mut members = vec![Vec::new(); problem.sessions.len()];
        for (order, seats) in damage.plan.seats.iter().enumerate() {
            for &session in seats {
                members[session as usize].push(order as u32);
            }
        }
        let rng = Rng::stream(params.seed, "repair", 0);
        let mut repair = Self {
            state,
            damage,
            rng,
            step: 0,
            phase: Phase::Direct(0),
            wanted,
            is_new,
            seats_wanted: Vec::new(),
            members,
            start: Plan::default(),
            rank: Rank::default(),
            best: None,
            found: Vec::new(),
            barred: Vec::new(),
            attempts: 0,
            steps_for_attempt: 0,
            trials: Vec::new(),
            next_trial: 0,
            with_pairs: false,
            params,
        };
        repair.seats_wanted = (0..problem.seat_orders.len())
            .map(|order| repair.seats_due(order))
            .collect();
        repair.start = repair.plan_now();
        repair.rank = repair.rank_now();
        repair
    }

    /// Sessions of the plan that have lost their place, and new ones, most important first.
    pub fn affected(&self) -> &[u32] {
        &self.wanted
    }

    /// Does up to `steps` steps; true while there is more to do.
    pub fn advance(&mut self, steps: u64) -> bool {
        let until = self.params.steps.min(self.step.saturating_add(steps));
        while self.step < until && !matches!(self.phase, Phase::Done) {
            self.one_step();
            self.step += 1;
        }
        self.step < self.params.steps && !matches!(self.phase, Phase::Done)
    }

    /// Steps done.
    pub fn steps(&self) -> u64 {
        self.step
    }

    /// What has been found by now, fewest changes first. Every plan breaks no rule but those that what has already
    /// begun breaks by itself.
    pub fn proposals(&self) -> Vec<Proposal> {
        let mut all: Vec<Proposal> = self.found.clone();
        if let Some(best) = self.best.as_ref().filter(|best| is_another(&all, best)) {
            let worth_it = all.iter().all(|other| no_more_lost(best, other));
            if worth_it {
                all.push(best.clone());
            }
        }
        all.sort_by_key(|proposal| proposal.rank);
        all
    }

    fn one_step(&mut self) {
        self.steps_for_attempt += 1;
        match self.phase {
            Phase::Direct(order) => self.put_back_in_order(order),
            Phase::Trials => self.next_trial(),
            Phase::Random(round) => self.random_round(round),
            Phase::Done => {}
        }
    }

    /// Keeps what this attempt has found, and begins the next one without a place that has been used.
    fn next_attempt(&mut self) {
        let best = self.best.take();
        let worth_it =
            |best: &Proposal| is_another(&self.found, best) && self.found.iter().all(|other| no_more_lost(best, other));
        if let Some(best) = best.filter(worth_it) {
            self.found.push(best);
        }
        let most = self.params.proposals + self.wanted.len().min(4);
        self.attempts += 1;
        if self.wanted.is_empty() || self.found.len() >= self.params.proposals || self.attempts >= most {
            self.phase = Phase::Done;
            return;
        }
        let session = self.wanted[(self.attempts - 1) % self.wanted.len()];
        self.barred.retain(|barred| barred.0 == session);
        for proposal in &self.found {
            if let Some(place) = &proposal.plan.placements[session as usize] {
                let first = place.parts.first().map_or(u32::MAX, |part| part.clinician);
                self.barred
                    .push((session, first, self.damage.problem.day_of(place.start)));
            }
        }
        let start = std::mem::take(&mut self.start);
        self.state = load(self.damage.problem, &start);
        self.start = start;
        self.rank = self.rank_now();
        self.steps_for_attempt = 0;
        self.phase = Phase::Direct(0);
    }
}

fn is_another(found: &[Proposal], proposal: &Proposal) -> bool {
    found.iter().all(|other| other.plan != proposal.plan)
}

/// True if a proposal loses no more than another one.
fn no_more_lost(proposal: &Proposal, other: &Proposal) -> bool {
    (proposal.rank.mandated_lost, proposal.rank.lost) <= (other.rank.mandated_lost, other.rank.lost)
}

/// The state of a plan, everything exact.
pub(super) fn load<'p>(problem: &'p Problem, plan: &Plan) -> State<'p> {
    let mut state = State::new(Layout::exact(problem));
    state.load_locked();
    state.load(plan);
    state
}

/// Puts what was left aside where the plan has it, as far as it fits: what comes first can make the way shorter.
pub(super) fn go_home(state: &mut State<'_>, plan: &Plan) {
    let mut open = state.unplaced.clone();
    open.sort_unstable();
    for session in open {
        let placement = plan.placements.get(session as usize).and_then(Option::as_ref);
        if let Some(placement) = placement
            && let Some(candidate) = state.place_at(session as usize, placement)
        {
            state.put(session as usize, &candidate);
        }
    }
    for (order, sessions) in plan.seats.iter().enumerate() {
        for &session in sessions {
            let lacks = !state.seats[order].contains(&session);
            if lacks && state.placed[session as usize].is_some() {
                state.try_seat(order, session as usize);
            }
        }
    }
    state.commit();
}
