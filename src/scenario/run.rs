//! A scenario from start to report, advanced in steps: weeks are planned, draws are lived through, one after another.

use serde::Deserialize;

use super::assumptions::{AssumptionValue, Assumptions};
use super::batch::{Batch, Outcome};
use super::change::Change;
use super::claims::Claim;
use super::draw::Setting;
use super::history::History;
use super::inputs::Input;
use super::joint::{at_values, draw, draws, inputs, levels};
use super::lever::Lever;
use super::limits::{Limits, wrong_request};
use super::presets::presets;
use super::probes::{Probe, probes};
use super::quick::{nets, quick};
use super::replan::Planner;
use super::report::{ScenarioReport, report};
use super::rollout::Rollout;
use super::templates::Template;
use crate::error::{Error, Result};
use crate::model::{self, Clinic};
use crate::order::Arrange;

/// What to find out.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct ScenarioRequest {
    /// Name, given back with the reply.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub name: Option<String>,
    /// Changes, at most 24; the presets if absent, none at all if empty.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub changes: Option<Vec<Change>>,
    /// An approach of the field, whose changes come before those of `changes` (then none if absent).
    #[cfg_attr(feature = "schema", ts(optional))]
    pub template: Option<Template>,
    /// Phases in which every change of the template comes, in place of its ramps; `{}` takes the defaults.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub rollout: Option<Rollout>,
    /// Claims to be held against the clinic's base.
    #[cfg_attr(feature = "schema", ts(optional, as = "Option<Vec<Claim>>"))]
    pub claims: Vec<Claim>,
    /// Assumptions that differ from the defaults.
    #[cfg_attr(feature = "schema", ts(optional, as = "Option<Vec<AssumptionValue>>"))]
    pub assumptions: Vec<AssumptionValue>,
    /// Months, 12 to 36; 36 if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub months: Option<i32>,
    /// Joint draws of what is uncertain, 3 to 400; 25 if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub draws: Option<u32>,
    /// Replications of the months in each draw, 2 to 200; 200 if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub runs: Option<u32>,
    /// Levels of demand that are planned, 1 to 12; 4 if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub levels: Option<u32>,
    /// Optimizer steps of the first plan of each level, 1 to 1,000,000; 2,000 if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub first_steps: Option<u32>,
    /// Optimizer steps of each planned week, 1 to 1,000,000; 200 if absent.
    #[cfg_attr(feature = "schema", ts(optional))]
    pub plan_steps: Option<u32>,
    /// True to find out as well what each change does alone and what each uncertain input is worth: more weeks to plan.
    #[cfg_attr(feature = "schema", ts(optional, as = "Option<bool>"))]
    pub drivers: bool,
    /// Seed, 0 to 2^53 - 1; the clinic's if absent.
    #[cfg_attr(feature = "schema", ts(optional, type = "number"))]
    pub seed: Option<u64>,
}

/// Where the run stands, and what it would say if it were stopped now.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ScenarioNews {
    /// Weeks planned.
    pub weeks: u32,
    /// Draws done.
    pub draws: u32,
    /// Draws wanted.
    pub of_draws: u32,
    /// Estimate of net benefit over the horizon, conservative, likely and aggressive, cents: first from quick plans of
    /// today's week, then from the draws that are done. Absent before either, and where draws are positions of a surface.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub net_cents: Option<[f64; 3]>,
    /// True as long as the estimate rests on quick plans of today's week alone.
    pub quick: bool,
}

/// A scenario under way.
pub struct Run {
    pub(super) name: Option<String>,
    pub(super) template: Option<Template>,
    pub(super) changes: Vec<Change>,
    pub(super) claims: Vec<Claim>,
    pub(super) inputs: Vec<Input>,
    pub(super) setting: Setting,
    /// The draws of a first estimate, until it is there.
    quick: Option<Batch>,
    first_cents: Option<[f64; 3]>,
    /// The joint draws, one more in which everything is at its cautious end, then the probes.
    pub(super) batch: Batch,
    pub(super) notes: Vec<String>,
    pub(super) input_hash: String,
    /// How many of them are joint draws, or positions that were asked for.
    joint: usize,
    /// True if values were asked for: then there is no distribution.
    is_design: bool,
    pub(super) probes: Vec<Probe>,
    pub(super) step: u64,
    pub(super) steps: u64,
}

