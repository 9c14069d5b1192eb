//! What a scenario says: three points of one outcome distribution, month by month, beside the base.

use serde::Serialize;

use super::accounts::{LineSum, Split, lines, mean_returns, paybacks, split};
use super::assumptions::Assumption;
use super::batch::Outcome;
use super::change::Change;
use super::claims::{Claim, ClaimResult, ClaimedShare};
use super::draw::Lives;
use super::drivers::{Drivers, drivers};
use super::inputs::{Input, moments};
use super::lever::Lever;
use super::money::{self, Flow, Return};
use super::run::{POINTS, Run};
use super::templates::Template;
use super::totals::{Estimate, MeasureRow, Totals, measure};

/// Reply of `scenario`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ScenarioReport {
    /// Name of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub name: Option<String>,
    /// The template of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub template: Option<Template>,
    /// True if every draw was done; false if the run was stopped before.
    pub complete: bool,
    /// Draws that were done.
    pub draws: u32,
    /// Replications of the months in each draw.
    pub runs: u32,
    /// Months; every series has one value more, the first for what is spent before month 1.
    pub months: u32,
    /// Base, by month: the clinic without the changes, planned by the same optimizer.
    pub base: Series,
    /// Conservative, likely, aggressive: the draws at P10, P50 and P90 of net benefit.
    pub cases: Vec<ScenarioCase>,
    /// Everything at its cautious end at once; no point of the distribution. Absent if the run was stopped before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub all_wrong: Option<ScenarioCase>,
    /// What drives the outcome; absent unless asked for, and before its first probe.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub drivers: Option<Drivers>,
    /// Net benefit over the horizon of every draw, ascending, cents.
    pub outcomes_cents: Vec<f64>,
    /// The same over all draws.
    pub net_cents: Estimate,
    /// Monte Carlo error of the likely case's net benefit as a share of it; absent if that is 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub mc_error_share: Option<f64>,
    /// Share of all runs of all draws with a net benefit.
    pub chance_of_gain: f64,
    /// What pairing base and scenario by the same luck was worth.
    pub pairing: Pairing,
    /// The changes, with the ranges that were used.
    pub changes: Vec<Change>,
    /// Everything uncertain, with its distribution.
    pub inputs: Vec<Input>,
    /// Everything taken for granted.
    pub assumptions: Vec<Assumption>,
    /// Claims, held against the base.
    pub claims: Vec<ClaimResult>,
    /// Levels of demand that were planned, 1 = today's orders.
    pub demand_levels: Vec<f64>,
    /// Weeks planned by the optimizer and passed by the checker.
    pub weeks_planned: u32,
    /// What was found in the records, and what the figures cannot say.
    pub limits: Vec<String>,
    /// Seed.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub seed: u64,
    /// Steps done; the same number with the same seed gives the same report.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub steps: u64,
    /// Version of the engine.
    pub version: String,
    /// SHA-256 of clinic and changes, hex.
    pub input_hash: String,
}

/// One point of the outcome distribution.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ScenarioCase {
    /// `conservative`, `likely`, `aggressive` or `all_wrong`.
    pub name: String,
    /// Value of every change in this draw, in the order of the changes.
    pub values: Vec<f64>,
    /// Months to full effect of every change.
    pub ramps: Vec<i32>,
    /// Demand of the mean week against today's orders.
    pub demand_level: f64,
    /// No-show rate against the clinic's own, before any change.
    pub no_show_level: f64,
    /// Net benefit against the base over the horizon, paired, cents.
    pub net_cents: Estimate,
    /// Net benefit of the first 12 months, paired, cents.
    pub first_year_cents: Estimate,
    /// Return of the mean months over the horizon.
    #[serde(rename = "return")]
    pub return_: Return,
    /// The same after 12, 24 and 36 months, as far as the horizon goes, and at its end.
    pub returns: Vec<Return>,
    /// Month of payback in the earliest tenth of the runs; absent if not within the horizon.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub payback_early: Option<u32>,
    /// Month of payback in the latest tenth.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub payback_late: Option<u32>,
    /// By month.
    pub series: Series,
    /// Net benefit by month, paired.
    pub net: Band,
    /// The same, added up from the start.
    pub cumulative: Band,
    /// Sums over the horizon by kind of money, means over the runs.
    pub lines: Vec<LineSum>,
    /// Who receives what.
    pub split: Split,
    /// Indicators beside the base.
    pub indicators: Vec<MeasureRow>,
}

/// Income and spending by month.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", schemars(rename = "MoneySeries"), ts(rename = "MoneySeries"))]
pub struct Series {
    /// Income.
    pub revenue: Band,
    /// Spending.
    pub cost: Band,
}

