//! What is claimed of schedulers like this one, held against what was simulated. The rule is in `docs/simulator.md` and
//! was written before the first run; the figures it judges are never touched.

use serde::Serialize;

use super::reply::{Measure, ReadFrom, Simulated, simulated};
use crate::kpi::{Direction, IndicatorUnit, display};

/// What a claim promises.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Promise {
    /// The figure changes by at least this part of what it is with a human scheduler: 0.25 for a quarter more, -0.85 for
    /// 85 % less.
    Change(f64),
    /// The figure is at least this high.
    Level(f64),
    /// The figure is no higher than this.
    Most(f64),
}

/// One claim in circulation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Claim {
    /// As it is told.
    pub text: &'static str,
    /// Indicator that it is about.
    pub id: &'static str,
    /// Figure beside its main value; empty for the value itself.
    pub figure: &'static str,
    /// The smallest figure of the promise.
    pub promise: Promise,
    /// The most that the figure can be.
    pub limit: Limit,
}

/// The most that a figure can be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// There is none that matters.
    None,
    /// Everything.
    One,
    /// What is delivered when everything is booked, with the attendance of the human scheduler.
    Attended,
}

/// What is simulated of the claims in circulation. Of a promised range the smaller figure counts.
pub const CLAIMS: [Claim; 12] = [
    Claim {
        text: "clinician utilization 21 to 38 % higher, booked",
        id: "K14",
        figure: "",
        promise: Promise::Change(0.21),
        limit: Limit::One,
    },
    Claim {
        text: "clinician utilization 21 to 38 % higher, delivered",
        id: "K14",
        figure: "delivered",
        promise: Promise::Change(0.21),
        limit: Limit::Attended,
    },
    Claim {
        text: "clinician utilization 85 to 90 %, booked",
        id: "K14",
        figure: "",
        promise: Promise::Level(0.85),
        limit: Limit::One,
    },
    Claim {
        text: "clinician utilization 85 to 90 %, delivered",
        id: "K14",
        figure: "delivered",
        promise: Promise::Level(0.85),
        limit: Limit::Attended,
    },
    Claim {
        text: "room use 25 to 35 % higher",
        id: "K16",
        figure: "",
        promise: Promise::Change(0.25),
        limit: Limit::One,
    },
    Claim {
        text: "attendance 20 to 25 % higher",
        id: "K11",
        figure: "",
        promise: Promise::Change(0.20),
        limit: Limit::One,
    },
    Claim {
        text: "conflicts down by 85 %",
        id: "K12",
        figure: "",
        promise: Promise::Change(-0.85),
        limit: Limit::None,
    },
    Claim {
        text: "late changes down by 85 %",
        id: "K13",
        figure: "",
        promise: Promise::Change(-0.85),
        limit: Limit::None,
    },
    Claim {
        text: "late changes for 2.25 to 3 % of patients a week",
        id: "K13",
        figure: "",
        promise: Promise::Most(0.03),
        limit: Limit::None,
    },
    Claim {
        text: "emergencies placed within 30 minutes, nine in ten",
        id: "K23",
        figure: "",
        promise: Promise::Level(0.9),
        limit: Limit::None,
    },
    Claim {
        text: "95 % of sessions authorized",
        id: "K18",
        figure: "",
        promise: Promise::Level(0.95),
        limit: Limit::None,
    },
    Claim {
        text: "travel down by 15 %",
        id: "K2",
        figure: "",
        promise: Promise::Change(-0.15),
        limit: Limit::None,
    },
];

/// Claims that a simulation cannot judge, and why.
pub const NOT_SIMULATED: [(&str, &str); 5] = [
    (
        "scheduling work 15-20 to 2-3 hours a week",
        "how long people take to schedule is in no data; a pilot can measure K20",
    ),
    (
        "placement 45-60 to 10-15 minutes",
        "a call is answered at once by every policy; a pilot can measure K21",
    ),
    (
        "family participation 30 to 40 % higher",
        "who of a family comes is not drawn; a pilot can measure K22",
    ),
    (
        "in-person visits down by 30 %",
        "how many visits may be by video is a clinical choice, not one of scheduling",
    ),
    (
        "return in 3 to 18 months",
        "money needs prices and a start: `scenario` reckons it",
    ),
];

/// How a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", schemars(rename = "ClaimVerdict"), ts(rename = "ClaimVerdict"))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Measured as promised, and better in nine runs of ten.
    Holds,
    /// Measured better, but less than promised or not in nine runs of ten.
    InPart,
    /// Not measured better.
    DoesNotHold,
    /// Arithmetic forbids it.
    CannotHold,
    /// Computed in fewer than half of the runs, nothing there to change, or not simulated.
    NotMeasured,
}

