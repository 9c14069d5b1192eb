//! People: hours, levels of care, phases, licenses.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, Grade, Kind, Place, Report, Sureness};
use super::mend::{Mend, PatientLevel, Who};
use crate::model::Clinic;
use crate::model::build::shown;
use crate::model::calendar::Date;
use crate::model::clinic::{Patient, Phase, Status};
use crate::order::IntoOrdered;

/// Sessions after which a patient who is listed as being assessed is likely to be in treatment. An assessment takes one
/// to three.
const SESSIONS_OF_ASSESSMENT: usize = 6;

pub(super) fn find(clinic: &Clinic, expiring_days: i32, report: &mut Report) {
    hours(clinic, report);
    levels(clinic, report);
    phases(clinic, report);
    licenses(clinic, expiring_days, report);
}

fn is_in_care(patient: &Patient, today: Date) -> bool {
    patient.discharged.is_none_or(|day| day >= today) && patient.admitted.is_none_or(|day| day <= today)
}

fn hours(clinic: &Clinic, report: &mut Report) {
    let has_site = |site: &str| clinic.sites.iter().any(|row| row.id == site && !row.hours.is_empty());
    let mut add = |who: Who, what: &str, table: &'static str, rows: Vec<(usize, &str, &str)>| {
        if rows.is_empty() {
            return;
        }
        let text = format!("{} {what} no hours", rows.len());
        let mut found = Finding::new(Kind::NoHours, Grade::Warning, Sureness::Certain, text)
            .at(rows.iter().map(|(at, id, _)| Place::new(table, *at, id)));
        let at_site = rows.iter().filter(|(_, _, site)| has_site(site));
        let ids: Vec<String> = at_site.map(|(_, id, _)| (*id).into()).collect();
        if !ids.is_empty() {
            found = found.or(Mend::SiteHours { who, ids });
        }
        report.add(found);
    };
    let all = clinic.clinicians.iter().enumerate();
    let rows = all.filter(|(_, row)| row.hours.is_empty());
    let rows = rows.map(|(at, row)| (at, &*row.id, &*row.site)).collect();
    add(Who::Clinician, "clinicians have", "clinicians", rows);
    let today = clinic.settings.as_of.date();
    let all = clinic.patients.iter().enumerate();
    let rows = all.filter(|(_, row)| row.hours.is_empty() && is_in_care(row, today));
    let rows = rows.map(|(at, row)| (at, &*row.id, &*row.site)).collect();
    add(Who::Patient, "patients in care have", "patients", rows);
}

/// The level that a phase stands for [ASAM-LUC]; `None` where a phase covers several.
fn level_of(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::Outpatient => Some("1"),
        Phase::IntensiveOutpatient => Some("2.1"),
        Phase::PartialHospitalization => Some("2.5"),
        _ => None,
    }
}

/// True where a patient should have a level of care.
fn has_levels(phase: Phase) -> bool {
    matches!(phase, Phase::Detox | Phase::Residential) || level_of(phase).is_some()
}

