//! The first bytes of an envelope: what it is, what a guess costs, the wrapped data key, and a checksum over it all.

use sha2::{Digest, Sha256};

use super::kdf::Cost;
use crate::error::{Error, Result};

/// The first bytes. As in PNG, a byte above 127 and both kinds of line end show a copy that was taken for text.
pub const MAGIC: [u8; 8] = *b"\x89RWS\r\n\x1a\n";
/// The only format so far.
pub const FORMAT_VERSION: u16 = 1;
/// Argon2id, version 1.3: the only way from a passphrase to a key so far.
const ARGON2ID: u8 = 1;
const SALT_BYTES: usize = 16;
/// Bytes of a nonce (NIST SP 800-38D: 96 bits).
pub(super) const NONCE_BYTES: usize = 12;
/// A 256-bit key and the tag of its wrapping.
const WRAPPED_BYTES: usize = 48;
/// Bytes that stand before the wrapped key and that its wrapping is bound to.
pub(super) const BOUND_BYTES: usize = 39;
/// Bytes before the checksum.
const CHECKED_BYTES: usize = BOUND_BYTES + NONCE_BYTES + WRAPPED_BYTES + 8 + 2;
/// Bytes of a whole header.
pub const HEADER_BYTES: usize = CHECKED_BYTES + 32;

/// How the data key is wrapped. It stays the same from save to save until the passphrase changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrap {
    /// What a guess costs.
    pub cost: Cost,
    /// Of the key derivation.
    pub salt: [u8; SALT_BYTES],
    /// Of the wrapping.
    pub nonce: [u8; NONCE_BYTES],
    /// The data key, sealed under the key of the passphrase.
    pub key: [u8; WRAPPED_BYTES],
}

/// The header of an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// How the data key is wrapped.
    pub wrap: Wrap,
    /// Counts the saves of one data key from 1.
    pub revision: u64,
    /// How many records follow.
    pub num_records: u16,
}

impl Wrap {
    /// The bytes that the wrapping is bound to: everything that stands before it.
    pub(super) fn bound(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER_BYTES);
        bytes.extend(MAGIC);
        bytes.extend(FORMAT_VERSION.to_be_bytes());
        bytes.push(ARGON2ID);
        for number in [self.cost.memory_kib, self.cost.passes, self.cost.lanes] {
            bytes.extend(number.to_be_bytes());
        }
        bytes.extend(self.salt);
        bytes
    }
}

impl Header {
    /// Its bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.wrap.bound();
        bytes.extend(self.wrap.nonce);
        bytes.extend(self.wrap.key);
        bytes.extend(self.revision.to_be_bytes());
        bytes.extend(self.num_records.to_be_bytes());
        bytes.extend(Sha256::digest(&bytes));
        bytes
    }

    /// Reads a header; nothing is allocated or derived by it. The checksum tells damage from a wrong passphrase; it
    /// gives nothing away, as all of the header can be seen.
    ///
    /// # Errors
    /// `save.not_a_save`, `save.cut`, `save.newer`, `save.damaged`, and those of [`Cost::check`].
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let known = bytes.len().min(MAGIC.len());
        if bytes.is_empty() || bytes[..known] != MAGIC[..known] {
            return Err(Error::new("save.not_a_save", "this is not an encrypted save file"));
        }
        let mut reader = Reader(&bytes[known..]);
        let version = u16::from_be_bytes(reader.take()?);
        if version > FORMAT_VERSION {
            return Err(Error::new(
                "save.newer",
                "the file was written by a newer version: open it with that one",
            ));
        }
        let checked = bytes.get(..CHECKED_BYTES).ok_or_else(cut)?;
        let checksum = bytes.get(CHECKED_BYTES..HEADER_BYTES).ok_or_else(cut)?;
        if Sha256::digest(checked).as_slice() != checksum {
            return Err(damaged());
        }
        let [algorithm] = reader.take()?;
        if version != FORMAT_VERSION || algorithm != ARGON2ID {
            return Err(damaged());
        }
        let mut number = || reader.take().map(u32::from_be_bytes);
        let cost = Cost {
            memory_kib: number()?,
            passes: number()?,
            lanes: number()?,
        };
        cost.check()?;
        Ok(Self {
            wrap: Wrap {
                cost,
                salt: reader.take()?,
                nonce: reader.take()?,
                key: reader.take()?,
            },
            revision: u64::from_be_bytes(reader.take()?),
            num_records: u16::from_be_bytes(reader.take()?),
        })
    }
}

/// Takes bytes from the front.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    /// So many bytes.
    ///
    /// # Errors
    /// `save.cut`: there are not so many.
    pub(super) fn slice(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(cut)?;
        self.0 = rest;
        Ok(taken)
    }

    /// As many bytes as the array has.
    ///
    /// # Errors
    /// `save.cut`.
    pub(super) fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk().ok_or_else(cut)?;
        self.0 = rest;
        Ok(*taken)
    }
}

pub(super) fn cut() -> Error {
    Error::new(
        "save.cut",
        "the file ends too early: it was not copied or downloaded to its end; use another copy",
    )
}

pub(super) fn damaged() -> Error {
    Error::new(
        "save.damaged",
        "the file was damaged or changed after it was written: use another copy",
    )
}
