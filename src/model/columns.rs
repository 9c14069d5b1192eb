//! The columns of every table: what each is called, what it holds, what other programs call it.
//!
//! One list serves the CSV and workbook readers and writers, the empty template, `docs/tables.md` and the column
//! mapper of the page. A test proves that it agrees with the row types of [`super::clinic`] in both directions.

mod agreements;
mod care;
mod choices;
mod history;
mod markdown;
mod people;
mod places;
mod urgency;

use serde::Serialize;
use serde_json::Value;

pub use markdown::tables_markdown;

use super::clinic::Clinic;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Type {
    /// Any text.
    Text,
    /// The row's own id, unique in its table.
    Id,
    /// The id of a row in one of these tables.
    Reference(&'static [&'static str]),
    /// A whole number.
    Integer {
        /// What it counts.
        unit: &'static str,
        /// Least value.
        min: i64,
        /// Greatest value.
        max: i64,
    },
    /// A duration in whole minutes; in files also `1:30`, `90 min` or hours, if the header says hours.
    Minutes {
        /// Least value, minutes.
        min: i64,
        /// Greatest value, minutes.
        max: i64,
    },
    /// A time of day, kept as a minute of the day, written `07:00`.
    Clock,
    /// A number with decimals.
    Decimal {
        /// What it measures.
        unit: &'static str,
        /// Least value.
        min: f64,
        /// Greatest value.
        max: f64,
    },
    /// An amount, kept in cents, written `36.50`.
    Money {
        /// Greatest amount, cents; the least is 0.
        max: i64,
    },
    /// True or false, written `yes` or `no`.
    YesNo,
    /// One of a few words.
    Choice(&'static [Choice]),
    /// A date, written `2026-11-23`.
    Date,
    /// A date and time at the site, written `2026-11-23T09:30`.
    DateTime,
    /// Hours of the week, written `Mon-Fri 08:00-16:30; Sat 09:00-12:00`, or `none`.
    Hours,
    /// Several values, written `a; b; c`.
    List(&'static Type),
}

impl Type {
    /// What a column holds, with its unit and range.
    pub fn describe(&self) -> String {
        match self {
            Self::Text => "text".into(),
            Self::Id => "id".into(),
            Self::Reference(tables) => format!("id in {}", tables.join(", ")),
            Self::Integer { unit, min, max } => format!("whole number {min} to {max} {unit}").trim_end().into(),
            Self::Minutes { min, max } => format!("minutes {min} to {max}"),
            Self::Clock => "time of day, `07:00`".into(),
            Self::Decimal { unit, min, max } => format!("number {min} to {max} {unit}"),
            Self::Money { max } => format!("amount 0 to {}, in JSON cents", max / 100),
            Self::YesNo => "yes or no".into(),
            Self::Choice(choices) => {
                let names: Vec<String> = choices.iter().map(|choice| format!("`{}`", choice.name)).collect();
                names.join(", ")
            }
            Self::Date => "date, `2026-11-23`".into(),
            Self::DateTime => "date and time, `2026-11-23T09:30`".into(),
            Self::Hours => "hours of the week, `Mon-Fri 08:00-16:30; Sat 09:00-12:00`, or `none`".into(),
            Self::List(of) => format!("list, `a; b`, of: {}", of.describe()),
        }
    }
}

/// One word of a choice, and what other programs write for it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Choice {
    /// The word.
    pub name: &'static str,
    /// Other words for the same.
    pub synonyms: &'static [&'static str],
}

/// What stands for a value that a file from another program does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fallback {
    /// Nothing: the row cannot be used without it.
    None,
    /// This text.
    Text(&'static str),
    /// The row's own id.
    Id,
    /// The name of the table and the number of the row.
    RowNumber,
}

/// One column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Column {
    /// Field name in the JSON document.
    pub name: &'static str,
    /// Column name in CSV files and workbooks; differs from `name` where the unit does.
    pub header: &'static str,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: Type,
    /// True if a row needs it.
    pub required: bool,
    /// One line: what it means.
    pub meaning: &'static str,
    /// What other programs call it.
    pub synonyms: &'static [&'static str],
    /// What is used if a file has no such column or an empty cell, with a warning.
    pub fallback: Fallback,
}

