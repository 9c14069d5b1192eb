//! `Change`: one lever turned by a value, with a range, a start and a ramp.

use serde::{Deserialize, Serialize};

use super::inputs::triangle;
use super::lever::Lever;
use super::rollout::Rollout;
use crate::error::Issue;
use crate::model::Clinic;

/// One change of a scenario.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", schemars(rename = "LeverChange"), ts(rename = "LeverChange"))]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What is turned.
    pub lever: Lever,
    /// By how much, in the lever's unit: the most likely value.
    pub value: f64,
    /// The cautious end of the range; `value` if absent. May be above or below `value`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The hopeful end of the range; `value` if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// First month with an effect, from 1.
    #[serde(default = "first_month")]
    pub start_month: i32,
    /// Months from the start to full effect, in equal steps; 0 and 1 mean full at once.
    #[serde(default)]
    pub ramp_months: i32,
    /// The same when it goes slowly; `ramp_months` if absent. Follows the rank of the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ramp_low: Option<i32>,
    /// The same when it goes fast.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ramp_high: Option<i32>,
    /// In phases instead of a ramp: discovery, pilot, scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rollout: Option<Rollout>,
    /// Last month with an effect; to the end of the horizon if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_month: Option<i32>,
    /// Spent once, in the month before the change starts, cents.
    #[serde(default)]
    pub one_off_cents: i64,
    /// Spent every month from the start, cents.
    #[serde(default)]
    pub running_cents_month: i64,
}

fn first_month() -> i32 {
    1
}

/// Average days in a month of the Gregorian calendar, 146,097 days in 4,800 months.
const DAYS_PER_MONTH: f64 = 146_097.0 / 4_800.0;

impl Change {
    /// A change that is there in full from the first month, without a range or cost.
    pub fn new(lever: Lever, value: f64) -> Self {
        Self {
            lever,
            value,
            low: None,
            high: None,
            start_month: 1,
            ramp_months: 0,
            ramp_low: None,
            ramp_high: None,
            rollout: None,
            end_month: None,
            one_off_cents: 0,
            running_cents_month: 0,
        }
    }

    /// Cautious, most likely and hopeful value.
    pub fn points(&self) -> [f64; 3] {
        [
            self.low.unwrap_or(self.value),
            self.value,
            self.high.unwrap_or(self.value),
        ]
    }

    /// True if the value is not certain.
    pub fn has_range(&self) -> bool {
        let [low, value, high] = self.points();
        low != value || high != value
    }

    /// The change as it turns out at a rank from 0 (cautious end) to 1 (hopeful end), without a range.
    #[must_use]
    pub fn at(&self, rank: f64) -> Self {
        let [low, likely, high] = self.points();
        let ramp = f64::from(self.ramp_months);
        let slow = self.ramp_low.map_or(ramp, f64::from);
        let fast = self.ramp_high.map_or(ramp, f64::from);
        Self {
            value: triangle(low, likely, high, rank),
            low: None,
            high: None,
            ramp_months: libm::round(triangle(slow, ramp, fast, rank)) as i32,
            ramp_low: None,
            ramp_high: None,
            ..self.clone()
        }
    }

    /// Share of the full effect that is there in `month` (from 1), when `lead_days` pass before it can begin.
    pub fn effect(&self, month: i32, lead_days: f64) -> f64 {
        let start = self.start_month + lead_months(lead_days);
        if month < start || self.end_month.is_some_and(|end| month > end) {
            return 0.0;
        }
        if let Some(rollout) = &self.rollout {
            return rollout.share(month - start + 1);
        }
        let steps = self.ramp_months.max(1);
        (f64::from(month - start + 1) / f64::from(steps)).min(1.0)
    }

