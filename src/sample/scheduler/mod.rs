//! The human scheduler: books a week first-fit by habit, on a wall chart with half-hour lines.
//!
//! The faults of the week come from the habits, not from a list of faults:
//! * asks the same few clinicians first, by name, until they look full, so some do overtime while others have gaps;
//! * books in half-hour lines and does not count minutes before and after a session, nor driving between homes;
//! * sends everybody to the same few rooms and does not always look whether they are taken;
//! * fills the week from Monday morning;
//! * overlooks some entries, so people are double-booked;
//! * tries the usual clinician and one other, then leaves the session for later: not placed;
//! * does not look at authorizations, license dates or a patient's sum of hours;
//! * does not hear of every absence.

mod groups;
mod publish;
mod sessions;

use serde::{Deserialize, Serialize};

use crate::model::calendar::WeekHours;
use crate::model::clinic::{Clinician, Modality, Patient, Room, Service};
use crate::order::Arrange;
use crate::rng::Rng;

use super::chart::{Chart, When};
use super::draft::Draft;
pub(crate) use publish::publish;

/// How the scheduler works. All rates are our choice, set so that the default sample shows the faults a director
/// knows; chances are 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Habits {
    /// Chance that an entry on the chart is overlooked ever after.
    pub overlooks: f64,
    /// Chance to look whether the usual room is taken.
    pub checks_room: f64,
    /// Chance to ask a patient about other sessions at that time.
    pub checks_patient: f64,
    /// Chance to ask when a patient would rather come.
    pub asks_wish: f64,
    /// Chance to have heard of an absence.
    pub hears_of_absence: f64,
    /// Clinicians tried after the usual one.
    pub substitutes: usize,
    /// How much the first names of the team are preferred: weight of the n-th is 1 / (1 + n * favorites).
    pub favorites: f64,
    /// Booked minutes a week at which a full-time clinician looks full on the chart.
    pub looks_full_min: i32,
    /// Minutes assumed between two home visits, whatever the distance.
    pub drive_min: i32,
    /// Share of sessions by video where both sides could.
    pub offers_video: f64,
    /// Share of sessions that were promised and are locked.
    pub promises: f64,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            overlooks: 0.01,
            checks_room: 0.97,
            checks_patient: 0.97,
            asks_wish: 0.4,
            hears_of_absence: 0.7,
            substitutes: 1,
            favorites: 0.35,
            looks_full_min: 2100,
            drive_min: 20,
            offers_video: 0.18,
            promises: 0.02,
        }
    }
}

/// Keys of entries: demands from 0, groups and shifts from these on.
const GROUP_KEYS: u64 = 1 << 32;
const SHIFT_KEYS: u64 = 1 << 33;

/// What an entry of the week is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A session of one patient, by demand index.
    Demand(usize),
    /// A group session, by group index.
    Group(usize),
    /// A shift, by shift index.
    Shift(usize),
}

/// One entry of the standing week.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Names the entry for chance, whatever else is in the week.
    pub(crate) key: u64,
    pub(crate) what: What,
    /// Service index.
    pub(crate) service: usize,
    pub(crate) clinicians: Vec<usize>,
    pub(crate) room: Option<usize>,
    pub(crate) modality: Modality,
    pub(crate) when: When,
    /// Demand indices that have a seat, for a group.
    pub(crate) seats: Vec<usize>,
}

/// The week as it stands on the chart.
#[derive(Debug)]
pub(crate) struct StandingWeek {
    pub(crate) entries: Vec<Entry>,
    clinicians: Chart,
    rooms: Chart,
    patients: Chart,
}

/// Books the standing week, and the new requests of the planned week after it. Names the usual clinicians of patients.
pub(crate) fn standing_week(draft: &mut Draft, habits: &Habits) -> StandingWeek {
    let mut week = StandingWeek {
        entries: Vec::new(),
        clinicians: Chart::new(draft.clinic.clinicians.len()),
        rooms: Chart::new(draft.clinic.rooms.len()),
        patients: Chart::new(draft.clinic.patients.len()),
    };
    groups::book_shifts(draft, &mut week);
    groups::book_groups(draft, habits, &mut week);
    groups::give_seats(draft, &mut week);
    let mut order: Vec<usize> = (0..draft.demands.len())
        .filter(|&idx| draft.demands[idx].groups.is_empty())
        .collect();
    order.arrange_by_key(|&idx| {
        let demand = &draft.demands[idx];
        (demand.new, draft.clinic.patients[demand.patient].admitted, idx)
    });
    for idx in order {
        sessions::book_demand(draft, habits, &mut week, idx);
    }
    week
}

