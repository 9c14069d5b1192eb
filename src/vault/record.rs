//! One record: its id, its nonce, and its bytes sealed with AES-256-GCM and bound to where they belong.
//!
//! The additional data of a record are the format, the revision, its place among how many, and its id. A record that
//! was left out, moved, or taken from another save of the same key is therefore found out like a changed byte.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use zeroize::Zeroizing;

use super::header::{FORMAT_VERSION, NONCE_BYTES, Reader, damaged};
use super::{Entropy, draw};
use crate::error::{Error, Result};

/// Most bytes of a record's id.
pub const MAX_RECORD_ID: usize = 32;

/// Where a record belongs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) revision: u64,
    pub(super) index: u16,
    pub(super) num_records: u16,
}

impl Place {
    fn bound(self, id: &str) -> Vec<u8> {
        let mut bytes = b"rosterwell record".to_vec();
        bytes.extend(FORMAT_VERSION.to_be_bytes());
        bytes.extend(self.revision.to_be_bytes());
        bytes.extend(self.num_records.to_be_bytes());
        bytes.extend(self.index.to_be_bytes());
        bytes.extend(id.as_bytes());
        bytes
    }
}

/// Seals a record and appends it.
///
/// # Errors
/// What the source of chance reports; `save.record` for an id that is none.
pub(super) fn seal(
    out: &mut Vec<u8>,
    key: &[u8; 32],
    place: Place,
    (id, bytes): (&str, &[u8]),
    entropy: &mut Entropy<'_>,
) -> Result<()> {
    let nonce = draw(entropy)?;
    let sealed = encrypt(key, &nonce, &place.bound(id), bytes)?;
    out.push(id_length(id)?);
    out.extend(id.as_bytes());
    out.extend(nonce);
    out.extend((sealed.len() as u64).to_be_bytes());
    out.extend(sealed);
    Ok(())
}

/// A record as it stands, still sealed.
pub(super) struct Sealed<'a> {
    id: &'a str,
    nonce: [u8; NONCE_BYTES],
    bytes: &'a [u8],
}

/// Takes a record from the front.
///
/// # Errors
/// `save.cut`, `save.damaged`.
pub(super) fn read<'a>(reader: &mut Reader<'a>) -> Result<Sealed<'a>> {
    let [length] = reader.take()?;
    let id = std::str::from_utf8(reader.slice(length.into())?).map_err(|_| damaged())?;
    id_length(id).map_err(|_| damaged())?;
    let nonce = reader.take()?;
    let length = u64::from_be_bytes(reader.take()?);
    let bytes = reader.slice(usize::try_from(length).unwrap_or(usize::MAX))?;
    Ok(Sealed { id, nonce, bytes })
}

impl Sealed<'_> {
    /// Its id and bytes.
    ///
    /// # Errors
    /// `save.damaged`.
    pub(super) fn open(&self, key: &[u8; 32], place: Place) -> Result<(String, Zeroizing<Vec<u8>>)> {
        let bytes = decrypt(key, &self.nonce, &place.bound(self.id), self.bytes).ok_or_else(damaged)?;
        Ok((self.id.into(), bytes))
    }
}

fn id_length(id: &str) -> Result<u8> {
    let plain = id.bytes().all(|byte| byte.is_ascii_lowercase());
    match u8::try_from(id.len()) {
        Ok(length) if plain && (1..=MAX_RECORD_ID).contains(&id.len()) => Ok(length),
        _ => Err(Error::new("save.record", "the id of a record is 1 to 32 small letters")),
    }
}

/// Seals bytes with AES-256-GCM; the tag follows them.
///
/// # Errors
/// `save.too_large`: more than AES-GCM seals at once.
pub(super) fn encrypt(key: &[u8; 32], nonce: &[u8; NONCE_BYTES], bound: &[u8], bytes: &[u8]) -> Result<Vec<u8>> {
    let payload = Payload { msg: bytes, aad: bound };
    Aes256Gcm::new(&(*key).into())
        .encrypt(&Nonce::from(*nonce), payload)
        .map_err(|_| Error::new("save.too_large", "there is more to save than one record holds"))
}

/// The bytes, if nothing was changed.
pub(super) fn decrypt(
    key: &[u8; 32],
    nonce: &[u8; NONCE_BYTES],
    bound: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let payload = Payload {
        msg: sealed,
        aad: bound,
    };
    let opened = Aes256Gcm::new(&(*key).into()).decrypt(&Nonce::from(*nonce), payload);
    opened.ok().map(Zeroizing::new)
}
