//! How good the model is on the last part of the history, which it has not seen, and whether it is used at all.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::bands::{AttendanceFactor, FACTORS};
use super::history::Visit;
use super::predict::{AttendanceOutcome, AttendanceSource, Baseline, Model, Predictor, Recalibration, rows_of};
use crate::model::Clinic;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::Patient;
use crate::stats::{self, Z95};

/// Share of the history, its latest part, that is kept for the evaluation. Our choice.
const TEST_SHARE: f64 = 0.25;
/// Recent days on which a model is recalibrated. Our choice: four weeks, as drift is what spoils calibration most.
const RECENT_DAYS: i32 = 28;
/// What a history must hold for a model to be fitted: days, outcomes and events to learn from; outcomes and events to be
/// judged by. Our choice; 40 events for some ten factors that are shrunken.
const LEAST_DAYS: i32 = 56;
const LEAST_TRAIN: (usize, usize) = (300, 40);
const LEAST_TEST: (usize, usize) = (100, 10);
/// Events of a group below which its discrimination is not told. Our choice, as in the insight on fairness reports.
const LEAST_EVENTS: usize = 20;

/// A tenth of the held-out visits, by size of the predicted chance.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CalibrationRow {
    /// Visits.
    pub n: u32,
    /// Mean predicted chance.
    pub predicted: f64,
    /// Share that came true.
    pub observed: f64,
    /// Wilson 95 % interval of that share.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// How good predictions were.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AttendanceQuality {
    /// Chance that of a visit to which it happened and one to which it did not the first had the larger chance.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub auc: Option<f64>,
    /// Mean squared distance of chance and outcome.
    pub brier: f64,
    /// Mean negative log of the chance given to what came.
    pub log_loss: f64,
    /// Mean distance of predicted and observed over tenths of the visits.
    pub calibration_error: f64,
    /// Those tenths, for a plot.
    pub calibration: Vec<CalibrationRow>,
}

/// Model and baseline on visits that neither has seen.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AttendanceEvaluation {
    /// Held-out visits: the latest quarter.
    pub n: u32,
    /// Of these, to so many it happened.
    pub events: u32,
    /// The model.
    pub model: AttendanceQuality,
    /// The clinic's rate by service.
    pub baseline: AttendanceQuality,
    /// Log loss of the model less that of the baseline: below 0 the model is better.
    pub gain: f64,
    /// 95 % interval of the gain; the visits of one patient count as one cluster.
    pub gain_low: f64,
    /// Upper end.
    pub gain_high: f64,
}

/// What a band adds to the log odds.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BandEffect {
    /// Id of the factor.
    pub factor: &'static str,
    /// Band.
    pub band: String,
    /// Log odds added, compared with the mean visit.
    pub log_odds: f64,
    /// Visits that it rests on.
    pub n: u32,
}

/// One outcome: what predicts it, how well, and what matters.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OutcomeReport {
    /// Which outcome.
    pub outcome: AttendanceOutcome,
    /// Visits of the history of which it was asked.
    pub n: u32,
    /// To so many it happened.
    pub events: u32,
    /// What predicts it from now on.
    pub source: AttendanceSource,
    /// Why, in a sentence.
    pub statement: String,
    /// Model against baseline on the latest quarter; absent if the history is too short for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub evaluation: Option<AttendanceEvaluation>,
    /// How the model in use was recalibrated on the last four weeks.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub recalibration: Option<Recalibration>,
    /// What each band adds, of the model in use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<BandEffect>,
}

/// No-shows of a group of patients among the held-out visits.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GroupCell {
    /// Name of the group; empty if it is not stated.
    pub group: String,
    /// True if the group is hidden: fewer than 10 people, or needed to hide such a group.
    pub hidden: bool,
    /// What is told of it otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub figures: Option<GroupFigures>,
}

/// Figures of a group that is not hidden.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GroupFigures {
    /// Patients.
    pub people: u32,
    /// Their held-out visits.
    pub n: u32,
    /// No-shows.
    pub observed: u32,
    /// No-shows expected by what predicts them.
    pub expected: f64,
    /// Observed over expected: above 1 the group misses more than is predicted.
    pub ratio: f64,
    /// 95 % interval of the ratio (Byar's approximation; Breslow and Day 1987, vol. II, 2.3).
    pub ratio_low: f64,
    /// Upper end.
    pub ratio_high: f64,
    /// Share of the visits that are among the tenth with the largest chance of all: who would be offered help first.
    pub flagged: f64,
    /// Discrimination within the group, from 20 no-shows on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub auc: Option<f64>,
}

