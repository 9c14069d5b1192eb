//! The schedule as iCalendar [RFC 5545].
//!
//! A complete calendar holds everything that the tables say of each session, in properties of its own, and reads back to
//! the same rows: it is for the clinic itself. A calendar for others says when and where, under a neutral title unless
//! the settings say otherwise, and nothing of who is treated; one patient's sessions go out only with consent to
//! reminders. The notice of 42 CFR 2.32 stands in complete calendars only: in somebody's telephone it would tell what
//! the title does not.

mod busy;
mod text;
mod zone;

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use serde_json::Value;
use sha2::{Digest, Sha256};

pub use busy::busy_calendar;

use crate::error::{Error, Result};
use crate::model::Clinic;
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Appointment, Attendance, DisclosurePurpose, Status};
use crate::model::columns::for_rows;
use crate::model::consent::{self, Consents, Recipient};
use crate::model::icalendar::{PREFIX, SEAT, property};
use crate::model::zones;
use crate::order::IntoOrdered;
use text::Lines;
use zone::civil;

/// The title of a session where titles are neutral.
pub const NEUTRAL_TITLE: &str = "Appointment";

/// Whose sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose<'a> {
    /// Everybody's.
    Clinic,
    /// One clinician's, by id.
    Clinician(&'a str),
    /// Those in one room, by id.
    Room(&'a str),
    /// One patient's, by id, with seats in groups.
    Patient(&'a str),
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarOptions<'a> {
    /// Whose sessions.
    pub whose: Whose<'a>,
    /// True for everything that the tables say, to be read back.
    pub is_complete: bool,
    /// Days, first and last; all if absent.
    pub days: (Option<Date>, Option<Date>),
    /// The moment of writing, by the clocks of the site: later ones replace earlier ones in calendars that have both.
    pub now: DateTime,
}

/// A calendar that was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarFile {
    /// Its text.
    pub text: String,
    /// Sessions, or stretches of busy time.
    pub count: usize,
    /// Rows that were left out, with the reason.
    pub left_out: Vec<(String, String)>,
}

/// Writes the sessions of the schedule.
///
/// # Errors
/// `calendar.time_zone` if the clinic's zone is not known; `calendar.not_there` for somebody or something that is not in
/// the clinic; `calendar.patient_complete`: a complete calendar of one patient is not written.
pub fn calendar(clinic: &Clinic, options: &CalendarOptions) -> Result<CalendarFile> {
    let known = match options.whose {
        Whose::Clinic => true,
        Whose::Clinician(id) => clinic.clinicians.iter().any(|row| row.id == id),
        Whose::Room(id) => clinic.rooms.iter().any(|row| row.id == id),
        Whose::Patient(id) => clinic.patients.iter().any(|row| row.id == id),
    };
    if !known {
        return Err(Error::new("calendar.not_there", "nobody and nothing in the clinic has this id").at("id"));
    }
    if options.is_complete && matches!(options.whose, Whose::Patient(_)) {
        let message = "everything about one patient is not written to a calendar: leave `complete` out";
        return Err(Error::new("calendar.patient_complete", message).at("complete"));
    }
    let mut writer = Writer::new(clinic, options)?;
    let mut chosen = writer.chosen();
    if let Whose::Patient(id) = options.whose {
        chosen.retain(|&(_, row)| writer.consents_to(id, row));
    }
    writer.head(chosen.iter().map(|(_, row)| row.start));
    if options.is_complete {
        writer.complete_events(&chosen)?;
    } else {
        for (_, row) in &chosen {
            writer.event(row, &[]);
        }
    }
    writer.lines.end("VCALENDAR");
    Ok(CalendarFile {
        text: writer.lines.finish(),
        count: chosen.len(),
        left_out: writer.left_out,
    })
}

/// A calendar with one session, under a neutral title whatever the settings say, to be sent to somebody.
///
/// # Errors
/// `calendar.time_zone`.
pub fn one_event(clinic: &Clinic, row: &Appointment, now: DateTime) -> Result<String> {
    let options = CalendarOptions {
        whose: Whose::Clinic,
        is_complete: false,
        days: (None, None),
        now,
    };
    let mut writer = Writer::new(clinic, &options)?;
    writer.is_neutral = true;
    writer.head(std::iter::once(row.start));
    let row = Appointment {
        room: None,
        ..row.clone()
    };
    writer.event(&row, &[]);
    writer.lines.end("VCALENDAR");
    Ok(writer.lines.finish())
}

struct Writer<'a> {
    clinic: &'a Clinic,
    options: &'a CalendarOptions<'a>,
    zone: TimeZone,
    lines: Lines,
    left_out: Vec<(String, String)>,
    services: BTreeMap<&'a str, &'a str>,
    rooms: BTreeMap<&'a str, &'a str>,
    stamp: String,
    sequence: i64,
    is_neutral: bool,
}

