//! Bad content: every case is named with its place and what to do, nothing panics, and the rest is still planned.

use rosterwell::model::clinic::{Absence, Absentee, Kind, PairRule, Status};
use rosterwell::model::rules::RuleOverride;
use rosterwell::model::{Clinic, build, limits, validate};
use rosterwell::{Issue, Severity};

use crate::clinics::*;

/// A case: what is done to the small clinic, and the issue that must be found: severity, code, table, row, field.
type Case = (
    &'static str,
    fn(&mut Clinic),
    Severity,
    &'static str,
    &'static str,
    Option<u32>,
    Option<&'static str>,
);

use Severity::{Error, Note, Warning};

fn find<'i>(issues: &'i [Issue], case: &Case) -> Option<&'i Issue> {
    issues.iter().find(|issue| {
        issue.severity == case.2
            && issue.code == case.3
            && issue.table == case.4
            && issue.row == case.5
            && issue.field.as_deref() == case.6
    })
}

fn with_sessions(clinic: &mut Clinic, count: usize) {
    clinic.orders.clear();
    for number in 0..count {
        let mut order = order(&format!("many{number}"), "p1", "talk");
        order.per_week = limits::MAX_PER_WEEK;
        clinic.orders.push(order);
    }
}

#[rustfmt::skip]
const CASES: &[Case] = &[
    // Text.
    ("a formula as a name", |c| c.clinicians[0].name = "=HYPERLINK(\"x\")".into(),
        Note, "text.formula", "clinicians", Some(1), Some("name")),
    ("right-to-left override", |c| c.patients[1].name = "p\u{202E}2".into(),
        Warning, "text.direction", "patients", Some(2), Some("name")),
    ("zero-width space", |c| c.patients[1].name = "p\u{200B}2".into(),
        Warning, "text.invisible", "patients", Some(2), Some("name")),
    ("control characters", |c| c.rooms[0].name = "off\u{7}ice".into(),
        Warning, "text.control", "rooms", Some(1), Some("name")),
    ("name of 10,000 characters", |c| c.patients[2].name = "x".repeat(10_000),
        Error, "row.text_too_long", "patients", Some(3), Some("name")),
    ("id of 10,000 characters", |c| c.patients[2].id = "x".repeat(10_000),
        Error, "row.text_too_long", "patients", Some(3), Some("id")),
    ("same name twice", |c| c.clinicians[1].name = "ana".into(),
        Warning, "row.twin_name", "clinicians", Some(2), Some("name")),
    ("names that differ in case", |c| c.patients[1].name = "P1".into(),
        Warning, "row.twin_name", "patients", Some(2), Some("name")),
    ("names in two Unicode forms", |c| {
        c.clinicians[0].name = "Jos\u{e9}".into();
        c.clinicians[1].name = "Jose\u{301}".into();
    }, Warning, "row.twin_name", "clinicians", Some(2), Some("name")),
    ("ids that differ in case", |c| c.rooms.push(room("OFFICE", 2)),
        Warning, "row.twin_id", "rooms", Some(2), Some("id")),
    ("empty name", |c| c.sites[0].name = " ".into(),
        Warning, "row.empty_name", "sites", Some(1), Some("name")),
    ("empty id", |c| c.services.push(service("", Kind::Individual, 30)),
        Error, "row.empty_id", "services", Some(2), Some("id")),
    ("id with spaces", |c| c.rooms.push(room(" x", 2)),
        Warning, "text.spaces", "rooms", Some(2), Some("id")),
    ("same id twice", |c| c.rooms.push(room("office", 2)),
        Error, "row.duplicate_id", "rooms", Some(2), Some("id")),
    // People.
    ("clinician without hours", |c| c.clinicians[1].hours = hours(""),
        Warning, "clinician.no_hours", "clinicians", Some(2), Some("hours")),
    ("clinician without skills", |c| {
        c.services[0].skill = Some("cbt".into());
        c.clinicians[1].skills.clear();
    }, Warning, "clinician.no_skills", "clinicians", Some(2), Some("skills")),
    ("clinician without time", |c| c.clinicians[1].max_week_min = 0,
        Warning, "clinician.no_time", "clinicians", Some(2), Some("max_week_min")),
    ("patient without hours", |c| c.patients[0].hours = hours(""),
        Warning, "patient.no_hours", "patients", Some(1), Some("hours")),
    // Lengths and times.
    ("session longer than the day", |c| c.services[0].minutes = 1_500,
        Error, "row.out_of_range", "services", Some(1), Some("minutes")),
    ("session longer than any working time", |c| c.services[0].minutes = 700,
        Warning, "service.too_long", "services", Some(1), Some("minutes")),
    ("session longer than any window", |c| c.patients[0].hours = hours("Mon-Fri 08:00-08:45"),
        Warning, "order.no_window", "orders", Some(1), Some("hours")),
    ("start equals end", |c| {
        c.absences.push(away(Absentee::Clinician, "ana"));
        c.absences[0].until = c.absences[0].from;
    }, Error, "row.reversed_dates", "absences", Some(1), Some("until")),
    ("end before start", |c| c.orders[0].until = "2025-12-31".parse().unwrap(),
        Error, "row.reversed_dates", "orders", Some(1), Some("until")),
    ("discharged before admitted", |c| {
        c.patients[0].admitted = Some(day(3));
        c.patients[0].discharged = Some(day(2));
    }, Error, "row.reversed_dates", "patients", Some(1), Some("discharged")),
    ("session across midnight", |c| c.appointments.push(appointment("x", "p1", moment(0, 23, 30))),
        Warning, "appointment.past_midnight", "appointments", Some(1), Some("minutes")),
    ("lengths of two clinicians where there is one", |c| {
        c.appointments.push(appointment("x", "p1", moment(0, 9, 0)));
        c.appointments[0].part_minutes = vec![30, 30];
    }, Warning, "appointment.parts", "appointments", Some(1), Some("part_minutes")),
    ("part that ends after its session", |c| {
        c.appointments.push(appointment("x", "p1", moment(0, 9, 0)));
        (c.appointments[0].part_after_min, c.appointments[0].part_minutes) = (vec![30], vec![40]);
    }, Warning, "appointment.parts", "appointments", Some(1), Some("part_minutes")),
    ("02:30 on the spring day", |c| {
        c.settings.horizon_start = "2027-03-08".parse().unwrap();
        c.settings.as_of = c.settings.horizon_start.at_minute(0);
        c.appointments.push(appointment("x", "p1", "2027-03-14T02:30".parse().unwrap()));
    }, Warning, "time.skipped", "appointments", Some(1), Some("start")),
    ("01:30 in autumn", |c| c.appointments.push(appointment("x", "p1", "2026-11-01T01:30".parse().unwrap())),
        Warning, "time.twice", "appointments", Some(1), Some("start")),
    ("02:30 in a zone of 45 minutes", |c| {
        c.settings.time_zone = "Pacific/Chatham".into();
        c.appointments.push(appointment("x", "p1", "2026-09-27T03:00".parse().unwrap()));
    }, Warning, "time.skipped", "appointments", Some(1), Some("start")),
    ("clock change in the horizon", |c| {
        c.settings.horizon_start = "2027-03-08".parse().unwrap();
        c.settings.as_of = c.settings.horizon_start.at_minute(0);
    }, Note, "horizon.clock_change", "settings", Some(1), Some("horizon_start")),
    ("unknown zone", |c| c.settings.time_zone = "Mars/Olympus".into(),
        Error, "settings.time_zone", "settings", Some(1), Some("time_zone")),
    ("year 9999", |c| c.orders[0].until = "9999-12-31".parse().unwrap(),
        Warning, "date.placeholder", "orders", Some(1), Some("until")),
    ("year 1900", |c| c.patients[0].admitted = Some("1900-01-01".parse().unwrap()),
        Warning, "date.placeholder", "patients", Some(1), Some("admitted")),
    ("horizon in the year 9999", |c| c.settings.horizon_start = "9999-12-31".parse().unwrap(),
        Warning, "date.placeholder", "settings", Some(1), Some("horizon_start")),
    ("as_of after the horizon", |c| c.settings.as_of = moment(40, 0, 0),
        Warning, "settings.as_of_late", "settings", Some(1), Some("as_of")),
    ("done in the future", |c| {
        c.appointments.push(appointment("x", "p1", moment(2, 9, 0)));
        c.appointments[0].status = Status::Completed;
    }, Warning, "appointment.done_too_early", "appointments", Some(1), Some("status")),
    ("negative duration", |c| c.services[0].minutes = -60,
        Error, "row.out_of_range", "services", Some(1), Some("minutes")),
    ("duration of zero", |c| c.orders[1].minutes = Some(0),
        Error, "row.out_of_range", "orders", Some(2), Some("minutes")),
    // Groups.
    ("group of 0", |c| { *c = with_a_group(); c.groups[0].max = 0; },
        Error, "row.out_of_range", "groups", Some(1), Some("max")),
    ("group of 1", |c| { *c = with_a_group(); (c.groups[0].max, c.groups[0].target) = (1, 1); },
        Warning, "group.of_one", "groups", Some(1), Some("max")),
    ("group of 10,000", |c| { *c = with_a_group(); c.groups[0].max = 10_000; },
        Error, "row.out_of_range", "groups", Some(1), Some("max")),
    ("group minimum above maximum", |c| { *c = with_a_group(); c.groups[0].min = 9; },
        Error, "group.sizes", "groups", Some(1), Some("target")),
    ("group of an individual service", |c| { *c = with_a_group(); c.groups[0].service = "talk".into(); },
        Error, "group.not_a_group_service", "groups", Some(1), Some("service")),
    ("group larger than any room", |c| { *c = with_a_group(); c.groups[0].max = 100; },
        Warning, "group.no_room_that_large", "groups", Some(1), Some("max")),
    // Contradictions and unknown things.
    ("preferred and barred", |c| {
        c.patients[0].preferred_clinicians = vec!["ana".into()];
        c.patients[0].barred_clinicians = vec!["ana".into()];
    }, Warning, "patient.contradiction", "patients", Some(1), Some("barred_clinicians")),
    ("everyone barred", |c| c.patients[0].barred_clinicians = vec!["ana".into(), "ben".into()],
        Warning, "order.nobody_eligible", "orders", Some(1), Some("service")),
    ("together and apart, through a third", |c| c.pairs = vec![
        pair("p1", "p2", PairRule::Together), pair("p2", "p3", PairRule::Together), pair("p1", "p3", PairRule::Apart),
    ], Warning, "pair.contradiction", "pairs", Some(3), Some("rule")),
    ("required gender nobody has", |c| {
        c.patients[0].clinician_gender = Some("x".into());
        c.patients[0].clinician_gender_required = true;
    }, Warning, "patient.nobody_of_gender", "patients", Some(1), Some("clinician_gender")),
    ("required language nobody speaks", |c| {
        c.patients[0].languages = vec!["ht".into()];
        c.patients[0].language_required = true;
    }, Warning, "patient.nobody_speaks", "patients", Some(1), Some("languages")),
    ("circular order", |c| {
        c.orders[0].after = Some("o2".into());
        c.orders[1].after = Some("o3".into());
        c.orders[2].after = Some("o1".into());
    }, Warning, "order.circular", "orders", Some(2), Some("after")),
    ("after itself", |c| c.orders[0].after = Some("o1".into()),
        Warning, "order.circular", "orders", Some(1), Some("after")),
    ("rule about an unknown person", |c| c.patients[0].barred_clinicians = vec!["zoe".into()],
        Warning, "row.unknown_reference", "patients", Some(1), Some("barred_clinicians")),
    ("absence of an unknown room", |c| c.absences.push(away(Absentee::Room, "attic")),
        Error, "row.unknown_reference", "absences", Some(1), Some("id")),
    ("appointment in an unknown room", |c| {
        c.appointments.push(appointment("x", "p1", moment(0, 9, 0)));
        c.appointments[0].room = Some("attic".into());
    }, Warning, "row.unknown_reference", "appointments", Some(1), Some("room")),
    ("unknown rule", |c| c.rules.push(RuleOverride { rule: "no.such".into(), value: 1.0, reason: "test".into() }),
        Warning, "rule.unknown", "rules", Some(1), Some("rule")),
    ("unknown rule pack", |c| c.settings.rule_packs.push("atlantis".into()),
        Warning, "settings.rule_packs", "settings", Some(1), Some("rule_packs")),
    // Amounts.
    ("demand of ten times the capacity", |c| with_sessions(c, 30),
        Warning, "demand.tenfold", "orders", None, None),
    ("demand above the capacity", |c| with_sessions(c, 4),
        Warning, "demand.above_capacity", "orders", None, None),
    ("everybody absent", |c| c.absences = vec![away(Absentee::Clinician, "ana"), away(Absentee::Clinician, "ben")],
        Warning, "clinic.nobody_there", "clinicians", None, None),
    ("all patients absent", |c| {
        c.absences = ["p1", "p2", "p3"].map(|id| away(Absentee::Patient, id)).to_vec();
    }, Warning, "clinic.no_patient_there", "patients", None, None),
    ("not a number", |c| c.services[0].points = f64::NAN,
        Warning, "row.not_a_number", "services", Some(1), Some("points")),
    ("infinite", |c| c.patients[0].minimum_week_hours = Some(f64::INFINITY),
        Warning, "row.not_a_number", "patients", Some(1), Some("minimum_week_hours")),
    ("latitude of 400", |c| c.sites[0].latitude = Some(400.0),
        Warning, "row.out_of_range", "sites", Some(1), Some("latitude")),
    ("horizon of 400 days", |c| c.settings.horizon_days = 400,
        Error, "settings.out_of_range", "settings", Some(1), Some("horizon_days")),
    ("grid of 7 minutes", |c| c.settings.grid_min = 7,
        Error, "settings.out_of_range", "settings", Some(1), Some("grid_min")),
    ("grid of 0 minutes", |c| c.settings.grid_min = 0,
        Error, "settings.out_of_range", "settings", Some(1), Some("grid_min")),
    ("too many clinicians", |c| {
        c.clinicians = (0..=limits::MAX_CLINICIANS).map(|number| clinician(&format!("c{number}"))).collect();
    }, Error, "table.too_long", "clinicians", None, None),
    ("too many sessions", |c| with_sessions(c, limits::MAX_SESSIONS / 35 + 1),
        Error, "problem.too_many_sessions", "orders", None, None),
    ("too many shifts", |c| { c.orders[0].per_week = 36; },
        Error, "row.out_of_range", "orders", Some(1), Some("per_week")),
];

