//! Indicators: worked examples, plans, laws, documentation.

mod clinics;
mod equity;
mod examples;
mod figures;
mod groups;
mod laws;
mod plans;
mod rows;

use rosterwell::kpi::{self, Indicator, IndicatorOptions, View};
use rosterwell::model::Clinic;
use rosterwell::model::calendar::DateTime;

/// An indicator of what happened in `[from, to)`.
fn read_period(clinic: &Clinic, id: &str, from: DateTime, to: DateTime) -> Indicator {
    let view = View::history(clinic, from, to, IndicatorOptions::default());
    kpi::indicators(&view, &[id.into()]).remove(0)
}

/// Set `ROSTERWELL_UPDATE=1` to write the page anew.
#[test]
fn documentation_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/kpis.md");
    let wanted = kpi::markdown();
    if std::env::var_os("ROSTERWELL_UPDATE").is_some() {
        std::fs::write(path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == wanted,
        "docs/kpis.md is out of date: run this test with ROSTERWELL_UPDATE=1"
    );
}
