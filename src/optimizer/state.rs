//! The plan while it is searched: clinician-days as routes, occupancy of rooms, people and budgets, and the cost, all
//! kept up to date move by move, with an undo log.
//!
//! INVARIANT: [`State::cost`] equals [`evaluate`](super::evaluate) of the plan it stands for, at any time.

use crate::model::problem::ANYWHERE;

use super::advisor::Relaxation;
use super::day::{Day, schedule};
use super::evaluate::start_weeks;
use super::index::Index;
use super::layout::Layout;
use super::occupancy::Occupancy;
use super::open::Open;
use super::quote::Places;
use super::slots::SlotTable;
use super::span::{Stop, measure_day};
use super::terms::{self, Guide, Week};
use super::timing::Timing;
use super::undo::Op;

/// Most clinicians in one session.
pub(super) const MAX_PARTS: usize = 4;
/// No clinician, room pool or position.
pub(super) const NONE: u32 = u32::MAX;

/// Where a session is, without its clinicians.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed {
    pub start: i32,
    pub day: u16,
    pub choice: u8,
    /// Room pool, or `u16::MAX`.
    pub room_pool: u16,
}

/// A place that a session could take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub placed: Placed,
    pub pinned: bool,
    pub num_parts: usize,
    pub parts: [Seat; MAX_PARTS],
    /// What the plan's cost would change by, without what leaving the session unplaced costs.
    pub delta: i64,
    /// Minutes that the gap is longer than what the first part needs.
    pub spare: i32,
}

/// One clinician's share of a candidate: who, when, and where in the clinician's day.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seat {
    pub duty: u32,
    pub clinician: u32,
    pub position: u32,
    pub start: i32,
}

pub(super) struct State<'p> {
    pub layout: Layout<'p>,
    pub index: Index,
    /// The day of each duty.
    pub days: Vec<Day>,
    /// Slots in which each duty works and has no stop, and whether they tell where there is room.
    pub free: SlotTable,
    pub on_grid: Vec<bool>,
    /// Duties that are to be counted anew.
    pub(super) stale: Vec<u32>,
    pub(super) is_stale: Vec<bool>,
    /// Duties with stops.
    pub num_used: usize,
    pub placed: Vec<Option<Placed>>,
    /// Clinician of each flat part, or [`NONE`].
    pub clinicians: Vec<u32>,
    /// Start of each flat part that is placed.
    pub part_start: Vec<i32>,
    pub rooms: Occupancy,
    pub equipment: Occupancy,
    /// Sessions that each patient attends: own ones and group sessions with a seat.
    pub attends: Vec<Vec<u32>>,
    /// Group sessions of each seat order, ascending.
    pub seats: Vec<Vec<u32>>,
    /// Seats that are wanted and not given.
    pub seats_missing: i32,
    /// Seat orders in each group session.
    pub members: Vec<Vec<u32>>,
    pub(super) budget_used: Vec<i32>,
    /// Draws by budget and day, for budgets that count days.
    pub(super) budget_days: Vec<u16>,
    pub(super) minimum_placed: Vec<i32>,
    pub(super) thread_seen: Vec<u16>,
    pub(super) thread_clinicians: Vec<i32>,
    pub(super) caseload_seen: Vec<u16>,
    pub(super) caseload: Vec<i32>,
    /// By clinician and week.
    pub(super) weeks: Vec<Week>,
    pub(super) acuity: Vec<i32>,
    pub(super) burdens: Vec<i32>,
    pub(super) clinician_cents: Vec<i64>,
    pub(super) day_taken: Vec<i32>,
    /// Sum of all terms but fairness and the worst-day terms.
    pub(super) cents: i64,
    pub has_worst_terms: bool,
    /// True if the cost of a place says what it means for the terms that look at the worst day only.
    pub minds_worst: bool,
    /// True while places are compared by the breaks that they leave.
    pub minds_breaks: bool,
    /// True if a stop that was taken out has left others that do not fit: where a way is longer than by way of that stop.
    pub(super) is_misfit: bool,
    /// What stands for the worst-day terms while places are compared, and what all days cost by it.
    pub(super) guide: Guide,
    pub(super) guide_cents: i64,
    /// The most that a new stop can save by the guide in any day, when a place was last looked for.
    pub(super) worst_saved_anywhere: i64,
    /// Leaving a session out is dear if it costs at least so much.
    pub dear_cents: i64,
    /// Sessions that are not placed, in no order, and where each stands in that list.
    pub unplaced: Vec<u32>,
    unplaced_at: Vec<u32>,
    pub(super) log: Vec<Op>,
    /// Days as they were at the last commit, by duty.
    pub(super) saved: Vec<(u32, Day)>,
    pub(super) is_saved: Vec<bool>,
    pub(super) spare: Vec<Day>,
    pub(super) scratch: Vec<Stop>,
    /// Room to time days in.
    pub(super) timing: Timing,
    /// Rules set aside to find out what blocks a session, one bit per [`Relaxation`]; 0 in every search.
    pub relaxed: u8,
    /// Start and first clinician at which the session that is being placed must not be.
    pub barred: Option<(i32, u32)>,
    /// What the seats of the group session last looked at are worth, by start slot, and how many there are.
    pub seat_values: Vec<i64>,
    pub seat_counts: Vec<i32>,
    pub(super) seat_starts: Vec<u64>,
    pub(super) emptied: Vec<u32>,
    pub(super) open: Open,
    pub(super) places: Places,
}