    /// Everything wrong with the change at `position` of the list, for this clinic and a horizon of `months`.
    pub fn issues(&self, clinic: &Clinic, months: i32, position: usize) -> Vec<Issue> {
        let mut issues = Vec::new();
        let mut faults = Vec::new();
        let mut wrong = |code: &str, field: &str, cause: String, action: String| {
            issues.push(
                Issue::error(code, "changes", cause, action)
                    .row(position + 1)
                    .field(field),
            );
        };
        let (least, most) = self.lever.range();
        for (field, value) in ["low", "value", "high"].into_iter().zip(self.points()) {
            if !(least..=most).contains(&value) {
                wrong(
                    "change.out_of_range",
                    field,
                    format!("`{value}` is outside {least} to {most}"),
                    format!("give a value from {least} to {most}"),
                );
            }
        }
        let [low, value, high] = self.points();
        if !(low.min(high)..=low.max(high)).contains(&value) {
            wrong(
                "change.range_without_value",
                "low",
                format!("the likely value `{value}` is not between `{low}` and `{high}`"),
                "let the range contain the likely value".into(),
            );
        }
        if !(1..=months).contains(&self.start_month) {
            wrong(
                "change.start_outside",
                "start_month",
                format!(
                    "month `{}` is not in the {months} months of the scenario",
                    self.start_month
                ),
                format!("give a month from 1 to {months}"),
            );
        }
        for (field, ramp) in [
            ("ramp_months", Some(self.ramp_months)),
            ("ramp_low", self.ramp_low),
            ("ramp_high", self.ramp_high),
        ] {
            if let Some(ramp) = ramp.filter(|ramp| !(0..=60).contains(ramp)) {
                wrong(
                    "change.ramp",
                    field,
                    format!("`{ramp}` months to full effect"),
                    "give 0 to 60 months".into(),
                );
            }
        }
        if let Some(rollout) = &self.rollout {
            if self.ramp_months != 0 || self.ramp_low.is_some() || self.ramp_high.is_some() {
                wrong(
                    "change.ramp",
                    "rollout",
                    "both a ramp and a rollout in phases are given".into(),
                    "leave one of them out".into(),
                );
            }
            faults.extend(rollout.issues("changes", "rollout"));
        }
        if let Lever::PayerMix {
            from,
            to,
            price_percent,
        } = &self.lever
        {
            if !(-100..=200).contains(price_percent) {
                wrong(
                    "change.out_of_range",
                    "price_percent",
                    format!("`{price_percent}` is outside -100 to 200"),
                    "give per cent from -100 to 200".into(),
                );
            }
            if from == to {
                wrong(
                    "change.same_payer",
                    "to",
                    "patients leave a payer and come to the same".into(),
                    "name two payers".into(),
                );
            }
        }
        if self.end_month.is_some_and(|end| end < self.start_month) {
            wrong(
                "change.ends_before_start",
                "end_month",
                "the change ends before it starts".into(),
                "let it end in its start month or later".into(),
            );
        }
        const MOST_CENTS: i64 = 1_000_000_000_000;
        for (field, cents) in [
            ("one_off_cents", self.one_off_cents),
            ("running_cents_month", self.running_cents_month),
        ] {
            if !(0..=MOST_CENTS).contains(&cents) {
                wrong(
                    "change.cost",
                    field,
                    format!("`{cents}` is not an amount of money to spend"),
                    "give cents, 0 or more".into(),
                );
            }
        }
        if let Lever::Hire {
            lead_days: Some(days), ..
        } = self.lever
            && !(0..=730).contains(&days)
        {
            wrong(
                "change.lead",
                "lead_days",
                format!("`{days}` days to hire"),
                "give 0 to 730 days".into(),
            );
        }
        for (field, table, there) in self.lever.reference(clinic) {
            if !there {
                wrong(
                    "change.unknown_reference",
                    field,
                    format!("the clinic has no such {field}"),
                    format!("use one from the table {table}"),
                );
            }
        }
        issues.extend(faults.into_iter().map(|issue| issue.row(position + 1)));
        issues
    }
}

/// Whole months that pass before something that takes `days` is there.
pub fn lead_months(days: f64) -> i32 {
    libm::ceil(days / DAYS_PER_MONTH - 1e-9).max(0.0) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effect_ramps_in_equal_steps() {
        let mut change = Change::new(Lever::Travel, -0.08);
        assert_eq!(change.effect(1, 0.0), 1.0);
        change.ramp_months = 4;
        change.start_month = 2;
        change.end_month = Some(7);
        let effects: Vec<f64> = (1..=8).map(|month| change.effect(month, 0.0)).collect();
        assert_eq!(effects, [0.0, 0.25, 0.5, 0.75, 1.0, 1.0, 1.0, 0.0]);
    }

    #[test]
    fn eighty_three_days_are_three_months() {
        assert_eq!(lead_months(0.0), 0);
        assert_eq!(lead_months(30.0), 1);
        assert_eq!(lead_months(83.0), 3);
        assert_eq!(lead_months(103.0), 4);
    }

    #[test]
    fn every_fault_is_reported_at_once() {
        let change = Change {
            low: Some(2.0),
            start_month: 0,
            end_month: Some(-1),
            one_off_cents: -1,
            ..Change::new(Lever::Telehealth { service: "none".into() }, f64::NAN)
        };
        let codes: Vec<String> = change
            .issues(&Clinic::default(), 12, 0)
            .into_iter()
            .map(|issue| issue.code)
            .collect();
        for code in [
            "change.out_of_range",
            "change.range_without_value",
            "change.start_outside",
            "change.ends_before_start",
            "change.cost",
            "change.unknown_reference",
        ] {
            assert!(codes.iter().any(|found| found == code), "{code}");
        }
    }
}
