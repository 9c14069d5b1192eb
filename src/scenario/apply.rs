//! Carries a change out: a clinic and a lever go in, the edited clinic comes out. A value of 0 changes nothing.

use std::collections::BTreeMap;

use super::change::{Change, Lever};
use crate::model::Clinic;
use crate::model::calendar::{DAY_MIN, WeekHours};
use crate::model::clinic::{Absence, Absentee, Clinician, Kind, Modality, Phase, Room};
use crate::order::{Arrange, IntoOrdered};
use crate::rng::Rng;

/// The clinic as it is in `month` (from 1) under `change`, when `lead_days` pass before it can begin.
pub fn apply(clinic: &Clinic, change: &Change, month: i32, lead_days: f64) -> Clinic {
    let mut edited = clinic.clone();
    edit(
        &mut edited,
        &change.lever,
        change.value * change.effect(month, lead_days),
    );
    edited
}

/// Edits `clinic` by `value`, in the unit of the lever. Levers that are no tables of the clinic leave it as it is.
pub fn edit(clinic: &mut Clinic, lever: &Lever, value: f64) {
    if value == 0.0 {
        return;
    }
    match lever {
        Lever::Hire { discipline, site, .. } => add_people(clinic, discipline, site.as_deref(), value, HIRE),
        Lever::Temp { discipline, site } => add_people(clinic, discipline, site.as_deref(), value, TEMP),
        Lever::Departure { clinician } => depart(clinic, clinician, value.min(1.0)),
        Lever::WeekHours { discipline } => {
            for row in clinicians(clinic, discipline.as_deref()) {
                let minutes = round(value * 60.0);
                row.contract_week_min = (row.contract_week_min + minutes).clamp(0, WEEK_MIN);
                row.max_week_min = (row.max_week_min + minutes).clamp(0, WEEK_MIN);
            }
        }
        Lever::OvertimeCap { discipline } => {
            for row in clinicians(clinic, discipline.as_deref()) {
                let room = f64::from((row.max_week_min - row.contract_week_min).max(0));
                row.max_week_min = row.max_week_min.min(row.contract_week_min) + round(room * (1.0 + value)).max(0);
            }
        }
        Lever::CaseloadCap { clinician } => cap_caseload(clinic, clinician, round(value)),
        Lever::Telehealth { service } => move_to_video(clinic, service, value),
        Lever::GroupCount { group } => {
            for row in clinic.groups.iter_mut().filter(|row| row.id == *group) {
                row.per_week = (row.per_week + round(value)).max(0);
            }
        }
        Lever::GroupSize { group } => {
            for row in clinic.groups.iter_mut().filter(|row| row.id == *group) {
                row.max = (row.max + round(value)).max(1);
                row.target = (row.target + round(value)).clamp(1, row.max);
                row.min = row.min.min(row.target);
            }
        }
        Lever::Rooms { site } => add_rooms(clinic, site, round(value)),
        Lever::OpeningHours { site } => close_later(clinic, site, round(value * 60.0)),
        Lever::Buffer { service } => {
            for row in &mut clinic.services {
                if service.as_ref().is_none_or(|id| *id == row.id) {
                    row.after_min = (row.after_min + round(value)).max(0);
                }
            }
        }
        Lever::Travel => {
            for row in &mut clinic.travel {
                row.minutes = round(f64::from(row.minutes) * (1.0 + value)).max(0);
            }
            let speed = f64::from(clinic.settings.travel_speed_kmh) / (1.0 + value);
            clinic.settings.travel_speed_kmh = round(speed).max(1);
        }
        Lever::Demand => set_demand(clinic, 1.0 + value),
        Lever::Pay { discipline } => {
            for row in clinicians(clinic, discipline.as_deref()) {
                row.pay_cents_hour = scaled(row.pay_cents_hour, value);
            }
        }
        Lever::Price { service } => {
            for row in &mut clinic.services {
                if service.as_ref().is_none_or(|id| *id == row.id) {
                    row.price_cents = scaled(row.price_cents, value);
                }
            }
        }
        Lever::NoShow { .. }
        | Lever::Attendance
        | Lever::Turnover
        | Lever::OvertimeHours
        | Lever::Utilization
        | Lever::SchedulingHours
        | Lever::Readmission => {}
    }
}

