//! `audit_append`, `audit_log`, `audit_sign`, `audit_verify`, `audit_export` and `digest`: the log of the open document.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::export::{ExportReply, ExportedFile};
use crate::audit::export::{from_lines, to_lines, to_table};
use crate::audit::{self, Draft, Entry, Head, Occasion, StoredLog, Verification};
use crate::error::{Issue, Result};
use crate::export;

/// Request of `audit_append`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AppendLogRequest {
    /// What happened, in its order.
    pub entries: Vec<Draft>,
}

/// Reply of `audit_append`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AppendLogReply {
    /// The entries as they were written.
    pub entries: Vec<Entry>,
}

/// Request of `audit_log`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AuditLogRequest {
    /// Leaves out the entries before this one, counted from 1.
    #[serde(default)]
    pub from: u64,
}

/// Request of `audit_sign`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SignLogRequest {
    /// Why it is signed.
    pub occasion: Occasion,
}

/// Reply of `audit_sign`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SignLogReply {
    /// The signed head; absent if the log has no entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
}

/// Request of `audit_verify`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct VerifyLogRequest {
    /// An exported log, as lines of JSON; the log of the open document if absent.
    #[serde(default)]
    pub text: Option<String>,
    /// The beginning of a head that was printed, 16 digits or more.
    #[serde(default)]
    pub expected: Option<String>,
}

/// Reply of `audit_verify`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct VerifyLogReply {
    /// What was found.
    pub verification: Verification,
    /// Lines of the text that are no entries.
    pub issues: Vec<Issue>,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// A line of JSON per entry and per signed head; it can be verified.
    Jsonl,
    /// A table for spreadsheets.
    Csv,
    /// FHIR R4: an AuditEvent per entry, one a line.
    Fhir,
}

/// Request of `audit_export`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ExportLogRequest {
    /// How it is written.
    pub format: LogFormat,
}

/// Request of `digest`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DigestRequest {
    /// The texts.
    pub texts: Vec<String>,
}

/// Reply of `digest`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DigestReply {
    /// SHA-256 of each text, 64 hexadecimal digits.
    pub digests: Vec<String>,
}

/// Appends entries. One that is refused is not written, nor those after it.
///
/// # Errors
/// Those of [`audit::Log::append`]; `seed.unavailable`.
pub fn append(desk: &mut Desk, request: AppendLogRequest) -> Result<AppendLogReply> {
    let log = desk.keeper.log()?;
    let mut entries = Vec::new();
    for (index, draft) in request.entries.into_iter().enumerate() {
        let written = log.append(draft).map_err(|error| {
            let path = format!("entries[{index}].{}", error.path);
            error.at(path.trim_end_matches('.'))
        })?;
        entries.push(written.clone());
    }
    Ok(AppendLogReply { entries })
}

/// The log.
///
/// # Errors
/// `seed.unavailable`.
pub fn log(desk: &mut Desk, request: AuditLogRequest) -> Result<StoredLog> {
    let stored = desk.keeper.log()?.stored();
    Ok(StoredLog {
        entries: stored
            .entries
            .iter()
            .filter(|entry| entry.sequence >= request.from)
            .cloned()
            .collect(),
        heads: stored.heads.clone(),
    })
}

/// Signs the head.
///
/// # Errors
/// `seed.unavailable`.
pub fn sign(desk: &mut Desk, request: SignLogRequest) -> Result<SignLogReply> {
    let head = desk.keeper.log()?.sign(request.occasion).cloned();
    Ok(SignLogReply { head })
}

/// Checks the log of the open document, or one that was exported.
///
/// # Errors
/// `seed.unavailable`, `audit.not_a_log`, `audit.too_large`.
pub fn verify(desk: &mut Desk, request: VerifyLogRequest) -> Result<VerifyLogReply> {
    let expected = request.expected.as_deref();
    let (verification, issues) = match request.text {
        None => (desk.keeper.log()?.verify(expected), Vec::new()),
        Some(text) => {
            let (stored, issues) = from_lines(&text)?;
            (audit::verify::verify(&stored, None, expected), issues)
        }
    };
    Ok(VerifyLogReply { verification, issues })
}

/// The log as a file, its head signed before.
///
/// # Errors
/// `seed.unavailable`.
pub fn export(desk: &mut Desk, request: ExportLogRequest) -> Result<ExportReply> {
    let log = desk.keeper.log()?;
    log.sign(Occasion::Export);
    let (name, text) = match request.format {
        LogFormat::Jsonl => ("audit-log.jsonl", to_lines(log.stored())?),
        LogFormat::Csv => ("audit-log.csv", export::csv_text(&to_table(log.stored()))),
        LogFormat::Fhir => ("audit-log.ndjson", audit::to_fhir(log.stored())),
    };
    Ok(ExportReply {
        files: vec![ExportedFile {
            name: name.into(),
            text,
        }],
        tables: None,
    })
}

/// SHA-256 of texts.
///
/// # Errors
/// None.
pub fn digests(_desk: &mut Desk, request: DigestRequest) -> Result<DigestReply> {
    Ok(DigestReply {
        digests: request.texts.iter().map(|text| audit::digest(text)).collect(),
    })
}
