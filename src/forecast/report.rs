//! A forecast as it is shown: numbers by week, and how much to believe them, in words.

use serde::Serialize;

use super::run::{Outlook, Outlooks};
use super::{Backtest, Shift};

/// Low, middle and high values by period, of one thing.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Fan {
    /// In 95 of 100 cases more than this comes, and at most that: lower end.
    pub low95: Vec<f64>,
    /// One case in ten lies below.
    pub p10: Vec<f64>,
    /// As many cases lie below as above.
    pub p50: Vec<f64>,
    /// One case in ten lies above.
    pub p90: Vec<f64>,
    /// Upper end of the 95 % interval.
    pub high95: Vec<f64>,
}

/// Probabilities of the lines of a [`Fan`], in their order.
const FAN: [f64; 5] = [0.025, 0.1, 0.5, 0.9, 0.975];

impl Fan {
    /// From the value at every probability and period.
    pub(super) fn of(periods: usize, mut value: impl FnMut(f64, usize) -> f64) -> Self {
        let [low95, p10, p50, p90, high95] = FAN.map(|p| (0..periods).map(|at| value(p, at)).collect());
        Self {
            low95,
            p10,
            p50,
            p90,
            high95,
        }
    }

    /// From paths, by path and period.
    pub(super) fn of_paths(paths: &[Vec<f64>], first: usize, periods: usize) -> Self {
        let mut values = Vec::new();
        Self::of(periods, |p, at| {
            values.clear();
            values.extend(paths.iter().map(|path| path[first + at]));
            crate::stats::quantile(&values, p).unwrap_or(0.0)
        })
    }
}

/// What one method says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MethodLine {
    /// `seasonal_naive`, `exponential_smoothing`, `theta` or `decomposition`.
    pub method: String,
    /// By period.
    pub point: Vec<f64>,
}

/// A change of level that was evened out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ShiftLine {
    /// First period of the history on the new level, from 0.
    pub at: u32,
    /// Mean just before.
    pub before: f64,
    /// Mean from then on.
    pub after: f64,
}

/// How the same forecast would have done at earlier moments.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BacktestLine {
    /// Earlier moments.
    pub looks: u32,
    /// Values compared with what came.
    pub compared: u32,
    /// Mean absolute error.
    pub error: Option<f64>,
    /// The same of repeating the last season.
    pub naive_error: Option<f64>,
    /// Mean absolute scaled error.
    pub mase: Option<f64>,
    /// Sum of absolute errors over the sum of what came.
    pub wape: Option<f64>,
    /// Share by which the error is below that of repeating; negative if above.
    pub gain: Option<f64>,
    /// Values that had an interval from still earlier errors.
    pub intervals: u32,
    /// Of these: within the 80 % interval.
    pub inside: u32,
    /// All of this in a sentence.
    pub words: String,
}

/// Everything about the forecast of one series.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Ahead {
    /// The forecast: the mean of the methods, by period.
    pub point: Vec<f64>,
    /// Its intervals.
    pub fan: Fan,
    /// What each method says; the baseline first.
    pub methods: Vec<MethodLine>,
    /// Changes of level that were evened out.
    pub shifts: Vec<ShiftLine>,
    /// How the same forecast would have done before.
    pub backtest: BacktestLine,
    /// First period, from 0, whose interval had to be widened because too little is known; none if absent.
    pub widened_from: Option<u32>,
    /// What it rests on, in a sentence.
    pub basis: String,
}

impl Outlooks {
    /// Everything about one series, leaving out the first periods; `unit` is what a period is called.
    pub fn ahead(&self, series: usize, first: usize, unit: &str) -> Ahead {
        let outlook = &self.each[series];
        let points = &outlook.points;
        let rest = |line: &[f64]| line[first.min(line.len())..].to_vec();
        let lines = [
            ("seasonal_naive", Some(&points.naive)),
            ("exponential_smoothing", points.ets.as_ref()),
            ("theta", Some(&points.theta)),
            ("decomposition", points.mstl.as_ref()),
        ];
        let methods = lines.into_iter().filter_map(|(method, line)| {
            Some(MethodLine {
                method: method.into(),
                point: rest(line?),
            })
        });
        let periods = self.horizon.saturating_sub(first);
        let widened = (0..periods).find(|&at| self.width(series, first + at + 1, 0.8).widened);
        Ahead {
            point: rest(&points.mean),
            fan: Fan::of(periods, |p, at| self.quantile(series, first + at + 1, p)),
            methods: methods.collect(),
            shifts: outlook.shifts.iter().map(ShiftLine::of).collect(),
            backtest: BacktestLine::of(&outlook.backtest, outlook, unit),
            widened_from: widened.map(|at| at as u32),
            basis: basis(outlook, unit),
        }
    }
}

impl ShiftLine {
    fn of(shift: &Shift) -> Self {
        Self {
            at: shift.at as u32,
            before: shift.before,
            after: shift.after,
        }
    }
}

impl BacktestLine {
    fn of(found: &Backtest, outlook: &Outlook, unit: &str) -> Self {
        Self {
            looks: found.looks as u32,
            compared: found.compared as u32,
            error: found.error,
            naive_error: found.naive_error,
            mase: found.mase,
            wape: found.wape,
            gain: found.gain(),
            intervals: found.intervals as u32,
            inside: found.inside as u32,
            words: words(found, outlook, unit),
        }
    }
}

fn words(found: &Backtest, outlook: &Outlook, unit: &str) -> String {
    let (Some(error), true) = (found.error, found.looks > 0) else {
        return format!(
            "the history is too short to try the forecast on its own past ({} {unit}s)",
            outlook.history
        );
    };
    let again = match outlook.season {
        season if season > 1 && outlook.history >= season => format!("repeating the same {unit} of the last season"),
        _ => format!("repeating the last {unit}"),
    };
    let beside = match found.gain() {
        Some(gain) if gain >= 0.005 => format!("{:.0} % better than {again}", gain * 100.0),
        Some(gain) if gain <= -0.005 => format!("{:.0} % worse than {again}", -gain * 100.0),
        Some(_) => format!("no better than {again}"),
        None => format!("{again} made no error"),
    };
    let share = found.inside * 100 / found.intervals.max(1);
    let band = match found.intervals {
        0 => "whether the band holds what it promises could not be tried".into(),
        count => format!("the 80 % band held {} of {count} values ({share} %)", found.inside),
    };
    let moments = if found.looks == 1 { "moment" } else { "moments" };
    format!(
        "at {} earlier {moments} it missed by {error:.1} on average, {beside}; {band}",
        found.looks
    )
}

fn basis(outlook: &Outlook, unit: &str) -> String {
    let (history, season) = (outlook.history, outlook.season);
    let shifts = match outlook.shifts.len() {
        0 => String::new(),
        1 => "; one change of level was evened out".into(),
        count => format!("; {count} changes of level were evened out"),
    };
    let methods = if outlook.points.mstl.is_some() {
        "mean of exponential smoothing, Theta and seasonal decomposition"
    } else {
        "mean of exponential smoothing and Theta"
    };
    let short = match season > 1 && history < 2 * season {
        true => format!(", fewer than two seasons of {season}: no season is assumed"),
        false => String::new(),
    };
    format!("{methods} on {history} {unit}s{short}{shifts}")
}
