//! How much time arrivals take, and how much must be kept free for it. Time is counted in equal steps; lengths are
//! rounded up to them, what becomes free is rounded down.

use super::counts::Counts;

/// Chances of a total of 0, 1, ... `most` steps, if so many arrive and each takes a length of this distribution, by
/// steps: `lengths[j]` is the chance of `j`.
///
/// # References
/// Panjer 1981, ASTIN Bulletin 12:22.
pub fn compound(counts: &Counts, lengths: &[f64], most: usize) -> Vec<f64> {
    let none = lengths.first().copied().unwrap_or(1.0);
    // In Panjer's class the chance of n arrivals is (a + b / n) times that of n - 1.
    let (a, b, start) = match counts.size {
        None => (0.0, counts.mean, libm::exp(counts.mean * (none - 1.0))),
        Some(size) => {
            let a = counts.mean / (size + counts.mean);
            (a, (size - 1.0) * a, libm::pow((1.0 - a) / (1.0 - a * none), size))
        }
    };
    let mut chances = vec![start];
    for total in 1..=most {
        let longest = total.min(lengths.len().saturating_sub(1));
        let mut sum = 0.0;
        for length in 1..=longest {
            sum += (a + b * length as f64 / total as f64) * lengths[length] * chances[total - length];
        }
        chances.push(sum / (1.0 - a * none));
    }
    chances
}

/// Chances that 0, 1, ... steps become free, if each session of so many steps is not held with this chance.
pub fn freed(sessions: &[(usize, f64)]) -> Vec<f64> {
    let mut chances = vec![1.0];
    for &(steps, chance) in sessions.iter().filter(|session| session.0 > 0 && session.1 > 0.0) {
        let mut next = vec![0.0; chances.len() + steps];
        for (at, &known) in chances.iter().enumerate() {
            next[at] += known * (1.0 - chance);
            next[at + steps] += known * chance;
        }
        chances = next;
    }
    chances
}

/// Chances of 0, 1, ... steps at most, of the chances of each total.
fn at_most(total: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    let add = |chance| {
        sum += chance;
        sum
    };
    total.iter().map(add).collect()
}

/// The chance that what is kept free, with what becomes free, is enough.
fn suffices(below: &[f64], freed: &[f64], reserve: usize) -> f64 {
    let up_to = |steps: usize| below.get(steps).or(below.last()).copied().unwrap_or(1.0);
    let parts = freed.iter().enumerate();
    parts.map(|(more, chance)| chance * up_to(reserve + more)).sum()
}

/// The fewest steps to keep free so that, with what becomes free, they are enough with chance `level`, and that chance;
/// `None` if even all of `total` is not.
pub fn shortest_reserve(total: &[f64], freed: &[f64], level: f64) -> Option<(usize, f64)> {
    let below = at_most(total);
    (0..below.len())
        .map(|reserve| (reserve, suffices(&below, freed, reserve)))
        .find(|entry| entry.1 >= level)
}

/// The chance that `reserve` steps, with what becomes free, are enough.
pub fn chance_of(total: &[f64], freed: &[f64], reserve: usize) -> f64 {
    let below = at_most(total);
    suffices(&below, freed, reserve).min(1.0)
}
