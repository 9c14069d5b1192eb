//! What is known of a visit when it is booked, cut into bands.
//!
//! A band is a level of a factor. Only facts that the tables hold, and that were known at the moment of booking, are
//! used; a patient's group, language, gender or present phase is none of them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Clinic;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::{Kind, Modality};
use crate::order::IntoOrdered;

/// Number of factors.
pub(super) const FACTORS: usize = 11;
/// Place of each factor that the code asks for by name.
pub(super) const LEAD: usize = 0;
pub(super) const MODALITY: usize = 3;
pub(super) const SERVICE: usize = 5;
pub(super) const WAY: usize = 9;

/// The band of each factor.
pub(super) type Bands = [u16; FACTORS];

/// A factor with its bands.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AttendanceFactor {
    /// Id, for example `lead_time`.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// True if the clinic can do something about it for a visit that is booked.
    pub lever: bool,
    /// Names of its bands.
    pub bands: Vec<String>,
}

/// Upper ends of bands of days between booking and visit. Our choice, after the lead-time tables of [FEST] and [STAS].
const LEAD_DAYS: [i32; 6] = [0, 1, 3, 7, 14, 28];
/// Upper ends of bands of the start, minutes of the day. Our choice.
const TIMES: [i32; 5] = [9 * 60, 11 * 60, 13 * 60, 15 * 60, 17 * 60];
/// Upper ends of bands of completed visits before the booking. Our choice.
const STAGES: [i32; 5] = [0, 2, 6, 15, 40];
/// Upper ends of bands of the share missed before, per mille. Our choice.
const MISSED: [i32; 6] = [50, 80, 120, 180, 260, 380];
/// Upper ends of bands of the way in a straight line, km. Our choice.
const WAYS: [i32; 4] = [2, 5, 10, 20];

const LEADS: &[&str] = &[
    "same day",
    "1 day",
    "2-3 days",
    "4-7 days",
    "8-14 days",
    "15-28 days",
    "29 days or more",
    "not recorded",
];
const PAST: &[&str] = &[
    "no earlier visit",
    "under 5 %",
    "5-8 %",
    "8-12 %",
    "12-18 %",
    "18-26 %",
    "26-38 %",
    "over 38 %",
];
const WAY_BANDS: &[&str] = &[
    "no way: video or telephone",
    "at the patient's home",
    "under 2 km",
    "2-5 km",
    "5-10 km",
    "10-20 km",
    "over 20 km",
    "not known",
];

/// The band of a value among upper ends, all included.
fn band(value: i32, ends: &[i32]) -> u16 {
    ends.iter().take_while(|&&end| value > end).count() as u16
}

/// The lead-time band of 2 to 3 days: what a nearer slot means.
pub(super) const NEAR_LEAD: u16 = 2;
/// Bands of lead time from this one on, up to the last of known length, have a nearer slot worth looking for.
pub(super) const LONG_LEAD: std::ops::RangeInclusive<u16> = 4..=6;
/// The band of [`WAY`] for video and telephone.
pub(super) const NO_WAY: u16 = 0;
/// Bands of [`WAY`] from this one on, up to the last of known length, are long: more than 5 km.
pub(super) const LONG_WAY: std::ops::RangeInclusive<u16> = 4..=6;

/// What is known of a visit when it is booked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts<'a> {
    pub(super) service: &'a str,
    pub(super) site: &'a str,
    pub(super) kind: Kind,
    pub(super) modality: Modality,
    /// Days between the days of booking and visit, if recorded.
    pub(super) lead_days: Option<i32>,
    pub(super) weekday: usize,
    pub(super) minute_of_day: i32,
    /// Visits of the patient before the booking: that took place, and missed or cancelled late.
    pub(super) came: u32,
    pub(super) missed: u32,
    /// In a straight line, if both places are known.
    pub(super) way_km: Option<f64>,
    pub(super) moved: bool,
    pub(super) urgent: bool,
}

/// The factors of one clinic: its services and sites are bands too.
pub(super) struct Catalog {
    pub(super) factors: Vec<AttendanceFactor>,
    services: BTreeMap<String, u16>,
    sites: BTreeMap<String, u16>,
}

