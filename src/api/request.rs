//! Reading a request: exact about where it is wrong, silent about what it holds.

use serde::de::DeserializeOwned;

use super::place::path_at;
use crate::error::{Error, Result};

/// Longest request, bytes; our choice: twice the largest clinic that has been seen to plan in a tab.
pub const MAX_REQUEST_BYTES: usize = 64 << 20;

/// A request from its JSON text. An empty text stands for `{}`.
///
/// # Errors
/// `request.too_large`, `request.not_json`, `request.unknown_field`, `request.missing_field`, `request.wrong_value`;
/// the path says where. Values from the text are never repeated in the message.
pub fn parse<Q: DeserializeOwned>(text: &str) -> Result<Q> {
    if text.len() > MAX_REQUEST_BYTES {
        let limit = MAX_REQUEST_BYTES >> 20;
        return Err(Error::new(
            "request.too_large",
            format!("the request is larger than {limit} MiB"),
        ));
    }
    let text = if text.trim().is_empty() { "{}" } else { text };
    serde_json::from_str(text).map_err(|error| match error.is_eof() {
        true => failure(&error),
        false => failure(&error).at(path_at(text, error.line(), error.column())),
    })
}

fn failure(error: &serde_json::Error) -> Error {
    use serde_json::error::Category;
    let text = error.to_string();
    let place = format!("line {} column {}", error.line(), error.column());
    match error.classify() {
        Category::Data => data_failure(text.split(" at line ").next().unwrap_or_default()),
        Category::Syntax if text.starts_with("recursion") => {
            Error::new("request.not_json", format!("the JSON is nested too deeply at {place}"))
        }
        Category::Syntax if text.starts_with("number out of range") => Error::new(
            "request.not_json",
            format!("a number of the JSON is too large at {place}"),
        ),
        Category::Eof => Error::new("request.not_json", format!("the JSON ends too early at {place}")),
        Category::Syntax | Category::Io => Error::new("request.not_json", format!("the text is not JSON at {place}")),
    }
}

/// The parser's messages begin with what is wrong and repeat the value; only what was expected is kept of them.
fn data_failure(text: &str) -> Error {
    let repeats_a_value = ["invalid type", "invalid value", "invalid length", "unknown variant"];
    if text.starts_with("unknown field") {
        Error::new("request.unknown_field", shortened(text))
    } else if text.starts_with("missing field") {
        Error::new("request.missing_field", shortened(text))
    } else if repeats_a_value.iter().any(|start| text.starts_with(start)) {
        let expected = text
            .rsplit_once(", expected ")
            .map_or("another value", |(_, expected)| expected);
        Error::new("request.wrong_value", format!("expected {}", shortened(expected)))
    } else {
        Error::new("request.wrong_value", shortened(text))
    }
}

/// At most 200 characters of a message: an unknown field's name may be of any length.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 200 {
        return text.into();
    }
    text.chars().take(199).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Request {
        #[serde(default)]
        #[allow(dead_code)]
        rows: Vec<Row>,
    }

    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Row {
        minutes: i32,
    }

    #[test]
    fn errors_have_a_code_and_a_place_but_no_value() {
        for (text, code, path) in [
            ("{", "request.not_json", ""),
            ("{} x", "request.not_json", ""),
            (r#"{"colour": 1}"#, "request.unknown_field", "colour"),
            (r#"{"rows": [{"minutes": 5}, {}]}"#, "request.missing_field", "rows[1]"),
            (
                r#"{"rows": [{"minutes": "Jane Doe, expected"}]}"#,
                "request.wrong_value",
                "rows[0].minutes",
            ),
            (
                r#"{"rows": [{"minutes": 1e308}]}"#,
                "request.wrong_value",
                "rows[0].minutes",
            ),
        ] {
            let error = parse::<Request>(text).unwrap_err();
            assert_eq!((error.code.as_str(), error.path.as_str()), (code, path), "{error}");
            assert!(!error.message.contains("Jane"), "{error}");
        }
        assert!(parse::<Request>("").is_ok());
        let deep = parse::<serde_json::Value>(&"[".repeat(100_000)).unwrap_err();
        assert!(deep.message.contains("nested too deeply"), "{deep}");
        let large = parse::<serde_json::Value>("[1, 1e999]").unwrap_err();
        assert!(large.message.contains("too large at line 1"), "{large}");
    }
}
