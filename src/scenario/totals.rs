//! Sums over the weeks of one replication, and the indicators they give.

use serde::Serialize;

use super::inputs::moments;
use super::life::Lived;
use super::week::PlannedWeek;
use crate::kpi::{Direction, definition};
use crate::stats;

/// What happened and what had been planned, summed over weeks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Totals {
    /// What happened.
    pub lived: Lived,
    /// Patient sessions and seats wanted.
    pub wanted: f64,
    /// Of these: without a place.
    pub unplaced: f64,
    /// Of these: demanded by clinical rules.
    pub mandated_unplaced: f64,
    /// Minutes that could be booked.
    pub bookable_min: f64,
    /// Minutes paid: contract, or worked if more.
    pub paid_min: f64,
    /// Minutes agreed by contract.
    pub contract_min: f64,
    /// Overtime minutes.
    pub overtime_min: f64,
    /// Minutes between places.
    pub travel_min: f64,
    /// Minutes that rooms are occupied.
    pub room_min: f64,
    /// Minutes that rooms are open.
    pub room_open_min: f64,
}

impl Totals {
    /// Adds a week that was planned so and lived so. `overtime_change` is the claimed relative change of overtime.
    pub fn add(&mut self, week: &PlannedWeek, lived: &Lived, overtime_change: f64) {
        self.lived.add(lived);
        self.wanted += f64::from(week.wanted);
        let unplaced = f64::from(week.unplaced.iter().sum::<i32>()) - lived.filled;
        self.unplaced += unplaced;
        // What a claim fills in, it fills with mandated sessions last, except where nothing else is left.
        self.mandated_unplaced += f64::from(week.mandated_unplaced).min(unplaced);
        self.travel_min += week.travel_min;
        self.bookable_min += week.bookable_min;
        self.paid_min += week.paid_min;
        self.room_min += week.room_min;
        self.room_open_min += week.room_open_min;
        for work in &week.work {
            self.contract_min += f64::from(work.contract);
            self.overtime_min += f64::from(work.overtime) * (1.0 + overtime_change).max(0.0);
        }
    }
}

/// How an indicator of a scenario is computed and told.
pub struct Measure {
    /// Id of the indicator catalogue, which then says what it is, or a name of our own.
    pub id: &'static str,
    /// `share`, `hours`, `sessions`, `people`.
    pub unit: &'static str,
    /// Name, direction (1 if more is better, -1 if less is, 0 if neither) and definition, where the catalogue has none.
    own: Option<(&'static str, i8, &'static str)>,
    /// The value; `None` if the denominator is 0.
    pub value: fn(&Totals) -> Option<f64>,
}

impl Measure {
    /// Name, direction and definition.
    pub fn words(&self) -> (&'static str, i8, &'static str) {
        let listed = definition(self.id).map(|listed| {
            let direction = match listed.direction {
                Direction::Higher => 1,
                Direction::Lower => -1,
                Direction::Neither => 0,
            };
            (listed.name, direction, listed.definition)
        });
        self.own.or(listed).unwrap_or((self.id, 0, ""))
    }
}

fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

fn a_week(totals: &Totals, sum: f64) -> Option<f64> {
    share(sum, totals.lived.weeks)
}

