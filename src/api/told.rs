//! Who must be told of a change: patients, clinicians, and the family where a session needs it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::plan::Change;
use crate::model::clinic::{DisclosurePurpose, Kind};
use crate::model::consent::{Consents, Recipient};
use crate::model::{Clinic, PlanDocument, Problem};
use crate::order::{Arrange, IntoOrdered};

/// Somebody who must be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Told {
    /// `patient`, `clinician` or `contact` (family, only with the patient's consent).
    pub kind: &'static str,
    /// Id.
    pub id: String,
    /// Keys of the sessions that change for them.
    pub sessions: Vec<String>,
}

/// Who must be told of these changes, patients first.
pub(super) fn told(clinic: &Clinic, problem: &Problem, after: &PlanDocument, changes: &[Change]) -> Vec<Told> {
    let mut list: Vec<((u8, String), String)> = Vec::new();
    let keys: BTreeMap<&str, usize> = problem
        .sessions
        .iter()
        .enumerate()
        .map(|(idx, session)| (session.key.as_str(), idx))
        .into_map();
    let consents = Consents::new(clinic);
    for change in changes {
        let mut add = |kind: u8, id: &String| list.push(((kind, id.clone()), change.session.clone()));
        change.joined.iter().chain(&change.left).for_each(|id| add(0, id));
        let places = change.from.iter().chain(&change.to);
        let room_only = match (&change.from, &change.to) {
            (Some(from), Some(to)) => {
                (from.start, &from.clinicians, from.modality) == (to.start, &to.clinicians, to.modality)
            }
            _ => false,
        };
        if change.from == change.to {
            // Only seats change: whoever leads the group is told.
            change.to.iter().flat_map(|to| &to.clinicians).for_each(|id| add(1, id));
            continue;
        }
        places.flat_map(|place| &place.clinicians).for_each(|id| add(1, id));
        let Some(&idx) = keys.get(change.session.as_str()) else {
            continue;
        };
        let patients = &after.sessions[idx].patients;
        patients.iter().for_each(|id| add(0, id));
        if problem.sessions[idx].kind == Kind::Family && !room_only {
            for contact in &clinic.contacts {
                let asked = |id: &str| {
                    let recipient = Recipient::Contact(&contact.id);
                    consents.allow(id, DisclosurePurpose::Family, recipient, clinic.settings.as_of)
                };
                if contact.required && patients.contains(&contact.patient) && asked(&contact.patient).is_ok() {
                    add(2, &contact.id);
                }
            }
        }
    }
    list.arrange();
    list.dedup();
    let mut told: Vec<Told> = Vec::new();
    for ((kind, id), session) in list {
        let kind = ["patient", "clinician", "contact"][usize::from(kind)];
        match told.last_mut() {
            Some(last) if last.kind == kind && last.id == id => last.sessions.push(session),
            _ => told.push(Told {
                kind,
                id,
                sessions: vec![session],
            }),
        }
    }
    told
}
