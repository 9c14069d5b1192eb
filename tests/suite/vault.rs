//! The encrypted envelope: what it holds comes back, and no byte of it can be changed or left out unnoticed.

use std::sync::OnceLock;

use proptest::prelude::*;
use rosterwell::Result;
use rosterwell::rng::Rng;
use rosterwell::vault::kdf::{self, COST, Cost};
use rosterwell::vault::{HEADER_BYTES, Header, MAX_ENVELOPE_BYTES, MAX_RECORDS, Vault, document};
use sha2::{Digest, Sha256};

const PASSPHRASE: &str = "a heron waits by the weir";

/// Bytes that repeat: for tests alone.
pub fn entropy(seed: u64) -> impl FnMut(&mut [u8]) -> Result<()> + Send {
    let mut rng = Rng::new(seed);
    move |bytes| {
        bytes.fill_with(|| rng.bits() as u8);
        Ok(())
    }
}

/// A key takes a while to work out: one vault for all tests, and one of its saves.
fn sealed() -> (Vault, Vec<u8>) {
    static SEALED: OnceLock<(Vault, Vec<u8>)> = OnceLock::new();
    let sealed = SEALED.get_or_init(|| {
        let mut vault = Vault::create(PASSPHRASE, &mut entropy(1)).unwrap();
        let bytes = vault.seal(&RECORDS, &mut entropy(2)).unwrap();
        (vault, bytes)
    });
    sealed.clone()
}

const RECORDS: [(&str, &[u8]); 3] = [("document", b"{\"plan\":1}"), ("log", b""), ("key", &[9; 32])];

fn code<T>(result: Result<T>) -> String {
    result.err().map_or("none".into(), |error| error.code)
}

/// The header with a changed part and a checksum that fits it again.
fn resealed(bytes: &[u8], change: impl Fn(&mut [u8])) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    change(&mut changed);
    let checked = HEADER_BYTES - 32;
    let checksum = Sha256::digest(&changed[..checked]);
    changed[checked..HEADER_BYTES].copy_from_slice(&checksum);
    changed
}

/// What is said of save files: as in `docs/bad-inputs.md`, number, what it is, message.
pub(crate) fn messages() -> Vec<(&'static str, String)> {
    let (vault, bytes) = sealed();
    let said = |bytes: &[u8]| vault.read(bytes).map_or_else(|error| error.message, |_| String::new());
    let flipped = [&bytes[..bytes.len() - 1], &[bytes[bytes.len() - 1] ^ 1]].concat();
    let costly = resealed(&bytes, |bytes| {
        bytes[11..15].copy_from_slice(&(4_u32 << 20).to_be_bytes())
    });
    let oldest = include_str!("../data/saves/save-1.json");
    vec![
        ("36 save file cut", said(&bytes[..bytes.len() / 2])),
        ("37 save file with one flipped bit", said(&flipped)),
        ("38 newer schema", said(&resealed(&bytes, |bytes| bytes[9] = 2))),
        (
            "39 oldest schema",
            document::read(oldest).map_or_else(|error| error.message, |_| String::new()),
        ),
        (
            "40 KDF memory 4 GiB in the header",
            Vault::open(&costly, PASSPHRASE).map_or_else(|error| error.message, |_| String::new()),
        ),
    ]
}

#[test]
fn what_was_sealed_comes_back() {
    let (_, bytes) = sealed();
    let (mut vault, contents) = Vault::open(&bytes, PASSPHRASE).unwrap();
    assert_eq!(contents.ids().collect::<Vec<_>>(), ["document", "log", "key"]);
    for (id, expected) in RECORDS {
        assert_eq!(contents.record(id), Some(expected), "{id}");
    }
    assert_eq!(contents.record("other"), None);
    assert_eq!((contents.revision, vault.revision()), (1, 1));
    let header = Vault::inspect(&bytes).unwrap();
    assert_eq!((header.revision, header.num_records, header.wrap.cost), (1, 3, COST));
    let next = vault.seal(&RECORDS, &mut entropy(3)).unwrap();
    assert_eq!(vault.read(&next).unwrap().revision, 2);
    assert_ne!(next[HEADER_BYTES..], bytes[HEADER_BYTES..]);
}

#[test]
fn nothing_of_the_contents_can_be_read_in_the_file() {
    let (mut vault, _) = sealed();
    let canary = b"Canary Featherstonehaugh".repeat(100);
    let bytes = vault.seal(&[("document", &canary)], &mut entropy(4)).unwrap();
    assert!(!bytes.windows(6).any(|window| canary.starts_with(window)));
    let other = vault.seal(&[("document", &canary)], &mut entropy(5)).unwrap();
    let same = bytes[HEADER_BYTES..]
        .iter()
        .zip(&other[HEADER_BYTES..])
        .filter(|(a, b)| a == b);
    assert!(same.count() < bytes.len() / 50, "a nonce was used twice");
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let (_, bytes) = sealed();
    for wrong in ["a heron waits by the Weir", "", "a heron waits by the weir "] {
        assert_eq!(code(Vault::open(&bytes, wrong)), "save.wrong_passphrase", "{wrong}");
    }
}

