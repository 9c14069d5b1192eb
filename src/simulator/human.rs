//! A plausible human scheduler: keeps the schedule as it stands and, when something happens, takes the first thing
//! that fits, by the rules of thumb of a front desk. A fair opponent: it never overlooks an entry while it mends.

use crate::model::problem::{Assigned, Placement, Problem};
use crate::model::{self, Plan};
use crate::order::Arrange;

use super::policy::{News, Policy, Situation, without_impossible};
use super::streams::{Luck, Streams};

/// How the front desk works. All are our choices, and the same for every clinic and seed; they were not fitted to any
/// result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Habits {
    /// Colleagues asked to step in for somebody, the one who knows the patient best first.
    pub colleagues: usize,
    /// Chance that one who is free steps in at once.
    pub steps_in: f64,
    /// Chance that a patient whose session falls out is offered another time of the same week.
    pub offers_later: f64,
    /// Patients of the waiting list who are called about a free time.
    pub calls: usize,
    /// Chance that one of them can come.
    pub can_come: f64,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            colleagues: 2,
            steps_in: 0.8,
            offers_later: 0.6,
            calls: 3,
            can_come: 0.6,
        }
    }
}

/// Lines of the chart, minutes.
const LINE_MIN: i32 = 30;

/// The human scheduler.
#[derive(Debug, Clone, Copy)]
pub struct Human {
    /// How it works.
    pub habits: Habits,
    /// What it leaves to chance, by session: the same in every run of the same number.
    pub streams: Streams,
}

impl Policy for Human {
    fn name(&self) -> &'static str {
        "human scheduler"
    }

    fn publish(&mut self, _: &Problem, standing: &Plan) -> Plan {
        standing.clone()
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        let plan = without_impossible(situation);
        match (situation.news, situation.freed) {
            (News::Absences, _) => self.cover(situation, plan),
            (News::Freed { .. }, Some(freed)) => self.call_waiting(situation, plan, freed),
            (News::Freed { .. }, None) => plan,
            (News::Emergency { session }, _) => {
                let day = situation.problem.day_of(situation.now);
                first_line(situation, &plan, session, usize::MAX, day..day + 1).unwrap_or(plan)
            }
        }
    }
}

impl Human {
    fn chance(&self, problem: &Problem, session: u32, number: u64, chance: f64) -> bool {
        let key = &problem.sessions[session as usize].key;
        self.streams.of(Luck::Policy, key, number).chance(chance)
    }

