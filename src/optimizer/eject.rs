//! Ejection: something that is not placed takes a place by force, and whatever is in the way looks for a new one.

use crate::model::problem::{Assigned, Interval, Placement};
use crate::rng::Rng;

use super::insert::{Only, Search};
use super::ruin::remove;
use super::slots::Slots as _;
use super::state::State;

/// Random places, and clinicians for further parts, of which the one is taken that throws out least. All of them would
/// always be the same ones. Our choice by measurement.
const PLACES_TRIED: usize = 3;
/// Times looked at before a group is moved. Our choice by measurement.
const GROUP_TIMES_TRIED: usize = 8;

/// Puts a session that is not placed somewhere it may be, at random, and takes out what stands there. What was taken
/// out is added to `removed`. False if nothing could be forced in.
pub(super) fn eject_for_session(state: &mut State<'_>, rng: &mut Rng, removed: &mut Vec<u32>) -> bool {
    let Some(&session) = rng.pick(&state.unplaced) else {
        return false;
    };
    force_in(state, session as usize, rng, removed)
}

/// The same for this session, which is not placed.
pub(super) fn force_in(state: &mut State<'_>, session: usize, rng: &mut Rng, removed: &mut Vec<u32>) -> bool {
    let places = (0..PLACES_TRIED).filter_map(|_| pick_place(state, session, rng));
    let Some((_, (day, clinician, start))) = places.min_by_key(|&(loss, _)| loss) else {
        return false;
    };
    if !clear_clinicians(state, session, day, (clinician, start), rng, removed) {
        return false;
    }
    let minutes = state.layout.session(session).minutes;
    if let Some(patient) = state.layout.session(session).patient {
        clear_patient(state, patient as usize, (start, start + minutes), removed);
    }
    clear_spacing(state, session, day, removed);
    clear_room(state, session, day, start, rng, removed);
    let mut search = Search::every(rng, Only::DayWith(day, clinician));
    let Some(candidate) = state.best_place(session, &mut search) else {
        return false;
    };
    state.put(session, &candidate);
    if state.layout.session(session).seats.is_some() {
        state.fill_seats(session, rng);
    }
    true
}

/// A day, a clinician and a start at random for the first part, after what it costs to lose what is in the way.
fn pick_place(state: &State<'_>, session: usize, rng: &mut Rng) -> Option<(i64, (usize, u32, i32))> {
    let (day, clinician, start) = random_start(state, session, rng)?;
    let entry = state.layout.session(session);
    let mut loss = clinician_loss(state, session, 0, day, (clinician, start))?;
    if let Some(patient) = entry.patient {
        loss += patient_loss(state, patient as usize, (start, start + entry.minutes));
    }
    Some((loss, (day, clinician, start)))
}

/// A day, a clinician and a start at random for the first part, as windows and hours allow them.
fn random_start(state: &State<'_>, session: usize, rng: &mut Rng) -> Option<(usize, u32, i32)> {
    let day = pick_day(state, session, rng)?;
    let clinician = pick_clinician(state, session, 0, day, &[], rng)?;
    let start = pick_start(state, session, day, clinician, rng)?;
    Some((day, clinician, start))
}

/// What it costs at most to lose what stands in the way of a part in a clinician's day; `None` if something there has
/// to stay.
fn clinician_loss(
    state: &State<'_>,
    session: usize,
    own: usize,
    day: usize,
    (clinician, start): (u32, i32),
) -> Option<i64> {
    let duty = state.layout.duty_of(clinician, day)?;
    let others = in_the_way(state, duty, busy_with(state, session, own, start));
    let losses = others.map(|other| {
        let entry = state.layout.session(other as usize);
        let seats = state.members[other as usize]
            .iter()
            .map(|&order| empty_cents(state, order));
        (!entry.locked).then_some(entry.unplaced_cents + seats.sum::<i64>())
    });
    losses.sum()
}

/// What it costs at most to lose what a patient does in an interval.
fn patient_loss(state: &State<'_>, patient: usize, busy: Interval) -> i64 {
    let others = attended(state, patient, busy);
    let losses = others.map(|other| match seat_of(state, patient, other) {
        Some(order) => empty_cents(state, order),
        None => state.layout.session(other as usize).unplaced_cents,
    });
    losses.sum()
}

