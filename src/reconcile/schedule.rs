//! A schedule as it is compared: what takes place, when, where and with whom, by appointment id. Written back, it changes
//! these things in the clinic's rows and leaves the rest as it was.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Appointment, Attendance, Clinic, Modality, Status};
use crate::model::difference::ChangeKind;
use crate::model::document::{PlannedPlace, PlannedSession};
use crate::model::limits::MAX_HORIZON_DAYS;
use crate::model::{Built, PlanDocument};
use crate::order::{Arrange, IntoOrdered};

/// A patient's seat in a group session: a patient id.
pub type Seat = String;

/// What two schedules can differ in about a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Start.
    pub start: DateTime,
    /// Length, minutes.
    pub minutes: i32,
    /// Service id.
    pub service: String,
    /// Patient id, unless it is a group or a shift.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patient: Option<String>,
    /// Group id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Shift id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<String>,
    /// Patient ids with a seat, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seats: Vec<Seat>,
    /// Clinician ids, the first one leading.
    pub clinicians: Vec<String>,
    /// When each begins after the start, minutes; empty if all do at the start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_after_min: Vec<i32>,
    /// How long each takes part, minutes; empty if all stay to the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_minutes: Vec<i32>,
    /// How it takes place.
    pub modality: Modality,
    /// Room id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
}

/// What takes place, by appointment id.
pub type Schedule = BTreeMap<String, Slot>;

/// True if it is to take place, or has, or should have.
fn is_live(status: Status) -> bool {
    matches!(
        status,
        Status::Booked | Status::Completed | Status::NoShow | Status::Missed
    )
}

/// First and last day that are compared.
pub type Span = (Date, Date);

/// The days of a clinic's horizon.
pub fn horizon(clinic: &Clinic) -> Span {
    let (first, days) = (clinic.settings.horizon_start, clinic.settings.horizon_days);
    (first, first.plus_days(days.clamp(1, MAX_HORIZON_DAYS) - 1))
}

/// What takes place on the days of a span by a clinic's tables. Rows that count in nothing are left out; of several rows
/// of an id the last one counts, as everywhere.
pub fn schedule(clinic: &Clinic, (first, last): Span) -> Schedule {
    entries(clinic, |row| (first..=last).contains(&row.start.date()))
}

fn entries(clinic: &Clinic, is_meant: impl Fn(&Appointment) -> bool) -> Schedule {
    let mut seats: BTreeMap<&str, BTreeSet<&String>> = BTreeMap::new();
    for row in clinic.attendances.iter().filter(|row| is_live(row.status)) {
        seats.entry(&row.appointment).or_default().insert(&row.patient);
    }
    let rows = clinic
        .appointments
        .iter()
        .filter(|row| is_live(row.status) && is_meant(row));
    let slot = |row: &Appointment| {
        let seats = seats.get(&*row.id).into_iter().flatten().map(|id| (*id).clone());
        (row.id.clone(), slot_of(row, seats.collect()))
    };
    rows.map(slot).into_map()
}

fn slot_of(row: &Appointment, seats: Vec<Seat>) -> Slot {
    Slot {
        start: row.start,
        minutes: row.minutes,
        service: row.service.clone(),
        patient: row.patient.clone(),
        group: row.group.clone(),
        shift: row.shift.clone(),
        seats,
        clinicians: row.clinicians.clone(),
        part_after_min: row.part_after_min.clone(),
        part_minutes: row.part_minutes.clone(),
        modality: row.modality,
        room: row.room.clone(),
    }
}

