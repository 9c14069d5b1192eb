//! Workbooks: the bytes of an archive, or of its parts with a good archive around them. Those begin with the sheet; shared
//! strings, styles, workbook and its relations may follow, each after a zero byte.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use rosterwell::import::workbook::read_workbook;
use rosterwell::import::{Content, Options, Source, import};
use rosterwell_fuzz::assert_told;
use zip::write::SimpleFileOptions;

/// Names of the parts, and what stands there if the input has none.
const PARTS: [(&str, &[u8]); 5] = [
    ("xl/worksheets/sheet1.xml", b""),
    ("xl/sharedStrings.xml", br#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>North</t></si></sst>"#),
    ("xl/styles.xml", br#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#),
    ("xl/workbook.xml", br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="sites" sheetId="1" r:id="r1"/></sheets></workbook>"#),
    ("xl/_rels/workbook.xml.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#),
];
/// Parts that are always the same.
const AROUND: [(&str, &[u8]); 2] = [
    ("[Content_Types].xml", br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#),
    ("_rels/.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
];

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        assert_told(&read_workbook(bytes).issues);
        return;
    }
    let given = bytes.split(|&byte| byte == 0).map(Some).chain(std::iter::repeat(None));
    let parts = PARTS
        .into_iter()
        .zip(given)
        .map(|((name, usual), given)| (name, given.unwrap_or(usual)));
    let read = read_workbook(&packed(AROUND.into_iter().chain(parts)));
    assert_told(&read.issues);
    let source = Source {
        name: "fuzz.xlsx".into(),
        table: None,
        content: Content::Tables(read.tables),
    };
    assert_told(&import(&[source], &Options::default()).issues);
});

/// An archive of these parts.
fn packed<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(name, stored).expect("a part begins");
        archive.write_all(bytes).expect("memory takes it");
    }
    archive.finish().expect("the archive ends").into_inner()
}
