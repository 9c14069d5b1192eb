//! One lever of every kind for a clinic, each on what the clinic has most of: where a list of levers begins.

use std::collections::BTreeMap;

use super::care::video_orders;
use super::table::TABLE;
use crate::model::Clinic;
use crate::model::clinic::Patient;
use crate::order::Arrange;
use crate::scenario::lever::Lever;

/// Every lever that this clinic can turn, in the order of the table as far as there is something to turn: without groups
/// no lever of groups.
pub fn targets(clinic: &Clinic) -> Vec<Lever> {
    let mut levers = vec![
        Lever::WeekHours { discipline: None },
        Lever::OvertimeCap { discipline: None },
        Lever::Buffer { service: None },
        Lever::Demand,
        Lever::Travel,
        Lever::Pay { discipline: None },
        Lever::Price { service: None },
        Lever::NoShow { service: None },
        Lever::Attendance,
        Lever::Turnover,
        Lever::OvertimeHours,
        Lever::Utilization,
        Lever::SchedulingHours,
        Lever::Readmission,
    ];
    if let Some(discipline) = most(clinic.clinicians.iter().map(|row| &*row.discipline)) {
        let (site, lead_days) = (None, None);
        levers.push(Lever::Hire {
            discipline: discipline.clone(),
            site,
            lead_days,
        });
        levers.push(Lever::Temp { discipline, site: None });
    }
    let first = |row: &Patient| row.preferred_clinicians.first().cloned();
    let preferred: Vec<String> = clinic.patients.iter().filter_map(first).collect();
    let anyone = clinic.clinicians.first().map(|row| row.id.clone());
    if let Some(clinician) = most(preferred.iter().map(String::as_str)).or(anyone) {
        levers.push(Lever::Departure {
            clinician: clinician.clone(),
        });
        levers.push(Lever::CaseloadCap { clinician });
    }
    let movable = video_orders(clinic);
    let by_video = clinic.orders.iter().filter(|row| movable.contains(&row.id));
    if let Some(service) = most(by_video.map(|row| &*row.service)) {
        levers.push(Lever::Telehealth { service });
    }
    let seats = clinic
        .orders
        .iter()
        .flat_map(|row| row.groups.iter().map(String::as_str));
    let group = most(seats).or_else(|| clinic.groups.first().map(|row| row.id.clone()));
    if let Some(group) = group {
        levers.push(Lever::GroupCount { group: group.clone() });
        levers.push(Lever::GroupSize { group });
    }
    if let Some(site) = most(clinic.patients.iter().map(|row| &*row.site)) {
        if clinic.rooms.iter().any(|row| row.site == site) {
            levers.push(Lever::Rooms { site: site.clone() });
        }
        levers.push(Lever::OpeningHours { site });
    }
    let place = |lever: &Lever| TABLE.iter().position(|row| row.id == lever.id());
    levers.arrange_by_key(place);
    levers
}

/// The name that occurs most often; of several the first in the alphabet.
fn most<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    // Of equal counts the first name stands last here.
    let best = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    best.map(|(name, _)| name.to_string())
}
