//! Where a session could go: every way, clinician, day and gap, and the cheapest of them.
//!
//! A cheap estimate decides whether a place is worth a closer look; the exact change of cost, computed by the same
//! functions as the full cost, decides between places.

use crate::model::CostTerm;
use crate::model::problem::{ANYWHERE, Choice, Interval, Place};
use crate::rng::Rng;

use super::advisor::Relaxation;
use super::index::{ceil_to, eligible_cents, floor_to};
use super::slots::{SlotTable, Slots};
use super::state::{Candidate, MAX_PARTS, Occupancy, Placed, Seat, State, next_float, price};
use super::terms::{Stop, lateness, within};

/// Which places are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Only {
    /// All of them.
    Any,
    /// The one that starts at this minute in this way with these clinicians (a floating visit may start earlier), whose
    /// further parts start at these minutes.
    Exactly {
        start: i32,
        choice: u8,
        room_pool: Option<u16>,
        clinicians: [u32; MAX_PARTS],
        starts: [i32; MAX_PARTS],
    },
    /// Those on this day with this clinician for the first part.
    DayWith(usize, u32),
}

impl Only {
    /// True if this clinician may do the part.
    fn allows(self, own: usize, clinician: u32) -> bool {
        match self {
            Self::Exactly { clinicians, .. } => clinicians[own] == clinician,
            Self::DayWith(_, wanted) => own > 0 || wanted == clinician,
            Self::Any => true,
        }
    }
}

/// How a place is looked for.
pub(super) struct Search<'a> {
    /// Chance of passing over a gap, so that the greedy choice varies ("blinks", Christiaens and Vanden Berghe 2020,
    /// doi:10.1287/trsc.2019.0914); 0 looks at everything.
    pub blink: f64,
    pub rng: &'a mut Rng,
    pub only: Only,
}

/// What stays the same while the places of one session, day and choice are looked at.
struct Scan<'a> {
    session: usize,
    day: usize,
    choice_idx: usize,
    choice: &'a Choice,
    /// Starts that windows, patient, rooms and equipment allow; `None` for a visit that floats.
    starts: Option<Slots>,
    /// The latest start that is possible at all.
    last_start: i32,
    only: Only,
}

/// A gap between two stops of a duty, as a part sees it.
#[derive(Clone, Copy)]
struct Gap {
    duty: usize,
    position: usize,
    earliest: i32,
    latest: i32,
    way_cents: i64,
    /// Free minutes between the neighbors as they are, or -1 at an end of the day.
    free: i32,
}

impl<'p> State<'p> {
    /// The cheapest place for a session that is not placed.
    pub fn best_place(&mut self, session: usize, search: &mut Search<'_>) -> Option<Candidate> {
        let problem = self.index.problem;
        let entry = self.index.session(session);
        let days = match search.only {
            Only::Any => 0..problem.num_days,
            Only::Exactly { start, .. } => problem.day_of(start)..problem.day_of(start) + 1,
            Only::DayWith(day, _) => day..day + 1,
        };
        let mut best = None;
        for day in days {
            if !self.day_allows(session, day) {
                continue;
            }
            let alone = entry
                .patient
                .is_none_or(|patient| self.is_free_day(patient as usize, day));
            let floats = self.index.floats[session] && alone;
            let held = entry
                .patient
                .filter(|_| !alone)
                .and_then(|patient| self.hold(patient as usize, day));
            for (choice_idx, choice) in entry.choices.iter().enumerate() {
                if matches!(search.only, Only::Exactly { choice, .. } if choice as usize != choice_idx) {
                    continue;
                }
                let starts = if floats {
                    None
                } else {
                    Some(self.open_starts(session, day, choice))
                };
                let last_start = match &starts {
                    None => entry.windows.last().map_or(-1, |window| window.1 - entry.minutes),
                    Some(starts) => match starts.last_in(0, i32::MAX - 1) {
                        Some(slot) => day as i32 * problem.day_min + slot * problem.grid,
                        None => continue,
                    },
                };
                let scan = Scan {
                    session,
                    day,
                    choice_idx,
                    choice,
                    starts,
                    last_start,
                    only: search.only,
                };
                if entry.seats.is_some() {
                    self.value_seats(session, day);
                }
                self.scan_clinicians(&scan, search, &mut best);
            }
            if let Some(held) = held {
                self.release(held);
            }
        }
        best
    }

