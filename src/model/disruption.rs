//! What happens on the day: somebody is away, a room is closed, a clinician runs late. The same problem as it is then,
//! with everything before now held where it is.

use super::check::{Resource, Rule, check};
use super::plan::Plan;
use super::problem::{Choice, Interval, Placement, Pool, Problem};
use super::weights::CostTerm;
use crate::order::Arrange;

/// Something that happens to a plan under way. Moments are minutes of the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disruption {
    /// A clinician is not there.
    Away {
        /// Clinician index.
        clinician: u32,
        /// First minute away.
        from: i32,
        /// First minute back.
        until: i32,
    },
    /// A room cannot be used.
    Closed {
        /// Room index.
        room: u32,
        /// First minute closed.
        from: i32,
        /// First minute open again.
        until: i32,
    },
    /// A clinician is behind: the session under way takes longer, or the next one cannot begin before.
    Late {
        /// Clinician index.
        clinician: u32,
        /// Minutes behind.
        minutes: i32,
    },
}

/// A problem as it is after what has happened.
#[derive(Debug, Clone)]
pub struct Disrupted {
    /// Sessions that began before now are locked where the plan has them, nothing else begins before now, and what
    /// the plan has is what a change is counted against.
    pub problem: Problem,
    /// Locked sessions that cannot stay where they are: they are unlocked and may go nowhere, because nobody has
    /// agreed to another place.
    pub stuck: Vec<u32>,
}

/// What a minute counts by which an urgent session is late while a repair is looked for, cents. Our choice: an hour
/// counts more than all soft costs of a session together.
const URGENT_MINUTE_CENTS: i64 = 100;

/// The problem at minute `now`, with a plan under way and everything that has happened. Indices outside the problem
/// are passed over.
pub fn disrupt(problem: &Problem, plan: &Plan, now: i32, disruptions: &[Disruption]) -> Disrupted {
    let mut after = problem.clone();
    hold_the_past(&mut after, plan, now);
    let known_faults = check(&after, &locked_plan(&after, plan));
    for disruption in disruptions {
        apply(&mut after, plan, now, disruption);
    }
    let_them_get_home(&mut after, plan, now);
    let price = &mut after.prices[CostTerm::Lateness];
    *price = (*price).max(URGENT_MINUTE_CENTS);
    let mut stuck = Vec::new();
    loop {
        let faults = check(&after, &locked_plan(&after, plan));
        let new = faults.iter().filter(|fault| !known_faults.contains(fault));
        let freed: Vec<u32> = new
            .flat_map(|fault| fault.sessions.iter().copied())
            .filter(|&session| is_open(&after, plan, session, now))
            .collect();
        if freed.is_empty() {
            break;
        }
        for session in freed {
            let entry = &mut after.sessions[session as usize];
            entry.locked = false;
            entry.windows.clear();
            stuck.push(session);
        }
    }
    stuck.arrange();
    stuck.dedup();
    Disrupted { problem: after, stuck }
}

/// The locked sessions alone, with the seats in them.
pub fn locked_plan(problem: &Problem, plan: &Plan) -> Plan {
    let locked = |session: u32| problem.sessions.get(session as usize).is_some_and(|entry| entry.locked);
    let placements = problem
        .sessions
        .iter()
        .map(|session| session.published.clone().filter(|_| session.locked));
    let seats = plan.seats.iter().take(problem.seat_orders.len());
    let mut alone = Plan {
        placements: placements.collect(),
        seats: seats
            .map(|seats| seats.iter().copied().filter(|&session| locked(session)).collect())
            .collect(),
    };
    alone.seats.resize(problem.seat_orders.len(), Vec::new());
    alone
}

/// True for a locked session that has not begun.
fn is_open(problem: &Problem, plan: &Plan, session: u32, now: i32) -> bool {
    let entry = &problem.sessions[session as usize];
    entry.locked && !begun(plan, session as usize, now)
}

/// True for a session that the plan has begun before this minute.
fn begun(plan: &Plan, session: usize, now: i32) -> bool {
    let placement = plan.placements.get(session).and_then(Option::as_ref);
    placement.is_some_and(|placement| placement.start < now)
}

