//! The number of patients: some are left out or come twice, each with all that is theirs.

use std::collections::BTreeMap;

use super::text_key;
use crate::model::Clinic;
use crate::model::clinic::{Absence, Absentee, Decision, Phase};
use crate::order::{Arrange, IntoOrdered};
use crate::rng::Rng;

/// Sets the number of patients to `factor` times today's: below 1 some are left out, above 1 some come twice, each
/// with orders, family and authorizations of its own. The choice is nested and keeps the mix of phases.
pub fn set_demand(clinic: &mut Clinic, factor: f64) {
    if factor == 1.0 {
        return;
    }
    let copies = copies_of_patients(clinic, factor);
    let times = |id: &str| copies.get(id).copied().unwrap_or(0);
    let name = |id: &str, copy: usize| {
        if copy == 0 {
            id.to_string()
        } else {
            format!("{id}+{copy}")
        }
    };
    let owners: BTreeMap<String, String> = clinic
        .orders
        .iter()
        .map(|row| (row.id.clone(), row.patient.clone()))
        .into_map();
    // Every row that belongs to a patient is repeated with the patient.
    macro_rules! repeat {
        ($table:ident, $row:ident, $patient:expr, |$copy:ident, $count:ident| $rename:expr) => {
            clinic.$table = std::mem::take(&mut clinic.$table)
                .into_iter()
                .flat_map(|$row| {
                    let $count = times(&$patient);
                    (0..$count).map(move |$copy| {
                        let mut $row = $row.clone();
                        $rename;
                        $row
                    })
                })
                .collect();
        };
    }
    repeat!(patients, row, row.id, |copy, count| {
        row.id = name(&row.id, copy);
        row.name = name(&row.name, copy);
    });
    repeat!(contacts, row, row.patient, |copy, count| {
        row.id = name(&row.id, copy);
        row.patient = name(&row.patient, copy);
    });
    repeat!(consents, row, row.patient, |copy, count| {
        row.id = name(&row.id, copy);
        row.patient = name(&row.patient, copy);
        row.contact = row.contact.as_deref().map(|id| name(id, copy));
    });
    repeat!(orders, row, row.patient, |copy, count| {
        row.id = name(&row.id, copy);
        row.patient = name(&row.patient, copy);
        row.after = row.after.as_deref().map(|id| name(id, copy));
    });
    repeat!(authorizations, row, row.patient, |copy, count| {
        row.id = name(&row.id, copy);
        row.patient = name(&row.patient, copy);
    });
    let owner = |row: &Decision| {
        let of_order = row.order.as_ref().and_then(|id| owners.get(id)).cloned();
        of_order.or_else(|| row.patient.clone()).unwrap_or_default()
    };
    repeat!(decisions, row, owner(&row), |copy, count| {
        row.id = name(&row.id, copy);
        row.order = row.order.as_deref().map(|id| name(id, copy));
        row.patient = row.patient.as_deref().map(|id| name(id, copy));
    });
    clinic.absences = std::mem::take(&mut clinic.absences)
        .into_iter()
        .flat_map(|row| {
            let is_patient = row.what == Absentee::Patient;
            let count = if is_patient { times(&row.id) } else { 1 };
            (0..count).map(move |copy| Absence {
                id: name(&row.id, copy),
                ..row.clone()
            })
        })
        .collect();
    clinic
        .pairs
        .retain(|row| times(&row.patient_a) > 0 && times(&row.patient_b) > 0);
    let as_of = clinic.settings.as_of;
    clinic.appointments = std::mem::take(&mut clinic.appointments)
        .into_iter()
        .flat_map(|row| {
            let count = row.patient.as_deref().map_or(1, times);
            // The past happened once.
            let count = if row.start < as_of { count.min(1) } else { count };
            (0..count).map(move |copy| {
                let mut row = row.clone();
                row.id = name(&row.id, copy);
                row.patient = row.patient.as_deref().map(|id| name(id, copy));
                row.order = row.order.as_deref().map(|id| name(id, copy));
                row
            })
        })
        .collect();
    clinic.attendances.retain(|row| times(&row.patient) > 0);
    clinic.scores.retain(|row| times(&row.patient) > 0);
    clinic.stays.retain(|row| times(&row.patient) > 0);
    clinic.care_periods.retain(|row| times(&row.patient) > 0);
    clinic
        .referrals
        .retain(|row| row.patient.as_deref().is_none_or(|id| times(id) > 0));
    let travel = std::mem::take(&mut clinic.travel);
    let repeats = |id: &str| copies.get(id).copied().unwrap_or(1);
    for row in travel {
        for from in 0..repeats(&row.from) {
            for to in 0..repeats(&row.to) {
                let mut row = row.clone();
                row.from = name(&row.from, from);
                row.to = name(&row.to, to);
                clinic.travel.push(row);
            }
        }
    }
}

/// How often each patient occurs at `factor` times today's demand. Patients stand in a fixed order in which every
/// phase is spread evenly; the one at share `u` of that order occurs as often as there are whole steps from `u` up
/// to `factor`.
fn copies_of_patients(clinic: &Clinic, factor: f64) -> BTreeMap<String, usize> {
    let mut of_phase: BTreeMap<Phase, Vec<(u64, &str)>> = BTreeMap::new();
    for row in &clinic.patients {
        let key = Rng::stream(0, "patient order", text_key(&row.id)).bits();
        of_phase.entry(row.phase).or_default().push((key, &row.id));
    }
    let mut order: Vec<(f64, &str)> = Vec::with_capacity(clinic.patients.len());
    for patients in of_phase.values_mut() {
        patients.arrange();
        let count = patients.len() as f64;
        order.extend(
            patients
                .iter()
                .enumerate()
                .map(|(rank, (_, id))| ((rank as f64 + 0.5) / count, *id)),
        );
    }
    order.arrange_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
    let count = order.len() as f64;
    order
        .into_iter()
        .enumerate()
        .map(|(rank, (_, id))| {
            let share = (rank as f64 + 0.5) / count;
            (id.to_string(), libm::ceil(factor - share).max(0.0) as usize)
        })
        .into_map()
}
