//! An addiction-treatment center: partial hospitalization, intensive outpatient, outpatient, maintenance.

use crate::model::calendar::{DateTime, WeekHours, Weekday};
use crate::model::clinic::{
    Absence, Absentee, Billing, Equipment, Group, Kind, Modality, Pair, PairRule, Phase, Room, Service, Site,
};

use super::draft::{Draft, Terms, service};
use super::people::{Life, WEEKDAYS, admit, hours};
use super::team::{Role, Week, hire, role};
use super::units::Unit;

use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};

const TALK: &[&str] = &["counseling", "group"];
const INTAKE: &[&str] = &["counseling", "group", "assessment"];
const FAMILY: &[&str] = &["counseling", "group", "family"];
const TRAUMA: &[&str] = &["counseling", "group", "family", "trauma"];

/// The team, in order of hiring: any number of first rows is a workable team.
const TEAM: [Role; 24] = [
    role("counselor", INTAKE, Week::Day),
    role("therapist", TRAUMA, Week::Day),
    role("counselor", TALK, Week::Late).under(0),
    role("rn", &["nursing"], Week::ThreeDays),
    role("counselor", INTAKE, Week::Late).under(0),
    role("therapist", FAMILY, Week::Day),
    role("counselor", TALK, Week::ThreeDays).under(0),
    role("prescriber", &["prescribing"], Week::ThreeDays),
    role("counselor", TALK, Week::ThreeDays).under(1),
    role("therapist", TRAUMA, Week::Evenings),
    role("peer", &["peer_support", "co_leading"], Week::Day),
    role("counselor", INTAKE, Week::Day).under(1),
    role("counselor", TALK, Week::Mornings).under(1),
    role("therapist", FAMILY, Week::Late),
    role("counselor", TALK, Week::ThreeDays).under(5),
    role("rn", &["nursing"], Week::Mornings),
    role("counselor", INTAKE, Week::Late).under(5),
    role("therapist", TRAUMA, Week::ThreeDays),
    role("counselor", TALK, Week::Evenings).under(5),
    role("peer", &["peer_support", "co_leading"], Week::TwoDays),
    role("counselor", TALK, Week::ThreeDays).under(9),
    role("case_manager", &["case_management"], Week::Mornings),
    role("counselor", TALK, Week::TwoDays).under(9),
    role("therapist", FAMILY, Week::ThreeDays),
];

/// Phases of the first 180 patients, in runs, so that any number of first patients gives tracks of a sensible size.
/// The second value is the intensive-outpatient or partial-hospitalization track.
const PHASES: [(usize, Phase, usize); 20] = [
    (7, Phase::Outpatient, 0),
    (9, Phase::IntensiveOutpatient, 0),
    (8, Phase::Outpatient, 0),
    (5, Phase::Maintenance, 0),
    (9, Phase::IntensiveOutpatient, 1),
    (12, Phase::Outpatient, 0),
    (8, Phase::Maintenance, 0),
    (2, Phase::Evaluation, 0),
    (8, Phase::PartialHospitalization, 0),
    (9, Phase::IntensiveOutpatient, 2),
    (12, Phase::Outpatient, 0),
    (7, Phase::Maintenance, 0),
    (9, Phase::IntensiveOutpatient, 3),
    (15, Phase::Outpatient, 0),
    (8, Phase::PartialHospitalization, 1),
    (9, Phase::IntensiveOutpatient, 4),
    (14, Phase::Outpatient, 0),
    (10, Phase::Maintenance, 0),
    (9, Phase::IntensiveOutpatient, 5),
    (10, Phase::Evaluation, 0),
];

/// Phase and track of the patient at `place`.
fn phase_at(place: usize) -> (Phase, usize) {
    let mut left = place % 180;
    for (run, phase, track) in PHASES {
        if left < run {
            return (phase, track);
        }
        left -= run;
    }
    (Phase::Outpatient, 0)
}

