//! Two readings side by side, and as a plain-text table.

use serde::{Deserialize, Serialize};

use super::value::{Direction, Indicator, IndicatorUnit, display};

/// One indicator before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ComparisonRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: IndicatorUnit,
    /// Whether more is better.
    pub direction: Direction,
    /// Before, as shown.
    pub before: String,
    /// After, as shown.
    pub after: String,
    /// After minus before, not rounded; absent if either is not computable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
    /// The change as shown, with its sign.
    pub change_text: String,
    /// True if better, false if worse; absent if equal, not computable, or neither is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better: Option<bool>,
}

/// Two readings of the same indicators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Comparison {
    /// One row an indicator.
    pub rows: Vec<ComparisonRow>,
    /// The first reading.
    pub before: Vec<Indicator>,
    /// The second reading.
    pub after: Vec<Indicator>,
}

/// Compares two readings; indicators that only one of them has are left out of the rows.
pub fn compare(before: Vec<Indicator>, after: Vec<Indicator>) -> Comparison {
    let rows = before
        .iter()
        .filter_map(|old| Some(row(old, after.iter().find(|new| new.id == old.id)?)))
        .collect();
    Comparison { rows, before, after }
}

fn row(old: &Indicator, new: &Indicator) -> ComparisonRow {
    let change = old.value.zip(new.value).map(|(old, new)| new - old);
    let better = match (old.direction, change) {
        (Direction::Higher, Some(change)) if change != 0.0 => Some(change > 0.0),
        (Direction::Lower, Some(change)) if change != 0.0 => Some(change < 0.0),
        _ => None,
    };
    ComparisonRow {
        id: old.id.clone(),
        name: old.name.clone(),
        unit: old.unit,
        direction: old.direction,
        before: old.text.clone(),
        after: new.text.clone(),
        change,
        change_text: change.map_or(String::new(), |change| signed(change, old.unit)),
        better,
    }
}

fn signed(change: f64, unit: IndicatorUnit) -> String {
    let shown = display(change, unit);
    // A difference of shares is in percentage points.
    let shown = match unit {
        IndicatorUnit::Share => shown.replace(" %", " pt"),
        IndicatorUnit::ShareYear => shown.replace(" %/yr", " pt"),
        _ => shown,
    };
    if change > 0.0 { format!("+{shown}") } else { shown }
}

/// The comparison as plain text: one line an indicator, columns aligned, what is not computable with its reason below.
pub fn table(comparison: &Comparison) -> String {
    let head = ["id", "indicator", "before", "after", "change", ""].map(String::from);
    let is_known = |row: &&ComparisonRow| row.before != row.after || row.change.is_some();
    let lines: Vec<[String; 6]> = std::iter::once(head)
        .chain(comparison.rows.iter().filter(is_known).map(cells))
        .collect();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 6] = std::array::from_fn(width);
    let mut text = String::new();
    for line in &lines {
        let padded = line
            .iter()
            .zip(widths)
            .enumerate()
            .map(|(column, (cell, width))| match column {
                2..=4 => format!("{cell:>width$}"),
                _ => format!("{cell:<width$}"),
            });
        text.push_str(padded.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text.push_str(&missing(comparison));
    text
}

fn cells(row: &ComparisonRow) -> [String; 6] {
    let verdict = row.better.map_or("", |better| if better { "better" } else { "worse" });
    [
        row.id.clone(),
        row.name.clone(),
        row.before.clone(),
        row.after.clone(),
        row.change_text.clone(),
        verdict.into(),
    ]
}

fn missing(comparison: &Comparison) -> String {
    let neither = comparison.after.iter().filter_map(|new| {
        let reason = new.not_computable.as_ref()?;
        let old = comparison.before.iter().find(|old| old.id == new.id)?;
        old.value
            .is_none()
            .then(|| format!("  {} {}: {}\n", new.id, new.name, reason.reason))
    });
    let lines: String = neither.collect();
    if lines.is_empty() {
        lines
    } else {
        format!("\nnot computable:\n{lines}")
    }
}
