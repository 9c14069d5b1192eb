//! What the lock files name: every package of both ecosystems, and which of them end up in the page.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::Result;
use crate::hash::sha512_of_integrity;
use crate::run::{ask, at, read_text};
use crate::setup::WASM;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Ecosystem {
    /// crates.io.
    Cargo,
    /// The npm registry.
    Npm,
}

impl Ecosystem {
    /// As package URLs call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Cargo => "cargo",
            Self::Npm => "npm",
        }
    }
}

/// One locked version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Package {
    pub ecosystem: Ecosystem,
    pub name: String,
    pub version: String,
    /// An SPDX expression; empty if none is stated.
    pub licence: String,
    /// Algorithm and hexadecimal digest of what was downloaded.
    pub digest: Option<(&'static str, String)>,
    /// Whether it wants to run something when it is installed.
    pub script: bool,
    /// Whether its code is in the page or its modules.
    pub shipped: bool,
    /// Whether it is part of this repository.
    pub own: bool,
}

impl Package {
    /// For messages.
    pub(crate) fn title(&self) -> String {
        format!("{} {} {}", self.ecosystem.name(), self.name, self.version)
    }
}

/// Every package that a lock file names, in order; those of this repository are left out.
pub(crate) fn all() -> Result<Vec<Package>> {
    let mut packages = crates()?;
    packages.extend(modules()?);
    packages.retain(|package| !package.own);
    packages.sort_by(|a, b| (a.ecosystem, &a.name, &a.version).cmp(&(b.ecosystem, &b.name, &b.version)));
    Ok(packages)
}

fn metadata(more: &[&str]) -> Result<Value> {
    let arguments = [&["metadata", "--format-version", "1", "--locked"], more].concat();
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let text = ask(&cargo, &arguments).ok_or("`cargo metadata --locked` failed: does Cargo.lock fit Cargo.toml?")?;
    serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn crates() -> Result<Vec<Package>> {
    let sums = checksums(&read_text(&at("Cargo.lock"))?);
    let everything = metadata(&[])?;
    let shipped = in_the_modules(&metadata(&["--filter-platform", WASM])?);
    Ok(list(&everything, "packages")
        .iter()
        .map(|package| {
            let (name, version) = (text(package, "name"), text(package, "version"));
            Package {
                ecosystem: Ecosystem::Cargo,
                licence: text(package, "license"),
                digest: sums
                    .get(&(name.clone(), version.clone()))
                    .map(|sum| ("SHA-256", sum.clone())),
                script: false,
                shipped: shipped.contains(&text(package, "id")),
                own: package.get("source").is_none_or(Value::is_null),
                name,
                version,
            }
        })
        .collect())
}

/// Ids of what is linked into the modules: what the crate depends on for its target, without what runs while it is built.
fn in_the_modules(metadata: &Value) -> BTreeSet<String> {
    let runs_in_the_compiler: BTreeSet<String> = list(metadata, "packages")
        .iter()
        .filter(|package| {
            list(package, "targets")
                .iter()
                .any(|target| list(target, "kind").iter().any(|kind| kind == "proc-macro"))
        })
        .map(|package| text(package, "id"))
        .collect();
    let nodes: BTreeMap<String, &Value> = metadata
        .get("resolve")
        .map_or(&[][..], |resolve| list(resolve, "nodes"))
        .iter()
        .map(|node| (text(node, "id"), node))
        .collect();
    let root = list(metadata, "packages")
        .iter()
        .find(|package| text(package, "name") == "rosterwell");
    let mut waiting: Vec<String> = root.map(|package| text(package, "id")).into_iter().collect();
    let mut found = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if runs_in_the_compiler.contains(&id) || !found.insert(id.clone()) {
            continue;
        }
        for dependency in nodes.get(&id).map_or(&[][..], |node| list(node, "deps")) {
            let normal = list(dependency, "dep_kinds")
                .iter()
                .any(|kind| kind.get("kind").is_some_and(Value::is_null));
            if normal {
                waiting.push(text(dependency, "pkg"));
            }
        }
    }
    found
}

/// Name and version of every block of Cargo's lock file that has a checksum.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    lock.split("[[package]]")
        .filter_map(|block| {
            let value = |key: &str| {
                block
                    .lines()
                    .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'))
            };
            Some((
                (value("name")?.to_owned(), value("version")?.to_owned()),
                value("checksum")?.to_owned(),
            ))
        })
        .collect()
}

fn modules() -> Result<Vec<Package>> {
    let lock = read_text(&at("www/package-lock.json"))?;
    let lock: Value = serde_json::from_str(&lock).map_err(|error| format!("www/package-lock.json: {error}"))?;
    let flag = |package: &Value, key: &str| package.get(key) == Some(&Value::Bool(true));
    let packages = lock.get("packages").and_then(Value::as_object);
    Ok(packages
        .into_iter()
        .flatten()
        .filter_map(|(place, package)| {
            let (_, name) = place.rsplit_once("node_modules/")?;
            Some(Package {
                ecosystem: Ecosystem::Npm,
                name: name.to_owned(),
                version: text(package, "version"),
                licence: text(package, "license"),
                digest: sha512_of_integrity(&text(package, "integrity")).map(|sum| ("SHA-512", sum)),
                script: flag(package, "hasInstallScript"),
                // Types say nothing at run time.
                shipped: !flag(package, "dev") && !name.starts_with("@types/"),
                own: false,
            })
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_linked_is_told_from_what_builds() {
        let metadata = serde_json::json!({
            "packages": [
                { "name": "rosterwell", "id": "r", "targets": [{ "kind": ["cdylib"] }] },
                { "name": "serde", "id": "s", "targets": [{ "kind": ["lib"] }] },
                { "name": "serde_derive", "id": "d", "targets": [{ "kind": ["proc-macro"] }] },
                { "name": "syn", "id": "y", "targets": [{ "kind": ["lib"] }] },
                { "name": "proptest", "id": "p", "targets": [{ "kind": ["lib"] }] },
            ],
            "resolve": { "nodes": [
                { "id": "r", "deps": [
                    { "pkg": "s", "dep_kinds": [{ "kind": null }] },
                    { "pkg": "p", "dep_kinds": [{ "kind": "dev" }] },
                ] },
                { "id": "s", "deps": [{ "pkg": "d", "dep_kinds": [{ "kind": null }] }] },
                { "id": "d", "deps": [{ "pkg": "y", "dep_kinds": [{ "kind": null }] }] },
            ] },
        });
        assert_eq!(in_the_modules(&metadata).into_iter().collect::<Vec<_>>(), ["r", "s"]);
    }

    #[test]
    fn checksums_are_read() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"ff\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";
        let sums = checksums(lock);
        assert_eq!(sums.len(), 1);
        assert_eq!(sums[&("a".to_owned(), "1.0.0".to_owned())], "ff");
    }
}