/// Services with lengths and codes of domain guide 3.1. Prices are our assumption.
fn services(unit: &Unit) -> Vec<Service> {
    let talk = |id: &str, name: &str, minutes: i32| Service {
        skill: Some("counseling".into()),
        modalities: vec![Modality::InPerson, Modality::Video],
        room_features: vec!["desk".into()],
        after_min: 10,
        documentation_min: 10,
        counts_to_minimum: true,
        needs_authorization: true,
        billing: Billing::Visit,
        ..service(id, name, Kind::Individual, minutes)
    };
    let group = |id: &str, name: &str, minutes: i32| Service {
        skill: Some("group".into()),
        room_features: vec!["group".into()],
        seats: 12,
        documentation_min: 20,
        priority: 4,
        points: 2.0,
        counts_to_minimum: true,
        needs_authorization: true,
        ..service(id, name, Kind::Group, minutes)
    };
    vec![
        // 38 to 52 minutes is 90834 [CPT].
        Service {
            billing_code: Some("90834".into()),
            price_cents: 11_500,
            ..talk("individual", "Individual counseling", 50)
        },
        // 53 minutes and more is 90837 [CPT].
        Service {
            skill: Some("trauma".into()),
            high_acuity: true,
            points: 1.5,
            billing_code: Some("90837".into()),
            price_cents: 16_500,
            ..talk("trauma", "Trauma therapy", 55)
        },
        // Coaching is billed by the quarter of an hour [H0004].
        Service {
            billing_code: Some("H0004".into()),
            billing: Billing::Quarter,
            price_cents: 2_900,
            priority: 2,
            needs_authorization: false,
            ..talk("coaching", "Recovery coaching", 50)
        },
        // 26 minutes and more is 90847 [CPT-INS].
        Service {
            kind: Kind::Family,
            skill: Some("family".into()),
            room_features: vec!["family".into()],
            seats: 4,
            points: 1.5,
            billing_code: Some("90847".into()),
            price_cents: 13_000,
            ..talk("family", "Family session", 50)
        },
        Service {
            kind: Kind::Evaluation,
            skill: Some("assessment".into()),
            documentation_min: 30,
            priority: 5,
            points: 2.0,
            counts_to_minimum: false,
            needs_authorization: false,
            billing_code: Some("H0001".into()),
            price_cents: 18_000,
            ..talk("evaluation", "Intake assessment", 80)
        },
        // Three hours a day on three days is one unit a day of H0015, unit by payer [H0015].
        Service {
            billing_code: Some("H0015".into()),
            billing: Billing::PerDiem,
            price_cents: 18_500,
            priority: 5,
            ..group("iop_group", "Intensive outpatient group", 180)
        },
        // Two blocks of two hours on five days: 20 hours a week [ASAM-LUC]. H0035 is a per-diem code (unverified).
        Service {
            billing_code: Some("H0035".into()),
            billing: Billing::PerDiem,
            price_cents: 16_000,
            priority: 5,
            ..group("php_process", "Partial hospitalization, process group", 120)
        },
        Service {
            // The day is paid once, with the process group.
            billing_code: Some("H0035".into()),
            billing: Billing::PerDiem,
            priority: 5,
            ..group("php_skills", "Partial hospitalization, skills group", 120)
        },
        Service {
            billing_code: Some("90853".into()),
            billing: Billing::Visit,
            price_cents: 4_200,
            priority: 3,
            ..group("op_group", "Relapse-prevention group", 90)
        },
        // Maintenance counseling of 50 minutes a month [CA10345]; H0004 counts quarters of an hour [H0004].
        Service {
            billing_code: Some("H0004".into()),
            billing: Billing::Quarter,
            price_cents: 2_900,
            needs_authorization: false,
            counts_to_minimum: false,
            ..talk("maintenance", "Maintenance counseling", 50)
        },
        Service {
            discipline: Some("prescriber".into()),
            skill: Some("prescribing".into()),
            room_features: vec!["exam_table".into()],
            documentation_min: 5,
            priority: 4,
            counts_to_minimum: false,
            needs_authorization: false,
            price_cents: 9_500,
            ..talk("medication", "Medication visit", 20)
        },
        Service {
            discipline: Some("rn".into()),
            skill: Some("nursing".into()),
            modalities: vec![Modality::InPerson],
            room_features: vec!["exam_table".into()],
            equipment: Some(unit.local("vitals")),
            documentation_min: 5,
            priority: 4,
            points: 0.5,
            counts_to_minimum: false,
            needs_authorization: false,
            price_cents: 3_800,
            ..talk(&unit.local("nursing"), "Nursing check", 20)
        },
        Service {
            discipline: Some("peer".into()),
            skill: Some("peer_support".into()),
            modalities: vec![Modality::InPerson, Modality::Video, Modality::Phone],
            priority: 2,
            points: 0.5,
            counts_to_minimum: false,
            needs_authorization: false,
            price_cents: 4_500,
            ..talk("peer", "Peer support", 40)
        },
        Service {
            discipline: Some("case_manager".into()),
            skill: Some("case_management".into()),
            modalities: vec![Modality::Phone, Modality::InPerson],
            priority: 2,
            points: 0.5,
            counts_to_minimum: false,
            needs_authorization: false,
            price_cents: 3_000,
            ..talk("case_management", "Case management", 20)
        },
    ]
}

