//! What is wrong with events as they were given, all at once.

use super::{Incident, MAX_EVENTS, MAX_LATE_MIN};
use crate::model::Clinic;
use crate::model::calendar::{DAY_MIN, DateTime};
use crate::model::clinic::Kind;
use crate::model::problem::Problem;

/// Everything that is wrong with the events.
pub(super) fn faults(clinic: &Clinic, problem: &Problem, events: &[Incident], now: i32) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |row: usize, what: &str| faults.push(format!("events[{row}]{what}"));
    if events.len() > MAX_EVENTS {
        fault(MAX_EVENTS, &format!(": expected at most {MAX_EVENTS} events"));
    }
    let horizon = problem.num_days as i32 * DAY_MIN;
    let unknown = |what: &str| format!(": the clinic has no such {what}");
    let knows_patient = |id: &String| clinic.patients.iter().any(|row| row.id == *id);
    let is_span = |from: &DateTime, until: &DateTime| from < until;
    if now >= horizon {
        fault(0, ": this moment lies after the horizon, so nothing can be changed");
    }
    for (row, event) in events.iter().enumerate().take(MAX_EVENTS) {
        match event {
            Incident::Sick { clinician, from, until } => {
                if !problem.clinicians.iter().any(|known| known.id == *clinician) {
                    fault(row, &format!(".clinician{}", unknown("clinician")));
                }
                if !is_span(from, until) {
                    fault(row, ".until: expected a moment after `from`");
                }
            }
            Incident::Late { clinician, minutes } => {
                if !problem.clinicians.iter().any(|known| known.id == *clinician) {
                    fault(row, &format!(".clinician{}", unknown("clinician")));
                }
                if !(1..=MAX_LATE_MIN).contains(minutes) {
                    fault(row, &format!(".minutes: expected 1 to {MAX_LATE_MIN}"));
                }
            }
            Incident::RoomClosed { room, from, until } => {
                if !problem.rooms.iter().any(|known| known.id == *room) {
                    fault(row, &format!(".room{}", unknown("room")));
                }
                if !is_span(from, until) {
                    fault(row, ".until: expected a moment after `from`");
                }
            }
            Incident::Emergency {
                patient,
                service,
                by,
                minutes,
            } => {
                if !knows_patient(patient) {
                    fault(row, &format!(".patient{}", unknown("patient")));
                }
                match clinic.services.iter().find(|known| known.id == *service) {
                    None => fault(row, &format!(".service{}", unknown("service"))),
                    Some(service) if matches!(service.kind, Kind::Group | Kind::Shift) => {
                        fault(row, ".service: expected a service for a single patient");
                    }
                    Some(_) => {}
                }
                let by = problem.start.map_or(0, |start| by.minutes_since(start));
                if !(now..horizon).contains(&by) {
                    fault(row, ".by: expected a moment from now on and within the horizon");
                }
                if minutes.is_some_and(|minutes| !(1..=DAY_MIN).contains(&minutes)) {
                    fault(row, &format!(".minutes: expected 1 to {DAY_MIN}"));
                }
            }
            Incident::Admission { patient, orders, .. } => {
                if orders.is_empty() {
                    fault(row, ".orders: expected at least one order");
                }
                for (at, order) in orders.iter().enumerate() {
                    let own = patient.as_ref().is_some_and(|patient| patient.id == order.patient);
                    if !own && !knows_patient(&order.patient) {
                        fault(row, &format!(".orders[{at}].patient{}", unknown("patient")));
                    }
                    if !clinic.services.iter().any(|known| known.id == order.service) {
                        fault(row, &format!(".orders[{at}].service{}", unknown("service")));
                    }
                    if clinic.orders.iter().any(|known| known.id == order.id) {
                        fault(row, &format!(".orders[{at}].id: the clinic has an order of that id"));
                    }
                }
            }
        }
    }
    faults
}
