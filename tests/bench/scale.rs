//! How large a clinic can be planned: a sample clinic from its document to a plan, by the operations that the page asks
//! for, in a process of its own so that its memory can be told.

use std::collections::BTreeSet;

use rosterwell::api::{self, Desk, Task};
use rosterwell::model::{self, Clinic, PlanDocument, Problem};
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::{Value, json};

use crate::clock::cpu_seconds;
use crate::run::Options;

/// Part of the seconds in which the speed of a hot search is learned, and part of the rest that is then planned for:
/// the search gets slower as it cools down, and the bound and the reply take their time. Our choice.
const TRIAL: f64 = 0.1;
const PLANNED: f64 = 0.8;

/// Steps between two looks at the clock, as in the page.
const SLICE: u64 = 16;

/// Without a file, writes the document of a sample to `--problem`. With one, opens it and plans it within `--seconds`,
/// or says what is true of the plan of `--plan`.
pub fn scale(file: Option<&str>, options: &Options) -> Result<Option<Value>, String> {
    if let Some(out) = &options.problem {
        let document = json!({ "clinic": clinic(options)? });
        std::fs::write(out, document.to_string()).map_err(|error| format!("{out}: {error}"))?;
        return Ok(None);
    }
    let file = file.ok_or("scale needs the document of a clinic: write one with --problem")?;
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let reached = match &options.plan {
        Some(plan) => reached_elsewhere(plan)?,
        None => plan(&text, options)?,
    };
    judged(&text, reached).map(Some)
}

fn clinic(options: &Options) -> Result<Clinic, String> {
    let kind: SampleKind = serde_json::from_value(json!(options.sample)).map_err(|error| error.to_string())?;
    Ok(sample(&SampleRequest {
        kind,
        clinicians: options.clinicians,
        seed: options.seed,
        ..SampleRequest::default()
    }))
}

fn reached_elsewhere(file: &str) -> Result<Value, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// Opens and plans; what was reached, with the reply of `plan` in it.
fn plan(text: &str, options: &Options) -> Result<Value, String> {
    let begin = cpu_seconds();
    let mut desk = Desk::default();
    api::run(&mut desk, "open", text).map_err(|error| error.to_string())?;
    let opened = cpu_seconds();
    let mut trial = start(&desk, u64::MAX >> 40, options)?;
    let told = advance(&mut *trial, 1)?;
    let first = cpu_seconds();
    if told["best"].is_null() {
        return Err("the checker refuses the first plan".into());
    }
    let steps = match options.steps {
        Some(steps) => steps,
        None => {
            let mut done = 0;
            while cpu_seconds() - first < TRIAL * options.seconds {
                advance(&mut *trial, SLICE)?;
                done += SLICE;
            }
            let speed = done as f64 / (cpu_seconds() - first);
            let left = options.seconds - (cpu_seconds() - begin);
            (speed * left * PLANNED).max(1.0) as u64
        }
    };
    drop(trial);
    let mut task = start(&desk, steps, options)?;
    let (mut more, mut longest) = (true, 0.0_f64);
    while more {
        let from = cpu_seconds();
        more = !task.advance(SLICE).map_err(|error| error.to_string())?.done;
        longest = longest.max(cpu_seconds() - from);
    }
    let from = cpu_seconds();
    let reply = task.finish().map_err(|error| error.to_string())?;
    let reply: Value = serde_json::from_str(&reply).map_err(|error| error.to_string())?;
    let end = cpu_seconds();
    Ok(json!({
        "open_seconds": opened - begin,
        "first_plan_seconds": first - opened,
        "longest_turn_seconds": longest,
        "reply_seconds": end - from,
        "seconds": end - begin,
        "peak_bytes": peak_bytes(),
        "reply": reply,
    }))
}

fn start(desk: &Desk, steps: u64, options: &Options) -> Result<Box<dyn Task>, String> {
    let request = json!({ "steps": steps, "seed": options.seed }).to_string();
    api::start(desk, "plan", &request).map_err(|error| error.to_string())
}

fn advance(task: &mut dyn Task, steps: u64) -> Result<Value, String> {
    let progress = task.advance(steps);
    progress
        .map(|progress| progress.news)
        .map_err(|error| error.to_string())
}

/// The result line: what was measured, and what is true of the plan by our own checker.
fn judged(text: &str, mut reached: Value) -> Result<Value, String> {
    #[derive(serde::Deserialize)]
    struct Document {
        clinic: Clinic,
    }
    let document: Document = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let problem = model::build(&document.clinic).problem;
    let reply = reached["reply"].take();
    let plan: PlanDocument = serde_json::from_value(reply["plan"].clone()).map_err(|error| error.to_string())?;
    let plan = plan.to_plan(&problem).map_err(|error| error.to_string())?;
    let violations = model::check(&problem, &plan);
    if let Some(first) = violations.first() {
        let count = violations.len();
        return Err(format!(
            "the checker refuses the plan: {count} violations, first {first:?}"
        ));
    }
    let unplaced = problem
        .sessions
        .iter()
        .zip(&plan.placements)
        .filter(|(session, placement)| placement.is_none() && session.unplaced_cents > 0);
    let unplaced = unplaced.count();
    let Some(line) = reached.as_object_mut() else {
        return Err("the plan file holds no result".into());
    };
    line.remove("reply");
    for (field, value) in [
        ("clinicians", json!(problem.clinicians.len())),
        ("patients", json!(patients(&problem))),
        ("sessions", json!(problem.sessions.len())),
        (
            "seats",
            json!(problem.seat_orders.iter().map(|order| order.count).sum::<i32>()),
        ),
        ("places", json!(problem.travel.num_places)),
        ("unplaced", json!(unplaced)),
        ("cost", json!(rosterwell::optimizer::evaluate(&problem, &plan).total())),
        ("bound", reply["bound"].clone()),
        ("steps", reply["steps"].clone()),
    ] {
        line.insert(field.into(), value);
    }
    Ok(reached)
}

/// Patients for whom something is to be placed.
fn patients(problem: &Problem) -> usize {
    let own = problem.sessions.iter().filter_map(|session| session.patient);
    let seated = problem.seat_orders.iter().map(|order| order.patient);
    own.chain(seated).collect::<BTreeSet<_>>().len()
}

/// Most memory that this process has held at once; nothing where the system does not tell.
pub fn peak_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
}
