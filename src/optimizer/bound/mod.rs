//! Lower bounds on the cost of any plan, so that one can say how much better a plan could be at most.
//!
//! [`Bound`] is a Lagrangian relaxation (Geoffrion 1974; Fisher 1981, doi:10.1287/mnsc.27.1.1). What sessions share is
//! let go and asked a price for instead: each clinician-day, class of rooms and kind of equipment in cells of time; what
//! a clinician may or should do in a day and a week; weekly minimums; the link between a seat and its group. At given
//! prices the rest falls apart into small problems that are solved exactly:
//! - a session takes its cheapest start, way, clinicians and room, or stays out;
//! - two sessions that must be days apart take the cheapest pair of days;
//! - a course takes the sessions and seats that are worth most for the units of its budget;
//! - a group takes the start at which the seats that patients pay for are worth most.
//!
//! What they cost together, less what everything that there is would cost at those prices, is at most the cost of any
//! plan, whatever the prices. Prices and sums are whole numbers, so no rounding ever makes a bound too high, and it is the
//! same on every platform. [`ascent`] looks for prices with a high bound.

mod ascent;
mod compile;
mod courses;
mod fill;
mod limits;
mod lines;
mod prices;
mod profile;
mod relaxation;
mod times;
mod ways;

use crate::model::CostTerm;
use crate::model::problem::Problem;
use crate::rng::Rng;

use ascent::Ascent;
use prices::PARTS;
use relaxation::Relaxation;

/// Most starts and columns of a relaxation: what fits into memory and takes some milliseconds a round. Our choice.
const MAX_SIZE: usize = 2_000_000;
/// The same for the longest cells, where nothing smaller fits: clinics of hundreds of clinicians. Our choice.
const LAST_MAX_SIZE: usize = 4_000_000;
/// Cells of a day at most; our choice: a quarter of an hour where days are days.
const MAX_CELLS: i32 = 96;
/// The first rounds are done with cells so many times as long. Our choice.
const COARSER: i32 = 8;
/// Work of a fixed budget, in starts and columns looked at, and the fewest and most rounds it is good for. Our choice: a
/// second or two of a desktop's time.
const BUDGET: u64 = 120_000_000;
const ROUNDS: (u64, u64) = (10, 600);
/// Work that may be done at once while somebody waits; our choice.
const TURN: u64 = 4_000_000;

/// What no plan can undercut, cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LowerBound {
    /// No plan costs less.
    pub total: i64,
    /// No plan costs less in unplaced sessions, empty seats and minutes short of weekly minimums.
    pub level_one: i64,
}

impl LowerBound {
    /// By how many thousandths a plan of this cost could be better at most, rounded up.
    pub fn gap_per_mille(&self, cost: i64) -> i64 {
        let above = (cost - self.total).max(0);
        if cost <= 0 {
            0
        } else {
            (above.saturating_mul(1000) + cost - 1) / cost
        }
    }
}

/// A lower bound that rises with every round of work.
pub struct Bound {
    stage: Stage,
    size: usize,
    /// Costs of level one are multiples of this, cents.
    step_cents: i64,
}

/// How far the laying out of the relaxation has come: in a large clinic each step of it takes a while.
enum Stage {
    /// Cells of this length are tried next.
    Fitting(i32),
    /// These cells fit; longer ones to begin with are next.
    Fitted(Box<Relaxation>),
    Ready(Box<Ascent>),
    /// The problem is too large.
    Hopeless,
}

impl Bound {
    /// The relaxation in words.
    pub const RELAXATION: &str = "lagrangian: prices for everybody's time, rooms, equipment, limits of days and weeks \
        and seats; sessions, pairs with days between them, courses of treatment and groups placed exactly";

    /// Lays the relaxation out. A problem too large for it has the bound zero.
    pub fn new(problem: &Problem) -> Self {
        let mut bound = Self::begin(problem);
        while bound.prepare(problem) {}
        bound
    }

    /// The same, still to be laid out with [`Bound::prepare`].
    pub fn begin(problem: &Problem) -> Self {
        Self {
            stage: Stage::Fitting(finest_cell(problem)),
            size: 0,
            step_cents: level_one_step(problem),
        }
    }

