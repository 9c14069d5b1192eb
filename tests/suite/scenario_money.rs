//! Scenarios whose money can be counted by hand, to the cent.

use rosterwell::model::Clinic;
use rosterwell::model::clinic::{Authorization, Stay, Unit};
use rosterwell::scenario::assumptions::AssumptionValue;
use rosterwell::scenario::money::Line;
use rosterwell::scenario::report::ScenarioCase;
use rosterwell::scenario::{Change, Lever, ScenarioReport, ScenarioRequest};

use crate::scenario::{finished, hire, small, tiny, without_chance};

/// A run without chance, with some assumptions of its own.
fn certain(clinic: &Clinic, changes: Vec<Change>, own: &[(&str, f64)]) -> ScenarioReport {
    let mut assumptions = without_chance();
    assumptions.retain(|row| own.iter().all(|(id, _)| row.id != *id));
    assumptions.extend(own.iter().map(|&(id, value)| AssumptionValue { id: id.into(), value }));
    finished(
        clinic,
        ScenarioRequest {
            assumptions,
            ..small(changes)
        },
    )
}

/// Cents of a kind of money over the horizon: base and with the changes.
fn line(case: &ScenarioCase, line: Line) -> (f64, f64) {
    let row = case.lines.iter().find(|row| row.line == line);
    row.map_or((0.0, 0.0), |row| (row.base_cents, row.cents))
}

#[test]
fn a_program_costs_what_it_says_when_it_says() {
    // Training: 12,345.67 before month 3, then 890.12 a month from month 3 to month 10.
    let change = Change {
        start_month: 3,
        end_month: Some(10),
        one_off_cents: 1_234_567,
        running_cents_month: 89_012,
        ..Change::new(Lever::Pay { discipline: None }, 0.0)
    };
    let report = certain(&tiny(5), vec![change], &[]);
    let case = &report.cases[1];
    assert_eq!(line(case, Line::OneOff), (0.0, 1_234_567.0));
    assert_eq!(line(case, Line::Running), (0.0, 8.0 * 89_012.0));
    let mut expected = [0.0; 13];
    expected[2] = -1_234_567.0;
    expected[3..=10].fill(-89_012.0);
    assert_eq!(case.net.mean, expected);
    assert_eq!(case.return_.cost_cents, 1_234_567.0 + 8.0 * 89_012.0);
    assert_eq!(case.return_.payback_month, None);
}

#[test]
fn another_payer_pays_by_its_share_of_the_patients() {
    let mut clinic = tiny(10);
    let (from, until) = (clinic.orders[0].from, clinic.orders[0].until);
    for (idx, patient) in clinic.patients.iter().enumerate() {
        clinic.authorizations.push(Authorization {
            id: format!("a{idx}"),
            patient: patient.id.clone(),
            payer: if idx < 4 { "north" } else { "south" }.into(),
            services: vec!["talk".into()],
            unit: Unit::Visit,
            units: 1_000,
            used: 0,
            from,
            until,
        });
    }
    let revenue = |from: &str, share| {
        let lever = Lever::PayerMix {
            from: from.into(),
            to: "east".into(),
            price_percent: -20,
        };
        line(
            &certain(&clinic, vec![Change::new(lever, share)], &[]).cases[1],
            Line::Revenue,
        )
    };
    // Ten sessions of 100.00 a week in 4.348125 weeks a month: 4,348.125, half a cent up.
    let base = 12.0 * 434_813.0;
    // Four of the ten at 80.00: 920.00 a week, 4,000.275 a month.
    assert_eq!(revenue("north", 1.0), (base, 12.0 * 400_028.0));
    // Six of the ten: 880.00 a week, 3,826.35 a month.
    assert_eq!(revenue("south", 1.0), (base, 12.0 * 382_635.0));
    assert_eq!(revenue("south", 0.0), (base, base));
    let half = revenue("south", 0.5).1;
    assert!(12.0 * 382_635.0 <= half && half <= base, "{half}");
}

#[test]
fn a_post_that_is_filled_in_half_the_time_works_earlier() {
    // Sixty days are two months, thirty are one.
    let days = [
        ("hire_lead_days", 60.0),
        ("hire_lead_days_short", 60.0),
        ("hire_lead_days_long", 60.0),
    ];
    let post = || {
        let lever = Lever::Hire {
            discipline: "counselor".into(),
            site: None,
            lead_days: None,
        };
        Change::new(lever, 1.0)
    };
    let first = |changes| {
        let report = certain(&tiny(20), changes, &days);
        let net = &report.cases[1].net.mean;
        net.iter().position(|cents| *cents != 0.0)
    };
    assert_eq!(first(vec![post()]), Some(3));
    assert_eq!(first(vec![post(), Change::new(Lever::TimeToFill, -0.5)]), Some(2));
    assert_eq!(first(vec![post(), Change::new(Lever::TimeToFill, 1.0)]), Some(5));
    // Days that the hire itself says change as well.
    assert_eq!(first(vec![hire(1.0), Change::new(Lever::TimeToFill, 1.0)]), Some(1));
}

#[test]
fn departures_cost_their_share_of_a_years_pay() {
    // Fifteen hours of 30.00 in 52 weeks are 23,400.00; a fifth leaves, half of the pay each: 2,340.00 a year.
    let own = [("turnover_year", 0.2), ("departure_cost_share", 0.5)];
    let report = certain(&tiny(5), vec![Change::new(Lever::Turnover, -0.1)], &own);
    assert_eq!(
        line(&report.cases[1], Line::Turnover),
        (12.0 * 19_500.0, 12.0 * 17_550.0)
    );
}

#[test]
fn hours_on_the_schedule_cost_their_pay() {
    // Fifteen hours of 25.00 a week: 1,630.546875 a month; 40 % fewer: 978.328125.
    let own = [("scheduling_hours_week", 15.0), ("scheduling_pay_cents_hour", 2_500.0)];
    let report = certain(&tiny(5), vec![Change::new(Lever::SchedulingHours, -0.4)], &own);
    assert_eq!(
        line(&report.cases[1], Line::Scheduling),
        (12.0 * 163_055.0, 12.0 * 97_833.0)
    );
}

#[test]
fn an_avoided_readmission_is_shared_between_payer_and_clinic() {
    let mut clinic = tiny(5);
    let today = clinic.settings.as_of.date();
    let stay = |from: i32, to: i32, index| Stay {
        patient: "p00".into(),
        admitted: today.plus_days(-from),
        discharged: Some(today.plus_days(-to)),
        planned: false,
        transfer: false,
        died: false,
        index,
    };
    // One readmission in 60.875 days, which are two months, is half a readmission a month. Days are whole: 61.
    clinic.stays = vec![stay(61, 50, true), stay(40, 35, false)];
    let month = 1.0 / (61.0 / 30.4375) * 0.1 * 1_000_000.0;
    let own = [
        ("readmission_cost_cents", 1_000_000.0),
        ("readmission_clinic_share", 0.25),
    ];
    let report = certain(&clinic, vec![Change::new(Lever::Readmission, -0.1)], &own);
    let case = &report.cases[1];
    assert_eq!(line(case, Line::Shared), (0.0, 12.0 * libm::round(month * 0.25)));
    assert!((case.split.payer_cents - 12.0 * month * 0.75).abs() < 1e-6);
}
