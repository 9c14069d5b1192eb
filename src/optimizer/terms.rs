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
    /// The same while no day is timed.
    pub worked_at_most: i32,
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
        self.worked_at_most += new.worked_at_most - old.worked_at_most;
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

/// Minutes of a day, booked or on the way, beyond what is kept free for emergencies.
pub(super) fn reserve_cents(problem: &Problem, day: usize, taken: i32) -> i64 {
    let Some(&limit) = problem.rules.day_limits_min.get(day) else {
        return 0;
    };
    i64::from((taken - limit).max(0)) * problem.prices[CostTerm::Reserve]
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

/// What the amounts of a term above a level cost in the search.
#[derive(Debug, Clone, Copy, Default)]
struct Excess {
    level: i32,
    price: i64,
    share: i64,
}

impl Excess {
    /// Shares the price of the greatest amount among those that are within `near` of it, in thousandths.
    fn new(price: i64, amounts: impl Iterator<Item = i32> + Clone, near: i64) -> Self {
        let (mut greatest, mut second) = (0, 0);
        for amount in amounts.clone() {
            second = second.max(amount.min(greatest));
            greatest = greatest.max(amount);
        }
        let level = greatest - (i64::from(greatest) * near / 1000) as i32;
        Self {
            level: level.min(second),
            price,
            share: amounts.filter(|&amount| amount > level.min(second)).count().max(1) as i64,
        }
    }

    #[inline]
    fn of(&self, amount: i32) -> i64 {
        match amount > self.level {
            true => self.price * i64::from(amount - self.level) / self.share,
            false => 0,
        }
    }
}

/// What the search puts in place of the terms that look at the worst clinician-day only. Where many days are nearly as
/// bad, making one better changes nothing, so the greatest amount alone shows no way down. Shared among the days near the
/// greatest it does, and tells just what the greatest costs where no other is near. While the level stands, each day
/// adds up by itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Guide {
    late: Excess,
    wait: Excess,
    idle: Excess,
}

impl Guide {
    /// The guide for days as they are.
    pub fn new<'a>(problem: &Problem, days: impl Iterator<Item = &'a Measure> + Clone, near: i64) -> Self {
        let excess = |term: CostTerm, amount: fn(&Measure) -> i32| {
            Excess::new(problem.prices[term], days.clone().map(amount), near)
        };
        Self {
            late: excess(CostTerm::WorstLateness, |day| day.latest_late),
            wait: excess(CostTerm::WorstWaiting, |day| day.longest_wait),
            idle: excess(CostTerm::WorstIdle, |day| day.idle),
        }
    }

    /// What a day costs by it.
    #[inline]
    pub fn of(&self, day: &Measure) -> i64 {
        self.late.of(day.latest_late) + self.most_saved(day)
    }

    /// What a new stop can save at most that fills so many minutes.
    #[inline]
    pub fn saved_by(&self, day: &Measure, minutes: i32) -> i64 {
        self.most_saved(day) - self.idle.of(day.idle - minutes)
    }

    /// What a new stop in a day can save at most: lateness it cannot.
    #[inline]
    pub fn most_saved(&self, day: &Measure) -> i64 {
        self.wait.of(day.longest_wait) + self.idle.of(day.idle)
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
        // Where everybody is eligible, the list is in the order of the clinicians.
        let in_order = part.eligible.get(clinician as usize);
        let eligible = in_order.filter(|eligible| eligible.clinician == clinician);
        let mut listed = part.eligible.iter();
        let Some(eligible) = eligible.or_else(|| listed.find(|eligible| eligible.clinician == clinician)) else {
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
    use super::{CostTerm, Guide, Measure, Problem, worst_terms};

    #[test]
    fn a_guide_for_the_worst_day_alone_tells_what_the_terms_change_by() {
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
        let days = [day([5, 0, 61]), day([5, 30, 40]), day([0, 10, 60])];
        let guide = Guide::new(&problem, days.iter(), 0);
        for (at, new) in [(0, [9, 0, 70]), (1, [5, 12, 40]), (2, [7, 35, 66]), (0, [5, 0, 60])] {
            let mut after = days;
            after[at] = day(new);
            let change = guide.of(&after[at]) - guide.of(&days[at]);
            let worst = cents(&after) - cents(&days);
            // Two days that are worse than before share what only the worst of them costs.
            assert!(change >= worst, "day {at} becomes {new:?}");
            if new[2] <= 61 {
                assert_eq!(change, worst, "day {at} becomes {new:?}");
            }
            assert!(guide.of(&days[at]) - guide.of(&after[at]) <= guide.most_saved(&days[at]) + guide.late.of(5));
        }
    }

    #[test]
    fn days_near_the_worst_share_what_it_costs() {
        let mut problem = Problem::default();
        problem.prices[CostTerm::WorstIdle] = 10;
        let days = [90, 60, 50, 20].map(|idle| Measure {
            idle,
            ..Measure::default()
        });
        let total = |near: i64| {
            let guide = Guide::new(&problem, days.iter(), near);
            days.iter().map(|day| guide.of(day)).sum::<i64>()
        };
        assert_eq!(total(0), 300, "(90 - 60) x 10");
        assert_eq!(total(400), 210, "above 54: (36 + 6) / 2 x 10");
        assert_eq!(total(1000), 550, "the mean of all");
    }
}
