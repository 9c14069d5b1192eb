//! Pilots: every statistic against scipy and statsmodels (`tests/reference`), false alarms on pilots without an effect, and
//! the two operations.

use std::sync::OnceLock;

use rosterwell::api::{self, Desk};
use rosterwell::pilot::{
    self, Arm, Change, Effect, PilotComparison, PilotKind, PilotReadingRequest, PilotUnit, Spending, Verdict,
};
use rosterwell::stats;
use serde_json::{Value, json};

use crate::desk::run;
use crate::null_pilots::{Null, alarms, design, row};

fn reference() -> &'static Value {
    static REFERENCE: OnceLock<Value> = OnceLock::new();
    REFERENCE.get_or_init(|| {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/pilot.json");
        serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
    })
}

fn cases(name: &str) -> &'static [Value] {
    reference()[name].as_array().unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

/// Equal within a part of the size, or absolutely where both are tiny.
fn near(found: f64, expected: f64, tolerance: f64, of: &dyn std::fmt::Debug) {
    let distance = (found - expected).abs();
    assert!(
        distance <= tolerance * expected.abs().max(1e-12),
        "{found} is not {expected}: {of:?}"
    );
}

fn all_near(found: &[f64], expected: &[f64], tolerance: f64, of: &dyn std::fmt::Debug) {
    assert_eq!(found.len(), expected.len(), "{of:?}");
    for (found, expected) in found.iter().zip(expected) {
        near(*found, *expected, tolerance, of);
    }
}

#[test]
fn distributions_are_those_of_scipy() {
    let rows = |name: &str| {
        reference()["distributions"][name]
            .as_array()
            .unwrap()
            .iter()
            .map(numbers)
    };
    for row in rows("normal_quantile") {
        assert!(
            (stats::normal_quantile(row[0]) - row[1]).abs() < 1e-12 * row[1].abs().max(1.0),
            "{row:?}"
        );
    }
    for row in rows("t_two_sided") {
        near(stats::t_two_sided(row[0], row[1]), row[2], 1e-9, &row);
    }
    for row in rows("t_critical") {
        near(stats::t_critical(row[0], row[1]), row[2], 1e-8, &row);
    }
    for row in rows("beta_cdf") {
        near(stats::beta_cdf(row[0], row[1], row[2]), row[3], 1e-9, &row);
    }
    for row in rows("t_power") {
        near(stats::t_power(row[0], row[1], row[2]), row[3], 1e-7, &row);
    }
}

fn judged(effect: Effect) -> [f64; 3] {
    [effect.estimate, effect.estimate / effect.error, effect.p]
}

#[test]
fn two_groups_are_judged_as_by_scipy() {
    for case in cases("two_groups") {
        let of = |name: &str| numbers(&case[name]);
        let (new, usual) = (of("new"), of("usual"));
        let found = pilot::welch(&new, &usual).unwrap();
        let (low, high) = found.interval(0.95);
        let [estimate, t, p] = judged(found);
        all_near(&[estimate, t, found.df, p, low, high], &of("welch"), 1e-8, case);
        near(
            pilot::hedges_g(&new, &usual).unwrap(),
            case["hedges_g"].as_f64().unwrap(),
            1e-9,
            case,
        );
        let permuted = pilot::permutation(&new, &usual, 1).unwrap();
        assert!(permuted.exact);
        near(permuted.p, case["permutation"].as_f64().unwrap(), 1e-9, case);
        near(
            pilot::hodges_lehmann(&new, &usual).unwrap(),
            case["hodges_lehmann"].as_f64().unwrap(),
            1e-9,
            case,
        );
        let values: Vec<f64> = new.iter().chain(&usual).copied().collect();
        let before: Vec<f64> = of("before_new").into_iter().chain(of("before_usual")).collect();
        let adjusted = pilot::cuped(&values, &before).unwrap();
        let (a, b) = adjusted.split_at(new.len());
        all_near(&judged(pilot::welch(a, b).unwrap()), &of("cuped"), 1e-7, case);
        all_near(
            &judged(pilot::paired(&new, &of("before_new")).unwrap()),
            &of("paired"),
            1e-7,
            case,
        );
    }
}

