//! A view of a plan: planned sessions count as booked, and working time is what the plan makes of it.

use std::collections::BTreeMap;

use super::event::{Class, ClinicianDay, Event, Seat, Share};
use super::history::past_events;
use super::span::{self, Span};
use super::value::IndicatorBasis;
use super::view::{Index, IndicatorOptions, View};
use crate::model::build::decisions::InForce;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::{Absentee, Clinician};
use crate::model::elapsed::Zone;
use crate::model::problem::{ANYWHERE, Duty, Place, Placement, Session};
use crate::model::rules::Rules;
use crate::model::{Clinic, Plan, Problem};
use crate::order::{Arrange, IntoOrdered};

impl<'a> View<'a> {
    /// A view of a plan over the horizon of its problem, which must have been built from this clinic.
    pub fn plan(clinic: &'a Clinic, problem: &'a Problem, plan: &'a Plan, options: IndicatorOptions) -> Self {
        let end = problem.num_days as i32 * DAY_MIN;
        let mut view = View {
            clinic,
            options,
            basis: IndicatorBasis::Plan,
            index: Index::new(clinic),
            zone: Zone::new(&clinic.settings.time_zone),
            origin: problem.start.unwrap_or(clinic.settings.horizon_start),
            period: (0, end),
            now: end,
            events: Vec::new(),
            days: Vec::new(),
            rules: Rules::of(clinic),
            travel_estimated: problem.travel.estimated,
            everyone: true,
            decided: InForce::of(clinic),
            planned: Some((problem, plan)),
        };
        let working = workings(problem, plan);
        // What lies in the horizon is told by the plan; what lies before and after it by the appointments.
        let mut events = past_events(&view);
        events.retain(|event| !view.covers(event.start));
        events.extend(planned_events(&view, problem, plan, &working));
        events.arrange_by(|a, b| (a.start, a.minutes, a.id).cmp(&(b.start, b.minutes, b.id)));
        view.events = events;
        view.days = clinician_days(&view, problem, &working);
        view
    }
}

/// One clinician's part of a placed session.
pub(super) struct Commitment {
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) place: Place,
    pub(super) session: u32,
    part: usize,
    /// Minutes on the way to it, from the commitment before.
    travel: i32,
}

/// What a plan makes of one clinician-day.
#[derive(Default)]
pub(super) struct Working {
    pub(super) commitments: Vec<Commitment>,
    pub(super) travel: i32,
    /// Tenths of a mile.
    pub(super) distance: i32,
    pub(super) worked: i32,
}

/// Working days of a plan by clinician index and day.
pub(super) type Workings = BTreeMap<(u32, i32), Working>;

fn placed<'p>(problem: &'p Problem, plan: &'p Plan) -> impl Iterator<Item = (u32, &'p Session, &'p Placement)> {
    let pairs = problem.sessions.iter().zip(&plan.placements).enumerate();
    pairs.filter_map(|(idx, (session, placement))| Some((idx as u32, session, placement.as_ref()?)))
}

pub(super) fn workings(problem: &Problem, plan: &Plan) -> Workings {
    let mut workings: Workings = BTreeMap::new();
    for (session_idx, session, placement) in placed(problem, plan) {
        let choice = session.choices.get(usize::from(placement.choice));
        for (part_idx, (part, share)) in session.parts.iter().zip(&placement.parts).enumerate() {
            let day = share.start.div_euclid(DAY_MIN);
            workings
                .entry((share.clinician, day))
                .or_default()
                .commitments
                .push(Commitment {
                    from: share.start - part.before,
                    to: share.start + part.minutes + part.after,
                    place: choice.map_or(ANYWHERE, |choice| choice.place),
                    session: session_idx,
                    part: part_idx,
                    travel: 0,
                });
        }
    }
    for (&(clinician, day), working) in &mut workings {
        working
            .commitments
            .arrange_by_key(|item| (item.from, item.to, item.session, item.part));
        let duty = usize::try_from(day)
            .ok()
            .and_then(|day| problem.duty_of(clinician, day));
        drive(problem, duty.and_then(|idx| problem.duties.get(idx)), working);
    }
    workings
}

