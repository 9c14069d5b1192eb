//! A problem laid flat: what every calculation of costs looks up, in the order in which it is looked up.

use crate::model::problem::{Duty, Interval, Problem, Session};

/// No duty: the clinician does not work on that day.
const NO_DUTY: u32 = u32::MAX;

/// The share of one clinician in a session, with what is asked of it all the time.
#[derive(Debug, Clone, Copy)]
pub(super) struct PartInfo {
    /// Session it belongs to.
    pub session: u32,
    pub minutes: i32,
    /// Minutes before, not available to others.
    pub before: i32,
    /// Minutes from its start until the clinician is free again.
    pub length: i32,
    /// Recovery minutes that should follow.
    pub recovery: i32,
    /// Tenths of points.
    pub points: i32,
    /// Acuity points.
    pub acuity: i32,
    /// True if the start costs nothing by itself: nobody wishes for a time, none is due and none is published.
    pub is_plain: bool,
    /// True if it is the first part of a session for which some times are wished.
    pub is_wished: bool,
    /// From when on it is late: never, from the end of the only time when it is due; `None` if it is due several times.
    pub due_by: Option<i32>,
    /// The session's window if it has only one, and any start in it will do.
    pub window: Option<Interval>,
    /// Slots before the start and in all, if both are whole slots.
    pub slots: Option<(i32, i32)>,
}

/// The slots of a day: how minutes become slots and back. Slot 0 begins when the first session or shift of any day may.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    /// Minutes in a slot.
    pub grid: i32,
    day_min: i32,
    /// Minute of the day at which slot 0 begins.
    first: i32,
    /// Slots in a day.
    pub slots: i32,
}

impl Clock {
    fn new(problem: &Problem) -> Self {
        let (grid, day_min) = (problem.grid.max(1), problem.day_min);
        let sessions = problem.sessions.iter().flat_map(|session| &session.windows);
        let duties = problem.duties.iter().flat_map(|duty| &duty.windows);
        let (mut first, mut last) = (day_min, 0);
        for &(from, to) in sessions.chain(duties) {
            let of_day = from.rem_euclid(day_min);
            first = first.min(of_day);
            last = last.max(of_day + (to - from));
        }
        if last > day_min {
            (first, last) = (0, day_min);
        }
        let first = floor_to(first.min(last), grid);
        Self {
            grid,
            day_min,
            first,
            slots: (last - first + grid - 1) / grid,
        }
    }

    /// The minute of the horizon at which slot 0 of a day begins.
    #[inline]
    pub fn base(&self, day: usize) -> i32 {
        day as i32 * self.day_min + self.first
    }

    /// The minute of the horizon at which a slot begins.
    #[inline]
    pub fn minute(&self, day: usize, slot: i32) -> i32 {
        self.base(day) + slot * self.grid
    }

    /// The slot of a day in which a minute of the horizon lies; negative before the first.
    #[inline]
    pub fn slot(&self, day: usize, minute: i32) -> i32 {
        (minute - self.base(day)).div_euclid(self.grid)
    }

    /// The first slot of a day that begins at or after a minute of the horizon.
    #[inline]
    pub fn slot_after(&self, day: usize, minute: i32) -> i32 {
        self.slot(day, minute.saturating_add(self.grid - 1))
    }

    /// The slots of a day that an interval touches, `from..to`.
    #[inline]
    pub fn cover(&self, day: usize, from: i32, to: i32) -> (usize, usize) {
        let within = |slot: i32| slot.clamp(0, self.slots) as usize;
        (within(self.slot(day, from)), within(self.slot_after(day, to)))
    }

    /// Slots that so many minutes take.
    #[inline]
    pub fn slots_of(&self, minutes: i32) -> i32 {
        (minutes + self.grid - 1) / self.grid
    }
}

/// A problem with its parts numbered through.
pub(super) struct Layout<'p> {
    pub problem: &'p Problem,
    pub clock: Clock,
    /// First part of each session, and the number of parts at the end.
    pub first_part: Vec<u32>,
    pub parts: Vec<PartInfo>,
    /// Number of threads.
    pub num_threads: usize,
    /// Number of weeks.
    pub num_weeks: usize,
    /// True if no visit floats and every room is told apart: where one session is moved, no other shifts with it.
    pub exact: bool,
    /// Duty of clinician and day, `clinician * num_days + day`, or [`NO_DUTY`].
    duty: Vec<u32>,
}

