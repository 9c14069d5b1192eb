//! `buffers`: how much time to keep free for those who come without a plan, from the clinic's own arrivals, with the
//! chance that it is enough.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::amend::Action;
use super::attendance::{AttendanceRequest, SessionExpectation, attendance};
use super::desk::Desk;
use crate::error::{Error, Result};
use crate::model::calendar::{DAY_MIN, Date, Weekday};
use crate::model::clinic::Reserve;
use crate::model::{Plan, PlanDocument, Problem};
use crate::predict::{Arrivals, Counts, Origin, chance_of, compound, fit, freed, shortest_reserve};

/// Minutes of a step of the reckoning. Our choice.
const STEP_MIN: i32 = 5;
/// Most minutes that are reckoned with: all unplanned work of a day.
const MOST_MIN: i32 = 14_400;
/// Fewest days with work and fewest arrivals that are learned from. Our choices: below, a bad week decides.
const LEAST_DAYS: usize = 20;
const LEAST_ARRIVALS: usize = 10;
/// Most arrivals a day for which the chances can be written down.
const MOST_A_DAY: f64 = 300.0;
/// Morning ends at noon. Our choice.
const NOON: i32 = 720;

/// Request of `buffers`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct BuffersRequest {
    /// The plan; today's schedule if absent.
    pub plan: Option<PlanDocument>,
    /// Chance with which the time should be enough, 0.5 to 0.99.
    pub level: f64,
    /// Weeks of history that are learned from, 4 to 104.
    pub weeks: u32,
    /// True if those who are seen on the day on which they asked count, beside emergencies.
    pub walk_ins: bool,
    /// Share of the time of sessions that are not held which can be used, 0 to 1: a gap opens when it opens.
    pub freed_share: f64,
}

impl Default for BuffersRequest {
    fn default() -> Self {
        Self {
            plan: None,
            level: 0.9,
            weeks: 26,
            walk_ins: true,
            // Our choice: half of it comes when nobody needs it.
            freed_share: 0.5,
        }
    }
}

/// Reply of `buffers`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BuffersReply {
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// What was learned from.
    pub history: BufferHistory,
    /// Why no reserve is given; absent if one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub refused: Option<String>,
    /// What arrivals look like; absent if refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub arrivals: Option<BufferArrivals>,
    /// The reserve of each weekday on which somebody works.
    pub weekdays: Vec<BufferDay>,
    /// What disciplines would need alone: time of one does not help another.
    pub disciplines: Vec<BufferShare>,
    /// Morning and afternoon, by when arrivals asked.
    pub parts: Vec<BufferShare>,
    /// What the plan leaves free on each of its days, and the chance that it is enough.
    pub plan: Vec<BufferDate>,
    /// What the same would have said half of the history ago, beside what came.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub look: Option<BufferLook>,
    /// For `amend`: keep these reserves free; absent if refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub accept: Option<Action>,
    /// What none of this can know.
    pub limits: Vec<&'static str>,
}

/// What was learned from.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferHistory {
    /// First day.
    pub from: Date,
    /// Days on which somebody worked.
    pub days: u32,
    /// Emergencies.
    pub emergencies: u32,
    /// Seen on the day on which they asked.
    pub walk_ins: u32,
}

/// What arrivals look like.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferArrivals {
    /// True if weekdays differ more than by chance and have rates of their own; false if all days were pooled.
    pub by_weekday: bool,
    /// Variance over mean of the arrivals of a day: 1 if they come independently.
    pub dispersion: f64,
    /// True if that is more than chance allows, so that the negative binomial is used in place of Poisson.
    pub overdispersed: bool,
    /// Mean minutes that one takes.
    pub minutes_each: f64,
}

/// The reserve of one weekday.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferDay {
    /// Day of the week.
    pub weekday: Weekday,
    /// Days of it in the history.
    pub days: u32,
    /// Arrivals expected.
    pub arrivals: f64,
    /// Minutes that they take on average.
    pub minutes: f64,
    /// Minutes that would be needed if nothing became free by itself.
    pub alone_min: i32,
    /// Minutes expected to become free, all of them, on the day of the plan with the fewest.
    pub freed_min: f64,
    /// Minutes to keep free.
    pub reserve_min: i32,
    /// Chance that they, with what becomes free and can be used, are enough.
    pub chance: f64,
}

/// What part of the arrivals would need alone, on an average day.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferShare {
    /// Discipline, `any`, `morning` or `afternoon`.
    pub name: String,
    /// Arrivals in the history.
    pub arrivals: u32,
    /// Minutes needed, with nothing becoming free.
    pub alone_min: i32,
}

/// One day of the plan.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferDate {
    /// Day.
    pub date: Date,
    /// Clinicians' minutes.
    pub capacity_min: i32,
    /// Of these booked, with minutes before and after sessions.
    pub booked_min: i32,
    /// The rest; less than 0 if more is booked than there is.
    pub free_min: i32,
    /// Minutes that the plan is to keep free as the clinic is now.
    pub kept_min: i32,
    /// Chance that what is free, with what becomes free and can be used, is enough.
    pub chance: f64,
}

/// What was said before, beside what came.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferLook {
    /// Days of the later half of the history.
    pub days: u32,
    /// Share of them on which the time that the earlier half asks for (with nothing becoming free) would have been
    /// enough.
    pub held: f64,
    /// The chance that was stated, on average.
    pub stated: f64,
}

