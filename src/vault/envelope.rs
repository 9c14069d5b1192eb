//! A vault is an open envelope: the data key, how it is wrapped, and how often it was saved.

use zeroize::Zeroizing;

use super::header::{HEADER_BYTES, Header, Reader, Wrap, damaged};
use super::kdf::{self, COST};
use super::record::{self, Place};
use super::{Entropy, draw};
use crate::error::{Error, Result};

/// Most bytes of an envelope; our choice: what fits, as text, into one request to the engine.
pub const MAX_ENVELOPE_BYTES: usize = 40 << 20;
/// Most records of an envelope; our choice.
pub const MAX_RECORDS: usize = 16;

/// The keys to one document and all its saves. Its key is overwritten when it is dropped.
#[derive(Clone)]
pub struct Vault {
    wrap: Wrap,
    key: Zeroizing<[u8; 32]>,
    revision: u64,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault")
            .field("revision", &self.revision)
            .finish_non_exhaustive()
    }
}

/// What was in an envelope.
#[derive(Debug)]
pub struct Contents {
    /// Which save it was.
    pub revision: u64,
    records: Vec<(String, Zeroizing<Vec<u8>>)>,
}

impl Contents {
    /// The bytes of a record.
    pub fn record(&self, id: &str) -> Option<&[u8]> {
        self.records
            .iter()
            .find(|(name, _)| name == id)
            .map(|(_, bytes)| bytes.as_slice())
    }

    /// The ids of all records, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.records.iter().map(|(id, _)| id.as_str())
    }
}

impl Vault {
    /// A new data key, wrapped under a passphrase.
    ///
    /// # Errors
    /// Those of [`kdf::check_new`] and [`kdf::derive`], and what the source of chance reports.
    pub fn create(passphrase: &str, entropy: &mut Entropy<'_>) -> Result<Self> {
        kdf::check_new(passphrase)?;
        let key = Zeroizing::new(draw(entropy)?);
        Ok(Self {
            wrap: wrapped(passphrase, &key, entropy)?,
            key,
            revision: 0,
        })
    }

    /// Looks at an envelope without its key: whether it has a header that can be used, and all of its records.
    ///
    /// # Errors
    /// Those of [`Header::read`], `save.too_large`, `save.cut` and `save.damaged`.
    pub fn inspect(bytes: &[u8]) -> Result<Header> {
        frame(bytes).map(|(header, _)| header)
    }

    /// Opens an envelope.
    ///
    /// # Errors
    /// Those of [`Header::read`] and [`kdf::derive`], `save.too_large`, `save.wrong_passphrase`, `save.cut` and
    /// `save.damaged`.
    pub fn open(bytes: &[u8], passphrase: &str) -> Result<(Self, Contents)> {
        // The frame is looked at first: a file that is cut is refused without the work of a key.
        let (header, sealed) = frame(bytes)?;
        let key = unwrapped(&header.wrap, passphrase)?;
        let contents = contents(&header, &sealed, &key)?;
        let vault = Self {
            revision: header.revision,
            wrap: header.wrap,
            key,
        };
        Ok((vault, contents))
    }

    /// Opens another envelope of the same data key, without the passphrase.
    ///
    /// # Errors
    /// As [`Vault::open`]; an envelope of another key is `save.damaged`.
    pub fn read(&self, bytes: &[u8]) -> Result<Contents> {
        let (header, sealed) = frame(bytes)?;
        contents(&header, &sealed, &self.key)
    }

