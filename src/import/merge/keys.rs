//! Which row of the clinic a row of a file is: by id, by what it says, by answer.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Clinic;
use crate::model::calendar::DateTime;
use crate::model::validate::folded;
use crate::order::IntoOrdered;

use super::super::cells::excerpt;
use super::incoming::{Incoming, Row};
use super::questions::Asked;

/// Gives every row of a table with ids the id under which the clinic has it, or a free one.
pub(super) fn name_rows(present: &Clinic, incoming: &mut Incoming, asked: &mut Asked) {
    let mut taken = Taken::new(present);
    let mut renamed: BTreeMap<(&'static str, String), String> = BTreeMap::new();
    for (table, known) in named(present) {
        same_names(table, &known, incoming, asked, &taken, &mut renamed);
    }
    incoming.repoint(&renamed);
    let known = Known::new(present);
    let given = incoming
        .rows
        .iter()
        .filter_map(|row| Some((row.table.name, row.own_id()?.to_string())))
        .into_set();
    let mut renamed = BTreeMap::new();
    for at in 0..incoming.rows.len() {
        let Some(row) = incoming.rows.get(at) else { continue };
        let table = row.table.name;
        if row.text("id").is_none() || row.own_id().is_some_and(|id| taken.has(table, id)) {
            continue;
        }
        let is_free = |id: &str| !given.contains(&(table, id.to_string()));
        let found = known
            .find(row, asked.tolerance_min(), is_free)
            .and_then(|(id, apart)| asked.same_session(row, id, apart));
        let old = row.text("id").unwrap_or_default().to_string();
        let id = match (found, row.own_id()) {
            (Some(id), _) => id,
            (None, Some(own)) => own.into(),
            (None, None) => taken.free(table, &old),
        };
        taken.add(table, &id);
        if row.own_id().is_some() && id != old {
            renamed.insert((table, old), id.clone());
        }
        if let Some(row) = incoming.rows.get_mut(at) {
            row.rename(&id);
        }
    }
    incoming.repoint(&renamed);
}

/// Ids that are taken, by table.
struct Taken(BTreeMap<&'static str, BTreeSet<String>>);

impl Taken {
    fn new(clinic: &Clinic) -> Self {
        let mut taken: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
        macro_rules! ids {
            ($($table:ident),*) => {$(
                let ids = clinic.$table.iter().map(|row| row.id.clone());
                taken.insert(stringify!($table), ids.into_set());
            )*};
        }
        ids!(
            sites,
            rooms,
            equipment,
            services,
            clinicians,
            patients,
            contacts,
            consents,
            orders,
            groups,
            authorizations,
            appointments,
            shifts,
            referrals,
            triage_rules,
            decisions
        );
        Self(taken)
    }

    fn has(&self, table: &str, id: &str) -> bool {
        self.0.get(table).is_some_and(|ids| ids.contains(id))
    }

    fn add(&mut self, table: &'static str, id: &str) {
        self.0.entry(table).or_default().insert(id.into());
    }

    /// This id, or the first with a number behind it that is free.
    fn free(&self, table: &str, like: &str) -> String {
        let numbered = (2_u32..).map(|number| format!("{like}-{number}"));
        let mut ids = std::iter::once(like.to_string()).chain(numbered);
        ids.find(|id| !self.has(table, id)).unwrap_or_default()
    }
}

type Named<'c> = Vec<(&'c str, &'c str)>;

/// Tables of people and things with names: id and name of every row.
fn named(clinic: &Clinic) -> Vec<(&'static str, Named<'_>)> {
    macro_rules! named {
        ($($table:ident),*) => {
            vec![$((stringify!($table), clinic.$table.iter().map(|row| (&*row.id, &*row.name)).collect())),*]
        };
    }
    named!(sites, rooms, equipment, services, clinicians, patients, groups)
}

/// Asks whether rows under a new id, with the name of a row that the files do not hold, are that row.
fn same_names(
    table: &'static str,
    known: &Named,
    incoming: &mut Incoming,
    asked: &mut Asked,
    taken: &Taken,
    renamed: &mut BTreeMap<(&'static str, String), String>,
) {
    let in_files: BTreeSet<String> = incoming
        .of(table)
        .filter_map(|(_, row)| row.own_id().map(String::from))
        .into_set();
    let mut called: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (id, name) in known.iter().filter(|(id, name)| name != id && !in_files.contains(*id)) {
        called.entry(folded(name)).or_default().push(id);
    }
    let mut found: Vec<(usize, String, String)> = Vec::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for (at, row) in incoming.of(table) {
        let (Some(id), Some(name)) = (row.own_id(), row.text("name")) else {
            continue;
        };
        if taken.has(table, id) || row.assumed.contains(&"name") {
            continue;
        }
        for &present in called.get(&folded(name)).into_iter().flatten() {
            let what = format!("both are called {}", excerpt(name));
            let is_same = !used.contains(present) && asked.pair(row, present, what, false);
            if is_same {
                used.insert(present.into());
                found.push((at, id.into(), present.into()));
                break;
            }
        }
    }
    for (at, id, present) in found {
        if let Some(row) = incoming.rows.get_mut(at) {
            row.rename(&present);
        }
        renamed.insert((table, id), present);
    }
}

/// Rows of the clinic by what they say.
struct Known<'c> {
    /// Start and id by who takes part.
    sessions: BTreeMap<(&'c str, &'c str), Vec<(DateTime, &'c str)>>,
    /// Ids by table and what tells rows of it apart.
    others: BTreeMap<(&'static str, String), &'c str>,
}

impl<'c> Known<'c> {
    fn new(clinic: &'c Clinic) -> Self {
        let mut sessions: BTreeMap<(&str, &str), Vec<(DateTime, &str)>> = BTreeMap::new();
        for row in &clinic.appointments {
            let who = row.patient.as_deref().or(row.group.as_deref()).or(row.shift.as_deref());
            if let Some(who) = who {
                let clinician = row.clinicians.first().map_or("", String::as_str);
                sessions.entry((who, clinician)).or_default().push((row.start, &row.id));
            }
        }
        let mut others = BTreeMap::new();
        for row in &clinic.orders {
            others.insert(
                ("orders", joined(&[&row.patient, &row.service, &row.from.to_string()])),
                &*row.id,
            );
        }
        for row in &clinic.authorizations {
            let (from, until) = (row.from.to_string(), row.until.to_string());
            others.insert(
                ("authorizations", joined(&[&row.patient, &row.payer, &from, &until])),
                &*row.id,
            );
        }
        for row in &clinic.referrals {
            let patient = row.patient.as_deref().unwrap_or_default();
            others.insert(
                (
                    "referrals",
                    joined(&[patient, &row.service, &row.requested.to_string()]),
                ),
                &*row.id,
            );
        }
        Self { sessions, others }
    }

    /// The row that says the same, and the minutes between the two starts. A row that the files hold under its own id is
    /// not offered, and an order or authorization under an id of its own is itself.
    fn find(&self, row: &Row, tolerance_min: i32, is_free: impl Fn(&str) -> bool) -> Option<(&'c str, i32)> {
        let text = |field: &str| row.text(field).unwrap_or_default();
        let key = match row.table.name {
            "appointments" => return self.session(row, tolerance_min, is_free),
            _ if row.own_id().is_some() => return None,
            "orders" => joined(&[text("patient"), text("service"), text("from")]),
            "authorizations" => joined(&[text("patient"), text("payer"), text("from"), text("until")]),
            "referrals" => joined(&[text("patient"), text("service"), text("requested")]),
            _ => return None,
        };
        let id = self
            .others
            .get(&(row.table.name, key))
            .copied()
            .filter(|id| is_free(id))?;
        Some((id, 0))
    }

    fn session(&self, row: &Row, tolerance_min: i32, is_free: impl Fn(&str) -> bool) -> Option<(&'c str, i32)> {
        let who = row.text("patient").or(row.text("group")).or(row.text("shift"))?;
        let clinician = row.first("clinicians").unwrap_or_default();
        let start: DateTime = row.text("start")?.parse().ok()?;
        let known = self.sessions.get(&(who, clinician))?.iter();
        let apart = |other: DateTime| {
            other
                .minutes_since(start.date())
                .abs_diff(start.minutes_since(start.date()))
        };
        let near = known
            .filter(|(_, id)| is_free(id))
            .map(|&(other, id)| (apart(other), id))
            .filter(|(apart, _)| *apart <= tolerance_min.unsigned_abs());
        near.min().map(|(apart, id)| (id, apart as i32))
    }
}

/// Texts as one key; no text holds the separator, which is a control character.
pub(super) fn joined(texts: &[&str]) -> String {
    texts.join("\u{1f}")
}
