//! `open`, `validate`, `document`: the clinic comes in, is judged, goes out.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::reply::ClinicSummary;
use crate::error::{Error, Issue, Result};
use crate::model::Clinic;
use crate::model::clinic::FORMAT;

/// Request of `open`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OpenRequest {
    /// The whole document.
    pub clinic: Clinic,
}

/// Request of the operations that ask for nothing but the open clinic.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EmptyRequest {}

/// Reply of `open` and `validate`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OpenReply {
    /// Everything found wrong or doubtful, in the order of the tables.
    pub issues: Vec<Issue>,
    /// What the document holds.
    pub summary: ClinicSummary,
}

/// Reply of `document`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DocumentReply {
    /// The whole document; `open` reads it back to the same value.
    pub clinic: Clinic,
}

/// Opens a clinic in place of what was open.
///
/// # Errors
/// `document.format`: not a clinic document of this format; what was open stays open.
pub fn open(desk: &mut Desk, request: OpenRequest) -> Result<OpenReply> {
    if request.clinic.format != FORMAT {
        return Err(Error::new(
            "document.format",
            format!("this is not a clinic document that this version reads: it reads `{FORMAT}`"),
        )
        .at("clinic.format"));
    }
    desk.open(request.clinic);
    validate(desk, EmptyRequest {})
}

/// The issues and the summary of the open clinic.
///
/// # Errors
/// `desk.empty`.
pub fn validate(desk: &mut Desk, _: EmptyRequest) -> Result<OpenReply> {
    Ok(OpenReply {
        issues: desk.issues()?.to_vec(),
        summary: ClinicSummary::new(desk)?,
    })
}

/// The open clinic.
///
/// # Errors
/// `desk.empty`.
pub fn document(desk: &mut Desk, _: EmptyRequest) -> Result<DocumentReply> {
    Ok(DocumentReply {
        clinic: desk.clinic()?.clone(),
    })
}
