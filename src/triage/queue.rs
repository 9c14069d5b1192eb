//! The order in which requests wait, and how long anyone can wait at most.
//!
//! Emergencies come first, in the order of their requests. Everyone else is ranked by one fixed moment: the request plus
//! the time allowed by the tier, less a share of the step to the tier before for the points. Because that moment does
//! not move while newcomers' moments do, a request gains on all newcomers with every minute: this is the ageing. Points
//! never lift a request past one of the tier before that came at the same time.
//!
//! How long anyone waits follows where arrivals are bounded by a burst and a rate (Cruz 1991, IEEE Trans. Inf. Theory
//! 37:114). Let slots come at N a day, save for gaps of L minutes at most, emergencies at no more than b + e a day in any
//! time, all others at no more than B + o, with e + o <= N and e < N. While a request of a tier waits, every slot goes
//! to an emergency or to a request ranked before it; those came before it or less than D later, D being what its tier is
//! allowed beyond an emergency. Counting slots against requests gives, in days,
//! `wait <= (b + B + 1 + o D + N L) / (N - e)`, and for an emergency `wait <= (b + 1 + N L) / N`.

use crate::model::clinic::Tier;

use super::rulebook::Terms;

/// A request that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Its tier.
    pub tier: Tier,
    /// Its points.
    pub points: i32,
    /// When it came, minutes.
    pub requested: i32,
}

/// The moment by which a request is ranked, minutes; see the head of this file.
pub fn rank_minute(terms: &Terms, waiting: &Waiting) -> i64 {
    let at = waiting.tier as usize;
    if at == 0 {
        return i64::from(waiting.requested);
    }
    let step = i64::from(terms.due_min[at] - terms.due_min[at - 1]);
    let points = i64::from(waiting.points.clamp(0, terms.points_full));
    i64::from(waiting.requested) + i64::from(terms.due_min[at]) - step * points / i64::from(terms.points_full)
}

/// What requests are sorted by: emergencies first, then the moment, then tier and request.
pub fn rank(terms: &Terms, waiting: &Waiting) -> (bool, i64, Tier, i32) {
    let moment = rank_minute(terms, waiting);
    (waiting.tier != Tier::Emergency, moment, waiting.tier, waiting.requested)
}

/// How many slots there are, and how many requests come at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    /// Slots a day for requests that wait.
    pub slots_per_day: i32,
    /// Longest time without the slots that there should have been, minutes: nights, weekends, closures.
    pub gap_min: i32,
    /// Emergencies a day, in the long run.
    pub emergencies_per_day: i32,
    /// Emergencies at once, beyond that.
    pub emergency_burst: i32,
    /// Other requests a day, in the long run.
    pub others_per_day: i32,
    /// Other requests at once, beyond that.
    pub other_burst: i32,
}

/// Longest wait of anyone in a tier, minutes; `None` if more requests come than there are slots, so that there is none.
pub fn longest_wait(terms: &Terms, capacity: &Capacity, tier: Tier) -> Option<i64> {
    let number = |count: i32| i64::from(count.max(0));
    let (slots, urgent, others) = (
        number(capacity.slots_per_day),
        number(capacity.emergencies_per_day),
        number(capacity.others_per_day),
    );
    if urgent + others > slots || urgent >= slots {
        return None;
    }
    let mut waiting = (number(capacity.emergency_burst) + 1) * 1440 + slots * number(capacity.gap_min);
    let mut left = slots;
    if tier != Tier::Emergency {
        let beyond = i64::from(terms.due_min[tier as usize] - terms.due_min[0]);
        waiting += number(capacity.other_burst) * 1440 + others * beyond;
        left -= urgent;
    }
    Some((waiting + left - 1) / left)
}
