//! The sheets of money: as it was run, by month under the assumptions, and what comes of it.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::assumptions::Assumptions;
use super::cells::{Formats, Value, cell, fixed, formula, header, range};
use super::{BookCase, ScenarioBook};

const RUN: &str = "Run";
const MONTHLY: &str = "Monthly";
pub(super) const OUTCOME: &str = "Outcome";
/// Row with the numbers of the months, and the row of the first block.
const MONTHS: u32 = 2;
const FIRST: u32 = 3;
const FACTOR: u16 = 3;
const TOTAL: u16 = 4;
/// Column of what is before month 1.
const START: u16 = 5;

/// The rows of a block after its kinds of money.
const NET: u32 = 0;
const ADDED: u32 = 1;
const DEBT: u32 = 2;
const BACK: u32 = 3;
const PRESENT: u32 = 4;
const AFTER: [&str; 5] = [
    "net benefit",
    "added up",
    "in debt so far",
    "costs are covered in",
    "present value",
];

/// Names of the columns of what comes of it, by place; used by the comparison.
pub(super) const COLUMNS: [(&str, u16); 7] = [
    ("net benefit", 2),
    ("first 12 months", 3),
    ("present value", 4),
    ("benefits", 5),
    ("costs", 6),
    ("return on costs", 7),
    ("pays back in month", 8),
];

/// One case of one scenario, with its results for the assumptions of the run, in units of the currency.
struct Block<'a> {
    scenario: usize,
    name: &'a str,
    case: &'a BookCase,
    top: u32,
    months: u16,
    /// By month.
    net: Vec<f64>,
    rate: f64,
}

/// What comes of a block.
pub(super) struct Results {
    pub net: f64,
    pub first_year: f64,
    pub present: f64,
    pub benefits: f64,
    pub costs: f64,
    pub returned: Option<f64>,
    /// 0 without debt; none if it is not covered.
    pub payback: Option<u32>,
}

/// The blocks of a workbook.
pub(super) struct Money<'a> {
    blocks: Vec<Block<'a>>,
    assumptions: &'a Assumptions,
    longest: u16,
    currency: &'a str,
}

impl<'a> Money<'a> {
    pub fn new(book: &'a ScenarioBook, assumptions: &'a Assumptions) -> Self {
        let mut top = FIRST;
        let mut blocks = Vec::new();
        for (scenario, named) in book.scenarios.iter().enumerate() {
            let months = named.report.months as u16;
            for case in &named.report.cases {
                let gain = |month: usize| case.lines.iter().map(|line| line.gain_months[month] / 100.0).sum();
                blocks.push(Block {
                    scenario,
                    name: &named.name,
                    case,
                    top,
                    months,
                    net: (0..=usize::from(months)).map(gain).collect(),
                    rate: assumptions.rate(scenario).1,
                });
                top += case.lines.len() as u32 + AFTER.len() as u32 + 1;
            }
        }
        Self {
            longest: blocks.iter().map(|block| block.months).max().unwrap_or(0),
            blocks,
            assumptions,
            currency: &book.currency,
        }
    }

    /// The row of what comes of a case, and its results; none if the scenario has no such case.
    pub fn outcome(&self, scenario: usize, case: &str) -> Option<(u32, Results)> {
        let at = self
            .blocks
            .iter()
            .position(|block| block.scenario == scenario && block.case.name == case)?;
        Some((FIRST + at as u32, self.blocks[at].results()))
    }

    /// Names of the cases, of all scenarios.
    pub fn cases(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for block in &self.blocks {
            if !names.contains(&block.case.name.as_str()) {
                names.push(&block.case.name);
            }
        }
        names
    }

