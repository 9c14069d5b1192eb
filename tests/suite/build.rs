//! From the clinic's tables to the problem: what is placed, by whom, where and when.

use rosterwell::Severity;
use rosterwell::model::clinic::{
    Absence, Absentee, Authorization, AuthorizationMode, Contact, Freedom, Kind, License, Modality, Phase, Shift,
    Status, Travel, Unit,
};
use rosterwell::model::problem::{ANYWHERE, Eligible, Problem, Session};
use rosterwell::model::{Built, Clinic, CostTerm, Plan, Rule, build, check};

use crate::clinics::*;

fn problem(clinic: &Clinic) -> Problem {
    let built = build(clinic);
    let errors: Vec<_> = built
        .issues
        .iter()
        .filter(|issue| issue.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    built.problem
}

fn session<'p>(problem: &'p Problem, key: &str) -> &'p Session {
    problem
        .sessions
        .iter()
        .find(|session| session.key == key)
        .unwrap_or_else(|| panic!("no session {key}"))
}

fn keys(problem: &Problem) -> Vec<&str> {
    problem.sessions.iter().map(|session| session.key.as_str()).collect()
}

fn codes(built: &Built) -> Vec<&str> {
    built.issues.iter().map(|issue| issue.code.as_str()).collect()
}

fn broken(problem: &Problem) -> Vec<Rule> {
    check(problem, &Plan::published(problem))
        .into_iter()
        .map(|violation| violation.rule)
        .collect()
}

fn eligible(session: &Session, part: usize) -> Vec<u32> {
    session.parts[part].eligible.iter().map(|who| who.clinician).collect()
}

fn days(eligible: &[Eligible], clinician: u32) -> u32 {
    eligible
        .iter()
        .find(|who| who.clinician == clinician)
        .map_or(0, |who| who.days)
}

#[test]
fn a_small_clinic_becomes_a_problem() {
    let problem = problem(&two_clinicians_three_visits());
    assert_eq!(keys(&problem), ["o1/w0/1", "o2/w0/1", "o3/w0/1"]);
    assert_eq!(problem.num_days, 7);
    assert_eq!(problem.duties.len(), 10, "two clinicians, five days");
    let duty = &problem.duties[problem.duty_of(1, 2).unwrap()];
    assert_eq!(duty.windows, [(2880 + 480, 2880 + 1020)]);
    assert_eq!(
        duty.lunch.map(|lunch| (lunch.from, lunch.to, lunch.minutes)),
        Some((2880 + 660, 2880 + 840, 30))
    );
    assert_eq!(
        problem.clinicians[0].overtime_cents_min, 75,
        "30 dollars an hour, time and a half"
    );
    let first = session(&problem, "o1/w0/1");
    assert_eq!(first.windows.len(), 5);
    assert_eq!(first.windows[0], (480, 1080));
    assert_eq!(eligible(first, 0), [0, 1]);
    assert_eq!(
        (
            first.parts[0].after,
            first.parts[0].documentation,
            first.parts[0].points
        ),
        (10, 15, 10)
    );
    // priority 3 x (100 + 10 percent for the outpatient phase).
    assert_eq!(first.unplaced_cents, 100_000 * 3 * 110 / 100);
}

