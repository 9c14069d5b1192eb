//! Shapes that several replies share: costs by term, broken rules, what a clinic holds.

use serde::Serialize;

use super::desk::Desk;
use crate::error::Result;
use crate::model::calendar::Date;
use crate::model::check::{Resource, Rule, Violation};
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
    /// What the rule forbids, in a few words.
    pub text: &'static str,
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
            text: rule_text(violation.rule),
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

fn rule_text(rule: Rule) -> &'static str {
    match rule {
        Rule::Malformed => "the plan does not fit the clinic",
        Rule::SessionWindow => "outside the times at which it may take place",
        Rule::Grid => "start is not on the planning grid",
        Rule::NotEligible => "clinician without the skill, license or match it needs on that date",
        Rule::SameClinician => "one clinician in two parts of a session",
        Rule::PartOffset => "a clinician joins too early or too late",
        Rule::ClinicianHours => "outside the clinician's working hours",
        Rule::ClinicianOverlap => "clinician in two places at a time, or without time to travel between them",
        Rule::PatientOverlap => "patient in two sessions at a time",
        Rule::PatientHours => "at a time when the patient cannot come",
        Rule::WrongRoom => "no room, or a room that does not fit",
        Rule::RoomHours => "outside the room's hours",
        Rule::RoomOverlap => "two sessions in one room",
        Rule::Equipment => "more equipment in use than there is",
        Rule::GroupSeats => "more patients than seats",
        Rule::SeatNotOffered => "a seat in a group that does not take place or was not asked for",
        Rule::GroupPair => "two patients who must be together, or must be apart",
        Rule::Spacing => "sessions of one order on days too close together",
        Rule::Order => "before the session that it must follow",
        Rule::Authorization => "more units than the authorization has, or outside its dates",
        Rule::DayLimit => "more working time in a day than allowed",
        Rule::WeekLimit => "more working time in a week than allowed",
        Rule::Rest => "too little rest between two days",
        Rule::DaysInRow => "too many working days in a row",
        Rule::PointsCap => "more points than the cap",
        Rule::CaseloadCap => "more patients than the caseload cap",
        Rule::LockMoved => "a locked session was moved",
    }
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
        contacts orders groups pairs authorizations appointments attendances shifts travel referrals staff_days
        scheduling_work surveys scores stays departures headcounts care_periods);
    counts
        .into_iter()
        .filter(|&(_, rows)| rows > 0)
        .map(|(table, rows)| TableCount { table, rows })
        .collect()
}
