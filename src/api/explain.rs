//! `explain` and `alternatives`: why a session is where it is, where else it could go, and why it is not placed.

use serde::{Deserialize, Serialize};

use super::check::document;
use super::desk::Desk;
use super::reply::{CostLine, cost_lines};
use crate::error::{Error, Result};
use crate::model::check::{Rule, describe};
use crate::model::document::PlannedPlace;
use crate::model::problem::Problem;
use crate::model::{self, Plan, PlanDocument};
use crate::optimizer::{Advisor, Obstacle, SeatObstacles};

/// Most alternatives in one reply; our choice.
const MAX_ALTERNATIVES: usize = 50;

/// Request of `explain`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ExplainRequest {
    /// The plan.
    pub plan: PlanDocument,
    /// Session key.
    pub session: String,
}

/// Reply of `explain`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExplainReply {
    /// What speaks for the place, each a fact of the plan; empty if the session is not placed.
    pub satisfied: Vec<String>,
    /// What the session's place costs, by term: the cost of the plan less that of the plan without the session.
    pub costs: Vec<CostLine>,
    /// Why it is not placed; absent if it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub unplaced: Option<Unplaced>,
}

/// Request of `alternatives`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AlternativesRequest {
    /// The plan.
    pub plan: PlanDocument,
    /// Session key.
    pub session: String,
    /// How many are wanted, 1 to 50.
    #[serde(default = "three")]
    #[cfg_attr(feature = "schema", schemars(default), ts(optional, as = "Option<usize>"))]
    pub count: usize,
}

fn three() -> usize {
    3
}

/// Reply of `alternatives`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AlternativesReply {
    /// Other places, cheapest first, no two with the same clinician on the same day; the plan keeps every hard rule
    /// it kept before.
    pub alternatives: Vec<AlternativePlace>,
    /// If there are fewer than wanted: the rules that block the nearest further one.
    pub blocked: Vec<BlockedBy>,
}

/// Another place for a session.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AlternativePlace {
    /// Where.
    pub place: PlannedPlace,
    /// Patients of a group who can come there too.
    pub patients: Vec<String>,
    /// What the plan's cost changes by, cents.
    pub delta_cents: i64,
    /// The same by term.
    pub parts: Vec<CostLine>,
}

/// How often a rule stands in the way.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BlockedBy {
    /// The rule.
    pub rule: Rule,
    /// Violations of it.
    pub count: usize,
}

/// Something that is wanted and not placed: a session, or seats in groups.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Unplaced {
    /// Session key, or the id of the order whose seats are missing.
    pub session: String,
    /// Seats missing; 0 for a session.
    pub seats: i32,
    /// True if clinical rules demand it.
    pub mandated: bool,
    /// What stands in the way.
    pub reason: String,
    /// What would let it in; empty if nothing that can be changed in the plan would.
    pub unblock: String,
}

/// Why a session is where it is, and what its place costs.
///
/// # Errors
/// `desk.empty`, `plan.unknown_reference`.
pub fn explain(desk: &mut Desk, request: ExplainRequest) -> Result<ExplainReply> {
    let problem = desk.problem()?;
    let plan = request.plan.to_plan(&problem)?;
    let session = session_index(&problem, &request.session)?;
    let mut advisor = Advisor::new(&problem, &plan);
    let unplaced = plan.placements[session]
        .is_none()
        .then(|| unplaced_session(&problem, &mut advisor, session));
    Ok(ExplainReply {
        satisfied: facts(&problem, &plan, session),
        costs: cost_lines(&advisor.cost_of(session)),
        unplaced,
    })
}

