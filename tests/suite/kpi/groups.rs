//! Indicators by groups of patients, and week by week.

use rosterwell::api::{Desk, run};
use rosterwell::kpi::{self, BY_PATIENT, Breakdown, CATALOG, Grouping, IndicatorOptions, View};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::Status;
use rosterwell::sample::{SampleRequest, sample};
use serde_json::{Value, json};

use super::clinics::referral;
use super::rows::{on, patient, small, visit};

/// Groups with so many patients each; every patient has two visits, and the first `missed` of each group miss one.
fn grouped(groups: &[(&str, usize, usize)]) -> Clinic {
    let mut clinic = small();
    clinic.patients.clear();
    for &(group, people, missed) in groups {
        for at in 0..people {
            let id = format!("{group}{at}");
            let mut row = patient(&id);
            row.equity_group = Some(group.into()).filter(|group: &String| group != "none");
            clinic.patients.push(row);
            for day in [1, 3] {
                let mut row = visit(day, "09:00", 30);
                row.patient = Some(id.clone());
                row.id = format!("{id}/{day}");
                if day == 3 && at < missed {
                    row.status = Status::NoShow;
                }
                clinic.appointments.push(row);
            }
        }
    }
    clinic
}

fn of_history(clinic: &Clinic, ids: &[&str]) -> Vec<Breakdown> {
    let view = View::history(clinic, on(0, "00:00"), on(28, "00:00"), IndicatorOptions::default());
    let ids: Vec<String> = ids.iter().map(|id| id.to_string()).collect();
    kpi::breakdowns(&view, &ids, Grouping::EquityGroup)
}

/// Group, text (`-` if hidden) of each cell.
fn cells(breakdown: &Breakdown) -> Vec<(&str, &str)> {
    let text = |hidden: bool, text| if hidden { "-" } else { text };
    breakdown
        .cells
        .iter()
        .map(|cell| (cell.group.as_str(), text(cell.hidden, &cell.text)))
        .collect()
}

#[test]
fn groups_of_fewer_than_ten_people_are_hidden() {
    for (groups, wanted) in [
        // Two hidden groups of 6 and 9 people: their total of 15 tells nothing about either.
        (
            &[("a", 20, 10), ("b", 10, 0), ("c", 9, 9), ("d", 6, 0)][..],
            &[("a", "25.0 %"), ("b", "0.0 %"), ("c", "-"), ("d", "-")][..],
        ),
        // One group of 9: the total would tell about it, so the smallest of the others is hidden too.
        (
            &[("a", 20, 10), ("b", 10, 0), ("c", 9, 9), ("d", 40, 0)],
            &[("a", "25.0 %"), ("b", "-"), ("c", "-"), ("d", "0.0 %")],
        ),
        // Patients without a group are a group.
        (&[("a", 20, 10), ("none", 10, 10)], &[("", "50.0 %"), ("a", "25.0 %")]),
        (&[("a", 20, 10), ("none", 9, 9)], &[("", "-"), ("a", "-")]),
    ] {
        let found = of_history(&grouped(groups), &["K10"]);
        assert_eq!(cells(&found[0]), wanted);
        for cell in &found[0].cells {
            let tells = cell.value.is_some() || cell.n.is_some() || cell.people.is_some() || cell.interval.is_some();
            assert_eq!(tells, !cell.hidden, "{cell:?}");
        }
    }
}

#[test]
fn people_are_counted_not_rows() {
    // Nine patients of `b` have 18 visits: still nine people.
    let clinic = grouped(&[("a", 30, 3), ("b", 9, 1), ("c", 8, 0)]);
    let found = of_history(&clinic, &["K10"]);
    assert_eq!(cells(&found[0]), [("a", "5.0 %"), ("b", "-"), ("c", "-")]);
    let shown = &found[0].cells[0];
    assert_eq!((shown.people, shown.n), (Some(30), Some(60)));
    // Only those whom an indicator counts: of twelve patients of `b`, five have waited.
    let mut clinic = grouped(&[("a", 30, 3), ("b", 12, 1)]);
    for (group, people) in [("a", 30), ("b", 5)] {
        for at in 0..people {
            let mut row = referral(&format!("{group}{at}"), on(1, "08:00"), Some(20 + at));
            row.patient = Some(format!("{group}{at}"));
            clinic.referrals.push(row);
        }
    }
    let found = of_history(&clinic, &["K3", "K10"]);
    assert!(found[0].cells.iter().all(|cell| cell.hidden), "{found:?}");
    assert!(found[1].cells.iter().all(|cell| !cell.hidden), "{found:?}");
}

#[test]
fn a_planted_difference_is_found() {
    let mut clinic = grouped(&[("a", 40, 0), ("b", 40, 0)]);
    for at in 0..40 {
        for (group, hours) in [("a", 24), ("b", 24 + 30)] {
            let mut row = referral(&format!("{group}{at}"), on(1, "08:00"), Some(hours));
            row.patient = Some(format!("{group}{at}"));
            clinic.referrals.push(row);
        }
    }
    let found = of_history(&clinic, &["K3"]);
    assert_eq!(cells(&found[0]), [("a", "24.0 h"), ("b", "54.0 h")]);
}

