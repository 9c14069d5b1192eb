//! What is left of a panic: text on the console, and kept for the page to show.

use std::sync::Mutex;

static LAST: Mutex<Option<String>> = Mutex::new(None);

/// From now on every panic is written to the console and remembered.
pub(super) fn remember_panics() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Ok(mut last) = LAST.lock() {
            *last = Some(info.to_string());
        }
    }));
}

/// What the last panic said.
pub(super) fn last() -> Option<String> {
    LAST.lock().ok().and_then(|last| last.clone())
}
