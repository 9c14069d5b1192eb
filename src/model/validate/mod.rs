//! Everything wrong or doubtful in a clinic, at once: table, row, id, field, cause and action of each.
//!
//! Errors are rows that the plan has to do without; they come from [`build`](super::build()). Here are the doubts: rows
//! that can be used but are likely to be mistakes, and what shows only when tables are looked at together.

mod demand;
mod numbers;
mod people;
mod text;
mod times;
mod urgency;

use super::Clinic;
use super::build::rows::{Row, Rows};
use super::build::{Built, build};
use crate::error::{Issue, Severity};
use crate::order::Arrange;
pub use text::folded;
pub use urgency::check_rule;

/// Tables in the order in which they are reported: the order of the document.
const TABLES: [&str; 36] = [
    "settings",
    "weights",
    "rules",
    "sites",
    "rooms",
    "equipment",
    "services",
    "clinicians",
    "licenses",
    "absences",
    "patients",
    "contacts",
    "consents",
    "orders",
    "groups",
    "pairs",
    "authorizations",
    "appointments",
    "attendances",
    "shifts",
    "travel",
    "referrals",
    "staff_days",
    "scheduling_work",
    "surveys",
    "scores",
    "stays",
    "departures",
    "headcounts",
    "care_periods",
    "triage_rules",
    "decisions",
    "load_caps",
    "reserves",
    "problem",
    "",
];

/// Everything found in a clinic.
pub fn validate(clinic: &Clinic) -> Vec<Issue> {
    findings(clinic, &build(clinic))
}

/// Everything found in a clinic whose problem has been built: what the build left out, then doubts, sorted by table
/// and row, each once.
pub fn findings(clinic: &Clinic, built: &Built) -> Vec<Issue> {
    let mut findings = Findings {
        clinic,
        rows: Rows::screen(clinic, &mut Vec::new()),
        issues: built.issues.clone(),
    };
    findings.check_text();
    findings.check_numbers();
    findings.check_times(&built.problem);
    findings.check_people();
    findings.check_demand(&built.problem);
    findings.check_urgency();
    let mut issues = findings.issues;
    issues.arrange_by(|a, b| place(a).cmp(&place(b)));
    issues.dedup();
    issues
}

/// In the order of the tables, rows and columns.
fn place(issue: &Issue) -> (usize, Option<u32>, Option<&str>, &str) {
    let table = TABLES.iter().position(|table| *table == issue.table);
    let table = table.unwrap_or(TABLES.len());
    (table, issue.row, issue.field.as_deref(), &issue.code)
}

/// True if nothing had to be left out.
pub fn is_usable(issues: &[Issue]) -> bool {
    issues.iter().all(|issue| issue.severity != Severity::Error)
}

/// A clinic under examination.
pub(crate) struct Findings<'c> {
    pub(crate) clinic: &'c Clinic,
    pub(crate) rows: Rows<'c>,
    pub(crate) issues: Vec<Issue>,
}

impl Findings<'_> {
    /// Reports a doubt about a row, counted from 0.
    pub(crate) fn doubt(
        &mut self,
        at: (&'static str, usize, &str),
        code: &str,
        field: &str,
        cause: impl Into<String>,
        action: &str,
    ) {
        Row::new(at.0, at.1, at.2, &mut self.issues).doubt(code, field, cause, action);
    }

    /// Reports a doubt about a table as a whole.
    pub(crate) fn doubt_table(&mut self, code: &str, table: &str, cause: impl Into<String>, action: &str) {
        self.issues.push(Issue::warning(code, table, cause, action));
    }
}
