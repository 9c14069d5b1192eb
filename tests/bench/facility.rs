//! A synthetic treatment week, format `clinic-week/1`: sessions, groups and seats, rooms by class, skills, spacing,
//! authorization units. One instance slot is one minute of the problem, on a grid of one.

use std::collections::BTreeMap;

use rosterwell::model::clinic::{Kind, Modality};
use rosterwell::model::problem::{
    Budget, Choice, Clinician, Draw, Duty, Eligible, Interval, Part, Patient, Pool, Room, SeatOrder, Seats, Session,
    Spacing, Travel,
};
use rosterwell::model::{CostTerm, Problem};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::clock::cpu_seconds;
use crate::common;
use crate::run::{Options, Run, solve, write_out};

#[derive(Deserialize)]
struct Instance {
    days: usize,
    slots_per_day: i32,
    room_classes: Vec<RoomClass>,
    clinicians: Vec<Person>,
    patients: Vec<PatientRow>,
    sessions: Vec<SessionRow>,
    spacing: Vec<SpacingRow>,
    enrolments: Vec<Enrolment>,
    weights: BTreeMap<String, i64>,
    reserve_share: f64,
}

#[derive(Deserialize)]
struct RoomClass {
    name: String,
    count: i32,
    open: Vec<Vec<Interval>>,
}

#[derive(Deserialize)]
struct Person {
    skills: Vec<u32>,
    avail: Vec<Vec<Interval>>,
    target: i32,
}

#[derive(Deserialize)]
struct PatientRow {
    avail: Vec<Vec<Interval>>,
    primary: u32,
    pref: String,
    auth_units: i32,
}

#[derive(Deserialize)]
struct SessionRow {
    kind: String,
    dur: i32,
    before: i32,
    after: i32,
    roles: Vec<Role>,
    patients: Vec<u32>,
    rooms: Vec<u16>,
    priority: i64,
    units: i32,
    window: Interval,
    capacity: i32,
}

#[derive(Deserialize)]
struct Role {
    skill: u32,
    eligible: Vec<u32>,
}

#[derive(Deserialize)]
struct SpacingRow {
    sessions: [u32; 2],
    min_days: i32,
}

#[derive(Deserialize)]
struct Enrolment {
    patient: u32,
    count: i32,
    options: Vec<u32>,
    units: i32,
    priority: i64,
}

/// Solves one instance and gives its result line; `None` if the problem was only to be written.
pub fn bench(name: &str, text: &str, options: &Options) -> Result<Option<Value>, String> {
    let instance: Instance = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let problem = problem(&instance);
    let Some(run) = solve(&problem, options)? else {
        return Ok(None);
    };
    let costs = rosterwell::optimizer::evaluate(&problem, &run.plan);
    let placed = run
        .plan
        .placements
        .iter()
        .zip(&instance.sessions)
        .filter(|(p, s)| p.is_some() && s.capacity == 0);
    let sessions = instance.sessions.iter().filter(|session| session.capacity == 0).count();
    let placed = placed.count();
    let seats: usize = run.plan.seats.iter().map(Vec::len).sum();
    let begin = cpu_seconds();
    let bound = common::bound(&problem);
    let bound_seconds = cpu_seconds() - begin;
    write_out(options, &solution(&problem, &run))?;
    Ok(Some(json!({
        "instance": name,
        "cost": costs.total(),
        "level_one": costs.level_one(),
        "placed": placed,
        "unplaced": sessions - placed,
        "seats": seats,
        "seats_wanted": instance.enrolments.iter().map(|enrolment| enrolment.count).sum::<i32>(),
        "bound": bound.total,
        "bound_level_one": bound.level_one,
        "bound_seconds": bound_seconds,
        "gap": (costs.total() - bound.total) as f64 / costs.total().max(1) as f64,
        "steps": run.steps,
        "seconds": run.seconds,
        "steps_per_second": run.speed,
    })))
}

