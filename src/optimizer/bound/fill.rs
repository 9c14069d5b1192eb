//! The cheapest way to fill the relaxation at given prices, which is a lower bound on the cost of every plan.

use super::lines::Lines;
use super::prices::Prices;
use super::profile::NEVER;
use super::relaxation::{Arrival, Bundle, Group, Partner, Relaxation, Supply, Way};

/// The cheapest place of a session.
#[derive(Debug, Clone, Copy)]
struct Place {
    cents: i64,
    way: u32,
    start: u32,
}

const NOWHERE: Place = Place {
    cents: NEVER,
    way: 0,
    start: 0,
};

/// Kept between rounds to save allocations.
#[derive(Debug, Clone, Default)]
pub(super) struct Filling {
    /// Seats that a group gives at its cheapest place, by group.
    given: Vec<Vec<u32>>,
    profits: Vec<(i64, u32)>,
    trial: Vec<u32>,
    offers: Vec<Offer>,
    table: Vec<i64>,
    by_day: [Vec<Place>; 2],
    picked: Vec<Want>,
}

/// How costs are found.
#[derive(Debug, Clone, Copy)]
struct Mode {
    /// False if costs that are not of level one do not count.
    soft: bool,
    /// True if prices have moved since they were noted.
    now: bool,
}

/// Something worth having, or one of several that exclude each other.
#[derive(Debug, Clone, Copy)]
struct Offer {
    worth: i64,
    units: usize,
    want: Want,
    /// True if it cannot be had together with the offer before it.
    excludes: bool,
}

#[derive(Debug, Clone, Copy)]
enum Want {
    Item(u32, Place),
    /// Two sessions, each at its place.
    Both([(u32, Place); 2]),
    /// A seat at this price, for this order.
    Seat(u32, u32),
}

impl Relaxation {
    /// Fills the relaxation as cheaply as its prices allow and notes what that takes; gives the bound, in parts of a
    /// cent. Without `soft`, costs that are not of level one do not count.
    pub fn fill(&mut self, filling: &mut Filling, soft: bool) -> i64 {
        self.prices.pace = 0;
        self.lines.refresh(&self.prices);
        for profile in &mut self.profiles {
            profile.price_entries(&self.prices, soft);
            profile.price(&self.lines, &self.prices);
        }
        self.prices.used.fill(0);
        let mode = Mode { soft, now: false };
        -self.prices.cents_of_all() + self.fill_all(filling, mode)
    }

    /// Fills the relaxation one thing after the other while prices move with what is taken.
    pub fn auction(&mut self, filling: &mut Filling, pace: i64) {
        self.prices.pace = pace;
        self.lines.refresh(&self.prices);
        for profile in &mut self.profiles {
            profile.price_entries(&self.prices, true);
        }
        self.fill_all(filling, Mode { soft: true, now: true });
        self.prices.offer_all();
    }

    fn fill_all(&mut self, filling: &mut Filling, mode: Mode) -> i64 {
        filling.given.resize(self.groups.len(), Vec::new());
        let mut cost = 0;
        for idx in 0..self.items.len() {
            if !self.items[idx].in_course {
                cost += self.item(idx, filling, mode);
            }
        }
        for idx in 0..self.orders.len() {
            cost += i64::from(self.orders[idx].count) * self.orders[idx].empty;
            if !self.orders[idx].in_course {
                cost -= self.seat_order(idx, filling);
            }
        }
        for idx in 0..self.courses.len() {
            cost += self.course(idx, filling, mode);
        }
        if mode.soft { cost + self.end_days() } else { cost }
    }

    /// The cost of a session that no course decides about.
    fn item(&mut self, idx: usize, filling: &mut Filling, mode: Mode) -> i64 {
        let place = self.cheapest(idx, mode, filling);
        let item = &self.items[idx];
        if item.is_forced && place.cents == NEVER {
            return 0;
        }
        if !item.is_forced && place.cents >= item.unplaced {
            return item.unplaced;
        }
        self.take(idx, place, &filling.given, mode);
        place.cents
    }

    fn cheapest(&self, idx: usize, mode: Mode, filling: &mut Filling) -> Place {
        let item = &self.items[idx];
        if let Some(group) = item.group {
            return self.cheapest_group(idx, group as usize, mode, filling);
        }
        let mut best = NOWHERE;
        for (own, way) in item.ways.iter().enumerate() {
            let base = self.base(way, mode);
            self.each_start(way, mode, |start, cents| {
                if base + cents < best.cents {
                    best = Place {
                        cents: base + cents,
                        way: own as u32,
                        start: start as u32,
                    };
                }
            });
        }
        best
    }

