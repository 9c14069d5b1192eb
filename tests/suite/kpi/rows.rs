//! Rows of tables, as small as an example needs them.

use rosterwell::model::Clinic;
use rosterwell::model::calendar::{Date, DateTime, WeekHours, Weekday};
use rosterwell::model::clinic::*;

use crate::clinics;

pub(super) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn at(text: &str) -> DateTime {
    text.parse().unwrap()
}

/// Day `day` (Monday 2 November 2026 is 0) at a clock time.
pub(super) fn on(day: i32, clock: &str) -> DateTime {
    let date = date("2026-11-02").plus_days(day);
    at(&format!("{date}T{clock}"))
}

/// Nothing but settings: the horizon starts on Monday 30 November 2026, four weeks after day 0.
pub(super) fn empty() -> Clinic {
    let mut clinic = Clinic::default();
    clinic.settings.horizon_start = date("2026-11-30");
    clinic.settings.as_of = at("2026-11-30T00:00");
    clinic
}

pub(super) fn service(id: &str, kind: Kind, minutes: i32) -> Service {
    Service {
        modalities: vec![Modality::InPerson, Modality::Home],
        seats: 0,
        after_min: 0,
        documentation_min: 0,
        billing: Billing::Visit,
        ..clinics::service(id, kind, minutes)
    }
}

pub(super) fn clinician(id: &str) -> Clinician {
    Clinician {
        site: "s".into(),
        skills: vec![],
        hours: WeekHours::daily(&Weekday::ALL[..5], 480, 960),
        max_week_min: 3600,
        max_day_min: 720,
        pay_cents_hour: 4500,
        ..clinics::clinician(id)
    }
}

pub(super) fn patient(id: &str) -> Patient {
    Patient {
        site: "s".into(),
        hours: WeekHours::daily(&Weekday::ALL, 0, 1440),
        ..clinics::patient(id)
    }
}

pub(super) fn appointment(id: &str, start: DateTime, minutes: i32, status: Status) -> Appointment {
    Appointment {
        service: "visit".into(),
        clinicians: vec!["a".into()],
        room: None,
        minutes,
        status,
        ..clinics::appointment(id, "p", start)
    }
}

pub(super) fn staff_day(clinician: &str, day: i32, paid_min: i32) -> StaffDay {
    clinics::staff_day(clinician, on(day, "00:00").date(), paid_min)
}

/// The clinic with a site `s`, open at these hours, and its room `r`.
pub(super) fn with_room(mut clinic: Clinic, hours: WeekHours, seats: i32) -> Clinic {
    clinic.sites = vec![Site {
        id: "s".into(),
        name: "s".into(),
        hours,
        latitude: None,
        longitude: None,
    }];
    clinic.rooms = vec![Room {
        site: "s".into(),
        ..clinics::room("r", seats)
    }];
    clinic
}

/// Two clinicians `a` and `b`, patient `p`, one service `visit` of 60 minutes.
pub(super) fn small() -> Clinic {
    let mut clinic = empty();
    clinic.services = vec![service("visit", Kind::Individual, 60)];
    clinic.clinicians = vec![clinician("a"), clinician("b")];
    clinic.patients = vec![patient("p")];
    clinic
}

/// Appointments of `small`, numbered.
pub(super) fn with(rows: impl IntoIterator<Item = Appointment>) -> Clinic {
    let mut clinic = small();
    clinic.appointments = rows.into_iter().collect();
    for (at, row) in clinic.appointments.iter_mut().enumerate() {
        row.id = format!("v{at}");
    }
    clinic
}

pub(super) fn visit(day: i32, clock: &str, minutes: i32) -> Appointment {
    appointment("", on(day, clock), minutes, Status::Completed)
}

/// `count` rows with this status, one after the other on workdays of four weeks.
pub(super) fn many(count: usize, status: Status, by: Option<(Party, i32)>) -> Vec<Appointment> {
    (0..count)
        .map(|at| {
            let mut row = appointment("", on((at % 28) as i32, "09:00"), 30, status);
            if let Some((party, notice_min)) = by {
                row.changed_by = Some(party);
                row.changed = Some(row.start.plus_minutes(-notice_min));
            }
            row
        })
        .collect()
}