    /// What was run: kinds of money by month, in the clinic's favor, as plain numbers.
    pub fn write_run(&self, sheet: &mut Worksheet, formats: &Formats) -> std::result::Result<(), XlsxError> {
        let about = format!(
            "What the run found, {}: by kind of money what the changes bring the clinic against the base; more spending is below 0. Do not change.",
            self.currency
        );
        self.frame(sheet, RUN, &about, formats)?;
        for block in &self.blocks {
            for (at, line) in block.case.lines.iter().enumerate() {
                let row = block.top + at as u32;
                block.label(sheet, row, &line.line)?;
                let last = START + block.months;
                let total = format!("=SUM({})", range((row, START), (row, last)));
                let sum = line.gain_months.iter().sum::<f64>() / 100.0;
                formula(sheet, (row, TOTAL), &total, &Value::Number(sum), &formats.whole)?;
                for (month, cents) in line.gain_months.iter().enumerate() {
                    sheet.write_number_with_format(row, START + month as u16, cents / 100.0, &formats.whole)?;
                }
            }
        }
        Ok(())
    }

    /// The same under the assumptions of the workbook.
    pub fn write_monthly(&self, sheet: &mut Worksheet, formats: &Formats) -> std::result::Result<(), XlsxError> {
        let about = format!(
            "By kind of money what the changes bring the clinic against the base, {}: the run times the factor of its assumptions; costs of the changes from their own cells.",
            self.currency
        );
        self.frame(sheet, MONTHLY, &about, formats)?;
        for block in &self.blocks {
            for (at, line) in block.case.lines.iter().enumerate() {
                self.write_line(
                    sheet,
                    block,
                    block.top + at as u32,
                    &line.line,
                    &line.gain_months,
                    formats,
                )?;
            }
            self.write_sums(sheet, block, formats)?;
        }
        Ok(())
    }

    fn frame(
        &self,
        sheet: &mut Worksheet,
        name: &str,
        about: &str,
        formats: &Formats,
    ) -> std::result::Result<(), XlsxError> {
        sheet.set_name(name)?;
        sheet.set_freeze_panes(FIRST, START)?;
        for (column, width) in [24.0, 14.0, 20.0, 10.0, 14.0].into_iter().enumerate() {
            sheet.set_column_width(column as u16, width)?;
        }
        sheet.set_column_range_width(START, START + self.longest, 11)?;
        sheet.write_string_with_format(0, 0, name, &formats.title)?;
        sheet.write_string(1, 0, about)?;
        let factor = if name == MONTHLY { "factor" } else { "" };
        header(
            sheet,
            MONTHS,
            &["scenario", "case", "kind of money", factor, "sum"],
            formats,
        )?;
        for month in 0..=self.longest {
            sheet.write_number_with_format(MONTHS, START + month, f64::from(month), &formats.header)?;
        }
        Ok(())
    }

    fn write_line(
        &self,
        sheet: &mut Worksheet,
        block: &Block,
        row: u32,
        line: &str,
        cents: &[f64],
        formats: &Formats,
    ) -> std::result::Result<(), XlsxError> {
        block.label(sheet, row, line)?;
        let costs = |month: &str| self.assumptions.cost(line, block.scenario, month);
        if costs("").is_none() {
            let factor = self.assumptions.factor(line, block.scenario);
            formula(sheet, (row, FACTOR), &factor, &Value::Number(1.0), &formats.factor)?;
        }
        for (month, cents) in cents.iter().enumerate() {
            let column = START + month as u16;
            let number = format!(
                "{}${}",
                rust_xlsxwriter::utility::column_number_to_name(column),
                MONTHS + 1
            );
            let text = costs(&number).unwrap_or_else(|| {
                let factor = rust_xlsxwriter::utility::column_number_to_name(FACTOR);
                format!("=${factor}{}*{RUN}!{}", row + 1, cell(row, column))
            });
            formula(
                sheet,
                (row, column),
                &text,
                &Value::Number(cents / 100.0),
                &formats.whole,
            )?;
        }
        let total = format!("=SUM({})", range((row, START), (row, START + block.months)));
        let sum = cents.iter().sum::<f64>() / 100.0;
        formula(sheet, (row, TOTAL), &total, &Value::Number(sum), &formats.whole)
    }

