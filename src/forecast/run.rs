//! Many series at once: their forecasts, what the same forecasts would have missed by in the past, and the intervals
//! that follow from that.

use super::backtest::{self, Backtest, Known, Look};
use super::conformal::{Pool, Width, scale};
use super::shift::{Shift, leveled};
use super::{Points, points};
use crate::error::{Error, Result};

/// Fewest periods of history; with less there is no forecast (our choice: two months of weeks).
pub const FEWEST_PERIODS: usize = 8;
/// Most periods ahead: half a year of weeks and the running one, or four weeks of days.
pub const MOST_AHEAD: usize = 28;
/// Below this share of a usual period next to nothing was open: the period says nothing about demand (our choice).
const CLOSED: f64 = 0.25;

/// What is to be forecast.
#[derive(Debug, Clone, Default)]
pub struct Series {
    /// The history, oldest first: amounts that are not negative.
    pub values: Vec<f64>,
    /// Lengths of the seasons there may be, in periods; empty if there is none.
    pub seasons: Vec<usize>,
    /// For every period of the history and of the time ahead: how much of a usual period it is, 1 for an ordinary
    /// one, less with a holiday. All ordinary if empty.
    pub calendar: Vec<f64>,
}

impl Series {
    /// The longest season; 1 if there is none.
    pub fn season(&self) -> usize {
        self.seasons.iter().copied().max().unwrap_or(1)
    }

    fn share(&self, at: usize) -> f64 {
        self.calendar.get(at).copied().unwrap_or(1.0).clamp(0.0, 1.0)
    }

    /// The first `until` periods as if all had been ordinary.
    fn ordinary(&self, until: usize) -> Vec<f64> {
        let mut values: Vec<f64> = Vec::with_capacity(until);
        for (at, &value) in self.values.iter().take(until).enumerate() {
            let share = self.share(at);
            let ordinary = match share < CLOSED {
                // As the period before it, or one season ago.
                true => values
                    .len()
                    .checked_sub(self.season())
                    .and_then(|at| values.get(at).copied()),
                false => Some(value / share),
            };
            values.push(ordinary.or(values.last().copied()).unwrap_or(value));
        }
        values
    }

    /// Everything that is said at a moment when `origin` periods were known.
    fn look(&self, origin: usize, horizon: usize) -> Look {
        let (level, shifts) = leveled(&self.ordinary(origin), &self.seasons);
        let mut points = points(&level, &self.seasons, horizon);
        let shares: Vec<f64> = (origin..origin + horizon).map(|at| self.share(at)).collect();
        let lines = [&mut points.naive, &mut points.theta, &mut points.mean].into_iter();
        for line in lines.chain(&mut points.ets).chain(&mut points.mstl) {
            line.iter_mut().zip(&shares).for_each(|(value, share)| *value *= share);
        }
        let came = &self.values[origin..self.values.len().min(origin + horizon)];
        Look {
            age: self.values.len() - origin,
            scale: scale(&level, self.season()),
            came: came.to_vec(),
            points,
            shifts,
        }
    }
}

/// A forecast of several series, made in steps: one look at one series each.
#[derive(Debug, Clone)]
pub struct Run {
    series: Vec<Series>,
    horizon: usize,
    /// Series and number of known periods of every look; the forecasts themselves come last.
    jobs: Vec<(usize, usize)>,
    next: usize,
    /// By series, oldest first.
    looks: Vec<Vec<Look>>,
}

impl Run {
    /// Nothing is done yet.
    ///
    /// # Errors
    /// `forecast.horizon`, `forecast.short_history`, `forecast.not_an_amount`, `forecast.wrong_season`.
    pub fn new(series: Vec<Series>, horizon: usize) -> Result<Self> {
        if !(1..=MOST_AHEAD).contains(&horizon) {
            let message = format!("a forecast reaches 1 to {MOST_AHEAD} periods ahead");
            return Err(Error::new("forecast.horizon", message).at("horizon"));
        }
        for (at, one) in series.iter().enumerate() {
            refusal(one).map_or(Ok(()), |error| Err(error.at(format!("series[{at}]"))))?;
        }
        let looks = series.iter().enumerate().flat_map(|(at, one)| {
            backtest::origins(one.values.len(), one.season(), horizon)
                .into_iter()
                .map(move |origin| (at, origin))
        });
        let now = series.iter().enumerate().map(|(at, one)| (at, one.values.len()));
        Ok(Self {
            jobs: looks.chain(now).collect(),
            looks: vec![Vec::new(); series.len()],
            series,
            horizon,
            next: 0,
        })
    }

