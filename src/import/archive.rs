//! A look at a zip archive before anything unpacks it for good: how many entries, how large, do they overlap, do they
//! hold what they say. A workbook that passes cannot make its reader use more memory than the limits allow.

use std::io::{Cursor, Read};

use crate::error::Issue;
use crate::order::Arrange;

/// Largest workbook file, bytes. Our choice: three times the largest year of appointments seen.
pub const MAX_WORKBOOK_BYTES: usize = 32 << 20;
/// Entries in the archive. A workbook needs a few per sheet.
pub const MAX_ENTRIES: usize = 2_000;
/// Unpacked size of all entries, bytes.
pub const MAX_UNPACKED_BYTES: u64 = 64 << 20;
/// Unpacked to packed size of one entry. Deflate reaches 1000; sheets of real tables stay below 50.
pub const MAX_RATIO: u64 = 200;
/// Entries below this size may have any ratio, bytes.
const SMALL_ENTRY: u64 = 64 << 10;
/// Entries of `sharedStrings.xml`.
pub const MAX_SHARED_STRINGS: usize = 500_000;
/// Merged ranges in all sheets.
pub const MAX_MERGES: usize = 10_000;

/// What is worth knowing about an archive that passed.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) num_merges: usize,
    pub(super) has_macros: bool,
}

/// One entry of the central directory.
struct Entry {
    packed: u64,
    unpacked: u64,
    /// Where its local header begins.
    start: u64,
    /// Length of its name, bytes.
    name: u64,
}

fn refuse(code: &str, cause: impl Into<String>, action: &str) -> Issue {
    Issue::error(code, "", cause, action)
}

const SAVE_AGAIN: &str = "open it in a spreadsheet program and save it again as .xlsx, or as CSV";

/// Checks every limit; the first one that is broken is the reason to refuse.
pub(super) fn survey(bytes: &[u8]) -> Result<Survey, Issue> {
    if bytes.len() > MAX_WORKBOOK_BYTES {
        return Err(refuse(
            "workbook.too_large",
            format!(
                "the file has {} MB; the most is {}",
                bytes.len() >> 20,
                MAX_WORKBOOK_BYTES >> 20
            ),
            "split it, for example by year, or save the large sheets as CSV",
        ));
    }
    let entries = central_directory(bytes)?;
    check_sizes(&entries)?;
    check_overlaps(&entries)?;
    unpack_all(bytes)
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    Some(part.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte)))
}

/// The entries that the end of the archive lists [APPNOTE 6.3.10, 4.3.12 and 4.3.16].
fn central_directory(bytes: &[u8]) -> Result<Vec<Entry>, Issue> {
    let broken = || refuse("workbook.not_a_zip", "the file is cut off or damaged", SAVE_AGAIN);
    // The end record has 22 bytes and a comment of at most 65,535.
    let first = bytes.len().saturating_sub(22 + 65_535);
    let tail = bytes.get(first..).unwrap_or_default();
    let end = first
        + tail
            .windows(4)
            .rposition(|window| window == b"PK\x05\x06")
            .ok_or_else(broken)?;
    let count = number(bytes, end + 10, 2).ok_or_else(broken)?;
    let mut at = number(bytes, end + 16, 4).ok_or_else(broken)? as usize;
    if count == 0xFFFF || at == 0xFFFF_FFFF || count as usize > MAX_ENTRIES {
        return Err(refuse(
            "workbook.too_many_entries",
            format!("the archive has more than {MAX_ENTRIES} parts"),
            SAVE_AGAIN,
        ));
    }
    let mut entries = Vec::new();
    while number(bytes, at, 4) == Some(0x0201_4B50) {
        let field = |place: usize, length: usize| number(bytes, at + place, length).ok_or_else(broken);
        let lengths = (field(28, 2)?, field(30, 2)?, field(32, 2)?);
        entries.push(Entry {
            packed: field(20, 4)?,
            unpacked: field(24, 4)?,
            start: field(42, 4)?,
            name: lengths.0,
        });
        if entries.len() > MAX_ENTRIES {
            break;
        }
        at += 46 + (lengths.0 + lengths.1 + lengths.2) as usize;
    }
    if entries.len() != count as usize {
        return Err(refuse(
            "workbook.wrong_sizes",
            "the archive lists another number of parts than it has",
            SAVE_AGAIN,
        ));
    }
    Ok(entries)
}

fn check_sizes(entries: &[Entry]) -> Result<(), Issue> {
    let total: u64 = entries.iter().map(|entry| entry.unpacked).sum();
    if total > MAX_UNPACKED_BYTES {
        return Err(refuse(
            "workbook.unpacks_too_large",
            format!(
                "unpacked it has {} MB; the most is {}",
                total >> 20,
                MAX_UNPACKED_BYTES >> 20
            ),
            "split it, for example by year, or save the large sheets as CSV",
        ));
    }
    let is_bomb = |entry: &&Entry| entry.unpacked > SMALL_ENTRY && entry.unpacked / MAX_RATIO > entry.packed;
    if entries.iter().any(|entry| is_bomb(&entry)) {
        return Err(refuse(
            "workbook.packed_too_tight",
            format!("a part of it unpacks to more than {MAX_RATIO} times its size"),
            SAVE_AGAIN,
        ));
    }
    Ok(())
}

