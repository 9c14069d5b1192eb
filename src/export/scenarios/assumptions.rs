//! The sheet of assumptions: what can be changed, what would need a new run, and what the changes cost.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::ScenarioBook;
use super::cells::{Formats, Value, cell, fixed, formula, header};

pub(super) const SHEET: &str = "Assumptions";
/// Row of the first assumption.
const FIRST: u32 = 3;
/// Column of the first scenario's value; the value of its run stands beside it.
const VALUES: u16 = 5;
/// Columns of the table of changes.
const START: u16 = 5;
const END: u16 = 6;
const ONE_OFF: u16 = 8;
const RUNNING: u16 = 9;

/// Prices and pay as a whole, against those of the run: rows of their own before the engine's assumptions.
const LEVELS: [(&str, &str); 2] = [
    ("price_level", "all prices, against those of the run"),
    (
        "pay_level",
        "everybody's pay, against that of the run; hiring and departures cost with it",
    ),
];

/// Kinds of money and the assumptions that they go with, in proportion.
const FACTORS: [(&str, &[&str]); 9] = [
    ("revenue", &["price_level"]),
    ("shared", &["readmission_cost_cents", "readmission_clinic_share"]),
    ("pay", &["pay_level"]),
    ("overtime", &["pay_level", "overtime_multiplier"]),
    ("agency", &["pay_level", "agency_premium"]),
    ("mileage", &["mileage_cents_per_mile"]),
    ("hiring", &["pay_level", "hiring_cost_share"]),
    ("turnover", &["pay_level", "departure_cost_share", "turnover_year"]),
    ("scheduling", &["scheduling_hours_week", "scheduling_pay_cents_hour"]),
];
/// The rate of the present value.
const RATE: &str = "discount_rate";

/// A row of the sheet.
struct Row {
    id: String,
    meaning: String,
    unit: String,
    source: String,
    live: bool,
    /// By scenario; `None` if its run has no such assumption.
    values: Vec<Option<f64>>,
}

/// Where assumptions and costs stand.
pub(super) struct Assumptions {
    rows: Vec<Row>,
    /// First and last row of each scenario's changes; none if it has no change.
    changes: Vec<Option<(u32, u32)>>,
}

impl Assumptions {
    pub fn new(book: &ScenarioBook) -> Self {
        let levels = LEVELS.iter().map(|(id, meaning)| Row {
            id: (*id).into(),
            meaning: (*meaning).into(),
            unit: "times".into(),
            source: "this workbook".into(),
            live: true,
            values: vec![Some(1.0); book.scenarios.len()],
        });
        let mut rows: Vec<Row> = levels.collect();
        for scenario in &book.scenarios {
            for known in &scenario.report.assumptions {
                if rows.iter().any(|row| row.id == known.id) {
                    continue;
                }
                let value = |of: &super::BookScenario| {
                    let own = of.report.assumptions.iter().find(|row| row.id == known.id);
                    own.map(|row| row.value)
                };
                let values: Vec<Option<f64>> = book.scenarios.iter().map(value).collect();
                rows.push(Row {
                    id: known.id.clone(),
                    meaning: known.meaning.clone(),
                    unit: known.unit.clone(),
                    source: known.source.clone(),
                    live: is_live(book, &known.id, &values),
                    values,
                });
            }
        }
        // What can be changed comes first.
        rows.sort_by_key(|row| !row.live);
        let mut next = FIRST + rows.len() as u32 + 4;
        let changes = book
            .scenarios
            .iter()
            .map(|scenario| {
                let first = next;
                next += scenario.report.changes.len() as u32;
                (next > first).then(|| (first, next - 1))
            })
            .collect();
        Self { rows, changes }
    }

    /// Ids of the assumptions that can be changed, or of those that cannot.
    pub fn ids(&self, live: bool) -> Vec<&str> {
        let wanted = self.rows.iter().filter(|row| row.live == live);
        wanted.map(|row| row.id.as_str()).collect()
    }

    fn row(&self, id: &str) -> Option<(u32, &Row)> {
        let at = self.rows.iter().position(|row| row.id == id)?;
        Some((FIRST + at as u32, &self.rows[at]))
    }

    /// The factor of a kind of money as a formula; 1 if nothing of it can be changed.
    pub fn factor(&self, line: &str, scenario: usize) -> String {
        let ids = FACTORS
            .iter()
            .find(|(name, _)| *name == line)
            .map_or(&[][..], |row| row.1);
        let value = VALUES + 2 * scenario as u16;
        let parts = ids.iter().filter_map(|id| {
            let (at, row) = self.row(id).filter(|(_, row)| row.live)?;
            row.values[scenario]?;
            Some(format!("{SHEET}!{}/{SHEET}!{}", fixed(at, value), fixed(at, value + 1)))
        });
        let parts: Vec<String> = parts.collect();
        if parts.is_empty() {
            "=1".into()
        } else {
            format!("={}", parts.join("*"))
        }
    }

    /// The address of the discount rate, with its value in the run.
    pub fn rate(&self, scenario: usize) -> (String, f64) {
        match self.row(RATE) {
            Some((at, row)) => (
                format!("{SHEET}!{}", fixed(at, VALUES + 2 * scenario as u16)),
                row.values[scenario].unwrap_or(0.0),
            ),
            None => ("0".into(), 0.0),
        }
    }

