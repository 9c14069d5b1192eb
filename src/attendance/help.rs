//! What could help a patient to come. Suggestions for a person to consider, never a rule against a patient.

use serde::Serialize;

use super::bands::{Bands, LEAD, LONG_LEAD, LONG_WAY, MODALITY, NEAR_LEAD, NO_WAY, WAY};
use crate::model::clinic::{Kind, Modality, Patient, Service};

/// Kinds of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HelpKind {
    /// A slot within a few days.
    NearerSlot,
    /// The same session by video.
    Video,
    /// A ride there and back.
    Ride,
    /// A personal call beforehand.
    Call,
}

/// One suggestion.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Help {
    /// What.
    pub kind: HelpKind,
    /// Why it is suggested.
    pub reason: String,
    /// The chance of missing it among visits that were like that: what went together in the past, not what the help
    /// will bring. Absent where the tables cannot tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub missing_then: Option<f64>,
}

/// A change of bands is suggested if it goes with at least this much less missing. Our choice: one visit in a hundred.
const LEAST_GAIN: f64 = 0.01;

/// What could help with a visit that is missed with this chance; `missing` tells the chance with other bands.
pub(super) fn suggestions(
    patient: &Patient,
    service: &Service,
    bands: &Bands,
    now: f64,
    missing: &dyn Fn(&Bands) -> Option<f64>,
) -> Vec<Help> {
    let mut found = Vec::new();
    let with = |changes: &[(usize, u16)]| {
        let mut bands = *bands;
        for &(factor, band) in changes {
            bands[factor] = band;
        }
        missing(&bands).filter(|then| now - then >= LEAST_GAIN)
    };
    let in_person = bands[MODALITY] == Modality::InPerson as u16;
    let far = LONG_WAY.contains(&bands[WAY]);
    let is_long = LONG_LEAD.contains(&bands[LEAD]) && service.kind != Kind::Group;
    if let Some(then) = with(&[(LEAD, NEAR_LEAD)]).filter(|_| is_long) {
        found.push(Help {
            kind: HelpKind::NearerSlot,
            reason: "it was booked more than a week ahead; visits booked 2 to 3 days ahead are missed less".into(),
            missing_then: Some(then),
        });
    }
    if in_person && patient.telehealth && service.modalities.contains(&Modality::Video) {
        let then = with(&[(MODALITY, Modality::Video as u16), (WAY, NO_WAY)]);
        if far || then.is_some() {
            found.push(Help {
                kind: HelpKind::Video,
                reason: "patient and service allow video".into(),
                missing_then: then,
            });
        }
    }
    if in_person && far {
        found.push(Help {
            kind: HelpKind::Ride,
            reason: "the way from home is longer than 5 km".into(),
            missing_then: None,
        });
    }
    found.push(Help {
        kind: HelpKind::Call,
        reason: "missing it is likelier than usual; a call finds out what is in the way".into(),
        missing_then: None,
    });
    found
}
