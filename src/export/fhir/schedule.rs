//! Appointments with their seats as Appointment.

use serde_json::{Map, Value, json};

use crate::model::fhir::{APPOINTMENT_TYPE, CANCELLATION, CANCELLED_BY, PARTICIPATION, STATUS, code_of, is_code};

use super::row::{Row, put, put_all};
use super::{Context, extension, object, resource};

pub(super) fn appointment(mut row: Row, cx: &Context, attendances: Vec<Row>) -> Vec<Value> {
    let mut body = Map::new();
    let status = row.text("status").unwrap_or_default().to_string();
    // A visit that the clinic missed is cancelled by it; that nobody said so beforehand is in our extension.
    let code = code_of(STATUS, &status).unwrap_or("cancelled");
    if code_of(STATUS, &status).is_some() {
        row.fields.remove("status");
    }
    body.insert("status".into(), code.into());
    if status == "missed" {
        body.insert("cancelationReason".into(), reason("prov"));
    } else if status == "cancelled"
        && let Some(code) = row.text("changed_by").and_then(|party| code_of(CANCELLED_BY, party))
    {
        row.fields.remove("changed_by");
        body.insert("cancelationReason".into(), reason(code));
    }
    if let Some(id) = row.text("service").filter(|id| is_code(id)) {
        body.insert("serviceType".into(), json!([cx.service_code(id)]));
        row.fields.remove("service");
    }
    if row.fields.get("emergency") == Some(&Value::Bool(true)) {
        row.fields.remove("emergency");
        let coding = json!({ "system": APPOINTMENT_TYPE, "code": "EMERGENCY" });
        body.insert("appointmentType".into(), json!({ "coding": [coding] }));
    }
    let minutes = row.number("minutes").unwrap_or(0);
    let end = row.moment("start").map(|start| start.plus_minutes(minutes as i32));
    // R4 wants both or none.
    if let Some(end) = end.and_then(|end| cx.instant(end).or_else(|| after(cx, end)))
        && let Some(start) = row.take_instant("start", cx)
    {
        body.insert("start".into(), start.into());
        body.insert("end".into(), end.into());
    }
    put(&mut body, "minutesDuration", row.fields.remove("minutes"));
    put(&mut body, "created", row.take_instant("confirmed", cx));
    put_all(
        &mut body,
        "basedOn",
        row.take_reference("order", cx).into_iter().collect(),
    );

    let mut participants = Vec::new();
    let patient = row.take_reference("patient", cx);
    let answer = if ["proposed", "waitlist"].contains(&status.as_str()) {
        "needs-action"
    } else {
        "accepted"
    };
    participants.extend(patient.map(|actor| json!({ "actor": actor, "required": "required", "status": answer })));
    for actor in row.take_references("clinicians", cx) {
        let kind = json!({ "coding": [{ "system": PARTICIPATION, "code": "PPRF" }] });
        participants.push(json!({ "type": [kind], "actor": actor, "required": "required", "status": answer }));
    }
    let room = row.take_reference("room", cx);
    participants.extend(room.map(|actor| json!({ "actor": actor, "required": "required", "status": answer })));
    participants.extend(attendances.into_iter().map(|attendance| seat(attendance, cx)));
    if participants.is_empty() {
        // R4 wants somebody.
        participants.push(json!({ "type": [{ "text": "nobody named" }], "status": "needs-action" }));
    }
    put_all(&mut body, "participant", participants);
    vec![resource("Appointment", row, body, cx)]
}

/// The first civil time after one that clocks are put forward over.
fn after(cx: &Context, moment: crate::model::calendar::DateTime) -> Option<String> {
    cx.instant(moment.plus_minutes(60))
}

fn reason(code: &str) -> Value {
    json!({ "coding": [{ "system": CANCELLATION, "code": code }] })
}

/// A patient's seat in a group.
fn seat(mut row: Row, cx: &Context) -> Value {
    row.fields.remove("appointment");
    let answer = match row.text("status") {
        Some("cancelled") => "declined",
        Some("proposed" | "waitlist") => "needs-action",
        _ => "accepted",
    };
    let actor = row.take_reference("patient", cx);
    let mut body = object(json!({ "required": "required", "status": answer }));
    match actor {
        Some(actor) => put(&mut body, "actor", Some(actor)),
        None => put(&mut body, "type", Some(json!([{ "text": "patient" }]))),
    }
    body.insert("extension".into(), json!([extension::of(row, cx)]));
    Value::Object(body)
}
