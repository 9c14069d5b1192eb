//! The plan while it is searched: clinician-days as routes, occupancy of rooms, people and budgets, and the cost, all
//! kept up to date move by move, with an undo log.
//!
//! INVARIANT: [`State::cost`] equals [`evaluate`](super::evaluate) of the plan it stands for, at any time.

use crate::model::CostTerm;
use crate::model::problem::{ANYWHERE, Place};

use super::advisor::Relaxation;
use super::index::{Index, last_start, next_start};
use super::slots::{SlotTable, Slots};
use super::terms::{self, ClinicianWeeks, Measure, Stop};

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
}

/// One clinician's share of a candidate: who, when, and where in the clinician's day.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seat {
    pub duty: u32,
    pub clinician: u32,
    pub position: u32,
    pub start: i32,
}

enum Op {
    Put(u32),
    Take(u32, Placed, [u32; MAX_PARTS]),
    Seat(u32, u32),
    Unseat(u32, u32),
}

struct SavedDuty {
    duty: u32,
    stops: Vec<Stop>,
    measure: Measure,
}

/// Counted things in use, by pool, day and slot.
pub(super) struct Occupancy {
    used: Vec<u16>,
    /// Slots that are open and not used up, by pool and day.
    pub free: SlotTable,
    counts: Vec<i32>,
    slots_per_day: usize,
    num_days: usize,
}

impl Occupancy {
    fn new(open: &SlotTable, counts: Vec<i32>, slots_per_day: usize, num_days: usize) -> Self {
        Self {
            used: vec![0; counts.len() * num_days * slots_per_day],
            free: open.clone(),
            counts,
            slots_per_day,
            num_days,
        }
    }

    fn row(&self, pool: usize, day: usize) -> usize {
        pool * self.num_days + day
    }

    /// The slots of `day` that are free.
    pub fn free(&self, pool: usize, day: usize) -> &[u64] {
        self.free.row(self.row(pool, day))
    }

    fn add(&mut self, pool: usize, day: usize, from: usize, to: usize) {
        let row = self.row(pool, day);
        for slot in from..to {
            let used = &mut self.used[row * self.slots_per_day + slot];
            *used += 1;
            if i32::from(*used) == self.counts[pool] {
                self.free.set(row, slot, false);
            }
        }
    }

    fn remove(&mut self, pool: usize, day: usize, from: usize, to: usize) {
        let row = self.row(pool, day);
        for slot in from..to {
            let used = &mut self.used[row * self.slots_per_day + slot];
            if i32::from(*used) == self.counts[pool] {
                self.free.set(row, slot, true);
            }
            *used -= 1;
        }
    }
}

pub(super) struct State<'p> {
    pub index: Index<'p>,
    /// Stops of each duty, in order of time.
    pub routes: Vec<Vec<Stop>>,
    pub measures: Vec<Measure>,
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
    /// Seat orders in each group session.
    pub members: Vec<Vec<u32>>,
    budget_used: Vec<i32>,
    /// Draws by budget and day, for budgets that count days.
    budget_days: Vec<u16>,
    minimum_placed: Vec<i32>,
    thread_seen: Vec<u16>,
    thread_clinicians: Vec<i32>,
    caseload_seen: Vec<u16>,
    caseload: Vec<i32>,
    /// By clinician and week.
    worked: Vec<i32>,
    long_days: Vec<i32>,
    booked: Vec<i32>,
    points: Vec<i32>,
    acuity: Vec<i32>,
    burdens: Vec<i32>,
    clinician_cents: Vec<i64>,
    day_booked: Vec<i32>,
    /// Sum of all terms but fairness and the worst-day terms.
    cents: i64,
    has_worst_terms: bool,
    /// Sessions that are not placed, in no order, and where each stands in that list.
    pub unplaced: Vec<u32>,
    unplaced_at: Vec<u32>,
    log: Vec<Op>,
    saved: Vec<SavedDuty>,
    is_saved: Vec<bool>,
    spare: Vec<Vec<Stop>>,
    pub scratch: Vec<Stop>,
    /// Rules set aside to find out what blocks a session, one bit per [`Relaxation`]; 0 in every search.
    pub relaxed: u8,
    /// What the seats of the group session last looked at are worth, by start slot, and how many there are.
    pub seat_values: Vec<i64>,
    pub seat_counts: Vec<i32>,
}