/// Start of the ids of people that a scenario hires.
pub const HIRE: &str = "hire";
/// Start of the ids of people that a scenario takes from an agency.
pub const TEMP: &str = "temp";

/// Minutes in a week.
const WEEK_MIN: i32 = 7 * DAY_MIN;

/// The nearest whole number, half away from zero.
fn round(value: f64) -> i32 {
    libm::round(value) as i32
}

/// An amount, changed by a share of itself.
fn scaled(cents: i64, change: f64) -> i64 {
    libm::round(cents as f64 * (1.0 + change)) as i64
}

/// A number that depends on nothing but the text (FNV-1a, 64 bits).
pub fn text_key(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// Clinicians of a discipline, or all.
fn clinicians<'a>(clinic: &'a mut Clinic, discipline: Option<&'a str>) -> impl Iterator<Item = &'a mut Clinician> {
    clinic
        .clinicians
        .iter_mut()
        .filter(move |row| discipline.is_none_or(|wanted| row.discipline == wanted))
}

/// Adds `fte` people like the one with the fullest contract of the discipline; the last one works the fraction.
fn add_people(clinic: &mut Clinic, discipline: &str, site: Option<&str>, fte: f64, prefix: &str) {
    let Some(model) = model_person(clinic, discipline, site).cloned() else {
        return;
    };
    for number in 0..libm::ceil(fte - 1e-9).max(0.0) as i32 {
        let share = (fte - f64::from(number)).min(1.0);
        let minutes = |full: i32| round(f64::from(full) * share);
        let id = (number + 1..)
            .map(|number| format!("{prefix}-{discipline}-{number}"))
            .find(|id| clinic.clinicians.iter().all(|row| row.id != *id))
            .unwrap_or_default();
        clinic.clinicians.push(Clinician {
            name: format!("New {discipline} {}", number + 1),
            id,
            specializations: Vec::new(),
            contract_week_min: minutes(model.contract_week_min),
            max_week_min: minutes(model.max_week_min),
            caseload_cap: model.caseload_cap.map(minutes),
            points_week_cap: model.points_week_cap.map(|cap| cap * share),
            supervisor: None,
            preferred_hours: None,
            ..model.clone()
        });
    }
}

/// The person of the discipline whom a new one resembles: fullest contract, first id; at the site, or at the one
/// with most people of the discipline.
fn model_person<'a>(clinic: &'a Clinic, discipline: &str, site: Option<&str>) -> Option<&'a Clinician> {
    let of_discipline = || {
        clinic
            .clinicians
            .iter()
            .filter(|row| row.discipline == discipline && !is_added(&row.id))
    };
    let mut at_site: BTreeMap<&str, i32> = BTreeMap::new();
    for row in of_discipline() {
        *at_site.entry(&row.site).or_default() += 1;
    }
    let fullest = at_site.iter().rev().max_by_key(|(_, people)| **people);
    let site = site
        .filter(|site| at_site.contains_key(site))
        .or(fullest.map(|(site, _)| *site))?;
    of_discipline()
        .filter(|row| row.site == site)
        .max_by(|a, b| (a.contract_week_min, &b.id).cmp(&(b.contract_week_min, &a.id)))
}

