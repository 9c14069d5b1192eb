//! `rows` and `edit_rows`: a table of the open clinic as text, and that text edited by hand or pasted from a sheet.
//!
//! The texts are those of the exported files and are read by the importer: what may be typed into a cell is what may
//! stand in a file, and what is wrong with it is said in the same words.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::amend::free_id;
use super::desk::Desk;
use super::open::{EmptyRequest, OpenReply, validate};
use crate::error::{Error, Result, Severity};
use crate::export::{row_cells, table_header};
use crate::import::{Content, Options, Origin, Source, import_beside};
use crate::model::Clinic;
use crate::model::columns::{self, Column, TABLES, Table, Type, fold, for_rows, num_rows, put_row, remove_rows, row};
use crate::model::raw::{Cell, RawTable, RawTables};

/// Most rows that a reply lists, and that one edit takes. Our choice: more are imported as a file.
pub const MAX_ROWS: usize = 10_000;

/// Request of `rows`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RowsRequest {
    /// Table name.
    pub table: String,
    /// Only rows with this text in some cell, whatever its case and punctuation.
    #[serde(default)]
    pub find: String,
    /// How many of them are passed over.
    #[serde(default)]
    pub from: usize,
    /// Rows wanted, 10,000 at most.
    pub count: usize,
}

/// A column, as a person who fills it has to know it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ColumnInfo {
    /// Field name.
    pub field: &'static str,
    /// Name in files.
    pub header: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// What it holds, with unit and range.
    pub holds: String,
    /// The words that it takes, if there are only a few.
    pub words: Vec<&'static str>,
    /// Tables whose rows it names.
    pub names: Vec<&'static str>,
    /// True if a row needs it.
    pub required: bool,
}

/// A row as texts.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextRow {
    /// Its place in the table, counted from 0.
    pub row: usize,
    /// One text for each column.
    pub cells: Vec<String>,
}

/// Reply of `rows`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RowsReply {
    /// The columns of the table.
    pub columns: Vec<ColumnInfo>,
    /// The rows asked for.
    pub rows: Vec<TextRow>,
    /// How many rows have the text that was looked for.
    pub found: usize,
}

/// Request of `edit_rows`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EditRowsRequest {
    /// Table name.
    pub table: String,
    /// Rows as they shall be, 10,000 at most.
    #[serde(default)]
    pub rows: Vec<EditedRow>,
    /// Places of rows that shall go, counted from 0.
    #[serde(default)]
    pub remove: Vec<usize>,
}

/// A row as it shall be.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EditedRow {
    /// Its place in the table, counted from 0; a new row behind the last one if absent.
    #[serde(default)]
    pub row: Option<usize>,
    /// One text for each column, in their order; missing ones are empty.
    pub cells: Vec<String>,
}

/// Why a row cannot be taken.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WrongCell {
    /// Place in `rows` of the request, or in `remove`.
    pub at: usize,
    /// True if it is a place in `remove`.
    pub removal: bool,
    /// The field, or the row as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub field: Option<String>,
    /// What is wrong.
    pub cause: String,
    /// What to do about it.
    pub action: String,
}

/// Reply of `edit_rows`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EditRowsReply {
    /// Rows that were changed; those that stay as they were do not count.
    pub changed: usize,
    /// Rows that were added.
    pub added: usize,
    /// Rows that were removed.
    pub removed: usize,
    /// Everything that is wrong with the others, which stay as they were.
    pub wrong: Vec<WrongCell>,
    /// The clinic afterwards.
    pub open: OpenReply,
}

/// A table of the open clinic.
///
/// # Errors
/// `desk.empty`; `rows.no_table`, `rows.too_many`.
pub fn rows(desk: &mut Desk, request: RowsRequest) -> Result<RowsReply> {
    let table = table_of(&request.table)?;
    if request.count > MAX_ROWS {
        return Err(too_many("count"));
    }
    let clinic = desk.clinic()?;
    let wanted = fold(&request.find);
    let mut reply = RowsReply {
        columns: table.columns.iter().map(info).collect(),
        rows: Vec::new(),
        found: 0,
    };
    for at in 0..num_rows(clinic, table.name) {
        let cells = texts(clinic, table, at);
        if !wanted.is_empty() && !cells.iter().any(|text| fold(text).contains(&wanted)) {
            continue;
        }
        if reply.found >= request.from && reply.rows.len() < request.count {
            reply.rows.push(TextRow { row: at, cells });
        }
        reply.found += 1;
    }
    Ok(reply)
}

