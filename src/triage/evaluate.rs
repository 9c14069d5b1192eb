//! Which rules fire for one order or patient, and what follows.

use super::facts::{Records, Subject, Value};
use super::rulebook::{Rule, Rulebook};
use crate::model::clinic::{Purpose, Tier};
use crate::model::condition::Truth;

/// A fact that a rule was asked about.
#[derive(Debug, Clone, PartialEq)]
pub struct Witness {
    /// Name of the fact.
    pub fact: String,
    /// Its value.
    pub value: Value,
}

/// A rule that fired.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding<'r> {
    /// The rule.
    pub rule: &'r Rule,
    /// What it was answered by.
    pub witnesses: Vec<Witness>,
}

/// A rule that could fire if more were known.
#[derive(Debug, Clone, PartialEq)]
pub struct Open<'r> {
    /// The rule.
    pub rule: &'r Rule,
    /// Names of the facts that are missing, or known within too wide a range.
    pub missing: Vec<String>,
}

/// A sum of points, and between what it lies if more were known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PointRange {
    /// Least it could be.
    pub low: i32,
    /// The sum of the rules that fired.
    pub sum: i32,
    /// Most it could be.
    pub high: i32,
}

/// What the rules say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome<'r> {
    /// Rules that fired, in the order of the rulebook.
    pub fired: Vec<Finding<'r>>,
    /// Rules that could fire if more were known.
    pub open: Vec<Open<'r>>,
    /// The most urgent tier of the rules that fired; none means that a person has to look.
    pub tier: Option<Tier>,
    /// The most urgent tier that is possible if more were known.
    pub at_worst: Option<Tier>,
    /// Points within the tier.
    pub points: PointRange,
    /// Points of acuity.
    pub acuity: PointRange,
    /// True if video and telephone are not enough.
    pub in_person: bool,
    /// True if more knowledge could make them not enough.
    pub perhaps_in_person: bool,
    /// Discipline that the first rule that fired and names one asks for, most urgent tier first.
    pub discipline: Option<&'r str>,
}

/// Asks all rules of some purposes about a subject. Cost: rules times conditions.
pub fn assess<'r>(book: &'r Rulebook, records: &Records, subject: Subject, purposes: &[Purpose]) -> Outcome<'r> {
    let mut outcome = Outcome::default();
    for rule in book.rules.iter().filter(|rule| purposes.contains(&rule.row.purpose)) {
        let mut all = Truth::Yes;
        let mut witnesses = Vec::new();
        let mut missing = Vec::new();
        for condition in &rule.conditions {
            let (truth, value) = records.ask(subject, condition, rule.days);
            all = all.min(truth);
            if truth == Truth::Unknown {
                missing.push(condition.fact.clone());
            }
            witnesses.push(Witness {
                fact: condition.fact.clone(),
                value,
            });
        }
        match all {
            Truth::Yes => outcome.fire(rule, witnesses),
            Truth::Unknown => outcome.leave_open(rule, missing),
            Truth::No => {}
        }
    }
    outcome.at_worst = more_urgent(outcome.at_worst, outcome.tier);
    let first = |named: &&Finding<'r>| named.rule.row.discipline.is_some();
    let named = outcome.fired.iter().filter(first);
    let strongest = named.min_by_key(|finding| finding.rule.row.tier.unwrap_or(Tier::Planned));
    outcome.discipline = strongest.and_then(|finding| finding.rule.row.discipline.as_deref());
    outcome
}

/// The more urgent of two tiers.
fn more_urgent(a: Option<Tier>, b: Option<Tier>) -> Option<Tier> {
    a.into_iter().chain(b).min()
}

impl<'r> Outcome<'r> {
    fn fire(&mut self, rule: &'r Rule, witnesses: Vec<Witness>) {
        let row = &rule.row;
        match row.purpose {
            Purpose::Tier => self.tier = more_urgent(self.tier, row.tier),
            Purpose::Points => self.points.add(row.points),
            Purpose::Acuity => self.acuity.add(row.points),
            Purpose::InPerson => self.in_person = true,
        }
        self.fired.push(Finding { rule, witnesses });
    }

    fn leave_open(&mut self, rule: &'r Rule, missing: Vec<String>) {
        let row = &rule.row;
        match row.purpose {
            Purpose::Tier => self.at_worst = more_urgent(self.at_worst, row.tier),
            Purpose::Points => self.points.widen(row.points),
            Purpose::Acuity => self.acuity.widen(row.points),
            Purpose::InPerson => self.perhaps_in_person = true,
        }
        self.open.push(Open { rule, missing });
    }
}

impl PointRange {
    /// A part that is certain. The number of rules bounds the sum far below the range of the type.
    fn add(&mut self, points: i32) {
        for value in [&mut self.low, &mut self.sum, &mut self.high] {
            *value = value.saturating_add(points);
        }
    }

    /// A part that may or may not be there.
    fn widen(&mut self, points: i32) {
        self.low = self.low.saturating_add(points.min(0));
        self.high = self.high.saturating_add(points.max(0));
    }
}

/// The level of acuity, 0 to 4, of a sum of points: one level for every full `per_level`.
pub fn acuity_level(points: i32, per_level: i32) -> i32 {
    (points / per_level.max(1)).clamp(0, 4)
}
