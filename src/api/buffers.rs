//! `buffers`: how much time to keep free for those who come without a plan, from the clinic's own arrivals, with the
//! chance that it is enough.

mod days;
mod shapes;

use std::collections::BTreeMap;

use self::days::{PlanDay, least_freed, plan_days};
pub use self::shapes::{
    BufferArrivals, BufferDate, BufferDay, BufferHistory, BufferLook, BufferShare, BuffersReply, BuffersRequest,
};
use super::amend::Action;
use super::attendance::{AttendanceRequest, attendance};
use super::desk::Desk;
use crate::error::{Error, Result};
use crate::model::Plan;
use crate::model::calendar::{Date, Weekday};
use crate::model::clinic::Reserve;
use crate::order::Arrange;
use crate::predict::{Arrival, Arrivals, Counts, Origin, chance_of, compound, fit, shortest_reserve};

/// Minutes of a step of the reckoning. Our choice.
const STEP_MIN: i32 = 5;
/// Most steps that are reckoned with: 14,400 minutes of unplanned work on a day.
const MOST_STEPS: usize = 2_880;
/// Fewest days with work and fewest arrivals that are learned from. Our choices: below, a bad week decides.
const LEAST_DAYS: usize = 20;
const LEAST_ARRIVALS: usize = 10;
/// Most arrivals a day for which the chances can be written down.
const MOST_A_DAY: f64 = 300.0;
/// Morning ends at noon. Our choice.
const NOON: i32 = 720;

const LIMITS: &[&str] = &[
    "it knows who was recorded: whoever was turned away, or squeezed in without a note, is not in it",
    "it is a number of minutes of the whole clinic on a day; whether somebody of the right discipline is free at the right \
     moment is told by `disciplines` and `parts`, and decided by the plan",
    "arrivals of a day are taken to be alike from week to week; a new referrer or an outbreak is not foreseen",
    "what becomes free is taken to become free independently, and the share that can be used is a guess of the request; \
     whoever is ill takes time away, which is not in it",
    "notes are written at any time of the day and are not taken off what is free",
    "the plan pays for every minute booked beyond, but a session that counts more is still placed there",
];

