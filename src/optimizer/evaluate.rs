//! The cost of any plan by term, computed from nothing but problem and plan.

use crate::model::problem::ANYWHERE;
use crate::model::{CostTerm, Costs, Plan, Problem};

use super::layout::Layout;
use super::span::{Amount, Measure, Stop, measure_day};
use super::terms::{self, Week};

/// What a plan's clinician-days amount to and cost.
pub struct Evaluation {
    /// Cost by term, cents.
    pub costs: Costs,
    /// Worked minutes of each duty of the problem: from the first commitment (or the departure, if the commute is
    /// paid) to the last (or the return), less the lunch break.
    pub worked_min: Vec<i32>,
    /// Overtime minutes of each clinician in the horizon.
    pub overtime_min: Vec<i32>,
}

/// The cost of a plan by term. Plans that break hard rules have a cost too; parts with a clinician who does not work
/// on that day cost what their session costs, but belong to no clinician-day.
pub fn evaluate(problem: &Problem, plan: &Plan) -> Costs {
    evaluation(problem, plan).costs
}

/// [`evaluate`], with the working time behind it.
pub fn evaluation(problem: &Problem, plan: &Plan) -> Evaluation {
    let layout = Layout::new(problem);
    let mut costs = Costs::default();
    let days = measure_days(&layout, plan, &mut costs);
    let overtime_min = clinicians(&layout, &days, &mut costs);
    clinic(&layout, &days, &mut costs);
    sessions(&layout, plan, &mut costs);
    minimums(problem, plan, &mut costs);
    handoffs(&layout, plan, &mut costs);
    Evaluation {
        costs,
        worked_min: days.iter().map(|day| day.worked).collect(),
        overtime_min,
    }
}

fn measure_days(layout: &Layout<'_>, plan: &Plan, costs: &mut Costs) -> Vec<Measure> {
    let problem = layout.problem;
    let mut routes: Vec<Vec<Stop>> = vec![Vec::new(); problem.duties.len()];
    for (idx, placement) in plan.placements.iter().enumerate() {
        let Some(placement) = placement else { continue };
        let Some(choice) = problem.sessions[idx].choices.get(placement.choice as usize) else {
            continue;
        };
        let day = problem.day_of(placement.start);
        for (own, part) in placement
            .parts
            .iter()
            .enumerate()
            .take(problem.sessions[idx].parts.len())
        {
            let known = day < problem.num_days && (part.clinician as usize) < problem.clinicians.len();
            let Some(duty) = known.then(|| layout.duty_of(part.clinician, day)).flatten() else {
                continue;
            };
            let flat = layout.first_part[idx] + own as u32;
            routes[duty].push(Stop::new(layout, flat, part.start, choice.place, true));
        }
    }
    let mut days = Vec::with_capacity(routes.len());
    for (duty, stops) in problem.duties.iter().zip(&mut routes) {
        stops.sort_by_key(|stop| (stop.start, stop.part));
        let mut at = duty.start_place;
        for stop in stops.iter_mut() {
            stop.at = if stop.place == ANYWHERE { at } else { stop.place };
            stop.way = problem.travel.minutes(at, stop.at);
            at = stop.at;
        }
        let (day, cents) = measure_day::<Costs>(layout, duty, stops);
        costs.join(&cents);
        days.push(day);
    }
    days
}

fn clinicians(layout: &Layout<'_>, days: &[Measure], costs: &mut Costs) -> Vec<i32> {
    let problem = layout.problem;
    let mut weeks = start_weeks(layout);
    let mut acuity = vec![0; problem.clinicians.len()];
    for (duty, day) in problem.duties.iter().zip(days) {
        weeks[duty.clinician as usize * layout.num_weeks + duty.week as usize].replace(&Measure::default(), day);
        acuity[duty.clinician as usize] += day.acuity;
    }
    let mut overtime = Vec::with_capacity(problem.clinicians.len());
    for (idx, weeks) in weeks.chunks(layout.num_weeks).enumerate() {
        terms::clinician_terms(problem, idx, weeks, acuity[idx], costs);
        let rule = problem.clinicians[idx].overtime;
        overtime.push(
            (0..weeks.len())
                .map(|week| terms::overtime_min(rule, weeks, week))
                .sum(),
        );
    }
    overtime
}

