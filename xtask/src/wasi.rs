//! The command `rosterwell` for WASI: outside the browser, wherever a host for WebAssembly runs.

use std::path::{Path, PathBuf};

use crate::Result;
use crate::browser::node_counts;
use crate::run::{at, cargo, command, listen, read, run, write};
use crate::setup::{self, WASI};
use crate::test::{Count, Tally};
use crate::wasm::{QUICKLY, TARGET_DIR, remapped_paths};

/// Builds the command with everything in it, optimized as the page's modules are.
pub(crate) fn build() -> Result<PathBuf> {
    setup::target(WASI)?;
    let mut command = cargo(&["build", "--package", "rosterwell", "--bin", "rosterwell", "--locked"]);
    command.args(["--target", WASI, "--release", "--target-dir", TARGET_DIR]);
    run(command.args(["--config", &remapped_paths(WASI)]))?;
    let file = at("target/wasi/rosterwell.wasm");
    let built = at(TARGET_DIR).join(WASI).join("release/rosterwell.wasm");
    write(&file, &read(&built)?)?;
    Ok(file)
}

/// Builds it and says where it is.
pub(crate) fn print() -> Result<()> {
    println!("{}", build()?.display());
    Ok(())
}

/// Runs what plans of it in Node, beside the native command.
pub(crate) fn test(tally: &mut Tally) -> Result<()> {
    setup::target(WASI)?;
    let mut command = cargo(&["build", "--quiet", "--locked", "--bin", "rosterwell", "--target", WASI]);
    command.args([
        "--target-dir",
        TARGET_DIR,
        "--no-default-features",
        "--features",
        "planning",
    ]);
    run(command.args(QUICKLY))?;
    native()?;
    let wasm = at(TARGET_DIR).join(WASI).join("debug/rosterwell.wasm");
    let heard = listen(&mut tests(&wasm))?;
    tally.heard(Count::Wasi, &heard, node_counts(&heard.text));
    Ok(())
}

/// The native command as it is built for the native tests; `cargo build` would have other features of what it rests on.
fn native() -> Result<()> {
    let options = ["--features", "schema", "--test", "schema", "--no-run"];
    run(cargo(&["test", "--quiet", "--locked"]).args(options))
}

fn tests(wasm: &Path) -> std::process::Command {
    let mut node = command("node", &["--no-warnings", "--test", "--test-reporter=spec"]);
    node.arg("tests/wasi/command.test.mjs");
    node.env("ROSTERWELL_WASM", wasm)
        .env("ROSTERWELL", at("target/debug/rosterwell"));
    node
}
