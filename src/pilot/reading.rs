//! After a look: what the pilot says about each measure, by the analysis that was written down and by others beside it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::clusters::{Change, difference_in_differences, wild_bootstrap, wild_interval};
use super::compare::{
    Effect, benjamini_hochberg, cuped, hedges_g, hodges_lehmann, holm, paired, permutation, proportions_differ,
    rate_ratio, welch,
};
use super::design::{Arm, PilotBetter, PilotComparison, PilotDesign, PilotKind, PilotMeasure, figure};
use super::records::PilotRecords;
use super::sequential::{always_valid, bounds};
use crate::model::calendar::Date;
use crate::order::IntoOrdered;
use crate::stats::{self, Z95};

/// What was counted of one unit; rows of the same unit and time are added up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PilotRow {
    /// Measure id.
    pub measure: String,
    /// Unit id.
    pub unit: String,
    /// Its arm.
    pub arm: Arm,
    /// Units of one cluster are not independent (clinicians of a site); the unit itself if empty.
    #[serde(default)]
    pub cluster: String,
    /// True for the time before the pilot.
    #[serde(default)]
    pub before: bool,
    /// Sum of amounts, number of hits, or number of events.
    pub sum: f64,
    /// Number of observations, or exposure.
    pub count: f64,
}

/// Request of `pilot_reading`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PilotReadingRequest {
    /// The design as it was written down.
    pub design: PilotDesign,
    /// The hash that was written down before the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub hash: Option<String>,
    /// Weeks that have passed; the end if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub week: Option<u32>,
    /// What was counted.
    #[serde(default)]
    pub rows: Vec<PilotRow>,
    /// Adds rows from the records of the open clinic, for measures with the ids K9, K10 or K11 and units that are ids of
    /// clinicians.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub records: Option<PilotRecords>,
}

/// Whether the design is the one that was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Registration {
    /// The hash is that of the design.
    Matches,
    /// The design is another than the one that was hashed.
    Changed,
    /// No hash was given.
    Unknown,
}

/// One arm in the pilot's weeks.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ArmReading {
    /// Which arm; before and after alone, `usual` is the time before.
    pub arm: Arm,
    /// Units.
    pub units: u32,
    /// Sum over all units.
    pub sum: f64,
    /// Observations or exposure of all units.
    pub count: f64,
    /// Sum over count.
    pub value: f64,
    /// 95 % interval: Wilson for a share, Student's t over units otherwise; absent with one unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub interval: Option<(f64, f64)>,
}

/// Ways to judge a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Means of units, Welch.
    Welch,
    /// The same after taking out what the time before tells.
    Cuped,
    /// Changes of units, errors from clusters (CR1), Student's t.
    DifferenceInDifferences,
    /// The same, judged by all turned signs of clusters; its interval is what that does not reject.
    WildBootstrap,
    /// Changes of units of one arm, Student's t.
    Paired,
    /// Units rearranged in every way.
    Permutation,
    /// Proportions of single observations, Newcombe; true only if those are independent.
    Newcombe,
    /// Ratio of rates, exact; true only if events are independent.
    RateRatio,
}

/// One way to judge a difference: new less usual, or their ratio.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Analysis {
    /// Which way.
    pub method: Method,
    /// True for the one that the design names.
    pub planned: bool,
    /// Difference, or ratio for `rate_ratio`; Hodges and Lehmann's shift for `permutation`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub estimate: Option<f64>,
    /// Interval at the design's level; absent where the way gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub interval: Option<(f64, f64)>,
    /// Two-sided p-value.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub p: Option<f64>,
    /// Standard error.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub error: Option<f64>,
    /// Degrees of freedom.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub df: Option<f64>,
}

/// Where the planned analysis stands at this look.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LookReading {
    /// Estimate over its error, with Student's t brought to the normal scale.
    pub z: f64,
    /// The bound of this look.
    pub bound: f64,
    /// True if the bound is exceeded.
    pub crossed: bool,
    /// Interval that holds over all planned looks (Jennison and Turnbull 1989); absent if the data are too few for any at
    /// this bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub interval: Option<(f64, f64)>,
}

