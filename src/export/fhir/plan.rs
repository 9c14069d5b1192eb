//! A plan as proposed appointments, with the provenance that says what made them.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::model::calendar::DateTime;
use crate::model::columns::{self, Table};
use crate::model::document::PlannedSession;
use crate::model::fhir::{BASE, id_system, is_string};
use crate::model::{Clinic, PlanDocument};

use super::row::Row;
use super::{Context, schedule};
use crate::export::tables::clinic_json;

/// Who takes part in making something [R4, provenance-participant-type].
const PARTICIPANT_TYPE: &str = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

/// What a plan's provenance says besides the plan.
#[derive(Debug, Clone, Copy)]
pub struct PlanNotes {
    /// When the file was made, time of the site.
    pub recorded: DateTime,
    /// Seed of the search.
    pub seed: u64,
}

/// Every placed session as an Appointment of status `proposed`, in the order of the plan, and one Provenance: software
/// and version, seed, hash of the plan and of the clinic it was made for. No names.
///
/// # Errors
/// `export.unwritable`: a number in the clinic that is not finite.
pub fn plan_resources(clinic: &Clinic, plan: &PlanDocument, notes: PlanNotes) -> Result<Vec<Value>> {
    let cx = Context::new(clinic);
    let (Some(appointments), Some(attendances)) = (columns::table("appointments"), columns::table("attendances"))
    else {
        return Ok(Vec::new());
    };
    let mut resources = Vec::new();
    for planned in &plan.sessions {
        let Some(mut fields) = proposed(planned) else { continue };
        let (mut patients, at) = (planned.patients.as_slice(), resources.len());
        if let [only] = planned.patients.as_slice()
            && planned.kind != crate::model::clinic::Kind::Group
        {
            fields.insert("patient".into(), only.as_str().into());
            patients = &[];
        }
        let seat = |(at, patient): (usize, &String)| Row {
            table: attendances,
            at,
            fields: seat(patient),
        };
        let seats = patients.iter().enumerate().map(seat).collect();
        let row = row(appointments, at, fields);
        for mut resource in schedule::appointment(row, &cx, seats) {
            resource["id"] = format!("proposed-{}", at + 1).into();
            if is_string(&planned.session) {
                resource["identifier"] = json!([{ "system": id_system("sessions"), "value": planned.session }]);
            }
            resources.push(resource);
        }
    }
    let targets: Vec<Value> = (1..=resources.len())
        .map(|at| json!({ "reference": format!("Appointment/proposed-{at}") }))
        .collect();
    if !targets.is_empty() {
        resources.push(provenance(clinic, plan, notes, targets, &cx)?);
    }
    Ok(resources)
}

fn row(table: &'static Table, at: usize, fields: Map<String, Value>) -> Row {
    Row { table, at, fields }
}

fn fields(value: Value) -> Map<String, Value> {
    super::object(value)
}

/// The row of a session at its place.
fn proposed(planned: &PlannedSession) -> Option<Map<String, Value>> {
    let place = planned.place.as_ref()?;
    let mut row = fields(json!({
        "service": planned.service, "clinicians": place.clinicians, "modality": place.modality,
        "start": place.start, "minutes": planned.minutes, "status": "proposed",
        "freedom": if planned.locked { "locked" } else { "movable" },
    }));
    if let Some(room) = &place.room {
        row.insert("room".into(), room.as_str().into());
    }
    if place.offsets.iter().any(|&offset| offset != 0) {
        row.insert("part_after_min".into(), json!(place.offsets));
    }
    Some(row)
}

fn seat(patient: &str) -> Map<String, Value> {
    fields(json!({ "patient": patient, "status": "proposed" }))
}

fn provenance(
    clinic: &Clinic,
    plan: &PlanDocument,
    notes: PlanNotes,
    targets: Vec<Value>,
    cx: &Context,
) -> Result<Value> {
    let input: String = Sha256::digest(clinic_json(clinic)?.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let recorded = cx
        .instant(notes.recorded)
        .or_else(|| cx.instant(notes.recorded.plus_minutes(60)));
    let assembler = json!({ "coding": [{ "system": PARTICIPANT_TYPE, "code": "assembler" }] });
    Ok(json!({
        "resourceType": "Provenance",
        "id": "plan",
        "target": targets,
        "recorded": recorded,
        "agent": [{ "type": assembler, "who": { "display": concat!("Rosterwell ", env!("CARGO_PKG_VERSION")) } }],
        "entity": [{
            "role": "source",
            "what": { "identifier": { "system": format!("{BASE}clinic-sha256"), "value": input } },
        }],
        "extension": [
            { "url": format!("{BASE}version"), "valueString": env!("CARGO_PKG_VERSION") },
            { "url": format!("{BASE}seed"), "valueDecimal": notes.seed },
            { "url": format!("{BASE}plan-sha256"), "valueString": plan.hash },
        ],
    }))
}
