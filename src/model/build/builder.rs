//! The problem while it is being made: parts of it that the other files of this folder fill in turn.

use std::collections::BTreeMap;

use super::context::{Context, in_order};
use super::history::History;
use super::intervals::{clip, intersect};
use super::places::Places;
use super::rooms::Rooms;
use super::rows::Row;
use super::staff::Staff;
use crate::error::Issue;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::{self, Absentee, Service};
use crate::model::consent::Consents;
use crate::model::limits;
use crate::model::problem::{Budget, Interval, Part, Patient, Precedence, SeatOrder, Session, Spacing};
use crate::order::IntoOrdered;

/// Everything made so far.
pub(crate) struct Builder<'c> {
    pub(crate) context: Context<'c>,
    pub(crate) places: Places<'c>,
    pub(crate) staff: Staff<'c>,
    pub(crate) rooms: Rooms<'c>,
    pub(crate) history: History<'c>,
    pub(crate) patients: Vec<Patient>,
    /// Patient index by id.
    pub(crate) patient_index: BTreeMap<&'c str, u32>,
    /// Rows of contacts by patient id.
    pub(crate) contacts: BTreeMap<&'c str, Vec<usize>>,
    /// What patients have agreed to.
    pub(crate) consents: Consents<'c>,
    pub(crate) sessions: Vec<Session>,
    /// Where each session comes from.
    pub(crate) slots: Vec<Slot>,
    pub(crate) seat_orders: Vec<SeatOrder>,
    pub(crate) seat_slots: Vec<SeatSlot>,
    pub(crate) spacings: Vec<Spacing>,
    pub(crate) precedences: Vec<Precedence>,
    pub(crate) budgets: Vec<Budget>,
    pub(crate) threads: BTreeMap<(u32, &'c str), u32>,
    /// Disciplines that decisions ask for, by order id.
    pub(crate) disciplines: BTreeMap<&'c str, &'c str>,
    pub(crate) issues: Vec<Issue>,
    is_full: bool,
}

/// Where a session comes from: rows of the tables.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Slot {
    pub(crate) service: usize,
    pub(crate) order: Option<usize>,
    pub(crate) group: Option<usize>,
    pub(crate) shift: Option<usize>,
    /// Week of the horizon; for shifts, the day.
    pub(crate) period: usize,
    /// The appointment that was found to be this session.
    pub(crate) appointment: Option<usize>,
    /// True if it has taken place: nothing about it can change any more.
    pub(crate) is_over: bool,
}

/// Where a seat order comes from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SeatSlot {
    pub(crate) service: usize,
    pub(crate) order: Option<usize>,
    pub(crate) week: usize,
    pub(crate) is_over: bool,
}

impl<'c> Builder<'c> {
    pub(crate) fn new(clinic: &'c clinic::Clinic) -> Self {
        let mut issues = Vec::new();
        let context = Context::new(clinic, &mut issues);
        let places = super::places::places(&context, &mut issues);
        let staff = super::staff::staff(&context, &places);
        let rooms = super::rooms::rooms(&context, &places);
        let history = History::new(&context);
        let mut contacts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for row in in_order(&context.rows.contacts) {
            contacts.entry(&clinic.contacts[row].patient).or_default().push(row);
        }
        let mut builder = Self {
            context,
            places,
            staff,
            rooms,
            history,
            patients: Vec::new(),
            patient_index: BTreeMap::new(),
            contacts,
            consents: Consents::new(clinic),
            sessions: Vec::new(),
            slots: Vec::new(),
            seat_orders: Vec::new(),
            seat_slots: Vec::new(),
            spacings: Vec::new(),
            precedences: Vec::new(),
            budgets: Vec::new(),
            threads: BTreeMap::new(),
            disciplines: disciplines(clinic),
            issues,
            is_full: false,
        };
        builder.add_patients();
        builder
    }

    fn add_patients(&mut self) {
        for row in in_order(&self.context.rows.patients) {
            let patient = &self.context.clinic.patients[row];
            let (from, to) = self.context.between(patient.admitted, patient.discharged);
            self.patient_index.insert(&patient.id, self.patients.len() as u32);
            self.patients.push(Patient {
                id: patient.id.clone(),
                windows: clip(&self.reachable(patient), from, to),
            });
        }
    }

    /// When a patient can come, in or out of care.
    pub(crate) fn reachable(&self, patient: &clinic::Patient) -> Vec<Interval> {
        self.context.present(&patient.hours, Absentee::Patient, &patient.id)
    }

