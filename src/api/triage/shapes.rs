//! The shapes of a request for triage, of its reply, and of what the reply of `acuity` shares with it.

use serde::{Deserialize, Serialize};

use crate::api::amend::Action;
use crate::error::Issue;
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Decision, Modality, Purpose, Tier, TriageRule};

/// Request of `triage`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct TriageRequest {
    /// Order ids; all that have not ended if empty.
    pub orders: Vec<String>,
    /// Order ids for which the rules are listed that could fire if more were known; all if `["*"]`.
    pub explain: Vec<String>,
    /// Slots and arrivals, for the longest wait by tier.
    pub capacity: Option<TriageCapacity>,
}

/// Slots for requests that wait, and how many requests come at most.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TriageCapacity {
    /// Slots a day on average over all seven days, 1 to 10,000.
    pub slots_per_day: i32,
    /// Longest time without a slot, minutes: a weekend is about 3,900.
    pub gap_min: i32,
    /// Emergencies a day in the long run.
    pub emergencies_per_day: i32,
    /// Emergencies at once beyond that.
    pub emergency_burst: i32,
    /// Other requests a day in the long run.
    pub others_per_day: i32,
    /// Other requests at once beyond that.
    pub other_burst: i32,
}

/// Reply of `triage`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TriageReply {
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// Version of the rules: the shipped pack and a fingerprint of all rules in force.
    pub version: String,
    /// The moment up to which anything is known.
    pub as_of: DateTime,
    /// The tiers, most urgent first.
    pub tiers: Vec<TierSummary>,
    /// Every rule, in force or not.
    pub rules: Vec<TriageRuleUse>,
    /// The orders, in the order of the table.
    pub orders: Vec<TriagedOrder>,
    /// Referrals that are open and have no order yet, in the order in which they should be served; by `ranked_at` they
    /// stand among the orders of `queue`.
    pub referrals: Vec<TriagedReferral>,
    /// Ids of the orders that wait for their first session, in the order in which they should be served.
    pub queue: Vec<String>,
    /// Ids of the orders that no rule covers, or for which no way of meeting is left: a person has to look.
    pub needs_person: Vec<String>,
    /// Facts that are missing, most often missing first.
    pub missing: Vec<MissingFact>,
    /// Rules of the clinic that cannot be used.
    pub issues: Vec<Issue>,
    /// What none of this can know.
    pub limits: Vec<&'static str>,
}

/// One tier.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TierSummary {
    /// The tier.
    pub tier: Tier,
    /// Minutes from the request to the first session; for `planned` only the order of waiting follows from it.
    pub due_min: i32,
    /// Clinical priority, 1 to 5.
    pub priority: i32,
    /// Orders in it.
    pub orders: u32,
    /// Of these, waiting for their first session.
    pub waiting: u32,
    /// Longest time that one of them has waited so far, minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub waited_min: Option<i32>,
    /// Longest time that anyone in it can wait at the capacity asked about, minutes; absent without capacity, or if more
    /// come than there are slots.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub longest_wait_min: Option<i64>,
}

/// One rule, and how often it fired.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TriageRuleUse {
    /// The rule, to be edited.
    pub rule: TriageRule,
    /// True if the clinic wrote it, or changed it.
    pub own: bool,
    /// False if it is switched off or not valid on that day.
    pub in_force: bool,
    /// Orders, or patients, for which it fired.
    pub fired: u32,
    /// Those for which it could fire if more were known.
    pub open: u32,
}

/// A fact that is missing.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MissingFact {
    /// Its name: a measure to enter in `scores`, or a fact counted in the tables.
    pub fact: String,
    /// Orders, or patients, for which it is missing.
    pub count: u32,
}

/// A rule that fired.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FiredRule {
    /// Rule id.
    pub rule: String,
    /// What it decides.
    pub purpose: Purpose,
    /// What it says.
    pub text: String,
    /// The tier it gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub tier: Option<Tier>,
    /// Points it adds.
    pub points: i32,
    /// The facts it was answered by.
    pub facts: Vec<FactSeen>,
}

/// A fact as it is known.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FactSeen {
    /// Its name.
    pub fact: String,
    /// Its words, if it is made of words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Its value, or the least it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub low: Option<f64>,
    /// The most it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub high: Option<f64>,
    /// Day of the latest observation in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub date: Option<Date>,
}

/// A rule that could fire if more were known.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OpenRule {
    /// Rule id.
    pub rule: String,
    /// Facts that are missing.
    pub missing: Vec<String>,
}

/// A sum of points, and between what it lies if more were known.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TriagePoints {
    /// Least it could be.
    pub low: i32,
    /// The sum of the rules that fired.
    pub sum: i32,
    /// Most it could be.
    pub high: i32,
}

/// One order.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TriagedOrder {
    /// Order id.
    pub order: String,
    /// Patient id.
    pub patient: String,
    /// Service id.
    pub service: String,
    /// The tier; absent if no rule covers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub tier: Option<Tier>,
    /// The most urgent tier that is possible if more were known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub at_worst: Option<Tier>,
    /// Points within the tier.
    pub points: TriagePoints,
    /// True if a person has to look: no rule of a tier fired, or no way of meeting is left.
    pub needs_person: bool,
    /// True if it waits for its first session.
    pub waiting: bool,
    /// Minutes since the request, if it waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub waited_min: Option<i32>,
    /// The moment by which it is ranked among those who wait; emergencies come before all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub ranked_at: Option<DateTime>,
    /// True if video and telephone are not enough.
    pub in_person: bool,
    /// True if more knowledge could make them not enough.
    pub perhaps_in_person: bool,
    /// Every rule that fired.
    pub fired: Vec<FiredRule>,
    /// Rules that could fire if more were known, where asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<OpenRule>,
    /// Facts that are missing.
    pub missing: Vec<String>,
    /// What the rules suggest.
    pub suggested: TriageSuggestion,
    /// Fields of the order that say something themselves and win over the suggestion.
    pub own: Vec<&'static str>,
    /// The decision in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub decision: Option<Decision>,
    /// True if the rules would suggest something else now than what was accepted.
    pub outdated: bool,
    /// For `amend`: accept the suggestion.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub accept: Option<Action>,
    /// For `amend`: take the decision in force back.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub withdraw: Option<Action>,
}

/// One open referral without an order.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TriagedReferral {
    /// Referral id.
    pub referral: String,
    /// Patient id, if admitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub patient: Option<String>,
    /// Service id asked for.
    pub service: String,
    /// The tier; absent if no rule covers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub tier: Option<Tier>,
    /// The most urgent tier that is possible if more were known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub at_worst: Option<Tier>,
    /// Points within the tier.
    pub points: TriagePoints,
    /// True if a person has to look: no rule of a tier fired.
    pub needs_person: bool,
    /// Minutes since the request.
    pub waited_min: i32,
    /// When the first session should have begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub due_by: Option<DateTime>,
    /// The moment by which it is ranked among those who wait; emergencies come before all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub ranked_at: Option<DateTime>,
    /// Every rule that fired.
    pub fired: Vec<FiredRule>,
    /// Facts that are missing.
    pub missing: Vec<String>,
}

/// What the rules suggest for the plan.
#[derive(Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TriageSuggestion {
    /// Priority, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub priority: Option<i32>,
    /// When the first session should have begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub due_by: Option<DateTime>,
    /// Discipline.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub discipline: Option<String>,
    /// Ways of meeting that are enough; all of the service if empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub modalities: Vec<Modality>,
}
