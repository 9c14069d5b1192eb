//! What a place costs: the exact change of the plan's cost, and the cheapest clinicians for further parts.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::model::CostTerm;

use super::day::{Day, schedule};
use super::gaps::{Gap, Scan, Who};
use super::layout::{PartInfo, ceil_to};
use super::span::{Measure, Stop, late_min, measure_day, within};
use super::state::{Candidate, MAX_PARTS, Placed, Seat, State};

/// The cheapest place so far, and those that are still to be looked at.
#[derive(Default)]
pub(super) struct Places {
    pub best: Option<Candidate>,
    prospects: Vec<Prospect>,
    /// The prospects by what they cost about, the cheapest first.
    queue: BinaryHeap<Reverse<(i64, u32)>>,
    /// The least that the further parts of the session may cost.
    further_parts: i64,
    /// The gaps for each further part, the most promising first.
    partners: [Vec<Partner>; MAX_PARTS],
}

/// A gap for a further part.
#[derive(Clone, Copy)]
struct Partner {
    /// About what it costs.
    estimate: i64,
    /// What the clinician costs.
    base: i64,
    gap: Gap,
    duty: u32,
    clinician: u32,
}

/// A start in a gap that may be worth a closer look.
#[derive(Clone, Copy)]
struct Prospect {
    /// What clinician, choice, room and seats cost.
    fixed: i64,
    gap: Gap,
    start: i32,
    duty: u32,
    clinician: u32,
    room_pool: u16,
}

impl Places {
    /// What a place must be cheaper than. Of places that cost the same, the tightest is the best, because it leaves the
    /// other gaps usable.
    #[inline]
    pub fn limit(&self) -> i64 {
        self.best
            .as_ref()
            .map_or(i64::MAX / 2, |best| best.delta + i64::from(best.spare > 0))
    }

    /// The most promising place that is still to be looked at, if it can beat the best so far.
    fn next(&mut self) -> Option<Prospect> {
        let Reverse((estimate, at)) = self.queue.pop()?;
        if estimate + self.further_parts >= self.limit() {
            self.queue.clear();
            return None;
        }
        Some(self.prospects[at as usize])
    }
}

