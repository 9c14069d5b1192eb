//! Benchmarks on sample clinics: how large a clinic can be planned, how fast a question is answered.

use rosterwell::model::{self, Plan};
use rosterwell::optimizer::{Advisor, Params, Solver};
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::{Value, json};

use crate::clock::cpu_seconds;
use crate::run::{Options, solve};

/// Plans a network of `--clinicians` from nothing: when the first checked plan stands, and what is reached; `None` if
/// the problem was only to be written.
pub fn scale(options: &Options) -> Result<Option<Value>, String> {
    let clinic = clinic(SampleKind::Network, options.clinicians, options.seed);
    let problem = model::build(&clinic).problem;
    let Some(run) = solve(&problem, options)? else {
        return Ok(None);
    };
    // A plan that is only judged was found elsewhere.
    let first = options.plan.is_none().then(|| first_plan(&problem, options.seed));
    Ok(Some(json!({
        "clinicians": problem.clinicians.len(),
        "sessions": problem.sessions.len(),
        "first_plan_seconds": first.map(|first| first.0),
        "first_plan_violations": first.map(|first| first.1),
        "placed": run.plan.placements.iter().flatten().count(),
        "cost": rosterwell::optimizer::evaluate(&problem, &run.plan).total(),
        "bound": rosterwell::optimizer::lower_bound(&problem).total,
        "steps": run.steps,
        "seconds": run.seconds,
        "steps_per_second": run.speed,
    })))
}

/// CPU seconds until a first plan stands, and how many hard rules it breaks.
fn first_plan(problem: &model::Problem, seed: u64) -> (f64, usize) {
    let begin = cpu_seconds();
    let params = Params {
        seed,
        steps: 1,
        ..Params::default()
    };
    let plan = Solver::new(problem, params, None).best();
    (cpu_seconds() - begin, model::check(problem, &plan).len())
}

/// CPU milliseconds of questions about a plan of the sample center, median and 95th percentile of `--count` each.
pub fn latency(options: &Options) -> Result<Value, String> {
    let clinic = clinic(SampleKind::AddictionTreatment, 24, options.seed);
    let problem = model::build(&clinic).problem;
    let (plan, _) = rosterwell::optimizer::solve(
        &problem,
        &Params {
            seed: options.seed,
            steps: 2_000,
            ..Params::default()
        },
        Some(&Plan::published(&problem)),
    );
    let sessions: Vec<usize> = (0..problem.sessions.len()).collect();
    let placed: Vec<usize> = sessions
        .iter()
        .copied()
        .filter(|&idx| plan.placements[idx].is_some())
        .collect();
    let open: Vec<usize> = sessions
        .iter()
        .copied()
        .filter(|&idx| plan.placements[idx].is_none())
        .collect();
    let alternatives = time(options.count, &placed, |session| {
        Advisor::new(&problem, &plan).alternatives(session, 3);
    });
    let explain = time(options.count, &placed, |session| {
        Advisor::new(&problem, &plan).cost_of(session);
    });
    let why_not = time(options.count, &open, |session| {
        Advisor::new(&problem, &plan).why_not(session);
    });
    let check = time(options.count, &placed, |_| {
        model::check(&problem, &plan);
    });
    Ok(json!({
        "sessions": problem.sessions.len(),
        "count": options.count,
        "alternatives_ms": alternatives,
        "explain_ms": explain,
        "why_not_ms": why_not,
        "check_ms": check,
    }))
}

fn clinic(kind: SampleKind, clinicians: u32, seed: u64) -> model::Clinic {
    sample(&SampleRequest {
        kind,
        clinicians,
        seed,
        ..SampleRequest::default()
    })
}

/// Median and 95th percentile; null if there is nothing to ask about.
fn time(count: usize, items: &[usize], mut ask: impl FnMut(usize)) -> Value {
    if items.is_empty() {
        return Value::Null;
    }
    let mut millis: Vec<f64> = (0..count)
        .map(|at| {
            let begin = cpu_seconds();
            ask(items[at * 7 % items.len()]);
            (cpu_seconds() - begin) * 1000.0
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    json!({ "median": millis[count / 2], "p95": millis[count * 95 / 100] })
}