#[test]
fn leave_closures_and_care_dates_cut_the_hours() {
    let mut clinic = two_clinicians_three_visits();
    let away = |what, id: &str, from, until| Absence {
        what,
        id: id.into(),
        from,
        until,
        reason: None,
    };
    clinic.absences = vec![
        away(Absentee::Clinician, "ana", moment(0, 0, 0), moment(1, 0, 0)),
        away(Absentee::Clinician, "ben", moment(1, 12, 0), moment(1, 13, 0)),
        away(Absentee::Patient, "p1", moment(0, 0, 0), moment(4, 10, 0)),
        away(Absentee::Room, "office", moment(2, 0, 0), moment(3, 0, 0)),
        away(Absentee::Site, "main", moment(3, 12, 0), moment(5, 0, 0)),
    ];
    clinic.patients[1].admitted = Some(day(1));
    clinic.patients[1].discharged = Some(day(2));
    let problem = problem(&clinic);
    assert_eq!(problem.duty_of(0, 0), None);
    let ben = &problem.duties[problem.duty_of(1, 1).unwrap()];
    assert_eq!(ben.windows, [(1440 + 480, 1440 + 720), (1440 + 780, 1440 + 1020)]);
    assert_eq!(ben.regular, (1440 + 480, 1440 + 1020));
    assert_eq!(
        session(&problem, "o1/w0/1").windows,
        [(4 * 1440 + 600, 4 * 1440 + 1080)]
    );
    assert_eq!(
        session(&problem, "o2/w0/1").windows,
        [(1440 + 480, 1440 + 1080), (2880 + 480, 2880 + 1080)]
    );
    assert_eq!(problem.patients[1].windows, session(&problem, "o2/w0/1").windows);
    let open = &problem.room_classes[0].open;
    assert_eq!(
        open.as_slice(),
        [(420, 1200), (1440 + 420, 1440 + 1200), (3 * 1440 + 420, 3 * 1440 + 720)]
    );
}

#[test]
fn acuity_targets_are_shares_by_contract_and_presence() {
    let mut clinic = two_clinicians_three_visits();
    clinic.patients.iter_mut().for_each(|patient| patient.acuity = 4);
    let targets = |clinic: &Clinic| -> Vec<i32> {
        let problem = problem(clinic);
        problem
            .clinicians
            .iter()
            .map(|clinician| clinician.target_acuity)
            .collect()
    };
    // Twelve points: six each, a tenth more, rounded up.
    assert_eq!(targets(&clinic), [7, 7]);
    // Ana has three of five days off: 2 : 5, so 3.4 and 8.6 points.
    clinic.absences = vec![Absence {
        what: Absentee::Clinician,
        id: "ana".into(),
        from: moment(0, 0, 0),
        until: moment(3, 0, 0),
        reason: None,
    }];
    assert_eq!(targets(&clinic), [4, 10]);
    // Ben at a fifth of the contract: 2 : 1, so 8 and 4 points.
    clinic.clinicians[1].contract_week_min /= 5;
    assert_eq!(targets(&clinic), [9, 5]);
    // What Ana may not do counts for Ben alone.
    clinic.patients[0].barred_clinicians = vec!["ana".into()];
    assert_eq!(targets(&clinic), [6, 8]);
}

#[test]
fn eligibility_follows_discipline_skill_license_language_and_gender() {
    let mut clinic = two_clinicians_three_visits();
    clinic.clinicians.push(clinician("cyd"));
    clinic.clinicians[2].discipline = "nurse".into();
    clinic.clinicians[1].languages = vec!["es".into()];
    clinic.clinicians[1].gender = Some("f".into());
    clinic.services[0].discipline = Some("counselor".into());
    clinic.services[0].skill = Some("cbt".into());
    clinic.licenses = vec![License {
        clinician: "ana".into(),
        skill: "cbt".into(),
        from: None,
        until: Some(day(1)),
    }];
    clinic.patients[1].languages = vec!["es".into()];
    clinic.patients[1].language_required = true;
    clinic.patients[2].clinician_gender = Some("f".into());
    let made = problem(&clinic);
    let first = session(&made, "o1/w0/1");
    assert_eq!(eligible(first, 0), [0, 1], "the nurse is of another discipline");
    assert_eq!(
        days(&first.parts[0].eligible, 0),
        0b11,
        "licensed on Monday and Tuesday"
    );
    assert_eq!(days(&first.parts[0].eligible, 1), 0b111_1111);
    assert_eq!(eligible(session(&made, "o2/w0/1"), 0), [1]);
    let wish = &session(&made, "o3/w0/1").parts[0].eligible;
    // Ana misses the wish for a woman; Ben speaks no English. One price each.
    assert_eq!((wish[0].preference, wish[1].preference), (500, 500));
    clinic.patients[2].clinician_gender_required = true;
    clinic.patients[0].barred_clinicians = vec!["ana".into()];
    let made = problem(&clinic);
    assert_eq!(eligible(session(&made, "o3/w0/1"), 0), [1]);
    assert_eq!(eligible(session(&made, "o1/w0/1"), 0), [1]);
}

