//! What would have to be otherwise for a place to be allowed: one change of a rule, person, room or hour for each hard
//! rule that it breaks, made and checked.

use super::check::{Resource, Rule, Violation, check};
use super::disruption::{join, own_class};
use super::plan::Plan;
use super::problem::{Interval, Problem};

/// Rounds of changes after each of which the checker is asked again: one change can uncover the next. Our choice.
const ROUNDS: usize = 4;

/// A limit of one clinician.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cap {
    /// Worked minutes of one day.
    Day,
    /// Worked minutes of a week.
    Week,
    /// Tenths of points of a week.
    Points,
    /// Patients.
    Caseload,
}

/// One change that lets something be. Indices belong to the problem, moments are minutes of the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub enum Fix {
    /// A clinician works at this time too.
    ClinicianHours { clinician: u32, from: i32, until: i32 },
    /// A room is open at this time too.
    RoomHours { room: u32, from: i32, until: i32 },
    /// One more room like this one.
    MoreRooms { like: u32 },
    /// More pieces of equipment.
    MoreEquipment { pool: u32, pieces: i32 },
    /// A session may lie at this time too.
    SessionHours { session: u32, from: i32, until: i32 },
    /// A patient can come to groups at this time too.
    PatientHours { patient: u32, from: i32, until: i32 },
    /// More units, and this day.
    Authorization {
        budget: u32,
        session: u32,
        units: i32,
        day: u16,
    },
    /// A license that holds on this day too.
    License { clinician: u32, session: u32, day: u16 },
    /// A limit is raised.
    Limit {
        clinician: u32,
        cap: Cap,
        day: u16,
        by: i32,
    },
    /// A group takes more patients.
    GroupSeats { session: u32, more: i32 },
    /// Sessions of an order, or seats of one, may be so many days apart.
    Spacing {
        session: u32,
        order: Option<u32>,
        days: i32,
    },
    /// A session need not come after another one.
    Order { first: u32, second: u32 },
    /// Less rest between two days.
    Rest { by: i32 },
    /// More days in a row.
    DaysInRow { by: i32 },
}

/// A plan that breaks no rule any more, and why.
#[derive(Debug, Clone)]
pub struct Remedy {
    /// The changes, one for each thing that stood in the way.
    pub fixes: Vec<Fix>,
    /// The problem with them.
    pub problem: Problem,
    /// The plan; it differs from what was asked about only where there is a new room.
    pub plan: Plan,
}

/// The changes under which the plan breaks no more rules than were broken `before`: they are made, and the checker is
/// asked. `None` if some broken rule is none that can be changed. `session` is what the plan has anew.
pub fn remedy(problem: &Problem, plan: &Plan, session: u32, before: &[Violation]) -> Option<Remedy> {
    let mut mended = Remedy {
        fixes: Vec::new(),
        problem: problem.clone(),
        plan: plan.clone(),
    };
    for _ in 0..ROUNDS {
        let broken = new_faults(&mended.problem, &mended.plan, before);
        if broken.is_empty() {
            return Some(mended);
        }
        for violation in &broken {
            let fix = fix_for(&mended.problem, &mended.plan, session, violation)?;
            apply(&mut mended.problem, &fix);
            if let Fix::MoreRooms { .. } = fix {
                let room = mended.problem.rooms.len() as u32 - 1;
                mended.plan.placements.get_mut(session as usize)?.as_mut()?.room = Some(room);
            }
            add(&mut mended.fixes, fix);
        }
    }
    new_faults(&mended.problem, &mended.plan, before)
        .is_empty()
        .then_some(mended)
}

/// Broken rules of a plan that were not broken before.
pub fn new_faults(problem: &Problem, plan: &Plan, before: &[Violation]) -> Vec<Violation> {
    let mut faults = check(problem, plan);
    faults.retain(|fault| !before.contains(fault));
    faults
}

/// Adds a fix; two of the same kind for the same thing become one.
fn add(fixes: &mut Vec<Fix>, fix: Fix) {
    for known in fixes.iter_mut() {
        match (known, &fix) {
            (
                Fix::ClinicianHours { clinician, from, until },
                Fix::ClinicianHours {
                    clinician: other,
                    from: a,
                    until: b,
                },
            ) if clinician == other => (*from, *until) = ((*from).min(*a), (*until).max(*b)),
            (
                Fix::Limit { clinician, cap, by, .. },
                Fix::Limit {
                    clinician: other,
                    cap: same,
                    by: more,
                    ..
                },
            ) if clinician == other && cap == same => *by += more,
            (
                Fix::Authorization { budget, units, .. },
                Fix::Authorization {
                    budget: other,
                    units: more,
                    ..
                },
            ) if budget == other => *units += more,
            (known, fix) if known == fix => {}
            _ => continue,
        }
        return;
    }
    fixes.push(fix);
}

