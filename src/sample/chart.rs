//! The wall chart: who and what is taken when, as far as the scheduler has noted it.

/// A stretch of one day that is taken in some weeks of a four-week month.
#[derive(Debug, Clone, Copy)]
struct Taken {
    from: i32,
    to: i32,
    /// Weeks of the month, one bit each.
    weeks: u8,
}

/// When.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct When {
    /// Day of the week, Monday is 0.
    pub(crate) day: usize,
    /// Minute of the day.
    pub(crate) start: i32,
    pub(crate) minutes: i32,
    /// Weeks of a four-week month, one bit each.
    pub(crate) weeks: u8,
}

/// Taken stretches of a number of people or rooms, by day of the week.
#[derive(Debug)]
pub(crate) struct Chart {
    rows: Vec<[Vec<Taken>; 7]>,
}

impl Chart {
    pub(crate) fn new(rows: usize) -> Self {
        Self {
            rows: (0..rows).map(|_| Default::default()).collect(),
        }
    }

    /// True if nothing noted for `row` touches `when`, with `gap` minutes on either side.
    pub(crate) fn is_free(&self, row: usize, when: When, gap: i32) -> bool {
        let (from, to) = (when.start - gap, when.start + when.minutes + gap);
        self.rows[row][when.day]
            .iter()
            .all(|taken| taken.weeks & when.weeks == 0 || to <= taken.from || taken.to <= from)
    }

    /// Notes that `row` is taken.
    pub(crate) fn note(&mut self, row: usize, when: When) {
        self.rows[row][when.day].push(Taken {
            from: when.start,
            to: when.start + when.minutes,
            weeks: when.weeks,
        });
    }

    /// Minutes noted for `row` in an average week.
    pub(crate) fn week_min(&self, row: usize) -> i32 {
        let minutes = |taken: &Taken| (taken.to - taken.from) * taken.weeks.count_ones() as i32;
        self.rows[row].iter().flatten().map(minutes).sum::<i32>() / 4
    }
}
