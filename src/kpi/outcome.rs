//! What a formula hands back, and the helpers that build it.

use super::catalog::Definition;
use super::value::{
    Figure, Indicator, IndicatorInterval, IndicatorUnit, LeftOut, NotComputable, Quantiles, RowIds, display,
};
use super::view::View;
use crate::stats;

/// Most ids that are listed for a drill-down; the count is always whole. Our choice: what one can read on a page.
pub(crate) const ROW_CAP: usize = 200;

/// What a formula gives: a value, or why there is none.
pub(crate) type Computed = Result<Outcome, NotComputable>;

/// A value with what it rests on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outcome {
    value: f64,
    n: usize,
    numerator: Option<f64>,
    denominator: Option<f64>,
    interval: Option<IndicatorInterval>,
    quantiles: Option<Quantiles>,
    figures: Vec<Figure>,
    left_out: Vec<LeftOut>,
    notes: Vec<String>,
    numerator_rows: Option<RowIds>,
    denominator_rows: Option<RowIds>,
}

/// No value, because of this; and what would give one.
pub(crate) fn none(reason: impl Into<String>, needs: impl Into<String>) -> NotComputable {
    NotComputable {
        reason: reason.into(),
        needs: needs.into(),
    }
}

/// No value because the denominator, which counts `what`, is 0.
pub(crate) fn nothing(what: &str) -> NotComputable {
    none(
        format!("no {what} in the period, so the denominator is 0"),
        format!("{what} in the period"),
    )
}

/// No value from a plan: only what happened can tell.
pub(crate) fn needs_history() -> NotComputable {
    none("a plan cannot know this", "what happened: ask for a period of the past")
}

/// No value from history: only a schedule ahead can tell.
pub(crate) fn needs_plan(what: &str) -> NotComputable {
    none(
        format!("{what} is found for the planning horizon, not for the past"),
        "ask for the published schedule or a plan",
    )
}

/// The ids of rows, capped.
pub(crate) fn rows(table: &str, ids: impl IntoIterator<Item = String>) -> RowIds {
    let mut count = 0;
    let mut listed = Vec::new();
    for id in ids {
        if count < ROW_CAP {
            listed.push(id);
        }
        count += 1;
    }
    RowIds {
        table: table.into(),
        count: count as u32,
        cap: ROW_CAP as u32,
        ids: listed,
    }
}

impl Outcome {
    /// A plain value of `n` rows.
    pub(crate) fn plain(value: f64, n: usize) -> Self {
        Self {
            value,
            n,
            ..Self::default()
        }
    }

    /// `numerator / denominator` of `n` rows; not computable if the denominator, which counts `what`, is 0.
    pub(crate) fn ratio(numerator: f64, denominator: f64, n: usize, what: &str) -> Computed {
        if denominator <= 0.0 {
            return Err(nothing(what));
        }
        Ok(Self {
            numerator: Some(numerator),
            denominator: Some(denominator),
            ..Self::plain(numerator / denominator, n)
        })
    }

    /// Median, 90th percentile and n; the median is the value.
    pub(crate) fn times(values: &[f64]) -> Option<Self> {
        Some(Self::plain(stats::median(values)?, values.len()).with_quantiles(values))
    }

    /// The same with the quantiles of these values beside it.
    pub(crate) fn with_quantiles(mut self, values: &[f64]) -> Self {
        self.quantiles = stats::median(values)
            .zip(stats::quantile(values, 0.9))
            .map(|(median, p90)| Quantiles {
                median,
                p90,
                n: values.len() as u32,
                method: "linear between order statistics (type 7)".into(),
            });
        self
    }

    /// The same with a figure beside it, if there is one.
    pub(crate) fn figure(mut self, name: &str, unit: IndicatorUnit, value: impl Into<Option<f64>>) -> Self {
        if let Some(value) = value.into() {
            self.figures.push(Figure {
                name: name.into(),
                unit,
                value,
                text: display(value, unit),
            });
        }
        self
    }

    /// The same with a share beside it, if its denominator is not 0.
    pub(crate) fn share(self, name: &str, hits: f64, all: f64) -> Self {
        self.figure(name, IndicatorUnit::Share, (all > 0.0).then(|| hits / all))
    }

    /// The same with rows that could not be used, if any.
    pub(crate) fn left_out(mut self, reason: &str, n: usize) -> Self {
        if n > 0 {
            self.left_out.push(LeftOut {
                reason: reason.into(),
                n: n as u32,
            });
        }
        self
    }

    /// The same with a note, if it applies.
    pub(crate) fn note(mut self, applies: bool, text: &str) -> Self {
        if applies {
            self.notes.push(text.into());
        }
        self
    }

    /// The same with the rows of the numerator.
    pub(crate) fn over(mut self, table: &str, ids: impl IntoIterator<Item = String>) -> Self {
        self.numerator_rows = Some(rows(table, ids));
        self
    }

    /// The same with the rows of the denominator.
    pub(crate) fn under(mut self, table: &str, ids: impl IntoIterator<Item = String>) -> Self {
        self.denominator_rows = Some(rows(table, ids));
        self
    }

    /// The same without rows, where listing them would give someone away.
    pub(crate) fn without_rows(mut self) -> Self {
        self.numerator_rows = None;
        self.denominator_rows = None;
        self
    }

    /// The finished indicator.
    pub(crate) fn indicator(computed: Computed, definition: &Definition, view: &View) -> Indicator {
        let (outcome, failure) = match computed {
            Ok(outcome) => (outcome, None),
            Err(failure) => (Self::default(), Some(failure)),
        };
        let value = failure.is_none().then_some(outcome.value);
        Indicator {
            id: definition.id.into(),
            name: definition.name.into(),
            basis: view.basis,
            unit: definition.unit,
            direction: definition.direction,
            definition: definition.definition.into(),
            numerator_is: definition.numerator.into(),
            denominator_is: definition.denominator.into(),
            edge_cases: definition.edge_cases.into(),
            source: definition.source.into(),
            value,
            text: value.map_or("not computable".into(), |value| display(value, definition.unit)),
            n: outcome.n as u32,
            numerator: outcome.numerator,
            denominator: outcome.denominator,
            interval: outcome.interval,
            quantiles: outcome.quantiles,
            figures: outcome.figures,
            left_out: outcome.left_out,
            notes: outcome.notes,
            numerator_rows: outcome.numerator_rows,
            denominator_rows: outcome.denominator_rows,
            not_computable: failure,
        }
    }
}

/// Rows that are counted one by one, some of them in the numerator too.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    hits: Vec<String>,
    all: Vec<String>,
}

impl Tally {
    /// Counts a row in the denominator, and in the numerator if it is a hit.
    pub(crate) fn add(&mut self, hit: bool, id: impl Into<String>) {
        let id = id.into();
        if hit {
            self.hits.push(id.clone());
        }
        self.all.push(id);
    }

    /// Rows in the numerator.
    pub(crate) fn hits(&self) -> usize {
        self.hits.len()
    }

    /// Rows in the denominator.
    pub(crate) fn all(&self) -> usize {
        self.all.len()
    }

    /// The proportion with its Wilson interval; not computable if nothing was counted.
    pub(crate) fn proportion(self, table: &str, what: &str) -> Computed {
        let (hits, all) = (self.hits(), self.all());
        let mut outcome = Outcome::ratio(hits as f64, all as f64, all, what)?;
        outcome.interval = stats::wilson(hits as u64, all as u64).map(|(low, high)| IndicatorInterval {
            low,
            high,
            method: "Wilson 95 %".into(),
        });
        Ok(outcome.over(table, self.hits).under(table, self.all))
    }
}
