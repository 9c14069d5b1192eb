//! Workload strain: what the schedule asks of people. An index of visible parts, never a probability of anything.
//!
//! `load.rs` counts what a period asks of each clinician, [`PARTS`] says what of it is a part of the index, and
//! everything that shows strain goes through both: the indicator K25 (the team) and the operation `workload` (people,
//! week by week).

mod load;
mod people;

pub use people::{PersonStrain, StrainBand, StrainPart, StrainWeek, people, team, weeks};

use self::load::{Load, loads};
use super::outcome::{Computed, Outcome, none};
use super::value::IndicatorUnit;
use super::view::View;
use crate::stats;

/// One part of the index.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StrainComponent {
    /// What it is.
    pub name: &'static str,
    /// Its weight, more than 0.
    pub weight: f64,
    /// 0 = none of it, 1 = as much as is counted; `None` if it is not known.
    pub level: Option<f64>,
}

/// 100 times the weighted mean of the levels that are known; `None` if none is.
pub fn strain_index(components: &[StrainComponent]) -> Option<f64> {
    let known = components
        .iter()
        .filter_map(|part| Some((part.weight, part.level?.clamp(0.0, 1.0))));
    let (weights, weighted): (Vec<f64>, Vec<f64>) = known.map(|(weight, level)| (weight, weight * level)).unzip();
    let total = stats::sum(&weights);
    (total > 0.0).then(|| 100.0 * stats::sum(&weighted) / total)
}

/// What of a load is a part of the index.
struct Part {
    /// Short name, never reused.
    id: &'static str,
    /// What it is.
    name: &'static str,
    /// Its weight, unless the rule `strain.<id>_weight` says otherwise. Our choice: what has the strongest published
    /// link counts double, what has hardly any counts half.
    weight: f64,
    /// Amount of it, in `unit`; `None` if it is not known.
    amount: fn(&Load) -> Option<f64>,
    /// What the amount is counted in.
    unit: IndicatorUnit,
    /// Amounts at which its level is 0 and 1.
    range: (f64, f64),
    /// Rule that gives the amount at which its level is 1, if there is one.
    full_by: Option<&'static str>,
    /// Where the weight and the range come from.
    source: &'static str,
}

impl Part {
    /// Its weight by the rules in force; 0 leaves it out.
    fn weight(&self, view: &View) -> f64 {
        let set = view.rule(&format!("strain.{}_weight", self.id));
        set.filter(|weight| weight.is_finite()).unwrap_or(self.weight).max(0.0)
    }

    /// The amount at which its level is 1.
    fn full(&self, view: &View) -> f64 {
        let set = self.full_by.and_then(|rule| view.rule(rule));
        set.filter(|full| *full > self.range.0).unwrap_or(self.range.1)
    }

    /// Level of an amount, 0 to 1.
    fn level(&self, amount: f64, full: f64) -> f64 {
        ((amount - self.range.0) / (full - self.range.0)).clamp(0.0, 1.0)
    }
}

