//! A day as bits, one per time slot: the answer to "where can this start?" is a few shifts and ANDs.

/// Most 64-bit words in a day: 1,536 slots, enough for a day on a grid of one minute.
pub(super) const MAX_WORDS: usize = 24;

/// A set of slots of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slots {
    words: [u64; MAX_WORDS],
    num_words: usize,
    len: usize,
}

impl Slots {
    /// No slots, of a day with `len` of them.
    ///
    /// # Panics
    /// If the day has more than 1,536 slots.
    pub fn new(len: usize) -> Self {
        let num_words = len.div_ceil(64);
        assert!(num_words <= MAX_WORDS, "a day has at most 1,536 slots");
        Self {
            words: [0; MAX_WORDS],
            num_words,
            len,
        }
    }

    /// The set stored as these words.
    #[inline]
    pub fn from_words(words: &[u64], len: usize) -> Self {
        let mut slots = Self {
            words: [0; MAX_WORDS],
            num_words: words.len(),
            len,
        };
        slots.words[..words.len()].copy_from_slice(words);
        slots
    }

    #[inline]
    pub fn words(&self) -> &[u64] {
        &self.words[..self.num_words]
    }

    /// Adds the slots `from..to`, as far as they lie in the day.
    pub fn set_range(&mut self, from: i32, to: i32) {
        self.for_range(from, to, |word, mask| *word |= mask);
    }

    /// Takes out the slots `from..to`.
    pub fn clear_range(&mut self, from: i32, to: i32) {
        self.for_range(from, to, |word, mask| *word &= !mask);
    }

    #[inline]
    fn for_range(&mut self, from: i32, to: i32, apply: impl Fn(&mut u64, u64)) {
        let from = from.max(0) as usize;
        let to = (to.max(0) as usize).min(self.len);
        if from >= to {
            return;
        }
        let (first, last) = (from / 64, (to - 1) / 64);
        for idx in first..=last {
            let mut mask = !0_u64;
            if idx == first {
                mask &= !0 << (from % 64);
            }
            if idx == last {
                mask &= !0 >> (63 - (to - 1) % 64);
            }
            apply(&mut self.words[idx], mask);
        }
    }

    #[inline]
    pub fn contains(&self, slot: i32) -> bool {
        slot >= 0 && (slot as usize) < self.len && self.words[slot as usize / 64] >> (slot % 64) & 1 == 1
    }

    #[inline]
    pub fn intersect(&mut self, other: &[u64]) {
        for (word, &with) in self.words[..self.num_words].iter_mut().zip(other) {
            *word &= with;
        }
    }

    #[inline]
    pub fn unite(&mut self, other: &Self) {
        for (word, &with) in self.words[..self.num_words].iter_mut().zip(other.words()) {
            *word |= with;
        }
    }

    /// The slots at which a run of `length` slots of this set begins.
    pub fn run_starts(mut self, length: i32) -> Self {
        let mut have = 1;
        while have < length {
            let step = have.min(length - have);
            self.and_shifted_down(step as usize);
            have += step;
        }
        self
    }

    /// Keeps slot `i` only if slot `i + shift` is in the set too.
    fn and_shifted_down(&mut self, shift: usize) {
        let (words, bits) = (shift / 64, shift % 64);
        for idx in 0..self.num_words {
            let low = if idx + words < self.num_words {
                self.words[idx + words] >> bits
            } else {
                0
            };
            let high = if bits > 0 && idx + words + 1 < self.num_words {
                self.words[idx + words + 1] << (64 - bits)
            } else {
                0
            };
            self.words[idx] &= low | high;
        }
    }

    /// The first slot in `from..=to`.
    #[inline]
    pub fn first_in(&self, from: i32, to: i32) -> Option<i32> {
        let from = from.max(0) as usize;
        let end = ((to + 1).max(0) as usize).min(self.len);
        if from >= end {
            return None;
        }
        let mut idx = from / 64;
        let mut word = self.words[idx] & (!0 << (from % 64));
        loop {
            if word != 0 {
                let slot = idx * 64 + word.trailing_zeros() as usize;
                return (slot < end).then_some(slot as i32);
            }
            idx += 1;
            if idx * 64 >= end {
                return None;
            }
            word = self.words[idx];
        }
    }

