//! The example of a network of sites, `examples/ray`: Python with Ray and wasmtime, in an environment below `target/`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::run::{at, command, listen, read, run, write};
use crate::test::{Count, Tally};
use crate::wasi;

const REQUIREMENTS: &str = "examples/ray/requirements.txt";

/// The Python of an environment with the packages of the example, exactly those that it names.
pub(crate) fn environment() -> Result<PathBuf> {
    let home = at("target/ray/python");
    let python = home.join("bin/python");
    let mark = home.join("installed.txt");
    let wanted = read(&at(REQUIREMENTS))?;
    if read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    run(command("python3", &["-m", "venv", "--clear"]).arg(&home))
        .map_err(|error| format!("{error}: Python 3.11 or later with `venv` is needed"))?;
    let mut pip = command(&python.to_string_lossy(), &["-m", "pip", "install", "--quiet"]);
    run(pip.args(["--disable-pip-version-check", "--only-binary=:all:", "-r", REQUIREMENTS]))?;
    write(&mark, &wanted)?;
    Ok(python)
}

/// A program of the example.
pub(crate) fn program(python: &Path, script: &str) -> Command {
    let mut program = command(&python.to_string_lossy(), &[]);
    program.arg(at("examples/ray").join(script));
    program.env("PYTHONDONTWRITEBYTECODE", "1");
    program
}

/// Runs the tests of the example.
pub(crate) fn test(tally: &mut Tally) -> Result<()> {
    let wasm = wasi::build()?;
    let python = environment()?;
    let heard = listen(program(&python, "test_network.py").env("ROSTERWELL_WASM", wasm))?;
    let ended = |outcome: &str| {
        heard
            .text
            .lines()
            .filter(|line| line.split(' ').next_back() == Some(outcome))
            .count()
    };
    let (passed, failed) = (ended("ok"), ended("FAIL") + ended("ERROR"));
    tally.heard(Count::Ray, &heard, (passed, failed));
    Ok(())
}
