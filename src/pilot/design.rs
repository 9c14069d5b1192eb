//! Before a pilot: who is in which arm, when one looks, what could be found at all; written down and hashed.

use serde::{Deserialize, Serialize};

use super::sequential::{Spending, bounds, power_by_look};
use crate::model::calendar::Date;
use crate::order::Arrange;
use crate::rng::Rng;
use crate::stats;

/// How the pilot tells what the new way does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PilotComparison {
    /// Units are drawn into two arms: the arms are compared in the pilot's weeks.
    Randomized,
    /// Two arms that were not drawn: their changes from the time before are compared.
    DifferenceInDifferences,
    /// One arm: the pilot's weeks are compared with the weeks before. Weak evidence, whatever it shows.
    BeforeAfter,
}

/// What a measure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PilotKind {
    /// A mean of amounts: minutes, visits a day.
    Mean,
    /// A share of things counted one by one: no-shows of visits.
    Share,
    /// Events per exposure: late changes per week.
    Rate,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PilotBetter {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// A measure of the pilot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PilotMeasure {
    /// Unique id, for example `K10`.
    pub id: String,
    /// What it is.
    pub kind: PilotKind,
    /// Which way is better.
    pub better: PilotBetter,
    /// True for the one measure that decides; false for the others.
    #[serde(default)]
    pub primary: bool,
    /// Its value as it is now, in its unit; a share as 0 to 1.
    pub baseline: f64,
    /// Standard deviation of single observations; needed for a mean, found from the baseline otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub sd: Option<f64>,
    /// The smallest difference worth having, above 0, in its unit.
    pub effect: f64,
    /// For a measure that must not get worse: by how much it may at most, above 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub margin: Option<f64>,
}

/// A unit of the pilot: a clinician or a site, never a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PilotUnit {
    /// Unique id.
    pub id: String,
    /// Units of one stratum are spread evenly over the arms, for example a discipline; empty for none.
    #[serde(default)]
    pub stratum: String,
}

/// A pilot as it is planned; also the request of `pilot_design`. Everything in it is hashed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PilotDesign {
    /// What is tried.
    pub name: String,
    /// How it is told.
    pub comparison: PilotComparison,
    /// First day.
    pub start: Date,
    /// Weeks it lasts, 1 to 104.
    pub weeks: u32,
    /// Weeks after which one looks, rising; the end is always a look. None but the end if empty.
    #[serde(default)]
    pub looks: Vec<u32>,
    /// How the chance of a false alarm is spent over the looks.
    #[serde(default = "default_spending")]
    pub spending: Spending,
    /// Chance of a false alarm, two-sided.
    #[serde(default = "default_alpha")]
    pub alpha: f64,
    /// Wanted chance to find the effect.
    #[serde(default = "default_power")]
    pub power: f64,
    /// The units that take part, if known; two at least.
    #[serde(default)]
    pub units: Vec<PilotUnit>,
    /// Units in each arm if they are not known yet.
    #[serde(default)]
    pub units_per_arm: u32,
    /// Observations of each unit over the whole pilot, for example visits.
    pub observations: f64,
    /// Share of the variance of single observations that lies between units, 0 to 1.
    #[serde(default = "default_icc")]
    pub icc: f64,
    /// Correlation of a unit's value before and during the pilot, 0 to 1 (below).
    #[serde(default)]
    pub correlation: f64,
    /// What is measured; exactly one is primary.
    pub measures: Vec<PilotMeasure>,
    /// Seed of the drawing of arms and of permutations.
    #[serde(default = "default_seed")]
    pub seed: u64,
}

fn default_spending() -> Spending {
    Spending::ObrienFleming
}

fn default_alpha() -> f64 {
    0.05
}

fn default_power() -> f64 {
    0.8
}

/// Typical of process measures in outpatient care: Campbell, Fayers and Grimshaw 2005, Clin Trials 2:99,
/// doi:10.1191/1740774505cn071oa.
fn default_icc() -> f64 {
    0.05
}

fn default_seed() -> u64 {
    1
}

/// An arm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Arm {
    /// As always.
    Usual,
    /// The new way.
    New,
}

/// A unit with its arm.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Allocated {
    /// Unit id.
    pub unit: String,
    /// Its stratum.
    pub stratum: String,
    /// Its arm.
    pub arm: Arm,
}