/// True for people whom a scenario added.
pub fn is_added(id: &str) -> bool {
    [HIRE, TEMP]
        .iter()
        .any(|prefix| id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-')))
}

/// Takes away a share of a clinician's hours; all of them is an absence for the whole horizon.
fn depart(clinic: &mut Clinic, id: &str, share: f64) {
    for row in clinic.clinicians.iter_mut().filter(|row| row.id == id) {
        row.contract_week_min = round(f64::from(row.contract_week_min) * (1.0 - share));
        if share < 1.0 {
            row.max_week_min = round(f64::from(row.max_week_min) * (1.0 - share));
        }
    }
    if share >= 1.0 {
        let start = clinic.settings.horizon_start;
        clinic.absences.push(Absence {
            what: Absentee::Clinician,
            id: id.into(),
            from: start.at_minute(0),
            until: start.plus_days(clinic.settings.horizon_days.max(1)).at_minute(0),
            reason: Some("left".into()),
        });
    }
}

fn cap_caseload(clinic: &mut Clinic, id: &str, patients: i32) {
    let today = clinic
        .patients
        .iter()
        .filter(|row| row.preferred_clinicians.first().is_some_and(|first| first == id))
        .count() as i32;
    for row in clinic.clinicians.iter_mut().filter(|row| row.id == id) {
        row.caseload_cap = Some((row.caseload_cap.unwrap_or(today) + patients).max(0));
    }
}

/// Orders of the service that can move to video: not yet on video alone, and the patient can.
pub fn video_orders(clinic: &Clinic, service: &str) -> Vec<usize> {
    let able = |patient: &str| clinic.patients.iter().any(|row| row.id == patient && row.telehealth);
    let grouped = |id: &str| {
        clinic
            .services
            .iter()
            .any(|row| row.id == id && row.kind == Kind::Group)
    };
    clinic
        .orders
        .iter()
        .enumerate()
        .filter(|(_, row)| row.service == service && !grouped(service))
        .filter(|(_, row)| row.modalities != [Modality::Video] && able(&row.patient))
        .map(|(idx, _)| idx)
        .collect()
}

/// Moves a share of the orders to video. The choice is nested: a larger share holds every order of a smaller one.
fn move_to_video(clinic: &mut Clinic, service: &str, share: f64) {
    for idx in video_orders(clinic, service) {
        let rank = Rng::stream(0, "telehealth", text_key(&clinic.orders[idx].id)).unit();
        if rank < share {
            clinic.orders[idx].modalities = vec![Modality::Video];
        }
    }
    for row in clinic.services.iter_mut().filter(|row| row.id == service) {
        if !row.modalities.contains(&Modality::Video) {
            row.modalities.push(Modality::Video);
        }
    }
}

fn add_rooms(clinic: &mut Clinic, site: &str, count: i32) {
    let at_site = clinic.rooms.iter().filter(|row| row.site == site);
    let Some(model) = at_site.max_by(|a, b| (a.seats, &b.id).cmp(&(b.seats, &a.id))).cloned() else {
        return;
    };
    for number in 1..=count.max(0) {
        let id = (number..)
            .map(|number| format!("new-{site}-{number}"))
            .find(|id| clinic.rooms.iter().all(|row| row.id != *id))
            .unwrap_or_default();
        clinic.rooms.push(Room {
            id,
            name: format!("New room {number}"),
            ..model.clone()
        });
    }
}

/// Lets a site close later (or earlier). Rooms and people who stay until closing time move with it.
fn close_later(clinic: &mut Clinic, site: &str, minutes: i32) {
    let Some(old) = clinic
        .sites
        .iter()
        .find(|row| row.id == site)
        .map(|row| row.hours.clone())
    else {
        return;
    };
    for row in clinic.sites.iter_mut().filter(|row| row.id == site) {
        row.hours = later(&row.hours, &old, minutes);
    }
    for row in clinic.rooms.iter_mut().filter(|row| row.site == site) {
        row.hours = row.hours.as_ref().map(|hours| later(hours, &old, minutes));
    }
    for row in clinic.clinicians.iter_mut().filter(|row| row.site == site) {
        row.hours = later(&row.hours, &old, minutes);
    }
}

/// `hours`, with every window that reaches the day's closing time in `closing` ending `minutes` later.
fn later(hours: &WeekHours, closing: &WeekHours, minutes: i32) -> WeekHours {
    let windows = hours.windows().iter().filter_map(|&(day, from, to)| {
        let close = closing.on(day).map(|window| window.1).max()?;
        let to = if to >= close {
            (close + minutes).min(DAY_MIN)
        } else {
            to
        };
        (to > from).then_some((day, from, to))
    });
    WeekHours::new(windows.collect()).unwrap_or_default()
}

/// Sets the number of patients to `factor` times today's: below 1 some are left out, above 1 some come twice, each
/// with orders, family and authorizations of its own. The choice is nested and keeps the mix of phases.
pub fn set_demand(clinic: &mut Clinic, factor: f64) {
    if factor == 1.0 {
        return;
    }
    let copies = copies_of_patients(clinic, factor);
    let times = |id: &str| copies.get(id).copied().unwrap_or(0);
    let name = |id: &str, copy: usize| {
        if copy == 0 {
            id.to_string()
        } else {
            format!("{id}+{copy}")
        }
    };
    // Every row that belongs to a patient is repeated with the patient.
    macro_rules! repeat {
        ($table:ident, $row:ident, $patient:expr, |$copy:ident, $count:ident| $rename:expr) => {
            clinic.$table = std::mem::take(&mut clinic.$table)
                .into_iter()
                .flat_map(|$row| {
                    let $count = times(&$patient);
                    (0..$count).map(move |$copy| {
                        let mut $row = $row.clone();
                        $rename;
                        $row
                    })
                })
                .collect();
        };
    }
    repeat!(patients, row, row.id, |copy, count| row.id = name(&row.id, copy));
    repeat!(contacts, row, row.patient, |copy, count| {
        row.id = name(&row.id, copy);
        row.patient = name(&row.patient, copy);
    });
    repeat!(orders, row, row.patient, |copy, count| {
        row.id = name(&row.id, copy);
        row.patient = name(&row.patient, copy);
        row.after = row.after.as_deref().map(|id| name(id, copy));
    });
    repeat!(authorizations, row, row.patient, |copy, count| {
        row.id = name(&row.id, copy);
        row.patient = name(&row.patient, copy);
    });
    clinic
        .pairs
        .retain(|row| times(&row.patient_a) > 0 && times(&row.patient_b) > 0);
    let as_of = clinic.settings.as_of;
    clinic.appointments = std::mem::take(&mut clinic.appointments)
        .into_iter()
        .flat_map(|row| {
            let count = row.patient.as_deref().map_or(1, times);
            // The past happened once.
            let count = if row.start < as_of { count.min(1) } else { count };
            (0..count).map(move |copy| {
                let mut row = row.clone();
                row.id = name(&row.id, copy);
                row.patient = row.patient.as_deref().map(|id| name(id, copy));
                row.order = row.order.as_deref().map(|id| name(id, copy));
                row
            })
        })
        .collect();
    clinic.attendances.retain(|row| times(&row.patient) > 0);
    clinic.scores.retain(|row| times(&row.patient) > 0);
    clinic.stays.retain(|row| times(&row.patient) > 0);
    clinic.care_periods.retain(|row| times(&row.patient) > 0);
    clinic
        .referrals
        .retain(|row| row.patient.as_deref().is_none_or(|id| times(id) > 0));
    let travel = std::mem::take(&mut clinic.travel);
    let repeats = |id: &str| copies.get(id).copied().unwrap_or(1);
    for row in travel {
        for from in 0..repeats(&row.from) {
            for to in 0..repeats(&row.to) {
                let mut row = row.clone();
                row.from = name(&row.from, from);
                row.to = name(&row.to, to);
                clinic.travel.push(row);
            }
        }
    }
}

/// How often each patient occurs at `factor` times today's demand. Patients stand in a fixed order in which every
/// phase is spread evenly; the one at share `u` of that order occurs as often as there are whole steps from `u` up
/// to `factor`.
fn copies_of_patients(clinic: &Clinic, factor: f64) -> BTreeMap<String, usize> {
    let mut of_phase: BTreeMap<Phase, Vec<(u64, &str)>> = BTreeMap::new();
    for row in &clinic.patients {
        let key = Rng::stream(0, "patient order", text_key(&row.id)).bits();
        of_phase.entry(row.phase).or_default().push((key, &row.id));
    }
    let mut order: Vec<(f64, &str)> = Vec::with_capacity(clinic.patients.len());
    for patients in of_phase.values_mut() {
        patients.arrange();
        let count = patients.len() as f64;
        order.extend(
            patients
                .iter()
                .enumerate()
                .map(|(rank, (_, id))| ((rank as f64 + 0.5) / count, *id)),
        );
    }
    order.arrange_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
    let count = order.len() as f64;
    order
        .into_iter()
        .enumerate()
        .map(|(rank, (_, id))| {
            let share = (rank as f64 + 0.5) / count;
            (id.to_string(), libm::ceil(factor - share).max(0.0) as usize)
        })
        .into_map()
}