fn hold_the_past(problem: &mut Problem, plan: &Plan, now: i32) {
    for (idx, session) in problem.sessions.iter_mut().enumerate() {
        let placement = plan.placements.get(idx).and_then(Option::as_ref);
        if placement.is_some_and(|placement| placement.start < now) {
            session.locked = true;
            session.published = placement.cloned();
        } else if !session.locked {
            session.published = placement.cloned();
            session.windows.retain_mut(|window| {
                window.0 = window.0.max(now);
                window.0 < window.1
            });
        }
    }
}

fn apply(problem: &mut Problem, plan: &Plan, now: i32, disruption: &Disruption) {
    match *disruption {
        Disruption::Away { clinician, from, until } => {
            // Who is with a patient now still ends that session.
            let from = under_way(problem, plan, now, clinician).map_or(from, |(_, _, end)| from.max(end));
            take_hours(problem, clinician, (from.max(now), until));
        }
        Disruption::Closed { room, from, until } => {
            if (room as usize) < problem.rooms.len() {
                let in_use = plan
                    .placements
                    .iter()
                    .zip(&problem.sessions)
                    .filter_map(|(place, session)| {
                        let place = place.as_ref().filter(|place| place.room == Some(room))?;
                        let end = place.start.saturating_add(session.minutes);
                        (place.start < now && now < end).then_some(end)
                    });
                let from = in_use.max().map_or(from, |end| from.max(end)).max(now);
                let class = own_class(problem, room);
                cut(&mut problem.room_classes[class].open, (from, until));
            }
        }
        Disruption::Late { clinician, minutes } => match under_way(problem, plan, now, clinician) {
            Some((session, part, _)) => prolong(problem, plan, session, part, minutes.max(0)),
            None => take_hours(problem, clinician, (now, now.saturating_add(minutes.max(0)))),
        },
    }
}

/// Lets clinicians whose hours end with what they are doing now end it and get home.
fn let_them_get_home(problem: &mut Problem, plan: &Plan, now: i32) {
    for fault in check(problem, &locked_plan(problem, plan)) {
        let (Rule::ClinicianHours, Some(Resource::Clinician(clinician))) = (fault.rule, fault.resource) else {
            continue;
        };
        let last = fault
            .sessions
            .iter()
            .find(|&&session| begun(plan, session as usize, now));
        let start = last
            .and_then(|&session| plan.placements[session as usize].as_ref())
            .map(|place| place.start);
        let duty = start.and_then(|start| problem.duty_of(clinician, problem.day_of(start)));
        if let Some(last) = duty.and_then(|duty| problem.duties[duty].windows.last_mut()) {
            last.1 = last.1.saturating_add(fault.amount);
        }
    }
}

fn take_hours(problem: &mut Problem, clinician: u32, away: Interval) {
    for duty in problem.duties.iter_mut().filter(|duty| duty.clinician == clinician) {
        cut(&mut duty.windows, away);
    }
}

/// The session and part that a clinician is busy with at a minute, and when that ends.
fn under_way(problem: &Problem, plan: &Plan, now: i32, clinician: u32) -> Option<(usize, usize, i32)> {
    let sessions = problem.sessions.iter().zip(&plan.placements).enumerate();
    let busy = sessions.flat_map(|(idx, (session, placement))| {
        let parts = placement.iter().flat_map(|placement| &placement.parts);
        parts
            .zip(&session.parts)
            .enumerate()
            .filter_map(move |(own, (at, part))| {
                let end = at.start.saturating_add(part.minutes + part.after);
                (at.clinician == clinician && at.start < now && now < end).then_some((idx, own, end))
            })
    });
    busy.max_by_key(|&(_, _, end)| end)
}

