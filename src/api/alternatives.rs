//! `alternatives`: other places for a session, or places for one that is not in the plan yet.

use serde::{Deserialize, Serialize};

use super::amend::{Action, free_id};
use super::desk::Desk;
use super::explain::session_index;
use super::incident::extend;
use super::reply::{CostLine, cost_lines};
use crate::error::{Error, Result};
use crate::model::calendar::Date;
use crate::model::check::Rule;
use crate::model::clinic::{Kind, Order};
use crate::model::document::PlannedPlace;
use crate::model::problem::Problem;
use crate::model::{Clinic, Plan, PlanDocument};
use crate::optimizer::{Advisor, Alternative, Obstacle};

/// Most alternatives in one reply; our choice.
const MAX_ALTERNATIVES: usize = 50;

/// Request of `alternatives`: for a session of the plan, or for a new one.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AlternativesRequest {
    /// The plan.
    pub plan: PlanDocument,
    /// Session key.
    #[serde(default)]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub session: Option<String>,
    /// What is asked for anew, in place of a session.
    #[serde(default)]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub request: Option<NewRequest>,
    /// How many are wanted, 1 to 50.
    #[serde(default = "three")]
    #[cfg_attr(feature = "schema", schemars(default), ts(optional, as = "Option<usize>"))]
    pub count: usize,
}

fn three() -> usize {
    3
}

/// A session that somebody asks for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NewRequest {
    /// Patient id.
    pub patient: String,
    /// Service id.
    pub service: String,
    /// Length, minutes, if it differs from the service's.
    #[serde(default)]
    pub minutes: Option<i32>,
    /// First day; the first of the horizon if absent.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day, in the same workweek; the last of the week if absent.
    #[serde(default)]
    pub until: Option<Date>,
}

/// Reply of `alternatives`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AlternativesReply {
    /// Other places, cheapest first, no two with the same clinician on the same day; behind them, if there are fewer
    /// than wanted, places for which one other session moves. The checker has nothing new against any of them.
    pub alternatives: Vec<AlternativePlace>,
    /// If there are fewer than wanted: the rules that block the nearest further one.
    pub blocked: Vec<BlockedBy>,
}

/// Another place for a session.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AlternativePlace {
    /// Where.
    pub place: PlannedPlace,
    /// Patients of a group who can come there too.
    pub patients: Vec<String>,
    /// Other sessions that move for it: key and new place.
    pub moves: Vec<MovedSession>,
    /// What the plan's cost changes by, cents.
    pub delta_cents: i64,
    /// The same by term.
    pub parts: Vec<CostLine>,
    /// For a new request: what enters it into the clinic, for `amend`; empty otherwise.
    pub actions: Vec<Action>,
}

/// A session that makes way.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MovedSession {
    /// Session key.
    pub session: String,
    /// Where it is.
    pub from: Option<PlannedPlace>,
    /// Where it goes.
    pub to: PlannedPlace,
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

/// Other places for a session, or places for a new one.
///
/// # Errors
/// `desk.empty`, `plan.unknown_reference`, `request.wrong_value`.
pub fn alternatives(desk: &mut Desk, request: AlternativesRequest) -> Result<AlternativesReply> {
    let problem = desk.problem()?;
    if !(1..=MAX_ALTERNATIVES).contains(&request.count) {
        return Err(Error::new("request.wrong_value", format!("expected 1 to {MAX_ALTERNATIVES}")).at("count"));
    }
    let plan = request.plan.to_plan(&problem)?;
    match (&request.session, &request.request) {
        (Some(key), None) => {
            let session = session_index(&problem, key)?;
            places(&problem, &plan, session, request.count)
        }
        (None, Some(new)) => {
            let action = order_for(desk.clinic()?, &problem, new)?;
            places_for_order(desk.clinic()?, &problem, plan, &action, request.count)
        }
        _ => Err(Error::new("request.wrong_value", "expected either a session or a request").at("session")),
    }
}

fn places(problem: &Problem, plan: &Plan, session: usize, count: usize) -> Result<AlternativesReply> {
    let mut advisor = Advisor::new(problem, plan);
    let found = advisor.alternatives(session, count);
    let blocked = if found.len() < count {
        blocked(problem, plan, session)
    } else {
        Vec::new()
    };
    let alternatives = found
        .iter()
        .map(|found| in_words_with_moves(problem, plan, session, found));
    Ok(AlternativesReply {
        alternatives: alternatives.collect::<Result<_>>()?,
        blocked,
    })
}

