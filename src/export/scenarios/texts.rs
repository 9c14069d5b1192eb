//! The first and the last sheet: what the workbook is and what its numbers mean; the scenarios side by side.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::assumptions::Assumptions;
use super::cells::{Formats, Value, cell, formula, header};
use super::money::{COLUMNS, Money, OUTCOME, Results};
use super::{BookIndicator, ScenarioBook};

const TERMS: [(&str, &str); 9] = [
    (
        "base",
        "the clinic as it is, planned by the same optimizer, without the changes",
    ),
    (
        "net benefit",
        "income less spending with the changes, less the same for the base, under the same luck; mean of the runs",
    ),
    (
        "conservative, likely, aggressive",
        "the draws of all uncertain inputs at P10, P50 and P90 of net benefit",
    ),
    ("8 in 10 runs", "one run in ten lies below the range, one above"),
    (
        "present value",
        "net benefit by month over (1 + discount rate) to the power of month / 12; month 0 is before the start",
    ),
    (
        "benefits, costs",
        "a kind of money whose sum is in the clinic's favor is a benefit, any other a cost",
    ),
    ("return on costs", "(benefits - costs) / costs"),
    (
        "pays back in month",
        "the first month at whose end costs are covered, once there were any; 0 if there never is a debt",
    ),
    (
        "can be changed here",
        "the money of a kind goes with it in proportion; week, plan and luck stay those of the run",
    ),
];

pub(super) fn write_read_me(
    sheet: &mut Worksheet,
    book: &ScenarioBook,
    assumptions: &Assumptions,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    sheet.set_name("Read me")?;
    sheet.set_column_width(0, 34)?;
    sheet.set_column_width(1, 110)?;
    sheet.write_string_with_format(0, 0, "Scenarios with live assumptions", &formats.title)?;
    let mut row = 1;
    let mut line =
        |sheet: &mut Worksheet, name: &str, text: &str, section: bool| -> std::result::Result<(), XlsxError> {
            let look = if section { &formats.section } else { &formats.wrap };
            sheet.write_string_with_format(row, 0, name, look)?;
            sheet.write_string_with_format(row, 1, text, &formats.wrap)?;
            row += 1;
            Ok(())
        };
    let synthetic = if book.synthetic {
        " Sample clinic. No real patients."
    } else {
        ""
    };
    line(sheet, "clinic", &format!("{}{synthetic}", book.clinic), false)?;
    line(sheet, "amounts", &book.currency, false)?;
    line(
        sheet,
        "how to use it",
        "Change a blue cell on the sheet Assumptions. Monthly, Outcome and Compare are formulas over it and over the sheet Run, which holds what the run found.",
        false,
    )?;
    line(sheet, "can be changed here", &assumptions.ids(true).join(", "), false)?;
    line(
        sheet,
        "fixed: needs a new run",
        &assumptions.ids(false).join(", "),
        false,
    )?;
    line(
        sheet,
        "also fixed",
        "the changes themselves, their months, demand, no-shows: they change plans and luck, not money alone",
        false,
    )?;
    line(sheet, "", "", false)?;
    line(sheet, "What the numbers mean", "", true)?;
    for (term, meaning) in TERMS {
        line(sheet, term, meaning, false)?;
    }
    for indicator in indicators(book) {
        line(
            sheet,
            &format!("{} ({})", indicator.name, indicator.id),
            &indicator.definition,
            false,
        )?;
    }
    for scenario in &book.scenarios {
        let report = &scenario.report;
        line(sheet, "", "", false)?;
        line(sheet, &scenario.name, "", true)?;
        let stopped = if report.complete {
            ""
        } else {
            "; stopped before its end"
        };
        let runs = format!(
            "{} draws of {} runs each over {} months, {} weeks planned and checked{stopped}",
            report.draws, report.runs, report.months, report.weeks_planned
        );
        line(sheet, "run", &runs, false)?;
        let record = format!(
            "seed {}, version {}, SHA-256 of clinic and changes {}",
            report.seed, report.version, report.input_hash
        );
        line(sheet, "record", &record, false)?;
        for limit in &report.limits {
            line(sheet, "limit", limit, false)?;
        }
    }
    Ok(())
}

/// Every indicator of the likely cases, once.
fn indicators(book: &ScenarioBook) -> Vec<&BookIndicator> {
    let mut found: Vec<&BookIndicator> = Vec::new();
    for case in book
        .scenarios
        .iter()
        .flat_map(|scenario| scenario.report.cases.iter().filter(|case| case.name == "likely"))
    {
        for indicator in &case.indicators {
            if !found.iter().any(|known| known.id == indicator.id) {
                found.push(indicator);
            }
        }
    }
    found
}

