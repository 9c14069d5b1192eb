//! What each change does by itself, which inputs move the outcome most, and what it would be worth to know them.

use serde::Serialize;

use super::batch::Outcome;
use super::draw::Lives;
use super::inputs::moments;
use super::probes::{Probe, varying};
use super::run::Run;
use super::text::grouped;
use super::totals::Estimate;
use crate::order::Arrange;
use crate::stats;

/// Standard errors that a value of information has to lie above 0 to be named. Our choice.
const CLEAR: f64 = 2.0;

/// What drives the outcome. Money is net benefit over the horizon, cents.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(
    feature = "schema",
    schemars(rename = "ScenarioDrivers"),
    ts(rename = "ScenarioDrivers")
)]
pub struct Drivers {
    /// The changes taken apart; absent without changes or before all of these lives are lived.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub parts: Option<Parts>,
    /// Inputs that vary, the one that moves the outcome most first.
    pub inputs: Vec<Driver>,
    /// Share of the variance that chance alone gives an input which does nothing, on average over this many draws.
    pub chance_share: f64,
    /// Expected value of perfect information: what knowing every input before deciding is worth.
    pub perfect_information_cents: f64,
    /// The same in words.
    pub advice: String,
}

/// Changes by themselves and together, each in the middle of its range, under the same luck.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", schemars(rename = "ScenarioParts"), ts(rename = "ScenarioParts"))]
pub struct Parts {
    /// In the order of the changes.
    pub changes: Vec<Part>,
    /// All changes at once.
    pub together_cents: Estimate,
    /// What all bring at once beyond the sum of what each brings alone: below 0 where they do the same thing twice.
    pub interaction_cents: Estimate,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", schemars(rename = "ScenarioPart"), ts(rename = "ScenarioPart"))]
pub struct Part {
    /// Name of the lever.
    pub lever: String,
    /// Only this change is made.
    pub alone_cents: Estimate,
    /// What is lost if this change alone is left out of all.
    pub last_cents: Estimate,
}

/// One input.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(
    feature = "schema",
    schemars(rename = "ScenarioDriver"),
    ts(rename = "ScenarioDriver")
)]
pub struct Driver {
    /// Name of the lever, or of the unknown.
    pub name: String,
    /// Place of the change, from 0; absent for what no change decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub change: Option<u32>,
    /// Value at P10 of the input, its cautious end.
    pub low: f64,
    /// Value at P90.
    pub high: f64,
    /// Outcome with the input at P10 and all others in the middle of their ranges.
    pub at_low_cents: Estimate,
    /// The same at P90.
    pub at_high_cents: Estimate,
    /// Difference between both, run by run under the same luck.
    pub swing_cents: Estimate,
    /// Share of the variance of the outcome over the draws that goes with the input: square of the rank correlation.
    /// Inputs that move together share variance, so shares do not add up to 1.
    pub variance_share: f64,
    /// Its standard error.
    pub variance_share_error: f64,
    /// What knowing this input alone before deciding is worth.
    pub information_cents: f64,
    /// Its standard error, by leaving out one draw at a time.
    pub information_error_cents: f64,
}

/// What is known so far; `None` without probes, or before the first of them.
pub(super) fn drivers(run: &Run, order: &[&Outcome]) -> Option<Drivers> {
    if !run.probes.iter().any(|probe| run.probed(*probe).is_some()) {
        return None;
    }
    let nets: Vec<f64> = order.iter().map(|outcome| outcome.net).collect();
    let mut inputs: Vec<Driver> = varying(&run.changes, &run.inputs)
        .into_iter()
        .filter_map(|input| driver(run, order, &nets, input))
        .collect();
    inputs.arrange_by(|a, b| b.swing_cents.mean.abs().total_cmp(&a.swing_cents.mean.abs()));
    let perfect = perfect_information(&nets);
    Some(Drivers {
        parts: parts(run),
        advice: advice(&nets, perfect, &inputs, &run.setting.currency),
        inputs,
        chance_share: 1.0 / (nets.len().max(2) - 1) as f64,
        perfect_information_cents: perfect,
    })
}

