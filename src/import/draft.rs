//! What has been read so far: rows of values that fit their columns, how many were left out, and every issue.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::error::{Issue, Severity};
use crate::model::Clinic;
use crate::model::columns::{TABLES, Table, push_row};

use super::limits::MAX_SAME_ISSUES;
use super::read::{Origin, RowCount};

/// A row whose values each fit their column.
#[derive(Default)]
pub(super) struct DraftRow {
    /// 1-based, in its file.
    pub(super) row: usize,
    pub(super) values: Vec<(&'static str, Value)>,
    /// True if it came from cells, where people are often named instead of given by id.
    pub(super) from_cells: bool,
    /// Fields that the file does not give, for which something else stands in.
    pub(super) assumed: Vec<&'static str>,
}

impl DraftRow {
    /// The row's own id.
    pub(super) fn id(&self) -> Option<&str> {
        self.values
            .iter()
            .find(|(field, _)| *field == "id")
            .and_then(|(_, value)| value.as_str())
    }
}

/// A row with the table it belongs to and the file it came from.
pub(super) struct FileRow {
    pub(super) table: &'static Table,
    pub(super) file: usize,
    pub(super) draft: DraftRow,
}

/// By table, where each row of the clinic came from, in the order of its rows.
pub type Origins = BTreeMap<&'static str, Vec<Origin>>;

/// Everything that was read.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) rows: BTreeMap<&'static str, Vec<DraftRow>>,
    /// The file that is being read, by its place in the request.
    pub(super) file: usize,
    /// By table, the file of each row.
    files: BTreeMap<&'static str, Vec<usize>>,
    left_out: BTreeMap<&'static str, usize>,
    pub(super) issues: Issues,
}

impl Draft {
    /// Keeps a row.
    pub(super) fn keep(&mut self, table: &Table, row: DraftRow) {
        self.rows.entry(table.name).or_default().push(row);
        self.files.entry(table.name).or_default().push(self.file);
    }

    /// Counts rows that cannot be used; why is in the issues.
    pub(super) fn leave_out(&mut self, table: &Table, count: usize) {
        *self.left_out.entry(table.name).or_default() += count;
    }

    /// The rows that were kept, each with the file it came from, the numbers of those left out, and the issues.
    pub(super) fn into_rows(self) -> (Vec<FileRow>, BTreeMap<&'static str, usize>, Vec<Issue>) {
        let mut all = Vec::new();
        let (mut rows, mut files) = (self.rows, self.files);
        for table in TABLES {
            let of_table = rows.remove(table.name).unwrap_or_default();
            let files = files.remove(table.name).unwrap_or_default();
            all.extend(
                of_table
                    .into_iter()
                    .zip(files)
                    .map(|(draft, file)| FileRow { table, file, draft }),
            );
        }
        (all, self.left_out, self.issues.finish())
    }

    /// The clinic of all rows that were kept, where each came from, the counts and the issues.
    pub(super) fn finish(mut self) -> (Clinic, Origins, Vec<RowCount>, Vec<Issue>) {
        let mut clinic = Clinic::default();
        let mut counts = Vec::new();
        let mut origins = Origins::new();
        for table in TABLES {
            let rows = self.rows.remove(table.name).unwrap_or_default();
            let mut left_out = self.left_out.get(table.name).copied().unwrap_or(0);
            let files = self.files.remove(table.name).unwrap_or_default();
            let mut used = 0;
            for (draft, file) in rows.into_iter().zip(files) {
                let (row, id) = (draft.row, draft.id().map(String::from));
                let object = object(&clinic, table, draft);
                match push_row(&mut clinic, table.name, &object) {
                    Ok(()) => {
                        used += 1;
                        origins.entry(table.name).or_default().push(Origin { file, row });
                    }
                    Err(cause) => {
                        left_out += 1;
                        let issue = Issue::error("row.unreadable", table.name, cause.to_lowercase(), "correct the row");
                        self.issues.push(Issue { id, ..issue.row(row) });
                    }
                }
            }
            if used + left_out > 0 {
                counts.push(RowCount {
                    table: table.name.into(),
                    used: used as u32,
                    left_out: left_out as u32,
                });
            }
        }
        (clinic, origins, counts, self.issues.finish())
    }
}

/// The row as an object; the settings start from what the clinic has.
fn object(clinic: &Clinic, table: &Table, draft: DraftRow) -> Value {
    let mut fields = Map::new();
    if table.name == "settings"
        && let Ok(Value::Object(settings)) = serde_json::to_value(&clinic.settings)
    {
        fields = settings;
    }
    for (field, value) in draft.values {
        fields.insert(field.into(), value);
    }
    Value::Object(fields)
}

/// Issues in the order found; of the same kind about the same field only so many are listed.
#[derive(Default)]
pub(super) struct Issues {
    list: Vec<Issue>,
    same: BTreeMap<(String, String, Option<String>), (usize, Severity)>,
}

impl Issues {
    pub(super) fn push(&mut self, issue: Issue) {
        let key = (issue.code.clone(), issue.table.clone(), issue.field.clone());
        let (count, _) = self.same.entry(key).or_insert((0, issue.severity));
        *count += 1;
        if *count <= MAX_SAME_ISSUES {
            self.list.push(issue);
        }
    }

    pub(super) fn extend(&mut self, issues: impl IntoIterator<Item = Issue>) {
        issues.into_iter().for_each(|issue| self.push(issue));
    }

    fn finish(mut self) -> Vec<Issue> {
        for ((code, table, field), (count, severity)) in self.same {
            if count > MAX_SAME_ISSUES {
                self.list.push(Issue {
                    severity,
                    field,
                    ..Issue::error(
                        &code,
                        &table,
                        format!("{} more rows have the same fault", count - MAX_SAME_ISSUES),
                        "correct the first ones and import again",
                    )
                });
            }
        }
        self.list
    }
}
