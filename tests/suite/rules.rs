//! Dated rule packs: whole, sourced, without overlaps; dates and overrides work.

use std::collections::BTreeSet;

use rosterwell::model::calendar::Date;
use rosterwell::model::rules::{BASE, Pack, RuleOverride, Rules, packs};

use crate::clinics::two_clinicians_three_visits;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn every_pack_ships() {
    let ids: Vec<&str> = packs().iter().map(|pack| pack.id.as_str()).collect();
    assert_eq!(ids, [BASE, "us-2026", "us-nj", "us-pa", "us-ca", "us-tx"]);
    let count: usize = packs().iter().map(|pack| pack.rules.len()).sum();
    assert!(count > 200, "{count} values");
}

#[test]
fn every_source_is_listed_and_used() {
    for pack in packs() {
        let used: BTreeSet<&String> = pack.rules.iter().flat_map(|rule| &rule.source).collect();
        let listed: BTreeSet<&String> = pack.sources.keys().collect();
        assert_eq!(used, listed, "{}", pack.id);
        for rule in &pack.rules {
            assert!(!rule.source.is_empty(), "{} has no source", rule.id);
            let marked = rule.source.iter().any(|key| key == "UNVERIFIED");
            assert_eq!(rule.verified, !marked, "{}", rule.id);
        }
    }
}

#[test]
fn no_two_values_of_one_rule_overlap() {
    let until = |date: Option<Date>| date.unwrap_or_else(|| self::date("9999-12-31"));
    let from = |date: Option<Date>| date.unwrap_or_else(|| self::date("0001-01-01"));
    for Pack { id, rules, .. } in packs() {
        for (at, a) in rules.iter().enumerate() {
            assert!(from(a.from) <= until(a.until), "{id} {}", a.id);
            for b in rules[at + 1..].iter().filter(|b| b.id == a.id) {
                let apart = until(a.until) < from(b.from) || until(b.until) < from(a.from);
                assert!(apart, "{id}: two values of {} on one day", a.id);
                assert_eq!(a.unit, b.unit, "{}", a.id);
            }
        }
    }
}

#[test]
fn values_lie_in_their_range() {
    for rule in packs().iter().flat_map(|pack| &pack.rules) {
        assert!(rule.value.is_finite() && !rule.unit.is_empty(), "{}", rule.id);
        assert!(rule.low.is_none_or(|low| low <= rule.value), "{}", rule.id);
        assert!(rule.high.is_none_or(|high| rule.value <= high), "{}", rule.id);
    }
}

#[test]
fn the_date_decides_which_value_is_in_force() {
    let packs = ["us-2026".to_string()];
    let cases = [
        ("2024-12-31", "mileage.cents_per_mile", None),
        ("2025-01-01", "mileage.cents_per_mile", Some(70.0)),
        ("2025-12-31", "mileage.cents_per_mile", Some(70.0)),
        ("2026-01-01", "mileage.cents_per_mile", Some(72.5)),
        ("2027-12-31", "telehealth.medicare", Some(1.0)),
        ("2028-01-01", "telehealth.medicare", Some(0.0)),
        ("2027-01-01", "kx.ot_cents", None),
        ("2026-06-30", "level.2.1.minimum_week_hours", Some(9.0)),
        ("2026-06-30", "no.such.rule", None),
    ];
    for (day, rule, value) in cases {
        assert_eq!(Rules::in_force(&packs, date(day)).value(rule), value, "{rule} on {day}");
    }
}

