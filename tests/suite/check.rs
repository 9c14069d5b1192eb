//! The checker: each hard rule with a case it catches and a near-miss it lets pass.

use std::collections::BTreeSet;

use rosterwell::model::check::{Resource, conflicts, describe};
use rosterwell::model::problem::{Assigned, Draw, GroupPair, Lunch, Precedence, Problem, Spacing};
use rosterwell::model::{Plan, Rule, Violation, check};

use crate::builders::*;

/// Changes a problem and a plan.
type Change = fn(&mut Problem, &mut Plan);

/// A rule, the sessions and amount of the one violation that `caught` leads to; `passed` leads to none.
struct Row {
    name: &'static str,
    expected: (Rule, &'static [u32], i32),
    caught: Change,
    passed: Change,
}

const P0_HOUR: usize = 0;
const P1_HOUR: usize = 1;
const P0_AGAIN: usize = 2;
const GROUP: usize = 3;
const GROUP_AGAIN: usize = 4;
const HOME_1: usize = 5;
const HOME_2: usize = 6;
const PAIR: usize = 7;
const SHIFT: usize = 8;

/// Seat orders: of patient 0, 1, 2, one seat in either group.
fn week() -> Problem {
    let mut problem = quiet_week();
    let mut pair = hour("pair", 2);
    pair.parts = vec![part(60, 2), part(30, 2)];
    problem.sessions = vec![
        hour("p0/a", 0),
        hour("p1/a", 1),
        hour("p0/b", 0),
        group("group/a"),
        group("group/b"),
        home_visit("home-1", 1, 1),
        home_visit("home-2", 2, 2),
        pair,
        shift("night", 600),
    ];
    problem.seat_orders = (0..3).map(|patient| seat_order(patient, &[3, 4])).collect();
    problem
}

/// Clinician 0 at 09:00 on day 0 in room 0, with patient 0.
fn first_hour(plan: &mut Plan) {
    place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(0));
}

/// Clinician 1 leads the group at 09:00 on day 0.
fn first_group(plan: &mut Plan) {
    place(plan, GROUP, at(0, 9, 0), &[1], Some(1));
}

fn by_video(plan: &mut Plan, session: usize, start: i32, clinician: u32) {
    place(plan, session, start, &[clinician], None);
    if let Some(placement) = &mut plan.placements[session] {
        placement.choice = 1;
    }
}

/// Clinician 0 works around the clock.
fn no_hours(problem: &mut Problem) {
    for duty in &mut problem.duties {
        let day = i32::from(duty.day);
        duty.windows = vec![(at(day, 0, 0), at(day + 1, 12, 0))];
    }
}