fn problem(instance: &Instance) -> Problem {
    let length = instance.slots_per_day;
    let weight = |name: &str| instance.weights.get(name).copied().unwrap_or(0);
    let clinicians = instance.clinicians.iter().enumerate().map(|(idx, person)| Clinician {
        target_week_min: person.target,
        ..common::clinician(format!("clinician-{idx}"))
    });
    let mut duties = Vec::new();
    for (idx, person) in instance.clinicians.iter().enumerate() {
        for (day, windows) in person.avail.iter().enumerate() {
            let windows = on_day(windows, day, length);
            let (Some(first), Some(last)) = (windows.first(), windows.last()) else {
                continue;
            };
            duties.push(Duty {
                clinician: idx as u32,
                day: day as u16,
                week: 0,
                regular: (first.0, last.1),
                start_place: 0,
                end_place: 0,
                commute_paid: true,
                max_work_min: i32::MAX,
                points_cap: i32::MAX,
                lunch: None,
                preferred: Vec::new(),
                burden: false,
                windows,
            });
        }
    }
    let patients: Vec<Patient> = instance
        .patients
        .iter()
        .enumerate()
        .map(|(idx, row)| Patient {
            id: format!("patient-{idx}"),
            windows: week(&row.avail, length),
        })
        .collect();
    let mut rooms = Vec::new();
    for (class, row) in instance.room_classes.iter().enumerate() {
        rooms.extend((0..row.count).map(|n| Room {
            id: format!("{}-{n}", row.name),
            class: class as u16,
            place: 0,
        }));
    }
    let capacity = |day: usize| -> i32 {
        instance
            .clinicians
            .iter()
            .flat_map(|person| &person.avail[day])
            .map(|window| window.1 - window.0)
            .sum()
    };
    let mut problem = Problem {
        num_days: instance.days,
        grid: 1,
        day_min: length,
        travel: Travel {
            num_places: 1,
            minutes: vec![0],
            distance: Vec::new(),
            estimated: false,
        },
        clinicians: clinicians.collect(),
        duties,
        rooms,
        room_classes: instance
            .room_classes
            .iter()
            .map(|row| Pool {
                name: row.name.clone(),
                count: row.count,
                open: week(&row.open, length),
            })
            .collect(),
        sessions: instance
            .sessions
            .iter()
            .enumerate()
            .map(|(idx, row)| session(instance, &patients, idx, row))
            .collect(),
        patients,
        seat_orders: instance
            .enrolments
            .iter()
            .enumerate()
            .map(|(idx, row)| SeatOrder {
                order: format!("enrolment-{idx}"),
                patient: row.patient,
                count: row.count,
                options: row.options.clone(),
                min_days: 0,
                empty_cents: weight("unenrolled") * row.priority,
                mandated: false,
                counts_to_minimum: false,
                draws: vec![Draw {
                    budget: row.patient,
                    units: row.units,
                }],
                published: Vec::new(),
            })
            .collect(),
        budgets: instance
            .patients
            .iter()
            .enumerate()
            .map(|(idx, row)| Budget {
                id: format!("auth-{idx}"),
                units: row.auth_units,
                per_day: false,
                days: u32::MAX,
            })
            .collect(),
        spacings: instance
            .spacing
            .iter()
            .map(|row| Spacing {
                a: row.sessions[0],
                b: row.sessions[1],
                min_days: row.min_days,
            })
            .collect(),
        ..Problem::default()
    };
    problem.rules.evening_from = i32::MAX;
    problem.rules.day_limits_min = (0..instance.days)
        .map(|day| (f64::from(capacity(day)) * (1.0 - instance.reserve_share)) as i32)
        .collect();
    problem.prices[CostTerm::Preference] = weight("not_preferred_half");
    problem.prices[CostTerm::WorkloadBalance] = weight("over_target_slot");
    problem.prices[CostTerm::Reserve] = weight("reserve_slot");
    problem
}

