//! Templates and rollouts, and what every lever has in common with every other in a run.

use std::fs;
use std::path::Path;

use rosterwell::api::{self, Desk};
use rosterwell::model::Clinic;
use rosterwell::sample::SampleKind;
use rosterwell::scenario::edits::targets::targets;
use rosterwell::scenario::rollout::Rollout;
use rosterwell::scenario::templates::Template;
use rosterwell::scenario::{Change, Lever, ScenarioReport, ScenarioRequest};
use serde_json::Value;

use crate::clinics::{KINDS, sample_clinic};
use crate::scenario::finished;

/// Three draws, which are the three points, of two lives each.
fn small(changes: Option<Vec<Change>>) -> ScenarioRequest {
    ScenarioRequest {
        changes,
        months: Some(12),
        draws: Some(3),
        runs: Some(2),
        levels: Some(1),
        first_steps: Some(60),
        plan_steps: Some(20),
        ..ScenarioRequest::default()
    }
}

fn little(kind: SampleKind) -> Clinic {
    sample_clinic(kind, 4, 1)
}

#[test]
fn every_lever_at_zero_is_the_base_to_the_last_bit() {
    for kind in KINDS {
        let clinic = little(kind);
        let zeros: Vec<Change> = targets(&clinic)
            .into_iter()
            .map(|lever| Change::new(lever, 0.0))
            .collect();
        // A request holds 24 changes at most.
        for zeros in zeros.chunks(20) {
            let report = finished(&clinic, small(Some(zeros.to_vec())));
            assert_eq!(report.weeks_planned, 1, "{kind:?}");
            for case in report.cases.iter().chain(&report.all_wrong) {
                assert!(
                    case.net.mean.iter().chain(&case.net.p90).all(|cents| *cents == 0.0),
                    "{kind:?}"
                );
                for row in &case.indicators {
                    assert_eq!(row.base, row.value, "{kind:?} {}", row.id);
                }
            }
        }
    }
}

/// What was drawn for the change at a position, and of the background, over all draws.
fn drawn(report: &ScenarioReport, position: usize) -> Vec<[u64; 3]> {
    let of_case = |case: &rosterwell::scenario::report::ScenarioCase| {
        [case.values[position], case.demand_level, case.no_show_level].map(f64::to_bits)
    };
    let mut drawn: Vec<_> = report.cases.iter().map(of_case).collect();
    drawn.sort_unstable();
    drawn
}

#[test]
fn no_lever_changes_what_is_drawn_for_another() {
    let clinic = little(SampleKind::AddictionTreatment);
    let watched = Change {
        low: Some(-0.05),
        high: Some(-0.45),
        ..Change::new(Lever::NoShow { service: None }, -0.15)
    };
    let alone = drawn(&finished(&clinic, small(Some(vec![watched.clone()]))), 0);
    for lever in targets(&clinic) {
        let (least, most) = lever.range();
        if lever == watched.lever {
            continue;
        }
        let other = Change {
            low: Some(0.0),
            high: Some(most.min(1.0)),
            ..Change::new(lever.clone(), most.min(1.0) / 2.0)
        };
        assert!(least <= 0.0);
        let with = finished(&clinic, small(Some(vec![other, watched.clone()])));
        assert_eq!(drawn(&with, 1), alone, "{lever:?}");
    }
}

