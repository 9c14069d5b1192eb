//! What is on record when the week is planned: with what is known at the end of Thursday, for the week that begins on
//! Monday, so that whoever gets another time has a working day's warning. The history is written up to the planned week
//! first; what lies after the moment of planning is then taken back to what was known of it.

use std::collections::BTreeSet;

use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Appointment, Party, Status};
use crate::order::IntoOrdered;

use super::draft::Draft;

/// The week is planned with what is known at the end of the Thursday before it. Our choice.
pub(crate) fn planning_moment(monday: Date) -> DateTime {
    monday.plus_days(-3).at_minute(0)
}

/// Takes appointments and seats between the moment of planning and the planned week back to what was known then.
pub(crate) fn take_back(draft: &mut Draft) {
    let as_of = draft.clinic.settings.as_of;
    let clinic = &mut draft.clinic;
    clinic.appointments.retain(|row| !is_unheard_of(row, as_of));
    clinic
        .referrals
        .retain(|row| row.requested < as_of || row.first_visit.is_none() && row.closed.is_none());
    let known: BTreeSet<String> = clinic.appointments.iter().map(|row| row.id.clone()).into_set();
    let mut ahead = BTreeSet::new();
    for row in clinic.appointments.iter_mut() {
        row.replaced_by = row.replaced_by.take().filter(|id| known.contains(id));
        if row.start >= as_of {
            book_again(row, as_of);
            ahead.insert(row.id.clone());
        }
    }
    clinic.attendances.retain(|seat| known.contains(&seat.appointment));
    for seat in clinic.attendances.iter_mut() {
        let told = seat.status == Status::Cancelled && seat.changed.is_some_and(|changed| changed < as_of);
        if ahead.contains(&seat.appointment) && !told {
            seat.status = Status::Booked;
            (seat.changed, seat.changed_by) = (None, None::<Party>);
        }
    }
    for row in clinic.referrals.iter_mut() {
        row.first_visit = row.first_visit.filter(|&visit| visit < as_of);
        row.closed = row.closed.filter(|&closed| closed < as_of);
    }
}

/// True for what was asked for only after the moment of planning: an intake, an emergency, a session moved later.
fn is_unheard_of(row: &Appointment, as_of: DateTime) -> bool {
    row.start >= as_of && row.requested.is_some_and(|requested| requested >= as_of)
}

/// A session that is still to come is booked, unless it was cancelled before.
fn book_again(row: &mut Appointment, as_of: DateTime) {
    row.confirmed = row.confirmed.filter(|&confirmed| confirmed < as_of);
    if row.status == Status::Cancelled && row.changed.is_some_and(|changed| changed < as_of) {
        return;
    }
    if row.status != Status::Void {
        row.status = Status::Booked;
    }
    (row.changed, row.changed_by, row.replaced_by) = (None, None, None);
    (row.documentation_min, row.after_hours_min) = (None, None);
    (row.travel_min, row.miles, row.family_attended) = (None, None, None);
}
