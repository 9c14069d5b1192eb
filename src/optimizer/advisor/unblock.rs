//! What would let something in that is not placed: another session that moves, or a rule, person, room or hour that is
//! changed. Each way is carried out on the plan, and offered only if the checker has nothing new against the result.

use crate::model::problem::{Interval, Placement, Problem};
use crate::model::remedy::{Fix, Remedy, remedy};
use crate::model::{Costs, Plan};

use super::super::evaluate::evaluate;
use super::super::insert::{Only, Search};
use super::super::repair::{go_home, load};
use super::{Advisor, RELAXATIONS, Violation, check, new_faults};

/// Sessions that are tried as ones that could move. Our choice: what an answer within 200 ms allows.
const MOST_MOVED: usize = 60;
/// Minutes by which hours are widened to see whether that would help. Our choice.
const WIDER_MIN: i32 = 120;
/// Earliest and latest minute of a day at which a patient is asked to come outside the agreed hours. Our choice.
const ASKED_HOURS: Interval = (420, 1200);

/// One way to let something in.
#[derive(Debug, Clone)]
pub struct Unblock {
    /// The session that gets a place; for a seat, the group session.
    pub session: u32,
    /// Where the session then is; for a seat, where the group is.
    pub placement: Placement,
    /// Other sessions that move, with their new places.
    pub moved: Vec<(u32, Placement)>,
    /// What is changed in the clinic.
    pub fixes: Vec<Fix>,
    /// What the plan's cost changes by, by term, cents, with what was missing now placed.
    pub change: Costs,
}

/// What can be widened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hours {
    Clinicians,
    Rooms,
    Patient,
    Licenses,
}

impl<'p> Advisor<'p> {
    /// Up to `count` ways to let a session in that is not placed, fewest changes first, then cheapest.
    pub fn unblocks(&mut self, session: usize, count: usize) -> Vec<Unblock> {
        let problem = self.state.layout.problem;
        let before = self.faults();
        let now = evaluate(problem, &self.plan);
        let mut found = self.by_moving(session, &before, &now);
        let mut places: Vec<Placement> = (0..RELAXATIONS.len())
            .filter_map(|rule| self.relaxed(session, 1 << rule))
            .collect();
        for hours in [Hours::Clinicians, Hours::Rooms, Hours::Patient, Hours::Licenses] {
            if let Some(wider) = widened(problem, session, hours) {
                places.extend(best_in(&wider, &self.plan, session));
            }
        }
        if places.is_empty() {
            places.extend(self.needed(session).and_then(|set| self.relaxed(session, set)));
        }
        let mut tried: Vec<Placement> = Vec::new();
        for placement in places {
            if !tried.contains(&placement) {
                found.extend(self.by_changing(session, &placement, &before));
                tried.push(placement);
            }
        }
        rank(&mut found, count);
        // So far only what shares something with the session has been looked at; now the checker sees the whole plan.
        found.retain_mut(|way| way.fixes.is_empty() || self.holds(way, session, &before));
        found
    }

    /// Carries a way out on the whole plan; false if that breaks a rule. Fills in what it costs.
    fn holds(&self, way: &mut Unblock, session: usize, before: &[Violation]) -> bool {
        let problem = self.state.layout.problem;
        let mut plan = self.plan.clone();
        plan.placements[session] = Some(way.placement.clone());
        if let Some(placement) = &mut plan.placements[session]
            && placement.room.is_some_and(|room| room as usize >= problem.rooms.len())
        {
            placement.room = way.fixes.iter().find_map(|fix| match fix {
                Fix::MoreRooms { like } => Some(*like),
                _ => None,
            });
        }
        let Some(mended) = remedy(problem, &plan, session as u32, before) else {
            return false;
        };
        way.change = difference(&evaluate(&mended.problem, &mended.plan), &evaluate(problem, &self.plan));
        way.fixes = mended.fixes;
        !way.fixes.is_empty()
    }

    /// Up to `count` ways to give an order one more seat.
    pub fn unblocks_for_seat(&mut self, order: usize, count: usize) -> Vec<Unblock> {
        let problem = self.state.layout.problem;
        let before = self.faults();
        let now = evaluate(problem, &self.plan);
        let mut found = Vec::new();
        for &session in &problem.seat_orders[order].options {
            let Some(placement) = self.plan.placements[session as usize].clone() else {
                continue;
            };
            if self.plan.seats[order].contains(&session) {
                continue;
            }
            let plan = self.with_seat(order, session);
            if let Some(mended) = remedy(problem, &plan, session, &before)
                && !mended.fixes.is_empty()
            {
                found.push(mended_way(problem, mended, session, placement.clone(), &self.plan));
            }
            found.extend(self.seat_by_moving(order, session, &placement, (&before, &now)));
        }
        rank(&mut found, count);
        found
    }

