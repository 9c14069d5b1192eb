//! The loop: take out, put back, accept or undo; simulated annealing over a budget of steps.

use crate::model::{Plan, Problem};
use crate::rng::Rng;

use super::insert::{Only, Search};
use super::layout::Layout;
use super::params::{Params, Progress};
use super::ruin::{Neighbors, ruin};
use super::state::{Placed, State};
use super::temperature::Scale;

/// Sessions that are not placed, and seats that are missing, that are tried again in each step, at most. Our choice by
/// measurement.
const MAX_RETRIED: usize = 2;
/// Leaving a session out is dear if it costs more than so many times what a placed one costs. Our choice.
const DEAR_TO_LEAVE_OUT: f64 = 10.0;
/// How often a place is compared by what it means for the worst clinician-days: always would be greedy, since taking
/// sessions out is what makes a day the worst. Our choice by measurement.
const MINDS_WORST: f64 = 0.5;
/// Days this near to the worst one, in thousandths of it, share what it costs at first; none do when this share of the
/// steps is done. Our choice by measurement.
const NEAR_WORST: f64 = 50.0;
const NEAR_UNTIL: f64 = 0.95;
/// Temperatures are whole numbers of this part of a cent, so that they stay the same when they are written and read.
const TEMPERATURE_UNITS: f64 = 1024.0;
/// Steps between two updates of the temperature.
const COOLING_INTERVAL: u64 = 64;

/// The best plan so far, in the search's own form.
#[derive(Default)]
struct Best {
    cost: i64,
    placed: Vec<Option<Placed>>,
    clinicians: Vec<u32>,
    part_start: Vec<i32>,
    seats: Vec<Vec<u32>>,
}

/// What became of a plan from which something was taken out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Recreated {
    /// What has a place is back in it.
    Whole,
    /// Given up on the way: it can only cost more than is accepted.
    Hopeless,
}

/// A run that can be advanced, watched and stopped.
pub struct Solver<'p> {
    state: State<'p>,
    neighbors: Neighbors,
    params: Params,
    rng: Rng,
    step: u64,
    cost: i64,
    best: Best,
    scale: Scale,
    start_temperature: f64,
    end_temperature: f64,
    temperature: f64,
    removed: Vec<u32>,
    keys: Vec<(i64, u32)>,
    orders: Vec<u32>,
}

impl<'p> Solver<'p> {
    /// A run that starts from `start`, or from nothing. Whatever in `start` breaks a rule is taken out and placed anew.
    pub fn new(problem: &'p Problem, params: Params, start: Option<&Plan>) -> Self {
        let rng = Rng::stream(params.seed, "optimizer", 0);
        Self::begun(problem, params, start, rng)
    }

    /// As [`Solver::new`], with a stream of random numbers of its own.
    pub(super) fn begun(problem: &'p Problem, params: Params, start: Option<&Plan>, mut rng: Rng) -> Self {
        let mut state = State::new(Layout::new(problem));
        state.load_locked();
        if let Some(plan) = start {
            state.load(plan);
        }
        let given = state.placed.iter().flatten().count();
        let mut solver = Self::around(state, params, &mut rng);
        solver.construct();
        solver.learn_scale(2 * given > problem.sessions.len());
        solver
    }

    /// A run under way that goes on from `plan`: `step` steps of its budget are done, between these temperatures. All
    /// it knows is what it is given here, so that whoever goes on finds the same.
    pub(super) fn resumed(
        problem: &'p Problem,
        params: Params,
        plan: &Plan,
        step: u64,
        temperatures: [i64; 2],
        mut rng: Rng,
    ) -> Self {
        let mut state = State::new(Layout::new(problem));
        state.restore(plan);
        let mut solver = Self::around(state, params, &mut rng);
        solver.rng = rng;
        solver.step = step;
        [solver.start_temperature, solver.end_temperature] = temperatures.map(|units| units as f64 / TEMPERATURE_UNITS);
        solver.cost = solver.state.guided_cost();
        solver.keep_if_best();
        solver.set_dear();
        solver.cool();
        solver
    }

    fn around(state: State<'p>, params: Params, rng: &mut Rng) -> Self {
        Self {
            neighbors: Neighbors::new(&state, rng),
            state,
            params,
            rng: rng.clone(),
            step: 0,
            cost: 0,
            best: Best {
                cost: i64::MAX,
                ..Best::default()
            },
            scale: Scale::default(),
            start_temperature: 0.0,
            end_temperature: 0.0,
            temperature: 0.0,
            removed: Vec::new(),
            keys: Vec::new(),
            orders: Vec::new(),
        }
    }