impl<'p> State<'p> {
    /// Nothing placed.
    pub fn new(index: Index<'p>) -> Self {
        let problem = index.problem;
        let (sessions, duties, clinicians) = (problem.sessions.len(), problem.duties.len(), problem.clinicians.len());
        let parts = index.part_session.len();
        let counts = |pools: &[crate::model::problem::Pool]| pools.iter().map(|pool| pool.count).collect::<Vec<_>>();
        let occupancy = |open: &SlotTable, counts| Occupancy::new(open, counts, index.slots_per_day, problem.num_days);
        let mut state = Self {
            routes: vec![Vec::new(); duties],
            measures: vec![Measure::default(); duties],
            placed: vec![None; sessions],
            clinicians: vec![NONE; parts],
            part_start: vec![0; parts],
            rooms: occupancy(
                &index.room_open,
                index.room_pools.iter().map(|pool| pool.count).collect(),
            ),
            equipment: occupancy(&index.equipment_open, counts(&problem.equipment)),
            attends: vec![Vec::new(); problem.patients.len()],
            seats: vec![Vec::new(); problem.seat_orders.len()],
            members: vec![Vec::new(); sessions],
            budget_used: vec![0; problem.budgets.len()],
            budget_days: vec![0; problem.budgets.len() * problem.num_days],
            minimum_placed: vec![0; problem.minimums.len()],
            thread_seen: vec![0; index.num_threads * clinicians],
            thread_clinicians: vec![0; index.num_threads],
            caseload_seen: vec![
                0;
                if index.has_caseload {
                    clinicians * problem.patients.len()
                } else {
                    0
                }
            ],
            caseload: vec![0; clinicians],
            worked: vec![0; clinicians * index.num_weeks],
            long_days: vec![0; clinicians * index.num_weeks],
            booked: vec![0; clinicians * index.num_weeks],
            points: vec![0; clinicians * index.num_weeks],
            acuity: vec![0; clinicians],
            burdens: vec![0; clinicians],
            clinician_cents: vec![0; clinicians],
            day_booked: vec![0; problem.num_days],
            cents: 0,
            has_worst_terms: terms::has_worst_terms(problem),
            unplaced: (0..sessions as u32).collect(),
            unplaced_at: (0..sessions as u32).collect(),
            log: Vec::new(),
            saved: Vec::new(),
            is_saved: vec![false; duties],
            spare: Vec::new(),
            scratch: Vec::new(),
            relaxed: 0,
            seat_values: Vec::new(),
            seat_counts: Vec::new(),
            index,
        };
        state.start_costs();
        state
    }

    /// The costs of an empty plan.
    fn start_costs(&mut self) {
        let problem = self.index.problem;
        self.cents = problem.sessions.iter().map(|session| session.unplaced_cents).sum();
        self.cents += problem
            .seat_orders
            .iter()
            .map(|order| i64::from(order.count) * order.empty_cents)
            .sum::<i64>();
        for minimum in 0..problem.minimums.len() {
            self.cents += terms::minimum_cents(problem, minimum, 0);
        }
        let weeks = self.index.num_weeks;
        for (idx, clinician) in problem.clinicians.iter().enumerate() {
            for (week, &minutes) in clinician.worked_before.iter().take(weeks).enumerate() {
                self.worked[idx * weeks + week] = minutes;
            }
            self.clinician_cents[idx] = self.clinician_cost(idx);
            self.cents += self.clinician_cents[idx];
        }
        for idx in 0..problem.duties.len() {
            let mut cents = 0;
            let mut measure = terms::measure_duty(&self.index, &problem.duties[idx], &[], &mut cents);
            measure.cents = cents;
            self.measures[idx] = measure;
            self.cents += cents;
        }
    }

    /// True if a rule has been set aside.
    #[inline]
    pub fn is_relaxed(&self, rule: Relaxation) -> bool {
        self.relaxed >> rule as u8 & 1 == 1
    }

    /// The cost of the plan.
    pub fn cost(&self) -> i64 {
        let problem = self.index.problem;
        let mut worst = 0_i64;
        if self.has_worst_terms {
            terms::worst_terms(problem, self.measures.iter(), &mut worst);
        }
        self.cents + terms::fairness_cents(problem, &self.burdens) + worst
    }

    /// The day of a session that is placed.
    pub fn day(&self, session: usize) -> Option<usize> {
        self.placed[session].map(|placed| placed.day as usize)
    }

    /// Start and end of a session that is placed.
    pub fn times(&self, session: usize) -> (i32, i32) {
        let start = self.part_start[self.index.first_part[session] as usize];
        (start, start + self.index.session(session).minutes)
    }

    // ---- undo ----

    /// Forgets the log: what has been done since is kept.
    pub fn commit(&mut self) {
        self.log.clear();
        for saved in self.saved.drain(..) {
            self.is_saved[saved.duty as usize] = false;
            self.spare.push(saved.stops);
        }
    }

