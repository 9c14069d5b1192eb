//! The modules of the page, and the glue that loads them.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::hash::hex;
use crate::run::{ask, at, cargo, read, root, run, write};
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

/// Builds all modules.
pub(crate) fn build(profile: Profile) -> Result<()> {
    MODULES.iter().try_for_each(|module| build_module(module, profile))
}

/// Builds a module; it lies at [`module_path`] afterwards. Cargo would link each of them anew every time, for minutes, as
/// they are one library with other features: one whose sources are the same is left as it is.
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
    command.args(["--config", &remapped_paths(WASM)]);
    let (file, stamp) = (module_path(module), module_path(module).with_extension("stamp"));
    let wanted = digest_of_sources(&format!("{command:?}"))?;
    let there = fs::read(&file).map(|bytes| hex(&bytes)).unwrap_or_default();
    if fs::read_to_string(&stamp).is_ok_and(|kept| kept == format!("{wanted} {there}")) {
        return Ok(());
    }
    run(&mut command)?;
    let built = read(&at(TARGET_DIR).join(WASM).join(name).join("rosterwell.wasm"))?;
    write(&file, &built)?;
    write(&stamp, format!("{wanted} {}", hex(&built)).as_bytes())
}

/// A digest of everything that a module is made of: compiler, command, manifests and sources.
fn digest_of_sources(command: &str) -> Result<String> {
    let mut text = ask("rustc", &["--version"]).unwrap_or_default() + command;
    let mut folders = vec![at("src"), at(".cargo")];
    let mut files: BTreeSet<PathBuf> = ["Cargo.toml", "Cargo.lock"].map(at).into();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            match path.is_dir() {
                true => folders.push(path),
                false => drop(files.insert(path)),
            }
        }
    }
    for file in files {
        text.push_str(&format!("\n{} {}", file.display(), hex(&read(&file)?)));
    }
    Ok(hex(text.as_bytes()))
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
pub(crate) fn bind(module: &Module, target: &str, folder: &Path) -> Result<()> {
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
