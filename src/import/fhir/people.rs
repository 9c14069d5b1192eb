//! Practitioner and PractitionerRole to clinicians with licenses and absences, Patient, EpisodeOfCare, CareTeam and
//! Consent to patients, RelatedPerson to contacts.

use serde_json::Value;

use crate::model::columns::{Choice, Type, fold, table};
use crate::model::fhir::{ACT_REASON, AWAY, CONSENT_SCOPE, GEOLOCATION, LANGUAGES, PURPOSES, table_url, word_of};

use super::context::Context;
use super::element::Element;
use super::row::{Row, Target};
use super::timing;

const AVAILABLE: [&str; 2] = ["availableStartTime", "availableEndTime"];

/// A clinician with the licenses that the qualifications are.
pub(super) fn practitioner(cx: &mut Context, element: &Element) {
    if element.flag("active") == Some(false) {
        cx.count("fhir.not_active", "it is not active any more".into(), "nothing");
        return;
    }
    let mut row = cx.start("clinicians", element);
    row.set("name", name(element));
    row.set("gender", element.text("gender"));
    let languages = element.all("communication");
    row.set_all("languages", languages.iter().filter_map(language).collect());
    let id = row.text("id").map(String::from).unwrap_or_default();
    let mut skills = Vec::new();
    for qualification in element.all("qualification") {
        skills.extend(license(cx, &id, &qualification));
    }
    if !row.is_ours() {
        skills.iter().for_each(|skill| row.add("skills", skill));
    }
    cx.keep("clinicians", row);
}