fn fix_for(problem: &Problem, plan: &Plan, session: u32, violation: &Violation) -> Option<Fix> {
    let placement = plan.placements.get(session as usize)?.as_ref()?;
    let entry = problem.sessions.get(session as usize)?;
    let whole = (placement.start, placement.start + entry.minutes);
    let day = problem.day_of(placement.start) as u16;
    let by = violation.amount.max(1);
    let limit = |cap| match violation.resource {
        Some(Resource::Clinician(clinician)) => Some(Fix::Limit {
            clinician,
            cap,
            day,
            by,
        }),
        _ => None,
    };
    match (violation.rule, violation.resource) {
        (Rule::ClinicianHours, Some(Resource::Clinician(clinician))) => {
            clinician_hours(problem, plan, session, clinician, by)
        }
        (Rule::RoomHours, Some(Resource::Room(room))) => {
            let class = problem.rooms.get(room as usize)?.class;
            let (from, until) = next_to(&problem.room_classes[class as usize].open, whole);
            Some(Fix::RoomHours { room, from, until })
        }
        (Rule::RoomOverlap, Some(Resource::Room(room))) => Some(Fix::MoreRooms { like: room }),
        (Rule::Equipment, Some(Resource::Equipment(pool))) if violation.sessions.len() > 1 => {
            Some(Fix::MoreEquipment { pool, pieces: by })
        }
        (Rule::SessionWindow, _) if entry.patient.is_some() => {
            let (from, until) = next_to(&entry.windows, whole);
            Some(Fix::SessionHours { session, from, until })
        }
        (Rule::PatientHours, Some(Resource::Patient(patient))) => {
            let (from, until) = next_to(&problem.patients.get(patient as usize)?.windows, whole);
            Some(Fix::PatientHours { patient, from, until })
        }
        (Rule::Authorization, Some(Resource::Budget(budget))) => {
            let covers = problem.budgets.get(budget as usize)?.days >> day & 1 == 1;
            Some(Fix::Authorization {
                budget,
                session,
                units: if covers { by } else { 0 },
                day,
            })
        }
        (Rule::NotEligible, Some(Resource::Clinician(clinician))) => {
            let may_on_others = entry.parts.iter().flat_map(|part| &part.eligible);
            let mut lapses = may_on_others.filter(|who| who.clinician == clinician && who.days >> day & 1 == 0);
            lapses.next().map(|_| Fix::License {
                clinician,
                session,
                day,
            })
        }
        (Rule::DayLimit, _) => limit(Cap::Day),
        (Rule::WeekLimit, _) => limit(Cap::Week),
        (Rule::PointsCap, _) => limit(Cap::Points),
        (Rule::CaseloadCap, _) => limit(Cap::Caseload),
        (Rule::GroupSeats, _) => Some(Fix::GroupSeats { session, more: by }),
        (Rule::Spacing, _) => {
            let order = match violation.resource {
                Some(Resource::Patient(patient)) => problem
                    .seat_orders
                    .iter()
                    .position(|order| order.patient == patient && order.options.contains(&session)),
                _ => None,
            };
            let days = match order {
                Some(order) => problem.seat_orders[order].min_days,
                None => spacing(problem, session, &violation.sessions)?,
            };
            Some(Fix::Spacing {
                session,
                order: order.map(|order| order as u32),
                days: (days - by).max(0),
            })
        }
        (Rule::Order, _) => {
            let between = |pair: &&super::problem::Precedence| {
                violation.sessions.contains(&pair.first) && violation.sessions.contains(&pair.second)
            };
            let pair = problem.precedences.iter().find(between)?;
            Some(Fix::Order {
                first: pair.first,
                second: pair.second,
            })
        }
        (Rule::Rest, _) => Some(Fix::Rest { by }),
        (Rule::DaysInRow, _) => Some(Fix::DaysInRow { by }),
        _ => None,
    }
}

fn spacing(problem: &Problem, session: u32, sessions: &[u32]) -> Option<i32> {
    let of_pair = |pair: &&super::problem::Spacing| {
        (pair.a == session || pair.b == session) && sessions.contains(&pair.a) && sessions.contains(&pair.b)
    };
    problem.spacings.iter().find(of_pair).map(|pair| pair.min_days)
}

/// What hours lack of an interval, from where they end or until where they begin.
fn next_to(hours: &[Interval], (from, until): Interval) -> Interval {
    let day = 1440;
    let from = hours.iter().fold(
        from,
        |from, hour| if hour.0 <= from && from < hour.1 { hour.1 } else { from },
    );
    let until = hours.iter().rev().fold(until, |until, hour| {
        if hour.0 < until && until <= hour.1 {
            hour.0
        } else {
            until
        }
    });
    let before = hours
        .iter()
        .filter(|hour| hour.1 <= from && from - hour.1 < day)
        .map(|hour| hour.1);
    let after = hours
        .iter()
        .filter(|hour| hour.0 >= until && hour.0 - until < day)
        .map(|hour| hour.0);
    let same_day = |minute: &i32| minute.div_euclid(day) == from.div_euclid(day);
    match (before.filter(same_day).max(), after.filter(same_day).min()) {
        (Some(end), Some(begin)) if begin - until < from - end => (from, begin),
        (Some(end), _) => (end, until),
        (None, Some(begin)) => (from, begin),
        (None, None) => (from, until),
    }
}