    /// True if budgets, spacing and order allow the session on this day.
    pub fn day_allows(&self, session: usize, day: usize) -> bool {
        let problem = self.index.problem;
        if !self.is_relaxed(Relaxation::Authorization) && !self.budget_allows(&problem.sessions[session].draws, day) {
            return false;
        }
        self.is_relaxed(Relaxation::Spacing)
            || self.index.spacings[session].iter().all(|&(other, min_days)| {
                self.day(other as usize)
                    .is_none_or(|other| (other as i32 - day as i32).abs() >= min_days)
            })
    }

    /// The starts on the grid at which windows, patient, rooms, equipment and order allow the session.
    pub fn open_starts(&self, session: usize, day: usize, choice: &Choice) -> Slots {
        let problem = self.index.problem;
        let entry = &problem.sessions[session];
        let mut starts = Slots::from_words(self.index.starts(session, day), self.index.slots_per_day);
        if let Some(patient) = entry.patient.filter(|_| !self.is_relaxed(Relaxation::Patient)) {
            self.clear_busy(patient as usize, day, entry.minutes, &mut starts);
        }
        let length = (entry.minutes + problem.grid - 1) / problem.grid;
        if !choice.room_classes.is_empty() {
            let mut rooms = Slots::new(self.index.slots_per_day);
            let pools = choice
                .room_classes
                .iter()
                .flat_map(|&class| &self.index.pools_of_class[class as usize]);
            for &pool in pools {
                let free = self.free_slots(&self.rooms, &self.index.room_open, pool, day, Relaxation::Rooms);
                let mut free = free.run_starts(length);
                let class = self.index.room_pools[pool as usize].class;
                self.index.close(
                    &problem.room_classes[class as usize].open,
                    entry.minutes,
                    day,
                    &mut free,
                );
                rooms.unite(&free);
            }
            starts.intersect(rooms.words());
        }
        if let Some(pool) = choice.equipment {
            let free = self.free_slots(
                &self.equipment,
                &self.index.equipment_open,
                pool,
                day,
                Relaxation::Equipment,
            );
            let mut free = free.run_starts(length);
            self.index
                .close(&problem.equipment[pool as usize].open, entry.minutes, day, &mut free);
            starts.intersect(free.words());
        }
        if self.is_relaxed(Relaxation::Order) {
            return starts;
        }
        let (earliest, latest_end) = self.order_window(session);
        let offset = day as i32 * problem.day_min;
        starts.clear_range(
            0,
            ceil_to(earliest.saturating_sub(offset).max(0), problem.grid) / problem.grid,
        );
        let last = floor_to(
            latest_end.saturating_sub(entry.minutes + offset).max(-problem.grid),
            problem.grid,
        ) / problem.grid;
        if last < self.index.slots_per_day as i32 {
            starts.clear_range(last + 1, self.index.slots_per_day as i32);
        }
        starts
    }

    /// The slots at which a pool has something free; when it is set aside, those at which it is open.
    fn free_slots(&self, pool: &Occupancy, open: &SlotTable, idx: u16, day: usize, rule: Relaxation) -> Slots {
        let words = if self.is_relaxed(rule) {
            open.row(idx as usize * self.index.problem.num_days + day)
        } else {
            pool.free(idx as usize, day)
        };
        Slots::from_words(words, self.index.slots_per_day)
    }

    /// From the end of the sessions it must follow to the start of those that must follow it.
    fn order_window(&self, session: usize) -> Interval {
        let placed = |other: &&u32| self.placed[**other as usize].is_some();
        let from = self.index.before[session]
            .iter()
            .filter(placed)
            .map(|&other| self.times(other as usize).1)
            .max();
        let to = self.index.after[session]
            .iter()
            .filter(placed)
            .map(|&other| self.times(other as usize).0)
            .min();
        (from.unwrap_or(0), to.unwrap_or(i32::MAX / 2))
    }

