//! Lists that leave the clinic: reminders, invitations of families, verified visits, a check of billing.
//!
//! Each is a [`Sheet`]: the rows that may leave, and every row that may not, with the reason. Nobody is in a sheet
//! without a consent that holds at the moment of writing and, of what is still to come, on its day.

pub mod billing;
mod family;
mod reminders;
mod sessions;
mod visits;

pub use family::{Invitation, invitations};
pub use reminders::reminders;
pub use visits::visits;

use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Consent, DisclosurePurpose, Settings};
use crate::model::consent::{self, Consents, Recipient};
use crate::model::raw::{Cell, RawTable, guard};

/// Most days that a list covers: a year and a day.
pub const MAX_DAYS: i32 = 366;

/// What a list covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// The moment of writing, by the clocks of the site.
    pub now: DateTime,
}

impl Scope {
    fn covers(&self, at: DateTime) -> bool {
        (self.from..=self.until).contains(&at.date())
    }
}

/// A row that does not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Appointment id.
    pub session: String,
    /// Patient id; for eyes in the clinic alone.
    pub patient: String,
    /// Why.
    pub reason: String,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// File name without its ending; says nothing of its contents.
    pub name: &'static str,
    /// Names of the columns.
    pub header: Vec<&'static str>,
    /// What leaves.
    pub rows: Vec<Vec<Cell>>,
    /// What does not.
    pub left_out: Vec<LeftOut>,
}

impl Sheet {
    fn new(name: &'static str, header: &[&'static str]) -> Self {
        Self {
            name,
            header: header.to_vec(),
            rows: Vec::new(),
            left_out: Vec::new(),
        }
    }

    fn leave_out(&mut self, session: &str, patient: &str, reason: impl ToString) {
        self.left_out.push(LeftOut {
            session: session.into(),
            patient: patient.into(),
            reason: reason.to_string(),
        });
    }

    /// As a table for a file. Where 42 CFR part 2 applies, every row carries the notice: rows are copied one by one.
    pub fn table(&self, settings: &Settings) -> RawTable {
        let notice = consent::notice(settings);
        let with_notice = |mut cells: Vec<Cell>, text: Option<&str>| {
            cells.extend(text.map(text_cell));
            cells
        };
        let header: Vec<Cell> = self.header.iter().map(|name| Cell::text(*name)).collect();
        let mut rows = vec![with_notice(header, notice.map(|_| "notice"))];
        rows.extend(self.rows.iter().map(|row| with_notice(row.clone(), notice)));
        RawTable {
            name: self.name.into(),
            rows,
            ..RawTable::default()
        }
    }
}

/// Text that no spreadsheet takes for a formula.
fn text_cell(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(guard(text))
    }
}

fn date_cell(at: DateTime) -> Cell {
    Cell::Moment {
        moment: at.date().to_string(),
    }
}

fn clock_cell(at: DateTime) -> Cell {
    Cell::Text(crate::model::calendar::clock(at.minute_of_day()))
}

fn whole(number: i32) -> Cell {
    Cell::Number(f64::from(number))
}

/// The consent on which a patient's row leaves: in force now and, of what is still to come, on its day too.
fn consent_to<'c>(
    consents: &Consents<'c>,
    (patient, purpose, recipient): (&str, DisclosurePurpose, Recipient),
    (now, at): (DateTime, DateTime),
) -> Result<&'c Consent, String> {
    let allow = |at| {
        consents
            .allow(patient, purpose, recipient, at)
            .map_err(|refusal| refusal.to_string())
    };
    allow(now)?;
    allow(at.max(now))
}