#[test]
fn the_usual_clinician_and_the_right_specialist_cost_nothing() {
    let mut clinic = two_clinicians_three_visits();
    for week in 1..4 {
        let mut past = appointment(&format!("past{week}"), "p1", moment(-7 * week, 9, 0));
        past.status = Status::Completed;
        past.clinicians = vec![if week == 1 { "ana".into() } else { "ben".into() }];
        clinic.appointments.push(past);
    }
    clinic.patients[1].preferred_clinicians = vec!["ana".into()];
    clinic.patients[2].needs = vec!["trauma".into(), "grief".into()];
    clinic.clinicians[0].specializations = vec!["trauma".into()];
    let problem = problem(&clinic);
    let costs = |key: &str, cost: fn(&Eligible) -> i64| -> Vec<i64> {
        session(&problem, key).parts[0].eligible.iter().map(cost).collect()
    };
    assert_eq!(
        costs("o1/w0/1", |who| who.continuity),
        [1500, 0],
        "Ben saw p1 twice, Ana once"
    );
    assert_eq!(costs("o2/w0/1", |who| who.continuity), [0, 1500]);
    assert_eq!(costs("o3/w0/1", |who| who.continuity), [0, 0]);
    assert_eq!(costs("o3/w0/1", |who| who.specialization), [300, 600]);
}

#[test]
fn video_needs_a_patient_and_a_clinician_who_can() {
    let mut clinic = two_clinicians_three_visits();
    clinic.services[0].modalities = vec![Modality::Video, Modality::InPerson];
    clinic.clinicians[0].telehealth = true;
    clinic.patients[0].telehealth = true;
    let problem = problem(&clinic);
    let remote = session(&problem, "o1/w0/1");
    assert_eq!(remote.choices.len(), 2);
    assert_eq!(
        (remote.choices[0].place, remote.choices[0].second_choice),
        (ANYWHERE, 0)
    );
    assert_eq!((remote.choices[1].place, remote.choices[1].second_choice), (0, 200));
    assert_eq!(remote.parts[0].eligible[0].choices, u32::MAX);
    assert_eq!(remote.parts[0].eligible[1].choices, 0b10, "Ben only in person");
    assert_eq!(session(&problem, "o2/w0/1").choices.len(), 1);
}

#[test]
fn rooms_of_one_kind_are_a_class_and_the_smallest_adequate_comes_first() {
    let mut clinic = two_clinicians_three_visits();
    clinic.rooms = vec![room("hall", 12), room("a", 2), room("b", 2), room("c", 1)];
    clinic.rooms[3].features = vec!["desk".into()];
    clinic.services[0].seats = 2;
    let made = problem(&clinic);
    let counts: Vec<i32> = made.room_classes.iter().map(|class| class.count).collect();
    assert_eq!(counts, [1, 2, 1]);
    assert_eq!(session(&made, "o1/w0/1").choices[0].room_classes, [1, 0]);
    assert_eq!(session(&made, "o1/w0/1").choices[0].second_room, 200);
    // A room that something locked holds is a class of its own.
    let mut locked = appointment("x", "p1", moment(0, 9, 0));
    locked.freedom = Freedom::Locked;
    locked.room = Some("b".into());
    clinic.appointments = vec![locked];
    let made = problem(&clinic);
    assert_eq!(made.room_classes.len(), 4);
    assert!(session(&made, "o1/w0/1").locked);
    assert_eq!(broken(&made), []);
    // Without any room that would do, the session stays, and can be placed nowhere.
    clinic.appointments.clear();
    clinic.services[0].seats = 40;
    let made = problem(&clinic);
    let class = session(&made, "o1/w0/1").choices[0].room_classes[0];
    assert_eq!(made.room_classes[usize::from(class)].count, 0);
}