#[test]
fn drawn_rearrangements_come_near_all_of_them() {
    let new: Vec<f64> = (0..12).map(|at| f64::from(at % 7) + 1.1).collect();
    let usual: Vec<f64> = (0..12).map(|at| f64::from(at % 5)).collect();
    let found = pilot::permutation(&new, &usual, 3).unwrap();
    assert!(!found.exact && found.count == 9_999);
    assert_eq!(found, pilot::permutation(&new, &usual, 3).unwrap());
    let t = pilot::welch(&new, &usual).unwrap().p;
    assert!((found.p - t).abs() < 0.02, "{found:?} {t}");
}

#[test]
fn proportions_and_rates_are_judged_as_by_statsmodels() {
    for case in cases("proportions") {
        let pair = |name: &str| {
            let values = numbers(&case[name]);
            (values[0], values[1])
        };
        let (a, b) = (pair("a"), pair("b"));
        let (difference, low, high) = stats::newcombe(a, b).unwrap();
        for (found, expected) in [difference, low, high].iter().zip(numbers(&case["newcombe"])) {
            assert!((found - expected).abs() < 1e-9, "{case}");
        }
        let (low, high) = stats::wilson_at(a.0, a.1, stats::Z95).unwrap();
        for (found, expected) in [low, high].iter().zip(numbers(&case["wilson"])) {
            assert!((found - expected).abs() < 1e-9, "{case}");
        }
        assert_eq!(stats::wilson(a.0 as u64, a.1 as u64), Some((low, high)));
        let (low, high) = stats::clopper_pearson(a.0 as u64, a.1 as u64, 0.95).unwrap();
        for (found, expected) in [low, high].iter().zip(numbers(&case["clopper_pearson"])) {
            assert!((found - expected).abs() < 1e-8, "{case}");
        }
        match case["p"].as_f64() {
            None => assert_eq!(pilot::proportions_differ(a, b), None),
            Some(p) => near(pilot::proportions_differ(a, b).unwrap(), p, 1e-8, case),
        }
    }
    for case in cases("rates") {
        let side = |name: &str| {
            let values = numbers(&case[name]);
            (values[0] as u64, values[1])
        };
        let found = pilot::rate_ratio(side("new"), side("usual"), 0.95).unwrap();
        let expected = numbers(&case["ratio"]);
        for (found, expected) in [found.ratio, found.low, found.high, found.p].iter().zip(expected) {
            assert!(
                (found - expected).abs() < 1e-7 * expected.max(1e-3),
                "{found} is not {expected}: {case}"
            );
        }
    }
}

#[test]
fn few_clusters_are_judged_as_by_statsmodels() {
    for case in cases("clusters") {
        let (change, treated, cluster) = (
            numbers(&case["change"]),
            numbers(&case["treated"]),
            numbers(&case["cluster"]),
        );
        let changes: Vec<Change> = (0..change.len())
            .map(|at| Change {
                change: change[at],
                treated: treated[at] == 1.0,
                cluster: cluster[at] as usize,
            })
            .collect();
        let found = pilot::difference_in_differences(&changes).unwrap();
        all_near(
            &[found.estimate, found.error, found.p],
            &numbers(&case["did"]),
            1e-8,
            case,
        );
        near(
            pilot::wild_bootstrap(&changes).unwrap(),
            case["wild"].as_f64().unwrap(),
            1e-9,
            case,
        );
    }
}

/// The interval holds what the test does not reject: at its ends the p-value is the level.
#[test]
fn the_interval_of_the_wild_bootstrap_inverts_its_test() {
    for case in cases("clusters") {
        let (change, treated, cluster) = (
            numbers(&case["change"]),
            numbers(&case["treated"]),
            numbers(&case["cluster"]),
        );
        let moved = |by: f64| -> Vec<Change> {
            (0..change.len())
                .map(|at| Change {
                    change: change[at] - by * treated[at],
                    treated: treated[at] == 1.0,
                    cluster: cluster[at] as usize,
                })
                .collect()
        };
        let Some((low, high)) = pilot::wild_interval(&moved(0.0), 0.1) else {
            continue;
        };
        let width = high - low;
        for (by, rejected) in [
            (low - 0.01 * width, true),
            (low + 0.01 * width, false),
            (high - 0.01 * width, false),
            (high + 0.01 * width, true),
        ] {
            let p = pilot::wild_bootstrap(&moved(by)).unwrap();
            assert_eq!(p < 0.1, rejected, "{by} in {low}..{high}: {p}");
        }
    }
}

