//! `governance`: what a board looks at once a quarter: how the indicators moved, whether groups were served alike, where
//! people overrode the plan and why, and which rules changed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::audit::{Action, Entry};
use crate::error::{Error, Result};
use crate::kpi::{self, ComparisonRow, FairnessReport, Grouping, IndicatorOptions, Trend, View};
use crate::model::Clinic;
use crate::model::calendar::{Date, DateTime};
use crate::model::rules::{BASE, PackRule, Rules, packs};

/// Whole workweeks of a quarter.
const QUARTER_WEEKS: u32 = 13;

/// Request of `governance`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct GovernanceRequest {
    /// First day of the quarter; 13 whole workweeks before `until` if absent.
    pub from: Option<Date>,
    /// First day after it; the first day of the workweek of the document's moment if absent.
    pub until: Option<Date>,
    /// Entries of the audit log; those of the quarter are counted. Ask `audit_verify` whether they are as they were
    /// written.
    pub entries: Vec<Entry>,
    /// What patients are grouped by; the group that the clinic keeps for it if absent.
    pub by: Option<Grouping>,
    /// Within which groups patients are compared; with everyone if absent.
    pub within: Option<Grouping>,
}

/// Reply of `governance`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GovernanceReply {
    /// The clinic's name.
    pub name: String,
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// Currency of amounts of money, ISO 4217.
    pub currency: String,
    /// First day of the quarter.
    pub from: Date,
    /// First day after it.
    pub until: Date,
    /// First day of as long a time before it.
    pub before: Date,
    /// Every indicator of the time before and of the quarter.
    pub indicators: Vec<ComparisonRow>,
    /// The indicators week by week.
    pub trends: Vec<Trend>,
    /// Whether groups of patients were served alike in the quarter.
    pub fairness: FairnessReport,
    /// What was done in the quarter, by the audit log.
    pub actions: Vec<ActionCount>,
    /// Overrides of the quarter, oldest first.
    pub overrides: Vec<OverrideNote>,
    /// Values of the rule packs in force that began or ended in the quarter.
    pub dated_rules: Vec<DatedRule>,
    /// Values that the clinic sets itself, as they are now.
    pub own_rules: Vec<OwnRule>,
    /// Other rule packs than before, by the audit log.
    pub pack_changes: Vec<PackChange>,
    /// What the pack can say and what it cannot.
    pub limits: Vec<String>,
}

/// How often something was done.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ActionCount {
    /// What was done.
    pub action: Action,
    /// How often.
    pub count: u32,
}

/// A decision against what was proposed.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OverrideNote {
    /// Number of its entry in the log.
    pub sequence: u64,
    /// When, in UTC.
    pub time: String,
    /// What the user is called.
    pub user: String,
    /// Pseudonym of what it concerned; empty if nothing is named.
    pub object: String,
    /// Why.
    pub reason: String,
}

/// A dated value of a rule pack.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DatedRule {
    /// The pack.
    pub pack: String,
    /// Rule id.
    pub rule: String,
    /// Value in `unit`.
    pub value: f64,
    /// Unit.
    pub unit: String,
    /// First day on which it applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day on which it applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A value that the clinic sets in place of the packs'.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OwnRule {
    /// Rule id.
    pub rule: String,
    /// The clinic's value.
    pub value: f64,
    /// The packs' value on the last day of the quarter; absent if they have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack_value: Option<f64>,
    /// Why it differs.
    pub reason: String,
}

/// Another set of rule packs.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackChange {
    /// Number of the first entry under the new packs.
    pub sequence: u64,
    /// When, in UTC.
    pub time: String,
    /// The packs before.
    pub before: String,
    /// The packs after.
    pub after: String,
}

/// The pack of a quarter.
///
/// # Errors
/// `desk.empty`; `governance.empty_period`; `governance.time` for an entry whose time is none.
pub fn governance(desk: &mut Desk, request: GovernanceRequest) -> Result<GovernanceReply> {
    let clinic = desk.clinic()?;
    let settings = &clinic.settings;
    let until = request.until.unwrap_or_else(|| {
        let today = settings.as_of.date();
        today.plus_days(-settings.days_into_week(today))
    });
    let from = request
        .from
        .unwrap_or_else(|| until.plus_days(-7 * QUARTER_WEEKS as i32));
    if from >= until {
        return Err(Error::new("governance.empty_period", "`from` must lie before `until`").at("from"));
    }
    let entries = Told::of(&request.entries, (from, until))?;
    let days = until.days_since(from);
    let before = from.plus_days(-days);
    let view = |from: Date, until: Date| {
        View::history(
            clinic,
            from.at_minute(0),
            until.at_minute(0),
            IndicatorOptions::default(),
        )
    };
    let quarter = view(from, until);
    let by = request.by.unwrap_or(Grouping::EquityGroup);
    let weeks = (days / 7).clamp(0, kpi::MAX_TREND_WEEKS as i32) as u32;
    let comparison = kpi::compare(
        kpi::indicators(&view(before, from), &[]),
        kpi::indicators(&quarter, &[]),
    );
    Ok(GovernanceReply {
        name: settings.name.clone(),
        synthetic: settings.synthetic,
        currency: settings.currency.clone(),
        from,
        until,
        before,
        indicators: comparison.rows,
        fairness: kpi::fairness(&quarter, by, request.within),
        trends: kpi::trends(quarter, &[], weeks),
        actions: entries.actions,
        overrides: entries.overrides,
        dated_rules: dated_rules(clinic, from, until),
        own_rules: own_rules(clinic, until),
        pack_changes: entries.pack_changes,
        limits: limits(request.entries.is_empty()),
    })
}

