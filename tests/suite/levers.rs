//! Every lever of the table: what it is, that it keeps a clinic fit to be planned, and that 0 is today to the last bit.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rosterwell::model::validate::{findings, is_usable};
use rosterwell::model::{self, Clinic, check};
use rosterwell::optimizer::{Params, solve};
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use rosterwell::scenario::Lever;
use rosterwell::scenario::edits::edit;
use rosterwell::scenario::edits::table::{LeverFacts, Planned, TABLE};
use rosterwell::scenario::edits::targets::targets;
use rosterwell::scenario::replan::representative;

/// The kinds of clinic with one line of care.
const KINDS: [SampleKind; 3] = [
    SampleKind::AddictionTreatment,
    SampleKind::HomeHealth,
    SampleKind::OutpatientRehabilitation,
];

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
