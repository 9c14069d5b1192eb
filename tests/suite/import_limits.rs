//! What a file may hold at most: one row for each limit, just above it. What lies below is kept where it can be.

use rosterwell::export::workbook::write_workbook;
use rosterwell::import::workbook::{MAX_MERGES, MAX_SHEETS, MAX_WORKBOOK_BYTES, MAX_WORKBOOK_CELLS, MAX_WORKBOOK_TEXT};
use rosterwell::import::{Content, Imported, MAX_TEXT_BYTES, Options, Source, import, limits};
use rosterwell::model::raw::{Cell, RawTable, RawTables};

const HEADER: &str = "id,name,hours\n";
const ROW: &str = "n,North,Mon 08:00-09:00\n";

fn source(name: &str, content: Content) -> Source {
    Source {
        name: name.into(),
        table: None,
        content,
    }
}

fn text(name: &str, text: String) -> Vec<Source> {
    vec![source(name, Content::Bytes(text.into_bytes()))]
}

/// Numbers that do not compress to nothing.
fn scattered(place: usize) -> u64 {
    (place as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40
}

fn good_sites() -> RawTable {
    let cells = |line: &str| line.trim_end().split(',').map(Cell::text).collect();
    RawTable {
        name: "sites".into(),
        rows: vec![cells(HEADER), cells(ROW)],
        ..RawTable::default()
    }
}

/// A workbook whose first sheet is `sites` with one good row.
fn workbook(others: Vec<RawTable>) -> Vec<Source> {
    let tables = std::iter::once(good_sites()).chain(others).collect();
    let bytes = write_workbook(&RawTables { tables }).unwrap();
    vec![source("all.xlsx", Content::Bytes(bytes))]
}

fn sheet(name: &str, rows: Vec<Vec<Cell>>) -> RawTable {
    RawTable {
        name: name.into(),
        rows,
        ..RawTable::default()
    }
}

/// One case: the limit, the files, the code that must be among the issues, sites that are kept.
type Case = (&'static str, fn() -> Vec<Source>, &'static str, usize);

const CASES: &[Case] = &[
    (
        "bytes of a text file",
        || text("sites.csv", format!("{HEADER}{ROW}{}", " ".repeat(MAX_TEXT_BYTES))),
        "file.too_large",
        0,
    ),
    (
        "bytes of pasted text",
        || {
            vec![source(
                "sites.csv",
                Content::Text(format!("{HEADER}{ROW}{}", " ".repeat(MAX_TEXT_BYTES))),
            )]
        },
        "file.too_large",
        0,
    ),
    (
        "bytes of a workbook",
        || {
            let mut bytes = vec![0; MAX_WORKBOOK_BYTES + 1];
            bytes[..4].copy_from_slice(b"PK\x03\x04");
            vec![source("sites.xlsx", Content::Bytes(bytes))]
        },
        "workbook.too_large",
        0,
    ),
    (
        "rows of a table",
        || text("sites.csv", format!("{HEADER}{ROW}{}", "n\n".repeat(limits::MAX_ROWS))),
        "table.too_many_rows",
        1,
    ),
    (
        "columns of a row",
        || {
            text(
                "sites.csv",
                format!("{HEADER}{ROW}{}\n", ",".repeat(limits::MAX_COLUMNS)),
            )
        },
        "row.too_many_columns",
        1,
    ),
    (
        "cells of a text file",
        || {
            let wide = |cells: &str| format!("{cells}{}\n", ",".repeat(limits::MAX_COLUMNS - 3));
            let rows = wide(ROW.trim_end()) + &wide(",,").repeat(limits::MAX_CELLS / limits::MAX_COLUMNS - 1);
            text("sites.csv", wide(HEADER.trim_end()) + &rows)
        },
        "table.too_many_rows",
        1,
    ),
    (
        "cells of an import",
        || {
            let row = vec![Cell::Empty; limits::MAX_COLUMNS];
            let rooms = sheet("rooms", vec![row; limits::MAX_CELLS / limits::MAX_COLUMNS]);
            let tables = vec![good_sites(), rooms];
            vec![source("all.xlsx", Content::Tables(RawTables { tables }))]
        },
        "import.too_many_cells",
        1,
    ),
    (
        "letters of a cell",
        || {
            let name = "x".repeat(limits::MAX_CELL_CHARS + 1);
            text("sites.csv", format!("{HEADER}{ROW}m,{name},none\n"))
        },
        "cell.too_long",
        1,
    ),
    (
        "sheets",
        || {
            workbook(
                (0..MAX_SHEETS)
                    .map(|at| sheet(&format!("s{at}"), vec![vec![Cell::text("x")]]))
                    .collect(),
            )
        },
        "workbook.too_many_sheets",
        1,
    ),
    (
        "cells of a workbook",
        || {
            let number = |at: usize| Cell::Number(scattered(at) as f64);
            let rows = (0..MAX_WORKBOOK_CELLS / 500 + 1).map(|row| (0..500).map(|at| number(row * 500 + at)).collect());
            workbook(vec![sheet("rooms", rows.collect())])
        },
        "workbook.too_many_cells",
        1,
    ),
    (
        "text of a workbook",
        || {
            // One text of 30,000 letters that stands in many cells.
            let long: String = (0..5_000).map(|at| format!("{:06x}", scattered(at))).collect();
            let rows = (0..MAX_WORKBOOK_TEXT / long.len() + 1).map(|_| vec![Cell::Text(long.clone())]);
            workbook(vec![sheet("rooms", rows.collect())])
        },
        "workbook.too_many_cells",
        1,
    ),
    (
        "files of an import",
        || {
            (0..=limits::MAX_FILES)
                .map(|_| text("sites.csv", format!("{HEADER}{ROW}")).remove(0))
                .collect()
        },
        "import.too_many_files",
        1,
    ),
    (
        "depth of a document",
        || text("clinic.json", "[".repeat(limits::MAX_JSON_DEPTH + 1)),
        "file.too_deep",
        0,
    ),
];

fn read(sources: &[Source]) -> Imported {
    import(sources, &Options::default())
}

#[test]
fn just_above_each_limit_there_is_a_reason_and_the_rest_is_kept() {
    for (limit, files, code, kept) in CASES {
        let imported = read(&files());
        let issue = imported.issues.iter().find(|issue| issue.code == *code);
        let found: Vec<&str> = imported.issues.iter().map(|issue| issue.code.as_str()).collect();
        let issue = issue.unwrap_or_else(|| panic!("{limit}: {:?}", &found[..found.len().min(20)]));
        assert!(
            !issue.cause.is_empty() && !issue.action.is_empty(),
            "{limit}: {issue:?}"
        );
        // Rows with the id of an earlier one are left out later, by the check of the clinic.
        let north = imported.clinic.sites.iter().filter(|site| site.name == "North");
        assert_eq!(north.count().min(1), *kept, "{limit}");
    }
}

#[test]
fn at_each_limit_everything_is_read() {
    let wide = format!("id,name,hours{}\n{ROW}", ",".repeat(limits::MAX_COLUMNS - 3));
    let name = "x".repeat(limits::MAX_CELL_CHARS);
    let cases: [(&str, Vec<Source>, usize); 4] = [
        ("columns", text("sites.csv", wide), 1),
        ("letters", text("sites.csv", format!("{HEADER}m,{name},none\n")), 1),
        (
            "sheets",
            workbook(
                (0..MAX_SHEETS - 2)
                    .map(|at| sheet(&format!("s{at}"), vec![vec![Cell::text("x")]]))
                    .collect(),
            ),
            1,
        ),
        (
            "files",
            (0..limits::MAX_FILES)
                .map(|at| text("sites.csv", format!("{HEADER}n{at},N,none\n")).remove(0))
                .collect(),
            limits::MAX_FILES,
        ),
    ];
    for (limit, files, sites) in cases {
        let imported = read(&files);
        assert_eq!(
            imported.clinic.sites.len(),
            sites,
            "{limit}: {:?}",
            imported.issues.first()
        );
        let too = |code: &str| code.contains("too_");
        let over: Vec<_> = imported.issues.iter().filter(|issue| too(&issue.code)).collect();
        assert!(over.is_empty(), "{limit}: {over:?}");
    }
}

/// Merged ranges are counted in the packed sheets, before anything reads a cell.
#[test]
fn merged_ranges_have_a_limit() {
    for (count, code) in [
        (MAX_MERGES, "workbook.merged_cells"),
        (MAX_MERGES + 1, "workbook.too_many_merges"),
    ] {
        let merges: String = (0..count)
            .map(|at| scattered(at) % 1_000_000 + 1)
            .map(|row| format!("<mergeCell ref=\"X{row}:Y{row}\"/>"))
            .collect();
        let after = format!("<mergeCells count=\"{count}\">{merges}</mergeCells>");
        let bytes = super::import::workbook_with_sites(&after);
        let imported = read(&[source("sites.xlsx", Content::Bytes(bytes))]);
        let found: Vec<&str> = imported.issues.iter().map(|issue| issue.code.as_str()).collect();
        assert!(found.contains(&code), "{count}: {found:?}");
    }
}
