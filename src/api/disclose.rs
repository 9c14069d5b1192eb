//! `disclose`: lists that leave the clinic, each with what may not leave and why.

use serde::{Deserialize, Serialize};

use super::calendar::LeftOutRow;
use super::desk::Desk;
use super::export::ExportedFile;
use crate::disclosure::{self, MAX_DAYS, Scope, Sheet, billing};
use crate::error::{Error, Result};
use crate::export::csv_text;
use crate::model::calendar::{Date, DateTime};
use crate::model::consent;

/// Days ahead that reminders and invitations cover, and days back that visits and billing do. Our choice.
const USUAL_DAYS: i32 = 7;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DisclosureList {
    /// Who is reminded of what, when and how.
    Reminders,
    /// Invitations of family members to sessions.
    Family,
    /// Electronic visit verification of home visits.
    Visits,
    /// Codes, units and authorizations of sessions that took place.
    Billing,
}

/// Request of `disclose`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DiscloseRequest {
    /// Which list.
    pub list: DisclosureList,
    /// First day; a week is covered if absent: the next for what is to come, the last for what was.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default)]
    pub until: Option<Date>,
    /// The moment of writing, by the clocks of the site; `as_of` if absent or earlier.
    #[serde(default)]
    pub now: Option<DateTime>,
}

/// Reply of `disclose`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DiscloseReply {
    /// First day covered.
    pub from: Date,
    /// Last day covered.
    pub until: Date,
    /// Names of the columns.
    pub header: Vec<String>,
    /// What leaves, as it is shown.
    pub rows: Vec<Vec<String>>,
    /// What does not.
    pub left_out: Vec<LeftOutRow>,
    /// The list as CSV, then for each invitation a text and a calendar. Names say nothing of the contents.
    pub files: Vec<ExportedFile>,
    /// The notice of 42 CFR 2.32, if the settings ask for it; the CSV has it in every row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
}

/// Makes a list. Nothing leaves: the caller decides where the files go.
///
/// # Errors
/// `desk.empty`; `disclose.days` for a first day after the last, or more days than [`MAX_DAYS`];
/// `calendar.time_zone` for invitations without a known zone.
pub fn disclose(desk: &mut Desk, request: DiscloseRequest) -> Result<DiscloseReply> {
    let clinic = desk.clinic()?;
    let settings = &clinic.settings;
    let now = request.now.map_or(settings.as_of, |now| now.max(settings.as_of));
    let is_ahead = matches!(request.list, DisclosureList::Reminders | DisclosureList::Family);
    let (first, last) = if is_ahead { (0, USUAL_DAYS) } else { (-USUAL_DAYS, 0) };
    let scope = Scope {
        from: request.from.unwrap_or(now.date().plus_days(first)),
        until: request.until.unwrap_or(now.date().plus_days(last)),
        now,
    };
    if !(0..MAX_DAYS).contains(&scope.until.days_since(scope.from)) {
        let message = format!("give a first and a last day, in order, at most {MAX_DAYS} days");
        return Err(Error::new("disclose.days", message).at("from"));
    }
    let mut invitations = Vec::new();
    let sheet: Sheet = match request.list {
        DisclosureList::Reminders => disclosure::reminders(clinic, scope),
        DisclosureList::Family => {
            let (sheet, all) = disclosure::invitations(clinic, scope)?;
            invitations = all;
            sheet
        }
        DisclosureList::Visits => disclosure::visits(clinic, scope),
        DisclosureList::Billing => billing::check(clinic, scope),
    };
    let mut files = vec![ExportedFile {
        name: format!("{}.csv", sheet.name),
        text: csv_text(&sheet.table(settings)),
    }];
    for (at, invitation) in invitations.into_iter().enumerate() {
        let number = at + 1;
        files.push(ExportedFile {
            name: format!("invitation-{number}.txt"),
            text: invitation.text,
        });
        files.push(ExportedFile {
            name: format!("invitation-{number}.ics"),
            text: invitation.calendar,
        });
    }
    let left_out = sheet.left_out.into_iter().map(|row| LeftOutRow {
        session: row.session,
        patient: row.patient,
        reason: row.reason,
    });
    Ok(DiscloseReply {
        from: scope.from,
        until: scope.until,
        header: sheet.header.iter().map(|&name| name.into()).collect(),
        rows: sheet
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.shown()).collect())
            .collect(),
        left_out: left_out.collect(),
        files,
        notice: consent::notice(settings).map(String::from),
    })
}
