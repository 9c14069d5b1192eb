//! What happens on the day, in the words of the clinic, and the problem that it leaves.

mod faults;

use serde::{Deserialize, Serialize};

use super::amend::{Action, apply, free_id};
use super::check::document;
use super::desk::Desk;
use super::graft::graft;
use crate::error::{Error, Result};
use crate::model::calendar::{DAY_MIN, Date, DateTime};
use crate::model::clinic::{Absence, Absentee, Authorization, Order, Patient};
use crate::model::disruption::{Disruption, disrupt};
use crate::model::problem::{Interval, Problem};
use crate::model::{self, Clinic, Plan, PlanDocument};

/// Most events in one request; our choice.
const MAX_EVENTS: usize = 50;
/// Longest that somebody can be behind, minutes; our choice.
const MAX_LATE_MIN: i32 = 480;

/// Something that has happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Incident {
    /// A patient must be seen by some time, whatever the patient's usual hours.
    Emergency {
        /// Patient id.
        patient: String,
        /// Service id of what is needed.
        service: String,
        /// When it should have begun.
        by: DateTime,
        /// Length, minutes, if it differs from the service's.
        #[serde(default)]
        minutes: Option<i32>,
    },
    /// A clinician is behind from now on.
    Late {
        /// Clinician id.
        clinician: String,
        /// By so many minutes, 1 to 480.
        minutes: i32,
    },
    /// A clinician is not there.
    Sick {
        /// Clinician id.
        clinician: String,
        /// First moment away.
        from: DateTime,
        /// First moment back.
        until: DateTime,
    },
    /// A room cannot be used.
    RoomClosed {
        /// Room id.
        room: String,
        /// First moment closed.
        from: DateTime,
        /// First moment open again.
        until: DateTime,
    },
    /// A patient is admitted, or gets new orders: their sessions are put into the rest of the horizon.
    Admission {
        /// The patient's row, if new.
        #[serde(default)]
        patient: Option<Box<Patient>>,
        /// What the patient must receive.
        orders: Vec<Order>,
        /// What the payer has granted for it.
        #[serde(default)]
        authorizations: Vec<Authorization>,
    },
}

/// Everything a repair starts from.
pub(super) struct Situation {
    /// The clinic with new patients and orders; only patients and contacts if there are none.
    pub clinic: Clinic,
    /// Its problem, with what the plan has as the published plan: costs are counted against this.
    pub extended: Problem,
    /// The same after what has happened: plans are checked against this.
    pub after: Problem,
    /// The plan under way.
    pub plan: Plan,
    pub moment: DateTime,
    /// The moment as a minute of the horizon.
    pub now: i32,
    pub new_sessions: Vec<u32>,
    pub new_orders: Vec<u32>,
    /// Those of the new sessions that are emergencies.
    pub urgent: Vec<u32>,
    pub stuck: Vec<u32>,
    pub faults_before: usize,
    pub actions: Vec<Action>,
}

/// An emergency, as it was entered as an order.
struct Urgent {
    order: String,
    by: DateTime,
}

impl Situation {
    /// What the events make of clinic and plan.
    pub(super) fn new(
        desk: &Desk,
        plan: Option<&PlanDocument>,
        now: Option<DateTime>,
        events: &[Incident],
        locks: &[String],
    ) -> Result<Self> {
        let (clinic, given) = (desk.clinic()?, desk.problem()?);
        let moment = now.unwrap_or(clinic.settings.as_of);
        let start = given
            .start
            .ok_or_else(|| Error::new("plan.no_calendar", "this problem has no calendar dates"))?;
        let base = match plan {
            Some(document) => document.to_plan(&given)?,
            None => Plan::published(&given),
        };
        let now = moment.minutes_since(start);
        let faults = faults::faults(clinic, &given, events, now);
        if !faults.is_empty() {
            return Err(Error::new("repair.wrong_event", faults.join("; ")).at("events"));
        }
        let (mut actions, urgent) = actions(clinic, events, moment);
        let (clinic, mut extended, plan) = extend(clinic, &given, base, &actions, urgent.len())?;
        lock(&mut extended, &plan, locks)?;
        let added = added_orders(&actions);
        let is_new = |order: &str| added.contains(&order);
        let new_sessions: Vec<u32> = (0_u32..)
            .zip(&extended.sessions)
            .filter(|(_, session)| session.order.as_deref().is_some_and(is_new))
            .map(|(idx, _)| idx)
            .collect();
        let new_orders: Vec<u32> = (0_u32..)
            .zip(&extended.seat_orders)
            .filter(|(_, order)| is_new(&order.order))
            .map(|(idx, _)| idx)
            .collect();
        let silent = silent_orders(&actions, &extended);
        if !silent.is_empty() {
            let message = format!(
                "no session in the horizon, because the patient is not in care: {}",
                silent.join(", ")
            );
            return Err(Error::new("repair.wrong_event", message).at("events"));
        }
        let urgent = hurry(&mut extended, &new_sessions, &urgent, now, start);
        for (session, placement) in extended.sessions.iter_mut().zip(&plan.placements) {
            if !session.locked {
                session.published.clone_from(placement);
            }
        }
        let faults_before = model::check(&extended, &plan).len();
        let disrupted = disrupt(&extended, &plan, now, &disruptions(&extended, events, start));
        actions.extend(unlocked(desk.clinic()?, &extended, &disrupted.stuck, start));
        Ok(Self {
            clinic,
            after: disrupted.problem,
            stuck: disrupted.stuck,
            extended,
            plan,
            moment,
            now,
            new_sessions,
            new_orders,
            urgent,
            faults_before,
            actions,
        })
    }
}

