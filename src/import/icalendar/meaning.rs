//! Events of other calendars: what session or absence each is, by the rows that its words name.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::component::Component;
use super::events::{Happening, status};
use super::lines::Line;
use super::own::replace;
use super::{component, note};
use crate::error::Issue;
use crate::import::draft::{Draft, DraftRow};
use crate::import::json::read_row;
use crate::import::references::{Names, collect};
use crate::model::calendar::DateTime;
use crate::model::columns::{self, fold};
use crate::order::IntoOrdered;

/// Titles that mean somebody is away or taken, folded. Our choice.
const AWAY: [&str; 21] = [
    "absent",
    "admin",
    "away",
    "blocked",
    "busy",
    "closed",
    "conference",
    "documentation",
    "holiday",
    "leave",
    "lunch",
    "meeting",
    "notes",
    "off",
    "ooo",
    "outofoffice",
    "pto",
    "sick",
    "supervision",
    "training",
    "vacation",
];

/// What stands between the parts of a title.
const BETWEEN: [&str; 14] = [
    " - ", " – ", " — ", " with ", " for ", ":", ",", ";", "|", "/", "(", ")", "@", "\n",
];

/// Reads events that this program did not write.
pub(super) fn read(happenings: &[Happening], (calendar, file): (&Component, &str), draft: &mut Draft) {
    if happenings.is_empty() {
        return;
    }
    let reader = Reader {
        names: collect(&draft.rows),
        services: facts(draft, "services"),
        groups: facts(draft, "groups"),
        owner: owner(calendar, file),
        file,
    };
    let ids = happenings.iter().map(key).into_set();
    replace(&ids, draft);
    for happening in happenings {
        match reader.meaning(happening) {
            Ok(rows) => {
                draft.issues.extend(rows.doubts);
                for (name, row) in rows.rows {
                    if let Some(table) = columns::table(name) {
                        read_row(table, happening.number, row, draft);
                    }
                }
            }
            Err(issue) => {
                draft.issues.push(issue.row(happening.number));
                if let Some(table) = columns::table("appointments") {
                    draft.leave_out(table, 1);
                }
            }
        }
    }
}

/// The id of the appointment that an event becomes: the same whenever the file is read.
fn key(happening: &Happening) -> String {
    let occurrence = happening.occurrence.map(|at| at.to_string()).unwrap_or_default();
    let digest = Sha256::digest(format!("{}\n{occurrence}", happening.uid));
    let hex: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("ics-{hex}")
}

/// The name that a calendar or its file has, perhaps that of a person or room.
fn owner(calendar: &Component, file: &str) -> Vec<String> {
    let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    calendar
        .text("X-WR-CALNAME")
        .into_iter()
        .chain([stem.to_string()])
        .collect()
}

/// Field values of a row by name.
type Facts = BTreeMap<String, BTreeMap<&'static str, Value>>;

fn facts(draft: &Draft, table: &str) -> Facts {
    let rows = draft.rows.get(table).map_or(&[][..], Vec::as_slice);
    let facts = rows.iter().filter_map(|row: &DraftRow| {
        let id = row.id()?.to_string();
        Some((
            id,
            row.values.iter().map(|(name, value)| (*name, value.clone())).into_map(),
        ))
    });
    facts.into_map()
}

#[derive(Default)]
struct Rows {
    rows: Vec<(&'static str, Value)>,
    doubts: Vec<Issue>,
}

struct Reader<'a> {
    names: BTreeMap<&'static str, Names>,
    services: Facts,
    groups: Facts,
    owner: Vec<String>,
    file: &'a str,
}

