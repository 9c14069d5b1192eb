//! Tiny named clinics: the documents that a user would have, as small as a test needs them.

use rosterwell::model::Clinic;
use rosterwell::model::calendar::{Date, DateTime, WeekHours};
use rosterwell::model::clinic::{
    Absence, Absentee, Appointment, Attendance, Billing, Clinician, Consent, DisclosurePurpose, Group, Kind, Modality,
    Order, Overtime, Pair, PairRule, Patient, Phase, Room, Service, Site, StaffDay, Status,
};
use rosterwell::sample::{SampleKind, SampleRequest, sample};

/// The kinds of sample with patients and one team.
pub(crate) const KINDS: [SampleKind; 3] = [
    SampleKind::AddictionTreatment,
    SampleKind::HomeHealth,
    SampleKind::OutpatientRehabilitation,
];

/// A sample with eight weeks of history.
pub(crate) fn sample_clinic(kind: SampleKind, clinicians: u32, seed: u64) -> Clinic {
    sample(&SampleRequest {
        kind,
        clinicians,
        seed,
        weeks: Some(8),
    })
}

/// A date of the test week, Monday 23 November 2026 first.
pub(crate) fn day(number: i32) -> Date {
    "2026-11-23".parse::<Date>().unwrap().plus_days(number)
}

/// A moment of the test week.
pub(crate) fn moment(number: i32, hour: i32, minute: i32) -> DateTime {
    day(number).at_minute(hour * 60 + minute)
}

/// Consent of a patient to one purpose, complete, in force since 2026 began and without a last day.
pub(crate) fn consent(patient: &str, purpose: DisclosurePurpose) -> Consent {
    Consent {
        id: format!("consent-{patient}"),
        patient: patient.into(),
        discloser: "the clinic".into(),
        what: "dates and times".into(),
        recipient: "Aunt May".into(),
        contact: None,
        purposes: vec![purpose],
        channel: None,
        given: "2026-01-01".parse().unwrap(),
        until: None,
        until_event: Some("end of treatment".into()),
        revoked: None,
        signed: true,
        revocation_told: true,
    }
}

/// Consent of a patient to have family in sessions.
pub(crate) fn family_consent(patient: &str) -> Consent {
    consent(patient, DisclosurePurpose::Family)
}

/// Weekly hours as they are written in the tables.
pub(crate) fn hours(text: &str) -> WeekHours {
    text.parse().unwrap()
}

/// Two counselors, Ana and Ben, Monday to Friday 08:00-17:00 at one site with one office, and three patients who want
/// one hour a week each.
pub(crate) fn two_clinicians_three_visits() -> Clinic {
    let mut clinic = Clinic {
        sites: vec![Site {
            id: "main".into(),
            name: "Main street".into(),
            hours: hours("Mon-Fri 07:00-20:00"),
            latitude: Some(40.0),
            longitude: Some(-75.0),
        }],
        rooms: vec![room("office", 4)],
        services: vec![service("talk", Kind::Individual, 60)],
        clinicians: vec![clinician("ana"), clinician("ben")],
        patients: vec![patient("p1"), patient("p2"), patient("p3")],
        orders: vec![
            order("o1", "p1", "talk"),
            order("o2", "p2", "talk"),
            order("o3", "p3", "talk"),
        ],
        ..Clinic::default()
    };
    clinic.settings.name = "Two clinicians, three visits".into();
    clinic
}

/// The same with a group of three seats, twice a week, that all three patients want once.
pub(crate) fn with_a_group() -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.services.push(service("circle", Kind::Group, 90));
    clinic.rooms.push(room("hall", 12));
    clinic.groups.push(group("relapse", "circle"));
    for patient in ["p1", "p2", "p3"] {
        clinic.orders.push(order(&format!("g-{patient}"), patient, "circle"));
    }
    clinic
}

/// The same with visits at home: Ana drives from the site, homes are a few kilometres away.
pub(crate) fn with_home_visits() -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.services[0].modalities = vec![Modality::Home];
    for (number, patient) in clinic.patients.iter_mut().enumerate() {
        patient.latitude = Some(40.0 + 0.05 * (number as f64 + 1.0));
        patient.longitude = Some(-75.0);
    }
    clinic
}

