//! What is claimed of schedulers, beside what the simulator measures.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::process::Command;

use serde_json::Value;

use super::attendance::lines;
use super::document::Table;
use super::number;
use super::solve::native_program;
use crate::Result;
use crate::run::at;

/// Seeds, clinicians and optimizer steps of the table.
const SEEDS: u64 = 200;
const CLINICIANS: u64 = 8;
const STEPS: u64 = 2_000;
/// What else is shown: what an improvement may cost.
const BESIDE: [&str; 13] = [
    "Conflicts per week, as lived",
    "Not placed: hours",
    "Visits per clinician per day",
    "Time to first visit: within 48 h",
    "Overtime hours",
    "Visit completion",
    "No-show rate",
    "Fragmented idle",
    "Workload-strain index",
    "Workload-strain index: sessions without a break between",
    "Service-hour compliance",
    "Continuity of clinician",
    "Mileage cost: miles",
];

/// The tables, on the screen.
pub(super) fn print(arguments: &[String]) -> Result<()> {
    let seeds = number(arguments, "--count", SEEDS)?;
    let clinicians = number(arguments, "--clinicians", CLINICIANS)?;
    println!("{}", tables(seeds, clinicians, number(arguments, "--steps", STEPS)?)?);
    Ok(())
}

/// The tables of the documentation.
pub(super) fn table() -> Result<String> {
    tables(SEEDS, CLINICIANS, STEPS)
}

fn tables(seeds: u64, clinicians: u64, steps: u64) -> Result<String> {
    let (seeds, clinicians, steps) = (seeds.to_string(), clinicians.to_string(), steps.to_string());
    let mut native = native_program()?;
    // What the same program has lived through already is not lived through again.
    let log = log_of(&native)?;
    let asked = [
        "claims",
        "--count",
        &seeds,
        "--clinicians",
        &clinicians,
        "--steps",
        &steps,
        "--out",
        &log,
    ];
    let kinds = lines(native.args(asked))?;
    let mut text = Vec::new();
    for kind in &kinds {
        let name = kind["kind"].as_str().unwrap_or_default().replace('_', " ");
        text.push(format!(
            "{name}: {clinicians} clinicians, seeds 1 to {seeds}, {steps} steps for a published week and {} for a repair, {:.0} CPU s in all",
            kind["steps"].as_u64().unwrap_or_default() / 10,
            kind["cpu_s"].as_f64().unwrap_or_default(),
        ));
        text.push(measured(kind, "claims", "claim", |_| true));
        text.push("Beside these:".into());
        text.push(measured(kind, "measures", "name", |name| BESIDE.contains(&name)));
    }
    Ok(text.join("\n\n"))
}

/// The file of what this program has lived through.
fn log_of(program: &Command) -> Result<String> {
    let path = program.get_program().to_string_lossy().into_owned();
    let bytes = std::fs::read(&path).map_err(|error| format!("{path}: {error}"))?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let folder = at("target/claims");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let file = folder.join(format!("{:016x}.jsonl", hasher.finish()));
    Ok(file.to_string_lossy().into_owned())
}

fn measured(kind: &Value, list: &str, first: &str, wanted: impl Fn(&str) -> bool) -> String {
    let judged = list == "claims";
    let head = [
        if judged { "claim" } else { "indicator" },
        "n",
        "recall only",
        "human",
        "rule-based",
        "optimizer",
        "its worst tenth",
        "difference (95 %)",
        "worst tenth of it",
    ];
    let rest = if judged { &["verdict", "why"][..] } else { &[] };
    let mut table = Table::new(head.iter().chain(rest).copied());
    for row in kind[list].as_array().into_iter().flatten() {
        let name = row[first].as_str().unwrap_or_default();
        if !wanted(name) {
            continue;
        }
        let share = row["unit"] == "share";
        let shown = |value: &Value| {
            value
                .as_f64()
                .map_or_else(String::new, |value| amount(value, share, false))
        };
        let change = |value: &Value| {
            value
                .as_f64()
                .map_or_else(String::new, |value| amount(value, share, true))
        };
        let interval = &row["interval"];
        let between = match (interval[0].as_f64(), interval[1].as_f64()) {
            (Some(low), Some(high)) => format!(" ({} to {})", amount(low, share, true), amount(high, share, true)),
            _ => String::new(),
        };
        let mut cells = vec![
            row["id"]
                .as_str()
                .map_or_else(|| name.to_owned(), |id| format!("{name} ({id})")),
            row["n"].as_u64().map_or_else(String::new, |n| n.to_string()),
            shown(&row["recall"]),
            shown(&row["human"]),
            shown(&row["rules"]),
            shown(&row["optimizer"]),
            shown(&row["optimizer_worst"]),
            format!("{}{between}", change(&row["difference"])),
            change(&row["worst_tenth"]),
        ];
        if judged {
            cells.push(format!("**{}**", row["verdict"].as_str().unwrap_or_default()));
            cells.push(row["why"].as_str().unwrap_or_default().to_owned());
        }
        table.add(cells);
    }
    table.markdown()
}

/// Shares in percent, everything else as it is.
fn amount(value: f64, share: bool, signed: bool) -> String {
    let value = if share { 100.0 * value } else { value };
    let text = if share {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    };
    // Not "-0.0".
    let text = match text.trim_start_matches('-').trim_matches(['0', '.']) {
        "" => text.trim_start_matches('-').to_owned(),
        _ => text,
    };
    let is_nothing = text.trim_matches(['0', '.']).is_empty();
    if signed && value > 0.0 && !is_nothing {
        format!("+{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn amounts_are_short_and_signed_where_they_are_changes() {
        for (value, share, signed, text) in [
            (0.1234, true, false, "12.3"),
            (0.1234, true, true, "+12.3"),
            (-0.1234, true, true, "-12.3"),
            (-0.00001, true, true, "0.0"),
            (0.00001, true, true, "0.0"),
            (0.5, false, true, "+0.50"),
            (10.0, false, false, "10.00"),
        ] {
            assert_eq!(amount(value, share, signed), text);
        }
    }
}
