//! The cost terms: how much each part of a plan costs, by term.
//!
//! The same functions serve the search, which sums them up over what a step touched, and [`evaluate`](super::evaluate),
//! which sums them up over a whole plan; so an incremental cost can be compared with a full one at any time.

use crate::model::CostTerm;
use crate::model::clinic::Overtime;
use crate::model::problem::{Duty, Interval, Lunch, Place, Problem, Seats};

use super::index::Index;

/// Where amounts go: to a sum, or to a breakdown by term.
pub(super) trait Sink {
    fn add(&mut self, term: CostTerm, cents: i64);
}

impl Sink for i64 {
    #[inline]
    fn add(&mut self, _: CostTerm, cents: i64) {
        *self += cents;
    }
}

impl Sink for crate::model::Costs {
    fn add(&mut self, term: CostTerm, cents: i64) {
        self[term] += cents;
    }
}

/// One commitment of a clinician-day: a part with its start and the place where it finds the clinician.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    /// Flat part index.
    pub part: u32,
    /// Start, minutes.
    pub start: i32,
    /// Latest start for which everything after it still fits. Equal to `start` when `pinned`.
    pub latest: i32,
    /// The choice's place.
    pub place: Place,
    /// Where the clinician is: `place`, or for a session anywhere, wherever the stop before was.
    pub at: Place,
    /// True if the start may not shift.
    pub pinned: bool,
}

/// What a clinician-day amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Measure {
    /// Cost of the day by itself, cents.
    pub cents: i64,
    /// Worked minutes: from the first commitment (or departure, if the commute is paid) to the last (or return),
    /// without the lunch gap.
    pub worked: i32,
    /// Booked minutes: parts with their minutes before and after.
    pub booked: i32,
    /// Tenths of points.
    pub points: i32,
    /// Acuity points.
    pub acuity: i32,
    /// Burdens: parts in the evening or on a burdened day.
    pub burdens: i32,
    /// Longest single wait, minutes.
    pub longest_wait: i32,
    /// Idle minutes within the regular hours: before leaving, waiting, after returning.
    pub idle: i32,
    /// Latest lateness, minutes.
    pub latest_late: i32,
    /// First and last minute of working time, with the way to and from work if it is paid; (0, 0) without commitments.
    pub busy: Interval,
}

