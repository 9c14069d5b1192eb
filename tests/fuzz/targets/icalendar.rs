//! A calendar beside a clinic: it is read or refused, and the schedule writes and reads back.
#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use rosterwell::export::icalendar::{CalendarOptions, Whose, busy_calendar, calendar};
use rosterwell::import::{Imported, Options, Source, import};
use rosterwell::model::clinic::Attendance;
use rosterwell_fuzz::{assert_told, file, text};

/// Two clinicians, rooms, services and patients, and a group, without a schedule.
const CLINIC: &str = include_str!("../src/clinic.json");

fn beside(calendar: Source) -> Imported {
    import(
        &[calendar, text("clinic.json", None, CLINIC.into())],
        &Options::default(),
    )
}

fuzz_target!(|bytes: &[u8]| {
    let imported = beside(file("fuzz.ics", None, bytes));
    assert_told(&imported.issues);
    let clinic = imported.clinic;
    let options = |is_complete| CalendarOptions {
        whose: Whose::Clinic,
        is_complete,
        days: (None, None),
        now: clinic.settings.horizon_start.at_minute(0),
    };
    let _ = calendar(&clinic, &options(false));
    let _ = busy_calendar(&clinic, &options(false));
    let ids: BTreeSet<&str> = clinic.appointments.iter().map(|row| row.id.as_str()).collect();
    let Ok(written) = calendar(&clinic, &options(true)) else {
        return;
    };
    // Two rows of one id are an error of the clinic, and two states of one event in a calendar.
    if ids.len() == clinic.appointments.len() {
        let again = beside(text("again.ics", None, written.text)).clinic;
        assert_eq!(again.appointments, clinic.appointments);
        // A calendar has no place for seats in sessions that are not there.
        let is_seated = |row: &&Attendance| ids.contains(row.appointment.as_str());
        assert!(again.attendances.iter().eq(clinic.attendances.iter().filter(is_seated)));
    }
});
