//! Files as they come: odd, broken, hostile. Good rows are kept, everything else is reported, nothing panics.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use rosterwell::error::Severity;
use rosterwell::import::{ColumnChoice, Confidence, Content, DateOrder, Imported, Options, Source, import};
use zip::write::SimpleFileOptions;

fn source(name: &str, content: Content) -> Source {
    Source {
        name: name.into(),
        table: None,
        content,
    }
}

fn read(name: &str, bytes: &[u8]) -> Imported {
    import(&[source(name, Content::Bytes(bytes.to_vec()))], &Options::default())
}

fn codes(imported: &Imported) -> Vec<&str> {
    imported.issues.iter().map(|issue| issue.code.as_str()).collect()
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

/// A zip archive of these parts.
fn packed<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const CONTENT_TYPES: &[u8] = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK_RELS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &[u8] = br#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
/// Header and one row of `sites`.
const SITE_ROWS: &str = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>id</v></c><c r=\"B1\" t=\"str\"><v>name</v></c><c r=\"C1\" t=\"str\"><v>hours</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>n</v></c><c r=\"B2\" t=\"str\"><v>North</v></c><c r=\"C2\" t=\"str\"><v>Mon 08:00-09:00</v></c></row>";

/// A workbook with one sheet `sites`.
struct Book {
    rows: String,
    after: String,
    sheet: &'static str,
    properties: &'static str,
    strings: Vec<u8>,
    prolog: &'static str,
    extra: Vec<(String, Vec<u8>)>,
}

impl Default for Book {
    fn default() -> Self {
        Self {
            rows: SITE_ROWS.into(),
            after: String::new(),
            sheet: "",
            properties: "",
            strings: b"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>".to_vec(),
            prolog: "<?xml version=\"1.0\"?>",
            extra: Vec::new(),
        }
    }
}

impl Book {
    fn bytes(&self) -> Vec<u8> {
        let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        let workbook = format!(
            "<?xml version=\"1.0\"?><workbook {space} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{}<sheets><sheet name=\"sites\" sheetId=\"1\" r:id=\"r1\" {}/></sheets></workbook>",
            self.properties, self.sheet
        );
        let sheet = format!(
            "{}<worksheet {space}><sheetData>{}</sheetData>{}</worksheet>",
            self.prolog, self.rows, self.after
        );
        let parts: [(&str, &[u8]); 7] = [
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS),
            ("xl/styles.xml", STYLES),
            ("xl/sharedStrings.xml", &self.strings),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ];
        packed(
            parts
                .into_iter()
                .chain(self.extra.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))),
        )
    }
}

/// A workbook with one good row of `sites` and this after the cells of its sheet.
pub(crate) fn workbook_with_sites(after: &str) -> Vec<u8> {
    let book = Book {
        after: after.into(),
        ..Book::default()
    };
    book.bytes()
}

/// Where the `which`-th entry of the central directory begins.
fn directory_entry(bytes: &[u8], which: usize) -> usize {
    let starts = bytes
        .windows(4)
        .enumerate()
        .filter(|(_, window)| *window == b"PK\x01\x02");
    starts.map(|(at, _)| at).nth(which).unwrap()
}

fn set(bytes: &mut [u8], at: usize, value: u32) {
    bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
}

/// One case: what it is, the file, the code that must be among the issues (empty for no error), sites that are kept.
pub(crate) type Case = (&'static str, Vec<u8>, &'static str, usize);

const HEADER: &str = "id,name,hours\n";

