//! `forecast`: how much demand comes in the next weeks, and whether the clinic has the hours for it, as a task.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::task::{Progress, Task};
use super::to_json;
use crate::error::{Error, Issue, Result};
use crate::forecast::{
    Ahead, Demand, DisciplineAhead, Line, MOST_AHEAD, Measure, Plan, Prices, Run, Series, SpecialDay, read, staffing,
};
use crate::model::Clinic;
use crate::model::calendar::{Date, DateTime};
use crate::scenario::assumptions::{Assumption, AssumptionValue, Assumptions};

/// Request of `forecast`: of the open clinic, or of `series` that are given as numbers.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct ForecastRequest {
    /// Weeks ahead, 1 to 26; 13 if 0. Periods ahead, 1 to 28, for `series`.
    pub horizon: u32,
    /// Seed of the ways in which the weeks may go; the clinic's if absent.
    pub seed: Option<u64>,
    /// The hours are to suffice with this probability, 0.5 to 0.99; 0.8 if 0.
    pub service_level: f64,
    /// Days beside the public holidays on which less comes than usual.
    pub holidays: Vec<Date>,
    /// What overtime, temporary staff and hires cost and take, where it differs: `overtime_multiplier`,
    /// `agency_premium`, `hire_lead_days`, `benefit_load`.
    pub assumptions: Vec<AssumptionValue>,
    /// Series given as numbers, in place of the open clinic.
    pub series: Vec<GivenSeries>,
}

/// A history given as numbers.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct GivenSeries {
    /// What it is called in the reply.
    pub id: String,
    /// Amounts by period, oldest first; 8 at least, none negative.
    pub values: Vec<f64>,
    /// Lengths of the seasons there may be, in periods, 2 to 366: 52 for weeks, 12 for months, 7 for days.
    pub seasons: Vec<u32>,
}

/// Reply of `forecast`.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ForecastReply {
    /// The clinic's demand and hours; absent if series were given.
    pub clinic: Option<ClinicAhead>,
    /// The series that were given, in the order of the request.
    pub given: Vec<GivenAhead>,
}

/// The forecast of a series that was given as numbers.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GivenAhead {
    /// As in the request.
    pub id: String,
    /// Its forecast.
    pub ahead: Ahead,
}

/// The coming weeks of the open clinic.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ClinicAhead {
    /// The moment the document describes: nothing later is known.
    pub as_of: DateTime,
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// Currency of amounts of money, ISO 4217.
    pub currency: String,
    /// First day of every week shown.
    pub weeks: Vec<Date>,
    /// Probability with which the hours are to suffice.
    pub service_level: f64,
    /// One a discipline: demand, hours, capacity, gap and what closes it.
    pub disciplines: Vec<DisciplineAhead>,
    /// One a measure, service and site.
    pub series: Vec<SeriesAhead>,
    /// Holidays and closures in the weeks shown.
    pub special_days: Vec<SpecialDay>,
    /// What money and lead times are reckoned with.
    pub assumptions: Vec<Assumption>,
    /// What the forecast rests on, in sentences.
    pub notes: Vec<String>,
    /// What is doubtful about it, in sentences.
    pub warnings: Vec<String>,
}

/// Demand for a service at a site.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SeriesAhead {
    /// What is counted.
    pub measure: Measure,
    /// Service id.
    pub service: String,
    /// Site id; empty if unknown.
    pub site: String,
    /// Discipline that mostly gives it.
    pub discipline: String,
    /// First day of the first week of the history.
    pub first_week: Date,
    /// By week; the last one is the last full week.
    pub history: Vec<f64>,
    /// The forecast; absent if the history is too short.
    pub ahead: Option<Ahead>,
    /// Why there is none, and what is done instead.
    pub refused: Option<String>,
}

/// Weeks ahead if the request does not say: a quarter of a year (our choice).
const USUAL_HORIZON: u32 = 13;
/// Most weeks ahead.
const MOST_WEEKS: u32 = 26;
/// Probability with which the hours are to suffice if the request does not say (our choice).
const USUAL_LEVEL: f64 = 0.8;
/// What this operation takes from the assumptions of scenarios.
const ASSUMPTIONS: [&str; 4] = [
    "overtime_multiplier",
    "agency_premium",
    "hire_lead_days",
    "benefit_load",
];

