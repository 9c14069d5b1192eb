//! The last weeks, one by one: the line behind an indicator.

use serde::{Deserialize, Serialize};

use super::indicators;
use super::value::{Indicator, IndicatorUnit};
use super::view::View;
use crate::model::calendar::{DAY_MIN, DateTime};

/// Most weeks of a trend. Our choice: two years.
pub const MAX_TREND_WEEKS: u32 = 104;

/// An indicator week by week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Trend {
    /// Id of the indicator.
    pub id: String,
    /// Unit of the values.
    pub unit: IndicatorUnit,
    /// Whole workweeks, oldest first.
    pub points: Vec<TrendPoint>,
}

/// An indicator in one workweek.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TrendPoint {
    /// First moment of the week.
    pub from: DateTime,
    /// First moment after it.
    pub to: DateTime,
    /// Number of rows that the value rests on.
    pub n: u32,
    /// The value, not rounded; absent if it cannot be computed for this week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub value: Option<f64>,
    /// The value as it is shown; `not computable` if there is none.
    pub text: String,
}

/// The indicators with these ids (all if empty) in each of the last `weeks` whole workweeks before the end of a view of
/// what happened. Indicators that have a value in none of them are left out. Of the view's period only the end counts.
pub fn trends(mut view: View, ids: &[String], weeks: u32) -> Vec<Trend> {
    let end = view.week_of(view.period.1.div_euclid(DAY_MIN));
    let mut trends: Vec<Trend> = Vec::new();
    for week in (1..=weeks.min(MAX_TREND_WEEKS) as i32).rev() {
        let first = end - 7 * week;
        view.period = (first * DAY_MIN, (first + 7) * DAY_MIN);
        let (from, to) = (view.origin.plus_days(first), view.origin.plus_days(first + 7));
        for (at, indicator) in indicators(&view, ids).into_iter().enumerate() {
            if trends.len() <= at {
                trends.push(Trend {
                    id: indicator.id.clone(),
                    unit: indicator.unit,
                    points: Vec::new(),
                });
            }
            if let Some(trend) = trends.get_mut(at) {
                trend.points.push(point(from.at_minute(0), to.at_minute(0), indicator));
            }
        }
    }
    trends.retain(|trend| trend.points.iter().any(|point| point.value.is_some()));
    trends
}

fn point(from: DateTime, to: DateTime, indicator: Indicator) -> TrendPoint {
    TrendPoint {
        from,
        to,
        n: indicator.n,
        value: indicator.value,
        text: indicator.text,
    }
}