/// The bookings that can no longer hold, unlocked.
fn unlocked(clinic: &Clinic, problem: &Problem, stuck: &[u32], start: Date) -> Vec<Action> {
    let unlock = |&idx: &u32| {
        let session = &problem.sessions[idx as usize];
        let booked = session.published.as_ref()?;
        let clinicians: Vec<String> = booked
            .parts
            .iter()
            .map(|part| problem.clinicians[part.clinician as usize].id.clone())
            .collect();
        let begins = start.at_minute(booked.start);
        let is_booked = clinic
            .appointments
            .iter()
            .any(|row| row.start == begins && row.clinicians == clinicians);
        is_booked.then(|| Action::Unlock {
            session: session.key.clone(),
            clinicians,
            start: begins,
        })
    };
    stuck.iter().filter_map(unlock).collect()
}

/// New orders that ask for nothing in the horizon: the service of each.
fn silent_orders(actions: &[Action], problem: &Problem) -> Vec<String> {
    let asks = |id: &str| {
        let sessions = problem
            .sessions
            .iter()
            .any(|session| session.order.as_deref() == Some(id));
        sessions || problem.seat_orders.iter().any(|order| order.order == id)
    };
    let orders = actions.iter().filter_map(|action| match action {
        Action::AddOrder { order } if !asks(&order.id) => Some(format!("`{}`", order.service)),
        _ => None,
    });
    orders.collect()
}

/// Ids of the orders that the actions add.
fn added_orders(actions: &[Action]) -> Vec<&str> {
    let orders = actions.iter().filter_map(|action| match action {
        Action::AddOrder { order } => Some(order.id.as_str()),
        _ => None,
    });
    orders.collect()
}

/// Clinic, problem and plan with new patients and orders. The clinic holds all its tables only if it had to be built
/// anew: else settings, patients, contacts and consents are all that is asked of it.
pub(super) fn extend(
    clinic: &Clinic,
    given: &Problem,
    base: Plan,
    actions: &[Action],
    num_urgent: usize,
) -> Result<(Clinic, Problem, Plan)> {
    let added = actions
        .iter()
        .filter(|action| !matches!(action, Action::AddAbsence { .. }));
    let orders: Vec<&Order> = added
        .clone()
        .filter_map(|action| match action {
            Action::AddOrder { order } => Some(&**order),
            _ => None,
        })
        .collect();
    let only_urgent = orders.len() == num_urgent && orders.len() == added.clone().count();
    let grown = match (only_urgent, orders.is_empty()) {
        (true, true) => Some(given.clone()),
        (true, false) => graft(clinic, given, &orders),
        _ => None,
    };
    if let Some(grown) = grown {
        let people = Clinic {
            patients: clinic.patients.clone(),
            contacts: clinic.contacts.clone(),
            consents: clinic.consents.clone(),
            settings: clinic.settings.clone(),
            ..Clinic::default()
        };
        let mut plan = base;
        plan.placements.resize(grown.sessions.len(), None);
        return Ok((people, grown, plan));
    }
    let mut clinic = clinic.clone();
    let causes: Vec<String> = added.filter_map(|action| apply(&mut clinic, action).err()).collect();
    if !causes.is_empty() {
        return Err(Error::new("repair.wrong_event", causes.join("; ")).at("events"));
    }
    let problem = model::build(&clinic).problem;
    let plan = document(given, &base)?.to_plan(&problem)?;
    Ok((clinic, problem, plan))
}

/// Locks sessions where the plan has them.
fn lock(problem: &mut Problem, plan: &Plan, locks: &[String]) -> Result<()> {
    let mut unknown = Vec::new();
    for (row, key) in locks.iter().enumerate() {
        let idx = problem.sessions.iter().position(|session| session.key == *key);
        match idx.and_then(|idx| Some((idx, plan.placements[idx].clone()?))) {
            Some((idx, placement)) => {
                problem.sessions[idx].locked = true;
                problem.sessions[idx].published = Some(placement);
            }
            None => unknown.push(format!("locks[{row}]")),
        }
    }
    if unknown.is_empty() {
        return Ok(());
    }
    let message = format!(
        "only a session that the plan has placed can be locked: {}",
        unknown.join(", ")
    );
    Err(Error::new("plan.unknown_reference", message).at("locks"))
}