    /// What a way costs whatever the start.
    fn base(&self, way: &Way, mode: Mode) -> i64 {
        let now = mode.now.then_some((&self.lines, &self.prices));
        let loose: i64 = way
            .loose
            .iter()
            .map(|&profile| self.profiles[profile as usize].cheapest(now).1)
            .sum();
        let own = if mode.soft { way.cents } else { 0 };
        let arrivals = way.arrivals.iter().filter(|_| mode.soft);
        let ways: i64 = arrivals.map(|arrival| self.arrival(arrival).0).sum();
        own + ways + self.prices.cents(&way.amounts) + loose
    }

    /// The cheapest way to a stop, less what is paid for going on from it; and the stop before it.
    fn arrival(&self, arrival: &Arrival) -> (i64, Option<u32>) {
        let mut least = (arrival.from_start, None);
        for &(link, cents) in &arrival.from {
            let cents = cents + self.prices.of(link);
            if cents < least.0 {
                least = (cents, Some(link));
            }
        }
        let paid = arrival.own.map_or(0, |own| self.prices.of(own));
        (least.0 - paid, least.1)
    }

    /// Lets days end after the stops that pay for it; gives what that costs, which is not positive.
    fn end_days(&mut self) -> i64 {
        let mut cost = 0;
        for idx in 0..self.ends.len() {
            let moves = self.prices.moves();
            let count = self.ends[idx].count;
            for _ in 0..if moves { count } else { 1 } {
                let stops = self.ends[idx].from.iter();
                let Some((cents, link)) = stops.map(|&(link, cents)| (cents + self.prices.of(link), link)).min() else {
                    break;
                };
                if cents >= 0 {
                    break;
                }
                let times = if moves { 1 } else { count as i32 };
                cost += cents * i64::from(times);
                self.prices.take_one(link, times);
            }
        }
        cost
    }

    /// What each start of a way costs, without what it costs whatever the start.
    #[inline]
    fn each_start(&self, way: &Way, mode: Mode, mut tell: impl FnMut(usize, i64)) {
        let own = |start: usize| if mode.soft { way.start_cents[start] } else { 0 };
        if let (&[a, b], false) = (way.bound.as_slice(), mode.now)
            && a.is_last
        {
            // Most sessions: one clinician, and a room or another clinician.
            let extra = if mode.soft { a.cents + b.cents } else { 0 };
            let values = [a, b].map(|supply| self.profiles[supply.profile as usize].value.as_slice());
            for (start, at) in way.positions.chunks_exact(2).enumerate() {
                tell(
                    start,
                    own(start) + extra + values[0][at[0] as usize] + values[1][at[1] as usize],
                );
            }
            return;
        }
        let now = mode.now.then_some((&self.lines, &self.prices));
        let stride = way.bound.len();
        for start in 0..way.starts.len() {
            let at = &way.positions[start * stride..(start + 1) * stride];
            let (mut sum, mut least) = (own(start), NEVER);
            for (supply, &at) in way.bound.iter().zip(at) {
                least = least.min(self.cents_of(supply, at, mode.soft, now));
                if supply.is_last {
                    sum += least;
                    least = NEVER;
                }
            }
            tell(start, sum);
        }
    }

    #[inline]
    fn cents_of(&self, supply: &Supply, at: u32, soft: bool, now: Option<(&Lines, &Prices)>) -> i64 {
        let own = if soft { supply.cents } else { 0 };
        own + self.profiles[supply.profile as usize].cents_at(at as usize, now)
    }

    /// The cheapest place of a group together with the seats that are worth their price there.
    fn cheapest_group(&self, idx: usize, group: usize, mode: Mode, filling: &mut Filling) -> Place {
        let (item, entry) = (&self.items[idx], &self.groups[group]);
        let small = if mode.soft { entry.small } else { 0 };
        let empty = i64::from(entry.min) * small;
        let mut best = NOWHERE;
        let Filling {
            given, profits, trial, ..
        } = filling;
        for (own, way) in item.ways.iter().enumerate() {
            let base = self.base(way, mode) + empty;
            self.profits(entry, own, small, profits);
            let most: i64 = profits
                .iter()
                .take(entry.max.max(0) as usize)
                .map(|profit| profit.0)
                .sum();
            self.each_start(way, mode, |start, cents| {
                if base + cents - most >= best.cents {
                    return;
                }
                let mut sum = base + cents;
                trial.clear();
                for &(profit, seat) in profits.iter() {
                    let number = trial.len() as i32;
                    let profit = if number < entry.min { profit } else { profit - small };
                    if number >= entry.max || profit <= 0 {
                        break;
                    }
                    if entry.seats[seat as usize].fits[own][start / 64] >> (start % 64) & 1 == 1 {
                        sum -= profit;
                        trial.push(seat);
                    }
                }
                if sum < best.cents {
                    best = Place {
                        cents: sum,
                        way: own as u32,
                        start: start as u32,
                    };
                    given[group].clone_from(trial);
                }
            });
        }
        best
    }

