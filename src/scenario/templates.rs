//! Templates: the approaches that the field speaks of, each as a set of levers with cautious, likely and hopeful ends.
//!
//! A decision of the clinic is one value, a result that is hoped for has a range. Every line says where its ends come
//! from. None is a promise; costs are not in them, a request adds its own.

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::edits::care::video_orders;
use super::lever::Lever;
use crate::model::Clinic;
use crate::model::clinic::Tier;
use crate::order::Arrange;

/// An approach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(
    feature = "schema",
    schemars(rename = "ScenarioTemplate"),
    ts(rename = "ScenarioTemplate")
)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// Rules and a search in place of a wall chart.
    RuleBasedScheduling,
    /// Staff and time set by the demand that is to come.
    DemandForecasting,
    /// The urgent first, and routes that fit together.
    TriageAndRouting,
    /// Video wherever patient, clinician and service can.
    TelehealthFirst,
    /// Time for notes, breaks and supervision, and less overtime.
    Wellbeing,
}

/// One line of a template.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TemplateLine {
    /// The change, as it would be in a request.
    pub change: Change,
    /// Where its value and ends come from: `choice` for our own, else a source key of the rule packs or a claim in
    /// circulation.
    pub source: String,
}

/// A template as this clinic would turn it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TemplateRow {
    /// Name in requests.
    pub id: Template,
    /// What it does.
    pub meaning: String,
    /// Its changes; what a clinic has nothing of is left out.
    pub lines: Vec<TemplateLine>,
}

/// The presets' ends (`presets`), our choice; the hopeful ones of scheduling and travel are claims in circulation.
const CHOICE: &str = "choice";
const CLAIMED: &str = "choice; hopeful end: claim in circulation";

impl Template {
    /// Every template.
    pub const ALL: [Self; 5] = [
        Self::RuleBasedScheduling,
        Self::DemandForecasting,
        Self::TriageAndRouting,
        Self::TelehealthFirst,
        Self::Wellbeing,
    ];

    /// What it does.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::RuleBasedScheduling => {
                "rules and a search make the schedule: fewer hours on it, less overtime, fuller days"
            }
            Self::DemandForecasting => {
                "staff and time follow the demand to come: posts are filled sooner, less overtime"
            }
            Self::TriageAndRouting => "the urgent are seen sooner, time is kept free for them, ways are shorter",
            Self::TelehealthFirst => "visits move to video where patient, clinician and service can",
            Self::Wellbeing => "time for notes, breaks and supervision, no more overtime than half of today's room",
        }
    }

    /// It, with its lines for this clinic.
    pub fn row(self, clinic: &Clinic) -> TemplateRow {
        TemplateRow {
            id: self,
            meaning: self.meaning().into(),
            lines: self.lines(clinic),
        }
    }

    /// Where its values come from, in one sentence.
    pub fn sources(self, clinic: &Clinic) -> String {
        let line = |line: TemplateLine| format!("{} ({})", line.change.lever.id().replace('_', " "), line.source);
        let mut sources: Vec<String> = self.lines(clinic).into_iter().map(line).collect();
        sources.dedup();
        if sources.is_empty() {
            return "the clinic has nothing to turn for this template".into();
        }
        format!("values and ends of the template: {}", sources.join(", "))
    }

    /// Its lines for this clinic.
    pub fn lines(self, clinic: &Clinic) -> Vec<TemplateLine> {
        let no_show = || Lever::NoShow { service: None };
        match self {
            Self::RuleBasedScheduling => vec![
                hoped(Lever::SchedulingHours, [-0.15, -0.40, -0.80], CLAIMED),
                hoped(Lever::OvertimeHours, [-0.05, -0.15, -0.30], CHOICE),
                hoped(Lever::Utilization, [0.01, 0.04, 0.10], CHOICE),
            ],
            Self::DemandForecasting => vec![
                hoped(Lever::TimeToFill, [0.0, -0.10, -0.25], CHOICE),
                hoped(Lever::OvertimeHours, [-0.05, -0.15, -0.30], CHOICE),
                hoped(Lever::Utilization, [0.01, 0.02, 0.05], CHOICE),
            ],
            Self::TriageAndRouting => {
                let tier = Tier::Soon;
                let mut lines = vec![
                    decided(
                        Lever::TriageHours { tier },
                        -0.25,
                        "choice; attendance falls with every day of waiting: FEST, STAS",
                    ),
                    decided(Lever::Reserve, 60.0, CHOICE),
                    hoped(no_show(), [-0.05, -0.15, -0.45], CHOICE),
                    hoped(Lever::Readmission, [0.0, -0.02, -0.05], CHOICE),
                ];
                if super::edits::zones::has_visits(clinic) {
                    lines.push(hoped(Lever::Travel, [-0.03, -0.08, -0.15], CLAIMED));
                }
                lines
            }
            Self::TelehealthFirst => {
                let services = by_video(clinic).into_iter().take(MOST_SERVICES);
                let video = services.map(|service| hoped(Lever::Telehealth { service }, [0.05, 0.15, 0.30], CLAIMED));
                let mut lines: Vec<TemplateLine> = video.collect();
                // Without an order that can move there is nothing to hope for.
                if !lines.is_empty() {
                    lines.push(hoped(no_show(), [0.0, -0.05, -0.15], CHOICE));
                }
                lines
            }
            Self::Wellbeing => {
                let discipline = None;
                let mut lines = vec![
                    decided(
                        Lever::Documentation { discipline: None },
                        30.0,
                        "choice; notes after hours and burnout: KLAS, MICEK",
                    ),
                    decided(Lever::Buffer { service: None }, 5.0, "choice; short breaks: ALBU"),
                    decided(
                        Lever::OvertimeCap { discipline: None },
                        -0.5,
                        "choice; overtime, turnover and burnout: BAE, STIM",
                    ),
                    hoped(Lever::Turnover, [0.0, -0.05, -0.10], CHOICE),
                ];
                if clinic.clinicians.iter().any(|row| row.supervisor.is_some()) {
                    lines.insert(1, decided(Lever::Supervision { discipline }, 1.0, CHOICE));
                }
                lines
            }
        }
    }
}

/// Most services that a template moves to video: those with most orders that can.
const MOST_SERVICES: usize = 2;

/// A result that is hoped for, with the presets' ramp.
fn hoped(lever: Lever, [low, value, high]: [f64; 3], source: &str) -> TemplateLine {
    let [slow, likely, fast] = super::edits::table::PRACTICE;
    let change = Change {
        low: Some(low),
        high: Some(high),
        ramp_low: Some(slow),
        ramp_months: likely,
        ramp_high: Some(fast),
        ..Change::new(lever, value)
    };
    TemplateLine {
        change,
        source: source.into(),
    }
}

/// A decision of the clinic.
fn decided(lever: Lever, value: f64, source: &str) -> TemplateLine {
    TemplateLine {
        change: Change::new(lever, value),
        source: source.into(),
    }
}

/// Services with orders that can move to video, most orders first.
fn by_video(clinic: &Clinic) -> Vec<String> {
    let movable = video_orders(clinic);
    let count = |id: &str| {
        let own = clinic.orders.iter().filter(|row| row.service == id);
        own.filter(|row| movable.contains(&row.id)).count()
    };
    let mut services: Vec<(std::cmp::Reverse<usize>, String)> = clinic
        .services
        .iter()
        .map(|row| (std::cmp::Reverse(count(&row.id)), row.id.clone()))
        .filter(|(count, _)| count.0 > 0)
        .collect();
    services.arrange();
    services.into_iter().map(|(_, id)| id).collect()
}
