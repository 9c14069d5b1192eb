//! The gaps of a clinician-day in which a session fits, and the starts in them that are worth a closer look.

use crate::model::CostTerm;
use crate::model::problem::{ANYWHERE, Choice, Interval, Place};

use super::day::{Day, Passage, next_float};
use super::insert::{Only, Search};
use super::layout::PartInfo;
use super::open::Open;
use super::quote::Places;
use super::slots::{self, MAX_WORDS, Slots as _};
use super::state::State;

/// What stays the same while the places of one session, day and choice are looked at.
pub(super) struct Scan<'a> {
    pub session: usize,
    pub day: usize,
    pub choice_idx: usize,
    pub choice: &'a Choice,
    pub part: PartInfo,
    pub num_parts: usize,
    /// `None` for a visit that floats.
    pub open: Option<&'a Open>,
    /// The starts of [`Scan::open`], if a day is one word long.
    pub only_word: Option<u64>,
    /// For a visit that floats.
    pub ways: Option<Ways<'a>>,
    /// True if some starts are wished for.
    pub wishes: bool,
    /// True if the seats of a group decide.
    pub seats: bool,
    /// Intervals in which the session is not late.
    pub due: &'a [Interval],
    /// The earliest and the latest start that are possible at all.
    pub first_start: i32,
    pub last_start: i32,
    pub only: Only,
}

/// Minutes of way to a place and from it, by the other place.
#[derive(Clone, Copy)]
pub(super) struct Ways<'a> {
    to: &'a [i32],
    from: &'a [i32],
}

/// Who could treat, for the places of a [`Scan`].
#[derive(Clone, Copy)]
pub(super) struct Who<'a> {
    pub duty: usize,
    pub clinician: u32,
    /// The clinician-day into which the session is to fit.
    pub day: &'a Day,
    /// What clinician and choice cost, whatever the time.
    pub base: i64,
    /// The most that filling gaps can save.
    pub saved: i64,
}

/// A gap between two stops of a duty, as a part sees it.
#[derive(Clone, Copy)]
pub(super) struct Gap {
    pub position: usize,
    pub earliest: i32,
    pub latest: i32,
    /// Minutes of way that the part adds, and what they cost.
    pub way: i32,
    pub way_cents: i64,
    /// Free minutes between the neighbors as they are, or -1 at an end of the day.
    pub free: i32,
    /// Minutes that what is behind can begin later at all, and without being late.
    pub slack: i32,
    pub punctual: i32,
}