fn session(instance: &Instance, patients: &[Patient], idx: usize, row: &SessionRow) -> Session {
    let length = instance.slots_per_day;
    let weight = |name: &str| instance.weights.get(name).copied().unwrap_or(0);
    let patient = row.patients.first().copied();
    let mut windows: Vec<Interval> = (0..instance.days as i32)
        .map(|day| (day * length + row.window.0, day * length + row.window.1))
        .collect();
    if let Some(patient) = patient {
        windows = intersect(&windows, &patients[patient as usize].windows);
    }
    let preference = patient.map_or("any", |patient| instance.patients[patient as usize].pref.as_str());
    // The half-day border of the instance format: slot 20 (13:00).
    let half = match preference {
        "am" => Some((0, 20)),
        "pm" => Some((20, length)),
        _ => None,
    };
    let one_primary = matches!(row.kind.as_str(), "individual" | "telehealth");
    let primary = patient
        .filter(|_| one_primary)
        .map(|patient| instance.patients[patient as usize].primary);
    let parts = row.roles.iter().enumerate().map(|(role_idx, role)| Part {
        minutes: row.dur,
        before: row.before,
        after: row.after,
        offset: (0, 0),
        recovery: 0,
        points: 0,
        documentation: 0,
        eligible: role
            .eligible
            .iter()
            .filter(|&&clinician| instance.clinicians[clinician as usize].skills.contains(&role.skill))
            .map(|&clinician| Eligible {
                clinician,
                days: u32::MAX,
                choices: u32::MAX,
                continuity: match primary {
                    Some(primary) if role_idx == 0 && primary != clinician => weight("not_primary"),
                    _ => 0,
                },
                preference: 0,
                specialization: 0,
            })
            .collect(),
    });
    Session {
        key: format!("session-{idx}"),
        kind: if row.capacity > 0 {
            Kind::Group
        } else {
            Kind::Individual
        },
        service: row.kind.clone(),
        order: None,
        patient,
        minutes: row.dur,
        windows,
        preferred: half.map_or_else(Vec::new, |half| {
            (0..instance.days as i32)
                .map(|day| (day * length + half.0, day * length + half.1))
                .collect()
        }),
        due: Vec::new(),
        parts: parts.collect(),
        choices: vec![Choice {
            modality: Modality::InPerson,
            place: 0,
            room_classes: row.rooms.clone(),
            equipment: None,
            second_choice: 0,
            second_room: weight("second_choice_room"),
        }],
        unplaced_cents: if row.capacity > 0 {
            0
        } else {
            weight("unplaced") * row.priority
        },
        mandated: false,
        counts_to_minimum: false,
        acuity: 0,
        draws: row
            .patients
            .iter()
            .map(|&patient| Draw {
                budget: patient,
                units: row.units,
            })
            .collect(),
        seats: (row.capacity > 0).then_some(Seats {
            min: 0,
            target: row.capacity,
            max: row.capacity,
        }),
        published: None,
        locked: false,
        thread: None,
    }
}

fn on_day(windows: &[Interval], day: usize, length: i32) -> Vec<Interval> {
    let offset = day as i32 * length;
    windows
        .iter()
        .map(|window| (window.0 + offset, window.1 + offset))
        .collect()
}

fn week(days: &[Vec<Interval>], length: i32) -> Vec<Interval> {
    days.iter()
        .enumerate()
        .flat_map(|(day, windows)| on_day(windows, day, length))
        .collect()
}

fn intersect(a: &[Interval], b: &[Interval]) -> Vec<Interval> {
    let mut common: Vec<Interval> = a
        .iter()
        .flat_map(|x| b.iter().map(|y| (x.0.max(y.0), x.1.min(y.1))))
        .filter(|window| window.0 < window.1)
        .collect();
    common.sort_unstable();
    common
}

/// The plan in the format of the instance's own checker.
fn solution(problem: &Problem, run: &Run) -> Value {
    let assignments: Vec<Value> = run
        .plan
        .placements
        .iter()
        .enumerate()
        .filter_map(|(idx, placement)| {
            let placement = placement.as_ref()?;
            Some(json!({
                "session": idx,
                "day": placement.start / problem.day_min,
                "start": placement.start % problem.day_min,
                "clinicians": placement.parts.iter().map(|part| part.clinician).collect::<Vec<_>>(),
                "room_class": placement.room.map(|room| problem.rooms[room as usize].class),
            }))
        })
        .collect();
    let enrolments: Vec<Value> = problem
        .seat_orders
        .iter()
        .zip(&run.plan.seats)
        .flat_map(|(order, seats)| {
            seats
                .iter()
                .map(|seat| json!({"patient": order.patient, "session": seat}))
        })
        .collect();
    json!({ "assignments": assignments, "enrolments": enrolments })
}