fn check_overlaps(entries: &[Entry]) -> Result<(), Issue> {
    let mut spans: Vec<(u64, u64)> = entries
        .iter()
        .map(|entry| (entry.start, entry.start + 30 + entry.name + entry.packed))
        .collect();
    spans.arrange();
    if spans.windows(2).any(|pair| matches!(pair, [a, b] if a.1 > b.0)) {
        return Err(refuse(
            "workbook.overlapping_entries",
            "parts of the archive lie on top of each other",
            SAVE_AGAIN,
        ));
    }
    Ok(())
}

/// Unpacks every part once, counting: the declared sizes may be lies.
fn unpack_all(bytes: &[u8]) -> Result<Survey, Issue> {
    let broken = |_| {
        refuse(
            "workbook.damaged",
            "a part of the file is damaged, encrypted or of another size than it says",
            SAVE_AGAIN,
        )
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut survey = Survey::default();
    let (mut budget, mut has_workbook, mut num_strings) = (MAX_UNPACKED_BYTES, false, 0);
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(broken)?;
        let name = entry.name().map_err(broken)?.to_string();
        let declared = entry.size();
        let mut text = Vec::new();
        // One byte more than declared or left shows the lie.
        let most = declared.min(budget).saturating_add(1);
        entry
            .take(most)
            .read_to_end(&mut text)
            .map_err(|_| broken(zip::result::ZipError::FileNotFound))?;
        if text.len() as u64 != declared {
            return Err(broken(zip::result::ZipError::InvalidArchive("size".into())));
        }
        budget = budget.saturating_sub(declared);
        has_workbook |= name == "xl/workbook.xml";
        survey.has_macros |= name.ends_with("vbaProject.bin");
        if name.ends_with(".xml") || name.ends_with(".rels") {
            check_xml(&text)?;
        }
        if name.starts_with("xl/worksheets/") {
            check_positions(&text)?;
            survey.num_merges += count(&text, b"mergeCell ");
        }
        if name.ends_with("sharedStrings.xml") {
            num_strings += count(&text, b"si>") + count(&text, b"si ") + count(&text, b"si/");
        }
    }
    if !has_workbook {
        return Err(refuse(
            "workbook.not_a_workbook",
            "this is an archive but no .xlsx workbook",
            "choose an .xlsx file, or save the sheets as CSV",
        ));
    }
    for (code, found, most, what) in [
        (
            "workbook.too_many_strings",
            num_strings,
            MAX_SHARED_STRINGS,
            "different texts",
        ),
        (
            "workbook.too_many_merges",
            survey.num_merges,
            MAX_MERGES,
            "merged ranges",
        ),
    ] {
        if found > most {
            return Err(refuse(
                code,
                format!("the workbook has {found} {what}; the most is {most}"),
                "keep only the tables that are needed, or save them as CSV",
            ));
        }
    }
    Ok(survey)
}

/// What follows each `<`.
fn tags(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|&byte| byte == b'<').skip(1)
}

fn count(text: &[u8], tag: &[u8]) -> usize {
    tags(text).filter(|found| found.starts_with(tag)).count()
}

/// No workbook needs a document type; they are how entities are made to expand or to read files.
fn check_xml(text: &[u8]) -> Result<(), Issue> {
    let begins = |tag: &[u8], word: &[u8]| {
        tag.get(..word.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(word))
    };
    if tags(text).any(|tag| begins(tag, b"!DOCTYPE") || begins(tag, b"!ENTITY")) {
        return Err(refuse(
            "workbook.doctype",
            "a part of the file declares XML entities, which no spreadsheet program writes",
            SAVE_AGAIN,
        ));
    }
    Ok(())
}

/// Every position in a sheet is like `XFD1048576`: at most three letters and seven digits. Longer ones would overflow.
fn check_positions(text: &[u8]) -> Result<(), Issue> {
    for at in text
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'=')
        .map(|(at, _)| at)
    {
        let before = text.get(..at).unwrap_or_default().trim_ascii_end();
        let name = before.rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
        if name != b"r" && name != b"ref" {
            continue;
        }
        let after = text.get(at + 1..).unwrap_or_default().trim_ascii_start();
        let Some((quote, rest)) = after.split_first() else {
            continue;
        };
        let length = rest.iter().take(64).position(|byte| byte == quote).unwrap_or(64);
        let value = rest.get(..length).unwrap_or_default();
        if !value.split(|&byte| byte == b':').all(is_position) {
            return Err(refuse(
                "workbook.wrong_position",
                "a cell has a position that does not exist",
                SAVE_AGAIN,
            ));
        }
    }
    Ok(())
}

fn is_position(text: &[u8]) -> bool {
    let text: Vec<u8> = text.iter().copied().filter(|&byte| byte != b'$').collect();
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let digits = text
        .iter()
        .skip(letters)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    letters <= 3 && digits <= 7 && letters + digits == text.len()
}
