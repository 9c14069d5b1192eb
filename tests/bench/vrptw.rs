//! Vehicle routing with time windows, Solomon text format. Distances are Euclidean, truncated to one decimal; the
//! objective is the total distance. A vehicle is a clinician-day, a customer a home visit, demand its points.

use rosterwell::model::problem::{Duty, Eligible, Part, Session};
use rosterwell::model::{CostTerm, Problem};
use serde_json::{Value, json};

use crate::common;
use crate::run::{Options, Run, solve, write_out};

struct Instance {
    vehicles: usize,
    capacity: i32,
    /// x, y, demand, ready, due, service; the depot first.
    rows: Vec<[f64; 6]>,
}

/// Solves one instance and gives its result line; `None` if the problem was only to be written.
pub fn bench(name: &str, text: &str, options: &Options) -> Result<Option<Value>, String> {
    let instance = read(text)?;
    let problem = problem(&instance);
    let Some(run) = solve(&problem, options)? else {
        return Ok(None);
    };
    let routes = routes(&problem, &run);
    let distance = distance(&problem, &routes);
    let line = json!({
        "instance": name,
        "distance": f64::from(distance) / 10.0,
        "vehicles": routes.len(),
        "unplaced": run.plan.placements.iter().filter(|placement| placement.is_none()).count(),
        "bound": common::bound(&problem).total as f64 / 10.0,
        "routes": routes,
        "steps": run.steps,
        "seconds": run.seconds,
        "steps_per_second": run.speed,
    });
    write_out(options, &line)?;
    Ok(Some(line))
}

fn read(text: &str) -> Result<Instance, String> {
    let (mut fleet, mut rows) = (None, Vec::new());
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let numbers: Vec<f64> = words.iter().filter_map(|word| word.parse().ok()).collect();
        if numbers.len() != words.len() {
            continue;
        }
        match numbers[..] {
            [vehicles, capacity] if fleet.is_none() => fleet = Some((vehicles as usize, capacity as i32)),
            [_, x, y, demand, ready, due, service] => rows.push([x, y, demand, ready, due, service]),
            _ => {}
        }
    }
    let (vehicles, capacity) = fleet.ok_or("no line with vehicles and capacity")?;
    if rows.len() < 2 {
        return Err("no customers".into());
    }
    Ok(Instance {
        vehicles,
        capacity,
        rows,
    })
}

fn problem(instance: &Instance) -> Problem {
    let rows = &instance.rows;
    let num_places = rows.len();
    let tenths = |value: f64| (value * 10.0) as i32;
    let mut minutes = Vec::with_capacity(num_places * num_places);
    for a in rows {
        for b in rows {
            minutes.push((10.0 * ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2)).sqrt() + 1e-9) as i32);
        }
    }
    let horizon = (tenths(rows[0][3]), tenths(rows[0][4]));
    let clinicians = (0..instance.vehicles).map(|idx| common::clinician(format!("vehicle-{idx}")));
    let duties = (0..instance.vehicles).map(|idx| Duty {
        clinician: idx as u32,
        day: 0,
        week: 0,
        windows: vec![horizon],
        regular: horizon,
        start_place: 0,
        end_place: 0,
        commute_paid: true,
        max_work_min: i32::MAX,
        points_cap: instance.capacity,
        lunch: None,
        preferred: Vec::new(),
        burden: false,
    });
    let eligible: Vec<Eligible> = (0..instance.vehicles)
        .map(|idx| Eligible {
            clinician: idx as u32,
            days: 1,
            choices: u32::MAX,
            continuity: 0,
            preference: 0,
            specialization: 0,
        })
        .collect();
    let sessions = rows.iter().enumerate().skip(1).map(|(idx, row)| Session {
        // Every customer must be served: no detour costs as much.
        unplaced_cents: 1_000_000,
        ..common::visit(
            format!("customer-{idx}"),
            idx as u16,
            (tenths(row[3]), tenths(row[4]) + tenths(row[5])),
            vec![Part {
                points: row[2] as i32,
                ..common::part(tenths(row[5]), (0, 0), eligible.clone())
            }],
        )
    });
    let mut problem = Problem {
        clinicians: clinicians.collect(),
        duties: duties.collect(),
        sessions: sessions.collect(),
        ..common::one_day(horizon.1 + 1, num_places, minutes)
    };
    problem.prices[CostTerm::Travel] = 1;
    problem
}

/// Customers of each used vehicle, in order.
fn routes(problem: &Problem, run: &Run) -> Vec<Vec<usize>> {
    let mut routes: Vec<Vec<(i32, usize)>> = vec![Vec::new(); problem.clinicians.len()];
    for (idx, placement) in run.plan.placements.iter().enumerate() {
        if let Some(placement) = placement {
            routes[placement.parts[0].clinician as usize].push((placement.start, idx + 1));
        }
    }
    routes
        .into_iter()
        .filter(|route| !route.is_empty())
        .map(|mut route| {
            // Customers without service time can share a start: then the plan's order is the one that travel allows.
            route.sort_unstable();
            route.into_iter().map(|(_, customer)| customer).collect()
        })
        .collect()
}

fn distance(problem: &Problem, routes: &[Vec<usize>]) -> i32 {
    let leg = |a: usize, b: usize| problem.travel.minutes[a * problem.travel.num_places + b];
    routes
        .iter()
        .map(|route| {
            let inner: i32 = route.windows(2).map(|pair| leg(pair[0], pair[1])).sum();
            leg(0, route[0]) + inner + leg(route[route.len() - 1], 0)
        })
        .sum()
}
