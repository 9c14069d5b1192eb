//! Group to groups that run every week; who is in them goes to the orders of the members.

use super::context::Context;
use super::element::Element;
use super::places::{Hint, service_of};

/// A group of people with a service. A list of people without one is no group that runs.
pub(super) fn group(cx: &mut Context, element: &Element) {
    let is_people = element.text("type") == Some("person") && element.flag("actual") != Some(false);
    let mut row = cx.start("groups", element);
    let hint = Hint {
        is_group: true,
        minutes: None,
    };
    let code = element.child("code").filter(|_| is_people);
    row.set("service", code.and_then(|code| service_of(cx, &[code], Some(hint))));
    if !is_people || row.get("service").is_none() {
        cx.count(
            "fhir.not_used",
            "it is no group of people with a service".into(),
            "nothing",
        );
        return;
    }
    row.set("name", element.text("name"));
    let (id, service) = (row.text("id").map(String::from), row.text("service").map(String::from));
    let is_ours = row.is_ours();
    cx.keep("groups", row);
    // An order of ours names its groups itself.
    if let (false, Some(id), Some(service)) = (is_ours, id, service) {
        for member in element.all("member") {
            let patient = cx.id_of(&member, "entity", &["Patient"]);
            if let Some(patient) = patient.filter(|_| member.flag("inactive") != Some(true)) {
                seat(cx, &id, &service, &patient);
            }
        }
    }
}

/// Lets the orders of a patient for a service be served by a group.
fn seat(cx: &mut Context, group: &str, service: &str, patient: &str) {
    let orders = cx.rows.get_mut("orders").into_iter().flatten();
    for order in orders.filter(|order| order.text("patient") == Some(patient) && order.text("service") == Some(service))
    {
        order.add("groups", group);
    }
}
