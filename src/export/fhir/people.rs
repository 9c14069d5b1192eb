//! Clinicians as Practitioner and PractitionerRole, patients as Patient and EpisodeOfCare, family as RelatedPerson.
//! No name of a patient is written as a name: the label on screen stands in our extension.

use serde_json::{Map, Value, json};

use crate::model::fhir::{
    ACT_CODE, ACT_REASON, AWAY, CONSENT_SCOPE, GEOLOCATION, LANGUAGES, PARTICIPATION, PURPOSES, code_of, id_system,
    is_code, is_string, resource_of, table_url,
};

use super::row::{Row, put, put_all};
use super::{Context, extension, object, resource};

const AVAILABLE: [&str; 2] = ["availableStartTime", "availableEndTime"];

/// Genders that R4 has a code for [R4, administrative-gender].
const GENDERS: [&str; 4] = ["male", "female", "other", "unknown"];

pub(super) fn clinician(mut row: Row, cx: &Context, licenses: Vec<Row>, absences: Vec<Row>) -> Vec<Value> {
    let mut body = object(json!({ "active": true }));
    if let Some(name) = row.take_string("name") {
        body.insert("name".into(), json!([{ "text": name }]));
    }
    if row.text("gender").is_some_and(|gender| GENDERS.contains(&gender)) {
        put(&mut body, "gender", row.take_string("gender"));
    }
    let languages = row.take_texts("languages", is_code);
    put_all(
        &mut body,
        "communication",
        languages.iter().map(|code| language(code)).collect(),
    );
    let qualifications = licenses.into_iter().map(|license| qualification(license, cx)).collect();
    put_all(&mut body, "qualification", qualifications);

    let id = cx.targets.id_at(row.table.name, row.at);
    let mut role = object(json!({
        "resourceType": "PractitionerRole",
        "id": id,
        "active": true,
        "practitioner": { "reference": format!("{}/{id}", resource_of(row.table.name)) },
    }));
    if let Some(discipline) = row.take_string("discipline") {
        role.insert("code".into(), json!([{ "text": discipline }]));
    }
    let specialties = row.take_texts("specializations", is_string);
    put_all(
        &mut role,
        "specialty",
        specialties.iter().map(|text| json!({ "text": text })).collect(),
    );
    put_all(
        &mut role,
        "location",
        row.take_reference("site", cx).into_iter().collect(),
    );
    put_all(&mut role, "availableTime", row.take_hours("hours", AVAILABLE));
    put_all(
        &mut role,
        "notAvailable",
        absences.into_iter().map(|absence| away(absence, cx)).collect(),
    );
    vec![resource("Practitioner", row, body, cx), Value::Object(role)]
}

fn language(code: &str) -> Value {
    json!({ "coding": [{ "system": LANGUAGES, "code": code }] })
}

fn qualification(mut row: Row, cx: &Context) -> Value {
    row.fields.remove("clinician");
    let text = row.take_string("skill").unwrap_or_else(|| "license".into());
    let mut body = object(json!({ "code": { "text": text } }));
    put(&mut body, "period", row.take_period("from", "until"));
    body.insert("extension".into(), json!([extension::of(row, cx)]));
    Value::Object(body)
}

fn away(mut row: Row, cx: &Context) -> Value {
    row.fields.remove("id");
    row.fields.remove("what");
    let says_why = row.text("reason").is_some_and(|reason| reason != AWAY);
    let description = says_why.then(|| row.take_string("reason")).flatten();
    let description = description.unwrap_or_else(|| AWAY.into());
    let mut during = Map::new();
    put(&mut during, "start", row.take_instant("from", cx));
    put(&mut during, "end", row.take_instant("until", cx));
    let mut body = object(json!({ "description": description }));
    if !during.is_empty() {
        body.insert("during".into(), Value::Object(during));
    }
    body.insert("extension".into(), json!([extension::of(row, cx)]));
    Value::Object(body)
}