/// Ways between commitments, and the ways from the start and to the end place if they are paid. A video or telephone
/// session takes place wherever the clinician is.
fn drive(problem: &Problem, duty: Option<&Duty>, working: &mut Working) {
    let mut here = duty.map_or(ANYWHERE, |duty| duty.start_place);
    let paid = duty.is_some_and(|duty| duty.commute_paid);
    let (mut lead, mut tail) = (0, 0);
    for (at, commitment) in working.commitments.iter_mut().enumerate() {
        let there = if commitment.place == ANYWHERE {
            here
        } else {
            commitment.place
        };
        let minutes = problem.travel.minutes(here, there);
        if at > 0 || paid {
            commitment.travel = minutes;
            working.travel += minutes;
            working.distance += problem.travel.distance(here, there);
            lead += if at == 0 { minutes } else { 0 };
        }
        here = there;
    }
    if let Some(duty) = duty.filter(|_| paid) {
        tail = problem.travel.minutes(here, duty.end_place);
        working.travel += tail;
        working.distance += problem.travel.distance(here, duty.end_place);
    }
    let begin = working.commitments.iter().map(|item| item.from).min().unwrap_or(0);
    let end = working.commitments.iter().map(|item| item.to).max().unwrap_or(0);
    working.worked = lead + end - begin + tail - lunch_taken(duty, &working.commitments);
}

/// A lunch's length if there is one: it is not work.
fn lunch_taken(duty: Option<&Duty>, commitments: &[Commitment]) -> i32 {
    let Some(lunch) = duty.and_then(|duty| duty.lunch) else {
        return 0;
    };
    let (mut until, mut longest) = (i32::MIN, 0);
    for [before, next] in commitments.array_windows() {
        until = until.max(before.to);
        longest = longest.max(lunch.free_between(until, next.from, next.travel));
    }
    lunch.taken(longest)
}

fn planned_events<'a>(view: &View<'a>, problem: &'a Problem, plan: &'a Plan, workings: &Workings) -> Vec<Event<'a>> {
    let mut seated: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (order, sessions) in problem.seat_orders.iter().zip(&plan.seats) {
        for &session in sessions {
            seated.entry(session).or_default().push(order.patient);
        }
    }
    let mut travel: BTreeMap<(u32, usize), i32> = BTreeMap::new();
    for commitment in workings.values().flat_map(|working| &working.commitments) {
        travel.insert((commitment.session, commitment.part), commitment.travel);
    }
    let of_session = |(idx, session): (usize, &'a Session)| {
        let placement = plan.placements.get(idx)?.as_ref();
        let class = if placement.is_some() {
            Class::Open
        } else {
            Class::ProviderCancel
        };
        let at = placement.or(session.published.as_ref())?;
        let seat = |&patient: &u32| {
            let id = &problem.patients.get(patient as usize)?.id;
            let patient = view.index.patients.get(id.as_str())?;
            Some(Seat {
                patient,
                class,
                late_change: None,
            })
        };
        let share = |(part_idx, share): (usize, &crate::model::problem::Assigned)| {
            let id = &problem.clinicians.get(share.clinician as usize)?.id;
            Some(Share {
                clinician: view.index.clinicians.get(id.as_str())?,
                start: share.start,
                minutes: session.parts.get(part_idx)?.minutes,
                travel: travel.get(&(idx as u32, part_idx)).copied().unwrap_or(0),
            })
        };
        let room = at.room.and_then(|room| problem.rooms.get(room as usize));
        let own = session.patient.iter();
        let mut seats: Vec<Seat> = own
            .chain(seated.get(&(idx as u32)).into_iter().flatten())
            .filter_map(seat)
            .collect();
        seats.arrange_by(|a, b| a.patient.id.cmp(&b.patient.id));
        Some(Event {
            id: &session.key,
            service: view.index.services.get(session.service.as_str())?,
            capacity: session.seats.map(|seats| (seats.min, seats.max)),
            start: at.start,
            minutes: session.minutes,
            modality: session.choices.get(usize::from(at.choice))?.modality,
            room: room.map(|room| room.id.as_str()),
            class,
            shares: at.parts.iter().enumerate().filter_map(share).collect(),
            seats,
            row: None,
        })
    };
    problem.sessions.iter().enumerate().filter_map(of_session).collect()
}

