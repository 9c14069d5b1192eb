//! The modules of the page, and the glue that loads them.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::Result;
use crate::run::{at, cargo, root, run};
use crate::setup::{self, WASM};

/// How the modules are optimized.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// What is shipped.
    Release,
    /// The edit loop.
    Dev,
}

/// One of them.
pub(crate) struct Module {
    /// Name of its files and of its data block in the page.
    pub name: &'static str,
    /// What its classic-script glue is called as a global.
    pub global: &'static str,
    features: &'static [&'static str],
}

/// The core, which the page starts with, and what is compiled on first use: data in and out, and workbooks.
pub(crate) const MODULES: [Module; 3] = [
    Module {
        name: "core",
        global: "wasm_bindgen",
        features: &["--no-default-features", "--features", "planning"],
    },
    Module {
        name: "records",
        global: "wasm_records",
        features: &["--no-default-features", "--features", "records"],
    },
    Module {
        name: "workbook",
        global: "wasm_workbook",
        features: &["--no-default-features", "--features", "workbook"],
    },
];

/// A folder of their own: they are built while tests run, and neither waits for the other's lock.
pub(crate) const TARGET_DIR: &str = "target/wasm";

/// How programs are built for tests that do little: optimized, they would take longer to build than to do it.
pub(crate) const QUICKLY: [&str; 4] = [
    "--config",
    "profile.dev.opt-level=0",
    "--config",
    "profile.dev.package.\"*\".opt-level=0",
];

/// Builds all modules, once: cargo would link them again, as all three write one file.
pub(crate) fn build(profile: Profile) -> Result<()> {
    static BUILT: Mutex<Vec<Profile>> = Mutex::new(Vec::new());
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    if !built.contains(&profile) {
        MODULES.iter().try_for_each(|module| build_module(module, profile))?;
        // What is built for one profile takes the place of the other's.
        *built = vec![profile];
    }
    Ok(())
}

/// Builds a module; it lies at [`module_path`] afterwards.
pub(crate) fn build_module(module: &Module, profile: Profile) -> Result<()> {
    setup::wasm_target()?;
    let name = match profile {
        Profile::Release => "release",
        Profile::Dev => "wasm-dev",
    };
    let mut command = cargo(&["build", "--package", "rosterwell", "--lib", "--locked"]);
    command
        .args(["--target", WASM, "--profile", name, "--target-dir", TARGET_DIR])
        .args(module.features);
    run(command.args(["--config", &remapped_paths(WASM)]))?;
    let built = at(TARGET_DIR).join(WASM).join(name).join("rosterwell.wasm");
    crate::run::write(&module_path(module), &crate::run::read(&built)?)
}

/// A module as the compiler left it.
fn module_path(module: &Module) -> PathBuf {
    at("target/modules").join(format!("{}.wasm", module.name))
}

/// Paths of this machine do not belong in what is shipped, and would make two builds differ.
pub(crate) fn remapped_paths(target: &str) -> String {
    let home = std::env::var("CARGO_HOME").unwrap_or_else(|_| {
        let home = std::env::var("HOME").unwrap_or_default();
        format!("{home}/.cargo")
    });
    let pairs = [(root().display().to_string(), "/rosterwell"), (home, "/cargo")];
    let flags: Vec<String> = pairs
        .iter()
        .map(|(from, to)| format!("'--remap-path-prefix={from}={to}'"))
        .collect();
    format!("target.{target}.rustflags=[{}]", flags.join(","))
}

/// Writes a module with its glue for `target` (`web` or `no-modules`) into `folder`.
pub(crate) fn bind(module: &Module, target: &str, folder: &std::path::Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let mut arguments: Vec<OsString> = ["wasm-bindgen", "--target", target, "--out-name", module.name]
        .map(OsString::from)
        .to_vec();
    if target == "no-modules" {
        arguments.extend(["--no-typescript", "--no-modules-global", module.global].map(OsString::from));
    }
    // A panic says file and line; the names of functions would be a tenth of what is loaded.
    let bare = ["--remove-producers-section", "--remove-name-section", "--out-dir"];
    arguments.extend(bare.map(OsString::from));
    arguments.extend([folder.as_os_str().to_owned(), module_path(module).into_os_string()]);
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments).map_err(|error| format!("{error:#}"))
}

/// `cargo test --target wasm32-unknown-unknown` calls this program back to run what it has built.
pub(crate) fn test_runner(arguments: &[OsString]) -> Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments.to_vec())
        .map_err(|error| format!("{error:#}"))
}
