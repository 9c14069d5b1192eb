//! Levers about how long people work, and for what.

use super::people::leave;
use super::{WEEK_MIN, clinicians, round};
use crate::model::Clinic;
use crate::model::limits::MAX_BUFFER_MIN;

/// Adds minutes to everybody's contract and weekly maximum. Whom no minute is left is away for the whole horizon.
pub(super) fn add_week_hours(clinic: &mut Clinic, discipline: Option<&str>, minutes: i32) {
    let mut gone = Vec::new();
    for row in clinicians(clinic, discipline) {
        let most = row.max_week_min + minutes;
        row.contract_week_min = (row.contract_week_min + minutes).clamp(0, WEEK_MIN);
        if most <= 0 && row.max_week_min > 0 {
            gone.push(row.id.clone());
        } else {
            row.max_week_min = most.clamp(0, WEEK_MIN);
        }
    }
    for id in gone {
        leave(clinic, &id, "no hours");
    }
}

/// Changes the room between contract and weekly maximum by a share of itself.
pub(super) fn cap_overtime(clinic: &mut Clinic, discipline: Option<&str>, change: f64) {
    for row in clinicians(clinic, discipline) {
        let room = f64::from((row.max_week_min - row.contract_week_min).max(0));
        let most = row.max_week_min.min(row.contract_week_min) + round(room * (1.0 + change)).max(0);
        row.max_week_min = most.min(WEEK_MIN.max(row.max_week_min));
    }
}

/// Adds minutes after each session of a service, or of all.
pub(super) fn add_buffer(clinic: &mut Clinic, service: Option<&str>, minutes: i32) {
    for row in &mut clinic.services {
        if service.is_none_or(|id| id == row.id) {
            row.after_min = (row.after_min + minutes).clamp(0, MAX_BUFFER_MIN.max(row.after_min));
        }
    }
}