impl<'p> State<'p> {
    /// Nothing placed.
    pub fn new(layout: Layout<'p>) -> Self {
        let problem = layout.problem;
        let index = Index::new(&layout);
        let (sessions, duties, clinicians) = (problem.sessions.len(), problem.duties.len(), problem.clinicians.len());
        let parts = layout.parts.len();
        let occupancy = |open: &SlotTable, counts| Occupancy::new(open, counts, index.slots_per_day, problem.num_days);
        let caseload_pairs = if index.has_caseload {
            clinicians * problem.patients.len()
        } else {
            0
        };
        let mut state = Self {
            days: (0..duties).map(|duty| Day::empty(&layout, duty)).collect(),
            free: index.duty_open.clone(),
            on_grid: index.duty_on_grid.clone(),
            stale: Vec::new(),
            is_stale: vec![false; duties],
            num_used: 0,
            placed: vec![None; sessions],
            clinicians: vec![NONE; parts],
            part_start: vec![0; parts],
            rooms: occupancy(
                &index.room_open,
                index.room_pools.iter().map(|pool| pool.count).collect(),
            ),
            equipment: occupancy(
                &index.equipment_open,
                problem.equipment.iter().map(|pool| pool.count).collect(),
            ),
            attends: vec![Vec::new(); problem.patients.len()],
            seats: vec![Vec::new(); problem.seat_orders.len()],
            seats_missing: problem.seat_orders.iter().map(|order| order.count).sum(),
            members: vec![Vec::new(); sessions],
            budget_used: vec![0; problem.budgets.len()],
            budget_days: vec![0; problem.budgets.len() * problem.num_days],
            minimum_placed: vec![0; problem.minimums.len()],
            thread_seen: vec![0; layout.num_threads * clinicians],
            thread_clinicians: vec![0; layout.num_threads],
            caseload_seen: vec![0; caseload_pairs],
            caseload: vec![0; clinicians],
            weeks: start_weeks(&layout),
            acuity: vec![0; clinicians],
            burdens: vec![0; clinicians],
            clinician_cents: vec![0; clinicians],
            day_taken: vec![0; problem.num_days],
            cents: 0,
            has_worst_terms: terms::has_worst_terms(problem),
            minds_worst: terms::has_worst_terms(problem),
            minds_breaks: true,
            is_misfit: false,
            guide: Guide::default(),
            guide_cents: 0,
            worst_saved_anywhere: 0,
            dear_cents: 0,
            unplaced: (0..sessions as u32).collect(),
            unplaced_at: (0..sessions as u32).collect(),
            log: Vec::new(),
            saved: Vec::new(),
            is_saved: vec![false; duties],
            spare: Vec::new(),
            scratch: Vec::new(),
            timing: Timing::default(),
            relaxed: 0,
            barred: None,
            seat_values: Vec::new(),
            seat_counts: Vec::new(),
            seat_starts: Vec::new(),
            emptied: Vec::new(),
            open: Open::default(),
            places: Places::default(),
            layout,
            index,
        };
        state.start_costs();
        state
    }

