//! Fuzzing: every target of `tests/fuzz` for some seconds, from the corpus that is kept in the repository.
//!
//! The coverage that libFuzzer needs is asked of the stable compiler by its own switches; there is no unsafe code to look
//! after with a sanitizer, and debug assertions and overflow checks are on.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::Result;
use crate::run::{at, cargo, read_text, run};
use crate::test::{Count, Tally};

/// Seconds for each target in `cargo xtask test`.
const SECONDS: u32 = 60;
/// Seconds after which one input counts as a hang. Our choice: a plan takes a second in such a build, and much longer on a
/// machine that is busy with other things; the slowest input is printed.
const TIMEOUT: u32 = 60;
/// MiB of memory that one input may take.
const MEMORY: u32 = 2_048;
/// Longest input, bytes, so that every second holds many of them.
const MAX_BYTES: u32 = 16_384;
/// Targets at a time.
const AT_ONCE: usize = 2;

/// What the compiler is told, so that libFuzzer sees which ways an input goes.
const COVERAGE: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// How the targets are built besides: soon, and optimized enough to try many inputs a second. Writing workbooks is not
/// tried, so that its code need not be fast.
const SETTINGS: [&str; 4] = [
    "profile.dev.incremental=false",
    "profile.dev.package.rosterwell.opt-level=0",
    "profile.dev.package.\"*\".opt-level=1",
    "profile.dev.package.rust_xlsxwriter.opt-level=0",
];

/// `fuzz [--seconds N] [--keep] [TARGET…]`: all targets, or those that are named. With `--keep` what was learned goes into
/// the corpus, without what adds nothing.
pub(crate) fn command(arguments: &[String]) -> Result<()> {
    let (mut seconds, mut keep, mut wanted) = (SECONDS, false, Vec::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--seconds" => {
                let number = rest.next().and_then(|text| text.parse().ok());
                seconds = number.ok_or("--seconds wants a whole number")?;
            }
            "--keep" => keep = true,
            name => wanted.push(name.to_owned()),
        }
    }
    let mut targets = targets()?;
    if let Some(unknown) = wanted.iter().find(|name| !targets.contains(name)) {
        return Err(format!(
            "there is no target `{unknown}`: there are {}",
            targets.join(", ")
        ));
    }
    targets.retain(|name| wanted.is_empty() || wanted.contains(name));
    let outcomes = fuzz(&targets, seconds)?;
    print(&outcomes);
    if keep {
        targets.iter().try_for_each(|name| merge(name))?;
    }
    match outcomes.iter().all(|outcome| outcome.good) {
        true => Ok(()),
        false => Err("an input was found that the program does not stand".into()),
    }
}

/// A part of `test`: every target for a minute.
pub(crate) fn test(tally: &mut Tally) -> Result<()> {
    let outcomes = fuzz(&targets()?, SECONDS)?;
    print(&outcomes);
    let failed = outcomes.iter().filter(|outcome| !outcome.good).count();
    tally.add(Count::Fuzz, (outcomes.len() - failed, failed));
    Ok(())
}

/// What came of a target.
struct Outcome {
    name: String,
    good: bool,
    /// Inputs tried.
    runs: u64,
    /// Places of the program that were reached.
    reached: u64,
    /// Seconds of the slowest input.
    slowest: u64,
}

fn print(outcomes: &[Outcome]) {
    println!(
        "{:<14}{:>12}{:>10}{:>12}  outcome",
        "target", "inputs", "reached", "slowest s"
    );
    for Outcome {
        name,
        good,
        runs,
        reached,
        slowest,
    } in outcomes
    {
        let outcome = if *good {
            "nothing found"
        } else {
            "failed: see target/fuzz/found"
        };
        println!("{name:<14}{runs:>12}{reached:>10}{slowest:>12}  {outcome}");
    }
}