#[test]
fn ways_are_taken_from_the_table_else_estimated() {
    let mut clinic = with_home_visits();
    clinic.travel = vec![Travel {
        from: "main".into(),
        to: "p1".into(),
        minutes: 11,
        miles: 3.25,
    }];
    let problem = problem(&clinic);
    let travel = &problem.travel;
    assert_eq!((travel.num_places, travel.estimated), (4, true));
    assert_eq!((travel.minutes(0, 1), travel.distance(0, 1)), (11, 33));
    assert_eq!(travel.minutes(1, 0), 11, "the way back is taken from the way there");
    // 0.1 degrees of latitude: 11.1195 km x 1.417 / 40 km/h = 23.6 minutes, 9.79 miles.
    assert_eq!((travel.minutes(0, 2), travel.distance(0, 2)), (24, 98));
    let visit = session(&problem, "o2/w0/1");
    assert_eq!((visit.choices[0].modality, visit.choices[0].place), (Modality::Home, 2));
}

#[test]
fn orders_are_spread_over_weeks_in_proportion() {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.horizon_days = 14;
    clinic.orders[0].per_week = 3;
    clinic.orders[0].min_days_between = 2;
    clinic.orders[1].per_week = 5;
    clinic.orders[1].from = day(9);
    clinic.orders[2].after = Some("o1".into());
    let problem = problem(&clinic);
    assert_eq!(
        keys(&problem),
        [
            "o1/w0/1", "o1/w0/2", "o1/w0/3", "o1/w1/1", "o1/w1/2", "o1/w1/3", // three a week
            "o2/w1/1", "o2/w1/2", "o2/w1/3", // from Wednesday of the second week: 3 of 5 weekdays
            "o3/w0/1", "o3/w1/1",
        ]
    );
    assert_eq!(problem.spacings.len(), 6 * 5 / 2);
    assert_eq!(problem.precedences.len(), 6, "three before one, in each of two weeks");
    assert!(
        session(&problem, "o1/w1/1")
            .windows
            .iter()
            .all(|window| window.0 >= 7 * 1440)
    );
}

#[test]
fn a_horizon_within_a_week_counts_what_was_done() {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.horizon_start = day(2);
    clinic.settings.as_of = moment(2, 0, 0);
    clinic.settings.horizon_days = 5;
    clinic.orders[0].per_week = 3;
    clinic.orders[0].min_days_between = 2;
    let mut done = appointment("done", "p1", moment(1, 9, 0));
    done.status = Status::Completed;
    clinic.appointments = vec![done];
    let problem = problem(&clinic);
    let first: Vec<&str> = keys(&problem).into_iter().filter(|key| key.starts_with("o1")).collect();
    assert_eq!(
        first,
        ["o1/w0/1", "o1/w0/2"],
        "3 of 5 weekdays are left: two sessions, as one was done"
    );
    assert_eq!(
        session(&problem, "o1/w0/1").windows[0].0,
        1440 + 480,
        "two days after Tuesday is Thursday"
    );
    assert_eq!(
        problem.clinicians[0].worked_before,
        [70],
        "an hour and ten minutes after it"
    );
}

#[test]
fn an_evaluation_is_due_and_a_second_clinician_may_follow() {
    let mut clinic = two_clinicians_three_visits();
    clinic.services[0].kind = Kind::Evaluation;
    clinic.orders[0].requested = Some(moment(-1, 12, 0));
    clinic.orders[1].due_by = Some(moment(-2, 0, 0));
    clinic.orders[2].second_skill = Some("cbt".into());
    clinic.orders[2].second_minutes = Some(30);
    (clinic.orders[2].second_after_min, clinic.orders[2].second_after_max) = (15, 45);
    clinic.clinicians[1].skills.clear();
    let problem = problem(&clinic);
    assert_eq!(
        session(&problem, "o1/w0/1").due,
        [(0, 1440 + 720)],
        "48 hours after the request"
    );
    assert_eq!(session(&problem, "o2/w0/1").due, [(-2881, -2880)]);
    let pair = session(&problem, "o3/w0/1");
    assert_eq!(
        (pair.minutes, pair.parts[1].minutes, pair.parts[1].offset),
        (75, 30, (15, 45))
    );
    assert_eq!(eligible(pair, 1), [0]);
}