    fn scan_clinicians(&mut self, scan: &Scan<'_>, search: &mut Search<'_>, best: &mut Option<Candidate>) {
        let problem = self.index.problem;
        let entry = &problem.sessions[scan.session];
        let part = &entry.parts[0];
        let mut empty_class = (u32::MAX, 0);
        for eligible in &part.eligible {
            if eligible.days >> scan.day & 1 == 0 || eligible.choices >> scan.choice_idx & 1 == 0 {
                continue;
            }
            if !search.only.allows(0, eligible.clinician) {
                continue;
            }
            let Some(duty) = self.index.duty_of(eligible.clinician, scan.day) else {
                continue;
            };
            if !self.caseload_allows(eligible.clinician, entry.patient) {
                continue;
            }
            let handoff = entry
                .thread
                .map_or(0, |thread| self.handoff_delta(thread as usize, eligible.clinician));
            let base = eligible_cents(eligible) + scan.choice.second_choice + handoff;
            if best
                .as_ref()
                .is_some_and(|best| entry.seats.is_none() && base >= best.delta && self.costs_only_add())
            {
                continue;
            }
            // Clinician-days that are empty and alike are all the same: one of them is enough.
            if self.is_untouched(duty) {
                let class = (self.index.duty_class[duty], base);
                if class == empty_class {
                    continue;
                }
                empty_class = class;
            }
            if self.is_relaxed(Relaxation::Clinician) {
                let route = std::mem::take(&mut self.routes[duty]);
                self.scan_gaps(scan, duty, eligible.clinician, base, search, best);
                self.routes[duty] = route;
            } else {
                self.scan_gaps(scan, duty, eligible.clinician, base, search, best);
            }
        }
    }

    /// True if adding a session can never make the rest of the plan cheaper, so that an estimate is a lower bound.
    fn costs_only_add(&self) -> bool {
        self.index.linear
    }

    fn scan_gaps(
        &mut self,
        scan: &Scan<'_>,
        duty: usize,
        clinician: u32,
        base: i64,
        search: &mut Search<'_>,
        best: &mut Option<Candidate>,
    ) {
        for position in 0..=self.routes[duty].len() {
            if search.blink > 0.0 && search.rng.chance(search.blink) {
                continue;
            }
            let Some(gap) = self.gap(scan.session, 0, scan.choice.place, duty, position) else {
                continue;
            };
            if gap.earliest > scan.last_start {
                break;
            }
            if gap.latest < gap.earliest {
                continue;
            }
            match &scan.starts {
                None => {
                    let part = self.index.first_part[scan.session];
                    if let Some(start) = next_float(&self.index, duty, part, gap.earliest)
                        && start <= gap.latest
                        && self.in_order(scan.only, duty, position)
                    {
                        self.consider(scan, gap, clinician, start, base, best);
                    }
                }
                Some(starts) => {
                    let mut tried = [-1; 4];
                    for at in 0..4 {
                        let Some(start) = self.start_in_gap(scan, starts, &gap, at) else {
                            continue;
                        };
                        if !tried[..at].contains(&start) {
                            tried[at] = start;
                            self.consider(scan, gap, clinician, start, base, best);
                        }
                    }
                }
            }
        }
    }

    /// True if a floating visit with a given start would stand here in the order of starts.
    fn in_order(&self, only: Only, duty: usize, position: usize) -> bool {
        let Only::Exactly { start, .. } = only else { return true };
        let route = &self.routes[duty];
        position
            .checked_sub(1)
            .is_none_or(|before| route[before].start <= start)
            && route.get(position).is_none_or(|after| start <= after.latest)
    }