#[test]
fn bounds_of_looks_are_those_of_the_multivariate_normal() {
    for case in cases("sequential") {
        let spending: Spending = serde_json::from_value(case["spending"].clone()).unwrap();
        let shares = numbers(&case["shares"]);
        let found = pilot::bounds(&shares, 0.05, spending);
        // Both find bounds from numerical integrals; those of scipy over three dimensions are good to about 1e-5.
        for (found, expected) in found.iter().zip(numbers(&case["bounds"])) {
            assert!((found - expected).abs() < 2e-4, "{found} is not {expected}: {case}");
        }
    }
}

#[test]
fn the_mixture_is_that_of_its_integral() {
    for case in cases("anytime") {
        let of = |name: &str| case[name].as_f64().unwrap();
        let found = pilot::always_valid(of("estimate"), of("error"), of("planned"), 0.05).unwrap();
        all_near(&[found.low, found.high, found.p], &numbers(&case["found"]), 1e-7, case);
    }
}

#[test]
fn power_and_adjusted_p_values_are_those_of_statsmodels() {
    for case in cases("power") {
        let (d, n) = (case["d"].as_f64().unwrap(), case["n"].as_u64().unwrap() as u32);
        let mut design = design(PilotKind::Mean, PilotComparison::Randomized, n);
        (design.observations, design.icc, design.correlation) = (1.0, 0.0, 0.0);
        (design.measures[0].sd, design.measures[0].effect) = (Some(1.0), d);
        let planned = &pilot::plan(&design).measures[0].planned;
        near(planned.power, case["power"].as_f64().unwrap(), 1e-6, case);
        near(planned.detectable, case["detectable"].as_f64().unwrap(), 1e-5, case);
    }
    for case in cases("multiplicity") {
        let p = numbers(&case["p"]);
        all_near(&pilot::holm(&p), &numbers(&case["holm"]), 1e-12, case);
        all_near(
            &pilot::benjamini_hochberg(&p),
            &numbers(&case["benjamini_hochberg"]),
            1e-12,
            case,
        );
    }
}

#[test]
fn pilots_without_an_effect_raise_few_alarms() {
    // A glance with a fixed seed; `cargo xtask bench pilot` looks at thousands.
    const PILOTS: u64 = 400;
    for null in Null::ALL {
        let raised = alarms(null, 40_000, PILOTS);
        let planned = raised["planned"];
        assert!(
            (PILOTS / 100..=PILOTS * 7 / 100).contains(&planned),
            "{null:?}: {raised:?}"
        );
        assert!(raised["anytime"] <= PILOTS * 7 / 100, "{null:?}: {raised:?}");
        if null == Null::Looks {
            assert!(
                raised["Welch"] > planned,
                "looking three times without a bound costs: {raised:?}"
            );
        }
        if null == Null::Shares {
            // Visits of one clinician are alike: counted one by one they raise far too many.
            assert!(raised["single visits (score)"] > PILOTS * 15 / 100, "{raised:?}");
        }
    }
}

fn good() -> Value {
    json!({
        "name": "reminders by telephone", "comparison": "randomized", "start": "2026-11-23", "weeks": 12,
        "looks": [6], "observations": 120, "icc": 0.03, "correlation": 0.5, "seed": 7,
        "units": (0..12).map(|at| json!({"id": format!("c{at:02}"), "stratum": if at < 7 {"counselor"} else {"nurse"}}))
            .collect::<Vec<_>>(),
        "measures": [
            {"id": "K10", "kind": "share", "better": "lower", "primary": true, "baseline": 0.18, "effect": 0.06},
            {"id": "K4", "kind": "mean", "better": "lower", "baseline": 18, "sd": 9, "effect": 3, "margin": 2},
            {"id": "late changes", "kind": "rate", "better": "lower", "baseline": 0.4, "effect": 0.1},
        ],
    })
}