/// The parts of the index.
const PARTS: [Part; 10] = [
    Part {
        id: "overtime",
        name: "hours above 40 a week",
        weight: 2.0,
        amount: Load::overtime_hours,
        unit: IndicatorUnit::Hours,
        range: (0.0, 12.0),
        full_by: Some("strain.overtime_week_hours"),
        source: "weekly overtime and turnover: 12 h or more OR 1.26 [BAE]",
    },
    Part {
        id: "long_days",
        name: "days above 10 hours",
        weight: 2.0,
        amount: Load::long_days,
        unit: IndicatorUnit::Share,
        range: (0.0, 1.0),
        full_by: None,
        source: "burnout against days of 8 to 9 h: 10 to 11 h OR 1.58, above 13 h OR 2.70 [STIM]; shifts of 12 h or more \
                 aOR 1.26 (Dall'Ora 2015, BMJ Open 5:e008331)",
    },
    Part {
        id: "after_hours",
        name: "after-hours documentation",
        weight: 1.0,
        amount: Load::after_hours,
        unit: IndicatorUnit::Hours,
        range: (0.0, 5.0),
        full_by: Some("strain.after_hours_week_hours"),
        source: "up to 5 h a week aOR 2.43 for lower burnout [KLAS]; a small study found no link [MICEK]",
    },
    Part {
        id: "short_rest",
        name: "nights with less than 11 hours of rest",
        weight: 1.0,
        amount: Load::short_rests,
        unit: IndicatorUnit::Share,
        range: (0.0, 1.0),
        full_by: None,
        source: "an hour less sleep (Öster 2024, Scand J Work Environ Health 50:466); 11 h: Directive 2003/88/EC, art. 3",
    },
    Part {
        id: "days_in_row",
        name: "days in a row above five",
        weight: 1.0,
        amount: Load::days_beyond_five,
        unit: IndicatorUnit::Number,
        range: (0.0, 2.0),
        full_by: None,
        source: "a day of rest in seven: Directive 2003/88/EC, art. 5; weight: our choice",
    },
    Part {
        id: "nights",
        name: "days with night work",
        weight: 1.0,
        amount: Load::nights,
        unit: IndicatorUnit::Share,
        range: (0.0, 1.0),
        full_by: None,
        source: "three hours between 23:00 and 06:00: Directive 2003/88/EC, art. 2; weight: our choice",
    },
    Part {
        id: "no_break",
        name: "sessions without a break between",
        weight: 1.0,
        amount: Load::without_break,
        unit: IndicatorUnit::Share,
        range: (0.0, 1.0),
        full_by: None,
        source: "short breaks: vigor d = 0.36, fatigue d = 0.35 [ALBU]",
    },
    Part {
        id: "high_acuity",
        name: "high-acuity visits",
        weight: 1.0,
        amount: Load::demanding,
        unit: IndicatorUnit::Share,
        range: (0.0, 1.0),
        full_by: None,
        source: "our choice",
    },
    Part {
        id: "churn",
        name: "sessions the clinic cancelled or moved at short notice",
        weight: 0.5,
        amount: Load::churn,
        unit: IndicatorUnit::Share,
        range: (0.0, 0.25),
        full_by: None,
        source: "our choice",
    },
    Part {
        id: "caseload",
        name: "caseload against its cap",
        weight: 0.5,
        amount: Load::caseload,
        unit: IndicatorUnit::Share,
        range: (0.0, 1.0),
        full_by: None,
        source: "no link in 1,107 counselors [JOHN], nor in 285 providers [GREEN]",
    },
];

/// The mean level of every part over those of whom it is known.
fn team_parts(view: &View, loads: &[&Load]) -> Vec<StrainComponent> {
    let part = |part: &Part| {
        let full = part.full(view);
        let levels: Vec<f64> = loads
            .iter()
            .filter_map(|load| Some(part.level((part.amount)(load)?, full)))
            .collect();
        StrainComponent {
            name: part.name,
            weight: part.weight(view),
            level: stats::mean(&levels),
        }
    };
    PARTS.iter().map(part).collect()
}

/// K25: of every part the mean over clinicians.
pub(super) fn strain(view: &View) -> Computed {
    let loads = loads(view);
    let parts = team_parts(view, &loads.values().collect::<Vec<_>>());
    let index = strain_index(&parts).ok_or_else(|| {
        none(
            "none of the parts is known",
            "staff days, visits or caseload caps in the period",
        )
    })?;
    let mut outcome = Outcome::plain(index, loads.len());
    for part in &parts {
        outcome = outcome
            .figure(part.name, IndicatorUnit::Share, part.level)
            .note(part.level.is_none(), &format!("not known: {}", part.name));
    }
    Ok(outcome.note(true, "of the whole team; not a probability of burnout"))
}
