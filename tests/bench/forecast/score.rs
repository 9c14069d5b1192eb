//! What a method's forecasts are worth.

use serde_json::{Value, json};

use super::{Ahead, Method, Set};
use rosterwell::stats::{mase, mean};

/// Mean MASE over series and windows, and the shares within the intervals, for the first steps of each reported
/// length.
pub fn score(set: &Set, method: &Method) -> Result<Value, String> {
    let complete = method.windows.len() == set.windows.len()
        && method.windows.iter().zip(&set.windows).all(|(said, window)| {
            said.len() == window.series.len() && said.iter().all(|ahead| ahead.point.len() == set.horizon)
        });
    if !complete {
        return Err(format!("{} does not forecast every series to the end", method.name));
    }
    let reported: Vec<Value> = set.reported.iter().map(|&steps| upto(set, method, steps)).collect();
    Ok(json!({ "name": method.name, "upto": reported }))
}

fn upto(set: &Set, method: &Method, steps: usize) -> Value {
    let mut errors = Vec::new();
    let (mut within80, mut within95) = (Vec::new(), Vec::new());
    for (said, window) in method.windows.iter().zip(&set.windows) {
        for (ahead, series) in said.iter().zip(&window.series) {
            let came = &series.came[..steps];
            errors.extend(mase(&series.history, set.lag, came, &ahead.point[..steps]));
            within80.extend(inside(came, &ahead.low80, &ahead.high80));
            within95.extend(inside(came, &ahead.low95, &ahead.high95));
        }
    }
    json!({ "steps": steps, "mase": mean(&errors), "cover80": mean(&within80), "cover95": mean(&within95) })
}

/// 1 for every value within its interval, 0 for the others; nothing without an interval.
fn inside(came: &[f64], low: &[f64], high: &[f64]) -> Vec<f64> {
    let bounds = low.iter().zip(high);
    came.iter()
        .zip(bounds)
        .map(|(value, (low, high))| f64::from(u8::from((low..=high).contains(&value))))
        .collect()
}

/// The forecasts as rows for other programs: series, window, method, step, what came, forecast and bounds.
pub fn csv_row(key: &str, window: usize, name: &str, came: &[f64], ahead: &Ahead) -> String {
    let cell = |bounds: &[f64], at: usize| bounds.get(at).map_or_else(String::new, f64::to_string);
    let row = |at: usize| {
        let bounds = [&ahead.low80, &ahead.high80, &ahead.low95, &ahead.high95].map(|bounds| cell(bounds, at));
        let (step, came, point) = (at + 1, came[at], ahead.point[at]);
        format!("{key},{window},{name},{step},{came},{point},{}\n", bounds.join(","))
    };
    (0..came.len()).map(row).collect()
}
