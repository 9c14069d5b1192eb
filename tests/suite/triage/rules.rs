//! Which rules fire, and what a missing fact does.

use super::*;

#[test]
fn the_shipped_rules_can_all_be_used_and_name_their_source() {
    let book = Rulebook::of(&Clinic::default());
    assert!(book.rules.len() > 40 && book.off.is_empty());
    assert!(book.version.starts_with("triage-2026-11-22/"));
    let mut clinic = Clinic::default();
    for rule in &book.rules {
        assert!(
            rule.row.source.is_some() && !rule.row.text.is_empty(),
            "{}",
            rule.row.id
        );
        assert_eq!(rule.conditions.len(), rule.row.when.len(), "{}", rule.row.id);
        clinic.triage_rules.push(rule.row.clone());
    }
    assert_eq!(Rulebook::of(&clinic).issues, []);
    // What comes from a published score says on what terms it may be used.
    for rule in &book.rules {
        let published = ["news2", "lace", "hospital", "phq9", "gad7", "cows", "ciwa_ar"];
        let uses = rule
            .conditions
            .iter()
            .any(|condition| published.contains(&condition.fact.as_str()));
        assert!(!uses || rule.row.license.is_some(), "{}", rule.row.id);
    }
}

#[test]
fn each_tier_comes_from_its_rule() {
    type Case = (&'static str, fn(&mut Clinic), &'static str, &'static str);
    let cases: [Case; 15] = [
        ("nothing known but the phase", |_| {}, "routine", "active-care"),
        (
            "continuing care",
            |c| c.patients[0].phase = Phase::Maintenance,
            "planned",
            "continuing-care",
        ),
        (
            "detox",
            |c| c.patients[0].phase = Phase::Detox,
            "urgent",
            "withdrawal-management",
        ),
        ("intake", |c| c.services[0].kind = Kind::Evaluation, "soon", "intake"),
        (
            "high risk",
            |c| c.scores.push(score("p1", "suicide_risk", 2, 3.0)),
            "emergency",
            "suicide-risk-high",
        ),
        (
            "moderate risk",
            |c| c.scores.push(score("p1", "suicide_risk", 2, 2.0)),
            "urgent",
            "suicide-risk-moderate",
        ),
        (
            "item 9",
            |c| c.scores.push(score("p1", "phq9_item9", 2, 1.0)),
            "urgent",
            "self-harm-thoughts",
        ),
        (
            "NEWS2 of 7",
            |c| c.scores.push(score("p1", "news2", 3, 7.0)),
            "emergency",
            "news2-high",
        ),
        (
            "NEWS2 of 6",
            |c| c.scores.push(score("p1", "news2", 3, 6.0)),
            "urgent",
            "news2-medium",
        ),
        (
            "a red part of NEWS2",
            |c| c.scores.push(score("p1", "systolic", 3, 90.0)),
            "urgent",
            "news2-red",
        ),
        (
            "injects drugs and asks for an intake",
            |c| {
                c.services[0].kind = Kind::Evaluation;
                c.scores.push(score("p1", "injecting_drug_use", 2, 1.0));
            },
            "soon",
            "injecting",
        ),
        (
            "COWS of 25",
            |c| c.scores.push(score("p1", "cows", 2, 25.0)),
            "urgent",
            "opioid-withdrawal-severe",
        ),
        (
            "COWS of 24",
            |c| c.scores.push(score("p1", "cows", 2, 24.0)),
            "routine",
            "active-care",
        ),
        (
            "CIWA-Ar of 16",
            |c| c.scores.push(score("p1", "ciwa_ar", 3, 16.0)),
            "emergency",
            "alcohol-withdrawal-severe",
        ),
        (
            "left hospital on Friday",
            |c| c.stays.push(stay("p1", -20, -3)),
            "soon",
            "after-discharge",
        ),
    ];
    for (name, change, tier, fired) in cases {
        let mut clinic = clinic();
        change(&mut clinic);
        let row = first(&clinic);
        assert_eq!(row["tier"], tier, "{name}: {row}");
        assert!(ids(&row["fired"], "rule").contains(&fired.to_string()), "{name}: {row}");
    }
}

pub(super) fn stay(patient: &str, from: i32, until: i32) -> Stay {
    Stay {
        patient: patient.into(),
        admitted: day(from),
        discharged: Some(day(until)),
        planned: false,
        transfer: false,
        died: false,
        index: false,
    }
}

#[test]
fn a_red_flag_is_not_averaged_away() {
    let mut clinic = clinic();
    clinic.patients[0].phase = Phase::Maintenance;
    clinic.scores.push(score("p1", "suicide_risk", 3, 3.0));
    clinic.triage_rules.push(TriageRule {
        points: -100,
        ..rule("well", Purpose::Points, &["phase = maintenance"])
    });
    let row = first(&clinic);
    assert_eq!(
        (&row["tier"], &row["points"]["sum"]),
        (&json!("emergency"), &json!(-100))
    );
    assert_eq!(row["suggested"]["due_by"], "2026-11-23T08:30");
    assert_eq!(row["suggested"]["priority"], 5);
}

#[test]
fn what_is_missing_widens_and_is_named() {
    let row = first(&clinic());
    // Points of rules that could fire: 6 + 4 + 4 + 5 + 5 + 4 + 2 + 3, worked by hand from the shipped rules.
    assert_eq!(row["points"], json!({ "low": 0, "sum": 0, "high": 33 }));
    assert_eq!(row["at_worst"], "emergency");
    assert_eq!(row["perhaps_in_person"], true);
    let missing: Vec<&str> = row["missing"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for fact in ["suicide_risk", "news2", "phq9", "days_since_discharge", "missed_60d"] {
        assert!(missing.contains(&fact), "{missing:?}");
    }
    // What is recorded is no longer missing, even if no rule fires; a week later it is too old again.
    let mut known = clinic();
    known.scores.push(score("p1", "suicide_risk", 3, 0.0));
    let row = first(&known);
    assert!(
        !row["missing"].as_array().unwrap().contains(&json!("suicide_risk")),
        "{row}"
    );
    known.settings.as_of = moment(20, 12, 0);
    known.orders[0].until = day(30);
    let row = first(&known);
    assert!(
        row["missing"].as_array().unwrap().contains(&json!("suicide_risk")),
        "{row}"
    );
    // An observation of tomorrow is not known today.
    let mut later = clinic();
    later.scores.push(score("p1", "suicide_risk", 4, 3.0));
    assert_eq!(first(&later)["tier"], "routine");
}

#[test]
fn a_published_score_with_parts_missing_is_a_range() {
    let mut clinic = clinic();
    // 25 breaths (3), saturation 91 (3): at least 6 whatever the rest is, at most 6 + 2 + 3 + 3 + 3 + 3.
    clinic.scores.push(score("p1", "respiratory_rate", 3, 25.0));
    clinic.scores.push(score("p1", "spo2", 3, 91.0));
    let row = first(&clinic);
    assert_eq!(
        (&row["tier"], &row["at_worst"]),
        (&json!("urgent"), &json!("emergency"))
    );
    let fired = row["fired"].as_array().unwrap();
    let news = fired.iter().find(|fired| fired["rule"] == "news2-medium").unwrap();
    assert_eq!(
        news["facts"][0],
        json!({ "fact": "news2", "low": 6.0, "high": 20.0, "date": "2026-11-26" })
    );
    // With all seven known it is 6 + 0 + 1 + 0 + 0 + 0 = 7.
    for (measure, value) in [
        ("oxygen", 0.0),
        ("systolic", 105.0),
        ("pulse", 80.0),
        ("not_alert", 0.0),
        ("temperature_c", 37.0),
    ] {
        clinic.scores.push(score("p1", measure, 3, value));
    }
    assert_eq!(first(&clinic)["tier"], "emergency");
}

#[test]
fn no_rule_no_tier_but_a_person() {
    let mut clinic = clinic();
    clinic.triage_rules.push(TriageRule {
        off: true,
        tier: Some(Tier::Routine),
        ..rule("active-care", Purpose::Tier, &["phase = outpatient"])
    });
    let reply = triage(&mut desk(&clinic), TriageRequest::default()).unwrap();
    assert_eq!(reply.needs_person, ["o1", "o2", "o3"]);
    assert!(reply.queue.is_empty());
    assert!(
        reply
            .orders
            .iter()
            .all(|row| row.tier.is_none() && row.accept.is_none() && row.suggested.priority.is_none())
    );
    let off = reply.rules.iter().find(|row| row.rule.id == "active-care").unwrap();
    assert!(off.own && !off.in_force && off.fired == 0);
}

#[test]
fn video_is_not_enough_when_an_observation_says_so() {
    let mut clinic = clinic();
    clinic.services[0].modalities = vec![Modality::Video, Modality::InPerson];
    clinic.scores.push(score("p1", "phq9", 0, 8.0));
    clinic.scores.push(score("p1", "phq9", 3, 12.0));
    assert_eq!(first(&clinic)["in_person"], false);
    clinic.scores[1].value = 13.0;
    let row = first(&clinic);
    assert_eq!(
        (&row["in_person"], &row["suggested"]["modalities"]),
        (&json!(true), &json!(["in_person"]))
    );
    assert_eq!(row["needs_person"], false);
    clinic.services[0].modalities = vec![Modality::Video];
    assert_eq!(first(&clinic)["needs_person"], true, "no way is left");
}

#[test]
fn oxygen_saturation_counts_by_the_patient_s_scale() {
    let vitals = |spo2: f64, more: &[(&str, i32, f64)]| {
        let mut clinic = clinic();
        let normal = [
            ("respiratory_rate", 16.0),
            ("systolic", 120.0),
            ("pulse", 70.0),
            ("not_alert", 0.0),
            ("temperature_c", 37.0),
        ];
        clinic
            .scores
            .extend(normal.map(|(measure, value)| score("p1", measure, 3, value)));
        clinic.scores.push(score("p1", "spo2", 3, spo2));
        let more = more
            .iter()
            .map(|&(measure, date, value)| score("p1", measure, date, value));
        clinic.scores.extend(more);
        // Fires always, so that the reply shows the score.
        clinic
            .triage_rules
            .push(rule("shown", Purpose::Points, &["news2 >= 0"]));
        let found = first(&clinic);
        let shown = found["fired"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["rule"] == "shown")
            .cloned();
        let fact = &shown.unwrap()["facts"][0];
        (fact["low"].as_f64().unwrap(), fact["high"].as_f64().unwrap())
    };
    let (air, oxygen, scale_2) = (("oxygen", 3, 0.0), ("oxygen", 3, 1.0), ("spo2_scale", -300, 2.0));
    assert_eq!(vitals(90.0, &[air]), (3.0, 3.0));
    assert_eq!(vitals(90.0, &[air, scale_2]), (0.0, 0.0));
    assert_eq!(vitals(97.0, &[oxygen]), (2.0, 2.0));
    assert_eq!(vitals(97.0, &[oxygen, scale_2]), (5.0, 5.0));
    // Whether oxygen is given is missing: its own two points, and what it does to the saturation.
    assert_eq!(vitals(97.0, &[scale_2]), (0.0, 5.0));
}

#[test]
fn open_referrals_without_an_order_are_ranked_too() {
    let mut clinic = clinic();
    clinic
        .services
        .push(super::super::clinics::service("intake", Kind::Evaluation, 60));
    let referral = |id: &str, patient: Option<&str>, service: &str, hour: i32, emergency: bool| Referral {
        id: id.into(),
        patient: patient.map(Into::into),
        service: service.into(),
        site: "main".into(),
        requested: moment(3, hour, 0),
        emergency,
        first_visit: None,
        closed: None,
    };
    clinic.referrals = vec![
        referral("plain", None, "intake", 8, false),
        referral("urgent", None, "intake", 9, true),
        referral("known", Some("p2"), "intake", 10, false),
        referral("ordered", Some("p1"), "talk", 7, true),
        referral("later", None, "intake", 13, true),
        referral("seen", None, "intake", 7, true),
    ];
    clinic.referrals[5].first_visit = Some(moment(3, 8, 0));
    // Somebody who is a patient brings what is known of the patient.
    clinic.scores.push(score("p2", "suicide_risk", 2, 3.0));
    let reply = triage(&mut desk(&clinic), TriageRequest::default()).unwrap();
    let found: Vec<&str> = reply.referrals.iter().map(|row| row.referral.as_str()).collect();
    assert_eq!(
        found,
        ["known", "urgent", "plain"],
        "closed, later, and what has an order are left out"
    );
    let tiers: Vec<_> = reply.referrals.iter().map(|row| row.tier).collect();
    assert_eq!(tiers, [Some(Tier::Emergency), Some(Tier::Urgent), Some(Tier::Soon)]);
    let urgent = &reply.referrals[1];
    assert_eq!((urgent.waited_min, urgent.due_by), (180, Some(moment(4, 9, 0))));
    // Of a stranger nothing is known, so it could be the worst.
    assert_eq!(urgent.at_worst, Some(Tier::Emergency));
    assert!(urgent.missing.contains(&"suicide_risk".into()) && urgent.missing.contains(&"days_since_discharge".into()));
    let some = TriageRequest {
        orders: vec!["o1".into()],
        ..TriageRequest::default()
    };
    assert!(triage(&mut desk(&clinic), some).unwrap().referrals.is_empty());
}

/// What the first order's reply says of a fact that a rule of this condition names.
fn seen(clinic: &Clinic, condition: &str) -> (f64, f64) {
    let mut clinic = clinic.clone();
    clinic.triage_rules.push(rule("shown", Purpose::Points, &[condition]));
    let found = first(&clinic);
    let rows = found["fired"].as_array().unwrap();
    let shown = rows.iter().find(|row| row["rule"] == "shown").unwrap();
    let fact = &shown["facts"][0];
    (fact["low"].as_f64().unwrap(), fact["high"].as_f64().unwrap())
}

#[test]
fn three_points_in_one_part_of_news2_are_told_apart_from_the_sum() {
    let mut clinic = clinic();
    let normal = [
        ("respiratory_rate", 16.0),
        ("spo2", 97.0),
        ("systolic", 120.0),
        ("pulse", 70.0),
        ("not_alert", 0.0),
    ];
    clinic
        .scores
        .extend(normal.map(|(measure, value)| score("p1", measure, 3, value)));
    // The temperature is missing: it could be 35.0 or less, which is three points.
    assert_eq!(seen(&clinic, "news2_red >= 0"), (0.0, 1.0));
    clinic.scores.push(score("p1", "temperature_c", 3, 39.1));
    // Two points are not red, and oxygen, which is not known, has two at most.
    assert_eq!(seen(&clinic, "news2_red >= 0"), (0.0, 0.0));
    clinic.scores.push(score("p1", "pulse", 3, 131.0));
    assert_eq!(seen(&clinic, "news2_red >= 0"), (1.0, 1.0));
    assert_eq!(seen(&clinic, "news2 >= 0"), (5.0, 7.0));
}

#[test]
fn pregnant_and_injecting_come_in_the_order_of_the_regulation() {
    let mut clinic = clinic();
    clinic.services[0].kind = Kind::Evaluation;
    for (patient, measure) in [
        ("p1", "injecting_drug_use"),
        ("p2", "pregnant"),
        ("p3", "pregnant"),
        ("p3", "injecting_drug_use"),
    ] {
        clinic.scores.push(score(patient, measure, 2, 1.0));
    }
    let mut last = clinic.patients[0].clone();
    last.id = "p4".into();
    clinic.patients.push(last);
    let mut order = clinic.orders[0].clone();
    (order.id, order.patient) = ("o4".into(), "p4".into());
    clinic.orders.insert(0, order);
    let reply = triage(&mut desk(&clinic), TriageRequest::default()).unwrap();
    let of = |order: &String| {
        let row = reply.orders.iter().find(|row| row.order == *order).unwrap();
        (row.tier, row.points.sum, row.patient.as_str())
    };
    let soon = Some(Tier::Soon);
    assert_eq!(
        reply.queue.iter().map(of).collect::<Vec<_>>(),
        [(soon, 20, "p3"), (soon, 14, "p2"), (soon, 6, "p1"), (soon, 0, "p4")]
    );
}

#[test]
fn samples_have_something_to_triage() {
    use rosterwell::sample::{SampleKind, SampleRequest, sample};
    for (kind, fires) in [
        (
            SampleKind::AddictionTreatment,
            [
                "suicide-risk-moderate",
                "points-missed",
                "in-person-suicide-risk",
                "intake",
            ],
        ),
        (
            SampleKind::HomeHealth,
            [
                "news2-red",
                "points-readmission-lace",
                "in-person-weight",
                "after-discharge",
            ],
        ),
    ] {
        let clinic = sample(&SampleRequest {
            kind,
            ..SampleRequest::default()
        });
        let reply = triage(&mut desk(&clinic), TriageRequest::default()).unwrap();
        for id in fires {
            let found = reply.rules.iter().find(|row| row.rule.id == id).unwrap();
            assert!(found.fired > 0, "{kind:?}: {id} never fires");
        }
        let most = reply.orders.len() as u32;
        for tier in &reply.tiers[..2] {
            assert!(
                tier.orders * 5 < most,
                "{kind:?}: {} of {most} are {:?}",
                tier.orders,
                tier.tier
            );
        }
        // As in practice, much is not known.
        assert!(reply.orders.iter().all(|row| !row.missing.is_empty()));
        assert!(reply.orders.iter().all(|row| row.at_worst <= row.tier));
    }
}
