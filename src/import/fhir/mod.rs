//! FHIR R4 to a clinic: a Bundle of any type, a single resource, a list of resources, or NDJSON. Several files add up,
//! and references between them are resolved.
//!
//! Only the fields of the mapping in `docs/fhir.md` are read, by own minimal readers over JSON: the typed R4 crates
//! are strict (one wrong field loses the whole resource) and generated for every resource of the standard, tens of
//! megabytes of source (fhirbolt 0.4), or have no R4 (fhir-sdk 0.16). What is not read is counted by type. No notes,
//! no narrative and no patient's name are ever taken in.
//!
//! A file is split into the texts of its resources first; each is parsed, read and dropped, so that memory grows with
//! the rows and not with the file. Resources of one type are read in the order of the files, the types in the order in
//! which they need each other.

mod basic;
mod care;
mod claims;
mod complete;
mod context;
mod element;
mod extension;
mod observation;
mod people;
mod places;
mod requests;
mod row;
mod schedule;
mod split;
mod timing;
mod visits;

use super::draft::Draft;
use super::json::parse_value;
use super::limits::MAX_FHIR_BYTES;
use crate::error::Issue;
use crate::model::zones;

use context::Context;
use element::{Element, Faults};
pub(super) use split::is_fhir;
use split::{Piece, split};

/// Texts that are FHIR, with the names of their files; they are read together, at the end.
#[derive(Default)]
pub(super) struct Intake {
    files: Vec<(String, String)>,
    bytes: usize,
}

/// What a resource becomes.
type Reader = fn(&mut Context, &Element);

/// The types that are read, in the order in which they are.
const READERS: &[(&str, Reader)] = &[
    ("Organization", claims::organization),
    ("Location", places::location),
    ("HealthcareService", places::service),
    ("Practitioner", people::practitioner),
    ("PractitionerRole", people::role),
    ("Patient", people::patient),
    ("EpisodeOfCare", people::episode),
    ("CareTeam", people::team),
    ("RelatedPerson", people::contact),
    ("Consent", people::consent),
    ("Schedule", schedule::schedule),
    ("Slot", schedule::slot),
    ("ServiceRequest", requests::request),
    ("CarePlan", requests::plan),
    ("Group", care::group),
    ("Coverage", claims::coverage),
    ("ClaimResponse", claims::authorization),
    ("CoverageEligibilityResponse", claims::eligibility),
    ("Appointment", schedule::appointment),
    ("AppointmentResponse", schedule::response),
    ("Encounter", visits::encounter),
    ("Observation", observation::observation),
    ("Goal", observation::goal),
    ("Basic", basic::basic),
];

/// Types that say how data came about: another system's log is not taken in.
const LOGS: [&str; 2] = ["AuditEvent", "Provenance"];

impl Intake {
    /// Keeps a text that is FHIR, unless there is too much already.
    pub(super) fn add(&mut self, name: &str, text: String) -> Option<Issue> {
        self.bytes += text.len();
        if self.bytes > MAX_FHIR_BYTES {
            return Some(Issue::error(
                "fhir.too_large",
                name,
                format!("with this file there are more than {} MB of FHIR", MAX_FHIR_BYTES >> 20),
                "import less history; this file was left out",
            ));
        }
        self.files.push((name.into(), text));
        None
    }

    /// Reads everything that was added into the draft.
    pub(super) fn read(self, zone_name: Option<&str>, draft: &mut Draft) {
        if self.files.is_empty() {
            return;
        }
        let mut found = split(&self.files);
        draft.issues.extend(std::mem::take(&mut found.issues));
        let mut cx = Context::new(&found);
        for at in found.settings() {
            read_piece(&mut cx, at, basic::basic);
        }
        cx.settle_zone(zone_name.filter(|name| zones::zone(name).is_some()));
        for &(kind, reader) in READERS {
            for at in found.of_kind(kind) {
                read_piece(&mut cx, at, reader);
            }
        }
        for (kind, count) in found.counts() {
            if READERS.iter().all(|(known, _)| *known != kind) {
                cx.note(not_read(&kind, count, LOGS.contains(&kind.as_str())));
            }
        }
        complete::finish(cx, draft);
    }
}

fn not_read(kind: &str, count: usize, is_log: bool) -> Issue {
    let kind = super::cells::excerpt(kind);
    let (code, action) = match is_log {
        true => ("fhir.log_not_read", "nothing: the log of another system stays there"),
        false => ("fhir.type_not_read", "nothing: the plan does not need it"),
    };
    Issue::warning(
        code,
        "",
        format!("{count} resources of type {kind} are not read"),
        action,
    )
}

/// Reads one resource, and those that it contains.
fn read_piece(cx: &mut Context, at: usize, reader: Reader) {
    if !cx.begin(at) {
        return;
    }
    let piece: &Piece = cx.piece(at);
    let (value, duplicates) = match parse_value(piece.text) {
        Ok(parsed) => parsed,
        Err(issue) => {
            let issue = Issue {
                table: piece.file.into(),
                id: piece.id.clone(),
                ..issue
            };
            cx.issue(issue);
            return;
        }
    };
    if !duplicates.is_empty() {
        cx.issue(
            Issue::warning(
                "document.duplicate_key",
                piece.file,
                format!("{} keys of {} stand twice", duplicates.len(), piece.label()),
                "the last one was used; delete one",
            )
            .id(piece.id.clone().unwrap_or_default()),
        );
    }
    let faults = Faults::default();
    reader(cx, &Element::new(&value, &faults));
    cx.report(&faults);
}
