//! The past: the standing week, week after week, with the people who had the places then and what became of each
//! appointment.

use crate::model::calendar::{DAY_MIN, Date, DateTime};
use crate::model::clinic::{Appointment, Attendance, Kind, Modality, Party, Status};
use crate::order::Arrange;
use crate::rng::Rng;

use super::attendance::{Outcome, base_no_show, draw, draw_lead, lead_factor, weekday_factor};
use super::draft::Draft;
use super::intake;
use super::places::{self, Places};
use super::scheduler::{Entry, StandingWeek, What};

/// Writes the appointments, seats and referrals of every past week.
pub(crate) fn write(draft: &mut Draft, week: &StandingWeek) {
    let places = places::fill(draft);
    let mut entries: Vec<&Entry> = week.entries.iter().collect();
    entries.arrange_by_key(|entry| (entry.when.day, entry.when.start, entry.key));
    for past in (1..=draft.weeks).rev() {
        for entry in entries
            .iter()
            .filter(|entry| entry.when.weeks >> ((-past).rem_euclid(4)) & 1 == 1)
        {
            let mut rng = draft.rng("visit", (entry.key << 8) + past as u64);
            match entry.what {
                What::Demand(demand) if !draft.demands[demand].new => session(draft, &places, entry, past, &mut rng),
                What::Demand(_) => {}
                What::Group(_) => group(draft, &places, entry, past, &mut rng),
                What::Shift(_) => shift(draft, entry, past),
            }
        }
    }
    intake::write(draft, &places, week);
    draft.clinic.appointments.arrange_by_key(|row| row.start);
}

/// Day of an entry, counted from the planned Monday, and its start.
pub(crate) fn moment(draft: &Draft, entry: &Entry, past: i32) -> (i32, DateTime) {
    let day = entry.when.day as i32 - 7 * past;
    (day, draft.monday.at_minute(day * DAY_MIN + entry.when.start))
}

/// Away from work on a day of the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Away {
    /// Known for weeks.
    Leave,
    /// Known since the morning.
    Sick,
}

/// Whether a clinician was away: about two weeks of leave and three sick days in half a year (our assumption).
pub(crate) fn away(draft: &Draft, clinician: usize, day: i32) -> Option<Away> {
    let week = day.div_euclid(7);
    let mut rng = draft.rng("away", clinician as u64 * 512 + (-week) as u64);
    let leave = rng.chance(0.07);
    let sick_day = rng.chance(0.11).then(|| rng.between(0, 4));
    match () {
        () if leave => Some(Away::Leave),
        () if sick_day == Some(day.rem_euclid(7)) => Some(Away::Sick),
        () => None,
    }
}

/// An appointment as it was agreed, before anything became of it.
pub(crate) fn agreed(draft: &Draft, entry: &Entry, start: DateTime, id: String) -> Appointment {
    let service = &draft.clinic.services[entry.service].id;
    Appointment {
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
        status: Status::Completed,
        ..Appointment::booked(&id, service, entry.modality, start, entry.when.minutes)
    }
}

fn next_id(draft: &Draft) -> String {
    format!("h{}", draft.clinic.appointments.len() + 1)
}

/// One patient's session: lead, outcome, notes, travel; moved now and then; an emergency between the weeks.
fn session(draft: &mut Draft, places: &Places, entry: &Entry, past: i32, rng: &mut Rng) {
    let (day, start) = moment(draft, entry, past);
    let What::Demand(demand) = entry.what else { return };
    let Some(person) = places.person(draft.demands[demand].patient, day) else {
        return;
    };
    let mut row = agreed(draft, entry, start, next_id(draft));
    row.patient = Some(draft.clinic.patients[person].id.clone());
    let lead = draw_lead(rng);
    confirm(&mut row, lead, rng);
    let service = &draft.clinic.services[entry.service];
    let no_show = base_no_show(service) * lead_factor(lead) * weekday_factor(entry.when.day) * keenness(draft, person);
    let outcome = match away(draft, entry.clinicians[0], day) {
        Some(Away::Leave) if rng.chance(0.35) => covered(draft, entry, &mut row, rng),
        Some(_) => Outcome::ClinicCancel,
        None => draw(rng, no_show),
    };
    settle(draft, &mut row, outcome, rng);
    if row.status == Status::Completed {
        notes(draft, entry, &mut row, rng);
    }
    let moved = row.status == Status::Cancelled && rng.chance(0.4) && entry.when.day < 4;
    draft.clinic.appointments.push(row);
    if moved {
        replacement(draft, entry, rng);
    } else if entry.modality == Modality::InPerson && rng.chance(0.012) {
        emergency(draft, entry, rng);
    }
}