/// No-shows by groups of patients.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GroupReport {
    /// `language`, `equity_group`, `site` or `level_of_care`, as they are now.
    pub by: &'static str,
    /// The groups, by name.
    pub cells: Vec<GroupCell>,
    /// What stands out, in a sentence.
    pub statement: String,
}

/// A held-out visit with what the two said.
struct Judged {
    patient: usize,
    model: f64,
    baseline: f64,
    happened: bool,
}

/// What is found out about one outcome: the report, what predicts it from now on, and the held-out visits.
pub(super) struct Findings {
    pub(super) report: OutcomeReport,
    pub(super) predictor: Predictor,
    judged: Vec<Judged>,
}

/// Studies one outcome on visits in order of time, up to `now`.
pub(super) fn study(
    visits: &[Visit],
    outcome: AttendanceOutcome,
    factors: &[AttendanceFactor],
    services: usize,
    now: i32,
) -> Findings {
    let rows = rows_of(visits, outcome);
    let mut sizes = [0; FACTORS];
    for (size, factor) in sizes.iter_mut().zip(factors) {
        *size = factor.bands.len();
    }
    let events = |rows: &[(&Visit, bool)]| rows.iter().filter(|row| row.1).count();
    let mut report = OutcomeReport {
        outcome,
        n: rows.len() as u32,
        events: events(&rows) as u32,
        source: AttendanceSource::Nothing,
        statement: String::new(),
        evaluation: None,
        recalibration: None,
        effects: Vec::new(),
    };
    let Some(baseline) = Baseline::new(&rows, services) else {
        report.statement = "there is no history of it: nothing is predicted".into();
        return Findings {
            report,
            predictor: Predictor::Nothing,
            judged: Vec::new(),
        };
    };
    report.source = AttendanceSource::Baseline;
    let judged = held_out(&rows, &sizes, services);
    let model = match &judged {
        Err(reason) => {
            report.statement =
                format!("too little history for a model ({reason}): the clinic's rate by service is used");
            None
        }
        Ok(judged) => {
            let evaluation = evaluate(judged);
            report.statement = statement(&evaluation);
            let is_better = evaluation.gain_high < 0.0;
            report.evaluation = Some(evaluation);
            let cut = rows.partition_point(|row| row.0.start < now.saturating_sub(RECENT_DAYS * DAY_MIN));
            is_better
                .then(|| Model::new(&rows[..cut], &rows[cut..], &sizes))
                .flatten()
        }
    };
    let predictor = match model {
        None => Predictor::Baseline(baseline),
        Some(model) => {
            report.source = AttendanceSource::Model;
            report.recalibration = Some(model.recalibration);
            report.effects = effects(&model, factors);
            Predictor::Model(Box::new(model))
        }
    };
    Findings {
        report,
        predictor,
        judged: judged.unwrap_or_default(),
    }
}

/// Learns from the first three quarters of the history, the last weeks of them for recalibration, and asks about the last
/// quarter; or says why that cannot be done.
fn held_out(rows: &[(&Visit, bool)], sizes: &[usize; FACTORS], services: usize) -> Result<Vec<Judged>, String> {
    let cut = ((1.0 - TEST_SHARE) * rows.len() as f64) as usize;
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return Err("no visits".into());
    };
    // A day is not cut in two, so that the model knows no outcome of the day on which it is asked.
    let midnight = rows
        .get(cut)
        .map_or(last.0.start, |row| row.0.start)
        .div_euclid(DAY_MIN)
        * DAY_MIN;
    let cut = rows.partition_point(|row| row.0.start < midnight);
    let (learn, test) = rows.split_at(cut);
    let days = last.0.start.saturating_sub(first.0.start) / DAY_MIN;
    if days < LEAST_DAYS {
        return Err(format!("{days} days, {LEAST_DAYS} are needed"));
    }
    for (part, name, least) in [(learn, "learn from", LEAST_TRAIN), (test, "be judged by", LEAST_TEST)] {
        let events = part.iter().filter(|row| row.1).count();
        if part.len() < least.0 || events < least.1 || part.len() - events < least.1 {
            return Err(format!(
                "{} visits with {events} such outcomes to {name}, {} with {} are needed",
                part.len(),
                least.0,
                least.1
            ));
        }
    }
    let recent = learn.partition_point(|row| row.0.start < midnight.saturating_sub(RECENT_DAYS * DAY_MIN));
    let baseline = Baseline::new(learn, services).ok_or("no visits")?;
    let model = Model::new(&learn[..recent], &learn[recent..], sizes).ok_or("the fit has no solution")?;
    let judge = |&(visit, happened): &(&Visit, bool)| Judged {
        patient: visit.patient,
        model: model.probability(&visit.bands),
        baseline: baseline.rate(visit.service),
        happened,
    };
    Ok(test.iter().map(judge).collect())
}