#[test]
fn family_sessions_need_consent_and_everyone_required() {
    let mut clinic = two_clinicians_three_visits();
    clinic.services[0].kind = Kind::Family;
    clinic.consents = vec![family_consent("p1")];
    clinic.contacts = vec![Contact {
        id: "k1".into(),
        patient: "p1".into(),
        relation: "partner".into(),
        hours: hours("Wed 16:00-21:00"),
        required: true,
    }];
    let built = build(&clinic);
    assert_eq!(keys(&built.problem), ["o1/w0/1"]);
    assert_eq!(session(&built.problem, "o1/w0/1").windows, [(2880 + 960, 2880 + 1080)]);
    assert_eq!(codes(&built), ["consent.missing", "consent.missing"]);

    // Consent of which Tuesday is the last day leaves nothing of the family's Wednesday; Wednesday leaves it whole.
    for (until, expected) in [(day(1), 0), (day(2), 1)] {
        clinic.consents[0].until = Some(until);
        assert_eq!(session(&build(&clinic).problem, "o1/w0/1").windows.len(), expected);
    }
    clinic.consents[0].revoked = Some(moment(4, 9, 0));
    assert_eq!(codes(&build(&clinic)), ["consent.missing"; 3]);
    clinic.consents[0].revoked = None;
    clinic.consents[0].contact = Some("k2".into());
    assert_eq!(
        codes(&build(&clinic))[..1],
        ["row.unknown_reference"],
        "nobody is asked on it"
    );
    assert!(keys(&build(&clinic).problem).is_empty());
}

#[test]
fn groups_have_sessions_and_seats() {
    let mut clinic = with_a_group();
    clinic.groups[0].co_leader_skill = Some("cbt".into());
    clinic.orders[4].per_week = 2;
    clinic.orders[4].min_days_between = 1;
    let problem = problem(&clinic);
    let meeting = session(&problem, "relapse/w0/2");
    assert_eq!((meeting.parts.len(), meeting.unplaced_cents), (2, 0));
    assert_eq!(meeting.choices[0].room_classes, [0, 1], "the office has seats enough");
    let wants: Vec<_> = problem
        .seat_orders
        .iter()
        .map(|order| (order.patient, order.count, order.options.clone()))
        .collect();
    assert_eq!(wants, [(0, 1, vec![3, 4]), (1, 2, vec![3, 4]), (2, 1, vec![3, 4])]);
    assert_eq!(problem.seat_orders[1].min_days, 1);
    assert_eq!(problem.seat_orders[0].empty_cents, 40_000 * 3 * 110 / 100);
}

#[test]
fn shifts_are_one_session_per_date_and_clinician_and_may_pass_midnight() {
    let mut clinic = two_clinicians_three_visits();
    clinic.services.push(service("night", Kind::Shift, 480));
    clinic.orders.clear();
    clinic.shifts = vec![Shift {
        id: "n".into(),
        service: "night".into(),
        site: "main".into(),
        days: vec![day(0).weekday(), day(1).weekday()],
        start_min: 1380,
        minutes: 480,
        needed: 2,
    }];
    clinic.clinicians[0].hours = hours("Mon-Tue 22:00-24:00; Tue-Wed 00:00-08:00");
    let problem = problem(&clinic);
    assert_eq!(keys(&problem), ["n/d0/1", "n/d0/2", "n/d1/1", "n/d1/2"]);
    assert_eq!(problem.sessions[2].windows, [(1440 + 1380, 1440 + 1860)]);
    let nights: Vec<_> = problem
        .duties
        .iter()
        .filter(|duty| duty.clinician == 0)
        .map(|duty| duty.windows.clone())
        .collect();
    assert_eq!(
        nights,
        [[(1320, 1920)], [(2760, 3360)]],
        "the morning belongs to the night before"
    );
}