#[test]
fn every_case_is_found_with_its_place() {
    let clean = validate(&two_clinicians_three_visits());
    assert!(clean.is_empty(), "the small clinic has nothing wrong: {clean:?}");
    for case in CASES {
        let mut clinic = two_clinicians_three_visits();
        (case.1)(&mut clinic);
        let issues = validate(&clinic);
        let Some(issue) = find(&issues, case) else {
            panic!("{}: not among {issues:#?}", case.0)
        };
        let tidy = |text: &str| !text.is_empty() && !text.ends_with('.') && text.chars().count() < 300;
        assert!(tidy(&issue.cause) && tidy(&issue.action), "{}: {issue:?}", case.0);
    }
}

#[test]
fn good_content_is_left_alone() {
    let cases: &[(&str, fn(&mut Clinic))] = &[
        ("markup as a name", |c| {
            c.patients[0].name = "<img src=x onerror=alert(1)>".into()
        }),
        ("emoji and combining marks", |c| {
            c.patients[0].name = "👩\u{200D}⚕\u{FE0F} Zoe\u{308}".into()
        }),
        ("29 February", |c| {
            c.patients[0].admitted = Some("2024-02-29".parse().unwrap())
        }),
        ("a zone of 45 minutes", |c| {
            c.settings.time_zone = "Asia/Kathmandu".into()
        }),
        ("a date long past", |c| {
            c.patients[0].admitted = Some("1999-12-31".parse().unwrap())
        }),
        ("together with one, apart from another", |c| {
            c.pairs = vec![pair("p1", "p2", PairRule::Together), pair("p1", "p3", PairRule::Apart)];
        }),
        ("a chain of orders", |c| {
            for patient in &mut c.orders {
                patient.patient = "p1".into();
            }
            c.orders[0].after = Some("o2".into());
            c.orders[1].after = Some("o3".into());
        }),
    ];
    for (name, change) in cases {
        let mut clinic = two_clinicians_three_visits();
        change(&mut clinic);
        assert_eq!(validate(&clinic), [], "{name}");
    }
}

