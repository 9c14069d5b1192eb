//! A day as bits, one per time slot: the answer to "where can this start?" is a few shifts and ANDs.

/// Most words in a day: 1,536 slots, enough for a day on a grid of one minute.
pub(super) const MAX_WORDS: usize = 24;

/// A set of slots of one day, as 64-bit words.
pub(super) trait Slots {
    /// Adds the slots `from..to`, as far as they lie in the words.
    fn set_range(&mut self, from: i32, to: i32);
    /// Takes out the slots `from..to`.
    fn clear_range(&mut self, from: i32, to: i32);
    fn has(&self, slot: i32) -> bool;
    fn is_without(&self) -> bool;
    fn intersect(&mut self, other: &[u64]);
    fn unite(&mut self, other: &[u64]);
    /// Keeps the slots at which a run of `length` slots of this set begins.
    fn keep_run_starts(&mut self, length: i32);
    /// Moves every slot up by some.
    fn shift_up(&mut self, slots: i32);
    /// The first slot in `from..=to`.
    fn first_in(&self, from: i32, to: i32) -> Option<i32>;
    /// The last slot in `from..=to`.
    fn last_in(&self, from: i32, to: i32) -> Option<i32>;
}

impl Slots for [u64] {
    fn set_range(&mut self, from: i32, to: i32) {
        for_range(self, from, to, |word, mask| *word |= mask);
    }

    fn clear_range(&mut self, from: i32, to: i32) {
        for_range(self, from, to, |word, mask| *word &= !mask);
    }

    #[inline]
    fn has(&self, slot: i32) -> bool {
        let word = self.get((slot >> 6) as usize);
        word.is_some_and(|word| word >> (slot & 63) & 1 == 1)
    }

    #[inline]
    fn is_without(&self) -> bool {
        self.iter().all(|&word| word == 0)
    }

    #[inline]
    fn intersect(&mut self, other: &[u64]) {
        self.iter_mut().zip(other).for_each(|(word, with)| *word &= with);
    }

    #[inline]
    fn unite(&mut self, other: &[u64]) {
        self.iter_mut().zip(other).for_each(|(word, with)| *word |= with);
    }

    #[inline]
    fn keep_run_starts(&mut self, length: i32) {
        if let [word] = self {
            *word = run_starts(*word, length);
            return;
        }
        let mut have = 1;
        while have < length {
            let step = have.min(length - have);
            and_shifted_down(self, step as usize);
            have += step;
        }
    }

    #[inline]
    fn shift_up(&mut self, slots: i32) {
        if slots == 0 {
            return;
        }
        if let [word] = self {
            *word = if slots < 64 { *word << slots } else { 0 };
            return;
        }
        let (words, bits) = (slots as usize / 64, slots % 64);
        for idx in (0..self.len()).rev() {
            let high = idx.checked_sub(words).map_or(0, |from| self[from] << bits);
            let low = match idx.checked_sub(words + 1) {
                Some(from) if bits > 0 => self[from] >> (64 - bits),
                _ => 0,
            };
            self[idx] = high | low;
        }
    }

    #[inline]
    fn first_in(&self, from: i32, to: i32) -> Option<i32> {
        let from = from.max(0) as usize;
        let end = ((to + 1).max(0) as usize).min(self.len() * 64);
        if from >= end {
            return None;
        }
        let mut idx = from / 64;
        let mut word = self[idx] & (!0 << (from % 64));
        loop {
            if word != 0 {
                let slot = idx * 64 + word.trailing_zeros() as usize;
                return (slot < end).then_some(slot as i32);
            }
            idx += 1;
            if idx * 64 >= end {
                return None;
            }
            word = self[idx];
        }
    }

    #[inline]
    fn last_in(&self, from: i32, to: i32) -> Option<i32> {
        let from = from.max(0) as usize;
        let end = ((to + 1).max(0) as usize).min(self.len() * 64);
        if from >= end {
            return None;
        }
        let mut idx = (end - 1) / 64;
        let mut word = self[idx] & (!0 >> (63 - (end - 1) % 64));
        loop {
            if word != 0 {
                let slot = idx * 64 + 63 - word.leading_zeros() as usize;
                return (slot >= from).then_some(slot as i32);
            }
            if idx == 0 || idx * 64 <= from {
                return None;
            }
            idx -= 1;
            word = self[idx];
        }
    }
}

#[inline]
fn for_range(words: &mut [u64], from: i32, to: i32, apply: impl Fn(&mut u64, u64)) {
    let from = from.max(0) as usize;
    let to = (to.max(0) as usize).min(words.len() * 64);
    if from >= to {
        return;
    }
    let (first, last) = (from / 64, (to - 1) / 64);
    for (idx, word) in words.iter_mut().enumerate().take(last + 1).skip(first) {
        let mut mask = !0_u64;
        if idx == first {
            mask &= !0 << (from % 64);
        }
        if idx == last {
            mask &= !0 >> (63 - (to - 1) % 64);
        }
        apply(word, mask);
    }
}

