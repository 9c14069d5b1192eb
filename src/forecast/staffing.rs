//! From demand to people: the clinicians' hours that the coming weeks take, against the hours that there are.

mod capacity;
mod closing;

use std::collections::BTreeMap;

use serde::Serialize;

use super::demand::{Demand, Line};
use super::records::Measure;
use super::report::Fan;
use super::run::Outlooks;
use super::{Paths, records};
use crate::model::Clinic;
use crate::order::Arrange;

pub use capacity::Capacity;
pub use closing::{Closing, Prices};

/// Ways in which the coming weeks may go that are drawn (our choice: quantiles at 10 % and 90 % from 40 each).
const PATHS: usize = 400;

/// Low, middle and high sum over all weeks shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Total {
    /// One case in ten lies below.
    pub p10: f64,
    /// As many cases lie below as above.
    pub p50: f64,
    /// One case in ten lies above.
    pub p90: f64,
}

impl Total {
    fn of(paths: &[Vec<f64>]) -> Self {
        let sums: Vec<f64> = paths.iter().map(|path| path.iter().sum()).collect();
        let [p10, p50, p90] = [0.1, 0.5, 0.9].map(|p| crate::stats::quantile(&sums, p).unwrap_or(0.0));
        Self { p10, p50, p90 }
    }
}

/// Amounts of one discipline: what came, what is expected, how sure that is.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Course {
    /// By week, oldest first; the last one is the last full week.
    pub history: Vec<f64>,
    /// The forecast by week.
    pub point: Vec<f64>,
    /// Its intervals.
    pub fan: Fan,
    /// The sum of all weeks shown: not the sum of the weeks' quantiles, because weeks do not all go badly at once.
    pub total: Total,
}

/// A discipline in the coming weeks. Hours are clinicians' hours, everything that goes with a session included.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DisciplineAhead {
    /// Discipline.
    pub discipline: String,
    /// Requests for services that it mostly gives.
    pub referrals: Course,
    /// Sessions and seats of services that it mostly gives.
    pub visits: Course,
    /// Hours that it needs, whatever the service.
    pub hours: Course,
    /// What it has.
    pub capacity: Capacity,
    /// Hours missing by week in the middle case; spare if negative.
    pub gap: Vec<f64>,
    /// Hours missing by week if the hours are to suffice with the probability asked for.
    pub gap_planned: Vec<f64>,
    /// Probability that the hours suffice, by week.
    pub chance_enough: Vec<f64>,
    /// Probability that the sum of hours suffices for the sum of all weeks.
    pub chance_enough_in_all: f64,
    /// Full-time equivalents needed by week in the middle case.
    pub fte: Vec<f64>,
    /// What would close the planned gap, each by itself.
    pub closing: Vec<Closing>,
    /// The same in a few sentences.
    pub words: Vec<String>,
}

/// What the hours of the coming weeks are reckoned with.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The hours are to suffice with this probability, 0.5 to 0.99.
    pub service_level: f64,
    /// Seed of the paths.
    pub seed: u64,
    /// What time and people cost.
    pub prices: Prices,
}

/// Every discipline that is needed or there, by name. `outlooks` are those of the lines that are long enough, in
/// their order.
pub fn staffing(clinic: &Clinic, demand: &Demand, outlooks: &Outlooks, plan: &Plan) -> Vec<DisciplineAhead> {
    let paths = Paths::draw(outlooks, PATHS, plan.seed);
    let mut names: Vec<&str> = clinic.clinicians.iter().map(|row| row.discipline.as_str()).collect();
    for line in &demand.lines {
        names.push(&line.discipline);
        names.extend(line.hours.iter().map(|(discipline, _)| discipline.as_str()));
    }
    names.arrange();
    names.dedup();
    let all = All {
        clinic,
        demand,
        outlooks,
        paths: &paths,
        plan,
        weeks: outlooks.horizon - demand.running,
    };
    names.into_iter().map(|name| all.discipline(name)).collect()
}

struct All<'a> {
    clinic: &'a Clinic,
    demand: &'a Demand,
    outlooks: &'a Outlooks,
    paths: &'a Paths,
    plan: &'a Plan,
    weeks: usize,
}

