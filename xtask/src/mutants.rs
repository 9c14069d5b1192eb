//! Mutation testing of what must not be wrong: cargo-mutants changes the code in one place at a time, and the tests of the
//! module have to notice.
//!
//! It happens in a copy of the sources, whose program of tests holds those of the module alone, so that a change is built
//! and tested in seconds rather than minutes. A test elsewhere that would notice too does not count.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Result;
use crate::run::{ask, at, cargo, command, read_text, run, write};

/// The tool and its version, from crates.io.
const TOOL: &str = "cargo-mutants";
const VERSION: &str = "27.1.0";
/// Share of the changes that tests must notice.
const BAR: f64 = 0.85;
/// Seconds for the tests of one change. Our choice: they take far less; a change may loop.
const TIMEOUT: &str = "120";
/// What is copied.
const COPIED: [&str; 7] = ["Cargo.toml", "Cargo.lock", ".cargo", "docs", "src", "tests", "xtask"];

/// A module, the files that are changed, the module of `tests/suite` that has to notice, what that rests on, and the
/// sample: of the changes in their order, the first of every so many.
struct Module {
    name: &'static str,
    files: &'static str,
    tests: &'static str,
    beside: &'static [&'static str],
    every: u32,
}

const MODULES: [Module; 5] = [
    Module {
        name: "checker",
        files: "src/model/check/*.rs",
        tests: "check",
        beside: &["builders"],
        every: 16,
    },
    Module {
        name: "rules",
        files: "src/model/rules.rs",
        tests: "rules",
        beside: &["clinics"],
        every: 1,
    },
    Module {
        name: "indicators",
        files: "src/kpi/**/*.rs",
        tests: "kpi",
        beside: &["clinics", "desk"],
        every: 24,
    },
    Module {
        name: "envelope",
        files: "src/vault/*.rs",
        tests: "vault",
        beside: &[],
        every: 8,
    },
    Module {
        name: "audit",
        files: "src/audit/*.rs",
        tests: "audit",
        beside: &["vault"],
        every: 8,
    },
];

/// `mutants [--every N] [MODULE…]`: all modules, or those that are named; with `--every 1` all changes.
pub(crate) fn mutants(arguments: &[String]) -> Result<()> {
    let (mut every, mut wanted) = (None, Vec::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--every" => {
                let number = rest.next().and_then(|text| text.parse().ok());
                every = Some(
                    number
                        .filter(|number| *number > 0)
                        .ok_or("--every wants a whole number")?,
                );
            }
            name => wanted.push(name),
        }
    }
    if let Some(unknown) = wanted
        .iter()
        .find(|name| MODULES.iter().all(|module| module.name != **name))
    {
        let names: Vec<&str> = MODULES.iter().map(|module| module.name).collect();
        return Err(format!(
            "there is no module `{unknown}`: there are {}",
            names.join(", ")
        ));
    }
    let tool = tool()?;
    let tree = copy()?;
    let mut scores = Vec::new();
    for module in MODULES {
        if wanted.is_empty() || wanted.contains(&module.name) {
            let every = every.unwrap_or(module.every);
            scores.push((module.name, every, score(&tool, &tree, &module, every)?));
        }
    }
    print(&scores)
}

/// What came of the changes that were tried.
#[derive(Default)]
struct Score {
    noticed: u32,
    missed: Vec<String>,
    /// Changes that do not compile; they say nothing.
    unviable: u32,
}

fn print(scores: &[(&str, u32, Score)]) -> Result<()> {
    println!(
        "{:<12}{:>8}{:>9}{:>8}{:>11}{:>8}",
        "module", "1 of", "noticed", "missed", "no build", "score"
    );
    let mut below = Vec::new();
    for (name, every, score) in scores {
        let missed = score.missed.len();
        let tried = f64::from(score.noticed) + missed as f64;
        let share = f64::from(score.noticed) / tried.max(1.0);
        println!(
            "{name:<12}{every:>8}{:>9}{missed:>8}{:>11}{:>7.1}%",
            score.noticed,
            score.unviable,
            100.0 * share
        );
        if share < BAR {
            below.push(*name);
        }
    }
    let missed = scores.iter().flat_map(|(_, _, score)| &score.missed);
    missed.for_each(|change| println!("missed: {change}"));
    match below.is_empty() {
        true => Ok(()),
        false => Err(format!("fewer than {:.0} % noticed: {}", 100.0 * BAR, below.join(", "))),
    }
}

/// The tool, built once below `target/`.
fn tool() -> Result<PathBuf> {
    let program = at("target/tools/bin").join(TOOL);
    let said = ask(&program.display().to_string(), &["mutants", "--version"]).unwrap_or_default();
    if !said.contains(VERSION) {
        let mut install = cargo(&[
            "install",
            TOOL,
            "--version",
            VERSION,
            "--locked",
            "--root",
            "target/tools",
        ]);
        run(install.args(["--target-dir", "target/tools/build"]))?;
    }
    Ok(program)
}

