//! Where a session could go: every way, clinician, day and gap, and the cheapest of them.
//!
//! A cheap estimate decides whether a place is worth a closer look; the exact change of cost, computed by the same
//! functions as the full cost, decides between places.

use crate::model::CostTerm;
use crate::model::problem::{ANYWHERE, Choice, Interval, Place};
use crate::rng::Rng;

use super::advisor::Relaxation;
use super::day::{next_float, schedule};
use super::index::Offer;
use super::layout::{PartInfo, ceil_to, floor_to};
use super::occupancy::Occupancy;
use super::slots::{MAX_WORDS, SlotTable, Slots as _};
use super::span::{Measure, Stop, lateness, measure_day, within};
use super::state::{Candidate, MAX_PARTS, Placed, Seat, State};

/// Which places are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Only {
    /// All of them.
    Any,
    /// Those on this day with this clinician for the first part.
    DayWith(usize, u32),
}

impl Only {
    /// True if this clinician may do the part.
    fn allows(self, own: usize, clinician: u32) -> bool {
        match self {
            Self::DayWith(_, wanted) => own > 0 || wanted == clinician,
            Self::Any => true,
        }
    }
}

/// How a place is looked for.
pub(super) struct Search<'a> {
    pub rng: &'a mut Rng,
    pub only: Only,
    /// Gaps are passed over at random, so that the greedy choice varies ("blinks", Christiaens and Vanden Berghe 2020,
    /// doi:10.1287/trsc.2019.0914): this many are left until the next. `u32::MAX` looks at everything.
    pub until_blink: u32,
}

/// The logarithm of 0.99: a gap is passed over with a chance of 1 % (the same source).
const LOG_OF_NO_BLINK: f64 = -0.010050335853501442;

impl<'a> Search<'a> {
    /// Looks at every place that `only` allows.
    pub fn every(rng: &'a mut Rng, only: Only) -> Self {
        Self {
            rng,
            only,
            until_blink: u32::MAX,
        }
    }

    /// Passes over a gap now and then.
    pub fn blinking(rng: &'a mut Rng) -> Self {
        let mut search = Self::every(rng, Only::Any);
        search.draw_blink();
        search
    }

    fn draw_blink(&mut self) {
        let gaps = libm::log(self.rng.unit()) / LOG_OF_NO_BLINK;
        self.until_blink = (gaps as u32).min(u32::MAX - 1);
    }

    /// True if this gap is passed over.
    #[inline]
    fn blinks(&mut self) -> bool {
        match self.until_blink {
            u32::MAX => false,
            0 => {
                self.draw_blink();
                true
            }
            _ => {
                self.until_blink -= 1;
                false
            }
        }
    }
}

/// Where a session can start on one day, in one way, on the grid. Kept to save allocations.
#[derive(Default)]
pub(super) struct Open {
    /// Starts that windows, patient, rooms and equipment allow.
    starts: Vec<u64>,
    /// Those of them that meet the wish.
    wished: Vec<u64>,
    /// Room pools that would do, best first, with what each costs.
    rooms: Vec<(u16, i64)>,
    /// Starts at which each of them has a room for the whole session, one set after the other.
    room_starts: Vec<u64>,
    free: Vec<u64>,
}

impl Open {
    /// The first room pool that is free at a start, with what it costs.
    #[inline]
    fn room_at(&self, slot: i32) -> (u16, i64) {
        let words = self.starts.len().max(1);
        let mut free = self.rooms.iter().zip(self.room_starts.chunks(words));
        free.find(|(_, starts)| starts.has(slot))
            .map_or((u16::MAX, 0), |(&room, _)| room)
    }
}

/// What stays the same while the places of one session, day and choice are looked at.
struct Scan<'a> {
    session: usize,
    day: usize,
    choice_idx: usize,
    choice: &'a Choice,
    part: PartInfo,
    part_on_grid: bool,
    num_parts: usize,
    /// `None` for a visit that floats.
    open: Option<&'a Open>,
    /// True if some starts are wished for.
    wishes: bool,
    /// True if the seats of a group decide.
    seats: bool,
    /// Intervals in which the session is not late.
    due: &'a [Interval],
    /// The earliest and the latest start that are possible at all.
    first_start: i32,
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

