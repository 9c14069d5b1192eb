//! Mapping profiles: how the export of one source is read, by the columns it has. Some are shipped; the user's own are
//! made of an import that was corrected by hand, kept by the page, and given with the next one.
//!
//! A profile of the request is applied where all columns it asks for are there; a shipped one is only suggested, since
//! exports of different programs may look alike. Choices of the request come before those of a profile.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::error::Issue;
use crate::model::columns::{self, Table, fold};
use crate::model::raw::{Cell, RawTable};
use crate::order::IntoOrdered;

use super::cells::excerpt;
use super::limits::MAX_HEADER_ROW;
use super::moments::DateOrder;
use super::numbers::DecimalMark;
use super::read::{ColumnChoice, Options};

/// Profiles in one import. Our choice: more sources than a clinic has.
pub const MAX_PROFILES: usize = 100;
/// Of the columns a profile asks for, the share in percent from which on it is suggested. Our choice: an export that has
/// lost a column or two is still recognized.
pub const SUGGEST_FROM: usize = 80;

/// How the export of one source is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// What the user calls the source; unique among the profiles of a request.
    pub name: String,
    /// Table that it holds.
    pub table: String,
    /// Columns by which the export is known: of each list one must be there. Case, space and punctuation do not count.
    pub asks: Vec<Vec<String>>,
    /// Columns and the fields they hold; those that the file does not have are skipped.
    pub columns: Vec<ProfileColumn>,
    /// Which number comes first in dates like `3/4/2026`; found out by column if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    /// The decimal mark; found out by table if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalMark>,
    /// Where it comes from.
    #[serde(default)]
    pub note: String,
}

/// A column of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ProfileColumn {
    /// Column name in the file.
    pub column: String,
    /// Field name; absent to leave the column out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

/// A profile that fits a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ProfileFit {
    /// File or sheet.
    pub file: String,
    /// The profile.
    pub profile: Profile,
    /// Columns it asks for that are there, percent.
    pub share: usize,
    /// True if it is one of the shipped ones.
    pub shipped: bool,
    /// True if the file was read by it.
    pub applied: bool,
}

/// The shipped profiles. What is in them, and why, stands in their notes.
pub fn shipped() -> &'static [Profile] {
    static PROFILES: OnceLock<Vec<Profile>> = OnceLock::new();
    // A test reads the file, so that a fault in it cannot be shipped.
    PROFILES.get_or_init(|| serde_json::from_str(include_str!("shipped.json")).unwrap_or_default())
}

/// Every profile that fits a table, those of the request first, the one that is applied marked.
pub(super) fn fitting(raw: &RawTable, file: &str, table: Option<&'static Table>, given: &[Profile]) -> Vec<ProfileFit> {
    let headers = headers(raw);
    let fits = |profile: &Profile, shipped: bool| {
        let belongs = table.is_none_or(|table| table.name == profile.table) && !profile.asks.is_empty();
        let share = if belongs { share(profile, &headers) } else { 0 };
        (share >= SUGGEST_FROM).then(|| ProfileFit {
            file: file.into(),
            profile: profile.clone(),
            share,
            shipped,
            applied: false,
        })
    };
    let is_given = |profile: &Profile| given.iter().any(|other| other.name == profile.name);
    let own = given
        .iter()
        .take(MAX_PROFILES)
        .filter_map(|profile| fits(profile, false));
    let others = shipped()
        .iter()
        .filter(|profile| !is_given(profile))
        .filter_map(|profile| fits(profile, true));
    let mut all: Vec<ProfileFit> = own.chain(others).collect();
    if let Some(fit) = all.iter_mut().find(|fit| !fit.shipped && fit.share == 100) {
        fit.applied = true;
    }
    all
}

/// The first rows, any of which may be the header, folded.
fn headers(raw: &RawTable) -> Vec<std::collections::BTreeSet<String>> {
    let rows = raw.rows.iter().take(MAX_HEADER_ROW);
    rows.map(|row| {
        row.iter()
            .filter(|cell| matches!(cell, Cell::Text(_)))
            .map(|cell| fold(&cell.shown()))
            .into_set()
    })
    .collect()
}

fn share(profile: &Profile, headers: &[std::collections::BTreeSet<String>]) -> usize {
    let asked = |header: &std::collections::BTreeSet<String>| {
        let is_there = |names: &&Vec<String>| names.iter().any(|name| header.contains(&fold(name)));
        profile.asks.iter().filter(is_there).count()
    };
    let most = headers.iter().map(asked).max().unwrap_or(0);
    100 * most / profile.asks.len().max(1)
}

impl Profile {
    /// The options of a request, with what the profile says where they say nothing.
    pub(super) fn complete(&self, options: &Options) -> Options {
        let own = self.columns.iter().map(|column| ColumnChoice {
            table: self.table.clone(),
            column: column.column.clone(),
            field: column.field.clone(),
        });
        Options {
            mapping: options.mapping.iter().cloned().chain(own).collect(),
            dates: options.dates.or(self.dates),
            decimal: options.decimal.or(self.decimal),
            time_zone: options.time_zone.clone(),
            profiles: Vec::new(),
        }
    }

    /// What is wrong with it.
    pub(super) fn fault(&self) -> Option<Issue> {
        let table = columns::table(&self.table);
        let is_known = |column: &ProfileColumn| {
            let field = column.field.as_deref();
            field.is_none_or(|field| table.is_some_and(|table| table.column(field).is_some()))
        };
        let wrong = table.is_none() || !self.columns.iter().all(is_known);
        wrong.then(|| {
            Issue::error(
                "mapping.unknown_field",
                &self.table,
                format!(
                    "the profile {} names a table or field that is not there",
                    excerpt(&self.name)
                ),
                "save the profile again from an import; it was left out where it is wrong",
            )
        })
    }
}