    /// Does the next step of laying out the relaxation of the problem that it began with; false once that is done.
    pub fn prepare(&mut self, problem: &Problem) -> bool {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Hopeless) {
            Stage::Fitting(cell) => fit(problem, cell),
            Stage::Fitted(relaxation) => {
                let coarser = coarser(problem, &relaxation);
                let sizes = [coarser.as_ref(), Some(&*relaxation)];
                let sizes = sizes.map(|relaxation| relaxation.map_or(0, Relaxation::size));
                self.size = sizes[1].min((sizes[0] + sizes[1]) / if sizes[0] == 0 { 1 } else { 2 });
                Stage::Ready(Box::new(match coarser {
                    Some(coarser) => Ascent::new(coarser, Some(*relaxation)),
                    None => Ascent::new(*relaxation, None),
                }))
            }
            done => done,
        };
        !self.is_ready()
    }

    /// True if nothing is left to be laid out.
    pub fn is_ready(&self) -> bool {
        !matches!(self.stage, Stage::Fitting(_) | Stage::Fitted(_))
    }

    /// Does so many rounds; false once there is nothing left to gain.
    pub fn advance(&mut self, rounds: u64) -> bool {
        let Stage::Ready(ascent) = &mut self.stage else {
            return false;
        };
        (0..rounds).all(|_| ascent.round())
    }

    /// Rounds of about a second or two of a desktop's time; of the largest clinics, where each takes long and brings
    /// little, the fewest.
    pub fn usual_rounds(&self) -> u64 {
        if self.size > MAX_SIZE {
            return ROUNDS.0;
        }
        (BUDGET / (self.size as u64).max(1)).clamp(ROUNDS.0, ROUNDS.1)
    }

    /// Rounds of some hundredths of a second.
    pub fn few_rounds(&self) -> u64 {
        (TURN / (self.size as u64).max(1)).max(1)
    }

    /// The best bound so far.
    pub fn value(&mut self) -> LowerBound {
        let Stage::Ready(ascent) = &mut self.stage else {
            return LowerBound::default();
        };
        // Costs are whole cents, those of level one whole multiples: so the bounds may be rounded up.
        let level_one = ceil_to(ceil_to(ascent.level_one().max(0), PARTS) / PARTS, self.step_cents);
        let total = ceil_to(ascent.value().max(0), PARTS) / PARTS;
        LowerBound {
            total: total.max(level_one),
            level_one,
        }
    }
}

/// The bound of a fixed amount of work, as in [`Bound::usual_rounds`].
pub fn lower_bound(problem: &Problem) -> LowerBound {
    let mut bound = Bound::new(problem);
    bound.advance(bound.usual_rounds());
    bound.value()
}

/// The bound at random prices, cents: any prices give a valid one. For tests.
#[doc(hidden)]
pub fn bound_at_random_prices(problem: &Problem, seed: u64) -> LowerBound {
    let Some(mut relaxation) = relax(problem) else {
        return LowerBound::default();
    };
    let mut rng = Rng::stream(seed, "prices", 0);
    let dearest = 1 + rng.below(30) as i32;
    relaxation.shake(|| {
        let cents = rng.between(-dearest, dearest).max(rng.between(-1, dearest));
        i64::from(cents * rng.between(1, 400)) * PARTS / i64::from(rng.between(1, 100))
    });
    let mut filling = fill::Filling::default();
    let total = relaxation.fill(&mut filling, true);
    relaxation.prices.drop_soft();
    let level_one = relaxation.fill(&mut filling, false);
    LowerBound {
        total: total.div_euclid(PARTS),
        level_one: level_one.div_euclid(PARTS),
    }
}

/// The relaxation with the smallest cells that it can afford.
fn relax(problem: &Problem) -> Option<Relaxation> {
    let mut stage = Stage::Fitting(finest_cell(problem));
    loop {
        stage = match stage {
            Stage::Fitting(cell) => fit(problem, cell),
            Stage::Fitted(relaxation) => return Some(*relaxation),
            _ => return None,
        }
    }
}

/// The shortest cells that are tried, minutes.
fn finest_cell(problem: &Problem) -> i32 {
    let grid = problem.grid.max(1);
    (problem.day_min / MAX_CELLS / grid).max(1) * grid
}

/// Tries cells of one length; longer ones are next if they are too many.
fn fit(problem: &Problem, cell: i32) -> Stage {
    let next = cell.checked_mul(2).filter(|&next| next < problem.day_min * 2);
    let most = if next.is_some() { MAX_SIZE } else { LAST_MAX_SIZE };
    match (compile::compile(problem, cell, most), next) {
        (Some(relaxation), _) => Stage::Fitted(Box::new(relaxation)),
        (None, Some(next)) => Stage::Fitting(next),
        (None, None) => Stage::Hopeless,
    }
}

/// A relaxation to begin with, if cells several times as long save enough work.
fn coarser(problem: &Problem, fine: &Relaxation) -> Option<Relaxation> {
    let cell_min = fine.lines.cell_min.checked_mul(COARSER)?;
    compile::compile(problem, cell_min, fine.size() / 10 * 7)
}

/// What all costs of level one are multiples of, cents.
fn level_one_step(problem: &Problem) -> i64 {
    let sessions = problem.sessions.iter().map(|session| session.unplaced_cents);
    let seats = problem.seat_orders.iter().map(|order| order.empty_cents);
    let minimums = problem.minimums.iter().map(|_| problem.prices[CostTerm::WeeklyMinimum]);
    sessions.chain(seats).chain(minimums).fold(0, common_divisor).max(1)
}

fn common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { common_divisor(b, a % b) }
}

fn ceil_to(value: i64, step: i64) -> i64 {
    (value + step - 1).div_euclid(step) * step
}

#[cfg(test)]
mod tests {
    use super::{LowerBound, ceil_to, common_divisor};

    #[test]
    fn a_gap_is_rounded_up() {
        let bound = LowerBound {
            total: 900,
            level_one: 0,
        };
        assert_eq!(bound.gap_per_mille(1_000), 100);
        assert_eq!(bound.gap_per_mille(901), 2);
        assert_eq!(bound.gap_per_mille(900), 0);
        assert_eq!(bound.gap_per_mille(0), 0);
    }

    #[test]
    fn multiples_are_found() {
        assert_eq!([300, 0, 1_000, 2_000].into_iter().fold(0, common_divisor), 100);
        assert_eq!(ceil_to(101, 100), 200);
        assert_eq!(ceil_to(100, 100), 100);
    }
}