    /// The costs of an empty plan.
    fn start_costs(&mut self) {
        let problem = self.layout.problem;
        self.cents = problem.sessions.iter().map(|session| session.unplaced_cents).sum();
        self.cents += problem
            .seat_orders
            .iter()
            .map(|order| i64::from(order.count) * order.empty_cents)
            .sum::<i64>();
        for minimum in 0..problem.minimums.len() {
            self.cents += terms::minimum_cents(problem, minimum, 0);
        }
        for clinician in 0..problem.clinicians.len() {
            self.clinician_cents[clinician] = self.clinician_cost(clinician);
            self.cents += self.clinician_cents[clinician];
        }
        self.cents += self.days.iter().map(|day| day.measure.cents).sum::<i64>();
        self.guide_by(1000);
    }

    /// True if a rule has been set aside.
    #[inline]
    pub fn is_relaxed(&self, rule: Relaxation) -> bool {
        self.relaxed >> rule as u8 & 1 == 1
    }

    /// The cost of the plan.
    pub fn cost(&self) -> i64 {
        let mut worst = 0_i64;
        if self.has_worst_terms {
            let days = self.days.iter().map(|day| &day.measure);
            terms::worst_terms(self.layout.problem, days, &mut worst);
        }
        self.guided_cost() - self.guide_cents + worst
    }

    /// The cost of the plan with the guide in place of the terms that look at the worst day only.
    pub fn guided_cost(&self) -> i64 {
        self.cents + terms::fairness_cents(self.layout.problem, self.burdens.iter().copied()) + self.guide_cents
    }

    /// The day of a session that is placed.
    pub fn day(&self, session: usize) -> Option<usize> {
        self.placed[session].map(|placed| placed.day as usize)
    }

    /// Start and end of a session that is placed.
    pub fn times(&self, session: usize) -> (i32, i32) {
        let start = self.part_start[self.layout.first_part[session] as usize];
        (start, start + self.layout.session(session).minutes)
    }

    // ---- sessions ----

    /// Notes another start of a session that uses neither room nor equipment; its stops have been moved.
    pub(super) fn move_start(&mut self, session: usize, start: i32) {
        if let Some(placed) = &mut self.placed[session] {
            self.log.push(Op::Move(session as u32, placed.start));
            placed.start = start;
        }
    }

    /// Places a session.
    pub fn put(&mut self, session: usize, candidate: &Candidate) {
        if let Some(patient) = self.layout.session(session).patient {
            self.hold(patient as usize, candidate.placed.day as usize);
        }
        let choice = &self.layout.session(session).choices[candidate.placed.choice as usize];
        let first = self.layout.first_part[session];
        let mut clinicians = [NONE; MAX_PARTS];
        for (own, seat) in candidate.parts[..candidate.num_parts].iter().enumerate() {
            let duty = seat.duty as usize;
            self.save(duty);
            let part = first + own as u32;
            let stop = Stop::new(&self.layout, part, seat.start, choice.place, candidate.pinned);
            self.days[duty].insert(seat.position as usize, stop);
            self.refresh(duty);
            clinicians[own] = seat.clinician;
        }
        self.remember(session, candidate.placed, &clinicians);
        self.count_session(session, 1);
        self.log.push(Op::Put(session as u32));
        self.settle(session);
    }

    /// Takes a session out, with all its seats.
    /// False if it is not placed, or has to stay: see [`State::fits_without`].
    pub fn take(&mut self, session: usize) -> bool {
        let Some(placed) = self.placed[session] else {
            return false;
        };
        if !self.fits_without(session, placed) {
            return false;
        }
        while let Some(&order) = self.members[session].last() {
            self.unseat(order as usize, session);
        }
        let parts = self.layout.parts_of(session);
        let mut clinicians = [NONE; MAX_PARTS];
        clinicians[..parts.len()].copy_from_slice(&self.clinicians[parts.clone()]);
        for part in parts {
            let Some(duty) = self.layout.duty_of(self.clinicians[part], placed.day as usize) else {
                continue;
            };
            self.save(duty);
            self.days[duty].remove(part as u32);
            self.refresh_later(duty);
        }
        self.count_session(session, -1);
        self.forget(session);
        self.log.push(Op::Take(session as u32, placed, clinicians));
        if let Some(patient) = self.layout.session(session).patient {
            self.settle_day(patient as usize, placed.day as usize);
        }
        true
    }

