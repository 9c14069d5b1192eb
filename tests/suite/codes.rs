//! `docs/errors.md` lists every code of the model, each code once, and none that no longer exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Where a code begins. Text with another beginning (rule ids, fields, file names) is no code.
const SUBJECTS: [&str; 65] = [
    "amend",
    "repair",
    "appointment",
    "assumption",
    "attendance",
    "audit",
    "authorization",
    "calendar",
    "cell",
    "change",
    "claim",
    "clinic",
    "clinician",
    "column",
    "command",
    "compare",
    "consent",
    "date",
    "demand",
    "desk",
    "disclose",
    "document",
    "export",
    "fhir",
    "file",
    "forecast",
    "group",
    "horizon",
    "import",
    "kpis",
    "mapping",
    "operation",
    "order",
    "pair",
    "patient",
    "pilot",
    "place",
    "plan",
    "problem",
    "reconcile",
    "reply",
    "request",
    "row",
    "rule",
    "sample",
    "save",
    "scenario",
    "seed",
    "service",
    "settings",
    "sheet",
    "simulate",
    "site",
    "staffing",
    "surface",
    "table",
    "task",
    "text",
    "time",
    "travel",
    "triage",
    "value",
    "workbook",
    "workload",
    "governance",
];

/// What looks like a code in the sources but is a path or a file name.
const NOT_CODES: [&str; 7] = [
    "clinic.json",
    "plan.json",
    "place.clinicians",
    "place.modality",
    "place.room",
    "triage.observation_days",
    "triage.points_full",
];

fn codes_in(text: &str, quote: char, codes: &mut BTreeSet<String>) -> usize {
    let mut count = 0;
    for word in text.split(quote).skip(1).step_by(2) {
        let Some((subject, rest)) = word.split_once('.') else {
            continue;
        };
        let plain = !rest.is_empty() && rest.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if plain && SUBJECTS.contains(&subject) && !NOT_CODES.contains(&word) {
            codes.insert(word.into());
            count += 1;
        }
    }
    count
}

fn codes_below(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            codes_below(&path, codes);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let program = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            // Line by line, so that one odd quotation mark (a character literal) spoils a single line only.
            for line in program.lines().filter(|line| !line.trim_start().starts_with("//")) {
                codes_in(line, '"', codes);
            }
        }
    }
}

#[test]
fn every_code_is_listed_once() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut of_model, mut used) = (BTreeSet::new(), BTreeSet::new());
    codes_below(&root.join("src/model"), &mut of_model);
    codes_below(&root.join("src"), &mut used);
    assert!(
        of_model.len() > 60,
        "only {} codes were found in the model",
        of_model.len()
    );
    let (mut listed, mut rows) = (BTreeSet::new(), 0);
    for line in fs::read_to_string(root.join("docs/errors.md")).unwrap().lines() {
        if line.starts_with("| `") {
            rows += codes_in(line.split(" | ").next().unwrap_or_default(), '`', &mut listed);
        }
    }
    assert_eq!(rows, listed.len(), "a code is listed twice");
    let unlisted: Vec<_> = of_model.difference(&listed).collect();
    assert!(unlisted.is_empty(), "add to docs/errors.md: {unlisted:?}");
    let unused: Vec<_> = listed.difference(&used).collect();
    assert!(unused.is_empty(), "no longer in the sources: {unused:?}");
}
