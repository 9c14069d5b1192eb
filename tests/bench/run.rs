//! Arguments, time budget and output shared by all benchmarks.

use rosterwell::model::{Plan, Problem};
use rosterwell::optimizer::portfolio::{self, Round};
use rosterwell::optimizer::{Params, Solver};

use crate::clock::cpu_seconds;

/// What was asked for.
pub struct Options {
    pub seconds: f64,
    pub steps: Option<u64>,
    pub seed: u64,
    pub out: Option<String>,
    /// Write the problem to this file instead of solving it.
    pub problem: Option<String>,
    /// Judge the plan in this file (`{"plan", "steps", "seconds", "speed"}`) instead of solving.
    pub plan: Option<String>,
    pub clinicians: u32,
    /// Kind of sample clinic, as `sample` names it.
    pub sample: String,
    pub count: usize,
    pub start_temperature: Option<f64>,
    pub end_temperature: Option<f64>,
    /// Workers that search together, one after another; they need steps.
    pub workers: u32,
}

/// A finished run.
pub struct Run {
    pub plan: Plan,
    pub steps: u64,
    /// CPU seconds in all.
    pub seconds: f64,
    /// Steps per CPU second of the search itself.
    pub speed: f64,
}

/// Reads the arguments and runs the benchmark that they name.
pub fn run(args: &[String]) -> Result<(), String> {
    let mut options = Options {
        seconds: 5.0,
        steps: None,
        seed: 1,
        out: None,
        problem: None,
        plan: None,
        clinicians: 200,
        sample: "network".into(),
        count: 100,
        start_temperature: None,
        end_temperature: None,
        workers: 1,
    };
    let mut files = Vec::new();
    let mut rest = args.iter();
    let name = rest.next().ok_or("name a benchmark: vrptw, uhhc, hhcrsp or facility")?;
    while let Some(arg) = rest.next() {
        let mut value = || rest.next().ok_or(format!("{arg} needs a value"));
        let number = |text: &String| text.parse::<f64>().map_err(|_| format!("`{text}` is not a number"));
        match arg.as_str() {
            "--seconds" => options.seconds = number(value()?)?,
            "--steps" => options.steps = Some(number(value()?)? as u64),
            "--seed" => options.seed = number(value()?)? as u64,
            "--out" => options.out = Some(value()?.clone()),
            "--problem" => options.problem = Some(value()?.clone()),
            "--plan" => options.plan = Some(value()?.clone()),
            "--workers" => options.workers = number(value()?)? as u32,
            "--clinicians" => options.clinicians = number(value()?)? as u32,
            "--sample" => options.sample = value()?.clone(),
            "--count" => options.count = number(value()?)? as usize,
            "--t0" => options.start_temperature = Some(number(value()?)?),
            "--t1" => options.end_temperature = Some(number(value()?)?),
            other if other.starts_with("--") => return Err(format!("unknown option {other}")),
            file => files.push(file.to_string()),
        }
    }
    match name.as_str() {
        "scale" => {
            if let Some(line) = crate::scale::scale(files.first().map(String::as_str), &options)? {
                println!("{line}");
            }
            return Ok(());
        }
        "latency" => return crate::clinic::latency(&options).map(|line| println!("{line}")),
        "pilot" => {
            for line in crate::pilot::pilot(&options) {
                println!("{line}");
            }
            return Ok(());
        }
        "import" => {
            let asked = args
                .iter()
                .any(|arg| arg == "--clinicians")
                .then_some(options.clinicians);
            for line in crate::import::bench(&files, asked)? {
                println!("{line}");
            }
            return Ok(());
        }
        "attendance" => {
            for line in crate::attendance::attendance(&options)? {
                println!("{line}");
            }
            return Ok(());
        }
        "claims" => {
            for line in crate::claims::claims(&options)? {
                println!("{line}");
            }
            return Ok(());
        }
        "week" => {
            return crate::claims::week(&options).map(|lines| lines.iter().for_each(|line| println!("{line}")));
        }
        "habits" => {
            return crate::claims::habits(&options).map(|lines| lines.iter().for_each(|line| println!("{line}")));
        }
        "example" => {
            let page = crate::example::example()?;
            return match &options.out {
                Some(file) => std::fs::write(file, page).map_err(|error| format!("{file}: {error}")),
                None => {
                    print!("{page}");
                    Ok(())
                }
            };
        }
        "same" => return crate::same::same(&options).map(|line| println!("{line}")),
        "invariants" => return crate::invariants::invariants(&options).map(|line| println!("{line}")),
        "forecast" => {
            let files: Vec<Option<&str>> = match files.is_empty() {
                true => vec![None],
                false => files.iter().map(|file| Some(file.as_str())).collect(),
            };
            for file in files {
                if let Some(line) = crate::forecast::bench(file, &options)? {
                    println!("{line}");
                }
            }
            return Ok(());
        }
        _ if files.is_empty() => return Err(format!("{name} needs at least one file")),
        _ => {}
    }
    for file in &files {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        let instance = std::path::Path::new(file)
            .file_stem()
            .map_or_else(String::new, |stem| stem.to_string_lossy().into());
        let line = match name.as_str() {
            "vrptw" => crate::vrptw::bench(&instance, &text, &options)?,
            "uhhc" => crate::uhhc::bench(&instance, &text, &options)?,
            "hhcrsp" => crate::hhcrsp::bench(&instance, &text, &options)?,
            "facility" => crate::facility::bench(&instance, &text, &options)?,
            other => return Err(format!("unknown benchmark `{other}`")),
        };
        if let Some(line) = line {
            println!("{line}");
        }
    }
    Ok(())
}

