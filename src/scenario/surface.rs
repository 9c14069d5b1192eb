//! A response surface: a quadratic polynomial of slider positions, fitted to real re-plans, that answers at once.

use serde::{Deserialize, Serialize};

use super::lever::Lever;
use crate::error::{Error, Result};
use crate::stats::{self, Cholesky};

/// Share of the fitted points whose error, when they are left out, lies within the band. Our choice: as everywhere here.
const BAND: f64 = 0.8;
/// How freely the surface may bend, against its slopes, and how much of the points is luck: what misses left-out points
/// least is taken.
const BENDS: [f64; 4] = [0.0, 0.01, 0.1, 1.0];
const LUCK: [f64; 6] = [1e-6, 1e-4, 1e-3, 1e-2, 1e-1, 1.0];
/// Weight of the constant against the slopes: so large that it is not held back.
const FREE: f64 = 1e4;

/// A surface for every outcome over the positions of all sliders.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Surface {
    /// What can be turned, within which range.
    pub sliders: Vec<Slider>,
    /// What comes of it.
    pub outcomes: Vec<SurfaceOutcome>,
}

/// One slider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", schemars(rename = "SurfaceSlider"), ts(rename = "SurfaceSlider"))]
#[serde(deny_unknown_fields)]
pub struct Slider {
    /// What is turned.
    pub lever: Lever,
    /// One end of the range, in the unit of the lever.
    pub low: f64,
    /// The other end.
    pub high: f64,
}

/// The surface of one outcome: a quadratic polynomial of positions from -1 (`low`) to 1 (`high`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SurfaceOutcome {
    /// `net_cents`, `first_year_cents`, or an indicator of scenarios.
    pub id: String,
    /// Value in the middle of all ranges.
    pub constant: f64,
    /// Slope by slider.
    pub linear: Vec<f64>,
    /// Bend by slider.
    pub square: Vec<f64>,
    /// Products of two sliders: first with second, first with third, and so on.
    pub product: Vec<f64>,
    /// 8 in 10 points that were left out lie within so much of the surface fitted without them.
    pub band: f64,
}

/// What the surface says of one outcome.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(
    feature = "schema",
    schemars(rename = "SurfaceEstimate"),
    ts(rename = "SurfaceEstimate")
)]
pub struct Guess {
    /// Outcome.
    pub id: String,
    /// Estimate.
    pub value: f64,
    /// Lower end of its band.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Slider {
    /// Position of a value, -1 to 1; the middle if there is no range.
    pub(super) fn position(&self, value: f64) -> f64 {
        let span = self.high - self.low;
        if span == 0.0 {
            0.0
        } else {
            2.0 * (value - self.low) / span - 1.0
        }
    }
}

impl Surface {
    /// What it says at these values of the sliders.
    ///
    /// # Errors
    /// `surface.wrong_value`: not one value for each slider, or one outside its range: nothing was planned there.
    /// `surface.broken`: numbers are missing.
    pub fn at(&self, values: &[f64]) -> Result<Vec<Guess>> {
        if values.len() != self.sliders.len() {
            let message = format!("expected {} values, one for each slider", self.sliders.len());
            return Err(Error::new("surface.wrong_value", message).at("values"));
        }
        for (at, (slider, value)) in self.sliders.iter().zip(values).enumerate() {
            let (least, most) = (slider.low.min(slider.high), slider.low.max(slider.high));
            if !(least - 1e-9..=most + 1e-9).contains(value) {
                let message = format!("expected {least} to {most}: nothing was planned beyond");
                return Err(Error::new("surface.wrong_value", message).at(format!("values[{at}]")));
            }
        }
        let pairs = self.sliders.iter().zip(values);
        let positions: Vec<f64> = pairs.map(|(slider, value)| slider.position(*value)).collect();
        self.outcomes.iter().map(|outcome| outcome.at(&positions)).collect()
    }
}

impl SurfaceOutcome {
    fn at(&self, positions: &[f64]) -> Result<Guess> {
        let sliders = positions.len();
        let products = sliders * sliders.saturating_sub(1) / 2;
        if self.linear.len() != sliders || self.square.len() != sliders || self.product.len() != products {
            let message = format!(
                "the surface of `{}` does not have a number for each slider and each two",
                self.id
            );
            return Err(Error::new("surface.broken", message).at("surface"));
        }
        let weights = self.linear.iter().chain(&self.square).chain(&self.product);
        let value = self.constant + dot(weights, features(positions).iter());
        Ok(Guess {
            id: self.id.clone(),
            value,
            low: value - self.band,
            high: value + self.band,
        })
    }
}

/// Positions, their squares, and the products of each two.
fn features(positions: &[f64]) -> Vec<f64> {
    let mut all: Vec<f64> = positions.to_vec();
    all.extend(positions.iter().map(|x| x * x));
    for (at, first) in positions.iter().enumerate() {
        all.extend(positions[at + 1..].iter().map(|second| first * second));
    }
    all
}

