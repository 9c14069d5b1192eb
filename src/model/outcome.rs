//! What became of an appointment or of a seat in one: the classes that everything counts by.
//!
//! - A cancellation by the patient is late if its notice, in elapsed minutes, is shorter than the clinic's setting,
//!   else early. One by the clinic or the payer is a provider cancellation.
//! - A moved session closes by its notice and the new one counts; a late move by the clinic is a provider cancellation.
//! - A cancellation without a time is unresolved, as is a past session that is still booked.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::DateTime;
use super::clinic::{Appointment, Attendance, Clinic, Party, Status};
use super::elapsed::Zone;
use crate::order::IntoOrdered;

/// What became of a session or a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Took place.
    Completed,
    /// The patient did not come.
    NoShow,
    /// Cancelled by the patient with less notice than the setting, or moved so late.
    LateCancel,
    /// Cancelled or moved in time.
    EarlyCancel,
    /// Cancelled by the clinic or the payer.
    ProviderCancel,
    /// Nobody came, by the clinic's fault.
    Missed,
    /// Agreed and still to come.
    Open,
    /// Past, and nobody recorded what happened.
    Unresolved,
}

impl Class {
    /// True if the time was kept for it: it was not given back early or by the clinic.
    pub fn is_booked(self) -> bool {
        matches!(
            self,
            Self::Completed | Self::NoShow | Self::LateCancel | Self::Missed | Self::Open
        )
    }
}

/// What a row says about its end: status, when and by whom it was changed, whether another row replaces it, and when
/// that one starts.
struct Ending {
    status: Status,
    changed: Option<DateTime>,
    changed_by: Option<Party>,
    moved: bool,
    moved_to: Option<DateTime>,
}

/// What is needed to classify rows of one clinic.
pub struct Judge<'a> {
    clinic: &'a Clinic,
    zone: Zone,
    /// Starts of the rows that replace others, by id.
    replacements: BTreeMap<&'a str, DateTime>,
}

impl<'a> Judge<'a> {
    /// The judge of a clinic's rows.
    pub fn new(clinic: &'a Clinic) -> Self {
        let rows = &clinic.appointments;
        let replacing: BTreeSet<&str> = rows.iter().filter_map(|row| row.replaced_by.as_deref()).into_set();
        let replacements = rows.iter().filter(|row| replacing.contains(row.id.as_str()));
        Self {
            clinic,
            zone: Zone::new(&clinic.settings.time_zone),
            replacements: replacements.map(|row| (row.id.as_str(), row.start)).into_map(),
        }
    }

    /// The class of an appointment and, if it was changed later than the setting allows, by whom; `None` if it counts
    /// in nothing.
    pub fn session(&self, row: &Appointment) -> Option<(Class, Option<Party>)> {
        self.judge(row.start, &self.ending_of(row))
    }

    /// The same of a seat. It ends as its row says; one that is still booked shares the end of a session that was
    /// cancelled or missed.
    pub fn seat(&self, session: &Appointment, seat: &Attendance) -> Option<(Class, Option<Party>)> {
        let own = seat.status != Status::Booked || !matches!(session.status, Status::Cancelled | Status::Missed);
        if !own {
            return self.session(session);
        }
        let ending = Ending {
            status: seat.status,
            changed: seat.changed,
            changed_by: seat.changed_by,
            moved: false,
            moved_to: None,
        };
        self.judge(session.start, &ending)
    }

    fn judge(&self, start: DateTime, ending: &Ending) -> Option<(Class, Option<Party>)> {
        Some((self.class(start, ending)?, self.late_change(start, ending)))
    }

    /// True if the change came with less notice than the setting.
    fn is_late(&self, changed: DateTime, start: DateTime) -> bool {
        self.zone.elapsed(changed, start) < i64::from(self.clinic.settings.late_cancel_hours) * 60
    }

    /// The class of a row; `None` if it counts in nothing.
    fn class(&self, start: DateTime, ending: &Ending) -> Option<Class> {
        Some(match ending.status {
            Status::Proposed | Status::Waitlist | Status::Void => return None,
            Status::Completed => Class::Completed,
            Status::NoShow => Class::NoShow,
            Status::Missed => Class::Missed,
            Status::Booked if start < self.clinic.settings.as_of => Class::Unresolved,
            Status::Booked => Class::Open,
            Status::Cancelled => self.cancelled(start, ending),
        })
    }

    fn cancelled(&self, start: DateTime, ending: &Ending) -> Class {
        let by_patient = matches!(ending.changed_by, None | Some(Party::Patient));
        match ending.changed {
            _ if !by_patient && !ending.moved => Class::ProviderCancel,
            None => Class::Unresolved,
            Some(changed) if !self.is_late(changed, start) => Class::EarlyCancel,
            Some(_) if by_patient => Class::LateCancel,
            Some(_) => Class::ProviderCancel,
        }
    }

    /// Who changed it too late: too short before it was to begin, or before it begins now.
    fn late_change(&self, start: DateTime, ending: &Ending) -> Option<Party> {
        let changed = ending.changed.filter(|_| ending.status == Status::Cancelled)?;
        let known_by = ending.moved_to.map_or(start, |moved_to| moved_to.min(start));
        self.is_late(changed, known_by)
            .then(|| ending.changed_by.unwrap_or(Party::Patient))
    }

    fn ending_of(&self, row: &Appointment) -> Ending {
        let replacement = row.replaced_by.as_deref();
        Ending {
            status: row.status,
            changed: row.changed,
            changed_by: row.changed_by,
            moved: replacement.is_some(),
            moved_to: replacement.and_then(|id| self.replacements.get(id).copied()),
        }
    }
}
