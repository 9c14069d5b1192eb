//! Authorizations as payers give them: enough for most, nearly used up or ending in the planned week for a few.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::calendar::Date;
use crate::model::clinic::{Authorization, Billing, Phase, Service, Status, Unit};
use crate::order::{Arrange, IntoOrdered};

use super::draft::Draft;

/// What is left for the planned week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// Enough for weeks.
    Plenty,
    /// One unit fewer than the week needs.
    Short,
    /// Enough, but the last day is Wednesday.
    UntilWednesday,
}

/// Services that need an authorization by the unit they are counted in, and what the planned week needs of it.
type Wanted = BTreeMap<(usize, Unit), (BTreeSet<usize>, i32)>;

/// One authorization for every patient and unit. Units used so far are counted from the history, so that what is left
/// is what this module says. Records as described in [KIPU-UR].
pub(crate) fn grant(draft: &mut Draft) {
    let used = used_units(draft);
    let mut wanted = Wanted::new();
    for demand in &draft.demands {
        let service = &draft.clinic.services[demand.service];
        if service.needs_authorization {
            let unit = unit(service);
            let entry = wanted.entry((demand.patient, unit)).or_default();
            entry.0.insert(demand.service);
            let week = if demand.offset == 0 { demand.per_week } else { 0 };
            entry.1 = if unit == Unit::Day {
                entry.1.max(week)
            } else {
                entry.1 + week
            };
        }
    }
    for &(patient, service) in used.keys() {
        let row = &draft.clinic.services[service];
        if row.needs_authorization {
            wanted.entry((patient, unit(row))).or_default().0.insert(service);
        }
    }
    let rows: Vec<Authorization> = wanted
        .into_iter()
        .map(|((patient, unit), (services, week))| authorization(draft, patient, unit, &services, week, &used))
        .collect();
    draft.clinic.authorizations = rows;
}

fn unit(service: &Service) -> Unit {
    if service.billing == Billing::PerDiem {
        Unit::Day
    } else {
        Unit::Visit
    }
}

fn authorization(
    draft: &Draft,
    patient: usize,
    unit: Unit,
    services: &BTreeSet<usize>,
    week: i32,
    used: &BTreeMap<(usize, usize), Vec<Date>>,
) -> Authorization {
    let row = &draft.clinic.patients[patient];
    let mut rng = draft.rng("authorization", patient as u64 * 2 + unit as u64 % 2);
    let left = match rng.weighted(&[0.945, 0.03, 0.025]) {
        // Program days that run out would leave whole weeks without treatment: payers review those in time.
        1 if unit == Unit::Visit && week > 0 => Left::Short,
        2 if unit == Unit::Visit && week > 0 && row.phase != Phase::PartialHospitalization => Left::UntilWednesday,
        _ => Left::Plenty,
    };
    let mut days: Vec<Date> = services
        .iter()
        .filter_map(|&service| used.get(&(patient, service)))
        .flatten()
        .copied()
        .collect();
    days.arrange();
    if unit == Unit::Day {
        days.dedup();
    }
    let left_units = match (left, row.discharged) {
        // One past stay in twelve went a little beyond what was granted.
        (_, Some(_)) => {
            if rng.chance(0.08) {
                -1
            } else {
                rng.between(0, 3)
            }
        }
        (Left::Plenty, None) => week.max(1) * rng.between(2, 6) + 2,
        (Left::Short, None) => week - 1,
        (Left::UntilWednesday, None) => week + rng.between(0, 3),
    };
    let until = match (left, row.discharged) {
        (_, Some(day)) => day,
        (Left::UntilWednesday, None) => draft.monday.plus_days(2),
        _ => draft.monday.plus_days(rng.between(7, 60)),
    };
    Authorization {
        id: format!(
            "z{}{}",
            row.id.trim_start_matches('p'),
            if unit == Unit::Day { "d" } else { "v" }
        ),
        patient: row.id.clone(),
        payer: ["Payer A", "Payer B", "State plan"][rng.weighted(&[0.4, 0.25, 0.35])].into(),
        services: services
            .iter()
            .map(|&service| draft.clinic.services[service].id.clone())
            .collect(),
        unit,
        units: (days.len() as i32 + left_units).max(0),
        used: 0,
        from: row.admitted.unwrap_or(draft.monday),
        until,
    }
}

/// A session that was held draws units, and one that is booked or not resolved is taken to do so.
fn draws(status: Status) -> bool {
    matches!(status, Status::Completed | Status::Booked)
}

/// Days of sessions that draw units, by patient and service index.
fn used_units(draft: &Draft) -> BTreeMap<(usize, usize), Vec<Date>> {
    let patients: BTreeMap<&str, usize> = draft
        .clinic
        .patients
        .iter()
        .enumerate()
        .map(|(idx, row)| (row.id.as_str(), idx))
        .into_map();
    let mut used: BTreeMap<(usize, usize), Vec<Date>> = BTreeMap::new();
    let mut groups = BTreeMap::new();
    for row in &draft.clinic.appointments {
        let (service, day) = (draft.service(&row.service), row.start.date());
        match row.patient.as_ref().and_then(|id| patients.get(id.as_str())) {
            Some(&patient) if draws(row.status) => used.entry((patient, service)).or_default().push(day),
            Some(_) => {}
            None => {
                groups.insert(row.id.as_str(), (service, day));
            }
        }
    }
    for seat in draft.clinic.attendances.iter().filter(|seat| draws(seat.status)) {
        let patient = patients.get(seat.patient.as_str());
        if let (Some(&(service, day)), Some(&patient)) = (groups.get(seat.appointment.as_str()), patient) {
            used.entry((patient, service)).or_default().push(day);
        }
    }
    used
}
