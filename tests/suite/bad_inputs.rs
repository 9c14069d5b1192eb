//! Everything that people, programs and machines hand in wrongly, numbered, with the message each gets. The page
//! `docs/bad-inputs.md` is written from what really happens: `UPDATE_DOCS=1 cargo test --test suite bad_inputs`.

use rosterwell::import::{Content, Options, Source, import};
use rosterwell::{Issue, Severity};
use serde_json::json;

use crate::clinics::two_clinicians_three_visits;
use crate::{bad_content, import as files, vault};

/// A row of the page.
struct Row {
    number: u32,
    input: String,
    /// What is said; empty if nothing is wrong with it.
    message: String,
    /// Which test does it.
    proof: &'static str,
}

/// Inputs that only the page meets: number, what it is, the page's words for it, and the file of `tests/page` and the name
/// in it of the test that does it.
const IN_THE_PAGE: &[(u32, &str, &str, &str, &str)] = &[
    (
        61,
        "clock set back an hour while running",
        "",
        "bad-use",
        "61 clock set back",
    ),
    (62, "sleep for a day", "", "vault", "a clock that jumps ahead locks"),
    (63, "quota full at save", "", "device", "a device without room is told"),
    (
        64,
        "storage denied (private mode)",
        "",
        "device",
        "nothing is kept until it is asked for",
    ),
    (65, "two tabs saving at once", "", "device", "a second tab is told"),
    (66, "worker killed mid-solve", "lost:", "bad-use", "66 worker killed"),
    (67, "cancel pressed 100 times", "", "bad-use", "67 cancel pressed"),
    (
        68,
        "file changed on disk while read",
        "unreadable:",
        "bad-use",
        "68 file changed",
    ),
    (69, "drop of 201 files", "", "bad-use", "69 drop of"),
    (
        70,
        "printer dialog cancelled, download refused",
        "",
        "bad-use",
        "70 printer dialog",
    ),
    (71, "text at 400 %, forced colors", "", "bad-use", "71 text at 400"),
    (72, "pasting 1 M rows", "", "bad-use", "72 pasting"),
];

/// Files that are none of the cases of `import.rs`: number, what it is, the file, the code that must be reported (none
/// if nothing is wrong).
fn more_files() -> Vec<(u32, &'static str, &'static str, String, &'static str)> {
    let good = || serde_json::to_value(two_clinicians_three_visits()).unwrap();
    let with = |table: &str, row: usize, field: &str, text: &str| {
        let mut document = good();
        document[table][row][field] = json!("@");
        document.to_string().replace("\"@\"", text)
    };
    let bundle = |resources: serde_json::Value| {
        let entry: Vec<_> = resources
            .as_array()
            .into_iter()
            .flatten()
            .map(|resource| json!({"resource": resource}))
            .collect();
        json!({"resourceType": "Bundle", "type": "collection", "entry": entry}).to_string()
    };
    vec![
        (
            30,
            "FHIR bundle with a reference cycle",
            "bundle.json",
            bundle(json!([
                {"resourceType": "Location", "id": "a", "partOf": {"reference": "Location/b"}},
                {"resourceType": "Location", "id": "b", "partOf": {"reference": "Location/a"}},
            ])),
            "fhir.cycle",
        ),
        (
            31,
            "FHIR with unknown resource types and extensions",
            "bundle.json",
            bundle(json!([{
                "resourceType": "MoonPhase", "id": "m", "extension": [{"url": "http://example.org/x", "valueString": "y"}],
            }])),
            "fhir.type_not_read",
        ),
        (
            21,
            "JSON nested 100,000 deep",
            "clinic.json",
            "[".repeat(100_000),
            "file.too_deep",
        ),
        (
            29,
            "dates that may be m/d or d/m",
            "absences.csv",
            "what,id,from,until\nclinician,ana,3/4/2026 9:00,3/4/2026 10:00\n".into(),
            "column.ambiguous_dates",
        ),
        (
            32,
            "the number 1e308",
            "clinic.json",
            with("rooms", 0, "seats", "1e308"),
            "cell.not_whole",
        ),
        (
            32,
            "the number NaN",
            "clinic.json",
            with("rooms", 0, "seats", "NaN"),
            "file.not_json",
        ),
        (
            32,
            "the number Infinity",
            "clinic.json",
            with("rooms", 0, "seats", "Infinity"),
            "file.not_json",
        ),
        (
            32,
            "the number -0",
            "clinic.json",
            with("services", 0, "points", "-0"),
            "",
        ),
        (
            33,
            "a seed of 2^53 + 1",
            "clinic.json",
            {
                let mut document = good();
                document["settings"]["seed"] = json!(9_007_199_254_740_993_u64);
                document.to_string()
            },
            "cell.out_of_range",
        ),
        (
            34,
            "a key twice in an object",
            "clinic.json",
            {
                let text = good().to_string();
                text.replacen("\"rooms\":[{", "\"rooms\":[{\"name\":\"other\",", 1)
            },
            "document.duplicate_key",
        ),
        (
            35,
            "the keys `__proto__` and `constructor`",
            "clinic.json",
            {
                let mut document = good();
                document["rooms"][0]["__proto__"] = json!({"polluted": true});
                document["constructor"] = json!(1);
                document.to_string()
            },
            "row.unknown_field",
        ),
    ]
}

