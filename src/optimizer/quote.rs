//! What a place costs: the exact change of the plan's cost, and the cheapest clinicians for further parts.

use crate::model::CostTerm;

use super::day::{Day, schedule};
use super::gaps::{Gap, Scan, Who};
use super::layout::{PartInfo, ceil_to};
use super::span::{Measure, Stop, lateness, measure_day, within};
use super::state::{Candidate, MAX_PARTS, Placed, Seat, State};

impl State<'_> {
    /// Looks closer at one start of the first part, if it can beat the best so far.
    pub(super) fn consider(&self, scan: &Scan<'_>, gap: &Gap, who: &Who<'_>, start: i32, best: &mut Option<Candidate>) {
        let slot = self.layout.clock.slot(scan.day, start);
        let (room_pool, room_cents) = scan.open.map_or((u16::MAX, 0), |open| open.room_at(slot));
        let seats = if scan.seats {
            self.seat_value_at(scan.day, start)
        } else {
            0
        };
        let fixed = who.base + room_cents - seats;
        let spare = gap.latest - gap.earliest;
        let limit = best
            .as_ref()
            .map_or(i64::MAX, |best| best.delta + i64::from(spare < best.spare));
        if fixed + self.estimate(scan, gap, start) - who.worst_saved >= limit {
            return;
        }
        let mut parts = [Seat::default(); MAX_PARTS];
        parts[0] = Seat {
            duty: who.duty as u32,
            clinician: who.clinician,
            position: gap.position as u32,
            start,
        };
        let mut delta = fixed;
        if self.index.linear {
            let points = who.day.measure.points + scan.part.points;
            if points > self.layout.duty(who.duty).points_cap {
                return;
            }
            delta += gap.way_cents;
        } else {
            let first = self.layout.first_part[scan.session];
            let stop = Stop::new(&self.layout, first, start, scan.choice.place, scan.open.is_some());
            let Some(cents) = self.cost_of_stop(who.duty, who.day, gap.position, &stop) else {
                return;
            };
            delta += cents;
        }
        for own in 1..scan.num_parts {
            // A further part can save waiting too.
            let most_saved: i64 = (own..scan.num_parts).map(|own| self.most_saved(scan, own)).sum();
            if delta - most_saved >= limit {
                return;
            }
            let allowed = limit.saturating_sub(delta).saturating_add(most_saved);
            let Some((seat, cents)) = self.best_partner(scan, own, start, &parts[..own], allowed) else {
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
                room_pool,
            };
            *best = Some(Candidate {
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
    fn estimate(&self, scan: &Scan<'_>, gap: &Gap, start: i32) -> i64 {
        let mut cents = gap.way_cents;
        if self.index.linear {
            return cents;
        }
        let problem = self.layout.problem;
        let prices = &problem.prices;
        if !scan.part.is_plain {
            let entry = self.layout.session(scan.session);
            if !entry.preferred.is_empty() && !within(&entry.preferred, start, start + 1) {
                cents += prices[CostTerm::Preference];
            }
            let late = lateness(problem, &entry.due, start, start + scan.part.minutes);
            cents += i64::from(late) * prices[CostTerm::Lateness];
        }
        if gap.free >= 0 {
            // A session in a gap uses up waiting time; how the rest is split shows in the exact cost.
            let used = (scan.part.before + scan.part.length).min(gap.free);
            cents -= i64::from(used) * (prices[CostTerm::Waiting] + prices[CostTerm::FragmentedIdle]);
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
        self.delta(duty, &measure)
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

    /// What a part can save at most: waiting that it fills, or what the worst day costs.
    fn most_saved(&self, scan: &Scan<'_>, own: usize) -> i64 {
        let info = self.layout.part(self.layout.first_part[scan.session] + own as u32);
        i64::from(info.before + info.length) * self.free_minute_cents() + self.worst_saved_anywhere()
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
    ) -> Option<(Seat, i64)> {
        let part = &self.layout.session(scan.session).parts[own];
        let (from, to) = (start + part.offset.0, start + part.offset.1);
        if from > to {
            return None;
        }
        let flat = self.layout.first_part[scan.session] + own as u32;
        let info = self.layout.part(flat);
        let most_saved = self.most_saved(scan, own);
        let mut best: Option<(Seat, i64)> = None;
        for offer in self.index.offers(flat as usize) {
            if taken.iter().any(|seat| seat.clinician == offer.clinician) {
                continue;
            }
            let Some(duty) = self.duty_for(scan, own, offer) else {
                continue;
            };
            let Some(base) = self.cost_of_clinician(scan.session, offer) else {
                continue;
            };
            let day = &self.days[duty];
            let who = Who {
                duty,
                clinician: offer.clinician,
                day,
                base,
                worst_saved: self.worst_saved(duty),
            };
            for position in 0..=day.stops.len() {
                let Some((free_from, until)) = self.room_between(&who, position) else {
                    break;
                };
                if free_from + info.before > to {
                    break;
                }
                if until < from + info.length {
                    continue;
                }
                let gap = self.gap(info, scan.choice.place, &who, position);
                let limit = best.as_ref().map_or(allowed, |best| best.1);
                if base + gap.way_cents - most_saved >= limit {
                    continue;
                }
                let Some(start) = self.partner_start(info, &who, &gap, from, to) else {
                    continue;
                };
                let stop = Stop::new(&self.layout, flat, start, scan.choice.place, true);
                let Some(cents) = self.cost_of_stop(duty, day, position, &stop) else {
                    continue;
                };
                if base + cents < limit {
                    let seat = Seat {
                        duty: duty as u32,
                        clinician: offer.clinician,
                        position: position as u32,
                        start,
                    };
                    best = Some((seat, base + cents));
                }
            }
        }
        best
    }

    /// The earliest start in `[from, to]` at which the part fits into the gap: on the grid, unless there is one only.
    fn partner_start(&self, part: &PartInfo, who: &Who<'_>, gap: &Gap, from: i32, to: i32) -> Option<i32> {
        let problem = self.layout.problem;
        for window in &problem.duties[who.duty].windows {
            let earliest = from.max(gap.earliest).max(window.0 + part.before);
            let start = if from == to {
                earliest
            } else {
                ceil_to(earliest, problem.grid)
            };
            if start <= to.min(gap.latest).min(window.1 - part.length) {
                return Some(start);
            }
        }
        None
    }
}
