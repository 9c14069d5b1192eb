//! What is known while resources are read: rows so far, where references lead, the zone of the site, what to report.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde_json::Value;

use crate::error::{Issue, Severity};
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::Settings;
use crate::model::columns::fold;
use crate::model::fhir::{Moment, TIMEZONE, parse_moment, table_of_system};
use crate::model::zones;

use super::super::cells::excerpt;
use super::element::{Element, Faults};
use super::extension;
use super::row::{Row, Target};
use super::split::{Found, Piece};

/// The state of reading.
pub(super) struct Context<'t> {
    pub(super) found: &'t Found<'t>,
    at: usize,
    zone: Option<TimeZone>,
    zone_name: Option<String>,
    read_instants: bool,
    pub(super) rows: BTreeMap<&'static str, Vec<Row>>,
    by_id: BTreeMap<&'static str, BTreeMap<String, usize>>,
    table_of: BTreeMap<usize, &'static str>,
    /// Places in their table of the rows that are whole resources.
    by_piece: BTreeMap<usize, usize>,
    /// Clinicians by the role that names them.
    pub(super) clinician_of_role: BTreeMap<usize, String>,
    /// Names of organizations by their resource; they are payers or the clinic itself.
    pub(super) organizations: BTreeMap<usize, String>,
    /// Payers by patient.
    pub(super) payers: BTreeMap<String, String>,
    /// Who or what a schedule is of, by its resource.
    pub(super) schedules: BTreeMap<usize, Vec<Target>>,
    /// Services by folded name, code or id.
    service_names: BTreeMap<String, String>,
    pub(super) issues: Vec<Issue>,
    unresolved: BTreeMap<(String, String), usize>,
    wrong: BTreeMap<(String, &'static str, &'static str, &'static str), usize>,
    counted: BTreeMap<(&'static str, String, &'static str), usize>,
}

impl<'t> Context<'t> {
    pub(super) fn new(found: &'t Found<'t>) -> Self {
        Self {
            found,
            at: 0,
            zone: None,
            zone_name: None,
            read_instants: false,
            rows: BTreeMap::new(),
            by_id: BTreeMap::new(),
            table_of: BTreeMap::new(),
            by_piece: BTreeMap::new(),
            clinician_of_role: BTreeMap::new(),
            organizations: BTreeMap::new(),
            payers: BTreeMap::new(),
            schedules: BTreeMap::new(),
            service_names: BTreeMap::new(),
            issues: Vec::new(),
            unresolved: BTreeMap::new(),
            wrong: BTreeMap::new(),
            counted: BTreeMap::new(),
        }
    }

    /// Turns to a resource; false if it was read already.
    pub(super) fn begin(&mut self, at: usize) -> bool {
        self.at = at;
        at < self.found.pieces.len() && !self.table_of.contains_key(&at)
    }

    pub(super) fn piece(&self, at: usize) -> &'t Piece<'t> {
        &self.found.pieces[at]
    }

    /// The resource that is read now.
    pub(super) fn here(&self) -> usize {
        self.at
    }

    /// The id of the row of the resource that is read now.
    pub(super) fn id(&self) -> String {
        self.piece(self.at).row_id.clone()
    }

    /// Takes the zone of the settings that were read, else the one that was asked for.
    pub(super) fn settle_zone(&mut self, asked: Option<&str>) {
        let own = self.rows.get("settings").and_then(|rows| rows.first());
        let own = own.and_then(|row| row.text("time_zone")).map(String::from);
        if let Some(name) = own.or_else(|| asked.map(String::from)) {
            self.zone = zones::zone(&name);
            self.zone_name = Some(name);
        }
    }

    /// Takes the zone that a place names, if none is known yet.
    pub(super) fn zone_of(&mut self, element: &Element) {
        if self.zone_name.is_some() {
            return;
        }
        let extension = element.extension(TIMEZONE);
        let name = extension.and_then(|extension| Some(extension.choice("value")?.1.as_str()?.to_string()));
        if let Some(name) = name.filter(|name| zones::zone(name).is_some()) {
            self.zone = zones::zone(&name);
            self.zone_name = Some(name);
        }
    }

