//! Where a session fits into a plan as it is, with nobody moved.

use std::cell::OnceCell;

use crate::model::check::Violation;
use crate::model::problem::{ANYWHERE, Assigned, Part, Place, Placement, Problem, Session};
use crate::model::{self, Plan};
use crate::order::Arrange;

/// Places that are tried on the checker at most for one session, when the nearest one is looked for; our choice.
const MOST_TRIALS: usize = 12;
/// Starts of free slots, minutes apart; our choice.
const SLOT_MIN: i32 = 15;

/// A session that looks for a place in a plan.
pub(super) struct Search<'p> {
    problem: &'p Problem,
    plan: &'p Plan,
    session: u32,
    /// What is wrong with the plan already; looked for when a place looks free, which few do.
    faults: OnceCell<Vec<Violation>>,
}

impl<'p> Search<'p> {
    pub(super) fn new(problem: &'p Problem, plan: &'p Plan, session: u32) -> Self {
        Self {
            problem,
            plan,
            session,
            faults: OnceCell::new(),
        }
    }

    fn row(&self) -> &'p Session {
        &self.problem.sessions[self.session as usize]
    }

    /// The plan with the session at a place, if that breaks no rule that was kept before.
    pub(super) fn at(&self, place: Placement) -> Option<Plan> {
        self.looks_free(&place).then(|| self.checked(place))?
    }

    fn checked(&self, place: Placement) -> Option<Plan> {
        let mut trial = self.plan.clone();
        trial.placements[self.session as usize] = Some(place);
        let faults = self.faults.get_or_init(|| model::check(self.problem, self.plan));
        let new = model::check(self.problem, &trial)
            .iter()
            .any(|fault| !faults.contains(fault));
        (!new).then_some(trial)
    }

    /// What the checker would say as well, and soon: most places fail here.
    fn looks_free(&self, place: &Placement) -> bool {
        let row = self.row();
        if !lies_in(&row.windows, place.start, place.start + row.minutes) {
            return false;
        }
        let is_clash = |(other, other_row): (&Placement, &Session)| {
            let same_room = place.room.is_some() && place.room == other.room;
            let same_patient = row.patient.is_some() && row.patient == other_row.patient;
            let meets = place.start < other.start + other_row.minutes && other.start < place.start + row.minutes;
            (same_room || same_patient) && meets
        };
        let here = spot(row, place);
        let mut parts = place.parts.iter().zip(&row.parts);
        !self.others().any(is_clash) && parts.all(|(at, part)| self.is_free(at, part, here))
    }

    fn others(&self) -> impl Iterator<Item = (&'p Placement, &'p Session)> {
        let (session, placements) = (self.session as usize, &self.plan.placements);
        let rows = self.problem.sessions.iter().enumerate();
        rows.zip(placements)
            .filter(move |((other, _), _)| *other != session)
            .filter_map(|((_, row), place)| Some((place.as_ref()?, row)))
    }

    fn is_free(&self, at: &Assigned, part: &Part, here: Place) -> bool {
        let (from, to) = (at.start - part.before, at.start + part.minutes + part.after);
        let duty = self.problem.duty_of(at.clinician, self.problem.day_of(at.start));
        let at_work = duty.is_some_and(|duty| lies_in(&self.problem.duties[duty].windows, from, to));
        let able = part.eligible.iter().any(|eligible| eligible.clinician == at.clinician);
        let is_taken = |(place, row): (&Placement, &Session)| {
            let there = spot(row, place);
            let (way_there, way_back) = (
                self.problem.travel.minutes(here, there),
                self.problem.travel.minutes(there, here),
            );
            place.parts.iter().zip(&row.parts).any(|(other, part)| {
                let (first, last) = (other.start - part.before, other.start + part.minutes + part.after);
                other.clinician == at.clinician && first < to + way_there && from < last + way_back
            })
        };
        at_work && able && !self.others().any(is_taken)
    }

    /// The nearest free slot from a minute on: to the time the session had, or the earliest.
    pub(super) fn nearest(&self, was: Option<&Placement>, now: i32) -> Option<Plan> {
        let row = self.row();
        let target = was.map_or(i32::MIN / 2, |place| place.start);
        // A multiple of the clinic's grid.
        let grid = self.problem.grid.max(1);
        let slot = (SLOT_MIN + grid - 1) / grid * grid;
        let mut starts = Vec::new();
        for &(from, to) in &row.windows {
            starts.extend((from.max(now)..=to - row.minutes).filter(|start| start % slot == 0));
        }
        if let Some(place) = was.filter(|place| place.start >= now) {
            starts.push(place.start);
        }
        starts.arrange_by_key(|&start| (i64::from(start - target).abs(), start));
        starts.dedup();
        let able = by_acquaintance(self.problem, self.session);
        let mut trials = 0;
        for start in starts {
            for parts in self.staffings(start, was, &able) {
                let Some(place) = self.place(start, parts) else {
                    continue;
                };
                if let Some(found) = self.checked(place) {
                    return Some(found);
                }
                trials += 1;
                if trials >= MOST_TRIALS {
                    return None;
                }
            }
        }
        None
    }

    /// Who may hold it at a start: one clinician after another, or those who had it.
    fn staffings(&self, start: i32, was: Option<&Placement>, able: &[u32]) -> Vec<Vec<Assigned>> {
        match (self.row().parts.len(), was) {
            (1, _) => able
                .iter()
                .map(|&clinician| vec![Assigned { clinician, start }])
                .collect(),
            (_, Some(was)) => {
                let moved = |part: &Assigned| Assigned {
                    start: part.start - was.start + start,
                    ..*part
                };
                vec![was.parts.iter().map(moved).collect()]
            }
            _ => Vec::new(),
        }
    }

    /// The first way and room that look free.
    fn place(&self, start: i32, parts: Vec<Assigned>) -> Option<Placement> {
        let choices = self.row().choices.iter().enumerate();
        let mut ways = choices.flat_map(|(choice, way)| {
            let rooms = (0_u32..).zip(&self.problem.rooms);
            let rooms = rooms.filter(|(_, room)| way.room_classes.contains(&room.class));
            let mut rooms: Vec<Option<u32>> = rooms.map(|(room, _)| Some(room)).collect();
            if way.room_classes.is_empty() {
                rooms.push(None);
            }
            rooms.into_iter().map(move |room| (choice as u8, room))
        });
        ways.find_map(|(choice, room)| {
            let place = Placement {
                start,
                choice,
                room,
                parts: parts.clone(),
            };
            self.looks_free(&place).then_some(place)
        })
    }
}

