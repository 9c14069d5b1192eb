//! Which of several rooms of a kind a session gets: whoever stays at the published time keeps the published room, if the
//! others have one to go to.

use rosterwell::model::problem::{Assigned, Placement, Problem, Session};
use rosterwell::model::{Plan, check};
use rosterwell::optimizer::{Params, Solver};

use crate::builders::{at, clinician, duty, hour, in_office, part, quiet_week};

/// An hour that can only begin at one time, published there in a room or nowhere.
fn fixed(key: &str, patient: u32, start: i32, published: Option<(u32, u32)>) -> Session {
    let placement = |(who, room)| Placement {
        start,
        choice: 0,
        room: Some(room),
        parts: vec![Assigned { clinician: who, start }],
    };
    Session {
        windows: vec![(start, start + 60)],
        parts: vec![part(60, 3)],
        choices: vec![in_office()],
        published: published.map(placement),
        ..hour(key, patient)
    }
}

fn week(sessions: Vec<Session>) -> Problem {
    let mut problem = quiet_week();
    problem.clinicians.push(clinician("c2"));
    problem.duties.extend((0..7).map(|day| duty(2, day)));
    problem.sessions = sessions;
    problem
}

/// Rooms of all sessions of the plan that the published one becomes.
fn rooms(problem: &Problem) -> Vec<Option<u32>> {
    let params = Params {
        steps: 20,
        ..Params::default()
    };
    let mut solver = Solver::new(problem, params, Some(&Plan::published(problem)));
    while solver.advance(u64::MAX) {}
    let plan = solver.best();
    assert_eq!(check(problem, &plan), []);
    plan.placements
        .iter()
        .map(|placement| placement.as_ref()?.room)
        .collect()
}

#[test]
fn who_stays_keeps_the_room_although_others_come_first() {
    let nine = at(0, 9, 0);
    // The newcomer comes first in the list, and would have taken the first room.
    let problem = week(vec![fixed("new", 0, nine, None), fixed("old", 1, nine, Some((1, 0)))]);
    assert_eq!(rooms(&problem), [Some(1), Some(0)]);
}

#[test]
fn a_room_is_not_kept_where_somebody_would_have_none() {
    let (nine, half, ten) = (at(0, 9, 0), at(0, 9, 30), at(0, 10, 0));
    let problem = week(vec![
        fixed("before", 0, nine, Some((0, 1))),
        fixed("between", 1, half, None),
        fixed("after", 2, ten, Some((1, 0))),
    ]);
    assert_eq!(rooms(&problem), [Some(1), Some(0), Some(1)]);
}

#[test]
fn of_two_published_in_one_room_the_first_keeps_it() {
    let (nine, half) = (at(0, 9, 0), at(0, 9, 30));
    let problem = week(vec![
        fixed("second", 0, half, Some((0, 1))),
        fixed("first", 1, nine, Some((1, 1))),
    ]);
    assert_eq!(rooms(&problem), [Some(0), Some(1)]);
}
