//! Levers about the ways between places.

use super::round;
use crate::model::Clinic;
use crate::model::limits::MAX_TRAVEL_MIN;

/// Slowest and fastest mean speed that validation accepts, km/h.
const SPEED_KMH: (i32, i32) = (5, 130);

/// Changes the minutes of known ways by a share of themselves, and the speed behind estimated ones to match. Both stay
/// within what validation accepts.
pub(super) fn change_ways(clinic: &mut Clinic, change: f64) {
    for row in &mut clinic.travel {
        row.minutes = round(f64::from(row.minutes) * (1.0 + change)).clamp(0, MAX_TRAVEL_MIN.max(row.minutes));
    }
    let speed = clinic.settings.travel_speed_kmh;
    let (slowest, fastest) = (SPEED_KMH.0.min(speed), SPEED_KMH.1.max(speed));
    clinic.settings.travel_speed_kmh = round(f64::from(speed) / (1.0 + change)).clamp(slowest, fastest);
}
