//! Home health care routing and scheduling (Mankowska, Meisel and Bierwirth, Health Care Management Science 17, 2014):
//! skills, pairs of services at once or in order, windows that are hard where they open and soft where they close. The
//! cost is a third of all travel, all tardiness and the highest tardiness together. A caregiver is a clinician with one
//! duty, a patient one session with a part per service.
//!
//! Times are real numbers here and whole ones in the optimizer, which is told them in hundredths of a minute (in whole
//! minutes if the instance has no others). Everything is rounded so that it takes longer: a way by less than 0.01
//! minutes, which over the ways of a hundred visits adds less than 1 to the weighted sum, about 0.3 to the cost. That
//! can only mislead the search between plans that are as close: what is reported is the cost of the plan in the
//! instance's own numbers, with every service as early as the order of the routes allows. Since the optimizer's
//! starts are possible with longer ways, they are with the real ones, and none of them gets later.

mod format;
mod plan;

use rosterwell::model::problem::{Duty, Eligible, Part, Session};
use rosterwell::model::{CostTerm, Problem};
use serde_json::{Value, json};

use crate::common;
use crate::run::{Options, solve, write_out};
use format::{Instance, Patient, Service};

/// Cost of leaving a patient out, minutes: more than any detour.
const UNPLACED_MIN: i64 = 100_000;
/// Parts of a minute, when whole minutes do not do.
const FINE: f64 = 100.0;
/// Differences below this come from how numbers are written, minutes.
const NOISE: f64 = 1e-6;

/// Solves one instance and gives its result line; `None` if the problem was only to be written.
pub fn bench(name: &str, text: &str, options: &Options) -> Result<Option<Value>, String> {
    let instance = format::read(text)?;
    let scale = Scale::of(&instance);
    let problem = problem(&instance, scale);
    let Some(run) = solve(&problem, options)? else {
        return Ok(None);
    };
    let routes = plan::Routes::new(&instance, &run.plan)?;
    let costs = routes.costs();
    let seen_by_engine = rosterwell::optimizer::evaluate(&problem, &run.plan).total();
    write_out(options, &routes.document())?;
    Ok(Some(json!({
        "instance": name,
        "cost": thousandths(costs.total()),
        "components": {
            "travel_time": thousandths(costs.travel),
            "total_tardiness": thousandths(costs.tardiness),
            "highest_tardiness": thousandths(costs.highest),
        },
        "engine_cost": thousandths(seen_by_engine as f64 / scale.0 / 3.0),
        "unplaced": run.plan.placements.iter().filter(|placement| placement.is_none()).count(),
        "steps": run.steps,
        "seconds": run.seconds,
        "steps_per_second": run.speed,
    })))
}

/// As results are published.
fn thousandths(number: f64) -> f64 {
    (number * 1e3).round() / 1e3
}

/// The optimizer's minutes in a minute.
#[derive(Clone, Copy)]
struct Scale(f64);

impl Scale {
    fn of(instance: &Instance) -> Self {
        let patients = instance.patients.iter();
        let times = patients.flat_map(|patient| {
            let durations = patient.services.iter().map(|service| service.minutes);
            [patient.opens, patient.due, patient.gap.0, patient.gap.1]
                .into_iter()
                .chain(durations)
        });
        let mut all = times.chain(instance.travel.iter().flatten().copied());
        let whole = all.all(|time| (time - time.round()).abs() < NOISE);
        Self(if whole { 1.0 } else { FINE })
    }

    /// Not before this time, or not shorter.
    fn up(self, minutes: f64) -> i32 {
        ((minutes - NOISE) * self.0).ceil() as i32
    }

    /// Not after this time, or not longer.
    fn down(self, minutes: f64) -> i32 {
        ((minutes + NOISE) * self.0).floor() as i32
    }
}

fn problem(instance: &Instance, scale: Scale) -> Problem {
    let day = scale.up(last_minute(instance));
    let clinicians = instance
        .caregivers
        .iter()
        .map(|caregiver| common::clinician(caregiver.id.clone()));
    let duties = instance.caregivers.iter().enumerate().map(|(idx, caregiver)| Duty {
        clinician: idx as u32,
        day: 0,
        week: 0,
        windows: vec![(0, day)],
        regular: (0, day),
        start_place: caregiver.ends.0 as u16,
        end_place: caregiver.ends.1 as u16,
        commute_paid: true,
        max_work_min: i32::MAX,
        points_cap: i32::MAX,
        lunch: None,
        preferred: Vec::new(),
        burden: false,
    });
    let minutes = instance.travel.iter().flatten().map(|&way| scale.up(way));
    let sessions = instance
        .patients
        .iter()
        .map(|patient| session(instance, patient, day, scale));
    let mut problem = Problem {
        clinicians: clinicians.collect(),
        duties: duties.collect(),
        sessions: sessions.collect(),
        ..common::one_day(day, instance.travel.len(), minutes.collect())
    };
    for term in [CostTerm::Travel, CostTerm::Lateness, CostTerm::WorstLateness] {
        problem.prices[term] = 1;
    }
    problem
}

/// Nobody works later than this: twice as long as until the last window closes, and a way there and back. Later starts
/// would be so late that no plan worth looking at has them.
fn last_minute(instance: &Instance) -> f64 {
    let longest = |numbers: &mut dyn Iterator<Item = f64>| numbers.fold(0.0, f64::max);
    let patients = &instance.patients;
    let due = longest(&mut patients.iter().map(|patient| patient.due));
    let way = longest(&mut instance.travel.iter().flatten().copied());
    let services = patients.iter().flat_map(|patient| &patient.services);
    let service = longest(&mut services.map(|service| service.minutes));
    let gap = longest(&mut patients.iter().map(|patient| patient.gap.1));
    2.0 * (due + way) + gap + service
}

fn session(instance: &Instance, patient: &Patient, day: i32, scale: Scale) -> Session {
    let gap = (scale.up(patient.gap.0), scale.down(patient.gap.1));
    let parts = patient.services.iter().enumerate().map(|(idx, service)| {
        common::part(
            scale.up(service.minutes),
            if idx == 0 { (0, 0) } else { gap },
            eligible(instance, service),
        )
    });
    let parts: Vec<Part> = parts.collect();
    let opens = scale.up(patient.opens);
    Session {
        due: vec![(opens, scale.down(patient.due))],
        unplaced_cents: UNPLACED_MIN * scale.0 as i64,
        ..common::visit(patient.id.clone(), patient.place as u16, (opens, day), parts)
    }
}

fn eligible(instance: &Instance, service: &Service) -> Vec<Eligible> {
    let caregivers = instance.caregivers.iter().enumerate();
    let able = caregivers.filter(|(_, caregiver)| caregiver.skills.contains(&service.name));
    able.map(|(idx, _)| Eligible {
        clinician: idx as u32,
        days: 1,
        choices: u32::MAX,
        continuity: 0,
        preference: 0,
        specialization: 0,
    })
    .collect()
}

#[cfg(test)]
mod tests;
