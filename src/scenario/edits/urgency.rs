//! Hours in which a request has to be seen, by tier of triage.

use std::collections::BTreeMap;

use crate::model::Clinic;
use crate::model::build::decisions::InForce;
use crate::model::calendar::DateTime;
use crate::model::clinic::{Kind, Modality, Patient, Phase, Purpose, Service, Tier};
use crate::model::rules::{RuleOverride, Rules};
use crate::order::IntoOrdered;
use crate::triage::{Records, Rulebook, Subject, assess};

/// Changes the hours of a tier by a share of themselves, and with them the time by which requests of that tier should be
/// seen, by as many minutes: what the order says, what a decision accepted, or the rule for evaluations. A home-health
/// start of care never waits longer than today, which the law sets [484.55].
///
/// Less urgent tiers never wait less than more urgent ones, so longer hours can lengthen theirs.
pub(super) fn change_hours(clinic: &mut Clinic, tier: Tier, change: f64) {
    let rule = format!("triage.{}_hours", name(tier));
    let Some(hours) = Rules::of(clinic).value(&rule) else {
        return;
    };
    let before = Rulebook::of(clinic);
    let due = due_by_rule(clinic, &before);
    let decided: BTreeMap<String, Tier> = InForce::of(clinic)
        .orders
        .values()
        .filter_map(|row| Some((row.id.clone(), row.tier.filter(|_| row.due_by.is_some())?)))
        .into_map();
    clinic.rules.retain(|row| row.rule != rule);
    clinic.rules.push(RuleOverride {
        rule,
        value: hours * (1.0 + change),
        reason: "scenario".into(),
    });
    let after = crate::triage::Terms::of(clinic);
    let later = |tier: Tier| after.due_min[tier as usize] - before.terms.due_min[tier as usize];
    for row in &mut clinic.decisions {
        if let Some(&tier) = decided.get(&row.id) {
            row.due_by = row.due_by.map(|due| due.plus_minutes(later(tier)));
        }
    }
    for row in &mut clinic.orders {
        if let Some(due) = due.get(&row.id) {
            let minutes = later(due.tier);
            if minutes < 0 || (minutes > 0 && !due.is_law) {
                let moment = due.moment.plus_minutes(minutes);
                row.due_by = Some(row.requested.map_or(moment, |requested| moment.max(requested)));
            }
        }
    }
}

/// When the first session of an order should begin, if no decision says so.
struct Due {
    moment: DateTime,
    tier: Tier,
    is_law: bool,
}

fn due_by_rule(clinic: &Clinic, book: &Rulebook) -> BTreeMap<String, Due> {
    let rules = Rules::of(clinic);
    let held = InForce::of(clinic);
    let records = Records::new(clinic);
    let services: BTreeMap<&str, &Service> = clinic.services.iter().map(|row| (&*row.id, row)).into_map();
    let patients: BTreeMap<&str, &Patient> = clinic.patients.iter().map(|row| (&*row.id, row)).into_map();
    let due = clinic.orders.iter().filter_map(|order| {
        let (service, patient) = (*services.get(&*order.service)?, *patients.get(&*order.patient)?);
        let is_decided = held.orders.get(&*order.id).is_some_and(|row| row.due_by.is_some());
        let is_evaluation = service.kind == Kind::Evaluation;
        let at_home = patient.phase == Phase::HomeHealth || service.modalities.contains(&Modality::Home);
        let by_rule = || {
            let rule = if patient.phase == Phase::HomeHealth {
                "home_health.initial_visit_hours"
            } else {
                "intake.due_hours"
            };
            let hours = rules.whole(rule);
            let requested = order.requested.filter(|_| is_evaluation && !is_decided && hours > 0)?;
            Some(requested.plus_minutes(hours * 60))
        };
        let moment = order.due_by.or_else(by_rule)?;
        let subject = Subject {
            patient,
            order: Some((order, service)),
            admitted: true,
            emergency: None,
        };
        let due = Due {
            moment,
            tier: assess(book, &records, subject, &[Purpose::Tier]).tier?,
            is_law: is_evaluation && at_home,
        };
        Some((order.id.clone(), due))
    });
    due.into_map()
}

/// The tier in the names of rules.
fn name(tier: Tier) -> &'static str {
    match tier {
        Tier::Emergency => "emergency",
        Tier::Urgent => "urgent",
        Tier::Soon => "soon",
        Tier::Routine => "routine",
        Tier::Planned => "planned",
    }
}