/// What holds however often one looks.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AnytimeReading {
    /// Interval of the confidence sequence.
    pub interval: (f64, f64),
    /// p-value that may be looked at any time.
    pub p: f64,
}

/// What a measure's reading amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Better, beyond the bound.
    Better,
    /// Worse, beyond the bound.
    Worse,
    /// Neither can be told.
    Unclear,
    /// The data do not allow the planned analysis.
    NotReadable,
}

/// One measure.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MeasureReading {
    /// Measure id.
    pub id: String,
    /// Primary or not.
    pub primary: bool,
    /// The arms.
    pub arms: Vec<ArmReading>,
    /// The analyses that the data allow; the planned one first.
    pub analyses: Vec<Analysis>,
    /// The difference in standard deviations of units (Hedges' g).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub hedges_g: Option<f64>,
    /// The planned analysis against the bound of this look.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub look: Option<LookReading>,
    /// The planned analysis for those who look at any time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub anytime: Option<AnytimeReading>,
    /// p-value of the planned analysis, adjusted for all measures that are not primary (Holm); for decisions.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub p_holm: Option<f64>,
    /// The same by Benjamini and Hochberg; for a list of what to look at next.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub p_benjamini_hochberg: Option<f64>,
    /// For a measure that must not get worse: true if worse by the margin is excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub not_worse: Option<bool>,
    /// What it amounts to.
    pub verdict: Verdict,
    /// The same in a sentence.
    pub statement: String,
    /// What the data do not exclude, in a sentence.
    pub cannot_exclude: String,
}

/// Reply of `pilot_reading`.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PilotReadingReply {
    /// Whether the design is the one that was written down.
    pub registration: Registration,
    /// Weeks that have passed.
    pub week: u32,
    /// Day of the look.
    pub date: Date,
    /// True if this is one of the planned looks.
    pub planned_look: bool,
    /// How strong the evidence can be at best, by how the arms came about.
    pub evidence: String,
    /// The measures, in the order of the design.
    pub measures: Vec<MeasureReading>,
    /// p-value of the number of units in each arm against even arms; small if units went missing on one side.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub arm_ratio_p: Option<f64>,
    /// What could mislead.
    pub warnings: Vec<String>,
}

/// Sum and count before and during, of a unit.
#[derive(Debug, Clone, Default)]
struct Unit {
    arm: Option<Arm>,
    cluster: String,
    before: (f64, f64),
    during: (f64, f64),
}

impl Unit {
    fn value((sum, count): (f64, f64)) -> Option<f64> {
        (count > 0.0).then(|| sum / count)
    }
}

/// The units of one measure.
struct Data<'a> {
    measure: &'a PilotMeasure,
    units: Vec<Unit>,
}

/// Everything that is wrong with the rows of a request whose design has no faults: field and message.
pub fn faults(request: &PilotReadingRequest) -> Vec<(String, &'static str)> {
    let mut faults = Vec::new();
    if request
        .week
        .is_some_and(|week| week == 0 || week > request.design.weeks)
    {
        faults.push(("week".to_owned(), "expected a week of the pilot"));
    }
    if request.records.is_some_and(|records| records.before_weeks > 104) {
        faults.push(("records.before_weeks".to_owned(), "expected 0 to 104"));
    }
    if request.rows.len() > 100_000 {
        faults.push(("rows".to_owned(), "expected up to 100000 rows"));
    }
    let mut arms: BTreeMap<&str, Arm> = BTreeMap::new();
    for (at, row) in request.rows.iter().enumerate() {
        let mut fault = |field: &str, message| faults.push((format!("rows[{at}].{field}"), message));
        let measure = request.design.measures.iter().find(|measure| measure.id == row.measure);
        let whole = |x: f64| libm::floor(x) == x && x < 1e7;
        match measure.map(|measure| measure.kind) {
            None => fault("measure", "expected a measure of the design"),
            Some(PilotKind::Share)
                if !(row.sum >= 0.0 && row.sum <= row.count && whole(row.sum) && whole(row.count)) =>
            {
                fault(
                    "sum",
                    "expected a whole number of hits among a whole number of observations",
                );
            }
            Some(PilotKind::Rate) if !(row.sum >= 0.0 && whole(row.sum)) => {
                fault("sum", "expected a whole number of events");
            }
            Some(_) => {}
        }
        // Beyond that squares lose their last digits.
        if !(row.sum.abs() <= 1e12 && (0.0..=1e12).contains(&row.count)) {
            fault(
                "count",
                "expected a sum, and a count of 0 or more, of 12 digits at most",
            );
        }
        if *arms.entry(&row.unit).or_insert(row.arm) != row.arm {
            fault("arm", "expected one arm for each unit");
        }
        if faults.len() > 100 {
            break;
        }
    }
    faults
}

