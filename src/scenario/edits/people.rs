//! Levers about who works: people hired, people from an agency, people who leave, and how many patients each has.

use std::collections::{BTreeMap, BTreeSet};

use super::{round, text_key};
use crate::model::Clinic;
use crate::model::clinic::{Absence, Absentee, Clinician};
use crate::order::IntoOrdered;
use crate::rng::Rng;

/// Start of the ids of people that a scenario hires.
pub const HIRE: &str = "hire";
/// Start of the ids of people that a scenario takes from an agency.
pub const TEMP: &str = "temp";

/// Adds `fte` people like the one with the fullest contract of the discipline; the last one works the fraction.
pub(super) fn add_people(clinic: &mut Clinic, discipline: &str, site: Option<&str>, fte: f64, prefix: &str) {
    let Some(model) = model_person(clinic, discipline, site).cloned() else {
        return;
    };
    for number in 0..libm::ceil(fte - 1e-9).max(0.0) as i32 {
        let share = (fte - f64::from(number)).min(1.0);
        let minutes = |full: i32| round(f64::from(full) * share);
        // Of so small a share nothing is left to work.
        if minutes(model.contract_week_min.min(model.max_week_min)) == 0 {
            continue;
        }
        let id = (number + 1..)
            .map(|number| format!("{prefix}-{discipline}-{number}"))
            .find(|id| clinic.clinicians.iter().all(|row| row.id != *id))
            .unwrap_or_default();
        clinic.clinicians.push(Clinician {
            name: format!("New {discipline} {}", number + 1),
            id,
            specializations: Vec::new(),
            contract_week_min: minutes(model.contract_week_min),
            max_week_min: minutes(model.max_week_min),
            caseload_cap: model.caseload_cap.map(minutes),
            points_week_cap: model.points_week_cap.map(|cap| cap * share),
            supervisor: None,
            preferred_hours: None,
            ..model.clone()
        });
    }
}

/// The person of the discipline whom a new one resembles: fullest contract, first id; at the site, or at the one
/// with most people of the discipline.
fn model_person<'a>(clinic: &'a Clinic, discipline: &str, site: Option<&str>) -> Option<&'a Clinician> {
    let of_discipline = || {
        clinic
            .clinicians
            .iter()
            .filter(|row| row.discipline == discipline && !is_added(&row.id))
    };
    let mut at_site: BTreeMap<&str, i32> = BTreeMap::new();
    for row in of_discipline() {
        *at_site.entry(&row.site).or_default() += 1;
    }
    let fullest = at_site.iter().rev().max_by_key(|(_, people)| **people);
    let site = site
        .filter(|site| at_site.contains_key(site))
        .or(fullest.map(|(site, _)| *site))?;
    of_discipline()
        .filter(|row| row.site == site)
        .max_by(|a, b| (a.contract_week_min, &b.id).cmp(&(b.contract_week_min, &a.id)))
}

/// True for people whom a scenario added.
pub fn is_added(id: &str) -> bool {
    [HIRE, TEMP]
        .iter()
        .any(|prefix| id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-')))
}

/// Takes away a share of a clinician's hours; all of them is an absence for the whole horizon.
pub(super) fn depart(clinic: &mut Clinic, id: &str, share: f64) {
    for row in clinic.clinicians.iter_mut().filter(|row| row.id == id) {
        row.contract_week_min = round(f64::from(row.contract_week_min) * (1.0 - share));
        if share < 1.0 {
            row.max_week_min = round(f64::from(row.max_week_min) * (1.0 - share)).max(row.max_week_min.min(1));
        }
    }
    if share >= 1.0 {
        leave(clinic, id, "left");
    }
}

/// Sends a clinician away for the whole horizon.
pub(super) fn leave(clinic: &mut Clinic, id: &str, reason: &str) {
    let start = clinic.settings.horizon_start;
    clinic.absences.push(Absence {
        what: Absentee::Clinician,
        id: id.into(),
        from: start.at_minute(0),
        until: start.plus_days(clinic.settings.horizon_days.max(1)).at_minute(0),
        reason: Some(reason.into()),
    });
}

/// Changes a clinician's caseload cap; without one it starts from the patients who have the clinician first.
pub(super) fn cap_caseload(clinic: &mut Clinic, id: &str, patients: i32) {
    let today = clinic
        .patients
        .iter()
        .filter(|row| row.preferred_clinicians.first().is_some_and(|first| first == id))
        .count() as i32;
    for row in clinic.clinicians.iter_mut().filter(|row| row.id == id) {
        row.caseload_cap = Some((row.caseload_cap.unwrap_or(today) + patients).max(0));
    }
}

/// Gives a skill to a share of a discipline's people who do not hold it. The choice is nested: a larger share holds
/// everybody of a smaller one.
pub(super) fn train(clinic: &mut Clinic, discipline: &str, skill: &str, share: f64) {
    let licenses = clinic.licenses.iter().filter(|row| row.skill == skill);
    let licensed: BTreeSet<&str> = licenses.map(|row| &*row.clinician).into_set();
    let untrained = clinic.clinicians.iter_mut().filter(|row| {
        let holds = row.skills.iter().any(|held| held == skill) || licensed.contains(&*row.id);
        row.discipline == discipline && !holds
    });
    for row in untrained {
        if Rng::stream(0, skill, text_key(&row.id)).unit() < share {
            row.skills.push(skill.into());
        }
    }
}
