//! Rules about things that one session at a time can have: patients, rooms, equipment.

use super::view::{Placed, View, outside};
use super::{Found, Resource, Rule};
use crate::order::Arrange;

/// A session's claim on something for `[from, to)`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Claim {
    /// Index of the patient, room, clinician or equipment.
    pub(super) of: u32,
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) session: u32,
}

pub(super) fn check(view: &View, found: &mut Found) {
    pairs(patients(view), Rule::PatientOverlap, Resource::Patient, found);
    let rooms = view
        .placed()
        .filter_map(|placed| placed.placement.room.map(|room| claim(room, placed)));
    pairs(rooms.collect(), Rule::RoomOverlap, Resource::Room, found);
    equipment(view, found);
}

fn claim(of: u32, placed: &Placed) -> Claim {
    Claim {
        of,
        from: placed.start,
        to: placed.end,
        session: placed.idx,
    }
}

fn patients(view: &View) -> Vec<Claim> {
    let own = view
        .placed()
        .filter_map(|placed| placed.session.patient.map(|patient| claim(patient, placed)));
    let seats = view.placed_seats().map(|(seat, placed)| claim(seat.patient, placed));
    own.chain(seats).collect()
}

/// Reports every pair of claims of different sessions on the same thing that have a minute in common.
pub(super) fn pairs(mut claims: Vec<Claim>, rule: Rule, resource: fn(u32) -> Resource, found: &mut Found) {
    sweep(&mut claims, |now, running| {
        for other in running {
            if other.session != now.session {
                let minutes = now.to.min(other.to) - now.from.max(other.from);
                found.add(rule, vec![other.session, now.session], Some(resource(now.of)), minutes);
            }
        }
    });
}

/// Visits claims by thing and start, each with the earlier ones that share a minute with it. Empty claims share none.
fn sweep(claims: &mut Vec<Claim>, mut visit: impl FnMut(Claim, &[Claim])) {
    claims.retain(|claim| claim.from < claim.to);
    claims.arrange();
    let mut running: Vec<Claim> = Vec::new();
    for &now in claims.iter() {
        running.retain(|other| other.of == now.of && other.to > now.from);
        visit(now, &running);
        running.push(now);
    }
}

fn equipment(view: &View, found: &mut Found) {
    let mut claims = Vec::new();
    for placed in view.placed() {
        let Some(idx) = placed.choice.equipment.map(u32::from) else {
            continue;
        };
        claims.push(claim(idx, placed));
        let pool = view.problem.equipment.get(idx as usize);
        let open = pool.map_or(&[][..], |pool| &pool.open);
        if let Some(minutes) = outside(open, placed.start, placed.end) {
            found.one(Rule::Equipment, placed.idx, Some(Resource::Equipment(idx)), minutes);
        }
    }
    sweep(&mut claims, |now, running| {
        let count = view.problem.equipment.get(now.of as usize).map_or(0, |pool| pool.count);
        let missing = running.len() as i64 + 1 - i64::from(count);
        if missing > 0 {
            let sessions = running.iter().map(|claim| claim.session).chain([now.session]).collect();
            found.add(Rule::Equipment, sessions, Some(Resource::Equipment(now.of)), missing);
        }
    });
}
