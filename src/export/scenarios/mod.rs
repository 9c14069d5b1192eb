//! Scenarios to a workbook whose money is formulas: who changes a price, a cost or the discount rate in it sees the outcome
//! follow, without a new run. What would need a new run stands there fixed, and says so.
//!
//! The engine's money by kind and month stands on one sheet as it was run; everything after it is a formula over those
//! cells and the assumptions. Every formula carries the result that the engine gives for the assumptions of the run.

mod assumptions;
mod cells;
mod money;
mod texts;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use serde::Deserialize;

use crate::error::{Error, Result};
use assumptions::Assumptions;
use cells::Formats;
use money::Money;

/// Scenarios that one workbook takes at most. Our choice: more columns than a screen or a page holds.
pub const MAX_SCENARIOS: usize = 50;
/// Months of a scenario that a workbook takes at most. Our choice, above the longest horizon of a scenario.
const MAX_MONTHS: u32 = 240;

/// What is written.
#[derive(Debug, Clone, Deserialize)]
pub struct ScenarioBook {
    /// Name of the clinic.
    pub clinic: String,
    /// True for an invented clinic.
    pub synthetic: bool,
    /// Currency, ISO 4217.
    pub currency: String,
    /// The scenarios, 1 to 50.
    pub scenarios: Vec<BookScenario>,
}

/// A scenario with its name.
#[derive(Debug, Clone, Deserialize)]
pub struct BookScenario {
    /// Name, as its columns are headed.
    pub name: String,
    /// What of the reply of `scenario` is written.
    pub report: BookReport,
}

/// The fields of a reply of `scenario` that a workbook holds; its others are passed over.
#[derive(Debug, Clone, Deserialize)]
pub struct BookReport {
    complete: bool,
    draws: u32,
    runs: u32,
    months: u32,
    weeks_planned: u32,
    cases: Vec<BookCase>,
    assumptions: Vec<BookAssumption>,
    changes: Vec<BookChange>,
    limits: Vec<String>,
    seed: u64,
    version: String,
    input_hash: String,
}

#[derive(Debug, Clone, Deserialize)]
struct BookCase {
    name: String,
    net_cents: BookEstimate,
    #[serde(rename = "return")]
    return_: BookReturn,
    lines: Vec<BookLine>,
    indicators: Vec<BookIndicator>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct BookEstimate {
    mean: f64,
    p10: f64,
    p90: f64,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct BookReturn {
    npv_cents: f64,
}

#[derive(Debug, Clone, Deserialize)]
struct BookLine {
    line: String,
    gain_months: Vec<f64>,
}

#[derive(Debug, Clone, Deserialize)]
struct BookIndicator {
    id: String,
    name: String,
    unit: String,
    definition: String,
    base: Option<f64>,
    value: Option<f64>,
}

#[derive(Debug, Clone, Deserialize)]
struct BookAssumption {
    id: String,
    value: f64,
    unit: String,
    meaning: String,
    source: String,
}

#[derive(Debug, Clone, Deserialize)]
struct BookChange {
    lever: serde_json::Value,
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
    start_month: i32,
    ramp_months: i32,
    end_month: Option<i32>,
    one_off_cents: i64,
    running_cents_month: i64,
}

impl BookChange {
    /// Name of the lever.
    fn id(&self) -> &str {
        let name = self.lever.as_object().and_then(|fields| fields.keys().next());
        self.lever.as_str().or(name.map(String::as_str)).unwrap_or_default()
    }

    /// The lever with what it is turned on, in words.
    fn name(&self) -> String {
        let on = self.lever.as_object().and_then(|fields| fields.values().next());
        let parts: Vec<&str> = on
            .and_then(serde_json::Value::as_object)
            .into_iter()
            .flat_map(|fields| fields.values())
            .filter_map(serde_json::Value::as_str)
            .collect();
        let id = self.id().replace('_', " ");
        if parts.is_empty() {
            id
        } else {
            format!("{id}: {}", parts.join(", "))
        }
    }
}

/// The bytes of a workbook with these scenarios: what it is, assumptions, the run, money by month, outcome, comparison.
///
/// The same scenarios give the same bytes.
///
/// # Errors
/// `export.scenarios`: none, or too many; `export.broken_report`: a report whose months do not fit together;
/// `export.unwritable`: a text that no cell holds.
pub fn write_scenarios(book: &ScenarioBook) -> Result<Vec<u8>> {
    check(book)?;
    let unwritable = |_: XlsxError| {
        Error::new(
            "export.unwritable",
            "the workbook cannot be written: a text is too long",
        )
    };
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2026, 1, 1).map_err(unwritable)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    fill(&mut workbook, book).map_err(unwritable)?;
    workbook.save_to_buffer().map_err(unwritable)
}

fn check(book: &ScenarioBook) -> Result<()> {
    if book.scenarios.is_empty() || book.scenarios.len() > MAX_SCENARIOS {
        let message = format!("a workbook takes 1 to {MAX_SCENARIOS} scenarios: leave some out");
        return Err(Error::new("export.scenarios", message));
    }
    for (place, scenario) in book.scenarios.iter().enumerate() {
        let report = &scenario.report;
        let whole = |line: &BookLine| line.gain_months.len() == report.months as usize + 1;
        let fits = report.cases.iter().all(|case| case.lines.iter().all(whole));
        if !fits || report.months > MAX_MONTHS || report.cases.is_empty() {
            let message = "the months of this report do not fit together: run the scenario again";
            return Err(Error::new("export.broken_report", message).at(format!("scenarios[{place}]")));
        }
    }
    Ok(())
}

fn fill(workbook: &mut Workbook, book: &ScenarioBook) -> std::result::Result<(), XlsxError> {
    let formats = Formats::new();
    let assumptions = Assumptions::new(book);
    let money = Money::new(book, &assumptions);
    texts::write_read_me(workbook.add_worksheet(), book, &assumptions, &formats)?;
    assumptions.write(workbook.add_worksheet(), book, &formats)?;
    money.write_run(workbook.add_worksheet(), &formats)?;
    money.write_monthly(workbook.add_worksheet(), &formats)?;
    money.write_outcome(workbook.add_worksheet(), &formats)?;
    texts::write_compare(workbook.add_worksheet(), book, &money, &formats)
}