impl Run {
    /// Prepares a scenario of `clinic`.
    ///
    /// # Errors
    /// `scenario.wrong_request`: every fault of the request in one message. `scenario.nothing_to_plan`: no orders,
    /// groups or appointments.
    pub fn new(clinic: &Clinic, request: ScenarioRequest) -> Result<Self> {
        Self::prepared(clinic, request, None)
    }

    /// The same with these values of the changes in place of joint draws, and everything else in the middle of its range.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub(super) fn at_values(clinic: &Clinic, request: ScenarioRequest, values: &[Vec<f64>]) -> Result<Self> {
        Self::prepared(clinic, request, Some(values))
    }

    fn prepared(clinic: &Clinic, request: ScenarioRequest, values: Option<&[Vec<f64>]>) -> Result<Self> {
        let limits = Limits::of(&request);
        let months = request.months.unwrap_or(36);
        let mut changes = changes_of(clinic, &request);
        let (mut assumptions, mut issues) = Assumptions::new(&request.assumptions);
        issues.extend(limits.issues(&request, changes.len()));
        for (position, change) in changes.iter().enumerate() {
            issues.extend(change.issues(clinic, months, position));
        }
        if !issues.is_empty() {
            return Err(wrong_request(&issues));
        }
        if model::build(clinic).problem.sessions.is_empty() {
            let message = "there is nothing to plan: the clinic has no orders, groups or appointments in its horizon";
            return Err(Error::new("scenario.nothing_to_plan", message));
        }
        let input_hash = input_hash(clinic, &changes);
        let history = History::read(clinic, &mut assumptions);
        let mut notes = history.notes.clone();
        notes.extend(request.template.map(|template| template.sources(clinic)));
        without_baseline(&mut changes, &assumptions, &history, &mut notes);
        let seed = request.seed.unwrap_or(clinic.settings.seed);
        let setting = Setting {
            services: clinic.services.clone(),
            assumptions,
            history,
            seed,
            months,
            runs: u64::from(limits.runs),
            currency: clinic.settings.currency.clone(),
        };
        let inputs = inputs(&changes, &setting);
        let (mut draws, joint) = match values {
            None => (
                draws(&changes, &inputs, &setting, limits.draws as usize),
                limits.draws as usize,
            ),
            Some(values) => (at_values(&changes, &inputs, values), values.len()),
        };
        let probes = if request.drivers {
            probes(&changes, &inputs)
        } else {
            Vec::new()
        };
        draws.extend(probes.iter().map(|probe| {
            let (changes, ranks) = probe.setting(&changes, inputs.len());
            draw(&changes, &inputs, &ranks)
        }));
        let planner = Planner::new(
            clinic,
            levels(&changes, &setting, limits.levels as usize),
            seed,
            u64::from(limits.plan_steps),
        );
        let quick = match values {
            None => quick(&changes, &inputs, &setting, &planner, &limits),
            Some(_) => None,
        };
        let batch = Batch::new(draws, planner, months, &limits);
        Ok(Self {
            name: request.name,
            template: request.template,
            changes,
            claims: request.claims,
            inputs,
            joint,
            is_design: values.is_some(),
            probes,
            steps: quick.as_ref().map_or(0, Batch::steps) + batch.steps(),
            quick,
            first_cents: None,
            batch,
            setting,
            notes,
            input_hash,
            step: 0,
        })
    }

    /// Does up to `steps` steps (one planned week is never cut); true while there is more to do.
    ///
    /// # Errors
    /// `scenario.plan_rejected`.
    pub fn advance(&mut self, steps: u64) -> Result<bool> {
        let goal = self.step.saturating_add(steps.max(1));
        while self.step < goal && self.step < self.steps {
            self.step += match &mut self.quick {
                Some(quick) => quick.work(&self.setting)?,
                None => self.batch.work(&self.setting)?,
            };
            if let Some(quick) = self.quick.take_if(|quick| quick.is_done()) {
                self.first_cents = nets(&quick);
            }
        }
        Ok(self.step < self.steps)
    }

    /// Steps done and steps in all.
    pub fn progress(&self) -> (u64, u64) {
        (self.step, self.steps)
    }

    /// What to show meanwhile.
    pub fn news(&self) -> ScenarioNews {
        let order = self.order();
        let of_draws =
            (order.len() >= 3 && !self.is_design).then(|| POINTS.map(|(_, share)| self.at_share(&order, share).net));
        ScenarioNews {
            weeks: self.weeks() as u32,
            draws: order.len() as u32,
            of_draws: self.joint as u32,
            quick: of_draws.is_none() && self.first_cents.is_some(),
            net_cents: of_draws.or(self.first_cents),
        }
    }

    /// Weeks planned, those of the first estimate not counted.
    pub(super) fn weeks(&self) -> usize {
        self.batch.planner.count()
    }

    /// The report of the draws done so far; `None` before the first.
    pub fn report(&self) -> Option<ScenarioReport> {
        report(self)
    }

    /// The draws that are done, from least to greatest net benefit.
    pub(super) fn order(&self) -> Vec<&Outcome> {
        let mut done: Vec<&Outcome> = self.batch.outcomes.iter().take(self.joint).flatten().collect();
        done.arrange_by(|a, b| a.net.total_cmp(&b.net));
        done
    }

    /// The outcome at a share of the ordered ones.
    pub(super) fn at_share<'a>(&self, order: &[&'a Outcome], share: f64) -> &'a Outcome {
        order[libm::round(share * (order.len() - 1) as f64) as usize]
    }

    /// The draw in which everything goes wrong at once, if done.
    pub(super) fn all_wrong(&self) -> Option<&Outcome> {
        self.batch.outcomes.get(self.joint).and_then(Option::as_ref)
    }

    /// What came of a joint draw, in the order of the draws, if done.
    pub(super) fn outcome(&self, at: usize) -> Option<&Outcome> {
        self.batch.outcomes.get(at).filter(|_| at < self.joint)?.as_ref()
    }

    /// What came of a probe, if done.
    pub(super) fn probed(&self, probe: Probe) -> Option<&Outcome> {
        let at = self.probes.iter().position(|each| *each == probe)?;
        self.batch.outcomes.get(self.joint + 1 + at).and_then(Option::as_ref)
    }
}