/// Name of a clinician: as it is shown, else first and last name.
fn name(element: &Element) -> Option<String> {
    let names = element.all("name");
    let usual = names
        .iter()
        .find(|name| name.text("use") != Some("old"))
        .or(names.first())?;
    if let Some(text) = usual.text("text") {
        return Some(text.into());
    }
    let given = usual.texts("given");
    let parts: Vec<&str> = given.first().copied().into_iter().chain(usual.text("family")).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn language(concept: &Element) -> Option<Value> {
    let code = concept
        .code(LANGUAGES)
        .or_else(|| concept.first("coding")?.text("code"));
    code.or_else(|| concept.words()).map(Value::from)
}

/// A license; its skill.
fn license(cx: &mut Context, clinician: &str, qualification: &Element) -> Option<String> {
    let mut row = cx.inner("licenses", qualification);
    row.set("clinician", Some(clinician));
    row.set("skill", qualification.child("code").and_then(|code| code.words()));
    if let Some(period) = qualification.child("period") {
        row.set("from", cx.date(&period, "start").map(|date| date.to_string()));
        row.set("until", cx.date(&period, "end").map(|date| date.to_string()));
    }
    let skill = row.text("skill").map(String::from);
    if skill.is_some() {
        cx.keep("licenses", row);
    }
    skill
}

/// What a clinician does, where and when. A clinician may have several roles: the first one names discipline and site.
pub(super) fn role(cx: &mut Context, element: &Element) {
    if element.flag("active") == Some(false) {
        cx.count("fhir.not_active", "it is not active any more".into(), "nothing");
        return;
    }
    let here = cx.here();
    let Some(named) = cx.id_of(element, "practitioner", &["Practitioner"]) else {
        cx.count("fhir.nobody", "it names nobody".into(), "give the practitioner");
        return;
    };
    let known = cx.row_of(element, "practitioner", "clinicians", &named);
    let own = known.and_then(|row| row.text("id").map(String::from));
    let is_new = own.is_none();
    let id = own.unwrap_or(named);
    cx.clinician_of_role.insert(here, id.clone());
    if is_new {
        let mut row = cx.inner("clinicians", element);
        row.set("id", Some(id.as_str()));
        row.set(
            "name",
            element.child("practitioner").and_then(|who| who.text("display")),
        );
        cx.keep("clinicians", row);
    }
    let codes = element.all("code");
    let discipline = codes.first().and_then(|code| code.words());
    let site = element
        .all("location")
        .into_iter()
        .find_map(|place| site_of(cx, &place));
    let hours = timing::hours(&element.all("availableTime"), AVAILABLE);
    let specialties = element.all("specialty");
    if let Some(row) = cx.row_of(element, "practitioner", "clinicians", &id) {
        row.set("discipline", discipline);
        row.set("site", site);
        let is_ours = row.is_ours();
        row.set("hours", hours);
        for words in specialties.iter().filter_map(|specialty| specialty.words()) {
            if is_ours && row.get("specializations").is_none() {
                row.set("specializations", Some(Value::Array(Vec::new())));
            }
            push(row, "specializations", words, is_ours);
        }
    }
    for away in element.all("notAvailable") {
        absence(cx, &id, &away);
    }
}

/// Adds to a list; what this planner wrote is kept as it is, what others wrote once.
fn push(row: &mut Row, column: &'static str, text: &str, is_ours: bool) {
    if !is_ours {
        row.add(column, text);
        return;
    }
    if let Some((_, Value::Array(items))) = row.values.iter_mut().find(|(name, _)| *name == column) {
        items.push(text.into());
    }
}

/// The site of a place.
fn site_of(cx: &mut Context, place: &Element) -> Option<String> {
    let target = cx.resolve(place)?;
    match target.table {
        Some("rooms") => cx.row("rooms", &target.id)?.text("site").map(String::from),
        _ => Some(target.id),
    }
}

fn absence(cx: &mut Context, clinician: &str, away: &Element) {
    let mut row = cx.inner("absences", away);
    row.set("what", Some("clinician"));
    row.set("id", Some(clinician));
    // A description may hold what is nobody's business: only what this planner wrote is read.
    let reason = away.text("description").filter(|text| row.is_ours() && *text != AWAY);
    row.set("reason", reason);
    if let Some(during) = away.child("during") {
        row.set("from", cx.time(&during, "start").map(|moment| moment.to_string()));
        let until = cx.moment(&during, "end").map(last_moment);
        row.set("until", until);
    }
    if row.is_ours() || (row.get("from").is_some() && row.get("until").is_some()) {
        cx.keep("absences", row);
    }
}

/// The first moment after a period: a day that ends it belongs to it.
fn last_moment(moment: crate::model::fhir::Moment) -> String {
    use crate::model::fhir::Moment;
    match moment {
        Moment::Day(date) => date.plus_days(1).at_minute(0).to_string(),
        Moment::Time(moment, _) => moment.to_string(),
    }
}

/// Someone who is treated. Name, birth date, address lines and contact points are not read.
pub(super) fn patient(cx: &mut Context, element: &Element) {
    if element.flag("active") == Some(false) {
        cx.count("fhir.not_active", "it is not active any more".into(), "nothing");
        return;
    }
    let mut row = cx.start("patients", element);
    let spoken = element.all("communication");
    let preferred = spoken.iter().filter(|item| item.flag("preferred") == Some(true));
    let others = spoken.iter().filter(|item| item.flag("preferred") != Some(true));
    let languages = preferred
        .chain(others)
        .filter_map(|item| language(&item.child("language")?));
    row.set_all("languages", languages.collect());
    let mut usual = Vec::new();
    for reference in element.all("generalPractitioner") {
        usual.extend(
            cx.resolve(&reference)
                .filter(is_clinician)
                .map(|target| Value::from(target.id)),
        );
    }
    row.set_all("preferred_clinicians", usual);
    let positions = element.all("address");
    let position = positions.iter().find_map(|address| address.extension(GEOLOCATION));
    if let Some(position) = position {
        for column in ["latitude", "longitude"] {
            row.set(
                column,
                position
                    .extension(column)
                    .and_then(|part| part.number("valueDecimal").cloned()),
            );
        }
    }
    cx.keep("patients", row);
}

/// True for a clinician, by person or by role.
pub(super) fn is_clinician(target: &Target) -> bool {
    ["Practitioner", "PractitionerRole"].contains(&target.kind.as_str())
}

/// Phase, admission and discharge. Of several episodes the one that is under way counts, else the last one.
pub(super) fn episode(cx: &mut Context, element: &Element) {
    let status = element.text("status").unwrap_or_default();
    if ["planned", "waitlist", "cancelled", "entered-in-error"].contains(&status) {
        cx.count(
            "fhir.not_active",
            "it is planned, cancelled or an error".into(),
            "nothing",
        );
        return;
    }
    let Some(id) = cx.id_of(element, "patient", &["Patient"]) else {
        cx.count("fhir.nobody", "it names nobody".into(), "give the patient");
        return;
    };
    let types = element.all("type");
    let own = types.iter().find_map(|kind| kind.code(&table_url("phase")));
    let phase = own.or_else(|| types.iter().find_map(phase_of));
    let period = element.child("period");
    let from = period
        .and_then(|period| cx.date(&period, "start"))
        .map(|date| date.to_string());
    let until = period
        .and_then(|period| cx.date(&period, "end"))
        .map(|date| date.to_string());
    let is_open = until.is_none();
    let Some(row) = cx.row_of(element, "patient", "patients", &id) else {
        return;
    };
    let later = |row: &Row| {
        let before = (row.get("discharged").is_none(), row.text("admitted"));
        row.get("admitted").is_none() || (is_open, from.as_deref()) >= before
    };
    if later(row) {
        for (column, value) in [("phase", phase.map(String::from)), ("admitted", from.clone())] {
            if let Some(value) = value {
                row.replace(column, value);
            }
        }
        match until {
            Some(until) => row.replace("discharged", until),
            None if row.is_ours() => {}
            None => row.values.retain(|(name, _)| *name != "discharged"),
        }
    }
}

/// The phase that the words for an episode stand for.
fn phase_of(concept: &Element) -> Option<&'static str> {
    // Types of episodes of R4 [episodeofcare-type]: home and community care; post-acute care.
    if concept.has_code("hacc") || concept.has_code("pac") {
        return Some("home_health");
    }
    let column = table("patients").and_then(|table| table.column("phase"));
    let Some(Type::Choice(choices)) = column.map(|column| column.kind) else {
        return None;
    };
    let codings = concept.all("coding");
    let words = codings
        .iter()
        .flat_map(|coding| [coding.text("display"), coding.text("code")]);
    let means = |choice: &Choice, word: &str| {
        let key = fold(word);
        fold(choice.name) == key || choice.synonyms.iter().any(|synonym| fold(synonym) == key)
    };
    let mut words = [concept.text("text")].into_iter().chain(words).flatten();
    words.find_map(|word| {
        choices
            .iter()
            .find(|choice| means(choice, word))
            .map(|choice| choice.name)
    })
}

