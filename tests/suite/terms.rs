//! The cost terms: each alone, with an amount computed by hand and a case that it ignores.

use std::collections::BTreeSet;

use rosterwell::model::clinic::Overtime;
use rosterwell::model::problem::{Lunch, Problem, WeeklyMinimum};
use rosterwell::model::{CostTerm, Costs, Plan};
use rosterwell::optimizer::evaluate;

use crate::builders::*;

/// Changes a problem and a plan.
type Change = fn(&mut Problem, &mut Plan);

/// A term, what it charges in `charged`, and a case in which it charges nothing, `ignored`; `given` comes before both.
/// The term's price is 7 cents a unit, all other prices are 0, and nothing costs anything by itself unless the row says
/// so.
struct Row {
    name: &'static str,
    term: CostTerm,
    cents: i64,
    given: Change,
    charged: Change,
    ignored: Change,
}

/// No change.
fn nothing(_: &mut Problem, _: &mut Plan) {}

/// Clinician 0 with patient 0 in room 0.
fn p0(plan: &mut Plan, start: i32) {
    place(plan, P0_HOUR, start, &[0], Some(0));
}

/// Clinician 0 with patient 1 in room 0.
fn p1(plan: &mut Plan, start: i32) {
    place(plan, P1_HOUR, start, &[0], Some(0));
}

/// Clinician 0 with patient 0 in room 0, once more.
fn p0_again(plan: &mut Plan, start: i32) {
    place(plan, P0_AGAIN, start, &[0], Some(0));
}

fn home_1(plan: &mut Plan, start: i32) {
    place(plan, HOME_1, start, &[0], None);
}

fn home_2(plan: &mut Plan, start: i32) {
    place(plan, HOME_2, start, &[0], None);
}

/// Lunch of half an hour between 12:00 and 13:30 on the first day of clinician 0.
fn with_lunch(problem: &mut Problem) {
    problem.duties[0].lunch = Some(Lunch {
        from: at(0, 12, 0),
        to: at(0, 13, 30),
        minutes: 30,
        counts_unused: false,
    });
}

/// Patient 0 needs some minutes on the first three days; hours and seats of patient 0 count.
fn with_minimum(problem: &mut Problem, minutes: i32) {
    problem.minimums = vec![WeeklyMinimum {
        patient: 0,
        from_day: 0,
        to_day: 3,
        minutes,
    }];
    problem.sessions[P0_HOUR].counts_to_minimum = true;
    problem.seat_orders[0].counts_to_minimum = true;
}

/// Clinician 0 is paid 9 cents more for a minute of overtime.
fn with_overtime(problem: &mut Problem, rule: Overtime) {
    problem.clinicians[0].overtime = rule;
    problem.clinicians[0].overtime_cents_min = 9;
}

/// A shift of some minutes by clinician 0.
fn shift_of(problem: &mut Problem, plan: &mut Plan, start: i32, minutes: i32) {
    problem.sessions[SHIFT] = shift("shift", minutes);
    problem.sessions[SHIFT].unplaced_cents = 0;
    place(plan, SHIFT, start, &[0], None);
}

/// Three hours in the evening, the first `own` of them by clinician 0, the others by clinician 1.
fn evenings(plan: &mut Plan, own: usize) {
    for (idx, session) in [P0_HOUR, P1_HOUR, P0_AGAIN].into_iter().enumerate() {
        place(plan, session, at(idx as i32, 18, 0), &[u32::from(idx >= own)], Some(0));
    }
}

