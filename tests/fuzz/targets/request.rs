//! Messages: any operation with any request on an open clinic. The first line names the operation.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rosterwell::api::{self, Desk};

/// Steps after which a task is stopped: the request may ask for billions.
const MAX_ADVANCES: u32 = 3;

thread_local! {
    static CLINIC: String = {
        let mut desk = Desk::default();
        let request = r#"{"kind": "outpatient_rehabilitation", "clinicians": 2, "seed": 1, "weeks": 1}"#;
        api::run(&mut desk, "sample", request).and_then(|_| api::run(&mut desk, "document", "{}")).unwrap_or_default()
    };
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some((name, request)) = text.split_once('\n') else {
        return;
    };
    let Ok(operation) = api::operation(name) else { return };
    let mut desk = Desk::default();
    CLINIC
        .with(|clinic| api::run(&mut desk, "open", clinic))
        .unwrap_or_default();
    if !operation.is_task() {
        let _ = api::run(&mut desk, operation.name, request);
        return;
    }
    let Ok(mut task) = api::start(&desk, operation.name, request) else {
        return;
    };
    for _ in 0..MAX_ADVANCES {
        if !task.advance(1).is_ok_and(|progress| !progress.done) {
            break;
        }
    }
    let _ = task.finish();
});
