//! Groups changed by actions: sizes in order, seats only in groups of the order's service, one rule for two patients.

use rosterwell::api::{self, Desk};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::Status;
use rosterwell::sample::SampleKind;
use serde_json::{Value, json};

use crate::clinics::sample_clinic;
use crate::desk::run;

fn open(clinic: &Clinic) -> Desk {
    let mut desk = Desk::default();
    run(&mut desk, "open", json!({ "clinic": clinic }));
    desk
}

fn clinic_of(desk: &mut Desk) -> Value {
    run(desk, "document", json!({}))["clinic"].clone()
}

fn amend(desk: &mut Desk, action: Value) -> Result<(), String> {
    let request = json!({"actions": [action]}).to_string();
    api::run(desk, "amend", &request)
        .map(drop)
        .map_err(|error| error.message)
}

#[test]
fn a_group_is_changed_or_new_and_its_meetings_are_planned() {
    let clinic = sample_clinic(SampleKind::AddictionTreatment, 6, 4);
    let mut desk = open(&clinic);
    let mut group = serde_json::to_value(&clinic.groups[0]).unwrap();
    group["name"] = json!("Another topic");
    amend(&mut desk, json!({"kind": "set_group", "group": group})).unwrap();
    assert_eq!(
        clinic_of(&mut desk)["groups"].as_array().unwrap().len(),
        clinic.groups.len()
    );
    group["id"] = json!("evening");
    group["per_week"] = json!(2);
    amend(&mut desk, json!({"kind": "set_group", "group": group})).unwrap();
    let groups = clinic_of(&mut desk)["groups"].clone();
    assert_eq!(groups.as_array().unwrap().len(), clinic.groups.len() + 1);
    let plan = run(&mut desk, "published", json!({}))["plan"].clone();
    let sessions = plan["sessions"].as_array().unwrap();
    let meetings = sessions
        .iter()
        .filter(|session| session["session"].as_str().unwrap().starts_with("evening/w"));
    assert_eq!(meetings.count(), 2);
}

#[test]
fn what_a_group_cannot_be_is_refused_and_nothing_changes() {
    let clinic = sample_clinic(SampleKind::AddictionTreatment, 6, 4);
    let mut desk = open(&clinic);
    let before = clinic_of(&mut desk);
    let group = serde_json::to_value(&clinic.groups[0]).unwrap();
    for (field, value, cause) in [
        ("service", json!("nothing"), "service of the kind group"),
        ("site", json!("nowhere"), "site"),
        ("per_week", json!(0), "once a week"),
        ("min", json!(99), "in order"),
        ("max", json!(1), "in order"),
    ] {
        let mut wrong = group.clone();
        wrong[field] = value;
        let error = amend(&mut desk, json!({"kind": "set_group", "group": wrong})).unwrap_err();
        assert!(error.contains(cause), "{field}: {error}");
    }
    let order = clinic
        .orders
        .iter()
        .find(|order| order.service == clinic.groups[0].service)
        .unwrap();
    let other = clinic.groups.iter().find(|other| other.service != order.service);
    for groups in [
        json!(["no such group"]),
        json!([other.map_or("none", |other| &other.id)]),
    ] {
        let action = json!({"kind": "set_order_groups", "order": order.id, "groups": groups});
        assert!(
            amend(&mut desk, action)
                .unwrap_err()
                .contains("group of the order's service")
        );
    }
    let patient = &clinic.patients[0].id;
    for other in [patient.as_str(), "nobody"] {
        let action = json!({"kind": "set_pair", "patient_a": patient, "patient_b": other, "rule": "apart"});
        assert!(amend(&mut desk, action).is_err());
    }
    assert_eq!(clinic_of(&mut desk), before);
}

