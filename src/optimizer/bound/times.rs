//! Where a session can start, and at which of those starts its cheapest place must be.
//!
//! Between two neighboring *borders* the cost of a session's time is linear in its start: prices are constant within a
//! cell, nobody's hours begin or end, and no wish or due moment is passed. So the cheapest start is at a border, or next
//! to one on the grid.

use crate::model::problem::{Interval, Problem, Session};

use super::super::layout::{ceil_to, floor_to};

/// Starts of a session that its windows allow, one interval a day, both ends inclusive.
pub(super) fn start_intervals(problem: &Problem, session: &Session) -> Vec<(i32, i32)> {
    let last = problem.num_days as i32 * problem.day_min - 1;
    let mut intervals = Vec::new();
    for &(open, close) in &session.windows {
        let (mut from, to) = (open.max(0), (close - session.minutes).min(last));
        while from <= to {
            let day = problem.day_of(from);
            let until = to.min((day as i32 + 1) * problem.day_min - 1);
            if draws_allow(problem, session, day) {
                intervals.push((from, until));
            }
            from = until + 1;
        }
    }
    intervals
}

fn draws_allow(problem: &Problem, session: &Session, day: usize) -> bool {
    let mut draws = session.draws.iter().filter(|draw| draw.units > 0);
    draws.all(|draw| allows(problem.budgets[draw.budget as usize].days, day))
}

/// True if the bit of a day is set; days beyond the bits are not allowed.
pub(super) fn allows(bits: u32, day: usize) -> bool {
    day < 32 && bits >> day & 1 == 1
}

/// What can make one start of a session dearer than its neighbors.
#[derive(Debug, Default)]
pub(super) struct Borders {
    /// Remainders of starts, by cells, at which some time that is taken begins or ends with a cell.
    pub remainders: Vec<i32>,
    /// Starts.
    pub starts: Vec<i32>,
}

impl Borders {
    /// Time is taken from so many minutes after the start to so many after it.
    pub fn reach(&mut self, (from, to): (i32, i32), cell_min: i32) {
        for minutes in [from, to] {
            self.remainders.push((-minutes).rem_euclid(cell_min));
        }
    }

    /// A start is allowed in intervals with these ends only, so many minutes later.
    pub fn ends(&mut self, ends: &[i32], shift: i32) {
        self.starts.extend(ends.iter().map(|end| end - shift));
    }

    /// The start changes what the session costs by itself.
    pub fn wishes(&mut self, problem: &Problem, session: &Session) {
        let steps = session.preferred.iter().flat_map(|wish: &Interval| [wish.0, wish.1]);
        self.starts.extend(steps.flat_map(|moment| [moment - 1, moment]));
        for due in &session.due {
            self.starts.extend([due.0 - 1, due.0, due.1]);
            if problem.rules.late_at_end {
                let lengths = session.parts.iter().map(|part| part.minutes + part.offset.0);
                self.starts.extend(lengths.map(|minutes| due.1 - minutes));
            }
        }
    }

    /// The starts in these intervals at which the cheapest must be; with a grid of more than a minute, on it.
    pub fn candidates(mut self, intervals: &[(i32, i32)], cell_min: i32, grid: i32) -> Vec<i32> {
        self.starts.sort_unstable();
        self.starts.dedup();
        self.remainders.sort_unstable();
        self.remainders.dedup();
        let mut found = Vec::new();
        for &(from, to) in intervals {
            let mut add = |start: i32| {
                for start in [floor_to(start, grid), ceil_to(start, grid)] {
                    if (from..=to).contains(&start) {
                        found.push(start);
                    }
                }
            };
            add(from);
            add(to);
            let first = self.starts.partition_point(|&start| start <= from);
            self.starts[first..]
                .iter()
                .take_while(|start| **start < to)
                .for_each(|&start| add(start));
            for &remainder in &self.remainders {
                let mut start = from - (from - remainder).rem_euclid(cell_min);
                while start < to + cell_min {
                    add(start);
                    start += cell_min;
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