impl State<'_> {
    /// The cheapest place for a session that is not placed.
    pub fn best_place(&mut self, session: usize, search: &mut Search<'_>) -> Option<Candidate> {
        self.flush();
        let mut best = None;
        let days = match search.only {
            Only::Any => u32::MAX,
            Only::DayWith(day, _) => 1 << day,
        };
        let mut days = days & self.index.days[session];
        let mut open = std::mem::take(&mut self.open);
        while days != 0 {
            let day = days.trailing_zeros() as usize;
            days &= days - 1;
            if self.day_allows(session, day) {
                self.scan_day(session, day, search, &mut open, &mut best);
            }
        }
        self.open = open;
        best
    }

    fn scan_day(
        &mut self,
        session: usize,
        day: usize,
        search: &mut Search<'_>,
        open: &mut Open,
        best: &mut Option<Candidate>,
    ) {
        let problem = self.layout.problem;
        let entry = self.layout.session(session);
        let alone = entry
            .patient
            .is_none_or(|patient| self.is_free_day(patient as usize, day));
        let floats = self.index.floats[session] && alone;
        let held = entry
            .patient
            .filter(|_| !alone)
            .and_then(|patient| self.hold(patient as usize, day));
        if entry.seats.is_some() {
            self.value_seats(session, day);
        }
        for (choice_idx, choice) in entry.choices.iter().enumerate() {
            let mut last_start = entry.windows.last().map_or(-1, |window| window.1 - entry.minutes);
            if !floats {
                self.find_starts(session, day, choice, open);
                let Some(slot) = open.starts.last_in(0, i32::MAX - 1) else {
                    continue;
                };
                last_start = day as i32 * problem.day_min + slot * problem.grid;
            }
            let parts = self.layout.parts_of(session);
            let part = self.layout.parts[parts.start];
            let scan = Scan {
                session,
                day,
                choice_idx,
                choice,
                part,
                part_on_grid: part.before % problem.grid == 0 && part.length % problem.grid == 0,
                num_parts: parts.len(),
                open: (!floats).then_some(&*open),
                wishes: !entry.preferred.is_empty(),
                seats: entry.seats.is_some(),
                due: &entry.due,
                first_start: entry.windows.first().map_or(0, |window| window.0),
                last_start,
                only: search.only,
            };
            self.scan_clinicians(&scan, search, best);
        }
        if let Some(held) = held {
            self.release(held);
        }
    }

    /// True if budgets, spacing and order allow the session on this day.
    pub fn day_allows(&self, session: usize, day: usize) -> bool {
        let problem = self.layout.problem;
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
    fn find_starts(&self, session: usize, day: usize, choice: &Choice, open: &mut Open) {
        let problem = self.layout.problem;
        let entry = &problem.sessions[session];
        open.starts.clear();
        open.starts.extend_from_slice(self.index.starts(session, day));
        open.rooms.clear();
        open.room_starts.clear();
        if let Some(patient) = entry.patient.filter(|_| !self.is_relaxed(Relaxation::Patient)) {
            self.clear_busy(patient as usize, day, entry.minutes, &mut open.starts);
        }
        if open.starts.is_without() {
            return;
        }
        if !choice.room_classes.is_empty() {
            self.find_rooms(choice, entry.minutes, day, open);
            open.free.clear();
            open.free.resize(open.starts.len(), 0);
            for starts in open.room_starts.chunks(open.starts.len()) {
                open.free.unite(starts);
            }
            open.starts.intersect(&open.free);
        }
        if let Some(pool) = choice.equipment {
            let rule = Relaxation::Equipment;
            let free = self.free_slots(&self.equipment, &self.index.equipment_open, pool, day, rule);
            open.free.clear();
            open.free.extend_from_slice(free);
            open.free.keep_run_starts(self.slots_of(entry.minutes));
            let hours = &problem.equipment[pool as usize].open;
            self.index.close(problem, hours, entry.minutes, day, &mut open.free);
            open.starts.intersect(&open.free);
        }
        if !self.is_relaxed(Relaxation::Order) && self.index.has_order(session) {
            self.keep_order(session, day, &mut open.starts);
        }
        open.wished.clear();
        if !entry.preferred.is_empty() {
            open.wished.extend_from_slice(&open.starts);
            open.wished.intersect(self.index.wished(session, day));
        }
    }

    fn slots_of(&self, minutes: i32) -> i32 {
        let grid = self.layout.problem.grid;
        (minutes + grid - 1) / grid
    }

    /// The room pools that a choice may use, with the starts at which each is free.
    fn find_rooms(&self, choice: &Choice, minutes: i32, day: usize, open: &mut Open) {
        let problem = self.layout.problem;
        for (rank, &class) in choice.room_classes.iter().enumerate() {
            for &pool in &self.index.pools_of_class[class as usize] {
                let from = open.room_starts.len();
                let free = self.free_slots(&self.rooms, &self.index.room_open, pool, day, Relaxation::Rooms);
                open.room_starts.extend_from_slice(free);
                let starts = &mut open.room_starts[from..];
                starts.keep_run_starts(self.slots_of(minutes));
                let hours = &problem.room_classes[class as usize].open;
                self.index.close(problem, hours, minutes, day, starts);
                open.rooms.push((pool, if rank > 0 { choice.second_room } else { 0 }));
            }
        }
    }

    /// The slots at which a pool has something free; when it is set aside, those at which it is open.
    fn free_slots<'a>(
        &self,
        pool: &'a Occupancy,
        open: &'a SlotTable,
        idx: u16,
        day: usize,
        rule: Relaxation,
    ) -> &'a [u64] {
        if self.is_relaxed(rule) {
            open.row(idx as usize * self.layout.problem.num_days + day)
        } else {
            pool.free(idx as usize, day)
        }
    }

    /// Takes out the starts before the end of what the session must follow, and those too late for what must follow it.
    fn keep_order(&self, session: usize, day: usize, starts: &mut [u64]) {
        let problem = self.layout.problem;
        let (earliest, latest_end) = self.order_window(session);
        let offset = day as i32 * problem.day_min;
        starts.clear_range(
            0,
            ceil_to(earliest.saturating_sub(offset).max(0), problem.grid) / problem.grid,
        );
        let minutes = problem.sessions[session].minutes;
        let last = floor_to(
            latest_end.saturating_sub(minutes + offset).max(-problem.grid),
            problem.grid,
        ) / problem.grid;
        if last < self.index.slots_per_day as i32 {
            starts.clear_range(last + 1, self.index.slots_per_day as i32);
        }
    }

    /// From the end of the sessions it must follow to the start of those that must follow it.
    pub(super) fn order_window(&self, session: usize) -> Interval {
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

    /// The duty of an offer on the day of the scan; `None` if this cannot be.
    #[inline]
    fn duty_for(&self, scan: &Scan<'_>, own: usize, offer: &Offer) -> Option<usize> {
        let possible = offer.days >> scan.day & offer.choices >> scan.choice_idx & 1 == 1;
        if !possible || !scan.only.allows(own, offer.clinician) {
            return None;
        }
        self.layout.duty_of(offer.clinician, scan.day)
    }

    /// What the clinician of an offer costs; `None` if the caseload is full.
    #[inline]
    fn cost_of_clinician(&self, session: usize, offer: &Offer) -> Option<i64> {
        let entry = self.layout.session(session);
        if !self.caseload_allows(offer.clinician, entry.patient) {
            return None;
        }
        let handoff = entry
            .thread
            .map_or(0, |thread| self.handoff_delta(thread as usize, offer.clinician));
        Some(i64::from(offer.cents) + handoff)
    }

    /// What the clinician of an offer costs on a day and in a choice; `None` if that cannot be.
    pub(super) fn cost_of_offer(&self, session: usize, day: usize, choice: usize, offer: &Offer) -> Option<i64> {
        let possible = offer.days >> day & offer.choices >> choice & 1 == 1;
        possible.then(|| self.cost_of_clinician(session, offer)).flatten()
    }

    fn scan_clinicians(&mut self, scan: &Scan<'_>, search: &mut Search<'_>, best: &mut Option<Candidate>) {
        // A stop can save at most the waiting that it fills, so dearer clinicians need not be looked at.
        let needed = scan.part.before + scan.part.length;
        let minute_cents = self.free_minute_cents();
        let seats_cents = if scan.seats {
            self.seat_values.iter().copied().max().unwrap_or(0)
        } else {
            0
        };
        let most_saved = seats_cents + i64::from(needed) * minute_cents;
        let mut empty_class = (u32::MAX, 0);
        let mut fits = [0; MAX_WORDS];
        for at in 0..self.index.offers(self.layout.first_part[scan.session] as usize).len() {
            let offer = self.index.offers(self.layout.first_part[scan.session] as usize)[at];
            let limit = best.as_ref().map_or(i64::MAX, |best| best.delta);
            if i64::from(offer.cents) + scan.choice.second_choice - most_saved >= limit {
                break;
            }
            let Some(duty) = self.duty_for(scan, 0, &offer) else {
                continue;
            };
            let num_words = if self.relaxed == 0 {
                self.find_fits(scan, duty, &mut fits)
            } else {
                None
            };
            if num_words.is_some_and(|words| fits[..words].is_without()) {
                continue;
            }
            let Some(cents) = self.cost_of_clinician(scan.session, &offer) else {
                continue;
            };
            let base = cents + scan.choice.second_choice;
            let day = &self.days[duty];
            if day.longest_gap < needed || base - seats_cents - i64::from(needed.min(day.idle)) * minute_cents >= limit
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
            if let Some(words) = num_words {
                self.scan_fits(scan, &fits[..words], (duty, offer.clinician), base, search, best);
            } else if self.is_relaxed(Relaxation::Clinician) {
                let day = std::mem::take(&mut self.days[duty]);
                self.days[duty].measure = day.measure;
                self.scan_gaps(scan, (duty, offer.clinician), base, search, best);
                self.days[duty] = day;
            } else {
                self.scan_gaps(scan, (duty, offer.clinician), base, search, best);
            }
        }
    }

    /// What a free minute between two stops costs at most.
    fn free_minute_cents(&self) -> i64 {
        let prices = &self.layout.problem.prices;
        prices[CostTerm::Waiting] + prices[CostTerm::FragmentedIdle]
    }

    /// Starts of the session at which the clinician of a duty is free long enough; `None` if slots do not tell that.
    #[inline]
    fn find_fits(&self, scan: &Scan<'_>, duty: usize, fits: &mut [u64; MAX_WORDS]) -> Option<usize> {
        let grid = self.layout.problem.grid;
        let open = scan.open.filter(|_| self.on_grid[duty] && scan.part_on_grid)?;
        let free = self.free.row(duty);
        let fits = &mut fits[..free.len()];
        fits.copy_from_slice(free);
        fits.keep_run_starts((scan.part.before + scan.part.length) / grid);
        fits.shift_up(scan.part.before / grid);
        fits.intersect(&open.starts);
        Some(free.len())
    }

    /// Looks at the gaps in which the session fits.
    fn scan_fits(
        &self,
        scan: &Scan<'_>,
        fits: &[u64],
        (duty, clinician): (usize, u32),
        base: i64,
        search: &mut Search<'_>,
        best: &mut Option<Candidate>,
    ) {
        let grid = self.layout.problem.grid;
        let stops = &self.days[duty].stops;
        let offset = scan.day as i32 * self.layout.problem.day_min;
        let mut from = 0;
        while let Some(slot) = fits.first_in(from, i32::MAX - 1) {
            let position = stops.partition_point(|stop| stop.start < slot * grid + offset);
            // The next gap begins behind the stop after this one.
            from = stops
                .get(position)
                .map_or(i32::MAX - 1, |next| (next.start - offset) / grid);
            if !search.blinks() {
                let gap = self.gap(&scan.part, scan.choice.place, duty, position);
                self.scan_starts(scan, fits, gap, clinician, base, best);
            }
        }
    }

    /// Looks at all gaps for a visit that floats. The ways to and from its place are read in order of memory, and most
    /// gaps are refused by a few sums: this loop is where route problems spend their time.
    fn scan_visits(
        &self,
        scan: &Scan<'_>,
        (duty, clinician): (usize, u32),
        base: i64,
        search: &mut Search<'_>,
        best: &mut Option<Candidate>,
    ) {
        let (problem, entry, day) = (self.layout.problem, self.layout.duty(duty), &self.days[duty]);
        let (Some(hours), Some(until)) = (entry.windows.first(), entry.windows.last()) else {
            return;
        };
        let (part, place) = (&scan.part, scan.choice.place);
        let flat = self.layout.first_part[scan.session];
        let places = problem.travel.num_places;
        let ways_to = self.index.ways_to(&problem.travel, place);
        let ways_from = &problem.travel.minutes[place as usize * places..(place as usize + 1) * places];
        let way_price = problem.prices[CostTerm::Travel];
        // Before this stop there is no room: it must begin before the visit could be over.
        let first = day
            .stops
            .partition_point(|stop| stop.latest - stop.before < scan.first_start + part.length);
        let (mut free_from, mut from_place) = match first.checked_sub(1).map(|before| &day.stops[before]) {
            Some(stop) => (stop.free_from(), stop.at),
            None => (hours.0, entry.start_place),
        };
        for position in first..=day.stops.len() {
            if free_from + part.before > scan.last_start {
                break;
            }
            let next = day.stops.get(position);
            let (must_leave, way_now, way_out) = match next {
                Some(next) => {
                    let to_place = if next.place == ANYWHERE { place } else { next.at };
                    (next.latest - next.before, next.way, ways_from[to_place as usize])
                }
                None => (until.1, day.way_back, ways_from[entry.end_place as usize]),
            };
            let way_in = ways_to[from_place as usize];
            let earliest = free_from + way_in + part.before;
            let latest = must_leave - way_out - part.length;
            let mut way_cents = i64::from(way_in + way_out - way_now) * way_price;
            if earliest <= latest && !search.blinks() {
                if !problem.travel.distance.is_empty() {
                    way_cents = self.gap(part, place, duty, position).way_cents;
                }
                let free = match next {
                    Some(next) if position > 0 => next.start - next.before - free_from - way_now,
                    _ => -1,
                };
                let gap = Gap {
                    duty,
                    position,
                    earliest,
                    latest,
                    way_cents,
                    free,
                };
                if let Some(start) = next_float(&self.layout, duty, flat, earliest).filter(|&start| start <= latest) {
                    self.consider(scan, gap, clinician, start, base, best);
                }
            }
            if let Some(next) = next {
                (free_from, from_place) = (next.free_from(), next.at);
            }
        }
    }

    /// Looks at all gaps for a session that cannot be placed by slots.
    fn scan_gaps(
        &self,
        scan: &Scan<'_>,
        (duty, clinician): (usize, u32),
        base: i64,
        search: &mut Search<'_>,
        best: &mut Option<Candidate>,
    ) {
        let Some(open) = scan.open else {
            return self.scan_visits(scan, (duty, clinician), base, search, best);
        };
        let needed = scan.part.before + scan.part.length;
        for position in 0..=self.days[duty].stops.len() {
            let Some((from, until)) = self.room_between(duty, position) else {
                return;
            };
            if from + scan.part.before > scan.last_start {
                break;
            }
            if until - from < needed || search.blinks() {
                continue;
            }
            let gap = self.gap(&scan.part, scan.choice.place, duty, position);
            if gap.earliest <= gap.latest {
                self.scan_starts(scan, &open.starts, gap, clinician, base, best);
            }
        }
    }

    /// From when the stop before a position is done until the one behind it must begin at the latest.
    #[inline]
    fn room_between(&self, duty: usize, position: usize) -> Option<Interval> {
        let (windows, stops) = (&self.layout.duty(duty).windows, &self.days[duty].stops);
        let from = match position.checked_sub(1) {
            Some(before) => stops[before].free_from(),
            None => windows.first()?.0,
        };
        let until = match stops.get(position) {
            Some(next) => next.latest - next.before,
            None => windows.last()?.1,
        };
        Some((from, until))
    }

    /// Looks at the starts in a gap that are worth it: the first, the last, the first that meets the wish, those at
    /// which it becomes due and just is not late yet, the one that fills most seats.
    fn scan_starts(
        &self,
        scan: &Scan<'_>,
        starts: &[u64],
        gap: Gap,
        clinician: u32,
        base: i64,
        best: &mut Option<Candidate>,
    ) {
        let problem = self.layout.problem;
        let offset = scan.day as i32 * problem.day_min;
        for window in &problem.duties[gap.duty].windows {
            let from = gap.earliest.max(window.0 + scan.part.before);
            let to = gap.latest.min(window.1 - scan.part.length);
            if to < from {
                continue;
            }
            let from = ceil_to(from - offset, problem.grid) / problem.grid;
            let to = floor_to(to - offset, problem.grid) / problem.grid;
            let mut look = |slot: i32| {
                self.consider(scan, gap, clinician, slot * problem.grid + offset, base, best);
            };
            let Some(first) = starts.first_in(from, to) else {
                continue;
            };
            look(first);
            let last = starts.last_in(from, to).filter(|&last| last != first);
            last.map(&mut look);
            let wishes = scan.open.filter(|_| scan.wishes);
            let wished = wishes.and_then(|open| open.wished.first_in(from, to));
            wished
                .filter(|&slot| slot != first && Some(slot) != last)
                .map(&mut look);
            for &(opens, closes) in scan.due {
                let in_time = [
                    opens,
                    closes
                        - if problem.rules.late_at_end {
                            scan.part.minutes
                        } else {
                            0
                        },
                ];
                for minute in in_time.map(|minute| (minute - offset).div_euclid(problem.grid)) {
                    let slot = starts.first_in(minute.max(from), to).filter(|&slot| slot - minute <= 1);
                    slot.filter(|&slot| slot != first && Some(slot) != last).map(&mut look);
                }
            }
            if scan.seats {
                let full = self.best_seats_in(starts, first, to);
                full.filter(|&slot| slot != first && Some(slot) != last).map(&mut look);
            }
        }
    }

    fn best_seats_in(&self, starts: &[u64], from: i32, to: i32) -> Option<i32> {
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

    /// How a part fits between two stops of a duty that works on some minutes of the day.
    fn gap(&self, part: &PartInfo, place: Place, duty: usize, position: usize) -> Gap {
        let (problem, entry) = (self.layout.problem, self.layout.duty(duty));
        let (travel, stops) = (&problem.travel, &self.days[duty].stops);
        let (from, until) = self.room_between(duty, position).unwrap_or((0, -1));
        let previous = position.checked_sub(1).map(|before| &stops[before]);
        let next = stops.get(position);
        let from_place = previous.map_or(entry.start_place, |stop| stop.at);
        let at = if place == ANYWHERE { from_place } else { place };
        let to_place = match next {
            // A session anywhere takes place where the clinician is, so there is no way to it.
            Some(stop) if stop.place == ANYWHERE => at,
            Some(stop) => stop.at,
            None => entry.end_place,
        };
        let (way_in, way_out) = (travel.minutes(from_place, at), travel.minutes(at, to_place));
        let way_now = if stops.is_empty() {
            0
        } else {
            travel.minutes(from_place, to_place)
        };
        let mut way_cents = i64::from(way_in + way_out - way_now) * problem.prices[CostTerm::Travel];
        if !travel.distance.is_empty() {
            let now = if stops.is_empty() {
                0
            } else {
                travel.distance(from_place, to_place)
            };
            let distance = travel.distance(from_place, at) + travel.distance(at, to_place) - now;
            way_cents += i64::from(distance) * problem.prices[CostTerm::Mileage];
        }
        let free = match (previous, next) {
            (Some(_), Some(next)) => next.start - next.before - from - way_now,
            _ => -1,
        };
        Gap {
            duty,
            position,
            earliest: from + way_in + part.before,
            latest: until - way_out - part.length,
            way_cents,
            free,
        }
    }

    /// Looks closer at one start of the first part, if it can beat the best so far.
    fn consider(&self, scan: &Scan<'_>, gap: Gap, clinician: u32, start: i32, base: i64, best: &mut Option<Candidate>) {
        let problem = self.layout.problem;
        let slot = (start - scan.day as i32 * problem.day_min) / problem.grid;
        let (room_pool, room_cents) = scan.open.map_or((u16::MAX, 0), |open| open.room_at(slot));
        let seats = if scan.seats {
            self.seat_value_at(scan.day, start)
        } else {
            0
        };
        let fixed = base + room_cents - seats;
        let limit = best.as_ref().map_or(i64::MAX, |best| best.delta);
        if fixed + self.estimate(scan, &gap, start) >= limit {
            return;
        }
        let mut parts = [Seat::default(); MAX_PARTS];
        parts[0] = Seat {
            duty: gap.duty as u32,
            clinician,
            position: gap.position as u32,
            start,
        };
        let mut delta = fixed;
        if self.index.linear {
            let points = self.days[gap.duty].measure.points + scan.part.points;
            if points > problem.duties[gap.duty].points_cap {
                return;
            }
            delta += gap.way_cents;
        } else {
            let first = self.layout.first_part[scan.session];
            let stop = Stop::new(&self.layout, first, start, scan.choice.place, scan.open.is_some());
            let Some(cents) = self.cost_of_stop(gap.duty, gap.position, &stop) else {
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
    pub(super) fn cost_of_stop(&self, duty: usize, position: usize, stop: &Stop) -> Option<i64> {
        if self.index.linear {
            return self.cost_of_way(duty, position, stop);
        }
        let measure = self.days[duty].with_stop(&self.layout, duty, position, stop)?;
        self.delta(duty, &measure)
    }

    /// [`State::cost_of_stop`] where days are not summed up stop by stop, because only ways cost anything. Rarely asked.
    fn cost_of_way(&self, duty: usize, position: usize, stop: &Stop) -> Option<i64> {
        let mut stops = self.days[duty].stops.clone();
        stops.insert(position, *stop);
        if !schedule(&self.layout, duty, &mut stops) {
            return None;
        }
        let (measure, cents) = measure_day::<i64>(&self.layout, self.layout.duty(duty), &stops);
        self.delta(duty, &Measure { cents, ..measure })
    }

    /// What a part can save at most: waiting that it fills.
    fn most_saved(&self, scan: &Scan<'_>, own: usize) -> i64 {
        let info = self.layout.part(self.layout.first_part[scan.session] + own as u32);
        i64::from(info.before + info.length) * self.free_minute_cents()
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
            for position in 0..=self.days[duty].stops.len() {
                let Some((free_from, until)) = self.room_between(duty, position) else {
                    break;
                };
                if free_from + info.before > to {
                    break;
                }
                if until < from + info.length {
                    continue;
                }
                let gap = self.gap(info, scan.choice.place, duty, position);
                let limit = best.as_ref().map_or(allowed, |best| best.1);
                if base + gap.way_cents - most_saved >= limit {
                    continue;
                }
                let Some(start) = self.partner_start(info, &gap, from, to) else {
                    continue;
                };
                let stop = Stop::new(&self.layout, flat, start, scan.choice.place, true);
                let Some(cents) = self.cost_of_stop(duty, position, &stop) else {
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
    fn partner_start(&self, part: &PartInfo, gap: &Gap, from: i32, to: i32) -> Option<i32> {
        let problem = self.layout.problem;
        for window in &problem.duties[gap.duty].windows {
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

    /// True if nothing has been put on this clinician in this week yet.
    fn is_untouched(&self, duty: usize) -> bool {
        self.days[duty].stops.is_empty() && self.is_week_empty(duty)
    }
}
