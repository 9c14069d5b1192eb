//! What was accepted, in the plan; acuity; bad rows.

use super::rules::stay;
use super::*;

fn accept_first(desk: &mut Desk) {
    let reply = triage(desk, TriageRequest::default()).unwrap();
    let action = serde_json::to_value(reply.orders[0].accept.as_ref().unwrap()).unwrap();
    api::run(desk, "amend", &json!({ "actions": [action] }).to_string()).unwrap();
}

#[test]
fn an_accepted_decision_reaches_the_plan_and_can_be_taken_back() {
    let mut clinic = clinic();
    clinic.settings.as_of = moment(0, 9, 0);
    clinic.services[0].modalities = vec![Modality::Video, Modality::InPerson];
    for person in &mut clinic.clinicians {
        person.telehealth = true;
    }
    clinic.patients[0].telehealth = true;
    clinic.scores.push(score("p1", "suicide_risk", 0, 2.0));
    clinic.triage_rules.push(TriageRule {
        tier: Some(Tier::Urgent),
        discipline: Some("rn".into()),
        within_days: Some(14),
        ..rule("suicide-risk-moderate", Purpose::Tier, &["suicide_risk >= 2"])
    });
    clinic.clinicians[1].discipline = "rn".into();
    let mut desk = desk(&clinic);
    let before = desk.problem().unwrap().sessions[0].clone();
    assert_eq!(
        (before.choices.len(), before.parts[0].eligible.len(), before.due.len()),
        (2, 2, 0)
    );
    accept_first(&mut desk);
    let after = desk.problem().unwrap().sessions[0].clone();
    // Priority 3 of the service becomes 5; due a day after Monday 08:00; in person, by the nurse.
    assert_eq!(after.unplaced_cents * 3, before.unplaced_cents * 5);
    assert_eq!(
        after.due,
        [(0, 1440 + 480)]
            .map(|(_, due)| (due - 1, due))
            .map(|(from, due)| (from.min(0), due))
    );
    assert_eq!(
        after.choices.iter().map(|choice| choice.modality).collect::<Vec<_>>(),
        [Modality::InPerson]
    );
    assert_eq!(
        after.parts[0]
            .eligible
            .iter()
            .map(|who| who.clinician)
            .collect::<Vec<_>>(),
        [1]
    );
    let reply = triage(&mut desk, TriageRequest::default()).unwrap();
    let row = &reply.orders[0];
    assert!(row.accept.is_none() && !row.outdated);
    let decision = row.decision.as_ref().unwrap();
    assert_eq!((decision.tier, &decision.version), (Some(Tier::Urgent), &reply.version));
    assert!(decision.rules.contains(&"suicide-risk-moderate".to_string()));
    let withdraw = serde_json::to_value(row.withdraw.as_ref().unwrap()).unwrap();
    api::run(&mut desk, "amend", &json!({ "actions": [withdraw] }).to_string()).unwrap();
    assert_eq!(
        format!("{:?}", desk.problem().unwrap().sessions[0]),
        format!("{before:?}")
    );
    assert_eq!(desk.clinic().unwrap().decisions.len(), 1, "it stays visible");
    assert!(desk.clinic().unwrap().decisions[0].withdrawn.is_some());
}

#[test]
fn the_order_and_its_service_win_over_a_decision() {
    let mut clinic = clinic();
    clinic.settings.as_of = moment(0, 9, 0);
    clinic.orders[0].priority = Some(1);
    clinic.orders[0].due_by = Some(moment(4, 12, 0));
    clinic.services[0].discipline = Some("counselor".into());
    clinic.scores.push(score("p1", "suicide_risk", 0, 3.0));
    let mut desk = desk(&clinic);
    let before = desk.problem().unwrap().sessions[0].clone();
    let reply = triage(&mut desk, TriageRequest::default()).unwrap();
    assert_eq!(reply.orders[0].own, ["priority", "due_by", "discipline"]);
    accept_first(&mut desk);
    assert_eq!(
        format!("{:?}", desk.problem().unwrap().sessions[0]),
        format!("{before:?}")
    );
}