    fn write_sums(
        &self,
        sheet: &mut Worksheet,
        block: &Block,
        formats: &Formats,
    ) -> std::result::Result<(), XlsxError> {
        let after = block.after();
        for (at, name) in AFTER.iter().enumerate() {
            block.label(sheet, after + at as u32, name)?;
        }
        let (rate, _) = self.assumptions.rate(block.scenario);
        let (mut added, mut debt) = (0.0, false);
        for month in 0..=block.months {
            let column = START + month;
            let at = |row: u32| cell(after + row, column);
            let before = |row: u32| cell(after + row, column - 1);
            let net = block.net[usize::from(month)];
            let sum = format!("=SUM({})", range((block.top, column), (after - 1, column)));
            formula(sheet, (after + NET, column), &sum, &Value::Number(net), &formats.total)?;
            added += net;
            let text = if month == 0 {
                format!("={}", at(NET))
            } else {
                format!("={}+{}", before(ADDED), at(NET))
            };
            formula(
                sheet,
                (after + ADDED, column),
                &text,
                &Value::Number(added),
                &formats.whole,
            )?;
            debt |= to_the_cent(added) < 0.0;
            let now = format!("ROUND({},2)<0", at(ADDED));
            let text = if month == 0 {
                format!("=IF({now},1,0)")
            } else {
                format!("=IF(OR({}=1,{now}),1,0)", before(DEBT))
            };
            formula(
                sheet,
                (after + DEBT, column),
                &text,
                &Value::Number(f64::from(u8::from(debt))),
                &formats.note,
            )?;
            let number = format!(
                "{}${}",
                rust_xlsxwriter::utility::column_number_to_name(column),
                MONTHS + 1
            );
            let text = format!("=IF(AND({}=1,ROUND({},2)>=0),{number},\"-\")", at(DEBT), at(ADDED));
            let back = if debt && to_the_cent(added) >= 0.0 {
                Value::Number(f64::from(month))
            } else {
                Value::Text("-")
            };
            formula(sheet, (after + BACK, column), &text, &back, &formats.note)?;
            let text = format!("={}/(1+{rate})^({number}/12)", at(NET));
            let value = discounted(net, block.rate, month);
            formula(
                sheet,
                (after + PRESENT, column),
                &text,
                &Value::Number(value),
                &formats.whole,
            )?;
        }
        for row in [NET, PRESENT] {
            let total = format!("=SUM({})", block.span(row));
            let results = block.results();
            let value = if row == NET { results.net } else { results.present };
            formula(
                sheet,
                (after + row, TOTAL),
                &total,
                &Value::Number(value),
                &formats.total,
            )?;
        }
        Ok(())
    }

    /// One row for each case of each scenario.
    pub fn write_outcome(&self, sheet: &mut Worksheet, formats: &Formats) -> std::result::Result<(), XlsxError> {
        sheet.set_name(OUTCOME)?;
        sheet.set_freeze_panes(FIRST, 2)?;
        sheet.set_column_range_width(0, 13, 16)?;
        sheet.set_column_width(0, 24)?;
        sheet.write_string_with_format(0, 0, OUTCOME, &formats.title)?;
        let about = format!(
            "{}. Formulas over Monthly; on the right what the run found, and how far the assumptions of this workbook lead away from it.",
            self.currency
        );
        sheet.write_string(1, 0, about)?;
        let mut names = vec!["scenario", "case"];
        names.extend(COLUMNS.iter().map(|(name, _)| *name));
        names.extend([
            "net benefit of the run",
            "8 in 10 runs from",
            "to",
            "present value of the run",
            "changed by assumptions",
        ]);
        header(sheet, FIRST - 1, &names, formats)?;
        for (at, block) in self.blocks.iter().enumerate() {
            write_results(sheet, FIRST + at as u32, block, formats)?;
        }
        Ok(())
    }
}

