//! The smallest staffing that meets targets, found by planning the week anew with ever more, then ever fewer people.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::assumptions::Assumptions;
use super::lever::Lever;
use super::limits::wrong_request;
use super::money::{WEEKS_PER_MONTH, week_pay};
use super::replan::{Edit, Planner};
use super::staffing_report::{StaffingHire, StaffingNews, StaffingPoint, StaffingReport, frontier};
use super::staffing_request::{StaffingRequest, StaffingTarget};
use super::week::PlannedWeek;
use crate::error::{Error, Result};
use crate::model::{self, Clinic};
use crate::order::Arrange;

/// Steps of a piece of the first plan, so that a search can be stopped soon.
const PIECE_STEPS: u64 = 250;
/// More people are tried in one go where one step more changes nothing, up to so many steps. Our choice.
const MOST_AT_ONCE: u32 = 4;

/// Hires by discipline, in steps.
type Hires = Vec<u32>;

/// What a staffing was found to do.
#[derive(Debug, Clone)]
struct Found {
    values: Vec<f64>,
    /// How far targets are missed, 0 if they are met.
    shortfall: f64,
    unplaced: i32,
    placed: f64,
    cost_year: f64,
}

/// What is being done.
enum Stage {
    /// The first plan, so many pieces of it made.
    Prepare(u64),
    /// More people, until targets are met.
    Grow {
        at: Hires,
        stride: u32,
    },
    /// Fewer people, as long as they are.
    Shrink {
        at: Hires,
    },
    Done {
        at: Hires,
        certain: bool,
    },
}

/// A search under way.
pub struct Staffing {
    request: StaffingRequest,
    planner: Planner,
    assumptions: Assumptions,
    disciplines: Vec<String>,
    known: BTreeMap<Hires, Found>,
    /// In the order in which they were planned.
    order: Vec<Hires>,
    stage: Stage,
    step: u64,
    input_hash: String,
    seed: u64,
}

impl Staffing {
    /// Prepares a search for `clinic`.
    ///
    /// # Errors
    /// `scenario.wrong_request`: every fault of the request in one message. `scenario.nothing_to_plan`.
    pub fn new(clinic: &Clinic, request: StaffingRequest) -> Result<Self> {
        let (assumptions, mut issues) = Assumptions::new(&request.assumptions);
        issues.extend(request.issues(clinic));
        if !issues.is_empty() {
            return Err(wrong_request(&issues));
        }
        if model::build(clinic).problem.sessions.is_empty() {
            let message = "there is nothing to plan: the clinic has no orders, groups or appointments in its horizon";
            return Err(Error::new("scenario.nothing_to_plan", message));
        }
        let mut disciplines = request.disciplines.clone();
        if disciplines.is_empty() {
            disciplines.extend(clinic.clinicians.iter().map(|row| row.discipline.clone()));
        }
        disciplines.arrange();
        disciplines.dedup();
        let seed = request.seed.unwrap_or(clinic.settings.seed);
        let demand = 1.0 + request.demand;
        Ok(Self {
            planner: Planner::new(clinic, vec![demand], seed, u64::from(request.plan_steps)).with_access(clinic),
            assumptions,
            known: BTreeMap::new(),
            order: Vec::new(),
            stage: Stage::Prepare(0),
            step: 0,
            input_hash: super::run::input_hash(clinic, &[]),
            disciplines,
            request,
            seed,
        })
    }

    /// Does up to `steps` steps (one planned week is never cut); true while there is more to do.
    ///
    /// # Errors
    /// `scenario.plan_rejected`; `staffing.not_computable`: a target is about something this clinic does not have.
    pub fn advance(&mut self, steps: u64) -> Result<bool> {
        let goal = self.step.saturating_add(steps.max(1));
        while self.step < goal {
            if matches!(self.stage, Stage::Done { .. }) {
                return Ok(false);
            }
            self.work()?;
        }
        Ok(!matches!(self.stage, Stage::Done { .. }))
    }

