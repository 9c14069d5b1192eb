//! Save files. The passphrase's key costs what it costs by design, so its part is left out: the key of a vault is at
//! hand. The first byte says what the rest is: an envelope as it stands; one whose header gets a right checksum; a save
//! document that is sealed and opened; or the records of such a save, changed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rosterwell::vault::{HEADER_BYTES, Vault, document};
use sha2::{Digest, Sha256};

/// Bytes of the checksum that ends a header.
const CHECKSUM_BYTES: usize = 32;

/// Not random, so that a run can be repeated.
fn entropy(bytes: &mut [u8]) -> rosterwell::Result<()> {
    bytes.fill(7);
    Ok(())
}

thread_local! {
    static VAULT: Vault = Vault::create("a heron waits by the weir", &mut entropy).expect("a vault can be made");
}

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else {
        return;
    };
    VAULT.with(|vault| match first % 4 {
        0 => look(vault, rest),
        1 => look(vault, &summed(rest)),
        2 => {
            let sealed = vault
                .clone()
                .seal(&[("document", rest)], &mut entropy)
                .expect("a record is sealed");
            let contents = vault.read(&sealed).expect("what was sealed opens");
            assert_eq!(contents.record("document"), Some(rest));
            let Ok(text) = std::str::from_utf8(rest) else { return };
            if let Ok(read) = document::read(text) {
                let again = document::read(&read.to_string());
                assert_eq!(again.as_ref(), Ok(&read));
            }
        }
        _ => changed(vault, rest),
    });
});

/// No bytes that the vault did not seal open with its key.
fn look(vault: &Vault, bytes: &[u8]) {
    let inspected = Vault::inspect(bytes);
    let read = vault.read(bytes);
    assert!(read.is_err());
    assert!(inspected.is_ok() || inspected.err() == read.err());
}

/// The same bytes with the checksum of their header.
fn summed(bytes: &[u8]) -> Vec<u8> {
    let mut summed = bytes.to_vec();
    if summed.len() >= HEADER_BYTES {
        let (checked, checksum) = summed[..HEADER_BYTES].split_at_mut(HEADER_BYTES - CHECKSUM_BYTES);
        checksum.copy_from_slice(&Sha256::digest(&*checked));
    }
    summed
}

/// A good envelope of two records with bytes exchanged, three of the input for each: where (two), and what stands there. The
/// checksum is made right, so that only the keys can tell.
fn changed(vault: &Vault, edits: &[u8]) {
    let mut bytes = vault
        .clone()
        .seal(&[("document", b"a plan"), ("log", b"a log")], &mut entropy)
        .expect("records are sealed");
    for edit in edits.as_chunks::<3>().0 {
        let place = usize::from(u16::from_be_bytes([edit[0], edit[1]])) % bytes.len();
        bytes[place] = edit[2];
    }
    let bytes = summed(&bytes);
    if let Ok(contents) = vault.read(&bytes) {
        // The wrapped key and what it cost are bound to the passphrase alone; everything else to the key.
        assert_eq!(contents.record("document"), Some(&b"a plan"[..]));
        assert_eq!(contents.ids().collect::<Vec<_>>(), ["document", "log"]);
        assert_eq!(contents.revision, 1);
    }
}
