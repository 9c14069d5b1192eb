//! Chances held against draws that share no code with them.

use rosterwell::api::buffers::BuffersRequest;
use rosterwell::model::Clinic;
use rosterwell::model::calendar::DateTime;
use rosterwell::model::clinic::Status;
use rosterwell::predict::{Counts, chance_of, compound, freed, shortest_reserve};
use rosterwell::rng::Rng;

use super::super::clinics::{appointment, moment, staff_day, two_clinicians_three_visits};
use super::ask;

/// Days that are drawn for each case; a share of them is off by 0.0016 at most, one standard deviation.
const DAYS: u32 = 100_000;

/// Arrivals of a day: Poisson, or with a rate that is itself drawn, gamma of a whole shape: a sum of exponentials.
fn arrivals(rng: &mut Rng, mean: f64, shape: Option<u32>) -> u32 {
    let rate = match shape {
        None => mean,
        Some(shape) => {
            let sum: f64 = (0..shape).map(|_| -libm::log(1.0 - rng.unit())).sum();
            sum * mean / f64::from(shape)
        }
    };
    rng.poisson(rate)
}

#[test]
fn the_chance_that_it_is_enough_is_the_share_of_days_on_which_it_is() {
    // Lengths in minutes with their chances; sessions with their minutes and the chance that nobody comes.
    let lengths = [(30, 0.3), (45, 0.1), (70, 0.4), (120, 0.2)];
    let sessions = [(60, 0.3), (60, 0.1), (90, 0.25), (45, 0.05), (30, 0.5)];
    let mut steps = vec![0.0; 25];
    for (minutes, chance) in lengths {
        steps[minutes / 5] += chance;
    }
    for (case, (mean, shape, share)) in [
        (0.4, None, 0.0),
        (2.5, None, 0.5),
        (7.0, None, 1.0),
        (3.0, Some(1), 0.5),
        (4.0, Some(3), 1.0),
    ]
    .into_iter()
    .enumerate()
    {
        let total = compound(
            &Counts {
                mean,
                size: shape.map(f64::from),
            },
            &steps,
            2_880,
        );
        let usable: Vec<(usize, f64)> = sessions
            .iter()
            .map(|&(minutes, chance)| ((f64::from(minutes) * share / 5.0) as usize, chance))
            .collect();
        let free = freed(&usable);
        for level in [0.5, 0.8, 0.95] {
            let (reserve, stated) = shortest_reserve(&total, &free, level).unwrap();
            assert!((chance_of(&total, &free, reserve) - stated).abs() < 1e-12);
            let mut rng = Rng::stream(7, "enough", case as u64);
            let (mut enough, mut one_less) = (0, 0);
            for _ in 0..DAYS {
                let weights = lengths.map(|length| length.1);
                let needed: usize = (0..arrivals(&mut rng, mean, shape))
                    .map(|_| lengths[rng.weighted(&weights)].0)
                    .sum();
                let empty = sessions.iter().filter(|session| rng.chance(session.1));
                let gained: f64 = empty
                    .map(|session| libm::floor(f64::from(session.0) * share / 5.0) * 5.0)
                    .sum();
                enough += u32::from(needed as f64 <= reserve as f64 * 5.0 + gained);
                one_less += u32::from(needed as f64 <= (reserve as f64 - 1.0) * 5.0 + gained);
            }
            let found = f64::from(enough) / f64::from(DAYS);
            assert!(
                (found - stated).abs() < 0.007,
                "case {case}, {level}: {found} of days, {stated} stated"
            );
            // A step less is not enough for the level.
            assert!(reserve == 0 || f64::from(one_less) / f64::from(DAYS) < level + 0.007);
        }
    }
}

/// A clinic whose emergencies of 26 weeks were drawn: so many a day, of 30 or 60 minutes with 10 for notes.
fn drawn(rng: &mut Rng, mean: f64, shape: Option<u32>) -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.as_of = moment(0, 7, 0);
    for day in (-182..0).filter(|day: &i32| day.rem_euclid(7) < 5) {
        clinic
            .staff_days
            .push(staff_day("ana", super::super::clinics::day(day), 480));
        for number in 0..arrivals(rng, mean, shape) {
            let asked: DateTime = moment(day, 8, 0).plus_minutes(5 * number as i32);
            let mut row = appointment(&format!("e{day}/{number}"), "p1", asked.plus_minutes(5));
            row.minutes = if rng.chance(0.5) { 30 } else { 60 };
            (row.requested, row.emergency, row.status) = (Some(asked), true, Status::Completed);
            clinic.appointments.push(row);
        }
    }
    clinic
}

#[test]
fn what_the_reply_states_holds_on_the_days_that_follow() {
    for (case, (mean, shape)) in [(0.7, None), (3.0, None), (4.0, Some(2))].into_iter().enumerate() {
        let (mut enough, mut stated, mut days) = (0.0, 0.0, 0.0);
        for clinic_idx in 0..40 {
            let mut rng = Rng::stream(11, "following days", 100 * case as u64 + clinic_idx);
            let reply = ask(&drawn(&mut rng, mean, shape), BuffersRequest::default());
            let monday = &reply.weekdays[0];
            assert!(monday.chance >= 0.9);
            for _ in 0..250 {
                let come = arrivals(&mut rng, mean, shape);
                let needed: i32 = (0..come).map(|_| if rng.chance(0.5) { 40 } else { 70 }).sum();
                enough += f64::from(u8::from(needed <= monday.reserve_min));
                (stated, days) = (stated + monday.chance, days + 1.0);
            }
        }
        let (enough, stated): (f64, f64) = (enough / days, stated / days);
        // 10,000 days by 40 clinics, each of which knows its rate from 130 days only.
        assert!(
            (enough - stated).abs() < 0.025,
            "{mean}, {shape:?}: {enough}, stated {stated}"
        );
    }
}
