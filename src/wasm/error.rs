//! Errors as JavaScript sees them: `Error` objects with the name `RosterwellError`, a code and a path.

use wasm_bindgen::JsValue;

use crate::error::Error;

/// The JavaScript form of an error.
pub(super) fn to_js(error: &Error) -> js_sys::Error {
    let thrown = js_sys::Error::new(&error.message);
    thrown.set_name("RosterwellError");
    for (key, value) in [("code", &error.code), ("path", &error.path)] {
        // Setting a property of a fresh object fails only if the host has frozen `Error`; the message is then enough.
        let _ = js_sys::Reflect::set(&thrown, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    thrown
}

/// A small value as a plain JavaScript value: maps become objects, nothing becomes a bigint.
#[cfg(not(feature = "workbook"))]
pub(super) fn to_value(value: &impl serde::Serialize) -> Result<JsValue, js_sys::Error> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|_| {
            to_js(&Error::new(
                "reply.not_json",
                "the reply holds a number that JavaScript cannot",
            ))
        })
}
