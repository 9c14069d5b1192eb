//! Laws that hold for any problem and plan.

use proptest::prelude::*;
use rosterwell::model::check::{conflicts, describe};
use rosterwell::model::problem::{ANYWHERE, Placement, Problem};
use rosterwell::model::{Plan, PlanDocument, Rule, Violation, check};
use rosterwell::rng::Rng;

use crate::generator::{self, SMALL, TINY};

/// Minutes of a week.
const WEEK: i32 = 7 * 1440;

/// The same problem and plan, one week later in a horizon that is one week longer.
fn a_week_later(mut problem: Problem, mut plan: Plan) -> (Problem, Plan) {
    let later = |windows: &mut Vec<(i32, i32)>| {
        for window in windows {
            *window = (window.0 + WEEK, window.1 + WEEK);
        }
    };
    let move_placement = |placement: &mut Placement| {
        placement.start += WEEK;
        placement.parts.iter_mut().for_each(|part| part.start += WEEK);
    };
    problem.num_days += 7;
    problem
        .clinicians
        .iter_mut()
        .for_each(|clinician| clinician.worked_before.insert(0, 0));
    for duty in &mut problem.duties {
        (duty.day, duty.week) = (duty.day + 7, duty.week + 1);
        later(&mut duty.windows);
        duty.regular = (duty.regular.0 + WEEK, duty.regular.1 + WEEK);
        if let Some(lunch) = &mut duty.lunch {
            (lunch.from, lunch.to) = (lunch.from + WEEK, lunch.to + WEEK);
        }
    }
    problem
        .patients
        .iter_mut()
        .for_each(|patient| later(&mut patient.windows));
    problem.room_classes.iter_mut().for_each(|class| later(&mut class.open));
    problem.equipment.iter_mut().for_each(|pool| later(&mut pool.open));
    problem.budgets.iter_mut().for_each(|budget| budget.days <<= 7);
    for session in &mut problem.sessions {
        later(&mut session.windows);
        let entries = session.parts.iter_mut().flat_map(|part| &mut part.eligible);
        entries.for_each(|entry| entry.days <<= 7);
        session.published.iter_mut().for_each(move_placement);
    }
    plan.placements.iter_mut().flatten().for_each(move_placement);
    (problem, plan)
}

/// Pairs that share a room for a minute, found by comparing every placement with every other.
fn naive_room_overlaps(problem: &Problem, plan: &Plan) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for (a, first) in plan.placements.iter().enumerate() {
        for (b, second) in plan.placements.iter().enumerate().skip(a + 1) {
            let (Some(first), Some(second)) = (first, second) else {
                continue;
            };
            let same_room = first.room.is_some() && first.room == second.room;
            let first_end = first.start + problem.sessions[a].minutes;
            let second_end = second.start + problem.sessions[b].minutes;
            if same_room && first.start < second_end && second.start < first_end {
                pairs.push((a as u32, b as u32));
            }
        }
    }
    pairs
}

/// Violations of some rules.
fn of(violations: &[Violation], rules: &[Rule]) -> Vec<Violation> {
    let chosen = violations.iter().filter(|violation| rules.contains(&violation.rule));
    chosen.cloned().collect()
}

