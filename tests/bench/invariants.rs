//! What holds always, tried on generated clinics of every kind and on generated problems: whatever a run starts from, the
//! independent checker accepts every plan on the way, and the cost kept move by move is the one computed anew.
//! `--out FILE` writes every case with the hash of its plan, for those who want to find the same elsewhere.

use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};

use rosterwell::api::{self, Desk};
use rosterwell::model::{Clinic, Plan, Problem, build, check};
use rosterwell::optimizer::{Params, Solver, evaluate};
use rosterwell::rng::Rng;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::{Value, json};

use crate::generator::{self, SMALL, Size, TINY};
use crate::oddities;
use crate::run::Options;

/// Steps of each run, unless others are asked for.
const STEPS: u64 = 300;
/// A run is looked at this often.
const LOOKS: u64 = 6;
/// Most clinicians of a sample clinic.
const MOST_CLINICIANS: i32 = 7;
/// A planning problem larger than any that fits into a tiny clinic.
const LARGE: Size = Size {
    days: 14,
    clinicians: 9,
    patients: 25,
    sessions: 110,
};

/// The case that is tried just now, for whoever reports a panic.
static SEED: AtomicU64 = AtomicU64::new(0);

/// What was tried.
#[derive(Default)]
struct Tally {
    clinics: usize,
    problems: usize,
    sessions: usize,
    placed: usize,
    locked: usize,
    looks: usize,
    steps: u64,
    failures: Vec<String>,
}

/// What a run starts from, by the seed's remainder.
const STARTS: [&str; 4] = ["nothing", "the published plan", "a plan with faults", "garbage"];

/// Tries `--count` cases from `--seed` on.
pub fn invariants(options: &Options) -> Result<Value, String> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        eprintln!("seed {}:", SEED.load(Ordering::Relaxed));
        hook(info);
    }));
    let steps = options.steps.unwrap_or(STEPS);
    let mut out = match &options.out {
        None => None,
        Some(file) => Some(std::fs::File::create(file).map_err(|error| format!("{file}: {error}"))?),
    };
    let mut tally = Tally::default();
    for seed in options.seed..options.seed + options.count as u64 {
        SEED.store(seed, Ordering::Relaxed);
        let case = Case::new(seed);
        if let Err(text) = try_case(&case, seed, steps, &mut tally) {
            let start = STARTS[(seed % 4) as usize];
            tally
                .failures
                .push(format!("seed {seed}, {}, from {start}: {text}", case.name()));
        }
        if let Some(out) = &mut out {
            writeln!(out, "{}", case.told(seed, steps)?).map_err(|error| error.to_string())?;
        }
    }
    Ok(json!({
        "seed": options.seed,
        "clinics": tally.clinics,
        "problems": tally.problems,
        "sessions": tally.sessions,
        "locked": tally.locked,
        "placed": tally.placed,
        "looks": tally.looks,
        "steps": tally.steps,
        "failures": tally.failures,
    }))
}

/// A clinic with its tables, or a problem without.
enum Case {
    Clinic(Box<Clinic>),
    Problem(Box<Problem>),
}

impl Case {
    fn new(seed: u64) -> Self {
        let mut rng = Rng::stream(seed, "invariants", 0);
        let kinds = SampleKind::ALL.len();
        let at = rng.below(2 * kinds);
        let Some(&kind) = SampleKind::ALL.get(at) else {
            let size = [TINY, SMALL, SMALL, LARGE][at - kinds];
            return Self::Problem(Box::new(generator::problem(seed, size)));
        };
        let mut clinic = sample(&SampleRequest {
            kind,
            clinicians: rng.between(1, MOST_CLINICIANS) as u32,
            seed,
            weeks: Some(rng.between(0, 1) as u32),
        });
        oddities::add(&mut clinic, &mut rng);
        Self::Clinic(Box::new(clinic))
    }

    fn name(&self) -> String {
        match self {
            Self::Clinic(clinic) => clinic.settings.name.clone(),
            Self::Problem(_) => "generated problem".into(),
        }
    }

    fn problem(&self) -> Problem {
        match self {
            Self::Clinic(clinic) => build(clinic).problem,
            Self::Problem(problem) => (**problem).clone(),
        }
    }

    /// The case as whoever tries it elsewhere gets it: requests, and what came of them here.
    fn told(&self, seed: u64, steps: u64) -> Result<Value, String> {
        let (open, operation, request) = match self {
            Self::Clinic(clinic) => {
                let request = json!({"start": "published", "steps": steps, "seed": seed});
                (json!({"clinic": clinic}), "plan", request)
            }
            Self::Problem(problem) => {
                let request = json!({"problem": problem, "steps": steps, "seed": seed});
                (Value::Null, "solve", request)
            }
        };
        let mut desk = Desk::default();
        if let Self::Clinic(clinic) = self {
            desk.open((**clinic).clone());
        }
        let outcome = match api::run(&mut desk, operation, &request.to_string()) {
            Ok(reply) => serde_json::from_str::<Value>(&reply).map_err(|error| error.to_string())?["hash"].take(),
            Err(error) => error.code.to_string().into(),
        };
        Ok(json!({"seed": seed, "open": open, "operation": operation, "request": request, "outcome": outcome}))
    }
}

/// Runs one case and looks at it on the way.
fn try_case(case: &Case, seed: u64, steps: u64, tally: &mut Tally) -> Result<(), String> {
    let mut problem = case.problem();
    problem.check_shape()?;
    match case {
        Case::Clinic(_) => tally.clinics += 1,
        Case::Problem(_) => tally.problems += 1,
    }
    free_clashing_locks(&mut problem);
    let start = match seed % 4 {
        0 => None,
        1 => Some(Plan::published(&problem)),
        2 => Some(generator::faulty_plan(seed, &problem)),
        _ => Some(generator::garbage_plan(seed, &problem)),
    };
    let params = Params {
        seed,
        steps,
        ..Params::default()
    };
    let mut solver = Solver::new(&problem, params, start.as_ref());
    let mut last = look(&problem, &solver, i64::MAX)?;
    tally.looks += 1;
    while solver.advance(steps.div_ceil(LOOKS).max(1)) {
        last = look(&problem, &solver, last)?;
        tally.looks += 1;
    }
    look(&problem, &solver, last)?;
    tally.looks += 1;
    tally.steps += steps;
    tally.sessions += problem.sessions.len();
    tally.locked += problem.sessions.iter().filter(|session| session.locked).count();
    tally.placed += solver.best().placements.iter().flatten().count();
    Ok(())
}

/// What is wrong with where a run stands; the cost of its best plan if nothing is.
fn look(problem: &Problem, solver: &Solver<'_>, before: i64) -> Result<i64, String> {
    let step = solver.progress().step;
    let (kept, computed) = solver.kept_and_computed();
    if kept != computed {
        return Err(format!("step {step}: {kept} kept, {computed} computed"));
    }
    let best = solver.best();
    if let Some(broken) = check(problem, &best).first() {
        return Err(format!("step {step}: the checker refuses the plan: {broken:?}"));
    }
    let (told, cost) = (solver.progress().cost_cents, evaluate(problem, &best).total());
    if told != cost || cost > before {
        return Err(format!("step {step}: {told} told, {cost} computed, {before} before"));
    }
    Ok(cost)
}

/// Locks that break a rule by themselves are refused before anything is planned, so there is nothing to try.
fn free_clashing_locks(problem: &mut Problem) {
    if !check(problem, &generator::locked_plan(problem)).is_empty() {
        problem.sessions.iter_mut().for_each(|session| session.locked = false);
    }
}
