//! Carries a change out: a clinic and a lever go in, the edited clinic comes out. A value of 0 changes nothing.
//!
//! One file per family of levers; [`table`] lists them all. An edit keeps to what the validator accepts: at either end
//! of its range a lever gives a clinic that can be planned.

pub mod blocks;
pub mod care;
pub mod demand;
pub mod money;
pub mod people;
pub mod rooms;
pub mod table;
pub mod targets;
pub mod time;
pub mod travel;
pub mod urgency;
pub mod zones;

use super::change::Change;
use super::lever::Lever;
use crate::model::Clinic;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::Clinician;

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
        Lever::Hire { discipline, site, .. } => {
            people::add_people(clinic, discipline, site.as_deref(), value, people::HIRE);
        }
        Lever::Temp { discipline, site } => {
            people::add_people(clinic, discipline, site.as_deref(), value, people::TEMP);
        }
        Lever::Departure { clinician } => people::depart(clinic, clinician, value.min(1.0)),
        Lever::CaseloadCap { clinician } => people::cap_caseload(clinic, clinician, round(value)),
        Lever::Skill { discipline, skill } => people::train(clinic, discipline, skill, value),
        Lever::Documentation { discipline } => {
            blocks::documentation(clinic, discipline.as_deref(), blocks::on_grid(value));
        }
        Lever::Supervision { discipline } => {
            blocks::supervision(clinic, discipline.as_deref(), blocks::on_grid(value * 60.0));
        }
        Lever::Reserve => blocks::reserve(clinic, round(value)),
        Lever::WeekHours { discipline } => time::add_week_hours(clinic, discipline.as_deref(), round(value * 60.0)),
        Lever::OvertimeCap { discipline } => time::cap_overtime(clinic, discipline.as_deref(), value),
        Lever::Buffer { service } => time::add_buffer(clinic, service.as_deref(), round(value)),
        Lever::Telehealth { service } => care::move_to_video(clinic, service, value),
        Lever::GroupCount { group } => care::add_occurrences(clinic, group, round(value)),
        Lever::GroupSize { group } => care::add_seats(clinic, group, round(value)),
        Lever::TriageHours { tier } => urgency::change_hours(clinic, *tier, value),
        Lever::Demand => demand::set_demand(clinic, 1.0 + value),
        Lever::Rooms { site } => rooms::add_rooms(clinic, site, round(value)),
        Lever::OpeningHours { site } => rooms::close_later(clinic, site, round(value * 60.0)),
        Lever::Travel => travel::change_ways(clinic, value),
        Lever::Zones => zones::draw_zones(clinic, round(value)),
        Lever::Pay { discipline } => money::change_pay(clinic, discipline.as_deref(), value),
        Lever::Price { service } => money::change_price(clinic, service.as_deref(), value),
        Lever::NoShow { .. }
        | Lever::Attendance
        | Lever::PayerMix { .. }
        | Lever::TimeToFill
        | Lever::Turnover
        | Lever::OvertimeHours
        | Lever::Utilization
        | Lever::SchedulingHours
        | Lever::Readmission => {}
    }
}

/// Minutes in a week.
const WEEK_MIN: i32 = 7 * DAY_MIN;

/// The nearest whole number, half away from zero.
fn round(value: f64) -> i32 {
    libm::round(value) as i32
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