    fn work(&mut self) -> Result<()> {
        if let Stage::Prepare(piece) = self.stage {
            let all = u64::from(self.request.first_steps);
            let steps = PIECE_STEPS.min(all - piece * PIECE_STEPS);
            self.planner.prepare(0, piece, steps);
            self.step += steps;
            self.stage = if (piece + 1) * PIECE_STEPS < all {
                Stage::Prepare(piece + 1)
            } else {
                Stage::Grow {
                    at: vec![0; self.disciplines.len()],
                    stride: 1,
                }
            };
            return Ok(());
        }
        let (at, stride) = match &self.stage {
            Stage::Grow { at, stride } => (at.clone(), Some(*stride)),
            Stage::Shrink { at } => (at.clone(), None),
            Stage::Prepare(_) | Stage::Done { .. } => return Ok(()),
        };
        if !self.known.contains_key(&at) {
            return self.look_at(at.clone(), &at);
        }
        let ahead = match stride {
            Some(_) if self.known[&at].shortfall == 0.0 => {
                self.stage = Stage::Shrink { at };
                return Ok(());
            }
            Some(stride) => self.more(&at, stride),
            None => fewer(&at),
        };
        if let Some(next) = ahead.iter().find(|hires| !self.known.contains_key(*hires)) {
            return self.look_at(next.clone(), &at);
        }
        self.stage = match stride {
            Some(stride) => self.grown(at, stride, &ahead),
            None => match self.best(ahead.iter().filter(|hires| self.known[*hires].shortfall == 0.0)) {
                Some(at) => Stage::Shrink { at },
                None => Stage::Done { at, certain: true },
            },
        };
        Ok(())
    }

    /// Plans the week with these hires, unless the plans are used up: then the search ends where it is.
    fn look_at(&mut self, hires: Hires, at: &Hires) -> Result<()> {
        if self.order.len() >= self.request.plans as usize {
            self.stage = Stage::Done {
                at: at.clone(),
                certain: false,
            };
            return Ok(());
        }
        let edits = self.edits(&hires);
        self.planner.plan(0, &edits)?;
        self.step += u64::from(self.request.plan_steps);
        let week = self.planner.planned(0, &edits);
        let week = week.ok_or_else(|| Error::new("scenario.not_planned", "a week was not planned"))?;
        let found = self.found(&week)?;
        self.known.insert(hires.clone(), found);
        self.order.push(hires);
        Ok(())
    }

    fn edits(&self, hires: &Hires) -> Vec<Edit> {
        let pairs = self.disciplines.iter().zip(hires).filter(|(_, steps)| **steps > 0);
        pairs
            .map(|(discipline, &steps)| {
                let lever = Lever::Hire {
                    discipline: discipline.clone(),
                    site: None,
                    lead_days: Some(0),
                };
                (lever, f64::from(steps) * self.request.step)
            })
            .collect()
    }

    fn found(&self, week: &PlannedWeek) -> Result<Found> {
        let (mut values, mut shortfall) = (Vec::new(), 0.0);
        for target in &self.request.targets {
            let value = target.measure.of(week).ok_or_else(|| {
                let message = format!(
                    "{}: this clinic's week has nothing to count it by",
                    target.measure.name()
                );
                Error::new("staffing.not_computable", message)
            })?;
            shortfall += target.missed_by(value);
            values.push(value);
        }
        let unplaced: i32 = week.unplaced.iter().sum();
        let pay = |week: &PlannedWeek| -> f64 {
            let people = week.work.iter();
            people
                .map(|work| week_pay(work, 0.0, 0.0, &self.assumptions).iter().sum::<f64>())
                .sum()
        };
        Ok(Found {
            values,
            shortfall,
            unplaced,
            placed: 1.0 - f64::from(unplaced) / f64::from(week.wanted.max(1)),
            cost_year: libm::round(pay(week) * WEEKS_PER_MONTH * 12.0),
        })
    }

    /// One discipline has `stride` steps more, within the most people.
    fn more(&self, at: &Hires, stride: u32) -> Vec<Hires> {
        let most = self.request.most + 1e-9;
        let each = (0..at.len()).map(|idx| {
            let mut hires = at.clone();
            hires[idx] += stride;
            hires
        });
        each.filter(|hires| f64::from(hires.iter().sum::<u32>()) * self.request.step <= most)
            .collect()
    }

    fn grown(&self, at: Hires, stride: u32, ahead: &[Hires]) -> Stage {
        let here = &self.known[&at];
        let is_better = |hires: &&Hires| {
            let there = &self.known[*hires];
            (there.shortfall, there.unplaced) < (here.shortfall, here.unplaced)
        };
        match self.best(ahead.iter().filter(is_better)) {
            Some(at) => Stage::Grow { at, stride: 1 },
            None if stride < MOST_AT_ONCE && !ahead.is_empty() => Stage::Grow { at, stride: stride * 2 },
            None => Stage::Done { at, certain: true },
        }
    }