#[test]
fn weekly_minimums_hold_for_full_weeks_in_care() {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.horizon_days = 14;
    clinic.patients[0].phase = Phase::IntensiveOutpatient;
    clinic.patients[1].level_of_care = Some("2.5".into());
    clinic.patients[1].admitted = Some(day(1));
    clinic.patients[2].minimum_week_hours = Some(1.5);
    clinic.patients[2].discharged = Some(day(4));
    let problem = problem(&clinic);
    let minimums: Vec<_> = problem
        .minimums
        .iter()
        .map(|minimum| (minimum.patient, minimum.from_day, minimum.minutes))
        .collect();
    assert_eq!(minimums, [(0, 0, 540), (0, 7, 540), (1, 7, 1200), (2, 0, 90)]);
}

fn authorization(units: i32, from: i32, until: i32) -> Authorization {
    Authorization {
        id: format!("auth{from}"),
        patient: "p1".into(),
        payer: "payer".into(),
        services: vec!["talk".into()],
        unit: Unit::Quarter,
        units,
        used: 0,
        from: day(from),
        until: day(until),
    }
}

#[test]
fn authorizations_are_drawn_down_in_the_order_of_time() {
    let mut clinic = two_clinicians_three_visits();
    clinic.services[0].needs_authorization = true;
    clinic.orders.truncate(2);
    // Fifty minutes are 3 units and 5 minutes: 3. Two past sessions leave 2 of 8; the third does not fit any more.
    clinic.authorizations = vec![authorization(8, -30, 2), authorization(10, 3, 30)];
    for (week, minutes) in [(3, 50), (2, 50), (1, 60)] {
        let mut past = appointment(&format!("past{week}"), "p1", moment(-7 * week, 9, 0));
        past.status = Status::Completed;
        past.minutes = minutes;
        clinic.appointments.push(past);
    }
    let made = problem(&clinic);
    let draws = &session(&made, "o1/w0/1").draws;
    let budget = &made.budgets[draws[0].budget as usize];
    assert_eq!((budget.id.as_str(), budget.units, draws[0].units), ("auth3", 10, 4));
    assert_eq!(budget.days, 0b111_1000);
    let none = &made.budgets[session(&made, "o2/w0/1").draws[0].budget as usize];
    assert_eq!((none.id.as_str(), none.units, none.days), ("none/p2", 0, 0));
    // Only warned of: no budget, an issue instead.
    clinic.settings.authorization_mode = AuthorizationMode::Warn;
    let built = build(&clinic);
    assert!(built.problem.budgets.is_empty());
    assert_eq!(codes(&built), ["authorization.missing"]);
    assert_eq!(built.issues[0].id.as_deref(), Some("o2"));
}

#[test]
fn booked_appointments_are_found_with_their_faults() {
    let mut clinic = two_clinicians_three_visits();
    clinic.rooms.push(room("other", 4));
    clinic.rooms[1].features = vec!["desk".into()];
    clinic.services[0].room_features = vec!["desk".into()];
    clinic.appointments = vec![
        appointment("x", "p1", moment(0, 9, 0)),
        appointment("y", "p2", moment(0, 9, 30)),
        appointment("extra", "p1", moment(1, 9, 0)),
        appointment("late", "p3", moment(0, 19, 0)),
    ];
    clinic.appointments[2].room = Some("other".into());
    clinic.appointments[3].modality = Modality::Video;
    clinic.appointments[3].room = None;
    let problem = problem(&clinic);
    assert_eq!(keys(&problem), ["o1/w0/1", "o2/w0/1", "o3/w0/1", "appt/extra"]);
    assert_eq!(
        session(&problem, "o2/w0/1").published.as_ref().map(|place| place.start),
        Some(570)
    );
    let mut rules = broken(&problem);
    rules.sort_unstable();
    rules.dedup();
    let expected = [
        Rule::SessionWindow,
        Rule::ClinicianHours,
        Rule::ClinicianOverlap,
        Rule::WrongRoom,
        Rule::RoomOverlap,
        Rule::DayLimit,
    ];
    assert_eq!(rules, expected, "{:?}", check(&problem, &Plan::published(&problem)));
}

