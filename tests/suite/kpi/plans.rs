//! Indicators of a schedule ahead: planned sessions count as booked.

use rosterwell::api::{Desk, run};
use rosterwell::kpi::{self, Indicator, IndicatorOptions, View};
use rosterwell::model::calendar::{WeekHours, Weekday};
use rosterwell::model::clinic::*;
use rosterwell::model::problem::{Placement, Problem, SeatOrder, Session};
use rosterwell::model::{Clinic, Plan, PlanDocument, build};

use super::clinics;
use super::rows::{appointment, clinician, on, patient, service, small, with_room};
use crate::clinics::order;

/// The small clinic with a room of four seats, open Monday to Friday 08:00-16:00.
fn small_with_room() -> Clinic {
    with_room(small(), WeekHours::daily(&Weekday::ALL[..5], 480, 960), 4)
}

/// Booked sessions of the horizon's week: clinician, patient, day of that week, clock, minutes, room.
fn booked(rows: &[(&str, &str, i32, &str, i32, Option<&str>)]) -> Clinic {
    let mut clinic = small_with_room();
    for (at, &(by, whom, day, clock, minutes, room)) in rows.iter().enumerate() {
        if clinic.clinicians.iter().all(|row| row.id != by) {
            clinic.clinicians.push(clinician(by));
        }
        if clinic.patients.iter().all(|row| row.id != whom) {
            clinic.patients.push(patient(whom));
        }
        let mut row = appointment(&format!("v{at}"), on(28 + day, clock), minutes, Status::Booked);
        (row.clinicians, row.patient) = (vec![by.into()], Some(whom.into()));
        row.room = room.map(Into::into);
        row.modality = if room.is_some() {
            Modality::InPerson
        } else {
            Modality::Video
        };
        clinic.appointments.push(row);
    }
    clinic.services[0].modalities = vec![Modality::InPerson, Modality::Video];
    clinic.clinicians.iter_mut().for_each(|row| row.telehealth = true);
    clinic.patients.iter_mut().for_each(|row| row.telehealth = true);
    clinic
}

pub(super) fn published(clinic: &Clinic, id: &str) -> Indicator {
    let problem = build(clinic).problem;
    let plan = Plan::published(&problem);
    let view = View::plan(clinic, &problem, &plan, IndicatorOptions::default());
    kpi::indicators(&view, &[id.into()]).remove(0)
}

fn figure<'i>(indicator: &'i Indicator, name: &str) -> &'i str {
    let found = indicator.figures.iter().find(|figure| figure.name == name);
    found.map_or("none", |figure| &figure.text)
}

/// Three sessions that overlap in one room.
pub(super) fn three_in_a_room() -> Clinic {
    booked(&[
        ("a", "p", 0, "09:00", 60, Some("r")),
        ("b", "q", 0, "09:00", 60, Some("r")),
        ("c", "o", 0, "09:30", 60, Some("r")),
    ])
}

/// Two sessions that overlap on their room and on their clinician.
pub(super) fn a_pair_on_room_and_clinician() -> Clinic {
    booked(&[
        ("a", "p", 0, "09:00", 60, Some("r")),
        ("a", "q", 0, "09:30", 60, Some("r")),
    ])
}

#[test]
fn three_in_a_room_are_three_conflicts() {
    let clinic = three_in_a_room();
    let found = published(&clinic, "K12");
    assert_eq!(figure(&found, "room overlap"), "3.0", "{found:?}");
    assert_eq!(found.text, "3.0", "{found:?}");
    assert_eq!(published(&clinic, "P1").text, "100.0 %");
}

#[test]
fn a_plan_is_counted_by_the_same_rules() {
    // Six hours by `a` on two days, two by `b` on one; contracts of 40 hours each.
    let clinic = booked(&[
        ("a", "p", 0, "09:00", 120, Some("r")),
        ("a", "q", 0, "12:00", 60, None),
        ("a", "p", 1, "09:00", 180, Some("r")),
        ("b", "q", 1, "13:00", 120, Some("r")),
    ]);
    for (id, text) in [
        // Four visits on three clinician-days with a visit, and seven paid days without.
        ("K1", "0.4"),
        ("K14", "10.0 %"),
        ("K15", "4.0 h"),
        // 7 of 40 open hours.
        ("K16", "17.5 %"),
        ("K24", "10.0 %"),
        ("K7", "0.0 h"),
        ("K12", "0.0"),
        ("K29", "0.50"),
        ("P2", "0.0"),
    ] {
        let found = published(&clinic, id);
        assert_eq!(found.text, text, "{id} {found:?}");
    }
}

