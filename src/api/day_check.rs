//! `day_check`: everything about one day that needs attention before it begins, from what the model knows, the worst
//! first, each with what could be done.

mod looks;

use serde::{Deserialize, Serialize};

use super::alternatives::in_words;
use super::amend::Action;
use super::desk::Desk;
use super::reply::Concerned;
use crate::error::{Error, Result};
use crate::model::calendar::{Date, DateTime};
use crate::model::problem::Problem;
use crate::model::{Clinic, Plan, PlanDocument};
use crate::optimizer::Advisor;
use crate::order::Arrange;

/// Minutes between two places beyond the way itself, below which a delay is passed on. Our choice.
const TRAVEL_SLACK_MIN: i32 = 5;
/// Days ahead in which a license that runs out is mentioned. Our choice.
const LICENSE_NOTICE_DAYS: i32 = 14;
/// Findings for which another place is looked for. Our choice: what an answer at once allows.
const MOST_PROPOSALS: usize = 12;

/// Request of `day_check`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DayCheckRequest {
    /// The plan under way; today's schedule if absent.
    #[serde(default)]
    pub plan: Option<PlanDocument>,
    /// The day.
    pub day: Date,
    /// This moment: what has begun by then is left out; the begin of the day if absent.
    #[serde(default)]
    pub now: Option<DateTime>,
}

/// Reply of `day_check`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DayCheckReply {
    /// What needs attention, the worst first.
    pub findings: Vec<Finding>,
    /// Sessions of the day that were looked at.
    pub sessions: usize,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Cannot take place as it is.
    Blocks,
    /// Will probably go wrong, or may not be paid.
    Risk,
    /// Worth knowing.
    Note,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Somebody or something is in two places at once.
    DoubleBooking,
    /// A session has no clinician.
    NoClinician,
    /// A clinician may not give it: license, skill, wish of the patient.
    License,
    /// A room is closed, or will not do.
    Room,
    /// A clinician, or the patient, is not there.
    Hours,
    /// A clinician works longer than allowed.
    OverLimit,
    /// No authorization covers it.
    Authorization,
    /// The patient has not agreed that family may be contacted.
    Consent,
    /// Any other hard rule.
    OtherRule,
    /// Nobody has agreed to the time yet.
    Unconfirmed,
    /// The supervisor does not work while a supervised clinician treats.
    Supervision,
    /// Patient and clinician share no language: an interpreter is needed.
    Interpreter,
    /// The way between two sessions leaves no time to spare.
    TravelSlack,
    /// Overtime.
    Overtime,
    /// A license runs out soon.
    LicenseEnds,
}

/// Something that needs attention.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Finding {
    /// How much it matters.
    pub urgency: Urgency,
    /// What it is about.
    pub kind: FindingKind,
    /// Keys of the sessions concerned; the id of the appointment where it is no session of the plan.
    pub sessions: Vec<String>,
    /// Who or what is concerned.
    pub resource: Option<Concerned>,
    /// What is wrong, in one sentence of ids and numbers.
    pub text: String,
    /// What could be done, carried out and checked; absent where nothing was found or a person must decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub proposal: Option<DayProposal>,
}

/// What could be done about a finding.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DayProposal {
    /// In one sentence.
    pub text: String,
    /// As actions.
    pub actions: Vec<Action>,
    /// What the plan's cost changes by, cents.
    pub delta_cents: i64,
}

/// What one check of the day looks at.
struct Day<'a> {
    clinic: &'a Clinic,
    problem: &'a Problem,
    plan: &'a Plan,
    date: Date,
    /// Sessions of the day that have not begun, by start.
    sessions: Vec<usize>,
    findings: Vec<(Finding, Option<usize>)>,
}

