//! From re-plans to a response surface: sliders are set in many ways, each is planned and lived through, a surface is
//! fitted to most of them and held against the others.

use serde::{Deserialize, Serialize};

use super::assumptions::AssumptionValue;
use super::change::Change;
use super::draw::Lives;
use super::inputs::{moments, stratified};
use super::limits::wrong_request;
use super::run::{Run, ScenarioRequest};
use super::surface::{Slider, Surface, fit};
use super::totals::MEASURES;
use crate::error::{Issue, Result};
use crate::model::Clinic;
use crate::stats;

/// Fewest points that a surface is fitted to when the work is stopped before its end.
const LEAST_POINTS: usize = 4;

/// Which surface is wanted.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", ts(optional_fields))]
#[serde(deny_unknown_fields, default)]
pub struct SurfaceRequest {
    /// Sliders, 1 to 12: each change with the range of its slider as `low` and `high`.
    pub changes: Vec<Change>,
    /// Positions that the surface is fitted to, 8 to 200; 40 if absent.
    pub points: u32,
    /// Positions that it has not seen and is held against, 2 to 50; 10 if absent.
    pub unseen: u32,
    /// Months, 12 to 36; 36 if absent.
    pub months: i32,
    /// Replications of the months at each position, 2 to 200; 8 if absent.
    pub runs: u32,
    /// Levels of demand that are planned, 1 to 12; 3 if absent.
    pub levels: u32,
    /// Optimizer steps of the first plan of each level, 1 to 1,000,000; 800 if absent.
    pub first_steps: u32,
    /// Optimizer steps of each planned week, 1 to 1,000,000; 120 if absent.
    pub plan_steps: u32,
    /// Assumptions that differ from the defaults.
    pub assumptions: Vec<AssumptionValue>,
    /// Seed, 0 to 2^53 - 1; the clinic's if absent.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub seed: Option<u64>,
}

impl Default for SurfaceRequest {
    fn default() -> Self {
        Self {
            changes: Vec::new(),
            points: 40,
            unseen: 10,
            months: 36,
            runs: 8,
            levels: 3,
            first_steps: 800,
            plan_steps: 120,
            assumptions: Vec::new(),
            seed: None,
        }
    }
}

impl SurfaceRequest {
    fn issues(&self) -> Vec<Issue> {
        let sizes = [
            ("changes", self.changes.len(), 1, 12),
            ("points", self.points as usize, 8, 200),
            ("unseen", self.unseen as usize, 2, 50),
        ];
        let outside = sizes
            .iter()
            .filter(|(_, value, least, most)| !(least..=most).contains(&value));
        outside
            .map(|(field, value, least, most)| {
                let cause = format!("`{value}` is outside {least} to {most}");
                let action = format!("give {least} to {most}");
                Issue::error("surface.out_of_range", "request", cause, action).field(field)
            })
            .collect()
    }
}

/// Reply of `surface`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SurfaceReport {
    /// The surface, as `estimate` takes it.
    pub surface: Surface,
    /// The surface against re-plans at positions that it has not seen, by outcome; empty if the work was stopped before.
    pub checks: Vec<SurfaceCheck>,
    /// True if every position was planned.
    pub complete: bool,
    /// Positions that the surface is fitted to.
    pub points: u32,
    /// Positions that it was held against.
    pub unseen: u32,
    /// Months.
    pub months: u32,
    /// Replications at each position.
    pub runs: u32,
    /// Weeks planned by the optimizer and passed by the checker.
    pub weeks_planned: u32,
    /// What was found in the records.
    pub limits: Vec<String>,
    /// Seed.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub seed: u64,
    /// Version of the engine.
    pub version: String,
    /// SHA-256 of clinic and changes, hex.
    pub input_hash: String,
}

/// The surface of one outcome against re-plans that it has not seen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SurfaceCheck {
    /// Outcome.
    pub id: String,
    /// Root of the mean squared error.
    pub rmse: f64,
    /// Greatest error.
    pub worst: f64,
    /// Standard deviation of the re-plans themselves: what a guess of their mean would miss by.
    pub spread: f64,
    /// Share of the re-plans within the band.
    pub within_band: f64,
}

/// A surface under way.
pub struct SurfaceStudy {
    run: Run,
    sliders: Vec<Slider>,
    positions: Vec<Vec<f64>>,
    fitted: usize,
}

impl SurfaceStudy {
    /// Prepares a surface for `clinic`.
    ///
    /// # Errors
    /// As [`Run::new`]; `scenario.wrong_request` also for the request's own faults.
    pub fn new(clinic: &Clinic, request: SurfaceRequest) -> Result<Self> {
        let issues = request.issues();
        if !issues.is_empty() {
            return Err(wrong_request(&issues));
        }
        let seed = request.seed.unwrap_or(clinic.settings.seed);
        let sliders: Vec<Slider> = request
            .changes
            .iter()
            .map(|change| {
                let [low, _, high] = change.points();
                Slider {
                    lever: change.lever.clone(),
                    low,
                    high,
                }
            })
            .collect();
        let mut positions: Vec<Vec<f64>> = Vec::new();
        let today: Vec<f64> = sliders.iter().map(|slider| slider.position(0.0)).collect();
        // Nothing changed is what people compare with; it is known exactly.
        if today.iter().all(|position| (-1.0..=1.0).contains(position)) {
            positions.push(today);
        }
        positions.extend(spread_out(&sliders, seed, "fitted", request.points as usize));
        let fitted = positions.len();
        positions.extend(spread_out(&sliders, seed, "unseen", request.unseen as usize));
        let values: Vec<Vec<f64>> = positions
            .iter()
            .map(|positions| values_at(&sliders, positions))
            .collect();
        let scenario = ScenarioRequest {
            changes: Some(request.changes),
            assumptions: request.assumptions,
            months: Some(request.months),
            runs: Some(request.runs),
            levels: Some(request.levels),
            first_steps: Some(request.first_steps),
            plan_steps: Some(request.plan_steps),
            seed: Some(seed),
            ..ScenarioRequest::default()
        };
        Ok(Self {
            run: Run::at_values(clinic, scenario, &values)?,
            sliders,
            positions,
            fitted,
        })
    }

