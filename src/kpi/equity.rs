//! Whether groups of patients are served alike: waits, busy hours, continuity and changes, one number per patient, each
//! group against everyone else. A group never reaches the optimizer.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::breakdown::{Grouping, hidden_text};
use super::value::{Direction, IndicatorBasis, IndicatorInterval, IndicatorUnit, display};
use super::view::View;
use super::{access, changes, continuity};
use crate::model::calendar::DAY_MIN;
use crate::order::{Arrange, IntoOrdered};
use crate::stats::{self, HIDE_PEOPLE_BELOW, Ranked, Z95};

/// Share of all visits that the busiest hours of the week hold together. Our choice: a quarter.
const BUSY_SHARE: f64 = 0.25;

/// Chance of even one false finding in a report, if there is no difference at all.
const LEVEL: f64 = 0.05;

/// Standard normal deviate that four in five lie below: a difference that is found four times in five.
const Z80: f64 = 0.841_621_233_572_914_3;

/// A fairness report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FairnessReport {
    /// What it was computed from.
    pub basis: IndicatorBasis,
    /// What patients are grouped by.
    pub by: Grouping,
    /// Within which groups patients are compared; with everyone if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub within: Option<Grouping>,
    /// What was measured.
    pub measures: Vec<FairnessMeasure>,
    /// Comparisons made; the chance of a false finding is shared among them.
    pub comparisons: u32,
    /// Comparisons in which a difference was found.
    pub found: u32,
    /// What the report can say and what it cannot.
    pub limits: Vec<String>,
}

/// One measure, group by group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FairnessMeasure {
    /// `wait`, `busy_hours`, `continuity` or `changes`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// How a patient's number is found.
    pub definition: String,
    /// Unit of the numbers.
    pub unit: IndicatorUnit,
    /// Whether more is better for a patient.
    pub direction: Direction,
    /// The groups, by name; patients without one come first, under an empty name.
    pub groups: Vec<FairnessGroup>,
}

/// A group against everyone else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FairnessGroup {
    /// Name of the group; empty if it is not stated.
    pub group: String,
    /// True if the group is hidden: fewer than 10 people, or the only way to keep such a group from being worked out.
    pub hidden: bool,
    /// Patients with a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub people: Option<u32>,
    /// Their mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub mean: Option<f64>,
    /// Their median.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub median: Option<f64>,
    /// The mean as it is shown, or why there is none.
    pub text: String,
    /// Against everyone else; absent if too few can be compared or nothing varies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub difference: Option<Difference>,
}

/// How a group differs from everyone else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Difference {
    /// Mean of the group less that of the others, within the strata if there are some.
    pub value: f64,
    /// The same as it is shown.
    pub text: String,
    /// 95 % interval of it.
    pub interval: IndicatorInterval,
    /// Patients of both sides who were compared; in a stratum with fewer than two on a side nobody is.
    pub compared: u32,
    /// Chance that a patient of the group has a higher number than another one, ties counting half.
    pub superiority: f64,
    /// p value of the rank-sum test, adjusted for the number of comparisons by Holm's method.
    pub p_adjusted: f64,
    /// True if a difference was found: `p_adjusted` is below 0.05.
    pub found: bool,
    /// True if it was found and is to the group's disadvantage.
    pub unfavorable: bool,
    /// A difference of this size would be found four times in five, before adjusting.
    pub detectable: f64,
}

/// A number per patient.
type Numbers<'v> = BTreeMap<&'v str, f64>;

struct Measure {
    id: &'static str,
    name: &'static str,
    definition: &'static str,
    unit: IndicatorUnit,
    direction: Direction,
    of: for<'v> fn(&'v View) -> Numbers<'v>,
}

