//! `attendance`: who is expected to come to the sessions of a plan, what that is made of, and what could help.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::attendance::{
    Attendance, AttendanceFactor, AttendanceHistory, GroupReport, OutcomeReport, SeatAhead, SeatExpectation,
};
use crate::error::{Error, Result};
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Kind, Status};
use crate::model::problem::Session;
use crate::model::{Clinic, Plan, PlanDocument, Problem};
use crate::order::IntoOrdered;

/// Most weeks of history that can be asked for.
pub const MAX_WEEKS: u32 = 104;
/// Help is listed from this multiple of the usual chance of missing a visit on. Our choice.
const HELP_FROM: f64 = 1.5;

/// Request of `attendance`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct AttendanceRequest {
    /// A plan of the open clinic; today's schedule if absent.
    pub plan: Option<PlanDocument>,
    /// Weeks of history that are learned from, 1 to 104.
    pub weeks: u32,
    /// Chance of missing a visit from which help is listed, 0 to 1; one and a half times the usual chance if absent.
    pub help_from: Option<f64>,
    /// Keys of sessions whose scores are given with the contribution of every factor; all if `["*"]`.
    pub explain: Vec<String>,
}

impl Default for AttendanceRequest {
    fn default() -> Self {
        Self {
            plan: None,
            weeks: 52,
            help_from: None,
            explain: Vec::new(),
        }
    }
}

/// Reply of `attendance`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AttendanceReply {
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// What was learned from.
    pub history: AttendanceHistory,
    /// Share of past visits that patients missed or cancelled late; absent without history.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub usual_missing: Option<f64>,
    /// Chance of missing a visit from which help is listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub help_from: Option<f64>,
    /// The factors, in the order of the contributions.
    pub factors: Vec<AttendanceFactor>,
    /// Each outcome: what predicts it, how well, what matters.
    pub outcomes: Vec<OutcomeReport>,
    /// No-shows by groups of patients.
    pub groups: Vec<GroupReport>,
    /// The planned sessions, in order of time.
    pub sessions: Vec<SessionExpectation>,
    /// The days of the plan.
    pub days: Vec<DayExpectation>,
    /// The whole plan.
    pub expected: ExpectedAttendance,
    /// What none of this can know.
    pub limits: Vec<&'static str>,
}

/// What is expected of one planned session.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SessionExpectation {
    /// Session key.
    pub session: String,
    /// Service id.
    pub service: String,
    /// Start.
    pub start: DateTime,
    /// Length, minutes.
    pub minutes: i32,
    /// First clinician's id.
    pub clinician: String,
    /// Patients in it.
    pub seats: u32,
    /// How many of them are expected to come.
    pub attend: f64,
    /// Chance that at least one comes, so that the session is held, if patients come independently.
    pub held: f64,
    /// Each patient.
    pub patients: Vec<SeatExpectation>,
}

/// What is expected of several sessions together.
#[derive(Debug, Default, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExpectedAttendance {
    /// Visits: one patient in one session.
    pub seats: u32,
    /// Visits that are expected to take place.
    pub attend: f64,
    /// Their standard deviation, if visits are independent; doubt about the chances themselves comes on top.
    pub attend_sd: f64,
    /// No-shows expected.
    pub no_shows: f64,
    /// Late cancellations expected.
    pub late_cancels: f64,
    /// Cancellations by the clinic expected.
    pub provider_cancels: f64,
    /// Minutes of sessions that are expected to be held.
    pub held_minutes: f64,
    /// Minutes of sessions that are planned.
    pub planned_minutes: f64,
    /// Expected visit completion (K9); absent without visits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub completion: Option<f64>,
    /// Expected no-show rate (K10).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub no_show_rate: Option<f64>,
    /// Expected attendance (K11).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub attendance: Option<f64>,
}

/// One day of the plan.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DayExpectation {
    /// Day.
    pub date: Date,
    /// Its sessions.
    pub expected: ExpectedAttendance,
}