pub(crate) fn text_cases() -> Vec<Case> {
    let good = format!("{HEADER}n,North,Mon 08:00-09:00\n");
    let row = |name: &[u8]| [HEADER.as_bytes(), b"n,", name, b",Mon 08:00-09:00\n"].concat();
    vec![
        ("1 empty", Vec::new(), "file.empty", 0),
        ("2 only a mark", b"\xEF\xBB\xBF".to_vec(), "file.empty", 0),
        ("3 header only", HEADER.into(), "table.no_rows", 0),
        (
            "4 UTF-16 little end first",
            utf16(&format!("\u{feff}{good}"), u16::to_le_bytes),
            "",
            1,
        ),
        (
            "4 UTF-16 big end first",
            utf16(&format!("\u{feff}{good}"), u16::to_be_bytes),
            "",
            1,
        ),
        ("4 UTF-16 without mark", utf16(&good, u16::to_le_bytes), "", 1),
        ("5 Windows-1252", row(b"Zo\xEB"), "file.windows_1252", 1),
        (
            "6 invalid UTF-8",
            row("Zoë Zoë é"
                .as_bytes()
                .iter()
                .chain(b"\xFF")
                .copied()
                .collect::<Vec<u8>>()
                .as_slice()),
            "file.invalid_utf8",
            1,
        ),
        ("7 NUL bytes", row(b"No\0rth"), "file.nul_bytes", 1),
        ("8 CR only", good.replace('\n', "\r").into(), "", 1),
        ("9 one line of 50 MB", vec![b'a'; 50 << 20], "table.missing_column", 0),
        ("9 one cell of 50 MB", row(&vec![b'a'; 50 << 20]), "cell.too_long", 0),
        (
            "10 unclosed quote",
            format!("{HEADER}a,\"A,Mon 08:00-09:00\nb,B,Mon 08:00-09:00\n").into(),
            "row.unclosed_quote",
            1,
        ),
        (
            "11 row too long",
            format!("{HEADER}a,A,Mon 08:00-09:00,x\nb,B,\n").into(),
            "row.too_many_cells",
            1,
        ),
        (
            "11 row too short",
            format!("{HEADER}a\nb,B\n").into(),
            "column.fallback",
            2,
        ),
        ("12 semicolons", good.replace(',', ";").into(), "", 1),
        ("12 tabs", good.replace(',', "\t").into(), "", 1),
        (
            "12 decimal comma",
            "id;name;hours;lat;lon\nn;North;Mon 08:00-09:00;40,7128;-74,006\n".into(),
            "",
            1,
        ),
        (
            "13 duplicate header",
            "id,name,hours,name\nn,North,Mon 08:00-09:00,x\n".into(),
            "column.duplicate",
            1,
        ),
        (
            "13 missing header",
            "name,hours\nNorth,Mon 08:00-09:00\n".into(),
            "table.missing_column",
            0,
        ),
        (
            "13 other order",
            "hours,ID,Site Name\nMon 08:00-09:00,n,North\n".into(),
            "",
            1,
        ),
        (
            "13 unknown header",
            "id,name,hours,color\nn,North,Mon 08:00-09:00,red\n".into(),
            "column.unknown",
            1,
        ),
        (
            "13 no name above values",
            "id,name,hours,\nn,North,Mon 08:00-09:00,red\n".into(),
            "column.unnamed",
            1,
        ),
        (
            "24 web page",
            b"<!DOCTYPE html><table><tr><td>id".to_vec(),
            "file.html",
            0,
        ),
        (
            "24 old workbook",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest".to_vec(),
            "workbook.old_format",
            0,
        ),
        (
            "23 encrypted",
            [
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
                utf16("EncryptedPackage", u16::to_le_bytes),
            ]
            .concat(),
            "workbook.encrypted",
            0,
        ),
        ("69 image", b"\x89PNG\r\n\x1a\n".to_vec(), "file.not_a_table", 0),
    ]
}

