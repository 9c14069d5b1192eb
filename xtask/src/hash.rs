//! SHA-256 and base64, in the forms that policies and sum files want.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A hash source of a content security policy, for the exact bytes between two tags.
pub(crate) fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// SHA-256 as hex digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Base64 with padding.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The digest in an integrity value of npm's lock file, `sha512-…`, as hex digits.
pub(crate) fn sha512_of_integrity(text: &str) -> Option<String> {
    let bytes = STANDARD.decode(text.strip_prefix("sha512-")?).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
