//! `quality` and `mend`: what is doubtful in the open clinic, and what one click can do about it.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::open::{EmptyRequest, OpenReply, validate};
use crate::error::{Error, Result};
use crate::quality::{self, Finding, Grade, Kind, Mend};

/// Days ahead for which an ending license is reported, if the request does not say. Our choice: a renewal takes weeks.
pub const EXPIRING_DAYS: i32 = 60;
/// Most days ahead that can be asked for.
pub const MAX_EXPIRING_DAYS: i32 = 730;

/// Request of `quality`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct QualityRequest {
    /// Licenses that end within so many days are reported, 0 to 730; 60 if absent.
    #[serde(default)]
    pub expiring_days: Option<i32>,
}

/// Findings of one kind.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// The gravest grade among them.
    pub grade: Grade,
    /// How many there are, listed or not.
    pub count: usize,
}

/// Reply of `quality`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct QualityReply {
    /// What was found, by kind; of one kind 200 at most.
    pub findings: Vec<Finding>,
    /// How many there are of each kind that has some.
    pub counts: Vec<KindCount>,
}

/// Request of `mend`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MendRequest {
    /// What is mended, in this order; all of it or nothing.
    pub mends: Vec<Mend>,
}

/// What is doubtful in the open clinic.
///
/// # Errors
/// `desk.empty`; `request.wrong_value`: days outside their range.
pub fn quality(desk: &mut Desk, request: QualityRequest) -> Result<QualityReply> {
    let days = request.expiring_days.unwrap_or(EXPIRING_DAYS);
    if !(0..=MAX_EXPIRING_DAYS).contains(&days) {
        let message = format!("expected 0 to {MAX_EXPIRING_DAYS} days");
        return Err(Error::new("request.wrong_value", message).at("expiring_days"));
    }
    let examined = quality::examine(desk.clinic()?, days);
    let mut counts: Vec<KindCount> = Vec::new();
    for finding in &examined.findings {
        match counts.last_mut().filter(|count| count.kind == finding.kind) {
            Some(count) => {
                count.count += 1;
                count.grade = count.grade.min(finding.grade);
            }
            None => counts.push(KindCount {
                kind: finding.kind,
                grade: finding.grade,
                count: 1,
            }),
        }
    }
    for (kind, more) in examined.left_off {
        let count = counts.iter_mut().find(|count| count.kind == kind);
        count.into_iter().for_each(|count| count.count += more);
    }
    Ok(QualityReply {
        findings: examined.findings,
        counts,
    })
}

/// Mends the open clinic.
///
/// # Errors
/// `desk.empty`; `amend.wrong_action`: what cannot be done, all in one message, and nothing has changed.
pub fn mend(desk: &mut Desk, request: MendRequest) -> Result<OpenReply> {
    let mut clinic = desk.clinic()?.clone();
    let mut causes = Vec::new();
    for (row, mend) in request.mends.iter().enumerate() {
        if let Err(cause) = quality::apply(&mut clinic, mend) {
            causes.push(format!("mends[{row}]: {cause}"));
        }
    }
    if !causes.is_empty() {
        return Err(Error::new("amend.wrong_action", causes.join("; ")).at("mends"));
    }
    desk.open(clinic);
    validate(desk, EmptyRequest {})
}