pub(crate) fn workbook_cases() -> Vec<Case> {
    let book = |change: &dyn Fn(&mut Book)| {
        let mut book = Book::default();
        change(&mut book);
        book.bytes()
    };
    let mut wrong_size = Book::default().bytes();
    let entry = directory_entry(&wrong_size, 6);
    set(&mut wrong_size, entry + 24, 10);
    let mut overlapping = Book::default().bytes();
    let entry = directory_entry(&overlapping, 3);
    set(&mut overlapping, entry + 42, 0);
    let mut many: Vec<(String, Vec<u8>)> = Vec::new();
    many.extend((0..100_000).map(|place| (format!("p{place}"), Vec::new())));
    let cell = |position: &str| format!("{SITE_ROWS}<row><c r=\"{position}\" t=\"str\"><v>x</v></c></row>");
    let error_row =
        "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>e</v></c><c r=\"C3\" t=\"e\"><f>Z!A1</f><v>#REF!</v></c></row>";
    vec![
        ("a good one", book(&|_| {}), "", 1),
        (
            "14 zip bomb",
            book(&|book| book.rows = " ".repeat(40 << 20)),
            "workbook.packed_too_tight",
            0,
        ),
        (
            "14 unpacks too large",
            book(&|book| book.extra = vec![("a".into(), vec![0; 70 << 20])]),
            "workbook.unpacks_too_large",
            0,
        ),
        ("15 overlapping entries", overlapping, "workbook.overlapping_entries", 0),
        (
            "16 100,000 entries",
            packed(many.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))),
            "workbook.too_many_entries",
            0,
        ),
        ("17 wrong declared size", wrong_size, "workbook.damaged", 0),
        (
            "18 cell at XFD1048576",
            book(&|book| book.rows = cell("XFD1048576")),
            "sheet.far_cells",
            1,
        ),
        (
            "18 position that does not exist",
            book(&|book| book.rows = cell("AAAAAAAAAA1")),
            "workbook.wrong_position",
            0,
        ),
        (
            "18 row that does not exist",
            book(&|book| book.rows = cell("A99999999999")),
            "workbook.wrong_position",
            0,
        ),
        (
            "19 merge over the whole sheet",
            book(&|book| book.after = "<mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>".into()),
            "workbook.merged_cells",
            1,
        ),
        (
            "20 a million texts",
            book(&|book| book.strings = [&b"<sst>"[..], &b"<si><t>ab</t></si>".repeat(1_000_000), b"</sst>"].concat()),
            "workbook.packed_too_tight",
            0,
        ),
        (
            "20 a million different texts",
            book(&|book| {
                let texts: String = (0..1_000_000_u64)
                    .map(|place| format!("<si><t>{:x}</t></si>", place.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
                    .collect();
                book.strings = format!("<sst>{texts}</sst>").into();
            }),
            "workbook.too_many_strings",
            0,
        ),
        (
            "22 entities",
            book(&|book| book.prolog = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"),
            "workbook.doctype",
            0,
        ),
        (
            "24 other archive",
            packed([("a.txt", &b"x"[..])]),
            "workbook.not_a_workbook",
            0,
        ),
        (
            "24 cut off",
            Book::default().bytes()[..500].to_vec(),
            "workbook.not_a_zip",
            0,
        ),
        (
            "25 macros",
            book(&|book| book.extra = vec![("xl/vbaProject.bin".into(), vec![1])]),
            "workbook.macros",
            1,
        ),
        (
            "26 failed formula",
            book(&|book| book.rows = format!("{SITE_ROWS}{error_row}")),
            "cell.formula_error",
            1,
        ),
        (
            "27 hidden sheet",
            book(&|book| book.sheet = "state=\"hidden\""),
            "sheet.hidden",
            1,
        ),
        (
            "broken XML",
            book(&|book| book.rows = "<row><c".into()),
            "workbook.damaged",
            0,
        ),
        (
            "style that is not there",
            book(&|book| book.rows = SITE_ROWS.replace("t=\"str\"", "s=\"99\" t=\"str\"")),
            "",
            1,
        ),
        (
            "text that is not there",
            book(&|book| book.rows = SITE_ROWS.replace("<c r=\"B2\" t=\"str\"><v>North", "<c r=\"B2\" t=\"s\"><v>7")),
            "",
            0,
        ),
    ]
}

#[test]
fn files_are_read_or_refused_with_a_reason() {
    for (case, bytes, code, kept) in text_cases().into_iter().chain(workbook_cases()) {
        let name = if bytes.starts_with(b"PK") {
            "sites.xlsx"
        } else {
            "sites.csv"
        };
        let imported = read(name, &bytes);
        let found = codes(&imported);
        if code.is_empty() {
            let is_error = |severity| severity == Severity::Error;
            assert!(
                kept == 0 || !imported.issues.iter().any(|issue| is_error(issue.severity)),
                "{case}: {:#?}",
                imported.issues
            );
        } else {
            assert!(found.contains(&code), "{case}: {found:?}");
        }
        assert_eq!(imported.clinic.sites.len(), kept, "{case}: {:#?}", imported.issues);
        for issue in &imported.issues {
            assert!(
                !issue.cause.is_empty() && !issue.action.is_empty() && !issue.table.is_empty(),
                "{case}: {issue:?}"
            );
            assert!(
                !issue.cause.ends_with('.') && !issue.action.ends_with('.'),
                "{case}: {issue:?}"
            );
        }
    }
}

#[test]
fn text_is_read_as_it_was_meant() {
    let latitude = read(
        "sites.csv",
        b"id;name;hours;lat;lon\nn;North;Mon 08:00-09:00;40,7128;-74,006\n",
    );
    assert_eq!(latitude.clinic.sites[0].latitude, Some(40.7128));
    assert_eq!(latitude.clinic.sites[0].longitude, Some(-74.006));
    assert_eq!(
        read("sites.csv", b"id,name,hours\nn,Zo\xEB \x96 x,none\n").clinic.sites[0].name,
        "Zoë – x"
    );
    // A name longer than what decides on the separator, full of other separators: the header alone decides.
    let long = "a;b\"\";".repeat(12_000);
    let long = read(
        "sites.csv",
        format!("\"id\",\"name\",\"hours\"\n\"n\",\"{long}\",\"none\"\n").as_bytes(),
    );
    assert_eq!(long.clinic.sites[0].name, "a;b\";".repeat(12_000));
    let quoted = read("sites.csv", b"id,name,hours\nn,\"a\r\nb, \"\"c\"\"\",none\n");
    assert_eq!(quoted.clinic.sites[0].name, "a\r\nb, \"c\"");
    assert!(quoted.clinic.sites[0].hours.is_empty());
}

/// Dates of a workbook in both date systems: the same number is another day.
#[test]
fn both_date_systems_are_read() {
    let row = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>week</v></c><c r=\"B1\" t=\"str\"><v>hours</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>46349</v></c><c r=\"B2\"><v>7.5</v></c></row>";
    for (properties, date) in [("", "2026-11-23"), ("<workbookPr date1904=\"1\"/>", "2030-11-24")] {
        let book = Book {
            rows: row.into(),
            properties,
            ..Book::default()
        };
        let file = Source {
            table: Some("scheduling_work".into()),
            ..source("x.xlsx", Content::Bytes(book.bytes()))
        };
        let imported = import(&[file], &Options::default());
        assert_eq!(
            imported.clinic.scheduling_work[0].week.to_string(),
            date,
            "{:?}",
            imported.issues
        );
    }
}

const STAFF: &str = "Staff ID,Therapist,Job Title,Site,Hours per week,Hourly rate\n\
    1,\"Rivera, Ana\",counselor,main,40,$36.50\n2,Bo Okafor,counselor,main,37.5,\"1,034.00\"\n3,Same Name,rn,main,20,30\n4,same name,rn,main,20,30\n";

fn staff_and(schedule: &str, options: &Options) -> Imported {
    let files = [
        source("staff.csv", Content::Text(STAFF.into())),
        source("appointments.csv", Content::Text(schedule.into())),
    ];
    import(&files, options)
}

#[test]
fn exports_of_other_programs_are_understood() {
    let schedule = "Weekly schedule\n\nAppt #,Type,Client,Therapist,Appt Date,Appt Time,Duration (hrs),Status,Notes\n\
        a,ind,p1,Ana Rivera,11/23/2026,9:30 AM,0.75,Checked Out,x\n\
        b,ind,p2,2,11/24/2026,2:00 PM,1,No Show,\n\
        c,ind,p3,same name,11/24/2026,3:00 PM,1,Scheduled,\n";
    let imported = staff_and(schedule, &Options::default());
    let staff = &imported.clinic.clinicians;
    assert_eq!((staff[0].contract_week_min, staff[1].contract_week_min), (2400, 2250));
    assert_eq!((staff[0].pay_cents_hour, staff[1].pay_cents_hour), (3650, 103_400));
    let rows = &imported.clinic.appointments;
    let shown: Vec<String> = rows
        .iter()
        .map(|row| {
            format!(
                "{} {:?} {} {} {:?}",
                row.id, row.clinicians, row.start, row.minutes, row.status
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "a [\"1\"] 2026-11-23T09:30 45 Completed",
            "b [\"2\"] 2026-11-24T14:00 60 NoShow",
            "c [\"same name\"] 2026-11-24T15:00 60 Booked"
        ]
    );
    let found = codes(&imported);
    for code in [
        "column.names",
        "row.ambiguous_name",
        "column.unknown",
        "column.fallback",
    ] {
        assert!(found.contains(&code), "{code}: {found:?}");
    }
    let matched: Vec<(&str, Option<&str>, Confidence)> = imported
        .columns
        .iter()
        .filter(|column| column.table == "appointments")
        .map(|column| (column.column.as_str(), column.field.as_deref(), column.confidence))
        .collect();
    assert_eq!(matched[0], ("Appt #", Some("id"), Confidence::Synonym));
    assert_eq!(matched[4], ("Appt Date", Some("start"), Confidence::Synonym));
    assert_eq!(matched[8], ("Notes", None, Confidence::None));
    let counts: Vec<(&str, u32, u32)> = imported
        .counts
        .iter()
        .map(|count| (count.table.as_str(), count.used, count.left_out))
        .collect();
    assert_eq!(counts, [("clinicians", 4, 0), ("appointments", 3, 0)]);
}

#[test]
fn ambiguous_dates_are_asked_about_once() {
    let schedule = "id,service,clinicians,start,minutes\na,s,1,3/4/2026 9:00,50\nb,s,1,5/6/2026 9:00,50\nc,s,1,2026-07-01T09:00,50\n";
    let open = staff_and(schedule, &Options::default());
    assert_eq!(open.clinic.appointments.len(), 1);
    assert_eq!(
        codes(&open)
            .iter()
            .filter(|code| code.contains("ambiguous_date"))
            .count(),
        1
    );
    for (order, start) in [
        (DateOrder::MonthFirst, "2026-03-04T09:00"),
        (DateOrder::DayFirst, "2026-04-03T09:00"),
    ] {
        let options = Options {
            dates: Some(order),
            ..Options::default()
        };
        let told = staff_and(schedule, &options);
        assert_eq!(told.clinic.appointments[0].start.to_string(), start);
        assert_eq!(told.clinic.appointments.len(), 3);
    }
    // One date that can only be read one way settles the column.
    let settled = staff_and(&format!("{schedule}d,s,1,13/12/2026 9:00,50\n"), &Options::default());
    assert_eq!(settled.clinic.appointments[0].start.to_string(), "2026-04-03T09:00");
}

#[test]
fn a_given_mapping_overrides_names() {
    let options = Options {
        mapping: vec![
            ColumnChoice {
                table: "sites".into(),
                column: "Label".into(),
                field: Some("name".into()),
            },
            ColumnChoice {
                table: "sites".into(),
                column: "name".into(),
                field: None,
            },
            ColumnChoice {
                table: "sites".into(),
                column: "x".into(),
                field: Some("nothing".into()),
            },
        ],
        ..Options::default()
    };
    let file = source(
        "sites.csv",
        Content::Text("id,name,label,hours\nn,old,new,none\n".into()),
    );
    let imported = import(&[file], &options);
    assert_eq!(imported.clinic.sites[0].name, "new");
    assert!(codes(&imported).contains(&"mapping.unknown_field"));
}

/// What each wrong value of a row is called; the row before and after it are kept.
#[test]
fn wrong_values_are_reported_at_their_row_and_field() {
    let columns =
        "id,patient,service,per_week,from,until,minutes,min_days_between,modalities,hours,priority,requested,mandated";
    let good = "o,p,s,3,2026-11-23,2026-12-23,50,1,video,Mon-Fri 08:00-12:00,3,2026-11-20T10:00,yes";
    let rows = [
        ("per_week", "three", "cell.not_a_number"),
        ("per_week", "1.5", "cell.not_whole"),
        ("per_week", "-1", "cell.out_of_range"),
        ("per_week", "1e308", "cell.not_whole"),
        ("per_week", "NaN", "cell.not_a_number"),
        ("per_week", "Infinity", "cell.not_a_number"),
        ("per_week", "9007199254740993", "cell.out_of_range"),
        ("per_week", "", "row.missing_value"),
        ("patient", "", "row.missing_value"),
        ("from", "2026-02-29", "cell.not_a_date"),
        ("from", "tomorrow", "cell.not_a_date"),
        ("minutes", "-50", "cell.out_of_range"),
        ("minutes", "0.5", "cell.not_a_duration"),
        ("minutes", "1441", "cell.out_of_range"),
        ("modalities", "video; smoke signs", "cell.unknown_choice"),
        ("hours", "Mon 12:00-08:00", "cell.not_hours"),
        ("hours", "Mon 08:00-08:00", "cell.not_hours"),
        ("requested", "2026-11-20T10:00Z", "cell.time_zone"),
        ("requested", "2026-11-20T25:00", "cell.not_a_date"),
        ("mandated", "perhaps", "cell.not_yes_or_no"),
    ];
    for (field, text, code) in rows {
        let place = columns.split(',').position(|column| column == field).unwrap();
        let mut cells: Vec<&str> = good.split(',').collect();
        cells[place] = text;
        cells[0] = "wrong";
        let file = format!("{columns}\n{good}\n{}\n{good}\n", cells.join(","));
        let imported = read("orders.csv", file.as_bytes());
        let issue = imported
            .issues
            .iter()
            .find(|issue| issue.severity == Severity::Error)
            .unwrap_or_else(|| panic!("{field} {text}"));
        let place = (
            issue.code.as_str(),
            issue.row,
            issue.field.as_deref(),
            issue.id.as_deref(),
        );
        assert_eq!(place, (code, Some(2), Some(field), Some("wrong")), "{text}");
        assert_eq!(imported.clinic.orders.len(), 2, "{text}");
        assert_eq!((imported.counts[0].used, imported.counts[0].left_out), (2, 1));
    }
}

#[test]
fn many_faults_of_a_kind_are_counted() {
    let rows: String = (0..1000).map(|row| format!("{row},x,sometimes\n")).collect();
    let imported = read("sites.csv", format!("{HEADER}{rows}").as_bytes());
    assert_eq!(imported.counts[0].left_out, 1000);
    assert_eq!(imported.issues.len(), 201);
    assert!(imported.issues.last().unwrap().cause.contains("800 more"));
}

#[test]
fn documents_are_read_row_by_row() {
    let document = r#"{"format": "rosterwell-clinic/1", "color": 1, "__proto__": {"x": 1},
        "settings": {"name": "A", "grid_min": "five", "constructor": 2, "name": "B"},
        "sites": [{"id": "a", "name": "A", "hours": ""}, {"id": "b", "name": 5.5, "hours": ""}, 7,
                  {"id": 9007199254740993, "name": "C", "hours": "Mon 08:00-09:00", "latitude": 1e308},
                  {"id": "d", "name": null, "hours": "", "hasOwnProperty": 1},
                  {"id": 9007199254740993, "name": "E", "hours": "", "latitude": -0.0}],
        "rooms": {"id": "r"}}"#;
    let imported = read("clinic.json", document.as_bytes());
    let sites: Vec<&str> = imported.clinic.sites.iter().map(|site| site.id.as_str()).collect();
    assert_eq!(sites, ["a", "9007199254740993"]);
    assert_eq!(imported.clinic.settings.name, "B");
    assert_eq!(imported.clinic.settings.grid_min, 5);
    let mut found: Vec<String> = imported
        .issues
        .iter()
        .map(|issue| {
            format!(
                "{} {} {:?} {}",
                issue.code,
                issue.table,
                issue.row,
                issue.field.as_deref().unwrap_or("-")
            )
        })
        .collect();
    found.sort();
    assert_eq!(
        found,
        [
            "cell.out_of_range sites Some(4) latitude",
            "document.duplicate_key settings None -",
            "document.unknown_table clinic.json None -",
            "document.unknown_table clinic.json None -",
            "row.missing_value sites Some(5) name",
            "row.unknown_field settings Some(1) -",
            "row.unknown_field sites Some(5) -",
            "row.wrong_type sites Some(3) -",
            "table.wrong_type rooms None -",
            "value.wrong_type settings Some(1) grid_min",
            "value.wrong_type sites Some(2) name",
        ]
    );
}

#[test]
fn a_number_beyond_all_bounds_costs_its_row_only() {
    let document = r#"{"format": "rosterwell-clinic/1", "settings": {"name": "1e999 \"-1e999\\"},
        "sites": [{"id": "a", "name": "A", "hours": "", "latitude": 1e999}, {"id": "b", "name": "B", "hours": ""},
                  {"id": "c", "name": "C", "hours": "", "longitude": -1E+999}, -1e999, 1e999]}"#;
    let imported = read("clinic.json", document.as_bytes());
    let sites: Vec<&str> = imported.clinic.sites.iter().map(|site| site.id.as_str()).collect();
    assert_eq!(sites, ["b"], "{:#?}", imported.issues);
    assert_eq!(imported.clinic.settings.name, "1e999 \"-1e999\\");
    let found: Vec<(&str, Option<u32>, Option<&str>)> = imported
        .issues
        .iter()
        .map(|issue| (issue.code.as_str(), issue.row, issue.field.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            ("value.wrong_type", Some(1), Some("latitude")),
            ("value.wrong_type", Some(3), Some("longitude")),
            ("row.wrong_type", Some(4), None),
            ("row.wrong_type", Some(5), None),
        ]
    );
}

