//! The checker: each hard rule with a case it catches and a near-miss it lets pass.

use std::collections::BTreeSet;

use rosterwell::model::check::{Resource, conflicts, describe};
use rosterwell::model::problem::{Assigned, Draw, GroupPair, Lunch, Precedence, Problem, Spacing};
use rosterwell::model::{Plan, Rule, Violation, check};

use crate::builders::*;

mod clinicians;
mod courses;
mod sessions;

/// Changes a problem and a plan.
type Change = fn(&mut Problem, &mut Plan);

/// A rule, the sessions and amount of the one violation that `caught` leads to; `passed` leads to none.
struct Row {
    name: &'static str,
    expected: (Rule, &'static [u32], i32),
    caught: Change,
    passed: Change,
}

/// Every row, by subject.
fn rows() -> impl Iterator<Item = &'static Row> {
    [sessions::ROWS, clinicians::ROWS, courses::ROWS].into_iter().flatten()
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
    for row in rows() {
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
    for row in rows() {
        let (_, violations) = checked(row.passed);
        assert_eq!(violations, [], "{}", row.name);
    }
}

#[test]
fn every_rule_has_a_case_and_a_near_miss() {
    let covered: BTreeSet<Rule> = rows().map(|row| row.expected.0).collect();
    assert_eq!(covered, BTreeSet::from(Rule::ALL));
}

#[test]
fn every_violation_reads_as_a_sentence_of_ids() {
    for row in rows() {
        let (problem, violations) = checked(row.caught);
        for violation in &violations {
            let text = describe(&problem, violation);
            let says_none = text.contains("has no room");
            assert_eq!(
                says_none,
                violation.rule == Rule::WrongRoom && violation.resource.is_none(),
                "{text}"
            );
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
        let row = rows().find(|row| row.name == name).expect(name);
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

fn found(violations: &[Violation]) -> Vec<(Rule, &[u32], i32)> {
    let told = violations.iter();
    told.map(|violation| (violation.rule, violation.sessions.as_slice(), violation.amount))
        .collect()
}

#[test]
fn minutes_are_as_good_as_slots_without_a_grid() {
    let (_, violations) = checked(|problem, plan| {
        problem.grid = 1;
        place(plan, P0_HOUR, at(0, 9, 7), &[0], Some(0));
    });
    assert_eq!(violations, []);
}

#[test]
fn nothing_is_allowed_on_a_day_that_no_bit_stands_for() {
    let (_, violations) = checked(|problem, plan| {
        problem.num_days = 40;
        problem.budgets = vec![budget(5, false)];
        problem.sessions[P0_HOUR].draws = vec![Draw { budget: 0, units: 3 }];
        place_by_video(plan, P0_HOUR, at(32, 9, 0), 0);
    });
    assert_eq!(
        found(&violations),
        [
            (Rule::SessionWindow, &[0][..], 60),
            (Rule::NotEligible, &[0], 0),
            (Rule::ClinicianHours, &[0], 60),
            (Rule::Authorization, &[0], 3),
        ]
    );
}

#[test]
fn a_draw_on_a_budget_that_is_not_there_is_passed_over() {
    let (_, violations) = checked(|problem, plan| {
        problem.sessions[P0_HOUR].draws = vec![Draw { budget: 9, units: 3 }];
        first_hour(plan);
    });
    assert_eq!(violations, []);
}

#[test]
fn a_seat_in_a_session_that_is_no_group_was_not_offered() {
    let (_, violations) = checked(|_, plan| {
        first_hour(plan);
        plan.seats[0] = vec![P0_HOUR as u32];
    });
    assert_eq!(found(&violations)[0], (Rule::SeatNotOffered, &[0][..], 0));
    assert!(violations.iter().all(|violation| violation.rule != Rule::GroupSeats));
}

#[test]
fn one_seat_given_twice_is_too_many_and_not_too_close() {
    let (problem, violations) = checked(|problem, plan| {
        problem.seat_orders[0].min_days = 2;
        first_group(plan);
        plan.seats[0] = vec![3, 3];
    });
    assert_eq!(
        found(&violations),
        [(Rule::SeatNotOffered, &[3][..], 0), (Rule::SeatNotOffered, &[3], 1)]
    );
    assert_eq!(
        describe(&problem, &violations[1]),
        "patient `p0` has 1 seat more than asked for: `group/a`"
    );
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
        place_by_video(
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
