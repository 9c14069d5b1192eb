//! Whatever people type into tables: odd values, contradictions, rows that point nowhere, each now and then.

use rosterwell::model::CostTerm;
use rosterwell::model::calendar::{DateTime, WeekHours, Weekday};
use rosterwell::model::clinic::{
    Absence, Absentee, AuthorizationMode, Clinic, Freedom, Modality, Overtime, PairRule, Travel, Unit,
};
use rosterwell::model::rules::RuleOverride;
use rosterwell::model::weights::Weight;
use rosterwell::rng::Rng;

/// Hours that somebody may have.
const HOURS: [&str; 9] = [
    "Mon-Fri 08:00-16:30",
    "Mon-Sun 00:00-24:00",
    "Mon-Fri 22:00-24:00; Tue-Sat 00:00-08:00",
    "Mon 09:00-09:30; Thu 17:05-21:10",
    "Mon-Fri 07:00-11:00; Mon-Fri 13:00-19:00",
    "Sat-Sun 10:00-18:00",
    "Tue-Wed 12:00-12:50",
    "Mon-Sat 06:15-14:45",
    "",
];

/// Rules that change what may be planned or what it costs, with the most that a value may be.
const RULES: [(&str, i32); 12] = [
    ("rest.minutes", 900),
    ("days_in_row.max", 7),
    ("run.max_minutes", 400),
    ("break.minutes", 40),
    ("break.after_high_acuity_minutes", 60),
    ("lunch.minutes", 90),
    ("lunch.from", 900),
    ("lunch.to", 1000),
    ("lunch.min_day_minutes", 600),
    ("reserve.permille", 1000),
    ("evening.from", 1440),
    ("commute.paid", 1),
];

/// Changes a clinic in a few ways.
pub fn add(clinic: &mut Clinic, rng: &mut Rng) {
    let edits: [fn(&mut Clinic, &mut Rng); 9] = [
        settings, rules, prices, absences, people, patients, orders, groups, schedule,
    ];
    for edit in edits {
        if rng.chance(0.4) {
            edit(clinic, rng);
        }
    }
}

/// A few rows of a table, at random.
fn some<'a, T>(rows: &'a mut [T], rng: &mut Rng) -> Vec<&'a mut T> {
    let chance = rng.unit() * rng.unit();
    rows.iter_mut().filter(|_| rng.chance(chance)).collect()
}

fn one<T: Copy>(items: &[T], rng: &mut Rng) -> T {
    items[rng.below(items.len())]
}

fn hours(rng: &mut Rng) -> WeekHours {
    one(&HOURS, rng).parse().unwrap_or_default()
}

/// A moment of the horizon or a day beside it.
fn moment(clinic: &Clinic, rng: &mut Rng) -> DateTime {
    let settings = &clinic.settings;
    let minute = rng.between(-1_440, (settings.horizon_days + 1) * 1_440);
    settings.horizon_start.at_minute(minute / 5 * 5)
}

fn settings(clinic: &mut Clinic, rng: &mut Rng) {
    clinic.settings.grid_min = one(&[5, 10, 15, 30, 7], rng);
    clinic.settings.horizon_days = rng.between(1, 15);
    clinic.settings.week_start = one(Weekday::ALL.as_ref(), rng);
    clinic.settings.authorization_mode = one(&[AuthorizationMode::Block, AuthorizationMode::Warn], rng);
    if rng.chance(0.5) {
        clinic.settings.as_of = moment(clinic, rng);
    }
}

fn rules(clinic: &mut Clinic, rng: &mut Rng) {
    for (rule, most) in RULES {
        if rng.chance(0.3) {
            clinic.rules.push(RuleOverride {
                rule: rule.into(),
                value: f64::from(rng.between(0, most)),
                reason: "odd".into(),
            });
        }
    }
}

fn prices(clinic: &mut Clinic, rng: &mut Rng) {
    for term in CostTerm::ALL {
        if rng.chance(0.3) {
            let cents = one(&[0, 1, 7, 1_000, 100_000], rng);
            clinic.weights.push(Weight { term, cents });
        }
    }
}

fn absences(clinic: &mut Clinic, rng: &mut Rng) {
    for _ in 0..rng.between(1, 6) {
        let (what, ids): (Absentee, Vec<&String>) = match rng.below(4) {
            0 => (
                Absentee::Clinician,
                clinic.clinicians.iter().map(|row| &row.id).collect(),
            ),
            1 => (Absentee::Patient, clinic.patients.iter().map(|row| &row.id).collect()),
            2 => (Absentee::Room, clinic.rooms.iter().map(|row| &row.id).collect()),
            _ => (Absentee::Site, clinic.sites.iter().map(|row| &row.id).collect()),
        };
        let Some(id) = rng.pick(&ids).map(|id| id.to_string()) else {
            continue;
        };
        let from = moment(clinic, rng);
        clinic.absences.push(Absence {
            what,
            id,
            from,
            until: from.plus_minutes(rng.between(-60, 2_000)),
            reason: None,
        });
    }
}

fn people(clinic: &mut Clinic, rng: &mut Rng) {
    let ids: Vec<String> = clinic.clinicians.iter().map(|row| row.id.clone()).collect();
    for row in some(&mut clinic.clinicians, rng) {
        row.hours = hours(rng);
        row.preferred_hours = rng.chance(0.3).then(|| hours(rng));
        row.overtime = one(Overtime::ALL, rng);
        row.max_day_min = rng.between(0, 900);
        row.max_week_min = rng.between(0, 4_000);
        row.contract_week_min = rng.between(0, 2_400);
        row.caseload_cap = rng.chance(0.4).then(|| rng.between(0, 12));
        row.points_week_cap = rng.chance(0.4).then(|| f64::from(rng.between(0, 300)) / 10.0);
        row.starts_at_home = rng.chance(0.3);
        row.telehealth = rng.chance(0.5);
        row.supervisor = rng.pick(&ids).cloned();
        row.languages = one(&[&["en"][..], &["es"], &["es", "en"], &[]], rng)
            .iter()
            .map(|&tag| tag.into())
            .collect();
    }
}

