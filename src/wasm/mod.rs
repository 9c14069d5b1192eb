//! The boundary to JavaScript: converts and names, nothing else.
//!
//! Three modules are made from this crate, each with one feature. The core (`planning`) and the records (`records`)
//! export [`Planner`], which speaks those operations of [`crate::api`] that the module carries; the third (`workbook`)
//! exports only the reading and writing of XLSX workbooks. All but the core are compiled when they are first needed.

#[cfg(not(feature = "workbook"))]
mod clock;
mod error;
mod panic;
#[cfg(not(feature = "workbook"))]
mod planner;
#[cfg(feature = "workbook")]
mod workbook;

use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(not(feature = "workbook"))]
pub use planner::{Planner, fresh_seed, operations};
#[cfg(feature = "workbook")]
pub use workbook::{read_workbook, write_workbook};

/// Runs once, when the module is instantiated.
#[wasm_bindgen(start)]
pub fn begin() {
    panic::remember_panics();
}

/// Version of the crate this module was built from.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

/// What the last panic said, and where; absent if there was none. A module that has panicked is thrown away: this is
/// the one call that may still be made.
#[wasm_bindgen(js_name = lastPanic)]
#[must_use]
pub fn last_panic() -> Option<String> {
    panic::last()
}
