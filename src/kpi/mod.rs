//! Indicators of a period: of what happened, or of a plan for a week to come, by one set of counting rules.
//!
//! [`View`] is what the formulas read: sessions, seats and clinician-days with their class, made from the clinic's
//! history ([`View::history`]) or from a plan ([`View::plan`]). [`CATALOG`] lists every indicator once, with its words
//! and its formula; [`indicators`] computes them. An indicator that cannot be computed says why; it is never a zero.
//!
//! Counting rules:
//! - A period is half-open; a session belongs to the period of its scheduled start, a workweek to the period it lies in
//!   with all its days. Durations and notice are elapsed minutes.
//! - A cancellation by the patient is late if its notice is shorter than the clinic's setting, else early. One by the
//!   clinic or the payer is a provider cancellation. A moved session closes by its notice and the new one counts; a late
//!   move by the clinic is a provider cancellation. A cancellation without a time is unresolved.
//! - A past session that is still booked is unresolved: in no figure, but counted beside it. Proposed, waitlisted and
//!   void rows are in nothing.
//! - A group is one session of each clinician, one occupation of a room and one attendance per seat.
//! - Nothing is rounded before it is shown; then half away from zero.

mod access;
mod attendance;
mod authorization;
mod breakdown;
mod catalog;
mod changes;
mod compare;
mod conflicts;
mod continuity;
mod cost;
mod doc;
mod equity;
mod event;
mod fairness;
mod history;
mod outcome;
mod outcomes;
mod planned;
mod rooms;
mod routes;
mod slots;
pub(crate) mod span;
mod staff;
mod strain;
mod trend;
mod value;
mod view;
mod workload;

pub use breakdown::{BY_PATIENT, Breakdown, BreakdownCell, Grouping, HIDE_PEOPLE_BELOW, breakdowns};
pub use catalog::{CATALOG, Definition, definition};
pub use compare::{Comparison, ComparisonRow, compare, table};
pub use doc::markdown;
pub use equity::{Difference, FairnessGroup, FairnessMeasure, FairnessReport, fairness};
pub use routes::{Route, Stop, routes};
pub use strain::{
    PersonStrain, StrainBand, StrainComponent, StrainPart, StrainWeek, people as strain_of_people, strain_index,
    team as strain_of_team, weeks as strain_by_week,
};
pub use trend::{MAX_TREND_WEEKS, Trend, TrendPoint, trends};
pub use value::{
    Direction, Figure, Indicator, IndicatorBasis, IndicatorInterval, IndicatorUnit, LeftOut, NotComputable, Quantiles,
    RowIds, display,
};
pub use view::{IndicatorOptions, View};

use outcome::Outcome;

/// Every indicator of the catalogue, or those with these ids, in the order of the catalogue. Unknown ids are left out.
pub fn indicators(view: &View, ids: &[String]) -> Vec<Indicator> {
    CATALOG
        .iter()
        .filter(|definition| ids.is_empty() || ids.iter().any(|id| id == definition.id))
        .map(|definition| Outcome::indicator((definition.compute)(view), definition, view))
        .collect()
}
