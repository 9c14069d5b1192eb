//! What only a person can say: whether two rows are the same, and whether several are one group session.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::model::Clinic;
use crate::model::clinic::Status;
use crate::model::columns::table;
use crate::order::IntoOrdered;

use super::super::read::Origin;
use super::incoming::{Incoming, Row};
use super::{Choices, GroupQuestion, MAX_QUESTIONS, PairQuestion};

/// The questions so far, with the answers that are known.
pub(super) struct Asked<'a> {
    choices: &'a Choices,
    pub(super) pairs: Vec<PairQuestion>,
    pub(super) groups: Vec<GroupQuestion>,
    pub(super) unasked: usize,
}

impl<'a> Asked<'a> {
    pub(super) fn new(choices: &'a Choices) -> Self {
        Self {
            choices,
            pairs: Vec::new(),
            groups: Vec::new(),
            unasked: 0,
        }
    }

    pub(super) fn tolerance_min(&self) -> i32 {
        self.choices.tolerance_min
    }

    /// Asks whether a row of a file is this row of the clinic: the answer, or the usual one.
    pub(super) fn pair(&mut self, row: &Row, present: &str, what: String, usual: bool) -> bool {
        if self.pairs.len() >= MAX_QUESTIONS {
            self.unasked += 1;
            return false;
        }
        let incoming = row.text("id").unwrap_or_default();
        let Origin { file, row: number } = row.origin;
        let id = format!("{}/{file}/{number}/{present}", row.table.name);
        let same = self.choices.answers.get(&id).copied().unwrap_or(usual);
        self.pairs.push(PairQuestion {
            id,
            table: row.table.name,
            origin: row.origin,
            incoming: incoming.into(),
            present: present.into(),
            what,
            usual,
            same,
        });
        same
    }

    /// The id of the row that a row is found to be: without a question if it has no id of its own and says the same start.
    pub(super) fn same_session(&mut self, row: &Row, present: &str, apart: i32) -> Option<String> {
        if apart == 0 && row.own_id().is_none() {
            return Some(present.into());
        }
        let what = match apart {
            0 => "same people and start, under another id".into(),
            1 => "same people, 1 minute apart".into(),
            _ => format!("same people, {apart} minutes apart"),
        };
        self.pair(row, present, what, true).then(|| present.to_string())
    }
}

/// Start, length, service and clinician.
type Session = (String, i64, String, String);

/// Finds rows that look like one group session, and makes one of those of which somebody said so. Rows whose seat is
/// in the clinic already need no question.
pub(super) fn groups(present: &Clinic, incoming: &mut Incoming, asked: &mut Asked) {
    // A row under the id of a group session says who has a seat in it.
    let (one, several): (Vec<_>, Vec<_>) = present.appointments.iter().partition(|row| row.patient.is_some());
    let known: BTreeSet<&str> = one.iter().map(|row| &*row.id).into_set();
    let several: BTreeSet<&str> = several.iter().map(|row| &*row.id).into_set();
    let mut together: BTreeMap<Session, Vec<usize>> = BTreeMap::new();
    for (at, row) in incoming.of("appointments") {
        let counts = row
            .text("status")
            .is_none_or(|status| !["proposed", "waitlist", "void"].contains(&status));
        let is_new = row.text("id").is_some_and(|id| !known.contains(id));
        if let (true, Some(key)) = (counts && is_new && row.text("patient").is_some(), session(row)) {
            together.entry(key).or_default().push(at);
        }
    }
    let there = group_sessions(present);
    for (key, rows) in together {
        let patient = |&at: &usize| {
            incoming
                .rows
                .get(at)
                .and_then(|row| row.text("patient"))
                .map(String::from)
        };
        let patients: BTreeSet<String> = rows.iter().filter_map(patient).into_set();
        let found = there.get(&key);
        let is_seated = found.is_some_and(|(_, seated)| patients.iter().all(|id| seated.contains(id.as_str())));
        if patients.len() < 2 && found.is_none() {
            continue;
        }
        let merged = is_seated || ask(asked, incoming, &key, &rows, patients, found.map(|(id, _)| *id));
        if merged {
            seat(present, incoming, &rows, found.map(|(id, _)| *id));
        }
    }
    for row in incoming
        .rows
        .iter_mut()
        .filter(|row| row.table.name == "appointments" && !row.is_seated)
    {
        let id = row
            .text("id")
            .filter(|id| several.contains(*id) && row.text("patient").is_some());
        if let Some(id) = id {
            let own = format!("{id}/{}", row.text("patient").unwrap_or_default());
            row.rename(&own);
        }
    }
}

