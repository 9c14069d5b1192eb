//! A workbook to raw tables. Knows nothing of clinics, so that it can be a module of its own in the browser.

use std::io::Cursor;

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use serde::{Deserialize, Serialize};

use crate::error::{Issue, Severity};
use crate::model::calendar::Date;
use crate::model::raw::{Cell, RawTable, RawTables};

use super::archive::survey;
pub use super::archive::{
    MAX_ENTRIES, MAX_MERGES, MAX_RATIO, MAX_SHARED_STRINGS, MAX_UNPACKED_BYTES, MAX_WORKBOOK_BYTES,
};
use super::foreign::{foreign, is_zip};
use super::limits::{MAX_COLUMNS, MAX_ROWS};

/// Sheets that are read.
pub const MAX_SHEETS: usize = 200;
/// Filled cells of a workbook.
pub const MAX_WORKBOOK_CELLS: usize = 2_000_000;
/// Text of all cells, bytes: one shared text may stand in every cell.
pub const MAX_WORKBOOK_TEXT: usize = 64 << 20;
/// Empty rows after which a sheet is taken to have ended.
pub const MAX_GAP_ROWS: usize = 10_000;

/// What a workbook holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WorkbookRead {
    /// Its sheets; none if the file was refused.
    pub tables: RawTables,
    /// Why the file was refused, what was left out, what is worth knowing.
    pub issues: Vec<Issue>,
}

/// Reads a workbook. Never fails: a file that is refused gives no tables and the reason.
pub fn read_workbook(bytes: &[u8]) -> WorkbookRead {
    let mut issues = Vec::new();
    let tables = read(bytes, &mut issues).unwrap_or_else(|issue| {
        issues.push(issue);
        RawTables::default()
    });
    WorkbookRead { tables, issues }
}

fn read(bytes: &[u8], issues: &mut Vec<Issue>) -> Result<RawTables, Issue> {
    if let Some(issue) = foreign(bytes) {
        return Err(issue);
    }
    if !is_zip(bytes) {
        return Err(Issue::error(
            "workbook.not_a_workbook",
            "",
            "this is no .xlsx workbook, whatever its name says",
            "open it in a spreadsheet program and save it as .xlsx or CSV",
        ));
    }
    let survey = survey(bytes)?;
    if survey.has_macros {
        issues.push(note("workbook.macros", "", "the macros of the workbook were not read"));
    }
    if survey.num_merges > 0 {
        issues.push(Issue::warning(
            "workbook.merged_cells",
            "",
            format!(
                "{} ranges of cells are merged; only their first cell holds a value",
                survey.num_merges
            ),
            "unmerge them and fill every row",
        ));
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged("", &error))?;
    let sheets = workbook.sheets_metadata().to_vec();
    let mut limits = Limits::default();
    let mut tables = Vec::new();
    for sheet in sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .take(MAX_SHEETS)
    {
        match read_sheet(&mut workbook, &sheet.name, &mut limits, issues) {
            Ok(rows) => tables.push(RawTable {
                name: sheet.name.clone(),
                rows,
                hidden: sheet.visible != SheetVisible::Visible,
                decimal_comma: false,
            }),
            Err(error) => issues.push(damaged(&sheet.name, &error)),
        }
    }
    if sheets.len() > MAX_SHEETS {
        let cause = format!("the workbook has {} sheets; only {MAX_SHEETS} were read", sheets.len());
        issues.push(Issue::error(
            "workbook.too_many_sheets",
            "",
            cause,
            "split the workbook",
        ));
    }
    Ok(RawTables { tables })
}

fn note(code: &str, table: &str, cause: &str) -> Issue {
    Issue {
        severity: Severity::Note,
        ..Issue::warning(code, table, cause, "nothing to do")
    }
}

/// The reader's own message may repeat text of the file; only its kind is kept.
fn damaged(sheet: &str, error: &XlsxError) -> Issue {
    let what = match error {
        XlsxError::Zip(_) | XlsxError::Io(_) | XlsxError::FileNotFound(_) => "a part of the workbook is missing",
        XlsxError::Password => "the workbook is protected with a password",
        _ => "a part of the workbook is damaged",
    };
    let action = "open it in a spreadsheet program and save it again as .xlsx, or as CSV";
    Issue::error("workbook.damaged", sheet, what, action)
}

/// What has been read of all sheets.
#[derive(Default)]
struct Limits {
    cells: usize,
    text: usize,
}