/// Starts a forecast. A step is one look at one series.
///
/// # Errors
/// `desk.empty`; `request.wrong_value`; `forecast.horizon`, `forecast.short_history`, `forecast.not_an_amount`,
/// `forecast.wrong_season`, `forecast.wrong_assumption`.
pub fn forecast(desk: &Desk, request: ForecastRequest) -> Result<Box<dyn Task>> {
    let horizon = if request.horizon == 0 {
        USUAL_HORIZON
    } else {
        request.horizon
    };
    if !request.series.is_empty() {
        return given(request, horizon);
    }
    if horizon > MOST_WEEKS {
        let message = format!("a forecast reaches 1 to {MOST_WEEKS} weeks ahead");
        return Err(Error::new("forecast.horizon", message).at("horizon"));
    }
    let service_level = match request.service_level {
        0.0 => USUAL_LEVEL,
        level if (0.5..=0.99).contains(&level) => level,
        _ => return Err(Error::new("request.wrong_value", "expected 0.5 to 0.99").at("service_level")),
    };
    let (assumptions, issues) = Assumptions::new(&request.assumptions);
    if !issues.is_empty() {
        let causes: Vec<&str> = issues.iter().map(|issue: &Issue| issue.cause.as_str()).collect();
        return Err(Error::new("forecast.wrong_assumption", causes.join("; ")).at("assumptions"));
    }
    let clinic = desk.clinic()?.clone();
    let demand = read(&clinic, horizon as usize, &request.holidays);
    let long_enough = demand.lines.iter().filter(|line| line.is_long_enough());
    let series: Vec<Series> = long_enough.map(Line::series).collect();
    let plan = Plan {
        service_level,
        seed: request.seed.unwrap_or(clinic.settings.seed),
        prices: Prices {
            overtime: assumptions.value("overtime_multiplier"),
            temporary: assumptions.value("agency_premium"),
            hire_days: assumptions.value("hire_lead_days"),
            benefits: assumptions.value("benefit_load"),
        },
    };
    Ok(Box::new(ForecastTask {
        run: Run::new(series, horizon as usize + demand.running)?,
        what: What::Clinic(Box::new(Open {
            clinic,
            demand,
            plan,
            assumptions,
        })),
    }))
}

fn given(request: ForecastRequest, horizon: u32) -> Result<Box<dyn Task>> {
    let series = request.series.iter().map(|given| Series {
        values: given.values.clone(),
        seasons: given.seasons.iter().map(|&season| season as usize).collect(),
        calendar: Vec::new(),
    });
    let run = Run::new(series.collect(), horizon.min(MOST_AHEAD as u32 + 1) as usize)?;
    let ids = request.series.into_iter().map(|given| given.id).collect();
    Ok(Box::new(ForecastTask {
        run,
        what: What::Given(ids),
    }))
}

struct ForecastTask {
    run: Run,
    what: What,
}

/// What is forecast.
enum What {
    /// Ids of series that were given.
    Given(Vec<String>),
    Clinic(Box<Open>),
}

struct Open {
    clinic: Clinic,
    demand: Demand,
    plan: Plan,
    assumptions: Assumptions,
}

impl Task for ForecastTask {
    fn advance(&mut self, steps: u64) -> Result<Progress> {
        let mut more = true;
        for _ in 0..steps {
            more = self.run.advance();
            if !more {
                break;
            }
        }
        let (step, steps) = self.run.progress();
        Ok(Progress {
            step: step as u64,
            steps: steps as u64,
            done: !more,
            news: serde_json::Value::Null,
        })
    }

    fn finish(self: Box<Self>) -> Result<String> {
        to_json(&match self.what {
            What::Given(ids) => {
                let outlooks = self.run.finish();
                let given = ids.into_iter().enumerate().map(|(at, id)| GivenAhead {
                    id,
                    ahead: outlooks.ahead(at, 0, "period"),
                });
                ForecastReply {
                    clinic: None,
                    given: given.collect(),
                }
            }
            What::Clinic(open) => ForecastReply {
                clinic: Some(open.reply(self.run)),
                given: Vec::new(),
            },
        })
    }
}

impl Open {
    fn reply(&self, run: Run) -> ClinicAhead {
        let outlooks = run.finish();
        let Self { clinic, demand, .. } = self;
        let weeks = outlooks.horizon - demand.running;
        let mut place = 0;
        let series = demand.lines.iter().map(|line| {
            let ahead = line.is_long_enough().then(|| {
                place += 1;
                outlooks.ahead(place - 1, demand.running, "week")
            });
            SeriesAhead {
                measure: line.measure,
                service: clinic.services[line.service].id.clone(),
                site: line.site.clone(),
                discipline: line.discipline.clone(),
                first_week: line.first_week,
                history: line.values.clone(),
                refused: ahead.is_none().then(|| demand.refusal(line)),
                ahead,
            }
        });
        let assumptions = self.assumptions.list().iter();
        ClinicAhead {
            as_of: clinic.settings.as_of,
            synthetic: clinic.settings.synthetic,
            currency: clinic.settings.currency.clone(),
            weeks: (0..weeks as i32)
                .map(|week| demand.first_ahead.plus_days(7 * week))
                .collect(),
            service_level: self.plan.service_level,
            disciplines: staffing(clinic, demand, &outlooks, &self.plan),
            series: series.collect(),
            special_days: demand.special_days.clone(),
            assumptions: assumptions
                .filter(|row| ASSUMPTIONS.contains(&row.id.as_str()))
                .cloned()
                .collect(),
            notes: demand.notes(),
            warnings: demand.warnings(&outlooks),
        }
    }
}