/// Places for the session of an order that the clinic does not have yet.
fn places_for_order(
    clinic: &Clinic,
    problem: &Problem,
    plan: Plan,
    action: &Action,
    count: usize,
) -> Result<AlternativesReply> {
    let Action::AddOrder { order } = action else {
        return Err(Error::new("request.wrong_value", "expected an order").at("request"));
    };
    let (_, grown, plan) = extend(clinic, problem, plan, std::slice::from_ref(action), 1)?;
    let is_new = |session: &crate::model::problem::Session| session.order.as_deref() == Some(&*order.id);
    let Some(session) = grown.sessions.iter().position(is_new) else {
        let message = "nothing can be planned: the patient is not in care then, or no hours are left";
        return Err(Error::new("request.wrong_value", message).at("request"));
    };
    let mut reply = places(&grown, &plan, session, count)?;
    for alternative in &mut reply.alternatives {
        let booking = super::repair::booking(
            clinic,
            &grown,
            session,
            &alternative.place,
            clinic.settings.as_of,
            false,
        );
        alternative.actions = vec![action.clone(), booking];
    }
    Ok(reply)
}

/// The order that a new request stands for.
fn order_for(clinic: &Clinic, problem: &Problem, new: &NewRequest) -> Result<Action> {
    let mut faults = Vec::new();
    if !clinic.patients.iter().any(|row| row.id == new.patient) {
        faults.push("patient: the clinic has no such patient");
    }
    match clinic.services.iter().find(|row| row.id == new.service) {
        None => faults.push("service: the clinic has no such service"),
        Some(service) if matches!(service.kind, Kind::Group | Kind::Shift) => {
            faults.push("service: expected a service for a single patient");
        }
        Some(_) => {}
    }
    let start = problem.start.unwrap_or(clinic.settings.horizon_start);
    let from = new.from.unwrap_or(start);
    let days = from.days_since(start);
    if days < 0 || days >= problem.num_days as i32 {
        faults.push("from: expected a day of the horizon");
    }
    let since = clinic.settings.days_into_week(from);
    let until = new.until.unwrap_or(from.plus_days(6 - since));
    if until < from || until.days_since(from) > 6 - since {
        faults.push("until: expected a day of the same workweek, not before `from`");
    }
    if new.minutes.is_some_and(|minutes| !(1..=1440).contains(&minutes)) {
        faults.push("minutes: expected 1 to 1440");
    }
    if !faults.is_empty() {
        return Err(Error::new("request.wrong_value", faults.join("; ")).at("request"));
    }
    let id = free_id("request", |id| clinic.orders.iter().any(|order| order.id == id));
    Ok(Action::AddOrder {
        order: Box::new(Order {
            minutes: new.minutes,
            requested: Some(clinic.settings.as_of),
            ..Order::weekly(&id, &new.patient, &new.service, from, until)
        }),
    })
}

/// An alternative in the words of the clinic.
pub(super) fn in_words(problem: &Problem, session: usize, found: &Alternative) -> Result<AlternativePlace> {
    let patient = |&order: &u32| {
        let patient = problem.seat_orders[order as usize].patient;
        problem.patients[patient as usize].id.clone()
    };
    Ok(AlternativePlace {
        place: place_in_words(problem, session, &found.placement)?,
        patients: found.members.iter().map(patient).collect(),
        moves: Vec::new(),
        delta_cents: found.change.total(),
        parts: cost_lines(&found.change),
        actions: Vec::new(),
    })
}

fn in_words_with_moves(
    problem: &Problem,
    plan: &Plan,
    session: usize,
    found: &Alternative,
) -> Result<AlternativePlace> {
    let mut words = in_words(problem, session, found)?;
    for (other, to) in &found.moved {
        let idx = *other as usize;
        let from = plan.placements[idx].as_ref();
        words.moves.push(MovedSession {
            session: problem.sessions[idx].key.clone(),
            from: from.map(|from| place_in_words(problem, idx, from)).transpose()?,
            to: place_in_words(problem, idx, to)?,
        });
    }
    Ok(words)
}

/// A placement in the words of the clinic.
pub(super) fn place_in_words(
    problem: &Problem,
    session: usize,
    placement: &crate::model::problem::Placement,
) -> Result<PlannedPlace> {
    let found = PlannedPlace::new(problem, session, placement);
    found.ok_or_else(|| Error::new("plan.no_calendar", "this problem has no calendar dates"))
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