    fn with_seat(&self, order: usize, session: u32) -> Plan {
        let mut plan = self.plan.clone();
        let seats = &mut plan.seats[order];
        seats.push(session);
        seats.sort_unstable();
        plan
    }

    /// A seat that is free once another session of the patient moves.
    fn seat_by_moving(
        &mut self,
        order: usize,
        session: u32,
        placement: &Placement,
        (before, now): (&[Violation], &Costs),
    ) -> Option<Unblock> {
        let problem = self.state.layout.problem;
        let patient = problem.seat_orders[order].patient;
        let (from, to) = (
            placement.start,
            placement.start + problem.sessions[session as usize].minutes,
        );
        let own = self.state.attends[patient as usize].iter().copied();
        let mut clashing = own.filter(|&other| {
            let entry = &problem.sessions[other as usize];
            let (a, b) = self.state.times(other as usize);
            entry.patient == Some(patient) && !entry.locked && a < to && from < b
        });
        let (other, more) = (clashing.next()?, clashing.next());
        if more.is_some() || !self.state.take(other as usize) {
            return None;
        }
        let mut found = None;
        if self.state.try_seat(order, session as usize) {
            let mut search = Search::every(&mut self.rng, Only::Any);
            if let Some(candidate) = self.state.best_place(other as usize, &mut search) {
                let place = self.placement(&candidate);
                let mut plan = self.with_seat(order, session);
                plan.placements[other as usize] = Some(place.clone());
                found = new_faults(problem, &plan, before).is_empty().then(|| Unblock {
                    session,
                    placement: placement.clone(),
                    moved: vec![(other, place)],
                    fixes: Vec::new(),
                    change: difference(&evaluate(problem, &plan), now),
                });
            }
        }
        self.state.undo();
        found
    }

    /// Places that one other session can leave for another one of its own.
    fn by_moving(&mut self, session: usize, before: &[Violation], now: &Costs) -> Vec<Unblock> {
        let problem = self.state.layout.problem;
        let cost = self.state.cost();
        let mut ways: Vec<(i64, Placement, (u32, Placement))> = Vec::new();
        for (other, only) in self
            .state
            .in_the_way(session, false, &mut self.rng)
            .into_iter()
            .take(MOST_MOVED)
        {
            if self.move_for(session, other, only, &[]) {
                let (own, theirs) = (
                    self.state.placement_of(session),
                    self.state.placement_of(other as usize),
                );
                if let (Some(own), Some(theirs)) = (own, theirs) {
                    ways.push((self.state.cost() - cost, own, (other, theirs)));
                }
            }
            self.state.undo();
        }
        ways.sort_by_key(|way| way.0);
        let mut found = Vec::new();
        for (_, own, moved) in ways.into_iter().take(3) {
            let mut plan = self.plan.clone();
            plan.placements[session] = Some(own.clone());
            plan.placements[moved.0 as usize] = Some(moved.1.clone());
            if new_faults(problem, &plan, before).is_empty() {
                found.push(Unblock {
                    session: session as u32,
                    placement: own,
                    moved: vec![moved],
                    fixes: Vec::new(),
                    change: difference(&evaluate(problem, &plan), now),
                });
            }
        }
        found
    }

    /// The changes that let a session be at this place.
    fn by_changing(&self, session: usize, placement: &Placement, before: &[Violation]) -> Option<Unblock> {
        let problem = self.state.layout.problem;
        let mut plan = self.plan.clone();
        plan.placements[session] = Some(placement.clone());
        let plan = self.excerpt(&plan, &[session]);
        let mut was = plan.clone();
        was.placements[session] = None;
        // What an excerpt breaks because something is left out of it is no fault either.
        let before = [before, &check(problem, &was)].concat();
        let mended = remedy(problem, &plan, session as u32, &before).filter(|mended| !mended.fixes.is_empty())?;
        let placement = mended.plan.placements[session].clone()?;
        Some(mended_way(problem, mended, session as u32, placement, &was))
    }
}

fn mended_way(problem: &Problem, mended: Remedy, session: u32, placement: Placement, was: &Plan) -> Unblock {
    let change = difference(&evaluate(&mended.problem, &mended.plan), &evaluate(problem, was));
    Unblock {
        session,
        placement,
        moved: Vec::new(),
        fixes: mended.fixes,
        change,
    }
}