/// Who treats a patient as a rule.
pub(super) fn team(cx: &mut Context, element: &Element) {
    if element.text("status").is_some_and(|status| status != "active") {
        cx.count("fhir.not_active", "it is not active any more".into(), "nothing");
        return;
    }
    let Some(patient) = cx.id_of(element, "subject", &["Patient"]) else {
        return;
    };
    for participant in element.all("participant") {
        let member = participant.child("member");
        let clinician = member.and_then(|member| cx.resolve(&member)).filter(is_clinician);
        if let (Some(clinician), Some(row)) = (clinician, cx.row("patients", &patient)) {
            row.add("preferred_clinicians", &clinician.id);
        }
    }
}

/// A family member. The name is not read.
pub(super) fn contact(cx: &mut Context, element: &Element) {
    if element.flag("active") == Some(false) {
        cx.count("fhir.not_active", "it is not active any more".into(), "nothing");
        return;
    }
    let mut row = cx.start("contacts", element);
    row.set("patient", cx.id_of(element, "patient", &["Patient"]));
    row.set(
        "relation",
        element.first("relationship").and_then(|relation| relation.words()),
    );
    cx.keep("contacts", row);
}

/// A consent that something about a patient is told. What others deny, and consents to treatment, research or
/// directives, are counted.
pub(super) fn consent(cx: &mut Context, element: &Element) {
    let is_own = element.extension(&table_url("consents")).is_some();
    let scope = element.child("scope").and_then(|scope| scope.code(CONSENT_SCOPE));
    let provision = element.child("provision");
    let permits = provision.is_some_and(|provision| provision.text("type") != Some("deny"));
    let is_valid = element.text("status") == Some("active") && scope.is_none_or(|scope| scope == "patient-privacy");
    let Some(provision) = provision.filter(|_| is_own || (permits && is_valid)) else {
        cx.count(
            "fhir.not_used",
            "it is no active consent that something is told".into(),
            "nothing",
        );
        return;
    };
    let mut row = cx.start("consents", element);
    row.set("patient", cx.id_of(element, "patient", &["Patient"]));
    row.set("given", cx.date(element, "dateTime").map(|date| date.to_string()));
    if let Some(period) = provision.child("period") {
        row.set("until", cx.date(&period, "end").map(|date| date.to_string()));
    }
    let actor = provision.first("actor").and_then(|actor| actor.child("reference"));
    let recipient = actor.and_then(|actor| cx.resolve(&actor));
    let is_contact = |who: &Target| who.kind == "RelatedPerson";
    row.set(
        "contact",
        recipient
            .as_ref()
            .filter(|who| is_contact(who))
            .map(|who| who.id.clone()),
    );
    row.set("recipient", actor.and_then(|actor| actor.text("display")));
    row.set_all("purposes", purposes(&provision));
    if !row.is_ours() {
        row.set("recipient", recipient.as_ref().map(|who| who.id.clone()));
        let family = recipient.as_ref().is_some_and(is_contact);
        row.set_all("purposes", vec![if family { "family" } else { "external" }.into()]);
        let shows = |name| element.child(name).is_some();
        let verified = element
            .all("verification")
            .iter()
            .any(|check| check.flag("verified") == Some(true));
        row.set(
            "signed",
            Some(verified || shows("sourceAttachment") || shows("sourceReference")),
        );
    }
    cx.keep("consents", row);
}

/// What a consent is for: as this planner says it, else by the codes of R4.
fn purposes(provision: &Element) -> Vec<Value> {
    let codings = provision.all("purpose");
    let of = |system: &str| -> Vec<&str> {
        let own = codings.iter().filter(|coding| coding.text("system") == Some(system));
        own.filter_map(|coding| coding.text("code")).collect()
    };
    let own = of(&table_url("purpose"));
    if !own.is_empty() {
        return own.into_iter().map(Value::from).collect();
    }
    let known = of(ACT_REASON).into_iter().filter_map(|code| word_of(PURPOSES, code));
    known.map(Value::from).collect()
}