/// What a plan makes of the clinic's schedule. Sessions that it leaves where they are published stay as they are
/// entered; sessions without an appointment get their key as the id.
///
/// `built` is the clinic's own problem, `published` and `plan` are plans of it.
pub fn ours(clinic: &Clinic, built: &Built, published: &PlanDocument, plan: &PlanDocument) -> Schedule {
    let mut schedule = schedule(clinic, horizon(clinic));
    let was: BTreeMap<&str, &PlannedSession> = published
        .sessions
        .iter()
        .map(|session| (&*session.session, session))
        .into_map();
    let will: BTreeMap<&str, &PlannedSession> = plan
        .sessions
        .iter()
        .map(|session| (&*session.session, session))
        .into_map();
    // A shift that lists several clinicians is one row and one session for each of them.
    let mut of_row: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, session) in built.problem.sessions.iter().enumerate() {
        let (Some(before), Some(after)) = (was.get(&*session.key), will.get(&*session.key)) else {
            continue;
        };
        match built.appointments.get(at).copied().flatten() {
            Some(row) => of_row.entry(row).or_default().push(at),
            None if ChangeKind::between(before, after).is_some() => {
                if let Some(place) = &after.place {
                    let row = place.booked(&built.problem, session, &session.key);
                    let (group, shift) = asked_for(clinic, &session.key);
                    let slot = Slot {
                        group,
                        shift,
                        ..slot_of(&row, seats_of(after))
                    };
                    schedule.insert(free_id(&schedule, &session.key), slot);
                }
            }
            None => {}
        }
    }
    for (row, sessions) in of_row {
        let Some(row) = clinic.appointments.get(row) else {
            continue;
        };
        let pairs: Vec<(usize, &PlannedSession, &PlannedSession)> = sessions
            .iter()
            .filter_map(|&at| {
                let key = &*built.problem.sessions[at].key;
                Some((at, *was.get(key)?, *will.get(key)?))
            })
            .collect();
        if pairs
            .iter()
            .all(|(_, before, after)| ChangeKind::between(before, after).is_none())
        {
            continue;
        }
        let placed: Vec<(usize, &PlannedSession, &PlannedPlace)> = pairs
            .iter()
            .filter_map(|&(at, _, after)| Some((at, after, after.place.as_ref()?)))
            .collect();
        let Some(&(at, first, place)) = placed.first() else {
            schedule.remove(&row.id);
            continue;
        };
        let planned = place.booked(&built.problem, &built.problem.sessions[at], &row.id);
        let mut slot = Slot {
            group: row.group.clone(),
            shift: row.shift.clone(),
            patient: row.patient.clone(),
            ..slot_of(
                &planned,
                if row.group.is_some() || row.patient.is_none() {
                    seats_of(first)
                } else {
                    Vec::new()
                },
            )
        };
        let others = placed.iter().skip(1).flat_map(|(_, _, place)| &place.clinicians);
        slot.clinicians.extend(others.cloned());
        schedule.insert(row.id.clone(), slot);
    }
    schedule
}

fn seats_of(session: &PlannedSession) -> Vec<Seat> {
    use crate::model::clinic::Kind;
    if session.kind != Kind::Group {
        return Vec::new();
    }
    let mut seats = session.patients.clone();
    seats.arrange();
    seats
}

/// The group or shift whose id begins a session's key.
fn asked_for(clinic: &Clinic, key: &str) -> (Option<String>, Option<String>) {
    let mut parts = key.rsplitn(3, '/');
    let (_, period, id) = (parts.next(), parts.next(), parts.next());
    let Some((id, period)) = id.zip(period) else {
        return (None, None);
    };
    let group = || clinic.groups.iter().find(|row| row.id == id).map(|row| row.id.clone());
    let shift = || clinic.shifts.iter().find(|row| row.id == id).map(|row| row.id.clone());
    match period.as_bytes().first() {
        Some(b'w') => (group().filter(|_| !clinic.orders.iter().any(|row| row.id == id)), None),
        Some(b'd') => (None, shift()),
        _ => (None, None),
    }
}

fn free_id(schedule: &Schedule, like: &str) -> String {
    let numbered = (2_u32..).map(|number| format!("{like}-{number}"));
    let mut ids = std::iter::once(like.to_string()).chain(numbered);
    ids.find(|id| !schedule.contains_key(id)).unwrap_or_default()
}

/// The days that another system's file speaks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Coverage {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
}

impl Coverage {
    /// The days from the first to the last row of a clinic's appointments that lie between two days; `None` if none
    /// does.
    pub fn of(clinic: &Clinic, (first, last): Span) -> Option<Self> {
        let days = clinic.appointments.iter().map(|row| row.start.date());
        let days = days.filter(|day| (first..=last).contains(day)).into_set();
        Some(Self {
            from: *days.first()?,
            until: *days.last()?,
        })
    }