const ROWS: &[Row] = &[
    Row {
        name: "a choice that does not exist",
        expected: (Rule::Malformed, &[0], 0),
        caught: |_, plan| {
            first_hour(plan);
            plan.placements[0].as_mut().unwrap().choice = 2;
        },
        passed: |_, plan| by_video(plan, P0_HOUR, at(0, 9, 0), 0),
    },
    Row {
        name: "a clinician that does not exist",
        expected: (Rule::Malformed, &[0], 0),
        caught: |_, plan| place(plan, P0_HOUR, at(0, 9, 0), &[2], Some(0)),
        passed: |_, plan| place(plan, P0_HOUR, at(0, 9, 0), &[1], Some(0)),
    },
    Row {
        name: "a room that does not exist",
        expected: (Rule::Malformed, &[0], 0),
        caught: |_, plan| place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(3)),
        passed: |_, plan| place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(1)),
    },
    Row {
        name: "one clinician where two are needed",
        expected: (Rule::Malformed, &[7], 0),
        caught: |_, plan| place(plan, PAIR, at(0, 9, 0), &[0], Some(0)),
        passed: |_, plan| place(plan, PAIR, at(0, 9, 0), &[0, 1], Some(0)),
    },
    Row {
        name: "a plan of another length",
        expected: (Rule::Malformed, &[], 2),
        caught: |_, plan| plan.placements.truncate(7),
        passed: |_, _| {},
    },
    Row {
        name: "seats of another number of orders",
        expected: (Rule::Malformed, &[], 1),
        caught: |_, plan| plan.seats.push(vec![]),
        passed: |_, _| {},
    },
    Row {
        name: "a seat in a session that does not exist",
        expected: (Rule::Malformed, &[], 1),
        caught: |_, plan| plan.seats[0].push(9),
        passed: |_, plan| {
            first_group(plan);
            plan.seats[0].push(3);
        },
    },
    Row {
        name: "a session that ends after its window",
        expected: (Rule::SessionWindow, &[0], 15),
        caught: |problem, plan| {
            problem.sessions[P0_HOUR].windows = vec![(at(0, 9, 0), at(0, 9, 45)), (at(1, 9, 0), at(1, 10, 0))];
            first_hour(plan);
        },
        passed: |problem, plan| {
            problem.sessions[P0_HOUR].windows = vec![(at(0, 9, 0), at(0, 10, 0))];
            first_hour(plan);
        },
    },
    Row {
        name: "a session in a room off the grid",
        expected: (Rule::Grid, &[0], 5),
        caught: |_, plan| place(plan, P0_HOUR, at(0, 9, 5), &[0], Some(0)),
        passed: |_, plan| by_video(plan, P0_HOUR, at(0, 9, 5), 0),
    },
    Row {
        name: "a session with equipment off the grid",
        expected: (Rule::Grid, &[5], 10),
        caught: |problem, plan| {
            problem.sessions[HOME_1].choices[0].equipment = Some(0);
            place(plan, HOME_1, at(0, 9, 10), &[0], None);
        },
        passed: |_, plan| place(plan, HOME_1, at(0, 9, 10), &[0], None),
    },
    Row {
        name: "a group off the grid",
        expected: (Rule::Grid, &[3], 14),
        caught: |problem, plan| {
            problem.sessions[GROUP].choices[0].room_classes.clear();
            place(plan, GROUP, at(0, 9, 14), &[0], None);
        },
        passed: |problem, plan| {
            problem.sessions[GROUP].choices[0].room_classes.clear();
            place(plan, GROUP, at(0, 9, 15), &[0], None);
        },
    },
    Row {
        name: "two clinicians off the grid",
        expected: (Rule::Grid, &[7], 1),
        caught: |_, plan| {
            by_video(plan, PAIR, at(0, 9, 1), 0);
            let pair = plan.placements[PAIR].as_mut().unwrap();
            pair.parts.push(Assigned {
                clinician: 1,
                start: at(0, 9, 1),
            });
        },
        passed: |problem, plan| {
            problem.sessions[PAIR].parts.truncate(1);
            by_video(plan, PAIR, at(0, 9, 1), 0);
        },
    },
    Row {
        name: "a clinician who may not do it",
        expected: (Rule::NotEligible, &[0], 0),
        caught: |problem, plan| {
            problem.sessions[P0_HOUR].parts[0].eligible.remove(0);
            first_hour(plan);
        },
        passed: |problem, plan| {
            problem.sessions[P0_HOUR].parts[0].eligible.remove(1);
            first_hour(plan);
        },
    },
    Row {
        name: "a license that ended the day before",
        expected: (Rule::NotEligible, &[0], 0),
        caught: |problem, plan| {
            problem.sessions[P0_HOUR].parts[0].eligible[0].days = 0b0011;
            place(plan, P0_HOUR, at(2, 9, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            problem.sessions[P0_HOUR].parts[0].eligible[0].days = 0b0011;
            place(plan, P0_HOUR, at(1, 9, 0), &[0], Some(0));
        },
    },
    Row {
        name: "a clinician who does not work by video",
        expected: (Rule::NotEligible, &[0], 0),
        caught: |problem, plan| {
            problem.sessions[P0_HOUR].parts[0].eligible[0].choices = 0b01;
            by_video(plan, P0_HOUR, at(0, 9, 0), 0);
        },
        passed: |problem, plan| {
            problem.sessions[P0_HOUR].parts[0].eligible[0].choices = 0b01;
            first_hour(plan);
        },
    },
    Row {
        name: "one clinician as both",
        expected: (Rule::SameClinician, &[7], 0),
        caught: |_, plan| place(plan, PAIR, at(0, 9, 0), &[1, 1], Some(0)),
        passed: |_, plan| place(plan, PAIR, at(0, 9, 0), &[1, 0], Some(0)),
    },
    Row {
        name: "a second clinician who comes too late",
        expected: (Rule::PartOffset, &[7], 15),
        caught: |problem, plan| {
            problem.sessions[PAIR].parts[1].offset = (0, 30);
            place(plan, PAIR, at(0, 9, 0), &[0, 1], Some(0));
            plan.placements[PAIR].as_mut().unwrap().parts[1].start += 45;
        },
        passed: |problem, plan| {
            problem.sessions[PAIR].parts[1].offset = (0, 30);
            place(plan, PAIR, at(0, 9, 0), &[0, 1], Some(0));
            plan.placements[PAIR].as_mut().unwrap().parts[1].start += 30;
        },
    },
    Row {
        name: "a second clinician who comes too early",
        expected: (Rule::PartOffset, &[7], 10),
        caught: |problem, plan| {
            problem.sessions[PAIR].parts[1].offset = (10, 30);
            place(plan, PAIR, at(0, 9, 0), &[0, 1], Some(0));
        },
        passed: |problem, plan| {
            problem.sessions[PAIR].parts[1].offset = (10, 30);
            place(plan, PAIR, at(0, 9, 0), &[0, 1], Some(0));
            plan.placements[PAIR].as_mut().unwrap().parts[1].start += 10;
        },
    },
    Row {
        name: "minutes after a session that pass the end of the day",
        expected: (Rule::ClinicianHours, &[0], 10),
        caught: |problem, plan| {
            problem.sessions[P0_HOUR].parts[0].after = 10;
            place(plan, P0_HOUR, at(0, 16, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            problem.sessions[P0_HOUR].parts[0].after = 15;
            place(plan, P0_HOUR, at(0, 15, 45), &[0], Some(0));
        },
    },
    Row {
        name: "a day without duty",
        expected: (Rule::ClinicianHours, &[0], 60),
        caught: |problem, plan| {
            problem.duties.remove(0);
            first_hour(plan);
        },
        passed: |problem, plan| {
            problem.duties.remove(1);
            first_hour(plan);
        },
    },
    Row {
        name: "a session across the gap between two windows",
        expected: (Rule::ClinicianHours, &[0], 30),
        caught: |problem, plan| {
            problem.duties[0].windows = vec![(at(0, 8, 0), at(0, 9, 30)), (at(0, 9, 45), at(0, 17, 0))];
            first_hour(plan);
        },
        passed: |problem, plan| {
            problem.duties[0].windows = vec![(at(0, 8, 0), at(0, 8, 45)), (at(0, 9, 0), at(0, 17, 0))];
            first_hour(plan);
        },
    },
    Row {
        name: "a way to the first visit that begins before the day",
        expected: (Rule::ClinicianHours, &[5], 5),
        caught: |_, plan| place(plan, HOME_1, at(0, 8, 15), &[0], None),
        passed: |_, plan| place(plan, HOME_1, at(0, 8, 20), &[0], None),
    },
    Row {
        name: "a way back that ends after the day",
        expected: (Rule::ClinicianHours, &[6], 1),
        caught: |_, plan| place(plan, HOME_2, at(0, 15, 31), &[0], None),
        passed: |_, plan| place(plan, HOME_2, at(0, 15, 30), &[0], None),
    },
    Row {
        name: "a way home after a call that is made where the visit was",
        expected: (Rule::ClinicianHours, &[0], 20),
        caught: |_, plan| {
            place(plan, HOME_1, at(0, 14, 0), &[0], None);
            by_video(plan, P0_HOUR, at(0, 16, 0), 0);
        },
        passed: |_, plan| {
            place(plan, HOME_1, at(0, 14, 0), &[0], None);
            by_video(plan, P0_HOUR, at(0, 15, 40), 0);
        },
    },
    Row {
        name: "minutes before a session that reach into another",
        expected: (Rule::ClinicianOverlap, &[0, 1], 5),
        caught: |problem, plan| {
            problem.sessions[P1_HOUR].parts[0].before = 5;
            first_hour(plan);
            place(plan, P1_HOUR, at(0, 10, 0), &[0], Some(1));
        },
        passed: |_, plan| {
            first_hour(plan);
            place(plan, P1_HOUR, at(0, 10, 0), &[0], Some(1));
        },
    },
    Row {
        name: "too little time to drive",
        expected: (Rule::ClinicianOverlap, &[5, 6], 1),
        caught: |_, plan| {
            place(plan, HOME_1, at(0, 9, 0), &[0], None);
            place(plan, HOME_2, at(0, 10, 9), &[0], None);
        },
        passed: |_, plan| {
            place(plan, HOME_1, at(0, 9, 0), &[0], None);
            place(plan, HOME_2, at(0, 10, 10), &[0], None);
        },
    },
    Row {
        name: "a drive with a call between the visits",
        expected: (Rule::ClinicianOverlap, &[0, 6], 10),
        caught: |_, plan| {
            place(plan, HOME_1, at(0, 9, 0), &[0], None);
            by_video(plan, P0_HOUR, at(0, 10, 0), 0);
            place(plan, HOME_2, at(0, 11, 0), &[0], None);
        },
        passed: |_, plan| {
            place(plan, HOME_1, at(0, 9, 0), &[0], None);
            by_video(plan, P0_HOUR, at(0, 10, 0), 0);
            place(plan, HOME_2, at(0, 11, 10), &[0], None);
        },
    },
    Row {
        name: "a night shift that reaches into the next day",
        expected: (Rule::ClinicianOverlap, &[0, 8], 15),
        caught: |problem, plan| {
            no_hours(problem);
            place(plan, SHIFT, at(0, 22, 0), &[0], None);
            place(plan, P0_HOUR, at(1, 7, 45), &[0], Some(0));
        },
        passed: |problem, plan| {
            no_hours(problem);
            place(plan, SHIFT, at(0, 22, 0), &[0], None);
            place(plan, P0_HOUR, at(1, 8, 0), &[0], Some(0));
        },
    },
    Row {
        name: "a patient in two sessions",
        expected: (Rule::PatientOverlap, &[0, 2], 45),
        caught: |_, plan| {
            first_hour(plan);
            place(plan, P0_AGAIN, at(0, 9, 15), &[1], Some(1));
        },
        passed: |_, plan| {
            first_hour(plan);
            place(plan, P0_AGAIN, at(0, 10, 0), &[1], Some(1));
        },
    },
    Row {
        name: "a patient in a session and a seat",
        expected: (Rule::PatientOverlap, &[0, 3], 60),
        caught: |_, plan| {
            first_hour(plan);
            first_group(plan);
            plan.seats[0] = vec![3];
        },
        passed: |_, plan| {
            first_hour(plan);
            first_group(plan);
            plan.seats[1] = vec![3];
        },
    },
    Row {
        name: "a seat when the patient cannot come",
        expected: (Rule::PatientHours, &[3], 30),
        caught: |problem, plan| {
            problem.patients[0].windows = vec![(at(0, 9, 30), at(0, 12, 0))];
            first_group(plan);
            plan.seats[0] = vec![3];
        },
        passed: |problem, plan| {
            problem.patients[0].windows = vec![(at(0, 9, 0), at(0, 10, 0))];
            first_group(plan);
            plan.seats[0] = vec![3];
        },
    },
    Row {
        name: "no room",
        expected: (Rule::WrongRoom, &[0], 0),
        caught: |_, plan| place(plan, P0_HOUR, at(0, 9, 0), &[0], None),
        passed: |_, plan| place(plan, HOME_1, at(0, 9, 0), &[0], None),
    },
    Row {
        name: "a room of another kind",
        expected: (Rule::WrongRoom, &[0], 0),
        caught: |_, plan| place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(2)),
        passed: |problem, plan| {
            problem.sessions[P0_HOUR].choices[0].room_classes.push(1);
            place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(2));
        },
    },
    Row {
        name: "a room that is not needed",
        expected: (Rule::WrongRoom, &[5], 0),
        caught: |_, plan| place(plan, HOME_1, at(0, 9, 0), &[0], Some(0)),
        passed: |_, plan| place(plan, HOME_1, at(0, 9, 0), &[0], None),
    },
    Row {
        name: "a room that closes during the session",
        expected: (Rule::RoomHours, &[0], 15),
        caught: |problem, plan| {
            problem.room_classes[0].open = vec![(at(0, 9, 0), at(0, 9, 45))];
            first_hour(plan);
        },
        passed: |problem, plan| {
            problem.room_classes[0].open = vec![(at(0, 9, 0), at(0, 10, 0))];
            first_hour(plan);
        },
    },
    Row {
        name: "two sessions in a room",
        expected: (Rule::RoomOverlap, &[0, 1], 15),
        caught: |_, plan| {
            first_hour(plan);
            place(plan, P1_HOUR, at(0, 9, 45), &[1], Some(0));
        },
        passed: |_, plan| {
            first_hour(plan);
            place(plan, P1_HOUR, at(0, 9, 45), &[1], Some(1));
        },
    },
    Row {
        name: "one scanner for two",
        expected: (Rule::Equipment, &[0, 1], 1),
        caught: |problem, plan| {
            problem.sessions[P0_HOUR].choices[0].equipment = Some(0);
            problem.sessions[P1_HOUR].choices[0].equipment = Some(0);
            first_hour(plan);
            place(plan, P1_HOUR, at(0, 9, 45), &[1], Some(1));
        },
        passed: |problem, plan| {
            problem.sessions[P0_HOUR].choices[0].equipment = Some(0);
            problem.sessions[P1_HOUR].choices[0].equipment = Some(0);
            first_hour(plan);
            place(plan, P1_HOUR, at(0, 10, 0), &[1], Some(1));
        },
    },
    Row {
        name: "a scanner outside its hours",
        expected: (Rule::Equipment, &[0], 45),
        caught: |problem, plan| {
            problem.sessions[P0_HOUR].choices[0].equipment = Some(0);
            problem.equipment[0].open = vec![(at(0, 9, 45), at(0, 12, 0))];
            first_hour(plan);
        },
        passed: |problem, plan| {
            problem.sessions[P0_HOUR].choices[0].equipment = Some(0);
            problem.equipment[0].open = vec![(at(0, 9, 0), at(0, 12, 0))];
            first_hour(plan);
        },
    },
    Row {
        name: "three patients on two seats",
        expected: (Rule::GroupSeats, &[3], 1),
        caught: |_, plan| {
            first_group(plan);
            plan.seats = vec![vec![3], vec![3], vec![3]];
        },
        passed: |_, plan| {
            first_group(plan);
            plan.seats = vec![vec![3], vec![], vec![3]];
        },
    },
    Row {
        name: "a seat in a group that does not run",
        expected: (Rule::SeatNotOffered, &[3], 0),
        caught: |_, plan| plan.seats[0] = vec![3],
        passed: |_, plan| {
            first_group(plan);
            plan.seats[0] = vec![3];
        },
    },
    Row {
        name: "a seat in a group that the order does not name",
        expected: (Rule::SeatNotOffered, &[3], 0),
        caught: |problem, plan| {
            problem.seat_orders[0].options = vec![4];
            first_group(plan);
            plan.seats[0] = vec![3];
        },
        passed: |problem, plan| {
            problem.seat_orders[0].options = vec![3];
            first_group(plan);
            plan.seats[0] = vec![3];
        },
    },
    Row {
        name: "one patient twice in a group, by two orders",
        expected: (Rule::SeatNotOffered, &[3], 0),
        caught: |problem, plan| {
            problem.seat_orders[1].patient = 0;
            first_group(plan);
            plan.seats = vec![vec![3], vec![3], vec![]];
        },
        passed: |problem, plan| {
            problem.seat_orders[1].patient = 0;
            first_group(plan);
            place(plan, GROUP_AGAIN, at(0, 11, 0), &[1], Some(1));
            plan.seats = vec![vec![3], vec![4], vec![]];
        },
    },
    Row {
        name: "more seats than asked for",
        expected: (Rule::SeatNotOffered, &[3, 4], 1),
        caught: |_, plan| {
            first_group(plan);
            place(plan, GROUP_AGAIN, at(0, 11, 0), &[1], Some(1));
            plan.seats[0] = vec![3, 4];
        },
        passed: |problem, plan| {
            problem.seat_orders[0].count = 2;
            first_group(plan);
            place(plan, GROUP_AGAIN, at(0, 11, 0), &[1], Some(1));
            plan.seats[0] = vec![3, 4];
        },
    },
    Row {
        name: "two who must be apart",
        expected: (Rule::GroupPair, &[3], 0),
        caught: |problem, plan| {
            problem.pairs = vec![GroupPair {
                a: 0,
                b: 1,
                together: false,
            }];
            first_group(plan);
            plan.seats = vec![vec![3], vec![3], vec![]];
        },
        passed: |problem, plan| {
            problem.pairs = vec![GroupPair {
                a: 0,
                b: 1,
                together: false,
            }];
            first_group(plan);
            plan.seats = vec![vec![3], vec![], vec![3]];
        },
    },
    Row {
        name: "one without the other",
        expected: (Rule::GroupPair, &[3], 0),
        caught: |problem, plan| {
            problem.pairs = vec![GroupPair {
                a: 1,
                b: 0,
                together: true,
            }];
            first_group(plan);
            plan.seats = vec![vec![3], vec![], vec![]];
        },
        passed: |problem, plan| {
            problem.pairs = vec![GroupPair {
                a: 1,
                b: 0,
                together: true,
            }];
            problem.seat_orders[1].options = vec![4];
            first_group(plan);
            plan.seats = vec![vec![3], vec![], vec![]];
        },
    },
    Row {
        name: "sessions of one order on the same day",
        expected: (Rule::Spacing, &[0, 2], 1),
        caught: |problem, plan| {
            problem.spacings = vec![Spacing {
                a: 0,
                b: 2,
                min_days: 2,
            }];
            place(plan, P0_HOUR, at(3, 9, 0), &[0], Some(0));
            place(plan, P0_AGAIN, at(2, 16, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            problem.spacings = vec![Spacing {
                a: 0,
                b: 2,
                min_days: 2,
            }];
            place(plan, P0_HOUR, at(3, 9, 0), &[0], Some(0));
            place(plan, P0_AGAIN, at(1, 16, 0), &[0], Some(0));
        },
    },
    Row {
        name: "two seats on the same day",
        expected: (Rule::Spacing, &[3, 4], 1),
        caught: |problem, plan| {
            problem.seat_orders[0].count = 2;
            problem.seat_orders[0].min_days = 1;
            first_group(plan);
            place(plan, GROUP_AGAIN, at(0, 11, 0), &[1], Some(1));
            plan.seats[0] = vec![3, 4];
        },
        passed: |problem, plan| {
            problem.seat_orders[0].count = 2;
            problem.seat_orders[0].min_days = 1;
            first_group(plan);
            place(plan, GROUP_AGAIN, at(1, 9, 0), &[1], Some(1));
            plan.seats[0] = vec![3, 4];
        },
    },
    Row {
        name: "a session before the one it must follow has ended",
        expected: (Rule::Order, &[0, 1], 15),
        caught: |problem, plan| {
            problem.precedences = vec![Precedence { first: 1, second: 0 }];
            place(plan, P0_HOUR, at(0, 9, 45), &[0], Some(0));
            place(plan, P1_HOUR, at(0, 9, 0), &[1], Some(1));
        },
        passed: |problem, plan| {
            problem.precedences = vec![Precedence { first: 1, second: 0 }];
            place(plan, P0_HOUR, at(0, 10, 0), &[0], Some(0));
            place(plan, P1_HOUR, at(0, 9, 0), &[1], Some(1));
        },
    },
    Row {
        name: "the later of two sessions has too few units left",
        expected: (Rule::Authorization, &[0], 1),
        caught: |problem, plan| {
            problem.budgets = vec![budget(3, false)];
            problem.sessions[P0_HOUR].draws = vec![Draw { budget: 0, units: 2 }];
            problem.sessions[P0_AGAIN].draws = vec![Draw { budget: 0, units: 2 }];
            place(plan, P0_HOUR, at(1, 9, 0), &[0], Some(0));
            place(plan, P0_AGAIN, at(0, 9, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            problem.budgets = vec![budget(4, false)];
            problem.sessions[P0_HOUR].draws = vec![Draw { budget: 0, units: 2 }];
            problem.sessions[P0_AGAIN].draws = vec![Draw { budget: 0, units: 2 }];
            place(plan, P0_HOUR, at(1, 9, 0), &[0], Some(0));
            place(plan, P0_AGAIN, at(0, 9, 0), &[0], Some(0));
        },
    },
    Row {
        name: "a day on which the authorization does not hold",
        expected: (Rule::Authorization, &[0], 1),
        caught: |problem, plan| {
            problem.budgets = vec![budget(5, false)];
            problem.budgets[0].days = 0b10;
            problem.sessions[P0_HOUR].draws = vec![Draw { budget: 0, units: 1 }];
            first_hour(plan);
        },
        passed: |problem, plan| {
            problem.budgets = vec![budget(5, false)];
            problem.budgets[0].days = 0b01;
            problem.sessions[P0_HOUR].draws = vec![Draw { budget: 0, units: 1 }];
            first_hour(plan);
        },
    },
    Row {
        name: "two days of an authorization for one",
        expected: (Rule::Authorization, &[3], 1),
        caught: |problem, plan| {
            problem.budgets = vec![budget(1, true)];
            problem.sessions[P0_HOUR].draws = vec![Draw { budget: 0, units: 1 }];
            problem.seat_orders[0].draws = vec![Draw { budget: 0, units: 1 }];
            first_hour(plan);
            place(plan, GROUP, at(1, 9, 0), &[1], Some(1));
            plan.seats[0] = vec![3];
        },
        passed: |problem, plan| {
            problem.budgets = vec![budget(1, true)];
            problem.sessions[P0_HOUR].draws = vec![Draw { budget: 0, units: 1 }];
            problem.seat_orders[0].draws = vec![Draw { budget: 0, units: 1 }];
            first_hour(plan);
            place(plan, GROUP, at(0, 11, 0), &[1], Some(1));
            plan.seats[0] = vec![3];
        },
    },
    Row {
        name: "a span with a gap that is longer than the day's most",
        expected: (Rule::DayLimit, &[0, 1], 10),
        caught: |problem, plan| {
            problem.duties[0].max_work_min = 170;
            first_hour(plan);
            place(plan, P1_HOUR, at(0, 11, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            problem.duties[0].max_work_min = 180;
            first_hour(plan);
            place(plan, P1_HOUR, at(0, 11, 0), &[0], Some(0));
        },
    },
    Row {
        name: "a gap within the lunch interval is not worked, up to a lunch's length",
        expected: (Rule::DayLimit, &[0, 1], 5),
        caught: |problem, plan| {
            problem.duties[0].max_work_min = 175;
            problem.duties[0].lunch = Some(lunch(at(0, 10, 30), at(0, 10, 30) + 25));
            place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(0));
            place(plan, P1_HOUR, at(0, 11, 25), &[0], Some(0));
            shift_to_grid(problem);
        },
        passed: |problem, plan| {
            problem.duties[0].max_work_min = 175;
            problem.duties[0].lunch = Some(lunch(at(0, 10, 30), at(0, 11, 30)));
            place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(0));
            place(plan, P1_HOUR, at(0, 11, 25), &[0], Some(0));
            shift_to_grid(problem);
        },
    },
    Row {
        name: "the way to work counts where it is paid",
        expected: (Rule::DayLimit, &[5], 40),
        caught: |problem, plan| {
            problem.duties[0].max_work_min = 60;
            problem.duties[0].commute_paid = true;
            place(plan, HOME_1, at(0, 9, 0), &[0], None);
        },
        passed: |problem, plan| {
            problem.duties[0].max_work_min = 60;
            place(plan, HOME_1, at(0, 9, 0), &[0], None);
        },
    },
    Row {
        name: "a week with minutes before the horizon",
        expected: (Rule::WeekLimit, &[0, 1], 1),
        caught: |problem, plan| {
            problem.clinicians[0].max_week_min = 2400;
            problem.clinicians[0].worked_before = vec![2281];
            first_hour(plan);
            place(plan, P1_HOUR, at(3, 9, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            problem.clinicians[0].max_week_min = 2400;
            problem.clinicians[0].worked_before = vec![2280];
            first_hour(plan);
            place(plan, P1_HOUR, at(3, 9, 0), &[0], Some(0));
        },
    },
    Row {
        name: "too short a night",
        expected: (Rule::Rest, &[0, 1], 60),
        caught: |problem, plan| {
            problem.rules.rest_min = 17 * 60;
            place(plan, P0_HOUR, at(0, 16, 0), &[0], Some(0));
            place(plan, P1_HOUR, at(1, 9, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            problem.rules.rest_min = 17 * 60;
            place(plan, P0_HOUR, at(0, 16, 0), &[0], Some(0));
            place(plan, P1_HOUR, at(1, 10, 0), &[0], Some(0));
        },
    },
    Row {
        name: "three days in a row",
        expected: (Rule::DaysInRow, &[0, 1, 2], 1),
        caught: |problem, plan| {
            problem.rules.max_days_in_row = 2;
            first_hour(plan);
            place(plan, P1_HOUR, at(1, 9, 0), &[0], Some(0));
            place(plan, P0_AGAIN, at(2, 9, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            problem.rules.max_days_in_row = 2;
            first_hour(plan);
            place(plan, P1_HOUR, at(1, 9, 0), &[0], Some(0));
            place(plan, P0_AGAIN, at(3, 9, 0), &[0], Some(0));
        },
    },
    Row {
        name: "too many points in a day",
        expected: (Rule::PointsCap, &[0, 1], 5),
        caught: |problem, plan| {
            two_points(problem, plan);
            problem.duties[0].points_cap = 15;
            place(plan, P1_HOUR, at(0, 11, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            two_points(problem, plan);
            problem.duties[0].points_cap = 15;
            place(plan, P1_HOUR, at(1, 11, 0), &[0], Some(0));
        },
    },
    Row {
        name: "too many points in a week",
        expected: (Rule::PointsCap, &[0, 1], 1),
        caught: |problem, plan| {
            two_points(problem, plan);
            problem.clinicians[0].points_week_cap = 19;
            place(plan, P1_HOUR, at(1, 11, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            two_points(problem, plan);
            problem.clinicians[0].points_week_cap = 20;
            place(plan, P1_HOUR, at(1, 11, 0), &[0], Some(0));
        },
    },
    Row {
        name: "too many patients",
        expected: (Rule::CaseloadCap, &[0, 1], 1),
        caught: |problem, plan| {
            problem.clinicians[0].caseload_cap = 1;
            first_hour(plan);
            place(plan, P1_HOUR, at(1, 9, 0), &[0], Some(0));
        },
        passed: |problem, plan| {
            problem.clinicians[0].caseload_cap = 1;
            first_hour(plan);
            place(plan, P0_AGAIN, at(1, 9, 0), &[0], Some(0));
            place(plan, GROUP, at(2, 9, 0), &[0], Some(1));
            plan.seats[1] = vec![3];
        },
    },
    Row {
        name: "a locked session in another room",
        expected: (Rule::LockMoved, &[0], 0),
        caught: |problem, plan| {
            problem.sessions[P0_HOUR].locked = true;
            problem.sessions[P0_HOUR].published = Some(placement(at(0, 9, 0), &[0], Some(1)));
            first_hour(plan);
        },
        passed: |problem, plan| {
            problem.sessions[P0_HOUR].locked = true;
            problem.sessions[P0_HOUR].published = Some(placement(at(0, 9, 0), &[0], Some(0)));
            first_hour(plan);
        },
    },
    Row {
        name: "a locked session that is left out",
        expected: (Rule::LockMoved, &[0], 0),
        caught: |problem, _| {
            problem.sessions[P0_HOUR].locked = true;
            problem.sessions[P0_HOUR].published = Some(placement(at(0, 9, 0), &[0], Some(0)));
        },
        passed: |problem, _| {
            problem.sessions[P0_HOUR].published = Some(placement(at(0, 9, 0), &[0], Some(0)));
        },
    },
];

fn lunch(from: i32, to: i32) -> Lunch {
    Lunch {
        from,
        to,
        minutes: 30,
        counts_unused: false,
    }
}

/// A grid that every start in the row lies on.
fn shift_to_grid(problem: &mut Problem) {
    problem.grid = 5;
}

/// One point each for the hours of patients 0 and 1; the first is placed.
fn two_points(problem: &mut Problem, plan: &mut Plan) {
    problem.sessions[P0_HOUR].parts[0].points = 10;
    problem.sessions[P1_HOUR].parts[0].points = 10;
    first_hour(plan);
}

fn checked(change: Change) -> (Problem, Vec<Violation>) {
    let mut problem = week();
    let mut plan = Plan::empty(&problem);
    change(&mut problem, &mut plan);
    let violations = check(&problem, &plan);
    (problem, violations)
}

#[test]
fn each_rule_catches_its_case_and_nothing_else() {
    for row in ROWS {
        let (_, violations) = checked(row.caught);
        let found: Vec<_> = violations
            .iter()
            .map(|violation| (violation.rule, violation.sessions.as_slice(), violation.amount))
            .collect();
        assert_eq!(found, [row.expected], "{}", row.name);
    }
}

#[test]
fn each_rule_lets_its_near_miss_pass() {
    for row in ROWS {
        let (_, violations) = checked(row.passed);
        assert_eq!(violations, [], "{}", row.name);
    }
}

#[test]
fn every_rule_has_a_case_and_a_near_miss() {
    let covered: BTreeSet<Rule> = ROWS.iter().map(|row| row.expected.0).collect();
    assert_eq!(covered, BTreeSet::from(Rule::ALL));
}

#[test]
fn every_violation_reads_as_a_sentence_of_ids() {
    for row in ROWS {
        let (problem, violations) = checked(row.caught);
        for violation in &violations {
            let text = describe(&problem, violation);
            assert!(!text.ends_with('.') && !text.contains("``"), "{}: {text}", row.name);
            for &session in &violation.sessions {
                let is_named = text.contains(&format!("`{}`", problem.sessions[session as usize].key));
                let is_limit = matches!(
                    violation.rule,
                    Rule::DayLimit | Rule::WeekLimit | Rule::DaysInRow | Rule::PointsCap | Rule::CaseloadCap
                );
                assert!(is_named || is_limit, "{}: {text}", row.name);
            }
        }
    }
}

#[test]
fn sentences_are_clear() {
    let sentence = |name: &str| {
        let row = ROWS.iter().find(|row| row.name == name).expect(name);
        let (problem, violations) = checked(row.caught);
        describe(&problem, &violations[0])
    };
    for (name, text) in [
        (
            "two sessions in a room",
            "`p0/a` and `p1/a` are in room `r0` at the same time for 15 minutes",
        ),
        (
            "too little time to drive",
            "clinician `c0` lacks 1 minute between `home-1` and `home-2`",
        ),
        ("too many points in a week", "clinician `c0` has 0.1 points too many"),
        ("three patients on two seats", "`group/a` has 1 patient too many"),
        (
            "a plan of another length",
            "the plan does not fit the clinic: 2 entries too many or too few",
        ),
    ] {
        assert_eq!(sentence(name), text);
    }
}

#[test]
fn conflicts_count_pairs_once_a_rule() {
    let mut problem = week();
    let mut plan = Plan::empty(&problem);
    first_hour(&mut plan);
    place(&mut plan, P1_HOUR, at(0, 9, 15), &[1], Some(0));
    place(&mut plan, PAIR, at(0, 9, 30), &[0, 1], Some(0));
    problem.sessions[PAIR].parts.truncate(1);
    plan.placements[PAIR].as_mut().unwrap().parts.truncate(1);
    place(&mut plan, PAIR, at(0, 9, 30), &[0], Some(0));
    // Three sessions in one room are three conflicts; one pair of them clashes on its clinician too.
    assert_eq!(conflicts(&check(&problem, &plan)), 4);

    let twice = |clinician| Violation {
        rule: Rule::ClinicianOverlap,
        sessions: vec![0, 1],
        resource: Some(Resource::Clinician(clinician)),
        amount: 5,
    };
    assert_eq!(conflicts(&[twice(0), twice(1)]), 1);
}

#[test]
fn two_thousand_sessions_take_milliseconds() {
    let mut problem = quiet_week();
    problem.num_days = 28;
    problem.clinicians = (0..100).map(|idx| clinician(&format!("c{idx}"))).collect();
    problem.duties = (0..100).flat_map(|who| (0..7).map(move |day| duty(who, day))).collect();
    problem.patients = (0..400).map(|idx| patient(&format!("p{idx}"))).collect();
    problem.sessions = (0..2000)
        .map(|idx| {
            let mut session = hour(&format!("s{idx}"), idx % 400);
            session.parts = vec![part(60, 100)];
            session
        })
        .collect();
    let mut plan = Plan::empty(&problem);
    for idx in 0..2000 {
        let (round, who) = (idx / 100, idx % 100);
        by_video(
            &mut plan,
            idx,
            at(round as i32 % 5, 8 + round as i32 / 5 * 2, 0),
            who as u32,
        );
    }
    let before = std::time::Instant::now();
    let violations = check(&problem, &plan);
    let elapsed = before.elapsed();
    assert_eq!(violations, []);
    // A few milliseconds when optimized; the bound leaves room for a busy machine and a debug build.
    assert!(elapsed.as_millis() < 500, "{elapsed:?}");
    println!("2,000 sessions checked in {elapsed:?}");
}