const LIMITS: &[&str] = &[
    "it knows only what the tables hold: reminders, weather, transport, childcare and how someone feels are not in them",
    "among visits booked ahead nobody predicts no-shows well (AUC about 0.60 on public data); use the numbers for sums and \
     for whom to help first, not to decide about a person",
    "what goes with missing a visit need not be its cause: the chance with a nearer slot or by video is that of other \
     visits like it",
    "visits that are cancelled in time are left out: it tells what becomes of those that are not",
    "patients are taken to come independently of each other; snow or a closed road keeps many away at once",
    "a patient is never overbooked by name: spare capacity is planned from sums",
];

/// Who is expected to come to the sessions of a plan or of today's schedule.
///
/// # Errors
/// `desk.empty`; `request.wrong_value`; `plan.no_calendar`, `plan.unknown_reference`.
pub fn attendance(desk: &mut Desk, request: AttendanceRequest) -> Result<AttendanceReply> {
    let wrong = |what: &str, at| Err(Error::new("request.wrong_value", what).at(at));
    if !(1..=MAX_WEEKS).contains(&request.weeks) {
        return wrong("expected 1 to 104", "weeks");
    }
    if request.help_from.is_some_and(|from| !(0.0..=1.0).contains(&from)) {
        return wrong("expected 0 to 1", "help_from");
    }
    let (clinic, problem) = (desk.clinic()?, desk.problem()?);
    let plan = match &request.plan {
        Some(document) => document.to_plan(&problem)?,
        None => Plan::published(&problem),
    };
    let learned = Attendance::learn(clinic, request.weeks as i32);
    let help_from = request
        .help_from
        .or(learned.usual.map(|usual| (HELP_FROM * usual).min(1.0)));
    let sessions =
        Sessions::new(clinic, &problem, &plan).expected(&learned, help_from.unwrap_or(1.0), &request.explain);
    let sum = |sessions: &[SessionExpectation]| {
        let mut sum = ExpectedAttendance::default();
        sessions.iter().for_each(|session| sum.add(session));
        sum.closed()
    };
    let days = sessions.chunk_by(|a, b| a.start.date() == b.start.date());
    let days = days.filter_map(|day| {
        Some(DayExpectation {
            date: day.first()?.start.date(),
            expected: sum(day),
        })
    });
    Ok(AttendanceReply {
        synthetic: clinic.settings.synthetic,
        usual_missing: learned.usual,
        help_from,
        factors: learned.factors().to_vec(),
        days: days.collect(),
        expected: sum(&sessions),
        sessions,
        history: learned.history,
        outcomes: learned.outcomes,
        groups: learned.groups,
        limits: LIMITS.to_vec(),
    })
}

impl ExpectedAttendance {
    /// Adds a session; the variance is kept in place of the standard deviation until [`Self::closed`].
    fn add(&mut self, session: &SessionExpectation) {
        self.planned_minutes += f64::from(session.minutes);
        self.held_minutes += f64::from(session.minutes) * session.held;
        for seat in &session.patients {
            self.seats += 1;
            self.attend += seat.attends;
            self.attend_sd += seat.attends * (1.0 - seat.attends);
            self.no_shows += seat.no_show;
            self.late_cancels += seat.late_cancel;
            self.provider_cancels += seat.provider_cancel;
        }
    }

    /// Standard deviation and rates of what was added.
    fn closed(mut self) -> Self {
        let share = |part: f64, all: f64| (all > 0.0).then(|| part / all);
        self.attend_sd = libm::sqrt(self.attend_sd);
        self.completion = share(self.attend, f64::from(self.seats));
        self.no_show_rate = share(self.no_shows, self.attend + self.no_shows);
        self.attendance = share(self.attend, self.attend + self.no_shows + self.late_cancels);
        self
    }
}

/// A booked row: when it was booked, whether it was moved, whether it is urgent.
type Booked = (Option<DateTime>, bool, bool);

/// The sessions of a plan, with what the appointments tell about their booking.
struct Sessions<'a> {
    clinic: &'a Clinic,
    problem: &'a Problem,
    plan: &'a Plan,
    /// By patient or group, service and start.
    booked: BTreeMap<(&'a str, &'a str, DateTime), Booked>,
    sites: BTreeMap<&'a str, &'a str>,
    /// Patients by session index.
    seated: BTreeMap<u32, Vec<u32>>,
}

