//! `dist`: what is shipped, in `pkg/`.

use std::fs;

use crate::Result;
use crate::hash::hex;
use crate::run::{at, read, read_text, write};
use crate::wasm::{self, MODULES, Profile};

/// Files copied as they are.
const COPIED: [(&str, &str); 4] = [
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("www/engine/types.ts", "types.d.ts"),
    ("README.md", "README.md"),
];

/// Writes `pkg/` anew.
pub(crate) fn dist() -> Result<()> {
    let packed = crate::pack::build(Profile::Release)?;
    let pkg = at("pkg");
    if pkg.exists() {
        fs::remove_dir_all(&pkg).map_err(|error| format!("cannot empty {}: {error}", pkg.display()))?;
    }
    for module in &MODULES {
        wasm::bind(module, "web", &pkg)?;
    }
    for (from, to) in COPIED {
        write(&pkg.join(to), &read(&at(from))?)?;
    }
    write(&pkg.join("package.json"), package_json()?.as_bytes())?;
    write(&pkg.join("rosterwell.html"), packed.html.as_bytes())?;
    let sums = sums()?;
    write(&pkg.join("SHA256SUMS"), sums.as_bytes())?;
    print!("{sums}");
    Ok(())
}

/// The version of the crate.
pub(crate) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

fn package_json() -> Result<String> {
    let package = serde_json::json!({
        "name": "rosterwell",
        "version": version(),
        "description": "Plans sessions, visits and staffing for health-recovery care, in the browser",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": "core.js",
        "types": "core.d.ts",
        "exports": {
            ".": { "types": "./core.d.ts", "default": "./core.js" },
            "./core.wasm": "./core_bg.wasm",
            "./workbook": { "types": "./workbook.d.ts", "default": "./workbook.js" },
            "./workbook.wasm": "./workbook_bg.wasm",
            "./types": { "types": "./types.d.ts" },
            "./single.html": "./rosterwell.html",
        },
        "sideEffects": false,
    });
    serde_json::to_string_pretty(&package)
        .map(|text| text + "\n")
        .map_err(|error| error.to_string())
}

/// One line per file of `pkg/`, by name, as `sha256sum` writes it.
fn sums() -> Result<String> {
    let pkg = at("pkg");
    let entries = fs::read_dir(&pkg).map_err(|error| format!("cannot read {}: {error}", pkg.display()))?;
    let mut names: Vec<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name != "SHA256SUMS" && name != ".gitignore")
        .collect();
    names.sort();
    let mut lines = String::new();
    for name in names {
        lines.push_str(&format!("{}  {name}\n", hex(&read(&pkg.join(&name))?)));
    }
    Ok(lines)
}

/// True if `pkg/` holds a build of this very version and its sums are right; an error says what is not.
pub(crate) fn verify() -> Result<()> {
    let pkg = at("pkg");
    if !pkg.join("SHA256SUMS").exists() {
        return Ok(());
    }
    let package = read_text(&pkg.join("package.json"))?;
    let shipped: serde_json::Value = serde_json::from_str(&package).map_err(|error| error.to_string())?;
    if shipped["version"] != version() {
        return Err(format!(
            "pkg/ is of version {}, the crate of {}: run `cargo xtask dist`",
            shipped["version"],
            version()
        ));
    }
    if read_text(&pkg.join("SHA256SUMS"))? != sums()? {
        return Err("pkg/SHA256SUMS does not fit the files in pkg/: run `cargo xtask dist`".into());
    }
    Ok(())
}
