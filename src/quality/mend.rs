//! What one click can do about a finding: a change of the clinic's tables that the user could have typed.

use serde::{Deserialize, Serialize};

use crate::model::Clinic;
use crate::model::calendar::{Date, DateTime, WeekHours};
use crate::model::clinic::{Absentee, Status};

/// A word that several tables repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// Of clinicians, licenses, services, orders and groups.
    Skill,
    /// Of clinicians, services, decisions and triage rules.
    Discipline,
}

/// What became of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Close {
    /// It took place.
    Completed,
    /// The patient did not come.
    NoShow,
    /// It was entered in error.
    Void,
}

/// Whose hours are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// A clinician's.
    Clinician,
    /// A patient's.
    Patient,
}

/// A patient and the level of care.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PatientLevel {
    /// Patient id.
    pub patient: String,
    /// The level.
    pub level: String,
}

/// A change that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Mend {
    /// One word is written like the other everywhere.
    OneSpelling {
        /// What it is.
        word: Word,
        /// The spelling that goes.
        from: String,
        /// The spelling that stays.
        to: String,
    },
    /// Two rows are one room: everything of the one that goes is moved to the other.
    OneRoom {
        /// Room id that stays.
        keep: String,
        /// Room id that goes.
        drop: String,
    },
    /// Two rows are one service: everything of the one that goes is moved to the other.
    OneService {
        /// Service id that stays.
        keep: String,
        /// Service id that goes.
        drop: String,
    },
    /// Appointments and seats that are still booked before a moment are closed.
    ClosePast {
        /// The moment.
        before: DateTime,
        /// What became of them.
        as_what: Close,
    },
    /// These appointments are closed.
    CloseSessions {
        /// Appointment ids.
        appointments: Vec<String>,
        /// What became of them.
        as_what: Close,
    },
    /// What was recorded of documentation is taken out of these appointments.
    ClearDocumentation {
        /// Appointment ids.
        appointments: Vec<String>,
    },
    /// An authorization ends on this day.
    EndAuthorization {
        /// Its id.
        authorization: String,
        /// Last day.
        until: Date,
    },
    /// An authorization that was entered twice is taken out.
    RemoveAuthorization {
        /// Its id.
        authorization: String,
    },
    /// First and last day of a patient in care change places.
    SwapCareDates {
        /// Patient id.
        patient: String,
    },
    /// Patients get a level of care.
    SetLevels {
        /// Each with the level.
        levels: Vec<PatientLevel>,
    },
    /// People without hours get those of their site.
    SiteHours {
        /// Whose.
        who: Who,
        /// Their ids.
        ids: Vec<String>,
    },
}

type Applied = std::result::Result<(), String>;

/// Mends a clinic.
///
/// # Errors
/// Why it cannot be done, in words without data; the clinic is then as it was.
pub fn apply(clinic: &mut Clinic, mend: &Mend) -> Applied {
    match mend {
        Mend::OneSpelling { word, from, to } => one_spelling(clinic, *word, from, to),
        Mend::OneRoom { keep, drop } => one_room(clinic, keep, drop),
        Mend::OneService { keep, drop } => one_service(clinic, keep, drop),
        Mend::ClosePast { before, as_what } => {
            let past = clinic.appointments.iter().filter(|row| row.start < *before);
            let past: Vec<String> = past.map(|row| row.id.clone()).collect();
            some(!past.is_empty(), "appointment")?;
            close_all(clinic, &past, *as_what, |status| status == Status::Booked);
            Ok(())
        }
        Mend::CloseSessions { appointments, as_what } => {
            some(
                clinic.appointments.iter().any(|row| appointments.contains(&row.id)),
                "appointment",
            )?;
            close_all(clinic, appointments, *as_what, |_| true);
            Ok(())
        }
        Mend::ClearDocumentation { appointments } => {
            let mut rows = clinic
                .appointments
                .iter_mut()
                .filter(|row| appointments.contains(&row.id))
                .peekable();
            some(rows.peek().is_some(), "appointment")?;
            rows.for_each(|row| (row.documentation_min, row.after_hours_min) = (None, None));
            Ok(())
        }
        Mend::EndAuthorization { authorization, until } => {
            let row = clinic.authorizations.iter_mut().find(|row| row.id == *authorization);
            let row = row.ok_or_else(|| none("authorization"))?;
            if *until < row.from {
                return Err("it would end before it begins".into());
            }
            row.until = *until;
            Ok(())
        }
        Mend::RemoveAuthorization { authorization } => {
            let place = clinic.authorizations.iter().position(|row| row.id == *authorization);
            clinic
                .authorizations
                .remove(place.ok_or_else(|| none("authorization"))?);
            Ok(())
        }
        Mend::SwapCareDates { patient } => {
            let row = clinic.patients.iter_mut().find(|row| row.id == *patient);
            let row = row.ok_or_else(|| none("patient"))?;
            std::mem::swap(&mut row.admitted, &mut row.discharged);
            Ok(())
        }
        Mend::SetLevels { levels } => {
            let mut found = false;
            for row in &mut clinic.patients {
                if let Some(entry) = levels.iter().find(|entry| entry.patient == row.id) {
                    (row.level_of_care, found) = (Some(entry.level.clone()), true);
                }
            }
            some(found, "patient")
        }
        Mend::SiteHours { who, ids } => site_hours(clinic, *who, ids),
    }
}

fn none(what: &str) -> String {
    format!("the clinic has no such {what}")
}