    /// The `which`-th start worth looking at in a gap: the first, the last, the first that meets the wish, the one
    /// that fills most seats.
    fn start_in_gap(&self, scan: &Scan<'_>, starts: &Slots, gap: &Gap, which: usize) -> Option<i32> {
        let problem = self.index.problem;
        let part = &problem.sessions[scan.session].parts[0];
        let offset = scan.day as i32 * problem.day_min;
        let mut found = None;
        for window in &problem.duties[gap.duty].windows {
            let from = gap.earliest.max(window.0 + part.before);
            let to = gap.latest.min(window.1 - part.minutes - part.after);
            if to < from {
                continue;
            }
            let from = ceil_to(from - offset, problem.grid) / problem.grid;
            let to = floor_to(to - offset, problem.grid) / problem.grid;
            if let Only::Exactly { start: wanted, .. } = scan.only {
                let slot = (wanted - offset) / problem.grid;
                let fits = which == 0 && slot * problem.grid + offset == wanted && (from..=to).contains(&slot);
                if fits && starts.contains(slot) {
                    return Some(wanted);
                }
                continue;
            }
            found = match which {
                0 => found.or_else(|| starts.first_in(from, to)),
                1 => starts.last_in(from, to).or(found),
                2 => found.or_else(|| {
                    let mut wished = *starts;
                    wished.intersect(self.index.wished(scan.session, scan.day));
                    wished.first_in(from, to)
                }),
                _ => self.best_seats_in(scan, starts, from, to).or(found),
            };
        }
        found.map(|slot| slot * problem.grid + offset)
    }

    fn best_seats_in(&self, scan: &Scan<'_>, starts: &Slots, from: i32, to: i32) -> Option<i32> {
        self.index.problem.sessions[scan.session].seats?;
        let mut best: Option<(i64, i32)> = None;
        let mut from = from;
        while let Some(slot) = starts.first_in(from, to) {
            let value = self.seat_values[slot as usize];
            if best.is_none_or(|best| value > best.0) {
                best = Some((value, slot));
            }
            from = slot + 1;
        }
        best.map(|best| best.1)
    }

    /// How a part fits between two stops of a duty.
    fn gap(&self, session: usize, own: usize, place: Place, duty: usize, position: usize) -> Option<Gap> {
        let problem = self.index.problem;
        let entry = &problem.duties[duty];
        let part = &problem.sessions[session].parts[own];
        let route = &self.routes[duty];
        let travel = &problem.travel;
        let (first, last) = (entry.windows.first()?, entry.windows.last()?);
        let previous = position.checked_sub(1).map(|at| &route[at]);
        let next = route.get(position);
        let (from, from_place) = previous.map_or((first.0, entry.start_place), |stop| {
            let before = self.index.part(stop.part as usize);
            (stop.start + before.minutes + before.after, stop.at)
        });
        let at = if place == ANYWHERE { from_place } else { place };
        let (to, to_place, next_start) = next.map_or((last.1, entry.end_place, i32::MAX), |stop| {
            let after = self.index.part(stop.part as usize);
            // A session anywhere takes place where the clinician is, so there is no way to it.
            let to_place = if stop.place == ANYWHERE { at } else { stop.at };
            (stop.latest - after.before, to_place, stop.start - after.before)
        });
        let (way_in, way_out) = (travel.minutes(from_place, at), travel.minutes(at, to_place));
        let way_now = if previous.is_none() && next.is_none() {
            0
        } else {
            travel.minutes(from_place, to_place)
        };
        let mut way_cents = i64::from(way_in + way_out - way_now) * price(&self.index, CostTerm::Travel);
        if !travel.distance.is_empty() {
            let now = if previous.is_none() && next.is_none() {
                0
            } else {
                travel.distance(from_place, to_place)
            };
            let distance = travel.distance(from_place, at) + travel.distance(at, to_place) - now;
            way_cents += i64::from(distance) * price(&self.index, CostTerm::Mileage);
        }
        Some(Gap {
            duty,
            position,
            earliest: from + way_in + part.before,
            latest: to - way_out - part.minutes - part.after,
            way_cents,
            free: if previous.is_some() && next.is_some() {
                next_start - from - way_now
            } else {
                -1
            },
        })
    }

