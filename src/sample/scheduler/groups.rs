//! What stands in the week before any single session: shifts, groups and the seats in them.

use crate::model::calendar::WeekHours;
use crate::model::clinic::{Clinician, Modality};
use crate::order::Arrange;
use crate::rng::Rng;

use super::super::chart::When;
use super::super::draft::Draft;
use super::{Entry, GROUP_KEYS, Habits, SHIFT_KEYS, StandingWeek, What, has_skill, rooms_for, within};

/// Shifts go round the people who have the hours.
pub(super) fn book_shifts(draft: &Draft, week: &mut StandingWeek) {
    for (idx, shift) in draft.clinic.shifts.iter().enumerate() {
        let Some(service) = draft
            .clinic
            .services
            .iter()
            .position(|service| service.id == shift.service)
        else {
            continue;
        };
        for &day in &shift.days {
            let key = SHIFT_KEYS + (idx * 8 + day as usize) as u64;
            let when = When {
                day: day as usize,
                start: shift.start_min,
                minutes: shift.minutes,
                weeks: 0b1111,
            };
            let clinician = (0..draft.clinic.clinicians.len())
                .filter(|&at| {
                    let clinician = &draft.clinic.clinicians[at];
                    clinician.site == shift.site
                        && has_skill(clinician, &draft.clinic.services[service])
                        && within(&clinician.hours, when)
                        && week.clinicians.is_free(at, when, 0)
                })
                .min_by_key(|&at| week.clinicians.week_min(at) / 500);
            let Some(clinician) = clinician else { continue };
            let entry = Entry {
                key,
                what: What::Shift(idx),
                service,
                clinicians: vec![clinician],
                room: None,
                modality: Modality::InPerson,
                when,
                seats: Vec::new(),
            };
            week.book(draft, entry, false);
        }
    }
}

/// Days on which a group meets: spread over the days of its window, from another day on for the next group.
fn meeting_days(window: &WeekHours, per_week: usize, group: usize) -> Vec<(usize, i32)> {
    let mut days: Vec<(usize, i32)> = window
        .windows()
        .iter()
        .map(|&(day, from, _)| (day as usize, from))
        .collect();
    days.dedup_by_key(|day| day.0);
    let (all, count) = (days.len(), per_week.min(days.len()));
    let mut met: Vec<(usize, i32)> = (0..count).map(|at| days[(group + at * all / count) % all]).collect();
    met.arrange();
    met
}

/// Groups keep their leader, days, start and room from week to week.
pub(super) fn book_groups(draft: &Draft, habits: &Habits, week: &mut StandingWeek) {
    for (idx, group) in draft.clinic.groups.iter().enumerate() {
        let mut rng = draft.rng("group", idx as u64);
        let (Some(service), Some(window)) = (
            draft
                .clinic
                .services
                .iter()
                .position(|service| service.id == group.service),
            group.hours.as_ref(),
        ) else {
            continue;
        };
        let row = &draft.clinic.services[service];
        let meetings: Vec<When> = meeting_days(window, group.per_week as usize, idx)
            .into_iter()
            .map(|(day, start)| When {
                day,
                start,
                minutes: row.minutes,
                weeks: 0b1111,
            })
            .collect();
        let leader = leader(draft, habits, week, &group.site, &meetings, &mut rng, |clinician| {
            has_skill(clinician, row)
        });
        let rooms = rooms_for(draft, &group.site, row);
        let free = |room: &&usize| meetings.iter().all(|&when| week.rooms.is_free(**room, when, 0));
        let room = if rng.chance(habits.checks_room) {
            rooms.iter().find(free)
        } else {
            rooms.first()
        };
        let (Some(leader), Some(&room)) = (leader, room.or(rooms.first())) else {
            continue;
        };
        for when in meetings {
            let second = group
                .co_leader_skill
                .as_ref()
                .and_then(|skill| second(draft, week, leader, skill, when));
            let entry = Entry {
                key: GROUP_KEYS + (idx * 8 + when.day) as u64,
                what: What::Group(idx),
                service,
                clinicians: std::iter::once(leader).chain(second).collect(),
                room: Some(room),
                modality: Modality::InPerson,
                when,
                seats: Vec::new(),
            };
            week.book(draft, entry, false);
        }
    }
}

/// Someone of the site for all meetings of a group, or for as many as possible.
fn leader(
    draft: &Draft,
    habits: &Habits,
    week: &StandingWeek,
    site: &str,
    meetings: &[When],
    rng: &mut Rng,
    fits: impl Fn(&Clinician) -> bool,
) -> Option<usize> {
    let meets = |at: usize| {
        let hours = &draft.clinic.clinicians[at].hours;
        meetings
            .iter()
            .filter(|&&when| within(hours, when) && week.clinicians.is_free(at, when, 0))
            .count()
    };
    let able: Vec<usize> = (0..draft.clinic.clinicians.len())
        .filter(|&at| draft.clinic.clinicians[at].site == site && fits(&draft.clinic.clinicians[at]))
        .collect();
    let most = able.iter().map(|&at| meets(at)).max().filter(|&most| most > 0)?;
    let able: Vec<usize> = able.into_iter().filter(|&at| meets(at) == most).collect();
    week.draw(draft, habits, &able, rng)
}

/// A second clinician with a skill, at the site of the first: someone who looks free, else whoever is there.
pub(super) fn second(draft: &Draft, week: &StandingWeek, first: usize, skill: &String, when: When) -> Option<usize> {
    let there = |&at: &usize| {
        let clinician = &draft.clinic.clinicians[at];
        at != first
            && clinician.site == draft.clinic.clinicians[first].site
            && clinician.skills.contains(skill)
            && within(&clinician.hours, when)
    };
    let able: Vec<usize> = (0..draft.clinic.clinicians.len()).filter(there).collect();
    let free = able.iter().copied().filter(|&at| week.clinicians.is_free(at, when, 0));
    free.min_by_key(|&at| week.clinicians.week_min(at))
        .or(able.first().copied())
}

/// Every patient of a group sits in all its sessions; the usual group first, the next one when it looks full. The
/// count is from memory: one in twenty looks emptier than it is.
pub(super) fn give_seats(draft: &Draft, week: &mut StandingWeek) {
    for (idx, demand) in draft.demands.iter().enumerate() {
        let mut rng = draft.rng("seat", idx as u64);
        for &group in &demand.groups {
            let max = draft.clinic.groups[group].max as usize + usize::from(rng.chance(0.05));
            let sessions: Vec<usize> = (0..week.entries.len())
                .filter(|&at| week.entries[at].what == What::Group(group))
                .collect();
            let hours = &draft.clinic.patients[demand.patient].hours;
            let fits = |&at: &usize| week.entries[at].seats.len() < max && within(hours, week.entries[at].when);
            let open: Vec<usize> = sessions
                .into_iter()
                .filter(fits)
                .take(demand.per_week as usize)
                .collect();
            if open.is_empty() {
                continue;
            }
            for at in open {
                week.entries[at].seats.push(idx);
                week.patients.note(demand.patient, week.entries[at].when);
            }
            break;
        }
    }
}
