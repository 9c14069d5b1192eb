//! Columns of the rules of triage and acuity, and of what was accepted of them.

use super::choices::{MODALITY, PURPOSE, TIER};
use super::{ORDER, PATIENT, TEXTS, Table, Type, count, may, need};

pub(super) const TRIAGE_RULES: Table = Table {
    name: "triage_rules",
    meaning: "rules of triage and acuity that differ from the shipped ones",
    synonyms: &["urgency rules", "acuity weights"],
    columns: &[
        need(
            "id",
            Type::Id,
            "unique id; that of a shipped rule replaces it",
            &["rule id"],
        ),
        need("purpose", PURPOSE, "what it decides", &["decides"]),
        need(
            "when",
            TEXTS,
            "conditions that must all hold, for example `phq9 >= 20`",
            &["conditions", "if"],
        ),
        may("tier", TIER, "the tier it gives", &["urgency class"]),
        may("points", count("points", -100, 100), "points it adds", &["weight"]),
        may("discipline", Type::Text, "discipline that should see the patient", &[]),
        may(
            "within_days",
            count("days", 0, 3_650),
            "observations older than this are missing",
            &["valid days"],
        ),
        need("text", Type::Text, "what it says on screen", &["says"]).or(""),
        may("source", Type::Text, "where it comes from", &["reference"]),
        may(
            "license",
            Type::Text,
            "on what terms a published score may be used",
            &["terms of use"],
        ),
        may("from", Type::Date, "first day on which it applies", &["valid from"]),
        may("until", Type::Date, "last day on which it applies", &["valid until"]),
        may("off", Type::YesNo, "yes if it is switched off", &["disabled"]),
    ],
};

pub(super) const DECISIONS: Table = Table {
    name: "decisions",
    meaning: "what was accepted of triage and acuity, and what was withdrawn",
    synonyms: &["triage decisions"],
    columns: &[
        need("id", Type::Id, "unique id", &["decision id"]).or_number(),
        may("order", ORDER, "order that it concerns", &["order id"]),
        may(
            "patient",
            PATIENT,
            "patient that it concerns",
            &["patient id", "client id"],
        ),
        need("decided", Type::DateTime, "when it was accepted", &["accepted"]),
        may("tier", TIER, "the tier", &["urgency class"]),
        may(
            "priority",
            count("", 1, 5),
            "priority of an order without one of its own",
            &[],
        ),
        may(
            "due_by",
            Type::DateTime,
            "when the first session should have begun",
            &["due"],
        ),
        may(
            "discipline",
            Type::Text,
            "discipline, for a service that any may give",
            &[],
        ),
        may(
            "modalities",
            Type::List(&MODALITY),
            "ways allowed, for an order that names none",
            &["modality"],
        ),
        may(
            "acuity",
            count("level", 0, 4),
            "acuity level in place of the patient's",
            &[],
        ),
        may("rules", TEXTS, "ids of the rules that fired", &["fired"]),
        may("version", Type::Text, "version of the rules", &[]),
        may("reason", Type::Text, "why, in the user's words", &["note"]),
        may(
            "withdrawn",
            Type::DateTime,
            "when it was taken back; empty while it holds",
            &["taken back"],
        ),
    ],
};
