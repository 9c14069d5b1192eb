//! What was accepted of triage and acuity, laid over orders and patients. The user's own words win: a decision only
//! fills in what an order does not say itself.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::rows::Row;
use crate::error::Issue;
use crate::model::Clinic;
use crate::model::calendar::{WeekHours, Weekday};
use crate::model::clinic::Decision;
use crate::model::rules::Rules;
use crate::order::IntoOrdered;

/// The decisions that hold, by order and by patient: of several the newest, of those the last row.
#[derive(Debug, Clone, Default)]
pub struct InForce<'c> {
    /// By order id.
    pub orders: BTreeMap<&'c str, &'c Decision>,
    /// By patient id; only those that concern no order.
    pub patients: BTreeMap<&'c str, &'c Decision>,
}

impl<'c> InForce<'c> {
    /// The decisions of a clinic that hold.
    pub fn of(clinic: &'c Clinic) -> Self {
        let mut held = Self::default();
        for decision in clinic.decisions.iter().filter(|row| row.withdrawn.is_none()) {
            let (by_id, id) = match (&decision.order, &decision.patient) {
                (Some(order), _) => (&mut held.orders, order),
                (None, Some(patient)) => (&mut held.patients, patient),
                (None, None) => continue,
            };
            let known = by_id.entry(id).or_insert(decision);
            if known.decided <= decision.decided {
                *known = decision;
            }
        }
        held
    }
}

/// The clinic with the decisions in force filled in; the clinic itself if there are none.
pub(super) fn settled<'c>(clinic: &'c Clinic, issues: &mut Vec<Issue>) -> Cow<'c, Clinic> {
    if clinic.decisions.is_empty() {
        return Cow::Borrowed(clinic);
    }
    refuse_faulty(clinic, issues);
    let mut settled = clinic.clone();
    settled.decisions.retain(|row| is_usable(clinic, row));
    let decisions = std::mem::take(&mut settled.decisions);
    let view = Clinic {
        decisions,
        ..Clinic::default()
    };
    let held = InForce::of(&view);
    let ways: BTreeMap<_, _> = clinic.services.iter().map(|row| (&*row.id, &row.modalities)).into_map();
    for order in &mut settled.orders {
        let Some(decision) = held.orders.get(&*order.id) else {
            continue;
        };
        order.priority = order.priority.or(decision.priority);
        order.due_by = order.due_by.or(decision.due_by);
        // A way that the service cannot be given in would leave the order without any.
        let given = ways
            .get(&*order.service)
            .is_some_and(|ways| decision.modalities.iter().any(|way| ways.contains(way)));
        if order.modalities.is_empty() && given {
            order.modalities.clone_from(&decision.modalities);
        }
    }
    let rules = Rules::of(clinic);
    let peak = WeekHours::daily(
        &Weekday::ALL,
        rules.whole("acuity.peak_from"),
        rules.whole("acuity.peak_to"),
    );
    for patient in &mut settled.patients {
        let Some(level) = held.patients.get(&*patient.id).and_then(|decision| decision.acuity) else {
            continue;
        };
        patient.acuity = level;
        if level >= rules.whole("acuity.high").max(1) && patient.preferred_hours.is_none() && !peak.is_empty() {
            patient.preferred_hours = Some(peak.clone());
        }
    }
    settled.decisions = view.decisions;
    Cow::Owned(settled)
}

/// True if a decision names something that exists, within the ranges.
fn is_usable(clinic: &Clinic, decision: &Decision) -> bool {
    let mut issues = Vec::new();
    let mut row = Row::new("decisions", 0, &decision.id, &mut issues);
    examine(clinic, decision, &mut row);
    row.usable()
}

fn refuse_faulty(clinic: &Clinic, issues: &mut Vec<Issue>) {
    for (number, decision) in clinic.decisions.iter().enumerate() {
        examine(
            clinic,
            decision,
            &mut Row::new("decisions", number, &decision.id, issues),
        );
    }
}

fn examine(clinic: &Clinic, decision: &Decision, row: &mut Row) {
    let orders = || clinic.orders.iter().map(|row| &row.id);
    let patients = || clinic.patients.iter().map(|row| &row.id);
    let action = "name an existing one, or remove the decision";
    if decision
        .order
        .as_ref()
        .is_some_and(|id| orders().all(|known| known != id))
    {
        row.refuse(
            "row.unknown_reference",
            "order",
            "there is no such order; the decision has no effect",
            action,
        );
    }
    if decision
        .patient
        .as_ref()
        .is_some_and(|id| patients().all(|known| known != id))
    {
        row.refuse(
            "row.unknown_reference",
            "patient",
            "there is no such patient; the decision has no effect",
            action,
        );
    }
    if decision.order.is_none() && decision.patient.is_none() {
        let cause = "the decision concerns neither an order nor a patient; it has no effect";
        row.refuse(
            "triage.no_subject",
            "order",
            cause,
            "name the order (triage) or the patient (acuity)",
        );
    }
    if let Some(priority) = decision.priority {
        row.within("priority", priority, 1, 5, "");
    }
    if let Some(acuity) = decision.acuity {
        row.within("acuity", acuity, 0, 4, "");
    }
}
