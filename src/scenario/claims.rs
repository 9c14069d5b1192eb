//! Claims that cannot hold: shares above 100 % are refused with the arithmetic.

use serde::{Deserialize, Serialize};

/// A share that cannot pass 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ClaimedShare {
    /// Delivered minutes of bookable minutes.
    Utilization,
    /// Occupied minutes of open room minutes.
    RoomUse,
    /// Completed of completed, no-show and late-cancelled sessions.
    Attendance,
}

/// A promised improvement, to be held against the clinic's own base.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Of what.
    pub share: ClaimedShare,
    /// Relative increase, for example 0.25 for "a quarter more".
    #[serde(default)]
    pub relative: f64,
    /// Points added, as a share: 0.1 for 10 points.
    #[serde(default)]
    pub points: f64,
}

/// What a claim comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ClaimResult {
    /// The claim.
    pub claim: Claim,
    /// The clinic's own share in the planned base; absent if it cannot be computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub base: Option<f64>,
    /// What the claim would make of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub claimed: Option<f64>,
    /// True if it can hold: not above 100 %.
    pub holds: bool,
    /// The arithmetic in words.
    pub text: String,
}

impl Claim {
    /// Holds the claim against the clinic's own share.
    pub fn judge(&self, base: Option<f64>) -> ClaimResult {
        let name = match self.share {
            ClaimedShare::Utilization => "delivered utilization",
            ClaimedShare::RoomUse => "room use",
            ClaimedShare::Attendance => "attendance",
        };
        let Some(base) = base else {
            return ClaimResult {
                claim: self.clone(),
                base: None,
                claimed: None,
                holds: false,
                text: format!("{name} cannot be computed from this clinic, so the claim cannot be judged"),
            };
        };
        let claimed = base * (1.0 + self.relative) + self.points;
        let holds = claimed <= 1.0 + 1e-9;
        let steps = match (self.relative != 0.0, self.points != 0.0) {
            (true, false) => format!("{} x {:.2}", percent(base), 1.0 + self.relative),
            (false, _) => format!("{} + {} points", percent(base), number(self.points * 100.0)),
            (true, true) => format!(
                "{} x {:.2} + {} points",
                percent(base),
                1.0 + self.relative,
                number(self.points * 100.0)
            ),
        };
        let verdict = if holds {
            "possible"
        } else {
            "not possible: it cannot exceed 100 %"
        };
        ClaimResult {
            claim: self.clone(),
            base: Some(base),
            claimed: Some(claimed),
            holds,
            text: format!("{name}: {steps} = {}, {verdict}", percent(claimed)),
        }
    }
}

fn percent(share: f64) -> String {
    format!("{} %", number(share * 100.0))
}

/// One decimal, half away from zero.
fn number(value: f64) -> String {
    format!("{:.1}", libm::round(value * 10.0) / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_in_circulation() {
        let claim = |share, relative| Claim {
            share,
            relative,
            points: 0.0,
        };
        for (base, relative, holds, end) in [
            // 62.6 % attendance can rise by a quarter, 89.6 % cannot.
            (0.626, 0.25, true, "78.3 %, possible"),
            (0.896, 0.20, false, "107.5 %, not possible: it cannot exceed 100 %"),
            (0.896, 0.25, false, "112.0 %, not possible: it cannot exceed 100 %"),
        ] {
            let found = claim(ClaimedShare::Attendance, relative).judge(Some(base));
            assert_eq!(found.holds, holds, "{}", found.text);
            assert!(found.text.ends_with(end), "{}", found.text);
        }
        assert!(claim(ClaimedShare::RoomUse, 0.35).judge(Some(0.7)).holds);
        assert!(!claim(ClaimedShare::RoomUse, 0.35).judge(Some(0.8)).holds);
        assert!(!claim(ClaimedShare::RoomUse, 0.35).judge(None).holds);
        let points = Claim {
            points: 0.35,
            ..claim(ClaimedShare::Utilization, 0.0)
        };
        assert_eq!(
            points.judge(Some(0.7)).text,
            "delivered utilization: 70.0 % + 35.0 points = 105.0 %, not possible: it cannot exceed 100 %"
        );
    }
}