/// The targets, by the names of their files.
fn targets() -> Result<Vec<String>> {
    let folder = at("tests/fuzz/targets");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| Some(entry.path().file_stem()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    Ok(names)
}

fn fuzz(targets: &[String], seconds: u32) -> Result<Vec<Outcome>> {
    let mut build = cargo(&["build", "--quiet", "--locked", "--package", "rosterwell-fuzz"]);
    build.args(SETTINGS.iter().flat_map(|setting| ["--config", setting]));
    // With a target named, build scripts and macros are compiled without the switches, and those of other builds are used.
    build.args(["--target", &host()?]).env("RUSTFLAGS", COVERAGE.join(" "));
    run(&mut build)?;
    let mut outcomes = Vec::new();
    for some in targets.chunks(AT_ONCE) {
        let started = some
            .iter()
            .map(|name| Ok((name, start(name, seconds)?)))
            .collect::<Result<Vec<_>>>()?;
        for (name, child) in started {
            outcomes.push(outcome(name, child)?);
        }
    }
    Ok(outcomes)
}

fn host() -> Result<String> {
    let output = Command::new("rustc")
        .arg("-vV")
        .output()
        .map_err(|error| format!("cannot run rustc: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned)
        .ok_or_else(|| "rustc does not say its host".into())
}

fn program(name: &str) -> Result<Command> {
    Ok(Command::new(at("target").join(host()?).join("debug").join(name)))
}

fn corpus(name: &str) -> PathBuf {
    at("tests/fuzz/corpus").join(name)
}

/// What a run learns, apart from what is kept.
fn learned(name: &str) -> PathBuf {
    at("target/fuzz/learned").join(name)
}

fn make(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))
}

fn start(name: &str, seconds: u32) -> Result<Child> {
    let found = at("target/fuzz/found");
    [&corpus(name), &learned(name), &found]
        .into_iter()
        .try_for_each(|folder| make(folder))?;
    let mut command = program(name)?;
    command
        .args([learned(name), corpus(name)])
        .args([
            "-seed=1".into(),
            "-print_final_stats=1".into(),
            format!("-max_total_time={seconds}"),
            format!("-timeout={TIMEOUT}"),
            format!("-rss_limit_mb={MEMORY}"),
            format!("-max_len={MAX_BYTES}"),
            format!("-artifact_prefix={}/{name}-", found.display()),
        ])
        .stdout(Stdio::null())
        .stderr(log(name)?);
    command
        .spawn()
        .map_err(|error| format!("cannot start the target {name}: {error}"))
}

fn log_path(name: &str) -> PathBuf {
    at("target/fuzz").join(format!("{name}.log"))
}

fn log(name: &str) -> Result<std::fs::File> {
    std::fs::File::create(log_path(name)).map_err(|error| format!("cannot write the log of {name}: {error}"))
}

fn outcome(name: &str, mut child: Child) -> Result<Outcome> {
    let status = child
        .wait()
        .map_err(|error| format!("cannot wait for {name}: {error}"))?;
    let log = read_text(&log_path(name))?;
    if !status.success() {
        let from = log
            .lines()
            .position(|line| line.contains("panicked") || line.contains("ERROR"))
            .unwrap_or(0);
        log.lines().skip(from).take(30).for_each(|line| eprintln!("{line}"));
    }
    let number = |key: &str| {
        let line = log.lines().rev().find_map(|line| line.split_once(key));
        let digits = line.and_then(|(_, rest)| rest.split_whitespace().next());
        digits.and_then(|text| text.parse().ok()).unwrap_or(0)
    };
    Ok(Outcome {
        name: name.into(),
        good: status.success(),
        runs: number("stat::number_of_executed_units:"),
        reached: number("cov: "),
        slowest: number("stat::slowest_unit_time_sec:"),
    })
}

/// Keeps of what is kept and learned the least that reaches as much.
fn merge(name: &str) -> Result<()> {
    let fresh = at("target/fuzz/merged").join(name);
    if fresh.exists() {
        std::fs::remove_dir_all(&fresh).map_err(|error| format!("cannot empty {}: {error}", fresh.display()))?;
    }
    make(&fresh)?;
    let mut command = program(name)?;
    command
        .args(["-merge=1", "-max_len=4096"])
        .args([&fresh, &corpus(name), &learned(name)]);
    run(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
    let kept = corpus(name);
    std::fs::remove_dir_all(&kept).map_err(|error| format!("cannot empty {}: {error}", kept.display()))?;
    std::fs::rename(&fresh, &kept).map_err(|error| format!("cannot keep the corpus of {name}: {error}"))
}
