//! A text to the texts of its resources, with what is needed to find them: type, id, address, identifiers.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::error::Issue;
use crate::model::fhir::{table_of_system, table_url};

use super::super::cells::excerpt;
use super::super::limits::{MAX_NESTED_BUNDLES, MAX_RESOURCES};

/// One resource, not yet parsed.
pub(super) struct Piece<'t> {
    pub(super) kind: String,
    pub(super) id: Option<String>,
    pub(super) text: &'t str,
    pub(super) file: &'t str,
    /// The id of its row: the one it has in this planner's namespace, else its own.
    pub(super) row_id: String,
    /// The table that this namespace belongs to.
    pub(super) table: Option<&'static str>,
    /// Where it is found by others: `Patient/1`, an address, `system|value`.
    keys: Vec<String>,
    /// The resource that contains it.
    parent: Option<usize>,
}

impl Piece<'_> {
    /// What it is called in an issue.
    pub(super) fn label(&self) -> String {
        let id = self.id.as_deref().unwrap_or("without id");
        format!("{} {}", excerpt(&self.kind), excerpt(id))
    }
}

/// Every resource of every file.
#[derive(Default)]
pub(super) struct Found<'t> {
    pub(super) pieces: Vec<Piece<'t>>,
    pub(super) keys: BTreeMap<String, usize>,
    pub(super) issues: Vec<Issue>,
    /// When the first Bundle that says so was made.
    pub(super) timestamp: Option<String>,
    /// Resources that another one of the same type and id replaces.
    replaced: Vec<bool>,
}

type Fields<'t> = BTreeMap<String, &'t RawValue>;

fn fields(text: &str) -> Option<Fields<'_>> {
    serde_json::from_str(text).ok()
}

fn text_of(fields: &Fields, name: &str) -> Option<String> {
    serde_json::from_str(fields.get(name)?.get()).ok()
}

fn items<'t>(fields: &Fields<'t>, name: &str) -> Vec<&'t RawValue> {
    let list = fields.get(name).and_then(|list| serde_json::from_str(list.get()).ok());
    list.unwrap_or_default()
}

/// The type and the fields of a resource.
fn head_of(text: &str) -> Option<(String, Fields<'_>)> {
    let fields = fields(text)?;
    Some((text_of(&fields, "resourceType")?, fields))
}

fn is_resource(text: &str) -> bool {
    head_of(text).is_some()
}

/// True for a resource, a list of resources, or resources line by line.
pub(in crate::import) fn is_fhir(text: &str) -> bool {
    if !text.contains("\"resourceType\"") {
        return false;
    }
    let first_line = || text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if text.trim_start().starts_with('[') {
        let items: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
        return items.first().is_some_and(|first| is_resource(first.get()));
    }
    is_resource(first_line()) || is_resource(text)
}

/// Splits files that are FHIR.
pub(super) fn split(files: &[(String, String)]) -> Found<'_> {
    let mut found = Found::default();
    for (name, text) in files {
        if let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(text) {
            items.iter().for_each(|item| found.add(item.get(), name, None, 0));
        } else if let Some((kind, head)) = head_of(text) {
            found.add_head(kind, &head, text, name, None, 0);
        } else {
            for (line, text) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                found.add_line(text, name, line + 1);
            }
        }
    }
    found.link();
    found
}

impl<'t> Found<'t> {
    fn add_line(&mut self, text: &'t str, file: &'t str, line: usize) {
        if let Some((kind, head)) = head_of(text) {
            self.add_head(kind, &head, text, file, None, 0);
            return;
        }
        self.issues.push(
            Issue::error(
                "fhir.bad_line",
                file,
                "the line is no resource",
                "export the file again; the other lines were read",
            )
            .row(line),
        );
    }

    fn add(&mut self, text: &'t str, file: &'t str, address: Option<String>, depth: usize) {
        match head_of(text) {
            Some((kind, head)) => self.add_head(kind, &head, text, file, address, depth),
            None => self.not_a_resource(file),
        }
    }

    fn add_head(
        &mut self,
        kind: String,
        head: &Fields<'t>,
        text: &'t str,
        file: &'t str,
        address: Option<String>,
        depth: usize,
    ) {
        if kind == "Bundle" {
            self.add_bundle(head, file, depth);
            return;
        }
        let at = self.pieces.len();
        self.push(Piece::new(kind, head, text, file, address));
        for inner in items(head, "contained") {
            if let Some((kind, head)) = head_of(inner.get()) {
                let piece = Piece::new(kind, &head, inner.get(), file, None);
                self.push(Piece {
                    parent: Some(at),
                    ..piece
                });
            }
        }
    }