impl Reader<'_> {
    fn meaning(&self, happening: &Happening) -> Result<Rows, Issue> {
        let event = happening.event;
        let title = parts(&event.text("SUMMARY").unwrap_or_default());
        let kinds: Vec<String> = event.all("CATEGORIES").flat_map(Line::texts).collect();
        let place = parts(&event.text("LOCATION").unwrap_or_default());
        let people: Vec<String> = ["ATTENDEE", "ORGANIZER"]
            .into_iter()
            .flat_map(|name| event.all(name))
            .flat_map(person)
            .collect();
        let everywhere: Vec<&String> = title.iter().chain(&people).collect();

        let mut clinicians = self.named("clinicians", everywhere.iter().copied());
        if clinicians.is_empty() {
            clinicians = self.named("clinicians", &self.owner);
        }
        let mut rooms = self.named("rooms", place.iter().chain(&title));
        if rooms.is_empty() {
            rooms = self.named("rooms", &self.owner);
        }
        let groups = self.named("groups", title.iter().chain(&kinds));
        let patients = self.named("patients", everywhere.iter().copied());
        let mut services = self.named("services", title.iter().chain(&kinds));
        if services.is_empty() && groups.len() == 1 {
            let service = groups
                .iter()
                .filter_map(|id| self.groups.get(id)?.get("service")?.as_str());
            services = service.map(String::from).into_set();
        }
        let Some(service) = self.one(services, "service", "SUMMARY")? else {
            return self.absence(happening, &title, &clinicians);
        };
        let fact = |field: &str| self.services.get(&service).and_then(|facts| facts.get(field));
        let kind = fact("kind").and_then(Value::as_str).unwrap_or_default();
        if clinicians.is_empty() {
            return Err(self.missing("clinician", "ATTENDEE"));
        }
        let room = self.one(rooms, "room", "LOCATION")?;
        let (mut patient, mut group) = (None, None);
        match kind {
            "group" => {
                let Some(one) = self.one(groups, "group", "SUMMARY")? else {
                    return Err(self.missing("group", "SUMMARY"));
                };
                group = Some(one);
            }
            "shift" => {}
            _ => {
                let Some(one) = self.one(patients.clone(), "patient", "SUMMARY")? else {
                    return Err(self.missing("patient", "SUMMARY"));
                };
                patient = Some(one);
            }
        }
        let modality = self.modality(&place, room.is_some(), fact("modalities"))?;
        let minutes = happening.minutes.filter(|_| !happening.is_date);
        let minutes = minutes.map(Value::from).or_else(|| fact("minutes").cloned());
        let id = key(happening);
        let status = match (happening.is_cancelled, status(event).as_deref()) {
            (true, _) => "cancelled",
            (false, Some("TENTATIVE")) => "proposed",
            _ => "booked",
        };
        let mut rows = Rows::default();
        if room.is_none() && modality == "in_person" && !place.is_empty() {
            let cause = "the place is called like no room; the session has none";
            let action = "call it by the id or name of a room";
            let doubt = Issue::warning("calendar.no_room", self.file, cause, action);
            rows.doubts.push(doubt.row(happening.number).field("LOCATION"));
        }
        let seats = if kind == "group" { patients } else { BTreeSet::new() };
        rows.rows.push((
            "appointments",
            json!({
                "id": id, "service": service, "patient": patient, "group": group,
                "clinicians": clinicians, "room": room, "modality": modality,
                "start": DateTime(happening.start).to_string(), "minutes": minutes,
                "status": status, "freedom": "movable",
            }),
        ));
        let seat = |patient: String| {
            (
                "attendances",
                json!({"appointment": id, "patient": patient, "status": status}),
            )
        };
        rows.rows.extend(seats.into_iter().map(seat));
        Ok(rows)
    }

    /// The rows of a table that any of these texts names, each once.
    fn named<'t>(&self, table: &str, texts: impl IntoIterator<Item = &'t String>) -> BTreeSet<String> {
        let Some(names) = self.names.get(table) else {
            return BTreeSet::new();
        };
        let meant = texts.into_iter().flat_map(|text| names.meant(text));
        meant.map(String::from).into_set()
    }

    fn one(&self, ids: BTreeSet<String>, what: &str, field: &str) -> Result<Option<String>, Issue> {
        if ids.len() > 1 {
            let cause = format!("it names {} rows that could be its {what}", ids.len());
            let action = format!("name one {what} by its id; the event was left out");
            return Err(Issue::error("calendar.ambiguous", self.file, cause, action).field(field));
        }
        Ok(ids.into_iter().next())
    }

    fn missing(&self, what: &str, field: &str) -> Issue {
        let cause = format!("no {what} of the clinic is named in it");
        let action = format!("name the {what} by id or name, there or in the clinic; the event was left out");
        Issue::error("calendar.no_match", self.file, cause, action).field(field)
    }

    fn absence(&self, happening: &Happening, title: &[String], clinicians: &BTreeSet<String>) -> Result<Rows, Issue> {
        let event = happening.event;
        let is_out = event
            .text("X-MICROSOFT-CDO-BUSYSTATUS")
            .is_some_and(|status| fold(&status) == "oof");
        let word = title.iter().find(|part| AWAY.contains(&&*fold(part)));
        let mut rows = Rows::default();
        let is_transparent = event.text("TRANSP").is_some_and(|text| fold(&text) == "transparent");
        if happening.is_cancelled || is_transparent && word.is_none() {
            let cause = "it takes nobody's time: cancelled, or marked as free";
            rows.doubts
                .push(note("calendar.takes_no_time", self.file, cause, "nothing").row(happening.number));
            return Ok(rows);
        }
        if word.is_none() && !is_out {
            return Err(self.missing("service", "SUMMARY"));
        }
        if clinicians.is_empty() {
            return Err(self.missing("clinician", "ATTENDEE"));
        }
        let minutes = happening.minutes.and_then(|minutes| i32::try_from(minutes).ok());
        let Some(minutes) = minutes.filter(|minutes| *minutes > 0) else {
            let action = "give it an end; the event was left out";
            return Err(Issue::error("calendar.no_end", self.file, "it has no length", action).field("DTEND"));
        };
        let from = DateTime(happening.start);
        let reason = word.map_or_else(|| "out of office".into(), |word| word.to_lowercase());
        rows.rows.extend(clinicians.iter().map(|id| {
            let until = from.plus_minutes(minutes);
            let row = json!({
                "what": "clinician", "id": id, "from": from.to_string(), "until": until.to_string(), "reason": reason,
            });
            ("absences", row)
        }));
        Ok(rows)
    }

    /// How it takes place: as the place says, in a room if it has one, else in the only way of the service.
    fn modality(&self, place: &[String], has_room: bool, ways: Option<&Value>) -> Result<String, Issue> {
        let ways: Vec<&str> = ways
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let is_link = |part: &String| part.contains("http") || part.starts_with("//");
        let called = |part: &String| -> Option<&'static str> {
            match &*fold(part) {
                "home" | "homevisit" | "athome" => Some("home"),
                "phone" | "telephone" | "call" => Some("phone"),
                "video" | "telehealth" | "online" | "virtual" | "zoom" | "microsoftteamsmeeting" => Some("video"),
                _ if is_link(part) => Some("video"),
                _ => None,
            }
        };
        let said = if has_room {
            Some("in_person")
        } else {
            place.iter().find_map(called)
        };
        match (said, &ways[..]) {
            (Some(way), _) => Ok(way.into()),
            (None, [way]) => Ok((*way).into()),
            // Nothing is held at home or by video without a word of it.
            (None, ways) if ways.contains(&"in_person") && !place.is_empty() => Ok("in_person".into()),
            (None, _) => {
                let cause = "it does not say how it takes place, and the service knows several ways";
                let action = "name a room, home, phone or video as the place; the event was left out";
                Err(Issue::error("calendar.no_modality", self.file, cause, action).field("LOCATION"))
            }
        }
    }
}

