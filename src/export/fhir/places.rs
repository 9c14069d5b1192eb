//! Sites and rooms as Location, services as HealthcareService.

use serde_json::{Value, json};

use crate::model::fhir::{PHYSICAL_TYPE, TIMEZONE, id_system, is_code};

use super::row::{Row, put, put_all};
use super::{Context, object, resource};

const OPENING: [&str; 2] = ["openingTime", "closingTime"];

fn physical_type(code: &str, display: &str) -> Value {
    json!({ "coding": [{ "system": PHYSICAL_TYPE, "code": code, "display": display }] })
}

pub(super) fn site(mut row: Row, cx: &Context) -> Vec<Value> {
    let mut body = object(json!({ "status": "active", "physicalType": physical_type("si", "Site") }));
    put(&mut body, "name", row.take_string("name"));
    if row.fields.contains_key("latitude") && row.fields.contains_key("longitude") {
        let mut coordinate = |column: &str| row.fields.remove(column).unwrap_or_default();
        let (latitude, longitude) = (coordinate("latitude"), coordinate("longitude"));
        body.insert(
            "position".into(),
            json!({ "longitude": longitude, "latitude": latitude }),
        );
    }
    put_all(&mut body, "hoursOfOperation", row.take_hours("hours", OPENING));
    let mut site = resource("Location", row, body, cx);
    if cx.zone.is_some()
        && let Some(extensions) = site["extension"].as_array_mut()
    {
        extensions.push(json!({ "url": TIMEZONE, "valueCode": cx.clinic.settings.time_zone }));
    }
    vec![site]
}

pub(super) fn room(mut row: Row, cx: &Context) -> Vec<Value> {
    let mut body = object(json!({ "status": "active", "physicalType": physical_type("ro", "Room") }));
    put(&mut body, "name", row.take_string("name"));
    put(&mut body, "partOf", row.take_reference("site", cx));
    put_all(&mut body, "hoursOfOperation", row.take_hours("hours", OPENING));
    vec![resource("Location", row, body, cx)]
}

pub(super) fn service(mut row: Row, cx: &Context) -> Vec<Value> {
    let mut body = object(json!({ "active": true }));
    if let Some(id) = row.text("id").filter(|id| is_code(id)) {
        let code = json!({ "coding": [{ "system": id_system("services"), "code": id }] });
        body.insert("type".into(), json!([code]));
    }
    put(&mut body, "name", row.take_string("name"));
    vec![resource("HealthcareService", row, body, cx)]
}
