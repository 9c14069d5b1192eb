//! `merge`: files of other programs are added to the open clinic.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::export::ExportedFile;
use super::import::{ImportRequest, sources_of};
use super::reply::ClinicSummary;
use crate::error::{Error, Issue, Result};
use crate::export::csv_text;
use crate::import::merge::{
    Choices, FieldChange, GroupQuestion, MAX_TOLERANCE_MIN, Merged, Outcome, PairQuestion, TOLERANCE_MIN,
    merge as merge_files, report_table,
};
use crate::import::profiles::ProfileFit;
use crate::import::{ColumnMatch, Origin, Source};
use crate::model::calendar::DateTime;
use crate::order::IntoOrdered;

/// Changed rows that a reply lists; all are in the report.
pub const MAX_CHANGED_SHOWN: usize = 500;

/// Request of `merge`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MergeRequest {
    /// The files and how to read them; with `preview` the open clinic stays as it is.
    pub import: ImportRequest,
    /// Answers to questions of an earlier reply; the others get the usual answer.
    #[serde(default)]
    pub answers: Vec<MergeAnswer>,
    /// Minutes between the starts of two rows that may be one session, 0 to 60; 10 if absent.
    #[serde(default)]
    pub tolerance_min: Option<i32>,
    /// When this is done, for the report.
    #[serde(default)]
    pub at: Option<DateTime>,
}

/// An answer.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MergeAnswer {
    /// Id of the question.
    pub id: String,
    /// True: the same, or one group session.
    pub yes: bool,
}

/// A row of a file.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MergeOrigin {
    /// File name.
    pub file: String,
    /// Row, counted from 1 without the header.
    pub row: u32,
}

/// What became of the rows of a table.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MergeCount {
    /// Table name.
    pub table: String,
    /// New.
    pub added: u32,
    /// The clinic has them just so.
    pub same: u32,
    /// The clinic has them with other values.
    pub changed: u32,
    /// They became seats of a group session.
    pub seated: u32,
    /// Settings, which stay.
    pub kept: u32,
    /// They cannot be used; the issues say why.
    pub left_out: u32,
}

/// A row of the clinic with new values.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MergeChange {
    /// Table name.
    pub table: String,
    /// What tells it from other rows: its id, where it has one.
    pub key: String,
    /// Where the values came from.
    pub origin: MergeOrigin,
    /// The values.
    pub fields: Vec<FieldChange>,
}

/// Two rows that may be the same.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MergePair {
    /// Id for the answer.
    pub id: String,
    /// Table name.
    pub table: String,
    /// Where the row of the file came from.
    pub origin: MergeOrigin,
    /// Its id in the file.
    pub incoming: String,
    /// Id of the row that is there.
    pub present: String,
    /// What they have in common.
    pub what: String,
    /// The answer unless somebody gives one.
    pub usual: bool,
    /// The answer that was used.
    pub yes: bool,
}

/// Rows that look like one group session.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MergeGroup {
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
    pub origins: Vec<MergeOrigin>,
    /// The group session that is there already, if one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<String>,
    /// The answer that was used; no, unless somebody says yes.
    pub yes: bool,
}

/// Reply of `merge`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MergeReply {
    /// True if the open clinic has the rows now; false for a preview, or if no row could be used.
    pub opened: bool,
    /// What was wrong with the files.
    pub issues: Vec<Issue>,
    /// How the columns were understood.
    pub columns: Vec<ColumnMatch>,
    /// Profiles that fit the files: those of the request and shipped ones.
    pub profiles: Vec<ProfileFit>,
    /// What became of the rows, by table.
    pub counts: Vec<MergeCount>,
    /// Rows with new values, at most 500.
    pub changes: Vec<MergeChange>,
    /// How many rows have new values.
    pub num_changed: usize,
    /// Rows that may be the same.
    pub pairs: Vec<MergePair>,
    /// Rows that look like one group session.
    pub groups: Vec<MergeGroup>,
    /// Questions that were not asked because there are too many; those rows were added as they are.
    pub unasked: usize,
    /// Every row of every file with what became of it, as CSV.
    pub report: ExportedFile,
    /// What was found when the rows were put together; empty if nothing was opened.
    pub clinic_issues: Vec<Issue>,
    /// What the clinic holds, if it was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<ClinicSummary>,
}