#[test]
fn an_order_sits_where_it_is_told_and_two_patients_have_one_rule() {
    let clinic = sample_clinic(SampleKind::AddictionTreatment, 6, 4);
    let mut desk = open(&clinic);
    let group = &clinic.groups[0];
    let (row, order) = clinic
        .orders
        .iter()
        .enumerate()
        .find(|(_, order)| order.service == group.service)
        .unwrap();
    amend(
        &mut desk,
        json!({"kind": "set_order_groups", "order": order.id, "groups": [group.id]}),
    )
    .unwrap();
    assert_eq!(clinic_of(&mut desk)["orders"][row]["groups"], json!([group.id]));
    let pairs = |desk: &mut Desk| clinic_of(desk)["pairs"].as_array().cloned().unwrap_or_default();
    let before = pairs(&mut desk);
    let named = |pair: &Value, patient: &str| pair["patient_a"] == patient || pair["patient_b"] == patient;
    let free = clinic.patients.iter().map(|patient| &patient.id);
    let free: Vec<&String> = free
        .filter(|id| !before.iter().any(|pair| named(pair, id)))
        .take(2)
        .collect();
    let set = |a: &str, b: &str, rule: Value| json!({"kind": "set_pair", "patient_a": a, "patient_b": b, "rule": rule});
    amend(&mut desk, set(free[0], free[1], json!("apart"))).unwrap();
    amend(&mut desk, set(free[1], free[0], json!("together"))).unwrap();
    let after = pairs(&mut desk);
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(after.last().unwrap()["rule"], "together");
    amend(&mut desk, set(free[1], free[0], Value::Null)).unwrap();
    assert_eq!(pairs(&mut desk), before);
}

#[test]
fn who_sits_elsewhere_gives_up_the_seats_that_are_booked_there() {
    let clinic = sample_clinic(SampleKind::AddictionTreatment, 8, 4);
    let mut desk = open(&clinic);
    let now = clinic.settings.as_of;
    let group_of = |appointment: &str| {
        let row = clinic.appointments.iter().find(|row| row.id == appointment).unwrap();
        (row.group.clone(), row.start >= now)
    };
    // Somebody with booked seats to come, and another group of the same service.
    let (order, other) = clinic
        .orders
        .iter()
        .find_map(|order| {
            let booked = clinic.attendances.iter().find(|seat| {
                let (group, to_come) = group_of(&seat.appointment);
                let of_order = seat.patient == order.patient && seat.status == Status::Booked && to_come;
                of_order
                    && clinic
                        .groups
                        .iter()
                        .any(|row| Some(&row.id) == group.as_ref() && row.service == order.service)
            })?;
            let (group, _) = group_of(&booked.appointment);
            let other = clinic
                .groups
                .iter()
                .find(|row| row.service == order.service && Some(&row.id) != group.as_ref())?;
            Some((order, other))
        })
        .unwrap();
    amend(
        &mut desk,
        json!({"kind": "set_order_groups", "order": order.id, "groups": [other.id]}),
    )
    .unwrap();
    let after: Clinic = serde_json::from_value(clinic_of(&mut desk)).unwrap();
    for seat in clinic
        .attendances
        .iter()
        .filter(|seat| !after.attendances.contains(seat))
    {
        let (group, to_come) = group_of(&seat.appointment);
        assert!(
            to_come
                && seat.patient == order.patient
                && seat.status == Status::Booked
                && group.as_ref() != Some(&other.id)
        );
    }
    assert!(after.attendances.len() < clinic.attendances.len());
    let plan = run(&mut desk, "published", json!({}))["plan"].clone();
    for session in plan["sessions"].as_array().unwrap() {
        let key = session["session"].as_str().unwrap();
        let group = clinic
            .groups
            .iter()
            .find(|row| key.starts_with(&format!("{}/w", row.id)));
        let sits = session["patients"]
            .as_array()
            .unwrap()
            .iter()
            .any(|id| id == order.patient.as_str());
        if let Some(group) = group.filter(|group| group.service == order.service && sits) {
            assert_eq!(group.id, other.id);
        }
    }
}
