//! `relieve`: what becomes of a plan if a clinician's work is capped for some weeks, who takes it over, and at what cost.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::amend::Action;
use super::check::document;
use super::desk::Desk;
use super::plan::{Change, Job, PlanRequest, PlanTask, Start, changes};
use super::repair::difference;
use super::reply::{CostLine, cost_lines};
use super::task::{Progress, Task};
use super::to_json;
use crate::error::{Error, Result};
use crate::kpi::{IndicatorOptions, PersonStrain, StrainBand, View, strain_of_people};
use crate::model::calendar::Date;
use crate::model::clinic::LoadCap;
use crate::model::{Clinic, Plan, PlanDocument, Problem, check};
use crate::optimizer::evaluate;
use crate::order::{Arrange, IntoOrdered};

/// Most weeks of a cap. Our choice: half a year, after which it is no relief but another contract.
const MAX_WEEKS: u32 = 26;
/// Share of contract time that is left if the request does not say. Our choice.
const USUAL_PERCENT: i32 = 80;
/// Steps of a run if the request does not say. Our choice: few sessions are free, so little is enough.
const STEPS: u64 = 20_000;

/// Request of `relieve`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RelieveRequest {
    /// Clinician id.
    pub clinician: String,
    /// Most working time a week, minutes; four fifths of contract time if absent.
    #[serde(default)]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub week_min: Option<i32>,
    /// First day; the first day of the next workweek, or of the horizon if that is later, if absent.
    #[serde(default)]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub from: Option<Date>,
    /// Weeks, 1 to 26; 4 if absent.
    #[serde(default)]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub weeks: Option<u32>,
    /// The plan before; today's schedule if absent.
    #[serde(default)]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub plan: Option<PlanDocument>,
    /// True if sessions of others may move too; otherwise only the clinician's own do, and what breaks a rule.
    #[serde(default)]
    pub others_may_move: bool,
    /// Steps of the run, 1 to 100,000,000; 20,000 if absent.
    #[serde(default)]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub steps: Option<u64>,
    /// Seed; the clinic's if absent.
    #[serde(default)]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub seed: Option<u64>,
    /// Why, in the user's words.
    #[serde(default)]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub reason: Option<String>,
}

/// Reply of `relieve`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RelieveReply {
    /// The cap.
    pub cap: LoadCap,
    /// For `amend`: keep the cap, so that later plans hold it too.
    pub accept: Action,
    /// The plan with the cap; the independent checker accepts it.
    pub plan: PlanDocument,
    /// What differs from the plan before.
    pub changes: Vec<Change>,
    /// Clinicians whose work changes, the one who is relieved first, then by minutes taken over.
    pub people: Vec<Absorbed>,
    /// Sessions that had a place and have none, each with its reason.
    pub dropped: Vec<Dropped>,
    /// What the change costs, cents, by term: plan after less plan before.
    pub costs: Vec<CostLine>,
    /// Their sum, cents.
    pub delta_cents: i64,
    /// Without what counts first: unplaced sessions, seats, weekly minimums.
    pub extra_cents: i64,
    /// Sessions of others that were free to move because they broke a rule before.
    pub faulty_before: usize,
    /// Days of the horizon on which the cap holds; it goes on beyond the horizon.
    pub days_planned: i32,
    /// Steps done.
    pub steps: u64,
    /// Seed used.
    pub seed: u64,
}

/// What becomes of one clinician's work.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Absorbed {
    /// Clinician id.
    pub clinician: String,
    /// Minutes worked in the plan before.
    pub before_min: i64,
    /// Minutes worked in the plan with the cap.
    pub after_min: i64,
    /// Keys of sessions taken over.
    pub gained: Vec<String>,
    /// Keys of sessions given away or dropped.
    pub lost: Vec<String>,
    /// Workload-strain index before; absent without work.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub index_before: Option<f64>,
    /// And with the cap.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub index_after: Option<f64>,
    /// Band before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub band_before: Option<StrainBand>,
    /// And with the cap.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub band_after: Option<StrainBand>,
}