/// True if every session of the problem is at a place of its own.
fn is_all_physical(problem: &Problem) -> bool {
    let mut choices = problem.sessions.iter().flat_map(|session| &session.choices);
    choices.all(|choice| choice.place != ANYWHERE)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn checker_takes_any_plan(seed: u64) {
        let problem = generator::problem(seed, SMALL);
        let plan = generator::garbage_plan(seed, &problem);
        let violations = check(&problem, &plan);
        prop_assert!(violations.is_sorted());
        prop_assert!(violations.windows(2).all(|pair| pair[0] != pair[1]));
        prop_assert!(conflicts(&violations) <= violations.len());
        for violation in &violations {
            prop_assert!(violation.sessions.is_sorted());
            prop_assert!(!describe(&problem, violation).is_empty());
        }
        // The plan of another problem.
        check(&generator::problem(seed ^ 1, TINY), &plan);
    }

    #[test]
    fn a_week_later_the_same_rules_are_broken(seed: u64) {
        let problem = generator::problem(seed, SMALL);
        let plan = generator::faulty_plan(seed, &problem);
        let violations = check(&problem, &plan);
        let (later, later_plan) = a_week_later(problem, plan);
        prop_assert_eq!(check(&later, &later_plan), violations);
    }

    #[test]
    fn taking_a_session_out_adds_no_overlap(seed: u64) {
        let problem = generator::problem(seed, SMALL);
        let mut plan = generator::faulty_plan(seed, &problem);
        let mut rules = vec![Rule::PatientOverlap, Rule::RoomOverlap, Rule::GroupSeats, Rule::CaseloadCap];
        // A call is wherever the visit before it was: without that visit it can be too far from the next one.
        if is_all_physical(&problem) {
            rules.push(Rule::ClinicianOverlap);
        }
        let before = of(&check(&problem, &plan), &rules);
        let idx = Rng::new(seed).below(plan.placements.len());
        plan.placements[idx] = None;
        for violation in of(&check(&problem, &plan), &rules) {
            let known = before.iter().any(|other| {
                (other.rule, other.resource) == (violation.rule, violation.resource)
                    && violation.sessions.iter().all(|session| other.sessions.contains(session))
                    && violation.amount <= other.amount
            });
            prop_assert!(known, "{:?}", violation);
        }
    }

    #[test]
    fn room_overlaps_are_those_that_comparing_all_finds(seed: u64) {
        let problem = generator::problem(seed, SMALL);
        let plan = generator::faulty_plan(seed, &problem);
        let found: Vec<(u32, u32)> = of(&check(&problem, &plan), &[Rule::RoomOverlap])
            .iter()
            .map(|violation| (violation.sessions[0], violation.sessions[1]))
            .collect();
        let mut expected = naive_room_overlaps(&problem, &plan);
        expected.sort_unstable();
        let mut found = found;
        found.sort_unstable();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_plan_reads_back_from_its_document(seed: u64) {
        let problem = generator::problem(seed, SMALL);
        let mut plan = generator::faulty_plan(seed, &problem);
        // A document has seats only where the group takes place.
        for seats in &mut plan.seats {
            seats.retain(|&session| plan.placements[session as usize].is_some());
        }
        let document = PlanDocument::new(&problem, &plan).expect("problem has a calendar");
        prop_assert_eq!(document.to_plan(&problem), Ok(plan));
    }
}

#[test]
fn locks_never_contradict_the_rules() {
    let (mut locked, mut faulty, mut placed) = (0, 0, 0);
    for seed in 0..200 {
        let problem = generator::problem(seed, SMALL);
        let plan = Plan::published(&problem);
        faulty += usize::from(!check(&problem, &plan).is_empty());
        placed += plan.placements.iter().flatten().count();
        if problem.sessions.iter().any(|session| session.locked) {
            locked += 1;
            assert_eq!(check(&problem, &plan), [], "seed {seed}");
            assert_eq!(check(&problem, &generator::locked_plan(&problem)), [], "seed {seed}");
        }
    }
    // The generator really makes locked problems, faulty schedules and placements.
    assert!(
        locked > 20 && faulty > 20 && placed > 1000,
        "{locked} {faulty} {placed}"
    );
}

#[test]
fn generated_plans_break_every_rule_some_time() {
    let mut broken = std::collections::BTreeSet::new();
    for seed in 0..300 {
        let problem = generator::problem(seed, SMALL);
        broken.extend(
            check(&problem, &generator::faulty_plan(seed, &problem))
                .iter()
                .map(|found| found.rule),
        );
        broken.extend(
            check(&problem, &generator::garbage_plan(seed, &problem))
                .iter()
                .map(|found| found.rule),
        );
    }
    assert_eq!(broken, std::collections::BTreeSet::from(Rule::ALL));
}
