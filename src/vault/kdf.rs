//! From a passphrase to the key that wraps the data key: Argon2id, version 1.3.
//!
//! # References
//! RFC 9106 (Argon2), section 4, second recommended option: 3 passes, 4 lanes, 64 MiB, for where memory is scarce.
//! NIST SP 800-63B-4, section 3.1.1.2: a password that stands alone has 15 characters or more.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// Fewest characters of a new passphrase (NIST SP 800-63B-4).
pub const MIN_PASSPHRASE_CHARACTERS: usize = 15;
/// Most bytes of a passphrase; our choice, so that nothing endless is hashed.
pub const MAX_PASSPHRASE_BYTES: usize = 1024;
/// Most memory that a file may ask for, KiB; our choice: four times what is written today, and an eighth of what the
/// browser gives a module.
pub const MAX_MEMORY_KIB: u32 = 256 * 1024;
/// Most passes that a file may ask for; our choice: four times what is written today.
pub const MAX_PASSES: u32 = 12;
/// Most lanes that a file may ask for; our choice.
pub const MAX_LANES: u32 = 16;

/// What one guess at a passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// What new files are written with, and the least that is accepted (RFC 9106, second recommended option).
pub const COST: Cost = Cost {
    memory_kib: 64 * 1024,
    passes: 3,
    lanes: 4,
};

impl Cost {
    /// Refuses what is too cheap to guess at, and what would bring the machine to its knees.
    ///
    /// # Errors
    /// `save.cheap_key`, `save.costly_key`.
    pub fn check(self) -> Result<()> {
        if self.memory_kib < COST.memory_kib || self.passes < COST.passes || self.lanes == 0 {
            return Err(Error::new(
                "save.cheap_key",
                "the file protects its passphrase less than this version asks for: it is not opened",
            ));
        }
        if self.memory_kib > MAX_MEMORY_KIB || self.passes > MAX_PASSES || self.lanes > MAX_LANES {
            return Err(Error::new(
                "save.costly_key",
                format!(
                    "the file asks for more memory or time than {} MiB and {MAX_PASSES} passes: it is not opened",
                    MAX_MEMORY_KIB / 1024
                ),
            ));
        }
        Ok(())
    }
}

/// Refuses a passphrase that is too short to protect a file that somebody may take away.
///
/// # Errors
/// `save.short_passphrase`, `save.long_passphrase`.
pub fn check_new(passphrase: &str) -> Result<()> {
    if passphrase.chars().count() < MIN_PASSPHRASE_CHARACTERS {
        return Err(Error::new(
            "save.short_passphrase",
            format!("a passphrase has at least {MIN_PASSPHRASE_CHARACTERS} characters: several words do"),
        ));
    }
    check_length(passphrase)
}

fn check_length(passphrase: &str) -> Result<()> {
    if passphrase.len() > MAX_PASSPHRASE_BYTES {
        return Err(Error::new(
            "save.long_passphrase",
            format!("a passphrase has at most {MAX_PASSPHRASE_BYTES} bytes"),
        ));
    }
    Ok(())
}

/// The key of a passphrase.
///
/// # Errors
/// Those of [`Cost::check`], `save.long_passphrase`, and `save.no_memory` if the memory is not to be had.
pub fn derive(passphrase: &str, salt: &[u8], cost: Cost) -> Result<Zeroizing<[u8; 32]>> {
    cost.check()?;
    check_length(passphrase)?;
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|_| impossible())?;
    let mut memory = Zeroizing::new(Vec::new());
    memory
        .try_reserve_exact(params.block_count())
        .map_err(|_| no_memory())?;
    memory.resize(params.block_count(), Block::default());
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(passphrase.as_bytes(), salt, key.as_mut(), &mut **memory)
        .map_err(|_| impossible())?;
    Ok(key)
}

fn no_memory() -> Error {
    Error::new(
        "save.no_memory",
        "there is not enough memory to work out the key: close other tabs and try again",
    )
}

/// Parameters within the bounds above are parameters of Argon2.
fn impossible() -> Error {
    Error::new("save.costly_key", "the file asks for a key that Argon2id does not give")
}
