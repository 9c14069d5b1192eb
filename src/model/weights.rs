//! Cost terms and their prices. The one list that optimizer, explanations and page share.

use serde::{Deserialize, Serialize};

/// A part of a plan's cost. All amounts are in one currency, cents unless the clinic sets other prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CostTerm {
    /// A session that is not placed; its own price from clinical priority. Level 1: placed first.
    Unplaced,
    /// A wanted group seat that is not given. Level 1.
    EmptySeat,
    /// Minutes short of a patient's weekly minimum. Level 1.
    WeeklyMinimum,
    /// A group that runs with fewer than its minimum.
    SmallGroup,
    /// Worked minutes above the overtime threshold.
    Overtime,
    /// Minutes worked outside a clinician-day's regular hours.
    ExtraTime,
    /// Minutes on the way.
    Travel,
    /// Distance driven.
    Mileage,
    /// Minutes waiting between two commitments.
    Waiting,
    /// Minutes of gaps too short for any session.
    FragmentedIdle,
    /// A clinician other than the patient's usual ones.
    Continuity,
    /// One more clinician than one for a patient and discipline in the horizon.
    Handoff,
    /// Time of day, clinician or gender other than the patient wished; hours other than the clinician wished.
    Preference,
    /// A clinician without the specialization that would fit.
    Specialization,
    /// A room, modality or place other than the first choice.
    SecondChoice,
    /// Booked minutes above a clinician's weekly booking target.
    WorkloadBalance,
    /// Acuity points above a clinician's share.
    AcuityBalance,
    /// A clinician-day without a lunch break.
    MissedLunch,
    /// Missing recovery minutes after a high-acuity session.
    Recovery,
    /// A session that follows another one of the same clinician-day without a short break between.
    ShortBreak,
    /// Minutes in one run of sessions above the longest allowed without a break.
    LongRun,
    /// Minutes, booked or on the way, above the part of a day that is not kept free for emergencies.
    Reserve,
    /// Minutes after the moment a session was due.
    Lateness,
    /// The latest lateness of any session.
    WorstLateness,
    /// The longest single wait of any clinician.
    WorstWaiting,
    /// The longest idle time of any clinician-day.
    WorstIdle,
    /// Evenings and weekends above an even share.
    Fairness,
    /// A clinician's share of a session with another clinician or start than in the published plan.
    Change,
}

impl CostTerm {
    /// Every term, in order of the enum; `term as usize` is its place.
    pub const ALL: [Self; 28] = [
        Self::Unplaced,
        Self::EmptySeat,
        Self::WeeklyMinimum,
        Self::SmallGroup,
        Self::Overtime,
        Self::ExtraTime,
        Self::Travel,
        Self::Mileage,
        Self::Waiting,
        Self::FragmentedIdle,
        Self::Continuity,
        Self::Handoff,
        Self::Preference,
        Self::Specialization,
        Self::SecondChoice,
        Self::WorkloadBalance,
        Self::AcuityBalance,
        Self::MissedLunch,
        Self::Recovery,
        Self::ShortBreak,
        Self::LongRun,
        Self::Reserve,
        Self::Lateness,
        Self::WorstLateness,
        Self::WorstWaiting,
        Self::WorstIdle,
        Self::Fairness,
        Self::Change,
    ];

    /// True for what is placed first, before any cost.
    pub fn is_level_one(self) -> bool {
        matches!(self, Self::Unplaced | Self::EmptySeat | Self::WeeklyMinimum)
    }

    /// Default price in cents per unit (unit in the second place). Our choice unless a source is named: set so that
    /// a minute of paid time is about 60 cents ($36 an hour with benefits) and softer wishes cost a few dollars.
    pub fn default_price(self) -> (i64, &'static str) {
        match self {
            Self::Unplaced => (100_000, "priority point"),
            Self::EmptySeat => (40_000, "priority point"),
            Self::WeeklyMinimum => (1_500, "minute"),
            Self::SmallGroup => (3_000, "missing patient"),
            Self::Overtime => (90, "minute"),
            Self::ExtraTime => (60, "minute"),
            Self::Travel => (60, "minute"),
            // $0.725 a mile from 1 January 2026 [IRS26], per tenth of a mile, rounded.
            Self::Mileage => (7, "tenth of a mile"),
            Self::Waiting => (10, "minute"),
            Self::FragmentedIdle => (20, "minute"),
            Self::Continuity => (1_500, "session"),
            Self::Handoff => (1_000, "clinician"),
            Self::Preference => (500, "wish"),
            Self::Specialization => (600, "session"),
            Self::SecondChoice => (200, "session"),
            Self::WorkloadBalance => (30, "minute"),
            Self::AcuityBalance => (600, "point"),
            Self::MissedLunch => (4_000, "day"),
            Self::Recovery => (60, "minute"),
            // More than ten minutes of waiting that nobody can use, less than ten minutes of paid time: a day has breaks
            // where there is time for them. Our choice.
            Self::ShortBreak => (500, "session"),
            Self::LongRun => (40, "minute"),
            Self::Reserve => (30, "minute"),
            Self::Lateness => (2, "minute"),
            Self::WorstLateness => (1, "minute"),
            Self::WorstWaiting => (2, "minute"),
            Self::WorstIdle => (0, "minute"),
            Self::Fairness => (1_000, "session"),
            // Our choice, from what it costs to tell people: two calls of 10 to 15 minutes, to the patient and to the
            // clinician, at a counselor's $28.53 an hour [OEWS25] and 30 % benefits: $12 to $19.
            Self::Change => (1_600, "session"),
        }
    }
}

/// A price that differs from the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Weight {
    /// The cost term.
    pub term: CostTerm,
    /// Price per unit, cents, 0 to 10,000,000.
    pub cents: i64,
}

/// Amounts by term, cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Costs(pub [i64; CostTerm::ALL.len()]);

impl Costs {
    /// The sum of all terms.
    pub fn total(&self) -> i64 {
        self.0.iter().sum()
    }

    /// The sum of the terms that are placed first.
    pub fn level_one(&self) -> i64 {
        CostTerm::ALL
            .iter()
            .filter(|term| term.is_level_one())
            .map(|&term| self.0[term as usize])
            .sum()
    }
}

impl std::ops::Index<CostTerm> for Costs {
    type Output = i64;
    #[inline]
    fn index(&self, term: CostTerm) -> &i64 {
        &self.0[term as usize]
    }
}

impl std::ops::IndexMut<CostTerm> for Costs {
    #[inline]
    fn index_mut(&mut self, term: CostTerm) -> &mut i64 {
        &mut self.0[term as usize]
    }
}
