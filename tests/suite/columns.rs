//! The list of columns against the row types: the same fields, the same needs, the same words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use rosterwell::model::Clinic;
use rosterwell::model::calendar::Weekday;
use rosterwell::model::clinic::*;
use rosterwell::model::columns::{Column, TABLES, Type, fold, for_rows, push_row, table, tables_markdown};
use rosterwell::model::rules::RuleOverride;
use rosterwell::model::weights::{CostTerm, Weight};
use serde::de::{Deserialize, Deserializer, Visitor, value::Error};
use serde::{Serialize, forward_to_deserialize_any};
use serde_json::{Value, json};

/// Catches the list of fields that a derived row type asks for.
struct Fields<'a>(&'a mut Vec<&'static str>);

impl<'de> Deserializer<'de> for Fields<'_> {
    type Error = Error;
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(serde::de::Error::custom("only fields are wanted"))
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        self.0.extend(fields);
        Err(serde::de::Error::custom("only fields are wanted"))
    }
    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

fn fields_of<T: for<'de> Deserialize<'de>>() -> Vec<&'static str> {
    let mut fields = Vec::new();
    let _ = T::deserialize(Fields(&mut fields));
    fields
}

#[test]
fn every_field_is_a_column_and_every_column_a_field() {
    let row_types: BTreeMap<&str, Vec<&str>> = [
        ("settings", fields_of::<Settings>()),
        ("weights", fields_of::<Weight>()),
        ("rules", fields_of::<RuleOverride>()),
        ("sites", fields_of::<Site>()),
        ("rooms", fields_of::<Room>()),
        ("equipment", fields_of::<Equipment>()),
        ("services", fields_of::<Service>()),
        ("clinicians", fields_of::<Clinician>()),
        ("licenses", fields_of::<License>()),
        ("absences", fields_of::<Absence>()),
        ("patients", fields_of::<Patient>()),
        ("contacts", fields_of::<Contact>()),
        ("consents", fields_of::<Consent>()),
        ("orders", fields_of::<Order>()),
        ("groups", fields_of::<Group>()),
        ("pairs", fields_of::<Pair>()),
        ("authorizations", fields_of::<Authorization>()),
        ("appointments", fields_of::<Appointment>()),
        ("attendances", fields_of::<Attendance>()),
        ("shifts", fields_of::<Shift>()),
        ("travel", fields_of::<Travel>()),
        ("referrals", fields_of::<Referral>()),
        ("staff_days", fields_of::<StaffDay>()),
        ("scheduling_work", fields_of::<SchedulingWork>()),
        ("surveys", fields_of::<Survey>()),
        ("scores", fields_of::<Score>()),
        ("stays", fields_of::<Stay>()),
        ("departures", fields_of::<Departure>()),
        ("headcounts", fields_of::<Headcount>()),
        ("care_periods", fields_of::<CarePeriod>()),
        ("triage_rules", fields_of::<TriageRule>()),
        ("decisions", fields_of::<Decision>()),
        ("load_caps", fields_of::<LoadCap>()),
        ("reserves", fields_of::<Reserve>()),
    ]
    .into();
    let tables: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
    let keys: Vec<&str> = fields_of::<Clinic>()
        .into_iter()
        .filter(|&key| key != "format")
        .collect();
    assert_eq!(tables, keys, "tables are the keys of the document, in its order");
    for table in TABLES {
        let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(columns, row_types[table.name], "{}", table.name);
    }
}

/// A value that a column takes, at the lower or upper end of its range.
fn value(kind: &Type, upper: bool) -> Value {
    match kind {
        Type::Text | Type::Id | Type::Reference(_) => json!("x"),
        Type::Integer { min, max, .. } | Type::Minutes { min, max } => json!(if upper { max } else { min }),
        Type::Clock => json!(if upper { 1440 } else { 0 }),
        Type::Decimal { min, max, .. } => json!(if upper { max } else { min }),
        Type::Money { max } => json!(if upper { *max } else { 0 }),
        Type::YesNo => json!(true),
        Type::Choice(choices) => json!(choices[if upper { choices.len() - 1 } else { 0 }].name),
        Type::Date => json!("2026-11-23"),
        Type::DateTime => json!("2026-11-23T09:30"),
        Type::Hours => json!("Mon-Fri 08:00-16:30"),
        Type::List(of) => json!([value(of, upper)]),
    }
}

