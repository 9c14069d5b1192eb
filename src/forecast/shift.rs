//! Level shifts: a service that opened, a referrer who left. What lies before is brought to the level after it.

use super::decompose;

/// A sudden change of the level that stayed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// The first period on the new level.
    pub at: usize,
    /// Mean of the periods just before.
    pub before: f64,
    /// Mean of the periods from it on.
    pub after: f64,
}

/// Periods on each side that are compared. All constants here are our own choice.
const SIDE: usize = 8;
/// A shift is so many times the usual difference between two neighboring stretches of the same history: what wanders
/// or climbs all the time has large usual differences, and no shifts.
const TIMES_USUAL: f64 = 6.0;
/// It comes at once: the periods right at it differ by this share of the whole change.
const AT_ONCE: f64 = 0.6;
/// Periods right at it.
const NEAR: usize = 3;
/// It changes the level by this share at least.
const LEAST_SHARE: f64 = 0.2;
/// No more than this are looked for.
const MOST: usize = 3;

/// The shifts of a history, oldest first, and the history with all of it on the level of its end. Without shifts it
/// is the history itself.
pub fn leveled(history: &[f64], seasons: &[usize]) -> (Vec<f64>, Vec<Shift>) {
    let mut level = history.to_vec();
    let mut shifts: Vec<Shift> = Vec::new();
    while shifts.len() < MOST {
        let Some(shift) = greatest(&level, seasons) else { break };
        let ratio = shift.after / shift.before;
        level[..shift.at].iter_mut().for_each(|value| *value *= ratio);
        let place = shifts.iter().filter(|other| other.at < shift.at).count();
        shifts.insert(place, shift);
    }
    (level, shifts)
}

/// The clearest shift, if there is one.
fn greatest(history: &[f64], seasons: &[usize]) -> Option<Shift> {
    let count = history.len();
    if count < 4 * SIDE {
        return None;
    }
    let rest = without_seasons(history, seasons);
    let mean = |from: usize, until: usize| rest[from..until].iter().sum::<f64>() / (until - from) as f64;
    let change = |at: usize, side: usize| mean(at, at + side) - mean(at - side, at);
    let places = SIDE..=count - SIDE;
    let at = places
        .clone()
        .max_by(|&a, &b| change(a, SIDE).abs().total_cmp(&change(b, SIDE).abs()))?;
    let usual: Vec<f64> = places
        .filter(|place| place.abs_diff(at) >= SIDE)
        .map(|place| change(place, SIDE).abs())
        .collect();
    let usual = crate::stats::median(&usual)?;
    let (before, after) = (mean(at - SIDE, at), mean(at, at + SIDE));
    let whole = after - before;
    let clear = whole.abs() > TIMES_USUAL * usual
        && change(at, NEAR) / whole >= AT_ONCE
        && before > 0.0
        && after > 0.0
        && whole.abs() >= LEAST_SHARE * before.max(after);
    clear.then_some(Shift { at, before, after })
}

fn without_seasons(history: &[f64], seasons: &[usize]) -> Vec<f64> {
    let fitting: Vec<usize> = seasons
        .iter()
        .copied()
        .filter(|&season| season >= 2 && 2 * season <= history.len())
        .collect();
    let mut rest = history.to_vec();
    if !fitting.is_empty() {
        for seasonal in decompose(history, &fitting).seasonal {
            for (rest, own) in rest.iter_mut().zip(seasonal) {
                *rest -= own;
            }
        }
    }
    rest
}