/// A planned look.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PilotLook {
    /// After this many weeks.
    pub week: u32,
    /// The day: the first on which all observations of these weeks are there.
    pub date: Date,
    /// Share of the information: of the weeks.
    pub share: f64,
    /// Chance of a false alarm spent by then, two-sided.
    pub spent: f64,
    /// The z value that must be exceeded, in either direction.
    pub bound: f64,
    /// The same as a p-value of that look alone.
    pub nominal_p: f64,
    /// Chance to have found the primary effect by then, if it is as large as is worth having.
    pub power: f64,
}

/// What can be found for this number of units.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PowerPoint {
    /// Units in each arm.
    pub units_per_arm: u32,
    /// Chance to find the effect worth having.
    pub power: f64,
    /// Smallest difference that is found with the wanted chance.
    pub detectable: f64,
}

/// What the pilot can tell about one measure.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MeasurePower {
    /// Measure id.
    pub id: String,
    /// Primary or not.
    pub primary: bool,
    /// As planned.
    pub planned: PowerPoint,
    /// Units in each arm for the wanted chance, up to 10,000; absent if more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub units_needed: Option<u32>,
    /// Other numbers of units, for a plot.
    pub curve: Vec<PowerPoint>,
    /// In words.
    pub statement: String,
}

/// Reply of `pilot_design`.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PilotDesignReply {
    /// The design with everything that was filled in: keep it with the hash.
    pub design: PilotDesign,
    /// SHA-256 of the design, 64 hex digits: write it down where others see it before the start.
    pub hash: String,
    /// Arms, drawn from the seed; empty if the units are not known or there is one arm only.
    pub allocation: Vec<Allocated>,
    /// By how much observations of one unit count for less than independent ones.
    pub design_effect: f64,
    /// The looks.
    pub looks: Vec<PilotLook>,
    /// What can be found.
    pub measures: Vec<MeasurePower>,
    /// What weakens the pilot, in words.
    pub warnings: Vec<String>,
    /// The whole in plain text, to be kept with the hash.
    pub protocol: String,
}

/// Largest number of units that is looked for.
const MOST_UNITS: u32 = 10_000;
/// Units in each arm of the power curve. Our choice.
const CURVE: [u32; 9] = [3, 4, 6, 8, 12, 16, 24, 40, 80];

impl PilotDesign {
    /// Everything that is wrong with it: field and message.
    pub fn faults(&self) -> Vec<(String, &'static str)> {
        let mut faults = Vec::new();
        let mut check = |good: bool, field: &str, message| {
            if !good {
                faults.push((field.to_owned(), message));
            }
        };
        let between = |x: f64, low: f64, high: f64| x.is_finite() && x > low && x < high;
        check((1..=104).contains(&self.weeks), "weeks", "expected 1 to 104");
        let rising = self.looks.windows(2).all(|pair| pair[0] < pair[1]);
        let inside = self.looks.iter().all(|&week| (1..=self.weeks).contains(&week));
        check(
            rising && inside && self.looks.len() <= 20,
            "looks",
            "expected up to 20 rising weeks of the pilot",
        );
        check(
            between(self.alpha, 0.0, 0.5),
            "alpha",
            "expected more than 0 and less than 0.5",
        );
        check(
            between(self.power, 0.0, 1.0),
            "power",
            "expected more than 0 and less than 1",
        );
        check(
            between(self.observations, 0.0, 1e9),
            "observations",
            "expected a number above 0",
        );
        check((0.0..=1.0).contains(&self.icc), "icc", "expected 0 to 1");
        check(
            (0.0..1.0).contains(&self.correlation),
            "correlation",
            "expected 0 to less than 1",
        );
        let mut ids: Vec<&str> = self.units.iter().map(|unit| unit.id.as_str()).collect();
        ids.arrange();
        let unique = ids.windows(2).all(|pair| pair[0] != pair[1]);
        check(
            unique && ids.len() <= 1_000,
            "units",
            "expected up to 1000 units with different ids",
        );
        let enough = self.units_in_each() >= 2 && self.units_in_each() <= MOST_UNITS;
        check(
            enough,
            "units_per_arm",
            "expected at least 2 units in each arm, named in `units` or counted here",
        );
        check(
            (1..=20).contains(&self.measures.len()),
            "measures",
            "expected 1 to 20 measures",
        );
        let primary = self.measures.iter().filter(|measure| measure.primary).count();
        check(primary == 1, "measures", "expected exactly one primary measure");
        for (at, measure) in self.measures.iter().enumerate() {
            let place = |field| format!("measures[{at}].{field}");
            let base = match measure.kind {
                PilotKind::Mean => measure.baseline.is_finite(),
                PilotKind::Share => between(measure.baseline, 0.0, 1.0),
                PilotKind::Rate => between(measure.baseline, 0.0, 1e9),
            };
            check(
                base,
                &place("baseline"),
                "expected a value that such a measure can have",
            );
            let known = measure.kind != PilotKind::Mean || measure.sd.is_some();
            let sd = measure.sd.is_none_or(|sd| between(sd, 0.0, 1e12));
            check(known && sd, &place("sd"), "a mean needs a standard deviation above 0");
            check(
                between(measure.effect, 0.0, 1e12),
                &place("effect"),
                "expected a number above 0",
            );
            let margin = measure.margin.is_none_or(|margin| between(margin, 0.0, 1e12));
            check(margin, &place("margin"), "expected a number above 0");
        }
        faults
    }