#[test]
fn every_file_case_from_1_to_20_is_a_row() {
    let cases: Vec<&str> = text_cases()
        .iter()
        .chain(&workbook_cases())
        .map(|case| case.0)
        .collect();
    for number in 1..=20 {
        assert!(
            cases.iter().any(|case| case.starts_with(&format!("{number} "))),
            "{number}"
        );
    }
}

#[test]
fn documents_that_cannot_be_read_say_why() {
    for (text, code) in [
        ("{", "file.not_json"),
        ("{} {}", "file.not_json"),
        ("[]", "file.not_a_document"),
        ("{\"sites\": []}", "file.not_a_document"),
        ("{\"format\": \"rosterwell-clinic/2\"}", "file.newer_format"),
        ("{\"format\": \"rosterwell-clinic/99999999999\"}", "file.unknown_format"),
        ("{\"format\": \"other/1\"}", "file.unknown_format"),
        ("{\"format\": 1}", "file.unknown_format"),
        ("{\"format\": \"rosterwell-clinic/1\", \"sites\": NaN}", "file.not_json"),
        (
            "{\"format\": \"rosterwell-clinic/1\", \"sites\": [1e999}",
            "file.not_json",
        ),
        (&"[".repeat(100_000), "file.too_deep"),
        (&"{\"a\":".repeat(100_000), "file.too_deep"),
    ] {
        let imported = read("clinic.json", text.as_bytes());
        assert_eq!(codes(&imported), [code], "{}", &text[..text.len().min(60)]);
        assert!(imported.counts.is_empty());
    }
}

