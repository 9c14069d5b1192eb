//! ClaimResponse and CoverageEligibilityResponse to authorizations, Coverage and Organization to the payers in them.

use serde_json::Value;

use crate::model::columns::{Choice, Type, fold, table};
use crate::model::fhir::{AUTHORIZED_DETAIL, PREAUTH_PERIOD, table_url};

use super::context::Context;
use super::element::Element;
use super::places::service_of;
use super::row::Row;

/// The name of an organization, which may be a payer.
pub(super) fn organization(cx: &mut Context, element: &Element) {
    if let Some(name) = element.text("name") {
        let here = cx.here();
        cx.organizations.insert(here, name.into());
    }
}

/// What a payer is called.
fn payer(cx: &Context, reference: &Element) -> Option<String> {
    let known = cx.place_of(reference).and_then(|at| cx.organizations.get(&at)).cloned();
    let identifier = || reference.child("identifier")?.text("value");
    known
        .or_else(|| reference.text("display").map(String::from))
        .or_else(|| identifier().map(String::from))
        .or_else(|| reference.text("reference").map(String::from))
}

/// Who pays for a patient; authorizations that name no payer take it from here.
pub(super) fn coverage(cx: &mut Context, element: &Element) {
    if element.text("status").is_some_and(|status| status != "active") {
        cx.count("fhir.not_active", "it is not active any more".into(), "nothing");
        return;
    }
    let patient = cx.id_of(element, "beneficiary", &["Patient"]);
    let name = element.first("payor").and_then(|reference| payer(cx, &reference));
    if let (Some(patient), Some(name)) = (patient, name) {
        cx.payers.entry(patient).or_insert(name);
    }
}

/// A preauthorization that was given. The units stand in the extensions of Da Vinci PAS.
pub(super) fn authorization(cx: &mut Context, element: &Element) {
    let is_given = element.text("use") == Some("preauthorization")
        && element.text("status").is_none_or(|status| status == "active")
        && element
            .text("outcome")
            .is_none_or(|outcome| ["complete", "partial"].contains(&outcome));
    if !is_given {
        cx.count(
            "fhir.not_used",
            "it is no preauthorization that was given".into(),
            "nothing",
        );
        return;
    }
    let mut row = cx.start("authorizations", element);
    if !row.is_ours()
        && let Some(number) = element.text("preAuthRef")
    {
        row.replace("id", number);
    }
    let patient = cx.id_of(element, "patient", &["Patient"]);
    let insurer = element.child("insurer").and_then(|insurer| payer(cx, &insurer));
    let covered = patient.as_ref().and_then(|patient| cx.payers.get(patient)).cloned();
    row.set("patient", patient);
    row.set("payer", insurer.or(covered));
    period(cx, &mut row, element.child("preAuthPeriod"));
    let (mut units, mut services) = (None, Vec::new());
    for item in element.all("item").into_iter().chain(element.all("addItem")) {
        if let Some(detail) = item.extension(AUTHORIZED_DETAIL) {
            if let Some(quantity) = detail
                .extension("quantity")
                .and_then(|part| part.child("valueQuantity"))
            {
                units = Some(i64::saturating_add(
                    units.unwrap_or(0),
                    quantity.whole("value").unwrap_or(0),
                ));
                row.set("unit", unit(&quantity));
            }
            let code = detail.extension("productOrServiceCode");
            service(
                cx,
                code.and_then(|part| part.child("valueCodeableConcept")),
                &mut services,
            );
        }
        if !row.is_ours() {
            service(cx, item.child("productOrService"), &mut services);
            let own = item.extension(PREAUTH_PERIOD);
            period(cx, &mut row, own.and_then(|part| part.child("valuePeriod")));
        }
    }
    row.set("units", units);
    row.set_all("services", services);
    cx.keep("authorizations", row);
}

fn period(cx: &mut Context, row: &mut Row, period: Option<Element>) {
    if let Some(period) = period {
        row.set("from", cx.date(&period, "start").map(|date| date.to_string()));
        row.set("until", cx.date(&period, "end").map(|date| date.to_string()));
    }
}

fn service(cx: &mut Context, concept: Option<Element>, services: &mut Vec<Value>) {
    let Some(concept) = concept else { return };
    match service_of(cx, &[concept], None) {
        Some(id) => services.push(id.into()),
        None => {
            let action = "give the service its billing code or name";
            cx.count("fhir.unknown_service", "a code is that of no service".into(), action);
        }
    }
}

/// What units a quantity counts.
fn unit(quantity: &Element) -> Option<&'static str> {
    let column = table("authorizations").and_then(|table| table.column("unit"));
    let Some(Type::Choice(choices)) = column.map(|column| column.kind) else {
        return None;
    };
    let own = quantity.text("system") == Some(&table_url("unit"));
    let word = quantity.text("code").or_else(|| quantity.text("unit"))?;
    // X12 element 355: visits, days, hours.
    let word = match word {
        "VS" if !own => "visit",
        "DA" if !own => "day",
        "HR" | "HH" if !own => "hour",
        word => word,
    };
    let key = fold(word);
    let means = |choice: &&Choice| fold(choice.name) == key || choice.synonyms.iter().any(|other| fold(other) == key);
    choices.iter().find(means).map(|choice| choice.name)
}

/// What is left of a benefit that is counted in visits, and which services want an authorization.
pub(super) fn eligibility(cx: &mut Context, element: &Element) {
    if element.text("status").is_some_and(|status| status != "active") {
        cx.count("fhir.not_active", "it is not active any more".into(), "nothing");
        return;
    }
    let patient = cx.id_of(element, "patient", &["Patient"]);
    let insurer = element.child("insurer").and_then(|insurer| payer(cx, &insurer));
    for insurance in element.all("insurance") {
        let time = insurance.child("benefitPeriod");
        for item in insurance.all("item") {
            benefit(cx, &item, patient.as_deref(), insurer.as_deref(), time);
        }
    }
}

fn benefit(cx: &mut Context, item: &Element, patient: Option<&str>, insurer: Option<&str>, time: Option<Element>) {
    let service = item
        .child("productOrService")
        .and_then(|code| service_of(cx, &[code], None));
    let Some(service) = service else {
        cx.count(
            "fhir.not_used",
            "a benefit names no service that is known".into(),
            "nothing",
        );
        return;
    };
    if item.flag("authorizationRequired") == Some(true)
        && let Some(row) = cx.row("services", &service).filter(|row| !row.is_ours())
    {
        row.replace("needs_authorization", true);
    }
    for benefit in item.all("benefit") {
        let Some(allowed) = benefit.whole("allowedUnsignedInt") else {
            continue;
        };
        let number = cx.rows.get("authorizations").map_or(0, Vec::len) + 1;
        let mut row = Row::made(cx.here(), vec![("id", format!("{}-{number}", cx.id()).into())]);
        row.set("patient", patient);
        row.set("payer", insurer);
        row.set("services", Some(vec![Value::from(service.as_str())]));
        row.set("unit", Some("visit"));
        row.set("units", Some(allowed));
        row.set("used", benefit.whole("usedUnsignedInt"));
        period(cx, &mut row, time);
        cx.keep("authorizations", row);
    }
}