fn evaluate(judged: &[Judged]) -> AttendanceEvaluation {
    let pairs =
        |said: fn(&Judged) -> f64| -> Vec<(f64, bool)> { judged.iter().map(|row| (said(row), row.happened)).collect() };
    let (gain, error) = gain(judged);
    AttendanceEvaluation {
        n: judged.len() as u32,
        events: judged.iter().filter(|row| row.happened).count() as u32,
        model: quality(&pairs(|row| row.model)),
        baseline: quality(&pairs(|row| row.baseline)),
        gain,
        gain_low: gain - Z95 * error,
        gain_high: gain + Z95 * error,
    }
}

/// Mean difference of the log losses and its standard error with patients as clusters (Liang and Zeger 1986, Biometrika
/// 73:13, doi:10.1093/biomet/73.1.13).
fn gain(judged: &[Judged]) -> (f64, f64) {
    let difference =
        |row: &Judged| stats::log_loss((row.model, row.happened)) - stats::log_loss((row.baseline, row.happened));
    let n = judged.len() as f64;
    let mean = judged.iter().map(difference).sum::<f64>() / n;
    let most = judged.iter().map(|row| row.patient).max().unwrap_or(0);
    let mut by_patient = vec![None; most + 1];
    for row in judged {
        let sum: &mut f64 = by_patient[row.patient].get_or_insert(0.0);
        *sum += difference(row) - mean;
    }
    let sums = || by_patient.iter().flatten();
    let clusters = sums().count() as f64;
    let squares: f64 = sums().map(|sum| sum * sum).sum();
    (mean, libm::sqrt(squares * clusters / (clusters - 1.0).max(1.0)) / n)
}

fn quality(predictions: &[(f64, bool)]) -> AttendanceQuality {
    let found = stats::calibration(predictions);
    let bins = found.iter().flat_map(|found| &found.bins);
    let row = |bin: &stats::ReliabilityBin| {
        let hits = libm::round(bin.observed * bin.n as f64) as u64;
        let (low, high) = stats::wilson(hits, bin.n as u64).unwrap_or((0.0, 1.0));
        CalibrationRow {
            n: bin.n as u32,
            predicted: bin.predicted,
            observed: bin.observed,
            low,
            high,
        }
    };
    let losses: Vec<f64> = predictions.iter().map(|&row| stats::log_loss(row)).collect();
    AttendanceQuality {
        auc: stats::auc(predictions),
        brier: stats::brier(predictions).unwrap_or(0.0),
        log_loss: stats::mean(&losses).unwrap_or(0.0),
        calibration_error: found.as_ref().map_or(0.0, |found| found.expected_error),
        calibration: bins.map(row).collect(),
    }
}

fn statement(found: &AttendanceEvaluation) -> String {
    let said = match (found.gain_high < 0.0, found.gain_low > 0.0) {
        (true, _) => "the model is better than the clinic's rate by service and is used",
        (_, true) => "the model is worse than the clinic's rate by service, which is used instead",
        _ => "the model is not clearly better than the clinic's rate by service, which is used instead",
    };
    let auc = |quality: &AttendanceQuality| quality.auc.unwrap_or(0.5);
    format!(
        "on the latest {} visits, which it had not seen, {said}: of two visits it tells the right one apart {:.0} times in \
         100, the rate {:.0} times; predicted and observed differ by {:.1} points on average",
        found.n,
        100.0 * auc(&found.model),
        100.0 * auc(&found.baseline),
        100.0 * found.model.calibration_error
    )
}

