//! The prices of the relaxation, one for each limit that it lets plans break.
//!
//! Prices are whole numbers: a bound is then a sum of whole numbers, the same on every platform and never too high by
//! rounding.

/// Parts of a cent in which prices and bounds are counted: fine enough for a price per minute.
pub(super) const PARTS: i64 = 1 << 12;

/// The dearest price of a unit, in parts of a cent: no sum over a problem's minutes can overflow. Our choice.
const MAX_PRICE: i64 = 1 << 36;

/// The largest amount of cents that the relaxation counts; more is counted as this much. Our choice, as above.
const MAX_CENTS: i64 = 1 << 32;

/// Cents in parts; what is too large to be added up safely is counted as less.
pub(super) fn parts(cents: i64) -> i64 {
    cents.clamp(-MAX_CENTS, MAX_CENTS) * PARTS
}

/// What a limit means for the costs that the relaxation looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Never broken by a plan that the checker accepts.
    Hard,
    /// An equality that every plan meets.
    Link,
    /// An equality that every plan meets, about costs that are not of level one: of ways.
    Way,
    /// Broken at a cost that is not of level one.
    Soft,
    /// Broken at a cost of level one.
    LevelOne,
}

/// One price for each limit, with what it limits.
#[derive(Debug, Clone, Default)]
pub(super) struct Prices {
    /// Parts of a cent for a unit of what is limited.
    pub value: Vec<i64>,
    /// What there is of it.
    pub capacity: Vec<i64>,
    /// What the cheapest way to fill the relaxation takes of it.
    pub used: Vec<i64>,
    /// The amount in which it is typically taken: prices move in its inverse.
    pub unit: Vec<i64>,
    low: Vec<i64>,
    high: Vec<i64>,
    is_soft: Vec<bool>,
    is_way: Vec<bool>,
    /// True while only prices of ways move.
    pub only_ways: bool,
    /// How far a price moves for a unit taken, parts of a cent; 0 while prices stand still.
    pub pace: i64,
}

impl Prices {
    /// A new price, which starts at zero. `cents` is what a unit too much costs, for limits that may be broken.
    pub fn add(&mut self, kind: Kind, capacity: i64, unit: i64, cents: i64) -> u32 {
        let (low, high) = match kind {
            Kind::Hard => (0, MAX_PRICE),
            Kind::Link | Kind::Way => (-MAX_PRICE, MAX_PRICE),
            Kind::Soft | Kind::LevelOne => (0, parts(cents).clamp(0, MAX_PRICE)),
        };
        self.value.push(0);
        self.capacity.push(capacity);
        self.used.push(0);
        self.unit.push(unit.max(1));
        self.low.push(low);
        self.high.push(high);
        self.is_soft.push(matches!(kind, Kind::Soft | Kind::Way));
        self.is_way.push(kind == Kind::Way);
        self.value.len() as u32 - 1
    }

    pub fn len(&self) -> usize {
        self.value.len()
    }

    #[inline]
    pub fn of(&self, idx: u32) -> i64 {
        self.value[idx as usize]
    }

    /// What some amounts cost.
    #[inline]
    pub fn cents(&self, amounts: &[(u32, i32)]) -> i64 {
        amounts
            .iter()
            .map(|&(idx, amount)| self.of(idx) * i64::from(amount))
            .sum()
    }

    /// True while prices move with what is taken.
    pub fn moves(&self) -> bool {
        self.pace != 0
    }

    /// Takes some amounts.
    pub fn take(&mut self, amounts: &[(u32, i32)]) {
        for &(idx, amount) in amounts {
            self.take_one(idx, amount);
        }
    }

    /// Takes an amount; while prices move, what is taken gets dearer.
    #[inline]
    pub fn take_one(&mut self, idx: u32, amount: i32) {
        let at = idx as usize;
        self.used[at] += i64::from(amount);
        if self.pace != 0 && (self.is_way[at] || !self.only_ways) {
            let value = self.value[at] + self.pace * i64::from(amount) / self.unit[at];
            self.set(at, value);
        }
    }

    /// The other half of a round in which prices move: what there is makes everything cheaper.
    pub fn offer_all(&mut self) {
        for at in 0..self.value.len() {
            if self.capacity[at] != 0 && !self.only_ways {
                let value = self.value[at] - self.pace * self.capacity[at] / self.unit[at];
                self.set(at, value);
            }
        }
    }

    /// What everything that there is costs.
    pub fn cents_of_all(&self) -> i64 {
        self.value
            .iter()
            .zip(&self.capacity)
            .map(|(value, capacity)| value * capacity)
            .sum()
    }

    /// Sets a price, within its range.
    #[inline]
    pub fn set(&mut self, idx: usize, value: i64) {
        self.value[idx] = value.clamp(self.low[idx], self.high[idx]);
    }

    /// Sets the prices of limits whose breaking does not count at level one to zero.
    pub fn drop_soft(&mut self) {
        for (value, &is_soft) in self.value.iter_mut().zip(&self.is_soft) {
            if is_soft {
                *value = 0;
            }
        }
    }
}
