//! Rules about clinicians' days and weeks.

use super::*;

pub(super) const ROWS: &[Row] = &[
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
        name: "a visit that itself begins before the day",
        expected: (Rule::ClinicianHours, &[5], 30),
        caught: |_, plan| place(plan, HOME_1, at(0, 7, 30), &[0], None),
        passed: |problem, plan| {
            problem.duties[0].start_place = 1;
            place(plan, HOME_1, at(0, 8, 0), &[0], None);
        },
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
            place_by_video(plan, P0_HOUR, at(0, 16, 0), 0);
        },
        passed: |_, plan| {
            place(plan, HOME_1, at(0, 14, 0), &[0], None);
            place_by_video(plan, P0_HOUR, at(0, 15, 40), 0);
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
            place_by_video(plan, P0_HOUR, at(0, 10, 0), 0);
            place(plan, HOME_2, at(0, 11, 0), &[0], None);
        },
        passed: |_, plan| {
            place(plan, HOME_1, at(0, 9, 0), &[0], None);
            place_by_video(plan, P0_HOUR, at(0, 10, 0), 0);
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
        name: "a gap as long as lunch within the lunch interval is not worked, a shorter one is",
        expected: (Rule::DayLimit, &[0, 1], 30),
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
];

/// Clinician 0 works around the clock.
fn no_hours(problem: &mut Problem) {
    for duty in &mut problem.duties {
        let day = i32::from(duty.day);
        duty.windows = vec![(at(day, 0, 0), at(day + 1, 12, 0))];
    }
}

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