/// Every indicator of a scenario, by the counting rules of the indicator catalogue.
pub const MEASURES: &[Measure] = &[
    Measure {
        id: "K9",
        unit: "share",
        own: None,
        value: |t| {
            let l = &t.lived;
            share(l.completed, l.completed + l.no_show + l.late_cancel + l.provider_cancel)
        },
    },
    Measure {
        id: "K10",
        unit: "share",
        own: None,
        value: |t| share(t.lived.no_show, t.lived.completed + t.lived.no_show),
    },
    Measure {
        id: "K11",
        unit: "share",
        own: None,
        value: |t| {
            share(
                t.lived.completed,
                t.lived.completed + t.lived.no_show + t.lived.late_cancel,
            )
        },
    },
    Measure {
        id: "K14",
        unit: "share",
        own: Some((
            "Clinician utilization, delivered",
            1,
            "Delivered billable minutes of bookable minutes [K14].",
        )),
        value: |t| share(t.lived.delivered_min, t.bookable_min),
    },
    Measure {
        id: "K14.booked",
        unit: "share",
        own: Some((
            "Clinician utilization, booked",
            0,
            "Booked billable minutes of bookable minutes [K14].",
        )),
        value: |t| share(t.lived.booked_min, t.bookable_min),
    },
    Measure {
        id: "K15",
        unit: "hours",
        own: None,
        value: |t| share(t.lived.delivered_min / 60.0, t.paid_min / 60.0 / 40.0),
    },
    Measure {
        id: "K7",
        unit: "hours",
        own: Some((
            "Overtime hours a week",
            -1,
            "Hours worked above the legal threshold, per week [K7].",
        )),
        value: |t| a_week(t, t.overtime_min / 60.0),
    },
    Measure {
        id: "K2",
        unit: "share",
        own: None,
        value: |t| share(t.travel_min, t.paid_min),
    },
    Measure {
        id: "K16",
        unit: "share",
        own: None,
        value: |t| share(t.room_min, t.room_open_min),
    },
    Measure {
        id: "K37",
        unit: "share",
        own: None,
        value: |t| share(t.lived.group_seats, t.lived.group_capacity),
    },
    Measure {
        id: "delivered",
        unit: "sessions",
        own: Some((
            "Sessions delivered a week",
            1,
            "Completed patient sessions and group seats, per week.",
        )),
        value: |t| a_week(t, t.lived.completed),
    },
    Measure {
        id: "unplaced",
        unit: "sessions",
        own: Some((
            "Sessions not placed a week",
            -1,
            "Wanted patient sessions and group seats without a place, per week.",
        )),
        value: |t| a_week(t, t.unplaced),
    },
    Measure {
        id: "unplaced_mandated",
        unit: "sessions",
        own: Some((
            "Mandated sessions not placed a week",
            -1,
            "Of these, demanded by clinical rules.",
        )),
        value: |t| a_week(t, t.mandated_unplaced),
    },
    Measure {
        id: "fte",
        unit: "people",
        own: Some((
            "People, full-time equivalents",
            0,
            "Contract hours a week over 40, agency staff included.",
        )),
        value: |t| a_week(t, t.contract_min / 60.0 / 40.0),
    },
];

/// One indicator of one case beside the base, over the replications. Differences are taken run by run.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MeasureRow {
    /// Id of the indicator catalogue, or a name of our own.
    pub id: String,
    /// Name.
    pub name: String,
    /// `share`, `hours`, `sessions` or `people`.
    pub unit: String,
    /// 1 if more is better, -1 if less is, 0 if neither.
    pub direction: i8,
    /// What it says.
    pub definition: String,
    /// Base: mean over the runs; absent if not computable.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub base: Option<f64>,
    /// The case: mean over the runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub value: Option<f64>,
    /// Paired difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub difference: Option<Estimate>,
}

/// A mean over runs with what chance makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Estimate {
    /// Mean.
    pub mean: f64,
    /// One run in ten lies below.
    pub p10: f64,
    /// Half of the runs lie below.
    pub p50: f64,
    /// One run in ten lies above.
    pub p90: f64,
    /// Standard error of the mean from the finite number of runs.
    pub mc_error: f64,
    /// Runs.
    pub n: u32,
}

impl Estimate {
    /// Of one value per run.
    pub fn of(values: &[f64]) -> Self {
        let (mean, deviation) = moments(values);
        let at = |p| stats::quantile(values, p).unwrap_or(0.0);
        Self {
            mean,
            p10: at(0.1),
            p50: at(0.5),
            p90: at(0.9),
            mc_error: deviation / libm::sqrt(values.len().max(1) as f64),
            n: values.len() as u32,
        }
    }
}

/// Every indicator from the totals of base and case, one pair per run.
pub fn measure(runs: &[(&Totals, &Totals)]) -> Vec<MeasureRow> {
    MEASURES
        .iter()
        .map(|measure| {
            let pairs: Vec<(f64, f64)> = runs
                .iter()
                .filter_map(|(base, case)| Some(((measure.value)(base)?, (measure.value)(case)?)))
                .collect();
            let column = |pick: fn(&(f64, f64)) -> f64| pairs.iter().map(pick).collect::<Vec<f64>>();
            let is_there = !pairs.is_empty();
            let mean = |values: &[f64]| is_there.then(|| Estimate::of(values).mean);
            let (name, direction, definition) = measure.words();
            MeasureRow {
                id: measure.id.into(),
                name: name.into(),
                unit: measure.unit.into(),
                direction,
                definition: definition.into(),
                base: mean(&column(|pair| pair.0)),
                value: mean(&column(|pair| pair.1)),
                difference: is_there.then(|| Estimate::of(&column(|pair| pair.1 - pair.0))),
            }
        })
        .collect()
}
