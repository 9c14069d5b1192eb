//! `repair`: what to do when something happens during the day. Proposals with as few changes as possible, each complete
//! and accepted by the checker.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::amend::{Action, free_id};
use super::check::document;
use super::desk::Desk;
use super::incident::{Incident, Situation};
use super::plan::{Change, changes};
use super::reply::{CostLine, cost_lines};
use super::task::{Progress, Stepped, Task};
use super::told::{Told, told};
use super::{explain, to_json, to_value};
use crate::error::{Error, Result};
use crate::model::calendar::DateTime;
use crate::model::check::check;
use crate::model::clinic::Appointment;
use crate::model::disruption::locked_plan;
use crate::model::document::PlannedPlace;
use crate::model::{Clinic, Costs, Plan, PlanDocument, Problem};
use crate::optimizer::{Damage, Proposal, Rank, Repair, RepairParams, evaluate};

/// Most proposals in one reply; our choice.
const MAX_PROPOSALS: usize = 10;
/// Steps if nothing else is asked for; our choice by measurement.
const STEPS: u64 = 1_200;
/// Most steps; our choice.
const MAX_STEPS: u64 = 1_000_000;

/// Request of `repair`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct RepairRequest {
    /// The plan under way; today's schedule if absent.
    pub plan: Option<PlanDocument>,
    /// This moment: nothing before it changes, and what has begun stays; the document's moment if absent.
    pub now: Option<DateTime>,
    /// What has happened; several things at once are repaired together.
    pub events: Vec<Incident>,
    /// Keys of sessions that stay where the plan has them, besides those the clinic has locked.
    pub locks: Vec<String>,
    /// Proposals that are wanted, 1 to 10; 3 if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub proposals: Option<usize>,
    /// Steps of the run, 1 to 1,000,000.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub steps: Option<u64>,
    /// Seed, 0 to 2^53 - 1; the clinic's if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub seed: Option<u64>,
}

/// What a repair shows meanwhile.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RepairNews {
    /// Proposals found by now.
    pub proposals: usize,
    /// The best of them when it has changed, complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub first: Option<RepairProposal>,
}

/// Reply of `repair`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RepairReply {
    /// What could be done: fewest mandated things lost first, then fewest lost at all, then what is urgent least late,
    /// then fewest sessions moved, fewest rooms changed, least cost. Empty if nothing has to change.
    pub proposals: Vec<RepairProposal>,
    /// Keys of the sessions that cannot stay where they are, and of new ones.
    pub affected: Vec<String>,
    /// Keys of locked sessions that cannot stay: they are cancelled in every proposal, because nobody has agreed to
    /// another place.
    pub stuck: Vec<String>,
    /// Hard rules that the plan had broken before anything happened; sessions that have not begun are mended too.
    pub faults_before: usize,
    /// What tells the clinic of the events, for `amend`.
    pub actions: Vec<Action>,
    /// Steps done; the same number with the same seed gives the same proposals.
    pub steps: u64,
    /// Seed used.
    pub seed: u64,
}

/// One way to go on.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RepairProposal {
    /// Sessions elsewhere, or with others, than in the plan, and new ones (`from` absent).
    pub moves: Vec<Change>,
    /// Sessions and seats that are left without a place.
    pub cancelled: Vec<Cancelled>,
    /// Mandated ones among them.
    pub mandated_lost: usize,
    /// Sessions at another time, with other clinicians or in another way, and seats in another group session.
    pub moved: usize,
    /// Sessions that only change rooms.
    pub rooms_changed: usize,
    /// Minutes by which what is urgent comes too late.
    pub late_min: i64,
    /// Who must be told, and of which sessions.
    pub told: Vec<Told>,
    /// What the plan's cost changes by, cents, with what is not placed at its price.
    pub delta_cents: i64,
    /// The same without what is not placed.
    pub extra_cents: i64,
    /// The same by term.
    pub costs: Vec<CostLine>,
    /// What tells the clinic of this proposal besides the moves: new sessions as booked appointments, for `amend`
    /// after the actions of the reply.
    pub actions: Vec<Action>,
    /// The whole plan, for the clinic after the actions.
    pub plan: PlanDocument,
}

/// Something that had a place, or wanted one, and has none.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Cancelled {
    /// Session key, or the id of the order whose seats are missing.
    pub session: String,
    /// Seats missing; 0 for a session.
    pub seats: usize,
    /// Patients concerned.
    pub patients: Vec<String>,
    /// True if clinical rules demand it.
    pub mandated: bool,
    /// Why.
    pub reason: String,
}

