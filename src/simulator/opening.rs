//! The first moment: what is known, what is hidden, and what the calendar holds.

use std::collections::{BTreeMap, BTreeSet};

use super::agenda::Agenda;
use super::emergencies::{WITHIN_MIN, emergencies};
use super::ledger::Ledger;
use super::live::{CALL_MIN, Event, World};
use super::newcomers::newcomers;
use super::rates::Rates;
use super::streams::Streams;
use crate::model::calendar::{DAY_MIN, DateTime};
use crate::model::clinic::{Appointment, Referral, Status};
use crate::model::problem::Session;
use crate::model::{self, Clinic, Plan};
use crate::order::IntoOrdered;

impl World {
    /// Before anything has happened.
    pub(super) fn new(clinic: &Clinic, rates: &Rates, streams: Streams) -> Self {
        let start = clinic.settings.horizon_start;
        let now = clinic.settings.as_of.minutes_since(start);
        let mut clinic = clinic.clone();
        let calls = emergencies(&clinic, rates, streams);
        let newcomers = newcomers(&clinic, rates, streams);
        clinic.orders.extend(calls.iter().map(|call| call.order.clone()));
        for newcomer in newcomers {
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
        let mut problem = model::build(&clinic).problem;
        let urgent: BTreeSet<&str> = calls.iter().map(|call| call.order.id.as_str()).into_set();
        // Whatever is asked for only later stands in the problem as sessions that nobody wants.
        let later = clinic.orders.iter().filter_map(|order| {
            let at = order.requested?.minutes_since(start);
            (at >= now.max(0)).then_some((order.id.as_str(), at))
        });
        let later: BTreeMap<&str, i32> = later.into_map();
        let mut hidden = BTreeMap::new();
        let mut emergency_sessions = Vec::new();
        for (session, row) in (0_u32..).zip(&mut problem.sessions) {
            let Some((&id, &at)) = row.order.as_deref().and_then(|id| later.get_key_value(id)) else {
                continue;
            };
            let entry = match urgent.contains(id) {
                true => hurried(row, at),
                false => row.clone(),
            };
            if urgent.contains(id) {
                emergency_sessions.push(session);
            }
            silence(row);
            hidden.insert(session, (at, entry));
        }
        let mut agenda = Agenda::new(i64::from(now));
        for &session in &emergency_sessions {
            let (row, at) = (&problem.sessions[session as usize], hidden[&session].0);
            let patient = row.patient.map(|patient| problem.patients[patient as usize].id.clone());
            clinic.referrals.push(referral(row, patient, start.at_minute(at)));
        }
        for (&session, &(at, _)) in &hidden {
            let event = match emergency_sessions.binary_search(&session) {
                Ok(_) => Event::Emergency(session),
                Err(_) => Event::Referral(session),
            };
            agenda.enter(i64::from(at), event);
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
            emergency_sessions,
            away: Vec::new(),
            responses: 0,
            refused: BTreeSet::new(),
            busy: BTreeMap::new(),
            clinic,
            problem,
            hidden,
            agenda,
            rates: rates.clone(),
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