impl<'p> Layout<'p> {
    pub fn new(problem: &'p Problem) -> Self {
        let mut first_part = Vec::with_capacity(problem.sessions.len() + 1);
        let mut parts = Vec::new();
        for (idx, session) in problem.sessions.iter().enumerate() {
            first_part.push(parts.len() as u32);
            parts.extend((0..session.parts.len()).map(|own| part_info(problem, idx, own)));
        }
        first_part.push(parts.len() as u32);
        let mut duty = vec![NO_DUTY; problem.clinicians.len() * problem.num_days];
        for (idx, entry) in problem.duties.iter().enumerate() {
            duty[entry.clinician as usize * problem.num_days + entry.day as usize] = idx as u32;
        }
        let last_week = problem.duties.iter().map(|duty| duty.week as usize).max();
        let last_thread = problem.sessions.iter().filter_map(|session| session.thread).max();
        Self {
            problem,
            clock: Clock::new(problem),
            first_part,
            parts,
            num_threads: last_thread.map_or(0, |thread| thread as usize + 1),
            num_weeks: last_week.map_or(1, |week| week + 1),
            exact: false,
            duty,
        }
    }

    /// The same for questions about a plan that is to stay as it is but for what they are about.
    pub fn exact(problem: &'p Problem) -> Self {
        Self {
            exact: true,
            ..Self::new(problem)
        }
    }

    #[inline]
    pub fn session(&self, session: usize) -> &'p Session {
        &self.problem.sessions[session]
    }

    #[inline]
    pub fn duty(&self, duty: usize) -> &'p Duty {
        &self.problem.duties[duty]
    }

    /// Flat indices of a session's parts.
    #[inline]
    pub fn parts_of(&self, session: usize) -> std::ops::Range<usize> {
        self.first_part[session] as usize..self.first_part[session + 1] as usize
    }

    #[inline]
    pub fn part(&self, part: u32) -> &PartInfo {
        &self.parts[part as usize]
    }

    #[inline]
    pub fn duty_of(&self, clinician: u32, day: usize) -> Option<usize> {
        let duty = self.duty[clinician as usize * self.problem.num_days + day];
        (duty != NO_DUTY).then_some(duty as usize)
    }
}

fn part_info(problem: &Problem, idx: usize, own: usize) -> PartInfo {
    let session = &problem.sessions[idx];
    let part = &session.parts[own];
    let window = match session.windows.as_slice() {
        &[window] if problem.grid == 1 => Some(window),
        _ => None,
    };
    let whole = |minutes: i32| (minutes % problem.grid.max(1) == 0).then_some(minutes / problem.grid.max(1));
    let due_by = match session.due.as_slice() {
        [] => Some(i32::MAX),
        &[(_, by)] => Some(by),
        _ => None,
    };
    PartInfo {
        session: idx as u32,
        minutes: part.minutes,
        before: part.before,
        length: part.minutes + part.after,
        recovery: part.recovery,
        points: part.points,
        acuity: session.acuity,
        is_plain: session.due.is_empty() && session.preferred.is_empty() && session.published.is_none(),
        is_wished: own == 0 && !session.preferred.is_empty(),
        due_by,
        window,
        slots: whole(part.before).zip(whole(part.before + part.minutes + part.after)),
    }
}

/// The smallest start at or after `from` in one of the windows, on the grid, such that `before` and `length` fit.
pub(super) fn next_start(windows: &[Interval], before: i32, length: i32, from: i32, grid: i32) -> Option<i32> {
    windows.iter().find_map(|&(open, close)| {
        let start = ceil_to(from.max(open + before), grid);
        (start + length <= close).then_some(start)
    })
}

/// The largest start at or before `until` in one of the windows, on the grid, such that `before` and `length` fit.
pub(super) fn last_start(windows: &[Interval], before: i32, length: i32, until: i32, grid: i32) -> Option<i32> {
    windows.iter().rev().find_map(|&(open, close)| {
        let start = floor_to(until.min(close - length), grid);
        (start >= open + before).then_some(start)
    })
}

#[inline]
pub(super) fn ceil_to(minute: i32, grid: i32) -> i32 {
    if grid <= 1 {
        minute
    } else {
        (minute + grid - 1).div_euclid(grid) * grid
    }
}

#[inline]
pub(super) fn floor_to(minute: i32, grid: i32) -> i32 {
    if grid <= 1 {
        minute
    } else {
        minute.div_euclid(grid) * grid
    }
}