    /// What each seat is worth in a way while the group is smaller than wished for, the best first.
    fn profits(&self, group: &Group, way: usize, small: i64, profits: &mut Vec<(i64, u32)>) {
        profits.clear();
        for (idx, seat) in group.seats.iter().enumerate() {
            let profit = self.prices.of(seat.link) - self.prices.cents(&seat.amounts[way]) + small;
            if profit > 0 && !seat.fits[way].is_empty() {
                profits.push((profit, idx as u32));
            }
        }
        profits.sort_unstable_by(|a, b| b.cmp(a));
    }

    fn take(&mut self, idx: usize, place: Place, given: &[Vec<u32>], mode: Mode) {
        let arrivals = self.items[idx]
            .ways
            .get(place.way as usize)
            .map_or(0, |way| way.arrivals.len());
        for at in (0..arrivals).filter(|_| mode.soft) {
            let arrival = &self.items[idx].ways[place.way as usize].arrivals[at];
            let (own, before) = (arrival.own, self.arrival(arrival).1);
            before.into_iter().for_each(|link| self.prices.take_one(link, 1));
            own.into_iter().for_each(|link| self.prices.take_one(link, -1));
        }
        let Self {
            prices,
            lines,
            profiles,
            items,
            groups,
            ..
        } = self;
        let item = &items[idx];
        let Some(way) = item.ways.get(place.way as usize) else {
            return;
        };
        prices.take(&way.amounts);
        let at = place.start as usize * way.bound.len();
        let mut least = (NEVER, 0, 0);
        for (supply, &position) in way.bound.iter().zip(&way.positions[at..]) {
            let now = mode.now.then_some((&*lines, &*prices));
            let own = if mode.soft { supply.cents } else { 0 };
            let cents = own + profiles[supply.profile as usize].cents_at(position as usize, now);
            if cents < least.0 {
                least = (cents, supply.profile as usize, position as usize);
            }
            if supply.is_last {
                profiles[least.1].take(least.2, lines, prices);
                least.0 = NEVER;
            }
        }
        for &profile in &way.loose {
            let profile = &profiles[profile as usize];
            let at = profile.cheapest(mode.now.then_some((&*lines, &*prices))).0;
            profile.take(at, lines, prices);
        }
        if let Some(group) = item.group {
            for &seat in &given[group as usize] {
                let seat = &groups[group as usize].seats[seat as usize];
                prices.take_one(seat.link, -1);
                prices.take(&seat.amounts[place.way as usize]);
            }
        }
    }

    /// Seats that a patient takes at the prices asked for them; gives what they are worth.
    fn seat_order(&mut self, idx: usize, filling: &mut Filling) -> i64 {
        filling.offers.clear();
        self.wishes(idx, 0, &mut filling.offers);
        let mut worth = 0;
        for offer in &filling.offers {
            self.accept(offer.want, &filling.given, Mode { soft: true, now: false });
            worth += offer.worth;
        }
        worth
    }

    /// The seats that an order would take, at most as many as it wants.
    fn wishes(&self, idx: usize, units: usize, offers: &mut Vec<Offer>) {
        let order = &self.orders[idx];
        let worth = order.empty - self.prices.cents(&order.amounts);
        let from = offers.len();
        for &link in &order.links {
            let value = worth - self.prices.of(link);
            if value > 0 {
                offers.push(Offer {
                    worth: value,
                    units,
                    want: Want::Seat(link, idx as u32),
                    excludes: false,
                });
            }
        }
        offers[from..].sort_by_key(|offer| std::cmp::Reverse(offer.worth));
        offers.truncate(from + order.count.max(0) as usize);
    }

    fn accept(&mut self, want: Want, given: &[Vec<u32>], mode: Mode) {
        match want {
            Want::Seat(link, order) => {
                self.prices.take_one(link, 1);
                self.prices.take(&self.orders[order as usize].amounts);
            }
            Want::Item(item, place) => self.take(item as usize, place, given, mode),
            Want::Both(both) => {
                for (item, place) in both {
                    self.take(item as usize, place, given, mode);
                }
            }
        }
    }

    /// The cost of a course: what leaving its sessions out would cost, less what the most valuable sessions and seats
    /// that its units pay for are worth.
    fn course(&mut self, idx: usize, filling: &mut Filling, mode: Mode) -> i64 {
        let mut cost = 0;
        filling.offers.clear();
        for at in 0..self.courses[idx].bundles.len() {
            let bundle = self.courses[idx].bundles[at];
            cost += self.items[bundle.item as usize].unplaced;
            match bundle.partner {
                None => self.offer_one(bundle, filling, mode),
                Some(partner) => {
                    cost += self.items[partner.item as usize].unplaced;
                    self.offer_pair(bundle, partner, filling, mode);
                }
            }
        }
        for at in 0..self.courses[idx].orders.len() {
            let (order, units) = self.courses[idx].orders[at];
            self.wishes(order as usize, units, &mut filling.offers);
        }
        let worth = choose(self.courses[idx].units, filling);
        let picked = std::mem::take(&mut filling.picked);
        for &want in &picked {
            self.accept(want, &filling.given, mode);
        }
        filling.picked = picked;
        cost - worth
    }

