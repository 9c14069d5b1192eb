//! What it costs to leave something unplaced.
//!
//! Our choice: `price x priority x percent / 100`, with priority 1-5 from the order or the service, and percent =
//! 100 + 50 if clinical rules demand it + 10 per level of acuity (0-4) + the phase's share below. So a mandated
//! session of a severe patient in withdrawal management outranks a routine one of the next higher priority.

use crate::model::clinic::{Patient, Phase};

/// Percent that a phase adds; the earlier and the more intensive, the more. Our choice.
fn phase_percent(phase: Phase) -> i64 {
    match phase {
        Phase::Detox => 50,
        Phase::Residential | Phase::PartialHospitalization => 40,
        Phase::Evaluation | Phase::IntensiveOutpatient | Phase::HomeHealth => 30,
        Phase::Rehabilitation => 20,
        Phase::Outpatient => 10,
        Phase::Maintenance => 0,
    }
}

/// Cents for one thing left unplaced; see the head of this file.
pub(crate) fn unplaced_cents(price: i64, priority: i32, mandated: bool, patient: Option<&Patient>) -> i64 {
    let priority = i64::from(priority.clamp(1, 5));
    let mut percent = 100 + if mandated { 50 } else { 0 };
    if let Some(patient) = patient {
        percent += 10 * i64::from(patient.acuity.clamp(0, 4)) + phase_percent(patient.phase);
    }
    price * priority * percent / 100
}
