//! A rule-based scheduler: whatever has no place gets the nearest free slot, the most important first. It never moves
//! anybody to make room for somebody else, and never looks ahead; within that it makes no mistakes.

use super::fit::{Search, fallen, keep_seats};
use super::policy::{News, Policy, Situation, without_impossible};
use super::seats::reseated;
use crate::model::check::Violation;
use crate::model::problem::{Placement, Problem};
use crate::model::{self, Plan};
use crate::order::Arrange;

/// Of those who wait, so many are looked at when something becomes free; our choice.
const LOOKS: usize = 12;

/// Nearest free slot by priority: faults of the standing schedule are taken out, the least important session of each
/// first, and put back where nothing is broken; later on the same for everything that falls out or is asked for.
///
/// Most important is what costs most to leave out (`unplaced_cents`: priority, acuity and minutes, as the clinic
/// weighs them), then what comes first in the problem. Nearest is in minutes to the time it had, or the earliest for
/// what had none; of clinicians at the same time the one whom the patient knows best.
#[derive(Debug, Clone, Copy, Default)]
pub struct ByRules;

impl Policy for ByRules {
    fn name(&self) -> &'static str {
        "rule-based"
    }

    fn publish(&mut self, problem: &Problem, standing: &Plan) -> Plan {
        let mut plan = standing.clone();
        let mut out: Vec<u32> = Vec::new();
        while let Some(session) = model::check(problem, &plan)
            .iter()
            .find_map(|fault| least_important(problem, &plan, fault))
        {
            take_out(&mut plan, session);
            out.push(session);
        }
        let wanted = (0_u32..)
            .zip(&problem.sessions)
            .filter(|(_, row)| row.unplaced_cents > 0 && row.seats.is_none() && !row.windows.is_empty());
        out.extend(wanted.map(|(session, _)| session));
        let out = by_importance(problem, out);
        for &session in &out {
            if plan.placements[session as usize].is_none() {
                put(
                    problem,
                    &mut plan,
                    session,
                    standing.placements[session as usize].as_ref(),
                    0,
                );
            }
        }
        // A group that fits nowhere better stays as it stood: its fault is one seat or one room, not the group.
        for &session in &out {
            let group = problem.sessions[session as usize].seats.is_some();
            if group && plan.placements[session as usize].is_none() {
                plan.placements[session as usize].clone_from(&standing.placements[session as usize]);
            }
            if group {
                keep_seats(problem, standing, &mut plan, session);
            }
        }
        plan
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        let problem = situation.problem;
        let mut plan = without_impossible(situation);
        match situation.news {
            News::Absences => {
                let out = fallen(situation.plan, &plan).into_iter().map(|(_, session)| session);
                for session in by_importance(problem, out.collect()) {
                    let was = situation.plan.placements[session as usize].as_ref();
                    if put(problem, &mut plan, session, was, situation.now) {
                        keep_seats(problem, situation.plan, &mut plan, session);
                    }
                }
            }
            News::Freed { .. } => {
                for session in by_importance(problem, situation.waiting.to_vec())
                    .into_iter()
                    .take(LOOKS)
                {
                    put(problem, &mut plan, session, None, situation.now);
                }
            }
            News::SeatFreed { session } => {
                plan = reseated(situation, &plan, session).unwrap_or(plan);
            }
            News::Emergency { session } | News::Referral { session } => {
                put(problem, &mut plan, session, None, situation.now);
            }
        }
        plan
    }
}

/// The session of a broken rule that matters least and may go; groups go last.
fn least_important(problem: &Problem, plan: &Plan, fault: &Violation) -> Option<u32> {
    let may_go = |session: &u32| {
        let row = problem.sessions.get(*session as usize);
        row.is_some_and(|row| !row.locked) && plan.placements[*session as usize].is_some()
    };
    let importance = |session: &u32| {
        let row = &problem.sessions[*session as usize];
        (row.seats.is_some(), row.unplaced_cents, std::cmp::Reverse(*session))
    };
    fault.sessions.iter().copied().filter(may_go).min_by_key(importance)
}

fn take_out(plan: &mut Plan, session: u32) {
    plan.placements[session as usize] = None;
    for seats in &mut plan.seats {
        seats.retain(|&seat| seat != session);
    }
}

fn by_importance(problem: &Problem, mut sessions: Vec<u32>) -> Vec<u32> {
    sessions.arrange_by_key(|&session| (-problem.sessions[session as usize].unplaced_cents, session));
    sessions.dedup();
    sessions
}

/// Puts a session into the nearest free slot from a minute on; true if there is one.
fn put(problem: &Problem, plan: &mut Plan, session: u32, was: Option<&Placement>, now: i32) -> bool {
    let found = Search::new(problem, plan, session).nearest(was, now);
    let is_found = found.is_some();
    if let Some(found) = found {
        *plan = found;
    }
    is_found
}
