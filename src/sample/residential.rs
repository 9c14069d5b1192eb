//! A residence with 24-hour cover: withdrawal management and residential treatment.

use crate::model::calendar::Weekday;
use crate::model::clinic::{Billing, Equipment, Group, Kind, Modality, Phase, Room, Service, Shift, Site};

use super::draft::{Draft, Terms, service};
use super::people::{Life, WEEKDAYS, admit, hours};
use super::team::{Role, Week, hire, role};
use super::units::Unit;

/// The team, in order of hiring: technicians cover the house, three by night and day.
const TEAM: [Role; 8] = [
    role("technician", &["house_cover"], Week::Morning),
    role("counselor", &["residential_counseling", "residential_group"], Week::Day),
    role("technician", &["house_cover"], Week::Evening),
    role("technician", &["house_cover"], Week::Night),
    role("rn", &["residential_nursing"], Week::Day),
    role("technician", &["house_cover"], Week::Evening),
    role("technician", &["house_cover"], Week::Night),
    role("technician", &["house_cover"], Week::Morning),
];

/// Levels 3.5 and 3.7 need 24-hour staffing [ASAM-LUC]. Weekly counseling follows the short-term residential rule: 12
/// hours on at least 6 occasions, 1 h individual and 10 h group [NJ111].
fn services() -> Vec<Service> {
    vec![
        Service {
            skill: Some("house_cover".into()),
            priority: 5,
            points: 0.0,
            ..service("house_shift", "House cover", Kind::Shift, 480)
        },
        Service {
            skill: Some("residential_group".into()),
            room_features: vec!["lounge".into()],
            seats: 12,
            documentation_min: 20,
            priority: 4,
            points: 2.0,
            counts_to_minimum: true,
            billing_code: Some("H0005".into()),
            billing: Billing::Visit,
            price_cents: 3_800,
            ..service("house_group", "House group", Kind::Group, 110)
        },
        Service {
            skill: Some("residential_counseling".into()),
            room_features: vec!["desk".into()],
            after_min: 5,
            documentation_min: 10,
            counts_to_minimum: true,
            billing_code: Some("90834".into()),
            billing: Billing::Visit,
            price_cents: 11_500,
            ..service("house_counseling", "Residential counseling", Kind::Individual, 50)
        },
        Service {
            skill: Some("residential_nursing".into()),
            modalities: vec![Modality::InPerson],
            room_features: vec!["exam_table".into()],
            after_min: 5,
            documentation_min: 5,
            priority: 5,
            ..service("house_nursing", "Withdrawal check", Kind::Individual, 25)
        },
    ]
}

/// Adds the unit: house, team, shifts, groups, residents.
pub(crate) fn build(draft: &mut Draft, unit: &Unit) {
    draft.offer(services());
    place(draft, unit);
    for (at, role) in TEAM.iter().take(unit.clinicians).enumerate() {
        hire(draft, unit, at, role);
    }
    shifts(draft, unit);
    let group = groups(draft, unit);
    for at in 0..unit.patients {
        resident(draft, unit, at, group);
    }
}

fn place(draft: &mut Draft, unit: &Unit) {
    let site = unit.site();
    draft.clinic.sites.push(Site {
        id: site.clone(),
        name: format!("Residence {}", unit.index + 1),
        hours: hours(&[(&Weekday::ALL, 0, 24 * 60)]),
        latitude: Some(39.52 + 0.06 * unit.index as f64),
        longitude: Some(-45.05),
    });
    for (at, (name, seats, feature)) in [
        ("Lounge", 14, "lounge"),
        ("Office", 3, "desk"),
        ("Exam room", 2, "exam_table"),
    ]
    .into_iter()
    .enumerate()
    {
        draft.clinic.rooms.push(Room {
            id: format!("r{}-{:02}", unit.index + 1, at + 1),
            site: site.clone(),
            name: name.into(),
            seats,
            features: vec![feature.into()],
            hours: None,
        });
    }
    draft.clinic.equipment.push(Equipment {
        id: unit.local("house_van"),
        site,
        name: "House van".into(),
        count: 1,
    });
}

/// Three shifts of eight hours that begin and end at midnight, so far as there are people for them.
fn shifts(draft: &mut Draft, unit: &Unit) {
    for (name, start_min, week) in [
        ("day", 480, Week::Morning),
        ("evening", 960, Week::Evening),
        ("night", 0, Week::Night),
    ] {
        let people = TEAM
            .iter()
            .take(unit.clinicians)
            .filter(|role| role.week == week)
            .count();
        // One person can cover five days, two can cover seven.
        let days: &[Weekday] = match people {
            0 => continue,
            1 => &WEEKDAYS,
            _ => &Weekday::ALL,
        };
        draft.clinic.shifts.push(Shift {
            id: format!("h{}-{name}", unit.index + 1),
            service: "house_shift".into(),
            site: unit.site(),
            days: days.to_vec(),
            start_min,
            minutes: 480,
            needed: 1,
        });
    }
}

/// A group on every weekday, and one more.
fn groups(draft: &mut Draft, unit: &Unit) -> Option<usize> {
    if unit.clinicians < 2 {
        return None;
    }
    draft.clinic.groups.push(Group {
        id: format!("g{}-1", unit.index + 1),
        name: "House group".into(),
        service: "house_group".into(),
        site: unit.site(),
        per_week: 5,
        min: 3,
        target: 10,
        max: 12,
        co_leader_skill: None,
        hours: Some(hours(&[(&WEEKDAYS, 9 * 60, 12 * 60)])),
    });
    Some(draft.clinic.groups.len() - 1)
}

fn resident(draft: &mut Draft, unit: &Unit, at: usize, group: Option<usize>) {
    let phase = if at % 4 == 3 { Phase::Detox } else { Phase::Residential };
    let idx = admit(draft, unit, at, phase, Life::Resident);
    // The house has one counselor and one group a day; what the rule pack wants beyond that is given by other staff.
    draft.clinic.patients[idx].minimum_week_hours = Some(if phase == Phase::Detox { 2.0 } else { 9.0 });
    if let Some(group) = group {
        let per_week = if phase == Phase::Detox { 3 } else { 5 };
        let seats = Terms {
            groups: vec![group],
            ..Terms::weekly(per_week).mandated()
        };
        draft.demand(idx, "house_group", seats);
        draft.demand(idx, "house_counseling", Terms::weekly(1).mandated());
    }
    if phase == Phase::Detox && unit.clinicians > 4 {
        draft.demand(idx, "house_nursing", Terms::weekly(5).mandated());
    }
}
