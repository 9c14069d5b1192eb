//! Laws of the search over generated problems: whatever it starts from, the checker accepts where it ends.

use rosterwell::model::problem::{Placement, Problem};
use rosterwell::model::{CostTerm, Costs, Plan, check};
use rosterwell::optimizer::{Params, Solver, evaluate, solve};
use rosterwell::rng::Rng;

use crate::every_plan::candidates;
use crate::generator::{self, SMALL, Size, TINY};

/// Problems that each law is tried on; `ROSTERWELL_SEEDS=2000-3000` tries others.
pub(crate) fn seeds(count: u64) -> std::ops::Range<u64> {
    let given = std::env::var("ROSTERWELL_SEEDS").ok();
    let range = given.as_deref().and_then(|text| {
        let (from, to) = text.split_once('-')?;
        Some(from.parse().ok()?..to.parse().ok()?)
    });
    range.unwrap_or(0..count)
}

fn params(seed: u64, steps: u64) -> Params {
    Params {
        seed,
        steps,
        ..Params::default()
    }
}

/// Where a run can start from: nothing, the published plan, a faulty plan, one that is not even well-formed.
fn starts(seed: u64, problem: &Problem) -> [(&'static str, Option<Plan>); 4] {
    [
        ("nothing", None),
        ("published", Some(Plan::published(problem))),
        ("faulty", Some(generator::faulty_plan(seed, problem))),
        ("garbage", Some(generator::garbage_plan(seed, problem))),
    ]
}

/// Runs and reports what is wrong with the result.
fn faults(seed: u64, problem: &Problem, start: Option<&Plan>) -> Vec<String> {
    let (plan, costs) = solve(problem, &params(seed, 60), start);
    let mut faults: Vec<String> = check(problem, &plan)
        .iter()
        .map(|violation| format!("{violation:?}"))
        .collect();
    let full = evaluate(problem, &plan);
    if full != costs {
        faults.push(format!("{costs:?} reported, {full:?} computed"));
    }
    let mut solver = Solver::new(problem, params(seed, 60), start);
    while solver.advance(7) {}
    if solver.best() != plan {
        faults.push("another plan when advanced in other portions".into());
    }
    if solver.progress().cost_cents != full.total() {
        let kept = solver.progress().cost_cents;
        faults.push(format!("{kept} kept while searching, {} computed", full.total()));
    }
    faults
}

#[test]
fn every_run_ends_with_a_plan_that_the_checker_accepts() {
    let mut found = Vec::new();
    for seed in seeds(250) {
        let problem = generator::problem(seed, SMALL);
        for (name, start) in starts(seed, &problem) {
            let run = || faults(seed, &problem, start.as_ref());
            match std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)) {
                Ok(faults) => found.extend(faults.iter().map(|fault| format!("seed {seed} from {name}: {fault}"))),
                Err(_) => found.push(format!("seed {seed} from {name}: panic")),
            }
        }
    }
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

/// Looks through every placement on the grid of a few sessions.
struct Exhaustive<'a> {
    problem: &'a Problem,
    /// Ways to place each session by itself.
    ways: Vec<Vec<Placement>>,
    /// What has to be undercut: first of all what is unplaced, and the whole cost.
    level_one: i64,
    total: i64,
    plans_left: u32,
}

impl<'a> Exhaustive<'a> {
    /// Looks for a plan that undercuts these costs.
    fn new(problem: &'a Problem, costs: &Costs) -> Self {
        let sessions = 0..problem.sessions.len();
        Self {
            problem,
            ways: sessions.map(|session| ways(problem, session)).collect(),
            level_one: costs.level_one(),
            total: costs.total(),
            plans_left: 20_000,
        }
    }

    /// A plan that is better on both counts, if there is one. Goes on from plans that break no rule only.
    fn better(&mut self, plan: &mut Plan, session: usize, unplaced: i64) -> Option<Plan> {
        if unplaced >= self.level_one || self.plans_left == 0 {
            return None;
        }
        let Some(ways) = self.ways.get(session).cloned() else {
            return self.better_seats(plan, 0);
        };
        for way in ways {
            plan.placements[session] = Some(way);
            self.plans_left = self.plans_left.saturating_sub(1);
            if check(self.problem, plan).is_empty()
                && let Some(found) = self.better(plan, session + 1, unplaced)
            {
                return Some(found);
            }
        }
        plan.placements[session] = None;
        self.better(
            plan,
            session + 1,
            unplaced + self.problem.sessions[session].unplaced_cents,
        )
    }

