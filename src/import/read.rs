//! The entry: files in, clinic out. Finds out what each file is and hands it to its reader.

use serde::{Deserialize, Serialize};

use crate::error::{Issue, Severity};
use crate::model::Clinic;
use crate::model::columns::{self, Table, fold};
use crate::model::raw::{RawTable, RawTables};

use super::cells::excerpt;
use super::decode::{Decoded, MAX_TEXT_BYTES, decode, tidy};
use super::draft::{Draft, Origins};
use super::foreign::{foreign, is_markup, is_zip};
use super::headers::{Confidence, Part, table_of_header, table_of_name};
use super::limits::{MAX_CELLS, MAX_FILES};
use super::moments::DateOrder;
use super::numbers::DecimalMark;
use super::profiles::{MAX_PROFILES, Profile, ProfileFit, fitting};
use super::{csv, fhir, icalendar, json, references, rows};

/// A file to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Its name, used to tell the table and in issues.
    pub name: String,
    /// The table it holds, if the name does not say so.
    pub table: Option<String>,
    /// What is in it.
    pub content: Content,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Text that was decoded already, for example pasted.
    Text(String),
    /// The bytes of a text file or workbook.
    Bytes(Vec<u8>),
    /// The tables of a workbook that was read already.
    Tables(RawTables),
}

/// What the user has said about the files.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// Columns whose field is set by hand.
    pub mapping: Vec<ColumnChoice>,
    /// Which number comes first in dates like `3/4/2026`; found out by column if absent.
    pub dates: Option<DateOrder>,
    /// The decimal mark; found out by table if absent.
    pub decimal: Option<DecimalMark>,
    /// IANA time zone of the site, for files that tell instants and not the zone.
    pub time_zone: Option<String>,
    /// How exports of known sources are read.
    pub profiles: Vec<Profile>,
}

/// A column and the field it holds, set by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ColumnChoice {
    /// Table name.
    pub table: String,
    /// Column name in the file.
    pub column: String,
    /// Field name; absent to leave the column out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

/// How a column of a file was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ColumnMatch {
    /// File or sheet.
    pub file: String,
    /// Table it was read into.
    pub table: String,
    /// Column name in the file.
    pub column: String,
    /// Field name; absent if the column was left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What of the field it holds.
    pub part: Part,
    /// True if plain numbers in it were read as hours.
    pub in_hours: bool,
    /// How sure that is.
    pub confidence: Confidence,
    /// Its first values.
    pub samples: Vec<String>,
}

/// Rows of a table that were used and left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RowCount {
    /// Table name.
    pub table: String,
    /// Rows used.
    pub used: u32,
    /// Rows left out; the issues say why.
    pub left_out: u32,
}

/// Where a row came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The file, by its place in the list of sources.
    pub file: usize,
    /// The row in its table of that file, counted from 1 without the header.
    pub row: usize,
}

/// What came of an import.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// All good rows.
    pub clinic: Clinic,
    /// Where they came from.
    pub origins: Origins,
    /// Everything else.
    pub issues: Vec<Issue>,
    /// How the columns of files and sheets were understood.
    pub columns: Vec<ColumnMatch>,
    /// Profiles that fit them.
    pub fits: Vec<ProfileFit>,
    /// By table, in the order of the document; tables without rows are not listed.
    pub counts: Vec<RowCount>,
}

/// Reads files into a new clinic. Files of the same table add up.
///
/// Never fails and never panics, whatever the bytes are. Time grows linearly with the size of the files.
///
/// ```
/// use rosterwell::import::{Content, Options, Source, import};
/// let sites = Source {
///     name: "locations.csv".into(),
///     table: None,
///     content: Content::Text("Location ID,Location,Opening hours\nn,North,Mon-Fri 08:00-17:00\n".into()),
/// };
/// let imported = import(&[sites], &Options::default());
/// assert_eq!(imported.clinic.sites[0].name, "North");
/// ```
pub fn import(sources: &[Source], options: &Options) -> Imported {
    read_all(sources, options, None)
}

/// The same for files that belong beside a clinic: who and what they name may be rows of that clinic.
pub fn import_beside(sources: &[Source], options: &Options, present: &Clinic) -> Imported {
    read_all(sources, options, Some(present))
}

