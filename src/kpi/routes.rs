//! The day of each clinician as a route: where it starts, in which order it goes where, and how long it is on the way.
//! Totals are those that the indicators count.

use super::planned::{Commitment, Working, workings};
use crate::model::problem::{ANYWHERE, Duty, Place};
use crate::model::{Plan, Problem};

/// A clinician's day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Clinician index.
    pub clinician: u32,
    /// Where it starts and ends, if there is such a place.
    pub ends: Option<(Place, Place)>,
    /// True if the ways from the start and to the end are working time.
    pub ends_paid: bool,
    /// What is done, in order of time.
    pub stops: Vec<Stop>,
    /// The way from the last stop to the end, minutes and tenths of a mile.
    pub home: (i32, i32),
    /// Minutes on the way that are working time.
    pub way_min: i32,
    /// Tenths of a mile of these ways.
    pub way_tenths: i32,
    /// Minutes worked: from beginning to end without the lunch break.
    pub worked_min: i32,
}

/// A part of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Session index.
    pub session: u32,
    /// Where; absent if it is a video or telephone session.
    pub place: Option<Place>,
    /// When the clinician is busy with it, minutes from the first day's midnight, with the minutes before and after.
    pub busy: (i32, i32),
    /// The way to it, from the stop before or the start: minutes and tenths of a mile.
    pub way: (i32, i32),
    /// Minutes between arrival and its beginning; 0 at the first stop, where the day begins as it must. Negative if
    /// there is less time than the way takes.
    pub wait_min: i32,
}

/// The routes of one day of the horizon, by clinician; of those only who have something to do.
pub fn routes(problem: &Problem, plan: &Plan, day: i32) -> Vec<Route> {
    workings(problem, plan)
        .into_iter()
        .filter(|((_, of_day), _)| *of_day == day)
        .map(|((clinician, _), working)| route(problem, clinician, day, &working))
        .collect()
}

fn route(problem: &Problem, clinician: u32, day: i32, working: &Working) -> Route {
    let duty: Option<&Duty> = usize::try_from(day)
        .ok()
        .and_then(|day| problem.duty_of(clinician, day))
        .and_then(|idx| problem.duties.get(idx));
    let way = |from: Place, to: Place| (problem.travel.minutes(from, to), problem.travel.distance(from, to));
    let mut here = duty.map_or(ANYWHERE, |duty| duty.start_place);
    let mut before: Option<&Commitment> = None;
    let mut stops = Vec::new();
    for commitment in &working.commitments {
        let place = Some(commitment.place).filter(|&place| place != ANYWHERE);
        let there = place.unwrap_or(here);
        let taken = way(here, there);
        stops.push(Stop {
            session: commitment.session,
            place,
            busy: (commitment.from, commitment.to),
            way: taken,
            wait_min: before.map_or(0, |before| commitment.from - before.to - taken.0),
        });
        (here, before) = (there, Some(commitment));
    }
    Route {
        clinician,
        ends: duty
            .map(|duty| (duty.start_place, duty.end_place))
            .filter(|ends| ends.0 != ANYWHERE && ends.1 != ANYWHERE),
        ends_paid: duty.is_some_and(|duty| duty.commute_paid),
        stops,
        home: duty.map_or((0, 0), |duty| way(here, duty.end_place)),
        way_min: working.travel,
        way_tenths: working.distance,
        worked_min: working.worked,
    }
}
