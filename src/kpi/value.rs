//! The value of an indicator with everything that is needed to trust it.

use serde::{Deserialize, Serialize};

/// What an indicator was computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IndicatorBasis {
    /// What happened: appointments, seats and staff days of the past.
    History,
    /// A plan for the horizon: planned sessions count as booked.
    Plan,
}

/// Whether more is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither; it depends.
    Neither,
}

/// What a value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IndicatorUnit {
    /// A share, 0 to 1 (more only where said), shown in per cent.
    Share,
    /// A share a year, shown in per cent.
    ShareYear,
    /// A plain number.
    Number,
    /// An index between 0 and 1.
    Index,
    /// Points of a scale.
    Points,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Months.
    Months,
    /// Whole units of the clinic's currency, exact to the cent.
    Money,
}

impl IndicatorUnit {
    /// How the unit is written after a displayed value.
    pub fn label(self) -> &'static str {
        match self {
            Self::Share => "%",
            Self::ShareYear => "%/yr",
            Self::Number | Self::Index => "",
            Self::Points => "points",
            Self::Minutes => "min",
            Self::Hours => "h",
            Self::Days => "d",
            Self::Months => "mo",
            Self::Money => "money",
        }
    }
}

/// An interval around a value, in its unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct IndicatorInterval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// How it was found, for example `Wilson 95 %`.
    pub method: String,
}

/// Where a skewed distribution lies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Quantiles {
    /// Half lie below.
    pub median: f64,
    /// Nine tenths lie below.
    pub p90: f64,
    /// Number of values.
    pub n: u32,
    /// How they were found.
    pub method: String,
}

/// A figure beside the main one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Figure {
    /// What it is.
    pub name: String,
    /// Unit.
    pub unit: IndicatorUnit,
    /// Value, not rounded.
    pub value: f64,
    /// Value as it is shown.
    pub text: String,
}

/// Rows that could not be used, visibly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LeftOut {
    /// Why.
    pub reason: String,
    /// How many.
    pub n: u32,
}

/// Why there is no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct NotComputable {
    /// The reason.
    pub reason: String,
    /// What would make it computable.
    pub needs: String,
}

/// The rows that count, by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RowIds {
    /// The table they stand in, or `sessions` of a plan. A seat is written `appointment/patient`, a clinician-day
    /// `clinician date`.
    pub table: String,
    /// How many there are.
    pub count: u32,
    /// Most that are listed.
    pub cap: u32,
    /// The first of them, in order of time.
    pub ids: Vec<String>,
}

/// One indicator, computed or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Indicator {
    /// Id, for example `K16`.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it was computed from.
    pub basis: IndicatorBasis,
    /// Unit of the value.
    pub unit: IndicatorUnit,
    /// Whether more is better.
    pub direction: Direction,
    /// What it says, in a sentence.
    pub definition: String,
    /// What the numerator counts.
    pub numerator_is: String,
    /// What the denominator counts; empty if there is none.
    pub denominator_is: String,
    /// What is counted how in doubtful cases.
    pub edge_cases: String,
    /// Where the definition comes from.
    pub source: String,
    /// The value, not rounded; absent if not computable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The value as it is shown, with its unit; `not computable` if there is none.
    pub text: String,
    /// Number of rows, sessions, patients that the value rests on.
    pub n: u32,
    /// Numerator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<f64>,
    /// Denominator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<f64>,
    /// Interval, for proportions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<IndicatorInterval>,
    /// Quantiles, for times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantiles: Option<Quantiles>,
    /// Figures beside the main one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// What could not be used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// What the reader must know, for example that travel is estimated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Rows in the numerator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator_rows: Option<RowIds>,
    /// Rows in the denominator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator_rows: Option<RowIds>,
    /// Why there is no value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_computable: Option<NotComputable>,
}

/// A value as it is shown: per cent, minutes, hours, days and counts with one decimal, indices and money with two;
/// half away from zero.
pub fn display(value: f64, unit: IndicatorUnit) -> String {
    let (scaled, decimals) = match unit {
        IndicatorUnit::Share | IndicatorUnit::ShareYear => (value * 100.0, 1),
        IndicatorUnit::Index | IndicatorUnit::Money => (value, 2),
        IndicatorUnit::Months => (value, 0),
        _ => (value, 1),
    };
    let number = rounded(scaled, decimals);
    match unit {
        IndicatorUnit::Money | IndicatorUnit::Number | IndicatorUnit::Index => number,
        _ => format!("{number} {}", unit.label()),
    }
}

/// `value` with this many decimals, half away from zero. The tiny push undoes the binary image of a decimal half, so
/// that 0.125 and 2.675 both go up; it is far below any figure that is shown.
fn rounded(value: f64, decimals: u32) -> String {
    let factor = f64::from(10_u32.pow(decimals));
    let scaled = value.abs() * factor;
    let whole = libm::floor(scaled + 0.5 + scaled * 1e-12);
    let signed = if value < 0.0 && whole > 0.0 { -whole } else { whole };
    format!("{:.*}", decimals as usize, signed / factor)
}

#[cfg(test)]
mod tests {
    use super::{IndicatorUnit, display};

    #[test]
    fn rounds_half_away_from_zero() {
        for (value, unit, text) in [
            (0.18, IndicatorUnit::Share, "18.0 %"),
            (0.1165, IndicatorUnit::Share, "11.7 %"),
            (-0.1165, IndicatorUnit::Share, "-11.7 %"),
            (2.675, IndicatorUnit::Money, "2.68"),
            (-0.001, IndicatorUnit::Money, "0.00"),
            (0.25, IndicatorUnit::Hours, "0.3 h"),
            (5.4, IndicatorUnit::Number, "5.4"),
            (0.2, IndicatorUnit::ShareYear, "20.0 %/yr"),
        ] {
            assert_eq!(display(value, unit), text);
        }
    }
}