    /// Sessions that fell out, in order of time: a colleague at the same time, or another time later in the week.
    fn cover(&self, situation: &Situation, mut plan: Plan) -> Plan {
        let problem = situation.problem;
        let mut fallen: Vec<(i32, u32)> = (0_u32..)
            .zip(situation.plan.placements.iter().zip(&plan.placements))
            .filter_map(|(session, (was, is))| Some((was.as_ref().filter(|_| is.is_none())?.start, session)))
            .collect();
        fallen.arrange();
        for (start, session) in fallen {
            let Some(was) = &situation.plan.placements[session as usize] else {
                continue;
            };
            let covered = self.colleague(situation, &plan, session, was);
            let later = || {
                let next = problem.day_of(start.max(situation.now)) + 1;
                let offers = self.chance(problem, session, 100, self.habits.offers_later);
                let days = next..problem.num_days;
                offers.then(|| first_line(situation, &plan, session, self.habits.colleagues, days))?
            };
            if let Some(mended) = covered.or_else(later) {
                let mut mended = mended;
                // Whoever had a seat keeps it.
                for (seats, was) in mended.seats.iter_mut().zip(&situation.plan.seats) {
                    if was.contains(&session) && !seats.contains(&session) {
                        seats.push(session);
                        seats.arrange();
                    }
                }
                plan = mended;
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
        let mut asked = 0;
        for clinician in free {
            let trial = (0..row.parts.len()).find_map(|part| {
                let mut place = was.clone();
                place.parts[part].clinician = clinician;
                placed(problem, plan, session, place)
            });
            let Some(trial) = trial else { continue };
            if self.chance(problem, session, asked as u64, self.habits.steps_in) {
                return Some(trial);
            }
            asked += 1;
            if asked >= self.habits.colleagues {
                break;
            }
        }
        None
    }

    /// Calls who waits, the most urgent first, about a time that is free as it is.
    fn call_waiting(&self, situation: &Situation, plan: Plan, freed: &Placement) -> Plan {
        let problem = situation.problem;
        let mut waiting = situation.waiting.to_vec();
        waiting.arrange_by_key(|&session| (-problem.sessions[session as usize].unplaced_cents, session));
        let mut called = 0;
        for session in waiting {
            let row = &problem.sessions[session as usize];
            if row.parts.len() != freed.parts.len() {
                continue;
            }
            let trial = (0..row.choices.len()).find_map(|choice| {
                let room = freed.room.filter(|_| !row.choices[choice].room_classes.is_empty());
                let place = Placement {
                    choice: choice as u8,
                    room,
                    ..freed.clone()
                };
                placed(problem, &plan, session, place)
            });
            let Some(trial) = trial else { continue };
            if self.chance(problem, session, 200 + freed.start.max(0) as u64, self.habits.can_come) {
                return trial;
            }
            called += 1;
            if called >= self.habits.calls {
                break;
            }
        }
        plan
    }
}

/// Who may hold a session, those who know the patient first.
fn by_acquaintance(problem: &Problem, session: u32) -> Vec<u32> {
    let parts = &problem.sessions[session as usize].parts;
    let mut able: Vec<(i64, u32)> = parts
        .first()
        .into_iter()
        .flat_map(|part| &part.eligible)
        .map(|eligible| (eligible.continuity, eligible.clinician))
        .collect();
    able.arrange();
    able.into_iter().map(|(_, clinician)| clinician).collect()
}

/// The first half-hour line of these days on which a session of one clinician fits, with one of the first `people`.
fn first_line(
    situation: &Situation,
    plan: &Plan,
    session: u32,
    people: usize,
    days: std::ops::Range<usize>,
) -> Option<Plan> {
    let problem = situation.problem;
    let row = &problem.sessions[session as usize];
    if row.parts.len() != 1 {
        return None;
    }
    let choice = row.choices.first()?;
    let able = by_acquaintance(problem, session);
    let day_min = problem.day_min;
    let lines = days.flat_map(|day| (0..day_min / LINE_MIN).map(move |line| day as i32 * day_min + line * LINE_MIN));
    for start in lines.filter(|&start| start >= situation.now) {
        for &clinician in able.iter().take(people) {
            let rooms = (0_u32..).zip(&problem.rooms);
            let rooms = rooms.filter(|(_, room)| choice.room_classes.contains(&room.class));
            let mut rooms: Vec<Option<u32>> = rooms.map(|(room, _)| Some(room)).collect();
            if choice.room_classes.is_empty() {
                rooms.push(None);
            }
            let trial = rooms.into_iter().find_map(|room| {
                let place = Placement {
                    start,
                    choice: 0,
                    room,
                    parts: vec![Assigned { clinician, start }],
                };
                placed(problem, plan, session, place)
            });
            if trial.is_some() {
                return trial;
            }
        }
    }
    None
}

/// The plan with a session at a place, if that breaks no rule that was kept before.
pub(super) fn placed(problem: &Problem, plan: &Plan, session: u32, place: Placement) -> Option<Plan> {
    let row = &problem.sessions[session as usize];
    let lies_in = |windows: &[(i32, i32)], from: i32, to: i32| windows.iter().any(|w| w.0 <= from && to <= w.1);
    if !lies_in(&row.windows, place.start, place.start + row.minutes) {
        return None;
    }
    // What the checker would say as well, and soon: most places fail here.
    for (at, part) in place.parts.iter().zip(&row.parts) {
        let (from, to) = (at.start - part.before, at.start + part.minutes + part.after);
        let duty = problem.duty_of(at.clinician, problem.day_of(at.start))?;
        let is_taken = |(other, other_row): (&Placement, &model::problem::Session)| {
            other.parts.iter().zip(&other_row.parts).any(|(other, part)| {
                let (first, last) = (other.start - part.before, other.start + part.minutes + part.after);
                other.clinician == at.clinician && first < to && from < last
            })
        };
        let others = plan.placements.iter().zip(&problem.sessions);
        let mut others = others.filter_map(|(other, row)| Some((other.as_ref()?, row)));
        let able = part.eligible.iter().any(|eligible| eligible.clinician == at.clinician);
        if !able || !lies_in(&problem.duties[duty].windows, from, to) || others.any(is_taken) {
            return None;
        }
    }
    let mut trial = plan.clone();
    trial.placements[session as usize] = Some(place);
    let faults = model::check(problem, plan);
    let new = model::check(problem, &trial)
        .into_iter()
        .any(|fault| !faults.contains(&fault));
    (!new).then_some(trial)
}