pub(super) fn write_compare(
    sheet: &mut Worksheet,
    book: &ScenarioBook,
    money: &Money,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    sheet.set_name("Compare")?;
    sheet.set_freeze_panes(3, 2)?;
    sheet.set_column_width(0, 44)?;
    sheet.set_column_range_width(1, 1 + book.scenarios.len() as u16, 24)?;
    sheet.write_string_with_format(0, 0, "Compare", &formats.title)?;
    sheet.write_string(
        1,
        0,
        "Outcomes follow the assumptions; settings and indicators are those of the runs.",
    )?;
    let names = ["", "base"]
        .into_iter()
        .chain(book.scenarios.iter().map(|scenario| scenario.name.as_str()));
    header(sheet, 2, &names.collect::<Vec<&str>>(), formats)?;
    let row = write_settings(sheet, book, 3, formats)?;
    let row = write_outcomes(sheet, book, money, row + 1, formats)?;
    write_indicators(sheet, book, row + 1, formats)
}

/// The settings of all scenarios; gives the next free row.
fn write_settings(
    sheet: &mut Worksheet,
    book: &ScenarioBook,
    top: u32,
    formats: &Formats,
) -> std::result::Result<u32, XlsxError> {
    sheet.write_string_with_format(top, 0, "Settings (fixed: need a new run)", &formats.section)?;
    let mut names: Vec<String> = Vec::new();
    for change in book.scenarios.iter().flat_map(|scenario| &scenario.report.changes) {
        let name = change.name();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for (at, name) in names.iter().enumerate() {
        let row = top + 1 + at as u32;
        sheet.write_string(row, 0, name)?;
        for (column, scenario) in book.scenarios.iter().enumerate() {
            let settings = scenario.report.changes.iter().filter(|change| change.name() == *name);
            let texts: Vec<String> = settings
                .map(|change| {
                    let (low, high) = (change.low.unwrap_or(change.value), change.high.unwrap_or(change.value));
                    let range = if low == high {
                        String::new()
                    } else {
                        format!(" ({low} to {high})")
                    };
                    format!("{}{range} from month {}", change.value, change.start_month)
                })
                .collect();
            let text = if texts.is_empty() {
                "as today".into()
            } else {
                texts.join("; ")
            };
            sheet.write_string_with_format(row, column as u16 + 2, text, &formats.fixed)?;
        }
    }
    Ok(top + 1 + names.len() as u32)
}

/// The outcome of all cases, as formulas; gives the next free row.
fn write_outcomes(
    sheet: &mut Worksheet,
    book: &ScenarioBook,
    money: &Money,
    top: u32,
    formats: &Formats,
) -> std::result::Result<u32, XlsxError> {
    let title = format!("Outcome against the base, {}", book.currency);
    sheet.write_string_with_format(top, 0, title, &formats.section)?;
    let mut row = top + 1;
    for case in money.cases() {
        for (name, column) in COLUMNS {
            sheet.write_string(row, 0, format!("{case}: {name}"))?;
            for scenario in 0..book.scenarios.len() {
                let Some((at, results)) = money.outcome(scenario, case) else {
                    continue;
                };
                let text = format!("={OUTCOME}!{}", cell(at, column));
                let look = if column == 7 { &formats.share } else { &formats.money };
                formula(
                    sheet,
                    (row, scenario as u16 + 2),
                    &text,
                    &result(&results, column),
                    look,
                )?;
            }
            row += 1;
        }
    }
    if book.scenarios.len() > 1 {
        sheet.write_string(row, 0, "likely: net benefit, against the first scenario")?;
        let first = money.outcome(0, "likely");
        for scenario in 0..book.scenarios.len() {
            let (Some((own, results)), Some((reference, other))) = (money.outcome(scenario, "likely"), &first) else {
                continue;
            };
            let text = format!("={OUTCOME}!{}-{OUTCOME}!{}", cell(own, 2), cell(*reference, 2));
            let value = Value::Number(results.net - other.net);
            formula(sheet, (row, scenario as u16 + 2), &text, &value, &formats.money)?;
        }
        row += 1;
    }
    Ok(row)
}

/// What the formula of a column of the outcome gives.
fn result(results: &Results, column: u16) -> Value<'static> {
    match column {
        2 => Value::Number(results.net),
        3 => Value::Number(results.first_year),
        4 => Value::Number(results.present),
        5 => Value::Number(results.benefits),
        6 => Value::Number(results.costs),
        7 => results.returned.map_or(Value::Text("no costs"), Value::Number),
        _ => results.payback.map_or(Value::Text("not within the horizon"), |month| {
            Value::Number(f64::from(month))
        }),
    }
}

fn write_indicators(
    sheet: &mut Worksheet,
    book: &ScenarioBook,
    top: u32,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    sheet.write_string_with_format(top, 0, "Indicators of the likely case (fixed)", &formats.section)?;
    for (at, indicator) in indicators(book).into_iter().enumerate() {
        let row = top + 1 + at as u32;
        let look = if indicator.unit == "share" {
            &formats.share
        } else {
            &formats.number
        };
        sheet.write_string(row, 0, &indicator.name)?;
        if let Some(base) = indicator.base {
            sheet.write_number_with_format(row, 1, base, look)?;
        }
        for (column, scenario) in book.scenarios.iter().enumerate() {
            let likely = scenario.report.cases.iter().find(|case| case.name == "likely");
            let own = likely.and_then(|case| case.indicators.iter().find(|own| own.id == indicator.id));
            if let Some(value) = own.and_then(|own| own.value) {
                sheet.write_number_with_format(row, column as u16 + 2, value, look)?;
            }
        }
    }
    Ok(())
}
