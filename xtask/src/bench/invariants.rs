//! What holds always, on thousands of generated clinics: natively, and with `--wasm` or `--shipped` the same plan in
//! Node and in the page in Chromium.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::solve::{Module, line, native_program};
use super::{CPU_SECONDS, has, number, value};
use crate::Result;
use crate::run::{at, command};
use crate::wasm::Profile;

/// Cases that are handed over at once: their problems take up to a few hundred kilobytes each.
const PORTION: u64 = 250;
/// Amounts that are added up over the portions.
const AMOUNTS: [&str; 7] = ["clinics", "problems", "sessions", "locked", "placed", "looks", "steps"];

/// Where the plans are found again, apart from the native program.
struct Elsewhere {
    modules: PathBuf,
    page: PathBuf,
    /// Cases still to be tried in the page.
    in_page: u64,
    chromium: PathBuf,
}

/// Tries all cases and prints one line of JSON; an error if anything does not hold.
pub(super) fn invariants(arguments: &[String]) -> Result<()> {
    let (seed, count) = (number(arguments, "--seed", 1)?, number(arguments, "--count", 10_000)?);
    let mut elsewhere = elsewhere(arguments)?;
    let cases = at("target/bench/cases.jsonl");
    let mut sum = json!({"seed": seed, "cases": count, "node_cases": 0, "page_cases": 0});
    let mut failures = Vec::new();
    for from in (seed..seed + count).step_by(PORTION as usize) {
        let portion = PORTION.min(seed + count - from);
        let mut native = native_program()?;
        native.args([
            "invariants",
            "--seed",
            &from.to_string(),
            "--count",
            &portion.to_string(),
        ]);
        if let Some(steps) = value(arguments, "--steps") {
            native.args(["--steps", &steps]);
        }
        if elsewhere.is_some() {
            crate::run::write(&cases, b"")?;
            native.arg("--out").arg(&cases);
        }
        let found = line(&mut native)?;
        add(&mut sum, &found, "native", &AMOUNTS, &mut failures);
        if let Some(elsewhere) = &mut elsewhere {
            let found = elsewhere.in_node(&cases)?;
            add(&mut sum, &found, "node", &[], &mut failures);
            if elsewhere.in_page > 0 {
                let found = elsewhere.in_page(&cases)?;
                add(&mut sum, &found, "page", &[], &mut failures);
            }
        }
        eprintln!(
            "seeds {from} to {}: {} failures so far",
            from + portion - 1,
            failures.len()
        );
    }
    sum["failures"] = failures.len().into();
    println!("{sum}");
    match failures.first() {
        None => Ok(()),
        Some(_) => Err(format!(
            "{}\nagain with: cargo xtask bench invariants --count 1 --seed SEED, and the same options; with --wasm the \
             case is left in target/bench/cases.jsonl",
            failures.join("\n")
        )),
    }
}

fn elsewhere(arguments: &[String]) -> Result<Option<Elsewhere>> {
    let in_page = number(arguments, "--page", 0)?;
    let shipped = has(arguments, "--shipped");
    if !shipped && !has(arguments, "--wasm") {
        return match in_page {
            0 => Ok(None),
            _ => Err("--page needs --wasm or --shipped".into()),
        };
    }
    let (modules, page) = match shipped {
        true => (at("pkg"), at("pkg/rosterwell.html")),
        false => (Module::build()?.folder, crate::pack::packed_path()),
    };
    let mut chromium = PathBuf::new();
    if in_page > 0 {
        (chromium, _) = crate::setup::chromium()?;
        match shipped {
            true => crate::setup::npm_packages()?,
            false => drop(crate::pack::build(Profile::Release)?),
        }
    }
    Ok(Some(Elsewhere {
        modules,
        page,
        in_page,
        chromium,
    }))
}

impl Elsewhere {
    fn in_node(&self, cases: &Path) -> Result<Value> {
        let mut node = command("node", &["tests/bench/invariants.mjs"]);
        line(node.args([&self.modules, cases]))
    }

    /// As many of the cases as are still to be tried.
    fn in_page(&mut self, cases: &Path) -> Result<Value> {
        let text = crate::run::read_text(cases)?;
        let few: Vec<&str> = text.lines().take(self.in_page as usize).collect();
        self.in_page -= few.len() as u64;
        let some = at("target/bench/page-cases.jsonl");
        crate::run::write(&some, few.join("\n").as_bytes())?;
        let mut node = command("node", &["tests/bench/invariants.page.mjs"]);
        line(node.args([&self.page, &some]).env("CHROMIUM", &self.chromium))
    }
}

/// Adds what a portion amounts to.
fn add(sum: &mut Value, found: &Value, by: &str, amounts: &[&str], failures: &mut Vec<String>) {
    let mut plus = |into: &str, value: &Value| {
        let total = sum[into].as_f64().unwrap_or(0.0) + value.as_f64().unwrap_or(0.0);
        sum[into] = if into.ends_with(CPU_SECONDS) {
            ((total * 10.0).round() / 10.0).into()
        } else {
            (total as u64).into()
        };
    };
    for amount in amounts {
        plus(amount, &found[amount]);
    }
    // A browser's processes are nobody's children.
    if by != "page" {
        plus(&format!("{by}_{CPU_SECONDS}"), &found[CPU_SECONDS]);
    }
    if by != "native" {
        plus(&format!("{by}_cases"), &found["cases"]);
    }
    let texts = found["failures"].as_array().into_iter().flatten();
    failures.extend(texts.filter_map(Value::as_str).map(str::to_owned));
}
