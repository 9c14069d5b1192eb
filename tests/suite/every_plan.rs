//! Every plan of a tiny problem, one after another: what the search and the bound are measured against.

use rosterwell::model::problem::{Assigned, Placement, Problem, Session};
use rosterwell::model::{Plan, check};
use rosterwell::optimizer::evaluate;

/// Every placement of a session that starts on the grid within one of its windows, by anyone who may take part, in any
/// room of its classes; parts with an offset at every grid line that it allows. Most of them break other rules.
pub(crate) fn candidates(problem: &Problem, session: usize) -> Vec<Placement> {
    let entry = &problem.sessions[session];
    let grid = problem.grid;
    let starts = entry.windows.iter().flat_map(|window| {
        let first = window.0.max(0) + (-window.0.max(0)).rem_euclid(grid);
        (first..=window.1 - entry.minutes).step_by(grid as usize)
    });
    let mut candidates = Vec::new();
    for start in starts {
        let teams = teams(entry, start, grid);
        for (choice, way) in entry.choices.iter().enumerate() {
            let of_class = |&room: &u32| way.room_classes.contains(&problem.rooms[room as usize].class);
            let rooms: Vec<Option<u32>> = match way.room_classes.is_empty() {
                true => vec![None],
                false => (0..problem.rooms.len() as u32).filter(of_class).map(Some).collect(),
            };
            for room in rooms {
                candidates.extend(teams.iter().map(|parts| Placement {
                    start,
                    choice: choice as u8,
                    room,
                    parts: parts.clone(),
                }));
            }
        }
    }
    candidates
}

/// Everyone who may take each part, at every time that its offset allows.
fn teams(session: &Session, start: i32, grid: i32) -> Vec<Vec<Assigned>> {
    let mut teams: Vec<Vec<Assigned>> = vec![Vec::new()];
    for part in &session.parts {
        let offsets = (part.offset.0..=part.offset.1).step_by(grid as usize);
        let shares = offsets.flat_map(|offset| {
            part.eligible.iter().map(move |entry| Assigned {
                clinician: entry.clinician,
                start: start + offset,
            })
        });
        let shares: Vec<Assigned> = shares.collect();
        let add = |team: &Vec<Assigned>| {
            let team = team.clone();
            shares.iter().map(move |&share| [team.clone(), vec![share]].concat())
        };
        teams = teams.iter().flat_map(|team| add(team).collect::<Vec<_>>()).collect();
    }
    teams
}

/// Looks through the plans of a tiny problem without locks for the cheapest and for the one with the least of level
/// one. Goes on from plans that break no rule only, so ways must be such that no stop between makes two others nearer.
pub(crate) struct Exhaustive<'a> {
    problem: &'a Problem,
    /// Ways to place each session by itself.
    ways: Vec<Vec<Placement>>,
    /// The least cost, and the least of level one.
    pub(crate) total: i64,
    pub(crate) level_one: i64,
    /// Every plan with the least cost.
    pub(crate) best: Vec<Plan>,
    /// Plans that may still be looked at; 0 if not all were.
    pub(crate) plans_left: u32,
}

impl<'a> Exhaustive<'a> {
    pub(crate) fn run(problem: &'a Problem, most_plans: u32) -> Self {
        let mut all = Self {
            problem,
            ways: (0..problem.sessions.len()).map(|idx| ways(problem, idx)).collect(),
            total: i64::MAX,
            level_one: i64::MAX,
            best: Vec::new(),
            plans_left: most_plans,
        };
        all.place(&mut Plan::empty(problem), 0, 0);
        all
    }

    /// `left_out` is what the sessions before this one cost that are not placed: no plan with them costs less.
    fn place(&mut self, plan: &mut Plan, session: usize, left_out: i64) {
        if self.plans_left == 0 || left_out > self.total {
            return;
        }
        let Some(ways) = self.ways.get(session).cloned() else {
            return self.seat(plan, 0);
        };
        for way in ways {
            plan.placements[session] = Some(way);
            if check(self.problem, plan).is_empty() {
                self.place(plan, session + 1, left_out);
            }
        }
        plan.placements[session] = None;
        let left_out = left_out + self.problem.sessions[session].unplaced_cents;
        self.place(plan, session + 1, left_out);
    }

    fn seat(&mut self, plan: &mut Plan, order: usize) {
        let Some(entry) = self.problem.seat_orders.get(order) else {
            return self.judge(plan);
        };
        for chosen in 0..1_u32 << entry.options.len() {
            let options = entry.options.iter().enumerate();
            let options = options
                .filter(|(bit, _)| chosen >> bit & 1 == 1)
                .map(|(_, &option)| option);
            plan.seats[order] = options
                .filter(|&option| plan.placements[option as usize].is_some())
                .collect();
            self.seat(plan, order + 1);
        }
        plan.seats[order].clear();
    }

    fn judge(&mut self, plan: &Plan) {
        self.plans_left = self.plans_left.saturating_sub(1);
        if !check(self.problem, plan).is_empty() {
            return;
        }
        let costs = evaluate(self.problem, plan);
        self.level_one = self.level_one.min(costs.level_one());
        if costs.total() < self.total {
            self.total = costs.total();
            self.best.clear();
        }
        if costs.total() == self.total && !self.best.contains(plan) {
            self.best.push(plan.clone());
        }
    }
}

/// Every way to place a session on the grid, alone in the clinic, without breaking a rule.
fn ways(problem: &Problem, session: usize) -> Vec<Placement> {
    let mut ways = candidates(problem, session);
    ways.retain(|way| {
        let mut plan = Plan::empty(problem);
        plan.placements[session] = Some(way.clone());
        check(problem, &plan).is_empty()
    });
    ways
}
