//! Seats of groups that are free again.

use super::policy::Situation;
use crate::model::{self, Plan};
use crate::order::Arrange;

/// The plan with a free seat of this session given to the first who wants one, whom it suits and who can come, the
/// dearest to leave out first; nobody else is moved.
pub(super) fn reseated(situation: &Situation, plan: &Plan, session: u32) -> Option<Plan> {
    let problem = situation.problem;
    let row = &problem.sessions[session as usize];
    let taken = plan.seats.iter().filter(|seats| seats.contains(&session)).count();
    let begun = plan.placements[session as usize]
        .as_ref()
        .is_none_or(|place| place.start < situation.now);
    if begun || row.seats.as_ref().is_none_or(|seats| taken as i32 >= seats.max) {
        return None;
    }
    let mut waiting: Vec<u32> = (0_u32..)
        .zip(problem.seat_orders.iter().zip(&plan.seats))
        .filter(|(_, (order, seats))| (seats.len() as i32) < order.count && order.options.contains(&session))
        .filter(|(_, (_, seats))| !seats.contains(&session))
        .map(|(order, _)| order)
        .collect();
    if waiting.is_empty() {
        return None;
    }
    waiting.arrange_by_key(|&order| (-problem.seat_orders[order as usize].empty_cents, order));
    let faults = model::check(problem, plan);
    waiting.into_iter().find_map(|order| {
        let mut trial = plan.clone();
        trial.seats[order as usize].push(session);
        trial.seats[order as usize].arrange();
        let worse = model::check(problem, &trial)
            .iter()
            .any(|fault| !faults.contains(fault));
        (!worse && situation.answers.can_sit(problem, order, session)).then_some(trial)
    })
}
