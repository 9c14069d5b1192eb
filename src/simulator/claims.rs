//! What is claimed of schedulers like this one, held against what was simulated. The rule is in `docs/simulator.md` and
//! was written before the first run; the figures it judges are never touched.

use super::reply::Simulated;

/// What a claim promises.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Promise {
    /// The figure changes by at least this part of what it is with a human scheduler: 0.25 for a quarter more, -0.85 for
    /// 85 % less.
    Change(f64),
    /// The figure is at least this high.
    Level(f64),
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

/// What is simulated of the claims in circulation.
pub const CLAIMS: [Claim; 9] = [
    Claim {
        text: "clinician utilization 65-70 to 85-90 %, booked",
        id: "K14",
        figure: "",
        promise: Promise::Change(0.21),
        limit: Limit::One,
    },
    Claim {
        text: "the same, delivered",
        id: "K14",
        figure: "delivered",
        promise: Promise::Change(0.21),
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Measured as promised, and better in nine seeds of ten.
    Holds,
    /// Measured better, but less than promised or not in nine seeds of ten.
    InPart,
    /// Not measured better.
    DoesNotHold,
    /// Arithmetic forbids it.
    CannotHold,
    /// Computed in fewer than half of the seeds, or nothing there to change.
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

impl Claim {
    /// The verdict, from the figure with a human scheduler, with the optimizer, and the difference seed by seed;
    /// `limit` is the most that the figure can be, if there is such a limit.
    pub fn judge(
        &self,
        human: &Simulated,
        optimizer: &Simulated,
        difference: &Simulated,
        limit: Option<f64>,
    ) -> Verdict {
        let seeds = difference.values.len() as u32;
        let (Some(base), Some(between)) = (human.mean, difference.interval) else {
            return Verdict::NotMeasured;
        };
        let nothing_to_change = base == 0.0 && matches!(self.promise, Promise::Change(_));
        if 2 * difference.n < seeds || nothing_to_change {
            return Verdict::NotMeasured;
        }
        match self.promise {
            Promise::Change(part) => {
                if limit.is_some_and(|limit| base * (1.0 + part) > limit) {
                    return Verdict::CannotHold;
                }
                // Everything in the direction of the promise.
                let sign = if part < 0.0 { -1.0 } else { 1.0 };
                let (least, worst) = match part < 0.0 {
                    true => (-between.1, difference.quantile(0.9)),
                    false => (between.0, difference.quantile(0.1)),
                };
                let worst = sign * worst.unwrap_or(0.0);
                match least {
                    least if least >= sign * part * base && worst >= 0.0 => Verdict::Holds,
                    least if least > 0.0 => Verdict::InPart,
                    _ => Verdict::DoesNotHold,
                }
            }
            Promise::Level(level) => {
                let reached = optimizer.interval.is_some_and(|interval| interval.0 >= level);
                let worst = optimizer.quantile(0.1).is_some_and(|worst| worst >= level);
                match (reached, worst) {
                    (true, true) => Verdict::Holds,
                    (true, false) => Verdict::InPart,
                    _ if between.0 > 0.0 => Verdict::InPart,
                    _ => Verdict::DoesNotHold,
                }
            }
        }
    }
}
