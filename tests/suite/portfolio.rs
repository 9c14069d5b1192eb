//! Several workers on one plan: the same result however their rounds are carried out, and never one that is worse for it.

use rosterwell::api::{self, Desk};
use rosterwell::model::{Plan, check};
use rosterwell::optimizer::portfolio::{self, Member, Round};
use rosterwell::optimizer::{Params, Solver, evaluate};
use rosterwell::rng::Rng;
use serde_json::{Value, json};

use crate::desk::run;
use crate::generator::{self, SMALL};

fn params(seed: u64) -> Params {
    Params {
        seed,
        steps: 160,
        ..Params::default()
    }
}

/// One worker's round in portions, begun anew as often as `losses` says; where the worker stands goes through JSON, as
/// it does between the workers of a page.
fn round(
    problem: &rosterwell::model::Problem,
    params: &Params,
    start: Option<&Plan>,
    member: &Member,
    losses: u64,
) -> Member {
    let text = serde_json::to_string(member).unwrap();
    for loss in 0..losses {
        let mut lost = Round::new(problem, params, start, serde_json::from_str(&text).unwrap());
        lost.advance(1 + loss * 3);
    }
    let mut round = Round::new(problem, params, start, serde_json::from_str(&text).unwrap());
    while round.advance(1 + losses * 5) {}
    round.finish()
}

#[test]
fn neither_order_nor_loss_of_rounds_changes_the_plan() {
    let (mut better, mut differs) = (0, 0);
    for seed in 0..80 {
        let problem = generator::problem(seed, SMALL);
        let start = [
            None,
            Some(Plan::published(&problem)),
            Some(generator::faulty_plan(seed, &problem)),
        ];
        let start = start[seed as usize % 3].as_ref();
        let params = params(seed);
        let mut rng = Rng::new(seed);
        let workers = 2 + seed as u32 % 3;
        let (mut straight, mut tangled) = (portfolio::members(workers), portfolio::members(workers));
        let mut lows = vec![i64::MAX; workers as usize];
        loop {
            straight = straight
                .iter()
                .map(|member| round(&problem, &params, start, member, 0))
                .collect();
            let mut order: Vec<usize> = (0..tangled.len()).collect();
            rng.shuffle(&mut order);
            for worker in order {
                tangled[worker] = round(&problem, &params, start, &tangled[worker], rng.below(3) as u64);
            }
            assert_eq!(straight, tangled, "seed {seed}");
            for (low, member) in lows.iter_mut().zip(&straight) {
                assert!(
                    member.best.0 <= *low && member.best.0 <= member.current.0,
                    "seed {seed}"
                );
                for (cents, plan) in [&member.best, &member.current] {
                    assert_eq!(check(&problem, plan), [], "seed {seed}");
                    assert_eq!(evaluate(&problem, plan).total(), *cents, "seed {seed}");
                }
                *low = member.best.0;
            }
            let more = portfolio::exchange(&mut straight);
            assert_eq!(portfolio::exchange(&mut tangled), more);
            if !more {
                break;
            }
        }
        let (cents, plan) = portfolio::polished(&problem, &params, &straight);
        assert_eq!(check(&problem, &plan), [], "seed {seed}");
        assert_eq!(evaluate(&problem, &plan).total(), cents, "seed {seed}");
        let low = lows.iter().copied().min().unwrap_or(i64::MAX);
        assert!(cents <= low, "seed {seed}: {cents} above {low}, which a worker had");
        assert!(
            straight.iter().all(|member| member.step == params.steps),
            "every worker does all its steps"
        );
        better += usize::from(cents < lows[0]);
        differs += usize::from(lows.iter().any(|each| *each != lows[0]));
    }
    assert!(
        better > 5 && differs > 5,
        "workers find different plans: {better} {differs}"
    );
}

