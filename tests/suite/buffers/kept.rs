//! Plans keep the time free that was accepted.

use std::collections::BTreeSet;

use rosterwell::api::buffers::{BuffersReply, BuffersRequest, buffers};
use rosterwell::api::{self, Desk};
use rosterwell::model::clinic::Reserve;
use rosterwell::model::problem::{ANYWHERE, Duty};
use rosterwell::model::{CostTerm, Plan, Problem};
use rosterwell::optimizer::{Params, evaluate, solve};
use rosterwell::rng::Rng;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::{Value, json};

use super::super::clinics::{KINDS, appointment, hours, moment};
use super::{ask, with_emergencies};
use crate::generator::{self, SMALL};
use crate::search_laws::seeds;

fn opened(kind: SampleKind) -> Desk {
    let mut desk = Desk::default();
    desk.open(sample(&SampleRequest {
        kind,
        clinicians: 8,
        seed: 1,
        weeks: None,
    }));
    desk
}

fn asked(desk: &mut Desk, plan: Option<&Value>) -> BuffersReply {
    let plan = plan.map(|plan| serde_json::from_value(plan.clone()).unwrap());
    let request = BuffersRequest {
        plan,
        ..BuffersRequest::default()
    };
    buffers(desk, request).unwrap()
}

/// A plan from today's schedule, and how many sessions it leaves out.
fn planned(desk: &mut Desk) -> (Value, usize) {
    let request = json!({ "start": "published", "steps": 6_000, "seed": 1 });
    let found: Value = serde_json::from_str(&api::run(desk, "plan", &request.to_string()).unwrap()).unwrap();
    let unplaced = found["unplaced"].as_array().unwrap().len();
    (found["plan"].clone(), unplaced)
}

fn amend(desk: &mut Desk, action: &Value) {
    api::run(desk, "amend", &json!({ "actions": [action] }).to_string()).unwrap();
}

#[test]
fn planned_weeks_leave_the_accepted_minutes_free_on_every_day() {
    for kind in KINDS {
        let mut desk = opened(kind);
        let reply = asked(&mut desk, None);
        amend(
            &mut desk,
            &serde_json::to_value(reply.accept.as_ref().unwrap()).unwrap(),
        );
        let (plan, _) = planned(&mut desk);
        let after = asked(&mut desk, Some(&plan));
        assert_eq!(after.plan.len(), 5, "{kind:?}");
        for day in &after.plan {
            let own = |row: &&rosterwell::api::buffers::BufferDay| row.weekday == day.date.weekday();
            let asked = reply.weekdays.iter().find(own).unwrap();
            assert_eq!(day.kept_min, asked.reserve_min);
            assert_eq!(day.free_min, day.capacity_min - day.booked_min - day.overhead_min);
            assert!(
                day.free_min >= day.kept_min,
                "{kind:?} {}: {} of {} are free",
                day.date,
                day.free_min,
                asked.reserve_min
            );
            assert!(day.chance >= 0.9, "{kind:?} {}: {}", day.date, day.chance);
        }
    }
}

#[test]
fn a_reserve_that_the_plan_did_not_leave_moves_sessions_to_other_days() {
    for kind in KINDS {
        let mut desk = opened(kind);
        let (plan, unplaced) = planned(&mut desk);
        let before = asked(&mut desk, Some(&plan));
        let fullest = before.plan.iter().min_by_key(|day| day.free_min).unwrap();
        // Two hours more than the plan leaves by itself.
        let minutes = fullest.free_min + 120;
        let reserve = Reserve {
            weekday: fullest.date.weekday(),
            minutes,
            reason: None,
        };
        amend(&mut desk, &json!({ "kind": "set_reserves", "reserves": [reserve] }));
        let (plan, unplaced_after) = planned(&mut desk);
        let after = asked(&mut desk, Some(&plan));
        let day = after.plan.iter().find(|day| day.date == fullest.date).unwrap();
        assert_eq!(day.kept_min, minutes);
        let left = day.free_min;
        assert!(left >= minutes, "{kind:?}: {left} of {minutes} are free");
        assert!(
            unplaced_after <= unplaced,
            "{kind:?}: {unplaced_after} of {unplaced} are not placed"
        );
    }
}

/// Minutes of a day that clinicians cannot give, minute by minute: in a session, on the way to the next one, or on the
/// way from and to where the day starts and ends.
fn minutes_taken(problem: &Problem, plan: &Plan, duty: &Duty) -> i32 {
    let mut stops: Vec<(i32, i32, u16)> = Vec::new();
    for (session, placement) in problem.sessions.iter().zip(&plan.placements) {
        let Some(placement) = placement else { continue };
        let place = session.choices[usize::from(placement.choice)].place;
        for (part, share) in session.parts.iter().zip(&placement.parts) {
            if share.clinician == duty.clinician && problem.day_of(share.start) == usize::from(duty.day) {
                let (from, to) = (share.start - part.before, share.start + part.minutes + part.after);
                stops.push((from, to, place));
            }
        }
    }
    stops.sort_unstable();
    let (mut minutes, mut here) = (BTreeSet::new(), duty.start_place);
    for &(from, to, place) in &stops {
        let there = if place == ANYWHERE { here } else { place };
        minutes.extend(from - problem.travel.minutes(here, there)..to);
        here = there;
    }
    if let Some(last) = stops.last() {
        minutes.extend(last.1..last.1 + problem.travel.minutes(here, duty.end_place));
    }
    minutes.len() as i32
}