const LIMITS: &[&str] = &[
    "it knows who was recorded: whoever was turned away, or squeezed in without a note, is not in it",
    "it is a number of minutes of the whole clinic on a day; whether somebody of the right discipline is free at the right \
     moment is told by `disciplines` and `parts`, and decided by the plan",
    "arrivals of a day are taken to be alike from week to week; a new referrer or an outbreak is not foreseen",
    "what becomes free is taken to become free independently, and the share that can be used is a guess of the request",
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
    reply.arrivals = Some(BufferArrivals {
        by_weekday: learned.by_weekday,
        dispersion: learned.dispersion,
        overdispersed: learned.overdispersed,
        minutes_each: mean_min,
    });
    let dates = Dates::of(&problem, &plan, &sessions, request.freed_share);
    for (at, counts) in learned.weekdays.iter().enumerate() {
        let Some(counts) = counts else { continue };
        let total = compound(counts, &lengths, (MOST_MIN / STEP_MIN) as usize);
        let weekday = Weekday::ALL[at];
        let freed = dates.least_freed(weekday);
        let alone = shortest_reserve(&total, &[1.0], request.level);
        let kept = shortest_reserve(&total, freed.map_or(&[1.0][..], |day| &day.freed), request.level);
        let (Some(alone), Some(kept)) = (alone, kept) else {
            continue;
        };
        for date in dates.days.iter().filter(|day| day.date.weekday() == weekday) {
            let free = (date.capacity - date.booked).max(0) / STEP_MIN;
            reply.plan.push(BufferDate {
                date: date.date,
                capacity_min: date.capacity,
                booked_min: date.booked,
                free_min: date.capacity - date.booked,
                kept_min: date.kept,
                chance: chance_of(&total, &date.freed, free as usize),
            });
        }
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
    reply.plan.sort_by_key(|row| row.date);
    let average = pooled(&learned.weekdays, &learned.days);
    let alone = |share: f64, rows: Vec<&crate::predict::Arrival>| {
        let part = Arrivals {
            rows: rows.into_iter().copied().collect(),
            ..found.clone()
        };
        let total = compound(
            &average.thinned(share),
            &part.lengths(STEP_MIN),
            (MOST_MIN / STEP_MIN) as usize,
        );
        shortest_reserve(&total, &[1.0], request.level).map_or(0, |entry| entry.0 as i32 * STEP_MIN)
    };
    reply.disciplines = shares(&found, |row| row.discipline.unwrap_or("any").into(), &alone);
    let part = |morning: bool| String::from(if morning { "morning" } else { "afternoon" });
    reply.parts = shares(&found, |row| part(row.asked.minute_of_day() < NOON), &alone);
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
fn shares(
    found: &Arrivals,
    name: impl Fn(&crate::predict::Arrival) -> String,
    alone: &impl Fn(f64, Vec<&crate::predict::Arrival>) -> i32,
) -> Vec<BufferShare> {
    let mut parts: BTreeMap<String, Vec<&crate::predict::Arrival>> = BTreeMap::new();
    for row in &found.rows {
        parts.entry(name(row)).or_default().push(row);
    }
    let rows = parts.into_iter().map(|(name, rows)| BufferShare {
        name,
        arrivals: rows.len() as u32,
        alone_min: alone(rows.len() as f64 / found.rows.len() as f64, rows),
    });
    rows.collect()
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
        let total = compound(counts, &lengths, (MOST_MIN / STEP_MIN) as usize);
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

/// A day of the plan.
struct PlanDay {
    date: Date,
    capacity: i32,
    booked: i32,
    kept: i32,
    /// Chances of so many steps becoming free and being of use.
    freed: Vec<f64>,
    /// Minutes expected to become free, all of them.
    expected: f64,
}

struct Dates {
    days: Vec<PlanDay>,
}

impl Dates {
    fn of(problem: &Problem, plan: &Plan, sessions: &[SessionExpectation], share: f64) -> Self {
        let num_days = problem.num_days;
        let (mut capacity, mut booked) = (vec![0; num_days], vec![0; num_days]);
        for duty in &problem.duties {
            let hours: i32 = duty.windows.iter().map(|window| window.1 - window.0).sum();
            if let Some(minutes) = capacity.get_mut(usize::from(duty.day)) {
                *minutes += hours.min(duty.max_work_min);
            }
        }
        for (session, placement) in problem.sessions.iter().zip(&plan.placements) {
            let Some(placement) = placement else { continue };
            for (part, share) in session.parts.iter().zip(&placement.parts) {
                let day = share.start.div_euclid(DAY_MIN);
                if let Some(minutes) = usize::try_from(day).ok().and_then(|day| booked.get_mut(day)) {
                    *minutes += part.before + part.minutes + part.after;
                }
            }
        }
        let Some(start) = problem.start else {
            return Self { days: Vec::new() };
        };
        let day = |at: usize| {
            let date = start.plus_days(at as i32);
            let own = sessions.iter().filter(|session| session.start.date() == date);
            let open = own.map(|session| (f64::from(session.minutes), (1.0 - session.held).clamp(0.0, 1.0)));
            let open: Vec<(f64, f64)> = open.collect();
            let usable: Vec<(usize, f64)> = open
                .iter()
                .map(|&(minutes, chance)| ((minutes * share / f64::from(STEP_MIN)) as usize, chance))
                .collect();
            let limit = problem.rules.day_limits_min.get(at).copied().unwrap_or(capacity[at]);
            PlanDay {
                date,
                capacity: capacity[at],
                booked: booked[at],
                kept: capacity[at] - limit,
                freed: freed(&usable),
                expected: open.iter().map(|(minutes, chance)| minutes * chance).sum(),
            }
        };
        let days = (0..num_days).filter(|&at| capacity[at] > 0).map(day);
        Self { days: days.collect() }
    }

    /// The day of that weekday on which the least becomes free.
    fn least_freed(&self, weekday: Weekday) -> Option<&PlanDay> {
        let days = self.days.iter().filter(|day| day.date.weekday() == weekday);
        days.min_by(|a, b| a.expected.total_cmp(&b.expected))
    }
}