    /// Looks closer at one start of the first part, if it can beat the best so far.
    fn consider(
        &mut self,
        scan: &Scan<'_>,
        gap: Gap,
        clinician: u32,
        start: i32,
        base: i64,
        best: &mut Option<Candidate>,
    ) {
        let problem = self.index.problem;
        let session = scan.session;
        let entry = &problem.sessions[session];
        let Some((room_pool, room_cents)) = self.room_for(session, scan, start) else {
            return;
        };
        let seats = if entry.seats.is_some() {
            self.seat_value_at(scan.day, start)
        } else {
            0
        };
        let fixed = base + room_cents - seats;
        let limit = best.as_ref().map_or(i64::MAX, |best| best.delta);
        if fixed + self.estimate(session, &gap, start) >= limit {
            return;
        }
        let mut parts = [Seat::default(); MAX_PARTS];
        parts[0] = Seat {
            duty: gap.duty as u32,
            clinician,
            position: gap.position as u32,
            start,
        };
        let pinned = scan.starts.is_some();
        let mut delta = fixed;
        if self.index.linear {
            let points = self.measures[gap.duty].points + entry.parts[0].points;
            if points > problem.duties[gap.duty].points_cap {
                return;
            }
            delta += gap.way_cents;
        } else {
            let Some(cents) = self.try_stop(session, 0, scan.choice.place, &parts[0], pinned) else {
                return;
            };
            delta += cents;
        }
        for own in 1..entry.parts.len() {
            let Some((seat, cents)) = self.best_partner(scan, own, start, &parts[..own]) else {
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
                room_pool: room_pool.unwrap_or(u16::MAX),
            };
            *best = Some(Candidate {
                placed,
                pinned,
                num_parts: entry.parts.len(),
                parts,
                delta,
            });
        }
    }

    /// A quick guess of what the first part adds to its clinician-day.
    fn estimate(&self, session: usize, gap: &Gap, start: i32) -> i64 {
        if self.index.linear {
            return gap.way_cents;
        }
        let problem = self.index.problem;
        let entry = &problem.sessions[session];
        let part = &entry.parts[0];
        let mut cents = gap.way_cents;
        if !entry.preferred.is_empty() && !within(&entry.preferred, start, start + 1) {
            cents += price(&self.index, CostTerm::Preference);
        }
        let late = lateness(problem, &entry.due, start, start + part.minutes);
        cents += i64::from(late) * price(&self.index, CostTerm::Lateness);
        if gap.free >= 0 {
            // A session in a gap uses up waiting time; how the rest is split shows in the exact cost.
            let used = (part.before + part.minutes + part.after).min(gap.free);
            cents -= i64::from(used)
                * (price(&self.index, CostTerm::Waiting) + price(&self.index, CostTerm::FragmentedIdle));
        }
        cents
    }

    /// The exact change of the clinician-day's cost with one more stop; `None` if it does not fit.
    fn try_stop(&mut self, session: usize, own: usize, place: Place, seat: &Seat, pinned: bool) -> Option<i64> {
        let part = self.index.first_part[session] + own as u32;
        let stop = Stop {
            part,
            start: seat.start,
            latest: seat.start,
            place,
            at: place,
            pinned,
        };
        let (duty, position) = (seat.duty as usize, seat.position as usize);
        self.scratch.clear();
        self.scratch.extend_from_slice(&self.routes[duty][..position]);
        self.scratch.push(stop);
        self.scratch.extend_from_slice(&self.routes[duty][position..]);
        self.trial(duty)
    }

