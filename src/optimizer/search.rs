//! The loop: take out, put back, accept or undo; simulated annealing over a budget of steps.

use crate::model::{Plan, Problem};
use crate::rng::Rng;

use super::layout::Layout;
use super::params::{Params, Progress};
use super::ruin::{Neighbors, ruin};
use super::state::{Placed, State};
use super::temperature::{Scale, cooling_steps};

mod recreate;

use recreate::Recreated;

/// Leaving a session out is dear if it costs more than so many times what a placed one costs. Our choice.
const DEAR_TO_LEAVE_OUT: f64 = 10.0;
/// How often a place is compared by what it means for the worst clinician-days: always would be greedy, since taking
/// sessions out is what makes a day the worst. Our choice by measurement.
const MINDS_WORST: f64 = 0.5;
/// How often a place is compared by the breaks that it leaves. Our choice by measurement: always would leave out what
/// only a packed day holds.
const MINDS_BREAKS: f64 = 0.5;
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
        self.state.minds_breaks = false;
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
        let problem = self.state.layout.problem;
        let length = cooling_steps(self.params.steps, problem.sessions.len(), self.state.index.linear);
        let done = (self.step % length) as f64 / length as f64;
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
        self.state.minds_breaks = self.state.wanted_break() > 0 && self.rng.chance(MINDS_BREAKS);
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
            if ((cost - self.state.pushing_saves_at_most()) as f64) < threshold && !self.state.is_misfit {
                self.state.push_back();
                cost = self.state.guided_cost();
            }
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
