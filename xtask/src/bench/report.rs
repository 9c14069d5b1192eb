//! `bench report DIR`: measures on every instance of a folder and writes the tables of `docs/benchmarks.md`.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::document::replaced;
use super::peers::{Peer, Peers};
use super::references::{Reference, references};
use super::sets::{Instance, SETS, Set};
use super::solve::{Job, Module, line, native, native_program};
use super::tables::{Figures, Row, problems, tables};
use super::{attendance, claims, files, forecast, has, number, pilot, questions, scale, size, value};
use crate::Result;
use crate::run::{ask, at, read_text, write};

/// The document that is rewritten.
const DOCUMENT: &str = "docs/benchmarks.md";

/// What was asked for.
struct Options {
    folder: PathBuf,
    /// In place of each set's own.
    seconds: Option<f64>,
    /// Seeds 1 to this.
    seeds: u64,
    /// The only part to be written.
    only: Option<String>,
    /// Where plans go.
    plans: Option<PathBuf>,
    module: Option<Module>,
    peers: Option<Peers>,
    /// A Python with the packages of the reference programs.
    python: Option<String>,
}

/// Measures and writes.
pub(super) fn report(arguments: &[String]) -> Result<()> {
    // `files` leaves out the first word, the benchmark's name.
    let words: Vec<String> = ["report".to_owned()]
        .into_iter()
        .chain(arguments.iter().cloned())
        .collect();
    let [folder] = files(&words)[..] else {
        return Err("bench report needs one folder of instances: see docs/benchmarks.md".into());
    };
    let given = |option| {
        value(arguments, option)
            .map(|_| number(arguments, option, 0.0))
            .transpose()
    };
    let (seconds, peer_seconds) = (given("--seconds")?, given("--peer-seconds")?);
    let options = Options {
        folder: absolute(folder)?,
        seconds,
        seeds: number(arguments, "--seeds", 1)?.max(1),
        only: value(arguments, "--only"),
        plans: value(arguments, "--plans")
            .map(|folder| absolute(&folder))
            .transpose()?,
        module: has(arguments, "--wasm").then(Module::build).transpose()?,
        python: value(arguments, "--python"),
        peers: has(arguments, "--peers")
            .then(|| Peers::install(peer_seconds, value(arguments, "--only").as_deref()))
            .transpose()?,
    };
    let failed = parts(&options)?;
    if failed.is_empty() {
        return Ok(());
    }
    Err(failed.join("\n"))
}

fn absolute(path: &str) -> Result<PathBuf> {
    std::path::absolute(path).map_err(|error| format!("{path}: {error}"))
}

/// Every part that is wanted, written as soon as it is measured; what went wrong.
fn parts(options: &Options) -> Result<Vec<String>> {
    let names = [
        "vrptw",
        "uhhc",
        "hhcrsp",
        "facility",
        "scale",
        "latency",
        "attendance",
        "pilot",
        "claims",
        "forecast",
        "size",
    ];
    let wanted = |name: &&str| options.only.as_deref().is_none_or(|only| only == *name);
    if !names.iter().any(wanted) {
        return Err(format!("--only knows {}", names.join(", ")));
    }
    let references = references()?;
    let mut failed = Vec::new();
    for name in names.iter().filter(|name| wanted(name)) {
        let body = match SETS.iter().find(|set| set.name == *name) {
            Some(set) => {
                let rows = measure(set, options, &references)?;
                failed.extend(problems(&rows));
                let told = options
                    .peers
                    .as_ref()
                    .map_or_else(String::new, |peers| peers.told(set.name) + "\n\n");
                told + &tables(set, &rows, &references)
            }
            None => match *name {
                "scale" => scale::table(options.seconds, options.module.as_ref())?,
                "latency" => latency(options)?,
                "pilot" => pilot::table()?,
                "claims" => claims::table()?,
                "attendance" => attendance::table(options.peers.is_some(), options.python.as_deref())?,
                "forecast" => forecast::table(&options.folder, options.module.as_ref(), options.peers.as_ref())?,
                // What is shipped is built only if the module was asked for.
                _ if options.module.is_none() && options.only.is_none() => continue,
                _ => questions::sizes(&size::sizes()?),
            },
        };
        let text = format!("{}\n\n{body}", conditions(options, name));
        let document = replaced(&read_text(&at(DOCUMENT))?, name, &text)?;
        write(&at(DOCUMENT), document.as_bytes())?;
    }
    Ok(failed)
}

/// What a program says of itself.
fn said(program: &str, arguments: &[&str]) -> Option<String> {
    ask(program, arguments).map(|text| text.trim().to_owned())
}