    fn add_bundle(&mut self, head: &Fields<'t>, file: &'t str, depth: usize) {
        if depth >= MAX_NESTED_BUNDLES {
            self.issues.push(Issue::error(
                "fhir.nested_too_deep",
                file,
                format!("bundles are nested more than {MAX_NESTED_BUNDLES} deep"),
                "export the resources in one bundle; the inner ones were left out",
            ));
            return;
        }
        self.timestamp = self.timestamp.take().or_else(|| text_of(head, "timestamp"));
        for entry in items(head, "entry") {
            let Some(entry) = fields(entry.get()) else {
                self.not_a_resource(file);
                continue;
            };
            // Answers to a transaction and deletions have no resource.
            if let Some(resource) = entry.get("resource") {
                self.add(resource.get(), file, text_of(&entry, "fullUrl"), depth + 1);
            }
        }
    }

    fn not_a_resource(&mut self, file: &str) {
        self.issues.push(Issue::error(
            "fhir.not_a_resource",
            file,
            "an entry is no resource: it has no `resourceType`",
            "export it again; the entry was left out",
        ));
    }

    fn push(&mut self, mut piece: Piece<'t>) {
        if piece.row_id.is_empty() {
            piece.row_id = format!("{}-{}", piece.kind, self.pieces.len() + 1);
        }
        if self.pieces.len() < MAX_RESOURCES {
            self.pieces.push(piece);
        } else if self
            .issues
            .last()
            .is_none_or(|issue| issue.code != "fhir.too_many_resources")
        {
            self.issues.push(Issue::error(
                "fhir.too_many_resources",
                piece.file,
                format!("there are more than {MAX_RESOURCES} resources"),
                "import less history; the rest was left out",
            ));
        }
    }

    /// Makes every resource known by its keys. Of several with the same type and id the last one counts.
    fn link(&mut self) {
        self.replaced = vec![false; self.pieces.len()];
        let mut versions = 0;
        for at in 0..self.pieces.len() {
            let piece = &self.pieces[at];
            if let Some(parent) = piece.parent {
                let id = piece.id.clone().unwrap_or_default();
                self.keys.insert(format!("{parent}#{id}"), at);
                continue;
            }
            for (place, key) in piece.keys.iter().enumerate() {
                let before = self.keys.insert(key.clone(), at);
                // The first key is that of type and id.
                if let Some(before) = before.filter(|_| place == 0 && piece.id.is_some()) {
                    self.replaced[before] = true;
                    versions += 1;
                }
            }
        }
        if versions > 0 {
            self.issues.push(Issue::warning(
                "fhir.duplicate",
                "",
                format!("{versions} resources stand more than once, with the same type and id"),
                "the last one of each was used",
            ));
        }
        for (at, piece) in self.pieces.iter().enumerate() {
            if let Some(parent) = piece.parent {
                self.replaced[at] = self.replaced[parent];
            }
        }
    }

    /// The resources of a type, in the order of the files.
    pub(super) fn of_kind<'f>(&'f self, kind: &'f str) -> impl Iterator<Item = usize> + 'f {
        let live = self.pieces.iter().zip(&self.replaced).enumerate();
        live.filter(move |(_, (piece, replaced))| piece.kind == kind && !**replaced)
            .map(|(at, _)| at)
    }

    /// The resources that are our settings.
    pub(super) fn settings(&self) -> Vec<usize> {
        let address = table_url("settings");
        let is_settings = |at: &usize| self.pieces[*at].text.contains(&address);
        self.of_kind("Basic").filter(is_settings).collect()
    }

    /// How many there are of each type.
    pub(super) fn counts(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for piece in self.pieces.iter().filter(|piece| piece.parent.is_none()) {
            *counts.entry(piece.kind.clone()).or_default() += 1;
        }
        counts
    }

    /// The resource that contains the one at a place, or that one itself.
    pub(super) fn container(&self, at: usize) -> usize {
        self.pieces.get(at).and_then(|piece| piece.parent).unwrap_or(at)
    }
}

impl<'t> Piece<'t> {
    fn new(kind: String, head: &Fields, text: &'t str, file: &'t str, address: Option<String>) -> Self {
        let id = text_of(head, "id");
        let mut keys = Vec::new();
        let own = id.as_ref().map(|id| format!("{kind}/{id}"));
        keys.extend(own);
        // A relative address says nothing new.
        keys.extend(address.filter(|address| !keys.contains(address)));
        let (mut row_id, mut table, mut other) = (None, None, None);
        for identifier in items(head, "identifier") {
            let Some(parts) = fields(identifier.get()) else {
                continue;
            };
            if let (Some(system), Some(value)) = (text_of(&parts, "system"), text_of(&parts, "value")) {
                keys.push(format!("{kind}|{system}|{value}"));
                match table_of_system(&system) {
                    Some(own) => (row_id, table) = (Some(value), Some(own.name)),
                    None => other = other.or(Some(value)),
                }
            }
        }
        Self {
            row_id: row_id.or_else(|| id.clone()).or(other).unwrap_or_default(),
            table,
            kind,
            id,
            text,
            file,
            keys,
            parent: None,
        }
    }
}