    /// The last slot in `from..=to`.
    #[inline]
    pub fn last_in(&self, from: i32, to: i32) -> Option<i32> {
        let from = from.max(0) as usize;
        let end = ((to + 1).max(0) as usize).min(self.len);
        if from >= end {
            return None;
        }
        let mut idx = (end - 1) / 64;
        let mut word = self.words[idx] & (!0 >> (63 - (end - 1) % 64));
        loop {
            if word != 0 {
                let slot = idx * 64 + 63 - word.leading_zeros() as usize;
                return (slot >= from).then_some(slot as i32);
            }
            if idx == 0 || idx * 64 <= from {
                return None;
            }
            idx -= 1;
            word = self.words[idx];
        }
    }

    /// All slots, ascending.
    pub fn iter(&self) -> impl Iterator<Item = i32> + '_ {
        let mut next = 0;
        std::iter::from_fn(move || {
            let slot = self.first_in(next, i32::MAX - 1)?;
            next = slot + 1;
            Some(slot)
        })
    }
}

/// Many sets of slots of the same length, stored flat.
#[derive(Debug, Clone, Default)]
pub(super) struct SlotTable {
    words: Vec<u64>,
    num_words: usize,
}

impl SlotTable {
    pub fn new(slots_per_day: usize) -> Self {
        Self {
            words: Vec::new(),
            num_words: slots_per_day.div_ceil(64),
        }
    }

    pub fn push(&mut self, slots: &Slots) {
        self.words.extend_from_slice(slots.words());
    }

    #[inline]
    pub fn row(&self, idx: usize) -> &[u64] {
        &self.words[idx * self.num_words..(idx + 1) * self.num_words]
    }

    #[inline]
    pub fn set(&mut self, idx: usize, slot: usize, value: bool) {
        let word = &mut self.words[idx * self.num_words + slot / 64];
        if value {
            *word |= 1 << (slot % 64)
        } else {
            *word &= !(1 << (slot % 64))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Slots;

    fn of(len: usize, slots: &[i32]) -> Slots {
        let mut set = Slots::new(len);
        for &slot in slots {
            set.set_range(slot, slot + 1);
        }
        set
    }

    #[test]
    fn ranges_cross_words() {
        let mut set = Slots::new(200);
        set.set_range(60, 140);
        set.clear_range(64, 128);
        assert_eq!(
            set.iter().collect::<Vec<_>>(),
            (60..64).chain(128..140).collect::<Vec<_>>()
        );
        set.set_range(-5, 2);
        set.set_range(150, 150);
        assert!(set.contains(0) && set.contains(1) && !set.contains(2) && !set.contains(-1) && !set.contains(150));
    }

    #[test]
    fn runs_are_where_all_slots_follow() {
        for length in 1..90 {
            let mut set = Slots::new(192);
            set.set_range(10, 100);
            set.set_range(130, 192);
            let expected: Vec<i32> = (0..192)
                .filter(|s| (*s..s + length).all(|slot| set.contains(slot) && slot < 192))
                .collect();
            assert_eq!(
                set.run_starts(length).iter().collect::<Vec<_>>(),
                expected,
                "length {length}"
            );
        }
    }

    #[test]
    fn first_and_last_respect_both_ends() {
        let set = of(192, &[3, 63, 64, 127, 190]);
        assert_eq!(set.first_in(4, 191), Some(63));
        assert_eq!(set.first_in(65, 126), None);
        assert_eq!(set.last_in(0, 189), Some(127));
        assert_eq!(set.last_in(65, 126), None);
        assert_eq!(set.last_in(64, 64), Some(64));
        assert_eq!(set.first_in(5, 4), None);
    }
}
