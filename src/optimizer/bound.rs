//! A lower bound on the cost of any plan, so that one can say how much better a plan could be at most.
//!
//! The relaxation: every session is alone in the clinic, except that clinicians have only so many minutes.
//! 1. A session that fits nowhere in an empty plan is unplaced in every plan.
//! 2. Any other costs at least its cheapest clinician and choice, or what leaving it out costs.
//! 3. For a set of clinicians, the sessions that only they can give must share their minutes; what exceeds them is
//!    left out, at best the cheapest per minute, in fractions (Dantzig's bound of the knapsack problem, Operations
//!    Research 5, 1957). Sets are those of the sessions themselves and all clinicians; the dearest set counts.
//! 4. A patient's weekly minimum falls short by what even all orders together do not reach.
//!
//! Travel, idle time, rooms and everything else add nothing to the bound.

use crate::model::problem::{Eligible, Session};
use crate::model::{CostTerm, Problem};
use crate::rng::Rng;

use super::index::eligible_cents;
use super::insert::{Only, Search};
use super::layout::Layout;
use super::state::State;

/// No plan of the problem costs less than this, cents.
pub fn lower_bound(problem: &Problem) -> i64 {
    let mut state = State::new(Layout::new(problem));
    let mut rng = Rng::stream(0, "bound", 0);
    let mut floors = Vec::with_capacity(problem.sessions.len());
    for (idx, session) in problem.sessions.iter().enumerate() {
        let mut search = Search::every(&mut rng, Only::Any);
        // For sessions of several clinicians the search looks at some starts only, so it cannot rule a place out.
        let unsure = session.locked || session.parts.len() > 1;
        let fits = unsure || state.best_place(idx, &mut search).is_some();
        floors.push(if fits {
            cheapest_place(session).min(session.unplaced_cents)
        } else {
            session.unplaced_cents
        });
    }
    let alone: i64 = floors.iter().sum();
    alone + dearest_shortage(problem, &floors) + minimum_shortage(problem)
}

fn cheapest_place(session: &Session) -> i64 {
    let clinicians: i64 = session
        .parts
        .iter()
        .map(|part| part.eligible.iter().map(eligible_cents).min().unwrap_or(0))
        .sum();
    clinicians
        + session
            .choices
            .iter()
            .map(|choice| choice.second_choice)
            .min()
            .unwrap_or(0)
}

/// The largest shortage of any set of clinicians, beyond what the sessions cost alone.
fn dearest_shortage(problem: &Problem, floors: &[i64]) -> i64 {
    let num_words = problem.clinicians.len().div_ceil(64);
    let mut minutes = vec![0_i64; problem.clinicians.len()];
    for duty in &problem.duties {
        let open: i64 = duty.windows.iter().map(|window| i64::from(window.1 - window.0)).sum();
        minutes[duty.clinician as usize] += open;
    }
    // Per part: who may do it, the minutes it takes, and what leaving the session out adds.
    let parts: Vec<(Vec<u64>, i64, i64)> = problem
        .sessions
        .iter()
        .zip(floors)
        .filter(|(session, _)| session.parts.len() == 1 && !session.locked)
        .map(|(session, floor)| {
            let part = &session.parts[0];
            let length = i64::from(part.before + part.minutes + part.after);
            (bits(&part.eligible, num_words), length, session.unplaced_cents - floor)
        })
        .filter(|(_, length, extra)| *length > 0 && *extra > 0)
        .collect();
    let mut sets: Vec<Vec<u64>> = parts.iter().map(|part| part.0.clone()).collect();
    sets.push(vec![u64::MAX; num_words]);
    sets.sort_unstable();
    sets.dedup();
    sets.iter()
        .map(|set| shortage(set, &parts, &minutes))
        .max()
        .unwrap_or(0)
}

fn shortage(set: &[u64], parts: &[(Vec<u64>, i64, i64)], minutes: &[i64]) -> i64 {
    let supply: i64 = minutes
        .iter()
        .enumerate()
        .filter(|(idx, _)| set[idx / 64] >> (idx % 64) & 1 == 1)
        .map(|(_, open)| open)
        .sum();
    let mut inside: Vec<&(Vec<u64>, i64, i64)> = parts
        .iter()
        .filter(|part| part.0.iter().zip(set).all(|(own, set)| own & !set == 0))
        .collect();
    let demand: i64 = inside.iter().map(|part| part.1).sum();
    let mut excess = demand - supply;
    // Cheapest per minute first; comparing products keeps it in integers.
    inside.sort_by(|a, b| (a.2 * b.1).cmp(&(b.2 * a.1)));
    let mut cents = 0;
    for part in inside {
        if excess <= 0 {
            break;
        }
        cents += part.2 * excess.min(part.1) / part.1;
        excess -= part.1;
    }
    cents
}

fn bits(eligible: &[Eligible], num_words: usize) -> Vec<u64> {
    let mut bits = vec![0; num_words];
    for entry in eligible {
        bits[entry.clinician as usize / 64] |= 1 << (entry.clinician % 64);
    }
    bits
}

fn minimum_shortage(problem: &Problem) -> i64 {
    let price = problem.prices[CostTerm::WeeklyMinimum];
    problem
        .minimums
        .iter()
        .map(|minimum| {
            let own: i64 = problem
                .sessions
                .iter()
                .filter(|session| session.counts_to_minimum && session.patient == Some(minimum.patient))
                .map(|session| i64::from(session.minutes))
                .sum();
            let seats: i64 = problem
                .seat_orders
                .iter()
                .filter(|order| order.counts_to_minimum && order.patient == minimum.patient)
                .map(|order| {
                    let longest = order
                        .options
                        .iter()
                        .map(|&option| problem.sessions[option as usize].minutes)
                        .max();
                    i64::from(order.count) * i64::from(longest.unwrap_or(0))
                })
                .sum();
            (i64::from(minimum.minutes) - own - seats).max(0) * price
        })
        .sum()
}
