//! Branch coverage of what must not be wrong, by the compiler's own instrumentation.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Result;
use crate::run::{ask, at, cargo, command, find, root, run};

/// What is measured, by folder or file, and the least share of its branches that tests take both ways.
const BARS: [(&str, &[&str], f64); 5] = [
    ("checker", &["src/model/check"], 0.95),
    ("rules", &["src/model/rules.rs"], 0.95),
    ("envelope", &["src/vault"], 0.95),
    ("audit", &["src/audit"], 0.95),
    ("indicators", &["src/kpi", "src/stats"], 0.90),
];

/// `coverage [TEST…]`: runs the native tests (or those whose names contain one of the words) with instrumentation,
/// prints the branches taken and the lines of those that are not, and fails below a bar.
pub(crate) fn coverage(words: &[String]) -> Result<()> {
    let tools = Tools::find()?;
    let folder = at("target/coverage");
    let profiles = folder.join("profiles");
    if profiles.exists() {
        std::fs::remove_dir_all(&profiles).map_err(|error| format!("cannot empty {}: {error}", profiles.display()))?;
    }
    let test = |arguments: &[&str]| {
        let mut test = cargo(&[
            "test",
            "--locked",
            "--target-dir",
            "target/coverage",
            "--lib",
            "--test",
            "suite",
        ]);
        // Branches are counted by a switch that the stable compiler has, but does not promise to keep.
        test.args(arguments)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_INCREMENTAL", "0")
            .env("RUSTFLAGS", "-Cinstrument-coverage -Zcoverage-options=branch")
            .env("LLVM_PROFILE_FILE", profiles.join("%p-%m.profraw"));
        test
    };
    run(test(&["--"]).args(words))?;
    let programs = programs(test(&["--no-run", "--message-format=json"]))?;
    let merged = folder.join("merged.profdata");
    let raw: Vec<PathBuf> = std::fs::read_dir(&profiles)
        .map_err(|error| format!("nothing was measured in {}: {error}", profiles.display()))?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    run(command(&tools.profdata, &["merge", "-sparse", "-o"])
        .arg(&merged)
        .args(raw))?;
    let mut export = vec!["export".to_owned(), format!("-instr-profile={}", merged.display())];
    for (place, program) in programs.iter().enumerate() {
        export.extend((place > 0).then(|| "-object".to_owned()));
        export.push(program.clone());
    }
    let arguments: Vec<&str> = export.iter().map(String::as_str).collect();
    let report = ask(&tools.cov, &arguments).ok_or("llvm-cov cannot read what was measured")?;
    let report: Value = serde_json::from_str(&report).map_err(|error| format!("llvm-cov's report: {error}"))?;
    print(&report)
}

/// Reads the report; an error if a bar is missed.
fn print(report: &Value) -> Result<()> {
    let files = report["data"][0]["files"]
        .as_array()
        .ok_or("llvm-cov reports no files")?;
    let mut missed = Vec::new();
    println!(
        "{:<12}{:>10}{:>10}{:>9}{:>8}",
        "module", "branches", "taken", "share", "bar"
    );
    let mut open = Vec::new();
    for (name, folders, bar) in BARS {
        let (mut all, mut taken) = (0, 0);
        for file in files {
            let Some(path) = file["filename"].as_str().and_then(relative) else {
                continue;
            };
            if !folders.iter().any(|folder| Path::new(path).starts_with(folder)) {
                continue;
            }
            for branch in branches(file) {
                all += 2;
                taken += u32::from(branch.taken) + u32::from(branch.refused);
                if !(branch.taken && branch.refused) {
                    let never = if branch.taken { "false" } else { "true" };
                    open.push(format!("{path}:{}:{} is never {never}", branch.line, branch.column));
                }
            }
        }
        let share = f64::from(taken) / f64::from(all.max(1));
        println!(
            "{name:<12}{all:>10}{taken:>10}{:>8.1}%{:>7.0}%",
            100.0 * share,
            100.0 * bar
        );
        if all == 0 || share < bar {
            missed.push(name);
        }
    }
    open.iter().for_each(|line| println!("{line}"));
    match missed.is_empty() {
        true => Ok(()),
        false => Err(format!("below the bar: {}", missed.join(", "))),
    }
}

/// A condition at a place in a file, over all copies that the compiler made of it.
struct Branch {
    line: u64,
    column: u64,
    taken: bool,
    refused: bool,
}

/// The conditions of a file: `[line, column, end line, end column, times true, times false, …]` each, once a copy.
fn branches(file: &Value) -> Vec<Branch> {
    let mut found: Vec<Branch> = Vec::new();
    for row in file["branches"].as_array().into_iter().flatten() {
        let number = |at: usize| row[at].as_u64().unwrap_or(0);
        let (line, column) = (number(0), number(1));
        let (taken, refused) = (number(4) > 0, number(5) > 0);
        match found
            .iter_mut()
            .find(|branch| (branch.line, branch.column) == (line, column))
        {
            Some(branch) => {
                branch.taken |= taken;
                branch.refused |= refused;
            }
            None => found.push(Branch {
                line,
                column,
                taken,
                refused,
            }),
        }
    }
    found
}

/// A path of the report below the root.
fn relative(path: &str) -> Option<&str> {
    let root = root();
    Path::new(path).strip_prefix(&root).ok().and_then(Path::to_str)
}

/// The test programs that cargo has built.
fn programs(mut build: std::process::Command) -> Result<Vec<String>> {
    let output = build.output().map_err(|error| format!("cannot start cargo: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let messages = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let tests = messages.filter(|message| message["profile"]["test"] == true);
    let programs: Vec<String> = tests
        .filter_map(|message| Some(message["executable"].as_str()?.to_owned()))
        .collect();
    match programs.is_empty() {
        true => Err("cargo names no test program".into()),
        false => Ok(programs),
    }
}

/// LLVM's tools for coverage, of the version that the compiler is made with.
struct Tools {
    profdata: String,
    cov: String,
}

impl Tools {
    fn find() -> Result<Self> {
        let version = ask("rustc", &["-vV"]).unwrap_or_default();
        let llvm = version.lines().find_map(|line| line.strip_prefix("LLVM version: "));
        let major = llvm
            .and_then(|text| text.split('.').next())
            .ok_or("rustc does not say its LLVM version")?;
        let named = |tool: &str| find(&[&format!("{tool}-{major}")]).map(|path| path.display().to_string());
        let both = || named("llvm-profdata").zip(named("llvm-cov"));
        if both().is_none() && find(&["apt-get"]).is_some() {
            run(&mut command(
                "apt-get",
                &[
                    "install",
                    "-y",
                    "-q",
                    "--no-install-recommends",
                    &format!("llvm-{major}"),
                ],
            ))?;
        }
        let (profdata, cov) = both()
            .ok_or_else(|| format!("llvm-profdata-{major} and llvm-cov-{major} are needed: install LLVM {major}"))?;
        Ok(Self { profdata, cov })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_a_condition_count_once() {
        let file = serde_json::json!({"branches": [[3, 8, 3, 12, 4, 0, 0, 0, 4], [3, 8, 3, 12, 0, 1, 0, 0, 4], [5, 1, 5, 2, 0, 9, 0, 0, 4]]});
        let found = branches(&file);
        let seen: Vec<(u64, bool, bool)> = found
            .iter()
            .map(|branch| (branch.line, branch.taken, branch.refused))
            .collect();
        assert_eq!(seen, [(3, true, true), (5, false, true)]);
    }
}
