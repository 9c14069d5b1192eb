//! The command `rosterwell` for WASI: outside the browser, wherever a host for WebAssembly runs.

use std::path::{Path, PathBuf};

use crate::Result;
use crate::browser::node_counts;
use crate::run::{at, cargo, command, listen, read, run, write};
use crate::setup::{self, WASI};
use crate::test::{Count, Tally};
use crate::wasm::{TARGET_DIR, remapped_paths};

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
    // Optimized, it would take longer to build than all that it does here.
    let quickly = ["profile.dev.opt-level=0", "profile.dev.package.\"*\".opt-level=0"];
    let mut command = cargo(&["build", "--quiet", "--locked", "--bin", "rosterwell", "--target", WASI]);
    command.args([
        "--target-dir",
        TARGET_DIR,
        "--no-default-features",
        "--features",
        "planning",
    ]);
    run(command.args(quickly.iter().flat_map(|setting| ["--config", setting])))?;
    native()?;
    let wasm = at(TARGET_DIR).join(WASI).join("debug/rosterwell.wasm");
    let heard = listen(&mut tests(&wasm))?;
    tally.heard(Count::Wasi, &heard, node_counts(&heard.text));
    Ok(())
}

/// The native command, with the features of the native tests, which have built it already.
fn native() -> Result<()> {
    let features = ["--features", "schema", "--bin", "rosterwell"];
    run(cargo(&["build", "--quiet", "--locked"]).args(features))
}

fn tests(wasm: &Path) -> std::process::Command {
    let mut node = command("node", &["--no-warnings", "--test", "--test-reporter=spec"]);
    node.arg("tests/wasi/command.test.mjs");
    node.env("ROSTERWELL_WASM", wasm)
        .env("ROSTERWELL", at("target/debug/rosterwell"));
    node
}
