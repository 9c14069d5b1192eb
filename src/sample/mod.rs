//! Sample clinics: invented people, a believable week and a half-year of history, from a seed.
//!
//! Everything here is made up and marked so: `settings.synthetic` is always true, people are called by initials and a
//! number, and home coordinates lie on open sea. What is generated, from which figures, is told in `docs/samples.md`.
//!
//! A sample is built of units (a treatment center, a residence, a home-health branch, a rehabilitation clinic), each
//! complete in itself. Random numbers come from streams named by entity, so a larger sample begins with the same
//! people, and whole units stay the same to the last row.
//!
//! The week on the board is not planted with faults. [`scheduler`] books it the way a person with a wall chart does,
//! and the faults follow from the habits in [`scheduler::Habits`].

mod addiction;
mod attendance;
mod authorization;
mod chart;
mod consents;
mod draft;
mod history;
mod home_health;
mod intake;
mod known;
mod observations;
mod people;
mod places;
mod promise;
mod records;
mod rehabilitation;
mod residential;
pub mod scheduler;
mod team;
mod units;

use serde::{Deserialize, Serialize};

use crate::model::Clinic;
use crate::model::calendar::{Date, Weekday};
use draft::Draft;
use scheduler::Habits;
use units::Line;

/// Most clinicians in a sample.
pub const MAX_CLINICIANS: u32 = 500;

/// Most weeks of history in a sample.
pub const MAX_WEEKS: u32 = 104;

/// Largest seed: what a page can hold exactly.
pub const MAX_SEED: u64 = (1 << 53) - 1;

/// What kind of clinic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SampleKind {
    /// Addiction treatment: partial hospitalization, intensive outpatient, outpatient, maintenance.
    AddictionTreatment,
    /// Visiting nurses, therapists and aides over a county.
    HomeHealth,
    /// Physical and occupational therapy and speech-language pathology in a clinic.
    OutpatientRehabilitation,
    /// All of these and a residence with 24-hour cover, on several sites.
    Network,
}

impl SampleKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [
        Self::AddictionTreatment,
        Self::HomeHealth,
        Self::OutpatientRehabilitation,
        Self::Network,
    ];
}

/// Which sample to generate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SampleRequest {
    /// Kind of clinic.
    pub kind: SampleKind,
    /// Clinicians, 1 to 500; values outside are brought inside. 24 if absent.
    #[serde(default = "default_clinicians")]
    pub clinicians: u32,
    /// Seed, 0 to 2^53 - 1. 1 if absent.
    #[serde(default = "default_seed")]
    pub seed: u64,
    /// Weeks of history, 0 to 104. If absent, 26; fewer for more than 60 clinicians, so that a browser can hold it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u32>,
}

fn default_clinicians() -> u32 {
    24
}

fn default_seed() -> u64 {
    1
}

impl Default for SampleRequest {
    fn default() -> Self {
        Self {
            kind: SampleKind::AddictionTreatment,
            clinicians: default_clinicians(),
            seed: default_seed(),
            weeks: None,
        }
    }
}

impl SampleRequest {
    /// Weeks of history that will be generated.
    pub fn history_weeks(&self) -> i32 {
        let weeks = self.weeks.unwrap_or(match self.clinicians {
            0..=60 => 26,
            61..=200 => 12,
            _ => 4,
        });
        weeks.min(MAX_WEEKS) as i32
    }
}

/// The sample clinic of a request: the same request gives the same clinic on every platform.
///
/// ```
/// use rosterwell::sample::{SampleRequest, sample};
/// let clinic = sample(&SampleRequest::default());
/// assert!(clinic.settings.synthetic);
/// assert_eq!(clinic.clinicians.len(), 24);
/// ```
pub fn sample(request: &SampleRequest) -> Clinic {
    sample_by(request, &Habits::default())
}

/// The sample clinic of a request, with a week booked by someone with other habits.
pub fn sample_by(request: &SampleRequest, habits: &Habits) -> Clinic {
    let mut draft = Draft::new(request);
    for unit in units::layout(request.kind, request.clinicians.clamp(1, MAX_CLINICIANS) as usize) {
        match unit.line {
            Line::Addiction => addiction::build(&mut draft, &unit),
            Line::Residential => residential::build(&mut draft, &unit),
            Line::HomeHealth => home_health::build(&mut draft, &unit),
            Line::Rehabilitation => rehabilitation::build(&mut draft, &unit),
        }
    }
    units::roads(&mut draft);
    let week = scheduler::standing_week(&mut draft, habits);
    history::write(&mut draft, &week);
    known::take_back(&mut draft);
    authorization::grant(&mut draft);
    scheduler::publish(&mut draft, &week, habits);
    records::write(&mut draft);
    observations::write(&mut draft);
    promise::lock(&mut draft, habits);
    draft.clinic
}

/// The first planned day of every sample: a Monday. Public holidays are not modelled.
pub(crate) fn horizon_monday() -> Date {
    let monday = Date(jiff::civil::date(2026, 11, 23));
    debug_assert_eq!(monday.weekday(), Weekday::Mon);
    monday
}
