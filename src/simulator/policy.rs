//! What a scheduling policy is asked, and what it answers; and the policies that need no chart of their own.

use crate::model::Plan;
use crate::model::disruption::Disruption;
use crate::model::problem::{Placement, Problem};
use crate::optimizer::{Damage, Params, Repair, RepairParams, solve};

use super::answers::Answers;
use super::human::{in_place_of, most_urgent};
use super::seats::reseated;

/// What has just happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// People have called in sick, or rooms are closed.
    Absences,
    /// A patient has called off: this time is free now.
    Freed {
        /// Session that was called off, by index.
        session: u32,
    },
    /// A patient has given back a seat of a group session.
    SeatFreed {
        /// The group session, by index.
        session: u32,
    },
    /// Somebody new asks for a first visit.
    Referral {
        /// Session that is asked for, by index.
        session: u32,
    },
    /// Somebody needs care at once.
    Emergency {
        /// Session that is asked for, by index.
        session: u32,
    },
}

/// The clinic at a moment at which something has happened.
#[derive(Debug)]
pub struct Situation<'a> {
    /// As it is now: what has begun is locked, nothing begins before now, whoever is away has no hours.
    pub problem: &'a Problem,
    /// The plan under way, with what can no longer hold still in it.
    pub plan: &'a Plan,
    /// Minute of the horizon.
    pub now: i32,
    /// What has happened.
    pub news: News,
    /// Who and what is away, now or later.
    pub away: &'a [Disruption],
    /// Where the session of [`News::Freed`] was.
    pub freed: Option<&'a Placement>,
    /// Sessions that are wanted and have no place, in the order of the problem.
    pub waiting: &'a [u32],
    /// Minutes before a session within which the clinic counts a change as late.
    pub notice: i32,
    /// What people say who are asked. A policy that does not ask is told: whoever cannot is taken out of its plan.
    pub answers: Answers,
}

impl Situation<'_> {
    /// Sessions of a plan to which somebody who has to be asked says no. Asked is who was not to come then, and who was
    /// not to hold it. Who is on the telephone just now takes the time that is given, and whoever is moved to make room
    /// for others is taken to agree: it counts as a change.
    pub fn refusals(&self, plan: &Plan) -> Vec<u32> {
        let calls = match self.news {
            News::Emergency { session } | News::Referral { session } => Some(session),
            _ => None,
        };
        let placed = (0_u32..).zip(&plan.placements);
        let says_no = |(session, place): (u32, &Option<Placement>)| {
            let place = place.as_ref().filter(|place| place.start >= self.now)?;
            let was = self.plan.placements[session as usize].as_ref();
            let stands = was.is_some_and(|was| can_take_place(self.problem, session as usize, was, self.away));
            let is_group = self.problem.sessions[session as usize].seats.is_some();
            let is_asked = !stands && !is_group && calls != Some(session);
            (is_asked && !self.answers.agree(self.problem, session, was, place)).then_some(session)
        };
        placed.filter_map(says_no).collect()
    }
}

/// How a clinic schedules. It sees what is known at the moment, never what is to come.
pub trait Policy {
    /// A short name for reports.
    fn name(&self) -> &'static str;

    /// The schedule that is published, from the schedule as it stands with whatever is wrong in it.
    fn publish(&mut self, problem: &Problem, standing: &Plan) -> Plan;

    /// The plan to go on with. Places of sessions that have begun are not changed by what it says about them.
    fn respond(&mut self, situation: &Situation) -> Plan;
}

/// Proposals for one event, each without what was refused before; our choice.
pub const PROPOSALS: usize = 4;

/// Publishes what stands and only cancels what cannot take place: the least that any clinic does.
#[derive(Debug, Clone, Copy, Default)]
pub struct CancelOnly;

/// As [`CancelOnly`], and offers time that a patient has called off to those who wait, in the order of priority and
/// of the problem: the first whom it suits as it is, breaking no rule, is asked, and only that one.
#[derive(Debug, Clone, Copy, Default)]
pub struct Recall;

/// The optimizer: improves the schedule before it is published, and repairs it whenever something happens. A seat that
/// is given back goes to the first who waits for one.
///
/// Only an emergency moves anybody at short notice who could stay, and nobody loses a time to somebody who waits. Whoever
/// says no to a proposal gets another one, or
/// somebody else does, up to [`PROPOSALS`] times.
#[derive(Debug, Clone, Copy)]
pub struct Optimized {
    /// Seed of the search.
    pub seed: u64,
    /// Steps for the published schedule.
    pub steps: u64,
    /// Steps for each repair.
    pub repair_steps: u64,
}

impl Policy for CancelOnly {
    fn name(&self) -> &'static str {
        "cancel only"
    }

    fn publish(&mut self, _: &Problem, standing: &Plan) -> Plan {
        standing.clone()
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        without_impossible(situation)
    }
}

impl Policy for Recall {
    fn name(&self) -> &'static str {
        "recall the waiting list only"
    }

    fn publish(&mut self, _: &Problem, standing: &Plan) -> Plan {
        standing.clone()
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        let plan = without_impossible(situation);
        let found = match (situation.news, situation.freed) {
            (News::SeatFreed { session }, _) => reseated(situation, &plan, session),
            (_, Some(freed)) => most_urgent(situation)
                .into_iter()
                .find_map(|session| in_place_of(situation, &plan, session, freed)),
            _ => None,
        };
        found.unwrap_or(plan)
    }
}