/// Reads a pilot: the reply of `pilot_reading` to a request without faults.
pub fn read(request: &PilotReadingRequest) -> PilotReadingReply {
    let design = &request.design;
    let week = request.week.unwrap_or(design.weeks);
    let bound = bound_at(design, week);
    let mut measures: Vec<MeasureReading> = design
        .measures
        .iter()
        .map(|measure| {
            let data = gather(design, measure, &request.rows);
            reading(design, &data, week, bound)
        })
        .collect();
    adjust(&mut measures);
    let arm_ratio_p = arm_ratio(design, &request.rows);
    let registration = match &request.hash {
        None => Registration::Unknown,
        Some(hash) if hash.eq_ignore_ascii_case(&design.hash()) => Registration::Matches,
        Some(_) => Registration::Changed,
    };
    let evidence = match design.comparison {
        PilotComparison::Randomized => "arms drawn at random: differences beyond chance come from the new way",
        PilotComparison::DifferenceInDifferences => {
            "arms not drawn: the difference is that of the new way only if both arms would have changed alike"
        }
        PilotComparison::BeforeAfter => "weak evidence: whatever else changed since then is in the difference as well",
    };
    let planned_look = design.look_weeks().contains(&week);
    PilotReadingReply {
        registration,
        week,
        date: design.start.plus_days(7 * week as i32),
        planned_look,
        evidence: evidence.into(),
        warnings: warnings(request, registration, planned_look, arm_ratio_p),
        measures,
        arm_ratio_p,
    }
}

/// The bound of a look, on the z scale. For a look that was not planned, only those planned before and this one count,
/// and what is spent follows from the share of the weeks, as spending functions allow.
fn bound_at(design: &PilotDesign, week: u32) -> f64 {
    let before = design.look_weeks().into_iter().filter(|&look| look < week);
    let share = |week: u32| f64::from(week) / f64::from(design.weeks);
    let shares: Vec<f64> = before.chain([week]).map(share).collect();
    bounds(&shares, design.alpha, design.spending)
        .last()
        .copied()
        .unwrap_or(Z95)
}

/// Adds up the rows of a measure by unit. Where arms were drawn for whole clusters, the cluster is the unit.
fn gather<'a>(design: &PilotDesign, measure: &'a PilotMeasure, rows: &'a [PilotRow]) -> Data<'a> {
    let own = || rows.iter().filter(|row| row.measure == measure.id);
    let cluster_of = |row: &'a PilotRow| {
        if row.cluster.is_empty() {
            row.unit.as_str()
        } else {
            row.cluster.as_str()
        }
    };
    let mut arms: BTreeMap<&str, Arm> = BTreeMap::new();
    let nested = own().all(|row| *arms.entry(cluster_of(row)).or_insert(row.arm) == row.arm);
    let whole = nested && design.comparison == PilotComparison::Randomized;
    let mut units: BTreeMap<&str, Unit> = BTreeMap::new();
    for row in own() {
        let unit = units
            .entry(if whole { cluster_of(row) } else { &row.unit })
            .or_default();
        unit.arm = Some(row.arm);
        unit.cluster = cluster_of(row).to_owned();
        let side = if row.before { &mut unit.before } else { &mut unit.during };
        *side = (side.0 + row.sum, side.1 + row.count);
    }
    Data {
        measure,
        units: units.into_values().collect(),
    }
}

