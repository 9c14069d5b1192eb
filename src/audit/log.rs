//! The log of one document: it appends, signs and gives pseudonyms.

use ed25519_compact::{KeyPair, Seed};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::entry::{
    Draft, ENTRY_VERSION, Entry, Head, MAX_NAME, MAX_REASON, MAX_USER, Occasion, PRINTED_DIGITS, domain, genesis, hex,
    unhex,
};
use super::verify::{Verification, verify};
use crate::audit::Action;
use crate::error::{Error, Result};

/// Most entries of a log; our choice: with them a save stays within its limit.
pub const MAX_ENTRIES: usize = 20_000;
/// Largest seed: integers up to it are exact in JavaScript.
const MAX_SEED: u64 = (1 << 53) - 1;
/// Minutes of a day: no clock is further from UTC.
const MAX_OFFSET_MIN: i32 = 24 * 60;

/// A log as it is kept in a save.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct StoredLog {
    /// The entries, first to last.
    pub entries: Vec<Entry>,
    /// The signed heads, first to last.
    pub heads: Vec<Head>,
}

/// An open log with the key that signs it. The seed of the key is overwritten when it is dropped.
pub struct Log {
    stored: StoredLog,
    seed: Zeroizing<[u8; 32]>,
    public_key: String,
}

impl std::fmt::Debug for Log {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Log")
            .field("stored", &self.stored)
            .finish_non_exhaustive()
    }
}

/// SHA-256 of a text, as 64 hexadecimal digits.
pub fn digest(text: &str) -> String {
    hex(&Sha256::digest(text))
}

impl Log {
    /// An empty log, signed by the key of this seed.
    pub fn begin(seed: [u8; 32]) -> Self {
        Self::resume(StoredLog::default(), seed)
    }

    /// Goes on with a log that was kept, whatever its state: [`Log::verify`] tells.
    pub fn resume(stored: StoredLog, seed: [u8; 32]) -> Self {
        let seed = Zeroizing::new(seed);
        let public_key = hex(&*key_pair(&seed).pk);
        Self {
            stored,
            seed,
            public_key,
        }
    }

    /// The entries and heads.
    pub fn stored(&self) -> &StoredLog {
        &self.stored
    }

    /// The seed of the signing key, to be kept in an envelope and nowhere else.
    pub fn seed(&self) -> &[u8; 32] {
        &self.seed
    }

    /// Appends an entry.
    ///
    /// # Errors
    /// `audit.not_a_time`, `audit.wrong_text`, `audit.not_a_digest`, `audit.no_reason` for an override without one,
    /// `audit.wrong_number`, `audit.full`.
    pub fn append(&mut self, draft: Draft) -> Result<&Entry> {
        if self.stored.entries.len() >= MAX_ENTRIES {
            return Err(Error::new(
                "audit.full",
                format!("the log has {MAX_ENTRIES} entries: export it, then begin a new one"),
            ));
        }
        check(&draft)?;
        let time: Timestamp = draft.time.parse().map_err(|_| not_a_time())?;
        let last = self.stored.entries.last();
        let mut entry = Entry {
            version: ENTRY_VERSION,
            sequence: last.map_or(0, |entry| entry.sequence).saturating_add(1),
            time: time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            offset_min: draft.offset_min,
            user: draft.user,
            action: draft.action,
            object: draft.object.map(|object| self.pseudonym(&object)),
            before: draft.before,
            after: draft.after,
            reason: draft.reason,
            rule_packs: draft.rule_packs,
            build: draft.build,
            seed: draft.seed,
            previous: last.map_or_else(|| genesis(&self.public_key), |entry| entry.hash.clone()),
            hash: String::new(),
        };
        entry.hash = entry.computed_hash();
        Ok(self.stored.entries.push_mut(entry))
    }

    /// What an object is called in this log: 16 hexadecimal digits that cannot be worked back without the key.
    pub fn pseudonym(&self, object: &str) -> String {
        let mut secret = Zeroizing::new([domain::PSEUDONYM; 33]);
        secret[1..].copy_from_slice(&*self.seed);
        // HMAC takes a key of any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&*secret) else {
            return String::new();
        };
        mac.update(object.as_bytes());
        let mut name = hex(&mac.finalize().into_bytes());
        name.truncate(PRINTED_DIGITS);
        name
    }

    /// Signs the last entry and keeps the signature; nothing if there is no entry.
    pub fn sign(&mut self, occasion: Occasion) -> Option<&Head> {
        let last = self.stored.entries.last()?;
        let mut head = Head {
            sequence: last.sequence,
            hash: last.hash.clone(),
            occasion,
            public_key: self.public_key.clone(),
            signature: String::new(),
        };
        head.signature = hex(&*key_pair(&self.seed).sk.sign(head.message(), None));
        Some(self.stored.heads.push_mut(head))
    }

    /// Checks every entry and head against each other and against the key; see [`verify()`].
    pub fn verify(&self, expected: Option<&str>) -> Verification {
        verify(&self.stored, Some(&self.public_key), expected)
    }
}

fn key_pair(seed: &[u8; 32]) -> KeyPair {
    KeyPair::from_seed(Seed::new(*seed))
}

fn check(draft: &Draft) -> Result<()> {
    if draft.action == Action::Override && draft.reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
        return Err(Error::new("audit.no_reason", "an override has a reason: say why").at("reason"));
    }
    for (field, text, most) in [
        ("user", Some(&draft.user), MAX_USER),
        ("reason", draft.reason.as_ref(), MAX_REASON),
        ("rule_packs", Some(&draft.rule_packs), MAX_NAME),
        ("build", Some(&draft.build), MAX_NAME),
    ] {
        let text = text.map_or("", String::as_str);
        if text.chars().count() > most || text.chars().any(char::is_control) {
            let message = format!("this has at most {most} characters and one line");
            return Err(Error::new("audit.wrong_text", message).at(field));
        }
    }
    for (field, digest) in [("before", &draft.before), ("after", &draft.after)] {
        if digest.as_deref().is_some_and(|digest| unhex::<32>(digest).is_none()) {
            return Err(Error::new("audit.not_a_digest", "a digest is 64 hexadecimal digits").at(field));
        }
    }
    if !(-MAX_OFFSET_MIN..=MAX_OFFSET_MIN).contains(&draft.offset_min) {
        return Err(Error::new("audit.wrong_number", "no clock is more than a day from UTC").at("offset_min"));
    }
    if draft.seed.is_some_and(|seed| seed > MAX_SEED) {
        return Err(Error::new("audit.wrong_number", "a seed is below 2^53").at("seed"));
    }
    Ok(())
}

fn not_a_time() -> Error {
    Error::new("audit.not_a_time", "write the moment like 2026-11-23T14:05:00Z").at("time")
}
