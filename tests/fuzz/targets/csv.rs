//! Delimited text of any encoding, as any table, alone or into a clinic: it is read or refused, what was read writes and
//! reads back, and what was merged is there.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rosterwell::export::{clinic_tables, csv_text};
use rosterwell::import::merge::{Choices, merge};
use rosterwell::import::{Options, import, profiles};
use rosterwell::model::Clinic;
use rosterwell_fuzz::{assert_told, file, small_clinic, text};

const TABLES: [&str; 8] = [
    "sites",
    "clinicians",
    "patients",
    "orders",
    "appointments",
    "authorizations",
    "staff_days",
    "absences",
];

thread_local! {
    static CLINIC: Clinic = small_clinic();
    static PROFILED: Options = Options { profiles: profiles::shipped().to_vec(), ..Options::default() };
}

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else {
        return;
    };
    let first = usize::from(first);
    let table = TABLES[first % TABLES.len()];
    match first / TABLES.len() % 3 {
        0 => alone(table, rest),
        1 => CLINIC.with(|clinic| {
            let merged = merge(
                clinic,
                &[file("fuzz.csv", Some(table), rest)],
                &Options::default(),
                &Choices::default(),
            );
            assert_told(&merged.issues);
        }),
        _ => PROFILED.with(|options| assert_told(&import(&[file("fuzz.csv", None, rest)], options).issues)),
    }
});

fn alone(table: &str, bytes: &[u8]) {
    let imported = import(&[file("fuzz.csv", Some(table), bytes)], &Options::default());
    assert_told(&imported.issues);
    let Ok(tables) = clinic_tables(&imported.clinic) else {
        return;
    };
    for written in tables.tables.iter().filter(|written| written.name == table) {
        let again = import(
            &[text("again.csv", Some(table), csv_text(written))],
            &Options::default(),
        );
        let both = [&again.clinic, &imported.clinic]
            .map(|clinic| serde_json::to_value(clinic).map(|mut value| value[table].take()));
        assert_eq!(both[0].as_ref().ok(), both[1].as_ref().ok());
    }
}