impl Data<'_> {
    /// Values of the units of an arm.
    fn values(&self, arm: Arm, of: impl Fn(&Unit) -> Option<f64>) -> Vec<f64> {
        let own = self.units.iter().filter(|unit| unit.arm == Some(arm));
        own.filter_map(of).collect()
    }

    fn during(&self, arm: Arm) -> Vec<f64> {
        self.values(arm, |unit| Unit::value(unit.during))
    }

    /// Units with a value both before and during.
    fn pairs(&self) -> Vec<(&Unit, f64, f64)> {
        self.units
            .iter()
            .filter_map(|unit| Some((unit, Unit::value(unit.before)?, Unit::value(unit.during)?)))
            .collect()
    }

    fn total(&self, arm: Arm, of: impl Fn(&Unit) -> (f64, f64)) -> (f64, f64) {
        let own = self.units.iter().filter(|unit| unit.arm == Some(arm));
        own.fold((0.0, 0.0), |total, unit| {
            let (sum, count) = of(unit);
            (total.0 + sum, total.1 + count)
        })
    }

    /// The sums that are compared: of the arms, or of the same units before and during.
    fn sides(&self, comparison: PilotComparison) -> ((f64, f64), (f64, f64)) {
        let new = self.total(Arm::New, |unit| unit.during);
        match comparison {
            PilotComparison::BeforeAfter => (new, self.total(Arm::New, |unit| unit.before)),
            _ => (new, self.total(Arm::Usual, |unit| unit.during)),
        }
    }
}

fn reading(design: &PilotDesign, data: &Data, week: u32, bound: f64) -> MeasureReading {
    let analyses = analyses(design, data);
    let planned = analyses.first().filter(|analysis| analysis.planned);
    let measure = data.measure;
    let look = planned.and_then(|analysis| at_look(analysis, data, bound));
    let anytime = planned.and_then(|analysis| {
        let found = always_valid(
            analysis.estimate?,
            analysis.error?,
            design.planned_error(measure),
            design.alpha,
        )?;
        Some(AnytimeReading {
            interval: (found.low, found.high),
            p: found.p,
        })
    });
    // The measure that decides is judged by the bound of the look, the others by their own interval.
    let interval = match (&look, measure.primary) {
        (Some(look), true) => look.interval,
        _ => planned.and_then(|analysis| analysis.interval),
    };
    let verdict = match planned {
        None => Verdict::NotReadable,
        Some(_) => verdict(measure, interval),
    };
    let (new, usual) = (data.during(Arm::New), data.during(Arm::Usual));
    MeasureReading {
        id: measure.id.clone(),
        primary: measure.primary,
        arms: arms(design, data),
        hedges_g: hedges_g(&new, &usual).filter(|_| design.comparison != PilotComparison::BeforeAfter),
        not_worse: measure
            .margin
            .zip(interval)
            .map(|(margin, (low, high))| match measure.better {
                PilotBetter::Higher => low > -margin,
                PilotBetter::Lower => high < margin,
            }),
        statement: statement(measure, planned, interval, verdict, week, design),
        cannot_exclude: cannot_exclude(measure, interval),
        analyses,
        look,
        anytime,
        p_holm: None,
        p_benjamini_hochberg: None,
        verdict,
    }
}