fn read_all(sources: &[Source], options: &Options, present: Option<&Clinic>) -> Imported {
    let (draft, columns, fits) = read_rows(sources, options, present);
    let (clinic, origins, counts, issues) = draft.finish();
    Imported {
        clinic,
        origins,
        issues,
        columns,
        fits,
        counts,
    }
}

/// Reads every file into one draft.
pub(super) fn read_rows(
    sources: &[Source],
    options: &Options,
    present: Option<&Clinic>,
) -> (Draft, Vec<ColumnMatch>, Vec<ProfileFit>) {
    let mut reader = Reader {
        options,
        draft: Draft::default(),
        columns: Vec::new(),
        fits: Vec::new(),
        cells: 0,
        fhir: fhir::Intake::default(),
        calendars: Vec::new(),
    };
    reader.check_options();
    reader.check_profiles();
    if sources.len() > MAX_FILES {
        reader.draft.issues.push(Issue::error(
            "import.too_many_files",
            "",
            format!("{} files are more than {MAX_FILES}", sources.len()),
            "choose the files of one clinic; the others were left out",
        ));
    }
    for (file, source) in sources.iter().enumerate().take(MAX_FILES) {
        reader.draft.file = file;
        reader.read(source);
    }
    std::mem::take(&mut reader.fhir).read(options.time_zone.as_deref(), &mut reader.draft);
    // Calendars name rows of the other files.
    icalendar::read(&reader.calendars, &mut reader.draft);
    references::resolve(&mut reader.draft, present);
    (reader.draft, reader.columns, reader.fits)
}

struct Reader<'a> {
    options: &'a Options,
    draft: Draft,
    columns: Vec<ColumnMatch>,
    fits: Vec<ProfileFit>,
    cells: usize,
    fhir: fhir::Intake,
    /// Name and text.
    calendars: Vec<(String, String)>,
}