#[test]
fn a_file_cut_at_any_byte_is_refused_before_a_key_is_worked_out() {
    let (vault, bytes) = sealed();
    for length in 0..bytes.len() {
        let expected = if length == 0 { "save.not_a_save" } else { "save.cut" };
        assert_eq!(code(vault.read(&bytes[..length])), expected, "{length}");
        assert_eq!(code(Vault::inspect(&bytes[..length])), expected, "{length}");
    }
    // The passphrase is wrong, and nobody asks.
    assert_eq!(code(Vault::open(&bytes[..bytes.len() - 1], "wrong")), "save.cut");
}

#[test]
fn every_flipped_bit_is_found() {
    let (vault, bytes) = sealed();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            let code = code(vault.read(&flipped));
            let expected: &[&str] = match at {
                0..8 => &["save.not_a_save"],
                8..10 => &["save.newer", "save.damaged"],
                _ if at < HEADER_BYTES => &["save.damaged"],
                _ => &["save.damaged", "save.cut"],
            };
            assert!(expected.contains(&code.as_str()), "byte {at} bit {bit}: {code}");
        }
    }
}

#[test]
fn a_header_that_was_changed_with_its_checksum_is_found_by_the_key() {
    let (vault, bytes) = sealed();
    // Revision and number of records are bound to every record; the wrapped key to what stands before it.
    for at in [106, 99] {
        assert_eq!(
            code(vault.read(&resealed(&bytes, |bytes| bytes[at] ^= 1))),
            "save.damaged",
            "{at}"
        );
    }
    assert_eq!(
        code(vault.read(&resealed(&bytes, |bytes| bytes[108] = 2))),
        "save.damaged"
    );
    assert_eq!(code(vault.read(&resealed(&bytes, |bytes| bytes[108] = 4))), "save.cut");
    for at in [23, 39, 51, 98] {
        let changed = resealed(&bytes, |bytes| bytes[at] ^= 1);
        assert_eq!(code(Vault::open(&changed, PASSPHRASE)), "save.wrong_passphrase", "{at}");
    }
    for (at, value) in [(9, 0), (10, 0), (10, 2)] {
        assert_eq!(
            code(vault.read(&resealed(&bytes, |bytes| bytes[at] = value))),
            "save.damaged",
            "{at}"
        );
    }
    for number in [0, MAX_RECORDS as u8 + 1] {
        assert_eq!(
            code(vault.read(&resealed(&bytes, |bytes| bytes[108] = number))),
            "save.damaged",
            "{number}"
        );
    }
}

#[test]
fn records_cannot_be_left_out_moved_or_taken_from_another_save() {
    let (mut vault, _) = sealed();
    let records: [(&str, &[u8]); 2] = [("one", b"first"), ("two", b"other")];
    let first = vault.seal(&records, &mut entropy(6)).unwrap();
    let second = vault.seal(&records, &mut entropy(7)).unwrap();
    let size = (first.len() - HEADER_BYTES) / 2;
    let (a, b) = (HEADER_BYTES, HEADER_BYTES + size);
    let swapped = [&first[..a], &first[b..], &first[a..b]].concat();
    let spliced = [&second[..b], &first[b..]].concat();
    let dropped = resealed(&first[..b], |bytes| bytes[108] = 1);
    let longer = [&first[..], &[0]].concat();
    for wrong in [swapped, spliced, dropped, longer] {
        assert_eq!(code(vault.read(&wrong)), "save.damaged");
    }
    assert!(vault.read(&first).is_ok() && vault.read(&second).is_ok());
}

#[test]
fn a_newer_format_is_refused_kindly() {
    let (vault, bytes) = sealed();
    let newer = resealed(&bytes, |bytes| bytes[9] = 2);
    assert_eq!(code(vault.read(&newer)), "save.newer");
    // All of a newer file but its first ten bytes may look different.
    assert_eq!(code(Header::read(&newer[..10])), "save.newer");
}