/// The analyses that the data allow, the planned one first.
fn analyses(design: &PilotDesign, data: &Data) -> Vec<Analysis> {
    let confidence = 1.0 - design.alpha;
    let judged = |method, effect: Option<Effect>| {
        effect.map(|effect| Analysis {
            method,
            planned: false,
            estimate: Some(effect.estimate),
            interval: Some(effect.interval(confidence)),
            p: Some(effect.p),
            error: Some(effect.error),
            df: Some(effect.df),
        })
    };
    let plain = |method, estimate, interval, p| Analysis {
        method,
        planned: false,
        estimate,
        interval,
        p,
        error: None,
        df: None,
    };
    let (new, usual) = (data.during(Arm::New), data.during(Arm::Usual));
    let pairs = data.pairs();
    let mut found: Vec<Option<Analysis>> = Vec::new();
    if design.comparison == PilotComparison::BeforeAfter {
        let own = pairs.iter().filter(|pair| pair.0.arm == Some(Arm::New));
        let (before, after): (Vec<f64>, Vec<f64>) = own.map(|pair| (pair.1, pair.2)).unzip();
        found.push(judged(Method::Paired, paired(&after, &before)));
    } else {
        let changes = changes(&pairs);
        let did = judged(Method::DifferenceInDifferences, difference_in_differences(&changes));
        let wild = did.as_ref().zip(wild_bootstrap(&changes)).map(|(did, p)| Analysis {
            method: Method::WildBootstrap,
            interval: wild_interval(&changes, design.alpha),
            p: Some(p),
            ..did.clone()
        });
        let cuped = judged(Method::Cuped, adjusted(&pairs));
        let welch = judged(Method::Welch, welch(&new, &usual));
        let all_known = pairs.len() == new.len() + usual.len();
        match design.comparison {
            PilotComparison::Randomized if all_known => found.extend([cuped, welch, did, wild]),
            PilotComparison::Randomized => found.extend([welch, cuped, did, wild]),
            // With few clusters the t value finds too much.
            _ if wild.is_some() => found.extend([wild, did, welch]),
            _ => found.extend([did, welch]),
        }
        found.push(
            permutation(&new, &usual, design.seed)
                .map(|test| plain(Method::Permutation, hodges_lehmann(&new, &usual), None, Some(test.p))),
        );
    }
    let (new, usual) = data.sides(design.comparison);
    match data.measure.kind {
        PilotKind::Share => found.push(stats::newcombe(new, usual).map(|(difference, low, high)| {
            plain(
                Method::Newcombe,
                Some(difference),
                Some((low, high)),
                proportions_differ(new, usual),
            )
        })),
        PilotKind::Rate => {
            let ratio = rate_ratio((new.0 as u64, new.1), (usual.0 as u64, usual.1), confidence);
            found.push(ratio.filter(|found| found.high.is_finite()).map(|found| {
                plain(
                    Method::RateRatio,
                    Some(found.ratio),
                    Some((found.low, found.high)),
                    Some(found.p),
                )
            }));
        }
        PilotKind::Mean => {}
    }
    if let Some(Some(first)) = found.first_mut() {
        first.planned = true;
    }
    found.into_iter().flatten().collect()
}

fn changes(pairs: &[(&Unit, f64, f64)]) -> Vec<Change> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    pairs
        .iter()
        .map(|(unit, before, during)| {
            let next = places.len();
            Change {
                change: during - before,
                treated: unit.arm == Some(Arm::New),
                cluster: *places.entry(&unit.cluster).or_insert(next),
            }
        })
        .collect()
}

/// Welch's comparison of values from which the time before was taken out, with one degree of freedom less for the slope.
fn adjusted(pairs: &[(&Unit, f64, f64)]) -> Option<Effect> {
    let (before, during): (Vec<f64>, Vec<f64>) = pairs.iter().map(|pair| (pair.1, pair.2)).unzip();
    let values = cuped(&during, &before)?;
    let of = |arm| {
        let own = pairs.iter().zip(&values).filter(|(pair, _)| pair.0.arm == Some(arm));
        own.map(|(_, value)| *value).collect::<Vec<f64>>()
    };
    let found = welch(&of(Arm::New), &of(Arm::Usual))?;
    Effect::new(found.estimate, found.error, found.df - 1.0)
}

