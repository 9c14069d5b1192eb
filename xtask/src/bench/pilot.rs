//! How often pilots without an effect call it one.

use serde_json::Value;

use super::attendance::lines;
use super::document::{Table, grouped};
use super::number;
use super::solve::native_program;
use crate::Result;

/// Pilots of each kind for the table: the standard error of 5 in 100 is then a third of a point.
const PILOTS: u64 = 4_000;
/// Columns in their order.
const WAYS: [&str; 9] = [
    "planned",
    "anytime",
    "Welch",
    "CUPED",
    "difference in differences",
    "wild bootstrap",
    "permutation",
    "single visits (score)",
    "single events (exact)",
];

/// One JSON line per kind of pilot.
pub(super) fn print(arguments: &[String]) -> Result<()> {
    for line in measure(number(arguments, "--count", PILOTS)?, number(arguments, "--seed", 1)?)? {
        println!("{line}");
    }
    Ok(())
}

fn measure(pilots: u64, seed: u64) -> Result<Vec<Value>> {
    let mut native = native_program()?;
    lines(native.args(["pilot", "--count", &pilots.to_string(), "--seed", &seed.to_string()]))
}

/// The table of the documentation.
pub(super) fn table() -> Result<String> {
    let head = ["pilots without an effect", "drawn"].into_iter().chain(WAYS);
    let mut table = Table::new(head.map(|name| if name == "anytime" { "at any time" } else { name }));
    for line in measure(PILOTS, 1)? {
        let all = line["pilots"].as_f64().unwrap_or(1.0);
        let mut row = vec![line["instance"].as_str().unwrap_or_default().to_owned(), grouped(all)];
        for way in WAYS {
            let share = line["alarms"][way].as_f64().map(|alarms| alarms / all);
            row.push(match share {
                None => String::new(),
                Some(share) if way == "planned" => {
                    let (low, high) = wilson(share, all);
                    format!("{:.1} ({:.1}-{:.1})", 100.0 * share, 100.0 * low, 100.0 * high)
                }
                Some(share) => format!("{:.1}", 100.0 * share),
            });
        }
        table.add(row);
    }
    Ok(table.markdown())
}

/// The Wilson 95 % interval of a share.
fn wilson(p: f64, n: f64) -> (f64, f64) {
    let z = 1.959_964;
    let middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt() / (1.0 + z * z / n);
    (middle - half, middle + half)
}
