//! A scenario taken apart: changes alone and together, inputs low and high, who receives what, what it returns.

use rosterwell::scenario::drivers::Drivers;
use rosterwell::scenario::money::RateReading;
use rosterwell::scenario::{Change, Lever, ScenarioReport, ScenarioRequest};

use crate::scenario::{finished, hire, small, tiny, without_chance};

fn taken_apart(changes: Vec<Change>) -> ScenarioReport {
    let request = ScenarioRequest {
        drivers: true,
        draws: Some(41),
        assumptions: without_chance(),
        ..small(changes)
    };
    finished(&tiny(20), request)
}

fn drivers(report: &ScenarioReport) -> &Drivers {
    report.drivers.as_ref().unwrap()
}

fn pay(value: f64) -> Change {
    Change::new(Lever::Pay { discipline: None }, value)
}

fn price(value: f64) -> Change {
    Change::new(Lever::Price { service: None }, value)
}

#[test]
fn changes_alone_together_and_their_interaction_to_the_cent() {
    let report = taken_apart(vec![hire(1.0), price(0.1)]);
    let parts = drivers(&report).parts.as_ref().unwrap();
    // Fifteen sessions of 100.00 a week are 6,522.19 a month; twenty are 8,696.25. A tenth more: 7,174.41 and 9,565.88
    // (half a cent up). The second counselor costs 1,956.65 more a month.
    let (hired, dearer) = (217_406 - 195_665, 65_222);
    let both = 956_588 - 652_219 - 195_665;
    let cents = |estimate: &rosterwell::scenario::totals::Estimate| estimate.mean as i64;
    assert_eq!(cents(&parts.changes[0].alone_cents), 12 * hired);
    assert_eq!(cents(&parts.changes[1].alone_cents), 12 * dearer);
    assert_eq!(cents(&parts.together_cents), 12 * both);
    assert_eq!(cents(&parts.interaction_cents), 12 * (both - hired - dearer));
    assert_eq!(cents(&parts.changes[0].last_cents), 12 * (both - dearer));
    assert_eq!(cents(&parts.changes[1].last_cents), 12 * (both - hired));
    assert_eq!(parts.changes[0].lever, "hire");
}

#[test]
fn changes_that_have_nothing_to_do_with_each_other_do_not_interact() {
    let report = taken_apart(vec![pay(0.02), price(0.1)]);
    let parts = drivers(&report).parts.as_ref().unwrap();
    assert_eq!(parts.interaction_cents.mean, 0.0);
    assert_eq!(parts.interaction_cents.mc_error, 0.0);
    for part in &parts.changes {
        assert_eq!(part.alone_cents.mean, part.last_cents.mean);
    }
}

#[test]
fn the_wider_range_swings_more_and_carries_the_variance() {
    let wide = Change {
        low: Some(-0.3),
        high: Some(0.3),
        ..price(0.0)
    };
    let narrow = Change {
        low: Some(0.03),
        high: Some(0.01),
        ..pay(0.02)
    };
    let report = taken_apart(vec![narrow, wide]);
    let drivers = drivers(&report);
    let names: Vec<&str> = drivers.inputs.iter().map(|input| input.name.as_str()).collect();
    assert_eq!(names, ["price", "pay", "demand level"]);
    let [first, second, third] = &drivers.inputs[..] else {
        unreachable!()
    };
    // Only one level of demand is planned, and fifteen sessions fit at any.
    assert_eq!((third.change, third.swing_cents.mean), (None, 0.0));
    assert_eq!((first.change, second.change), (Some(1), Some(0)));
    assert!(first.swing_cents.mean > second.swing_cents.mean && second.swing_cents.mean > 0.0);
    assert!(first.at_low_cents.mean < first.at_high_cents.mean);
    assert!(first.variance_share > 0.8, "{first:?}");
    assert_eq!(drivers.chance_share, 1.0 / 40.0);
    // P10 of a triangle over its middle: 0.3 (sqrt(0.2) - 1). Fifteen sessions of 100.00, without chance.
    let end = 0.3 * (1.0 - 0.2_f64.sqrt());
    assert!((first.high - end).abs() < 1e-12 && (first.low + end).abs() < 1e-12);
    let expected = 12.0 * 2.0 * end * 652_218.75;
    assert!(
        (first.swing_cents.mean - expected).abs() <= 24.0,
        "{}",
        first.swing_cents.mean
    );
    // The draws lie on both sides of 0, and the price alone decides on which.
    assert!(drivers.perfect_information_cents > 0.0);
    assert!(drivers.advice.contains("knowing price alone"), "{}", drivers.advice);
    assert!(first.information_cents > 0.0 && first.information_cents <= drivers.perfect_information_cents * 1.2);
}