fn empty_cents(state: &State<'_>, order: u32) -> i64 {
    state.layout.problem.seat_orders[order as usize].empty_cents
}

/// When a clinician is busy with a part of a session that starts at `start`.
fn busy_with(state: &State<'_>, session: usize, own: usize, start: i32) -> Interval {
    let part = &state.layout.parts[state.layout.first_part[session] as usize + own];
    let start = start + state.layout.session(session).parts[own].offset.0;
    (start - part.before, start + part.length)
}

/// The sessions in a clinician-day that meet an interval.
fn in_the_way<'a>(state: &'a State<'_>, duty: usize, busy: Interval) -> impl Iterator<Item = u32> + 'a {
    let stops = state.days[duty].stops.iter();
    stops
        .filter(move |stop| stop.start - stop.before < busy.1 && busy.0 < stop.free_from())
        .map(|stop| state.layout.part(stop.part).session)
}

/// The sessions of a patient, own ones and groups, that meet an interval.
fn attended<'a>(state: &'a State<'_>, patient: usize, busy: Interval) -> impl Iterator<Item = u32> + 'a {
    state.attends[patient].iter().copied().filter(move |&other| {
        let (from, to) = state.times(other as usize);
        from < busy.1 && busy.0 < to
    })
}

/// The patient's seat order in a group session; `None` in sessions of one's own.
fn seat_of(state: &State<'_>, patient: usize, session: u32) -> Option<u32> {
    let mut orders = state.index.patient_seat_orders[patient].iter().copied();
    orders.find(|order| state.members[session as usize].contains(order))
}

/// A place at random that windows and clinicians' hours allow for the first part, in any way and with any others.
pub(super) fn random_place(state: &State<'_>, session: usize, rng: &mut Rng) -> Option<Placement> {
    let entry = state.layout.session(session);
    let (day, clinician, start) = random_start(state, session, rng)?;
    let mut parts = vec![Assigned { clinician, start }];
    let mut taken = vec![clinician];
    for (own, part) in entry.parts.iter().enumerate().skip(1) {
        let clinician = pick_clinician(state, session, own, day, &taken, rng)?;
        let start = start + rng.between(part.offset.0, part.offset.1);
        parts.push(Assigned { clinician, start });
        taken.push(clinician);
    }
    Some(Placement {
        start,
        choice: rng.below(entry.choices.len()) as u8,
        room: None,
        parts,
    })
}

/// Gives a seat that is missing by taking out what its patient does at that time. False if there is none to give.
pub(super) fn eject_for_seat(state: &mut State<'_>, rng: &mut Rng, removed: &mut Vec<u32>) -> bool {
    let Some(order) = missing_order(state, rng) else {
        return false;
    };
    let entry = &state.layout.problem.seat_orders[order];
    let Some(&session) = rng.pick(&entry.options) else {
        return false;
    };
    let session = session as usize;
    let full = |state: &State<'_>| {
        let seats = state.layout.session(session).seats;
        seats.is_none_or(|seats| state.members[session].len() as i32 >= seats.max)
    };
    if state.placed[session].is_none() || state.seats[order].contains(&(session as u32)) || full(state) {
        return false;
    }
    clear_patient(state, entry.patient as usize, state.times(session), removed);
    state.try_seat(order, session)
}

/// Moves a group session in which seats are wanted to a time when many of those who want one are in no other group,
/// and takes out what else they do then. False if it found no place.
pub(super) fn eject_for_group(state: &mut State<'_>, rng: &mut Rng, removed: &mut Vec<u32>) -> bool {
    let Some(order) = missing_order(state, rng) else {
        return false;
    };
    let Some(&group) = rng.pick(&state.layout.problem.seat_orders[order].options) else {
        return false;
    };
    let session = group as usize;
    if state.placed[session].is_some() {
        remove(state, group, removed);
    } else {
        removed.push(group);
    }
    let Some(seats) = state
        .layout
        .session(session)
        .seats
        .filter(|_| state.placed[session].is_none())
    else {
        return false;
    };
    let Some(time) = pick_group_time(state, session, rng) else {
        return false;
    };
    let (day, clinician, start) = (time.day, time.clinician, time.start);
    if !clear_clinicians(state, session, day, (clinician, start), rng, removed) {
        return false;
    }
    let busy = (start, start + state.layout.session(session).minutes);
    for &order in time.takers.iter().take(seats.max as usize) {
        let patient = state.layout.problem.seat_orders[order as usize].patient;
        clear_patient(state, patient as usize, busy, removed);
    }
    clear_room(state, session, day, start, rng, removed);
    let mut search = Search::every(rng, Only::DayWith(day, clinician));
    let Some(candidate) = state.best_place(session, &mut search) else {
        return false;
    };
    state.put(session, &candidate);
    state.fill_seats(session, rng);
    true
}

