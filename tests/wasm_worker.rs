//! The boundary in a dedicated worker of a real browser: where the page runs it.
#![cfg(all(target_arch = "wasm32", target_os = "unknown", not(feature = "workbook")))]
#![allow(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[path = "wasm/boundary.rs"]
mod boundary;