    /// As [`Run::advance`].
    ///
    /// # Errors
    /// `scenario.plan_rejected`.
    pub fn advance(&mut self, steps: u64) -> Result<bool> {
        self.run.advance(steps)
    }

    /// The run that plans and lives through the positions.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// The surface through the positions done so far; `None` while there are too few.
    pub fn report(&self) -> Option<SurfaceReport> {
        let done = (0..self.positions.len())
            .take_while(|at| self.run.outcome(*at).is_some())
            .count();
        let fitted = done.min(self.fitted);
        if fitted < LEAST_POINTS {
            return None;
        }
        let (ids, values) = self.outcomes(done);
        let known: Vec<Vec<f64>> = values.iter().map(|values| values[..fitted].to_vec()).collect();
        let surface = fit(self.sliders.clone(), &self.positions[..fitted], &ids, &known);
        let checks = if done == self.positions.len() {
            self.checks(&surface, &values)
        } else {
            Vec::new()
        };
        Some(SurfaceReport {
            surface,
            checks,
            complete: done == self.positions.len(),
            points: fitted as u32,
            unseen: (done - fitted) as u32,
            months: self.run.setting.months as u32,
            runs: self.run.setting.runs as u32,
            weeks_planned: self.run.weeks() as u32,
            limits: self.run.notes.clone(),
            seed: self.run.setting.seed,
            version: env!("CARGO_PKG_VERSION").into(),
            input_hash: self.run.input_hash.clone(),
        })
    }

    /// Names of the outcomes, and their values at the positions done. An indicator that has no value somewhere is left out.
    fn outcomes(&self, done: usize) -> (Vec<String>, Vec<Vec<f64>>) {
        let lives: Vec<&[Lives]> = (0..done)
            .filter_map(|at| self.run.outcome(at).map(|outcome| &outcome.lives[..]))
            .collect();
        let mean = |value: &dyn Fn(&Lives) -> Option<f64>| -> Option<Vec<f64>> {
            let of_point = |lives: &&[Lives]| stats::mean(&lives.iter().map(value).collect::<Option<Vec<f64>>>()?);
            lives.iter().map(of_point).collect()
        };
        let first_year = |lives: &Lives| lives.difference().iter().take(13).sum();
        let mut found = vec![
            ("net_cents", mean(&|lives| Some(lives.net()))),
            ("first_year_cents", mean(&|lives| Some(first_year(lives)))),
        ];
        found.extend(
            MEASURES
                .iter()
                .map(|measure| (measure.id, mean(&|lives| (measure.value)(&lives.totals)))),
        );
        let there = found
            .into_iter()
            .filter_map(|(id, values)| Some((id.to_string(), values?)));
        there.unzip()
    }

    fn checks(&self, surface: &Surface, values: &[Vec<f64>]) -> Vec<SurfaceCheck> {
        let unseen = &self.positions[self.fitted..];
        let guesses: Vec<_> = unseen
            .iter()
            .filter_map(|positions| surface.at(&values_at(&self.sliders, positions)).ok())
            .collect();
        let outcomes = surface.outcomes.iter().zip(values).enumerate();
        outcomes
            .map(|(at, (outcome, values))| {
                let truth = &values[self.fitted..];
                let misses: Vec<f64> = guesses
                    .iter()
                    .zip(truth)
                    .map(|(guess, truth)| truth - guess[at].value)
                    .collect();
                let count = misses.len().max(1) as f64;
                let within = misses.iter().filter(|miss| miss.abs() <= outcome.band).count();
                SurfaceCheck {
                    id: outcome.id.clone(),
                    rmse: libm::sqrt(misses.iter().map(|miss| miss * miss).sum::<f64>() / count),
                    worst: misses.iter().fold(0.0, |worst, miss| miss.abs().max(worst)),
                    spread: moments(truth).1,
                    within_band: within as f64 / count,
                }
            })
            .collect()
    }
}

/// Positions that cover the range of each slider evenly. A slider has its own stream: another one does not move it.
fn spread_out(sliders: &[Slider], seed: u64, purpose: &str, count: usize) -> Vec<Vec<f64>> {
    let columns: Vec<Vec<f64>> = sliders
        .iter()
        .map(|slider| stratified(seed, &format!("surface {purpose} {}", slider.lever.key()), count))
        .collect();
    let row = |at: usize| columns.iter().map(|column| 2.0 * column[at] - 1.0).collect();
    (0..count).map(row).collect()
}

fn values_at(sliders: &[Slider], positions: &[f64]) -> Vec<f64> {
    let pairs = sliders.iter().zip(positions);
    pairs
        .map(|(slider, position)| {
            if *position == slider.position(0.0) {
                // To the last bit.
                return 0.0;
            }
            slider.low + (position + 1.0) / 2.0 * (slider.high - slider.low)
        })
        .collect()
}
