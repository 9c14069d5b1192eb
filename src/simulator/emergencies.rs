//! Who needs care at once, and when: drawn before the days are lived through, seen by a policy only when it happens.

use super::rates::Rates;
use super::streams::{Luck, Streams};
use crate::model::Clinic;
use crate::model::calendar::DateTime;
use crate::model::clinic::{Kind, Modality, Order};

/// Half an hour is asked for, between these minutes of the day; our choices, as in the samples.
const MINUTES: i32 = 30;
const FIRST_MIN: i32 = 8 * 60 + 30;
const LAST_MIN: i32 = 16 * 60;
/// It is to begin within so many minutes; our choice, the target of indicator K23.
pub(super) const WITHIN_MIN: i32 = 30;

/// What ids of emergencies begin with.
pub(super) const EMERGENCY: &str = "emergency";

/// One call for help.
#[derive(Debug, Clone)]
pub struct Emergency {
    /// When.
    pub at: DateTime,
    /// What is needed.
    pub order: Order,
}

/// The emergencies of the horizon: Poisson on working days, of patients in care who come to the clinic for sessions
/// of their own.
pub fn emergencies(clinic: &Clinic, rates: &Rates, streams: Streams) -> Vec<Emergency> {
    let settings = &clinic.settings;
    let on_site = |order: &&Order| {
        let service = clinic.services.iter().find(|row| row.id == order.service);
        service.is_some_and(|row| {
            matches!(row.kind, Kind::Individual)
                && row.modalities.contains(&Modality::InPerson)
                && row.equipment.is_none()
        })
    };
    let mut emergencies = Vec::new();
    for day in 0..settings.horizon_days {
        let date = settings.horizon_start.plus_days(day);
        let open = clinic
            .sites
            .iter()
            .any(|site| site.hours.on(date.weekday()).next().is_some());
        let able: Vec<&Order> = clinic
            .orders
            .iter()
            .filter(|order| order.from <= date && date <= order.until)
            .filter(on_site)
            .collect();
        if !open || able.is_empty() {
            continue;
        }
        // Five working days a week.
        let count = streams
            .of(Luck::Emergency, "count", day as u64)
            .poisson(rates.emergencies_week / 5.0);
        for number in 0..count {
            let mut rng = streams.of(Luck::Emergency, &format!("day {day}"), u64::from(number));
            let at = date.at_minute(rng.between(FIRST_MIN, LAST_MIN));
            let Some(like) = rng.pick(&able) else { continue };
            let week = date.plus_days(-settings.days_into_week(date));
            let id = format!("{EMERGENCY} {date}-{number}");
            emergencies.push(Emergency {
                at,
                order: Order {
                    minutes: Some(MINUTES),
                    modalities: vec![Modality::InPerson],
                    priority: Some(5),
                    requested: Some(at),
                    due_by: Some(at.plus_minutes(WITHIN_MIN)),
                    mandated: true,
                    ..Order::weekly(&id, &like.patient, &like.service, week, week.plus_days(6))
                },
            });
        }
    }
    emergencies
}