/// The file was made with LibreOffice from `tests/data/libreoffice-clinic.fods`; see `tests/data/README.md`.
#[test]
fn a_workbook_saved_by_libreoffice_is_read() {
    let bytes = include_bytes!("../data/libreoffice-clinic.xlsx");
    let imported = read("libreoffice-clinic.xlsx", bytes);
    let counts: Vec<String> = imported
        .counts
        .iter()
        .map(|count| format!("{} {}/{}", count.table, count.used, count.left_out))
        .collect();
    assert_eq!(
        counts,
        [
            "sites 2/0",
            "rooms 2/0",
            "services 2/0",
            "clinicians 2/1",
            "patients 2/0",
            "appointments 2/1"
        ],
        "{:#?}",
        imported.issues
    );
    let clinic = &imported.clinic;
    assert_eq!(clinic.sites[0].longitude, Some(-74.006));
    assert_eq!(clinic.rooms[0].site, "main");
    assert_eq!(
        (clinic.clinicians[0].id.as_str(), clinic.clinicians[0].contract_week_min),
        ("0012", 2400)
    );
    assert_eq!(
        (clinic.clinicians[0].pay_cents_hour, clinic.clinicians[0].telehealth),
        (3650, true)
    );
    assert_eq!(clinic.patients[0].admitted.unwrap().to_string(), "2026-10-05");
    assert_eq!(clinic.patients[0].preferred_clinicians, ["0012"]);
    let first = &clinic.appointments[0];
    assert_eq!(
        (first.start.to_string().as_str(), first.minutes),
        ("2026-11-23T09:30", 50)
    );
    assert_eq!(
        (first.patient.as_deref(), first.room.as_deref()),
        (Some("p1"), Some("102"))
    );
    let found = codes(&imported);
    for code in [
        "cell.formula_error",
        "cell.end_before_start",
        "sheet.hidden",
        "file.unknown_table",
        "column.names",
    ] {
        assert!(found.contains(&code), "{code}: {found:?}");
    }
}