pub(super) fn patient(mut row: Row, cx: &Context) -> Vec<Value> {
    let mut body = object(json!({ "active": true }));
    let languages = row.take_texts("languages", is_code);
    let communication = languages.iter().map(|code| json!({ "language": language(code) }));
    put_all(&mut body, "communication", communication.collect());
    put_all(
        &mut body,
        "generalPractitioner",
        row.take_references("preferred_clinicians", cx),
    );
    if row.fields.contains_key("latitude") && row.fields.contains_key("longitude") {
        let mut coordinate = |column: &str| {
            let value = row.fields.remove(column).unwrap_or_default();
            json!({ "url": column, "valueDecimal": value })
        };
        let position = [coordinate("latitude"), coordinate("longitude")];
        let extension = json!([{ "url": GEOLOCATION, "extension": position }]);
        body.insert("address".into(), json!([{ "use": "home", "extension": extension }]));
    }

    let id = cx.targets.id_at(row.table.name, row.at);
    let phase = row.text("phase").unwrap_or_default().to_string();
    row.fields.remove("phase");
    let discharged = row.text("discharged").is_some();
    let mut episode = object(json!({
        "resourceType": "EpisodeOfCare",
        "id": id,
        "status": if discharged { "finished" } else { "active" },
        "type": [{ "coding": [{ "system": table_url("phase"), "code": phase }] }],
        "patient": { "reference": format!("{}/{id}", resource_of(row.table.name)) },
    }));
    put(&mut episode, "period", row.take_period("admitted", "discharged"));
    vec![resource("Patient", row, body, cx), Value::Object(episode)]
}

pub(super) fn contact(mut row: Row, cx: &Context) -> Vec<Value> {
    let mut body = object(json!({ "active": true }));
    let patient = row.take_reference("patient", cx).unwrap_or_else(|| nobody("patients"));
    body.insert("patient".into(), patient);
    if let Some(relation) = row.take_string("relation") {
        body.insert("relationship".into(), json!([{ "text": relation }]));
    }
    vec![resource("RelatedPerson", row, body, cx)]
}

pub(super) fn consent(mut row: Row, cx: &Context) -> Vec<Value> {
    let is_revoked = row.fields.contains_key("revoked");
    let mut body = object(json!({
        "status": if is_revoked { "inactive" } else { "active" },
        "scope": { "coding": [{ "system": CONSENT_SCOPE, "code": "patient-privacy" }] },
        "category": [{ "coding": [{ "system": ACT_CODE, "code": "INFA" }] }],
        "policyRule": { "text": "42 CFR 2.31" },
    }));
    let patient = row.take_reference("patient", cx).unwrap_or_else(|| nobody("patients"));
    body.insert("patient".into(), patient);
    put(&mut body, "dateTime", row.take_date("given"));
    let mut provision = object(json!({ "type": "permit" }));
    if let Some(until) = row.take_date("until") {
        provision.insert("period".into(), json!({ "end": until }));
    }
    // An actor's reference may be words alone.
    let recipient = match row.take_reference("contact", cx) {
        Some(contact) => Some(contact),
        None => row.take_string("recipient").map(|words| json!({ "display": words })),
    };
    if let Some(recipient) = recipient {
        let role = json!({ "coding": [{ "system": PARTICIPATION, "code": "IRCP" }] });
        provision.insert("actor".into(), json!([{ "role": role, "reference": recipient }]));
    }
    let purposes = row.take_texts("purposes", is_code);
    let codings = purposes.iter().flat_map(|purpose| {
        let own = json!({ "system": table_url("purpose"), "code": purpose });
        let standard = code_of(PURPOSES, purpose).map(|code| json!({ "system": ACT_REASON, "code": code }));
        [Some(own), standard].into_iter().flatten()
    });
    put_all(&mut provision, "purpose", codings.collect());
    body.insert("provision".into(), Value::Object(provision));
    vec![resource("Consent", row, body, cx)]
}

/// What stands where R4 wants a reference and the row's own cannot be written; a reader finds nothing in it.
pub(super) fn nobody(table: &str) -> Value {
    json!({ "type": resource_of(table), "identifier": { "system": id_system(table) } })
}
