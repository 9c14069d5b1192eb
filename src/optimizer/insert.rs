//! Where a session could go: every way, clinician, day and gap, and the cheapest of them.
//!
//! A cheap estimate decides whether a place is worth a closer look; the exact change of cost, computed by the same
//! functions as the full cost, decides between places.

use crate::model::CostTerm;
use crate::rng::Rng;

use super::advisor::Relaxation;
use super::gaps::{Scan, Who};
use super::index::Offer;
use super::open::Open;
use super::quote::Places;
use super::slots::{self, Slots as _};
use super::state::{Candidate, State};

/// Which places are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Only {
    /// All of them.
    Any,
    /// Those on this day.
    Day(usize),
    /// Those on this day with this clinician for the first part.
    DayWith(usize, u32),
}

impl Only {
    /// True if this clinician may do the part.
    fn allows(self, own: usize, clinician: u32) -> bool {
        match self {
            Self::DayWith(_, wanted) => own > 0 || wanted == clinician,
            Self::Any | Self::Day(_) => true,
        }
    }
}

/// How a place is looked for.
pub(super) struct Search<'a> {
    pub rng: &'a mut Rng,
    pub only: Only,
    /// Gaps are passed over at random, or looked at by one of their starts, whichever, so that the greedy choice varies
    /// ("blinks", Christiaens and Vanden Berghe 2020, doi:10.1287/trsc.2019.0914): this many are left until the next.
    /// `u32::MAX` looks at everything.
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
    pub(super) fn blinks(&mut self) -> bool {
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

impl State<'_> {
    /// The cheapest place for a session that is not placed.
    pub fn best_place(&mut self, session: usize, search: &mut Search<'_>) -> Option<Candidate> {
        self.flush();
        self.worst_saved_anywhere = 0;
        if self.minds_worst {
            let saved = (0..self.days.len()).map(|duty| self.worst_saved(duty)).max();
            self.worst_saved_anywhere = saved.unwrap_or(0);
        }
        let mut places = std::mem::take(&mut self.places);
        places.best = None;
        let days = match search.only {
            Only::Any => u32::MAX,
            Only::Day(day) | Only::DayWith(day, _) => 1 << day,
        };
        let mut days = days & self.index.days[session];
        let mut open = std::mem::take(&mut self.open);
        while days != 0 {
            let day = days.trailing_zeros() as usize;
            days &= days - 1;
            if self.is_worth_a_look(session, day, search.only, &places) && self.day_allows(session, day) {
                self.scan_day(session, day, search, &mut open, &mut places);
            }
        }
        self.open = open;
        let best = places.best;
        self.places = places;
        best
    }

    /// False if no clinician has a gap long enough on this day, or none could be cheaper than the best place so far.
    fn is_worth_a_look(&self, session: usize, day: usize, only: Only, places: &Places) -> bool {
        if self.relaxed != 0 || self.layout.session(session).seats.is_some() {
            return true;
        }
        let first = self.layout.first_part[session];
        let part = self.layout.part(first);
        let needed = part.before + part.length;
        let limit = places.limit() + self.filling_saves_at_most(needed) + self.worst_saved_anywhere;
        let by_slots = match (self.index.starts(session, day), part.slots) {
            (&[starts], Some((before, length))) => Some((starts, before, length)),
            _ => None,
        };
        let offers = self.index.offers(first as usize).iter();
        offers
            .take_while(|offer| i64::from(offer.cents) < limit)
            .filter(|offer| offer.days >> day & 1 == 1 && only.allows(0, offer.clinician))
            .filter_map(|offer| self.layout.duty_of(offer.clinician, day))
            .any(|duty| match by_slots {
                Some((starts, before, length)) if self.on_grid[duty] => {
                    slots::run_starts(self.free.word(duty), length) << before & starts != 0
                }
                _ => self.days[duty].longest_gap >= needed,
            })
    }

    fn scan_day(&mut self, session: usize, day: usize, search: &mut Search<'_>, open: &mut Open, places: &mut Places) {
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
                last_start = self.layout.clock.minute(day, slot);
            }
            let parts = self.layout.parts_of(session);
            let scan = Scan {
                session,
                day,
                choice_idx,
                choice,
                part: self.layout.parts[parts.start],
                num_parts: parts.len(),
                open: (!floats).then_some(&*open),
                only_word: match open.starts[..] {
                    [starts] if !floats && self.relaxed == 0 => Some(starts),
                    _ => None,
                },
                ways: floats.then(|| self.ways_of(choice.place)),
                wishes: !entry.preferred.is_empty(),
                seats: entry.seats.is_some(),
                due: &entry.due,
                first_start: entry.windows.first().map_or(0, |window| window.0),
                last_start,
                only: search.only,
            };
            self.find_partners(&scan, places);
            self.scan_clinicians(&scan, search, places);
            self.look_at_prospects(&scan, places);
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

    /// The duty of an offer on the day of the scan; `None` if this cannot be.
    #[inline(always)]
    pub(super) fn duty_for(&self, scan: &Scan<'_>, own: usize, offer: &Offer) -> Option<usize> {
        let possible = offer.days >> scan.day & offer.choices >> scan.choice_idx & 1 == 1;
        if !possible || !scan.only.allows(own, offer.clinician) {
            return None;
        }
        self.layout.duty_of(offer.clinician, scan.day)
    }

    /// What the clinician of an offer costs; `None` if the caseload is full.
    #[inline(always)]
    pub(super) fn cost_of_clinician(&self, session: usize, offer: &Offer) -> Option<i64> {
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

    fn scan_clinicians(&self, scan: &Scan<'_>, search: &mut Search<'_>, places: &mut Places) {
        // A stop can save at most the waiting that it fills, so dearer clinicians need not be looked at.
        let needed = scan.part.before + scan.part.length;
        let seats_cents = match scan.seats {
            true => self.seat_values.iter().copied().max().unwrap_or(0),
            false => 0,
        };
        let most_saved = seats_cents + self.filling_saves_at_most(needed) + self.worst_saved_anywhere;
        let anew = self.is_relaxed(Relaxation::Clinician);
        let points = match self.is_relaxed(Relaxation::Limits) {
            true => i32::MIN / 2,
            false => scan.part.points,
        };
        let mut empty_class = (u32::MAX, 0);
        let mut limit = places.limit();
        for offer in self.index.offers(self.layout.first_part[scan.session] as usize) {
            if i64::from(offer.cents) + scan.choice.second_choice - most_saved >= limit {
                break;
            }
            let Some(duty) = self.duty_for(scan, 0, offer) else {
                continue;
            };
            if self.is_full(scan, duty) {
                continue;
            }
            let day = &self.days[duty];
            if (day.longest_gap < needed || day.measure.points + points > self.layout.duty(duty).points_cap) && !anew {
                continue;
            }
            let Some(cents) = self.cost_of_clinician(scan.session, offer) else {
                continue;
            };
            let base = cents + scan.choice.second_choice;
            let saved = seats_cents + self.filling_saves_at_most(needed.min(day.idle)) + self.worst_saved(duty);
            if base - saved >= limit {
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
            let cleared;
            let seen = if anew {
                cleared = day.cleared(&self.layout, duty);
                &cleared
            } else {
                day
            };
            let who = Who {
                duty,
                clinician: offer.clinician,
                day: seen,
                base,
                saved,
            };
            self.scan_duty(scan, &who, search, places);
            limit = places.limit();
        }
    }

    /// True if it shows at a glance that no start is left in a clinician-day. Most are passed over here.
    #[inline(always)]
    fn is_full(&self, scan: &Scan<'_>, duty: usize) -> bool {
        match (scan.only_word, scan.part.slots) {
            (Some(starts), Some((before, length))) if self.on_grid[duty] => {
                slots::run_starts(self.free.word(duty), length) << before & starts == 0
            }
            _ => false,
        }
    }

    /// What a stop saves at most that fills so many free minutes between two others: they cost something, and what is
    /// behind it can come after a break.
    pub(super) fn filling_saves_at_most(&self, minutes: i32) -> i64 {
        let prices = &self.layout.problem.prices;
        let minute_cents = prices[CostTerm::Waiting] + prices[CostTerm::FragmentedIdle];
        i64::from(minutes) * minute_cents + prices[CostTerm::ShortBreak]
    }

    /// True if nothing has been put on this clinician in this week yet.
    #[inline]
    fn is_untouched(&self, duty: usize) -> bool {
        self.days[duty].stops.is_empty() && self.is_week_empty(duty)
    }
}
