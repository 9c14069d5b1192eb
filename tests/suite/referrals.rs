//! Weekly referrals that are made up, with everything that a demand forecast meets and nothing unknown about it:
//! level, trend, season of the year, public holidays, changes of level, chance of several strengths. Nobody is in them.

use rosterwell::rng::Rng;

/// One series.
pub struct Made {
    pub name: String,
    /// Referrals by week.
    pub values: Vec<f64>,
}

/// Weeks of every series: five years.
pub const WEEKS: usize = 260;

/// Weeks of a year with public holidays, counted from the first of January, and the share of usual demand in them.
const HOLIDAY_WEEKS: [(usize, f64); 6] = [(0, 0.55), (21, 0.85), (26, 0.85), (35, 0.85), (46, 0.7), (51, 0.5)];

/// How a series is made.
struct Recipe {
    name: &'static str,
    level: f64,
    /// Change in a year, as a share of the level.
    growth: f64,
    /// Height of the yearly wave, as a share of the level.
    wave: f64,
    /// Factor on the level from some week of the last three years on.
    shift: f64,
    /// Variance over mean: 1 is pure chance, more is referrers who send many at once.
    dispersion: f64,
    /// How far a week's strength carries into the next.
    memory: f64,
}

#[rustfmt::skip]
const RECIPES: [Recipe; 12] = [
    Recipe { name: "steady", level: 60.0, growth: 0.0, wave: 0.0, shift: 1.0, dispersion: 1.0, memory: 0.0 },
    Recipe { name: "winter peak", level: 80.0, growth: 0.02, wave: 0.25, shift: 1.0, dispersion: 1.2, memory: 0.2 },
    Recipe { name: "growing", level: 45.0, growth: 0.12, wave: 0.1, shift: 1.0, dispersion: 1.3, memory: 0.1 },
    Recipe { name: "shrinking", level: 90.0, growth: -0.08, wave: 0.12, shift: 1.0, dispersion: 1.2, memory: 0.1 },
    Recipe { name: "new referrer", level: 40.0, growth: 0.0, wave: 0.1, shift: 1.6, dispersion: 1.2, memory: 0.0 },
    Recipe { name: "lost referrer", level: 70.0, growth: 0.0, wave: 0.1, shift: 0.6, dispersion: 1.2, memory: 0.0 },
    Recipe { name: "bursts", level: 30.0, growth: 0.03, wave: 0.15, shift: 1.0, dispersion: 3.0, memory: 0.3 },
    Recipe { name: "small", level: 8.0, growth: 0.0, wave: 0.2, shift: 1.0, dispersion: 1.0, memory: 0.0 },
    Recipe { name: "very small", level: 2.0, growth: 0.0, wave: 0.0, shift: 1.0, dispersion: 1.2, memory: 0.0 },
    Recipe { name: "large", level: 300.0, growth: 0.04, wave: 0.12, shift: 1.0, dispersion: 2.0, memory: 0.3 },
    Recipe { name: "summer dip", level: 50.0, growth: 0.0, wave: -0.3, shift: 1.0, dispersion: 1.1, memory: 0.1 },
    Recipe { name: "wandering", level: 65.0, growth: 0.0, wave: 0.05, shift: 1.0, dispersion: 1.2, memory: 0.85 },
];

/// Two of every recipe, with chance of their own.
pub fn all(seed: u64) -> Vec<Made> {
    let both = RECIPES.iter().flat_map(|recipe| [1, 2].map(|number| (recipe, number)));
    both.map(|(recipe, number)| make(recipe, number, seed)).collect()
}

fn make(recipe: &Recipe, number: u64, seed: u64) -> Made {
    let name = format!("{} {number}", recipe.name);
    let mut rng = Rng::stream(seed, &name, 0);
    let shift = (recipe.shift != 1.0).then(|| WEEKS - 156 + rng.below(120));
    let phase = rng.unit() * 0.06;
    let mut strength = 0.0;
    let mut values = Vec::new();
    for week in 0..WEEKS {
        let year = week as f64 / 52.0;
        let wave = 1.0 + recipe.wave * libm::cos(std::f64::consts::TAU * (year + phase));
        let level = recipe.level * (1.0 + recipe.growth * year);
        let factor = if shift.is_some_and(|shift| week >= shift) {
            recipe.shift
        } else {
            1.0
        };
        let holiday = HOLIDAY_WEEKS
            .iter()
            .find(|(at, _)| *at == week % 52)
            .map_or(1.0, |&(_, share)| share);
        // A share of the level that wanders: 10 % of standard deviation where there is memory.
        let fresh = 0.1 * libm::sqrt(1.0 - recipe.memory * recipe.memory);
        strength = recipe.memory * strength + if recipe.memory > 0.0 { fresh * rng.normal() } else { 0.0 };
        let mean = (level * wave * factor * holiday * (1.0 + strength)).max(0.1);
        values.push(f64::from(arrivals(&mut rng, mean, recipe.dispersion)));
    }
    Made { name, values }
}

/// Referrers who come by chance and send one or several at once: a compound Poisson number with this mean and ratio
/// of variance to mean (at least 1).
fn arrivals(rng: &mut Rng, mean: f64, dispersion: f64) -> u32 {
    // With geometric sizes of mean s the ratio is 2 s - 1.
    let size = (dispersion + 1.0) / 2.0;
    let referrers = rng.poisson(mean / size);
    let mut sum = 0;
    for _ in 0..referrers {
        sum += 1;
        while rng.chance(1.0 - 1.0 / size) {
            sum += 1;
        }
    }
    sum
}