fn dot<'n>(a: impl Iterator<Item = &'n f64>, b: impl Iterator<Item = &'n f64>) -> f64 {
    a.zip(b).map(|(a, b)| a * b).sum()
}

/// Fits a surface to points: positions of the sliders, and the value of each outcome there (`values[outcome][point]`).
///
/// A ridge regression on the quadratic polynomial. How much it may bend and how much is luck is what predicts each point
/// best from all others, for all outcomes in units of their spread together.
///
/// # References
/// Left-out errors of ridge regression in closed form: Golub, Heath and Wahba 1979, doi:10.1080/00401706.1979.10489751.
pub(super) fn fit(sliders: Vec<Slider>, points: &[Vec<f64>], ids: &[String], values: &[Vec<f64>]) -> Surface {
    let rows: Vec<Vec<f64>> = points.iter().map(|positions| features(positions)).collect();
    let scaled: Vec<(f64, f64, Vec<f64>)> = values.iter().map(|values| standard(values)).collect();
    let mut best: Option<(f64, Ridge)> = None;
    for bend in BENDS {
        for luck in LUCK {
            let Some(ridge) = Ridge::new(&rows, sliders.len(), bend, luck) else {
                continue;
            };
            let varying = scaled.iter().filter(|(_, spread, _)| *spread > 0.0);
            let missed: f64 = varying
                .map(|(_, _, values)| ridge.left_out(values).iter().map(|miss| miss * miss).sum::<f64>())
                .sum();
            if best.as_ref().is_none_or(|(least, _)| missed < *least) {
                best = Some((missed, ridge));
            }
        }
    }
    let flat = vec![0.0; rows.first().map_or(0, Vec::len)];
    let outcomes = ids.iter().zip(&scaled).map(|(id, (mean, spread, values))| {
        let (constant, weights, band) = match &best {
            Some((_, ridge)) if *spread > 0.0 => {
                let (constant, weights) = ridge.weights(values, &rows);
                let misses: Vec<f64> = ridge.left_out(values).iter().map(|miss| miss.abs()).collect();
                (constant, weights, stats::quantile(&misses, BAND).unwrap_or(0.0))
            }
            _ => (0.0, flat.clone(), 0.0),
        };
        let count = sliders.len();
        let in_unit = |part: &[f64]| part.iter().map(|weight| weight * spread).collect::<Vec<f64>>();
        SurfaceOutcome {
            id: id.clone(),
            constant: mean + constant * spread,
            linear: in_unit(&weights[..count]),
            square: in_unit(&weights[count..2 * count]),
            product: in_unit(&weights[2 * count..]),
            band: band * spread,
        }
    });
    let outcomes = outcomes.collect();
    Surface { sliders, outcomes }
}

/// Mean, standard deviation, and values in units of it around the mean.
fn standard(values: &[f64]) -> (f64, f64, Vec<f64>) {
    let (mean, spread) = super::inputs::moments(values);
    // Below this it is rounding, not an effect.
    let spread = if spread <= 1e-9 * mean.abs() { 0.0 } else { spread };
    let scaled = values
        .iter()
        .map(|value| if spread > 0.0 { (value - mean) / spread } else { 0.0 });
    let scaled = scaled.collect();
    (mean, spread, scaled)
}

/// Ridge regression in its dual form: as many equations as points.
struct Ridge {
    inverse: Vec<f64>,
    size: usize,
    sliders: usize,
    bend: f64,
}

impl Ridge {
    fn new(rows: &[Vec<f64>], sliders: usize, bend: f64, luck: f64) -> Option<Self> {
        let size = rows.len();
        let mut matrix = vec![0.0; size * size];
        for (at, a) in rows.iter().enumerate() {
            for (other, b) in rows.iter().enumerate().take(at + 1) {
                let slopes = dot(a[..sliders].iter(), b[..sliders].iter());
                let bends = dot(a[sliders..].iter(), b[sliders..].iter());
                matrix[at * size + other] = FREE + slopes + bend * bends + if at == other { luck } else { 0.0 };
            }
        }
        Some(Self {
            inverse: Cholesky::new(matrix, size)?.inverse(),
            size,
            sliders,
            bend,
        })
    }

    fn dual(&self, values: &[f64]) -> Vec<f64> {
        let row = |at: usize| self.inverse[at * self.size..(at + 1) * self.size].iter();
        (0..self.size).map(|at| dot(row(at), values.iter())).collect()
    }

    /// What each value misses by when the surface is fitted to all others.
    fn left_out(&self, values: &[f64]) -> Vec<f64> {
        let dual = self.dual(values);
        let own = |at: usize| self.inverse[at * self.size + at];
        dual.iter().enumerate().map(|(at, dual)| dual / own(at)).collect()
    }

