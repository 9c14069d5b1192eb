//! Day sheets: a day of a plan on paper, one page for each clinician, room or group, for the hours in which no screen
//! works. A sheet says what was planned and has room for what came of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::PlanDocument;
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Clinic, Kind, Modality};
use crate::model::document::{PlannedPlace, PlannedSession};
use crate::order::{Arrange, IntoOrdered};

/// What has a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SheetBy {
    /// Each clinician who has a session on the day.
    Clinician,
    /// Each room that is used.
    Room,
    /// Each group session, with a line for everybody who has a seat.
    Group,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DaySheet {
    /// Clinician, room or session key.
    pub id: String,
    /// What stands above it.
    pub title: String,
    /// By time; for a group by patient.
    pub rows: Vec<DaySheetRow>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DaySheetRow {
    /// Session key.
    pub session: String,
    /// Start, of this clinician's part on a clinician's sheet.
    pub from: DateTime,
    /// End.
    pub until: DateTime,
    /// What it is: the kind of session, or the service if names are wanted.
    pub what: String,
    /// Patients; on a clinician's sheet of a group none.
    pub patients: Vec<String>,
    /// How many patients have a seat, for a group session; 0 for any other.
    pub seats: usize,
    /// Clinicians, the first one leading; without the one whose sheet it is.
    pub clinicians: Vec<String>,
    /// Room; empty outside rooms.
    pub room: String,
    /// How.
    pub modality: Modality,
}

/// The sheets of a day, in the order of their titles.
///
/// `names`: false shows patients by their initials and sessions by their kind, true as they are called in the tables.
/// A patient's label without a space is taken for a pseudonym and stays as it is.
pub fn day_sheets(clinic: &Clinic, plan: &PlanDocument, day: Date, by: SheetBy, names: bool) -> Vec<DaySheet> {
    let words = Words::new(clinic, names);
    let sessions = plan
        .sessions
        .iter()
        .filter_map(|session| Some((session, session.place.as_ref()?)));
    let of_day = sessions.filter(|(_, place)| place.start.date() == day);
    let mut sheets: BTreeMap<(String, String), DaySheet> = BTreeMap::new();
    let mut add = |id: &str, title: String, row: DaySheetRow| {
        let sheet = sheets.entry((title.clone(), id.into())).or_insert_with(|| DaySheet {
            id: id.into(),
            title,
            rows: Vec::new(),
        });
        sheet.rows.push(row);
    };
    for (session, place) in of_day {
        match by {
            SheetBy::Clinician => {
                for (part, id) in place.clinicians.iter().enumerate() {
                    let mut row = words.row(session, place);
                    let after = place.offsets.get(part).copied().unwrap_or(0);
                    row.from = place.start.plus_minutes(after);
                    row.clinicians = words.clinicians(place.clinicians.iter().filter(|other| *other != id));
                    if session.kind == Kind::Group {
                        row.patients.clear();
                    }
                    add(id, words.clinician(id), row);
                }
            }
            SheetBy::Room => {
                if let Some(room) = &place.room {
                    add(room, words.room(room), words.row(session, place));
                }
            }
            SheetBy::Group if session.kind == Kind::Group => {
                let title = words.group(session);
                let seats: Vec<Option<&String>> = match session.patients.is_empty() {
                    true => vec![None],
                    false => session.patients.iter().map(Some).collect(),
                };
                for patient in seats {
                    let mut row = words.row(session, place);
                    row.patients = patient.map(|id| words.patient(id)).into_iter().collect();
                    add(&session.session, title.clone(), row);
                }
            }
            SheetBy::Group => {}
        }
    }
    let mut sheets: Vec<DaySheet> = sheets.into_values().collect();
    for sheet in &mut sheets {
        sheet
            .rows
            .arrange_by_key(|row| (row.from, row.session.clone(), row.patients.clone()));
    }
    sheets
}

/// What things are called on paper.
struct Words<'c> {
    names: bool,
    clinicians: BTreeMap<&'c str, &'c str>,
    patients: BTreeMap<&'c str, &'c str>,
    rooms: BTreeMap<&'c str, &'c str>,
    services: BTreeMap<&'c str, &'c str>,
    groups: BTreeMap<&'c str, &'c str>,
}