    /// What the changes of a scenario cost in the month whose number stands in `month`, as a formula; their own cells
    /// decide, not the run.
    pub fn cost(&self, line: &str, scenario: usize, month: &str) -> Option<String> {
        let wanted = matches!(line, "one_off" | "running");
        let Some((first, last)) = self.changes[scenario].filter(|_| wanted) else {
            return wanted.then(|| "=0".into());
        };
        let column = |column| format!("{SHEET}!{}:{}", fixed(first, column), fixed(last, column));
        Some(if line == "one_off" {
            format!("=-SUMIF({},{month}+1,{})", column(START), column(ONE_OFF))
        } else {
            format!(
                "=-SUMIFS({},{},\"<=\"&{month},{},\">=\"&{month})",
                column(RUNNING),
                column(START),
                column(END)
            )
        })
    }

    pub fn write(
        &self,
        sheet: &mut Worksheet,
        book: &ScenarioBook,
        formats: &Formats,
    ) -> std::result::Result<(), XlsxError> {
        sheet.set_name(SHEET)?;
        sheet.set_freeze_panes(FIRST, 2)?;
        for (column, width) in [28.0, 58.0, 18.0, 24.0, 20.0].into_iter().enumerate() {
            sheet.set_column_width(column as u16, width)?;
        }
        sheet.write_string_with_format(0, 0, "Assumptions", &formats.title)?;
        let how =
            "Change a value in a blue cell: Monthly, Outcome and Compare follow. What is gray would need a new run.";
        sheet.write_string(1, 0, how)?;
        header(
            sheet,
            FIRST - 1,
            &["assumption", "meaning", "unit", "source", "use"],
            formats,
        )?;
        for (at, scenario) in book.scenarios.iter().enumerate() {
            let column = VALUES + 2 * at as u16;
            sheet.set_column_width(column, 16)?;
            sheet.set_column_width(column + 1, 16)?;
            sheet.write_string_with_format(FIRST - 1, column, &scenario.name, &formats.header)?;
            let run = format!("in the run: {}", scenario.name);
            sheet.write_string_with_format(FIRST - 1, column + 1, run, &formats.header)?;
        }
        for (at, row) in self.rows.iter().enumerate() {
            write_row(sheet, FIRST + at as u32, row, formats)?;
        }
        self.write_changes(sheet, book, formats)
    }

    fn write_changes(
        &self,
        sheet: &mut Worksheet,
        book: &ScenarioBook,
        formats: &Formats,
    ) -> std::result::Result<(), XlsxError> {
        let top = FIRST + self.rows.len() as u32 + 2;
        sheet.write_string_with_format(top, 0, "Changes and what they cost", &formats.section)?;
        let once = format!("one-off cost, {}", book.currency);
        let monthly = format!("monthly cost, {}", book.currency);
        let names = [
            "scenario",
            "change",
            "likely value",
            "cautious",
            "hopeful",
            "first month",
            "last month",
            "months to full effect",
            &once,
            &monthly,
        ];
        header(sheet, top + 1, &names, formats)?;
        for (scenario, place) in book.scenarios.iter().zip(&self.changes) {
            let first = place.map_or(0, |(first, _)| first);
            for (at, change) in scenario.report.changes.iter().enumerate() {
                let row = first + at as u32;
                sheet.write_string(row, 0, &scenario.name)?;
                sheet.write_string_with_format(row, 1, change.name(), &formats.fixed)?;
                let end = change.end_month.map_or(f64::from(scenario.report.months), f64::from);
                let numbers = [
                    change.value,
                    change.low.unwrap_or(change.value),
                    change.high.unwrap_or(change.value),
                    f64::from(change.start_month),
                    end,
                    f64::from(change.ramp_months),
                ];
                for (column, number) in numbers.into_iter().enumerate() {
                    sheet.write_number_with_format(row, column as u16 + 2, number, &formats.fixed)?;
                }
                sheet.write_number_with_format(row, ONE_OFF, change.one_off_cents as f64 / 100.0, &formats.input)?;
                let running = change.running_cents_month as f64 / 100.0;
                sheet.write_number_with_format(row, RUNNING, running, &formats.input)?;
            }
        }
        Ok(())
    }
}

fn write_row(sheet: &mut Worksheet, at: u32, row: &Row, formats: &Formats) -> std::result::Result<(), XlsxError> {
    let usage = if row.live {
        "can be changed here"
    } else {
        "fixed: needs a new run"
    };
    for (column, text) in [&row.id, &row.meaning, &row.unit, &row.source].into_iter().enumerate() {
        sheet.write_string(at, column as u16, text)?;
    }
    sheet.write_string_with_format(at, 4, usage, if row.live { &formats.section } else { &formats.fixed })?;
    let first = row.values.first().copied().flatten();
    for (scenario, value) in row.values.iter().enumerate() {
        let Some(value) = *value else { continue };
        let column = VALUES + 2 * scenario as u16;
        sheet.write_number_with_format(at, column + 1, value, &formats.fixed)?;
        if !row.live {
            continue;
        }
        // One cell for all scenarios that were run with the same value; each can still be set apart.
        if scenario > 0 && first == Some(value) {
            let text = format!("={}", cell(at, VALUES));
            formula(sheet, (at, column), &text, &Value::Number(value), &formats.input)?;
        } else {
            sheet.write_number_with_format(at, column, value, &formats.input)?;
        }
    }
    Ok(())
}

/// True if money goes with an assumption in proportion, so that a cell can stand for it.
fn is_live(book: &ScenarioBook, id: &str, values: &[Option<f64>]) -> bool {
    if id == RATE {
        return true;
    }
    let known = FACTORS.iter().any(|(_, ids)| ids.contains(&id));
    let nonzero = values.iter().flatten().all(|value| *value != 0.0);
    let changes = || book.scenarios.iter().flat_map(|scenario| &scenario.report.changes);
    // A clinician who leaves costs once, whatever the rate of departures is.
    let apart = id == "turnover_year" && changes().any(|change| change.id() == "departure");
    known && nonzero && !apart
}