/// A value by month over the runs, cents: mean, and the tenths of the runs that lie outside.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", schemars(rename = "MoneyBand"), ts(rename = "MoneyBand"))]
pub struct Band {
    /// Mean.
    pub mean: Vec<f64>,
    /// One run in ten lies below.
    pub p10: Vec<f64>,
    /// Half of the runs lie below.
    pub p50: Vec<f64>,
    /// One run in ten lies above.
    pub p90: Vec<f64>,
}

/// Worth of common random numbers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Pairing {
    /// Correlation of base and scenario over the runs of the likely draw; 0 if one of them never varies.
    pub correlation: f64,
    /// Variance that unpaired runs would have against the paired ones; 1 if there is none.
    pub variance_ratio: f64,
}

/// The report of what is done; `None` before the first draw.
pub(super) fn report(run: &Run) -> Option<ScenarioReport> {
    let order = run.order();
    let likely = run.outcomes_at(&order, 0.5)?;
    let nets: Vec<f64> = order.iter().map(|outcome| outcome.net).collect();
    let lives = || order.iter().flat_map(|outcome| &outcome.lives);
    let gains = lives().filter(|lives| lives.net() > 0.0).count();
    let rate = run.setting.assumptions.value("discount_rate");
    let net = Estimate::of(&likely.lives.iter().map(Lives::net).collect::<Vec<f64>>());
    let mc_error_share = (net.mean != 0.0).then(|| net.mc_error / net.mean.abs());
    let cases = POINTS.map(|(name, share)| case(name, run.at_share(&order, share), rate));
    Some(ScenarioReport {
        name: run.name.clone(),
        template: run.template,
        complete: run.step == run.steps,
        draws: order.len() as u32,
        runs: run.setting.runs as u32,
        months: run.setting.months as u32,
        base: series(&likely.lives, |lives| &lives.base),
        cases: cases.into(),
        all_wrong: run.all_wrong().map(|outcome| case("all_wrong", outcome, rate)),
        drivers: drivers(run, &order),
        net_cents: Estimate::of(&nets),
        outcomes_cents: nets,
        mc_error_share,
        chance_of_gain: gains as f64 / lives().count().max(1) as f64,
        pairing: pairing(&likely.lives),
        changes: run.changes.clone(),
        inputs: run.inputs.clone(),
        assumptions: run.setting.assumptions.list().to_vec(),
        claims: claims(run, &likely.lives),
        demand_levels: run.batch.planner.levels().to_vec(),
        weeks_planned: run.weeks() as u32,
        limits: limits(run, mc_error_share),
        seed: run.setting.seed,
        steps: run.step,
        version: env!("CARGO_PKG_VERSION").into(),
        input_hash: run.input_hash.clone(),
    })
}

impl Run {
    fn outcomes_at<'a>(&self, order: &[&'a Outcome], share: f64) -> Option<&'a Outcome> {
        (!order.is_empty()).then(|| self.at_share(order, share))
    }
}

fn case(name: &str, outcome: &Outcome, rate: f64) -> ScenarioCase {
    let lives = &outcome.lives;
    let differences: Vec<Vec<f64>> = lives.iter().map(Lives::difference).collect();
    let cumulative: Vec<Vec<f64>> = differences.iter().map(|months| added_up(months)).collect();
    let (payback_early, payback_late) = paybacks(&differences);
    let lines = lines(outcome);
    let split = split(lives, &lines);
    let returns = mean_returns(outcome, rate);
    ScenarioCase {
        name: name.into(),
        values: outcome.draw.changes.iter().map(|change| change.value).collect(),
        ramps: outcome.draw.changes.iter().map(|change| change.ramp_months).collect(),
        demand_level: outcome.draw.demand_level,
        no_show_level: outcome.draw.no_show_level,
        net_cents: Estimate::of(&lives.iter().map(Lives::net).collect::<Vec<f64>>()),
        first_year_cents: Estimate::of(
            &differences
                .iter()
                .map(|months| months.iter().take(13).sum())
                .collect::<Vec<f64>>(),
        ),
        return_: returns
            .last()
            .cloned()
            .unwrap_or_else(|| money::returns(&[], &[], rate)),
        returns,
        payback_early,
        payback_late,
        series: series(lives, |lives| &lives.changed),
        net: band(&differences),
        cumulative: band(&cumulative),
        indicators: measure(
            &lives
                .iter()
                .map(|lives| (&lives.base_totals, &lives.totals))
                .collect::<Vec<(&Totals, &Totals)>>(),
        ),
        lines,
        split,
    }
}

fn added_up(months: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    months
        .iter()
        .map(|month| {
            sum += month;
            sum
        })
        .collect()
}

