//! Rows as they are read, and where references lead.

use serde_json::Value;

/// A row on its way into a table.
pub(super) struct Row {
    pub(super) values: Vec<(&'static str, Value)>,
    /// Its place in the table it was exported from.
    pub(super) place: Option<u64>,
    /// The resource that it came from.
    pub(super) piece: usize,
    /// True if the resource is this row, not something within it.
    pub(super) is_whole: bool,
}

impl Row {
    /// A row that was written by nobody.
    pub(super) fn made(piece: usize, values: Vec<(&'static str, Value)>) -> Self {
        Self {
            values,
            place: None,
            piece,
            is_whole: false,
        }
    }

    pub(super) fn get(&self, column: &str) -> Option<&Value> {
        self.values
            .iter()
            .find(|(name, _)| *name == column)
            .map(|(_, value)| value)
    }

    pub(super) fn text(&self, column: &str) -> Option<&str> {
        self.get(column)?.as_str()
    }

    /// Gives a column its value, if it has none.
    pub(super) fn set(&mut self, column: &'static str, value: Option<impl Into<Value>>) {
        if self.get(column).is_none()
            && let Some(value) = value
        {
            self.values.push((column, value.into()));
        }
    }

    /// Gives a column this value in place of the one it has.
    pub(super) fn replace(&mut self, column: &'static str, value: impl Into<Value>) {
        self.values.retain(|(name, _)| *name != column);
        self.values.push((column, value.into()));
    }

    /// Gives a column a list, if it has none and there is anything in it.
    pub(super) fn set_all(&mut self, column: &'static str, items: Vec<Value>) {
        if !items.is_empty() {
            self.set(column, Some(Value::Array(items)));
        }
    }

    /// Adds a text to a list, once.
    pub(super) fn add(&mut self, column: &'static str, text: &str) {
        if self.get(column).is_none() {
            self.values.push((column, Value::Array(Vec::new())));
        }
        let list = self.values.iter_mut().find(|(name, _)| *name == column);
        if let Some((_, Value::Array(items))) = list
            && !items.iter().any(|item| item.as_str() == Some(text))
        {
            items.push(text.into());
        }
    }

    /// True if it was written by this planner, so that nothing of it is to be guessed.
    pub(super) fn is_ours(&self) -> bool {
        self.place.is_some()
    }
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Target {
    /// Type of the resource.
    pub(super) kind: String,
    /// The table of its row, if it is known.
    pub(super) table: Option<&'static str>,
    /// The id of its row.
    pub(super) id: String,
}