    /// The row of a patient by index.
    pub(crate) fn patient_row(&self, id: &str) -> Option<&'c clinic::Patient> {
        self.context
            .rows
            .patients
            .get(id)
            .map(|&row| &self.context.clinic.patients[row])
    }

    /// The service in a row.
    pub(crate) fn service(&self, row: usize) -> &'c Service {
        &self.context.clinic.services[row]
    }

    /// Windows of a week in which something new may lie, cut at midnight.
    pub(crate) fn open_windows(&self, windows: &[Interval], week: usize) -> Vec<Interval> {
        let (from, to) = self.context.span(week);
        cut_at_midnight(&clip(windows, from.max(self.context.now), to))
    }

    /// One index per patient and discipline.
    pub(crate) fn thread(&mut self, patient: u32, service: &'c Service) -> u32 {
        let next = self.threads.len() as u32;
        let discipline = service.discipline.as_deref().unwrap_or("");
        *self.threads.entry((patient, discipline)).or_insert(next)
    }

    /// Recovery minutes wanted after a session.
    pub(crate) fn recovery(&self, service: &Service, acuity: i32) -> i32 {
        let demanding = service.high_acuity || acuity >= self.context.rules.whole("acuity.high").max(1);
        if demanding {
            self.context.rules.whole("break.after_high_acuity_minutes")
        } else {
            0
        }
    }

    /// Acuity points of a session: the patient's level, more for a demanding service.
    pub(crate) fn acuity(&self, service: &Service, patient: Option<&clinic::Patient>) -> i32 {
        let extra = if service.high_acuity {
            self.context.rules.whole("acuity.service_points")
        } else {
            0
        };
        patient.map_or(0, |patient| patient.acuity.clamp(0, 4)) + extra
    }

    /// The first clinician's share of a session, without the people.
    pub(crate) fn part(&self, service: &Service, minutes: i32, acuity: i32) -> Part {
        Part {
            minutes,
            before: service.before_min,
            after: service.after_min,
            offset: (0, 0),
            recovery: self.recovery(service, acuity),
            points: super::staff::tenths(service.points),
            documentation: service.documentation_min,
            eligible: Vec::new(),
        }
    }

    /// Adds a session, unless there are too many.
    pub(crate) fn add(&mut self, session: Session, slot: Slot) -> Option<u32> {
        if self.sessions.len() >= limits::MAX_SESSIONS {
            if !self.is_full {
                self.issues.push(Issue::error(
                    "problem.too_many_sessions",
                    "orders",
                    format!(
                        "more than {} sessions in the horizon; the rest is left out",
                        limits::MAX_SESSIONS
                    ),
                    "shorten the horizon, or plan each site alone",
                ));
            }
            self.is_full = true;
            return None;
        }
        self.sessions.push(session);
        self.slots.push(slot);
        Some(self.sessions.len() as u32 - 1)
    }

    /// Reports something doubtful about a row: code, field, cause, action.
    pub(crate) fn doubt(&mut self, table: &'static str, row: usize, id: &str, what: [&str; 4]) {
        Row::new(table, row, id, &mut self.issues).doubt(what[0], what[1], what[2], what[3]);
    }
}

/// The disciplines that decisions in force ask for, by order id.
fn disciplines(clinic: &clinic::Clinic) -> BTreeMap<&str, &str> {
    let held = super::decisions::InForce::of(clinic).orders;
    let named = held.into_iter();
    named
        .filter_map(|(order, decision)| Some((order, decision.discipline.as_deref()?)))
        .into_map()
}

/// The same minutes, as intervals that do not pass midnight.
pub(crate) fn cut_at_midnight(windows: &[Interval]) -> Vec<Interval> {
    let mut cut = Vec::with_capacity(windows.len());
    for &(mut from, to) in windows {
        while from < to {
            let midnight = (from.div_euclid(DAY_MIN) + 1) * DAY_MIN;
            cut.push((from, to.min(midnight)));
            from = midnight;
        }
    }
    cut
}

/// Number of sessions due in a week of which only some of the days can be planned: the weekly number in proportion,
/// rounded up, less what has been done earlier in the week.
pub(crate) fn due_in_week(per_week: i32, done: i32, days_open: i32, days_of_week: i32) -> i32 {
    if days_of_week == 0 {
        return (per_week - done).max(0);
    }
    let share = (per_week * days_open + days_of_week - 1) / days_of_week;
    share.min(per_week - done).max(0)
}

/// What lies in the windows of everyone who must be there.
pub(crate) fn common(sets: &[Vec<Interval>]) -> Vec<Interval> {
    let mut sets = sets.iter();
    let Some(first) = sets.next() else { return Vec::new() };
    sets.fold(first.clone(), |both, set| intersect(&both, set))
}