fn patients(clinic: &mut Clinic, rng: &mut Rng) {
    let ids: Vec<String> = clinic.clinicians.iter().map(|row| row.id.clone()).collect();
    let start = clinic.settings.horizon_start;
    for row in some(&mut clinic.patients, rng) {
        row.hours = hours(rng);
        row.preferred_hours = rng.chance(0.3).then(|| hours(rng));
        row.acuity = rng.between(-1, 5);
        row.telehealth = rng.chance(0.5);
        row.language_required = rng.chance(0.3);
        row.languages = vec![one(&["en", "es", "fr"], rng).into()];
        row.discharged = rng.chance(0.2).then(|| start.plus_days(rng.between(-2, 9)));
        row.minimum_week_hours = rng.chance(0.3).then(|| f64::from(rng.between(0, 60)) / 4.0);
        row.preferred_clinicians = rng.pick(&ids).cloned().into_iter().collect();
        row.barred_clinicians = rng
            .pick(&ids)
            .filter(|_| rng.chance(0.3))
            .cloned()
            .into_iter()
            .collect();
    }
    let ids: Vec<String> = clinic.patients.iter().map(|row| row.id.clone()).collect();
    for pair in some(&mut clinic.pairs, rng) {
        pair.rule = one(&[PairRule::Together, PairRule::Apart], rng);
        pair.patient_b = rng.pick(&ids).cloned().unwrap_or_default();
    }
}

fn orders(clinic: &mut Clinic, rng: &mut Rng) {
    let ids: Vec<String> = clinic.orders.iter().map(|row| row.id.clone()).collect();
    let skills: Vec<String> = clinic.clinicians.iter().flat_map(|row| row.skills.clone()).collect();
    for row in some(&mut clinic.orders, rng) {
        row.per_week = rng.between(0, 6);
        row.min_days_between = rng.between(0, 4);
        row.minutes = rng.chance(0.5).then(|| rng.between(1, 200));
        row.hours = rng.chance(0.2).then(|| hours(rng));
        row.priority = rng.chance(0.5).then(|| rng.between(1, 5));
        row.after = rng.pick(&ids).filter(|_| rng.chance(0.3)).cloned();
        row.second_skill = rng.pick(&skills).filter(|_| rng.chance(0.3)).cloned();
        row.second_minutes = rng.chance(0.3).then(|| rng.between(5, 90));
        row.second_after_min = rng.between(0, 1) * rng.between(0, 60);
        row.second_after_max = row.second_after_min + rng.between(0, 30);
        row.mandated = rng.chance(0.5);
        row.modalities = (0..rng.below(3)).map(|_| one(Modality::ALL, rng)).collect();
    }
    for row in some(&mut clinic.services, rng) {
        row.before_min = rng.between(0, 20);
        row.after_min = rng.between(0, 20);
        row.points = f64::from(rng.between(0, 40)) / 10.0;
        row.high_acuity = rng.chance(0.5);
        row.modalities = (0..rng.between(1, 3)).map(|_| one(Modality::ALL, rng)).collect();
        row.needs_authorization = rng.chance(0.5);
    }
    for row in some(&mut clinic.authorizations, rng) {
        row.unit = one(&[Unit::Visit, Unit::Quarter, Unit::Hour, Unit::Day], rng);
        row.units = rng.between(0, 12);
    }
}

fn groups(clinic: &mut Clinic, rng: &mut Rng) {
    let skills: Vec<String> = clinic.clinicians.iter().flat_map(|row| row.skills.clone()).collect();
    for row in some(&mut clinic.groups, rng) {
        row.per_week = rng.between(0, 4);
        row.min = rng.between(0, 4);
        row.target = row.min + rng.between(0, 3);
        row.max = row.target + rng.between(0, 4);
        row.co_leader_skill = rng.pick(&skills).filter(|_| rng.chance(0.5)).cloned();
        row.hours = rng.chance(0.3).then(|| hours(rng));
    }
    for row in some(&mut clinic.rooms, rng) {
        row.seats = rng.between(0, 9);
        row.hours = rng.chance(0.5).then(|| hours(rng));
    }
    if rng.chance(0.1) {
        clinic.rooms.clear();
    }
    let places: Vec<String> = clinic.patients.iter().map(|row| row.id.clone()).collect();
    for _ in 0..rng.below(6) {
        let mut place = || rng.pick(&places).cloned().unwrap_or_default();
        let (from, to) = (place(), place());
        clinic.travel.push(Travel {
            from,
            to,
            minutes: rng.between(0, 300),
            miles: f64::from(rng.between(0, 500)) / 10.0,
        });
    }
}

fn schedule(clinic: &mut Clinic, rng: &mut Rng) {
    let people: Vec<String> = clinic.clinicians.iter().map(|row| row.id.clone()).collect();
    for row in some(&mut clinic.appointments, rng) {
        row.freedom = one(&[Freedom::Locked, Freedom::Movable, Freedom::Free], rng);
        row.start = row.start.plus_minutes(one(&[0, 0, 5, -35, 1_440, 600], rng));
        if rng.chance(0.3) {
            row.clinicians = rng.pick(&people).cloned().into_iter().collect();
        }
        if rng.chance(0.2) {
            row.room = Some("nowhere".into());
        }
    }
}
