//! The books of a scenario: sums by kind of money, what it returns after one, two and three years, and who receives what.

use serde::Serialize;

use super::batch::Outcome;
use super::draw::Lives;
use super::money::{Line, Month, Return, returns};
use crate::order::Arrange;

/// A kind of money over the horizon.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", schemars(rename = "MoneyLineSum"), ts(rename = "MoneyLineSum"))]
pub struct LineSum {
    /// Kind.
    pub line: Line,
    /// True for income.
    pub income: bool,
    /// Base, cents.
    pub base_cents: f64,
    /// With the changes, cents.
    pub cents: f64,
    /// By month what it brings the clinic against the base, cents: more income or less spending is above 0. Mean over the
    /// runs, not rounded; the first value is before month 1.
    pub gain_months: Vec<f64>,
}

/// Who receives how much more over the horizon, cents. What one pays and another receives cancels, so the parts add up to
/// `avoided_cents`: care that nobody has to give or pay for any more.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", schemars(rename = "BenefitSplit"), ts(rename = "BenefitSplit"))]
pub struct Split {
    /// The clinic: its net benefit.
    pub clinic_cents: f64,
    /// Payers: readmissions avoided, less what they pass on, less what they pay more for delivered sessions.
    pub payer_cents: f64,
    /// Staff: pay, benefits, overtime and pay for work on the schedule that they receive more.
    pub staff_cents: f64,
    /// Others: agencies, mileage, what hiring, departures and the changes themselves cost.
    pub others_cents: f64,
    /// Cost of the readmissions that are avoided; the sum of the parts.
    pub avoided_cents: f64,
}

/// Means over the runs of the sums over the horizon by kind of money.
pub(super) fn lines(outcome: &Outcome) -> Vec<LineSum> {
    let runs = outcome.lives.len().max(1) as f64;
    let sum = |months: &[Month], line: Line| -> f64 {
        let cents: i64 = months.iter().map(|month| month.0[line as usize]).sum();
        cents as f64 / runs
    };
    Line::ALL
        .iter()
        .map(|&line| LineSum {
            line,
            income: line.is_income(),
            base_cents: sum(&outcome.books.base, line),
            cents: sum(&outcome.books.changed, line),
            gain_months: gains(outcome, line, outcome.books.base.len()),
        })
        .collect()
}

/// What a kind of money brings the clinic in each of the first `months` values by month, cents, mean over the runs.
fn gains(outcome: &Outcome, line: Line, months: usize) -> Vec<f64> {
    let runs = outcome.lives.len().max(1) as f64;
    let cents = |months: &[Month], month: usize| months.get(month).map_or(0, |month| month.0[line as usize]);
    let gain = |month| {
        let (base, changed) = (&outcome.books.base, &outcome.books.changed);
        let more = cents(changed, month) - cents(base, month);
        (if line.is_income() { more } else { -more }) as f64 / runs
    };
    (0..months).map(gain).collect()
}

/// Returns of the mean months after 12, 24 and 36 months, as far as the horizon goes, and at its end.
pub(super) fn mean_returns(outcome: &Outcome, rate: f64) -> Vec<Return> {
    let last = outcome.books.base.len().saturating_sub(1);
    let mut ends: Vec<usize> = [12, 24, 36].into_iter().filter(|end| *end < last).collect();
    ends.push(last);
    ends.into_iter().map(|end| mean_return(outcome, end, rate)).collect()
}

/// Return of the mean months up to month `end`. A kind of money whose difference until then is in the clinic's favor is a
/// benefit in every month, any other is a cost.
fn mean_return(outcome: &Outcome, end: usize, rate: f64) -> Return {
    let (mut benefit, mut cost) = (vec![0.0; end + 1], vec![0.0; end + 1]);
    for line in Line::ALL {
        let gains = gains(outcome, line, end + 1);
        let is_benefit = gains.iter().sum::<f64>() >= 0.0;
        for (month, gain) in gains.into_iter().enumerate() {
            if is_benefit {
                benefit[month] += gain;
            } else {
                cost[month] -= gain;
            }
        }
    }
    returns(&benefit, &cost, rate)
}

/// Payback in the earliest and in the latest tenth of the runs.
pub(super) fn paybacks(differences: &[Vec<f64>]) -> (Option<u32>, Option<u32>) {
    let mut months: Vec<u32> = differences
        .iter()
        .map(|months| returns(months, &[], 0.0).payback_month.unwrap_or(u32::MAX))
        .collect();
    months.arrange();
    let last = months.len().saturating_sub(1) as f64;
    let at = |share: f64| {
        let month = months.get(libm::round(share * last) as usize).copied();
        month.filter(|month| *month != u32::MAX)
    };
    (at(0.1), at(0.9))
}

/// Who receives what.
pub(super) fn split(lives: &[Lives], lines: &[LineSum]) -> Split {
    let runs = lives.len().max(1) as f64;
    let more = |wanted: &[Line]| -> f64 {
        let of = lines.iter().filter(|row| wanted.contains(&row.line));
        of.map(|row| row.cents - row.base_cents).sum()
    };
    let payer_saved = lives.iter().map(|lives| lives.payer_saved).sum::<f64>() / runs;
    Split {
        clinic_cents: lives.iter().map(Lives::net).sum::<f64>() / runs,
        payer_cents: payer_saved - more(&[Line::Revenue]),
        staff_cents: more(&[Line::Pay, Line::Overtime, Line::Scheduling]),
        others_cents: more(&[
            Line::Agency,
            Line::Mileage,
            Line::Hiring,
            Line::Turnover,
            Line::OneOff,
            Line::Running,
        ]),
        avoided_cents: payer_saved + more(&[Line::Shared]),
    }
}