/// Measures a clinician-day and adds its costs to `sink`.
pub(super) fn measure_duty<S: Sink>(index: &Index<'_>, duty: &Duty, stops: &[Stop], sink: &mut S) -> Measure {
    let problem = index.problem;
    let prices = &problem.prices;
    let mut day = Measure::default();
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else {
        day.idle = duty.regular.1 - duty.regular.0;
        if duty.lunch.is_some_and(|lunch| lunch.counts_unused) {
            sink.add(CostTerm::MissedLunch, prices[CostTerm::MissedLunch]);
        }
        return day;
    };
    let first_part = index.part(first.part as usize);
    let last_part = index.part(last.part as usize);
    let begin = first.start - first_part.before;
    let end = last.start + last_part.minutes + last_part.after;
    let departure = begin - problem.travel.minutes(duty.start_place, first.at);
    let back = end + problem.travel.minutes(last.at, duty.end_place);

    let (mut travel, mut distance) = (0, 0);
    let mut waits = Waits::new(duty, departure, back);
    let mut run_from = begin;
    let (mut previous_end, mut previous_at, mut previous_recovery) = (begin, duty.start_place, 0);
    for (position, stop) in stops.iter().enumerate() {
        let session_idx = index.part_session[stop.part as usize] as usize;
        let session = index.session(session_idx);
        let part = index.part(stop.part as usize);
        let way = problem.travel.minutes(previous_at, stop.at);
        travel += way;
        distance += problem.travel.distance(previous_at, stop.at);
        let busy_from = stop.start - part.before;
        let busy_to = stop.start + part.minutes + part.after;
        if position > 0 {
            let gap = busy_from - previous_end;
            waits.gap(problem, (previous_end, busy_from), gap - way);
            if previous_recovery > gap {
                sink.add(
                    CostTerm::Recovery,
                    i64::from(previous_recovery - gap) * prices[CostTerm::Recovery],
                );
            }
            if gap >= problem.rules.break_min {
                long_run(problem, previous_end - run_from, sink);
                run_from = busy_from;
            }
        }
        let end_of_part = stop.start + part.minutes;
        let late = lateness(problem, &session.due, stop.start, end_of_part);
        if late > 0 {
            sink.add(CostTerm::Lateness, i64::from(late) * prices[CostTerm::Lateness]);
            day.latest_late = day.latest_late.max(late);
        }
        if !duty.preferred.is_empty() && !within(&duty.preferred, stop.start, end_of_part) {
            sink.add(CostTerm::Preference, prices[CostTerm::Preference]);
        }
        let own = stop.part as usize - index.first_part[session_idx] as usize;
        if own == 0 && !session.preferred.is_empty() && !within(&session.preferred, stop.start, stop.start + 1) {
            sink.add(CostTerm::Preference, prices[CostTerm::Preference]);
        }
        if let Some(assigned) = session
            .published
            .as_ref()
            .and_then(|published| published.parts.get(own))
            && (assigned.clinician != duty.clinician || assigned.start != stop.start)
        {
            sink.add(CostTerm::Change, prices[CostTerm::Change]);
        }
        day.booked += busy_to - busy_from;
        day.points += part.points;
        day.acuity += session.acuity;
        day.burdens += i32::from(is_burden(problem, duty, stop.start));
        (previous_end, previous_at, previous_recovery) = (busy_to, stop.at, part.recovery);
    }
    long_run(problem, previous_end - run_from, sink);
    travel += problem.travel.minutes(previous_at, duty.end_place);
    distance += problem.travel.distance(previous_at, duty.end_place);
    sink.add(CostTerm::Travel, i64::from(travel) * prices[CostTerm::Travel]);
    sink.add(CostTerm::Mileage, i64::from(distance) * prices[CostTerm::Mileage]);
    waits.charge(problem, sink);

    let paid = if duty.commute_paid {
        (departure, back)
    } else {
        (begin, end)
    };
    day.busy = paid;
    day.worked = paid.1 - paid.0 - waits.lunch_taken();
    day.longest_wait = waits.longest();
    day.idle = (departure - duty.regular.0).max(0) + waits.total - waits.lunch_taken() + (duty.regular.1 - back).max(0);
    let (regular_from, regular_to) = duty.regular;
    let extra = (regular_from.min(back) - departure).max(0) + (back - regular_to.max(departure)).max(0);
    sink.add(CostTerm::ExtraTime, i64::from(extra) * prices[CostTerm::ExtraTime]);
    day
}

/// Minutes that a part of a session is late: after the end of the last due interval that has opened by its start.
pub(super) fn lateness(problem: &Problem, due: &[Interval], start: i32, end: i32) -> i32 {
    let Some(current) = due.iter().rev().find(|interval| interval.0 <= start).or(due.first()) else {
        return 0;
    };
    let moment = if problem.rules.late_at_end { end } else { start };
    (moment - current.1).max(0)
}

/// True if `[from, to)` lies in one of the intervals.
pub(super) fn within(intervals: &[Interval], from: i32, to: i32) -> bool {
    intervals.iter().any(|interval| interval.0 <= from && to <= interval.1)
}

fn is_burden(problem: &Problem, duty: &Duty, start: i32) -> bool {
    duty.burden || start.rem_euclid(problem.day_min) >= problem.rules.evening_from
}

fn long_run<S: Sink>(problem: &Problem, length: i32, sink: &mut S) {
    let most = problem.rules.max_run_min;
    if most > 0 && length > most {
        sink.add(
            CostTerm::LongRun,
            i64::from(length - most) * problem.prices[CostTerm::LongRun],
        );
    }
}

