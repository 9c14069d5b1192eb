//! What is left of a problem when limits on shared things are only asked a price for.

use super::lines::Lines;
use super::prices::Prices;
use super::profile::Profile;

/// Everything that the bound looks at.
#[derive(Debug, Clone, Default)]
pub(super) struct Relaxation {
    pub prices: Prices,
    pub lines: Lines,
    pub profiles: Vec<Profile>,
    pub items: Vec<Item>,
    pub groups: Vec<Group>,
    pub orders: Vec<Order>,
    pub courses: Vec<Course>,
    pub ends: Vec<End>,
    /// Days of the horizon, and minutes of one.
    pub num_days: usize,
    pub day_min: i32,
}

impl Relaxation {
    /// Starts and columns that a round looks at.
    pub fn size(&self) -> usize {
        let starts = self
            .items
            .iter()
            .flat_map(|item| &item.ways)
            .map(|way| way.positions.len());
        starts.sum::<usize>() + self.profiles.iter().map(Profile::num_columns).sum::<usize>()
    }

    /// What leaving a session out costs on average, parts of a cent.
    pub fn mean_worth(&self) -> i64 {
        self.items.iter().map(|item| item.unplaced).sum::<i64>() / self.items.len().max(1) as i64
    }

    /// Takes over the prices of a relaxation of the same problem with other cells.
    pub fn carry(&mut self, from: &Self) {
        self.lines.carry(&mut self.prices, &from.lines, &from.prices);
        let (to, first) = (self.lines.num_prices(), from.lines.num_prices());
        for (idx, &value) in from.prices.value[first..].iter().enumerate() {
            self.prices.set(to + idx, value);
        }
    }

    /// Sets every price that something can be taken for.
    pub fn shake(&mut self, mut price: impl FnMut() -> i64) {
        for idx in 0..self.prices.len() {
            self.prices.set(idx, price());
        }
    }
}

/// A session.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    /// What leaving it out costs, parts of a cent.
    pub unplaced: i64,
    /// True if it is in every plan.
    pub is_forced: bool,
    pub ways: Vec<Way>,
    /// Seats, as an index of [`Relaxation::groups`].
    pub group: Option<u32>,
    /// True if a course decides whether it is placed.
    pub in_course: bool,
}

/// A way in which a session can take place, on some days.
#[derive(Debug, Clone, Default)]
pub(super) struct Way {
    /// Choice of the session.
    pub choice: u8,
    /// What it costs whatever the time and whoever treats, parts of a cent.
    pub cents: i64,
    /// Ways to it, one for each clinician.
    pub arrivals: Vec<Arrival>,
    /// Limits that it takes from, with how much.
    pub amounts: Vec<(u32, i32)>,
    /// Who and what is needed at a time bound to the start: one supply, or several of which the cheapest is taken.
    pub bound: Vec<Supply>,
    /// Who is needed at a time of their own.
    pub loose: Vec<u32>,
    /// What each start costs by itself, parts of a cent.
    pub start_cents: Vec<i64>,
    /// Where each start stands in the profile of each supply of `bound`.
    pub positions: Vec<u32>,
    /// Starts.
    pub starts: Vec<i32>,
}

/// The way of a clinician to a session.
#[derive(Debug, Clone, Default)]
pub(super) struct Arrival {
    /// Price of going on from this stop.
    pub own: Option<u32>,
    /// What the way from the nearest start of a day costs, parts of a cent.
    pub from_start: i64,
    /// Stops before, by their prices, with what the way costs.
    pub from: Vec<(u32, i64)>,
}

/// Where some days end.
#[derive(Debug, Clone, Default)]
pub(super) struct End {
    /// Days that end there.
    pub count: u32,
    /// Last stops, by their prices, with what the way costs.
    pub from: Vec<(u32, i64)>,
}

/// One of the ways to meet a need.
#[derive(Debug, Clone, Copy)]
pub(super) struct Supply {
    pub profile: u32,
    /// What taking it costs besides, parts of a cent.
    pub cents: i64,
    /// Minutes from the session's start to the time it is needed.
    pub shift: i32,
    /// True for the last of those that meet the same need.
    pub is_last: bool,
}

/// Seats of a session.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    /// Most that can be given.
    pub max: i32,
    /// Fewest wished for, and what each missing one costs, parts of a cent.
    pub min: i32,
    pub small: i64,
    pub seats: Vec<Seat>,
}

/// A seat that somebody may want.
#[derive(Debug, Clone, Default)]
pub(super) struct Seat {
    /// Price that the patient pays to the group.
    pub link: u32,
    /// By way of the session: what it takes from limits, or nothing if it cannot be at any of its starts.
    pub amounts: Vec<Vec<(u32, i32)>>,
    /// By way: the starts at which the patient can come, one bit each.
    pub fits: Vec<Vec<u64>>,
}

/// A seat order.
#[derive(Debug, Clone, Default)]
pub(super) struct Order {
    pub count: i32,
    /// What a seat that is not given costs, parts of a cent.
    pub empty: i64,
    /// Price of the seat in each of its options.
    pub links: Vec<u32>,
    /// Other limits that a seat takes from.
    pub amounts: Vec<(u32, i32)>,
    /// True if a course decides which seats are taken.
    pub in_course: bool,
}

/// A session, or two that must be days apart.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bundle {
    pub item: u32,
    /// Units that it draws.
    pub units: usize,
    pub partner: Option<Partner>,
}

/// The second session of a bundle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Partner {
    pub item: u32,
    pub units: usize,
    pub min_days: usize,
}

/// Sessions and seats of which only some can be had: for want of units, or of days between them.
#[derive(Debug, Clone, Default)]
pub(super) struct Course {
    /// Units that there are.
    pub units: usize,
    /// Sessions, alone or in pairs that must be days apart.
    pub bundles: Vec<Bundle>,
    /// Orders with the units of a seat.
    pub orders: Vec<(u32, usize)>,
}
