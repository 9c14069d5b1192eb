//! Visits of several clinicians begin as early as all of them can come.
//!
//! A visit of one clinician floats: it follows the stop before it. One of several clinicians has an exact start, because
//! it stands in several clinician-days, and whatever is taken out before it leaves a wait. So each step ends by pulling
//! those in the days that it has touched forward, one after another, as long as that does not cost more.

use super::layout::next_start;
use super::span::within;
use super::state::{MAX_PARTS, State};

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