/// Makes a session that is under way longer; what it needs is there for so long.
fn prolong(problem: &mut Problem, plan: &Plan, session: usize, own: usize, minutes: i32) {
    let Some(placement) = plan.placements[session].clone() else {
        return;
    };
    let entry = &mut problem.sessions[session];
    entry.minutes += minutes;
    entry.parts[own].minutes += minutes;
    let whole = (placement.start, placement.start + entry.minutes);
    join(&mut entry.windows, whole);
    let (part, assigned) = (&entry.parts[own], placement.parts[own]);
    let busy = (assigned.start - part.before, assigned.start + part.minutes + part.after);
    let equipment = choice_of(problem, session, &placement).and_then(|choice| choice.equipment);
    if let Some(duty) = problem.duty_of(assigned.clinician, problem.day_of(assigned.start)) {
        join(&mut problem.duties[duty].windows, busy);
        problem.duties[duty].max_work_min = problem.duties[duty].max_work_min.saturating_add(minutes);
    }
    if let Some(clinician) = problem.clinicians.get_mut(assigned.clinician as usize) {
        clinician.max_week_min = clinician.max_week_min.saturating_add(minutes);
    }
    if let Some(room) = placement.room.filter(|&room| (room as usize) < problem.rooms.len()) {
        let class = own_class(problem, room);
        join(&mut problem.room_classes[class].open, whole);
    }
    if let Some(pool) = equipment.and_then(|pool| problem.equipment.get_mut(pool as usize)) {
        join(&mut pool.open, whole);
    }
    for (order, seats) in problem.seat_orders.iter().zip(&plan.seats) {
        if seats.contains(&(session as u32)) {
            join(&mut problem.patients[order.patient as usize].windows, whole);
        }
    }
}

fn choice_of<'p>(problem: &'p Problem, session: usize, placement: &Placement) -> Option<&'p Choice> {
    problem.sessions[session].choices.get(placement.choice as usize)
}

/// Makes a room the only one of its class, so that its hours can differ from those of the others; gives the class.
pub(crate) fn own_class(problem: &mut Problem, room: u32) -> usize {
    let old = problem.rooms[room as usize].class;
    if problem.room_classes[old as usize].count <= 1 {
        return old as usize;
    }
    let new = problem.room_classes.len() as u16;
    problem.room_classes[old as usize].count -= 1;
    let pool = Pool {
        name: problem.rooms[room as usize].id.clone(),
        count: 1,
        open: problem.room_classes[old as usize].open.clone(),
    };
    problem.room_classes.push(pool);
    problem.rooms[room as usize].class = new;
    for choice in problem.sessions.iter_mut().flat_map(|session| &mut session.choices) {
        if let Some(at) = choice.room_classes.iter().position(|&class| class == old) {
            choice.room_classes.insert(at + 1, new);
        }
    }
    new as usize
}

/// Takes an interval out of a sorted list of intervals.
fn cut(intervals: &mut Vec<Interval>, (from, until): Interval) {
    if from >= until {
        return;
    }
    let pieces = intervals
        .iter()
        .flat_map(|&(a, b)| [(a, b.min(from)), (a.max(until), b)])
        .filter(|piece| piece.0 < piece.1);
    *intervals = pieces.collect();
}

/// Adds an interval to a sorted list of intervals.
pub(crate) fn join(intervals: &mut Vec<Interval>, added: Interval) {
    let mut whole = added;
    intervals.retain(|&(from, to)| {
        let touches = from <= whole.1 && whole.0 <= to;
        if touches {
            whole = (whole.0.min(from), whole.1.max(to));
        }
        !touches
    });
    let at = intervals.partition_point(|interval| interval.0 < whole.0);
    intervals.insert(at, whole);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_cut_and_joined() {
        let rows: [(Interval, &[Interval], &[Interval]); 5] = [
            ((20, 30), &[(0, 20), (30, 40)], &[(0, 40)]),
            ((0, 40), &[], &[(0, 40)]),
            ((10, 10), &[(0, 40)], &[(0, 40)]),
            ((35, 60), &[(0, 35)], &[(0, 60)]),
            ((50, 60), &[(0, 40)], &[(0, 40), (50, 60)]),
        ];
        for (interval, rest, all) in rows {
            let mut intervals = vec![(0, 40)];
            cut(&mut intervals, interval);
            assert_eq!(intervals, rest, "{interval:?}");
            let mut intervals = vec![(0, 40)];
            join(&mut intervals, interval);
            assert_eq!(intervals, all, "{interval:?}");
        }
    }
}
