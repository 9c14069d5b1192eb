//! Making room: which sessions could make way for another one, and taking and giving places with the seats in them.

use crate::model::problem::{Assigned, Placement};
use crate::rng::Rng;

use super::advisor::Relaxation;
use super::insert::{Only, Search};
use super::state::State;

/// Most sessions that are looked at as ones that could make way. Our choice: what a question may take.
const MOST_IN_THE_WAY: usize = 400;

impl State<'_> {
    /// Where a session is, in the words of a plan. Only where all is exact, see [`Layout::exact`].
    ///
    /// [`Layout::exact`]: super::layout::Layout::exact
    pub(super) fn placement_of(&self, session: usize) -> Option<Placement> {
        let placed = self.placed[session]?;
        let room = self.index.room_pools.get(placed.room_pool as usize);
        Some(Placement {
            start: self.part_start[self.layout.first_part[session] as usize],
            choice: placed.choice,
            room: room.and_then(|pool| pool.rooms.first().copied()),
            parts: self
                .layout
                .parts_of(session)
                .map(|part| Assigned {
                    clinician: self.clinicians[part],
                    start: self.part_start[part],
                })
                .collect(),
        })
    }

    /// Sessions that may move and without which this one, which is not placed, might find a place: those with one of
    /// its clinicians, with its patient, in its rooms or with its equipment on a day on which it may lie, and those it
    /// has to keep a distance from. Whatever costs least to leave out comes first. With each, the places that it
    /// could make free. With `locked`, those that may not move instead.
    pub(super) fn in_the_way(&mut self, session: usize, locked: bool, rng: &mut Rng) -> Vec<(u32, Only)> {
        let rooms = self.is_blocked_by(session, Relaxation::Rooms, rng);
        let equipment = self.is_blocked_by(session, Relaxation::Equipment, rng);
        let mut found: Vec<(u32, Only)> = Vec::new();
        for other in 0..self.placed.len() {
            if other != session
                && self.layout.session(other).locked == locked
                && let Some(only) = self.shared(session, other, rooms, equipment)
            {
                found.push((other as u32, only));
            }
        }
        found.sort_by_key(|&(other, _)| {
            let entry = self.layout.session(other as usize);
            (entry.seats.is_some(), entry.unplaced_cents, other)
        });
        found.truncate(MOST_IN_THE_WAY);
        found
    }

    /// True if the session would find a place but for this rule.
    fn is_blocked_by(&mut self, session: usize, rule: Relaxation, rng: &mut Rng) -> bool {
        self.relaxed = 1 << rule as u8;
        let found = self.best_place(session, &mut Search::every(rng, Only::Any)).is_some();
        self.relaxed = 0;
        found
    }

    /// Which places another session could make free for this one; `None` if the two share nothing.
    fn shared(&self, session: usize, other: usize, rooms: bool, equipment: bool) -> Option<Only> {
        let placed = self.placed[other]?;
        let day = placed.day as usize;
        let (entry, theirs) = (self.layout.session(session), self.layout.session(other));
        let apart = self.index.spacings[session].iter().any(|pair| pair.0 as usize == other);
        let ordered =
            self.index.before[session].contains(&(other as u32)) || self.index.after[session].contains(&(other as u32));
        let draws = theirs
            .draws
            .iter()
            .any(|draw| entry.draws.iter().any(|own| own.budget == draw.budget));
        if apart || ordered || draws {
            return Some(Only::Any);
        }
        if self.index.days[session] >> day & 1 == 0 {
            return None;
        }
        let same_patient = entry.patient.is_some() && entry.patient == theirs.patient;
        let in_room = rooms && {
            let class = self.index.class_of(placed.room_pool);
            class.is_some_and(|class| entry.choices.iter().any(|choice| choice.room_classes.contains(&class)))
        };
        let with_equipment = equipment && {
            let pool = theirs.choices[placed.choice as usize].equipment;
            pool.is_some() && entry.choices.iter().any(|choice| choice.equipment == pool)
        };
        if same_patient || in_room || with_equipment {
            return Some(Only::Day(day));
        }
        let clinicians = &self.clinicians[self.layout.parts_of(other)];
        let parts = self.layout.parts_of(session);
        let may = |part: usize, clinician: u32| {
            let offers = self.index.offers(part).iter();
            offers
                .filter(|offer| offer.clinician == clinician)
                .any(|offer| offer.days >> day & 1 == 1)
        };
        let first = clinicians.iter().copied().find(|&who| may(parts.start, who));
        let any = parts.clone().any(|part| clinicians.iter().any(|&who| may(part, who)));
        match first {
            Some(who) if parts.len() == 1 && clinicians.len() == 1 => Some(Only::DayWith(day, who)),
            _ => any.then_some(Only::Day(day)),
        }
    }
}
