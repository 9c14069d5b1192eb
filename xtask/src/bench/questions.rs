//! Measurements on sample clinics and on what is shipped, as tables: latency, size.

use serde_json::Value;

use super::document::{Table, grouped, short};
use super::size::Size;

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
