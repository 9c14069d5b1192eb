//! The record of what was done: append-only entries, each chained to the one before it by its hash, and signed heads.
//!
//! An entry ([`entry`]) says when, by whom, what, to which pseudonymous object, with the digest of the work before and
//! after; it holds no name. The log ([`log`]) appends and signs; [`verify`] names the first entry that is not as it was
//! written; [`export`] writes it for others. Nothing here reads a clock or draws chance: moments and the seed of the
//! signing key come from the caller.
//!
//! The limit: who has the passphrase has the signing key too, and can write a whole log anew. Only a head that is kept
//! elsewhere, such as the one printed on every export, shows that. `docs/audit.md` says what a log proves.
//!
//! ```
//! use rosterwell::audit::{Action, Draft, Log, Occasion};
//! let mut log = Log::begin([7; 32]);
//! log.append(Draft::new("2026-11-23T14:05:00Z", Action::Open))?;
//! let head = log.sign(Occasion::Save).ok_or("nothing to sign")?;
//! assert_eq!(head.sequence, 1);
//! assert!(log.verify(None).fault.is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod entry;
pub mod export;
mod fhir;
mod log;
pub mod verify;

pub use entry::{Action, Draft, Entry, Head, Occasion};
pub use fhir::to_fhir;
pub use log::{Log, MAX_ENTRIES, StoredLog, digest};
pub use verify::{Fault, FaultKind, Verification};
