//! What a planned week means for those who ask for care and those who give it, counted only where it is asked for.

use crate::kpi::{IndicatorOptions, StrainBand, View, indicators, strain_of_people};
use crate::model::{Clinic, Plan, Problem};

/// Access and strain of a planned week.
#[derive(Debug, Clone, PartialEq)]
pub struct Access {
    /// Days until the third open slot, the median over types of sessions [K36]; the days of the horizon if there are fewer.
    pub third_next_days: f64,
    /// Clinicians with a raised strain [K25].
    pub raised_strain: u32,
    /// Clinicians with a high strain.
    pub high_strain: u32,
    /// Minutes booked with billable sessions [K14].
    pub booked_min: f64,
}

impl Access {
    /// Of a plan for the problem built from `clinic`.
    pub fn of(clinic: &Clinic, problem: &Problem, plan: &Plan) -> Self {
        let view = View::plan(clinic, problem, plan, IndicatorOptions::default());
        let found = indicators(&view, &["K14", "K36"].map(String::from));
        let of = |id: &str| found.iter().find(|indicator| indicator.id == id);
        let people = strain_of_people(&view);
        let count = |band| people.values().filter(|person| person.band == Some(band)).count() as u32;
        Self {
            third_next_days: of("K36")
                .and_then(|indicator| indicator.value)
                .unwrap_or(problem.num_days as f64),
            raised_strain: count(StrainBand::Raised),
            high_strain: count(StrainBand::High),
            booked_min: of("K14").and_then(|indicator| indicator.numerator).unwrap_or(0.0),
        }
    }
}
