//! The fairness report: what is not there is not found, what is planted is.

use rosterwell::api::{Desk, run};
use rosterwell::kpi::{FairnessMeasure, FairnessReport, Grouping, IndicatorOptions, View, fairness};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::{Party, Status};
use rosterwell::rng::Rng;
use rosterwell::sample::{SampleRequest, sample};
use serde_json::{Value, json};

fn clinic() -> Clinic {
    let request = json!({"kind": "outpatient_rehabilitation", "clinicians": 12, "seed": 5});
    sample(&serde_json::from_value::<SampleRequest>(request).unwrap())
}

/// Puts two in five patients into group B by chance, all others into A.
fn drawn(clinic: &mut Clinic, seed: u64) {
    let mut rng = Rng::new(seed);
    for patient in &mut clinic.patients {
        let group = if rng.below(5) < 2 { "B" } else { "A" };
        patient.equity_group = Some(group.into());
    }
}

fn report(clinic: &Clinic, within: Option<Grouping>) -> FairnessReport {
    let to = clinic.settings.as_of;
    let from = to.date().plus_days(-182).at_minute(0);
    let view = View::history(clinic, from, to, IndicatorOptions::default());
    fairness(&view, Grouping::EquityGroup, within)
}

fn measure<'r>(report: &'r FairnessReport, id: &str) -> &'r FairnessMeasure {
    report.measures.iter().find(|measure| measure.id == id).unwrap()
}

fn members(clinic: &Clinic) -> Vec<String> {
    let of_b = clinic
        .patients
        .iter()
        .filter(|row| row.equity_group.as_deref() == Some("B"));
    of_b.map(|row| row.id.clone()).collect()
}

#[test]
fn chance_alone_is_rarely_taken_for_a_difference() {
    let mut clinic = clinic();
    let num_draws = 200;
    let mut num_found = 0;
    for seed in 0..num_draws {
        drawn(&mut clinic, seed);
        let report = report(&clinic, None);
        assert_eq!(report.comparisons, 8, "two groups, four measures");
        num_found += u32::from(report.found > 0);
    }
    // At most one in twenty is promised; 16 of 200 or fewer come of it with a chance of 97 %.
    assert!(num_found <= 16, "{num_found} of {num_draws}");
}

#[test]
fn planted_bias_is_found() {
    type Plant = fn(&mut Clinic, &[String], &mut Rng);
    let plants: [(&str, bool, Plant); 4] = [
        ("wait", true, |clinic, members, _| {
            let of_group = |id: &Option<String>| id.as_ref().is_some_and(|id| members.contains(id));
            for row in clinic.referrals.iter_mut().filter(|row| of_group(&row.patient)) {
                row.requested = row.requested.plus_minutes(-6 * 24 * 60);
            }
        }),
        ("continuity", true, |clinic, members, rng| {
            let discipline = |clinic: &Clinic, id: &str| {
                let row = clinic.clinicians.iter().find(|row| row.id == id);
                row.map(|row| row.discipline.clone())
            };
            let colleagues: Vec<(String, String)> = clinic
                .clinicians
                .iter()
                .map(|row| (row.discipline.clone(), row.id.clone()))
                .collect();
            for at in 0..clinic.appointments.len() {
                let row = &clinic.appointments[at];
                let is_own = row.patient.as_ref().is_some_and(|id| members.contains(id));
                if !is_own || row.clinicians.len() != 1 || rng.below(3) == 0 {
                    continue;
                }
                let own = discipline(clinic, &row.clinicians[0]).unwrap();
                let same: Vec<&String> = colleagues.iter().filter(|row| row.0 == own).map(|row| &row.1).collect();
                clinic.appointments[at].clinicians = vec![same[rng.below(same.len())].clone()];
            }
        }),
        ("changes", true, |clinic, members, rng| {
            let as_of = clinic.settings.as_of;
            let past = clinic.appointments.iter_mut().filter(|row| row.start < as_of);
            for row in past.filter(|row| row.patient.as_ref().is_some_and(|id| members.contains(id))) {
                if rng.below(12) == 0 {
                    row.status = Status::Cancelled;
                    row.changed_by = Some(Party::Clinic);
                    row.changed = Some(row.start.plus_minutes(-120));
                }
            }
        }),
        ("busy_hours", false, |clinic, members, rng| {
            let own = clinic.appointments.iter_mut();
            for row in own.filter(|row| row.patient.as_ref().is_some_and(|id| members.contains(id))) {
                if rng.below(2) == 0 {
                    row.start = row.start.date().at_minute(10 * 60);
                }
            }
        }),
    ];
    for (id, unfavorable, plant) in plants {
        for seed in [3, 4, 5] {
            let mut clinic = clinic();
            drawn(&mut clinic, seed);
            let members = members(&clinic);
            plant(&mut clinic, &members, &mut Rng::new(seed));
            let report = report(&clinic, None);
            let groups = &measure(&report, id).groups;
            let found = groups.iter().find(|group| group.group == "B").unwrap();
            let difference = found.difference.as_ref().unwrap();
            assert!(difference.found, "{id}, seed {seed}: {difference:?}");
            assert_eq!(difference.unfavorable, unfavorable, "{id}, seed {seed}");
            let favored = groups.iter().find(|group| group.group == "A").unwrap();
            assert!(!favored.difference.as_ref().unwrap().unfavorable, "{id}, seed {seed}");
        }
    }
}