/// A time for a group, with the seat orders that it suits.
struct GroupTime {
    day: usize,
    clinician: u32,
    start: i32,
    takers: Vec<u32>,
    /// What their seats are worth, less what is lost for them, cents.
    value: i64,
}

/// Of some random times for a group, the one that suits most of those who want a seat.
fn pick_group_time(state: &State<'_>, session: usize, rng: &mut Rng) -> Option<GroupTime> {
    let mut best: Option<GroupTime> = None;
    for _ in 0..GROUP_TIMES_TRIED {
        let Some((day, clinician, start)) = random_start(state, session, rng) else {
            continue;
        };
        let Some(loss) = clinician_loss(state, session, 0, day, (clinician, start)) else {
            continue;
        };
        let orders = state.index.seat_orders[session].iter().copied();
        let takers: Vec<u32> = orders
            .filter(|&order| state.could_take(order as usize, session, day, start))
            .collect();
        let busy = (start, start + state.layout.session(session).minutes);
        let worth = |&order: &u32| {
            let patient = state.layout.problem.seat_orders[order as usize].patient;
            (empty_cents(state, order) - patient_loss(state, patient as usize, busy)).max(0)
        };
        let value = takers.iter().map(worth).sum::<i64>() - loss;
        if best.as_ref().is_none_or(|best| value > best.value) {
            best = Some(GroupTime {
                day,
                clinician,
                start,
                takers,
                value,
            });
        }
    }
    best
}

/// A seat order that lacks a seat.
fn missing_order(state: &State<'_>, rng: &mut Rng) -> Option<usize> {
    let orders = &state.layout.problem.seat_orders;
    let first = rng.below(orders.len());
    (0..orders.len())
        .map(|at| (first + at) % orders.len())
        .find(|&order| (state.seats[order].len() as i32) < orders[order].count)
}

fn pick_day(state: &State<'_>, session: usize, rng: &mut Rng) -> Option<usize> {
    let days = state.index.days[session];
    let draws = &state.layout.session(session).draws;
    let nth = rng.below(days.count_ones() as usize);
    let day = (0..32).filter(|day| days >> day & 1 == 1).nth(nth)?;
    state.budget_allows(draws, day).then_some(day)
}

/// A clinician who may do a part on a day, those who cost less rather than those who cost more.
fn pick_clinician(
    state: &State<'_>,
    session: usize,
    own: usize,
    day: usize,
    taken: &[u32],
    rng: &mut Rng,
) -> Option<u32> {
    let offers = state.index.offers(state.layout.first_part[session] as usize + own);
    (0..4).find_map(|_| {
        let at = rng.below(offers.len()).min(rng.below(offers.len()));
        let offer = offers.get(at)?;
        (offer.days >> day & 1 == 1 && !taken.contains(&offer.clinician)).then_some(offer.clinician)
    })
}

/// A start that session and clinician allow, whatever else is planned.
fn pick_start(state: &State<'_>, session: usize, day: usize, clinician: u32, rng: &mut Rng) -> Option<i32> {
    let duty = state.layout.duty(state.layout.duty_of(clinician, day)?);
    let part = &state.layout.parts[state.layout.first_part[session] as usize];
    let clock = state.layout.clock;
    let window = rng.pick(&duty.windows)?;
    let (from, to) = (window.0 + part.before, window.1 - part.length);
    let starts = state.index.starts(session, day);
    if starts.is_empty() || starts.is_without() {
        let own = rng.pick(&state.layout.session(session).windows)?;
        let (from, to) = (from.max(own.0), to.min(own.1 - part.minutes));
        return (from <= to).then(|| rng.between(from, to));
    }
    let (from, to) = (clock.slot_after(day, from), clock.slot(day, to));
    let wanted = rng.between(from, to);
    let slot = starts.first_in(wanted, to).or_else(|| starts.last_in(from, wanted))?;
    Some(clock.minute(day, slot))
}