/// Quantiles by month over rows of one value per month.
fn band(rows: &[Vec<f64>]) -> Band {
    let months = rows.first().map_or(0, Vec::len);
    let mut band = Band::default();
    for month in 0..months {
        let values: Vec<f64> = rows.iter().map(|row| row[month]).collect();
        let estimate = Estimate::of(&values);
        // Whole cents: means and quantiles of cents are no more exact than that.
        band.mean.push(libm::round(estimate.mean));
        band.p10.push(libm::round(estimate.p10));
        band.p50.push(libm::round(estimate.p50));
        band.p90.push(libm::round(estimate.p90));
    }
    band
}

fn series(lives: &[Lives], pick: fn(&Lives) -> &Vec<Flow>) -> Series {
    let rows = |amount: fn(&Flow) -> i64| {
        let of_run = |lives: &Lives| pick(lives).iter().map(|month| amount(month) as f64).collect();
        lives.iter().map(of_run).collect::<Vec<Vec<f64>>>()
    };
    Series {
        revenue: band(&rows(|flow| flow.income)),
        cost: band(&rows(|flow| flow.spending)),
    }
}

fn pairing(lives: &[Lives]) -> Pairing {
    let total = |months: &[Flow]| months.iter().map(|month| month.net() as f64).sum::<f64>();
    let base: Vec<f64> = lives.iter().map(|lives| total(&lives.base)).collect();
    let changed: Vec<f64> = lives.iter().map(|lives| total(&lives.changed)).collect();
    let paired: Vec<f64> = lives.iter().map(Lives::net).collect();
    let deviation = |values: &[f64]| moments(values).1;
    let (a, b, d) = (deviation(&base), deviation(&changed), deviation(&paired));
    Pairing {
        correlation: if a * b > 0.0 {
            (a * a + b * b - d * d) / (2.0 * a * b)
        } else {
            0.0
        },
        variance_ratio: if d > 0.0 { (a * a + b * b) / (d * d) } else { 1.0 },
    }
}

/// The claims of the request, and those that the changes themselves make.
fn claims(run: &Run, lives: &[Lives]) -> Vec<ClaimResult> {
    let mut claims = run.claims.clone();
    for change in &run.changes {
        let most = change.points().into_iter().fold(0.0, f64::max);
        let (share, relative, points) = match change.lever {
            Lever::Utilization => (ClaimedShare::Utilization, 0.0, most),
            Lever::Attendance => (ClaimedShare::Attendance, most, 0.0),
            _ => continue,
        };
        claims.push(Claim {
            share,
            relative,
            points,
        });
    }
    let mut base = Totals::default();
    for lives in lives {
        base.lived.add(&lives.base_totals.lived);
        base.bookable_min += lives.base_totals.bookable_min;
        base.room_min += lives.base_totals.room_min;
        base.room_open_min += lives.base_totals.room_open_min;
    }
    let share = |id: &str| {
        let found = super::totals::MEASURES.iter().find(|measure| measure.id == id);
        found.and_then(|measure| (measure.value)(&base))
    };
    claims
        .iter()
        .map(|claim| {
            claim.judge(match claim.share {
                ClaimedShare::Utilization => share("K14"),
                ClaimedShare::RoomUse => share("K16"),
                ClaimedShare::Attendance => share("K11"),
            })
        })
        .collect()
}

/// Monte Carlo error, as a share of the margin between going ahead and not, below which a decision rests on enough runs.
/// Our choice.
const ENOUGH: f64 = 0.02;

fn limits(run: &Run, mc_error_share: Option<f64>) -> Vec<String> {
    let mut limits = run.notes.clone();
    if let Some(share) = mc_error_share.filter(|share| *share >= ENOUGH) {
        limits.push(format!(
            "the net benefit of the likely case is known to {:.1} % of itself, not to the {:.0} % that a decision should rest \
             on: more replications narrow that",
            share * 100.0,
            ENOUGH * 100.0
        ));
    }
    let mut claims: Vec<String> = Vec::new();
    for change in run.changes.iter().filter(|change| change.lever.is_claim()) {
        let name = change.lever.id().replace('_', " ");
        if !claims.contains(&name) {
            claims.push(name);
        }
    }
    if !claims.is_empty() {
        limits.push(format!(
            "these change as claimed, no plan confirms it: {}",
            claims.join(", ")
        ));
    }
    limits.extend([
        "the planned week stands for all weeks: its leave, absences and authorizations return every week".into(),
        "base and scenario are both planned by the optimizer; today's own schedule is not the base".into(),
        "a sick clinician's sessions are lost, nobody stands in; early cancellations are taken as refilled".into(),
        "freed minutes count only when they hold more delivered sessions, or when overtime or people fall".into(),
    ]);
    limits
}
