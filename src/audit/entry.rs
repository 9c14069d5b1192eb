//! Entries and heads: their fields, their canonical bytes, their hashes.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The only version of an entry so far.
pub const ENTRY_VERSION: u32 = 1;
/// Most characters of a user's label; our choice.
pub const MAX_USER: usize = 40;
/// Most characters of a reason; our choice.
pub const MAX_REASON: usize = 200;
/// Most characters of the rule packs' and the build's names; our choice.
pub const MAX_NAME: usize = 200;
/// Hexadecimal digits of a head that are printed: 64 bits.
pub const PRINTED_DIGITS: usize = 16;

/// What the hashes begin with, so that no two kinds of them are ever the same.
pub(super) mod domain {
    pub(in crate::audit) const GENESIS: u8 = 0;
    pub(in crate::audit) const ENTRY: u8 = 1;
    pub(in crate::audit) const HEAD: u8 = 2;
    pub(in crate::audit) const PSEUDONYM: u8 = 3;
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename = "AuditAction")
)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// A document was opened.
    Open,
    /// Data were taken in.
    Import,
    /// The optimizer, a scenario or a forecast ran.
    Solve,
    /// A proposal was accepted.
    Accept,
    /// A proposal was turned down.
    Reject,
    /// A person decided otherwise than was proposed; always with a reason.
    Override,
    /// A session was locked; without an object, the page.
    Lock,
    /// The plan or the clinic was changed by hand.
    Edit,
    /// Something was written out: a file, a print, a copy.
    Export,
    /// A session was unlocked; without an object, the page.
    Unlock,
    /// Everything on the device was removed.
    Wipe,
    /// The document was saved.
    Save,
    /// An action was taken back.
    Undo,
    /// An action that was taken back was done again.
    Redo,
}

impl Action {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Import => "import",
            Self::Solve => "solve",
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Override => "override",
            Self::Lock => "lock",
            Self::Edit => "edit",
            Self::Export => "export",
            Self::Unlock => "unlock",
            Self::Wipe => "wipe",
            Self::Save => "save",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// What the caller says of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename = "AuditDraft")
)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// When, as RFC 3339, for example `2026-11-23T14:05:00Z`.
    pub time: String,
    /// Minutes that the user's clock is ahead of UTC, -1440 to 1440.
    #[serde(default)]
    pub offset_min: i32,
    /// What the user is called here, at most 40 characters; may be empty.
    #[serde(default)]
    pub user: String,
    /// What was done.
    pub action: Action,
    /// The id of what it was done to; only a pseudonym of it is kept.
    #[serde(default)]
    pub object: Option<String>,
    /// SHA-256 of the work before, 64 hexadecimal digits.
    #[serde(default)]
    pub before: Option<String>,
    /// SHA-256 of the work after.
    #[serde(default)]
    pub after: Option<String>,
    /// Why, at most 200 characters, without names. An override must have one.
    #[serde(default)]
    pub reason: Option<String>,
    /// The rule packs in force, with their dates.
    #[serde(default)]
    pub rule_packs: String,
    /// The build of the program.
    #[serde(default)]
    pub build: String,
    /// The seed, if the optimizer ran; below 2^53.
    #[serde(default)]
    pub seed: Option<u64>,
}

impl Draft {
    /// A draft with a moment and an action.
    pub fn new(time: &str, action: Action) -> Self {
        Self {
            time: time.into(),
            offset_min: 0,
            user: String::new(),
            action,
            object: None,
            before: None,
            after: None,
            reason: None,
            rule_packs: String::new(),
            build: String::new(),
            seed: None,
        }
    }
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename = "AuditEntry")
)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Version of these fields: 1.
    pub version: u32,
    /// Counts from 1.
    pub sequence: u64,
    /// When, in UTC, to the second: `2026-11-23T14:05:00Z`.
    pub time: String,
    /// Minutes that the user's clock is ahead of UTC.
    pub offset_min: i32,
    /// What the user is called here; may be empty.
    pub user: String,
    /// What was done.
    pub action: Action,
    /// Pseudonym of what it was done to: 16 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// SHA-256 of the work before, 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// SHA-256 of the work after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The rule packs in force.
    pub rule_packs: String,
    /// The build of the program.
    pub build: String,
    /// The seed, if the optimizer ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// Hash of the entry before it; of the first, a hash of the signing key.
    pub previous: String,
    /// SHA-256 over a domain byte, the previous hash and the canonical bytes, 64 hexadecimal digits.
    pub hash: String,
}

impl Entry {
    /// The hash that its fields should have: every number in eight bytes, every text with its length before it.
    pub(super) fn computed_hash(&self) -> String {
        let mut hasher = Sha256::new_with_prefix([domain::ENTRY]);
        let mut text = |value: Option<&str>| {
            let value = value.map_or((0_u8, ""), |value| (1, value));
            hasher.update([value.0]);
            hasher.update((value.1.len() as u64).to_be_bytes());
            hasher.update(value.1);
        };
        text(Some(&self.previous));
        text(Some(&self.time));
        text(Some(&self.user));
        text(Some(self.action.name()));
        for optional in [&self.object, &self.before, &self.after, &self.reason] {
            text(optional.as_deref());
        }
        text(Some(&self.rule_packs));
        text(Some(&self.build));
        hasher.update([u8::from(self.seed.is_some())]);
        hasher.update(self.seed.unwrap_or(0).to_be_bytes());
        hasher.update(self.version.to_be_bytes());
        hasher.update(self.sequence.to_be_bytes());
        hasher.update(self.offset_min.to_be_bytes());
        hex(&hasher.finalize())
    }
}

/// When a head is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename = "SigningOccasion")
)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The document was saved.
    Save,
    /// Something was written out.
    Export,
    /// The page was locked.
    Lock,
}

/// The signed state of the log at some entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename = "SignedHead")
)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The last entry that it covers.
    pub sequence: u64,
    /// Hash of that entry; its first 16 digits are printed on exports.
    pub hash: String,
    /// Why it was signed.
    pub occasion: Occasion,
    /// The Ed25519 key that signed, 64 hexadecimal digits.
    pub public_key: String,
    /// The signature, 128 hexadecimal digits.
    pub signature: String,
}

impl Head {
    /// What is signed.
    pub(super) fn message(&self) -> Vec<u8> {
        let occasion = match self.occasion {
            Occasion::Save => 0,
            Occasion::Export => 1,
            Occasion::Lock => 2,
        };
        let mut bytes = vec![domain::HEAD, occasion];
        bytes.extend(self.sequence.to_be_bytes());
        bytes.extend(self.hash.as_bytes());
        bytes
    }
}

/// What stands in the place of a hash before the first entry: it ties the log to its key.
pub(super) fn genesis(public_key: &str) -> String {
    let mut hasher = Sha256::new_with_prefix([domain::GENESIS]);
    hasher.update(public_key);
    hex(&hasher.finalize())
}

/// Hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of so many hexadecimal digits.
pub(super) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    // One way to write a byte only, or a digit could be changed unnoticed.
    (hex(&bytes) == text).then_some(bytes)
}
