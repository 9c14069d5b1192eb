//! Demand forecasts beside those of others: rolling origins on weekly, daily or monthly series.
//!
//! Every window hides the end of all series; what is said about it is compared with what came. The measures and the
//! windows are those of the published comparisons: MASE by the mean change from season to season in the history, and
//! the share of values within the 80 % and the 95 % interval, averaged over the first steps.

mod score;
mod sets;

use rosterwell::forecast::{Outlooks, Run, Series};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::clock::cpu_seconds;
use crate::run::Options;
pub use sets::Set;

/// What a program says about every series of every window.
#[derive(Deserialize, Serialize)]
pub struct Forecasts {
    /// CPU seconds of all forecasts together.
    pub seconds: f64,
    /// By method.
    pub methods: Vec<Method>,
}

/// One method: by window and series.
#[derive(Deserialize, Serialize)]
pub struct Method {
    pub name: String,
    pub windows: Vec<Vec<Ahead>>,
}

/// One series from one moment on; a bound that is not given is not judged.
#[derive(Deserialize, Serialize, Default, Clone)]
#[serde(default)]
pub struct Ahead {
    pub point: Vec<f64>,
    pub low80: Vec<f64>,
    pub high80: Vec<f64>,
    pub low95: Vec<f64>,
    pub high95: Vec<f64>,
}

/// Forecasts a set and judges what is said, or judges what another program said (`--plan`), or writes what is to be
/// forecast (`--problem`). One line; `None` if there was nothing to judge.
pub fn bench(file: Option<&str>, options: &Options) -> Result<Option<Value>, String> {
    let set = match file {
        Some(file) => Set::read(file)?,
        None => Set::invented(options.seed),
    };
    if let Some(problem) = &options.problem {
        let text = serde_json::to_string(&set.problem()).map_err(|error| error.to_string())?;
        std::fs::write(problem, text).map_err(|error| format!("{problem}: {error}"))?;
        return Ok(None);
    }
    let forecasts = match &options.plan {
        Some(file) => {
            let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
            serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?
        }
        None => forecasts(&set)?,
    };
    let methods: Result<Vec<Value>, String> = forecasts
        .methods
        .iter()
        .map(|method| score::score(&set, method))
        .collect();
    let series: usize = set.windows.iter().map(|window| window.series.len()).sum();
    if let Some(out) = &options.out {
        std::fs::write(out, set.csv(&forecasts)).map_err(|error| format!("{out}: {error}"))?;
    }
    Ok(Some(json!({
        "instance": set.name,
        "season": set.season,
        "series": set.windows.first().map_or(0, |window| window.series.len()),
        "windows": set.windows.len(),
        "methods": methods?,
        "seconds": forecasts.seconds,
        "ms_per_series": 1e3 * forecasts.seconds / series as f64,
    })))
}

/// Our own forecasts: every method, and their mean with intervals, natively.
fn forecasts(set: &Set) -> Result<Forecasts, String> {
    let begin = cpu_seconds();
    let mut methods: Vec<Method> = ["SNaive", "ETS", "Theta", "MSTL", "Rosterwell"]
        .map(|name| Method {
            name: name.into(),
            windows: Vec::new(),
        })
        .into();
    for window in &set.windows {
        let series = window.series.iter().map(|one| Series {
            values: one.history.clone(),
            seasons: vec![set.season],
            calendar: Vec::new(),
        });
        let run = Run::new(series.collect(), set.horizon).map_err(|error| error.to_string())?;
        let outlooks = run.finish();
        let each = 0..window.series.len();
        for (at, method) in methods.iter_mut().enumerate() {
            method
                .windows
                .push(each.clone().map(|series| ahead(&outlooks, series, at)).collect());
        }
    }
    Ok(Forecasts {
        seconds: cpu_seconds() - begin,
        methods,
    })
}

fn ahead(outlooks: &Outlooks, series: usize, method: usize) -> Ahead {
    let points = &outlooks.each[series].points;
    let point = match method {
        0 => points.naive.clone(),
        1 => points.ets.clone().unwrap_or_else(|| points.mean.clone()),
        2 => points.theta.clone(),
        // Without two seasons there is nothing to take apart.
        3 => points.mstl.clone().unwrap_or_else(|| points.mean.clone()),
        _ => {
            let bound = |p: f64| {
                (1..=outlooks.horizon)
                    .map(|step| outlooks.quantile(series, step, p))
                    .collect()
            };
            return Ahead {
                point: points.mean.clone(),
                low80: bound(0.1),
                high80: bound(0.9),
                low95: bound(0.025),
                high95: bound(0.975),
            };
        }
    };
    Ahead {
        point,
        ..Ahead::default()
    }
}
