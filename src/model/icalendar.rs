//! Names of the properties in which calendars of this program say what iCalendar has no place for.

/// What each of them begins with.
pub const PREFIX: &str = "X-ROSTERWELL-";
/// Id of the appointment; marks an event that this program wrote with everything it knows.
pub const ID: &str = "X-ROSTERWELL-ID";
/// A seat of a group session: a row of `attendances` without the appointment, as JSON.
pub const SEAT: &str = "X-ROSTERWELL-SEAT";
/// On free and busy time: the clinician id.
pub const CLINICIAN: &str = "X-ROSTERWELL-CLINICIAN";
/// On free and busy time: true if it tells of booked sessions alone.
pub const BOOKED: &str = "X-ROSTERWELL-BOOKED";

/// The property of a column of `appointments`; its value is JSON, escaped as text.
pub fn property(field: &str) -> String {
    format!("{PREFIX}{}", field.to_ascii_uppercase().replace('_', "-"))
}