fn session(row: &Row) -> Option<Session> {
    Some((
        row.text("start")?.into(),
        row.values.get("minutes")?.as_i64()?,
        row.text("service")?.into(),
        row.first("clinicians")?.into(),
    ))
}

/// Sessions of the clinic that are nobody's alone, with those who have a seat in them.
fn group_sessions(clinic: &Clinic) -> BTreeMap<Session, (&str, BTreeSet<&str>)> {
    let mut seats: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in &clinic.attendances {
        seats.entry(&row.appointment).or_default().insert(&row.patient);
    }
    let rows = clinic
        .appointments
        .iter()
        .filter(|row| row.patient.is_none() && row.shift.is_none());
    let live = rows.filter(|row| !matches!(row.status, Status::Proposed | Status::Waitlist | Status::Void));
    live.filter_map(|row| {
        let key = (
            row.start.to_string(),
            i64::from(row.minutes),
            row.service.clone(),
            row.clinicians.first()?.clone(),
        );
        Some((key, (&*row.id, seats.remove(&*row.id).unwrap_or_default())))
    })
    .into_map()
}

fn ask(
    asked: &mut Asked,
    incoming: &Incoming,
    (start, _, service, clinician): &Session,
    rows: &[usize],
    patients: BTreeSet<String>,
    present: Option<&str>,
) -> bool {
    let Ok(start) = start.parse() else { return false };
    if asked.groups.len() >= MAX_QUESTIONS {
        asked.unasked += 1;
        return false;
    }
    let origins: Vec<Origin> = rows
        .iter()
        .filter_map(|&at| incoming.rows.get(at))
        .map(|row| row.origin)
        .collect();
    let Some(&Origin { file, row }) = origins.first() else {
        return false;
    };
    let id = format!("group/{file}/{row}");
    let merged = asked.choices.answers.get(&id).copied().unwrap_or(false);
    asked.groups.push(GroupQuestion {
        id,
        start,
        service: service.clone(),
        clinician: clinician.clone(),
        patients: patients.into_iter().collect(),
        origins,
        present: present.map(String::from),
        merged,
    });
    merged
}

/// Turns rows into seats: of the group session that is there, else of the first row, which becomes the session.
fn seat(present: &Clinic, incoming: &mut Incoming, rows: &[usize], there: Option<&str>) {
    let Some(first) = rows.first().and_then(|&at| incoming.rows.get(at)) else {
        return;
    };
    let id = there.map_or_else(|| first.text("id").unwrap_or_default().to_string(), String::from);
    let service = first.text("service").unwrap_or_default().to_string();
    let mut groups = present.groups.iter().filter(|row| row.service == service);
    let only_group = groups
        .next()
        .filter(|_| groups.next().is_none())
        .map(|row| row.id.clone());
    let Some(attendances) = table("attendances") else {
        return;
    };
    let mut seats = Vec::new();
    for (place, &at) in rows.iter().enumerate() {
        let Some(row) = incoming.rows.get_mut(at) else { continue };
        let mut values: BTreeMap<&'static str, Value> = BTreeMap::from([("appointment", json!(id))]);
        for field in ["patient", "order", "status", "changed", "changed_by"] {
            values.extend(row.values.get(field).map(|value| (field, value.clone())));
        }
        seats.push(Row {
            table: attendances,
            origin: row.origin,
            values,
            assumed: Vec::new(),
            is_seated: false,
        });
        if place == 0 && there.is_none() {
            row.values
                .retain(|field, _| !["patient", "order", "changed", "changed_by"].contains(field));
            if let Some(group) = &only_group {
                row.values.insert("group", json!(group));
            }
        } else {
            row.is_seated = true;
            row.rename(&id);
        }
    }
    // A session in which one patient did not come took place for the others.
    let statuses: Vec<String> = seats
        .iter()
        .filter_map(|row| row.text("status").map(String::from))
        .collect();
    let first = rows
        .first()
        .and_then(|&at| incoming.rows.get_mut(at))
        .filter(|_| there.is_none());
    if let Some(row) = first {
        let best = ["completed", "booked", "no_show", "missed", "cancelled"];
        let status = best.iter().find(|status| statuses.iter().any(|other| other == *status));
        row.values.extend(status.map(|status| ("status", json!(status))));
    }
    incoming.rows.extend(seats);
}
