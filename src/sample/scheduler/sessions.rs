//! Single sessions: who is tried, and the first free line.

use crate::model::clinic::{Clinician, Kind, Modality};
use crate::rng::Rng;

use super::super::chart::When;
use super::super::draft::{Demand, Draft};
use super::groups::second;
use super::{Entry, Habits, StandingWeek, What, can_treat, rooms_for, shared_min, within};

/// Books every session of a demand: usual clinician, first free line from Monday on.
pub(super) fn book_demand(draft: &mut Draft, habits: &Habits, week: &mut StandingWeek, idx: usize) {
    let demand = draft.demands[idx].clone();
    let mut rng = draft.rng("booking", idx as u64);
    let tried = usual_and_others(draft, habits, week, &demand, &mut rng);
    let patient = &mut draft.clinic.patients[demand.patient];
    let fixed = matches!(
        draft.clinic.services[demand.service].kind,
        Kind::Individual | Kind::Family
    );
    if let Some(&usual) = tried.first().filter(|_| fixed && !demand.new) {
        let id = draft.clinic.clinicians[usual].id.clone();
        if !patient.preferred_clinicians.contains(&id) {
            patient.preferred_clinicians.push(id);
        }
    }
    let mut first_day = 0;
    for _ in 0..demand.per_week {
        let found = tried
            .iter()
            .find_map(|&clinician| first_free(draft, habits, week, idx, clinician, first_day, &mut rng));
        let Some(entry) = found else { continue };
        first_day = entry.when.day + demand.min_days.max(1) as usize;
        let slips = rng.chance(habits.overlooks);
        week.book(draft, entry, slips);
    }
}

/// The clinicians that the scheduler tries: those who treat the patient already, else a draw; then a few others.
fn usual_and_others(draft: &Draft, habits: &Habits, week: &StandingWeek, demand: &Demand, rng: &mut Rng) -> Vec<usize> {
    let service = &draft.clinic.services[demand.service];
    let patient = &draft.clinic.patients[demand.patient];
    let able: Vec<usize> = (0..draft.clinic.clinicians.len())
        .filter(|&at| {
            let clinician = &draft.clinic.clinicians[at];
            can_treat(clinician, service, patient)
                && shared_min(&clinician.hours, &patient.hours, service.minutes) >= 2 * service.minutes
        })
        .collect();
    let known = able
        .iter()
        .copied()
        .find(|&at| patient.preferred_clinicians.contains(&draft.clinic.clinicians[at].id));
    let mut tried = Vec::new();
    tried.extend(known.or_else(|| week.draw(draft, habits, &able, rng)));
    // In home health it is usual to call one more.
    let visits = service.modalities.first() == Some(&Modality::Home);
    for _ in 0..habits.substitutes + usize::from(visits) {
        let others: Vec<usize> = able.iter().copied().filter(|at| !tried.contains(at)).collect();
        tried.extend(week.draw(draft, habits, &others, rng));
    }
    tried
}

/// The first line from `first_day` on where clinician, patient and room look free.
fn first_free(
    draft: &Draft,
    habits: &Habits,
    week: &StandingWeek,
    idx: usize,
    clinician: usize,
    first_day: usize,
    rng: &mut Rng,
) -> Option<Entry> {
    let demand = &draft.demands[idx];
    let service = &draft.clinic.services[demand.service];
    let patient = &draft.clinic.patients[demand.patient];
    let row = &draft.clinic.clinicians[clinician];
    let modality = modality(draft, habits, idx, row, rng);
    let rooms = if modality == Modality::InPerson {
        rooms_for(draft, &patient.site, service)
    } else {
        Vec::new()
    };
    let usual_room = rooms.get(clinician % rooms.len().max(1)).copied();
    let (looks, asks) = (rng.chance(habits.checks_room), rng.chance(habits.checks_patient));
    let gap = if modality == Modality::Home {
        habits.drive_min
    } else {
        0
    };
    let family = draft
        .clinic
        .contacts
        .iter()
        .find(|contact| contact.patient == patient.id && contact.required);
    let family = family.filter(|_| service.kind == Kind::Family);
    let wish = patient
        .preferred_hours
        .as_ref()
        .filter(|_| rng.chance(habits.asks_wish));
    let room_at = |when: When| match usual_room {
        None => Some(None),
        Some(room) if !looks || week.rooms.is_free(room, when, 0) => Some(Some(room)),
        Some(_) => rooms
            .iter()
            .copied()
            .find(|&room| week.rooms.is_free(room, when, 0))
            .map(Some),
    };
    let with_drive = |when: When| When {
        start: when.start - gap,
        minutes: when.minutes + 2 * gap,
        ..when
    };
    let suits = |when: When| {
        within(&row.hours, with_drive(when))
            && within(&patient.hours, when)
            && family.is_none_or(|contact| within(&contact.hours, when))
            && week.clinicians.is_free(clinician, when, gap)
            && (!asks || week.patients.is_free(demand.patient, when, 0))
    };
    for wish in [wish, None] {
        for when in lines(first_day, service.minutes, demand.weeks()) {
            if !suits(when) || !wish.is_none_or(|wish| within(wish, when)) {
                continue;
            }
            if let Some(room) = room_at(when) {
                let skill = demand
                    .order
                    .and_then(|order| draft.clinic.orders[order].second_skill.as_ref());
                let helper = skill.and_then(|skill| second(draft, week, clinician, skill, when));
                return Some(Entry {
                    key: (idx * 8 + when.day) as u64,
                    what: What::Demand(idx),
                    service: demand.service,
                    clinicians: std::iter::once(clinician).chain(helper).collect(),
                    room,
                    modality,
                    when,
                    seats: Vec::new(),
                });
            }
        }
    }
    None
}

/// The half-hour lines of the chart, from Monday morning to Sunday evening.
fn lines(first_day: usize, minutes: i32, weeks: u8) -> impl Iterator<Item = When> {
    (first_day..7).flat_map(move |day| {
        (14..42).map(move |line| When {
            day,
            start: line * 30,
            minutes,
            weeks,
        })
    })
}

/// How a session takes place: the first way allowed, or video now and then.
fn modality(draft: &Draft, habits: &Habits, idx: usize, clinician: &Clinician, rng: &mut Rng) -> Modality {
    let demand = &draft.demands[idx];
    let service = &draft.clinic.services[demand.service];
    let allowed = demand
        .order
        .map(|order| &draft.clinic.orders[order].modalities)
        .filter(|list| !list.is_empty());
    let allowed = allowed.unwrap_or(&service.modalities);
    let remote = draft.clinic.patients[demand.patient].telehealth && clinician.telehealth;
    let video = remote && allowed.contains(&Modality::Video) && rng.chance(habits.offers_video);
    let first = allowed
        .iter()
        .copied()
        .find(|modality| remote || matches!(modality, Modality::InPerson | Modality::Home));
    if video {
        Modality::Video
    } else {
        first.unwrap_or(Modality::InPerson)
    }
}
