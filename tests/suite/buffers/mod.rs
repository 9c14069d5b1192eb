//! Time kept free for unplanned arrivals: closed forms, a simulation that holds the stated chance against what comes,
//! and what the plan makes of it.

mod chances;
mod kept;

use rosterwell::api::buffers::{BuffersReply, BuffersRequest, buffers};
use rosterwell::api::{self, Desk};
use rosterwell::model::calendar::Weekday;
use rosterwell::model::clinic::{Reserve, Status};
use rosterwell::model::weights::CostTerm;
use rosterwell::model::{Clinic, Plan, build};
use rosterwell::optimizer::{Params, Solver, evaluate};
use rosterwell::predict::{Counts, DayCount, chance_of, compound, fit, freed, shortest_reserve};
use rosterwell::rng::Rng;
use serde_json::{Value, json};

use super::clinics::{appointment, moment, staff_day, two_clinicians_three_visits};

/// Chances of Poisson.
fn poisson(mean: f64, most: usize) -> Vec<f64> {
    let mut chances = vec![libm::exp(-mean)];
    for n in 1..=most {
        chances.push(chances[n - 1] * mean / n as f64);
    }
    chances
}

#[test]
fn totals_equal_closed_forms() {
    // One step each: the total is the number.
    for mean in [0.3, 2.0, 11.0] {
        let total = compound(&Counts { mean, size: None }, &[0.0, 1.0], 40);
        for (found, known) in total.iter().zip(poisson(mean, 40)) {
            assert!((found - known).abs() < 1e-14);
        }
    }
    // Negative binomial of size 1 is geometric: (1 - q) q^n, q = mean / (1 + mean).
    let total = compound(
        &Counts {
            mean: 3.0,
            size: Some(1.0),
        },
        &[0.0, 1.0],
        30,
    );
    for (n, found) in total.iter().enumerate() {
        assert!((found - 0.25 * libm::pow(0.75, n as f64)).abs() < 1e-14);
    }
    // Six steps each: only multiples of six.
    let total = compound(
        &Counts { mean: 2.0, size: None },
        &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0],
        60,
    );
    let known = poisson(2.0, 10);
    for (steps, found) in total.iter().enumerate() {
        let expected = if steps % 6 == 0 { known[steps / 6] } else { 0.0 };
        assert!((found - expected).abs() < 1e-14, "{steps}");
    }
    // A mixture of lengths is a sum of independent Poisson totals: ones of rate 1.2, twos of rate 0.8.
    let total = compound(&Counts { mean: 2.0, size: None }, &[0.0, 0.6, 0.4], 20);
    let (ones, twos) = (poisson(1.2, 20), poisson(0.8, 10));
    for (steps, found) in total.iter().enumerate() {
        let known: f64 = (0..=steps / 2).map(|two| twos[two] * ones[steps - 2 * two]).sum();
        assert!((found - known).abs() < 1e-14);
    }
    // Mean and variance of a negative binomial total: m E(L), m E(L²) + (m E(L))² / k.
    let total = compound(
        &Counts {
            mean: 4.0,
            size: Some(2.5),
        },
        &[0.0, 0.5, 0.0, 0.5],
        400,
    );
    let moment = |power: i32| -> f64 {
        let terms = total.iter().enumerate();
        terms
            .map(|(steps, chance)| libm::pow(steps as f64, f64::from(power)) * chance)
            .sum()
    };
    let (mean, square) = (moment(1), moment(2));
    assert!((moment(0) - 1.0).abs() < 1e-10 && (mean - 8.0).abs() < 1e-8);
    assert!((square - mean * mean - (4.0 * 5.0 + 64.0 / 2.5)).abs() < 1e-6);
}

#[test]
fn what_becomes_free_and_how_much_to_keep() {
    // Two sessions of 3 steps that are not held with chances 0.5 and 0.2, and one of none.
    let free = freed(&[(3, 0.5), (3, 0.2), (0, 0.9)]);
    assert_eq!(free.len(), 7);
    for (steps, chance) in [(0, 0.4), (3, 0.5), (6, 0.1)] {
        assert!((free[steps] - chance).abs() < 1e-15);
    }
    let total = compound(&Counts { mean: 1.0, size: None }, &[0.0, 0.0, 0.0, 1.0], 60);
    // One arrival or none: 2 / e = 0.7358; two or fewer: 0.9197.
    assert_eq!(shortest_reserve(&total, &[1.0], 0.73).unwrap().0, 3);
    let (steps, chance) = shortest_reserve(&total, &[1.0], 0.9).unwrap();
    assert_eq!(steps, 6);
    assert!((chance - 2.5 * libm::exp(-1.0)).abs() < 1e-14);
    // With what becomes free: 0.4 F(r) + 0.5 F(r + 3) + 0.1 F(r + 6).
    let below = |n: i32| -> f64 { poisson(1.0, 30)[..=n as usize].iter().sum() };
    let with = 0.4 * below(1) + 0.5 * below(2) + 0.1 * below(3);
    assert!((chance_of(&total, &free, 3) - with).abs() < 1e-12);
    assert_eq!(shortest_reserve(&total, &free, with - 1e-9).unwrap().0, 3);
    assert_eq!(shortest_reserve(&total, &[1.0], 1.0 + 1e-9), None);
}