#[test]
fn a_bad_row_leaves_the_others_in_place() {
    let mut clinic = two_clinicians_three_visits();
    clinic.orders[1].minutes = Some(-5);
    clinic.patients[2].name = "x".repeat(10_000);
    let built = build(&clinic);
    let keys: Vec<&str> = built
        .problem
        .sessions
        .iter()
        .map(|session| session.key.as_str())
        .collect();
    assert_eq!(keys, ["o1/w0/1"]);
}

#[test]
fn a_far_date_never_overflows() {
    for date in ["0001-01-01", "1900-01-01", "9999-12-31"] {
        let mut clinic = with_a_group();
        let date: rosterwell::model::calendar::Date = date.parse().unwrap();
        clinic.settings.horizon_days = 28;
        clinic.orders[0].from = date;
        clinic.orders[0].due_by = Some(date.at_minute(0));
        clinic.patients[0].discharged = Some(date);
        clinic.absences = vec![Absence {
            from: date.at_minute(0),
            until: date.at_minute(60),
            ..away(Absentee::Clinician, "ana")
        }];
        clinic.appointments.push(appointment("x", "p1", date.at_minute(0)));
        validate(&clinic);
        clinic.settings.horizon_start = date;
        validate(&clinic);
        clinic.settings.as_of = date.at_minute(0);
        validate(&clinic);
    }
}