/// A service in an office by anyone.
pub(crate) fn service(id: &str, kind: Kind, minutes: i32) -> Service {
    Service {
        id: id.into(),
        name: id.into(),
        kind,
        minutes,
        discipline: None,
        skill: None,
        modalities: vec![Modality::InPerson],
        room_features: Vec::new(),
        seats: 1,
        equipment: None,
        before_min: 0,
        after_min: 10,
        documentation_min: 15,
        priority: 3,
        points: 1.0,
        high_acuity: false,
        counts_to_minimum: true,
        needs_authorization: false,
        billing_code: None,
        billing: Billing::None,
        price_cents: 0,
    }
}

/// A full-time counselor.
pub(crate) fn clinician(id: &str) -> Clinician {
    Clinician {
        id: id.into(),
        name: id.into(),
        discipline: "counselor".into(),
        site: "main".into(),
        skills: vec!["cbt".into()],
        specializations: Vec::new(),
        languages: Vec::new(),
        gender: None,
        hours: hours("Mon-Fri 08:00-17:00"),
        contract_week_min: 2400,
        max_week_min: 2700,
        max_day_min: 540,
        pay_cents_hour: 3000,
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

/// An outpatient who can come on weekdays, 08:00-18:00.
pub(crate) fn patient(id: &str) -> Patient {
    Patient::unknown(id, Phase::Outpatient, "main", hours("Mon-Fri 08:00-18:00"))
}

/// Once a week, all year.
pub(crate) fn order(id: &str, patient: &str, service: &str) -> Order {
    let date = |text: &str| text.parse().unwrap();
    Order::weekly(id, patient, service, date("2026-01-01"), date("2026-12-31"))
}

/// Twice a week, one to three patients.
pub(crate) fn group(id: &str, service: &str) -> Group {
    Group {
        id: id.into(),
        name: id.into(),
        service: service.into(),
        site: "main".into(),
        per_week: 2,
        min: 1,
        target: 2,
        max: 3,
        co_leader_skill: None,
        hours: None,
    }
}

/// A room that is open with the site.
pub(crate) fn room(id: &str, seats: i32) -> Room {
    Room {
        id: id.into(),
        site: "main".into(),
        name: id.into(),
        seats,
        features: Vec::new(),
        hours: None,
    }
}

/// An hour with Ana in the office, booked and movable.
pub(crate) fn appointment(id: &str, patient: &str, start: DateTime) -> Appointment {
    Appointment {
        patient: Some(patient.into()),
        clinicians: vec!["ana".into()],
        room: Some("office".into()),
        ..Appointment::booked(id, "talk", Modality::InPerson, start, 60)
    }
}

/// A day of work with nothing in it but paid minutes.
pub(crate) fn staff_day(clinician: &str, date: Date, paid_min: i32) -> StaffDay {
    StaffDay {
        clinician: clinician.into(),
        date,
        paid_min,
        worked_min: None,
        leave_min: 0,
        meeting_min: 0,
        protected_min: 0,
        travel_min: 0,
        after_hours_min: 0,
        miles: 0.0,
    }
}

/// A booked occurrence of the group of [`with_a_group`] in the hall.
pub(crate) fn group_appointment(id: &str, start: DateTime) -> Appointment {
    Appointment {
        service: "circle".into(),
        patient: None,
        group: Some("relapse".into()),
        room: Some("hall".into()),
        minutes: 90,
        ..appointment(id, "", start)
    }
}

/// A booked seat.
pub(crate) fn seat(appointment: &str, patient: &str) -> Attendance {
    Attendance {
        appointment: appointment.into(),
        patient: patient.into(),
        order: None,
        status: Status::Booked,
        changed: None,
        changed_by: None,
    }
}

/// Not there all week, from the day before it to the day after it.
pub(crate) fn away(what: Absentee, id: &str) -> Absence {
    Absence {
        what,
        id: id.into(),
        from: moment(-1, 0, 0),
        until: moment(8, 0, 0),
        reason: None,
    }
}

/// A rule about two patients in groups.
pub(crate) fn pair(a: &str, b: &str, rule: PairRule) -> Pair {
    Pair {
        patient_a: a.into(),
        patient_b: b.into(),
        rule,
    }
}
