//! `reconcile`: the open clinic, the plan made of it, and what another system has meanwhile become one schedule.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::import::{self, ImportRequest};
use super::reply::{BrokenRule, ClinicSummary};
use crate::error::{Error, Issue, Result};
use crate::export::csv_text;
use crate::model::raw::RawTable;
use crate::model::{self, Built, Clinic, Plan, PlanDocument, Rule, Violation};
use crate::order::IntoOrdered;
use crate::reconcile::{self, Case, ChangeLine, Coverage, Item, Schedule, Slot, Take};

/// Request of `reconcile`. The open clinic is the schedule from which the plan was made.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ReconcileRequest {
    /// The other system's schedule, as files; what they name may be rows of the open clinic. `preview` has no effect.
    pub import: ImportRequest,
    /// The plan; today's schedule if absent.
    #[serde(default)]
    pub plan: Option<PlanDocument>,
    /// What was decided about items; the others get their default.
    #[serde(default)]
    pub decisions: Vec<ReconcileDecision>,
    /// True to open the clinic with the accepted schedule in place of what is open.
    #[serde(default)]
    pub accept: bool,
}

/// What was decided about an item.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ReconcileDecision {
    /// Its id.
    pub id: String,
    /// The side that is taken.
    pub take: Take,
}

/// One session to accept or reject.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ReconcileItem {
    /// Appointment id.
    pub id: String,
    /// What happened to it.
    pub case: Case,
    /// True if both sides did something about it, and not the same.
    pub conflict: bool,
    /// As it was when the plan was made; absent if it is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Slot>,
    /// As the plan has it; absent if it has not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ours: Option<Slot>,
    /// As the other system has it; absent if it has not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theirs: Option<Slot>,
    /// The side that is taken.
    pub take: Take,
    /// The side that is taken unless somebody decides.
    pub usual: Take,
    /// Why that one.
    pub reason: String,
    /// True if somebody decided.
    pub decided: bool,
}

/// Reply of `reconcile`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ReconcileReply {
    /// What was wrong with the files.
    pub issues: Vec<Issue>,
    /// The days that the files speak about; sessions of other days stay as they are.
    pub covers: Coverage,
    /// Appointments of the files that lie outside the horizon and are not looked at.
    pub outside: usize,
    /// Sessions that are the same everywhere.
    pub unchanged: usize,
    /// The others, conflicts first.
    pub items: Vec<ReconcileItem>,
    /// What the other system has to do to have the accepted schedule: minimal and complete.
    pub lines: Vec<ChangeLine>,
    /// The lines as a table, for the workbook module to write.
    pub table: RawTable,
    /// The same as CSV text.
    pub csv: String,
    /// Rules that the accepted schedule breaks and the other system's does not.
    pub broken: Vec<BrokenRule>,
    /// Rules that the other system's schedule breaks by itself.
    pub broken_there: usize,
    /// True if the accepted schedule is now the open clinic's.
    pub opened: bool,
    /// What was found in the new clinic, if it was opened.
    pub clinic_issues: Vec<Issue>,
    /// What it holds, if it was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<ClinicSummary>,
}

