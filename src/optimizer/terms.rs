//! The cost terms that look beyond one clinician-day (see [`span`](super::span) for those of a day).
//!
//! The same functions serve the search, which sums them up over what a step touched, and [`evaluate`](super::evaluate),
//! which sums them up over a whole plan; so an incremental cost can be compared with a full one at any time.

use crate::model::CostTerm;
use crate::model::clinic::Overtime;
use crate::model::problem::{Problem, Seats};

use super::span::{Amount, Measure};

/// What one clinician's days of a week amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Week {
    /// Worked minutes, with what was worked before the horizon.
    pub worked: i32,
    /// Minutes above eight hours, summed over the days.
    pub above_eight: i32,
    /// Booked minutes.
    pub booked: i32,
    /// Tenths of points.
    pub points: i32,
}

impl Week {
    /// Replaces what one of its days amounts to.
    #[inline]
    pub fn replace(&mut self, old: &Measure, new: &Measure) {
        let above_eight = |day: &Measure| (day.worked - DAY_OVERTIME_FROM_MIN).max(0);
        self.worked += new.worked - old.worked;
        self.above_eight += above_eight(new) - above_eight(old);
        self.booked += new.booked - old.booked;
        self.points += new.points - old.points;
    }
}

/// Minutes of overtime in a week, or in the two weeks of an 8/80 period. The amount of a period is charged to its last
/// week.
pub(super) fn overtime_min(rule: Overtime, weeks: &[Week], week: usize) -> i32 {
    match rule {
        Overtime::None => 0,
        Overtime::Weekly40 => (weeks[week].worked - WEEK_OVERTIME_FROM_MIN).max(0),
        Overtime::EightEighty => {
            let first = week - week % 2;
            let last = (first + 1).min(weeks.len() - 1);
            if week < last {
                return 0;
            }
            let period: i32 = weeks[first..=last].iter().map(|week| week.worked).sum();
            let by_day: i32 = weeks[first..=last].iter().map(|week| week.above_eight).sum();
            by_day.max(period - PERIOD_OVERTIME_FROM_MIN)
        }
    }
}

/// 40 hours a workweek [FLSA54].
const WEEK_OVERTIME_FROM_MIN: i32 = 40 * 60;
/// 80 hours in 14 days under the 8/80 rule [7J].
const PERIOD_OVERTIME_FROM_MIN: i32 = 80 * 60;
/// 8 hours a day under the 8/80 rule [7J].
const DAY_OVERTIME_FROM_MIN: i32 = 8 * 60;

/// Overtime and balance of one clinician, from the weeks of the horizon and the acuity points in it.
pub(super) fn clinician_terms<A: Amount>(
    problem: &Problem,
    clinician: usize,
    weeks: &[Week],
    acuity: i32,
    cents: &mut A,
) {
    let (person, prices) = (&problem.clinicians[clinician], &problem.prices);
    for (idx, week) in weeks.iter().enumerate() {
        let overtime = overtime_min(person.overtime, weeks, idx);
        cents.add(CostTerm::Overtime, i64::from(overtime) * person.overtime_cents_min);
        let over = (week.booked - person.target_week_min).max(0);
        cents.add(
            CostTerm::WorkloadBalance,
            i64::from(over) * prices[CostTerm::WorkloadBalance],
        );
    }
    let over = (acuity - person.target_acuity).max(0);
    cents.add(
        CostTerm::AcuityBalance,
        i64::from(over) * prices[CostTerm::AcuityBalance],
    );
}

/// Booked minutes of a day beyond what is kept free for emergencies.
pub(super) fn reserve_cents(problem: &Problem, day: usize, booked: i32) -> i64 {
    let Some(&limit) = problem.rules.day_limits_min.get(day) else {
        return 0;
    };
    i64::from((booked - limit).max(0)) * problem.prices[CostTerm::Reserve]
}

/// Burdens above an even share: the share is the mean, rounded up.
pub(super) fn fairness_cents(problem: &Problem, burdens: impl ExactSizeIterator<Item = i32> + Clone) -> i64 {
    let price = problem.prices[CostTerm::Fairness];
    let num_clinicians = burdens.len() as i32;
    if price == 0 || num_clinicians == 0 {
        return 0;
    }
    let total: i32 = burdens.clone().sum();
    let share = (total + num_clinicians - 1) / num_clinicians;
    burdens.map(|count| i64::from((count - share).max(0))).sum::<i64>() * price
}

/// The greatest of some amounts, whose it is, and the greatest of the others.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Greatest {
    pub amount: i32,
    pub whose: u32,
    pub of_others: i32,
}

impl Greatest {
    #[inline]
    fn add(&mut self, whose: usize, amount: i32) {
        if amount > self.amount {
            *self = Self {
                amount,
                whose: whose as u32,
                of_others: self.amount,
            };
        } else {
            self.of_others = self.of_others.max(amount);
        }
    }

    /// What the greatest changes by when one has a new amount.
    #[inline]
    fn change(&self, whose: usize, amount: i32) -> i32 {
        let of_others = match self.whose as usize == whose {
            true => self.of_others,
            false => self.amount,
        };
        of_others.max(amount) - self.amount
    }

    /// What the greatest can fall by at most when one of them has a new amount.
    #[inline]
    fn fall(&self, whose: usize) -> i32 {
        match self.whose as usize == whose {
            true => self.amount - self.of_others,
            false => 0,
        }
    }
}

/// The worst clinician-days: what the terms that look at them only need to know.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Worst {
    late: Greatest,
    wait: Greatest,
    idle: Greatest,
}