/// Changes, adds and removes rows of the open clinic: each row as a whole or not at all.
///
/// # Errors
/// `desk.empty`; `rows.no_table`, `rows.too_many`, `rows.no_row`: the request itself is wrong, and nothing has changed.
pub fn edit_rows(desk: &mut Desk, request: EditRowsRequest) -> Result<EditRowsReply> {
    let table = table_of(&request.table)?;
    if request.rows.len() > MAX_ROWS {
        return Err(too_many("rows"));
    }
    let mut clinic = desk.clinic()?.clone();
    let num = num_rows(&clinic, table.name);
    let named = request.rows.iter().filter_map(|edited| edited.row);
    if let Some(place) = named.chain(request.remove.iter().copied()).find(|place| *place >= num) {
        let message = format!("there is no row {place} in `{}`: it has {num}", table.name);
        return Err(Error::new("rows.no_row", message).at("rows"));
    }
    let mut edit = Edit::new(&clinic, table, &request);
    edit.read(&clinic);
    let removed = edit.removals(&clinic, &request);
    let (mut changed, mut added) = (0, 0);
    for (at, value) in &edit.good {
        let place = request.rows.get(*at).and_then(|edited| edited.row);
        let before = place.and_then(|place| row(&clinic, table.name, place));
        if before.as_ref() == Some(value) {
            continue;
        }
        match put_row(&mut clinic, table.name, place.unwrap_or(usize::MAX), value) {
            Ok(()) if place.is_some() => changed += 1,
            Ok(()) => added += 1,
            Err(cause) => edit
                .wrong
                .push(wrong(*at, None, cause.to_lowercase(), "correct the row")),
        }
    }
    remove_rows(&mut clinic, table.name, &removed);
    edit.wrong.sort_by_key(|wrong| (wrong.removal, wrong.at));
    if changed + added + removed.len() > 0 {
        desk.open(clinic);
    }
    Ok(EditRowsReply {
        changed,
        added,
        removed: removed.len(),
        wrong: edit.wrong,
        open: validate(desk, EmptyRequest {})?,
    })
}

fn table_of(name: &str) -> Result<&'static Table> {
    columns::table(name).ok_or_else(|| {
        let names: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
        let message = format!("there is no such table; there are {}", names.join(", "));
        Error::new("rows.no_table", message).at("table")
    })
}

fn too_many(path: &str) -> Error {
    let message = format!("at most {MAX_ROWS} rows at a time: import more as a file");
    Error::new("rows.too_many", message).at(path)
}

fn info(column: &Column) -> ColumnInfo {
    let (words, names) = match column.kind {
        Type::Choice(choices) => (choices.iter().map(|choice| choice.name).collect(), Vec::new()),
        Type::YesNo => (vec!["yes", "no"], Vec::new()),
        Type::Reference(tables) | Type::List(&Type::Reference(tables)) => (Vec::new(), tables.to_vec()),
        _ => (Vec::new(), Vec::new()),
    };
    ColumnInfo {
        field: column.name,
        header: column.header,
        meaning: column.meaning,
        holds: column.kind.describe(),
        words,
        names,
        required: column.required,
    }
}

/// A row as the texts of a file.
fn texts(clinic: &Clinic, table: &Table, at: usize) -> Vec<String> {
    let value = row(clinic, table.name, at).unwrap_or_default();
    row_cells(&value, table).iter().map(Cell::shown).collect()
}

fn wrong(at: usize, field: Option<&str>, cause: impl Into<String>, action: impl Into<String>) -> WrongCell {
    WrongCell {
        at,
        removal: false,
        field: field.map(String::from),
        cause: cause.into(),
        action: action.into(),
    }
}

/// Edited rows on their way from text to values.
struct Edit {
    table: &'static Table,
    /// The texts of every row, by its place in the request.
    texts: Vec<Vec<String>>,
    /// Columns of each row whose text is another one than before.
    fresh: Vec<Vec<&'static Column>>,
    /// Places in the table.
    places: Vec<Option<usize>>,
    /// Place in the request and value of the rows that can be taken.
    good: Vec<(usize, Value)>,
    wrong: Vec<WrongCell>,
}

