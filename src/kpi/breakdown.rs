//! An indicator by groups of patients. Groups of few people are hidden, so that nobody can be told apart; no clinician
//! is ever compared with another.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::catalog::definition;
use super::event::Event;
use super::indicators;
use super::value::{Indicator, IndicatorInterval, IndicatorUnit};
use super::view::View;
use crate::model::clinic::Patient;
use crate::stats;

pub use crate::stats::HIDE_PEOPLE_BELOW;

/// Indicators that count patients, their visits or their waits, so that they can be told by groups of patients.
pub const BY_PATIENT: [&str; 10] = ["K3", "K5", "K9", "K10", "K11", "K13", "K18", "K19", "K22", "K29"];

/// What patients are grouped by. None of it ever reaches the optimizer as a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// The group that the clinic keeps for looking at fairness.
    EquityGroup,
    /// The phase of treatment as it is now.
    Phase,
    /// The level of care as it is now.
    LevelOfCare,
    /// The patient's site.
    Site,
}

impl Grouping {
    /// The group of a patient; empty if it is not stated.
    pub(super) fn of(self, patient: &Patient) -> String {
        match self {
            Self::EquityGroup => patient.equity_group.clone().unwrap_or_default(),
            Self::LevelOfCare => patient.level_of_care.clone().unwrap_or_default(),
            Self::Site => patient.site.clone(),
            Self::Phase => serde_json::to_value(patient.phase)
                .ok()
                .and_then(|word| word.as_str().map(|word| word.replace('_', " ")))
                .unwrap_or_default(),
        }
    }
}

/// An indicator by groups of patients.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Breakdown {
    /// Id of the indicator.
    pub id: String,
    /// What it is grouped by.
    pub by: Grouping,
    /// Unit of the values.
    pub unit: IndicatorUnit,
    /// The groups, by name; patients without one come first, under an empty name.
    pub cells: Vec<BreakdownCell>,
}

/// An indicator of one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BreakdownCell {
    /// Name of the group; empty if it is not stated.
    pub group: String,
    /// True if the group is hidden: fewer than 10 people, or the only way to keep such a group from being worked out
    /// from the total. Nothing else is told about it then.
    pub hidden: bool,
    /// People whom the indicator counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub people: Option<u32>,
    /// Number of rows that the value rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub n: Option<u32>,
    /// The value, not rounded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub value: Option<f64>,
    /// The value as it is shown, or why there is none.
    pub text: String,
    /// Interval, for proportions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub interval: Option<IndicatorInterval>,
}

/// The indicators with these ids (all if empty) by groups of patients, as far as they count patients.
pub fn breakdowns(view: &View, ids: &[String], by: Grouping) -> Vec<Breakdown> {
    let is_wanted = |id: &str| ids.is_empty() || ids.iter().any(|wanted| wanted == id);
    let by_patient = BY_PATIENT.into_iter().filter(|id| is_wanted(id));
    let ids: Vec<String> = by_patient.map(String::from).collect();
    if ids.is_empty() {
        return Vec::new();
    }
    let mut groups: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (&id, patient) in &view.index.patients {
        groups.entry(by.of(patient)).or_default().insert(id);
    }
    let counted = counted(view, &ids);
    let readings: Vec<(String, Vec<Indicator>, Vec<usize>)> = groups
        .into_iter()
        .map(|(group, members)| {
            let people = counted.iter().map(|people| people.intersection(&members).count());
            let people = people.collect();
            (group, indicators(&view.of_patients(&members), &ids), people)
        })
        .collect();
    ids.iter()
        .enumerate()
        .filter_map(|(at, id)| {
            let cells = readings
                .iter()
                .filter_map(|(group, found, people)| Some((group.as_str(), found.get(at)?, *people.get(at)?)));
            Some(Breakdown {
                id: id.clone(),
                by,
                unit: definition(id)?.unit,
                cells: cells_of(&cells.collect::<Vec<_>>()),
            })
        })
        .collect()
}

/// For each indicator the people whom it counts: those of whom alone it can be computed.
fn counted<'v>(view: &'v View, ids: &[String]) -> Vec<BTreeSet<&'v str>> {
    let mut own: BTreeMap<&str, Vec<Event>> = BTreeMap::new();
    for event in &view.events {
        for seat in &event.seats {
            let alone = Event {
                seats: vec![*seat],
                shares: event.shares.clone(),
                ..*event
            };
            own.entry(&seat.patient.id).or_default().push(alone);
        }
    }
    let mut counted = vec![BTreeSet::new(); ids.len()];
    for &patient in view.index.patients.keys() {
        let events = own.remove(patient).unwrap_or_default();
        let alone = view.with_patients(&BTreeSet::from([patient]), events);
        for (people, indicator) in counted.iter_mut().zip(indicators(&alone, ids)) {
            if indicator.value.is_some() {
                people.insert(patient);
            }
        }
    }
    counted
}

/// The cells of one indicator.
fn cells_of(groups: &[(&str, &Indicator, usize)]) -> Vec<BreakdownCell> {
    let people: Vec<usize> = groups.iter().map(|group| group.2).collect();
    let cells = groups.iter().zip(stats::hidden(&people));
    cells
        .map(|(&(group, indicator, people), is_hidden)| match is_hidden {
            true => hidden(group),
            false => shown(group, indicator, people),
        })
        .collect()
}

/// What stands in place of a hidden group's value.
pub(super) fn hidden_text() -> String {
    format!("hidden: groups of fewer than {HIDE_PEOPLE_BELOW} people could be told apart")
}

fn hidden(group: &str) -> BreakdownCell {
    BreakdownCell {
        group: group.into(),
        hidden: true,
        people: None,
        n: None,
        value: None,
        text: hidden_text(),
        interval: None,
    }
}

fn shown(group: &str, indicator: &Indicator, people: usize) -> BreakdownCell {
    BreakdownCell {
        group: group.into(),
        hidden: false,
        people: Some(people as u32),
        n: Some(indicator.n),
        value: indicator.value,
        text: indicator.text.clone(),
        interval: indicator.interval.clone(),
    }
}
