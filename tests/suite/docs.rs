//! What the documents say to do can be done: their links lead somewhere, their commands and operations are there, their
//! requests are understood, and the example of the README runs.

use std::path::{Path, PathBuf};
use std::process::Command;

use rosterwell::api::{self, Desk};
use serde_json::{Value, json};

use crate::desk::run;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The README, the map, and every page of `docs/`: name and text.
fn pages() -> Vec<(String, String)> {
    let docs = std::fs::read_dir(root().join("docs")).unwrap();
    let names = docs
        .flatten()
        .map(|entry| format!("docs/{}", entry.file_name().to_string_lossy()));
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".md")).collect();
    names.extend(["README.md".into(), "ARCHITECTURE.md".into()]);
    names.sort();
    let read = |name: String| (std::fs::read_to_string(root().join(&name)).unwrap(), name);
    names.into_iter().map(read).map(|(text, name)| (name, text)).collect()
}

/// What stands between fences.
fn blocks(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n```")
        .skip(1)
        .step_by(2)
        .map(|block| block.split_once('\n').map_or("", |(_, body)| body))
}

/// How a heading is called in a link: lower case, words joined by hyphens.
fn anchor(heading: &str) -> String {
    let kept = heading
        .trim()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() })
        .collect()
}

fn has_anchor(text: &str, wanted: &str) -> bool {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| anchor(line.trim_start_matches('#')))
        .any(|heading| heading == wanted)
}

#[test]
fn every_link_leads_somewhere() {
    let mut dead = Vec::new();
    let mut seen = 0;
    for (name, text) in pages() {
        let folder = root().join(&name).parent().map(Path::to_path_buf).unwrap();
        let outside_fences = text.split("\n```").step_by(2).collect::<String>();
        for target in outside_fences
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            seen += 1;
            let (file, place) = target.split_once('#').unwrap_or((target, ""));
            let path = if file.is_empty() {
                root().join(&name)
            } else {
                folder.join(file)
            };
            let is_there = match place {
                "" => path.exists(),
                place => std::fs::read_to_string(&path).is_ok_and(|text| has_anchor(&text, place)),
            };
            if !is_there {
                dead.push(format!("{name}: {target}"));
            }
        }
    }
    assert!(seen > 50, "{seen} links");
    assert_eq!(dead, [""; 0]);
}

#[test]
fn every_command_is_there() {
    let tasks = std::fs::read_to_string(root().join("xtask/src/main.rs")).unwrap();
    let benches: String = ["xtask/src/bench/mod.rs", "tests/bench/run.rs"]
        .map(|file| std::fs::read_to_string(root().join(file)).unwrap())
        .concat();
    let operations: Vec<&str> = api::operations().map(|operation| operation.name).collect();
    let mut unknown = Vec::new();
    let mut seen = 0;
    for (name, text) in pages() {
        let inline = text.split('`').skip(1).step_by(2);
        let lines = blocks(&text).flat_map(str::lines).chain(inline);
        for line in lines {
            let mut words = line.split_whitespace().skip_while(|word| word.contains('='));
            let (program, first, second) = (words.next(), words.next(), words.next());
            let is_known = match (program, first, second) {
                (Some("cargo"), Some("xtask"), Some("bench")) => match words.next() {
                    Some(bench) if bench.chars().all(|c| c.is_ascii_lowercase()) => {
                        benches.contains(&format!("\"{bench}\""))
                    }
                    _ => true,
                },
                (Some("cargo"), Some("xtask"), Some(task)) => tasks.contains(&format!("Some(\"{task}\"")),
                (Some("rosterwell"), Some(operation), _)
                    if operation.chars().all(|c| c.is_ascii_lowercase() || c == '_') =>
                {
                    operations.contains(&operation)
                }
                _ => continue,
            };
            seen += 1;
            if !is_known {
                unknown.push(format!("{name}: {line}"));
            }
        }
    }
    assert!(seen > 60, "{seen} commands");
    assert_eq!(unknown, [""; 0]);
}

/// The requests of a block, each with the operation that it stands below.
fn requests(block: &str) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let mut operation = "";
    let mut lines = block.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(rest) = line.strip_prefix("rosterwell ") {
            operation = rest.split_whitespace().next().unwrap_or("");
        } else if line.starts_with('{') && !operation.is_empty() {
            let mut text = line.to_owned();
            while let Some(more) = lines.next_if(|line| line.starts_with(' ')) {
                text += more;
            }
            // What stands for something longer is for the reader to fill in.
            if !text.contains('…') && !text.contains("PLAN") {
                let request = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
                found.push((operation.to_owned(), request));
            }
        }
    }
    found
}

#[test]
fn every_request_is_understood() {
    let mut desk = Desk::default();
    run(
        &mut desk,
        "sample",
        json!({"kind": "addiction_treatment", "clinicians": 8, "weeks": 30}),
    );
    let mut seen = 0;
    for (name, text) in pages() {
        for (operation, request) in blocks(&text).flat_map(requests) {
            seen += 1;
            let task = api::operation(&operation).unwrap().is_task();
            let outcome = match task {
                true => api::start(&desk, &operation, &request.to_string()).map(drop),
                false => api::run(&mut desk, &operation, &request.to_string()).map(drop),
            };
            // An id that this clinic does not have is none of the document's faults; a field that nobody knows is.
            if let Err(error) = outcome {
                assert!(
                    !error.code.starts_with("request."),
                    "{name}: {operation} {request}: {error}"
                );
            }
        }
    }
    assert!(seen >= 6, "{seen} requests");
}

#[test]
fn the_example_of_the_readme_runs() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("docs-readme");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let example = blocks(&readme)
        .find(|block| block.contains("--bin rosterwell"))
        .unwrap();
    let mut ran = 0;
    for line in example.lines() {
        if let Some(rest) = line.strip_prefix("echo '") {
            let (text, file) = rest.split_once("' > ").unwrap();
            std::fs::write(folder.join(file.trim()), text).unwrap();
            continue;
        }
        let arguments = line.strip_prefix("cargo run --release --bin rosterwell -- ").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_rosterwell"));
        let output = command
            .args(arguments.split_whitespace())
            .current_dir(&folder)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{line}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        ran += 1;
    }
    assert_eq!(ran, 2);
    let plan: Value = serde_json::from_slice(&std::fs::read(folder.join("plan.json")).unwrap()).unwrap();
    assert!(
        plan["plan"]["sessions"]
            .as_array()
            .is_some_and(|sessions| sessions.len() > 200)
    );
}
