//! The generated files in the repository are those of the Rust types. With `ROSTERWELL_WRITE_SCHEMA` set they are
//! written instead of compared: `cargo xtask schema`.
#![allow(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

use std::fs;
use std::path::Path;

use rosterwell::api::{self, schema};

#[test]
fn every_operation_has_its_shapes() {
    let named: Vec<&str> = api::operations().map(|operation| operation.name).collect();
    assert_eq!(
        schema::operations(),
        named,
        "src/api/schema.rs lists other operations than src/api/mod.rs"
    );
}

#[test]
fn generated_files_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut stale = Vec::new();
    for (path, text) in schema::files() {
        let file = root.join(&path);
        if fs::read_to_string(&file).is_ok_and(|written| written == text) {
            continue;
        }
        if std::env::var_os("ROSTERWELL_WRITE_SCHEMA").is_some() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, text).unwrap();
        } else {
            stale.push(path);
        }
    }
    assert!(stale.is_empty(), "run `cargo xtask schema`: {}", stale.join(", "));
}
