//! What is followed: indicators by the rules of `kpi`, of rows and of schedules.

use super::live::Lived;
use super::reply::{Measure, ReadFrom};
use crate::kpi::{Indicator, IndicatorOptions, IndicatorUnit, View, definition, indicators};
use crate::model::calendar::DateTime;
use crate::stats;

/// Indicators, figures beside them, and what they are read from.
const FOLLOWED: [(&str, &str, ReadFrom); 34] = [
    ("K12", "", ReadFrom::Published),
    ("K12", "", ReadFrom::Lived),
    ("P2", "hours", ReadFrom::Published),
    ("K1", "", ReadFrom::History),
    ("K2", "", ReadFrom::History),
    ("K3", "", ReadFrom::History),
    ("K3", "within 48 h", ReadFrom::History),
    ("K7", "", ReadFrom::History),
    ("K8", "", ReadFrom::History),
    ("K9", "", ReadFrom::History),
    ("K10", "", ReadFrom::History),
    ("K11", "", ReadFrom::History),
    ("K13", "", ReadFrom::History),
    ("K13", "made by patients", ReadFrom::History),
    ("K14", "", ReadFrom::History),
    ("K14", "delivered", ReadFrom::History),
    ("K15", "", ReadFrom::History),
    ("K16", "", ReadFrom::History),
    ("K17", "", ReadFrom::History),
    ("K18", "", ReadFrom::History),
    ("K19", "", ReadFrom::History),
    ("K23", "", ReadFrom::History),
    ("K24", "", ReadFrom::History),
    ("K25", "", ReadFrom::History),
    ("K25", "hours above 40 a week", ReadFrom::History),
    ("K25", "days above 10 hours", ReadFrom::History),
    ("K25", "sessions without a break between", ReadFrom::History),
    ("K25", "high-acuity visits", ReadFrom::History),
    ("K25", "caseload against its cap", ReadFrom::History),
    ("K29", "", ReadFrom::History),
    ("K31", "", ReadFrom::History),
    ("K31", "miles", ReadFrom::History),
    ("K33", "", ReadFrom::History),
    ("K37", "", ReadFrom::History),
];

/// What is followed, in words.
pub fn measures() -> Vec<Measure> {
    let known = FOLLOWED.iter().filter_map(|&(id, figure, read_from)| {
        let about = definition(id)?;
        Some(Measure {
            id: id.into(),
            figure: figure.into(),
            name: match (figure, read_from) {
                ("", ReadFrom::Published) => format!("{}, as published", about.name),
                ("", ReadFrom::Lived) => format!("{}, as lived", about.name),
                ("", ReadFrom::History) => about.name.into(),
                _ => format!("{}: {figure}", about.name),
            },
            unit: unit(about.unit, figure),
            direction: about.direction,
            read_from,
        })
    });
    known.collect()
}

/// The unit of a figure: those beside the main value are shares, unless their name says what they count.
fn unit(main: IndicatorUnit, figure: &str) -> IndicatorUnit {
    match figure {
        "" => main,
        "hours" => IndicatorUnit::Hours,
        "miles" => IndicatorUnit::Number,
        _ => IndicatorUnit::Share,
    }
}

fn ids(read: impl Fn(ReadFrom) -> bool) -> Vec<String> {
    let wanted = FOLLOWED.iter().filter(|row| read(row.2));
    wanted.map(|row| row.0.to_owned()).collect()
}

fn value(indicators: &[Indicator], id: &str, figure: &str) -> Option<f64> {
    let found = indicators.iter().find(|row| row.id == id)?;
    match figure {
        "" => found.value,
        _ => found.figures.iter().find(|row| row.name == figure).map(|row| row.value),
    }
}

/// What is read from the schedules of one week, by measure.
pub(super) fn read_schedules(lived: &Lived) -> Vec<Option<f64>> {
    let of = |read_from: ReadFrom| {
        let (problem, plan) = match read_from {
            ReadFrom::Lived => (&lived.final_problem, &lived.held),
            _ => (&lived.problem, &lived.published),
        };
        let view = View::plan(&lived.clinic, problem, plan, IndicatorOptions::default());
        indicators(&view, &ids(|read| read == read_from))
    };
    let (published, held) = (of(ReadFrom::Published), of(ReadFrom::Lived));
    FOLLOWED
        .iter()
        .map(|&(id, figure, read_from)| match read_from {
            ReadFrom::History => None,
            ReadFrom::Published => value(&published, id, figure),
            ReadFrom::Lived => value(&held, id, figure),
        })
        .collect()
}

/// Every measure: schedules as the mean of the weeks, the rest from the rows of all weeks.
pub(super) fn read(lived: &Lived, from: DateTime, schedules: &[Vec<Option<f64>>]) -> Vec<Option<f64>> {
    let view = View::history(&lived.clinic, from, lived.to, IndicatorOptions::default());
    let found = indicators(&view, &ids(|read| read == ReadFrom::History));
    FOLLOWED
        .iter()
        .enumerate()
        .map(|(at, &(id, figure, read_from))| match read_from {
            ReadFrom::History => value(&found, id, figure),
            _ => {
                let weeks: Vec<f64> = schedules.iter().filter_map(|week| week[at]).collect();
                stats::mean(&weeks)
            }
        })
        .collect()
}