    /// Settings for what comes without any: the zone, and the moment at which the data was taken out.
    pub(super) fn settings(&mut self) -> Option<Vec<(&'static str, Value)>> {
        if self.rows.contains_key("settings") {
            return None;
        }
        if self.zone_name.is_none() && self.read_instants {
            let zone = Settings::default().time_zone;
            self.issues.push(Issue::warning(
                "fhir.no_time_zone",
                "settings",
                format!("nothing says in which time zone the site is; {zone} was used"),
                "say in the import which one it is: times depend on it",
            ));
        }
        let mut values: Vec<(&'static str, Value)> = Vec::new();
        if let Some(name) = &self.zone_name {
            values.push(("time_zone", name.as_str().into()));
        }
        let made = self.found.timestamp.as_deref().and_then(|text| self.parse(text));
        if let Some(made) = made {
            let start = made.date().plus_days(-(made.date().weekday() as i32));
            values.push(("as_of", made.moment().to_string().into()));
            values.push(("horizon_start", start.to_string().into()));
        }
        Some(values)
    }

    fn parse(&self, text: &str) -> Option<Moment> {
        let default;
        let zone = match &self.zone_name {
            Some(_) => self.zone.as_ref(),
            None => {
                default = zones::zone(&Settings::default().time_zone);
                default.as_ref()
            }
        };
        parse_moment(zone, text)
    }

    /// A moment of an element.
    pub(super) fn moment(&mut self, element: &Element, name: &'static str) -> Option<Moment> {
        let text = element.text(name)?;
        let moment = self.parse(text);
        self.read_instants |= matches!(moment, Some(Moment::Time(..)));
        match moment {
            None => self.count(
                "fhir.not_a_moment",
                format!("`{name}` is no date or time"),
                "correct it there",
            ),
            Some(Moment::Time(_, true)) => {
                self.count(
                    "fhir.seconds",
                    format!("seconds of `{name}` were cut"),
                    "nothing: times are whole minutes",
                );
            }
            Some(_) => {}
        }
        moment
    }

    /// A civil time; midnight of a day.
    pub(super) fn time(&mut self, element: &Element, name: &'static str) -> Option<DateTime> {
        self.moment(element, name).map(Moment::moment)
    }

    /// A day.
    pub(super) fn date(&mut self, element: &Element, name: &'static str) -> Option<Date> {
        self.moment(element, name).map(Moment::date)
    }

    /// The text of a moment in an extension of ours.
    pub(super) fn moment_text(&mut self, text: &str) -> Option<DateTime> {
        self.parse(text).map(Moment::moment)
    }

    /// A row of the resource that is read now, with what our own extension says of it.
    pub(super) fn start(&mut self, table: &'static str, element: &Element) -> Row {
        let at = self.at;
        self.table_of.entry(at).or_insert(table);
        let mut row = self.inner(table, element);
        row.is_whole = true;
        row.set("id", Some(self.id()).filter(|_| has_id(table)));
        row
    }

    /// A row that stands within the resource that is read now.
    pub(super) fn inner(&mut self, table: &'static str, element: &Element) -> Row {
        let (place, values) = extension::read(self, element, table).unwrap_or_default();
        Row {
            values,
            place,
            piece: self.at,
            is_whole: false,
        }
    }

    /// Keeps a row.
    pub(super) fn keep(&mut self, table: &'static str, row: Row) {
        let rows = self.rows.entry(table).or_default();
        if let Some(id) = row.text("id") {
            let ids = self.by_id.entry(table).or_default();
            ids.entry(id.into()).or_insert(rows.len());
        }
        if row.is_whole {
            self.by_piece.insert(row.piece, rows.len());
        }
        rows.push(row);
    }

    /// The row of the resource that a reference leads to, else the row with an id.
    pub(super) fn row_of(
        &mut self,
        element: &Element,
        name: &'static str,
        table: &'static str,
        id: &str,
    ) -> Option<&mut Row> {
        let piece = element.child(name).and_then(|reference| self.place_of(&reference));
        let at = piece.and_then(|piece| self.by_piece.get(&piece)).copied();
        match at {
            Some(at) => self.rows.get_mut(table)?.get_mut(at),
            None => self.row(table, id),
        }
    }

    /// The row with an id.
    pub(super) fn row(&mut self, table: &'static str, id: &str) -> Option<&mut Row> {
        let at = *self.by_id.get(table)?.get(id)?;
        self.rows.get_mut(table)?.get_mut(at)
    }

    /// Where a reference leads; none if it says nothing. One that leads outside the files is reported.
    pub(super) fn resolve(&mut self, reference: &Element) -> Option<Target> {
        let Some(text) = reference.text("reference") else {
            return self.by_identifier(reference);
        };
        if let Some(at) = self.found_at(text) {
            return Some(self.target(at));
        }
        let (kind, id) = relative(text)
            .and_then(|relative| Some(relative.split_once('/')?).map(|(kind, id)| (kind.to_string(), id.to_string())))
            .unwrap_or_default();
        let from = self.piece(self.at).kind.clone();
        let known = kind.clone();
        *self.unresolved.entry((from, kind)).or_default() += 1;
        (!id.is_empty()).then_some(Target {
            kind: known,
            table: None,
            id,
        })
    }

    fn by_identifier(&mut self, reference: &Element) -> Option<Target> {
        let identifier = reference.child("identifier")?;
        let (system, value) = (identifier.text("system")?, identifier.text("value")?);
        let kind = reference.text("type").unwrap_or_default();
        if let Some(table) = table_of_system(system) {
            return Some(Target {
                kind: kind.into(),
                table: Some(table.name),
                id: value.into(),
            });
        }
        let kinds = ["Patient", "Practitioner", "Location", kind];
        let at = kinds
            .iter()
            .filter(|known| kind.is_empty() || **known == kind)
            .find_map(|kind| self.found.keys.get(&format!("{kind}|{system}|{value}")))?;
        Some(self.target(*at))
    }

    fn target(&self, at: usize) -> Target {
        let piece = self.piece(at);
        let role = self.clinician_of_role.get(&at);
        Target {
            kind: piece.kind.clone(),
            table: self.table_of.get(&at).copied().or(piece.table),
            id: role.unwrap_or(&piece.row_id).clone(),
        }
    }

    /// The resource that a reference leads to.
    pub(super) fn place_of(&self, reference: &Element) -> Option<usize> {
        self.found_at(reference.text("reference")?)
    }

    /// The resource of that reference: one inside the resource at hand, as written, or without its base address.
    fn found_at(&self, text: &str) -> Option<usize> {
        let keys = &self.found.keys;
        let found = match text.strip_prefix('#') {
            Some(inner) => keys.get(&format!("{}#{inner}", self.found.container(self.at))),
            None => keys.get(text).or_else(|| keys.get(&relative(text)?)),
        };
        found.copied()
    }

    /// The row that an element's reference leads to, if it is of one of these types.
    pub(super) fn id_of(&mut self, element: &Element, name: &'static str, kinds: &[&str]) -> Option<String> {
        let target = self.resolve(&element.child(name)?)?;
        kinds.contains(&target.kind.as_str()).then_some(target.id)
    }

    /// Makes a service known by what it is called.
    pub(super) fn name_service(&mut self, id: &str, names: &[&str]) {
        for name in names.iter().map(|name| fold(name)).filter(|name| !name.is_empty()) {
            self.service_names.entry(name).or_insert_with(|| id.into());
        }
    }

    /// The service that goes by a name or code.
    pub(super) fn service_named(&self, name: &str) -> Option<String> {
        self.service_names.get(&fold(name)).cloned()
    }

    /// Reports something that happens often, once with its number.
    pub(super) fn count(&mut self, code: &'static str, what: String, action: &'static str) {
        let kind = &self.piece(self.at).kind;
        let cause = format!("in {}: {what}", excerpt(kind));
        *self.counted.entry((code, cause, action)).or_default() += 1;
    }

    /// Reports something that is worth knowing.
    pub(super) fn note(&mut self, issue: Issue) {
        self.issues.push(Issue {
            severity: Severity::Note,
            ..issue
        });
    }

    /// Reports something.
    pub(super) fn issue(&mut self, issue: Issue) {
        self.issues.push(issue);
    }

    /// Keeps the wrong types of a resource for the report.
    pub(super) fn report(&mut self, faults: &Faults) {
        for (name, is, belongs) in faults.list() {
            let kind = self.piece(self.at).kind.clone();
            *self.wrong.entry((kind, name, is, belongs)).or_default() += 1;
        }
    }

    /// Everything that was counted, as issues.
    pub(super) fn counted(&mut self) -> Vec<Issue> {
        let mut issues = std::mem::take(&mut self.issues);
        for ((kind, name, is, belongs), count) in &self.wrong {
            issues.push(
                Issue::warning(
                    "fhir.wrong_type",
                    "",
                    format!(
                        "in {}, {count} times: {is} stands where {belongs} belongs",
                        excerpt(kind)
                    ),
                    "export it again; what has the wrong type was left out",
                )
                .field(name),
            );
        }
        for ((from, to), count) in &self.unresolved {
            let to = if to.is_empty() { "something".into() } else { excerpt(to) };
            issues.push(Issue::warning(
                "fhir.unresolved_reference",
                "",
                format!(
                    "{count} references from {} lead to {to} outside the files",
                    excerpt(from)
                ),
                "add the file that holds them, if they are needed",
            ));
        }
        for ((code, cause, action), count) in &self.counted {
            issues.push(Issue {
                severity: Severity::Note,
                ..Issue::warning(code, "", format!("{cause}, {count} times"), *action)
            });
        }
        issues
    }
}

/// True if rows of a table have an id of their own.
fn has_id(table: &str) -> bool {
    use crate::model::columns::{self, Type};
    let column = columns::table(table).and_then(|table| table.column("id"));
    column.is_some_and(|column| column.kind == Type::Id)
}

/// `Type/id` of a reference, relative or absolute, with or without a version.
fn relative(text: &str) -> Option<String> {
    let bare = text.split_once("/_history/").map_or(text, |(bare, _)| bare);
    let mut parts = bare.rsplit('/');
    let (id, kind) = (parts.next()?, parts.next()?);
    let is_kind = kind.starts_with(|letter: char| letter.is_ascii_uppercase());
    (is_kind && !id.is_empty()).then(|| format!("{kind}/{id}"))
}
