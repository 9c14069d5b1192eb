//! `dist`: what is shipped, in `pkg/`.

use std::fs;
use std::path::Path;

use crate::Result;
use crate::hash::hex;
use crate::run::{at, read, read_text, write};
use crate::wasm::Profile;

/// Where the tests of the page find the package.
pub(crate) const TRIAL: &str = "target/page/package";

/// Writes `pkg/` anew; with `--dev` only [`TRIAL`], built sooner.
pub(crate) fn dist(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => shipped(),
        [option] if option == "--dev" => crate::package::write_into(&at(TRIAL), &crate::pack::build(Profile::Dev)?),
        _ => Err("dist knows no argument but --dev".into()),
    }
}

fn shipped() -> Result<()> {
    let packed = crate::pack::build(Profile::Release)?;
    let pkg = at("pkg");
    if pkg.exists() {
        fs::remove_dir_all(&pkg).map_err(|error| format!("cannot empty {}: {error}", pkg.display()))?;
    }
    crate::package::write_into(&pkg, &packed)?;
    write(&pkg.join("rosterwell.cdx.json"), crate::audit::sbom()?.as_bytes())?;
    let sums = sums(&pkg)?;
    write(&pkg.join("SHA256SUMS"), sums.as_bytes())?;
    print!("{sums}");
    Ok(())
}

/// The version of the crate.
pub(crate) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// One line per file of a folder, by name, as `sha256sum` writes it.
fn sums(pkg: &Path) -> Result<String> {
    let entries = fs::read_dir(pkg).map_err(|error| format!("cannot read {}: {error}", pkg.display()))?;
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

/// Checks that `pkg/`, if there is one, holds a build of this very version and that its sums are right.
pub(crate) fn verify() -> Result<()> {
    verify_folder(&at("pkg"))
}

fn verify_folder(pkg: &Path) -> Result<()> {
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
    if read_text(&pkg.join("SHA256SUMS"))? != sums(pkg)? {
        return Err("pkg/SHA256SUMS does not fit the files in pkg/: run `cargo xtask dist`".into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_was_changed_is_found_out() {
        let pkg = std::env::temp_dir().join(format!("rosterwell-pkg-{}", std::process::id()));
        write(
            &pkg.join("package.json"),
            crate::package::manifest().unwrap().as_bytes(),
        )
        .unwrap();
        write(&pkg.join("a.txt"), b"abc").unwrap();
        assert_eq!(verify_folder(&pkg), Ok(()), "without sums nothing is claimed");
        let sums = sums(&pkg).unwrap();
        // SHA-256 of "abc", FIPS 180-2, appendix B.1.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n";
        assert!(sums.starts_with(abc) && sums.ends_with("  package.json\n"), "{sums}");
        write(&pkg.join("SHA256SUMS"), sums.as_bytes()).unwrap();
        assert_eq!(verify_folder(&pkg), Ok(()));
        write(&pkg.join("a.txt"), b"abd").unwrap();
        assert!(verify_folder(&pkg).unwrap_err().contains("SHA256SUMS"));
        write(&pkg.join("package.json"), b"{\"version\": \"0.0.0\"}").unwrap();
        assert!(verify_folder(&pkg).unwrap_err().contains("version"));
        fs::remove_dir_all(&pkg).unwrap();
    }
}
