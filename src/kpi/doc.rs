//! The catalogue as a page of documentation.

use super::catalog::{CATALOG, Definition};
use super::value::{Direction, IndicatorUnit};

const INTRODUCTION: &str = "\
# Indicators

This page is generated from the catalogue in `src/kpi/catalog.rs`; a test fails when it is out of date.

## Counting rules

- A period is half-open; a session belongs to the period of its scheduled start, a workweek to the period it lies in with
  all its days. Durations and notice are elapsed minutes, across changes of the clock.
- A cancellation by the patient is late if its notice is shorter than the setting (24 h), else early. One by the clinic
  or the payer is a provider cancellation. A moved session closes by its notice, and the new one counts; a late move by
  the clinic is a provider cancellation. A cancellation without a time is unresolved.
- A past session that is still booked is unresolved: in no figure, but counted beside it. Proposed, waitlisted and void
  rows are in nothing.
- A denominator of 0 gives no value, with the reason; never 0 % or 100 %.
- Proportions carry n and the Wilson 95 % interval; times the median, the 90th percentile and n.
- A group is one session of each clinician, one occupation of a room, and one attendance for each seat.
- Nothing is rounded before it is shown; then half away from zero.
- A plan is counted by the same rules: planned sessions are booked sessions. What only the past can tell is not computable
  for a plan.
- At most 200 rows are listed behind a figure; their count is always whole.
- A trend gives the same indicator for each of the last whole workweeks before the end of the period, or before the
  document's moment for a plan.
- K3, K5, K9, K10, K11, K13, K18, K19, K22 and K29 can be told by groups of patients: equity group, phase, level of care or
  site. A group of fewer than 10 people whom the indicator counts is hidden; if the hidden groups together are fewer than
  10 people, the smallest other group is hidden too, so that the total does not give them away. Clinicians are never
  grouped or ranked, and no group reaches the optimizer.

Keys in brackets are listed under sources of the rule packs; \"our definition\" means that no published one was used.
";

/// The documentation of every indicator, as Markdown.
pub fn markdown() -> String {
    let mut text = String::from(INTRODUCTION);
    for definition in CATALOG {
        text.push_str(&section(definition));
    }
    text
}

fn section(definition: &Definition) -> String {
    let mut text = format!(
        "\n## {} {}\n\n{}\n\n",
        definition.id, definition.name, definition.definition
    );
    let mut item = |name: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!("- {name}: {value}\n"));
        }
    };
    item("numerator", definition.numerator);
    item("denominator", definition.denominator);
    item("unit", unit(definition.unit));
    item("better", direction(definition.direction));
    item("computed from", definition.needs);
    item("counted so", definition.edge_cases);
    item("source", definition.source);
    text
}

fn unit(unit: IndicatorUnit) -> &'static str {
    match unit {
        IndicatorUnit::Number => "number",
        IndicatorUnit::Index => "index, 0 to 1",
        IndicatorUnit::Money => "the clinic's currency",
        other => other.label(),
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => "higher",
        Direction::Lower => "lower",
        Direction::Neither => "neither; it depends",
    }
}
