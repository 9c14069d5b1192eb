//! What is written reads back to the same value, in every form, whatever the text in it.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rosterwell::error::Severity;
use rosterwell::export::workbook::write_workbook;
use rosterwell::export::{clinic_json, clinic_tables, csv_text, empty_tables};
use rosterwell::import::{Content, Options, Source, import};
use rosterwell::model::Clinic;
use rosterwell::model::calendar::{Date, WeekHours, Weekday};
use rosterwell::model::columns::{TABLES, Table, Type, push_row};
use rosterwell::model::raw::RawTables;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::{Map, Value, json};

/// Text that has broken spreadsheets, parsers and screens before.
pub(crate) fn hostile() -> BoxedStrategy<String> {
    prop_oneof![
        16 => "[a-z]{1,8}",
        8 => prop::sample::select(vec![
            "=HYPERLINK(\"http://x\",\"y\")", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "'quoted", "'",
            " outer space ", "a;b,c|d", "two\r\nlines", "\"", "\"\"", "\u{202e}abc\u{202c}", "zero\u{200b}width", "Zoe\u{301}",
            "👩‍⚕️ 你好", "<img src=x onerror=alert(1)>", "__proto__", "#REF!", "none", "yes", "0012", "1e5", "2026-11-23",
            "_x0041_", "&amp;<b>", "\u{feff}mark", "\u{85}", "sep=;", "",
        ])
        .prop_map(String::from),
        8 => any::<String>().prop_map(|text| text.replace('\0', "")),
        1 => ("[a-zé👍\" ]{1,3}").prop_map(|text| text.repeat(10_000 / text.chars().count())),
    ]
    .boxed()
}

/// A value of a column. Ids say their table and row, so that references can be right; the others name no row.
fn value(table: &'static Table, kind: &'static Type, row: usize) -> BoxedStrategy<Value> {
    match *kind {
        Type::Text => hostile().prop_map(Value::from).boxed(),
        Type::Id => hostile()
            .prop_map(move |text| json!(format!("{}-{row}{text}", table.name)))
            .boxed(),
        Type::Reference(_) => hostile().prop_map(|text| json!(format!("zz9 {text}"))).boxed(),
        Type::Integer { min, max, .. } | Type::Minutes { min, max } => (min..=max).prop_map(Value::from).boxed(),
        Type::Clock => (0..=1440).prop_map(Value::from).boxed(),
        Type::Decimal { min, max, .. } => (min..=max).prop_map(Value::from).boxed(),
        Type::Money { max } => (0..=max).prop_map(Value::from).boxed(),
        Type::YesNo => any::<bool>().prop_map(Value::from).boxed(),
        Type::Choice(choices) => prop::sample::select(choices)
            .prop_map(|choice| json!(choice.name))
            .boxed(),
        Type::Date => date().prop_map(|date| json!(date.to_string())).boxed(),
        Type::DateTime => (date(), 0..1440)
            .prop_map(|(date, minute)| json!(date.at_minute(minute).to_string()))
            .boxed(),
        Type::Hours => hours().prop_map(|hours| json!(hours.to_string())).boxed(),
        Type::List(of) => prop::collection::vec(value(table, of, row), 0..4)
            .prop_map(Value::from)
            .boxed(),
    }
}

fn date() -> impl Strategy<Value = Date> {
    (-40_000..2_900_000_i32).prop_map(|days| Date(jiff_date(1970)).plus_days(days))
}

fn jiff_date(year: i16) -> jiff::civil::Date {
    jiff::civil::date(year, 1, 1)
}

fn hours() -> impl Strategy<Value = WeekHours> {
    let window = (0..7_usize, 0..1439_i32, 1..1440_i32)
        .prop_map(|(day, from, length)| (Weekday::from_index(day), from, (from + length).min(1440)));
    prop::collection::vec(window, 0..6).prop_map(|windows| WeekHours::new(windows).unwrap())
}

