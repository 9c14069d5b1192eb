//! A phased rollout: discovery, pilot, scale.

use serde::{Deserialize, Serialize};

use crate::error::Issue;

/// How a change reaches the clinic in phases, counted from its first month: nothing while it is prepared, then a share of
/// the sites or people, then equal steps up to all of them. Takes the place of `ramp_months`.
///
/// Defaults are our choice, around the pilot of 90 days that is usual [domain, claims in circulation].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Rollout {
    /// Months of discovery, without an effect, 0 to 24; 2 if absent.
    #[cfg_attr(feature = "schema", ts(optional, as = "Option<i32>"))]
    pub discovery_months: i32,
    /// Months of the pilot, 0 to 24; 3 if absent.
    #[cfg_attr(feature = "schema", ts(optional, as = "Option<i32>"))]
    pub pilot_months: i32,
    /// Share of sites or people that are in the pilot, 0 to 1; 0.25 if absent.
    #[cfg_attr(feature = "schema", ts(optional, as = "Option<f64>"))]
    pub pilot_share: f64,
    /// Months from the end of the pilot until all are in it, in equal steps, 0 to 24; 6 if absent. 0 and 1 mean at once.
    #[cfg_attr(feature = "schema", ts(optional, as = "Option<i32>"))]
    pub scale_months: i32,
}

impl Default for Rollout {
    fn default() -> Self {
        Self {
            discovery_months: 2,
            pilot_months: 3,
            pilot_share: 0.25,
            scale_months: 6,
        }
    }
}

/// Longest phase, months. Our choice: two years of a horizon of three.
const MOST_MONTHS: i32 = 24;

impl Rollout {
    /// Share of the full effect in a month counted from the first one, which is 1.
    pub fn share(&self, month: i32) -> f64 {
        let piloted = self.discovery_months + self.pilot_months;
        if month <= self.discovery_months {
            0.0
        } else if month <= piloted {
            self.pilot_share
        } else {
            let step = f64::from(month - piloted) / f64::from(self.scale_months.max(1));
            (self.pilot_share + (1.0 - self.pilot_share) * step).min(1.0)
        }
    }

    /// Everything wrong with it; `field` is what it is called in `table`.
    pub fn issues(&self, table: &str, field: &str) -> Vec<Issue> {
        let phases = [
            ("discovery_months", self.discovery_months),
            ("pilot_months", self.pilot_months),
            ("scale_months", self.scale_months),
        ];
        let long = phases
            .into_iter()
            .filter(|(_, months)| !(0..=MOST_MONTHS).contains(months));
        let mut issues: Vec<Issue> = long
            .map(|(phase, months)| {
                let cause = format!("`{months}` months of {phase}");
                let action = format!("give 0 to {MOST_MONTHS} months");
                Issue::error("change.rollout", table, cause, action).field(&format!("{field}.{phase}"))
            })
            .collect();
        if !(0.0..=1.0).contains(&self.pilot_share) {
            let cause = format!("`{}` is no share of sites or people", self.pilot_share);
            let issue = Issue::error("change.rollout", table, cause, "give 0 to 1");
            issues.push(issue.field(&format!("{field}.pilot_share")));
        }
        issues
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn discovery_pilot_scale() {
        let rollout = Rollout {
            scale_months: 3,
            ..Rollout::default()
        };
        let shares: Vec<f64> = (1..=9).map(|month| rollout.share(month)).collect();
        assert_eq!(shares, [0.0, 0.0, 0.25, 0.25, 0.25, 0.5, 0.75, 1.0, 1.0]);
        let at_once = Rollout {
            discovery_months: 0,
            pilot_months: 0,
            pilot_share: 0.0,
            scale_months: 0,
        };
        assert_eq!(at_once.share(1), 1.0);
    }

    #[test]
    fn faults_are_named() {
        let wrong = Rollout {
            discovery_months: -1,
            pilot_share: f64::NAN,
            ..Rollout::default()
        };
        let fields: Vec<Option<String>> = wrong
            .issues("request", "rollout")
            .into_iter()
            .map(|i| i.field)
            .collect();
        assert_eq!(
            fields,
            ["rollout.discovery_months", "rollout.pilot_share"].map(|field| Some(field.to_string()))
        );
    }
}
