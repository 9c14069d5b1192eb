//! The layer rule of ARCHITECTURE.md, read from the sources: a layer may use what lies below it, never what lies above
//! or beside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Top first. Folders in one row do not use each other; `error` and the other bottom modules may.
const LAYERS: &[&[&str]] = &[
    &["wasm", "bin"],
    &["api"],
    &["scenario", "sample", "simulator", "pilot", "disclosure"],
    &[
        "optimizer",
        "kpi",
        "attendance",
        "forecast",
        "predict",
        "triage",
        "import",
        "export",
        "vault",
        "audit",
        "quality",
        "reconcile",
    ],
    &["model"],
    &["stats", "order", "rng", "error"],
];

/// Where the crates begin: they show each other's modules.
const CRATE_ROOTS: &[&str] = &["lib.rs", "base.rs", "optimizer/lib.rs"];

/// What the crate's root re-exports from `error`.
const FROM_ERROR: &[&str] = &["Error", "Issue", "Result", "Severity"];

fn level(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// Rust files below a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The modules of the crate that a text names, as `crate::x`, `rosterwell::x` or in braces after either.
fn used_modules(text: &str) -> BTreeSet<String> {
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut used = BTreeSet::new();
    for root in ["crate::", "rosterwell::"] {
        for (at, _) in code.match_indices(root) {
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
                continue;
            }
            used.extend(first_names(&code[at + root.len()..]));
        }
    }
    used
}

/// `a::b` gives `a`; `{a::b, c}` gives `a` and `c`.
fn first_names(text: &str) -> Vec<String> {
    let name = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let Some(inside) = text.strip_prefix('{') else {
        return vec![name(text)];
    };
    let (mut names, mut depth, mut begins) = (Vec::new(), 0, true);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            c if begins && !c.is_whitespace() => {
                names.push(name(&inside[at..]));
                begins = false;
            }
            _ => {}
        }
    }
    names
}

/// Arrows that go up or sideways, as `file -> module`.
fn wrong_arrows(file: &str, module: &str, text: &str) -> Vec<String> {
    let Some(own) = level(module) else {
        return vec![format!("{file}: `{module}` has no layer in tests/suite/layers.rs")];
    };
    let bottom = own == LAYERS.len() - 1;
    used_modules(text)
        .into_iter()
        .map(|used| {
            if FROM_ERROR.contains(&used.as_str()) {
                "error".into()
            } else {
                used
            }
        })
        .filter(|used| used != module)
        .filter(|used| match level(used) {
            Some(other) => other < own || (other == own && !bottom),
            None => true,
        })
        .map(|used| format!("{file}: `{module}` must not use `{used}`"))
        .collect()
}

#[test]
fn no_arrow_goes_against_the_layers() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 10, "the sources were not found");
    let mut wrong = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        let module = inside.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        if !CRATE_ROOTS.contains(&inside.as_str()) {
            wrong.extend(wrong_arrows(&inside, &module, &fs::read_to_string(&file).unwrap()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_checker_shares_no_code_with_the_search() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src.join("optimizer"), &mut files);
    // The advisor asks the checker what a place would break; it takes no part in the search.
    files.retain(|file| !file.ends_with("advisor.rs"));
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        assert!(!code.contains("model::check"), "{} uses the checker", file.display());
    }
}

#[test]
fn the_reader_sees_arrows() {
    for (module, text, arrows) in [
        ("model", "use crate::rng::Rng;", 0),
        ("model", "use crate::optimizer::Solver;", 1),
        (
            "kpi",
            "use crate::{error::Error, model::{Plan, Problem}, optimizer};",
            1,
        ),
        ("kpi", "let plan = crate::export::csv(x);", 1),
        ("rng", "use crate::error::Result;", 0),
        ("rng", "use crate::{Error, Issue};", 0),
        ("bin", "use rosterwell::api::{self, Desk};", 0),
        ("bin", "use rosterwell::wasm::Planner;", 1),
        ("model", "// crate::api is above", 0),
        ("novel", "", 1),
    ] {
        assert_eq!(wrong_arrows("x.rs", module, text).len(), arrows, "{module}: {text}");
    }
}