#[test]
fn a_key_that_costs_too_much_or_too_little_is_refused_before_memory_is_taken() {
    let (_, bytes) = sealed();
    let with = |at: usize, number: u32| {
        let changed = resealed(&bytes, |bytes| bytes[at..at + 4].copy_from_slice(&number.to_be_bytes()));
        code(Vault::open(&changed, PASSPHRASE))
    };
    assert_eq!(with(11, 4 << 20), "save.costly_key");
    assert_eq!(with(11, u32::MAX), "save.costly_key");
    assert_eq!(with(15, u32::MAX), "save.costly_key");
    assert_eq!(with(19, u32::MAX), "save.costly_key");
    assert_eq!(with(11, 8), "save.cheap_key");
    assert_eq!(with(15, 1), "save.cheap_key");
    assert_eq!(with(19, 0), "save.cheap_key");
}

#[test]
fn the_bounds_of_the_cost_are_exact() {
    let cost = |memory_kib, passes, lanes| {
        code(
            Cost {
                memory_kib,
                passes,
                lanes,
            }
            .check(),
        )
    };
    assert_eq!((COST.memory_kib, COST.passes), (65_536, 3));
    for (memory, passes, lanes, expected) in [
        (65_536, 3, 1, "none"),
        (262_144, 12, 16, "none"),
        (65_535, 3, 4, "save.cheap_key"),
        (65_536, 2, 4, "save.cheap_key"),
        (65_536, 3, 0, "save.cheap_key"),
        (262_145, 3, 4, "save.costly_key"),
        (65_536, 13, 4, "save.costly_key"),
        (65_536, 3, 17, "save.costly_key"),
    ] {
        assert_eq!(cost(memory, passes, lanes), expected, "{memory} {passes} {lanes}");
    }
}

#[test]
fn a_passphrase_has_15_characters_to_1024_bytes() {
    for (passphrase, expected) in [
        ("fourteen chars".to_owned(), "save.short_passphrase"),
        ("fifteen charact".to_owned(), "none"),
        ("é".repeat(14), "save.short_passphrase"),
        ("é".repeat(15), "none"),
        ("x".repeat(1024), "none"),
        ("x".repeat(1025), "save.long_passphrase"),
    ] {
        assert_eq!(code(kdf::check_new(&passphrase)), expected, "{passphrase}");
    }
    assert_eq!(
        code(kdf::derive(&"x".repeat(1025), &[0; 16], COST)),
        "save.long_passphrase"
    );
    let short = Vault::create("short", &mut entropy(1));
    assert_eq!(code(short), "save.short_passphrase");
}

#[test]
fn a_new_passphrase_wraps_the_same_data_key() {
    let (_, old) = sealed();
    let (mut vault, _) = Vault::open(&old, PASSPHRASE).unwrap();
    let new = "another heron, another weir";
    assert_eq!(
        code(vault.rewrap("wrong", new, &mut entropy(8))),
        "save.wrong_passphrase"
    );
    assert_eq!(
        code(vault.rewrap(PASSPHRASE, "short", &mut entropy(8))),
        "save.short_passphrase"
    );
    vault.rewrap(PASSPHRASE, new, &mut entropy(8)).unwrap();
    let sealed = vault.seal(&RECORDS, &mut entropy(9)).unwrap();
    assert_eq!(code(Vault::open(&sealed, PASSPHRASE)), "save.wrong_passphrase");
    assert_eq!(
        Vault::open(&sealed, new).unwrap().1.record("document"),
        Some(RECORDS[0].1)
    );
    // Old files keep their old passphrase, and the key inside is still the same.
    assert!(vault.read(&old).is_ok());
}

#[test]
fn limits_of_records_hold() {
    let (mut vault, _) = sealed();
    let many = vec![("a", &b"x"[..]); MAX_RECORDS];
    assert!(vault.seal(&many, &mut entropy(1)).is_ok());
    let before = vault.revision();
    for (records, expected) in [
        (vec![], "save.record"),
        (vec![("a", &b"x"[..]); MAX_RECORDS + 1], "save.record"),
        (vec![("", &b""[..])], "save.record"),
        (vec![("Log", &b""[..])], "save.record"),
        (vec![("abcdefghijklmnopqrstuvwxyzabcdefg", &b""[..])], "save.record"),
    ] {
        assert_eq!(code(vault.seal(&records, &mut entropy(1))), expected, "{records:?}");
    }
    assert_eq!(vault.revision(), before, "a save that fails is not counted");
    assert!(
        vault
            .seal(&[("abcdefghijklmnopqrstuvwxyzabcdef", b"")], &mut entropy(1))
            .is_ok()
    );
    let large = vec![0; MAX_ENVELOPE_BYTES];
    assert_eq!(code(vault.seal(&[("a", &large)], &mut entropy(1))), "save.too_large");
}

#[test]
fn no_chance_no_save() {
    let (mut vault, bytes) = sealed();
    let mut none = |_: &mut [u8]| Err(rosterwell::Error::new("seed.unavailable", "none"));
    assert_eq!(code(vault.seal(&RECORDS, &mut none)), "seed.unavailable");
    assert_eq!(code(Vault::create(PASSPHRASE, &mut none)), "seed.unavailable");
    assert!(vault.read(&bytes).is_ok());
}

