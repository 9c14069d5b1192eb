//! What has to be there before anything can be built or tested, added where that is possible.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::run::{ask, at, command, find, run};

/// The target of the page's modules.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The target of the command outside the browser.
pub(crate) const WASI: &str = "wasm32-wasip1";

/// Oldest Node that runs the page's build and tests.
const OLDEST_NODE: u32 = 20;

/// Adds the target of the page's modules.
pub(crate) fn wasm_target() -> Result<()> {
    target(WASM)
}

/// Adds a target.
pub(crate) fn target(name: &str) -> Result<()> {
    let sysroot = ask("rustc", &["--print", "sysroot"]).ok_or("rustc is missing: install Rust, https://rustup.rs")?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(name).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", name], &format!("the Rust target {name}"))
}

/// Adds rustfmt and clippy.
pub(crate) fn lint_tools() -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if find(&[program]).is_none() || ask(program, &["--version"]).is_none() {
            rustup(&["component", "add", component], component)?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str], what: &str) -> Result<()> {
    if find(&["rustup"]).is_none() {
        return Err(format!(
            "{what} is missing and there is no rustup to add it: install it with your Rust"
        ));
    }
    run(&mut command("rustup", arguments))
}

/// Checks Node and installs the page's packages, exactly those of the lock file, without running their scripts.
pub(crate) fn npm_packages() -> Result<()> {
    let version = ask("node", &["--version"]).unwrap_or_default();
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|text| text.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST_NODE) || find(&["npm"]).is_none() {
        return Err(format!(
            "Node {OLDEST_NODE} or later with npm is needed: install nodejs and npm, then run this again"
        ));
    }
    let lock = at("www/package-lock.json");
    let mark = at("www/node_modules/.installed");
    let wanted = fs::read(&lock).map_err(|error| format!("cannot read {}: {error}", lock.display()))?;
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run(command("npm", &options).current_dir(at("www")))?;
    crate::run::write(&mark, &wanted)
}

/// A Chromium and its driver, installed from Debian's packages if that is allowed.
pub(crate) fn chromium() -> Result<(PathBuf, PathBuf)> {
    if let Some(found) = installed_chromium() {
        return Ok(found);
    }
    let root = ask("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if root && find(&["apt-get"]).is_some() {
        run(&mut command("apt-get", &["update", "-q"]))?;
        let options = [
            "install",
            "-y",
            "-q",
            "--no-install-recommends",
            "chromium",
            "chromium-driver",
        ];
        run(command("apt-get", &options).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    installed_chromium().ok_or_else(|| {
        "Chromium and chromedriver are needed for the browser tests: as root, `apt-get install chromium \
         chromium-driver`; or set CHROMIUM and CHROMEDRIVER to where they are"
            .into()
    })
}

/// Debian packages of the servers that `docs/hosting.md` has examples for, with the libraries that they may lack.
const WEB_SERVERS: [&str; 5] = ["nginx", "caddy", "apache2-bin", "libapr1", "libaprutil1"];

/// Unpacks web servers below `target/`, for the test of their configurations, without installing or starting them. Where
/// that is not possible the test says which of them it could not try.
pub(crate) fn web_servers() -> Result<()> {
    let folder = at("target/servers");
    if folder.is_dir() || find(&["apt-get"]).is_none() || find(&["dpkg"]).is_none() {
        return Ok(());
    }
    let packages = at("target/servers.new/packages");
    fs::create_dir_all(&packages).map_err(|error| format!("cannot make {}: {error}", packages.display()))?;
    for package in WEB_SERVERS {
        // One that cannot be had leaves the others to be tried.
        let _ = run(command("apt-get", &["download", "-q", package]).current_dir(&packages));
    }
    let entries = fs::read_dir(&packages).map_err(|error| error.to_string())?;
    for file in entries.flatten().map(|entry| entry.path()) {
        run(command("dpkg", &["-x"]).arg(file).arg(at("target/servers.new")))?;
    }
    fs::rename(at("target/servers.new"), folder).map_err(|error| error.to_string())
}

fn installed_chromium() -> Option<(PathBuf, PathBuf)> {
    let named = |variable: &str| {
        std::env::var_os(variable)
            .map(PathBuf::from)
            .filter(|path| path.is_file())
    };
    let browser = named("CHROMIUM").or_else(|| find(&["chromium", "chromium-browser", "google-chrome"]))?;
    let driver = named("CHROMEDRIVER").or_else(|| find(&["chromedriver"]))?;
    Some((browser, driver))
}