#[test]
fn a_design_is_drawn_hashed_and_measured() {
    let mut desk = Desk::default();
    let reply = run(&mut desk, "pilot_design", good());
    let again = run(&mut desk, "pilot_design", reply["design"].clone());
    assert_eq!(reply, again, "filled in or not, the design and its hash are the same");
    let mut other = good();
    other["measures"][0]["effect"] = json!(0.05);
    assert_ne!(run(&mut desk, "pilot_design", other)["hash"], reply["hash"]);
    let arms: Vec<&Value> = reply["allocation"].as_array().unwrap().iter().collect();
    let count = |stratum: &str, arm: &str| {
        arms.iter()
            .filter(|row| row["stratum"] == stratum && row["arm"] == arm)
            .count() as i64
    };
    assert_eq!(count("counselor", "new") + count("nurse", "new"), 6);
    for stratum in ["counselor", "nurse"] {
        assert!((count(stratum, "new") - count(stratum, "usual")).abs() <= 1, "{arms:?}");
    }
    let looks = reply["looks"].as_array().unwrap();
    assert_eq!((looks.len(), looks[0]["date"].as_str()), (2, Some("2027-01-04")));
    assert!(looks[0]["bound"].as_f64() > looks[1]["bound"].as_f64());
    assert!((looks[1]["spent"].as_f64().unwrap() - 0.05).abs() < 1e-9);
    for measure in reply["measures"].as_array().unwrap() {
        let powers: Vec<f64> = measure["curve"]
            .as_array()
            .unwrap()
            .iter()
            .map(|point| point["power"].as_f64().unwrap())
            .collect();
        assert!(powers.is_sorted(), "{measure}");
    }
    assert!(
        reply["protocol"]
            .as_str()
            .unwrap()
            .contains(reply["hash"].as_str().unwrap())
    );
}

/// The figures of the insight: 40 per arm detect about d = 0.6; 18 % against 12 % takes about 550 visits in each arm, and
/// near twice as many with ICC 0.03 and 25 per cluster.
#[test]
fn sample_sizes_are_those_of_the_literature() {
    let mut plain = design(PilotKind::Share, PilotComparison::Randomized, 40);
    (plain.observations, plain.icc, plain.correlation) = (1.0, 0.0, 0.0);
    (plain.measures[0].baseline, plain.measures[0].effect) = (0.18, 0.06);
    let needed = pilot::plan(&plain).measures[0].units_needed.unwrap();
    assert!((530..=580).contains(&needed), "{needed}");
    (plain.observations, plain.icc) = (25.0, 0.03);
    let clusters = pilot::plan(&plain).measures[0].units_needed.unwrap();
    assert!((900..=1_050).contains(&(25 * clusters)), "{clusters}");
    let mut mean = design(PilotKind::Mean, PilotComparison::Randomized, 40);
    (mean.observations, mean.icc, mean.correlation) = (1.0, 0.0, 0.0);
    let detectable = pilot::plan(&mean).measures[0].planned.detectable;
    assert!((0.6..=0.66).contains(&detectable), "{detectable}");
}

/// Twelve clinicians of 120 visits, half of them with this share of no-shows instead of 20 %.
fn no_shows(new: f64) -> PilotReadingRequest {
    let mut design = design(PilotKind::Share, PilotComparison::Randomized, 6);
    design.units = (0..12)
        .map(|at| PilotUnit {
            id: format!("u{at}"),
            stratum: String::new(),
        })
        .collect();
    let arms = design.allocation();
    let mut rows = Vec::new();
    for unit in 0..12_usize {
        let arm = arms.iter().find(|row| row.unit == format!("u{unit}")).unwrap().arm;
        let wiggle = f64::from((unit % 5) as u8) - 2.0;
        let share = if arm == Arm::New { new } else { 0.2 };
        rows.push(row(unit, arm, true, (24.0 + 2.0 * wiggle).round(), 120.0));
        rows.push(row(unit, arm, false, (120.0 * share + 1.5 * wiggle).round(), 120.0));
    }
    PilotReadingRequest {
        hash: Some(design.hash()),
        design,
        week: None,
        rows,
        records: None,
    }
}

