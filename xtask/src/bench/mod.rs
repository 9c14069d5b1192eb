//! `bench`: measurements. What runs in Rust is one native program, `tests/bench`; sizes are read from the files; with
//! `--wasm` the shipped module solves and the native program judges. `report` writes the tables of the documentation.

mod attendance;
mod claims;
mod document;
mod forecast;
mod import;
mod invariants;
mod peers;
mod pilot;
mod questions;
mod ray;
mod references;
mod report;
mod same;
mod scale;
mod scenario;
mod sets;
mod size;
mod solve;
mod tables;

use std::path::PathBuf;

use crate::Result;
use crate::run::run;
use solve::{CPU_SECONDS, Job, Module, native_program};

/// Runs one measurement.
pub(crate) fn bench(arguments: &[String]) -> Result<()> {
    match arguments.first().map(String::as_str) {
        None => Err("bench needs a name: see docs/benchmarks.md".into()),
        Some("size") => size::print(),
        Some("forecast") => forecast::print(arguments),
        Some("scale") => scale::print(arguments),
        Some("scenario") => scenario::print(arguments),
        Some("same") => same::same(arguments),
        Some("claims") => claims::print(arguments),
        Some("pilot") => pilot::print(arguments),
        Some("attendance") => attendance::print(arguments),
        Some("ray") => ray::print(arguments),
        Some("import") => import::print(arguments),
        Some("invariants") => invariants::invariants(arguments),
        Some("report") => report::report(&arguments[1..]),
        Some(name) if has(arguments, "--wasm") => wasm(name, arguments),
        Some(_) => run(native_program()?.args(arguments)),
    }
}

/// Solves with the shipped module, in Node; one JSON line per file.
fn wasm(name: &str, arguments: &[String]) -> Result<()> {
    let module = Module::build()?;
    if name == "latency" {
        println!("{}", module.latency(number(arguments, "--seed", 1)?)?);
        return Ok(());
    }
    let files = files(arguments).into_iter().map(PathBuf::from);
    for file in files {
        let job = Job {
            benchmark: name,
            file: Some(&file),
            seconds: number(arguments, "--seconds", 5.0)?,
            steps: value(arguments, "--steps"),
            seed: number(arguments, "--seed", 1)?,
            out: value(arguments, "--out").map(PathBuf::from),
        };
        println!("{}", module.solve(&job)?);
    }
    Ok(())
}

/// True if the option is there.
fn has(arguments: &[String], option: &str) -> bool {
    arguments.iter().any(|argument| argument == option)
}

/// What follows an option.
fn value(arguments: &[String], option: &str) -> Option<String> {
    let at = arguments.iter().position(|argument| argument == option)?;
    arguments.get(at + 1).cloned()
}

/// The number that follows an option, or what holds without it.
fn number<N: std::str::FromStr>(arguments: &[String], option: &str, otherwise: N) -> Result<N> {
    match value(arguments, option) {
        None if has(arguments, option) => Err(format!("{option} needs a number")),
        None => Ok(otherwise),
        Some(text) => text
            .parse()
            .map_err(|_| format!("{option}: `{text}` is not such a number")),
    }
}

/// The arguments that are neither options nor their values, without the name of the benchmark.
fn files(arguments: &[String]) -> Vec<&String> {
    let mut files = Vec::new();
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--wasm" | "--peers" => {}
            option if option.starts_with("--") => {
                rest.next();
            }
            _ => files.push(argument),
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_and_files_are_told_apart() {
        let words = ["vrptw", "--seed", "7", "a.txt", "--wasm", "b.txt", "--seconds"].map(String::from);
        assert_eq!(files(&words), ["a.txt", "b.txt"]);
        assert_eq!(number(&words, "--seed", 1), Ok(7));
        assert_eq!(number(&words, "--count", 3), Ok(3));
        assert!(number(&words, "--seconds", 5.0).is_err());
    }
}