fn limits(no_log: bool) -> Vec<String> {
    let mut limits = vec![
        "the log tells what was done in this planner, not in other systems".to_owned(),
        "an indicator's change between two quarters is not the effect of any one thing: see the pilot reading"
            .to_owned(),
    ];
    if no_log {
        limits.push("no audit log was given: nothing is known of overrides".into());
    }
    limits
}

/// What the log tells of the quarter.
struct Told {
    actions: Vec<ActionCount>,
    overrides: Vec<OverrideNote>,
    pack_changes: Vec<PackChange>,
}

impl Told {
    fn of(entries: &[Entry], (from, until): (Date, Date)) -> Result<Self> {
        let mut counts: BTreeMap<Action, u32> = BTreeMap::new();
        let (mut overrides, mut pack_changes) = (Vec::new(), Vec::new());
        let mut packs: Option<&str> = None;
        for (at, entry) in entries.iter().enumerate() {
            let day = day_of_user(entry).ok_or_else(|| {
                Error::new("governance.time", "expected a time such as 2026-11-23T14:05:00Z")
                    .at(format!("entries[{at}].time"))
            })?;
            let earlier = packs.replace(&entry.rule_packs);
            if day < from || day >= until {
                continue;
            }
            *counts.entry(entry.action).or_default() += 1;
            if entry.action == Action::Override {
                overrides.push(OverrideNote {
                    sequence: entry.sequence,
                    time: entry.time.clone(),
                    user: entry.user.clone(),
                    object: entry.object.clone().unwrap_or_default(),
                    reason: entry.reason.clone().unwrap_or_default(),
                });
            }
            if let Some(earlier) = earlier.filter(|earlier| *earlier != entry.rule_packs) {
                pack_changes.push(PackChange {
                    sequence: entry.sequence,
                    time: entry.time.clone(),
                    before: earlier.into(),
                    after: entry.rule_packs.clone(),
                });
            }
        }
        let count = |(action, count)| ActionCount { action, count };
        Ok(Self {
            actions: counts.into_iter().map(count).collect(),
            overrides,
            pack_changes,
        })
    }
}

/// The day on the user's clock.
fn day_of_user(entry: &Entry) -> Option<Date> {
    let minute = entry.time.get(..16).filter(|_| entry.time.ends_with('Z'))?;
    let moment: DateTime = minute.parse().ok()?;
    (-1_440..=1_440)
        .contains(&entry.offset_min)
        .then(|| moment.plus_minutes(entry.offset_min).date())
}

/// Values of the packs in force that begin or end within a stretch of days.
fn dated_rules(clinic: &Clinic, from: Date, until: Date) -> Vec<DatedRule> {
    let is_in_force = |id: &str| id == BASE || clinic.settings.rule_packs.iter().any(|pack| pack == id);
    let within = |date: Option<Date>| date.is_some_and(|date| from <= date && date < until);
    let changes = |rule: &&PackRule| within(rule.from) || within(rule.until);
    let packs = packs().iter().filter(|pack| is_in_force(&pack.id));
    packs
        .flat_map(|pack| pack.rules.iter().filter(changes).map(move |rule| (pack, rule)))
        .map(|(pack, rule)| DatedRule {
            pack: pack.id.clone(),
            rule: rule.id.clone(),
            value: rule.value,
            unit: rule.unit.clone(),
            from: rule.from,
            until: rule.until,
        })
        .collect()
}

fn own_rules(clinic: &Clinic, until: Date) -> Vec<OwnRule> {
    let packs = Rules::in_force(&clinic.settings.rule_packs, until.plus_days(-1));
    let own = clinic.rules.iter();
    own.map(|row| OwnRule {
        rule: row.rule.clone(),
        value: row.value,
        pack_value: packs.value(&row.rule),
        reason: row.reason.clone(),
    })
    .collect()
}
