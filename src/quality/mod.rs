//! What is doubtful in the data of a clinic, although every row can be used: names spelled in two ways, values that
//! cannot be, agreements that overlap, and what has run out. Each finding says where it is, how sure it is and why it
//! matters; where one click can mend it, it carries the [`Mend`].
//!
//! Rows that cannot be used at all, and single fields out of range, are the business of
//! [`validate`](crate::model::validate()); nothing is found twice. All limits here are our choice, each stated at its
//! constant.

mod agreements;
mod finding;
mod mend;
mod people;
mod spelling;
mod values;
mod weeks;

pub use finding::{Finding, Grade, Kind, MAX_FINDINGS_OF_KIND, MAX_ROWS_SHOWN, Place, Sureness};
pub use mend::{Close, Mend, PatientLevel, Who, Word, apply};
pub use spelling::{Likeness, likeness};
pub use weeks::{MIN_WEEKS, Turn, turning_point};

use crate::model::Clinic;
use finding::Report;

/// Everything doubtful in a clinic, by kind in the order of [`Kind`].
///
/// `expiring_days`: a license that ends within so many days is worth a word.
///
/// Near-linear in the number of rows, besides the pairs of names of one table.
///
/// ```
/// let findings = rosterwell::quality::examine(&rosterwell::model::Clinic::default(), 30).findings;
/// assert!(findings.is_empty());
/// ```
pub fn examine(clinic: &Clinic, expiring_days: i32) -> Examined {
    let mut report = Report::default();
    spelling::find(clinic, &mut report);
    values::find(clinic, &mut report);
    people::find(clinic, expiring_days, &mut report);
    agreements::find(clinic, &mut report);
    weeks::find(clinic, &mut report);
    report.finish()
}

/// What an examination gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Examined {
    /// The findings.
    pub findings: Vec<Finding>,
    /// How many more there are of a kind than are listed.
    pub left_off: Vec<(Kind, usize)>,
}
