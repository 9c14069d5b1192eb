//! Lower bounds: no plan that the checker accepts costs less, and on tiny problems the best plan is found to be near.

use rosterwell::model::problem::Problem;
use rosterwell::model::{Plan, check};
use rosterwell::optimizer::{LowerBound, Params, bound_at_random_prices, evaluate, lower_bound, solve};

use crate::every_plan::Exhaustive;
use crate::generator::{self, SMALL, TINY};
use crate::search_laws::seeds;

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
pub(crate) fn tiny(seed: u64) -> Problem {
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

#[test]
fn the_bound_is_under_the_best_of_all_plans_and_near_it() {
    let mut found = Vec::new();
    let (mut complete, mut exact, mut best, mut bounds) = (0, 0, 0, 0);
    for seed in seeds(400) {
        let problem = tiny(seed);
        let all = Exhaustive::run(&problem, 4_000);
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