    /// Does up to `steps` steps; true while there is more to do.
    pub fn advance(&mut self, steps: u64) -> bool {
        let begin = self.step;
        let until = self.params.steps.min(begin.saturating_add(steps));
        self.search(until);
        let more = self.step < self.params.steps;
        if !more && until > begin {
            self.polish();
        }
        more
    }

    /// Does the steps before step `until`, and nothing at the end.
    pub(super) fn search(&mut self, until: u64) {
        while self.step < until {
            if self.step.is_multiple_of(COOLING_INTERVAL) {
                self.cool();
            }
            self.one_step();
            self.step += 1;
        }
    }

    /// Goes back to the best plan and tries once more whatever it lacks: the search looks at some places only, and
    /// nothing is to stay out that has one. Every run ends with it; whoever stops one early asks for it.
    pub fn polish(&mut self) {
        let problem = self.state.layout.problem;
        let best = self.best();
        self.state = State::new(Layout::new(problem));
        self.state.load_locked();
        self.state.load(&best);
        self.construct();
    }

    /// Changes the step budget of a run under way; the temperature follows. For runs that are limited by time and
    /// learn their speed as they go.
    pub fn set_steps(&mut self, steps: u64) {
        self.params.steps = steps;
        self.set_temperatures();
    }

    /// Where the run stands.
    pub fn progress(&self) -> Progress {
        Progress {
            step: self.step,
            steps: self.params.steps,
            cost_cents: self.best.cost,
            unplaced: self.best.placed.iter().filter(|placed| placed.is_none()).count(),
        }
    }

    /// The best plan so far; the checker accepts it at any time.
    pub fn best(&self) -> Plan {
        let best = &self.best;
        self.plan_of(&best.placed, &best.clinicians, &best.part_start, &best.seats)
    }

    /// The plan that the next step changes, with its cost.
    pub(super) fn current(&self) -> (i64, Plan) {
        let state = &self.state;
        let plan = self.plan_of(&state.placed, &state.clinicians, &state.part_start, &state.seats);
        (state.cost(), plan)
    }

    /// The cost of the plan that the next step changes, as it is kept move by move and as it is computed from nothing but
    /// the plan: two equal numbers, for whoever wants to see it.
    pub fn kept_and_computed(&self) -> (i64, i64) {
        let (kept, plan) = self.current();
        (kept, super::evaluate(self.state.layout.problem, &plan).total())
    }

    fn plan_of(&self, placed: &[Option<Placed>], clinicians: &[u32], part_start: &[i32], seats: &[Vec<u32>]) -> Plan {
        let State { layout, index, .. } = &self.state;
        super::finish::to_plan(layout, index, placed, clinicians, part_start, seats)
    }

    /// Temperature at the start and at the end of the run, in 1/1024 cent.
    pub(super) fn temperatures(&self) -> [i64; 2] {
        [self.start_temperature, self.end_temperature].map(|cents| (cents * TEMPERATURE_UNITS) as i64)
    }

    /// Places everything that is missing, the dearest and least movable first.
    pub(super) fn construct(&mut self) {
        let problem = self.state.layout.problem;
        let mut sessions = self.state.unplaced.clone();
        let freedom = |session: u32| {
            let entry = &problem.sessions[session as usize];
            let room: i64 = entry.windows.iter().map(|window| i64::from(window.1 - window.0)).sum();
            room * entry
                .parts
                .iter()
                .map(|part| part.eligible.len() as i64)
                .min()
                .unwrap_or(0)
        };
        sessions.sort_by_key(|&session| {
            let entry = &problem.sessions[session as usize];
            (
                entry.seats.is_none(),
                std::cmp::Reverse(entry.unplaced_cents),
                freedom(session),
                session,
            )
        });
        for session in sessions {
            self.insert(session as usize, false);
        }
        for order in 0..problem.seat_orders.len() {
            self.state.fill_order(order, &mut self.rng);
        }
        self.state.time_days();
        self.state.commit();
        self.cost = self.state.guided_cost();
        self.keep_if_best();
    }

