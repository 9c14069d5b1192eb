//! `vault_*` and `save_read`: the encrypted save, its keys, and the save document inside. Bytes cross as base64.

use base64ct::{Base64, Encoding};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::desk::Desk;
use super::open::EmptyRequest;
use crate::audit::{Log, Occasion, StoredLog, Verification};
use crate::error::{Error, Result};
use crate::vault::{Contents, MAX_ENVELOPE_BYTES, Vault, document};

/// The save document.
const DOCUMENT: &str = "document";
/// The audit log.
const LOG: &str = "log";
/// The seed of the log's signing key.
const LOG_KEY: &str = "logkey";
/// A note of unsaved changes.
const NOTE: &str = "note";

/// Request of `vault_create`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CreateVaultRequest {
    /// The passphrase, in Unicode normalization form KC; 15 characters or more.
    pub passphrase: String,
}

/// What is known of the keys.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct VaultState {
    /// Whether there are keys in memory.
    pub open: bool,
    /// The last save; 0 before the first.
    pub revision: u64,
}

/// Request of `vault_check`, `vault_test` and `vault_recall`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EnvelopeRequest {
    /// The bytes of the file, base64.
    pub envelope: String,
}

/// Reply of `vault_check`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EnvelopeReply {
    /// Which save of its document it says to be.
    pub revision: u64,
    /// Memory that its key takes, MiB.
    pub memory_mib: u32,
}

/// Request of `vault_open`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OpenSaveRequest {
    /// The bytes of the file, base64.
    pub envelope: String,
    /// The passphrase, in Unicode normalization form KC.
    pub passphrase: String,
}

/// Reply of `vault_open`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OpenSaveReply {
    /// Which save of its document it is.
    pub revision: u64,
    /// The save document, of the present format.
    #[cfg_attr(feature = "schema", ts(type = "unknown"))]
    pub document: Value,
    /// What the audit log inside is worth; absent if it holds none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<Verification>,
}

/// Request of `vault_seal`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SealSaveRequest {
    /// The save document as JSON text.
    pub document: String,
    /// Why the log is signed: a save, or the lock of the page.
    pub occasion: Occasion,
    /// Revisions up to this one have been given out elsewhere and are not given again.
    #[serde(default)]
    pub after: u64,
}

/// Reply of `vault_seal` and `vault_keep`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SealedReply {
    /// The bytes of the file, base64.
    pub envelope: String,
    /// Its revision.
    pub revision: u64,
}

/// Request of `vault_keep`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct KeepNoteRequest {
    /// The note.
    pub text: String,
}

/// Reply of `vault_recall`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RecallNoteReply {
    /// The note.
    pub text: String,
    /// Its revision.
    pub revision: u64,
}

/// Request of `vault_rewrap`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RewrapRequest {
    /// The present passphrase.
    pub old: String,
    /// The one from now on.
    pub new: String,
}

/// Request of `save_read`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ReadSaveRequest {
    /// The save document as JSON text.
    pub text: String,
}

/// Reply of `save_read`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ReadSaveReply {
    /// The save document, of the present format.
    #[cfg_attr(feature = "schema", ts(type = "unknown"))]
    pub document: Value,
}

/// Makes the keys of a new save. The log goes on.
///
/// # Errors
/// `save.short_passphrase`, `save.long_passphrase`, `save.no_memory`, `seed.unavailable`.
pub fn create(desk: &mut Desk, request: CreateVaultRequest) -> Result<VaultState> {
    let vault = Vault::create(&request.passphrase, &mut |bytes| desk.keeper.entropy(bytes))?;
    desk.keeper.vault = Some(vault);
    Ok(state(desk))
}

/// Looks at a file without a passphrase.
///
/// # Errors
/// Those of [`Vault::inspect`], `save.not_base64`.
pub fn check(_desk: &mut Desk, request: EnvelopeRequest) -> Result<EnvelopeReply> {
    let header = Vault::inspect(&bytes(&request.envelope)?)?;
    Ok(EnvelopeReply {
        revision: header.revision,
        memory_mib: header.wrap.cost.memory_kib / 1024,
    })
}

/// Opens a save: its keys and its log take the place of those in memory. If anything is wrong, nothing changes.
///
/// # Errors
/// Those of [`Vault::open`] and [`document::read`], `save.not_base64`.
pub fn open(desk: &mut Desk, request: OpenSaveRequest) -> Result<OpenSaveReply> {
    let (vault, contents) = Vault::open(&bytes(&request.envelope)?, &request.passphrase)?;
    let document = document::read(text_of(&contents, DOCUMENT)?)?;
    let log = log_of(&contents)?;
    let verification = log.as_ref().map(|log| log.verify(None));
    desk.keeper.take(vault, log);
    Ok(OpenSaveReply {
        revision: contents.revision,
        document,
        log: verification,
    })
}