fn difference(after: &Costs, before: &Costs) -> Costs {
    let mut change = *after;
    for (cents, before) in change.0.iter_mut().zip(before.0) {
        *cents -= before;
    }
    change
}

/// Fewest changes first, then cheapest; of those that change the same, the cheapest only.
fn rank(found: &mut Vec<Unblock>, count: usize) {
    found.sort_by_key(|way| (way.moved.len() + way.fixes.len(), way.change.total()));
    let mut kept: Vec<Unblock> = Vec::new();
    for way in found.drain(..) {
        let same = |known: &Unblock| {
            let moved = |way: &Unblock| way.moved.iter().map(|other| other.0).collect::<Vec<_>>();
            known.fixes == way.fixes && moved(known) == moved(&way)
        };
        if kept.len() < count && !kept.iter().any(same) {
            kept.push(way);
        }
    }
    *found = kept;
}

/// The cheapest place of a session in a problem with wider hours.
fn best_in(problem: &Problem, plan: &Plan, session: usize) -> Option<Placement> {
    let mut state = load(problem, plan);
    go_home(&mut state, plan);
    let mut rng = crate::rng::Rng::stream(0, "unblock", 0);
    let candidate = state.best_place(session, &mut Search::every(&mut rng, Only::Any))?;
    state.put(session, &candidate);
    state.placement_of(session)
}

/// The problem with some hours wider; `None` if there are none to widen.
fn widened(problem: &Problem, session: usize, hours: Hours) -> Option<Problem> {
    let entry = &problem.sessions[session];
    let mut wider = problem.clone();
    match hours {
        Hours::Clinicians => {
            let may = |clinician: u32| {
                let mut parts = entry.parts.iter().flat_map(|part| &part.eligible);
                parts.any(|who| who.clinician == clinician)
            };
            for duty in wider.duties.iter_mut().filter(|duty| may(duty.clinician)) {
                let midnight = i32::from(duty.day) * problem.day_min;
                let (Some(first), Some(last)) = (duty.windows.first(), duty.windows.last()) else {
                    continue;
                };
                let from = (first.0 - WIDER_MIN).max(midnight);
                duty.windows = vec![(from, last.1 + WIDER_MIN)];
            }
        }
        Hours::Rooms => {
            let classes: Vec<u16> = entry
                .choices
                .iter()
                .flat_map(|choice| choice.room_classes.clone())
                .collect();
            if classes.is_empty() {
                return None;
            }
            for class in classes {
                for open in &mut wider.room_classes[class as usize].open {
                    let midnight = open.0.div_euclid(problem.day_min) * problem.day_min;
                    *open = (
                        (open.0 - WIDER_MIN).max(midnight),
                        (open.1 + WIDER_MIN).min(midnight + problem.day_min),
                    );
                }
            }
        }
        Hours::Patient => {
            entry.patient?;
            let days = asked_days(problem, session);
            let midnight = |day: usize| day as i32 * problem.day_min;
            let earliest = earliest_start(problem);
            let windows = days.into_iter().map(|day| {
                let (from, to) = (midnight(day) + ASKED_HOURS.0, midnight(day) + ASKED_HOURS.1);
                (from.max(earliest), to)
            });
            wider.sessions[session].windows = windows.filter(|window| window.0 < window.1).collect();
        }
        Hours::Licenses => {
            let who = wider.sessions[session]
                .parts
                .iter_mut()
                .flat_map(|part| &mut part.eligible);
            let mut lapses = false;
            for who in who {
                let all = u32::MAX >> (32 - problem.num_days.clamp(1, 32));
                lapses |= who.days & all != all;
                who.days = u32::MAX;
            }
            if !lapses {
                return None;
            }
        }
    }
    Some(wider)
}

/// Days of the session's week on which a patient can be asked to come.
fn asked_days(problem: &Problem, session: usize) -> Vec<usize> {
    let week_of = |day: usize| {
        let duty = problem.duties.iter().find(|duty| usize::from(duty.day) == day);
        duty.map(|duty| duty.week)
    };
    let own = problem.sessions[session]
        .windows
        .first()
        .map(|window| problem.day_of(window.0));
    let week = own.and_then(week_of);
    (0..problem.num_days)
        .filter(|&day| own.is_none() || week_of(day).is_some() && week_of(day) == week)
        .collect()
}

/// The first minute at which anything that may move can lie: what is before has happened.
fn earliest_start(problem: &Problem) -> i32 {
    let open = problem.sessions.iter().filter(|session| !session.locked);
    open.filter_map(|session| session.windows.first().map(|window| window.0))
        .min()
        .unwrap_or(0)
}