fn write_results(
    sheet: &mut Worksheet,
    row: u32,
    block: &Block,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    let results = block.results();
    let after = block.after();
    block.label(sheet, row, "")?;
    let monthly = |address: &str| format!("{MONTHLY}!{address}");
    let lines = monthly(&format!("{}:{}", fixed(block.top, TOTAL), fixed(after - 1, TOTAL)));
    let year = range((after + NET, START), (after + NET, START + block.months.min(12)));
    let amounts = [
        (2, format!("=SUM({})", monthly(&block.span(NET))), results.net),
        (3, format!("=SUM({})", monthly(&year)), results.first_year),
        (4, format!("=SUM({})", monthly(&block.span(PRESENT))), results.present),
        (5, format!("=SUMIF({lines},\">0\")"), results.benefits),
        (6, format!("=-SUMIF({lines},\"<0\")"), results.costs),
    ];
    for (column, text, value) in amounts {
        formula(sheet, (row, column), &text, &Value::Number(value), &formats.money)?;
    }
    let (benefits, costs) = (cell(row, 5), cell(row, 6));
    let text = format!("=IF(ROUND({costs},2)>0,({benefits}-{costs})/{costs},\"no costs\")");
    let value = results.returned.map_or(Value::Text("no costs"), Value::Number);
    formula(sheet, (row, 7), &text, &value, &formats.share)?;
    let (debt, back) = (monthly(&block.span(DEBT)), monthly(&block.span(BACK)));
    let text = format!("=IF(MAX({debt})=0,0,IF(COUNT({back})=0,\"not within the horizon\",MIN({back})))");
    let value = results.payback.map_or(Value::Text("not within the horizon"), |month| {
        Value::Number(f64::from(month))
    });
    formula(sheet, (row, 8), &text, &value, &formats.number)?;
    let run = [
        block.case.net_cents.mean,
        block.case.net_cents.p10,
        block.case.net_cents.p90,
        block.case.return_.npv_cents,
    ];
    for (at, cents) in run.into_iter().enumerate() {
        sheet.write_number_with_format(row, 9 + at as u16, cents / 100.0, &formats.money)?;
    }
    let text = format!("={}-{}", cell(row, 2), cell(row, 9));
    let apart = results.net - block.case.net_cents.mean / 100.0;
    formula(sheet, (row, 13), &text, &Value::Number(apart), &formats.money)
}

impl Block<'_> {
    /// The row after the kinds of money.
    fn after(&self) -> u32 {
        self.top + self.case.lines.len() as u32
    }

    /// A row of sums over its months.
    fn span(&self, row: u32) -> String {
        let row = self.after() + row;
        format!("{}:{}", fixed(row, START), fixed(row, START + self.months))
    }

    fn label(&self, sheet: &mut Worksheet, row: u32, line: &str) -> std::result::Result<(), XlsxError> {
        sheet.write_string(row, 0, self.name)?;
        sheet.write_string(row, 1, &self.case.name)?;
        if !line.is_empty() {
            sheet.write_string(row, 2, line.replace('_', " "))?;
        }
        Ok(())
    }

    fn results(&self) -> Results {
        let sums = self
            .case
            .lines
            .iter()
            .map(|line| line.gain_months.iter().sum::<f64>() / 100.0);
        let sums: Vec<f64> = sums.collect();
        let part = |sign: f64| -> f64 { sums.iter().map(|sum| (sign * sum).max(0.0)).sum() };
        let (benefits, costs) = (part(1.0), part(-1.0));
        let (mut added, mut debt, mut payback) = (0.0, false, None);
        for (month, net) in self.net.iter().enumerate() {
            added += net;
            if to_the_cent(added) < 0.0 {
                debt = true;
            } else if debt && payback.is_none() {
                payback = Some(month as u32);
            }
        }
        let months = self.net.iter().enumerate();
        Results {
            net: self.net.iter().sum(),
            first_year: self.net.iter().take(13).sum(),
            present: months
                .map(|(month, net)| discounted(*net, self.rate, month as u16))
                .sum(),
            benefits,
            costs,
            returned: (to_the_cent(costs) > 0.0).then(|| (benefits - costs) / costs),
            payback: if debt { payback } else { Some(0) },
        }
    }
}

fn to_the_cent(amount: f64) -> f64 {
    libm::round(amount * 100.0) / 100.0
}

fn discounted(amount: f64, rate: f64, month: u16) -> f64 {
    amount / libm::pow(1.0 + rate, f64::from(month) / 12.0)
}
