//! Shapes that several replies share: costs by term, broken rules, what a clinic holds.

use serde::Serialize;

use super::desk::Desk;
use crate::error::Result;
use crate::model::calendar::Date;
use crate::model::check::{Resource, Rule, Violation, describe};
use crate::model::{Clinic, CostTerm, Costs, Problem};

/// One part of a cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CostLine {
    /// Which part.
    pub term: CostTerm,
    /// Amount, cents.
    pub cents: i64,
}

/// The parts of a cost that are not zero, in the order of [`CostTerm::ALL`].
pub fn cost_lines(costs: &Costs) -> Vec<CostLine> {
    CostTerm::ALL
        .into_iter()
        .map(|term| CostLine {
            term,
            cents: costs[term],
        })
        .filter(|line| line.cents != 0)
        .collect()
}

/// One broken hard rule, in the words of the clinic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BrokenRule {
    /// Which rule.
    pub rule: Rule,
    /// Keys of the sessions that break it.
    pub sessions: Vec<String>,
    /// Who or what is concerned.
    pub resource: Option<Concerned>,
    /// By how much, in the rule's unit; 0 if it has none.
    pub amount: i32,
    /// What is wrong, in one sentence of ids and numbers.
    pub text: String,
}

/// Who or what a broken rule concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Concerned {
    /// `clinician`, `patient`, `room`, `equipment` or `authorization`.
    pub kind: &'static str,
    /// Its id; the name, for equipment.
    pub id: String,
}

impl BrokenRule {
    /// A violation, named.
    pub fn new(problem: &Problem, violation: &Violation) -> Self {
        Self {
            rule: violation.rule,
            sessions: violation
                .sessions
                .iter()
                .filter_map(|&idx| problem.sessions.get(idx as usize))
                .map(|session| session.key.clone())
                .collect(),
            resource: violation.resource.and_then(|resource| concerned(problem, resource)),
            amount: violation.amount,
            text: describe(problem, violation),
        }
    }
}

/// Every violation, named.
pub fn broken_rules(problem: &Problem, violations: &[Violation]) -> Vec<BrokenRule> {
    violations
        .iter()
        .map(|violation| BrokenRule::new(problem, violation))
        .collect()
}

/// `None` if the plan was so malformed that the resource does not exist.
fn concerned(problem: &Problem, resource: Resource) -> Option<Concerned> {
    let (kind, id) = match resource {
        Resource::Clinician(idx) => ("clinician", problem.clinicians.get(idx as usize)?.id.clone()),
        Resource::Patient(idx) => ("patient", problem.patients.get(idx as usize)?.id.clone()),
        Resource::Room(idx) => ("room", problem.rooms.get(idx as usize)?.id.clone()),
        Resource::Equipment(idx) => ("equipment", problem.equipment.get(idx as usize)?.name.clone()),
        Resource::Budget(idx) => ("authorization", problem.budgets.get(idx as usize)?.id.clone()),
    };
    Some(Concerned { kind, id })
}

/// What a clinic holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ClinicSummary {
    /// Name on screen.
    pub name: String,
    /// True if people and events were generated.
    pub synthetic: bool,
    /// First day that is planned.
    pub horizon_start: Date,
    /// Days planned.
    pub horizon_days: i32,
    /// Sessions to be placed in the horizon.
    pub sessions: usize,
    /// Seats in groups wanted in the horizon.
    pub seats: i32,
    /// Rows of every table that has some.
    pub tables: Vec<TableCount>,
}

/// How many rows a table has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TableCount {
    /// Table name.
    pub table: &'static str,
    /// Rows.
    pub rows: usize,
}

impl ClinicSummary {
    /// The summary of what is open.
    ///
    /// # Errors
    /// `desk.empty`.
    pub fn new(desk: &Desk) -> Result<Self> {
        let (clinic, problem) = (desk.clinic()?, desk.problem()?);
        Ok(Self {
            name: clinic.settings.name.clone(),
            synthetic: clinic.settings.synthetic,
            horizon_start: clinic.settings.horizon_start,
            horizon_days: clinic.settings.horizon_days,
            sessions: problem.sessions.len(),
            seats: problem.seat_orders.iter().map(|order| order.count).sum(),
            tables: table_counts(clinic),
        })
    }
}

macro_rules! counts {
    ($clinic:ident: $($table:ident)*) => {
        [$((stringify!($table), $clinic.$table.len())),*]
    };
}

fn table_counts(clinic: &Clinic) -> Vec<TableCount> {
    let counts = counts!(clinic: weights rules sites rooms equipment services clinicians licenses absences patients
        contacts consents orders groups pairs authorizations appointments attendances shifts travel referrals staff_days
        scheduling_work surveys scores stays departures headcounts care_periods triage_rules decisions
        load_caps reserves);
    counts
        .into_iter()
        .filter(|&(_, rows)| rows > 0)
        .map(|(table, rows)| TableCount { table, rows })
        .collect()
}
