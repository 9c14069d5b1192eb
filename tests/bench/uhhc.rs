//! Universal Home Health Care: two windows, skills, pairs of services, optional patients, preferred carers, lunch,
//! idle and extra time. A caregiver is a clinician with one duty, a patient one session with a part per service.

mod plan;

use std::collections::BTreeMap;

use rosterwell::model::problem::{Duty, Eligible, Interval, Lunch, Part, Session};
use rosterwell::model::{CostTerm, Problem};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::common;
use crate::run::{Options, solve, write_out};

/// Nobody works later than this, minutes: a day and an hour, as long as the engine's day on a grid of one can be.
const LAST_MINUTE: i32 = 1_500;
/// Cost of leaving a mandatory patient out: more than any detour.
const MANDATORY: i64 = 1_000_000;

#[derive(Deserialize)]
struct Instance {
    metadata: Metadata,
    distances: Vec<Vec<f64>>,
    terminal_points: Vec<Terminal>,
    caregivers: Vec<Caregiver>,
    patients: Vec<PatientRow>,
    services: Vec<Service>,
    lunch_breaks: Option<LunchRow>,
}

#[derive(Deserialize)]
struct Metadata {
    time_window_met: Option<String>,
    cost_components: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
struct Terminal {
    id: String,
    distance_matrix_index: u16,
}

#[derive(Deserialize)]
struct Caregiver {
    id: String,
    abilities: Vec<String>,
    departing_point: String,
    arrival_point: Option<String>,
    working_shift: Option<Span>,
    #[serde(default)]
    lunch_break: bool,
}

#[derive(Deserialize, Clone, Copy)]
struct Span {
    start: i32,
    end: i32,
}

#[derive(Deserialize)]
struct LunchRow {
    start: i32,
    end: i32,
    min_duration: i32,
}

#[derive(Deserialize)]
struct PatientRow {
    id: String,
    required_services: Vec<Required>,
    distance_matrix_index: u16,
    time_windows: Vec<Span>,
    synchronization: Option<Synchronization>,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    preferred_caregivers: Option<Vec<String>>,
    #[serde(default)]
    incompatible_caregivers: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Required {
    service: String,
    duration: Option<i32>,
}

#[derive(Deserialize)]
struct Synchronization {
    r#type: String,
    distance: Option<Value>,
}

#[derive(Deserialize)]
struct Service {
    id: String,
    default_duration: Option<i32>,
}

/// Solves one instance and gives its result line; `None` if the problem was only to be written.
pub fn bench(name: &str, text: &str, options: &Options) -> Result<Option<Value>, String> {
    let instance: Instance = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let problem = problem(&instance);
    let Some(run) = solve(&problem, options)? else {
        return Ok(None);
    };
    let routes = plan::Routes::new(&instance, &problem, &run.plan);
    let components = routes.costs();
    let left_out = problem.sessions.iter().zip(&run.plan.placements);
    let left_out = left_out.filter(|(session, placement)| session.mandated && placement.is_none());
    write_out(options, &routes.document())?;
    Ok(Some(json!({
        "instance": name,
        "cost": components.values().sum::<i64>(),
        "components": components,
        "bound": common::bound(&problem).total,
        "engine_cost": rosterwell::optimizer::evaluate(&problem, &run.plan).total(),
        "unplaced": left_out.count(),
        "steps": run.steps,
        "seconds": run.seconds,
        "steps_per_second": run.speed,
    })))
}

impl Instance {
    /// True if the end of a service decides whether it is late, false if its start does.
    fn at_end(&self) -> bool {
        self.metadata.time_window_met.as_deref() == Some("at_service_end")
    }

    fn shift(&self, caregiver: &Caregiver) -> Interval {
        caregiver
            .working_shift
            .map_or((0, LAST_MINUTE), |shift| (shift.start, shift.end))
    }