impl<'a> Writer<'a> {
    fn new(clinic: &'a Clinic, options: &'a CalendarOptions<'a>) -> Result<Self> {
        let zone = site_zone(clinic)?;
        let instant = zone.to_ambiguous_timestamp(options.now.0).compatible();
        let seconds = instant.map_or(0, |instant| instant.as_second());
        Ok(Self {
            clinic,
            options,
            stamp: stamp(&zone, options.now),
            zone,
            lines: Lines::default(),
            left_out: Vec::new(),
            services: clinic.services.iter().map(|row| (&*row.id, &*row.name)).into_map(),
            rooms: clinic.rooms.iter().map(|row| (&*row.id, &*row.name)).into_map(),
            // Minutes since 2020: a later calendar is newer in the eyes of whoever has both.
            is_neutral: clinic.settings.neutral_titles,
            sequence: (seconds - 1_577_836_800).max(0) / 60,
        })
    }

    /// The rows that are meant, with their place in the table.
    fn chosen(&mut self) -> Vec<(usize, &'a Appointment)> {
        let clinic = self.clinic;
        let (from, until) = self.options.days;
        let seats: BTreeSet<(&str, &str)> = clinic
            .attendances
            .iter()
            .map(|seat| (&*seat.appointment, &*seat.patient))
            .into_set();
        let mut ids = BTreeSet::new();
        let mut chosen = Vec::new();
        for (at, row) in clinic.appointments.iter().enumerate() {
            let day = row.start.date();
            let is_meant = match self.options.whose {
                Whose::Clinic => true,
                Whose::Clinician(id) => row.clinicians.iter().any(|clinician| clinician == id),
                Whose::Room(id) => row.room.as_deref() == Some(id),
                Whose::Patient(id) => row.patient.as_deref() == Some(id) || seats.contains(&(&row.id, id)),
            };
            let is_agreed = !matches!(row.status, Status::Proposed | Status::Waitlist | Status::Void);
            if !is_meant || from.is_some_and(|from| day < from) || until.is_some_and(|until| until < day) {
                continue;
            }
            if !ids.insert(&*row.id) {
                self.left_out
                    .push((row.id.clone(), "another appointment has the same id".into()));
            } else if self.options.is_complete || is_agreed {
                chosen.push((at, row));
            }
        }
        chosen
    }

    /// True if the patient has agreed to be reminded of this session; why not is noted.
    fn consents_to(&mut self, patient: &str, row: &Appointment) -> bool {
        let consents = Consents::new(self.clinic);
        let moments = [self.options.now, row.start.max(self.options.now)];
        let refused = moments.into_iter().find_map(|at| {
            consents
                .allow(patient, DisclosurePurpose::Reminders, Recipient::Named, at)
                .err()
        });
        if let Some(refusal) = &refused {
            self.left_out.push((row.id.clone(), refusal.to_string()));
        }
        refused.is_none()
    }

    fn head(&mut self, starts: impl Iterator<Item = DateTime> + Clone) {
        let clinic = self.clinic;
        self.lines.begin("VCALENDAR");
        self.lines.put("VERSION", "2.0");
        self.lines.put("PRODID", "-//Rosterwell//Rosterwell//EN");
        self.lines.put("CALSCALE", "GREGORIAN");
        let zone = &clinic.settings.time_zone;
        self.lines.put_text("X-WR-TIMEZONE", zone);
        if let Some(notice) = consent::notice(&clinic.settings).filter(|_| self.options.is_complete) {
            self.lines.put_text("DESCRIPTION", notice);
        }
        if let (Some(first), Some(last)) = (starts.clone().min(), starts.max()) {
            zone::write_zone(&mut self.lines, zone, &self.zone, (first.0, last.0));
        }
    }

