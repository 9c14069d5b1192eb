//! `test`: everything, from whatever is on the machine, with a table of what ran.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::Result;
use crate::run::{at, cargo, listen, read_text, run};
use crate::setup::{self, WASM};
use crate::wasm::Profile;

/// A row of the closing table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    /// Rust tests with chosen inputs.
    Native,
    /// Rust tests with generated inputs.
    Property,
    /// Generated files are up to date.
    Schema,
    /// The boundary, in Node.
    WasmNode,
    /// The boundary, in a worker in Chromium.
    WasmBrowser,
    /// The page's units, in Node.
    Page,
    /// The packed page, in Chromium.
    Browser,
    /// The build commands themselves.
    Commands,
}

/// What ran so far.
pub(crate) struct Tally {
    /// How the modules are optimized for the page's tests.
    pub profile: Profile,
    rows: Vec<(Count, usize, usize)>,
    failures: Vec<String>,
}

impl Tally {
    /// Adds passed and failed tests; a program that failed without a failed test counts as one.
    pub(crate) fn add(&mut self, count: Count, good: bool, (passed, failed): (usize, usize)) {
        let failed = if good { failed } else { failed.max(1) };
        self.rows.push((count, passed, failed));
    }

    fn fail(&mut self, part: &str, message: String) {
        self.failures.push(format!("{part}: {message}"));
    }

    fn report(&self) -> Result<()> {
        println!("\n{:<34}{:>8}{:>8}", "tests", "passed", "failed");
        let (mut passed, mut failed) = (0, 0);
        for &(count, good, bad) in &self.rows {
            println!("{:<34}{good:>8}{bad:>8}", label(count));
            passed += good;
            failed += bad;
        }
        println!("{:<34}{passed:>8}{failed:>8}", "all");
        for failure in &self.failures {
            println!("{failure}");
        }
        if failed > 0 || !self.failures.is_empty() {
            return Err("not everything is green".into());
        }
        Ok(())
    }
}

fn label(count: Count) -> &'static str {
    match count {
        Count::Native => "native",
        Count::Property => "property (generated inputs)",
        Count::Schema => "schema and types up to date",
        Count::WasmNode => "wasm in Node",
        Count::WasmBrowser => "wasm in a Chromium worker",
        Count::Page => "page units",
        Count::Browser => "page in Chromium",
        Count::Commands => "build commands",
    }
}

type Part = (&'static str, fn(&mut Tally) -> Result<()>);

const PARTS: [Part; 5] = [
    ("lint", lint),
    ("native", native),
    ("schema", schema),
    ("wasm", wasm),
    ("page", crate::browser::test),
];

/// Runs all parts, or those that are named; a part that fails does not keep the others from running.
pub(crate) fn test(arguments: &[String]) -> Result<()> {
    let (options, wanted): (Vec<&str>, Vec<&str>) =
        arguments.iter().map(String::as_str).partition(|word| *word == "--dev");
    if let Some(unknown) = wanted.iter().find(|name| PARTS.iter().all(|(part, _)| part != *name)) {
        return Err(format!(
            "there is no part `{unknown}`: there are lint, native, schema, wasm and page"
        ));
    }
    let mut tally = Tally {
        profile: if options.is_empty() {
            Profile::Release
        } else {
            Profile::Dev
        },
        rows: Vec::new(),
        failures: Vec::new(),
    };
    for (name, part) in PARTS {
        if wanted.is_empty() || wanted.contains(&name) {
            println!("\n== {name}");
            if let Err(message) = part(&mut tally) {
                eprintln!("{message}");
                tally.fail(name, message);
            }
        }
    }
    tally.report()
}

fn lint(_: &mut Tally) -> Result<()> {
    setup::lint_tools()?;
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    setup::wasm_target()?;
    let xtask = ["--package", "xtask", "--target-dir", "target/xtask"];
    let package = ["--package", "rosterwell", "--lib", "--target", WASM];
    let core = [&package[..], &["--no-default-features", "--features=planning"]].concat();
    let records = [&package[..], &["--no-default-features", "--features=records"]].concat();
    let workbook = [&package[..], &["--no-default-features", "--features=workbook"]].concat();
    for scope in [["--all-targets"].as_slice(), &xtask, &core, &records, &workbook] {
        let mut command = cargo(&["clippy", "--quiet", "--locked"]);
        run(command.args(scope).args(["--", "-D", "warnings"]))?;
    }
    crate::audit::check()?;
    crate::dist::verify()
}

fn native(tally: &mut Tally) -> Result<()> {
    // One build for these and for the test of generated files, which alone needs the feature.
    let (good, heard) = listen(&mut cargo(&[
        "test",
        "--locked",
        "--no-fail-fast",
        "--features",
        "schema",
    ]))?;
    let generated = property_tests()?;
    let (mut chosen, mut property) = ((0, 0), (0, 0));
    for (name, passed) in outcomes(&heard) {
        let last = name.rsplit("::").next().unwrap_or_default();
        let counts = if generated.contains(last) {
            &mut property
        } else {
            &mut chosen
        };
        counts.0 += usize::from(passed);
        counts.1 += usize::from(!passed);
    }
    tally.add(Count::Native, good || property.1 > 0, chosen);
    tally.add(Count::Property, true, property);
    let (good, heard) = listen(&mut cargo(&[
        "test",
        "--package",
        "xtask",
        "--target-dir",
        "target/xtask",
        "--locked",
    ]))?;
    tally.add(Count::Commands, good, passed_and_failed(&heard));
    Ok(())
}

/// `test a::b ... ok` lines: name and whether it passed.
fn outcomes(heard: &str) -> Vec<(&str, bool)> {
    heard
        .lines()
        .filter_map(|line| line.strip_prefix("test "))
        .filter_map(|line| line.rsplit_once(" ... "))
        .filter(|(_, outcome)| *outcome == "ok" || outcome.starts_with("FAILED"))
        .map(|(name, outcome)| (name, outcome == "ok"))
        .collect()
}

fn passed_and_failed(heard: &str) -> (usize, usize) {
    let outcomes = outcomes(heard);
    let passed = outcomes.iter().filter(|(_, passed)| *passed).count();
    (passed, outcomes.len() - passed)
}

/// Names of the tests inside `proptest!` blocks.
fn property_tests() -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for folder in ["src", "tests"] {
        collect_property_tests(&at(folder), &mut names)?;
    }
    Ok(names)
}

