//! Raw tables to a workbook: typed cells, so that no text is ever a formula; notes and lists that help to fill it in.

use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, Note, Workbook, Worksheet, XlsxError};

use crate::error::{Error, Result};
use crate::model::calendar::DateTime;
use crate::model::columns::{Column, TABLES, Table, Type, table};
use crate::model::raw::{Cell, RawTable, RawTables};

/// Letters that a cell of a workbook holds at most [Excel specifications and limits].
pub const MAX_CELL_LETTERS: usize = 32_767;
/// Rows that a sheet holds at most [Excel specifications and limits].
pub const MAX_SHEET_ROWS: usize = 1_048_576;
/// Rows below the last one that offer the words of a choice. Our choice.
const ROWS_TO_FILL: u32 = 1_000;

struct Formats {
    header: Format,
    date: Format,
    date_time: Format,
    text: Format,
}

/// The bytes of a workbook with these tables, a sheet each, and a sheet that explains their columns.
///
/// The same tables give the same bytes.
///
/// # Errors
/// `export.text_too_long`, `export.too_many_rows`: what a workbook cannot hold; `export.unwritable`: a sheet name that
/// stands twice or is not allowed.
pub fn write_workbook(tables: &RawTables) -> Result<Vec<u8>> {
    let formats = Formats {
        header: Format::new().set_bold().set_background_color(0x00E8_EEF4),
        date: Format::new().set_num_format("yyyy-mm-dd"),
        date_time: Format::new().set_num_format("yyyy-mm-dd hh:mm"),
        text: Format::new().set_num_format("@"),
    };
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2026, 1, 1).map_err(|error| unwritable("", &error))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    if tables.tables.iter().any(|raw| table(&raw.name).is_some()) {
        write_read_me(workbook.add_worksheet(), &formats).map_err(|error| unwritable("Read me", &error))?;
    }
    for raw in &tables.tables {
        check_limits(raw)?;
        let sheet = workbook.add_worksheet();
        write_sheet(sheet, raw, &formats).map_err(|error| unwritable(&raw.name, &error))?;
    }
    if tables.tables.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer().map_err(|error| unwritable("", &error))
}

/// The writer's own message may repeat text of the data; only what kind of thing failed is kept.
fn unwritable(sheet: &str, error: &XlsxError) -> Error {
    let what = match error {
        XlsxError::SheetnameReused(_) => "two sheets have the same name",
        XlsxError::SheetnameLengthExceeded(_) | XlsxError::SheetnameContainsInvalidCharacter(_) => {
            "a workbook does not allow this sheet name"
        }
        _ => "the workbook cannot be written",
    };
    Error::new("export.unwritable", what).at(sheet)
}

fn check_limits(raw: &RawTable) -> Result<()> {
    if raw.rows.len() > MAX_SHEET_ROWS {
        let message = format!("a sheet holds at most {MAX_SHEET_ROWS} rows: export CSV or JSON instead");
        return Err(Error::new("export.too_many_rows", message).at(&raw.name));
    }
    for (row, cells) in raw.rows.iter().enumerate() {
        let is_long = |cell: &Cell| match cell {
            Cell::Text(text) => text.len() > MAX_CELL_LETTERS && text.encode_utf16().count() > MAX_CELL_LETTERS,
            _ => false,
        };
        if cells.iter().any(is_long) {
            let message = format!("a cell holds at most {MAX_CELL_LETTERS} letters: shorten the text, or export CSV");
            return Err(Error::new("export.text_too_long", message).at(format!("{}[{row}]", raw.name)));
        }
    }
    Ok(())
}

fn write_sheet(sheet: &mut Worksheet, raw: &RawTable, formats: &Formats) -> std::result::Result<(), XlsxError> {
    sheet.set_name(&raw.name)?;
    sheet.set_freeze_panes(1, 0)?;
    let columns = columns_of(raw);
    for (place, column) in columns.iter().enumerate() {
        let place = place as u16;
        let width = column.map_or(16.0, |column| column.header.len().max(10) as f64 + 2.0);
        sheet.set_column_width(place, width)?;
        if column.is_some_and(|column| matches!(column.kind, Type::Text | Type::Id | Type::Reference(_))) {
            // Ids such as 0012 stay what they are when they are typed in.
            sheet.set_column_format(place, &formats.text)?;
        }
    }
    for (row, cells) in raw.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            write_cell(sheet, row as u32, column as u16, cell, formats)?;
        }
    }
    let last = raw.rows.len() as u32 + ROWS_TO_FILL;
    for (place, column) in columns.iter().enumerate() {
        if let Some(column) = column {
            sheet.insert_note(0, place as u16, &note(column))?;
            offer_choices(sheet, place as u16, last, column)?;
        }
    }
    Ok(())
}

