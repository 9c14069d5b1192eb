//! The workbook module's functions.

use wasm_bindgen::prelude::wasm_bindgen;

use super::error::to_js;
use crate::error::Error;
use crate::export::scenarios::{ScenarioBook, write_scenarios as write_book};
use crate::export::workbook::write_workbook as write;
use crate::import::workbook::read_workbook as read;
use crate::model::raw::RawTables;

/// Reads an .xlsx file: its tables and the issues found, as the JSON text of a `WorkbookRead`. The tables go into a
/// file of an `import` request. A file that is refused gives no tables and the reason.
///
/// # Errors
/// `RosterwellError` with the code `reply.not_json`; no file is known to cause it.
#[wasm_bindgen(js_name = readWorkbook)]
pub fn read_workbook(bytes: &[u8]) -> Result<String, js_sys::Error> {
    serde_json::to_string(&read(bytes)).map_err(|_| {
        to_js(&Error::new(
            "reply.not_json",
            "the workbook holds a number that JSON cannot",
        ))
    })
}

/// Writes the tables of an `export` reply, as JSON text, to the bytes of an .xlsx file.
///
/// # Errors
/// `RosterwellError`: `request.not_json` if the text is no `RawTables`; otherwise what a workbook cannot hold.
#[wasm_bindgen(js_name = writeWorkbook)]
pub fn write_workbook(tables_json: &str) -> Result<Vec<u8>, js_sys::Error> {
    let tables: RawTables = serde_json::from_str(tables_json)
        .map_err(|_| to_js(&Error::new("request.not_json", "the text does not hold tables")))?;
    write(&tables).map_err(|error| to_js(&error))
}

/// Writes scenarios, as JSON text of their names and reports, to the bytes of an .xlsx file whose money is formulas.
///
/// # Errors
/// `RosterwellError`: `request.not_json` if the text is no `ScenarioBook`; otherwise what a workbook cannot hold.
#[wasm_bindgen(js_name = writeScenarios)]
pub fn write_scenarios(book_json: &str) -> Result<Vec<u8>, js_sys::Error> {
    let book: ScenarioBook = serde_json::from_str(book_json)
        .map_err(|_| to_js(&Error::new("request.not_json", "the text does not hold scenarios")))?;
    write_book(&book).map_err(|error| to_js(&error))
}
