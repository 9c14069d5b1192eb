//! Same request, same bytes: the replies of the native program and of the shipped modules in Node.

use super::number;
use super::solve::{Module, line, native_program};
use crate::Result;
use crate::run::{at, command};

/// Asks both and prints one line of JSON; an error if a reply differs.
pub(super) fn same(arguments: &[String]) -> Result<()> {
    let module = Module::build_all()?;
    let file = at("target/bench/same.jsonl");
    let seed: u64 = number(arguments, "--seed", 1)?;
    let native = line(
        native_program()?
            .args(["same", "--seed", &seed.to_string(), "--out"])
            .arg(&file),
    )?;
    let mut node = command("node", &["tests/bench/same.mjs"]);
    let mut found = line(node.args([&module.folder, &file]))?;
    found["bytes"] = native["bytes"].clone();
    println!("{found}");
    let differ = found["differ"].as_array().map_or(0, Vec::len);
    match differ {
        0 => Ok(()),
        some => Err(format!("{some} replies differ")),
    }
}