impl State<'_> {
    /// Looks at the places in one clinician-day.
    pub(super) fn scan_duty(&self, scan: &Scan<'_>, who: &Who<'_>, search: &mut Search<'_>, places: &mut Places) {
        if let Some(ways) = &scan.ways {
            return self.scan_visits(scan, ways, who, search, places);
        }
        let Some(open) = scan.open else { return };
        let mut fits = [0; MAX_WORDS];
        match scan.part.slots {
            Some(slots) if self.on_grid[who.duty] && self.relaxed == 0 => {
                let fits = self.find_fits(open, slots, who.duty, &mut fits);
                self.scan_fits(scan, fits, who, search, places);
            }
            _ => self.scan_gaps(scan, open, who, search, places),
        }
    }

    /// Starts of a session that takes so many slots before its start and in all, at which the clinician of a duty on
    /// the grid is free.
    #[inline]
    fn find_fits<'f>(
        &self,
        open: &Open,
        (before, length): (i32, i32),
        duty: usize,
        fits: &'f mut [u64; MAX_WORDS],
    ) -> &'f [u64] {
        let free = self.free.row(duty);
        if let ([fit, ..], [free], [start]) = (&mut *fits, free, open.starts.as_slice()) {
            *fit = slots::run_starts(*free, length) << before & start;
            return &fits[..1];
        }
        let fits = &mut fits[..free.len()];
        fits.copy_from_slice(free);
        fits.keep_run_starts(length);
        fits.shift_up(before);
        fits.intersect(&open.starts);
        fits
    }

    /// Looks at the gaps in which the session fits.
    fn scan_fits(&self, scan: &Scan<'_>, fits: &[u64], who: &Who<'_>, search: &mut Search<'_>, places: &mut Places) {
        let (clock, stops) = (self.layout.clock, &who.day.stops);
        let mut from = 0;
        while let Some(slot) = fits.first_in(from, i32::MAX - 1) {
            let start = clock.minute(scan.day, slot);
            let position = stops.partition_point(|stop| stop.start < start);
            // The next gap begins behind the stop after this one.
            from = stops
                .get(position)
                .map_or(i32::MAX - 1, |next| clock.slot(scan.day, next.start));
            let gap = self.gap(&scan.part, scan.choice.place, &who.day.passages[position], position);
            self.scan_gap(scan, fits, gap, who, search, places);
        }
    }

    /// Looks at all gaps for a visit that floats. The ways to and from its place are read in order of memory, and most
    /// gaps are refused by a few sums: this loop is where route problems spend their time.
    fn scan_visits(
        &self,
        scan: &Scan<'_>,
        ways: &Ways<'_>,
        who: &Who<'_>,
        search: &mut Search<'_>,
        places: &mut Places,
    ) {
        let problem = self.layout.problem;
        let (part, place) = (&scan.part, scan.choice.place);
        let flat = self.layout.first_part[scan.session];
        let way_price = problem.prices[CostTerm::Travel];
        let measured = !problem.travel.distance.is_empty();
        let (earliest_end, last_arrival) = (scan.first_start + part.length, scan.last_start - part.before);
        let mut dearest = self.dearest_way(who, places);
        for (position, passage) in who.day.passages.iter().enumerate() {
            if passage.must_leave < earliest_end {
                continue;
            }
            if passage.free_from > last_arrival {
                break;
            }
            let to = if passage.to == ANYWHERE { place } else { passage.to };
            let (way_in, way_out) = (ways.to[passage.from as usize], ways.from[to as usize]);
            let earliest = passage.free_from + way_in + part.before;
            let latest = passage.must_leave - way_out - part.length;
            let way_cents = i64::from(way_in + way_out - passage.way) * way_price;
            if earliest > latest || way_cents >= dearest && !measured || search.blinks() {
                continue;
            }
            let gap = self.gap(part, place, passage, position);
            if let Some(start) = next_float(&self.layout, who.duty, flat, earliest).filter(|&start| start <= latest) {
                self.consider(scan, &gap, who, start, places);
                dearest = self.dearest_way(who, places);
            }
        }
    }

    /// The ways to and from a place, each in order of memory.
    pub(super) fn ways_of(&self, place: Place) -> Ways<'_> {
        let travel = &self.layout.problem.travel;
        let row = place as usize * travel.num_places..(place as usize + 1) * travel.num_places;
        Ways {
            to: self.index.ways_to(travel, place),
            from: &travel.minutes[row],
        }
    }

    /// From what a way costs on no place in the day can beat the best so far.
    #[inline]
    fn dearest_way(&self, who: &Who<'_>, places: &Places) -> i64 {
        places.limit() - who.base + who.saved
    }

    /// Looks at all gaps for a session that cannot be placed by slots.
    fn scan_gaps(&self, scan: &Scan<'_>, open: &Open, who: &Who<'_>, search: &mut Search<'_>, places: &mut Places) {
        let needed = scan.part.before + scan.part.length;
        for (position, passage) in who.day.passages.iter().enumerate() {
            if passage.free_from + scan.part.before > scan.last_start {
                break;
            }
            if passage.must_leave - passage.free_from < needed {
                continue;
            }
            let gap = self.gap(&scan.part, scan.choice.place, passage, position);
            if gap.earliest <= gap.latest {
                self.scan_gap(scan, &open.starts, gap, who, search, places);
            }
        }
    }

    /// Looks at the starts in a gap that are worth it, or now and then at one of them, whichever: the best plan may need
    /// one that is not the best by itself.
    fn scan_gap(
        &self,
        scan: &Scan<'_>,
        starts: &[u64],
        gap: Gap,
        who: &Who<'_>,
        search: &mut Search<'_>,
        places: &mut Places,
    ) {
        if !search.blinks() {
            return self.scan_starts(scan, starts, gap, who, places);
        }
        let Some(&window) = search.rng.pick(&self.layout.duty(who.duty).windows) else {
            return;
        };
        let (from, to) = self.slots_between(scan, &gap, window);
        if from <= to
            && let Some(slot) = starts.first_in(search.rng.between(from, to), to)
        {
            self.consider(scan, &gap, who, self.layout.clock.minute(scan.day, slot), places);
        }
    }

    /// The first and the last slot at which the first part fits into a gap within a window of the clinician.
    fn slots_between(&self, scan: &Scan<'_>, gap: &Gap, window: Interval) -> (i32, i32) {
        let (clock, part) = (self.layout.clock, &scan.part);
        (
            clock.slot_after(scan.day, gap.earliest.max(window.0 + part.before)),
            clock.slot(scan.day, gap.latest.min(window.1 - part.length)),
        )
    }

    /// Looks at the starts in a gap that are worth it: the first, the last, the first that meets the wish, the published
    /// one, those that leave time to recover, those at which it becomes due and just is not late yet, the one that fills
    /// most seats.
    fn scan_starts(&self, scan: &Scan<'_>, starts: &[u64], gap: Gap, who: &Who<'_>, places: &mut Places) {
        let clock = self.layout.clock;
        for &window in &self.layout.duty(who.duty).windows {
            let (from, to) = self.slots_between(scan, &gap, window);
            let Some(first) = starts.first_in(from, to) else {
                continue;
            };
            let mut look = |slot: i32| self.consider(scan, &gap, who, clock.minute(scan.day, slot), places);
            look(first);
            let last = starts.last_in(first, to);
            let mut look_between = |slot: Option<i32>| {
                if let Some(slot) = slot.filter(|&slot| slot != first && Some(slot) != last) {
                    look(slot);
                }
            };
            if let Some(open) = scan.open.filter(|_| scan.wishes) {
                look_between(open.wished.first_in(first, to).filter(|&slot| starts.has(slot)));
            }
            if let Some(published) = self.layout.session(scan.session).published.as_ref() {
                let slot = clock.slot(scan.day, published.start);
                look_between(Some(slot).filter(|&slot| first < slot && slot < to && starts.has(slot)));
            }
            let is_apart = clock.minute(scan.day, first) > gap.earliest;
            for after in self.usable_before(&gap, who, is_apart).into_iter().flatten() {
                look_between(starts.first_in(clock.slot_after(scan.day, after).max(first), to));
            }
            if let Some(until) = self.rests_until(scan, &gap, who) {
                look_between(starts.last_in(first, clock.slot(scan.day, until).min(to)));
            }
            for &(opens, closes) in scan.due {
                let at_end = if self.layout.problem.rules.late_at_end {
                    scan.part.minutes
                } else {
                    0
                };
                for slot in [opens, closes - at_end].map(|minute| clock.slot(scan.day, minute)) {
                    look_between(starts.first_in(slot.max(first), to).filter(|&next| next - slot <= 1));
                }
            }
            if scan.seats {
                look_between(self.best_seats_in(starts, first, to));
            }
            if let Some(last) = last.filter(|&last| last != first) {
                look(last);
            }
        }
    }

    /// Starts from which on the time before is of use: the clinician has rested after what is before the gap, or, where
    /// the session begins `apart` from it or after a rest, another session fits between.
    fn usable_before(&self, gap: &Gap, who: &Who<'_>, is_apart: bool) -> [Option<i32>; 2] {
        let Some(before) = gap.position.checked_sub(1).map(|at| &who.day.stops[at]) else {
            return [None; 2];
        };
        let rest = self.layout.part(before.part).recovery.max(self.break_before(who.duty));
        let rested = gap.earliest + rest;
        let problem = self.layout.problem;
        let shortest = gap.earliest + problem.rules.shortest_session_min;
        let is_split = rest > 0 || is_apart;
        let fragments = problem.prices[CostTerm::FragmentedIdle] > 0 && is_split;
        [(rest > 0).then_some(rested), fragments.then_some(shortest)]
    }

    /// The start until which the clinician can rest after the session before what is behind the gap.
    fn rests_until(&self, scan: &Scan<'_>, gap: &Gap, who: &Who<'_>) -> Option<i32> {
        let rest = scan.part.recovery.max(self.break_before(who.duty));
        let behind = who.day.stops.get(gap.position).filter(|_| rest > 0)?;
        // As late as it may begin with the way to what is behind, while that stays where it is.
        Some(gap.latest - (behind.latest - behind.start) - rest)
    }

    /// True if places in a clinician-day are compared by the breaks that they leave: in some steps, since a day that is
    /// to hold as much as it can is packed first; never where breaks are taken once the day is timed.
    pub(super) fn is_break_minded(&self, duty: usize) -> bool {
        self.minds_breaks && self.on_grid[duty]
    }

    /// Minutes of a break that a place in a clinician-day should leave.
    fn break_before(&self, duty: usize) -> i32 {
        match self.is_break_minded(duty) {
            true => self.wanted_break(),
            false => 0,
        }
    }

    /// Minutes of a short break, 0 if it costs nothing to have none.
    pub(super) fn wanted_break(&self) -> i32 {
        let problem = self.layout.problem;
        match problem.prices[CostTerm::ShortBreak] > 0 {
            true => problem.rules.break_min,
            false => 0,
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

    /// How a part fits between two stops.
    #[inline]
    pub(super) fn gap(&self, part: &PartInfo, place: Place, passage: &Passage, position: usize) -> Gap {
        let (travel, prices) = (&self.layout.problem.travel, &self.layout.problem.prices);
        let from = passage.from;
        let at = if place == ANYWHERE { from } else { place };
        // A session anywhere takes place where the clinician is, so there is no way to it.
        let to = if passage.to == ANYWHERE { at } else { passage.to };
        let (way_in, way_out) = (travel.minutes(from, at), travel.minutes(at, to));
        let way = way_in + way_out - passage.way;
        let mut way_cents = i64::from(way) * prices[CostTerm::Travel];
        if !travel.distance.is_empty() {
            let now = if passage.is_whole_day {
                0
            } else {
                travel.distance(from, to)
            };
            let distance = travel.distance(from, at) + travel.distance(at, to) - now;
            way_cents += i64::from(distance) * prices[CostTerm::Mileage];
        }
        Gap {
            position,
            earliest: passage.free_from + way_in + part.before,
            latest: passage.must_leave - way_out - part.length,
            way,
            way_cents,
            free: passage.free,
            slack: passage.slack,
            punctual: passage.punctual,
        }
    }
}