/// Names and shares of the three points of the outcome distribution.
pub const POINTS: [(&str, f64); 3] = [("conservative", 0.1), ("likely", 0.5), ("aggressive", 0.9)];

/// The changes of a request: those of its template, then its own; the presets without either.
fn changes_of(clinic: &Clinic, request: &ScenarioRequest) -> Vec<Change> {
    let Some(template) = request.template else {
        return request.changes.clone().unwrap_or_else(presets);
    };
    // A faulty one is told once, not with every change.
    let rollout = request.rollout.filter(|rollout| rollout.issues("", "").is_empty());
    let lines = template.lines(clinic).into_iter().map(|line| match rollout {
        Some(rollout) => Change {
            ramp_months: 0,
            ramp_low: None,
            ramp_high: None,
            rollout: Some(rollout),
            ..line.change
        },
        None => line.change,
    });
    lines.chain(request.changes.iter().flatten().cloned()).collect()
}

pub(super) fn input_hash(clinic: &Clinic, changes: &[Change]) -> String {
    use sha2::{Digest, Sha256};
    let mut sha = Sha256::new();
    sha.update(serde_json::to_vec(clinic).unwrap_or_default());
    sha.update(serde_json::to_vec(changes).unwrap_or_default());
    sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A claim about something that the clinic has no record of counts nothing at its cautious end.
fn without_baseline(changes: &mut [Change], assumptions: &Assumptions, history: &History, notes: &mut Vec<String>) {
    for change in changes {
        let (name, is_local) = match change.lever {
            Lever::SchedulingHours => ("scheduling hours", assumptions.is_local("scheduling_hours_week")),
            Lever::Turnover => ("departures", assumptions.is_local("turnover_year")),
            Lever::Readmission => ("hospital stays", history.readmissions_month.is_some()),
            _ => continue,
        };
        if is_local {
            continue;
        }
        if matches!(change.lever, Lever::Readmission) {
            notes.push(format!("no {name} are on record: the change counts 0"));
        } else {
            notes.push(format!(
                "no {name} are on record: the change counts 0 at its cautious end"
            ));
        }
        if change.value != 0.0 {
            change.low = Some(0.0);
        }
    }
}
