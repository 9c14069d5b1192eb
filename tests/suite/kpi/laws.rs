//! What holds for every clinic: bounds, sums, and that neither the order of rows nor their names matter.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rosterwell::kpi::{self, Indicator, IndicatorOptions, IndicatorUnit, View};
use rosterwell::model::calendar::{Date, DateTime};
use rosterwell::model::{Clinic, Plan};
use rosterwell::rng::Rng;
use rosterwell::sample::{SampleRequest, sample};
use rosterwell::{model, stats};
use serde_json::Value;

fn generated(seed: u64) -> Clinic {
    let request = serde_json::json!({ "kind": "addiction_treatment", "clinicians": 4, "seed": seed, "weeks": 6 });
    let request: SampleRequest = serde_json::from_value(request).unwrap();
    sample(&request)
}

fn midnight(clinic: &Clinic, weeks_back: i32, days: i32) -> DateTime {
    let end: Date = clinic.settings.as_of.date();
    end.plus_days(days - 7 * weeks_back).at_minute(0)
}

fn history(clinic: &Clinic, from: DateTime, to: DateTime) -> Vec<Indicator> {
    kpi::indicators(&View::history(clinic, from, to, IndicatorOptions::default()), &[])
}

fn published(clinic: &Clinic) -> Vec<Indicator> {
    let problem = model::build(clinic).problem;
    let plan = Plan::published(&problem);
    kpi::indicators(&View::plan(clinic, &problem, &plan, IndicatorOptions::default()), &[])
}

/// Both readings of a clinic: six weeks of history, and today's schedule.
fn readings(clinic: &Clinic) -> Vec<Indicator> {
    let mut all = history(clinic, midnight(clinic, 6, 0), midnight(clinic, 0, 0));
    all.extend(published(clinic));
    all
}

/// Indicators whose numerators and denominators are counts or sums over the period.
const ADDITIVE: [&str; 10] = ["K2", "K4", "K9", "K10", "K11", "K14", "K16", "K17", "K24", "K37"];

/// Every table in another order.
fn shuffled(clinic: &Clinic, seed: u64) -> Clinic {
    let mut document = serde_json::to_value(clinic).unwrap();
    let tables = document.as_object_mut().unwrap();
    for (name, rows) in tables.iter_mut() {
        if let Value::Array(rows) = rows {
            Rng::stream(seed, name, 0).shuffle(rows);
        }
    }
    serde_json::from_value(document).unwrap()
}

/// Every id of these tables replaced, in an order of their own.
fn renamed(clinic: &Clinic) -> Clinic {
    const TABLES: [&str; 6] = ["clinicians", "patients", "services", "rooms", "appointments", "groups"];
    let mut document = serde_json::to_value(clinic).unwrap();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for table in TABLES {
        let rows = document[table].as_array().unwrap();
        for (at, row) in rows.iter().enumerate() {
            let id = row["id"].as_str().unwrap();
            names.insert(
                id.into(),
                format!("{:03x} {table}", (at * 1009 + 77) % 4096 + at * 4096),
            );
        }
    }
    rename(&mut document, &names);
    serde_json::from_value(document).unwrap()
}