#[test]
fn bad_rules_and_decisions_say_where_and_what_to_do() {
    let mut clinic = clinic();
    clinic.triage_rules = vec![
        rule("", Purpose::Points, &["phq9 >= 3"]),
        rule("a", Purpose::Points, &[]),
        rule("b", Purpose::Points, &["phq9 about 3"]),
        rule("c", Purpose::Tier, &["phq9 >= 3"]),
        TriageRule {
            points: 101,
            ..rule("d", Purpose::Points, &["phq9 >= 3"])
        },
        // A faulty row does not switch a red flag off.
        TriageRule {
            off: true,
            ..rule("suicide-risk-high", Purpose::Tier, &["nonsense"])
        },
    ];
    let opened = api::run(&mut desk(&clinic), "validate", "{}").unwrap();
    let opened: Value = serde_json::from_str(&opened).unwrap();
    let rows = opened["issues"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["table"] == "triage_rules");
    let found: Vec<(u64, &str)> = rows
        .map(|row| (row["row"].as_u64().unwrap(), row["code"].as_str().unwrap()))
        .collect();
    for expected in [
        (1, "row.empty_id"),
        (2, "triage.no_condition"),
        (3, "triage.bad_condition"),
        (4, "triage.no_tier"),
        (5, "row.out_of_range"),
        (6, "triage.bad_condition"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
    clinic.scores.push(score("p1", "suicide_risk", 3, 3.0));
    assert_eq!(first(&clinic)["tier"], "emergency");
    for (request, code, path) in [
        (
            json!({ "orders": ["o1", "nobody"] }),
            "triage.unknown_order",
            "orders[1]",
        ),
        (json!({ "explain": ["nobody"] }), "triage.unknown_order", "explain[0]"),
        (
            json!({ "capacity": { "slots_per_day": 0, "gap_min": 0, "emergencies_per_day": 0, "emergency_burst": 0,
                "others_per_day": 0, "other_burst": 0 } }),
            "triage.capacity",
            "capacity.slots_per_day",
        ),
    ] {
        let error = api::run(&mut desk(&clinic), "triage", &request.to_string()).unwrap_err();
        assert_eq!((error.code.as_str(), error.path.as_str()), (code, path));
    }
    let error = api::run(&mut desk(&clinic), "acuity", r#"{"patients":["nobody"]}"#).unwrap_err();
    assert_eq!(error.code, "triage.unknown_patient");
}

#[test]
fn acuity_is_the_sum_of_its_parts_and_a_weight_changes_only_its_part() {
    let mut clinic = clinic();
    clinic.patients[0].phase = Phase::Detox;
    clinic.patients[0].admitted = Some(day(-10));
    clinic.stays.push(stay("p1", -30, -11));
    clinic.scores.push(score("p1", "suicide_risk", 3, 0.0));
    clinic.scores.push(score("p1", "overdose", 3, 0.0));
    clinic.scores.push(score("p1", "fall", 3, 1.0));
    let parts = |clinic: &Clinic| {
        let reply = acuity(&mut desk(clinic), AcuityRequest::default()).unwrap();
        let row = &reply.patients[0];
        let parts: Vec<(String, i32)> = row.parts.iter().map(|part| (part.rule.clone(), part.points)).collect();
        assert_eq!(parts.iter().map(|part| part.1).sum::<i32>(), row.points.sum);
        (parts, row.points.sum, row.level, reply.version)
    };
    // 5 for detox, 2 for a discharge 14 days ago, 2 for 13 days in care, 2 for the fall: 11 points, level 11 / 3.
    let (before, sum, level, version) = parts(&clinic);
    assert_eq!((sum, level), (11, 3));
    clinic.triage_rules.push(TriageRule {
        points: 9,
        ..rule("acuity-fall", Purpose::Acuity, &["fall >= 1"])
    });
    let (after, sum, level, changed) = parts(&clinic);
    assert_eq!((sum, level), (18, 4));
    assert_ne!(version, changed, "other weights, another version");
    let differ: Vec<_> = before
        .iter()
        .zip(&after)
        .filter(|(a, b)| a != b)
        .map(|(a, b)| (a.0.as_str(), b.1 - a.1))
        .collect();
    assert_eq!(differ, [("acuity-fall", 7)]);
}

#[test]
fn accepted_acuity_reaches_priority_balance_recovery_and_peak_hours() {
    let mut clinic = clinic();
    clinic.settings.as_of = moment(0, 7, 0);
    clinic.patients[0].phase = Phase::Detox;
    clinic.patients[0].level_of_care = Some("3.7".into());
    clinic.patients[0].admitted = Some(day(-3));
    let mut desk = desk(&clinic);
    let before = desk.problem().unwrap().sessions[0].clone();
    let reply = acuity(&mut desk, AcuityRequest::default()).unwrap();
    // 5 for detox, 3 for the level of care, 2 for three days in care.
    assert_eq!(
        (
            reply.patients[0].points.sum,
            reply.patients[0].level,
            reply.patients[0].used
        ),
        (10, 3, 0)
    );
    let action = serde_json::to_value(reply.patients[0].accept.as_ref().unwrap()).unwrap();
    api::run(&mut desk, "amend", &json!({ "actions": [action] }).to_string()).unwrap();
    let after = desk.problem().unwrap().sessions[0].clone();
    assert_eq!((before.acuity, after.acuity), (0, 3));
    assert_eq!((before.parts[0].recovery, after.parts[0].recovery), (0, 15));
    // 150 % of the price for the phase, 30 % more for the level.
    assert_eq!(after.unplaced_cents * 150, before.unplaced_cents * 180);
    assert_eq!((before.preferred.len(), after.preferred[0]), (0, (600, 900)));
    let reply = acuity(&mut desk, AcuityRequest::default()).unwrap();
    assert_eq!((reply.patients[0].stated, reply.patients[0].used), (0, 3));
    // A patient's own wish wins over the peak hours.
    let mut wish = desk.clinic().unwrap().clone();
    wish.patients[0].preferred_hours = Some("Mon-Fri 08:00-09:00".parse().unwrap());
    assert_eq!(build(&wish).problem.sessions[0].preferred[0], (480, 540));
}
