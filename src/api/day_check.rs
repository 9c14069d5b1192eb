//! `day_check`: everything about one day that needs attention before it begins, from what the model knows, the worst
//! first, each with what could be done.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::alternatives::in_words;
use super::amend::Action;
use super::desk::Desk;
use super::reply::{Concerned, broken_rules};
use crate::error::{Error, Result};
use crate::model::calendar::{Date, DateTime};
use crate::model::check::{Rule, check};
use crate::model::clinic::{Kind, Status};
use crate::model::problem::{ANYWHERE, Problem};
use crate::model::{Clinic, Plan, PlanDocument};
use crate::optimizer::{Advisor, evaluation};
use crate::order::{Arrange, IntoOrdered};

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

    /// Hard rules that sessions of the day break.
    fn broken_rules(&mut self) {
        let mut faults = check(self.problem, self.plan);
        faults.retain(|fault| {
            fault
                .sessions
                .iter()
                .any(|&idx| self.sessions.contains(&(idx as usize)))
        });
        let words = broken_rules(self.problem, &faults);
        for (fault, words) in faults.iter().zip(words) {
            let kind = match fault.rule {
                Rule::ClinicianOverlap
                | Rule::PatientOverlap
                | Rule::RoomOverlap
                | Rule::Equipment
                | Rule::SameClinician => FindingKind::DoubleBooking,
                Rule::NotEligible => FindingKind::License,
                Rule::RoomHours | Rule::WrongRoom => FindingKind::Room,
                Rule::ClinicianHours | Rule::SessionWindow | Rule::PatientHours => {
                    self.hours_or_consent(&fault.sessions)
                }
                Rule::DayLimit
                | Rule::WeekLimit
                | Rule::Rest
                | Rule::DaysInRow
                | Rule::PointsCap
                | Rule::CaseloadCap => FindingKind::OverLimit,
                Rule::Authorization => FindingKind::Authorization,
                _ => FindingKind::OtherRule,
            };
            let sessions: Vec<usize> = fault.sessions.iter().map(|&idx| idx as usize).collect();
            self.add(Urgency::Blocks, kind, &sessions, words.resource, words.text);
        }
    }

    fn hours_or_consent(&self, sessions: &[u32]) -> FindingKind {
        let lacks = |&idx: &u32| self.lacks_consent(idx as usize);
        if sessions.iter().any(lacks) {
            FindingKind::Consent
        } else {
            FindingKind::Hours
        }
    }

    fn lacks_consent(&self, session: usize) -> bool {
        let entry = &self.problem.sessions[session];
        let patient = entry.patient.map(|patient| &self.problem.patients[patient as usize].id);
        let row = patient.and_then(|id| self.clinic.patients.iter().find(|row| row.id == *id));
        entry.kind == Kind::Family && row.is_some_and(|row| !row.family_consent)
    }

    /// Sessions that need an authorization where no row covers patient, service and day. Where missing ones block, the
    /// checker has said so.
    fn authorizations(&mut self) {
        let needing: Vec<&str> = self
            .clinic
            .services
            .iter()
            .filter(|service| service.needs_authorization)
            .map(|service| &*service.id)
            .collect();
        for at in 0..self.sessions.len() {
            let idx = self.sessions[at];
            let entry = &self.problem.sessions[idx];
            let Some(patient) = entry
                .patient
                .filter(|_| entry.draws.is_empty() && needing.contains(&&*entry.service))
            else {
                continue;
            };
            let id = &self.problem.patients[patient as usize].id;
            let own = self.clinic.authorizations.iter().filter(|row| row.patient == *id);
            let mut covering = own.filter(|row| row.services.contains(&entry.service));
            let valid = covering.any(|row| row.from <= self.date && self.date <= row.until);
            if !valid {
                let text = format!(
                    "no authorization of patient `{id}` covers `{}` on {}",
                    entry.service, self.date
                );
                let resource = concerned("patient", id);
                self.add(Urgency::Risk, FindingKind::Authorization, &[idx], resource, text);
            }
        }
    }

    /// Consent, language, supervision.
    fn people(&mut self) {
        let staff: BTreeMap<&str, &crate::model::clinic::Clinician> =
            self.clinic.clinicians.iter().map(|row| (&*row.id, row)).into_map();
        let patients: BTreeMap<&str, &crate::model::clinic::Patient> =
            self.clinic.patients.iter().map(|row| (&*row.id, row)).into_map();
        let mut unsupervised: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
        for idx in self.sessions.clone() {
            let (entry, Some(place)) = (&self.problem.sessions[idx], &self.plan.placements[idx]) else {
                continue;
            };
            let known_fault = |kind: FindingKind| {
                let mut findings = self.findings.iter();
                findings.any(|(known, _)| known.kind == kind && known.sessions.contains(&entry.key))
            };
            if self.lacks_consent(idx) && !known_fault(FindingKind::Consent) {
                let text = format!(
                    "`{}` needs the family, and the patient has not agreed that it may be contacted",
                    entry.key
                );
                self.add(Urgency::Risk, FindingKind::Consent, &[idx], None, text);
            }
            for part in &place.parts {
                let id = &self.problem.clinicians[part.clinician as usize].id;
                let Some(row) = staff.get(&**id) else { continue };
                let patient = entry
                    .patient
                    .map(|patient| &*self.problem.patients[patient as usize].id);
                if let Some(patient) = patient.and_then(|id| patients.get(id))
                    && !share_a_language(&patient.languages, &row.languages)
                {
                    let text = format!("patient `{}` and `{id}` share no language", patient.id);
                    self.add(
                        Urgency::Risk,
                        FindingKind::Interpreter,
                        &[idx],
                        concerned("patient", &patient.id),
                        text,
                    );
                }
                if let Some(supervisor) = &row.supervisor
                    && !self.works(supervisor, part.start)
                {
                    let entry = unsupervised.entry(id.clone());
                    entry.or_insert_with(|| (supervisor.clone(), Vec::new())).1.push(idx);
                }
            }
        }
        for (id, (supervisor, sessions)) in unsupervised {
            let text = format!(
                "`{supervisor}`, who supervises `{id}`, does not work during {} sessions",
                sessions.len()
            );
            let resource = concerned("clinician", &supervisor);
            self.add(Urgency::Risk, FindingKind::Supervision, &sessions, resource, text);
        }
    }

    /// True if a clinician is on duty at a minute of the day.
    fn works(&self, id: &str, minute: i32) -> bool {
        let clinicians = &self.problem.clinicians;
        let Some(clinician) = clinicians.iter().position(|row| row.id == id) else {
            return false;
        };
        let duty = self.problem.duty_of(clinician as u32, self.problem.day_of(minute));
        let windows = duty.map(|duty| &self.problem.duties[duty].windows);
        windows.is_some_and(|windows| windows.iter().any(|window| window.0 <= minute && minute < window.1))
    }

    /// Appointments of the day that nobody has confirmed, or that name no clinician.
    fn bookings(&mut self) {
        let staff: std::collections::BTreeSet<&str> = self.clinic.clinicians.iter().map(|row| &*row.id).into_set();
        let rows = self.clinic.appointments.iter();
        let today = rows.filter(|row| row.start.date() == self.date);
        let mut found = Vec::new();
        for row in today {
            let waits = matches!(row.status, Status::Proposed | Status::Waitlist);
            let nobody = !row.clinicians.iter().any(|id| staff.contains(&**id));
            if row.status == Status::Booked && nobody {
                let text = format!("appointment `{}` at {} has no clinician", row.id, row.start);
                found.push((Urgency::Blocks, FindingKind::NoClinician, row.id.clone(), text));
            } else if waits || row.status == Status::Booked && row.confirmed.is_none() {
                let text = format!("appointment `{}` at {} is not confirmed", row.id, row.start);
                found.push((Urgency::Note, FindingKind::Unconfirmed, row.id.clone(), text));
            }
        }
        for (urgency, kind, id, text) in found {
            self.add(urgency, kind, &[], None, text);
            if let Some((finding, _)) = self.findings.last_mut() {
                finding.sessions.push(id);
            }
        }
    }

    /// Ways between two sessions that leave no time to spare.
    fn ways(&mut self) {
        let mut last: BTreeMap<u32, (i32, crate::model::problem::Place, usize)> = BTreeMap::new();
        let mut tight = Vec::new();
        for &idx in &self.sessions {
            let (entry, Some(place)) = (&self.problem.sessions[idx], &self.plan.placements[idx]) else {
                continue;
            };
            let Some(choice) = entry.choices.get(place.choice as usize) else {
                continue;
            };
            for (part, at) in entry.parts.iter().zip(&place.parts) {
                let end = at.start + part.minutes + part.after;
                let was = last.get(&at.clinician).copied();
                let to = if choice.place == ANYWHERE {
                    was.map_or(ANYWHERE, |was| was.1)
                } else {
                    choice.place
                };
                if let Some((until, from, before)) = was {
                    let way = self.problem.travel.minutes(from, to);
                    let slack = at.start - part.before - until - way;
                    if way > 0 && (0..TRAVEL_SLACK_MIN).contains(&slack) {
                        tight.push((before, idx, at.clinician, way, slack));
                    }
                }
                last.insert(at.clinician, (end, to, idx));
            }
        }
        for (before, idx, clinician, way, slack) in tight {
            let id = &self.problem.clinicians[clinician as usize].id;
            let text = format!("`{id}` has {slack} minutes to spare for a way of {way} minutes");
            let resource = concerned("clinician", id);
            self.add(Urgency::Note, FindingKind::TravelSlack, &[before, idx], resource, text);
        }
    }

    /// Clinicians of the day whose plan costs overtime.
    fn overtime(&mut self) {
        let overtime = evaluation(self.problem, self.plan).overtime_min;
        let mut of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for &idx in &self.sessions {
            for part in self.plan.placements[idx].iter().flat_map(|place| &place.parts) {
                of.entry(part.clinician).or_default().push(idx);
            }
        }
        for (clinician, sessions) in of {
            let minutes = overtime.get(clinician as usize).copied().unwrap_or(0);
            if minutes > 0 {
                let id = &self.problem.clinicians[clinician as usize].id;
                let text = format!("`{id}` has {minutes} minutes of overtime in the horizon");
                let resource = concerned("clinician", id);
                self.add(Urgency::Note, FindingKind::Overtime, &sessions, resource, text);
            }
        }
    }

    /// Licenses of the day's clinicians that run out soon.
    fn licenses(&mut self) {
        let mut busy: Vec<u32> = self
            .sessions
            .iter()
            .filter_map(|&idx| self.plan.placements[idx].as_ref())
            .flat_map(|place| place.parts.iter().map(|part| part.clinician))
            .collect();
        busy.arrange();
        busy.dedup();
        let ids = busy.into_iter().map(|idx| &self.problem.clinicians[idx as usize].id);
        let mut found = Vec::new();
        for id in ids {
            for row in self.clinic.licenses.iter().filter(|row| row.clinician == *id) {
                let left = row.until.map(|until| until.days_since(self.date));
                let renewed = self.clinic.licenses.iter().any(|other| {
                    other.clinician == *id
                        && other.skill == row.skill
                        && other.until.is_none_or(|until| Some(until) > row.until)
                });
                if let Some(days) = left.filter(|days| (0..=LICENSE_NOTICE_DAYS).contains(days) && !renewed) {
                    found.push((
                        id.clone(),
                        format!("license `{}` of `{id}` runs out in {days} days", row.skill),
                    ));
                }
            }
        }
        for (id, text) in found {
            self.add(
                Urgency::Note,
                FindingKind::LicenseEnds,
                &[],
                concerned("clinician", &id),
                text,
            );
        }
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

fn concerned(kind: &'static str, id: &str) -> Option<Concerned> {
    Some(Concerned { kind, id: id.into() })
}

/// True if they share a language; whoever lists none speaks English.
fn share_a_language(a: &[String], b: &[String]) -> bool {
    let usual = [String::from("en")];
    let a = if a.is_empty() { &usual } else { a };
    let b = if b.is_empty() { &usual } else { b };
    a.iter().any(|language| b.contains(language))
}
