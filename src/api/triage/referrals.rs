//! Referrals that nobody has made an order of yet.

use std::collections::BTreeSet;

use super::assessor::{Assessor, fired, missing, points};
use super::{OF_ORDERS, TriagedReferral};
use crate::model::calendar::{Date, WeekHours};
use crate::model::clinic::{Order, Patient, Phase, Referral, Service, Tier};
use crate::order::{Arrange, IntoOrdered};
use crate::triage::{Outcome, Subject, Waiting, assess, rank, rank_minute};

impl<'c> Assessor<'c> {
    /// The open referrals without an order, first those who should be served first; at the end those that need a person.
    pub(super) fn referrals(&mut self) -> Vec<TriagedReferral> {
        let (clinic, book) = (self.clinic, self.book);
        let terms = &book.terms;
        let ordered: BTreeSet<(&str, &str)> = clinic
            .orders
            .iter()
            .map(|row| (row.patient.as_str(), row.service.as_str()))
            .into_set();
        let now = clinic.settings.as_of;
        let today = now.date();
        let mut rows = Vec::new();
        for referral in &clinic.referrals {
            let has_order = |patient: &String| ordered.contains(&(patient.as_str(), referral.service.as_str()));
            let is_open = referral.first_visit.is_none() && referral.closed.is_none() && referral.requested <= now;
            let Some(service) = self.services.get(referral.service.as_str()).copied() else {
                continue;
            };
            if !is_open || referral.patient.as_ref().is_some_and(has_order) {
                continue;
            }
            let outcome = self.ask(referral, service, today);
            self.count(&outcome);
            let waiting = outcome.tier.map(|tier| Waiting {
                tier,
                points: outcome.points.sum,
                requested: referral.requested.minutes_since(today),
            });
            let place = waiting.map(|waiting| rank(terms, &waiting));
            let moment = waiting.map(|waiting| rank_minute(terms, &waiting));
            let moment = moment.and_then(|minute| Some(today.at_minute(i32::try_from(minute).ok()?)));
            let due = |tier: Tier| referral.requested.plus_minutes(terms.due_min[tier as usize]);
            let row = TriagedReferral {
                referral: referral.id.clone(),
                patient: referral.patient.clone(),
                service: referral.service.clone(),
                tier: outcome.tier,
                at_worst: outcome.at_worst,
                points: points(outcome.points),
                needs_person: outcome.tier.is_none(),
                waited_min: now.minutes_since(today) - referral.requested.minutes_since(today),
                due_by: outcome.tier.filter(|&tier| tier != Tier::Planned).map(due),
                ranked_at: moment,
                fired: outcome.fired.iter().map(fired).collect(),
                missing: missing(&outcome).into_iter().collect(),
            };
            rows.push(((place.is_none(), place, referral.id.as_str()), row));
        }
        rows.arrange_by(|a, b| a.0.cmp(&b.0));
        rows.into_iter().map(|entry| entry.1).collect()
    }

    /// The rules asked about a referral, by what is known of whoever was referred.
    fn ask(&self, referral: &Referral, service: &Service, today: Date) -> Outcome<'c> {
        let known = referral.patient.as_ref().and_then(|id| self.patients.get(id.as_str()));
        let stranger = stranger(referral);
        let patient = known.map_or(&stranger, |subject| subject.patient);
        let mut order = Order::weekly(&referral.id, &patient.id, &service.id, today, today);
        order.requested = Some(referral.requested);
        let subject = Subject {
            patient,
            order: Some((&order, service)),
            admitted: known.is_some(),
            emergency: Some(referral.emergency),
        };
        assess(self.book, &self.records, subject, &OF_ORDERS)
    }
}

/// Somebody of whom nothing is known but the referral: whoever is referred is being evaluated.
fn stranger(referral: &Referral) -> Patient {
    Patient::unknown(&referral.id, Phase::Evaluation, &referral.site, WeekHours::default())
}
