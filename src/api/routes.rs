//! `routes`: the routes of one day of a plan, and where their places lie on a plain map.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::error::{Error, Result};
use crate::kpi;
use crate::model::calendar::{Date, DateTime};
use crate::model::problem::{Place, PlaceKind};
use crate::model::{Clinic, Plan, PlanDocument, Problem};
use crate::order::IntoOrdered;

/// Mean radius of the earth, miles (IUGG: 6,371.0088 km).
const EARTH_MILES: f64 = 3_958.761_3;

/// Request of `routes`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RoutesRequest {
    /// The plan; today's schedule if absent.
    #[serde(default)]
    pub plan: Option<PlanDocument>,
    /// A day of the horizon.
    pub day: Date,
}

/// Reply of `routes`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RoutesReply {
    /// The day.
    pub day: Date,
    /// True if some ways are estimates from coordinates.
    pub estimated: bool,
    /// All sites, and what else the routes touch.
    pub places: Vec<RoutePlace>,
    /// By clinician; of those only who have something to do on the day.
    pub routes: Vec<ClinicianRoute>,
}

/// A place on the map.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RoutePlace {
    /// What is there.
    pub kind: PlaceKind,
    /// Id of the site, clinician or patient.
    pub id: String,
    /// Where it lies; absent if the tables give no coordinates.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub at: Option<MapPoint>,
}

/// A point of the map: the sphere laid flat around the middle of the places (equirectangular), good for a county.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MapPoint {
    /// Miles to the east of the middle.
    pub east: f64,
    /// Miles to the north of it.
    pub north: f64,
}

/// A clinician's day. Ways and hours are counted as in the indicators.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ClinicianRoute {
    /// Clinician id.
    pub clinician: String,
    /// Where the day starts, an index of `places`; absent if it starts nowhere in particular.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub start: Option<u32>,
    /// Where it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub end: Option<u32>,
    /// True if the ways from the start and to the end are working time.
    pub ends_paid: bool,
    /// What is done, in order of time.
    pub stops: Vec<RouteStop>,
    /// Minutes from the last stop to the end.
    pub home_min: i32,
    /// Miles of that way.
    pub home_miles: f64,
    /// Minutes on the way that are working time.
    pub way_min: i32,
    /// Miles of these ways.
    pub way_miles: f64,
    /// Minutes worked.
    pub worked_min: i32,
}

/// A session of a route.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RouteStop {
    /// Key of the session.
    pub session: String,
    /// Where, an index of `places`; absent for video and telephone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub place: Option<u32>,
    /// From when the clinician is busy with it, preparation included.
    pub from: DateTime,
    /// Until when, follow-up included.
    pub to: DateTime,
    /// Minutes of the way to it.
    pub way_min: i32,
    /// Miles of that way.
    pub way_miles: f64,
    /// Minutes between arrival and beginning; negative if there is less time than the way takes.
    pub wait_min: i32,
}

