//! From tables to a plan: whatever is built can be solved, and the checker accepts the plan.

use rosterwell::model::clinic::{Freedom, Kind, Modality, Shift, Status};
use rosterwell::model::{Built, Clinic, Plan, Problem, Violation, build, check};
use rosterwell::optimizer::{Params, solve};

use crate::clinics::*;

fn solved(clinic: &Clinic, steps: u64) -> (Problem, Plan) {
    let Built { problem, .. } = build(clinic);
    let params = Params {
        steps,
        ..Params::default()
    };
    let (plan, _) = solve(&problem, &params, Some(&Plan::published(&problem)));
    (problem, plan)
}

fn violations(clinic: &Clinic, steps: u64) -> Vec<Violation> {
    let (problem, plan) = solved(clinic, steps);
    check(&problem, &plan)
}

fn placed(plan: &Plan) -> usize {
    plan.placements.iter().flatten().count()
}

fn night_shifts() -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.services.push(service("night", Kind::Shift, 480));
    clinic.shifts = vec![Shift {
        id: "n".into(),
        service: "night".into(),
        site: "main".into(),
        days: rosterwell::model::calendar::Weekday::ALL.to_vec(),
        start_min: 1380,
        minutes: 480,
        needed: 1,
    }];
    let nights = "Mon-Sun 22:00-24:00; Mon-Sun 00:00-08:00";
    clinic.clinicians[0].hours = hours(nights);
    clinic.clinicians.push(clinician("cyd"));
    clinic.clinicians[2].hours = hours(nights);
    for clinician in &mut clinic.clinicians {
        clinician.max_day_min = 600;
    }
    clinic
}

#[test]
fn everything_of_a_small_clinic_is_placed() {
    let remote = {
        let mut clinic = two_clinicians_three_visits();
        clinic.services[0].modalities = vec![Modality::Video, Modality::InPerson];
        clinic.clinicians[1].telehealth = true;
        clinic.patients[0].telehealth = true;
        clinic
    };
    let cases = [
        ("visits", two_clinicians_three_visits(), 3, 0),
        ("group", with_a_group(), 4, 3),
        ("home visits", with_home_visits(), 3, 0),
        ("video", remote, 3, 0),
        ("night shifts", night_shifts(), 10, 0),
    ];
    for (name, clinic, sessions, seats) in cases {
        let (problem, plan) = solved(&clinic, 2_000);
        assert_eq!(check(&problem, &plan), [], "{name}");
        assert!(
            placed(&plan) >= sessions,
            "{name}: {} of {}",
            placed(&plan),
            problem.sessions.len()
        );
        assert_eq!(plan.seats.iter().map(Vec::len).sum::<usize>(), seats, "{name}");
    }
}

#[test]
fn a_schedule_with_faults_becomes_one_without() {
    let mut clinic = two_clinicians_three_visits();
    clinic.patients[2].barred_clinicians = vec!["ana".into()];
    clinic.appointments = vec![
        appointment("a", "p1", moment(0, 9, 0)),
        appointment("b", "p2", moment(0, 9, 30)),
        appointment("c", "p3", moment(1, 9, 0)),
        appointment("d", "p1", moment(2, 19, 30)),
    ];
    let Built { problem, .. } = build(&clinic);
    assert!(!check(&problem, &Plan::published(&problem)).is_empty());
    let (problem, plan) = solved(&clinic, 2_000);
    assert_eq!(check(&problem, &plan), []);
    assert_eq!(placed(&plan), problem.sessions.len(), "all four fit");
}

#[test]
fn what_cannot_be_placed_stays_unplaced() {
    let cases: &[(&str, fn(&mut Clinic))] = &[
        ("no clinician has hours", |c| {
            c.clinicians.iter_mut().for_each(|who| who.hours = hours(""))
        }),
        ("no clinician", |c| c.clinicians.clear()),
        ("no room is large enough", |c| c.services[0].seats = 40),
        ("no patient has hours", |c| {
            c.patients.iter_mut().for_each(|who| who.hours = hours(""))
        }),
        ("nobody is authorized", |c| c.services[0].needs_authorization = true),
        ("the site is closed", |c| c.sites[0].hours = hours("")),
        ("everyone is barred", |c| {
            c.patients
                .iter_mut()
                .for_each(|who| who.barred_clinicians = vec!["ana".into(), "ben".into()]);
        }),
    ];
    for (name, change) in cases {
        let mut clinic = two_clinicians_three_visits();
        change(&mut clinic);
        let (problem, plan) = solved(&clinic, 200);
        assert_eq!((placed(&plan), problem.sessions.len()), (0, 3), "{name}");
        assert_eq!(check(&problem, &plan), [], "{name}");
    }
}

#[test]
fn an_empty_clinic_has_an_empty_plan() {
    let (problem, plan) = solved(&Clinic::default(), 200);
    assert_eq!((placed(&plan), problem.sessions.len()), (0, 0));
}

#[test]
fn what_is_over_or_locked_stays() {
    let mut clinic = with_a_group();
    clinic.settings.as_of = moment(2, 12, 0);
    clinic.appointments = vec![
        appointment("over", "p1", moment(0, 9, 0)),
        appointment("locked", "p2", moment(3, 14, 0)),
        group_appointment("met", moment(1, 10, 0)),
    ];
    clinic.appointments[0].status = Status::Completed;
    clinic.appointments[1].freedom = Freedom::Locked;
    clinic.appointments[2].status = Status::Completed;
    clinic.attendances = vec![seat("met", "p1")];
    assert_eq!(violations(&clinic, 2_000), []);
    let (problem, plan) = solved(&clinic, 2_000);
    for (session, placement) in problem.sessions.iter().zip(&plan.placements) {
        if session.locked {
            assert_eq!(&session.published, placement, "{}", session.key);
        } else if let Some(placement) = placement {
            assert!(
                placement.start >= 2 * 1440 + 720,
                "{} is placed in the past",
                session.key
            );
        }
    }
    assert_eq!(problem.sessions.iter().filter(|session| session.locked).count(), 3);
    let own = problem
        .seat_orders
        .iter()
        .position(|order| !order.published.is_empty())
        .unwrap();
    assert_eq!(
        plan.seats[own], problem.seat_orders[own].published,
        "a seat that was taken stays taken"
    );
}