/// Adds the unit: site, rooms, team, groups, patients and what they receive.
pub(crate) fn build(draft: &mut Draft, unit: &Unit) {
    draft.offer(services(unit));
    place(draft, unit);
    for (at, role) in TEAM.iter().take(unit.clinicians).enumerate() {
        hire(draft, unit, at, role);
    }
    let tracks = groups(draft, unit);
    for at in 0..unit.patients {
        let (mut phase, track) = phase_at(at);
        // Nobody can assess an intake where there is no evaluator; nobody is in a track that does not exist.
        if tracks.track(phase, track).is_none()
            && matches!(phase, Phase::PartialHospitalization | Phase::IntensiveOutpatient)
        {
            phase = Phase::Outpatient;
        }
        let patient = patient(draft, unit, at, phase, track);
        receive(draft, unit, patient, (phase, track), &tracks);
    }
    pairs(draft, unit);
}

/// Opening hours: evenings for people who work.
fn site_hours() -> WeekHours {
    hours(&[
        (&[Mon, Tue, Wed, Thu], 8 * 60, 20 * 60 + 30),
        (&[Fri], 8 * 60, 18 * 60),
        (&[Sat], 9 * 60, 13 * 60),
    ])
}

/// Site, rooms and equipment. There are fewer offices than people who use one, as is usual.
fn place(draft: &mut Draft, unit: &Unit) {
    let site = unit.site();
    let step = f64::from(unit.index as i32) * 0.06;
    draft.clinic.sites.push(Site {
        id: site.clone(),
        name: format!("Recovery center {}", unit.index + 1),
        hours: site_hours(),
        latitude: Some(39.5 + step),
        longitude: Some(-45.0),
    });
    let n = unit.clinicians;
    let kinds: [(&str, usize, i32, &[&str]); 4] = [
        ("Office", (n * 11).div_ceil(24), 3, &["desk"]),
        ("Family room", n.div_ceil(12), 6, &["family", "desk"]),
        ("Group room", (n * 5).div_ceil(24), 14, &["group"]),
        ("Exam room", n.div_ceil(12), 2, &["exam_table"]),
    ];
    let mut number = 0;
    for (name, count, seats, features) in kinds {
        for at in 1..=count {
            number += 1;
            draft.clinic.rooms.push(Room {
                id: format!("r{}-{number:02}", unit.index + 1),
                site: site.clone(),
                name: format!("{name} {at}"),
                seats,
                features: features.iter().map(|&feature| feature.into()).collect(),
                hours: None,
            });
        }
    }
    draft.clinic.equipment.push(Equipment {
        id: unit.local("vitals"),
        site: site.clone(),
        name: "Vitals station".into(),
        count: n.div_ceil(12) as i32,
    });
    if n >= 12 {
        let from = draft.monday.plus_days(3).at_minute(8 * 60);
        draft.clinic.absences.push(Absence {
            what: Absentee::Room,
            id: format!("r{}-02", unit.index + 1),
            from,
            until: from.plus_minutes(240),
            reason: Some("repair".into()),
        });
    }
}