#[test]
fn overtime_of_a_plan_is_what_it_makes_people_work() {
    // Five days from 08:00 to 17:30 without a lunch break: 47.5 hours.
    let rows: Vec<_> = (0..5).map(|day| ("a", "p", day, "08:00", 570, None)).collect();
    let clinic = booked(&rows);
    assert_eq!(published(&clinic, "K7").text, "7.5 h");
    // 7.5 hours at half of 45.00.
    assert_eq!(published(&clinic, "K8").text, "168.75");
}

#[test]
fn a_plan_does_not_know_who_will_come() {
    let clinic = booked(&[("a", "p", 0, "09:00", 60, Some("r"))]);
    for id in [
        "K4", "K5", "K6", "K9", "K10", "K11", "K20", "K21", "K22", "K23", "K26", "K27", "K28", "K30", "K32", "K39",
        "K40",
    ] {
        let found = published(&clinic, id);
        assert_eq!(found.value, None, "{id}");
        assert_eq!(found.text, "not computable", "{id}");
        assert!(!found.not_computable.unwrap().needs.is_empty(), "{id}");
    }
}

#[test]
fn the_past_has_no_conflicts_of_its_own() {
    let clinic = clinics::visits_per_day();
    for id in ["K12", "K36", "P1", "P2", "P3"] {
        assert!(
            super::read_period(&clinic, id, on(0, "00:00"), on(28, "00:00"))
                .not_computable
                .is_some(),
            "{id}"
        );
    }
}

#[test]
fn third_next_available_waits_for_room_and_clinician() {
    // The room is taken all Monday and until 14:00 on Tuesday; after that it has two slots of an hour; the third is on
    // Wednesday.
    let mut clinic = booked(&[
        ("a", "p", 0, "08:00", 480, Some("r")),
        ("b", "q", 1, "08:00", 360, Some("r")),
    ]);
    clinic.services[0].modalities = vec![Modality::InPerson];
    clinic.clinicians.truncate(1);
    clinic.appointments[1].clinicians = vec!["a".into()];
    assert_eq!(published(&clinic, "K36").text, "2.0 d");
    // A type that nobody may give has no slot at all.
    clinic.services[0].discipline = Some("surgeon".into());
    assert!(published(&clinic, "K36").not_computable.is_some());
}

#[test]
fn what_is_not_placed_is_counted_with_its_hours() {
    let mut clinic = small_with_room();
    let order = Order {
        per_week: 3,
        from: on(0, "00:00").date(),
        until: on(60, "00:00").date(),
        minutes: Some(90),
        min_days_between: 1,
        mandated: true,
        ..order("o", "p", "visit")
    };
    clinic.orders = vec![
        order.clone(),
        Order {
            id: "wish".into(),
            per_week: 1,
            mandated: false,
            ..order
        },
    ];
    assert_eq!(published(&clinic, "P2").text, "4.0");
    assert_eq!(published(&clinic, "P3").text, "4.5 h");
}

/// The late-change rate of a plan for a clinic, if its changes are announced at this moment.
fn late_changes(clinic: &Clinic, edit: impl Fn(&Problem, &mut Plan), announced: Option<&str>) -> Indicator {
    let problem = build(clinic).problem;
    let mut plan = Plan::published(&problem);
    edit(&problem, &mut plan);
    let options = IndicatorOptions {
        announced: announced.map(|moment| moment.parse().unwrap()),
        ..IndicatorOptions::default()
    };
    let view = View::plan(clinic, &problem, &plan, options);
    kpi::indicators(&view, &["K13".into()]).remove(0)
}

