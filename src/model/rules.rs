//! Dated rule packs: every legal, payer or clinical default as data, each value with its source.
//!
//! A pack is a JSON file in `rules/`. The pack `base` holds our own planning choices and is always in force; the clinic
//! names further packs, later ones win, and may override any value with a reason. Nothing here is legal or clinical
//! advice: every value is a default that the user can read and change.
//!
//! ```
//! use rosterwell_base::model::rules::Rules;
//! let date = "2026-11-23".parse().unwrap();
//! let rules = Rules::in_force(&["us-2026".into()], date);
//! assert_eq!(rules.value("mileage.cents_per_mile"), Some(72.5));
//! ```

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::calendar::Date;

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

/// A file of rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Unique id, as named in the clinic's settings.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// Sources by key: where each value was found.
    pub sources: BTreeMap<String, String>,
    /// The values.
    pub rules: Vec<PackRule>,
}

/// One value with its source and the days on which it applies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackRule {
    /// Rule id. The same id may return with other dates.
    pub id: String,
    /// Value in `unit`.
    pub value: f64,
    /// Unit, for example `hours`, `minutes`, `cents`, `percent`, `people`.
    pub unit: String,
    /// Lowest value found, where a range is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Highest value found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Keys into the pack's sources.
    pub source: Vec<String>,
    /// False if plausible but not checked against a source.
    pub verified: bool,
    /// First day on which it applies; always if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day on which it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What it means and how it is used.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl PackRule {
    /// True if it applies on this day.
    pub fn applies(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}

/// The pack that is always in force.
pub const BASE: &str = "base";

/// Every pack that ships with this build, `base` first.
pub fn packs() -> &'static [Pack] {
    static PACKS: OnceLock<Vec<Pack>> = OnceLock::new();
    PACKS.get_or_init(|| {
        [
            include_str!("rules/base.json"),
            include_str!("rules/us-2026.json"),
            include_str!("rules/us-states.json"),
        ]
        .iter()
        // A pack that does not parse is caught by the tests of this file, so none is ever missing.
        .filter_map(|text| serde_json::from_str::<Vec<Pack>>(text).ok())
        .flatten()
        .collect()
    })
}

/// The values that hold on one day for one clinic.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    values: BTreeMap<String, InForce>,
}

/// A value in force, and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct InForce {
    /// Value in the rule's unit.
    pub value: f64,
    /// The rule of the pack; what an override replaces.
    pub rule: &'static PackRule,
    /// Pack id.
    pub pack: &'static str,
    /// The clinic's reason, if the clinic overrides the pack.
    pub overridden: Option<String>,
}

impl Rules {
    /// The rules of these packs, by id, on a day. Later packs win; unknown ids add nothing.
    pub fn in_force(pack_ids: &[String], date: Date) -> Self {
        let mut values = BTreeMap::new();
        let named = pack_ids.iter().map(String::as_str).filter(|&id| id != BASE);
        for id in std::iter::once(BASE).chain(named) {
            let Some(pack) = packs().iter().find(|pack| pack.id == id) else {
                continue;
            };
            for rule in pack.rules.iter().filter(|rule| rule.applies(date)) {
                let entry = InForce {
                    value: rule.value,
                    rule,
                    pack: &pack.id,
                    overridden: None,
                };
                values.insert(rule.id.clone(), entry);
            }
        }
        Self { values }
    }

    /// The rules with the clinic's own values in place of the packs'. Overrides of unknown rules and values that are
    /// not finite change nothing.
    #[must_use]
    pub fn with_overrides(mut self, overrides: &[RuleOverride]) -> Self {
        for own in overrides.iter().filter(|own| own.value.is_finite()) {
            if let Some(entry) = self.values.get_mut(&own.rule) {
                entry.value = own.value;
                entry.overridden = Some(own.reason.clone());
            }
        }
        self
    }

    /// The rules of a clinic on the first day of its horizon.
    pub fn of(clinic: &super::Clinic) -> Self {
        Self::in_force(&clinic.settings.rule_packs, clinic.settings.horizon_start).with_overrides(&clinic.rules)
    }

    /// A value in the rule's unit.
    pub fn value(&self, id: &str) -> Option<f64> {
        self.values.get(id).map(|entry| entry.value)
    }

    /// A value rounded to a whole number and held within `0..=1_000_000`; 0 if there is none.
    pub fn whole(&self, id: &str) -> i32 {
        self.value(id)
            .map_or(0, |value| libm::round(value).clamp(0.0, 1e6) as i32)
    }

    /// Every value in force, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &InForce)> {
        self.values.iter().map(|(id, entry)| (id.as_str(), entry))
    }
}