impl Reader<'_> {
    fn check_options(&mut self) {
        for choice in &self.options.mapping {
            let table = columns::table(&choice.table);
            let is_known = match &choice.field {
                Some(field) => table.is_some_and(|table| table.column(field).is_some()),
                None => table.is_some(),
            };
            if !is_known {
                self.draft.issues.push(Issue::error(
                    "mapping.unknown_field",
                    &choice.table,
                    format!(
                        "the column {} is mapped to a field that is not there",
                        excerpt(&choice.column)
                    ),
                    "choose a table and field of the list of columns",
                ));
            }
        }
    }

    fn check_profiles(&mut self) {
        let profiles = &self.options.profiles;
        self.draft
            .issues
            .extend(profiles.iter().take(MAX_PROFILES).filter_map(Profile::fault));
        if profiles.len() > MAX_PROFILES {
            self.draft.issues.push(Issue::error(
                "mapping.too_many_profiles",
                "",
                format!("{} profiles are more than {MAX_PROFILES}", profiles.len()),
                "remove those that are no longer used; the others were left out",
            ));
        }
    }

    fn read(&mut self, source: &Source) {
        match &source.content {
            Content::Tables(tables) => self.read_tables(tables, source),
            Content::Text(text) if text.len() > MAX_TEXT_BYTES => self.too_large(source, text.len()),
            Content::Text(text) => {
                let decoded = tidy(text, &source.name);
                self.read_text(decoded, source);
            }
            Content::Bytes(bytes) => self.read_bytes(bytes, source),
        }
    }

    fn read_bytes(&mut self, bytes: &[u8], source: &Source) {
        if is_zip(bytes) {
            self.read_workbook(bytes, source);
        } else if let Some(issue) = foreign(bytes) {
            self.draft.issues.push(Issue {
                table: source.name.clone(),
                ..issue
            });
        } else if bytes.len() > MAX_TEXT_BYTES {
            self.too_large(source, bytes.len());
        } else {
            self.read_text(decode(bytes, &source.name), source);
        }
    }

    #[cfg(feature = "workbook")]
    fn read_workbook(&mut self, bytes: &[u8], source: &Source) {
        let read = super::workbook::read_workbook(bytes);
        self.draft.issues.extend(read.issues.into_iter().map(|issue| {
            let table = if issue.table.is_empty() {
                source.name.clone()
            } else {
                issue.table
            };
            Issue { table, ..issue }
        }));
        self.read_tables(&read.tables, source);
    }

    #[cfg(not(feature = "workbook"))]
    fn read_workbook(&mut self, _: &[u8], source: &Source) {
        self.draft.issues.push(Issue::error(
            "file.needs_workbook_module",
            &source.name,
            "this build reads no workbooks by itself",
            "read it with the workbook module first and give its tables, or save it as CSV",
        ));
    }

    fn too_large(&mut self, source: &Source, bytes: usize) {
        self.draft.issues.push(Issue::error(
            "file.too_large",
            &source.name,
            format!("the file has {} MB; the most is {}", bytes >> 20, MAX_TEXT_BYTES >> 20),
            "split it, for example by year",
        ));
    }

    fn read_text(&mut self, decoded: Decoded, source: &Source) {
        let Decoded { text, issues } = decoded;
        self.draft.issues.extend(issues);
        let start = text.trim_start();
        if start.is_empty() {
            self.draft.issues.push(Issue::error(
                "file.empty",
                &source.name,
                "the file is empty",
                "export it again, with a header and rows",
            ));
        } else if fhir::is_fhir(&text) {
            if let Some(issue) = self.fhir.add(&source.name, text) {
                self.draft.issues.push(issue);
            }
        } else if start.starts_with('{') || start.starts_with('[') {
            json::read(&text, &source.name, &mut self.draft);
        } else if icalendar::is_calendar(start) {
            self.calendars.push((source.name.clone(), text));
        } else if is_markup(start) {
            self.draft.issues.push(Issue::error(
                "file.html",
                &source.name,
                "this is a web page or XML file, whatever its name says",
                "open it in a spreadsheet program and save it as .xlsx or CSV",
            ));
        } else {
            let (raw, issues) = csv::read(&text, &source.name);
            drop(text);
            self.read_table(&raw, &source.name, source.table.as_deref(), issues);
        }
    }

    fn read_tables(&mut self, tables: &RawTables, source: &Source) {
        let alone = tables.tables.len() == 1;
        for raw in &tables.tables {
            let named = source.table.as_deref().filter(|_| alone);
            let name = if alone && table_of_name(&raw.name).is_none() {
                &source.name
            } else {
                &raw.name
            };
            if ["readme", "notes", "help", "instructions"].contains(&fold(&raw.name).as_str()) {
                continue;
            }
            let mut issues = Vec::new();
            if raw.hidden {
                issues.push(Issue {
                    severity: Severity::Note,
                    ..Issue::warning(
                        "sheet.hidden",
                        &raw.name,
                        format!("the hidden sheet {} was read too", excerpt(&raw.name)),
                        "delete it in the workbook if it is not meant",
                    )
                });
            }
            self.read_table(raw, name, named, issues);
        }
    }

    fn read_table(&mut self, raw: &RawTable, file: &str, named: Option<&str>, issues: Vec<Issue>) {
        let said = match named {
            Some(name) => columns::table(name).or_else(|| table_of_name(name)),
            None => table_of_name(file),
        };
        let fits = fitting(raw, file, said, &self.options.profiles);
        let profile = fits.iter().find(|fit| fit.applied).map(|fit| fit.profile.clone());
        self.fits.extend(fits);
        let by_profile = || columns::table(&profile.as_ref()?.table);
        let table = said
            .or_else(by_profile)
            .or_else(|| if named.is_none() { table_of_header(raw) } else { None });
        let place = table.map_or(file, |table: &Table| table.name);
        self.draft.issues.extend(issues.into_iter().map(|issue| Issue {
            table: place.into(),
            ..issue
        }));
        self.cells += raw.rows.iter().map(Vec::len).sum::<usize>();
        if self.cells > MAX_CELLS {
            self.draft.issues.push(Issue::error(
                "import.too_many_cells",
                place,
                format!("with this table there are more than {MAX_CELLS} cells"),
                "import less history, or use the JSON document; this table was left out",
            ));
            return;
        }
        let Some(table) = table else {
            self.draft.issues.push(Issue::error(
                "file.unknown_table",
                file,
                format!(
                    "neither the name {} nor its columns say which table it is",
                    excerpt(file)
                ),
                "name it like a table (clinicians, patients, appointments, …) or say which one it is",
            ));
            return;
        };
        let completed = profile.map(|profile| profile.complete(self.options));
        let options = completed.as_ref().unwrap_or(self.options);
        rows::read_table(raw, table, file, options, &mut self.draft, &mut self.columns);
    }
}
