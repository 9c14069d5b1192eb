//! The week as it is published: the standing week, with absences dealt with as far as heard of.

use crate::model::clinic::{Appointment, Attendance, Party, Status};
use crate::rng::Rng;

use super::super::draft::Draft;
use super::super::history::agreed;
use super::{Entry, Habits, StandingWeek, What, has_skill, within};

/// Writes the planned week into the appointments: the standing week, with absences dealt with as far as heard of.
pub(crate) fn publish(draft: &mut Draft, week: &StandingWeek, habits: &Habits) {
    let mut number = 0;
    for entry in week.entries.iter().filter(|entry| entry.when.weeks & 1 == 1) {
        number += 1;
        let mut rng = draft.rng("publish", entry.key);
        let mut entry = entry.clone();
        if is_away(draft, &entry) && rng.chance(habits.hears_of_absence) {
            let Some(other) = cover(draft, week, &entry, &mut rng) else {
                continue;
            };
            entry.clinicians[0] = other;
        }
        let row = appointment(draft, &entry, format!("a{number}"), &mut rng);
        for &seat in &entry.seats {
            draft.clinic.attendances.push(Attendance {
                appointment: row.id.clone(),
                patient: draft.clinic.patients[draft.demands[seat].patient].id.clone(),
                order: draft.demands[seat]
                    .order
                    .map(|order| draft.clinic.orders[order].id.clone()),
                status: Status::Booked,
                changed: None,
                changed_by: None::<Party>,
            });
        }
        draft.clinic.appointments.push(row);
    }
}

/// True if the first clinician has an absence at that time.
fn is_away(draft: &Draft, entry: &Entry) -> bool {
    let from = draft.monday.at_minute(entry.when.day as i32 * 1440 + entry.when.start);
    let until = from.plus_minutes(entry.when.minutes);
    let id = &draft.clinic.clinicians[entry.clinicians[0]].id;
    draft
        .clinic
        .absences
        .iter()
        .any(|absence| absence.id == *id && absence.from < until && from < absence.until)
}

/// Someone else at the same time, whoever comes to mind first.
fn cover(draft: &Draft, week: &StandingWeek, entry: &Entry, rng: &mut Rng) -> Option<usize> {
    let service = &draft.clinic.services[entry.service];
    let site = &draft.clinic.clinicians[entry.clinicians[0]].site;
    let able: Vec<usize> = (0..draft.clinic.clinicians.len())
        .filter(|&at| {
            let clinician = &draft.clinic.clinicians[at];
            clinician.site == *site
                && !entry.clinicians.contains(&at)
                && has_skill(clinician, service)
                && within(&clinician.hours, entry.when)
                && week.clinicians.is_free(at, entry.when, 0)
        })
        .collect();
    rng.pick(&able).copied()
}

fn appointment(draft: &Draft, entry: &Entry, id: String, rng: &mut Rng) -> Appointment {
    let start = draft.monday.at_minute(entry.when.day as i32 * 1440 + entry.when.start);
    let demand = match entry.what {
        What::Demand(demand) => Some(&draft.demands[demand]),
        _ => None,
    };
    let order = demand
        .and_then(|demand| demand.order)
        .map(|order| &draft.clinic.orders[order]);
    let requested = order.and_then(|order| order.requested);
    let confirmed = match requested {
        Some(requested) => Some(
            requested
                .plus_minutes(15 + rng.between(5, 90))
                .min(draft.clinic.settings.as_of),
        ),
        None => demand.map(|_| start.plus_minutes(-1440 * rng.between(5, 21))),
    };
    let as_of = draft.clinic.settings.as_of;
    Appointment {
        order: order.map(|order| order.id.clone()),
        patient: demand.map(|demand| draft.clinic.patients[demand.patient].id.clone()),
        status: Status::Booked,
        requested: requested.filter(|&moment| moment < as_of),
        confirmed: confirmed.map(|moment| moment.min(as_of.plus_minutes(-60))),
        ..agreed(draft, entry, start, id)
    }
}
