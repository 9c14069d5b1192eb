//! `bench import`: a clinic of full size read back from every form, natively or with `--wasm` in the shipped modules.

use std::path::PathBuf;

use super::has;
use super::solve::{Module, native_program};
use crate::Result;
use crate::run::{command, run};

/// The files that the native program leaves behind, in the order in which it writes them.
const FILES: [&str; 4] = ["clinic.fhir.json", "clinic.ndjson", "clinic.xlsx", "clinic.json"];

/// Prints one JSON line for each form.
pub(super) fn print(arguments: &[String]) -> Result<()> {
    run(native_program()?.args(arguments.iter().filter(|argument| *argument != "--wasm")))?;
    if !has(arguments, "--wasm") {
        return Ok(());
    }
    let module = Module::build_all()?;
    let folder: PathBuf = std::env::temp_dir().join("rosterwell-bench-import");
    for file in FILES {
        let mut node = command("node", &["tests/bench/import.mjs"]);
        run(node.arg(&module.folder).arg(folder.join(file)))?;
    }
    Ok(())
}