#[test]
fn parts_of_a_sample_add_up_and_follow_the_catalogue() {
    let clinic = sample(&SampleRequest {
        clinicians: 12,
        weeks: Some(8),
        ..SampleRequest::default()
    });
    let as_of = clinic.settings.as_of;
    let from = as_of.date().plus_days(-56).at_minute(0);
    let view = View::history(&clinic, from, as_of, IndicatorOptions::default());
    let found = kpi::breakdowns(&view, &[], Grouping::Site);
    let ids: Vec<&str> = found.iter().map(|breakdown| breakdown.id.as_str()).collect();
    assert_eq!(ids, BY_PATIENT);
    let catalog: Vec<&str> = CATALOG
        .iter()
        .map(|row| row.id)
        .filter(|id| BY_PATIENT.contains(id))
        .collect();
    assert_eq!(catalog, BY_PATIENT, "both lists have one order");
    // One site: the group is the whole.
    let whole = kpi::indicators(&view, &["K9".into(), "K11".into(), "K19".into(), "K29".into()]);
    for indicator in whole {
        let breakdown = found.iter().find(|breakdown| breakdown.id == indicator.id).unwrap();
        assert_eq!(breakdown.cells.len(), 1);
        assert_eq!(breakdown.cells[0].text, indicator.text, "{}", indicator.id);
        assert_eq!(breakdown.cells[0].n, Some(indicator.n), "{}", indicator.id);
    }
}

fn kpis(clinic: &Clinic, request: Value) -> Value {
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    crate::desk::run(&mut desk, "kpis", request)
}

#[test]
fn a_trend_has_whole_weeks_before_the_moment() {
    // 2 to 29 November: four weeks; in the second one visit is missed; a weekend later nothing is known any more.
    let mut clinic = small();
    for week in 0..4 {
        for day in [0, 2] {
            let mut row = visit(7 * week + day, "09:00", 30);
            row.id = format!("{week} {day}");
            if (week, day) == (1, 2) {
                row.status = Status::NoShow;
            }
            clinic.appointments.push(row);
        }
    }
    let reply = kpis(&clinic, json!({ "ids": ["K10", "K12"], "trend_weeks": 5 }));
    assert_eq!(reply["basis"], "plan");
    let trends = reply["trends"].as_array().unwrap();
    assert_eq!(trends.len(), 1, "conflicts are of a plan only: {trends:?}");
    let texts: Vec<&str> = trends[0]["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|at| at["text"].as_str().unwrap())
        .collect();
    assert_eq!(texts, ["not computable", "0.0 %", "50.0 %", "0.0 %", "0.0 %"]);
    let last = &trends[0]["points"][4];
    assert_eq!(
        (last["from"].as_str(), last["to"].as_str(), last["n"].as_u64()),
        (Some("2026-11-23T00:00"), Some("2026-11-30T00:00"), Some(2))
    );
    // A period that ends on a Wednesday: the week it breaks off in is left out.
    let reply = kpis(
        &clinic,
        json!({ "to": "2026-11-25T00:00", "ids": ["K10"], "trend_weeks": 2 }),
    );
    let points = reply["trends"][0]["points"].as_array().unwrap();
    let ends: Vec<&str> = points.iter().map(|point| point["to"].as_str().unwrap()).collect();
    assert_eq!(ends, ["2026-11-16T00:00", "2026-11-23T00:00"]);
    // The values are those of the same weeks asked for alone.
    let alone = kpis(
        &clinic,
        json!({ "from": "2026-11-09T00:00", "to": "2026-11-16T00:00", "ids": ["K10"] }),
    );
    assert_eq!(points[0]["value"], alone["indicators"][0]["value"]);
    let none = kpis(&clinic, json!({ "ids": ["K10"] }));
    assert_eq!((&none["trends"], &none["breakdowns"]), (&json!([]), &json!([])));
    let mut desk = Desk::default();
    desk.open(clinic);
    let error = run(&mut desk, "kpis", r#"{"trend_weeks": 105}"#).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.path.as_str()),
        ("request.wrong_value", "trend_weeks")
    );
}

#[test]
fn a_plan_is_told_by_groups_too() {
    let clinic = sample(&SampleRequest {
        clinicians: 24,
        weeks: Some(1),
        ..SampleRequest::default()
    });
    let reply = kpis(&clinic, json!({ "by": "phase" }));
    let breakdowns = reply["breakdowns"].as_array().unwrap();
    let of = |id: &str| {
        breakdowns.iter().find(|row| row["id"] == id).unwrap()["cells"]
            .as_array()
            .unwrap()
    };
    let shown = of("K29").iter().filter(|cell| cell["hidden"] == false).count();
    assert!(shown >= 2, "{:?}", of("K29"));
    for cell in breakdowns.iter().flat_map(|row| row["cells"].as_array().unwrap()) {
        assert!(
            cell["hidden"] == true || cell["people"].as_u64().unwrap() >= 10,
            "{cell}"
        );
    }
}
