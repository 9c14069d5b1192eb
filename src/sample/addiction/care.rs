//! Patients of a center and what they receive, by phase.

use crate::model::calendar::{DateTime, WeekHours, Weekday};
use crate::model::clinic::{Modality, Phase};

use super::super::consents::family_may_come;
use super::super::draft::{Draft, Terms};
use super::super::people::{Life, admit};
use super::super::units::Unit;
use super::groups::Tracks;

/// The patient, with times that fit the track.
pub(super) fn patient(
    draft: &mut Draft,
    unit: &Unit,
    at: usize,
    (phase, track): (Phase, usize),
    has_choice: bool,
) -> usize {
    let mut rng = draft.rng("life", draft.clinic.patients.len() as u64);
    let life = match phase {
        Phase::PartialHospitalization => Life::Flexible,
        Phase::IntensiveOutpatient if track % 2 == 1 => Life::Worker,
        Phase::IntensiveOutpatient => [Life::Flexible, Life::Parent][rng.below(2)],
        _ => [Life::Flexible, Life::Worker, Life::Parent, Life::LateShift][rng.weighted(&[0.42, 0.26, 0.17, 0.15])],
    };
    let patient = admit(draft, unit, at, phase, life);
    // Some have one day of the week on which they cannot come: they need a seat in the other track on another day.
    if phase == Phase::IntensiveOutpatient && rng.chance(0.15) && has_choice {
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
pub(super) fn receive(draft: &mut Draft, unit: &Unit, patient: usize, (phase, track): (Phase, usize), tracks: &Tracks) {
    let mut rng = draft.rng("orders", patient as u64);
    let consent = family_may_come(draft, patient);
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
    let requested: DateTime = draft.monday.at_minute(0).plus_minutes(-60 * hours_ago);
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