impl<'c> Words<'c> {
    fn new(clinic: &'c Clinic, names: bool) -> Self {
        Self {
            names,
            clinicians: clinic.clinicians.iter().map(|row| (&*row.id, &*row.name)).into_map(),
            patients: clinic.patients.iter().map(|row| (&*row.id, &*row.name)).into_map(),
            rooms: clinic.rooms.iter().map(|row| (&*row.id, &*row.name)).into_map(),
            services: clinic.services.iter().map(|row| (&*row.id, &*row.name)).into_map(),
            groups: clinic.groups.iter().map(|row| (&*row.id, &*row.name)).into_map(),
        }
    }

    fn row(&self, session: &PlannedSession, place: &PlannedPlace) -> DaySheetRow {
        DaySheetRow {
            session: session.session.clone(),
            from: place.start,
            until: place.start.plus_minutes(session.minutes),
            what: self.what(session),
            patients: session.patients.iter().map(|id| self.patient(id)).collect(),
            seats: if session.kind == Kind::Group {
                session.patients.len()
            } else {
                0
            },
            clinicians: self.clinicians(place.clinicians.iter()),
            room: place.room.as_deref().map(|room| self.room(room)).unwrap_or_default(),
            modality: place.modality,
        }
    }

    fn what(&self, session: &PlannedSession) -> String {
        let kind = match session.kind {
            Kind::Individual => "Individual session",
            Kind::Group => "Group session",
            Kind::Family => "Family session",
            Kind::Evaluation => "Evaluation",
            Kind::Shift => "Shift",
        };
        let service = called(&self.services, &session.service);
        if self.names { service } else { kind.into() }
    }

    fn group(&self, session: &PlannedSession) -> String {
        let id = session.session.rsplitn(3, '/').nth(2).unwrap_or_default();
        match self.groups.get(id).filter(|_| self.names) {
            Some(name) => (*name).into(),
            None => self.what(session),
        }
    }

    fn clinician(&self, id: &str) -> String {
        called(&self.clinicians, id)
    }

    fn clinicians<'a>(&self, ids: impl Iterator<Item = &'a String>) -> Vec<String> {
        ids.map(|id| self.clinician(id)).collect()
    }

    fn room(&self, id: &str) -> String {
        called(&self.rooms, id)
    }

    fn patient(&self, id: &str) -> String {
        let name = called(&self.patients, id);
        if self.names { name } else { initials(&name) }
    }
}

fn called(names: &BTreeMap<&str, &str>, id: &str) -> String {
    let name = names.get(id).copied().filter(|name| !name.trim().is_empty());
    name.unwrap_or(id).into()
}

/// `Jane Mary Doe` is `J. M. D.`; a label without a space, or with a number in it, is a pseudonym.
fn initials(name: &str) -> String {
    let is_label = !name.trim().contains(char::is_whitespace) || name.contains(|letter: char| letter.is_ascii_digit());
    if is_label {
        return name.into();
    }
    let first = |word: &str| {
        word.chars()
            .find(|letter| letter.is_alphanumeric())
            .map(|letter| format!("{letter}."))
    };
    name.split_whitespace().filter_map(first).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn names_become_initials_and_pseudonyms_stay() {
        for (name, shown) in [
            ("Jane Mary Doe", "J. M. D."),
            ("Doe, Jane", "D. J."),
            ("J. M.", "J. M."),
            ("JM", "JM"),
            ("KL 0412", "KL 0412"),
            ("p0001", "p0001"),
            ("Élise Ñandú", "É. Ñ."),
            ("", ""),
        ] {
            assert_eq!(initials(name), shown);
        }
    }
}