/// The planned analysis on the z scale: a t value becomes the z value with the same p, so that few units are not taken for
/// many; its repeated interval likewise.
fn at_look(analysis: &Analysis, data: &Data, bound: f64) -> Option<LookReading> {
    let (estimate, error, df) = (analysis.estimate?, analysis.error?, analysis.df?);
    let size = -stats::normal_quantile(0.5 * analysis.p?.max(1e-300));
    let alpha = 2.0 * stats::normal_cdf(-bound);
    let half = error * stats::t_critical(alpha, df);
    Some(LookReading {
        z: if estimate < 0.0 { -size } else { size },
        bound,
        crossed: size > bound,
        interval: match analysis.method {
            Method::WildBootstrap => wild_interval(&changes(&data.pairs()), alpha),
            _ => Some((estimate - half, estimate + half)),
        },
    })
}

fn verdict(measure: &PilotMeasure, interval: Option<(f64, f64)>) -> Verdict {
    match (interval, measure.better) {
        (Some((low, _)), PilotBetter::Higher) if low > 0.0 => Verdict::Better,
        (Some((_, high)), PilotBetter::Lower) if high < 0.0 => Verdict::Better,
        (Some((low, high)), _) if low > 0.0 || high < 0.0 => Verdict::Worse,
        _ => Verdict::Unclear,
    }
}

fn arms(design: &PilotDesign, data: &Data) -> Vec<ArmReading> {
    let is_before_after = design.comparison == PilotComparison::BeforeAfter;
    let (new, usual) = data.sides(design.comparison);
    [(Arm::Usual, usual), (Arm::New, new)]
        .into_iter()
        .filter(|(_, (_, count))| *count > 0.0)
        .map(|(arm, (sum, count))| {
            let values = match (arm, is_before_after) {
                (Arm::Usual, true) => data.values(Arm::New, |unit| Unit::value(unit.before)),
                _ => data.during(arm),
            };
            let over_units = || {
                let (mean, variance) = stats::mean_variance(&values)?;
                let n = values.len() as f64;
                let half = stats::t_critical(0.05, n - 1.0) * libm::sqrt(variance / n);
                Some((mean - half, mean + half))
            };
            ArmReading {
                arm,
                units: values.len() as u32,
                sum,
                count,
                value: sum / count,
                interval: match data.measure.kind {
                    PilotKind::Share => stats::wilson_at(sum, count, Z95),
                    _ => over_units(),
                },
            }
        })
        .collect()
}

/// Adjusts the p-values of the planned analyses of all measures that are not primary.
fn adjust(measures: &mut [MeasureReading]) {
    let planned = |measure: &MeasureReading| measure.analyses.first().filter(|analysis| analysis.planned)?.p;
    let others: Vec<(usize, f64)> = measures
        .iter()
        .enumerate()
        .filter(|(_, measure)| !measure.primary)
        .filter_map(|(at, measure)| Some((at, planned(measure)?)))
        .collect();
    let p: Vec<f64> = others.iter().map(|other| other.1).collect();
    for ((at, _), (holm, hochberg)) in others.iter().zip(holm(&p).into_iter().zip(benjamini_hochberg(&p))) {
        measures[*at].p_holm = Some(holm);
        measures[*at].p_benjamini_hochberg = Some(hochberg);
    }
}

/// The chi-squared test that both arms have as many units as they were drawn, two-sided.
fn arm_ratio(design: &PilotDesign, rows: &[PilotRow]) -> Option<f64> {
    if design.comparison != PilotComparison::Randomized {
        return None;
    }
    let during = rows.iter().filter(|row| !row.before);
    let units: BTreeMap<&str, Arm> = during.map(|row| (row.unit.as_str(), row.arm)).into_map();
    let all = units.len() as f64;
    let new = units.values().filter(|&&arm| arm == Arm::New).count() as f64;
    (all > 0.0).then(|| stats::chi_squared_1((2.0 * new - all) * (2.0 * new - all) / all))
}