/// The free minutes between commitments of one clinician-day.
struct Waits {
    lunch: Option<Lunch>,
    total: i32,
    longest: i32,
    fragments: i32,
    /// Longest free stretch within the lunch interval between commitments, and all the free minutes of its gap.
    lunch_gap: i32,
    lunch_gap_free: i32,
    /// Longest stretch of the lunch interval before leaving or after returning.
    lunch_outside: i32,
}

impl Waits {
    fn new(duty: &Duty, departure: i32, back: i32) -> Self {
        let outside = |lunch: Lunch| (departure.min(lunch.to) - lunch.from).max(lunch.to - back.max(lunch.from));
        Self {
            lunch: duty.lunch,
            total: 0,
            longest: 0,
            fragments: 0,
            lunch_gap: 0,
            lunch_gap_free: 0,
            lunch_outside: duty.lunch.map_or(0, outside),
        }
    }

    /// A gap between two commitments with `free` minutes left after travel.
    fn gap(&mut self, problem: &Problem, gap: Interval, free: i32) {
        self.total += free;
        if free > 0 && free < problem.rules.shortest_session_min {
            self.fragments += free;
        }
        let lunch = self
            .lunch
            .map_or(0, |lunch| (gap.1.min(lunch.to) - gap.0.max(lunch.from)).min(free));
        if lunch > self.lunch_gap {
            self.longest = self.longest.max(self.lunch_gap_free);
            (self.lunch_gap, self.lunch_gap_free) = (lunch, free);
        } else {
            self.longest = self.longest.max(free);
        }
    }

    /// Unpaid minutes of the lunch break between commitments.
    fn lunch_taken(&self) -> i32 {
        self.lunch.map_or(0, |lunch| self.lunch_gap.min(lunch.minutes))
    }

    fn longest(&self) -> i32 {
        self.longest.max(self.lunch_gap_free - self.lunch_taken())
    }

    fn charge<S: Sink>(&self, problem: &Problem, sink: &mut S) {
        let prices = &problem.prices;
        let waiting = self.total - self.lunch_taken();
        sink.add(CostTerm::Waiting, i64::from(waiting) * prices[CostTerm::Waiting]);
        sink.add(
            CostTerm::FragmentedIdle,
            i64::from(self.fragments) * prices[CostTerm::FragmentedIdle],
        );
        if self
            .lunch
            .is_some_and(|lunch| self.lunch_gap.max(self.lunch_outside) < lunch.minutes)
        {
            sink.add(CostTerm::MissedLunch, prices[CostTerm::MissedLunch]);
        }
    }
}

/// Minutes of overtime in a week, or in the two weeks of an 8/80 period.
///
/// `weeks` are the worked minutes of every week of the horizon, with what was worked before it; `days` those of its
/// days, by week (only the 8/80 rule reads them). The amount of a period is charged to its last week.
pub(super) fn overtime_min(rule: Overtime, weeks: &[i32], long_days: &[i32], week: usize) -> i32 {
    match rule {
        Overtime::None => 0,
        Overtime::Weekly40 => (weeks[week] - WEEK_OVERTIME_FROM_MIN).max(0),
        Overtime::EightEighty => {
            let first = week - week % 2;
            let last = (first + 1).min(weeks.len() - 1);
            let period: i32 = weeks[first..=last].iter().sum();
            let by_day: i32 = long_days[first..=last].iter().sum();
            if week == last {
                by_day.max(period - PERIOD_OVERTIME_FROM_MIN)
            } else {
                0
            }
        }
    }
}

/// 40 hours a workweek [FLSA54].
const WEEK_OVERTIME_FROM_MIN: i32 = 40 * 60;
/// 80 hours in 14 days under the 8/80 rule [7J].
const PERIOD_OVERTIME_FROM_MIN: i32 = 80 * 60;
/// 8 hours a day under the 8/80 rule [7J].
pub(super) const DAY_OVERTIME_FROM_MIN: i32 = 8 * 60;

