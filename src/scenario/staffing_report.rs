//! What a search for a staffing says.

use serde::Serialize;

use super::staffing_request::StaffingTarget;

/// Where the search stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StaffingNews {
    /// Weeks planned.
    pub plans: u32,
    /// Full-time equivalents hired in the last of them.
    pub fte: f64,
}

/// Reply of `staffing`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StaffingReport {
    /// True if a staffing was found that meets every target.
    pub reached: bool,
    /// True if the search came to its end: one step fewer in any discipline was planned and misses a target, or no
    /// staffing within the request's most people was found to bring targets nearer. False if it was stopped, or its
    /// plans were used up.
    pub certain: bool,
    /// The smallest staffing that meets the targets.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub best: Option<StaffingPoint>,
    /// Today's.
    pub today: StaffingPoint,
    /// Disciplines in which people may be hired.
    pub disciplines: Vec<String>,
    /// The targets.
    pub targets: Vec<StaffingTarget>,
    /// Relative change of demand.
    pub demand: f64,
    /// Full-time equivalents of a step.
    pub step_fte: f64,
    /// Weeks planned by the optimizer and passed by the checker.
    pub plans: u32,
    /// Every staffing that was planned, in that order.
    pub points: Vec<StaffingPoint>,
    /// What the search cannot know.
    pub limits: Vec<&'static str>,
    /// Seed.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub seed: u64,
    /// Steps done; the same number with the same seed gives the same report.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub steps: u64,
    /// Version of the engine.
    pub version: String,
    /// SHA-256 of the clinic, hex.
    pub input_hash: String,
}

/// One staffing, planned.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StaffingPoint {
    /// Who is hired on top of today's people; empty for today's.
    pub hires: Vec<StaffingHire>,
    /// Full-time equivalents of all of them.
    pub fte: f64,
    /// Value of every target's measure.
    pub values: Vec<f64>,
    /// Which targets are met.
    pub met: Vec<bool>,
    /// True if all are.
    pub meets: bool,
    /// Share of the sessions and seats wanted that have a place.
    pub placed: f64,
    /// Pay, benefits and overtime of everybody in a year of such weeks, cents.
    pub cost_year_cents: f64,
    /// True if none of the others places as much for less, or more for as much.
    pub frontier: bool,
}

/// Hires in one discipline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StaffingHire {
    /// Discipline.
    pub discipline: String,
    /// Full-time equivalents.
    pub fte: f64,
}

/// Marks the points on the frontier of cost against access.
pub(super) fn frontier(points: &mut [StaffingPoint]) {
    for at in 0..points.len() {
        let own = (points[at].cost_year_cents, points[at].placed);
        let is_beaten = points.iter().any(|other| {
            let other = (other.cost_year_cents, other.placed);
            other.0 <= own.0 && other.1 >= own.1 && other != own
        });
        points[at].frontier = !is_beaten;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frontier_is_what_nothing_beats() {
        let point = |cost_year_cents, placed| StaffingPoint {
            hires: Vec::new(),
            fte: 0.0,
            values: Vec::new(),
            met: Vec::new(),
            meets: false,
            placed,
            cost_year_cents,
            frontier: false,
        };
        let mut points = [
            point(10.0, 0.8),
            point(12.0, 0.8),
            point(15.0, 0.9),
            point(11.0, 0.85),
            point(15.0, 0.9),
        ];
        frontier(&mut points);
        assert_eq!(points.map(|point| point.frontier), [true, false, true, true, true]);
    }
}