    /// The constant and the weight of each feature.
    fn weights(&self, values: &[f64], rows: &[Vec<f64>]) -> (f64, Vec<f64>) {
        let dual = self.dual(values);
        let features = rows.first().map_or(0, Vec::len);
        let weight = |feature: usize| {
            let free = if feature < self.sliders { 1.0 } else { self.bend };
            free * rows
                .iter()
                .zip(&dual)
                .map(|(row, dual)| row[feature] * dual)
                .sum::<f64>()
        };
        (FREE * dual.iter().sum::<f64>(), (0..features).map(weight).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    fn sliders() -> Vec<Slider> {
        let slider = |lever, low, high| Slider { lever, low, high };
        vec![
            slider(Lever::Travel, -0.2, 0.4),
            slider(Lever::Demand, 0.0, 0.5),
            slider(Lever::Turnover, 0.1, -0.3),
        ]
    }

    fn points(count: usize, seed: u64) -> Vec<Vec<f64>> {
        let mut rng = Rng::stream(seed, "points", 0);
        let mut position = || 2.0 * rng.unit() - 1.0;
        (0..count).map(|_| (0..3).map(|_| position()).collect()).collect()
    }

    fn values(point: &[f64]) -> Vec<f64> {
        let pairs = sliders().into_iter().zip(point);
        let value = |(slider, x): (Slider, &f64)| slider.low + (x + 1.0) / 2.0 * (slider.high - slider.low);
        pairs.map(value).collect()
    }

    #[test]
    fn a_quadratic_comes_back_as_it_is() {
        let truth = |x: &[f64]| 5_000.0 + 300.0 * x[0] - 200.0 * x[1] + 40.0 * x[2] * x[2] + 70.0 * x[0] * x[1];
        let known = points(30, 1);
        let heights = known.iter().map(|point| truth(point)).collect();
        let flat = vec![7.0; 30];
        let surface = fit(sliders(), &known, &["net".into(), "flat".into()], &[heights, flat]);
        for point in points(20, 2) {
            let found = surface.at(&values(&point)).unwrap();
            assert!(
                (found[0].value - truth(&point)).abs() < 0.1,
                "{found:?} for {}",
                truth(&point)
            );
            assert_eq!((found[1].value, found[1].low, found[1].high), (7.0, 7.0, 7.0));
        }
        assert!(surface.outcomes[0].band < 0.1);
    }

    #[test]
    fn what_is_left_out_is_what_a_fit_without_it_misses() {
        let truth = |x: &[f64]| 10.0 * x[0] + libm::sin(5.0 * x[1]) + x[2] * x[2] * x[2];
        let known = points(12, 3);
        let heights: Vec<f64> = known.iter().map(|point| truth(point)).collect();
        let rows = |points: &[Vec<f64>]| points.iter().map(|point| features(point)).collect::<Vec<_>>();
        let all = rows(&known);
        let misses = Ridge::new(&all, 3, 0.1, 0.01).unwrap().left_out(&heights);
        for out in 0..known.len() {
            let (mut fewer, mut lower) = (known.clone(), heights.clone());
            fewer.remove(out);
            lower.remove(out);
            let fewer = rows(&fewer);
            let (constant, weights) = Ridge::new(&fewer, 3, 0.1, 0.01).unwrap().weights(&lower, &fewer);
            let guess = constant + dot(weights.iter(), all[out].iter());
            assert!((misses[out] - (heights[out] - guess)).abs() < 1e-6, "{out}");
        }
    }

    #[test]
    fn bands_hold_what_they_say() {
        // What no quadratic can follow, and luck.
        let mut rng = Rng::stream(9, "luck", 0);
        let mut truth = |x: &[f64]| 100.0 * x[0] + 30.0 * libm::sin(4.0 * x[1]) + 20.0 * (rng.unit() - 0.5);
        let known = points(60, 4);
        let heights = known.iter().map(|point| truth(point)).collect();
        let surface = fit(sliders(), &known, &["net".into()], &[heights]);
        let unseen = points(400, 5);
        let held = unseen.iter().filter(|point| {
            let found = &surface.at(&values(point)).unwrap()[0];
            (found.low..=found.high).contains(&truth(point))
        });
        let share = held.count() as f64 / 400.0;
        assert!((0.70..0.92).contains(&share), "{share}");
    }

    #[test]
    fn nothing_is_said_where_nothing_was_planned() {
        let known = points(10, 1);
        let surface = fit(sliders(), &known, &["net".into()], &[vec![1.0; 10]]);
        let code = |values: &[f64]| surface.at(values).unwrap_err().code;
        assert_eq!(code(&[0.0, 0.0]), "surface.wrong_value");
        assert_eq!(code(&[0.5, 0.0, 0.0]), "surface.wrong_value");
        assert_eq!(code(&[f64::NAN, 0.0, 0.0]), "surface.wrong_value");
        let mut broken = surface.clone();
        broken.outcomes[0].product.pop();
        assert_eq!(broken.at(&[0.0, 0.0, 0.0]).unwrap_err().code, "surface.broken");
    }
}
