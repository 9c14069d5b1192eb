//! Where a session can start on one day, in one way, whoever treats: what windows, patient, rooms, equipment and order
//! leave.

use crate::model::problem::{Choice, Interval};

use super::advisor::Relaxation;
use super::occupancy::Occupancy;
use super::slots::{self, SlotTable, Slots as _};
use super::state::State;

/// Where a session can start on one day, in one way, on the grid. Kept to save allocations.
#[derive(Default)]
pub(super) struct Open {
    /// Starts that windows, patient, rooms and equipment allow.
    pub starts: Vec<u64>,
    /// Those of them that meet the wish.
    pub wished: Vec<u64>,
    /// Room pools that would do, best first, with what each costs.
    rooms: Vec<(u16, i64)>,
    /// Starts at which each of them has a room for the whole session, one set after the other.
    room_starts: Vec<u64>,
    free: Vec<u64>,
}

impl Open {
    /// The first room pool that is free at a start, with what it costs.
    #[inline]
    pub fn room_at(&self, slot: i32) -> (u16, i64) {
        let words = self.starts.len().max(1);
        let mut free = self.rooms.iter().zip(self.room_starts.chunks(words));
        free.find(|(_, starts)| starts.has(slot))
            .map_or((u16::MAX, 0), |(&room, _)| room)
    }
}

impl State<'_> {
    /// The starts on the grid at which windows, patient, rooms, equipment and order allow the session.
    pub(super) fn find_starts(&self, session: usize, day: usize, choice: &Choice, open: &mut Open) {
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
            if let [starts] = &mut open.starts[..] {
                *starts &= open.room_starts.iter().fold(0, |sum, with| sum | with);
            } else {
                open.free.clear();
                open.free.resize(open.starts.len(), 0);
                for starts in open.room_starts.chunks(open.starts.len()) {
                    open.free.unite(starts);
                }
                open.starts.intersect(&open.free);
            }
        }
        if let Some(pool) = choice.equipment {
            let rule = Relaxation::Equipment;
            let free = self.free_slots(&self.equipment, &self.index.equipment_open, pool, day, rule);
            open.free.clear();
            open.free.extend_from_slice(free);
            open.free.keep_run_starts(self.layout.clock.slots_of(entry.minutes));
            let hours = &problem.equipment[pool as usize].open;
            self.index
                .close(self.layout.clock, hours, entry.minutes, day, &mut open.free);
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

    /// The room pools that a choice may use, with the starts at which each is free.
    fn find_rooms(&self, choice: &Choice, minutes: i32, day: usize, open: &mut Open) {
        let problem = self.layout.problem;
        let length = self.layout.clock.slots_of(minutes);
        for (rank, &class) in choice.room_classes.iter().enumerate() {
            for &pool in &self.index.pools_of_class[class as usize] {
                let from = open.room_starts.len();
                let free = self.free_slots(&self.rooms, &self.index.room_open, pool, day, Relaxation::Rooms);
                if let &[free] = free {
                    open.room_starts.push(slots::run_starts(free, length));
                } else {
                    open.room_starts.extend_from_slice(free);
                    open.room_starts[from..].keep_run_starts(length);
                }
                let starts = &mut open.room_starts[from..];
                let hours = &problem.room_classes[class as usize].open;
                self.index.close(self.layout.clock, hours, minutes, day, starts);
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
        let clock = self.layout.clock;
        starts.clear_range(0, clock.slot_after(day, earliest));
        let last = clock.slot(day, latest_end - problem.sessions[session].minutes);
        starts.clear_range(last.max(-1) + 1, clock.slots);
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
}
