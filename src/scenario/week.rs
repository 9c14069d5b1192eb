//! A planned week in numbers: who is seen by whom, what people work, what stays unplaced. Read from a problem and a
//! plan once, then lived through many times.

use std::collections::BTreeMap;

use super::access::Access;
use super::sessions::{Sessions, Writer};
use crate::kpi::{Indicator, IndicatorOptions, View, indicators};
use crate::model::clinic::{Clinic, Overtime};
use crate::model::problem::{ANYWHERE, Duty, Lunch, Place, Problem};
use crate::model::{Plan, clinic};
use crate::order::{Arrange, IntoOrdered};

/// What one clinician works and is paid for in the week.
#[derive(Debug, Clone)]
pub struct Work {
    /// Id in the clinic.
    pub id: String,
    /// Agreed minutes.
    pub contract: i32,
    /// Minutes worked by the plan.
    pub worked: i32,
    /// Of these: overtime by the person's own rule.
    pub overtime: i32,
    /// True if hours above contract are paid.
    pub paid_extra: bool,
    /// Pay per hour, cents, as the clinic has it today.
    pub pay_cents_hour: i64,
    /// Discipline.
    pub discipline: String,
}

/// A planned week.
#[derive(Debug, Clone, Default)]
pub struct PlannedWeek {
    /// What takes place.
    pub sessions: Sessions,
    /// By clinician of the problem.
    pub work: Vec<Work>,
    /// Patient sessions and seats wanted.
    pub wanted: i32,
    /// Of these: without a place, by service.
    pub unplaced: Vec<i32>,
    /// Of these: demanded by clinical rules.
    pub mandated_unplaced: i32,
    /// Bookable minutes [K14].
    pub bookable_min: f64,
    /// Paid minutes [K2].
    pub paid_min: f64,
    /// Minutes on the way [K2].
    pub travel_min: f64,
    /// Tenths of miles driven.
    pub distance: i32,
    /// Minutes that rooms are occupied [K16].
    pub room_min: f64,
    /// Minutes that rooms are open [K16].
    pub room_open_min: f64,
    /// Access and strain, where they are asked for.
    pub access: Option<Access>,
}

impl PlannedWeek {
    /// The numbers of a plan for the problem built from `clinic`.
    pub fn new(clinic: &Clinic, problem: &Problem, plan: &Plan) -> Self {
        let services: BTreeMap<&str, usize> = index(clinic.services.iter().map(|row| row.id.as_str()));
        let mut week = Self {
            unplaced: vec![0; clinic.services.len()],
            ..Self::default()
        };
        let mut patients: Vec<Vec<u32>> = vec![Vec::new(); problem.sessions.len()];
        for (order, given) in problem.seat_orders.iter().zip(&plan.seats) {
            for &session in given {
                patients[session as usize].push(order.patient);
            }
            let missing = (order.count - given.len() as i32).max(0);
            week.wanted += order.count;
            let service = order
                .options
                .first()
                .map(|&session| &problem.sessions[session as usize].service);
            if let Some(&service) = service.and_then(|id| services.get(id.as_str())) {
                week.unplaced[service] += missing;
            }
            week.mandated_unplaced += if order.mandated { missing } else { 0 };
        }
        let mut sessions = Writer::new(clinic, problem);
        for (idx, (session, placement)) in problem.sessions.iter().zip(&plan.placements).enumerate() {
            let Some(&service) = services.get(session.service.as_str()) else {
                continue;
            };
            if let Some(patient) = session.patient {
                week.wanted += 1;
                patients[idx].push(patient);
            }
            let Some(placement) = placement else {
                week.unplaced[service] += i32::from(session.patient.is_some());
                week.mandated_unplaced += i32::from(session.patient.is_some() && session.mandated);
                continue;
            };
            sessions.add(idx, service, placement, &patients[idx]);
        }
        week.sessions = sessions.finish();
        week.count(clinic, problem, plan);
        week.count_work(clinic, problem, plan);
        week
    }

    /// What the indicators count, by the rules of the catalogue.
    fn count(&mut self, clinic: &Clinic, problem: &Problem, plan: &Plan) {
        let view = View::plan(clinic, problem, plan, IndicatorOptions::default());
        let found = indicators(&view, &["K2", "K14", "K16"].map(String::from));
        let fraction = |id: &str| {
            let indicator = found.iter().find(|indicator| indicator.id == id);
            let part = |pick: fn(&Indicator) -> Option<f64>| indicator.and_then(pick).unwrap_or(0.0);
            (part(|found| found.numerator), part(|found| found.denominator))
        };
        (self.travel_min, self.paid_min) = fraction("K2");
        (_, self.bookable_min) = fraction("K14");
        (self.room_min, self.room_open_min) = fraction("K16");
    }

