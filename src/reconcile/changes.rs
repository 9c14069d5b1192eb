//! What the other system has to do to have the accepted schedule: one line for each session that differs, and no other.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::schedule::{Schedule, Slot};
use crate::model::clinic::Modality;
use crate::model::raw::{Cell, RawTable, guard, join_list};
use crate::order::{Arrange, IntoOrdered};

/// What is done with a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// It is taken out.
    Cancel,
    /// It is changed.
    Change,
    /// It is entered.
    Add,
}

/// One line of a change list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ChangeLine {
    /// What is done.
    pub done: Done,
    /// Appointment id in the other system; for one to be entered, ours.
    pub id: String,
    /// As the other system has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Slot>,
    /// As it should be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Slot>,
}

/// The lines that make one schedule the other: first what is taken out, then what is changed, then what is entered, each
/// by start and id, so that a place is free before it is taken.
///
/// `renamed`: ids of the other system for those of ours that differ.
pub fn lines(theirs: &Schedule, accepted: &Schedule, renamed: &BTreeMap<String, String>) -> Vec<ChangeLine> {
    let ids: BTreeSet<&String> = theirs.keys().chain(accepted.keys()).into_set();
    let mut lines = Vec::new();
    for id in ids {
        let (before, after) = (theirs.get(id), accepted.get(id));
        let done = match (before, after) {
            (Some(before), Some(after)) if before == after => continue,
            (Some(_), Some(_)) => Done::Change,
            (Some(_), None) => Done::Cancel,
            (None, _) => Done::Add,
        };
        lines.push(ChangeLine {
            done,
            id: renamed.get(id).unwrap_or(id).clone(),
            before: before.cloned(),
            after: after.cloned(),
        });
    }
    let start = |line: &ChangeLine| line.after.as_ref().or(line.before.as_ref()).map(|slot| slot.start);
    lines.arrange_by_key(|line| (line.done, start(line), line.id.clone()));
    lines
}

/// A schedule, by the ids of the other system, after the lines are carried out.
pub fn apply_lines(theirs: &Schedule, lines: &[ChangeLine]) -> Schedule {
    let mut schedule = theirs.clone();
    for line in lines {
        match &line.after {
            Some(slot) => schedule.insert(line.id.clone(), slot.clone()),
            None => schedule.remove(&line.id),
        };
    }
    schedule
}

const HEADER: [&str; 18] = [
    "change",
    "appointment",
    "service",
    "patient",
    "group",
    "shift",
    "old_start",
    "new_start",
    "old_minutes",
    "new_minutes",
    "old_clinicians",
    "new_clinicians",
    "old_room",
    "new_room",
    "old_modality",
    "new_modality",
    "new_parts",
    "seats",
];

/// The lines as a table to work through: what was and what should be, side by side.
pub fn change_table(lines: &[ChangeLine]) -> RawTable {
    let header = HEADER.iter().map(|&name| Cell::text(name)).collect();
    RawTable {
        name: "change_list".into(),
        rows: std::iter::once(header).chain(lines.iter().map(row)).collect(),
        ..RawTable::default()
    }
}

fn row(line: &ChangeLine) -> Vec<Cell> {
    let text = |text: &str| {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(guard(text))
        }
    };
    let (before, after) = (line.before.as_ref(), line.after.as_ref());
    let who = after.or(before);
    let of = |read: &dyn Fn(&Slot) -> Option<String>| who.and_then(read).map_or(Cell::Empty, |value| text(&value));
    let both = |read: &dyn Fn(&Slot) -> Cell| [before.map_or(Cell::Empty, read), after.map_or(Cell::Empty, read)];
    let mut cells = vec![text(word(line.done)), text(&line.id)];
    cells.push(of(&|slot| Some(slot.service.clone())));
    cells.push(of(&|slot| slot.patient.clone()));
    cells.push(of(&|slot| slot.group.clone()));
    cells.push(of(&|slot| slot.shift.clone()));
    cells.extend(both(&|slot| Cell::Moment {
        moment: slot.start.to_string(),
    }));
    cells.extend(both(&|slot| Cell::Number(f64::from(slot.minutes))));
    cells.extend(both(&|slot| text(&join_list(&slot.clinicians))));
    cells.extend(both(&|slot| slot.room.as_deref().map_or(Cell::Empty, text)));
    cells.extend(both(&|slot| text(way(slot.modality))));
    cells.push(after.map_or(Cell::Empty, |slot| text(&parts(slot))));
    cells.push(text(&seat_changes(before, after)));
    cells
}

fn word(done: Done) -> &'static str {
    match done {
        Done::Cancel => "cancel",
        Done::Change => "change",
        Done::Add => "add",
    }
}

fn way(modality: Modality) -> &'static str {
    match modality {
        Modality::InPerson => "in_person",
        Modality::Home => "home",
        Modality::Video => "video",
        Modality::Phone => "phone",
    }
}

/// When each clinician begins after the start and for how long, in minutes: `0+60; 30+30`; empty if all are there all
/// the time.
fn parts(slot: &Slot) -> String {
    if slot.part_after_min.is_empty() && slot.part_minutes.is_empty() {
        return String::new();
    }
    let part = |at: usize| {
        let after = slot.part_after_min.get(at).copied().unwrap_or(0);
        let minutes = slot.part_minutes.get(at).copied().unwrap_or(slot.minutes);
        format!("{after}+{minutes}")
    };
    join_list(&(0..slot.clinicians.len()).map(part).collect::<Vec<_>>())
}

/// Seats that come and go: `+p1; -p2`.
fn seat_changes(before: Option<&Slot>, after: Option<&Slot>) -> String {
    let of = |slot: Option<&Slot>| slot.into_iter().flat_map(|slot| slot.seats.clone()).into_set();
    let (was, is) = (of(before), of(after));
    let comes = is.difference(&was).map(|patient| format!("+{patient}"));
    let goes = was.difference(&is).map(|patient| format!("-{patient}"));
    join_list(&comes.chain(goes).collect::<Vec<_>>())
}