impl Policy for Optimized {
    fn name(&self) -> &'static str {
        "optimizer with repair"
    }

    fn publish(&mut self, problem: &Problem, standing: &Plan) -> Plan {
        let params = Params {
            seed: self.seed,
            steps: self.steps,
            ..Params::default()
        };
        solve(problem, &params, Some(standing)).0
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        if let News::SeatFreed { session } = situation.news {
            let plan = without_impossible(situation);
            return reseated(situation, &plan, session).unwrap_or(plan);
        }
        let mut problem = situation.problem.clone();
        if !matches!(situation.news, News::Emergency { .. }) {
            keep_what_stands(&mut problem, situation);
        }
        let mut plan = self.repaired(situation, &problem);
        for _ in 1..PROPOSALS {
            let refusals = situation.refusals(&plan);
            if refusals.is_empty() {
                break;
            }
            for session in refusals {
                bar(&mut problem, situation, session, &plan);
            }
            plan = self.repaired(situation, &problem);
        }
        plan
    }
}

impl Optimized {
    fn repaired(&self, situation: &Situation, problem: &Problem) -> Plan {
        let damage = Damage {
            problem,
            plan: situation.plan,
            now: situation.now,
            sessions: situation.waiting,
            orders: &[],
        };
        let params = RepairParams {
            seed: self.seed,
            steps: self.repair_steps,
            proposals: 1,
        };
        let mut repair = Repair::new(damage, params);
        while repair.advance(u64::MAX) {}
        let first = repair.proposals().into_iter().next();
        first.map_or_else(|| without_impossible(situation), |first| first.plan)
    }
}

/// Nobody who has a time loses it to somebody who waits: what can stay and begins so soon that a change would be late is
/// locked, what comes later may be moved but not left out.
fn keep_what_stands(problem: &mut Problem, situation: &Situation) {
    let soon = situation.now + situation.notice;
    for (session, row) in problem.sessions.iter_mut().enumerate() {
        let place = situation.plan.placements[session].as_ref();
        let standing = place.filter(|place| can_take_place(situation.problem, session, place, situation.away));
        // What has no time weighs less than what has one, mandated or not.
        row.mandated = standing.is_some();
        if let Some(place) = standing.filter(|place| place.start < soon) {
            (row.locked, row.published) = (true, Some(place.clone()));
        }
    }
}

/// Takes out of a problem what was refused: the colleagues who would not step in, or the day.
fn bar(problem: &mut Problem, situation: &Situation, session: u32, plan: &Plan) {
    let (was, is) = (
        &situation.plan.placements[session as usize],
        &plan.placements[session as usize],
    );
    let Some(place) = is else { return };
    let row = &mut problem.sessions[session as usize];
    let Some(was) = was.as_ref().filter(|was| was.start == place.start) else {
        let day = |minute: i32| situation.problem.day_of(minute);
        row.windows.retain(|window| day(window.0) != day(place.start));
        return;
    };
    for (part, at) in row.parts.iter_mut().zip(&place.parts) {
        if was.parts.iter().all(|known| known.clinician != at.clinician) {
            part.eligible.retain(|eligible| eligible.clinician != at.clinician);
        }
    }
}

/// The plan under way without sessions that have not begun and for which somebody or the room is away. A group goes
/// on with those who are there.
pub fn without_impossible(situation: &Situation) -> Plan {
    let mut plan = situation.plan.clone();
    for (session, place) in plan.placements.iter_mut().enumerate() {
        let begun = place.as_ref().is_some_and(|place| place.start < situation.now);
        let impossible = |place: &Placement| !can_take_place(situation.problem, session, place, situation.away);
        if !begun && place.as_ref().is_some_and(impossible) {
            *place = None;
        }
    }
    let placed = &plan.placements;
    for seats in &mut plan.seats {
        seats.retain(|&session| placed[session as usize].is_some());
    }
    plan
}

/// True if those who are needed and the room are there.
pub(super) fn can_take_place(problem: &Problem, session: usize, place: &Placement, away: &[Disruption]) -> bool {
    let row = &problem.sessions[session];
    let meets = |from: i32, until: i32, start: i32, minutes: i32| from < start + minutes && start < until;
    let absent = |clinician: u32, start: i32, minutes: i32| {
        away.iter().any(|event| match *event {
            Disruption::Away {
                clinician: who,
                from,
                until,
            } => who == clinician && meets(from, until, start, minutes),
            _ => false,
        })
    };
    let closed = away.iter().any(|event| match *event {
        Disruption::Closed { room, from, until } => {
            place.room == Some(room) && meets(from, until, place.start, row.minutes)
        }
        _ => false,
    });
    let absentees = place
        .parts
        .iter()
        .zip(&row.parts)
        .filter(|(at, part)| absent(at.clinician, at.start, part.minutes))
        .count();
    let enough = absentees == 0 || (row.seats.is_some() && absentees < place.parts.len());
    !closed && enough
}
