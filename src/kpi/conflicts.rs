//! What is wrong with a schedule ahead: conflicts, broken rules, what is not placed.

use std::collections::BTreeMap;

use super::outcome::{Computed, Outcome, needs_plan};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::check::{Rule, Violation, check, conflicts};
use crate::model::{Plan, Problem};
use crate::order::Arrange;

fn schedule<'v>(view: &View<'v>, what: &str) -> Result<(&'v Problem, &'v Plan), super::NotComputable> {
    view.planned.ok_or_else(|| needs_plan(what))
}

/// Keys of the sessions that break a rule, each once.
fn keys(problem: &Problem, violations: &[Violation]) -> Vec<String> {
    let mut sessions: Vec<u32> = violations
        .iter()
        .flat_map(|found| found.sessions.iter().copied())
        .collect();
    sessions.arrange();
    sessions.dedup();
    let key = |idx: u32| Some(problem.sessions.get(idx as usize)?.key.clone());
    sessions.into_iter().filter_map(key).collect()
}

/// The name of a rule as it is written in data.
fn rule_name(rule: Rule) -> String {
    serde_json::to_value(rule)
        .ok()
        .and_then(|value| value.as_str().map(|name| name.replace('_', " ")))
        .unwrap_or_default()
}

fn by_rule(mut outcome: Outcome, violations: &[Violation]) -> Outcome {
    let mut groups: BTreeMap<Rule, Vec<Violation>> = BTreeMap::new();
    for violation in violations {
        groups.entry(violation.rule).or_default().push(violation.clone());
    }
    for (rule, found) in groups {
        outcome = outcome.figure(&rule_name(rule), IndicatorUnit::Number, conflicts(&found) as f64);
    }
    outcome
}

/// K12.
pub(super) fn conflicts_per_week(view: &View) -> Computed {
    let (problem, plan) = schedule(view, "a conflict")?;
    let violations = check(problem, plan);
    let count = conflicts(&violations);
    let outcome = Outcome::ratio(count as f64, view.weeks(), count, "weeks")?;
    Ok(by_rule(outcome, &violations).over("sessions", keys(problem, &violations)))
}

/// P1.
pub(super) fn sessions_in_conflict(view: &View) -> Computed {
    let (problem, plan) = schedule(view, "a broken rule")?;
    let violations = check(problem, plan);
    let keys = keys(problem, &violations);
    let placed = plan.placements.iter().flatten().count();
    Ok(Outcome::ratio(keys.len() as f64, placed as f64, keys.len(), "placed sessions")?.over("sessions", keys))
}

/// Sessions that are asked for and not placed, and seats that are asked for and not given, with their minutes.
fn unplaced(problem: &Problem, plan: &Plan) -> Vec<(String, i32, bool)> {
    let own = problem
        .sessions
        .iter()
        .zip(&plan.placements)
        .filter(|(session, placement)| placement.is_none() && session.seats.is_none())
        .map(|(session, _)| (session.key.clone(), session.minutes, session.mandated));
    let seats = problem.seat_orders.iter().zip(&plan.seats).flat_map(|(order, given)| {
        let missing = (order.count - given.len() as i32).max(0);
        let offered = order
            .options
            .first()
            .and_then(|&idx| problem.sessions.get(idx as usize));
        let minutes = offered.map_or(0, |session| session.minutes);
        (0..missing).map(move |_| (order.order.clone(), minutes, order.mandated))
    });
    own.chain(seats).collect()
}

/// P2.
pub(super) fn not_placed(view: &View) -> Computed {
    let (problem, plan) = schedule(view, "what is not placed")?;
    let missing = unplaced(problem, plan);
    let minutes: i64 = missing.iter().map(|row| i64::from(row.1)).sum();
    Ok(Outcome::plain(missing.len() as f64, missing.len())
        .figure("hours", IndicatorUnit::Hours, minutes as f64 / 60.0)
        .over("sessions", missing.into_iter().map(|row| row.0)))
}

/// P3.
pub(super) fn mandated_not_placed(view: &View) -> Computed {
    let (problem, plan) = schedule(view, "what is not placed")?;
    let missing: Vec<_> = unplaced(problem, plan).into_iter().filter(|row| row.2).collect();
    let minutes: i64 = missing.iter().map(|row| i64::from(row.1)).sum();
    Ok(Outcome::plain(minutes as f64 / 60.0, missing.len())
        .figure("sessions and seats", IndicatorUnit::Number, missing.len() as f64)
        .over("sessions", missing.into_iter().map(|row| row.0)))
}