    /// Where a caregiver's day starts and ends.
    fn ends(&self, caregiver: &Caregiver) -> (u16, u16) {
        let place = |id: &String| {
            let point = self.terminal_points.iter().find(|point| point.id == *id);
            point.map_or(0, |point| point.distance_matrix_index)
        };
        let from = &caregiver.departing_point;
        (place(from), place(caregiver.arrival_point.as_ref().unwrap_or(from)))
    }
}

/// Cost components of the format that the engine knows, with their terms.
const COMPONENTS: [(&str, CostTerm); 9] = [
    ("travel_time", CostTerm::Travel),
    ("total_tardiness", CostTerm::Lateness),
    ("highest_tardiness", CostTerm::WorstLateness),
    ("total_waiting_time", CostTerm::Waiting),
    ("max_waiting_time", CostTerm::WorstWaiting),
    ("total_extra_time", CostTerm::ExtraTime),
    ("max_idle_time", CostTerm::WorstIdle),
    ("missed_lunch_break", CostTerm::MissedLunch),
    ("caregiver_preferences", CostTerm::Continuity),
];

fn weight(instance: &Instance, name: &str) -> i64 {
    instance
        .metadata
        .cost_components
        .get(name)
        .and_then(Value::as_i64)
        .unwrap_or(0)
}

fn problem(instance: &Instance) -> Problem {
    let num_places = instance.distances.len();
    let clinicians = instance
        .caregivers
        .iter()
        .map(|caregiver| common::clinician(caregiver.id.clone()));
    let duties = instance.caregivers.iter().enumerate().map(|(idx, caregiver)| {
        let shift = instance.shift(caregiver);
        let (start_place, end_place) = instance.ends(caregiver);
        let lunch = instance
            .lunch_breaks
            .as_ref()
            .filter(|_| caregiver.lunch_break)
            .map(|lunch| Lunch {
                // Nobody has lunch before work.
                from: lunch.start.max(shift.0),
                to: if instance.at_end() {
                    lunch.end
                } else {
                    lunch.end + lunch.min_duration
                },
                minutes: lunch.min_duration,
                counts_unused: true,
            });
        Duty {
            clinician: idx as u32,
            day: 0,
            week: 0,
            windows: vec![(shift.0, LAST_MINUTE)],
            regular: shift,
            start_place,
            end_place,
            commute_paid: true,
            max_work_min: i32::MAX,
            points_cap: i32::MAX,
            lunch,
            preferred: Vec::new(),
            burden: false,
        }
    });
    let mut problem = Problem {
        clinicians: clinicians.collect(),
        duties: duties.collect(),
        sessions: instance
            .patients
            .iter()
            .flat_map(|patient| sessions(instance, patient))
            .collect(),
        ..common::one_day(
            LAST_MINUTE,
            num_places,
            instance
                .distances
                .iter()
                .flatten()
                .map(|&minutes| minutes as i32)
                .collect(),
        )
    };
    problem.rules.late_at_end = instance.at_end();
    for (name, term) in COMPONENTS {
        problem.prices[term] = weight(instance, name);
    }
    problem
}

/// A session for a patient, or one for each of two independent services that must both be given.
fn sessions(instance: &Instance, patient: &PatientRow) -> Vec<Session> {
    let kind = patient
        .synchronization
        .as_ref()
        .map_or("independent", |sync| sync.r#type.as_str());
    let offset = match kind {
        "simultaneous" => (0, 0),
        "sequential" => gap(patient.synchronization.as_ref().and_then(|sync| sync.distance.as_ref())),
        _ => (0, LAST_MINUTE / 2),
    };
    let unplaced = if patient.optional {
        weight(instance, "optional_patients")
    } else {
        MANDATORY
    };
    if kind == "independent" && !patient.optional {
        return patient
            .required_services
            .iter()
            .map(|service| session(instance, patient, &[(service, (0, 0))], unplaced))
            .collect();
    }
    let parts: Vec<(&Required, Interval)> = patient
        .required_services
        .iter()
        .enumerate()
        .map(|(idx, service)| (service, if idx == 0 { (0, 0) } else { offset }))
        .collect();
    vec![session(instance, patient, &parts, unplaced)]
}

fn gap(distance: Option<&Value>) -> Interval {
    let int = |value: &Value| value.as_i64().unwrap_or(0) as i32;
    match distance {
        Some(Value::Object(map)) => (map.get("min").map_or(0, int), map.get("max").map_or(0, int)),
        Some(Value::Array(pair)) if pair.len() == 2 => (int(&pair[0]), int(&pair[1])),
        Some(value) => (int(value), int(value)),
        None => (0, 0),
    }
}

fn session(instance: &Instance, patient: &PatientRow, parts: &[(&Required, Interval)], unplaced: i64) -> Session {
    let minutes = |service: &Required| {
        let default = instance.services.iter().find(|entry| entry.id == service.service);
        service
            .duration
            .or(default.and_then(|entry| entry.default_duration))
            .unwrap_or(0)
    };
    let key = parts
        .iter()
        .fold(patient.id.clone(), |key, (part, _)| key + "/" + &part.service);
    let parts: Vec<Part> = parts
        .iter()
        .map(|&(service, offset)| common::part(minutes(service), offset, eligible(instance, patient, &service.service)))
        .collect();
    Session {
        service: patient.id.clone(),
        due: patient
            .time_windows
            .iter()
            .map(|window| (window.start, window.end))
            .collect(),
        unplaced_cents: unplaced,
        mandated: !patient.optional,
        ..common::visit(
            key,
            patient.distance_matrix_index,
            (patient.time_windows[0].start, LAST_MINUTE),
            parts,
        )
    }
}

fn eligible(instance: &Instance, patient: &PatientRow, service: &str) -> Vec<Eligible> {
    let preferred = patient.preferred_caregivers.as_deref().unwrap_or_default();
    let barred = patient.incompatible_caregivers.as_deref().unwrap_or_default();
    instance
        .caregivers
        .iter()
        .enumerate()
        .filter(|(_, caregiver)| caregiver.abilities.iter().any(|ability| ability == service))
        .filter(|(_, caregiver)| !barred.contains(&caregiver.id))
        .map(|(idx, caregiver)| {
            let liked = preferred.is_empty() || preferred.contains(&caregiver.id);
            Eligible {
                clinician: idx as u32,
                days: u32::MAX,
                choices: u32::MAX,
                continuity: if liked {
                    0
                } else {
                    weight(instance, "caregiver_preferences")
                },
                preference: 0,
                specialization: 0,
            }
        })
        .collect()
}
