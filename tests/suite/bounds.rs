//! Lower bounds: no plan that the checker accepts costs less, and on tiny problems the best plan is found to be near.

use rosterwell::model::problem::{Assigned, Placement, Problem};
use rosterwell::model::{Plan, check};
use rosterwell::optimizer::{LowerBound, Params, bound_at_random_prices, evaluate, lower_bound, solve};

use crate::generator::{self, SMALL, TINY};

/// Problems that each law is tried on; `ROSTERWELL_SEEDS=2000-3000` tries others.
fn seeds(count: u64) -> std::ops::Range<u64> {
    let given = std::env::var("ROSTERWELL_SEEDS").ok();
    let range = given.as_deref().and_then(|text| {
        let (from, to) = text.split_once('-')?;
        Some(from.parse().ok()?..to.parse().ok()?)
    });
    range.unwrap_or(0..count)
}

/// Plans of a problem that break no rule: found by the search, drawn at random, and the empty one.
fn sound_plans(seed: u64, problem: &Problem) -> Vec<Plan> {
    let params = Params {
        seed,
        steps: 60,
        ..Params::default()
    };
    let found = [None, Some(Plan::published(problem))].map(|start| solve(problem, &params, start.as_ref()).0);
    let drawn = (0..3).map(|draw| generator::sound_plan(seed + 1_000 * draw, problem));
    let mut plans: Vec<Plan> = found.into_iter().chain(drawn).chain([Plan::empty(problem)]).collect();
    plans.retain(|plan| check(problem, plan).is_empty());
    plans
}

fn undercut(problem: &Problem, plan: &Plan, bound: LowerBound) -> Option<String> {
    let costs = evaluate(problem, plan);
    let is_below = costs.total() < bound.total || costs.level_one() < bound.level_one;
    is_below.then(|| {
        format!(
            "{} with {} of level one, under {bound:?}",
            costs.total(),
            costs.level_one()
        )
    })
}

