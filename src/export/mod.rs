//! A clinic, a plan, a schedule or a list of issues to files. Everything that is written reads back to the same value.
//!
//! Text never becomes a formula: see [`crate::model::raw::guard`].

mod csv;
mod day_sheets;
pub mod fhir;
pub mod icalendar;
mod plan;
#[cfg(feature = "workbook")]
pub mod scenarios;
mod tables;
#[cfg(feature = "workbook")]
pub mod workbook;

pub use csv::csv_text;
pub use day_sheets::{DaySheet, DaySheetRow, SheetBy, day_sheets};
pub use plan::{changes_table, issues_table, plan_table};
pub use tables::{clinic_json, clinic_tables, empty_tables, row_cells, table_header};