#[test]
fn a_large_effect_is_found_and_a_small_one_is_not_excluded() {
    let reply = pilot::read(&no_shows(0.1));
    let measure = &reply.measures[0];
    assert_eq!(measure.verdict, Verdict::Better, "{measure:?}");
    assert!(
        measure.statement.starts_with("better, as large as was worth having"),
        "{}",
        measure.statement
    );
    assert!(reply.warnings.is_empty(), "{:?}", reply.warnings);
    let reply = pilot::read(&no_shows(0.19));
    let measure = &reply.measures[0];
    assert!(
        measure.cannot_exclude.starts_with("this cannot exclude"),
        "{}",
        measure.cannot_exclude
    );
    let reply = pilot::read(&no_shows(0.35));
    assert_eq!(reply.measures[0].verdict, Verdict::Worse);
    assert!(reply.measures[0].cannot_exclude.contains("a harm of up to"));
}

#[test]
fn what_could_mislead_is_said() {
    let says = |request: &PilotReadingRequest, text: &str| {
        let warnings = pilot::read(request).warnings;
        assert!(
            warnings.iter().any(|warning| warning.contains(text)),
            "{text}: {warnings:?}"
        );
    };
    let mut changed = no_shows(0.1);
    changed.design.measures[0].effect = 0.01;
    says(&changed, "not the one that was hashed");
    let mut unknown = no_shows(0.1);
    unknown.hash = None;
    says(&unknown, "no hash");
    let mut early = no_shows(0.1);
    early.week = Some(5);
    says(&early, "not planned");
    let mut swapped = no_shows(0.1);
    for row in &mut swapped.rows {
        row.arm = if row.arm == Arm::New { Arm::Usual } else { Arm::New };
    }
    says(&swapped, "not in the arm that was drawn");
    let mut missing = no_shows(0.1);
    let arms = missing.rows.clone();
    for at in 12..40 {
        missing.rows.push(row(at, Arm::New, false, 10.0, 100.0));
    }
    says(&missing, "other numbers of units");
    missing.rows = arms;
    let mut alone = no_shows(0.1);
    alone.design.comparison = PilotComparison::BeforeAfter;
    assert!(pilot::read(&alone).evidence.starts_with("weak evidence"));
}

#[test]
fn too_little_data_is_no_effect_and_no_panic() {
    let mut request = no_shows(0.1);
    for keep in [0, 1, 2, 3, 5] {
        request.rows.truncate(keep);
        let reply = pilot::read(&request);
        assert!(
            matches!(reply.measures[0].verdict, Verdict::NotReadable | Verdict::Unclear),
            "{keep}: {reply:?}"
        );
    }
    for sum in [0.0, 120.0] {
        let mut request = no_shows(0.1);
        request.rows.iter_mut().for_each(|row| row.sum = sum);
        assert_eq!(pilot::read(&request).measures[0].verdict, Verdict::NotReadable);
    }
}