const ROWS: &[Row] = &[
    Row {
        name: "each unplaced session has its own price",
        term: CostTerm::Unplaced,
        cents: 300,
        given: |problem, plan| {
            problem.sessions[P0_HOUR].unplaced_cents = 500;
            p0(plan, at(0, 9, 0));
        },
        charged: |problem, _| problem.sessions[P1_HOUR].unplaced_cents = 300,
        ignored: nothing,
    },
    Row {
        name: "one of two seats is not given",
        term: CostTerm::EmptySeat,
        cents: 250,
        given: |problem, plan| {
            problem.seat_orders[0].empty_cents = 250;
            place(plan, GROUP, at(0, 9, 0), &[0], Some(0));
            plan.seats[0] = vec![3];
        },
        charged: |problem, _| problem.seat_orders[0].count = 2,
        ignored: nothing,
    },
    Row {
        name: "an hour and a group seat leave thirty minutes short",
        term: CostTerm::WeeklyMinimum,
        cents: 30 * 7,
        given: |_, plan| {
            p0(plan, at(0, 9, 0));
            place(plan, GROUP, at(2, 9, 0), &[0], Some(0));
            plan.seats[0] = vec![3];
        },
        charged: |problem, _| with_minimum(problem, 150),
        ignored: |problem, _| with_minimum(problem, 120),
    },
    Row {
        name: "an hour after the stretch of days, and one that does not count",
        term: CostTerm::WeeklyMinimum,
        cents: 60 * 7,
        given: |problem, _| with_minimum(problem, 60),
        charged: |_, plan| {
            p0(plan, at(3, 9, 0));
            p0_again(plan, at(0, 9, 0));
        },
        ignored: |_, plan| p0(plan, at(2, 9, 0)),
    },
    Row {
        name: "a group of one where two are the least",
        term: CostTerm::SmallGroup,
        cents: 7,
        given: |_, plan| {
            place(plan, GROUP, at(0, 9, 0), &[0], Some(0));
            plan.seats[0] = vec![3];
        },
        charged: |problem, _| problem.sessions[GROUP].seats.as_mut().unwrap().min = 2,
        ignored: |problem, _| problem.sessions[GROUP_AGAIN].seats.as_mut().unwrap().min = 2,
    },
    Row {
        name: "twenty minutes above forty hours a week, most of them before the horizon",
        term: CostTerm::Overtime,
        cents: 20 * 9,
        given: |problem, plan| {
            with_overtime(problem, Overtime::Weekly40);
            p0(plan, at(0, 9, 0));
        },
        charged: |problem, _| problem.clinicians[0].worked_before = vec![2360],
        ignored: |problem, _| problem.clinicians[0].worked_before = vec![2340],
    },
    Row {
        name: "two hours above eight a day",
        term: CostTerm::Overtime,
        cents: 120 * 9,
        given: |problem, _| with_overtime(problem, Overtime::EightEighty),
        charged: |problem, plan| shift_of(problem, plan, at(0, 8, 0), 600),
        ignored: |problem, plan| shift_of(problem, plan, at(0, 8, 0), 480),
    },
    Row {
        name: "minutes above eighty hours in two weeks count if they are more",
        term: CostTerm::Overtime,
        cents: 130 * 9,
        given: |problem, plan| {
            problem.clinicians[0].worked_before = vec![80 * 60 - 470];
            shift_of(problem, plan, at(0, 8, 0), 600);
        },
        charged: |problem, _| with_overtime(problem, Overtime::EightEighty),
        ignored: |problem, _| with_overtime(problem, Overtime::None),
    },
    Row {
        name: "half an hour after the regular end",
        term: CostTerm::ExtraTime,
        cents: 30 * 7,
        given: nothing,
        charged: |_, plan| p0(plan, at(0, 16, 30)),
        ignored: |_, plan| p0(plan, at(0, 16, 0)),
    },
    Row {
        name: "the ways there and back outside the regular hours",
        term: CostTerm::ExtraTime,
        cents: (15 + 10) * 7,
        given: nothing,
        charged: |_, plan| {
            home_1(plan, at(0, 8, 5));
            home_2(plan, at(0, 15, 40));
        },
        ignored: |_, plan| {
            home_1(plan, at(0, 8, 20));
            home_2(plan, at(0, 15, 30));
        },
    },
    Row {
        name: "a shift that ends before the regular hours begin",
        term: CostTerm::ExtraTime,
        cents: 120 * 7,
        given: nothing,
        charged: |problem, plan| shift_of(problem, plan, at(0, 5, 0), 120),
        ignored: |problem, plan| shift_of(problem, plan, at(0, 8, 0), 120),
    },
    Row {
        name: "a round from the clinic to two homes",
        term: CostTerm::Travel,
        cents: (20 + 10 + 30) * 7,
        given: nothing,
        charged: |_, plan| {
            home_1(plan, at(0, 9, 0));
            home_2(plan, at(0, 11, 0));
        },
        ignored: |_, plan| {
            p0(plan, at(0, 9, 0));
            place_by_video(plan, P1_HOUR, at(0, 11, 0), 0);
        },
    },
    Row {
        name: "a call between two visits is made where the first one was",
        term: CostTerm::Travel,
        cents: (20 + 10 + 30) * 7,
        given: |_, plan| place_by_video(plan, P0_HOUR, at(0, 10, 0), 0),
        charged: |_, plan| {
            home_1(plan, at(0, 9, 0));
            home_2(plan, at(0, 12, 0));
        },
        ignored: nothing,
    },
    Row {
        name: "the distance of a round",
        term: CostTerm::Mileage,
        cents: (100 + 50 + 150) * 7,
        given: |_, plan| home_1(plan, at(0, 9, 0)),
        charged: |_, plan| home_2(plan, at(0, 11, 0)),
        ignored: |problem, _| problem.travel.distance.clear(),
    },
    Row {
        name: "an hour between commitments, a third of it on the way",
        term: CostTerm::Waiting,
        cents: 40 * 7,
        given: |_, plan| p0(plan, at(0, 9, 0)),
        charged: |_, plan| home_1(plan, at(0, 11, 0)),
        ignored: |_, plan| home_1(plan, at(0, 10, 20)),
    },
    Row {
        name: "lunch is not waiting",
        term: CostTerm::Waiting,
        cents: 15 * 7,
        given: |problem, plan| {
            with_lunch(problem);
            p0(plan, at(0, 11, 0));
        },
        charged: |_, plan| p1(plan, at(0, 12, 45)),
        ignored: |_, plan| p1(plan, at(0, 12, 30)),
    },
    Row {
        name: "twenty minutes that nobody can use",
        term: CostTerm::FragmentedIdle,
        cents: 20 * 7,
        given: |problem, plan| {
            problem.rules.shortest_session_min = 30;
            p0(plan, at(0, 9, 0));
        },
        charged: |_, plan| p1(plan, at(0, 10, 20)),
        ignored: |_, plan| p1(plan, at(0, 10, 30)),
    },
    Row {
        name: "a clinician who is new to the patient",
        term: CostTerm::Continuity,
        cents: 150,
        given: |_, plan| p0(plan, at(0, 9, 0)),
        charged: |problem, _| problem.sessions[P0_HOUR].parts[0].eligible[0].continuity = 150,
        ignored: |problem, _| problem.sessions[P0_HOUR].parts[0].eligible[1].continuity = 150,
    },
    Row {
        name: "two clinicians in one thread",
        term: CostTerm::Handoff,
        cents: 7,
        given: |problem, plan| {
            problem.sessions[P0_HOUR].thread = Some(0);
            p0(plan, at(0, 9, 0));
            place(plan, P0_AGAIN, at(1, 9, 0), &[1], Some(0));
        },
        charged: |problem, _| problem.sessions[P0_AGAIN].thread = Some(0),
        ignored: |problem, _| problem.sessions[P0_AGAIN].thread = Some(1),
    },
    Row {
        name: "a start before the hours the patient wished",
        term: CostTerm::Preference,
        cents: 7,
        given: |problem, _| problem.sessions[P0_HOUR].preferred = vec![(at(0, 10, 0), at(0, 12, 0))],
        charged: |_, plan| p0(plan, at(0, 9, 45)),
        ignored: |_, plan| p0(plan, at(0, 11, 45)),
    },
    Row {
        name: "another gender than the patient wished",
        term: CostTerm::Preference,
        cents: 50,
        given: |_, plan| p0(plan, at(0, 9, 0)),
        charged: |problem, _| problem.sessions[P0_HOUR].parts[0].eligible[0].preference = 50,
        ignored: |problem, _| problem.sessions[P0_HOUR].parts[0].eligible[1].preference = 50,
    },
    Row {
        name: "a session that ends after the hours the clinician would rather work",
        term: CostTerm::Preference,
        cents: 7,
        given: |problem, _| problem.duties[0].preferred = vec![(at(0, 8, 0), at(0, 12, 0))],
        charged: |_, plan| p0(plan, at(0, 11, 15)),
        ignored: |_, plan| p0(plan, at(0, 11, 0)),
    },
    Row {
        name: "a clinician without the specialization",
        term: CostTerm::Specialization,
        cents: 600,
        given: |_, plan| p0(plan, at(0, 9, 0)),
        charged: |problem, _| problem.sessions[P0_HOUR].parts[0].eligible[0].specialization = 600,
        ignored: |problem, _| problem.sessions[P0_HOUR].parts[0].eligible[1].specialization = 600,
    },
    Row {
        name: "video where a visit comes first",
        term: CostTerm::SecondChoice,
        cents: 40,
        given: |problem, _| problem.sessions[P0_HOUR].choices[1].second_choice = 40,
        charged: |_, plan| place_by_video(plan, P0_HOUR, at(0, 9, 0), 0),
        ignored: |_, plan| p0(plan, at(0, 9, 0)),
    },
    Row {
        name: "the hall where an office comes first",
        term: CostTerm::SecondChoice,
        cents: 15,
        given: |problem, _| {
            problem.sessions[P0_HOUR].choices[0].room_classes = vec![0, 1];
            problem.sessions[P0_HOUR].choices[0].second_room = 15;
        },
        charged: |_, plan| place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(2)),
        ignored: |_, plan| place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(1)),
    },
    Row {
        name: "booked minutes with those before and after, without gaps",
        term: CostTerm::WorkloadBalance,
        cents: 35 * 7,
        given: |_, plan| {
            p0(plan, at(0, 9, 0));
            p1(plan, at(0, 14, 0));
        },
        charged: |problem, _| {
            problem.clinicians[0].target_week_min = 100;
            problem.sessions[P0_HOUR].parts[0].before = 5;
            problem.sessions[P0_HOUR].parts[0].after = 10;
        },
        ignored: |problem, _| problem.clinicians[0].target_week_min = 120,
    },
    Row {
        name: "one acuity point too many",
        term: CostTerm::AcuityBalance,
        cents: 7,
        given: |problem, plan| {
            problem.clinicians[0].target_acuity = 4;
            problem.sessions[P0_HOUR].acuity = 3;
            problem.sessions[P1_HOUR].acuity = 2;
            p0(plan, at(0, 9, 0));
        },
        charged: |_, plan| p1(plan, at(5, 14, 0)),
        ignored: |_, plan| place(plan, P1_HOUR, at(5, 14, 0), &[1], Some(0)),
    },
    Row {
        name: "a quarter of an hour is no lunch",
        term: CostTerm::MissedLunch,
        cents: 7,
        given: |problem, _| with_lunch(problem),
        charged: |_, plan| {
            p0(plan, at(0, 11, 30));
            p1(plan, at(0, 12, 45));
        },
        ignored: |_, plan| {
            p0(plan, at(0, 11, 0));
            p1(plan, at(0, 12, 30));
        },
    },
    Row {
        name: "twenty-five minutes are no lunch: all of them are waiting",
        term: CostTerm::Waiting,
        cents: 25 * 7,
        given: |problem, plan| {
            with_lunch(problem);
            p0(plan, at(0, 11, 30));
        },
        charged: |_, plan| p1(plan, at(0, 12, 55)),
        ignored: |_, plan| p1(plan, at(0, 12, 30)),
    },
    Row {
        name: "lunch after the last session is not idle time",
        term: CostTerm::WorstIdle,
        cents: 450 * 7,
        given: |problem, _| {
            problem.duties.truncate(1);
            with_lunch(problem);
        },
        charged: |_, plan| p0(plan, at(0, 9, 0)),
        ignored: |problem, plan| shift_of(problem, plan, at(0, 8, 0), 540),
    },
    Row {
        name: "lunch hours that begin long after the last session are idle time for whoever has to have lunch",
        term: CostTerm::WorstIdle,
        cents: 480 * 7,
        given: |problem, _| {
            problem.duties.truncate(1);
            with_lunch(problem);
            problem.duties[0].lunch.as_mut().unwrap().counts_unused = true;
        },
        charged: |_, plan| p0(plan, at(0, 9, 0)),
        ignored: |problem, plan| shift_of(problem, plan, at(0, 8, 0), 540),
    },
    Row {
        name: "a way that eats up the break",
        term: CostTerm::MissedLunch,
        cents: 7,
        given: |problem, _| with_lunch(problem),
        charged: |_, plan| {
            p0(plan, at(0, 11, 15));
            home_1(plan, at(0, 13, 0));
        },
        ignored: |_, plan| p0(plan, at(0, 11, 0)),
    },
    Row {
        name: "a day without sessions, where a benchmark counts it",
        term: CostTerm::MissedLunch,
        cents: 7,
        given: |problem, _| with_lunch(problem),
        charged: |problem, _| problem.duties[0].lunch.as_mut().unwrap().counts_unused = true,
        ignored: nothing,
    },
    Row {
        name: "five recovery minutes missing",
        term: CostTerm::Recovery,
        cents: 5 * 7,
        given: |_, plan| {
            p0(plan, at(0, 9, 0));
            p1(plan, at(0, 10, 10));
        },
        charged: |problem, _| problem.sessions[P0_HOUR].parts[0].recovery = 15,
        ignored: |problem, _| problem.sessions[P1_HOUR].parts[0].recovery = 15,
    },
    Row {
        name: "nobody recovers on the way",
        term: CostTerm::Recovery,
        cents: 15 * 7,
        given: |problem, plan| {
            problem.sessions[P0_HOUR].parts[0].recovery = 15;
            p0(plan, at(0, 9, 0));
        },
        charged: |_, plan| home_1(plan, at(0, 10, 20)),
        ignored: |_, plan| home_1(plan, at(0, 10, 35)),
    },
    Row {
        name: "less than a break before the next",
        term: CostTerm::ShortBreak,
        cents: 7,
        given: |_, plan| p0(plan, at(0, 9, 0)),
        charged: |_, plan| p1(plan, at(0, 10, 10)),
        ignored: |_, plan| p1(plan, at(0, 10, 15)),
    },
    Row {
        name: "nobody has a break on the way",
        term: CostTerm::ShortBreak,
        cents: 7,
        given: |_, plan| p0(plan, at(0, 9, 0)),
        charged: |_, plan| home_1(plan, at(0, 10, 30)),
        ignored: |_, plan| home_1(plan, at(0, 10, 35)),
    },
    Row {
        name: "a run goes on after twenty minutes of way",
        term: CostTerm::LongRun,
        cents: 20 * 7,
        given: |problem, plan| {
            problem.rules.max_run_min = 120;
            p0(plan, at(0, 9, 0));
        },
        charged: |_, plan| home_1(plan, at(0, 10, 20)),
        ignored: |_, plan| home_1(plan, at(0, 10, 35)),
    },
    Row {
        name: "three hours with ten minutes between are one run",
        term: CostTerm::LongRun,
        cents: 80 * 7,
        given: |problem, plan| {
            problem.rules.max_run_min = 120;
            p0(plan, at(0, 9, 0));
        },
        charged: |_, plan| {
            p1(plan, at(0, 10, 10));
            p0_again(plan, at(0, 11, 20));
        },
        ignored: |_, plan| {
            p1(plan, at(0, 10, 0));
            p0_again(plan, at(0, 11, 15));
        },
    },
    Row {
        name: "minutes of all clinicians above what a day may hold",
        term: CostTerm::Reserve,
        cents: 25 * 7,
        given: |problem, plan| {
            problem.rules.day_limits_min = vec![100, 100];
            p0(plan, at(0, 9, 0));
        },
        charged: |problem, plan| {
            problem.sessions[P0_HOUR].parts[0].before = 5;
            place(plan, P1_HOUR, at(0, 9, 0), &[1], Some(1));
        },
        ignored: |_, plan| place(plan, P1_HOUR, at(1, 9, 0), &[1], Some(1)),
    },
    Row {
        name: "a start half an hour after it was due",
        term: CostTerm::Lateness,
        cents: 30 * 7,
        given: |problem, _| problem.sessions[P0_HOUR].due = vec![(0, at(0, 9, 30))],
        charged: |_, plan| p0(plan, at(0, 10, 0)),
        ignored: |_, plan| p0(plan, at(0, 9, 30)),
    },
    Row {
        name: "the interval that opened last counts, and the end where the rules say so",
        term: CostTerm::Lateness,
        cents: 15 * 7,
        given: |problem, plan| {
            problem.sessions[P0_HOUR].due = vec![(0, at(0, 9, 0)), (at(0, 10, 0), at(0, 11, 0))];
            p0(plan, at(0, 10, 15));
        },
        charged: |problem, _| problem.rules.late_at_end = true,
        ignored: nothing,
    },
    Row {
        name: "the later of two late sessions",
        term: CostTerm::WorstLateness,
        cents: 25 * 7,
        given: |problem, plan| {
            problem.sessions[P0_HOUR].due = vec![(0, at(0, 9, 0))];
            p1(plan, at(1, 9, 25));
        },
        charged: |problem, plan| {
            problem.sessions[P1_HOUR].due = vec![(0, at(1, 9, 0))];
            p0(plan, at(0, 9, 10));
        },
        ignored: |_, plan| p0(plan, at(0, 9, 0)),
    },
    Row {
        name: "the longest of two waits",
        term: CostTerm::WorstWaiting,
        cents: 40 * 7,
        given: |_, plan| p0(plan, at(0, 9, 0)),
        charged: |_, plan| {
            p1(plan, at(0, 10, 40));
            p0_again(plan, at(0, 11, 50));
        },
        ignored: |_, plan| p1(plan, at(0, 10, 0)),
    },
    Row {
        name: "an hour before and seven after the only session of the only day",
        term: CostTerm::WorstIdle,
        cents: 480 * 7,
        given: |problem, _| problem.duties.truncate(1),
        charged: |_, plan| p0(plan, at(0, 9, 0)),
        ignored: |problem, plan| shift_of(problem, plan, at(0, 8, 0), 540),
    },
    Row {
        name: "all three evenings by one of two clinicians",
        term: CostTerm::Fairness,
        cents: 7,
        given: nothing,
        charged: |_, plan| evenings(plan, 3),
        ignored: |_, plan| evenings(plan, 2),
    },
    Row {
        name: "another start, and another clinician, than published",
        term: CostTerm::Change,
        cents: 2 * 7,
        given: |problem, _| problem.sessions[P0_HOUR].published = Some(placement(at(0, 9, 0), &[0], Some(0))),
        charged: |problem, plan| {
            problem.sessions[PAIR].published = Some(placement(at(1, 9, 0), &[0, 1], Some(0)));
            p0(plan, at(0, 9, 15));
            problem.clinicians.push(clinician("c2"));
            place(plan, PAIR, at(1, 9, 0), &[0, 2], Some(0));
            problem.duties.push(duty(2, 1));
        },
        ignored: |_, plan| {
            place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(1));
            p1(plan, at(1, 9, 0));
        },
    },
];

