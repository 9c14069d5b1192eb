//! Who had a patient's place before: the places of a caseload pass from one patient to the next.

use std::collections::BTreeMap;

use crate::model::calendar::Date;
use crate::model::clinic::{Patient, Phase};

use super::draft::Draft;
use super::people::{Life, pseudonym, stay_days};

/// A stretch of days in which one person has a place.
#[derive(Debug, Clone)]
struct Stay {
    /// The patient who has the place now.
    place: usize,
    phase: Phase,
    /// Days from the planned Monday.
    from: i32,
    until: i32,
    /// The stay of the same person that came after this one, one level of care lower.
    next: Option<usize>,
    /// Patient index.
    person: usize,
}

/// Who had which place when, and who came new.
#[derive(Debug)]
pub(crate) struct Places {
    stays: Vec<Stay>,
    /// Stay indices by place, latest first.
    by_place: BTreeMap<usize, Vec<usize>>,
}

impl Places {
    /// The person who has this place on a day, counted from the planned Monday.
    pub(crate) fn person(&self, place: usize, day: i32) -> Option<usize> {
        let stays = self.by_place.get(&place)?;
        stays
            .iter()
            .map(|&idx| &self.stays[idx])
            .find(|stay| stay.from <= day && day <= stay.until)
            .map(|stay| stay.person)
    }

    /// Persons who came new, with their place and first day: no stay came before.
    pub(crate) fn newcomers(&self) -> Vec<(usize, usize, i32)> {
        let mut has_before = vec![false; self.stays.len()];
        for next in self.stays.iter().filter_map(|stay| stay.next) {
            has_before[next] = true;
        }
        let stays = self.stays.iter().zip(has_before);
        stays
            .filter(|(_, before)| !before)
            .map(|(stay, _)| (stay.person, stay.place, stay.from))
            .collect()
    }
}

/// The level of care from which people step down into this one.
fn level_above(phase: Phase) -> Option<Phase> {
    match phase {
        Phase::Residential => Some(Phase::Detox),
        Phase::IntensiveOutpatient => Some(Phase::PartialHospitalization),
        Phase::Outpatient => Some(Phase::IntensiveOutpatient),
        Phase::Maintenance => Some(Phase::Outpatient),
        _ => None,
    }
}

/// Fills the places backwards through the history and adds the former patients to the table.
pub(crate) fn fill(draft: &mut Draft) -> Places {
    let mut places = Places {
        stays: Vec::new(),
        by_place: BTreeMap::new(),
    };
    for place in 0..draft.clinic.patients.len() {
        chain(draft, &mut places, place);
    }
    for phase in [
        Phase::Residential,
        Phase::IntensiveOutpatient,
        Phase::Outpatient,
        Phase::Maintenance,
    ] {
        step_down(draft, &mut places, phase);
    }
    name_persons(draft, &mut places);
    places
}

/// The stays of one place, latest first. One in four ends early.
fn chain(draft: &Draft, places: &mut Places, place: usize) {
    let row = &draft.clinic.patients[place];
    let Some(admitted) = row.admitted else { return };
    let mut rng = draft.rng("place", place as u64);
    let (mut from, mut until) = (admitted.days_since(draft.monday), i32::MAX);
    let first_day = -7 * draft.weeks;
    loop {
        places.by_place.entry(place).or_default().push(places.stays.len());
        places.stays.push(Stay {
            place,
            phase: row.phase,
            from,
            until,
            next: None,
            person: place,
        });
        until = from - rng.between(1, 6);
        if until < first_day {
            return;
        }
        let usual = f64::from(stay_days(row.phase));
        let share = if rng.chance(0.25) {
            0.2 + 0.4 * rng.unit()
        } else {
            0.8 + 0.4 * rng.unit()
        };
        from = until - (usual * share) as i32;
    }
}

