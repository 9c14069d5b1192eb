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
