//! Outside data to a clinic: delimited text, workbooks, calendars, the JSON document, FHIR.
//!
//! Nothing here fails as a whole and nothing stops at the first fault: reading gives a [`Clinic`] of all good rows, and
//! an [`Issue`] for everything else. Whether the rows fit together (ids that exist, hours that make sense) is not
//! asked here but when the problem is built.

#[cfg(feature = "workbook")]
mod archive;
mod cells;
mod csv;
mod decode;
mod draft;
mod fhir;
mod foreign;
mod headers;
mod icalendar;
mod json;
pub mod limits;
pub mod merge;
mod moments;
mod numbers;
pub mod profiles;
mod read;
mod references;
mod rows;
#[cfg(feature = "workbook")]
pub mod workbook;

pub use decode::MAX_TEXT_BYTES;
pub use draft::Origins;
pub use headers::{Confidence, Part};
pub use moments::DateOrder;
pub use numbers::DecimalMark;
pub use read::{
    ColumnChoice, ColumnMatch, Content, Imported, Options, Origin, RowCount, Source, import, import_beside,
};