/// The session that is published at a clock time on a day, as planned.
fn place<'p>(problem: &Problem, plan: &'p mut Plan, day: i32, clock_min: i32) -> &'p mut Option<Placement> {
    let at = |session: &Session| session.published.as_ref().map(|place| place.start) == Some(day * 1440 + clock_min);
    let idx = problem.sessions.iter().position(at).unwrap();
    &mut plan.placements[idx]
}

/// Moves the session of a day at 9:00 by so many minutes.
fn shift(problem: &Problem, plan: &mut Plan, day: i32, minutes: i32) {
    let place = place(problem, plan, day, 540).as_mut().unwrap();
    place.start += minutes;
    place.parts.iter_mut().for_each(|part| part.start += minutes);
}

#[test]
fn changes_of_a_plan_count_from_their_announcement_to_the_first_start_they_touch() {
    // The horizon begins on Monday 30 November; the document's moment is its midnight.
    let clinic = booked(&[
        ("a", "p", 0, "09:00", 60, Some("r")),
        ("a", "q", 2, "09:00", 60, Some("r")),
    ]);
    type Edit = fn(&Problem, &mut Plan);
    let cases: [(&str, Edit, Option<&str>, &str); 10] = [
        ("nothing changes", |_, _| (), None, "0.0 %"),
        (
            "Wednesday is dropped in time",
            |problem, plan| *place(problem, plan, 2, 540) = None,
            None,
            "0.0 %",
        ),
        (
            "Monday is dropped nine hours ahead",
            |problem, plan| *place(problem, plan, 0, 540) = None,
            None,
            "50.0 %",
        ),
        (
            "Monday is dropped, announced on Friday",
            |problem, plan| *place(problem, plan, 0, 540) = None,
            Some("2026-11-27T12:00"),
            "0.0 %",
        ),
        (
            "Wednesday is dropped on Tuesday, just in time",
            |problem, plan| *place(problem, plan, 2, 540) = None,
            Some("2026-12-01T09:00"),
            "0.0 %",
        ),
        (
            "Wednesday is dropped on Tuesday, too late",
            |problem, plan| *place(problem, plan, 2, 540) = None,
            Some("2026-12-01T09:01"),
            "50.0 %",
        ),
        (
            "Wednesday becomes Monday: the new start is nine hours ahead",
            |problem, plan| shift(problem, plan, 2, -2 * 1440),
            None,
            "50.0 %",
        ),
        (
            "Monday becomes Wednesday: the patient would come in vain",
            |problem, plan| shift(problem, plan, 0, 2 * 1440),
            None,
            "50.0 %",
        ),
        (
            "Monday by another clinician",
            |problem, plan| place(problem, plan, 0, 540).as_mut().unwrap().parts[0].clinician = 1,
            None,
            "50.0 %",
        ),
        (
            "another room is no change for the patient",
            |problem, plan| place(problem, plan, 0, 540).as_mut().unwrap().room = None,
            None,
            "0.0 %",
        ),
    ];
    for (what, edit, announced, text) in cases {
        let found = late_changes(&clinic, edit, announced);
        assert_eq!(found.text, text, "{what}: {found:?}");
    }
    let found = late_changes(&clinic, |problem, plan| shift(problem, plan, 2, 60), None);
    assert_eq!(figure(&found, "patients with any change"), "50.0 %");
    let told = "none is late if all are announced by 2026-12-01T09:00";
    assert!(found.notes.iter().any(|note| note == told), "{:?}", found.notes);
}

#[test]
fn another_way_of_meeting_is_a_change() {
    let clinic = booked(&[("a", "p", 0, "09:00", 60, None)]);
    let in_person = |problem: &Problem, plan: &mut Plan| {
        let session = &problem.sessions[0];
        let way = |modality| session.choices.iter().position(|choice| choice.modality == modality);
        let place = plan.placements[0].as_mut().unwrap();
        assert_eq!(way(Modality::Video), Some(usize::from(place.choice)));
        place.choice = way(Modality::InPerson).unwrap() as u8;
    };
    assert_eq!(late_changes(&clinic, in_person, None).text, "100.0 %");
}