/// A text, and the parts it is made of.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![text.to_string()];
    for between in BETWEEN {
        parts = parts
            .iter()
            .flat_map(|part| part.split(between))
            .map(String::from)
            .collect();
    }
    parts.push(text.into());
    let trimmed = parts.iter().map(|part| part.trim().to_string());
    trimmed.filter(|part| !part.is_empty()).collect()
}

/// What a person is called in a line: the common name, the address, and what stands before the `@`.
pub(super) fn person(line: &Line) -> Vec<String> {
    let address = line.value.trim();
    let address = address
        .get(..7)
        .filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"))
        .map_or(address, |_| &address[7..]);
    let local = address.split('@').next().unwrap_or_default();
    let names = line.param("CN").into_iter().chain([address, local]);
    names.map(String::from).filter(|name| !name.trim().is_empty()).collect()
}

/// The one clinician whose calendar or entry it is.
pub(super) fn clinician(
    names: &BTreeMap<&'static str, Names>,
    entry: &component::Component,
    calendar: &Component,
    file: &str,
) -> BTreeSet<String> {
    let Some(known) = names.get("clinicians") else {
        return BTreeSet::new();
    };
    let lines = ["ATTENDEE", "ORGANIZER"].into_iter().flat_map(|name| entry.all(name));
    let people: Vec<String> = lines.flat_map(person).collect();
    let meant = |texts: &[String]| -> BTreeSet<String> {
        texts
            .iter()
            .flat_map(|text| known.meant(text))
            .map(String::from)
            .into_set()
    };
    let named = meant(&people);
    if named.is_empty() {
        meant(&owner(calendar, file))
    } else {
        named
    }
}