/// Compares, and accepts if that is asked for.
///
/// Defaults never make a schedule worse: a change that only the plan made, and that would break a rule together with
/// what came from the other system, is left out by default.
///
/// # Errors
/// `desk.empty`; as [`import`](super::import::import()) for the files; `reconcile.no_schedule`: they hold no appointment
/// of the horizon; `reconcile.unknown_session`: a decision about a session that is no item; `plan.unknown_reference`.
pub fn reconcile(desk: &mut Desk, request: ReconcileRequest) -> Result<ReconcileReply> {
    let clinic = desk.clinic()?.clone();
    let imported = import::read(request.import, Some(clinic.settings.time_zone.clone()), Some(&clinic))?;
    let sides = Sides::new(&clinic, &imported.clinic, request.plan)?;
    let items = reconcile::compare(&sides.base, &sides.ours, &sides.theirs);
    let decided = decided(&items, request.decisions)?;
    let told = sides.examine(&sides.theirs);
    let (takes, clashes) = sides.takes(&items, &decided, &told);
    let take = |item: &Item| takes.get(&*item.id).copied().unwrap_or(item.case.default());
    let accepted = reconcile::accepted(&sides.theirs, &items, take);
    let lines = reconcile::lines(&sides.theirs, &accepted, &sides.renamed);
    let after = sides.examine(&accepted);
    let table = reconcile::change_table(&lines);
    let unlisted = |id: &&String| !items.iter().any(|item| item.id == **id);
    let mut reply = ReconcileReply {
        issues: imported.issues,
        covers: sides.covers,
        outside: sides.outside,
        unchanged: sides.base.keys().filter(unlisted).count(),
        csv: csv_text(&table),
        table,
        broken: after.beyond(&told),
        broken_there: told.violations.len(),
        lines,
        opened: false,
        clinic_issues: Vec::new(),
        summary: None,
        items: Vec::new(),
    };
    reply.items = items
        .into_iter()
        .map(|item| {
            let clash = clashes.get(&*item.id);
            let usual = clash.map_or(item.case.default(), |_| Take::Theirs);
            ReconcileItem {
                take: take(&item),
                usual,
                reason: clash.map_or_else(
                    || item.case.reason().into(),
                    |why| format!("with what came from there it would break a rule: {why}"),
                ),
                decided: decided.contains_key(&*item.id),
                conflict: item.case.is_conflict(),
                id: item.id,
                case: item.case,
                base: item.base,
                ours: item.ours,
                theirs: item.theirs,
            }
        })
        .collect();
    if request.accept {
        desk.open(after.clinic);
        reply.opened = true;
        reply.clinic_issues = desk.issues()?.to_vec();
        reply.summary = Some(ClinicSummary::new(desk)?);
    }
    Ok(reply)
}

fn decided(items: &[Item], decisions: Vec<ReconcileDecision>) -> Result<BTreeMap<String, Take>> {
    let ids: BTreeSet<&str> = items.iter().map(|item| &*item.id).into_set();
    let mut decided = BTreeMap::new();
    for (row, decision) in decisions.into_iter().enumerate() {
        if !ids.contains(&*decision.id) {
            let message = "a decision names a session that does not differ: ask for the list again";
            return Err(Error::new("reconcile.unknown_session", message).at(format!("decisions[{row}].id")));
        }
        decided.insert(decision.id, decision.take);
    }
    Ok(decided)
}

/// The three schedules.
struct Sides<'c> {
    clinic: &'c Clinic,
    exported: &'c Clinic,
    base: Schedule,
    ours: Schedule,
    theirs: Schedule,
    renamed: BTreeMap<String, String>,
    covers: Coverage,
    outside: usize,
}

impl<'c> Sides<'c> {
    fn new(clinic: &'c Clinic, exported: &'c Clinic, plan: Option<PlanDocument>) -> Result<Self> {
        let span = reconcile::horizon(clinic);
        let covers = Coverage::of(exported, span).ok_or_else(|| {
            let message = "the files hold no appointment of the planned days: export those days and try again";
            Error::new("reconcile.no_schedule", message).at("import.files")
        })?;
        let built = model::build(clinic);
        let document = |plan: &Plan| {
            PlanDocument::new(&built.problem, plan)
                .ok_or_else(|| Error::new("plan.no_calendar", "this clinic has no dates"))
        };
        let published = document(&Plan::published(&built.problem))?;
        let plan = match plan {
            Some(given) => document(&given.to_plan(&built.problem)?)?,
            None => published.clone(),
        };
        let base = reconcile::schedule(clinic, span);
        let ours = reconcile::ours(clinic, &built, &published, &plan);
        let (theirs, renamed) = reconcile::theirs(exported, &base, covers, span);
        let looked_at =
            |id: &str| theirs.contains_key(id) || base.contains_key(id) || renamed.values().any(|new| new == id);
        let outside = exported.appointments.iter().filter(|row| {
            let day = row.start.date();
            !(span.0..=span.1).contains(&day) && !looked_at(&row.id)
        });
        Ok(Self {
            clinic,
            exported,
            outside: outside.count(),
            base,
            ours,
            theirs,
            renamed,
            covers,
        })
    }

