//! Location to sites and rooms, HealthcareService to services.

use crate::model::fhir::{PHYSICAL_TYPE, id_system};

use super::super::json::parse_value;
use super::context::Context;
use super::element::{Element, Faults};
use super::row::Row;
use super::timing;

const OPENING: [&str; 2] = ["openingTime", "closingTime"];

/// Kinds of places that people are treated in.
const ROOMS: [&str; 2] = ["ro", "bd"];

/// A site or a room. Of floors, wings, vehicles and houses nothing is planned; a place without a kind is a site if it
/// is part of nothing, else a room.
pub(super) fn location(cx: &mut Context, element: &Element) {
    cx.zone_of(element);
    let has_kind = element.child("physicalType").is_some();
    if element.text("status") == Some("inactive") || element.text("mode") == Some("kind") {
        not_used(cx);
    } else if ROOMS.iter().any(|code| is_of_kind(element, code)) || !(has_kind || becomes_site(element)) {
        room(cx, element);
    } else if becomes_site(element) {
        site(cx, element);
    } else {
        not_used(cx);
    }
}

fn not_used(cx: &mut Context) {
    cx.count(
        "fhir.not_used",
        "it holds nothing that is planned with".into(),
        "nothing",
    );
}

fn site(cx: &mut Context, element: &Element) {
    let mut row = cx.start("sites", element);
    row.set("name", element.text("name"));
    row.set("hours", timing::hours(&element.all("hoursOfOperation"), OPENING));
    if let Some(position) = element.child("position") {
        row.set("latitude", position.number("latitude").cloned());
        row.set("longitude", position.number("longitude").cloned());
    }
    cx.keep("sites", row);
}

fn room(cx: &mut Context, element: &Element) {
    let mut row = cx.start("rooms", element);
    row.set("name", element.text("name"));
    row.set("hours", timing::hours(&element.all("hoursOfOperation"), OPENING));
    // The site is found when all places are known: it may stand behind the room.
    let within = element
        .child("partOf")
        .and_then(|part| site_above(cx, &part, row.is_ours()));
    row.set("site", within);
    cx.keep("rooms", row);
}

/// The site that a place belongs to, up through floors and wings.
fn site_above(cx: &mut Context, part_of: &Element, is_ours: bool) -> Option<String> {
    let target = cx.resolve(part_of)?;
    if is_ours {
        return Some(target.id);
    }
    let mut seen = Vec::new();
    let mut at = cx.place_of(part_of)?;
    loop {
        if seen.contains(&at) {
            cx.count(
                "fhir.cycle",
                "a place is part of itself".into(),
                "correct `partOf` there",
            );
            return None;
        }
        seen.push(at);
        match above(cx, at) {
            Some(above) => at = above,
            None => {
                let is_site = look(cx, at, |place| becomes_site(place).then_some(()));
                return is_site.map(|()| cx.piece(at).row_id.clone());
            }
        }
    }
}

/// True if a place is read as a site.
fn becomes_site(place: &Element) -> bool {
    let kind = place.child("physicalType");
    kind.map_or(place.child("partOf").is_none(), |_| {
        is_of_kind(place, "si") || is_of_kind(place, "bu")
    })
}

/// The place that a place is part of, unless it is a site itself.
fn above(cx: &Context, at: usize) -> Option<usize> {
    look(cx, at, |place| {
        let part = place.child("partOf").filter(|_| !is_of_kind(place, "si"));
        part.and_then(|part| cx.place_of(&part))
    })
}

/// True if a place is somebody's house.
pub(super) fn is_house(cx: &Context, at: usize) -> bool {
    look(cx, at, |place| is_of_kind(place, "ho").then_some(())).is_some()
}

fn is_of_kind(place: &Element, code: &str) -> bool {
    let kind = place.child("physicalType");
    kind.is_some_and(|kind| kind.code(PHYSICAL_TYPE) == Some(code))
}

/// Looks at a resource beside the one that is read.
fn look<T>(cx: &Context, at: usize, see: impl FnOnce(&Element) -> Option<T>) -> Option<T> {
    let (value, _) = parse_value(cx.piece(at).text).ok()?;
    let faults = Faults::default();
    see(&Element::new(&value, &faults))
}

/// A type of session.
pub(super) fn service(cx: &mut Context, element: &Element) {
    if element.flag("active") == Some(false) {
        not_used(cx);
        return;
    }
    let mut row = cx.start("services", element);
    let types = element.all("type");
    row.set("name", element.text("name").or_else(|| types.first()?.words()));
    if !row.is_ours() {
        let is_group = |text: &str| text.to_lowercase().contains("group");
        let kind = row.text("name").is_some_and(is_group).then_some("group");
        row.set("kind", kind);
    }
    let id = row.text("id").map(String::from).unwrap_or_default();
    let own = types
        .iter()
        .find_map(|kind| kind.code(&id_system("services")))
        .map(String::from);
    let mut names = vec![id.clone()];
    names.extend(own);
    names.extend(row.text("name").map(String::from));
    if !row.is_ours() {
        for coding in types
            .iter()
            .chain(&element.all("specialty"))
            .flat_map(|kind| kind.all("coding"))
        {
            names.extend(
                coding
                    .text("code")
                    .into_iter()
                    .chain(coding.text("display"))
                    .map(String::from),
            );
        }
    }
    cx.name_service(&id, &names.iter().map(String::as_str).collect::<Vec<_>>());
    cx.keep("services", row);
}

/// What is known of a service that no HealthcareService describes.
#[derive(Clone, Copy)]
pub(super) struct Hint {
    /// True if several patients take part.
    pub(super) is_group: bool,
    /// Length of the session at hand, minutes.
    pub(super) minutes: Option<i64>,
}

/// The service that the first concept that says anything stands for; one is made for words that no service has, and for
/// no words at all, if there is a hint of what it is like.
pub(super) fn service_of(cx: &mut Context, concepts: &[Element], hint: Option<Hint>) -> Option<String> {
    let own = concepts.iter().find_map(|concept| concept.code(&id_system("services")));
    if let Some(own) = own {
        return Some(own.into());
    }
    for concept in concepts {
        let codings = concept.all("coding");
        let words = codings
            .iter()
            .flat_map(|coding| [coding.text("code"), coding.text("display")]);
        if let Some(id) = words
            .chain([concept.text("text")])
            .flatten()
            .find_map(|word| cx.service_named(word))
        {
            return Some(id);
        }
    }
    let hint = hint?;
    let named = concepts.iter().find_map(|concept| Some((concept, concept.words()?)));
    let (id, words) = match named {
        Some((concept, words)) => {
            let code = concept.first("coding").and_then(|coding| coding.text("code"));
            (code.unwrap_or(words), words)
        }
        None => {
            let words = if hint.is_group { "group session" } else { "visit" };
            if let Some(id) = cx.service_named(words) {
                return Some(id);
            }
            (words, words)
        }
    };
    let mut row = Row::made(cx.here(), Vec::new());
    row.set("id", Some(id));
    row.set("name", Some(words));
    row.set("kind", hint.is_group.then_some("group"));
    row.set("minutes", hint.minutes);
    cx.keep("services", row);
    cx.name_service(id, &[id, words]);
    cx.count(
        "fhir.service_made",
        "a type of session that no HealthcareService describes was made a service".into(),
        "check its length and what it takes",
    );
    Some(id.into())
}
