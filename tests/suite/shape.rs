//! A problem that came from outside is refused, with the first thing that does not fit, before anything reads it.

use rosterwell::model::Problem;
use rosterwell::model::problem::{Draw, GroupPair, Precedence, Spacing};

use crate::builders::{budget, duty, hour, part, week};

type Change = fn(&mut Problem);

/// What is refused, what is said, and the nearest thing that is not refused.
const ROWS: &[(Change, &str, Change)] = &[
    (
        |problem| problem.num_days = 29,
        "the horizon has 1 to 28 days",
        |problem| problem.num_days = 28,
    ),
    (
        |problem| problem.grid = 0,
        "grid and day are at least a minute long",
        |problem| problem.grid = 1,
    ),
    (
        |problem| (problem.grid, problem.day_min) = (1, 144_000 * 3),
        "the day is too long",
        |problem| (problem.grid, problem.day_min) = (1, 144_000),
    ),
    (
        |problem| {
            (problem.grid, problem.day_min) = (1, 144_000);
            problem.sessions = (0..600).map(|idx| hour(&format!("s{idx}"), 0)).collect();
        },
        "a day has more than 1,536 slots of the grid, and too many sessions for that: choose a coarser grid",
        |problem| {
            (problem.grid, problem.day_min) = (1, 1_536);
            problem.sessions = (0..600).map(|idx| hour(&format!("s{idx}"), 0)).collect();
        },
    ),
    (
        |problem| problem.travel.minutes.truncate(8),
        "travel minutes are not a square of the places",
        |_| {},
    ),
    (
        |problem| problem.travel.distance.truncate(8),
        "distances are not a square of the places",
        |problem| problem.travel.distance.clear(),
    ),
    (
        |problem| problem.duties.push(duty(2, 0)),
        "a duty names no clinician, day or place, or duties are not in order",
        |problem| problem.duties.truncate(3),
    ),
    (
        |problem| problem.duties.swap(0, 1),
        "a duty names no clinician, day or place, or duties are not in order",
        |problem| problem.duties.clear(),
    ),
    (
        |problem| problem.rooms[0].class = 2,
        "a room has no class",
        |problem| problem.rooms[0].class = 1,
    ),
    (
        |problem| problem.sessions[0].parts = vec![part(60, 2); 5],
        "session 0: a session takes 1 to 4 clinicians",
        |problem| problem.sessions[0].parts = vec![part(60, 2); 4],
    ),
    (
        |problem| problem.sessions[1].choices.clear(),
        "session 1: a session has 1 to 32 choices",
        |_| {},
    ),
    (
        |problem| problem.sessions[0].windows = vec![(600, 700), (660, 720)],
        "session 0: its windows are not in order",
        |problem| problem.sessions[0].windows = vec![(600, 660), (660, 720)],
    ),
    (
        |problem| problem.sessions[0].patient = Some(3),
        "session 0: its patient is unknown",
        |problem| problem.sessions[0].patient = Some(2),
    ),
    (
        |problem| problem.sessions[0].choices[0].place = 3,
        "session 0: a choice names no place, room or equipment",
        |problem| problem.sessions[0].choices[0].place = 2,
    ),
    (
        |problem| problem.sessions[0].parts[0] = part(60, 3),
        "session 0: it names an unknown clinician",
        |problem| problem.sessions[0].parts[0] = part(60, 1),
    ),
    (
        |problem| problem.sessions[0].draws = vec![Draw { budget: 0, units: 1 }],
        "session 0: it draws from an unknown budget",
        |problem| {
            problem.budgets = vec![budget(4, false)];
            problem.sessions[0].draws = vec![Draw { budget: 0, units: 1 }];
        },
    ),
    (
        |problem| problem.seat_orders[0].options = vec![9],
        "a seat order names an unknown patient, session or budget",
        |problem| problem.seat_orders[0].options = vec![3],
    ),
    (
        |problem| {
            problem.spacings = vec![Spacing {
                a: 0,
                b: 9,
                min_days: 1,
            }]
        },
        "a pair of sessions names an unknown one",
        |problem| {
            problem.spacings = vec![Spacing {
                a: 0,
                b: 8,
                min_days: 1,
            }]
        },
    ),
    (
        |problem| problem.precedences = vec![Precedence { first: 9, second: 0 }],
        "a pair of sessions names an unknown one",
        |problem| problem.precedences = vec![Precedence { first: 8, second: 0 }],
    ),
    (
        |problem| {
            problem.pairs = vec![GroupPair {
                a: 0,
                b: 3,
                together: true,
            }];
        },
        "a pair names an unknown patient",
        |problem| {
            problem.pairs = vec![GroupPair {
                a: 0,
                b: 2,
                together: true,
            }];
        },
    ),
];

#[test]
fn what_does_not_hang_together_is_refused_and_nothing_else() {
    for (refused, said, passed) in ROWS {
        let with = |change: &Change| {
            let mut problem = week();
            change(&mut problem);
            problem.check_shape()
        };
        assert_eq!(with(refused), Err((*said).to_owned()));
        assert_eq!(with(passed), Ok(()), "the near miss of: {said}");
    }
}