/// Other places for a session.
///
/// # Errors
/// `desk.empty`, `plan.unknown_reference`, `request.wrong_value`.
pub fn alternatives(desk: &mut Desk, request: AlternativesRequest) -> Result<AlternativesReply> {
    let problem = desk.problem()?;
    if !(1..=MAX_ALTERNATIVES).contains(&request.count) {
        return Err(Error::new("request.wrong_value", format!("expected 1 to {MAX_ALTERNATIVES}")).at("count"));
    }
    let plan = request.plan.to_plan(&problem)?;
    let session = session_index(&problem, &request.session)?;
    let mut advisor = Advisor::new(&problem, &plan);
    let found = advisor.alternatives(session, request.count);
    let blocked = if found.len() < request.count {
        blocked(&problem, &plan, session)
    } else {
        Vec::new()
    };
    let mut alternatives = Vec::with_capacity(found.len());
    for alternative in found {
        let mut moved = plan.clone();
        moved.placements[session] = Some(alternative.placement);
        let document = document(&problem, &moved)?;
        let Some(place) = document.sessions[session].place.clone() else {
            continue;
        };
        let patient = |&order: &u32| {
            problem.patients[problem.seat_orders[order as usize].patient as usize]
                .id
                .clone()
        };
        alternatives.push(AlternativePlace {
            place,
            patients: alternative.members.iter().map(patient).collect(),
            delta_cents: alternative.change.total(),
            parts: cost_lines(&alternative.change),
        });
    }
    Ok(AlternativesReply { alternatives, blocked })
}

fn session_index(problem: &Problem, key: &str) -> Result<usize> {
    problem
        .sessions
        .iter()
        .position(|session| session.key == key)
        .ok_or_else(|| {
            Error::new(
                "plan.unknown_reference",
                "the clinic has no session of that key in this horizon",
            )
            .at("session")
        })
}

/// The rules that block the nearest place, with the session taken out of the plan first.
fn blocked(problem: &Problem, plan: &Plan, session: usize) -> Vec<BlockedBy> {
    let mut without = plan.clone();
    without.placements[session] = None;
    let Obstacle::Rules { violations, .. } = Advisor::new(problem, &without).why_not(session) else {
        return Vec::new();
    };
    let mut counts: Vec<BlockedBy> = Vec::new();
    for violation in violations {
        match counts.iter_mut().find(|entry| entry.rule == violation.rule) {
            Some(entry) => entry.count += 1,
            None => counts.push(BlockedBy {
                rule: violation.rule,
                count: 1,
            }),
        }
    }
    counts
}

/// What speaks for a session's place.
fn facts(problem: &Problem, plan: &Plan, session: usize) -> Vec<String> {
    let entry = &problem.sessions[session];
    let Some(placement) = &plan.placements[session] else {
        return Vec::new();
    };
    let broken: Vec<Rule> = model::check(problem, plan)
        .into_iter()
        .filter(|violation| violation.sessions.contains(&(session as u32)))
        .map(|violation| violation.rule)
        .collect();
    let keeps = |rules: &[Rule]| !rules.iter().any(|rule| broken.contains(rule));
    let mut facts = Vec::new();
    if broken.is_empty() {
        facts.push("every hard rule is kept".into());
    }
    for (part, assigned) in entry.parts.iter().zip(&placement.parts) {
        let id = &problem.clinicians[assigned.clinician as usize].id;
        let Some(eligible) = part
            .eligible
            .iter()
            .find(|eligible| eligible.clinician == assigned.clinician)
        else {
            continue;
        };
        if keeps(&[Rule::NotEligible]) {
            let others = part.eligible.len() - 1;
            facts.push(match others {
                0 => format!("nobody but `{id}` may give it on that day"),
                1 => format!("`{id}` may give it on that day, and 1 other clinician"),
                _ => format!("`{id}` may give it on that day, and {others} other clinicians"),
            });
        }
        if eligible.continuity == 0 && part.eligible.iter().any(|other| other.continuity > 0) {
            facts.push(format!("`{id}` is one of the patient's usual clinicians"));
        }
    }
    let room = placement.room.and_then(|room| problem.rooms.get(room as usize));
    if let Some(room) = room.filter(|_| keeps(&[Rule::WrongRoom, Rule::RoomHours, Rule::RoomOverlap])) {
        facts.push(format!("room `{}` is open, free and fits", room.id));
    }
    if let Some(seats) = entry.seats {
        let taken = plan
            .seats
            .iter()
            .filter(|sessions| sessions.contains(&(session as u32)))
            .count();
        facts.push(format!(
            "{taken} of {} seats are taken, {} are wished for",
            seats.max, seats.target
        ));
    }
    if !entry.preferred.is_empty()
        && entry
            .preferred
            .iter()
            .any(|w| w.0 <= placement.start && placement.start < w.1)
    {
        facts.push("it starts when the patient would rather come".into());
    }
    for draw in entry.draws.iter().filter(|_| keeps(&[Rule::Authorization])) {
        let budget = &problem.budgets[draw.budget as usize];
        facts.push(format!("authorization `{}` covers it", budget.id));
    }
    if entry.locked {
        facts.push("it is locked where it is".into());
    }
    facts
}

