//! How large a run may be, and what is wrong with a request.

use super::run::ScenarioRequest;
use crate::error::{Error, Issue};

/// Most changes in a scenario.
const MAX_CHANGES: usize = 24;

/// Sizes of a run.
pub(super) struct Limits {
    pub(super) draws: u32,
    pub(super) runs: u32,
    pub(super) levels: u32,
    pub(super) first_steps: u32,
    pub(super) plan_steps: u32,
}

impl Limits {
    /// Those of a request.
    pub(super) fn of(request: &ScenarioRequest) -> Self {
        Self {
            draws: request.draws.unwrap_or(25),
            runs: request.runs.unwrap_or(200),
            levels: request.levels.unwrap_or(4),
            first_steps: request.first_steps.unwrap_or(2_000),
            plan_steps: request.plan_steps.unwrap_or(200),
        }
    }

    /// Everything wrong with the sizes of a request of so many changes, its claims and its phases.
    pub(super) fn issues(&self, request: &ScenarioRequest, changes: usize) -> Vec<Issue> {
        let months = request.months.unwrap_or(36);
        let rows = [
            ("months", i64::from(months), 12, 36),
            ("draws", i64::from(self.draws), 3, 400),
            ("runs", i64::from(self.runs), 2, 200),
            ("levels", i64::from(self.levels), 1, 12),
            ("first_steps", i64::from(self.first_steps), 1, 1_000_000),
            ("plan_steps", i64::from(self.plan_steps), 1, 1_000_000),
            ("changes", changes as i64, 0, MAX_CHANGES as i64),
        ];
        let outside = rows
            .iter()
            .filter(|(_, value, least, most)| !(least..=most).contains(&value));
        let mut issues: Vec<Issue> = outside
            .map(|(field, value, least, most)| {
                let cause = format!("`{value}` is outside {least} to {most}");
                let action = format!("give {least} to {most}");
                Issue::error("scenario.out_of_range", "request", cause, action).field(field)
            })
            .collect();
        for (position, claim) in request.claims.iter().enumerate() {
            let fine = |value: f64| (-1.0..=10.0).contains(&value);
            if !fine(claim.relative) || !fine(claim.points) {
                let cause = "a claim outside -1 to 10";
                issues.push(Issue::error("claim.out_of_range", "claims", cause, "give a share").row(position + 1));
            }
        }
        issues.extend(rollout_issues(request));
        issues
    }
}

fn rollout_issues(request: &ScenarioRequest) -> Vec<Issue> {
    let Some(rollout) = &request.rollout else {
        return Vec::new();
    };
    if request.template.is_none() {
        let cause = "phases without a template";
        let action = "name a template, or give each change its own `rollout`";
        return vec![Issue::error("scenario.rollout_alone", "request", cause, action).field("rollout")];
    }
    rollout.issues("request", "rollout")
}

/// All faults of a request in one error.
pub(super) fn wrong_request(issues: &[Issue]) -> Error {
    let texts: Vec<String> = issues
        .iter()
        .map(|issue| {
            let row = issue.row.map_or(String::new(), |row| format!("[{}]", row - 1));
            let field = issue.field.as_ref().map_or(String::new(), |field| format!(".{field}"));
            format!("{}{row}{field}: {}, {}", issue.table, issue.cause, issue.action)
        })
        .collect();
    Error::new("scenario.wrong_request", texts.join("; "))
}