    /// Takes back everything since the last commit.
    pub fn undo(&mut self) {
        while let Some(op) = self.log.pop() {
            match op {
                Op::Put(session) => {
                    self.count_session(session as usize, -1);
                    self.forget(session as usize);
                }
                Op::Take(session, placed, clinicians) => {
                    self.remember(session as usize, placed, &clinicians);
                    self.count_session(session as usize, 1);
                }
                Op::Seat(order, session) => self.count_seat(order as usize, session as usize, -1),
                Op::Unseat(order, session) => self.count_seat(order as usize, session as usize, 1),
            }
        }
        while let Some(saved) = self.saved.pop() {
            let duty = saved.duty as usize;
            self.is_saved[duty] = false;
            let stops = std::mem::replace(&mut self.routes[duty], saved.stops);
            self.spare.push(stops);
            for stop in &self.routes[duty] {
                self.part_start[stop.part as usize] = stop.start;
            }
            self.set_measure(duty, saved.measure);
        }
    }

    fn save(&mut self, duty: usize) {
        if self.is_saved[duty] {
            return;
        }
        self.is_saved[duty] = true;
        let mut stops = self.spare.pop().unwrap_or_default();
        stops.clone_from(&self.routes[duty]);
        self.saved.push(SavedDuty {
            duty: duty as u32,
            stops,
            measure: self.measures[duty],
        });
    }

    // ---- sessions ----