    /// Units in each arm; with one arm only, all.
    fn units_in_each(&self) -> u32 {
        match (self.units.len() as u32, self.comparison) {
            (0, _) => self.units_per_arm,
            (all, PilotComparison::BeforeAfter) => all,
            (all, _) => all / 2,
        }
    }

    /// Weeks of the looks, the end included.
    pub fn look_weeks(&self) -> Vec<u32> {
        let before = self.looks.iter().copied().filter(|&week| week < self.weeks);
        before.chain([self.weeks]).collect()
    }

    /// Shares of the information at the looks.
    pub fn shares(&self) -> Vec<f64> {
        let weeks = self.look_weeks().into_iter();
        weeks.map(|week| f64::from(week) / f64::from(self.weeks)).collect()
    }

    /// SHA-256 of the design as JSON with all fields in their order.
    pub fn hash(&self) -> String {
        use sha2::{Digest, Sha256};
        let text = serde_json::to_string(self).unwrap_or_default();
        let digest = Sha256::digest(text.as_bytes());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The arms, drawn from the seed: within each stratum every other unit of a random order, strata one after another,
    /// so that the arms differ by one unit at most.
    pub fn allocation(&self) -> Vec<Allocated> {
        if self.comparison == PilotComparison::BeforeAfter {
            return Vec::new();
        }
        let mut units = self.units.clone();
        units.arrange_by(|a, b| (&a.stratum, &a.id).cmp(&(&b.stratum, &b.id)));
        let mut rng = Rng::stream(self.seed, "pilot arms", 0);
        let mut arm = if rng.chance(0.5) { Arm::New } else { Arm::Usual };
        let mut drawn = Vec::new();
        for stratum in units.chunk_by_mut(|a, b| a.stratum == b.stratum) {
            rng.shuffle(stratum);
            for unit in stratum {
                drawn.push(Allocated {
                    unit: unit.id.clone(),
                    stratum: unit.stratum.clone(),
                    arm,
                });
                arm = if arm == Arm::New { Arm::Usual } else { Arm::New };
            }
        }
        drawn.arrange_by(|a, b| a.unit.cmp(&b.unit));
        drawn
    }

    /// How much less the observations of a unit count than independent ones.
    ///
    /// # References
    /// Kish 1965, Survey Sampling, section 5.4: 1 + (m - 1) * icc.
    pub fn design_effect(&self) -> f64 {
        1.0 + (self.observations - 1.0).max(0.0) * self.icc
    }

    /// Variance of what is compared of one unit, over the whole pilot.
    fn unit_variance(&self, measure: &PilotMeasure) -> f64 {
        let single = match (measure.kind, measure.sd) {
            (_, Some(sd)) => sd * sd,
            (PilotKind::Share, None) => {
                let changed = match measure.better {
                    PilotBetter::Higher => measure.baseline + measure.effect,
                    PilotBetter::Lower => measure.baseline - measure.effect,
                };
                let spread = |p: f64| p * (1.0 - p);
                0.5 * (spread(measure.baseline) + spread(changed.clamp(0.0, 1.0)))
            }
            // Events of a unit of exposure are Poisson.
            (_, None) => measure.baseline,
        };
        let of_unit = single * self.design_effect() / self.observations;
        match self.comparison {
            // Adjusting for the time before takes out what it tells (Borm, Fransen and Lemmens 2007).
            PilotComparison::Randomized => of_unit * (1.0 - self.correlation * self.correlation),
            _ => 2.0 * of_unit * (1.0 - self.correlation),
        }
    }

    /// Standard error of the difference and its degrees of freedom, at the end, with this many units in each arm.
    fn error(&self, measure: &PilotMeasure, units: u32) -> (f64, f64) {
        let (n, variance) = (f64::from(units), self.unit_variance(measure));
        match self.comparison {
            PilotComparison::BeforeAfter => (libm::sqrt(variance / n), n - 1.0),
            _ => (libm::sqrt(2.0 * variance / n), 2.0 * (n - 1.0)),
        }
    }

    /// The standard error that is planned for the end.
    pub fn planned_error(&self, measure: &PilotMeasure) -> f64 {
        self.error(measure, self.units_in_each()).0
    }

    /// The chance to find a difference at the end: the t-test of units at the level that is left for the last look.
    fn power_of(&self, measure: &PilotMeasure, units: u32, effect: f64, alpha: f64) -> f64 {
        let (error, df) = self.error(measure, units);
        stats::t_power(effect / error, stats::t_critical(alpha, df), df)
    }

    fn point(&self, measure: &PilotMeasure, units: u32, alpha: f64) -> PowerPoint {
        let (mut low, mut high) = (0.0, 1.0);
        let error = self.error(measure, units).0;
        while self.power_of(measure, units, high * error, alpha) < self.power && high < 1e6 {
            (low, high) = (high, 2.0 * high);
        }
        for _ in 0..40 {
            let middle = 0.5 * (low + high);
            if self.power_of(measure, units, middle * error, alpha) < self.power {
                low = middle;
            } else {
                high = middle;
            }
        }
        PowerPoint {
            units_per_arm: units,
            power: self.power_of(measure, units, measure.effect, alpha),
            detectable: high * error,
        }
    }

    fn units_needed(&self, measure: &PilotMeasure, alpha: f64) -> Option<u32> {
        let enough = |units: u32| self.power_of(measure, units, measure.effect, alpha) >= self.power;
        let (mut low, mut high) = (1, 2);
        while !enough(high) {
            if high >= MOST_UNITS {
                return None;
            }
            (low, high) = (high, (2 * high).min(MOST_UNITS));
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if enough(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Some(high)
    }
}

/// Plans a pilot: the reply of `pilot_design` to a design without faults.
pub fn plan(design: &PilotDesign) -> PilotDesignReply {
    let (shares, units) = (design.shares(), design.units_in_each());
    let bounds = bounds(&shares, design.alpha, design.spending);
    // What the bound of the last look leaves for a test there alone.
    let last = bounds
        .last()
        .map_or(design.alpha, |&bound| 2.0 * stats::normal_cdf(-bound));
    let measures: Vec<MeasurePower> = design
        .measures
        .iter()
        .map(|measure| {
            let alpha = if measure.primary { last } else { design.alpha };
            let planned = design.point(measure, units, alpha);
            let needed = design.units_needed(measure, alpha);
            MeasurePower {
                id: measure.id.clone(),
                primary: measure.primary,
                statement: said(design, measure, &planned, needed),
                planned,
                units_needed: needed,
                curve: CURVE
                    .into_iter()
                    .map(|units| design.point(measure, units, alpha))
                    .collect(),
            }
        })
        .collect();
    let primary = design.measures.iter().find(|measure| measure.primary);
    let drift = primary.map_or(0.0, |measure| measure.effect / design.planned_error(measure));
    let powers = power_by_look(&shares, &bounds, drift);
    let looks = design
        .look_weeks()
        .into_iter()
        .zip(shares)
        .zip(bounds.iter().zip(powers));
    let looks: Vec<PilotLook> = looks
        .map(|((week, share), (&bound, power))| PilotLook {
            week,
            date: design.start.plus_days(7 * week as i32),
            share,
            spent: 2.0 * design.spending.spent(0.5 * design.alpha, share),
            bound,
            nominal_p: 2.0 * stats::normal_cdf(-bound),
            power,
        })
        .collect();
    let mut reply = PilotDesignReply {
        hash: design.hash(),
        allocation: design.allocation(),
        design_effect: design.design_effect(),
        warnings: warnings(design, &measures),
        looks,
        measures,
        protocol: String::new(),
        design: design.clone(),
    };
    reply.protocol = protocol(&reply);
    reply
}

/// A number for people: four significant digits at most.
pub(super) fn figure(x: f64) -> String {
    if x == 0.0 || !x.is_finite() {
        return format!("{x}");
    }
    let digits = (3.0 - libm::floor(libm::log10(libm::fabs(x)))).clamp(0.0, 6.0) as usize;
    let text = format!("{x:.digits$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

fn said(design: &PilotDesign, measure: &PilotMeasure, planned: &PowerPoint, needed: Option<u32>) -> String {
    let needed = match needed {
        Some(units) if units <= planned.units_per_arm => "that is enough".to_owned(),
        Some(units) => format!("{units} units in each arm would be needed"),
        None => format!("not even {MOST_UNITS} units in each arm would be enough"),
    };
    format!(
        "with {} units in each arm and {} observations of each, a difference of {} is found {:.0} times in 100; the smallest \
         found {:.0} times in 100 is {}; {needed}",
        planned.units_per_arm,
        figure(design.observations),
        figure(measure.effect),
        100.0 * planned.power,
        100.0 * design.power,
        figure(planned.detectable)
    )
}

fn warnings(design: &PilotDesign, measures: &[MeasurePower]) -> Vec<String> {
    let mut warnings = Vec::new();
    let weak = measures
        .iter()
        .find(|measure| measure.primary && measure.planned.power < design.power);
    if let Some(measure) = weak {
        warnings.push(format!(
            "the pilot is too small for its primary measure: if nothing is found, a difference of up to {} cannot be excluded",
            figure(measure.planned.detectable)
        ));
    }
    match design.comparison {
        PilotComparison::BeforeAfter => warnings.push(
            "before and after alone is weak evidence: seasons, staff, payers and patients change too; an arm that goes on as \
             always would tell"
                .into(),
        ),
        PilotComparison::DifferenceInDifferences => warnings.push(
            "arms that were not drawn may have taken different ways anyhow: compare their weeks before the pilot first".into(),
        ),
        PilotComparison::Randomized => {}
    }
    if design.units_in_each() < 6 {
        warnings.push(
            "with fewer than 6 units in each arm one unusual clinician decides; intervals are wide for good reason"
                .into(),
        );
    }
    if design.looks.len() > 1 && design.units_in_each() < 15 {
        warnings.push("bounds for looks hold for many units; with few they are somewhat too narrow early on".into());
    }
    warnings
}

/// The protocol as text.
fn protocol(reply: &PilotDesignReply) -> String {
    let design = &reply.design;
    let how = match design.comparison {
        PilotComparison::Randomized => "two arms drawn at random, compared in the pilot's weeks",
        PilotComparison::DifferenceInDifferences => "two arms, their changes from the time before compared",
        PilotComparison::BeforeAfter => "one arm, before and after",
    };
    let mut text = format!(
        "{}\n{how}; the unit is the clinician or site, not the visit\nfrom {} for {} weeks; false alarms at most {} in 100\n",
        design.name,
        design.start,
        design.weeks,
        figure(100.0 * design.alpha)
    );
    for (measure, power) in design.measures.iter().zip(&reply.measures) {
        let rank = if measure.primary { "primary" } else { "other" };
        let better = if measure.better == PilotBetter::Higher {
            "more"
        } else {
            "less"
        };
        text.push_str(&format!(
            "measure {} ({rank}; {better} is better): {}\n",
            measure.id, power.statement
        ));
        if let Some(margin) = measure.margin {
            text.push_str(&format!("  must not get worse by {} or more\n", figure(margin)));
        }
    }
    for look in &reply.looks {
        text.push_str(&format!(
            "look on {} (week {}): z beyond {:.4}\n",
            look.date, look.week, look.bound
        ));
    }
    for unit in &reply.allocation {
        let arm = if unit.arm == Arm::New { "new" } else { "usual" };
        text.push_str(&format!("{}: {arm}\n", unit.unit));
    }
    text.push_str(&format!("hash {}\n", reply.hash));
    text
}
