//! `bench`: measurements. What runs in Rust is one native program, `tests/bench`; sizes are read from the files; with
//! `--wasm` the shipped module solves and the native program judges.

use std::process::Command;

use crate::Result;
use crate::pack::{compressed, packed_path, wasm_path};
use crate::run::{at, cargo, command, read, run};
use crate::wasm::{MODULES, Profile};

/// Largest size of each shipped file: name, bytes as compressed for the page, budget.
const BUDGETS: [(&str, usize); 3] = [("core", 400_000), ("workbook", 650_000), ("rosterwell.html", 2_200_000)];

/// Runs one measurement.
pub(crate) fn bench(arguments: &[String]) -> Result<()> {
    match arguments.first().map(String::as_str) {
        None => Err("bench needs a name: see docs/benchmarks.md".into()),
        Some("size") => size(),
        Some(_) if arguments.iter().any(|argument| argument == "--wasm") => wasm(arguments),
        Some(_) => run(native().args(arguments)),
    }
}

/// The native program, with its arguments to be added.
fn native() -> Command {
    cargo(&[
        "run",
        "--quiet",
        "--locked",
        "--profile",
        "measure",
        "--example",
        "bench",
        "--",
    ])
}

/// Solves each file with the shipped module, in Node.
fn wasm(arguments: &[String]) -> Result<()> {
    let glue = at("target/bench");
    crate::wasm::build(Profile::Release)?;
    crate::wasm::bind(&MODULES[0], "web", &glue)?;
    let value = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    let (problem, plan) = (glue.join("problem.json"), glue.join("plan.json"));
    let (problem, plan) = (problem.display().to_string(), plan.display().to_string());
    for file in files(arguments) {
        run(native().args([&arguments[0], file, "--problem", &problem]))?;
        let (seconds, seed) = (
            value("--seconds").unwrap_or("5".into()),
            value("--seed").unwrap_or("1".into()),
        );
        let mut solve = command("node", &["tests/bench/wasm.mjs"]);
        solve.arg(&glue).args([&problem, &plan, &seconds, &seed]);
        run(solve.args(value("--steps")))?;
        let mut judge = native();
        judge.args([&arguments[0], file, "--plan", &plan]);
        if let Some(out) = value("--out") {
            judge.args(["--out", &out]);
        }
        run(&mut judge)?;
    }
    Ok(())
}

/// The arguments that are neither options nor their values.
fn files(arguments: &[String]) -> Vec<&String> {
    let mut files = Vec::new();
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--wasm" => {}
            option if option.starts_with("--") => {
                rest.next();
            }
            _ => files.push(argument),
        }
    }
    files
}

/// One JSON line per shipped file: its size in the page and its budget.
fn size() -> Result<()> {
    let packed = crate::pack::build(Profile::Release)?;
    let mut over = Vec::new();
    for (name, budget) in BUDGETS {
        let bytes = match name {
            "rosterwell.html" => packed.html.len(),
            module => compressed(&read(&wasm_path(&at("target/page/glue"), module))?)?.len(),
        };
        println!(
            "{}",
            serde_json::json!({ "file": name, "bytes": bytes, "budget": budget })
        );
        if bytes > budget {
            over.push(name);
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "over budget: {} (see {})",
            over.join(", "),
            packed_path().display()
        ))
    }
}