/// Everything about a day that needs attention.
///
/// # Errors
/// `desk.empty`, `plan.unknown_reference`; `request.wrong_value`: a day or moment outside the horizon.
pub fn day_check(desk: &mut Desk, request: DayCheckRequest) -> Result<DayCheckReply> {
    let (clinic, problem) = (desk.clinic()?, desk.problem()?);
    let start = problem
        .start
        .ok_or_else(|| Error::new("plan.no_calendar", "this problem has no calendar dates"))?;
    let day = request.day.days_since(start);
    if day < 0 || day >= problem.num_days as i32 {
        return Err(Error::new("request.wrong_value", "expected a day of the horizon").at("day"));
    }
    let plan = match &request.plan {
        Some(document) => document.to_plan(&problem)?,
        None => Plan::published(&problem),
    };
    let now = request
        .now
        .map_or(day * problem.day_min, |now| now.minutes_since(start));
    let on_day = |idx: &usize| {
        let placement = plan.placements[*idx].as_ref();
        placement.is_some_and(|place| place.start >= now && problem.day_of(place.start) == day as usize)
    };
    let mut sessions: Vec<usize> = (0..problem.sessions.len()).filter(on_day).collect();
    sessions.arrange_by_key(|&idx| (plan.placements[idx].as_ref().map(|place| place.start), idx));
    let mut check = Day {
        clinic,
        problem: &problem,
        plan: &plan,
        date: request.day,
        sessions,
        findings: Vec::new(),
    };
    check.broken_rules();
    check.authorizations();
    check.people();
    check.bookings();
    check.ways();
    check.overtime();
    check.licenses();
    let count = check.sessions.len();
    let findings = check.with_proposals()?;
    Ok(DayCheckReply {
        findings,
        sessions: count,
    })
}

impl Day<'_> {
    fn add(
        &mut self,
        urgency: Urgency,
        kind: FindingKind,
        sessions: &[usize],
        resource: Option<Concerned>,
        text: String,
    ) {
        let keys = sessions.iter().map(|&idx| self.problem.sessions[idx].key.clone());
        let finding = Finding {
            urgency,
            kind,
            sessions: keys.collect(),
            resource,
            text,
            proposal: None,
        };
        // Of several sessions the one that matters least moves.
        let movable = sessions.iter().copied().filter(|idx| {
            let entry = &self.problem.sessions[*idx];
            !entry.locked && self.sessions.contains(idx)
        });
        let moves = movable.min_by_key(|&idx| {
            let entry = &self.problem.sessions[idx];
            (entry.seats.is_some(), entry.unplaced_cents, idx)
        });
        self.findings
            .push((finding, moves.filter(|_| urgency == Urgency::Blocks)));
    }

    /// The findings, the worst first, with another place where a session cannot stay.
    fn with_proposals(mut self) -> Result<Vec<Finding>> {
        self.findings.arrange_by_key(|(finding, _)| {
            (
                finding.urgency,
                finding.kind,
                finding.sessions.clone(),
                finding.text.clone(),
            )
        });
        let mut list = Vec::with_capacity(self.findings.len());
        let mut advisor = None;
        let mut asked = 0;
        for (mut finding, moves) in self.findings {
            if let Some(session) = moves.filter(|_| asked < MOST_PROPOSALS) {
                asked += 1;
                let advisor = advisor.get_or_insert_with(|| Advisor::new(self.problem, self.plan));
                let found = advisor.alternatives(session, 1);
                if let Some(place) = found.first().filter(|found| found.moved.is_empty()) {
                    let words = in_words(self.problem, session, place)?;
                    let key = self.problem.sessions[session].key.clone();
                    finding.proposal = Some(DayProposal {
                        text: format!(
                            "move `{key}` to {} with `{}`",
                            words.place.start,
                            words.place.clinicians.join("`, `")
                        ),
                        delta_cents: words.delta_cents,
                        actions: vec![Action::MoveSession {
                            session: key,
                            place: words.place,
                        }],
                    });
                }
            }
            list.push(finding);
        }
        Ok(list)
    }
}
