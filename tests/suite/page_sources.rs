//! What the page's own sources must not contain: ways out of the tab, ways in for foreign markup, and styles that the
//! policy would block.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Text that must not stand in the page's sources, and why.
const BANNED: &[(&str, &str)] = &[
    ("innerHTML", "markup from text"),
    ("outerHTML", "markup from text"),
    ("insertAdjacentHTML", "markup from text"),
    ("unsafeHTML", "markup from text"),
    ("document.write", "markup from text"),
    ("eval(", "code from text"),
    ("new Function", "code from text"),
    ("javascript:", "code from text"),
    (
        "style=\"",
        "blocked by the policy: use adopted style sheets or properties",
    ),
    ("window.open", "leaves the tab"),
    ("location.", "leaves the tab, or reads what the address carries"),
    ("history.pushState", "puts state into the address"),
    ("_blank", "leaves the tab"),
    ("rel=", "hints make connections"),
    ("href=\"http", "leaves the tab"),
    ("src=\"http", "loads from elsewhere"),
    ("fetch(", "sends"),
    ("XMLHttpRequest", "sends"),
    ("sendBeacon", "sends"),
    ("WebSocket", "sends"),
    ("EventSource", "sends"),
    ("RTCPeerConnection", "sends"),
    ("importScripts", "loads code"),
    ("serviceWorker", "outlives the page"),
    ("localStorage", "stores in the clear"),
    ("sessionStorage", "stores in the clear"),
    ("indexedDB", "stores in the clear"),
    ("document.cookie", "stores in the clear"),
];

/// The one request that the page makes, when the user asks to see it refused: its file, the line, and the address.
const TRIED: (&str, &str, &str) = (
    "commands/privacy.ts",
    "await fetch(NOWHERE, { mode: \"no-cors\", credentials: \"omit\", cache: \"no-store\" });",
    "NOWHERE = \"https://rosterwell.invalid/\"",
);

/// The requests of the npm package, which a page of others runs: files of that page's own origin. The page that is one file
/// does not hold this source.
const ASSETS: (&str, &str) = (
    "package/source.ts",
    "response = await fetch(url, { mode: \"same-origin\", redirect: \"error\" });",
);

/// Banned text in one source, comments left out, with its line.
fn findings(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (idx, line) in text.lines().enumerate() {
        let code = line.trim_start();
        if code.starts_with("//") || code.starts_with('*') || code.starts_with("/*") {
            continue;
        }
        for (banned, why) in BANNED {
            let starts_a_word = |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if line.match_indices(banned).any(|(at, _)| starts_a_word(at)) {
                found.push(format!("{}: `{banned}`: {why}", idx + 1));
            }
        }
    }
    found
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "node_modules" && name != "dist" {
                sources(&path, files);
            }
        } else if name.ends_with(".ts") && !name.ends_with(".test.ts") && name != "vite.config.ts" {
            files.push(path);
        }
    }
}

#[test]
fn the_page_has_no_way_out_and_no_way_in() {
    let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
    let mut files = Vec::new();
    sources(&www, &mut files);
    assert!(files.len() > 5, "the page's sources were not found");
    let mut wrong = Vec::new();
    for file in files {
        let name = file.strip_prefix(&www).unwrap().display().to_string();
        let mut text = fs::read_to_string(&file).unwrap();
        for (allowed, line) in [(TRIED.0, TRIED.1), ASSETS] {
            if name == allowed {
                text = text.replacen(line, "", 1);
            }
        }
        wrong.extend(findings(&text).iter().map(|found| format!("{name}:{found}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let addresses = fs::read_to_string(www.join("state/privacy.ts")).unwrap();
    assert!(
        addresses.contains(TRIED.2),
        "the request that is tried goes to an address that cannot exist"
    );
}

/// The sources that one of them is made of, itself among them.
fn closure(www: &Path, name: &Path, seen: &mut BTreeSet<PathBuf>) {
    let file = www.join(name).canonicalize().unwrap();
    if !seen.insert(file.clone()) {
        return;
    }
    let text = fs::read_to_string(&file).unwrap();
    for line in text
        .lines()
        .filter(|line| line.contains("from \"") || line.starts_with("import \""))
    {
        let Some(path) = line
            .split('"')
            .find(|part| part.starts_with('.') && part.ends_with(".ts"))
        else {
            continue;
        };
        closure(www, &file.parent().unwrap().join(path), seen);
    }
}

#[test]
fn the_page_holds_nothing_of_the_package() {
    let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
    let mut seen = BTreeSet::new();
    closure(&www, Path::new("main.ts"), &mut seen);
    assert!(seen.len() > 150, "{} sources", seen.len());
    let package = www.join("package").canonicalize().unwrap();
    let wrong: Vec<_> = seen.iter().filter(|file| file.starts_with(&package)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let mut packaged = BTreeSet::new();
    closure(&www, Path::new("package/define.ts"), &mut packaged);
    assert!(packaged.contains(&package.join("source.ts")));
}

#[test]
fn the_reader_finds_what_is_banned() {
    for (text, count) in [
        ("x.innerHTML = y;", 1),
        ("// never innerHTML", 0),
        ("window.open(u); location.reload();", 2),
        ("html`<p style=\"color:red\">`", 1),
        ("const relocation.x = 1", 0),
        ("await fetch(url)", 1),
        ("prefetch(url)", 0),
    ] {
        assert_eq!(findings(text).len(), count, "{text}");
    }
}