/// Taking a plan over must not change it: else the end of every round would throw something away.
#[test]
fn a_worker_goes_on_from_exactly_the_plan_it_has() {
    let mut floats = 0;
    for seed in 0..120 {
        let problem = generator::problem(seed, SMALL);
        let params = params(seed);
        let member = round(&problem, &params, None, &portfolio::members(2)[1], 0);
        let before = member.clone();
        let after = Round::new(&problem, &params, None, member).finish();
        assert_eq!(after.current.0, before.current.0, "seed {seed}");
        let visits = after.current.1.placements.iter().flatten();
        floats += visits
            .filter(|visit| visit.room.is_none() && visit.parts.len() == 1)
            .count();
    }
    assert!(floats > 100, "visits that may float are among them: {floats}");
}

/// A plan that is not one is taken over as far as it goes.
#[test]
fn a_member_with_a_faulty_plan_is_no_danger() {
    for seed in 0..40 {
        let problem = generator::problem(seed, SMALL);
        let params = params(seed);
        for plan in [
            generator::garbage_plan(seed, &problem),
            generator::faulty_plan(seed, &problem),
        ] {
            let mut member = round(&problem, &params, None, &portfolio::members(2)[1], 0);
            (member.current.1, member.best.1) = (plan.clone(), plan);
            let after = round(&problem, &params, None, &member, 0);
            assert_eq!(check(&problem, &after.current.1), [], "seed {seed}");
            let (_, plan) = portfolio::polished(&problem, &params, &[after]);
            assert_eq!(check(&problem, &plan), [], "seed {seed}");
        }
    }
}

fn opened() -> Desk {
    let mut desk = Desk::default();
    run(
        &mut desk,
        "sample",
        json!({"kind": "addiction_treatment", "clinicians": 6, "seed": 3}),
    );
    desk
}

/// A run as a page carries it out, each worker at a desk of its own.
fn shared_out(request: &Value, stop_after: Option<usize>) -> Value {
    let workers = request["workers"].as_u64().unwrap() as usize;
    let mut desks: Vec<Desk> = (0..workers).map(|_| opened()).collect();
    let mut members = run(&mut desks[0], "exchange", json!({"run": request, "members": []}))["members"].clone();
    for rounds in 1.. {
        let mut after = Vec::new();
        for worker in (0..workers).rev() {
            let request = json!({"run": request, "members": [members[worker]]});
            after.insert(0, run(&mut desks[worker], "round", request)["members"][0].clone());
        }
        let stop = stop_after == Some(rounds);
        let next = run(
            &mut desks[0],
            "exchange",
            json!({"run": request, "members": after, "stop": stop}),
        );
        if next.get("done").is_some() {
            return next["done"].clone();
        }
        members = next["members"].clone();
    }
    unreachable!("a run ends")
}

#[test]
fn shared_out_or_not_it_is_the_same_plan() {
    let request = |workers: u32, start: &str| json!({"start": start, "steps": 320, "seed": 4, "workers": workers});
    for start in ["published", "empty"] {
        let mut hashes = Vec::new();
        for workers in 1..=3 {
            let reply = run(&mut opened(), "plan", request(workers, start));
            assert_eq!(reply["steps"], 320 * workers);
            assert_eq!(reply["workers"], workers);
            if workers > 1 {
                assert_eq!(
                    shared_out(&request(workers, start), None),
                    reply,
                    "{workers} workers from {start}"
                );
            }
            hashes.push(reply["hash"].clone());
        }
        let mut alone = request(1, start);
        alone.as_object_mut().unwrap().remove("workers");
        assert_eq!(
            run(&mut opened(), "plan", alone)["hash"],
            hashes[0],
            "one worker is a single run"
        );
        assert!(
            hashes[1] != hashes[0] || hashes[2] != hashes[0],
            "more workers find something else"
        );
    }
}

