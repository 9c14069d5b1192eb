//! Ways to let something in, in words and as actions.

use serde::Serialize;

use super::alternatives::place_in_words;
use super::amend::{Action, Limit, free_id};
use super::reply::{CostLine, cost_lines};
use crate::model::calendar::{Date, DateTime, clock};
use crate::model::clinic::Clinic;
use crate::model::document::PlannedPlace;
use crate::model::problem::Problem;
use crate::model::remedy::{Cap, Fix};
use crate::optimizer::Unblock;

/// One way to let something in that is not placed. It has been carried out and the checker had nothing new against it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Way {
    /// What would be done, in one sentence.
    pub text: String,
    /// What is done: changes of the clinic for `amend`, then moves in the plan, the thing itself last.
    pub actions: Vec<Action>,
    /// Where it then is; for a seat, where the group is.
    pub place: PlannedPlace,
    /// What the plan's cost changes by, cents, with what was missing at its price.
    pub delta_cents: i64,
    /// The same without what was missing: what the way costs.
    pub extra_cents: i64,
    /// The change by term.
    pub costs: Vec<CostLine>,
}

/// An amount with its sign left out, in units of the currency.
pub(super) fn money(cents: i64) -> String {
    let cents = cents.abs();
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// Ways for a session.
pub(super) fn ways_in_words(clinic: &Clinic, problem: &Problem, ways: &[Unblock]) -> Vec<Way> {
    let in_words = |way: &Unblock| {
        let place = place(clinic, problem, way)?;
        let session = problem.sessions[way.session as usize].key.clone();
        in_words(clinic, problem, way, Action::MoveSession { session, place })
    };
    ways.iter().filter_map(in_words).collect()
}

/// Ways for a seat: the group stays where it is.
pub(super) fn seat_ways_in_words(clinic: &Clinic, problem: &Problem, order: usize, ways: &[Unblock]) -> Vec<Way> {
    let patient = problem.seat_orders[order].patient;
    let in_words = |way: &Unblock| {
        let session = problem.sessions[way.session as usize].key.clone();
        let patient = problem.patients[patient as usize].id.clone();
        in_words(clinic, problem, way, Action::TakeSeat { session, patient })
    };
    ways.iter().filter_map(in_words).collect()
}

/// Where the session is then; a room that does not exist yet has the name that `amend` will give it.
fn place(clinic: &Clinic, problem: &Problem, way: &Unblock) -> Option<PlannedPlace> {
    let mut placement = way.placement.clone();
    placement.room = placement.room.filter(|&room| (room as usize) < problem.rooms.len());
    let mut place = place_in_words(problem, way.session as usize, &placement).ok()?;
    for fix in &way.fixes {
        if let Fix::MoreRooms { like } = fix {
            let like = &problem.rooms.get(*like as usize)?.id;
            place.room = Some(free_id(like, |id| clinic.rooms.iter().any(|room| room.id == id)));
        }
    }
    Some(place)
}

fn in_words(clinic: &Clinic, problem: &Problem, way: &Unblock, itself: Action) -> Option<Way> {
    let start = problem.start?;
    let mut actions = Vec::new();
    let mut words = Vec::new();
    for fix in &way.fixes {
        actions.push(action(clinic, problem, start, fix)?);
        words.push(describe(problem, start, fix));
    }
    for (other, place) in &way.moved {
        let idx = *other as usize;
        let place = place_in_words(problem, idx, place).ok()?;
        let key = &problem.sessions[idx].key;
        words.push(format!(
            "move `{key}` to {} with `{}`",
            moment(place.start),
            place.clinicians.join("`, `")
        ));
        actions.push(Action::MoveSession {
            session: key.clone(),
            place,
        });
    }
    actions.push(itself);
    let extra_cents = way.change.total() - way.change.level_one();
    let sign = if extra_cents < 0 { '-' } else { '+' };
    Some(Way {
        text: format!("{} ({sign}{})", words.join(", and "), money(extra_cents)),
        actions,
        place: place(clinic, problem, way)?,
        delta_cents: way.change.total(),
        extra_cents,
        costs: cost_lines(&way.change),
    })
}

fn moment(at: DateTime) -> String {
    format!("{:?} {} {}", at.date().weekday(), at.date(), clock(at.minute_of_day()))
}

fn span(start: Date, from: i32, until: i32) -> String {
    let until = start.at_minute(until);
    format!("{}-{}", moment(start.at_minute(from)), clock(until.minute_of_day()))
}

/// What a fix asks for, in words.
fn describe(problem: &Problem, start: Date, fix: &Fix) -> String {
    let clinician = |idx: u32| &problem.clinicians[idx as usize].id;
    let key = |idx: u32| &problem.sessions[idx as usize].key;
    match *fix {
        Fix::ClinicianHours {
            clinician: who,
            from,
            until,
        } => {
            format!("`{}` works on {} too", clinician(who), span(start, from, until))
        }
        Fix::RoomHours { room, from, until } => {
            format!(
                "room `{}` is open on {} too",
                problem.rooms[room as usize].id,
                span(start, from, until)
            )
        }
        Fix::MoreRooms { like } => format!("one more room like `{}`", problem.rooms[like as usize].id),
        Fix::MoreEquipment { pool, pieces } => {
            format!("{pieces} more of `{}`", problem.equipment[pool as usize].name)
        }
        Fix::SessionHours { session, from, until } => {
            let patient = problem.sessions[session as usize].patient;
            let patient = patient.map_or("", |patient| &problem.patients[patient as usize].id);
            format!("patient `{patient}` can come on {} too", span(start, from, until))
        }
        Fix::PatientHours { patient, from, until } => {
            let patient = &problem.patients[patient as usize].id;
            format!("patient `{patient}` can come on {} too", span(start, from, until))
        }
        Fix::Authorization { budget, units, day, .. } => {
            let day = start.plus_days(i32::from(day));
            match problem.budgets[budget as usize].id.strip_prefix("none/") {
                Some(patient) => format!("an authorization for patient `{patient}` that covers {day}"),
                None => format!(
                    "renew authorization `{}`: {units} more units, valid on {day}",
                    problem.budgets[budget as usize].id
                ),
            }
        }
        Fix::License {
            clinician: who, day, ..
        } => {
            let day = start.plus_days(i32::from(day));
            format!("renew the license of `{}`, valid on {day}", clinician(who))
        }
        Fix::Limit {
            clinician: who,
            cap,
            by,
            ..
        } => match cap {
            Cap::Day => format!("`{}` works {by} minutes longer than the most of a day", clinician(who)),
            Cap::Week => format!("`{}` works {by} minutes longer than the most of a week", clinician(who)),
            Cap::Points => format!("`{}` takes {}.{} points more a week", clinician(who), by / 10, by % 10),
            Cap::Caseload => format!("`{}` takes {by} more patients", clinician(who)),
        },
        Fix::GroupSeats { session, more } => format!("{more} more seats in `{}`", key(session)),
        Fix::Spacing { session, days, .. } => format!("`{}` may be {days} days from the next one", key(session)),
        Fix::Order { first, second } => format!("`{}` need not come after `{}`", key(second), key(first)),
        Fix::Rest { by } => format!("{by} minutes less rest between two days"),
        Fix::DaysInRow { by } => format!("{by} more days in a row"),
    }
}

/// What a fix asks for, to be carried out; `None` if the clinic has no place for it.
fn action(clinic: &Clinic, problem: &Problem, start: Date, fix: &Fix) -> Option<Action> {
    let clinician = |idx: u32| problem.clinicians[idx as usize].id.clone();
    let order_of = |idx: u32| problem.sessions[idx as usize].order.clone();
    let patient_of = |idx: u32| problem.patients[idx as usize].id.clone();
    let minute = |minute: i32| start.at_minute(minute);
    Some(match *fix {
        Fix::ClinicianHours {
            clinician: who,
            from,
            until,
        } => Action::ClinicianHours {
            clinician: clinician(who),
            from: minute(from),
            until: minute(until),
        },
        Fix::RoomHours { room, from, until } => Action::RoomHours {
            room: problem.rooms.get(room as usize)?.id.clone(),
            from: minute(from),
            until: minute(until),
        },
        Fix::MoreRooms { like } => Action::AddRoom {
            like: problem.rooms.get(like as usize)?.id.clone(),
        },
        Fix::MoreEquipment { pool, pieces } => Action::AddEquipment {
            equipment: problem.equipment.get(pool as usize)?.name.clone(),
            pieces,
        },
        Fix::SessionHours { session, from, until } => Action::PatientHours {
            patient: patient_of(problem.sessions[session as usize].patient?),
            order: order_of(session),
            from: minute(from),
            until: minute(until),
        },
        Fix::PatientHours { patient, from, until } => Action::PatientHours {
            patient: patient_of(patient),
            order: None,
            from: minute(from),
            until: minute(until),
        },
        Fix::Authorization {
            budget,
            session,
            units,
            day,
        } => {
            let id = &problem.budgets[budget as usize].id;
            let row = clinic.authorizations.iter().find(|row| row.id == *id);
            let patient = problem.sessions[session as usize].patient.map(patient_of);
            // A booked session asks for an authorization on the day it is booked for: a new one covers that day too.
            let booked = problem.sessions[session as usize].published.as_ref();
            let booked = booked.map_or(i32::from(day), |booked| problem.day_of(booked.start) as i32);
            let first = if row.is_none() {
                booked.min(i32::from(day))
            } else {
                i32::from(day)
            };
            Action::RenewAuthorization {
                authorization: row.map(|row| row.id.clone()),
                patient: match row {
                    Some(row) => row.patient.clone(),
                    None => patient.or_else(|| id.strip_prefix("none/").map(String::from))?,
                },
                service: problem.sessions[session as usize].service.clone(),
                units: if row.is_some() { units } else { units.max(1) },
                day: start.plus_days(first),
            }
        }
        Fix::License {
            clinician: who,
            session,
            day,
        } => {
            let service = &problem.sessions[session as usize].service;
            let service = clinic.services.iter().find(|row| row.id == *service)?;
            Action::RenewLicense {
                clinician: clinician(who),
                skill: service.skill.clone()?,
                day: start.plus_days(i32::from(day)),
            }
        }
        Fix::Limit {
            clinician: who,
            cap,
            by,
            ..
        } => Action::RaiseLimit {
            clinician: clinician(who),
            limit: match cap {
                Cap::Day => Limit::DayMinutes,
                Cap::Week => Limit::WeekMinutes,
                Cap::Points => Limit::WeekPoints,
                Cap::Caseload => Limit::Caseload,
            },
            by,
        },
        Fix::GroupSeats { session, more } => {
            let key = &problem.sessions[session as usize].key;
            let group = clinic.groups.iter().find(|row| {
                let rest = key.strip_prefix(&*row.id);
                rest.is_some_and(|rest| rest.starts_with("/w"))
            })?;
            Action::GroupSeats {
                group: group.id.clone(),
                more,
            }
        }
        Fix::Spacing { session, order, days } => Action::Spacing {
            order: match order {
                Some(order) => problem.seat_orders[order as usize].order.clone(),
                None => order_of(session)?,
            },
            min_days: days,
        },
        Fix::Order { second, .. } => Action::DropOrder {
            order: order_of(second)?,
        },
        Fix::Rest { by } => Action::Rule {
            rule: "rest.minutes".into(),
            value: f64::from(problem.rules.rest_min - by),
            reason: "to let a session in".into(),
        },
        Fix::DaysInRow { by } => Action::Rule {
            rule: "days_in_row.max".into(),
            value: f64::from(problem.rules.max_days_in_row + by),
            reason: "to let a session in".into(),
        },
    })
}