/// The worked and booked totals of one clinician, from which the weekly terms are computed.
pub(super) struct ClinicianWeeks<'a> {
    /// Worked minutes by week, with what was worked before the horizon.
    pub worked: &'a [i32],
    /// Minutes above eight hours, summed over the days of each week.
    pub long_days: &'a [i32],
    /// Booked minutes by week.
    pub booked: &'a [i32],
    /// Acuity points in the horizon.
    pub acuity: i32,
}

/// Overtime and balance of one clinician.
pub(super) fn clinician_terms<S: Sink>(problem: &Problem, clinician: usize, weeks: &ClinicianWeeks<'_>, sink: &mut S) {
    let person = &problem.clinicians[clinician];
    for week in 0..weeks.worked.len() {
        let overtime = overtime_min(person.overtime, weeks.worked, weeks.long_days, week);
        sink.add(CostTerm::Overtime, i64::from(overtime) * person.overtime_cents_min);
        let over = (weeks.booked[week] - person.target_week_min).max(0);
        sink.add(
            CostTerm::WorkloadBalance,
            i64::from(over) * problem.prices[CostTerm::WorkloadBalance],
        );
    }
    let over = (weeks.acuity - person.target_acuity).max(0);
    sink.add(
        CostTerm::AcuityBalance,
        i64::from(over) * problem.prices[CostTerm::AcuityBalance],
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
pub(super) fn fairness_cents(problem: &Problem, burdens: &[i32]) -> i64 {
    let price = problem.prices[CostTerm::Fairness];
    if price == 0 || burdens.is_empty() {
        return 0;
    }
    let total: i32 = burdens.iter().sum();
    let share = (total + burdens.len() as i32 - 1) / burdens.len() as i32;
    burdens
        .iter()
        .map(|&count| i64::from((count - share).max(0)))
        .sum::<i64>()
        * price
}

/// The terms that look at the worst clinician-day only.
pub(super) fn worst_terms<'a, S: Sink>(problem: &Problem, days: impl Iterator<Item = &'a Measure>, sink: &mut S) {
    let prices = &problem.prices;
    let (mut late, mut wait, mut idle) = (0, 0, 0);
    for day in days {
        late = late.max(day.latest_late);
        wait = wait.max(day.longest_wait);
        idle = idle.max(day.idle);
    }
    sink.add(
        CostTerm::WorstLateness,
        i64::from(late) * prices[CostTerm::WorstLateness],
    );
    sink.add(CostTerm::WorstWaiting, i64::from(wait) * prices[CostTerm::WorstWaiting]);
    sink.add(CostTerm::WorstIdle, i64::from(idle) * prices[CostTerm::WorstIdle]);
}

/// True if some term looks at the worst clinician-day.
pub(super) fn has_worst_terms(problem: &Problem) -> bool {
    [CostTerm::WorstLateness, CostTerm::WorstWaiting, CostTerm::WorstIdle]
        .iter()
        .any(|&term| problem.prices[term] > 0)
}

/// What a placement costs whatever its time: clinicians, modality, room.
pub(super) fn placement_terms<S: Sink>(
    problem: &Problem,
    session: usize,
    choice: usize,
    room_class: Option<u16>,
    clinicians: impl Iterator<Item = u32>,
    sink: &mut S,
) {
    let entry = &problem.sessions[session];
    for (part, clinician) in entry.parts.iter().zip(clinicians) {
        let Some(eligible) = part.eligible.iter().find(|eligible| eligible.clinician == clinician) else {
            continue;
        };
        sink.add(CostTerm::Continuity, eligible.continuity);
        sink.add(CostTerm::Preference, eligible.preference);
        sink.add(CostTerm::Specialization, eligible.specialization);
    }
    let choice = &entry.choices[choice];
    let second_room = if room_class.is_some() && room_class != choice.room_classes.first().copied() {
        choice.second_room
    } else {
        0
    };
    sink.add(CostTerm::SecondChoice, choice.second_choice + second_room);
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