#[test]
fn no_plan_undercuts_the_bound_at_any_prices() {
    let mut found = Vec::new();
    let mut plans = 0;
    for seed in seeds(120) {
        let problem = generator::problem(seed, SMALL);
        let bounds: Vec<LowerBound> = (0..25).map(|draw| bound_at_random_prices(&problem, draw)).collect();
        for plan in sound_plans(seed, &problem) {
            plans += 1;
            let below = bounds.iter().find_map(|&bound| undercut(&problem, &plan, bound));
            found.extend(below.map(|text| format!("seed {seed}: {text}")));
        }
    }
    assert!(plans > 300 || seeds(120) != (0..120), "{plans} plans tried");
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn no_plan_undercuts_the_bound() {
    let mut found = Vec::new();
    let mut above_zero = 0;
    for seed in seeds(60) {
        let problem = generator::problem(seed, SMALL);
        let bound = lower_bound(&problem);
        above_zero += usize::from(bound.total > 0);
        for plan in sound_plans(seed, &problem) {
            found.extend(undercut(&problem, &plan, bound).map(|text| format!("seed {seed}: {text}")));
        }
    }
    assert!(above_zero > 0, "no bound says anything");
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

/// A problem so small that all its plans on the grid can be looked through: no locks, few starts of each session.
fn tiny(seed: u64) -> Problem {
    let mut problem = generator::problem(seed, TINY);
    problem.grid = 30;
    problem.sessions.truncate(4);
    let kept = problem.sessions.len() as u32;
    for session in &mut problem.sessions {
        session.locked = false;
        session.windows.truncate(2);
        for window in &mut session.windows {
            window.0 = window.0.div_euclid(30) * 30;
            window.1 = window.1.min(window.0 + session.minutes + 60);
        }
        session.windows.retain(|window| window.0 < window.1);
    }
    for order in &mut problem.seat_orders {
        order.options.retain(|&option| option < kept);
        order.published.clear();
    }
    problem.seat_orders.truncate(3);
    problem.spacings.retain(|pair| pair.a < kept && pair.b < kept);
    problem
        .precedences
        .retain(|pair| pair.first < kept && pair.second < kept);
    problem
}

/// Looks through the plans of a tiny problem for the cheapest and for the one with the least of level one.
struct Exhaustive<'a> {
    problem: &'a Problem,
    ways: Vec<Vec<Placement>>,
    total: i64,
    level_one: i64,
    plans_left: u32,
}

impl<'a> Exhaustive<'a> {
    fn run(problem: &'a Problem) -> Self {
        let mut all = Self {
            problem,
            ways: (0..problem.sessions.len()).map(|idx| ways(problem, idx)).collect(),
            total: i64::MAX,
            level_one: i64::MAX,
            plans_left: 4_000,
        };
        all.place(&mut Plan::empty(problem), 0);
        all
    }

    fn place(&mut self, plan: &mut Plan, session: usize) {
        if self.plans_left == 0 {
            return;
        }
        let Some(ways) = self.ways.get(session).cloned() else {
            return self.seat(plan, 0);
        };
        for way in ways {
            plan.placements[session] = Some(way);
            if check(self.problem, plan).is_empty() {
                self.place(plan, session + 1);
            }
        }
        plan.placements[session] = None;
        self.place(plan, session + 1);
    }

    fn seat(&mut self, plan: &mut Plan, order: usize) {
        let Some(entry) = self.problem.seat_orders.get(order) else {
            self.plans_left = self.plans_left.saturating_sub(1);
            if check(self.problem, plan).is_empty() {
                let costs = evaluate(self.problem, plan);
                self.total = self.total.min(costs.total());
                self.level_one = self.level_one.min(costs.level_one());
            }
            return;
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
}

/// Every way to place a session on the grid, alone in the clinic, without breaking a rule.
fn ways(problem: &Problem, session: usize) -> Vec<Placement> {
    let entry = &problem.sessions[session];
    let mut ways = Vec::new();
    let starts = entry.windows.iter().flat_map(|window| (window.0..window.1).step_by(30));
    for start in starts {
        for (choice, way) in entry.choices.iter().enumerate() {
            let of_class = |&room: &u32| way.room_classes.contains(&problem.rooms[room as usize].class);
            let rooms: Vec<Option<u32>> = match way.room_classes.is_empty() {
                true => vec![None],
                false => (0..problem.rooms.len() as u32).filter(of_class).map(Some).collect(),
            };
            for room in rooms {
                let mut teams: Vec<Vec<Assigned>> = vec![Vec::new()];
                for part in &entry.parts {
                    let start = start + part.offset.0;
                    let add = |team: &Vec<Assigned>| {
                        let team = team.clone();
                        part.eligible.iter().map(move |entry| {
                            let clinician = entry.clinician;
                            [team.clone(), vec![Assigned { clinician, start }]].concat()
                        })
                    };
                    teams = teams.iter().flat_map(|team| add(team).collect::<Vec<_>>()).collect();
                }
                ways.extend(teams.into_iter().map(|parts| Placement {
                    start,
                    choice: choice as u8,
                    room,
                    parts,
                }));
            }
        }
    }
    ways.retain(|way| {
        let mut plan = Plan::empty(problem);
        plan.placements[session] = Some(way.clone());
        check(problem, &plan).is_empty()
    });
    ways
}

#[test]
fn the_bound_is_under_the_best_of_all_plans_and_near_it() {
    let mut found = Vec::new();
    let (mut complete, mut exact, mut best, mut bounds) = (0, 0, 0, 0);
    for seed in seeds(400) {
        let problem = tiny(seed);
        let all = Exhaustive::run(&problem);
        let bound = lower_bound(&problem);
        if all.total < bound.total || all.level_one < bound.level_one {
            found.push(format!(
                "seed {seed}: {} with {} of level one, under {bound:?}",
                all.total, all.level_one
            ));
        }
        if all.plans_left > 0 {
            complete += 1;
            exact += usize::from(all.level_one == bound.level_one);
            best += all.total;
            bounds += bound.total;
        }
    }
    println!("{complete} looked through; level one exact in {exact}; {bounds} of {best} cents");
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
    if seeds(400) == (0..400) {
        assert!(complete > 250, "{complete} problems looked through");
        assert!(
            exact * 100 > complete * 70,
            "level one is exact in {exact} of {complete}"
        );
        assert!(bounds * 100 > best * 85, "{bounds} of {best} cents");
    }
}
