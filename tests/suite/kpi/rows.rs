//! Rows of tables, as small as an example needs them.

use rosterwell::model::Clinic;
use rosterwell::model::calendar::{Date, DateTime, WeekHours, Weekday};
use rosterwell::model::clinic::*;

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
        id: id.into(),
        name: id.into(),
        kind,
        minutes,
        discipline: None,
        skill: None,
        modalities: vec![Modality::InPerson, Modality::Home],
        room_features: vec![],
        seats: 0,
        equipment: None,
        before_min: 0,
        after_min: 0,
        documentation_min: 0,
        priority: 3,
        points: 1.0,
        high_acuity: false,
        counts_to_minimum: true,
        needs_authorization: false,
        billing_code: None,
        billing: Billing::Visit,
        price_cents: 0,
    }
}

pub(super) fn clinician(id: &str) -> Clinician {
    Clinician {
        id: id.into(),
        name: id.into(),
        discipline: "counselor".into(),
        site: "s".into(),
        skills: vec![],
        specializations: vec![],
        languages: vec![],
        gender: None,
        hours: WeekHours::daily(&Weekday::ALL[..5], 480, 960),
        contract_week_min: 2400,
        max_week_min: 3600,
        max_day_min: 720,
        pay_cents_hour: 4500,
        overtime: Overtime::Weekly40,
        caseload_cap: None,
        points_week_cap: None,
        starts_at_home: false,
        latitude: None,
        longitude: None,
        telehealth: false,
        supervisor: None,
        preferred_hours: None,
    }
}

pub(super) fn patient(id: &str) -> Patient {
    Patient {
        id: id.into(),
        name: id.into(),
        phase: Phase::Outpatient,
        level_of_care: None,
        acuity: 0,
        site: "s".into(),
        hours: WeekHours::daily(&Weekday::ALL, 0, 1440),
        preferred_hours: None,
        admitted: None,
        discharged: None,
        latitude: None,
        longitude: None,
        languages: vec![],
        language_required: false,
        clinician_gender: None,
        clinician_gender_required: false,
        needs: vec![],
        preferred_clinicians: vec![],
        barred_clinicians: vec![],
        telehealth: false,
        minimum_week_hours: None,
        family_consent: false,
        equity_group: None,
    }
}

pub(super) fn appointment(id: &str, start: DateTime, minutes: i32, status: Status) -> Appointment {
    Appointment {
        id: id.into(),
        service: "visit".into(),
        order: None,
        patient: Some("p".into()),
        group: None,
        shift: None,
        clinicians: vec!["a".into()],
        room: None,
        modality: Modality::InPerson,
        start,
        minutes,
        status,
        freedom: Freedom::Movable,
        requested: None,
        confirmed: None,
        changed: None,
        changed_by: None,
        replaced_by: None,
        emergency: false,
        documentation_min: None,
        after_hours_min: None,
        travel_min: None,
        miles: None,
        family_attended: None,
    }
}

pub(super) fn staff_day(clinician: &str, day: i32, paid_min: i32) -> StaffDay {
    StaffDay {
        clinician: clinician.into(),
        date: on(day, "00:00").date(),
        paid_min,
        leave_min: 0,
        meeting_min: 0,
        protected_min: 0,
        travel_min: 0,
        after_hours_min: 0,
        miles: 0.0,
    }
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
