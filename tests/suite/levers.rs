//! Every lever of the table: what it is, that it keeps a clinic fit to be planned, and that 0 is today to the last bit.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rosterwell::model::clinic::Tier;
use rosterwell::model::validate::{findings, is_usable};
use rosterwell::model::{self, Clinic, check};
use rosterwell::optimizer::{Params, solve};
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use rosterwell::scenario::Lever;
use rosterwell::scenario::edits::edit;
use rosterwell::scenario::edits::table::{LeverFacts, Planned, TABLE};
use rosterwell::scenario::edits::targets::targets;
use rosterwell::scenario::replan::representative;

use crate::clinics::KINDS;

/// The week of a sample as a scenario plans it.
fn week_of(kind: SampleKind) -> Clinic {
    let request = SampleRequest {
        kind,
        clinicians: 12,
        weeks: Some(2),
        ..SampleRequest::default()
    };
    representative(&sample(&request))
}

/// What is found in a clinic, by kind of fault: code, table and field. That there is more to do than time for it is no
/// fault of an edit that takes time away.
fn faults(clinic: &Clinic, built: &model::Built) -> BTreeSet<(String, String, Option<String>)> {
    let found = findings(clinic, built).into_iter();
    let faults = found.map(|issue| (issue.code, issue.table, issue.field));
    faults.filter(|(code, ..)| !code.starts_with("demand.")).collect()
}