#[test]
fn revisions_only_grow() {
    let (mut vault, _) = sealed();
    vault.count_on_from(41);
    vault.count_on_from(7);
    let bytes = vault.seal(&RECORDS, &mut entropy(1)).unwrap();
    assert_eq!(vault.read(&bytes).unwrap().revision, 42);
    vault.count_on_from(u64::MAX);
    assert_eq!(code(vault.seal(&RECORDS, &mut entropy(1))), "save.damaged");
    assert!(
        format!("{vault:?}").starts_with("Vault { revision: "),
        "a key is never shown"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_records_come_back(records in prop::collection::vec(("[a-z]{1,32}", prop::collection::vec(any::<u8>(), 0..300)), 1..=16)) {
        let (mut vault, _) = sealed();
        let borrowed: Vec<(&str, &[u8])> = records.iter().map(|(id, bytes)| (id.as_str(), bytes.as_slice())).collect();
        let bytes = vault.seal(&borrowed, &mut entropy(11)).unwrap();
        let contents = vault.read(&bytes).unwrap();
        prop_assert_eq!(contents.ids().collect::<Vec<_>>(), borrowed.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        prop_assert_eq!(contents.record(borrowed[0].0), Some(borrowed[0].1));
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), known in any::<bool>()) {
        let (vault, sealed) = sealed();
        let bytes = if known { [&sealed[..HEADER_BYTES], &bytes].concat() } else { bytes };
        prop_assert!(vault.read(&bytes).is_err());
    }
}

#[test]
fn a_kept_file_of_every_format_is_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/saves");
    for format in 1..=document::FORMAT {
        let text = std::fs::read_to_string(folder.join(format!("save-{format}.json"))).unwrap();
        assert!(text.contains(&format!("\"rosterwell-save/{format}\"")));
        let read = document::read(&text).unwrap();
        assert_eq!(
            read["format"],
            format!("{}{}", document::FORMAT_PREFIX, document::FORMAT)
        );
        assert_eq!(read["locks"][0], "order/w0/1");
        assert!(read["settings"].is_object() && read.get("saved").is_some() && read.get("pilot").is_some());
    }
    let bytes = std::fs::read(folder.join("envelope-1.rosterwell")).unwrap();
    let (_, contents) = Vault::open(&bytes, PASSPHRASE).unwrap();
    let text = std::str::from_utf8(contents.record("document").unwrap()).unwrap();
    assert_eq!(document::read(text).unwrap()["locks"][0], "order/w0/1");
}

#[test]
fn what_is_kept_is_what_is_written_today() {
    // A new format number needs a new kept file; the bytes of the present one do not change.
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/saves");
    let text = std::fs::read(folder.join(format!("save-{}.json", document::FORMAT))).unwrap();
    let mut vault = Vault::create(PASSPHRASE, &mut entropy(1)).unwrap();
    let bytes = vault.seal(&[("document", &text)], &mut entropy(2)).unwrap();
    let path = folder.join("envelope-1.rosterwell");
    if std::env::var_os("ROSTERWELL_WRITE_SAVES").is_some() {
        std::fs::write(&path, &bytes).unwrap();
    }
    assert!(bytes == std::fs::read(path).unwrap());
}

#[test]
fn documents_that_are_none_are_refused() {
    for (text, expected) in [
        ("", "save.not_json"),
        ("[]", "save.not_a_save"),
        ("{}", "save.not_a_save"),
        (r#"{"format":"rosterwell-clinic/1"}"#, "save.not_a_save"),
        (r#"{"format":"rosterwell-save/0","clinic":{}}"#, "save.not_a_save"),
        (r#"{"format":"rosterwell-save/x","clinic":{}}"#, "save.not_a_save"),
        (r#"{"format":"rosterwell-save/3","clinic":{}}"#, "save.newer"),
        (r#"{"format":"rosterwell-save/2"}"#, "save.incomplete"),
        (r#"{"format":"rosterwell-save/2","clinic":[]}"#, "save.incomplete"),
        (r#"{"format":"rosterwell-save/2","clinic":{}}"#, "none"),
    ] {
        assert_eq!(code(document::read(text)), expected, "{text}");
    }
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(code(document::read(&deep)), "save.not_json");
    let kept = r#"{"format":"rosterwell-save/1","clinic":{},"pilot":{"a":1},"settings":{"user":"x"},"saved":"s"}"#;
    let read = document::read(kept).unwrap();
    assert_eq!(
        (&read["pilot"]["a"], &read["settings"]["user"], &read["saved"]),
        (&1.into(), &"x".into(), &"s".into())
    );
}
