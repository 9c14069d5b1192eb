//! What a file is that is none of ours, told by its first bytes whatever its name says.

use crate::error::Issue;

/// The reason to refuse, if the bytes are of a kind that is not read.
pub(super) fn foreign(bytes: &[u8]) -> Option<Issue> {
    const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let issue = |code, cause, action| Some(Issue::error(code, "", cause, action));
    if bytes.starts_with(OLE) && utf16_is_in(bytes, "EncryptedPackage") {
        return issue(
            "workbook.encrypted",
            "the workbook is protected with a password",
            "open it, remove the password and save it again",
        );
    }
    if bytes.starts_with(OLE) {
        return issue(
            "workbook.old_format",
            "this is a workbook of the old .xls format, whatever its name says",
            "open it in a spreadsheet program and save it as .xlsx or CSV",
        );
    }
    let starts: [&[u8]; 6] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"%PDF", b"\x1F\x8B", b"{\\rtf"];
    if starts.iter().any(|start| bytes.starts_with(start)) {
        return issue(
            "file.not_a_table",
            "this is an image, a document or an archive",
            "choose CSV, XLSX or JSON files",
        );
    }
    None
}

/// True for text that begins like HTML or XML.
pub(super) fn is_markup(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(9).flat_map(char::to_lowercase).collect();
    ["<!doctype", "<html", "<table", "<?xml", "<head", "<body", "<div"]
        .iter()
        .any(|tag| head.starts_with(tag))
}

/// True for bytes that begin like a zip archive, as workbooks do.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// True if the bytes hold this ASCII text as UTF-16LE, as directories of OLE files do.
fn utf16_is_in(bytes: &[u8], text: &str) -> bool {
    let wanted: Vec<u8> = text.bytes().flat_map(|byte| [byte, 0]).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
