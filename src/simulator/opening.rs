//! The first moment: what is known, what is still to come, and what the calendar holds.

use std::collections::{BTreeMap, BTreeSet};

use super::agenda::Agenda;
use super::emergencies::{WITHIN_MIN, emergencies};
use super::ledger::Ledger;
use super::live::{CALL_MIN, Event, World};
use super::newcomers::newcomers;
use super::rates::Rates;
use super::streams::Streams;
use super::to_come::ToCome;
use crate::model::calendar::{DAY_MIN, DateTime};
use crate::model::clinic::{Appointment, Order, Referral, Status};
use crate::model::problem::{Problem, Session};
use crate::model::{self, Clinic, Plan};
use crate::order::IntoOrdered;

impl World {
    /// Before anything has happened.
    pub(super) fn new(clinic: &Clinic, rates: &Rates, streams: Streams) -> Self {
        let start = clinic.settings.horizon_start;
        let now = clinic.settings.as_of.minutes_since(start);
        let mut clinic = clinic.clone();
        let known = known_now(&clinic);
        let urgent = invite(&mut clinic, rates, streams);
        let later: BTreeMap<String, i32> = calls_later(&clinic);
        let mut to_come = ToCome::of(&clinic, &known, &later);
        let mut agenda = Agenda::new(i64::from(now));
        let mut emergency_sessions = Vec::new();
        for (session, at) in to_come.calls() {
            agenda.enter(i64::from(at), Event::Call(session));
            let row = &mut to_come.all.sessions[session as usize];
            if row.order.as_ref().is_some_and(|order| urgent.contains(order)) {
                hurry(row, at);
                emergency_sessions.push(session);
                clinic
                    .referrals
                    .push(referral(&to_come.all, session, start.at_minute(at)));
            }
        }
        let num_days = known.num_days as i32;
        for day in 0..num_days {
            if day * DAY_MIN + CALL_MIN >= now {
                agenda.enter(i64::from(day * DAY_MIN + CALL_MIN), Event::Morning(day));
            }
        }
        forget_what_is_booked(
            &mut clinic,
            start.at_minute(now.max(0)),
            start.at_minute(num_days * DAY_MIN),
        );
        let problem = to_come.known();
        Self {
            ledger: Ledger::new(&clinic, &to_come.all, start),
            plan: Plan::empty(&problem),
            emergency_sessions,
            away: Vec::new(),
            responses: 0,
            refused: BTreeSet::new(),
            busy: BTreeMap::new(),
            clinic,
            problem,
            to_come,
            agenda,
            rates: rates.clone(),
            streams,
            start,
        }
    }
}

/// When an order is asked for, if that is after the clinic's moment and nothing is booked for it.
fn asked_later(clinic: &Clinic, order: &Order) -> Option<i32> {
    let settings = &clinic.settings;
    let start = settings.horizon_start;
    let at = order.requested?.minutes_since(start);
    let is_later = at >= settings.as_of.minutes_since(start).max(0);
    let is_own = |id: &Option<String>| id.as_ref() == Some(&order.id);
    let is_booked = || {
        clinic.appointments.iter().any(|row| is_own(&row.order))
            || clinic.attendances.iter().any(|row| is_own(&row.order))
    };
    (is_later && !is_booked()).then_some(at)
}

/// When each order that is not known yet is asked for.
fn calls_later(clinic: &Clinic) -> BTreeMap<String, i32> {
    let orders = clinic.orders.iter();
    orders
        .filter_map(|order| Some((order.id.clone(), asked_later(clinic, order)?)))
        .into_map()
}

/// The problem of what is known at the clinic's moment.
fn known_now(clinic: &Clinic) -> Problem {
    let is_known = |order: &Order| asked_later(clinic, order).is_none();
    if clinic.orders.iter().all(is_known) {
        return model::build(clinic).problem;
    }
    let mut known = clinic.clone();
    known.orders.retain(is_known);
    model::build(&known).problem
}

/// Writes down who will call: patients, orders and referrals. The ids of orders for help at once.
fn invite(clinic: &mut Clinic, rates: &Rates, streams: Streams) -> BTreeSet<String> {
    let as_of = clinic.settings.as_of;
    let calls = emergencies(clinic, rates, streams);
    let newcomers = newcomers(clinic, rates, streams);
    let calls = calls.into_iter().filter(|call| call.at >= as_of);
    let calls: Vec<Order> = calls.map(|call| call.order).collect();
    let urgent = calls.iter().map(|order| order.id.clone()).into_set();
    clinic.orders.extend(calls);
    for newcomer in newcomers.into_iter().filter(|newcomer| newcomer.at >= as_of) {
        clinic.referrals.push(Referral {
            id: newcomer.order.id.clone(),
            patient: Some(newcomer.patient.id.clone()),
            service: newcomer.order.service.clone(),
            site: newcomer.site,
            requested: newcomer.at,
            emergency: false,
            first_visit: None,
            closed: None,
        });
        clinic.orders.push(newcomer.order);
        clinic.patients.push(newcomer.patient);
    }
    urgent
}

/// What is booked from now on is written anew, as it is published.
fn forget_what_is_booked(clinic: &mut Clinic, first: DateTime, end: DateTime) {
    let is_ahead = |row: &Appointment| row.start >= first && row.start < end && row.status == Status::Booked;
    let ahead = clinic
        .appointments
        .iter()
        .filter(|row| is_ahead(row))
        .map(|row| row.id.clone())
        .into_set();
    clinic.attendances.retain(|row| !ahead.contains(&row.appointment));
    clinic.appointments.retain(|row| !ahead.contains(&row.id));
}

/// What nobody asks for.
pub(super) fn silence(session: &mut Session) {
    session.windows.clear();
    session.unplaced_cents = 0;
    session.mandated = false;
    session.published = None;
    session.locked = false;
}

/// An emergency may be at any hour from its moment until the end of the day, and is late after half an hour.
fn hurry(session: &mut Session, at: i32) {
    let by = at + WITHIN_MIN;
    session.windows = vec![(at, (at.div_euclid(DAY_MIN) + 1) * DAY_MIN)];
    session.preferred.clear();
    session.due = vec![((by - 1).min(0), by)];
}

/// A call for help as the clinic writes it down; its row says when it was answered.
fn referral(problem: &Problem, session: u32, requested: DateTime) -> Referral {
    let row = &problem.sessions[session as usize];
    let patient = row.patient.map(|patient| problem.patients[patient as usize].id.clone());
    Referral {
        id: row.order.clone().unwrap_or_default(),
        patient,
        service: row.service.clone(),
        site: String::new(),
        requested,
        emergency: true,
        first_visit: None,
        closed: None,
    }
}