impl All<'_> {
    fn discipline(&self, name: &str) -> DisciplineAhead {
        let of = |measure: Measure| {
            move |line: &Line| f64::from(u8::from(line.measure == measure && line.discipline == name))
        };
        let hours_of = |line: &Line| {
            let own = line.hours.iter().filter(|(discipline, _)| discipline == name);
            own.map(|(_, hours)| hours).sum::<f64>()
        };
        let (referrals, _) = self.course(&of(Measure::Referrals));
        let (visits, _) = self.course(&of(Measure::Visits));
        let (hours, paths) = self.course(&hours_of);
        let capacity = Capacity::of(self.clinic, name, self.demand.first_ahead, self.weeks);
        let quantile = |p: f64, week: usize| {
            let values: Vec<f64> = paths.iter().map(|path| path[week]).collect();
            crate::stats::quantile(&values, p).unwrap_or(0.0)
        };
        let enough = |needed: &dyn Fn(&Vec<f64>) -> f64, there: f64| {
            paths.iter().filter(|path| needed(path) <= there).count() as f64 / paths.len() as f64
        };
        let weeks = 0..self.weeks;
        let there = |week: usize| capacity.hours[week];
        let gap_planned: Vec<f64> = weeks
            .clone()
            .map(|week| quantile(self.plan.service_level, week) - there(week))
            .collect();
        let mut found = DisciplineAhead {
            discipline: name.to_owned(),
            gap: weeks.clone().map(|week| hours.fan.p50[week] - there(week)).collect(),
            chance_enough: weeks
                .clone()
                .map(|week| enough(&|path| path[week], there(week)))
                .collect(),
            chance_enough_in_all: enough(&|path| path.iter().sum(), capacity.hours.iter().sum()),
            fte: hours
                .fan
                .p50
                .iter()
                .map(|hours| hours / capacity.fte_week_hours)
                .collect(),
            gap_planned,
            closing: Vec::new(),
            words: Vec::new(),
            referrals,
            visits,
            hours,
            capacity,
        };
        found.closing = closing::closing(self.clinic, self.demand, self.outlooks, &found, self.plan);
        found.words = words(&found, self.plan.service_level);
        found
    }

    /// A weighted sum of series, with its paths from the first week shown on.
    fn course(&self, weight: &dyn Fn(&Line) -> f64) -> (Course, Vec<Vec<f64>>) {
        let mut weights = Vec::new();
        let mut held = 0.0;
        let mut history: BTreeMap<crate::model::calendar::Date, f64> = BTreeMap::new();
        let mut long_enough = 0;
        for line in &self.demand.lines {
            let weight = weight(line);
            let place = line.is_long_enough().then_some(long_enough);
            long_enough += usize::from(place.is_some());
            if weight == 0.0 {
                continue;
            }
            for (at, value) in line.values.iter().enumerate() {
                *history.entry(line.first_week.plus_days(7 * at as i32)).or_default() += weight * value;
            }
            match place {
                Some(place) => weights.push((place, weight)),
                // Too short for a forecast: its mean, whatever comes.
                None => held += weight * line.values.iter().sum::<f64>() / line.values.len().max(1) as f64,
            }
        }
        let first = self.demand.running;
        let mut paths = self.paths.weighted(&weights);
        for path in &mut paths {
            path.drain(..first);
            path.iter_mut().for_each(|value| *value += held);
        }
        let point = (first..self.outlooks.horizon).map(|at| {
            let each = weights.iter();
            held + each
                .map(|&(place, weight)| weight * self.outlooks.each[place].points.mean[at])
                .sum::<f64>()
        });
        let course = Course {
            history: history.into_values().collect(),
            point: point.collect(),
            fan: Fan::of_paths(&paths, 0, self.weeks),
            total: Total::of(&paths),
        };
        (course, paths)
    }
}

fn words(found: &DisciplineAhead, service_level: f64) -> Vec<String> {
    let DisciplineAhead {
        discipline,
        hours,
        capacity,
        ..
    } = found;
    if hours.point.iter().all(|&hours| hours == 0.0) {
        return vec![format!("no demand for `{discipline}` is on record")];
    }
    let there: f64 = capacity.hours.iter().sum();
    let weeks = capacity.hours.len();
    let mut words = vec![format!(
        "the {weeks} weeks take {:.0} to {:.0} hours of `{discipline}` (8 cases in 10), {:.0} in the middle case; \
         there are {there:.0}: they suffice in {:.0} of 100 cases",
        hours.total.p10,
        hours.total.p90,
        hours.total.p50,
        found.chance_enough_in_all * 100.0
    )];
    let short = found.gap_planned.iter().filter(|&&gap| gap > 0.0).count();
    let most = found.gap_planned.iter().copied().fold(0.0, f64::max);
    words.push(match short {
        0 => format!("the hours suffice with {:.0} % in every single week", service_level * 100.0),
        _ => format!(
            "to suffice with {:.0} %, {short} of {weeks} weeks need more hours than there are, up to {most:.0} in a week \
             ({:.1} full-time equivalents of {:.1} hours with patients)",
            service_level * 100.0,
            most / capacity.fte_week_hours,
            capacity.fte_week_hours
        ),
    });
    if discipline == records::ANY {
        words.push("nobody in particular has to give this: its hours are not counted against any discipline".into());
    }
    words
}
