//! Who pays for whom, as far as authorizations say.

use std::collections::BTreeMap;

use super::edits::text_key;
use crate::model::clinic::Clinic;
use crate::model::problem::Problem;
use crate::order::IntoOrdered;
use crate::rng::Rng;

/// The payers of the patients of a problem.
#[derive(Debug, Clone, Default)]
pub struct Payers {
    names: Vec<String>,
    /// Payer by patient and service, by index in problem and clinic.
    by_service: BTreeMap<(u32, usize), usize>,
    /// Payer of everything else, by patient.
    by_patient: BTreeMap<u32, usize>,
    /// Place of each patient in the order in which patients move, 0 to 1.
    ranks: Vec<f64>,
}

impl Payers {
    /// From the authorizations: the first that covers a service pays for it, the first of a patient for all else.
    pub fn of(clinic: &Clinic, problem: &Problem) -> Self {
        let patients: BTreeMap<&str, u32> = problem
            .patients
            .iter()
            .zip(0..)
            .map(|(row, idx)| (&*row.id, idx))
            .into_map();
        let services: BTreeMap<&str, usize> = clinic
            .services
            .iter()
            .enumerate()
            .map(|(idx, row)| (&*row.id, idx))
            .into_map();
        let ranks = problem.patients.iter();
        let mut payers = Self {
            ranks: ranks
                .map(|row| Rng::stream(0, "payer mix", text_key(&row.id)).unit())
                .collect(),
            ..Self::default()
        };
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &clinic.authorizations {
            let Some(&patient) = patients.get(&*row.patient) else {
                continue;
            };
            let payer = *known.entry(&row.payer).or_insert_with(|| {
                payers.names.push(row.payer.clone());
                payers.names.len() - 1
            });
            payers.by_patient.entry(patient).or_insert(payer);
            for service in row.services.iter().filter_map(|id| services.get(&**id)) {
                payers.by_service.entry((patient, *service)).or_insert(payer);
            }
        }
        payers
    }

    /// Who pays for a patient's sessions of a service, by index in [`Self::names`]; `None` if no authorization says so.
    pub fn of_session(&self, patient: u32, service: usize) -> Option<usize> {
        let covered = self.by_service.get(&(patient, service));
        covered.or_else(|| self.by_patient.get(&patient)).copied()
    }

    /// Place of a patient in the order in which patients move to another payer, 0 to 1.
    pub fn rank(&self, patient: u32) -> f64 {
        self.ranks.get(patient as usize).copied().unwrap_or(1.0)
    }

    /// The payers that authorizations name.
    pub fn names(self) -> Vec<String> {
        self.names
    }
}
