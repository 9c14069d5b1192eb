//! Rules of triage and acuity that cannot be used, and accepted decisions that cannot hold.

use std::collections::BTreeSet;

use super::Findings;
use crate::error::Issue;
use crate::model::build::rows::{Row, shown};
use crate::model::clinic::{Purpose, TriageRule};
use crate::model::condition::Condition;

/// Reports what is wrong with a rule; true if it can be used.
pub fn check_rule(row: usize, rule: &TriageRule, issues: &mut Vec<Issue>) -> bool {
    let mut row = Row::new("triage_rules", row, &rule.id, issues);
    if rule.id.trim().is_empty() {
        let action = "give every rule an id of its own";
        row.refuse("row.empty_id", "id", "the id is empty; the rule is not used", action);
    }
    if rule.when.is_empty() {
        let cause = "the rule has no condition; it is not used";
        row.refuse(
            "triage.no_condition",
            "when",
            cause,
            "write what must hold, for example `phq9 >= 20`",
        );
    }
    for text in &rule.when {
        if let Err(wrong) = text.parse::<Condition>() {
            let cause = format!("`{}` cannot be read: {wrong}; the rule is not used", shown(text));
            row.refuse(
                "triage.bad_condition",
                "when",
                cause,
                "write fact, comparison and value, for example `phq9 >= 20`",
            );
        }
    }
    row.within("points", rule.points, -100, 100, "points");
    if let Some(days) = rule.within_days {
        row.within("within_days", days, 0, 3_650, "days");
    }
    if rule.purpose == Purpose::Tier && rule.tier.is_none() {
        let cause = "a rule of purpose `tier` names no tier; it is not used";
        row.refuse("triage.no_tier", "tier", cause, "name the tier that it gives");
    }
    if matches!((rule.from, rule.until), (Some(from), Some(until)) if until < from) {
        row.refuse(
            "row.reversed_dates",
            "until",
            "the last day is before the first",
            "correct one of the two dates",
        );
    }
    row.usable()
}

impl Findings<'_> {
    pub(super) fn check_urgency(&mut self) {
        let mut seen = BTreeSet::new();
        for (row, rule) in self.clinic.triage_rules.iter().enumerate() {
            check_rule(row, rule, &mut self.issues);
            if !seen.insert(&rule.id) {
                let cause = "the id is also that of an earlier rule, which it replaces";
                self.doubt(
                    ("triage_rules", row, &rule.id),
                    "triage.replaced",
                    "id",
                    cause,
                    "keep one of the two",
                );
            }
        }
    }
}