fn rename(value: &mut Value, names: &BTreeMap<String, String>) {
    match value {
        Value::String(text) => {
            if let Some(name) = names.get(text) {
                *text = name.clone();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
        // A service may be called like a phase of treatment or a purpose, which are no ids.
        Value::Object(fields) => fields
            .iter_mut()
            .filter(|(name, _)| !["phase", "kind", "purposes", "recipient"].contains(&name.as_str()))
            .for_each(|(_, field)| rename(field, names)),
        _ => {}
    }
}

/// An indicator without the ids of its rows, and without figures that are named for a service.
fn bare(mut indicator: Indicator) -> Indicator {
    for rows in [&mut indicator.numerator_rows, &mut indicator.denominator_rows]
        .into_iter()
        .flatten()
    {
        rows.ids.clear();
    }
    indicator.figures.sort_by(|a, b| a.name.cmp(&b.name));
    indicator
}

#[test]
fn shares_lie_between_nothing_and_all() {
    let clinic = generated(1);
    for indicator in readings(&clinic) {
        let id = &indicator.id;
        match (&indicator.value, &indicator.not_computable) {
            (Some(value), None) => assert!(value.is_finite(), "{id}"),
            (None, Some(reason)) => assert!(!reason.reason.is_empty() && !reason.needs.is_empty(), "{id}"),
            _ => panic!("{id} has both or neither of value and reason"),
        }
        // The coefficient of variation can be more than all; utilization too, where it flags a fault.
        if indicator.unit == IndicatorUnit::Share && !["K14", "K33"].contains(&id.as_str()) {
            assert!(
                indicator.value.is_none_or(|value| (0.0..=1.0).contains(&value)),
                "{id} {:?}",
                indicator.value
            );
        }
        if let (Some(interval), Some(value)) = (&indicator.interval, indicator.value) {
            assert!(interval.low <= value && value <= interval.high, "{id}");
            assert!((0.0..=1.0).contains(&interval.low) && interval.high <= 1.0, "{id}");
        }
        for rows in [&indicator.numerator_rows, &indicator.denominator_rows]
            .into_iter()
            .flatten()
        {
            assert!(
                rows.ids.len() <= rows.cap as usize && rows.ids.len() <= rows.count as usize,
                "{id}"
            );
        }
    }
}

#[test]
fn most_indicators_can_be_computed_from_a_sample() {
    let clinic = generated(2);
    let known = |found: Vec<Indicator>| -> Vec<String> {
        found
            .into_iter()
            .filter(|found| found.value.is_some())
            .map(|found| found.id)
            .collect()
    };
    let (past, plan) = (
        known(history(&clinic, midnight(&clinic, 6, 0), midnight(&clinic, 0, 0))),
        known(published(&clinic)),
    );
    for id in [
        "K1", "K9", "K10", "K11", "K14", "K16", "K19", "K24", "K29", "K33", "K37",
    ] {
        assert!(past.iter().any(|found| found == id), "{id} of history, among {past:?}");
    }
    for id in ["K1", "K12", "K14", "K16", "K17", "K19", "K24", "P1", "P2", "P3"] {
        assert!(
            plan.iter().any(|found| found == id),
            "{id} of the published plan, among {plan:?}"
        );
    }
}

#[test]
fn names_do_not_matter() {
    let clinic = generated(3);
    for (old, new) in readings(&clinic).into_iter().zip(readings(&renamed(&clinic))) {
        assert_eq!(bare(old), bare(new));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn order_of_rows_does_not_matter(seed in 0_u64..1000) {
        let clinic = generated(seed);
        for (old, new) in readings(&clinic).into_iter().zip(readings(&shuffled(&clinic, seed + 1))) {
            prop_assert_eq!(bare(old), bare(new));
        }
    }

    #[test]
    fn parts_add_up_to_the_whole(seed in 0_u64..1000, cut in 1_i32..41) {
        let clinic = generated(seed);
        let (from, middle, to) = (midnight(&clinic, 6, 0), midnight(&clinic, 6, cut), midnight(&clinic, 0, 0));
        let (whole, first, second) =
            (history(&clinic, from, to), history(&clinic, from, middle), history(&clinic, middle, to));
        for ((whole, first), second) in whole.iter().zip(&first).zip(&second) {
            if ADDITIVE.contains(&whole.id.as_str()) {
                let parts = |of: fn(&Indicator) -> Option<f64>| of(first).unwrap_or(0.0) + of(second).unwrap_or(0.0);
                prop_assert_eq!(whole.numerator.unwrap_or(0.0), parts(|found| found.numerator), "{}", whole.id);
                let zero_side = first.value.is_none() || second.value.is_none();
                if !zero_side {
                    prop_assert_eq!(whole.denominator, Some(parts(|found| found.denominator)), "{}", whole.id);
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn wilson_brackets_the_share(n in 1_u64..5000, share in 0.0_f64..=1.0) {
        let hits = ((n as f64) * share) as u64;
        let (low, high) = stats::wilson(hits, n).unwrap();
        let point = hits as f64 / n as f64;
        prop_assert!(0.0 <= low && low <= point && point <= high && high <= 1.0);
        // Twice the data at the same share never widens the interval.
        let (tighter_low, tighter_high) = stats::wilson(2 * hits, 2 * n).unwrap();
        prop_assert!(tighter_high - tighter_low <= high - low + 1e-12);
    }

    #[test]
    fn spread_stays_in_bounds(values in proptest::collection::vec(0.0_f64..1e6, 1..40), p in 0.0_f64..=1.0) {
        let quantile = stats::quantile(&values, p).unwrap();
        let (least, most) = (stats::quantile(&values, 0.0).unwrap(), stats::quantile(&values, 1.0).unwrap());
        prop_assert!(least <= quantile && quantile <= most);
        if let Some(gini) = stats::gini(&values) {
            prop_assert!((-1e-12..1.0).contains(&gini));
        }
    }

    #[test]
    fn continuity_stays_in_bounds(visits in proptest::collection::vec(0_u32..50, 0..12)) {
        if let Some(index) = stats::bice_boxerman(&visits) {
            prop_assert!((0.0..=1.0).contains(&index));
            prop_assert!(index <= stats::usual_provider(&visits).unwrap() + 1e-12);
        }
    }
}
