//! Cells of the scenario workbook: looks, addresses, formulas with their results.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

pub(super) type Written = std::result::Result<(), XlsxError>;

/// The looks of cells.
pub(super) struct Formats {
    pub title: Format,
    pub header: Format,
    pub section: Format,
    pub note: Format,
    /// Money to the cent.
    pub money: Format,
    /// Money in whole units.
    pub whole: Format,
    pub share: Format,
    pub factor: Format,
    pub number: Format,
    /// What may be changed.
    pub input: Format,
    /// What would need a new run.
    pub fixed: Format,
    pub total: Format,
    pub wrap: Format,
}

impl Formats {
    pub fn new() -> Self {
        let fixed = Color::RGB(0x0052_5D6D);
        let money = Format::new().set_num_format("#,##0.00");
        let input = Format::new().set_background_color(Color::RGB(0x00DD_EBFF));
        Self {
            title: Format::new().set_bold().set_font_size(14),
            header: Format::new()
                .set_bold()
                .set_background_color(Color::RGB(0x00E8_EEF4))
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            section: Format::new().set_bold(),
            note: Format::new().set_font_color(fixed),
            whole: Format::new().set_num_format("#,##0"),
            share: Format::new().set_num_format("0.0%"),
            factor: Format::new().set_num_format("0.0000"),
            number: Format::new().set_num_format("#,##0.####"),
            input: input.set_num_format("#,##0.####").set_border(FormatBorder::Thin),
            fixed: Format::new().set_font_color(fixed).set_num_format("#,##0.####"),
            total: money.clone().set_bold().set_border_top(FormatBorder::Thin),
            wrap: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            money,
        }
    }
}

/// An address that stays what it is when the formula is copied.
pub(super) fn fixed(row: u32, column: u16) -> String {
    let cell = row_col_to_cell(row, column);
    let digits = cell.find(|letter: char| letter.is_ascii_digit()).unwrap_or(cell.len());
    let (letters, digits) = cell.split_at(digits);
    format!("${letters}${digits}")
}

/// An address.
pub(super) fn cell(row: u32, column: u16) -> String {
    row_col_to_cell(row, column)
}

/// A range within a row or a column.
pub(super) fn range(from: (u32, u16), to: (u32, u16)) -> String {
    format!("{}:{}", cell(from.0, from.1), cell(to.0, to.1))
}

/// What a formula gives.
pub(super) enum Value<'a> {
    Number(f64),
    Text(&'a str),
}

impl Value<'_> {
    fn text(&self) -> String {
        match self {
            Value::Number(number) => number.to_string(),
            Value::Text(text) => (*text).into(),
        }
    }
}

/// Writes a formula with its result.
pub(super) fn formula(sheet: &mut Worksheet, at: (u32, u16), text: &str, value: &Value, format: &Format) -> Written {
    let formula = Formula::new(text).set_result(value.text());
    sheet.write_formula_with_format(at.0, at.1, formula, format)?;
    Ok(())
}

/// Writes the cells of a header from the first column on.
pub(super) fn header(sheet: &mut Worksheet, row: u32, names: &[&str], formats: &Formats) -> Written {
    for (column, name) in names.iter().enumerate() {
        sheet.write_string_with_format(row, column as u16, *name, &formats.header)?;
    }
    Ok(())
}
