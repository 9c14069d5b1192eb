//! Rules about a course of treatment: days between sessions, their order, the units authorized for them.

use std::collections::{BTreeMap, BTreeSet};

use super::view::View;
use super::{Found, Resource, Rule};
use crate::model::problem::Budget;
use crate::order::Arrange;

pub(super) fn check(view: &View, found: &mut Found) {
    spacings(view, found);
    precedences(view, found);
    budgets(view, found);
}

fn spacings(view: &View, found: &mut Found) {
    for spacing in &view.problem.spacings {
        let (Some(a), Some(b)) = (view.session(spacing.a), view.session(spacing.b)) else {
            continue;
        };
        let missing = i64::from(spacing.min_days) - (a.day - b.day).abs();
        if missing > 0 {
            let patient = a.session.patient.map(Resource::Patient);
            found.add(Rule::Spacing, vec![a.idx, b.idx], patient, missing);
        }
    }
}

fn precedences(view: &View, found: &mut Found) {
    for precedence in &view.problem.precedences {
        let (Some(first), Some(second)) = (view.session(precedence.first), view.session(precedence.second)) else {
            continue;
        };
        if second.start < first.end {
            let patient = second.session.patient.map(Resource::Patient);
            found.add(
                Rule::Order,
                vec![first.idx, second.idx],
                patient,
                first.end - second.start,
            );
        }
    }
}

/// Units that one session draws from a budget.
struct Drawn {
    start: i64,
    session: u32,
    day: i64,
    units: i64,
}

fn budgets(view: &View, found: &mut Found) {
    let mut drawn: BTreeMap<u32, Vec<Drawn>> = BTreeMap::new();
    let own = view.placed().map(|placed| (placed, &placed.session.draws));
    let seats = view
        .placed_seats()
        .map(|(seat, placed)| (placed, &view.problem.seat_orders[seat.order].draws));
    for (placed, draws) in own.chain(seats) {
        for draw in draws.iter().filter(|draw| draw.units > 0) {
            drawn.entry(draw.budget).or_default().push(Drawn {
                start: placed.start,
                session: placed.idx,
                day: placed.day,
                units: i64::from(draw.units),
            });
        }
    }
    for (idx, mut draws) in drawn {
        draws.arrange_by_key(|draw| (draw.start, draw.session));
        if let Some(budget) = view.problem.budgets.get(idx as usize) {
            draw_down(idx, budget, &draws, found);
        }
    }
}

/// Draws on days that are not allowed are reported as such and take nothing from the budget.
fn draw_down(idx: u32, budget: &Budget, draws: &[Drawn], found: &mut Found) {
    let resource = Some(Resource::Budget(idx));
    let mut left = i64::from(budget.units);
    let mut days = BTreeSet::new();
    for draw in draws {
        let is_allowed = draw.day < 32 && budget.days >> draw.day & 1 == 1;
        if !is_allowed {
            found.one(Rule::Authorization, draw.session, resource, draw.units);
            continue;
        }
        let units = match budget.per_day {
            true => i64::from(days.insert(draw.day)),
            false => draw.units,
        };
        let covered = units.min(left.max(0));
        left -= units;
        if covered < units {
            found.one(Rule::Authorization, draw.session, resource, units - covered);
        }
    }
}
