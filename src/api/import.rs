//! `import`: files of other programs become the open clinic.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::reply::ClinicSummary;
use crate::error::{Error, Issue, Result};
use crate::import::profiles::{Profile, ProfileFit};
use crate::import::{self, ColumnChoice, ColumnMatch, Content, DateOrder, DecimalMark, Options, RowCount, Source};
use crate::model::Clinic;
use crate::model::columns::{TABLES, Table};
use crate::model::raw::RawTables;

/// Request of `import`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ImportRequest {
    /// The files, at least one. Files of the same table add up.
    pub files: Vec<ImportFile>,
    /// Columns whose field is set by hand.
    #[serde(default)]
    pub mapping: Vec<ColumnChoice>,
    /// Which number comes first in dates like `3/4/2026`; found out by column if absent.
    #[serde(default)]
    pub dates: Option<DateOrder>,
    /// The decimal mark; found out by table if absent.
    #[serde(default)]
    pub decimal: Option<DecimalMark>,
    /// IANA time zone of the site, for files that tell instants and not the zone; the open clinic's if absent.
    #[serde(default)]
    pub time_zone: Option<String>,
    /// How exports of known sources are read, at most 100: the first that fits a file is applied to it.
    #[serde(default)]
    pub profiles: Vec<Profile>,
    /// True to read and report only: what is open stays open.
    #[serde(default)]
    pub preview: bool,
}

/// One file of an import. Exactly one of `text`, `base64` and `tables` is given.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ImportFile {
    /// File name; tells the table, if `table` does not.
    pub name: String,
    /// The table it holds, if the name does not say so.
    #[serde(default)]
    pub table: Option<String>,
    /// Text: CSV, pasted cells, or the JSON document.
    #[serde(default)]
    pub text: Option<String>,
    /// Bytes in base64: a text file of any encoding, or a workbook.
    #[serde(default)]
    pub base64: Option<String>,
    /// A workbook that was read by the workbook module.
    #[serde(default)]
    pub tables: Option<RawTables>,
}

/// The fields of a table.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TableFields {
    /// Table name.
    pub table: String,
    /// Field names.
    pub fields: Vec<String>,
}

/// Reply of `import`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ImportReply {
    /// True if the rows are now the open clinic; false for a preview, or if no row could be used.
    pub opened: bool,
    /// What was wrong with the files.
    pub issues: Vec<Issue>,
    /// How the columns were understood.
    pub columns: Vec<ColumnMatch>,
    /// The fields of the tables that were read, for columns that are mapped by hand.
    pub fields: Vec<TableFields>,
    /// Profiles that fit the files: those of the request and shipped ones.
    pub profiles: Vec<ProfileFit>,
    /// Rows used and left out, by table.
    pub counts: Vec<RowCount>,
    /// What was found when the rows were put together; empty if nothing was opened.
    pub clinic_issues: Vec<Issue>,
    /// What the clinic holds, if it was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<ClinicSummary>,
}

/// Reads files and opens the clinic of all good rows in place of what was open.
///
/// # Errors
/// `import.no_files`, `import.content`, `import.base64`: the request itself is wrong. Faults in the files are issues.
pub fn import(desk: &mut Desk, request: ImportRequest) -> Result<ImportReply> {
    let preview = request.preview;
    let zone = desk.clinic().ok().map(|clinic| clinic.settings.time_zone.clone());
    let imported = read(request, zone, None)?;
    let opened = !preview && imported.counts.iter().any(|count| count.used > 0);
    let mut reply = ImportReply {
        opened,
        issues: imported.issues,
        fields: fields_of(&imported.columns),
        columns: imported.columns,
        profiles: imported.fits,
        counts: imported.counts,
        clinic_issues: Vec::new(),
        summary: None,
    };
    if opened {
        desk.open(imported.clinic);
        reply.clinic_issues = desk.issues()?.to_vec();
        reply.summary = Some(ClinicSummary::new(desk)?);
    }
    Ok(reply)
}

fn fields_of(columns: &[ColumnMatch]) -> Vec<TableFields> {
    let is_read = |table: &&Table| columns.iter().any(|column| column.table == table.name);
    let fields = |table: &Table| TableFields {
        table: table.name.into(),
        fields: table.columns.iter().map(|column| column.name.into()).collect(),
    };
    TABLES.iter().filter(is_read).map(fields).collect()
}

/// Reads the files of a request; beside a clinic, what they name may be rows of it.
///
/// # Errors
/// As [`import`].
pub(super) fn read(
    request: ImportRequest,
    usual_zone: Option<String>,
    present: Option<&Clinic>,
) -> Result<import::Imported> {
    let (sources, options) = sources_of(request, usual_zone)?;
    Ok(match present {
        Some(clinic) => import::import_beside(&sources, &options, clinic),
        None => import::import(&sources, &options),
    })
}

/// The files of a request and how they are to be read; `usual_zone` is the time zone where they do not say one.
///
/// # Errors
/// As [`import`].
pub(super) fn sources_of(request: ImportRequest, usual_zone: Option<String>) -> Result<(Vec<Source>, Options)> {
    if request.files.is_empty() {
        return Err(Error::new("import.no_files", "there is no file: choose at least one").at("files"));
    }
    let named = request.files.into_iter().enumerate();
    let sources = named
        .map(|(place, file)| source(place, file))
        .collect::<Result<Vec<_>>>()?;
    let options = Options {
        mapping: request.mapping,
        dates: request.dates,
        decimal: request.decimal,
        time_zone: request.time_zone.or(usual_zone),
        profiles: request.profiles,
    };
    Ok((sources, options))
}

fn source(place: usize, file: ImportFile) -> Result<Source> {
    let at = |field: &str| format!("files[{place}].{field}");
    let content = match (file.text, file.base64, file.tables) {
        (Some(text), None, None) => Content::Text(text),
        (None, Some(text), None) => Content::Bytes(from_base64(&text).ok_or_else(|| {
            Error::new("import.base64", "the bytes are not base64: send them again").at(at("base64"))
        })?),
        (None, None, Some(tables)) => Content::Tables(tables),
        _ => {
            let message = "a file has exactly one of `text`, `base64` and `tables`";
            return Err(Error::new("import.content", message).at(format!("files[{place}]")));
        }
    };
    Ok(Source {
        name: file.name,
        table: file.table,
        content,
    })
}

/// The bytes of base64 text (RFC 4648, standard alphabet), padded or not; line ends are skipped.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut num_bits) = (0_u32, 0);
    let letters = text.trim_end().trim_end_matches('=').bytes();
    for letter in letters.filter(|letter| !matches!(letter, b'\n' | b'\r')) {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(value);
        num_bits += 6;
        if num_bits >= 8 {
            num_bits -= 8;
            bytes.push((held >> num_bits) as u8);
            held &= (1 << num_bits) - 1;
        }
    }
    // A single letter left over is half a byte: the text was cut.
    (num_bits < 6 && held == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::from_base64;

    #[test]
    fn base64_reads_the_test_vectors_of_rfc_4648() {
        for (text, bytes) in [
            ("", ""),
            ("Zg==", "f"),
            ("Zm8=", "fo"),
            ("Zm9v", "foo"),
            ("Zm9vYg", "foob"),
            ("Zm9v\r\nYmE=", "fooba"),
            ("Zm9vYmFy\n", "foobar"),
        ] {
            assert_eq!(from_base64(text).as_deref(), Some(bytes.as_bytes()), "{text}");
        }
        for text in ["Zm9vY", "Zm9v!", "é", "Zh=="] {
            assert_eq!(from_base64(text), None, "{text}");
        }
    }
}