    /// Does one step; true while there are more.
    pub fn advance(&mut self) -> bool {
        if let Some(&(at, origin)) = self.jobs.get(self.next) {
            let look = self.series[at].look(origin, self.horizon);
            self.looks[at].push(look);
            self.next += 1;
        }
        self.next < self.jobs.len()
    }

    /// Steps done and steps in all.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.jobs.len())
    }

    /// The forecasts, in the order of the series; steps that are left are done first.
    #[must_use]
    pub fn finish(mut self) -> Outlooks {
        while self.advance() {}
        let mut now = Vec::new();
        for looks in &mut self.looks {
            now.extend(looks.pop());
        }
        let errors: Vec<Vec<f64>> = self.looks.iter().flatten().map(Look::scaled_errors).collect();
        let pool = Pool::new(errors.iter().map(Vec::as_slice), self.horizon);
        let known = Known::of(&self.looks, self.horizon);
        let each = now.into_iter().zip(&self.looks).zip(&self.series);
        let each = each
            .map(|((look, past), series)| Outlook {
                backtest: Backtest::of(past, &known),
                history: series.values.len(),
                season: series.season(),
                points: look.points,
                scale: look.scale,
                shifts: look.shifts,
            })
            .collect();
        Outlooks {
            horizon: self.horizon,
            pool,
            each,
            past: self.looks,
        }
    }
}

/// Why there can be no forecast of a series.
fn refusal(series: &Series) -> Option<Error> {
    let count = series.values.len();
    if count < FEWEST_PERIODS {
        let message = format!("a forecast needs {FEWEST_PERIODS} periods of history, here are {count}");
        return Some(Error::new("forecast.short_history", message));
    }
    let amount = |value: &f64| value.is_finite() && *value >= 0.0 && *value < 1e12;
    if let Some(at) = series.values.iter().position(|value| !amount(value)) {
        let message = format!("period {} is not an amount from 0 to 10^12", at + 1);
        return Some(Error::new("forecast.not_an_amount", message));
    }
    if series.seasons.iter().any(|season| !(2..=366).contains(season)) {
        return Some(Error::new("forecast.wrong_season", "a season has 2 to 366 periods"));
    }
    None
}

/// Forecasts of several series, with what they share.
#[derive(Debug, Clone)]
pub struct Outlooks {
    /// Periods ahead.
    pub horizon: usize,
    /// The errors of all series.
    pub pool: Pool,
    /// The forecasts, in the order of the series.
    pub each: Vec<Outlook>,
    /// Earlier moments by series, oldest first.
    pub past: Vec<Vec<Look>>,
}

/// The forecast of one series.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// What every method says; `points.mean` is the forecast.
    pub points: Points,
    /// How hard it is to forecast, in its own unit.
    pub scale: f64,
    /// Changes of level that were evened out.
    pub shifts: Vec<Shift>,
    /// How the same forecast would have done in the past.
    pub backtest: Backtest,
    /// Periods of history.
    pub history: usize,
    /// Longest season that was looked for; 1 if none.
    pub season: usize,
}

impl Outlooks {
    /// Half of the interval of a series at a step from 1, in its own unit. Without any past error it is as wide as
    /// the forecast itself or two of its scale, whichever is more.
    pub fn width(&self, series: usize, step: usize, level: f64) -> Width {
        let outlook = &self.each[series];
        match self.pool.width(step, level) {
            Some(width) => Width {
                half: width.half * outlook.scale,
                ..width
            },
            None => Width {
                half: outlook.points.mean[step - 1].max(2.0 * outlook.scale),
                widened: true,
            },
        }
    }

    /// The quantile `p` (0 to 1) of a series at a step from 1; never below 0.
    pub fn quantile(&self, series: usize, step: usize, p: f64) -> f64 {
        let point = self.each[series].points.mean[step - 1];
        let half = self.width(series, step, (2.0 * p - 1.0).abs()).half;
        let side = if p < 0.5 { -half } else { half };
        // The middle is the forecast itself.
        (point + if p == 0.5 { 0.0 } else { side }).max(0.0)
    }
}
