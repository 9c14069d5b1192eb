//! Known faults of crates: a pinned extract of RustSec's advisory database, so that the same sources give the same answer.
//! What was found after its date is not in it.

use std::path::{Path, PathBuf};

use semver::{Version, VersionReq};

use super::packages::{Ecosystem, Package};
use crate::Result;
use crate::run::{ask, at, read_text, write};

/// Where the extract lies. Lines: advisory, crate, and requirements on versions that are not affected, with tabs between.
const FILE: &str = "xtask/audit/advisories.tsv";

/// Advisories that do not concern us, and why.
const ACCEPTED: [(&str, &str); 0] = [];

/// The extract.
pub(super) struct List {
    /// Day of the newest commit of the copy that it was made of.
    pub date: String,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    package: String,
    safe: Vec<VersionReq>,
}

impl List {
    pub(super) fn read() -> Result<Self> {
        Self::parse(&read_text(&at(FILE))?)
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    fn parse(text: &str) -> Result<Self> {
        let date = text
            .lines()
            .next()
            .and_then(|line| line.rsplit_once(" of "))
            .map(|(_, date)| date.to_owned())
            .ok_or_else(|| format!("{FILE}: the first line does not say of which day it is"))?;
        let rows = text.lines().filter(|line| !line.starts_with('#'));
        let rows: Result<Vec<Row>> = rows
            .map(|line| {
                let mut columns = line.split('\t').map(str::to_owned);
                let (Some(id), Some(package)) = (columns.next(), columns.next()) else {
                    return Err(format!("{FILE}: `{line}` has no crate"));
                };
                let safe =
                    columns.map(|text| VersionReq::parse(&text).map_err(|error| format!("{FILE}: {id}: {error}")));
                let safe = safe.collect::<Result<_>>()?;
                Ok(Row { id, package, safe })
            })
            .collect();
        Ok(Self { date, rows: rows? })
    }

    /// Every locked crate that an advisory concerns.
    pub(super) fn findings(&self, packages: &[Package]) -> Vec<String> {
        let mut wrong = Vec::new();
        for package in packages.iter().filter(|package| package.ecosystem == Ecosystem::Cargo) {
            let Ok(version) = Version::parse(&package.version) else {
                wrong.push(format!("{}: no version", package.title()));
                continue;
            };
            for row in self.rows.iter().filter(|row| row.package == package.name) {
                let safe = row.safe.iter().any(|requirement| requirement.matches(&version));
                if !safe && ACCEPTED.iter().all(|(id, _)| *id != row.id) {
                    wrong.push(format!(
                        "{}: {} (https://rustsec.org/advisories/{0})",
                        package.title(),
                        row.id
                    ));
                }
            }
        }
        wrong
    }
}

/// Makes the extract anew of a copy of the database: a git repository, with or without files beside it.
pub(super) fn update(folder: &str) -> Result<()> {
    let copy = Path::new(folder)
        .canonicalize()
        .map_err(|error| format!("{folder}: {error}"))?;
    let copy = if copy.join(".git").exists() {
        copy.join(".git")
    } else {
        copy
    };
    let place = format!("--git-dir={}", copy.display());
    let git = |more: &[&str]| {
        ask("git", &[&[place.as_str()], more].concat()).ok_or_else(|| format!("git cannot read {}", copy.display()))
    };
    let commit = git(&["log", "-1", "--format=%H of %cs"])?;
    let listed = git(&["ls-tree", "-r", "--name-only", "HEAD", "crates/"])?;
    let mut rows = Vec::new();
    for file in listed.lines().filter(|file| file.ends_with(".md")) {
        rows.extend(row(&git(&["show", &format!("HEAD:{file}")])?));
    }
    rows.sort();
    let text = format!(
        "# Made by `cargo xtask audit --advisories` of github.com/RustSec/advisory-db (facts; CC0-1.0 and CC-BY-4.0), {}\n{}\n",
        commit.trim(),
        rows.join("\n")
    );
    let checked = List::parse(&text)?;
    println!("{} advisories of {}", checked.len(), checked.date);
    let file: PathBuf = at(FILE);
    write(&file, text.as_bytes())
}

/// The line of one advisory; none for one that was withdrawn, or that only informs (unmaintained, a notice).
fn row(advisory: &str) -> Option<String> {
    let facts = advisory.split("```").nth(1)?;
    let word = |key: &str| {
        let line = facts
            .lines()
            .find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='))?;
        Some(line.trim().trim_matches('"').to_owned())
    };
    let informs = word("informational").is_some_and(|kind| kind != "unsound");
    if informs || word("withdrawn").is_some() {
        return None;
    }
    let mut columns = vec![word("id")?, word("package")?];
    for key in ["patched", "unaffected"] {
        let after = facts.lines().position(|line| {
            line.strip_prefix(key)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        });
        let lines: Vec<&str> = facts.lines().skip(after.unwrap_or(usize::MAX)).collect();
        let text = lines.join(" ");
        let inside = text
            .split_once('[')
            .and_then(|(_, rest)| rest.split_once(']'))
            .map_or("", |(inside, _)| inside);
        columns.extend(inside.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    Some(columns.join("\t"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::package;

    #[test]
    fn an_advisory_becomes_a_line() {
        let text = "```toml\n[advisory]\nid = \"X-1\"\npackage = \"a\"\n\n[versions]\npatched = [\">= 2.0.0\",\n  \"^1.5\"]\nunaffected = [\"< 1.0.0\"]\n```\n# Title\n";
        assert_eq!(row(text).unwrap(), "X-1\ta\t>= 2.0.0\t^1.5\t< 1.0.0");
        assert_eq!(
            row(&text.replace("[versions]", "informational = \"unmaintained\"\n[versions]")),
            None
        );
        assert!(row(&text.replace("[versions]", "informational = \"unsound\"\n[versions]")).is_some());
        assert_eq!(
            row(&text.replace("[versions]", "withdrawn = \"2024-01-01\"\n[versions]")),
            None
        );
    }

    #[test]
    fn affected_versions_are_found() {
        let list = List::parse("# copy, abc of 2025-01-02\nX-1\ta\t>= 2.0.0\t< 1.0.0\nX-2\tb\n").unwrap();
        assert_eq!((list.date.as_str(), list.len()), ("2025-01-02", 2));
        let found = |name, version| list.findings(&[package(name, version)]).len();
        assert_eq!(
            (
                found("a", "1.2.0"),
                found("a", "2.0.0"),
                found("a", "0.9.0"),
                found("b", "1.0.0"),
                found("c", "1.0.0")
            ),
            (1, 0, 0, 1, 0)
        );
    }
}
