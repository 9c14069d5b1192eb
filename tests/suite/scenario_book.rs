//! The scenario workbook, read back: what its cells hold is what the engine says, and what its formulas give when an
//! assumption is changed is what the engine says when it is run with that assumption.

mod sheets;

use rosterwell::export::scenarios::{MAX_SCENARIOS, ScenarioBook, write_scenarios};
use rosterwell::model::Clinic;
use rosterwell::scenario::assumptions::AssumptionValue;
use rosterwell::scenario::report::ScenarioCase;
use rosterwell::scenario::{Change, Lever, ScenarioReport, ScenarioRequest};
use serde_json::json;

use crate::scenario::{finished, hire, small, tiny};
use sheets::{Book, Cell};

fn changes() -> Vec<Change> {
    let scheduling = Change {
        low: Some(-0.2),
        high: Some(-0.6),
        ramp_months: 6,
        one_off_cents: 1_234_567,
        running_cents_month: 10_050,
        start_month: 2,
        end_month: Some(9),
        ..Change::new(Lever::SchedulingHours, -0.4)
    };
    let no_show = Change::new(Lever::NoShow { service: None }, -0.3);
    let turnover = Change::new(Lever::Turnover, -0.2);
    vec![
        scheduling,
        no_show,
        turnover,
        hire(1.0),
        Change::new(Lever::Readmission, -0.1),
    ]
}

fn run(clinic: &Clinic, changes: Vec<Change>, own: &[(&str, f64)]) -> ScenarioReport {
    let assumptions = own
        .iter()
        .map(|&(id, value)| AssumptionValue { id: id.into(), value })
        .collect();
    finished(
        clinic,
        ScenarioRequest {
            assumptions,
            ..small(changes)
        },
    )
}

/// The same with three draws: each of them is a case, whatever is assumed.
fn run_thrice(clinic: &Clinic, changes: Vec<Change>, own: &[(&str, f64)]) -> ScenarioReport {
    let assumptions = own
        .iter()
        .map(|&(id, value)| AssumptionValue { id: id.into(), value })
        .collect();
    finished(
        clinic,
        ScenarioRequest {
            assumptions,
            draws: Some(3),
            ..small(changes)
        },
    )
}

fn book(reports: &[(&str, &ScenarioReport)]) -> ScenarioBook {
    let scenarios: Vec<_> = reports
        .iter()
        .map(|(name, report)| json!({ "name": name, "report": report }))
        .collect();
    let book = json!({ "clinic": "Tiny", "synthetic": true, "currency": "USD", "scenarios": scenarios });
    serde_json::from_value(book).unwrap()
}

fn written(reports: &[(&str, &ScenarioReport)]) -> Book {
    Book::read(&write_scenarios(&book(reports)).unwrap())
}

/// Row of the outcome of a case: the cells of its results.
fn outcome<'a>(book: &'a Book, scenario: &str, case: &str) -> (usize, &'a Book) {
    let row = (3..)
        .take_while(|row| book.value("Outcome", *row, 0) != Cell::Empty)
        .find(|row| book.value("Outcome", *row, 0) == scenario && book.value("Outcome", *row, 1) == case);
    (row.unwrap(), book)
}

/// Cents that a cell and a figure of the engine may be apart: half of the last place of money.
const HALF_A_CENT: f64 = 0.005;

fn same_money(found: &Cell, cents: f64, what: &str) {
    let found = found.number();
    assert!(
        (found - cents / 100.0).abs() < HALF_A_CENT,
        "{what}: {found} for {cents} cents"
    );
}

#[test]
fn every_formula_holds_what_the_engine_says() {
    let (first, second) = (run(&tiny(20), changes(), &[]), run(&tiny(20), vec![hire(2.0)], &[]));
    let book = written(&[("Both", &first), ("Two more", &second)]);
    for (name, report) in [("Both", &first), ("Two more", &second)] {
        for case in &report.cases {
            let (row, book) = outcome(&book, name, &case.name);
            let returned = &case.return_;
            let expected = [
                case.net_cents.mean,
                case.first_year_cents.mean,
                returned.npv_cents,
                returned.benefit_cents,
                returned.cost_cents,
            ];
            for (at, cents) in expected.into_iter().enumerate() {
                let what = format!("{name}, {}, column {}", case.name, at + 2);
                same_money(&book.value("Outcome", row, at + 2), cents, &what);
                same_money(&book.computed("Outcome", row, at + 2), cents, &what);
            }
            let roi = returned.roi.map_or(Cell::Text("no costs".into()), Cell::Number);
            assert!(
                book.computed("Outcome", row, 7).is_near(&roi),
                "{name}, {}: {roi:?}",
                case.name
            );
            let payback = returned
                .payback_month
                .map_or(Cell::Text("not within the horizon".into()), |month| {
                    Cell::Number(f64::from(month))
                });
            assert_eq!(book.computed("Outcome", row, 8), payback, "{name}, {}", case.name);
            same_money(&book.computed("Outcome", row, 13), 0.0, "nothing is changed yet");
        }
    }
    // No formula of any sheet holds another result than it gives, and none is without one.
    let formulas = book.formulas();
    assert!(formulas.len() > 1_000, "{}", formulas.len());
    for (sheet, row, column) in formulas {
        let (held, given) = (book.value(&sheet, row, column), book.computed(&sheet, row, column));
        assert!(held.is_near(&given), "{sheet} {row} {column}: {held:?} for {given:?}");
    }
}

/// Changes the value of an assumption for the first scenario.
fn set(book: &mut Book, id: &str, value: f64) {
    let row = (3..)
        .take(60)
        .find(|row| book.value("Assumptions", *row, 0) == id)
        .unwrap();
    assert_eq!(book.value("Assumptions", row, 4), "can be changed here", "{id}");
    book.put("Assumptions", row, 5, value);
}

