//! What it costs at least to have a part of a session done, or a room for it, at each of some times.

use super::lines::{Lines, Span};
use super::prices::Prices;

/// Someone or something that would do, with what choosing it costs whatever the time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// Line of its time.
    pub line: u32,
    /// Parts of a cent.
    pub cents: i64,
    /// Other limits that it takes from, with how much.
    pub amounts: Vec<(u32, i32)>,
    /// Intervals in which it can be taken, start and end, both inclusive.
    pub hours: Vec<(i32, i32)>,
    /// Minutes from the start to the end of what is taken of the line; the first is not positive.
    pub reach: (i32, i32),
}

#[derive(Debug, Clone, Copy)]
struct Column {
    time: u32,
    entry: u32,
    span: Span,
}

/// No column: nobody can at that time.
pub(super) const NEVER: i64 = i64::MAX / 4;

/// The cheapest of some entries, at each of some times.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    pub entries: Vec<Entry>,
    pub times: Vec<i32>,
    columns: Vec<Column>,
    /// First column of each time, and the number of columns at the end.
    first: Vec<u32>,
    /// Cheapest cost by time, when it was last noted.
    pub value: Vec<i64>,
    entry_cents: Vec<i64>,
}

impl Profile {
    /// A profile of these entries, at no time yet.
    pub fn new(entries: Vec<Entry>) -> Self {
        Self {
            entries,
            ..Self::default()
        }
    }

    /// How many columns it will have, once all times are known.
    pub fn expected_columns(&mut self) -> usize {
        self.times.sort_unstable();
        self.times.dedup();
        let before = |moment: i32| self.times.partition_point(|&time| time < moment);
        let hours = self.entries.iter().flat_map(|entry| &entry.hours);
        hours
            .map(|&(from, to)| before(to + 1).saturating_sub(before(from)))
            .sum()
    }

    /// Lays the columns out, once they have been counted.
    pub fn finish(&mut self, lines: &Lines) {
        for (idx, entry) in self.entries.iter().enumerate() {
            for &(from, to) in &entry.hours {
                let first = self.times.partition_point(|&time| time < from);
                for (at, &time) in self
                    .times
                    .iter()
                    .enumerate()
                    .skip(first)
                    .take_while(|(_, time)| **time <= to)
                {
                    self.columns.push(Column {
                        time: at as u32,
                        entry: idx as u32,
                        span: lines.span(entry.line, time + entry.reach.0, time + entry.reach.1),
                    });
                }
            }
        }
        self.columns.sort_by_key(|column| (column.time, column.entry));
        self.first = (0..=self.times.len())
            .map(|time| self.columns.partition_point(|column| (column.time as usize) < time) as u32)
            .collect();
        self.value = vec![NEVER; self.times.len()];
    }

    /// True if there is a column at a time.
    pub fn is_open(&self, at: usize) -> bool {
        self.first[at] < self.first[at + 1]
    }

    /// The cheapest column of a time at the prices of now, with what it costs.
    #[inline(always)]
    fn cheapest_at(&self, at: usize, lines: &Lines, prices: &Prices) -> (i64, usize) {
        let mut best = (NEVER, 0);
        let columns = self.first[at] as usize..self.first[at + 1] as usize;
        for (idx, column) in self.columns[columns.clone()].iter().enumerate() {
            let cents = self.entry_cents[column.entry as usize] + lines.cents(prices, &column.span);
            if cents < best.0 {
                best = (cents, columns.start + idx);
            }
        }
        best
    }

    /// What the cheapest column of a time costs: as last noted, or at the prices of now.
    #[inline]
    pub fn cents_at(&self, at: usize, now: Option<(&Lines, &Prices)>) -> i64 {
        match now {
            None => self.value[at],
            Some((lines, prices)) => self.cheapest_at(at, lines, prices).0,
        }
    }

    pub fn num_columns(&self) -> usize {
        self.columns.len()
    }

    /// Where a time stands among the times.
    pub fn position(&self, time: i32) -> Option<usize> {
        self.times.binary_search(&time).ok()
    }

    /// The time at which it is cheapest, with what it costs.
    pub fn cheapest(&self, now: Option<(&Lines, &Prices)>) -> (usize, i64) {
        let times = (0..self.times.len()).map(|at| (at, self.cents_at(at, now)));
        times.min_by_key(|time| time.1).unwrap_or((0, NEVER))
    }

    /// Notes what each entry costs whatever the time. Without `soft`, only what prices ask counts.
    pub fn price_entries(&mut self, prices: &Prices, soft: bool) {
        self.entry_cents.clear();
        self.entry_cents.extend(self.entries.iter().map(|entry| {
            let own = if soft { entry.cents } else { 0 };
            own + prices.cents(&entry.amounts)
        }));
    }

    /// Notes what the cheapest column of each time costs.
    pub fn price(&mut self, lines: &Lines, prices: &Prices) {
        for at in 0..self.times.len() {
            let mut best = NEVER;
            for column in &self.columns[self.first[at] as usize..self.first[at + 1] as usize] {
                let cents = self.entry_cents[column.entry as usize] + lines.cents(prices, &column.span);
                best = best.min(cents);
            }
            self.value[at] = best;
        }
    }

    /// Takes what the cheapest column of a time takes.
    pub fn take(&self, at: usize, lines: &mut Lines, prices: &mut Prices) {
        let (_, best) = self.cheapest_at(at, lines, prices);
        let Some(column) = self.columns.get(best) else {
            return;
        };
        lines.take(prices, column.line_of(&self.entries), &column.span);
        prices.take(&self.entries[column.entry as usize].amounts);
    }
}

impl Column {
    fn line_of(&self, entries: &[Entry]) -> u32 {
        entries[self.entry as usize].line
    }
}
