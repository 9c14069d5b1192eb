//! Counted things in use: rooms of one kind, equipment.

use super::slots::SlotTable;

/// Counted things in use, by pool, day and slot.
pub(super) struct Occupancy {
    used: Vec<u16>,
    /// Slots that are open and not used up, by pool and day.
    free: SlotTable,
    counts: Vec<i32>,
    slots_per_day: usize,
    num_days: usize,
}

impl Occupancy {
    /// Nothing in use; `counts` says how many each pool has.
    pub fn new(open: &SlotTable, counts: Vec<i32>, slots_per_day: usize, num_days: usize) -> Self {
        Self {
            used: vec![0; counts.len() * num_days * slots_per_day],
            free: open.clone(),
            counts,
            slots_per_day,
            num_days,
        }
    }

    /// The slots of `day` that are free.
    pub fn free(&self, pool: usize, day: usize) -> &[u64] {
        self.free.row(pool * self.num_days + day)
    }

    /// Takes one of the pool for some slots of a day (`sign` 1), or gives it back (-1).
    pub fn count(&mut self, pool: usize, day: usize, slots: (usize, usize), sign: i32) {
        let row = pool * self.num_days + day;
        for slot in slots.0..slots.1 {
            let used = &mut self.used[row * self.slots_per_day + slot];
            let was_free = i32::from(*used) < self.counts[pool];
            *used = used.wrapping_add_signed(sign as i16);
            let is_free = i32::from(*used) < self.counts[pool];
            if was_free != is_free {
                self.free.set(row, slot, is_free);
            }
        }
    }
}
