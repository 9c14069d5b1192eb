//! When visits of several clinicians begin: as early as all of them can come, or later where that takes waiting away.
//!
//! A visit of one clinician floats: it follows the stop before it. One of several clinicians has an exact start, because
//! it stands in several clinician-days, and whatever is taken out before it leaves a wait. So each step ends by pulling
//! those in the days that it has touched forward, one after another, as long as that does not cost more. Once the days
//! are timed, those that keep the ones before or behind them waiting are pushed back as far as that saves.

use crate::model::CostTerm;

use super::day::reschedule;
use super::layout::{ceil_to, floor_to, next_start};
use super::span::{Stop, within};
use super::state::{MAX_PARTS, State};
use super::timing::passage;

/// Rounds over the touched days at most: a visit pulled forward in one day can let others follow in another. Our choice.
const MAX_ROUNDS: usize = 4;

impl State<'_> {
    /// Pulls the visits of several clinicians forward in all days touched since the last commit.
    pub(super) fn pull_forward(&mut self) {
        if !self.index.has_pulls {
            return;
        }
        for _ in 0..MAX_ROUNDS {
            let mut pulled = false;
            // Days are added at the end while they are touched.
            let mut at = 0;
            while let Some(duty) = self.touched(at) {
                let mut position = 0;
                while let Some(stop) = self.days[duty].stops.get(position) {
                    let session = self.layout.part(stop.part).session as usize;
                    pulled |= self.index.pulls[session] && self.pull(session);
                    position += 1;
                }
                at += 1;
            }
            if !pulled {
                return;
            }
        }
    }

    /// Lets one visit begin as early as it can, unless that costs more. True if it begins earlier now.
    fn pull(&mut self, session: usize) -> bool {
        let Some(starts) = self.earliest_starts(session) else {
            return false;
        };
        let (first, num_parts) = (self.layout.first_part[session], self.layout.parts_of(session).len());
        let mut now = [0; MAX_PARTS];
        now[..num_parts].copy_from_slice(&self.part_start[self.layout.parts_of(session)]);
        if (0..num_parts).all(|own| starts[own] >= now[own]) || (0..num_parts).any(|own| starts[own] > now[own]) {
            return false;
        }
        let before = self.guided_cost();
        let kept = self.begin_at(session, first, &starts[..num_parts]);
        if kept && self.guided_cost() <= before {
            return true;
        }
        let restored = self.begin_at(session, first, &now[..num_parts]);
        debug_assert!(restored, "what was there before fits");
        false
    }

    /// About what pushing back can save at most in the days touched since the last commit: the waiting behind visits of
    /// several clinicians, in each of their days.
    pub(super) fn pushing_saves_at_most(&self) -> i64 {
        if !self.index.has_pulls {
            return 0;
        }
        let mut minutes = 0;
        for duty in (0..).map_while(|at| self.touched(at)) {
            let stops = self.days[duty].timed();
            for (position, stop) in stops.iter().enumerate() {
                let session = self.layout.part(stop.part).session as usize;
                if self.index.pulls[session] && self.can_be_delayed(&stops[..position]) {
                    minutes += wait_behind(stops, position) * self.layout.parts_of(session).len() as i32;
                }
            }
        }
        i64::from(minutes) * self.layout.problem.prices[CostTerm::Waiting]
    }

    /// Lets the visits of several clinicians in all touched days begin later where that takes waiting out of the days
    /// in which they stand; those days have been timed.
    pub(super) fn push_back(&mut self) {
        if !self.index.has_pulls {
            return;
        }
        for _ in 0..MAX_ROUNDS {
            let mut pushed = false;
            let mut at = 0;
            while let Some(duty) = self.touched(at) {
                for position in (0..self.days[duty].stops.len()).rev() {
                    let stop = self.days[duty].stops[position];
                    let session = self.layout.part(stop.part).session as usize;
                    if self.index.pulls[session] {
                        pushed |= self.push(duty, position, session);
                    }
                }
                at += 1;
            }
            if !pushed {
                return;
            }
        }
    }

    /// Lets one visit begin when it is followed at once in one of its days, or when lunch has been taken before it. True
    /// if that is cheaper.
    fn push(&mut self, duty: usize, position: usize, session: usize) -> bool {
        let stops = self.days[duty].timed();
        let (wait, lunch) = (wait_behind(stops, position), self.layout.duty(duty).lunch);
        let mut delays = [0; 3];
        if self.can_be_delayed(&stops[..position]) {
            delays[0] = wait;
            delays[1] = lunch.map_or(0, |lunch| wait - lunch.minutes);
        }
        if let Some(lunch) = lunch.filter(|_| position > 0 && self.has_no_lunch_between(duty)) {
            let (until, next, way) = passage(stops, position);
            delays[2] = (until + way).max(lunch.from) + lunch.minutes - next;
        }
        let grid = self.layout.problem.grid;
        delays[2] = ceil_to(delays[2], grid);
        delays.iter().any(|&delay| {
            let delay = floor_to(delay, grid);
            delay > 0 && self.push_by(session, delay)
        })
    }

    /// True if everything before a visit can be later too, so that it need not wait longer for it.
    fn can_be_delayed(&self, stops: &[Stop]) -> bool {
        let late_can_pay = self.late_can_pay();
        stops
            .iter()
            .all(|stop| !stop.pinned && (late_can_pay || self.punctual_for(stop) > 0))
    }

    /// Lets one visit begin so much later, if that is cheaper.
    fn push_by(&mut self, session: usize, delay: i32) -> bool {
        let (first, num_parts) = (self.layout.first_part[session], self.layout.parts_of(session).len());
        let mut now = [0; MAX_PARTS];
        now[..num_parts].copy_from_slice(&self.part_start[self.layout.parts_of(session)]);
        let later = now.map(|start| start + delay);
        if self.change_if_at(session, &later).is_none_or(|change| change >= 0) {
            return false;
        }
        let before = self.guided_cost();
        if self.begin_at(session, first, &later[..num_parts]) && !self.is_misfit {
            self.time_parts(session);
            if self.guided_cost() < before {
                return true;
            }
        }
        let restored = self.begin_at(session, first, &now[..num_parts]);
        debug_assert!(restored, "what was there before fits");
        self.is_misfit = false;
        self.time_parts(session);
        false
    }

    /// What the plan would cost more, about, if the parts of one visit began then and its days were timed anew; `None` if
    /// they cannot.
    fn change_if_at(&mut self, session: usize, starts: &[i32]) -> Option<i64> {
        let day = self.placed[session]?.day as usize;
        let entry = self.layout.session(session);
        if !within(&entry.windows, starts[0], starts[0] + entry.minutes) || !self.is_alone(session, day) {
            return None;
        }
        let mut change = 0;
        for (part, &start) in self.layout.parts_of(session).zip(starts) {
            let info = self.layout.part(part as u32);
            let duty = self.layout.duty_of(self.clinicians[part], day)?;
            let hours = &self.layout.duty(duty).windows;
            if !within(hours, start - info.before, start + info.length) {
                return None;
            }
            let mut stops = std::mem::take(&mut self.scratch);
            stops.clone_from(&self.days[duty].stops);
            let more = self.cost_if_later(duty, &mut stops, part as u32, start);
            self.scratch = stops;
            change += more?;
        }
        Some(change)
    }

    /// The same for one of its days, whose stops are `stops`.
    fn cost_if_later(&mut self, duty: usize, stops: &mut [Stop], part: u32, start: i32) -> Option<i64> {
        let position = stops.iter().position(|stop| stop.part == part)?;
        (stops[position].start, stops[position].latest) = (start, start);
        reschedule(&self.layout, duty, stops, position..position + 1)?;
        self.cost_if_timed(duty, stops)
    }

    /// Times the days of a visit.
    fn time_parts(&mut self, session: usize) {
        let Some(placed) = self.placed[session] else { return };
        for flat in self.layout.parts_of(session) {
            if let Some(duty) = self.layout.duty_of(self.clinicians[flat], placed.day as usize) {
                self.time_day(duty);
            }
        }
    }

    /// The earliest starts of all parts, behind the stops before them.
    fn earliest_starts(&self, session: usize) -> Option<[i32; MAX_PARTS]> {
        let problem = self.layout.problem;
        let entry = self.layout.session(session);
        let placed = self.placed[session]?;
        if !self.is_alone(session, placed.day as usize) {
            return None;
        }
        let first = self.layout.first_part[session];
        let mut earliest = [0; MAX_PARTS];
        let mut begin = 0;
        for (own, part) in entry.parts.iter().enumerate() {
            let flat = first + own as u32;
            let duty = self
                .layout
                .duty_of(self.clinicians[flat as usize], placed.day as usize)?;
            let day = &self.days[duty];
            let position = day.stops.iter().position(|stop| stop.part == flat)?;
            let free = match position.checked_sub(1).map(|before| &day.stops[before]) {
                Some(stop) => stop.free_from(),
                None => self.layout.duty(duty).windows.first()?.0,
            };
            let stop = &day.stops[position];
            earliest[own] = next_start(
                &self.layout.duty(duty).windows,
                stop.before,
                stop.length,
                free + stop.way + stop.before,
                problem.grid,
            )?;
            begin = begin.max(earliest[own] - part.offset.1);
        }
        let begin = next_start(&entry.windows, 0, entry.minutes, begin.max(earliest[0]), problem.grid)?;
        for (own, part) in entry.parts.iter().enumerate() {
            earliest[own] = earliest[own].max(begin + part.offset.0);
            // Whoever waits for the others may have come to the end of some hours by then.
            let flat = first + own as u32;
            let (info, clinician) = (self.layout.part(flat), self.clinicians[flat as usize]);
            let hours = &self
                .layout
                .duty(self.layout.duty_of(clinician, placed.day as usize)?)
                .windows;
            if !within(hours, earliest[own] - info.before, earliest[own] + info.length) {
                return None;
            }
        }
        Some(earliest)
    }

    /// Moves all parts to these starts, in the order in which they stand. False if a day does not allow it.
    fn begin_at(&mut self, session: usize, first: u32, starts: &[i32]) -> bool {
        let Some(placed) = self.placed[session] else {
            return false;
        };
        let mut fits = true;
        for (own, &start) in starts.iter().enumerate() {
            let flat = first + own as u32;
            let clinician = self.clinicians[flat as usize];
            let Some(duty) = self.layout.duty_of(clinician, placed.day as usize) else {
                continue;
            };
            self.save(duty);
            if let Some(position) = self.days[duty].stops.iter().position(|stop| stop.part == flat) {
                self.days[duty].stop_mut(position).start = start;
            }
            self.refresh(duty);
            fits &= self.limits_hold(duty);
        }
        self.move_start(session, starts[0]);
        fits
    }
}

/// Free minutes between a stop and the next one.
fn wait_behind(stops: &[Stop], position: usize) -> i32 {
    let next = stops.get(position + 1);
    next.map_or(0, |next| {
        (next.start - next.before - stops[position].free_from() - next.way).max(0)
    })
}