impl Worst {
    pub fn of<'a>(days: impl Iterator<Item = &'a Measure>) -> Self {
        let mut worst = Self::default();
        for (duty, day) in days.enumerate() {
            worst.late.add(duty, day.latest_late);
            worst.wait.add(duty, day.longest_wait);
            worst.idle.add(duty, day.idle);
        }
        worst
    }

    /// What the terms change by when a day becomes `new`.
    #[inline]
    pub fn change(&self, problem: &Problem, duty: usize, new: &Measure) -> i64 {
        let prices = &problem.prices;
        i64::from(self.late.change(duty, new.latest_late)) * prices[CostTerm::WorstLateness]
            + i64::from(self.wait.change(duty, new.longest_wait)) * prices[CostTerm::WorstWaiting]
            + i64::from(self.idle.change(duty, new.idle)) * prices[CostTerm::WorstIdle]
    }

    /// What a new stop in a day can save at most: lateness it cannot.
    #[inline]
    pub fn most_saved(&self, problem: &Problem, duty: usize) -> i64 {
        let prices = &problem.prices;
        i64::from(self.wait.fall(duty)) * prices[CostTerm::WorstWaiting]
            + i64::from(self.idle.fall(duty)) * prices[CostTerm::WorstIdle]
    }

    /// The most that [`Worst::most_saved`] gives for any day.
    pub fn most_saved_anywhere(&self, problem: &Problem) -> i64 {
        self.most_saved(problem, self.wait.whose as usize) + self.most_saved(problem, self.idle.whose as usize)
    }
}

/// The terms that look at the worst clinician-day only.
pub(super) fn worst_terms<'a, A: Amount>(problem: &Problem, days: impl Iterator<Item = &'a Measure>, cents: &mut A) {
    let prices = &problem.prices;
    let (mut late, mut wait, mut idle) = (0, 0, 0);
    for day in days {
        late = late.max(day.latest_late);
        wait = wait.max(day.longest_wait);
        idle = idle.max(day.idle);
    }
    cents.add(
        CostTerm::WorstLateness,
        i64::from(late) * prices[CostTerm::WorstLateness],
    );
    cents.add(CostTerm::WorstWaiting, i64::from(wait) * prices[CostTerm::WorstWaiting]);
    cents.add(CostTerm::WorstIdle, i64::from(idle) * prices[CostTerm::WorstIdle]);
}

/// True if some term looks at the worst clinician-day.
pub(super) fn has_worst_terms(problem: &Problem) -> bool {
    [CostTerm::WorstLateness, CostTerm::WorstWaiting, CostTerm::WorstIdle]
        .iter()
        .any(|&term| problem.prices[term] > 0)
}

/// What a placement costs whatever its time: clinicians, modality, room.
pub(super) fn placement_terms<A: Amount>(
    problem: &Problem,
    session: usize,
    choice: usize,
    room_class: Option<u16>,
    clinicians: impl Iterator<Item = u32>,
    cents: &mut A,
) {
    let entry = &problem.sessions[session];
    for (part, clinician) in entry.parts.iter().zip(clinicians) {
        let Some(eligible) = part.eligible.iter().find(|eligible| eligible.clinician == clinician) else {
            continue;
        };
        cents.add(CostTerm::Continuity, eligible.continuity);
        cents.add(CostTerm::Preference, eligible.preference);
        cents.add(CostTerm::Specialization, eligible.specialization);
    }
    let choice = &entry.choices[choice];
    let second_room = if room_class.is_some() && room_class != choice.room_classes.first().copied() {
        choice.second_room
    } else {
        0
    };
    cents.add(CostTerm::SecondChoice, choice.second_choice + second_room);
}

/// A group session that runs with this many patients.
pub(super) fn small_group_cents(problem: &Problem, seats: Seats, seated: i32) -> i64 {
    i64::from((seats.min - seated).max(0)) * problem.prices[CostTerm::SmallGroup]
}

/// A patient's minutes short of the weekly minimum.
pub(super) fn minimum_cents(problem: &Problem, minimum: usize, placed_min: i32) -> i64 {
    i64::from((problem.minimums[minimum].minutes - placed_min).max(0)) * problem.prices[CostTerm::WeeklyMinimum]
}

/// A thread that this many clinicians share.
pub(super) fn handoff_cents(problem: &Problem, clinicians: i32) -> i64 {
    i64::from((clinicians - 1).max(0)) * problem.prices[CostTerm::Handoff]
}

#[cfg(test)]
mod tests {
    use super::{CostTerm, Measure, Problem, Worst, worst_terms};

    #[test]
    fn the_change_of_the_worst_day_is_the_difference_of_two_full_counts() {
        let mut problem = Problem::default();
        for term in [CostTerm::WorstLateness, CostTerm::WorstWaiting, CostTerm::WorstIdle] {
            problem.prices[term] = term as i64 + 1;
        }
        let day = |amounts: [i32; 3]| Measure {
            latest_late: amounts[0],
            longest_wait: amounts[1],
            idle: amounts[2],
            ..Measure::default()
        };
        let cents = |days: &[Measure]| {
            let mut cents = 0_i64;
            worst_terms(&problem, days.iter(), &mut cents);
            cents
        };
        let days = [day([5, 0, 60]), day([5, 30, 40]), day([0, 10, 60])];
        let worst = Worst::of(days.iter());
        for duty in 0..days.len() {
            for new in [[0, 0, 0], [5, 30, 60], [9, 20, 50], [4, 40, 70]] {
                let mut after = days;
                after[duty] = day(new);
                let change = cents(&after) - cents(&days);
                assert_eq!(
                    worst.change(&problem, duty, &after[duty]),
                    change,
                    "day {duty} becomes {new:?}"
                );
                let without_lateness = i64::from(new[0] >= days[duty].latest_late);
                assert!(
                    -change * without_lateness <= worst.most_saved(&problem, duty),
                    "day {duty}"
                );
            }
        }
    }
}