#[test]
fn later_packs_win_and_the_clinic_has_the_last_word() {
    let day = date("2026-11-23");
    let group_max = |ids: &[&str]| {
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        Rules::in_force(&ids, day).value("group.max")
    };
    assert_eq!(group_max(&[]), Some(12.0));
    assert_eq!(group_max(&["us-2026", "us-tx"]), Some(16.0));
    assert_eq!(group_max(&["us-tx", "us-ca"]), Some(12.0));
    assert_eq!(group_max(&["atlantis"]), Some(12.0));
    let own = |value: f64| RuleOverride {
        rule: "group.max".into(),
        value,
        reason: "small rooms".into(),
    };
    let rules = Rules::in_force(&[], day).with_overrides(&[own(10.0)]);
    let entry = rules.iter().find(|(id, _)| *id == "group.max").unwrap().1;
    assert_eq!((entry.value, entry.rule.value, entry.pack), (10.0, 12.0, BASE));
    assert_eq!(entry.overridden.as_deref(), Some("small rooms"));
    let ignored = Rules::in_force(&[], day).with_overrides(&[own(f64::NAN)]);
    assert_eq!(ignored.value("group.max"), Some(12.0));
}

#[test]
fn the_problem_follows_the_rules() {
    let mut clinic = two_clinicians_three_visits();
    let change = |rule: &str, value: f64| RuleOverride {
        rule: rule.into(),
        value,
        reason: "test".into(),
    };
    clinic.rules = vec![
        change("rest.minutes", 660.0),
        change("days_in_row.max", 5.0),
        change("lunch.minutes", 0.0),
        change("reserve.permille", 100.0),
        change("commute.paid", 1.0),
        change("overtime.multiplier", 2.0),
        change("utilization.warn_percent", 50.0),
    ];
    let problem = rosterwell::model::build(&clinic).problem;
    assert_eq!((problem.rules.rest_min, problem.rules.max_days_in_row), (660, 5));
    assert!(
        problem
            .duties
            .iter()
            .all(|duty| duty.lunch.is_none() && duty.commute_paid)
    );
    assert_eq!(problem.rules.day_limits_min[0], 2 * 540 * 9 / 10);
    assert_eq!(problem.clinicians[0].overtime_cents_min, 100);
    assert_eq!(problem.clinicians[0].target_week_min, 1200);
}

/// Every pack as people read it: value, range, days, source and meaning.
fn packs_markdown() -> String {
    let mut page = String::from(
        "# Rule packs\n\nEvery legal, payer, clinical or planning default that the planner knows, with its source. Written from\n\
         `src/model/rules/*.json` by `UPDATE_DOCS=1 cargo test --test suite rules`. A clinic names the packs that are in force in its\n\
         settings; later ones win over earlier ones, `base` is always there, and the table `rules` sets any value with a reason. Nothing\n\
         here is legal or clinical advice: check what concerns you with those who know it.\n\n\
         *Not checked* marks a value that is plausible but was not found in a source that could be read.\n",
    );
    for pack in packs() {
        page += &format!("\n## {} (`{}`)\n\n", pack.name, pack.id);
        page += "| rule | value | range | days | source | meaning |\n|---|---|---|---|---|---|\n";
        for rule in &pack.rules {
            let range = match (rule.low, rule.high) {
                (None, None) => String::new(),
                (low, high) => [low, high]
                    .map(|end| end.map_or("?".into(), |end| end.to_string()))
                    .join(" to "),
            };
            let days = match (rule.from, rule.until) {
                (None, None) => String::new(),
                (Some(from), None) => format!("from {from}"),
                (None, Some(until)) => format!("until {until}"),
                (Some(from), Some(until)) => format!("{from} to {until}"),
            };
            let doubt = if rule.verified { "" } else { " *Not checked.*" };
            page += &format!(
                "| `{}` | {} {} | {range} | {days} | {} | {}{doubt} |\n",
                rule.id,
                rule.value,
                rule.unit,
                rule.source.join(", "),
                rule.note.replace('|', "\\|"),
            );
        }
        page += "\nSources:\n\n";
        for (key, source) in &pack.sources {
            page += &format!("- {key}: {source}\n");
        }
    }
    page
}

/// `UPDATE_DOCS=1 cargo test --test suite rules` writes the page anew.
#[test]
fn the_page_about_rule_packs_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rule-packs.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, packs_markdown()).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == packs_markdown(),
        "docs/rule-packs.md is old: run this test with UPDATE_DOCS=1"
    );
}