impl State<'_> {
    /// Notes one start of the first part for a closer look, if it can beat the best so far.
    pub(super) fn consider(&self, scan: &Scan<'_>, gap: &Gap, who: &Who<'_>, start: i32, places: &mut Places) {
        if self.barred == Some((start, who.clinician)) {
            return;
        }
        let slot = self.layout.clock.slot(scan.day, start);
        let (room_pool, room_cents) = scan.open.map_or((u16::MAX, 0), |open| open.room_at(slot));
        let seats = if scan.seats {
            self.seat_value_at(scan.day, start)
        } else {
            0
        };
        let fixed = who.base + room_cents - seats;
        let estimate = fixed + self.estimate(scan, gap, who.duty, start);
        if estimate >= places.limit() {
            return;
        }
        let prospect = Prospect {
            fixed,
            gap: *gap,
            start,
            duty: who.duty as u32,
            clinician: who.clinician,
            room_pool,
        };
        if self.index.linear || self.relaxed != 0 {
            self.look_closer(scan, &prospect, who.day, places);
        } else {
            places.queue.push(Reverse((estimate, places.prospects.len() as u32)));
            places.prospects.push(prospect);
        }
    }

    /// Looks closer at what has been noted, the most promising first, until nothing can beat the best so far.
    pub(super) fn look_at_prospects(&self, scan: &Scan<'_>, places: &mut Places) {
        while let Some(prospect) = places.next() {
            self.look_closer(scan, &prospect, &self.days[prospect.duty as usize], places);
        }
        places.prospects.clear();
    }

    /// Finds out what one start of the first part costs exactly, with the cheapest clinicians for the other parts.
    fn look_closer(&self, scan: &Scan<'_>, prospect: &Prospect, day: &Day, places: &mut Places) {
        let Prospect { start, gap, .. } = *prospect;
        let duty = prospect.duty as usize;
        let spare = gap.latest - gap.earliest;
        let best = &places.best;
        let limit = best
            .as_ref()
            .map_or(i64::MAX, |best| best.delta + i64::from(spare < best.spare));
        let mut parts = [Seat::default(); MAX_PARTS];
        parts[0] = Seat {
            duty: prospect.duty,
            clinician: prospect.clinician,
            position: gap.position as u32,
            start,
        };
        let mut delta = prospect.fixed;
        if self.index.linear {
            let points = day.measure.points + scan.part.points;
            if points > self.layout.duty(duty).points_cap {
                return;
            }
            delta += gap.way_cents;
        } else {
            let first = self.layout.first_part[scan.session];
            let stop = Stop::new(&self.layout, first, start, scan.choice.place, scan.open.is_some());
            let Some(cents) = self.cost_of_stop(duty, day, gap.position, &stop) else {
                return;
            };
            delta += cents;
        }
        for own in 1..scan.num_parts {
            let allowed = limit.saturating_sub(delta);
            let partners = &places.partners[own];
            let Some((seat, cents)) = self.best_partner(scan, own, start, &parts[..own], allowed, partners) else {
                return;
            };
            parts[own] = seat;
            delta += cents;
        }
        if delta < limit {
            let placed = Placed {
                start,
                day: scan.day as u16,
                choice: scan.choice_idx as u8,
                room_pool: prospect.room_pool,
            };
            places.best = Some(Candidate {
                placed,
                pinned: scan.open.is_some(),
                num_parts: scan.num_parts,
                parts,
                delta,
                spare,
            });
        }
    }

    /// A quick guess of what the first part adds to its clinician-day.
    fn estimate(&self, scan: &Scan<'_>, gap: &Gap, duty: usize, start: i32) -> i64 {
        let mut cents = gap.way_cents;
        if self.index.linear {
            return cents;
        }
        let prices = &self.layout.problem.prices;
        if !scan.part.is_plain {
            if scan.wishes && !within(&self.layout.session(scan.session).preferred, start, start + 1) {
                cents += prices[CostTerm::Preference];
            }
            cents += i64::from(late_min(&self.layout, &scan.part, start)) * prices[CostTerm::Lateness];
        }
        // What is behind begins so much later.
        let later = (start - gap.latest + gap.slack).max(0);
        let late = (later - gap.punctual).max(0) - (-gap.punctual).max(0);
        cents += i64::from(late.max(0)) * prices[CostTerm::Lateness];
        cents - self.estimate_saved(&scan.part, gap, duty)
    }

    /// A quick guess of what a part saves by filling a gap: waiting, and what the worst days cost.
    fn estimate_saved(&self, part: &PartInfo, gap: &Gap, duty: usize) -> i64 {
        let needed = part.before + part.length;
        let mut cents = 0;
        if gap.free >= 0 {
            // How the rest of the gap is split shows in the exact cost.
            cents += self.filling_saves_at_most(needed.min(gap.free));
        }
        if self.minds_worst {
            cents += self.guide.saved_by(&self.days[duty].measure, needed + gap.way.max(0));
        }
        cents
    }

    /// The exact change of the plan's cost with one more stop in a day; `None` if it does not fit.
    #[inline]
    pub(super) fn cost_of_stop(&self, duty: usize, day: &Day, position: usize, stop: &Stop) -> Option<i64> {
        if self.index.linear {
            return self.cost_of_way(duty, day, position, stop);
        }
        let measure = day.with_stop(&self.layout, duty, position, stop)?;
        let cents = self.delta(duty, &measure)?;
        // Waiting that will be gone once the day is timed costs nothing.
        let prices = &self.layout.problem.prices;
        let saved = measure.saved - day.earliest.saved;
        let cents = cents - i64::from(saved) * prices[CostTerm::Waiting];
        if self.is_break_minded(duty) {
            return Some(cents);
        }
        let tight = measure.tight - self.days[duty].measure.tight;
        Some(cents - i64::from(tight) * prices[CostTerm::ShortBreak])
    }

    /// [`State::cost_of_stop`] where days are not summed up stop by stop, because only ways cost anything. Rarely asked.
    fn cost_of_way(&self, duty: usize, day: &Day, position: usize, stop: &Stop) -> Option<i64> {
        let mut stops = day.stops.clone();
        stops.insert(position, *stop);
        if !schedule(&self.layout, duty, &mut stops) {
            return None;
        }
        let (measure, cents) = measure_day::<i64>(&self.layout, self.layout.duty(duty), &stops);
        self.delta(duty, &Measure { cents, ..measure })
    }

    /// Lists the gaps for all further parts of a session.
    pub(super) fn find_partners(&self, scan: &Scan<'_>, places: &mut Places) {
        places.further_parts = 0;
        for own in 1..scan.num_parts {
            let partners = &mut places.partners[own];
            partners.clear();
            self.list_partners(scan, own, partners);
            partners.sort_unstable_by_key(|partner| (partner.estimate, partner.duty, partner.gap.position));
            places.further_parts += partners.first().map_or(i64::MAX / 8, |partner| partner.estimate);
        }
    }

    /// Every gap in which a further part can begin.
    fn list_partners(&self, scan: &Scan<'_>, own: usize, partners: &mut Vec<Partner>) {
        let part = &self.layout.session(scan.session).parts[own];
        let (from, to) = (scan.first_start + part.offset.0, scan.last_start + part.offset.1);
        let info = self.layout.part(self.layout.first_part[scan.session] + own as u32);
        for offer in self.index.offers(self.layout.first_part[scan.session] as usize + own) {
            let Some(duty) = self.duty_for(scan, own, offer) else {
                continue;
            };
            let Some(base) = self.cost_of_clinician(scan.session, offer) else {
                continue;
            };
            let day = &self.days[duty];
            for (position, passage) in day.passages.iter().enumerate() {
                if passage.free_from + info.before > to {
                    break;
                }
                if passage.must_leave < from + info.length {
                    continue;
                }
                let gap = self.gap(info, scan.choice.place, passage, position);
                if gap.earliest <= gap.latest {
                    partners.push(Partner {
                        estimate: base + gap.way_cents - self.estimate_saved(info, &gap, duty),
                        base,
                        gap,
                        duty: duty as u32,
                        clinician: offer.clinician,
                    });
                }
            }
        }
    }

    /// The cheapest clinician for a further part of a session that starts at `start`, if that costs less than
    /// `allowed`.
    fn best_partner(
        &self,
        scan: &Scan<'_>,
        own: usize,
        start: i32,
        taken: &[Seat],
        allowed: i64,
        partners: &[Partner],
    ) -> Option<(Seat, i64)> {
        let part = &self.layout.session(scan.session).parts[own];
        let (from, to) = (start + part.offset.0, start + part.offset.1);
        let flat = self.layout.first_part[scan.session] + own as u32;
        let info = self.layout.part(flat);
        let mut best: Option<(Seat, i64)> = None;
        for partner in partners {
            let limit = best.as_ref().map_or(allowed, |best| best.1);
            if partner.estimate >= limit {
                break;
            }
            if taken.iter().any(|seat| seat.clinician == partner.clinician) {
                continue;
            }
            let duty = partner.duty as usize;
            let Some(start) = self.partner_start(info, duty, &partner.gap, from, to) else {
                continue;
            };
            let stop = Stop::new(&self.layout, flat, start, scan.choice.place, true);
            let position = partner.gap.position;
            let Some(cents) = self.cost_of_stop(duty, &self.days[duty], position, &stop) else {
                continue;
            };
            if partner.base + cents < limit {
                let seat = Seat {
                    duty: partner.duty,
                    clinician: partner.clinician,
                    position: position as u32,
                    start,
                };
                best = Some((seat, partner.base + cents));
            }
        }
        best
    }

    /// The earliest start in `[from, to]` at which the part fits into the gap: on the grid if there is one.
    fn partner_start(&self, part: &PartInfo, duty: usize, gap: &Gap, from: i32, to: i32) -> Option<i32> {
        let problem = self.layout.problem;
        for window in &problem.duties[duty].windows {
            let earliest = from.max(gap.earliest).max(window.0 + part.before);
            let latest = to.min(gap.latest).min(window.1 - part.length);
            let on_grid = ceil_to(earliest, problem.grid);
            if earliest <= latest {
                return Some(if on_grid <= latest { on_grid } else { earliest });
            }
        }
        None
    }
}