fn nets(outcome: &Outcome) -> Vec<f64> {
    outcome.lives.iter().map(Lives::net).collect()
}

fn parts(run: &Run) -> Option<Parts> {
    let together = nets(run.probed(Probe::Together)?);
    let mut sum = vec![0.0; together.len()];
    let mut changes = Vec::new();
    for (at, change) in run.changes.iter().enumerate() {
        let alone = nets(run.probed(Probe::Alone(at))?);
        let without = nets(run.probed(Probe::Without(at))?);
        sum.iter_mut().zip(&alone).for_each(|(sum, net)| *sum += net);
        changes.push(Part {
            lever: change.lever.id().into(),
            alone_cents: Estimate::of(&alone),
            last_cents: difference(&together, &without),
        });
    }
    Some(Parts {
        changes,
        interaction_cents: difference(&together, &sum),
        together_cents: Estimate::of(&together),
    })
}

fn difference(a: &[f64], b: &[f64]) -> Estimate {
    Estimate::of(&a.iter().zip(b).map(|(a, b)| a - b).collect::<Vec<f64>>())
}

fn driver(run: &Run, order: &[&Outcome], outcomes: &[f64], input: usize) -> Option<Driver> {
    let (low, high) = (run.probed(Probe::Low(input))?, run.probed(Probe::High(input))?);
    let row = &run.inputs[input];
    let change = run.changes.get(input);
    let values: Vec<f64> = order.iter().map(|outcome| row.at(outcome.draw.ranks[input])).collect();
    let ranks: Vec<f64> = order.iter().map(|outcome| outcome.draw.ranks[input]).collect();
    let correlation = stats::rank_correlation(&ranks, outcomes).unwrap_or(0.0);
    let share = correlation * correlation;
    // A change that only comes sooner or later has no values to draw a line through.
    let known = if row.low == row.high { &ranks } else { &values };
    let (information, error) = information(known, outcomes);
    Some(Driver {
        name: change.map_or(row.name.clone(), |change| change.lever.id().into()),
        change: change.map(|_| input as u32),
        low: row.at(low.draw.ranks[input]),
        high: row.at(high.draw.ranks[input]),
        at_low_cents: Estimate::of(&nets(low)),
        at_high_cents: Estimate::of(&nets(high)),
        swing_cents: difference(&nets(high), &nets(low)),
        variance_share: share,
        // Of a square, by the error of what is squared: 2 r (1 - r^2) / sqrt(n - 1).
        variance_share_error: 2.0 * correlation.abs() * (1.0 - share) / libm::sqrt((outcomes.len().max(2) - 1) as f64),
        information_cents: information,
        information_error_cents: error,
    })
}

/// Expected value of perfect information between going ahead and leaving everything as it is: the mean of the better of
/// both in each draw, less the better of both on average.
///
/// # References
/// Raiffa and Schlaifer 1961, Applied Statistical Decision Theory, chapter 4.
fn perfect_information(nets: &[f64]) -> f64 {
    let better = nets.iter().map(|net| net.max(0.0)).sum::<f64>() / nets.len().max(1) as f64;
    (better - stats::mean(nets).unwrap_or(0.0).max(0.0)).max(0.0)
}

/// Expected value of knowing one input, and its standard error: perfect information about the outcome as far as a
/// straight line through the draws tells it.
///
/// # References
/// By regression: Strong, Oakley and Brennan 2014, doi:10.1177/0272989X13505910. Error: Efron and Stein 1981,
/// doi:10.1214/aos/1176345462.
fn information(values: &[f64], nets: &[f64]) -> (f64, f64) {
    let known = perfect_information(&on_a_line(values, nets));
    let left_out: Vec<f64> = (0..nets.len())
        .map(|out| {
            let but_one = |all: &[f64]| -> Vec<f64> {
                let kept = all.iter().enumerate().filter(|(at, _)| *at != out);
                kept.map(|(_, value)| *value).collect()
            };
            perfect_information(&on_a_line(&but_one(values), &but_one(nets)))
        })
        .collect();
    let (_, deviation) = moments(&left_out);
    (
        known,
        deviation * (nets.len().max(1) - 1) as f64 / libm::sqrt(nets.len().max(1) as f64),
    )
}