/// One table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Table {
    /// Name: of the sheet, of the CSV file, of the key in the document.
    pub name: &'static str,
    /// One line: what its rows are.
    pub meaning: &'static str,
    /// What other programs call it.
    pub synonyms: &'static [&'static str],
    /// Its columns, in the order of the files.
    pub columns: &'static [Column],
}

/// Every table, in the order of the document.
pub const TABLES: &[Table] = &[
    places::SETTINGS,
    places::WEIGHTS,
    places::RULES,
    places::SITES,
    places::ROOMS,
    places::EQUIPMENT,
    places::SERVICES,
    people::CLINICIANS,
    people::LICENSES,
    people::ABSENCES,
    people::PATIENTS,
    people::CONTACTS,
    agreements::CONSENTS,
    care::ORDERS,
    care::GROUPS,
    people::PAIRS,
    care::AUTHORIZATIONS,
    care::APPOINTMENTS,
    care::ATTENDANCES,
    places::SHIFTS,
    places::TRAVEL,
    history::REFERRALS,
    history::STAFF_DAYS,
    history::SCHEDULING_WORK,
    history::SURVEYS,
    history::SCORES,
    history::STAYS,
    history::DEPARTURES,
    history::HEADCOUNTS,
    history::CARE_PERIODS,
    urgency::TRIAGE_RULES,
    urgency::DECISIONS,
    agreements::LOAD_CAPS,
    agreements::RESERVES,
];

/// The table with this name.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

impl Table {
    /// The column of this field.
    pub fn column(&self, field: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == field)
    }
}

/// A name without case, spaces and punctuation: `Appt. Date`, `appt_date` and `ApptDate` fold to `apptdate`.
pub fn fold(name: &str) -> String {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// What serde says is wrong, without the place in a text that nobody has seen.
fn in_words(error: serde_json::Error) -> String {
    let place = format!(" at line {} column {}", error.line(), error.column());
    error.to_string().replace(&place, "")
}

macro_rules! tables {
    ($($name:ident),* $(,)?) => {
        /// Adds a row to a table of the clinic; `settings` is replaced.
        ///
        /// # Errors
        /// The row does not fit the row type, in the words of serde; or there is no such table.
        pub fn push_row(clinic: &mut Clinic, table: &str, row: &Value) -> std::result::Result<(), String> {
            // By way of the text: every row type is read from a document's text too, and reading it from one form
            // only leaves the other one out of the module.
            let row = row.to_string();
            match table {
                "settings" => clinic.settings = serde_json::from_str(&row).map_err(in_words)?,
                $(stringify!($name) => clinic.$name.push(serde_json::from_str(&row).map_err(in_words)?),)*
                _ => return Err("no such table".into()),
            }
            Ok(())
        }

        /// Calls `each` with every row of a table as a JSON object, in order.
        ///
        /// # Errors
        /// A row that cannot be written as JSON (a number that is not finite), or no such table.
        pub fn for_rows(clinic: &Clinic, table: &str, mut each: impl FnMut(Value)) -> std::result::Result<(), String> {
            let wrong = |error: serde_json::Error| error.to_string();
            match table {
                "settings" => each(serde_json::to_value(&clinic.settings).map_err(wrong)?),
                $(stringify!($name) => {
                    for row in &clinic.$name {
                        each(serde_json::to_value(row).map_err(wrong)?);
                    }
                })*
                _ => return Err("no such table".into()),
            }
            Ok(())
        }

        /// A row of a table as a JSON object, counted from 0; `None` if there is none.
        pub fn row(clinic: &Clinic, table: &str, at: usize) -> Option<Value> {
            match table {
                "settings" => serde_json::to_value(&clinic.settings).ok(),
                $(stringify!($name) => serde_json::to_value(clinic.$name.get(at)?).ok(),)*
                _ => None,
            }
        }

        /// Puts a row in place of another, counted from 0, or behind the last one; `settings` is replaced.
        ///
        /// # Errors
        /// As [`push_row`]; the clinic is then as it was.
        pub fn put_row(clinic: &mut Clinic, table: &str, at: usize, row: &Value) -> std::result::Result<(), String> {
            if at >= num_rows(clinic, table) {
                return push_row(clinic, table, row);
            }
            let row = row.to_string();
            match table {
                "settings" => clinic.settings = serde_json::from_str(&row).map_err(in_words)?,
                $(stringify!($name) => {
                    let row = serde_json::from_str(&row).map_err(in_words)?;
                    if let Some(place) = clinic.$name.get_mut(at) {
                        *place = row;
                    }
                })*
                _ => return Err("no such table".into()),
            }
            Ok(())
        }

        /// Takes rows out of a table, counted from 0; the settings stay.
        pub fn remove_rows(clinic: &mut Clinic, table: &str, places: &[usize]) {
            match table {
                $(stringify!($name) => {
                    let mut at = 0..;
                    clinic.$name.retain(|_| at.next().is_none_or(|at| !places.contains(&at)));
                })*
                _ => {}
            }
        }

        /// Number of rows in a table.
        pub fn num_rows(clinic: &Clinic, table: &str) -> usize {
            match table {
                "settings" => 1,
                $(stringify!($name) => clinic.$name.len(),)*
                _ => 0,
            }
        }
    };
}

tables!(
    weights,
    rules,
    sites,
    rooms,
    equipment,
    services,
    clinicians,
    licenses,
    absences,
    patients,
    contacts,
    consents,
    orders,
    groups,
    pairs,
    authorizations,
    appointments,
    attendances,
    shifts,
    travel,
    referrals,
    staff_days,
    scheduling_work,
    surveys,
    scores,
    stays,
    departures,
    headcounts,
    care_periods,
    triage_rules,
    decisions,
    load_caps,
    reserves,
);

/// A column that every row needs.
const fn need(name: &'static str, kind: Type, meaning: &'static str, synonyms: &'static [&'static str]) -> Column {
    Column {
        name,
        header: name,
        kind,
        required: true,
        meaning,
        synonyms,
        fallback: Fallback::None,
    }
}

