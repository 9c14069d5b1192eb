//! Where in a JSON text something is wrong: the parser knows line and column, people look for `clinicians[3].hours`.
//!
//! A reader that keeps track of its path would be compiled anew for every type, and is needed only when something is
//! wrong. This one looks for the path afterwards.

/// One step from the whole towards a value.
enum Step {
    /// Into an object; its key, as soon as that has been read.
    Field(Option<String>),
    /// Into a list, at this position from 0.
    Item(usize),
}

/// The path of what ends right before a place, or has begun before it; empty for the whole. Lines count from 1,
/// columns are bytes of that line, both as the parser gives them.
pub(super) fn path_at(text: &str, line: usize, column: usize) -> String {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let end = lines.map(str::len).sum::<usize>() + column;
    let mut steps = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, ..] = rest
        && text.len() - rest.len() < end
    {
        let (token, after) = rest.split_at(token_length(rest));
        match first {
            b'{' => steps.push(Step::Field(None)),
            b'[' => steps.push(Step::Item(0)),
            b'}' | b']' => drop(steps.pop()),
            b',' => next(steps.last_mut()),
            b'"' => read_key(steps.last_mut(), token),
            _ => {}
        }
        rest = after;
    }
    written(&steps)
}

/// Bytes of the string that begins here; 1 if none does.
fn token_length(rest: &[u8]) -> usize {
    if rest.first() != Some(&b'"') {
        return 1;
    }
    let mut escaped = true;
    let end = rest.iter().position(|&byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    });
    end.map_or(rest.len(), |end| end + 1)
}

fn next(step: Option<&mut Step>) {
    match step {
        Some(Step::Field(key)) => *key = None,
        Some(Step::Item(item)) => *item += 1,
        None => {}
    }
}

/// A string is a key if it comes first in its object or after a comma.
fn read_key(step: Option<&mut Step>, token: &[u8]) {
    if let Some(Step::Field(key @ None)) = step {
        let text = std::str::from_utf8(token).ok();
        *key = text.and_then(|text| serde_json::from_str(text).ok());
    }
}

fn written(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Field(None) => {}
            Step::Field(Some(key)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Step::Item(item) => path.push_str(&format!("[{item}]")),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_the_path_of_the_value_it_is_in_or_behind() {
        let text = "{\"a\": [1, {\"b\\\"c\": \"}]\",\n \"d\": {}}], \"e\": null}";
        for (before, path) in [
            ("", ""),
            ("{", ""),
            ("{\"a\"", "a"),
            ("{\"a\": ", "a"),
            ("{\"a\": [1", "a[0]"),
            ("{\"a\": [1, {", "a[1]"),
            ("{\"a\": [1, {\"b\\\"c\"", "a[1].b\"c"),
            ("{\"a\": [1, {\"b\\\"c\": \"}]\"", "a[1].b\"c"),
            ("{\"a\": [1, {\"b\\\"c\": \"}]\",\n \"d\": {", "a[1].d"),
            ("{\"a\": [1, {\"b\\\"c\": \"}]\",\n \"d\": {}}", "a[1]"),
            ("{\"a\": [1, {\"b\\\"c\": \"}]\",\n \"d\": {}}]", "a"),
            ("{\"a\": [1, {\"b\\\"c\": \"}]\",\n \"d\": {}}], ", ""),
            (text, ""),
        ] {
            assert!(text.starts_with(before), "{before}");
            let lines: Vec<&str> = before.split('\n').collect();
            let column = lines.last().map_or(0, |line| line.len());
            assert_eq!(path_at(text, lines.len(), column), path, "{before}");
        }
    }
}