fn numbered(ids: &[String]) -> BTreeMap<String, u16> {
    ids.iter().cloned().zip(0..u16::MAX).into_map()
}

impl Catalog {
    pub(super) fn new(clinic: &Clinic) -> Self {
        let services: Vec<String> = clinic.services.iter().map(|row| row.id.clone()).collect();
        let sites: Vec<String> = clinic.sites.iter().map(|row| row.id.clone()).collect();
        let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        let days = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ];
        let times = ["before 9", "9-11", "11-13", "13-15", "15-17", "17 or later"];
        let stages = ["none yet", "1-2", "3-6", "7-15", "16-40", "more than 40"];
        let factor = |id, name, lever, bands| AttendanceFactor { id, name, lever, bands };
        let factors = vec![
            factor("lead_time", "days from booking to visit", true, words(LEADS)),
            factor("weekday", "day of the week", true, words(&days)),
            factor("time", "time of day", true, words(&times)),
            factor(
                "modality",
                "how it takes place",
                true,
                words(&["in person", "home", "video", "phone"]),
            ),
            factor(
                "kind",
                "kind of session",
                false,
                words(&["individual", "group", "family", "evaluation", "shift"]),
            ),
            factor("service", "service", false, services.clone()),
            factor("site", "site", false, sites.clone()),
            factor("stage", "visits before the booking", false, words(&stages)),
            factor("past", "share missed before the booking", false, words(PAST)),
            factor("way", "way from home", true, words(WAY_BANDS)),
            factor(
                "booking",
                "how it was booked",
                false,
                words(&["as agreed first", "moved", "urgent"]),
            ),
        ];
        debug_assert_eq!(factors.len(), FACTORS);
        Self {
            factors,
            services: numbered(&services),
            sites: numbered(&sites),
        }
    }

    /// The bands of a visit; `None` if its service or site is not in the tables.
    pub(super) fn bands(&self, facts: &Facts) -> Option<Bands> {
        let lead = match facts.lead_days {
            None => LEADS.len() as u16 - 1,
            Some(days) => band(days.max(0), &LEAD_DAYS),
        };
        let past = match facts.came + facts.missed {
            0 => 0,
            // A share with a prior of 0.6 in 4, our choice, so that one miss of one is not 100 %.
            all => {
                1 + band(
                    ((f64::from(facts.missed) + 0.6) / (f64::from(all) + 4.0) * 1000.0) as i32,
                    &MISSED,
                )
            }
        };
        let way = match (facts.modality, facts.way_km) {
            (Modality::Video | Modality::Phone, _) => NO_WAY,
            (Modality::Home, _) => 1,
            (Modality::InPerson, None) => WAY_BANDS.len() as u16 - 1,
            (Modality::InPerson, Some(km)) => 2 + band(libm::ceil(km) as i32, &WAYS),
        };
        let booking = match (facts.urgent, facts.moved) {
            (true, _) => 2,
            (_, moved) => u16::from(moved),
        };
        Some([
            lead,
            facts.weekday as u16,
            // An end is the first minute of the next band.
            band(facts.minute_of_day.rem_euclid(DAY_MIN) + 1, &TIMES),
            facts.modality as u16,
            facts.kind as u16,
            *self.services.get(facts.service)?,
            *self.sites.get(facts.site)?,
            band(facts.came as i32, &STAGES),
            past,
            way,
            booking,
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_band_has_a_name() {
        assert_eq!(LEADS.len(), LEAD_DAYS.len() + 2);
        assert_eq!(PAST.len(), MISSED.len() + 2);
        assert_eq!(WAY_BANDS.len(), WAYS.len() + 4);
        for (value, ends, expected) in [
            (0, &LEAD_DAYS[..], 0),
            (1, &LEAD_DAYS, 1),
            (3, &LEAD_DAYS, 2),
            (4, &LEAD_DAYS, 3),
            (99, &LEAD_DAYS, 6),
            (9 * 60, &TIMES, 0),
            (9 * 60 + 1, &TIMES, 1),
        ] {
            assert_eq!(band(value, ends), expected, "{value}");
        }
    }
}
