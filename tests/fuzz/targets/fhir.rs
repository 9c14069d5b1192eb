//! FHIR R4, as Bundle, resource or lines: it is read or refused, and what was read writes and reads back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rosterwell::export::fhir::{FhirForm, clinic_fhir};
use rosterwell::import::{Options, import};
use rosterwell_fuzz::{assert_told, file, text};

fuzz_target!(|bytes: &[u8]| {
    let imported = import(&[file("fuzz.ndjson", None, bytes)], &Options::default());
    assert_told(&imported.issues);
    for form in [FhirForm::Bundle, FhirForm::Ndjson] {
        let Ok(written) = clinic_fhir(&imported.clinic, form) else {
            continue;
        };
        let again = import(&[text("again.json", None, written)], &Options::default());
        assert_eq!(again.clinic, imported.clinic);
    }
});