    /// True if the days of the session's clinicians still fit without it. They always do, unless somebody takes part
    /// by video or telephone: that stop is where the one before it is, which can be farther from the next one.
    fn fits_without(&mut self, session: usize, placed: Placed) -> bool {
        self.layout.parts_of(session).all(|part| {
            let duty = self.layout.duty_of(self.clinicians[part], placed.day as usize);
            duty.is_none_or(|duty| self.duty_fits_without(duty, part as u32))
        })
    }

    fn duty_fits_without(&mut self, duty: usize, part: u32) -> bool {
        if self.days[duty].stops.iter().all(|stop| stop.place != ANYWHERE) {
            return true;
        }
        let mut stops = std::mem::take(&mut self.scratch);
        stops.clear();
        stops.extend(self.days[duty].stops.iter().filter(|stop| stop.part != part));
        let mut fits = schedule(&self.layout, duty, &mut stops);
        if fits && !self.may_work(duty, &stops) {
            // The other way in which [`State::refresh_within_limits`] closes the gap.
            stops.clear();
            let others = self.days[duty].stops.iter().filter(|stop| stop.part != part);
            stops.extend(others.map(|stop| Stop { pinned: true, ..*stop }));
            fits = schedule(&self.layout, duty, &mut stops) && self.may_work(duty, &stops);
        }
        self.scratch = stops;
        fits
    }

    fn may_work(&self, duty: usize, stops: &[Stop]) -> bool {
        let (measure, _) = measure_day::<i64>(&self.layout, self.layout.duty(duty), stops);
        self.limits_allow(duty, &measure)
    }

    pub(super) fn remember(&mut self, session: usize, placed: Placed, clinicians: &[u32; MAX_PARTS]) {
        self.placed[session] = Some(placed);
        let parts = self.layout.parts_of(session);
        let num_parts = parts.len();
        self.clinicians[parts].copy_from_slice(&clinicians[..num_parts]);
        let at = self.unplaced_at[session] as usize;
        self.unplaced.swap_remove(at);
        if let Some(&moved) = self.unplaced.get(at) {
            self.unplaced_at[moved as usize] = at as u32;
        }
        self.unplaced_at[session] = NONE;
    }

    pub(super) fn forget(&mut self, session: usize) {
        self.placed[session] = None;
        self.clinicians[self.layout.parts_of(session)].fill(NONE);
        self.unplaced_at[session] = self.unplaced.len() as u32;
        self.unplaced.push(session as u32);
    }

    // ---- seats ----

    /// Gives a seat, to be allowed by [`State::can_seat`].
    pub fn seat(&mut self, order: usize, session: usize) {
        self.count_seat(order, session, 1);
        self.log.push(Op::Seat(order as u32, session as u32));
        self.settle(session);
        let patient = self.layout.problem.seat_orders[order].patient as usize;
        self.settle_day(patient, self.day(session).unwrap_or(0));
    }

    /// Takes a seat back, and those of patients who must sit together with this one.
    pub fn unseat(&mut self, order: usize, session: usize) {
        self.count_seat(order, session, -1);
        self.log.push(Op::Unseat(order as u32, session as u32));
        let patient = self.layout.problem.seat_orders[order].patient as usize;
        if let Some(day) = self.day(session) {
            self.settle_day(patient, day);
        }
        for at in 0..self.index.together[patient].len() {
            let other = self.index.together[patient][at];
            let seated = self.members[session]
                .iter()
                .copied()
                .find(|&member| self.layout.problem.seat_orders[member as usize].patient == other);
            if let Some(member) = seated {
                self.unseat(member as usize, session);
            }
        }
    }

    /// Recomputes the plan's cost from nothing and compares. For tests and debug runs.
    #[cfg(any(test, debug_assertions))]
    pub fn assert_consistent(&self) {
        let plan = super::finish::to_plan(
            &self.layout,
            &self.index,
            &self.placed,
            &self.clinicians,
            &self.part_start,
            &self.seats,
        );
        assert_eq!(
            self.cost(),
            super::evaluate(self.layout.problem, &plan).total(),
            "incremental cost equals full cost"
        );
    }
}
