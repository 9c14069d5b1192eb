//! `workload`: what the schedule asks of people, in visible parts, week by week and ahead, with surveys beside it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::error::{Error, Result};
use crate::kpi::{
    IndicatorOptions, PersonStrain, StrainBand, StrainWeek, View, strain_by_week, strain_of_people, strain_of_team,
};
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Clinician, Survey};
use crate::model::rules::Rules;
use crate::model::{Clinic, Plan, PlanDocument};
use crate::order::IntoOrdered;
use crate::stats;

/// Whole workweeks that `recent` is about. Our choice: long enough that one bad week does not decide.
const RECENT_WEEKS: i32 = 4;
/// Fewest and most weeks of the trend.
const WEEKS: (u32, u32) = (4, 104);
/// A rise is told from this chance of being chance on. Our choice, as usual.
const RISING_P: f64 = 0.05;
/// And if it makes at least so many points from the first week to the last. Our choice: a fifth of the way to high.
const RISING_POINTS: f64 = 10.0;
/// Weeks in a row in the highest band that make a warning. Our choice.
const HIGH_WEEKS: usize = 2;
/// Groups of fewer people are not shown as a group. Our choice: of two, each knows the other's.
const SMALLEST_GROUP: usize = 3;

/// Request of `workload`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct WorkloadRequest {
    /// The plan ahead; today's schedule if absent.
    pub plan: Option<PlanDocument>,
    /// Ids of clinicians who are shown one by one; all if `["*"]`, none but the team if empty.
    pub clinicians: Vec<String>,
    /// Whole workweeks of the trend before the document's moment, 4 to 104.
    pub weeks: u32,
}

impl Default for WorkloadRequest {
    fn default() -> Self {
        Self {
            plan: None,
            clinicians: Vec::new(),
            weeks: 12,
        }
    }
}

/// Reply of `workload`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WorkloadReply {
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// What `recent` is about: first moment.
    pub recent_from: DateTime,
    /// First moment after it.
    pub recent_to: DateTime,
    /// What `ahead` is about: first day of the plan.
    pub ahead_from: Date,
    /// Days of the plan.
    pub ahead_days: i32,
    /// Index from which the band is `raised`.
    pub raised_from: f64,
    /// Index from which the band is `high`.
    pub high_from: f64,
    /// The whole team.
    pub team: TeamWorkload,
    /// By discipline, where at least three people work.
    pub disciplines: Vec<DisciplineWorkload>,
    /// The clinicians asked for, in the order of the table.
    pub clinicians: Vec<ClinicianWorkload>,
    /// Warnings of rising strain to expect among all clinicians if nothing but chance were at work.
    pub false_alarms: f64,
    /// Surveys of the staff, beside the index and never in it.
    pub surveys: Vec<SurveyMonth>,
    /// What none of this can know.
    pub limits: Vec<&'static str>,
}

/// The whole team.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TeamWorkload {
    /// The last four whole workweeks.
    pub recent: PersonStrain,
    /// The plan.
    pub ahead: PersonStrain,
    /// Clinicians by band in the last weeks.
    pub recent_bands: BandCounts,
    /// Clinicians by band in the plan.
    pub ahead_bands: BandCounts,
    /// Week by week, oldest first.
    pub weeks: Vec<StrainWeek>,
    /// Where the weeks are heading; absent where too few are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub trend: Option<StrainTrend>,
    /// Clinicians with a warning.
    pub warned: u32,
}

/// Clinicians by band.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BandCounts {
    /// Nothing stands out.
    pub usual: u32,
    /// Raised.
    pub raised: u32,
    /// High.
    pub high: u32,
}

/// One discipline.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DisciplineWorkload {
    /// Discipline.
    pub discipline: String,
    /// Clinicians in it.
    pub clinicians: u32,
    /// The last four whole workweeks.
    pub recent: PersonStrain,
    /// The plan.
    pub ahead: PersonStrain,
}

/// One clinician.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ClinicianWorkload {
    /// Clinician id.
    pub clinician: String,
    /// Discipline.
    pub discipline: String,
    /// The last four whole workweeks; absent without work in them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub recent: Option<PersonStrain>,
    /// The plan; absent without work in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub ahead: Option<PersonStrain>,
    /// Week by week, oldest first; weeks without work are left out.
    pub weeks: Vec<StrainWeek>,
    /// Where the weeks are heading; absent where too few are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub trend: Option<StrainTrend>,
    /// What should be looked at.
    pub warnings: Vec<StrainWarning>,
}

