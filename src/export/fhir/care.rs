//! Orders and referrals as ServiceRequest, groups as Group, authorizations as ClaimResponse, scores as Observation,
//! stays as Encounter.

use serde_json::{Map, Value, json};

use crate::model::fhir::{
    ACT_CODE, ADJUDICATION, AUTHORIZED_DETAIL, CLAIM_TYPE, LOINC, MEASURE_UNITS, MEASURES, PREAUTH_PERIOD, PRIORITY,
    UCUM, code_of, is_code, is_string, table_url,
};

use super::people::nobody;
use super::row::{Row, put, put_all};
use super::{Context, object, resource};

/// The patient a row is about; R4 wants one.
fn subject(row: &mut Row, cx: &Context) -> Value {
    row.take_reference("patient", cx).unwrap_or_else(|| nobody("patients"))
}

/// The code of the row's service, taken out.
fn service(row: &mut Row, column: &str, cx: &Context) -> Option<Value> {
    let code = row
        .text(column)
        .filter(|id| is_code(id))
        .map(|id| cx.service_code(id))?;
    row.fields.remove(column);
    Some(code)
}

fn category(code: &str) -> Value {
    json!([{ "coding": [{ "system": table_url(""), "code": code }] }])
}

pub(super) fn order(mut row: Row, cx: &Context) -> Vec<Value> {
    let mut body = object(json!({ "status": "active", "intent": "order", "category": category("orders") }));
    if let Some(code) = row
        .number("priority")
        .and_then(|priority| code_of(PRIORITY, &priority.to_string()))
    {
        body.insert("priority".into(), code.into());
        row.fields.remove("priority");
    }
    put(&mut body, "code", service(&mut row, "service", cx));
    body.insert("subject".into(), subject(&mut row, cx));
    let mut repeat = Map::new();
    put(&mut repeat, "boundsPeriod", row.take_period("from", "until"));
    // A frequency of R4 is at least 1.
    if let Some(times) = row.number("per_week").filter(|&times| times > 0) {
        row.fields.remove("per_week");
        repeat.extend(object(json!({ "frequency": times, "period": 1, "periodUnit": "wk" })));
    }
    if let Some(minutes) = row.fields.remove("minutes").filter(|minutes| !minutes.is_null()) {
        repeat.extend(object(json!({ "duration": minutes, "durationUnit": "min" })));
    }
    if !repeat.is_empty() {
        body.insert("occurrenceTiming".into(), json!({ "repeat": repeat }));
    }
    put(&mut body, "authoredOn", row.take_instant("requested", cx));
    vec![resource("ServiceRequest", row, body, cx)]
}

pub(super) fn referral(mut row: Row, cx: &Context) -> Vec<Value> {
    let status = match (row.fields.get("first_visit"), row.fields.get("closed")) {
        (Some(_), _) => "completed",
        (None, Some(_)) => "revoked",
        (None, None) => "active",
    };
    let mut body = object(json!({ "status": status, "intent": "order", "category": category("referrals") }));
    if row.fields.get("emergency") == Some(&Value::Bool(true)) {
        row.fields.remove("emergency");
        body.insert("priority".into(), "stat".into());
    }
    put(&mut body, "code", service(&mut row, "service", cx));
    body.insert("subject".into(), subject(&mut row, cx));
    put_all(
        &mut body,
        "locationReference",
        row.take_reference("site", cx).into_iter().collect(),
    );
    put(&mut body, "authoredOn", row.take_instant("requested", cx));
    vec![resource("ServiceRequest", row, body, cx)]
}

pub(super) fn group(mut row: Row, cx: &Context) -> Vec<Value> {
    let mut body = object(json!({ "active": true, "type": "person", "actual": true }));
    let id = row.text("id").unwrap_or_default().to_string();
    put(&mut body, "code", service(&mut row, "service", cx));
    put(&mut body, "name", row.take_string("name"));
    let seated = cx.clinic.orders.iter().filter(|order| order.groups.contains(&id));
    let member = |order: &crate::model::clinic::Order| {
        let entity = cx.targets.reference(&["patients"], &order.patient)?;
        let dates = [order.from, order.until].map(|date| date.to_string());
        Some(json!({ "entity": entity, "period": { "start": dates[0], "end": dates[1] } }))
    };
    put_all(&mut body, "member", seated.filter_map(member).collect());
    vec![resource("Group", row, body, cx)]
}

