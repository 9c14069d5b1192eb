//! Values that each may be, but not together: days that are too full, and moments in the wrong order.

use std::collections::BTreeMap;

use super::finding::{Finding, Grade, Kind, Place, Report, Sureness};
use super::mend::{Close, Mend};
use crate::model::Clinic;
use crate::model::build::shown;
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{self, Appointment, Status};
use crate::order::IntoOrdered;

/// A session other than a shift lasts this long at most, minutes. An intensive day of partial hospitalization has
/// four to six hours.
const LONGEST_MIN: i32 = 480;
/// Sessions of one clinician on a day that are more than anybody can give: one every half an hour for twelve hours.
const MOST_VISITS: usize = 24;
/// From here on they are doubtful: the usual day has four to seven [ANGUS].
const MANY_VISITS: usize = 16;
/// Documentation and sessions of a day, minutes, that are doubtful: the longest day of the workload literature, 13 h
/// [STIM], and three more. So much documentation alone cannot be.
const LONG_DAY_MIN: i64 = 960;

pub(super) fn find(clinic: &Clinic, report: &mut Report) {
    lengths(clinic, report);
    days(clinic, report);
    orders_of_time(clinic, report);
    paid_parts(clinic, report);
    repeats(clinic, report);
}

/// True if something was to take place: not only suggested, and no mistake.
fn counts(row: &Appointment) -> bool {
    !matches!(row.status, Status::Proposed | Status::Waitlist | Status::Void)
}

fn place(at: usize, row: &Appointment) -> Place {
    Place::new("appointments", at, &row.id)
}

fn lengths(clinic: &Clinic, report: &mut Report) {
    let kinds: BTreeMap<&str, clinic::Kind> = clinic.services.iter().map(|row| (&*row.id, row.kind)).into_map();
    for (at, row) in clinic.appointments.iter().enumerate() {
        let is_shift = row.shift.is_some() || kinds.get(&*row.service) == Some(&clinic::Kind::Shift);
        if !is_shift && counts(row) && row.minutes > LONGEST_MIN {
            let text = format!(
                "a session on {} lasts {} h {} min",
                row.start.date(),
                row.minutes / 60,
                row.minutes % 60
            );
            let found = Finding::new(Kind::LongSession, Grade::Error, Sureness::Likely, text);
            report.add(found.at([place(at, row)]).or(closed(&[(at, row)])));
        }
    }
}

fn closed(rows: &[(usize, &Appointment)]) -> Mend {
    Mend::CloseSessions {
        appointments: rows.iter().map(|(_, row)| row.id.clone()).collect(),
        as_what: Close::Void,
    }
}

/// What a clinician did on a day.
#[derive(Default)]
struct Day {
    sessions: Vec<usize>,
    minutes: i64,
    documented: i64,
}

fn days(clinic: &Clinic, report: &mut Report) {
    let mut days: BTreeMap<(&str, Date), Day> = BTreeMap::new();
    for (at, row) in clinic.appointments.iter().enumerate() {
        if !counts(row) || row.status == Status::Cancelled || row.shift.is_some() {
            continue;
        }
        for (part, clinician) in row.clinicians.iter().enumerate() {
            let day = days.entry((clinician, row.start.date())).or_default();
            day.sessions.push(at);
            let took_place = matches!(row.status, Status::Completed | Status::Booked);
            day.minutes += i64::from(if took_place { row.part(part).1 } else { 0 });
            // Of several clinicians the first is meant to write.
            day.documented += i64::from(row.documentation_min.filter(|_| part == 0).unwrap_or(0));
        }
    }
    for ((clinician, date), day) in &days {
        let rows = || day.sessions.iter().map(|&at| (at, &clinic.appointments[at]));
        let many = day.sessions.len();
        if many > MANY_VISITS {
            let (grade, sure) = if many > MOST_VISITS {
                (Grade::Error, Sureness::Likely)
            } else {
                (Grade::Warning, Sureness::Possible)
            };
            let text = format!("clinician `{}` has {many} sessions on {date}", shown(clinician));
            let found = Finding::new(Kind::ManyVisits, grade, sure, text);
            report.add(found.at(rows().map(|(at, row)| place(at, row))));
        }
        let whole = day.minutes + day.documented;
        if day.documented > 0 && whole > LONG_DAY_MIN {
            let (grade, sure) = if day.documented > LONG_DAY_MIN {
                (Grade::Error, Sureness::Likely)
            } else {
                (Grade::Warning, Sureness::Possible)
            };
            let text = format!(
                "clinician `{}` has {} min of sessions and {} min of documentation on {date}",
                shown(clinician),
                day.minutes,
                day.documented
            );
            let written = || rows().filter(|(_, row)| row.documentation_min.is_some_and(|minutes| minutes > 0));
            let mend = Mend::ClearDocumentation {
                appointments: written().map(|(_, row)| row.id.clone()).collect(),
            };
            let found = Finding::new(Kind::DocumentationBeyondDay, grade, sure, text);
            report.add(found.at(written().map(|(at, row)| place(at, row))).or(mend));
        }
    }
}