impl Verdict {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::InPart => "holds in part",
            Self::DoesNotHold => "does not hold",
            Self::CannotHold => "cannot hold",
            Self::NotMeasured => "not measured",
        }
    }
}

/// One claim beside what was measured.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(
    feature = "schema",
    schemars(rename = "SimulatedClaim"),
    ts(rename = "SimulatedClaim")
)]
pub struct ClaimResult {
    /// The claim as it is told.
    pub claim: String,
    /// Indicator that it is about; absent if it is not simulated.
    pub id: Option<String>,
    /// Unit of its figures; absent if it is not simulated.
    pub unit: Option<IndicatorUnit>,
    /// The measure that it is about, as its place in the list of measures; absent if it is not simulated.
    pub measure: Option<u32>,
    /// What the figure would have to be with the optimizer.
    pub target: Option<f64>,
    /// The most that it can be, if that matters.
    pub limit: Option<f64>,
    /// How it stands.
    pub verdict: Verdict,
    /// Why, in a sentence, with the arithmetic.
    pub why: String,
    /// Runs in which the figure exists with both.
    pub n: u32,
    /// Mean with the human scheduler.
    pub human: Option<f64>,
    /// Mean with the optimizer.
    pub optimizer: Option<f64>,
    /// Mean of optimizer less human, run by run.
    pub difference: Option<f64>,
    /// 95 % t interval of the difference.
    pub interval: Option<(f64, f64)>,
    /// In one run of ten the difference is worse than this.
    pub worst_tenth: Option<f64>,
}

/// Every claim, from the figures of both by measure.
pub fn judged(measures: &[Measure], human: &[Simulated], optimizer: &[Simulated]) -> Vec<ClaimResult> {
    let place = |id: &str, figure: &str| {
        let is = |row: &Measure| row.id == id && row.figure == figure && row.read_from != ReadFrom::Lived;
        measures.iter().position(is)
    };
    let mean = |id: &str, figure: &str| human[place(id, figure)?].mean;
    let attended = mean("K14", "delivered").zip(mean("K14", ""));
    let attended = attended
        .filter(|row| row.1 > 0.0)
        .map(|(delivered, booked)| delivered / booked);
    let simulated = CLAIMS.iter().map(|claim| match place(claim.id, claim.figure) {
        None => not_simulated(claim.text, "the indicator is not followed"),
        Some(at) => {
            let limit = match claim.limit {
                Limit::None => None,
                Limit::One => Some(1.0),
                Limit::Attended => attended,
            };
            claim.held_against(at, &measures[at], &human[at], &optimizer[at], limit)
        }
    });
    let rest = NOT_SIMULATED.iter().map(|(text, why)| not_simulated(text, why));
    simulated.chain(rest).collect()
}

fn not_simulated(claim: &str, why: &str) -> ClaimResult {
    ClaimResult {
        claim: claim.into(),
        id: None,
        unit: None,
        measure: None,
        target: None,
        limit: None,
        verdict: Verdict::NotMeasured,
        why: why.into(),
        n: 0,
        human: None,
        optimizer: None,
        difference: None,
        interval: None,
        worst_tenth: None,
    }
}

/// One less the other, run by run.
pub fn difference(own: &Simulated, other: &Simulated, direction: Direction) -> Simulated {
    let pairs = own.values.iter().zip(&other.values);
    simulated(pairs.map(|(own, other)| Some((*own)? - (*other)?)).collect(), direction)
}

impl Claim {
    fn held_against(
        &self,
        at: usize,
        measure: &Measure,
        human: &Simulated,
        optimizer: &Simulated,
        limit: Option<f64>,
    ) -> ClaimResult {
        let direction = match (measure.direction, self.promise) {
            (Direction::Neither, Promise::Change(part)) if part < 0.0 => Direction::Lower,
            (Direction::Neither, _) => Direction::Higher,
            (known, _) => known,
        };
        let between = difference(optimizer, human, direction);
        let verdict = self.judge(human, optimizer, &between, limit);
        ClaimResult {
            claim: self.text.into(),
            id: Some(self.id.into()),
            unit: Some(measure.unit),
            measure: Some(at as u32),
            target: self.target(human.mean),
            limit,
            verdict,
            why: self.why(verdict, measure.unit, human.mean, limit, between.mean),
            n: between.n,
            human: human.mean,
            optimizer: optimizer.mean,
            difference: between.mean,
            interval: between.interval,
            worst_tenth: between.worst_tenth,
        }
    }

