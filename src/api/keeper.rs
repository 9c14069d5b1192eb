//! What a desk keeps secret: the keys of the open save, the audit log with its signing key, and where chance comes from.

use crate::audit::Log;
use crate::error::{Error, Result};
use crate::vault::{Entropy, Vault, draw};

/// Fills a slice with bytes that nobody can foresee.
pub type Source = Box<dyn FnMut(&mut [u8]) -> Result<()> + Send>;

/// Keys, log and chance. Starts without any of them.
#[derive(Default)]
pub(super) struct Keeper {
    pub(super) vault: Option<Vault>,
    log: Option<Log>,
    source: Option<Source>,
}

impl std::fmt::Debug for Keeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keeper").finish_non_exhaustive()
    }
}

impl Keeper {
    pub(super) fn new(source: Source) -> Self {
        Self {
            source: Some(source),
            ..Self::default()
        }
    }

    /// Random bytes.
    ///
    /// # Errors
    /// `seed.unavailable`.
    pub(super) fn entropy(&mut self, bytes: &mut [u8]) -> Result<()> {
        draw_from(&mut self.source, bytes)
    }

    /// Does something with the keys of the open save and the source of chance.
    ///
    /// # Errors
    /// `save.locked`: there are no keys; and what is reported by what is done.
    pub(super) fn with_vault<T>(&mut self, work: impl FnOnce(&mut Vault, &mut Entropy<'_>) -> Result<T>) -> Result<T> {
        let Self { vault, source, .. } = self;
        let vault = vault.as_mut().ok_or_else(|| {
            Error::new(
                "save.locked",
                "there is no key in memory: open the file or choose a passphrase first",
            )
        })?;
        work(vault, &mut |bytes| draw_from(source, bytes))
    }

    /// The log; a new one if there is none.
    ///
    /// # Errors
    /// `seed.unavailable`.
    pub(super) fn log(&mut self) -> Result<&mut Log> {
        if self.log.is_none() {
            let seed = draw(&mut |bytes| self.entropy(bytes))?;
            self.log = Some(Log::begin(seed));
        }
        self.log
            .as_mut()
            .ok_or_else(|| Error::new("audit.full", "there is no log"))
    }

    /// Takes the keys and the log of a save that was opened.
    pub(super) fn take(&mut self, vault: Vault, log: Option<Log>) {
        self.vault = Some(vault);
        self.log = log;
    }

    /// Drops the keys and the log.
    pub(super) fn forget(&mut self) {
        self.vault = None;
        self.log = None;
    }
}

fn draw_from(source: &mut Option<Source>, bytes: &mut [u8]) -> Result<()> {
    match source {
        Some(source) => source(bytes),
        None => Err(Error::new(
            "seed.unavailable",
            "there is no source of random numbers, so there can be no keys",
        )),
    }
}
