//! The save document inside an envelope, and in a copy that was saved unencrypted: JSON with its own format number.
//!
//! A document of an older format is brought up to this one step by step: `MIGRATIONS[n]` makes format `n + 2` of
//! format `n + 1`. A kept file of every format is read in the tests.

use serde_json::{Map, Value, json};

use crate::error::{Error, Result};

/// What the `format` of a save document begins with.
pub const FORMAT_PREFIX: &str = "rosterwell-save/";
/// The format that is written now.
pub const FORMAT: u64 = 2;

/// One step up.
type Migration = fn(&mut Map<String, Value>);

const MIGRATIONS: [Migration; FORMAT as usize - 1] = [settings_and_moment];

/// Format 2 says when it was saved and keeps the settings; a pilot that was not written down is null.
fn settings_and_moment(document: &mut Map<String, Value>) {
    document.entry("saved").or_insert(Value::Null);
    document.entry("pilot").or_insert(Value::Null);
    document.entry("settings").or_insert_with(|| json!({}));
}

/// Reads a save document of this format or an older one, as one of this format.
///
/// # Errors
/// `save.not_json`, `save.not_a_save`, `save.newer`, and `save.incomplete` without a clinic.
pub fn read(text: &str) -> Result<Value> {
    let value: Value = serde_json::from_str(text).map_err(|_| {
        Error::new(
            "save.not_json",
            "the save document is not JSON: it was damaged; use another copy",
        )
    })?;
    let Value::Object(mut document) = value else {
        return Err(not_a_save());
    };
    let format = document
        .get("format")
        .and_then(Value::as_str)
        .and_then(|format| format.strip_prefix(FORMAT_PREFIX))
        .and_then(|number| number.parse::<u64>().ok())
        .filter(|number| *number > 0)
        .ok_or_else(not_a_save)?;
    if format > FORMAT {
        return Err(Error::new(
            "save.newer",
            "the file was written by a newer version: open it with that one",
        ));
    }
    if !document.get("clinic").is_some_and(Value::is_object) {
        return Err(Error::new("save.incomplete", "the save document holds no clinic: use another copy").at("clinic"));
    }
    for migrate in MIGRATIONS
        .iter()
        .skip(usize::try_from(format - 1).unwrap_or(usize::MAX))
    {
        migrate(&mut document);
    }
    document.insert("format".into(), json!(format!("{FORMAT_PREFIX}{FORMAT}")));
    Ok(Value::Object(document))
}

fn not_a_save() -> Error {
    Error::new("save.not_a_save", "this is not a save document")
}
