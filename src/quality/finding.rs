//! One finding: what, where, how sure, why it matters, what would mend it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Examined;
use super::mend::Mend;

/// Findings of one kind that are listed; more are counted.
pub const MAX_FINDINGS_OF_KIND: usize = 200;
/// Rows that a finding lists; more are counted.
pub const MAX_ROWS_SHOWN: usize = 20;

macro_rules! kinds {
    ($($(#[$meta:meta])* $name:ident: $why:literal,)*) => {
        /// What a finding is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), schemars(rename = "DoubtKind"), ts(rename = "DoubtKind"))]
        #[serde(rename_all = "snake_case")]
        pub enum Kind { $($(#[$meta])* $name,)* }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Why it matters, in one sentence.
            pub fn why(self) -> &'static str {
                match self { $(Self::$name => $why,)* }
            }
        }
    };
}

kinds! {
    /// Two rooms of a site whose names are nearly the same.
    SimilarRooms: "one room under two names can be booked twice at the same time",
    /// Two skills that are nearly the same word.
    SimilarSkills: "a service that asks for one spelling does not find those who hold the other",
    /// Two disciplines that are nearly the same word.
    SimilarDisciplines: "a service that asks for one spelling does not find those who are listed under the other",
    /// Two services whose names are nearly the same.
    SimilarServices: "demand and authorizations are counted for each of the two apart",
    /// A session that is longer than anybody works at a stretch.
    LongSession: "it blocks people and rooms, and counts as time given",
    /// More sessions of one clinician on a day than can be.
    ManyVisits: "the day counts as worked, and the history makes everybody look too fast",
    /// Documentation and sessions of a clinician-day that do not fit into it.
    DocumentationBeyondDay: "documentation time and workload are read from it",
    /// Something that ends before it begins, or is answered before it is asked.
    WrongOrder: "waiting times and lengths of stay become negative",
    /// Parts of a paid day that are more than the day.
    PartsBeyondPaid: "utilization and cost are counted from the paid time",
    /// A patient in a program whose level of care is not given.
    MissingLevel: "weekly minimum hours and staffing limits hang on the level of care",
    /// A patient whose level does not go with the phase.
    LevelDiffers: "weekly minimum hours are taken from the level, priority from the phase",
    /// A patient in treatment for some time who is still listed as being assessed.
    StalePhase: "the phase drives weekly minimum hours and priority",
    /// A license that has ended.
    LicenseExpired: "sessions that ask for it cannot be given by this person",
    /// A license that ends soon.
    LicenseExpiring: "sessions after that day cannot be given by this person",
    /// Somebody without hours.
    NoHours: "nobody without hours can be planned or seen",
    /// Two authorizations for the same service and days.
    AuthorizationsOverlap: "of two that could be used the units may be counted twice",
    /// An authorization without units left that is still wanted.
    UnitsUsedUp: "no further session can be given under it",
    /// Past appointments that nobody has closed.
    UnresolvedPast: "they count neither as attended nor as missed, and still draw on authorizations",
    /// The same session entered twice.
    SameSessionTwice: "people and rooms look double-booked, and the session counts twice",
    /// A level of the weekly sessions that changes at once and stays.
    SuddenShift: "a missing file looks like this, and so does a renamed service: forecasts and rates learn from it",
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// It cannot be as it stands.
    Error,
    /// It is likely to be wrong, or something has to be done about it.
    Warning,
    /// Worth knowing.
    Note,
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    /// It follows from the rows.
    Certain,
    /// There is hardly another reading.
    Likely,
    /// It may well be meant.
    Possible,
}

/// A row that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    schemars(rename = "DoubtPlace"),
    ts(rename = "DoubtPlace")
)]
pub struct Place {
    /// Table name.
    pub table: &'static str,
    /// Row, counted from 1.
    pub row: u32,
    /// Its id, or that of the person it is about.
    pub id: String,
}

impl Place {
    /// A row counted from 0.
    pub(super) fn new(table: &'static str, row: usize, id: &str) -> Self {
        Self {
            table,
            row: u32::try_from(row + 1).unwrap_or(u32::MAX),
            id: id.into(),
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    schemars(rename = "Doubt"),
    ts(rename = "Doubt")
)]
pub struct Finding {
    /// What it is about.
    pub kind: Kind,
    /// How much it matters.
    pub grade: Grade,
    /// How sure it is.
    pub sure: Sureness,
    /// What was found, with names and numbers.
    pub what: String,
    /// Why it matters.
    pub why: &'static str,
    /// The rows, at most [`MAX_ROWS_SHOWN`].
    pub rows: Vec<Place>,
    /// How many rows there are.
    pub num_rows: usize,
    /// What one click could do about it; the first is what we would do.
    pub mends: Vec<Mend>,
}

impl Finding {
    /// A finding without rows and mends.
    pub(super) fn new(kind: Kind, grade: Grade, sure: Sureness, what: impl Into<String>) -> Self {
        Self {
            kind,
            grade,
            sure,
            what: what.into(),
            why: kind.why(),
            rows: Vec::new(),
            num_rows: 0,
            mends: Vec::new(),
        }
    }

    /// The same about these rows.
    pub(super) fn at(mut self, rows: impl IntoIterator<Item = Place>) -> Self {
        for row in rows {
            self.num_rows += 1;
            if self.rows.len() < MAX_ROWS_SHOWN {
                self.rows.push(row);
            }
        }
        self
    }

    /// The same with something that would mend it.
    pub(super) fn or(mut self, mend: Mend) -> Self {
        self.mends.push(mend);
        self
    }
}

/// What has been found so far.
#[derive(Default)]
pub(super) struct Report(BTreeMap<Kind, (Vec<Finding>, usize)>);

impl Report {
    pub(super) fn add(&mut self, finding: Finding) {
        let (list, more) = self.0.entry(finding.kind).or_default();
        if list.len() < MAX_FINDINGS_OF_KIND {
            list.push(finding);
        } else {
            *more += 1;
        }
    }

    pub(super) fn finish(self) -> Examined {
        let left_off = self.0.iter().filter(|(_, (_, more))| *more > 0);
        Examined {
            left_off: left_off.map(|(kind, (_, more))| (*kind, *more)).collect(),
            findings: self.0.into_values().flat_map(|(list, _)| list).collect(),
        }
    }
}
