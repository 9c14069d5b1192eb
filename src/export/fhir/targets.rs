//! The ids that rows have as resources, and references to them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::model::Clinic;
use crate::model::columns::{Column, TABLES, Type, num_rows};
use crate::model::fhir::{MAX_ID, id_system, is_id, is_string, resource_of};

/// Ids of resources by table and row, and rows by table and id.
pub(super) struct Targets<'c> {
    ids: BTreeMap<&'static str, Vec<String>>,
    rows: BTreeMap<&'static str, BTreeMap<&'c str, usize>>,
}

impl<'c> Targets<'c> {
    pub(super) fn new(clinic: &'c Clinic) -> Self {
        let mut used: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
        let (mut ids, mut rows) = (BTreeMap::new(), BTreeMap::new());
        for table in TABLES {
            let own = own_ids(clinic, table.name);
            let kind = resource_of(table.name);
            let taken = used.entry(kind).or_default();
            let mut of_table: Vec<String> = Vec::new();
            let mut row_of: BTreeMap<&'c str, usize> = BTreeMap::new();
            for at in 0..num_rows(clinic, table.name) {
                let own = own.get(at).copied();
                let wanted = own.filter(|id| kind != "Basic" && is_id(id) && !taken.contains(*id));
                let id = wanted.map_or_else(|| made_id(table.name, at, taken), String::from);
                taken.insert(id.clone());
                of_table.push(id);
                if let Some(own) = own {
                    row_of.entry(own).or_insert(at);
                }
            }
            ids.insert(table.name, of_table);
            rows.insert(table.name, row_of);
        }
        Self { ids, rows }
    }

    /// The id of the resource of a row.
    pub(super) fn id_at(&self, table: &str, at: usize) -> String {
        let id = self.ids.get(table).and_then(|ids| ids.get(at));
        id.cloned().unwrap_or_else(|| format!("row-{}", at + 1))
    }

    /// The row with an id.
    pub(super) fn row(&self, table: &str, id: &str) -> Option<usize> {
        self.rows.get(table)?.get(id).copied()
    }

    /// A reference to the row with this id in the first of the tables that has it, else by what it is called; none for
    /// an id that says nothing.
    pub(super) fn reference(&self, tables: &[&str], id: &str) -> Option<Value> {
        if !is_string(id) {
            return None;
        }
        let found = tables.iter().find_map(|&table| Some((table, self.row(table, id)?)));
        Some(match found {
            Some((table, at)) => json!({ "reference": format!("{}/{}", resource_of(table), self.id_at(table, at)) }),
            None => {
                let table = tables.first().copied().unwrap_or_default();
                json!({ "type": resource_of(table), "identifier": { "system": id_system(table), "value": id } })
            }
        })
    }

    /// A reference from a column.
    pub(super) fn named_by(&self, column: &Column, id: &str) -> Option<Value> {
        match column.kind {
            Type::Reference(tables) | Type::List(&Type::Reference(tables)) => self.reference(tables, id),
            _ => None,
        }
    }
}

/// An id for a row whose own is none of R4's, or is taken.
fn made_id(table: &str, at: usize, taken: &BTreeSet<String>) -> String {
    let mut id = format!("{}-{}", table.replace('_', "-"), at + 1);
    while taken.contains(&id) && id.len() < MAX_ID {
        id.push('x');
    }
    id
}

/// The ids of the rows of a table that other rows can name.
fn own_ids<'c>(clinic: &'c Clinic, table: &str) -> Vec<&'c str> {
    macro_rules! ids {
        ($($name:ident),*) => {
            match table {
                $(stringify!($name) => clinic.$name.iter().map(|row| row.id.as_str()).collect(),)*
                _ => Vec::new(),
            }
        };
    }
    ids!(
        sites,
        rooms,
        equipment,
        services,
        clinicians,
        patients,
        contacts,
        orders,
        groups,
        authorizations,
        appointments,
        shifts,
        referrals
    )
}
