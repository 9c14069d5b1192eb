//! Who comes, on clinics whose truth is known: what the model reaches of what can be reached.

use std::io::Write;

use rosterwell::api::{self, Desk};
use rosterwell::attendance::Attendance;
use rosterwell::model::outcome::Class;
use rosterwell::stats;
use serde_json::{Value, json};

use crate::attended::{Attended, Causes, clinic};
use crate::clock::cpu_seconds;
use crate::run::Options;

/// Studies clinics of every kind of causes: one line of JSON each. `--out FILE` writes what was learned from, for another
/// program: causes, 1 if held out, outcome, true chance, and the band of every factor.
pub fn attendance(options: &Options) -> Result<Vec<Value>, String> {
    let mut out = match &options.out {
        None => None,
        Some(file) => Some(std::fs::File::create(file).map_err(|error| format!("{file}: {error}"))?),
    };
    let mut lines = Vec::new();
    for causes in Causes::ALL {
        let (clinic, truth) = clinic(Attended {
            causes,
            patients: 800,
            weeks: 52,
            weekly: 0.75,
            seed: options.seed,
        });
        let table = Attendance::table(&clinic, 104);
        let mut desk = Desk::default();
        desk.open(clinic.clone());
        let before = cpu_seconds();
        let reply = api::run(&mut desk, "attendance", r#"{"explain": ["*"]}"#).map_err(|error| error.to_string())?;
        let seconds = cpu_seconds() - before;
        let reply: Value = serde_json::from_str(&reply).map_err(|error| error.to_string())?;
        let report = &reply["outcomes"][2];
        let found = &report["evaluation"];
        let asked: Vec<_> = table
            .iter()
            .filter(|row| matches!(row.2, Class::Completed | Class::NoShow))
            .collect();
        let held_out = asked.len() - found["n"].as_u64().ok_or("nothing was held out")? as usize;
        let known = |row: &&(&str, _, Class, Vec<u16>)| (truth[&(row.0.to_owned(), row.1)], row.2 == Class::NoShow);
        let generating: Vec<(f64, bool)> = asked[held_out..].iter().map(known).collect();
        if let Some(out) = &mut out {
            for (at, row) in asked.iter().enumerate() {
                let (p, happened) = known(row);
                let bands: Vec<String> = row.3.iter().map(u16::to_string).collect();
                let (test, happened) = (u8::from(at >= held_out), u8::from(happened));
                writeln!(out, "{},{test},{happened},{p},{}", causes.name(), bands.join(","))
                    .map_err(|error| error.to_string())?;
            }
        }
        let truth_auc = stats::auc(&generating);
        let truth_error = stats::calibration(&generating).map(|found| found.expected_error);
        lines.push(json!({
            "instance": causes.name(),
            "visits": table.len(),
            "held_out": found["n"],
            "source": report["source"],
            "auc": found["model"]["auc"],
            "auc_truth": truth_auc,
            "auc_baseline": found["baseline"]["auc"],
            "calibration_error": found["model"]["calibration_error"],
            "calibration_error_truth": truth_error,
            "brier": found["model"]["brier"],
            "brier_truth": stats::brier(&generating),
            "log_loss": found["model"]["log_loss"],
            "contributions_error": contributions_error(&reply),
            "cpu_seconds": seconds,
        }));
    }
    Ok(lines)
}

/// The largest distance of a score from the sum of its contributions.
fn contributions_error(reply: &Value) -> f64 {
    let sessions = reply["sessions"].as_array().into_iter().flatten();
    let seats = sessions.flat_map(|session| session["patients"].as_array().into_iter().flatten());
    let scores = seats.flat_map(|seat| seat["scores"].as_array().into_iter().flatten());
    scores
        .map(|score| {
            let parts = score["contributions"].as_array().into_iter().flatten();
            let sum: f64 = parts.filter_map(|part| part["log_odds"].as_f64()).sum();
            let p = score["probability"].as_f64().unwrap_or(f64::NAN);
            let base = score["base_log_odds"].as_f64().unwrap_or(f64::NAN);
            (base + sum - (p / (1.0 - p)).ln()).abs()
        })
        .fold(0.0, f64::max)
}
