//! Weekly groups: what they are, who sits in them, who must or must not meet.

use std::collections::BTreeSet;

use super::{Applied, find};
use crate::model::Clinic;
use crate::model::clinic::{Appointment, Group, Kind, Order, Pair, PairRule, Service, Status};
use crate::order::IntoOrdered;

pub(super) fn set_group(clinic: &mut Clinic, group: &Group) -> Applied {
    let of_groups = |row: &Service| row.id == group.service && row.kind == Kind::Group;
    find(&mut clinic.services, "service of the kind group", of_groups)?;
    find(&mut clinic.sites, "site", |row| row.id == group.site)?;
    if group.per_week < 1 || group.min < 1 || group.min > group.target || group.target > group.max {
        return Err(
            "a group meets at least once a week, and its fewest, wished for and most patients are in order".into(),
        );
    }
    match clinic.groups.iter_mut().find(|row| row.id == group.id) {
        Some(row) => *row = group.clone(),
        None => clinic.groups.push(group.clone()),
    }
    Ok(())
}

pub(super) fn set_order_groups(clinic: &mut Clinic, order: &str, groups: &[String]) -> Applied {
    let row = find(&mut clinic.orders, "order", |row| row.id == order)?;
    for id in groups {
        let of_service = |group: &Group| group.id == *id && group.service == row.service;
        find(&mut clinic.groups, "group of the order's service", of_service)?;
    }
    row.groups = groups.to_vec();
    let order = row.clone();
    if !groups.is_empty() {
        release_seats(clinic, &order);
    }
    Ok(())
}

/// Gives up the booked seats to come that an order's patient has in groups of its service where it sits no longer: they
/// would stay beside the new ones.
fn release_seats(clinic: &mut Clinic, order: &Order) {
    let now = clinic.settings.as_of;
    let elsewhere = |row: &&Appointment| {
        let group = row.group.as_ref();
        row.start >= now && row.service == order.service && group.is_some_and(|group| !order.groups.contains(group))
    };
    let left: BTreeSet<&String> = clinic
        .appointments
        .iter()
        .filter(elsewhere)
        .map(|row| &row.id)
        .into_set();
    clinic.attendances.retain(|seat| {
        let of_order = seat.patient == order.patient && seat.order.as_ref().is_none_or(|id| *id == order.id);
        !(of_order && seat.status == Status::Booked && left.contains(&seat.appointment))
    });
}

pub(super) fn set_pair(clinic: &mut Clinic, (a, b): (&str, &str), rule: Option<PairRule>) -> Applied {
    if a == b {
        return Err("a rule is between two patients".into());
    }
    for patient in [a, b] {
        find(&mut clinic.patients, "patient", |row| row.id == patient)?;
    }
    let same = |row: &Pair| (row.patient_a == a && row.patient_b == b) || (row.patient_a == b && row.patient_b == a);
    match (clinic.pairs.iter_mut().find(|row| same(row)), rule) {
        (Some(row), Some(rule)) => row.rule = rule,
        (None, Some(rule)) => clinic.pairs.push(Pair {
            patient_a: a.into(),
            patient_b: b.into(),
            rule,
        }),
        (_, None) => clinic.pairs.retain(|row| !same(row)),
    }
    Ok(())
}