/// The records of a sample clinic give the indicator itself, split by clinician and by the day on which the pilot began.
#[test]
fn rows_can_come_from_the_clinics_records() {
    let mut desk = Desk::default();
    run(
        &mut desk,
        "sample",
        json!({"kind": "addiction_treatment", "clinicians": 12}),
    );
    let ids: Vec<Value> = desk
        .clinic()
        .unwrap()
        .clinicians
        .iter()
        .map(|clinician| json!({"id": clinician.id}))
        .collect();
    let design = json!({
        "name": "reminders", "comparison": "randomized", "start": "2026-09-07", "weeks": 8, "units": ids,
        "observations": 100,
        "measures": [
            {"id": "K10", "kind": "share", "better": "lower", "primary": true, "baseline": 0.15, "effect": 0.05},
            {"id": "K9", "kind": "share", "better": "higher", "baseline": 0.8, "effect": 0.05},
        ],
    });
    let reply = run(
        &mut desk,
        "pilot_reading",
        json!({"design": design, "records": {"before_weeks": 8}}),
    );
    let kpis = run(
        &mut desk,
        "kpis",
        json!({"from": "2026-09-07T00:00", "to": "2026-11-02T00:00", "ids": ["K9", "K10"]}),
    );
    for (measure, id) in [(1, "K9"), (0, "K10")] {
        let arms = reply["measures"][measure]["arms"].as_array().unwrap();
        let sum = |field: &str| arms.iter().map(|arm| arm[field].as_f64().unwrap()).sum::<f64>();
        let indicators = kpis["indicators"].as_array().unwrap();
        let indicator = indicators.iter().find(|indicator| indicator["id"] == id).unwrap();
        assert_eq!(Some(sum("sum")), indicator["numerator"].as_f64(), "{id}");
        assert_eq!(Some(sum("count")), indicator["denominator"].as_f64(), "{id}");
        assert_eq!(reply["measures"][measure]["analyses"][0]["method"], "cuped");
    }
    let error = api::run(
        &mut Desk::default(),
        "pilot_reading",
        &json!({"design": good(), "records": {"before_weeks": 1}}).to_string(),
    );
    assert_eq!(error.unwrap_err().code, "desk.empty");
}

#[test]
fn faults_are_told_all_at_once() {
    let refused = |operation: &str, request: Value| {
        let error = api::run(&mut Desk::default(), operation, &request.to_string()).unwrap_err();
        (error.code, error.path, error.message)
    };
    for (field, value, path) in [
        ("weeks", json!(0), "weeks"),
        ("looks", json!([6, 6]), "looks"),
        ("looks", json!([13]), "looks"),
        ("alpha", json!(0.7), "alpha"),
        ("power", json!(1), "power"),
        ("observations", json!(0), "observations"),
        ("icc", json!(2), "icc"),
        ("correlation", json!(1), "correlation"),
        (
            "units",
            json!([{"id": "a"}, {"id": "a"}, {"id": "b"}, {"id": "c"}]),
            "units",
        ),
        ("units", json!([{"id": "a"}]), "units_per_arm"),
        ("measures", json!([]), "measures"),
    ] {
        let mut request = good();
        request[field] = value;
        let (code, found, _) = refused("pilot_design", request);
        assert_eq!((code.as_str(), found.as_str()), ("pilot.wrong_design", path));
    }
    let mut request = good();
    request["measures"][1]["sd"] = Value::Null;
    request["measures"][0]["baseline"] = json!(18);
    request["weeks"] = json!(1000);
    let (_, _, message) = refused("pilot_design", request);
    for part in ["weeks", "measures[1].sd", "measures[0].baseline"] {
        assert!(message.contains(part), "{message}");
    }
    let row = json!({"measure": "K10", "unit": "c00", "arm": "new", "sum": 3, "count": 20});
    for (field, value, path) in [
        ("measure", json!("K99"), "rows[1].measure"),
        ("sum", json!(21), "rows[1].sum"),
        ("sum", json!(1.5), "rows[1].sum"),
        ("arm", json!("usual"), "rows[1].arm"),
        ("count", json!(-1), "rows[1].sum"),
    ] {
        let mut wrong = row.clone();
        wrong[field] = value;
        let (code, found, _) = refused("pilot_reading", json!({"design": good(), "rows": [row, wrong]}));
        assert_eq!((code.as_str(), found.as_str()), ("pilot.wrong_rows", path));
    }
    let (code, path, _) = refused("pilot_reading", json!({"design": good(), "week": 13, "rows": []}));
    assert_eq!((code.as_str(), path.as_str()), ("pilot.wrong_rows", "week"));
}

mod laws {
    use proptest::prelude::*;
    use rosterwell::pilot;
    use rosterwell::stats;

    fn values() -> impl Strategy<Value = Vec<f64>> {
        proptest::collection::vec((-1000..1000_i32).prop_map(|x| f64::from(x) / 8.0), 2..7)
    }