    fn count_work(&mut self, clinic: &Clinic, problem: &Problem, plan: &Plan) {
        let rows: BTreeMap<&str, usize> = index(clinic.clinicians.iter().map(|row| row.id.as_str()));
        let mut duties: BTreeMap<(u32, u16), Vec<Commitment>> = BTreeMap::new();
        for (session, placement) in problem.sessions.iter().zip(&plan.placements) {
            let Some(placement) = placement else { continue };
            let place = session.choices[placement.choice as usize].place;
            for (part, at) in session.parts.iter().zip(&placement.parts) {
                duties
                    .entry((at.clinician, problem.day_of(at.start) as u16))
                    .or_default()
                    .push(Commitment {
                        from: at.start - part.before,
                        to: at.start + part.minutes + part.after,
                        place,
                    });
            }
        }
        for (idx, person) in problem.clinicians.iter().enumerate() {
            let Some(row) = rows.get(person.id.as_str()).map(|&row| &clinic.clinicians[row]) else {
                continue;
            };
            let own = |duty: &&Duty| duty.clinician == idx as u32;
            let mut days = Vec::new();
            for duty in problem.duties.iter().filter(own) {
                if let Some(commitments) = duties.get_mut(&(duty.clinician, duty.day)) {
                    let day = worked_day(problem, duty, commitments);
                    self.distance += day.distance;
                    days.push(day.worked);
                }
            }
            let worked = days.iter().sum();
            self.work.push(Work {
                id: person.id.clone(),
                contract: row.contract_week_min,
                worked,
                overtime: overtime(row.overtime, &days),
                paid_extra: row.overtime != Overtime::None,
                pay_cents_hour: row.pay_cents_hour,
                discipline: row.discipline.clone(),
            });
        }
    }
}

fn index<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    ids.enumerate().map(|(idx, id)| (id, idx)).into_map()
}

/// A busy time of a clinician.
struct Commitment {
    from: i32,
    to: i32,
    place: Place,
}

struct WorkedDay {
    worked: i32,
    distance: i32,
}

/// Worked minutes of a duty by the rule of [`Duty`], and the ways of the day (those to and from home only if paid).
fn worked_day(problem: &Problem, duty: &Duty, commitments: &mut [Commitment]) -> WorkedDay {
    commitments.arrange_by_key(|commitment| (commitment.from, commitment.to));
    let (mut begin, mut end) = (i32::MAX, i32::MIN);
    let (mut distance, mut longest) = (0, 0);
    let mut here = duty.start_place;
    let mut last: Option<i32> = None;
    for commitment in commitments.iter() {
        let next = if commitment.place == ANYWHERE {
            here
        } else {
            commitment.place
        };
        let way = problem.travel.minutes(here, next);
        match last {
            Some(last) => {
                distance += problem.travel.distance(here, next);
                let free = |lunch: Lunch| lunch.free_between(last, commitment.from, way);
                longest = longest.max(duty.lunch.map_or(0, free));
            }
            None if duty.commute_paid => {
                distance += problem.travel.distance(here, next);
                begin = begin.min(commitment.from - way);
            }
            None => {}
        }
        begin = begin.min(commitment.from);
        end = end.max(commitment.to);
        last = Some(last.map_or(commitment.to, |last| last.max(commitment.to)));
        here = next;
    }
    if duty.commute_paid {
        let way = problem.travel.minutes(here, duty.end_place);
        distance += problem.travel.distance(here, duty.end_place);
        end += way;
    }
    WorkedDay {
        worked: (end - begin - duty.lunch.map_or(0, |lunch| lunch.taken(longest))).max(0),
        distance,
    }
}

/// Overtime minutes of a week with these worked days [FLSA54][7J]. Of the 8/80 rule, which looks at two weeks, two
/// equal weeks are assumed.
fn overtime(rule: clinic::Overtime, days: &[i32]) -> i32 {
    let above_40 = (days.iter().sum::<i32>() - 40 * 60).max(0);
    match rule {
        Overtime::None => 0,
        Overtime::Weekly40 => above_40,
        Overtime::EightEighty => above_40.max(days.iter().map(|day| (day - 8 * 60).max(0)).sum()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overtime_follows_the_rule() {
        assert_eq!(overtime(Overtime::Weekly40, &[600, 600, 600, 600]), 0);
        assert_eq!(overtime(Overtime::Weekly40, &[540; 5]), 300);
        assert_eq!(overtime(Overtime::EightEighty, &[600, 480, 480]), 120);
        assert_eq!(overtime(Overtime::EightEighty, &[480; 6]), 480);
        assert_eq!(overtime(Overtime::None, &[700; 6]), 0);
    }
}