/// The outcomes as the least-squares line through the values has them.
fn on_a_line(values: &[f64], nets: &[f64]) -> Vec<f64> {
    let (middle, mean) = (stats::mean(values).unwrap_or(0.0), stats::mean(nets).unwrap_or(0.0));
    let spread: f64 = values.iter().map(|value| (value - middle) * (value - middle)).sum();
    let shared: f64 = values
        .iter()
        .zip(nets)
        .map(|(value, net)| (value - middle) * (net - mean))
        .sum();
    let slope = if spread > 0.0 { shared / spread } else { 0.0 };
    values.iter().map(|value| mean + slope * (value - middle)).collect()
}

/// What to find out before deciding.
fn advice(nets: &[f64], perfect: f64, inputs: &[Driver], currency: &str) -> String {
    let draws = nets.len();
    let money = |cents: f64| format!("{} {currency}", grouped(libm::round(cents / 100.0) as i64));
    if nets.iter().all(|net| *net > 0.0) {
        return format!("going ahead is better in all {draws} draws: no measurement would change that");
    }
    if nets.iter().all(|net| *net <= 0.0) {
        return format!("going ahead is not better in any of the {draws} draws: no measurement would change that");
    }
    let chance = 1.0 / (draws.max(2) - 1) as f64;
    let clear = |driver: &&Driver| {
        driver.information_cents > CLEAR * driver.information_error_cents
            && driver.variance_share > chance
            && driver.swing_cents.mean.abs() > CLEAR * driver.swing_cents.mc_error
    };
    let most = inputs
        .iter()
        .filter(clear)
        .fold(None, |most: Option<&Driver>, each| match most {
            Some(most) if most.information_cents >= each.information_cents => Some(most),
            _ => Some(each),
        });
    let all = format!(
        "knowing everything before deciding would be worth {} on average",
        money(perfect)
    );
    match most {
        Some(driver) => format!(
            "{all}; knowing {} alone, {} (standard error {}): measure it in the pilot first",
            driver.name.replace('_', " "),
            money(driver.information_cents),
            money(driver.information_error_cents)
        ),
        None => format!(
            "{all}; no single input stands out of chance in {draws} draws: run more draws before choosing what to measure"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn information_by_hand() {
        // Two of four draws lose 100: knowing that beforehand saves 50 on average.
        assert_eq!(perfect_information(&[-100.0, -100.0, 300.0, 300.0]), 50.0);
        // On average it loses: going ahead only where it gains is worth 25.
        assert_eq!(perfect_information(&[-300.0, 100.0, -100.0, 0.0]), 25.0);
        assert_eq!(perfect_information(&[1.0, 2.0]), 0.0);
        assert_eq!(perfect_information(&[-1.0, -2.0]), 0.0);
        assert_eq!(perfect_information(&[]), 0.0);
    }

    #[test]
    fn an_input_that_decides_is_worth_as_much_as_everything() {
        let values: Vec<f64> = (0..21).map(f64::from).collect();
        let nets: Vec<f64> = values.iter().map(|value| 100.0 * (value - 8.0)).collect();
        let (known, error) = information(&values, &nets);
        assert!((known - perfect_information(&nets)).abs() < 1e-9);
        assert!(known > CLEAR * error, "{known} {error}");
        // One that has nothing to do with the outcome is worth nothing.
        let other: Vec<f64> = values.iter().map(|value| f64::from(*value as i32 % 2)).collect();
        assert_eq!(information(&other, &nets).0, 0.0);
        assert_eq!(information(&[3.0; 21], &nets), (0.0, 0.0));
    }
}