    /// What is taken of every item, and why not ours where ours would clash.
    fn takes(
        &self,
        items: &[Item],
        decided: &BTreeMap<String, Take>,
        told: &Examined,
    ) -> (BTreeMap<String, Take>, BTreeMap<String, String>) {
        let mut takes: BTreeMap<String, Take> = BTreeMap::new();
        for item in items {
            takes.insert(
                item.id.clone(),
                decided.get(&item.id).copied().unwrap_or(item.case.default()),
            );
        }
        let mut clashes: BTreeMap<String, String> = BTreeMap::new();
        // Each round takes at least one change back, so there are no more rounds than items.
        loop {
            let take = |item: &Item| takes.get(&*item.id).copied().unwrap_or(Take::Theirs);
            let accepted = reconcile::accepted(&self.theirs, items, take);
            let after = self.examine(&accepted);
            let new = after.new_since(told);
            let mut found: Vec<(String, String)> = Vec::new();
            for item in items {
                let by_default = !decided.contains_key(&item.id) && take(item) == Take::Ours;
                let why = new
                    .iter()
                    .find(|(_, ids, _)| ids.contains(&item.id))
                    .filter(|_| by_default);
                if let Some((_, _, violation)) = why {
                    found.push((item.id.clone(), model::check::describe(&after.built.problem, violation)));
                }
            }
            if found.is_empty() {
                return (takes, clashes);
            }
            for (id, why) in found {
                takes.insert(id.clone(), Take::Theirs);
                clashes.insert(id, why);
            }
        }
    }

    /// The clinic with a schedule, as the checker sees it.
    fn examine(&self, accepted: &Schedule) -> Examined {
        let at = self.clinic.settings.as_of;
        let clinic = reconcile::result(self.clinic, self.exported, accepted, &self.renamed, at);
        let built = model::build(&clinic);
        let violations = model::check(&built.problem, &Plan::published(&built.problem));
        Examined {
            clinic,
            built,
            violations,
        }
    }
}

/// A clinic with the rules that its schedule breaks.
struct Examined {
    clinic: Clinic,
    built: Built,
    violations: Vec<Violation>,
}

/// A rule and the appointments that break it.
type Broken = (Rule, BTreeSet<String>);

impl Examined {
    fn broken(&self, violation: &Violation) -> Broken {
        let ids = violation.sessions.iter().filter_map(|&at| {
            let row = self.built.appointments.get(at as usize).copied().flatten()?;
            Some(self.clinic.appointments.get(row)?.id.clone())
        });
        (violation.rule, ids.into_set())
    }

    /// What is broken here and was not before; rules are the same if the same appointments break them.
    fn new_since(&self, before: &Self) -> Vec<(Rule, BTreeSet<String>, &Violation)> {
        let known: BTreeSet<Broken> = before
            .violations
            .iter()
            .map(|violation| before.broken(violation))
            .into_set();
        let all = self
            .violations
            .iter()
            .map(|violation| (self.broken(violation), violation));
        let new = all.filter(|(broken, _)| !known.contains(broken));
        new.map(|((rule, ids), violation)| (rule, ids, violation)).collect()
    }

    fn beyond(&self, before: &Self) -> Vec<BrokenRule> {
        let new = self.new_since(before).into_iter();
        new.map(|(_, _, violation)| BrokenRule::new(&self.built.problem, violation))
            .collect()
    }
}
