//! FHIR: what is written reads back to the same clinic, from a Bundle and line by line.

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use rosterwell::export::fhir::{FhirForm, clinic_fhir};
use rosterwell::import::{Content, Options, Source, import};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::Status;
use rosterwell::model::columns::{TABLES, Type, for_rows, push_row};
use rosterwell::rng::Rng;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::Value;

use crate::export::{any_clinic, assert_same};

fn source(name: &str, text: String) -> Source {
    Source {
        name: name.into(),
        table: None,
        content: Content::Text(text),
    }
}

fn assert_reads_back(clinic: &Clinic) {
    for (form, name) in [(FhirForm::Bundle, "clinic.json"), (FhirForm::Ndjson, "clinic.ndjson")] {
        let text = clinic_fhir(clinic, form).unwrap();
        assert_same(name, clinic, &[source(name, text)]);
    }
}

/// The same clinic with its references leading to rows that are there, most of the time, and a zone that exists.
fn linked(clinic: &Clinic, rng: &mut Rng) -> Clinic {
    let mut ids: std::collections::BTreeMap<&str, Vec<Value>> = std::collections::BTreeMap::new();
    for table in TABLES {
        let has_id = table.column("id").is_some_and(|column| column.kind == Type::Id);
        let of_table = ids.entry(table.name).or_default();
        for_rows(clinic, table.name, |row| {
            of_table.extend(has_id.then(|| row["id"].clone()))
        })
        .unwrap();
    }
    let mut linked = Clinic::default();
    for table in TABLES {
        let mut rows = Vec::new();
        for_rows(clinic, table.name, |row| rows.push(row)).unwrap();
        for mut row in rows {
            for column in table.columns {
                let (Type::Reference(tables) | Type::List(&Type::Reference(tables))) = column.kind else {
                    continue;
                };
                let known: Vec<&Value> = tables.iter().flat_map(|table| &ids[table]).collect();
                let Some(known) = rng.pick(&known).filter(|_| rng.chance(0.8)) else {
                    continue;
                };
                match row.get_mut(column.name) {
                    Some(Value::Array(items)) => items.iter_mut().for_each(|item| item.clone_from(known)),
                    Some(value) if value.is_string() => value.clone_from(known),
                    _ => {}
                }
            }
            push_row(&mut linked, table.name, &row).unwrap();
        }
    }
    linked.settings.time_zone = rng
        .pick(&["America/New_York", "Asia/Kathmandu", "Nowhere", "UTC"])
        .unwrap()
        .to_string();
    linked
}

#[test]
fn samples_read_back() {
    for kind in SampleKind::ALL {
        let request = SampleRequest {
            kind,
            weeks: Some(4),
            ..SampleRequest::default()
        };
        assert_reads_back(&sample(&request));
    }
}

#[test]
fn a_thousand_generated_clinics_read_back() {
    let mut runner = TestRunner::deterministic();
    let mut rng = Rng::stream(1, "fhir", 0);
    let clinics = any_clinic();
    for _ in 0..500 {
        let clinic = clinics.new_tree(&mut runner).unwrap().current();
        assert_reads_back(&clinic);
        assert_reads_back(&linked(&clinic, &mut rng));
    }
}

#[test]
fn a_plan_goes_out_as_proposals_that_say_what_made_them() {
    use rosterwell::export::fhir::{PlanNotes, fhir_text, plan_resources};
    use rosterwell::model::{Plan, PlanDocument, build};
    let clinic = sample(&SampleRequest::default());
    let problem = build(&clinic).problem;
    let plan = PlanDocument::new(&problem, &Plan::published(&problem)).unwrap();
    let notes = PlanNotes {
        recorded: clinic.settings.as_of,
        seed: 7,
    };
    let resources = plan_resources(&clinic, &plan, notes).unwrap();
    let placed: Vec<_> = plan.sessions.iter().filter(|session| session.place.is_some()).collect();
    assert!(placed.len() > 20, "{}", placed.len());
    assert_eq!(resources.len(), placed.len() + 1);
    let provenance = resources.last().unwrap();
    assert_eq!(provenance["resourceType"], "Provenance");
    assert_eq!(provenance["target"].as_array().unwrap().len(), placed.len());
    assert_eq!(provenance["extension"][1]["valueDecimal"], 7);
    let hash = provenance["entity"][0]["what"]["identifier"]["value"].as_str().unwrap();
    assert_eq!(hash.len(), 64);
    for resource in &resources[..placed.len()] {
        assert_eq!(
            (resource["resourceType"].as_str(), resource["status"].as_str()),
            (Some("Appointment"), Some("proposed"))
        );
        let patients = resource["participant"].as_array().unwrap();
        assert!(
            patients
                .iter()
                .all(|participant| participant["actor"]["reference"].is_string())
        );
    }
    // Read with the clinic they count in nothing, and stand where the plan has them.
    let files = [
        source("clinic.json", clinic_fhir(&clinic, FhirForm::Bundle).unwrap()),
        source("plan.ndjson", fhir_text(&clinic, &resources, FhirForm::Ndjson)),
    ];
    let read = import(&files, &Options::default()).clinic;
    let proposed: Vec<_> = read
        .appointments
        .iter()
        .filter(|row| row.status == Status::Proposed)
        .collect();
    assert_eq!(proposed.len(), placed.len());
    for (row, session) in proposed.iter().zip(&placed) {
        let place = session.place.as_ref().unwrap();
        assert_eq!(
            (row.start, &row.clinicians, &row.room),
            (place.start, &place.clinicians, &place.room)
        );
        assert_eq!(row.service, session.service);
    }
}

#[test]
fn protected_records_say_so() {
    let mut clinic = sample(&SampleRequest {
        clinicians: 2,
        weeks: Some(0),
        ..SampleRequest::default()
    });
    clinic.settings.part2 = true;
    let notice = rosterwell::model::consent::notice(&clinic.settings).unwrap();
    let security = |value: &Value| value["meta"]["security"][0]["display"].as_str().map(String::from);
    let bundle: Value = serde_json::from_str(&clinic_fhir(&clinic, FhirForm::Bundle).unwrap()).unwrap();
    assert_eq!(security(&bundle).as_deref(), Some(notice));
    for line in clinic_fhir(&clinic, FhirForm::Ndjson).unwrap().lines() {
        assert_eq!(
            security(&serde_json::from_str(line).unwrap()).as_deref(),
            Some(notice),
            "{line}"
        );
    }
    assert_reads_back(&clinic);
}
