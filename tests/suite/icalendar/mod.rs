//! Calendars in and out.

mod foreign;
mod out;
mod round;
mod series;

use rosterwell::Issue;
use rosterwell::import::{Content, Imported, Options, Source, import};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::{Appointment, Kind, Modality};

use crate::clinics::{clinician, hours, patient, room, service, two_clinicians_three_visits};

/// Ana and Ben, two rooms, three patients; an individual service, a group and a family service; no schedule.
fn clinic() -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.clinicians = vec![clinician("ana"), clinician("ben")];
    clinic.clinicians[0].name = "Ana Rivera".into();
    clinic.rooms = vec![room("office", 4), room("hall", 12)];
    clinic.rooms[0].name = "Office 1".into();
    clinic.services[0].name = "Counseling".into();
    clinic.services.push(service("relapse", Kind::Group, 90));
    clinic.services.push(service("family", Kind::Family, 60));
    clinic.services[0].modalities = vec![Modality::InPerson, Modality::Video];
    clinic.patients = vec![patient("p1"), patient("p2"), patient("p3")];
    clinic.groups = crate::clinics::with_a_group().groups;
    clinic.groups[0].service = "relapse".into();
    clinic.groups[0].hours = Some(hours("Mon-Fri 08:00-17:00"));
    clinic.orders.clear();
    clinic
}

fn source(name: &str, text: &str) -> Source {
    Source {
        name: name.into(),
        table: None,
        content: Content::Text(text.into()),
    }
}

/// Reads a clinic's document and a calendar together.
fn read(clinic: &Clinic, name: &str, calendar: &str) -> Imported {
    let document = serde_json::to_string(clinic).unwrap();
    import(
        &[source(name, calendar), source("clinic.json", &document)],
        &Options::default(),
    )
}

/// Lines of events as a calendar.
fn wrapped(events: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}\r\nEND:VCALENDAR\r\n",
        events.trim().replace('\n', "\r\n")
    )
}

fn event(lines: &str) -> String {
    wrapped(&format!("BEGIN:VEVENT\n{}\nEND:VEVENT", lines.trim()))
}

fn codes(issues: &[Issue]) -> Vec<&str> {
    issues.iter().map(|issue| &*issue.code).collect()
}

/// What an appointment came to, in a line.
fn told(row: &Appointment) -> String {
    let who = row.patient.as_deref().or(row.group.as_deref()).unwrap_or("-");
    let room = row.room.as_deref().unwrap_or("-");
    format!(
        "{} {}m {} {} {} {room} {:?} {:?}",
        row.start,
        row.minutes,
        row.service,
        who,
        row.clinicians.join("+"),
        row.modality,
        row.status
    )
}
