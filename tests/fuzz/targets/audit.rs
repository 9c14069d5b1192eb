//! Exported logs: lines are read or refused and checked, and nothing that was not written passes as signed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rosterwell::audit::export::{from_lines, to_lines, to_table};
use rosterwell::audit::{Action, Draft, Log, Occasion, StoredLog, to_fhir, verify::verify};
use rosterwell_fuzz::assert_told;

/// The log whose lines are in the corpus.
fn written() -> StoredLog {
    let mut log = Log::begin([7; 32]);
    for minute in 0..4 {
        let draft = Draft {
            reason: Some("the family asked".into()),
            seed: Some(5),
            object: Some("order/w0/1".into()),
            ..Draft::new(&format!("2026-11-23T14:0{minute}:00Z"), Action::Override)
        };
        log.append(draft).expect("an entry is appended");
        log.sign(Occasion::Save);
    }
    log.stored().clone()
}

thread_local! {
    static WRITTEN: StoredLog = written();
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok((log, issues)) = from_lines(text) else { return };
    assert_told(&issues);
    let again = to_lines(&log).and_then(|lines| from_lines(&lines));
    assert!(again.is_ok_and(|(again, issues)| again == log && issues.is_empty()));
    assert_eq!(to_table(&log).rows.len(), log.entries.len() + 1);
    to_fhir(&log);
    verify(&log, None, Some("0123456789abcdef"));
    WRITTEN.with(|written| {
        let key = written.heads[0].public_key.as_str();
        let found = verify(&log, Some(key), None);
        if found.fault.is_none() {
            let signed = usize::try_from(found.signed_to).expect("a log fits into memory");
            assert_eq!(log.entries[..signed], written.entries[..signed]);
        }
    });
    let mut log = Log::resume(log, [7; 32]);
    let _ = log.append(Draft::new("2026-11-23T14:05:00Z", Action::Open));
    log.sign(Occasion::Export);
    log.verify(None);
});