/// Group indices by what they are for.
#[derive(Debug, Default)]
struct Tracks {
    iop: Vec<usize>,
    php: Vec<(usize, usize)>,
    op: Vec<usize>,
}

impl Tracks {
    /// The groups of a track, if it exists: the patient's own first, then the others at the same time of day.
    fn track(&self, phase: Phase, track: usize) -> Option<Vec<Vec<usize>>> {
        match phase {
            Phase::IntensiveOutpatient => {
                let own = *self.iop.get(track)?;
                let others = self
                    .iop
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| at % 2 == track % 2 && *at != track);
                Some(vec![
                    std::iter::once(own).chain(others.map(|(_, &group)| group)).collect(),
                ])
            }
            Phase::PartialHospitalization => {
                let &(process, skills) = self.php.get(track)?;
                Some(vec![vec![process], vec![skills]])
            }
            _ => None,
        }
    }
}

/// Groups: 4 to 12 with a target of 8 [SAMHSA-GT]. Even tracks meet in the morning, odd ones in the evening.
fn groups(draft: &mut Draft, unit: &Unit) -> Tracks {
    let has = |phase, track| (0..unit.patients).filter(|&at| phase_at(at) == (phase, track)).count() >= 4;
    let mut tracks = Tracks::default();
    let add = |draft: &mut Draft, name: String, service: &str, per_week, co_leader: Option<&str>, window: WeekHours| {
        draft.clinic.groups.push(Group {
            id: format!("g{}-{}", unit.index + 1, tracks_number(draft, unit)),
            name,
            service: service.into(),
            site: unit.site(),
            per_week,
            min: 4,
            target: 8,
            max: 12,
            co_leader_skill: co_leader.filter(|_| unit.clinicians > 10).map(Into::into),
            hours: Some(window),
        });
        draft.clinic.groups.len() - 1
    };
    for track in 0..6 {
        if has(Phase::IntensiveOutpatient, track) {
            let (name, window) = if track % 2 == 0 {
                ("Morning", hours(&[(&WEEKDAYS, 8 * 60 + 30, 13 * 60)]))
            } else {
                ("Evening", hours(&[(&[Mon, Tue, Wed, Thu], 17 * 60, 20 * 60 + 30)]))
            };
            let name = format!("{name} intensive outpatient {}", track / 2 + 1);
            // One or two therapists lead a group [SAMHSA-GT]: peers help in some, a second counselor in others.
            // There are no peers in the evening.
            let second = [Some("co_leading"), Some("group"), None, None, Some("group"), None][track];
            tracks.iop.push(add(draft, name, "iop_group", 3, second, window));
        }
    }
    for track in 0..2 {
        if has(Phase::PartialHospitalization, track) {
            let (a, b) = (
                hours(&[(&WEEKDAYS, 8 * 60 + 30, 11 * 60)]),
                hours(&[(&WEEKDAYS, 12 * 60 + 30, 15 * 60)]),
            );
            let process = add(
                draft,
                format!("Day program {} process", track + 1),
                "php_process",
                5,
                Some("group"),
                a,
            );
            let skills = add(
                draft,
                format!("Day program {} skills", track + 1),
                "php_skills",
                5,
                None,
                b,
            );
            tracks.php.push((process, skills));
        }
    }
    for topic in 0..(unit.patients / 30).min(6) {
        let window = if topic % 2 == 0 {
            hours(&[(&[Mon, Tue, Wed, Thu], 17 * 60, 20 * 60 + 30)])
        } else {
            hours(&[(&WEEKDAYS, 9 * 60, 15 * 60)])
        };
        let name = [
            "Relapse prevention, evening",
            "Relapse prevention, day",
            "Coping skills, evening",
            "Coping skills, day",
            "Family and friends, evening",
            "Early recovery, day",
        ];
        tracks
            .op
            .push(add(draft, name[topic].into(), "op_group", 1, None, window));
    }
    tracks
}