    /// The one that misses least, then leaves least unplaced, then costs least.
    fn best<'h>(&self, hires: impl Iterator<Item = &'h Hires>) -> Option<Hires> {
        let mut all: Vec<&Hires> = hires.collect();
        all.arrange_by(|a, b| {
            let (a, b) = (&self.known[*a], &self.known[*b]);
            let misses = a.shortfall.total_cmp(&b.shortfall);
            let met = a.shortfall == 0.0 && b.shortfall == 0.0;
            let places = if met {
                Ordering::Equal
            } else {
                a.unplaced.cmp(&b.unplaced)
            };
            misses.then(places).then(a.cost_year.total_cmp(&b.cost_year))
        });
        all.first().map(|hires| (*hires).clone())
    }

    /// Steps done and, at most, in all.
    pub fn progress(&self) -> (u64, u64) {
        let most =
            u64::from(self.request.first_steps) + u64::from(self.request.plans) * u64::from(self.request.plan_steps);
        match self.stage {
            Stage::Done { .. } => (self.step, self.step),
            _ => (self.step, most.max(self.step + 1)),
        }
    }

    /// What to show meanwhile.
    pub fn news(&self) -> StaffingNews {
        StaffingNews {
            plans: self.order.len() as u32,
            fte: self.order.last().map_or(0.0, |hires| self.fte(hires)),
        }
    }

    fn fte(&self, hires: &Hires) -> f64 {
        f64::from(hires.iter().sum::<u32>()) * self.request.step
    }

    /// What was found so far; `None` before the first plan.
    pub fn report(&self) -> Option<StaffingReport> {
        let mut points: Vec<StaffingPoint> = self.order.iter().map(|hires| self.point(hires)).collect();
        frontier(&mut points);
        let today = points.first()?.clone();
        let done = match &self.stage {
            Stage::Done { at, certain } => Some((at, *certain)),
            _ => None,
        };
        let mut meeting: Vec<&StaffingPoint> = points.iter().filter(|point| point.meets).collect();
        meeting.arrange_by(|a, b| {
            a.fte
                .total_cmp(&b.fte)
                .then(a.cost_year_cents.total_cmp(&b.cost_year_cents))
        });
        let best = match done {
            Some((at, true)) => self
                .order
                .iter()
                .position(|hires| hires == at)
                .map(|at| &points[at])
                .filter(|point| point.meets),
            _ => meeting.first().copied(),
        };
        Some(StaffingReport {
            reached: best.is_some(),
            certain: done.is_some_and(|(_, certain)| certain),
            best: best.cloned(),
            today,
            disciplines: self.disciplines.clone(),
            targets: self.request.targets.clone(),
            demand: self.request.demand,
            step_fte: self.request.step,
            plans: self.order.len() as u32,
            points,
            limits: LIMITS.to_vec(),
            seed: self.seed,
            steps: self.step,
            version: env!("CARGO_PKG_VERSION").into(),
            input_hash: self.input_hash.clone(),
        })
    }

    fn point(&self, hires: &Hires) -> StaffingPoint {
        let found = &self.known[hires];
        let pairs = self.disciplines.iter().zip(hires).filter(|(_, steps)| **steps > 0);
        let met = |(target, value): (&StaffingTarget, &f64)| target.missed_by(*value) == 0.0;
        StaffingPoint {
            hires: pairs
                .map(|(discipline, &steps)| StaffingHire {
                    discipline: discipline.clone(),
                    fte: f64::from(steps) * self.request.step,
                })
                .collect(),
            fte: self.fte(hires),
            values: found.values.clone(),
            met: self.request.targets.iter().zip(&found.values).map(met).collect(),
            meets: found.shortfall == 0.0,
            placed: found.placed,
            cost_year_cents: found.cost_year,
            frontier: false,
        }
    }
}

/// One step fewer in one discipline.
fn fewer(at: &Hires) -> Vec<Hires> {
    let some = (0..at.len()).filter(|&idx| at[idx] > 0);
    some.map(|idx| {
        let mut hires = at.clone();
        hires[idx] -= 1;
        hires
    })
    .collect()
}

/// What the search cannot know.
const LIMITS: &[&str] = &[
    "one week is planned, the one with which the horizon begins, at one level of demand: weeks with more demand need more",
    "the smallest staffing is smallest by the plans that were found: one step fewer in any one discipline was planned too and \
     misses a target, another mix of disciplines may do as well",
    "where more people bring nothing, rooms, seats, opening hours or rules bind: `explain` says which for each session",
    "people are added to those of today; whether fewer than today would do is not looked for",
    "new people work like the fullest contract of their discipline; what finding them costs is not in the yearly cost",
    "no-shows and sick calls are not lived through: shares are of what is planned",
];
