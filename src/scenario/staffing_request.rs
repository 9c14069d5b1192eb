//! What a staffing has to reach.

use serde::{Deserialize, Serialize};

use super::assumptions::AssumptionValue;
use super::week::PlannedWeek;
use crate::error::Issue;
use crate::model::Clinic;

/// Which staffing is looked for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", ts(optional_fields))]
#[serde(deny_unknown_fields, default)]
pub struct StaffingRequest {
    /// What it has to reach, 1 to 7 targets; 95 % of what is wanted has a place and nobody has a high strain if absent.
    pub targets: Vec<StaffingTarget>,
    /// Disciplines in which people may be hired; all of the clinic if empty.
    pub disciplines: Vec<String>,
    /// Relative change of demand, -0.9 to 1.5; 0 is today's.
    pub demand: f64,
    /// Full-time equivalents of a step, 0.1 to 2; 0.5 if absent.
    pub step: f64,
    /// Most full-time equivalents to hire in all, 0.1 to 50; 12 if absent.
    pub most: f64,
    /// Most weeks to plan, 1 to 500; 80 if absent.
    pub plans: u32,
    /// Optimizer steps of the first plan, 1 to 1,000,000; 2,000 if absent.
    pub first_steps: u32,
    /// Optimizer steps of every other plan, 1 to 1,000,000; 2,000 if absent.
    pub plan_steps: u32,
    /// Assumptions about pay that differ from the defaults.
    pub assumptions: Vec<AssumptionValue>,
    /// Seed, 0 to 2^53 - 1; the clinic's if absent.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub seed: Option<u64>,
}

impl Default for StaffingRequest {
    fn default() -> Self {
        let target = |measure, value| StaffingTarget { measure, value };
        Self {
            targets: vec![
                target(StaffingMeasure::Placed, 0.95),
                target(StaffingMeasure::HighStrain, 0.0),
            ],
            disciplines: Vec::new(),
            demand: 0.0,
            step: 0.5,
            most: 12.0,
            plans: 80,
            first_steps: 2_000,
            plan_steps: 2_000,
            assumptions: Vec::new(),
            seed: None,
        }
    }
}

/// One target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct StaffingTarget {
    /// What is measured.
    pub measure: StaffingMeasure,
    /// The least, or the most, that is accepted: the measure says which.
    pub value: f64,
}

/// What a planned week is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StaffingMeasure {
    /// Share of the sessions and seats wanted that have a place. At least.
    Placed,
    /// Sessions demanded by clinical rules without a place. At most.
    MandatedUnplaced,
    /// Days until the third open slot, the median over types of sessions [K36]; a week where there are fewer. At most: 2 is
    /// a visit within 48 hours for whoever asks now.
    ThirdNextAvailable,
    /// Clinicians with a high strain in the plan [K25]. At most.
    HighStrain,
    /// Clinicians with a raised or high strain in the plan [K25]. At most.
    RaisedStrain,
    /// Overtime hours of the week [K7]. At most.
    OvertimeHours,
    /// Share of bookable time that is booked [K14]. At most.
    Utilization,
}

impl StaffingMeasure {
    /// Name in sentences.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Placed => "share placed",
            Self::MandatedUnplaced => "mandated sessions not placed",
            Self::ThirdNextAvailable => "days to the third open slot",
            Self::HighStrain => "clinicians with a high strain",
            Self::RaisedStrain => "clinicians with a raised or high strain",
            Self::OvertimeHours => "overtime hours",
            Self::Utilization => "utilization",
        }
    }

    /// True if more is better.
    fn is_floor(self) -> bool {
        matches!(self, Self::Placed)
    }

    /// Greatest value that makes sense.
    fn most(self) -> f64 {
        match self {
            Self::Placed | Self::Utilization => 1.0,
            _ => 100_000.0,
        }
    }

    /// Its value in a planned week; `None` if there is nothing to count it by.
    pub(super) fn of(self, week: &PlannedWeek) -> Option<f64> {
        let share = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
        let wanted = f64::from(week.wanted);
        let access = week.access.as_ref()?;
        match self {
            Self::Placed => share(wanted - f64::from(week.unplaced.iter().sum::<i32>()), wanted),
            Self::MandatedUnplaced => Some(f64::from(week.mandated_unplaced)),
            Self::ThirdNextAvailable => Some(access.third_next_days),
            Self::HighStrain => Some(f64::from(access.high_strain)),
            Self::RaisedStrain => Some(f64::from(access.raised_strain + access.high_strain)),
            Self::OvertimeHours => Some(week.work.iter().map(|work| f64::from(work.overtime)).sum::<f64>() / 60.0),
            Self::Utilization => share(access.booked_min, week.bookable_min),
        }
    }
}

impl StaffingTarget {
    /// How far a value misses the target: as a share of it, or in units if it is below one; 0 if it is met.
    pub(super) fn missed_by(&self, value: f64) -> f64 {
        let missing = if self.measure.is_floor() {
            self.value - value
        } else {
            value - self.value
        };
        // Sums of shares may miss by a rounding error.
        if missing <= 1e-9 {
            0.0
        } else {
            missing / self.value.max(1.0)
        }
    }
}

impl StaffingRequest {
    /// Everything wrong with the request.
    pub(super) fn issues(&self, clinic: &Clinic) -> Vec<Issue> {
        let mut issues = Vec::new();
        let mut within = |field: &str, value: f64, least: f64, most: f64| {
            if !(least..=most).contains(&value) {
                let cause = format!("`{value}` is outside {least} to {most}");
                let action = format!("give {least} to {most}");
                issues.push(Issue::error("staffing.out_of_range", "request", cause, action).field(field));
            }
        };
        within("targets", self.targets.len() as f64, 1.0, 7.0);
        within("demand", self.demand, -0.9, 1.5);
        within("step", self.step, 0.1, 2.0);
        within("most", self.most, 0.1, 50.0);
        within("plans", f64::from(self.plans), 1.0, 500.0);
        within("first_steps", f64::from(self.first_steps), 1.0, 1e6);
        within("plan_steps", f64::from(self.plan_steps), 1.0, 1e6);
        for (position, target) in self.targets.iter().enumerate() {
            let most = target.measure.most();
            if !(0.0..=most).contains(&target.value) {
                let cause = format!("`{}` is outside 0 to {most}", target.value);
                let action = format!("give 0 to {most}");
                let issue = Issue::error("staffing.out_of_range", "targets", cause, action);
                issues.push(issue.row(position + 1).field("value"));
            }
        }
        for (position, discipline) in self.disciplines.iter().enumerate() {
            if clinic.clinicians.iter().all(|row| row.discipline != *discipline) {
                let cause = format!("nobody of the clinic has the discipline `{discipline}`");
                let action = "name a discipline of its clinicians: new people work like them";
                issues
                    .push(Issue::error("staffing.unknown_discipline", "disciplines", cause, action).row(position + 1));
            }
        }
        issues
    }
}