    /// True if a moment lies on one of the days.
    pub fn holds(&self, moment: DateTime) -> bool {
        (self.from..=self.until).contains(&moment.date())
    }
}

/// What another system has, from the rows of its export, as a schedule that can be compared with the base.
///
/// - A row of a day that the export does not cover is not gone: it stays as in the base.
/// - A row under a new id that says exactly what a missing row of the base says is that row.
/// - What exports seldom say (the group, the shift, the parts, the seats where no seat is in the file) is taken from the
///   base where the file does not say it.
///
/// Gives the schedule by the ids of the base, and the ids that the other system uses for those that differ.
pub fn theirs(
    exported: &Clinic,
    base: &Schedule,
    covers: Coverage,
    (first, last): Span,
) -> (Schedule, BTreeMap<String, String>) {
    let has_seats = !exported.attendances.is_empty();
    let is_meant = |row: &Appointment| base.contains_key(&row.id) || (first..=last).contains(&row.start.date());
    let mut theirs = entries(exported, is_meant);
    let gone: BTreeSet<&str> = exported
        .appointments
        .iter()
        .filter(|row| !is_live(row.status))
        .map(|row| &*row.id)
        .into_set();
    for (id, slot) in &mut theirs {
        if let Some(known) = base.get(id) {
            fill(slot, known, has_seats);
        }
    }
    for (id, slot) in base {
        if !covers.holds(slot.start) && !theirs.contains_key(id) && !gone.contains(&**id) {
            theirs.insert(id.clone(), slot.clone());
        }
    }
    let missing = base
        .iter()
        .filter(|(id, _)| !theirs.contains_key(*id) && !gone.contains(&***id));
    let mut missing: Vec<(String, Slot)> = missing.map(|(id, slot)| (id.clone(), slot.clone())).collect();
    let mut renamed = BTreeMap::new();
    let new: Vec<String> = theirs.keys().filter(|id| !base.contains_key(*id)).cloned().collect();
    for id in new {
        let Some(slot) = theirs.get(&id) else { continue };
        let same = missing.iter().position(|(_, known)| {
            let mut filled = slot.clone();
            fill(&mut filled, known, has_seats);
            filled == *known
        });
        if let Some(at) = same {
            let (known, slot) = missing.remove(at);
            theirs.remove(&id);
            renamed.insert(known.clone(), id);
            theirs.insert(known, slot);
        }
    }
    (theirs, renamed)
}

/// What a file does not say is as it was.
fn fill(slot: &mut Slot, known: &Slot, has_seats: bool) {
    if slot.group.is_none() && slot.patient.is_none() {
        slot.group.clone_from(&known.group);
    }
    if slot.shift.is_none() && slot.patient.is_none() {
        slot.shift.clone_from(&known.shift);
    }
    if !has_seats && slot.seats.is_empty() {
        slot.seats.clone_from(&known.seats);
    }
    let same_people = slot.clinicians == known.clinicians && slot.minutes == known.minutes;
    if same_people && slot.part_after_min.is_empty() && slot.part_minutes.is_empty() {
        slot.part_after_min.clone_from(&known.part_after_min);
        slot.part_minutes.clone_from(&known.part_minutes);
    }
}

