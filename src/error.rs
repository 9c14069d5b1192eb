//! One error type for everything that cannot go on, and one issue type for everything that can be reported and left out.

use serde::{Deserialize, Serialize};

/// A failure with a stable code. Codes are listed in `docs/errors.md` and never reused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename = "RosterwellError")
)]
pub struct Error {
    /// Stable code, for example `request.unknown_field`.
    pub code: String,
    /// Where: a path into the request or document, for example `clinicians[3].hours`. Empty when it is the whole.
    pub path: String,
    /// What happened and what to do, in lower case, without a final stop. Never holds a value from the data.
    pub message: String,
}

impl Error {
    /// An error that concerns the request or document as a whole.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            path: String::new(),
            message: message.into(),
        }
    }

    /// The same error, at a place.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.path.is_empty() {
            write!(f, "{}: {}", self.code, self.message)
        } else {
            write!(f, "{} at {}: {}", self.code, self.path, self.message)
        }
    }
}

impl std::error::Error for Error {}

/// What operations return.
pub type Result<T> = std::result::Result<T, Error>;

/// How much an issue matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row (or file) cannot be used and was left out.
    Error,
    /// The row is used, but something about it is doubtful.
    Warning,
    /// Worth knowing; nothing to do.
    Note,
}

/// One finding about data: where it is, why it is wrong, what to do. Readers and validators collect all of them
/// instead of stopping at the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Issue {
    /// Stable code, for example `row.unknown_reference`.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// Table (sheet, file) name; empty for the whole input.
    pub table: String,
    /// 1-based data row in that table (the header is not counted); absent for the whole table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The id of that row, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Column name; absent for the whole row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is wrong.
    pub cause: String,
    /// What to do about it.
    pub action: String,
}

impl Issue {
    /// An error about a whole table or input.
    pub fn error(code: &str, table: &str, cause: impl Into<String>, action: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            severity: Severity::Error,
            table: table.into(),
            row: None,
            id: None,
            field: None,
            cause: cause.into(),
            action: action.into(),
        }
    }

    /// A warning about a whole table or input.
    pub fn warning(code: &str, table: &str, cause: impl Into<String>, action: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, table, cause, action)
        }
    }

    /// The same issue at a row, counted from 1.
    #[must_use]
    pub fn row(mut self, row: usize) -> Self {
        self.row = u32::try_from(row).ok();
        self
    }

    /// The same issue for the row with this id.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The same issue at a field.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.field = Some(field.into());
        self
    }
}