/// Which code was measured, and its compiler.
pub(super) fn engine() -> String {
    let commit = said("git", &["log", "-1", "--format=%h of %cs", "--", "src"]).unwrap_or_default();
    let rustc = said("rustc", &["--version"]).unwrap_or_default();
    format!("Engine {commit}, {}", rustc.split(" (").next().unwrap_or_default())
}

/// Which code was measured, with what.
fn conditions(options: &Options, name: &str) -> String {
    let node = said("node", &["--version"]).filter(|_| options.module.is_some());
    let node = node.map_or_else(String::new, |version| format!(", Node {version}"));
    let seeds = match (name, options.seeds) {
        ("size" | "pilot" | "claims", _) => String::new(),
        (_, 1) => ", seed 1".into(),
        (_, seeds) => format!(", mean of seeds 1 to {seeds}"),
    };
    let machine = machine().map_or_else(String::new, |machine| format!(" On {machine}."));
    format!("{}{node}{seeds}.{machine}", engine())
}

/// The processor and how many cores of it there are, as Linux tells them.
pub(super) fn machine() -> Option<String> {
    let text = std::fs::read_to_string("/proc/cpuinfo").ok()?;
    let model = text
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))?;
    let cores = std::thread::available_parallelism().ok()?;
    let noun = if cores.get() == 1 { "core" } else { "cores" };
    Some(format!("{}, {cores} {noun}", model.1.trim()))
}

fn measure(set: &Set, options: &Options, references: &[Reference]) -> Result<Vec<Row>> {
    let budgets = match &options.seconds {
        Some(seconds) => std::slice::from_ref(seconds),
        None => set.seconds,
    };
    let mut rows = Vec::new();
    for instance in set.instances(&options.folder, references)? {
        for &budget in budgets {
            let run = |by: By<'_>| seeds(set, &instance, budget, by, options);
            // One with seconds of its own runs once, beside our longest run.
            let last = budgets.last() == Some(&budget);
            let peers = options.peers.iter().flat_map(|peers| {
                let all = peers.of(set.name).into_iter();
                let beside = all.filter(|peer| last || !peer.is_apart());
                beside.map(move |peer| {
                    let ran = run(By::Peer(peers, &peer));
                    (peer, ran)
                })
            });
            rows.push(Row {
                native: run(By::Native),
                wasm: options.module.as_ref().map(|module| run(By::Module(module))),
                peers: peers.collect(),
                instance: instance.name.clone(),
                best: instance.best,
                budget,
            });
        }
    }
    Ok(rows)
}

/// Who solves.
#[derive(Clone, Copy)]
enum By<'a> {
    Native,
    Module(&'a Module),
    Peer(&'a Peers, &'a Peer),
}

impl By<'_> {
    fn kind(self) -> String {
        match self {
            Self::Native => "native".into(),
            Self::Module(_) => "wasm".into(),
            Self::Peer(_, peer) => peer.name.to_lowercase().replace(' ', "-"),
        }
    }

    fn solve(self, job: &Job<'_>) -> Result<Value> {
        match self {
            Self::Native => native(job),
            Self::Module(module) => module.solve(job),
            Self::Peer(peers, peer) => peers.solve(peer, job),
        }
    }
}

/// The mean of all seeds.
fn seeds(set: &Set, instance: &Instance, budget: f64, by: By<'_>, options: &Options) -> Result<Figures> {
    let one = |seed| {
        let name = format!("{}-{}-{budget}-{seed}.json", instance.name, by.kind());
        let job = Job {
            benchmark: set.name,
            file: Some(&instance.file),
            seconds: budget,
            steps: None,
            seed,
            out: options
                .plans
                .as_deref()
                .map(|folder| plan_file(folder, set, &name))
                .transpose()?,
        };
        let figures = Figures::read(&by.solve(&job)?, set.cost)?;
        eprintln!("{} {name}: {} after {} steps", set.name, figures.cost, figures.steps);
        Ok(figures)
    };
    let seeds = match by {
        By::Peer(_, peer) if !peer.seeded => 1,
        _ => options.seeds,
    };
    let runs: Result<Vec<Figures>> = (1..=seeds).map(one).collect();
    Ok(Figures::mean(&runs?))
}

fn plan_file(folder: &Path, set: &Set, name: &str) -> Result<PathBuf> {
    let folder = folder.join(set.name);
    std::fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    Ok(folder.join(name))
}

fn latency(options: &Options) -> Result<String> {
    let wasm = options.module.as_ref().map(|module| module.latency(1)).transpose()?;
    let native = line(native_program()?.arg("latency"))?;
    Ok(questions::latency(&native, wasm.as_ref()))
}
