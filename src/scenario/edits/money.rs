//! Levers about money: what an hour is paid, what a unit is paid for.

use super::clinicians;
use crate::model::Clinic;

/// Changes pay per hour of a discipline, or of everyone, by a share of itself.
pub(super) fn change_pay(clinic: &mut Clinic, discipline: Option<&str>, change: f64) {
    for row in clinicians(clinic, discipline) {
        row.pay_cents_hour = scaled(row.pay_cents_hour, change);
    }
}

/// Changes the price per billed unit of a service, or of all, by a share of itself.
pub(super) fn change_price(clinic: &mut Clinic, service: Option<&str>, change: f64) {
    for row in &mut clinic.services {
        if service.is_none_or(|id| id == row.id) {
            row.price_cents = scaled(row.price_cents, change);
        }
    }
}

/// Most cents of an hour or a unit; what validation accepts.
const MOST_CENTS: i64 = 100_000_000;

/// An amount, changed by a share of itself.
fn scaled(cents: i64, change: f64) -> i64 {
    (libm::round(cents as f64 * (1.0 + change)) as i64).clamp(0, MOST_CENTS.max(cents))
}