    fn better_seats(&mut self, plan: &mut Plan, order: usize) -> Option<Plan> {
        let Some(entry) = self.problem.seat_orders.get(order) else {
            let costs = evaluate(self.problem, plan);
            self.plans_left = self.plans_left.saturating_sub(1);
            let is_better = costs.level_one() < self.level_one && costs.total() < self.total;
            return (is_better && check(self.problem, plan).is_empty()).then(|| plan.clone());
        };
        for chosen in 0..1_u32 << entry.options.len() {
            let options = entry.options.iter().enumerate();
            plan.seats[order] = options
                .filter(|(bit, _)| chosen >> bit & 1 == 1)
                .map(|(_, &option)| option)
                .filter(|&option| plan.placements[option as usize].is_some())
                .collect();
            if let Some(found) = self.better_seats(plan, order + 1) {
                return Some(found);
            }
        }
        plan.seats[order].clear();
        None
    }
}

/// Every way to place a session on the grid, alone in the clinic, without breaking a rule.
pub(crate) fn ways(problem: &Problem, session: usize) -> Vec<Placement> {
    let mut ways = candidates(problem, session);
    ways.retain(|way| {
        let mut plan = Plan::empty(problem);
        plan.placements[session] = Some(way.clone());
        let mut violations = check(problem, &plan);
        violations.retain(|violation| violation.sessions.contains(&(session as u32)));
        violations.is_empty()
    });
    ways
}

#[test]
fn on_tiny_problems_nothing_is_left_out_that_could_be_placed() {
    let size = Size { days: 1, ..TINY };
    let mut found = Vec::new();
    let (mut searched, mut cut_short) = (0, 0);
    for seed in seeds(80) {
        let mut problem = generator::problem(seed, size);
        problem.grid = 30;
        // A wish that says nothing about what has a place.
        problem.prices[CostTerm::ShortBreak] = 0;
        for session in &mut problem.sessions {
            (session.locked, session.published) = (false, None);
        }
        let (plan, costs) = solve(&problem, &params(seed, 2_000), None);
        if costs.level_one() == 0 {
            continue;
        }
        searched += 1;
        let mut exhaustive = Exhaustive::new(&problem, &costs);
        let better = exhaustive.better(&mut Plan::empty(&problem), 0, 0);
        cut_short += usize::from(exhaustive.plans_left == 0);
        if let Some(better) = better {
            let best = evaluate(&problem, &better);
            found.push(format!(
                "seed {seed}: {} cents unplaced of {}, but {} of {} is possible\n  found {:?}\n  possible {:?}",
                costs.level_one(),
                costs.total(),
                best.level_one(),
                best.total(),
                plan,
                better
            ));
        }
    }
    println!("{searched} problems searched, {cut_short} of them not to the end");
    assert!(searched > 20 && cut_short < searched / 4, "{searched} {cut_short}");
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn more_steps_never_end_worse_and_seeds_matter() {
    let mut differs = 0;
    for seed in seeds(20) {
        let problem = generator::problem(seed, SMALL);
        let mut solver = Solver::new(&problem, params(seed, 200), None);
        let mut costs = vec![evaluate(&problem, &solver.best()).total()];
        while solver.advance(1 + Rng::new(seed).below(60) as u64) {
            let best = solver.best();
            assert_eq!(check(&problem, &best), [], "seed {seed}");
            costs.push(evaluate(&problem, &best).total());
        }
        assert!(costs.is_sorted_by(|a, b| a >= b), "seed {seed}: {costs:?}");
        differs += usize::from(solve(&problem, &params(seed + 1, 200), None).0 != solver.best());
    }
    assert!(differs > 0, "another seed gives another plan at least sometimes");
}

/// The measure of the test above: looked through in the same way, an empty plan is nearly always found wanting.
#[test]
fn looking_through_everything_finds_what_an_empty_plan_lacks() {
    let size = Size { days: 1, ..TINY };
    let mut found = 0;
    for seed in 0..40 {
        let mut problem = generator::problem(seed, size);
        problem.grid = 30;
        problem.sessions.iter_mut().for_each(|session| session.locked = false);
        let empty = Plan::empty(&problem);
        let costs = evaluate(&problem, &empty);
        let mut exhaustive = Exhaustive::new(&problem, &costs);
        found += usize::from(exhaustive.better(&mut empty.clone(), 0, 0).is_some());
    }
    assert!(found >= 20, "{found}");
}