/// Where a session takes place.
fn spot(row: &Session, place: &Placement) -> Place {
    row.choices
        .get(usize::from(place.choice))
        .map_or(ANYWHERE, |choice| choice.place)
}

fn lies_in(windows: &[(i32, i32)], from: i32, to: i32) -> bool {
    windows.iter().any(|window| window.0 <= from && to <= window.1)
}

/// Who may hold a session, those who know the patient first.
pub(super) fn by_acquaintance(problem: &Problem, session: u32) -> Vec<u32> {
    let parts = &problem.sessions[session as usize].parts;
    let eligible = parts.first().into_iter().flat_map(|part| &part.eligible);
    let mut able: Vec<(i64, u32)> = eligible.map(|row| (row.continuity, row.clinician)).collect();
    able.arrange();
    able.into_iter().map(|(_, clinician)| clinician).collect()
}

/// Sessions that have lost their place, with the start they had, in order of time.
pub(super) fn fallen(was: &Plan, is: &Plan) -> Vec<(i32, u32)> {
    let mut fallen: Vec<(i32, u32)> = (0_u32..)
        .zip(was.placements.iter().zip(&is.placements))
        .filter_map(|(session, (was, is))| Some((was.as_ref().filter(|_| is.is_none())?.start, session)))
        .collect();
    fallen.arrange();
    fallen
}

/// Whoever had a seat in a session that has a place again keeps it, if the new time breaks no rule for them.
pub(super) fn keep_seats(problem: &Problem, was: &Plan, plan: &mut Plan, session: u32) {
    for order in 0..was.seats.len() {
        if !was.seats[order].contains(&session) || plan.seats[order].contains(&session) {
            continue;
        }
        let faults = model::check(problem, plan);
        plan.seats[order].push(session);
        plan.seats[order].arrange();
        let stays = plan.placements[session as usize] == was.placements[session as usize];
        let worse = !stays && model::check(problem, plan).iter().any(|fault| !faults.contains(fault));
        if worse {
            plan.seats[order].retain(|&seat| seat != session);
        }
    }
}