/// When a clinician is on leave, or the home site is closed.
fn away(view: &View, clinician: &Clinician) -> Vec<Span> {
    let mut away = view.absences(Absentee::Clinician, &clinician.id);
    away.extend(view.absences(Absentee::Site, &clinician.site));
    span::union(away)
}

/// Share of the contract week that falls on a day, by the clinician's hours of that weekday, whole minutes that add up
/// to the contract over a week; and what of it is leave.
fn contract_day(view: &View, clinician: &Clinician, away: &[Span], day: i32) -> (i32, i32) {
    let week = view.week_of(day);
    let hours_of = |day: i32| -> i64 {
        let weekday = view.origin.plus_days(day).weekday();
        clinician.hours.on(weekday).map(|(from, to)| i64::from(to - from)).sum()
    };
    let all: i64 = (week..week + 7).map(hours_of).sum();
    if all == 0 {
        return (0, 0);
    }
    let up_to = |day: i32| (week..day).map(hours_of).sum::<i64>() * i64::from(clinician.contract_week_min) / all;
    let paid = up_to(day + 1) - up_to(day);
    let normal = view.hours_in(&clinician.hours, (day * DAY_MIN, (day + 1) * DAY_MIN));
    let leave = match span::minutes(&normal) {
        0 => 0,
        minutes => paid * span::minutes(&span::common(&normal, away)) / minutes,
    };
    (paid as i32, leave as i32)
}

/// Clinician-days of the plan. A week is paid by contract, or by what is worked and taken as leave if that is more.
fn clinician_days<'a>(view: &View<'a>, problem: &Problem, workings: &Workings) -> Vec<ClinicianDay<'a>> {
    let index: BTreeMap<&str, u32> = problem
        .clinicians
        .iter()
        .zip(0_u32..)
        .map(|(row, idx)| (row.id.as_str(), idx))
        .into_map();
    let mut all = Vec::new();
    for (&id, &clinician) in &view.index.clinicians {
        let Some(&idx) = index.get(id) else { continue };
        let away = away(view, clinician);
        let mut days: Vec<ClinicianDay> = (0..problem.num_days as i32)
            .map(|day| {
                let contract = contract_day(view, clinician, &away, day);
                planned_day(clinician, day, contract, workings.get(&(idx, day)))
            })
            .collect();
        for week in days.chunk_by_mut(|a, b| view.week_of(a.day) == view.week_of(b.day)) {
            pay_for_work(week);
        }
        let before = problem
            .clinicians
            .get(idx as usize)
            .and_then(|row| row.worked_before.first());
        if let Some(&worked) = before.filter(|&&worked| worked > 0) {
            // Hours of the same workweek before the horizon count for overtime only.
            all.push(ClinicianDay {
                worked,
                ..planned_day(clinician, -1, (0, 0), None)
            });
        }
        all.append(&mut days);
    }
    all
}

fn planned_day<'a>(
    clinician: &'a Clinician,
    day: i32,
    (paid, leave): (i32, i32),
    working: Option<&Working>,
) -> ClinicianDay<'a> {
    ClinicianDay {
        clinician,
        day,
        paid,
        leave,
        meeting: 0,
        protected: 0,
        travel: working.map_or(0, |working| working.travel),
        worked: working.map_or(0, |working| working.worked),
        after_hours: None,
        miles: working.map_or(0.0, |working| f64::from(working.distance) / 10.0),
    }
}

fn pay_for_work(week: &mut [ClinicianDay]) {
    let contract: i32 = week.iter().map(|day| day.paid).sum();
    let owed: i32 = week.iter().map(|day| day.worked + day.leave).sum();
    if owed > contract {
        for day in week {
            day.paid = day.worked + day.leave;
        }
    }
}