impl<'a> Sessions<'a> {
    fn new(clinic: &'a Clinic, problem: &'a Problem, plan: &'a Plan) -> Self {
        let rows = &clinic.appointments;
        let moved: BTreeSet<&str> = rows.iter().filter_map(|row| row.replaced_by.as_deref()).into_set();
        let mut booked = BTreeMap::new();
        let ahead = |status| matches!(status, Status::Booked | Status::Completed);
        for row in rows.iter().filter(|row| ahead(row.status)) {
            let whose = row.patient.as_deref().or(row.group.as_deref()).unwrap_or_default();
            let facts = (
                row.confirmed.or(row.requested),
                moved.contains(row.id.as_str()),
                row.emergency,
            );
            booked.insert((whose, row.service.as_str(), row.start), facts);
        }
        let mut seated: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (order, sessions) in problem.seat_orders.iter().zip(&plan.seats) {
            for &session in sessions {
                seated.entry(session).or_default().push(order.patient);
            }
        }
        Self {
            clinic,
            problem,
            plan,
            booked,
            sites: clinic
                .clinicians
                .iter()
                .map(|row| (row.id.as_str(), row.site.as_str()))
                .into_map(),
            seated,
        }
    }

    fn expected(&self, learned: &Attendance, help_from: f64, explain: &[String]) -> Vec<SessionExpectation> {
        let sessions = self.problem.sessions.iter().enumerate();
        let visits = sessions.filter(|(_, session)| session.kind != Kind::Shift);
        let mut found: Vec<SessionExpectation> = visits
            .filter_map(|(idx, session)| {
                let explained = explain.iter().any(|key| *key == session.key || key == "*");
                self.session(idx, session, learned, explained, help_from)
            })
            .collect();
        crate::order::Arrange::arrange_by(found.as_mut_slice(), |a, b| {
            (a.start, &a.session).cmp(&(b.start, &b.session))
        });
        found
    }

    fn session(
        &self,
        idx: usize,
        session: &Session,
        learned: &Attendance,
        explained: bool,
        help_from: f64,
    ) -> Option<SessionExpectation> {
        let placement = self.plan.placements.get(idx)?.as_ref()?;
        let start = self.problem.start?.at_minute(placement.start);
        if start < self.clinic.settings.as_of {
            return None;
        }
        let clinician = placement.parts.first().map(|part| part.clinician as usize);
        let clinician = &self.problem.clinicians.get(clinician?)?.id;
        let modality = session.choices.get(usize::from(placement.choice))?.modality;
        let seated = self.seated.get(&(idx as u32)).into_iter().flatten();
        let mut patients = Vec::new();
        for &patient in session.patient.iter().chain(seated) {
            let id = &self.problem.patients.get(patient as usize)?.id;
            let group = session.key.split('/').next().unwrap_or_default();
            let known = [id.as_str(), group].iter().find_map(|&whose| {
                let row = self.booked.get(&(whose, session.service.as_str(), start))?;
                Some(*row)
            });
            // What is only planned is booked when the plan is made.
            let (booked, moved, urgent) = known.unwrap_or((Some(self.clinic.settings.as_of), false, false));
            let seat = SeatAhead {
                patient: id,
                service: &session.service,
                site: self.sites.get(clinician.as_str())?,
                modality,
                start,
                booked,
                moved,
                urgent,
            };
            patients.extend(learned.expect(&seat, explained, help_from));
        }
        if patients.is_empty() {
            return None;
        }
        // The clinic cancels for all at once, patients stay away one by one.
        let by_clinic = patients.iter().map(|seat| seat.provider_cancel).sum::<f64>() / patients.len() as f64;
        let stay_away = patients
            .iter()
            .map(|seat| 1.0 - seat.attends / (1.0 - seat.provider_cancel).max(1e-12));
        Some(SessionExpectation {
            session: session.key.clone(),
            service: session.service.clone(),
            start,
            minutes: session.minutes,
            clinician: clinician.clone(),
            seats: patients.len() as u32,
            attend: patients.iter().map(|seat| seat.attends).sum(),
            held: (1.0 - by_clinic) * (1.0 - stay_away.product::<f64>()),
            patients,
        })
    }
}
