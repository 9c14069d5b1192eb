//! The booked time of clinicians as free and busy time.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::text::{Lines, quoted};
use super::zone::civil;
use super::{CalendarFile, CalendarOptions, Whose, site_zone, stamp, uid};
use crate::error::{Error, Result};
use crate::model::Clinic;
use crate::model::calendar::DateTime;
use crate::model::clinic::{Clinician, Status};
use crate::model::icalendar::{BOOKED, CLINICIAN};
use crate::order::Arrange;

/// Writes when clinicians are booked from one day to another, and nothing else: all of them, or one.
///
/// # Errors
/// `calendar.time_zone`; `calendar.not_there`; `calendar.busy_of_clinicians` for a room or a patient;
/// `calendar.no_days` without a first and a last day.
pub fn busy_calendar(clinic: &Clinic, options: &CalendarOptions) -> Result<CalendarFile> {
    let zone = site_zone(clinic)?;
    let (Some(from), Some(until)) = options.days else {
        let message = "free and busy time is told from one day to another: give both";
        return Err(Error::new("calendar.no_days", message).at("from"));
    };
    let clinicians: Vec<&Clinician> = match options.whose {
        Whose::Clinic => clinic.clinicians.iter().collect(),
        Whose::Clinician(id) => clinic.clinicians.iter().filter(|row| row.id == id).collect(),
        Whose::Room(_) | Whose::Patient(_) => {
            let message = "only clinicians have busy time: ask for the clinic or one clinician";
            return Err(Error::new("calendar.busy_of_clinicians", message).at("whose"));
        }
    };
    if clinicians.is_empty() {
        return Err(Error::new("calendar.not_there", "nobody in the clinic has this id").at("id"));
    }
    let span = (from.at_minute(0), until.plus_days(1).at_minute(0));
    let mut lines = Lines::default();
    lines.begin("VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//Rosterwell//Rosterwell//EN");
    lines.put_text("X-WR-TIMEZONE", &clinic.settings.time_zone);
    let mut count = 0;
    for clinician in clinicians {
        let busy = busy(clinic, &zone, clinician, span);
        lines.begin("VFREEBUSY");
        lines.put_text("UID", &uid(clinic, &format!("busy/{}", clinician.id)));
        lines.put("DTSTAMP", stamp(&zone, options.now));
        lines.put("DTSTART", stamp(&zone, span.0));
        lines.put("DTEND", stamp(&zone, span.1));
        // Nobody can be written to there.
        lines.put(&format!("ATTENDEE;CN={}", quoted(&clinician.name)), "invalid:nomail");
        lines.put_text(CLINICIAN, &serde_json::Value::from(clinician.id.as_str()).to_string());
        lines.put(BOOKED, "TRUE");
        for (from, to) in &busy {
            let utc = |instant: Timestamp| format!("{}Z", civil(TimeZone::UTC.to_datetime(instant)));
            lines.put("FREEBUSY;FBTYPE=BUSY", format!("{}/{}", utc(*from), utc(*to)));
        }
        lines.end("VFREEBUSY");
        count += busy.len();
    }
    lines.end("VCALENDAR");
    Ok(CalendarFile {
        text: lines.finish(),
        count,
        left_out: Vec::new(),
    })
}

/// When a clinician is booked, in order, what touches joined.
fn busy(
    clinic: &Clinic,
    zone: &TimeZone,
    clinician: &Clinician,
    span: (DateTime, DateTime),
) -> Vec<(Timestamp, Timestamp)> {
    let mut parts = Vec::new();
    for row in &clinic.appointments {
        let is_booked = matches!(row.status, Status::Booked | Status::Completed | Status::NoShow);
        if !is_booked || row.start < span.0 || row.start >= span.1 {
            continue;
        }
        let own = row.clinicians.iter().enumerate().filter(|(_, id)| **id == clinician.id);
        for (at, _) in own {
            let (after, minutes, _) = row.part(at);
            let Ok(start) = zone.to_ambiguous_timestamp(row.start.0).compatible() else {
                continue;
            };
            let later = |minutes: i32| start.checked_add(jiff::Span::new().minutes(minutes)).ok();
            if let (Some(from), Some(to)) = (later(after), later(after.saturating_add(minutes)))
                && from < to
            {
                parts.push((from, to));
            }
        }
    }
    parts.arrange();
    let mut joined: Vec<(Timestamp, Timestamp)> = Vec::new();
    for (from, to) in parts {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}