    proptest! {
        #[test]
        fn arms_changed_turn_the_sign_and_nothing_else(new in values(), usual in values()) {
            let (there, back) = (pilot::welch(&new, &usual), pilot::welch(&usual, &new));
            prop_assert_eq!(there.is_some(), back.is_some());
            if let (Some(there), Some(back)) = (there, back) {
                prop_assert!((there.estimate + back.estimate).abs() < 1e-9);
                prop_assert!((there.p - back.p).abs() < 1e-9);
            }
            let (there, back) = (pilot::permutation(&new, &usual, 1), pilot::permutation(&usual, &new, 1));
            prop_assert!((there.unwrap().p - back.unwrap().p).abs() < 1e-12);
        }

        #[test]
        fn what_is_added_to_all_changes_nothing(new in values(), usual in values(), by in -100..100_i32) {
            let plus = |values: &[f64]| values.iter().map(|x| x + f64::from(by)).collect::<Vec<f64>>();
            let (plain, moved) = (pilot::welch(&new, &usual), pilot::welch(&plus(&new), &plus(&usual)));
            if let (Some(plain), Some(moved)) = (plain, moved) {
                prop_assert!((plain.p - moved.p).abs() < 1e-7, "{:?} {:?}", plain, moved);
            }
            let (plain, moved) = (pilot::permutation(&new, &usual, 1), pilot::permutation(&plus(&new), &plus(&usual), 1));
            prop_assert!((plain.unwrap().p - moved.unwrap().p).abs() < 1e-12);
        }

        #[test]
        fn adjusted_p_values_keep_their_order_and_grow(p in proptest::collection::vec(0.0..1.0_f64, 1..12)) {
            let (holm, hochberg) = (pilot::holm(&p), pilot::benjamini_hochberg(&p));
            for a in 0..p.len() {
                prop_assert!(p[a] <= hochberg[a] + 1e-15 && hochberg[a] <= holm[a] + 1e-15 && holm[a] <= 1.0);
                for b in 0..p.len() {
                    prop_assert!(p[a] > p[b] || (holm[a] <= holm[b] && hochberg[a] <= hochberg[b]));
                }
            }
        }

        #[test]
        fn an_interval_excludes_zero_where_p_is_small(new in values(), usual in values()) {
            if let Some(found) = pilot::welch(&new, &usual) {
                let (low, high) = found.interval(0.95);
                prop_assert!(low <= found.estimate && found.estimate <= high);
                prop_assert!((found.p - 0.05).abs() < 1e-9 || (low > 0.0 || high < 0.0) == (found.p < 0.05));
            }
        }

        #[test]
        fn intervals_of_proportions_are_ordered(a in 0..40_u64, more_a in 0..40_u64, b in 0..40_u64, more_b in 0..40_u64) {
            let (x, y) = ((a as f64, (a + more_a) as f64), (b as f64, (b + more_b) as f64));
            match stats::newcombe(x, y) {
                None => prop_assert!(x.1 == 0.0 || y.1 == 0.0),
                Some((difference, low, high)) => {
                    prop_assert!((-1.0..=1.0).contains(&low) && low <= difference && difference <= high && high <= 1.0);
                    let (_, back_low, back_high) = stats::newcombe(y, x).unwrap();
                    prop_assert!((low + back_high).abs() < 1e-12 && (high + back_low).abs() < 1e-12);
                }
            }
        }

        #[test]
        fn bounds_fall_toward_the_end_and_power_rises(weeks in 2..8_u32, drift in 0.0..5.0_f64) {
            let shares: Vec<f64> = (1..=weeks).map(|week| f64::from(week) / f64::from(weeks)).collect();
            let bounds = pilot::bounds(&shares, 0.05, pilot::Spending::ObrienFleming);
            prop_assert!(bounds.windows(2).all(|pair| pair[0] >= pair[1]), "{:?}", bounds);
            prop_assert!(bounds.last().is_some_and(|&last| (1.95..2.3).contains(&last)));
            let power = pilot::power_by_look(&shares, &bounds, drift);
            prop_assert!(power.is_sorted() && power.last().is_some_and(|&last| last >= 0.05 - 1e-6), "{:?}", power);
        }
    }
}