fn some(found: bool, what: &str) -> Applied {
    if found { Ok(()) } else { Err(none(what)) }
}

fn one_spelling(clinic: &mut Clinic, word: Word, from: &str, to: &str) -> Applied {
    let mut found = false;
    let mut put = |text: &mut String| {
        if text == from {
            *text = to.into();
            found = true;
        }
    };
    match word {
        Word::Skill => {
            clinic
                .clinicians
                .iter_mut()
                .flat_map(|row| &mut row.skills)
                .for_each(&mut put);
            clinic.licenses.iter_mut().for_each(|row| put(&mut row.skill));
            clinic
                .services
                .iter_mut()
                .filter_map(|row| row.skill.as_mut())
                .for_each(&mut put);
            clinic
                .orders
                .iter_mut()
                .filter_map(|row| row.second_skill.as_mut())
                .for_each(&mut put);
            clinic
                .groups
                .iter_mut()
                .filter_map(|row| row.co_leader_skill.as_mut())
                .for_each(&mut put);
        }
        Word::Discipline => {
            clinic.clinicians.iter_mut().for_each(|row| put(&mut row.discipline));
            clinic
                .services
                .iter_mut()
                .filter_map(|row| row.discipline.as_mut())
                .for_each(&mut put);
            clinic
                .decisions
                .iter_mut()
                .filter_map(|row| row.discipline.as_mut())
                .for_each(&mut put);
            clinic
                .triage_rules
                .iter_mut()
                .filter_map(|row| row.discipline.as_mut())
                .for_each(&mut put);
        }
    }
    for row in &mut clinic.clinicians {
        without_repeats(&mut row.skills);
    }
    some(found, "word")
}

/// Each text once, where it stands first.
fn without_repeats(list: &mut Vec<String>) {
    let mut kept: Vec<String> = Vec::with_capacity(list.len());
    for item in list.drain(..) {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    *list = kept;
}

fn different(keep: &str, drop: &str) -> Applied {
    if keep == drop {
        Err("both are the same row".into())
    } else {
        Ok(())
    }
}

fn one_room(clinic: &mut Clinic, keep: &str, drop: &str) -> Applied {
    different(keep, drop)?;
    let has = |id: &str| clinic.rooms.iter().any(|row| row.id == id);
    some(has(keep) && has(drop), "room")?;
    let rooms = clinic.appointments.iter_mut().filter_map(|row| row.room.as_mut());
    rooms.filter(|room| *room == drop).for_each(|room| *room = keep.into());
    let absences = clinic.absences.iter_mut().filter(|row| row.what == Absentee::Room);
    absences
        .filter(|row| row.id == drop)
        .for_each(|row| row.id = keep.into());
    clinic.rooms.retain(|row| row.id != drop);
    Ok(())
}

fn one_service(clinic: &mut Clinic, keep: &str, drop: &str) -> Applied {
    different(keep, drop)?;
    let has = |id: &str| clinic.services.iter().any(|row| row.id == id);
    some(has(keep) && has(drop), "service")?;
    let mut put = |text: &mut String| {
        if text == drop {
            *text = keep.into();
        }
    };
    clinic.orders.iter_mut().for_each(|row| put(&mut row.service));
    clinic.groups.iter_mut().for_each(|row| put(&mut row.service));
    clinic.appointments.iter_mut().for_each(|row| put(&mut row.service));
    clinic.shifts.iter_mut().for_each(|row| put(&mut row.service));
    clinic.referrals.iter_mut().for_each(|row| put(&mut row.service));
    for row in &mut clinic.authorizations {
        row.services.iter_mut().for_each(&mut put);
        without_repeats(&mut row.services);
    }
    clinic.services.retain(|row| row.id != drop);
    Ok(())
}

impl Close {
    fn status(self) -> Status {
        match self {
            Self::Completed => Status::Completed,
            Self::NoShow => Status::NoShow,
            Self::Void => Status::Void,
        }
    }
}

/// Closes those of these appointments that are to be, with their seats.
fn close_all(clinic: &mut Clinic, appointments: &[String], as_what: Close, is_to_be: fn(Status) -> bool) {
    let ids: std::collections::BTreeSet<&str> = appointments.iter().map(String::as_str).collect();
    for row in &mut clinic.appointments {
        if is_to_be(row.status) && ids.contains(row.id.as_str()) {
            row.status = as_what.status();
        }
    }
    for row in &mut clinic.attendances {
        if is_to_be(row.status) && ids.contains(row.appointment.as_str()) {
            row.status = as_what.status();
        }
    }
}

fn site_hours(clinic: &mut Clinic, who: Who, ids: &[String]) -> Applied {
    let sites = &clinic.sites;
    let of = |site: &str| sites.iter().find(|row| row.id == site).map(|row| row.hours.clone());
    let mut found = false;
    let mut put = |hours: &mut WeekHours, site: &str| {
        if let Some(open) = of(site) {
            (*hours, found) = (open, true);
        }
    };
    match who {
        Who::Clinician => {
            let rows = clinic.clinicians.iter_mut().filter(|row| ids.contains(&row.id));
            rows.for_each(|row| put(&mut row.hours, &row.site));
        }
        Who::Patient => {
            let rows = clinic.patients.iter_mut().filter(|row| ids.contains(&row.id));
            rows.for_each(|row| put(&mut row.hours, &row.site));
        }
    }
    some(found, "person with a site")
}