/// The routes of a day.
///
/// # Errors
/// `desk.empty`; `plan.unknown_reference` for a plan of another clinic; `plan.no_calendar`; `request.wrong_value` for a
/// day outside the horizon.
pub fn routes(desk: &mut Desk, request: RoutesRequest) -> Result<RoutesReply> {
    let problem = desk.problem()?;
    let first = problem
        .start
        .ok_or_else(|| Error::new("plan.no_calendar", "this clinic has no dates"))?;
    let day = request.day.days_since(first);
    if !(0..problem.num_days as i32).contains(&day) {
        let last = first.plus_days(problem.num_days as i32 - 1);
        let message = format!("expected a day of the horizon, {first} to {last}");
        return Err(Error::new("request.wrong_value", message).at("day"));
    }
    let plan = match &request.plan {
        Some(given) => given.to_plan(&problem)?,
        None => Plan::published(&problem),
    };
    let found = kpi::routes(&problem, &plan, day);
    let used = used(&problem, &found);
    let index: BTreeMap<Place, u32> = used.iter().zip(0..).map(|(&place, idx)| (place, idx)).into_map();
    let at = |place: Option<Place>| index.get(&place?).copied();
    let routes = found.iter().filter_map(|route| {
        Some(ClinicianRoute {
            clinician: problem.clinicians.get(route.clinician as usize)?.id.clone(),
            start: at(route.ends.map(|ends| ends.0)),
            end: at(route.ends.map(|ends| ends.1)),
            ends_paid: route.ends_paid,
            stops: route
                .stops
                .iter()
                .filter_map(|stop| {
                    Some(RouteStop {
                        session: problem.sessions.get(stop.session as usize)?.key.clone(),
                        place: at(stop.place),
                        from: first.at_minute(stop.busy.0),
                        to: first.at_minute(stop.busy.1),
                        way_min: stop.way.0,
                        way_miles: f64::from(stop.way.1) / 10.0,
                        wait_min: stop.wait_min,
                    })
                })
                .collect(),
            home_min: route.home.0,
            home_miles: f64::from(route.home.1) / 10.0,
            way_min: route.way_min,
            way_miles: f64::from(route.way_tenths) / 10.0,
            worked_min: route.worked_min,
        })
    });
    Ok(RoutesReply {
        day: request.day,
        estimated: problem.travel.estimated,
        routes: routes.collect(),
        places: on_a_map(desk.clinic()?, &problem, &used),
    })
}

/// All sites and what the routes touch, ascending.
fn used(problem: &Problem, routes: &[kpi::Route]) -> Vec<Place> {
    let sites = problem
        .places
        .iter()
        .zip(0..)
        .filter(|(place, _)| place.kind == PlaceKind::Site);
    let of_route = |route: &kpi::Route| {
        let ends = route.ends.into_iter().flat_map(|ends| [ends.0, ends.1]);
        let stops = route.stops.iter().filter_map(|stop| stop.place);
        ends.chain(stops).collect::<Vec<Place>>()
    };
    let all = sites
        .map(|(_, place)| place)
        .chain(routes.iter().flat_map(of_route))
        .into_set();
    all.into_iter().collect()
}

fn on_a_map(clinic: &Clinic, problem: &Problem, used: &[Place]) -> Vec<RoutePlace> {
    let names = used.iter().filter_map(|&place| problem.places.get(usize::from(place)));
    let known: Vec<_> = names
        .map(|name| (name, coordinates(clinic, name.kind, &name.id)))
        .collect();
    let located = || known.iter().filter_map(|(_, at)| *at);
    let count = located().count().max(1) as f64;
    let latitude = located().map(|at| at.0).sum::<f64>() / count;
    // Ways over the date line are laid the short way round.
    let origin = located().next().map_or(0.0, |at| at.1);
    let turned = |longitude: f64| (longitude - origin + 540.0).rem_euclid(360.0) - 180.0;
    let longitude = located().map(|at| turned(at.1)).sum::<f64>() / count;
    let degree = EARTH_MILES.to_radians();
    known
        .iter()
        .map(|(name, at)| RoutePlace {
            kind: name.kind,
            id: name.id.clone(),
            at: at.map(|at| MapPoint {
                east: (turned(at.1) - longitude) * degree * libm::cos(latitude.to_radians()),
                north: (at.0 - latitude) * degree,
            }),
        })
        .collect()
}

/// Latitude and longitude as the tables have them.
fn coordinates(clinic: &Clinic, kind: PlaceKind, id: &str) -> Option<(f64, f64)> {
    let (latitude, longitude) = match kind {
        PlaceKind::Site => clinic
            .sites
            .iter()
            .find(|row| row.id == id)
            .map(|row| (row.latitude, row.longitude)),
        PlaceKind::ClinicianHome => clinic
            .clinicians
            .iter()
            .find(|row| row.id == id)
            .map(|row| (row.latitude, row.longitude)),
        PlaceKind::PatientHome => clinic
            .patients
            .iter()
            .find(|row| row.id == id)
            .map(|row| (row.latitude, row.longitude)),
    }?;
    let (latitude, longitude) = (latitude?, longitude?);
    let usable = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
    usable.then_some((latitude, longitude))
}