/// True if this clinician can give the service to this patient, by what the chart says.
fn can_treat(clinician: &Clinician, service: &Service, patient: &Patient) -> bool {
    let gender = patient
        .clinician_gender
        .as_ref()
        .filter(|_| patient.clinician_gender_required);
    has_skill(clinician, service)
        && clinician.site == patient.site
        && !patient.barred_clinicians.contains(&clinician.id)
        && gender.is_none_or(|gender| clinician.gender.as_ref() == Some(gender))
        && (!patient.language_required
            || patient
                .languages
                .iter()
                .any(|language| clinician.languages.contains(language)))
}

/// True if discipline and skill fit.
pub(crate) fn has_skill(clinician: &Clinician, service: &Service) -> bool {
    service
        .discipline
        .as_ref()
        .is_none_or(|discipline| *discipline == clinician.discipline)
        && service
            .skill
            .as_ref()
            .is_none_or(|skill| clinician.skills.contains(skill))
}

/// True if all of `when` lies in the hours.
fn within(hours: &WeekHours, when: When) -> bool {
    let day = crate::model::calendar::Weekday::from_index(when.day);
    hours
        .on(day)
        .any(|(from, to)| from <= when.start && when.start + when.minutes <= to)
}

/// Minutes a week that two sets of hours share in stretches of at least `minutes`.
fn shared_min(a: &WeekHours, b: &WeekHours, minutes: i32) -> i32 {
    let overlap = |&(day, from, to): &(_, i32, i32)| {
        b.on(day)
            .map(|(first, last)| to.min(last) - from.max(first))
            .filter(|&shared| shared >= minutes)
            .sum::<i32>()
    };
    a.windows().iter().map(overlap).sum()
}

impl StandingWeek {
    /// True if a clinician looks full, scaled to the contract.
    fn looks_full(&self, draft: &Draft, habits: &Habits, clinician: usize) -> bool {
        let share = draft.clinic.clinicians[clinician].contract_week_min;
        self.clinicians.week_min(clinician) * 2400 >= habits.looks_full_min * share
    }

    /// Draws one of `able` (in order of the team), the first names more often; the last resort is anyone of them.
    fn draw(&self, draft: &Draft, habits: &Habits, able: &[usize], rng: &mut Rng) -> Option<usize> {
        let weight = |at: usize, clinician: usize| {
            if self.looks_full(draft, habits, clinician) {
                0.0
            } else {
                1.0 / (1.0 + habits.favorites * at as f64)
            }
        };
        let weights: Vec<f64> = able
            .iter()
            .enumerate()
            .map(|(at, &clinician)| weight(at, clinician))
            .collect();
        able.get(rng.weighted(&weights)).copied()
    }

    /// Notes an entry on the chart, unless it slips.
    fn book(&mut self, draft: &Draft, entry: Entry, slips: bool) {
        let when = entry.when;
        if !slips {
            entry
                .clinicians
                .iter()
                .for_each(|&clinician| self.clinicians.note(clinician, when));
        }
        if let Some(room) = entry.room.filter(|_| !slips) {
            self.rooms.note(room, when);
        }
        if let What::Demand(demand) = entry.what {
            self.patients.note(draft.demands[demand].patient, when);
        }
        self.entries.push(entry);
    }
}

/// Rooms of a site that suit a service, in order.
fn rooms_for(draft: &Draft, site: &str, service: &Service) -> Vec<usize> {
    let suits = |room: &Room| {
        room.site == site
            && room.seats >= service.seats
            && service
                .room_features
                .iter()
                .all(|feature| room.features.contains(feature))
    };
    (0..draft.clinic.rooms.len())
        .filter(|&room| suits(&draft.clinic.rooms[room]))
        .collect()
}