/// Starts a repair.
///
/// # Errors
/// `desk.empty`, `plan.unknown_reference`, `request.wrong_value`; `repair.wrong_event`: everything that is wrong with
/// the events, in one message.
pub fn repair(desk: &Desk, request: RepairRequest) -> Result<Box<dyn Task>> {
    let wanted = request.proposals.unwrap_or(3);
    if !(1..=MAX_PROPOSALS).contains(&wanted) {
        return Err(Error::new("request.wrong_value", format!("expected 1 to {MAX_PROPOSALS}")).at("proposals"));
    }
    let steps = request.steps.unwrap_or(STEPS);
    if !(1..=MAX_STEPS).contains(&steps) {
        return Err(Error::new("request.wrong_value", format!("expected 1 to {MAX_STEPS}")).at("steps"));
    }
    let params = RepairParams {
        seed: request.seed.unwrap_or(desk.clinic()?.settings.seed),
        steps,
        proposals: wanted,
    };
    let situation = Situation::new(
        desk,
        request.plan.as_ref(),
        request.now,
        &request.events,
        &request.locks,
    )?;
    Ok(Box::new(RepairTask::new(situation, params)))
}

/// What the repair has reached.
#[derive(Default)]
struct Board {
    step: u64,
    affected: Vec<u32>,
    proposals: Vec<Proposal>,
}

struct RepairTask {
    situation: Arc<Situation>,
    params: RepairParams,
    run: Stepped<Board>,
    shown: Option<Rank>,
}

impl RepairTask {
    fn new(situation: Situation, params: RepairParams) -> Self {
        let situation = Arc::new(situation);
        let (input, settings) = (Arc::clone(&situation), params.clone());
        let run = Stepped::new(Board::default(), async move |pace, board| {
            let damage = Damage {
                problem: &input.after,
                plan: &input.plan,
                now: input.now,
                sessions: &input.new_sessions,
                orders: &input.new_orders,
            };
            let mut repair = Repair::new(damage, settings);
            board.borrow_mut().affected = repair.affected().to_vec();
            let mut more = true;
            while more {
                more = repair.advance(pace.steps().await);
                let mut board = board.borrow_mut();
                (board.step, board.proposals) = (repair.steps(), repair.proposals());
            }
        });
        Self {
            situation,
            params,
            run,
            shown: None,
        }
    }

    fn news(&mut self) -> Result<RepairNews> {
        let first = self.run.board().proposals.first().cloned();
        let is_new = first.as_ref().map(|first| first.rank) != self.shown;
        self.shown = first.as_ref().map(|first| first.rank);
        let first = match first.filter(|first| is_new && is_accepted(&self.situation, &first.plan)) {
            Some(first) => Some(told_in_full(&self.situation, &first)?),
            None => None,
        };
        Ok(RepairNews {
            proposals: self.run.board().proposals.len(),
            first,
        })
    }
}

impl Task for RepairTask {
    fn advance(&mut self, steps: u64) -> Result<Progress> {
        let more = self.run.advance(steps);
        let news = self.news()?;
        Ok(Progress {
            step: self.run.board().step,
            steps: self.params.steps,
            done: !more,
            news: to_value(&news)?,
        })
    }

    fn finish(mut self: Box<Self>) -> Result<String> {
        if self.run.board().step == 0 {
            self.run.advance(1);
        }
        let (board, situation) = (self.run.board(), &*self.situation);
        let key = |&session: &u32| situation.extended.sessions[session as usize].key.clone();
        let nothing_to_do = board.affected.is_empty() && situation.stuck.is_empty() && situation.new_orders.is_empty();
        let accepted = board
            .proposals
            .iter()
            .filter(|proposal| !nothing_to_do && is_accepted(situation, &proposal.plan));
        to_json(&RepairReply {
            proposals: accepted
                .map(|proposal| told_in_full(situation, proposal))
                .collect::<Result<_>>()?,
            affected: board.affected.iter().map(key).collect(),
            stuck: situation.stuck.iter().map(key).collect(),
            faults_before: situation.faults_before,
            actions: situation.actions.clone(),
            steps: board.step,
            seed: self.params.seed,
        })
    }
}

/// True if the plan breaks no rule but what has begun, or is locked, breaks by itself.
fn is_accepted(situation: &Situation, plan: &Plan) -> bool {
    let known = check(&situation.after, &locked_plan(&situation.after, &situation.plan));
    check(&situation.after, plan).iter().all(|fault| known.contains(fault))
}