#[test]
fn without_a_doubt_there_is_nothing_to_find_out() {
    let report = taken_apart(vec![price(0.1)]);
    let drivers = drivers(&report);
    assert_eq!(drivers.perfect_information_cents, 0.0);
    assert_eq!(
        drivers.advice,
        "going ahead is better in all 41 draws: no measurement would change that"
    );
    assert!(drivers.inputs.iter().all(|input| input.information_cents == 0.0));
}

#[test]
fn taking_apart_changes_nothing_else() {
    let range = Change {
        low: Some(0.2),
        high: Some(1.5),
        ..hire(1.0)
    };
    let with = |drivers| {
        finished(
            &tiny(20),
            ScenarioRequest {
                drivers,
                ..small(vec![range.clone(), pay(0.02)])
            },
        )
    };
    let (plain, apart) = (with(false), with(true));
    assert!(plain.drivers.is_none() && apart.drivers.is_some());
    assert_eq!(plain.cases, apart.cases);
    assert_eq!(plain.outcomes_cents, apart.outcomes_cents);
    assert_eq!(plain.all_wrong, apart.all_wrong);
    assert!(apart.complete);
}

#[test]
fn who_receives_what_adds_up() {
    let report = taken_apart(vec![
        hire(1.0),
        price(0.1),
        pay(0.03),
        Change::new(Lever::SchedulingHours, -0.2),
    ]);
    for case in report.cases.iter().chain(&report.all_wrong) {
        let split = case.split;
        let sum = split.clinic_cents + split.payer_cents + split.staff_cents + split.others_cents;
        assert!((sum - split.avoided_cents).abs() < 1e-3, "{split:?}");
        assert_eq!(split.avoided_cents, 0.0);
    }
}

#[test]
fn returns_after_one_two_and_three_years_to_the_cent() {
    // 10,000.00 before the start, then a tenth more of 6,522.19 a month: 652.22.
    let change = Change {
        one_off_cents: 1_000_000,
        ..price(0.1)
    };
    let request = ScenarioRequest {
        months: Some(30),
        assumptions: without_chance(),
        ..small(vec![change])
    };
    let report = finished(&tiny(20), request);
    let case = &report.cases[1];
    let months: Vec<u32> = case.returns.iter().map(|row| row.months).collect();
    assert_eq!(months, [12, 24, 30]);
    for row in &case.returns {
        let gained = f64::from(row.months) * 65_222.0;
        assert_eq!(row.benefit_cents, gained);
        assert_eq!(row.cost_cents, 1_000_000.0);
        assert_eq!(row.net_cents, gained - 1_000_000.0);
        assert_eq!(row.roi, Some((gained - 1_000_000.0) / 1_000_000.0));
        assert_eq!(row.internal_rate, RateReading::Invest);
        // Without a discount the value is the sum; at the internal rate it is nothing.
        assert_eq!(row.npv_cents, row.net_cents);
        let monthly = (1.0 + row.internal_rates[0]).powf(-1.0 / 12.0);
        let worth: f64 = (1..=row.months)
            .map(|month| 65_222.0 * monthly.powi(month as i32))
            .sum();
        assert!((worth - 1_000_000.0).abs() < 1.0, "{worth}");
    }
    assert_eq!(case.returns[0].payback_month, None);
    assert_eq!(case.return_.payback_month, Some(16));
    assert_eq!(case.returns.last(), Some(&case.return_));
}