/// Adds the good rows of files to the open clinic.
///
/// # Errors
/// `desk.empty`; as [`import`](super::import::import()) for the request; `request.wrong_value`: minutes outside their
/// range. Faults in the files and answers to questions that are not asked are issues.
pub fn merge(desk: &mut Desk, request: MergeRequest) -> Result<MergeReply> {
    let preview = request.import.preview;
    let tolerance_min = request.tolerance_min.unwrap_or(TOLERANCE_MIN);
    if !(0..=MAX_TOLERANCE_MIN).contains(&tolerance_min) {
        let message = format!("expected 0 to {MAX_TOLERANCE_MIN} minutes");
        return Err(Error::new("request.wrong_value", message).at("tolerance_min"));
    }
    let zone = desk.clinic()?.settings.time_zone.clone();
    let (sources, options) = sources_of(request.import, Some(zone))?;
    let answers: Vec<(String, bool)> = request
        .answers
        .into_iter()
        .map(|answer| (answer.id, answer.yes))
        .collect();
    let choices = Choices {
        answers: answers.iter().cloned().into_map(),
        tolerance_min,
    };
    let merged = merge_files(desk.clinic()?, &sources, &options, &choices);
    let is_asked = |id: &String| {
        merged.pairs.iter().any(|pair| pair.id == *id) || merged.groups.iter().any(|group| group.id == *id)
    };
    // One answer may make another question go away.
    let unused = answers.iter().filter(|(id, _)| !is_asked(id)).count();
    let opened = !preview
        && merged
            .rows
            .iter()
            .any(|row| !matches!(row.outcome, Outcome::Kept | Outcome::LeftOut));
    let mut reply = reply(&merged, &sources, request.at);
    if unused > 0 {
        reply.issues.push(Issue::warning(
            "import.unknown_question",
            "",
            format!("{unused} answers are to questions that are not asked"),
            "look at the questions again; nothing was done on these answers",
        ));
    }
    if opened {
        desk.open(merged.clinic);
        reply.opened = true;
        reply.clinic_issues = desk.issues()?.to_vec();
        reply.summary = Some(ClinicSummary::new(desk)?);
    }
    Ok(reply)
}

fn reply(merged: &Merged, sources: &[Source], at: Option<DateTime>) -> MergeReply {
    let origin = |origin: Origin| MergeOrigin {
        file: sources
            .get(origin.file)
            .map(|source| source.name.clone())
            .unwrap_or_default(),
        row: u32::try_from(origin.row).unwrap_or(u32::MAX),
    };
    let changed = || merged.rows.iter().filter(|row| row.outcome == Outcome::Changed);
    let pair = |pair: &PairQuestion| MergePair {
        id: pair.id.clone(),
        table: pair.table.into(),
        origin: origin(pair.origin),
        incoming: pair.incoming.clone(),
        present: pair.present.clone(),
        what: pair.what.clone(),
        usual: pair.usual,
        yes: pair.same,
    };
    let group = |group: &GroupQuestion| MergeGroup {
        id: group.id.clone(),
        start: group.start,
        service: group.service.clone(),
        clinician: group.clinician.clone(),
        patients: group.patients.clone(),
        origins: group.origins.iter().map(|&place| origin(place)).collect(),
        present: group.present.clone(),
        yes: group.merged,
    };
    let table = report_table(merged, sources, at);
    MergeReply {
        opened: false,
        issues: merged.issues.clone(),
        columns: merged.columns.clone(),
        profiles: merged.fits.clone(),
        counts: counts(merged),
        changes: changed()
            .take(MAX_CHANGED_SHOWN)
            .map(|row| MergeChange {
                table: row.table.into(),
                key: row.key.clone(),
                origin: origin(row.origin),
                fields: row.fields.clone(),
            })
            .collect(),
        num_changed: changed().count(),
        pairs: merged.pairs.iter().map(pair).collect(),
        groups: merged.groups.iter().map(group).collect(),
        unasked: merged.unasked,
        report: ExportedFile {
            name: "merge-report.csv".into(),
            text: csv_text(&table),
        },
        clinic_issues: Vec::new(),
        summary: None,
    }
}

fn counts(merged: &Merged) -> Vec<MergeCount> {
    let mut counts: BTreeMap<&str, MergeCount> = BTreeMap::new();
    for row in &merged.rows {
        let count = counts.entry(row.table).or_default();
        *match row.outcome {
            Outcome::Added => &mut count.added,
            Outcome::Same => &mut count.same,
            Outcome::Changed => &mut count.changed,
            Outcome::Seated => &mut count.seated,
            Outcome::Kept => &mut count.kept,
            Outcome::LeftOut => &mut count.left_out,
        } += 1;
    }
    for (table, more) in &merged.left_out {
        counts.entry(table).or_default().left_out += u32::try_from(*more).unwrap_or(u32::MAX);
    }
    let tables = crate::model::columns::TABLES.iter();
    tables
        .filter_map(|table| {
            Some(MergeCount {
                table: table.name.into(),
                ..counts.remove(table.name)?
            })
        })
        .collect()
}
