//! The boundary in Node: values, errors and tasks cross; what they mean is tested natively.
#![cfg(all(target_arch = "wasm32", target_os = "unknown", not(feature = "workbook")))]
#![allow(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

#[path = "wasm/boundary.rs"]
mod boundary;
