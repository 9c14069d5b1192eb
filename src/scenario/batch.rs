//! Draws on their way to outcomes: the weeks that they need are planned, then each is lived through, piece by piece.

use std::collections::{BTreeSet, VecDeque};

use super::draw::{Books, Draw, Lives, Setting};
use super::horizon::Horizon;
use super::lever::Lever;
use super::limits::Limits;
use super::replan::Planner;
use crate::error::Result;
use crate::order::Arrange;

/// Steps that one replication counts for; about what it costs against optimizer steps.
const RUN_STEPS: u64 = 8;
/// A first plan is made in pieces of this many steps, so that a run can be stopped soon.
const PIECE_STEPS: u64 = 250;
/// Replications that are lived through in one go, for the same reason.
const PIECE_RUNS: u64 = 25;

/// A draw and what came of it.
pub struct Outcome {
    /// The draw.
    pub draw: Draw,
    /// One life of the clinic per replication.
    pub lives: Vec<Lives>,
    /// Their money by kind.
    pub books: Books,
    /// Mean net difference over the horizon, cents.
    pub net: f64,
}

/// What there is to do, in order.
enum Job {
    Prepare {
        level: usize,
        piece: u64,
        steps: u64,
    },
    Plan {
        draw: usize,
        level: usize,
        combination: Vec<usize>,
    },
    Live {
        draw: usize,
        from: u64,
        to: u64,
    },
}

/// Draws under way.
pub(super) struct Batch {
    pub(super) planner: Planner,
    draws: Vec<Draw>,
    /// In the order of the draws, as far as they are done.
    pub(super) outcomes: Vec<Option<Outcome>>,
    /// Lives and money of the draw that is being lived through.
    living: (Vec<Lives>, Books),
    runs: u64,
    jobs: VecDeque<(Job, u64)>,
}

impl Batch {
    /// Of draws over so many months.
    pub(super) fn new(draws: Vec<Draw>, planner: Planner, months: i32, limits: &Limits) -> Self {
        Self {
            jobs: jobs(&draws, &planner, months, limits),
            outcomes: draws.iter().map(|_| None).collect(),
            living: Default::default(),
            runs: u64::from(limits.runs),
            planner,
            draws,
        }
    }

    /// Steps of what is left to do.
    pub(super) fn steps(&self) -> u64 {
        self.jobs.iter().map(|(_, cost)| cost).sum()
    }

    /// Weeks that are left to plan.
    pub(super) fn plans(&self) -> usize {
        let is_plan = |(job, _): &&(Job, u64)| matches!(job, Job::Plan { .. });
        self.jobs.iter().filter(is_plan).count()
    }

    pub(super) fn is_done(&self) -> bool {
        self.jobs.is_empty()
    }

    /// Does what comes next: the steps that it counts for, 0 if there is nothing left.
    ///
    /// # Errors
    /// `scenario.plan_rejected`.
    pub(super) fn work(&mut self, setting: &Setting) -> Result<u64> {
        let Some((job, cost)) = self.jobs.pop_front() else {
            return Ok(0);
        };
        match job {
            Job::Prepare { level, piece, steps } => self.planner.prepare(level, piece, steps),
            Job::Plan {
                draw,
                level,
                combination,
            } => {
                let edits = self.draws[draw].edits(&combination);
                self.planner.plan(level, &edits)?;
            }
            Job::Live { draw, from, to } => {
                let horizon = Horizon::new(&self.draws[draw], &self.planner, setting)?;
                let (lives, books) = &mut self.living;
                lives.extend((from..to).map(|run| horizon.live(run, books)));
                if to == self.runs {
                    let (lives, books) = std::mem::take(&mut self.living);
                    let net = lives.iter().map(Lives::net).sum::<f64>() / lives.len().max(1) as f64;
                    self.outcomes[draw] = Some(Outcome {
                        draw: self.draws[draw].clone(),
                        lives,
                        books,
                        net,
                    });
                }
            }
        }
        Ok(cost)
    }
}

/// What has to be done: for each draw the weeks that are not planned yet, then its months.
fn jobs(draws: &[Draw], planner: &Planner, months: i32, limits: &Limits) -> VecDeque<(Job, u64)> {
    let mut known = BTreeSet::new();
    let mut begun = BTreeSet::new();
    let mut jobs = VecDeque::new();
    for (idx, draw) in draws.iter().enumerate() {
        for combination in draw.combinations(months) {
            let mut edits: Vec<(Lever, u64)> = draw
                .edits(&combination)
                .into_iter()
                .map(|(lever, value)| (lever, value.to_bits()))
                .collect();
            edits.arrange();
            for level in 0..planner.levels().len() {
                if !known.insert((level, edits.clone())) {
                    continue;
                }
                if begun.insert(level) {
                    jobs.extend(preparation(level, u64::from(limits.first_steps)));
                }
                let job = Job::Plan {
                    draw: idx,
                    level,
                    combination: combination.clone(),
                };
                jobs.push_back((job, u64::from(limits.plan_steps)));
            }
        }
        let runs = u64::from(limits.runs);
        let pieces = (0..runs).step_by(PIECE_RUNS as usize);
        jobs.extend(pieces.map(|from| {
            let to = runs.min(from + PIECE_RUNS);
            (Job::Live { draw: idx, from, to }, (to - from) * RUN_STEPS)
        }));
    }
    jobs
}

/// The first plan of a level, in pieces.
fn preparation(level: usize, steps: u64) -> impl Iterator<Item = (Job, u64)> {
    (0..steps.div_ceil(PIECE_STEPS)).map(move |piece| {
        let steps = PIECE_STEPS.min(steps - piece * PIECE_STEPS);
        (Job::Prepare { level, piece, steps }, steps)
    })
}