#[test]
fn booked_seats_are_found() {
    let mut clinic = with_a_group();
    clinic.patients.push(patient("p4"));
    clinic.appointments = vec![
        group_appointment("g1", moment(0, 9, 0)),
        group_appointment("g2", moment(2, 9, 0)),
    ];
    clinic.attendances = vec![seat("g1", "p1"), seat("g2", "p1"), seat("g2", "p2"), seat("g2", "p4")];
    let problem = problem(&clinic);
    let seats: Vec<_> = problem
        .seat_orders
        .iter()
        .map(|order| (order.order.as_str(), order.published.clone()))
        .collect();
    assert_eq!(
        seats,
        [
            ("g-p1", vec![3]),
            ("g-p2", vec![4]),
            ("g-p3", vec![]),
            ("appt/g2/p1", vec![4]), // wanted once, booked twice
            ("appt/g2/p4", vec![4]), // never wanted
        ]
    );
    assert_eq!(broken(&problem), []);
}

#[test]
fn what_is_over_is_fixed_and_breaks_no_rule_by_itself() {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.as_of = moment(1, 12, 0);
    clinic.services[0].needs_authorization = true;
    clinic.orders[0].per_week = 2;
    // On Monday, before hours, by someone barred, in a closed room, unauthorized: it happened.
    let mut over = appointment("over", "p1", moment(0, 6, 0));
    over.status = Status::Completed;
    over.minutes = 45;
    clinic.patients[0].barred_clinicians = vec!["ana".into()];
    clinic.appointments = vec![over];
    let problem = problem(&clinic);
    let fixed = session(&problem, "o1/w0/1");
    assert!(fixed.locked);
    assert_eq!((fixed.minutes, fixed.windows.as_slice()), (45, &[(360, 405)][..]));
    assert!(fixed.draws.is_empty());
    assert_eq!(broken(&problem), []);
    assert_eq!(
        session(&problem, "o1/w0/2").windows[0].0,
        1440 + 720,
        "nothing new before `as_of`"
    );
}

#[test]
fn rows_that_cannot_be_used_are_left_out_with_an_issue() {
    let mut clinic = two_clinicians_three_visits();
    clinic.orders[0].service = "nothing".into();
    clinic.orders[1].patient = "nobody".into();
    clinic.patients[2].id = "p1".into();
    clinic.clinicians[1].site = "nowhere".into();
    let built = build(&clinic);
    let at: Vec<_> = built
        .issues
        .iter()
        .map(|issue| {
            (
                issue.code.as_str(),
                issue.table.as_str(),
                issue.row,
                issue.field.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        at,
        [
            ("row.unknown_reference", "clinicians", Some(2), Some("site")),
            ("row.duplicate_id", "patients", Some(3), Some("id")),
            ("row.unknown_reference", "orders", Some(1), Some("service")),
            ("row.unknown_reference", "orders", Some(2), Some("patient")),
            ("row.unknown_reference", "orders", Some(3), Some("patient")),
        ]
    );
    assert!(built.problem.sessions.is_empty());
    assert_eq!(built.problem.clinicians.len(), 1);
}

#[test]
fn prices_follow_the_clinics_weights() {
    let mut clinic = two_clinicians_three_visits();
    clinic.weights = vec![rosterwell::model::weights::Weight {
        term: CostTerm::Unplaced,
        cents: 50_000,
    }];
    let problem = problem(&clinic);
    assert_eq!(problem.prices[CostTerm::Unplaced], 50_000);
    assert_eq!(problem.prices[CostTerm::Travel], 60);
    assert_eq!(problem.sessions[0].unplaced_cents, 165_000);
}
