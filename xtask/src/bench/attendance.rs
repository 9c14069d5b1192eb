//! Who comes, on clinics whose truth is known; with `--peers`, scikit-learn's logistic regression on the same rows.

use std::path::Path;

use serde_json::Value;

use super::document::{Table, grouped};
use super::solve::{listen, native_program};
use super::{has, number, value};
use crate::Result;
use crate::run::{at, command};

/// Packages that reference programs use, with their versions.
const REQUIREMENTS: &str = "tests/reference/requirements.txt";

/// A Python with those packages: the one that is named, else a virtual environment in `target/reference`.
pub(super) fn reference_python(named: Option<&str>) -> Result<String> {
    if let Some(python) = named {
        return Ok(python.to_owned());
    }
    let home = at("target/reference");
    let python = home.join("bin/python");
    if !python.exists() {
        listen(command("python3", &["-m", "venv"]).arg(&home))?;
    }
    let mut pip = command(&python.to_string_lossy(), &["-m", "pip", "install", "--quiet"]);
    listen(
        pip.args(["--disable-pip-version-check", "--requirement"])
            .arg(at(REQUIREMENTS)),
    )?;
    Ok(python.to_string_lossy().into_owned())
}

/// One JSON line per clinic, ours and, if asked for, scikit-learn's.
pub(super) fn print(arguments: &[String]) -> Result<()> {
    let named = value(arguments, "--python");
    let peers = has(arguments, "--peers") || named.is_some();
    for (ours, theirs) in measure(number(arguments, "--seed", 1)?, peers, named.as_deref())? {
        println!("{ours}");
        if let Some(theirs) = theirs {
            println!("{theirs}");
        }
    }
    Ok(())
}

fn measure(seed: u64, peers: bool, named: Option<&str>) -> Result<Vec<(Value, Option<Value>)>> {
    let rows = at("target/bench/attendance.csv");
    std::fs::create_dir_all(at("target/bench")).map_err(|error| error.to_string())?;
    let mut native = native_program()?;
    let ours = lines(
        native
            .args(["attendance", "--seed", &seed.to_string(), "--out"])
            .arg(&rows),
    )?;
    let mut theirs = match peers {
        true => sklearn(&rows, &reference_python(named)?)?,
        false => Vec::new(),
    };
    theirs.resize(ours.len(), Value::Null);
    let pairs = ours.into_iter().zip(theirs);
    Ok(pairs
        .map(|(ours, theirs)| (ours, Some(theirs).filter(Value::is_object)))
        .collect())
}

fn sklearn(rows: &Path, python: &str) -> Result<Vec<Value>> {
    let mut program = command(python, &["tests/bench/peers/sklearn_attendance.py"]);
    program.arg(rows).env("PYTHONDONTWRITEBYTECODE", "1");
    for variable in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"] {
        program.env(variable, "1");
    }
    let mut found = lines(&mut program)?;
    for line in &mut found {
        line["program"] = "scikit-learn".into();
    }
    Ok(found)
}

pub(super) fn lines(program: &mut std::process::Command) -> Result<Vec<Value>> {
    let text = listen(program)?.text;
    let parse = |line: &str| serde_json::from_str(line).map_err(|error| format!("`{line}` is not a result: {error}"));
    text.lines().map(parse).collect()
}

/// The table of the documentation.
pub(super) fn table(peers: bool, named: Option<&str>) -> Result<String> {
    let peers = peers || named.is_some();
    let head = [
        "clinic",
        "visits",
        "held out",
        "used",
        "AUC",
        "AUC of the truth",
        "AUC scikit-learn",
        "AUC rate by service",
        "calibration error",
        "scikit-learn's",
        "log loss",
        "scikit-learn's",
        "sum error",
        "CPU s",
        "scikit-learn's",
    ];
    let mut table = Table::new(head);
    for (ours, theirs) in measure(1, peers, named)? {
        let figure = |line: &Value, field: &str, digits: usize| {
            line[field]
                .as_f64()
                .map_or_else(String::new, |x| format!("{x:.digits$}"))
        };
        let other = |field: &str, digits| {
            theirs
                .as_ref()
                .map_or_else(String::new, |line| figure(line, field, digits))
        };
        table.add(vec![
            ours["instance"].as_str().unwrap_or_default().into(),
            grouped(ours["visits"].as_f64().unwrap_or(0.0)),
            grouped(ours["held_out"].as_f64().unwrap_or(0.0)),
            ours["source"].as_str().unwrap_or_default().into(),
            figure(&ours, "auc", 3),
            figure(&ours, "auc_truth", 3),
            other("auc", 3),
            figure(&ours, "auc_baseline", 3),
            figure(&ours, "calibration_error", 3),
            other("calibration_error", 3),
            figure(&ours, "log_loss", 4),
            other("log_loss", 4),
            format!("{:.0e}", ours["contributions_error"].as_f64().unwrap_or(f64::NAN)),
            figure(&ours, "cpu_seconds", 2),
            other("cpu_seconds", 2),
        ]);
    }
    Ok(table.markdown())
}
