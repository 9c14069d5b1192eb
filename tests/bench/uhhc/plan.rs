//! A plan in the published format, and what it costs by the published definition. Nothing here asks the engine: the
//! figures that are reported are those that others would compute from the file.

use std::collections::{BTreeMap, BTreeSet};

use rosterwell::model::{Plan, Problem};
use serde_json::{Value, json};

use super::{Caregiver, Instance, PatientRow, weight};

/// A stop of a caregiver: a service at a patient's, or the lunch break.
#[derive(Clone)]
struct Stop<'a> {
    from: i32,
    to: i32,
    /// Absent at the depot.
    patient: Option<&'a PatientRow>,
    /// Absent for the lunch break.
    service: Option<&'a str>,
}

/// What a caregiver's day amounts to, minutes.
#[derive(Default)]
struct Day {
    travel: i64,
    waiting: i64,
    longest_wait: i64,
    idle: i64,
    extra: i64,
    missed_lunch: bool,
}

/// The stops of every caregiver in order of time, lunch breaks included.
pub(super) struct Routes<'a> {
    instance: &'a Instance,
    stops: Vec<Vec<Stop<'a>>>,
}

impl<'a> Routes<'a> {
    pub(super) fn new(instance: &'a Instance, problem: &'a Problem, plan: &Plan) -> Self {
        let mut stops: Vec<Vec<Stop<'a>>> = instance.caregivers.iter().map(|_| Vec::new()).collect();
        for (session, placement) in problem.sessions.iter().zip(&plan.placements) {
            let Some(placement) = placement else { continue };
            let patient = instance.patients.iter().find(|patient| patient.id == session.service);
            let services = session.key.split('/').skip(1);
            for ((own, placed), service) in session.parts.iter().zip(&placement.parts).zip(services) {
                stops[placed.clinician as usize].push(Stop {
                    from: placed.start,
                    to: placed.start + own.minutes,
                    patient,
                    service: Some(service),
                });
            }
        }
        let stops = instance.caregivers.iter().zip(stops).map(|(caregiver, mut stops)| {
            stops.sort_by_key(|stop| (stop.from, stop.to));
            with_lunch(instance, caregiver, stops)
        });
        Self {
            instance,
            stops: stops.collect(),
        }
    }

    /// Weighted cost by component, those that are zero left out.
    pub(super) fn costs(&self) -> BTreeMap<&'static str, i64> {
        let instance = self.instance;
        let days: Vec<Day> = instance
            .caregivers
            .iter()
            .zip(&self.stops)
            .map(|(caregiver, stops)| walk(instance, caregiver, stops))
            .collect();
        let sum = |of: fn(&Day) -> i64| days.iter().map(of).sum::<i64>();
        let most = |of: fn(&Day) -> i64| days.iter().map(of).max().unwrap_or(0);
        let late: Vec<i64> = self.services().map(|(_, stop)| lateness(instance, stop)).collect();
        let seen: BTreeSet<&str> = self.services().map(|(_, stop)| id_of(stop)).collect();
        let amounts = [
            ("travel_time", sum(|day| day.travel)),
            ("total_tardiness", late.iter().sum()),
            ("highest_tardiness", late.iter().copied().max().unwrap_or(0)),
            ("total_waiting_time", sum(|day| day.waiting)),
            ("max_waiting_time", most(|day| day.longest_wait)),
            ("total_extra_time", sum(|day| day.extra)),
            ("max_idle_time", most(|day| day.idle)),
            ("missed_lunch_break", sum(|day| i64::from(day.missed_lunch))),
            (
                "caregiver_preferences",
                self.services().filter(|pair| !is_liked(pair)).count() as i64,
            ),
            ("optional_patients", (instance.patients.len() - seen.len()) as i64),
        ];
        amounts
            .into_iter()
            .map(|(name, amount)| (name, amount * weight(instance, name)))
            .filter(|(_, cost)| *cost != 0)
            .collect()
    }

    /// The file that others can judge.
    pub(super) fn document(&self) -> Value {
        let routes: Vec<Value> = self
            .instance
            .caregivers
            .iter()
            .zip(&self.stops)
            .filter(|(_, stops)| !stops.is_empty())
            .map(|(caregiver, stops)| {
                let locations: Vec<Value> = stops.iter().map(location).collect();
                json!({"caregiver_id": caregiver.id, "locations": locations})
            })
            .collect();
        json!({ "routes": routes })
    }

    fn services(&self) -> impl Iterator<Item = (&Caregiver, &Stop<'a>)> {
        let days = self.instance.caregivers.iter().zip(&self.stops);
        days.flat_map(|(caregiver, stops)| stops.iter().map(move |stop| (caregiver, stop)))
            .filter(|(_, stop)| stop.service.is_some())
    }
}

fn id_of<'a>(stop: &Stop<'a>) -> &'a str {
    stop.patient.map_or("depot", |patient| patient.id.as_str())
}

fn location(stop: &Stop<'_>) -> Value {
    match stop.service {
        Some(service) => {
            json!({"arrival_time": stop.from, "departure_time": stop.to, "patient": id_of(stop), "service": service})
        }
        None => {
            json!({"start_time": stop.from, "end_time": stop.to, "patient": id_of(stop), "service": "lunch_break"})
        }
    }
}