#[test]
fn the_reserve_is_charged_for_every_minute_that_nobody_else_can_have() {
    let (mut charged, mut on_the_way) = (0, 0);
    for seed in seeds(150) {
        let mut problem = generator::problem(seed, SMALL);
        let mut rng = Rng::new(seed);
        problem.prices[CostTerm::Reserve] = 7;
        problem.rules.day_limits_min = (0..problem.num_days).map(|_| rng.between(0, 600)).collect();
        let params = Params {
            steps: 40,
            seed,
            ..Params::default()
        };
        let (found, costs) = solve(&problem, &params, None);
        for plan in [&found, &generator::sound_plan(seed, &problem)] {
            let mut taken = vec![0; problem.num_days];
            for duty in &problem.duties {
                taken[usize::from(duty.day)] += minutes_taken(&problem, plan, duty);
            }
            let over = taken.iter().zip(&problem.rules.day_limits_min);
            let expected: i64 = over.map(|(taken, limit)| 7 * i64::from((taken - limit).max(0))).sum();
            assert_eq!(evaluate(&problem, plan)[CostTerm::Reserve], expected, "{seed}");
            charged += usize::from(expected > 0);
            on_the_way += problem.travel.minutes.iter().filter(|&&way| way > 0).count();
        }
        assert_eq!(costs, evaluate(&problem, &found), "{seed}");
    }
    assert!(charged > 20 && on_the_way > 0, "{charged}");
}

#[test]
fn what_fits_between_sessions_is_counted_in_pieces() {
    // Monday to Friday, two people from 08:00 to 17:00, emergencies of 70 minutes. Nothing is booked: 08:00 to 11:00
    // and, after lunch, 11:30 to 17:00 hold two and four each.
    let mut clinic = with_emergencies();
    let reply = ask(&clinic, BuffersRequest::default());
    let monday = &reply.plan[0];
    assert_eq!(
        (monday.capacity_min, monday.booked_min, monday.overhead_min),
        (1_080, 0, 60)
    );
    assert_eq!((monday.free_min, monday.fits), (1_020, 12));
    assert!(monday.chance_in_pieces <= monday.chance && monday.chance_in_pieces > 0.999);
    // Ana has a talk of 60 minutes and 10 for notes at 09:00, so 08:00 to 09:00 is too short: none and, with lunch
    // from 11:00, 10:10 to 11:00 neither.
    let mut row = appointment("talk", "p1", moment(0, 9, 0));
    row.clinicians = vec!["ana".into()];
    clinic.appointments.push(row);
    let monday = &ask(&clinic, BuffersRequest::default()).plan[0];
    assert_eq!((monday.booked_min, monday.free_min, monday.fits), (70, 950, 10));
    // Ben has left at noon: two before lunch, and none of 11:30 to 12:00.
    clinic.clinicians[1].hours = hours("Mon 08:00-12:00; Tue 08:00-17:00");
    let monday = &ask(&clinic, BuffersRequest::default()).plan[0];
    assert_eq!(monday.fits, 4 + 3, "240 minutes without lunch hold three");
    // Of a day that has begun nothing is said.
    clinic.settings.as_of = moment(0, 8, 30);
    let reply = ask(&clinic, BuffersRequest::default());
    assert_eq!(reply.plan[0].date, super::super::clinics::day(1));
}

#[test]
fn time_of_a_clinician_who_is_away_does_not_become_free() {
    // A year of visits, of which the clinic cancels one in three and patients miss none.
    let mut clinic = with_emergencies();
    for day in (-364..0).filter(|day: &i32| day.rem_euclid(7) < 5) {
        let mut row = appointment(&format!("v{day}"), "p2", moment(day, 14, 0));
        row.confirmed = Some(moment(day - 5, 9, 0));
        row.status = rosterwell::model::clinic::Status::Completed;
        if day.rem_euclid(3) == 0 {
            row.status = rosterwell::model::clinic::Status::Cancelled;
            row.changed = Some(moment(day, 9, 0));
            row.changed_by = Some(rosterwell::model::clinic::Party::Clinic);
        }
        clinic.appointments.push(row);
    }
    let mut row = appointment("ahead", "p2", moment(1, 14, 0));
    row.clinicians = vec!["ana".into()];
    clinic.appointments.push(row);
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    let request = rosterwell::api::attendance::AttendanceRequest::default();
    let expected = rosterwell::api::attendance::attendance(&mut desk, request).unwrap();
    assert!(expected.sessions[0].held < 0.9, "the clinic cancels");
    let reply = ask(&clinic, BuffersRequest::default());
    assert!(reply.weekdays[1].freed_min < 5.0, "{}", reply.weekdays[1].freed_min);
}
