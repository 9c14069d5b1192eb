//! What the targets share.

use rosterwell::error::Issue;
use rosterwell::import::{Content, Source};
use rosterwell::model::Clinic;
use rosterwell::sample::{SampleKind, SampleRequest, sample};

/// A file of these bytes.
#[must_use]
pub fn file(name: &str, table: Option<&str>, bytes: &[u8]) -> Source {
    Source {
        name: name.into(),
        table: table.map(Into::into),
        content: Content::Bytes(bytes.to_vec()),
    }
}

/// A file of this text.
#[must_use]
pub fn text(name: &str, table: Option<&str>, text: String) -> Source {
    Source {
        name: name.into(),
        table: table.map(Into::into),
        content: Content::Text(text),
    }
}

/// Every issue says what is wrong and what to do about it.
///
/// # Panics
/// If one does not.
pub fn assert_told<'a>(issues: impl IntoIterator<Item = &'a Issue>) {
    for issue in issues {
        assert!(!issue.cause.is_empty() && !issue.action.is_empty(), "{issue:?}");
    }
}

/// A clinic of two clinicians without history.
#[must_use]
pub fn small_clinic() -> Clinic {
    sample(&SampleRequest {
        kind: SampleKind::AddictionTreatment,
        clinicians: 2,
        seed: 1,
        weeks: Some(0),
    })
}
