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
    /// What it costs whatever the time and whoever treats, parts of a cent.
    pub cents: i64,
    /// Limits that it takes from, with how much.
    pub amounts: Vec<(u32, i32)>,
    /// Who and what is needed at a time bound to the start.
    pub bound: Vec<u32>,
    /// Who is needed at a time of their own.
    pub loose: Vec<u32>,
    /// What each start costs by itself, parts of a cent.
    pub start_cents: Vec<i64>,
    /// Where each start stands in each of the profiles of `bound`.
    pub positions: Vec<u32>,
    /// Starts.
    pub starts: Vec<i32>,
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