    /// Learns from the first plan what its temperatures are measured by. `given` says that most of it was there before.
    fn learn_scale(&mut self, given: bool) {
        let problem = self.state.layout.problem;
        let placed_cents = self.set_dear();
        let cheapest = self
            .state
            .unplaced
            .iter()
            .map(|&session| problem.sessions[session as usize].unplaced_cents)
            .filter(|&cents| cents > 0)
            .min();
        self.scale = Scale {
            placed_cents,
            // What costs little to leave out is traded for ways and waiting like anything else.
            left_out_cents: cheapest.filter(|&cents| cents >= self.state.dear_cents),
            given,
            only_ways: self.state.index.linear,
        };
        self.set_temperatures();
    }

    /// Sets the temperatures from the scale and the steps of the run.
    fn set_temperatures(&mut self) {
        let sessions = self.state.layout.problem.sessions.len().max(1);
        let [hot, cold] = self.scale.temperatures(self.params.steps as f64 / sessions as f64);
        let whole = |cents: f64| libm::ceil(cents * TEMPERATURE_UNITS) / TEMPERATURE_UNITS;
        self.start_temperature = whole(self.params.start_temperature.unwrap_or(hot));
        self.end_temperature = whole(self.params.end_temperature.unwrap_or(cold));
    }

    /// Says from what price on leaving a session out is dear. Gives what a placed one costs on average.
    fn set_dear(&mut self) -> f64 {
        let problem = self.state.layout.problem;
        let placed = (problem.sessions.len() - self.state.unplaced.len()).max(1);
        let costs = super::evaluate(problem, &self.best());
        let soft = (costs.total() - costs.level_one()) as f64 / placed as f64;
        self.state.dear_cents = (DEAR_TO_LEAVE_OUT * soft) as i64;
        soft
    }

    fn cool(&mut self) {
        let done = self.step as f64 / self.params.steps.max(1) as f64;
        let ratio = self.end_temperature / self.start_temperature;
        self.temperature = self.start_temperature * libm::pow(ratio, done);
        if self.state.has_worst_terms {
            let near = NEAR_WORST * (1.0 - done / NEAR_UNTIL).max(0.0);
            self.state.guide_by(near as i64);
            self.cost = self.state.guided_cost();
        }
    }

    fn one_step(&mut self) {
        let mut removed = std::mem::take(&mut self.removed);
        ruin(&mut self.state, &self.neighbors, &mut self.rng, &mut removed);
        self.state.minds_worst = self.state.has_worst_terms && self.rng.chance(MINDS_WORST);
        // Where only ways count, the plan can only become dearer on the way, so that the threshold is of use before.
        let known = self.state.index.linear.then(|| self.threshold());
        let is_whole = self.recreate(&removed, known) == Recreated::Whole;
        self.removed = removed;
        if !is_whole {
            self.state.is_misfit = false;
            self.state.undo();
            return;
        }
        self.state.flush();
        self.state.pull_forward();
        let threshold = known.unwrap_or_else(|| self.threshold());
        let mut cost = self.state.guided_cost();
        if ((cost - self.state.timing_saves_at_most()) as f64) < threshold {
            self.state.time_days();
            cost = self.state.guided_cost();
        }
        let is_misfit = std::mem::take(&mut self.state.is_misfit);
        if (cost as f64) < threshold && !is_misfit {
            self.state.commit();
            self.cost = cost;
            self.keep_if_best();
        } else {
            self.state.undo();
            debug_assert_eq!(self.state.guided_cost(), self.cost, "undo restores the cost");
        }
        #[cfg(debug_assertions)]
        if self.step.is_multiple_of(256) {
            self.state.assert_consistent();
        }
    }

    /// What a plan must be cheaper than to be accepted.
    fn threshold(&mut self) -> f64 {
        self.cost as f64 - self.temperature * libm::log(self.rng.unit())
    }

    /// Puts back what was taken out, and tries something else that is not placed. Gives up as soon as the plan costs
    /// `threshold`, if there is one, without the price of what is still out.
    fn recreate(&mut self, removed: &[u32], threshold: Option<f64>) -> Recreated {
        let mut keys = std::mem::take(&mut self.keys);
        keys.clear();
        let order = self.rng.below(16);
        keys.extend(removed.iter().map(|&session| (0, session)));
        let open = self.state.unplaced.len();
        if open > removed.len() {
            for _ in 0..MAX_RETRIED.min(open) {
                let session = self.state.unplaced[self.rng.below(open)];
                if !keys.iter().any(|key| key.1 == session) {
                    keys.push((0, session));
                }
            }
        }
        for key in &mut keys {
            key.0 = self.sort_key(order, key.1 as usize);
        }
        keys.sort_unstable();
        let mut out = keys.iter().map(|key| self.price_of_leaving_out(key.1)).sum::<i64>();
        let mut outcome = Recreated::Whole;
        for &(_, session) in &keys {
            out -= self.price_of_leaving_out(session);
            if self.state.placed[session as usize].is_none() {
                self.insert(session as usize, true);
            }
            if threshold.is_some_and(|threshold| (self.state.guided_cost() - out) as f64 >= threshold) {
                outcome = Recreated::Hopeless;
                break;
            }
        }
        self.keys = keys;
        if outcome == Recreated::Whole {
            self.refill();
            self.state.end_empty_groups();
        }
        outcome
    }