/// Everything that is wanted and not placed, with its reason.
pub(super) fn unplaced(problem: &Problem, plan: &Plan) -> Vec<Unplaced> {
    let mut advisor = Advisor::new(problem, plan);
    let sessions = problem.sessions.iter().zip(&plan.placements).enumerate();
    let mut list: Vec<Unplaced> = sessions
        .filter(|(_, (session, placement))| placement.is_none() && session.unplaced_cents > 0)
        .map(|(idx, _)| unplaced_session(problem, &mut advisor, idx))
        .collect();
    for (idx, order) in problem.seat_orders.iter().enumerate() {
        let missing = order.count - plan.seats[idx].len() as i32;
        if missing > 0 {
            list.push(Unplaced {
                session: order.order.clone(),
                seats: missing,
                mandated: order.mandated,
                reason: seat_reason(&advisor.why_no_seat(idx)),
                unblock: String::new(),
            });
        }
    }
    list
}

/// Answers why something has no place in a plan.
pub(super) struct Reasons<'p> {
    problem: &'p Problem,
    advisor: Advisor<'p>,
}

impl<'p> Reasons<'p> {
    pub(super) fn new(problem: &'p Problem, plan: &Plan) -> Self {
        Self {
            problem,
            advisor: Advisor::new(problem, plan),
        }
    }

    pub(super) fn of_session(&mut self, session: usize) -> String {
        unplaced_session(self.problem, &mut self.advisor, session).reason
    }

    pub(super) fn of_seats(&self, order: usize) -> String {
        seat_reason(&self.advisor.why_no_seat(order))
    }
}

fn unplaced_session(problem: &Problem, advisor: &mut Advisor<'_>, session: usize) -> Unplaced {
    let entry = &problem.sessions[session];
    let (reason, unblock) = match advisor.why_not(session) {
        Obstacle::Dearer(cents) => (
            format!(
                "a place would cost {}.{:02} more than leaving it out",
                cents / 100,
                cents % 100
            ),
            String::new(),
        ),
        Obstacle::Nobody => (
            "nobody who may give it works at a time when it may take place".into(),
            "widen hours or skills".into(),
        ),
        Obstacle::Rules { placement, violations } => {
            let mut reasons: Vec<String> = violations
                .iter()
                .map(|violation| describe(problem, violation))
                .collect();
            reasons.truncate(3);
            let who = placement
                .parts
                .first()
                .map_or("", |part| &problem.clinicians[part.clinician as usize].id);
            let when = problem
                .start
                .map_or_else(String::new, |start| start.at_minute(placement.start).to_string());
            (reasons.join("; "), format!("then it fits with `{who}` at {when}"))
        }
    };
    Unplaced {
        session: entry.key.clone(),
        seats: 0,
        mandated: entry.mandated,
        reason,
        unblock,
    }
}

fn seat_reason(counts: &SeatObstacles) -> String {
    let reasons = [
        (counts.outside_hours, "outside the patient's hours"),
        (counts.full, "full"),
        (counts.busy, "at a time when the patient is in another session"),
        (counts.too_close, "too close to another seat of the order"),
        (counts.unauthorized, "not covered by the authorization"),
        (
            counts.pairs,
            "held with someone who must be apart, or without someone who must come along",
        ),
        (counts.not_running, "not held"),
    ];
    let parts: Vec<String> = reasons
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, reason)| format!("{count} {} {reason}", if *count == 1 { "is" } else { "are" }))
        .collect();
    if parts.is_empty() {
        "no group is offered".into()
    } else {
        format!("of the group sessions, {}", parts.join(", "))
    }
}
