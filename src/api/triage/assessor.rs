//! Rules asked about every order or patient of a clinic, with counts over them.

use std::collections::{BTreeMap, BTreeSet};

use super::shapes::{
    FactSeen, FiredRule, MissingFact, OpenRule, TriagePoints, TriageRuleUse, TriageSuggestion, TriagedOrder,
};
use crate::api::amend::{Action, free_id};
use crate::error::{Error, Result};
use crate::model::Clinic;
use crate::model::build::decisions::InForce;
use crate::model::clinic::{Decision, Modality, Order, Purpose, Service, Status, Tier};
use crate::order::{Arrange, IntoOrdered};
use crate::triage::{Finding, Outcome, PointRange, Records, Rulebook, Subject, Value, in_person_ways, may_be_remote};

/// What none of this can know.
pub(in crate::api) const LIMITS: [&str; 5] = [
    "it knows what is in the tables and nothing else: what nobody recorded is shown as missing, never as zero",
    "tiers, points and weights are choices of the clinic; shipped ones are a beginning, not a validated instrument",
    "a published score is weak on its own: NEWS2 was made for wards, not for referrals to a clinic",
    "the times suppose that requests are recorded when they are made",
    "it supports planning; it is no clinical advice, and whoever is in danger needs a person now",
];

/// An error that names the first id of a request that the clinic does not have.
pub(in crate::api) fn known(ids: &[String], field: &str, code: &str, is_known: impl Fn(&str) -> bool) -> Result<()> {
    match ids.iter().position(|id| !is_known(id)) {
        None => Ok(()),
        Some(at) => {
            let message =
                "the open clinic has no row of that id: name an existing one, or leave the list empty for all";
            Err(Error::new(code, message).at(format!("{field}[{at}]")))
        }
    }
}

/// What all subjects share, and counts over them.
pub(in crate::api) struct Assessor<'c> {
    pub(in crate::api) clinic: &'c Clinic,
    pub(in crate::api) book: &'c Rulebook,
    pub(in crate::api) records: Records<'c>,
    pub(in crate::api) held: InForce<'c>,
    pub(in crate::api) services: BTreeMap<&'c str, &'c Service>,
    pub(in crate::api) patients: BTreeMap<&'c str, Subject<'c>>,
    served: BTreeSet<&'c str>,
    counts: BTreeMap<String, (u32, u32)>,
    missing: BTreeMap<String, u32>,
}

impl<'c> Assessor<'c> {
    /// Nobody asked about yet.
    pub(in crate::api) fn new(clinic: &'c Clinic, book: &'c Rulebook) -> Self {
        let subject = |patient| Subject {
            patient,
            order: None,
            admitted: true,
            emergency: None,
        };
        Self {
            clinic,
            book,
            records: Records::new(clinic),
            held: InForce::of(clinic),
            services: clinic.services.iter().map(|row| (&*row.id, row)).into_map(),
            patients: clinic.patients.iter().map(|row| (&*row.id, subject(row))).into_map(),
            served: served(clinic),
            counts: BTreeMap::new(),
            missing: BTreeMap::new(),
        }
    }

    /// Whom the rules are asked about for an order; none if its patient or service does not exist.
    pub(in crate::api) fn subject(&self, order: &'c Order) -> Option<(Subject<'c>, &'c Service)> {
        let service = *self.services.get(&*order.service)?;
        let patient = self.patients.get(&*order.patient)?.patient;
        let order = Some((order, service));
        let subject = Subject {
            patient,
            order,
            admitted: true,
            emergency: None,
        };
        Some((subject, service))
    }

    /// Adds an outcome to the counts.
    pub(in crate::api) fn count(&mut self, outcome: &Outcome) {
        for finding in &outcome.fired {
            self.counts.entry(finding.rule.row.id.clone()).or_default().0 += 1;
        }
        for open in &outcome.open {
            self.counts.entry(open.rule.row.id.clone()).or_default().1 += 1;
        }
        for fact in missing(outcome) {
            *self.missing.entry(fact).or_default() += 1;
        }
    }

