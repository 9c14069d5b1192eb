//! Everything uncertain of a scenario as one list of inputs, and the draws made of it.

use super::change::Change;
use super::draw::{Draw, Setting};
use super::inputs::{Input, ranks};
use super::lever::Lever;
use super::replan::demand_levels;

/// Everything uncertain: one input per change, then demand, no-shows and the time to hire.
pub(super) fn inputs(changes: &[Change], setting: &Setting) -> Vec<Input> {
    // Half the width of a triangle with this standard deviation.
    let half = |deviation: f64| libm::sqrt(6.0) * deviation;
    let own = |name: &str, low: f64, likely: f64, high: f64| Input {
        name: name.into(),
        low,
        likely,
        high,
        shared: false,
    };
    let mut inputs: Vec<Input> = changes
        .iter()
        .map(|change| {
            let [low, likely, high] = change.points();
            Input {
                name: format!("change {}", change.lever.key()),
                low,
                likely,
                high,
                shared: true,
            }
        })
        .collect();
    let demand = half(setting.history.level_error).min(0.5);
    inputs.push(own("demand level", 1.0 - demand, 1.0, 1.0 + demand));
    let no_show = half(setting.history.no_show_error).min(0.9);
    inputs.push(own("no-show level", 1.0 + no_show, 1.0, 1.0 - no_show));
    let days = |id| setting.assumptions.value(id);
    let likely = days("hire_lead_days");
    let (long, short) = (
        days("hire_lead_days_long").max(likely),
        days("hire_lead_days_short").min(likely),
    );
    inputs.push(own("days to hire", long, likely, short));
    inputs
}

/// The joint draws, and last the one in which everything is at its cautious end.
pub(super) fn draws(changes: &[Change], inputs: &[Input], setting: &Setting, count: usize) -> Vec<Draw> {
    let correlation = setting.assumptions.value("rank_correlation");
    let mut rows = ranks(inputs, count, correlation, setting.seed);
    rows.push(vec![0.0; inputs.len()]);
    rows.iter().map(|ranks| draw(changes, inputs, ranks)).collect()
}

/// Draws with these values of the changes, and everything else in the middle of its range.
pub(super) fn at_values(changes: &[Change], inputs: &[Input], values: &[Vec<f64>]) -> Vec<Draw> {
    let middle = vec![0.5; inputs.len()];
    let set = |values: &Vec<f64>| {
        let pairs = changes.iter().zip(values);
        let fixed: Vec<Change> = pairs
            .map(|(change, &value)| Change {
                value,
                low: None,
                high: None,
                ramp_low: None,
                ramp_high: None,
                ..change.clone()
            })
            .collect();
        draw(&fixed, inputs, &middle)
    };
    values.iter().map(set).collect()
}

/// The draw in which the inputs have these ranks.
pub(super) fn draw(changes: &[Change], inputs: &[Input], ranks: &[f64]) -> Draw {
    let (own, background) = ranks.split_at(changes.len());
    let known = changes.len();
    let value = |idx: usize| inputs[known + idx].at(background[idx]);
    let changes: Vec<Change> = changes.iter().zip(own).map(|(change, &rank)| change.at(rank)).collect();
    // How much longer it takes in the month in which the search begins.
    let to_fill = |month: i32| -> f64 {
        let claims = changes.iter().filter(|change| change.lever == Lever::TimeToFill);
        claims
            .map(|change| 1.0 + change.value * change.effect(month, 0.0))
            .product()
    };
    let lead = |change: &Change| match change.lever {
        Lever::Hire { lead_days, .. } => lead_days.map_or(value(2), f64::from) * to_fill(change.start_month),
        _ => 0.0,
    };
    Draw {
        lead_days: changes.iter().map(lead).collect(),
        changes,
        demand_level: value(0),
        no_show_level: value(1),
        ranks: ranks.into(),
    }
}

/// Levels of demand that the weeks of the horizon can reach.
pub(super) fn levels(changes: &[Change], setting: &Setting, count: usize) -> Vec<f64> {
    let (least, most) = setting.history.demand_range();
    let spread = (libm::sqrt(6.0) * setting.history.level_error).min(0.5);
    let (mut falls, mut grows) = (1.0, 1.0);
    for change in changes.iter().filter(|change| change.lever == Lever::Demand) {
        let points = change.points();
        falls *= 1.0 + points.into_iter().fold(0.0, f64::min);
        grows *= 1.0 + points.into_iter().fold(0.0, f64::max);
    }
    demand_levels(least * (1.0 - spread) * falls, most * (1.0 + spread) * grows, count)
}
