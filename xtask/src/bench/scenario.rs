//! What scenarios cost in the shipped module, and how far instant estimates are off.

use serde_json::Value;

use super::number;
use super::solve::{Module, line};
use crate::Result;
use crate::run::command;

/// Replications of each scenario, and scenarios in a row, unless others are asked for.
const RUNS: u64 = 200;
const IN_A_ROW: u64 = 1_000;

/// The figures, on the screen.
pub(super) fn print(arguments: &[String]) -> Result<()> {
    let module = Module::build()?;
    let mut node = command("node", &["tests/bench/scenario.mjs"]);
    let numbers = [
        number(arguments, "--seed", 1)?,
        number(arguments, "--runs", RUNS)?,
        number(arguments, "--count", IN_A_ROW)?,
    ];
    node.arg(&module.folder).args(numbers.map(|number| number.to_string()));
    println!("{}", told(&line(&mut node)?));
    Ok(())
}

/// What was measured, line by line.
fn told(found: &Value) -> String {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let of = |value: &Value, name: &str| value[name].as_f64().unwrap_or(f64::NAN);
    let mut lines = Vec::new();
    let millions = |value: &Value| {
        let all: Vec<String> = list(value)
            .iter()
            .map(|cents| format!("{:.2}", cents.as_f64().unwrap_or(f64::NAN) / 1e8))
            .collect();
        all.join(", ")
    };
    let mut sum = 0.0;
    for row in list(&found["scenarios"]) {
        sum += of(&row, "seconds");
        lines.push(format!(
            "scenario {}: {:.1} s CPU, {} weeks planned, Monte Carlo error {:.2} % of the net benefit",
            row["name"].as_str().unwrap_or_default(),
            of(&row, "seconds"),
            row["weeks"],
            100.0 * of(&row, "error_share")
        ));
        lines.push(format!(
            "  first estimate after {:.2} s CPU, from {}: {} million; in the end {} million; stopped within {:.2} s CPU",
            of(&row["first"], "seconds"),
            if row["first"]["quick"] == true { "quick plans" } else { "draws" },
            millions(&row["first"]["cents"]),
            millions(&row["cents"]),
            of(&row, "longest")
        ));
    }
    lines.push(format!("all scenarios: {sum:.1} s CPU"));
    let surface = &found["surface"];
    lines.push(format!(
        "surface: {} positions and {} unseen, {:.1} s CPU",
        surface["points"],
        surface["unseen"],
        of(surface, "seconds")
    ));
    for check in list(&surface["checks"]) {
        // Money in whole units of the currency.
        let id = check["id"].as_str().unwrap_or_default();
        let unit = if id.ends_with("_cents") { 100.0 } else { 1.0 };
        lines.push(format!(
            "  {}: error on unseen positions {:.1} (root mean square), {:.1} (worst), against a spread of {:.1}; {:.0} % within the band",
            id.trim_end_matches("_cents"),
            of(&check, "rmse") / unit,
            of(&check, "worst") / unit,
            of(&check, "spread") / unit,
            100.0 * of(&check, "within_band")
        ));
    }
    let slider = &found["slider_ms"];
    lines.push(format!(
        "slider: {:.2} ms (median), {:.2} ms (p95)",
        of(slider, "median"),
        of(slider, "p95")
    ));
    for row in list(&found["memory"]) {
        lines.push(format!(
            "memory after {} scenarios: {:.1} MB",
            row["scenarios"],
            of(&row, "bytes") / 1e6
        ));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn figures_are_told_with_their_units() {
        let found = serde_json::json!({
            "scenarios": [{
                "name": "hire", "seconds": 2.04, "weeks": 12, "error_share": 0.0151, "longest": 0.11,
                "first": {"seconds": 0.5, "quick": true, "cents": [-1e8, 2e8, 3e8]},
                "cents": [-1.5e8, 2.25e8, 3e8]
            }],
            "surface": {"seconds": 3.0, "points": 40, "unseen": 10, "checks": [
                {"id": "net_cents", "rmse": 1_000.0, "worst": 2_500.0, "spread": 9_000.0, "within_band": 0.9}
            ]},
            "slider_ms": {"median": 0.21, "p95": 0.4},
            "memory": [{"scenarios": 100, "bytes": 5_000_000}],
        });
        let text = super::told(&found);
        for part in [
            "scenario hire: 2.0 s CPU, 12 weeks planned, Monte Carlo error 1.51 %",
            "first estimate after 0.50 s CPU, from quick plans: -1.00, 2.00, 3.00 million",
            "in the end -1.50, 2.25, 3.00 million; stopped within 0.11 s",
            "all scenarios: 2.0 s CPU",
            "net: error on unseen positions 10.0 (root mean square), 25.0 (worst), against a spread of 90.0; 90 % within",
            "slider: 0.21 ms (median), 0.40 ms (p95)",
            "memory after 100 scenarios: 5.0 MB",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}
