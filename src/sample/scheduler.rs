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

use serde::{Deserialize, Serialize};

use crate::model::calendar::WeekHours;
use crate::model::clinic::{
    Appointment, Attendance, Clinician, Freedom, Kind, Modality, Party, Patient, Service, Status,
};
use crate::rng::Rng;

use super::chart::{Chart, When};
use super::draft::{Demand, Draft};

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
            overlooks: 0.015,
            checks_room: 0.94,
            checks_patient: 0.97,
            asks_wish: 0.4,
            hears_of_absence: 0.65,
            substitutes: 1,
            favorites: 0.35,
            looks_full_min: 1980,
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
    book_shifts(draft, &mut week);
    book_groups(draft, habits, &mut week);
    give_seats(draft, habits, &mut week);
    let mut order: Vec<usize> = (0..draft.demands.len())
        .filter(|&idx| draft.demands[idx].groups.is_empty())
        .collect();
    order.sort_by_key(|&idx| {
        let demand = &draft.demands[idx];
        (demand.new, draft.clinic.patients[demand.patient].admitted, idx)
    });
    for idx in order {
        book_demand(draft, habits, &mut week, idx);
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
    let suits = |room: &crate::model::clinic::Room| {
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

/// Shifts go round the people who have the hours.
fn book_shifts(draft: &Draft, week: &mut StandingWeek) {
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
    met.sort_unstable();
    met
}

/// Groups keep their leader, days, start and room from week to week.
fn book_groups(draft: &Draft, habits: &Habits, week: &mut StandingWeek) {
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
fn second(draft: &Draft, week: &StandingWeek, first: usize, skill: &String, when: When) -> Option<usize> {
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
fn give_seats(draft: &Draft, _habits: &Habits, week: &mut StandingWeek) {
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

/// Books every session of a demand: usual clinician, first free line from Monday on.
fn book_demand(draft: &mut Draft, habits: &Habits, week: &mut StandingWeek, idx: usize) {
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

/// Writes the planned week into the appointments: the standing week, with absences dealt with as far as heard of.
pub(crate) fn publish(draft: &mut Draft, week: &StandingWeek, habits: &Habits) {
    let mut number = 0;
    for entry in week.entries.iter().filter(|entry| entry.when.weeks & 1 == 1) {
        number += 1;
        let mut rng = draft.rng("publish", entry.key);
        let mut entry = entry.clone();
        if is_away(draft, &entry) && rng.chance(habits.hears_of_absence) {
            let Some(other) = cover(draft, week, &entry, &mut rng) else {
                continue;
            };
            entry.clinicians[0] = other;
        }
        let row = appointment(draft, &entry, format!("a{number}"), &mut rng, habits);
        for &seat in &entry.seats {
            draft.clinic.attendances.push(Attendance {
                appointment: row.id.clone(),
                patient: draft.clinic.patients[draft.demands[seat].patient].id.clone(),
                order: draft.demands[seat]
                    .order
                    .map(|order| draft.clinic.orders[order].id.clone()),
                status: Status::Booked,
                changed: None,
                changed_by: None::<Party>,
            });
        }
        draft.clinic.appointments.push(row);
    }
}

/// True if the first clinician has an absence at that time.
fn is_away(draft: &Draft, entry: &Entry) -> bool {
    let from = draft.monday.at_minute(entry.when.day as i32 * 1440 + entry.when.start);
    let until = from.plus_minutes(entry.when.minutes);
    let id = &draft.clinic.clinicians[entry.clinicians[0]].id;
    draft
        .clinic
        .absences
        .iter()
        .any(|absence| absence.id == *id && absence.from < until && from < absence.until)
}

/// Someone else at the same time, whoever comes to mind first.
fn cover(draft: &Draft, week: &StandingWeek, entry: &Entry, rng: &mut Rng) -> Option<usize> {
    let service = &draft.clinic.services[entry.service];
    let site = &draft.clinic.clinicians[entry.clinicians[0]].site;
    let able: Vec<usize> = (0..draft.clinic.clinicians.len())
        .filter(|&at| {
            let clinician = &draft.clinic.clinicians[at];
            clinician.site == *site
                && !entry.clinicians.contains(&at)
                && has_skill(clinician, service)
                && within(&clinician.hours, entry.when)
                && week.clinicians.is_free(at, entry.when, 0)
        })
        .collect();
    rng.pick(&able).copied()
}

fn appointment(draft: &Draft, entry: &Entry, id: String, rng: &mut Rng, habits: &Habits) -> Appointment {
    let start = draft.monday.at_minute(entry.when.day as i32 * 1440 + entry.when.start);
    let demand = match entry.what {
        What::Demand(demand) => Some(&draft.demands[demand]),
        _ => None,
    };
    let order = demand
        .and_then(|demand| demand.order)
        .map(|order| &draft.clinic.orders[order]);
    let requested = order.and_then(|order| order.requested);
    let confirmed = match requested {
        Some(requested) => Some(
            requested
                .plus_minutes(15 + rng.between(5, 90))
                .min(draft.clinic.settings.as_of),
        ),
        None => demand.map(|_| start.plus_minutes(-1440 * rng.between(5, 21))),
    };
    let as_of = draft.clinic.settings.as_of;
    Appointment {
        id,
        service: draft.clinic.services[entry.service].id.clone(),
        order: order.map(|order| order.id.clone()),
        patient: demand.map(|demand| draft.clinic.patients[demand.patient].id.clone()),
        group: match entry.what {
            What::Group(group) => Some(draft.clinic.groups[group].id.clone()),
            _ => None,
        },
        shift: match entry.what {
            What::Shift(shift) => Some(draft.clinic.shifts[shift].id.clone()),
            _ => None,
        },
        clinicians: entry
            .clinicians
            .iter()
            .map(|&at| draft.clinic.clinicians[at].id.clone())
            .collect(),
        room: entry.room.map(|room| draft.clinic.rooms[room].id.clone()),
        modality: entry.modality,
        start,
        minutes: entry.when.minutes,
        status: Status::Booked,
        freedom: if rng.chance(habits.promises) {
            Freedom::Locked
        } else {
            Freedom::Movable
        },
        requested,
        confirmed: confirmed.map(|moment| moment.min(as_of.plus_minutes(-60))),
        changed: None,
        changed_by: None,
        replaced_by: None,
        emergency: false,
        documentation_min: None,
        after_hours_min: None,
        travel_min: None,
        miles: None,
        family_attended: None,
    }
}
