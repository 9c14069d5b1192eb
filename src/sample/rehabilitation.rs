//! An outpatient rehabilitation clinic: physical and occupational therapy, speech-language pathology.

use crate::model::calendar::Weekday;
use crate::model::clinic::{Billing, Equipment, Group, Kind, Modality, Phase, Service, Site};

use super::draft::{Draft, Terms, service};
use super::people::{Life, WEEKDAYS, admit, hours};
use super::team::{Role, Week, hire, role};
use super::units::Unit;

use Weekday::{Mon, Sat, Thu, Tue, Wed};

/// The team, in order of hiring.
const TEAM: [Role; 24] = [
    role("pt", &["physical_therapy", "pt_evaluation"], Week::Day),
    role("pta", &["physical_therapy"], Week::Day).under(0),
    role("ot", &["occupational_therapy", "ot_evaluation"], Week::Day),
    role("pt", &["physical_therapy", "pt_evaluation"], Week::Late),
    role("slp", &["speech"], Week::ThreeDays),
    role("rehab_aide", &["exercise"], Week::Day).under(0),
    role("pt", &["physical_therapy", "pt_evaluation", "aquatic"], Week::Day),
    role("pta", &["physical_therapy"], Week::Late).under(3),
    role("cota", &["occupational_therapy"], Week::Day).under(2),
    role("pt", &["physical_therapy", "pt_evaluation"], Week::ThreeDays),
    role("pta", &["physical_therapy"], Week::Mornings).under(0),
    role("ot", &["occupational_therapy", "ot_evaluation"], Week::Late),
    role("pt", &["physical_therapy", "pt_evaluation"], Week::Day),
    role("pta", &["physical_therapy"], Week::Day).under(6),
    role("pt", &["physical_therapy", "pt_evaluation"], Week::Late),
    role("slp", &["speech"], Week::Mornings),
    role("cota", &["occupational_therapy"], Week::ThreeDays).under(2),
    role("pta", &["physical_therapy"], Week::Day).under(12),
    role("pt", &["physical_therapy", "pt_evaluation"], Week::Day),
    role("pta", &["physical_therapy"], Week::Late).under(3),
    role("ot", &["occupational_therapy", "ot_evaluation"], Week::ThreeDays),
    role("pta", &["physical_therapy"], Week::Late).under(14),
    role("pt", &["physical_therapy", "pt_evaluation"], Week::Mornings),
    role("pta", &["physical_therapy"], Week::ThreeDays).under(9),
];

/// Services. Treatments of 38 to 52 timed minutes are 3 units by the 8-minute rule [8MIN]; lengths, prices and the
/// codes, which are the usual ones of the profession (unverified), are our assumption.
fn services(unit: &Unit) -> Vec<Service> {
    let treat = |id: &str, name: &str, minutes, skill: &str, room: &str, code: &str, price_cents| Service {
        skill: Some(skill.into()),
        room_features: vec![room.into()],
        after_min: 5,
        documentation_min: 8,
        needs_authorization: true,
        billing_code: Some(code.into()),
        billing: Billing::Quarter,
        price_cents,
        ..service(id, name, Kind::Individual, minutes)
    };
    let evaluate = |service: Service| Service {
        kind: Kind::Evaluation,
        documentation_min: 20,
        priority: 5,
        points: 2.0,
        needs_authorization: false,
        billing: Billing::Visit,
        ..service
    };
    vec![
        treat(
            "pt_session",
            "Physical therapy",
            45,
            "physical_therapy",
            "gym",
            "97110",
            3_100,
        ),
        treat(
            "ot_session",
            "Occupational therapy",
            45,
            "occupational_therapy",
            "table",
            "97530",
            3_400,
        ),
        Service {
            modalities: vec![Modality::InPerson, Modality::Video],
            billing: Billing::Visit,
            ..treat(
                "slp_session",
                "Speech-language therapy",
                45,
                "speech",
                "quiet",
                "92507",
                8_200,
            )
        },
        Service {
            equipment: Some(unit.local("traction")),
            ..treat(
                &unit.local("traction_session"),
                "Physical therapy with traction",
                40,
                "physical_therapy",
                "gym",
                "97012",
                3_000,
            )
        },
        evaluate(treat(
            "pt_evaluation",
            "Physical therapy evaluation",
            55,
            "pt_evaluation",
            "gym",
            "97161",
            10_500,
        )),
        evaluate(treat(
            "ot_evaluation",
            "Occupational therapy evaluation",
            55,
            "ot_evaluation",
            "table",
            "97165",
            10_500,
        )),
        Service {
            skill: Some("exercise".into()),
            room_features: vec!["studio".into()],
            seats: 8,
            documentation_min: 10,
            priority: 2,
            billing_code: Some("97150".into()),
            billing: Billing::Visit,
            price_cents: 2_000,
            ..service("balance_class", "Balance class", Kind::Group, 50)
        },
    ]
}