/// What the plan of a row costs in one of its two cases.
fn costs(row: &Row, case: Change) -> Costs {
    let mut problem = week();
    problem.prices = Costs::default();
    problem.prices[row.term] = 7;
    problem
        .sessions
        .iter_mut()
        .for_each(|session| session.unplaced_cents = 0);
    problem.seat_orders.iter_mut().for_each(|order| order.empty_cents = 0);
    let mut plan = Plan::empty(&problem);
    (row.given)(&mut problem, &mut plan);
    case(&mut problem, &mut plan);
    evaluate(&problem, &plan)
}

#[test]
fn each_term_charges_the_amount_computed_by_hand() {
    let mut wrong = Vec::new();
    for row in ROWS {
        let mut expected = Costs::default();
        expected[row.term] = row.cents;
        let found = costs(row, row.charged);
        if found != expected {
            wrong.push(format!("{}: {} instead of {}", row.name, found[row.term], row.cents));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_term_ignores_what_is_right() {
    for row in ROWS {
        assert_eq!(costs(row, row.ignored), Costs::default(), "{}", row.name);
    }
}

#[test]
fn every_term_has_an_amount_and_an_exception() {
    let covered: BTreeSet<CostTerm> = ROWS.iter().map(|row| row.term).collect();
    assert_eq!(covered, BTreeSet::from(CostTerm::ALL));
}