/// Six in ten of those who enter a level come from the one above at the same site, within two weeks.
fn step_down(draft: &Draft, places: &mut Places, phase: Phase) {
    let Some(above) = level_above(phase) else { return };
    let mut rng = draft.rng("step down", phase as u64);
    let site = |stay: &Stay| draft.clinic.patients[stay.place].site.as_str();
    for idx in 0..places.stays.len() {
        let stay = &places.stays[idx];
        if stay.phase != phase || !rng.chance(0.6) {
            continue;
        }
        let before = |other: &&Stay| {
            other.phase == above
                && other.next.is_none()
                && site(other) == site(stay)
                && (stay.from - 14..=stay.from).contains(&other.until)
        };
        let found = places.stays.iter().position(|other| before(&other));
        if let Some(found) = found {
            places.stays[found].next = Some(idx);
        }
    }
}

/// One row for every person; the last stay of a person decides who it is.
fn name_persons(draft: &mut Draft, places: &mut Places) {
    let ends: Vec<usize> = (0..places.stays.len()).map(|idx| last_of(&places.stays, idx)).collect();
    let mut count: BTreeMap<usize, usize> = BTreeMap::new();
    let mut person_of_end: BTreeMap<usize, usize> = BTreeMap::new();
    for end in ends.iter().copied().filter(|&end| places.stays[end].until != i32::MAX) {
        person_of_end.entry(end).or_insert_with(|| {
            let stay = &places.stays[end];
            let number = count.entry(stay.place).or_default();
            *number += 1;
            let row = former(draft, stay, *number);
            draft.clinic.patients.push(row);
            draft.clinic.patients.len() - 1
        });
    }
    for (idx, &end) in ends.iter().enumerate() {
        let person = person_of_end.get(&end).copied().unwrap_or(places.stays[end].place);
        places.stays[idx].person = person;
        let from = draft.monday.plus_days(places.stays[idx].from);
        let admitted = &mut draft.clinic.patients[person].admitted;
        *admitted = Some(admitted.map_or(from, |date| date.min(from)));
    }
}

fn last_of(stays: &[Stay], mut idx: usize) -> usize {
    while let Some(next) = stays[idx].next {
        idx = next;
    }
    idx
}

/// The row of a former patient: like the one who has the place now, with another pseudonym.
fn former(draft: &Draft, stay: &Stay, number: usize) -> Patient {
    let now = &draft.clinic.patients[stay.place];
    let mut rng = draft.rng("former", stay.place as u64 * 256 + number as u64);
    let near = |degrees: f64, offset: f64| libm::round((degrees + offset) * 10_000.0) / 10_000.0;
    let name = pseudonym(&mut rng, stay.place + 1, 4);
    Patient {
        id: format!("{}.{number}", now.id),
        name: format!("{name}.{number}"),
        latitude: now.latitude.map(|degrees| near(degrees, 0.01 * rng.normal())),
        longitude: now.longitude.map(|degrees| near(degrees, 0.01 * rng.normal())),
        phase: stay.phase,
        hours: Life::Flexible.hours(),
        admitted: None,
        discharged: Some(draft.monday.plus_days(stay.until)),
        preferred_hours: None,
        preferred_clinicians: Vec::new(),
        barred_clinicians: Vec::new(),
        needs: Vec::new(),
        clinician_gender: None,
        clinician_gender_required: false,
        minimum_week_hours: None,
        equity_group: Some(["A", "B", "C", "D"][rng.weighted(&[0.45, 0.3, 0.15, 0.1])].into()),
        ..now.clone()
    }
}

/// Somebody who was referred and never began: with a label for the id, and first and last day.
pub(crate) fn never_started(draft: &mut Draft, place: usize, label: &str, (from, until): (Date, Date)) -> usize {
    let now = draft.clinic.patients[place].clone();
    let mut rng = draft.rng(&format!("never started {label}"), place as u64);
    let name = pseudonym(&mut rng, place + 1, 4);
    draft.clinic.patients.push(Patient {
        id: format!("{}.{label}", now.id),
        name: format!("{name}.{label}"),
        phase: Phase::Evaluation,
        level_of_care: None,
        preferred_hours: None,
        admitted: Some(from),
        discharged: Some(until),
        language_required: false,
        clinician_gender: None,
        clinician_gender_required: false,
        needs: Vec::new(),
        preferred_clinicians: Vec::new(),
        barred_clinicians: Vec::new(),
        minimum_week_hours: None,
        ..now
    });
    draft.clinic.patients.len() - 1
}
