//! New sessions of known patients put into a problem that stands, without building it anew: a build reads half a year
//! of appointments, and an emergency cannot wait for it.

use crate::model::clinic::{Modality, Order};
use crate::model::problem::{ANYWHERE, Choice, Place, Pool, Problem, Session};
use crate::model::{self, Clinic};

/// The problem with the sessions that some orders of known patients ask for, at its end. `None` where this cannot be
/// done: then the clinic has to be built anew.
pub(super) fn graft(clinic: &Clinic, problem: &Problem, orders: &[&Order]) -> Option<Problem> {
    let small = model::build(&excerpt(clinic, orders)).problem;
    let mut grown = problem.clone();
    for session in &small.sessions {
        let is_new = orders.iter().any(|order| session.order.as_deref() == Some(&*order.id));
        if is_new {
            let session = transplant(&small, &mut grown, session)?;
            grown.sessions.push(session);
        }
    }
    Some(grown)
}

/// The clinic with nothing but what concerns the patients of these orders.
fn excerpt(clinic: &Clinic, orders: &[&Order]) -> Clinic {
    let concerns = |patient: &str| orders.iter().any(|order| order.patient == patient);
    let of = |patient: &Option<String>| patient.as_deref().is_some_and(concerns);
    let mut small = Clinic {
        settings: clinic.settings.clone(),
        weights: clinic.weights.clone(),
        rules: clinic.rules.clone(),
        sites: clinic.sites.clone(),
        rooms: clinic.rooms.clone(),
        equipment: clinic.equipment.clone(),
        services: clinic.services.clone(),
        clinicians: clinic.clinicians.clone(),
        licenses: clinic.licenses.clone(),
        absences: clinic.absences.clone(),
        travel: clinic.travel.clone(),
        ..Clinic::default()
    };
    small
        .patients
        .extend(clinic.patients.iter().filter(|row| concerns(&row.id)).cloned());
    small
        .contacts
        .extend(clinic.contacts.iter().filter(|row| concerns(&row.patient)).cloned());
    small
        .consents
        .extend(clinic.consents.iter().filter(|row| concerns(&row.patient)).cloned());
    small
        .orders
        .extend(clinic.orders.iter().filter(|row| concerns(&row.patient)).cloned());
    small.orders.extend(orders.iter().map(|&order| order.clone()));
    let authorizations = clinic.authorizations.iter();
    small
        .authorizations
        .extend(authorizations.filter(|row| concerns(&row.patient)).cloned());
    small
        .appointments
        .extend(clinic.appointments.iter().filter(|row| of(&row.patient)).cloned());
    small
}

/// The session with the indices of the other problem.
fn transplant(small: &Problem, grown: &mut Problem, session: &Session) -> Option<Session> {
    let mut session = session.clone();
    let patient = &small.patients.get(session.patient? as usize)?.id;
    let patient = grown.patients.iter().position(|known| known.id == *patient)? as u32;
    let home = home(grown, patient);
    for choice in &mut session.choices {
        match choice.modality {
            Modality::Home => choice.place = home?,
            // Sites and the homes of clinicians come first in both.
            _ if choice.place != ANYWHERE && choice.place as usize >= grown.travel.num_places => return None,
            _ => {}
        }
        choice.room_classes = room_classes(small, grown, choice);
    }
    for draw in &mut session.draws {
        let budget = small.budgets.get(draw.budget as usize)?;
        let known = grown.budgets.iter().position(|known| known.id == budget.id);
        draw.budget = known.unwrap_or_else(|| {
            grown.budgets.push(budget.clone());
            grown.budgets.len() - 1
        }) as u32;
    }
    session.thread = session.thread.map(|thread| {
        let same = small.sessions.iter().filter(|other| other.thread == Some(thread));
        let known = same.filter_map(|other| {
            let known = grown.sessions.iter().find(|known| known.key == other.key)?;
            known.thread
        });
        let next = grown.sessions.iter().filter_map(|known| known.thread).max();
        known.min().unwrap_or_else(|| next.map_or(0, |next| next + 1))
    });
    session.patient = Some(patient);
    Some(session)
}

/// Where a patient is visited.
fn home(problem: &Problem, patient: u32) -> Option<Place> {
    let sessions = problem
        .sessions
        .iter()
        .filter(|session| session.patient == Some(patient));
    let mut choices = sessions.flat_map(|session| &session.choices);
    let visit = choices.find(|choice| choice.modality == Modality::Home && choice.room_classes.is_empty());
    visit.map(|choice| choice.place)
}

/// The classes of the same rooms; a class without rooms stays one.
fn room_classes(small: &Problem, grown: &mut Problem, choice: &Choice) -> Vec<u16> {
    let mut classes: Vec<u16> = Vec::new();
    for &class in &choice.room_classes {
        let rooms = small.rooms.iter().filter(|room| room.class == class);
        let known = rooms.filter_map(|room| grown.rooms.iter().find(|known| known.id == room.id));
        let mut found: Vec<u16> = known.map(|room| room.class).collect();
        if found.is_empty() {
            found.push(grown.room_classes.len() as u16);
            grown.room_classes.push(Pool {
                name: "not possible".into(),
                count: 0,
                open: Vec::new(),
            });
        }
        for class in found {
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
    }
    classes
}
