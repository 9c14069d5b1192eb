//! Who is expected to come: no-shows, late cancellations and cancellations by the clinic, learned from the clinic's own
//! history, for the visits of a plan.
//!
//! Each outcome has an additive logistic model on bands ([`AttendanceFactor`]) that is shrunken toward the clinic's mean,
//! recalibrated on the last four weeks, and judged on the latest quarter of the history, which it has not seen. Where it
//! is not clearly better than the clinic's rate by service, or where the history is short, that rate is used and the reply
//! says so. Only what was known when a visit was booked is used.
//!
//! The purpose is help: a nearer slot, video, a ride, a call. There is no overbooking of a patient here, and nothing that
//! could be used as a penalty.

mod bands;
mod fit;
mod help;
mod history;
mod predict;
mod report;

use serde::Serialize;

pub use bands::AttendanceFactor;
pub use help::{Help, HelpKind};
pub use history::SeatAhead;
pub use predict::{AttendanceOutcome, AttendanceScore, AttendanceSource, Contribution, Recalibration};
pub use report::{
    AttendanceEvaluation, AttendanceQuality, BandEffect, CalibrationRow, GroupCell, GroupFigures, GroupReport,
    OutcomeReport,
};

use crate::model::Clinic;
use crate::model::calendar::DateTime;
use crate::model::outcome::Class;
use bands::Bands;
use history::{Book, Visit};
use predict::Predictor;

/// Most visits that are learned from, the latest ones; so that an answer takes a second at most. Our choice.
pub const MAX_VISITS: usize = 40_000;

/// What the history was and what it was not.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AttendanceHistory {
    /// Start of the first visit that was learned from; absent without any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub from: Option<DateTime>,
    /// The document's moment.
    pub to: DateTime,
    /// Visits: one patient in one session.
    pub visits: u32,
    /// Cancelled in time: the slot was given back, which is none of the outcomes.
    pub cancelled_early: u32,
    /// Past, but nobody recorded what happened.
    pub unresolved: u32,
    /// Rows that name a patient, service or clinician who is not in the tables.
    pub unknown: u32,
}

/// What was learned about a clinic.
pub struct Attendance<'a> {
    book: Book<'a>,
    chain: Vec<(AttendanceOutcome, Predictor)>,
    /// What the history was.
    pub history: AttendanceHistory,
    /// Each outcome, in the order of the chain.
    pub outcomes: Vec<OutcomeReport>,
    /// No-shows by groups of patients.
    pub groups: Vec<GroupReport>,
    /// The mean chance, over the history, that a patient misses a visit or cancels it late; absent without history.
    pub usual: Option<f64>,
}

/// What is expected of one visit.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SeatExpectation {
    /// Patient id.
    pub patient: String,
    /// Chance that the visit takes place, if it is not given back in time.
    pub attends: f64,
    /// Chance that the patient does not come.
    pub no_show: f64,
    /// Chance that the patient cancels late.
    pub late_cancel: f64,
    /// Chance that the clinic cancels.
    pub provider_cancel: f64,
    /// The chances of the chain with what they are made of.
    pub scores: Vec<AttendanceScore>,
    /// What could help, if missing it is likelier than usual; nothing is ever done to the patient.
    pub help: Vec<Help>,
}

impl<'a> Attendance<'a> {
    /// Learns from the last `weeks` of a clinic's history.
    pub fn learn(clinic: &'a Clinic, weeks: i32) -> Self {
        let (book, mut visits, left_out) = Book::new(clinic, weeks);
        let now = book.now();
        let surplus = visits.len().saturating_sub(MAX_VISITS);
        visits.drain(..surplus);
        let history = AttendanceHistory {
            from: visits.first().map(|visit| book.moment(visit.start)),
            to: clinic.settings.as_of,
            visits: visits.len() as u32,
            cancelled_early: left_out.early,
            unresolved: left_out.unresolved,
            unknown: left_out.unknown,
        };
        let studies = AttendanceOutcome::ALL
            .map(|outcome| report::study(&visits, outcome, &book.catalog.factors, clinic.services.len(), now));
        let groups = studies
            .last()
            .map_or(Vec::new(), |no_show| report::groups(clinic, no_show));
        let mut outcomes = Vec::new();
        let mut chain = Vec::new();
        for found in studies {
            chain.push((found.report.outcome, found.predictor));
            outcomes.push(found.report);
        }
        Self {
            usual: usual(&visits),
            book,
            chain,
            history,
            outcomes,
            groups,
        }
    }

    /// What is learned from, of the last `weeks`: every visit with its patient, start, class and the band of every factor, in order of time;
    /// for whoever wants to check the fit with another program.
    pub fn table(clinic: &Clinic, weeks: i32) -> Vec<(&str, DateTime, Class, Vec<u16>)> {
        let (book, visits, _) = Book::new(clinic, weeks);
        let row = |visit: &Visit| {
            let patient = clinic.patients.get(visit.patient)?;
            Some((
                patient.id.as_str(),
                book.moment(visit.start),
                visit.class,
                visit.bands.to_vec(),
            ))
        };
        visits.iter().filter_map(row).collect()
    }

    /// The factors with their bands.
    pub fn factors(&self) -> &[AttendanceFactor] {
        &self.book.catalog.factors
    }

    /// What is expected of a visit to come; with the contributions of every factor if `explained`. `None` without history,
    /// or if the visit names something that is not in the tables. Help is listed from `help_from` on.
    pub fn expect(&self, seat: &SeatAhead, explained: bool, help_from: f64) -> Option<SeatExpectation> {
        let bands = self.book.bands(seat)?;
        let (patient, service) = self.book.people(seat)?;
        let service_idx = usize::from(bands[bands::SERVICE]);
        let factors = explained.then_some(self.factors());
        let scores: Option<Vec<AttendanceScore>> = self
            .chain
            .iter()
            .map(|(outcome, predictor)| predictor.score(*outcome, service_idx, &bands, factors))
            .collect();
        let scores = scores?;
        let [provider_cancel, late_cancel, no_show] = self.chances(service_idx, &bands)?;
        let missing = late_cancel + no_show;
        let help = if missing >= help_from {
            help::suggestions(patient, service, &bands, missing, &|bands| {
                let [_, late, no_show] = self.chances(service_idx, bands)?;
                Some(late + no_show)
            })
        } else {
            Vec::new()
        };
        Some(SeatExpectation {
            patient: seat.patient.into(),
            attends: 1.0 - provider_cancel - missing,
            no_show,
            late_cancel,
            provider_cancel,
            scores,
            help,
        })
    }

    /// The chance of each outcome of the chain, of all visits.
    fn chances(&self, service: usize, bands: &Bands) -> Option<[f64; 3]> {
        let mut left = 1.0;
        let mut chances = [0.0; 3];
        for (chance, (_, predictor)) in chances.iter_mut().zip(&self.chain) {
            *chance = left * predictor.probability(service, bands)?;
            left -= *chance;
        }
        Some(chances)
    }
}

/// The share of visits that a patient missed or cancelled late, of those that the clinic did not cancel.
fn usual(visits: &[Visit]) -> Option<f64> {
    let asked = |outcome| predict::rows_of(visits, outcome);
    let late = asked(AttendanceOutcome::LateCancel);
    let missed = asked(AttendanceOutcome::NoShow);
    let hits = late.iter().chain(&missed).filter(|row| row.1).count();
    (!late.is_empty()).then(|| hits as f64 / late.len() as f64)
}
