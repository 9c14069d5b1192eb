//! Documents with random damage: building, validating and checking never panic, and every issue says where and what.

use rosterwell::model::{Clinic, Plan, check, validate};
use rosterwell::rng::Rng;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::{Value, json};

use crate::clinics::*;

/// Damages one random leaf of a document.
fn damage(document: &mut Value, rng: &mut Rng) {
    match document {
        Value::Object(fields) if !fields.is_empty() => {
            let at = rng.below(fields.len());
            if let Some((_, value)) = fields.iter_mut().nth(at) {
                damage(value, rng);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let at = rng.below(items.len());
            match rng.below(8) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                _ => damage(&mut items[at], rng),
            }
        }
        leaf => *leaf = hostile(leaf, rng),
    }
}

fn hostile(leaf: &Value, rng: &mut Rng) -> Value {
    let numbers = [
        0.0,
        -1.0,
        1.0,
        59.0,
        1_440.0,
        100_000.0,
        -2_147_483_648.0,
        2_147_483_647.0,
        0.5,
        1e300,
    ];
    let texts = [
        "",
        " ",
        "p1",
        "ana",
        "main",
        "talk",
        "\u{202E}",
        "2026-02-29",
        "2027-03-14T02:30",
        "9999-12-31",
        "9999-12-31T23:59",
        "0001-01-01",
        "Mon-Sun 00:00-24:00",
        "Sun 23:55-24:00",
        "video",
        "completed",
        "locked",
        "home",
        "shift",
    ];
    match leaf {
        Value::Number(number) if number.is_f64() => json!(rng.pick(&numbers)),
        Value::Number(_) => json!(*rng.pick(&numbers).unwrap_or(&0.0) as i64),
        Value::Bool(value) => json!(!value),
        _ => json!(rng.pick(&texts)),
    }
}

fn everything() -> Clinic {
    let mut clinic = with_a_group();
    for (number, patient) in clinic.patients.iter_mut().enumerate() {
        patient.latitude = Some(40.0 + number as f64);
        patient.longitude = Some(-75.0);
    }
    clinic.orders[0].due_by = Some(moment(0, 9, 0));
    clinic.orders[0].second_skill = Some("cbt".into());
    clinic.orders[1].after = Some("o1".into());
    clinic.appointments = vec![
        appointment("x", "p1", moment(0, 9, 0)),
        appointment("y", "p2", moment(-3, 9, 0)),
        group_appointment("g", moment(2, 9, 0)),
    ];
    clinic.attendances = vec![seat("g", "p1"), seat("g", "p2")];
    clinic
}

fn survives(clinic: &Clinic) {
    let built = rosterwell::model::build(clinic);
    check(&built.problem, &Plan::published(&built.problem));
    for issue in validate(clinic) {
        assert!(
            !issue.code.is_empty() && !issue.cause.is_empty() && !issue.action.is_empty(),
            "{issue:?}"
        );
    }
}

/// The document with some damage that can still be read.
fn damaged(whole: &Value, times: usize, rng: &mut Rng) -> Clinic {
    let mut document = whole.clone();
    let mut clinic = Clinic::default();
    for _ in 0..times {
        let before = document.clone();
        damage(&mut document, rng);
        match serde_json::from_value(document.clone()) {
            Ok(read) => clinic = read,
            Err(_) => document = before,
        }
    }
    clinic
}

#[test]
fn small_documents_survive_damage() {
    let whole = serde_json::to_value(everything()).unwrap();
    let mut rng = Rng::new(20_261_123);
    for _ in 0..1_500 {
        let times = 1 + rng.below(20);
        survives(&damaged(&whole, times, &mut rng));
    }
}

#[test]
fn samples_survive_damage() {
    let mut rng = Rng::new(7);
    for &kind in &SampleKind::ALL {
        let request = SampleRequest {
            kind,
            clinicians: 3,
            seed: 3,
            weeks: Some(1),
        };
        let whole = serde_json::to_value(sample(&request)).unwrap();
        for _ in 0..10 {
            survives(&damaged(&whole, 20, &mut rng));
        }
    }
}