fn statement(
    measure: &PilotMeasure,
    planned: Option<&Analysis>,
    interval: Option<(f64, f64)>,
    verdict: Verdict,
    week: u32,
    design: &PilotDesign,
) -> String {
    let Some(estimate) = planned.and_then(|analysis| analysis.estimate) else {
        return "the planned analysis needs at least two units in each arm whose values differ".into();
    };
    let Some((low, high)) = interval else {
        return format!(
            "no difference can be told: new less usual {}, but too few clusters for any interval",
            figure(estimate)
        );
    };
    let said = match verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        _ => "no difference can be told",
    };
    let worth = match (verdict, libm::fabs(estimate) >= measure.effect) {
        (Verdict::Better, true) => ", as large as was worth having",
        (Verdict::Better, false) => ", but smaller than was worth having",
        _ => "",
    };
    let when = if week < design.weeks {
        format!(" after {week} of {} weeks", design.weeks)
    } else {
        String::new()
    };
    format!(
        "{said}{worth}{when}: new less usual {}, {} % interval {} to {}",
        figure(estimate),
        figure(100.0 * (1.0 - design.alpha)),
        figure(low),
        figure(high)
    )
}

/// What lies within the interval.
fn cannot_exclude(measure: &PilotMeasure, interval: Option<(f64, f64)>) -> String {
    let Some((low, high)) = interval else {
        return "anything: there is no interval".into();
    };
    // Seen so that more is better.
    let (worst, best) = match measure.better {
        PilotBetter::Higher => (low, high),
        PilotBetter::Lower => (-high, -low),
    };
    let harm = if worst < 0.0 {
        format!("a harm of up to {}", figure(-worst))
    } else {
        String::new()
    };
    let none = if worst <= 0.0 && best >= 0.0 {
        "no effect at all"
    } else {
        ""
    };
    let gain = match (best > 0.0, best >= measure.effect) {
        (true, true) => format!("a gain of up to {}, which would be worth having", figure(best)),
        (true, false) => format!("a gain of up to {}, less than would be worth having", figure(best)),
        _ => String::new(),
    };
    let parts: Vec<&str> = [harm.as_str(), none, gain.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    format!("this cannot exclude {}", parts.join(", "))
}

fn warnings(
    request: &PilotReadingRequest,
    registration: Registration,
    planned_look: bool,
    arm_ratio_p: Option<f64>,
) -> Vec<String> {
    let design = &request.design;
    let mut warnings: Vec<String> = Vec::new();
    let mut warn = |applies: bool, text: &str| {
        if applies {
            warnings.push(text.into());
        }
    };
    warn(
        registration == Registration::Changed,
        "the design is not the one that was hashed before the start: read this as exploration",
    );
    warn(
        registration == Registration::Unknown,
        "no hash from before the start: nobody can tell whether the measures were chosen afterwards",
    );
    warn(
        !planned_look,
        "this look was not planned: the bound allows for it, but decide by the planned ones or by the interval that holds \
         at any time",
    );
    // 0.001 as is usual for such checks (Fabijan et al. 2019, doi:10.1145/3292500.3330722).
    warn(
        arm_ratio_p.is_some_and(|p| p < 0.001),
        "the arms have other numbers of units than were drawn: find out who is missing before reading on",
    );
    let drawn: BTreeMap<String, Arm> = design
        .allocation()
        .into_iter()
        .map(|row| (row.unit, row.arm))
        .into_map();
    let other = |row: &PilotRow| drawn.get(&row.unit).is_some_and(|&arm| arm != row.arm);
    warn(
        design.comparison == PilotComparison::Randomized && request.rows.iter().any(other),
        "some units are not in the arm that was drawn for them: count them where they were drawn",
    );
    let unknown = |row: &PilotRow| !drawn.is_empty() && !drawn.contains_key(&row.unit);
    warn(request.rows.iter().any(unknown), "some units are not in the design");
    warnings
}
