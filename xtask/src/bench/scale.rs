//! `bench scale`: sample clinics as large as any, from their document to a plan, each in a process of its own.

use std::path::PathBuf;

use serde_json::Value;

use super::document::{Table, grouped, short};
use super::solve::{Job, Module, native, native_program};
use super::{has, number, value};
use crate::Result;
use crate::run::{at, run, write};

/// A sample clinic with its CPU seconds.
struct Size {
    sample: String,
    clinicians: u32,
    seconds: f64,
}

/// What is measured unless one size is asked for: about the largest week that is planned while somebody waits, of two
/// kinds; a large network; and the largest clinic that a tab has to hold, where every patient is a place of their own.
const SIZES: [(&str, u32, f64); 4] = [
    ("outpatient_rehabilitation", 62, 10.0),
    ("addiction_treatment", 60, 10.0),
    ("network", 200, 30.0),
    ("home_health", 500, 30.0),
];

impl Size {
    fn all(seconds: Option<f64>) -> Vec<Self> {
        SIZES
            .map(|(sample, clinicians, usual)| Self {
                sample: sample.into(),
                clinicians,
                seconds: seconds.unwrap_or(usual),
            })
            .into()
    }

    /// The result line: native, or in the shipped module.
    fn measure(&self, seed: u64, steps: Option<String>, module: Option<&Module>) -> Result<Value> {
        let document = self.document(seed)?;
        let job = Job {
            benchmark: "scale",
            file: Some(&document),
            seconds: self.seconds,
            steps,
            seed,
            out: None,
        };
        let mut line = match module {
            Some(module) => module.plan(&job)?,
            None => native(&job)?,
        };
        line["sample"] = self.sample.clone().into();
        Ok(line)
    }

    /// The clinic's document, written by a process of its own so that making it up costs the measured one nothing.
    fn document(&self, seed: u64) -> Result<PathBuf> {
        let file = at("target/bench/clinic.json");
        write(&file, b"")?;
        let mut program = native_program()?;
        program.args(["scale", "--sample", &self.sample, "--seed", &seed.to_string()]);
        program.args(["--clinicians", &self.clinicians.to_string(), "--problem"]);
        run(program.arg(&file))?;
        Ok(file)
    }
}

/// One JSON line a size.
pub(super) fn print(arguments: &[String]) -> Result<()> {
    let module = has(arguments, "--wasm").then(Module::build).transpose()?;
    let seed = number(arguments, "--seed", 1)?;
    let seconds = value(arguments, "--seconds")
        .map(|_| number(arguments, "--seconds", 0.0))
        .transpose()?;
    let sizes = match value(arguments, "--clinicians") {
        None => Size::all(seconds),
        Some(_) => vec![Size {
            sample: value(arguments, "--sample").unwrap_or_else(|| "network".into()),
            clinicians: number(arguments, "--clinicians", 0)?,
            seconds: seconds.unwrap_or(30.0),
        }],
    };
    for size in sizes {
        println!("{}", size.measure(seed, value(arguments, "--steps"), module.as_ref())?);
    }
    Ok(())
}

/// The table: every size, native and in the shipped module.
pub(super) fn table(seconds: Option<f64>, module: Option<&Module>) -> Result<String> {
    let mut found = Vec::new();
    for size in Size::all(seconds) {
        found.push(("native", size.measure(1, None, None)?));
        if module.is_some() {
            found.push(("wasm", size.measure(1, None, module)?));
        }
    }
    Ok(rows(&found))
}

/// What a column shows.
enum Cell {
    Count(&'static str),
    Seconds(&'static str),
    /// MiB.
    Memory(&'static str),
}

const COLUMNS: [(&str, Cell); 13] = [
    ("clinicians", Cell::Count("clinicians")),
    ("patients", Cell::Count("patients")),
    ("sessions", Cell::Count("sessions")),
    ("seats", Cell::Count("seats")),
    ("CPU s to open", Cell::Seconds("open_seconds")),
    ("to the first checked plan", Cell::Seconds("first_plan_seconds")),
    ("longest turn", Cell::Seconds("longest_turn_seconds")),
    ("reply", Cell::Seconds("reply_seconds")),
    ("in all", Cell::Seconds("seconds")),
    ("steps", Cell::Count("steps")),
    ("unplaced", Cell::Count("unplaced")),
    ("process MiB", Cell::Memory("peak_bytes")),
    ("module MiB", Cell::Memory("memory_bytes")),
];

fn rows(found: &[(&str, Value)]) -> String {
    let head = ["sample, program"].into_iter().chain(COLUMNS.map(|column| column.0));
    let mut table = Table::new(head);
    for (program, line) in found {
        let sample = line["sample"].as_str().unwrap_or_default().replace('_', " ");
        let cell = |(_, cell): &(&str, Cell)| {
            let (field, digits, unit) = match cell {
                Cell::Count(field) => (field, 0, 1.0),
                Cell::Seconds(field) => (field, 2, 1.0),
                Cell::Memory(field) => (field, 0, 1_048_576.0),
            };
            match line[*field].as_f64().map(|number| number / unit) {
                None => String::new(),
                Some(number) if digits == 0 => grouped(number),
                Some(number) => short(number, digits),
            }
        };
        let mut row = vec![format!("{sample}, {program}")];
        row.extend(COLUMNS.iter().map(cell));
        table.add(row);
    }
    table.markdown()
}

#[cfg(test)]
mod tests {
    use super::rows;
    use serde_json::json;

    #[test]
    fn memory_is_told_in_mebibytes_and_what_is_unknown_is_left_out() {
        let line = json!({"sample": "home_health", "clinicians": 500, "peak_bytes": 3 << 20, "seconds": 1.234});
        let text = rows(&[("native", line)]);
        assert!(
            text.contains("| sample, program | clinicians | in all | process MiB |"),
            "{text}"
        );
        assert!(text.contains("| home health, native | 500 | 1.23 | 3 |"), "{text}");
    }
}
