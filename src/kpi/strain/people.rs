//! Strain of people: the parts of each clinician's index, the band, and the weeks before.

use std::collections::BTreeMap;

use serde::Serialize;

use super::load::{Load, loads};
use super::{PARTS, StrainComponent, strain_index, team_parts};
use crate::kpi::value::IndicatorUnit;
use crate::kpi::view::View;
use crate::model::calendar::{DAY_MIN, Date};
use crate::model::rules::Rules;

/// How much a schedule asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StrainBand {
    /// Nothing stands out.
    Usual,
    /// The index, or one part of it, is raised.
    Raised,
    /// The index is high, or a part that counts double is full.
    High,
}

/// A weight from which a part makes a band by itself: those that count double.
const HEAVY: f64 = 2.0;

impl StrainBand {
    /// The band of an index and its parts. The index of someone with one full part is low, because the others are
    /// not; so a part makes a band by itself, one that counts double at half of its level. Our choice, as are the
    /// rules `strain.raised_index` and `strain.high_index`.
    pub fn of(rules: &Rules, index: f64, parts: &[StrainComponent]) -> Self {
        let rule = |id| rules.value(id).unwrap_or(f64::MAX);
        let any = |weight: f64, level: f64| {
            let known = parts.iter().filter(|part| part.weight >= weight);
            known.filter_map(|part| part.level).any(|known| known >= level)
        };
        match () {
            () if index >= rule("strain.high_index") || any(HEAVY, 1.0) => Self::High,
            () if index >= rule("strain.raised_index") || any(HEAVY, 0.5) || any(1.0, 1.0) => Self::Raised,
            () => Self::Usual,
        }
    }
}

/// One part of somebody's index.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StrainPart {
    /// Short name.
    pub id: &'static str,
    /// What it is.
    pub name: &'static str,
    /// Its weight.
    pub weight: f64,
    /// How much of it there is, in `unit`; absent if it is not known. Of a team, the mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub amount: Option<f64>,
    /// What the amount is counted in.
    pub unit: IndicatorUnit,
    /// Amount at which its level is 0.
    pub none_at: f64,
    /// Amount at which its level is 1.
    pub full_at: f64,
    /// Its level, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub level: Option<f64>,
    /// Points of the index that it makes; all parts sum to the index.
    pub points: f64,
    /// Where weight and range come from.
    pub source: &'static str,
}

/// The strain of one person, or of a team.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PersonStrain {
    /// The index, 0 to 100 (K25); absent if no part is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub index: Option<f64>,
    /// Its band.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub band: Option<StrainBand>,
    /// Minutes worked in the period.
    pub worked_min: i64,
    /// The parts, known or not.
    pub parts: Vec<StrainPart>,
}

/// The index in one workweek.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StrainWeek {
    /// First day of the workweek.
    pub week: Date,
    /// The index; absent in a week without work.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub index: Option<f64>,
    /// Its band.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub band: Option<StrainBand>,
}

/// Everyone who worked in the view's period, by clinician id.
pub fn people<'v>(view: &'v View) -> BTreeMap<&'v str, PersonStrain> {
    let loads = loads(view).into_iter();
    loads.map(|(id, load)| (id, strain_of(view, &[&load]))).collect()
}

/// Some of the clinicians together, or all if `ids` is empty: of every part the mean, as in K25.
pub fn team(view: &View, ids: &[&str]) -> PersonStrain {
    let loads = loads(view);
    let chosen: Vec<&Load> = loads
        .iter()
        .filter(|(id, _)| ids.is_empty() || ids.contains(*id))
        .map(|(_, load)| load)
        .collect();
    strain_of(view, &chosen)
}

/// The team, and everyone, in each of the last whole workweeks before the end of a view of what happened, oldest first.
pub fn weeks<'v>(view: &mut View<'v>, weeks: u32) -> (Vec<StrainWeek>, BTreeMap<String, Vec<StrainWeek>>) {
    let end = view.week_of(view.period.1.div_euclid(DAY_MIN));
    let (mut of_team, mut of_people): (Vec<StrainWeek>, BTreeMap<String, Vec<StrainWeek>>) = Default::default();
    let kept = view.period;
    for back in (1..=weeks as i32).rev() {
        let first = end - 7 * back;
        view.period = (first * DAY_MIN, (first + 7) * DAY_MIN);
        let week = view.origin.plus_days(first);
        let entry = |strain: &PersonStrain| StrainWeek {
            week,
            index: strain.index,
            band: strain.band,
        };
        of_team.push(entry(&team(view, &[])));
        for (id, strain) in people(view) {
            of_people.entry(id.into()).or_default().push(entry(&strain));
        }
    }
    view.period = kept;
    (of_team, of_people)
}

fn strain_of(view: &View, loads: &[&Load]) -> PersonStrain {
    let parts = team_parts(view, loads);
    let index = strain_index(&parts);
    let known: f64 = parts
        .iter()
        .filter(|part| part.level.is_some())
        .map(|part| part.weight)
        .sum();
    let shown = PARTS.iter().zip(&parts).map(|(part, found)| {
        let amounts: Vec<f64> = loads.iter().filter_map(|load| (part.amount)(load)).collect();
        StrainPart {
            id: part.id,
            name: part.name,
            weight: found.weight,
            amount: crate::stats::mean(&amounts),
            unit: part.unit,
            none_at: part.range.0,
            full_at: part.full(view),
            level: found.level,
            points: found.level.map_or(0.0, |level| 100.0 * found.weight * level / known),
            source: part.source,
        }
    });
    PersonStrain {
        index,
        band: index.map(|index| StrainBand::of(&view.rules, index, &parts)),
        worked_min: loads.iter().map(|load| load.worked_min()).sum(),
        parts: shown.collect(),
    }
}
