//! Which licences may be depended on.

use super::packages::Package;

/// Licences that ask for no more than a notice, so that they go with MIT or Apache-2.0. SPDX names.
const FINE: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Fine for tools, which are not handed on: files under the first stay under it; the second, of libFuzzer, asks for a notice.
const FINE_FOR_TOOLS: [&str; 2] = ["MPL-2.0", "NCSA"];

/// What is wrong with the licence of a package.
pub(super) fn finding(package: &Package) -> Option<String> {
    let fine = |name: &str| FINE.contains(&name) || (!package.shipped && FINE_FOR_TOOLS.contains(&name));
    (!allows(&package.licence, fine)).then(|| format!("{}: the licence `{}`", package.title(), package.licence))
}

/// Whether an SPDX expression can be met with fine licences alone. A slash is the old way to write OR.
fn allows(expression: &str, fine: impl Fn(&str) -> bool + Copy) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let value = any(&mut rest, fine);
    value == Some(true) && rest.is_empty()
}

/// `all (OR all)*`; `None` if it is no expression.
fn any(rest: &mut &[&str], fine: impl Fn(&str) -> bool + Copy) -> Option<bool> {
    let mut value = all(rest, fine)?;
    while let ["OR", tail @ ..] = *rest {
        *rest = tail;
        value |= all(rest, fine)?;
    }
    Some(value)
}

/// `one (AND one)*`.
fn all(rest: &mut &[&str], fine: impl Fn(&str) -> bool + Copy) -> Option<bool> {
    let mut value = one(rest, fine)?;
    while let ["AND", tail @ ..] = *rest {
        *rest = tail;
        value &= one(rest, fine)?;
    }
    Some(value)
}

/// A name, a name WITH an exception, or an expression in parentheses.
fn one(rest: &mut &[&str], fine: impl Fn(&str) -> bool + Copy) -> Option<bool> {
    match *rest {
        ["(", tail @ ..] => {
            *rest = tail;
            let value = any(rest, fine)?;
            let [")", tail @ ..] = *rest else { return None };
            *rest = tail;
            Some(value)
        }
        [name, "WITH", exception, tail @ ..] => {
            *rest = tail;
            Some(fine(&format!("{name} WITH {exception}")))
        }
        [name, tail @ ..] if !matches!(*name, "OR" | "AND" | "WITH" | ")") => {
            *rest = tail;
            Some(fine(name))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_read() {
        for (expression, expected) in [
            ("MIT", true),
            ("MIT/Apache-2.0", true),
            ("GPL-3.0", false),
            ("GPL-3.0 OR MIT", true),
            ("GPL-3.0 AND MIT", false),
            ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
            ("MIT OR (GPL-3.0 AND", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("Apache-2.0 WITH something-else", false),
            ("MPL-2.0", false),
            ("", false),
            ("MIT MIT", false),
        ] {
            assert_eq!(
                allows(expression, |name| FINE.contains(&name)),
                expected,
                "{expression}"
            );
        }
    }

    #[test]
    fn tools_may_have_more() {
        let mut package = super::super::package("lightningcss", "1.0.0");
        package.licence = "MPL-2.0".into();
        assert!(finding(&package).is_some());
        package.shipped = false;
        assert_eq!(finding(&package), None);
    }
}