    /// The cheapest clinician for a further part of a session that starts at `start`.
    fn best_partner(&mut self, scan: &Scan<'_>, own: usize, start: i32, taken: &[Seat]) -> Option<(Seat, i64)> {
        let problem = self.index.problem;
        let entry = &problem.sessions[scan.session];
        let part = &entry.parts[own];
        let (mut from, mut to) = (start + part.offset.0, start + part.offset.1);
        if let Only::Exactly { starts, .. } = scan.only {
            (from, to) = (from.max(starts[own]), to.min(starts[own]));
        }
        if from > to {
            return None;
        }
        let mut best: Option<(Seat, i64)> = None;
        for eligible in &part.eligible {
            if eligible.days >> scan.day & 1 == 0
                || eligible.choices >> scan.choice_idx & 1 == 0
                || !scan.only.allows(own, eligible.clinician)
                || taken.iter().any(|seat| seat.clinician == eligible.clinician)
            {
                continue;
            }
            let Some(duty) = self.index.duty_of(eligible.clinician, scan.day) else {
                continue;
            };
            if !self.caseload_allows(eligible.clinician, entry.patient) {
                continue;
            }
            let handoff = entry
                .thread
                .map_or(0, |thread| self.handoff_delta(thread as usize, eligible.clinician));
            let base = eligible_cents(eligible) + handoff;
            for position in 0..=self.routes[duty].len() {
                let Some(gap) = self.gap(scan.session, own, scan.choice.place, duty, position) else {
                    continue;
                };
                if gap.earliest > to {
                    break;
                }
                let Some(start) = self.partner_start(part, &gap, from, to) else {
                    continue;
                };
                if best
                    .as_ref()
                    .is_some_and(|best| base + gap.way_cents >= best.1 + 10_000)
                {
                    continue;
                }
                let seat = Seat {
                    duty: duty as u32,
                    clinician: eligible.clinician,
                    position: position as u32,
                    start,
                };
                let Some(cents) = self.try_stop(scan.session, own, scan.choice.place, &seat, true) else {
                    continue;
                };
                if best.as_ref().is_none_or(|best| base + cents < best.1) {
                    best = Some((seat, base + cents));
                }
            }
        }
        best
    }

    /// The earliest start in `[from, to]` at which the part fits into the gap: on the grid, unless there is one only.
    fn partner_start(&self, part: &crate::model::problem::Part, gap: &Gap, from: i32, to: i32) -> Option<i32> {
        let problem = self.index.problem;
        for window in &problem.duties[gap.duty].windows {
            let earliest = from.max(gap.earliest).max(window.0 + part.before);
            let start = if from == to {
                earliest
            } else {
                ceil_to(earliest, problem.grid)
            };
            if start <= to.min(gap.latest).min(window.1 - part.minutes - part.after) {
                return Some(start);
            }
        }
        None
    }

    /// The first room pool that is free, with what it costs; `Some((None, 0))` if no room is needed.
    fn room_for(&self, session: usize, scan: &Scan<'_>, start: i32) -> Option<(Option<u16>, i64)> {
        let (day, choice) = (scan.day, scan.choice);
        if choice.room_classes.is_empty() {
            return Some((None, 0));
        }
        let problem = self.index.problem;
        let minutes = problem.sessions[session].minutes;
        let from = (start - day as i32 * problem.day_min) / problem.grid;
        let to = from + (minutes + problem.grid - 1) / problem.grid;
        let wanted = match scan.only {
            Only::Exactly { room_pool, .. } => room_pool,
            _ => None,
        };
        let fits = |&&pool: &&u16| {
            if self.is_relaxed(Relaxation::Rooms) {
                return true;
            }
            let free = self.rooms.free(pool as usize, day);
            let class = self.index.room_pools[pool as usize].class as usize;
            (from..to).all(|slot| free[slot as usize / 64] >> (slot % 64) & 1 == 1)
                && (self.index.hours_on_grid || within(&problem.room_classes[class].open, start, start + minutes))
        };
        choice.room_classes.iter().enumerate().find_map(|(at, &class)| {
            let mut pools = self.index.pools_of_class[class as usize].iter();
            let pool = pools.find(|&&pool| wanted.is_none_or(|wanted| wanted == pool) && fits(&&pool))?;
            Some((Some(*pool), if at > 0 { choice.second_room } else { 0 }))
        })
    }

    /// True if nothing has been put on this clinician in this week yet.
    fn is_untouched(&self, duty: usize) -> bool {
        self.routes[duty].is_empty() && self.is_week_empty(duty)
    }
}