/// When it was agreed: `lead` days before at noon or so. One in eight was asked for shortly before; the others are
/// standing appointments.
fn confirm(row: &mut Appointment, lead: i32, rng: &mut Rng) {
    let morning = row
        .start
        .date()
        .plus_days(-lead)
        .at_minute(rng.between(8 * 60, 17 * 60));
    let confirmed = morning.min(row.start.plus_minutes(-45));
    // Now and then nobody wrote down when it was agreed.
    if rng.chance(0.12) {
        return;
    }
    row.confirmed = Some(confirmed);
    if rng.chance(0.14) {
        // Placing a request takes 45 to 60 minutes by hand (domain guide 2), from a quarter to three hours.
        let minutes = libm::exp(3.9 + 0.5 * rng.normal());
        row.requested = Some(confirmed.plus_minutes(-(minutes as i32).clamp(5, 400)));
    }
}

/// A patient's own factor on no-shows: most come nearly always, a few seldom.
fn keenness(draft: &Draft, person: usize) -> f64 {
    libm::exp(0.55 * draft.rng("keenness", person as u64).normal() - 0.15)
}

/// Somebody of the same discipline steps in.
fn covered(draft: &Draft, entry: &Entry, row: &mut Appointment, rng: &mut Rng) -> Outcome {
    let own = &draft.clinic.clinicians[entry.clinicians[0]];
    let others: Vec<&String> = draft
        .clinic
        .clinicians
        .iter()
        .filter(|other| other.site == own.site && other.discipline == own.discipline && other.id != own.id)
        .map(|other| &other.id)
        .collect();
    match rng.pick(&others) {
        Some(&other) => {
            row.clinicians = vec![other.clone()];
            Outcome::Completed
        }
        None => Outcome::ClinicCancel,
    }
}

/// Status, and when and by whom it was cancelled.
fn settle(draft: &Draft, row: &mut Appointment, outcome: Outcome, rng: &mut Rng) {
    let (status, notice, by) = match outcome {
        Outcome::Completed => (Status::Completed, None, None),
        Outcome::NoShow => (Status::NoShow, None, None),
        Outcome::Missed => (Status::Missed, None, None),
        Outcome::Unresolved => (if rng.chance(0.3) { Status::Void } else { Status::Booked }, None, None),
        Outcome::LateCancel => (Status::Cancelled, Some(rng.between(20, 1_380)), Some(Party::Patient)),
        Outcome::EarlyCancel => (Status::Cancelled, Some(rng.between(1_500, 7_000)), Some(Party::Patient)),
        Outcome::ClinicCancel => {
            let notice = if rng.chance(0.45) {
                rng.between(30, 1_380)
            } else {
                rng.between(1_500, 9_000)
            };
            (
                Status::Cancelled,
                Some(notice),
                Some(if rng.chance(0.04) { Party::Payer } else { Party::Clinic }),
            )
        }
    };
    row.status = status;
    row.changed_by = by;
    row.changed = notice.map(|minutes| row.start.plus_minutes(-minutes).max(row.confirmed.unwrap_or(row.start)));
    let service = draft.clinic.services.iter().find(|service| service.id == row.service);
    if status == Status::Completed && service.is_some_and(|service| service.kind == Kind::Family) {
        row.family_attended = Some(rng.weighted(&[0.18, 0.55, 0.27]) as i32);
    }
}

/// Documentation, part of it after hours, and travel to a home.
pub(crate) fn notes(draft: &Draft, entry: &Entry, row: &mut Appointment, rng: &mut Rng) {
    let usual = f64::from(draft.clinic.services[entry.service].documentation_min);
    if usual > 0.0 && rng.chance(0.78) {
        let minutes = ((usual * libm::exp(0.35 * rng.normal())) as i32).max(2);
        row.documentation_min = Some(minutes);
        row.after_hours_min = rng.chance(0.16).then(|| minutes - minutes / 4);
    }
    if entry.modality == Modality::Home {
        // Half of the ways are within a town of the county, the others between towns.
        let km = if rng.chance(0.5) {
            2.0 + 4.0 * rng.unit()
        } else {
            7.0 + 13.0 * rng.unit()
        };
        row.travel_min = Some((km * 60.0 / f64::from(draft.clinic.settings.travel_speed_kmh)) as i32 + 2);
        row.miles = Some(libm::round(km * 6.21371) / 10.0);
    }
}