    /// What the figure has to be, from what it is with a human scheduler.
    fn target(&self, base: Option<f64>) -> Option<f64> {
        match self.promise {
            Promise::Change(part) => Some(base? * (1.0 + part)),
            Promise::Level(level) | Promise::Most(level) => Some(level),
        }
    }

    fn bound(&self) -> &'static str {
        match self.promise {
            Promise::Most(_) => "at most",
            Promise::Change(part) if part < 0.0 => "at most",
            _ => "at least",
        }
    }

    fn why(
        &self,
        verdict: Verdict,
        unit: IndicatorUnit,
        base: Option<f64>,
        limit: Option<f64>,
        change: Option<f64>,
    ) -> String {
        let shown = |value: Option<f64>| display(value.unwrap_or_default(), unit);
        let target = shown(self.target(base));
        match verdict {
            Verdict::CannotHold => {
                let sum = match self.promise {
                    Promise::Change(part) => format!("{} x {:.2} = {target}", shown(base), 1.0 + part),
                    _ => target,
                };
                match (self.limit, self.promise) {
                    (Limit::Attended, Promise::Level(level)) => format!(
                        "{sum} takes {} of all time booked, when {} of what is booked is delivered",
                        shown(limit.map(|limit| level / limit)),
                        shown(limit)
                    ),
                    (Limit::Attended, _) => format!(
                        "{sum}, but only {} of what is booked is delivered, even with all time booked",
                        shown(limit)
                    ),
                    _ => format!("{sum}, more than there is"),
                }
            }
            Verdict::NotMeasured if base == Some(0.0) => "there is nothing to change".into(),
            Verdict::NotMeasured => "the figure exists in fewer than half of the runs".into(),
            Verdict::Holds => format!("{} {target} is promised", self.bound()),
            Verdict::InPart => match (self.promise, base, change) {
                // So that a small part of a promise is not read as most of it.
                (Promise::Change(part), Some(base), Some(change)) => format!(
                    "better by {} % of the promised change; {} {target} is promised",
                    libm::round(100.0 * change / (part * base)),
                    self.bound()
                ),
                _ => format!("better, but {} {target} is promised", self.bound()),
            },
            Verdict::DoesNotHold => format!("not better beyond chance; {} {target} is promised", self.bound()),
        }
    }

    /// The verdict, from the figure with a human scheduler, with the optimizer, and the difference run by run;
    /// `limit` is the most that the figure can be, if there is such a limit.
    pub fn judge(
        &self,
        human: &Simulated,
        optimizer: &Simulated,
        difference: &Simulated,
        limit: Option<f64>,
    ) -> Verdict {
        let runs = difference.values.len() as u32;
        let (Some(base), Some(between)) = (human.mean, difference.interval) else {
            return Verdict::NotMeasured;
        };
        let nothing_to_change = base == 0.0 && matches!(self.promise, Promise::Change(_));
        if 2 * difference.n < runs || nothing_to_change {
            return Verdict::NotMeasured;
        }
        let target = self.target(Some(base));
        if limit.zip(target).is_some_and(|(limit, target)| target > limit) {
            return Verdict::CannotHold;
        }
        // Everything in the direction of the promise.
        let (sign, worse) = match self.promise {
            Promise::Change(part) if part < 0.0 => (-1.0, 0.9),
            Promise::Most(_) => (-1.0, 0.9),
            _ => (1.0, 0.1),
        };
        let nearer = |interval: (f64, f64)| if sign < 0.0 { -interval.1 } else { interval.0 };
        let (promised, worst) = match self.promise {
            Promise::Change(part) => {
                let worst = difference.quantile(worse).map(|worst| sign * worst);
                (nearer(between) >= sign * part * base, worst)
            }
            Promise::Level(level) | Promise::Most(level) => {
                let reached = optimizer
                    .interval
                    .is_some_and(|interval| nearer(interval) >= sign * level);
                (reached, optimizer.quantile(worse).map(|worst| sign * (worst - level)))
            }
        };
        let in_nine_of_ten = worst.is_some_and(|worst| worst >= 0.0);
        match (promised, self.promise) {
            (true, _) if in_nine_of_ten => Verdict::Holds,
            (true, Promise::Level(_) | Promise::Most(_)) => Verdict::InPart,
            _ if nearer(between) > 0.0 => Verdict::InPart,
            _ => Verdict::DoesNotHold,
        }
    }
}