fn is_liked((caregiver, stop): &(&Caregiver, &Stop<'_>)) -> bool {
    let liked = stop.patient.and_then(|patient| patient.preferred_caregivers.as_deref());
    liked.is_none_or(|liked| liked.is_empty() || liked.contains(&caregiver.id))
}

/// Minutes after the end of the window that opened last before the service.
fn lateness(instance: &Instance, stop: &Stop<'_>) -> i64 {
    let windows = stop.patient.map_or(&[][..], |patient| &patient.time_windows);
    let opened = windows.iter().rev().find(|window| window.start <= stop.from);
    let moment = if instance.at_end() { stop.to } else { stop.from };
    let due = opened.or(windows.first()).map_or(moment, |window| window.end);
    i64::from((moment - due).max(0))
}

/// Follows a caregiver from the depot through all stops and back, leaving as late as the first stop allows.
fn walk(instance: &Instance, caregiver: &Caregiver, stops: &[Stop<'_>]) -> Day {
    let shift = instance.shift(caregiver);
    let mut day = Day {
        missed_lunch: caregiver.lunch_break && stops.iter().all(|stop| stop.service.is_some()),
        ..Day::default()
    };
    let (start, home) = instance.ends(caregiver);
    let place = |stop: &Stop<'_>| stop.patient.map_or(start, |patient| patient.distance_matrix_index);
    let way = |from: u16, to: u16| instance.distances[from as usize][to as usize] as i32;
    let Some(first) = stops.first() else {
        day.idle = i64::from(shift.1 - shift.0);
        return day;
    };
    let (mut now, mut here) = (first.from - way(start, place(first)), start);
    day.idle = i64::from(now - shift.0);
    for (idx, stop) in stops.iter().enumerate() {
        let travel = way(here, place(stop));
        let wait = i64::from(stop.from - (now + travel));
        day.travel += i64::from(travel);
        day.idle += wait;
        // Whoever has lunch before leaving leaves afterwards as late as possible too.
        if idx != 1 || stops[0].service.is_some() {
            day.waiting += wait;
            day.longest_wait = day.longest_wait.max(wait);
        }
        (now, here) = (stop.to, place(stop));
    }
    let travel = way(here, home);
    day.travel += i64::from(travel);
    day.extra = i64::from((now + travel - shift.1).max(0));
    day.idle += i64::from((shift.1 - (now + travel)).max(0));
    day
}

/// The stops with a lunch break of the least length where it costs least, or without one if it fits nowhere.
fn with_lunch<'a>(instance: &Instance, caregiver: &Caregiver, stops: Vec<Stop<'a>>) -> Vec<Stop<'a>> {
    if stops.is_empty() || !caregiver.lunch_break {
        return stops;
    }
    let price = |stops: &Vec<Stop<'a>>| {
        let day = walk(instance, caregiver, stops);
        let cost = day.waiting * weight(instance, "total_waiting_time")
            + day.extra * weight(instance, "total_extra_time")
            + i64::from(day.missed_lunch) * weight(instance, "missed_lunch_break");
        (cost, day.idle)
    };
    let mut ways = vec![stops.clone()];
    for position in 0..=stops.len() {
        let (before, after) = (position.checked_sub(1).map(|idx| &stops[idx]), stops.get(position));
        let neighbours = [before, after].map(|stop| stop.and_then(|stop| stop.patient));
        for at in neighbours {
            ways.extend(lunch_at(instance, caregiver, before, after, at).map(|lunch| {
                let mut with = stops.clone();
                with.insert(position, lunch);
                with
            }));
        }
    }
    ways.into_iter().min_by_key(price).unwrap_or(stops)
}

/// The earliest lunch break at a place (none: the depot) between two stops, if it fits.
fn lunch_at<'a>(
    instance: &Instance,
    caregiver: &Caregiver,
    before: Option<&Stop<'a>>,
    after: Option<&Stop<'a>>,
    at: Option<&'a PatientRow>,
) -> Option<Stop<'a>> {
    let rule = instance.lunch_breaks.as_ref()?;
    let (depot, _) = instance.ends(caregiver);
    let place = |patient: Option<&PatientRow>| patient.map_or(depot, |patient| patient.distance_matrix_index);
    let way = |from: u16, to: u16| instance.distances[from as usize][to as usize] as i32;
    let shift = instance.shift(caregiver);
    let latest = if instance.at_end() {
        rule.end - rule.min_duration
    } else {
        rule.end
    };
    // Before the first stop lunch is at the depot, as late as the way to it allows.
    let from = match before {
        Some(stop) => (stop.to + way(place(stop.patient), place(at))).max(rule.start),
        None => {
            let first = after?;
            (first.from - way(depot, place(first.patient)) - rule.min_duration).min(latest)
        }
    };
    let at = before.and(at);
    let to = from + rule.min_duration;
    let in_time = from >= rule.start && from <= latest && (before.is_some() || from >= shift.0);
    let fits = in_time && after.is_none_or(|stop| to + way(place(at), place(stop.patient)) <= stop.from);
    fits.then_some(Stop {
        from,
        to,
        patient: at,
        service: None,
    })
}
