//! `calendar`: the schedule, or somebody's part of it, or booked time as an iCalendar file.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::error::{Error, Result};
use crate::export::icalendar::{self, CalendarFile, CalendarOptions, Whose};
use crate::model::calendar::{Date, DateTime};
use crate::model::consent;

/// Whose sessions a calendar holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CalendarOf {
    /// Everybody's.
    Clinic,
    /// One clinician's.
    Clinician,
    /// Those in one room.
    Room,
    /// One patient's; only with consent to reminders.
    Patient,
}

/// Request of `calendar`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CalendarRequest {
    /// Whose sessions.
    pub of: CalendarOf,
    /// Id of the clinician, room or patient.
    #[serde(default)]
    pub id: Option<String>,
    /// True for everything that the tables say of each session, to be read back; for the clinic itself.
    #[serde(default)]
    pub complete: bool,
    /// True for booked time alone, without sessions; of clinicians.
    #[serde(default)]
    pub busy: bool,
    /// First day; the first of the schedule if absent.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day; the last of the schedule if absent.
    #[serde(default)]
    pub until: Option<Date>,
    /// The moment of writing, by the clocks of the site; `as_of` if absent or earlier.
    #[serde(default)]
    pub now: Option<DateTime>,
}

/// Something that was left out of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LeftOutRow {
    /// Appointment id.
    pub session: String,
    /// Patient id, if it concerns one. For eyes in the clinic alone.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub patient: String,
    /// Why.
    pub reason: String,
}

/// Reply of `calendar`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CalendarReply {
    /// File name; says nothing of its contents.
    pub name: &'static str,
    /// Its text.
    pub text: String,
    /// Sessions, or stretches of booked time, in it.
    pub count: usize,
    /// What was left out.
    pub left_out: Vec<LeftOutRow>,
    /// The notice of 42 CFR 2.32, if the settings ask for it: to be given along, since it stands in no calendar that is
    /// meant for others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
}

/// Writes a calendar. Nothing leaves: the caller decides where the file goes.
///
/// # Errors
/// `desk.empty`; `calendar.not_there`, `calendar.no_id`, `calendar.time_zone`, `calendar.patient_complete`,
/// `calendar.busy_of_clinicians`.
pub fn calendar(desk: &mut Desk, request: CalendarRequest) -> Result<CalendarReply> {
    let clinic = desk.clinic()?;
    let id = request.id.as_deref();
    let id = || id.ok_or_else(|| Error::new("calendar.no_id", "say whose calendar by an id").at("id"));
    let settings = &clinic.settings;
    let mut days = (request.from, request.until);
    if request.busy {
        let last = settings.horizon_start.plus_days(settings.horizon_days.clamp(1, 28) - 1);
        days = (days.0.or(Some(settings.horizon_start)), days.1.or(Some(last)));
    }
    let options = CalendarOptions {
        whose: match request.of {
            CalendarOf::Clinic => Whose::Clinic,
            CalendarOf::Clinician => Whose::Clinician(id()?),
            CalendarOf::Room => Whose::Room(id()?),
            CalendarOf::Patient => Whose::Patient(id()?),
        },
        is_complete: request.complete,
        days,
        now: request.now.map_or(settings.as_of, |now| now.max(settings.as_of)),
    };
    let CalendarFile { text, count, left_out } = if request.busy {
        icalendar::busy_calendar(clinic, &options)?
    } else {
        icalendar::calendar(clinic, &options)?
    };
    let left_out = left_out.into_iter().map(|(session, reason)| LeftOutRow {
        session,
        patient: String::new(),
        reason,
    });
    Ok(CalendarReply {
        name: if request.busy { "busy.ics" } else { "calendar.ics" },
        text,
        count,
        left_out: left_out.collect(),
        notice: consent::notice(settings).map(String::from),
    })
}
