//! `explain`: why a session is where it is, and what would be next best; or why it, or a seat, is not placed, and what
//! would let it in.

use serde::{Deserialize, Serialize};

use super::alternatives::{AlternativePlace, in_words};
use super::desk::Desk;
use super::reply::{BrokenRule, CostLine, broken_rules, cost_lines};
use super::ways::{Way, money, seat_ways_in_words, ways_in_words};
use crate::error::{Error, Result};
use crate::model::check::{Rule, describe};
use crate::model::problem::Problem;
use crate::model::{self, Plan, PlanDocument};
use crate::optimizer::{Advisor, Obstacle, SeatObstacles};

/// Ways to let something in that are offered; our choice.
const WAYS: usize = 5;

/// Request of `explain`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ExplainRequest {
    /// The plan.
    pub plan: PlanDocument,
    /// Session key, or the id of an order whose seats are missing.
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
    /// The next best place, with what it costs more; absent if there is none or the session is not placed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub next_best: Option<AlternativePlace>,
    /// Why it is not placed; absent if it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub unplaced: Option<Unplaced>,
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
    /// What would let it in, in short; empty if nothing was found.
    pub unblock: String,
    /// The rules that block the place nearest to being one: the smallest set that was found. Empty for what costs more
    /// placed than left out.
    pub blocking: Vec<BrokenRule>,
    /// True if no smaller set blocks it, all that can be made of the eight kinds of rules tried having been tried;
    /// false if it is smallest only in that none of its rules can be left out.
    pub smallest: bool,
    /// Ways to let it in, each carried out and checked; fewest changes first, then cheapest. Only `explain` fills them.
    pub unblocks: Vec<Way>,
}

/// Why a session is where it is, and what its place costs; or why it, or a seat, is not placed.
///
/// # Errors
/// `desk.empty`, `plan.unknown_reference`.
pub fn explain(desk: &mut Desk, request: ExplainRequest) -> Result<ExplainReply> {
    let problem = desk.problem()?;
    let plan = request.plan.to_plan(&problem)?;
    let Ok(session) = session_index(&problem, &request.session) else {
        return explain_seats(desk, &problem, &plan, &request.session);
    };
    let mut advisor = Advisor::new(&problem, &plan);
    let (mut unplaced, mut next_best) = (None, None);
    if plan.placements[session].is_none() {
        let ways = advisor.unblocks(session, WAYS);
        let ways = ways_in_words(desk.clinic()?, &problem, &ways);
        let mut row = unplaced_session(&problem, &mut advisor, session);
        row.take_ways(ways);
        unplaced = Some(row);
    } else {
        let found = advisor.alternatives(session, 1);
        let found = found.first().filter(|found| found.moved.is_empty());
        next_best = found.map(|found| in_words(&problem, session, found)).transpose()?;
    }
    Ok(ExplainReply {
        satisfied: facts(&problem, &plan, session),
        costs: cost_lines(&advisor.cost_of(session)),
        next_best,
        unplaced,
    })
}

/// Why an order has fewer seats than it wants.
fn explain_seats(desk: &Desk, problem: &Problem, plan: &Plan, id: &str) -> Result<ExplainReply> {
    let of_order = |&idx: &usize| problem.seat_orders[idx].order == id;
    let mut orders = (0..problem.seat_orders.len()).filter(of_order);
    let lacks = |&idx: &usize| (plan.seats[idx].len() as i32) < problem.seat_orders[idx].count;
    let known = orders.clone().next().is_some();
    let order = orders.find(lacks);
    let mut advisor = Advisor::new(problem, plan);
    let unplaced = order.map(|order| {
        let ways = advisor.unblocks_for_seat(order, WAYS);
        (order, ways)
    });
    let unplaced = match unplaced {
        None if !known => {
            return Err(unknown(
                "the clinic has no session or order of seats of that key in this horizon",
            ));
        }
        None => None,
        Some((order, ways)) => {
            let mut row = unplaced_seats(problem, plan, &advisor, order);
            row.take_ways(seat_ways_in_words(desk.clinic()?, problem, order, &ways));
            Some(row)
        }
    };
    Ok(ExplainReply {
        satisfied: Vec::new(),
        costs: Vec::new(),
        next_best: None,
        unplaced,
    })
}

impl Unplaced {
    fn take_ways(&mut self, ways: Vec<Way>) {
        if let Some(first) = ways.first() {
            self.unblock.clone_from(&first.text);
        }
        self.unblocks = ways;
    }
}

pub(super) fn session_index(problem: &Problem, key: &str) -> Result<usize> {
    let found = problem.sessions.iter().position(|session| session.key == key);
    found.ok_or_else(|| unknown("the clinic has no session of that key in this horizon"))
}

fn unknown(message: &str) -> Error {
    Error::new("plan.unknown_reference", message).at("session")
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
        if (plan.seats[idx].len() as i32) < order.count {
            list.push(unplaced_seats(problem, plan, &advisor, idx));
        }
    }
    list
}

fn unplaced_seats(problem: &Problem, plan: &Plan, advisor: &Advisor<'_>, idx: usize) -> Unplaced {
    let order = &problem.seat_orders[idx];
    Unplaced {
        session: order.order.clone(),
        seats: order.count - plan.seats[idx].len() as i32,
        mandated: order.mandated,
        reason: seat_reason(&advisor.why_no_seat(idx)),
        unblock: String::new(),
        blocking: Vec::new(),
        smallest: true,
        unblocks: Vec::new(),
    }
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
    let mut row = Unplaced {
        session: entry.key.clone(),
        seats: 0,
        mandated: entry.mandated,
        reason: String::new(),
        unblock: String::new(),
        blocking: Vec::new(),
        smallest: true,
        unblocks: Vec::new(),
    };
    match advisor.why_not(session) {
        Obstacle::Dearer(cents) => {
            row.reason = format!("a place would cost {} more than leaving it out", money(cents));
        }
        Obstacle::Nobody => {
            (row.reason, row.unblock) = impossible(problem, session);
            row.smallest = false;
        }
        Obstacle::Rules {
            placement,
            violations,
            smallest,
        } => {
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
            row.reason = reasons.join("; ");
            row.unblock = format!("then it fits with `{who}` at {when}");
            (row.blocking, row.smallest) = (broken_rules(problem, &violations), smallest);
        }
    }
    row
}

/// Why a session has no place whatever else is planned, and what to do about it.
fn impossible(problem: &Problem, session: usize) -> (String, String) {
    let entry = &problem.sessions[session];
    let has_room = |choice: &crate::model::problem::Choice| {
        let classes = &choice.room_classes;
        classes.is_empty()
            || classes
                .iter()
                .any(|&class| problem.room_classes[class as usize].count > 0)
    };
    let (reason, action) = if entry.windows.is_empty() {
        (
            "there is no time at which everyone who must be there can come",
            "widen the hours of patient, order or family",
        )
    } else if entry.parts.iter().any(|part| part.eligible.is_empty()) {
        (
            "nobody has what it takes to give it",
            "check skills, licenses and wishes",
        )
    } else if !entry.choices.iter().any(has_room) {
        (
            "no room would do for it",
            "list a room with the seats and features it needs",
        )
    } else {
        (
            "nobody who may give it works at a time when it may take place",
            "widen hours or skills",
        )
    };
    (reason.into(), action.into())
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
