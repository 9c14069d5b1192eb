//! Files are added to a clinic that is there: every row is found to be new, the same as a row that is there, or a change
//! of it. What a file does not say stays as it is; nothing is taken out, and nothing is lost without a word.
//!
//! Rows are the same by their id. A row without an id of its own is the same by what it says (an appointment: same patient
//! or group, same clinician, same start). What is only likely to be the same (people of one name under two ids, sessions
//! a few minutes apart, several patients at one time with one clinician) is a question, and is done only if somebody
//! says so.
//!
//! The same clinic, files and decisions give the same clinic and the same report.

mod incoming;
mod keys;
mod questions;
mod report;
mod write;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::Issue;
use crate::model::Clinic;
use crate::model::calendar::DateTime;

use super::profiles::ProfileFit;
use super::read::{ColumnMatch, Options, Origin, Source, read_rows};
pub use report::report_table;

/// Minutes between the starts of two rows of one session, if the request does not say. Our choice.
pub const TOLERANCE_MIN: i32 = 10;
/// Most minutes that can be asked for.
pub const MAX_TOLERANCE_MIN: i32 = 60;
/// Questions of one kind that are asked; the rows of further ones are added as they are, and counted.
pub const MAX_QUESTIONS: usize = 500;

/// What somebody has said about the merge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Answers by the id of the question.
    pub answers: BTreeMap<String, bool>,
    /// Minutes between the starts of two rows that may be one session.
    pub tolerance_min: i32,
}

/// What became of a row of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    schemars(rename = "MergeOutcome"),
    ts(rename = "MergeOutcome")
)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is new.
    Added,
    /// The clinic has it just so.
    Same,
    /// The clinic has it, with other values; those of the file hold now.
    Changed,
    /// It became a seat of a group session.
    Seated,
    /// The settings of the open clinic stay.
    Kept,
    /// It cannot be used; the issues say why.
    LeftOut,
}

/// A row of a file and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowReport {
    /// Table name.
    pub table: &'static str,
    /// Where it came from.
    pub origin: Origin,
    /// The id it has now, or what else tells it from other rows.
    pub key: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Values that are new, field by field.
    pub fields: Vec<FieldChange>,
}

/// A value that is another one now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FieldChange {
    /// Field name.
    pub field: String,
    /// As it was; empty if there was none.
    pub before: String,
    /// As it is now.
    pub after: String,
}

/// Two rows that may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairQuestion {
    /// Id for the answer.
    pub id: String,
    /// Table name.
    pub table: &'static str,
    /// Where the row of the file came from.
    pub origin: Origin,
    /// Id of the row in the file.
    pub incoming: String,
    /// Id of the row that is there.
    pub present: String,
    /// What they have in common.
    pub what: String,
    /// The answer unless somebody gives one.
    pub usual: bool,
    /// The answer that was used.
    pub same: bool,
}

/// Rows of a file that look like one group session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupQuestion {
    /// Id for the answer.
    pub id: String,
    /// Start.
    pub start: DateTime,
    /// Service id.
    pub service: String,
    /// Clinician id.
    pub clinician: String,
    /// Patient ids.
    pub patients: Vec<String>,
    /// Where the rows came from.
    pub origins: Vec<Origin>,
    /// The group session that is there already, if one is.
    pub present: Option<String>,
    /// The answer that was used; never yes unless somebody says so.
    pub merged: bool,
}

/// What a merge gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The clinic with everything added.
    pub clinic: Clinic,
    /// Every row of the files that could be read, in the order of tables, files and rows.
    pub rows: Vec<RowReport>,
    /// Rows of each table that could not be read.
    pub left_out: BTreeMap<&'static str, usize>,
    /// Rows that may be the same.
    pub pairs: Vec<PairQuestion>,
    /// Rows that look like one group session.
    pub groups: Vec<GroupQuestion>,
    /// Questions that were not asked because there are too many.
    pub unasked: usize,
    /// What was wrong with the files.
    pub issues: Vec<Issue>,
    /// How the columns were understood.
    pub columns: Vec<ColumnMatch>,
    /// Profiles that fit the files.
    pub fits: Vec<ProfileFit>,
}

/// Adds files to a clinic.
///
/// Never fails: what cannot be used is an issue, and the row is reported as left out. Near-linear in the number of rows.
pub fn merge(present: &Clinic, sources: &[Source], options: &Options, choices: &Choices) -> Merged {
    let (draft, columns, fits) = read_rows(sources, options, Some(present));
    let (rows, left_out, issues) = draft.into_rows();
    let mut incoming = incoming::Incoming::new(rows);
    let mut asked = questions::Asked::new(choices);
    keys::name_rows(present, &mut incoming, &mut asked);
    questions::groups(present, &mut incoming, &mut asked);
    let (clinic, rows, wrong) = write::write(present, incoming);
    Merged {
        clinic,
        rows,
        left_out,
        pairs: asked.pairs,
        groups: asked.groups,
        unasked: asked.unasked,
        issues: issues.into_iter().chain(wrong).collect(),
        columns,
        fits,
    }
}