    /// The row of an order in the reply.
    pub(in crate::api) fn triaged(&self, order: &Order, service: &Service, outcome: &Outcome) -> TriagedOrder {
        let waiting = order.requested.is_some() && !self.served.contains(&*order.id);
        let today = self.clinic.settings.as_of.date();
        let now = self.clinic.settings.as_of.minutes_since(today);
        let remote = outcome.in_person && may_be_remote(order, service);
        let ways = if remote {
            in_person_ways(order, service)
        } else {
            Vec::new()
        };
        let stuck = remote && ways.is_empty();
        let suggested = self.suggestion(order, outcome, waiting, ways);
        let mut own = Vec::new();
        for (field, is_own) in [
            ("priority", order.priority.is_some()),
            ("due_by", order.due_by.is_some()),
            ("modalities", !order.modalities.is_empty()),
            ("discipline", service.discipline.is_some()),
        ] {
            if is_own {
                own.push(field);
            }
        }
        let decision = self.held.orders.get(&*order.id).copied();
        let same = |row: &Decision| {
            (row.tier, row.priority, row.due_by) == (outcome.tier, suggested.priority, suggested.due_by)
                && (&row.discipline, &row.modalities) == (&suggested.discipline, &suggested.modalities)
        };
        let outdated = decision.is_some_and(|row| !same(row));
        let accept = (suggested != TriageSuggestion::default() && !decision.is_some_and(same)).then(|| Decision {
            order: Some(order.id.clone()),
            tier: outcome.tier,
            priority: suggested.priority,
            due_by: suggested.due_by,
            discipline: suggested.discipline.clone(),
            modalities: suggested.modalities.clone(),
            ..self.decision(&format!("triage-{}", order.id), outcome)
        });
        TriagedOrder {
            order: order.id.clone(),
            patient: order.patient.clone(),
            service: order.service.clone(),
            tier: outcome.tier,
            at_worst: outcome.at_worst,
            points: points(outcome.points),
            needs_person: outcome.tier.is_none() || stuck,
            waiting,
            waited_min: order
                .requested
                .filter(|_| waiting)
                .map(|moment| now.saturating_sub(moment.minutes_since(today)).max(0)),
            ranked_at: None,
            in_person: outcome.in_person,
            perhaps_in_person: outcome.perhaps_in_person,
            fired: outcome.fired.iter().map(fired).collect(),
            open: Vec::new(),
            missing: missing(outcome).into_iter().collect(),
            suggested,
            own,
            decision: decision.cloned(),
            outdated,
            accept: accept.map(|decision| Action::AddDecision {
                decision: Box::new(decision),
            }),
            withdraw: decision.map(withdraw),
        }
    }

    fn suggestion(&self, order: &Order, outcome: &Outcome, waiting: bool, ways: Vec<Modality>) -> TriageSuggestion {
        let terms = &self.book.terms;
        let due = |tier: Tier| {
            let requested = order.requested.filter(|_| waiting && tier != Tier::Planned)?;
            Some(requested.plus_minutes(terms.due_min[tier as usize]))
        };
        TriageSuggestion {
            priority: outcome.tier.map(|tier| terms.priority[tier as usize]),
            due_by: outcome.tier.and_then(due),
            discipline: outcome.discipline.map(Into::into),
            modalities: ways,
        }
    }

    /// A decision of now, by the rules that fired.
    pub(in crate::api) fn decision(&self, id: &str, outcome: &Outcome) -> Decision {
        let taken = |id: &str| self.clinic.decisions.iter().any(|row| row.id == id);
        Decision {
            id: if taken(id) { free_id(id, taken) } else { id.into() },
            order: None,
            patient: None,
            decided: self.clinic.settings.as_of,
            tier: None,
            priority: None,
            due_by: None,
            discipline: None,
            modalities: Vec::new(),
            acuity: None,
            rules: outcome
                .fired
                .iter()
                .map(|finding| finding.rule.row.id.clone())
                .collect(),
            version: self.book.version.clone(),
            reason: None,
            withdrawn: None,
        }
    }