/// A session that lost its place.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Dropped {
    /// Session key.
    pub session: String,
    /// Patients who had it.
    pub patients: Vec<String>,
    /// True if clinical rules demand it.
    pub mandated: bool,
    /// What stands in the way.
    pub reason: String,
}

/// Starts a run.
///
/// # Errors
/// `desk.empty`; `request.wrong_value`; `workload.unknown_clinician`, `workload.cap_outside`;
/// `plan.unknown_reference`, `plan.locks_clash`.
pub fn relieve(desk: &Desk, request: RelieveRequest) -> Result<Box<dyn Task>> {
    let clinic = desk.clinic()?;
    let cap = cap(clinic, &request)?;
    let problem = desk.problem()?;
    let before = match &request.plan {
        Some(document) => document.to_plan(&problem)?,
        None => Plan::published(&problem),
    };
    let mut capped = clinic.clone();
    capped.load_caps.push(cap.clone());
    let mut own = Desk::default();
    own.open(capped);
    let (locks, faulty) = match request.others_may_move {
        true => (Vec::new(), 0),
        false => others(&problem, &before, &request.clinician),
    };
    let plan_request = PlanRequest {
        start: Start::Plan(document(&problem, &before)?),
        locks,
        steps: Some(request.steps.unwrap_or(STEPS)),
        seed: request.seed,
        workers: None,
    };
    Ok(Box::new(RelieveTask {
        run: PlanTask::new(Job::new(&own, &plan_request)?),
        desk: own,
        before,
        cap,
        faulty,
    }))
}

fn cap(clinic: &Clinic, request: &RelieveRequest) -> Result<LoadCap> {
    let Some(row) = clinic.clinicians.iter().find(|row| row.id == request.clinician) else {
        let message = "the open clinic has no clinician of that id: name an existing one";
        return Err(Error::new("workload.unknown_clinician", message).at("clinician"));
    };
    let weeks = request.weeks.unwrap_or(4);
    if !(1..=MAX_WEEKS).contains(&weeks) {
        return Err(Error::new("request.wrong_value", "expected 1 to 26").at("weeks"));
    }
    let week_min = request.week_min.unwrap_or(row.contract_week_min * USUAL_PERCENT / 100);
    if !(0..=10_080).contains(&week_min) {
        return Err(Error::new("request.wrong_value", "expected 0 to 10080 minutes").at("week_min"));
    }
    let settings = &clinic.settings;
    let today = settings.as_of.date();
    let next = today.plus_days((7 - settings.days_into_week(today)) % 7);
    let from = request.from.unwrap_or(next.max(settings.horizon_start));
    let until = from.plus_days(7 * weeks as i32 - 1);
    let end = settings.horizon_start.plus_days(settings.horizon_days);
    if from >= end || until < settings.horizon_start {
        let message = format!(
            "the cap from {from} to {until} lies outside the horizon, so there is nothing to plan anew: name a day before \
             {end}, or move the horizon"
        );
        return Err(Error::new("workload.cap_outside", message).at("from"));
    }
    Ok(LoadCap {
        clinician: request.clinician.clone(),
        from,
        until,
        week_min,
        reason: request.reason.clone(),
    })
}

/// Sessions in which the clinician has no part, and which break no rule: they stay. And how many break one.
fn others(problem: &Problem, before: &Plan, clinician: &str) -> (Vec<String>, usize) {
    let faults = check(problem, before);
    let faulty: BTreeSet<u32> = faults
        .iter()
        .flat_map(|fault| fault.sessions.iter().copied())
        .into_set();
    let own = |idx: u32| problem.clinicians[idx as usize].id == clinician;
    let (mut stay, mut free) = (Vec::new(), 0);
    for (idx, (session, placement)) in problem.sessions.iter().zip(&before.placements).enumerate() {
        let Some(placement) = placement else { continue };
        if placement.parts.iter().any(|part| own(part.clinician)) {
            continue;
        }
        if faulty.contains(&(idx as u32)) {
            free += 1;
        } else {
            stay.push(session.key.clone());
        }
    }
    (stay, free)
}

