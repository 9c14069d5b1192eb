//! The log as FHIR R4: one AuditEvent for each entry, one a line. What R4 has no place for, the chain above all, stands in
//! extensions, so that nothing of an entry is lost; the lines of JSON stay the form that is verified.

use serde_json::{Value, json};

use super::entry::{Action, Entry};
use super::log::StoredLog;
use crate::model::fhir::{BASE, is_string};

/// Kinds of events of the DICOM terminology, which R4 uses for AuditEvent.type; 110100 is application activity.
const DICOM: &str = "http://dicom.nema.org/resources/ontology/DCM";

/// The entries as AuditEvent resources, in their order, one a line.
pub fn to_fhir(log: &StoredLog) -> String {
    let lines = log.entries.iter().map(|entry| format!("{}\n", event(entry)));
    lines.collect()
}

/// Create, read, update, delete or execute [R4, audit-event-action].
fn action_code(action: Action) -> &'static str {
    match action {
        Action::Import | Action::Save => "C",
        Action::Open | Action::Export => "R",
        Action::Accept
        | Action::Override
        | Action::Lock
        | Action::Edit
        | Action::Unlock
        | Action::Undo
        | Action::Redo => "U",
        Action::Wipe => "D",
        Action::Solve | Action::Reject => "E",
    }
}

fn event(entry: &Entry) -> Value {
    let who = if is_string(&entry.user) {
        entry.user.as_str()
    } else {
        "not named"
    };
    let mut extensions = vec![
        json!({ "url": format!("{BASE}audit/sequence"), "valueDecimal": entry.sequence }),
        json!({ "url": format!("{BASE}audit/version"), "valueUnsignedInt": entry.version }),
        json!({ "url": format!("{BASE}audit/offsetMin"), "valueInteger": entry.offset_min }),
    ];
    let texts = [
        ("before", entry.before.as_deref()),
        ("after", entry.after.as_deref()),
        ("reason", entry.reason.as_deref()),
        ("rulePacks", Some(entry.rule_packs.as_str())),
        ("build", Some(entry.build.as_str())),
        ("previous", Some(entry.previous.as_str())),
        ("hash", Some(entry.hash.as_str())),
    ];
    for (name, text) in texts {
        if let Some(text) = text.filter(|text| is_string(text)) {
            extensions.push(json!({ "url": format!("{BASE}audit/{name}"), "valueString": text }));
        }
    }
    if let Some(seed) = entry.seed {
        extensions.push(json!({ "url": format!("{BASE}audit/seed"), "valueDecimal": seed }));
    }
    let mut event = json!({
        "resourceType": "AuditEvent",
        "id": format!("entry-{}", entry.sequence),
        "extension": extensions,
        "type": { "system": DICOM, "code": "110100", "display": "Application Activity" },
        "subtype": [{ "system": format!("{BASE}audit/action"), "code": entry.action.name() }],
        "action": action_code(entry.action),
        "recorded": entry.time,
        "outcome": "0",
        "agent": [{ "who": { "display": who }, "requestor": true }],
        "source": { "observer": { "display": "Rosterwell" } },
    });
    if let Some(object) = &entry.object {
        let identifier = json!({ "system": format!("{BASE}audit/object"), "value": object });
        event["entity"] = json!([{ "what": { "identifier": identifier } }]);
    }
    event
}
