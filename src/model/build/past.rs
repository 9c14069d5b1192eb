//! Which part of the past a plan depends on.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::history::LOOK_BACK_DAYS;
use crate::model::calendar::Date;
use crate::model::clinic::{Appointment, Authorization, Clinic, Status};

/// Takes past appointments, with their attendance, out of the clinic where no plan depends on them: [`build`](super::build)
/// makes the same problem without them. What stays is recent, says who usually treats whom, or has drawn on an
/// authorization that may still be used.
pub fn forget(clinic: &mut Clinic) {
    let forgotten: BTreeSet<String> = {
        let context = Context::new(clinic, &mut Vec::new());
        let past = Past::new(&context);
        let rows = context.rows.appointments.iter();
        let old = rows.filter(|(_, row)| !past.matters(&clinic.appointments[**row]));
        old.map(|(id, _)| id.to_string()).collect()
    };
    // Rows of the same id go together, so that none takes the place of another.
    clinic.appointments.retain(|row| !forgotten.contains(&row.id));
    clinic.attendances.retain(|row| !forgotten.contains(&row.appointment));
}

struct Past<'c> {
    context: &'c Context<'c>,
    /// First day on which visits count for who usually treats whom, from the start of the horizon.
    usual_from: i32,
    /// Patients of appointments for several, by appointment.
    seats: BTreeMap<&'c str, Vec<&'c str>>,
    /// Since when it matters what a patient's authorizations were drawn on for.
    drawn_since: BTreeMap<&'c str, Date>,
}

impl<'c> Past<'c> {
    fn new(context: &'c Context<'c>) -> Self {
        let clinic = context.clinic;
        let mut seats: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for row in &clinic.attendances {
            seats.entry(&row.appointment).or_default().push(&row.patient);
        }
        let mut of_patient: BTreeMap<&str, Vec<&Authorization>> = BTreeMap::new();
        for &row in context.rows.authorizations.values() {
            let row = &clinic.authorizations[row];
            of_patient.entry(&row.patient).or_default().push(row);
        }
        let since = |(patient, rows): (&'c str, Vec<&Authorization>)| Some((patient, since(&rows, context.start)?));
        Self {
            context,
            usual_from: -7 * context.rules.whole("usual.weeks"),
            seats,
            drawn_since: of_patient.into_iter().filter_map(since).collect(),
        }
    }

    fn matters(&self, appointment: &Appointment) -> bool {
        let date = appointment.start.date();
        let day = date.days_since(self.context.start);
        let is_usual =
            day >= self.usual_from && appointment.patient.is_some() && appointment.status == Status::Completed;
        if day >= -LOOK_BACK_DAYS || is_usual {
            return true;
        }
        let draws = |patient: &str| self.drawn_since.get(patient).is_some_and(|since| *since <= date);
        let seats = self.seats.get(&*appointment.id).into_iter().flatten();
        let mut patients = appointment.patient.iter().map(String::as_str).chain(seats.copied());
        let services = &self.context.rows.services;
        let row = services
            .get(&*appointment.service)
            .map(|&row| &self.context.clinic.services[row]);
        row.is_some_and(|service| service.needs_authorization) && patients.any(draws)
    }
}

/// The first day of the authorizations that may still be used, and of those before them on which the same visit could
/// have drawn instead; `None` if none may.
fn since(rows: &[&Authorization], start: Date) -> Option<Date> {
    let mut since = rows.iter().filter(|row| row.until >= start).map(|row| row.from).min()?;
    while let Some(earlier) = rows.iter().find(|row| row.from < since && row.until >= since) {
        since = earlier.from;
    }
    Some(since)
}
