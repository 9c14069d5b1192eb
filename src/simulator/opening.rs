//! The first moment: what is known, what is hidden, and what the calendar holds.

use std::collections::BTreeMap;

use super::agenda::Agenda;
use super::emergencies::{WITHIN_MIN, emergencies};
use super::ledger::Ledger;
use super::live::{CALL_MIN, Event, World};
use super::rates::Rates;
use super::streams::Streams;
use crate::model::calendar::{DAY_MIN, DateTime};
use crate::model::clinic::{Appointment, Referral, Status};
use crate::model::problem::Session;
use crate::model::{self, Clinic, Plan};
use crate::order::IntoOrdered;

impl<'w> World<'w> {
    /// Before anything has happened.
    pub(super) fn new(clinic: &Clinic, rates: &'w Rates, streams: Streams) -> Self {
        let start = clinic.settings.horizon_start;
        let now = clinic.settings.as_of.minutes_since(start);
        let mut clinic = clinic.clone();
        let calls = emergencies(&clinic, rates, streams);
        clinic.orders.extend(calls.iter().map(|call| call.order.clone()));
        let mut problem = model::build(&clinic).problem;
        let mut hidden = BTreeMap::new();
        for call in &calls {
            let at = call.at.minutes_since(start);
            let session = problem
                .sessions
                .iter()
                .position(|row| row.order.as_ref() == Some(&call.order.id));
            if let Some(session) = session.filter(|_| at >= now) {
                let entry = hurried(&problem.sessions[session], at);
                silence(&mut problem.sessions[session]);
                hidden.insert(session as u32, (at, entry));
            }
        }
        let mut agenda = Agenda::new(i64::from(now));
        clinic.referrals.extend(hidden.iter().map(|(&session, &(at, _))| {
            let row = &problem.sessions[session as usize];
            let patient = row.patient.map(|patient| problem.patients[patient as usize].id.clone());
            referral(row, patient, start.at_minute(at))
        }));
        for (&session, &(at, _)) in &hidden {
            agenda.enter(i64::from(at), Event::Emergency(session));
        }
        for day in 0..problem.num_days as i32 {
            if day * DAY_MIN + CALL_MIN >= now {
                agenda.enter(i64::from(day * DAY_MIN + CALL_MIN), Event::Morning(day));
            }
        }
        // What is booked from now on is written anew, as it is published.
        let end = start.at_minute(problem.num_days as i32 * DAY_MIN);
        let first = start.at_minute(now.max(0));
        let is_ahead = |row: &Appointment| row.start >= first && row.start < end && row.status == Status::Booked;
        let ahead = clinic
            .appointments
            .iter()
            .filter(|row| is_ahead(row))
            .map(|row| row.id.clone())
            .into_set();
        clinic.attendances.retain(|row| !ahead.contains(&row.appointment));
        clinic.appointments.retain(|row| !ahead.contains(&row.id));
        Self {
            ledger: Ledger::new(&clinic, &problem, start),
            plan: Plan::empty(&problem),
            emergency_sessions: hidden.keys().copied().collect(),
            away: Vec::new(),
            responses: 0,
            busy: BTreeMap::new(),
            clinic,
            problem,
            hidden,
            agenda,
            rates,
            streams,
            start,
        }
    }
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
fn hurried(session: &Session, at: i32) -> Session {
    let by = at + WITHIN_MIN;
    Session {
        windows: vec![(at, (at.div_euclid(DAY_MIN) + 1) * DAY_MIN)],
        preferred: Vec::new(),
        due: vec![((by - 1).min(0), by)],
        ..session.clone()
    }
}

/// A call for help as the clinic writes it down; its row says when it was answered.
fn referral(session: &Session, patient: Option<String>, requested: DateTime) -> Referral {
    Referral {
        id: session.order.clone().unwrap_or_default(),
        patient,
        service: session.service.clone(),
        site: String::new(),
        requested,
        emergency: true,
        first_visit: None,
        closed: None,
    }
}