impl Edit {
    fn new(clinic: &Clinic, table: &'static Table, request: &EditRowsRequest) -> Self {
        let mut edit = Self {
            table,
            texts: Vec::new(),
            fresh: Vec::new(),
            places: Vec::new(),
            good: Vec::new(),
            wrong: Vec::new(),
        };
        let mut taken = ids(clinic, table.name);
        for edited in &request.rows {
            let mut cells = edited.cells.clone();
            cells.truncate(table.columns.len());
            cells.resize(table.columns.len(), String::new());
            let own_id = table.columns.iter().position(|column| column.kind == Type::Id);
            if let (None, Some(cell)) = (edited.row, own_id.and_then(|place| cells.get_mut(place)))
                && cell.trim().is_empty()
            {
                *cell = free_id(table.name, |id| taken.contains(id));
                taken.insert(cell.clone());
            }
            let before = edited.row.map(|place| texts(clinic, table, place)).unwrap_or_default();
            let fresh = table.columns.iter().zip(&cells).enumerate();
            let fresh =
                fresh.filter(|(place, (_, text))| before.get(*place).map_or("", String::as_str) != text.as_str());
            edit.fresh.push(fresh.map(|(_, (column, _))| column).collect());
            edit.texts.push(cells);
            edit.places.push(edited.row);
        }
        edit
    }

    /// Reads every row as a row of a file.
    fn read(&mut self, clinic: &Clinic) {
        let cells = |texts: &Vec<String>| texts.iter().map(Cell::text).collect();
        let mut rows = vec![table_header(self.table)];
        rows.extend(self.texts.iter().map(cells));
        let tables = vec![RawTable {
            name: self.table.name.into(),
            rows,
            ..RawTable::default()
        }];
        let source = Source {
            name: self.table.name.into(),
            table: Some(self.table.name.into()),
            content: Content::Tables(RawTables { tables }),
        };
        let imported = import_beside(&[source], &Options::default(), clinic);
        for issue in imported.issues.iter().filter(|issue| issue.severity == Severity::Error) {
            // An issue about a column as a whole, like dates whose order is open, concerns every row that has it anew.
            let concerned: Vec<usize> = match issue.row {
                Some(row) => vec![(row as usize).saturating_sub(1)],
                None => (0..self.texts.len())
                    .filter(|at| self.is_fresh(*at, issue.field.as_deref()))
                    .collect(),
            };
            for at in concerned {
                self.wrong.push(wrong(
                    at,
                    issue.field.as_deref(),
                    issue.cause.clone(),
                    issue.action.clone(),
                ));
            }
        }
        let origins = imported.origins.get(self.table.name).map_or(&[][..], Vec::as_slice);
        let values: BTreeMap<usize, Value> = origins
            .iter()
            .enumerate()
            .filter_map(|(read, Origin { row: at, .. })| {
                Some((at.checked_sub(1)?, row(&imported.clinic, self.table.name, read)?))
            })
            .collect();
        let is_blank = |texts: &Vec<String>| texts.iter().all(|text| text.trim().is_empty());
        for (at, _) in self.texts.iter().enumerate().filter(|(_, texts)| is_blank(texts)) {
            self.wrong
                .push(wrong(at, None, "the row is empty", "fill it, or remove it"));
        }
        self.check_ids(clinic);
        self.check_references(clinic, &values);
        let bad: BTreeSet<usize> = self.wrong.iter().map(|wrong| wrong.at).collect();
        self.good = values.into_iter().filter(|(at, _)| !bad.contains(at)).collect();
    }

    fn is_fresh(&self, at: usize, field: Option<&str>) -> bool {
        let fresh = self.fresh.get(at).into_iter().flatten();
        field.is_none_or(|field| fresh.into_iter().any(|column| column.name == field))
    }

    /// An id is the row's alone, and stays while other rows name it.
    fn check_ids(&mut self, clinic: &Clinic) {
        let Some(own) = self.table.columns.iter().position(|column| column.kind == Type::Id) else {
            return;
        };
        let mut owners: BTreeMap<String, usize> = BTreeMap::new();
        for (place, id) in ids_in_order(clinic, self.table.name).into_iter().enumerate() {
            owners.entry(id).or_insert(place);
        }
        let mut new_ids = BTreeSet::new();
        for at in 0..self.texts.len() {
            if !self.is_fresh(at, Some("id")) {
                continue;
            }
            let id = self
                .texts
                .get(at)
                .and_then(|texts| texts.get(own))
                .map_or("", |text| text.trim());
            let place = self.places.get(at).copied().flatten();
            let of_another = owners.get(id).is_some_and(|owner| Some(*owner) != place);
            if of_another || !new_ids.insert(id.to_owned()) {
                self.wrong.push(wrong(
                    at,
                    Some("id"),
                    "another row has this id",
                    "give each row an id of its own",
                ));
            }
            let old = place.and_then(|place| {
                owners
                    .iter()
                    .find(|(_, owner)| **owner == place)
                    .map(|(id, _)| id.clone())
            });
            if let Some((table, count)) = old.and_then(|old| named_by(clinic, self.table.name, &old)) {
                let cause = format!("{count} rows of `{table}` name the row by its id");
                self.wrong.push(wrong(
                    at,
                    Some("id"),
                    cause,
                    "leave the id as it is; the name can be changed",
                ));
            }
        }
    }