    /// Seals records as the next revision. What comes back was opened again before it is given out.
    ///
    /// # Errors
    /// `save.too_large`, `save.record` for too many records or an id that is none; what the source of chance reports.
    pub fn seal(&mut self, records: &[(&str, &[u8])], entropy: &mut Entropy<'_>) -> Result<Vec<u8>> {
        let num_records = u16::try_from(records.len()).unwrap_or(u16::MAX);
        if records.is_empty() || records.len() > MAX_RECORDS {
            return Err(Error::new(
                "save.record",
                format!("an envelope has 1 to {MAX_RECORDS} records"),
            ));
        }
        let revision = self.revision.checked_add(1).ok_or_else(damaged)?;
        let header = Header {
            wrap: self.wrap.clone(),
            revision,
            num_records,
        };
        let mut bytes = header.bytes();
        for (index, record) in (0..).zip(records) {
            let place = Place {
                revision,
                index,
                num_records,
            };
            record::seal(&mut bytes, &self.key, place, *record, entropy)?;
        }
        let read = self.read(&bytes)?;
        if read
            .records
            .iter()
            .map(|(id, bytes)| (id.as_str(), bytes.as_slice()))
            .ne(records.iter().copied())
        {
            return Err(damaged());
        }
        self.revision = revision;
        Ok(bytes)
    }

    /// Wraps the data key under another passphrase, for the saves from now on. Earlier ones keep theirs.
    ///
    /// # Errors
    /// `save.wrong_passphrase` if `old` is not the present one; those of [`Vault::create`].
    pub fn rewrap(&mut self, old: &str, new: &str, entropy: &mut Entropy<'_>) -> Result<()> {
        kdf::check_new(new)?;
        unwrapped(&self.wrap, old)?;
        self.wrap = wrapped(new, &self.key, entropy)?;
        Ok(())
    }

    /// Which save was the last; 0 before the first.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Counts on from a later save than the one that was opened, so that no number is given twice.
    pub fn count_on_from(&mut self, revision: u64) {
        self.revision = self.revision.max(revision);
    }
}

fn wrapped(passphrase: &str, key: &[u8; 32], entropy: &mut Entropy<'_>) -> Result<Wrap> {
    let mut wrap = Wrap {
        cost: COST,
        salt: draw(entropy)?,
        nonce: draw(entropy)?,
        key: [0; 48],
    };
    let outer = kdf::derive(passphrase, &wrap.salt, wrap.cost)?;
    let sealed = record::encrypt(&outer, &wrap.nonce, &wrap.bound(), key)?;
    wrap.key = sealed.try_into().map_err(|_| damaged())?;
    Ok(wrap)
}

fn unwrapped(wrap: &Wrap, passphrase: &str) -> Result<Zeroizing<[u8; 32]>> {
    let outer = kdf::derive(passphrase, &wrap.salt, wrap.cost)?;
    let key = record::decrypt(&outer, &wrap.nonce, &wrap.bound(), &wrap.key).ok_or_else(|| {
        Error::new(
            "save.wrong_passphrase",
            "the passphrase does not open this file: check capitals and the keyboard's language",
        )
    })?;
    <[u8; 32]>::try_from(key.as_slice())
        .map(Zeroizing::new)
        .map_err(|_| damaged())
}

/// The header, and the records as they stand.
fn frame(bytes: &[u8]) -> Result<(Header, Vec<record::Sealed<'_>>)> {
    if bytes.len() > MAX_ENVELOPE_BYTES {
        return Err(too_large());
    }
    let header = Header::read(bytes)?;
    if header.num_records == 0 || usize::from(header.num_records) > MAX_RECORDS {
        return Err(damaged());
    }
    let mut reader = Reader(bytes.get(HEADER_BYTES..).unwrap_or_default());
    let sealed = (0..header.num_records)
        .map(|_| record::read(&mut reader))
        .collect::<Result<_>>()?;
    if !reader.0.is_empty() {
        return Err(damaged());
    }
    Ok((header, sealed))
}

fn contents(header: &Header, sealed: &[record::Sealed<'_>], key: &[u8; 32]) -> Result<Contents> {
    let place = |index| Place {
        revision: header.revision,
        index,
        num_records: header.num_records,
    };
    let records = (0..).zip(sealed).map(|(index, record)| record.open(key, place(index)));
    Ok(Contents {
        revision: header.revision,
        records: records.collect::<Result<_>>()?,
    })
}

fn too_large() -> Error {
    Error::new(
        "save.too_large",
        format!("the file is larger than {} MiB", MAX_ENVELOPE_BYTES >> 20),
    )
}
