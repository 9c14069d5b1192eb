//! Names in place of ids: exports of other programs often say who, not which number. A name that belongs to exactly
//! one row of the table becomes its id; a name that two people share is reported.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::error::{Issue, Severity};
use crate::model::Clinic;
use crate::model::columns::{TABLES, Type, fold};
use crate::order::IntoOrdered;

use super::cells::excerpt;
use super::draft::{Draft, DraftRow};

/// The ids of a table, and what else its rows are called.
#[derive(Default)]
pub(super) struct Names {
    ids: BTreeSet<String>,
    /// Folded id or name to the ids it may mean.
    called: BTreeMap<String, BTreeSet<String>>,
}

pub(super) type ByTable = BTreeMap<&'static str, Names>;

impl Names {
    fn add(&mut self, id: &str, name: Option<&str>) {
        let mut call = |name: &str| {
            let key = fold(name);
            if !key.is_empty() {
                self.called.entry(key).or_default().insert(id.into());
            }
        };
        call(id);
        if let Some(name) = name {
            call(name);
            // `Rivera, Ana` is `Ana Rivera`.
            if let Some((last, first)) = name.split_once(',') {
                call(&format!("{first} {last}"));
            } else if let Some((first, last)) = name.rsplit_once(' ') {
                call(&format!("{last} {first}"));
            }
        }
        self.ids.insert(id.into());
    }

    /// The ids that a text may mean: itself, or every row of that name.
    pub(super) fn meant(&self, text: &str) -> Vec<&str> {
        if let Some(id) = self.ids.get(text) {
            return vec![id];
        }
        let ids = self.called.get(&fold(text)).into_iter().flatten();
        ids.map(String::as_str).collect()
    }
}

enum Found {
    AsIs,
    Renamed(String),
    Shared(usize),
}

/// Replaces names by ids in every row that came from cells. What the files themselves do not know is looked for in the
/// clinic that is there, if one is given.
pub(super) fn resolve(draft: &mut Draft, present: Option<&Clinic>) {
    let names = [collect(&draft.rows), present.map(known).unwrap_or_default()];
    let mut issues = Vec::new();
    for table in TABLES {
        for column in table.columns {
            let targets = match column.kind {
                Type::Reference(targets) | Type::List(&Type::Reference(targets)) => targets,
                _ => continue,
            };
            let mut renamed = 0;
            for row in draft
                .rows
                .get_mut(table.name)
                .into_iter()
                .flatten()
                .filter(|row| row.from_cells)
            {
                let (place, id) = (row.row, row.id().map(String::from));
                let value = row.values.iter_mut().find(|(field, _)| *field == column.name);
                for text in value.into_iter().flat_map(|(_, value)| texts(value)) {
                    match look_up(text, targets, &names) {
                        Found::AsIs => {}
                        Found::Renamed(id) => {
                            *text = id;
                            renamed += 1;
                        }
                        Found::Shared(count) => {
                            let issue = Issue::error(
                                "row.ambiguous_name",
                                table.name,
                                format!(
                                    "{count} rows of `{}` are called {}",
                                    targets.join("` or `"),
                                    excerpt(text)
                                ),
                                "give the id",
                            );
                            issues.push(Issue {
                                id: id.clone(),
                                ..issue.row(place).field(column.name)
                            });
                        }
                    }
                }
            }
            if renamed > 0 {
                let cause = format!("{renamed} names were replaced by the ids they belong to");
                let issue = Issue::warning("column.names", table.name, cause, "give ids to be sure").field(column.name);
                issues.push(Issue {
                    severity: Severity::Note,
                    ..issue
                });
            }
        }
    }
    draft.issues.extend(issues);
}

/// What the rows read so far are called, by table.
pub(super) fn collect(rows: &BTreeMap<&'static str, Vec<DraftRow>>) -> ByTable {
    let mut all = ByTable::new();
    for (&table, rows) in rows {
        let names = all.entry(table).or_default();
        for row in rows {
            let Some(id) = row.id() else { continue };
            let name = row.values.iter().find(|(field, _)| *field == "name");
            names.add(id, name.and_then(|(_, value)| value.as_str()));
        }
    }
    all
}

/// Rows that are called by a name.
fn known(clinic: &Clinic) -> ByTable {
    let mut all = ByTable::new();
    macro_rules! named {
        ($($table:ident),*) => {$(
            let names = all.entry(stringify!($table)).or_default();
            clinic.$table.iter().for_each(|row| names.add(&row.id, Some(&row.name)));
        )*};
    }
    named!(sites, rooms, equipment, services, clinicians, patients, groups);
    all
}

fn texts(value: &mut Value) -> Vec<&mut String> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter_mut().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn look_up(text: &str, targets: &[&str], names: &[ByTable]) -> Found {
    let key = fold(text);
    for names in names {
        let tables = || targets.iter().filter_map(|target| names.get(target));
        if tables().any(|names| names.ids.contains(text)) {
            return Found::AsIs;
        }
        let meant: BTreeSet<&String> = tables().filter_map(|names| names.called.get(&key)).flatten().into_set();
        match meant.len() {
            0 => {}
            1 => return meant.first().map_or(Found::AsIs, |id| Found::Renamed((*id).clone())),
            count => return Found::Shared(count),
        }
    }
    Found::AsIs
}