#[test]
fn what_differs_between_phases_is_held_equal_if_asked() {
    let mut clinic = clinic();
    // Who waits long is in another site by now, and mostly of group B.
    for (at, patient) in clinic.patients.iter_mut().enumerate() {
        let late = at % 2 == 0;
        patient.level_of_care = Some(if late { "high" } else { "low" }.into());
        patient.equity_group = Some(if late == (at % 10 < 8) { "B" } else { "A" }.into());
    }
    let late: Vec<String> = clinic.patients.iter().step_by(2).map(|row| row.id.clone()).collect();
    for row in &mut clinic.referrals {
        if row.patient.as_ref().is_some_and(|id| late.contains(id)) {
            row.requested = row.requested.plus_minutes(-9 * 24 * 60);
        }
    }
    let of = |report: &FairnessReport| {
        let wait = measure(report, "wait");
        let group = wait.groups.iter().find(|group| group.group == "B").unwrap();
        group.difference.clone().unwrap()
    };
    assert!(of(&report(&clinic, None)).found);
    let held = of(&report(&clinic, Some(Grouping::LevelOfCare)));
    assert!(!held.found && held.value.abs() < held.detectable, "{held:?}");
}

#[test]
fn small_groups_are_hidden_with_all_that_is_known_of_them() {
    let mut clinic = clinic();
    drawn(&mut clinic, 1);
    for patient in clinic.patients.iter_mut().take(4) {
        patient.equity_group = Some("C".into());
    }
    let mut desk = Desk::default();
    run(&mut desk, "open", &json!({"clinic": clinic}).to_string()).unwrap();
    let reply: Value = serde_json::from_str(&run(&mut desk, "fairness", "{}").unwrap()).unwrap();
    for measure in reply["report"]["measures"].as_array().unwrap() {
        let groups = measure["groups"].as_array().unwrap();
        let hidden: Vec<&Value> = groups.iter().filter(|group| group["hidden"] == true).collect();
        assert!(!hidden.is_empty(), "{measure}");
        for group in hidden {
            assert_eq!(group.as_object().unwrap().len(), 3, "{group}");
        }
    }
    let plan = run(&mut desk, "published", "{}").unwrap();
    let plan: Value = serde_json::from_str(&plan).unwrap();
    let planned = run(&mut desk, "fairness", &json!({"plan": plan["plan"]}).to_string()).unwrap();
    let planned: Value = serde_json::from_str(&planned).unwrap();
    assert_eq!(planned["report"]["basis"], "plan");
    let both = json!({"plan": plan["plan"], "to": "2026-01-01T00:00"}).to_string();
    assert_eq!(
        run(&mut desk, "fairness", &both).unwrap_err().code,
        "kpis.plan_and_period"
    );
}