#[test]
fn a_single_run_is_what_the_solver_finds() {
    let desk = opened();
    let problem = desk.problem().unwrap();
    let params = Params {
        seed: 4,
        steps: 320,
        ..Params::default()
    };
    let mut solver = Solver::new(&problem, params, None);
    while solver.advance(u64::MAX) {}
    let costs = evaluate(&problem, &solver.best()).total();
    let reply = run(
        &mut opened(),
        "plan",
        json!({"start": "empty", "steps": 320, "seed": 4, "workers": 1}),
    );
    let lines = reply["costs"].as_array().unwrap();
    assert_eq!(
        lines.iter().map(|line| line["cents"].as_i64().unwrap()).sum::<i64>(),
        costs
    );
}

#[test]
fn a_run_can_be_stopped_anywhere() {
    let mut desk = opened();
    let request = json!({"start": "empty", "steps": 400, "seed": 4, "workers": 3});
    let mut unplaced = Vec::new();
    for steps in [0, 1, 30, 90, 700] {
        let mut task = api::start(&desk, "plan", &request.to_string()).unwrap();
        let mut done = 0;
        while done < steps {
            done = task.advance(7).unwrap().step;
        }
        let reply: Value = serde_json::from_str(&task.finish().unwrap()).unwrap();
        let steps_done = reply["steps"].as_u64().unwrap();
        assert!((steps..steps + 8).contains(&steps_done), "{steps_done} after {steps}");
        let violations = run(&mut desk, "check", json!({"plan": reply["plan"]}))["violations"].clone();
        assert_eq!(violations, json!([]));
        unplaced.push(reply["unplaced"].as_array().unwrap().len());
    }
    let stopped = shared_out(&request, Some(2));
    assert_eq!(stopped["steps"], 3 * 400 / 8, "two rounds of sixteen");
    assert_eq!(
        run(&mut desk, "check", json!({"plan": stopped["plan"]}))["violations"],
        json!([])
    );
}

#[test]
fn progress_counts_all_workers_and_never_goes_back() {
    let desk = opened();
    let request = json!({"start": "empty", "steps": 200, "seed": 4, "workers": 3});
    let mut task = api::start(&desk, "plan", &request.to_string()).unwrap();
    let (mut step, mut cents) = (0, i64::MAX);
    loop {
        let progress = task.advance(11).unwrap();
        assert!(progress.step >= step && progress.steps == 600, "{progress:?}");
        let total = progress.news["costs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line["cents"].as_i64().unwrap())
            .sum();
        assert!(total <= cents, "{total} after {cents}");
        (step, cents) = (progress.step, total);
        if progress.done {
            break;
        }
    }
    assert_eq!(step, 600);
}

#[test]
fn wrong_requests_are_refused() {
    let mut desk = opened();
    let run_of = |workers: u32| json!({"steps": 100, "workers": workers});
    let members = run(&mut desk, "exchange", json!({"run": run_of(2), "members": []}))["members"].clone();
    let first = run(&mut desk, "round", json!({"run": run_of(2), "members": [members[0]]}))["members"][0].clone();
    let mut uneven = first.clone();
    (uneven["worker"], uneven["round"]) = (1.into(), 2.into());
    for (operation, request, path) in [
        ("plan", run_of(0), "workers"),
        ("plan", run_of(17), "workers"),
        ("exchange", json!({"run": run_of(2), "members": members}), "members"),
        ("exchange", json!({"run": run_of(2), "members": [first]}), "members"),
        (
            "exchange",
            json!({"run": run_of(2), "members": [first, first]}),
            "members",
        ),
        (
            "exchange",
            json!({"run": run_of(2), "members": [], "stop": true}),
            "members",
        ),
        (
            "exchange",
            json!({"run": run_of(2), "members": [first, uneven]}),
            "members",
        ),
        ("round", json!({"run": run_of(2), "members": members}), "members"),
        ("round", json!({"run": run_of(2)}), ""),
    ] {
        let error = api::run(&mut desk, operation, &request.to_string()).unwrap_err();
        assert_eq!(error.path, path, "{operation} {request}: {error:?}");
    }
}
