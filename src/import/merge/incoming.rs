//! The rows of the files, with what is found out about each.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::columns::{Table, Type};

use super::super::draft::FileRow;
use super::super::read::Origin;

/// A row on its way into the clinic.
pub(super) struct Row {
    pub(super) table: &'static Table,
    pub(super) origin: Origin,
    /// What the file says, by field.
    pub(super) values: BTreeMap<&'static str, Value>,
    /// Fields that the file does not give.
    pub(super) assumed: Vec<&'static str>,
    /// True if it became part of another row.
    pub(super) is_seated: bool,
}

impl Row {
    /// The text of a field that the file gives, or that stands in for it.
    pub(super) fn text(&self, field: &str) -> Option<&str> {
        self.values.get(field)?.as_str()
    }

    /// The first text of a list.
    pub(super) fn first(&self, field: &str) -> Option<&str> {
        self.values.get(field)?.as_array()?.first()?.as_str()
    }

    /// The id that the file gives; `None` if it gives none.
    pub(super) fn own_id(&self) -> Option<&str> {
        self.text("id").filter(|_| !self.assumed.contains(&"id"))
    }

    /// Calls the row by another id.
    pub(super) fn rename(&mut self, id: &str) {
        self.values.insert("id", Value::from(id));
    }
}

/// All of them, in the order of tables, files and rows.
pub(super) struct Incoming {
    pub(super) rows: Vec<Row>,
}

impl Incoming {
    pub(super) fn new(rows: Vec<FileRow>) -> Self {
        let row = |FileRow { table, file, draft }: FileRow| Row {
            table,
            origin: Origin { file, row: draft.row },
            values: draft.values.into_iter().collect(),
            assumed: draft.assumed,
            is_seated: false,
        };
        Self {
            rows: rows.into_iter().map(row).collect(),
        }
    }

    /// The rows of a table.
    pub(super) fn of(&self, table: &str) -> impl Iterator<Item = (usize, &Row)> {
        let rows = self.rows.iter().enumerate();
        rows.filter(move |(_, row)| row.table.name == table && !row.is_seated)
    }

    /// Puts new ids in place of old ones wherever a row names one. `renamed`: by table and old id.
    pub(super) fn repoint(&mut self, renamed: &BTreeMap<(&'static str, String), String>) {
        if renamed.is_empty() {
            return;
        }
        for row in &mut self.rows {
            for column in row.table.columns {
                let targets = match column.kind {
                    Type::Reference(targets) | Type::List(&Type::Reference(targets)) => targets,
                    _ => continue,
                };
                let Some(value) = row.values.get_mut(column.name) else {
                    continue;
                };
                for text in texts(value) {
                    let new = targets.iter().find_map(|&target| renamed.get(&(target, text.clone())));
                    if let Some(new) = new {
                        text.clone_from(new);
                    }
                }
            }
        }
    }
}

fn texts(value: &mut Value) -> Vec<&mut String> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter_mut().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}