#[test]
fn a_rate_is_learned_with_its_doubt() {
    // 40 days of two arrivals each, all weekdays alike: mean (80 + 1/2) / 40, size 80 + 1/2.
    let days: Vec<DayCount> = (0..40)
        .map(|at| DayCount {
            weekday: at % 5,
            count: 2,
        })
        .collect();
    let found = fit(&days).unwrap();
    assert!(!found.by_weekday && !found.overdispersed && found.dispersion == 0.0);
    let monday = found.weekdays[0].unwrap();
    assert!((monday.mean - 80.5 / 40.0).abs() < 1e-12 && (monday.size.unwrap() - 80.5).abs() < 1e-9);
    assert!(found.weekdays[5].is_none(), "nobody works on Saturday");
    // Mondays are busy: a rate of their own.
    let days: Vec<DayCount> = (0..50)
        .map(|at| DayCount {
            weekday: at % 5,
            count: if at % 5 == 0 { 6 } else { 1 },
        })
        .collect();
    let found = fit(&days).unwrap();
    assert!(found.by_weekday && (found.weekdays[0].unwrap().mean - 60.5 / 10.0).abs() < 1e-12);
    // Every fifth day ten, else none: far more than chance.
    let days: Vec<DayCount> = (0..70)
        .map(|at| DayCount {
            weekday: at % 7,
            count: if at % 5 == 0 { 10 } else { 0 },
        })
        .collect();
    let found = fit(&days).unwrap();
    assert!(found.overdispersed && found.dispersion > 5.0);
    assert!(found.weekdays[0].unwrap().variance() > 15.0);
    assert_eq!(fit(&[]), None);
}

/// A Poisson number, or a negative binomial one of this size, by inversion.
fn draw(rng: &mut Rng, mean: f64, size: Option<f64>) -> u32 {
    let chances = compound(&Counts { mean, size }, &[0.0, 1.0], 200);
    let (mut left, mut n) = (rng.unit(), 0);
    while left > chances[n] && n < 200 {
        left -= chances[n];
        n += 1;
    }
    n as u32
}

/// Clinics that learn a reserve from `weeks` weeks each, and the share of next days on which it is enough, beside the
/// chance that was stated.
fn held(seed: u64, weeks: usize, mean: f64, size: Option<f64>) -> (f64, f64) {
    let mut rng = Rng::stream(seed, "buffers test", 0);
    let (mut enough, mut stated, mut clinics) = (0.0, 0.0, 0.0);
    let lengths = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5];
    let weekday = |at: usize, mean: f64| mean * if at == 0 { 1.5 } else { 0.875 };
    for _ in 0..300 {
        let mut day = |at: usize| draw(&mut rng, weekday(at, mean), size);
        let days: Vec<DayCount> = (0..5 * weeks)
            .map(|at| DayCount {
                weekday: at % 5,
                count: day(at % 5),
            })
            .collect();
        let Some(learned) = fit(&days) else { continue };
        for at in 0..5 {
            let total = compound(&learned.weekdays[at].unwrap(), &lengths, 400);
            let (steps, chance) = shortest_reserve(&total, &[1.0], 0.9).unwrap();
            let truth = compound(
                &Counts {
                    mean: weekday(at, mean),
                    size,
                },
                &lengths,
                400,
            );
            enough += chance_of(&truth, &[1.0], steps);
            (stated, clinics) = (stated + chance, clinics + 1.0);
        }
    }
    (enough / clinics, stated / clinics)
}

#[test]
fn the_stated_chance_is_what_comes_true() {
    for (seed, weeks, mean, size) in [
        (1, 26, 1.2, None),
        (2, 26, 4.0, None),
        (3, 8, 2.0, None),
        (4, 26, 4.0, Some(2.0)),
        (5, 52, 1.5, Some(3.0)),
    ] {
        let (enough, stated) = held(seed, weeks, mean, size);
        assert!(
            (enough - stated).abs() < 0.025,
            "{weeks} weeks of {mean}, {size:?}: {enough:.4}, stated {stated:.4}"
        );
        assert!(enough > 0.88, "{enough}");
    }
}

/// Twelve weeks before Monday 23 November 2026 with an emergency of 60 + 10 minutes on most days.
fn with_emergencies() -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.as_of = moment(0, 7, 0);
    for week in -12..0 {
        for weekday in 0..5 {
            let day = 7 * week + weekday;
            clinic.staff_days.push(staff_day("ana", super::clinics::day(day), 480));
            for number in 0..(day.rem_euclid(3)) {
                let mut row = appointment(&format!("e{day}{number}"), "p1", moment(day, 9 + 3 * number, 30));
                row.requested = Some(moment(day, 9 + 3 * number, 0));
                (row.emergency, row.status) = (true, Status::Completed);
                clinic.appointments.push(row);
            }
        }
    }
    clinic
}

fn ask(clinic: &Clinic, request: BuffersRequest) -> BuffersReply {
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    buffers(&mut desk, request).unwrap()
}

