//! Broken and hostile FHIR: each case has its message, good resources around it are kept, nothing panics.

use rosterwell::export::fhir::{FhirForm, clinic_fhir};
use rosterwell::import::limits::{MAX_FHIR_BYTES, MAX_NESTED_BUNDLES, MAX_RESOURCES};
use rosterwell::import::{Content, Imported, Options, Source, import};
use rosterwell::rng::Rng;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::{Value, json};

fn source(text: String) -> Source {
    Source {
        name: "export.json".into(),
        table: None,
        content: Content::Text(text),
    }
}

fn read(text: String) -> Imported {
    import(&[source(text)], &Options::default())
}

fn codes(imported: &Imported) -> Vec<&str> {
    imported.issues.iter().map(|issue| issue.code.as_str()).collect()
}

const PATIENT: &str = r#"{"resourceType":"Patient","id":"good"}"#;

fn bundle(entries: &str) -> String {
    format!(r#"{{"resourceType":"Bundle","type":"collection","entry":[{{"resource":{PATIENT}}},{entries}]}}"#)
}

fn nested_bundles(depth: usize) -> String {
    let open = r#"{"resourceType":"Bundle","entry":[{"resource":"#.repeat(depth);
    format!("{open}{PATIENT}{}", "}]}".repeat(depth))
}

#[test]
fn each_fault_has_its_message_and_spares_the_rest() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let location = |id: &str, above: &str, kind: &str| {
        let system = "http://terminology.hl7.org/CodeSystem/location-physical-type";
        format!(
            r#"{{"resource":{{"resourceType":"Location","id":"{id}","partOf":{{"reference":"Location/{above}"}},
            "physicalType":{{"coding":[{{"system":"{system}","code":"{kind}"}}]}}}}}}"#
        )
    };
    let cycle = format!(
        "{},{},{}",
        location("r", "a", "ro"),
        location("a", "b", "wi"),
        location("b", "a", "wi")
    );
    let visit =
        |field: &str| format!(r#"{{"resource":{{"resourceType":"Appointment","id":"x","status":"booked",{field}}}}}"#);
    let cases: Vec<(String, &str)> = vec![
        (
            bundle(&format!(r#"{{"resource":{{"resourceType":"Basic","x":{deep}}}}}"#)),
            "file.too_deep",
        ),
        (bundle(&cycle), "fhir.cycle"),
        (bundle(&visit(r#""start":"soon""#)), "fhir.not_a_moment"),
        (bundle(&visit(r#""start":20261123"#)), "fhir.wrong_type"),
        (bundle(&visit(r#""participant":"nobody""#)), "fhir.wrong_type"),
        (bundle(&visit(r#""start":"2026-11-23T09:00:30Z""#)), "fhir.seconds"),
        (bundle(&visit(r#""status":"booked""#)), "document.duplicate_key"),
        (bundle(r#"{"resource":{"id":"x"}}"#), "fhir.not_a_resource"),
        (bundle("7"), "fhir.not_a_resource"),
        (bundle(&format!(r#"{{"resource":{PATIENT}}}"#)), "fhir.duplicate"),
        (
            bundle(&visit(r#""start":"2026-11-23T09:00:00Z","minutesDuration":1e999"#)),
            "fhir.wrong_type",
        ),
        (
            bundle(&visit(
                r#""start":"2026-11-23T09:00:00Z","minutesDuration":9007199254740993,"serviceType":[{"text":"V"}]"#,
            )),
            "cell.out_of_range",
        ),
        (
            bundle(r#"{"resource":{"resourceType":"Patient","id":"__proto__","__proto__":{"x":1},"constructor":1}}"#),
            "fhir.filled_in",
        ),
        (
            bundle(r#"{"resource":{"resourceType":"Starship","id":"x"}}"#),
            "fhir.type_not_read",
        ),
        (format!("{PATIENT}\nnot json\n"), "fhir.bad_line"),
        (nested_bundles(MAX_NESTED_BUNDLES + 1), "fhir.nested_too_deep"),
        (bundle("7").replace("]}", ""), "file.not_json"),
        (
            format!("{PATIENT}\n{}", "{\"resourceType\":\"Basic\"}\n".repeat(MAX_RESOURCES)),
            "fhir.too_many_resources",
        ),
    ];
    for (text, code) in cases {
        let start: String = text.chars().take(300).collect();
        let imported = read(text);
        assert!(
            codes(&imported).contains(&code),
            "{code}: {:?} of {start}",
            codes(&imported)
        );
        let is_whole = !["file.not_json", "fhir.nested_too_deep"].contains(&code);
        let kept = imported.clinic.patients.iter().any(|patient| patient.id == "good");
        assert_eq!(kept, is_whole, "{code}");
    }
}

#[test]
fn texts_are_limited_together() {
    let half = format!("{PATIENT}\n{}", " ".repeat(MAX_FHIR_BYTES / 3));
    let files: Vec<Source> = (0..3).map(|_| source(half.clone())).collect();
    let imported = import(&files, &Options::default());
    assert!(codes(&imported).contains(&"fhir.too_large"));
}

/// Every place in a value, as a path of keys and numbers.
fn change(value: &mut Value, rng: &mut Rng, depth: usize) {
    let junk = |rng: &mut Rng| match rng.below(15) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(1e308),
        4 => json!(u64::MAX),
        5 => json!(""),
        6 => json!("__proto__"),
        7 => json!("9999-99-99T99:99:99Z"),
        8 => json!([]),
        9 => json!({}),
        11 => json!("0001-01-01T00:00:00Z"),
        12 => json!("9999-12-31T23:59:59Z"),
        13 => json!(i64::MAX),
        10 => json!([[{ "reference": "#" }]]),
        _ => json!({ "reference": "Patient/", "extension": [{ "url": 5 }], "coding": "x", "start": [] }),
    };
    let stop = depth > 0 && rng.chance(0.25);
    match value {
        Value::Array(items) if !items.is_empty() && !stop => {
            let at = rng.below(items.len());
            match rng.below(8) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => items.rotate_left(at),
                _ => change(&mut items[at], rng, depth + 1),
            }
        }
        Value::Object(fields) if !fields.is_empty() && !stop => {
            let key = fields.keys().nth(rng.below(fields.len())).unwrap().clone();
            match rng.below(8) {
                0 => drop(fields.remove(&key)),
                1 => {
                    let moved = fields.remove(&key).unwrap();
                    fields.insert("constructor".into(), moved);
                }
                _ => change(fields.get_mut(&key).unwrap(), rng, depth + 1),
            }
        }
        other => *other = junk(rng),
    }
}

#[test]
fn whatever_is_changed_in_a_bundle_nothing_panics() {
    let mut rng = Rng::stream(11, "hostile fhir", 0);
    for kind in SampleKind::ALL {
        let clinic = sample(&SampleRequest {
            kind,
            clinicians: 3,
            weeks: Some(1),
            ..SampleRequest::default()
        });
        let text = clinic_fhir(&clinic, FhirForm::Bundle).unwrap();
        let whole: Value = serde_json::from_str(&text).unwrap();
        // A few of each table are enough.
        let mut entries: Vec<Value> = Vec::new();
        let mut count = std::collections::BTreeMap::new();
        for entry in whole["entry"].as_array().unwrap() {
            let kind = entry["resource"]["extension"][0]["url"].to_string()
                + entry["resource"]["resourceType"].as_str().unwrap();
            let seen = count.entry(kind).or_insert(0);
            *seen += 1;
            if *seen <= 3 {
                entries.push(entry.clone());
            }
        }
        for _ in 0..150 {
            let mut mutant = json!({ "resourceType": "Bundle", "type": "collection", "entry": entries });
            for _ in 0..rng.between(1, 12) {
                change(&mut mutant, &mut rng, 0);
            }
            read(mutant.to_string());
        }
        for _ in 0..50 {
            let cut = rng.below(text.len().min(200_000));
            let end = (0..=cut).rev().find(|&end| text.is_char_boundary(end)).unwrap();
            read(text[..end].to_string());
        }
    }
}
