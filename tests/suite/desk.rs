//! A desk as everyone outside uses it: names of operations and JSON.

use rosterwell::api::{self, Desk};
use serde_json::Value;

/// The reply of an operation that must not fail.
pub(crate) fn run(desk: &mut Desk, operation: &str, request: Value) -> Value {
    let reply = api::run(desk, operation, &request.to_string());
    serde_json::from_str(&reply.unwrap_or_else(|error| panic!("{operation}: {error}"))).unwrap()
}