    /// What is named has to be there.
    fn check_references(&mut self, clinic: &Clinic, values: &BTreeMap<usize, Value>) {
        let mut known: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (&at, value) in values {
            for column in self.fresh.get(at).into_iter().flatten() {
                let (Type::Reference(targets) | Type::List(&Type::Reference(targets))) = column.kind else {
                    continue;
                };
                let has = |id: &str, known: &mut BTreeMap<&str, BTreeSet<String>>| {
                    let mut of =
                        |target: &'static str| known.entry(target).or_insert_with(|| ids(clinic, target)).contains(id);
                    targets
                        .iter()
                        .any(|target| of(target) || (*target == self.table.name && is_new(values, id)))
                };
                if let Some(id) = references(value.get(column.name)).find(|id| !has(id, &mut known)) {
                    let cause = format!("no row of `{}` is called {}", targets.join("` or `"), quoted(id));
                    self.wrong.push(wrong(
                        at,
                        Some(column.name),
                        cause,
                        "give the id or the name of a row that is there",
                    ));
                }
            }
        }
    }

    /// Places of rows to remove: of those that no other row names.
    fn removals(&mut self, clinic: &Clinic, request: &EditRowsRequest) -> Vec<usize> {
        let own_ids = ids_in_order(clinic, self.table.name);
        let mut places = BTreeSet::new();
        for (at, &place) in request.remove.iter().enumerate() {
            let named = own_ids.get(place).and_then(|id| named_by(clinic, self.table.name, id));
            if self.table.name == "settings" {
                let cause = "a clinic has settings";
                self.wrong.push(WrongCell {
                    removal: true,
                    ..wrong(at, None, cause, "change them instead")
                });
            } else if let Some((table, count)) = named {
                let cause = format!("{count} rows of `{table}` name it");
                let action = "remove those first, or keep it: who has left gets an absence or an end";
                self.wrong.push(WrongCell {
                    removal: true,
                    ..wrong(at, None, cause, action)
                });
            } else {
                places.insert(place);
            }
        }
        places.into_iter().collect()
    }
}

/// Text of the user, short and printable.
fn quoted(text: &str) -> String {
    let short: String = text.chars().take(40).filter(|letter| !letter.is_control()).collect();
    format!("`{short}`")
}

/// The texts of a value: itself, or those of a list.
fn references(value: Option<&Value>) -> impl Iterator<Item = &str> {
    let items: Vec<&str> = match value {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    items.into_iter()
}

fn is_new(values: &BTreeMap<usize, Value>, id: &str) -> bool {
    values
        .values()
        .any(|value| value.get("id").and_then(Value::as_str) == Some(id))
}

fn ids(clinic: &Clinic, table: &str) -> BTreeSet<String> {
    ids_in_order(clinic, table).into_iter().collect()
}

/// The ids of a table; none if its rows have none.
fn ids_in_order(clinic: &Clinic, table: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let has_ids = columns::table(table).is_some_and(|table| table.columns.iter().any(|column| column.kind == Type::Id));
    if has_ids {
        let read = for_rows(clinic, table, |row| {
            ids.push(row.get("id").and_then(Value::as_str).unwrap_or_default().to_owned());
        });
        // A row that cannot be written has no text to be edited either.
        if read.is_err() {
            ids.clear();
        }
    }
    ids
}

/// The first table with rows that name a row, and how many of them do.
fn named_by(clinic: &Clinic, table: &str, id: &str) -> Option<(&'static str, usize)> {
    TABLES.iter().find_map(|other| {
        let names = |column: &&Column| match column.kind {
            Type::Reference(targets) | Type::List(&Type::Reference(targets)) => targets.contains(&table),
            _ => false,
        };
        let columns: Vec<&Column> = other.columns.iter().filter(names).collect();
        if columns.is_empty() {
            return None;
        }
        let mut count = 0;
        let is_named = |row: &Value| {
            columns
                .iter()
                .any(|column| references(row.get(column.name)).any(|text| text == id))
        };
        for_rows(clinic, other.name, |row| count += usize::from(is_named(&row))).ok()?;
        (count > 0).then_some((other.name, count))
    })
}
