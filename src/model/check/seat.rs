//! Rules about seats in group sessions.

use std::collections::{BTreeMap, BTreeSet};

use super::view::{Seat, View, outside};
use super::{Found, Resource, Rule};
use crate::order::Arrange;

pub(super) fn check(view: &View, found: &mut Found) {
    offered(view, found);
    hours(view, found);
    let by_session = patients_by_session(view);
    counts(view, &by_session, found);
    pairs(view, &by_session, found);
    spacing(view, found);
}

fn patients_by_session(view: &View) -> BTreeMap<u32, BTreeSet<u32>> {
    let mut by_session: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (seat, _) in view.placed_seats() {
        by_session.entry(seat.session).or_default().insert(seat.patient);
    }
    by_session
}

fn offered(view: &View, found: &mut Found) {
    let mut taken = BTreeSet::new();
    for seat in &view.seats {
        let named = view.problem.seat_orders[seat.order].options.contains(&seat.session);
        let first = taken.insert((seat.patient, seat.session));
        if !named || !first || view.session(seat.session).is_none() {
            let patient = Some(Resource::Patient(seat.patient));
            found.one(Rule::SeatNotOffered, seat.session, patient, 0);
        }
    }
    for seats in view.seats.chunk_by(|a, b| a.order == b.order) {
        let Some(first) = seats.first() else { continue };
        let above = seats.len() as i64 - i64::from(view.problem.seat_orders[first.order].count);
        if above > 0 {
            let sessions = seats.iter().map(|seat| seat.session).collect();
            found.add(
                Rule::SeatNotOffered,
                sessions,
                Some(Resource::Patient(first.patient)),
                above,
            );
        }
    }
}

fn hours(view: &View, found: &mut Found) {
    for (seat, placed) in view.placed_seats() {
        let patient = view.problem.patients.get(seat.patient as usize);
        let windows = patient.map_or(&[][..], |patient| &patient.windows);
        if let Some(minutes) = outside(windows, placed.start, placed.end) {
            let patient = Some(Resource::Patient(seat.patient));
            found.one(Rule::PatientHours, seat.session, patient, minutes);
        }
    }
}

fn counts(view: &View, by_session: &BTreeMap<u32, BTreeSet<u32>>, found: &mut Found) {
    for (&session, patients) in by_session {
        let seats = view.session(session).and_then(|placed| placed.session.seats);
        let above = patients.len() as i64 - seats.map_or(0, |seats| i64::from(seats.max));
        if seats.is_some() && above > 0 {
            found.one(Rule::GroupSeats, session, None, above);
        }
    }
}

fn pairs(view: &View, by_session: &BTreeMap<u32, BTreeSet<u32>>, found: &mut Found) {
    let mut sits: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (&session, patients) in by_session {
        for &patient in patients {
            sits.entry(patient).or_default().insert(session);
        }
    }
    let mut wants: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for order in &view.problem.seat_orders {
        wants.entry(order.patient).or_default().extend(&order.options);
    }
    let none = BTreeSet::new();
    for pair in &view.problem.pairs {
        let of = |map: &'_ BTreeMap<u32, BTreeSet<u32>>, patient| map.get(&patient).unwrap_or(&none).clone();
        let (a, b) = (of(&sits, pair.a), of(&sits, pair.b));
        let broken: Vec<(u32, u32)> = if pair.together {
            let (wants_a, wants_b) = (of(&wants, pair.a), of(&wants, pair.b));
            let b_missing = a.difference(&b).filter(|session| wants_b.contains(session));
            let a_missing = b.difference(&a).filter(|session| wants_a.contains(session));
            let b_missing = b_missing.map(|&session| (session, pair.b));
            b_missing.chain(a_missing.map(|&session| (session, pair.a))).collect()
        } else {
            a.intersection(&b).map(|&session| (session, pair.b)).collect()
        };
        for (session, patient) in broken {
            found.one(Rule::GroupPair, session, Some(Resource::Patient(patient)), 0);
        }
    }
}

fn spacing(view: &View, found: &mut Found) {
    for seats in view.seats.chunk_by(|a, b| a.order == b.order) {
        let Some(first) = seats.first() else { continue };
        let min_days = i64::from(view.problem.seat_orders[first.order].min_days);
        let mut days: Vec<(i64, u32)> = seats.iter().filter_map(|seat| day(view, seat)).collect();
        days.arrange();
        for (idx, &(day, session)) in days.iter().enumerate() {
            for &(next_day, next) in days[idx + 1..].iter().take_while(|next| next.0 - day < min_days) {
                if next != session {
                    let missing = min_days - (next_day - day);
                    let patient = Some(Resource::Patient(first.patient));
                    found.add(Rule::Spacing, vec![session, next], patient, missing);
                }
            }
        }
    }
}

fn day(view: &View, seat: &Seat) -> Option<(i64, u32)> {
    view.session(seat.session).map(|placed| (placed.day, seat.session))
}