/// Adds the unit: clinic, team, class, patients and what they receive.
pub(crate) fn build(draft: &mut Draft, unit: &Unit) {
    draft.offer(services(unit));
    place(draft, unit);
    for (at, role) in TEAM.iter().take(unit.clinicians).enumerate() {
        hire(draft, unit, at, role);
    }
    let class = class(draft, unit);
    for at in 0..unit.patients {
        patient(draft, unit, at, class);
    }
}

fn place(draft: &mut Draft, unit: &Unit) {
    let site = unit.site();
    draft.clinic.sites.push(Site {
        id: site.clone(),
        name: format!("Rehabilitation clinic {}", unit.index + 1),
        hours: hours(&[(&WEEKDAYS, 7 * 60, 20 * 60 + 30), (&[Sat], 8 * 60, 13 * 60)]),
        latitude: Some(39.5 + 0.06 * unit.index as f64),
        longitude: Some(-45.1),
    });
    let n = unit.clinicians;
    draft.clinic.rooms.extend(unit.rooms(&[
        ("Gym bay", (n * 11).div_ceil(24), 1, &["gym"]),
        ("Hand and task table", (n * 5).div_ceil(24), 1, &["table"]),
        ("Quiet room", n.div_ceil(16), 2, &["quiet"]),
        ("Studio", n.div_ceil(24), 8, &["studio"]),
    ]));
    draft.clinic.equipment.push(Equipment {
        id: unit.local("traction"),
        site,
        name: "Traction table".into(),
        count: n.div_ceil(12) as i32,
    });
}

/// A balance class twice a week, if there is an aide to lead it and somebody to come.
fn class(draft: &mut Draft, unit: &Unit) -> Option<usize> {
    let led = TEAM
        .iter()
        .take(unit.clinicians)
        .any(|role| role.discipline == "rehab_aide");
    if !led || unit.patients < 60 {
        return None;
    }
    draft.clinic.groups.push(Group {
        id: format!("g{}-1", unit.index + 1),
        name: "Balance class".into(),
        service: "balance_class".into(),
        site: unit.site(),
        per_week: 2,
        min: 3,
        target: 6,
        max: 8,
        co_leader_skill: None,
        hours: Some(hours(&[(&[Mon, Tue, Wed, Thu], 9 * 60, 12 * 60)])),
    });
    Some(draft.clinic.groups.len() - 1)
}

/// A patient, new in one of fourteen cases, and treatments two or three times a week.
fn patient(draft: &mut Draft, unit: &Unit, at: usize, class: Option<usize>) {
    let mut rng = draft.rng("course", draft.clinic.patients.len() as u64);
    let new = at % 14 == 9;
    let life = [Life::Flexible, Life::Worker, Life::Parent, Life::LateShift][rng.weighted(&[0.45, 0.25, 0.15, 0.15])];
    let phase = if new { Phase::Evaluation } else { Phase::Rehabilitation };
    let idx = admit(draft, unit, at, phase, life);
    let has = |skill: &str| {
        TEAM.iter()
            .take(unit.clinicians)
            .any(|role| role.skills.contains(&skill))
    };
    let line = if at % 17 == 3 && has("speech") {
        "speech"
    } else if at % 5 == 1 && has("occupational_therapy") {
        "occupational_therapy"
    } else {
        "physical_therapy"
    };
    if new {
        evaluation(
            draft,
            idx,
            if line == "occupational_therapy" {
                "ot_evaluation"
            } else {
                "pt_evaluation"
            },
            &mut rng,
        );
        return;
    }
    let (service, per_week) = match line {
        "speech" => ("slp_session".into(), rng.between(1, 2)),
        "occupational_therapy" => ("ot_session".into(), rng.between(2, 3)),
        _ if rng.chance(0.08) => (unit.local("traction_session"), 2),
        _ => ("pt_session".into(), [2, 2, 3][rng.below(3)]),
    };
    let terms = Terms {
        min_days: if per_week == 3 { 1 } else { 2 },
        ..Terms::weekly(per_week).mandated()
    };
    draft.demand(idx, &service, terms);
    if let Some(group) = class.filter(|_| at.is_multiple_of(16) && life != Life::Worker) {
        let seats = Terms {
            groups: vec![group],
            ..Terms::weekly(1)
        };
        draft.demand(idx, "balance_class", seats);
    }
}

/// An evaluation that was asked for in the last days, wished for within a week (our choice).
fn evaluation(draft: &mut Draft, patient: usize, service: &str, rng: &mut crate::rng::Rng) {
    let terms = Terms {
        new: true,
        priority: Some(5),
        ..Terms::weekly(1).mandated()
    };
    draft.demand(patient, service, terms);
    let requested = draft.monday.at_minute(0).plus_minutes(-60 * rng.between(2, 110));
    if let Some(order) = draft.clinic.orders.last_mut() {
        order.requested = Some(requested);
        order.due_by = Some(requested.plus_minutes(7 * 1440));
    }
}
