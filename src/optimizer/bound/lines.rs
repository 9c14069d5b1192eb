//! Time in cells: each clinician-day, class of rooms and kind of equipment has a price a minute in each cell.

use crate::model::problem::Interval;

use super::prices::{Kind, Prices};

/// The cells of one thing that can be taken for a time.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// Price of its first cell; one more than it has cells are its own.
    at: u32,
    /// Number of its first cell, from the first minute of the horizon.
    first: i32,
    cells: i32,
}

/// Some time of one thing: from a minute within one cell to a minute within another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    from: u32,
    to: u32,
    from_min: i32,
    to_min: i32,
}

/// Everything that can be taken for a time.
#[derive(Debug, Clone, Default)]
pub(super) struct Lines {
    /// Minutes in a cell.
    pub cell_min: i32,
    lines: Vec<Line>,
    /// What a line costs from its first cell to each of its cells.
    sum: Vec<i64>,
}

impl Lines {
    pub fn new(cell_min: i32) -> Self {
        Self {
            cell_min,
            lines: Vec::new(),
            sum: Vec::new(),
        }
    }

    /// A line for something of which there is `count` within these hours. With `bridge`, there is one of it between
    /// them as well.
    pub fn add(&mut self, prices: &mut Prices, hours: &[Interval], count: i64, bridge: bool) -> u32 {
        let open = hours.iter().map(|hours| hours.0).min().unwrap_or(0);
        let close = hours.iter().map(|hours| hours.1).max().unwrap_or(0);
        let first = open.div_euclid(self.cell_min);
        let cells = (close - 1).div_euclid(self.cell_min) + 1 - first;
        let at = prices.len() as u32;
        for cell in first..first + cells.max(0) {
            let (from, to) = (cell * self.cell_min, (cell + 1) * self.cell_min);
            let common = |hours: &Interval| i64::from((hours.1.min(to) - hours.0.max(from)).max(0));
            let minutes = match bridge {
                true => common(&(open, close)),
                false => hours.iter().map(common).sum(),
            };
            let unit = i64::from(self.cell_min) * i64::from(self.cell_min) * root(count);
            prices.add(Kind::Hard, minutes * count, unit, 0);
        }
        // The end of the last cell: a price that stays zero, because nothing is ever taken of it.
        prices.add(Kind::Hard, 0, 1, 0);
        self.lines.push(Line {
            at,
            first,
            cells: cells.max(0),
        });
        self.sum.resize(prices.len(), 0);
        self.lines.len() as u32 - 1
    }

    /// The time from one minute of the horizon to another, which must lie within the line.
    pub fn span(&self, line: u32, from: i32, to: i32) -> Span {
        let line = &self.lines[line as usize];
        let cell = |minute: i32| {
            let cell = (minute.div_euclid(self.cell_min) - line.first).clamp(0, line.cells);
            let within = minute - (cell + line.first) * self.cell_min;
            (line.at + cell as u32, within)
        };
        let ((from, from_min), (to, to_min)) = (cell(from), cell(to));
        Span {
            from,
            to,
            from_min,
            to_min,
        }
    }

    /// Takes over the prices of the same things in other cells.
    pub fn carry(&self, prices: &mut Prices, from: &Self, of: &Prices) {
        for (line, other) in self.lines.iter().zip(&from.lines) {
            for cell in 0..line.cells {
                let minute = (line.first + cell) * self.cell_min;
                let same = (minute.div_euclid(from.cell_min) - other.first).clamp(0, (other.cells - 1).max(0));
                prices.set((line.at as i32 + cell) as usize, of.of(other.at + same as u32));
            }
        }
    }

    /// Number of prices that belong to lines; they come first.
    pub fn num_prices(&self) -> usize {
        self.lines
            .last()
            .map_or(0, |line| line.at as usize + line.cells as usize + 1)
    }

    /// Sums the prices up anew.
    pub fn refresh(&mut self, prices: &Prices) {
        for line in 0..self.lines.len() {
            self.refresh_line(prices, line);
        }
    }

    #[inline(always)]
    pub fn cents(&self, prices: &Prices, span: &Span) -> i64 {
        let whole = self.sum[span.to as usize] - self.sum[span.from as usize];
        if span.from_min | span.to_min == 0 {
            return whole;
        }
        let part = |cell: u32, minutes: i32| prices.of(cell) * i64::from(minutes);
        whole + part(span.to, span.to_min) - part(span.from, span.from_min)
    }

    /// Takes the time. While prices move with what is taken, so do the sums.
    pub fn take(&mut self, prices: &mut Prices, line: u32, span: &Span) {
        for cell in span.from..=span.to {
            let from = if cell == span.from { span.from_min } else { 0 };
            let to = if cell == span.to { span.to_min } else { self.cell_min };
            if to > from {
                prices.take_one(cell, to - from);
            }
        }
        if prices.moves() {
            self.refresh_line(prices, line as usize);
        }
    }

    fn refresh_line(&mut self, prices: &Prices, line: usize) {
        let (line, cell_min) = (self.lines[line], i64::from(self.cell_min));
        let mut sum = 0;
        for idx in line.at..=line.at + line.cells as u32 {
            self.sum[idx as usize] = sum;
            sum += prices.of(idx) * cell_min;
        }
    }
}

/// The whole part of a square root.
fn root(number: i64) -> i64 {
    (1..).take_while(|root| root * root <= number).last().unwrap_or(1)
}