/// Where an index is heading.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StrainTrend {
    /// Points a week: median of the slopes between all pairs of weeks (Sen 1968).
    pub points_per_week: f64,
    /// Chance of rising so steadily if weeks were independent and nothing but chance were at work (Mann 1945).
    pub p_rising: f64,
    /// Weeks it rests on.
    pub weeks: u32,
}

/// Why someone's workload should be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StrainWarning {
    /// The index has risen steadily, by ten points or more.
    Rising,
    /// The last two weeks with work were in the highest band.
    HighWeeks,
    /// The plan is in a higher band than the last weeks.
    MoreAhead,
}

/// One survey instrument in one month. Instruments are never pooled.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SurveyMonth {
    /// Instrument.
    pub instrument: String,
    /// First day of the month.
    pub month: Date,
    /// Answers; absent where so few that they are hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub answers: Option<u32>,
    /// Their mean, on the instrument's own scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub mean: Option<f64>,
    /// Value from which the instrument counts an answer as burnout, if a rule `survey.<instrument>_burnout_from` says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub cut_off: Option<f64>,
    /// Share of answers at or above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub at_or_above: Option<f64>,
}

const LIMITS: &[&str] = &[
    "it is what the schedule asks of people, not how they are: nobody's burnout can be told from a schedule (AUROC 0.595 \
     in a study of 88 trainees, Lou 2022); ask people, and look at surveys beside it",
    "weights, bands and ranges are our choices with sources where there are some; published odds are of groups, hospital \
     nurses most of all, not of a person",
    "parts that are not recorded are left out and named, so an index made of few parts says less",
    "it is meant for relieving people; used to judge them it would soon measure what they write down",
    "weeks are not independent of each other, so steady rises are told somewhat too often",
    "surveys are shown as they were answered, by instrument, and hidden where few answered; cut-offs are marked unverified \
     in the rules until somebody has checked them",
];

/// What the schedule asks of people.
///
/// # Errors
/// `desk.empty`; `request.wrong_value`; `workload.unknown_clinician`; `plan.no_calendar`, `plan.unknown_reference`.
pub fn workload(desk: &mut Desk, request: WorkloadRequest) -> Result<WorkloadReply> {
    if !(WEEKS.0..=WEEKS.1).contains(&request.weeks) {
        return Err(Error::new("request.wrong_value", "expected 4 to 104").at("weeks"));
    }
    let (clinic, problem) = (desk.clinic()?, desk.problem()?);
    let ids: BTreeSet<&str> = clinic.clinicians.iter().map(|row| row.id.as_str()).into_set();
    let unknown = |id: &String| id != "*" && !ids.contains(id.as_str());
    if let Some(at) = request.clinicians.iter().position(unknown) {
        let message = "the open clinic has no clinician of that id: name an existing one, or `*` for all";
        return Err(Error::new("workload.unknown_clinician", message).at(format!("clinicians[{at}]")));
    }
    let plan = match &request.plan {
        Some(document) => document.to_plan(&problem)?,
        None => Plan::published(&problem),
    };
    let settings = &clinic.settings;
    let week = settings
        .as_of
        .date()
        .plus_days(-settings.days_into_week(settings.as_of.date()));
    let (from, to) = (week.plus_days(-7 * RECENT_WEEKS).at_minute(0), week.at_minute(0));
    let mut recent = View::history(clinic, from, to, IndicatorOptions::default());
    let (team_weeks, mut weeks) = strain_by_week(&mut recent, request.weeks);
    let ahead = View::plan(clinic, &problem, &plan, IndicatorOptions::default());
    let rules = Rules::of(clinic);
    let of_recent = strain_of_people(&recent);
    let of_ahead = strain_of_people(&ahead);
    let people: Vec<ClinicianWorkload> = clinic
        .clinicians
        .iter()
        .map(|row| {
            let weeks = weeks.remove(&row.id).unwrap_or_default();
            let found = (of_recent.get(row.id.as_str()), of_ahead.get(row.id.as_str()));
            person(row, found, weeks)
        })
        .collect();
    let bands = |people: &BTreeMap<&str, PersonStrain>| BandCounts::of(people.values().filter_map(|found| found.band));
    let trends = people.iter().filter(|row| row.trend.is_some()).count();
    let shown = |id: &str| request.clinicians.iter().any(|asked| asked == "*" || asked == id);
    Ok(WorkloadReply {
        synthetic: settings.synthetic,
        recent_from: from,
        recent_to: to,
        ahead_from: settings.horizon_start,
        ahead_days: settings.horizon_days,
        raised_from: rules.value("strain.raised_index").unwrap_or(0.0),
        high_from: rules.value("strain.high_index").unwrap_or(0.0),
        team: TeamWorkload {
            recent: strain_of_team(&recent, &[]),
            ahead: strain_of_team(&ahead, &[]),
            recent_bands: bands(&of_recent),
            ahead_bands: bands(&of_ahead),
            trend: trend(&team_weeks),
            weeks: team_weeks,
            warned: people.iter().filter(|row| !row.warnings.is_empty()).count() as u32,
        },
        disciplines: disciplines(clinic, &recent, &ahead),
        false_alarms: RISING_P * trends as f64,
        clinicians: people.into_iter().filter(|row| shown(&row.clinician)).collect(),
        surveys: surveys(clinic, &rules, week.plus_days(-7 * request.weeks as i32)),
        limits: LIMITS.to_vec(),
    })
}