/// The column that each header cell names, if the sheet is one of our tables.
fn columns_of(raw: &RawTable) -> Vec<Option<&'static Column>> {
    let table = table(&raw.name);
    let named = |cell: &Cell| {
        let name = cell.shown();
        table.and_then(|table: &Table| table.columns.iter().find(|column| column.header == name))
    };
    raw.rows.first().into_iter().flatten().map(named).collect()
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) if row == 0 => {
            sheet.write_string_with_format(row, column, text, &formats.header)?;
        }
        Cell::Text(text) => {
            sheet.write_string(row, column, text)?;
        }
        Cell::Number(number) if number.is_finite() => {
            sheet.write_number(row, column, *number)?;
        }
        Cell::Number(_) => {}
        Cell::YesNo(yes) => {
            sheet.write_boolean(row, column, *yes)?;
        }
        Cell::Moment { moment } => match serial(moment) {
            Some(date) => {
                let format = if moment.len() == 10 {
                    &formats.date
                } else {
                    &formats.date_time
                };
                sheet.write_datetime_with_format(row, column, &date, format)?;
            }
            None => {
                sheet.write_string(row, column, moment)?;
            }
        },
        Cell::Error { error } => {
            sheet.write_string(row, column, error)?;
        }
    }
    Ok(())
}

/// The date as spreadsheets count them; none before 1901, where they disagree, or for anything else.
fn serial(moment: &str) -> Option<ExcelDateTime> {
    let moment: DateTime = if moment.len() == 10 {
        format!("{moment}T00:00").parse().ok()?
    } else {
        moment.parse().ok()?
    };
    let date = moment.date().0;
    let year = u16::try_from(date.year()).ok().filter(|year| *year > 1900)?;
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let minute = moment.minute_of_day();
    let date = ExcelDateTime::from_ymd(year, month, day).ok()?;
    date.and_hms((minute / 60) as u16, (minute % 60) as u8, 0.0).ok()
}

fn note(column: &Column) -> Note {
    let needed = if column.required { "Needed." } else { "May stay empty." };
    Note::new(format!("{}.\n{}.\n{needed}", column.meaning, column.kind.describe())).set_width(260)
}

/// A list to choose from, where the words fit into the 255 letters that a list may have.
fn offer_choices(sheet: &mut Worksheet, place: u16, last: u32, column: &Column) -> std::result::Result<(), XlsxError> {
    let words: Vec<&str> = match column.kind {
        Type::Choice(choices) => choices.iter().map(|choice| choice.name).collect(),
        Type::YesNo => vec!["yes", "no"],
        _ => return Ok(()),
    };
    if let Ok(list) = DataValidation::new().allow_list_strings(&words) {
        sheet.add_data_validation(1, place, last, place, &list)?;
    }
    Ok(())
}

/// The first sheet: what the tables and columns are.
fn write_read_me(sheet: &mut Worksheet, formats: &Formats) -> std::result::Result<(), XlsxError> {
    sheet.set_name("Read me")?;
    sheet.set_freeze_panes(4, 0)?;
    for (column, width) in [18.0, 26.0, 52.0, 10.0, 60.0].into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
    }
    let intro = [
        "Each sheet is a table; delete the sheets you do not need, leave this one or delete it too.",
        "Columns may stand in any order. Dates are dates, times are local times of the site, ids are any text.",
        "Lists are written a; b; c. Hours are written Mon-Fri 08:00-16:30; Sat 09:00-12:00, or none.",
    ];
    for (row, text) in intro.iter().enumerate() {
        sheet.write_string(row as u32, 0, *text)?;
    }
    for (place, text) in ["table", "column", "means", "needed", "holds"].iter().enumerate() {
        sheet.write_string_with_format(3, place as u16, *text, &formats.header)?;
    }
    let columns = TABLES
        .iter()
        .flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    for (row, (table, column)) in columns.enumerate() {
        let needed = if column.required { "yes" } else { "" };
        let kind = column.kind.describe();
        for (place, text) in [table.name, column.header, column.meaning, needed, &kind]
            .iter()
            .enumerate()
        {
            sheet.write_string(row as u32 + 4, place as u16, *text)?;
        }
    }
    Ok(())
}