fn message(issues: &[Issue], code: &str, case: &str) -> String {
    let found = issues.iter().find(|issue| issue.code == code);
    let found = found.unwrap_or_else(|| {
        let codes: Vec<&str> = issues.iter().map(|issue| issue.code.as_str()).collect();
        panic!("{case}: {code} is not among {codes:?}")
    });
    format!("{}: {}", found.cause, found.action)
}

/// A case whose name begins with its number.
fn row(name: &str, message: String, proof: &'static str) -> Row {
    let (number, input) = name.split_once(' ').unwrap();
    Row {
        number: number.parse().unwrap(),
        input: input.into(),
        message,
        proof,
    }
}

fn read(name: &str, bytes: Vec<u8>) -> Vec<Issue> {
    let source = Source {
        name: name.into(),
        table: None,
        content: Content::Bytes(bytes),
    };
    import(&[source], &Options::default()).issues
}

fn said(issues: &[Issue], code: &str, case: &str) -> String {
    if !code.is_empty() {
        return message(issues, code, case);
    }
    let errors: Vec<&Issue> = issues
        .iter()
        .filter(|issue| issue.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{case}: {errors:?}");
    String::new()
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (case, bytes, code, _) in files::text_cases().into_iter().chain(files::workbook_cases()) {
        if !case.starts_with(|letter: char| letter.is_ascii_digit()) {
            continue;
        }
        let name = if bytes.starts_with(b"PK") {
            "sites.xlsx"
        } else {
            "sites.csv"
        };
        let issues = read(name, bytes);
        // Some that are read in spite of it are only reported when nothing else is wrong with them.
        let code = if issues.iter().any(|issue| issue.code == code) {
            code
        } else {
            ""
        };
        let message = if code.is_empty() {
            String::new()
        } else {
            message(&issues, code, case)
        };
        rows.push(row(case, message, "suite import"));
    }
    for (number, input, name, text, code) in more_files() {
        let message = said(&read(name, text.into_bytes()), code, input);
        rows.push(row(&format!("{number} {input}"), message, "suite bad_inputs"));
    }
    rows.push(row("28 1900 and 1904 date systems", String::new(), "suite import"));
    for (case, message) in bad_content::messages() {
        rows.push(row(case, message, "suite bad_content"));
    }
    for (case, message) in vault::messages() {
        rows.push(row(case, message, "suite vault"));
    }
    for &(number, input, words, file, _) in IN_THE_PAGE {
        rows.push(row(&format!("{number} {input}"), words_of_the_page(words), file));
    }
    rows.sort_by_key(|row| row.number);
    rows
}

/// The words that the page has under a key, as they stand in its table of words.
fn words_of_the_page(key: &str) -> String {
    if key.is_empty() {
        return String::new();
    }
    let words = include_str!("../../www/words/en-US/index.ts");
    let line = words.lines().find(|line| line.trim_start().starts_with(key));
    let line = line.unwrap_or_else(|| panic!("the page has no words under {key}"));
    let text = line.split(['`', '"']).nth(1).unwrap_or_default();
    text.replace("${name}", "the file").replace("${", "").replace('}', "")
}

fn markdown() -> String {
    let mut page = String::from(
        "# Bad inputs\n\nWhat files, their content and their use can have wrong, and what is said. `UPDATE_DOCS=1 cargo test --test suite bad_inputs`\n\
         writes this page from what really happens; an empty message means that it is read, or done, as it was meant. In every case\n\
         what was open stays open and no other row is lost.\n\n\
         | no. | input | message | proof |\n| --- | --- | --- | --- |\n",
    );
    for row in rows() {
        let message = row.message.replace('|', "\\|");
        page.push_str(&format!(
            "| {} | {} | {} | {} |\n",
            row.number, row.input, message, row.proof
        ));
    }
    page
}

#[test]
fn the_page_about_bad_inputs_is_current_and_misses_no_number() {
    let rows = rows();
    let missing: Vec<u32> = (1..=72)
        .filter(|number| rows.iter().all(|row| row.number != *number))
        .collect();
    assert!(missing.is_empty(), "no row for {missing:?}");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/bad-inputs.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, markdown()).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == markdown(),
        "docs/bad-inputs.md is old: run this test with UPDATE_DOCS=1"
    );
}

/// A test of the page that is named here is there.
#[test]
fn what_the_page_proves_it_does_prove() {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/page"));
    for (number, input, _, file, name) in IN_THE_PAGE {
        let text = std::fs::read_to_string(folder.join(format!("{file}.test.mjs"))).unwrap();
        assert!(text.contains(name), "{number} {input}: {file}");
    }
}
