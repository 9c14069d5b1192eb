//! Clinics whose chance of a no-show is known for every visit, because it was written down before the visit was drawn.
//!
//! Nothing here knows the bands of the model: effects are smooth functions of days, hours and kilometers.

use std::collections::BTreeMap;

use rosterwell::model::Clinic;
use rosterwell::model::calendar::{DAY_MIN, DateTime};
use rosterwell::model::clinic::{
    Appointment, Billing, Clinician, Kind, Modality, Overtime, Party, Patient, Phase, Service, Site, Status,
};
use rosterwell::rng::Rng;

/// What makes patients stay away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Causes {
    /// Only what the tables hold.
    Recorded,
    /// The same, with a level that fell by a third some weeks before the visits that a model is judged by.
    Drifting,
    /// The same, and something about each patient that no table holds.
    Hidden,
    /// None: every visit has the same chance.
    Nothing,
}

impl Causes {
    pub(crate) const ALL: [Self; 4] = [Self::Recorded, Self::Drifting, Self::Hidden, Self::Nothing];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Drifting => "drifting",
            Self::Hidden => "hidden",
            Self::Nothing => "nothing",
        }
    }
}

/// Size of a clinic.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attended {
    pub(crate) causes: Causes,
    pub(crate) patients: usize,
    pub(crate) weeks: i32,
    /// Chance of a visit of each patient in each week.
    pub(crate) weekly: f64,
    pub(crate) seed: u64,
}

/// The true chance of a no-show by patient and start.
pub(crate) type Truth = BTreeMap<(String, DateTime), f64>;

/// Distance of one degree of latitude, km.
const KM_PER_DEGREE: f64 = 111.195;
const MINUTES: i32 = 45;

struct Draw {
    patient: usize,
    service: usize,
    start: DateTime,
    booked: DateTime,
    video: bool,
    is_past: bool,
}

/// The clinic and the truth about it.
pub(crate) fn clinic(spec: Attended) -> (Clinic, Truth) {
    let mut clinic = Clinic::default();
    clinic.settings.synthetic = true;
    clinic.settings.name = "known truth".into();
    clinic.settings.as_of = clinic.settings.horizon_start.at_minute(0);
    clinic.sites.push(Site {
        id: "s1".into(),
        name: "site".into(),
        hours: "Mon-Fri 07:00-19:00".parse().unwrap(),
        latitude: Some(40.0),
        longitude: Some(-70.0),
    });
    clinic.services = ["talk", "skills", "review"].map(service).into();
    clinic.clinicians = (0..8).map(|at| clinician(&format!("c{at}"))).collect();
    let mut rng = Rng::stream(spec.seed, "patients", 0);
    let km: Vec<f64> = (0..spec.patients)
        .map(|_| 1.0 + 24.0 * rng.unit() * rng.unit())
        .collect();
    clinic.patients = km
        .iter()
        .enumerate()
        .map(|(at, &km)| patient(at, km, &mut rng))
        .collect();
    let frailty: Vec<f64> = (0..spec.patients).map(|_| rng.normal()).collect();
    let mut draws = draws(&clinic, spec);
    draws.sort_by_key(|draw| (draw.start, draw.patient));
    let mut truth = Truth::new();
    // Starts and outcomes of each patient so far.
    let mut record: Vec<Vec<(DateTime, bool)>> = vec![Vec::new(); spec.patients];
    for (number, draw) in draws.iter().enumerate() {
        let known = record[draw.patient].iter().filter(|visit| visit.0 < draw.booked);
        let (missed, all) = known.fold((0.0, 0.0), |(missed, all), visit| {
            (missed + f64::from(u8::from(visit.1)), all + 1.0)
        });
        let ago = clinic.settings.horizon_start.days_since(draw.start.date());
        let logit = match spec.causes {
            Causes::Nothing => -1.4,
            Causes::Recorded => recorded(draw, km[draw.patient]) + past(missed, all),
            Causes::Drifting => {
                recorded(draw, km[draw.patient]) + past(missed, all) - if ago < 7 * 18 { 0.45 } else { 0.0 }
            }
            Causes::Hidden => recorded(draw, km[draw.patient]) + 0.7 * frailty[draw.patient],
        };
        let p = 1.0 / (1.0 + (-logit).exp());
        truth.insert((format!("p{}", draw.patient), draw.start), p);
        let row = appointment(number, draw, p, &mut Rng::stream(spec.seed, "outcome", number as u64));
        if matches!(row.status, Status::Completed | Status::NoShow) {
            record[draw.patient].push((row.start, row.status == Status::NoShow));
        }
        clinic.appointments.push(row);
    }
    (clinic, truth)
}