/// Makes room in the days of the clinicians of a session; false if something there has to stay.
fn clear_clinicians(
    state: &mut State<'_>,
    session: usize,
    day: usize,
    (first, start): (u32, i32),
    rng: &mut Rng,
    removed: &mut Vec<u32>,
) -> bool {
    let mut clinicians = vec![first];
    for own in 1..state.layout.parts_of(session).len() {
        let tried = (0..PLACES_TRIED).filter_map(|_| {
            let clinician = pick_clinician(state, session, own, day, &clinicians, rng)?;
            Some((clinician_loss(state, session, own, day, (clinician, start))?, clinician))
        });
        let Some((_, clinician)) = tried.min_by_key(|&(loss, _)| loss) else {
            return false;
        };
        clinicians.push(clinician);
    }
    for (own, &clinician) in clinicians.iter().enumerate() {
        let Some(duty) = state.layout.duty_of(clinician, day) else {
            return false;
        };
        let in_the_way: Vec<u32> = in_the_way(state, duty, busy_with(state, session, own, start)).collect();
        if in_the_way
            .iter()
            .any(|&other| state.layout.session(other as usize).locked)
        {
            return false;
        }
        for other in in_the_way {
            remove(state, other, removed);
        }
    }
    true
}

/// Takes out what a patient does in an interval: own sessions and seats.
fn clear_patient(state: &mut State<'_>, patient: usize, busy: Interval, removed: &mut Vec<u32>) {
    let in_the_way: Vec<u32> = attended(state, patient, busy).collect();
    for other in in_the_way {
        if state.layout.session(other as usize).patient == Some(patient as u32) {
            remove(state, other, removed);
        } else if !state.layout.session(other as usize).locked
            && let Some(order) = seat_of(state, patient, other)
        {
            state.unseat(order as usize, other as usize);
        }
    }
}

/// Takes out the sessions that must be days apart from this day.
fn clear_spacing(state: &mut State<'_>, session: usize, day: usize, removed: &mut Vec<u32>) {
    for at in 0..state.index.spacings[session].len() {
        let (other, min_days) = state.index.spacings[session][at];
        let too_close = |other: usize| (other as i32 - day as i32).abs() < min_days;
        if state.day(other as usize).is_some_and(too_close) {
            remove(state, other, removed);
        }
    }
}

/// If no room of the first choice is free, takes out what is in one of its rooms, one after the other until it is.
fn clear_room(state: &mut State<'_>, session: usize, day: usize, start: i32, rng: &mut Rng, removed: &mut Vec<u32>) {
    let (problem, entry) = (state.layout.problem, state.layout.session(session));
    let Some(choice) = entry.choices.first() else { return };
    let slots = state.layout.clock.cover(day, start, start + entry.minutes);
    let pools: Vec<u16> = choice
        .room_classes
        .iter()
        .flat_map(|&class| &state.index.pools_of_class[class as usize])
        .copied()
        .collect();
    let is_free = |state: &State<'_>, pool: u16| {
        let free = state.rooms.free(pool as usize, day);
        (slots.0..slots.1).all(|slot| free.has(slot as i32))
    };
    if pools.iter().any(|&pool| is_free(state, pool)) {
        return;
    }
    let Some(&pool) = rng.pick(&pools) else { return };
    let busy = (start, start + (slots.1 - slots.0) as i32 * problem.grid);
    let mut in_the_way: Vec<u32> = Vec::new();
    for clinician in 0..problem.clinicians.len() as u32 {
        let Some(duty) = state.layout.duty_of(clinician, day) else {
            continue;
        };
        let stops = state.days[duty].stops.iter();
        let sessions = stops.map(|stop| state.layout.part(stop.part).session);
        in_the_way.extend(sessions.filter(|&other| {
            let (from, to) = state.times(other as usize);
            from < busy.1 && busy.0 < to && state.placed[other as usize].is_some_and(|placed| placed.room_pool == pool)
        }));
    }
    rng.shuffle(&mut in_the_way);
    for other in in_the_way {
        if is_free(state, pool) {
            break;
        }
        remove(state, other, removed);
    }
}
