//! Authorizations as payers give them: enough for most, nearly used up or ending in the planned week for a few.

use std::collections::BTreeMap;

use crate::model::calendar::Date;
use crate::model::clinic::{Authorization, Billing, Phase, Status, Unit};

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

/// One authorization for every patient and group of services that need one. Units used so far are counted from the
/// history, so that what is left is what this module says. Records as described in [KIPU-UR].
pub(crate) fn grant(draft: &mut Draft) {
    let used = used_units(draft);
    let mut wanted: BTreeMap<(usize, Unit), (Vec<usize>, i32)> = BTreeMap::new();
    for demand in &draft.demands {
        let service = &draft.clinic.services[demand.service];
        if !service.needs_authorization {
            continue;
        }
        let unit = if service.billing == Billing::PerDiem || service.id == "php_skills" {
            Unit::Day
        } else {
            Unit::Visit
        };
        let entry = wanted.entry((demand.patient, unit)).or_default();
        if !entry.0.contains(&demand.service) {
            entry.0.push(demand.service);
        }
        let week = if demand.offset == 0 { demand.per_week } else { 0 };
        entry.1 = if unit == Unit::Day {
            entry.1.max(week)
        } else {
            entry.1 + week
        };
    }
    let rows: Vec<Authorization> = wanted
        .into_iter()
        .map(|((patient, unit), (services, week))| authorization(draft, patient, unit, &services, week, &used))
        .collect();
    draft.clinic.authorizations = rows;
}

fn authorization(
    draft: &Draft,
    patient: usize,
    unit: Unit,
    services: &[usize],
    week: i32,
    used: &BTreeMap<(&str, &str), Vec<Date>>,
) -> Authorization {
    let row = &draft.clinic.patients[patient];
    let mut rng = draft.rng("authorization", patient as u64 * 2 + unit as u64 % 2);
    let left = match rng.weighted(&[0.945, 0.03, 0.025]) {
        // Program days that run out would leave whole weeks without treatment: payers review those in time.
        1 if unit == Unit::Visit && week > 0 => Left::Short,
        2 if unit == Unit::Visit && week > 0 && row.phase != Phase::PartialHospitalization => Left::UntilWednesday,
        _ => Left::Plenty,
    };
    let from = row
        .admitted
        .unwrap_or(draft.monday)
        .max(draft.monday.plus_days(-rng.between(20, 80)));
    let mut days: Vec<Date> = services
        .iter()
        .filter_map(|&service| used.get(&(row.id.as_str(), draft.clinic.services[service].id.as_str())))
        .flatten()
        .copied()
        .filter(|&day| day >= from)
        .collect();
    if unit == Unit::Day {
        days.sort_unstable();
        days.dedup();
    }
    let left_units = match left {
        Left::Plenty => week.max(1) * rng.between(2, 6) + 2,
        Left::Short => week - 1,
        Left::UntilWednesday => week + rng.between(0, 3),
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
        units: days.len() as i32 + left_units,
        used: 0,
        from,
        until: match left {
            Left::UntilWednesday => draft.monday.plus_days(2),
            _ => draft.monday.plus_days(rng.between(7, 60)),
        },
    }
}

/// Days of completed sessions, by patient and service.
fn used_units(draft: &Draft) -> BTreeMap<(&str, &str), Vec<Date>> {
    let mut used: BTreeMap<(&str, &str), Vec<Date>> = BTreeMap::new();
    let mut groups = BTreeMap::new();
    for row in &draft.clinic.appointments {
        match &row.patient {
            Some(patient) if row.status == Status::Completed => {
                used.entry((patient, &row.service)).or_default().push(row.start.date());
            }
            None => {
                groups.insert(row.id.as_str(), (row.service.as_str(), row.start.date()));
            }
            Some(_) => {}
        }
    }
    for seat in draft
        .clinic
        .attendances
        .iter()
        .filter(|seat| seat.status == Status::Completed)
    {
        if let Some(&(service, day)) = groups.get(seat.appointment.as_str()) {
            used.entry((&seat.patient, service)).or_default().push(day);
        }
    }
    used
}