/// A clinic with up to three rows in every table, every optional field there or not.
pub(crate) fn any_clinic() -> impl Strategy<Value = Clinic> {
    let row = |table: &'static Table, row: usize| {
        let fields: Vec<_> = table
            .columns
            .iter()
            .map(|column| {
                let value = value(table, &column.kind, row);
                let absent = if column.required { 0 } else { 1 };
                prop_oneof![absent => Just(None), 2 => value.prop_map(Some)]
            })
            .collect();
        fields.prop_map(move |values| {
            let named = table.columns.iter().zip(values);
            named
                .filter_map(|(column, value)| Some((column.name.to_string(), value?)))
                .collect::<Map<_, _>>()
        })
    };
    let rows: Vec<_> = TABLES
        .iter()
        .flat_map(|table| (0..3).map(move |place| (table, place)))
        .collect();
    let strategies: Vec<_> = rows
        .iter()
        .map(|&(table, place)| prop::option::of(row(table, place)))
        .collect();
    strategies.prop_map(move |values| {
        let mut clinic = Clinic::default();
        for ((table, _), fields) in rows.iter().zip(values) {
            if let Some(fields) = fields {
                push_row(&mut clinic, table.name, &Value::Object(fields)).unwrap();
            }
        }
        clinic
    })
}

fn csv_sources(tables: &RawTables) -> Vec<Source> {
    let source = |table: &rosterwell::model::raw::RawTable| Source {
        name: format!("{}.csv", table.name),
        table: None,
        content: Content::Bytes(csv_text(table).into_bytes()),
    };
    tables.tables.iter().map(source).collect()
}

