//! Every figure of the synthetic clinics, kept: what the worked examples leave out cannot change unseen either.
//!
//! The files in `tests/data/indicators` hold what was computed, not what is right; that is for the examples and laws to
//! say. Set `ROSTERWELL_UPDATE=1` to write them anew, and read what differs before you keep it.

use rosterwell::kpi::{self, Grouping, Indicator, IndicatorOptions, View};
use rosterwell::model::{Clinic, Plan, Problem, build};
use rosterwell::sample::SampleKind;
use serde::Serialize;
use serde_json::Value;

use crate::clinics::sample_clinic;

/// Words of the catalogue, which `docs/kpis.md` shows already.
const WORDS: [&str; 10] = [
    "basis",
    "definition",
    "denominator_is",
    "direction",
    "edge_cases",
    "limits",
    "name",
    "numerator_is",
    "source",
    "unit",
];

const GROUPINGS: [(&str, Grouping); 4] = [
    ("equity group", Grouping::EquityGroup),
    ("phase", Grouping::Phase),
    ("level of care", Grouping::LevelOfCare),
    ("site", Grouping::Site),
];

/// Weeks of history that are read.
const WEEKS: i32 = 6;

/// A line of JSON without words, and with the first and the last of each list of ids.
fn line(what: &str, row: &impl Serialize) -> String {
    let mut row = serde_json::to_value(row).unwrap();
    if let Value::Object(fields) = &mut row {
        fields.retain(|name, _| !WORDS.contains(&name.as_str()));
    }
    shorten(&mut row);
    format!("{what} {row}\n")
}

fn shorten(value: &mut Value) {
    match value {
        Value::Array(rows) => rows.iter_mut().for_each(shorten),
        Value::Object(fields) => {
            fields.retain(|name, _| !["text", "method", "source"].contains(&name.as_str()));
            if let Some(Value::Array(ids)) = fields.get_mut("ids") {
                let last = ids.pop();
                ids.truncate(1);
                ids.extend(last);
            }
            fields.values_mut().for_each(shorten);
        }
        _ => {}
    }
}

fn lines<'r>(what: &str, rows: impl IntoIterator<Item = &'r (impl Serialize + 'r)>) -> String {
    rows.into_iter().map(|row| line(what, row)).collect()
}

/// Six weeks of the past: the indicators, week by week, by groups of patients, and what they ask of people.
fn of_history(clinic: &Clinic) -> String {
    let to = clinic.settings.as_of;
    let from = to.date().plus_days(-7 * WEEKS).at_minute(to.minute_of_day());
    let view = || View::history(clinic, from, to, IndicatorOptions::default());
    let mut text = lines("history", &kpi::indicators(&view(), &[]));
    text += &lines("trend", &kpi::trends(view(), &[], 3));
    for (name, by) in GROUPINGS {
        text += &lines(&format!("by {name}"), &kpi::breakdowns(&view(), &[], by));
        let within = (by == Grouping::EquityGroup).then_some(Grouping::Phase);
        text += &lines(
            &format!("fairness by {name}"),
            &kpi::fairness(&view(), by, within).measures,
        );
    }
    text += &line("strain of the team", &kpi::strain_of_team(&view(), &[]));
    for (id, strain) in kpi::strain_of_people(&view()) {
        text += &line(&format!("strain of {id}"), &strain);
    }
    let (team, people) = kpi::strain_by_week(&mut view(), 3);
    text += &lines("strain by week", &team);
    for (id, weeks) in people {
        text += &line(&format!("strain by week of {id}"), &weeks);
    }
    text
}

/// Today's schedule without every fifth session, and with every third placed session a quarter of an hour later.
fn changed(problem: &Problem) -> Plan {
    let mut plan = Plan::published(problem);
    for (at, placement) in plan.placements.iter_mut().enumerate() {
        match placement {
            Some(placed) if at % 3 == 0 => {
                placed.start += 15;
                placed.parts.iter_mut().for_each(|part| part.start += 15);
            }
            _ if at % 5 == 0 => *placement = None,
            _ => {}
        }
    }
    plan
}

/// Today's schedule, a changed one, and what differs.
fn of_plans(clinic: &Clinic) -> String {
    let problem = build(clinic).problem;
    let read = |plan: &Plan| -> Vec<Indicator> {
        let view = View::plan(clinic, &problem, plan, IndicatorOptions::default());
        kpi::indicators(&view, &[])
    };
    let (before, after) = (read(&Plan::published(&problem)), read(&changed(&problem)));
    let (published, changed) = (lines("published", &before), lines("changed", &after));
    published + &changed + &kpi::table(&kpi::compare(before, after))
}

fn are_kept(name: &str, kind: SampleKind, clinicians: u32) {
    let clinic = sample_clinic(kind, clinicians, 3);
    let wanted = of_history(&clinic) + &of_plans(&clinic);
    let path = format!("{}/tests/data/indicators/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("ROSTERWELL_UPDATE").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    for (number, (found, wanted)) in found.lines().zip(wanted.lines()).enumerate() {
        assert_eq!(found, wanted, "line {} of {path}", number + 1);
    }
    assert_eq!(found.lines().count(), wanted.lines().count(), "lines of {path}");
}

#[test]
fn of_an_addiction_treatment_center_are_kept() {
    are_kept("addiction_treatment", SampleKind::AddictionTreatment, 6);
}

#[test]
fn of_a_home_health_agency_are_kept() {
    are_kept("home_health", SampleKind::HomeHealth, 6);
}

#[test]
fn of_a_rehabilitation_clinic_are_kept() {
    are_kept("outpatient_rehabilitation", SampleKind::OutpatientRehabilitation, 5);
}

#[test]
fn of_a_network_are_kept() {
    are_kept("network", SampleKind::Network, 20);
}