    fn offer_one(&self, bundle: Bundle, filling: &mut Filling, mode: Mode) {
        let place = self.cheapest(bundle.item as usize, mode, filling);
        let worth = self.items[bundle.item as usize].unplaced - place.cents;
        filling.offer(worth, bundle.units, Want::Item(bundle.item, place), false);
    }

    /// Either session, each where it is cheapest, or both, so many days apart.
    fn offer_pair(&self, bundle: Bundle, partner: Partner, filling: &mut Filling, mode: Mode) {
        let mut by_day = std::mem::take(&mut filling.by_day);
        for (places, item) in by_day.iter_mut().zip([bundle.item, partner.item]) {
            self.cheapest_by_day(item as usize, mode, places);
        }
        let [first, second] = &by_day;
        let worth = |item: u32, cents: i64| self.items[item as usize].unplaced - cents;
        let mut excludes = false;
        for (places, item, units) in [
            (first, bundle.item, bundle.units),
            (second, partner.item, partner.units),
        ] {
            let best = places
                .iter()
                .copied()
                .min_by_key(|place| place.cents)
                .unwrap_or(NOWHERE);
            excludes |= filling.offer(worth(item, best.cents), units, Want::Item(item, best), excludes);
        }
        let mut both = (NEVER, [(0, NOWHERE); 2]);
        for (day, a) in first.iter().enumerate().filter(|(_, place)| place.cents < NEVER) {
            for (other, b) in second.iter().enumerate().filter(|(_, place)| place.cents < NEVER) {
                if day.abs_diff(other) >= partner.min_days && a.cents + b.cents < both.0 {
                    both = (a.cents + b.cents, [(bundle.item, *a), (partner.item, *b)]);
                }
            }
        }
        let all = self.items[bundle.item as usize].unplaced + self.items[partner.item as usize].unplaced;
        filling.offer(all - both.0, bundle.units + partner.units, Want::Both(both.1), excludes);
        filling.by_day = by_day;
    }

    fn cheapest_by_day(&self, idx: usize, mode: Mode, places: &mut Vec<Place>) {
        places.clear();
        places.resize(self.num_days, NOWHERE);
        for (own, way) in self.items[idx].ways.iter().enumerate() {
            let base = self.base(way, mode);
            self.each_start(way, mode, |start, cents| {
                let day = (way.starts[start] / self.day_min) as usize;
                if let Some(place) = places.get_mut(day)
                    && base + cents < place.cents
                {
                    *place = Place {
                        cents: base + cents,
                        way: own as u32,
                        start: start as u32,
                    };
                }
            });
        }
    }
}

impl Filling {
    /// Notes an offer if it is worth anything.
    fn offer(&mut self, worth: i64, units: usize, want: Want, excludes: bool) -> bool {
        if worth > 0 {
            self.offers.push(Offer {
                worth,
                units,
                want,
                excludes,
            });
        }
        worth > 0
    }
}

/// The offers that are worth most together, into `picked`: a knapsack with alternatives, by dynamic programming, one row
/// for each set of alternatives and one column for each unit. Gives what they are worth.
fn choose(units: usize, filling: &mut Filling) -> i64 {
    let Filling {
        offers, table, picked, ..
    } = filling;
    let width = units + 1;
    table.clear();
    table.resize(width, 0);
    let mut from = 0;
    picked.clear();
    let mut rows = Vec::new();
    while from < offers.len() {
        let to = from + 1 + offers[from + 1..].iter().take_while(|offer| offer.excludes).count();
        let row = table.len() - width;
        table.extend_from_within(row..);
        for offer in &offers[from..to] {
            for left in offer.units..width {
                let with = table[row + left - offer.units] + offer.worth;
                let cell = &mut table[row + width + left];
                *cell = with.max(*cell);
            }
        }
        rows.push((from, to));
        from = to;
    }
    let worth = table[table.len() - 1];
    let mut left = units;
    for (idx, &(from, to)) in rows.iter().enumerate().rev() {
        let (row, next) = (idx * width, (idx + 1) * width);
        if table[next + left] == table[row + left] {
            continue;
        }
        let taken = offers[from..to]
            .iter()
            .find(|offer| offer.units <= left && table[row + left - offer.units] + offer.worth == table[next + left]);
        if let Some(offer) = taken {
            picked.push(offer.want);
            left -= offer.units;
        }
    }
    worth
}
