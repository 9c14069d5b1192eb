//! The page's tests: units in Node, and the packed page in a real Chromium.

use crate::Result;
use crate::pack::build;
use crate::run::{at, cargo, command, listen, run};
use crate::setup;
use crate::test::{Count, Tally};

/// Runs everything that concerns the page.
pub(crate) fn test(tally: &mut Tally) -> Result<()> {
    let (chromium, _) = setup::chromium()?;
    let packed = build(tally.profile)?;
    // The package as it would be shipped, and in the middle of it the modules for Node.
    crate::package::write_into(&at(crate::dist::TRIAL), &packed)?;
    // With the features of the native tests, which have built it already.
    run(&mut cargo(&[
        "build",
        "--quiet",
        "--locked",
        "--features",
        "schema",
        "--bin",
        "rosterwell",
    ]))?;
    setup::web_servers()?;
    let heard = listen(command("npm", &["test", "--silent"]).current_dir(at("www")))?;
    tally.heard(Count::Page, &heard, node_counts(&heard.text));
    let mut files: Vec<String> = std::fs::read_dir(at("tests/page"))
        .map_err(|error| format!("cannot read tests/page: {error}"))?
        .flatten()
        .map(|entry| entry.path().display().to_string())
        .filter(|path| path.ends_with(".test.mjs"))
        .collect();
    files.sort();
    let heard = listen(
        command("node", &["--test", "--test-reporter=spec", "--test-concurrency=2"])
            .args(files)
            .env("CHROMIUM", chromium),
    )?;
    tally.heard(Count::Browser, &heard, node_counts(&heard.text));
    Ok(())
}

/// Passed and failed tests in the closing lines of Node's test runner.
pub(crate) fn node_counts(heard: &str) -> (usize, usize) {
    let number = |what: &str| -> usize {
        heard
            .lines()
            .filter_map(|line| {
                line.trim_start_matches(|c: char| !c.is_ascii_alphabetic())
                    .strip_prefix(what)
            })
            .filter_map(|rest| rest.trim().parse::<usize>().ok())
            .sum()
    };
    (number("pass "), number("fail ") + number("cancelled "))
}

#[cfg(test)]
mod tests {
    #[test]
    fn closing_lines_are_read() {
        assert_eq!(
            super::node_counts("✔ pass the salt (1ms)\nℹ tests 5\nℹ pass 4\nℹ fail 1\n# cancelled 0\n"),
            (4, 1)
        );
    }
}