fn told_in_full(situation: &Situation, proposal: &Proposal) -> Result<RepairProposal> {
    let (problem, plan) = (&situation.extended, &proposal.plan);
    let (before, after) = (document(problem, &situation.plan)?, document(problem, plan)?);
    let moves: Vec<Change> = changes(&before, &after);
    let costs = difference(&evaluate(problem, plan), &evaluate(problem, &situation.plan));
    let cancelled = cancelled(situation, plan);
    Ok(RepairProposal {
        told: told(&situation.clinic, problem, &after, &moves),
        mandated_lost: proposal.rank.mandated_lost,
        moved: proposal.rank.moved,
        rooms_changed: proposal.rank.rooms,
        late_min: proposal.rank.late_min,
        delta_cents: costs.total(),
        extra_cents: costs.total() - costs.level_one(),
        costs: cost_lines(&costs),
        actions: bookings(situation, &after),
        plan: after,
        moves,
        cancelled,
    })
}

pub(super) fn difference(after: &Costs, before: &Costs) -> Costs {
    let mut change = *after;
    for (cents, before) in change.0.iter_mut().zip(before.0) {
        *cents -= before;
    }
    change
}

fn cancelled(situation: &Situation, plan: &Plan) -> Vec<Cancelled> {
    let problem = &situation.after;
    let mut list = Vec::new();
    let mut why = explain::Reasons::new(problem, plan);
    for (idx, session) in problem.sessions.iter().enumerate() {
        let wanted = situation.plan.placements[idx].is_some() || situation.new_sessions.contains(&(idx as u32));
        if !wanted || plan.placements[idx].is_some() {
            continue;
        }
        let own = session.patient.iter();
        let seats = seated(problem, &situation.plan, idx as u32);
        let patients = own
            .copied()
            .chain(seats)
            .map(|patient| problem.patients[patient as usize].id.clone());
        let is_stuck = situation.stuck.contains(&(idx as u32));
        list.push(Cancelled {
            session: session.key.clone(),
            seats: 0,
            patients: patients.collect(),
            mandated: session.mandated,
            reason: match is_stuck {
                true => "it is locked where it can no longer be; unlock it to have it moved".into(),
                false => why.of_session(idx),
            },
        });
    }
    for (idx, order) in problem.seat_orders.iter().enumerate() {
        let was = match situation.new_orders.contains(&(idx as u32)) {
            true => order.count.max(0) as usize,
            false => situation.plan.seats[idx].len(),
        };
        let missing = was.saturating_sub(plan.seats[idx].len());
        if missing > 0 {
            list.push(Cancelled {
                session: order.order.clone(),
                seats: missing,
                patients: vec![problem.patients[order.patient as usize].id.clone()],
                mandated: order.mandated,
                reason: why.of_seats(idx),
            });
        }
    }
    list
}

/// Patients with a seat in a session.
fn seated(problem: &Problem, plan: &Plan, session: u32) -> Vec<u32> {
    let orders = problem.seat_orders.iter().zip(&plan.seats);
    orders
        .filter(|(_, seats)| seats.contains(&session))
        .map(|(order, _)| order.patient)
        .collect()
}

/// New sessions that have a place, as booked appointments.
fn bookings(situation: &Situation, after: &PlanDocument) -> Vec<Action> {
    let booked = situation.new_sessions.iter().filter_map(|&session| {
        let place = after.sessions[session as usize].place.as_ref()?;
        let urgent = situation.urgent.contains(&session);
        let (clinic, problem) = (&situation.clinic, &situation.extended);
        Some(booking(
            clinic,
            problem,
            session as usize,
            place,
            situation.moment,
            urgent,
        ))
    });
    booked.collect()
}

/// A session at its place as a booked appointment.
pub(super) fn booking(
    clinic: &Clinic,
    problem: &Problem,
    session: usize,
    place: &PlannedPlace,
    moment: DateTime,
    emergency: bool,
) -> Action {
    let session = &problem.sessions[session];
    let taken = |id: &str| clinic.appointments.iter().any(|known| known.id == id);
    let name = session.key.replace('/', "-");
    let id = if taken(&name) { free_id(&name, taken) } else { name };
    Action::AddAppointment {
        appointment: Box::new(Appointment {
            requested: Some(moment),
            confirmed: Some(moment),
            emergency,
            ..place.booked(problem, session, &id)
        }),
    }
}