#[test]
fn no_lever_within_its_range_breaks_the_clinic() {
    let mut wrong = Vec::new();
    for kind in KINDS {
        let clinic = week_of(kind);
        let before = faults(&clinic, &model::build(&clinic));
        for lever in targets(&clinic) {
            let (least, most) = lever.range();
            for value in [least, most] {
                let mut edited = clinic.clone();
                edit(&mut edited, &lever, value);
                let built = model::build(&edited);
                let new: Vec<_> = faults(&edited, &built).difference(&before).cloned().collect();
                if !new.is_empty() {
                    wrong.push(format!("{kind:?} {lever:?} {value}: {new:?}"));
                }
                assert!(
                    is_usable(&built.issues),
                    "{kind:?} {lever:?} {value}: {:?}",
                    built.issues
                );
                let params = Params {
                    steps: 60,
                    ..Params::default()
                };
                let (plan, _) = solve(&built.problem, &params, None);
                let violations = check(&built.problem, &plan);
                assert!(violations.is_empty(), "{kind:?} {lever:?} {value}: {violations:?}");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_lever_has_its_row_and_every_row_its_lever() {
    let ids: Vec<&str> = TABLE.iter().map(|row| row.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    let mut found = BTreeSet::new();
    for kind in KINDS {
        for lever in targets(&week_of(kind)) {
            // The name in requests is the name in the table.
            let text = serde_json::to_value(&lever).unwrap();
            let name = text
                .as_str()
                .map(String::from)
                .or_else(|| text.as_object()?.keys().next().cloned());
            assert_eq!(name.as_deref(), Some(lever.id()));
            assert_eq!(lever.facts().id, lever.id());
            found.insert(lever.id());
        }
    }
    assert_eq!(found, ids.into_iter().collect());
}

#[test]
fn every_lever_that_is_planned_anew_edits_the_clinic_and_none_at_zero() {
    let mut edits = BTreeSet::new();
    for kind in KINDS {
        let clinic = week_of(kind);
        for lever in targets(&clinic) {
            let mut edited = clinic.clone();
            edit(&mut edited, &lever, 0.0);
            assert!(edited == clinic, "{lever:?}");
            edit(&mut edited, &lever, lever.range().1);
            if edited != clinic {
                edits.insert(lever.id());
            }
        }
    }
    for row in TABLE {
        let is_counted = row.planned == Planned::Counted;
        // Pay and prices are columns of the clinic, but no plan depends on them as a scenario counts them.
        let is_column = ["pay", "price"].contains(&row.id);
        assert_eq!(edits.contains(row.id), !is_counted || is_column, "{}", row.id);
    }
}

/// A row of the table in `docs/scenarios.md`.
fn documented(row: &LeverFacts) -> String {
    let planned = match row.planned {
        Planned::Anew => "yes",
        Planned::Levels => "other levels of demand",
        Planned::Counted => "no",
    };
    let first = if row.after_hiring {
        "after the days to hire"
    } else {
        "`start_month`"
    };
    let [slow, likely, fast] = row.ramp_months;
    let ramp = if likely == 0 {
        "at once".into()
    } else {
        format!("{slow}, {likely}, {fast}")
    };
    format!(
        "| `{}`{} | {}, {} to {} | {} | {} | {planned} | {first} | {ramp} |",
        row.id,
        if row.claim { " (claim)" } else { "" },
        row.unit,
        row.least,
        row.most,
        row.meaning,
        row.zero,
    )
}

#[test]
fn the_table_in_the_documentation_is_the_table_in_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scenarios.md");
    let text = fs::read_to_string(path).unwrap();
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| `")).collect();
    let expected: Vec<String> = TABLE.iter().map(documented).collect();
    assert!(
        rows == expected,
        "the table of levers in docs/scenarios.md should be:\n{}",
        expected.join("\n")
    );
}

#[test]
fn a_speed_is_one_that_validation_accepts() {
    let clinic = week_of(SampleKind::HomeHealth);
    let minutes = |value| {
        let mut edited = clinic.clone();
        edit(&mut edited, &Lever::Travel, value);
        let built = model::build(&edited);
        let speed = edited.settings.travel_speed_kmh;
        assert!((5..=130).contains(&speed), "{speed}");
        built
            .problem
            .travel
            .minutes
            .iter()
            .map(|&minutes| i64::from(minutes))
            .sum::<i64>()
    };
    let (fast, today, slow) = (minutes(-0.9), minutes(0.0), minutes(2.0));
    assert!(fast < today / 2, "{fast} {today}");
    assert!(slow > today * 2, "{slow} {today}");
}

#[test]
fn a_group_that_ends_takes_the_orders_for_it_alone_along() {
    let clinic = week_of(SampleKind::AddictionTreatment);
    let lever = targets(&clinic)
        .into_iter()
        .find(|lever| lever.id() == "group_count")
        .unwrap();
    let Lever::GroupCount { group } = &lever else {
        panic!("{lever:?}");
    };
    let mut edited = clinic.clone();
    edit(&mut edited, &lever, -20.0);
    assert_eq!(edited.groups.len() + 1, clinic.groups.len());
    let names = |clinic: &Clinic| clinic.orders.iter().filter(|row| row.groups.contains(group)).count();
    assert!(names(&clinic) > 0);
    assert_eq!(names(&edited), 0);
    let kept = clinic.orders.iter().filter(|row| !row.groups.contains(group)).count();
    assert!(edited.orders.len() >= kept && edited.orders.len() <= clinic.orders.len());
}

fn lever(clinic: &Clinic, id: &str) -> Lever {
    targets(clinic).into_iter().find(|lever| lever.id() == id).unwrap()
}

#[test]
fn zones_leave_someone_who_can_go_to_every_patient() {
    let clinic = week_of(SampleKind::HomeHealth);
    let before = model::build(&clinic).problem;
    for zones in 2..=12 {
        let mut edited = clinic.clone();
        edit(&mut edited, &Lever::Zones, f64::from(zones));
        assert!(
            edited.patients.iter().any(|row| !row.barred_clinicians.is_empty()),
            "{zones}"
        );
        let after = model::build(&edited).problem;
        for (old, new) in before.sessions.iter().zip(&after.sessions) {
            assert_eq!(old.key, new.key);
            for (old, new) in old.parts.iter().zip(&new.parts) {
                assert!(new.eligible.len() <= old.eligible.len());
                assert_eq!(old.eligible.is_empty(), new.eligible.is_empty(), "{zones}");
                // Somebody who is there on a day on which the skill holds.
                let there = |problem: &model::Problem, who: &model::problem::Eligible| {
                    let mut duties = problem.duties.iter().filter(|duty| duty.clinician == who.clinician);
                    duties.any(|duty| who.days >> duty.day & 1 == 1)
                };
                let was = old.eligible.iter().any(|who| there(&before, who));
                let is = new.eligible.iter().any(|who| there(&after, who));
                assert_eq!(was, is, "{zones}");
            }
            // Two at a visit are two people.
            let mut people: BTreeSet<u32> = BTreeSet::new();
            people.extend(
                new.parts
                    .iter()
                    .flat_map(|part| part.eligible.iter().map(|who| who.clinician)),
            );
            let enough = old.parts.iter().any(|part| part.eligible.len() < old.parts.len());
            assert!(enough || people.len() >= new.parts.len(), "{zones}");
        }
        for (old, new) in clinic.patients.iter().zip(&edited.patients) {
            let kept = |id: &String| !new.barred_clinicians.contains(id) || old.barred_clinicians.contains(id);
            assert!(old.preferred_clinicians.iter().all(kept));
        }
    }
    let mut one = clinic.clone();
    edit(&mut one, &Lever::Zones, 1.0);
    assert!(one == clinic);
}

#[test]
fn a_skill_goes_to_a_share_of_those_without_it() {
    let clinic = week_of(SampleKind::AddictionTreatment);
    let lever = lever(&clinic, "skill");
    let Lever::Skill { discipline, skill } = &lever else {
        panic!("{lever:?}");
    };
    let holders = |share| -> BTreeSet<String> {
        let mut edited = clinic.clone();
        edit(&mut edited, &lever, share);
        let held = edited.clinicians.into_iter().filter(|row| row.skills.contains(skill));
        held.map(|row| row.id).collect()
    };
    let (today, half, all) = (holders(0.0), holders(0.5), holders(1.0));
    assert!(today.is_subset(&half) && half.is_subset(&all) && today.len() < all.len());
    for row in clinic.clinicians.iter().filter(|row| row.discipline == *discipline) {
        let licensed = clinic
            .licenses
            .iter()
            .any(|held| held.clinician == row.id && held.skill == *skill);
        assert!(licensed || all.contains(&row.id));
    }
}

#[test]
fn blocks_take_the_time_that_they_say() {
    let clinic = week_of(SampleKind::AddictionTreatment);
    let minutes = |lever: &Lever, value, reason: &str| {
        let mut edited = clinic.clone();
        edit(&mut edited, lever, value);
        let blocks: Vec<_> = edited
            .absences
            .iter()
            .filter(|row| row.reason.as_deref() == Some(reason))
            .collect();
        let length = |row: &&rosterwell::model::clinic::Absence| {
            row.until.minutes_since(row.from.date()) - row.from.minute_of_day()
        };
        (blocks.len(), blocks.iter().map(length).sum::<i32>())
    };
    let days: usize = clinic
        .clinicians
        .iter()
        .map(|row| {
            let start = clinic.settings.horizon_start;
            let days = (0..clinic.settings.horizon_days).map(|day| start.plus_days(day).weekday());
            days.filter(|&day| row.hours.on(day).next().is_some()).count()
        })
        .sum();
    let notes = Lever::Documentation { discipline: None };
    assert_eq!(minutes(&notes, 30.0, "documentation"), (days, 30 * days as i32));
    let supervised = clinic.clinicians.iter().filter(|row| row.supervisor.is_some()).count();
    let meetings = Lever::Supervision { discipline: None };
    let (count, sum) = minutes(&meetings, 1.0, "supervision");
    // Both are there: the supervised and the supervisor.
    assert_eq!((count, sum), (2 * supervised, 120 * supervised as i32));
    assert!(supervised > 0);
}

#[test]
fn the_reserve_of_each_day_changes_by_the_minutes() {
    let clinic = week_of(SampleKind::AddictionTreatment);
    let limits = |value| {
        let mut edited = clinic.clone();
        edit(&mut edited, &Lever::Reserve, value);
        model::build(&edited).problem.rules.day_limits_min
    };
    let (today, more, none) = (limits(0.0), limits(90.0), limits(-4_800.0));
    let mut changed = 0;
    for ((today, more), none) in today.iter().zip(&more).zip(&none) {
        changed += usize::from(*today > 0);
        assert_eq!((today - more, none >= today), (90.min(*today), true));
    }
    assert!(changed >= 5);
}

#[test]
fn hours_of_a_tier_move_the_time_by_which_a_request_is_due() {
    let clinic = week_of(SampleKind::AddictionTreatment);
    let due = |clinic: &Clinic| -> Vec<(String, i32)> {
        let sessions = model::build(clinic).problem.sessions.into_iter();
        let due = sessions.filter(|session| !session.due.is_empty());
        due.map(|session| (session.key, session.due[0].1)).collect()
    };
    let edited = |tier, value| {
        let mut edited = clinic.clone();
        edit(&mut edited, &Lever::TriageHours { tier }, value);
        edited
    };
    let (today, sooner) = (due(&clinic), due(&edited(Tier::Soon, -0.25)));
    let moved: Vec<i32> = today
        .iter()
        .zip(&sooner)
        .map(|(a, b)| a.1 - b.1)
        .filter(|by| *by != 0)
        .collect();
    assert!(!moved.is_empty());
    // A quarter of 48 hours.
    assert!(moved.iter().all(|by| *by == 12 * 60), "{moved:?}");
    assert_eq!(today, due(&edited(Tier::Emergency, -0.5)));
    // The law on home health holds whatever the tier says.
    let visits = week_of(SampleKind::HomeHealth);
    let mut later = visits.clone();
    edit(&mut later, &Lever::TriageHours { tier: Tier::Soon }, 4.0);
    assert_eq!(due(&visits), due(&later));
}