/// A cancelled session takes place later in the week.
fn replacement(draft: &mut Draft, entry: &Entry, rng: &mut Rng) {
    let id = next_id(draft);
    let last = draft.clinic.appointments.len() - 1;
    let old = &mut draft.clinic.appointments[last];
    old.replaced_by = Some(id.clone());
    let mut row = Appointment {
        id,
        start: old
            .start
            .plus_minutes(DAY_MIN * rng.between(1, 4 - entry.when.day as i32)),
        confirmed: old.changed,
        requested: old.changed.map(|moment| moment.plus_minutes(-rng.between(10, 90))),
        replaced_by: None,
        changed: None,
        changed_by: None,
        family_attended: None,
        ..old.clone()
    };
    settle(draft, &mut row, draw(rng, 0.1), rng);
    if row.status == Status::Completed {
        notes(draft, entry, &mut row, rng);
    }
    draft.clinic.appointments.push(row);
}

/// The same patient in need of half an hour at once, some days after the session.
fn emergency(draft: &mut Draft, entry: &Entry, rng: &mut Rng) {
    let id = next_id(draft);
    let last = draft.clinic.appointments.len() - 1;
    let old = &draft.clinic.appointments[last];
    let requested = old
        .start
        .date()
        .plus_days(rng.between(0, 4 - (entry.when.day as i32).min(4)));
    let requested = requested.at_minute(rng.between(8 * 60 + 30, 16 * 60));
    let wait = (libm::exp(3.5 + 0.8 * rng.normal()) as i32).clamp(5, 400);
    let mut row = Appointment {
        id,
        start: requested.plus_minutes(wait - wait % 5 + 5),
        minutes: 30,
        requested: Some(requested),
        confirmed: Some(requested.plus_minutes(rng.between(2, 12).min(wait))),
        status: Status::Completed,
        changed: None,
        changed_by: None,
        replaced_by: None,
        emergency: true,
        ..old.clone()
    };
    notes(draft, entry, &mut row, rng);
    draft.clinic.appointments.push(row);
}

/// A group session with its seats.
fn group(draft: &mut Draft, places: &Places, entry: &Entry, past: i32, rng: &mut Rng) {
    let (day, start) = moment(draft, entry, past);
    let mut row = agreed(draft, entry, start, next_id(draft));
    let cancelled = away(draft, entry.clinicians[0], day).is_some() && entry.clinicians.len() == 1 && rng.chance(0.3);
    if cancelled {
        settle(draft, &mut row, Outcome::ClinicCancel, rng);
    } else {
        notes(draft, entry, &mut row, rng);
    }
    let no_show = base_no_show(&draft.clinic.services[entry.service]) * weekday_factor(entry.when.day);
    for &seat in &entry.seats {
        let demand = &draft.demands[seat];
        let Some(person) = places.person(demand.patient, day).filter(|_| demand.is_due(-past)) else {
            continue;
        };
        let outcome = if cancelled {
            Outcome::ClinicCancel
        } else {
            draw(rng, no_show * keenness(draft, person))
        };
        let mut seat = row.clone();
        settle(draft, &mut seat, outcome, rng);
        draft.clinic.attendances.push(Attendance {
            appointment: row.id.clone(),
            patient: draft.clinic.patients[person].id.clone(),
            order: None,
            status: seat.status,
            changed: if cancelled { row.changed } else { seat.changed },
            changed_by: if cancelled { row.changed_by } else { seat.changed_by },
        });
    }
    draft.clinic.appointments.push(row);
}

fn shift(draft: &mut Draft, entry: &Entry, past: i32) {
    let (_, start) = moment(draft, entry, past);
    let row = agreed(draft, entry, start, next_id(draft));
    draft.clinic.appointments.push(row);
}

/// The first day of the history.
pub(crate) fn first_day(draft: &Draft) -> Date {
    draft.monday.plus_days(-7 * draft.weeks)
}
