//! A home-health branch: nurses, therapists and aides who visit patients over an invented county.

use crate::model::clinic::{Billing, CarePeriod, Equipment, Kind, Modality, Order, Phase, Room, Service, Site};
use crate::rng::Rng;

use super::draft::{Draft, Terms, service};
use super::people::{Life, WEEKDAYS, admit, hours};
use super::team::{Role, Week, hire, role};
use super::units::Unit;

const NURSE: &[&str] = &["nursing", "start_of_care"];

/// The team, in order of hiring.
const TEAM: [Role; 24] = [
    role("rn", NURSE, Week::Visiting),
    role("pt", &["physical_therapy"], Week::Visiting),
    role("home_aide", &["personal_care"], Week::Visiting).under(0),
    role("rn", NURSE, Week::Visiting),
    role("ot", &["occupational_therapy"], Week::Visiting),
    role("pt", &["physical_therapy"], Week::Visiting),
    role("lpn", &["nursing"], Week::Visiting).under(0),
    role("home_aide", &["personal_care"], Week::Visiting).under(3),
    role("rn", NURSE, Week::Visiting),
    role("pta", &["physical_therapy"], Week::Visiting).under(1),
    role("slp", &["speech"], Week::ThreeDays),
    role("rn", NURSE, Week::Weekend),
    role("pt", &["physical_therapy"], Week::Visiting),
    role("social_worker", &["social_work"], Week::ThreeDays),
    role("home_aide", &["personal_care"], Week::Weekend).under(8),
    role("rn", NURSE, Week::Visiting),
    role("cota", &["occupational_therapy"], Week::Visiting).under(4),
    role("rn", NURSE, Week::ThreeDays),
    role("pt", &["physical_therapy"], Week::ThreeDays),
    role("lpn", &["nursing"], Week::Visiting).under(3),
    role("ot", &["occupational_therapy"], Week::ThreeDays),
    role("rn", NURSE, Week::Visiting),
    role("home_aide", &["personal_care"], Week::Visiting).under(15),
    role("pta", &["physical_therapy"], Week::ThreeDays).under(5),
];

/// Towns of the county: km east and north of the office, and how many of ten homes are there. The county lies on open
/// sea, so that no point can be somebody's home.
const TOWNS: [(f64, f64, f64); 5] = [
    (0.0, 0.0, 4.0),
    (9.0, 4.0, 2.0),
    (-7.0, 8.0, 1.5),
    (4.0, -11.0, 1.5),
    (-13.0, -5.0, 1.0),
];

/// Services: minutes 45 nursing, 50 therapy, 60 aide, 120 start of care; points 1 and 2.5; documentation 15 and 60
/// (domain guide 3.2: [VISITLEN][PTS][SOC]); codes [HCPCS-G]; prices are the 2026 visit rates [HCHB26].
fn services() -> Vec<Service> {
    let visit = |id: &str, name: &str, minutes, skill: &str, code: &str, price_cents| Service {
        skill: Some(skill.into()),
        modalities: vec![Modality::Home],
        documentation_min: 15,
        points: 1.0,
        needs_authorization: true,
        billing_code: Some(code.into()),
        billing: Billing::Visit,
        price_cents,
        ..service(id, name, Kind::Individual, minutes)
    };
    vec![
        Service {
            kind: Kind::Evaluation,
            discipline: Some("rn".into()),
            points: 2.5,
            priority: 5,
            documentation_min: 60,
            needs_authorization: false,
            ..visit("start_of_care", "Start of care", 120, "start_of_care", "G0299", 17_696)
        },
        Service {
            priority: 4,
            ..visit("rn_visit", "Nursing visit", 45, "nursing", "G0299", 17_696)
        },
        visit(
            "pt_visit",
            "Physical therapy visit",
            50,
            "physical_therapy",
            "G0151",
            19_342,
        ),
        visit(
            "ot_visit",
            "Occupational therapy visit",
            50,
            "occupational_therapy",
            "G0152",
            19_474,
        ),
        visit("slp_visit", "Speech therapy visit", 50, "speech", "G0153", 21_025),
        Service {
            modalities: vec![Modality::Home, Modality::Phone],
            priority: 2,
            ..visit("msw_visit", "Social work visit", 50, "social_work", "G0155", 28_364)
        },
        Service {
            documentation_min: 5,
            priority: 2,
            needs_authorization: false,
            ..visit("aide_visit", "Aide visit", 60, "personal_care", "G0156", 8_012)
        },
    ]
}

