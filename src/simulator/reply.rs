//! What a simulation answers.

use serde::Serialize;

use super::claims::ClaimResult;
use super::request::PolicyName;
use crate::kpi::{Direction, IndicatorUnit};
use crate::model::calendar::DateTime;
use crate::stats;

/// What an indicator is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReadFrom {
    /// The rows that the days left.
    History,
    /// The schedules as they were published.
    Published,
    /// The schedules as they were lived.
    Lived,
}

/// One figure that is followed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(
    feature = "schema",
    schemars(rename = "SimulatedMeasure"),
    ts(rename = "SimulatedMeasure")
)]
pub struct Measure {
    /// Indicator, for example `K14`.
    pub id: String,
    /// A figure beside its main value; empty for the value itself.
    pub figure: String,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: IndicatorUnit,
    /// Whether more is better.
    pub direction: Direction,
    /// What it is read from.
    pub read_from: ReadFrom,
}

/// One figure of one policy over the replications.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Simulated {
    /// Replications in which it can be computed.
    pub n: u32,
    /// Mean over them.
    pub mean: Option<f64>,
    /// 95 % t interval of the mean, with two replications and more: chance over runs of these rates, nothing else.
    pub interval: Option<(f64, f64)>,
    /// One replication in ten is worse than this; absent where more is neither better nor worse.
    pub worst_tenth: Option<f64>,
    /// The value of each replication.
    pub values: Vec<Option<f64>>,
}

/// What one policy came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PolicyResult {
    /// Policy.
    pub policy: PolicyName,
    /// Its name in words.
    pub name: String,
    /// One by measure.
    pub figures: Vec<Simulated>,
}

/// How a policy differs from the first, replication by replication: both met the same luck.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PolicyDifference {
    /// Policy.
    pub policy: PolicyName,
    /// The policy that it is compared with.
    pub against: PolicyName,
    /// One by measure: this policy less the other one.
    pub figures: Vec<Simulated>,
}

/// Reply of `simulate`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SimulateReply {
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// Seed of the luck.
    pub seed: u64,
    /// Replications that were finished.
    pub replications: u32,
    /// First moment lived through.
    pub from: Option<DateTime>,
    /// End of the time lived through.
    pub to: Option<DateTime>,
    /// How often things happen, as a share or a week.
    pub rates: Vec<SimulatedRate>,
    /// What is followed.
    pub measures: Vec<Measure>,
    /// One a policy, as they were asked for.
    pub policies: Vec<PolicyResult>,
    /// The others against the first.
    pub differences: Vec<PolicyDifference>,
    /// The claims in circulation held against these runs; empty unless the human scheduler and the optimizer are among
    /// the policies.
    pub claims: Vec<ClaimResult>,
    /// What the figures are and what they cannot know, in sentences.
    pub notes: Vec<String>,
}

/// One rate that was used.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SimulatedRate {
    /// What happens.
    pub name: String,
    /// Share, or number a week.
    pub value: f64,
    /// Where it comes from.
    pub source: String,
}

/// What a simulation shows meanwhile.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SimulateNews {
    /// Policy that is living now.
    pub policy: Option<PolicyName>,
    /// Replications finished.
    pub replications: u32,
    /// Claims held against these, from the second one on.
    pub claims: Vec<ClaimResult>,
}

/// Mean, interval and worst tenth of what can be computed (Law 2015, section 9.4: independent replications).
pub fn simulated(values: Vec<Option<f64>>, direction: Direction) -> Simulated {
    let known: Vec<f64> = values.iter().copied().flatten().collect();
    let n = known.len() as f64;
    let interval = stats::mean_variance(&known).map(|(mean, variance)| {
        let half = stats::t_critical(0.05, n - 1.0) * libm::sqrt(variance / n);
        (mean - half, mean + half)
    });
    let tenth = match direction {
        Direction::Higher => Some(0.1),
        Direction::Lower => Some(0.9),
        Direction::Neither => None,
    };
    Simulated {
        n: known.len() as u32,
        mean: stats::mean(&known),
        interval,
        worst_tenth: tenth.and_then(|p| stats::quantile(&known, p)),
        values,
    }
}

impl Simulated {
    /// A quantile of the replications in which it can be computed.
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let known: Vec<f64> = self.values.iter().copied().flatten().collect();
        stats::quantile(&known, p)
    }
}
