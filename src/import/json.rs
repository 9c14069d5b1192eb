//! The JSON document, read row by row: a bad row is reported and left out, the others are kept.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::error::{Issue, Severity};
use crate::model::clinic::FORMAT;
use crate::model::columns::{self, Table};

use super::cells::{check, excerpt, what_belongs};
use super::draft::{Draft, DraftRow};
use super::limits::MAX_JSON_DEPTH;

/// Reads a document into the draft.
pub(super) fn read(text: &str, file: &str, draft: &mut Draft) {
    let (value, duplicates) = match parse_value(text) {
        Ok(parsed) => parsed,
        Err(issue) => {
            draft.issues.push(Issue {
                table: file.into(),
                ..issue
            });
            return;
        }
    };
    draft.issues.extend(duplicates);
    let Some(mut document) = document_of(value) else {
        draft.issues.push(Issue::error(
            "file.not_a_document",
            file,
            "this JSON is not a clinic document: it has no `format`",
            format!("export it from this planner, or add \"format\": \"{FORMAT}\""),
        ));
        return;
    };
    if let Some(issue) = wrong_format(&document, file) {
        draft.issues.push(issue);
        return;
    }
    document.remove("format");
    for (key, value) in document {
        match columns::table(&key) {
            Some(table) => read_table(table, value, draft),
            None => draft.issues.push(Issue::warning(
                "document.unknown_table",
                file,
                format!("{} is no table of the document", excerpt(&key)),
                "it was left out; check the spelling",
            )),
        }
    }
}

/// Parses a text, with an issue for every key that stands twice. A number that is too large becomes a text.
pub(super) fn parse_value(text: &str) -> Result<(Value, Vec<Issue>), Issue> {
    let parsed = match parse(text) {
        Err(Failure::Number) => parse(&with_quoted_numbers(text)),
        parsed => parsed,
    };
    parsed.map_err(Failure::issue)
}

/// The document itself, or the one that a request carries.
fn document_of(value: Value) -> Option<Map<String, Value>> {
    let Value::Object(mut object) = value else { return None };
    if object.contains_key("format") {
        return Some(object);
    }
    match object.remove("clinic") {
        Some(Value::Object(inner)) if inner.contains_key("format") => Some(inner),
        _ => None,
    }
}

fn wrong_format(document: &Map<String, Value>, file: &str) -> Option<Issue> {
    let format = document.get("format").and_then(Value::as_str).unwrap_or_default();
    if format == FORMAT {
        return None;
    }
    let version = |text: &str| {
        text.rsplit_once('/')
            .and_then(|(name, version)| Some((name.to_string(), version.parse::<u32>().ok()?)))
    };
    let (ours, theirs) = (version(FORMAT), version(format));
    Some(match (ours, theirs) {
        (Some((ours, our_version)), Some((theirs, their_version))) if ours == theirs && their_version > our_version => {
            Issue::error(
                "file.newer_format",
                file,
                format!("the file was written by a newer version: {}", excerpt(format)),
                format!("open it with that version; this one reads {FORMAT}, and nothing was changed"),
            )
        }
        _ => Issue::error(
            "file.unknown_format",
            file,
            format!("the format {} is not known", excerpt(format)),
            format!("this version reads {FORMAT}"),
        ),
    })
}

fn read_table(table: &'static Table, value: Value, draft: &mut Draft) {
    let rows = match value {
        Value::Array(rows) if table.name != "settings" => rows,
        Value::Object(_) if table.name == "settings" => vec![value],
        _ => {
            draft.issues.push(Issue::error(
                "table.wrong_type",
                table.name,
                if table.name == "settings" {
                    "the settings are not an object"
                } else {
                    "the table is not a list of rows"
                },
                "correct the document; the table was left out",
            ));
            return;
        }
    };
    for (place, row) in rows.into_iter().enumerate() {
        read_row(table, place + 1, row, draft);
    }
}

/// Reads one row into the draft; a wrong one is reported and left out.
pub(super) fn read_row(table: &'static Table, row: usize, value: Value, draft: &mut Draft) {
    let Value::Object(mut fields) = value else {
        draft.issues.push(
            Issue::error(
                "row.wrong_type",
                table.name,
                "the row is not an object",
                "correct the document; the row was left out",
            )
            .row(row),
        );
        draft.leave_out(table, 1);
        return;
    };
    let id = fields.get("id").and_then(Value::as_str).map(String::from);
    let mut problems = Vec::new();
    let mut values = Vec::new();
    for column in table.columns {
        let at = |issue: Issue| Issue {
            id: id.clone(),
            ..issue.row(row).field(column.name)
        };
        match fields.remove(column.name) {
            None | Some(Value::Null) if column.required && table.name != "settings" => problems.push(at(Issue::error(
                "row.missing_value",
                table.name,
                format!("{} is missing", what_belongs(&column.kind)),
                format!("fill `{}`: {}", column.header, column.meaning),
            ))),
            None | Some(Value::Null) => {}
            Some(value) => match check(&value, &column.kind) {
                Ok(value) => values.push((column.name, value)),
                Err(wrong) => problems.push(at(Issue::error(wrong.code, table.name, wrong.cause, wrong.action))),
            },
        }
    }
    for unknown in fields.keys() {
        draft.issues.push(Issue {
            id: id.clone(),
            ..Issue::warning(
                "row.unknown_field",
                table.name,
                format!("{} is no field of this table", excerpt(unknown)),
                "it was left out; check the spelling",
            )
            .row(row)
        });
    }
    // Wrong settings fall back to the defaults one by one; any other row is used whole or not at all.
    if problems.is_empty() || table.name == "settings" {
        draft.keep(
            table,
            DraftRow {
                row,
                values,
                ..DraftRow::default()
            },
        );
    } else {
        draft.leave_out(table, 1);
    }
    draft.issues.extend(problems);
}