    /// Places a session.
    pub fn put(&mut self, session: usize, candidate: &Candidate) {
        if let Some(patient) = self.index.session(session).patient {
            self.hold(patient as usize, candidate.placed.day as usize);
        }
        let choice = &self.index.session(session).choices[candidate.placed.choice as usize];
        let first = self.index.first_part[session];
        let mut clinicians = [NONE; MAX_PARTS];
        for (own, seat) in candidate.parts[..candidate.num_parts].iter().enumerate() {
            let duty = seat.duty as usize;
            self.save(duty);
            let part = first + own as u32;
            let stop = Stop {
                part,
                start: seat.start,
                latest: seat.start,
                place: choice.place,
                at: choice.place,
                pinned: candidate.pinned,
            };
            self.routes[duty].insert(seat.position as usize, stop);
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
        let first = self.index.first_part[session] as usize;
        let last = self.index.first_part[session + 1] as usize;
        let mut clinicians = [NONE; MAX_PARTS];
        clinicians[..last - first].copy_from_slice(&self.clinicians[first..last]);
        for part in first..last {
            let clinician = self.clinicians[part];
            let Some(duty) = self.index.duty_of(clinician, self.part_day(part, placed)) else {
                continue;
            };
            self.save(duty);
            self.routes[duty].retain(|stop| stop.part as usize != part);
            self.refresh_within_limits(duty);
        }
        self.count_session(session, -1);
        self.forget(session);
        self.log.push(Op::Take(session as u32, placed, clinicians));
        if let Some(patient) = self.index.session(session).patient {
            self.settle_day(patient as usize, placed.day as usize);
        }
        true
    }

    /// True if the days of the session's clinicians still fit without it. They always do, unless somebody takes part
    /// by video or telephone: that stop is where the one before it is, which can be farther from the next one.
    fn fits_without(&mut self, session: usize, placed: Placed) -> bool {
        let parts = self.index.first_part[session] as usize..self.index.first_part[session + 1] as usize;
        parts.into_iter().all(|part| {
            let duty = self.index.duty_of(self.clinicians[part], self.part_day(part, placed));
            duty.is_none_or(|duty| self.duty_fits_without(duty, part as u32))
        })
    }

    fn duty_fits_without(&mut self, duty: usize, part: u32) -> bool {
        if self.routes[duty].iter().all(|stop| stop.place != ANYWHERE) {
            return true;
        }
        let mut stops = std::mem::take(&mut self.scratch);
        stops.clear();
        stops.extend(self.routes[duty].iter().filter(|stop| stop.part != part));
        let mut fits = schedule(&self.index, duty, &mut stops);
        if fits && !self.may_work(duty, &stops) {
            // The other way in which [`State::refresh_within_limits`] closes the gap.
            stops.clear();
            let others = self.routes[duty].iter().filter(|stop| stop.part != part);
            stops.extend(others.map(|stop| Stop { pinned: true, ..*stop }));
            fits = schedule(&self.index, duty, &mut stops) && self.may_work(duty, &stops);
        }
        self.scratch = stops;
        fits
    }

    fn may_work(&self, duty: usize, stops: &[Stop]) -> bool {
        let mut cents = 0;
        let measure = terms::measure_duty(&self.index, &self.index.problem.duties[duty], stops, &mut cents);
        self.limits_allow(duty, &measure)
    }

    /// The day whose duty holds a part: the day of the session.
    fn part_day(&self, _part: usize, placed: Placed) -> usize {
        placed.day as usize
    }

    fn remember(&mut self, session: usize, placed: Placed, clinicians: &[u32; MAX_PARTS]) {
        self.placed[session] = Some(placed);
        let first = self.index.first_part[session] as usize;
        let last = self.index.first_part[session + 1] as usize;
        self.clinicians[first..last].copy_from_slice(&clinicians[..last - first]);
        let at = self.unplaced_at[session] as usize;
        self.unplaced.swap_remove(at);
        if let Some(&moved) = self.unplaced.get(at) {
            self.unplaced_at[moved as usize] = at as u32;
        }
        self.unplaced_at[session] = NONE;
    }

    fn forget(&mut self, session: usize) {
        self.placed[session] = None;
        let first = self.index.first_part[session] as usize;
        let last = self.index.first_part[session + 1] as usize;
        self.clinicians[first..last].fill(NONE);
        self.unplaced_at[session] = self.unplaced.len() as u32;
        self.unplaced.push(session as u32);
    }

    /// Counts a placed session in (`sign` 1) or out (-1) of everything but routes.
    fn count_session(&mut self, session: usize, sign: i32) {
        let entry = self.index.session(session);
        let Some(placed) = self.placed[session] else { return };
        let problem = self.index.problem;
        let first = self.index.first_part[session] as usize;
        let day = placed.day as usize;
        let mut cents = 0_i64;
        let room_pool = (placed.room_pool != u16::MAX).then_some(placed.room_pool);
        let room_class = self.index.class_of(placed.room_pool);
        let parts = first..self.index.first_part[session + 1] as usize;
        terms::placement_terms(
            problem,
            session,
            placed.choice as usize,
            room_class,
            self.clinicians[parts.clone()].iter().copied(),
            &mut cents,
        );
        if let Some(seats) = entry.seats {
            cents += terms::small_group_cents(problem, seats, self.members[session].len() as i32);
        }
        self.cents += i64::from(sign) * (cents - entry.unplaced_cents);

        let (from, to) = self.slot_range(placed.start, entry.minutes, day);
        if let Some(class) = room_pool {
            if sign > 0 {
                self.rooms.add(class as usize, day, from, to)
            } else {
                self.rooms.remove(class as usize, day, from, to)
            }
        }
        if let Some(pool) = entry.choices[placed.choice as usize].equipment {
            let pool = pool as usize;
            if sign > 0 {
                self.equipment.add(pool, day, from, to)
            } else {
                self.equipment.remove(pool, day, from, to)
            }
        }
        if let Some(patient) = entry.patient {
            self.count_attendance(patient as usize, session, sign);
            if entry.counts_to_minimum {
                self.count_minimum(patient as usize, day, sign * entry.minutes);
            }
        }
        self.draw(&entry.draws, day, sign);
        for part in parts {
            let clinician = self.clinicians[part] as usize;
            if let Some(thread) = entry.thread {
                self.count_thread(thread as usize, clinician, sign);
            }
            if let Some(patient) = entry.patient.filter(|_| self.index.has_caseload) {
                let seen = &mut self.caseload_seen[clinician * problem.patients.len() + patient as usize];
                let was = *seen;
                *seen = seen.wrapping_add_signed(sign as i16);
                self.caseload[clinician] += i32::from(*seen > 0) - i32::from(was > 0);
            }
        }
    }

    fn slot_range(&self, start: i32, minutes: i32, day: usize) -> (usize, usize) {
        let problem = self.index.problem;
        let offset = start - day as i32 * problem.day_min;
        let from = (offset / problem.grid) as usize;
        let to = ((offset + minutes + problem.grid - 1) / problem.grid) as usize;
        (from.min(self.index.slots_per_day), to.min(self.index.slots_per_day))
    }

    fn count_attendance(&mut self, patient: usize, session: usize, sign: i32) {
        let attends = &mut self.attends[patient];
        if sign > 0 {
            attends.push(session as u32);
        } else if let Some(at) = attends.iter().position(|&other| other as usize == session) {
            attends.swap_remove(at);
        }
    }

    fn count_minimum(&mut self, patient: usize, day: usize, minutes: i32) {
        let problem = self.index.problem;
        for at in 0..self.index.patient_minimums[patient].len() {
            let idx = self.index.patient_minimums[patient][at] as usize;
            let minimum = &problem.minimums[idx];
            if (minimum.from_day as usize..minimum.to_day as usize).contains(&day) {
                self.cents -= terms::minimum_cents(problem, idx, self.minimum_placed[idx]);
                self.minimum_placed[idx] += minutes;
                self.cents += terms::minimum_cents(problem, idx, self.minimum_placed[idx]);
            }
        }
    }

    fn count_thread(&mut self, thread: usize, clinician: usize, sign: i32) {
        let problem = self.index.problem;
        let seen = &mut self.thread_seen[thread * problem.clinicians.len() + clinician];
        let was = *seen;
        *seen = seen.wrapping_add_signed(sign as i16);
        let change = i32::from(*seen > 0) - i32::from(was > 0);
        if change != 0 {
            let count = &mut self.thread_clinicians[thread];
            self.cents -= terms::handoff_cents(problem, *count);
            *count += change;
            self.cents += terms::handoff_cents(problem, *count);
        }
    }

    /// What one more session of the thread with this clinician adds to the hand-offs.
    pub fn handoff_delta(&self, thread: usize, clinician: u32) -> i64 {
        let problem = self.index.problem;
        if self.thread_seen[thread * problem.clinicians.len() + clinician as usize] > 0 {
            return 0;
        }
        let count = self.thread_clinicians[thread];
        terms::handoff_cents(problem, count + 1) - terms::handoff_cents(problem, count)
    }

    /// True if the clinician may take this patient under the caseload cap.
    pub fn caseload_allows(&self, clinician: u32, patient: Option<u32>) -> bool {
        let Some(patient) = patient.filter(|_| self.index.has_caseload) else {
            return true;
        };
        if self.is_relaxed(Relaxation::Limits) {
            return true;
        }
        let problem = self.index.problem;
        self.caseload[clinician as usize] < problem.clinicians[clinician as usize].caseload_cap
            || self.caseload_seen[clinician as usize * problem.patients.len() + patient as usize] > 0
    }

    // ---- budgets ----

    fn draw(&mut self, draws: &[crate::model::problem::Draw], day: usize, sign: i32) {
        for draw in draws {
            let idx = draw.budget as usize;
            let budget = &self.index.problem.budgets[idx];
            if budget.per_day {
                let count = &mut self.budget_days[idx * self.index.problem.num_days + day];
                let was = *count;
                *count = count.wrapping_add_signed(sign as i16);
                self.budget_used[idx] += i32::from(*count > 0) - i32::from(was > 0);
            } else {
                self.budget_used[idx] += sign * draw.units;
            }
        }
    }

    /// True if every budget allows these draws on the day.
    pub fn budget_allows(&self, draws: &[crate::model::problem::Draw], day: usize) -> bool {
        draws.iter().all(|draw| {
            let idx = draw.budget as usize;
            let budget = &self.index.problem.budgets[idx];
            let cost = if !budget.per_day {
                draw.units
            } else {
                i32::from(self.budget_days[idx * self.index.problem.num_days + day] == 0)
            };
            budget.days >> day & 1 == 1 && self.budget_used[idx] + cost <= budget.units
        })
    }

    // ---- seats ----

    /// Gives a seat, to be allowed by [`State::can_seat`].
    pub fn seat(&mut self, order: usize, session: usize) {
        self.count_seat(order, session, 1);
        self.log.push(Op::Seat(order as u32, session as u32));
        self.settle(session);
        let patient = self.index.problem.seat_orders[order].patient as usize;
        self.settle_day(patient, self.day(session).unwrap_or(0));
    }

    /// Takes a seat back, and those of patients who must sit together with this one.
    pub fn unseat(&mut self, order: usize, session: usize) {
        self.count_seat(order, session, -1);
        self.log.push(Op::Unseat(order as u32, session as u32));
        let patient = self.index.problem.seat_orders[order].patient as usize;
        if let Some(day) = self.day(session) {
            self.settle_day(patient, day);
        }
        for at in 0..self.index.together[patient].len() {
            let other = self.index.together[patient][at];
            let seated = self.members[session]
                .iter()
                .copied()
                .find(|&member| self.index.problem.seat_orders[member as usize].patient == other);
            if let Some(member) = seated {
                self.unseat(member as usize, session);
            }
        }
    }

    fn count_seat(&mut self, order: usize, session: usize, sign: i32) {
        let problem = self.index.problem;
        let entry = &problem.seat_orders[order];
        let Some(placed) = self.placed[session] else { return };
        let seated = self.members[session].len() as i32;
        if sign > 0 {
            self.members[session].push(order as u32);
            let at = self.seats[order].partition_point(|&other| (other as usize) < session);
            self.seats[order].insert(at, session as u32);
        } else {
            self.members[session].retain(|&member| member as usize != order);
            self.seats[order].retain(|&other| other as usize != session);
        }
        self.cents -= i64::from(sign) * entry.empty_cents;
        if let Some(seats) = problem.sessions[session].seats {
            self.cents += terms::small_group_cents(problem, seats, seated + sign)
                - terms::small_group_cents(problem, seats, seated);
        }
        self.count_attendance(entry.patient as usize, session, sign);
        if entry.counts_to_minimum {
            self.count_minimum(
                entry.patient as usize,
                placed.day as usize,
                sign * problem.sessions[session].minutes,
            );
        }
        self.draw(&entry.draws, placed.day as usize, sign);
    }

    // ---- clinician-days ----

    /// Recomputes starts, latest starts and the measure of a duty after its stops have changed.
    fn refresh(&mut self, duty: usize) {
        let mut stops = std::mem::take(&mut self.routes[duty]);
        let fits = schedule(&self.index, duty, &mut stops);
        debug_assert!(fits, "a duty holds only stops that fit");
        for stop in &stops {
            self.part_start[stop.part as usize] = stop.start;
        }
        let mut cents = 0;
        let mut measure = terms::measure_duty(&self.index, &self.index.problem.duties[duty], &stops, &mut cents);
        measure.cents = cents;
        self.routes[duty] = stops;
        self.set_measure(duty, measure);
    }

    /// [`State::refresh`] after something was taken away. Visits that float forward into the gap can make the day
    /// longer than allowed; then they stay where they were.
    fn refresh_within_limits(&mut self, duty: usize) {
        let before: [i32; 64] = std::array::from_fn(|at| self.routes[duty].get(at).map_or(0, |stop| stop.start));
        self.refresh(duty);
        if self.limits_hold(duty) {
            return;
        }
        for (stop, start) in self.routes[duty].iter_mut().zip(before) {
            stop.start = start;
            stop.pinned = true;
        }
        self.refresh(duty);
    }

    fn limits_hold(&self, duty: usize) -> bool {
        let entry = &self.index.problem.duties[duty];
        let measure = &self.measures[duty];
        let week = entry.clinician as usize * self.index.num_weeks + entry.week as usize;
        measure.busy == (0, 0)
            || measure.worked <= entry.max_work_min
                && self.worked[week] <= self.index.problem.clinicians[entry.clinician as usize].max_week_min
                && self.rest_allows(duty, measure)
    }

    fn set_measure(&mut self, duty: usize, new: Measure) {
        let old = std::mem::replace(&mut self.measures[duty], new);
        if old == new {
            return;
        }
        let entry = &self.index.problem.duties[duty];
        let clinician = entry.clinician as usize;
        self.cents += new.cents - old.cents;
        let week = clinician * self.index.num_weeks + entry.week as usize;
        self.worked[week] += new.worked - old.worked;
        self.long_days[week] += long_day(new.worked) - long_day(old.worked);
        self.booked[week] += new.booked - old.booked;
        self.points[week] += new.points - old.points;
        self.acuity[clinician] += new.acuity - old.acuity;
        self.burdens[clinician] += new.burdens - old.burdens;
        let cost = self.clinician_cost(clinician);
        self.cents += cost - self.clinician_cents[clinician];
        self.clinician_cents[clinician] = cost;
        let day = entry.day as usize;
        self.cents -= terms::reserve_cents(self.index.problem, day, self.day_booked[day]);
        self.day_booked[day] += new.booked - old.booked;
        self.cents += terms::reserve_cents(self.index.problem, day, self.day_booked[day]);
    }

    /// True if the clinician has nothing booked in the week of this duty.
    pub fn is_week_empty(&self, duty: usize) -> bool {
        let entry = &self.index.problem.duties[duty];
        self.booked[entry.clinician as usize * self.index.num_weeks + entry.week as usize] == 0
    }

    fn clinician_cost(&self, clinician: usize) -> i64 {
        let weeks = self.index.num_weeks;
        let range = clinician * weeks..(clinician + 1) * weeks;
        let mut cents = 0;
        let weeks = ClinicianWeeks {
            worked: &self.worked[range.clone()],
            long_days: &self.long_days[range.clone()],
            booked: &self.booked[range],
            acuity: self.acuity[clinician],
        };
        terms::clinician_terms(self.index.problem, clinician, &weeks, &mut cents);
        cents
    }

    /// What the plan's cost would change by if the duty had the stops in `scratch`; `None` if they do not fit or
    /// break a limit.
    pub fn trial(&mut self, duty: usize) -> Option<i64> {
        let mut stops = std::mem::take(&mut self.scratch);
        let delta = schedule(&self.index, duty, &mut stops)
            .then(|| self.trial_delta(duty, &stops))
            .flatten();
        self.scratch = stops;
        delta
    }

    fn trial_delta(&mut self, duty: usize, stops: &[Stop]) -> Option<i64> {
        let mut cents = 0;
        let mut new = terms::measure_duty(&self.index, &self.index.problem.duties[duty], stops, &mut cents);
        new.cents = cents;
        if !self.is_relaxed(Relaxation::Limits) && !self.limits_allow(duty, &new) {
            return None;
        }
        // Setting the measure and setting it back keeps one way of counting.
        let old = self.measures[duty];
        let before = self.cents + terms::fairness_cents(self.index.problem, &self.burdens);
        self.set_measure(duty, new);
        let after = self.cents + terms::fairness_cents(self.index.problem, &self.burdens);
        self.set_measure(duty, old);
        Some(after - before)
    }

    /// True if the clinician may work a day like this: minutes, points, rest, days in a row.
    pub fn limits_allow(&self, duty: usize, new: &Measure) -> bool {
        let problem = self.index.problem;
        let entry = &problem.duties[duty];
        let clinician = &problem.clinicians[entry.clinician as usize];
        let old = &self.measures[duty];
        let week = entry.clinician as usize * self.index.num_weeks + entry.week as usize;
        let above_day = new.worked > entry.max_work_min;
        let above_week = self.worked[week] - old.worked + new.worked > clinician.max_week_min;
        if new.worked > old.worked && (above_day || above_week)
            || new.points > entry.points_cap
            || self.points[week] - old.points + new.points > clinician.points_week_cap
        {
            return false;
        }
        if new.busy == (0, 0) {
            return true;
        }
        self.rest_allows(duty, new) && (old.busy != (0, 0) || self.days_in_row_allow(duty))
    }

    fn rest_allows(&self, duty: usize, new: &Measure) -> bool {
        let problem = self.index.problem;
        let entry = &problem.duties[duty];
        let rest = problem.rules.rest_min;
        let day = entry.day as usize;
        let busy = |day: usize| {
            let duty = self.index.duty_of(entry.clinician, day)?;
            Some(self.measures[duty].busy).filter(|&busy| busy != (0, 0))
        };
        let yesterday = (0..day).rev().take(2).find_map(busy);
        let tomorrow = (day + 1..problem.num_days).take(2).find_map(busy);
        yesterday.is_none_or(|busy| busy.1 + rest <= new.busy.0)
            && tomorrow.is_none_or(|busy| new.busy.1 + rest <= busy.0)
    }

    fn days_in_row_allow(&self, duty: usize) -> bool {
        let problem = self.index.problem;
        let most = problem.rules.max_days_in_row;
        if most <= 0 {
            return true;
        }
        let entry = &problem.duties[duty];
        let day = entry.day as usize;
        let works = |day: &usize| {
            self.index
                .duty_of(entry.clinician, *day)
                .is_some_and(|duty| self.measures[duty].busy != (0, 0))
        };
        let before = (0..day).rev().take_while(works).count();
        let after = (day + 1..problem.num_days).take_while(works).count();
        before + after < most as usize
    }

    // ---- patients ----

    /// Pins or frees the floating visits of the session's patient on its day.
    fn settle(&mut self, session: usize) {
        if let (Some(patient), Some(day)) = (self.index.session(session).patient, self.day(session)) {
            self.settle_day(patient as usize, day);
        }
    }

    /// A patient's visit floats only while it is the patient's only session of the day: otherwise two of them could
    /// drift into each other.
    fn settle_day(&mut self, patient: usize, day: usize) {
        let mut sessions = [NONE; 8];
        let (mut count, mut floating) = (0, 0);
        for &session in &self.attends[patient] {
            if self.day(session as usize) == Some(day) {
                count += 1;
                if self.index.floats[session as usize] && floating < sessions.len() {
                    sessions[floating] = session;
                    floating += 1;
                }
            }
        }
        for &session in &sessions[..floating] {
            self.set_pinned(session as usize, count > 1);
        }
    }

    /// Holds the visit that floats as the patient's only session of the day where it is, so that another session of
    /// the patient can be placed beside it. Gives the visit, if it was not held already.
    pub fn hold(&mut self, patient: usize, day: usize) -> Option<u32> {
        let on_day = |session: &&u32| self.day(**session as usize) == Some(day);
        let session = *self.attends[patient].iter().find(on_day)?;
        let held = self.index.floats[session as usize] && self.set_pinned(session as usize, true);
        held.then_some(session)
    }

    /// Lets a visit float again that [`State::hold`] has held.
    pub fn release(&mut self, session: u32) {
        self.set_pinned(session as usize, false);
    }

    /// True if this changed something.
    fn set_pinned(&mut self, session: usize, pinned: bool) -> bool {
        let part = self.index.first_part[session];
        let Some(placed) = self.placed[session] else {
            return false;
        };
        let Some(duty) = self.index.duty_of(self.clinicians[part as usize], placed.day as usize) else {
            return false;
        };
        let Some(at) = self.routes[duty].iter().position(|stop| stop.part == part) else {
            return false;
        };
        if self.routes[duty][at].pinned == pinned {
            return false;
        }
        self.save(duty);
        self.routes[duty][at].pinned = pinned;
        self.refresh_within_limits(duty);
        true
    }

    /// Takes the starts at which the patient is busy out of `starts`.
    pub fn clear_busy(&self, patient: usize, day: usize, minutes: i32, starts: &mut Slots) {
        let problem = self.index.problem;
        let offset = day as i32 * problem.day_min;
        for &session in &self.attends[patient] {
            if self.day(session as usize) == Some(day) {
                let (from, to) = self.times(session as usize);
                // A start s clashes if s < to and s + minutes > from.
                let first = (from - minutes - offset).div_euclid(problem.grid) + 1;
                let last = (to - 1 - offset).div_euclid(problem.grid);
                starts.clear_range(first, last + 1);
            }
        }
    }

    /// True if the patient attends nothing on this day.
    pub fn is_free_day(&self, patient: usize, day: usize) -> bool {
        self.attends[patient]
            .iter()
            .all(|&session| self.day(session as usize) != Some(day))
    }

    /// Recomputes the plan's cost from nothing and compares. For tests and debug runs.
    #[cfg(any(test, debug_assertions))]
    pub fn assert_consistent(&self) {
        let plan = super::finish::to_plan(
            &self.index,
            &self.placed,
            &self.clinicians,
            &self.part_start,
            &self.seats,
        );
        assert_eq!(
            self.cost(),
            super::evaluate(self.index.problem, &plan).total(),
            "incremental cost equals full cost"
        );
    }
}

fn long_day(worked: i32) -> i32 {
    (worked - terms::DAY_OVERTIME_FROM_MIN).max(0)
}

/// Sets where, how early and how late each stop of a duty is; false if they do not all fit.
pub(super) fn schedule(index: &Index<'_>, duty: usize, stops: &mut [Stop]) -> bool {
    let problem = index.problem;
    let entry = &problem.duties[duty];
    let (Some(&(from, _)), Some(&(_, until))) = (entry.windows.first(), entry.windows.last()) else {
        return stops.is_empty();
    };
    let (mut free, mut at): (i32, Place) = (from, entry.start_place);
    for stop in stops.iter_mut() {
        let part = index.part(stop.part as usize);
        stop.at = if stop.place == ANYWHERE { at } else { stop.place };
        let arrive = free + problem.travel.minutes(at, stop.at) + part.before;
        if stop.pinned {
            if arrive > stop.start {
                return false;
            }
        } else {
            let Some(start) = next_float(index, duty, stop.part, arrive) else {
                return false;
            };
            stop.start = start;
        }
        free = stop.start + part.minutes + part.after;
        at = stop.at;
    }
    let (mut limit, mut at) = (until, entry.end_place);
    for stop in stops.iter_mut().rev() {
        let part = index.part(stop.part as usize);
        let latest = limit - problem.travel.minutes(stop.at, at) - part.minutes - part.after;
        if latest < stop.start {
            return false;
        }
        stop.latest = if stop.pinned {
            stop.start
        } else {
            match last_float(index, duty, stop.part, latest) {
                Some(latest) if latest >= stop.start => latest,
                _ => return false,
            }
        };
        limit = stop.latest - part.before;
        at = stop.at;
    }
    true
}

/// The earliest start of a floating part at or after `from`.
pub(super) fn next_float(index: &Index<'_>, duty: usize, part: u32, from: i32) -> Option<i32> {
    let problem = index.problem;
    let entry = index.part(part as usize);
    let session = index.session(index.part_session[part as usize] as usize);
    let mut start = from;
    loop {
        let by_session = next_start(&session.windows, 0, entry.minutes, start, problem.grid)?;
        let windows = &problem.duties[duty].windows;
        let by_duty = next_start(
            windows,
            entry.before,
            entry.minutes + entry.after,
            by_session,
            problem.grid,
        )?;
        if by_duty == by_session {
            return Some(by_duty);
        }
        start = by_duty;
    }
}

/// The latest start of a floating part at or before `until`.
pub(super) fn last_float(index: &Index<'_>, duty: usize, part: u32, until: i32) -> Option<i32> {
    let problem = index.problem;
    let entry = index.part(part as usize);
    let session = index.session(index.part_session[part as usize] as usize);
    let mut start = until;
    loop {
        let by_session = last_start(&session.windows, 0, entry.minutes, start, problem.grid)?;
        let windows = &problem.duties[duty].windows;
        let by_duty = last_start(
            windows,
            entry.before,
            entry.minutes + entry.after,
            by_session,
            problem.grid,
        )?;
        if by_duty == by_session {
            return Some(by_duty);
        }
        start = by_duty;
    }
}

/// The price of a cost term.
#[inline]
pub(super) fn price(index: &Index<'_>, term: CostTerm) -> i64 {
    index.problem.prices[term]
}