/// Solves within the budget: a number of steps, or CPU seconds, with the number of steps that fit learned on the way.
///
/// `None` if the problem was only to be written.
pub fn solve(problem: &Problem, options: &Options) -> Result<Option<Run>, String> {
    if let Some(file) = &options.problem {
        let json = serde_json::to_string(problem).map_err(|error| error.to_string())?;
        std::fs::write(file, json).map_err(|error| format!("{file}: {error}"))?;
        return Ok(None);
    }
    let run = match &options.plan {
        Some(file) => read_run(file)?,
        None if options.workers > 1 => together(problem, options)?,
        None => search(problem, options),
    };
    let violations = rosterwell::model::check(problem, &run.plan);
    match violations.first() {
        Some(first) => Err(format!(
            "the checker refuses the plan: {} violations, first {first:?}",
            violations.len()
        )),
        None => Ok(Some(run)),
    }
}

fn read_run(file: &str) -> Result<Run, String> {
    #[derive(serde::Deserialize)]
    struct Record {
        plan: Plan,
        steps: u64,
        seconds: f64,
        speed: f64,
    }
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let record: Record = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    Ok(Run {
        plan: record.plan,
        steps: record.steps,
        seconds: record.seconds,
        speed: record.speed,
    })
}

fn search(problem: &Problem, options: &Options) -> Run {
    let begin = cpu_seconds();
    let params = Params {
        seed: options.seed,
        steps: options.steps.unwrap_or(u64::MAX >> 16),
        start_temperature: options.start_temperature,
        end_temperature: options.end_temperature,
    };
    let mut solver = Solver::new(problem, params, None);
    let ready = cpu_seconds();
    if options.steps.is_some() {
        while solver.advance(u64::MAX) {}
    } else {
        let budget = (options.seconds - (ready - begin)).max(0.01);
        let mut slice = 16;
        loop {
            solver.advance(slice);
            let used = cpu_seconds() - ready;
            if used >= budget {
                break;
            }
            let step = solver.progress().step;
            // The budget in steps that this speed allows; the temperature follows it.
            solver.set_steps((step as f64 * budget / used.max(1e-6)) as u64 + 1);
            let wished = (step as f64 / used.max(1e-6)) * (budget / 200.0).min(0.05);
            // The first looks at the clock are too short to trust: grow step by step.
            slice = (wished as u64 + 1).min(slice * 2);
        }
    }
    let searched = cpu_seconds() - ready;
    let steps = solver.progress().step;
    Run {
        plan: solver.best(),
        steps,
        seconds: cpu_seconds() - begin,
        speed: (steps as f64 / searched.max(1e-6)).round(),
    }
}

/// Several workers, one after another: seconds are those of all of them.
fn together(problem: &Problem, options: &Options) -> Result<Run, String> {
    let begin = cpu_seconds();
    let params = Params {
        seed: options.seed,
        steps: options.steps.ok_or("--workers needs --steps")?,
        start_temperature: options.start_temperature,
        end_temperature: options.end_temperature,
    };
    let mut members = portfolio::members(options.workers);
    let mut more = true;
    while more {
        for member in &mut members {
            let mut round = Round::new(problem, &params, None, member.clone());
            while round.advance(u64::MAX) {}
            *member = round.finish();
        }
        more = portfolio::exchange(&mut members);
    }
    let (_, plan) = portfolio::polished(problem, &params, &members);
    let seconds = cpu_seconds() - begin;
    let steps = members.iter().map(|member| member.step).sum();
    Ok(Run {
        plan,
        steps,
        seconds,
        speed: (steps as f64 / seconds.max(1e-6)).round(),
    })
}

/// Writes the solution file, if one was asked for.
pub fn write_out(options: &Options, value: &serde_json::Value) -> Result<(), String> {
    let Some(file) = &options.out else { return Ok(()) };
    std::fs::write(file, value.to_string()).map_err(|error| format!("{file}: {error}"))
}