/// Emergencies may be at any hour from now on until the end of their week, and are late after their time.
fn hurry(problem: &mut Problem, new_sessions: &[u32], urgent: &[Urgent], now: i32, start: Date) -> Vec<u32> {
    let mut found = Vec::new();
    for &session in new_sessions {
        let order = problem.sessions[session as usize].order.clone().unwrap_or_default();
        let Some(urgent) = urgent.iter().find(|urgent| urgent.order == order) else {
            continue;
        };
        let by = urgent.by.minutes_since(start);
        let week = |day: usize| {
            let duty = problem.duties.iter().find(|duty| usize::from(duty.day) == day);
            duty.map(|duty| duty.week)
        };
        let first = problem.day_of(now.max(by));
        let days = (problem.day_of(now)..problem.num_days)
            .filter(|&day| day <= first || week(day).is_some() && week(day) == week(first));
        let windows: Vec<Interval> = days
            .map(|day| (now.max(day as i32 * DAY_MIN), (day as i32 + 1) * DAY_MIN))
            .collect();
        let entry = &mut problem.sessions[session as usize];
        entry.windows = windows;
        entry.preferred = Vec::new();
        entry.due = vec![((by - 1).min(0), by)];
        found.push(session);
    }
    found
}

/// What a clinic is told of the events, and the orders that stand for emergencies.
fn actions(clinic: &Clinic, events: &[Incident], moment: DateTime) -> (Vec<Action>, Vec<Urgent>) {
    let mut actions = Vec::new();
    let mut urgent: Vec<Urgent> = Vec::new();
    let absence = |what, id: &String, from: &DateTime, until: &DateTime, reason: &str| Action::AddAbsence {
        absence: Absence {
            what,
            id: id.clone(),
            from: *from,
            until: *until,
            reason: Some(reason.into()),
        },
    };
    for event in events {
        match event {
            Incident::Sick { clinician, from, until } => {
                actions.push(absence(Absentee::Clinician, clinician, from, until, "sick"));
            }
            Incident::RoomClosed { room, from, until } => {
                actions.push(absence(Absentee::Room, room, from, until, "closed"));
            }
            Incident::Late { .. } => {}
            Incident::Admission {
                patient,
                orders,
                authorizations,
            } => {
                actions.extend(patient.iter().map(|patient| Action::AddPatient {
                    patient: patient.clone(),
                }));
                actions.extend(orders.iter().map(|order| Action::AddOrder {
                    order: Box::new(order.clone()),
                }));
                actions.extend(authorizations.iter().map(|row| Action::AddAuthorization {
                    authorization: row.clone(),
                }));
            }
            Incident::Emergency {
                patient,
                service,
                by,
                minutes,
            } => {
                let taken = |id: &str| {
                    clinic.orders.iter().any(|order| order.id == id) || urgent.iter().any(|urgent| urgent.order == id)
                };
                let id = free_id("emergency", taken);
                let order = urgent_order(clinic, &id, patient, service, *by, *minutes, moment);
                actions.push(Action::AddOrder { order: Box::new(order) });
                urgent.push(Urgent { order: id, by: *by });
            }
        }
    }
    (actions, urgent)
}

/// An order for one session in the week of the moment by which it is wanted.
fn urgent_order(
    clinic: &Clinic,
    id: &str,
    patient: &str,
    service: &str,
    by: DateTime,
    minutes: Option<i32>,
    moment: DateTime,
) -> Order {
    let first = by.date().plus_days(-clinic.settings.days_into_week(by.date()));
    Order {
        minutes,
        priority: Some(5),
        requested: Some(moment),
        due_by: Some(by),
        mandated: true,
        ..Order::weekly(id, patient, service, first, first.plus_days(6))
    }
}

fn disruptions(problem: &Problem, events: &[Incident], start: Date) -> Vec<Disruption> {
    let clinician = |id: &String| {
        let at = problem.clinicians.iter().position(|row| row.id == *id);
        at.map_or(u32::MAX, |at| at as u32)
    };
    let minute = |moment: &DateTime| moment.minutes_since(start);
    let of = |event: &Incident| match event {
        Incident::Sick {
            clinician: id,
            from,
            until,
        } => Some(Disruption::Away {
            clinician: clinician(id),
            from: minute(from),
            until: minute(until),
        }),
        Incident::Late { clinician: id, minutes } => Some(Disruption::Late {
            clinician: clinician(id),
            minutes: *minutes,
        }),
        Incident::RoomClosed { room: id, from, until } => Some(Disruption::Closed {
            room: problem.rooms.iter().position(|row| row.id == *id)? as u32,
            from: minute(from),
            until: minute(until),
        }),
        Incident::Emergency { .. } | Incident::Admission { .. } => None,
    };
    events.iter().filter_map(of).collect()
}
