//! Measurements on sample clinics and on what is shipped, as tables: scale, latency, size.

use serde_json::Value;

use super::document::{Table, grouped, short};
use super::size::Size;

/// Rows of the table of scale: field of the result, what it says, digits after the point.
const SCALE: [(&str, &str, usize); 10] = [
    ("clinicians", "clinicians", 0),
    ("sessions", "sessions to be placed", 0),
    ("first_plan_seconds", "CPU s to the first checked plan", 2),
    ("first_plan_violations", "hard rules it breaks", 0),
    ("placed", "sessions placed in the end", 0),
    ("cost", "cost in the end, cents", 0),
    ("bound", "no plan costs less than, cents", 0),
    ("steps", "steps", 0),
    ("steps_per_second", "steps per CPU second", 0),
    ("seconds", "CPU s in all", 1),
];

/// What was reached on a large clinic.
pub(super) fn scale(native: &Value, wasm: Option<&Value>) -> String {
    let mut table = Table::new(["", "native", "wasm"]);
    for (field, said, digits) in SCALE {
        let cell = |line: &Value| number(&line[field], digits);
        table.add(vec![said.to_owned(), cell(native), wasm.map_or_else(String::new, cell)]);
    }
    table.markdown()
}

/// Rows of the table of latency: field of the result, the question.
const LATENCY: [(&str, &str); 8] = [
    ("alternatives_ms", "three other places for a session"),
    ("explain_ms", "why here, what it costs, what is next best"),
    ("why_not_ms", "why not placed, and what would let it in"),
    ("repair_sick_first_ms", "sick clinician: first proposal"),
    ("repair_emergency_first_ms", "emergency: first proposal"),
    ("repair_sick_ms", "sick clinician: all proposals"),
    ("repair_emergency_ms", "emergency: all proposals"),
    ("check_ms", "every hard rule of the whole plan"),
];

/// How fast questions are answered.
pub(super) fn latency(native: &Value, wasm: Option<&Value>) -> String {
    let head = ["CPU ms", "native median", "native p95", "wasm median", "wasm p95"];
    let mut table = Table::new(head);
    for (field, said) in LATENCY {
        let cell = |line: Option<&Value>, which| line.map_or_else(String::new, |line| number(&line[field][which], 2));
        let mut row = vec![said.to_owned()];
        for line in [Some(native), wasm] {
            row.extend([cell(line, "median"), cell(line, "p95")]);
        }
        table.add(row);
    }
    table.markdown()
}

/// What is shipped, against its budgets.
pub(super) fn sizes(sizes: &[Size]) -> String {
    let mut table = Table::new(["file", "bytes", "budget", "of budget"]);
    for Size { file, bytes, budget } in sizes {
        table.add(vec![
            (*file).to_owned(),
            grouped(*bytes as f64),
            grouped(*budget as f64),
            format!("{} %", bytes * 100 / budget),
        ]);
    }
    table.markdown()
}

fn number(value: &Value, digits: usize) -> String {
    match value.as_f64() {
        None => String::new(),
        Some(number) if digits == 0 => grouped(number),
        Some(number) => short(number, digits),
    }
}