#[test]
fn a_changed_assumption_gives_what_a_run_with_it_gives() {
    let clinic = tiny(20);
    // Given in both runs: a lever whose baseline is nobody's own has another range.
    let own = [
        ("readmission_clinic_share", 0.2),
        ("turnover_year", 0.3),
        ("scheduling_hours_week", 15.0),
    ];
    let report = run_thrice(&clinic, changes(), &own);
    for (id, value) in [
        ("discount_rate", 0.12),
        ("hiring_cost_share", 0.45),
        ("departure_cost_share", 0.8),
        ("turnover_year", 0.5),
        ("scheduling_hours_week", 22.0),
        ("scheduling_pay_cents_hour", 4_150.0),
        ("overtime_multiplier", 2.0),
        ("mileage_cents_per_mile", 90.0),
        ("readmission_cost_cents", 2_000_000.0),
    ] {
        let mut book = written(&[("Both", &report)]);
        set(&mut book, id, value);
        let mut other: Vec<(&str, f64)> = own.into_iter().filter(|(known, _)| *known != id).collect();
        other.push((id, value));
        let anew = run_thrice(&clinic, changes(), &other);
        for case in &report.cases {
            let (row, book) = outcome(&book, "Both", &case.name);
            let case = same_draw(&anew, case);
            for (column, cents) in [(2, case.net_cents.mean), (4, case.return_.npv_cents)] {
                let found = book.computed("Outcome", row, column).number();
                assert!(
                    (found - cents / 100.0).abs() < ROUNDING,
                    "{id}, {}, column {column}: {found} for {cents} cents",
                    case.name
                );
            }
        }
    }
}

/// A run rounds each kind of money of each month to a cent; a year of that.
const ROUNDING: f64 = 0.01 * 13.0;

/// The case of another run that is the same draw.
fn same_draw<'a>(report: &'a ScenarioReport, case: &ScenarioCase) -> &'a ScenarioCase {
    let same = |other: &&ScenarioCase| other.values == case.values && other.demand_level == case.demand_level;
    let all = || {
        report
            .cases
            .iter()
            .map(|other| (&other.values, other.demand_level))
            .collect::<Vec<_>>()
    };
    let found = report.cases.iter().find(same);
    found.unwrap_or_else(|| panic!("{:?} {} is none of {:?}", case.values, case.demand_level, all()))
}

#[test]
fn a_changed_price_or_cost_gives_what_a_run_with_it_gives() {
    let clinic = tiny(20);
    let report = run_thrice(&clinic, changes(), &[]);
    let mut book = written(&[("Both", &report)]);
    set(&mut book, "price_level", 1.5);
    // The first change costs 5,000.00 once and 250.00 a month.
    let row = (0..60)
        .find(|row| book.value("Assumptions", *row, 1) == "scheduling hours")
        .unwrap();
    book.put("Assumptions", row, 8, 5_000.0);
    book.put("Assumptions", row, 9, 250.0);
    let mut dearer = clinic;
    dearer.services[0].price_cents = dearer.services[0].price_cents * 3 / 2;
    let mut costs = changes();
    (costs[0].one_off_cents, costs[0].running_cents_month) = (500_000, 25_000);
    let anew = run_thrice(&dearer, costs, &[]);
    let case = &report.cases[1];
    let (row, book) = outcome(&book, "Both", &case.name);
    let cents = same_draw(&anew, case).net_cents.mean;
    let found = book.computed("Outcome", row, 2).number();
    assert!((found - cents / 100.0).abs() < ROUNDING, "{found} for {cents} cents");
    assert_ne!(case.net_cents.mean, cents);
}

#[test]
fn what_needs_a_new_run_says_so() {
    let book = written(&[("Both", &run(&tiny(20), changes(), &[]))]);
    let usage = |id: &str| {
        let row = (3..).take(60).find(|row| book.value("Assumptions", *row, 0) == id);
        book.value("Assumptions", row.unwrap(), 4)
    };
    // Nothing of a readmission is shared: no factor makes something of it.
    for id in [
        "readmission_clinic_share",
        "rank_correlation",
        "benefit_load",
        "no_show_addiction",
    ] {
        assert_eq!(usage(id), "fixed: needs a new run", "{id}");
    }
    let texts: Vec<String> = (0..80).map(|row| book.value("Read me", row, 1).text()).collect();
    let all = texts.join("\n");
    for wanted in [
        "Sample clinic. No real patients.",
        "seed ",
        "version ",
        "rank_correlation",
        "(1 + discount rate)",
    ] {
        assert!(all.contains(wanted), "{wanted} in {all}");
    }
}

#[test]
fn scenarios_that_make_no_workbook_are_refused() {
    let report = run(&tiny(5), Vec::new(), &[]);
    let refused = |book: &ScenarioBook| write_scenarios(book).unwrap_err().code;
    assert_eq!(refused(&book(&[])), "export.scenarios");
    assert_eq!(
        refused(&book(&vec![("a", &report); MAX_SCENARIOS + 1])),
        "export.scenarios"
    );
    let mut broken = report.clone();
    broken.cases[0].lines[3].gain_months.pop();
    assert_eq!(refused(&book(&[("a", &broken)])), "export.broken_report");
    assert_eq!(refused(&book(&[(&"x".repeat(40_000), &report)])), "export.unwritable");
    // Names are text, whatever they look like.
    let book = written(&[("=1+1", &report)]);
    assert_eq!(book.value("Outcome", 3, 0), "=1+1");
    assert!(book.formulas().iter().all(|(_, _, column)| *column > 0));
}