const MEASURES: [Measure; 4] = [
    Measure {
        id: "wait",
        name: "Days from referral to first visit",
        definition: "a patient's first referral of the period: days until the first visit, or as long as it has been open without one",
        unit: IndicatorUnit::Days,
        direction: Direction::Lower,
        of: |view| {
            let hours = access::waits_of_patients(view).into_iter();
            hours.map(|(patient, hours)| (patient, hours / 24.0)).into_map()
        },
    },
    Measure {
        id: "busy_hours",
        name: "Visits in the busiest hours",
        definition: "share of a patient's visits that begin in the hours of the week that together hold a quarter of all visits",
        unit: IndicatorUnit::Share,
        direction: Direction::Neither,
        of: busy_hours,
    },
    Measure {
        id: "continuity",
        name: "Continuity of clinician",
        definition: "a patient's Bice-Boxerman index, the mean over disciplines with two visits or more",
        unit: IndicatorUnit::Index,
        direction: Direction::Higher,
        of: continuity::of_patients,
    },
    Measure {
        id: "changes",
        name: "Weeks with a change by the clinic",
        definition: "share of a patient's weeks with a session in which the clinic changed or cancelled one: with little notice in what happened, at all in a plan",
        unit: IndicatorUnit::Share,
        direction: Direction::Lower,
        of: changed,
    },
];

fn busy_hours<'v>(view: &'v View) -> Numbers<'v> {
    let hour = |start: i32| {
        let day = view.date(start).weekday() as i32;
        (day, start.rem_euclid(DAY_MIN) / 60)
    };
    let mut visits: BTreeMap<(i32, i32), u32> = BTreeMap::new();
    for event in view.visits() {
        *visits.entry(hour(event.start)).or_default() += event.seats.len() as u32;
    }
    let wanted = f64::from(visits.values().sum::<u32>()) * BUSY_SHARE;
    let mut busiest: Vec<((i32, i32), u32)> = visits.into_iter().collect();
    busiest.arrange_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
    let (mut held, mut busy) = (0.0, BTreeSet::new());
    for (hour, count) in busiest {
        if held >= wanted {
            break;
        }
        held += f64::from(count);
        busy.insert(hour);
    }
    let mut counts: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for event in view.visits() {
        for seat in &event.seats {
            let count = counts.entry(&seat.patient.id).or_default();
            count.0 += u32::from(busy.contains(&hour(event.start)));
            count.1 += 1;
        }
    }
    shares(counts)
}

fn changed<'v>(view: &'v View) -> Numbers<'v> {
    let (seen, changed) = changes::changed_weeks(view);
    let mut counts: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for week in seen {
        let count = counts.entry(week.1).or_default();
        count.0 += u32::from(changed.contains(&week));
        count.1 += 1;
    }
    shares(counts)
}

fn shares<'v>(counts: BTreeMap<&'v str, (u32, u32)>) -> Numbers<'v> {
    let share = |(id, (hits, all)): (&'v str, (u32, u32))| (id, f64::from(hits) / f64::from(all.max(1)));
    counts.into_iter().map(share).into_map()
}

/// The fairness report of a view: every measure by groups of patients. With `within`, patients are compared only with
/// those of the same other group, so that what differs between phases or sites is not taken for a difference between the
/// groups.
pub fn fairness(view: &View, by: Grouping, within: Option<Grouping>) -> FairnessReport {
    let mut measures: Vec<FairnessMeasure> = MEASURES.iter().map(|measure| read(view, measure, by, within)).collect();
    let mut differences: Vec<(Direction, &mut Difference)> = measures
        .iter_mut()
        .flat_map(|measure| {
            let direction = measure.direction;
            let groups = measure.groups.iter_mut();
            groups.filter_map(move |group| Some((direction, group.difference.as_mut()?)))
        })
        .collect();
    let raw: Vec<f64> = differences
        .iter()
        .map(|(_, difference)| difference.p_adjusted)
        .collect();
    let mut found = 0;
    for ((direction, difference), adjusted) in differences.iter_mut().zip(stats::holm(&raw)) {
        difference.p_adjusted = adjusted;
        difference.found = adjusted < LEVEL;
        found += u32::from(difference.found);
        difference.unfavorable = difference.found
            && match direction {
                Direction::Higher => difference.superiority < 0.5,
                Direction::Lower => difference.superiority > 0.5,
                Direction::Neither => false,
            };
    }
    FairnessReport {
        basis: view.basis,
        by,
        within,
        comparisons: raw.len() as u32,
        found,
        limits: limits(within),
        measures,
    }
}

fn limits(within: Option<Grouping>) -> Vec<String> {
    let mut limits = vec![
        format!("groups of fewer than {HIDE_PEOPLE_BELOW} people are hidden: somebody could be told apart"),
        "no difference found does not mean that there is none: each row says how large one had to be to be found four times in five".into(),
        "a difference is a reason to look, not a cause: groups may differ in what they need, where they live or when they can come".into(),
    ];
    if within.is_none() {
        limits.push("nothing is held equal: compare within phases or sites before concluding".into());
    }
    limits
}

