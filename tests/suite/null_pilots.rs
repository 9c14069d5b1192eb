//! Pilots in which there is nothing to be found, drawn from a seed: what they call an effect is a false alarm.

use std::collections::BTreeMap;

use rosterwell::model::calendar::Date;
use rosterwell::pilot::{
    Arm, Method, PilotBetter, PilotComparison, PilotDesign, PilotKind, PilotMeasure, PilotReadingRequest, PilotRow,
    Spending, read,
};
use rosterwell::rng::Rng;

/// A kind of pilot without an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Null {
    /// 6 against 6 clinicians, no-shows of 60 visits each, rates that differ from clinician to clinician; known before.
    Shares,
    /// 12 against 12 clinicians, skewed minutes, nothing known before.
    Minutes,
    /// 8 against 8 clinicians, events with more variation than Poisson.
    Events,
    /// 5 against 5 sites with one to four clinicians each, changes that go together within a site.
    Sites,
    /// 15 against 15 clinicians, looked at after 4, 8 and 12 of 12 weeks.
    Looks,
}

impl Null {
    pub(crate) const ALL: [Self; 5] = [Self::Shares, Self::Minutes, Self::Events, Self::Sites, Self::Looks];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Shares => "shares, 6 + 6 clinicians",
            Self::Minutes => "skewed minutes, 12 + 12 clinicians",
            Self::Events => "events, 8 + 8 clinicians",
            Self::Sites => "changes, 5 + 5 sites of 1 to 4",
            Self::Looks => "three looks, 15 + 15 clinicians",
        }
    }
}

/// A design with one primary measure.
pub(crate) fn design(kind: PilotKind, comparison: PilotComparison, units: u32) -> PilotDesign {
    PilotDesign {
        name: "reminders by telephone".into(),
        comparison,
        start: "2026-11-23".parse::<Date>().unwrap(),
        weeks: 12,
        looks: Vec::new(),
        spending: Spending::ObrienFleming,
        alpha: 0.05,
        power: 0.8,
        units: Vec::new(),
        units_per_arm: units,
        observations: 60.0,
        icc: 0.05,
        correlation: 0.5,
        measures: vec![PilotMeasure {
            id: "m".into(),
            kind,
            better: PilotBetter::Lower,
            primary: true,
            baseline: 0.2,
            sd: (kind == PilotKind::Mean).then_some(1.0),
            effect: 0.06,
            margin: None,
        }],
        seed: 1,
    }
}

/// One row of a unit.
pub(crate) fn row(unit: usize, arm: Arm, before: bool, sum: f64, count: f64) -> PilotRow {
    PilotRow {
        measure: "m".into(),
        unit: format!("u{unit}"),
        arm,
        cluster: String::new(),
        before,
        sum,
        count,
    }
}

fn arm(unit: usize, each: usize) -> Arm {
    if unit < each { Arm::New } else { Arm::Usual }
}

fn hits(rng: &mut Rng, visits: usize, p: f64) -> f64 {
    (0..visits).filter(|_| rng.chance(p)).count() as f64
}

/// The readings of one pilot: one, or one for each look.
fn readings(null: Null, seed: u64) -> Vec<PilotReadingRequest> {
    let mut rng = Rng::stream(seed, null.name(), 0);
    let (mut rows, mut looks) = (Vec::new(), Vec::new());
    let design = match null {
        Null::Shares => {
            for unit in 0..12 {
                let p = (0.2 + 0.07 * rng.normal()).clamp(0.02, 0.6);
                for before in [true, false] {
                    rows.push(row(unit, arm(unit, 6), before, hits(&mut rng, 60, p), 60.0));
                }
            }
            design(PilotKind::Share, PilotComparison::Randomized, 6)
        }
        Null::Minutes => {
            for unit in 0..24 {
                rows.push(row(unit, arm(unit, 12), false, 60.0 * (0.6 * rng.normal()).exp(), 1.0));
            }
            design(PilotKind::Mean, PilotComparison::Randomized, 12)
        }
        Null::Events => {
            for unit in 0..16 {
                let mean = 10.0 * (0.4 * rng.normal()).exp();
                rows.push(row(unit, arm(unit, 8), false, f64::from(rng.poisson(mean)), 12.0));
            }
            design(PilotKind::Rate, PilotComparison::Randomized, 8)
        }
        Null::Sites => {
            let mut unit = 0;
            for site in 0..10 {
                let common = rng.normal();
                for _ in 0..=rng.below(4) {
                    let own = rng.normal();
                    for (before, sum) in [(true, own), (false, own + 0.6 * common + rng.normal())] {
                        rows.push(PilotRow {
                            cluster: format!("s{site}"),
                            ..row(unit, arm(site, 5), before, sum, 1.0)
                        });
                    }
                    unit += 1;
                }
            }
            design(PilotKind::Mean, PilotComparison::DifferenceInDifferences, 12)
        }
        Null::Looks => {
            let own: Vec<f64> = (0..30).map(|_| (0.2 + 0.05 * rng.normal()).clamp(0.02, 0.6)).collect();
            for week in 1..=12 {
                for (unit, &p) in own.iter().enumerate() {
                    rows.push(row(unit, arm(unit, 15), false, hits(&mut rng, 10, p), 10.0));
                }
                if week % 4 == 0 {
                    looks.push((week, rows.clone()));
                }
            }
            PilotDesign {
                looks: vec![4, 8],
                ..design(PilotKind::Share, PilotComparison::Randomized, 15)
            }
        }
    };
    if looks.is_empty() {
        looks.push((12, rows));
    }
    let ask = |(week, rows)| PilotReadingRequest {
        design: design.clone(),
        hash: None,
        week: Some(week),
        rows,
        records: None,
    };
    looks.into_iter().map(ask).collect()
}

/// How many of `count` pilots raise an alarm, by way of judging; and `planned` for what the design names.
pub(crate) fn alarms(null: Null, seed: u64, count: u64) -> BTreeMap<String, u64> {
    let mut alarms: BTreeMap<String, u64> = BTreeMap::new();
    for pilot in 0..count {
        let mut raised: BTreeMap<String, bool> = BTreeMap::new();
        for request in readings(null, seed + pilot) {
            let reply = read(&request);
            let measure = &reply.measures[0];
            let mut raise = |name: &str, alarm: bool| *raised.entry(name.into()).or_default() |= alarm;
            for analysis in &measure.analyses {
                if let Some(p) = analysis.p {
                    raise(word(analysis.method), p < 0.05);
                }
            }
            raise("planned", measure.look.as_ref().is_some_and(|look| look.crossed));
            raise(
                "anytime",
                measure.anytime.as_ref().is_some_and(|anytime| anytime.p < 0.05),
            );
        }
        for (name, alarm) in raised {
            *alarms.entry(name).or_default() += u64::from(alarm);
        }
    }
    alarms
}

fn word(method: Method) -> &'static str {
    match method {
        Method::Welch => "Welch",
        Method::Cuped => "CUPED",
        Method::DifferenceInDifferences => "difference in differences",
        Method::WildBootstrap => "wild bootstrap",
        Method::Paired => "paired",
        Method::Permutation => "permutation",
        Method::Newcombe => "single visits (score)",
        Method::RateRatio => "single events (exact)",
    }
}