impl BandCounts {
    fn of(bands: impl Iterator<Item = StrainBand>) -> Self {
        let mut counts = Self::default();
        for band in bands {
            match band {
                StrainBand::Usual => counts.usual += 1,
                StrainBand::Raised => counts.raised += 1,
                StrainBand::High => counts.high += 1,
            }
        }
        counts
    }
}

fn person(
    row: &Clinician,
    (recent, ahead): (Option<&PersonStrain>, Option<&PersonStrain>),
    weeks: Vec<StrainWeek>,
) -> ClinicianWorkload {
    let trend = trend(&weeks);
    let mut warnings = Vec::new();
    let risen = |trend: StrainTrend| trend.points_per_week * f64::from(trend.weeks - 1);
    if trend.is_some_and(|trend| trend.p_rising <= RISING_P && risen(trend) >= RISING_POINTS) {
        warnings.push(StrainWarning::Rising);
    }
    let last = weeks.iter().rev().take(HIGH_WEEKS);
    if last.filter(|week| week.band == Some(StrainBand::High)).count() == HIGH_WEEKS {
        warnings.push(StrainWarning::HighWeeks);
    }
    let band = |found: Option<&PersonStrain>| found.and_then(|found| found.band);
    if band(recent).is_some() && band(ahead) > band(recent) {
        warnings.push(StrainWarning::MoreAhead);
    }
    ClinicianWorkload {
        clinician: row.id.clone(),
        discipline: row.discipline.clone(),
        recent: recent.cloned(),
        ahead: ahead.cloned(),
        weeks,
        trend,
        warnings,
    }
}

fn trend(weeks: &[StrainWeek]) -> Option<StrainTrend> {
    let first = weeks.first()?.week;
    let known = weeks
        .iter()
        .filter_map(|week| Some((week.week.days_since(first) / 7, week.index?)));
    let points: Vec<(i32, f64)> = known.collect();
    let found = stats::monotone_trend(&points)?;
    Some(StrainTrend {
        points_per_week: found.slope,
        p_rising: found.p_rising,
        weeks: points.len() as u32,
    })
}

fn disciplines(clinic: &Clinic, recent: &View, ahead: &View) -> Vec<DisciplineWorkload> {
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in &clinic.clinicians {
        groups.entry(&row.discipline).or_default().push(&row.id);
    }
    groups.retain(|_, ids| ids.len() >= SMALLEST_GROUP);
    let rows = groups.into_iter().map(|(discipline, ids)| DisciplineWorkload {
        discipline: discipline.into(),
        clinicians: ids.len() as u32,
        recent: strain_of_team(recent, &ids),
        ahead: strain_of_team(ahead, &ids),
    });
    rows.collect()
}

/// Answers of the staff by instrument and month.
fn surveys(clinic: &Clinic, rules: &Rules, from: Date) -> Vec<SurveyMonth> {
    let hidden_below = rules.whole("survey.hidden_below").max(1) as usize;
    let today = clinic.settings.as_of.date();
    let mut answers: BTreeMap<(&str, Date), Vec<f64>> = BTreeMap::new();
    let counts =
        |row: &&Survey| row.respondent == "staff" && (from..=today).contains(&row.date) && row.score.is_finite();
    for row in clinic.surveys.iter().filter(counts) {
        let month = row.date.plus_days(1 - i32::from(row.date.0.day()));
        answers.entry((&row.instrument, month)).or_default().push(row.score);
    }
    let rows = answers.into_iter().map(|((instrument, month), scores)| {
        let cut_off = rules.value(&format!("survey.{instrument}_burnout_from"));
        let shown = scores.len() >= hidden_below;
        let above = |cut: f64| scores.iter().filter(|&&score| score >= cut).count() as f64 / scores.len() as f64;
        SurveyMonth {
            instrument: instrument.into(),
            month,
            answers: shown.then_some(scores.len() as u32),
            mean: stats::mean(&scores).filter(|_| shown),
            cut_off,
            at_or_above: cut_off.map(above).filter(|_| shown),
        }
    });
    rows.collect()
}
