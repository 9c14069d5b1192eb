//! Who is referred while the days are lived through: drawn beforehand, seen by a policy only when the call comes.

use super::rates::Rates;
use super::streams::{Luck, Streams};
use crate::model::Clinic;
use crate::model::calendar::DateTime;
use crate::model::clinic::{Kind, Order, Patient, Phase, Referral};
use crate::order::Arrange;

/// Calls come between these minutes of the day; our choices, as in the samples.
const FIRST_MIN: i32 = 8 * 60 + 30;
const LAST_MIN: i32 = 16 * 60;
/// The first visit is to be within so many hours: start of care in home health [484.55], the target for intakes
/// [FEST][STAS].
const WITHIN_HOURS: i32 = 48;

/// Somebody new.
#[derive(Debug, Clone)]
pub struct Newcomer {
    /// When the call comes.
    pub at: DateTime,
    /// Who calls.
    pub patient: Patient,
    /// What is needed first.
    pub order: Order,
    /// Site that is asked.
    pub site: String,
}

/// The referrals of the horizon in order of time: Poisson on working days at the clinic's own rate. What is asked for, and where, is as
/// in a referral of the past; where somebody lives and when there is time, as with a patient in care.
pub fn newcomers(clinic: &Clinic, rates: &Rates, streams: Streams) -> Vec<Newcomer> {
    let settings = &clinic.settings;
    let past: Vec<&Referral> = clinic
        .referrals
        .iter()
        .filter(|row| row.requested < settings.as_of && clinic.sites.iter().any(|site| site.id == row.site))
        .filter(|row| {
            let service = clinic.services.iter().find(|service| service.id == row.service);
            service.is_some_and(|service| !matches!(service.kind, Kind::Group | Kind::Shift))
        })
        .collect();
    let mut newcomers = Vec::new();
    for day in 0..settings.horizon_days {
        let date = settings.horizon_start.plus_days(day);
        let is_open = |site: &crate::model::clinic::Site| site.hours.on(date.weekday()).next().is_some();
        if past.is_empty() || !clinic.sites.iter().any(is_open) {
            continue;
        }
        // Five working days a week.
        let count = streams
            .of(Luck::Arrival, "count", day as u64)
            .poisson(rates.referrals_week / 5.0);
        for number in 0..count {
            let mut rng = streams.of(Luck::Arrival, &format!("day {day}"), u64::from(number));
            let at = date.at_minute(rng.between(FIRST_MIN, LAST_MIN));
            let Some(asked) = rng.pick(&past) else { continue };
            let in_care = |row: &&Patient| row.site == asked.site && row.discharged.is_none_or(|last| last >= date);
            let neighbors: Vec<&Patient> = clinic.patients.iter().filter(in_care).collect();
            let Some(like) = rng.pick(&neighbors) else { continue };
            let week = date.plus_days(-settings.days_into_week(date));
            let id = format!("newcomer {date}-{number}");
            newcomers.push(Newcomer {
                at,
                order: Order {
                    requested: Some(at),
                    due_by: Some(at.plus_minutes(WITHIN_HOURS * 60)),
                    ..Order::weekly(&id, &id, &asked.service, week, week.plus_days(6))
                },
                patient: newly(like, &id),
                site: asked.site.clone(),
            });
        }
    }
    newcomers.arrange_by_key(|newcomer| newcomer.at);
    newcomers
}

/// Lives and has time as somebody else; nothing else is known.
fn newly(like: &Patient, id: &str) -> Patient {
    Patient {
        id: id.into(),
        name: id.into(),
        phase: Phase::Evaluation,
        level_of_care: None,
        admitted: None,
        discharged: None,
        preferred_clinicians: Vec::new(),
        barred_clinicians: Vec::new(),
        minimum_week_hours: None,
        ..like.clone()
    }
}