/// A copy of the sources; what was built in it before is kept.
fn copy() -> Result<PathBuf> {
    let tree = at("target/mutants");
    std::fs::create_dir_all(&tree).map_err(|error| format!("cannot make {}: {error}", tree.display()))?;
    let mut files = vec!["ls-files", "--"];
    files.extend(COPIED);
    let listed = ask("git", &files).ok_or("git cannot list the sources")?;
    for name in listed.lines() {
        let (from, to) = (at(name), tree.join(name));
        let bytes = crate::run::read(&from)?;
        // A file that is the same is left alone, so that nothing is built again for it.
        if std::fs::read(&to).ok().as_ref() != Some(&bytes) {
            write(&to, &bytes)?;
        }
    }
    Ok(tree)
}

/// The program of tests with some of its modules.
fn reduced(main: &str, module: &Module) -> String {
    let is_wanted = |line: &&str| match line.strip_prefix("mod ") {
        Some(name) => {
            let name = name.trim_end_matches(';');
            name == module.tests || module.beside.contains(&name)
        }
        None => !line.starts_with("#["),
    };
    let mut text = String::from("#![allow(dead_code)]\n");
    for line in main.lines().filter(is_wanted) {
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn score(tool: &Path, tree: &Path, module: &Module, every: u32) -> Result<Score> {
    let main = read_text(&at("tests/suite/main.rs"))?;
    write(&tree.join("tests/suite/main.rs"), reduced(&main, module).as_bytes())?;
    let shard = format!("0/{every}");
    let output = at("target/mutants/out").join(module.name);
    std::fs::create_dir_all(&output).map_err(|error| format!("cannot make {}: {error}", output.display()))?;
    let heard = format!("{}::", module.tests);
    let target = tree.join("target");
    // Ours are built as soon as possible; what they rest on stays as it is.
    let env = [("CARGO_PROFILE_DEV_OPT_LEVEL", "0"), ("CARGO_INCREMENTAL", "1")];
    let mut baseline = cargo(&[
        "test",
        "--quiet",
        "--locked",
        "--package",
        "rosterwell",
        "--test",
        "suite",
        &heard,
    ]);
    run(baseline.current_dir(tree).envs(env).env("CARGO_TARGET_DIR", &target))?;
    let mut mutants = command(
        &tool.display().to_string(),
        &["mutants", "--workspace", "--in-place", "--no-shuffle"],
    );
    mutants
        .args(["--file", module.files, "--shard", &shard, "--sharding", "round-robin"])
        .args([
            "--baseline",
            "skip",
            "--timeout",
            TIMEOUT,
            "--test-package",
            "rosterwell",
        ])
        .args(["--cargo-arg=--locked", "--cargo-arg=--test=suite"])
        .arg("--dir")
        .arg(tree)
        .arg("--output")
        .arg(&output)
        .args(["--", "--", &heard])
        .envs(env)
        .env("CARGO_TARGET_DIR", &target);
    // It fails if a change was missed, too: what it wrote says which.
    let told = run(&mut mutants);
    let report = output.join("mutants.out/outcomes.json");
    let report = read_text(&report).map_err(|error| told.err().unwrap_or(error))?;
    let report: Value = serde_json::from_str(&report).map_err(|error| format!("outcomes of {TOOL}: {error}"))?;
    read_score(&report)
}

/// Counts outcomes. A change that runs out of time was noticed.
fn read_score(report: &Value) -> Result<Score> {
    let mut score = Score::default();
    for outcome in report["outcomes"].as_array().ok_or("no outcomes were written")? {
        let name = outcome["scenario"]["Mutant"]["name"].as_str().unwrap_or_default();
        match outcome["summary"].as_str() {
            Some("CaughtMutant" | "Timeout") => score.noticed += 1,
            Some("Unviable") => score.unviable += 1,
            _ => score.missed.push(name.into()),
        }
    }
    Ok(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_modules_of_the_tests_are_kept() {
        let main = "//! Tests.\n#![allow(x)]\n\nmod audit;\n#[allow(y)]\nmod attended;\nmod vault;\n";
        let module = Module {
            name: "",
            files: "",
            tests: "vault",
            beside: &[],
            every: 1,
        };
        let kept = reduced(main, &module);
        assert_eq!(kept, "#![allow(dead_code)]\n//! Tests.\n#![allow(x)]\n\nmod vault;\n");
    }

    #[test]
    fn outcomes_are_counted() {
        let mutant = |summary: &str| serde_json::json!({"scenario": {"Mutant": {"name": summary}}, "summary": summary});
        let all = ["CaughtMutant", "Timeout", "Unviable", "MissedMutant"].map(mutant);
        let report = serde_json::json!({ "outcomes": all });
        let score = read_score(&report).unwrap();
        assert_eq!((score.noticed, score.unviable), (2, 1));
        assert_eq!(score.missed, ["MissedMutant"]);
    }
}
