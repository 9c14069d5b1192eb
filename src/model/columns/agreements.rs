//! Columns of what was agreed: consent to tell something, less work for somebody, time kept free.

use super::choices::{CHANNEL, DISCLOSURE_PURPOSE, WEEKDAY};
use super::{CLINICIAN, DAY_SUM, PATIENT, Table, Type, WEEK, may, need};

pub(super) const CONSENTS: Table = Table {
    name: "consents",
    meaning: "what patients have agreed in writing may be told, and to whom",
    synonyms: &[
        "consent",
        "releases of information",
        "roi",
        "authorizations to disclose",
    ],
    columns: &[
        need("id", Type::Id, "unique id", &["consent id", "roi id"]).or_number(),
        need(
            "patient",
            PATIENT,
            "who has agreed",
            &["patient id", "client id", "client", "mrn"],
        ),
        need(
            "discloser",
            Type::Text,
            "who may tell: the clinic or a part of it",
            &["released by", "disclosing party"],
        )
        .or("this clinic"),
        need(
            "what",
            Type::Text,
            "what may be told, and how much of it",
            &["information", "information to be released", "scope"],
        ),
        need(
            "recipient",
            Type::Text,
            "who may be told, as the paper names them",
            &["released to", "recipient name", "to whom"],
        ),
        may(
            "contact",
            Type::Reference(&["contacts"]),
            "if it names one of the patient's contacts; whoever the recipient is if absent",
            &["contact id"],
        ),
        need(
            "purposes",
            Type::List(&DISCLOSURE_PURPOSE),
            "what for",
            &["purpose", "reason for release"],
        ),
        may(
            "channel",
            CHANNEL,
            "how the recipient wants to be reached",
            &["contact method"],
        ),
        need(
            "given",
            Type::Date,
            "day on which it was given and signed",
            &["date signed", "signed on", "consent date", "effective date"],
        ),
        may(
            "until",
            Type::Date,
            "last day on which it holds",
            &["expires", "expiration date", "expiry", "expiry date"],
        ),
        may(
            "until_event",
            Type::Text,
            "the event or condition that ends it, if no day is known",
            &["expiration event", "expiration condition"],
        ),
        may(
            "revoked",
            Type::DateTime,
            "when it was taken back; nothing is told on it from the moment this is entered",
            &["revoked on", "revocation date", "withdrawn"],
        ),
        may(
            "signed",
            Type::YesNo,
            "yes if the patient, or who may sign in their place, has signed",
            &["signature on file"],
        ),
        may(
            "revocation_told",
            Type::YesNo,
            "yes if the paper tells of the right to take it back",
            &["right to revoke"],
        ),
    ],
};

pub(super) const LOAD_CAPS: Table = Table {
    name: "load_caps",
    meaning: "less work for a clinician for some time",
    synonyms: &["workload caps", "reduced duty"],
    columns: &[
        need("clinician", CLINICIAN, "the clinician", &["clinician id", "staff id"]),
        need("from", Type::Date, "first day", &["start date"]),
        need("until", Type::Date, "last day", &["end date"]),
        need(
            "week_min",
            WEEK,
            "most working time a week meanwhile",
            &["weekly minutes", "hours per week"],
        ),
        may("reason", Type::Text, "why", &["note"]),
    ],
};

pub(super) const RESERVES: Table = Table {
    name: "reserves",
    meaning: "clinicians' time that is kept free for emergencies, by weekday",
    synonyms: &["buffers", "emergency reserve"],
    columns: &[
        need("weekday", WEEKDAY, "day of the week", &["day"]),
        need(
            "minutes",
            DAY_SUM,
            "minutes kept free, all clinicians together",
            &["kept free"],
        ),
        may("reason", Type::Text, "why so many", &["note"]),
    ],
};