/// Adds the unit: office, team with homes, patients with homes, what they receive, payment periods.
pub(crate) fn build(draft: &mut Draft, unit: &Unit) {
    draft.offer(services());
    place(draft, unit);
    for (at, role) in TEAM.iter().take(unit.clinicians).enumerate() {
        let idx = hire(draft, unit, at, role);
        let mut rng = draft.rng("clinician home", idx as u64);
        let home = home(unit, &mut rng);
        let row = &mut draft.clinic.clinicians[idx];
        row.starts_at_home = true;
        (row.latitude, row.longitude) = home;
    }
    for at in 0..unit.patients {
        patient(draft, unit, at);
    }
}

/// Office of the branch: nobody is treated there, but the team starts from it when it has no home in the table.
fn place(draft: &mut Draft, unit: &Unit) {
    let (latitude, longitude) = coordinates(unit, 0.0, 0.0);
    draft.clinic.sites.push(Site {
        id: unit.site(),
        name: format!("Alder County branch {}", unit.index + 1),
        hours: hours(&[(&crate::model::calendar::Weekday::ALL, 8 * 60, 18 * 60)]),
        latitude: Some(latitude),
        longitude: Some(longitude),
    });
    draft.clinic.rooms.push(Room {
        id: format!("r{}-01", unit.index + 1),
        site: unit.site(),
        name: "Team room".into(),
        seats: 12,
        features: vec!["group".into()],
        hours: Some(hours(&[(&WEEKDAYS, 8 * 60, 17 * 60)])),
    });
    draft.clinic.equipment.push(Equipment {
        id: unit.local("bladder_scanner"),
        site: unit.site(),
        name: "Bladder scanner".into(),
        count: 1,
    });
}

/// Degrees of a point so many km east and north of the unit's office. Offices lie 60 km apart.
fn coordinates(unit: &Unit, east_km: f64, north_km: f64) -> (f64, f64) {
    // A degree of latitude is 111.2 km; one of longitude at 40 degrees north 85.4 km.
    let (latitude, longitude) = (
        40.0 + north_km / 111.2,
        -45.0 + (east_km + 60.0 * unit.index as f64) / 85.4,
    );
    let round = |degrees: f64| libm::round(degrees * 10_000.0) / 10_000.0;
    (round(latitude), round(longitude))
}

/// A home near one of the towns.
fn home(unit: &Unit, rng: &mut Rng) -> (Option<f64>, Option<f64>) {
    let weights: Vec<f64> = TOWNS.iter().map(|town| town.2).collect();
    let town = TOWNS[rng.weighted(&weights)];
    let (east, north) = (town.0 + 1.6 * rng.normal(), town.1 + 1.6 * rng.normal());
    let (latitude, longitude) = coordinates(unit, east, north);
    (Some(latitude), Some(longitude))
}

/// A patient with a home, and visits by the course of an episode: more in its first weeks.
fn patient(draft: &mut Draft, unit: &Unit, at: usize) {
    let mut rng = draft.rng("episode", draft.clinic.patients.len() as u64);
    // One in nineteen was referred in the last days; a small branch has one of them from the fifth patient on.
    let new = at % 19 == 4;
    let life = [Life::Flexible, Life::LateShift, Life::Parent][rng.weighted(&[0.7, 0.2, 0.1])];
    let phase = if new { Phase::Evaluation } else { Phase::HomeHealth };
    let idx = admit(draft, unit, at, phase, life);
    let home = home(unit, &mut rng);
    let row = &mut draft.clinic.patients[idx];
    row.level_of_care = None;
    (row.latitude, row.longitude) = home;
    if new {
        start_of_care(draft, unit, idx, &mut rng);
    } else {
        visits(draft, unit, idx, &mut rng);
        periods(draft, idx, &mut rng);
    }
}