/// Good files to be damaged.
fn seeds() -> Vec<(&'static str, Vec<u8>)> {
    let clinic = rosterwell::sample::sample(&rosterwell::sample::SampleRequest {
        clinicians: 2,
        weeks: Some(1),
        ..rosterwell::sample::SampleRequest::default()
    });
    let tables = rosterwell::export::clinic_tables(&clinic).unwrap();
    let appointments = tables.tables.iter().find(|table| table.name == "appointments").unwrap();
    let mut json = rosterwell::export::clinic_json(&clinic).unwrap();
    json.truncate(json.len().min(20_000));
    let mut csv = rosterwell::export::csv_text(appointments);
    while csv.len() > 4_000 {
        csv.pop();
    }
    vec![
        ("appointments.csv", csv.into_bytes()),
        ("clinic.json", json.into_bytes()),
        ("sites.xlsx", Book::default().bytes()),
        (
            "libreoffice.xlsx",
            include_bytes!("../data/libreoffice-clinic.xlsx").to_vec(),
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000), start in 0..6_usize) {
        let start: &[u8] = [&b""[..], b"PK\x03\x04", b"{\"format\":\"rosterwell-clinic/1\",", b"id,name\n", b"\xFF\xFE", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"][start];
        for name in ["x", "clinicians.csv"] {
            read(name, &[start, &bytes].concat());
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), cells in prop::collection::vec(".{0,12}", 0..60)) {
        for name in ["appointments.csv", "settings.csv", "clinic.json"] {
            read(name, text.as_bytes());
            let table = format!("id,service,clinicians,Appt Date,Appt Time,End Time,minutes\n{}", cells.chunks(7).map(|row| row.join(",")).collect::<Vec<_>>().join("\n"));
            read(name, table.as_bytes());
        }
    }

    #[test]
    fn damaged_files_are_read_or_refused(which in 0..4_usize, edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..12)) {
        let (name, mut bytes) = seeds().swap_remove(which);
        for (place, byte, kind) in edits {
            let at = place.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => bytes.truncate(at.max(1)),
            }
        }
        read(name, &bytes);
    }

    #[test]
    fn damaged_sheets_are_read_or_refused(edits in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(vec!["<", ">", "\"", "r=\"", "A", "9", "99999", "t=\"s\"", "t=\"d\"", "</c>", "<v>", "&amp;", "&#x0;", "\u{7f}", "s=\"1\"", "-1e400"])), 1..6)) {
        let mut rows = SITE_ROWS.to_string();
        for (place, piece) in edits {
            rows.insert_str(place.index(rows.len()), piece);
        }
        read("sites.xlsx", &Book { rows, ..Book::default() }.bytes());
    }
}