fn tracks_number(draft: &Draft, unit: &Unit) -> usize {
    let site = unit.site();
    draft.clinic.groups.iter().filter(|group| group.site == site).count() + 1
}

/// The patient, with times that fit the track.
fn patient(draft: &mut Draft, unit: &Unit, at: usize, phase: Phase, track: usize) -> usize {
    let mut rng = draft.rng("life", draft.clinic.patients.len() as u64);
    let life = match phase {
        Phase::PartialHospitalization => Life::Flexible,
        Phase::IntensiveOutpatient if track % 2 == 1 => Life::Worker,
        Phase::IntensiveOutpatient => [Life::Flexible, Life::Parent][rng.below(2)],
        _ => [Life::Flexible, Life::Worker, Life::Parent, Life::LateShift][rng.weighted(&[0.42, 0.26, 0.17, 0.15])],
    };
    let patient = admit(draft, unit, at, phase, life);
    // Some have one day of the week on which they cannot come to their program.
    if phase == Phase::IntensiveOutpatient && rng.chance(0.15) {
        let day = Weekday::from_index(rng.below(4));
        let row = &mut draft.clinic.patients[patient];
        let windows = row.hours.windows().iter().copied().filter(|window| window.0 != day);
        row.hours = WeekHours::new(windows.collect()).unwrap_or_default();
    }
    patient
}

/// What a patient receives, by phase. Weekly minimum hours: intensive outpatient 9, partial hospitalization 20
/// [ASAM-LUC]; family session weekly in partial hospitalization, else monthly [NJ161B]; maintenance counseling
/// monthly [CA10345].
fn receive(draft: &mut Draft, unit: &Unit, patient: usize, (phase, track): (Phase, usize), tracks: &Tracks) {
    let mut rng = draft.rng("orders", patient as u64);
    let consent = draft.clinic.patients[patient].family_consent;
    let seats = |groups: Vec<usize>, per_week: i32| Terms {
        groups,
        ..Terms::weekly(per_week).mandated()
    };
    let two_a_week = Terms {
        min_days: 2,
        ..Terms::weekly(2).mandated()
    };
    match phase {
        Phase::PartialHospitalization => {
            for (groups, service) in tracks
                .track(phase, track)
                .unwrap_or_default()
                .into_iter()
                .zip(["php_process", "php_skills"])
            {
                draft.demand(patient, service, seats(groups, 5));
            }
            draft.demand(patient, "individual", two_a_week);
            draft.demand(patient, "medication", Terms::weekly(1).mandated());
            draft.demand(patient, &unit.local("nursing"), Terms::weekly(1));
            draft.demand(patient, "case_management", Terms::every(2));
            if consent {
                draft.demand(patient, "family", Terms::weekly(1).mandated());
            }
        }
        Phase::IntensiveOutpatient => {
            for groups in tracks.track(phase, track).unwrap_or_default() {
                draft.demand(patient, "iop_group", seats(groups, 3));
            }
            let trauma = rng.chance(0.15);
            draft.demand(
                patient,
                if trauma { "trauma" } else { "individual" },
                Terms::weekly(1).mandated(),
            );
            if !trauma && rng.chance(0.45) {
                draft.demand(patient, "coaching", Terms::weekly(1));
            }
            if rng.chance(0.45) {
                draft.demand(patient, "peer", Terms::weekly(1));
            }
            if rng.chance(0.55) {
                draft.demand(patient, &unit.local("nursing"), Terms::weekly(1));
            }
            if rng.chance(0.35) {
                draft.demand(patient, "case_management", Terms::weekly(1));
            }
            if rng.chance(0.6) {
                draft.demand(patient, "medication", Terms::every(2));
            }
            if consent {
                draft.demand(patient, "family", Terms::every(4).mandated());
            }
        }
        Phase::Outpatient => {
            let every = if rng.chance(0.8) { 1 } else { 2 };
            let service = if rng.chance(0.16) { "trauma" } else { "individual" };
            draft.demand(patient, service, Terms::every(every).mandated());
            let suits: Vec<usize> = tracks
                .op
                .iter()
                .copied()
                .filter(|&group| attends(draft, patient, group))
                .collect();
            let group = rng.pick(&suits).copied();
            if let Some(group) = group.filter(|_| rng.chance(0.6)) {
                draft.demand(
                    patient,
                    "op_group",
                    Terms {
                        mandated: false,
                        ..seats(vec![group], 1)
                    },
                );
            }
            if rng.chance(0.5) {
                draft.demand(patient, "medication", Terms::every(4));
            }
            if rng.chance(0.3) {
                draft.demand(patient, "coaching", Terms::weekly(1));
            }
            if rng.chance(0.25) {
                draft.demand(patient, "peer", Terms::weekly(1));
            }
            if rng.chance(0.25) {
                draft.demand(patient, "case_management", Terms::every(2));
            }
            if consent && rng.chance(0.6) {
                draft.demand(patient, "family", Terms::every(4));
            }
        }
        Phase::Evaluation => {
            draft.demand(
                patient,
                "evaluation",
                Terms {
                    new: true,
                    priority: Some(5),
                    ..Terms::weekly(1).mandated()
                },
            );
            refer(draft, patient, rng.between(2, 90));
        }
        _ => {
            draft.demand(patient, "maintenance", Terms::every(4).mandated());
            draft.demand(patient, &unit.local("nursing"), Terms::every([1, 2][rng.below(2)]));
            draft.demand(patient, "medication", Terms::every(4));
            if draft.clinic.patients[patient].telehealth && rng.chance(0.4) {
                let phone = vec![Modality::Phone];
                draft.demand(
                    patient,
                    "peer",
                    Terms {
                        modalities: phone,
                        ..Terms::every(2)
                    },
                );
            }
        }
    }
}

