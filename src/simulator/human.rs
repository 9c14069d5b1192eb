//! A plausible human scheduler: keeps the schedule as it stands, mends what strikes the eye, and when something happens
//! takes the first thing that fits, by the rules of thumb of a front desk. A fair opponent: it never overlooks an entry
//! while it mends, and how much it does was chosen for it (`docs/simulator.md`).

use crate::model::check::Rule;
use crate::model::problem::{Assigned, Placement, Problem};
use crate::model::{self, Plan};
use crate::order::Arrange;

use super::fit::{Search, by_acquaintance, fallen, keep_seats};
use super::policy::{News, Policy, Situation, without_impossible};
use super::seats::reseated;

/// How the front desk works: the same for every clinic and seed. How much is tried was chosen by `bench habits`, on other seeds than those that are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Habits {
    /// Colleagues asked to step in for somebody, the one who knows the patient best first. Tuned.
    pub colleagues: usize,
    /// Patients of the waiting list who are called about a free time. Tuned.
    pub calls: usize,
    /// Double bookings that are seen and mended before the week is published. Tuned.
    pub mends: usize,
    /// Patients of the waiting list who get a free line before the week is published, the most urgent first. Tuned.
    pub books: usize,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            colleagues: 4,
            calls: 3,
            mends: 20,
            books: 20,
        }
    }
}

/// Lines of the chart, minutes.
const LINE_MIN: i32 = 30;

/// The human scheduler.
#[derive(Debug, Clone, Copy, Default)]
pub struct Human {
    /// How it works.
    pub habits: Habits,
}

impl Policy for Human {
    fn name(&self) -> &'static str {
        "human scheduler"
    }

    fn publish(&mut self, problem: &Problem, standing: &Plan) -> Plan {
        let mut plan = standing.clone();
        let strikes_the_eye = |rule| matches!(rule, Rule::ClinicianOverlap | Rule::RoomOverlap | Rule::PatientOverlap);
        let faults = model::check(problem, standing);
        let seen = faults.iter().filter(|fault| strikes_the_eye(fault.rule));
        for fault in seen.take(self.habits.mends) {
            let may_move = |session: &&u32| {
                let row = &problem.sessions[**session as usize];
                !row.locked && row.seats.is_none() && row.parts.len() == 1
            };
            let Some(&session) = fault.sessions.iter().rev().find(may_move) else {
                continue;
            };
            let mut without = plan.clone();
            let Some(was) = without.placements[session as usize].take() else {
                continue;
            };
            // With the same clinician, on the same day if there is a line, else on a later one.
            let day = problem.day_of(was.start);
            let known: Vec<u32> = was.parts.iter().map(|part| part.clinician).collect();
            let days = (day..day + 1).chain(day + 1..problem.num_days);
            plan = first_line(problem, &without, session, &known, days, i32::MIN).unwrap_or(plan);
        }
        let waiting = (0_u32..).zip(&problem.sessions).filter(|(session, row)| {
            let is_wanted = row.seats.is_none() && row.unplaced_cents > 0 && !row.windows.is_empty();
            is_wanted && plan.placements[*session as usize].is_none()
        });
        let waiting = by_urgency(problem, waiting.map(|(session, _)| session).collect());
        for session in waiting.into_iter().take(self.habits.books) {
            let able = by_acquaintance(problem, session);
            plan = first_line(problem, &plan, session, &able, 0..problem.num_days, 0).unwrap_or(plan);
        }
        plan
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        let problem = situation.problem;
        let plan = without_impossible(situation);
        let today = problem.day_of(situation.now);
        match (situation.news, situation.freed) {
            (News::Absences, _) => self.cover(situation, plan),
            (News::Freed { .. }, Some(freed)) => self.call_waiting(situation, plan, freed),
            (News::Freed { .. }, None) => plan,
            (News::SeatFreed { session }, _) => reseated(situation, &plan, session).unwrap_or(plan),
            (News::Emergency { session }, _) => {
                let able = by_acquaintance(problem, session);
                first_line(problem, &plan, session, &able, today..today + 1, situation.now).unwrap_or(plan)
            }
            (News::Referral { session }, _) => {
                let able = by_acquaintance(problem, session);
                first_line(problem, &plan, session, &able, today..problem.num_days, situation.now).unwrap_or(plan)
            }
        }
    }
}

