//! From one week that was lived through to the next.

use std::collections::BTreeSet;

use super::ledger::Ledger;
use super::live::Lived;
use crate::model::calendar::{DAY_MIN, Date};
use crate::model::clinic::{Appointment, Attendance, Kind, Order, Status};
use crate::model::{Clinic, Plan};
use crate::order::IntoOrdered;

/// The clinic before the next stretch of the same length, planned as long ahead as the first one. What this policy
/// published is the pattern: it stands again at the same times, for every order that still runs. Whoever was referred
/// and has not been seen still waits. Nobody is admitted or discharged and no authorization is renewed.
pub fn next_stretch(before: &Clinic, lived: &Lived) -> Clinic {
    let mut clinic = lived.clinic.clone();
    let (old, days) = (before.settings.horizon_start, before.settings.horizon_days);
    let start = old.plus_days(days);
    let ahead = before.settings.as_of.minutes_since(old).min(0);
    clinic.settings.horizon_start = start;
    clinic.settings.as_of = start.at_minute(ahead);
    still_waiting(&mut clinic, start);
    let pattern = pattern(&clinic, lived, old);
    for (row, seats) in pattern {
        let date = row.start.date().plus_days(days);
        let runs = |id: &Option<String>| id.as_ref().is_none_or(|id| is_running(&clinic, id, date));
        if !runs(&row.order) {
            continue;
        }
        let id = format!("standing {date}-{}", clinic.appointments.len());
        let seats: Vec<_> = seats.into_iter().filter(|seat| runs(&seat.order)).collect();
        for seat in seats {
            clinic.attendances.push(Attendance {
                appointment: id.clone(),
                ..seat
            });
        }
        clinic.appointments.push(Appointment {
            id,
            start: row.start.plus_minutes(days * DAY_MIN),
            ..row
        });
    }
    clinic
}

type Row = (Appointment, Vec<Attendance>);

/// The published schedule as rows.
fn pattern(clinic: &Clinic, lived: &Lived, start: Date) -> Vec<Row> {
    let mut ledger = Ledger::new(clinic, &lived.problem, start);
    let nothing = Plan::empty(&lived.problem);
    ledger.follow(&lived.problem, &nothing, &lived.published, lived.from);
    let seats = ledger.seats;
    ledger
        .rows
        .into_iter()
        .map(|row| {
            let own = seats.iter().filter(|seat| seat.appointment == row.id).cloned();
            let own = own.collect();
            (row, own)
        })
        .collect()
}

/// An order of sessions that are repeated, and that runs on this date.
fn is_running(clinic: &Clinic, id: &str, date: Date) -> bool {
    let order = clinic.orders.iter().find(|order| order.id == id);
    order.is_some_and(|order| order.requested.is_none() && order.until >= date)
}

/// Orders of those who asked: they wait until they are seen, and a first visit is no longer asked for then.
fn still_waiting(clinic: &mut Clinic, start: Date) {
    let seen: BTreeSet<String> = clinic
        .appointments
        .iter()
        .filter(|row| row.status == Status::Completed)
        .filter_map(|row| row.order.clone())
        .into_set();
    let is_first = |order: &Order| {
        let service = clinic.services.iter().find(|service| service.id == order.service);
        service.is_some_and(|service| service.kind == Kind::Evaluation)
    };
    let first: BTreeSet<String> = clinic
        .orders
        .iter()
        .filter(|order| order.requested.is_some() && is_first(order))
        .map(|order| order.id.clone())
        .into_set();
    for order in clinic.orders.iter_mut().filter(|order| order.requested.is_some()) {
        if order.id.starts_with(super::emergencies::EMERGENCY) {
            continue;
        }
        if !seen.contains(&order.id) && order.until < start.plus_days(6) {
            order.until = start.plus_days(6);
        } else if seen.contains(&order.id) && first.contains(&order.id) {
            order.until = order.until.min(start.plus_days(-1));
        }
    }
}