#[test]
fn a_lost_seat_is_a_change_for_its_patient_only() {
    let mut clinic = booked(&[("a", "p", 2, "09:00", 60, Some("r"))]);
    clinic.groups = clinics::group().groups;
    clinic.services.push(service("group", Kind::Group, 90));
    let mut row = appointment("g1", on(28, "09:00"), 90, Status::Booked);
    (row.patient, row.group, row.service) = (None, Some("g".into()), "group".into());
    row.room = Some("r".into());
    clinic.appointments.push(row);
    for whom in ["p", "q"] {
        if whom == "q" {
            clinic.patients.push(patient("q"));
        }
        clinic.attendances.push(Attendance {
            appointment: "g1".into(),
            patient: whom.into(),
            order: None,
            status: Status::Booked,
            changed: None,
            changed_by: None,
        });
    }
    assert_eq!(late_changes(&clinic, |_, _| (), None).text, "0.0 %");
    let lose_one = |problem: &Problem, plan: &mut Plan| {
        let of_q = |order: &SeatOrder| problem.patients[order.patient as usize].id == "q";
        let at = problem.seat_orders.iter().position(of_q).unwrap();
        assert_eq!(plan.seats[at].len(), 1);
        plan.seats[at].clear();
    };
    let found = late_changes(&clinic, lose_one, None);
    assert_eq!(found.text, "50.0 %", "{found:?}");
    assert_eq!(found.numerator_rows.unwrap().ids, ["q 2026-11-30"]);
}

fn desk(clinic: &Clinic) -> Desk {
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    desk
}

#[test]
fn operations_answer_for_plan_period_and_comparison() {
    let mut clinic = booked(&[
        ("a", "p", 0, "09:00", 60, Some("r")),
        ("b", "q", 0, "09:00", 60, Some("r")),
    ]);
    clinic.services.push(service("other", Kind::Individual, 30));
    let mut desk = desk(&clinic);
    let reply = run(&mut desk, "kpis", "{}").unwrap();
    assert!(reply.contains("\"basis\":\"plan\"") && reply.contains("\"id\":\"P3\""));
    let reply = run(&mut desk, "kpis", r#"{"to": "2026-11-30T00:00", "ids": ["K9"]}"#).unwrap();
    assert!(reply.contains("\"basis\":\"history\"") && !reply.contains("\"id\":\"K10\""));
    let problem = build(&clinic).problem;
    let empty = PlanDocument::new(&problem, &Plan::empty(&problem)).unwrap();
    let request = serde_json::json!({ "after": empty, "ids": ["K12", "K1", "K40"] });
    let reply = crate::desk::run(&mut desk, "compare", request);
    let table = reply["table"].as_str().unwrap();
    let line = table.lines().find(|line| line.starts_with("K12")).unwrap();
    assert!(
        line.contains("1.0") && line.contains("-1.0") && line.ends_with("better"),
        "{table}"
    );
    assert!(table.contains("not computable:\n  K40"), "{table}");
}

#[test]
fn wrong_requests_are_refused() {
    let clinic = booked(&[]);
    let mut desk = desk(&clinic);
    let problem = build(&clinic).problem;
    let plan = PlanDocument::new(&problem, &Plan::empty(&problem)).unwrap();
    let both = serde_json::json!({ "plan": plan, "from": "2026-11-02T00:00" }).to_string();
    for (operation, request, code) in [
        ("kpis", r#"{"ids": ["K1", "K99"]}"#, "kpis.unknown_id"),
        (
            "kpis",
            r#"{"from": "2026-12-01T00:00", "to": "2026-11-01T00:00"}"#,
            "kpis.empty_period",
        ),
        ("kpis", &both, "kpis.plan_and_period"),
        ("kpis", r#"{"since": 1}"#, "request.unknown_field"),
        ("compare", "{}", "compare.nothing"),
    ] {
        assert_eq!(run(&mut desk, operation, request).unwrap_err().code, code, "{request}");
    }
    assert_eq!(run(&mut Desk::default(), "kpis", "{}").unwrap_err().code, "desk.empty");
}
