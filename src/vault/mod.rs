//! The encrypted envelope of a save file and of the copy on a device: a header, a wrapped data key, and records.
//!
//! A passphrase gives a key by Argon2id ([`kdf`]); that key wraps a random data key ([`header`]); the data key seals
//! records with AES-256-GCM ([`record`]), each bound to its place and its revision. [`Vault`] puts them together, and
//! [`document`] reads the save document inside, of this version or of an older one. `docs/storage.md` has the format.
//!
//! This is plain Rust rather than the browser's own cryptography, so that one and the same code runs in the worker, in
//! a frame without an origin, in the command and in the tests. Nothing here draws chance: random bytes come from the
//! caller as [`Entropy`].
//!
//! ```
//! let mut counter = 0_u8; // a real caller asks the system
//! let mut entropy = |bytes: &mut [u8]| {
//!     bytes.fill_with(|| { counter = counter.wrapping_add(1); counter });
//!     Ok(())
//! };
//! let mut vault = rosterwell::vault::Vault::create("four words nobody guesses", &mut entropy)?;
//! let sealed = vault.seal(&[("document", b"a plan")], &mut entropy)?;
//! let (_, contents) = rosterwell::vault::Vault::open(&sealed, "four words nobody guesses")?;
//! assert_eq!(contents.record("document"), Some(&b"a plan"[..]));
//! # Ok::<(), rosterwell::Error>(())
//! ```

pub mod document;
mod envelope;
mod header;
pub mod kdf;
mod record;

pub use envelope::{Contents, MAX_ENVELOPE_BYTES, MAX_RECORDS, Vault};
pub use header::{FORMAT_VERSION, HEADER_BYTES, Header, MAGIC};
pub use record::MAX_RECORD_ID;

use crate::error::Result;

/// Fills a slice with bytes that nobody can foresee, or says that there are none.
pub type Entropy<'a> = dyn FnMut(&mut [u8]) -> Result<()> + 'a;

/// Some such bytes.
///
/// # Errors
/// What the source reports.
pub(crate) fn draw<const N: usize>(entropy: &mut Entropy<'_>) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    entropy(&mut bytes)?;
    Ok(bytes)
}
