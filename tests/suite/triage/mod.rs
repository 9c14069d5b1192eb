//! Triage and acuity: every rule that fired, ranges where something is missing, waiting that ends, and what the plan
//! makes of what was accepted.

mod decisions;
mod queue;
mod rules;

use proptest::prelude::*;
use rosterwell::api::acuity::{AcuityRequest, acuity};
use rosterwell::api::triage::{TriageRequest, triage};
use rosterwell::api::{self, Desk};
use rosterwell::model::clinic::{Kind, Modality, Phase, Purpose, Referral, Score, Stay, Tier, TriageRule};
use rosterwell::model::{Clinic, build};
use rosterwell::triage::{Capacity, Rulebook, Terms, Waiting, longest_wait, rank};
use serde_json::{Value, json};

use super::clinics::{day, moment, two_clinicians_three_visits};

/// Thursday 26 November 2026, 12:00; three patients in outpatient care ask for a talk, on Monday at 08:00.
fn clinic() -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.as_of = moment(3, 12, 0);
    for order in &mut clinic.orders {
        order.requested = Some(moment(0, 8, 0));
    }
    clinic
}

fn score(patient: &str, measure: &str, date: i32, value: f64) -> Score {
    Score {
        patient: patient.into(),
        measure: measure.into(),
        date: day(date),
        value,
        goal: None,
    }
}

fn rule(id: &str, purpose: Purpose, when: &[&str]) -> TriageRule {
    TriageRule {
        id: id.into(),
        purpose,
        when: when.iter().map(|&text| text.into()).collect(),
        tier: None,
        points: 0,
        discipline: None,
        within_days: None,
        text: id.into(),
        source: None,
        license: None,
        from: None,
        until: None,
        off: false,
    }
}

fn desk(clinic: &Clinic) -> Desk {
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    desk
}

/// The reply about the first order, as JSON, with all open rules.
fn first(clinic: &Clinic) -> Value {
    let request = json!({ "orders": ["o1"], "explain": ["*"] });
    let reply = api::run(&mut desk(clinic), "triage", &request.to_string()).unwrap();
    serde_json::from_str::<Value>(&reply).unwrap()["orders"][0].clone()
}

fn ids(rows: &Value, field: &str) -> Vec<String> {
    let rows = rows.as_array().cloned().unwrap_or_default();
    rows.iter()
        .map(|row| row[field].as_str().unwrap().to_string())
        .collect()
}
