//! `reproduce`: the same sources give the same bytes, wherever they lie.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::hash::hex;
use crate::run::{at, command, read, run};

/// Folders that differ in name and depth, as machines do.
const FOLDERS: [&str; 2] = ["target/reproduce/a", "target/reproduce/somewhere/else"];

/// Builds the committed sources in two folders and compares what they ship; with `--shipped` in one, against `pkg/`.
pub(crate) fn reproduce(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (first, second) = match words.as_slice() {
        [] => (built(FOLDERS[0])?, built(FOLDERS[1])?),
        ["--shipped"] => (committed(FOLDERS[0])?.join("pkg"), built(FOLDERS[1])?),
        _ => return Err("reproduce knows no argument but --shipped".into()),
    };
    let (first, second) = (sums(&first)?, sums(&second)?);
    let differing = differences(&first, &second);
    if !differing.is_empty() {
        return Err(format!("these files of two builds differ: {}", differing.join(", ")));
    }
    for (name, sum) in &first {
        println!("{sum}  {name}");
    }
    println!("{} files, the same in both", first.len());
    Ok(())
}

/// The committed sources in a folder of their own.
fn committed(folder: &str) -> Result<PathBuf> {
    let path = at(folder);
    if path.exists() {
        fs::remove_dir_all(&path).map_err(|error| format!("cannot empty {}: {error}", path.display()))?;
    }
    let clone = ["clone", "--quiet", "--no-hardlinks", "."];
    run(command("git", &clone).arg(&path))?;
    Ok(path)
}

/// `pkg/` of a build from nothing.
fn built(folder: &str) -> Result<PathBuf> {
    let path = committed(folder)?;
    let mut cargo = command("cargo", &["xtask", "dist"]);
    run(cargo
        .current_dir(&path)
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("CARGO_MANIFEST_DIR"))?;
    Ok(path.join("pkg"))
}

/// Every file of a folder with its SHA-256.
fn sums(folder: &Path) -> Result<BTreeMap<String, String>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    entries
        .flatten()
        .map(|entry| {
            Ok((
                entry.file_name().to_string_lossy().into_owned(),
                hex(&read(&entry.path())?),
            ))
        })
        .collect()
}

/// Names of files that one of them lacks or has otherwise.
fn differences(first: &BTreeMap<String, String>, second: &BTreeMap<String, String>) -> Vec<String> {
    let names = first
        .keys()
        .chain(second.keys().filter(|name| !first.contains_key(*name)));
    names
        .filter(|name| first.get(*name) != second.get(*name))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named() {
        let files = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
            pairs
                .iter()
                .map(|(name, sum)| ((*name).to_owned(), (*sum).to_owned()))
                .collect()
        };
        let first = files(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!(differences(&first, &first), Vec::<String>::new());
        assert_eq!(
            differences(&first, &files(&[("a", "1"), ("b", "0"), ("d", "4")])),
            ["b", "c", "d"]
        );
    }
}