/// The initial visit is due within 48 hours of the referral or of the return home [484.55].
fn start_of_care(draft: &mut Draft, unit: &Unit, patient: usize, rng: &mut Rng) {
    let nurse = TEAM.iter().take(unit.clinicians).any(|role| role.discipline == "rn");
    if !nurse {
        return;
    }
    let terms = Terms {
        new: true,
        priority: Some(5),
        ..Terms::weekly(1).mandated()
    };
    draft.demand(patient, "start_of_care", terms);
    let requested = draft.monday.at_minute(0).plus_minutes(-60 * rng.between(2, 40));
    if let Some(order) = draft.clinic.orders.last_mut() {
        order.requested = Some(requested);
        order.due_by = Some(requested.plus_minutes(48 * 60).max(draft.monday.at_minute(16 * 60)));
    }
}

/// Frequencies: nursing 1 to 3 a week, therapies 1 to 3, aide 2 to 3. Only what the team can give is ordered.
fn visits(draft: &mut Draft, unit: &Unit, patient: usize, rng: &mut Rng) {
    let has = |skill: &str| {
        TEAM.iter()
            .take(unit.clinicians)
            .any(|role| role.skills.contains(&skill))
    };
    let apart = |per_week: i32| Terms {
        min_days: if per_week == 2 { 2 } else { 1 },
        ..Terms::weekly(per_week)
    };
    let nursing = rng.chance(0.85) || !has("physical_therapy");
    if nursing {
        let per_week = 1 + rng.weighted(&[0.5, 0.35, 0.15]) as i32;
        draft.demand(patient, "rn_visit", apart(per_week).mandated());
    }
    for (service, skill, chance, most) in [
        ("pt_visit", "physical_therapy", if nursing { 0.35 } else { 1.0 }, 3),
        ("ot_visit", "occupational_therapy", 0.3, 2),
        ("slp_visit", "speech", 0.06, 2),
        ("aide_visit", "personal_care", 0.28, 3),
    ] {
        if rng.chance(chance) && has(skill) {
            let per_week = (1 + rng.weighted(&[0.45, 0.4, 0.15]) as i32).min(most);
            let terms = apart(per_week);
            draft.demand(
                patient,
                service,
                if service == "aide_visit" {
                    terms
                } else {
                    terms.mandated()
                },
            );
        }
    }
    if rng.chance(0.25) && has("social_work") {
        draft.demand(patient, "msw_visit", Terms::every(4));
    }
    two_person_visit(draft, patient, rng);
}

/// Now and then the nurse needs an aide for part of the visit.
fn two_person_visit(draft: &mut Draft, patient: usize, rng: &mut Rng) {
    let id = draft.clinic.patients[patient].id.clone();
    let with_aide = draft
        .clinic
        .orders
        .iter()
        .any(|order| order.patient == id && order.service == "aide_visit");
    let wanted = rng.chance(0.08) && with_aide;
    let visit = |order: &&mut Order| order.patient == id && order.service == "rn_visit";
    if let Some(order) = draft.clinic.orders.iter_mut().rev().find(visit).filter(|_| wanted) {
        order.second_skill = Some("personal_care".into());
        order.second_minutes = Some(30);
        order.second_after_max = 15;
    }
}

/// Two 30-day periods with the visits below which each is paid alone, 2 to 6 [484.230].
fn periods(draft: &mut Draft, patient: usize, rng: &mut Rng) {
    let row = &draft.clinic.patients[patient];
    let (id, admitted) = (row.id.clone(), row.admitted.unwrap_or(draft.monday));
    for period in 0..2 {
        let from = admitted.plus_days(30 * period);
        if from <= draft.monday {
            draft.clinic.care_periods.push(CarePeriod {
                patient: id.clone(),
                from,
                until: from.plus_days(29),
                threshold: rng.between(2, 6),
            });
        }
    }
}
