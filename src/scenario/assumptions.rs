//! Everything a scenario takes for granted, as one list with units and sources. Each value can be set by the request.

use serde::{Deserialize, Serialize};

use crate::error::Issue;

/// One value that is taken for granted.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Assumption {
    /// Stable id.
    pub id: String,
    /// Value in `unit`.
    pub value: f64,
    /// Unit.
    pub unit: String,
    /// What it is.
    pub meaning: String,
    /// Where it comes from: a source key, `choice` for our own, `request`, or the clinic's own table.
    pub source: String,
}

/// A value that the request sets in place of the default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AssumptionValue {
    /// Id of the assumption.
    pub id: String,
    /// Value in its unit.
    pub value: f64,
}

/// A default: id, value, least, most, unit, source, meaning.
type Row = (&'static str, f64, f64, f64, &'static str, &'static str, &'static str);

/// The defaults. Sources are the keys of the rule packs; `choice` is our own choice.
#[rustfmt::skip]
const DEFAULTS: &[Row] = &[
    ("discount_rate", 0.05, 0.0, 1.0, "per year", "choice", "rate at which later months count less in the net present value"),
    ("benefit_load", 0.30, 0.0, 2.0, "share of pay", "unverified", "benefits and payroll tax on top of contract pay"),
    ("overtime_multiplier", 1.5, 1.0, 3.0, "times pay", "FLSA54", "pay of an hour above the overtime threshold"),
    ("mileage_cents_per_mile", 72.5, 0.0, 1_000.0, "cents", "IRS26", "reimbursed per mile driven"),
    ("agency_premium", 1.5, 1.0, 5.0, "times pay", "choice", "cost of an agency hour against an employed one, benefits not added"),
    ("hire_lead_days", 83.0, 0.0, 730.0, "days", "EMP", "time to fill a position"),
    ("hire_lead_days_short", 62.0, 0.0, 730.0, "days", "EMP", "the same when it goes well"),
    ("hire_lead_days_long", 103.0, 0.0, 730.0, "days", "EMP", "the same when it goes badly"),
    ("hiring_cost_share", 0.20, 0.0, 2.0, "share of yearly pay", "choice", "spent once per full-time hire"),
    ("departure_cost_share", 0.50, 0.0, 3.0, "share of yearly pay", "choice within CTAC, NSI25", "spent once per person who leaves: search, cover, training"),
    ("turnover_year", 0.332, 0.0, 5.0, "per year", "BEHAVE", "people who leave, when the clinic has no records of departures"),
    ("scheduling_hours_week", 15.0, 0.0, 500.0, "hours", "claim in circulation", "hours spent on the schedule, when the clinic has no record of them"),
    ("scheduling_pay_cents_hour", 2_500.0, 0.0, 100_000.0, "cents", "choice", "pay of an hour of scheduling"),
    ("readmission_cost_cents", 1_520_000.0, 0.0, 1e9, "cents", "HCUP", "cost of one readmission to the payer"),
    ("readmission_clinic_share", 0.0, 0.0, 1.0, "share", "choice", "part of an avoided readmission that the payer passes on"),
    ("no_show_addiction", 0.30, 0.0, 1.0, "share", "MOLF, GALL", "no-shows in addiction treatment before own records count"),
    ("no_show_rehabilitation", 0.10, 0.0, 1.0, "share", "PTNS", "no-shows in outpatient rehabilitation before own records count"),
    ("no_show_home_health", 0.05, 0.0, 1.0, "share", "choice", "no-shows at home visits before own records count"),
    ("late_cancel", 0.06, 0.0, 1.0, "share", "CALG", "late cancellations before own records count"),
    ("prior_appointments", 20.0, 1.0, 10_000.0, "appointments", "choice", "own appointments that weigh as much as the prior"),
    ("sick_day_share", 0.03, 0.0, 0.5, "share", "choice", "clinician-days lost to sickness, when the clinic has no record of them"),
    ("rank_correlation", 0.30, 0.0, 0.95, "Spearman", "choice", "how far the changes succeed or fail together"),
];

/// The assumptions of one run.
#[derive(Debug, Clone)]
pub struct Assumptions(Vec<Assumption>);

impl Assumptions {
    /// The defaults with the request's own values, and everything wrong with those.
    pub fn new(own: &[AssumptionValue]) -> (Self, Vec<Issue>) {
        let mut list: Vec<Assumption> = DEFAULTS
            .iter()
            .map(|&(id, value, _, _, unit, source, meaning)| Assumption {
                id: id.into(),
                value,
                unit: unit.into(),
                meaning: meaning.into(),
                source: source.into(),
            })
            .collect();
        let mut issues = Vec::new();
        for (position, own) in own.iter().enumerate() {
            let Some(row) = DEFAULTS.iter().position(|row| row.0 == own.id) else {
                let cause = format!("there is no assumption `{}`", own.id);
                let ids: Vec<&str> = DEFAULTS.iter().map(|row| row.0).collect();
                let action = format!("use one of {}", ids.join(", "));
                issues.push(Issue::error("assumption.unknown", "assumptions", cause, action).row(position + 1));
                continue;
            };
            let (_, _, least, most, ..) = DEFAULTS[row];
            if (least..=most).contains(&own.value) {
                list[row].value = own.value;
                list[row].source = "request".into();
            } else {
                let cause = format!("`{}` is outside {least} to {most}", own.value);
                let action = format!("give a value from {least} to {most}");
                issues.push(
                    Issue::error("assumption.out_of_range", "assumptions", cause, action)
                        .row(position + 1)
                        .field("value"),
                );
            }
        }
        (Self(list), issues)
    }

    /// The value of an assumption; 0 if there is none of that id.
    pub fn value(&self, id: &str) -> f64 {
        debug_assert!(self.0.iter().any(|row| row.id == id), "no assumption {id}");
        self.0.iter().find(|row| row.id == id).map_or(0.0, |row| row.value)
    }

    /// Puts a figure of the clinic's own records in the place of a default that the request has not set.
    pub fn record(&mut self, id: &str, value: f64, table: &str) {
        for row in self.0.iter_mut().filter(|row| row.id == id && row.source != "request") {
            row.value = value;
            row.source = format!("clinic: {table}");
        }
    }

    /// True if the value comes from the request or from the clinic's own records.
    pub fn is_local(&self, id: &str) -> bool {
        let local = |row: &&Assumption| row.source == "request" || row.source.starts_with("clinic: ");
        self.0.iter().filter(|row| row.id == id).any(|row| local(&row))
    }

    /// All of them, for the reply.
    pub fn list(&self) -> &[Assumption] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_values_win_and_wrong_ones_are_reported() {
        let own = |id: &str, value: f64| AssumptionValue { id: id.into(), value };
        let (mut all, issues) = Assumptions::new(&[
            own("discount_rate", 0.1),
            own("benefit_load", -1.0),
            own("nonsense", 1.0),
        ]);
        assert_eq!(all.value("discount_rate"), 0.1);
        assert_eq!(all.value("benefit_load"), 0.3);
        let codes: Vec<&str> = issues.iter().map(|issue| issue.code.as_str()).collect();
        assert_eq!(codes, ["assumption.out_of_range", "assumption.unknown"]);
        all.record("discount_rate", 0.2, "settings");
        assert_eq!(all.value("discount_rate"), 0.1);
        assert!(!all.is_local("turnover_year"));
        all.record("turnover_year", 0.2, "departures");
        assert!(all.is_local("turnover_year"));
    }
}