fn clinician_hours(problem: &Problem, plan: &Plan, session: u32, clinician: u32, missing: i32) -> Option<Fix> {
    let placement = plan.placements[session as usize].as_ref()?;
    let parts = problem.sessions[session as usize].parts.iter().zip(&placement.parts);
    let mut own = parts.filter(|(_, at)| at.clinician == clinician);
    let (part, at) = own.next()?;
    let busy = (at.start - part.before, at.start + part.minutes + part.after);
    let duty = &problem.duties[problem.duty_of(clinician, problem.day_of(at.start))?];
    let (first, last) = (duty.windows.first()?, duty.windows.last()?);
    let covered = duty
        .windows
        .iter()
        .any(|window| window.0 <= busy.0 && busy.1 <= window.1);
    if !covered {
        let (from, until) = next_to(&duty.windows, busy);
        return Some(Fix::ClinicianHours { clinician, from, until });
    }
    // The way there or back is what does not fit.
    let is_later = |other: &super::problem::Assigned| other.clinician == clinician && other.start > at.start;
    let mut others = plan.placements.iter().flatten().flat_map(|placement| &placement.parts);
    let same_day = |other: &super::problem::Assigned| problem.day_of(other.start) == usize::from(duty.day);
    let has_later = others.any(|other| same_day(other) && is_later(other));
    let (from, until) = match has_later {
        true => (first.0 - missing, first.0),
        false => (last.1, last.1 + missing),
    };
    Some(Fix::ClinicianHours { clinician, from, until })
}

/// Changes a problem.
fn apply(problem: &mut Problem, fix: &Fix) {
    match *fix {
        Fix::ClinicianHours { clinician, from, until } => {
            let day = problem.day_of(from);
            if let Some(duty) = problem.duty_of(clinician, day) {
                join(&mut problem.duties[duty].windows, (from, until));
            }
        }
        Fix::RoomHours { room, from, until } => {
            let class = own_class(problem, room);
            join(&mut problem.room_classes[class].open, (from, until));
        }
        Fix::MoreRooms { like } => {
            let mut room = problem.rooms[like as usize].clone();
            room.id = format!("{} (new)", room.id);
            problem.room_classes[room.class as usize].count += 1;
            problem.rooms.push(room);
        }
        Fix::MoreEquipment { pool, pieces } => problem.equipment[pool as usize].count += pieces,
        Fix::SessionHours { session, from, until } => {
            join(&mut problem.sessions[session as usize].windows, (from, until));
        }
        Fix::PatientHours { patient, from, until } => {
            join(&mut problem.patients[patient as usize].windows, (from, until));
        }
        Fix::Authorization { budget, units, day, .. } => {
            let budget = &mut problem.budgets[budget as usize];
            budget.days |= 1 << day;
            budget.units += units;
        }
        Fix::License {
            clinician,
            session,
            day,
        } => {
            let parts = &mut problem.sessions[session as usize].parts;
            let who = parts.iter_mut().flat_map(|part| &mut part.eligible);
            who.filter(|who| who.clinician == clinician)
                .for_each(|who| who.days |= 1 << day);
        }
        Fix::Limit {
            clinician,
            cap,
            day,
            by,
        } => raise(problem, clinician, cap, day, by),
        Fix::GroupSeats { session, more } => {
            if let Some(seats) = &mut problem.sessions[session as usize].seats {
                seats.max += more;
            }
        }
        Fix::Spacing { session, order, days } => match order {
            Some(order) => problem.seat_orders[order as usize].min_days = days,
            None => {
                let own = problem.spacings.iter_mut();
                own.filter(|pair| pair.a == session || pair.b == session)
                    .for_each(|pair| pair.min_days = pair.min_days.min(days));
            }
        },
        Fix::Order { first, second } => problem
            .precedences
            .retain(|pair| (pair.first, pair.second) != (first, second)),
        Fix::Rest { by } => problem.rules.rest_min -= by,
        Fix::DaysInRow { by } => problem.rules.max_days_in_row += by,
    }
}

fn raise(problem: &mut Problem, clinician: u32, cap: Cap, day: u16, by: i32) {
    let duty = problem.duty_of(clinician, usize::from(day));
    let row = &mut problem.clinicians[clinician as usize];
    let up = |value: &mut i32| *value = value.saturating_add(by);
    match cap {
        Cap::Week => up(&mut row.max_week_min),
        Cap::Points => {
            up(&mut row.points_week_cap);
            if let Some(duty) = duty {
                up(&mut problem.duties[duty].points_cap);
            }
        }
        Cap::Caseload => up(&mut row.caseload_cap),
        Cap::Day => {
            if let Some(duty) = duty {
                up(&mut problem.duties[duty].max_work_min);
            }
        }
    }
}