/// Keeps slot `i` only if slot `i + shift` is in the set too.
#[inline]
fn and_shifted_down(set: &mut [u64], shift: usize) {
    let (words, bits) = (shift / 64, shift % 64);
    for idx in 0..set.len() {
        let low = set.get(idx + words).map_or(0, |word| word >> bits);
        let high = match set.get(idx + words + 1) {
            Some(word) if bits > 0 => word << (64 - bits),
            _ => 0,
        };
        set[idx] &= low | high;
    }
}

/// The slots of one word at which a run of `length` of its slots begins.
#[inline]
pub(super) fn run_starts(mut word: u64, length: i32) -> u64 {
    let mut have = 1;
    while have < length.min(64) {
        let step = have.min(length - have);
        word &= word >> step;
        have += step;
    }
    if length > 64 { 0 } else { word }
}

/// The runs of slots in a set, `from..to`; one that crosses words comes in pieces.
pub(super) fn runs(set: &[u64]) -> impl Iterator<Item = (usize, usize)> + '_ {
    set.iter().enumerate().flat_map(|(at, &word)| {
        let mut left = word;
        std::iter::from_fn(move || {
            let from = (left != 0).then(|| left.trailing_zeros())?;
            let to = from + (left >> from).trailing_ones();
            left &= u64::MAX.checked_shl(to).unwrap_or(0);
            Some((at * 64 + from as usize, at * 64 + to as usize))
        })
    })
}

/// All slots of a set, ascending.
#[cfg(test)]
pub(super) fn iter(set: &[u64]) -> impl Iterator<Item = i32> + '_ {
    let mut next = 0;
    std::iter::from_fn(move || {
        let slot = set.first_in(next, i32::MAX - 1)?;
        next = slot + 1;
        Some(slot)
    })
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

    pub fn push(&mut self, slots: &[u64]) {
        self.words.extend_from_slice(slots);
    }

    #[inline]
    pub fn row(&self, idx: usize) -> &[u64] {
        &self.words[idx * self.num_words..(idx + 1) * self.num_words]
    }

    /// The first word of a set.
    #[inline]
    pub fn word(&self, idx: usize) -> u64 {
        self.words[idx * self.num_words]
    }

    #[inline]
    pub fn row_mut(&mut self, idx: usize) -> &mut [u64] {
        &mut self.words[idx * self.num_words..(idx + 1) * self.num_words]
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
    use super::{Slots, iter, runs};

    fn of(words: usize, slots: &[i32]) -> Vec<u64> {
        let mut set = vec![0; words];
        for &slot in slots {
            set.set_range(slot, slot + 1);
        }
        set
    }

    #[test]
    fn ranges_cross_words() {
        let mut set = vec![0; 3];
        set.set_range(60, 140);
        set.clear_range(64, 128);
        assert_eq!(
            iter(&set).collect::<Vec<_>>(),
            (60..64).chain(128..140).collect::<Vec<_>>()
        );
        set.set_range(-5, 2);
        set.set_range(150, 150);
        assert!(set.has(0) && set.has(1) && !set.has(2) && !set.has(-1) && !set.has(150));
    }

    #[test]
    fn runs_are_where_all_slots_follow() {
        for length in 1..90 {
            let mut set = vec![0; 3];
            set.set_range(10, 100);
            set.set_range(130, 192);
            let expected: Vec<i32> = (0..192)
                .filter(|s| (*s..s + length).all(|slot| set.has(slot) && slot < 192))
                .collect();
            set.keep_run_starts(length);
            assert_eq!(iter(&set).collect::<Vec<_>>(), expected, "length {length}");
        }
    }

    #[test]
    fn runs_hold_every_slot_once() {
        let set = of(3, &[0, 5, 6, 7, 62, 63, 64, 127, 130, 191]);
        let slots: Vec<i32> = runs(&set).flat_map(|(from, to)| from as i32..to as i32).collect();
        assert_eq!(slots, iter(&set).collect::<Vec<_>>());
        assert_eq!(runs(&set).nth(1), Some((5, 8)));
        assert_eq!(runs(&[u64::MAX]).collect::<Vec<_>>(), [(0, 64)]);
    }

    #[test]
    fn shifting_up_crosses_words() {
        for shift in [0, 1, 63, 64, 70, 130] {
            let mut set = of(3, &[0, 5, 63, 100]);
            set.shift_up(shift);
            let expected: Vec<i32> = [0, 5, 63, 100]
                .map(|slot| slot + shift)
                .into_iter()
                .filter(|&slot| slot < 192)
                .collect();
            assert_eq!(iter(&set).collect::<Vec<_>>(), expected, "shift {shift}");
        }
    }

    #[test]
    fn first_and_last_respect_both_ends() {
        let set = of(3, &[3, 63, 64, 127, 190]);
        assert_eq!(set.first_in(4, 191), Some(63));
        assert_eq!(set.first_in(65, 126), None);
        assert_eq!(set.last_in(0, 189), Some(127));
        assert_eq!(set.last_in(65, 126), None);
        assert_eq!(set.last_in(64, 64), Some(64));
        assert_eq!(set.first_in(5, 4), None);
    }
}
