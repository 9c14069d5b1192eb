//! Limits on what a clinician does in a day or a week, and what it costs to pass those that may be passed.

use crate::model::CostTerm;
use crate::model::clinic::Overtime;
use crate::model::problem::{Part, Problem};

use super::prices::{Kind, Prices};

/// What an amount of a part is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// Minutes with those before and after.
    Booked,
    /// Tenths of points.
    Points,
    /// Acuity points of the session.
    Acuity,
}

/// The limits of each duty: price and what is counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Limits {
    of_duty: Vec<Vec<(u32, Measure)>>,
}

impl Limits {
    pub fn new(problem: &Problem, prices: &mut Prices) -> Self {
        let mut limits = Self {
            of_duty: vec![Vec::new(); problem.duties.len()],
        };
        let unit = mean_length(problem);
        let mut adder = Adder {
            problem,
            prices,
            limits: &mut limits,
            unit,
        };
        adder.days();
        adder.reserve();
        adder.clinicians();
        limits
    }

    /// What a part takes of the limits of a duty.
    pub fn amounts(&self, duty: usize, part: &Part, acuity: i32) -> Vec<(u32, i32)> {
        let amount = |measure: Measure| match measure {
            Measure::Booked => part.before + part.minutes + part.after,
            Measure::Points => part.points,
            Measure::Acuity => acuity,
        };
        let limits = self.of_duty[duty].iter();
        limits
            .map(|&(price, measure)| (price, amount(measure)))
            .filter(|&(_, amount)| amount != 0)
            .collect()
    }
}

struct Adder<'a> {
    problem: &'a Problem,
    prices: &'a mut Prices,
    limits: &'a mut Limits,
    unit: i32,
}

impl Adder<'_> {
    fn add(&mut self, duties: &[usize], measure: Measure, kind: Kind, capacity: i64, cents: i64) {
        let is_needed = kind == Kind::Hard || cents > 0;
        if duties.is_empty() || !is_needed || (measure == Measure::Booked && capacity >= self.open(duties)) {
            return;
        }
        let unit = i64::from(self.unit) * capacity.abs().max(i64::from(self.unit));
        let price = self.prices.add(kind, capacity, unit, cents);
        for &duty in duties {
            self.limits.of_duty[duty].push((price, measure));
        }
    }

    fn open(&self, duties: &[usize]) -> i64 {
        let windows = duties.iter().flat_map(|&duty| &self.problem.duties[duty].windows);
        windows.map(|window| i64::from(window.1 - window.0)).sum()
    }

    fn days(&mut self) {
        for (idx, duty) in self.problem.duties.iter().enumerate() {
            // Worked minutes are at least the booked ones: lunch is free time between two commitments.
            let worked = i64::from(duty.max_work_min).max(0);
            self.add(&[idx], Measure::Booked, Kind::Hard, worked, 0);
            if duty.points_cap != i32::MAX {
                self.add(
                    &[idx],
                    Measure::Points,
                    Kind::Hard,
                    i64::from(duty.points_cap).max(0),
                    0,
                );
            }
        }
    }

    /// What is on the way is charged as well; the bound counts the booked minutes, which are the same wherever they lie.
    fn reserve(&mut self) {
        let problem = self.problem;
        for (day, &limit) in problem.rules.day_limits_min.iter().enumerate() {
            let duties = self.duties(|duty| problem.duties[duty].day as usize == day);
            self.add(
                &duties,
                Measure::Booked,
                Kind::Soft,
                i64::from(limit),
                problem.prices[CostTerm::Reserve],
            );
        }
    }

    fn duties(&self, which: impl Fn(usize) -> bool) -> Vec<usize> {
        (0..self.problem.duties.len()).filter(|&duty| which(duty)).collect()
    }

    fn clinicians(&mut self) {
        let problem = self.problem;
        let weeks = problem
            .duties
            .iter()
            .map(|duty| duty.week as usize + 1)
            .max()
            .unwrap_or(0);
        let mut own = vec![Vec::new(); problem.clinicians.len()];
        for (idx, duty) in problem.duties.iter().enumerate() {
            own[duty.clinician as usize].push(idx);
        }
        for (person, own) in problem.clinicians.iter().zip(&own) {
            let of_weeks = |from: usize, to: usize| -> Vec<usize> {
                let in_weeks = |&duty: &usize| (from..to).contains(&(problem.duties[duty].week as usize));
                own.iter().copied().filter(in_weeks).collect()
            };
            let before = |week: usize| i64::from(person.worked_before.get(week).copied().unwrap_or(0));
            for week in 0..weeks {
                let duties = of_weeks(week, week + 1);
                let left = |limit: i32| i64::from(limit) - before(week);
                let balance = problem.prices[CostTerm::WorkloadBalance];
                self.add(
                    &duties,
                    Measure::Booked,
                    Kind::Soft,
                    i64::from(person.target_week_min),
                    balance,
                );
                // A week without any session breaks no limit, whatever was worked before.
                self.add(
                    &duties,
                    Measure::Booked,
                    Kind::Hard,
                    left(person.max_week_min).max(0),
                    0,
                );
                if person.points_week_cap != i32::MAX {
                    let cap = i64::from(person.points_week_cap).max(0);
                    self.add(&duties, Measure::Points, Kind::Hard, cap, 0);
                }
                if person.overtime == Overtime::Weekly40 {
                    self.add(
                        &duties,
                        Measure::Booked,
                        Kind::Soft,
                        left(40 * 60),
                        person.overtime_cents_min,
                    );
                }
            }
            if person.overtime == Overtime::EightEighty {
                for first in (0..weeks).step_by(2) {
                    let duties = of_weeks(first, first + 2);
                    let until = (first + 2).min(weeks);
                    let left = 80 * 60 - (first..until).map(before).sum::<i64>();
                    self.add(&duties, Measure::Booked, Kind::Soft, left, person.overtime_cents_min);
                }
            }
            if person.target_acuity != i32::MAX {
                let price = problem.prices[CostTerm::AcuityBalance];
                self.add(own, Measure::Acuity, Kind::Soft, i64::from(person.target_acuity), price);
            }
        }
    }
}

/// The mean length of a part, minutes.
fn mean_length(problem: &Problem) -> i32 {
    let parts = problem.sessions.iter().flat_map(|session| &session.parts);
    let (sum, count) = parts.fold((0_i64, 0_i64), |(sum, count), part| {
        (sum + i64::from(part.minutes), count + 1)
    });
    (sum / count.max(1)).max(1) as i32
}