/// Pairs of moments of which the second cannot lie before the first. Referrals are looked at by the validator.
fn orders_of_time(clinic: &Clinic, report: &mut Report) {
    let reversed = |what: &str| Finding::new(Kind::WrongOrder, Grade::Error, Sureness::Certain, what);
    for (at, row) in clinic.patients.iter().enumerate() {
        let Some((admitted, discharged)) = row.admitted.zip(row.discharged) else {
            continue;
        };
        if discharged < admitted {
            let what = format!("a patient was discharged on {discharged}, before the admission on {admitted}");
            let mend = Mend::SwapCareDates {
                patient: row.id.clone(),
            };
            report.add(reversed(&what).at([Place::new("patients", at, &row.id)]).or(mend));
        }
    }
    for (at, row) in clinic.stays.iter().enumerate() {
        if row.discharged.is_some_and(|day| day < row.admitted) {
            let what = "an inpatient stay ends before it begins";
            report.add(reversed(what).at([Place::new("stays", at, &row.patient)]));
        }
    }
    for (at, row) in clinic.licenses.iter().enumerate() {
        if row.from.zip(row.until).is_some_and(|(from, until)| until < from) {
            let what = format!("a license for `{}` ends before it begins", shown(&row.skill));
            report.add(reversed(&what).at([Place::new("licenses", at, &row.clinician)]));
        }
    }
    for (at, row) in clinic.care_periods.iter().enumerate() {
        if row.until < row.from {
            report.add(reversed("a payment period ends before it begins").at([Place::new(
                "care_periods",
                at,
                &row.patient,
            )]));
        }
    }
    for (at, row) in clinic.appointments.iter().enumerate() {
        if let Some(what) = reversed_moments(row) {
            report.add(reversed(what).at([place(at, row)]));
        }
    }
}

/// What is asked for, agreed and held comes in this order. A change may come after the start: some are entered late.
fn reversed_moments(row: &Appointment) -> Option<&'static str> {
    let later = |a: Option<DateTime>, b: Option<DateTime>| a.zip(b).is_some_and(|(a, b)| a > b);
    if later(row.requested, Some(row.start)) && !row.emergency {
        Some("a session begins before it was asked for")
    } else if later(row.requested, row.confirmed) {
        Some("a session was agreed before it was asked for")
    } else if later(row.requested, row.changed) {
        Some("a session was changed before it was asked for")
    } else {
        None
    }
}

fn paid_parts(clinic: &Clinic, report: &mut Report) {
    for (at, row) in clinic.staff_days.iter().enumerate() {
        let parts = [row.leave_min, row.meeting_min, row.protected_min, row.travel_min];
        let sum: i64 = parts.iter().map(|&minutes| i64::from(minutes)).sum();
        if sum > i64::from(row.paid_min) {
            let what = format!(
                "clinician `{}` was paid for {} min on {}, of which {sum} are leave, meetings, writing and travel",
                shown(&row.clinician),
                row.paid_min,
                row.date
            );
            let found = Finding::new(Kind::PartsBeyondPaid, Grade::Warning, Sureness::Certain, what);
            report.add(found.at([Place::new("staff_days", at, &row.clinician)]));
        }
    }
}

/// The same patient or group, service, start and first clinician in two rows that both count.
fn repeats(clinic: &Clinic, report: &mut Report) {
    type Key<'c> = (
        DateTime,
        &'c str,
        Option<&'c str>,
        Option<&'c str>,
        Option<&'c str>,
        Option<&'c String>,
    );
    let mut seen: BTreeMap<Key, Vec<(usize, &Appointment)>> = BTreeMap::new();
    for (at, row) in clinic.appointments.iter().enumerate() {
        let counts = matches!(row.status, Status::Booked | Status::Completed | Status::NoShow);
        if counts && (row.patient.is_some() || row.group.is_some()) {
            let who = (row.patient.as_deref(), row.group.as_deref(), row.shift.as_deref());
            let key = (row.start, &*row.service, who.0, who.1, who.2, row.clinicians.first());
            seen.entry(key).or_default().push((at, row));
        }
    }
    for rows in seen.values().filter(|rows| rows.len() > 1) {
        let Some((_, first)) = rows.first() else { continue };
        let what = format!("the same session stands in {} rows, at {}", rows.len(), first.start);
        let found = Finding::new(Kind::SameSessionTwice, Grade::Warning, Sureness::Likely, what);
        let mend = closed(rows.get(1..).unwrap_or_default());
        report.add(found.at(rows.iter().map(|(at, row)| place(*at, row))).or(mend));
    }
}
