//! Rules about seats in groups, courses of treatment and authorizations.

use super::*;

pub(super) const ROWS: &[Row] = &[
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
        name: "a session with the one that it must follow beside it, and without it",
        expected: (Rule::Order, &[0, 1], 60),
        caught: |problem, plan| {
            problem.precedences = vec![Precedence { first: 1, second: 0 }];
            place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(0));
            place(plan, P1_HOUR, at(0, 9, 0), &[1], Some(1));
        },
        passed: |problem, plan| {
            problem.precedences = vec![Precedence { first: 1, second: 0 }];
            place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(0));
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
        name: "a session that draws nothing, on a day on which the authorization does not hold",
        expected: (Rule::Authorization, &[0], 2),
        caught: |problem, plan| {
            problem.budgets = vec![budget(5, false)];
            problem.budgets[0].days = 0b10;
            problem.sessions[P0_HOUR].draws = vec![Draw { budget: 0, units: 2 }];
            first_hour(plan);
        },
        passed: |problem, plan| {
            problem.budgets = vec![budget(5, false)];
            problem.budgets[0].days = 0b10;
            problem.sessions[P0_HOUR].draws = vec![Draw { budget: 0, units: 0 }];
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
];
