//! When each locked version was published, and that nothing is used before it was out for a week: most poisoned releases
//! are found and withdrawn within days.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::packages::{Ecosystem, Package};
use crate::Result;
use crate::run::{ask, at, command, read, read_text, write};

/// Days between publishing and use. Our choice.
const COOL_DOWN_DAYS: i64 = 7;

/// Where the dates are kept. Lines: ecosystem, name, version, day of publishing, day of first use here, with tabs between.
const FILE: &str = "xtask/audit/published.tsv";

const HEADER: &str = "# Made by `cargo xtask audit --update` of the dates that the registries give: ecosystem, name, version, published, first used here";

type Key = (String, String, String);
type Days = (String, String);

/// Locked versions whose date is not known, or that were too young when they came.
pub(super) fn findings(packages: &[Package]) -> Result<Vec<String>> {
    let known = parse(&read_text(&at(FILE))?);
    Ok(packages
        .iter()
        .filter_map(|package| match known.get(&key(package)) {
            None => Some(format!(
                "{}: its date is not in {FILE}: run `cargo xtask audit --update`",
                package.title()
            )),
            Some((published, used)) => too_young(published, used)
                .then(|| format!("{}: published on {published}, used on {used}", package.title())),
        })
        .collect())
}

/// Adds the dates of versions that are new, from the registries, and drops those that are not locked any more.
pub(super) fn update(packages: &[Package]) -> Result<()> {
    let known = read_text(&at(FILE)).map(|text| parse(&text)).unwrap_or_default();
    let today = ask("date", &["-u", "+%F"])
        .ok_or("`date` gave no date")?
        .trim()
        .to_owned();
    let (mut rows, mut wrong) = (Vec::new(), Vec::new());
    for package in packages {
        let days = match known.get(&key(package)) {
            Some(days) => days.clone(),
            None => (published(package)?, today.clone()),
        };
        if too_young(&days.0, &days.1) {
            wrong.push(format!(
                "{}: published on {}, less than {COOL_DOWN_DAYS} days ago: lock an older one",
                package.title(),
                days.0
            ));
        }
        rows.push(
            [
                package.ecosystem.name(),
                &package.name,
                &package.version,
                &days.0,
                &days.1,
            ]
            .join("\t"),
        );
    }
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    write(&at(FILE), format!("{HEADER}\n{}\n", rows.join("\n")).as_bytes())
}

fn key(package: &Package) -> Key {
    (
        package.ecosystem.name().to_owned(),
        package.name.clone(),
        package.version.clone(),
    )
}

fn parse(text: &str) -> BTreeMap<Key, Days> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let [ecosystem, name, version, published, used] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
            let own = str::to_owned;
            Some(((own(ecosystem), own(name), own(version)), (own(published), own(used))))
        })
        .collect()
}

fn too_young(published: &str, used: &str) -> bool {
    match (day_number(published), day_number(used)) {
        (Some(published), Some(used)) => used - published < COOL_DOWN_DAYS,
        _ => true,
    }
}

/// Days since the first of March of the year 0; a date of the Gregorian calendar as `2026-11-23`.
fn day_number(date: &str) -> Option<i64> {
    let [year, month, day] = date
        .split('-')
        .map(|part| part.parse::<i64>().ok())
        .collect::<Option<Vec<_>>>()?
        .try_into()
        .ok()?;
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    Some(year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1)
}

/// The day on which a registry says that a version was published.
fn published(package: &Package) -> Result<String> {
    let found = match package.ecosystem {
        Ecosystem::Cargo => in_the_index(package),
        Ecosystem::Npm => at_npm(package),
    };
    found
        .and_then(|time| time.get(..10).map(str::to_owned))
        .ok_or_else(|| format!("{}: the registry gives no date", package.title()))
}

/// `pubtime` of a version in cargo's own copy of the registry's index, which holds every crate that was ever locked here.
fn in_the_index(package: &Package) -> Option<String> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))?;
    let registries = std::fs::read_dir(home.join("registry/index")).ok()?;
    registries.flatten().find_map(|registry| {
        let file = registry.path().join(".cache").join(place_in_the_index(&package.name));
        let bytes = read(Path::new(&file)).ok()?;
        // Versions and their entries, with zero bytes between.
        bytes.split(|byte| *byte == 0).find_map(|piece| {
            let entry: Value = serde_json::from_slice(piece).ok()?;
            (entry.get("vers")? == package.version.as_str())
                .then(|| entry.get("pubtime")?.as_str().map(str::to_owned))?
        })
    })
}

/// Where an index keeps a crate: by the length of its name and its first letters.
fn place_in_the_index(name: &str) -> String {
    let name = name.to_lowercase();
    match name.len() {
        1 | 2 => format!("{}/{name}", name.len()),
        3 => format!("3/{}/{name}", &name[..1]),
        _ => format!("{}/{}/{name}", &name[..2], &name[2..4]),
    }
}

fn at_npm(package: &Package) -> Option<String> {
    let output = command("npm", &["view", &package.name, "time", "--json"])
        .current_dir(at("www"))
        .output()
        .ok()?;
    let times: Value = serde_json::from_slice(&output.stdout).ok()?;
    times.get(&package.version)?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_seven_days_over_every_border() {
        for (published, used, young) in [
            ("2026-11-16", "2026-11-23", false),
            ("2026-11-17", "2026-11-23", true),
            ("2025-12-29", "2026-01-04", true),
            ("2024-02-23", "2024-03-01", false),
            ("2023-02-23", "2023-03-01", true),
            ("2026-11-23", "2026-11-01", true),
            ("yesterday", "2026-11-23", true),
        ] {
            assert_eq!(too_young(published, used), young, "{published} {used}");
        }
    }

    #[test]
    fn the_index_has_a_place_for_every_name() {
        for (name, place) in [
            ("a", "1/a"),
            ("io", "2/io"),
            ("csv", "3/c/csv"),
            ("Serde", "se/rd/serde"),
        ] {
            assert_eq!(place_in_the_index(name), place);
        }
    }

    #[test]
    fn lines_are_read() {
        let known = parse("# head\ncargo\ta\t1.0.0\t2026-01-01\t2026-02-01\nbroken\n");
        let key = ("cargo".to_owned(), "a".to_owned(), "1.0.0".to_owned());
        assert_eq!(known.len(), 1);
        assert_eq!(known[&key], ("2026-01-01".to_owned(), "2026-02-01".to_owned()));
    }
}
