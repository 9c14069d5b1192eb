//! `triage`: how urgent every order is, by which rules, and what could be accepted of that.

pub(super) mod assessor;
mod referrals;
mod shapes;

use std::collections::{BTreeMap, BTreeSet};

use self::assessor::{Assessor, LIMITS, known, open_rules};
pub use self::shapes::{
    FactSeen, FiredRule, MissingFact, OpenRule, TierSummary, TriageCapacity, TriagePoints, TriageReply, TriageRequest,
    TriageRuleUse, TriageSuggestion, TriagedOrder, TriagedReferral,
};
use super::desk::Desk;
use crate::error::{Error, Result};
use crate::model::clinic::{Order, Purpose, Tier};
use crate::order::{Arrange, IntoOrdered};
use crate::triage::{Capacity, Rulebook, Waiting, assess, longest_wait, rank, rank_minute};

/// Most of anything that can come or be seen a day, or at once, in a request.
const MAX_A_DAY: i32 = 10_000;
/// Longest gap without slots that can be asked about: four weeks, minutes.
const MAX_GAP_MIN: i32 = 40_320;

/// Which purposes concern orders.
const OF_ORDERS: [Purpose; 3] = [Purpose::Tier, Purpose::Points, Purpose::InPerson];

/// How urgent the orders of the open clinic are.
///
/// # Errors
/// `desk.empty`; `triage.unknown_order`; `triage.capacity`: a number of the capacity that cannot be meant.
pub fn triage(desk: &mut Desk, request: TriageRequest) -> Result<TriageReply> {
    let clinic = desk.clinic()?;
    let capacity = request.capacity.map(read_capacity).transpose()?;
    let orders: BTreeMap<&str, &Order> = clinic.orders.iter().map(|row| (&*row.id, row)).into_map();
    known(&request.orders, "orders", "triage.unknown_order", |id| {
        orders.contains_key(id)
    })?;
    let explained = request
        .explain
        .iter()
        .filter(|id| *id != "*")
        .cloned()
        .collect::<Vec<_>>();
    known(&explained, "explain", "triage.unknown_order", |id| {
        orders.contains_key(id)
    })?;
    let book = Rulebook::of(clinic);
    let mut desk = Assessor::new(clinic, &book);
    let today = clinic.settings.as_of.date();
    let asked: BTreeSet<&str> = request.orders.iter().map(String::as_str).into_set();
    let wanted = |row: &&Order| {
        if asked.is_empty() {
            row.until >= today
        } else {
            asked.contains(&*row.id)
        }
    };
    let explain = |id: &str| request.explain.iter().any(|named| named == "*" || named == id);
    let mut triaged = Vec::new();
    let mut ranked = Vec::new();
    for order in clinic.orders.iter().filter(wanted) {
        let Some((subject, service)) = desk.subject(order) else {
            continue;
        };
        let outcome = assess(&book, &desk.records, subject, &OF_ORDERS);
        desk.count(&outcome);
        let mut row = desk.triaged(order, service, &outcome);
        if explain(&order.id) {
            row.open = open_rules(&outcome);
        }
        if let (true, Some(tier), Some(requested)) = (row.waiting, outcome.tier, order.requested) {
            let waiting = Waiting {
                tier,
                points: outcome.points.sum,
                requested: requested.minutes_since(today),
            };
            let moment = rank_minute(&book.terms, &waiting).clamp(i64::from(i32::MIN), i64::from(i32::MAX));
            row.ranked_at = Some(today.at_minute(moment as i32));
            ranked.push((rank(&book.terms, &waiting), order.id.clone()));
        }
        triaged.push(row);
    }
    ranked.arrange();
    // A request about some orders is not about referrals.
    let referrals = match asked.is_empty() {
        true => desk.referrals(),
        false => Vec::new(),
    };
    Ok(TriageReply {
        referrals,
        synthetic: clinic.settings.synthetic,
        version: book.version.clone(),
        as_of: clinic.settings.as_of,
        tiers: tiers(&book, &triaged, capacity.as_ref()),
        rules: desk.rules(&OF_ORDERS),
        queue: ranked.into_iter().map(|entry| entry.1).collect(),
        needs_person: triaged
            .iter()
            .filter(|row| row.needs_person)
            .map(|row| row.order.clone())
            .collect(),
        missing: desk.missing(),
        orders: triaged,
        issues: book.issues.clone(),
        limits: LIMITS.to_vec(),
    })
}

fn read_capacity(asked: TriageCapacity) -> Result<Capacity> {
    for (field, value, least, most) in [
        ("slots_per_day", asked.slots_per_day, 1, MAX_A_DAY),
        ("gap_min", asked.gap_min, 0, MAX_GAP_MIN),
        ("emergencies_per_day", asked.emergencies_per_day, 0, MAX_A_DAY),
        ("emergency_burst", asked.emergency_burst, 0, MAX_A_DAY),
        ("others_per_day", asked.others_per_day, 0, MAX_A_DAY),
        ("other_burst", asked.other_burst, 0, MAX_A_DAY),
    ] {
        if !(least..=most).contains(&value) {
            let message = format!("the number is not between {least} and {most}: give one that is");
            return Err(Error::new("triage.capacity", message).at(format!("capacity.{field}")));
        }
    }
    // Evenly spread slots are already so far apart.
    let apart = 1440 / asked.slots_per_day + 1;
    Ok(Capacity {
        slots_per_day: asked.slots_per_day,
        gap_min: asked.gap_min.max(apart),
        emergencies_per_day: asked.emergencies_per_day,
        emergency_burst: asked.emergency_burst,
        others_per_day: asked.others_per_day,
        other_burst: asked.other_burst,
    })
}

fn tiers(book: &Rulebook, rows: &[TriagedOrder], capacity: Option<&Capacity>) -> Vec<TierSummary> {
    let summary = |&tier: &Tier| {
        let of_tier = || rows.iter().filter(|row| row.tier == Some(tier));
        TierSummary {
            tier,
            due_min: book.terms.due_min[tier as usize],
            priority: book.terms.priority[tier as usize],
            orders: of_tier().count() as u32,
            waiting: of_tier().filter(|row| row.waiting).count() as u32,
            waited_min: of_tier().filter_map(|row| row.waited_min).max(),
            longest_wait_min: capacity.and_then(|capacity| longest_wait(&book.terms, capacity, tier)),
        }
    };
    Tier::ALL.iter().map(summary).collect()
}
