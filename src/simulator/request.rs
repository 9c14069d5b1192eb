//! What a simulation is asked.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// A scheduling policy by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PolicyName {
    /// Publishes what stands, cancels what cannot take place.
    CancelOnly,
    /// The same, and offers freed time to those who wait.
    Recall,
    /// A plausible front desk.
    Human,
    /// Nearest free slot, the most important first.
    Rules,
    /// The optimizer, with a repair whenever something happens.
    Optimizer,
}

/// What is to be lived through.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct SimulateRequest {
    /// Policies, each once; differences are to the first.
    pub policies: Vec<PolicyName>,
    /// Horizons of the clinic lived through one after another, mostly weeks; 1 to 13.
    pub weeks: u32,
    /// Times that they are lived through, each with luck of its own; 1 to 1000.
    pub replications: u32,
    /// Seed of the luck; the clinic's if absent.
    pub seed: Option<u64>,
    /// Steps of the optimizer for each published schedule; 1 to 1,000,000.
    pub steps: u64,
    /// Steps of the optimizer for each repair; 1 to 100,000.
    pub repair_steps: u64,
    /// Share of clinician-days lost to sickness, 0 to 0.5, in place of our assumption.
    pub sick: Option<f64>,
    /// Emergencies a week, 0 to 200, in place of the clinic's own.
    pub emergencies_week: Option<f64>,
    /// Referrals a week, 0 to 200, in place of the clinic's own.
    pub referrals_week: Option<f64>,
}

impl Default for SimulateRequest {
    fn default() -> Self {
        Self {
            policies: vec![
                PolicyName::Human,
                PolicyName::Recall,
                PolicyName::Rules,
                PolicyName::Optimizer,
            ],
            weeks: 1,
            replications: 20,
            seed: None,
            steps: 2_000,
            repair_steps: 200,
            sick: None,
            emergencies_week: None,
            referrals_week: None,
        }
    }
}

/// Everything outside its range at once.
pub(super) fn within(request: &SimulateRequest) -> Result<()> {
    let whole = [
        ("weeks", u64::from(request.weeks), 13),
        ("replications", u64::from(request.replications), 1_000),
        ("steps", request.steps, 1_000_000),
        ("repair_steps", request.repair_steps, 100_000),
    ];
    let shares = [
        ("sick", request.sick, 0.5),
        ("emergencies_week", request.emergencies_week, 200.0),
        ("referrals_week", request.referrals_week, 200.0),
    ];
    let mut faults = Vec::new();
    for (name, value, most) in whole {
        if !(1..=most).contains(&value) {
            faults.push(format!("`{name}` is {value}, expected 1 to {most}"));
        }
    }
    for (name, value, most) in shares {
        if let Some(value) = value.filter(|value| !(0.0..=most).contains(value)) {
            faults.push(format!("`{name}` is {value}, expected 0 to {most}"));
        }
    }
    if !faults.is_empty() {
        return Err(Error::new("simulate.out_of_range", faults.join("; ")));
    }
    let names = &request.policies;
    let twice = names.iter().enumerate().any(|(at, name)| names[..at].contains(name));
    if names.is_empty() || twice {
        return Err(Error::new("simulate.wrong_policies", "expected at least one policy, each once").at("policies"));
    }
    Ok(())
}
