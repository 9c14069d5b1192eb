//! Rules about one session, and about what sessions share: patients, rooms, equipment.

use super::*;

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "a choice that does not exist",
        expected: (Rule::Malformed, &[0], 0),
        caught: |_, plan| {
            first_hour(plan);
            plan.placements[0].as_mut().unwrap().choice = 2;
        },
        passed: |_, plan| place_by_video(plan, P0_HOUR, at(0, 9, 0), 0),
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
        passed: |_, plan| place_by_video(plan, P0_HOUR, at(0, 9, 5), 0),
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
            place_by_video(plan, PAIR, at(0, 9, 1), 0);
            let pair = plan.placements[PAIR].as_mut().unwrap();
            pair.parts.push(Assigned {
                clinician: 1,
                start: at(0, 9, 1),
            });
        },
        passed: |problem, plan| {
            problem.sessions[PAIR].parts.truncate(1);
            place_by_video(plan, PAIR, at(0, 9, 1), 0);
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
            place_by_video(plan, P0_HOUR, at(0, 9, 0), 0);
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