/// A column that may stay empty.
const fn may(name: &'static str, kind: Type, meaning: &'static str, synonyms: &'static [&'static str]) -> Column {
    Column {
        required: false,
        ..need(name, kind, meaning, synonyms)
    }
}

impl Column {
    /// The same column under another name in files.
    const fn shown_as(mut self, header: &'static str) -> Self {
        self.header = header;
        self
    }

    /// The same column with a value for files that lack it.
    const fn or(mut self, fallback: &'static str) -> Self {
        self.fallback = Fallback::Text(fallback);
        self
    }

    /// The same column, replaced by the id where it is missing.
    const fn or_id(mut self) -> Self {
        self.fallback = Fallback::Id;
        self
    }

    /// The same column, numbered where it is missing.
    const fn or_number(mut self) -> Self {
        self.fallback = Fallback::RowNumber;
        self
    }
}

/// Greatest length of anything in minutes, within a day.
const DAY: Type = Type::Minutes { min: 0, max: 1440 };
/// A length of at least a minute.
const LENGTH: Type = Type::Minutes { min: 1, max: 1440 };
/// Minutes of a day, of many people together.
const DAY_SUM: Type = Type::Minutes { min: 0, max: 480_000 };
/// Minutes within a week.
const WEEK: Type = Type::Minutes { min: 0, max: 10_080 };
/// Any sum of money: up to a million.
const MONEY: Type = Type::Money { max: 100_000_000 };
const LATITUDE: Type = Type::Decimal {
    unit: "degrees",
    min: -90.0,
    max: 90.0,
};
const LONGITUDE: Type = Type::Decimal {
    unit: "degrees",
    min: -180.0,
    max: 180.0,
};
const MILES: Type = Type::Decimal {
    unit: "miles",
    min: 0.0,
    max: 10_000.0,
};
const TEXTS: Type = Type::List(&Type::Text);
const PATIENT: Type = Type::Reference(&["patients"]);
const CLINICIAN: Type = Type::Reference(&["clinicians"]);
const SITE: Type = Type::Reference(&["sites"]);
const SERVICE: Type = Type::Reference(&["services"]);
const ORDER: Type = Type::Reference(&["orders"]);

const fn count(unit: &'static str, min: i64, max: i64) -> Type {
    Type::Integer { unit, min, max }
}
