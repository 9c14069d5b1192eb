//! `acuity`: how demanding every patient is, in parts that sum to the number.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::amend::Action;
use super::desk::Desk;
use super::triage::assessor::{Assessor, LIMITS, fired, known, open_rules, points, withdraw};
use super::triage::{FiredRule, MissingFact, OpenRule, TriagePoints, TriageRuleUse};
use crate::error::{Issue, Result};
use crate::model::calendar::DateTime;
use crate::model::clinic::{Decision, Purpose};
use crate::order::IntoOrdered;
use crate::triage::{Rulebook, Subject, acuity_level, assess};

/// Request of `acuity`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct AcuityRequest {
    /// Patient ids; all who have not left if empty.
    pub patients: Vec<String>,
}

/// Reply of `acuity`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AcuityReply {
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// Version of the rules.
    pub version: String,
    /// The moment up to which anything is known.
    pub as_of: DateTime,
    /// Points of one level.
    pub points_per_level: i32,
    /// Every weight, in force or not.
    pub rules: Vec<TriageRuleUse>,
    /// The patients, in the order of the table.
    pub patients: Vec<PatientAcuity>,
    /// Facts that are missing, most often missing first.
    pub missing: Vec<MissingFact>,
    /// Rules of the clinic that cannot be used.
    pub issues: Vec<Issue>,
    /// What none of this can know.
    pub limits: Vec<&'static str>,
}

/// One patient.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PatientAcuity {
    /// Patient id.
    pub patient: String,
    /// Points; the parts sum to `sum`.
    pub points: TriagePoints,
    /// Level of the sum, 0 to 4.
    pub level: i32,
    /// Least level it could be.
    pub level_low: i32,
    /// Highest level it could be.
    pub level_high: i32,
    /// The parts.
    pub parts: Vec<FiredRule>,
    /// Weights that could count if more were known.
    pub open: Vec<OpenRule>,
    /// The level in the table.
    pub stated: i32,
    /// The level that plans use: the accepted one, else the one in the table.
    pub used: i32,
    /// The decision in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub decision: Option<Decision>,
    /// True if the weights would give another level now than what was accepted.
    pub outdated: bool,
    /// For `amend`: use this level; absent where it is used already.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub accept: Option<Action>,
    /// For `amend`: take the decision in force back.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub withdraw: Option<Action>,
}

/// How demanding the patients of the open clinic are.
///
/// # Errors
/// `desk.empty`; `triage.unknown_patient`.
pub fn acuity(desk: &mut Desk, request: AcuityRequest) -> Result<AcuityReply> {
    let clinic = desk.clinic()?;
    let patients: BTreeSet<&str> = clinic.patients.iter().map(|row| &*row.id).into_set();
    known(&request.patients, "patients", "triage.unknown_patient", |id| {
        patients.contains(id)
    })?;
    let book = Rulebook::of(clinic);
    let mut desk = Assessor::new(clinic, &book);
    let today = clinic.settings.as_of.date();
    let asked: BTreeSet<&str> = request.patients.iter().map(String::as_str).into_set();
    let mut rows = Vec::new();
    for patient in &clinic.patients {
        let here = patient.discharged.is_none_or(|day| day >= today);
        if !(asked.contains(&*patient.id) || asked.is_empty() && here) {
            continue;
        }
        let subject = Subject {
            patient,
            order: None,
            admitted: true,
            emergency: None,
        };
        let outcome = assess(&book, &desk.records, subject, &[Purpose::Acuity]);
        desk.count(&outcome);
        let level = |points: i32| acuity_level(points, book.terms.points_per_level);
        let decision = desk.held.patients.get(&*patient.id).copied();
        let used = decision.and_then(|row| row.acuity).unwrap_or(patient.acuity);
        let found = level(outcome.acuity.sum);
        let accept = (used != found).then(|| Decision {
            patient: Some(patient.id.clone()),
            acuity: Some(found),
            ..desk.decision(&format!("acuity-{}", patient.id), &outcome)
        });
        rows.push(PatientAcuity {
            patient: patient.id.clone(),
            points: points(outcome.acuity),
            level: found,
            level_low: level(outcome.acuity.low),
            level_high: level(outcome.acuity.high),
            parts: outcome.fired.iter().map(fired).collect(),
            open: open_rules(&outcome),
            stated: patient.acuity,
            used,
            decision: decision.cloned(),
            outdated: decision.is_some_and(|row| row.acuity != Some(found)),
            accept: accept.map(|decision| Action::AddDecision {
                decision: Box::new(decision),
            }),
            withdraw: decision.map(withdraw),
        });
    }
    Ok(AcuityReply {
        synthetic: clinic.settings.synthetic,
        version: book.version.clone(),
        as_of: clinic.settings.as_of,
        points_per_level: book.terms.points_per_level,
        rules: desk.rules(&[Purpose::Acuity]),
        patients: rows,
        missing: desk.missing(),
        issues: book.issues.clone(),
        limits: LIMITS.to_vec(),
    })
}