    fn price_of_leaving_out(&self, session: u32) -> i64 {
        self.state.layout.session(session as usize).unplaced_cents
    }

    /// In which order sessions are put back: at random, by what they cost unplaced, by how far, by how little room
    /// they have, by when (the orders of Christiaens and Vanden Berghe 2020, with priority in place of demand).
    fn sort_key(&mut self, order: usize, session: usize) -> i64 {
        let problem = self.state.layout.problem;
        let entry = &problem.sessions[session];
        let noise = (self.rng.bits() >> 40) as i64;
        let far = || {
            let duty = problem.duties.first();
            let place = entry.choices.first().map_or(0, |choice| choice.place);
            duty.map_or(0, |duty| i64::from(problem.travel.minutes(duty.start_place, place)))
        };
        let room = || {
            entry
                .windows
                .iter()
                .map(|window| i64::from(window.1 - window.0))
                .sum::<i64>()
        };
        let size = entry
            .parts
            .iter()
            .map(|part| i64::from(part.points.max(part.minutes)))
            .sum::<i64>();
        match order {
            0..=3 => noise,
            4..=5 => -(entry.unplaced_cents * (noise | 1)) >> 12,
            6..=7 => -entry.unplaced_cents / 16 - size,
            8..=9 => -far(),
            10 => far(),
            11..=12 => room(),
            13..=14 => entry.windows.first().map_or(0, |window| i64::from(window.0)),
            _ => -entry.windows.last().map_or(0, |window| i64::from(window.1)),
        }
    }

    /// Puts one session where it is cheapest, if that is cheaper than leaving it out.
    fn insert(&mut self, session: usize, blink: bool) -> bool {
        let mut search = match blink {
            true => Search::blinking(&mut self.rng),
            false => Search::every(&mut self.rng, Only::Any),
        };
        let Some(candidate) = self.state.best_place(session, &mut search) else {
            return false;
        };
        let entry = self.state.layout.session(session);
        let day = candidate.placed.day as usize;
        let relieved = entry.patient.filter(|_| entry.counts_to_minimum);
        let relief = relieved.map_or(0, |patient| {
            self.state.minimum_saved(patient as usize, day, entry.minutes)
        });
        if candidate.delta >= entry.unplaced_cents + relief {
            return false;
        }
        if entry.seats.is_none() {
            self.state.put(session, &candidate);
            return true;
        }
        let before = self.state.guided_cost();
        self.state.put(session, &candidate);
        self.state.fill_seats(session, &mut self.rng);
        // Not everybody whose seat was counted on may get one.
        self.state.guided_cost() <= before || !self.state.take(session)
    }

    /// Tries to fill seats: those that this step has taken away, and some others that are missing.
    fn refill(&mut self) {
        if self.state.seats_missing == 0 {
            return;
        }
        let mut orders = std::mem::take(&mut self.orders);
        orders.clear();
        self.state.unseated(&mut orders);
        let all = self.state.seats.len();
        orders.extend((0..MAX_RETRIED.min(all)).map(|_| self.rng.below(all) as u32));
        for &order in &orders {
            let wanted = self.state.layout.problem.seat_orders[order as usize].count;
            if (self.state.seats[order as usize].len() as i32) < wanted {
                self.state.fill_order(order as usize, &mut self.rng);
            }
        }
        self.orders = orders;
    }

    fn keep_if_best(&mut self) {
        let cost = self.state.cost();
        if cost < self.best.cost {
            self.best.cost = cost;
            self.best.placed.clone_from(&self.state.placed);
            self.best.clinicians.clone_from(&self.state.clinicians);
            self.best.part_start.clone_from(&self.state.part_start);
            self.best.seats.clone_from(&self.state.seats);
        }
    }
}
