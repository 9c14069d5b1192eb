//! Dated rule packs: every legal, payer or clinical default as data, each value with its source.

use serde::{Deserialize, Serialize};

/// A value that the clinic sets in place of a rule pack's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RuleOverride {
    /// Rule id, for example `level.2.1.minimum_week_hours`.
    pub rule: String,
    /// The value, in the rule's unit.
    pub value: f64,
    /// Why it differs; kept in the log.
    pub reason: String,
}
