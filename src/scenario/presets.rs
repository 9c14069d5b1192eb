//! The scenario that a clinic starts with: what better planning is commonly said to bring, from cautious to hopeful.

use super::change::Change;
use super::lever::Lever;

/// The default changes, each from its cautious to its hopeful end. Our choice of ends; the hopeful ones are claims in
/// circulation, not promises.
pub fn presets() -> Vec<Change> {
    let rows = [
        (Lever::Travel, [-0.03, -0.08, -0.15]),
        (Lever::OvertimeHours, [-0.05, -0.15, -0.30]),
        (Lever::NoShow { service: None }, [-0.05, -0.15, -0.45]),
        (Lever::Utilization, [0.01, 0.04, 0.10]),
        (Lever::SchedulingHours, [-0.15, -0.40, -0.80]),
        (Lever::Turnover, [0.0, -0.05, -0.10]),
        (Lever::Readmission, [0.0, -0.02, -0.05]),
    ];
    rows.map(|(lever, [low, value, high])| Change {
        low: Some(low),
        high: Some(high),
        ramp_low: Some(9),
        ramp_months: 6,
        ramp_high: Some(3),
        ..Change::new(lever, value)
    })
    .into()
}