/// The weeks of every clinician without any session: what was worked before the horizon.
pub(super) fn start_weeks(layout: &Layout<'_>) -> Vec<Week> {
    let weeks_of = |worked_before: &[i32]| -> Vec<Week> {
        (0..layout.num_weeks)
            .map(|week| {
                let worked = worked_before.get(week).copied().unwrap_or(0);
                Week {
                    worked,
                    worked_at_most: worked,
                    ..Week::default()
                }
            })
            .collect()
    };
    let clinicians = layout.problem.clinicians.iter();
    clinicians
        .flat_map(|clinician| weeks_of(&clinician.worked_before))
        .collect()
}

fn clinic(layout: &Layout<'_>, days: &[Measure], costs: &mut Costs) {
    let problem = layout.problem;
    let mut burdens = vec![0; problem.clinicians.len()];
    let mut taken = vec![0; problem.num_days];
    for (duty, day) in problem.duties.iter().zip(days) {
        burdens[duty.clinician as usize] += day.burdens;
        taken[duty.day as usize] += day.taken;
    }
    for (day, &minutes) in taken.iter().enumerate() {
        costs[CostTerm::Reserve] += terms::reserve_cents(problem, day, minutes);
    }
    costs[CostTerm::Fairness] += terms::fairness_cents(problem, burdens.iter().copied());
    terms::worst_terms(problem, days.iter(), costs);
}

fn sessions(layout: &Layout<'_>, plan: &Plan, costs: &mut Costs) {
    let problem = layout.problem;
    let mut seated = vec![0; problem.sessions.len()];
    for (order, sessions) in problem.seat_orders.iter().zip(&plan.seats) {
        costs[CostTerm::EmptySeat] += i64::from((order.count - sessions.len() as i32).max(0)) * order.empty_cents;
        for &session in sessions {
            if let Some(count) = seated.get_mut(session as usize) {
                *count += 1;
            }
        }
    }
    for (idx, session) in problem.sessions.iter().enumerate() {
        let Some(placement) = &plan.placements[idx] else {
            costs[CostTerm::Unplaced] += session.unplaced_cents;
            continue;
        };
        if (placement.choice as usize) < session.choices.len() {
            let class = placement
                .room
                .and_then(|room| problem.rooms.get(room as usize))
                .map(|room| room.class);
            let clinicians = placement.parts.iter().map(|part| part.clinician);
            terms::placement_terms(problem, idx, placement.choice as usize, class, clinicians, costs);
        }
        if let Some(seats) = session.seats {
            costs[CostTerm::SmallGroup] += terms::small_group_cents(problem, seats, seated[idx]);
        }
    }
}

fn minimums(problem: &Problem, plan: &Plan, costs: &mut Costs) {
    let day_of = |session: usize| {
        plan.placements[session]
            .as_ref()
            .map(|placement| problem.day_of(placement.start))
    };
    for (idx, minimum) in problem.minimums.iter().enumerate() {
        let within = |day: Option<usize>| {
            day.is_some_and(|day| (minimum.from_day as usize..minimum.to_day as usize).contains(&day))
        };
        let own: i32 = problem
            .sessions
            .iter()
            .enumerate()
            .filter(|(idx, session)| {
                session.counts_to_minimum && session.patient == Some(minimum.patient) && within(day_of(*idx))
            })
            .map(|(_, session)| session.minutes)
            .sum();
        let in_groups: i32 = problem
            .seat_orders
            .iter()
            .zip(&plan.seats)
            .filter(|(order, _)| order.counts_to_minimum && order.patient == minimum.patient)
            .flat_map(|(_, sessions)| sessions)
            .filter(|&&session| (session as usize) < problem.sessions.len() && within(day_of(session as usize)))
            .map(|&session| problem.sessions[session as usize].minutes)
            .sum();
        costs[CostTerm::WeeklyMinimum] += terms::minimum_cents(problem, idx, own + in_groups);
    }
}

fn handoffs(layout: &Layout<'_>, plan: &Plan, costs: &mut Costs) {
    let mut seen = vec![Vec::new(); layout.num_threads];
    for (session, placement) in layout.problem.sessions.iter().zip(&plan.placements) {
        if let (Some(thread), Some(placement)) = (session.thread, placement) {
            for part in &placement.parts {
                let clinicians: &mut Vec<u32> = &mut seen[thread as usize];
                if !clinicians.contains(&part.clinician) {
                    clinicians.push(part.clinician);
                }
            }
        }
    }
    for clinicians in seen {
        costs[CostTerm::Handoff] += terms::handoff_cents(layout.problem, clinicians.len() as i32);
    }
}