/// How much time to keep free.
///
/// # Errors
/// `desk.empty`; `request.wrong_value`; `plan.no_calendar`, `plan.unknown_reference`.
pub fn buffers(desk: &mut Desk, request: BuffersRequest) -> Result<BuffersReply> {
    check_request(&request)?;
    let sessions = attendance(
        desk,
        AttendanceRequest {
            plan: request.plan.clone(),
            ..AttendanceRequest::default()
        },
    )?
    .sessions;
    let (clinic, problem) = (desk.clinic()?, desk.problem()?);
    let plan = match &request.plan {
        Some(document) => document.to_plan(&problem)?,
        None => Plan::published(&problem),
    };
    let found = Arrivals::of(clinic, request.weeks as i32, request.walk_ins);
    let count = |origin: Origin| found.rows.iter().filter(|row| row.origin == origin).count() as u32;
    let mut reply = BuffersReply {
        synthetic: clinic.settings.synthetic,
        history: BufferHistory {
            from: found.days.first().copied().unwrap_or(found.from),
            days: found.days.len() as u32,
            emergencies: count(Origin::Emergency),
            walk_ins: count(Origin::WalkIn),
        },
        refused: None,
        arrivals: None,
        weekdays: Vec::new(),
        kinds: Vec::new(),
        disciplines: Vec::new(),
        parts: Vec::new(),
        plan: Vec::new(),
        look: None,
        accept: None,
        limits: LIMITS.to_vec(),
    };
    let learned = fit(&found.counts()).filter(|_| found.days.len() >= LEAST_DAYS && found.rows.len() >= LEAST_ARRIVALS);
    let Some(learned) = learned.filter(|fit| fit.weekdays.iter().flatten().all(|day| day.mean <= MOST_A_DAY)) else {
        reply.refused = Some(format!(
            "{} days with work and {} unplanned arrivals are known; at least {LEAST_DAYS} and {LEAST_ARRIVALS} are needed, \
             and at most {MOST_A_DAY} a day: record emergencies and walk-ins with the moment of the request",
            found.days.len(),
            found.rows.len()
        ));
        return Ok(reply);
    };
    let lengths = found.lengths(STEP_MIN);
    let mean_min = mean(&lengths) * f64::from(STEP_MIN);
    let usual_min = found.usual_min();
    reply.arrivals = Some(BufferArrivals {
        by_weekday: learned.by_weekday,
        dispersion: learned.dispersion,
        overdispersed: learned.overdispersed,
        minutes_each: mean_min,
        usual_min,
    });
    let days = plan_days(
        (&problem, &plan),
        &sessions,
        request.freed_share,
        usual_min,
        clinic.settings.as_of,
    );
    for (at, counts) in learned.weekdays.iter().enumerate() {
        let Some(counts) = counts else { continue };
        let total = compound(counts, &lengths, MOST_STEPS);
        let weekday = Weekday::ALL[at];
        let freed = least_freed(&days, weekday);
        let alone = shortest_reserve(&total, &[1.0], request.level);
        let kept = shortest_reserve(&total, freed.map_or(&[1.0][..], |day| &day.freed), request.level);
        let (Some(alone), Some(kept)) = (alone, kept) else {
            continue;
        };
        let own = || days.iter().filter(|day| day.date.weekday() == weekday);
        reply.plan.extend(own().map(|day| date(day, counts, &total)));
        reply.weekdays.push(BufferDay {
            weekday,
            days: learned.days[at] as u32,
            arrivals: counts.mean,
            minutes: counts.mean * mean_min,
            alone_min: alone.0 as i32 * STEP_MIN,
            freed_min: freed.map_or(0.0, |day| day.expected),
            reserve_min: kept.0 as i32 * STEP_MIN,
            chance: kept.1.min(1.0),
        });
    }
    reply.plan.arrange_by_key(|row| row.date);
    let average = pooled(&learned.weekdays, &learned.days);
    let share = |name: &str, rows: Vec<Arrival>| {
        let counts = average.thinned(rows.len() as f64 / found.rows.len() as f64);
        let part = Arrivals { rows, ..found.clone() };
        let lengths = part.lengths(STEP_MIN);
        let total = compound(&counts, &lengths, MOST_STEPS);
        BufferShare {
            name: name.into(),
            arrivals: part.rows.len() as u32,
            minutes: counts.mean * mean(&lengths) * f64::from(STEP_MIN),
            alone_min: shortest_reserve(&total, &[1.0], request.level).map_or(0, |entry| entry.0 as i32 * STEP_MIN),
        }
    };
    let kind = |row: &Arrival| match row.origin {
        Origin::Emergency => "emergency",
        Origin::WalkIn => "walk_in",
    };
    reply.kinds = shares(&found, &kind, &share);
    reply.disciplines = shares(&found, &|row| row.discipline.unwrap_or("any"), &share);
    let part = |row: &Arrival| match row.asked.minute_of_day() < NOON {
        true => "morning",
        false => "afternoon",
    };
    reply.parts = shares(&found, &part, &share);
    reply.look = look(&found, request.level);
    reply.accept = Some(Action::SetReserves {
        reserves: reply.weekdays.iter().map(|day| reserve(day, &request)).collect(),
    });
    Ok(reply)
}

fn check_request(request: &BuffersRequest) -> Result<()> {
    let wrong = |what: &str, at: &str| Err(Error::new("request.wrong_value", what).at(at));
    if !(0.5..=0.99).contains(&request.level) {
        return wrong("expected 0.5 to 0.99", "level");
    }
    if !(4..=104).contains(&request.weeks) {
        return wrong("expected 4 to 104", "weeks");
    }
    if !(0.0..=1.0).contains(&request.freed_share) {
        return wrong("expected 0 to 1", "freed_share");
    }
    Ok(())
}