#[test]
fn templates_are_in_order_in_every_kind_of_clinic() {
    for kind in KINDS {
        let clinic = little(kind);
        for template in Template::ALL {
            for rollout in [None, Some(Rollout::default())] {
                let request = ScenarioRequest {
                    template: Some(template),
                    rollout,
                    ..small(None)
                };
                let report = finished(&clinic, request);
                let nets: Vec<f64> = report.cases.iter().map(|case| case.net_cents.mean).collect();
                assert!(
                    nets[0] <= nets[1] && nets[1] <= nets[2],
                    "{kind:?} {template:?} {nets:?}"
                );
                assert_eq!(report.template, Some(template));
                let can_move = kind != SampleKind::HomeHealth || template != Template::TelehealthFirst;
                assert_eq!(report.changes.len() >= 2, can_move, "{kind:?} {template:?}");
                let phases = report.changes.iter().all(|change| change.rollout == rollout);
                assert!(phases, "{kind:?} {template:?}");
                if rollout.is_some() {
                    // Two months of discovery: nothing has changed, and nothing is paid.
                    for case in &report.cases {
                        assert_eq!(case.net.mean[..3], [0.0, 0.0, 0.0], "{kind:?} {template:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn lines_of_templates_say_where_they_come_from() {
    for kind in KINDS {
        let clinic = little(kind);
        for template in Template::ALL {
            for line in template.lines(&clinic) {
                assert!(line.change.issues(&clinic, 12, 0).is_empty(), "{line:?}");
                assert!(line.source.starts_with("choice"), "{line:?}");
                let [low, value, high] = line.change.points();
                // The cautious end is nearer to today.
                assert!(low.abs() <= value.abs() && value.abs() <= high.abs(), "{line:?}");
            }
        }
    }
}

#[test]
fn own_changes_come_after_those_of_the_template() {
    let clinic = little(SampleKind::HomeHealth);
    let own = Change::new(Lever::Pay { discipline: None }, 0.02);
    let request = ScenarioRequest {
        template: Some(Template::Wellbeing),
        ..small(Some(vec![own.clone()]))
    };
    let report = finished(&clinic, request);
    assert_eq!(report.changes.last(), Some(&own));
    // The report says where the values come from, and what nothing confirms.
    let says = |text: &str| report.limits.iter().any(|limit| limit.contains(text));
    assert!(
        says("documentation (choice; notes after hours and burnout: KLAS, MICEK)"),
        "{:?}",
        report.limits
    );
    assert!(says("no plan confirms it: turnover"), "{:?}", report.limits);
    assert_eq!(report.changes.len(), Template::Wellbeing.lines(&clinic).len() + 1);
}

#[test]
fn faults_of_templates_and_rollouts_are_named() {
    let mut desk = Desk::default();
    desk.open(little(SampleKind::OutpatientRehabilitation));
    let mut fault = |request: &str| api::run(&mut desk, "scenario", request).unwrap_err();
    // Whoever names none that there is reads which there are.
    let unknown = fault(r#"{"template":"magic"}"#);
    for template in Template::ALL {
        let name = serde_json::to_value(template).unwrap();
        assert!(unknown.message.contains(name.as_str().unwrap()), "{unknown}");
    }
    for (request, part) in [
        (r#"{"rollout":{}}"#, "request.rollout"),
        (
            r#"{"template":"wellbeing","rollout":{"pilot_share":2}}"#,
            "request.rollout.pilot_share",
        ),
        (
            r#"{"changes":[{"lever":"travel","value":-0.1,"ramp_months":3,"rollout":{}}]}"#,
            "changes[0].rollout",
        ),
        (
            r#"{"changes":[{"lever":{"payer_mix":{"from":"nobody","to":"nobody","price_percent":300}},"value":1}]}"#,
            "changes[0].price_percent",
        ),
        (
            r#"{"changes":[{"lever":{"skill":{"discipline":"pt","skill":"alchemy"}},"value":1}]}"#,
            "changes[0].skill",
        ),
    ] {
        let error = fault(request);
        assert_eq!(error.code, "scenario.wrong_request", "{request}");
        assert_eq!(error.message.matches(part).count(), 1, "{part} in {}", error.message);
    }
}

#[test]
fn the_operation_lists_levers_and_templates() {
    let mut desk = Desk::default();
    assert_eq!(api::run(&mut desk, "levers", "{}").unwrap_err().code, "desk.empty");
    desk.open(little(SampleKind::HomeHealth));
    let reply: Value = serde_json::from_str(&api::run(&mut desk, "levers", "{}").unwrap()).unwrap();
    assert_eq!(reply["templates"].as_array().unwrap().len(), Template::ALL.len());
    assert_eq!(reply["rollout"]["pilot_share"], 0.25);
    // What is listed can be asked for.
    let here: Vec<Lever> = serde_json::from_value(reply["here"].clone()).unwrap();
    assert!(here.contains(&Lever::Zones));
    let preset: Vec<Change> = serde_json::from_value(reply["presets"].clone()).unwrap();
    assert!(!preset.is_empty());
    let line = &reply["templates"][0]["lines"][0];
    assert!(
        serde_json::from_value::<Change>(line["change"].clone()).is_ok(),
        "{line}"
    );
}

/// The table of templates in `docs/scenarios.md`, over the kinds of clinic.
fn documented() -> Vec<String> {
    let clinics = KINDS.map(little);
    let mut rows = Vec::new();
    for template in Template::ALL {
        let name = serde_json::to_value(template).unwrap();
        for line in clinics.iter().flat_map(|clinic| template.lines(clinic)) {
            let [low, value, high] = line.change.points();
            let ends = if low == high {
                format!("{value}")
            } else {
                format!("{low}, {value}, {high}")
            };
            let (name, lever) = (name.as_str().unwrap(), line.change.lever.id());
            let row = format!("| {name} | `{lever}` | {ends} | {} |", line.source);
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    rows
}

#[test]
fn the_templates_in_the_documentation_are_those_in_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scenarios.md");
    let text = fs::read_to_string(path).unwrap();
    let names = Template::ALL.map(|template| serde_json::to_value(template).unwrap());
    let is_row = |line: &&str| {
        names
            .iter()
            .any(|name| line.starts_with(&format!("| {} |", name.as_str().unwrap())))
    };
    let rows: Vec<&str> = text.lines().filter(is_row).collect();
    let expected = documented();
    assert!(
        rows == expected,
        "the table of templates in docs/scenarios.md should be:\n{}",
        expected.join("\n")
    );
}