    /// Events with every field of the row and its seats.
    fn complete_events(&mut self, chosen: &[(usize, &'a Appointment)]) -> Result<()> {
        let mut values = Vec::with_capacity(self.clinic.appointments.len());
        let unwritable = |cause: String| {
            Error::new("export.unwritable", format!("the schedule cannot be written: {cause}")).at("appointments")
        };
        for_rows(self.clinic, "appointments", |row| values.push(row)).map_err(unwritable)?;
        let mut seats: BTreeMap<&str, Vec<&Attendance>> = BTreeMap::new();
        for seat in &self.clinic.attendances {
            seats.entry(&seat.appointment).or_default().push(seat);
        }
        for (at, row) in chosen {
            let mut own: Vec<(String, String)> = Vec::new();
            for (field, value) in values.get(*at).and_then(Value::as_object).into_iter().flatten() {
                if field != "start" && field != "minutes" && !value.is_null() {
                    own.push((property(field), value.to_string()));
                }
            }
            for seat in seats.remove(&*row.id).into_iter().flatten() {
                let mut seat = serde_json::to_value(seat).map_err(|error| unwritable(error.to_string()))?;
                if let Some(fields) = seat.as_object_mut() {
                    fields.remove("appointment");
                }
                own.push((SEAT.into(), seat.to_string()));
            }
            self.event(row, &own);
        }
        if self.options.whose == Whose::Clinic && self.options.days == (None, None) {
            let lost = seats.into_values().flatten();
            let reason = "its appointment is not in the schedule";
            self.left_out
                .extend(lost.map(|seat| (seat.appointment.clone(), reason.into())));
        }
        Ok(())
    }

    fn event(&mut self, row: &Appointment, own: &[(String, String)]) {
        let settings = &self.clinic.settings;
        let service = self.services.get(&*row.service).copied().unwrap_or(NEUTRAL_TITLE);
        let room = row.room.as_deref().and_then(|id| self.rooms.get(id).copied());
        let lines = &mut self.lines;
        lines.begin("VEVENT");
        lines.put_text("UID", &uid(self.clinic, &row.id));
        lines.put("DTSTAMP", &self.stamp);
        lines.put("SEQUENCE", self.sequence.to_string());
        lines.put(&format!("DTSTART;TZID={}", settings.time_zone), civil(row.start.0));
        // Minutes as they pass, also over a change of the clocks.
        lines.put("DURATION", format!("PT{}M", row.minutes.max(0)));
        lines.put_text("SUMMARY", if self.is_neutral { NEUTRAL_TITLE } else { service });
        lines.put("CLASS", "PRIVATE");
        let status = match row.status {
            Status::Proposed | Status::Waitlist => "TENTATIVE",
            Status::Booked | Status::Completed | Status::NoShow | Status::Missed => "CONFIRMED",
            Status::Cancelled | Status::Void => "CANCELLED",
        };
        lines.put("STATUS", status);
        if let Some(room) = room {
            lines.put_text("LOCATION", room);
        }
        for (name, value) in own {
            debug_assert!(name.starts_with(PREFIX));
            lines.put_text(name, value);
        }
        lines.end("VEVENT");
    }
}

/// The zone of the clinic.
///
/// # Errors
/// `calendar.time_zone`.
fn site_zone(clinic: &Clinic) -> Result<TimeZone> {
    zones::zone(&clinic.settings.time_zone).ok_or_else(|| {
        let message = "a calendar needs a time zone: set it to an IANA name such as America/New_York";
        Error::new("calendar.time_zone", message).at("settings.time_zone")
    })
}

/// A moment at the site in universal time: `20261123T143000Z`.
fn stamp(zone: &TimeZone, at: DateTime) -> String {
    let instant = zone.to_ambiguous_timestamp(at.0).compatible().unwrap_or_default();
    format!("{}Z", civil(TimeZone::UTC.to_datetime(instant)))
}

/// The id of an event: always the same for the same row of a clinic of that name, and nothing can be read off it.
fn uid(clinic: &Clinic, row: &str) -> String {
    let digest = Sha256::digest(format!("{}\n{row}", clinic.settings.name));
    let hex: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{hex}@rosterwell")
}