fn mean(chances: &[f64]) -> f64 {
    chances.iter().enumerate().map(|(at, chance)| at as f64 * chance).sum()
}

fn reserve(day: &BufferDay, request: &BuffersRequest) -> Reserve {
    Reserve {
        weekday: day.weekday,
        minutes: day.reserve_min,
        reason: Some(format!(
            "enough with a chance of {:.0} %, from {} weeks of unplanned arrivals",
            100.0 * day.chance,
            request.weeks
        )),
    }
}

/// An average day.
fn pooled(weekdays: &[Option<Counts>; 7], days: &[usize; 7]) -> Counts {
    let all: usize = days.iter().sum();
    let known = weekdays
        .iter()
        .zip(days)
        .filter_map(|(counts, &days)| Some(((*counts)?, days as f64)));
    let (mut mean, mut size) = (0.0, 0.0);
    for (counts, days) in known {
        mean += counts.mean * days / all as f64;
        size += counts.size.unwrap_or(f64::MAX).min(1e9) * days / all as f64;
    }
    Counts { mean, size: Some(size) }
}

/// Parts of the arrivals by name.
fn shares<'c>(
    found: &Arrivals<'c>,
    name: &dyn Fn(&Arrival<'c>) -> &'c str,
    share: &dyn Fn(&str, Vec<Arrival<'c>>) -> BufferShare,
) -> Vec<BufferShare> {
    let mut parts: BTreeMap<&str, Vec<Arrival>> = BTreeMap::new();
    for row in &found.rows {
        parts.entry(name(row)).or_default().push(*row);
    }
    parts.into_iter().map(|(name, rows)| share(name, rows)).collect()
}

/// One day of the plan against what is expected to come.
fn date(day: &PlanDay, counts: &Counts, total: &[f64]) -> BufferDate {
    let free = (day.free().max(0) / STEP_MIN) as usize;
    let fits = day.fits.max(0);
    let come = compound(counts, &[0.0, 1.0], fits as usize);
    BufferDate {
        date: day.date,
        capacity_min: day.capacity,
        booked_min: day.booked,
        overhead_min: day.overhead,
        free_min: day.free(),
        kept_min: day.kept,
        chance: chance_of(total, &day.freed, free),
        fits: fits as u32,
        chance_in_pieces: come.iter().sum::<f64>().min(1.0),
    }
}

/// The later half of the history against what the earlier one asks for.
fn look(found: &Arrivals, level: f64) -> Option<BufferLook> {
    let (early, late) = found.halves();
    if early.days.len() < LEAST_DAYS || early.rows.len() < LEAST_ARRIVALS || late.days.is_empty() {
        return None;
    }
    let (learned, lengths) = (fit(&early.counts())?, early.lengths(STEP_MIN));
    let mut needed: BTreeMap<usize, (i32, f64)> = BTreeMap::new();
    for (at, counts) in learned.weekdays.iter().enumerate() {
        let Some(counts) = counts else { continue };
        let total = compound(counts, &lengths, MOST_STEPS);
        let (steps, chance) = shortest_reserve(&total, &[1.0], level)?;
        needed.insert(at, (steps as i32 * STEP_MIN, chance));
    }
    let mut taken: BTreeMap<Date, i32> = late.days.iter().map(|&date| (date, 0)).collect();
    for row in &late.rows {
        if let Some((_, minutes)) = taken.range_mut(row.asked.date()..).next() {
            *minutes += (row.minutes + STEP_MIN - 1) / STEP_MIN * STEP_MIN;
        }
    }
    let (mut held, mut stated, mut days) = (0, 0.0, 0);
    for (date, minutes) in taken {
        let Some(&(enough, chance)) = needed.get(&(date.weekday() as usize)) else {
            continue;
        };
        (held, stated, days) = (held + i32::from(minutes <= enough), stated + chance, days + 1);
    }
    (days > 0).then(|| BufferLook {
        days,
        held: f64::from(held) / f64::from(days),
        stated: stated / f64::from(days),
    })
}