/// Effects of what the tables hold, on the scale of log odds.
fn recorded(draw: &Draw, km: f64) -> f64 {
    let days = f64::from(draw.start.date().days_since(draw.booked.date()));
    let hour = f64::from(draw.start.minute_of_day()) / 60.0;
    let weekday = [0.35, 0.0, -0.15, -0.05, 0.3][draw.start.date().weekday() as usize % 5];
    let service = [0.0, -0.35, 0.3][draw.service];
    let way = if draw.video { -0.45 } else { 0.035 * km };
    -2.6 + 0.45 * (1.0 + days).ln() + weekday + 0.05 * (hour - 12.0).abs() + service + way
}

/// Effect of what the patient did before.
fn past(missed: f64, all: f64) -> f64 {
    3.0 * ((missed + 1.0) / (all + 5.0) - 0.2)
}

fn draws(clinic: &Clinic, spec: Attended) -> Vec<Draw> {
    let monday = clinic.settings.horizon_start;
    let mut draws = Vec::new();
    for patient in 0..spec.patients {
        let mut rng = Rng::stream(spec.seed, "visits", patient as u64);
        for week in -spec.weeks..1 {
            if !rng.chance(spec.weekly) {
                continue;
            }
            let day = week * 7 + rng.between(0, 4);
            let start = monday.at_minute(day * DAY_MIN + 8 * 60 + 30 * rng.between(0, 19));
            // Leads from the same day to some five weeks.
            let lead = ((0.5 + 1.1 * rng.normal()).exp() * 3.0).clamp(0.0, 40.0) as i32;
            let booked = start.date().plus_days(-lead).at_minute(7 * 60 + 30);
            draws.push(Draw {
                patient,
                service: rng.below(3),
                start,
                booked: if week == 0 {
                    booked.min(clinic.settings.as_of)
                } else {
                    booked
                },
                video: rng.chance(0.25),
                is_past: week < 0,
            });
        }
    }
    draws
}

fn appointment(number: usize, draw: &Draw, no_show: f64, rng: &mut Rng) -> Appointment {
    let (clinic_cancels, late) = (rng.chance(0.03), rng.chance(0.04));
    let (status, notice, by) = match (draw.is_past, clinic_cancels, late) {
        (false, _, _) => (Status::Booked, None, None),
        (_, true, _) => (Status::Cancelled, Some(600), Some(Party::Clinic)),
        (_, _, true) => (Status::Cancelled, Some(120), Some(Party::Patient)),
        _ if rng.chance(no_show) => (Status::NoShow, None, None),
        _ => (Status::Completed, None, None),
    };
    let modality = if draw.video {
        Modality::Video
    } else {
        Modality::InPerson
    };
    let service = ["talk", "skills", "review"][draw.service];
    Appointment {
        patient: Some(format!("p{}", draw.patient)),
        clinicians: vec![format!("c{}", number % 8)],
        status,
        confirmed: Some(draw.booked),
        changed: notice.map(|minutes: i32| draw.start.plus_minutes(-minutes)),
        changed_by: by,
        ..Appointment::booked(&format!("a{number}"), service, modality, draw.start, MINUTES)
    }
}

fn service(id: &str) -> Service {
    Service {
        id: id.into(),
        name: id.into(),
        kind: Kind::Individual,
        minutes: MINUTES,
        discipline: None,
        skill: None,
        modalities: vec![Modality::InPerson, Modality::Video],
        room_features: Vec::new(),
        seats: 0,
        equipment: None,
        before_min: 0,
        after_min: 0,
        documentation_min: 0,
        priority: 3,
        points: 1.0,
        high_acuity: false,
        counts_to_minimum: false,
        needs_authorization: false,
        billing_code: None,
        billing: Billing::None,
        price_cents: 0,
    }
}

fn clinician(id: &str) -> Clinician {
    Clinician {
        id: id.into(),
        name: id.into(),
        discipline: "counselor".into(),
        site: "s1".into(),
        skills: Vec::new(),
        specializations: Vec::new(),
        languages: Vec::new(),
        gender: None,
        hours: "Mon-Fri 07:00-19:00".parse().unwrap(),
        contract_week_min: 2400,
        max_week_min: 3000,
        max_day_min: 720,
        pay_cents_hour: 3000,
        overtime: Overtime::None,
        caseload_cap: None,
        points_week_cap: None,
        starts_at_home: false,
        latitude: None,
        longitude: None,
        telehealth: true,
        supervisor: None,
        preferred_hours: None,
    }
}

fn patient(at: usize, km: f64, rng: &mut Rng) -> Patient {
    let hours = "Mon-Fri 07:00-19:00".parse().unwrap();
    Patient {
        latitude: Some(40.0 + km / KM_PER_DEGREE),
        longitude: Some(-70.0),
        languages: if rng.chance(0.2) { vec!["es".into()] } else { Vec::new() },
        telehealth: true,
        equity_group: rng.chance(0.9).then(|| ["A", "B"][rng.below(2)].into()),
        ..Patient::unknown(&format!("p{at}"), Phase::Outpatient, "s1", hours)
    }
}