    /// Every rule of some purposes with its counts.
    pub(in crate::api) fn rules(&self, purposes: &[Purpose]) -> Vec<TriageRuleUse> {
        let on = self.book.rules.iter().map(|rule| (&rule.row, rule.own, true));
        let off = self.book.off.iter().map(|(row, own)| (row, *own, false));
        let asked = on.chain(off).filter(|entry| purposes.contains(&entry.0.purpose));
        let uses = asked.map(|(row, own, in_force)| {
            let (fired, open) = self.counts.get(&row.id).copied().unwrap_or_default();
            let rule = row.clone();
            TriageRuleUse {
                rule,
                own,
                in_force,
                fired,
                open,
            }
        });
        uses.collect()
    }

    /// Facts that were missing, most often missing first.
    pub(in crate::api) fn missing(&self) -> Vec<MissingFact> {
        let rows = self.missing.iter();
        let mut rows: Vec<MissingFact> = rows
            .map(|(fact, &count)| MissingFact {
                fact: fact.clone(),
                count,
            })
            .collect();
        rows.arrange_by(|a, b| b.count.cmp(&a.count).then_with(|| a.fact.cmp(&b.fact)));
        rows
    }
}

/// Orders that have had a session: by the appointment's own word, or by patient and service. Missed ones do not count.
fn served(clinic: &Clinic) -> BTreeSet<&str> {
    let mut first: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for order in &clinic.orders {
        first.entry((&order.patient, &order.service)).or_insert(&order.id);
    }
    let mut served = BTreeSet::new();
    let mut services = BTreeMap::new();
    let past = clinic
        .appointments
        .iter()
        .filter(|row| row.start < clinic.settings.as_of);
    for row in past {
        services.insert(&*row.id, &*row.service);
        if row.status == Status::Completed {
            let by_patient = || first.get(&(row.patient.as_deref()?, &*row.service)).copied();
            served.extend(row.order.as_deref().or_else(by_patient));
        }
    }
    for row in clinic.attendances.iter().filter(|row| row.status == Status::Completed) {
        let Some(service) = services.get(&*row.appointment) else {
            continue;
        };
        let by_patient = || first.get(&(&*row.patient, *service)).copied();
        served.extend(row.order.as_deref().or_else(by_patient));
    }
    served
}

/// Takes a decision back.
pub(in crate::api) fn withdraw(decision: &Decision) -> Action {
    Action::WithdrawDecision {
        decision: decision.id.clone(),
    }
}

/// A range of points, for a reply.
pub(in crate::api) fn points(range: PointRange) -> TriagePoints {
    TriagePoints {
        low: range.low,
        sum: range.sum,
        high: range.high,
    }
}

/// Names of the facts that an outcome misses.
pub(in crate::api) fn missing(outcome: &Outcome) -> BTreeSet<String> {
    let facts = outcome.open.iter().flat_map(|open| &open.missing);
    facts.cloned().into_set()
}

/// Rules that could fire if more were known.
pub(in crate::api) fn open_rules(outcome: &Outcome) -> Vec<OpenRule> {
    let rules = outcome.open.iter();
    rules
        .map(|open| OpenRule {
            rule: open.rule.row.id.clone(),
            missing: open.missing.clone(),
        })
        .collect()
}

/// A rule that fired, with what it was answered by.
pub(in crate::api) fn fired(finding: &Finding) -> FiredRule {
    let row = &finding.rule.row;
    FiredRule {
        rule: row.id.clone(),
        purpose: row.purpose,
        text: row.text.clone(),
        tier: row.tier,
        points: row.points,
        facts: finding
            .witnesses
            .iter()
            .map(|seen| fact_seen(&seen.fact, &seen.value))
            .collect(),
    }
}

fn fact_seen(fact: &str, value: &Value) -> FactSeen {
    let mut seen = FactSeen {
        fact: fact.into(),
        words: Vec::new(),
        low: None,
        high: None,
        date: None,
    };
    match value {
        Value::Words(words) => seen.words.clone_from(words),
        Value::Number { low, high, date } => {
            (seen.low, seen.high, seen.date) = (Some(*low), Some(*high), *date);
        }
        Value::Never | Value::Missing => {}
    }
    seen
}