/// Why a document could not be parsed.
enum Failure {
    TooDeep,
    /// A number is larger than any that a program can hold, for example `1e999`.
    Number,
    /// Line and column.
    Syntax(usize, usize),
}

impl Failure {
    fn issue(self) -> Issue {
        let edited = "export it again; if it was edited, check commas, brackets and quotation marks there";
        match self {
            Self::TooDeep => Issue::error(
                "file.too_deep",
                "",
                format!("lists and objects are nested more than {MAX_JSON_DEPTH} deep"),
                "this is not a clinic document; export it again",
            ),
            Self::Number => Issue::error("file.not_json", "", "a number in the JSON cannot be read", edited),
            Self::Syntax(line, column) => Issue::error(
                "file.not_json",
                "",
                format!("the JSON breaks off or is wrong at line {line}, column {column}"),
                edited,
            ),
        }
    }
}

/// The same text with every number that is too large in quotation marks, so that only the rows it stands in are left
/// out: a text is no number.
fn with_quoted_numbers(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| letter == '"' || letter == '-' || letter.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        quoted.push_str(before);
        let length = if from.starts_with('"') {
            string_length(from)
        } else {
            let is_part = |letter: char| letter.is_ascii_digit() || "+-.eE".contains(letter);
            from.find(|letter| !is_part(letter)).unwrap_or(from.len())
        };
        let (token, after) = from.split_at(length);
        let is_too_large = !token.starts_with('"') && token.parse::<f64>().is_ok_and(f64::is_infinite);
        if is_too_large {
            quoted.extend(["\"", token, "\""]);
        } else {
            quoted.push_str(token);
        }
        rest = after;
    }
    quoted + rest
}

/// Bytes of the JSON string that a text begins with, quotation marks included; all of it if the string never ends.
fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !is_escaped => return at + 1,
            b'\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    text.len()
}

/// Parses a document; keys that stand twice are reported, the last one counts.
fn parse(text: &str) -> Result<(Value, Vec<Issue>), Failure> {
    let mut state = State::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let parsed = Node(&mut state).deserialize(&mut deserializer);
    let parsed = parsed.and_then(|value| deserializer.end().map(|()| value));
    match parsed {
        Ok(value) => Ok((value, state.duplicates)),
        Err(_) if state.too_deep => Err(Failure::TooDeep),
        // The reader has no code for it; a test holds the wording.
        Err(error) if error.to_string().starts_with("number out of range") => Err(Failure::Number),
        Err(error) => Err(Failure::Syntax(error.line(), error.column())),
    }
}

#[derive(Default)]
struct State {
    depth: usize,
    too_deep: bool,
    table: String,
    row: usize,
    duplicates: Vec<Issue>,
}

impl State {
    fn deeper<E: serde::de::Error>(&mut self) -> Result<(), E> {
        self.depth += 1;
        self.too_deep |= self.depth > MAX_JSON_DEPTH;
        if self.too_deep {
            Err(E::custom("too deep"))
        } else {
            Ok(())
        }
    }

    fn duplicate(&mut self, key: &str) {
        let issue = Issue {
            severity: Severity::Warning,
            ..Issue::error(
                "document.duplicate_key",
                &self.table,
                format!("{} stands twice", excerpt(key)),
                "the last one was used; delete one",
            )
        };
        let in_row = self.depth > 2;
        self.duplicates.push(if in_row { issue.row(self.row) } else { issue });
    }
}

struct Node<'a>(&'a mut State);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        self.0.deeper::<A::Error>()?;
        let mut items = Vec::new();
        loop {
            if self.0.depth == 2 {
                self.0.row = items.len() + 1;
            }
            match access.next_element_seed(Node(self.0))? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        self.0.depth -= 1;
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        self.0.deeper::<A::Error>()?;
        let mut fields = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            if self.0.depth == 1 {
                self.0.table.clone_from(&key);
            }
            if fields.contains_key(&key) {
                self.0.duplicate(&key);
            }
            let value = access.next_value_seed(Node(self.0))?;
            fields.insert(key, value);
        }
        self.0.depth -= 1;
        Ok(Value::Object(fields))
    }
}