/// True if the patient has time for all of the group's length on one of its days.
fn attends(draft: &Draft, patient: usize, group: usize) -> bool {
    let hours = &draft.clinic.patients[patient].hours;
    draft.clinic.groups[group].hours.as_ref().is_some_and(|window| {
        window
            .windows()
            .iter()
            .any(|&(day, from, to)| hours.on(day).any(|(a, b)| b.min(to) - a.max(from) >= 90))
    })
}

/// An intake asked for `hours_ago`: the target is to begin within 48 hours [FEST][STAS].
fn refer(draft: &mut Draft, patient: usize, hours_ago: i32) {
    let requested: DateTime = draft.clinic.settings.as_of.plus_minutes(-60 * hours_ago);
    let due = requested.plus_minutes(48 * 60);
    let id = draft.clinic.patients[patient].id.clone();
    // Nothing was open over the weekend: what fell due then is due on Monday evening.
    let monday_evening = draft.monday.at_minute(18 * 60);
    for order in draft
        .clinic
        .orders
        .iter_mut()
        .rev()
        .take_while(|order| order.patient == id)
    {
        order.requested = Some(requested);
        order.due_by = Some(due.max(monday_evening));
    }
}

/// Two pairs to keep apart and two to keep together in every unit large enough: former partners, witnesses, siblings.
fn pairs(draft: &mut Draft, unit: &Unit) {
    let site = unit.site();
    let track: Vec<String> = draft
        .clinic
        .patients
        .iter()
        .filter(|patient| patient.site == site && patient.phase == Phase::IntensiveOutpatient)
        .map(|patient| patient.id.clone())
        .collect();
    // Places 0-8 are the first morning track, 18-26 the second one, 9-17 and 27-35 the evening tracks.
    for (a, b, rule) in [
        (1, 4, PairRule::Apart),
        (2, 7, PairRule::Together),
        (11, 29, PairRule::Apart),
        (12, 15, PairRule::Together),
    ] {
        if let (true, Some(a), Some(b)) = (track.len() >= 36, track.get(a), track.get(b)) {
            draft.clinic.pairs.push(Pair {
                patient_a: a.clone(),
                patient_b: b.clone(),
                rule,
            });
        }
    }
}
