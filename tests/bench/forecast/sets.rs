//! Sets of series, and the windows at whose beginning they are forecast.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Forecasts, score};
use crate::referrals;

/// A set of series that belong together.
pub struct Set {
    pub name: String,
    /// Periods of the season.
    pub season: usize,
    /// Periods between the values that the scale of MASE compares.
    pub lag: usize,
    pub horizon: usize,
    /// Numbers of first steps that are averaged.
    pub reported: &'static [usize],
    /// The windows that are judged, oldest first.
    pub windows: Vec<Window>,
    /// Windows before them that are not judged: others need them to calibrate their intervals.
    pub unjudged: usize,
}

/// A moment, with what was known of every series and what came.
pub struct Window {
    pub series: Vec<Known>,
}

pub struct Known {
    pub key: String,
    pub history: Vec<f64>,
    pub came: Vec<f64>,
}

/// How series of a kind are cut into windows.
struct Kind {
    name: &'static str,
    season: usize,
    horizon: usize,
    windows: usize,
    /// Periods between two windows.
    step: usize,
    unjudged: usize,
    reported: &'static [usize],
}

/// The windows of the published comparison.
const KINDS: [Kind; 4] = [
    Kind {
        name: "weekly",
        season: 52,
        horizon: 26,
        windows: 13,
        step: 8,
        unjudged: 5,
        reported: &[4, 13, 26],
    },
    Kind {
        name: "daily",
        season: 7,
        horizon: 28,
        windows: 9,
        step: 28,
        unjudged: 1,
        reported: &[7, 28],
    },
    Kind {
        name: "monthly",
        season: 12,
        horizon: 12,
        windows: 2,
        step: 12,
        unjudged: 1,
        reported: &[3, 6, 12],
    },
    Kind {
        name: "nhs",
        season: 12,
        horizon: 6,
        windows: 2,
        step: 6,
        unjudged: 1,
        reported: &[3, 6],
    },
];

/// Attendances of a trust that is not in the comparison: in every month more than this.
const LEAST_ATTENDANCES: f64 = 500.0;

impl Set {
    /// A file of `unique_id,ds,y`, or of attendances by month, organization and type; the kind is that of its name.
    pub fn read(file: &str) -> Result<Self, String> {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        let stem = std::path::Path::new(file).file_stem().unwrap_or_default();
        let name = stem.to_string_lossy().into_owned();
        let kind = KINDS.iter().find(|kind| name.contains(kind.name));
        let head = text.lines().next().unwrap_or_default();
        let series = match head.starts_with("period,org_code,type,attendances") {
            true => attendances(&text),
            false => long(&text),
        };
        let series = series.map_err(|line| format!("{file}: line {line} cannot be read"))?;
        Self::cut(name, kind.unwrap_or(&KINDS[0]), &series)
    }

    /// Weekly referrals that are made up.
    pub fn invented(seed: u64) -> Self {
        let series = referrals::all(seed)
            .into_iter()
            .map(|made| (made.name, made.values))
            .collect();
        Self::cut("invented weekly referrals".into(), &KINDS[0], &series)
            .unwrap_or_else(|message| unreachable!("{message}"))
    }

    fn cut(name: String, kind: &Kind, series: &BTreeMap<String, Vec<f64>>) -> Result<Self, String> {
        let hidden = |window: usize| kind.horizon + (kind.windows - 1 - window) * kind.step;
        let shortest = series.values().map(Vec::len).min().unwrap_or(0);
        if shortest < hidden(0) + 2 * kind.season.min(12) {
            return Err(format!(
                "{name}: {shortest} periods are too few for {} windows",
                kind.windows
            ));
        }
        let window = |window: usize| Window {
            series: series
                .iter()
                .map(|(key, values)| {
                    let (history, rest) = values.split_at(values.len() - hidden(window));
                    Known {
                        key: key.clone(),
                        history: history.to_vec(),
                        came: rest[..kind.horizon].to_vec(),
                    }
                })
                .collect(),
        };
        Ok(Self {
            name,
            season: kind.season,
            lag: if shortest < hidden(0) + 2 * kind.season {
                1
            } else {
                kind.season
            },
            horizon: kind.horizon,
            reported: kind.reported,
            windows: (kind.unjudged..kind.windows).map(window).collect(),
            unjudged: kind.unjudged,
        })
    }

    /// What is to be forecast, without what came.
    pub fn problem(&self) -> Value {
        let series = |window: &Window| -> Vec<Value> {
            let each = window.series.iter();
            each.map(|one| json!({ "id": one.key, "values": one.history }))
                .collect()
        };
        json!({
            "season": self.season,
            "horizon": self.horizon,
            "windows": self.windows.iter().map(series).collect::<Vec<_>>(),
        })
    }

    /// Every forecast with what came, as rows.
    pub fn csv(&self, forecasts: &Forecasts) -> String {
        let mut text = String::from("unique_id,w,model,step,y,f,lo80,hi80,lo95,hi95\n");
        for method in &forecasts.methods {
            for (at, (said, window)) in method.windows.iter().zip(&self.windows).enumerate() {
                for (ahead, series) in said.iter().zip(&window.series) {
                    let window = at + self.unjudged;
                    text += &score::csv_row(&series.key, window, &method.name, &series.came, ahead);
                }
            }
        }
        text
    }
}

/// Rows `unique_id,ds,y`, `ds` whole numbers; the number of the line that is not such a row.
fn long(text: &str) -> Result<BTreeMap<String, Vec<f64>>, usize> {
    let mut rows: BTreeMap<String, Vec<(i64, f64)>> = BTreeMap::new();
    for (at, line) in text.lines().enumerate().skip(1).filter(|(_, line)| !line.is_empty()) {
        let mut cells = line.split(',');
        let mut row = || {
            let key = cells.next()?.trim_matches('"').to_owned();
            let time = cells.next()?.parse::<f64>().ok()? as i64;
            Some((key, time, cells.next()?.parse().ok()?))
        };
        let (key, time, value) = row().ok_or(at + 1)?;
        rows.entry(key).or_default().push((time, value));
    }
    Ok(in_order(rows))
}

fn in_order<T: Ord + Copy>(rows: BTreeMap<String, Vec<(T, f64)>>) -> BTreeMap<String, Vec<f64>> {
    rows.into_iter()
        .map(|(key, mut values)| {
            values.sort_by_key(|&(time, _)| time);
            (key, values.into_iter().map(|(_, value)| value).collect())
        })
        .collect()
}

/// Rows of attendances: those of type 1, of trusts that report every month.
fn attendances(text: &str) -> Result<BTreeMap<String, Vec<f64>>, usize> {
    let mut by_trust: BTreeMap<String, Vec<(&str, f64)>> = BTreeMap::new();
    let mut months = std::collections::BTreeSet::new();
    for (at, line) in text.lines().enumerate().skip(1).filter(|(_, line)| !line.is_empty()) {
        let cells: Vec<&str> = line.split(',').collect();
        let [period, trust, kind, attendances, ..] = cells[..] else {
            return Err(at + 1);
        };
        if kind == "1" {
            months.insert(period);
            let value = attendances.parse().map_err(|_| at + 1)?;
            by_trust.entry(trust.to_owned()).or_default().push((period, value));
        }
    }
    by_trust.retain(|_, rows| rows.len() == months.len() && rows.iter().all(|&(_, value)| value > LEAST_ATTENDANCES));
    Ok(in_order(by_trust))
}