/// What each band adds that has visits.
fn effects(model: &Model, factors: &[AttendanceFactor]) -> Vec<BandEffect> {
    let all = factors.iter().enumerate().flat_map(|(at, factor)| {
        let bands = factor.bands.iter().enumerate();
        bands.map(move |(band, name)| BandEffect {
            factor: factor.id,
            band: name.clone(),
            log_odds: model.effect(at, band as u16),
            n: model.fit.rows_of(at, band),
        })
    });
    all.filter(|effect| effect.n > 0).collect()
}

/// Tells the group of a patient.
type GroupOf = fn(&Patient) -> String;

/// What patients are grouped by. None of it is among the factors. The phase is not: what it is now follows from who came.
const GROUPINGS: [(&str, GroupOf); 4] = [
    ("language", |patient| {
        patient.languages.first().cloned().unwrap_or_else(|| "en".into())
    }),
    ("equity_group", |patient| {
        patient.equity_group.clone().unwrap_or_default()
    }),
    ("site", |patient| patient.site.clone()),
    ("level_of_care", |patient| {
        patient.level_of_care.clone().unwrap_or_default()
    }),
];

/// The held-out visits and the people of a group.
#[derive(Default)]
struct Members {
    rows: Vec<(f64, bool)>,
    people: BTreeSet<usize>,
}

/// No-shows of the held-out visits by groups of patients; none if nothing was held out.
pub(super) fn groups(clinic: &Clinic, findings: &Findings) -> Vec<GroupReport> {
    if findings.judged.is_empty() {
        return Vec::new();
    }
    let said = |row: &Judged| match findings.predictor {
        Predictor::Model(_) => row.model,
        _ => row.baseline,
    };
    let all: Vec<f64> = findings.judged.iter().map(said).collect();
    let flag = stats::quantile(&all, 0.9).unwrap_or(1.0);
    let report = |(by, of): (&'static str, GroupOf)| {
        let mut by_group: BTreeMap<String, Members> = BTreeMap::new();
        for row in &findings.judged {
            let Some(patient) = clinic.patients.get(row.patient) else {
                continue;
            };
            let group = by_group.entry(of(patient)).or_default();
            group.rows.push((said(row), row.happened));
            group.people.insert(row.patient);
        }
        let people: Vec<usize> = by_group.values().map(|group| group.people.len()).collect();
        let cells = by_group.into_iter().zip(stats::hidden(&people));
        let cells: Vec<GroupCell> = cells
            .map(|((group, members), hidden)| GroupCell {
                group,
                hidden,
                figures: (!hidden).then(|| figures(&members.rows, members.people.len(), flag)),
            })
            .collect();
        GroupReport {
            by,
            statement: standing_out(&cells),
            cells,
        }
    };
    GROUPINGS.into_iter().map(report).collect()
}

fn figures(rows: &[(f64, bool)], people: usize, flag: f64) -> GroupFigures {
    let observed = rows.iter().filter(|row| row.1).count();
    let expected: f64 = rows.iter().map(|row| row.0).sum();
    let byar = |count: f64, sign: f64| {
        if count <= 0.0 {
            return 0.0;
        }
        let root = 1.0 - 1.0 / (9.0 * count) + sign * Z95 / (3.0 * libm::sqrt(count));
        count * root * root * root
    };
    GroupFigures {
        people: people as u32,
        n: rows.len() as u32,
        observed: observed as u32,
        expected,
        ratio: observed as f64 / expected,
        ratio_low: byar(observed as f64, -1.0) / expected,
        ratio_high: byar(observed as f64 + 1.0, 1.0) / expected,
        flagged: rows.iter().filter(|row| row.0 >= flag).count() as f64 / rows.len() as f64,
        auc: (observed >= LEAST_EVENTS).then(|| stats::auc(rows)).flatten(),
    }
}

/// The groups whose ratio is clear of 1.
fn standing_out(cells: &[GroupCell]) -> String {
    let clear = cells.iter().filter_map(|cell| {
        let figures = cell.figures.as_ref()?;
        let side = match (figures.ratio_low > 1.0, figures.ratio_high < 1.0) {
            (true, _) => "more",
            (_, true) => "fewer",
            _ => return None,
        };
        Some(format!("`{}` {side} ({:.2} times)", cell.group, figures.ratio))
    });
    let clear: Vec<String> = clear.collect();
    if clear.is_empty() {
        return "no group that is shown has clearly more or fewer no-shows than predicted".into();
    }
    format!("no-shows other than predicted: {}", clear.join(", "))
}