/// The clinic with a schedule written into it. What a row says besides stays; what became of a session is taken from the
/// other system's rows; what is no longer in the schedule is cancelled by the clinic, or void if the other system has
/// lost it too.
///
/// `at` is the moment of the change, `renamed` as [`theirs`] gives it.
pub fn result(
    clinic: &Clinic,
    exported: &Clinic,
    accepted: &Schedule,
    renamed: &BTreeMap<String, String>,
    at: DateTime,
) -> Clinic {
    let mut result = clinic.clone();
    let before = schedule(clinic, horizon(clinic));
    let told: BTreeMap<&str, &Appointment> = exported.appointments.iter().map(|row| (&*row.id, row)).into_map();
    let told = |id: &str| told.get(renamed.get(id).map_or(id, String::as_str)).copied();
    for row in &mut result.appointments {
        let theirs = told(&row.id);
        match accepted.get(&row.id) {
            Some(slot) => {
                put(row, slot);
                if let Some(theirs) = theirs.filter(|theirs| is_live(theirs.status)) {
                    row.status = theirs.status;
                } else if !is_live(row.status) {
                    row.status = Status::Booked;
                }
            }
            None if before.contains_key(&row.id) => match theirs {
                Some(theirs) if !is_live(theirs.status) => {
                    row.status = theirs.status;
                    row.changed = theirs.changed.or(Some(at));
                    row.changed_by = theirs.changed_by;
                }
                Some(_) => {
                    row.status = Status::Cancelled;
                    row.changed = Some(at);
                    row.changed_by = Some(crate::model::clinic::Party::Clinic);
                }
                None => row.status = Status::Void,
            },
            None => {}
        }
    }
    let known: BTreeSet<String> = result.appointments.iter().map(|row| row.id.clone()).into_set();
    for (id, slot) in accepted.iter().filter(|(id, _)| !known.contains(*id)) {
        let mut row = match told(id) {
            Some(theirs) => theirs.clone(),
            None => Appointment::booked(id, &slot.service, slot.modality, slot.start, slot.minutes),
        };
        row.id.clone_from(id);
        put(&mut row, slot);
        result.appointments.push(row);
    }
    seat(&mut result, &before, accepted, &seats_told(exported, renamed), at);
    result
}

fn put(row: &mut Appointment, slot: &Slot) {
    if row.order.is_some() && (row.patient != slot.patient || row.service != slot.service) {
        row.order = None;
    }
    row.start = slot.start;
    row.minutes = slot.minutes;
    row.service.clone_from(&slot.service);
    row.patient.clone_from(&slot.patient);
    row.group.clone_from(&slot.group);
    row.shift.clone_from(&slot.shift);
    if row.part_travel_min.len() != slot.clinicians.len() {
        row.part_travel_min.clear();
    }
    row.clinicians.clone_from(&slot.clinicians);
    row.part_after_min.clone_from(&slot.part_after_min);
    row.part_minutes.clone_from(&slot.part_minutes);
    row.modality = slot.modality;
    row.room.clone_from(&slot.room);
}

/// What became of seats in the other system, by our appointment id and the patient's.
fn seats_told<'c>(exported: &'c Clinic, renamed: &'c BTreeMap<String, String>) -> BTreeMap<(&'c str, &'c str), Status> {
    let ours: BTreeMap<&str, &str> = renamed.iter().map(|(ours, theirs)| (&**theirs, &**ours)).into_map();
    let rows = exported.attendances.iter();
    rows.map(|row| {
        let id = ours.get(&*row.appointment).copied().unwrap_or(&row.appointment);
        ((id, &*row.patient), row.status)
    })
    .into_map()
}

/// Seats as accepted: those that go are cancelled, those that come are added.
fn seat(
    result: &mut Clinic,
    before: &Schedule,
    accepted: &Schedule,
    told: &BTreeMap<(&str, &str), Status>,
    at: DateTime,
) {
    let mut seated: BTreeSet<(String, String)> = BTreeSet::new();
    for row in &mut result.attendances {
        let key = (row.appointment.clone(), row.patient.clone());
        match accepted.get(&row.appointment) {
            Some(slot) if slot.seats.contains(&row.patient) => {
                let theirs = told.get(&(&*row.appointment, &*row.patient)).copied();
                if let Some(status) = theirs.filter(|status| is_live(*status)) {
                    row.status = status;
                } else if !is_live(row.status) {
                    row.status = Status::Booked;
                }
                seated.insert(key);
            }
            Some(_) if is_live(row.status) => {
                row.status = Status::Cancelled;
                row.changed = Some(at);
            }
            None if before.contains_key(&row.appointment) && is_live(row.status) => row.status = Status::Void,
            _ => {}
        }
    }
    for (id, slot) in accepted {
        for patient in &slot.seats {
            if seated.insert((id.clone(), patient.clone())) {
                result.attendances.push(Attendance {
                    appointment: id.clone(),
                    patient: patient.clone(),
                    order: None,
                    status: Status::Booked,
                    changed: None,
                    changed_by: None,
                });
            }
        }
    }
}
