//! One lever of every kind for a clinic, each on what the clinic has most of: where a list of levers begins.

use std::collections::BTreeMap;

use super::care::video_orders;
use super::table::TABLE;
use super::zones::has_visits;
use crate::model::Clinic;
use crate::model::clinic::{Patient, Tier};
use crate::order::Arrange;
use crate::scenario::lever::{Lever, skills};

/// Every lever that this clinic can turn, in the order of the table as far as there is something to turn: without groups
/// no lever of groups.
pub fn targets(clinic: &Clinic) -> Vec<Lever> {
    let mut levers = vec![
        Lever::WeekHours { discipline: None },
        Lever::OvertimeCap { discipline: None },
        Lever::Buffer { service: None },
        Lever::Documentation { discipline: None },
        Lever::Reserve,
        Lever::TriageHours { tier: Tier::Soon },
        Lever::Demand,
        Lever::Travel,
        Lever::Pay { discipline: None },
        Lever::Price { service: None },
        Lever::NoShow { service: None },
        Lever::Attendance,
        Lever::Turnover,
        Lever::TimeToFill,
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
    if let Some((discipline, skill)) = scarce(clinic) {
        levers.push(Lever::Skill { discipline, skill });
    }
    if clinic.clinicians.iter().any(|row| row.supervisor.is_some()) {
        levers.push(Lever::Supervision { discipline: None });
    }
    if has_visits(clinic) {
        levers.push(Lever::Zones);
    }
    let payers = || clinic.authorizations.iter().map(|row| &*row.payer);
    if let Some(from) = most(payers()) {
        let others = most(payers().filter(|payer| *payer != from));
        levers.push(Lever::PayerMix {
            to: others.unwrap_or_else(|| "other".into()),
            from,
            price_percent: -10,
        });
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

/// The skill that is asked for and that most people of one discipline lack, beside some who hold it; with the discipline.
fn scarce(clinic: &Clinic) -> Option<(String, String)> {
    let asked = skills(clinic);
    let mut lacking: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for row in &clinic.clinicians {
        for &skill in &asked {
            let held = row.skills.iter().any(|held| held == skill)
                || clinic
                    .licenses
                    .iter()
                    .any(|held| held.clinician == row.id && held.skill == skill);
            let (with, without) = lacking.entry((&row.discipline, skill)).or_default();
            *(if held { with } else { without }) += 1;
        }
    }
    let open = lacking.into_iter().rev().filter(|(_, (_, without))| *without > 0);
    let best = open.max_by_key(|(_, (with, without))| (*with > 0, *without));
    best.map(|((discipline, skill), _)| (discipline.to_string(), skill.to_string()))
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