struct RelieveTask {
    run: PlanTask,
    /// The clinic with the cap.
    desk: Desk,
    before: Plan,
    cap: LoadCap,
    faulty: usize,
}

impl Task for RelieveTask {
    fn advance(&mut self, steps: u64) -> Result<Progress> {
        self.run.advance(steps)
    }

    fn finish(self: Box<Self>) -> Result<String> {
        let found = self.run.reply()?;
        let (clinic, problem) = (self.desk.clinic()?, self.desk.problem()?);
        let after = found.plan.to_plan(&problem)?;
        let old = document(&problem, &self.before)?;
        let changes = changes(&old, &found.plan);
        let costs = difference(&evaluate(&problem, &after), &evaluate(&problem, &self.before));
        let settings = &clinic.settings;
        let end = settings.horizon_start.plus_days(settings.horizon_days - 1);
        let held = self
            .cap
            .until
            .min(end)
            .days_since(self.cap.from.max(settings.horizon_start))
            + 1;
        let lost = changes.iter().filter(|change| change.to.is_none());
        let dropped = lost.filter_map(|change| {
            let reason = found.unplaced.iter().find(|row| row.session == change.session)?;
            let session = old.sessions.iter().find(|row| row.session == change.session)?;
            Some(Dropped {
                session: change.session.clone(),
                patients: session.patients.clone(),
                mandated: reason.mandated,
                reason: reason.reason.clone(),
            })
        });
        to_json(&RelieveReply {
            accept: Action::AddLoadCap { cap: self.cap.clone() },
            people: people(clinic, &problem, (&self.before, &after), &changes, &self.cap.clinician),
            dropped: dropped.collect(),
            costs: cost_lines(&costs),
            delta_cents: costs.total(),
            extra_cents: costs.total() - costs.level_one(),
            faulty_before: self.faulty,
            days_planned: held,
            steps: found.steps,
            seed: found.seed,
            cap: self.cap,
            plan: found.plan,
            changes,
        })
    }
}

/// Everyone whose minutes or sessions change.
fn people(
    clinic: &Clinic,
    problem: &Problem,
    (before, after): (&Plan, &Plan),
    changes: &[Change],
    relieved: &str,
) -> Vec<Absorbed> {
    let view = |plan| View::plan(clinic, problem, plan, IndicatorOptions::default());
    let (before, after) = (view(before), view(after));
    let (before, after) = (strain_of_people(&before), strain_of_people(&after));
    let mut moved: BTreeMap<&str, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for change in changes {
        let who = |place: &Option<crate::model::document::PlannedPlace>| -> BTreeSet<String> {
            let place = place.iter().flat_map(|place| &place.clinicians);
            place.cloned().into_set()
        };
        let (old, new) = (who(&change.from), who(&change.to));
        for row in &clinic.clinicians {
            let entry = moved.entry(&row.id).or_default();
            match (old.contains(&row.id), new.contains(&row.id)) {
                (false, true) => entry.0.push(change.session.clone()),
                (true, false) => entry.1.push(change.session.clone()),
                _ => {}
            }
        }
    }
    let minutes = |found: Option<&PersonStrain>| found.map_or(0, |found| found.worked_min);
    let mut rows: Vec<Absorbed> = clinic
        .clinicians
        .iter()
        .map(|row| {
            let id = row.id.as_str();
            let (old, new) = (before.get(id), after.get(id));
            let (gained, lost) = moved.remove(id).unwrap_or_default();
            Absorbed {
                clinician: row.id.clone(),
                before_min: minutes(old),
                after_min: minutes(new),
                gained,
                lost,
                index_before: old.and_then(|found| found.index),
                index_after: new.and_then(|found| found.index),
                band_before: old.and_then(|found| found.band),
                band_after: new.and_then(|found| found.band),
            }
        })
        .collect();
    rows.retain(|row| {
        let changed = row.before_min != row.after_min || !row.gained.is_empty() || !row.lost.is_empty();
        changed || row.clinician == relieved
    });
    rows.arrange_by_key(|row| (row.clinician != relieved, row.before_min - row.after_min));
    rows
}