#[test]
fn columns_hold_and_need_what_the_row_types_do() {
    for table in TABLES {
        let row = |upper: bool, without: &str| -> Value {
            let columns = table.columns.iter().filter(|column| column.name != without);
            columns
                .map(|column| (column.name.to_string(), value(&column.kind, upper)))
                .collect()
        };
        for upper in [false, true] {
            let mut clinic = Clinic::default();
            push_row(&mut clinic, table.name, &row(upper, ""))
                .unwrap_or_else(|error| panic!("{}: {error}", table.name));
            for_rows(&clinic, table.name, |written| {
                for column in table.columns {
                    let default = matches!(&written[column.name], Value::Null);
                    assert!(!default, "{}.{} is lost", table.name, column.name);
                    assert_eq!(
                        comparable(&written[column.name]),
                        comparable(&row(upper, "")[column.name])
                    );
                }
            })
            .unwrap();
        }
        for column in table.columns {
            let without = push_row(&mut Clinic::default(), table.name, &row(true, column.name));
            assert_eq!(without.is_err(), column.required, "{}.{}", table.name, column.name);
        }
    }
}

/// Numbers as floats, so that `5` equals `5.0`.
fn comparable(value: &Value) -> String {
    value
        .as_f64()
        .map_or_else(|| value.to_string(), |number| number.to_string())
}

fn words<T: Serialize + Debug>(all: &[T]) -> Vec<String> {
    let word = |choice: &T| serde_json::to_value(choice).unwrap().as_str().unwrap().to_string();
    all.iter().map(word).collect()
}

#[test]
fn choices_are_those_of_the_row_types() {
    let column = |path: &str| -> &'static Column {
        let (name, field) = path.split_once('.').unwrap();
        table(name).unwrap().column(field).unwrap()
    };
    for (path, expected) in [
        ("services.kind", words(Kind::ALL)),
        ("appointments.modality", words(Modality::ALL)),
        ("services.modalities", words(Modality::ALL)),
        ("patients.phase", words(Phase::ALL)),
        ("clinicians.overtime", words(Overtime::ALL)),
        ("appointments.status", words(Status::ALL)),
        ("appointments.changed_by", words(Party::ALL)),
        ("appointments.freedom", words(Freedom::ALL)),
        ("authorizations.unit", words(Unit::ALL)),
        ("settings.authorization_mode", words(AuthorizationMode::ALL)),
        ("absences.what", words(Absentee::ALL)),
        ("pairs.rule", words(PairRule::ALL)),
        ("services.billing", words(Billing::ALL)),
        ("settings.week_start", words(&Weekday::ALL)),
        ("weights.term", words(&CostTerm::ALL)),
        ("triage_rules.purpose", words(Purpose::ALL)),
        ("triage_rules.tier", words(Tier::ALL)),
        ("decisions.tier", words(Tier::ALL)),
        ("decisions.modalities", words(Modality::ALL)),
        ("consents.purposes", words(DisclosurePurpose::ALL)),
        ("consents.channel", words(Channel::ALL)),
    ] {
        let (Type::Choice(choices) | Type::List(&Type::Choice(choices))) = column(path).kind else {
            panic!("{path} is no choice");
        };
        let names: Vec<&str> = choices.iter().map(|choice| choice.name).collect();
        assert_eq!(names, expected, "{path}");
        let mut called = BTreeSet::new();
        for choice in choices {
            for name in choice.synonyms.iter().chain([&choice.name]) {
                assert!(called.insert(fold(name)), "{path}: `{name}` stands twice");
            }
        }
    }
}

#[test]
fn names_of_columns_and_tables_mean_one_thing() {
    let (mut tables, mut wrong) = (BTreeSet::new(), Vec::new());
    for table in TABLES {
        for name in table.synonyms.iter().chain([&table.name]) {
            if !tables.insert(fold(name)) {
                wrong.push(format!("table `{name}` stands twice"));
            }
        }
        let mut called: BTreeMap<String, &str> = BTreeMap::new();
        for column in table.columns {
            assert!(
                !column.meaning.is_empty() && !column.meaning.ends_with('.'),
                "{}",
                column.name
            );
            let names = column.synonyms.iter().chain([&column.name, &column.header]);
            for name in names {
                match called.insert(fold(name), column.name) {
                    Some(other) if other != column.name => {
                        wrong.push(format!("{}: `{name}` is {} and {other}", table.name, column.name));
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `UPDATE_DOCS=1 cargo test --test suite columns` writes the page anew.
#[test]
fn the_page_about_tables_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/tables.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, tables_markdown()).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == tables_markdown(),
        "docs/tables.md is old: run this test with UPDATE_DOCS=1"
    );
}