/// Opens a save with the key in memory, to know that it is whole; its revision.
///
/// # Errors
/// `save.locked`, `save.not_base64`, and those of [`Vault::read`].
pub fn test(desk: &mut Desk, request: EnvelopeRequest) -> Result<VaultState> {
    let bytes = bytes(&request.envelope)?;
    desk.keeper.with_vault(|vault, _| {
        let revision = vault.read(&bytes)?.revision;
        Ok(VaultState { open: true, revision })
    })
}

/// Seals the save document with the log, whose head is signed first.
///
/// # Errors
/// `save.locked`, `save.too_large`, `seed.unavailable`, and those of [`document::read`] for what is no save document.
pub fn seal(desk: &mut Desk, request: SealSaveRequest) -> Result<SealedReply> {
    document::read(&request.document)?;
    desk.keeper.with_vault(|vault, _| {
        vault.count_on_from(request.after);
        Ok(())
    })?;
    let log = desk.keeper.log()?;
    log.sign(request.occasion);
    let (seed, entries) = (*log.seed(), super::to_json(log.stored())?);
    let records: [(&str, &[u8]); 3] = [
        (DOCUMENT, request.document.as_bytes()),
        (LOG, entries.as_bytes()),
        (LOG_KEY, &seed),
    ];
    sealed(desk, &records)
}

/// Seals a note of unsaved changes.
///
/// # Errors
/// `save.locked`, `save.too_large`, `seed.unavailable`.
pub fn keep(desk: &mut Desk, request: KeepNoteRequest) -> Result<SealedReply> {
    sealed(desk, &[(NOTE, request.text.as_bytes())])
}

/// Opens a note with the key in memory.
///
/// # Errors
/// `save.locked`, `save.not_base64`, and those of [`Vault::read`].
pub fn recall(desk: &mut Desk, request: EnvelopeRequest) -> Result<RecallNoteReply> {
    let bytes = bytes(&request.envelope)?;
    desk.keeper.with_vault(|vault, _| {
        let contents = vault.read(&bytes)?;
        vault.count_on_from(contents.revision);
        Ok(RecallNoteReply {
            text: text_of(&contents, NOTE)?.into(),
            revision: contents.revision,
        })
    })
}

/// Changes the passphrase of the saves from now on.
///
/// # Errors
/// `save.locked`, `save.wrong_passphrase`, and those of [`create`].
pub fn rewrap(desk: &mut Desk, request: RewrapRequest) -> Result<VaultState> {
    desk.keeper
        .with_vault(|vault, entropy| vault.rewrap(&request.old, &request.new, entropy))?;
    Ok(state(desk))
}

/// Drops keys and log.
///
/// # Errors
/// None.
pub fn forget(desk: &mut Desk, _request: EmptyRequest) -> Result<VaultState> {
    desk.keeper.forget();
    Ok(state(desk))
}

/// Reads a save document that was not encrypted.
///
/// # Errors
/// Those of [`document::read`].
pub fn read(_desk: &mut Desk, request: ReadSaveRequest) -> Result<ReadSaveReply> {
    document::read(&request.text).map(|document| ReadSaveReply { document })
}

fn state(desk: &Desk) -> VaultState {
    let vault = desk.keeper.vault.as_ref();
    VaultState {
        open: vault.is_some(),
        revision: vault.map_or(0, Vault::revision),
    }
}

fn sealed(desk: &mut Desk, records: &[(&str, &[u8])]) -> Result<SealedReply> {
    desk.keeper.with_vault(|vault, entropy| {
        let bytes = vault.seal(records, entropy)?;
        Ok(SealedReply {
            envelope: Base64::encode_string(&bytes),
            revision: vault.revision(),
        })
    })
}

fn bytes(text: &str) -> Result<Vec<u8>> {
    // Four characters for three bytes; what is longer is refused before it is decoded.
    if text.len() / 4 > MAX_ENVELOPE_BYTES / 3 + 1 {
        return Err(Error::new(
            "save.too_large",
            format!("the file is larger than {} MiB", MAX_ENVELOPE_BYTES >> 20),
        ));
    }
    Base64::decode_vec(text).map_err(|_| Error::new("save.not_base64", "write the bytes of the file as base64"))
}

fn text_of<'a>(contents: &'a Contents, id: &str) -> Result<&'a str> {
    let record = contents.record(id).and_then(|bytes| std::str::from_utf8(bytes).ok());
    record.ok_or_else(|| {
        Error::new(
            "save.incomplete",
            "the file opens, but does not hold what is looked for: use another copy",
        )
    })
}

fn log_of(contents: &Contents) -> Result<Option<Log>> {
    let seed = contents
        .record(LOG_KEY)
        .and_then(|seed| <[u8; 32]>::try_from(seed).ok());
    let Some(seed) = seed else { return Ok(None) };
    let stored: StoredLog = super::parse(text_of(contents, LOG)?)?;
    Ok(Some(Log::resume(stored, seed)))
}