fn collect_property_tests(folder: &Path, names: &mut BTreeSet<String>) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect_property_tests(&path, names)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            names.extend(names_in_proptest(&read_text(&path)?));
        }
    }
    Ok(())
}

/// The functions after each `#[test]` in blocks that begin with `proptest! {` and end with `}` at the same indent.
fn names_in_proptest(text: &str) -> Vec<String> {
    let (mut names, mut end, mut marked) = (Vec::new(), None, false);
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        if line.trim_start().starts_with("proptest! {") {
            end = Some(indent);
        } else if end == Some(indent) && line.trim() == "}" {
            end = None;
        } else if end.is_some() && line.trim() == "#[test]" {
            marked = true;
        } else if marked && let Some(rest) = line.trim().strip_prefix("fn ") {
            names.extend(rest.split('(').next().map(str::to_owned));
            marked = false;
        }
    }
    names
}

const SCHEMA_TEST: [&str; 7] = [
    "test",
    "--quiet",
    "--locked",
    "--features",
    "schema",
    "--test",
    "schema",
];

fn schema(tally: &mut Tally) -> Result<()> {
    let mut command = cargo(&SCHEMA_TEST);
    let (good, heard) = listen(command.args(["--", "--format", "pretty"]))?;
    tally.add(Count::Schema, good, passed_and_failed(&heard));
    Ok(())
}

/// Writes the generated files instead of comparing them.
pub(crate) fn write_schema() -> Result<()> {
    run(cargo(&SCHEMA_TEST).env("ROSTERWELL_WRITE_SCHEMA", "1"))
}

fn wasm(tally: &mut Tally) -> Result<()> {
    setup::wasm_target()?;
    let (_, driver) = setup::chromium()?;
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    for (count, features, file) in [
        (Count::WasmNode, "--features=planning,records", "wasm_node"),
        (Count::WasmBrowser, "--features=planning,records", "wasm_worker"),
        (Count::WasmNode, "--features=workbook", "wasm_workbook"),
    ] {
        let mut command = cargo(&["test", "--locked", "--package", "rosterwell", "--target", WASM]);
        let (good, heard) = listen(
            command
                .args(["--no-default-features", features, "--test", file])
                .env(
                    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                    format!("{} test-runner", this.display()),
                )
                .env("CHROMEDRIVER", &driver)
                .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
                .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60"),
        )?;
        tally.add(count, good, passed_and_failed(&heard));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_are_read() {
        let heard = "test a::b ... ok\ntest c ... FAILED\ntest src/lib.rs - x (line 3) ... ok\ntest result: ok. 1\n";
        assert_eq!(passed_and_failed(heard), (2, 1));
    }

    #[test]
    fn property_tests_are_told_apart() {
        let text = "proptest! {\n    #![proptest_config(x)]\n    #[test]\n    fn law(a in 0..3) {\n    }\n}\n#[test]\nfn row() {}\n";
        assert_eq!(names_in_proptest(text), ["law"]);
    }
}