pub(crate) fn assert_same(form: &str, clinic: &Clinic, sources: &[Source]) {
    let imported = import(sources, &Options::default());
    let errors: Vec<_> = imported
        .issues
        .iter()
        .filter(|issue| issue.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{form}: {errors:#?}");
    if imported.clinic == *clinic {
        return;
    }
    for table in TABLES {
        let rows = |clinic: &Clinic| serde_json::to_value(clinic).unwrap()[table.name].clone();
        let (before, after) = (rows(clinic), rows(&imported.clinic));
        if before != after {
            let (before, after) = (before.to_string(), after.to_string());
            let same = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
            let near = |text: &str| {
                String::from_utf8_lossy(&text.as_bytes()[same.saturating_sub(60)..])
                    .chars()
                    .take(160)
                    .collect::<String>()
            };
            panic!("{form}, {}:\n{}\n{}", table.name, near(&before), near(&after));
        }
    }
    panic!("{form}: another clinic with the same tables");
}

fn assert_reads_back(clinic: &Clinic) {
    let tables = clinic_tables(clinic).unwrap();
    assert_same("csv", clinic, &csv_sources(&tables));
    let whole = |name: &str, content: Content| Source {
        name: name.into(),
        table: None,
        content,
    };
    assert_same(
        "json",
        clinic,
        &[whole("clinic.json", Content::Text(clinic_json(clinic).unwrap()))],
    );
    match write_workbook(&tables) {
        Ok(bytes) => assert_same("xlsx", clinic, &[whole("clinic.xlsx", Content::Bytes(bytes))]),
        // Three long texts in one list can be more than a cell holds: refused, not cut off.
        Err(error) => assert_eq!(error.code, "export.text_too_long"),
    }
    let crossed: RawTables = serde_json::from_str(&serde_json::to_string(&tables).unwrap()).unwrap();
    assert_same("tables", clinic, &[whole("clinic.xlsx", Content::Tables(crossed))]);
}

#[test]
fn samples_read_back() {
    for kind in SampleKind::ALL {
        let request = SampleRequest {
            kind,
            weeks: Some(4),
            ..SampleRequest::default()
        };
        assert_reads_back(&sample(&request));
    }
}

#[test]
fn any_clinic_reads_back() {
    let mut runner = TestRunner::deterministic();
    let clinics = any_clinic();
    for _ in 0..1_000 {
        let clinic = clinics.new_tree(&mut runner).unwrap().current();
        assert_reads_back(&clinic);
    }
}

#[test]
fn no_written_field_is_a_formula() {
    let mut runner = TestRunner::deterministic();
    let clinics = any_clinic();
    for _ in 0..10 {
        let clinic = clinics.new_tree(&mut runner).unwrap().current();
        for table in clinic_tables(&clinic).unwrap().tables {
            let text = csv_text(&table);
            let mut reader = csv::ReaderBuilder::new()
                .flexible(true)
                .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            for field in reader
                .records()
                .flat_map(|record| record.unwrap().iter().map(String::from).collect::<Vec<_>>())
            {
                let risky = field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
                assert!(!risky || field.parse::<f64>().is_ok(), "{field:?}");
            }
            let quotes_only = text.trim_start_matches('\u{feff}').lines().next().unwrap();
            assert!(
                quotes_only
                    .split(',')
                    .all(|field| field.starts_with('"') && field.ends_with('"'))
            );
        }
    }
}

#[test]
fn the_template_names_every_column() {
    let template = empty_tables();
    let imported = import(&csv_sources(&template), &Options::default());
    assert_eq!(
        imported.columns.len(),
        TABLES.iter().map(|table| table.columns.len()).sum::<usize>()
    );
    assert!(imported.columns.iter().all(|column| column.field.is_some()));
    assert!(
        imported.issues.iter().all(|issue| issue.code == "table.no_rows"),
        "{:#?}",
        imported.issues
    );
}

#[test]
fn the_same_tables_give_the_same_workbook() {
    assert_eq!(
        write_workbook(&empty_tables()).unwrap(),
        write_workbook(&empty_tables()).unwrap()
    );
}

#[test]
fn a_workbook_template_explains_itself_and_reads_as_empty() {
    let bytes = write_workbook(&empty_tables()).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
        text
    };
    assert!(part("xl/workbook.xml").contains("Read me"));
    // Sheet 1 explains, sheet 2 is the settings with a frozen header and a list of weekdays.
    let settings = part("xl/worksheets/sheet2.xml");
    assert!(settings.contains("state=\"frozen\"") && settings.contains("&quot;") || settings.contains("Mon,Tue"));
    assert!(part("xl/comments1.xml").contains("IANA time zone"));
    let source = Source {
        name: "template.xlsx".into(),
        table: None,
        content: Content::Bytes(bytes),
    };
    let imported = import(&[source], &Options::default());
    assert!(imported.counts.is_empty(), "{:?}", imported.counts);
    assert!(
        imported.issues.iter().all(|issue| issue.code == "table.no_rows"),
        "{:#?}",
        imported.issues
    );
}

#[test]
fn workbooks_say_what_they_cannot_hold() {
    use rosterwell::model::raw::{Cell, RawTable};
    let one = |name: &str, text: String| RawTables {
        tables: vec![RawTable {
            name: name.into(),
            rows: vec![vec![Cell::Text(text)]],
            ..RawTable::default()
        }],
    };
    assert!(write_workbook(&one("sites", "x".repeat(32_767))).is_ok());
    for (tables, code) in [
        (one("sites", "x".repeat(32_768)), "export.text_too_long"),
        (one("a/b", String::new()), "export.unwritable"),
        (one(&"x".repeat(40), String::new()), "export.unwritable"),
    ] {
        assert_eq!(write_workbook(&tables).unwrap_err().code, code);
    }
}

/// With `ROSTERWELL_WORKBOOK` set the workbook is kept there, for `tests/libreoffice.sh`.
#[test]
fn hostile_text_stays_text_in_a_workbook() {
    let mut runner = TestRunner::deterministic();
    let drawn = std::iter::repeat_with(|| any_clinic().new_tree(&mut runner).unwrap().current());
    // Three long texts in one list can be more than a cell holds.
    let fits = |clinic: &Clinic| write_workbook(&clinic_tables(clinic).unwrap()).is_ok();
    let clinic = drawn.filter(fits).take(8).fold(Clinic::default(), |mut all, more| {
        all.sites.extend(more.sites);
        all.patients.extend(more.patients);
        all.appointments.extend(more.appointments);
        all.rules.extend(more.rules);
        all
    });
    let bytes = write_workbook(&clinic_tables(&clinic).unwrap()).unwrap();
    if let Some(path) = std::env::var_os("ROSTERWELL_WORKBOOK") {
        std::fs::write(path, &bytes).unwrap();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    for place in 0..archive.len() {
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_index(place).unwrap(), &mut text).unwrap();
        let has_formula = text.windows(3).any(|window| window == b"<f>" || window == b"<f ");
        assert!(!has_formula, "part {place}");
    }
}