fn levels(clinic: &Clinic, report: &mut Report) {
    let today = clinic.settings.as_of.date();
    let in_care = || {
        clinic
            .patients
            .iter()
            .enumerate()
            .filter(|(_, row)| is_in_care(row, today))
    };
    let is_missing = |row: &Patient| row.level_of_care.as_deref().is_none_or(|level| level.trim().is_empty());
    let missing: Vec<_> = in_care()
        .filter(|(_, row)| has_levels(row.phase) && is_missing(row))
        .collect();
    if !missing.is_empty() {
        let text = format!("{} patients in a program have no level of care", missing.len());
        let mut found = Finding::new(Kind::MissingLevel, Grade::Warning, Sureness::Certain, text)
            .at(missing.iter().map(|(at, row)| Place::new("patients", *at, &row.id)));
        let known = missing.iter().filter_map(|(_, row)| Some((row, level_of(row.phase)?)));
        let levels: Vec<PatientLevel> = known.map(|(row, level)| of(row, level)).collect();
        if !levels.is_empty() {
            found = found.or(Mend::SetLevels { levels });
        }
        report.add(found);
    }
    for (at, row) in in_care() {
        let (Some(expected), Some(level)) = (level_of(row.phase), &row.level_of_care) else {
            continue;
        };
        // Outpatient care is level 1 in all its forms (1, 1.5, 1.7 of the fourth edition).
        let is_a_form = expected == "1" && level.trim().starts_with("1.");
        let is_a_word = is_missing(row) || level.trim().parse::<f64>().is_err();
        if level.trim() != expected && !is_a_form && !is_a_word {
            let text = format!("a patient has level `{}` in a phase of level {expected}", shown(level));
            let found = Finding::new(Kind::LevelDiffers, Grade::Warning, Sureness::Likely, text);
            let mend = Mend::SetLevels {
                levels: vec![of(row, expected)],
            };
            report.add(found.at([Place::new("patients", at, &row.id)]).or(mend));
        }
    }
}

fn of(row: &Patient, level: &str) -> PatientLevel {
    PatientLevel {
        patient: row.id.clone(),
        level: level.into(),
    }
}

fn phases(clinic: &Clinic, report: &mut Report) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let done = clinic.appointments.iter().filter(|row| row.status == Status::Completed);
    for patient in done.filter_map(|row| row.patient.as_deref()) {
        *seen.entry(patient).or_default() += 1;
    }
    let seats = clinic.attendances.iter().filter(|row| row.status == Status::Completed);
    for seat in seats {
        *seen.entry(&seat.patient).or_default() += 1;
    }
    let today = clinic.settings.as_of.date();
    for (at, row) in clinic.patients.iter().enumerate() {
        let sessions = seen.get(&*row.id).copied().unwrap_or(0);
        if row.phase == Phase::Evaluation && is_in_care(row, today) && sessions > SESSIONS_OF_ASSESSMENT {
            let text = format!("a patient is listed as being assessed after {sessions} sessions");
            let found = Finding::new(Kind::StalePhase, Grade::Warning, Sureness::Likely, text);
            report.add(found.at([Place::new("patients", at, &row.id)]));
        }
    }
}

/// Of several rows of a license the last one counts.
fn licenses(clinic: &Clinic, expiring_days: i32, report: &mut Report) {
    let today = clinic.settings.as_of.date();
    let staff: BTreeSet<&str> = clinic.clinicians.iter().map(|row| &*row.id).into_set();
    let mut last: BTreeMap<(&str, &str), (Option<Date>, usize)> = BTreeMap::new();
    for (at, row) in clinic.licenses.iter().enumerate() {
        // No last day is later than any.
        let end = |until: Option<Date>| (until.is_none(), until);
        let entry = last.entry((&row.clinician, &row.skill)).or_insert((row.until, at));
        if end(row.until) > end(entry.0) {
            *entry = (row.until, at);
        }
    }
    for ((clinician, skill), (until, at)) in last {
        let Some(until) = until.filter(|_| staff.contains(clinician)) else {
            continue;
        };
        let days = until.days_since(today);
        if days > expiring_days {
            continue;
        }
        let asked = clinic.services.iter().any(|row| row.skill.as_deref() == Some(skill));
        let (kind, grade, ends) = if days < 0 {
            let grade = if asked { Grade::Warning } else { Grade::Note };
            (Kind::LicenseExpired, grade, format!("ended on {until}"))
        } else {
            (
                Kind::LicenseExpiring,
                Grade::Note,
                format!("ends on {until}, in {days} days"),
            )
        };
        let text = format!("`{}` of clinician `{}` {ends}", shown(skill), shown(clinician));
        let found = Finding::new(kind, grade, Sureness::Certain, text);
        report.add(found.at([Place::new("licenses", at, clinician)]));
    }
}