impl Limits {
    fn are_reached(&self) -> bool {
        self.cells > MAX_WORKBOOK_CELLS || self.text > MAX_WORKBOOK_TEXT
    }
}

fn read_sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    limits: &mut Limits,
    issues: &mut Vec<Issue>,
) -> Result<Vec<Vec<Cell>>, XlsxError> {
    let is_1904 = workbook.has_1904_epoch();
    let mut reader = workbook.worksheet_cells_reader(name)?;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let (mut width, mut far) = (0, 0_usize);
    while let Some(found) = reader.next_cell()? {
        let (row, column) = found.get_position();
        let (row, column) = (row as usize, column as usize);
        let cell = cell(found.get_value(), is_1904);
        if cell == Cell::Empty {
            continue;
        }
        if row > MAX_ROWS || column >= MAX_COLUMNS || row > rows.len() + MAX_GAP_ROWS {
            far += 1;
            continue;
        }
        limits.cells += 1;
        limits.text += if let Cell::Text(text) = &cell { text.len() } else { 0 };
        if limits.are_reached() {
            issues.push(Issue::error(
                "workbook.too_many_cells",
                name,
                format!(
                    "the workbook has more than {MAX_WORKBOOK_CELLS} cells or {} MB of text",
                    MAX_WORKBOOK_TEXT >> 20
                ),
                "import less history, or save the large sheets as CSV; what follows was left out",
            ));
            break;
        }
        width = width.max(column + 1);
        // An empty row is one empty cell: rows without any are those that a reader has reported.
        while rows.len() <= row {
            rows.push(vec![Cell::Empty]);
        }
        if let Some(cells) = rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
    }
    if far > 0 {
        issues.push(Issue::warning(
            "sheet.far_cells",
            name,
            format!("{far} cells lie far off the table, beyond row {MAX_ROWS}, column {MAX_COLUMNS} or {MAX_GAP_ROWS} empty rows"),
            "they were left out; delete them or move them to the table",
        ));
    }
    // All header rows reach as far as the widest row, so that cells beside the table are seen as a column without name.
    for cells in rows.iter_mut().take(super::limits::MAX_HEADER_ROW) {
        cells.resize(width, Cell::Empty);
    }
    Ok(rows)
}

fn cell(value: &DataRef<'_>, is_1904: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) if number.is_finite() => Cell::Number(*number),
        DataRef::Float(_) => Cell::Error { error: "#NUM!".into() },
        DataRef::String(text) => Cell::text(text.as_str()),
        DataRef::SharedString(text) => Cell::text(*text),
        DataRef::Bool(yes) => Cell::YesNo(*yes),
        DataRef::DateTime(moment) => moment_cell(moment, is_1904),
        DataRef::DateTimeIso(moment) => Cell::Moment { moment: moment.clone() },
        DataRef::DurationIso(duration) => Cell::text(duration.as_str()),
        DataRef::Error(error) => Cell::Error {
            error: error_text(error).into(),
        },
    }
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        _ => "#N/A",
    }
}

/// Days from 1899-12-30 to 1904-01-01, where the other date system begins.
const DAYS_TO_1904: f64 = 1462.0;
const DAY_SECONDS: f64 = 86_400.0;

/// A day number with a date or time format: a date, a date and time, a time of day, or a duration.
fn moment_cell(moment: &ExcelDateTime, is_1904: bool) -> Cell {
    let days = moment.as_f64();
    let is_time = (0.0..1.0).contains(&days);
    // Dates end with the year 9999; before 1900-03-01 programs disagree about the day by one.
    if !(is_time || moment.is_duration() && (0.0..1000.0).contains(&days) || (61.0..2_958_466.0).contains(&days)) {
        return Cell::Number(days);
    }
    let shift = if is_1904 && !is_time && !moment.is_duration() {
        DAYS_TO_1904
    } else {
        0.0
    };
    let seconds = libm::round((days + shift) * DAY_SECONDS) as i64;
    let clock = |hours: i64| format!("{hours:02}:{:02}:{:02}", seconds / 60 % 60, seconds % 60);
    if is_time || moment.is_duration() {
        return Cell::Moment {
            moment: clock(seconds / 3600),
        };
    }
    let base = Date(jiff::civil::date(1899, 12, 30));
    let date = base.plus_days((seconds / 86_400) as i32);
    let moment = match seconds % 86_400 {
        0 => date.to_string(),
        _ => format!("{date}T{}", clock(seconds / 3600 % 24)),
    };
    Cell::Moment { moment }
}
