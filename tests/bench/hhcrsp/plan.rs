//! A plan in the published format, and what it costs by the published definition, in the instance's own numbers.
//! From the optimizer come who does what, and in which order; when, and at what cost, is worked out here.

use rosterwell::model::Plan;
use serde_json::{Value, json};

use super::format::{Caregiver, Instance, Patient};

/// A service that a caregiver gives.
struct Stop {
    /// Index of the patient, and of the service among the patient's.
    patient: usize,
    service: usize,
    start: f64,
}

/// Minutes.
pub(super) struct Costs {
    pub travel: f64,
    pub tardiness: f64,
    pub highest: f64,
}

impl Costs {
    /// The objective.
    pub(super) fn total(&self) -> f64 {
        (self.travel + self.tardiness + self.highest) / 3.0
    }
}

/// Everybody's day, in order, every service as early as can be.
pub(super) struct Routes<'a> {
    instance: &'a Instance,
    stops: Vec<Vec<Stop>>,
}

impl<'a> Routes<'a> {
    /// Takes the order of the stops from a plan for the patients of the instance.
    ///
    /// # Errors
    /// The routes wait for each other in a circle: no times fit them.
    pub(super) fn new(instance: &'a Instance, plan: &Plan) -> Result<Self, String> {
        let mut stops: Vec<Vec<(i32, Stop)>> = instance.caregivers.iter().map(|_| Vec::new()).collect();
        for (patient, placement) in plan.placements.iter().enumerate() {
            let parts = placement.iter().flat_map(|placement| &placement.parts);
            for (service, part) in parts.enumerate() {
                let start = instance.patients[patient].opens;
                let stop = Stop {
                    patient,
                    service,
                    start,
                };
                stops[part.clinician as usize].push((part.start, stop));
            }
        }
        let ordered = stops.into_iter().map(|mut stops| {
            stops.sort_by_key(|(planned, stop)| (*planned, stop.patient));
            stops.into_iter().map(|(_, stop)| stop).collect()
        });
        let mut routes = Self {
            instance,
            stops: ordered.collect(),
        };
        routes.start_early()?;
        Ok(routes)
    }

    /// Moves starts that are too early until none is: the least starts that meet windows, ways and gaps. They settle
    /// within as many rounds as there are services, or never.
    fn start_early(&mut self) -> Result<(), String> {
        let services: usize = self.stops.iter().map(Vec::len).sum();
        for _ in 0..=services {
            let moved = self.follow_ways();
            if !self.keep_gaps() && !moved {
                return Ok(());
            }
        }
        Err("the caregivers wait for each other in a circle".into())
    }

    /// Nobody starts before arriving; true if that moved something.
    fn follow_ways(&mut self) -> bool {
        let instance = self.instance;
        let mut moved = false;
        for (caregiver, stops) in instance.caregivers.iter().zip(&mut self.stops) {
            let (mut free, mut here) = (0.0, caregiver.ends.0);
            for stop in stops {
                let patient = &instance.patients[stop.patient];
                moved |= raise(&mut stop.start, free + instance.travel[here][patient.place]);
                (free, here) = (end(instance, stop), patient.place);
            }
        }
        moved
    }

    /// Two services of a patient keep their gap, by starting later; true if that moved something.
    fn keep_gaps(&mut self) -> bool {
        let mut starts: Vec<[f64; 2]> = vec![[f64::NEG_INFINITY; 2]; self.instance.patients.len()];
        for stop in self.stops.iter().flatten() {
            starts[stop.patient][stop.service] = stop.start;
        }
        let mut moved = false;
        for stop in self.stops.iter_mut().flatten() {
            let (least, most) = self.instance.patients[stop.patient].gap;
            let [first, second] = starts[stop.patient];
            let earliest = if stop.service == 0 {
                second - most
            } else {
                first + least
            };
            moved |= raise(&mut stop.start, earliest);
        }
        moved
    }

    /// Travel and tardiness.
    pub(super) fn costs(&self) -> Costs {
        let instance = self.instance;
        let days = instance.caregivers.iter().zip(&self.stops);
        let late = || self.stops.iter().flatten().map(|stop| lateness(instance, stop));
        Costs {
            travel: days.map(|(caregiver, stops)| travel(instance, caregiver, stops)).sum(),
            tardiness: late().sum(),
            highest: late().fold(0.0, f64::max),
        }
    }

    /// The file that others can judge.
    pub(super) fn document(&self) -> Value {
        let caregivers = self.instance.caregivers.iter();
        let routes = caregivers.zip(&self.stops).map(|(caregiver, stops)| {
            let locations: Vec<Value> = stops.iter().map(|stop| self.location(stop)).collect();
            json!({"caregiver_id": caregiver.id, "locations": locations})
        });
        json!({ "routes": routes.collect::<Vec<_>>() })
    }

    fn location(&self, stop: &Stop) -> Value {
        let patient = &self.instance.patients[stop.patient];
        json!({
            "patient": patient.id,
            "service": patient.services[stop.service].name,
            "arrival_time": stop.start,
            "departure_time": end(self.instance, stop),
        })
    }
}

/// Raises a start that lies before another time by more than sums of real numbers are wrong.
fn raise(start: &mut f64, earliest: f64) -> bool {
    let moves = earliest > *start + 1e-9;
    if moves {
        *start = earliest;
    }
    moves
}

fn end(instance: &Instance, stop: &Stop) -> f64 {
    stop.start + instance.patients[stop.patient].services[stop.service].minutes
}

fn lateness(instance: &Instance, stop: &Stop) -> f64 {
    let Patient { due, .. } = instance.patients[stop.patient];
    (stop.start - due).max(0.0)
}

/// From the start of the day through all stops and back; nothing for a day without stops.
fn travel(instance: &Instance, caregiver: &Caregiver, stops: &[Stop]) -> f64 {
    let (mut sum, mut here) = (0.0, caregiver.ends.0);
    for stop in stops {
        let place = instance.patients[stop.patient].place;
        sum += instance.travel[here][place];
        here = place;
    }
    if stops.is_empty() {
        return 0.0;
    }
    sum + instance.travel[here][caregiver.ends.1]
}