impl Human {
    /// Sessions that fell out, in order of time: a colleague at the same time, or another time later in the week.
    fn cover(&self, situation: &Situation, mut plan: Plan) -> Plan {
        let problem = situation.problem;
        for (start, session) in fallen(situation.plan, &plan) {
            let Some(was) = &situation.plan.placements[session as usize] else {
                continue;
            };
            let covered = self.colleague(situation, &plan, session, was);
            let later = || {
                let next = problem.day_of(start.max(situation.now)) + 1;
                let mut able = by_acquaintance(problem, session);
                able.truncate(self.habits.colleagues.max(1));
                let days = next..problem.num_days;
                let found = first_line(problem, &plan, session, &able, days, situation.now)?;
                let day = problem.day_of(found.placements[session as usize].as_ref()?.start);
                situation.answers.can_come(problem, session, day).then_some(found)
            };
            if let Some(mended) = covered.or_else(later) {
                plan = mended;
                keep_seats(problem, situation.plan, &mut plan, session);
            }
        }
        plan
    }

    fn colleague(&self, situation: &Situation, plan: &Plan, session: u32, was: &Placement) -> Option<Plan> {
        let problem = situation.problem;
        let row = &problem.sessions[session as usize];
        let known: Vec<u32> = was.parts.iter().map(|part| part.clinician).collect();
        let free = by_acquaintance(problem, session)
            .into_iter()
            .filter(|clinician| !known.contains(clinician));
        let search = Search::new(problem, plan, session);
        let mut asked = 0;
        for clinician in free {
            if asked >= self.habits.colleagues {
                break;
            }
            // Only for the one who is not there.
            let trial = (0..row.parts.len()).find_map(|part| {
                let mut place = was.clone();
                place.parts[part].clinician = clinician;
                search.at(place)
            });
            let Some(trial) = trial else { continue };
            if situation.answers.steps_in(problem, session, clinician) {
                return Some(trial);
            }
            asked += 1;
        }
        None
    }

    /// Calls who waits, the most urgent first, about a time that is free as it is.
    fn call_waiting(&self, situation: &Situation, plan: Plan, freed: &Placement) -> Plan {
        let mut called = 0;
        for session in most_urgent(situation) {
            if called >= self.habits.calls {
                break;
            }
            let Some(trial) = in_place_of(situation, &plan, session, freed) else {
                continue;
            };
            let day = situation.problem.day_of(freed.start);
            if situation.answers.can_come(situation.problem, session, day) {
                return trial;
            }
            called += 1;
        }
        plan
    }
}

/// Who waits, the most urgent first.
pub(super) fn most_urgent(situation: &Situation) -> Vec<u32> {
    by_urgency(situation.problem, situation.waiting.to_vec())
}

fn by_urgency(problem: &Problem, mut sessions: Vec<u32>) -> Vec<u32> {
    sessions.arrange_by_key(|&session| (-problem.sessions[session as usize].unplaced_cents, session));
    sessions
}

/// The plan with a session in a time that was freed, as it is.
pub(super) fn in_place_of(situation: &Situation, plan: &Plan, session: u32, freed: &Placement) -> Option<Plan> {
    let row = &situation.problem.sessions[session as usize];
    if row.parts.len() != freed.parts.len() {
        return None;
    }
    let search = Search::new(situation.problem, plan, session);
    (0..row.choices.len()).find_map(|choice| {
        let room = freed.room.filter(|_| !row.choices[choice].room_classes.is_empty());
        search.at(Placement {
            choice: choice as u8,
            room,
            ..freed.clone()
        })
    })
}

/// The first half-hour line of these days, from a minute on, on which a session of one clinician fits with one of
/// these people.
fn first_line(
    problem: &Problem,
    plan: &Plan,
    session: u32,
    people: &[u32],
    days: impl Iterator<Item = usize>,
    from: i32,
) -> Option<Plan> {
    let row = &problem.sessions[session as usize];
    let choice = row.choices.first().filter(|_| row.parts.len() == 1)?;
    let rooms = (0_u32..).zip(&problem.rooms);
    let rooms = rooms.filter(|(_, room)| choice.room_classes.contains(&room.class));
    let mut rooms: Vec<Option<u32>> = rooms.map(|(room, _)| Some(room)).collect();
    if choice.room_classes.is_empty() {
        rooms.push(None);
    }
    let search = Search::new(problem, plan, session);
    let day_min = problem.day_min;
    for day in days {
        let lines = (0..day_min / LINE_MIN).map(|line| day as i32 * day_min + line * LINE_MIN);
        for start in lines.filter(|&start| start >= from) {
            for &clinician in people {
                let found = rooms.iter().find_map(|&room| {
                    search.at(Placement {
                        start,
                        choice: 0,
                        room,
                        parts: vec![Assigned { clinician, start }],
                    })
                });
                if found.is_some() {
                    return found;
                }
            }
        }
    }
    None
}