/// A patient with a number, a group and a stratum.
struct Person {
    group: String,
    stratum: u32,
    value: f64,
}

fn read(view: &View, measure: &Measure, by: Grouping, within: Option<Grouping>) -> FairnessMeasure {
    let mut strata: BTreeMap<String, u32> = BTreeMap::new();
    let people: Vec<Person> = (measure.of)(view)
        .into_iter()
        .filter_map(|(id, value)| {
            let patient = view.index.patients.get(id)?;
            let next = strata.len() as u32;
            let stratum = within.map_or(0, |within| *strata.entry(within.of(patient)).or_insert(next));
            let group = by.of(patient);
            Some(Person { group, stratum, value })
        })
        .collect();
    let mut groups: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for person in &people {
        groups.entry(&person.group).or_default().push(person.value);
    }
    let sizes: Vec<usize> = groups.values().map(Vec::len).collect();
    let groups = groups
        .iter()
        .zip(stats::hidden(&sizes))
        .map(|((&group, values), hidden)| match hidden {
            true => concealed(group),
            false => shown(group, values, difference(&people, group, measure.unit), measure.unit),
        });
    FairnessMeasure {
        id: measure.id.into(),
        name: measure.name.into(),
        definition: measure.definition.into(),
        unit: measure.unit,
        direction: measure.direction,
        groups: groups.collect(),
    }
}

fn concealed(group: &str) -> FairnessGroup {
    FairnessGroup {
        group: group.into(),
        hidden: true,
        people: None,
        mean: None,
        median: None,
        text: hidden_text(),
        difference: None,
    }
}

fn shown(group: &str, values: &[f64], difference: Option<Difference>, unit: IndicatorUnit) -> FairnessGroup {
    let mean = stats::mean(values);
    FairnessGroup {
        group: group.into(),
        hidden: false,
        people: Some(values.len() as u32),
        mean,
        median: stats::median(values),
        text: mean.map_or_else(String::new, |mean| display(mean, unit)),
        difference,
    }
}

/// A group against everyone else. The p value is not adjusted yet.
fn difference(people: &[Person], group: &str, unit: IndicatorUnit) -> Option<Difference> {
    let ranked: Vec<Ranked> = people
        .iter()
        .map(|person| Ranked {
            value: person.value,
            inside: person.group == group,
            stratum: person.stratum,
        })
        .collect();
    let test = stats::rank_sum(&ranked)?;
    let (value, error, compared) = mean_difference(&ranked)?;
    Some(Difference {
        value,
        text: display(value, unit),
        interval: IndicatorInterval {
            low: value - Z95 * error,
            high: value + Z95 * error,
            method: "difference of means, normal 95 %".into(),
        },
        compared,
        superiority: test.superiority,
        p_adjusted: test.p,
        found: false,
        unfavorable: false,
        detectable: (Z95 + Z80) * error,
    })
}

/// Difference of means with its standard error, and how many were compared. Strata count by the harmonic mean of their two
/// sides, as in a pooled comparison of means; each side has its own variance (Welch 1947, doi:10.1093/biomet/34.1-2.28).
fn mean_difference(people: &[Ranked]) -> Option<(f64, f64, u32)> {
    let mut strata: BTreeMap<u32, (Vec<f64>, Vec<f64>)> = BTreeMap::new();
    for person in people {
        let sides = strata.entry(person.stratum).or_default();
        let side = if person.inside { &mut sides.0 } else { &mut sides.1 };
        side.push(person.value);
    }
    let (mut total, mut variance, mut weights, mut compared) = (0.0, 0.0, 0.0, 0);
    for (inside, outside) in strata.values().filter(|sides| sides.0.len() > 1 && sides.1.len() > 1) {
        let ((mean_in, var_in), (mean_out, var_out)) = (stats::mean_variance(inside)?, stats::mean_variance(outside)?);
        let (a, b) = (inside.len() as f64, outside.len() as f64);
        let weight = a * b / (a + b);
        total += weight * (mean_in - mean_out);
        variance += weight * weight * (var_in / a + var_out / b);
        weights += weight;
        compared += inside.len() + outside.len();
    }
    let error = libm::sqrt(variance) / weights;
    (weights > 0.0 && error > 0.0).then_some((total / weights, error, compared as u32))
}
