//! `audit`: what the lock files may contain. The lists to compare with are kept in `xtask/audit`, so that a check needs no
//! network; `--update` renews them, and refuses what is too young.

mod advisories;
mod licences;
mod packages;
mod published;
mod sbom;

pub(crate) use sbom::sbom;

use crate::Result;
use packages::Package;

/// What nothing here may depend on, and why.
const BANNED: [(&str, &str); 8] = [
    ("openssl", "nothing here speaks TLS"),
    ("openssl-sys", "nothing here speaks TLS"),
    ("native-tls", "nothing here speaks TLS"),
    ("rustls", "nothing here speaks TLS"),
    ("ring", "nothing here speaks TLS"),
    ("reqwest", "nothing here asks a network for anything"),
    ("hyper", "nothing here asks a network for anything"),
    ("curl", "nothing here asks a network for anything"),
];

/// What the page and its modules may not contain, while tools may.
const BANNED_IN_THE_PAGE: [(&str, &str); 6] = [
    ("ureq", "asks a network"),
    ("tiny_http", "answers a network"),
    ("rouille", "answers a network"),
    ("tokio", "threads and sockets"),
    ("mio", "sockets"),
    ("socket2", "sockets"),
];

/// Packages of the page that come in more than one version, and why that is borne.
const TWICE_IN_THE_PAGE: [(&str, &str); 0] = [];

/// Checks everything, or renews the lists.
pub(crate) fn audit(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => check(),
        ["--update"] => published::update(&packages::all()?),
        ["--advisories", folder] => advisories::update(folder),
        _ => {
            Err("audit knows no argument but --update and --advisories FOLDER (a copy of RustSec's advisory-db)".into())
        }
    }
}

/// The whole policy; every finding at once.
pub(crate) fn check() -> Result<()> {
    let packages = packages::all()?;
    let mut wrong = Vec::new();
    wrong.extend(packages.iter().filter_map(licences::finding));
    wrong.extend(packages.iter().filter_map(banned));
    wrong.extend(
        packages
            .iter()
            .filter(|package| package.script)
            .map(|package| format!("{}: it wants to run a script when it is installed", package.title())),
    );
    wrong.extend(twice(&packages));
    let advisories = advisories::List::read()?;
    wrong.extend(advisories.findings(&packages));
    wrong.extend(published::findings(&packages)?);
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    let shipped = packages.iter().filter(|package| package.shipped).count();
    println!(
        "{} packages, {shipped} of them in the page: licences, bans, scripts, age and {} advisories of {} are fine",
        packages.len(),
        advisories.len(),
        advisories.date
    );
    Ok(())
}

fn banned(package: &Package) -> Option<String> {
    let in_the_page = BANNED_IN_THE_PAGE.iter().filter(|_| package.shipped);
    let (_, why) = BANNED
        .iter()
        .chain(in_the_page)
        .find(|(name, _)| *name == package.name)?;
    Some(format!("{}: banned, as it {why}", package.title()).replace("as it nothing", "as nothing"))
}

/// Names that the page has in several versions.
fn twice(packages: &[Package]) -> Vec<String> {
    let shipped: Vec<&Package> = packages.iter().filter(|package| package.shipped).collect();
    let mut wrong = Vec::new();
    for (idx, package) in shipped.iter().enumerate() {
        let other = shipped.iter().skip(idx + 1).find(|other| {
            other.ecosystem == package.ecosystem && other.name == package.name && other.version != package.version
        });
        let Some(other) = other else { continue };
        if TWICE_IN_THE_PAGE.iter().all(|(name, _)| *name != package.name) {
            wrong.push(format!("{}: the page has {} too", package.title(), other.version));
        }
    }
    wrong
}

#[cfg(test)]
pub(crate) fn package(name: &str, version: &str) -> Package {
    Package {
        ecosystem: packages::Ecosystem::Cargo,
        name: name.into(),
        version: version.into(),
        licence: "MIT".into(),
        digest: None,
        script: false,
        shipped: true,
        own: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bans_and_pairs_are_found() {
        let tool = Package {
            shipped: false,
            ..package("ureq", "3.0.0")
        };
        assert_eq!(banned(&tool), None);
        assert!(banned(&package("ureq", "3.0.0")).is_some());
        assert!(
            banned(&Package {
                shipped: false,
                ..package("openssl", "0.10.0")
            })
            .is_some()
        );
        assert_eq!(
            twice(&[package("a", "1.0.0"), package("b", "1.0.0")]),
            Vec::<String>::new()
        );
        assert_eq!(twice(&[package("a", "1.0.0"), package("a", "2.0.0")]).len(), 1);
    }
}