#[test]
fn the_reply_tells_what_it_rests_on_and_how_it_would_have_done() {
    let reply = ask(&with_emergencies(), BuffersRequest::default());
    assert_eq!(
        (reply.history.days, reply.history.emergencies, reply.history.walk_ins),
        (60, 60, 0)
    );
    let arrivals = reply.arrivals.as_ref().unwrap();
    assert!((arrivals.minutes_each - 70.0).abs() < 1e-9);
    assert_eq!(reply.weekdays.len(), 5);
    for day in &reply.weekdays {
        assert!(day.chance >= 0.9 && day.reserve_min <= day.alone_min && day.alone_min % 70 == 0);
    }
    assert_eq!(reply.parts.iter().map(|part| part.arrivals).sum::<u32>(), 60);
    let look = reply.look.as_ref().unwrap();
    assert!(look.days == 30 && look.held >= look.stated - 0.1);
    let higher = ask(
        &with_emergencies(),
        BuffersRequest {
            level: 0.98,
            ..BuffersRequest::default()
        },
    );
    for (less, more) in reply.weekdays.iter().zip(&higher.weekdays) {
        assert!(less.reserve_min <= more.reserve_min);
    }
}

#[test]
fn a_short_history_is_refused_and_says_what_is_missing() {
    let mut clinic = with_emergencies();
    clinic.appointments.truncate(9);
    let reply = ask(&clinic, BuffersRequest::default());
    assert!(reply.refused.unwrap().contains("9 unplanned arrivals"));
    assert!(reply.weekdays.is_empty() && reply.accept.is_none());
    let mut desk = Desk::default();
    desk.open(clinic);
    for (request, at) in [
        (r#"{"level": 0.3}"#, "level"),
        (r#"{"weeks": 2}"#, "weeks"),
        (r#"{"freed_share": 1.5}"#, "freed_share"),
    ] {
        let error = api::run(&mut desk, "buffers", request).unwrap_err();
        assert_eq!((error.code.as_str(), error.path.as_str()), ("request.wrong_value", at));
    }
}

#[test]
fn who_is_seen_on_the_day_of_the_request_is_a_walk_in() {
    let mut clinic = with_emergencies();
    for row in &mut clinic.appointments {
        row.emergency = false;
    }
    clinic.appointments[0].requested = Some(moment(-100, 9, 0));
    let reply = ask(&clinic, BuffersRequest::default());
    assert_eq!((reply.history.emergencies, reply.history.walk_ins), (0, 59));
    let without = ask(
        &clinic,
        BuffersRequest {
            walk_ins: false,
            ..BuffersRequest::default()
        },
    );
    assert!(without.refused.is_some());
}

#[test]
fn an_accepted_reserve_reaches_the_problem_and_the_plan_keeps_it_free() {
    let mut clinic = with_emergencies();
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    let reply: Value = serde_json::from_str(&api::run(&mut desk, "buffers", "{}").unwrap()).unwrap();
    api::run(&mut desk, "amend", &json!({ "actions": [reply["accept"]] }).to_string()).unwrap();
    let kept = desk.problem().unwrap();
    for (at, day) in reply["weekdays"].as_array().unwrap().iter().enumerate() {
        // Two people of nine hours with half an hour for lunch.
        assert_eq!(
            i64::from(kept.rules.day_limits_min[at]),
            1020 - day["reserve_min"].as_i64().unwrap()
        );
    }
    // A reserve that leaves 140 of 1,020 minutes on Monday: two visits of 70 minutes.
    clinic.appointments.clear();
    clinic.reserves.push(Reserve {
        weekday: Weekday::Mon,
        minutes: 880,
        reason: None,
    });
    for patient in &mut clinic.patients {
        patient.hours = super::clinics::hours("Mon 08:00-16:00; Tue 08:00-16:00");
    }
    let built = build(&clinic);
    assert_eq!(built.problem.rules.day_limits_min[0], 140);
    let params = Params {
        steps: 2_000,
        seed: 1,
        ..Params::default()
    };
    let mut solver = Solver::new(&built.problem, params, Some(&Plan::published(&built.problem)));
    while solver.advance(500) {}
    let plan = solver.best();
    let monday = plan
        .placements
        .iter()
        .flatten()
        .filter(|place| place.start < 1440)
        .count();
    assert!(
        plan.placements.iter().all(Option::is_some) && monday <= 2,
        "{monday} of 3 on Monday"
    );
    assert_eq!(evaluate(&built.problem, &plan)[CostTerm::Reserve], 0);
}

#[test]
fn bad_rows_are_refused() {
    let mut clinic = two_clinicians_three_visits();
    clinic.reserves.push(Reserve {
        weekday: Weekday::Mon,
        minutes: -5,
        reason: None,
    });
    let built = build(&clinic);
    assert!(
        built
            .issues
            .iter()
            .any(|issue| issue.table == "reserves" && issue.code == "row.out_of_range")
    );
    assert_eq!(
        built.problem.rules.day_limits_min,
        build(&two_clinicians_three_visits()).problem.rules.day_limits_min
    );
}