pub(super) fn authorization(mut row: Row, cx: &Context) -> Vec<Value> {
    let claim_type = json!({ "coding": [{ "system": CLAIM_TYPE, "code": "professional" }] });
    let mut body = object(json!({
        "status": "active", "type": claim_type, "use": "preauthorization", "outcome": "complete",
    }));
    body.insert("patient".into(), subject(&mut row, cx));
    put(&mut body, "created", row.text("from").map(String::from));
    let insurer = row.take_string("payer").unwrap_or_else(|| "payer".into());
    body.insert("insurer".into(), json!({ "display": insurer }));
    put(
        &mut body,
        "preAuthRef",
        row.text("id").filter(|id| is_string(id)).map(String::from),
    );
    let period = row.take_period("from", "until");
    put(&mut body, "preAuthPeriod", period.clone());
    let (units, unit) = (
        row.number("units").unwrap_or(0),
        row.text("unit").unwrap_or_default().to_string(),
    );
    row.fields.remove("units");
    row.fields.remove("unit");
    let mut codes: Vec<Option<String>> = row.take_texts("services", is_code).into_iter().map(Some).collect();
    if codes.is_empty() {
        codes.push(None);
    }
    let items = codes.iter().enumerate().map(|(at, code)| {
        let mut detail = Vec::new();
        if let Some(code) = code {
            let code = cx.service_code(code);
            detail.push(json!({ "url": "productOrServiceCode", "valueCodeableConcept": code }));
        }
        // The units are those of all items together: they stand with the first one.
        if at == 0 {
            let quantity = json!({ "value": units, "unit": unit, "system": table_url("unit"), "code": unit });
            detail.push(json!({ "url": "quantity", "valueQuantity": quantity }));
        }
        let mut extensions = vec![json!({ "url": AUTHORIZED_DETAIL, "extension": detail })];
        if let Some(period) = &period {
            extensions.push(json!({ "url": PREAUTH_PERIOD, "valuePeriod": period }));
        }
        extensions.retain(|extension| extension["extension"] != json!([]));
        let category = json!({ "coding": [{ "system": ADJUDICATION, "code": "submitted" }] });
        json!({ "itemSequence": at + 1, "extension": extensions, "adjudication": [{ "category": category }] })
    });
    let items = items.collect();
    put_all(&mut body, "item", items);
    vec![resource("ClaimResponse", row, body, cx)]
}

pub(super) fn score(mut row: Row, cx: &Context) -> Vec<Value> {
    let mut body = object(json!({ "status": "final" }));
    let measure = row.text("measure").unwrap_or_default().to_string();
    let code = match code_of(MEASURES, &measure) {
        Some(code) => json!({ "coding": [{ "system": LOINC, "code": code }], "text": measure }),
        None if is_string(&measure) => json!({ "text": measure }),
        None => json!({ "text": "score" }),
    };
    if is_string(&measure) {
        row.fields.remove("measure");
    }
    body.insert("code".into(), code);
    body.insert("subject".into(), subject(&mut row, cx));
    put(&mut body, "effectiveDateTime", row.take_date("date"));
    let mut quantity = Map::new();
    put(&mut quantity, "value", row.fields.remove("value"));
    if let Some(unit) = code_of(MEASURE_UNITS, &measure) {
        quantity.extend(object(json!({ "unit": unit, "system": UCUM, "code": unit })));
    }
    body.insert("valueQuantity".into(), Value::Object(quantity));
    vec![resource("Observation", row, body, cx)]
}

pub(super) fn stay(mut row: Row, cx: &Context) -> Vec<Value> {
    let status = if row.fields.contains_key("discharged") {
        "finished"
    } else {
        "in-progress"
    };
    let mut body = object(json!({ "status": status, "class": { "system": ACT_CODE, "code": "IMP" } }));
    body.insert("subject".into(), subject(&mut row, cx));
    put(&mut body, "period", row.take_period("admitted", "discharged"));
    vec![resource("Encounter", row, body, cx)]
}
